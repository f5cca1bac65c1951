import Foundation
import KnowledgeBase
import SearchIndex
import Testing

/// Articles in four languages that both engines are tested with: `Tests/Contract`.
enum ContractCorpus {
  static let languages = ["en", "lv", "pl", "ru"]

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Contract")

  private struct Source: Decodable {
    struct Part: Decodable {
      let title: String
      let text: String
    }
    struct OneWay: Decodable {
      let asked: String
      let written: [String]
    }
    struct Words: Decodable {
      let twoWay: [[String]]
      let oneWay: [OneWay]
    }
    struct Entry: Decodable {
      let id: String
      let kind: ArticleKind.RawValue
      let title: String
      let description: String
      let questions: [String]
      let tags: [String]
      let sections: [Part]
    }
    let language: String
    let synonyms: Words
    let articles: [Entry]
  }

  /// Most tests ask them, and to make one takes longer than many a test.
  private static let indexes = Dictionary(
    uniqueKeysWithValues: languages.map { code in (code, Result { try made(code, copies: 1) }) })

  /// - Parameters:
  ///   - copies: how often each article is there, the copies with fewer sections.
  ///   - most: postings that are kept of a form.
  static func index(
    _ code: String, copies: Int = 1, keeping most: Int? = nil
  ) throws -> SearchIndex {
    copies == 1
      ? try #require(indexes[code]).get() : try made(code, copies: copies, keeping: most)
  }

  private static func made(
    _ code: String, copies: Int, keeping most: Int? = nil
  ) throws -> SearchIndex {
    let file = folder.appendingPathComponent("articles.\(code).json")
    let source = try JSONDecoder().decode(Source.self, from: Data(contentsOf: file))
    let language = try #require(Language(source.language))
    let synonyms = Synonyms(
      twoWay: source.synonyms.twoWay,
      oneWay: source.synonyms.oneWay.map { Synonyms.OneWay(asked: $0.asked, written: $0.written) })
    let articles = (0..<copies).flatMap { copy in
      source.articles.map { article($0, copy: copy, in: language) }
    }
    return index(of: articles, synonyms: synonyms, in: language, keeping: most)
  }

  /// The index of a help centre with these articles.
  static func index(
    of articles: [Article], pinned: [ArticleID] = [], synonyms: Synonyms = Synonyms(),
    in language: Language, keeping most: Int? = nil
  ) -> SearchIndex {
    var site = Site(title: [:], baseURL: "https://help.example", languages: [language])
    site.pinned = pinned
    let library = Library(site: site, articles: articles, categories: [])
    let documents = SearchDocument.documents(of: library, in: language)
    return SearchIndex(
      documents, language: language, synonyms: synonyms,
      postings: IndexPostings(documents, language: language), keeping: most)
  }

  /// An index of an article for each text, titled so, with the identifiers `0`, `1` …
  static func index(ofTitles titles: [String], in code: String) throws -> SearchIndex {
    let language = try #require(Language(code))
    let articles = titles.enumerated().map { number, title in
      article("\(number)", front: FrontMatter(title: title), sections: [], in: language)
    }
    return index(of: articles, in: language)
  }

  private static func article(
    _ entry: Source.Entry, copy: Int, in language: Language
  ) -> Article {
    var front = FrontMatter(title: entry.title)
    front.description = entry.description
    front.kind = ArticleKind(rawValue: entry.kind) ?? .page
    front.questions = entry.questions
    front.tags = entry.tags
    let parts = copy == 0 ? entry.sections[...] : entry.sections.prefix(copy % 3)
    let sections = parts.enumerated().map { number, part in
      Section(
        level: part.title.isEmpty ? 0 : 2, anchor: part.title.isEmpty ? "" : "part-\(number)",
        title: part.title, text: part.text)
    }
    return article(
      copy == 0 ? entry.id : "\(entry.id)-\(copy)", front: front, sections: sections, in: language)
  }

  static func article(
    _ id: String, front: FrontMatter, sections: [Section], in language: Language
  ) -> Article {
    Article(
      id: ArticleID(id), language: language, sourcePath: "\(id).md",
      categoryPath: id.split(separator: "/").dropLast().map(String.init),
      permalink: Permalink("\(language.code)/\(id)/"), frontMatter: front, html: "", markdown: "",
      sections: sections)
  }

  /// What is published, in one: the manifest, and the files beside it by path.
  static func bundle(_ index: SearchIndex) -> Data {
    let bundle = SearchBundle(index).rendered
    let files = bundle.files.map { "\"\($0.path)\":\($0.text)" }.joined(separator: ",")
    return Data("{\"manifest\":\(bundle.manifest),\"files\":{\(files)}}\n".utf8)
  }
}

extension SearchBundle {
  /// All that is published: the manifest, and the files beside it with their paths.
  var rendered: (manifest: String, files: [(path: String, text: String)]) {
    let texts = files.map { text(of: $0) }
    let folder = folder(of: texts.map { ContentDigest.of($0) })
    let paths = files.map { "\(folder)/\($0.path)" }
    return (manifest(folder: folder), Array(zip(paths, texts)).map { ($0, $1) })
  }
}

/// A query, the article that must come first, and what is found with exact scores in 1/1024.
struct ContractQuery {
  let text: String
  let wanted: String
  let results: String

  static func read(_ code: String) throws -> [ContractQuery] {
    let file = ContractCorpus.folder.appendingPathComponent("queries.\(code).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 3, "three columns: \(line)")
      return ContractQuery(text: columns[0], wanted: columns[1], results: columns[2])
    }
  }

  static func write(_ queries: [ContractQuery], _ code: String) throws {
    let lines = queries.map { "\($0.text)\t\($0.wanted)\t\($0.results)\n" }.joined()
    try lines.write(
      to: ContractCorpus.folder.appendingPathComponent("queries.\(code).tsv"), atomically: true,
      encoding: .utf8)
  }

  /// The best three: `fuel/refuel-the-car:12345 payments/refund#part-1:678`.
  static func results(of text: String, in index: SearchIndex) -> String {
    index.search(text, limit: 3).map { hit in
      let section = hit.document.section.isEmpty ? "" : "#\(hit.document.section)"
      return "\(hit.document.article)\(section):\(Int(hit.score * 1024))"
    }.joined(separator: " ")
  }
}
