#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file that is read in chunks and closed with its value.
///
/// The C calls are used here because Foundation's file handle gives Data, which would be copied
/// once more on the way to an array of bytes.
struct LogFile: ~Copyable {
  private let descriptor: Int32

  init(path: String) throws(LogFileFailure) {
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw LogFileFailure() }
  }

  deinit {
    close(descriptor)
  }

  /// Up to `count` bytes, fewer only at the end of the file, where it returns none.
  borrowing func read(_ count: Int) throws(LogFileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      // Precondition of `read`: the buffer has room for count - filled bytes from `filled` on.
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map {
          systemRead(descriptor, $0 + filled, count - filled)
        } ?? 0
      }
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw LogFileFailure()
      }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Goes back to the first byte; false for a pipe, which can be read only once.
  borrowing func rewind() -> Bool {
    lseek(descriptor, 0, SEEK_SET) == 0
  }
}

/// The system's words for why a file can't be read: `No such file or directory`.
struct LogFileFailure: Error {
  let reason: String

  /// Takes the error of the call before.
  init() {
    reason = String(cString: strerror(errno))
  }
}

/// The C function, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
