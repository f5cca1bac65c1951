import TextAnalysis

/// Freezes the words of documents into postings.
///
/// Everything is kept in flat arrays and sorted by counting, so that building is linear in the
/// entries apart from sorting the vocabulary.
struct IndexBuilder {
  struct Frozen {
    let vocabulary: Vocabulary
    /// By form: where its postings start; one entry more than there are forms.
    let starts: [UInt32]
    /// By posting: the document, rising within a form.
    let documents: [UInt32]
    let impacts: [UInt8]
  }

  /// Documents that follow one another in one of the vectors.
  typealias Run = (vectors: Int, documents: Range<Int>)

  private static let fieldCount = SearchField.allCases.count

  private let vectors: [TermVectors]
  private let runs: [Run]
  private let words: FormTable
  private let stems: FormTable
  /// By word: the number of its stem.
  private let stemOfWord: [UInt32]
  /// By vectors: the number here of each word and stem there.
  private let numbers: [(words: [UInt32], stems: [UInt32])]
  private let averages: [Float]

  /// - Parameter runs: all documents of the index, in their order.
  /// - Complexity: O(*v*) in the words of all vectors.
  init(_ vectors: [TermVectors], runs: [Run]) {
    var (words, stems) = (FormTable(), FormTable())
    var stemOfWord: [UInt32] = []
    var numbers: [(words: [UInt32], stems: [UInt32])] = []
    for vectors in vectors {
      let numbersOfStems = (0..<vectors.stems.count).map {
        UInt32(stems.insert(vectors.stems.utf8($0)))
      }
      let numbersOfWords = (0..<vectors.words.count).map { word in
        let number = words.insert(vectors.words.utf8(word))
        if number == stemOfWord.count {
          stemOfWord.append(numbersOfStems[Int(vectors.stemOfWord[word])])
        }
        return UInt32(number)
      }
      numbers.append((numbersOfWords, numbersOfStems))
    }
    self.vectors = vectors
    self.runs = runs
    self.words = words
    self.stems = stems
    self.stemOfWord = stemOfWord
    self.numbers = numbers
    averages = Self.averageLengths(vectors, runs)
  }

  /// - Complexity: O(*p* + *v* log *v*), *p* entries, *v* forms.
  consuming func build() -> Frozen {
    let documentsOf = documentCounts()
    let sorted = words.sortedNumbers().filter { documentsOf.words[$0] > 0 }
    var starts: [UInt32] = [0]
    var nextOfWord = [UInt32](repeating: 0, count: words.count)
    for word in sorted {
      nextOfWord[word] = starts[starts.count - 1]
      starts.append(nextOfWord[word] + documentsOf.words[word])
    }
    var documents = [UInt32](repeating: 0, count: Int(starts[starts.count - 1]))
    var impacts = [UInt8](repeating: 0, count: documents.count)
    freezeWords(from: &nextOfWord, documents: &documents, impacts: &impacts)
    let pairs = freezePairs(
      documentsOfStem: documentsOf.stems, starts: &starts, documents: &documents,
      impacts: &impacts)
    let vocabulary = Vocabulary(
      words: words.reordered(sorted), pairs: pairs, stems: stems,
      stemOfWord: sorted.map { stemOfWord[$0] })
    return Frozen(
      vocabulary: vocabulary, starts: starts, documents: documents, impacts: impacts)
  }

  private static func averageLengths(_ vectors: [TermVectors], _ runs: [Run]) -> [Float] {
    (0..<fieldCount).map { field in
      var sum = 0
      var filled = 0
      for run in runs {
        for document in run.documents {
          let length = vectors[run.vectors].lengths[document * fieldCount + field]
          sum += Int(length)
          filled += length > 0 ? 1 : 0
        }
      }
      return filled == 0 ? 1 : Float(sum) / Float(filled)
    }
  }

  /// In how many documents each word stands, and each stem of words that are long enough for pairs.
  private func documentCounts() -> (words: [UInt32], stems: [UInt32]) {
    var words = [UInt32](repeating: 0, count: words.count)
    var stems = [UInt32](repeating: 0, count: stems.count)
    var lastOfStem = [UInt32](repeating: .max, count: stems.count)
    var number: UInt32 = 0
    for run in runs {
      let vectors = vectors[run.vectors]
      let own = numbers[run.vectors].words
      let numbers = own.span
      let entryWords = vectors.entryWords.span
      let isLong = vectors.isLong.span
      for document in run.documents {
        var last = UInt32.max
        for entry in vectors.entries(of: document..<document + 1) where entryWords[entry] != last {
          last = entryWords[entry]
          let word = Int(numbers[Int(last)])
          words[word] += 1
          let stem = Int(stemOfWord[word])
          if isLong[Int(last)] == 1, lastOfStem[stem] != number {
            lastOfStem[stem] = number
            stems[stem] += 1
          }
        }
        number += 1
      }
    }
    return (words, stems)
  }

  /// Puts each word of each document at the next place of the word.
  private func freezeWords(
    from nextOfWord: inout [UInt32], documents: inout [UInt32], impacts: inout [UInt8]
  ) {
    let scale = ImpactScale()
    var next = nextOfWord.mutableSpan
    var documents = documents.mutableSpan
    var impacts = impacts.mutableSpan
    var number: UInt32 = 0
    for run in runs {
      let vectors = vectors[run.vectors]
      let own = numbers[run.vectors].words
      let numbers = own.span
      let words = vectors.entryWords.span
      let counts = vectors.entryCounts.span
      for document in run.documents {
        let weights = FieldWeights(of: document, in: vectors, averages: averages)
        let entries = vectors.entries(of: document..<document + 1)
        var entry = entries.lowerBound
        while entry < entries.upperBound {
          let word = words[entry]
          var frequency: Float = 0
          repeat {
            frequency += weights.frequency(Int(counts[entry] >> 3), in: Int(counts[entry] & 7))
            entry += 1
          } while entry < entries.upperBound && words[entry] == word
          let place = Int(next[Int(numbers[Int(word)])])
          next[Int(numbers[Int(word)])] += 1
          documents[place] = number
          impacts[place] = scale.level(of: frequency)
        }
        number += 1
      }
    }
  }

  // MARK: - Pairs

  /// Appends the postings of the pairs that say more than one of their words: where a word is never
  /// without the other, it finds the same.
  private func freezePairs(
    documentsOfStem: [UInt32], starts: inout [UInt32], documents: inout [UInt32],
    impacts: inout [UInt8]
  ) -> FormTable {
    let scale = ImpactScale()
    let pairs = sortedPairs()
    var forms = FormTable()
    var form: [UInt8] = []
    var start = 0
    while start < pairs.count {
      let (first, second) = (pairs[start].first, pairs[start].second)
      var end = start
      var count = 0
      while end < pairs.count, pairs[end].first == first, pairs[end].second == second {
        if end == start || pairs[end].document != pairs[end - 1].document { count += 1 }
        end += 1
      }
      if count < min(documentsOfStem[Int(first)], documentsOfStem[Int(second)]) {
        form.removeAll(keepingCapacity: true)
        form += stems.utf8(Int(first))
        form.append(0x20)
        form += stems.utf8(Int(second))
        forms.insert(form.span)
        var next = start
        while next < end {
          documents.append(pairs[next].document)
          impacts.append(scale.level(of: Self.frequency(of: pairs[..<end], from: &next)))
        }
        starts.append(UInt32(documents.count))
      }
      start = end
    }
    return forms
  }

  /// A pair of stems where it stands.
  private struct Pair {
    let first: UInt32
    let second: UInt32
    let document: UInt32
    /// `FieldWeights.frequency` of one.
    let frequency: Float
  }

  /// Adds up the frequencies of a pair in one document.
  private static func frequency(of pairs: ArraySlice<Pair>, from next: inout Int) -> Float {
    let document = pairs[next].document
    var frequency: Float = 0
    while next < pairs.endIndex, pairs[next].document == document {
      frequency += pairs[next].frequency
      next += 1
    }
    return frequency
  }

  /// All pairs by the bytes of their stems, then by document. A space is below all letters, so that
  /// pairs are sorted as their stems are.
  private func sortedPairs() -> [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(
      runs.reduce(0) { $0 + vectors[$1.vectors].pairs(of: $1.documents).count })
    var number: UInt32 = 0
    for run in runs {
      let vectors = vectors[run.vectors]
      let numbers = numbers[run.vectors].stems
      for document in run.documents {
        let weights = FieldWeights(of: document, in: vectors, averages: averages)
        for pair in vectors.pairs(of: document..<document + 1) {
          let stems = vectors.pairStems[pair]
          let field = Int(vectors.pairFields[pair])
          pairs.append(
            Pair(
              first: numbers[Int(stems >> 32)], second: numbers[Int(stems & 0xFFFF_FFFF)],
              document: number, frequency: weights.frequency(1, in: field)))
        }
        number += 1
      }
    }
    var ranks = [Int](repeating: 0, count: stems.count)
    for (rank, stem) in stems.sortedNumbers().enumerated() { ranks[stem] = rank }
    let bySecond = grouped(pairs.map { ranks[Int($0.second)] }, groups: ranks.count).members
    let firsts = bySecond.map { ranks[Int(pairs[Int($0)].first)] }
    return grouped(firsts, groups: ranks.count).members.map { pairs[Int(bySecond[Int($0)])] }
  }
}

/// BM25F's frequency of words in the fields of one document: weight · *tf* / (1 - *b* + *b* ·
/// length / average).
private struct FieldWeights {
  private let weights: SIMD8<Float>
  private let divisors: SIMD8<Float>

  init(of document: Int, in vectors: TermVectors, averages: [Float]) {
    var (weights, divisors) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 1))
    for field in SearchField.allCases {
      let length = vectors.lengths[document * averages.count + field.rawValue]
      let b = field.lengthNormalisation
      weights[field.rawValue] = field.weight
      divisors[field.rawValue] = 1 - b + b * Float(length) / averages[field.rawValue]
    }
    self.weights = weights
    self.divisors = divisors
  }

  func frequency(_ count: Int, in field: Int) -> Float {
    weights[field] * Float(count) / divisors[field]
  }
}
