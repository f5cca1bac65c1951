import Diagnostics
import KnowledgeBase

/// Finds links to a place on a page that isn't there. Done when all articles are parsed, since only
/// then are their headings known.
struct AnchorCheck {
  let diagnostics: [Diagnostic]

  init(_ articles: [Article]) {
    let linked = articles.filter { $0.links.contains(where: Self.hasAnchor) }
    guard !linked.isEmpty else {
      diagnostics = []
      return
    }
    let numbers = Dictionary(
      articles.enumerated().map { ($1.permalink, $0) }, uniquingKeysWith: { first, _ in first })
    var sets: [Int: Set<String>] = [:]
    diagnostics = linked.flatMap { article in
      article.links.compactMap { link -> Diagnostic? in
        guard case .page(let permalink, let anchor) = link.target, !anchor.isEmpty,
          let number = numbers[permalink]
        else { return nil }
        let known = sets[number] ?? Set(articles[number].anchors)
        sets[number] = known
        guard !known.contains(anchor) else { return nil }
        let meant = didYouMean(anchor, among: known.sorted()).map { "did you mean '#\($0)'?" }
        let place = permalink == article.permalink ? "this page" : "'/\(permalink)'"
        return Diagnostic(
          .error, rule: "broken-anchor",
          at: SourceLocation(file: article.sourcePath, line: link.line, column: link.column),
          "'#\(anchor)' isn't on \(place)",
          cures: [
            meant
              ?? (known.isEmpty
                ? "link to the page without '#\(anchor)'"
                : "use one of: \(known.sorted().prefix(8).map { "#" + $0 }.joined(separator: ", "))")
          ])
      }
    }
  }
  private static func hasAnchor(_ link: ArticleLink) -> Bool {
    if case .page(_, let anchor) = link.target { !anchor.isEmpty } else { false }
  }
}
