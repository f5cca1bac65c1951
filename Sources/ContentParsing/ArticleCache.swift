import FileStamps
import Foundation
import KnowledgeBase

/// What is known of a folder's articles from the last run that read them, so that only those are
/// read that have changed. It is one file, and void when it is damaged or another program's.
struct ArticleCache {
  private static let format = 3

  private let bytes: [UInt8]
  private let ranges: [String: Range<Int>]
  /// Of all that an article's text was read with: the addresses that links lead to, the site.
  let frame: UInt64?

  /// A cache that knows nothing.
  init() {
    bytes = []
    ranges = [:]
    frame = nil
  }

  /// - Parameter maker: tells whether the same program read the same folder.
  init(at path: String, maker: UInt64) {
    self.init()
    guard case .bytes(let bytes) = FileBytes.read(path, atMost: 1 << 32), bytes.count > 8,
      let kept = try? Self.entries(of: bytes, maker: maker)
    else { return }
    self.init(bytes: bytes, ranges: kept.ranges, frame: kept.frame)
  }

  private init(bytes: [UInt8], ranges: [String: Range<Int>], frame: UInt64) {
    self.bytes = bytes
    self.ranges = ranges
    self.frame = frame
  }

  private static func entries(
    of bytes: [UInt8], maker: UInt64
  ) throws(ValueReader.Damage) -> (ranges: [String: Range<Int>], frame: UInt64) {
    let content = bytes.dropLast(8)
    var end = ValueReader(bytes.suffix(8))
    guard bytes.count > 16, try end.digest() == sum(of: content) else { throw ValueReader.Damage() }
    var reader = ValueReader(content)
    guard try reader.number() == format, try reader.digest() == maker else {
      throw ValueReader.Damage()
    }
    let frame = try reader.digest()
    // What comes after the articles tells where each lies.
    var place = ValueReader(content.suffix(8))
    guard let first = Int(exactly: try place.digest()), content.indices.contains(first) else {
      throw ValueReader.Damage()
    }
    var list = ValueReader(content[first...])
    let lengths = try list.list { (reader) throws(ValueReader.Damage) in
      (path: try reader.text(), length: try reader.number())
    }
    var ranges: [String: Range<Int>] = [:]
    ranges.reserveCapacity(lengths.count)
    var start = reader.position
    for (path, length) in lengths {
      guard length >= 0, length <= first - start else { throw ValueReader.Damage() }
      ranges[path] = start..<start + length
      start += length
    }
    return (ranges, frame)
  }

  /// What is known of an article, unless its file has changed since.
  func article(at path: String, in state: FileStamp) -> KeptArticle? {
    guard let range = ranges[path] else { return nil }
    var reader = ValueReader(bytes[range])
    guard let kept = try? KeptArticle(from: &reader), kept.state == state else { return nil }
    return kept
  }

  /// Leaves what the next run may use; a folder that can't be written to is left alone.
  ///
  /// - Parameters:
  ///   - articles: those that weren't known, nil for those that were; by path.
  ///   - start: when the run began. What was written just before may be written again unnoticed.
  func keep(
    _ articles: [(path: String, new: KeptArticle?)], frame: UInt64, maker: UInt64, at path: String,
    start: Int
  ) {
    let isSame =
      frame == self.frame && articles.count == ranges.count
      && articles.allSatisfy { $0.new == nil && ranges[$0.path] != nil }
    guard !isSame else { return }
    var lengths: [(path: String, length: Int)] = []
    var file = ValueWriter()
    file.reserveCapacity(bytes.count + bytes.count / 8)
    file.write(Self.format)
    file.write(maker)
    file.write(frame)
    for (path, new) in articles {
      let before = file.bytes.count
      if let new {
        guard new.state.nanoseconds < start - FileStamp.clockStep else { continue }
        new.write(to: &file)
      } else if let range = ranges[path] {
        file.append(bytes[range])
      }
      lengths.append((path, file.bytes.count - before))
    }
    let first = UInt64(file.bytes.count)
    file.write(lengths) { writer, entry in
      writer.write(entry.path)
      writer.write(entry.length)
    }
    file.write(first)
    file.write(Self.sum(of: file.bytes[...]))
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let draft = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
    if !FileBytes.write(file.bytes, to: draft) || rename(draft, path) != 0 { unlink(draft) }
  }

  private static func sum(of bytes: ArraySlice<UInt8>) -> UInt64 {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest.value
  }
}
