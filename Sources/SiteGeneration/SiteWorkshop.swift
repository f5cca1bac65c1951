import FileStamps
import Foundation
import KnowledgeBase
import Synchronization

/// The folder between two publications: the record of the last one, and the site that it replaced.
///
/// What is found there is used only when it is whole and the site lies as it was left; else the site
/// is made as if there were no workshop. The record is removed before anything is changed that it
/// speaks of, so that a publication that ends half way leaves none.
final class SiteWorkshop: Sendable {
  private let folder: String
  private let site: String
  let record: SiteRecord?
  /// The folders of the site are as the record says: nothing came in, nothing was taken away.
  let isIntact: Bool

  init(_ folder: String, site: String) {
    self.folder = folder
    self.site = site
    let read = FileManager.default.contents(atPath: folder + "/record").flatMap {
      SiteRecord([UInt8]($0))
    }
    record = read
    isIntact = read.map { Self.lie($0.folders, below: site) } ?? false
  }

  /// Where the terms of a language's articles are kept.
  func termsPath(in language: Language) -> String { "\(folder)/terms-\(language.code)" }

  private var previous: String { folder + "/previous" }

  func staging(of process: Int32) -> String { Self.draft(of: process, in: folder) }

  /// What is begun with such a name is removed by the next publication, should this one be killed.
  static func draft(of process: Int32, in folder: String) -> String { "\(folder)/new-\(process)" }

  /// Moves the site before the last to where the next one is made.
  ///
  /// - Returns: False when there is none that can be trusted.
  func takePrevious(to staging: String) -> Bool {
    if isIntact, rename(previous, staging) == 0 { return true }
    try? FileManager.default.removeItem(atPath: previous)
    return false
  }

  func putBack(_ old: String) {
    try? FileManager.default.removeItem(atPath: previous)
    if rename(old, previous) != 0 { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Removes what publications have left that were ended half way.
  func removeAbandoned() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasPrefix("new-"),
        let process = name.dropFirst(4).split(separator: ".").first.flatMap({ Int32($0) }),
        process == ProcessInfo.processInfo.processIdentifier || !Self.isRunning(process)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  private static func isRunning(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }

  func forgetRecord() { unlink(folder + "/record") }

  /// - Throws: `DiskError`.
  func keepRecord(
    of files: [String: SiteWriter.Fate], _ frame: UInt64, _ parts: [String: SiteRecord.Part],
    _ difference: [String]
  ) throws {
    var new = SiteRecord(frame: frame)
    new.parts = parts
    new.difference = difference
    new.files.reserveCapacity(files.count)
    var folders: Set<String> = [""]
    for (path, fate) in files {
      switch fate {
      case .kept(let stamp): new.files[path] = stamp
      default: new.files[path] = FileStamp(of: site + "/" + path)
      }
      var end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      while let slash = end, folders.insert(String(path[..<slash])).inserted {
        end = path.utf8[..<slash].lastIndex(of: UInt8(ascii: "/"))
      }
    }
    new.folders = Self.stamps(of: folders.sorted(), below: site)
    let draft = DiskFile(folder + "/record.new")
    try new.bytes.withUnsafeBytes { try draft.write($0) }
    guard rename(draft.path, folder + "/record") == 0 else {
      throw DiskError(path: draft.path, code: errno)
    }
  }

  private static func stamps(of paths: [String], below root: String) -> [String: FileStamp] {
    let stamps = Mutex<[String: FileStamp]>([:])
    try? concurrently(paths) { path in
      let stamp = FileStamp(of: root + "/" + path)
      stamps.withLock { $0[path] = stamp }
    }
    return stamps.withLock { $0 }
  }

  private static func lie(_ stamps: [String: FileStamp], below root: String) -> Bool {
    struct Moved: Error {}
    return
      (try? concurrently(stamps.map { $0 }) { path, stamp in
        if FileStamp(of: root + "/" + path) != stamp { throw Moved() }
      }) != nil
  }
}
