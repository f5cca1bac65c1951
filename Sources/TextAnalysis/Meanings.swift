/// Words of several languages that mean the same, so that what is asked in one is known again in
/// another.
///
///     let meanings = Meanings("key | klucz kluczyk", languages: ["en", "pl"])
///     meanings.meanings(of: "kluczyk", in: "pl")  // [0], that of `key`
///
/// A line is a meaning, with the words of each language between `|`. A word may have several.
package struct Meanings: Sendable {
  package let count: Int
  /// By language and stem, rising.
  let numbers: [String: [String: [Int32]]]

  package init(_ text: String, languages: [String]) {
    var numbers: [String: [String: [Int32]]] = [:]
    let lines = text.split(separator: "\n")
    for (number, line) in lines.enumerated() {
      for (language, words) in zip(languages, line.split(separator: "|")) {
        let suffixes = SuffixTable.table(for: language)
        for word in words.split(separator: " ") {
          let form = Folding.fold(String(word))
          let stem = suffixes?.stem(form) ?? form
          let known = numbers[language]?[stem] ?? []
          if known.last != Int32(number) {
            numbers[language, default: [:]][stem] = known + [Int32(number)]
          }
        }
      }
    }
    count = lines.count
    self.numbers = numbers
  }

  /// The meanings of a word, by its stem (`SuffixTable`).
  ///
  /// - Parameter language: its tag; `pt-br` is looked up as `pt`.
  /// - Complexity: O(1)
  package func meanings(of stem: String, in language: String) -> [Int32] {
    language.split(separator: "-").first.flatMap { numbers[String($0)]?[stem] } ?? []
  }
}
