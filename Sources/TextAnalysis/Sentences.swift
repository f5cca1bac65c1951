/// Text cut into sentences.
///
///     Sentences.of("Open the app. Tap Start!")  // ["Open the app.", "Tap Start!"]
package enum Sentences {
  /// Cuts at `.`, `!`, `?` and `…` before a space and a capital, but not after an abbreviation: a
  /// full stop needs three letters or none before it.
  package static func of(_ text: String) -> [String] {
    let characters = Array(text)
    var sentences: [String] = []
    var start = 0
    for index in characters.indices where ".!?…".contains(characters[index]) {
      let next = index + 2
      guard next < characters.count, characters[index + 1] == " ",
        characters[next].isUppercase || "„\"«".contains(characters[next])
      else { continue }
      let before = characters[start..<index].reversed().prefix { $0.isLetter }
      guard characters[index] != "." || !(1...2 ~= before.count) else { continue }
      sentences.append(String(characters[start...index]))
      start = next
    }
    if start < characters.count { sentences.append(String(characters[start...])) }
    return sentences
  }
}
