import Foundation
import KnowledgeBase
import SiteTemplates

/// The site's own words in one language: those of English where a translation is missing.
package struct SiteStrings: Sendable {
  private static let scriptKeys = [
    "feedback.search", "search.all", "search.empty", "search.heading", "search.meant",
    "search.none", "search.noneHint", "search.noneReach", "search.results", "search.title",
    "search.unreachable", "search.waiting",
  ]
  private static let timeKeys = ["month", "state", "weekday"]

  /// The keys of all texts that the site has.
  static var englishKeys: Set<String> { Set(english.keys) }

  private static let english = parse(SiteTemplates.text(of: "strings/en.json"))

  package let language: Language
  private let texts: [String: String]

  /// - Parameter override: the text of a `strings/<lang>.json` of the site's own, which wins.
  package init(_ language: Language, override: String? = nil) {
    self.language = language
    let layers = [
      SiteTemplates.text(of: "strings/\(language.primary).json"),
      SiteTemplates.text(of: "strings/\(language.code).json"), override,
    ]
    texts = layers.reduce(into: Self.english) { merged, layer in
      merged.merge(Self.parse(layer)) { _, new in new }
    }
  }

  var keys: [String] { texts.keys.sorted() }

  private static func parse(_ text: String?) -> [String: String] {
    text.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) } ?? [:]
  }

  /// The text under `key`, its `{placeholders}` filled; the key itself when there is none.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    values.reduce(texts[key] ?? key) { $0.replacing(mark: "{\($1.key)}", with: $1.value) }
  }

  /// The text for a number: `articles.one` or `articles.few` or … by the language's plural rule.
  package func plural(_ key: String, _ count: Int) -> String {
    self(pluralKey(key, count), ["n": String(count)])
  }

  /// The key that `plural` takes its text from.
  package func pluralKey(_ key: String, _ count: Int) -> String {
    let category = PluralCategory(of: count, in: language)
    // Words in English, for want of others, follow the rule of English.
    if category == .other, count == 1, own("\(key).other") == nil, texts["\(key).one"] != nil {
      return "\(key).one"
    }
    let chosen = "\(key).\(category.rawValue)"
    if texts[chosen] != nil { return chosen }
    return texts["\(key).other"] == nil ? key : "\(key).other"
  }

  /// `5 working days`, as a page of the language says it.
  package func time(_ span: TimeSpan) -> String {
    let key =
      switch span.unit {
      case .minutes: "time.minutes"
      case .hours: "time.hours"
      case .days: "time.days"
      case .workingDays: "time.workingDays"
      }
    return plural(key, span.amount)
  }

  /// The text under `key`, unless it is only English for want of a translation.
  func own(_ key: String) -> String? {
    let text = texts[key]
    return language.primary == "en" || text != Self.english[key] ? text : nil
  }

  /// Nested dictionaries for templates: `results.one` becomes `s.results.one`.
  var nested: [String: Any] {
    var root: [String: Any] = [:]
    for (key, text) in texts {
      let parts = key.split(separator: ".").map(String.init)
      if parts.count == 1 {
        if root[key] == nil { root[key] = text }
      } else {
        var inner = root[parts[0]] as? [String: Any] ?? [:]
        inner[parts.dropFirst().joined(separator: ".")] = text
        root[parts[0]] = inner
      }
    }
    return root
  }

  /// What the page's script needs, as JSON that can stand inside a script element.
  ///
  /// - Parameter tellsTimes: the script has rules to say by what is open and when answers come.
  func clientJSON(tellsTimes: Bool) -> String {
    ScriptJSON.encode(texts(under: Self.scriptKeys + (tellsTimes ? Self.timeKeys : [])))
  }

  /// The texts of these keys, and of the keys below them; under `lang` the language whose plurals they
  /// have, which is English for want of others.
  func texts(under keys: [String]) -> [String: String] {
    var found = texts.filter { text in
      keys.contains { text.key == $0 || text.key.hasPrefix($0 + ".") }
    }
    found["lang"] = own("search.results.other") == nil ? "en" : language.code
    return found
  }
}

/// The plural categories of CLDR for the languages that the site has words in.
///
/// Source: Unicode CLDR 46, supplemental/plurals.xml, cardinal rules for whole numbers.
enum PluralCategory: String {
  case zero, one, two, few, many, other

  init(of count: Int, in language: Language) {
    let (n10, n100) = (count % 10, count % 100)
    switch language.primary {
    case "pl":
      self =
        count == 1
        ? .one : (2...4).contains(n10) && !(12...14).contains(n100) ? .few : .many
    case "ru", "uk", "be":
      self =
        n10 == 1 && n100 != 11
        ? .one : (2...4).contains(n10) && !(12...14).contains(n100) ? .few : .many
    case "lv":
      self =
        n10 == 0 || (11...19).contains(n100)
        ? .zero : n10 == 1 && n100 != 11 ? .one : .other
    case "lt":
      self =
        n10 == 1 && !(11...19).contains(n100)
        ? .one : (2...9).contains(n10) && !(11...19).contains(n100) ? .few : .other
    case "ar":
      switch count {
      case 0: self = .zero
      case 1: self = .one
      case 2: self = .two
      default: self = (3...10).contains(n100) ? .few : (11...99).contains(n100) ? .many : .other
      }
    case "fr": self = count <= 1 ? .one : .other
    case "zh", "ja", "ko", "vi", "th", "id": self = .other
    default: self = count == 1 ? .one : .other
    }
  }
}

/// JSON that can be embedded in a script element: no `<`, so nothing can close it.
enum ScriptJSON {
  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return escape(String(decoding: data, as: UTF8.self))
  }

  static func escape(_ json: String) -> String {
    json.replacing(mark: "<", with: "\\u003c").replacing(mark: "\u{2028}", with: "\\u2028")
      .replacing(mark: "\u{2029}", with: "\\u2029")
  }
}
