import FileStamps
import Foundation

/// The end of a publication: what has changed, and the swap of the sites.
extension SiteWriter {
  /// Puts the new site in the place of the old one, unless nothing has changed.
  ///
  /// - Parameters:
  ///   - frame: of the record that is left for the next publication; nil leaves none.
  ///   - parts: likewise; those that were kept.
  /// - Throws: `ForeignFiles`, else what the file system says.
  func finish(
    frame: UInt64? = nil, parts: SiteParts.Outcome = SiteParts.Outcome()
  ) throws -> Changes {
    let state = state.withLock { $0 }
    let (changes, plain) = try changes(in: state, parts)
    if isTrial { return changes }
    if changes.isEmpty {
      if isFilled { workshop?.putBack(staging) } else { discard() }
    } else {
      try stage(state, plain, parts)
      workshop?.forgetRecord()
      try swap()
    }
    guard let frame, let workshop else { return changes }
    if !changes.isEmpty || !isAsRecorded(frame: frame, parts: parts) {
      let isMended = isFilled && !changes.isEmpty
      try workshop.keepRecord(
        frame, parts, plain: plain, isSame: changes.isEmpty,
        touched: isMended ? self.state.withLock { $0.folders.union($0.reduced) } : nil)
    }
    return changes
  }

  /// Whether nothing was made, so that the record says already what would be written into it.
  private func isAsRecorded(frame: UInt64, parts: SiteParts.Outcome) -> Bool {
    guard let record = workshop?.record, workshop?.isIntact == true else { return false }
    return parts.made.isEmpty && frame == record.frame
      && parts.kept.count == record.parts.count
  }

  // MARK: - Changes

  /// - Returns: those of the whole site, and those outside of versioned folders.
  private func changes(
    in state: State, _ parts: SiteParts.Outcome
  ) throws -> (all: Changes, plain: Changes) {
    var plain = Changes(kept: state.kept, bytes: state.bytes)
    for (path, fate) in state.made {
      switch fate {
      case .added: plain.added.append(path)
      case .changed: plain.changed.append(path)
      case .same: plain.kept += 1
      }
    }
    plain.added.sort()
    plain.changed.sort()
    let gone = goneFolders(parts).flatMap { folder in
      folder.files.map { folder.path(of: $0.name) }
    }
    plain.removed = try (removedPaths(state, parts) + gone).sorted()
    var all = plain
    let versioned = parts.versioned.sorted { $0.key < $1.key }
    for (part, folder) in versioned {
      guard let changes = state.versioned[part] else { continue }
      let old = workshop?.record?.versioned[part]
      all.added += changes.added.map(folder.path(of:))
      all.changed += changes.changed.map(folder.path(of:))
      if let old, old.path != folder.path { all.moved.append((old.path, folder.path)) }
      all.removed += changes.removed.map { old?.path(of: $0) ?? folder.path(of: $0) }
    }
    all.added.sort()
    all.changed.sort()
    all.removed.sort()
    return (all, plain)
  }

  /// Versioned folders of parts that are no more.
  private func goneFolders(_ parts: SiteParts.Outcome) -> [VersionedFolder] {
    (workshop?.record?.versioned ?? [:]).sorted { $0.key < $1.key }
      .filter { parts.versioned[$0.key] == nil && !parts.kept.contains($0.key) }.map(\.value)
  }

  /// What the old site has outside of versioned folders and the new one doesn't.
  private func removedPaths(_ state: State, _ parts: SiteParts.Outcome) throws -> [String] {
    guard hasOldSite else { return [] }
    guard let record = workshop?.record, workshop?.isIntact == true else {
      return try removedPaths(amongAllFiles: state, parts)
    }
    var gone: Set<String> = []
    let replaced = parts.made.keys.filter { record.parts[$0] != nil }
    if parts.kept.count + replaced.count == record.parts.count {
      for name in replaced { gone.formUnion(record.parts[name]?.paths ?? []) }
    } else {
      let kept = Set(parts.kept)
      for (name, part) in record.parts where !kept.contains(name) { gone.formUnion(part.paths) }
    }
    gone = gone.filter { state.made[$0] == nil }
    // A path may be of several parts.
    if !gone.isEmpty { for name in parts.kept { gone.subtract(record.parts[name]?.paths ?? []) } }
    return gone.sorted()
  }

  /// - Throws: `ForeignFiles` where it is known which files are the site's.
  private func removedPaths(
    amongAllFiles state: State, _ parts: SiteParts.Outcome
  ) throws -> [String] {
    let record = workshop?.record
    let listing = FolderListing(of: output)
    var gone = Set(listing.files + listing.links + listing.others)
    gone.subtract(state.made.keys)
    for name in parts.kept { gone.subtract(record?.parts[name]?.paths ?? []) }
    let folders = (record?.versioned ?? [:]).values.map(\.self) + parts.versioned.values
    for folder in folders { gone.subtract(folder.files.map { folder.path(of: $0.name) }) }
    if let record {
      let known = Set(record.parts.values.flatMap(\.paths)).union(
        record.versioned.values.flatMap { folder in folder.files.map { folder.path(of: $0.name) } })
      // What has a file's name and an ending, index.html.gz, was made of it.
      let foreign = gone.filter {
        !known.contains($0) && !known.contains(($0 as NSString).deletingPathExtension)
      }
      if !foreign.isEmpty { throw ForeignFiles(paths: foreign.sorted()) }
    }
    return gone.sorted()
  }

  // MARK: - Staging

  /// Brings into the staged folder what isn't written anew, and out of it what is no more.
  private func stage(_ state: State, _ plain: Changes, _ parts: SiteParts.Outcome) throws {
    let record = workshop?.record
    if isFilled {
      try mend(state, plain, parts.versioned.values.map { $0.path + "/" })
      for folder in goneFolders(parts) {
        try? FileManager.default.removeItem(atPath: "\(staging)/\(folder.former)")
      }
    } else {
      let same = state.made.filter { $0.value == .same }.map(\.key)
      let kept = parts.kept.flatMap { record?.parts[$0].map { Array($0.paths) } ?? [] }
      try concurrently((same + kept).sorted(), link)
    }
    for (part, folder) in record?.versioned ?? [:] where parts.kept.contains(part) {
      let names = folder.files.map(\.name)
      guard try !place(folder, at: folder.path, keeping: Set(names)) else { continue }
      try concurrently(names) { try link([$0], of: folder, below: folder.path) }
    }
  }

  /// Makes of the site before last what the new one has of the old one.
  ///
  /// - Parameter done: the beginnings of paths where that is done.
  private func mend(_ state: State, _ plain: Changes, _ done: [String]) throws {
    let removed = Set(plain.removed)
    for path in removed.union(workshop?.record?.difference ?? []).sorted()
    where !done.contains(where: path.hasPrefix) {
      switch state.made[path] {
      case .added, .changed: continue
      case .same: try link(path)
      case nil where !removed.contains(path) && oldStamp(of: path) != nil: try link(path)
      case nil:
        self.state.withLock { $0.reduced.formUnion(SiteWorkshop.folders(of: [path])) }
        DiskFile(staging + "/" + path).remove(upTo: staging)
      }
    }
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
}

/// Files in the folder of a site that no publication wrote: they would be lost.
package struct ForeignFiles: Error {
  /// Below the site's folder.
  package let paths: [String]
}
