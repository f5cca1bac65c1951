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
  struct Changes: Equatable {
    /// Paths below the site's folder, sorted.
    var added: [String] = []
    var changed: [String] = []
    var removed: [String] = []
    var kept = 0
    /// Of all files together, also those that stay.
    var bytes = 0

    var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
    var all: [String] { added + changed + removed }
  }

  enum Fate: Equatable {
    case written
    /// Made, and found to be what the old site has.
    case same
    /// Made, and found to be what the old site has in another place.
    case moved
    /// Not made: it lies as the last publication left it.
    case kept(FileStamp)

    var stays: Bool { self != .written && self != .moved }
  }

  private struct State {
    var folders: Set<String> = []
    var files: [String: Fate] = [:]
    var bytes = 0
  }

  let output: String
  private let compressors: [Compressor]
  let workshop: SiteWorkshop?
  private let staging: String
  /// Only finds out what would change.
  private let isTrial: Bool
  private let hasOldSite: Bool
  /// The staged folder is the site before the old one, with everything that hasn't changed in it.
  private let isFilled: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - workshop: where the record and the site before the last are kept; nil to keep none.
  ///   - compressors: each adds a compressed file beside those that it makes shorter.
  init(
    output: URL, workshop: URL? = nil, isTrial: Bool = false, compressors: [Compressor] = []
  ) throws {
    self.compressors = compressors
    let output = output.standardizedFileURL
    self.output = output.path
    self.isTrial = isTrial
    hasOldSite = FileManager.default.fileExists(atPath: output.path)
    self.workshop = workshop.map { SiteWorkshop($0.standardizedFileURL.path, site: output.path) }
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

  /// - Parameter former: where the old site may have the same file, if not at `path`.
  /// - Returns: the paths of all files that were made of it.
  /// - Throws: what the file system says; `SitePathError` for a path that leads out of the site.
  @discardableResult
  func write(_ text: String, to path: String, formerly former: String? = nil) throws -> [String] {
    var text = text
    return try text.withUTF8 {
      try writeAll(UnsafeRawBufferPointer($0), to: path, formerly: former)
    }
  }

  @discardableResult
  func write(_ bytes: [UInt8], to path: String) throws -> [String] {
    try bytes.withUnsafeBytes { try writeAll($0, to: path) }
  }

  @discardableResult
  func copy(_ source: URL, to path: String) throws -> [String] {
    try Data(contentsOf: source, options: .alwaysMapped).withUnsafeBytes {
      try writeAll($0, to: path)
    }
  }

  private func writeAll(
    _ bytes: UnsafeRawBufferPointer, to path: String, formerly former: String? = nil
  ) throws -> [String] {
    try write(bytes, to: path, formerly: former)
    var paths = [path]
    guard !compressors.isEmpty, Compressor.mayGain(path, bytes: bytes.count) else { return paths }
    for compressor in compressors {
      guard let compressed = compressor.compressed(bytes) else { continue }
      let ending = ".\(compressor.pathExtension)"
      paths.append(path + ending)
      try compressed.withUnsafeBytes {
        try write($0, to: path + ending, formerly: former.map { $0 + ending })
      }
    }
    return paths
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, formerly former: String?
  ) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains("..") && !parts.contains("") else { throw SitePathError(path: path) }
    let isSame = hasOldSite && DiskFile(output + "/" + path).holds(bytes)
    let place = former.map { DiskFile(output + "/" + $0) }
    let isMoved = hasOldSite && !isSame && place?.holds(bytes) == true
    let isNew = state.withLock { state in
      guard state.files[path] == nil else { return false }
      state.files[path] = isSame ? .same : isMoved ? .moved : .written
      state.bytes += bytes.count
      return true
    }
    guard isNew, !isSame, !isTrial else { return }
    try makeFolders(above: path)
    let file = DiskFile(staging + "/" + path)
    if isMoved, let place { try file.link(to: place) } else { try file.write(bytes) }
  }

  /// Takes over files of the old site unread.
  ///
  /// - Returns: False, and nothing is taken over, unless all of them lie as they were left.
  func keep(_ paths: [String]) -> Bool {
    guard let record = workshop?.record else { return false }
    var stamps: [FileStamp] = []
    for path in paths {
      guard let stamp = record.files[path], FileStamp(of: output + "/" + path) == stamp else {
        return false
      }
      stamps.append(stamp)
    }
    state.withLock { state in
      for (path, stamp) in zip(paths, stamps) where state.files[path] == nil {
        state.files[path] = .kept(stamp)
        state.bytes += Int(stamp.size)
      }
    }
    return true
  }

  /// Makes the folders that a path of the new site needs. Two threads may make the same one, but
  /// none goes on before it is there.
  private func makeFolders(above path: String) throws {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(path[..<slash])
    guard !state.withLock({ $0.folders.contains(folder) }) else { return }
    try makeFolders(above: folder)
    try DiskFile(staging + "/" + folder).makeFolder()
    state.withLock { _ = $0.folders.insert(folder) }
  }

  /// Puts the new site in the place of the old one, unless nothing has changed.
  ///
  /// - Parameters:
  ///   - frame: of the record that is left for the next publication; nil leaves none.
  ///   - parts: likewise.
  func finish(frame: UInt64? = nil, parts: [String: SiteRecord.Part] = [:]) throws -> Changes {
    let (files, bytes) = state.withLock { ($0.files, $0.bytes) }
    let changes = changes(to: files, bytes: bytes)
    if isTrial { return changes }
    var difference = workshop?.record?.difference ?? []
    if changes.isEmpty {
      if isFilled { workshop?.putBack(staging) } else { discard() }
    } else {
      try stage(files, changes)
      workshop?.forgetRecord()
      try swap()
      difference = changes.all
    }
    if let frame, !isAsRecorded(frame: frame, parts: parts, files: files) {
      try workshop?.keepRecord(of: files, frame, parts, difference)
    }
    return changes
  }

  /// Whether nothing was made, so that the record says already what would be written into it.
  private func isAsRecorded(
    frame: UInt64, parts: [String: SiteRecord.Part], files: [String: Fate]
  ) -> Bool {
    guard let record = workshop?.record, workshop?.isIntact == true else { return false }
    let areKept = files.values.allSatisfy { if case .kept = $0 { true } else { false } }
    return areKept && files.count == record.files.count && frame == record.frame
      && parts == record.parts
  }

  private func changes(to files: [String: Fate], bytes: Int) -> Changes {
    var changes = Changes(bytes: bytes)
    changes.kept = files.count { $0.value.stays }
    let written = files.filter { !$0.value.stays }.map(\.key).sorted()
    if workshop?.isIntact == true, let old = workshop?.record?.files {
      note(written, old.keys, { old[$0] != nil }, files, in: &changes)
    } else if hasOldSite {
      let old = Set(FolderFiles(of: output).paths)
      note(written, old, old.contains, files, in: &changes)
    } else {
      changes.added = written
    }
    return changes
  }

  private func note(
    _ written: [String], _ old: some Collection<String>, _ isOld: (String) -> Bool,
    _ files: [String: Fate], in changes: inout Changes
  ) {
    changes.changed = written.filter(isOld)
    changes.added = written.filter { !isOld($0) }
    // What stays was there before, so that often it is known without a look that nothing goes.
    if changes.kept + changes.changed.count < old.count {
      changes.removed = old.filter { files[$0] == nil }.sorted()
    }
  }

  /// Brings into the staged folder what isn't written anew, and out of it what is no more.
  private func stage(_ files: [String: Fate], _ changes: Changes) throws {
    guard isFilled else {
      return try concurrently(files.filter(\.value.stays).keys.sorted(), link)
    }
    let difference = workshop?.record?.difference ?? []
    for path in difference + changes.removed where files[path] == nil {
      DiskFile(staging + "/" + path).remove(upTo: staging)
    }
    for path in difference where files[path]?.stays == true { try link(path) }
  }

  /// Gives a file of the old site a name in the new one.
  private func link(_ path: String) throws {
    try makeFolders(above: path)
    try DiskFile(staging + "/" + path).link(to: DiskFile(output + "/" + path))
  }

  private func swap() throws {
    let manager = FileManager.default
    guard hasOldSite else { return try manager.moveItem(atPath: staging, toPath: output) }
    if DiskFile(staging).exchange(with: DiskFile(output)) { return try giveUp(staging) }
    let old = staging + ".old"
    try manager.moveItem(atPath: output, toPath: old)
    do {
      try manager.moveItem(atPath: staging, toPath: output)
    } catch {
      try manager.moveItem(atPath: old, toPath: output)
      throw error
    }
    try giveUp(old)
  }

  /// The old site is kept for the next publication, or removed.
  private func giveUp(_ old: String) throws {
    if let workshop { return workshop.putBack(old) }
    try FileManager.default.removeItem(atPath: old)
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
