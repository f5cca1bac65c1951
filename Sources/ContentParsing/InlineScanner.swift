/// Cuts a text into bare links, references to notes, tildes and what lies between.
///
///     InlineScanner("see www.example.com.", previous: nil).pieces
///     // text "see ", link "www.example.com" to http://www.example.com, text "."
///
/// - Complexity: O(*n*).
struct InlineScanner {
  enum Piece: Equatable {
    case text(String)
    case link(text: String, address: String)
    case note(label: String, source: String)
    case tildes(Int)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  private static let maximumLinkLength = 2000

  private(set) var pieces: [Piece] = []
  private let characters: [Character]
  private let previous: Character?
  private var textStart = 0
  private var position = 0

  static func mayHoldAny(_ text: String) -> Bool {
    text.contains(byte: UInt8(ascii: "~")) || text.contains(byte: UInt8(ascii: "@"))
      || text.contains(mark: "[^") || text.contains(mark: "://") || text.contains(mark: "www.")
  }

  /// Whether the text of a source may hold any; signs may be written as entities, or escaped.
  static func mayComeFrom(_ source: String) -> Bool {
    mayHoldAny(source) || source.contains(byte: UInt8(ascii: "&"))
      || source.contains(byte: UInt8(ascii: "\\"))
  }

  /// - Parameter previous: the character before the text, nil at the start of a line.
  init(_ text: String, previous: Character?) {
    characters = Array(text)
    self.previous = previous
    while position < characters.count { step() }
    flush(upTo: characters.count)
  }

  private mutating func step() {
    switch characters[position] {
    case "~":
      let count = characters[position...].prefix { $0 == "~" }.count
      if count <= 2 {
        take(count, as: .tildes(count))
      } else {
        position += count
      }
    case "[" where characters[position...].starts(with: "[^"): takeNote()
    case "w" where starts("www."): takeLink(prefix: "http://", hostAt: position + 4)
    case "h" where starts("https://"): takeLink(prefix: "", hostAt: position + 8)
    case "h" where starts("http://"): takeLink(prefix: "", hostAt: position + 7)
    case "@": takeMail()
    default: position += 1
    }
  }

  private func starts(_ text: String) -> Bool {
    let before = position > 0 ? characters[position - 1] : previous
    let mayStart = before.map { $0.isWhitespace || "*_~([{\"'„“«".contains($0) } ?? true
    return mayStart && characters[position...].starts(with: text)
  }

  private mutating func flush(upTo end: Int) {
    guard textStart < end else { return }
    pieces.append(.text(String(characters[textStart..<end])))
  }

  private mutating func take(_ count: Int, as piece: Piece) {
    flush(upTo: position)
    pieces.append(piece)
    position += count
    textStart = position
  }

  private mutating func takeNote() {
    let label = characters[(position + 2)...].prefix(100).prefix {
      $0 != "]" && $0 != "[" && !$0.isWhitespace
    }
    let end = position + 2 + label.count
    guard !label.isEmpty, end < characters.count, characters[end] == "]" else {
      position += 2
      return
    }
    let source = String(characters[position...end])
    take(source.count, as: .note(label: String(label).lowercased(), source: source))
  }

  // MARK: Links

  private mutating func takeLink(prefix: String, hostAt hostStart: Int) {
    var end = hostStart
    let limit = min(characters.count, hostStart + Self.maximumLinkLength)
    while end < limit, !characters[end].isWhitespace, characters[end] != "<" { end += 1 }
    end = trimmed(end, from: hostStart)
    let host = characters[hostStart..<end].prefix { !"/?#:".contains($0) }
    guard Self.isHost(host) else {
      position += 1
      return
    }
    let text = String(characters[position..<end])
    take(end - position, as: .link(text: text, address: prefix + text))
  }

  /// Where a link ends when what closes a sentence or a parenthesis around it is left out.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    var opened = characters[start..<end].count { $0 == "(" }
    var closed = characters[start..<end].count { $0 == ")" }
    while end > start {
      switch characters[end - 1] {
      case "?", "!", ".", ",", ":", "*", "_", "~", "'", "\"", "”", "“", "»", "’", "…": end -= 1
      case "،", "؛", "؟", "۔", "。", "，", "、", "！", "？": end -= 1
      case ")" where closed > opened:
        closed -= 1
        end -= 1
      case ";":
        // An entity such as '&copy;' isn't part of the link.
        let name = characters[start..<(end - 1)].reversed().prefix { $0.isLetter || $0.isNumber }
        let before = end - 2 - name.count
        guard !name.isEmpty, before >= start, characters[before] == "&" else { return end }
        end = before
        opened = characters[start..<end].count { $0 == "(" }
        closed = characters[start..<end].count { $0 == ")" }
      default: return end
      }
    }
    return end
  }

  /// Labels of letters, digits, hyphens and underscores, the last two without underscores.
  private static func isHost(_ host: ArraySlice<Character>) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return !host.isEmpty && labels.suffix(2).allSatisfy { !$0.contains("_") }
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy {
            $0 == "-" || $0 == "_" || $0.isLetter || $0.isNumber || !$0.isASCII && !$0.isPunctuation
          }
      }
  }

  private mutating func takeMail() {
    let name = characters[textStart..<position].reversed().prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._+-".contains($0))
    }
    let start = position - name.count
    var end = position + 1
    while end < characters.count {
      let character = characters[end]
      guard character.isASCII, character.isLetter || character.isNumber || "-_.".contains(character)
      else { break }
      end += 1
    }
    if end > position + 1, characters[end - 1] == "." { end -= 1 }
    let host = characters[(position + 1)..<max(end, position + 1)]
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard !name.isEmpty, labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }),
      let last = host.last, last != "-", last != "_",
      end >= characters.count || characters[end] != "@"
    else {
      position += 1
      return
    }
    let text = String(characters[start..<end])
    position = start
    take(end - start, as: .link(text: text, address: "mailto:" + text))
  }
}
