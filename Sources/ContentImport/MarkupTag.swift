/// A tag of HTML, of MDX or of Hugo, taken apart.
///
///     MarkupTag(element: "<div class=\"note\">")?.named["class"]  // "note"
///     MarkupTag(shortcode: "{{< tab \"iOS\" >}}")?.values  // ["iOS"]
struct MarkupTag {
  /// In lower case.
  let name: String
  let isShortcode: Bool
  let isClosing: Bool
  /// What stands without a name.
  private(set) var values: [String] = []
  private(set) var named: [String: String] = [:]

  /// - Parameter text: `<name …>`, `</name>` or `<name …/>`.
  init?(element text: Substring) {
    guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
    let content = text.dropFirst().dropLast()
    self.init(content.hasSuffix("/") ? content.dropLast() : content, isShortcode: false)
  }

  /// - Parameter text: `{{< name … >}}` or `{{% name … %}}`.
  init?(shortcode text: Substring) {
    guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.count > 6 else { return nil }
    self.init(text.dropFirst(3).dropLast(3), isShortcode: true)
  }

  private init?(_ content: Substring, isShortcode: Bool) {
    self.isShortcode = isShortcode
    var words = Self.words(of: content)
    guard var first = words.first else { return nil }
    words.removeFirst()
    // `{{< /tab >}}` may have a space after its stroke.
    if first == "/", let next = words.first {
      first += next
      words.removeFirst()
    }
    isClosing = first.hasPrefix("/")
    let written = first.drop { $0 == "/" }
    name = (written.hasSuffix("/") ? written.dropLast() : written).lowercased()
    guard !name.isEmpty else { return nil }
    for word in words where word != "/" {
      let key = word.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if word.dropFirst(key.count).hasPrefix("="), !key.isEmpty {
        named[key.lowercased()] = Self.bare(word.dropFirst(key.count + 1))
      } else {
        values.append(Self.bare(word))
      }
    }
  }

  /// The first of the named values that is there.
  func value(_ names: String...) -> String? {
    names.lazy.compactMap { named[$0] }.first { !$0.isEmpty }
  }

  /// The address in `src`, which MDX may write as `{require('./a.png').default}`.
  var source: String? {
    value("src").flatMap { text in
      guard text.contains("(") else { return text }
      return text.firstMatch(of: /["'`]([^"'`]+)["'`]/).map { String($0.1) }
    }
  }

  /// Splits at white space outside of quotes and braces.
  private static func words(of text: Substring) -> [Substring] {
    var words: [Substring] = []
    var start: Substring.Index?
    var quote: Character?
    var depth = 0
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if depth == 0, character.isWhitespace {
        if let begun = start { words.append(text[begun..<index]) }
        start = nil
        continue
      } else if "\"'`".contains(character) {
        quote = character
      } else if "{}".contains(character) {
        depth = max(0, depth + (character == "{" ? 1 : -1))
      }
      if start == nil { start = index }
    }
    if let start { words.append(text[start...]) }
    return words
  }

  /// Without quotes and braces around it.
  private static func bare(_ text: Substring) -> String {
    var text = text
    for (open, close) in [("{", "}"), ("\"", "\""), ("'", "'"), ("`", "`")]
    where text.count > 1 && text.hasPrefix(open) && text.hasSuffix(close) {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
