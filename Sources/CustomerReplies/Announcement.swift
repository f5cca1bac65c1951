import Availability
import KnowledgeBase
import SiteGeneration

/// What a telephone line or a chat says by itself: open or closed, why, until when, and where the
/// answer is meanwhile.
///
///     Announcement(channel: phone, plan: plan, words: words, pages: site, at: christmasEve).text
///     // "Thank you for calling Kilometr. We are closed now: Christmas Eve. We are back on Monday
///     // at 8:00. Open now: Roadside assistance, +371 6000 0112. …"
package struct Announcement {
  package let channel: Channel
  package let state: OpenState
  private let plan: ContactPlan
  private let words: ContactWords
  private let pages: SitePlan
  private let now: Instant

  /// Nil for a channel without hours: it has nothing to announce.
  ///
  /// - Parameter pages: of the site, for the addresses that are named.
  package init?(
    channel: Channel, plan: ContactPlan, words: ContactWords, pages: SitePlan, at now: Instant
  ) {
    guard let state = plan.state(of: channel, at: now) else { return nil }
    self.channel = channel
    self.state = state
    self.plan = plan
    self.words = words
    self.pages = pages
    self.now = now
  }

  /// The sentences in the order they are said.
  package var text: String { sentences.map { $0.map(\.text).joined() }.joined(separator: " ") }

  /// The same for a speech synthesiser (SSML 1.1), times and numbers marked as such.
  package var ssml: String {
    let spoken = sentences.map { "<s>\($0.map(\.ssml).joined())</s>" }.joined(separator: "\n")
    return """
      <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" \
      xml:lang="\(words.language.code)">
      <p>
      \(spoken)
      </p>
      </speak>
      """
  }

  private var sentences: [[SpokenPart]] {
    var sentences: [[SpokenPart]] = []
    func say(_ key: String, _ values: [String: SpokenPart]) {
      sentences.append(SpokenPart.parts(of: words.strings(key), filledWith: values))
    }
    if channel.kind == .phone { say("announce.greeting", ["company": .text(company)]) }
    if state.isOpen {
      sayOpen(say)
    } else {
      sayClosed(say)
    }
    if channel.callBack != nil {
      say("announce.callBack", ["address": .address(address(of: .contact))])
    }
    say("announce.answers", ["address": .address(address(of: .home))])
    return sentences
  }

  private func sayOpen(_ say: (String, [String: SpokenPart]) -> Void) {
    if let until = state.until {
      let end = moment(until)
      // Midnight ends this day; 0:00 would be when it begins.
      let isMidnight = end.daysAhead == 1 && end.minute == 0
      say("announce.open", ["time": .time(isMidnight ? "24:00" : end.time)])
    } else {
      say("announce.openAlways", [:])
    }
    if let wait = plan.expectedWait(on: channel, at: now) {
      say(words.strings.pluralKey("announce.wait", wait), ["n": .text(String(wait))])
    }
  }

  private func sayClosed(_ say: (String, [String: SpokenPart]) -> Void) {
    let reason = reason
    if reason.isEmpty {
      say("announce.closed", [:])
    } else {
      say("announce.closedOn", ["reason": .text(reason)])
    }
    if let until = state.until {
      let opens = moment(until)
      say("announce.opens", ["day": .text(opens.day), "time": .time(opens.time)])
    }
    let open = plan.byAvailability(at: now).filter { $0.state?.isOpen == true }.map(\.channel)
    if !open.isEmpty {
      let named = open.map { [SpokenPart.text("\(words.text($0.title)), "), .contact($0)] }
      say("announce.elsewhere", ["channels": .group(Array(named.joined(separator: [.text("; ")])))])
    }
    for other in plan.channels where other.kind == .mail || other.kind == .form {
      guard let due = plan.answerDue(on: other, after: now) else { continue }
      let moment = moment(due)
      say(
        "announce.write",
        ["value": .contact(other), "day": .text(moment.day), "time": .time(moment.time)])
    }
  }

  /// The name of the holiday or exception that today is.
  private var reason: String {
    guard let schedule = plan.schedule(of: channel) else { return "" }
    let today = schedule.zone.wallTime(at: now).day
    let special = SpecialDay(today, schedule)
    let usual = schedule.hours.week(on: today)[today.weekday - 1]
    return special.ranges == usual ? "" : words.name(of: special)
  }

  /// Whoever hears it knows the time of the channel, of others' too.
  private func moment(_ instant: Instant) -> ContactWords.Moment {
    words.moment(instant, from: now, in: plan.zone(of: channel))
  }

  private var company: String { words.site.company ?? words.text(words.site.title) }

  private func address(of page: SitePlan.ServicePage) -> String {
    "\(words.site.baseURL)/\(pages.permalink(of: page, in: words.language))"
  }
}

/// A part of a sentence, which a synthesiser reads by its kind.
enum SpokenPart {
  case text(String)
  case time(String)
  case phone(String)
  /// A page's address in full.
  case address(String)
  indirect case group([SpokenPart])

  static func contact(_ channel: Channel) -> SpokenPart {
    switch channel.kind {
    case .phone: .phone(channel.value)
    case .mail: .text(channel.value)
    case .chat, .form: .address(channel.value)
    }
  }

  /// A pattern with its `{placeholders}` filled; unknown ones stay.
  static func parts(of pattern: String, filledWith values: [String: SpokenPart]) -> [SpokenPart] {
    var parts: [SpokenPart] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(String(rest[..<open])))
      let name = String(rest[rest.index(after: open)..<close])
      parts.append(values[name] ?? .text("{\(name)}"))
      rest = rest[rest.index(after: close)...]
      // A name that ends in a stop, such as "Sp. z o.o.", ends the sentence too.
      if rest.hasPrefix("."), parts.last?.text.hasSuffix(".") == true { rest = rest.dropFirst() }
    }
    return parts + [.text(String(rest))]
  }

  var text: String {
    switch self {
    case .text(let text), .time(let text), .phone(let text): text
    case .address(let url): Self.short(url)
    case .group(let parts): parts.map(\.text).joined()
    }
  }

  var ssml: String {
    if case .group(let parts) = self { return parts.map(\.ssml).joined() }
    let escaped = text.escapedForHTML
    return switch self {
    case .text, .address, .group: escaped
    case .time: "<say-as interpret-as=\"time\" format=\"hms24\">\(escaped)</say-as>"
    case .phone: "<say-as interpret-as=\"telephone\">\(escaped)</say-as>"
    }
  }

  /// `help.example.com/en` of `https://help.example.com/en/`.
  private static func short(_ url: String) -> String {
    var text = url[...]
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
    }
    return String(text.hasSuffix("/") ? text.dropLast() : text)
  }
}
