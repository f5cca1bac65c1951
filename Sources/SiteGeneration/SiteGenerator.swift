import Availability
import Contrast
import Foundation
import KnowledgeBase
import Synchronization

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
    private let searched: [Language: Deferred<[Article]>]

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
      searched = Dictionary(
        uniqueKeysWithValues: library.languages.map { language in
          let articles = Deferred {
            let strings = TemplateStore(overrides: overrides).strings(language)
            let page = contact?.searchedPage(of: library, in: language, strings: strings)
            return library.articles(in: language) + (page.map { [$0] } ?? [])
          }
          return (language, articles)
        })
    }

    /// What the search of a language finds: its articles, then the contact page.
    func searched(in language: Language) -> [Article] { searched[language]?.value ?? [] }
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

  let input: Input
  let plan: SitePlan
  let store: TemplateStore
  private let assets: Deferred<SiteAssets>
  private let last: LastPublication?
  private let mended: [Language: Deferred<MendedIndex>]

  /// - Parameter last: what was read of the last publication before.
  package init(_ input: Input, last: LastPublication? = nil) {
    self.input = input
    self.last = last
    mended = Dictionary(
      uniqueKeysWithValues: input.library.languages.compactMap { language in
        last?.terms(of: language).map { kept in
          (language, Deferred { MendedIndex(of: language, in: input, from: kept.value) })
        }
      })
    // While the plan is made and pages are looked through, which takes as long.
    for index in mended.values { DispatchQueue.global().async { _ = index.value } }
    store = TemplateStore(overrides: input.overrides)
    let assets = Deferred { [store] in
      let site = input.library.site
      return SiteAssets(
        brand: BrandColour(site.brandColour), picture: site.socialImage,
        languages: input.library.languages,
        rules: input.contact.map { ContactContext.rules(of: $0, from: input.today) },
        store: store)
    }
    DispatchQueue.global().async { _ = assets.value }
    self.assets = assets
    plan = SitePlan(input.library, hasContact: input.contact?.channels.isEmpty == false)
  }

  var site: Site { input.library.site }
  var languages: [Language] { input.library.languages }

  /// Writes the site; on an error the folder is left as it was.
  ///
  /// - Parameters:
  ///   - workshop: a folder that remembers the publication, so that the next one makes only what has
  ///     changed; on the disk of the site.
  ///   - isTrial: nothing is written; the report says what would be.
  ///   - onProgress: called now and then with the number of pages that are done, and of all.
  /// - Throws: `TemplateFaults` for broken templates, else what the file system says.
  /// - Complexity: O(*n*) in the bytes of the parts that are made; pages are made on all cores.
  package func publish(
    to output: URL, workshop: URL? = nil, isTrial: Bool = false,
    onProgress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Report {
    let templates = try store.library()
    let compressors = input.precompress.compactMap { Compressor($0) }
    let writer = try SiteWriter(
      output: output, workshop: workshop, last: last, isTrial: isTrial, compressors: compressors,
      taken: Set(input.assets.map(\.destination)))
    do {
      let assets = assets.value
      let frame = frame(with: assets)
      let all = plan.pages.count
      let parts = SiteParts(
        input.library, frame: frame, old: writer.workshop?.record, writer: writer,
        onProgress: { onProgress(min($0, all), all) })
      let terms = try write(parts, with: templates, assets: assets)
      let changes = try finish(writer, frame: frame, parts: parts.all, terms: terms)
      return Report(
        pages: plan.pages.count + 1, bytes: changes.bytes, languages: languages,
        adjustment: BrandColour(site.brandColour).adjustment,
        missingCompressions: input.precompress.filter { Compressor($0) == nil },
        added: changes.added, changed: changes.changed,
        removed: changes.removed, moved: changes.moved, kept: changes.kept,
        minutes: lasting)
    } catch {
      writer.discard()
      throw error
    }
  }

  /// The index of a language that was begun before, unless it is of another site.
  func mendedIndex(of language: Language, _ parts: SiteParts) -> Deferred<MendedIndex>? {
    let path = parts.termsPath(in: language)
    return last?.hasTerms(of: language, at: path) == true ? mended[language] : nil
  }

  /// Puts the site in its place, and leaves the terms to the next publication meanwhile: they are
  /// known by what they were taken from, so that they do no harm should the site fail.
  private func finish(
    _ writer: SiteWriter, frame: UInt64?, parts: SiteParts.Outcome,
    terms: [(language: Language, terms: Deferred<SearchTerms>)]
  ) throws -> SiteWriter.Changes {
    guard !writer.isTrial else { return try writer.finish(frame: frame, parts: parts) }
    let changes = Mutex(SiteWriter.Changes())
    try concurrently(
      {
        for (language, terms) in terms { terms.value.keep(input.searched(in: language)) }
      },
      {
        let made = try writer.finish(frame: frame, parts: parts)
        changes.withLock { $0 = made }
      })
    return changes.withLock { $0 }
  }
}
