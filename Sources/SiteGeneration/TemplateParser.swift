/// Reads a template from left to right; what is open stands on a stack.
struct TemplateParser {
  private struct Open {
    let sign: UInt8
    let name: String
    /// Where its tag begins.
    let offset: Int
    let indentation: [UInt8]
    var parts: [Template.Part] = []
    /// The blocks of a parent.
    var blocks: [String: [Template.Part]] = [:]
  }

  private struct Tag {
    /// `#`, `/` and so on; `n` for a value, `{` for one that isn't escaped.
    let sign: UInt8
    let name: String
    let start: Int
    let end: Int
  }

  private static let opening = Array("{{".utf8)
  private static let standalone = Set("#^/!><$".utf8)
  private static let lineFeed = UInt8(ascii: "\n")

  private let bytes: [UInt8]
  private var open: [Open]

  init(_ text: String) {
    bytes = Array(text.utf8)
    open = [Open(sign: 0, name: "", offset: 0, indentation: [])]
  }

  mutating func parse() throws(TemplateSyntaxError) -> [Template.Part] {
    var position = 0
    while let start = nextOpening(from: position) {
      let tag = try tag(at: start)
      let line = lineAround(tag)
      let isAlone = Self.standalone.contains(tag.sign) && line != nil
      addText(position..<(isAlone ? line?.lowerBound ?? start : start))
      let indentation = isAlone ? Array(bytes[(line?.lowerBound ?? start)..<start]) : []
      try add(tag, indentation: indentation)
      position = isAlone ? line?.upperBound ?? tag.end : tag.end
    }
    addText(position..<bytes.count)
    let last = open[open.count - 1]
    guard open.count == 1 else { throw fault(.unclosed(last.name), at: last.offset) }
    return last.parts
  }

  private mutating func add(_ tag: Tag, indentation: [UInt8]) throws(TemplateSyntaxError) {
    switch tag.sign {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"):
      open.append(
        Open(sign: tag.sign, name: tag.name, offset: tag.start, indentation: indentation))
    case UInt8(ascii: "/"): try close(tag)
    case UInt8(ascii: ">"): try append(.partial(tag.name, indentation: indentation), at: tag.start)
    default:
      let isEscaped = tag.sign == UInt8(ascii: "n")
      try append(.value(Template.Name(tag.name), isEscaped: isEscaped), at: tag.start)
    }
  }

  private mutating func close(_ tag: Tag) throws(TemplateSyntaxError) {
    guard open.count > 1, let closed = open.popLast() else {
      throw fault(.unopened(tag.name), at: tag.start)
    }
    guard closed.name == tag.name else {
      throw fault(.crossed(tag.name, open: closed.name), at: tag.start)
    }
    let name = Template.Name(closed.name)
    switch closed.sign {
    case UInt8(ascii: "#"):
      try append(.section(name, closed.parts, isInverted: false), at: closed.offset)
    case UInt8(ascii: "^"):
      try append(.section(name, closed.parts, isInverted: true), at: closed.offset)
    case UInt8(ascii: "<"):
      let parent = Template.Part.parent(
        closed.name, closed.blocks, indentation: closed.indentation)
      try append(parent, at: closed.offset)
    default:
      let isFilling = open[open.count - 1].sign == UInt8(ascii: "<")
      if isFilling {
        open[open.count - 1].blocks[closed.name] = closed.parts
      } else {
        try append(.block(closed.name, closed.parts), at: closed.offset)
      }
    }
  }

  private mutating func append(
    _ part: Template.Part, at offset: Int
  ) throws(TemplateSyntaxError) {
    let last = open.count - 1
    guard open[last].sign != UInt8(ascii: "<") else {
      throw fault(.strayInParent(open[last].name), at: offset)
    }
    open[last].parts.append(part)
  }

  /// Text by lines, so that each may be indented. That between the blocks of a parent is left out.
  private mutating func addText(_ range: Range<Int>) {
    let last = open.count - 1
    guard open[last].sign != UInt8(ascii: "<") else { return }
    var rest = bytes[range]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? rest.endIndex
      open[last].parts.append(.text(Array(rest[..<end])))
      rest = rest[end...]
    }
  }

  // MARK: - Tags

  private func nextOpening(from position: Int) -> Int? {
    var position = position
    while position + 1 < bytes.count {
      if bytes[position] == Self.opening[0], bytes[position + 1] == Self.opening[1] {
        return position
      }
      position += 1
    }
    return nil
  }

  private func tag(at start: Int) throws(TemplateSyntaxError) -> Tag {
    var position = start + 2
    let isRaw = position < bytes.count && bytes[position] == UInt8(ascii: "{")
    let end = Array((isRaw ? "}}}" : "}}").utf8)
    if isRaw { position += 1 }
    guard let close = firstOffset(of: end, from: position) else {
      throw fault(.unclosedTag, at: start)
    }
    var content = bytes[position..<close].drop { $0 <= 0x20 }
    var sign = UInt8(ascii: isRaw ? "{" : "n")
    if !isRaw, let first = content.first, Self.isSign(first) {
      guard Self.standalone.contains(first) || first == UInt8(ascii: "&") else {
        throw fault(.unknownSign(Character(Unicode.Scalar(first))), at: start)
      }
      sign = first
      content = content.dropFirst()
    }
    let name = String(decoding: content, as: UTF8.self).trimmed
    guard !name.isEmpty || sign == UInt8(ascii: "!") else { throw fault(.unnamed, at: start) }
    return Tag(sign: sign, name: name, start: start, end: close + end.count)
  }

  /// What can't begin a name.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...:
      false
    default: true
    }
  }

  /// The line of a tag that stands alone on it, its end included; nil where something else does.
  private func lineAround(_ tag: Tag) -> Range<Int>? {
    var start = tag.start
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == Self.lineFeed else { return nil }
    var end = tag.end
    while end < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    return bytes[end] == Self.lineFeed ? start..<end + 1 : nil
  }

  private func firstOffset(of mark: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + mark.count <= bytes.count {
      if bytes[position...].starts(with: mark) { return position }
      position += 1
    }
    return nil
  }

  private func fault(_ reason: TemplateSyntaxError.Reason, at offset: Int) -> TemplateSyntaxError {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
    return TemplateSyntaxError(
      line: before.count { $0 == Self.lineFeed } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).count + 1, reason: reason)
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    let end = start.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
