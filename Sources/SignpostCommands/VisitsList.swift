import ArgumentParser
import ContactLog
import Foundation

/// `signpost visits list`: what was read and searched for.
struct VisitsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists what was read, searched for, not found, and which stickers were used.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  @Option(name: .long, help: "Those of 2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03; else all.")
  var period: Period?

  @Option(name: .long, parsing: .unconditional, help: "How many of each kind, in text.")
  var limit = 10

  @Option(name: .long, help: "text, csv, or json: one object a line.")
  var format = Format.text

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let store = try storing.open(content: content)
    let visits = try Terminal.explaining { try store.visits(period.map { $0.first...$0.last }) }
    switch format {
    case .json:
      for visit in visits { Terminal.answer(try PrintedJSON.line(Line(visit))) }
    case .csv:
      let rows = [["kind", "key", "language", "count"]] + visits.map { Line($0).cells }
      Terminal.answer(rows.map(CSVText.row).joined())
    case .text:
      Terminal.answer(
        VisitCount.Kind.allCases.compactMap { part(of: $0, visits) }.joined(separator: "\n\n"))
    }
  }

  private func part(of kind: VisitCount.Kind, _ visits: [VisitCount]) -> String? {
    let all = visits.filter { $0.kind == kind }
    guard !all.isEmpty else { return nil }
    let total = all.reduce(0) { $0 + $1.count }
    var lines = ["\(kind.heading): \(total)"]
    for visit in all.prefix(limit) {
      let count = String(visit.count)
      let padding = String(repeating: " ", count: max(0, 7 - count.count))
      let language = visit.language.isEmpty ? "" : "  (\(visit.language))"
      lines.append("\(padding)\(count)  \(visit.key)\(language)")
    }
    if all.count > limit { lines.append("         … and \(all.count - limit) more") }
    return lines.joined(separator: "\n")
  }

  private struct Line: Encodable {
    let kind: String
    let key: String
    let language: String
    let count: Int

    init(_ visit: VisitCount) {
      kind = visit.kind.rawValue
      key = visit.key
      language = visit.language
      count = visit.count
    }

    var cells: [String] { [kind, key, language, String(count)] }
  }
}

extension VisitCount.Kind {
  fileprivate var heading: String {
    switch self {
    case .article: "Articles read"
    case .search: "Searches"
    case .noResult: "Searches without result"
    case .sticker: "Stickers used"
    }
  }
}
