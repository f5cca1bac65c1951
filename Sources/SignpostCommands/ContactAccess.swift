import ArgumentParser
import Availability
import CivilCalendar
import ContentParsing
import Foundation
import KnowledgeBase
import SiteGeneration

// What commands about channels share: the plan, a channel by its id, moments as people write them.

extension LoadedContent {
  func contactPlan() throws -> ContactPlan {
    guard let contact, !contact.channels.isEmpty else {
      throw ValidationError("There is no channel; describe them in contact.yml.")
    }
    return contact
  }
}

extension ContactPlan {
  func channel(named id: String) throws -> Channel {
    guard let channel = channels.first(where: { $0.id == id }) else {
      throw ValidationError(
        "There is no channel '\(id)'; use one of: "
          + channels.map(\.id).joined(separator: ", ") + ".")
    }
    return channel
  }
}

extension ContentOptions {
  /// The site's words in a language, with those that the content folder has instead.
  func words(in language: Language, of site: Site) -> ContactWords {
    ContactWords(language: language, site: site, strings: strings(in: language))
  }

  func strings(in language: Language) -> SiteStrings {
    let file = URL(filePath: content).appending(
      path: "site-templates/strings/\(language.code).json")
    return SiteStrings(language, override: try? String(contentsOf: file, encoding: .utf8))
  }
}

extension TimeZoneRules {
  /// A moment as people write it: `2026-12-24T15:00`, `2026-12-24`, `15:00`, in this zone; or with
  /// an offset of its own, `2026-12-24T15:00:00Z`.
  func instant(written text: String, today: Date) throws -> Instant {
    let style = Date.ISO8601FormatStyle()
    if let date = try? Date(text, strategy: style) { return Instant(date) }
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
    let day =
      parts.count == 1 && text.contains(":")
      ? wallTime(at: Instant(today)).day : parts.first.flatMap { CalendarDay($0) }
    let time = parts.last.map { $0.contains(":") ? $0 : "0:00" } ?? ""
    let numbers = time.split(separator: ":").map { Int($0) ?? -1 }
    guard let day, parts.count <= 2, 2...3 ~= numbers.count, 0..<24 ~= numbers[0],
      numbers.dropFirst().allSatisfy({ 0..<60 ~= $0 })
    else {
      throw ValidationError("'\(text)' isn't a time; write 2026-12-24T15:00 or 15:00.")
    }
    return instant(of: day, minute: numbers[0] * 60 + numbers[1], .earliest)
  }

  /// `2026-12-24T15:00+02:00`.
  func text(of instant: Instant) -> String {
    let time = wallTime(at: instant)
    let offset = offset(at: instant)
    func clock(_ minutes: Int) -> String {
      let (hour, minute) = (minutes / 60, minutes % 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
    return "\(time.day)T\(clock(time.minute))\(offset < 0 ? "-" : "+")\(clock(abs(offset)))"
  }
}

extension String {
  func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
