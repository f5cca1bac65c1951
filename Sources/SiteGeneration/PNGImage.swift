import CZLib

/// A picture of up to 16 colours as a PNG file (ISO/IEC 15948), the same bytes at every time.
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
      // Four bits a pixel, by palette; the standard's only compression and filters; not interlaced.
      + [4, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", header) + Self.chunk("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] })
      + Self.chunk("IDAT", compressed) + Self.chunk("IEND", [])
  }

  /// The rows in the wrapping of zlib, RFC 1950, at its fastest: a shape on a ground is long runs of
  /// one colour, and the best takes six times as long for half of 4 kB.
  private var compressed: [UInt8] {
    let unfiltered: UInt8 = 0
    var rows: [UInt8] = []
    rows.reserveCapacity((width / 2 + 2) * height)
    for row in 0..<height {
      rows.append(unfiltered)
      let end = (row + 1) * width
      for pixel in stride(from: row * width, to: end, by: 2) {
        rows.append(pixels[pixel] << 4 | (pixel + 1 < end ? pixels[pixel + 1] : 0))
      }
    }
    var size = compressBound(uLong(rows.count))
    return [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      let status = compress2(
        buffer.baseAddress, &size, rows, uLong(rows.count), Z_BEST_SPEED)
      precondition(status == Z_OK, "zlib has no memory for a picture")
      count = Int(size)
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
