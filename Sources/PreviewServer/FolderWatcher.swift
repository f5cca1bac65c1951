import Foundation

/// Notices changes below folders by the size and time of every file.
struct FolderWatcher: Sendable {
  let folders: [URL]

  /// A number that changes with any file's name, size or time.
  ///
  /// - Complexity: O(*n* log *n*) for *n* files; none is opened.
  func signature() -> Int {
    var hasher = Hasher()
    for folder in folders {
      let keys: [URLResourceKey] = [
        .isRegularFileKey, .fileSizeKey, .contentModificationDateKey,
      ]
      let files = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
      var entries: [(path: String, size: Int, time: TimeInterval)] = []
      for case let url as URL in files ?? FileManager.DirectoryEnumerator() {
        guard let values = try? url.resourceValues(forKeys: Set(keys)),
          values.isRegularFile == true
        else { continue }
        let time = values.contentModificationDate?.timeIntervalSinceReferenceDate ?? 0
        entries.append((url.path, values.fileSize ?? 0, time))
      }
      for entry in entries.sorted(by: { $0.path < $1.path }) {
        hasher.combine(entry.path)
        hasher.combine(entry.size)
        hasher.combine(entry.time)
      }
    }
    return hasher.finalize()
  }
}
