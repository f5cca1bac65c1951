import FileStamps
import Foundation
import KnowledgeBase
import SearchIndex
import TextAnalysis

/// What search indexes take from the texts of articles, as it lies on disk between two publications.
///
/// There are three files: of the articles that were read when there was none, of those that were
/// read since, so that a change writes little, and the postings of an index of most of them, so that
/// a change reads little. When the second grows, all are given up.
struct KeptTerms: Sendable {
  struct Entry: Sendable {
    /// In which vectors the article's documents are, and where.
    let vectors: Int
    let documents: Range<Int>
    /// Of the documents after the first.
    let questions: [SearchDocument.Question]
  }

  /// One file.
  struct Generation: Sendable {
    /// By the digest of the article.
    var entries: [UInt64: Entry] = [:]
    var vectors: [TermVectors] = []
  }

  private static let format: UInt64 = 5
  private static let endings = (recent: "-recent", postings: "-postings")
  /// The second file may hold so many articles, or a share of those of the first.
  private static let mostRecent = 256
  private static let recentShare = 8

  /// Nil where nothing is kept.
  private let path: String?
  private let language: Language
  /// Read when it is asked for.
  private let read: Deferred<Generation>
  let recent: Generation
  let postings: KeptPostings?

  /// - Parameter path: of the first file; the names of the others begin with it.
  init(_ language: Language, at path: String?) {
    let read = Deferred {
      path.flatMap { Self.generation(at: $0, language) } ?? Generation()
    }
    let postings = path.flatMap { KeptPostings(at: $0 + Self.endings.postings) }
    let count = postings?.keys.count ?? read.value.entries.count
    let recent =
      count == 0 ? nil : path.flatMap { Self.generation(at: $0 + Self.endings.recent, language) }
    let isTooMuch = (recent?.entries.count ?? 0) > max(Self.mostRecent, count / Self.recentShare)
    self.path = path
    self.language = language
    self.read = isTooMuch ? Deferred { Generation() } : read
    self.recent = isTooMuch ? Generation() : recent ?? Generation()
    self.postings = isTooMuch ? nil : postings
  }

  /// The languages whose articles' terms are in files that begin so.
  static func languages(at path: String) -> [Language] {
    let name = (path as NSString).lastPathComponent
    let folder = (path as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { file in
      file.hasPrefix(name)
        && ![endings.recent, endings.postings].contains(where: file.hasSuffix)
    }.compactMap { Language(String($0.dropFirst(name.count))) }
  }

  private var first: Generation { read.value }

  /// The vectors that entries number, those of recent articles last.
  var vectors: [TermVectors] { first.vectors + recent.vectors }

  /// Where the vectors of recent articles begin.
  var recentStart: Int { first.vectors.count }

  subscript(key: UInt64) -> Entry? {
    if let entry = first.entries[key] { return entry }
    return recent.entries[key].map { entry in
      Entry(
        vectors: entry.vectors + first.vectors.count, documents: entry.documents,
        questions: entry.questions)
    }
  }

  /// Whether an article's terms needn't be taken from its text.
  func holds(_ key: UInt64) -> Bool {
    if recent.entries[key] != nil { return true }
    return postings.map { $0.places[key] != nil } ?? (first.entries[key] != nil)
  }

  /// Leaves postings to the next publication.
  func keep(_ postings: KeptPostings) {
    guard let path else { return }
    write(to: path + Self.endings.postings) { postings.write(to: &$0) }
  }

  /// Leaves what the next publication may use; a folder that can't be written to is left alone.
  ///
  /// - Parameters:
  ///   - added: the recent articles, those that were known among them.
  ///   - isFirst: whether these are all.
  func keep(_ added: Generation, isFirst: Bool) {
    guard let path else { return }
    if isFirst { unlink(path + Self.endings.recent) }
    write(to: isFirst ? path : path + Self.endings.recent) { Self.write(added, to: &$0) }
  }

  private func write(to path: String, _ body: (inout RawArrayWriter) -> Void) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = ProcessInfo.processInfo.processIdentifier
    let draft = DiskFile("\(SiteWorkshop.draft(of: process, in: folder)).terms")
    let isWritten: Void? = try? draft.writeArrays { writer in
      writer.append(Self.head)
      body(&writer)
      writer.seal()
    }
    if isWritten == nil || rename(draft.path, path) != 0 { unlink(draft.path) }
  }

  // MARK: - On disk

  /// Reads a file; nil for what isn't there, is damaged, or was written by another program.
  static func read<Content>(
    _ path: String, _ body: (inout RawArrayReader) -> Content?
  ) -> Content? {
    DiskFile(path).arrays { reader in
      guard reader.numbers(UInt64.self) == head, let content = body(&reader), reader.isWhole()
      else { return nil }
      return content
    }
  }

  private static func generation(at path: String, _ language: Language) -> Generation? {
    read(path) { generation(&$0, language) }
  }

  private static func generation(
    _ reader: inout RawArrayReader, _ language: Language
  ) -> Generation? {
    guard let keys = reader.numbers(UInt64.self),
      let places = reader.numbers(UInt32.self), let questions = reader.strings(),
      let count = reader.numbers(UInt32.self)?.first, places.count == keys.count * 4
    else { return nil }
    var generation = Generation()
    for _ in 0..<count {
      guard let vectors = TermVectors(&reader, language: language) else { return nil }
      generation.vectors.append(vectors)
    }
    generation.entries.reserveCapacity(keys.count)
    var start = 0
    for (number, key) in keys.enumerated() {
      let place = places[(number * 4)..<(number * 4 + 4)].map(Int.init)
      let end = start + place[3] * 3
      guard place[0] < generation.vectors.count, place[1] <= place[2],
        place[2] <= generation.vectors[place[0]].count, end <= questions.count
      else { return nil }
      generation.entries[key] = Entry(
        vectors: place[0], documents: place[1]..<place[2],
        questions: stride(from: start, to: end, by: 3).map {
          SearchDocument.Question(
            title: questions[$0], anchor: questions[$0 + 1], summary: questions[$0 + 2])
        })
      start = end
    }
    return generation
  }

  private static func write(_ generation: Generation, to writer: inout RawArrayWriter) {
    let entries = generation.entries.sorted { $0.key < $1.key }
    writer.append(entries.map(\.key))
    writer.append(
      entries.flatMap { entry in
        [
          entry.value.vectors, entry.value.documents.lowerBound, entry.value.documents.upperBound,
          entry.value.questions.count,
        ].map(UInt32.init)
      })
    writer.append(
      entries.flatMap { $0.value.questions.flatMap { [$0.title, $0.anchor, $0.summary] } })
    writer.append([UInt32(generation.vectors.count)])
    for vectors in generation.vectors { vectors.write(to: &writer) }
  }

  /// Tells whether the same program wrote the file.
  private static var head: [UInt64] {
    let program = FileStamp.ofProgram
    return [
      format, UInt64(bitPattern: Int64(program?.size ?? 0)),
      UInt64(bitPattern: Int64(program?.nanoseconds ?? 0)),
    ]
  }
}
