import Availability
import CivilCalendar
import Diagnostics
import KnowledgeBase

/// Reads `notices.yml`: what readers should know now, for the whole site or for some categories.
///
///     notices:
///       - id: card-outage
///         severity: outage               # info (default), warning, outage
///         from: 2026-11-02 22:00         # in contact.yml's time zone; a day alone starts at midnight
///         until: 2026-11-03 06:00        # a day alone is included
///         categories: [payments]         # else the whole site
///         text: {en: Card payments fail. We are on it., pl: Płatności kartą nie działają.}
enum NoticesFile {
  static let name = "notices.yml"

  static func read(
    _ file: SourceFile, zone: TimeZoneRules, categories known: Set<[String]>,
    diagnostics: inout [Diagnostic]
  ) -> [Notice] {
    var reader = YAMLReader(file.text, in: file)
    var notices: [Notice] = []
    for var entry in reader.mappings("notices") {
      if let notice = notice(&entry, zone: zone, categories: known) { notices.append(notice) }
      entry.finish()
      reader.absorb(entry)
    }
    reader.finish()
    diagnostics += reader.diagnostics
    return notices
  }

  /// Nil, with the reason reported, for one that can't be shown as it is meant.
  private static func notice(
    _ entry: inout YAMLReader, zone: TimeZoneRules, categories known: Set<[String]>
  ) -> Notice? {
    let before = entry.diagnostics.count
    let id = entry.string("id") ?? ""
    let text = entry.localised("text")
    if text.isEmpty {
      entry.report(
        .error, rule: "notice", at: entry.node("id"), "notice has no text",
        cures: ["write text: {en: …, pl: …}"])
    }
    let severityName = entry.string("severity") ?? "info"
    let severity = Notice.Severity(rawValue: severityName)
    if severity == nil {
      let names = Notice.Severity.allCases.map(\.rawValue)
      entry.report(
        .error, rule: "notice", at: entry.node("severity"), "'\(severityName)' isn't a severity",
        cures: [
          didYouMean(severityName, among: names).map { "did you mean '\($0)'?" }
            ?? "use one of: \(names.joined(separator: ", "))"
        ])
    }
    let from = moment("from", &entry, zone, isEnd: false)
    let until = moment("until", &entry, zone, isEnd: true)
    if let from, let until, until <= from {
      entry.report(
        .error, rule: "notice", at: entry.node("until"), "notice ends before it begins",
        cures: ["correct 'from' or 'until'"])
    }
    var folders: [[String]] = []
    for name in entry.strings("categories") {
      let folder = name.pathParts.map(String.init)
      if known.contains(folder) {
        folders.append(folder)
      } else {
        let names = known.map { $0.joined(separator: "/") }
        entry.report(
          .error, rule: "notice", at: entry.node("categories"), "category '\(name)' doesn't exist",
          cures: [
            didYouMean(name, among: names).map { "did you mean '\($0)'?" }
              ?? "name the folder of a category that has articles"
          ])
      }
    }
    guard entry.diagnostics.count == before, let severity else { return nil }
    return Notice(
      id: id, severity: severity, from: from, until: until, categories: folders, text: text)
  }

  /// `2026-11-02` or `2026-11-02 22:00`, in minutes since 1970.
  private static func moment(
    _ key: String, _ entry: inout YAMLReader, _ zone: TimeZoneRules, isEnd: Bool
  ) -> Int? {
    guard let text = entry.string(key) else { return nil }
    let parts = text.split { $0 == " " || $0 == "T" }
    if let day = parts.first.flatMap({ CalendarDay(String($0)) }), parts.count <= 2 {
      let numbers = parts.dropFirst().first?.split(separator: ":").map { Int($0) ?? -1 }
      let clock = numbers ?? [isEnd ? 24 : 0, 0]
      if clock.count == 2, 0...24 ~= clock[0], 0..<60 ~= clock[1] {
        return zone.instant(of: day, minute: clock[0] * 60 + clock[1], .earliest).minutes
      }
    }
    entry.report(
      .error, rule: "notice", at: entry.node(key), "'\(text)' isn't a time",
      cures: [MissingDay(text)?.cure ?? "write \(key): 2026-11-02 22:00, or a day alone"])
    return nil
  }
}
