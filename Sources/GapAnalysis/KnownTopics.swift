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
  /// Only what shares a word is compared: of a large log there are many groups, and as many topics
  /// are known from the month before.
  ///
  /// - Parameter groups: the stems of each group, heaviest first, each once.
  /// - Complexity: O(*w* + *p* log *p*), *w* words of groups and decisions, *p* pairs that share one.
  func recognised(in groups: [[String]]) -> [Int: ReviewDecision] {
    var pairs: [(likeness: Double, decision: Int, group: Int)] = []
    var places: [String: [(group: Int, rank: Int)]] = [:]
    for (group, stems) in groups.enumerated() {
      for (rank, stem) in stems.enumerated() { places[stem, default: []].append((group, rank)) }
    }
    var shared = [Int](repeating: 0, count: groups.count)
    for (number, decision) in decisions.enumerated() {
      let words = Set(decision.words)
      let compared = max(Self.comparedWords, words.count)
      var sharing: [Int] = []
      for word in words {
        for place in places[word, default: []] where place.rank < compared {
          if shared[place.group] == 0 { sharing.append(place.group) }
          shared[place.group] += 1
        }
      }
      for group in sharing {
        let fewer = min(groups[group].count, words.count)
        let likeness = 2 * Double(shared[group]) / Double(fewer + words.count)
        if likeness >= Self.leastLikeness { pairs.append((likeness, number, group)) }
        shared[group] = 0
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
