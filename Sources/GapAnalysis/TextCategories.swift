/// What the log says texts are about, as features beside those of the words.
struct TextCategories: Sendable {
  /// The numbers of the categories.
  let features: Range<Int>
  private let shares: SparseVectorTable

  /// - Parameter first: the number of the first category.
  /// - Complexity: O(*n* log *n*), *n* texts.
  init(_ texts: [GroupedText], same: SameTexts, from first: Int) {
    var numbers: [String: Int] = [:]
    var all: [(point: Int32, feature: Int32)] = []
    for (text, point) in same.points.enumerated() {
      guard let category = texts[text].category, !category.isEmpty else { continue }
      let number = numbers[category] ?? first + numbers.count
      numbers[category] = number
      all.append((point, Int32(number)))
    }
    var shares = [SparseVector](repeating: [], count: same.first.count)
    for (point, feature) in all.sorted(by: <) {
      let share = 1 / Float(same.sizes[Int(point)])
      if let last = shares[Int(point)].last, last.feature == feature {
        shares[Int(point)][shares[Int(point)].count - 1].weight += share
      } else {
        shares[Int(point)].append((feature, share))
      }
    }
    self.shares = SparseVectorTable(shares)
    features = first..<first + numbers.count
  }

  /// In which share of the point's texts each category stands; empty where none does.
  func shares(of point: Int) -> SparseVector { Array(shares.entries[shares.range(of: point)]) }
}
