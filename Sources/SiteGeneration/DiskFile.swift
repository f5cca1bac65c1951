import CFileExchange
import FileStamps
import Foundation

/// Single files of a site on disk, without what Foundation adds: its writing waits for the disk
/// after each file, which for thousands of them takes longer than everything else.
struct DiskFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Writes a new file, in the place of what has its name: the bytes of that may have another name
  /// too, under which they stay.
  ///
  /// - Returns: how it lies on disk now.
  /// - Throws: `DiskError`.
  @discardableResult
  func write(_ text: String) throws -> FileStamp? {
    var text = text
    return try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  @discardableResult
  func write(_ bytes: UnsafeRawBufferPointer) throws -> FileStamp? {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var file = open(path, flags, 0o666)
    if file < 0, errno == EEXIST {
      clear()
      file = open(path, flags, 0o666)
    }
    guard file >= 0 else { throw DiskError(path: path, code: errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = Foundation.write(
        file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      guard count > 0 else { throw DiskError(path: path, code: errno) }
      written += count
    }
    return FileStamp(ofOpen: file)
  }

  /// Nil when the file can't be read.
  func bytes() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  enum Likeness {
    case absent, other, same
  }

  /// Whether the file holds just that.
  func likeness(to bytes: UnsafeRawBufferPointer) -> Likeness {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return FileStamp(of: path) == nil ? .absent : .other }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return .other }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      var compared = 0
      while compared < bytes.count {
        let count = read(file, buffer.baseAddress, buffer.count)
        guard count > 0, count <= bytes.count - compared, let left = buffer.baseAddress,
          let right = bytes.baseAddress, memcmp(left, right + compared, count) == 0
        else { return .other }
        compared += count
      }
      return .same
    }
  }

  /// Gives the file of another path this name too; a copy where the file system knows no links.
  func link(to other: DiskFile) throws {
    if Foundation.link(other.path, path) == 0 { return }
    if errno == EEXIST {
      clear()
      if Foundation.link(other.path, path) == 0 { return }
    }
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  /// Puts each in the place of the other at one moment, so that no reader finds either missing.
  ///
  /// - Returns: False, and nothing is changed, where the file system can't.
  func exchange(with other: DiskFile) -> Bool {
    renameat2(AT_FDCWD, path, AT_FDCWD, other.path, RENAME_BOTH_WAYS) == 0
  }

  func makeFolder() throws {
    if mkdir(path, 0o777) == 0 { return }
    if errno == EEXIST, FileStamp(of: path)?.isFolder == true { return }
    clear()
    guard mkdir(path, 0o777) == 0 else { throw DiskError(path: path, code: errno) }
  }

  /// Removes the file, and the folders above it that are empty then, up to `root`.
  func remove(upTo root: String) {
    clear()
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      guard folder.utf8.count > root.utf8.count, rmdir(String(folder)) == 0 else { return }
    }
  }

  /// Removes what has this name, be it a folder.
  private func clear() {
    if unlink(path) != 0, errno != ENOENT { try? FileManager.default.removeItem(atPath: path) }
  }
}

/// What the file system said.
package struct DiskError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  package var description: String { "\(path): \(String(cString: strerror(code)))" }
}
