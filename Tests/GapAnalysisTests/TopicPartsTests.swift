import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct TopicPartsTests {
  @Test(
    arguments: [
      ([0.1, 0.5, 0.2, 0.6], [0, 2], [1, 3]),
      ([0.3, 0.1, 0.3, 0.3], [1], [0, 2, 3]),
      ([0.2, 0.2, 0.2], [], [0, 1, 2]),
      ([0.4], [], [0]),
      ([], [], []),
    ] as [([Double], [Int], [Int])])
  func halvesPartWhereTheMeansAreFarthestApart(values: [Double], low: [Int], high: [Int]) {
    let halves = TopicBuilder.halves(of: Array(values.indices)) { values[$0] }
    #expect(halves.low == low && halves.high == high)
  }

  /// No other border leaves less variance within its two sides.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func noOtherBorderPartsBetter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<12).map { _ in Double.random(in: 0...1, using: &random) }
    let halves = TopicBuilder.halves(of: Array(values.indices)) { values[$0] }
    let variance =
      Self.variance(of: halves.low.map { values[$0] })
      + Self.variance(of: halves.high.map { values[$0] })
    for border in values {
      let sides = [values.filter { $0 < border }, values.filter { $0 >= border }]
      #expect(variance <= sides.map(Self.variance).reduce(1e-12, +))
    }
  }

  /// The sum of the squares of the distances from the mean.
  private static func variance(of values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
