import FileStamps
import Foundation
import KnowledgeBase
import TextAnalysis

/// What a publication leaves for the next one: which parts the site was made of, from what, and how
/// its files were left on disk. A part whose sources are the same, and whose files are as they were
/// left, isn't made again.
struct SiteRecord {
  /// What is made as a whole: a page with its twins, the lists of a language, its search index.
  struct Part: Equatable {
    /// Of everything that it was made from.
    let digest: UInt64
    /// The articles it shows beside its own, by their number in the library.
    let shown: [UInt32]
    let paths: [String]
  }

  static let format: UInt64 = 1

  /// Of what all parts have in common; parts of another frame are void.
  var frame: UInt64
  var parts: [String: Part] = [:]
  /// The files of the site and its folders, by path.
  var files: [String: FileStamp] = [:]
  var folders: [String: FileStamp] = [:]
  /// The paths in which the site before this one, which is kept, differs from it.
  var difference: [String] = []

  init(frame: UInt64) { self.frame = frame }

  // MARK: - On disk

  /// Nil for bytes that are damaged, or another version's.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 16 else { return nil }
    var end = RawArrayReader(Array(bytes.suffix(16)))
    guard end.numbers(UInt64.self) == [checksum(bytes.dropLast(16))] else { return nil }
    var reader = RawArrayReader(bytes)
    guard let head = reader.numbers(UInt64.self), head.count == 2, head[0] == Self.format,
      let names = reader.strings(), let digests = reader.numbers(UInt64.self),
      let shownCounts = reader.numbers(UInt32.self), let shown = reader.numbers(UInt32.self),
      let pathCounts = reader.numbers(UInt32.self), let paths = reader.strings(),
      let files = Self.stamps(&reader), let folders = Self.stamps(&reader),
      let difference = reader.strings(),
      names.count == digests.count, names.count == shownCounts.count,
      names.count == pathCounts.count
    else { return nil }
    frame = head[1]
    self.files = files
    self.folders = folders
    self.difference = difference
    parts.reserveCapacity(names.count)
    var (shownStart, pathStart) = (0, 0)
    for number in names.indices {
      let shownEnd = shownStart + Int(shownCounts[number])
      let pathEnd = pathStart + Int(pathCounts[number])
      guard shownEnd <= shown.count, pathEnd <= paths.count else { return nil }
      parts[names[number]] = Part(
        digest: digests[number], shown: Array(shown[shownStart..<shownEnd]),
        paths: Array(paths[pathStart..<pathEnd]))
      (shownStart, pathStart) = (shownEnd, pathEnd)
    }
  }

  var bytes: [UInt8] {
    let parts = parts.sorted { $0.key < $1.key }
    var writer = RawArrayWriter()
    writer.append([Self.format, frame])
    writer.append(parts.map(\.key))
    writer.append(parts.map(\.value.digest))
    writer.append(parts.map { UInt32($0.value.shown.count) })
    writer.append(parts.flatMap(\.value.shown))
    writer.append(parts.map { UInt32($0.value.paths.count) })
    writer.append(parts.flatMap(\.value.paths))
    Self.append(files, to: &writer)
    Self.append(folders, to: &writer)
    writer.append(difference)
    var end = RawArrayWriter()
    end.append([checksum(writer.bytes)])
    return writer.bytes + end.bytes
  }

  private static func append(_ stamps: [String: FileStamp], to writer: inout RawArrayWriter) {
    let sorted = stamps.sorted { $0.key < $1.key }
    writer.append(sorted.map(\.key))
    writer.append(sorted.flatMap { [$0.value.size, $0.value.nanoseconds, $0.value.inode] })
  }

  private static func stamps(_ reader: inout RawArrayReader) -> [String: FileStamp]? {
    guard let paths = reader.strings(), let numbers = reader.numbers(Int.self),
      numbers.count == paths.count * 3
    else { return nil }
    var stamps: [String: FileStamp] = [:]
    stamps.reserveCapacity(paths.count)
    for (number, path) in paths.enumerated() {
      stamps[path] = FileStamp(
        size: numbers[number * 3], nanoseconds: numbers[number * 3 + 1],
        inode: numbers[number * 3 + 2])
    }
    return stamps
  }
}
