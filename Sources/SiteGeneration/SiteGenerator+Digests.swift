import Availability
import FileStamps
import Foundation
import KnowledgeBase

/// What decides whether a part has to be made.
extension SiteGenerator {
  /// With fewer articles to one that has changed, texts are read for pages and index at once.
  static let leastKept = 16

  /// Whether the texts of few articles of a language are needed.
  func isMostlyCurrent(_ language: Language, _ parts: SiteParts) throws -> Bool {
    let articles = input.library.articles(in: language)
    let areCurrent = try concurrently(articles) { article in
      parts.isCurrent(article.permalink.path, own: article.digest?.whole ?? 0)
    }
    return areCurrent.count { !$0 } * Self.leastKept < articles.count
  }

  /// Of what decides beside its content how a file of an index is written.
  var digestOfForm: UInt64 {
    var digest = ContentDigest()
    digest.add(FileStamp.ofProgram?.size ?? 0)
    digest.add(FileStamp.ofProgram?.nanoseconds ?? 0)
    digest.add(precompressed)
    return digest.value
  }

  static func searchPart(of language: Language) -> String { "#search/\(language.code)" }

  /// Of all that a search index is made from.
  ///
  /// - Parameter heads: of all articles of the language.
  func searchDigest(of language: Language, heads: UInt64) -> UInt64 {
    var texts = ContentDigest()
    texts.add(heads)
    for article in input.library.articles(in: language) { texts.add(article.digest?.whole ?? 0) }
    return texts.value
  }

  /// What is known of the articles' words; not looked for where the index needn't be made.
  ///
  /// - Parameter source: of all that the index is made from.
  func keptTerms(of language: Language, from source: UInt64, _ parts: SiteParts) -> KeptTerms {
    let isNeeded = !parts.isCurrent(Self.searchPart(of: language), own: source)
    return KeptTerms(language, at: isNeeded ? parts.termsPath(in: language) : nil)
  }

  var precompressed: [String] {
    input.precompress.filter { Compressor($0) != nil }.map(\.rawValue)
  }

  static func minute(of date: Date) -> Int { Int(date.timeIntervalSince1970) / 60 }

  var minute: Int { Self.minute(of: input.today) }

  /// The minutes around this one in which no day begins or ends, and no notice: what `frame` takes
  /// from the clock stays the same.
  var lasting: Range<Int> {
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
  func frame(with assets: SiteAssets) -> UInt64? {
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
    for page in plan.pages {
      if case .article(let article) = page.content, let digest = article.digest {
        frame.add(digest.place)
      } else {
        frame.add(page.permalink.path)
      }
    }
    for redirect in library.redirects { frame.add([redirect.from, redirect.to.path]) }
    for link in input.shortLinks.all { frame.add([link.code, link.article.rawValue]) }
    return frame.value
  }
}
