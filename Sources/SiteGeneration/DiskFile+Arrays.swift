import Foundation
import TextAnalysis

/// Files of arrays as they lie in memory, read and written without a copy of all their bytes.
extension DiskFile {
  /// Nil for what can't be read, or where `body` finds it damaged.
  func arrays<Content>(_ body: (inout RawArrayReader) -> Content?) -> Content? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { return nil }
    var reader = RawArrayReader(length: Int(status.st_size)) { buffer in
      fread(buffer.baseAddress, 1, buffer.count, file) == buffer.count
    }
    return body(&reader)
  }

  /// Writes a new file, in the place of what has its name.
  ///
  /// - Throws: `DiskError`.
  func writeArrays(_ body: (inout RawArrayWriter) -> Void) throws {
    unlink(path)
    guard let file = fopen(path, "wxe") else { throw DiskError(path: path, code: errno) }
    var code: Int32 = 0
    var writer = RawArrayWriter { bytes in
      guard code == 0 else { return }
      if fwrite(bytes.baseAddress, 1, bytes.count, file) != bytes.count { code = errno }
    }
    body(&writer)
    if fclose(file) != 0, code == 0 { code = errno }
    guard code == 0 else { throw DiskError(path: path, code: code) }
  }
}
