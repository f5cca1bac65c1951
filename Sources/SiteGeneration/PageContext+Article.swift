import Foundation
import KnowledgeBase

/// What an article's page has of its own.
extension PageContext {
  /// How many articles of the same topic a page names beside its own.
  private static let siblings = 8

  func values(of article: Article) -> TemplateObject {
    let matter = article.frontMatter
    let sections = article.sections
    let stages = stages(of: matter.stages)
    let total = TimeSpan.total(of: matter.stages.compactMap(\.takes))
    let headings = sections.filter { $0.level == 2 && $0.isAnchored }
    let titles = Dictionary(
      headings.map { ($0.anchor, $0.title) }, uniquingKeysWith: { first, _ in first })
    let related = matter.related.compactMap { library.article(ArticleID($0), in: language) }
    let topic = shelf.category(article.categoryPath)
    let siblings = shelf.articles(around: article, limit: Self.siblings)
    // The page of a folder leads to the folders in it, too.
    let place = article.permalink.path.split(separator: "/").dropFirst().map(String.init)
    let folders = place == article.categoryPath ? shelf.categories(in: place) : []
    let beside = folders.map(link) + siblings.map { entry($0, isCurrent: $0.id == article.id) }
    // Of a translation without a date only the editor is told that it may be behind.
    let isBehind = library.isOutdated(article) && matter.updated != nil
    let source = isBehind ? library.source(of: article.id) : nil
    let parts = LeftToRightParts(in: language)
    let html = filled(HeadingLevels.inOrder(article.html, sections))
    let body = ArticleBody(lines.set(in: parts?.marked(in: html) ?? html))
    let title = parts?.isolated(in: article.title) ?? article.title
    return .present([
      "heading": .text(lines.set(in: title)),
      "kind": .text(article.kind.rawValue),
      "isList": .flag(!article.questionSections.isEmpty),
      "intro": .text(
        body.intro { strings("howTo.step", ["n": $0]) }),
      "parts": .objects(body.parts.map { part($0, titles) }),
      "goal": matter.goal.map(set),
      "duration": matter.duration.map { .text(strings.time($0)) },
      "needs": .texts(matter.needs.map(lines.set)), "hasNeeds": .flag(!matter.needs.isEmpty),
      "hasFacts": .flag(!matter.needs.isEmpty || matter.duration != nil || matter.goal != nil),
      "video": article.video.map { .object(video($0)) },
      "stages": .objects(stages), "hasStages": .flag(!stages.isEmpty),
      "total": total.map { set(strings("process.total", ["time": strings.time($0)])) },
      "totalDays": total.flatMap(days),
      "toc": .objects(
        headings.map { ["title": set($0.title), "href": .text("#\($0.anchor)")] }),
      "hasToc": .flag(headings.count >= 3),
      "related": .objects(related.map(link)), "hasRelated": .flag(!related.isEmpty),
      "topic": topic.map { .text($0.title) },
      "topicHref": topic.map { .text(site.root + $0.permalink.path) },
      "siblings": .objects(beside),
      "hasSiblings": .flag(beside.count > 1 && !article.categoryPath.isEmpty),
      "updated": matter.updated.map {
        .object(["iso": .text($0), "text": .text(LocalisedDate.text(of: $0, in: language))])
      },
      "outdated": .flag(source != nil),
      "sourceLink": source.map { .object(sourceLink($0)) },
      "tags": .texts(matter.tags),
      "feedback": feedback.map {
        .object($0.context(of: article, url: "\(site.baseURL)/\(article.permalink)"))
      },
    ])
  }

  private func entry(_ article: Article, isCurrent: Bool) -> TemplateObject {
    [
      "title": set(article.title), "href": .text(site.root + article.permalink.path),
      "current": .flag(isCurrent),
    ]
  }

  private func link(_ category: KnowledgeBase.Category) -> TemplateObject {
    ["title": set(category.title), "href": .text(site.root + category.permalink.path)]
  }

  private func sourceLink(_ source: Article) -> TemplateObject {
    [
      "href": .text(site.root + source.permalink.path),
      "languageName": .text(source.language.nativeName), "lang": .text(source.language.code),
    ]
  }

  /// Nil for a time that isn't counted in days.
  private func days(_ total: TimeSpan) -> TemplateValue? {
    guard total.unit == .days || total.unit == .workingDays else { return nil }
    return .object(["amount": .text(String(total.amount)), "unit": .text(total.unit.rawValue)])
  }

  private func video(_ video: ArticleVideo) -> TemplateObject {
    switch video {
    case .file(let path, let captions):
      .present([
        "file": .text(address(of: path)), "captions": captions.map { .text(address(of: $0)) },
        "lang": .text(language.code), "languageName": .text(language.nativeName),
      ])
    case .link(let address, let host): ["href": .text(address), "host": .text(host)]
    }
  }

  private func address(of path: String) -> String {
    site.root + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
  }

  /// - Parameter titles: of the headings, by anchor.
  private func part(_ part: ArticleBody.Part, _ titles: [String: String]) -> TemplateObject {
    let start = titles[String(part.anchor)]?.lowercased()
    let isTrouble = start.map { start in troubles.contains { start.hasPrefix($0) } } ?? false
    return ["html": .text(part.headingAsLink), "trouble": .flag(isTrouble)]
  }

  /// Replaces the placeholders of alerts and the like by words of the site's language, puts tables
  /// into boxes that they can be moved in where they are wider than the page, and controls to tabs.
  private func filled(_ html: String) -> String {
    var html = html
    if html.contains(mark: "<table>") {
      html = html.replacing(mark: "<table>", with: "<div class=\"scroll\"><table>")
        .replacing(mark: "</table>", with: "</table></div>")
    }
    if html.contains(mark: "<div class=\"tab\">") { html = TabControls.added(to: html) }
    guard html.contains(mark: "<!--") else { return html }
    let titled = Alert.allCases.reduce(html) { text, alert in
      text.replacing(
        mark: alert.placeholder,
        with: "<p class=\"alert-title\">\(strings("alert.\(alert.rawValue)"))</p>\n")
    }
    return TextPlaceholder.filled(titled) { strings($0) }
  }

  private func stages(of stages: [Stage]) -> [TemplateObject] {
    let countsAllDays = TimeSpan.total(of: stages.compactMap(\.takes))?.unit == .days
    return zip(stages, 1...).map { stage, count in
      let takes = stage.takes.flatMap { $0.amount > 0 ? $0 : nil }
      let isInDays = takes?.unit == .days || takes?.unit == .workingDays
      // Where another stage counts all days, all count them.
      let passed = stages.prefix(count).compactMap(\.takes)
        .filter { $0.unit == .days || $0.unit == .workingDays }
      let day = TimeSpan.total(of: passed, countsAllDays: countsAllDays)?.amount ?? 0
      return .present([
        "title": set(stage.title), "who": stage.who.map { .text($0) },
        "takes": takes.map { set(strings("process.atMost", ["time": strings.time($0)])) },
        "byDay": isInDays ? .text(strings("process.byDay", ["n": String(day)])) : nil,
      ])
    }
  }
}

/// An article's HTML cut before its second-level headings and its notes, so that a page can put the
/// stages of a process after the answer and draw "if it does not work" as a box of its own.
struct ArticleBody {
  struct Part: Equatable {
    /// The heading's id; of the notes, what no heading has.
    let anchor: Substring
    /// From the heading to the next, or to the notes.
    let html: Substring

    /// The heading leads to itself, so that its address can be copied and sent on; one that holds
    /// a link stays as it is.
    var headingAsLink: String {
      let html = String(html)
      let opening = "<h2 id=\"\(anchor)\">"
      guard html.hasPrefix(opening), let end = html.firstOffset(of: "</h2>") else { return html }
      let title = html[html.index(ofByte: opening.utf8.count)..<html.index(ofByte: end)]
      guard !String(title).contains(mark: "<a ") else { return html }
      return "\(opening)<a class=\"own\" href=\"#\(anchor)\">\(title)</a>\(html[title.endIndex...])"
    }
  }

  private let beginning: Substring
  let parts: [Part]

  init(_ html: String) {
    let starts = Self.starts(in: html)
    beginning = html[..<(starts.first ?? html.endIndex)]
    parts = zip(starts, starts.dropFirst() + [html.endIndex]).map { start, end in
      let part = html[start..<end]
      let anchor = part.utf8.dropFirst("<h2 id=\"".utf8.count).prefix { $0 != UInt8(ascii: "\"") }
      return Part(anchor: Substring(anchor), html: part)
    }
  }

  /// What stands before the first heading. Each step of a how-to has a link to itself, so that its
  /// address can be sent on; the style draws the number there.
  ///
  /// - Parameter stepName: what the link to a step is called, by its number.
  func intro(stepName: (String) -> String) -> String {
    let html = String(beginning)
    var linked = ""
    var copied = html.startIndex
    var offset = 0
    while let start = html.firstOffset(of: "<li id=\"step-", from: offset),
      let end = html.firstOffset(of: "\">", from: start)
    {
      offset = end + 2
      let place = html.index(ofByte: offset)
      let anchor = html[html.index(ofByte: start + 8)..<html.index(ofByte: end)]
      let number = anchor.split(separator: "-").last ?? ""
      linked += html[copied..<place]
      linked +=
        "<a class=\"step\" href=\"#\(anchor)\" aria-label=\"\(stepName(String(number)))\"></a>"
      copied = place
    }
    return linked + html[copied...]
  }

  /// Where lines begin that are a second-level heading, then where the notes do.
  private static func starts(in html: String) -> [String.Index] {
    var starts = html.hasPrefix("<h2 id=\"") ? [html.startIndex] : []
    var offset = 0
    while let lineEnd = html.firstOffset(of: "\n<h2 id=\"", from: offset) {
      offset = lineEnd + 1
      starts.append(html.index(ofByte: offset))
    }
    if let lineEnd = html.firstOffset(of: "\n<section class=\"notes\">", from: offset) {
      starts.append(html.index(ofByte: lineEnd + 1))
    }
    return starts
  }
}
