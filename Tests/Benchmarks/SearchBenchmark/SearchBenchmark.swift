import Foundation
import KnowledgeBase
import SearchIndex

/// Times the search index on generated articles for `Benchmarks/search.py`, which runs rivals on the
/// same files.
///
///     search-benchmark articles.jsonl questions.jsonl
///     // {"build":0.31,"exact":[…],"full":[…],"found":[…]}
///
/// Times are seconds of CPU; `exact` asks for words that the articles hold, `full` for the same with one
/// typing mistake each, so that every expansion is tried.
@main struct SearchBenchmark {
  private struct Entry: Decodable {
    let id: String
    let title: String
    let text: String
  }

  private struct Question: Decodable {
    let exact: String
    let mistyped: String
  }

  private struct Report: Encodable {
    let build: Double
    let exact: [Double]
    let full: [Double]
    /// The ids of the ten best for each exact question.
    let found: [[String]]
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let language = Language("en") else {
      FileHandle.standardError.write(
        Data("usage: search-benchmark articles.jsonl questions.jsonl\n".utf8))
      exit(64)
    }
    var documents: [SearchDocument] = []
    try forEachRow(Entry.self, in: arguments[1]) { entry in
      documents += SearchDocument.documents(
        of: article(entry, in: language), category: "", isPinned: false)
    }
    var questions: [Question] = []
    try forEachRow(Question.self, in: arguments[2]) { questions.append($0) }
    let started = cpuSeconds()
    let index = SearchIndex(documents, language: language)
    let build = cpuSeconds() - started
    var found: [[String]] = []
    let exact = questions.map { question in
      let asked = cpuSeconds()
      let hits = index.search(question.exact, limit: 10)
      defer { found.append(hits.map(\.document.article.rawValue)) }
      return cpuSeconds() - asked
    }
    let full = questions.map { question in
      let asked = cpuSeconds()
      _ = index.search(question.mistyped, limit: 10)
      return cpuSeconds() - asked
    }
    let report = Report(build: build, exact: exact, full: full, found: found)
    FileHandle.standardOutput.write(try JSONEncoder().encode(report) + Data("\n".utf8))
  }

  /// Reads a file line by line, so that its bytes aren't held beside the articles.
  private static func forEachRow<Row: Decodable>(
    _ type: Row.Type, in path: String, _ body: (Row) -> Void
  ) throws {
    guard let file = fopen(path, "r") else { throw CocoaError(.fileReadNoSuchFile) }
    defer { fclose(file) }
    var (line, capacity): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    defer { free(line) }
    let decoder = JSONDecoder()
    while case let count = getline(&line, &capacity, file), count > 0, let line {
      body(try decoder.decode(Row.self, from: Data(bytes: line, count: count)))
    }
  }

  private static func article(_ entry: Entry, in language: Language) -> Article {
    Article(
      id: ArticleID(entry.id), language: language, sourcePath: entry.id, categoryPath: [],
      permalink: Permalink("en/\(entry.id)/"), frontMatter: FrontMatter(title: entry.title),
      html: "", markdown: "",
      sections: [Section(level: 0, anchor: "", title: "", text: entry.text)])
  }

  /// What this process has had of all cores, so that others on the machine don't count.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
