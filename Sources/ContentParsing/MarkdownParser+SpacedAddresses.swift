import CCMark
import Diagnostics
import KnowledgeBase

/// Links and images whose address has spaces: CommonMark takes none, and readers see brackets.
extension MarkdownParser {
  /// Reports `[prices](price list.pdf)`.
  ///
  /// - Complexity: O(*n*) in the text; the tree is walked only where one seems to be.
  mutating func reportSpacedAddresses(below root: OpaquePointer, source: String) {
    guard Self.spacedAddress(in: source) != nil else { return }
    for text in root.descendants(CMARK_NODE_TEXT) where text.literal.contains(mark: "](") {
      let line = line(of: text)
      let start = isElsewhere(text) ? 1 : max(1, text.startColumn)
      let rest = Substring(file.line(line).utf8.dropFirst(start - 1))
      guard let (offset, address) = Self.spacedAddress(in: String(rest)) else { continue }
      diagnostics.append(
        file.diagnostic(
          .error, rule: "broken-link", line: line,
          column: columns.column(ofByte: start + offset, inLine: line, of: file),
          "address '\(address)' has spaces, so this is no link",
          cures: ["put it between < and >: (<\(address)>)"],
          fix: TextFix(old: address, new: "<\(address)>")))
    }
  }

  /// The first address with spaces that seems to be of a file, and how many bytes stand before it.
  private static func spacedAddress(in text: String) -> (offset: Int, address: String)? {
    var offset = 0
    while let found = text.firstOffset(of: "](", from: offset) {
      offset = found + 2
      let inside = text.utf8[text.index(ofByte: offset)...].prefix(longestAddress).prefix {
        $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "\n")
      }
      if inside.contains(UInt8(ascii: " ")), namesFile(inside) {
        return (offset, String(Substring(inside)))
      }
    }
    return nil
  }

  /// What is longer isn't looked at, so that time grows with the text however links are left open.
  private static let longestAddress = 500

  /// Whether an address ends as files do, `.png`; what stands in quotes is a title.
  private static func namesFile(_ address: Substring.UTF8View) -> Bool {
    guard let dot = address.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = address[address.index(after: dot)...]
    return (2...5).contains(ending.count)
      && ending.allSatisfy { LinkResolver.isLetterOrDigit($0) }
  }
}
