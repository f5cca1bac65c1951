import CivilCalendar
import KnowledgeBase

extension GapReport.Decision {
  /// A decision as the report shows it: done as well where the article was written since.
  ///
  /// - Parameter today: the day that 'due' is compared with.
  init(_ decision: ReviewDecision, in library: Library, on today: CalendarDay?) {
    let written = decision.article.flatMap { id in
      Language(decision.language).flatMap { library.article(id, in: $0) }
    }
    let done =
      decision.done ?? (decision.action == .write ? written?.frontMatter.updated : nil)
    self.init(
      action: decision.action.rawValue, owner: decision.owner, due: decision.due,
      decided: decision.decided, done: done,
      isOverdue: done == nil && (decision.due ?? "9999-12-31") < (today?.description ?? ""))
  }
}
