import KnowledgeBase
import TextAnalysis

/// A sentence of an article with the line its paragraph starts on.
struct Sentence {
  let text: String
  let section: Section

  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// The sentences of all sections; a line ends one, since list items often have no full
  /// stop.
  static func all(of article: Article) -> [Sentence] {
    article.sections.flatMap { section in
      section.text.split(separator: "\n").flatMap { line in
        Sentences.of(String(line)).map { Sentence(text: $0, section: section) }
      }
    }
  }
}

extension Article {
  /// The line of the file on which a text stands as it is written, else the heading's above it.
  func line(of text: String, in section: Section) -> Int {
    let start = String(text.prefix(24))
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let offset = max(0, section.line - places.bodyLine)
    for (index, line) in lines.enumerated().dropFirst(offset) where line.contains(start) {
      return places.bodyLine + index
    }
    return section.line > 0 ? section.line : places.bodyLine
  }
}
