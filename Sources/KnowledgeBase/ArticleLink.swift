/// A link in an article's text.
package struct ArticleLink: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// A page of the site, with the id on it that is jumped to, or empty.
    case page(Permalink, anchor: String)
    /// A file below the site's root.
    case file(String)
    case external(String)
  }

  package let target: Target
  package let text: String
  package let line: Int
  package let column: Int?

  package init(_ target: Target, text: String, line: Int, column: Int?) {
    self.target = target
    self.text = text
    self.line = line
    self.column = column
  }
}

/// An image in an article's text.
package struct ArticleImage: Hashable, Sendable {
  /// The file below the site's root, or the address of an image elsewhere.
  package let address: String
  package let alternative: String
  package let line: Int
  package let column: Int?

  package init(address: String, alternative: String, line: Int, column: Int?) {
    self.address = address
    self.alternative = alternative
    self.line = line
    self.column = column
  }
}

/// The video that shows what an article says.
package enum ArticleVideo: Hashable, Sendable {
  /// A file of the site and its captions, by their paths below the site's root.
  case file(String, captions: String?)
  /// A video elsewhere and the host it is on; linked to, for showing it would tell that host who
  /// reads what.
  case link(String, host: String)
}

/// The lines of a file on which front matter's keys and the body stand, counted from 1.
package struct ArticlePlaces: Hashable, Sendable {
  package let keyLines: [String: Int]
  package let bodyLine: Int

  package init(keyLines: [String: Int] = [:], bodyLine: Int = 1) {
    self.keyLines = keyLines
    self.bodyLine = bodyLine
  }

  /// The line of a key, else the first.
  package func line(of key: String) -> Int { keyLines[key] ?? 1 }
}
