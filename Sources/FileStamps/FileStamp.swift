import Foundation

/// How a file or folder lies on disk: one that was written to, or replaced, has another.
///
///     FileStamp(of: "public/index.html") == before  // not touched since
package struct FileStamp: Equatable, Sendable, BitwiseCopyable {
  /// A clock of the kernel's may stand still for so long, in nanoseconds: a file that was written
  /// twice within it can look the same.
  package static let clockStep = 50_000_000
  private static let folderSize = -1

  /// In bytes; the same for all folders.
  package let size: Int
  /// The time of the last change, since 1970.
  package let nanoseconds: Int
  package let inode: Int

  package var isFolder: Bool { size == Self.folderSize }

  package init(size: Int, nanoseconds: Int, inode: Int) {
    self.size = size
    self.nanoseconds = nanoseconds
    self.inode = inode
  }

  /// Nil for what isn't there.
  ///
  /// - Parameter followingLinks: whether a link stands for what it leads to, or for itself.
  package init?(of path: String, followingLinks: Bool = false) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// Of a file that is open; nil for one that isn't.
  ///
  /// - Parameter descriptor: the system's number of it.
  package init?(ofOpen descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    size = status.st_mode & S_IFMT == S_IFDIR ? Self.folderSize : Int(status.st_size)
    nanoseconds = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    inode = Int(truncatingIfNeeded: status.st_ino)
  }

  /// The program that runs, which is another after each build.
  package static var ofProgram: FileStamp? { FileStamp(of: "/proc/self/exe", followingLinks: true) }

  /// The clock's time as files get it.
  package static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
