/// Turns whoever a log names as the customer into sixteen hexadecimal digits.
///
///     CustomerHash.text(of: "Jan <JAN@x.pl>", hash) == CustomerHash.text(of: "jan@x.pl", hash)
enum CustomerHash {
  private static let fewestPhoneDigits = 9

  static func text(of customer: String, _ hash: SipHash) -> String {
    hexadecimal(hash.hash(canonical(customer)))
  }

  /// The same as it is stored.
  static func number(of customer: String, _ hash: SipHash) -> Int64 {
    Int64(bitPattern: hash.hash(canonical(customer)))
  }

  /// The same for the ways of writing one customer: capitals or not, a mail address with or
  /// without a name, a telephone number with or without spaces.
  private static func canonical(_ customer: String) -> [UInt8] {
    var bytes = Array(customer.utf8)
    if bytes.contains(UInt8(ascii: "@")) {
      let separators: [UInt8] = [0x20, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E]
      let words = bytes.split { separators.contains($0) }
      bytes = words.first { $0.contains(UInt8(ascii: "@")) }.map(Array.init) ?? bytes
    } else if !bytes.contains(where: { $0 >= 0x3A }) {
      let digits = bytes.filter { 0x30...0x39 ~= $0 }
      if digits.count >= fewestPhoneDigits { bytes = digits }
    }
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
    return bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }
}
