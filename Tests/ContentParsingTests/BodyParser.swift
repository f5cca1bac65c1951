import FileStamps
import KnowledgeBase
import Testing

@testable import ContentParsing

/// Parses bodies without a folder for each, beside the article `b.md` and the image `p.png`.
struct BodyParser {
  private let fixture: ContentFixture
  private let links: LinkResolver
  private let kind: ArticleKind

  init(kind: ArticleKind = .page) throws {
    fixture = try ContentFixture(["en/b.md": "# B\n", "en/p.png": ""])
    let folder = ContentFolder(
      at: fixture.root, in: FolderState(of: fixture.root.path), configured: [])
    let site = Site(title: [:], baseURL: "https://a.example", languages: folder.languages)
    links = LinkResolver(
      targets: LinkTargets([], assets: folder.assets, site: site), file: "en/a.md",
      language: try #require(Language("en")), id: ArticleID("a"))
    self.kind = kind
  }

  func parse(_ text: String, takesTitle: Bool = true) -> MarkdownParser.Output {
    let file = SourceFile(path: "en/a.md", text: Noncharacters.removed(from: text))
    var parser = MarkdownParser(
      file: file, bodyLine: 1, links: links, permalink: Permalink("en/a/"), kind: kind)
    return parser.parse(file.text, takesTitle: takesTitle)
  }

  /// The HTML of a body whose title stands elsewhere.
  func html(_ text: String) -> String { parse(text, takesTitle: false).html }
}
