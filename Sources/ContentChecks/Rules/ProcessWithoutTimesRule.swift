import Diagnostics
import KnowledgeBase

/// Finds processes that don't say who does what by when.
struct ProcessWithoutTimesRule: ContentRule {
  let name = "process-without-times"
  let severity = Diagnostic.Severity.warning
  let headline = "A process says for each stage who acts and how long it takes at most"
  let reason = """
    "It takes 21 days to reach our accounting department" is no answer. Customers want to know where \
    their case is and by when they have the result; the page draws it from 'stages'.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.filter { $0.kind == .process }.flatMap { article -> [Finding] in
      let stages = article.frontMatter.stages
      guard !stages.isEmpty else {
        return [
          Finding(
            "process '\(article.title)' has no stages",
            cures: ["write stages: with '- {title: …, who: …, takes: 2 working days}' for each"],
            in: article, key: "kind")
        ]
      }
      return stages.enumerated().compactMap { number, stage in
        let missing = [stage.takes == nil ? "takes" : nil, stage.who == nil ? "who" : nil]
          .compactMap { $0 }
        guard !missing.isEmpty else { return nil }
        return Finding(
          "stage \(number + 1) '\(stage.title)' doesn't say '\(missing.joined(separator: "' and '"))'",
          cures: ["write takes: 2 working days, and who: the team that acts"], in: article,
          key: "stages")
      }
    }
  }
}
