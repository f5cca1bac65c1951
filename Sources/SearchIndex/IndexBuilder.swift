import TextAnalysis

/// Collects the words of documents, then freezes them into postings.
///
/// Everything is kept in flat arrays and sorted by counting, so that building is linear in the text
/// apart from sorting the vocabulary.
struct IndexBuilder {
  struct Frozen {
    let vocabulary: Vocabulary
    /// By form: where its postings start; one entry more than there are forms.
    let starts: [UInt32]
    /// By posting: the document, rising within a form.
    let documents: [UInt32]
    let impacts: [UInt8]
  }

  /// How often terms stand in fields of documents, in the order of documents.
  private struct Occurrences {
    var terms: [UInt32] = []
    /// Document << 3 | field.
    var places: [UInt32] = []
    var counts: [UInt32] = []
    /// By term: where it was counted last.
    private var last: [Int] = []

    var termCount: Int { last.count }

    mutating func add(_ added: [Int], at place: UInt32) {
      let first = terms.count
      for term in added {
        if term >= last.count { last += [Int](repeating: -1, count: term + 1) }
        if last[term] >= first {
          counts[last[term]] += 1
        } else {
          last[term] = terms.count
          terms.append(UInt32(term))
          places.append(place)
          counts.append(1)
        }
      }
    }
  }

  /// Words of one letter or two make no pair.
  static let shortestInPair = 3

  private let suffixes: SuffixTable?
  private var words = FormTable()
  private var stems = FormTable()
  /// By word: the number of its stem, or nil when the word is too short for a pair.
  private var stemOfWord: [Int?] = []
  private var pairs: [UInt64: Int] = [:]
  private var pairStems: [(Int, Int)] = []
  private var wordOccurrences = Occurrences()
  private var pairOccurrences = Occurrences()
  /// By stem: how many documents hold a word of it, and the last that does.
  private var stemDocuments: [(count: Int, last: Int)] = []
  private var fieldLengths: [UInt32] = []
  private var documentCount = 0

  init(suffixes: SuffixTable?) {
    self.suffixes = suffixes
  }

  mutating func add(_ document: SearchDocument) {
    let fieldCount = SearchField.allCases.count
    var lengths = [UInt32](repeating: 0, count: fieldCount)
    var terms = [[Int]](repeating: [], count: fieldCount)
    for (field, text) in document.fields where !text.isEmpty {
      let bytes = Array(text.utf8)
      let found = wordNumbers(in: bytes)
      lengths[field.rawValue] += UInt32(found.words.count)
      terms[field.rawValue] += found.words + found.compounds
      if field.hasPairs { pairOccurrences.add(pairs(of: found.words), at: place(of: field)) }
    }
    for field in SearchField.allCases where !terms[field.rawValue].isEmpty {
      wordOccurrences.add(terms[field.rawValue], at: place(of: field))
      for word in terms[field.rawValue] {
        guard let stem = stemOfWord[word], stemDocuments[stem].last != documentCount else {
          continue
        }
        stemDocuments[stem] = (stemDocuments[stem].count + 1, documentCount)
      }
    }
    fieldLengths += lengths
    documentCount += 1
  }

  private func place(of field: SearchField) -> UInt32 {
    UInt32(documentCount << 3 | field.rawValue)
  }

  private mutating func wordNumbers(in text: [UInt8]) -> (words: [Int], compounds: [Int]) {
    var scanner = TokenScanner(text)
    var ranges: [Range<Int>] = []
    var numbers: [Int] = []
    while let range = scanner.next() {
      ranges.append(range)
      numbers.append(number(of: scanner.form[...]))
    }
    var compounds: [Int] = []
    for run in Compounds.runs(of: ranges, in: text) {
      let form = numbers[run].flatMap { words.utf8($0) }
      if form.letterCount <= Tokenizer.maximumLength { compounds.append(number(of: form[...])) }
    }
    return (numbers, compounds)
  }

  private mutating func number(of form: ArraySlice<UInt8>) -> Int {
    let number = words.insert(form)
    if number == stemOfWord.count {
      let isShort = form.letterCount < Self.shortestInPair
      stemOfWord.append(isShort ? nil : stems.insert((suffixes?.stem(form) ?? Array(form))[...]))
      if stems.count > stemDocuments.count { stemDocuments.append((0, -1)) }
    }
    return number
  }

  /// Neighbouring words by their stems: `end rent` of "Ending a rental" without the short word.
  private mutating func pairs(of numbers: [Int]) -> [Int] {
    let long = numbers.compactMap { stemOfWord[$0] }
    return zip(long, long.dropFirst()).map { first, second in
      let key = UInt64(first) << 32 | UInt64(second)
      if let known = pairs[key] { return known }
      pairs[key] = pairStems.count
      pairStems.append((first, second))
      return pairStems.count - 1
    }
  }

  // MARK: - Freezing

  /// - Complexity: O(*p* + *v* log *v*), *p* occurrences, *v* forms.
  consuming func build() -> Frozen {
    let averages = averageLengths()
    let sortedWords = words.sortedNumbers()
    let telling = tellingPairs()
    var pairForms = FormTable()
    for pair in telling {
      let (first, second) = pairStems[pair]
      pairForms.insert((stems.utf8(first) + [0x20] + stems.utf8(second))[...])
    }
    let sortedPairs = pairForms.sortedNumbers().map { telling[$0] }

    var starts: [UInt32] = [0]
    var documents: [UInt32] = []
    var impacts: [UInt8] = []
    documents.reserveCapacity(wordOccurrences.terms.count + pairOccurrences.terms.count)
    impacts.reserveCapacity(documents.capacity)
    for (occurrences, sorted) in [(wordOccurrences, sortedWords), (pairOccurrences, sortedPairs)] {
      freeze(
        occurrences, sorted: sorted, averages: averages, starts: &starts, documents: &documents,
        impacts: &impacts)
    }
    let vocabulary = Vocabulary(
      words: words.reordered(sortedWords), pairs: pairForms.reordered(pairForms.sortedNumbers()),
      suffixes: suffixes)
    return Frozen(
      vocabulary: vocabulary, starts: starts, documents: documents, impacts: impacts)
  }

  /// The pairs that say more than one of their words: where a word is never without the other, it
  /// finds the same.
  private func tellingPairs() -> [Int] {
    var documents = [Int](repeating: 0, count: pairStems.count)
    var last = [UInt32](repeating: .max, count: pairStems.count)
    for (pair, place) in zip(pairOccurrences.terms, pairOccurrences.places)
    where last[Int(pair)] != place >> 3 {
      last[Int(pair)] = place >> 3
      documents[Int(pair)] += 1
    }
    return pairStems.indices.filter { pair in
      let (first, second) = pairStems[pair]
      return documents[pair] < min(stemDocuments[first].count, stemDocuments[second].count)
    }
  }

  private func averageLengths() -> [Float] {
    let fieldCount = SearchField.allCases.count
    return (0..<fieldCount).map { field in
      var sum = 0
      var filled = 0
      for index in stride(from: field, to: fieldLengths.count, by: fieldCount)
      where fieldLengths[index] > 0 {
        sum += Int(fieldLengths[index])
        filled += 1
      }
      return filled == 0 ? 1 : Float(sum) / Float(filled)
    }
  }

  /// Sorts occurrences by form, by counting, which keeps documents in order; those of one document
  /// become one posting.
  private func freeze(
    _ occurrences: Occurrences, sorted: [Int], averages: [Float], starts: inout [UInt32],
    documents: inout [UInt32], impacts: inout [UInt8]
  ) {
    var ends = [Int](repeating: 0, count: occurrences.termCount)
    for term in occurrences.terms { ends[Int(term)] += 1 }
    var end = 0
    for term in ends.indices {
      (ends[term], end) = (end, end + ends[term])
    }
    var order = [UInt32](repeating: 0, count: occurrences.terms.count)
    for (index, term) in occurrences.terms.enumerated() {
      order[ends[Int(term)]] = UInt32(index)
      ends[Int(term)] += 1
    }
    for term in sorted {
      var position = term == 0 ? 0 : ends[term - 1]
      while position < ends[term] {
        let document = occurrences.places[Int(order[position])] >> 3
        var frequency: Float = 0
        while position < ends[term] {
          let index = Int(order[position])
          guard occurrences.places[index] >> 3 == document else { break }
          frequency += weighted(
            occurrences.counts[index], at: Int(occurrences.places[index]), averages: averages)
          position += 1
        }
        documents.append(document)
        impacts.append(Impact.level(of: frequency))
      }
      starts.append(UInt32(documents.count))
    }
  }

  /// BM25F's frequency of a word in a field: weight · *tf* / (1 - *b* + *b* · length / average).
  private func weighted(_ count: UInt32, at place: Int, averages: [Float]) -> Float {
    guard let field = SearchField(rawValue: place & 7) else { return 0 }
    let length = fieldLengths[(place >> 3) * SearchField.allCases.count + field.rawValue]
    let b = field.lengthNormalisation
    return field.weight * Float(count)
      / (1 - b + b * Float(length) / averages[field.rawValue])
  }
}

extension FormTable {
  /// The same words numbered in another order.
  fileprivate func reordered(_ numbers: [Int]) -> FormTable {
    var table = FormTable()
    for number in numbers { table.insert(utf8(number)) }
    return table
  }
}

extension Sequence<UInt8> {
  /// Letters of UTF-8.
  var letterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
