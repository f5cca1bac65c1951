import Diagnostics

/// What other generators' template languages left in a Markdown body: Liquid tags, kramdown
/// attributes, heading ids. It is blanked out in place, so that every line keeps its number.
struct ForeignMarkup {
  private(set) var body: String
  /// Heading ids written as `{#id}`, by line of the body.
  private(set) var headingIDs: [Int: String] = [:]
  private(set) var findings: [Finding] = []

  struct Finding {
    let line: Int
    let column: Int
    let text: String
  }

  init(in body: String) {
    guard body.contains("{") else {
      self.body = body
      return
    }
    var output: [String] = []
    var fence: Character?
    var openTag: String?
    for (index, line) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " }
      if openTag == nil, let mark = trimmed.first, "`~".contains(mark), trimmed.hasPrefix(String(repeating: mark, count: 3)) {
        fence = fence == nil ? mark : (fence == mark ? nil : fence)
      }
      if fence != nil || (openTag == nil && !line.contains("{")) {
        output.append(String(line))
        continue
      }
      output.append(Self.blank(line, number: index + 1, open: &openTag, ids: &headingIDs, into: &findings))
    }
    self.body = output.joined(separator: "\n")
  }

  private static func blank(
    _ line: Substring, number: Int, open: inout String?, ids: inout [Int: String],
    into findings: inout [Finding]
  ) -> String {
    var result = ""
    var rest = line
    var inCode = false
    while let first = rest.first {
      if let closing = open {
        if let end = rest.firstRange(of: closing) {
          rest = rest[end.upperBound...]
          open = nil
        } else {
          return result
        }
        continue
      }
      if first == "`" { inCode.toggle() }
      if !inCode, first == "{", let tag = Self.tag(at: rest) {
        let column = line.distance(from: line.startIndex, to: rest.startIndex) + 1
        let content = rest.dropFirst(2)
        if let end = content.firstRange(of: tag) {
          let text = String(rest[rest.startIndex..<end.upperBound])
          if text.hasPrefix("{#") {
            ids[number] = String(text.dropFirst(2).dropLast())
          } else {
            findings.append(Finding(line: number, column: column, text: text))
          }
          rest = content[end.upperBound...]
        } else if tag == "}" {
          result.append(first)
          rest = rest.dropFirst()
        } else {
          findings.append(Finding(line: number, column: column, text: String(rest)))
          open = tag
          rest = rest.dropFirst(2)
        }
        continue
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }

  /// What closes the tag that starts here, or nil when none does.
  private static func tag(at text: Substring) -> String? {
    if text.hasPrefix("{%") { return "%}" }
    if text.hasPrefix("{{") { return "}}" }
    if text.hasPrefix("{:") || text.hasPrefix("{#") { return "}" }
    return nil
  }
}
