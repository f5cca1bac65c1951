import KnowledgeBase

/// Recognises topics that were decided about in earlier months, by the words that tell them.
///
/// A topic keeps its id as long as its words are more those of the decision than of another: Dice's
/// coefficient of the two sets of stems.
struct KnownTopics {
  /// Less in common than this is another topic.
  private static let leastLikeness = 0.5
  /// As many of a group's stems are compared.
  static let comparedWords = 6

  private let decisions: [ReviewDecision]

  init(_ decisions: [ReviewDecision], language: Language) {
    self.decisions = decisions.filter {
      Language($0.language)?.primary == language.primary && !$0.words.isEmpty
    }
  }

  /// The decision for each group that one was made about; each decision goes to one group.
  ///
  /// - Parameter groups: the stems of each group, heaviest first.
  func recognised(in groups: [[String]]) -> [Int: ReviewDecision] {
    var pairs: [(likeness: Double, decision: Int, group: Int)] = []
    for (number, decision) in decisions.enumerated() {
      let words = Set(decision.words)
      for (group, stems) in groups.enumerated() {
        let own = Set(stems.prefix(max(Self.comparedWords, words.count)))
        let shared = Double(own.intersection(words).count)
        let likeness = 2 * shared / Double(max(1, min(own.count, words.count) + words.count))
        if likeness >= Self.leastLikeness { pairs.append((likeness, number, group)) }
      }
    }
    pairs.sort { left, right in
      left.likeness != right.likeness
        ? left.likeness > right.likeness
        : (left.group, left.decision) < (right.group, right.decision)
    }
    var found: [Int: ReviewDecision] = [:]
    var used: Set<Int> = []
    for pair in pairs where found[pair.group] == nil && used.insert(pair.decision).inserted {
      found[pair.group] = decisions[pair.decision]
    }
    return found
  }
}
