import KnowledgeBase
import SearchIndex

/// The search index of a language in which few articles say something else than before. It is put
/// together from what the last publication left of it while pages are planned and looked through,
/// which takes as long, and of which it needs nothing.
struct MendedIndex: Sendable {
  let terms: SearchTerms
  /// Nil where more has changed.
  let bundle: SearchBundle?

  init(of language: Language, in input: SiteGenerator.Input, from kept: KeptTerms) {
    let articles = input.searched(in: language)
    let terms = SearchTerms(language, of: input.library, kept: kept)
    self.terms = terms
    guard let changes = terms.changes(in: articles), changes > 0,
      changes * SiteGenerator.leastKept < articles.count
    else {
      bundle = nil
      return
    }
    let index = terms.mendedIndex(
      of: articles, synonyms: input.synonyms[language] ?? Synonyms())
    bundle = index.map {
      SearchBundle($0, titles: input.library.categoryTitles(in: language))
    }
  }
}
