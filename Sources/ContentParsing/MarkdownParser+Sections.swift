import CCMark
import Foundation
import KnowledgeBase

extension MarkdownParser {
  /// Gives headings their levels and ids, and collects the text below each. A list of links that an
  /// article ends with says where to read on: it is part of the page and of no section's text, or the
  /// article would be found for what others answer.
  mutating func collectSections(of root: OpaquePointer, ids: [Int: String]) -> [Section] {
    var sections: [Section] = []
    var current = (level: 0, anchor: "", title: "", line: 0)
    var text = SectionText()
    func close() {
      let joined = text.take()
      if current.level > 0 || !joined.isEmpty {
        sections.append(
          Section(
            level: current.level, anchor: current.anchor, title: current.title, text: joined,
            line: current.line))
      }
    }
    for block in root.children {
      guard block.kind == CMARK_NODE_HEADING else {
        let isReadOn = block.next == nil && block.isListOfLinks
        if !isReadOn || text.isEmpty && sections.allSatisfy(\.text.isEmpty) { text.add(block) }
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
}

/// The text of blocks, one line for each paragraph, list item or code block in them.
private struct SectionText {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ block: OpaquePointer) {
    if addLine(of: block) { block.walk { addLine(of: $0) } }
  }

  /// What has been added since the last time.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Returns: False for what has its line now, so that nothing below it is looked at.
  private mutating func addLine(of node: OpaquePointer) -> Bool {
    switch node.kind {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: addText(of: node)
    case CMARK_NODE_CODE_BLOCK:
      startLine()
      bytes += node.literal.trimmingCharacters(in: .newlines).utf8
    case CMARK_NODE_CUSTOM_BLOCK where node.opening == Table.rowOpening:
      let cells = node.children.map(\.plainText).filter { !$0.isEmpty }
      startLine()
      bytes += cells.joined(separator: Section.betweenCells).utf8
    case CMARK_NODE_CUSTOM_BLOCK where node.holdsInlines: addText(of: node)
    default: return true
    }
    return false
  }

  private mutating func addText(of node: OpaquePointer) {
    let before = bytes.count
    startLine()
    let start = bytes.count
    node.appendPlainText(to: &bytes)
    let line = bytes[start...]
    if line.isEmpty {
      bytes.removeSubrange(before...)
    } else if !isTight(line.first) || !isTight(line.last) {
      let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
      bytes.removeSubrange((text.isEmpty ? before : start)...)
      bytes += text.utf8
    }
  }

  private mutating func startLine() {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }
}

extension OpaquePointer {
  /// A list whose items are a link each and nothing else.
  fileprivate var isListOfLinks: Bool {
    kind == CMARK_NODE_LIST
      && children.allSatisfy { item in
        guard let paragraph = item.firstChild, paragraph.next == nil,
          paragraph.kind == CMARK_NODE_PARAGRAPH, let link = paragraph.firstChild
        else { return false }
        return link.kind == CMARK_NODE_LINK && link.next == nil
      }
  }
}

/// Whether a byte at the end of a text can't be white space; almost no text has any there.
private func isTight(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x80 } ?? true }

extension String {
  /// Without spaces and tabs at both ends.
  fileprivate var withoutSpaceAround: String {
    if isTight(utf8.first), isTight(utf8.last) { return self }
    return trimmingCharacters(in: .whitespaces)
  }
}

/// Makes heading ids that are readable in every script and stand once on a page.
struct AnchorNames {
  /// A heading longer than this is cut at a word.
  private static let maximumLength = 80

  private(set) var all: [String] = []
  /// By name that is taken: the number that the next of its kind may get.
  private var numbers: [String: Int] = [:]

  /// `Если не помогло?` becomes `если-не-помогло`, a second one `если-не-помогло-2`.
  mutating func unique(_ title: String) -> String {
    let slug = Self.asciiSlug(of: title) ?? Self.slug(of: title)
    return claim(slug.isEmpty ? "section" : slug)
  }

  private static func slug(of title: String) -> String {
    var slug = ""
    var length = 0
    for character in title.lowercased() {
      let isKept = character.isLetter || character.isNumber
      guard isKept || (!slug.isEmpty && !slug.hasSuffix("-") && !"'’".contains(character)) else {
        continue
      }
      if length >= maximumLength { break }
      slug.append(isKept ? character : "-")
      length += 1
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }

  /// The same for a title of ASCII, which takes no look into Unicode's tables; nil for others.
  private static func asciiSlug(of title: String) -> String? {
    let hyphen = UInt8(ascii: "-")
    var slug: [UInt8] = []
    for byte in title.utf8 {
      guard byte < 0x80, byte != UInt8(ascii: "\r") else { return nil }
      let kept: UInt8?
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        kept = byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): kept = byte | 0x20
      default: kept = nil
      }
      guard kept != nil || (slug.last ?? hyphen) != hyphen && byte != UInt8(ascii: "'") else {
        continue
      }
      if slug.count < maximumLength { slug.append(kept ?? hyphen) }
    }
    if slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// An id as written, numbered if it stands on the page already.
  mutating func claim(_ id: String) -> String {
    var name = id
    if var number = numbers[id] {
      repeat {
        name = "\(id)-\(number)"
        number += 1
      } while numbers[name] != nil
      numbers[id] = number
    }
    numbers[name] = 2
    all.append(name)
    return name
  }
}
