import Foundation

/// Bytes in the character sets that mail comes in, as text.
///
///     CharsetDecoder.text(of: [0xC1, 0xF0], charset: "koi8-r")  // "аП"
enum CharsetDecoder {
  /// What can't be read becomes U+FFFD. A set that isn't known, or none, is taken for UTF-8 where the
  /// bytes are, else for Windows-1252.
  static func text(of bytes: [UInt8], charset: String?) -> String {
    let name = charset.map { aliases[$0.lowercased()] ?? $0.lowercased() } ?? "us-ascii"
    if name == "utf-8" || name == "us-ascii", let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    if name == "utf-8" { return String(decoding: bytes, as: UTF8.self) }
    if name != "us-ascii", let text = converted(bytes, from: name) { return text }
    return String(validating: bytes, as: UTF8.self) ?? converted(bytes, from: "windows-1252") ?? ""
  }

  /// Names as mail programs write them; a plain Latin 1 is Windows-1252 in practice, as the WHATWG
  /// Encoding Standard has it.
  private static let aliases = [
    "utf8": "utf-8", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
    "ascii": "us-ascii", "cp-1250": "windows-1250", "cp-1251": "windows-1251",
    "cp-1257": "windows-1257", "ks_c_5601-1987": "euc-kr", "x-sjis": "shift_jis",
  ]

  /// Nil when the C library doesn't know the set.
  private static func converted(_ bytes: [UInt8], from charset: String) -> String? {
    // Only names go to the library: nothing that it takes for an option, such as "//IGNORE".
    guard charset.utf8.count <= 40,
      charset.utf8.allSatisfy({
        48...57 ~= $0 || 97...122 ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
      }), let descriptor = iconv_open("UTF-8", charset), Int(bitPattern: descriptor) != -1
    else { return nil }
    defer { iconv_close(descriptor) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [CChar](repeating: 0, count: 16_384)
    // The pointers stay inside of the two arrays: iconv moves them by what the counts allow.
    source.withUnsafeMutableBufferPointer { source in
      var input = source.baseAddress
      var left = source.count
      while left > 0 {
        let before = left
        let isStuck = buffer.withUnsafeMutableBufferPointer { buffer in
          var target = buffer.baseAddress
          var free = buffer.count
          let result = iconv(descriptor, &input, &left, &target, &free)
          output += buffer.prefix(buffer.count - free).map { UInt8(bitPattern: $0) }
          return result == -1 && errno != E2BIG
        }
        if isStuck {
          output += Array("\u{FFFD}".utf8)
          input = input.map { $0 + 1 }
          left -= 1
        } else if left == before, left > 0 {
          break
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
