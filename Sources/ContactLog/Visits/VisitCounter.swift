import CivilCalendar
import PersonalData

/// Counts the visits of a log by day; who visited is never looked at.
struct VisitCounter {
  /// Longer queries are cut: nobody types that much to search.
  private static let longestQuery = 120
  private static let longestPlace = 32

  struct Key: Hashable {
    let day: CalendarDay
    let kind: VisitCount.Kind
    let key: String
    let language: String
  }

  private let redactor: Redactor
  private let subject: (String) -> VisitSubject?
  private(set) var counts: [Key: Int] = [:]
  private(set) var summary = VisitSummary()

  /// - Parameter subject: what an address of the site stands for; nil for none that counts.
  init(redactor: Redactor, subject: @escaping (String) -> VisitSubject?) {
    self.redactor = redactor
    self.subject = subject
  }

  mutating func skip() {
    summary.lines += 1
    summary.known += 1
  }

  mutating func count(_ text: String) {
    summary.lines += 1
    guard !text.isEmpty, let line = AccessLogLine(text) else {
      summary.malformed += 1
      if summary.firstMalformed == nil { summary.firstMalformed = summary.lines }
      return
    }
    guard line.isPageView, let path = AccessLogLine.decoded(line.path[...]),
      let key = key(of: path, line)
    else {
      summary.passedOver += 1
      return
    }
    guard !line.isRobot else {
      summary.robots += 1
      return
    }
    summary.counted += 1
    counts[key, default: 0] += 1
  }

  private func key(of path: String, _ line: AccessLogLine) -> Key? {
    switch subject(path) {
    case .article(let id, let language)?:
      return Key(day: line.day, kind: .article, key: id, language: language)
    case .search(let language)?: return key(of: line, .search, language)
    case .noResult(let language)?: return key(of: line, .noResult, language)
    case .shortLink(let code)?:
      let place = line.value(of: "p").map { " " + $0.prefix(Self.longestPlace) } ?? ""
      return Key(day: line.day, kind: .sticker, key: code + redactor.redact(place), language: "")
    case nil: return nil
    }
  }

  private func key(of line: AccessLogLine, _ kind: VisitCount.Kind, _ language: String) -> Key? {
    guard let query = line.value(of: "q") else { return nil }
    let words = redactor.redact(query).lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let text = words.joined(separator: " ").prefix(Self.longestQuery)
    return Key(day: line.day, kind: kind, key: String(text), language: language)
  }
}
