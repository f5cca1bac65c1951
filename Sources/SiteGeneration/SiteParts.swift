import FileStamps
import Foundation
import KnowledgeBase
import Synchronization

/// Makes the parts of a site that have to be made, and keeps the others as they are.
///
/// A part is named, and told apart by a digest of what it is made from: of the frame, which all
/// parts share (configuration, templates, addresses, the day); of what is its own; and of the heads
/// of the articles that it showed when it was made.
final class SiteParts: Sendable {
  /// What is left for the next publication.
  struct Outcome {
    /// The parts that are as they were.
    var kept: [String] = []
    /// The others; how some of their files lie on disk isn't known yet.
    var made: [String: SiteRecord.Part] = [:]
    var versioned: [String: VersionedFolder] = [:]
  }

  private let writer: SiteWriter
  /// Nil where articles have no digests: then every part is made.
  private let frame: UInt64?
  private let heads: [UInt64]
  private let old: [String: SiteRecord.Part]
  private let outcome = Mutex(Outcome())
  private let done = Mutex(0)
  private let onProgress: @Sendable (Int) -> Void
  /// So many parts are done between two words about it.
  private static let step = 64

  /// - Parameter onProgress: called with the number of parts that are done.
  init(
    _ library: Library, frame: UInt64?, old: SiteRecord?, writer: SiteWriter,
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.onProgress = onProgress
    self.writer = writer
    self.frame = frame
    self.old = frame != nil && old?.frame == frame ? old?.parts ?? [:] : [:]
    heads = library.articles.map { article in
      var digest = ContentDigest()
      digest.add(article.digest?.head ?? 0)
      digest.add(article.contacts)
      return digest.value
    }
  }

  /// Where the terms of a language's articles are kept; nil for nowhere.
  func termsPath(in language: Language) -> String? { writer.workshop?.termsPath(in: language) }

  var isTrial: Bool { writer.isTrial }

  var all: Outcome { outcome.withLock { $0 } }

  /// Of the heads of all articles of a language; of all languages without one.
  func digest(ofHeadsIn language: Language? = nil, of library: Library) -> UInt64 {
    var digest = ContentDigest()
    for (article, head) in zip(library.articles, heads)
    where language == nil || article.language == language {
      digest.add(head)
    }
    return digest.value
  }

  /// Whether a part was made from the same before, so that most likely it needn't be made again.
  func isCurrent(_ name: String, own: UInt64) -> Bool {
    old[name].map { $0.digest == digest(own: own, shown: $0.shown) } ?? false
  }

  /// - Parameters:
  ///   - own: a digest of what this part alone is made from.
  ///   - make: writes the part's files.
  func part(_ name: String, own: UInt64 = 0, _ make: (PartWriter) throws -> Void) throws {
    defer { count() }
    if let kept = old[name], kept.digest == digest(own: own, shown: kept.shown),
      writer.keep(kept, of: name)
    {
      outcome.withLock { $0.kept.append(name) }
      return
    }
    let part = PartWriter(writer, part: name)
    try make(part)
    guard frame != nil else { return }
    let shown = part.shown.numbers
    let new = SiteRecord.Part(
      digest: digest(own: own, shown: shown), shown: shown[...], paths: part.paths[...],
      stamps: part.stamps[...])
    outcome.withLock {
      $0.made[name] = new
      $0.versioned[name] = part.versioned
    }
  }

  private func count() {
    let done = done.withLock { done in
      done += 1
      return done
    }
    if done % Self.step == 0 { onProgress(done) }
  }

  private func digest(own: UInt64, shown: some Sequence<UInt32>) -> UInt64 {
    var digest = ContentDigest()
    digest.add(frame ?? 0)
    digest.add(own)
    for number in shown where heads.indices.contains(Int(number)) {
      digest.add(heads[Int(number)])
    }
    return digest.value
  }
}

/// Writes the files of one part and remembers which they are.
final class PartWriter {
  /// The articles that the part shows.
  let shown = ShownArticles()
  private(set) var paths: [String] = []
  /// By path.
  private(set) var stamps: [FileStamp] = []
  private(set) var versioned: VersionedFolder?
  private let writer: SiteWriter
  private let part: String

  init(_ writer: SiteWriter, part: String) {
    self.writer = writer
    self.part = part
  }

  func write(_ text: String, to path: String) throws {
    note(try writer.write(text, to: path))
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    note(try writer.write(bytes, to: path))
  }

  /// Writes a folder whose name changes with its content, on all cores.
  ///
  /// - Returns: its path.
  func write(_ folder: VersionedFolder.Draft) throws -> String {
    let written = try writer.write(folder, of: part)
    versioned = written
    return written.path
  }

  func copy(_ source: URL, to path: String) throws {
    note(try writer.copy(source, to: path))
  }

  private func note(_ made: [SiteWriter.Made]) {
    for file in made {
      paths.append(file.path)
      stamps.append(file.stamp ?? .none)
    }
  }
}
