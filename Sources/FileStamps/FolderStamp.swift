import Foundation

/// How everything in a folder lies on disk: another number after a file was written to, replaced,
/// added, removed or renamed. Hidden files don't count, but for those that web servers read.
///
///     FolderStamp(of: "content") == before  // nothing was touched since
package struct FolderStamp: Equatable, Sendable {
  /// The sum of a number for each file, so that the order in which a folder names them is all one.
  package private(set) var sum: UInt64 = 0
  /// When a file was changed last, in nanoseconds since 1970.
  package private(set) var latest = Int.min
  /// False where a link leads to a folder, whose files may change unseen.
  package private(set) var isWhole = true

  package init(of root: String) { self.init(of: root, note: nil) }

  /// - Parameter note: gets each regular file and each link.
  /// - Complexity: O(*n*) in the files; a folder that can't be read counts as empty.
  init(of root: String, note: ((FolderState.File) -> Void)?) {
    var folders = [""]
    while let folder = folders.popLast() {
      guard let directory = opendir(root + "/" + folder) else { continue }
      defer { closedir(directory) }
      var ofFolder = Hash()
      ofFolder.add(folder)
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !HiddenFile.isNamed(name) else { continue }
        var status = stat()
        // From the folder on, which spares the way to it.
        guard fstatat(dirfd(directory), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(folder.isEmpty ? name : folder + "/" + name)
          continue
        }
        let kind = status.st_mode & S_IFMT
        var file: FileStamp? = FileStamp(status)
        if kind == S_IFLNK {
          let isThere = fstatat(dirfd(directory), name, &status, 0) == 0
          file = isThere && status.st_mode & S_IFMT != S_IFDIR ? FileStamp(status) : nil
        }
        if let file { add(file, of: name, to: ofFolder) } else { isWhole = false }
        if let note, kind == S_IFREG || kind == S_IFLNK {
          let path = folder.isEmpty ? name : folder + "/" + name
          note(FolderState.File(path: path, stamp: file, isLink: kind == S_IFLNK))
        }
      }
    }
  }

  private mutating func add(_ file: FileStamp, of name: String, to folder: Hash) {
    var hash = folder
    hash.add(name)
    for number in [file.size, file.nanoseconds, file.inode] {
      hash.add(UInt64(bitPattern: Int64(number)))
    }
    sum &+= hash.value
    latest = max(latest, file.nanoseconds)
  }
}

/// One number of many.
private struct Hash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
    add(UInt64(text.utf8.count))
  }
}
