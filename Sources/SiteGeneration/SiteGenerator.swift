import Availability
import Contrast
import Diagnostics
import Foundation
import KnowledgeBase
import Mustache
import SearchIndex

/// Renders a library to a folder: pages, search indexes, site map.
///
///     let report = try SiteGenerator(input).publish(to: URL(filePath: "public"))
///     report.pages  // 412
package struct SiteGenerator {
  /// What a site is made from.
  package struct Input {
    let library: Library
    let contact: ContactPlan?
    let synonyms: [Language: Synonyms]
    let shortLinks: ShortLinks
    let assets: [(source: URL, destination: String)]
    /// A folder of files that win over those of `site-templates`.
    let overrides: URL?
    /// The day of publication, from which the coming year's holidays are counted.
    let today: Date

    package init(
      library: Library, contact: ContactPlan?, synonyms: [Language: Synonyms],
      shortLinks: ShortLinks = ShortLinks(), assets: [(source: URL, destination: String)],
      overrides: URL?, today: Date
    ) {
      self.library = library
      self.contact = contact
      self.synonyms = synonyms
      self.shortLinks = shortLinks
      self.assets = assets
      self.overrides = overrides
      self.today = today
    }
  }

  package struct Report: Sendable {
    package let pages: Int
    /// Of all files together.
    package let bytes: Int
    package let languages: [Language]
    /// What became of a brand colour that can't be read.
    package let adjustment: String?
    /// Paths below the site's folder, sorted.
    package let added: [String]
    package let changed: [String]
    package let removed: [String]
    /// How many files came out as they were.
    package let kept: Int
  }

  private let input: Input
  private let plan: SitePlan
  private let store: TemplateStore

  package init(_ input: Input) {
    self.input = input
    plan = SitePlan(input.library, hasContact: input.contact?.channels.isEmpty == false)
    store = TemplateStore(overrides: input.overrides)
  }

  private var site: Site { input.library.site }
  private var languages: [Language] { input.library.languages }

  /// Writes the site; on an error the folder is left as it was.
  ///
  /// - Parameter isTrial: nothing is written; the report says what would be.
  /// - Throws: `TemplateError` for a broken template, else what the file system says.
  /// - Complexity: O(*n*) in the bytes of the site; pages are rendered on all cores.
  package func publish(to output: URL, isTrial: Bool = false) throws -> Report {
    let templates = try store.library()
    let brand = BrandColour(site.brandColour)
    let writer = try SiteWriter(output: output, isTrial: isTrial)
    do {
      try write(with: templates, brand: brand, to: writer)
      let changes = try writer.finish()
      return Report(
        pages: plan.pages.count + 1, bytes: changes.bytes, languages: languages,
        adjustment: brand.adjustment, added: changes.added, changed: changes.changed,
        removed: changes.removed, kept: changes.kept)
    } catch {
      writer.discard()
      throw error
    }
  }

  private func write(
    with templates: MustacheLibrary, brand: BrandColour, to writer: SiteWriter
  ) throws {
    let assets = try SiteAssets(
      brand: brand, picture: site.socialImage, indexes: searchBundles(),
      rules: input.contact.map { ContactContext.rules(of: $0, from: input.today) },
      source: store.text)
    for language in languages {
      try writePages(in: language, with: templates, assets: assets, to: writer)
    }
    if languages.count > 1 {
      try writer.write(chooser(templates, assets: assets), to: "index.html")
    }
    for redirect in input.library.redirects {
      let target = site.root + redirect.to.path
      let values = ["target": target, "canonical": "\(site.baseURL)/\(redirect.to)"]
      try writer.write(
        templates.render(values, withTemplate: "redirect") ?? "", to: redirect.outputFile)
    }
    for page in ShortLinkPages(plan: plan, links: input.shortLinks, assets: assets).pages {
      let html = templates.render(page.context, withTemplate: "short-link") ?? ""
      try writer.write(html, to: page.path)
    }
    for file in assets.files { try writer.write(file.text, to: file.path) }
    if let bytes = assets.socialImage.bytes {
      try writer.write(Data(bytes), to: assets.socialImage.path)
    }
    for asset in input.assets { try writer.copy(asset.source, to: asset.destination) }
    let discovery = Discovery(plan: plan)
    try writer.write(discovery.sitemap, to: "sitemap.xml")
    try writer.write(MarkdownTwins(plan: plan).index, to: "llms.txt")
    try writer.write(discovery.robots, to: "robots.txt")
    try writer.write(discovery.headers, to: "_headers")
    if !input.library.redirects.isEmpty {
      let rules = RedirectRules(input.library)
      try writer.write(rules.hostRules, to: "_redirects")
      try writer.write(rules.nginxRules, to: "redirects.nginx.conf")
    }
  }

  private func writePages(
    in language: Language, with templates: MustacheLibrary, assets: SiteAssets,
    to writer: SiteWriter
  ) throws {
    let strings = try store.strings(language)
    let context = PageContext(
      plan: plan, language: language, strings: strings, assets: assets,
      contact: ContactContext(
        input.contact, language: language, site: site, strings: strings, today: input.today),
      templates: templates, minute: Int(input.today.timeIntervalSince1970) / 60)
    let isFirst = language == languages.first
    let isOnly = languages.count == 1
    let twins = MarkdownTwins(plan: plan)
    try concurrently(plan.pages.filter { $0.language == language }) { page in
      let (template, values) = context.context(of: page)
      let html = templates.render(values, withTemplate: template) ?? ""
      try writer.write(html, to: page.permalink.outputFile)
      if let marker = plan.noResultMarker(of: page) { try writer.write("", to: marker) }
      switch page.content {
      case .notFound where isFirst: try writer.write(html, to: "404.html")
      // With one language there is nothing to choose: the root is its home page.
      case .home where isOnly: try writer.write(html, to: "index.html")
      case .article(let article):
        try writer.write(twins.text(of: article), to: MarkdownTwins.path(of: article))
      default: break
      }
    }
    let files = MachineFiles(
      plan: plan, language: language, strings: strings, shelf: context.shelf)
    for file in files.files { try writer.write(file.text, to: file.path) }
    if let contact = input.contact {
      let words = ContactWords(language: language, site: site, strings: strings)
      for file in try ContactFiles(plan: contact, words: words, today: input.today).files() {
        try writer.write(file.text, to: file.path)
      }
    }
  }

  private func searchBundles() -> [Language: SearchBundle] {
    var bundles: [Language: SearchBundle] = [:]
    for language in languages {
      let index = SearchIndex(
        SearchDocument.documents(of: input.library, in: language), language: language,
        synonyms: input.synonyms[language] ?? Synonyms())
      bundles[language] = SearchBundle(index)
    }
    return bundles
  }

  /// The page at the root: the choice of language.
  private func chooser(_ templates: MustacheLibrary, assets: SiteAssets) throws -> String {
    let strings = try languages.map { try store.strings($0) }
    let first = languages.first
    let values: [String: Any] = [
      "lang": first?.code ?? "en", "dir": first?.isRightToLeft == true ? "rtl" : "ltr",
      "css": site.root + assets.css, "icon": site.root + assets.icon,
      "title": first.flatMap { site.text(site.title, in: $0) } ?? "",
      "pageTitle": languages.compactMap { site.text(site.title, in: $0) }
        .joined(separator: " · "),
      "description": strings.map { $0("language.choose") }.joined(separator: " · "),
      "canonical": site.baseURL + "/",
      "alternates": languages.map { ["lang": $0.code, "href": "\(site.baseURL)/\($0.code)/"] }
        + [["lang": "x-default", "href": site.baseURL + "/"]],
      "languages": zip(languages, strings).map { language, strings in
        [
          "code": language.code, "name": language.nativeName,
          "href": "\(site.root)\(language.code)/",
          "dir": language.isRightToLeft ? "rtl" : "ltr",
          "question": strings("home.title"),
        ]
      },
    ]
    return templates.render(values, withTemplate: "chooser") ?? ""
  }
}
