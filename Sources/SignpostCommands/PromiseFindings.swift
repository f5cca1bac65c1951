import Availability
import CivilCalendar
import ContactLog
import ContentParsing
import Diagnostics
import Foundation
import GapAnalysis

/// What the contact page promises, and the log in the store doesn't bear out.
struct PromiseFindings {
  static let rule = "promise-kept"

  let plan: ContactPlan
  let times: AnswerTimes
  let days: ClosedRange<CalendarDay>
  /// `contact.yml` as shown, and its lines.
  let file: String
  let lines: [Substring]

  /// None without a store, or without channels.
  static func diagnostics(
    of loaded: LoadedContent, storing: StoreOptions, content: ContentOptions
  ) throws -> [Diagnostic] {
    guard let plan = loaded.contact, let store = try storing.openIfThere(content: content),
      try Terminal.explaining({ try store.count().contacts > 0 })
    else { return [] }
    let days = try StoredAnswers.lastDays(of: store)
    let file = "\(content.content)/contact.yml"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return PromiseFindings(
      plan: plan, times: try StoredAnswers.times(of: store, days: days, plan: plan), days: days,
      file: file, lines: text.split(separator: "\n", omittingEmptySubsequences: false)
    ).diagnostics
  }

  var diagnostics: [Diagnostic] {
    times.services.compactMap(promise) + plan.channels.flatMap(waits)
  }

  private func promise(_ service: GapReport.ChannelService) -> Diagnostic? {
    guard let channel = times.channel(named: service.channel), let promised = service.promise,
      let kept = service.kept, service.timed >= AnswerTimes.fewest, kept < AnswerTimes.keptShare
    else { return nil }
    let late = service.lateMinutes.map { "; half of the late ones by \(Self.span($0)) or more" }
    return finding(
      at: line(of: "answers-within", channel: channel.id),
      "promise of '\(channel.id)', \(promised), was kept by \(Self.percent(kept)) of "
        + "\(service.timed) answers \(period)\(late ?? "")",
      cure: service.truthful.map {
        "promise \($0), which four of five answers keep, or answer sooner"
      } ?? "answer sooner, or promise nothing")
  }

  private func waits(of channel: Channel) -> [Diagnostic] {
    times.measuredWaits(of: channel).filter { $0.kept < AnswerTimes.keptShare }.map { wait in
      finding(
        at: line(of: "waits", channel: channel.id),
        "wait of '\(channel.id)', \(wait.wait.minutes) min from \(Self.clock(wait.wait.range.start)) "
          + "to \(Self.clock(wait.wait.range.end)), was no longer for \(Self.percent(wait.kept)) of "
          + "\(wait.timed) contacts \(period)",
        cure: "write \(wait.truthful) minutes, or 'signpost contacts waits --write'")
    }
  }

  private func finding(at line: Int?, _ summary: String, cure: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: Self.rule, at: SourceLocation(file: file, line: line), summary,
      cures: [cure])
  }

  private var period: String { "from \(days.lowerBound) to \(days.upperBound)" }

  /// The line of a channel's key, else that of its id.
  private func line(of key: String, channel: String) -> Int? {
    func has(_ line: Substring, _ text: String) -> Bool {
      line.drop { $0 == " " || $0 == "-" || $0 == "{" }.hasPrefix(text)
    }
    guard let start = lines.firstIndex(where: { has($0, "id: \(channel)") }) else { return nil }
    let entry = lines[(start + 1)...].prefix { !has($0, "id: ") }
    return (entry.firstIndex { has($0, key + ":") } ?? start) + 1
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  private static func clock(_ minutes: Int) -> String {
    "\(minutes / 60 % 24):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  /// `45 min`, `5 h`, `3 days`.
  private static func span(_ minutes: Double) -> String {
    switch minutes {
    case ..<90: "\(Int(minutes.rounded())) min"
    case ..<2880: "\(Int((minutes / 60).rounded())) h"
    default: "\(Int((minutes / 1440).rounded())) days"
    }
  }
}
