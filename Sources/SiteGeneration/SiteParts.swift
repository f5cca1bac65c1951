import Foundation
import KnowledgeBase
import Synchronization

/// Makes the parts of a site that have to be made, and keeps the others as they are.
///
/// A part is named, and told apart by a digest of what it is made from: of the frame, which all
/// parts share (configuration, templates, addresses, the day); of what is its own; and of the heads
/// of the articles that it showed when it was made.
final class SiteParts: Sendable {
  private let writer: SiteWriter
  /// Nil where articles have no digests: then every part is made.
  private let frame: UInt64?
  private let heads: [UInt64]
  private let numbers: [Permalink: UInt32]
  private let old: [String: SiteRecord.Part]
  /// As `old`, also when they are of another frame.
  private let former: [String: SiteRecord.Part]
  private let made = Mutex<[String: SiteRecord.Part]>([:])
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
    former = old?.parts ?? [:]
    self.old = frame != nil && old?.frame == frame ? former : [:]
    heads = library.articles.map { article in
      var digest = ContentDigest()
      digest.add(article.digest?.head ?? 0)
      digest.add(article.contacts)
      return digest.value
    }
    numbers = Dictionary(
      library.articles.enumerated().map { ($1.permalink, UInt32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is left for the next publication.
  var all: [String: SiteRecord.Part] { made.withLock { $0 } }

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

  /// The files that a part had before.
  func formerPaths(of name: String) -> [String] { former[name]?.paths ?? [] }

  /// - Parameters:
  ///   - own: a digest of what this part alone is made from.
  ///   - make: writes the part's files.
  func part(_ name: String, own: UInt64 = 0, _ make: (PartWriter) throws -> Void) throws {
    defer { count() }
    if let kept = old[name], kept.digest == digest(own: own, shown: kept.shown),
      writer.keep(kept.paths)
    {
      made.withLock { $0[name] = kept }
      return
    }
    let part = PartWriter(writer)
    try make(part)
    guard frame != nil else { return }
    let shown = part.shown.all.compactMap { numbers[$0] }.sorted()
    let new = SiteRecord.Part(
      digest: digest(own: own, shown: shown), shown: shown, paths: part.paths)
    made.withLock { $0[name] = new }
  }

  private func count() {
    let done = done.withLock { done in
      done += 1
      return done
    }
    if done % Self.step == 0 { onProgress(done) }
  }

  private func digest(own: UInt64, shown: [UInt32]) -> UInt64 {
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
  private let writer: SiteWriter

  init(_ writer: SiteWriter) { self.writer = writer }

  func write(_ text: String, to path: String) throws {
    paths += try writer.write(text, to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    paths += try writer.write(bytes, to: path)
  }

  /// Writes many files on all cores.
  ///
  /// - Parameter former: where a file with the same bytes may lie in the old site; it keeps its bytes
  ///   and times under the new name.
  func write(_ files: [(text: String, path: String, former: String?)]) throws {
    let written = Mutex<[String]>([])
    let writer = writer
    try concurrently(files) { file in
      let paths = try writer.write(file.text, to: file.path, formerly: file.former)
      written.withLock { $0 += paths }
    }
    paths += written.withLock { $0.sorted() }
  }

  func copy(_ source: URL, to path: String) throws {
    paths += try writer.copy(source, to: path)
  }
}
