import Diagnostics
import KnowledgeBase

/// Splits an article into front matter and body, and reads the former.
enum FrontMatterParser {
  /// Keys that other site generators use for what Signpost doesn't need.
  private static let foreignKeys: Set<String> = [
    "layout", "category", "categories", "taxonomies", "extra", "child", "children", "sidenav",
    "scripts", "styles", "keywords", "meta_title", "translations", "sidebar", "sidebar_label",
    "sidebar_position", "pagination_label", "hide_table_of_contents", "toc", "template", "date",
    "author", "authors", "image", "head", "banner", "hero", "linkTitle", "cascade", "type",
    "review-by", "review-every", "published", "expires", "video", "translation-of", "answers",
    "hide", "icon", "custom_edit_url", "pagefind", "editUrl", "prev", "next", "weight_",
  ]

  struct Split {
    /// The YAML text and the line it starts on; nil without front matter.
    let yaml: (text: String, line: Int)?
    let body: String
    /// The line of the file on which the body starts.
    let bodyLine: Int
    let unterminatedAt: Int?
  }

  static func split(_ text: String) -> Split {
    guard text.hasPrefix("---\n") || text.hasPrefix("---\r") else {
      return Split(yaml: nil, body: text, bodyLine: 1, unterminatedAt: nil)
    }
    var lineNumber = 2
    var start = text.index(text.startIndex, offsetBy: 4)
    let yamlStart = start
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: "\n") ?? text.endIndex
      let line = text[start..<end]
      if line == "---" || line == "..." || line.hasPrefix("---") && line.allSatisfy({ "- ".contains($0) }) {
        let bodyStart = end < text.endIndex ? text.index(after: end) : end
        return Split(
          yaml: (String(text[yamlStart..<start]), 2), body: String(text[bodyStart...]),
          bodyLine: lineNumber + 1, unterminatedAt: nil)
      }
      lineNumber += 1
      start = end < text.endIndex ? text.index(after: end) : end
    }
    return Split(yaml: nil, body: "", bodyLine: 1, unterminatedAt: 1)
  }

  /// The front matter, with an empty title when none is given; nil when it can't be read.
  static func parse(
    _ split: Split, in file: SourceFile
  ) -> (frontMatter: FrontMatter?, diagnostics: [Diagnostic]) {
    if let line = split.unterminatedAt {
      return (
        nil,
        [
          file.diagnostic(
            .error, rule: "front-matter", line: line, column: 1,
            "front matter has no end", cures: ["close it with a line of three hyphens, '---'"])
        ]
      )
    }
    guard let yaml = split.yaml else { return (FrontMatter(title: ""), []) }
    var reader = YAMLReader(yaml.text, in: file, firstLine: yaml.line)
    guard reader.isReadable else { return (nil, reader.diagnostics) }
    let frontMatter = read(&reader)
    return (frontMatter, reader.diagnostics)
  }

  private static func read(_ reader: inout YAMLReader) -> FrontMatter {
    var matter = FrontMatter(title: reader.string("title") ?? "")
    matter.description = reader.string("description")
    if let text = reader.string("kind") {
      if let kind = ArticleKind(rawValue: text) {
        matter.kind = kind
      } else {
        refuse(
          text, key: "kind", choices: ArticleKind.allCases.map(\.rawValue), reader: &reader)
      }
    }
    matter.id = reader.string("id")
    matter.questions = reader.strings("questions")
    matter.goal = reader.string("goal")
    matter.duration = timeSpan("duration", &reader)
    matter.needs = reader.strings("needs")
    for var entry in reader.mappings("stages") {
      let stage = Stage(
        title: entry.string("title") ?? "", who: entry.string("who"),
        takes: timeSpan("takes", &entry))
      entry.finish()
      reader.absorb(entry)
      matter.stages.append(stage)
    }
    matter.related = reader.strings("related")
    matter.tags = reader.strings("tags")
    matter.updated = date(["updated", "lastmod", "last_update", "lastUpdated"], &reader)
    matter.owner = reader.string("owner")
    if let text = reader.string("status") {
      if let status = FrontMatter.Status(rawValue: text) {
        matter.status = status
      } else {
        refuse(
          text, key: "status", choices: FrontMatter.Status.allCases.map(\.rawValue),
          reader: &reader)
      }
    }
    if reader.bool("draft") == true { matter.status = .draft }
    matter.aliases = reader.strings("aliases") + reader.strings("redirect_from")
    matter.permalink = reader.string("permalink") ?? reader.string("slug")
    matter.order = reader.integer("order") ?? reader.integer("weight")
    matter.sms = reader.string("sms")
    reader.finish(ignoring: foreignKeys)
    return matter
  }

  private static func timeSpan(_ key: String, _ reader: inout YAMLReader) -> TimeSpan? {
    guard let text = reader.string(key) else { return nil }
    if let span = TimeSpan(text) { return span }
    reader.report(
      .error, rule: "time-span", at: reader.node(key), "'\(text)' isn't a time span",
      cures: ["write a number and minutes, hours, days or working days: '3 working days'"])
    return nil
  }

  private static func date(_ keys: [String], _ reader: inout YAMLReader) -> String? {
    var found: String?
    for key in keys {
      guard let node = reader.node(key), found == nil else { continue }
      guard let text = node.scalar?.string else { continue }
      let day = String(text.prefix(10))
      let parts = day.split(separator: "-").compactMap { Int($0) }
      if day.count == 10, parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) {
        found = day
      } else {
        reader.report(
          .error, rule: "date", at: node, "'\(text)' isn't a date",
          cures: ["write it as year-month-day: 2026-09-14"])
      }
    }
    return found
  }

  private static func refuse(
    _ text: String, key: String, choices: [String], reader: inout YAMLReader
  ) {
    let meant = didYouMean(text, among: choices).map { ["did you mean '\($0)'?"] }
    reader.report(
      .error, rule: "unknown-value", at: reader.node(key), "'\(text)' isn't a \(key)",
      cures: meant ?? ["use one of: \(choices.joined(separator: ", "))"])
  }
}
