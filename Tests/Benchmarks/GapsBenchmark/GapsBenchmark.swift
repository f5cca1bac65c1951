import Foundation
import GapAnalysis
import KnowledgeBase
import SearchIndex

/// Times the matching of contacts with generated articles for `Benchmarks/gaps.py`.
///
///     gaps-benchmark articles.jsonl contacts.tsv
///     // {"contacts":1000000,"found":987654,"index":1.2,"matching":20.1,"matchingProcessor":39.8}
///
/// Each line of contacts is the article that it was made of, a tab, and the text. Times are seconds;
/// `found` counts the contacts whose article is among the three nearest.
@main struct GapsBenchmark {
  private struct Entry: Decodable {
    let id: String
    let title: String
    let text: String
  }

  private struct Report: Encodable {
    var contacts = 0
    var found = 0
    var index = 0.0
    var matching = 0.0
    var matchingProcessor = 0.0
  }

  /// As many texts are matched at a time.
  private static let batch = 32_768

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let language = Language("en"),
      let contacts = fopen(arguments[2], "r")
    else {
      FileHandle.standardError.write(
        Data("usage: gaps-benchmark articles.jsonl contacts.tsv\n".utf8))
      exit(64)
    }
    let clock = ContinuousClock()
    let started = clock.now
    var matching = try matcher(articles: arguments[1], in: language).matching()
    var report = Report()
    report.index = seconds(clock.now - started)
    while case let lines = batch(of: contacts), !lines.isEmpty {
      let (wall, processor) = (clock.now, processorSeconds())
      let matches = matching.matches(lines.map(\.text))
      report.matching += seconds(clock.now - wall)
      report.matchingProcessor += processorSeconds() - processor
      report.contacts += lines.count
      report.found += zip(lines, matches).count { line, match in
        match.candidates.prefix(3).contains { $0.article.rawValue == line.article }
      }
    }
    FileHandle.standardOutput.write(try JSONEncoder().encode(report) + Data("\n".utf8))
  }

  private static func matcher(articles path: String, in language: Language) throws -> ContactMatcher
  {
    let decoder = JSONDecoder()
    var articles: [Article] = []
    if let file = fopen(path, "r") {
      defer { fclose(file) }
      while let line = line(of: file) {
        articles.append(
          article(try decoder.decode(Entry.self, from: Data(line.utf8)), in: language))
      }
    }
    let library = Library(
      site: Site(title: [:], baseURL: "https://help.example", languages: [language]),
      articles: articles, categories: [])
    let documents = SearchDocument.documents(of: library, in: language)
    return ContactMatcher(library, index: SearchIndex(documents, language: language))
  }

  private static func article(_ entry: Entry, in language: Language) -> Article {
    Article(
      id: ArticleID(entry.id), language: language, sourcePath: entry.id, categoryPath: [],
      permalink: Permalink("en/\(entry.id)/"), frontMatter: FrontMatter(title: entry.title),
      html: "", markdown: "",
      sections: [Section(level: 0, anchor: "", title: "", text: entry.text)])
  }

  private static func batch(
    of file: UnsafeMutablePointer<FILE>
  ) -> [(article: String, text: String)] {
    var lines: [(article: String, text: String)] = []
    while lines.count < batch, let line = line(of: file) {
      let parts = line.split(whereSeparator: { $0 == "\t" || $0 == "\n" })
      if parts.count == 2 { lines.append((String(parts[0]), String(parts[1]))) }
    }
    return lines
  }

  private static func line(of file: UnsafeMutablePointer<FILE>) -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    guard getline(&line, &room, file) > 0 else { return nil }
    return line.map { String(cString: $0) }
  }

  private static func processorSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
