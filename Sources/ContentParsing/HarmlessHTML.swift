import KnowledgeBase

/// A tag of an element that can do no harm, with those attributes that can't either.
///
///     HarmlessTag("<abbr title=\"x\" onclick=\"y()\">")?.opening  // <abbr title="x">
struct HarmlessTag: Equatable {
  static let inlines = Site.harmlessInlines
  static let blocks: Set<String> = ["details", "summary"]
  /// What a site may allow; a line break always is.
  static let all = inlines.union(blocks).union(["br"])

  private static let attributes: Set<String> = ["dir", "lang", "open", "title"]

  let name: String
  let isClosing: Bool
  /// As it is written to the page, `<abbr title="x">`.
  let opening: String

  var closing: String { "</\(name)>" }
  var isBlock: Bool { Self.blocks.contains(name) }

  /// Nil for what isn't a tag, and for all other elements.
  ///
  /// - Complexity: O(*n*) in the text.
  init?(_ text: Substring) {
    guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
    var rest = text.dropFirst().dropLast()
    isClosing = rest.first == "/"
    if isClosing { rest = rest.dropFirst() }
    let written = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    name = written.lowercased()
    guard Self.all.contains(name) else { return nil }
    rest = rest.dropFirst(written.count)
    // `<b-x>` is another element.
    guard rest.first.map({ $0.isWhitespace || $0 == "/" }) ?? true else { return nil }
    opening = "<\(name)" + Self.attributes(in: rest, of: name) + ">"
  }

  private static func attributes(in text: Substring, of element: String) -> String {
    var rest = text
    var kept = ""
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      guard !name.isEmpty else { return kept }
      rest = rest.dropFirst(name.count)
      var value: Substring?
      let afterSpace = rest.drop(while: \.isWhitespace)
      if afterSpace.first == "=" {
        let start = afterSpace.dropFirst().drop(while: \.isWhitespace)
        if let quote = start.first, quote == "\"" || quote == "'" {
          value = start.dropFirst().prefix { $0 != quote }
          rest = start.dropFirst((value?.count ?? 0) + 2)
        } else {
          value = start.prefix { !$0.isWhitespace }
          rest = start.dropFirst(value?.count ?? 0)
        }
      }
      let key = name.lowercased()
      guard attributes.contains(key) else { continue }
      if key == "open" {
        if element == "details" { kept += " open" }
      } else {
        kept += " \(key)=\"\(MarkdownParser.escaped(HTMLEntity.decoded(value ?? "")))\""
      }
    }
  }
}

/// A block of raw HTML cut into harmless tags and texts.
enum HarmlessBlock {
  enum Token {
    case tag(HarmlessTag, source: String)
    case text(String)
  }

  /// Nil as soon as there is anything else in it; comments are left out.
  ///
  /// - Complexity: O(*n*) in the text.
  static func tokens(of html: String, allowed: Set<String>) -> [Token]? {
    var tokens: [Token] = []
    var rest = html[...]
    while let mark = rest.firstIndex(of: "<") {
      add(rest[..<mark], to: &tokens)
      rest = rest[mark...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = end(ofTagIn: rest), let tag = HarmlessTag(rest[..<end]),
        allowed.contains(tag.name)
      else { return nil }
      tokens.append(.tag(tag, source: String(rest[..<end])))
      rest = rest[end...]
    }
    add(rest, to: &tokens)
    return tokens
  }

  private static func add(_ text: Substring, to tokens: inout [Token]) {
    let words = text.split(whereSeparator: \.isNewline).joined(separator: "\n")
    if words.contains(where: { !$0.isWhitespace }) {
      tokens.append(.text(HTMLEntity.decoded(words[...])))
    }
  }

  private static func end(ofTagIn text: Substring) -> Substring.Index? {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text.index(after: index)
      }
    }
    return nil
  }
}

/// The references that people write in HTML.
enum HTMLEntity {
  static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ].reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
