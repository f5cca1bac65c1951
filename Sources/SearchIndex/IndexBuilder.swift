import TextAnalysis

/// Gathers the words of documents into postings.
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
  /// By document and field: how many words stand there.
  private let lengths: [UInt32]
  private let averages: [Float]

  /// - Parameters:
  ///   - runs: all documents of the index, in their order.
  ///   - averages: of the fields' lengths, where they aren't those of these documents.
  /// - Complexity: O(*v*) in the words of all vectors.
  init(_ vectors: [TermVectors], runs: [Run], averages: [Float]? = nil) {
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
    lengths = runs.flatMap { run in
      vectors[run.vectors].lengths[
        run.documents.lowerBound * Self.fieldCount..<run.documents.upperBound * Self.fieldCount]
    }
    self.averages = averages ?? IndexPostings.averages(of: lengths)
  }

  /// - Complexity: O(*p* + *v* log *v*), *p* entries, *v* forms.
  consuming func build() -> IndexPostings {
    let documentsOf = documentCounts()
    let sorted = words.sortedNumbers().filter { documentsOf.words[$0] > 0 }
    let stemOfSorted = sorted.map { stemOfWord[$0] }
    let firstWords = IndexPostings.firstWords(of: stemOfSorted, stems: stems.count)
    let (pairs, listsOfPairs) = pairPostings(firstWords)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(sorted.count + 1)
    var nextOfWord = [UInt32](repeating: 0, count: words.count)
    for word in sorted {
      nextOfWord[word] = starts[starts.count - 1]
      starts.append(nextOfWord[word] + documentsOf.words[word])
    }
    var documents = [UInt32](repeating: 0, count: Int(starts[starts.count - 1]))
    var impacts = [UInt8](repeating: 0, count: documents.count)
    freezeWords(from: &nextOfWord, documents: &documents, impacts: &impacts)
    return IndexPostings(
      words: words.reordered(sorted), stems: stems, stemOfWord: stemOfSorted,
      listsOfWords: PostingLists(starts: starts, documents: documents, impacts: impacts),
      pairs: pairs, listsOfPairs: listsOfPairs, documentsOfStem: documentsOf.stems,
      lengths: lengths, averages: averages)
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
      let fieldCounts = vectors.fieldCounts.span
      for document in run.documents {
        let weights = FieldWeights(of: document, in: vectors, averages: averages)
        let levels = (0..<8).map { scale.level(of: weights.frequency($0, in: body)) }
        var first = vectors.fields(of: document..<document + 1).lowerBound
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
                inBody: inBody, inFields: fieldCounts.extracting(first..<first + fields)))
            first += fields
          }
        }
        number += 1
      }
    }
  }

  // MARK: - Pairs

  /// A pair of stems where it stands.
  private struct PairEntry {
    /// The first << 32.
    let stems: UInt64
    let document: UInt32
    /// `FieldWeights.frequency` of one.
    let frequency: Float
  }

  /// The pairs by their stems, the first << 32, with the postings of each.
  private func pairPostings(_ firstWords: [UInt32]) -> ([UInt64], PostingLists) {
    let scale = ImpactScale()
    let entries = sortedPairs(firstWords)
    var pairs: [UInt64] = []
    var lists = PostingLists()
    lists.reserveCapacity(forms: entries.count, postings: entries.count)
    var next = 0
    while next < entries.count {
      let pair = entries[next].stems
      while next < entries.count, entries[next].stems == pair {
        let document = entries[next].document
        var frequency: Float = 0
        while next < entries.count, entries[next].stems == pair, entries[next].document == document
        {
          frequency += entries[next].frequency
          next += 1
        }
        lists.append(document, scale.level(of: frequency))
      }
      lists.endForm()
      pairs.append(pair)
    }
    return (pairs, lists)
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
              stems: UInt64(numbers[Int(stems >> 32)]) << 32
                | UInt64(numbers[Int(stems & 0xFFFF_FFFF)]),
              document: number, frequency: weights.frequency(1, in: field)))
        }
        number += 1
      }
    }
    let seconds = pairs.map { Int(firstWords[Int($0.stems & 0xFFFF_FFFF)]) }
    let bySecond = grouped(seconds, groups: words.count).members
    let firsts = bySecond.map { Int(firstWords[Int(pairs[Int($0)].stems >> 32)]) }
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
  /// - Parameter counts: see `TermVectors.fieldCounts`.
  func frequency(inBody: Int, inFields counts: Span<UInt32>) -> Float {
    let body = SearchField.body.rawValue
    var sum: Float = 0
    var isBodyAdded = inBody == 0
    for index in counts.indices {
      let (count, field) = (Int(counts[index] >> 3), Int(counts[index] & 7))
      if field > body, !isBodyAdded {
        sum += frequency(inBody, in: body)
        isBodyAdded = true
      }
      sum += frequency(count, in: field)
    }
    return isBodyAdded ? sum : sum + frequency(inBody, in: body)
  }
}
