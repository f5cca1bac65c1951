import Availability
import Diagnostics
import KnowledgeBase

/// Finds texts for short messages that don't say what the article says now.
struct ShortMessageOutdatedRule: ContentRule {
  let name = "sms-outdated"
  let severity = Diagnostic.Severity.warning
  let headline = "The text for short messages says what the article says"
  let reason = """
    An answer is changed, and its short version in 'sms' is forgotten: customers are sent what was \
    true before. Found are numbers in 'sms' that stand nowhere in the article, its stages or \
    contact.yml, and, by the content's Git history, answers of which a fifth or a number was changed \
    since 'sms' was last written. The answer is what stands above the first heading. If 'sms' is still \
    right, a comment behind it says so: '# read 2026-11-25'.
    """

  /// Less than this share of an answer is taken for a better wording of the same.
  private static let leastShare = 0.2

  func check(_ content: CheckedContent) -> [Finding] {
    let company = [content.library.site.company].compactMap(\.self)
    let shared = Self.numbers(in: (content.contact?.channels ?? []).map(\.value) + company)
    return content.library.articles.compactMap { article in
      guard let text = article.frontMatter.sms else { return nil }
      let strays = Self.strays(in: text, article: article, shared: shared)
      if !strays.isEmpty {
        let quoted = strays.map { "'\($0)'" }.joined(separator: ", ")
        return Finding(
          "short message says \(quoted), the article doesn't",
          cures: ["correct 'sms' or the article"], in: article, key: "sms")
      }
      guard let past = content.pastAnswers[article.sourcePath] else { return nil }
      let change = TextChange(
        from: Self.answer(in: past.text), to: Self.answer(in: article.markdown))
      guard change.share >= Self.leastShare || change.changesNumbers else { return nil }
      return Finding(
        "the answer was changed on \(past.changedOn), its short message wasn't",
        cures: ["correct 'sms', or write behind it when it was read: # read \(content.today)"],
        in: article, key: "sms")
    }
  }

  /// What stands above the first heading, else the whole text.
  private static func answer(in markdown: String) -> String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let above = lines.prefix { !$0.hasPrefix("#") }.joined(separator: "\n")
    return above.contains { !$0.isWhitespace } ? above : markdown
  }

  /// Numbers of a short message that nothing around it has, in their order.
  private static func strays(
    in text: String, article: Article, shared: Set<Substring>
  ) -> [Substring] {
    let matter = article.frontMatter
    let spans = matter.stages.compactMap(\.takes)
    let times = (spans + [TimeSpan.total(of: spans), matter.duration].compactMap(\.self))
      .map { String($0.amount) }
    let known = numbers(
      in: [article.title, matter.description ?? "", article.markdown] + matter.needs + times
        + matter.stages.map(\.title) + matter.questions
    ).union(shared)
    let words = Set(Words.folded(in: article.markdown + " " + (matter.description ?? "")))
    let names = LanguageWords.of(article.language)?.numbers
    return numbersInOrder(in: text).filter { number in
      guard !known.contains(number) else { return false }
      guard let amount = Int(number), let names, 1...names.count ~= amount else {
        // Small numbers may stand as words that nobody has listed.
        return number.count > 1
      }
      return !names[amount - 1].contains { words.contains(Words.folded(in: $0).first ?? "") }
    }
  }

  private static func numbers(in texts: [String]) -> Set<Substring> {
    Set(texts.flatMap(numbersInOrder))
  }

  /// Runs of digits: `20`, and both of `8:30`.
  private static func numbersInOrder(in text: String) -> [Substring] {
    text.split { !("0"..."9").contains($0) }
  }
}
