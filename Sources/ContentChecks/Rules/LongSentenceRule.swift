import Diagnostics
import KnowledgeBase

/// Finds sentences that are hard to follow.
struct LongSentenceRule: ContentRule {
  let name = "long-sentence"
  let severity = Diagnostic.Severity.note
  let headline = "Sentences are short enough to be read once"
  let reason = """
    The limit is 32 words in English, 28 in Polish and Russian, 26 in Latvian, whose words carry what \
    English says in several; other languages aren't measured. One finding an article names its longest.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.compactMap { article in
      guard let limit = LanguageWords.of(article.language)?.sentenceLimit else { return nil }
      let long = Sentence.all(of: article).filter { $0.words > limit }
      guard let longest = long.max(by: { $0.words < $1.words }) else { return nil }
      let more = long.count == 1 ? "" : ", and \(long.count - 1) more are too long"
      return Finding(
        "sentence of \(longest.words) words; at most \(limit) are easy to follow\(more)",
        cures: ["make two of it"], in: article,
        line: article.line(of: longest.text, in: longest.section))
    }
  }
}
