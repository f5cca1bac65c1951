import ContactLog
import KnowledgeBase

extension TopicBuilder {
  /// A group's texts by themselves where they share nothing that says something, unless one article
  /// answers all of them.
  func parts(
    of members: [Int], items: [ReviewedContact], meanings: TopicMeanings
  ) -> [[Int]] {
    let texts = meanings.parted(members)
    guard texts.count > 1 else { return [members] }
    let isAnswered =
      Self.nearest(members.map { items[$0] })?.share == 1
      && Self.coverage(of: members, items) >= ReviewedContact.bandLimits.gap
    return isAnswered ? [members] : texts
  }

  /// A group that mixes contacts of one busy day, or contacts which an article answers, with
  /// others, as two.
  func parts(
    of members: [Int], items: [ReviewedContact], words: TopicWords, vocabulary: ArticleVocabulary
  ) -> [[Int]] {
    let compared = members.filter { history.isCompared(items[$0].contact) }
    let before = members.filter { !history.isCompared(items[$0].contact) }
    let busiest = history.busiestDays(
      compared.map { items[$0].contact }, before: before.map { items[$0].contact }
    ).contacts.map { compared[$0] }
    if busiest.count * 2 >= compared.count, !busiest.isEmpty, busiest.count < members.count {
      return [busiest, Set(members).subtracting(busiest).sorted()]
    }
    let halves = Self.halves(of: members) { items[$0].match.coverage }
    guard min(halves.low.count, halves.high.count) >= Self.smallest,
      Self.coverage(of: halves.low, items) < ReviewedContact.bandLimits.gap,
      Self.coverage(of: halves.high, items) >= ReviewedContact.bandLimits.covered
    else { return [members] }
    let evidence = [halves.low, halves.high].map { half in
      self.evidence(
        half.map { items[$0] }, words: words.distinctive(in: half),
        nearest: Self.nearest(half.map { items[$0] }), vocabulary: vocabulary)
    }
    let isMixed =
      TopicVerdict(evidence[0]).verdict == .missing && !TopicVerdict.agentsKnow(evidence[0])
      && TopicVerdict.agentsKnow(evidence[1])
    return isMixed ? [halves.low, halves.high] : [members]
  }

  /// The mean of what articles cover of the members by themselves.
  private static func coverage(of members: [Int], _ items: [ReviewedContact]) -> Double {
    members.reduce(0) { $0 + items[$1].match.coverage } / Double(members.count)
  }

  /// Members below and above the border that parts their values best: the means of its sides are
  /// farthest apart for how many are on each (Otsu: A threshold selection method from gray-level
  /// histograms, 1979). Of equal values all are high.
  ///
  ///     TopicBuilder.halves(of: [0, 1, 2, 3]) { [0.1, 0.5, 0.2, 0.6][$0] }  // ([0, 2], [1, 3])
  ///
  /// - Complexity: O(*m* log *m*) for *m* members.
  static func halves(
    of members: [Int], by value: (Int) -> Double
  ) -> (low: [Int], high: [Int]) {
    let sorted = members.map { (member: $0, value: value($0)) }
      .sorted { ($0.value, $0.member) < ($1.value, $1.member) }
    let total = sorted.reduce(0) { $0 + $1.value }
    var sum = 0.0
    var best = (border: 0, spread: 0.0)
    for border in sorted.indices.dropFirst() {
      sum += sorted[border - 1].value
      guard sorted[border - 1].value < sorted[border].value else { continue }
      let (low, high) = (Double(border), Double(sorted.count - border))
      let distance = (total - sum) / high - sum / low
      let spread = low * high * distance * distance
      if spread > best.spread { best = (border, spread) }
    }
    return (
      sorted[..<best.border].map(\.member).sorted(), sorted[best.border...].map(\.member).sorted()
    )
  }
}
