/// Names that change with the content, so that browsers may keep files for ever.
package enum Fingerprint {
  /// FNV-1a, 64 bits (Fowler, Noll, Vo), as ten digits of base 36.
  package static func of(_ text: String) -> String { of(bytes: text.utf8) }

  private static func of(bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(String(hash, radix: 36).suffix(10))
  }

  /// `assets/site.css` becomes `assets/site.1x2y3z.css`.
  static func name(_ path: String, for bytes: some Sequence<UInt8>) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path }
    return path[..<dot] + "." + of(bytes: bytes) + path[dot...]
  }
}
