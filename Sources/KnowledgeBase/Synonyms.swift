/// Words that customers use for what articles call otherwise, in one language.
package struct Synonyms: Sendable, Hashable {
  /// What customers write and what articles say.
  package struct OneWay: Sendable, Hashable {
    package let asked: String
    package let written: [String]

    package init(asked: String, written: [String]) {
      self.asked = asked
      self.written = written
    }
  }

  /// Groups of words or phrases each of which finds all others.
  package let twoWay: [[String]]
  package let oneWay: [OneWay]

  package init(twoWay: [[String]] = [], oneWay: [OneWay] = []) {
    self.twoWay = twoWay
    self.oneWay = oneWay
  }

  /// Each phrase with the phrases that it also finds.
  ///
  ///     Synonyms(twoWay: [["refund", "money back"]]).expansions
  ///     // [("refund", ["money back"]), ("money back", ["refund"])]
  package var expansions: [(phrase: String, finds: [String])] {
    twoWay.flatMap { group in
      group.map { phrase in (phrase, group.filter { $0 != phrase }) }
    } + oneWay.map { ($0.asked, $0.written) }
  }
}
