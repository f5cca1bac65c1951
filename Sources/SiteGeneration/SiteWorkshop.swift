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
    let read = DiskFile(Self.record(in: folder)).arrays { SiteRecord(&$0) }
    record = read
    isIntact =
      read.map { record in
        guard let site = OpenFolder(site) else { return false }
        return allSatisfy(Array(record.folders.indices)) { number in
          site.stamp(of: record.folders[number]) == record.folderStamps[number]
        }
      } ?? false
  }

  /// Every file of the site lies as it was left, and no other.
  var isUntouched: Bool {
    guard isIntact, let record, let site = OpenFolder(site) else { return false }
    let isPlain = allSatisfy(Array(record.parts.values)) { part in
      zip(part.paths, part.stamps).allSatisfy { site.stamp(of: $0) == $1 }
    }
    return isPlain
      && record.versioned.values.allSatisfy { folder in
        allSatisfy(folder.files) { site.stamp(of: folder.path(of: $0.name)) == $0.stamp }
      }
  }

  /// How the record of a publication lies; nil when there is none.
  static func recordStamp(in folder: String) -> FileStamp? { FileStamp(of: record(in: folder)) }

  private static func record(in folder: String) -> String { folder + "/record" }

  /// Where the terms of a language's articles are kept.
  func termsPath(in language: Language) -> String { Self.termsPath(in: language, folder) }

  static func termsPath(in language: Language, _ folder: String) -> String {
    termsBeginning(in: folder) + language.code
  }

  static func termsBeginning(in folder: String) -> String { folder + "/terms-" }

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

  func forgetRecord() { unlink(Self.record(in: folder)) }

  /// Leaves the record of a publication.
  ///
  /// - Parameters:
  ///   - plain: what has changed outside of versioned folders.
  ///   - isSame: nothing has changed, so that the site before is still the one it was.
  ///   - touched: folders in which something was made or removed to turn the site before the last
  ///     into this one; nil where it was made otherwise.
  /// - Throws: `DiskError`.
  func keepRecord(
    _ frame: UInt64, _ parts: SiteParts.Outcome, plain: SiteWriter.Changes, isSame: Bool,
    touched: Set<String>?
  ) throws {
    guard let site = OpenFolder(site) else { throw DiskError(path: site, code: errno) }
    var new = SiteRecord(frame: frame, after: record)
    new.parts = try self.parts(parts, in: site)
    new.versioned = try versioned(parts, in: site, isSame: isSame)
    new.difference =
      isSame ? record?.difference ?? [] : plain.added + plain.changed + plain.removed
    let moving = new.versioned.values.reduce(into: Set<String>()) { folders, folder in
      folders.formUnion(Self.folders(of: [folder.path(of: "")]))
      folders.formUnion(
        Self.folders(of: folder.files.map(\.name)).filter { !$0.isEmpty }.map(folder.path(of:)))
    }
    let isSameTree = isIntact && plain.added.isEmpty && plain.removed.isEmpty
    new.folders =
      isSameTree
      ? folders(with: moving)
      : moving.union(Self.folders(of: new.parts.values.lazy.flatMap(\.paths))).sorted()
    (new.folderStamps, new.formerStamps) = try stamps(
      of: new.folders, in: site, isSame: isSame, touched: touched?.union(moving))
    let draft = DiskFile(folder + "/record.new")
    try draft.writeArrays { new.write(to: &$0) }
    guard rename(draft.path, Self.record(in: folder)) == 0 else {
      throw DiskError(path: draft.path, code: errno)
    }
  }

  /// How folders lie, now and in the site before. One in which nothing was done lies as it did when
  /// its site was the last: it needn't be looked at.
  private func stamps(
    of folders: [String], in site: OpenFolder, isSame: Bool, touched: Set<String>?
  ) throws -> (now: [FileStamp], former: [FileStamp]) {
    guard let record, isIntact else {
      let now = try concurrently(folders) { site.stamp(of: $0) ?? .none }
      return (now, folders.map { _ in .none })
    }
    var next = record.folders.startIndex
    // Both are sorted.
    let places = folders.map { folder -> Int? in
      while next < record.folders.endIndex, record.folders[next] < folder { next += 1 }
      return next < record.folders.endIndex && record.folders[next] == folder ? next : nil
    }
    let now = try concurrently(Array(zip(folders, places))) { folder, place in
      if let touched, !touched.contains(folder), let place, record.formerStamps[place] != .none {
        return record.formerStamps[place]
      }
      return site.stamp(of: folder) ?? .none
    }
    let former = isSame ? record.formerStamps : record.folderStamps
    return (now, places.map { $0.map { former[$0] } ?? .none })
  }

  /// The parts of before that were kept, and those that were made, as they lie now.
  private func parts(
    _ parts: SiteParts.Outcome, in site: OpenFolder
  ) throws -> [String: SiteRecord.Part] {
    var all = record?.parts ?? [:]
    if parts.kept.count + parts.made.keys.count(where: { all[$0] != nil }) < all.count {
      let kept = Set(parts.kept)
      all = all.filter { kept.contains($0.key) }
    }
    if all.isEmpty {
      all = parts.made
    } else {
      all.merge(parts.made) { _, made in made }
    }
    // Of most files that were written it is known how they lie.
    let unknown = parts.made.filter { $0.value.stamps.contains(.none) }.map(\.key)
    let stamps = try concurrently(unknown) { name in
      parts.made[name].map { part in
        zip(part.paths, part.stamps).map { path, stamp in
          stamp == .none ? site.stamp(of: path) ?? .none : stamp
        }
      } ?? []
    }
    for (name, stamps) in zip(unknown, stamps) { all[name]?.stamps = stamps[...] }
    return all
  }

  private func versioned(
    _ parts: SiteParts.Outcome, in site: OpenFolder, isSame: Bool
  ) throws -> [String: VersionedFolder] {
    var all: [String: VersionedFolder] = [:]
    for (name, var folder) in record?.versioned ?? [:] where parts.kept.contains(name) {
      // The site before is the old one now, which has the same folder.
      if !isSame { (folder.former, folder.difference) = (folder.path, []) }
      all[name] = folder
    }
    for (name, folder) in parts.versioned {
      var folder = folder
      let made = folder.files.indices.filter { folder.files[$0].stamp == nil }
      let stamps = try concurrently(made) { [folder] place in
        site.stamp(of: folder.path(of: folder.files[place].name))
      }
      for (place, stamp) in zip(made, stamps) { folder.files[place].stamp = stamp }
      all[name] = folder
    }
    return all
  }

  /// The site's folders as they were, but for versioned ones.
  ///
  /// - Parameter versioned: those of versioned folders now, and those above them.
  private func folders(with versioned: Set<String>) -> [String] {
    guard let record else { return [] }
    let old = record.versioned.values.map(\.path)
    let others = record.folders.filter { path in
      !versioned.contains(path)
        && !old.contains { path.hasPrefix($0) && (path == $0 || path.hasPrefix($0 + "/")) }
    }
    return (others + versioned.sorted()).sorted()
  }

  /// The folders that paths lead through, the site's own among them.
  static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = [""]
    var last = ""[...]
    for path in paths {
      var folder = path.folderPath
      // Files of one folder mostly follow one another.
      if folder.utf8.elementsEqual(last.utf8) { continue }
      last = folder
      while folders.insert(String(folder)).inserted { folder = String(folder).folderPath }
    }
    return folders
  }
}
