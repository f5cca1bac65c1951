import Foundation
import KnowledgeBase

/// What templates see of a page: dictionaries and arrays of texts, nothing else.
///
/// All of one language that pages share is made once; each page adds its own.
struct PageContext {
  let plan: SitePlan
  let language: Language
  let strings: SiteStrings
  private let shared: [String: Any]
  private let organization: [String: Any]

  private var library: Library { plan.library }
  private var site: Site { library.site }

  init(plan: SitePlan, language: Language, strings: SiteStrings, assets: SiteAssets, contact: ContactContext) {
    self.plan = plan
    self.language = language
    self.strings = strings
    organization = contact.structuredData
    let site = plan.library.site
    let root = site.root
    let title = site.text(site.title, in: language) ?? ""
    shared = [
      "lang": language.code,
      "dir": language.isRightToLeft ? "rtl" : "ltr",
      "root": root,
      "home": root + plan.permalink(of: .home, in: language).path,
      "searchHref": root + plan.permalink(of: .search, in: language).path,
      "indexHref": root + plan.permalink(of: .index, in: language).path,
      "contactHref": root + plan.permalink(of: .contact, in: language).path,
      "css": root + assets.css, "script": root + assets.script, "icon": root + assets.icon,
      "themeCSS": root + assets.theme,
      "indexURL": assets.searchIndex[language] ?? "",
      "rulesURL": assets.rules ?? "",
      "site": [
        "title": title, "company": site.company ?? title,
        "tagline": site.text(site.tagline, in: language) ?? "",
      ],
      "s": strings.nested,
      "clientStrings": strings.clientJSON,
      "footer": site.footer.map {
        ["title": site.text($0.title, in: language) ?? $0.url, "href": $0.url]
      },
      "contactChannels": contact.channels,
      "hasContact": !contact.channels.isEmpty,
      "timeZone": contact.timeZone, "specialDays": contact.specialDays,
      "hasSpecialDays": !contact.specialDays.isEmpty,
    ]
  }

  /// The context of a page, and the name of its template.
  func context(of page: SitePage) -> (template: String, context: [String: Any]) {
    switch page.content {
    case .home: ("home", common(page, title: nil, description: siteTagline).adding(home()))
    case .category(let category):
      (
        "category",
        common(page, title: category.title, description: category.description)
          .adding(self.category(category))
      )
    case .article(let article):
      (
        "article",
        common(page, title: article.title, description: article.summary)
          .adding(self.article(article))
      )
    case .contact:
      ("contact", common(page, title: strings("contact.title"), description: nil).adding(["title": strings("contact.title")]))
    case .search: ("search", common(page, title: strings("search.title"), description: nil, noindex: true))
    case .index: ("index", common(page, title: strings("index.title"), description: nil).adding(letters()))
    case .notFound: ("not-found", common(page, title: strings("notFound.title"), description: nil, noindex: true))
    }
  }

  private var siteTagline: String? { site.text(site.tagline, in: language) }

  private func common(
    _ page: SitePage, title: String?, description: String?, noindex: Bool = false
  ) -> [String: Any] {
    let siteTitle = site.text(site.title, in: language) ?? ""
    let crumbs = breadcrumbs(of: page, title: title)
    return shared.adding([
      "pageTitle": title.map { "\($0) – \(siteTitle)" } ?? siteTitle,
      "description": description ?? "",
      "canonical": "\(site.baseURL)/\(page.permalink)",
      "noindex": noindex,
      "alternates": noindex ? [] : alternates(of: page),
      "languages": languageSwitch(for: page),
      "breadcrumbs": crumbs.map { $0.href == nil ? ["title": $0.title] : ["title": $0.title, "href": $0.href ?? ""] },
      "hasBreadcrumbs": crumbs.count > 1,
      "jsonld": StructuredData(
        site: site, page: page, language: language, organization: organization
      )
        .blocks(breadcrumbs: crumbs).map { ["json": $0] },
    ])
  }

  private func alternates(of page: SitePage) -> [[String: String]] {
    var links = library.languages.compactMap { language -> [String: String]? in
      plan.permalink(of: page, in: language).map {
        ["lang": language.code, "href": "\(site.baseURL)/\($0)"]
      }
    }
    if case .home = page.content {
      links.append(["lang": "x-default", "href": "\(site.baseURL)/"])
    } else if let first = library.languages.lazy.compactMap({ plan.permalink(of: page, in: $0) }).first {
      links.append(["lang": "x-default", "href": "\(site.baseURL)/\(first)"])
    }
    return links
  }

  private func languageSwitch(for page: SitePage) -> [[String: Any]] {
    guard library.languages.count > 1 else { return [] }
    return library.languages.map { other in
      let there = plan.permalink(of: page, in: other)
      return [
        "code": other.code, "name": other.nativeName, "current": other == language,
        "available": there != nil,
        "href": site.root + (there ?? plan.permalink(of: .home, in: other)).path,
      ]
    }
  }

  struct Crumb {
    let title: String
    let href: String?
  }

  private func breadcrumbs(of page: SitePage, title: String?) -> [Crumb] {
    guard let title else { return [] }
    var path: [String] = []
    if case .article(let article) = page.content { path = article.categoryPath }
    if case .category(let category) = page.content { path = Array(category.path.dropLast()) }
    let home = Crumb(
      title: strings("nav.home"), href: site.root + plan.permalink(of: .home, in: language).path)
    let above = path.indices.compactMap { depth in
      library.category(Array(path[...depth]), in: language).map {
        Crumb(title: $0.title, href: site.root + $0.permalink.path)
      }
    }
    return [home] + above + [Crumb(title: title, href: nil)]
  }

  private func link(_ article: Article) -> [String: Any] {
    [
      "title": article.title, "href": site.root + article.permalink.path,
      "description": article.summary, "kindName": strings("kind.\(article.kind.rawValue)"),
    ]
  }

  // MARK: Kinds of page

  private func home() -> [String: Any] {
    let top = library.categories(in: language).filter { $0.path.count == 1 }
    let loose = library.articles(in: language).filter(\.categoryPath.isEmpty)
    let pinned = site.pinned.compactMap { library.article($0, in: language) }
    return [
      "categories": top.map(summary(of:)), "hasCategories": !top.isEmpty,
      "pinned": pinned.map(link), "hasPinned": !pinned.isEmpty,
      "articles": loose.map(link), "hasArticles": !loose.isEmpty,
    ]
  }

  private func summary(of category: KnowledgeBase.Category) -> [String: Any] {
    let articles = library.articles(below: category)
    return [
      "title": category.title, "href": site.root + category.permalink.path,
      "description": category.description ?? "",
      "count": strings.plural("articles", articles.count),
      "articles": articles.prefix(4).map(link), "more": articles.count > 4,
    ]
  }

  private func category(_ category: KnowledgeBase.Category) -> [String: Any] {
    let below = library.categories(in: language).filter {
      $0.path.count == category.path.count + 1 && $0.path.starts(with: category.path)
    }
    let articles = library.articles(in: language).filter { $0.categoryPath == category.path }
    return [
      "title": category.title, "description": category.description ?? "",
      "categories": below.map(summary(of:)), "hasCategories": !below.isEmpty,
      "articles": articles.map(link), "hasArticles": !articles.isEmpty,
    ]
  }

  private func article(_ article: Article) -> [String: Any] {
    let matter = article.frontMatter
    let stages = stages(of: matter.stages)
    let contents = article.sections.filter { $0.level == 2 && $0.isAnchored }
    let related = matter.related.compactMap {
      library.article(ArticleID($0), in: language)
    }
    let source = library.isOutdated(article) ? library.source(of: article.id) : nil
    let needs = matter.needs
    return [
      "title": article.title, "description": matter.description ?? "",
      "kind": article.kind.rawValue, "isFAQ": article.kind == .faq,
      "isHowTo": article.kind == .howTo, "isProcess": article.kind == .process,
      "isPage": article.kind == .page,
      "html": filled(article.html), "goal": matter.goal ?? "",
      "duration": matter.duration.map(text(of:)) ?? "",
      "needs": needs, "hasNeeds": !needs.isEmpty,
      "hasFacts": !needs.isEmpty || matter.duration != nil,
      "stages": stages, "hasStages": !stages.isEmpty,
      "total": TimeSpan.total(of: matter.stages.compactMap(\.takes))
        .map { strings("process.total", ["time": text(of: $0)]) } ?? "",
      "toc": contents.count >= 3
        ? contents.map { ["title": $0.title, "href": "#\($0.anchor)"] } : [],
      "hasToc": contents.count >= 3,
      "related": related.map(link), "hasRelated": !related.isEmpty,
      "updated": matter.updated.map { ["iso": $0, "text": LocalisedDate.text(of: $0, in: language)] }
        as Any,
      "outdated": source != nil,
      "sourceLink": source.map {
        ["href": site.root + $0.permalink.path, "languageName": $0.language.nativeName, "lang": $0.language.code]
      } as Any,
      "tags": matter.tags,
    ].compactMapValues { value in
      if case Optional<Any>.none = value { nil } else { value }
    }
  }

  /// Replaces the placeholders of alerts by their titles in the site's language.
  private func filled(_ html: String) -> String {
    guard html.contains("<!--alert:") else { return html }
    return Alert.allCases.reduce(html) { text, alert in
      text.replacing(
        alert.placeholder,
        with: "<p class=\"alert-title\">\(strings("alert.\(alert.rawValue)"))</p>\n")
    }
  }

  private func stages(of stages: [Stage]) -> [[String: Any]] {
    var day = 0
    return stages.enumerated().map { number, stage in
      var context: [String: Any] = ["number": number + 1, "title": stage.title]
      if let who = stage.who { context["who"] = who }
      guard let takes = stage.takes, takes.amount > 0 else { return context }
      context["takes"] = strings("process.atMost", ["time": text(of: takes)])
      if takes.unit == .days || takes.unit == .workingDays {
        day += takes.amount
        context["byDay"] = strings("process.byDay", ["n": String(day)])
      }
      return context
    }
  }

  private func text(of span: TimeSpan) -> String {
    let key =
      switch span.unit {
      case .minutes: "time.minutes"
      case .hours: "time.hours"
      case .days: "time.days"
      case .workingDays: "time.workingDays"
      }
    return strings.plural(key, span.amount)
  }

  private func letters() -> [String: Any] {
    let locale = Locale(identifier: language.code)
    let sorted = library.articles(in: language).sorted {
      let order = $0.title.compare($1.title, options: [.caseInsensitive], range: nil, locale: locale)
      return order == .orderedSame ? $0.id < $1.id : order == .orderedAscending
    }
    var groups: [(letter: String, articles: [Article])] = []
    for article in sorted {
      let first = article.title.first { $0.isLetter || $0.isNumber }
      let letter = first.map { $0.isNumber ? "0–9" : $0.uppercased() } ?? "#"
      if groups.last?.letter == letter {
        groups[groups.count - 1].articles.append(article)
      } else {
        groups.append((letter, [article]))
      }
    }
    return [
      "title": strings("index.title"),
      "letters": groups.map { ["letter": $0.letter, "articles": $0.articles.map(link)] },
    ]
  }
}

extension [String: Any] {
  func adding(_ other: [String: Any]) -> [String: Any] {
    merging(other) { _, new in new }
  }
}

extension Library {
  func category(_ path: [String], in language: Language) -> KnowledgeBase.Category? {
    categories.first { $0.language == language && $0.path == path }
  }

  /// The articles of a category and of those in it.
  func articles(below category: KnowledgeBase.Category) -> [Article] {
    articles(in: category.language).filter { $0.categoryPath.starts(with: category.path) }
  }
}

/// Dates in words, by CLDR's long form.
enum LocalisedDate {
  /// `2026-09-14` is `14 września 2026` in Polish.
  static func text(of iso: String, in language: Language) -> String {
    guard let date = try? Date(iso + "T12:00:00Z", strategy: .iso8601) else { return iso }
    var style = Date.FormatStyle(date: .long, time: .omitted)
    style.locale = Locale(identifier: language.code == "en" ? "en-GB" : language.code)
    style.timeZone = .gmt
    return date.formatted(style)
  }
}
