import Diagnostics
import KnowledgeBase

/// Reads `volumes.yml`: how many contacts each article's topic had when a log was last reviewed.
///
///     period: 2026-10          # what was reviewed: a month, a week (2026-W44) or a day
///     articles:
///       payments/refund: 54    # an article's id, in whatever language it was asked for
///
/// `signpost gaps` writes the file. It holds numbers alone, nothing of the contacts themselves.
enum VolumesFile {
  static let name = "volumes.yml"

  /// - Parameter known: the ids of all articles, hidden ones included.
  static func read(
    _ file: SourceFile, articles known: Set<ArticleID>, diagnostics: inout [Diagnostic]
  ) -> [ArticleID: Int] {
    var reader = YAMLReader(file.text, in: file)
    _ = reader.string("period")
    let node = reader.node("articles")
    if let node, node.mapping == nil {
      reader.report(
        .error, rule: "volumes", at: node, "'articles' should be numbers by article",
        cures: ["write 'payments/refund: 54' lines below 'articles:'"])
    }
    let names = known.map(\.rawValue).sorted()
    var volumes: [ArticleID: Int] = [:]
    for (key, value) in node?.mapping ?? [:] {
      guard let id = key.string.map(ArticleID.init) else { continue }
      guard let count = value.scalar.flatMap({ Int($0.string) }), count >= 0 else {
        reader.report(
          .error, rule: "volumes", at: value, "number of contacts of '\(id)' isn't one",
          cures: ["write '\(id): 54'"])
        continue
      }
      guard known.contains(id) else {
        reader.report(
          .note, rule: "volumes", at: key, "article '\(id)' doesn't exist",
          cures: [
            didYouMean(id.rawValue, among: names).map { "did you mean '\($0)'?" }
              ?? "remove the line, or review the log again"
          ])
        continue
      }
      volumes[id] = count
    }
    reader.finish()
    diagnostics += reader.diagnostics
    return volumes
  }
}
