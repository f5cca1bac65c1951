import CCMark
import Foundation
import KnowledgeBase

extension MarkdownParser {
  /// Gives headings their levels and ids, and collects the text below each.
  mutating func collectSections(of root: OpaquePointer, ids: [Int: String]) -> [Section] {
    var sections: [Section] = []
    var current = (level: 0, anchor: "", title: "", line: 0)
    var text: [String] = []
    func close() {
      let joined = text.joined(separator: "\n")
      if current.level > 0 || !joined.isEmpty {
        sections.append(
          Section(
            level: current.level, anchor: current.anchor, title: current.title, text: joined,
            line: current.line))
      }
      text = []
    }
    for block in root.children {
      guard block.kind == CMARK_NODE_HEADING else {
        text += Self.lines(of: block)
        continue
      }
      close()
      // The page's title is its only first-level heading.
      let level = max(2, block.headingLevel)
      let title = block.plainText.withoutSpaceAround
      let declared = ids[containers.bodyLine(block.startLine)]
      let anchor = declared.map { anchors.claim($0) } ?? anchors.unique(title)
      current = (level, anchor, title, line(of: block))
      block.replace(
        with: CMARK_NODE_CUSTOM_BLOCK, opening: "<h\(level) id=\"\(anchor)\">",
        closing: "</h\(level)>")
    }
    close()
    return sections
  }

  /// The text of a block, one line for each paragraph, list item or code block in it.
  private static func lines(of block: OpaquePointer) -> [String] {
    var lines: [String] = []
    func add(_ node: OpaquePointer) -> Bool {
      switch node.kind {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        let line = node.plainText.withoutSpaceAround
        if !line.isEmpty { lines.append(line) }
        return false
      case CMARK_NODE_CODE_BLOCK:
        lines.append(node.literal.trimmingCharacters(in: .newlines))
        return false
      case CMARK_NODE_CUSTOM_BLOCK where node.opening == Table.rowOpening:
        let cells = node.children.map(\.plainText).filter { !$0.isEmpty }
        lines.append(cells.joined(separator: " · "))
        return false
      case CMARK_NODE_CUSTOM_BLOCK where node.holdsInlines:
        let line = node.plainText.withoutSpaceAround
        if !line.isEmpty { lines.append(line) }
        return false
      default: return true
      }
    }
    if add(block) { block.walk(add) }
    return lines
  }
}

extension String {
  /// Without spaces and tabs at both ends; almost no text has any, so that is asked first.
  fileprivate var withoutSpaceAround: String {
    let isTight = { (byte: UInt8?) in byte.map { $0 > 0x20 && $0 < 0x80 } ?? true }
    if isTight(utf8.first), isTight(utf8.last) { return self }
    return trimmingCharacters(in: .whitespaces)
  }
}

/// Makes heading ids that are readable in every script and stand once on a page.
struct AnchorNames {
  /// A heading longer than this is cut at a word.
  private static let maximumLength = 80

  private var used: Set<String> = []
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  /// `Если не помогло?` becomes `если-не-помогло`, a second one `если-не-помогло-2`.
  mutating func unique(_ title: String) -> String {
    var slug = ""
    for character in title.lowercased() {
      if character.isLetter || character.isNumber {
        if slug.count >= Self.maximumLength { break }
        slug.append(character)
      } else if !slug.hasSuffix("-"), !slug.isEmpty, character != "'", character != "’" {
        if slug.count >= Self.maximumLength { break }
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return claim(slug.isEmpty ? "section" : slug)
  }

  /// An id as written, numbered if it stands on the page already.
  mutating func claim(_ id: String) -> String {
    var name = id
    var number = numbers[id] ?? 2
    while !used.insert(name).inserted {
      name = "\(id)-\(number)"
      number += 1
    }
    numbers[id] = number
    all.append(name)
    return name
  }
}
