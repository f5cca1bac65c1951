import KnowledgeBase
import SiteGeneration

/// A new article of a kind, with remarks on what belongs where; readers never see the remarks.
struct ArticleSkeleton {
  let kind: ArticleKind
  let title: String
  let language: Language
  let today: String

  var text: String {
    var lines = [
      "---", "title: \(title.quotedForYAML)",
      "description:  # the answer in one sentence", "kind: \(kind.rawValue)",
      "questions:    # other ways customers ask, one '- …' line each", "status: draft",
    ]
    switch kind {
    case .howTo:
      lines += ["duration: 5 minutes", "needs:", "  - # what one must have at hand"]
    case .process:
      lines += [
        "stages:", "  - {title: , who: , takes: 2 working days}",
        "  - {title: , who: , takes: 3 working days}",
      ]
    case .faq, .page: break
    }
    lines += ["updated: \(today)", "---"]
    return (lines + body).joined(separator: "\n") + "\n"
  }

  private var body: [String] {
    switch kind {
    case .faq:
      [
        "<!-- The answer in the first sentence. Then conditions and exceptions, each in one line. -->"
      ]
    case .howTo:
      [
        "<!-- One sentence: what you have when you are done. -->", "",
        "1. <!-- one action a step -->",
        "2. ", "", "## \(trouble)", "", "- ",
      ]
    case .process:
      ["<!-- By when the customer has the result, at most; then how to ask for it. -->"]
    case .page: ["<!-- What this page is for, in one paragraph. -->"]
    }
  }

  /// The heading that the site's pages know the section by.
  private var trouble: String {
    let names = SiteStrings(language)("howTo.trouble").split(separator: "|")
    return names.first.map(String.init) ?? ""
  }
}
