import TextAnalysis

/// Texts with the same words in any order and inflection, together as one point.
struct SameTexts: Sendable {
  /// The point that each text belongs to; points are numbered by their first text.
  let points: [Int32]
  /// The first text of each point.
  let first: [Int]
  /// How many texts each point stands for.
  let sizes: [Int]

  /// - Complexity: O(*n*) in the length of the texts.
  init(_ texts: [GroupedText], words: NumberedTexts) {
    // Texts are told apart by their stems' numbers; those without a word by themselves.
    var keys = FormTable()
    var first: [Int] = []
    var sizes: [Int] = []
    points = texts.indices.map { text in
      let stems = words.stems(of: text).sorted()
      var key: [UInt8] = stems.isEmpty ? [1] + texts[text].text.utf8 : [0]
      for stem in stems {
        for shift in [0, 8, 16, 24] { key.append(UInt8(truncatingIfNeeded: stem >> shift)) }
      }
      let point = keys.insert(key[...])
      if point == first.count {
        first.append(text)
        sizes.append(0)
      }
      sizes[point] += 1
      return Int32(point)
    }
    self.first = first
    self.sizes = sizes
  }
}
