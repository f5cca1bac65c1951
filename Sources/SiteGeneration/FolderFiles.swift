import Foundation

/// The files of a folder and of those in it, hidden ones and links included.
struct FolderFiles {
  /// Below the folder, in no order.
  private(set) var paths: [String] = []

  /// - Complexity: O(*n*) in the entries; a folder that can't be read counts as empty.
  init(of root: String) {
    var folders = [""]
    while let folder = folders.popLast() {
      guard let directory = opendir(root + "/" + folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        let path = folder.isEmpty ? name : folder + "/" + name
        if Self.isFolder(entry.pointee.d_type, at: root + "/" + path) {
          folders.append(path)
        } else {
          paths.append(path)
        }
      }
    }
  }

  /// Not every file system tells the kind of an entry with its name.
  private static func isFolder(_ type: UInt8, at path: String) -> Bool {
    if type != DT_UNKNOWN { return type == DT_DIR }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
