import CQREncode

/// A QR code (ISO/IEC 18004) as a square of dark and light modules.
///
///     QRCode(of: "https://help.example.com/s/c6xh/")?.size  // 33
package struct QRCode: Sendable {
  /// The light border that readers need, in modules (ISO/IEC 18004, 9.1).
  package static let quietZone = 4

  /// Modules along each side, without the quiet zone.
  package let size: Int
  private let modules: [Bool]

  /// Error correction level Q: a quarter of the code may be dirty or scratched.
  ///
  /// - Returns: Nil when the text is empty or longer than a code can hold (1,663 bytes).
  package init?(of text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q)
    else { return nil }
    defer { QRcode_free(code) }
    guard let data = code.pointee.data else { return nil }
    let width = Int(code.pointee.width)
    size = width
    modules = (0..<width * width).map { data[$0] & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }

  /// The dark modules as one path, a rectangle a run, in modules from the upper left corner.
  var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        guard isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < size, isDark(row: row, column: column) { column += 1 }
        path += "M\(start) \(row)h\(column - start)v1h-\(column - start)z"
      }
    }
    return path
  }
}
