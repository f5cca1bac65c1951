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
    let shown: ArraySlice<UInt32>
    let paths: ArraySlice<String>
    /// By path; `FileStamp.none` where that isn't known.
    var stamps: ArraySlice<FileStamp>
  }

  static let format: UInt64 = 5

  /// Of what all parts have in common; parts of another frame are void.
  var frame: UInt64
  var parts: [String: Part] = [:]
  /// The names of the parts in the record before, sorted.
  private let names: [String]
  /// By part.
  var versioned: [String: VersionedFolder] = [:]
  /// All folders of the site.
  var folders: [String] = []
  /// By folder.
  var folderStamps: [FileStamp] = []
  /// By folder, in the site before this one; `FileStamp.none` where that isn't known.
  var formerStamps: [FileStamp] = []
  /// The paths in which the site before this one, which is kept, differs from it, but for those in
  /// versioned folders.
  var difference: [String] = []

  /// - Parameter last: the record before.
  init(frame: UInt64, after last: SiteRecord? = nil) {
    self.frame = frame
    names = last?.names ?? []
  }

  // MARK: - On disk

  /// Nil for what is damaged, or another version's.
  init?(_ reader: inout RawArrayReader) {
    guard let head = reader.numbers(UInt64.self), head.count == 3, head[0] == Self.format,
      case let (names, parts)? = Self.parts(&reader), let folders = reader.strings(),
      let folderStamps = reader.numbers(FileStamp.self), folders.count == folderStamps.count,
      let formerStamps = reader.numbers(FileStamp.self), folders.count == formerStamps.count,
      let difference = reader.strings()
    else { return nil }
    frame = head[1]
    self.names = names
    self.parts = parts
    self.folders = folders
    self.folderStamps = folderStamps
    self.formerStamps = formerStamps
    self.difference = difference
    for _ in 0..<head[2] {
      guard let (part, folder) = Self.versionedFolder(&reader) else { return nil }
      versioned[part] = folder
    }
    guard reader.isWhole() else { return nil }
  }

  private static func parts(
    _ reader: inout RawArrayReader
  ) -> (names: [String], parts: [String: Part])? {
    guard let names = reader.strings(), let digests = reader.numbers(UInt64.self),
      let shownCounts = reader.numbers(UInt32.self), let shown = reader.numbers(UInt32.self),
      let pathCounts = reader.numbers(UInt32.self), let paths = reader.strings(),
      let stamps = reader.numbers(FileStamp.self), names.count == digests.count,
      names.count == shownCounts.count, names.count == pathCounts.count,
      paths.count == stamps.count
    else { return nil }
    var parts: [String: Part] = [:]
    parts.reserveCapacity(names.count)
    var (shownStart, pathStart) = (0, 0)
    for number in names.indices {
      let shownEnd = shownStart + Int(shownCounts[number])
      let pathEnd = pathStart + Int(pathCounts[number])
      guard shownEnd <= shown.count, pathEnd <= paths.count else { return nil }
      parts[names[number]] = Part(
        digest: digests[number], shown: shown[shownStart..<shownEnd],
        paths: paths[pathStart..<pathEnd], stamps: stamps[pathStart..<pathEnd])
      (shownStart, pathStart) = (shownEnd, pathEnd)
    }
    return (names, parts)
  }

  private static func versionedFolder(
    _ reader: inout RawArrayReader
  ) -> (part: String, folder: VersionedFolder)? {
    guard let heads = reader.strings(), heads.count == 3, let names = reader.strings(),
      let sources = reader.numbers(UInt64.self), let texts = reader.numbers(UInt64.self),
      let stamps = reader.numbers(FileStamp.self), let difference = reader.strings(),
      names.count == sources.count, names.count == texts.count, names.count == stamps.count
    else { return nil }
    let files = names.indices.map {
      VersionedFolder.File(
        name: names[$0], source: sources[$0], text: texts[$0], stamp: stamps[$0])
    }
    return (
      heads[0],
      VersionedFolder(path: heads[1], files: files, former: heads[2], difference: difference)
    )
  }

  func write(to writer: inout RawArrayWriter) {
    var names = names
    var parts = names.compactMap { self.parts[$0] }
    // Mostly they are those of before.
    if parts.count != max(names.count, self.parts.count) {
      names = self.parts.keys.sorted()
      parts = names.compactMap { self.parts[$0] }
    }
    let versioned = versioned.sorted { $0.key < $1.key }
    writer.append([Self.format, frame, UInt64(versioned.count)])
    writer.append(names)
    writer.append(parts.map(\.digest))
    writer.append(parts.map { UInt32($0.shown.count) })
    writer.append(parts.flatMap(\.shown))
    writer.append(parts.map { UInt32($0.paths.count) })
    writer.append(parts.flatMap(\.paths))
    writer.append(parts.flatMap(\.stamps))
    writer.append(folders)
    writer.append(folderStamps)
    writer.append(formerStamps)
    writer.append(difference)
    for (part, folder) in versioned {
      writer.append([part, folder.path, folder.former])
      writer.append(folder.files.map(\.name))
      writer.append(folder.files.map(\.source))
      writer.append(folder.files.map(\.text))
      writer.append(folder.files.map { $0.stamp ?? .none })
      writer.append(folder.difference)
    }
    writer.seal()
  }
}

extension FileStamp {
  /// No file has it.
  static let none = FileStamp(size: -2, nanoseconds: 0, inode: 0)
}
