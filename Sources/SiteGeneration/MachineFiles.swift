import Foundation
import KnowledgeBase

/// What programs read of the articles of one language ([their members](../PROGRAMS.md)).
///
/// - `<lang>/feed.atom`: the articles changed last (RFC 4287)
/// - `<lang>/opensearch.xml`: how a browser searches here (OpenSearch 1.1)
/// - `api/<lang>/articles.json`: `id`, `title`, `url`, `summary`, `kind`, `category`, `updated`
/// - `api/<lang>/categories.json`: `path`, `title`, `url`, `description`, `articles`
/// - `api/<lang>/notices.json`: `id`, `severity`, `text`, `from`, `until`, `categories` of those that
///   aren't over
struct MachineFiles {
  private static let entries = 50

  let plan: SitePlan
  let language: Language
  let strings: SiteStrings
  let shelf: Shelf
  /// When the site is published, in minutes since 1970.
  let minute: Int

  private var site: Site { plan.library.site }
  private var title: String { site.text(site.title, in: language) ?? "" }

  static func feedPath(in language: Language) -> String { "\(language.code)/feed.atom" }
  static func searchPath(in language: Language) -> String { "\(language.code)/opensearch.xml" }

  /// Path below the site's root and text of each file.
  var files: [(path: String, text: String)] {
    [
      (Self.feedPath(in: language), feed), (Self.searchPath(in: language), search),
      ("api/\(language.code)/articles.json", articles),
      ("api/\(language.code)/categories.json", categories),
      ("api/\(language.code)/notices.json", notices),
    ]
  }

  private func url(_ permalink: Permalink) -> String { "\(site.baseURL)/\(permalink)" }

  private var feed: String {
    let dated = shelf.articles.filter { $0.frontMatter.updated != nil }.sorted {
      ($1.frontMatter.updated ?? "", $0.id) < ($0.frontMatter.updated ?? "", $1.id)
    }
    let shown = dated.prefix(Self.entries)
    // A day is all that editors state; its start in UTC stands for it.
    func time(_ day: String?) -> String { (day ?? "1970-01-01") + "T00:00:00Z" }
    let own = "\(site.baseURL)/\(Self.feedPath(in: language))"
    let entries = shown.map { article in
      """
      <entry>
      <id>\(XMLText.escaped(url(article.permalink)))</id>
      <title>\(XMLText.escaped(article.title))</title>
      <link href="\(XMLText.escaped(url(article.permalink)))"/>
      <updated>\(time(article.frontMatter.updated))</updated>
      <summary>\(XMLText.escaped(article.summary))</summary>
      </entry>

      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.code)">
      <id>\(XMLText.escaped(own))</id>
      <title>\(XMLText.escaped("\(title): \(strings("feed.title"))"))</title>
      <link rel="self" href="\(XMLText.escaped(own))"/>
      <link href="\(XMLText.escaped(url(plan.permalink(of: .home, in: language))))"/>
      <updated>\(time(shown.first?.frontMatter.updated))</updated>
      <author><name>\(XMLText.escaped(site.company ?? title))</name></author>
      \(entries.joined())</feed>

      """
  }

  /// What the specification lets a name have, 16 characters: of a longer title its first words, without
  /// the dash or comma after them.
  private var shortTitle: String {
    let most = 16
    guard title.count > most else { return title }
    let beginning = title.prefix(most + 1)
    let words = beginning.lastIndex(of: " ").map { beginning[..<$0] } ?? title.prefix(most)
    let end = words.lastIndex { $0.isLetter || $0.isNumber }
    return String(end.map { words[...$0] } ?? title.prefix(most))
  }

  private var search: String {
    let results = url(plan.permalink(of: .search, in: language))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>\(XMLText.escaped(shortTitle))</ShortName>
      <Description>\(XMLText.escaped("\(strings("search.label")): \(title)"))</Description>
      <Language>\(language.code)</Language>
      <InputEncoding>UTF-8</InputEncoding>
      <Url type="text/html" template="\(XMLText.escaped(results))?q={searchTerms}"/>
      </OpenSearchDescription>

      """
  }

  private var articles: String {
    let rows = shelf.articles.map { article -> JSONValue in
      var members: [(String, JSONValue)] = [
        ("id", .string(article.id.rawValue)), ("title", .string(article.title)),
        ("url", .string(url(article.permalink))), ("summary", .string(article.summary)),
        ("kind", .string(article.kind.rawValue)),
        ("category", .string(article.categoryPath.joined(separator: "/"))),
      ]
      if let updated = article.frontMatter.updated { members.append(("updated", .string(updated))) }
      return .object(members)
    }
    return JSONValue.object([
      ("language", .string(language.code)), ("articles", .array(rows)),
    ]).text + "\n"
  }

  private var categories: String {
    let rows = plan.library.categories(in: language).map { category -> JSONValue in
      var members: [(String, JSONValue)] = [
        ("path", .string(category.path.joined(separator: "/"))), ("title", .string(category.title)),
        ("url", .string(url(category.permalink))),
        ("articles", .number(shelf.articles(below: category.path).count)),
      ]
      if let text = category.description { members.append(("description", .string(text))) }
      return .object(members)
    }
    return JSONValue.object([
      ("language", .string(language.code)), ("categories", .array(rows)),
    ]).text + "\n"
  }

  private var notices: String {
    func time(_ minute: Int) -> JSONValue {
      .string(Date(timeIntervalSince1970: Double(minute) * 60).formatted(.iso8601))
    }
    let rows = plan.library.notices.filter { !$0.isOver(at: minute) }.compactMap { notice in
      site.text(notice.text, in: language).map { text -> JSONValue in
        let categories = notice.categories.map { JSONValue.string($0.joined(separator: "/")) }
        var members: [(String, JSONValue)] = [
          ("id", .string(notice.id)), ("severity", .string(notice.severity.rawValue)),
          ("text", .string(text)), ("categories", .array(categories)),
        ]
        if let from = notice.from { members.append(("from", time(from))) }
        if let until = notice.until { members.append(("until", time(until))) }
        return .object(members)
      }
    }
    return JSONValue.object([
      ("language", .string(language.code)), ("notices", .array(rows)),
    ]).text + "\n"
  }
}

/// Text in XML.
enum XMLText {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || [0x22, 0x26, 0x3c].contains($0) }) else {
      return text
    }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      // XML 1.0, section 2.2, knows no other control characters.
      case "\0"..<"\t", "\u{0b}"..<"\r", "\u{0e}"..<" ": break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
