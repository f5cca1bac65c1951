import KnowledgeBase

/// A page of the site before it is rendered: what it shows and where it will be.
package struct SitePage: Sendable {
  package enum Content: Sendable {
    case home
    case category(KnowledgeBase.Category)
    case article(Article)
    case contact, search, index, archive, notFound
  }

  package let content: Content
  package let language: Language
  package let permalink: Permalink
  /// The same for all translations of a page.
  let identity: String
}

/// Every page of the site with its address, decided before anything is rendered, so that links,
/// language switches and the site map agree.
package struct SitePlan: Sendable {
  package let library: Library
  package let pages: [SitePage]
  private let addresses: [String: [Language: Permalink]]

  /// - Parameter hasContact: there are channels for a page of their own.
  package init(_ library: Library, hasContact: Bool = true) {
    self.library = library
    var taken = Set(library.articles.map(\.permalink.path))
    taken.formUnion(library.categories.map(\.permalink.path))
    taken.formUnion(library.redirects.map(\.from))
    let retired = Set(library.retired.map(\.language))
    var pages: [SitePage] = []
    for language in library.languages {
      func service(_ content: SitePage.Content, _ name: String, _ alternative: String) -> SitePage {
        let path = "\(language.code)/\(name)/"
        let free = taken.contains(path) ? "\(language.code)/\(alternative)/" : path
        return SitePage(
          content: content, language: language, permalink: Permalink(free), identity: "#\(name)")
      }
      pages.append(
        SitePage(
          content: .home, language: language, permalink: Permalink("\(language.code)/"),
          identity: "#home"))
      if hasContact { pages.append(service(.contact, "contact", "contact-channels")) }
      pages.append(service(.search, "search", "search-results"))
      pages.append(service(.index, "a-z", "all-articles"))
      if retired.contains(language) {
        pages.append(service(.archive, "archive", "retired-articles"))
      }
      pages.append(service(.notFound, "not-found", "page-not-found"))
      pages += library.categories(in: language).map {
        SitePage(
          content: .category($0), language: language, permalink: $0.permalink,
          identity: "/" + $0.path.joined(separator: "/"))
      }
      pages += library.articles(in: language).map {
        SitePage(
          content: .article($0), language: language, permalink: $0.permalink,
          identity: $0.id.rawValue)
      }
    }
    self.pages = pages
    addresses = pages.reduce(into: [:]) {
      $0[$1.identity, default: [:]][$1.language] = $1.permalink
    }
  }

  /// The same page in another language, if it is there.
  func permalink(of page: SitePage, in language: Language) -> Permalink? {
    addresses[page.identity]?[language]
  }

  func has(_ identity: ServicePage, in language: Language) -> Bool {
    addresses[identity.rawValue]?[language] != nil
  }

  /// One of the pages that each language has once.
  package func permalink(of identity: ServicePage, in language: Language) -> Permalink {
    addresses[identity.rawValue]?[language] ?? Permalink("\(language.code)/")
  }

  package enum ServicePage: String {
    case home = "#home"
    case contact = "#contact"
    case search = "#search"
    case index = "#a-z"
    case archive = "#archive"
  }
}
