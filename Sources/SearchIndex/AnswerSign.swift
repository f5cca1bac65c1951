import TextAnalysis

/// What kind of question a document answers, by how it begins: kept in the index as a word that no
/// text can hold.
///
/// In public help pages in five languages a third of the answers to questions of yes or no begin so,
/// of others one in eighty; half of those to how much have a figure in their first sentence, of others
/// a quarter. A share of a score rather than a score, so that it weighs as much in a long question,
/// and never beats a clear match.
enum AnswerSign: String, CaseIterable {
  /// The text begins with yes or no.
  case yesOrNo = "✓"
  /// There is a figure in the first sentence.
  case figure = "№"

  /// - Parameter lead: the beginning of the document's first paragraph.
  static func signs(of lead: String, in words: QuestionWords) -> [AnswerSign] {
    allCases.filter { sign in
      switch sign {
      case .yesOrNo: words.answersYesOrNo(lead)
      case .figure: hasFigure(inSentence: lead)
      }
    }
  }

  /// Up to a full stop before a space; `approx. 3 days` is one sentence.
  private static func hasFigure(inSentence text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      if (0x30...0x39).contains(byte) { return true }
      let ends = ".!?".utf8.contains(byte) && place + 2 < bytes.count && bytes[place + 1] == 0x20
      if ends, !(0x30...0x39).contains(bytes[place + 2]) { return false }
    }
    return false
  }

  /// By how many 1/256 of itself the score of a document with the sign grows.
  func share(for kind: QuestionKind) -> Int {
    switch (self, kind) {
    case (.yesOrNo, .yesOrNo): 26
    case (.yesOrNo, _): -38
    case (.figure, .amount): 26
    case (.figure, _): 0
    }
  }
}
