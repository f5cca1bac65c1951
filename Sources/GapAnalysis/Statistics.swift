#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few formulas that keep small counts from being taken for facts.
enum Statistics {
  /// The quantile of the normal distribution for 95 %.
  private static let z = 1.959_964

  /// Wilson's 95 % interval for a share (Wilson, 1927, JASA 22).
  ///
  ///     Statistics.interval(of: 8, in: 10)  // 0.49 … 0.94
  static func interval(of hits: Int, in total: Int) -> ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let n = Double(total)
    let share = Double(hits) / n
    let square = z * z
    let centre = (share + square / (2 * n)) / (1 + square / n)
    let spread = share * (1 - share) / n + square / (4 * n * n)
    let half = z * spread.squareRoot() / (1 + square / n)
    return max(0, centre - half)...min(1, centre + half)
  }

  /// The ratio of two rates and its 95 % interval, by the normal approximation of the logarithm;
  /// half a count is added to each so that zero can be told from nothing.
  ///
  /// - Parameters:
  ///   - after: counts in the numerator, over `afterDays`.
  ///   - control: counts after and before of what is compared with, if anything is.
  static func rateRatio(
    after: Int, afterDays: Int, before: Int, beforeDays: Int,
    control: (after: Int, before: Int)? = nil
  ) -> (ratio: Double, interval: ClosedRange<Double>) {
    let (a, b) = (Double(after) + 0.5, Double(before) + 0.5)
    var ratio = (a / Double(max(1, afterDays))) / (b / Double(max(1, beforeDays)))
    var variance = 1 / a + 1 / b
    if let control {
      let (c, d) = (Double(control.after) + 0.5, Double(control.before) + 0.5)
      ratio /= (c / Double(max(1, afterDays))) / (d / Double(max(1, beforeDays)))
      variance += 1 / c + 1 / d
    }
    let factor = exp(z * variance.squareRoot())
    return (ratio, ratio / factor...ratio * factor)
  }

  /// The value below which that share of the sorted values lies, by nearest rank.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let rank = (share * Double(sorted.count)).rounded(.up)
    return sorted[min(sorted.count - 1, max(0, Int(rank) - 1))]
  }
}

/// To four digits, so that the same input gives the same bytes.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
