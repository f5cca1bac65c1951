import Foundation

/// Writes a whole site beside the old one and swaps the two when everything is there, so that a
/// half-written site is never seen; on an error the old one stays.
struct SiteWriter {
  let output: URL
  private let staging: URL
  private var folders: Set<String> = []

  init(output: URL) throws {
    self.output = output.standardizedFileURL
    let name = ".\(output.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)"
    staging = output.standardizedFileURL.deletingLastPathComponent().appending(path: name)
    try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
  }

  mutating func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: try place(path))
  }

  mutating func copy(_ source: URL, to path: String) throws {
    let target = try place(path)
    try FileManager.default.copyItem(at: source, to: target)
  }

  private mutating func place(_ path: String) throws -> URL {
    let url = staging.appending(path: path)
    let folder = url.deletingLastPathComponent()
    if folders.insert(folder.path).inserted {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    return url
  }

  /// Puts the new site in the place of the old one.
  func finish() throws {
    let old = staging.appendingPathExtension("old")
    let manager = FileManager.default
    let hadSite = manager.fileExists(atPath: output.path)
    if hadSite { try manager.moveItem(at: output, to: old) }
    do {
      try manager.moveItem(at: staging, to: output)
    } catch {
      if hadSite { try manager.moveItem(at: old, to: output) }
      throw error
    }
    if hadSite { try manager.removeItem(at: old) }
  }

  func discard() {
    try? FileManager.default.removeItem(at: staging)
  }
}
