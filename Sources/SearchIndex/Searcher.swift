import KnowledgeBase
import TextAnalysis

/// One answer of a search.
package struct SearchHit: Sendable {
  /// The number of the document in the index.
  package let number: Int
  package let document: SearchDocument
  /// Comparable within one query only.
  package let score: Double
  /// What each term added, for `--explain`.
  package let contributions: [(term: QueryTerm, score: Double)]
}

extension SearchIndex {
  /// The scale of scores: integers inside, so that every engine computes the same.
  private static let scale = 1024

  /// Returns the documents that best answer `text`, best first, at most one an article.
  ///
  ///     index.search("reset password", limit: 3).first?.document.title  // "Reset your password"
  ///
  /// - Parameter isTyping: the last word may be unfinished.
  /// - Complexity: O(*p* + *m* log *m*), *p* postings read, *m* documents found.
  package func search(_ text: String, limit: Int = 10, isTyping: Bool = false) -> [SearchHit] {
    let terms = terms(of: text, isTyping: isTyping)
    var scores: [Int: Int] = [:]
    var perTerm: [[Int: Int]] = []
    for term in terms {
      let scored = score(term)
      for (document, score) in scored { scores[document, default: 0] += score }
      perTerm.append(scored)
    }
    let ranked = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var articles: Set<ArticleID> = []
    var hits: [SearchHit] = []
    for (number, score) in ranked where hits.count < limit {
      let document = documents[number]
      guard articles.insert(document.article).inserted else { continue }
      let contributions = zip(terms, perTerm).compactMap { term, scored in
        scored[number].map { (term: term, score: Double($0) / Double(Self.scale)) }
      }
      hits.append(
        SearchHit(
          number: number, document: document, score: Double(score) / Double(Self.scale),
          contributions: contributions))
    }
    return hits
  }

  /// The words of `text` with everything they stand for in this index.
  package func terms(of text: String, isTyping: Bool = false) -> [QueryTerm] {
    QueryExpander(index: self).terms(of: text, isTyping: isTyping)
  }

  /// How many documents hold one of the term's forms.
  package func documentFrequency(of term: QueryTerm) -> Int { frequencies(of: term).count }

  /// The score of each document that holds one of the term's forms: all forms count as one word
  /// with one rarity, their weighted frequencies added before they saturate.
  package func score(_ term: QueryTerm) -> [Int: Int] {
    let frequencies = frequencies(of: term)
    let rarity = Impact.rarity(of: frequencies.count, in: documents.count)
    return frequencies.mapValues {
      rarity * Impact.saturated($0) / Self.scale * term.weight / QueryExpander.full
    }
  }

  private func frequencies(of term: QueryTerm) -> [Int: Int] {
    var frequencies: [Int: Int] = [:]
    for expansion in term.expansions {
      for posting in postings(of: expansion.form) {
        let frequency = Impact.frequencies[Int(postingImpacts[posting])] * expansion.weight / 256
        frequencies[Int(postingDocuments[posting]), default: 0] += frequency
      }
    }
    return frequencies
  }
}
