import KnowledgeBase

/// Writes HTML as the Markdown that articles use.
///
///     HTMLMarkdown("<p>Pay <b>now</b></p>").text  // "Pay **now**\n"
package struct HTMLMarkdown {
  package private(set) var text = ""
  /// What couldn't be carried, in words.
  package private(set) var losses: [String] = []
  private let anchors: Set<String>
  private let link: (String) -> String
  private let image: (String) -> String

  /// - Parameters:
  ///   - anchors: ids of headings that are kept, since links lead there.
  ///   - link: what the address of a link becomes.
  ///   - image: what the address of an image becomes.
  package init(
    _ html: String, anchors: Set<String> = [], link: @escaping (String) -> String = { $0 },
    image: @escaping (String) -> String = { $0 }
  ) {
    self.anchors = anchors
    self.link = link
    self.image = image
    let tree = HTMLTree(html)
    losses = tree.left.sorted().map { "<\($0)> left out" }
    let body = blocks(tree.root.children).joined(separator: "\n\n")
    text = body.isEmpty ? "" : body + "\n"
  }

  /// A number beyond it comes from a slip or from malice.
  private static let mostMerged = 50
  /// A table with more cells was written by a program, which leaves out none.
  private static let mostFilled = 100_000

  // MARK: Blocks

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "iframe",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul", "video",
  ]

  private mutating func blocks(_ nodes: [HTMLTree.Node]) -> [String] {
    var result: [String] = []
    var line: [HTMLTree.Node] = []
    func isBlock(_ node: HTMLTree.Node) -> Bool {
      guard case .element(let element) = node else { return false }
      return Self.blockNames.contains(element.name)
        || element.children.contains(where: isBlock)
    }
    func flush(_ converter: inout HTMLMarkdown) {
      let text = converter.paragraph(line)
      if !text.isEmpty { result.append(text) }
      line = []
    }
    for node in nodes {
      guard case .element(let element) = node, isBlock(node) else {
        line.append(node)
        continue
      }
      flush(&self)
      result += block(element)
    }
    flush(&self)
    return result
  }

  private mutating func block(_ element: HTMLTree.Element) -> [String] {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let text = inline(element.children).trimmedLine
      // The title is the page's only first-level heading.
      let level = max(2, element.name.last?.wholeNumberValue ?? 2)
      let id = element.attributes["id"].flatMap { anchors.contains($0) ? " {#\($0)}" : nil } ?? ""
      return text.isEmpty ? [] : [String(repeating: "#", count: level) + " " + text + id]
    case "ul", "ol": return [list(element)]
    case "blockquote": return [quoted(blocks(element.children))]
    case "pre": return ["```\n\(Self.rawText(element).trimmedEnd)\n```"]
    case "hr": return ["---"]
    case "table": return [table(element)].filter { !$0.isEmpty }
    case "figure": return figure(element)
    case "details": return details(element)
    case "iframe", "video", "embed": return media(element)
    case "dt": return ["**\(inline(element.children).trimmedLine)**"]
    default:
      let content = blocks(element.children)
      let style = element.attributes["class"] ?? ""
      guard style.contains("callout") || style.contains("alert") || style.contains("admonition"),
        !content.isEmpty
      else { return content }
      let kind =
        ["warning", "danger", "caution"].contains(where: style.contains) ? "WARNING" : "NOTE"
      return [quoted(["[!\(kind)]\n" + content.joined(separator: "\n\n")])]
    }
  }

  private func quoted(_ blocks: [String]) -> String {
    blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private mutating func list(_ element: HTMLTree.Element) -> String {
    var number = element.attributes["start"].flatMap { Int($0) } ?? 1
    var items: [String] = []
    for case .element(let item) in element.children {
      let content = item.name == "li" ? blocks(item.children) : block(item)
      guard !content.isEmpty else { continue }
      let mark = element.name == "ol" ? "\(number). " : "- "
      number += 1
      let indent = String(repeating: " ", count: mark.count)
      // A list right below its item's text needs no blank line.
      let text = content.reduce("") { text, block in
        let isList = block.hasPrefix("- ") || block.first?.isNumber == true && block.contains(". ")
        return text.isEmpty ? block : text + (isList ? "\n" : "\n\n") + block
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      items.append(
        lines.enumerated().map { $0 == 0 ? mark + $1 : ($1.isEmpty ? "" : indent + $1) }
          .joined(separator: "\n"))
    }
    return items.joined(separator: "\n")
  }

  private mutating func table(_ element: HTMLTree.Element) -> String {
    var rows: [[String]] = []
    /// By column: in how many further rows it is taken by a cell from above.
    var taken: [Int] = []
    func collect(_ element: HTMLTree.Element, _ converter: inout HTMLMarkdown) {
      for case .element(let child) in element.children {
        if child.name == "tr" {
          let cells = converter.row(child, &taken)
          if !cells.isEmpty { rows.append(cells) }
          if child.children.contains(where: Self.isSpanning) {
            converter.losses.append("a table's merged cells stand apart")
          }
        } else if child.name != "table" {
          collect(child, &converter)
        }
      }
    }
    collect(element, &self)
    let width = rows.map(\.count).max() ?? 0
    guard width > 0, let first = rows.first else { return "" }
    // Rows may be shorter than the first; filled up where nobody wrote the table, they would take
    // the square of its size.
    let isFilled = width * rows.count <= Self.mostFilled
    func line(_ cells: [String]) -> String {
      let padded = isFilled ? cells + Array(repeating: "", count: width - cells.count) : cells
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let divider = "|" + String(repeating: " --- |", count: width)
    return ([line(first), divider] + rows.dropFirst().map(line)).joined(separator: "\n")
  }

  /// The cells of a row, empty ones where a merged cell goes on.
  private mutating func row(_ row: HTMLTree.Element, _ taken: inout [Int]) -> [String] {
    var cells: [String] = []
    func passTaken() {
      while cells.count < taken.count, taken[cells.count] > 0 {
        taken[cells.count] -= 1
        cells.append("")
      }
    }
    for case .element(let cell) in row.children where ["td", "th"].contains(cell.name) {
      passTaken()
      let text = blocks(cell.children).joined(separator: " ")
        .replacing(mark: "\n", with: " ").replacing(mark: "|", with: "\\|")
      let (width, height) = (Self.span(of: cell, "colspan"), Self.span(of: cell, "rowspan"))
      for column in 0..<width {
        if taken.count <= cells.count { taken.append(0) }
        taken[cells.count] = height - 1
        cells.append(column == 0 ? text : "")
      }
    }
    if !cells.isEmpty { passTaken() }
    return cells
  }

  /// How many columns or rows a cell takes, as far as anybody merges them.
  private static func span(of cell: HTMLTree.Element, _ name: String) -> Int {
    min(max(cell.attributes[name].flatMap { Int($0) } ?? 1, 1), mostMerged)
  }

  private static func isSpanning(_ node: HTMLTree.Node) -> Bool {
    guard case .element(let cell) = node else { return false }
    return ["colspan", "rowspan"].contains { (cell.attributes[$0] ?? "1") != "1" }
  }

  private mutating func figure(_ element: HTMLTree.Element) -> [String] {
    var caption = ""
    var content: [HTMLTree.Node] = []
    for node in element.children {
      if case .element(let child) = node, child.name == "figcaption" {
        caption = inline(child.children).trimmedLine
      } else {
        content.append(node)
      }
    }
    let blocks = blocks(content)
    guard !caption.isEmpty, blocks.count == 1, blocks[0].hasPrefix("!["), blocks[0].hasSuffix(")")
    else { return blocks + (caption.isEmpty ? [] : ["*\(caption)*"]) }
    return [blocks[0].dropLast() + " \"\(caption.replacing(mark: "\"", with: "\\\""))\")"]
  }

  private mutating func details(_ element: HTMLTree.Element) -> [String] {
    var summary = ""
    var content: [HTMLTree.Node] = []
    for node in element.children {
      if case .element(let child) = node, child.name == "summary" {
        summary = inline(child.children).trimmedLine
      } else {
        content.append(node)
      }
    }
    return [":::details \(summary)\n" + blocks(content).joined(separator: "\n\n") + "\n:::"]
  }

  /// A player of another host becomes a link to it.
  private mutating func media(_ element: HTMLTree.Element) -> [String] {
    var source = element.attributes["src"] ?? ""
    for case .element(let child) in element.children where source.isEmpty && child.name == "source"
    {
      source = child.attributes["src"] ?? ""
    }
    if source.hasPrefix("//") { source = "https:" + source }
    guard source.hasPrefix("https://") || source.hasPrefix("http://") else {
      losses.append("<\(element.name)> left out")
      return []
    }
    losses.append("<\(element.name)> became a link")
    let watch = source.replacing(mark: "youtube.com/embed/", with: "youtube.com/watch?v=")
    return ["<\(watch)>"]
  }

  // MARK: Inlines

  private mutating func paragraph(_ nodes: [HTMLTree.Node]) -> String {
    let text = inline(nodes).split(separator: "\n").map(\.trimmedLine).filter { !$0.isEmpty }
    return text.map(Self.protectedStart).joined(separator: "\\\n")
  }

  private mutating func inline(_ nodes: [HTMLTree.Node]) -> String {
    nodes.reduce(into: "") { text, node in
      switch node {
      case .text(let literal): text += Self.escaped(literal)
      case .element(let element): text += inline(element)
      }
    }
  }

  private mutating func inline(_ element: HTMLTree.Element) -> String {
    switch element.name {
    case "br": return "\n"
    case "strong", "b": return wrapped(element, in: "**")
    case "em", "i", "cite", "var": return wrapped(element, in: "*")
    case "del", "s", "strike": return wrapped(element, in: "~~")
    case "code", "kbd", "samp", "tt":
      let text = Self.rawText(element).replacing(mark: "\n", with: " ")
      return text.isEmpty ? "" : text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    case "img":
      let alternative = Self.escaped(element.attributes["alt"] ?? "").replacing(
        mark: "\n", with: " ")
      return "![\(alternative)](\(Self.destination(image(element.attributes["src"] ?? ""))))"
    case "a":
      let text = inline(element.children)
      guard let address = element.attributes["href"], !address.isEmpty,
        !text.trimmedLine.isEmpty
      else { return text }
      return
        "[\(text.trimmedLine.replacing(mark: "\n", with: " "))](\(Self.destination(link(address))))"
    default: return inline(element.children)
    }
  }

  /// Marks stand against the text, or they mark nothing.
  private mutating func wrapped(_ element: HTMLTree.Element, in mark: String) -> String {
    let text = inline(element.children)
    let core = text.trimmedLine
    guard !core.isEmpty, !core.contains("\n") else { return text }
    let before = text.first?.isWhitespace == true ? " " : ""
    let after = text.last?.isWhitespace == true ? " " : ""
    return before + mark + core + mark + after
  }

  private static func destination(_ address: String) -> String {
    let clean = address.trimmedLine
    let isPlain = !clean.contains { $0.isWhitespace || "()<>".contains($0) }
    return isPlain
      ? clean : "<\(clean.replacing(mark: "<", with: "%3C").replacing(mark: ">", with: "%3E"))>"
  }

  private static func rawText(_ element: HTMLTree.Element) -> String {
    element.children.reduce(into: "") { text, node in
      switch node {
      case .text(let literal): text += literal
      case .element(let child): text += child.name == "br" ? "\n" : rawText(child)
      }
    }
  }

  /// Text whose marks mean nothing, with its whitespace as a browser shows it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isWhitespace, character != "\u{A0}" {
        if result.last != " " { result.append(" ") }
      } else {
        if "\\`*_[]<~".contains(character) { result.append("\\") }
        result.append(character)
      }
    }
    return result.replacing(mark: "{{", with: "{\\{").replacing(mark: "{%", with: "{\\%")
  }

  /// A line that would begin another block is kept a line of text.
  private static func protectedStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#>|:=".contains(first) || "+-".contains(first) && line.dropFirst().first == " " {
      return "\\" + line
    }
    let digits = line.prefix { $0.isASCII && $0.isWholeNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 10, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return line
    }
    return digits + "\\" + rest
  }
}

extension StringProtocol {
  fileprivate var trimmedLine: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  fileprivate var trimmedEnd: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text = text.dropLast() }
    return String(text)
  }
}
