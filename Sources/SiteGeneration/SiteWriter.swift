import Foundation
import Synchronization

/// Writes a whole site beside the old one and swaps the two when everything is there, so that a
/// half-written site is never seen; on an error the old one stays.
///
/// A file that comes out as it was keeps its bytes and times: it gets a second name in the new
/// folder instead of being written again. May be used from many threads at once.
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
  }

  private struct State {
    var folders: Set<String> = []
    /// True for a file that stays as it was.
    var files: [String: Bool] = [:]
    var changes = Changes()
  }

  private let output: String
  private let staging: String
  /// Only finds out what would change.
  private let isTrial: Bool
  private let hasOldSite: Bool
  private let state = Mutex(State())

  init(output: URL, isTrial: Bool = false) throws {
    let output = output.standardizedFileURL
    let name = ".\(output.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)"
    self.output = output.path
    staging = output.deletingLastPathComponent().appending(path: name).path
    self.isTrial = isTrial
    hasOldSite = FileManager.default.fileExists(atPath: output.path)
    if !isTrial {
      try FileManager.default.createDirectory(
        atPath: staging, withIntermediateDirectories: true)
    }
  }

  /// - Throws: what the file system says; `SitePathError` for a path that leads out of the site.
  func write(_ text: String, to path: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0), to: path) }
  }

  func copy(_ source: URL, to path: String) throws {
    try write(Data(contentsOf: source, options: .alwaysMapped), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    try data.withUnsafeBytes { try write($0, to: path) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains("..") && !parts.contains("") else { throw SitePathError(path: path) }
    let isKept = hasOldSite && DiskFile(output + "/" + path).holds(bytes)
    let isNew = state.withLock { state in
      guard state.files.updateValue(isKept, forKey: path) == nil else { return false }
      state.changes.bytes += bytes.count
      return true
    }
    guard isNew, !isKept, !isTrial else { return }
    try makeFolders(above: path)
    try DiskFile(staging + "/" + path).write(bytes)
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
  func finish() throws -> Changes {
    let (files, counted) = state.withLock { ($0.files, $0.changes) }
    var changes = counted
    let old = hasOldSite ? Set(FolderFiles(of: output).paths) : []
    changes.kept = files.count { $0.value }
    let written = files.filter { !$0.value }.map(\.key).sorted()
    changes.changed = written.filter(old.contains)
    changes.added = written.filter { !old.contains($0) }
    changes.removed = old.filter { files[$0] == nil }.sorted()
    if isTrial { return changes }
    if changes.isEmpty {
      discard()
      return changes
    }
    try concurrently(files.filter(\.value).keys.sorted(), keep)
    try swap()
    return changes
  }

  /// Gives a file of the old site a name in the new one.
  private func keep(_ path: String) throws {
    try makeFolders(above: path)
    try DiskFile(staging + "/" + path).link(to: DiskFile(output + "/" + path))
  }

  private func swap() throws {
    let manager = FileManager.default
    guard hasOldSite else { return try manager.moveItem(atPath: staging, toPath: output) }
    if DiskFile(staging).exchange(with: DiskFile(output)) {
      return try manager.removeItem(atPath: staging)
    }
    let old = staging + ".old"
    try manager.moveItem(atPath: output, toPath: old)
    do {
      try manager.moveItem(atPath: staging, toPath: output)
    } catch {
      try manager.moveItem(atPath: old, toPath: output)
      throw error
    }
    try manager.removeItem(atPath: old)
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
