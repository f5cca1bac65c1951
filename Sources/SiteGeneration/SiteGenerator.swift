import Availability
import CFileExchange
import Contrast
import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase
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
    /// Tells whether anything but the text of articles is what it was; nil to make every part.
    let digest: UInt64?
    let precompress: [Precompression]

    /// - Parameter precompress: how files are compressed; nil for as the site's configuration says.
    package init(
      library: Library, contact: ContactPlan?, synonyms: [Language: Synonyms],
      shortLinks: ShortLinks = ShortLinks(), assets: [(source: URL, destination: String)],
      overrides: URL?, today: Date, digest: UInt64? = nil,
      precompress: [Precompression]? = nil
    ) {
      self.library = library
      self.contact = contact
      self.synonyms = synonyms
      self.shortLinks = shortLinks
      self.assets = assets
      self.overrides = overrides
      self.today = today
      self.digest = digest
      self.precompress = precompress ?? library.site.precompress
    }
  }

  package struct Report: Sendable {
    package let pages: Int
    /// Of all files together.
    package let bytes: Int
    package let languages: [Language]
    /// What became of a brand colour that can't be read.
    package let adjustment: String?
    /// Compressions that were asked for and that the system has no library of.
    package let missingCompressions: [Precompression]
    /// Paths below the site's folder, sorted.
    package let added: [String]
    package let changed: [String]
    package let removed: [String]
    /// Folders of search indexes, whose name changes with their content; what else happens to their
    /// files is told above.
    package let moved: [(from: String, to: String)]
    /// How many files came out as they were.
    package let kept: Int
    /// The minutes since 1970 in which the same content gives the same site.
    package let minutes: Range<Int>
  }

  /// With fewer articles to one that has changed, texts are read for pages and index at once.
  private static let leastKept = 16
  /// In bytes.
  private static let largeBlock: Int32 = 1 << 20

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
  /// - Parameters:
  ///   - workshop: a folder that remembers the publication, so that the next one makes only what has
  ///     changed; on the disk of the site.
  ///   - isTrial: nothing is written; the report says what would be.
  ///   - onProgress: called now and then with the number of pages that are done, and of all.
  /// - Throws: `TemplateError` for a broken template, else what the file system says.
  /// - Complexity: O(*n*) in the bytes of the parts that are made; pages are made on all cores.
  package func publish(
    to output: URL, workshop: URL? = nil, isTrial: Bool = false,
    onProgress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Report {
    // Else more and more is kept of the large arrays that come and go, 50 MB at 10,000 articles.
    _ = mallopt(LARGE_BLOCK, Self.largeBlock)
    let templates = try store.library()
    let brand = BrandColour(site.brandColour)
    let compressors = input.precompress.compactMap { Compressor($0) }
    let writer = try SiteWriter(
      output: output, workshop: workshop, isTrial: isTrial, compressors: compressors)
    do {
      let assets = try SiteAssets(
        brand: brand, picture: site.socialImage, languages: languages,
        rules: input.contact.map { ContactContext.rules(of: $0, from: input.today) },
        source: store.text)
      let frame = frame(with: assets)
      let all = plan.pages.count
      let parts = SiteParts(
        input.library, frame: frame, old: writer.workshop?.record, writer: writer,
        onProgress: { onProgress(min($0, all), all) })
      let terms = languages.map { language in
        Deferred {
          SearchTerms(language, of: input.library, kept: keptTerms(of: language, parts, writer))
        }
      }
      try write(parts, with: templates, assets: assets, terms: terms)
      let changes = try writer.finish(frame: frame, parts: parts.all)
      if !isTrial {
        for (language, terms) in zip(languages, terms) {
          terms.value.keep(input.library.articles(in: language))
        }
      }
      return Report(
        pages: plan.pages.count + 1, bytes: changes.bytes, languages: languages,
        adjustment: brand.adjustment,
        missingCompressions: input.precompress.filter { Compressor($0) == nil },
        added: changes.added, changed: changes.changed,
        removed: changes.removed, moved: changes.moved, kept: changes.kept,
        minutes: lasting)
    } catch {
      writer.discard()
      throw error
    }
  }

  private func write(
    _ parts: SiteParts, with templates: TemplateLibrary, assets: SiteAssets,
    terms: [Deferred<SearchTerms>]
  ) throws {
    for (language, terms) in zip(languages, terms) {
      let pages = { @Sendable (terms: SearchTerms?) in
        try writePages(in: language, parts, with: templates, assets: assets, terms: terms)
      }
      if isMostlyCurrent(language, parts) {
        // The index takes the few texts that are new itself.
        try concurrently(
          { try pages(nil) }, { try writeSearchIndex(in: language, parts, terms) })
      } else {
        try pages(terms.value)
        try writeSearchIndex(in: language, parts, terms)
      }
    }
    try parts.part("#root") { part in
      if languages.count > 1 {
        try part.write(chooser(templates, assets: assets), to: "index.html")
      }
      for redirect in input.library.redirects {
        let target = site.root + redirect.to.path
        let values: TemplateObject = [
          "target": .text(target), "canonical": .text("\(site.baseURL)/\(redirect.to)"),
        ]
        try part.write(templates.render("redirect", with: values), to: redirect.outputFile)
      }
    }
    // The pages of short addresses show titles.
    let heads = parts.digest(ofHeadsIn: nil, of: input.library)
    try parts.part("#short-links", own: heads) { part in
      for page in ShortLinkPages(plan: plan, links: input.shortLinks, assets: assets).pages {
        let html = templates.render("short-link", with: page.context)
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
        strings: try Dictionary(
          uniqueKeysWithValues: languages.map { ($0, try store.strings($0)) }))
      try part.write(
        widget.script(of: assets.widget, css: store.text(of: "assets/widget.css")),
        to: SearchWidget.path)
    }
  }

  private func writePages(
    in language: Language, _ parts: SiteParts, with templates: TemplateLibrary, assets: SiteAssets,
    terms: SearchTerms?
  ) throws {
    let hasIndex = parts.isCurrent(
      Self.searchPart(of: language), own: searchDigest(of: language, parts))
    let strings = try store.strings(language)
    let context = PageContext(
      plan: plan, language: language, strings: strings, assets: assets,
      contact: ContactContext(
        input.contact, language: language, site: site, strings: strings, today: input.today),
      templates: templates, minute: minute)
    let isFirst = language == languages.first
    let isOnly = languages.count == 1
    let twins = MarkdownTwins(plan: plan)
    let heads = parts.digest(ofHeadsIn: language, of: input.library)
    try concurrently(plan.pages.filter { $0.language == language }) { page in
      var own: UInt64 = 0
      if case .article(let article) = page.content { own = article.digest?.whole ?? 0 }
      // Which titles stand on it depends on all.
      if page.part != nil { own = heads }
      try parts.part(page.permalink.path, own: own) { part in
        let shown = page.part == nil ? part.shown : nil
        let (template, values) = context.noting(in: shown).context(of: page)
        let html = templates.render(template, with: context.shared, values)
        try part.write(html, to: page.permalink.outputFile)
        if let marker = plan.noResultMarker(of: page) { try part.write("", to: marker) }
        switch page.content {
        case .notFound where isFirst: try part.write(html, to: "404.html")
        // With one language there is nothing to choose: the root is its home page.
        case .home where isOnly: try part.write(html, to: "index.html")
        case .article(let article):
          try part.write(twins.text(of: article), to: MarkdownTwins.path(of: article))
        default: break
        }
      }
      // All is made of the text now.
      if case .article(let article) = page.content {
        if !hasIndex { terms?.take(from: article) }
        article.forgetText()
      }
    }
    try parts.part("#lists/\(language.code)", own: heads) { part in
      let files = MachineFiles(
        plan: plan, language: language, strings: strings, shelf: context.shelf, minute: minute)
      for file in files.files { try part.write(file.text, to: file.path) }
      if let contact = input.contact {
        let words = ContactWords(language: language, site: site, strings: strings)
        for file in try ContactFiles(plan: contact, words: words, today: input.today).files() {
          try part.write(file.text, to: file.path)
        }
      }
    }
  }

  /// Whether the texts of few articles of a language are needed.
  private func isMostlyCurrent(_ language: Language, _ parts: SiteParts) -> Bool {
    let articles = input.library.articles(in: language)
    let changed = articles.count { article in
      !parts.isCurrent(article.permalink.path, own: article.digest?.whole ?? 0)
    }
    return changed * Self.leastKept < articles.count
  }

  private func writeSearchIndex(
    in language: Language, _ parts: SiteParts, _ terms: Deferred<SearchTerms>
  ) throws {
    let name = Self.searchPart(of: language)
    try parts.part(name, own: searchDigest(of: language, parts)) { part in
      let terms = terms.value
      let articles = input.library.articles(in: language)
      try concurrently(articles) { terms.take(from: $0) }
      let index = terms.index(of: articles, synonyms: input.synonyms[language] ?? Synonyms())
      let titles = input.library.categoryTitles(in: language)
      let bundle = SearchBundle(index, titles: titles)
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

  /// Of what decides beside its content how a file of an index is written.
  private var digestOfForm: UInt64 {
    var digest = ContentDigest()
    digest.add(FileStamp.ofProgram?.size ?? 0)
    digest.add(FileStamp.ofProgram?.nanoseconds ?? 0)
    digest.add(precompressed)
    return digest.value
  }

  private static func searchPart(of language: Language) -> String { "#search/\(language.code)" }

  /// Of all that a search index is made from.
  private func searchDigest(of language: Language, _ parts: SiteParts) -> UInt64 {
    var texts = ContentDigest()
    texts.add(parts.digest(ofHeadsIn: language, of: input.library))
    for article in input.library.articles(in: language) { texts.add(article.digest?.whole ?? 0) }
    return texts.value
  }

  /// What is known of the articles' words; not looked for where the index needn't be made.
  private func keptTerms(
    of language: Language, _ parts: SiteParts, _ writer: SiteWriter
  ) -> KeptTerms {
    let isNeeded = !parts.isCurrent(
      Self.searchPart(of: language), own: searchDigest(of: language, parts))
    return KeptTerms(language, at: isNeeded ? writer.workshop?.termsPath(in: language) : nil)
  }

  private var precompressed: [String] {
    input.precompress.filter { Compressor($0) != nil }.map(\.rawValue)
  }

  static func minute(of date: Date) -> Int { Int(date.timeIntervalSince1970) / 60 }

  private var minute: Int { Self.minute(of: input.today) }

  /// The minutes around this one in which no day begins or ends, and no notice: what `frame` takes
  /// from the clock stays the same.
  private var lasting: Range<Int> {
    let zone = input.contact?.zone ?? .utc
    let today = zone.wallTime(at: Instant(minutes: minute)).day
    var start = zone.instant(of: today, minute: 0, .earliest).minutes
    var end = zone.instant(of: today.adding(days: 1), minute: 0, .earliest).minutes
    for moment in input.library.notices.flatMap({ [$0.from, $0.until] }).compactMap(\.self) {
      if moment <= minute { start = max(start, moment) } else { end = min(end, moment) }
    }
    return min(start, minute)..<max(end, minute + 1)
  }

  /// Of what all parts of the site have in common: configuration, templates and strings, the
  /// addresses and order of pages, the day, the program. Nil where that isn't known.
  private func frame(with assets: SiteAssets) -> UInt64? {
    guard let content = input.digest, let program = FileStamp.ofProgram else { return nil }
    let library = input.library
    var frame = ContentDigest()
    frame.add(content)
    frame.add(program.size)
    frame.add(program.nanoseconds)
    frame.add([assets.css, assets.script, assets.icon, assets.shortLinkScript])
    frame.add(assets.socialImage.path)
    frame.add(precompressed)
    frame.add(input.contact?.day(of: input.today).description ?? "\(minute / 1440)")
    for notice in library.notices {
      frame.add(notice.isOver(at: minute) ? 2 : notice.hasBegun(at: minute) ? 1 : 0)
    }
    frame.add(library.languages.map(\.code))
    for article in library.articles {
      frame.add(article.permalink.path)
      frame.add(article.id.rawValue)
      frame.add(article.categoryPath)
    }
    for page in plan.pages { frame.add(page.permalink.path) }
    for redirect in library.redirects { frame.add([redirect.from, redirect.to.path]) }
    for link in input.shortLinks.all { frame.add([link.code, link.article.rawValue]) }
    return frame.value
  }

  /// The page at the root: the choice of language.
  private func chooser(_ templates: TemplateLibrary, assets: SiteAssets) throws -> [UInt8] {
    let strings = try languages.map { try store.strings($0) }
    let first = languages.first
    let name = first.flatMap { site.text(site.title, in: $0) } ?? ""
    let values: [String: Any] = .present([
      "lang": first?.code ?? "en", "dir": first?.isRightToLeft == true ? "rtl" : "ltr",
      "css": site.root + assets.css, "icon": site.root + assets.icon,
      "title": name, "siteTitle": name,
      "logo": site.logo.map { LogoContext.of($0, title: name, root: site.root) },
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
    ])
    return templates.render("chooser", with: TemplateObject(values))
  }
}
