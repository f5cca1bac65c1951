import Foundation

/// A folder that stays at hand, so that files below it are found without the way to it.
package final class OpenFolder: Sendable {
  private let descriptor: Int32

  /// Nil for what can't be opened as a folder.
  package init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Nil for what isn't there; a link stands for itself.
  ///
  /// - Parameter path: below the folder; empty for the folder itself.
  package func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard fstatat(descriptor, path.isEmpty ? "." : path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    return FileStamp(status)
  }
}
