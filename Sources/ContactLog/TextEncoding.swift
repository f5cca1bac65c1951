/// The encodings that contact logs come in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Central European: Polish, Czech, German.
  case windows1250 = "Windows-1250"
  /// Cyrillic.
  case windows1251 = "Windows-1251"
  /// Baltic: Latvian, Lithuanian, Estonian.
  case windows1257 = "Windows-1257"

  /// The encoding that a byte order mark announces, and the mark's length.
  static func announced(by bytes: some Collection<UInt8>) -> (encoding: TextEncoding, mark: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
