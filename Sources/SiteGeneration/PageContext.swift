import Foundation
import KnowledgeBase

/// What templates see of a page: objects and lists of texts, nothing else.
///
/// All of one language that pages share is made once; each page adds its own. A value that is empty
/// is left out, so that `{{#note}}…{{/note}}` shows a note only where there is one.
///
/// Unchecked since the `Any` of JSON can't say that it holds texts, numbers, and collections of them
/// alone.
struct PageContext: @unchecked Sendable {
  /// What all pages of the language have in common: a copy for one page shares it.
  private final class Edition {
    let plan: SitePlan
    let language: Language
    let strings: SiteStrings
    let minute: Int
    let shared: TemplateObject
    let titles: Deferred<TitleOrder>
    let organization: [String: Any]
    let feedback: Feedback?
    let troubles: [String]
    let lines: LineBreaks

    init(
      plan: SitePlan, language: Language, strings: SiteStrings, minute: Int,
      shared: TemplateObject, organization: [String: Any], feedback: Feedback?
    ) {
      self.plan = plan
      self.language = language
      self.strings = strings
      self.minute = minute
      self.shared = shared
      titles = Deferred { TitleOrder(plan.library.articles(in: language), in: language) }
      self.organization = organization
      self.feedback = feedback
      lines = LineBreaks(in: language)
      troubles = strings("howTo.trouble").split(separator: "|").map { $0.lowercased() }
    }
  }

  private let edition: Edition
  private(set) var shelf: Shelf

  var plan: SitePlan { edition.plan }
  var language: Language { edition.language }
  var strings: SiteStrings { edition.strings }
  /// When the site is published, in minutes since 1970.
  var minute: Int { edition.minute }
  /// The values that all pages of the language have.
  var shared: TemplateObject { edition.shared }
  var titles: Deferred<TitleOrder> { edition.titles }
  var feedback: Feedback? { edition.feedback }
  /// How a heading begins, in small letters, below which an article says what to do if nothing helps.
  var troubles: [String] { edition.troubles }
  var lines: LineBreaks { edition.lines }

  /// What pages take from the library, which is noted; `plan.library` is for what all pages share.
  var library: ShownLibrary { ShownLibrary(plan: plan, shown: shelf.shown) }
  var site: Site { plan.library.site }

  init(
    plan: SitePlan, language: Language, strings: SiteStrings, assets: SiteAssets,
    contact: ContactContext, templates: TemplateLibrary, minute: Int
  ) {
    shelf = Shelf(plan, language: language)
    let mail = contact.channels.first { $0["isMail"] as? Bool == true }?["value"] as? String
    let site = plan.library.site
    let root = site.root
    let title = site.text(site.title, in: language) ?? ""
    let shared: [String: Any] = .present([
      "lang": language.code,
      "dir": language.isRightToLeft ? "rtl" : "ltr",
      "languageName": language.nativeName,
      "root": root,
      "home": root + plan.permalink(of: .home, in: language).path,
      "searchHref": root + plan.permalink(of: .search, in: language).path,
      "indexHref": root + plan.permalink(of: .index, in: language).path,
      "archiveHref": plan.has(.archive, in: language)
        ? root + plan.permalink(of: .archive, in: language).path : nil,
      "contactHref": contact.channels.isEmpty
        ? nil : root + plan.permalink(of: .contact, in: language).path,
      "css": root + assets.css, "script": root + assets.script, "icon": root + assets.icon,
      "resultsScripts": assets.resultsScripts.map { root + $0 },
      "siteTitle": title,
      "logo": site.logo.map { LogoContext.of($0, title: title, root: root) },
      "image": "\(site.baseURL)/\(Hosting.encoded(assets.socialImage.path))",
      "isDrawn": assets.socialImage.bytes != nil,
      "feed": root + MachineFiles.feedPath(in: language),
      "feedTitle": strings("feed.title"),
      "openSearch": root + MachineFiles.searchPath(in: language),
      "indexURL": assets.searchIndex[language],
      "site": [String: Any].present([
        "title": title, "company": site.company ?? title,
        "tagline": site.text(site.tagline, in: language).map(LineBreaks(in: language).set),
      ]),
      "s": strings.nested,
      "clientStrings": strings.clientJSON(tellsTimes: contact.hasRules),
      "footerLinks": site.footer.map {
        ["title": site.text($0.title, in: language) ?? $0.url, "href": $0.url]
      },
      "contactChannels": contact.channels.map(Self.shown),
      "hasContact": !contact.channels.isEmpty,
      "specialDays": contact.specialDays.map { [String: Any].present($0) },
      "hasSpecialDays": !contact.specialDays.isEmpty,
      "hasTimes": contact.hasTimes,
      "timeZone": contact.timeZone,
      "timeZoneText": contact.hasTimes && !contact.timeZone.isEmpty
        ? strings("contact.timeZone", ["zone": contact.timeZone]) : nil,
    ])
    let values = TemplateObject(shared)
    // What looks the same on every page is rendered once.
    func part(_ template: String) -> TemplateValue {
      .text(String(decoding: templates.render(template, with: [values]), as: UTF8.self))
    }
    edition = Edition(
      plan: plan, language: language, strings: strings, minute: minute,
      shared: values.adding([
        "searchBox": part("search-box"),
        "contactBlock": contact.channels.isEmpty ? .text("") : part("contact-block"),
        "footer": part("footer"),
      ]), organization: contact.structuredData,
      feedback: Feedback(to: site.feedback ?? mail, strings: strings))
  }

  /// The same for one page, noting which articles are shown on it.
  func noting(in shown: ShownArticles?) -> PageContext {
    var context = self
    context.shelf.shown = shown
    return context
  }

  /// A channel without what is empty, its address as people write it: `example.com/chat`.
  ///
  /// One that never closes says so for good; the others are live: a script says whether they are
  /// open.
  private static func shown(_ channel: [String: Any]) -> [String: Any] {
    var shown: [String: Any] = .present(channel)
    if let value = channel["value"] as? String, value.hasPrefix("https://") {
      shown["value"] = String(value.dropFirst("https://".count))
    }
    let hasSpecialDays = (channel["specialDays"] as? [Any])?.isEmpty == false
    let isAlwaysOpen = channel["always"] as? Bool == true && !hasSpecialDays
    shown["isAlwaysOpen"] = isAlwaysOpen
    shown["isLive"] = channel["hasHours"] as? Bool == true && !isAlwaysOpen
    return shown
  }

  /// What a page has beside what is `shared`, and the name of its template; later values win.
  func context(of page: SitePage) -> (template: String, values: [TemplateObject]) {
    let facts = facts(of: page)
    let siteTitle = site.text(site.title, in: language) ?? ""
    let crumbs = breadcrumbs(of: page, title: facts.title)
    let data = StructuredData(
      site: site, page: page, language: language, organization: edition.organization)
    let common: TemplateObject = .present([
      "template": .text(facts.template),
      "markdown": facts.markdown.map { .text($0) },
      "title": .text(facts.title ?? siteTitle),
      "pageTitle": .text(facts.title.map { "\($0) – \(siteTitle)" } ?? siteTitle),
      "description": facts.description.map { .text($0) },
      "canonical": .text("\(site.baseURL)/\(page.permalink)"),
      "noindex": .flag(!facts.isIndexed),
      "alternates": .objects(
        facts.isIndexed && !page.isContinuation && isMultilingual ? alternates(of: page) : []),
      "languages": .objects(languageSwitch(for: page)),
      "hasLanguages": .flag(isMultilingual),
      "breadcrumbs": .objects(
        crumbs.map { ["title": .text($0.title), "href": $0.href.map { .text($0) }] }),
      "hasBreadcrumbs": .flag(crumbs.count > 1),
      "notices": .objects(notices(on: page)),
      "jsonld": .objects(data.blocks(breadcrumbs: crumbs).map { ["json": .text($0)] }),
    ])
    return (facts.template, [common, facts.values])
  }

  /// What one kind of page has of its own.
  private struct Facts {
    let template: String
    /// Nil for the home page, which is named after the site.
    var title: String?
    var description: String?
    var isIndexed = true
    /// The address of the page's twin in Markdown.
    var markdown: String?
    var values: TemplateObject = [:]
  }

  private func facts(of page: SitePage) -> Facts {
    switch page.content {
    case .home:
      Facts(template: "home", description: summary(), values: home())
    case .category(let category):
      Facts(
        template: "category", title: title(category.title, of: page),
        description: summary(of: category, on: page), values: values(of: category, on: page))
    case .article(let article):
      Facts(
        template: "article", title: article.title, description: article.summary,
        markdown: site.root + MarkdownTwins.path(of: article),
        values: values(of: article))
    case .contact:
      Facts(
        template: "contact", title: strings("contact.title"),
        description: strings("contact.description"))
    case .search:
      Facts(
        template: "search", title: strings("search.title"), isIndexed: false,
        values: ["marker": plan.noResultMarker(of: page).map { .text(site.root + $0) }])
    case .index:
      Facts(
        template: "index", title: title(strings("index.title"), of: page),
        description: summaryOfIndex(on: page), values: index(on: page))
    case .archive:
      Facts(
        template: "archive", title: strings("archive.title"),
        description: strings("archive.description"), isIndexed: false, values: archive())
    case .notFound:
      Facts(template: "not-found", title: strings("notFound.title"), isIndexed: false)
    }
  }

  // MARK: Links to elsewhere

  private var isMultilingual: Bool { library.languages.count > 1 }

  private func alternates(of page: SitePage) -> [TemplateObject] {
    func alternate(_ lang: String, _ path: String) -> TemplateObject {
      ["lang": .text(lang), "href": .text("\(site.baseURL)/\(path)")]
    }
    let there = library.languages.compactMap { language in
      plan.permalink(of: page, in: language).map { (language.code, $0.path) }
    }
    var links = there.map(alternate)
    if case .home = page.content {
      links.append(alternate("x-default", ""))
    } else if let first = there.first {
      links.append(alternate("x-default", first.1))
    }
    return links
  }

  /// The languages, each leading to this page in it or, where there is none, to its home page.
  private func languageSwitch(for page: SitePage) -> [TemplateObject] {
    library.languages.map { other in
      let there = other == language ? page.permalink : plan.permalink(of: page, in: other)
      return [
        "code": .text(other.code), "name": .text(other.nativeName),
        "current": .flag(other == language), "available": .flag(there != nil),
        "href": .text(site.root + (there ?? plan.permalink(of: .home, in: other)).path),
      ]
    }
  }

  struct Crumb {
    let title: String
    /// Nil for the page itself.
    let href: String?
  }

  private func breadcrumbs(of page: SitePage, title: String?) -> [Crumb] {
    guard let title else { return [] }
    var path: [String] = []
    if case .article(let article) = page.content { path = article.categoryPath }
    if case .category(let category) = page.content { path = category.path.dropLast() }
    let home = Crumb(
      title: strings("nav.home"), href: site.root + plan.permalink(of: .home, in: language).path)
    let above = path.indices.compactMap { depth in
      shelf.category(Array(path[...depth])).map {
        Crumb(title: $0.title, href: site.root + $0.permalink.path)
      }
    }
    return [home] + above + [Crumb(title: title, href: nil)]
  }
}

extension [String: Any] {
  /// The values that say something: not nil, not an empty text.
  static func present(_ values: [String: Any?]) -> [String: Any] {
    values.compactMapValues { value in
      if let text = value as? String, text.isEmpty { nil } else { value }
    }
  }

  func adding(_ other: [String: Any]) -> [String: Any] {
    merging(other) { _, new in new }
  }
}
