import KnowledgeBase

/// An article whose front matter is read and whose address is known, before its body is parsed. A
/// class since its many values are handed around without being copied.
final class ArticleHeader: Sendable {
  /// The file with its text, read when it is asked for where the header was kept.
  private let source: Deferred<SourceFile>
  /// The file as diagnostics name it.
  let shownPath: String
  /// Below the content folder: `en/payments/refund.md`.
  let path: String
  let language: Language
  let head: ArticleHead
  /// Of all that tells where the article is.
  let place: UInt64

  var frontMatter: FrontMatter { head.frontMatter }
  var places: ArticlePlaces { head.places }
  var id: ArticleID { head.id }
  var categoryPath: [String] { head.categoryPath }
  var permalink: Permalink { head.permalink }

  /// - Parameter path: where the file lies.
  init(
    of article: ContentFolder.ArticleFile, in file: SourceFile, at path: String, bodyLine: Int,
    frontMatter: FrontMatter, keyLines: [String: Int]
  ) {
    let shown = file.path
    source = Deferred(file) { Self.read(path, shownAs: shown) }
    shownPath = shown
    self.path = article.path
    language = article.language
    let parts = article.id.pathParts.map(String.init)
    let declared = frontMatter.permalink.flatMap {
      Self.parts(ofDeclared: $0, language: article.language, path: parts)
    }
    head = ArticleHead(
      id: ArticleID(frontMatter.id ?? frontMatter.translationOf ?? article.id),
      categoryPath: article.categoryPath,
      permalink: Permalink(Self.address(of: declared ?? parts, in: article.language)),
      frontMatter: frontMatter, places: ArticlePlaces(keyLines: keyLines, bodyLine: bodyLine))
    place = Self.place(of: head, at: article.path, in: article.language)
  }

  /// The header that was read the last time.
  ///
  /// - Parameter file: where the article lies.
  init(
    _ kept: KeptArticle, of article: ContentFolder.ArticleFile, shownAs shownPath: String,
    file: String
  ) {
    source = Deferred { Self.read(file, shownAs: shownPath) }
    self.shownPath = shownPath
    path = article.path
    language = article.language
    head = kept.head.belonging(to: article)
    place = Self.place(of: head, at: article.path, in: article.language)
  }

  private static func place(
    of head: ArticleHead, at path: String, in language: Language
  ) -> UInt64 {
    var digest = ContentDigest()
    digest.add(path)
    digest.add(head.id.rawValue)
    digest.add(language.code)
    digest.add(head.permalink.path)
    digest.add(head.categoryPath)
    digest.add(head.frontMatter.aliases)
    return digest.value
  }

  var file: SourceFile { source.value }

  /// Frees the memory of the file's text; asked for again, it is read again.
  func forgetFile() { source.forget() }

  private static func read(_ path: String, shownAs shownPath: String) -> SourceFile {
    switch SourceFile.read(path, shownAs: shownPath) {
    case .success(let file): file
    // It was there a moment ago.
    case .failure: SourceFile(path: shownPath, text: "")
    }
  }

  /// `en/payments/refund/`, without what addresses can't hold.
  static func address(of parts: [String], in language: Language) -> String {
    "\(([language.code] + parts.map(slug)).joined(separator: "/"))/"
  }

  /// A declared address below the language folder: `/es/help/x/` is `help/x`, a bare `x` replaces
  /// the file's name. Nil for one that names no place.
  private static func parts(
    ofDeclared declared: String, language: Language, path: [String]
  ) -> [String]? {
    var parts = declared.pathParts.map(String.init).filter { $0 != ".." && $0 != "." }
    if !declared.contains("/") { parts = path.dropLast() + parts }
    if let first = parts.first, Language(first) == language { parts.removeFirst() }
    if let last = parts.last, last.hasSuffix(".html") {
      parts[parts.count - 1] = String(last.dropLast(5))
    }
    return parts.isEmpty || !isWritable(parts) ? nil : parts
  }

  /// Whether file systems can hold a page there, compressed ones beside it too.
  static func isWritable(_ parts: [String]) -> Bool {
    parts.allSatisfy { $0.utf8.count <= 200 } && parts.reduce(0) { $0 + $1.utf8.count + 1 } <= 1000
  }

  private static func slug(_ name: String) -> String {
    // As most names are.
    if name.utf8.allSatisfy(isPlain) { return name }
    var slug = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      let isKept =
        !isControl && !scalar.properties.isWhitespace
        && !"?#%\\:*\"'<>|&".unicodeScalars.contains(scalar)
      slug.append(isKept ? scalar : "-")
    }
    let text = String(slug)
    // A browser would take these for steps between folders.
    return text == "." || text == ".." ? "-" : text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
