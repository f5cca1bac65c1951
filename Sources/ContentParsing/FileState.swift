import Foundation

/// How a file lies on disk: one that was written to, or replaced, lies otherwise.
struct FileState: Equatable {
  /// A clock of the kernel's may stand still for so long, in nanoseconds: a file that was written
  /// twice within it can look the same.
  static let clockStep = 50_000_000

  let size: Int
  /// The time of the last change in nanoseconds since 1970.
  let time: Int
  let inode: Int

  init(size: Int, time: Int, inode: Int) {
    self.size = size
    self.time = time
    self.inode = inode
  }

  /// Nil for what isn't there; links are followed.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    time = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    inode = Int(truncatingIfNeeded: status.st_ino)
  }

  /// The clock's time as files get it.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
