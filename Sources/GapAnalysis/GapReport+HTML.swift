extension GapReport {
  /// The review as one file that can be sent and printed: no script, no outside address. All texts
  /// from the log are redacted and escaped.
  package func html(language: ReportLanguage = .english) -> String {
    HTMLReport(self, words: ReportWords(language)).page
  }
}

/// Writes the page from top to bottom: what a director reads in a minute first, what a manager
/// works with for an hour below.
struct HTMLReport {
  let report: GapReport
  let words: ReportWords
  let unanswered: [ReportTheme]
  let asked: [ReportTheme]
  /// All themes that articles could answer, most contacts first: a theme's number is its place.
  let ranked: [ReportTheme]
  private let numbers: [String: Int]

  init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
    unanswered = ReportTheme.themes(of: report, with: ReportPart.unanswered.verdicts)
    asked = ReportTheme.themes(of: report, with: ReportPart.asked.verdicts)
    ranked = (unanswered + asked).enumerated().sorted {
      $0.element.contacts != $1.element.contacts
        ? $0.element.contacts > $1.element.contacts : $0.offset < $1.offset
    }.map(\.element)
    numbers = Dictionary(
      ranked.enumerated().map { ($1.first.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  var page: String {
    """
    <!doctype html>
    <html lang="\(words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>\(words(.title)) · \(Self.escaped(words.period(report.period)))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  /// What the page shows, from top to bottom; empty where the report has nothing of it.
  private var sections: [String] {
    [
      header, tiles, first, ChangeTable(report: report, words: words).table.map(section) ?? "",
      pareto, part(.unanswered, unanswered), part(.asked, asked), heatMap, overTime, service,
      selfService, decisions, effects, others, counted,
    ]
  }

  func number(of theme: ReportTheme) -> Int { numbers[theme.first.id] ?? 0 }
}
