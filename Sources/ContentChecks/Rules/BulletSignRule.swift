import Diagnostics
import KnowledgeBase

/// Finds lists whose points begin with a typed bullet.
struct BulletSignRule: ContentRule {
  /// U+F0B7 is the bullet of the font Symbol, as word processors write it.
  private static let bullets: Set<Character> = ["•", "·", "●", "▪", "◦", "‣", "\u{F0B7}"]

  let name = "bullet-sign"
  let severity = Diagnostic.Severity.warning
  let headline = "Points of a list begin with '-' or a number"
  let reason = """
    A '•' that came along from a word processor or a page makes no list: all points run on in one \
    paragraph, and a screen reader can't say how many there are.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article -> [Finding] in
      guard article.markdown.contains(where: Self.bullets.contains) else { return [] }
      var isCode = false
      var isList = false
      var findings: [Finding] = []
      let lines = article.markdown.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let text = line.drop(while: \.isWhitespace)
        if text.hasPrefix("```") || text.hasPrefix("~~~") { isCode.toggle() }
        let isPoint = !isCode && text.first.map(Self.bullets.contains) == true
        // Of points one below another the first is enough.
        if isPoint, !isList, let sign = text.first {
          findings.append(
            Finding(
              "line begins with '\(sign)', which makes no list", cures: ["begin it with '- '"],
              in: article, line: article.places.bodyLine + number))
        }
        isList = isPoint
      }
      return findings
    }
  }
}
