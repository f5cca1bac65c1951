import KnowledgeBase

extension TranslationReport {
  /// The report as one file that can be sent and printed: no script, no outside address.
  package var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>Translations</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(headline)</h1>
    <p class="quiet">\(Self.count(rows.count, "article")), each compared with the first language that has it.</p>
    \(languageTable)
    \(taskTable)
    \(matrix)
    </main>
    </body>
    </html>

    """
  }

  private var headline: String {
    let outdated = languages.reduce(0) { $0 + count(.outdated, in: $1) }
    let missing = languages.reduce(0) { $0 + count(.missing, in: $1) + count(.draft, in: $1) }
    switch (outdated, missing) {
    case (0, 0): return "Every article is translated, and every translation is up to date"
    case (0, _): return "\(Self.count(missing, "translation")) to write, none out of date"
    case (_, 0): return "\(Self.count(outdated, "translation")) out of date, none missing"
    default: return "\(Self.count(outdated, "translation")) out of date, \(missing) to write"
    }
  }

  private var languageTable: String {
    let rows = languages.map { language in
      let counts = State.allCases.map { count($0, in: language) }
      let total = counts.reduce(0, +)
      guard total > 0 else {
        return """
          <tr><th scope="row">\(language.code)</th><td colspan="5" class="quiet">source of all</td></tr>
          """
      }
      return """
        <tr><th scope="row">\(language.code)</th><td>\(Self.bar(counts, of: total))</td>\
        \(counts.map { "<td class=\"number\">\($0 == 0 ? "–" : String($0))</td>" }.joined())</tr>
        """
    }
    let names = ["up to date", "out of date", "draft", "missing"]
    return """
      <section aria-labelledby="languages">
      <h2 id="languages">Languages</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="languages"><table>
      <thead><tr><th scope="col">Language</th><th scope="col">Share</th>\
      \(names.map { "<th scope=\"col\" class=\"number\">\($0)</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  /// Parts of a whole, in the order of the states; the numbers stand in the row beside it.
  private static func bar(_ counts: [Int], of total: Int) -> String {
    let width = 160
    var start = 0
    let parts = zip(State.allCases, counts).map { state, count -> String in
      defer { start += count }
      let (from, to) = (start * width / total, (start + count) * width / total)
      return
        "<rect class=\"\(state.rawValue)\" x=\"\(from)\" width=\"\(to - from)\" height=\"10\"/>"
    }
    return """
      <svg class="bar" viewBox="0 0 \(width) 10" aria-hidden="true">\(parts.joined())</svg>
      """
  }

  private var taskTable: String {
    let tasks = tasks
    guard !tasks.isEmpty else { return "" }
    let rows = tasks.map { task -> String in
      let translation = task.translation
      let file =
        translation.article?.sourcePath ?? "\(translation.language.code)/\(task.source.id).md"
      let lag = translation.lag
      let level = lag.map { $0.severity.rawValue } ?? translation.state.rawValue
      return """
        <tr><td><span class="chip \(level)">\(level)</span></td>\
        <th scope="row"><span lang="\(task.source.language.code)">\
        \(Self.escaped(task.source.title))</span><br><code>\(Self.escaped(file))</code></th>\
        <td>\(lag?.changedOn ?? "")</td>\
        <td class="number">\(lag?.days.map { Self.count($0, "day") } ?? "")</td>\
        <td class="number">\(lag.map(Self.part) ?? "")</td></tr>
        """
    }
    return """
      <section aria-labelledby="tasks">
      <h2 id="tasks">What to do, the most urgent first</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="tasks"><table>
      <thead><tr><th scope="col">State</th><th scope="col">Article</th>\
      <th scope="col">Source changed</th><th scope="col" class="number">Ago</th>\
      <th scope="col" class="number">Of its text</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private static func part(_ lag: Lag) -> String {
    let share = lag.share.map { "\(max(1, Int(($0 * 100).rounded()))) %" } ?? "not known"
    return lag.changesNumbers ? share + "<br>other numbers" : share
  }

  private var matrix: String {
    let head = languages.map { "<th scope=\"col\">\($0.code)</th>" }.joined()
    let lines = rows.map { row -> String in
      let cells = languages.map { language -> String in
        guard let translation = row.translations.first(where: { $0.language == language }) else {
          return "<td class=\"quiet\">source</td>"
        }
        let state = translation.state.rawValue
        return
          "<td><span class=\"chip \(state)\">\(Self.names[translation.state] ?? state)</span></td>"
      }
      return """
        <tr><th scope="row"><span lang="\(row.source.language.code)">\
        \(Self.escaped(row.source.title))</span><br><code>\(Self.escaped(row.source.id.rawValue))\
        </code></th>\(cells.joined())</tr>
        """
    }
    return """
      <section aria-labelledby="articles">
      <h2 id="articles">All articles</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="articles"><table>
      <thead><tr><th scope="col">Article</th>\(head)</tr></thead>
      <tbody>
      \(lines.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private static let names: [State: String] = [
    .current: "up to date", .outdated: "out of date", .draft: "draft", .missing: "missing",
  ]

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func escaped(_ text: String) -> String {
    text.escapedForHTML
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1a1d21;--quiet:#545c66;--ground:#fff;--line:#dce0e5;--bad:#b3401c;--bad-ground:#fbe9e2;--late:#8a5a00;--late-ground:#fbf0d5;--new:#1f5f99;--new-ground:#e4eef8;--good:#1d6b3c;--good-ground:#e3f3e8;--void:#eceff2}
    @media (prefers-color-scheme:dark){:root{--ink:#eceff2;--quiet:#a9b2bc;--ground:#14171b;--line:#343a42;--bad:#f0895f;--bad-ground:#3a2219;--late:#e3b659;--late-ground:#33280f;--new:#7db6ee;--new-ground:#17293a;--good:#7fcf9b;--good-ground:#15301f;--void:#252b32}}
    *{box-sizing:border-box} body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main{max-width:64rem;margin-inline:auto;padding:2.5rem 1.25rem 4rem} section{margin-block-start:2.5rem}
    h1{font-size:clamp(1.6rem,4vw,2.2rem);line-height:1.15;font-weight:680;margin-block:0 .5rem;text-wrap:balance} h2{font-size:1.25rem;font-weight:660;margin-block:0 .5rem}
    p{margin:0} .quiet,code{color:var(--quiet)} code{font:.85em ui-monospace,monospace;overflow-wrap:anywhere}
    .scroll{overflow-x:auto} .scroll:focus-visible{outline:3px solid var(--new);outline-offset:2px}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums} th,td{text-align:start;vertical-align:top;padding:.5rem .7rem;border-block-end:1px solid var(--line)}
    thead th{font-size:.82rem;font-weight:600;color:var(--quiet);border-block-end-width:2px} tbody th{font-weight:400;min-width:14rem} td{white-space:nowrap} .number{text-align:end}
    .bar{inline-size:10rem;block-size:.7rem;vertical-align:middle} rect.current{fill:var(--good)} rect.outdated{fill:var(--late)} rect.draft{fill:var(--new)} rect.missing{fill:var(--void)}
    .chip{display:inline-block;font-size:.82rem;line-height:1.3;padding:.12rem .55rem;border-radius:99px;background:var(--void)} .chip.current,.chip.note{background:var(--good-ground);color:var(--good)} .chip.outdated,.chip.warning{background:var(--late-ground);color:var(--late)} .chip.error{background:var(--bad-ground);color:var(--bad)} .chip.draft{background:var(--new-ground);color:var(--new)}
    @media print{main{max-width:none;padding:0} .scroll{overflow:visible} tr{break-inside:avoid}} @page{margin:14mm}
    """
}
