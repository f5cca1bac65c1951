import Foundation
import KnowledgeBase

/// Dates in words, by CLDR's long form.
enum LocalisedDate {
  /// `2026-09-14` is `14 września 2026` in Polish.
  static func text(of iso: String, in language: Language) -> String {
    guard let date = try? Date(iso + "T12:00:00Z", strategy: .iso8601) else { return iso }
    var style = Date.FormatStyle(date: .long, time: .omitted)
    style.locale = Locale(identifier: language.code == "en" ? "en-GB" : language.code)
    style.timeZone = .gmt
    return date.formatted(style)
  }
}
