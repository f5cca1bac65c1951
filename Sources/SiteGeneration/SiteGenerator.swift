import Availability
import Diagnostics
import Foundation
import KnowledgeBase
import Mustache
import SearchIndex
import SiteTemplates

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
    package let bytes: Int
    package let languages: [Language]
    package let adjustment: String?
  }

  private let input: Input
  private let plan: SitePlan

  package init(_ input: Input) {
    self.input = input
    plan = SitePlan(input.library)
  }

  private var site: Site { input.library.site }

  /// Writes the site; on an error the folder is left as it was.
  ///
  /// - Throws: `TemplateError` for a broken template, else what the file system says.
  package func publish(to output: URL) throws -> Report {
    let templates = try templates()
    var writer = try SiteWriter(output: output)
    do {
      let report = try write(with: templates, to: &writer)
      try writer.finish()
      return report
    } catch {
      writer.discard()
      throw error
    }
  }

  private func write(with templates: MustacheLibrary, to writer: inout SiteWriter) throws -> Report
  {
    let brand = BrandColour(site.brandColour)
    let contact = input.contact
    let assets = SiteAssets(
      brand: brand, indexes: try searchBundles(),
      rules: contact.map { ContactContext.rules(of: $0, from: input.today) }, source: source)
    var bytes = 0
    var pages = 0
    func write(_ text: String, to path: String) throws {
      bytes += text.utf8.count
      try writer.write(text, to: path)
    }
    for language in input.library.languages {
      let strings = strings(language)
      let context = PageContext(
        plan: plan, language: language, strings: strings, assets: assets,
        contact: ContactContext(
          contact, language: language, site: site, strings: strings, today: input.today))
      if let contact {
        let words = ContactWords(language: language, site: site, strings: strings)
        let files = ContactFiles(plan: contact, words: words, today: input.today)
        for file in try files.files() { try write(file.text, to: file.path) }
      }
      for page in plan.pages where page.language == language {
        let (template, values) = context.context(of: page)
        let html = templates.render(values, withTemplate: template) ?? ""
        try write(html, to: page.permalink.outputFile)
        pages += 1
        if language == input.library.languages.first {
          if case .notFound = page.content { try write(html, to: "404.html") }
          // With one language there is nothing to choose: the root is its home page.
          if case .home = page.content, input.library.languages.count == 1 {
            try write(html, to: "index.html")
          }
        }
      }
    }
    if input.library.languages.count > 1 {
      try write(chooser(templates, assets: assets), to: "index.html")
    }
    for page in ShortLinkPages(plan: plan, links: input.shortLinks, assets: assets).pages {
      try write(templates.render(page.context, withTemplate: "short-link") ?? "", to: page.path)
    }
    for file in assets.files { try write(file.text, to: file.path) }
    for asset in input.assets { try writer.copy(asset.source, to: asset.destination) }
    let discovery = Discovery(plan: plan)
    try write(discovery.sitemap, to: "sitemap.xml")
    try write(discovery.robots, to: "robots.txt")
    try write(discovery.headers, to: "_headers")
    return Report(
      pages: pages + 1, bytes: bytes, languages: input.library.languages,
      adjustment: brand.adjustment)
  }

  private func searchBundles() throws -> [Language: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bundles: [Language: String] = [:]
    for language in input.library.languages {
      let index = SearchIndex(
        SearchDocument.documents(of: input.library, in: language), language: language,
        synonyms: input.synonyms[language] ?? Synonyms())
      bundles[language] = String(decoding: try encoder.encode(SearchBundle(index)), as: UTF8.self)
    }
    return bundles
  }

  /// The page at the root: the choice of language.
  private func chooser(_ templates: MustacheLibrary, assets: SiteAssets) -> String {
    let languages = input.library.languages
    let first = languages.first
    let values: [String: Any] = [
      "lang": first?.code ?? "en", "dir": first?.isRightToLeft == true ? "rtl" : "ltr",
      "css": site.root + assets.css, "icon": site.root + assets.icon,
      "title": first.flatMap { site.text(site.title, in: $0) } ?? "",
      "pageTitle": languages.compactMap { site.text(site.title, in: $0) }
        .joined(separator: " · "),
      "description": languages.map { strings($0)("language.choose") }.joined(separator: " · "),
      "canonical": site.baseURL + "/",
      "alternates": languages.map { ["lang": $0.code, "href": "\(site.baseURL)/\($0.code)/"] }
        + [["lang": "x-default", "href": site.baseURL + "/"]],
      "languages": languages.map { language -> [String: Any] in
        let strings = strings(language)
        return [
          "code": language.code, "name": language.nativeName,
          "href": "\(site.root)\(language.code)/",
          "dir": language.isRightToLeft ? "rtl" : "ltr",
          "question": strings("home.title"),
        ]
      },
    ]
    return templates.render(values, withTemplate: "chooser") ?? ""
  }

  // MARK: Templates

  private func override(_ path: String) -> String? {
    guard let folder = input.overrides else { return nil }
    return try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private func strings(_ language: Language) -> SiteStrings {
    SiteStrings(language, override: override("strings/\(language.code).json"))
  }

  private func source(_ path: String) -> String {
    override(path) ?? SiteTemplates.text(of: path) ?? ""
  }

  private func templates() throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for path in SiteTemplates.paths(in: "templates/") {
      let name = path.dropFirst("templates/".count).dropLast(".mustache".count)
      do {
        library.register(try MustacheTemplate(string: source(path)), named: String(name))
      } catch {
        let shown = input.overrides.map { "\($0.relativePath)/\(path)" } ?? path
        throw TemplateError(file: shown, problem: error)
      }
    }
    return library
  }
}

/// A template that can't be parsed.
package struct TemplateError: Error, CustomStringConvertible {
  package let file: String
  package let problem: any Error

  package var description: String {
    let place = (problem as? MustacheTemplate.ParserError).map {
      ":\($0.context.lineNumber):\($0.context.columnNumber)"
    }
    return "\(file)\(place ?? ""): error: template can't be read: \(reason) [template]\n"
      + "  cure: close every {{#section}} with {{/section}}, and every tag with }}"
  }

  private var reason: String {
    (problem as? MustacheTemplate.ParserError).map { "\($0.error)" } ?? "\(problem)"
  }
}
