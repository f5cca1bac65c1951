import FileStamps
import Foundation
import KnowledgeBase
import SearchIndex
import Synchronization
import TextAnalysis

/// What search indexes take from the texts of articles, as it lies on disk between two publications.
///
/// There are two files: of the articles that were read when there was none, and of those that were
/// read since, so that a change writes little. When the second grows, both are given up.
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

  private static let format: UInt64 = 1
  /// The second file may hold so many articles, or a share of those of the first.
  private static let mostRecent = 256
  private static let recentShare = 8

  /// Nil where nothing is kept.
  private let path: String?
  private let language: Language
  private let first: Generation
  private(set) var recent: Generation

  /// - Parameter path: of the first file; the second's ends with `-recent`.
  init(_ language: Language, at path: String?) {
    self.path = path
    self.language = language
    let first = path.flatMap { Self.generation(at: $0, language) }
    let recent = first == nil ? nil : path.flatMap { Self.generation(at: $0 + "-recent", language) }
    let isTooMuch =
      (recent?.entries.count ?? 0)
      > max(Self.mostRecent, (first?.entries.count ?? 0) / Self.recentShare)
    self.first = isTooMuch ? Generation() : first ?? Generation()
    self.recent = isTooMuch ? Generation() : recent ?? Generation()
  }

  /// The vectors that entries number.
  var vectors: [TermVectors] { first.vectors + recent.vectors }

  subscript(key: UInt64) -> Entry? {
    if let entry = first.entries[key] { return entry }
    return recent.entries[key].map { entry in
      Entry(
        vectors: entry.vectors + first.vectors.count, documents: entry.documents,
        questions: entry.questions)
    }
  }

  /// Leaves what the next publication may use; a folder that can't be written to is left alone.
  ///
  /// - Parameter added: the recent articles, those that were known among them.
  func keep(_ added: Generation) {
    guard let path else { return }
    let isFirst = first.entries.isEmpty
    if isFirst { unlink(path + "-recent") }
    let file = DiskFile(isFirst ? path : path + "-recent")
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = ProcessInfo.processInfo.processIdentifier
    let draft = DiskFile("\(SiteWorkshop.draft(of: process, in: folder)).terms")
    do {
      try Self.bytes(of: added).withUnsafeBytes { try draft.write($0) }
      if rename(draft.path, file.path) != 0 { unlink(draft.path) }
    } catch {
      unlink(draft.path)
    }
  }

  // MARK: - On disk

  /// Nil for what isn't there, is damaged, or was written by another program.
  private static func generation(at path: String, _ language: Language) -> Generation? {
    guard let bytes = DiskFile(path).bytes(), bytes.count > 16 else { return nil }
    // Damage is found on one core while the other reads what may be damaged, within its bounds.
    let read = Mutex<Generation?>(nil)
    let isWhole = Mutex(false)
    try? concurrently(
      { isWhole.withLock { $0 = isUndamaged(bytes) } },
      { read.withLock { $0 = generation(of: bytes, language) } })
    return isWhole.withLock { $0 } ? read.withLock { $0 } : nil
  }

  private static func isUndamaged(_ bytes: [UInt8]) -> Bool {
    let end = bytes.count - 16
    var sum = RawArrayReader(Array(bytes[end...]))
    return sum.numbers(UInt64.self) == [checksum(bytes[..<end])]
  }

  private static func generation(of bytes: [UInt8], _ language: Language) -> Generation? {
    var reader = RawArrayReader(bytes)
    guard reader.numbers(UInt64.self) == head, let keys = reader.numbers(UInt64.self),
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

  private static func bytes(of generation: Generation) -> [UInt8] {
    let entries = generation.entries.sorted { $0.key < $1.key }
    var writer = RawArrayWriter()
    writer.append(head)
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
    let sum = checksum(writer.bytes)
    writer.append([sum])
    return writer.bytes
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
