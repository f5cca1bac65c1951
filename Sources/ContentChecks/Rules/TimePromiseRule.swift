import Diagnostics
import KnowledgeBase

/// Finds times in the text of a process that its stages don't have.
struct TimePromiseRule: ContentRule {
  let name = "time-promise"
  let severity = Diagnostic.Severity.warning
  let headline = "Times in the text of a process are those of its stages"
  let reason = """
    A text that says 14 days beside a timeline of 10 makes both worthless. Numbers with a unit of \
    time in the text must be that of a stage, of some stages in a row, or of all. Languages: English, \
    Polish, Latvian, Russian.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article -> [Finding] in
      let spans = article.frontMatter.stages.compactMap(\.takes)
      guard article.kind == .process, !spans.isEmpty,
        let words = LanguageWords.of(article.language)
      else { return [] }
      let known = Self.sums(of: spans)
      return Sentence.all(of: article).compactMap { sentence in
        guard
          let stray = TimeMention.all(in: sentence.text, words).first(where: { mention in
            mention.unit == .workingDays && spans.contains { $0.unit == .workingDays }
              && !known.contains(mention)
          })
        else { return nil }
        let total =
          TimeSpan.total(of: spans).map { "\($0.amount) \($0.unit.rawValue)" } ?? "other times"
        return Finding(
          "text says \(stray.amount) \(stray.unit.rawValue), the stages take \(total)",
          cures: ["correct the text or the stages"], in: article,
          line: article.line(of: sentence.text, in: sentence.section))
      }
    }
  }

  /// All sums of stages that follow each other.
  private static func sums(of spans: [TimeSpan]) -> Set<TimeSpan> {
    var sums: Set<TimeSpan> = []
    for start in spans.indices {
      var amounts: [TimeSpan.Unit: Int] = [:]
      for span in spans[start...] {
        amounts[span.unit, default: 0] += span.amount
        sums.insert(TimeSpan(amount: amounts[span.unit] ?? 0, unit: span.unit))
      }
    }
    if let total = TimeSpan.total(of: spans) { sums.insert(total) }
    return sums
  }
}

/// Amounts of time in a sentence: `10 working days`, `10 dni roboczych`.
enum TimeMention {
  static func all(in text: String, _ words: LanguageWords) -> [TimeSpan] {
    let lower = text.lowercased()
    var mentions: [TimeSpan] = []
    var rest = lower[...]
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isWholeNumber }) {
      let digits = rest[start...].prefix { $0.isASCII && $0.isWholeNumber }
      rest = rest[digits.endIndex...]
      let after = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
      let unit = words.units.first { $0.words.contains { after.hasPrefix($0) } }?.unit
      if let unit, let amount = Int(digits), amount < 10_000 {
        mentions.append(TimeSpan(amount: amount, unit: unit))
      }
    }
    return mentions
  }
}
