/// Short addresses of articles, printed on stickers and sent in short messages: each code leads to
/// an article in the reader's language, for as long as the sticker lasts.
///
///     var links = ShortLinks()
///     links.assign(to: [ArticleID("payments/refund")])
///     links.code(of: ArticleID("payments/refund"))  // "c6xh"
package struct ShortLinks: Sendable, Equatable {
  /// The folder of short addresses below the site's root.
  package static let folder = "s"
  /// Digits and small letters without those that look alike in print.
  private static let alphabet = Array("23456789abcdefghjkmnpqrstvwxyz".unicodeScalars)
  private static let shortestCode = 4

  private var articlesByCode: [String: ArticleID] = [:]
  private var codesByArticle: [ArticleID: String] = [:]

  package init() {}

  /// All codes in order, each with the article it leads to.
  package var all: [(code: String, article: ArticleID)] {
    articlesByCode.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  package func code(of article: ArticleID) -> String? { codesByArticle[article] }

  /// The address below the site's root: `s/c6xh/`.
  package func path(of article: ArticleID) -> String? {
    code(of: article).map { Self.path(ofCode: $0) }
  }

  package static func path(ofCode code: String) -> String { "\(folder)/\(code)/" }

  /// Takes over a code as it stands in a file; of two codes for one article the first is shown.
  ///
  /// - Returns: False, and nothing is changed, when the code leads elsewhere already.
  package mutating func add(_ code: String, to article: ArticleID) -> Bool {
    guard articlesByCode[code] == nil else { return false }
    articlesByCode[code] = article
    if codesByArticle[article] == nil { codesByArticle[article] = code }
    return true
  }

  /// Gives a code to each article that has none.
  ///
  /// A code comes from the article's id alone, so that it is the same wherever it is made; where two
  /// ids meet in one code, the later one's is made anew.
  ///
  /// - Returns: The new codes, in the order of `articles`.
  @discardableResult
  package mutating func assign(to articles: [ArticleID]) -> [(code: String, article: ArticleID)] {
    articles.compactMap { article in
      guard codesByArticle[article] == nil else { return nil }
      var attempt = 0
      var code = Self.code(for: article.rawValue, attempt: attempt)
      while !add(code, to: article) {
        attempt += 1
        code = Self.code(for: article.rawValue, attempt: attempt)
      }
      return (code, article)
    }
  }

  /// True for what can stand in an address without escaping.
  package static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 32
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
  }

  private static func code(for id: String, attempt: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for byte in (attempt == 0 ? id : "\(id)#\(attempt)").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    var view = String.UnicodeScalarView()
    for _ in 0..<shortestCode + attempt / 8 {
      view.append(alphabet[Int(hash % UInt64(alphabet.count))])
      hash /= UInt64(alphabet.count)
    }
    return String(view)
  }
}
