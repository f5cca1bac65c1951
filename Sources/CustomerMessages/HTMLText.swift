/// HTML as text: paragraphs, numbered and other lists, quotations, tables, with addresses of links
/// beside their words; or as Markdown.
///
///     HTMLText(.plain).text(of: "<ol><li>Open <a href=\"https://a.example\">it</a></li></ol>")
///     // "1. Open it (https://a.example)"
///
/// - Complexity: O(*n*) in the length of the text.
package struct HTMLText {
  package enum Style { case plain, markdown }

  private let style: Style
  private var lines: [String] = []
  private var inline = ""
  private var prefixes: [Prefix] = []
  /// Open links: the address, and where in `inline` their words begin, in bytes.
  private var links: [(address: String, start: Int)] = []
  private var row: [String]?
  private var isHeaderRow = false
  private var preformatted = 0
  /// Lists and quotations open beyond `maximumDepth`.
  private var tooDeep = 0

  /// What stands before the lines of a list's item or a quotation.
  private struct Prefix {
    /// Before the first line; then `rest`.
    var first: String
    let rest: String
    /// For a list: the next item's number, or nil for bullets.
    var number: Int?
    let isList: Bool
  }

  /// Deeper nesting than this adds no more indentation.
  private static let maximumDepth = 20

  package init(_ style: Style) {
    self.style = style
  }

  package static func plain(_ html: String) -> String { HTMLText(.plain).text(of: html) }

  package consuming func text(of html: String) -> String {
    for token in HTMLTokenizer(html) {
      switch token {
      case .text(let text): append(text)
      case .open(let name, let attributes): open(name, attributes)
      case .close(let name): close(name)
      }
    }
    endBlock()
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  // MARK: Tags

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "br": inline += "\n"
    case "p", "div", "section", "article", "header", "footer", "figure", "dl", "dt", "dd":
      endBlock()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endBlock()
      if style == .markdown {
        inline = String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " "
      }
    case "ul", "ol": openList(name, attributes)
    case "li": openItem()
    case "blockquote":
      endBlock()
      push(Prefix(first: "> ", rest: "> ", isList: false))
    case "pre":
      endBlock()
      preformatted += 1
      if style == .markdown { inline = "```\n" }
    case "hr":
      endBlock()
      add("---")
    case "tr":
      endBlock()
      row = []
      isHeaderRow = false
    case "td", "th":
      isHeaderRow = isHeaderRow || name == "th"
    case "a":
      links.append((attributes["href"] ?? "", inline.utf8.count))
    case "img": openImage(attributes)
    case "em", "i", "strong", "b", "code": emphasise(name)
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "p", "div", "section", "article", "header", "footer", "figure", "dl", "dt", "dd":
      endBlock()
    case "h1", "h2", "h3", "h4", "h5", "h6", "li": endBlock()
    case "ul", "ol":
      endBlock()
      pop(isList: true)
      if prefixes.isEmpty { endParagraph() }
    case "blockquote":
      endBlock()
      // The empty line after the last paragraph stands below the quotation, not in it.
      if lines.last == emptyLine { lines.removeLast() }
      pop(isList: false)
      endParagraph()
    case "pre":
      if style == .markdown { inline += "```" }
      endBlock()
      preformatted = max(0, preformatted - 1)
    case "td", "th":
      row?.append(inline.trimmed)
      inline = ""
    case "tr": endRow()
    case "table": endParagraph()
    case "a": closeLink()
    case "em", "i", "strong", "b", "code": emphasise(name)
    default: break
    }
  }

  private mutating func openList(_ name: String, _ attributes: [String: String]) {
    endBlock()
    let number = name == "ol" ? Int(attributes["start"] ?? "") ?? 1 : nil
    push(Prefix(first: "", rest: "", number: number, isList: true))
  }

  private mutating func openItem() {
    endBlock()
    guard let list = prefixes.lastIndex(where: \.isList) else { return }
    let marker = prefixes[list].number.map { "\($0). " } ?? "- "
    let number = prefixes[list].number.map { $0 + 1 }
    prefixes[list] = Prefix(
      first: marker, rest: String(repeating: " ", count: marker.count), number: number,
      isList: true)
  }

  private mutating func openImage(_ attributes: [String: String]) {
    let alternative = attributes["alt"] ?? ""
    switch style {
    case .plain: if !alternative.isEmpty { inline += "[\(alternative)]" }
    case .markdown: inline += "![\(alternative)](\(attributes["src"] ?? ""))"
    }
  }

  private mutating func closeLink() {
    guard let (address, start) = links.popLast(), start <= inline.utf8.count else { return }
    let words = String(inline.utf8.dropFirst(start)) ?? ""
    let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
    switch style {
    case .plain:
      if isWeb, words.trimmed != address { inline += " (\(address))" }
    case .markdown:
      let link = isWeb && words == escaped(address) ? "<\(address)>" : "[\(words)](\(address))"
      inline = (String(inline.utf8.prefix(start)) ?? "") + link
    }
  }

  private mutating func emphasise(_ name: String) {
    guard style == .markdown, preformatted == 0 else { return }
    inline += name == "code" ? "`" : name == "em" || name == "i" ? "*" : "**"
  }

  // MARK: Text

  private mutating func append(_ text: String) {
    guard preformatted == 0 else {
      inline += text
      return
    }
    for character in text {
      if character.isWhitespace {
        // Spaces join into one; none begins a line.
        if let last = inline.last, !last.isWhitespace { inline.append(" ") }
      } else {
        inline += escaped(String(character))
      }
    }
  }

  /// Text that Markdown takes as text.
  private func escaped(_ text: String) -> String {
    guard style == .markdown, text.contains(where: "\\*_`[]<".contains) else { return text }
    return text.reduce(into: "") { escaped, character in
      if "\\*_`[]<".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }

  /// Ends the paragraph that is being written, if there is one.
  private mutating func endBlock() {
    guard row == nil else {
      // A block in a cell stays in the cell.
      if !inline.isEmpty, inline.last?.isWhitespace == false { inline.append(" ") }
      return
    }
    let text = preformatted > 0 ? inline : inline.trimmed
    inline = ""
    guard !text.isEmpty else { return }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      add(preformatted > 0 ? String(line) : line.trimmed)
    }
    if !prefixes.contains(where: \.isList) { endParagraph() }
  }

  private mutating func endRow() {
    guard let cells = row else { return }
    row = nil
    switch style {
    case .plain: add(cells.joined(separator: " | "))
    case .markdown:
      add("| " + cells.joined(separator: " | ") + " |")
      if isHeaderRow { add("|" + String(repeating: " --- |", count: cells.count)) }
    }
  }

  private mutating func add(_ line: String) {
    var prefix = ""
    for index in prefixes.indices {
      prefix += prefixes[index].first
      prefixes[index].first = prefixes[index].rest
    }
    lines.append(line.isEmpty ? prefix.trimmedEnd : prefix + line)
  }

  /// One empty line between paragraphs, within quotations a quoted one.
  private mutating func endParagraph() {
    if let last = lines.last, last != emptyLine { lines.append(emptyLine) }
  }

  private var emptyLine: String { prefixes.map(\.rest).joined().trimmedEnd }

  private mutating func push(_ prefix: Prefix) {
    if prefixes.count < Self.maximumDepth {
      prefixes.append(prefix)
    } else {
      tooDeep += 1
    }
  }

  private mutating func pop(isList: Bool) {
    if tooDeep > 0 {
      tooDeep -= 1
    } else if prefixes.last?.isList == isList {
      prefixes.removeLast()
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: String { String(drop(while: \.isWhitespace)).trimmedEnd }

  var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
