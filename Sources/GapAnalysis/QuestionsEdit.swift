import KnowledgeBase
import TextAnalysis

/// Adds customers' wordings to the `questions` of an article's front matter; every other byte of
/// the file stays as it is.
package struct QuestionsEdit: Sendable {
  private static let mostWordings = 3

  package let text: String
  /// The lines that are new or changed, with a line around, as a unified diff shows them.
  package let diff: String
  /// The wordings that were added.
  package let added: [String]

  /// Nil when the file has no front matter or its `questions` can't be extended.
  package init?(_ file: String, adding wordings: [String], known: [String]) {
    let added = CustomerWording.distinct(wordings, besides: known)
    var lines = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first?.trimmed == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" })
    else { return nil }
    self.added = added
    guard !added.isEmpty else {
      text = file
      diff = ""
      return
    }
    if let key = lines[..<end].firstIndex(where: { $0.hasPrefix("questions: [") }) {
      guard let line = Self.extended(lines[key], adding: added) else { return nil }
      diff = "-\(lines[key])\n+\(line)"
      lines[key] = line
      text = lines.joined(separator: "\n")
      return
    }
    guard let place = Self.place(in: lines, end: end) else { return nil }
    let items = added.map { "\(place.indent)- \(CustomerWording.yaml($0))" }
    let new = place.needsKey ? ["questions:"] + items : items
    lines.insert(contentsOf: new, at: place.line)
    text = lines.joined(separator: "\n")
    let before = place.line > 0 ? [" " + lines[place.line - 1]] : []
    let after = lines[(place.line + new.count)...].prefix(1).map { " " + $0 }
    diff = (before + new.map { "+" + $0 } + after).joined(separator: "\n")
  }

  /// The wordings of a topic that hold the words to add, else the most typical.
  package static func wordings(of topic: GapReport.Topic) -> [String] {
    let words = Set(topic.wordsToAdd.flatMap { Tokenizer.tokens(in: $0).map(\.form) })
    let all = CustomerWording.distinct([topic.name] + topic.quotes, besides: [])
    let holding = all.filter { text in
      Tokenizer.tokens(in: text).contains { words.contains($0.form) }
    }
    return Array((holding.isEmpty ? all : holding).prefix(mostWordings))
  }

  /// A list on one line with more items at its end; nil where it goes on in the next line.
  ///
  ///     extended("questions: [a, b] # mine", adding: ["c"])  // "questions: [a, b, c] # mine"
  private static func extended(_ line: String, adding wordings: [String]) -> String? {
    guard let end = closingBracket(of: line), let start = line.firstIndex(of: "[") else {
      return nil
    }
    let items = line[line.index(after: start)..<end]
    let kept = items.lastIndex { $0 != " " && $0 != "," }.map { items[...$0] } ?? ""
    let all = (kept.isEmpty ? [] : [String(kept)]) + wordings.map(CustomerWording.yaml)
    return line[...start] + all.joined(separator: ", ") + line[end...]
  }

  /// The bracket that ends the list, not one within quotes.
  private static func closingBracket(of line: String) -> String.Index? {
    var quote: Character?
    var isEscaped = false
    for place in line.indices {
      let character = line[place]
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if character == "\\", open == "\"" { isEscaped = true }
        if character == open { quote = nil }
      } else if character == "]" {
        return place
      } else if character == "\"" || character == "'", isItemStart(place, in: line) {
        quote = character
      }
    }
    return nil
  }

  /// Within a word an apostrophe is no quote.
  private static func isItemStart(_ place: String.Index, in line: String) -> Bool {
    let before = line[..<place].last { $0 != " " }
    return before == "[" || before == ","
  }

  /// Where items go: after the last one of a list below `questions`, else before the end.
  private static func place(
    in lines: [String], end: Int
  ) -> (line: Int, indent: String, needsKey: Bool)? {
    guard let key = lines[..<end].firstIndex(where: { $0.hasPrefix("questions:") }) else {
      return (end, "  ", true)
    }
    // Neither a list below the key nor one on its line.
    guard lines[key].dropFirst("questions:".count).allSatisfy({ $0 == " " || $0 == "\r" }) else {
      return nil
    }
    var last = key
    var indent = "  "
    for number in key + 1..<end {
      let line = lines[number]
      let content = line.drop { $0 == " " }
      guard content.hasPrefix("- ") || line.hasPrefix(" ") else { break }
      if content.hasPrefix("- ") { indent = String(line.prefix { $0 == " " }) }
      last = number
    }
    return (last + 1, indent, false)
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
