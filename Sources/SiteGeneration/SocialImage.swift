import Contrast

/// The picture that stands beside a link to the site where people share it: the signpost on a
/// ground of the brand colour, 1200 × 630 pixels.
///
/// It has no text: the services that show it print title and description beside it, in the reader's
/// own type, and text in pictures is read by nobody else. A site that wants another picture names
/// one with `social-image` in `signpost.yml`.
struct SocialImage {
  static let width = 1200
  static let height = 630
  /// Pixels for each unit of the mark, which is drawn on a grid of 24 × 24.
  private static let scale = 25.0
  /// The mark of the pages, its post as long as the picture.
  private static let mark: [PolygonRaster.Point] = [
    (11, 1), (13, 1), (13, 4), (19, 4), (22, 7.5), (19, 11), (13, 11), (13, 13), (19, 13),
    (19, 20), (13, 20), (13, 30), (11, 30), (11, 20), (5, 20), (2, 16.5), (5, 13), (11, 13),
    (11, 11), (5, 11), (5, 4), (11, 4),
  ]
  /// From one colour to the other: with both, as many shades as a picture has.
  private static let steps = 15

  let brand: BrandColour

  var png: [UInt8] {
    let raster = PolygonRaster(width: Self.width, height: Self.height)
    let corners = Self.mark.map { corner in
      (
        x: corner.x * Self.scale + Double(Self.width) / 2 - 12 * Self.scale,
        y: corner.y * Self.scale + 2 * Self.scale
      )
    }
    let shadeOfShare = (0...255).map { share in UInt8((share * Self.steps + 127) / 255) }
    let rows = raster.rows(of: corners).map { row in
      (first: row.first, colours: row.shares.map { shadeOfShare[Int($0)] })
    }
    return PNGImage(width: Self.width, palette: palette, rows: rows).bytes
  }

  private var palette: [(UInt8, UInt8, UInt8)] {
    let (ground, figure) = (Self.channels(brand.light.fill), Self.channels(brand.light.onFill))
    return (0...Self.steps).map { step in
      let mixed = zip(ground, figure).map { ground, figure in
        UInt8((ground * (Self.steps - step) + figure * step) / Self.steps)
      }
      return (mixed[0], mixed[1], mixed[2])
    }
  }

  /// Red, green and blue of `#0b5cad`.
  private static func channels(_ hex: String) -> [Int] {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    return [value >> 16 & 255, value >> 8 & 255, value & 255]
  }
}
