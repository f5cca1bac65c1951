import ContentChecks
import Foundation
import KnowledgeBase

/// What Git knows of the past of a content folder; nothing where there is no repository or no Git.
struct GitHistory {
  /// The content folder as the user named it.
  let folder: String
  /// All that happened below the folder, asked for once; nil where there is no repository or no Git.
  let past: Deferred<Past?>

  init(folder: String) {
    self.folder = folder
    past = Deferred { Self.past(of: folder) }
  }

  /// The sources that were changed after their translations, as they were then.
  ///
  /// A source is behind if a commit changed it after the last that changed the translation, or if
  /// it has changes that aren't committed. Translations being worked on are left out.
  ///
  /// - Returns: by the file of the translation, as `Article.sourcePath`.
  /// - Complexity: three runs of Git, however many articles there are.
  func pastSources(of library: Library) -> [String: PastSource] {
    let pairs = library.articles.compactMap { article -> (translation: String, source: String)? in
      guard let source = library.source(of: article.id), source.language != article.language,
        let own = path(of: article), let other = path(of: source)
      else { return nil }
      return (own, other)
    }
    guard !pairs.isEmpty, let history = past.value else { return [:] }
    let (commits, touched, edited) = (history.commits, history.touched, history.edited)
    let today = Today.iso
    let behind = pairs.compactMap { pair -> (file: String, spec: String, changedOn: String)? in
      guard let last = touched[pair.translation]?.first, !edited.contains(pair.translation) else {
        return nil
      }
      // Ranks count from the newest commit.
      let changes = touched[pair.source]?.prefix { $0 < last } ?? []
      guard
        let first = changes.last.map({ commits[$0].day })
          ?? (edited.contains(pair.source) ? today : nil)
      else { return nil }
      return (pair.translation, "\(commits[last].hash):./\(pair.source)", first)
    }
    let texts = texts(of: behind.map(\.spec))
    var past: [String: PastSource] = [:]
    for (pair, text) in zip(behind, texts) {
      guard let text else { continue }
      past["\(folder)/\(pair.file)"] = PastSource(
        text: Self.body(of: text), changedOn: pair.changedOn)
    }
    return past
  }

  struct Past: Sendable {
    /// Newest first.
    let commits: [Commit]
    /// By file, the places in `commits` of those that changed it.
    let touched: [String: [Int]]
    /// Files with changes that aren't committed.
    let edited: Set<String>
  }

  private static func past(of folder: String) -> Past? {
    let changes = ["diff", "--name-only", "--relative", "-z", "HEAD", "--", "."]
    guard let log = git(["log"] + logOptions + ["--", "."], in: folder),
      let diff = git(changes, in: folder)
    else { return nil }
    let commits = commits(in: log)
    var touched: [String: [Int]] = [:]
    for (rank, commit) in commits.enumerated() {
      for file in commit.files { touched[file, default: []].append(rank) }
    }
    return Past(commits: commits, touched: touched, edited: Set(parts(of: diff)))
  }

  private static let logOptions = [
    "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%H%x02%cs",
  ]

  struct Commit: Sendable {
    let hash: String
    let day: String
    var files: [String] = []
  }

  /// Newest first. A commit is a line of hash and day; its files follow, a zero byte after each.
  private static func commits(in log: Data) -> [Commit] {
    parts(of: log).reduce(into: []) { commits, part in
      if part.hasPrefix("\u{1}") {
        let fields = part.dropFirst().split(separator: "\u{2}")
        commits.append(
          Commit(hash: String(fields.first ?? ""), day: String(fields.last ?? "")))
      } else if !commits.isEmpty {
        commits[commits.count - 1].files.append(part)
      }
    }
  }

  private static func parts(of output: Data) -> [String] {
    output.split(separator: 0).map {
      let part = String(decoding: $0, as: UTF8.self)
      return part.hasPrefix("\n") ? String(part.dropFirst()) : part
    }.filter { !$0.isEmpty }
  }

  /// Below the content folder; nil for names that Git's list couldn't hold.
  func path(of article: Article) -> String? {
    guard article.sourcePath.hasPrefix(folder + "/"), !article.sourcePath.contains("\n") else {
      return nil
    }
    return String(article.sourcePath.dropFirst(folder.count + 1))
  }

  /// The text of each `commit:./path`; nil for those that didn't exist then.
  func texts(of specs: [String]) -> [String?] {
    guard !specs.isEmpty,
      let output = Self.git(
        ["cat-file", "--batch"], in: folder, input: specs.joined(separator: "\n") + "\n")
    else { return specs.map { _ in nil } }
    var rest = output[...]
    return specs.map { _ in
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      let head = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[rest.index(after: end)...]
      guard let size = head.split(separator: " ").last.flatMap({ Int($0) }), size < rest.count
      else { return nil }
      let text = String(decoding: rest.prefix(size), as: UTF8.self)
      rest = rest.dropFirst(size + 1)
      return text
    }
  }

  /// Without its front matter.
  static func body(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first?.hasPrefix("---") == true,
      let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") })
    else { return text }
    return lines[(end + 1)...].joined(separator: "\n")
  }

  /// Standard output, or nil when Git isn't there or fails.
  private static func git(
    _ arguments: [String], in folder: String, input: String = ""
  ) -> Data? {
    let manager = FileManager.default
    let temporary = manager.temporaryDirectory.appending(path: "signpost-git-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: temporary) }
    do {
      try manager.createDirectory(at: temporary, withIntermediateDirectories: true)
      // Files instead of pipes, which block when both sides write.
      let (list, result) = (temporary.appending(path: "in"), temporary.appending(path: "out"))
      try Data(input.utf8).write(to: list)
      try Data().write(to: result)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      // A repository's own monitor would be a program to run.
      process.arguments =
        ["git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-C", folder]
        + arguments
      process.standardInput = try FileHandle(forReadingFrom: list)
      process.standardOutput = try FileHandle(forWritingTo: result)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? try Data(contentsOf: result) : nil
    } catch {
      return nil
    }
  }
}
