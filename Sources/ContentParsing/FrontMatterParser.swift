import CivilCalendar
import Diagnostics
import KnowledgeBase

/// Splits an article into front matter and body, and reads the former.
enum FrontMatterParser {
  /// Front matter longer than this holds something that belongs elsewhere.
  private static let maximumBytes = 1 << 16

  struct Split {
    /// The YAML text and the line it starts on; nil without front matter.
    let yaml: (text: String, line: Int)?
    let body: String
    /// The line of the file on which the body starts.
    let bodyLine: Int
    let fault: Fault?
  }

  enum Fault {
    case unterminated, toml, tooLong
  }

  static func split(_ text: String) -> Split {
    if text.utf8.starts(with: "+++\n".utf8) {
      return Split(yaml: nil, body: "", bodyLine: 1, fault: .toml)
    }
    guard text.utf8.starts(with: "---\n".utf8) else {
      return Split(yaml: nil, body: text, bodyLine: 1, fault: nil)
    }
    var lineNumber = 2
    let yamlStart = text.utf8.index(text.startIndex, offsetBy: 4)
    var start = yamlStart
    while start < text.endIndex {
      let end =
        text.firstOffset(of: "\n", from: text.utf8.distance(from: text.startIndex, to: start))
        .map(text.index(ofByte:)) ?? text.endIndex
      if closesFrontMatter(text.utf8[start..<end]) {
        let bodyStart = end < text.endIndex ? text.utf8.index(after: end) : end
        let yaml = text[yamlStart..<start]
        return Split(
          yaml: (String(yaml), 2), body: String(text[bodyStart...]), bodyLine: lineNumber + 1,
          fault: yaml.utf8.count > maximumBytes ? .tooLong : nil)
      }
      lineNumber += 1
      start = end < text.endIndex ? text.utf8.index(after: end) : end
    }
    return Split(yaml: nil, body: "", bodyLine: 1, fault: .unterminated)
  }

  private static func closesFrontMatter(_ line: Substring.UTF8View) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 }
      || line.elementsEqual("...".utf8)
  }

  /// The front matter, with an empty title when none is given; nil when it can't be read.
  static func parse(
    _ split: Split, in file: SourceFile
  ) -> Parsed {
    if let fault = split.fault {
      return Parsed(frontMatter: nil, keyLines: [:], diagnostics: [diagnostic(of: fault, in: file)])
    }
    guard let yaml = split.yaml else {
      return Parsed(frontMatter: FrontMatter(title: ""), keyLines: [:], diagnostics: [])
    }
    if var reader = YAMLReader(plain: yaml.text, in: file, firstLine: yaml.line) {
      let frontMatter = read(&reader)
      if reader.diagnostics.isEmpty {
        return Parsed(frontMatter: frontMatter, keyLines: reader.keyLines, diagnostics: [])
      }
    }
    var reader = YAMLReader(yaml.text, in: file, firstLine: yaml.line)
    let frontMatter = reader.isReadable ? read(&reader) : nil
    return Parsed(
      frontMatter: frontMatter, keyLines: reader.keyLines, diagnostics: reader.diagnostics)
  }

  struct Parsed {
    let frontMatter: FrontMatter?
    let keyLines: [String: Int]
    let diagnostics: [Diagnostic]
  }

  private static func diagnostic(of fault: Fault, in file: SourceFile) -> Diagnostic {
    let (summary, cure) =
      switch fault {
      case .unterminated:
        ("front matter has no end", "close it with a line of three hyphens, '---'")
      case .toml:
        (
          "front matter in TOML isn't read",
          "write it as YAML between '---' lines: 'title = \"…\"' becomes 'title: …'"
        )
      case .tooLong:
        (
          "front matter is longer than \(maximumBytes >> 10) kB",
          "close it with '---' where the article's text starts"
        )
      }
    return file.diagnostic(
      .error, rule: "front-matter", line: 1, column: 1, summary, cures: [cure])
  }

  // MARK: Keys

  private static let ownKeys = [
    "title", "description", "kind", "id", "questions", "answers", "goal", "duration", "needs",
    "stages", "related", "tags", "updated", "review-by", "review-every", "owner", "status",
    "published", "expires", "successor", "aliases", "permalink", "order", "sms", "video",
    "translation-of",
  ]

  private static func read(_ reader: inout YAMLReader) -> FrontMatter {
    let title = reader.string("title") ?? ""
    var matter = FrontMatter(title: title.singleSpaced)
    matter.description = reader.string("description") ?? reader.string("summary")
    matter.kind = choice("kind", &reader) ?? .page
    matter.id = reader.string("id")
    matter.translationOf = reader.string("translation-of")
    matter.questions = reader.strings("questions")
    matter.answers = reader.strings("answers")
    matter.goal = reader.string("goal")
    matter.duration = span("duration", &reader)
    matter.needs = reader.strings("needs")
    for var entry in reader.mappings("stages") {
      let stage = Stage(
        title: entry.string("title") ?? "", who: entry.string("who"),
        takes: span("takes", &entry))
      entry.finish()
      reader.absorb(entry)
      matter.stages.append(stage)
    }
    matter.related = reader.strings("related")
    matter.owner = reader.string("owner")
    matter.sms = reader.string("sms")
    matter.video = reader.string("video")
    readLife(of: &matter, &reader)
    readForeignTwins(into: &matter, &reader)
    reader.finish(ignoring: ForeignKeys.all, offering: ownKeys)
    return matter
  }

  /// What the article goes through: draft, published, reviewed, archived.
  private static func readLife(of matter: inout FrontMatter, _ reader: inout YAMLReader) {
    matter.updated = date("updated", &reader)
    matter.reviewBy = date("review-by", &reader)
    if let text = reader.string("review-every") {
      matter.reviewEvery = ReviewCycle(text)
      if matter.reviewEvery == nil {
        reader.report(
          .error, rule: "time-span", at: reader.node("review-every"),
          "'\(text)' isn't a time span",
          cures: ["write a number and days, weeks, months or years: '6 months'"])
      }
    }
    if let text = reader.scalar("status"), ForeignKeys.pageIcons.contains(text) {
      reader.reportForeign("status", at: reader.node("status"))
    } else if reader.node("status") != nil {
      // What isn't understood may have been meant as a draft, so customers don't get to see it.
      matter.status = choice("status", &reader) ?? .draft
    }
    // Jekyll's `published` is true or false, ours a date.
    switch reader.scalar("published") {
    case "false": matter.status = .draft
    case "true": break
    default: matter.published = date("published", &reader)
    }
    if reader.bool("draft") == true { matter.status = .draft }
    matter.expires = date("expires", &reader)
    matter.successor = reader.string("successor")
    matter.aliases = reader.strings("aliases")
    matter.permalink = reader.string("permalink")
    matter.order = reader.integer("order")
    matter.tags = reader.strings("tags")
  }

  /// Keys of other generators that mean the same as ours; where both stand, ours win.
  private static func readForeignTwins(
    into matter: inout FrontMatter, _ reader: inout YAMLReader
  ) {
    matter.updated =
      matter.updated ?? date("lastmod", &reader) ?? lastUpdate(&reader)
    matter.published = matter.published ?? date("publishDate", &reader)
    matter.expires = matter.expires ?? date("expiryDate", &reader)
    matter.aliases += reader.strings("redirect_from")
    matter.permalink = matter.permalink ?? reader.string("slug") ?? reader.string("url")
    matter.tags += reader.strings("keywords")
    matter.order =
      matter.order ?? reader.integer("weight") ?? reader.integer("sidebar_position")
      ?? reader.integer("nav_order")
    // Starlight's `sidebar: {order: 2}` and Zola's `extra: {order: 2}`.
    for key in ["sidebar", "extra"] {
      let order = reader.node(key)?.mapping?["order"]?.int
      matter.order = matter.order ?? order
    }
  }

  /// Docusaurus's `last_update: {date: …}` and Starlight's `lastUpdated`, which may be true or false.
  private static func lastUpdate(_ reader: inout YAMLReader) -> String? {
    let docusaurus = reader.node("last_update")
    if let day = docusaurus?.mapping?["date"]?.scalar?.string { return isoDay(day)?.description }
    if docusaurus?.scalar != nil { return date("last_update", &reader) }
    guard let starlight = reader.scalar("lastUpdated"), !["true", "false"].contains(starlight)
    else { return nil }
    return date("lastUpdated", &reader)
  }

  private static func span(_ key: String, _ reader: inout YAMLReader) -> TimeSpan? {
    guard let text = reader.string(key) else { return nil }
    if let span = TimeSpan(text) { return span }
    reader.report(
      .error, rule: "time-span", at: reader.node(key), "'\(text)' isn't a time span",
      cures: ["write a number and minutes, hours, days or working days: '3 working days'"])
    return nil
  }

  private static func date(_ key: String, _ reader: inout YAMLReader) -> String? {
    guard let text = reader.string(key) else { return nil }
    if let day = isoDay(text) { return day.description }
    reader.report(
      .error, rule: "date", at: reader.node(key), "'\(text)' isn't a date",
      cures: [
        MissingDay(text)?.cure
          ?? "write it as year-month-day: \(day(writtenFirst: text) ?? "2026-09-14")"
      ])
    return nil
  }

  /// The day that `1.10.2026` means, as it is written in most of Europe.
  private static func day(writtenFirst text: String) -> String? {
    let parts = text.split(separator: ".").map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)?.description
  }

  /// The day of a date, whose time of day is left out: `2026-09-14T08:00:00Z`.
  private static func isoDay(_ text: String) -> CalendarDay? {
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix("T") || rest.hasPrefix(" ") else { return nil }
    return CalendarDay(String(text.prefix(10)))
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ reader: inout YAMLReader
  ) -> Choice? where Choice.RawValue == String {
    guard let text = reader.string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    let meant = didYouMean(text, among: choices)
    reader.report(
      .error, rule: "unknown-value", at: reader.node(key), "'\(text)' isn't a \(key)",
      cures: [
        meant.map { "did you mean '\($0)'?" } ?? "use one of: \(choices.joined(separator: ", "))"
      ],
      fix: meant.map { TextFix(old: text, new: $0) })
    return nil
  }
}

/// Keys that other site generators use for what Signpost has no need of: kept in the file, noted,
/// without effect.
enum ForeignKeys {
  static let all = docusaurus.union(hugo).union(jekyll).union(mkDocs).union(starlight).union(zola)

  /// MkDocs Material's `status` is an icon beside the title.
  static let pageIcons: Set<String> = ["new", "deprecated"]

  private static let docusaurus: Set<String> = [
    "sidebar_label", "sidebar_class_name", "sidebar_key", "sidebar_custom_props",
    "pagination_label", "pagination_next", "pagination_prev", "hide_title",
    "hide_table_of_contents", "toc_min_heading_level", "toc_max_heading_level",
    "custom_edit_url", "image", "unlisted", "displayed_sidebar", "title_meta",
  ]
  private static let hugo: Set<String> = [
    "linkTitle", "date", "categories", "series", "layout", "type", "cascade", "menu", "menus",
    "outputs", "resources", "isCJKLanguage", "headless", "markup", "params", "sitemap", "toc",
    "author", "authors", "images", "videos", "audio", "build",
  ]
  private static let jekyll: Set<String> = [
    "category", "parent", "grand_parent", "has_children", "nav_exclude", "has_toc", "sidenav",
    "scripts", "styles", "meta_title", "child", "children", "translations", "excerpt",
    "redirect_to", "lang", "ref", "search_exclude", "comments", "header", "sidebar_title",
  ]
  private static let mkDocs: Set<String> = [
    "hide", "icon", "subtitle", "template", "social", "search", "revision_date", "exclude",
    "boost", "reviewers", "contributors",
  ]
  private static let starlight: Set<String> = [
    "editUrl", "head", "tableOfContents", "hero", "banner", "prev", "next", "pagefind",
  ]
  private static let zola: Set<String> = [
    "taxonomies", "path", "sort_by", "in_search_index", "insert_anchor_links",
    "generate_feeds", "page_template", "paginate_by", "transparent", "render",
  ]
}
