import CCMark
import Diagnostics
import KnowledgeBase

/// Links and images with spaces where CommonMark takes none, of which readers see the brackets.
extension MarkdownParser {
  /// A space in the address, or before it.
  private struct Fault {
    /// How many bytes stand before the address.
    let offset: Int
    let address: String
    let isBefore: Bool
  }

  /// Reports `[prices](price list.pdf)` and `[prices] (prices.pdf)`.
  ///
  /// - Complexity: O(*n*) in the text; the tree is walked only where one seems to be.
  mutating func reportSpacedAddresses(below root: OpaquePointer, source: String) {
    guard Self.fault(in: source) != nil else { return }
    for text in root.descendants(CMARK_NODE_TEXT)
    where text.literal.contains(mark: "](") || text.literal.contains(mark: "] (") {
      let line = line(of: text)
      let start = isElsewhere(text) ? 1 : max(1, text.startColumn)
      let rest = Substring(file.line(line).utf8.dropFirst(start - 1))
      guard let fault = Self.fault(in: String(rest)) else { continue }
      let address = fault.address
      diagnostics.append(
        file.diagnostic(
          .error, rule: "broken-link", line: line,
          column: columns.column(ofByte: start + fault.offset, inLine: line, of: file),
          fault.isBefore
            ? "a space stands before the address '\(address)', so this is no link"
            : "address '\(address)' has spaces, so this is no link",
          cures: [
            fault.isBefore
              ? "write it right after the bracket: ](\(address))"
              : "put it between < and >: (<\(address)>)"
          ],
          fix: fault.isBefore
            ? TextFix(old: "] (\(address))", new: "](\(address))")
            : TextFix(old: address, new: "<\(address)>")))
    }
  }

  /// The first that seems to be meant for a file.
  private static func fault(in text: String) -> Fault? {
    var offset = 0
    while let found = text.firstOffset(of: "]", from: offset) {
      let after = text.utf8[text.index(ofByte: found + 1)...].prefix(longestAddress)
      let isBefore = after.starts(with: " (".utf8)
      offset = found + 1
      guard isBefore || after.starts(with: "(".utf8) else { continue }
      offset += isBefore ? 2 : 1
      let inside = after.dropFirst(isBefore ? 2 : 1).prefix {
        $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "\n")
      }
      if inside.contains(UInt8(ascii: " ")) != isBefore, namesFile(inside) {
        return Fault(offset: offset, address: String(Substring(inside)), isBefore: isBefore)
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
