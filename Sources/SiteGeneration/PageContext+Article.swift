import Foundation
import KnowledgeBase

/// What an article's page has of its own.
extension PageContext {
  /// How many articles of the same topic a page names beside its own.
  private static let siblings = 8

  func values(of article: Article) -> [String: Any] {
    let matter = article.frontMatter
    let stages = stages(of: matter.stages)
    let total = TimeSpan.total(of: matter.stages.compactMap(\.takes))
    let headings = article.sections.filter { $0.level == 2 && $0.isAnchored }
    let related = matter.related.compactMap { library.article(ArticleID($0), in: language) }
    let topic = shelf.category(article.categoryPath)
    let siblings = shelf.articles(around: article, limit: Self.siblings)
    let source = library.isOutdated(article) ? library.source(of: article.id) : nil
    let body = ArticleBody(filled(article.html))
    let titles = Dictionary(
      headings.map { ($0.anchor, $0.title) }, uniquingKeysWith: { first, _ in first })
    return .present([
      "kind": article.kind.rawValue, "isList": !article.questionSections.isEmpty,
      "intro": String(body.intro),
      "parts": body.parts.map { part($0, title: titles[String($0.anchor)]) },
      "goal": matter.goal,
      "duration": matter.duration.map(text(of:)),
      "needs": matter.needs, "hasNeeds": !matter.needs.isEmpty,
      "hasFacts": !matter.needs.isEmpty || matter.duration != nil || matter.goal != nil,
      "video": article.video.map(video),
      "stages": stages, "hasStages": !stages.isEmpty,
      "total": total.map { strings("process.total", ["time": text(of: $0)]) },
      "totalDays": total.flatMap {
        $0.unit == .days || $0.unit == .workingDays
          ? ["amount": String($0.amount), "unit": $0.unit.rawValue] : nil
      },
      "toc": headings.map { ["title": $0.title, "href": "#\($0.anchor)"] },
      "hasToc": headings.count >= 3,
      "related": related.map(link), "hasRelated": !related.isEmpty,
      "topic": topic?.title, "topicHref": topic.map { site.root + $0.permalink.path },
      "siblings": siblings.map { sibling -> [String: Any] in
        [
          "title": sibling.title, "href": site.root + sibling.permalink.path,
          "current": sibling.id == article.id,
        ]
      },
      "hasSiblings": siblings.count > 1 && !article.categoryPath.isEmpty,
      "updated": matter.updated.map {
        ["iso": $0, "text": LocalisedDate.text(of: $0, in: language)]
      },
      "outdated": source != nil,
      "sourceLink": source.map {
        [
          "href": site.root + $0.permalink.path, "languageName": $0.language.nativeName,
          "lang": $0.language.code,
        ]
      },
      "tags": matter.tags,
      "feedback": feedback?.context(of: article, url: "\(site.baseURL)/\(article.permalink)"),
    ])
  }

  private func video(_ video: ArticleVideo) -> [String: Any] {
    switch video {
    case .file(let path, let captions):
      .present([
        "file": address(of: path), "captions": captions.map(address), "lang": language.code,
        "languageName": language.nativeName,
      ])
    case .link(let address, let host): ["href": address, "host": host]
    }
  }

  private func address(of path: String) -> String {
    site.root + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
  }

  private func part(_ part: ArticleBody.Part, title: String?) -> [String: Any] {
    let start = title?.lowercased()
    let isTrouble = start.map { start in troubles.contains { start.hasPrefix($0) } } ?? false
    return ["html": String(part.html), "trouble": isTrouble]
  }

  /// Replaces the placeholders of alerts and the like by words of the site's language.
  private func filled(_ html: String) -> String {
    guard html.contains(mark: "<!--") else { return html }
    let titled = Alert.allCases.reduce(html) { text, alert in
      text.replacing(
        alert.placeholder,
        with: "<p class=\"alert-title\">\(strings("alert.\(alert.rawValue)"))</p>\n")
    }
    return TextPlaceholder.allCases.reduce(titled) { text, placeholder in
      text.replacing(placeholder.comment, with: strings(placeholder.rawValue))
    }
  }

  private func stages(of stages: [Stage]) -> [[String: Any]] {
    var day = 0
    return stages.map { stage in
      var context: [String: Any] = .present(["title": stage.title, "who": stage.who])
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
}

/// An article's HTML cut before its second-level headings and its notes, so that a page can put the
/// stages of a process after the answer and draw "if it does not work" as a box of its own.
struct ArticleBody {
  struct Part: Equatable {
    /// The heading's id; of the notes, what no heading has.
    let anchor: Substring
    /// From the heading to the next, or to the notes.
    let html: Substring
  }

  let intro: Substring
  let parts: [Part]

  init(_ html: String) {
    let starts = Self.starts(in: html)
    intro = html[..<(starts.first ?? html.endIndex)]
    parts = zip(starts, starts.dropFirst() + [html.endIndex]).map { start, end in
      let part = html[start..<end]
      let anchor = part.utf8.dropFirst("<h2 id=\"".utf8.count).prefix { $0 != UInt8(ascii: "\"") }
      return Part(anchor: Substring(anchor), html: part)
    }
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
