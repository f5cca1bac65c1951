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
    /// By form: in how many documents it stands that are not among its postings.
    let leftOut: [Int: Int]
  }

  /// Documents that follow one another in one of the vectors.
  typealias Run = (vectors: Int, documents: Range<Int>)

  private static let fieldCount = SearchField.allCases.count

  private var vectors: [TermVectors]
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
  init(_ vectors: consuming [TermVectors], runs: [Run], averages: [Float]? = nil) {
    var vectors = vectors
    var (words, stems) = (FormTable(), FormTable())
    var stemOfWord: [UInt32] = []
    var numbers: [(words: [UInt32], stems: [UInt32])] = []
    for place in vectors.indices {
      let forms = vectors[place].takeForms()
      let numbersOfStems = (0..<forms.stems.count).map {
        UInt32(stems.insert($0, of: forms.stems))
      }
      let numbersOfWords = (0..<forms.words.count).map { word in
        let number = words.insert(word, of: forms.words)
        if number == stemOfWord.count {
          stemOfWord.append(numbersOfStems[Int(forms.stemOfWord[word])])
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
    let (pairs, listsOfPairs) = pairPostings(stemOfSorted)
    // With room for the pairs, which come after the words.
    var starts: [UInt32] = [0]
    starts.reserveCapacity(sorted.count + pairs.count + 1)
    var nextOfWord = [UInt32](repeating: 0, count: words.count)
    for word in sorted {
      nextOfWord[word] = starts[starts.count - 1]
      starts.append(nextOfWord[word] + documentsOf.words[word])
    }
    let postings = Int(starts[starts.count - 1])
    let room = postings + listsOfPairs.count
    var documents = [UInt32](unwritten: postings, capacity: room)
    var impacts = [UInt8](unwritten: postings, capacity: room)
    freezeWords(from: &nextOfWord, documents: &documents, impacts: &impacts)
    // Handed over, so that they are added to in place.
    var lists = PostingLists(
      starts: consume starts, documents: consume documents, impacts: consume impacts)
    lists.append(0..<pairs.count, of: listsOfPairs)
    return IndexPostings(
      words: words.reordered(sorted), stems: stems, stemOfWord: stemOfSorted, pairs: pairs,
      lists: lists, documentsOfStem: documentsOf.stems, lengths: lengths, averages: averages)
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

  /// Puts each word of each document at the next place of the word; gives up what was read.
  private mutating func freezeWords(
    from nextOfWord: inout [UInt32], documents: inout [UInt32], impacts: inout [UInt8]
  ) {
    var lastRuns = [Int](repeating: 0, count: vectors.count)
    for (place, run) in runs.enumerated() { lastRuns[run.vectors] = place }
    let scale = ImpactScale()
    var number: UInt32 = 0
    for (place, run) in runs.enumerated() {
      freezeWords(
        of: run, number: number, scale: scale, from: &nextOfWord, documents: &documents,
        impacts: &impacts)
      number += UInt32(run.documents.count)
      if lastRuns[run.vectors] == place { vectors[run.vectors].removeEntries() }
    }
  }

  /// - Parameter number: of the first document.
  private func freezeWords(
    of run: Run, number: UInt32, scale: ImpactScale, from nextOfWord: inout [UInt32],
    documents: inout [UInt32], impacts: inout [UInt8]
  ) {
    let body = SearchField.body.rawValue
    var number = number
    var next = nextOfWord.mutableSpan
    var documents = documents.mutableSpan
    var impacts = impacts.mutableSpan
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

  // MARK: - Pairs

  /// A pair where it stands, among others that share one of its stems.
  private struct PairEntry {
    /// The other stem.
    var stem: UInt32 = 0
    var document: UInt32 = 0
    /// `FieldWeights.frequency` of one.
    var frequency: Float = 0
  }

  /// The pairs by their stems, the first << 32, with the postings of each; gives up what was read.
  ///
  /// - Parameter stemOfWord: of the sorted words.
  private mutating func pairPostings(_ stemOfWord: [UInt32]) -> ([UInt64], PostingLists) {
    let scale = ImpactScale()
    let (starts, entries) = sortedPairs(stemOfWord)
    var pairs: [UInt64] = []
    var lists = PostingLists()
    lists.reserveCapacity(forms: entries.count, postings: entries.count)
    for word in stemOfWord.indices {
      var next = Int(starts[word])
      let end = Int(starts[word + 1])
      while next < end {
        let stem = entries[next].stem
        while next < end, entries[next].stem == stem {
          let document = entries[next].document
          var frequency: Float = 0
          while next < end, entries[next].stem == stem, entries[next].document == document {
            frequency += entries[next].frequency
            next += 1
          }
          lists.append(document, scale.level(of: frequency))
        }
        lists.endForm()
        pairs.append(UInt64(stemOfWord[word]) << 32 | UInt64(stem))
      }
    }
    return (pairs, lists)
  }

  /// All pairs by the first words of their stems, then by document: sorted by counting, by the second
  /// stem and then by the first.
  ///
  /// - Returns: By word: where the pairs start whose first stem has it as its first word; one entry
  ///   more than there are words. And their second stems.
  private mutating func sortedPairs(_ stemOfWord: [UInt32]) -> ([UInt32], [PairEntry]) {
    let firstWords = IndexPostings.firstWords(of: stemOfWord, stems: stems.count)
    var startsOfFirst = [UInt32](repeating: 0, count: stemOfWord.count + 1)
    var startsOfSecond = startsOfFirst
    forEachPair { first, second, _, _ in
      startsOfFirst[Int(firstWords[first]) + 1] += 1
      startsOfSecond[Int(firstWords[second]) + 1] += 1
    }
    for word in stemOfWord.indices {
      startsOfFirst[word + 1] += startsOfFirst[word]
      startsOfSecond[word + 1] += startsOfSecond[word]
    }
    let count = Int(startsOfFirst[stemOfWord.count])
    var bySecond = [PairEntry](repeating: PairEntry(), count: count)
    var next = startsOfSecond
    forEachPair { first, second, document, frequency in
      let word = Int(firstWords[second])
      bySecond[Int(next[word])] = PairEntry(
        stem: UInt32(first), document: document, frequency: frequency)
      next[word] += 1
    }
    for place in vectors.indices { vectors[place].removePairs() }
    var byFirst = [PairEntry](repeating: PairEntry(), count: count)
    next = startsOfFirst
    for (second, stem) in stemOfWord.enumerated() {
      for place in Int(startsOfSecond[second])..<Int(startsOfSecond[second + 1]) {
        let word = Int(firstWords[Int(bySecond[place].stem)])
        byFirst[Int(next[word])] = bySecond[place]
        byFirst[Int(next[word])].stem = stem
        next[word] += 1
      }
    }
    return (startsOfFirst, byFirst)
  }

  @inline(__always)
  private func forEachPair(
    _ body: (_ first: Int, _ second: Int, _ document: UInt32, _ frequency: Float) -> Void
  ) {
    var number: UInt32 = 0
    for run in runs {
      let vectors = vectors[run.vectors]
      let stems = numbers[run.vectors].stems
      for document in run.documents {
        let weights = FieldWeights(of: document, in: vectors, averages: averages)
        for pair in vectors.pairs(of: document..<document + 1) {
          let (own, field) = (vectors.pairStems[pair], Int(vectors.pairFields[pair]))
          body(
            Int(stems[Int(own >> 32)]), Int(stems[Int(own & 0xFFFF_FFFF)]), number,
            weights.frequency(1, in: field))
        }
        number += 1
      }
    }
  }
}
