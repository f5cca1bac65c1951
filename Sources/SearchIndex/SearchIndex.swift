import KnowledgeBase
import TextAnalysis

/// A frozen inverted index over one language's documents: which words stand where, how heavily.
///
///     SearchIndex(documents, language: english).search("reset password").first?.document.title
package struct SearchIndex: Sendable {
  package let language: Language
  package let documents: DocumentList
  package let synonyms: Synonyms
  package let suffixes: SuffixTable?
  /// Nil in a huge index too: the browser would load as much for a sign of an answer as for a
  /// frequent word.
  package let questionWords: QuestionWords?
  let vocabulary: Vocabulary
  let matcher: SynonymMatcher
  let related: RelatedWords
  /// Nil unless the index is small.
  let similar: SimilarWords?
  /// Documents whose score grows by some 1/256 of itself, rising.
  let priors: [Prior]
  /// By document: the number of its article, rising; sections follow their article.
  let articleNumbers: [UInt32]
  /// Where each form's postings start; one entry more than there are forms.
  let starts: [UInt32]
  /// Document numbers, rising within a form.
  let postingDocuments: [UInt32]
  let postingImpacts: [UInt8]
  /// By form: in how many documents it stands that are not among its postings.
  let leftOut: [Int: Int]
  let boards: ScoreBoards
  let denseRows: LazyDenseRows
  private let texts: @Sendable (Int) -> [UInt8]

  /// - Complexity: O(*t* + *v* log *v*) for *t* words of text and *v* different ones.
  package init(
    _ documents: [SearchDocument], language: Language, synonyms: Synonyms = Synonyms()
  ) {
    self.init(
      documents, language: language, synonyms: synonyms,
      postings: IndexPostings(documents, language: language))
  }

  /// The same from words that were counted before.
  ///
  /// An index doesn't depend on how its documents are spread over vectors, nor on what else these
  /// hold: after an edit, the vectors of before are used again but for the article's documents.
  ///
  /// - Parameter runs: the documents, in their order, by their numbers in one of the vectors.
  /// - Complexity: O(*e* + *v* log *v*), *e* entries of the vectors.
  package init(
    _ documents: [SearchDocument], language: Language, synonyms: Synonyms = Synonyms(),
    vectors: [TermVectors], runs: [(vectors: Int, documents: Range<Int>)]
  ) {
    self.init(
      documents, language: language, synonyms: synonyms,
      postings: IndexPostings(vectors, runs: runs))
  }

  /// The same from postings of just these documents.
  ///
  /// - Parameter most: postings that are kept of a form; as many as suit the number of documents.
  /// - Complexity: O(*p*) in the postings.
  package init(
    _ documents: [SearchDocument], language: Language, synonyms: Synonyms = Synonyms(),
    postings: consuming IndexPostings, keeping most: Int? = nil
  ) {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(documents.count)
    for document in documents {
      let isSame = numbers.count > 0 && documents[numbers.count - 1].article == document.article
      numbers.append((numbers.last ?? 0) + (isSame || numbers.isEmpty ? 0 : 1))
    }
    let list = DocumentList(documents)
    self.init(
      frozen: postings.frozen(keeping: most ?? Self.mostPostings(of: documents.count)),
      documents: list, priors: Prior.priors(of: list), articleNumbers: numbers,
      language: language, synonyms: synonyms, texts: { Array(documents[$0].text.utf8) })
  }

  /// - Parameter texts: the text of a document, in UTF-8.
  init(
    frozen: IndexBuilder.Frozen, documents: DocumentList, priors: [Prior],
    articleNumbers: [UInt32], language: Language, synonyms: Synonyms,
    texts: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.language = language
    self.documents = documents
    self.synonyms = synonyms
    self.articleNumbers = articleNumbers
    self.texts = texts
    suffixes = SuffixTable.table(for: language.code)
    questionWords =
      documents.count > Self.hugeIndex ? nil : QuestionWords.words(for: language.code)
    matcher = SynonymMatcher(synonyms, suffixes: suffixes)
    self.priors = priors
    vocabulary = frozen.vocabulary
    related = RelatedWords(
      Thesaurus.thesaurus(for: language.code), suffixes: suffixes, vocabulary: vocabulary)
    similar = documents.count > Self.largeIndex ? nil : SimilarWords(vocabulary.words)
    starts = frozen.starts
    postingDocuments = frozen.documents
    postingImpacts = frozen.impacts
    leftOut = frozen.leftOut
    boards = ScoreBoards(documents: documents.count)
    denseRows = LazyDenseRows()
  }

  /// The text that snippets of a document are cut from, in UTF-8.
  func text(of document: Int) -> [UInt8] { texts(document) }

  package func stem(_ form: String) -> String { suffixes?.stem(form) ?? form }

  /// How many forms there are, words and pairs of words.
  package var formCount: Int { vocabulary.count }

  /// The folded form of a number in `QueryTerm.Expansion.form`.
  package func form(_ number: Int) -> String { vocabulary[number] }

  /// A form as it is said. Pairs are kept by their stems: each is shown as the word that was typed,
  /// or as the first word of the index that has it.
  ///
  ///     index.words(of: expansion, in: term)  // "money back" for "mone back"
  package func words(of expansion: QueryTerm.Expansion, in term: QueryTerm) -> String {
    let form = form(expansion.form)
    guard expansion.form >= vocabulary.words.count else { return form }
    let typed = term.form.split(separator: " ").map(String.init)
    return form.split(separator: " ").map { part in
      let own = vocabulary.words(ofStem: Array(part.utf8)[...]).first.map { self.form(Int($0)) }
      return typed.first { stem($0) == part } ?? own ?? String(part)
    }.joined(separator: " ")
  }

  /// Whether what is merely likely is looked up too.
  var isSmall: Bool { similar != nil }

  /// Whether forms of a known word's stem suffice, so that words which merely begin alike are left out.
  var isHuge: Bool { documents.count > Self.hugeIndex }

  /// Of a form that stands in very many documents, those where it has the highest impacts.
  func postings(of form: Int) -> Range<Int> { Int(starts[form])..<Int(starts[form + 1]) }

  /// How many postings the form with most of them has.
  var postingsOfMost: Int { zip(starts.dropFirst(), starts).map { Int($0 - $1) }.max() ?? 0 }

  /// In how many documents a form stands.
  func documentFrequency(of form: Int) -> Int { postings(of: form).count + leftOut(of: form) }

  /// How many binary digits the number of documents that a form stands in has.
  func frequencyWidth(of form: Int) -> Int {
    Int.bitWidth - documentFrequency(of: form).leadingZeroBitCount
  }

  /// In how many documents a form stands that are not among its postings.
  func leftOut(of form: Int) -> Int { leftOut.isEmpty ? 0 : leftOut[form] ?? 0 }
}
