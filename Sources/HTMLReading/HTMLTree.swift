/// HTML as other systems export it, as a tree: forgiving, without styles and scripts.
///
/// - Complexity: O(*n*); elements below `maximumDepth` become part of the one they stand in.
struct HTMLTree {
  static let maximumDepth = 120

  indirect enum Node {
    case element(Element)
    case text(String)
  }

  struct Element {
    let name: String
    let attributes: [String: String]
    var children: [Node] = []
  }

  /// The elements that have no end tag.
  private static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// What ends an element whose end tag was left out.
  private static let implied: [String: Set<String>] = [
    "li": ["li"], "p": ["p"], "td": ["td", "th"], "th": ["td", "th"], "tr": ["td", "th", "tr"],
    "dt": ["dt", "dd"], "dd": ["dt", "dd"],
  ]
  private static let dropped: Set<String> = ["script", "style", "noscript", "template", "object"]
  private static let scopes: Set<String> = ["ul", "ol", "table", "blockquote", "td", "th"]

  private(set) var root = Element(name: "", attributes: [:])
  /// Names of elements that were left out with what is in them.
  private(set) var left: Set<String> = []
  private var open: [Element] = []
  private let bytes: [UInt8]
  private var position = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
    var text: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), startsTag {
        add(text: text)
        text = []
        takeTag()
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    add(text: text)
    while !open.isEmpty { closeLast() }
  }

  private var startsTag: Bool {
    guard position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || Self.isLetter(next)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func add(text: [UInt8]) {
    guard !text.isEmpty else { return }
    append(.text(HTMLEntities.decoded(String(decoding: text, as: UTF8.self))))
  }

  private mutating func append(_ node: Node) {
    if open.isEmpty {
      root.children.append(node)
    } else {
      open[open.count - 1].children.append(node)
    }
  }

  private mutating func closeLast() {
    guard let last = open.popLast() else { return }
    append(.element(last))
  }

  private mutating func takeTag() {
    if bytes[position...].starts(with: "<!--".utf8) {
      position = end(of: "-->", from: position + 4)
      return
    }
    let isEnd = bytes[position + 1] == UInt8(ascii: "/")
    position += isEnd ? 2 : 1
    let name = String(
      decoding: bytes[position...].prefix { !" \t\n\r/>".utf8.contains($0) }, as: UTF8.self)
    position += name.utf8.count
    let attributes = takeAttributes()
    if isEnd { return close(name.lowercased()) }
    start(name.lowercased(), attributes)
  }

  /// Where a mark ends, or the text does.
  private func end(of mark: String, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }

  private mutating func takeAttributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let name = bytes[position...].prefix { !" \t\n\r/>=".utf8.contains($0) }
      position += max(1, name.count)
      guard !name.isEmpty else { continue }
      var value: [UInt8] = []
      if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
        position += 1
        let quote = position < bytes.count ? bytes[position] : 0
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = Array(bytes[(position + 1)...].prefix { $0 != quote })
          position = min(bytes.count, position + value.count + 2)
        } else {
          value = Array(bytes[position...].prefix { !" \t\n\r>".utf8.contains($0) })
          position += value.count
        }
      }
      attributes[String(decoding: name, as: UTF8.self).lowercased()] = HTMLEntities.decoded(
        String(decoding: value, as: UTF8.self))
    }
    position += 1
    return attributes
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if Self.dropped.contains(name) {
      left.insert(name)
      position = end(of: "</\(name)", from: position)
      position = end(of: ">", from: position)
      return
    }
    if let ended = Self.implied[name] {
      while let last = open.last, ended.contains(last.name) { closeLast() }
    }
    let element = Element(name: name, attributes: attributes)
    if Self.voids.contains(name) {
      append(.element(element))
    } else if open.count < Self.maximumDepth {
      open.append(element)
    }
  }

  private mutating func close(_ name: String) {
    // An end tag ends nothing beyond the list, table or cell it stands in.
    for index in open.indices.reversed() {
      if open[index].name == name {
        while open.count > index { closeLast() }
        return
      }
      let isCellOfTable = name == "table" && ["td", "th"].contains(open[index].name)
      if Self.scopes.contains(open[index].name), !isCellOfTable { return }
    }
  }
}

/// The characters that HTML writes by name or number.
enum HTMLEntities {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "sbquo": "‚", "laquo": "«", "raquo": "»", "euro": "€", "copy": "©", "reg": "®",
    "trade": "™", "deg": "°", "middot": "·", "bull": "•", "times": "×", "rarr": "→", "larr": "←",
    "uarr": "↑", "darr": "↓", "sect": "§", "para": "¶", "oacute": "ó", "Oacute": "Ó",
    "eacute": "é", "agrave": "à", "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "shy": "",
    "zwj": "\u{200D}", "zwnj": "\u{200C}", "check": "✓", "ge": "≥", "le": "≤", "ne": "≠",
  ]

  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let name = rest[rest.index(after: ampersand)...].prefix(12).prefix { $0 != ";" && $0 != "&" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let value = value(of: name) {
        result += value
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "&"
        rest = rest[rest.index(after: ampersand)...]
      }
    }
    return result + rest
  }

  private static func value(of name: Substring) -> String? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 || scalar == "\n"
    else { return nil }
    return String(Character(scalar))
  }
}
