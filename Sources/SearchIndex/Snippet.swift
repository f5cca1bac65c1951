import TextAnalysis

/// The passage of a document that shows why it answers.
package struct Snippet: Sendable, Hashable {
  package let text: String
  /// UTF-8 offsets in `text` of the words that matched, in any inflection.
  package let matches: [Range<Int>]
}

extension SearchIndex {
  private static let snippetLength = 200

  /// The passage of a hit that holds most of the terms, cut at sentences or words, about 200
  /// characters long.
  ///
  /// - Complexity: O(*n*) in the length of the document's text.
  package func snippet(of hit: SearchHit, terms: [QueryTerm]) -> Snippet {
    var wanted: [String: Int] = [:]
    for (position, term) in terms.enumerated() {
      for expansion in term.expansions where expansion.weight >= 128 {
        wanted[form(expansion.form)] = position
      }
    }
    let passages = Self.passages(of: hit.document.text)
    let best = passages.enumerated().max { left, right in
      let a = Self.found(wanted, in: left.element)
      let b = Self.found(wanted, in: right.element)
      return a != b ? a < b : left.offset > right.offset
    }
    let text = best.map(\.element) ?? hit.document.summary
    let matches = Tokenizer.tokens(in: text).filter { wanted[$0.form] != nil }.map(\.range)
    return Snippet(text: text, matches: matches)
  }

  private static func found(_ wanted: [String: Int], in passage: String) -> Int {
    Set(Tokenizer.tokens(in: passage).compactMap { wanted[$0.form] }).count
  }

  /// Sentences joined up to the length of a snippet.
  private static func passages(of text: String) -> [String] {
    var passages: [String] = []
    for line in text.split(separator: "\n") {
      var current = ""
      for sentence in sentences(of: line) {
        if !current.isEmpty, current.count + sentence.count > snippetLength {
          passages.append(current)
          current = ""
        }
        current += (current.isEmpty ? "" : " ") + sentence
      }
      if !current.isEmpty { passages.append(current) }
    }
    return passages.map {
      $0.count > snippetLength * 2 ? String($0.prefix(snippetLength)) + " …" : $0
    }
  }

  private static func sentences(of line: Substring) -> [String] {
    var sentences: [String] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let next = line.index(after: index)
      if ".!?".contains(line[index]), next < line.endIndex, line[next] == " " {
        sentences.append(line[start..<next].trimmed)
        start = next
      }
      index = next
    }
    sentences.append(line[start...].trimmed)
    return sentences.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
