import Availability
import Diagnostics
import KnowledgeBase

/// Finds promises of service day and night that the hours of `contact.yml` don't keep.
struct AvailabilityPromiseRule: ContentRule {
  let name = "availability-promise"
  let severity = Diagnostic.Severity.warning
  let headline = "Service day and night is promised only where the hours keep it"
  let reason = """
    Promising to be there around the clock is a trap: who calls at night and finds nobody trusts \
    nothing else on the page. A sentence about service that says '24/7', 'całodobowo', 'diennakti' or \
    'круглосуточно' must name a channel that is always open in contact.yml. Sentences about other \
    things, as cars that can be booked at night, aren't meant.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    guard let plan = content.contact else { return [] }
    return content.library.articles.flatMap { article in
      LanguageWords.of(article.language).map { check(article, plan, $0) } ?? []
    }
  }

  private func check(_ article: Article, _ plan: ContactPlan, _ words: LanguageWords) -> [Finding] {
    let always = plan.channels.filter { $0.hours?.isAroundTheClock == true }
    return Sentence.all(of: article).compactMap { sentence in
      let text = sentence.text.lowercased()
      guard let phrase = words.aroundTheClock.first(where: text.contains) else { return nil }
      let titled = plan.channels.filter { $0.isNamed(in: text, article.language) }
      if titled.contains(where: { channel in always.contains { $0.id == channel.id } }) {
        return nil
      }
      let kinds = words.channels.filter { $0.words.contains(where: text.contains) }.map(\.kind)
      guard !titled.isEmpty || !kinds.isEmpty || words.service.contains(where: text.contains) else {
        return nil
      }
      let limited = plan.channels.filter { $0.hours.map { !$0.isAroundTheClock } ?? false }
      let offender =
        titled.first ?? limited.first { kinds.contains($0.kind.rawValue) }
        ?? (kinds.isEmpty ? limited.first : nil)
      guard let offender else { return nil }
      let kept = always.compactMap { $0.title[article.language.code] }
      return Finding(
        "'\(phrase)' is promised, but channel '\(offender.title(in: article.language))' isn't always open",
        cures: [
          kept.isEmpty
            ? "say the hours instead, or link to the contact page, which shows them"
            : "name the channel that is always open (\(kept.joined(separator: ", "))), or say the hours"
        ], in: article, line: article.line(of: sentence.text, in: sentence.section))
    }
  }
}
