/// What one term adds to each document's score, for those who ask for the same words over and over.
package struct TermScores: Sendable {
  /// Rising.
  package let documents: [UInt32]
  /// In 1/1024, by position in `documents`.
  package let scores: [UInt16]
  /// How many documents hold the term, those that hold a mere relative in part; in 1/256.
  package let parts: Int

  /// Those of a term that no document holds.
  package init() { self.init(documents: [], scores: [], parts: 0) }

  init(documents: [UInt32], scores: [UInt16], parts: Int) {
    self.documents = documents
    self.scores = scores
    self.parts = parts
  }
}

extension SearchIndex {
  /// The same as what `search` adds for the term: all forms count as one word with one rarity, their
  /// weighted frequencies added before they saturate.
  ///
  /// - Parameter frequencies: by document, all 0, and left so.
  /// - Complexity: O(*p* log *p*), *p* postings of the term's forms.
  package func scores(of term: QueryTerm, frequencies: inout [Int32]) -> TermScores {
    if term.expansions.count == 1 { return scores(of: term.expansions[0], in: term) }
    var parts = 0
    var touched: [UInt32] = []
    for expansion in term.expansions {
      parts += expansion.weight * leftOut(of: expansion.form)
      let scaled = Impact.Table {
        Int32(truncatingIfNeeded: Impact.frequencies[$0] * expansion.weight / QueryExpander.full)
      }
      for posting in postings(of: expansion.form) {
        let document = postingDocuments[posting]
        if frequencies[Int(document)] == 0 {
          touched.append(document)
          parts += expansion.weight
        }
        frequencies[Int(document)] += scaled[Int(postingImpacts[posting])]
      }
    }
    // Of many documents it is faster to look at all than to sort some.
    if touched.count * 16 > frequencies.count {
      touched.removeAll(keepingCapacity: true)
      for document in frequencies.indices where frequencies[document] != 0 {
        touched.append(UInt32(document))
      }
    } else {
      touched.sort()
    }
    let rarity = Impact.rarity(ofParts: parts, in: documents.count)
    let scores = touched.map { document in
      let saturated = Impact.saturated(Int(frequencies[Int(document)]))
      frequencies[Int(document)] = 0
      return UInt16(clamping: rarity * saturated / 1024 * term.weight / QueryExpander.full)
    }
    return TermScores(documents: touched, scores: scores, parts: parts)
  }

  /// The same of a term that stands for one form: there are no more scores than impacts.
  private func scores(of expansion: QueryTerm.Expansion, in term: QueryTerm) -> TermScores {
    let postings = postings(of: expansion.form)
    let scores = scores(of: expansion, weight: term.weight)
    return TermScores(
      documents: Array(postingDocuments[postings]),
      scores: postingImpacts[postings].map { UInt16(clamping: scores[Int($0 & 31)]) },
      parts: documentFrequency(of: expansion.form) * expansion.weight)
  }
}
