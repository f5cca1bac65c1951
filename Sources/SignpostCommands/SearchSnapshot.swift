import FileStamps
import Foundation
import KnowledgeBase
import SearchIndex
import Synchronization
import TextAnalysis

/// The indexes of a content folder, kept in `.signpost/search` beside it, so that a question is
/// answered without reading the articles while none has changed.
///
/// The folder's state is told by the names, sizes and times of its files, by the day, since articles
/// appear and expire by date, and by the program, which may index otherwise in another version.
struct SearchSnapshot {
  private struct Facts: Codable {
    let state: String
    let title: [String: String]
    let baseURL: String
    let siteLanguages: [String]
    let languages: [String]
  }

  private let content: String
  let folder: String
  private let day: String

  /// - Parameters:
  ///   - content: the content folder.
  ///   - day: an ISO 8601 date.
  init(content: String, day: String) {
    self.content = content
    self.day = day
    // Foundation's `deletingLastPathComponent` stops the program at a name of one letter.
    let path = (content as NSString).standardizingPath
    folder = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + ".signpost/search"
  }

  /// The kept indexes; nil when there are none of this state.
  ///
  /// - Parameters:
  ///   - wanted: the code of the language that will be asked for; nil for all, which are read while
  ///     another core looks whether they are of this state.
  ///   - build: makes the index that turns out to be damaged.
  func load(
    wanted: String? = nil, orBuild build: @escaping (Language) -> SearchIndex
  ) -> AnswerSources? {
    guard let data = FileManager.default.contents(atPath: folder + "/site.json"),
      let facts = try? JSONDecoder().decode(Facts.self, from: data)
    else { return nil }
    let site = Site(
      title: facts.title, baseURL: facts.baseURL,
      languages: facts.siteLanguages.compactMap { Language($0) })
    let languages = facts.languages.compactMap { Language($0) }
    guard !site.languages.isEmpty, languages.count == facts.languages.count,
      languages.allSatisfy({ FileManager.default.fileExists(atPath: path($0, "index")) })
    else { return nil }
    let first = languages.filter { wanted == nil || $0.code == wanted }
    let state = Mutex<String?>(nil)
    let indexes = Mutex<[Language: SearchIndex]>([:])
    DispatchQueue.concurrentPerform(iterations: first.count + 1) { job in
      if job == 0 {
        let now = self.state()
        state.withLock { $0 = now }
      } else if let index = index(of: first[job - 1]) {
        indexes.withLock { $0[first[job - 1]] = index }
      }
    }
    guard state.withLock({ $0 }) == facts.state else { return nil }
    let read = indexes.withLock { $0 }
    return AnswerSources(site: site, languages: languages) {
      read[$0] ?? index(of: $0) ?? build($0)
    }
  }

  private func index(of language: Language) -> SearchIndex? {
    guard let file = fopen(path(language, "index"), "r") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { return nil }
    let reader = RawArrayReader(length: Int(status.st_size)) { buffer in
      fread(buffer.baseAddress, 1, buffer.count, file) == buffer.count
    }
    let texts = path(language, "texts")
    return SearchIndex(snapshot: reader) { range in
      guard let file = FileHandle(forReadingAtPath: texts) else { return [] }
      defer { try? file.close() }
      try? file.seek(toOffset: UInt64(range.lowerBound))
      return (try? file.read(upToCount: range.count)).map { Array($0) } ?? []
    }
  }

  /// Keeps the indexes for the next question. A folder that can't be written to is left alone: the
  /// next question is answered as slowly as this one.
  func save(_ sources: AnswerSources) {
    guard let state = state() else { return }
    let facts = Facts(
      state: state, title: sources.site.title, baseURL: sources.site.baseURL,
      siteLanguages: sources.site.languages.map(\.code), languages: sources.languages.map(\.code))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      let facts = try encoder.encode(facts)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      // Last, so that what it names is there.
      try? FileManager.default.removeItem(atPath: folder + "/site.json")
      for language in sources.languages {
        let snapshot = IndexSnapshot(sources.index(for: language))
        try write(snapshot.index, to: path(language, "index"))
        try write(snapshot.texts, to: path(language, "texts"))
      }
      try facts.write(to: URL(filePath: folder + "/site.json"), options: .atomic)
    } catch {
      return
    }
  }

  /// Without a copy of the bytes, which are as many as all articles have.
  private func write(_ bytes: [UInt8], to path: String) throws {
    try bytes.withUnsafeBytes { buffer in
      let data = buffer.baseAddress.map {
        Data(
          bytesNoCopy: UnsafeMutableRawPointer(mutating: $0), count: buffer.count,
          deallocator: .none)
      }
      try (data ?? Data()).write(to: URL(filePath: path), options: .atomic)
    }
  }

  private func path(_ language: Language, _ kind: String) -> String {
    "\(folder)/\(language.code).\(kind)"
  }

  // MARK: - State

  /// Names, sizes and times of all files, the day and the program, as one number; nil where a link
  /// leads to a folder, whose files may change unseen.
  private func state() -> String? {
    let files = FolderStamp(of: content)
    guard files.isWhole else { return nil }
    var digest = ContentDigest()
    digest.add(day)
    digest.add(ofProgram: FileStamp.ofProgram)
    digest.add(files.sum)
    return String(digest.value, radix: 36)
  }
}

extension ContentDigest {
  /// Which program runs: another makes something else of the same.
  mutating func add(ofProgram program: FileStamp?) {
    add(program?.size ?? 0)
    add(program?.nanoseconds ?? 0)
  }
}
