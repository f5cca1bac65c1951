import Foundation

/// Reads and writes whole files without what Foundation adds to it, which for small files takes longer than the
/// reading.
enum FileBytes {
  case bytes([UInt8])
  case tooLong(size: Int)
  case unreadable

  /// - Parameter limit: a longer file isn't read.
  static func read(_ path: String, atMost limit: Int) -> FileBytes {
    // A pipe without a writer is opened at once too, and then turns out to be no file.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
    let size = Int(status.st_size)
    guard size <= limit else { return .tooLong(size: size) }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Foundation.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 { isWhole = false }
        // A file that shrinks meanwhile ends early.
        if got <= 0 { break }
        count += got
      }
    }
    return isWhole ? .bytes(bytes) : .unreadable
  }

  /// - Returns: false for what can't be written.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "we") else { return false }
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    return fclose(file) == 0 && isWritten
  }
}
