#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searches texts by their bytes, at the speed of memory rather than character by character.
///
/// What is looked for are marks of ASCII, which in UTF-8 never stand inside another character.
extension String {
  /// How many bytes stand before the first occurrence of `mark`, from `start` bytes on.
  ///
  ///     "a [b](c)".firstOffset(of: "](")  // 4
  ///
  /// - Complexity: O(*n*) for a mark whose first byte is rare.
  package func firstOffset(of mark: StaticString, from start: Int = 0) -> Int? {
    mark.withUTF8Buffer { wanted in
      withBytes { ByteSearch.firstOffset(of: wanted, in: $0, from: start) }
    }
  }

  package func contains(mark: StaticString) -> Bool { firstOffset(of: mark) != nil }

  package func contains(byte: UInt8) -> Bool {
    withBytes { ByteSearch.firstOffset(of: byte, in: $0) != nil }
  }

  /// The text with each occurrence of `mark` replaced.
  ///
  ///     "a-b-c".replacing(mark: "-", with: "+")  // "a+b+c"
  ///
  /// - Complexity: O(*n*) for a mark whose first byte is rare.
  package func replacing(mark: String, with text: String) -> String {
    var mark = mark
    let replaced = mark.withUTF8 { wanted -> [UInt8]? in
      wanted.isEmpty
        ? nil : withBytes { ByteSearch.replacing(wanted, in: $0, with: Array(text.utf8)) }
    }
    return replaced.map { String(decoding: $0, as: UTF8.self) } ?? self
  }

  /// The index of a byte by how many stand before it.
  package func index(ofByte offset: Int) -> String.Index {
    utf8.index(utf8.startIndex, offsetBy: offset)
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension String {
  /// Where this path leads from a folder: `.` and `..` are followed, empty parts left out.
  ///
  ///     "../payments/refund.md".path(from: "en/account")  // "en/payments/refund.md"
  ///
  /// - Parameter folder: a path without slashes at its ends.
  /// - Returns: Nil where it leads above the first of the folders.
  /// - Complexity: O(*n*) in the lengths of both.
  package func path(from folder: Substring) -> String? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var path = Array(folder.utf8)
    path.reserveCapacity(path.count + utf8.count + 1)
    let isBelow = withBytes { written in
      var start = 0
      while start < written.count {
        let end = ByteSearch.firstOffset(of: slash, in: written, from: start) ?? written.count
        defer { start = end + 1 }
        let length = end - start
        if length == 0 || length == 1 && written[start] == dot { continue }
        if length == 2, written[start] == dot, written[start + 1] == dot {
          if path.isEmpty { return false }
          path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
        } else {
          if !path.isEmpty { path.append(slash) }
          path += written[start..<end]
        }
      }
      return true
    }
    return isBelow ? String(decoding: path, as: UTF8.self) : nil
  }

  /// What stands before the last slash of a path; empty where there is none.
  package var folderPath: Substring {
    self[..<(utf8.lastIndex(of: UInt8(ascii: "/")) ?? startIndex)]
  }
}

extension StringProtocol {
  /// The parts of a path between its slashes, those that are empty left out.
  ///
  ///     "/en//payments/refund/".pathParts  // ["en", "payments", "refund"]
  package var pathParts: [Substring] {
    Substring(self).utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }
}

/// The search behind it, which the C library does many bytes at a time; safe since it stays within
/// the buffer's own indices.
package enum ByteSearch {
  /// - Returns: Nil where the byte doesn't stand from `start` on.
  package static func firstOffset(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// - Returns: Nil where there is nothing to be replaced.
  fileprivate static func replacing(
    _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, with new: [UInt8]
  ) -> [UInt8]? {
    guard var found = firstOffset(of: wanted, in: bytes, from: 0) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + new.count)
    var copied = 0
    while true {
      output += bytes[copied..<found]
      output += new
      copied = found + wanted.count
      guard let next = firstOffset(of: wanted, in: bytes, from: copied) else { break }
      found = next
    }
    output += bytes[copied...]
    return output
  }

  package static func firstOffset(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = wanted.first else { return start }
    let last = bytes.count - wanted.count
    var candidate = start
    while candidate <= last, let offset = firstOffset(of: first, in: bytes, from: candidate) {
      guard offset <= last else { return nil }
      if bytes[offset..<offset + wanted.count].elementsEqual(wanted) { return offset }
      candidate = offset + 1
    }
    return nil
  }
}
