/// Draws filled polygons as shares of coverage, without colours.
///
/// Each row is cut into lines, each line into spans between the edges it crosses, by the even-odd
/// rule; where a span ends inside a pixel, the pixel is covered by that part of it.
struct PolygonRaster {
  typealias Point = (x: Double, y: Double)

  private static let linesPerRow = 4

  let width: Int
  let height: Int

  /// By row: the pixels that a polygon covers, from the first to the last, and how much of each,
  /// 0…255.
  ///
  /// - Complexity: O(*height* · *corners* + *pixels that are covered*)
  func rows(of corners: [Point]) -> [(first: Int, shares: [UInt8])] {
    let edges = Array(zip(corners, corners.dropFirst() + corners.prefix(1)))
    var shares = [Double](repeating: 0, count: width)
    var crossings: [Double] = []
    return (0..<height).map { row in
      // Most of a row is covered by nothing.
      var covered = 0..<0
      for line in 0..<Self.linesPerRow {
        let y = Double(row) + (Double(line) + 0.5) / Double(Self.linesPerRow)
        crossings.removeAll(keepingCapacity: true)
        for edge in edges { Self.crossing(of: edge, with: y).map { crossings.append($0) } }
        crossings.sort()
        for number in stride(from: 0, to: crossings.count - 1, by: 2) {
          let span = cover(crossings[number]..<crossings[number + 1], in: &shares)
          guard !span.isEmpty else { continue }
          covered =
            covered.isEmpty
            ? span
            : min(covered.lowerBound, span.lowerBound)..<max(covered.upperBound, span.upperBound)
        }
      }
      let row = covered.map { UInt8((shares[$0] / Double(Self.linesPerRow) * 255).rounded()) }
      for pixel in covered { shares[pixel] = 0 }
      return (covered.lowerBound, row)
    }
  }

  private static func crossing(of edge: (Point, Point), with y: Double) -> Double? {
    let (from, to) = edge
    guard (from.y <= y) != (to.y <= y) else { return nil }
    return from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
  }

  /// - Returns: The pixels that the span touches.
  private func cover(_ span: Range<Double>, in shares: inout [Double]) -> Range<Int> {
    let (start, end) = (max(0, span.lowerBound), min(Double(width), span.upperBound))
    guard start < end else { return 0..<0 }
    let touched = Int(start)..<min(width, Int(end.rounded(.up)))
    for pixel in touched {
      shares[pixel] += min(end, Double(pixel + 1)) - max(start, Double(pixel))
    }
    return touched
  }
}
