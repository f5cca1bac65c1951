import Availability
import Diagnostics
import KnowledgeBase

/// Finds answer times and hours in texts that the channel they name doesn't have.
struct ChannelTimesRule: ContentRule {
  let name = "channel-times"
  let severity = Diagnostic.Severity.warning
  let headline = "Answer times and hours in a text are those of the channel it names"
  let reason = """
    The contact page shows what contact.yml says; a text that says otherwise is what customers hold \
    against you. Looked at are sentences that say when you answer, and sentences that name a channel \
    and hours such as 8:00–18:00. 24 hours are a day, but not a working day.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    guard let plan = content.contact, !plan.channels.isEmpty else { return [] }
    return content.library.articles.flatMap { article -> [Finding] in
      guard let words = LanguageWords.of(article.language) else { return [] }
      let findings = Sentence.all(of: article).lazy.flatMap { sentence in
        let text = sentence.text.lowercased()
        let named = plan.channels(namedIn: text, article.language, words)
        let strays = [strayPromise(in: text, plan, named, words), strayHours(in: text, named)]
        return strays.compactMap { $0 }.map { stray in
          Finding(
            "text says \(stray.said), channel '\(stray.channel.title(in: article.language))' "
              + stray.kept,
            cures: ["correct the text or contact.yml"], in: article,
            line: article.line(of: sentence.text, in: sentence.section))
        }
      }
      return Finding.first(of: findings)
    }
  }

  private struct Stray {
    let said: String
    let channel: Channel
    let kept: String
  }

  private func strayPromise(
    in text: String, _ plan: ContactPlan, _ named: [Channel], _ words: LanguageWords
  ) -> Stray? {
    guard words.answering.contains(where: text.contains) else { return nil }
    let meant = (named.isEmpty ? plan.channels : named).filter { $0.promise != nil }
    guard let first = meant.first, let promise = first.promise else { return nil }
    let kept = meant.compactMap(\.promise).map(TimeMention.init)
    let stray = TimeMention.all(in: text, words).first { mention in
      !kept.contains { $0.isSame(as: mention) }
    }
    return stray.map {
      Stray(
        said: $0.text, channel: first, kept: "promises \(TimeMention(promise).text)")
    }
  }

  private func strayHours(in text: String, _ named: [Channel]) -> Stray? {
    let meant = named.filter { $0.hours != nil }
    guard let first = meant.first else { return nil }
    let kept = Set(meant.compactMap(\.hours).flatMap(\.allRanges))
    let stray = ClockRange.all(in: text).first { !kept.contains($0.range) }
    return stray.map { Stray(said: $0.text, channel: first, kept: "has other hours") }
  }
}

extension OpeningHours {
  /// All ranges that hold on some day.
  fileprivate var allRanges: [TimeRange] {
    let special = exceptions.sorted { $0.key < $1.key }.flatMap(\.value.ranges)
    let holidays: [TimeRange] = if case .ranges(let ranges) = onHolidays { ranges } else { [] }
    return week.flatMap(\.self) + seasons.flatMap { $0.week.flatMap(\.self) } + special + holidays
  }
}

/// Hours as texts have them: `8:00–18:00`, `8.00 - 18.00`.
private struct ClockRange {
  let text: String
  let range: TimeRange

  static func all(in text: String) -> [ClockRange] {
    let pattern = #/\b(\d{1,2})[:.](\d\d)\s?(?:-|–|—|to|do|līdz|до)\s?(\d{1,2})[:.](\d\d)\b/#
    return text.matches(of: pattern).compactMap { match in
      guard let start = minute(match.1, match.2), let end = minute(match.3, match.4) else {
        return nil
      }
      return TimeRange(start: start, end: end > start ? end : end + 1440)
        .map { ClockRange(text: String(match.0), range: $0) }
    }
  }

  private static func minute(_ hour: Substring, _ minute: Substring) -> Int? {
    guard let hour = Int(hour), let minute = Int(minute), hour <= 24, minute < 60 else {
      return nil
    }
    return hour * 60 + minute
  }
}
