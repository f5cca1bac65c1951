import FileStamps
import Foundation
import KnowledgeBase

/// Folders whose name changes with their content: the folder of the site before last is renamed,
/// and what differs in it is mended.
extension SiteWriter {
  /// A file of a draft: as the old site has it, or made anew.
  private enum Content: Sendable {
    /// Places in the old folder: of the file and of its compressed forms.
    case kept(Range<Int>)
    case made(String)
  }

  private struct Written: Sendable {
    let file: VersionedFolder.File
    let fate: Fate
    let bytes: Int
  }

  /// Makes the files of a folder that were made from something else before, and writes those that
  /// came out otherwise.
  ///
  /// - Parameter part: the part that the folder is of.
  func write(_ draft: VersionedFolder.Draft, of part: String) throws -> VersionedFolder {
    let old = workshop?.record?.versioned[part]
    let places = Dictionary(
      (old?.files ?? []).enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let numbers = [Int](draft.names.indices)
    let contents = try concurrently(numbers) { number -> (content: Content, digest: UInt64) in
      if let old, let place = places[draft.names[number]],
        let kept = kept(place, from: draft.sources[number], in: old)
      {
        return (.kept(kept), old.files[place].text)
      }
      let text = draft.text(number)
      return (.made(text), ContentDigest.of(text))
    }
    let path = draft.path(contents.map { $0.digest })
    var keptNames: Set<String> = []
    for case (.kept(let places), _) in contents {
      for place in places { if let old { keptNames.insert(old.files[place].name) } }
    }
    let isPlaced = try place(old, at: path, keeping: keptNames, making: Set(draft.names))
    let written = try concurrently(numbers) { number -> [Written] in
      switch contents[number].content {
      case .kept(let places):
        guard let old else { return [] }
        let files = old.files[places]
        if !isPlaced, !isTrial { try link(files.map(\.name), of: old, below: path) }
        return files.map { Written(file: $0, fate: .same, bytes: $0.stamp?.size ?? 0) }
      case .made(let text):
        let name = draft.names[number]
        let file = VersionedFolder.File(
          name: name, source: draft.sources[number], text: contents[number].digest)
        let fate = old.flatMap { old in
          places[name].flatMap { self.fate(of: file, formerly: old.files[$0], in: old) }
        }
        return try write(text, as: file, to: path, formerly: old?.path ?? path, fate: fate)
      }
    }.flatMap { $0 }
    let changes = note(written, in: old, part: part)
    return VersionedFolder(
      path: path, files: written.map { $0.file }, former: old?.path ?? path, difference: changes.all
    )
  }

  /// A file of the old folder and its compressed forms; nil unless it was made from the same and all
  /// lie as they were left.
  private func kept(_ place: Int, from source: UInt64, in old: VersionedFolder) -> Range<Int>? {
    guard old.files[place].source == source else { return nil }
    var end = place + 1
    while end < old.files.count, old.files[end].isCompressed { end += 1 }
    let isAsLeft = (place..<end).allSatisfy { size(of: old.files[$0], in: old) != nil }
    return isAsLeft ? place..<end : nil
  }

  /// What is to become of a file that was made, without a look at what the old site has; nil unless
  /// that lies as it was left.
  private func fate(
    of file: VersionedFolder.File, formerly former: VersionedFolder.File, in old: VersionedFolder
  ) -> Fate? {
    guard hasOldSite, size(of: former, in: old) != nil else { return nil }
    return former.text == file.text ? .same : .changed
  }

  /// - Parameter fate: of the file without its compressed forms, if that is known.
  private func write(
    _ text: String, as file: VersionedFolder.File, to folder: String, formerly former: String,
    fate: Fate?
  ) throws -> [Written] {
    var text = text
    return try text.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      return try [write(bytes, as: file, to: folder, formerly: former, fate: fate)]
        + compressed(bytes, at: file.name).map { ending, bytes in
          let file = VersionedFolder.File(name: file.name + ending, source: 0, text: 0)
          return try bytes.withUnsafeBytes {
            try write($0, as: file, to: folder, formerly: former)
          }
        }
    }
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer, as file: VersionedFolder.File, to folder: String,
    formerly former: String, fate: Fate? = nil
  ) throws -> Written {
    var file = file
    let path = "\(folder)/\(file.name)"
    let fate = fate ?? self.fate(of: bytes, at: "\(former)/\(file.name)")
    if !isTrial {
      try makeFolders(above: path)
      let staged = DiskFile("\(staging)/\(path)")
      if fate == .same {
        try staged.link(to: DiskFile("\(output)/\(former)/\(file.name)"))
      } else {
        file.stamp = try staged.write(bytes)
      }
    }
    return Written(file: file, fate: fate, bytes: bytes.count)
  }

  private func note(
    _ written: [Written], in old: VersionedFolder?,
    part: String
  ) -> VersionedFolderChanges {
    var changes = VersionedFolderChanges()
    var kept = 0
    for file in written {
      switch file.fate {
      case .added: changes.added.append(file.file.name)
      case .changed: changes.changed.append(file.file.name)
      case .same: kept += 1
      }
    }
    if let old, kept + changes.changed.count < old.files.count {
      let names = Set(written.map(\.file.name))
      changes.removed = old.files.map(\.name).filter { !names.contains($0) }
    }
    state.withLock {
      $0.kept += kept
      $0.bytes += written.reduce(0) { $0 + $1.bytes }
      $0.versioned[part] = changes
    }
    return changes
  }

  // MARK: - In the staged site

  /// Makes the folder of the site before last that of the new one, as far as it is to be the old
  /// one's.
  ///
  /// - Parameters:
  ///   - kept: the files that are to be as in the old site; others aren't left.
  ///   - made: but for those that will be put in their place.
  /// - Returns: False when there is no such folder, so that the files that are kept aren't there.
  func place(
    _ old: VersionedFolder?, at path: String, keeping kept: Set<String>,
    making made: Set<String> = []
  ) throws -> Bool {
    guard let old, isFilled else { return false }
    let former = DiskFile("\(staging)/\(old.former)")
    guard FileStamp(of: former.path)?.isFolder == true else { return false }
    try makeFolders(above: path)
    guard old.former == path || rename(former.path, "\(staging)/\(path)") == 0 else {
      try FileManager.default.removeItem(atPath: former.path)
      return false
    }
    let root = "\(staging)/\(path)"
    for name in Set(old.difference).union(old.files.lazy.map(\.name).filter { !kept.contains($0) })
      .sorted()
    {
      if kept.contains(name) {
        try link([name], of: old, below: path)
      } else if !made.contains(name) {
        DiskFile("\(root)/\(name)").remove(upTo: root)
      }
    }
    return true
  }

  /// Gives files of an old folder a name in the new one.
  func link(_ names: [String], of old: VersionedFolder, below path: String) throws {
    for name in names {
      try makeFolders(above: "\(path)/\(name)")
      try DiskFile("\(staging)/\(path)/\(name)").link(
        to: DiskFile("\(output)/\(old.path(of: name))"))
    }
  }
}
