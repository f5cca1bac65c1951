import CivilCalendar

/// The facts an editor states above an article.
package struct FrontMatter: Sendable {
  package enum Status: String, Sendable, CaseIterable { case draft, published, archived }

  package var title: String
  package var description: String?
  package var kind: ArticleKind = .page
  package var id: String?
  /// Other ways customers ask for this article; indexed with the weight of the title.
  package var questions: [String] = []
  /// Codes and words that lead here and that readers don't see: an error's number, a reason of
  /// contact as agents log it.
  package var answers: [String] = []
  package var goal: String?
  package var duration: TimeSpan?
  package var needs: [String] = []
  package var stages: [Stage] = []
  package var related: [String] = []
  package var tags: [String] = []
  /// ISO 8601 date, `2026-09-14`; compared as text. So are all dates here.
  package var updated: String?
  package var owner: String?
  /// The day by which someone should read the article again.
  package var reviewBy: String?
  /// How long after `updated` it should be read again.
  package var reviewEvery: ReviewCycle?
  package var status: Status = .published
  /// The first day on which customers see it.
  package var published: String?
  /// The first day on which they don't any more.
  package var expires: String?
  /// The article that takes the place of an archived one; its address redirects there.
  package var successor: String?
  /// Former addresses, which redirect here.
  package var aliases: [String] = []
  package var permalink: String?
  package var order: Int?
  package var sms: String?
  /// The address of a video that shows the answer.
  package var video: String?
  /// The id of the article this one is a translation of, where their paths differ.
  package var translationOf: String?

  package init(title: String) { self.title = title }
}

/// One step of a process: who does what, and how long it takes at most.
package struct Stage: Sendable, Hashable {
  package let title: String
  package let who: String?
  package let takes: TimeSpan?

  package init(title: String, who: String?, takes: TimeSpan?) {
    self.title = title
    self.who = who
    self.takes = takes
  }
}

/// An amount of time as written by an editor: `5 minutes`, `3 working days`.
package struct TimeSpan: Sendable, Hashable {
  /// More isn't a time that anybody waits, but a slip of the keyboard.
  private static let mostAmount = 100_000

  package enum Unit: String, Sendable, TimeUnit {
    case minutes, hours, days
    case workingDays = "working days"
  }

  package let amount: Int
  package let unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Nil unless the text is a number and a unit, singular or plural.
  ///
  ///     TimeSpan("1 working day")?.unit  // .workingDays
  package init?(_ text: String) {
    guard let (number, unit) = Unit.amount(in: text), 0...Self.mostAmount ~= number else {
      return nil
    }
    self.init(amount: number, unit: unit)
  }

  /// The sum of spans that can be added: those of one unit, or days with shorter ones.
  ///
  /// Shorter ones add a day, unless they make less than an hour together: a check of 15 minutes
  /// doesn't turn the promise of one working day into two. Working days beside days count with the
  /// weekends between them: after three of them a bank that takes 10 days is done in 15, not in 13
  /// working days, which are 17 at least.
  ///
  /// - Parameter countsAllDays: true for the first stages of a process that counts all days later on.
  package static func total(of spans: [TimeSpan], countsAllDays: Bool = false) -> TimeSpan? {
    let real = spans.filter { $0.amount > 0 }
    guard let first = real.first else { return nil }
    let units = Set(real.map(\.unit))
    if units.count == 1, first.unit != .workingDays || !countsAllDays {
      return TimeSpan(amount: real.reduce(0) { $0 + $1.amount }, unit: first.unit)
    }
    guard units.contains(.workingDays) || units.contains(.days) else { return nil }
    var (days, workingDays, minutes) = (0, 0, 0)
    for span in real {
      switch span.unit {
      case .minutes: minutes += span.amount
      case .hours: minutes += span.amount * 60
      case .days: days += span.amount
      case .workingDays: workingDays += span.amount
      }
    }
    let rest = minutes < 60 ? 0 : 1
    return units.contains(.days) || countsAllDays
      ? TimeSpan(amount: days + calendarDays(of: workingDays) + rest, unit: .days)
      : TimeSpan(amount: workingDays + rest, unit: .workingDays)
  }

  /// What working days take at most where no holiday is among them: those that begin on a Friday.
  private static func calendarDays(of workingDays: Int) -> Int {
    workingDays + 2 * ((workingDays + 4) / 5)
  }
}
