import Diagnostics
import KnowledgeBase

/// Finds links to a place on a page that isn't there. Done when all articles are parsed, since only
/// then are their headings known.
struct AnchorCheck {
  let diagnostics: [Diagnostic]

  init(_ articles: [Article]) {
    let anchors = Dictionary(
      articles.map { ($0.permalink, Set($0.anchors)) }, uniquingKeysWith: { first, _ in first })
    diagnostics = articles.flatMap { article in
      article.links.compactMap { link -> Diagnostic? in
        guard case .page(let permalink, let anchor) = link.target, !anchor.isEmpty,
          let known = anchors[permalink], !known.contains(anchor)
        else { return nil }
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
}
