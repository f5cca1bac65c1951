/// Which article and group a contact belongs to: one line of `--assignments`.
package struct ContactAssignment: Hashable, Sendable {
  package let contact: String
  package let article: String?
  /// 0…1, to three places.
  package let coverage: Double
  package let band: GapReport.Band
  package let group: String

  /// Adds the assignment as a line of JSON, its keys sorted, `article` also when there is none.
  ///
  ///     {"article":"refund","band":"covered","contact":"7","coverage":0.5,"group":"en-money"}
  ///
  /// A million of these are written, and an encoder takes ten times as long.
  package func appendLine(to bytes: inout [UInt8]) {
    bytes += #"{"article":"#.utf8
    if let article {
      Self.append(article, to: &bytes)
    } else {
      bytes += "null".utf8
    }
    bytes += #","band":"#.utf8
    Self.append(band.rawValue, to: &bytes)
    bytes += #","contact":"#.utf8
    Self.append(contact, to: &bytes)
    bytes += #","coverage":"#.utf8
    let isWhole = coverage == coverage.rounded()
    bytes += (isWhole ? "\(Int(coverage))" : "\(coverage)").utf8
    bytes += #","group":"#.utf8
    Self.append(group, to: &bytes)
    bytes += "}\n".utf8
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
