import Availability
import Diagnostics
import KnowledgeBase

/// Finds times in texts that the stages of the process they speak of don't have.
struct TimePromiseRule: ContentRule {
  let name = "time-promise"
  let severity = Diagnostic.Severity.warning
  let headline = "Times in a text are those of the process it speaks of"
  let reason = """
    A text that says 14 days beside a timeline of 10 makes both worthless. Looked at are working days \
    in the article of a process, sentences in it that say how long something takes, and sentences \
    anywhere that link to a process. The time must be that of a stage, of some stages in a row, or of \
    all.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    var processes: [Permalink: ProcessTimes] = [:]
    for article in content.library.articles {
      processes[article.permalink] = ProcessTimes(article)
    }
    return content.library.articles.flatMap { article -> [Finding] in
      guard let words = LanguageWords.of(article.language) else { return [] }
      let own = processes[article.permalink]
      let links = article.links.compactMap { link -> (text: String, times: ProcessTimes)? in
        guard case .page(let permalink, _) = link.target, permalink != article.permalink,
          !link.text.isEmpty, let times = processes[permalink]
        else { return nil }
        return (link.text, times)
      }
      guard own != nil || !links.isEmpty else { return [] }
      let findings = Sentence.all(of: article).lazy.compactMap { sentence in
        finding(sentence, in: article, own: own, links: links, words)
      }
      return Finding.first(of: findings)
    }
  }

  private func finding(
    _ sentence: Sentence, in article: Article, own: ProcessTimes?,
    links: [(text: String, times: ProcessTimes)], _ words: LanguageWords
  ) -> Finding? {
    let mentions = TimeMention.all(in: sentence.text, words)
    guard !mentions.isEmpty else { return nil }
    let lower = sentence.text.lowercased()
    let lasts = words.lasting.contains { lower.contains($0) }
    if let own,
      let stray = mentions.first(where: { mention in
        (own.units.contains(mention.unit) && mention.unit == .workingDays
          || lasts && mention.unit.isDays) && !own.holds(mention)
      })
    {
      return Finding(
        "text says \(stray.text), the stages take \(own.total)",
        cures: ["correct the text or the stages"], in: article,
        line: article.line(of: sentence.text, in: sentence.section))
    }
    for link in links where sentence.text.contains(link.text) {
      let stray = mentions.first { $0.unit.isDays && !link.times.holds($0) }
      guard let stray else { continue }
      return Finding(
        "text says \(stray.text), process '\(link.times.title)' takes \(link.times.total)",
        cures: ["say the time of the process, or leave it to that article"], in: article,
        line: article.line(of: sentence.text, in: sentence.section))
    }
    return nil
  }
}

/// The times that a process promises.
private struct ProcessTimes {
  let title: String
  let units: Set<AnswerPromise.Unit>
  /// All sums of stages that follow each other.
  private var sums: Set<TimeMention> = []
  /// `10 working days`.
  let total: String

  /// Nil for an article that isn't a process with times.
  init?(_ article: Article) {
    let spans = article.frontMatter.stages.compactMap(\.takes)
    guard article.kind == .process, !spans.isEmpty else { return nil }
    title = article.title
    units = Set(spans.map { TimeMention($0).unit })
    let whole = TimeSpan.total(of: spans)
    total = whole.map { TimeMention($0).text } ?? "other times"
    for start in spans.indices {
      var amounts: [TimeSpan.Unit: Int] = [:]
      for span in spans[start...] {
        amounts[span.unit, default: 0] += span.amount
        sums.insert(TimeMention(TimeSpan(amount: amounts[span.unit] ?? 0, unit: span.unit)))
      }
    }
    if let whole { sums.insert(TimeMention(whole)) }
  }

  /// True for a time of the process; two weeks are the same as ten working days.
  func holds(_ mention: TimeMention) -> Bool {
    if sums.contains(where: { $0.isSame(as: mention) }) { return true }
    guard mention.unit == .days else { return false }
    return sums.contains { $0.unit == .workingDays && ($0.amount * 7 + 4) / 5 == mention.amount }
  }
}

extension AnswerPromise.Unit {
  fileprivate var isDays: Bool { self == .days || self == .workingDays }
}
