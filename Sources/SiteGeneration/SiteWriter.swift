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
    if !isTrial { try makeFolder(staging) }
  }

  /// - Throws: what the file system says; `SitePathError` for a path that leads out of the site.
  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func copy(_ source: URL, to path: String) throws {
    try write(Data(contentsOf: source, options: .alwaysMapped), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains("..") && !parts.contains("") else { throw SitePathError(path: path) }
    let old = hasOldSite ? oldFile(path, ofSize: data.count) : nil
    let isKept = old.map { $0 == data } ?? false
    let isNew = state.withLock { state in
      guard state.files.updateValue(isKept, forKey: path) == nil else { return false }
      state.changes.bytes += data.count
      return true
    }
    guard isNew, !isKept, !isTrial else { return }
    let target = staging + "/" + path
    try makeFolder((target as NSString).deletingLastPathComponent)
    try data.write(to: URL(filePath: target))
  }

  /// The bytes of a file of the old site, if it has that size.
  private func oldFile(_ path: String, ofSize size: Int) -> Data? {
    let path = output + "/" + path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.size] as? Int == size, attributes[.type] as? FileAttributeType == .typeRegular
    else { return nil }
    return try? Data(contentsOf: URL(filePath: path))
  }

  private func makeFolder(_ path: String) throws {
    guard state.withLock({ $0.folders.insert(path).inserted }) else { return }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Puts the new site in the place of the old one, unless nothing has changed.
  func finish() throws -> Changes {
    let (files, counted, folders) = state.withLock { ($0.files, $0.changes, $0.folders) }
    var changes = counted
    let old = hasOldSite ? oldFiles(among: files, in: folders) : []
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
    for path in files.filter(\.value).keys.sorted() { try keep(path) }
    try swap()
    return changes
  }

  /// Gives a file of the old site a name in the new one.
  private func keep(_ path: String) throws {
    let target = staging + "/" + path
    try makeFolder((target as NSString).deletingLastPathComponent)
    do {
      try FileManager.default.linkItem(atPath: output + "/" + path, toPath: target)
    } catch {
      // Not every file system knows hard links.
      try FileManager.default.copyItem(atPath: output + "/" + path, toPath: target)
    }
  }

  private func swap() throws {
    let manager = FileManager.default
    let old = staging + ".old"
    if hasOldSite { try manager.moveItem(atPath: output, toPath: old) }
    do {
      try manager.moveItem(atPath: staging, toPath: output)
    } catch {
      if hasOldSite { try manager.moveItem(atPath: old, toPath: output) }
      throw error
    }
    if hasOldSite { try manager.removeItem(atPath: old) }
  }

  func discard() {
    if !isTrial { try? FileManager.default.removeItem(atPath: staging) }
  }

  /// The files of the old site. What the new one has as a file or folder needn't be asked about.
  private func oldFiles(among new: [String: Bool], in folders: Set<String>) -> Set<String> {
    let manager = FileManager.default
    var files: Set<String> = []
    for case let path as String in manager.enumerator(atPath: output) ?? .init() {
      if new[path] == nil {
        if folders.contains(staging + "/" + path) { continue }
        let attributes = try? manager.attributesOfItem(atPath: output + "/" + path)
        if attributes?[.type] as? FileAttributeType == .typeDirectory { continue }
      }
      files.insert(path)
    }
    return files
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
