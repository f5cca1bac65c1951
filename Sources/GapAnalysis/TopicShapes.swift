import KnowledgeBase
import TextAnalysis

/// Puts topics together and takes them apart as the reviewer decided.
///
/// Contacts with one of the words of a decision that has `from` leave that topic for one of their
/// own; a topic whose decision has `into` becomes a part of that one.
package struct TopicShapes {
  /// A topic's contacts, and what was decided about it.
  struct Shape {
    var members: [Int]
    var decision: ReviewDecision?
  }

  private let decisions: [ReviewDecision]
  /// Topics that nothing was decided about, as earlier reviews called them.
  private let remembered: [ReviewDecision]
  private let language: Language

  init(_ decisions: [ReviewDecision], remembered: [ReviewDecision] = [], language: Language) {
    self.language = language
    self.decisions = decisions.filter { Language($0.language)?.primary == language.primary }
    let decided = Set(decisions.map(\.gap))
    self.remembered = remembered.filter { !decided.contains($0.gap) }
  }

  /// The stems of the words that a part is told by.
  package static func stems(of words: String, language: String) -> [String] {
    let suffixes = SuffixTable.table(for: language)
    return Set(Tokenizer.tokens(in: words).map { suffixes?.stem($0.form) ?? $0.form }).sorted()
  }

  /// `pl-brak-kart-paliw-pin`: the topic that a part was taken from, and what tells it.
  package static func id(of stems: [String], from topic: String) -> String {
    ([topic] + stems.map(Transliteration.latin)).joined(separator: "-")
  }

  /// - Parameters:
  ///   - groups: the members of each.
  ///   - heaviest: the stems that tell each group, heaviest first.
  ///   - holds: whether a member holds one of some stems.
  func shapes(
    of groups: [[Int]], heaviest: [[String]], holds: (Int, Set<String>) -> Bool
  ) -> [Shape] {
    let known = KnownTopics(decisions.filter { $0.from == nil }, language: language)
      .recognised(in: heaviest)
    let parts = decisions.filter { $0.from != nil }
    let separate = KnownTopics(parts, language: language).recognised(
      in: heaviest.enumerated().map { known[$0] == nil ? $1 : [] })
    // What was decided goes first, though other words were remembered later.
    let again = KnownTopics(remembered, language: language).recognised(
      in: heaviest.enumerated().map { known[$0] == nil && separate[$0] == nil ? $1 : [] })
    var shapes: [Shape] = []
    for (number, members) in groups.enumerated() {
      var rest = members
      for part in parts where part.from == known[number]?.gap {
        let words = Set(part.words)
        shapes.append(Shape(members: rest.filter { holds($0, words) }, decision: part))
        rest.removeAll { holds($0, words) }
      }
      shapes.append(
        Shape(members: rest, decision: known[number] ?? separate[number] ?? again[number]))
    }
    return joined(shapes)
  }

  /// Each topic once, in the order of their first shapes.
  private func joined(_ shapes: [Shape]) -> [Shape] {
    var joined: [Shape] = []
    var places: [String: Int] = [:]
    for shape in shapes where !shape.members.isEmpty {
      guard let part = shape.decision else {
        joined.append(shape)
        continue
      }
      let decision = whole(of: part)
      if let place = places[decision.gap] {
        joined[place].members = (joined[place].members + shape.members).sorted()
        if joined[place].decision?.action == .keep { joined[place].decision = decision }
      } else {
        places[decision.gap] = joined.count
        joined.append(Shape(members: shape.members, decision: decision))
      }
    }
    return joined
  }

  /// What was decided about all that the topic is a part of; where that is its name alone, what was
  /// decided about the part.
  private func whole(of part: ReviewDecision) -> ReviewDecision {
    let whole = decisions.whole(of: part)
    guard whole.action == .keep else { return whole }
    var decision = part
    decision.gap = whole.gap
    decision.words = whole.words
    return decision
  }
}
