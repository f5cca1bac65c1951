/// The language-independent name of an article: front matter `id`, else its path below the
/// language folder without extension, `payments/refund`. Translations share it.
package struct ArticleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }

  package static func < (left: ArticleID, right: ArticleID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What shape an article has, which decides how a page shows it.
package enum ArticleKind: String, Sendable, CaseIterable {
  case faq
  case howTo = "how-to"
  case process, page
}

/// One answer in one language, parsed and ready to be indexed and rendered.
package struct Article: Sendable {
  /// What articles are made of, shared by their copies: lists of articles are made and sorted often.
  @usableFromInline final class Storage: Sendable {
    let id: ArticleID
    let language: Language
    let sourcePath: String
    let categoryPath: [String]
    let permalink: Permalink
    @usableFromInline let frontMatter: FrontMatter
    let text: Deferred<ArticleText>
    let summary: String
    let anchors: [String]
    let links: [ArticleLink]
    let images: [ArticleImage]
    let video: ArticleVideo?
    let places: ArticlePlaces
    let digest: ArticleDigest?

    init(
      id: ArticleID, language: Language, sourcePath: String, categoryPath: [String],
      permalink: Permalink, frontMatter: FrontMatter, text: Deferred<ArticleText>,
      summary: String, anchors: [String], links: [ArticleLink], images: [ArticleImage],
      video: ArticleVideo?, places: ArticlePlaces, digest: ArticleDigest?
    ) {
      self.id = id
      self.language = language
      self.sourcePath = sourcePath
      self.categoryPath = categoryPath
      self.permalink = permalink
      self.frontMatter = frontMatter
      self.text = text
      self.summary = summary
      self.anchors = anchors
      self.links = links
      self.images = images
      self.video = video
      self.places = places
      self.digest = digest
    }
  }

  @usableFromInline let storage: Storage
  /// How many contacts asked for this when a log was last reviewed, in all languages together; 0
  /// where none was. Orders what is most asked, and is never published itself.
  package var contacts = 0

  package init(
    id: ArticleID, language: Language, sourcePath: String, categoryPath: [String],
    permalink: Permalink, frontMatter: FrontMatter, html: String, markdown: String,
    sections: [Section], anchors: [String]? = nil, links: [ArticleLink] = [],
    images: [ArticleImage] = [], video: ArticleVideo? = nil,
    places: ArticlePlaces = ArticlePlaces(), digest: ArticleDigest? = nil
  ) {
    let text = ArticleText(html: html, markdown: markdown, sections: sections)
    storage = Storage(
      id: id, language: language, sourcePath: sourcePath, categoryPath: categoryPath,
      permalink: permalink, frontMatter: frontMatter, text: Deferred { text },
      summary: Self.summary(description: frontMatter.description, sections: sections),
      anchors: anchors ?? sections.map(\.anchor).filter { !$0.isEmpty },
      links: links, images: images, video: video, places: places, digest: digest)
  }

  /// An article whose text may not be known yet.
  package init(
    id: ArticleID, language: Language, sourcePath: String, categoryPath: [String],
    permalink: Permalink, frontMatter: FrontMatter, summary: String, anchors: [String],
    links: [ArticleLink], images: [ArticleImage], video: ArticleVideo?, places: ArticlePlaces,
    digest: ArticleDigest?, text: Deferred<ArticleText>
  ) {
    storage = Storage(
      id: id, language: language, sourcePath: sourcePath, categoryPath: categoryPath,
      permalink: permalink, frontMatter: frontMatter, text: text, summary: summary,
      anchors: anchors, links: links, images: images, video: video, places: places,
      digest: digest)
  }

  package var id: ArticleID { storage.id }
  package var language: Language { storage.language }
  /// The file it came from, as the reader would type it: `content/en/payments/refund.md`.
  package var sourcePath: String { storage.sourcePath }
  /// The categories above it, outermost first: `["payments"]`.
  package var categoryPath: [String] { storage.categoryPath }
  package var permalink: Permalink { storage.permalink }
  /// Inlined, since most ask for one of its many values: else all would be copied.
  @inlinable package var frontMatter: FrontMatter { storage.frontMatter }
  /// The body as HTML, safe to embed; headings below `h1` carry the ids of `sections`.
  package var html: String { storage.text.value.html }
  /// The body as CommonMark, as written.
  package var markdown: String { storage.text.value.markdown }
  /// The body's text by heading; the first has no heading when text stands before one.
  package var sections: [Section] { storage.text.value.sections }
  /// Frees the memory of the text once all is made of it. Asked for again, it is read again.
  package func forgetText() { storage.text.forget() }
  /// The ids on the page that links may lead to: of headings, steps, notes.
  package var anchors: [String] { storage.anchors }
  /// Where the article leads, in the order of its text.
  package var links: [ArticleLink] { storage.links }
  package var images: [ArticleImage] { storage.images }
  package var video: ArticleVideo? { storage.video }
  /// Where things stand in the file, for findings about them.
  package var places: ArticlePlaces { storage.places }
  /// Nil for an article that wasn't read from a file.
  package var digest: ArticleDigest? { storage.digest }

  package var title: String { storage.frontMatter.title }
  package var kind: ArticleKind { storage.frontMatter.kind }
  package var status: FrontMatter.Status { storage.frontMatter.status }
  /// The first day on which customers see it, and the first on which they don't any more.
  package var published: String? { storage.frontMatter.published }
  package var expires: String? { storage.frontMatter.expires }

  /// The description, else the first sentences of the body, at most about 160 characters, and nothing
  /// of a table after them.
  package var summary: String { storage.summary }

  package static func summary(description: String?, sections: [Section]) -> String {
    if let description, !description.isEmpty { return description }
    let whole = sections.first(where: { !$0.text.isEmpty })?.text ?? ""
    let text = beforeTables(whole)
    guard let limit = text.index(text.startIndex, offsetBy: 160, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return text }
    let cut = text[..<limit]
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + " …"
  }

  /// The lines up to the first row of a table; all where it begins with one.
  private static func beforeTables(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    let count = lines.prefix { !$0.contains(Section.betweenCells) }.count
    return count == 0 || count == lines.count ? text : lines.prefix(count).joined(separator: "\n")
  }

  /// The second-level headings that are questions of their own: a FAQ page with several answers.
  /// Empty for an article that answers one question.
  package var questionSections: [Section] {
    guard kind == .faq else { return [] }
    let second = sections.filter { $0.level == 2 && $0.isAnchored }
    let asked = second.count { $0.title.hasSuffix("?") || $0.title.hasSuffix("؟") }
    return second.count >= 2 && asked * 2 >= second.count ? second : []
  }
}

/// What an article says, in the forms that are made of it.
package struct ArticleText: Sendable {
  package let html: String
  package let markdown: String
  package let sections: [Section]

  package init(html: String, markdown: String, sections: [Section]) {
    self.html = html
    self.markdown = markdown
    self.sections = sections
  }
}

/// A heading and the text below it, up to the next heading.
package struct Section: Sendable, Hashable {
  /// 1…6, or 0 for the text before the first heading.
  package let level: Int
  /// The `id` of the heading on the page.
  package let anchor: String
  package let title: String
  /// What stands between the cells of a table's row in a text.
  package static let betweenCells = " · "

  /// Plain text, blocks separated by line feeds.
  package let text: String
  /// The heading's line in the file, 0 when it has none.
  package let line: Int

  package init(level: Int, anchor: String, title: String, text: String, line: Int = 0) {
    self.level = level
    self.anchor = anchor
    self.title = title
    self.text = text
    self.line = line
  }

  package var isAnchored: Bool { !anchor.isEmpty }
}

/// A page's address below the site's root, always with a slash at the end: `en/payments/refund/`.
package struct Permalink: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var description: String { path }
  package var outputFile: String { path + "index.html" }

  package static func < (left: Permalink, right: Permalink) -> Bool { left.path < right.path }
}
