/// The header of a mail or of one of its parts (RFC 5322, 2.2): fields in order, lines unfolded.
package struct MailHeader: Sendable {
  /// Names in small letters, values as they came.
  private(set) var fields: [(name: String, value: [UInt8])] = []

  /// A header longer than this is cut; the headers of real mails take a few kB.
  static let maximumBytes = 256 << 10
  /// True when there is more of it than was read.
  package private(set) var isCut = false
  private static let longestText = 4000

  /// Reads up to the first empty line.
  ///
  /// - Returns: The header, and where the body starts: after that line, or at the first line that can
  ///   be no field. Fields below such a line count nevertheless: they may say that a program wrote.
  static func read(_ bytes: ArraySlice<UInt8>) -> (header: MailHeader, body: Int) {
    var header = MailHeader()
    var position = bytes.startIndex
    var body: Int?
    let limit = min(bytes.endIndex, bytes.startIndex + maximumBytes)
    while position < limit {
      var end = position
      while end < limit, bytes[end] != 10 { end += 1 }
      let line =
        bytes[position..<end].last == 13 ? bytes[position..<end - 1] : bytes[position..<end]
      let start = position
      position = min(end + 1, bytes.endIndex)
      if line.isEmpty { return (header, body ?? position) }
      if !header.add(line), body == nil, !line.starts(with: ">From ".utf8) { body = start }
    }
    header.isCut = position < bytes.endIndex
    return (header, body ?? position)
  }

  /// False for a line that is neither a field nor goes on with one.
  private mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == 32 || line.first == 9 {
      guard let last = fields.indices.last else { return false }
      fields[last].value += Array(line)
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
    guard !name.isEmpty, name.utf8.allSatisfy({ 33...126 ~= $0 }) else { return false }
    fields.append((name, Array(line[(colon + 1)...])))
    return true
  }

  /// The first field of that name, white space at its ends left out, undecoded.
  package func raw(_ name: String) -> String? {
    fields.first { $0.name == name }.map {
      CharsetDecoder.text(of: $0.value, charset: "utf-8").trimmed
    }
  }

  /// The first field of that name with its encoded words decoded, on one line, without control
  /// characters: what was encoded can't begin a field of its own. Of a long one the beginning.
  package func text(_ name: String) -> String? {
    raw(name).map { EncodedWords.decoded(String($0.prefix(Self.longestText))).onOneLine }
  }

  package func count(of name: String) -> Int { fields.count { $0.name == name } }

  package func hasField(startingWith prefix: String) -> Bool {
    fields.contains { $0.name.hasPrefix(prefix) }
  }

  /// The value before the first `;` in small letters, and the parameters (RFC 2045, 5.1).
  ///
  ///     // Content-Type: text/plain; charset="utf-8"
  ///     header.structured("content-type")?.parameters["charset"]  // "utf-8"
  package func structured(_ name: String) -> (value: String, parameters: [String: String])? {
    guard let text = raw(name) else { return nil }
    var parts = Self.parts(of: text)
    let value = parts.isEmpty ? "" : parts.removeFirst().trimmed.lowercased()
    var parameters: [String: String] = [:]
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].trimmed.lowercased()
      var parameter = part[part.index(after: equals)...].trimmed
      if parameter.hasPrefix("\""), parameter.hasSuffix("\""), parameter.count >= 2 {
        parameter = String(parameter.dropFirst().dropLast())
      }
      if parameters[key] == nil { parameters[key] = parameter }
    }
    return (value, Self.joined(parameters))
  }

  /// Parameters that are cut into pieces or carry a character set (RFC 2231) under their own names:
  /// `boundary*0="a"; boundary*1="b"` is the boundary `ab`, `charset*=us-ascii''utf-8` is UTF-8.
  private static func joined(_ parameters: [String: String]) -> [String: String] {
    var joined = parameters
    for key in parameters.keys.sorted() {
      guard let star = key.firstIndex(of: "*") else { continue }
      let name = String(key[..<star])
      guard joined[name] == nil, ["*", "*0", "*0*"].contains(key[star...]) else { continue }
      let pieces =
        key.hasSuffix("*0") || key.hasSuffix("*0*")
        ? (0...).lazy.map { number in
          parameters["\(name)*\(number)"]
            ?? parameters["\(name)*\(number)*"].map { decoded($0, isFirst: number == 0) }
        }.prefix { $0 != nil }.compactMap(\.self)
        : [decoded(parameters[key] ?? "", isFirst: true)]
      joined[name] = pieces.joined()
    }
    return joined
  }

  /// `utf-8''a%20b` as `a b`.
  private static func decoded(_ text: String, isFirst: Bool) -> String {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let isMarked = isFirst && parts.count == 3
    let bytes = TransferDecoding.quotedPrintable(
      (isMarked ? parts[2] : text[...]).utf8.map {
        $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0
      })
    return CharsetDecoder.text(of: bytes, charset: isMarked ? String(parts[0]) : "utf-8")
  }

  /// Cuts at `;` outside of quotes.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}

/// Words of other character sets in header fields: `=?utf-8?Q?Za=C5=BC?=` (RFC 2047).
enum EncodedWords {
  /// Words that stand next to each other are joined, since a letter may be cut between them.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var decoded = ""
    var pending: (charset: String, bytes: [UInt8])?
    var rest = text[...]
    func flush() {
      if let word = pending {
        decoded += CharsetDecoder.text(of: word.bytes, charset: word.charset)
      }
      pending = nil
    }
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let word = word(in: rest[start.upperBound...]) else {
        flush()
        decoded += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      // White space between two encoded words isn't shown.
      if pending == nil || !between.allSatisfy(\.isWhitespace) {
        flush()
        decoded += between
      }
      if let last = pending, last.charset == word.charset {
        pending = (last.charset, last.bytes + word.bytes)
      } else {
        flush()
        pending = (word.charset, word.bytes)
      }
      rest = word.rest
    }
    flush()
    return decoded + rest
  }

  private static func word(
    in text: Substring
  ) -> (charset: String, bytes: [UInt8], rest: Substring)? {
    // A word is at most 75 characters long; some programs write longer ones.
    let window = text.prefix(1000)
    let parts = window.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "?=") else { return nil }
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    let payload = parts[2][..<end.lowerBound].utf8
    let bytes: [UInt8]
    switch parts[1].lowercased() {
    case "b": bytes = TransferDecoding.base64(payload)
    case "q": bytes = TransferDecoding.quotedPrintable(payload, isHeader: true)
    default: return nil
    }
    return (charset, bytes, text[end.upperBound...])
  }
}

extension String {
  /// Line ends and other control characters become spaces, several spaces one.
  package var onOneLine: String {
    let spaced = unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    var text = String.UnicodeScalarView()
    for scalar in spaced where !(scalar == " " && text.last == " ") { text.append(scalar) }
    return String(text).trimmed
  }
}
