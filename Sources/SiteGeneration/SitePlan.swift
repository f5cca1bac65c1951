import KnowledgeBase

/// A page of the site before it is rendered: what it shows and where it will be. A class, since lists
/// of all pages are gone through often: a copy would count all that a page consists of.
package final class SitePage: Sendable {
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
  /// Where a list goes on, for one that is too long for a page.
  let part: ListPart?

  init(
    content: Content, language: Language, permalink: Permalink, identity: String,
    part: ListPart? = nil
  ) {
    self.content = content
    self.language = language
    self.permalink = permalink
    self.identity = identity
    self.part = part
  }

  /// Goes on with a list that another page began, and has no translations: where a title stands
  /// differs from language to language.
  var isContinuation: Bool { part.map { $0.number > 0 } ?? false }

  /// Which of so many titles stand on the page.
  func range(of titles: Int) -> Range<Int> { part?.range(of: titles) ?? 0..<titles }

  /// The pages of a list of so many titles that begins on this one.
  fileprivate func parts(titles: Int, taken: Set<String>) -> [SitePage] {
    let parts = ListPart.parts(of: permalink, titles: titles, taken: taken)
    guard !parts.isEmpty else { return [self] }
    return zip(parts, parts[0].addresses).map { part, address in
      SitePage(
        content: content, language: language, permalink: address, identity: identity, part: part)
    }
  }
}

/// Every page of the site with its address, decided before anything is rendered, so that links,
/// language switches and the site map agree. A class, since many parts of every page look into it: a
/// copy would count all that a library consists of.
package final class SitePlan: Sendable {
  package let library: Library
  package let pages: [SitePage]
  private let addresses: [Key: Permalink]

  private struct Key: Hashable {
    let identity: String
    let language: Language
  }

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
        SitePage(
          content: content, language: language,
          permalink: Self.address(name, else: alternative, in: language, isTaken: taken.contains),
          identity: "#\(name)")
      }
      pages.append(
        SitePage(
          content: .home, language: language, permalink: Permalink("\(language.code)/"),
          identity: "#home"))
      if hasContact {
        pages.append(service(.contact, Self.contact.name, Self.contact.alternative))
      }
      pages.append(service(.search, "search", "search-results"))
      let articles = library.articles(in: language)
      pages += service(.index, "a-z", "all-articles").parts(titles: articles.count, taken: taken)
      if retired.contains(language) {
        pages.append(service(.archive, "archive", "retired-articles"))
      }
      pages.append(service(.notFound, "not-found", "page-not-found"))
      let sizes = articles.reduce(into: [:]) { $0[$1.categoryPath, default: 0] += 1 }
      pages += library.categories(in: language).flatMap {
        SitePage(
          content: .category($0), language: language, permalink: $0.permalink,
          identity: "/" + $0.path.joined(separator: "/")
        ).parts(titles: sizes[$0.path] ?? 0, taken: taken)
      }
      for article in articles {
        pages.append(
          SitePage(
            content: .article(article), language: language, permalink: article.permalink,
            identity: article.id.rawValue))
      }
    }
    self.pages = pages
    var addresses = [Key: Permalink](minimumCapacity: pages.count)
    for page in pages where !page.isContinuation {
      addresses[Key(identity: page.identity, language: page.language)] = page.permalink
    }
    self.addresses = addresses
  }

  private static let contact = (name: "contact", alternative: "contact-channels")

  /// Where the contact page of a library's site is, if there are channels.
  ///
  /// - Complexity: O(*n*) in the articles, less than a plan.
  static func contactAddress(in language: Language, of library: Library) -> Permalink {
    address(contact.name, else: contact.alternative, in: language) { path in
      library.articles(in: language).contains { $0.permalink.path == path }
        || library.categories(in: language).contains { $0.permalink.path == path }
        || library.redirects.contains { $0.from == path }
    }
  }

  /// The address of one of the site's own pages: another where an article has it.
  private static func address(
    _ name: String, else alternative: String, in language: Language, isTaken: (String) -> Bool
  ) -> Permalink {
    let path = "\(language.code)/\(name)/"
    return Permalink(isTaken(path) ? "\(language.code)/\(alternative)/" : path)
  }

  /// The same page in another language, if it is there; of a list its first page.
  func permalink(of page: SitePage, in language: Language) -> Permalink? {
    addresses[Key(identity: page.identity, language: language)]
  }

  /// The page that a text means by a path from the root, `/contact/` or `/pl/contact/`.
  ///
  /// - Parameter language: of the text.
  func permalink(written path: Substring, in language: Language) -> Permalink? {
    var parts = path.pathParts.map(String.init)
    let named = parts.first.flatMap { first in library.languages.first { $0.code == first } }
    if named != nil { parts.removeFirst() }
    let name = parts.isEmpty ? "home" : parts.joined(separator: "/")
    return ["#" + name, "/" + name, name].lazy.compactMap { identity in
      self.addresses[Key(identity: identity, language: named ?? language)]
    }.first
  }

  func has(_ identity: ServicePage, in language: Language) -> Bool {
    addresses[Key(identity: identity.rawValue, language: language)] != nil
  }

  /// One of the pages that each language has once.
  package func permalink(of identity: ServicePage, in language: Language) -> Permalink {
    addresses[Key(identity: identity.rawValue, language: language)]
      ?? Permalink("\(language.code)/")
  }

  package enum ServicePage: String {
    case home = "#home"
    case contact = "#contact"
    case search = "#search"
    case index = "#a-z"
    case archive = "#archive"
  }
}
