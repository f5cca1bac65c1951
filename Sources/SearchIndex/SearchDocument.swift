import KnowledgeBase
import TextAnalysis

/// What one hit of a search leads to: an article, or one question of a page with many.
package struct SearchDocument: Sendable {
  package let article: ArticleID
  package let title: String
  /// The address below the site's root, with the section's anchor: `en/faq/#pets`.
  package let url: String
  /// The anchor of the section, empty for the whole article.
  package let section: String
  package let summary: String
  package let category: String
  /// The text that snippets are cut from.
  package let text: String
  let fields: [(field: SearchField, text: String)]
}

/// Where a word stands in an article, with its weight and how much long fields are held against it.
///
/// Weights and length normalisation of BM25F (Robertson, Zaragoza: The Probabilistic Relevance
/// Framework, 2009, section 3.6).
package enum SearchField: Int, CaseIterable, Sendable {
  case title, questions, headings, description, body, tags

  var weight: Double {
    switch self {
    case .title: 4
    case .questions: 4
    case .headings: 2
    case .description: 2
    case .body: 1
    case .tags: 2
    }
  }

  var lengthNormalisation: Double {
    switch self {
    case .body: 0.7
    case .title, .headings, .description: 0.4
    case .questions, .tags: 0.2
    }
  }
}

extension SearchDocument {
  /// The documents of a library in one language, in the library's order.
  package static func documents(of library: Library, in language: Language) -> [SearchDocument] {
    let titles = Dictionary(
      library.categories(in: language).map { ($0.path, $0.title) },
      uniquingKeysWith: { first, _ in first })
    return library.articles(in: language).flatMap { article in
      documents(of: article, category: titles[article.categoryPath] ?? "")
    }
  }

  private static func documents(of article: Article, category: String) -> [SearchDocument] {
    let questions = article.questionSections
    let anchors = Set(questions.map(\.anchor))
    let own = article.sections.filter { !anchors.contains($0.anchor) || !$0.isAnchored }
    let body = own.map(\.text).joined(separator: "\n")
    let stages = article.frontMatter.stages.map(\.title).joined(separator: "\n")
    let needs = article.frontMatter.needs.joined(separator: "\n")
    let whole = SearchDocument(
      article: article.id, title: article.title, url: article.permalink.path, section: "",
      summary: article.summary, category: category, text: body,
      fields: [
        (.title, article.title),
        (.questions, article.frontMatter.questions.joined(separator: "\n")),
        (.headings, own.map(\.title).joined(separator: "\n")),
        (.description, article.frontMatter.description ?? ""),
        (.description, article.frontMatter.goal ?? ""),
        (.body, [body, stages, needs].joined(separator: "\n")),
        (.tags, article.frontMatter.tags.joined(separator: "\n")),
      ])
    let parts = questions.map { section in
      SearchDocument(
        article: article.id, title: section.title, url: "\(article.permalink)#\(section.anchor)",
        section: section.anchor, summary: String(section.text.prefix(160)), category: article.title,
        text: section.text, fields: [(.title, section.title), (.body, section.text)])
    }
    return [whole] + parts
  }
}
