import TextAnalysis

/// Texts as numbers of their words, so that a million of them are a few flat arrays.
///
///     let texts = NumberedTexts(["Where is my card?", "my cards"], suffixes: .english)
///     texts.words(of: 1).map { texts.forms[Int($0)] }  // ["my", "cards"]
///     texts.stem(of: 3) == texts.stem(of: 4)  // true: card, cards
struct NumberedTexts: Sendable {
  /// Folded words.
  private(set) var forms = FormTable()
  private(set) var stems = FormTable()
  private var stemOfForm: [Int32] = []
  private var numbers: [Int32] = []
  private var starts: [Int] = [0]

  /// Texts that a core takes at a time.
  static let chunk = 16_384

  /// On all cores; words are numbered in the order of their first appearance all the same.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  init(_ texts: [String], suffixes: SuffixTable?) {
    for part in concurrently(texts, chunk: Self.chunk, { [Part($0)] }) {
      let known = (0..<part.forms.count).map { word in
        let number = forms.insert(word, of: part.forms)
        if number == stemOfForm.count {
          let form = part.forms.utf8(word)
          stemOfForm.append(Int32(stems.insert(suffixes.map { $0.stem(form)[...] } ?? form)))
        }
        return Int32(number)
      }
      let first = numbers.count
      numbers += part.numbers.lazy.map { known[Int($0)] }
      starts += part.ends.lazy.map { first + $0 }
    }
  }

  /// Some of the texts, their words numbered by themselves.
  private struct Part: Sendable {
    var forms = FormTable()
    var numbers: [Int32] = []
    var ends: [Int] = []

    init(_ texts: ArraySlice<String>) {
      for text in texts {
        var scanner = TokenScanner(Array(text.utf8))
        while scanner.next() != nil { numbers.append(Int32(forms.insert(scanner.form[...]))) }
        ends.append(numbers.count)
      }
    }
  }

  var count: Int { starts.count - 1 }

  /// The numbers of a text's words, in their order.
  func words(of text: Int) -> ArraySlice<Int32> { numbers[starts[text]..<starts[text + 1]] }

  /// The number of a word's stem.
  func stem(of form: Int32) -> Int32 { stemOfForm[Int(form)] }

  /// The numbers of a text's stems, in their order.
  func stems(of text: Int) -> some Sequence<Int32> {
    words(of: text).lazy.map { stemOfForm[Int($0)] }
  }

  /// The numbers of a text's stems, each once, rising.
  func distinctStems(of text: Int) -> [Int32] {
    var stems = stems(of: text).sorted()
    var last: Int32 = -1
    stems.removeAll { stem in
      defer { last = stem }
      return stem == last
    }
    return stems
  }
}
