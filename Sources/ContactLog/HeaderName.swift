import PersonalData

/// The name of a column, taken apart for comparing with the known ones.
///
///     HeaderName("First response time (in hrs)").minutesPerUnit  // 60
struct HeaderName {
  /// What it may be called, the most literal first: whole, without brackets, without unit.
  let keys: [String]
  /// Set if the header names a unit of time.
  let minutesPerUnit: Double?
  /// Whether the agents choose from a list, as Zendesk says: `Reason [list]`.
  let isList: Bool

  private static let prepositions: Set<String> = ["in", "w", "в"]
  /// Objects that exports wrap a ticket's members in.
  private static let wrappers: Set<String> = ["ticket", "issue", "fields", "conversation", "case"]

  init(_ header: String) {
    var keys = [Self.key(header)]
    isList = header.hasSuffix("[list]")
    var texts = [header]
    if let bracket = header.firstIndex(where: { $0 == "(" || $0 == "[" }) {
      let outside = String(header[..<bracket])
      // Jira: `Custom field (Request Type)`. Zendesk: `Category [list]`.
      if Self.key(outside) == "customfield" {
        texts.append(String(header[header.index(after: bracket)...]))
      } else {
        texts.append(outside)
      }
    }
    if let dot = header.firstIndex(of: "."), Self.wrappers.contains(Self.key(header[..<dot])) {
      texts.append(String(header[header.index(after: dot)...]))
    }
    keys += texts.dropFirst().map { Self.key($0) }
    var unit: Double?
    for text in texts {
      var words = Self.words(text)
      guard words.count > 1, let last = words.last,
        let minutes = ColumnAliases.minutesPerUnit[last]
      else { continue }
      unit = unit ?? minutes
      words.removeLast()
      if let last = words.last, Self.prepositions.contains(last) { words.removeLast() }
      keys.append(words.joined())
    }
    self.keys = keys.filter { !$0.isEmpty }
    minutesPerUnit = unit
  }

  /// Letters and digits, folded; for a header of signs only, such as `#`, the signs.
  static func key(_ text: some StringProtocol) -> String {
    let key = LetterFolding.table.key(text)
    return key.isEmpty ? String(text.filter { !$0.isWhitespace }) : key
  }

  /// Folded words, split at signs and where a capital follows a small letter.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in text {
      let isWordCharacter = character.isLetter || character.isNumber
      if !isWordCharacter || (wasLower && character.isUppercase) {
        if !word.isEmpty { words.append(key(word)) }
        word = ""
      }
      if isWordCharacter { word.append(character) }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(key(word)) }
    return words
  }
}
