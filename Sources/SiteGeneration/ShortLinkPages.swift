import KnowledgeBase

/// The pages behind short addresses: each leads on to its article in the reader's language, by
/// script, else to the first language it is written in. A code whose article is gone leads home.
struct ShortLinkPages {
  let plan: SitePlan
  let links: ShortLinks
  let assets: SiteAssets

  private var library: Library { plan.library }
  private var site: Site { library.site }

  /// The path of each page, with what its template `short-link` sees.
  var pages: [(path: String, context: TemplateObject)] {
    links.all.map { link in
      (ShortLinks.path(ofCode: link.code) + "index.html", context(of: link.article))
    }
  }

  private func context(of article: ArticleID) -> TemplateObject {
    let translations = library.languages.compactMap { language in
      library.article(article, in: language).map { target($0.title, $0.permalink, language) }
    }
    let targets = translations.isEmpty ? library.languages.map(home) : translations
    let first = library.languages.first
    return [
      "lang": .text(first?.code ?? "en"),
      "dir": .text(first?.isRightToLeft == true ? "rtl" : "ltr"),
      "css": .text(site.root + assets.css), "icon": .text(site.root + assets.icon),
      "script": .text(site.root + assets.shortLinkScript),
      "pageTitle": .text(first.flatMap { site.text(site.title, in: $0) } ?? ""),
      "firstHref": targets.first?["href"] ?? .text(site.root), "languages": .objects(targets),
    ]
  }

  private func home(_ language: Language) -> TemplateObject {
    target(
      site.text(site.title, in: language) ?? "", plan.permalink(of: .home, in: language), language)
  }

  private func target(
    _ title: String, _ permalink: Permalink, _ language: Language
  ) -> TemplateObject {
    [
      "code": .text(language.code), "name": .text(language.nativeName),
      "dir": .text(language.isRightToLeft ? "rtl" : "ltr"), "title": .text(title),
      "href": .text(site.root + permalink.path),
    ]
  }
}
