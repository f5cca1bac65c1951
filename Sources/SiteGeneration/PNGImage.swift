import CZLib

/// A picture of up to 16 colours as a PNG file (ISO/IEC 15948), the same bytes at every time.
struct PNGImage {
  let width: Int
  /// Red, green and blue of each colour.
  let palette: [(UInt8, UInt8, UInt8)]
  /// By row: the numbers of its pixels' colours from `first` on; all others have colour 0.
  let rows: [(first: Int, colours: [UInt8])]

  /// - Complexity: O(*pixels that are named* + *width* · *height* / 2)
  var bytes: [UInt8] {
    let header =
      Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(rows.count))
      // Four bits a pixel, by palette; the standard's only compression and filters; not interlaced.
      + [4, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", header) + Self.chunk("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] })
      + Self.chunk("IDAT", compressed) + Self.chunk("IEND", [])
  }

  /// The rows in the wrapping of zlib, RFC 1950, at its fastest: a shape on a ground is long runs of
  /// one colour, and the best takes six times as long for half of 4 kB.
  private var compressed: [UInt8] {
    // The byte before each row says that it is unfiltered.
    let size = 1 + (width + 1) / 2
    var bytes = [UInt8](repeating: 0, count: size * rows.count)
    for (number, row) in rows.enumerated() {
      for (pixel, colour) in zip(row.first..., row.colours) {
        bytes[number * size + 1 + pixel / 2] |= pixel.isMultiple(of: 2) ? colour << 4 : colour
      }
    }
    var length = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      let status = compress2(
        buffer.baseAddress, &length, bytes, uLong(bytes.count), Z_BEST_SPEED)
      precondition(status == Z_OK, "zlib has no memory for a picture")
      count = Int(length)
    }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + content
      + bigEndian(UInt32(crc32(0, content, uInt(content.count))))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
