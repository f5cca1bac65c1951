/// What somebody did on the site instead of making contact.
package enum VisitSubject: Hashable, Sendable {
  /// Read an article, by its id and language.
  case article(String, language: String)
  /// Asked the search page.
  case search(language: String)
  /// Was told that nothing was found.
  case noResult(language: String)
  /// Came by a short address, from a sticker or a message.
  case shortLink(code: String)
}

/// How often one thing was done on one day, or on all the days asked for.
package struct VisitCount: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case article, search
    case noResult = "no-result"
    case sticker
  }

  package let kind: Kind
  /// The article's id, the query as typed (redacted, in small letters), or the code and place of a
  /// sticker: `c6xh KM-101`.
  package let key: String
  /// Empty where there is none.
  package let language: String
  package let count: Int

  package init(kind: Kind, key: String, language: String, count: Int) {
    self.kind = kind
    self.key = key
    self.language = language
    self.count = count
  }
}

/// What became of the lines of a web server's log.
package struct VisitSummary: Hashable, Sendable {
  package var lines = 0
  /// Visits that were counted.
  package var counted = 0
  /// Lines that an earlier import counted.
  package var known = 0
  /// Lines of programs, not people.
  package var robots = 0
  /// Style, scripts, pages that are no articles, and what failed.
  package var passedOver = 0
  /// Lines that aren't of the common or combined format; the number of the first.
  package var malformed = 0
  package var firstMalformed: Int?

  package init() {}
}
