import Availability

/// How fast channels answered, beside what they promise, as tables of the review.
struct ServiceTables {
  let report: GapReport
  let words: ReportWords

  var all: [ReportTable] { [channels, hours].filter { !$0.rows.isEmpty } }

  private var channels: ReportTable {
    ReportTable(
      title: words(.sectionService), intro: "",
      head: [
        words(.channel), words(.contacts), words(.median), words(.ninetieth), words(.promised),
        words(.kept), words(.late), words(.truthful),
      ],
      rows: report.channels.map { channel in
        ReportTable.Row(
          words.channel(channel.channel),
          cells: [
            words.count(channel.contacts), channel.medianMinutes.map(words.duration) ?? "–",
            channel.ninetiethMinutes.map(words.duration) ?? "–",
            channel.promise.map(words.promise) ?? "–", channel.kept.map(words.percent) ?? "–",
            channel.lateMinutes.map(words.duration) ?? "–",
            channel.truthful.map(words.promise) ?? "–",
          ])
      }, notes: report.channels.contains { $0.promise != nil } ? [words(.footTruthful)] : [])
  }

  /// Rows of hours, a column for each channel that the log has times of.
  private var hours: ReportTable {
    let channels = report.channels.filter { channel in
      channel.hours.contains { $0.timed >= AnswerTimes.fewestOfHour }
    }
    let services = channels.map { channel in
      Dictionary(channel.hours.map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return ReportTable(
      title: words(.sectionHours), intro: words(.introHours),
      head: [words(.hour)] + channels.map { words.channel($0.channel) },
      rows: Set(services.flatMap(\.keys)).sorted().compactMap { hour in
        let cells = services.map { $0[hour].flatMap(text) }
        guard cells.contains(where: { $0 != nil }) else { return nil }
        return ReportTable.Row("\(hour):00", cells: cells.map { $0 ?? "–" })
      }, notes: [words(.footHours, "\(AnswerTimes.fewestOfHour)")])
  }

  private func text(_ service: GapReport.HourService) -> String? {
    guard service.timed >= AnswerTimes.fewestOfHour else { return nil }
    let kept = service.kept.map { " (\(words.percent($0)))" } ?? ""
    return words.duration(minutes: service.eightiethMinutes) + kept
  }
}

extension ReportWords {
  /// `2 working days`, in the review's language.
  func promise(_ text: String) -> String {
    guard let promise = AnswerPromise(text) else { return text }
    let key: Key =
      switch promise.unit {
      case .minutes: .promiseMinutes
      case .hours: .promiseHours
      case .days: .promiseDays
      case .workingHours: .promiseWorkingHours
      case .workingDays: .promiseWorkingDays
      }
    return self(key, "\(promise.amount)")
  }
}
