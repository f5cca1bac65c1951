import Foundation
import HTMLReading

/// What a generator's pages have beyond Markdown - shortcodes, components, elements of HTML -
/// written as articles write it. What isn't known stays as it is, for `signpost check` to name.
///
///     GeneratorMarkup("{{< callout type=\"tip\" >}}\nPay\n{{< /callout >}}").text  // "::: tip\nPay\n:::"
///
/// - Complexity: O(*n*).
struct GeneratorMarkup {
  /// Elements that begin a block of HTML.
  private static let blockNames: Set<String> = [
    "a", "article", "center", "details", "div", "figure", "header", "iframe", "img", "main", "p",
    "picture", "section", "summary", "video",
  ]

  private(set) var text = ""
  /// The harmless elements that the text has.
  var elements: Set<String> = []

  var output: [String] = []
  var line = ""
  var indent = ""
  /// What ends the blocks that are open: the marks to write.
  var open: [(name: String, end: [String])] = []
  var links: [String?] = []
  /// An alert or a part to open whose title may follow.
  var begun: (directive: String, title: String)?
  var isTitle = false
  /// Within a player, whose text is for browsers without one.
  var isSkipping = false { didSet { hasPlayer = hasPlayer && isSkipping } }
  var hasPlayer = false
  /// The indent of the block of HTML that the line belongs to, which means nothing beyond it.
  var blockIndent: String?
  var tabLabels: [[String]] = []
  /// The labels of the tabs of MDX that are open, by value.
  var tabValues: [String: String] = [:]
  var tabsIndent = ""
  /// Shortcodes that have an end somewhere.
  let closed: Set<String>

  init(_ body: String) {
    guard body.contains("<") || body.contains("{{") else {
      closed = []
      text = body
      return
    }
    closed = Set(body.matches(of: /\{\{[<%]\s*\/\s*([\w\/-]+)/).map { $0.1.lowercased() })
    for (line, isCode) in Self.withBlocks(Self.withWholeTags(body)).linesAndCode {
      if isCode { begin() }
      isCode ? output.append(String(line)) : add(line)
    }
    begin()
    text = output.joined(separator: "\n")
  }

  // MARK: Before

  /// Tags that go on over several lines, on one.
  private static func withWholeTags(_ body: String) -> String {
    var result: [String] = []
    var awaited: String?
    var rest = 0
    for (line, isCode) in body.linesAndCode {
      if let end = awaited, rest > 0, !isCode, let last = result.last {
        result[result.count - 1] = last + " " + line.trimmingCharacters(in: .whitespaces)
        rest -= 1
        if line.contains(end) { awaited = endOfOpenTag(line) }
        continue
      }
      result.append(String(line))
      rest = 20
      awaited = isCode ? nil : endOfOpenTag(line)
    }
    return result.joined(separator: "\n")
  }

  /// What ends the tag that a line leaves open, if any.
  private static func endOfOpenTag(_ line: Substring) -> String? {
    for mark in ["{{<", "{{%"] {
      if let start = line.ranges(of: mark).last, !line[start.upperBound...].contains("}}") {
        return "}}"
      }
    }
    let open =
      /<(?:img|a|video|source|iframe|TabItem|Tabs|Admonition|div|details|figure|p)(?:\s[^<>]*)?$/
    return line.firstMatch(of: open) == nil ? nil : ">"
  }

  /// Tables and lists of HTML, as Markdown.
  private static func withBlocks(_ body: String) -> String {
    guard body.firstMatch(of: /<(?:table|ul|ol|dl)\b/) != nil else { return body }
    var result: [String] = []
    var block: (name: String, depth: Int, lines: [String])?
    for (line, isCode) in body.linesAndCode {
      if block == nil, !isCode, let start = line.prefixMatch(of: /\s{0,3}<(table|ul|ol|dl)\b/) {
        block = (String(start.1), 0, [])
      }
      guard let name = block?.name else {
        result.append(String(line))
        continue
      }
      block?.lines.append(String(line))
      block?.depth += line.ranges(of: "<\(name)").count - line.ranges(of: "</\(name)>").count
      // Read in place: a copy of the lines for each line would take the square of them.
      guard let depth = block?.depth, depth <= 0 else { continue }
      result += ["", HTMLMarkdown((block?.lines ?? []).joined(separator: "\n")).text]
      block = nil
    }
    return (result + (block?.lines ?? [])).joined(separator: "\n")
  }

  // MARK: Lines

  private mutating func add(_ source: Substring) {
    indent = String(source.prefix { $0 == " " || $0 == "\t" })
    if indent.count == source.count {
      blockIndent = nil
    } else if let outer = blockIndent {
      if indent.count > outer.count { indent = outer }
    } else if Self.beginsBlock(source.dropFirst(indent.count)) {
      blockIndent = indent
    }
    line = ""
    // Where an alert can have no title, many write it as a first line of strong text.
    if let alert = begun, alert.title.isEmpty, !isTitle, alert.directive != "::: details",
      let match = source.wholeMatch(of: /\s*\*\*([^*`\[]+?):?\*\*:?\s*/)
    {
      begun?.title = String(match.1)
      return begin()
    }
    var wrote = output.count
    var changed = false
    var position = source.startIndex
    let marks =
      /`+[^`]*`+|\{\{[<%].*?[%>]\}\}|<\/?[A-Za-z][A-Za-z0-9]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/
    for match in source.matches(of: marks) {
      write(source[position..<match.range.lowerBound])
      position = match.range.upperBound
      let written = match.0
      let tag =
        written.hasPrefix("{{")
        ? MarkupTag(shortcode: written)
        : written.hasPrefix("<") ? MarkupTag(element: written) : nil
      if let tag, take(tag) { changed = true } else { write(written) }
    }
    write(source[position...])
    if !changed { wrote = output.count }
    let isBlank = line.allSatisfy(\.isWhitespace)
    // A line that was nothing but marks leaves none.
    if !isBlank || !changed || output.count == wrote { flush(keepsBlank: true) }
  }

  private static func beginsBlock(_ text: Substring) -> Bool {
    let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter }
    return text.hasPrefix("<") && blockNames.contains(name.lowercased())
  }

  mutating func write(_ text: Substring) {
    if isSkipping { return }
    if isTitle {
      begun?.title += text
      return
    }
    if text.contains(where: { !$0.isWhitespace }) { begin() }
    line += text
  }

  private mutating func flush(keepsBlank: Bool = false) {
    defer { line = "" }
    let text = line.drop(while: \.isWhitespace)
    // A break of its own is space between blocks.
    guard !text.isEmpty, text.wholeMatch(of: /<br *\/?>\s*/) == nil else {
      if keepsBlank, begun == nil, output.last != "" { output.append("") }
      return
    }
    output.append(indent + text)
  }

  mutating func block(_ lines: [String]) {
    begin()
    flush()
    for line in lines where !line.isEmpty || output.last != "" {
      output.append(line.isEmpty ? "" : indent + line)
    }
  }

  /// Opens what was begun, with the title that followed.
  mutating func begin() {
    guard let (directive, title) = begun else { return }
    begun = nil
    isTitle = false
    let words = title.replacing(/<[^>]*>|[*`]/, with: "").split(whereSeparator: \.isWhitespace)
    output.append(indent + ([directive] + words.map(String.init)).joined(separator: " "))
  }

  mutating func openBlock(_ name: String, _ directive: String, title: String?) {
    block([])
    begun = (directive, title ?? "")
    open.append((name, [":::"]))
  }

  mutating func close(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > index { block(open.removeLast().end + [""]) }
  }
}
