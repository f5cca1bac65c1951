/// Bars of the themes, most contacts first, with the running share as a line: the few topics that
/// make most of the contacts.
struct ParetoChart {
  private static let width = 960
  private static let height = 240
  private static let top = 16
  private static let bottom = 36
  private static let left = 40
  private static let right = 48
  private static let shown = 30

  /// Most contacts first.
  let ranked: [ReportTheme]
  /// What the chart shows, in words.
  let title: String
  let words: ReportWords

  /// The chart with its legend.
  var figure: String {
    let shown = ranked.prefix(Self.shown)
    guard let most = shown.first?.contacts, most > 0 else { return "" }
    let total = ranked.reduce(0) { $0 + $1.contacts }
    let step = Double(Self.width - Self.left - Self.right) / Double(shown.count)
    var running = 0
    var points: [String] = []
    let bars = shown.enumerated().map { position, theme -> String in
      running += theme.contacts
      let x = Double(Self.left) + step * Double(position)
      let barTop = y(Double(theme.contacts) / Double(most))
      points.append("\(fixed(x + step / 2)),\(y(Double(running) / Double(max(1, total))))")
      let name = HTMLReport.escaped("\(theme.named(in: words.language).name): \(theme.contacts)")
      return
        "<rect class=\"\(theme.first.verdict.isGap ? "gap" : "asked")\" x=\"\(fixed(x + step * 0.12))\" "
        + "y=\"\(barTop)\" width=\"\(fixed(step * 0.76))\" height=\"\(Self.base - barTop)\">"
        + "<title>\(name)</title></rect>"
        + "<text x=\"\(fixed(x + step / 2))\" y=\"\(Self.base + 18)\" text-anchor=\"middle\">"
        + "\(position + 1)</text>"
    }
    let line = y(0.8)
    return """
      <figure>
      <div class="scroll" role="region" aria-label="\(HTMLReport.escaped(title))" tabindex="0">
      <svg class="pareto" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(HTMLReport.escaped(title))">
      <line class="axis" x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(Self.base)" y2="\(Self.base)"/>
      <line class="limit" x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(line)" y2="\(line)"/>
      <text x="\(Self.width - Self.right + 6)" y="\(line + 4)">\(words.percent(0.8))</text>
      <text x="\(Self.left - 6)" y="\(y(1) + 4)" text-anchor="end">\(most)</text>
      <text x="\(Self.left - 6)" y="\(Self.base + 4)" text-anchor="end">0</text>
      \(bars.joined(separator: "\n"))
      <polyline class="running" points="\(points.joined(separator: " "))"/>
      </svg>
      </div>
      <ul class="legend"><li><span class="key gap"></span>\(words(.sectionUnanswered))</li><li><span class="key asked"></span>\(words(.sectionAsked))</li><li><span class="key running"></span>\(words(.running))</li></ul>
      </figure>
      """
  }

  private static var base: Int { height - bottom }

  /// From 0 at the base to 1 at the top.
  private func y(_ share: Double) -> Int {
    Self.base - Int((share * Double(Self.base - Self.top)).rounded())
  }

  private func fixed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
