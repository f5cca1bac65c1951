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
        UInt32(stems.insert($0, of: vectors.stems))
      }
      let numbersOfWords = (0..<vectors.words.count).map { word in
        let number = words.insert(word, of: vectors.words)
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
    let firstWords = firstWordsOfStems(in: sorted)
    let (pairs, entries) = tellingPairs(firstWords, documentsOfStem: documentsOf.stems)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(sorted.count + pairs.count + 1)
    var nextOfWord = [UInt32](repeating: 0, count: words.count)
    for word in sorted {
      nextOfWord[word] = starts[starts.count - 1]
      starts.append(nextOfWord[word] + documentsOf.words[word])
    }
    for pair in pairs { starts.append(starts[starts.count - 1] + pair.documents) }
    var documents = [UInt32](repeating: 0, count: Int(starts[starts.count - 1]))
    var impacts = [UInt8](repeating: 0, count: documents.count)
    freezeWords(from: &nextOfWord, documents: &documents, impacts: &impacts)
    freezePairs(
      pairs, entries, from: Int(starts[sorted.count]), documents: &documents, impacts: &impacts)
    let vocabulary = Vocabulary(
      words: words.reordered(sorted),
      pairs: pairs.map { pair in
        let entry = entries[pair.entries.lowerBound]
        return UInt64(firstWords[Int(entry.first)]) << 32 | UInt64(firstWords[Int(entry.second)])
      }, stems: stems, stemOfWord: sorted.map { stemOfWord[$0] })
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
        for entry in vectors.entries(of: document..<document + 1) {
          let own = Int(entryWords[entry])
          let word = Int(numbers[own])
          words[word] += 1
          let stem = Int(stemOfWord[word])
          if isLong[own] == 1, lastOfStem[stem] != number {
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
    let body = SearchField.body.rawValue
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
      let others = vectors.otherCounts.span
      for document in run.documents {
        let weights = FieldWeights(of: document, in: vectors, averages: averages)
        let levels = (0..<8).map { scale.level(of: weights.frequency($0, in: body)) }
        var other = vectors.others(of: document..<document + 1).lowerBound
        for entry in vectors.entries(of: document..<document + 1) {
          let word = Int(numbers[Int(words[entry])])
          let place = Int(next[word])
          next[word] += 1
          documents[place] = number
          let (inBody, fields) = (Int(counts[entry] >> 3), Int(counts[entry] & 7))
          if fields == 0, inBody < levels.count {
            impacts[place] = levels[inBody]
          } else {
            impacts[place] = scale.level(
              of: weights.frequency(
                inBody: inBody, inOthers: others.extracting(other..<other + fields)))
            other += fields
          }
        }
        number += 1
      }
    }
  }

  // MARK: - Pairs

  /// A pair of stems where it stands.
  private struct PairEntry {
    let first: UInt32
    let second: UInt32
    let document: UInt32
    /// `FieldWeights.frequency` of one.
    let frequency: Float
  }

  /// By stem: the first of the sorted words that have it.
  private func firstWordsOfStems(in sorted: [Int]) -> [UInt32] {
    var first = [UInt32](repeating: 0, count: stems.count)
    for (number, word) in sorted.enumerated().reversed() {
      first[Int(stemOfWord[word])] = UInt32(number)
    }
    return first
  }

  /// A pair with its entries, which follow one another, and in how many documents it stands.
  private typealias Pair = (entries: Range<Int>, documents: UInt32)

  /// The pairs that say more than one of their words: where a word is never without the other, it
  /// finds the same.
  private func tellingPairs(
    _ firstWords: [UInt32], documentsOfStem: [UInt32]
  ) -> (pairs: [Pair], entries: [PairEntry]) {
    let entries = sortedPairs(firstWords)
    var pairs: [Pair] = []
    var start = 0
    while start < entries.count {
      let (first, second) = (entries[start].first, entries[start].second)
      var end = start
      var documents: UInt32 = 0
      while end < entries.count, entries[end].first == first, entries[end].second == second {
        if end == start || entries[end].document != entries[end - 1].document { documents += 1 }
        end += 1
      }
      if documents < min(documentsOfStem[Int(first)], documentsOfStem[Int(second)]) {
        pairs.append((start..<end, documents))
      }
      start = end
    }
    return (pairs, entries)
  }

  /// Puts the postings of the pairs one after another.
  private func freezePairs(
    _ pairs: [Pair], _ entries: [PairEntry], from start: Int, documents: inout [UInt32],
    impacts: inout [UInt8]
  ) {
    let scale = ImpactScale()
    var place = start
    for pair in pairs {
      var next = pair.entries.lowerBound
      while next < pair.entries.upperBound {
        let document = entries[next].document
        var frequency: Float = 0
        while next < pair.entries.upperBound, entries[next].document == document {
          frequency += entries[next].frequency
          next += 1
        }
        documents[place] = document
        impacts[place] = scale.level(of: frequency)
        place += 1
      }
    }
  }

  /// All pairs by the first words of their stems, then by document.
  private func sortedPairs(_ firstWords: [UInt32]) -> [PairEntry] {
    var pairs: [PairEntry] = []
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
            PairEntry(
              first: numbers[Int(stems >> 32)], second: numbers[Int(stems & 0xFFFF_FFFF)],
              document: number, frequency: weights.frequency(1, in: field)))
        }
        number += 1
      }
    }
    let seconds = pairs.map { Int(firstWords[Int($0.second)]) }
    let bySecond = grouped(seconds, groups: words.count).members
    let firsts = bySecond.map { Int(firstWords[Int(pairs[Int($0)].first)]) }
    return grouped(firsts, groups: words.count).members.map { pairs[Int(bySecond[Int($0)])] }
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

  /// Of a word: its fields one after another, as they are numbered.
  ///
  /// - Parameter others: see `TermVectors.otherCounts`.
  func frequency(inBody: Int, inOthers others: Span<UInt32>) -> Float {
    let body = SearchField.body.rawValue
    var sum: Float = 0
    var isBodyAdded = inBody == 0
    for index in others.indices {
      let (count, field) = (Int(others[index] >> 3), Int(others[index] & 7))
      if field > body, !isBodyAdded {
        sum += frequency(inBody, in: body)
        isBodyAdded = true
      }
      sum += frequency(count, in: field)
    }
    return isBodyAdded ? sum : sum + frequency(inBody, in: body)
  }
}
