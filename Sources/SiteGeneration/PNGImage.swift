/// A picture of up to 256 colours as a PNG file, the same bytes at every time.
///
/// PNG by ISO/IEC 15948, compressed by DEFLATE (RFC 1951) with its fixed codes: rows are stored as
/// their difference from the row above, and runs of a byte as one match, which is all that a picture
/// of large areas needs.
struct PNGImage {
  let width: Int
  let height: Int
  /// Red, green and blue of each colour.
  let palette: [(UInt8, UInt8, UInt8)]
  /// The number of each pixel's colour, row by row.
  let pixels: [UInt8]

  /// - Complexity: O(*pixels*)
  var bytes: [UInt8] {
    let header =
      Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height))
      // Eight bits a pixel, by palette; the standard's only compression and filters; not interlaced.
      + [8, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", header) + Self.chunk("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] })
      + Self.chunk("IDAT", compressed) + Self.chunk("IEND", [])
  }

  /// The rows in the wrapping of zlib, RFC 1950.
  private var compressed: [UInt8] {
    let up: UInt8 = 2
    var rows: [UInt8] = []
    rows.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      rows.append(up)
      let own = row * width..<(row + 1) * width
      if row == 0 {
        rows += pixels[own]
      } else {
        rows += own.lazy.map { pixels[$0] &- pixels[$0 - width] }
      }
    }
    var bits = BitWriter(bytes: [0x78, 0x01])
    bits.writeRuns(of: rows)
    return bits.bytes + Self.bigEndian(Self.adler32(rows))
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + content + bigEndian(crc32(content))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    // So many sums fit into 32 bits before the rest of the division is needed: RFC 1950, section 9.
    let chunk = 5552
    var (a, b): (UInt32, UInt32) = (1, 0)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      for byte in bytes[start..<min(bytes.count, start + chunk)] {
        a &+= UInt32(byte)
        b &+= a
      }
      (a, b) = (a % 65521, b % 65521)
    }
    return b << 16 | a
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}

/// Bits as DEFLATE packs them: the first is the lowest of its byte.
private struct BitWriter {
  var bytes: [UInt8]
  private var waiting: UInt64 = 0
  private var count = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// One last block of the fixed codes: literals, and repetitions of the byte before.
  mutating func writeRuns(of data: [UInt8]) {
    write(0b011, bits: 3)
    var start = 0
    while start < data.count {
      let byte = data[start]
      writeSymbol(Int(byte))
      start += 1
      let end = data[start...].firstIndex { $0 != byte } ?? data.count
      while end - start >= 3 {
        let length = min(258, end - start)
        writeLength(length)
        // Distance 1, in five bits of its own.
        write(0, bits: 5)
        start += length
      }
    }
    writeSymbol(256)
    flush()
  }

  /// A length of a match, by the table of RFC 1951, section 3.2.5.
  private mutating func writeLength(_ length: Int) {
    if length == 258 { return writeSymbol(285) }
    let offset = length - 3
    let extra = max(0, Int.bitWidth - offset.leadingZeroBitCount - 3)
    writeSymbol(257 + extra * 4 + offset >> extra)
    write(UInt64(offset & (1 << extra - 1)), bits: extra)
  }

  /// A literal or length by the fixed code of RFC 1951, section 3.2.6.
  private mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case 0..<144: writeReversed(0x30 + symbol, bits: 8)
    case 144..<256: writeReversed(0x190 + symbol - 144, bits: 9)
    case 256..<280: writeReversed(symbol - 256, bits: 7)
    default: writeReversed(0xC0 + symbol - 280, bits: 8)
    }
  }

  /// Codes stand with their highest bit first.
  private mutating func writeReversed(_ code: Int, bits: Int) {
    for bit in (0..<bits).reversed() { write(UInt64(code >> bit & 1), bits: 1) }
  }

  private mutating func write(_ value: UInt64, bits: Int) {
    waiting |= value << count
    count += bits
    while count >= 8 { flush() }
  }

  private mutating func flush() {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: waiting)) }
    waiting >>= 8
    count = max(0, count - 8)
  }
}
