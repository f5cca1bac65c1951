import ArgumentParser
import ContentChecks
import ContentParsing
import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase
import SiteGeneration

/// `signpost publish`: writes the site.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes the help centre as a static site.",
    discussion: """
      A faulty article is left out and said; the others are published, with exit code 1.
      On any other error the site stays as it was.
      """)

  @Option(name: .long, help: "The folder to write to; else 'output' of signpost.yml.")
  var output: String?

  @Flag(name: .long, help: "Publish drafts too.")
  var drafts = false

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Compress files beside themselves: gzip, brotli; else 'precompress' of signpost.yml.")
  var precompress: [Precompression] = []

  @Flag(name: .long, help: "Write nothing; list what would be added, changed and removed.")
  var dryRun = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let request = PublicationRequest(
      content, asked: [output ?? ""] + precompress.map(\.rawValue), includesDrafts: drafts)
    let last = PublicationReceipt(at: request.path)
    let publication = last?.publication
    let source = PublicationSource(request, content)
    if !dryRun, let last, source.isSame(as: last, of: publication) {
      Terminal.say(last.remarks)
      Terminal.answer(last.answer)
      Foundation.exit(last.hasFindings ? 1 : 0)
    }
    publication?.readTerms()
    let reading = ProgressMeter()
    reading.show("reading \(content.content)")
    let read = content.load(includesDrafts: drafts, remembers: true, seen: source.folder)
    reading.clear()
    let loaded = try read.usable()
    let target = output ?? loaded.library.site.output
    let folder = try OutputFolder(target, content: content.content)
    if !dryRun { folder.waitForOthers() }
    let shortLinks = content.shortLinkFile
    let input = content.siteInput(
      of: loaded, shortLinks: shortLinks.links,
      precompress: precompress.isEmpty ? nil : precompress)
    // Never freed: with ten thousand articles that takes longer than to find that none has changed.
    let generator = SiteGenerator(input, last: publication?.isTheLast == true ? publication : nil)
    _ = Unmanaged.passRetained(KeptToTheEnd(loaded, generator))
    let findings =
      (loaded.diagnostics + shortLinks.findings(in: loaded.library))
      .filter { $0.severity != .note }
    var remarks = DiagnosticDigest(
      findings, checkCommand: "signpost check --content \(content.content)"
    ).text
    Terminal.say(remarks)
    let meter = ProgressMeter()
    defer { meter.clear() }
    do {
      let report = try generator.publish(
        to: folder.url, workshop: folder.workshop, isTrial: dryRun,
        onProgress: { meter.show($0, of: $1, "pages") })
      meter.clear()
      for note in [
        report.adjustment, Self.draftsLeftOut(of: loaded),
        Self.exampleAddress(of: loaded.library.site),
      ] {
        guard let note else { continue }
        Terminal.say("note: \(note)")
        remarks += (remarks.isEmpty ? "" : "\n") + "note: \(note)"
      }
      if !dryRun {
        for note in Self.lostAddresses(report.removed, added: report.added, in: loaded.library) {
          Terminal.say(note)
        }
      }
      for missing in report.missingCompressions {
        Terminal.say(
          "note: \(missing) isn't installed here, so files aren't compressed with it\n"
            + "  cure: install libbrotli1 (Debian), or leave it out of 'precompress'")
      }
      if dryRun {
        Terminal.answer(
          (report.added.map { "add     \($0)" } + report.changed.map { "change  \($0)" }
            + report.removed.map { "remove  \($0)" }
            + report.moved.map { "rename  \($0.from) to \($0.to)" }
            + ["\(report.kept) files stay as they are"]).joined(separator: "\n"))
      }
      let answer =
        "\(target): \(report.pages) pages in \(report.languages.count) "
        + (report.languages.count == 1 ? "language" : "languages")
        + " (\(report.languages.map(\.code).joined(separator: ", "))), \(report.bytes / 1024) kB"
      Terminal.answer(answer)
      // Another library may be installed at any time.
      if !dryRun, report.missingCompressions.isEmpty {
        source.keep { source in
          PublicationReceipt(
            source: source, minutes: report.minutes, site: folder.url, workshop: folder.workshop,
            remarks: remarks, answer: answer, hasFindings: !findings.isEmpty)
        }
      }
    } catch let error as TemplateFaults {
      Terminal.say(error.description)
      throw ExitCode(1)
    } catch let error as ForeignFiles {
      Terminal.say(Self.described(error, in: target, content.content))
      throw ExitCode(1)
    } catch let error as DiskError {
      throw Self.unwritten(target, error.description)
    } catch let error as CocoaError {
      throw Self.unwritten(target, error.localizedDescription)
    }
    Foundation.exit(findings.isEmpty ? 0 : 1)
  }

  private static func draftsLeftOut(of loaded: LoadedContent) -> String? {
    let count = loaded.hidden.count { $0.status == .draft }
    guard count > 0 else { return nil }
    return count == 1
      ? "1 draft isn't published; --drafts publishes it too"
      : "\(count) drafts aren't published; --drafts publishes them too"
  }

  private static func exampleAddress(of site: Site) -> String? {
    guard ExampleAddressRule.isExample(site.baseURL) else { return nil }
    return
      "the site's address is \(site.baseURL), an example's; write your own as 'base-url' of signpost.yml"
  }

  /// Pages of articles that were there and lead nowhere now. It is said once: the next publication
  /// has nothing to compare with.
  private static func lostAddresses(
    _ removed: [String], added: [String], in library: Library
  ) -> [String] {
    let most = 5
    // Only articles have a twin in Markdown.
    let twins = removed.filter { $0.hasSuffix("/index.md") }.map { $0.dropLast("index.md".count) }
    let gone = Set(removed)
    let lost = twins.filter { gone.contains($0 + "index.html") }
    let isNew = Set(added)
    let shown = lost.prefix(most).map { path in
      let language = path.prefix { $0 != "/" }
      let successors = library.articles.filter {
        $0.language.code == language && isNew.contains($0.permalink.outputFile)
      }
      let place = successors.count == 1 && lost.count == 1 ? successors[0].sourcePath : nil
      return "note: /\(path) leads nowhere now\n  cure: "
        + (place.map { "if \($0) took its place, write" } ?? "in the article that answers now write")
        + " aliases: [/\(path)]"
    }
    return shown + (lost.count > most ? ["… and \(lost.count - most) more"] : [])
  }

  private static func described(
    _ error: ForeignFiles, in target: String, _ content: String
  ) -> String {
    let most = 5
    let shown = error.paths.prefix(most).map {
      "\(target)/\($0): error: file isn't of the site and would be lost [output]"
    }
    let others = error.paths.count - shown.count
    return
      (shown + (others > 0 ? ["… and \(others) more [output]"] : [])
      + ["  cure: move it into \(content)/static, which is published as it is, or remove it"])
      .joined(separator: "\n")
  }

  private static func unwritten(_ target: String, _ reason: String) -> ExitCode {
    Terminal.say(
      "\(target): error: site can't be written: \(reason) [output]\n"
        + "  cure: check the folder's rights and the space on the disk; the old site is unchanged")
    return ExitCode(1)
  }
}

/// What a publication was asked for.
private struct PublicationRequest {
  let digest: ContentDigest
  /// Where the last publication of that left its receipt.
  let path: String

  /// - Parameter asked: the options.
  init(_ content: ContentOptions, asked: [String], includesDrafts: Bool) {
    var digest = ContentDigest()
    digest.add([FileManager.default.currentDirectoryPath, content.content] + asked)
    digest.add(includesDrafts ? 1 : 0)
    path = content.remembered("published").path + "-" + String(digest.value, radix: 36)
    self.digest = digest
  }
}

/// What a publication is made from: the program, what it was asked for, the day, and the content as
/// it lay before it was read.
private struct PublicationSource {
  /// Nil when it can't be told later whether the content has changed.
  private let digest: UInt64?
  private let path: String
  let folder: FolderState

  init(_ request: PublicationRequest, _ content: ContentOptions) {
    folder = FolderState(of: content.content)
    path = request.path
    var digest = request.digest
    digest.add(ofProgram: FileStamp.ofProgram)
    digest.add(Today.iso)
    digest.add(folder.stamp.sum)
    // What was written just before may be written again unnoticed.
    let isOld = folder.stamp.latest < folder.time - FileStamp.clockStep
    self.digest = isOld && folder.stamp.isWhole ? digest.value : nil
  }

  /// Whether this publication would be the same as the last one.
  func isSame(as last: PublicationReceipt, of publication: LastPublication?) -> Bool {
    digest.map { last.holds(for: $0, at: Date(), of: publication) } ?? false
  }

  func keep(_ receipt: (UInt64) -> PublicationReceipt?) {
    digest.flatMap(receipt)?.keep(at: path)
  }
}

/// What ends with the process.
private final class KeptToTheEnd {
  private let loaded: LoadedContent
  private let generator: SiteGenerator

  init(_ loaded: LoadedContent, _ generator: SiteGenerator) {
    self.loaded = loaded
    self.generator = generator
  }
}

extension ContentOptions {
  /// What a site is made from: the content, today's date, and the user's own templates, if
  /// there are any in the content folder.
  func siteInput(
    of loaded: LoadedContent, shortLinks: ShortLinks, precompress: [Precompression]? = nil
  ) -> SiteGenerator.Input {
    let templates = Templates.folder(self)
    let hasTemplates = FileManager.default.fileExists(atPath: templates.path)
    return SiteGenerator.Input(
      library: loaded.library, contact: loaded.contact, synonyms: loaded.synonyms,
      shortLinks: shortLinks, assets: loaded.assets.map { ($0.source, $0.destination) },
      overrides: hasTemplates ? templates : nil, today: Date(), digest: loaded.digest,
      precompress: precompress)
  }
}

extension Precompression: ExpressibleByArgument {}

/// A folder that may be replaced by a site: not the content, nor one above it.
struct OutputFolder {
  private let path: String
  /// Of a link the folder that it leads to, so that the link stays.
  let url: URL

  /// Where it is remembered what was published: beside the site, so on the same disk.
  var workshop: URL {
    let site = url.standardizedFileURL
    return site.deletingLastPathComponent().appending(
      path: ".signpost/publish/\(site.lastPathComponent)")
  }

  init(_ path: String, content: String) throws {
    self.path = path
    url = Self.resolved(URL(filePath: path))
    let target = url.path + "/"
    let source = Self.resolved(URL(filePath: content)).path + "/"
    guard !source.hasPrefix(target), !target.hasPrefix(source) else {
      throw ValidationError("--output \(path) would overwrite the content; name another folder.")
    }
    var isFolder: ObjCBool = false
    guard
      !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || isFolder.boolValue
    else { throw ValidationError("--output \(path) is a file; name a folder.") }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard names.isEmpty || names.contains("sitemap.xml") else {
      throw ValidationError(
        "--output \(path) holds files that aren't a published site; name an empty or new folder.")
    }
  }

  /// Where a path leads by the links in it, also one to a folder that is yet to be made.
  private static func resolved(_ url: URL, mostLinks: Int = 40) -> URL {
    let url = url.standardizedFileURL
    let above = url.deletingLastPathComponent()
    if mostLinks > 0,
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path)
    {
      return resolved(URL(filePath: target, relativeTo: above), mostLinks: mostLinks - 1)
    }
    if url.path == "/" { return url }
    return resolved(above, mostLinks: mostLinks).appending(path: url.lastPathComponent)
  }

  /// Returns when no other process publishes to the folder, and keeps others waiting until this one
  /// ends, however it does.
  func waitForOthers() {
    let workshop = workshop.path
    try? FileManager.default.createDirectory(
      atPath: workshop, withIntermediateDirectories: true)
    let lock = open(workshop, O_RDONLY | O_CLOEXEC)
    // Where nothing can be written the publication says so.
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    Terminal.say("waiting for another publication to \(path)")
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
  }
}

/// Findings for a person who wanted something else: a few of each rule, then how many more.
struct DiagnosticDigest {
  private static let shown = 5
  let text: String

  init(_ diagnostics: [Diagnostic], checkCommand: String) {
    let byRule = Dictionary(grouping: diagnostics) { $0.rule }
    var lines: [String] = []
    for (rule, all) in byRule.sorted(by: { $0.key < $1.key }) {
      let sorted = all.sorted { $0.location < $1.location }
      lines += sorted.prefix(Self.shown).map { DiagnosticFormatter().format($0) }
      if all.count > Self.shown {
        lines.append("… and \(all.count - Self.shown) more [\(rule)]; '\(checkCommand)' lists all")
      }
    }
    if !diagnostics.isEmpty { lines.append(DiagnosticFormatter().summary(of: diagnostics)) }
    text = lines.joined(separator: "\n")
  }
}
