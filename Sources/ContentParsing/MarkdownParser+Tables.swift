import CCMark
import HTMLReading
import KnowledgeBase

/// Tables as GitHub's Markdown has them, a paragraph whose second line divides columns; and such of
/// HTML, as they are pasted from other systems.
extension MarkdownParser {
  /// More cells than this are no table that someone wrote.
  private static let maximumCells = 100_000

  /// Replaces every paragraph and every block of HTML that is a table. Cells are parsed in a document
  /// of their own, which ends with the article's text so that its link references count in them.
  mutating func buildTables(below root: OpaquePointer, source: String) {
    var tables: [(paragraph: OpaquePointer, table: Table)] = []
    let blocks =
      source.contains(byte: UInt8(ascii: "<")) ? root.descendants(CMARK_NODE_HTML_BLOCK) : []
    for block in blocks {
      if let table = table(ofHTML: block) { tables.append((block, table)) }
    }
    var lines: [Substring] = []
    let paragraphs =
      source.contains(byte: UInt8(ascii: "|")) ? root.descendants(CMARK_NODE_PARAGRAPH) : []
    for paragraph in paragraphs where Self.hasDelimiterRow(paragraph) {
      if lines.isEmpty { lines = source.split(separator: "\n", omittingEmptySubsequences: false) }
      if let table = Table(Self.lines(of: paragraph, in: lines), cells: Self.maximumCells) {
        tables.append((paragraph, table))
      }
    }
    guard !tables.isEmpty else { return }
    let cells = tables.flatMap { [$0.table.header] + $0.table.rows }.flatMap { $0 }
    // In a heading everything is inline, and marks of other blocks are text.
    let headings = cells.map { "# \($0) #\n" }.joined()
    let references = source.contains("]:") ? "\n" + source : ""
    guard let parsed = MarkdownDocument(parsing: headings + references) else { return }
    var contents = parsed.root.children.prefix(cells.count).makeIterator()
    for (paragraph, table) in tables {
      guard let node = Self.node(of: table, line: line(of: paragraph), contents: &contents) else {
        return
      }
      if table.leadingLines > 0 {
        Self.cut(paragraph, afterLines: table.leadingLines)
        cmark_node_insert_after(paragraph, node)
      } else {
        cmark_node_replace(paragraph, node)
        cmark_node_free(paragraph)
      }
    }
  }

  /// The table that a block of HTML is, and nothing else; what it had beside texts is said.
  private mutating func table(ofHTML block: OpaquePointer) -> Table? {
    let html = block.literal
    guard Self.mayBeTable(html) else { return nil }
    let converted = HTMLMarkdown(html)
    let lines = converted.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard lines.count > 1, lines.allSatisfy({ $0.hasPrefix("|") }),
      let table = Table(lines, cells: Self.maximumCells)
    else { return nil }
    if let loss = converted.losses.first {
      diagnostics.append(
        file.diagnostic(
          .warning, rule: "raw-html", line: line(of: block),
          "table in HTML isn't shown whole: \(loss)",
          cures: ["write it as Markdown, a line for each row: | Plan | Price |"]))
    }
    return table
  }

  /// Whether a block of HTML begins with a table, or with what systems put around one.
  static func mayBeTable(_ html: String) -> Bool {
    let start = html.prefix(200).lowercased()
    return ["<table", "<figure", "<div"].contains(where: start.hasPrefix)
      && html.lowercased().contains("<table")
  }

  private static func hasDelimiterRow(_ paragraph: OpaquePointer) -> Bool {
    guard paragraph.startLine > 0 else { return false }
    var current = paragraph.firstChild
    while let node = current {
      if node.kind == CMARK_NODE_SOFTBREAK || node.kind == CMARK_NODE_LINEBREAK,
        let text = node.next, text.kind == CMARK_NODE_TEXT, Table.isDelimiterRow(text.literal[...])
      {
        return true
      }
      current = node.next
    }
    return false
  }

  /// The lines of a paragraph without the marks of the quotations and lists it stands in.
  private static func lines(of paragraph: OpaquePointer, in source: [Substring]) -> [Substring] {
    let first = paragraph.startLine - 1
    let last = min(Int(cmark_node_get_end_line(paragraph)), source.count)
    guard first < last else { return [] }
    let quotes = sequence(first: paragraph, next: { $0.parent }).count {
      $0.kind == CMARK_NODE_BLOCK_QUOTE
    }
    let start = source[first].utf8.index(
      source[first].startIndex, offsetBy: paragraph.startColumn - 1,
      limitedBy: source[first].endIndex)
    let rest = source[(first + 1)..<last].map { line in
      var text = line.drop { $0 == " " || $0 == "\t" }
      for _ in 0..<quotes where text.first == ">" {
        text = text.dropFirst().drop { $0 == " " || $0 == "\t" }
      }
      return text
    }
    return [start.map { source[first][$0...] } ?? ""] + rest
  }

  private static func node(
    of table: Table, line: Int, contents: inout IndexingIterator<ArraySlice<OpaquePointer>>
  ) -> OpaquePointer? {
    guard
      let node = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK, opening: "<table>", closing: "</table>"),
      let head = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK, opening: "<thead>", closing: "</thead>"),
      let header = row(
        table, tag: "th", line: line + table.leadingLines, contents: &contents)
    else { return nil }
    cmark_node_append_child(head, header)
    cmark_node_append_child(node, head)
    guard !table.rows.isEmpty,
      let body = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK, opening: "<tbody>", closing: "</tbody>")
    else { return node }
    for number in table.rows.indices {
      let place = line + table.leadingLines + 2 + number
      guard let next = row(table, tag: "td", line: place, contents: &contents) else { return node }
      cmark_node_append_child(body, next)
    }
    cmark_node_append_child(node, body)
    return node
  }

  private static func row(
    _ table: Table, tag: String, line: Int,
    contents: inout IndexingIterator<ArraySlice<OpaquePointer>>
  ) -> OpaquePointer? {
    guard
      let row = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK, opening: Table.rowOpening, closing: "</tr>")
    else { return nil }
    for column in 0..<table.columns {
      let alignment = table.alignments[column].map { " class=\"align-\($0)\"" } ?? ""
      guard let content = contents.next(),
        let cell = OpaquePointer.custom(
          CMARK_NODE_CUSTOM_INLINE, opening: "<\(tag)\(alignment)>", closing: "</\(tag)>\n")
      else { return nil }
      for child in content.children { cmark_node_append_child(cell, child) }
      cell.markLine(line)
      cmark_node_append_child(row, cell)
    }
    return row
  }

  /// Leaves the first lines of a paragraph.
  private static func cut(_ paragraph: OpaquePointer, afterLines count: Int) {
    var breaks = 0
    for node in paragraph.children {
      let isBreak = node.kind == CMARK_NODE_SOFTBREAK || node.kind == CMARK_NODE_LINEBREAK
      if isBreak { breaks += 1 }
      if breaks >= count { node.remove() }
    }
  }
}

/// A table as written: cells are Markdown.
struct Table: Equatable {
  static let rowOpening = "<tr>"

  /// Lines of the paragraph above the header.
  let leadingLines: Int
  let header: [String]
  /// `start`, `center`, `end`, or nil where the delimiter row says nothing.
  let alignments: [String?]
  let rows: [[String]]

  var columns: Int { header.count }

  /// Nil when no line divides as many columns as the line above it has.
  ///
  /// - Parameter limit: a table of more cells isn't one.
  init?(_ lines: some RandomAccessCollection<Substring>, cells limit: Int) {
    let lines = Array(lines)
    guard
      let delimiter = lines.indices.dropFirst().first(where: {
        Self.isDelimiterRow(lines[$0])
          && Self.cells(of: lines[$0]).count == Self.cells(of: lines[$0 - 1]).count
      })
    else { return nil }
    leadingLines = delimiter - 1
    header = Self.cells(of: lines[delimiter - 1])
    alignments = Self.cells(of: lines[delimiter]).map { cell in
      switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
      case (true, true): "center"
      case (true, false): "start"
      case (false, true): "end"
      case (false, false): nil
      }
    }
    let width = header.count
    guard width * (lines.count - delimiter) <= limit else { return nil }
    rows = lines[(delimiter + 1)...].map { line in
      let cells = Self.cells(of: line)
      return Array(cells.prefix(width)) + Array(repeating: "", count: max(0, width - cells.count))
    }
  }

  /// `| --- | :-: |`: hyphens between pipes, with colons for alignment.
  static func isDelimiterRow(_ line: Substring) -> Bool {
    guard line.utf8.allSatisfy({ "|:- \t".utf8.contains($0) }), line.contains("|") else {
      return false
    }
    return cells(of: line).allSatisfy { cell in
      let hyphens = cell.drop { $0 == ":" }
      return cell.prefix { $0 == ":" }.count <= 1 && hyphens.hasPrefix("-")
        && ["", ":"].contains(hyphens.drop { $0 == "-" })
    }
  }

  /// The cells of a row; an escaped pipe is one of the text.
  static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isEscaped = false
    let text = line.trimmed.utf8
    for byte in text.first == UInt8(ascii: "|") ? text.dropFirst() : text[...] {
      if isEscaped {
        isEscaped = false
        if byte != UInt8(ascii: "|") { cell.append(UInt8(ascii: "\\")) }
        cell.append(byte)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        cells.append(String(decoding: cell, as: UTF8.self).trimmed)
        cell = []
      } else {
        cell.append(byte)
      }
    }
    if isEscaped { cell.append(UInt8(ascii: "\\")) }
    let last = String(decoding: cell, as: UTF8.self).trimmed
    if !last.isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }
}
