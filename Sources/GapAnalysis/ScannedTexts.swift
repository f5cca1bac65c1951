import TextAnalysis

/// The words of some texts by their numbers.
struct ScannedTexts: Sendable {
  struct Text: Sendable {
    /// Its words in `numbers`, in their order.
    let words: Range<Int>
    /// Whether two neighbouring words are one that articles know.
    let hasJoinedWords: Bool
  }

  let texts: [String]
  private(set) var words: [Text] = []
  private(set) var numbers: [UInt32] = []
  /// Words without a number in the table that the texts were scanned with.
  private let unknown: FormTable

  /// - Parameters:
  ///   - forms: the words that have numbers.
  ///   - articleWords: all words of the articles.
  /// - Complexity: O(*n*) in the length of the texts.
  init(_ texts: ArraySlice<String>, forms: FormTable, articleWords: FormTable) {
    self.texts = Array(texts)
    words.reserveCapacity(texts.count)
    var unknown = FormTable()
    // A word and the one before it, written as one.
    var joined: [UInt8] = []
    for text in texts {
      var scanner = TokenScanner(Array(text.utf8))
      let first = numbers.count
      var hasJoinedWords = false
      joined.removeAll(keepingCapacity: true)
      while scanner.next() != nil {
        numbers.append(
          UInt32(
            forms.number(of: scanner.form[...])
              ?? forms.count + unknown.insert(scanner.form[...])))
        let last = joined.count
        joined += scanner.form
        hasJoinedWords =
          hasJoinedWords || last > 0 && articleWords.number(of: joined[...]) != nil
        joined.removeFirst(last)
      }
      words.append(Text(words: first..<numbers.count, hasJoinedWords: hasJoinedWords))
    }
    self.unknown = unknown
  }

  /// Gives numbers to words that had none.
  ///
  /// - Parameter forms: the table that the texts were scanned with, to which others may have added
  ///   words since.
  /// - Parameter known: how many words it had then.
  mutating func number(in forms: inout FormTable, known: Int) {
    let added = (0..<unknown.count).map { UInt32(forms.insert(unknown.utf8($0))) }
    for place in numbers.indices where numbers[place] >= known {
      numbers[place] = added[Int(numbers[place]) - known]
    }
  }
}
