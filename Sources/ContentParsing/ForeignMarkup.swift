/// What other generators' template languages left in a Markdown body: Liquid and Hugo tags,
/// kramdown attributes, heading ids. It is cut out in place, so that every line keeps its number.
///
///     ForeignMarkup(in: "## Days {#days}\n{{ site.name }} pays.").body  // "## Days\n pays."
///
/// - Complexity: O(*n*).
struct ForeignMarkup {
  private(set) var body: String
  /// Heading ids written as `{#id}` or `{: #id}`, by line of the body.
  private(set) var headingIDs: [Int: String] = [:]
  private(set) var findings: [Finding] = []

  struct Finding {
    let line: Int
    /// In bytes, counted from 1.
    let byteColumn: Int
    let text: String
    /// True for `{: .class}`, which changes how something looks and says nothing.
    let isAttribute: Bool
  }

  init(in body: String) {
    guard body.contains(byte: UInt8(ascii: "{")) else {
      self.body = body
      return
    }
    var scanner = Scanner(Array(body.utf8))
    scanner.run()
    self.body = scanner.isChanged ? String(decoding: scanner.output, as: UTF8.self) : body
    headingIDs = scanner.headingIDs
    findings = scanner.findings
  }
}

private struct Scanner {
  /// A tag longer than this is text that happens to have braces.
  private static let maximumTagLength = 2000
  private static let maximumAttributesLength = 200

  let bytes: [UInt8]
  var output: [UInt8] = []
  var headingIDs: [Int: String] = [:]
  var findings: [ForeignMarkup.Finding] = []
  private(set) var isChanged = false
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var fence: Fence?
  /// For each closing mark, how far it was looked for in vain.
  private var searched: [[UInt8]: Int] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while position < bytes.count {
      if position == lineStart { trackFence() }
      let byte = bytes[position]
      if byte == 10 {
        copy(1)
        line += 1
        lineStart = position
      } else if fence != nil {
        copy(1)
      } else if byte == UInt8(ascii: "`") {
        copyCode()
      } else if byte == UInt8(ascii: "{") {
        takeTag()
      } else {
        copy(1)
      }
    }
  }

  private mutating func copy(_ count: Int) {
    output += bytes[position..<position + count]
    position += count
  }

  private mutating func trackFence() {
    let end = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
    fence = Fence.after(bytes[lineStart..<end], within: fence)
  }

  /// Copies a code span whole, since tags in it are what the article is about.
  private mutating func copyCode() {
    let run = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
    let limit = min(bytes.count, position + Self.maximumTagLength)
    var end = position + run
    while end < limit {
      if bytes[end] == UInt8(ascii: "`") {
        let closing = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
        if closing == run {
          while position < end + closing {
            let isLineEnd = bytes[position] == 10
            copy(1)
            if isLineEnd {
              line += 1
              lineStart = position
            }
          }
          return
        }
        end += closing
      } else {
        end += 1
      }
    }
    copy(run)
  }

  private mutating func takeTag() {
    let rest = bytes[position...]
    if rest.starts(with: "{%".utf8) {
      takeTag(closedBy: "%}")
    } else if rest.starts(with: "{{".utf8) {
      takeTag(closedBy: "}}")
    } else if rest.starts(with: "{:".utf8) || rest.starts(with: "{#".utf8) {
      takeAttributes()
    } else {
      copy(1)
    }
  }

  private mutating func takeTag(closedBy closing: String) {
    guard var end = find(closing, from: position + 2) else { return copy(2) }
    let content = String(decoding: bytes[position + 2..<end - 2], as: UTF8.self)
    if let link = Self.link(writtenAs: content) {
      output += link.utf8
      return skip(to: end)
    }
    let words = content.split { " \n\t-".contains($0) }
    if words.first == "comment", let closed = endOfComment(from: end) { end = closed }
    report(upTo: end)
    skip(to: end)
  }

  /// The address that Jekyll's `{% link a.md %}`, Hugo's `{{< ref "a.md" >}}` and the like stand for.
  private static func link(writtenAs content: String) -> String? {
    let words = content.split { $0.isWhitespace || "<>%\"".contains($0) }
    guard let name = words.first else { return nil }
    switch (name, words.count) {
    case ("link", 2): return "@/" + words[1]
    case ("ref", 2), ("relref", 2): return String(words[1])
    case ("site.baseurl", 1), ("site.url", 1): return ""
    default: return nil
    }
  }

  /// `{: .class}`, `{: #id}` and `{#id}`.
  private mutating func takeAttributes() {
    let near = bytes[position...].prefix(Self.maximumAttributesLength)
    guard let brace = near.prefix(while: { $0 != 10 }).firstIndex(of: UInt8(ascii: "}")) else {
      return copy(2)
    }
    let isKramdown = bytes[position + 1] == UInt8(ascii: ":")
    let content = String(decoding: bytes[position + 1..<brace], as: UTF8.self)
    let id = content.split { " :".contains($0) }.first { $0.hasPrefix("#") }?.dropFirst()
    if let id, Self.isID(id), let heading = headingLine(endingAt: brace + 1, isKramdown: isKramdown)
    {
      headingIDs[heading] = String(id)
      return skip(to: brace + 1)
    }
    guard isKramdown else { return copy(2) }
    report(upTo: brace + 1, isAttribute: true)
    skip(to: brace + 1)
  }

  /// The heading that attributes belong to: the one they end, or with kramdown the line before.
  private func headingLine(endingAt end: Int, isKramdown: Bool) -> Int? {
    let after = bytes[end...].first { $0 != 0x20 && $0 != 0x23 }
    guard after == nil || after == 10 else { return nil }
    let before = bytes[lineStart..<position]
    if before.first(where: { $0 != 0x20 }) == UInt8(ascii: "#") { return line }
    guard isKramdown, before.allSatisfy({ $0 == 0x20 }), lineStart > 0 else { return nil }
    let previousStart = bytes[..<(lineStart - 1)].lastIndex(of: 10).map { $0 + 1 } ?? 0
    return bytes[previousStart] == UInt8(ascii: "#") ? line - 1 : nil
  }

  private static func isID(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
  }

  private mutating func endOfComment(from start: Int) -> Int? {
    for closing in ["{% endcomment %}", "{%- endcomment -%}", "{%endcomment%}"] {
      if let end = find(closing, from: start) { return end }
    }
    return nil
  }

  /// Where the closing mark ends, if it stands near enough.
  private mutating func find(_ closing: String, from start: Int) -> Int? {
    let mark = Array(closing.utf8)
    let limit = min(bytes.count, start + Self.maximumTagLength)
    var index = max(start, searched[mark] ?? 0)
    while index + mark.count <= limit {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        searched[mark] = index
        return index + mark.count
      }
      index += 1
    }
    searched[mark] = index
    return nil
  }

  private mutating func report(upTo end: Int, isAttribute: Bool = false) {
    let text = String(decoding: bytes[position..<end].prefix(160), as: UTF8.self)
    findings.append(
      ForeignMarkup.Finding(
        line: line, byteColumn: position - lineStart + 1,
        text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        isAttribute: isAttribute))
  }

  /// Leaves out everything up to there but the ends of lines.
  private mutating func skip(to end: Int) {
    isChanged = true
    while position < end {
      if bytes[position] == 10 {
        output.append(10)
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
  }
}

/// A fenced code block that is open: its mark and how often it stands.
struct Fence: Equatable {
  let mark: UInt8
  let length: Int

  /// The fence that is open after a line, given the one that was open before it.
  static func after(_ line: some Collection<UInt8>, within open: Fence?) -> Fence? {
    let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return open
    }
    let length = text.prefix { $0 == mark }.count
    guard length >= 3 else { return open }
    let rest = text.dropFirst(length)
    if let open {
      let closes = mark == open.mark && length >= open.length && rest.allSatisfy { $0 <= 0x20 }
      return closes ? nil : open
    }
    let isCode = mark == UInt8(ascii: "`") && rest.contains(mark)
    return isCode ? nil : Fence(mark: mark, length: length)
  }
}
