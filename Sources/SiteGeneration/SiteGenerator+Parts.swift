import Availability
import Contrast
import Foundation
import KnowledgeBase
import SearchIndex

/// What is made: pages first, while texts are at hand, then what is put together from them.
extension SiteGenerator {
  /// What the parts of one language are made with.
  private struct Edition: Sendable {
    let language: Language
    let strings: SiteStrings
    let context: PageContext
    let terms: Deferred<SearchTerms>
    /// Its search index, if that was begun before.
    let mended: Deferred<MendedIndex>?
    let isMostlyCurrent: Bool
    /// Of the heads of all its articles.
    let heads: UInt64
    /// Of all that its search index is made from.
    let source: UInt64
  }

  /// - Returns: What the indexes of each language took from texts.
  func write(
    _ parts: SiteParts, with templates: TemplateLibrary, assets: SiteAssets
  ) throws -> [(language: Language, terms: Deferred<SearchTerms>)] {
    let editions = try languages.map { language in
      let strings = store.strings(language)
      let contact = ContactContext(
        input.contact, language: language, site: site, strings: strings, today: input.today)
      let heads = parts.digest(ofHeadsIn: language, of: input.library)
      let source = searchDigest(of: language, heads: heads)
      let mended = mendedIndex(of: language, parts)
      return Edition(
        language: language, strings: strings,
        context: PageContext(
          plan: plan, language: language, strings: strings, assets: assets, contact: contact,
          templates: templates, minute: minute),
        terms: Deferred {
          mended?.value.terms
            ?? SearchTerms(
              language, of: input.library, kept: keptTerms(of: language, from: source, parts))
        },
        mended: mended,
        isMostlyCurrent: try isMostlyCurrent(language, parts), heads: heads, source: source)
    }
    for edition in editions {
      if edition.isMostlyCurrent {
        // The index takes the few texts that are new itself.
        try concurrently(
          {
            try writePages(of: edition, parts, with: templates, terms: nil)
            try writeLists(of: edition, parts)
          },
          { try writeSearchIndex(of: edition, parts) })
      } else {
        try writePages(of: edition, parts, with: templates, terms: edition.terms.value)
      }
    }
    let others = editions.filter { !$0.isMostlyCurrent }
    // An index is put together on one core; the other makes what needs no texts.
    try concurrently(
      { for edition in others { try writeSearchIndex(of: edition, parts) } },
      {
        for edition in others { try writeLists(of: edition, parts) }
        try writeRest(parts, with: templates, assets: assets)
      })
    return editions.map { ($0.language, $0.terms) }
  }

  private func writeRest(
    _ parts: SiteParts, with templates: TemplateLibrary, assets: SiteAssets
  ) throws {
    try parts.part("#root") { part in
      if languages.count > 1 {
        try part.write(chooser(templates, assets: assets), to: "index.html")
      }
      for redirect in input.library.redirects {
        let target = site.root + redirect.to.path
        let values: TemplateObject = [
          "target": .text(target), "canonical": .text("\(site.baseURL)/\(redirect.to)"),
        ]
        try part.write(templates.render("redirect", with: [values]), to: redirect.outputFile)
      }
    }
    // The pages of short addresses show titles.
    let heads = parts.digest(ofHeadsIn: nil, of: input.library)
    try parts.part("#short-links", own: heads) { part in
      for page in ShortLinkPages(plan: plan, links: input.shortLinks, assets: assets).pages {
        let html = templates.render("short-link", with: [page.context])
        try part.write(html, to: page.path)
      }
    }
    try parts.part("#assets") { part in
      for file in assets.files { try part.write(file.text, to: file.path) }
      if let bytes = assets.socialImage.bytes {
        try part.write(bytes, to: assets.socialImage.path)
      }
      for asset in input.assets { try part.copy(asset.source, to: asset.destination) }
    }
    try parts.part("#discovery", own: heads) { part in
      let discovery = Discovery(plan: plan)
      try part.write(discovery.sitemap, to: "sitemap.xml")
      try part.write(MarkdownTwins(plan: plan).index, to: "llms.txt")
      try part.write(discovery.robots, to: "robots.txt")
      let hosting = Hosting(
        library: input.library,
        formTargets: [site.feedback].compactMap { $0 }
          + (input.contact.map(ContactContext.formTargets) ?? []),
        hashed: assets.hashed)
      for file in hosting.files { try part.write(file.text, to: file.path) }
      let widget = SearchWidget(
        plan: plan, assets: assets, brand: BrandColour(site.brandColour),
        strings: Dictionary(
          uniqueKeysWithValues: languages.map { ($0, store.strings($0)) }))
      try part.write(
        widget.script(css: store.published("assets/widget.css")), to: SearchWidget.path)
    }
  }

  private func writePages(
    of edition: Edition, _ parts: SiteParts, with templates: TemplateLibrary, terms: SearchTerms?
  ) throws {
    let (language, context) = (edition.language, edition.context)
    let hasIndex = parts.isCurrent(Self.searchPart(of: language), own: edition.source)
    let isFirst = language == languages.first
    let isOnly = languages.count == 1
    let twins = MarkdownTwins(plan: plan)
    try concurrently(plan.pages.filter { $0.language == language }) { [plan] page in
      var own: UInt64 = 0
      if case .article(let article) = page.content { own = article.digest?.whole ?? 0 }
      // Which titles stand on it depends on all.
      if page.part != nil { own = edition.heads }
      try parts.part(page.permalink.path, own: own) { part in
        let shown = page.part == nil ? part.shown : nil
        let (template, values) = context.noting(in: shown).context(of: page)
        let html = templates.render(template, with: [context.shared] + values)
        try part.write(html, to: page.permalink.outputFile)
        if let marker = plan.noResultMarker(of: page) { try part.write("", to: marker) }
        switch page.content {
        case .notFound where isFirst: try part.write(html, to: "404.html")
        // With one language there is nothing to choose: the root is its home page.
        case .home where isOnly: try part.write(html, to: "index.html")
        case .article(let article):
          try part.write(
            twins.text(of: article, strings: edition.strings), to: MarkdownTwins.path(of: article))
        default: break
        }
      }
      // All is made of the text now.
      if case .article(let article) = page.content {
        if !hasIndex { terms?.take(from: article) }
        article.forgetText()
      }
    }
  }

  /// What programs read of one language.
  private func writeLists(of edition: Edition, _ parts: SiteParts) throws {
    let language = edition.language
    try parts.part("#lists/\(language.code)", own: edition.heads) { part in
      let files = MachineFiles(
        plan: plan, language: language, strings: edition.strings, shelf: edition.context.shelf,
        minute: minute)
      for file in files.files { try part.write(file.text, to: file.path) }
      if let contact = input.contact {
        let words = ContactWords(language: language, site: site, strings: edition.strings)
        for file in try ContactFiles(plan: contact, words: words, today: input.today).files() {
          try part.write(file.text, to: file.path)
        }
      }
    }
  }

  private func writeSearchIndex(
    of edition: Edition, _ parts: SiteParts
  ) throws {
    let language = edition.language
    let name = Self.searchPart(of: language)
    try parts.part(name, own: edition.source) { part in
      let bundle = try edition.mended?.value.bundle ?? bundle(of: edition, parts)
      let form = digestOfForm
      let folder = try part.write(
        VersionedFolder.Draft(
          names: bundle.files.map(\.path),
          sources: bundle.files.map { $0.source ^ form },
          text: { bundle.text(of: bundle.files[$0]) },
          path: { "search/" + bundle.folder(of: $0) }))
      let name = folder.dropFirst("search/".count)
      try part.write(
        bundle.manifest(folder: String(name)), to: SiteAssets.searchPath(in: language))
    }
  }

  /// The index of all articles, of those that pages weren't made of too.
  private func bundle(of edition: Edition, _ parts: SiteParts) throws -> SearchBundle {
    let language = edition.language
    let terms = edition.terms.value
    let articles = input.searched(in: language)
    try concurrently(articles) { terms.take(from: $0) }
    let index = terms.index(
      of: articles, synonyms: input.synonyms[language] ?? Synonyms(), isKept: !parts.isTrial)
    return SearchBundle(index, titles: input.library.categoryTitles(in: language))
  }

  /// The page at the root: the choice of language.
  private func chooser(_ templates: TemplateLibrary, assets: SiteAssets) throws -> [UInt8] {
    let strings = languages.map { store.strings($0) }
    let first = languages.first
    let titles = languages.compactMap { site.text(site.title, in: $0) }
    var seen: Set<String> = []
    let names = titles.filter { seen.insert($0).inserted }
    let name = names.first ?? ""
    // The home page of a language has its name.
    let choose = names.count == 1 ? strings.first.map { "\($0("language.choose")) – " } : nil
    let values: [String: Any] = .present([
      "lang": first?.code ?? "en", "dir": first?.isRightToLeft == true ? "rtl" : "ltr",
      "css": site.root + assets.css, "icon": site.root + assets.icon,
      "title": name, "siteTitle": name,
      "logo": site.logo.map { LogoContext.of($0, title: name, root: site.root) },
      "pageTitle": (choose ?? "") + names.joined(separator: " · "),
      "description": strings.compactMap { $0.own("language.choose") }.joined(separator: " · "),
      "canonical": site.baseURL + "/",
      "alternates": languages.map { ["lang": $0.code, "href": "\(site.baseURL)/\($0.code)/"] }
        + [["lang": "x-default", "href": site.baseURL + "/"]],
      "languages": zip(languages, strings).map { language, strings in
        [
          "code": language.code, "name": language.nativeName,
          "href": "\(site.root)\(language.code)/",
          "dir": language.isRightToLeft ? "rtl" : "ltr",
          "question": strings.own("home.title") ?? "",
        ]
      },
    ])
    return templates.render("chooser", with: [TemplateObject(values)])
  }
}
