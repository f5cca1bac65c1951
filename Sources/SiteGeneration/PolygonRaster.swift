/// Draws filled polygons as shares of coverage, without colours.
///
/// Each row is cut into lines, each line into spans between the edges it crosses, by the even-odd
/// rule; where a span ends inside a pixel, the pixel is covered by that part of it.
struct PolygonRaster {
  typealias Point = (x: Double, y: Double)

  private static let linesPerRow = 8

  let width: Int
  let height: Int

  /// How much of each pixel a polygon covers, 0…255, row by row.
  ///
  /// - Complexity: O(*height* · *corners* + *pixels*)
  func coverage(of corners: [Point]) -> [UInt8] {
    let edges = Array(zip(corners, corners.dropFirst() + corners.prefix(1)))
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      var shares = [Double](repeating: 0, count: width)
      for line in 0..<Self.linesPerRow {
        let y = Double(row) + (Double(line) + 0.5) / Double(Self.linesPerRow)
        let crossings = edges.compactMap { Self.crossing(of: $0, with: y) }.sorted()
        for (number, start) in crossings.enumerated() where number % 2 == 0 {
          if number + 1 < crossings.count {
            cover(start..<crossings[number + 1], in: &shares)
          }
        }
      }
      pixels += shares.map { UInt8(($0 / Double(Self.linesPerRow) * 255).rounded()) }
    }
    return pixels
  }

  private static func crossing(of edge: (Point, Point), with y: Double) -> Double? {
    let (from, to) = edge
    guard (from.y <= y) != (to.y <= y) else { return nil }
    return from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
  }

  private func cover(_ span: Range<Double>, in shares: inout [Double]) {
    let (start, end) = (max(0, span.lowerBound), min(Double(width), span.upperBound))
    guard start < end else { return }
    for pixel in Int(start)..<min(width, Int(end.rounded(.up))) {
      shares[pixel] += min(end, Double(pixel + 1)) - max(start, Double(pixel))
    }
  }
}
