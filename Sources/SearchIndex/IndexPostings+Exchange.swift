import TextAnalysis

/// Documents in the place of others.
extension IndexPostings {
  /// The postings after some documents were edited.
  ///
  /// - Parameters:
  ///   - numbers: of the documents, rising.
  ///   - runs: what they are now, in their order, by their numbers in one of the vectors.
  /// - Returns: Nil where words weigh more or less in other documents too.
  /// - Complexity: O(*p*) in all postings, with the factor of copying.
  package func exchanging(
    _ numbers: [Int], for vectors: [TermVectors],
    runs: [(vectors: Int, documents: Range<Int>)]
  ) -> IndexPostings? {
    let new = IndexBuilder(vectors, runs: runs, averages: averages).build()
    guard new.count == numbers.count else { return nil }
    var lengths = lengths
    let fields = SearchField.allCases.count
    for (place, number) in numbers.enumerated() {
      for field in 0..<fields {
        lengths[number * fields + field] = new.lengths[place * fields + field]
      }
    }
    guard Self.averages(of: lengths) == averages else { return nil }
    var exchanged = ExchangedDocuments(numbers, of: count)
    var stems = stems
    let stemOfNew = (0..<new.stems.count).map { UInt32(stems.insert($0, of: new.stems)) }
    var documentsOfStem = documentsOfStem
    documentsOfStem += repeatElement(0, count: stems.count - documentsOfStem.count)
    for (number, count) in new.documentsOfStem.enumerated() {
      documentsOfStem[Int(stemOfNew[number])] += count
    }

    let order = merged(with: new)
    var left: [Int] = []
    let listsOfWords = exchanged.lists(
      of: listsOfWords, with: new.listsOfWords, in: order, left: &left)
    var words = FormTable()
    var stemOfWord: [UInt32] = []
    for place in left {
      if let old = order[place].old {
        words.insert(old, of: self.words)
        stemOfWord.append(self.stemOfWord[old])
      } else if let number = order[place].new {
        words.insert(number, of: new.words)
        stemOfWord.append(stemOfNew[Int(new.stemOfWord[number])])
      }
    }
    let gone = exchanged.gone.filter {
      self.words.utf8($0.form).letterCount >= TermVectors.shortestInPair
    }.map { UInt64(self.stemOfWord[$0.form]) << 32 | UInt64($0.document) }
    for stem in Set(gone).map({ Int($0 >> 32) }) { documentsOfStem[stem] -= 1 }

    let firstWords = Self.firstWords(of: stemOfWord, stems: stems.count)
    let newPairs = new.pairs.map { pair in
      UInt64(stemOfNew[Int(pair >> 32)]) << 32 | UInt64(stemOfNew[Int(pair & 0xFFFF_FFFF)])
    }
    let orderOfPairs = Self.merged(pairs, newPairs, by: firstWords)
    var leftPairs: [Int] = []
    let listsOfPairs = exchanged.lists(
      of: listsOfPairs, with: new.listsOfPairs, in: orderOfPairs, left: &leftPairs)
    let pairs = leftPairs.map { place in
      orderOfPairs[place].old.map { self.pairs[$0] } ?? newPairs[orderOfPairs[place].new ?? 0]
    }
    return IndexPostings(
      words: words, stems: stems, stemOfWord: stemOfWord, listsOfWords: listsOfWords,
      pairs: pairs, listsOfPairs: listsOfPairs, documentsOfStem: documentsOfStem,
      lengths: lengths, averages: averages)
  }

  /// The words of both, sorted by their bytes.
  private func merged(with new: IndexPostings) -> [(old: Int?, new: Int?)] {
    var order: [(old: Int?, new: Int?)] = []
    order.reserveCapacity(words.count + new.words.count)
    var next = 0
    for number in 0..<new.words.count {
      let word = new.words.utf8(number)
      let place = (next..<words.count).partitioningIndex {
        !words.utf8($0).lexicographicallyPrecedes(word)
      }
      order += (next..<place).lazy.map { ($0, nil) }
      let isSame = place < words.count && words.utf8(place) == word
      order.append((isSame ? place : nil, number))
      next = isSame ? place + 1 : place
    }
    order += (next..<words.count).lazy.map { ($0, nil) }
    return order
  }

  /// The pairs of two lists in the order of the first words of their stems.
  private static func merged(
    _ old: [UInt64], _ new: [UInt64], by firstWords: [UInt32]
  ) -> [(old: Int?, new: Int?)] {
    func key(_ pair: UInt64) -> UInt64 {
      UInt64(firstWords[Int(pair >> 32)]) << 32 | UInt64(firstWords[Int(pair & 0xFFFF_FFFF)])
    }
    let keys = old.map(key)
    var numbers = Array(old.indices)
    // Unless a stem has another first word now.
    if zip(keys, keys.dropFirst()).contains(where: >) { numbers.sort { keys[$0] < keys[$1] } }
    let added = new.indices.map { (key: key(new[$0]), number: $0) }.sorted { $0.key < $1.key }
    var order: [(old: Int?, new: Int?)] = []
    order.reserveCapacity(numbers.count + added.count)
    var next = 0
    for (key, number) in added {
      while next < numbers.count, keys[numbers[next]] < key {
        order.append((numbers[next], nil))
        next += 1
      }
      let isSame = next < numbers.count && old[numbers[next]] == new[number]
      order.append((isSame ? numbers[next] : nil, number))
      if isSame { next += 1 }
    }
    order += numbers[next...].lazy.map { ($0, nil) }
    return order
  }
}
