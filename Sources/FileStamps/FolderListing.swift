import Foundation

/// What a folder and those in it hold, hidden files too; links aren't followed.
///
///     FolderListing(of: "public").files  // ["sitemap.xml", "en/refund/index.html", …]
package struct FolderListing: Sendable {
  /// Regular files, as paths below the folder, in no order.
  package private(set) var files: [String] = []
  /// Symbolic links, likewise.
  package private(set) var links: [String] = []
  /// Pipes, sockets and devices, likewise.
  package private(set) var others: [String] = []

  /// - Complexity: O(*n*) in the entries; a folder that can't be read counts as empty.
  package init(of root: String) {
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
        switch Self.kind(of: entry.pointee.d_type, at: root + "/" + path) {
        case S_IFDIR: folders.append(path)
        case S_IFLNK: links.append(path)
        case S_IFREG: files.append(path)
        default: others.append(path)
        }
      }
    }
  }

  /// Not every file system tells the kind of an entry with its name.
  private static func kind(of type: UInt8, at path: String) -> mode_t {
    if type != DT_UNKNOWN { return mode_t(type) << 12 }
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}
