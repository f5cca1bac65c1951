import Diagnostics
import KnowledgeBase

/// Finds answers that a phone doesn't show without scrolling.
struct AnswerFirstRule: ContentRule {
  /// About what stands above the fold of a phone at 17 px, below the title.
  private static let words = 60

  let name = "answer-first"
  let severity = Diagnostic.Severity.note
  let headline = "The answer stands in the first paragraph, and fits a phone"
  let reason = """
    Most readers come from a search, on a phone, in a hurry. What they came for belongs into the \
    first paragraph, in at most \(words) words; conditions and background come after it.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.compactMap { article in
      guard article.kind == .faq, article.questionSections.isEmpty,
        let first = article.sections.first
      else { return nil }
      guard first.level == 0 else {
        return Finding(
          "article starts with the heading '\(first.title)' instead of its answer",
          cures: ["write the answer in one paragraph above it"], in: article, line: first.line)
      }
      let paragraph = first.text.split(separator: "\n").first ?? ""
      let count = paragraph.split(whereSeparator: \.isWhitespace).count
      guard count > Self.words else { return nil }
      return Finding(
        "first paragraph has \(count) words; a phone shows about \(Self.words)",
        cures: ["say the answer in the first sentence, and move the rest down"], in: article,
        line: article.line(of: String(paragraph), in: first))
    }
  }
}
