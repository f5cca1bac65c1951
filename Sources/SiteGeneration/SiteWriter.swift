import FileStamps
import Foundation
import Synchronization

/// Writes a whole site beside the old one and swaps the two when everything is there, so that a
/// half-written site is never seen; on an error the old one stays.
///
/// A file that comes out as it was keeps its bytes and times: it gets a second name in the new
/// folder instead of being written again. With a workshop the old site isn't thrown away: the next
/// publication turns it into the new one by what has changed since, so that a change of one article
/// takes no longer with ten thousand others. May be used from many threads at once.
final class SiteWriter: Sendable {
  /// What a publication does to the files of a site.
  struct Changes {
    /// Paths below the site's folder, sorted.
    var added: [String] = []
    var changed: [String] = []
    var removed: [String] = []
    /// Folders whose name has changed with their content.
    var moved: [(from: String, to: String)] = []
    var kept = 0
    /// Of all files together, also those that stay.
    var bytes = 0

    var isEmpty: Bool {
      added.isEmpty && changed.isEmpty && removed.isEmpty && moved.isEmpty
    }
  }

  /// What became of a file that was made.
  enum Fate: Equatable {
    case added, changed
    /// It is what the old site has.
    case same
  }

  struct State {
    var folders: Set<String> = []
    /// Folders of the staged site in which something was removed.
    var reduced: Set<String> = []
    /// What was made outside of versioned folders.
    var made: [String: Fate] = [:]
    /// By part.
    var versioned: [String: VersionedFolderChanges] = [:]
    /// How many files are as they were.
    var kept = 0
    var bytes = 0
  }

  let output: String
  private let compressors: [Compressor]
  /// Of files that are copied: nothing else is written there.
  private let taken: Set<String>
  let workshop: SiteWorkshop?
  let staging: String
  /// Only finds out what would change.
  let isTrial: Bool
  let hasOldSite: Bool
  /// The staged folder is the site before the old one, with everything that hasn't changed in it.
  let isFilled: Bool
  let state = Mutex(State())
  private let oldSite: OpenFolder?

  /// - Parameters:
  ///   - workshop: where the record and the site before the last are kept; nil to keep none.
  ///   - last: what was read of the workshop before.
  ///   - compressors: each adds a compressed file beside those that it makes shorter.
  ///   - taken: paths of files that are copied, which take the place of what is made.
  init(
    output: URL, workshop: URL? = nil, last: LastPublication? = nil, isTrial: Bool = false,
    compressors: [Compressor] = [], taken: Set<String> = []
  ) throws {
    self.compressors = compressors
    self.taken = taken
    let output = output.standardizedFileURL
    self.output = output.path
    self.isTrial = isTrial
    hasOldSite = FileManager.default.fileExists(atPath: output.path)
    oldSite = OpenFolder(output.path)
    self.workshop = workshop.map { workshop in
      let folder = workshop.standardizedFileURL.path
      return last?.workshop(at: folder, of: output.path) ?? SiteWorkshop(folder, site: output.path)
    }
    let process = ProcessInfo.processInfo.processIdentifier
    let name = ".\(output.lastPathComponent)-\(process)"
    let beside = output.deletingLastPathComponent().appending(path: name).path
    staging = self.workshop?.staging(of: process) ?? beside
    guard !isTrial else {
      isFilled = false
      return
    }
    let above = (staging as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    self.workshop?.removeAbandoned()
    isFilled = self.workshop?.takePrevious(to: staging) ?? false
    if !isFilled { try DiskFile(staging).makeFolder() }
  }

  /// A file that was made.
  struct Made {
    let path: String
    /// Nil where it wasn't written, since the old site has the same, or that isn't known.
    let stamp: FileStamp?
  }

  /// - Returns: all files that were made of it.
  /// - Throws: what the file system says; `SitePathError` for a path that leads out of the site.
  @discardableResult
  func write(_ text: String, to path: String) throws -> [Made] {
    if taken.contains(path) { return [] }
    var text = text
    return try text.withUTF8 { try writeAll(UnsafeRawBufferPointer($0), to: path) }
  }

  @discardableResult
  func write(_ bytes: [UInt8], to path: String) throws -> [Made] {
    if taken.contains(path) { return [] }
    return try bytes.withUnsafeBytes { try writeAll($0, to: path) }
  }

  @discardableResult
  func copy(_ source: URL, to path: String) throws -> [Made] {
    try Data(contentsOf: source, options: .alwaysMapped).withUnsafeBytes {
      try writeAll($0, to: path)
    }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, to path: String) throws -> [Made] {
    try [write(bytes, to: path)]
      + compressed(bytes, at: path).map { ending, bytes in
        try bytes.withUnsafeBytes { try write($0, to: path + ending) }
      }
  }

  /// The compressed forms of a file that are shorter, with what their paths end with.
  func compressed(
    _ bytes: UnsafeRawBufferPointer, at path: String
  ) -> [(ending: String, bytes: [UInt8])] {
    guard !compressors.isEmpty, Compressor.mayGain(path, bytes: bytes.count) else { return [] }
    return compressors.compactMap { compressor in
      compressor.compressed(bytes).map { (".\(compressor.pathExtension)", $0) }
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws -> Made {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual("..".utf8) }) else {
      throw SitePathError(path: path)
    }
    let fate = fate(of: bytes, at: path)
    let isNew = state.withLock { state in
      guard state.made[path] == nil else { return false }
      state.made[path] = fate
      state.bytes += bytes.count
      return true
    }
    guard isNew, fate != .same, !isTrial else { return Made(path: path, stamp: nil) }
    try makeFolders(above: path)
    return Made(path: path, stamp: try DiskFile(staging + "/" + path).write(bytes))
  }

  /// What is to become of a file that was made, by what the old site has.
  ///
  /// - Parameter path: in the old site.
  func fate(of bytes: UnsafeRawBufferPointer, at path: String) -> Fate {
    guard hasOldSite else { return .added }
    return switch DiskFile(output + "/" + path).likeness(to: bytes) {
    case .absent: .added
    case .other: .changed
    case .same: .same
    }
  }

  /// Takes over the files of a part unread.
  ///
  /// - Returns: False, and nothing is taken over, unless all of them lie as they were left.
  func keep(_ part: SiteRecord.Part, of name: String) -> Bool {
    var bytes = 0
    for (path, stamp) in zip(part.paths, part.stamps) {
      guard oldStamp(of: path) == stamp else { return false }
      bytes += stamp.size
    }
    var count = part.paths.count
    if let folder = workshop?.record?.versioned[name] {
      struct Touched: Error {}
      let sizes = try? concurrently(folder.files) { file in
        guard let size = self.size(of: file, in: folder) else { throw Touched() }
        return size
      }
      guard let sizes else { return false }
      bytes += sizes.reduce(0, +)
      count += sizes.count
    }
    state.withLock {
      $0.kept += count
      $0.bytes += bytes
    }
    return true
  }

  /// How a file of the old site lies now.
  func oldStamp(of path: String) -> FileStamp? { oldSite?.stamp(of: path) }

  /// Nil unless the file lies as it was left.
  func size(of file: VersionedFolder.File, in folder: VersionedFolder) -> Int? {
    guard let stamp = file.stamp, oldStamp(of: folder.path(of: file.name)) == stamp else {
      return nil
    }
    return stamp.size
  }

  /// Makes the folders that a path of the new site needs. Two threads may make the same one, but
  /// none goes on before it is there.
  func makeFolders(above path: String) throws {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard !state.withLock({ $0.folders.contains(folder) }) else { return }
    try makeFolders(above: folder)
    try DiskFile(staging + "/" + folder).makeFolder()
    state.withLock { _ = $0.folders.insert(folder) }
  }

  func discard() {
    if !isTrial { try? FileManager.default.removeItem(atPath: staging) }
  }
}

/// A path that a site may not write to: it leads out of its folder, or names no file.
struct SitePathError: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "\(path): error: path can't be part of the site [output]\n"
      + "  cure: change the address that this file is written for"
  }
}
