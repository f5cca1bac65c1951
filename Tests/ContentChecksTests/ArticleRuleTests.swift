import Testing

@testable import ContentChecks

/// Rules that look at one article: what they find, and what they leave alone.
@Suite struct ArticleRuleTests {
  struct Case: Sendable {
    let rule: String
    let text: String
    let findings: [String]
  }

  private static let cases: [Case] = [
    Case(
      rule: "answer-first", text: "---\ntitle: T?\nkind: faq\n---\n## First\n\nText.\n",
      findings: [
        "en/a.md:5 note: article starts with the heading 'First' instead of its answer; "
          + "write the answer in one paragraph above it"
      ]),
    Case(
      rule: "answer-first",
      text: "---\ntitle: T?\nkind: faq\n---\n" + String(repeating: "word ", count: 61) + "\n",
      findings: [
        "en/a.md:5 note: first paragraph has 61 words; a phone shows about 60; "
          + "say the answer in the first sentence, and move the rest down"
      ]),
    Case(
      rule: "answer-first", text: "---\ntitle: T?\nkind: faq\n---\nYes.\n\n## More\n", findings: []),
    Case(
      rule: "bullet-sign",
      text: "# T\n\n·\tOne\n·\tTwo\n\nOr:\n• three\n\n- • four\n\n```\n• five\n```\n",
      findings: [
        "en/a.md:3 warning: line begins with '·', which makes no list; begin it with '- '",
        "en/a.md:7 warning: line begins with '•', which makes no list; begin it with '- '",
      ]),
    Case(
      rule: "empty-article", text: "---\ntitle: T\n---\n",
      findings: [
        "en/a.md:2 warning: article 'T' has no text; write the answer, or set status: draft"
      ]),
    Case(
      rule: "empty-article", text: "---\ntitle: T\nkind: how-to\n---\nText.\n",
      findings: [
        "en/a.md:3 warning: how-to 'T' has no steps; number the steps: '1. …', or use another kind"
      ]),
    Case(
      rule: "empty-article",
      text: "---\ntitle: T\nkind: faq\n---\n## A?\n\nYes.\n\n## B?\n\n## C?\n\n### D\n\nNo.\n",
      findings: ["en/a.md:9 warning: question 'B?' has no answer; write it below the heading"]),
    Case(
      rule: "external-image", text: "# T\n\n![x](https://a.example/b.png)\n",
      findings: [
        "en/a.md:3:6 note: image is loaded from another host: https://a.example/b.png; "
          + "save it beside the article and name the file"
      ]),
    Case(
      rule: "heading-jump", text: "---\ntitle: T\n---\n## A\n\n#### B\n\n## C\n\n### D\n",
      findings: [
        "en/a.md:6 warning: heading 'B' jumps from level 2 to 4; write it as '### B'"
      ]),
    Case(
      rule: "long-sentence",
      text: "# T\n\nShort.\n\n" + String(repeating: "word ", count: 33) + "end.\n",
      findings: [
        "en/a.md:5 note: sentence of 34 words; at most 32 are easy to follow; make two of it"
      ]),
    Case(
      rule: "missing-alt-text",
      text: "# T\n\n![](https://a.example/b.png) ![x](https://a.example/b.png)\n",
      findings: [
        "en/a.md:3:5 warning: image 'https://a.example/b.png' has no text; "
          + "write what it shows: ![The app's menu](menu.png)"
      ]),
    Case(
      rule: "missing-description", text: "# T\n\nText.\n",
      findings: [
        "en/a.md:1 note: article 'T' has no description; "
          + "write description: with the answer in one sentence"
      ]),
    Case(
      rule: "personal-data",
      text:
        "# T\n\nCard 4111 1111 1111 1111.\n\nPESEL 44051401359.\n\nOrder 4111 1111 1111 1112, 0000 0000 0000 0000, 12345678901.\n",
      findings: [
        "en/a.md:3 warning: payment card number of a person stands in the text; "
          + "replace it by an invented one, or name it in 'answers' if it is the company's",
        "en/a.md:5 warning: national id number of a person stands in the text; "
          + "replace it by an invented one, or name it in 'answers' if it is the company's",
      ]),
    Case(
      rule: "process-without-times", text: "---\ntitle: T\nkind: process\n---\nText.\n",
      findings: [
        "en/a.md:3 warning: process 'T' has no stages; "
          + "write stages: with '- {title: …, who: …, takes: 2 working days}' for each"
      ]),
    Case(
      rule: "process-without-times",
      text: "---\ntitle: T\nkind: process\nstages:\n  - {title: Check, who: Us}\n---\nText.\n",
      findings: [
        "en/a.md:4 warning: stage 1 'Check' doesn't say 'takes'; "
          + "write takes: 2 working days, and who: the team that acts"
      ]),
    Case(
      rule: "time-promise",
      text: """
        ---
        title: T
        kind: process
        stages:
          - {title: A, who: Us, takes: 2 working days}
          - {title: B, who: Us, takes: 3 working days}
        ---
        At most 5 working days. First 2 working days, then 3 working days.

        Call after 14 working days. Wait 3 minutes.
        """,
      findings: [
        "en/a.md:10 warning: text says 14 working days, the stages take 5 working days; "
          + "correct the text or the stages"
      ]),
    Case(
      rule: "review-overdue",
      text: "---\ntitle: T\nreview-by: 2026-10-04\nowner: Ann\n---\nText.\n",
      findings: [
        "en/a.md:3 warning: review was due on 2026-10-04, owner Ann; "
          + "read it, then set 'updated' to today and 'review-by' to the next day"
      ]),
    Case(
      rule: "review-overdue",
      text: "---\ntitle: T\nupdated: 2026-04-04\nreview-every: 6 months\n---\nText.\n",
      findings: [
        "en/a.md:4 warning: review was due on 2026-10-04; "
          + "read it, then set 'updated' to today and 'review-by' to the next day"
      ]),
    Case(
      rule: "review-overdue", text: "---\ntitle: T\nreview-by: 2026-10-05\n---\nText.\n",
      findings: []),
    Case(
      rule: "unknown-reference", text: "---\ntitle: T\nrelated: [b, othre]\n---\nText.\n",
      findings: [
        "en/a.md:3 error: related article 'b' doesn't exist; remove it, or write the article",
        "en/a.md:3 error: related article 'othre' doesn't exist; did you mean 'other'?",
      ]),
  ]

  @Test(arguments: cases)
  func findsWhatIsWrongAndNothingElse(example: Case) throws {
    let fixture = try CheckFixture(["en/a.md": example.text, "en/other.md": "# Other\n\nDo.\n"])
    let found = fixture.findings(example.rule).filter { $0.hasPrefix("en/a.md") }
    #expect(found == example.findings)
  }
}
