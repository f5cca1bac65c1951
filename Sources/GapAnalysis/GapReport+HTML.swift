extension GapReport {
  /// The review as one file that can be sent: no script, no outside address, the tables are the
  /// data. All texts from the log are redacted and escaped.
  package var html: String {
    let missing = topics(with: [.missing, .notFound])
    let asked = topics(with: [.foundYetAsked])
    let unanswered = missing.reduce(0) { $0 + $1.measures.contacts }
    let share = Self.percent(Double(unanswered) / Double(max(1, contacts)))
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Gap review \(escaped(period))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <p class="period">Gap review · \(escaped(period))</p>
      <h1>\(share) of \(contacts) contacts ask what no article answers in their words</h1>
      \(coverageBar)
      \(section(missing.isEmpty ? "Nothing is missing" : "Not answered: \(missing.count) topics, \(unanswered) contacts", missing))
      \(section(asked.isEmpty ? "Nothing answered is still asked" : "Answered, yet asked: \(asked.count) topics", asked))
      <footer>
      <p>\(single) contacts ask for something that few others ask for. Cost is handling minutes ×
      \(assumptions.costPerMinute) \(escaped(assumptions.currency)), an assumption. A repeat is the same customer on the
      same topic within \(assumptions.repeatDays) days. Coverage is the score of the nearest article divided by that of an
      article that held every word prominently.</p>
      </footer>
      </main>
      </body>
      </html>

      """
  }

  private var coverageBar: String {
    let parts = Band.allCases.map { band in
      (band, Double(bands[band.rawValue] ?? 0) / Double(max(1, contacts)))
    }
    var x = 0.0
    let bars = parts.map { band, share in
      defer { x += share * 1000 }
      return
        "<rect class=\"\(band.rawValue)\" x=\"\(Int(x))\" y=\"0\" width=\"\(Int(share * 1000))\" height=\"28\"/>"
    }.joined()
    let labels = parts.map { band, share in
      "<li><span class=\"key \(band.rawValue)\"></span>\(band.rawValue) \(Self.percent(share))</li>"
    }.joined()
    return """
      <svg class="coverage" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label="Contacts by coverage">\(bars)</svg>
      <ul class="legend">\(labels)</ul>
      """
  }

  private func section(_ heading: String, _ topics: [Topic]) -> String {
    guard !topics.isEmpty else { return "<h2>\(heading)</h2>" }
    let most = topics.map(\.measures.contacts).max() ?? 1
    var running = 0
    let rows = topics.map { topic -> String in
      running += topic.measures.contacts
      return row(topic, most: most, running: Double(running) / Double(max(1, contacts)))
    }.joined(separator: "\n")
    return """
      <h2>\(heading)</h2>
      <div class="scroll" role="region" aria-label="\(heading)" tabindex="0"><table>
      <thead><tr><th scope="col">Topic</th><th scope="col">Language</th><th scope="col">Contacts</th><th scope="col" class="number">Running share</th><th scope="col" class="number">Before</th><th scope="col" class="number">Solved at first contact</th><th scope="col" class="number">Repeats</th><th scope="col" class="number">Cost, \(escaped(assumptions.currency))</th></tr></thead>
      <tbody>
      \(rows)
      </tbody></table></div>
      """
  }

  private func row(_ topic: Topic, most: Int, running: Double) -> String {
    let measures = topic.measures
    let width = measures.contacts * 100 / max(1, most)
    let quotes = topic.quotes.map { "<li>\(escaped($0))</li>" }.joined()
    let nearest = topic.articleTitle.map {
      "<p>Nearest article: \(escaped($0)), coverage \(Self.percent(topic.coverage))</p>"
    }
    return """
      <tr><th scope="row" lang="\(escaped(topic.language))"><details><summary>\(escaped(topic.name))</summary>
      <ul>\(quotes)</ul><div lang="en"><p><b>\(topic.verdict.words)</b>: \(escaped(topic.advice))</p>\(nearest ?? "")</div></details></th>
      <td>\(escaped(topic.language))</td>
      <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(width)" height="10"/></svg> \(measures.contacts)</td>
      <td class="number">\(Self.percent(running))</td><td class="number">\(topic.before.map(String.init) ?? "–")</td><td class="number">\(measures.firstContactResolution.map(Self.percent) ?? "–")</td><td class="number">\(measures.repeats)</td><td class="number">\(Int(measures.cost))</td></tr>
      """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1a1d21;--quiet:#565e68;--ground:#fff;--line:#dde1e6;--gap:#dc532d;--unsure:#837dba;--covered:#0f4c81}
    @media (prefers-color-scheme:dark){:root{--ink:#eceff2;--quiet:#a9b1bb;--ground:#15181c;--line:#353b43;--gap:#cc6526;--unsure:#7058d2;--covered:#6fb1f2}}
    body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 system-ui,sans-serif}
    main{max-width:72rem;margin-inline:auto;padding:2.5rem 1.25rem}
    h1{font-size:clamp(1.6rem,4vw,2.4rem);line-height:1.2;font-weight:650;max-width:24em;margin-block:.25rem 1.5rem}
    h2{font-size:1.3rem;font-weight:650;margin-block:2.5rem 1rem}
    .period,footer{color:var(--quiet)} footer{max-width:66ch;margin-block-start:3rem;font-size:.9rem}
    .coverage{width:100%;height:28px;border-radius:4px} .gap{fill:var(--gap);background:var(--gap)}
    .unsure{fill:var(--unsure);background:var(--unsure)} .covered{fill:var(--covered);background:var(--covered)}
    .legend{display:flex;gap:1.5rem;list-style:none;padding:0;margin-block:.5rem}
    .key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-inline-end:.4em}
    .scroll{overflow-x:auto} table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    th,td{text-align:start;vertical-align:top;padding:.6rem .75rem;border-block-end:1px solid var(--line)}
    thead th{font-size:.85rem;font-weight:600;color:var(--quiet)} tbody th{font-weight:400;min-width:18rem;max-width:34rem}
    .number{text-align:end} .bar{width:7rem;height:.7rem;vertical-align:middle;margin-inline-end:.5rem} .bar rect{fill:var(--covered)}
    summary{cursor:pointer} summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--covered);outline-offset:2px}
    """
}
