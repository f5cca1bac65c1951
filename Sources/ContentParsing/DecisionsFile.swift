import CivilCalendar
import Diagnostics
import Foundation
import KnowledgeBase

/// Reads and writes `decisions.yml`: what the reviews of contacts decided.
///
///     decisions:
///       - gap: pl-brak-kart-paliw          # as the review names it
///         action: write                    # write, rename, fix, not-content, ignore, keep
///         owner: Fleet team
///         due: 2026-11-15
///         decided: 2026-11-02
///         article: fuel/fuel-card-missing
///         words: [brak, kart, paliw]       # by which the gap is known again
package struct DecisionsFile: Sendable {
  package static let name = "decisions.yml"

  package let decisions: [ReviewDecision]
  package let diagnostics: [Diagnostic]
  /// False when the file can't be read; it must not be written over then.
  package let isUsable: Bool
  /// What stands before the entries, kept when the file is written.
  private let head: String

  private static let standardHead = """
    # What the reviews of contacts decided; `signpost gaps decide` writes this file.
    # Comments above the first entry are kept.
    """

  /// - Parameter shownAs: how the content folder is written in diagnostics.
  package init(in folder: URL, shownAs shownFolder: String) {
    let url = folder.appending(path: Self.name)
    guard FileManager.default.fileExists(atPath: url.path) else {
      decisions = []
      diagnostics = []
      isUsable = true
      head = Self.standardHead
      return
    }
    switch SourceFile.read(url, shownAs: "\(shownFolder)/\(Self.name)") {
    case .failure(let refusal):
      decisions = []
      diagnostics = [refusal.diagnostic]
      isUsable = false
      head = ""
    case .success(let file):
      var reader = YAMLReader(file.text, in: file)
      isUsable = reader.isReadable
      var decisions: [ReviewDecision] = []
      if reader.isReadable {
        for var entry in reader.mappings("decisions") {
          if let decision = Self.decision(&entry) { decisions.append(decision) }
          entry.finish()
          reader.absorb(entry)
        }
        reader.finish()
      }
      self.decisions = decisions
      diagnostics = reader.diagnostics
      let comments = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { $0.hasPrefix("#") || $0.allSatisfy { $0 == " " } }
      head = comments.joined(separator: "\n")
    }
  }

  private static func decision(_ entry: inout YAMLReader) -> ReviewDecision? {
    let actions = ReviewDecision.Action.allCases.map(\.rawValue)
    let gap = entry.string("gap")
    let written = entry.string("action")
    let action = written.flatMap(ReviewDecision.Action.init)
    if gap == nil {
      entry.report(
        .error, rule: "decision", at: nil, "a decision names no gap",
        cures: ["write 'gap:' and the id that the review shows"])
    }
    if action == nil {
      entry.report(
        .error, rule: "decision", at: entry.node("action"),
        "\(written.map { "'\($0)'" } ?? "nothing") isn't an action",
        cures: ["write one of: \(actions.joined(separator: ", "))"])
    }
    let words = entry.strings("words")
    let owner = entry.string("owner")
    let due = date("due", &entry)
    let until = date("until", &entry)
    let decided = date("decided", &entry)
    let done = date("done", &entry)
    let article = entry.string("article").map { ArticleID($0) }
    let note = entry.string("note")
    let into = entry.string("into")
    let from = entry.string("from")
    guard let gap, let action else { return nil }
    var decision = ReviewDecision(gap: gap, action: action, words: words)
    decision.owner = owner
    decision.due = due
    decision.until = until
    decision.decided = decided
    decision.done = done
    decision.article = article
    decision.note = note
    decision.into = into
    decision.from = from
    return decision
  }

  private static func date(_ key: String, _ entry: inout YAMLReader) -> String? {
    guard let text = entry.string(key) else { return nil }
    if isDate(text) { return text }
    entry.report(
      .error, rule: "decision", at: entry.node(key), "'\(text)' isn't a date",
      cures: [MissingDay(text)?.cure ?? "write it as 2026-11-15"])
    return nil
  }

  /// Whether a text is an ISO 8601 date: `2026-11-15`.
  package static func isDate(_ text: String) -> Bool {
    CalendarDay(text) != nil
  }

  /// The file with these decisions, in the order of their gaps.
  package func text(of decisions: [ReviewDecision]) -> String {
    let head = head.isEmpty ? Self.standardHead : head
    guard !decisions.isEmpty else { return "\(head)\ndecisions: []\n" }
    let entries = decisions.sorted { $0.gap < $1.gap }.map { decision -> String in
      var lines = ["  - gap: \(decision.gap)", "    action: \(decision.action.rawValue)"]
      let values: [(String, String?)] = [
        ("owner", decision.owner.map(Self.quoted)), ("due", decision.due),
        ("until", decision.until), ("decided", decision.decided), ("done", decision.done),
        ("article", decision.article.map { Self.quoted($0.rawValue) }),
        ("note", decision.note.map(Self.quoted)), ("into", decision.into),
        ("from", decision.from),
      ]
      for case (let key, let value?) in values { lines.append("    \(key): \(value)") }
      if !decision.words.isEmpty {
        let words = decision.words.map(Self.quoted).joined(separator: ", ")
        lines.append("    words: [\(words)]")
      }
      return lines.joined(separator: "\n")
    }
    return "\(head)\ndecisions:\n\(entries.joined(separator: "\n"))\n"
  }

  private static func quoted(_ text: String) -> String { text.quotedForYAML }
}
