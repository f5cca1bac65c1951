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
    let exchanged = ExchangedDocuments(numbers, of: count)
    var stems = stems
    let stemOfNew = (0..<new.stems.count).map { UInt32(stems.insert($0, of: new.stems)) }
    var documentsOfStem = documentsOfStem
    documentsOfStem += repeatElement(0, count: stems.count - documentsOfStem.count)
    for (number, count) in new.documentsOfStem.enumerated() {
      documentsOfStem[Int(stemOfNew[number])] += count
    }

    let (listsOfWords, listsOfPairs) = (listsOfWords, listsOfPairs)
    let goneOfWords = exchanged.gone(from: listsOfWords)
    let words = steps(to: new, without: goneOfWords)
    var table = FormTable()
    var stemOfWord: [UInt32] = []
    for step in words {
      for old in step.old {
        table.insert(old, of: self.words)
        stemOfWord.append(self.stemOfWord[old])
      }
      if let number = step.new, step.old.isEmpty {
        table.insert(number, of: new.words)
        stemOfWord.append(stemOfNew[Int(new.stemOfWord[number])])
      }
    }
    let gone = goneOfWords.filter {
      self.words.utf8($0.form).letterCount >= TermVectors.shortestInPair
    }.flatMap { form in
      form.documents.map { UInt64(self.stemOfWord[form.form]) << 32 | UInt64($0) }
    }
    for stem in Set(gone).map({ Int($0 >> 32) }) { documentsOfStem[stem] -= 1 }

    let newPairs = new.pairs.map { pair in
      UInt64(stemOfNew[Int(pair >> 32)]) << 32 | UInt64(stemOfNew[Int(pair & 0xFFFF_FFFF)])
    }
    let order = PairOrder(
      pairs, listsOfPairs, new: newPairs, without: exchanged.gone(from: listsOfPairs),
      firstWords: Self.firstWords(of: stemOfWord, stems: stems.count))
    let pairs = order.steps.flatMap { step in
      step.old.isEmpty ? step.new.map { [newPairs[$0]] } ?? [] : Array(order.pairs[step.old])
    }
    var lists = PostingLists()
    lists.reserveCapacity(
      forms: table.count + pairs.count, postings: self.lists.count + new.lists.count)
    exchanged.append(words, of: listsOfWords, with: new.listsOfWords, to: &lists)
    exchanged.append(order.steps, of: order.lists, with: new.listsOfPairs, to: &lists)
    return IndexPostings(
      words: table, stems: stems, stemOfWord: stemOfWord, pairs: pairs, lists: lists,
      documentsOfStem: documentsOfStem, lengths: lengths, averages: averages)
  }

  /// The words of both, sorted by their bytes.
  private func steps(
    to new: IndexPostings, without gone: [ExchangedDocuments.Gone]
  ) -> [ExchangedDocuments.Step] {
    var next = 0
    let places = (0..<new.words.count).map { number in
      let word = new.words.utf8(number)
      next = (next..<words.count).partitioningIndex {
        !words.utf8($0).lexicographicallyPrecedes(word)
      }
      return (
        new: number, old: next, isSame: next < words.count && words.utf8(next) == word
      )
    }
    return ExchangedDocuments.steps(places, without: gone, of: words.count)
  }
}

/// Pairs in the order of the first words of their stems, and how new ones come among them.
private struct PairOrder {
  let pairs: [UInt64]
  let lists: PostingLists
  let steps: [ExchangedDocuments.Step]

  init(
    _ old: [UInt64], _ oldLists: PostingLists, new: [UInt64],
    without gone: [ExchangedDocuments.Gone], firstWords: [UInt32]
  ) {
    // From 1 on, so that 0 comes before all.
    func key(_ pair: UInt64) -> UInt64 {
      let (first, second) = (firstWords[Int(pair >> 32)], firstWords[Int(pair & 0xFFFF_FFFF)])
      return (UInt64(first) << 32 | UInt64(second)) &+ 1
    }
    var (old, lists, gone) = (old, oldLists, gone)
    var keys = old.map(key)
    // What is left out has no place: its stems may have no words now.
    for form in gone where form.isAll { keys[form.form] = form.form > 0 ? keys[form.form - 1] : 0 }
    // Unless a stem has another first word now.
    if zip(keys, keys.dropFirst()).contains(where: >) {
      let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      (old, keys) = (order.map { old[$0] }, order.map { keys[$0] })
      lists = PostingLists()
      for form in order { lists.append(form..<form + 1, of: oldLists) }
      let goneByForm = Dictionary(uniqueKeysWithValues: gone.map { ($0.form, $0) })
      gone = order.enumerated().compactMap { place, form in
        goneByForm[form].map { gone in
          var gone = gone
          gone.form = place
          return gone
        }
      }
    }
    let added = new.indices.map { (key: key(new[$0]), number: $0) }.sorted { $0.key < $1.key }
    let places = added.map { key, number in
      let place = keys.partitioningIndex { $0 >= key }
      return (new: number, old: place, isSame: place < old.count && old[place] == new[number])
    }
    steps = ExchangedDocuments.steps(places, without: gone, of: old.count)
    (pairs, self.lists) = (old, lists)
  }
}
