import ArgumentParser
import ContentParsing
import Foundation
import KnowledgeBase
import SearchIndex
import SiteGeneration
import TextAnalysis

/// What answering needs of a content folder; indexes are made when they are asked for, once.
final class AnswerSources {
  let site: Site
  /// The languages that have articles, the site's order first.
  let languages: [Language]
  private let make: (Language) -> SearchIndex
  private var indexes: [Language: SearchIndex] = [:]
  private var numbers: [Language: [String: Int]] = [:]

  init(site: Site, languages: [Language], make: @escaping (Language) -> SearchIndex) {
    self.site = site
    self.languages = languages
    self.make = make
  }

  /// - Parameter strings: the site's words, to find the contact page too, as the site's search does.
  convenience init(_ loaded: LoadedContent, strings: ((Language) -> SiteStrings)? = nil) {
    self.init(site: loaded.library.site, languages: loaded.library.languages) { language in
      let page = strings.flatMap {
        loaded.contact?.searchedPage(of: loaded.library, in: language, strings: $0(language))
      }
      return SearchIndex(
        SearchDocument.documents(of: loaded.library, in: language)
          + (page.map { SearchDocument.documents(of: $0, category: "", isPinned: false) } ?? []),
        language: language, synonyms: loaded.synonyms[language] ?? Synonyms())
    }
  }

  func index(for language: Language) -> SearchIndex {
    if let made = indexes[language] { return made }
    let index = make(language)
    indexes[language] = index
    return index
  }

  /// The number of the first document of the article that has an identifier or an address, as reports
  /// and results show them.
  ///
  /// - Complexity: O(*d*) in the documents for the first that is asked, then O(1).
  func number(of name: String, in language: Language) -> Int? {
    if let known = numbers[language] { return known[name] }
    var found: [String: Int] = [:]
    for (number, document) in index(for: language).documents.enumerated() {
      let first = found[document.article.rawValue] ?? number
      found[document.article.rawValue] = first
      found["\(site.baseURL)/\(document.url)"] = first
    }
    numbers[language] = found
    return found[name]
  }
}

/// Searches content in one language, or in the one that fits the question best.
struct AnswerService {
  /// A word such as `and` tells as much of a language as half a word that its articles know.
  private static let evidenceWeight = 0.25

  private let sources: AnswerSources

  init(_ sources: AnswerSources) {
    self.sources = sources
  }

  init(loaded: LoadedContent) {
    self.init(AnswerSources(loaded))
  }

  struct Answer {
    let question: String
    let language: Language
    let terms: [QueryTerm]
    let kind: QuestionKind?
    let hits: [SearchHit]
    let index: SearchIndex
    let site: Site
  }

  /// The site's language of that code; a usage error names those there are.
  func language(_ code: String) throws -> Language {
    let languages = sources.languages
    if let language = Language(code) {
      if languages.contains(language) { return language }
      if let related = languages.first(where: { $0.primary == language.primary }) { return related }
    }
    throw ValidationError(
      "There are no articles in '\(code)'; use one of: "
        + languages.map(\.code).joined(separator: ", ") + ".")
  }

  /// Fails for a category or a tag that no article has; the usage error names those there are.
  func check(_ filter: SearchFilter, in language: Language?) throws {
    if filter.categories.isEmpty, filter.tags.isEmpty { return }
    let searched = language.map { [$0] } ?? sources.languages
    let documents = searched.flatMap { index(for: $0).documents }
    func missing(_ name: String, of those: [String]) -> ValidationError {
      let known = Set(those).subtracting([""]).sorted().joined(separator: ", ")
      return ValidationError("No article has the \(name); there are: \(known).")
    }
    for path in filter.categories
    where !documents.contains(where: SearchFilter(categories: [path]).allows) {
      throw missing(
        "category '\(path.joined(separator: "/"))'",
        of: documents.map { $0.categoryPath.joined(separator: "/") })
    }
    for tag in filter.tags where !documents.contains(where: SearchFilter(tags: [tag]).allows) {
      throw missing("tag '\(tag)'", of: documents.flatMap(\.tags))
    }
  }

  func answer(
    _ question: String, in language: Language?, limit: Int, filter: SearchFilter = SearchFilter()
  ) -> Answer {
    func answer(in language: Language) -> Answer {
      search(question, in: language, limit: limit, filter: filter)
    }
    if let language { return answer(in: language) }
    let answers = sources.languages.map(answer)
    let evidence = MessageLanguage.evidence(in: question, of: sources.languages)
    let fits = zip(answers, evidence).map { answer, evidence in
      answer.fit + Self.evidenceWeight * Double(evidence)
    }
    // Of languages that fit alike the site's first.
    let best = answers.indices.max { fits[$0] != fits[$1] ? fits[$0] < fits[$1] : $0 > $1 }
    return best.map { answers[$0] } ?? answer(in: sources.site.languages[0])
  }

  func index(for language: Language) -> SearchIndex { sources.index(for: language) }

  private func search(
    _ question: String, in language: Language, limit: Int, filter: SearchFilter
  ) -> Answer {
    let index = index(for: language)
    let terms = index.terms(of: question)
    let kind = index.questionWords?.kind(of: question)
    var hits = index.search(terms, asking: kind, limit: limit, filter: filter)
    if let number = named(question, in: language) {
      let named = index.hit(number, score: hits.first?.score ?? 0)
      if filter.allows(named.document) {
        hits.removeAll { $0.document.article == named.document.article }
        hits = Array(([named] + hits).prefix(limit))
      }
    }
    return Answer(
      question: question, language: language, terms: terms, kind: kind, hits: hits, index: index,
      site: sources.site)
  }

  /// The article whose identifier or address is all that was asked; a single word is a question.
  private func named(_ question: String, in language: Language) -> Int? {
    let text = question.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.contains(where: "/-_".contains), !text.contains(where: \.isWhitespace) else {
      return nil
    }
    return sources.number(of: text, in: language)
  }
}

extension AnswerService.Answer {
  /// How much of the question this language's index knows, outright or by a guess, then how good
  /// the best hit is: that of figures, or of words that are all guessed, tells nothing of a language.
  fileprivate var fit: Double {
    let known = terms.filter { !$0.isRelated }.map {
      $0.expansions.map(\.reason.certainty).max() ?? 0
    }
    let tells = question.contains(where: \.isLetter) && known.contains(1)
    return known.reduce(0, +) + (tells ? min(0.2, (hits.first?.score ?? 0) / 500) : 0)
  }

  private struct Wire: Encodable {
    struct Result: Encodable {
      let id: String
      let language: String
      let title: String
      let url: String
      let section: String?
      let score: Double
      let snippet: String
    }
    let id: String?
    let query: String
    let language: String
    /// What was probably meant, if words were taken for typing mistakes.
    let suggestion: String?
    let results: [Result]
  }

  var correction: String? { index.correction(of: question, terms: terms, hits: hits) }

  /// One line of JSON, keys as documented for programs.
  func json(id: String?) throws -> String {
    let results = hits.map { hit in
      Wire.Result(
        id: hit.document.article.rawValue, language: language.code, title: hit.document.title,
        url: "\(site.baseURL)/\(hit.document.url)",
        section: hit.document.section.isEmpty ? nil : hit.document.section, score: hit.score,
        snippet: index.snippet(of: hit, terms: terms).text)
    }
    return try PrintedJSON.line(
      Wire(
        id: id, query: question, language: language.code, suggestion: correction, results: results))
  }
}

extension QueryTerm.Reason {
  /// How surely a word that was found so belongs to the language.
  fileprivate var certainty: Double {
    switch self {
    case .exact, .inflection, .pair, .compound: 1
    case .keyboard: 0.9
    case .synonym, .related, .transliteration, .completion: 0.75
    case .typo: 0.5
    case .prefix, .parts: 0.25
    case .beginning, .substring, .similar: 0
    }
  }
}
