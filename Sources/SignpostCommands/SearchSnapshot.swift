import Foundation
import KnowledgeBase
import SearchIndex

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
  private let folder: String
  private let day: String

  /// - Parameters:
  ///   - content: the content folder.
  ///   - day: an ISO 8601 date.
  init(content: String, day: String) {
    self.content = content
    self.day = day
    let parent = (content as NSString).standardizingPath as NSString
    let above = parent.deletingLastPathComponent
    folder = (above.isEmpty ? "" : above == "/" ? "/" : above + "/") + ".signpost/search"
  }

  /// The kept indexes, each read when it is asked for; nil when there are none of this state.
  ///
  /// - Parameter build: makes the index that turns out to be damaged.
  func load(orBuild build: @escaping (Language) -> SearchIndex) -> AnswerSources? {
    guard let data = FileManager.default.contents(atPath: folder + "/site.json"),
      let facts = try? JSONDecoder().decode(Facts.self, from: data), facts.state == state()
    else { return nil }
    let site = Site(
      title: facts.title, baseURL: facts.baseURL,
      languages: facts.siteLanguages.compactMap { Language($0) })
    let languages = facts.languages.compactMap { Language($0) }
    guard !site.languages.isEmpty, languages.count == facts.languages.count,
      languages.allSatisfy({ FileManager.default.fileExists(atPath: path($0, "index")) })
    else { return nil }
    return AnswerSources(site: site, languages: languages) { index(of: $0) ?? build($0) }
  }

  private func index(of language: Language) -> SearchIndex? {
    guard let bytes = Self.bytes(path(language, "index")) else { return nil }
    let texts = path(language, "texts")
    return SearchIndex(snapshot: bytes) { range in
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
        try Data(snapshot.index).write(
          to: URL(filePath: path(language, "index")), options: .atomic)
        try Data(snapshot.texts).write(
          to: URL(filePath: path(language, "texts")), options: .atomic)
      }
      try facts.write(to: URL(filePath: folder + "/site.json"), options: .atomic)
    } catch {
      return
    }
  }

  private func path(_ language: Language, _ kind: String) -> String {
    "\(folder)/\(language.code).\(kind)"
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }

  // MARK: - State

  /// Names, sizes and times of all files, the day and the program, as one number; nil where a link
  /// leads to a folder, whose files may change unseen.
  private func state() -> String? {
    guard let files = Self.files(below: content) else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
    func add(_ text: String) { for byte in text.utf8 { add(UInt64(byte)) } }
    func add(_ status: stat) {
      add(UInt64(bitPattern: Int64(status.st_size)))
      add(UInt64(bitPattern: Int64(status.st_mtim.tv_sec)))
      add(UInt64(bitPattern: Int64(status.st_mtim.tv_nsec)))
      add(UInt64(status.st_ino))
    }
    add(day)
    var program = stat()
    if stat("/proc/self/exe", &program) == 0 { add(program) }
    for (path, status) in files {
      add(path)
      add(status)
    }
    return String(hash, radix: 36)
  }

  /// All files below a folder, sorted, each as it is on the disk; hidden ones are no content.
  private static func files(below root: String) -> [(path: String, status: stat)]? {
    var found: [(path: String, status: stat)] = []
    var folders = [""]
    while let folder = folders.popLast() {
      guard let directory = opendir(root + "/" + folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFLNK:
          guard stat(root + "/" + path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR
          else { return nil }
          found.append((path, status))
        default: found.append((path, status))
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }
}
