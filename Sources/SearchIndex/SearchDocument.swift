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
  package let categoryPath: [String]
  package let kind: ArticleKind
  package let tags: [String]
  /// The site puts the article first where articles answer equally well.
  package let isPinned: Bool
  /// How many customers asked what the article answers, where a log was reviewed; else 0.
  package let contacts: Int
  /// The text that snippets are cut from.
  package let text: String
  let fields: [(field: SearchField, text: String)]
}

/// Where a word stands in an article, with its weight and how much long fields are held against it.
///
/// Weights and length normalisation of BM25F (Robertson, Zaragoza: The Probabilistic Relevance
/// Framework, 2009, section 3.6). The lead is the body's beginning, counted once more: help says
/// first what it is about.
package enum SearchField: Int, CaseIterable, Sendable {
  case title, questions, headings, description, body, tags, lead

  var weight: Float {
    switch self {
    case .title, .questions: 4.5
    case .headings, .description, .tags: 2
    case .body, .lead: 1
    }
  }

  var lengthNormalisation: Float {
    switch self {
    case .body: 0.9
    case .title: 0.8
    case .headings, .description, .lead: 0.4
    case .questions, .tags: 0.2
    }
  }

  /// Neighbouring words are kept where they are said for their own sake.
  var hasPairs: Bool { self != .body && self != .tags }

  /// Words of the lead.
  static let leadLength = 25
}

extension SearchDocument {
  /// The documents of a library in one language, in the library's order.
  package static func documents(of library: Library, in language: Language) -> [SearchDocument] {
    let titles = library.categoryTitles(in: language)
    return library.articles(in: language).flatMap { article in
      documents(
        of: article, category: titles[article.categoryPath] ?? "",
        isPinned: library.site.pinned.contains(article.id))
    }
  }

  /// A question of an article with many, as a hit shows it.
  package struct Question: Equatable, Sendable {
    package let title: String
    package let anchor: String
    package let summary: String

    package init(title: String, anchor: String, summary: String) {
      self.title = title
      self.anchor = anchor
      self.summary = summary
    }
  }

  /// The documents of one article without its text, for an index whose terms are known already.
  package static func shown(
    of article: Article, category: String, isPinned: Bool, questions: [Question]
  ) -> [SearchDocument] {
    let whole = SearchDocument(
      article: article.id, title: article.title, url: article.permalink.path, section: "",
      summary: article.summary, category: category, categoryPath: article.categoryPath,
      kind: article.kind, tags: article.frontMatter.tags, isPinned: isPinned,
      contacts: article.contacts, text: "", fields: [])
    let parts = questions.map { question in
      SearchDocument(
        article: article.id, title: question.title, url: "\(article.permalink)#\(question.anchor)",
        section: question.anchor, summary: question.summary, category: article.title,
        categoryPath: article.categoryPath, kind: article.kind, tags: article.frontMatter.tags,
        isPinned: isPinned, contacts: article.contacts, text: "", fields: [])
    }
    return [whole] + parts
  }

  package static func documents(
    of article: Article, category: String, isPinned: Bool
  ) -> [SearchDocument] {
    let questions = article.questionSections
    let anchors = Set(questions.map(\.anchor))
    let own = article.sections.filter { !anchors.contains($0.anchor) || !$0.isAnchored }
    // What one part says is shared, not copied: a list of documents is as large as its articles.
    let body = own.count == 1 ? own[0].text : own.map(\.text).joined(separator: "\n")
    let others = article.frontMatter.stages.map(\.title) + article.frontMatter.needs
    let text = others.isEmpty ? body : ([body] + others).joined(separator: "\n")
    // One with a number is what people call the article by, `KB-1234`; one of words says what the
    // title says, in the words of whoever filed it.
    let id = [article.frontMatter.id ?? article.frontMatter.translationOf].compactMap(\.self)
      .filter { !$0.contains("/") && $0.contains(where: \.isNumber) }
    let whole = SearchDocument(
      article: article.id, title: article.title, url: article.permalink.path, section: "",
      summary: article.summary, category: category, categoryPath: article.categoryPath,
      kind: article.kind, tags: article.frontMatter.tags, isPinned: isPinned,
      contacts: article.contacts,
      text: text,
      fields: [
        (.title, article.title),
        (
          .questions,
          (article.frontMatter.questions + article.frontMatter.answers + id)
            .joined(separator: "\n")
        ),
        (.headings, own.map(\.title).joined(separator: "\n")),
        (.description, article.frontMatter.description ?? ""),
        (.description, article.frontMatter.goal ?? ""),
        (.body, text),
        (.tags, (article.frontMatter.tags + article.wordsOfAddresses).joined(separator: "\n")),
        (.lead, lead(of: body)),
      ])
    let parts = questions.map { section in
      SearchDocument(
        article: article.id, title: section.title, url: "\(article.permalink)#\(section.anchor)",
        section: section.anchor, summary: String(section.text.prefix(160)), category: article.title,
        categoryPath: article.categoryPath, kind: article.kind, tags: article.frontMatter.tags,
        isPinned: isPinned, contacts: article.contacts, text: section.text,
        fields: [
          (.title, section.title), (.body, section.text), (.lead, lead(of: section.text)),
        ])
    }
    return [whole] + parts
  }

  /// The beginning of the first paragraph.
  ///
  /// - Complexity: O(*n*) in the length of the lead.
  private static func lead(of text: String) -> String {
    var lead: [UInt8] = []
    var words = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte == 0x0A, words > 0 { break }
      guard byte > 0x20 else {
        isInWord = false
        continue
      }
      if !isInWord {
        if words == SearchField.leadLength { break }
        if words > 0 { lead.append(0x20) }
        words += 1
        isInWord = true
      }
      lead.append(byte)
    }
    return String(decoding: lead, as: UTF8.self)
  }
}
