import Availability
import ContentParsing
import Diagnostics
import KnowledgeBase

/// Something that content should be, checked before customers see it.
package protocol ContentRule: Sendable {
  /// As configured and printed, `missing-description`.
  var name: String { get }
  /// How serious a finding is unless the site says otherwise.
  var severity: Diagnostic.Severity { get }
  /// The rule itself, in one sentence without a full stop.
  var headline: String { get }
  /// Why, and what to do, in a few sentences.
  var reason: String { get }

  func check(_ content: CheckedContent) -> [Finding]
}

/// What rules look at.
package struct CheckedContent: Sendable {
  package let library: Library
  /// Articles that customers don't see.
  package let hidden: [Article]
  package let contact: ContactPlan?
  package let assets: [LoadedContent.Asset]
  /// Files with errors, as shown: what they say may not be what is known of them.
  package let faultyFiles: Set<String>
  /// The content folder as shown.
  package let root: String
  /// An ISO 8601 date.
  package let today: String
  /// By the file of the translation; empty where the content has no history.
  package let pastSources: [String: PastSource]
  /// What articles with a short message said when that was last written, by file; empty where the
  /// content has no history.
  package let pastAnswers: [String: PastSource]

  package init(
    _ loaded: LoadedContent, root: String, today: String, pastSources: [String: PastSource] = [:],
    pastAnswers: [String: PastSource] = [:]
  ) {
    library = loaded.library
    hidden = loaded.hidden
    contact = loaded.contact
    assets = loaded.assets
    faultyFiles = Set(
      loaded.diagnostics.filter { $0.severity == .error }.map(\.location.file))
    self.root = root
    self.today = today
    self.pastSources = pastSources
    self.pastAnswers = pastAnswers
  }
}

/// A place that breaks a rule, what is wrong there, and what to do.
package struct Finding: Sendable {
  /// More of one rule in an article help nobody, and each is looked up in its text.
  private static let mostInArticle = 20

  /// The first findings of an article. Lazy ones are made once each, which `prefix` of a lazy
  /// collection doesn't promise.
  static func first(of findings: some Sequence<Finding>) -> [Finding] {
    var first: [Finding] = []
    for finding in findings {
      first.append(finding)
      if first.count == mostInArticle { break }
    }
    return first
  }

  let location: SourceLocation
  let summary: String
  let cures: [String]
  let sourceLine: String?
  /// Nil for the rule's own.
  private(set) var severity: Diagnostic.Severity?

  /// - Parameter showsLine: false when the line holds what must not be repeated.
  init(
    _ summary: String, cures: [String], in article: Article, line: Int, column: Int? = nil,
    showsLine: Bool = true
  ) {
    location = SourceLocation(file: article.sourcePath, line: line, column: column)
    self.summary = summary
    self.cures = cures
    sourceLine = showsLine ? article.bodyLine(line) : nil
  }

  /// A finding about a front matter key.
  init(_ summary: String, cures: [String], in article: Article, key: String = "title") {
    location = SourceLocation(file: article.sourcePath, line: article.places.line(of: key))
    self.summary = summary
    self.cures = cures
    sourceLine = nil
  }

  init(_ summary: String, cures: [String], file: String) {
    location = SourceLocation(file: file)
    self.summary = summary
    self.cures = cures
    sourceLine = nil
  }

  func asSerious(as severity: Diagnostic.Severity) -> Finding {
    var finding = self
    finding.severity = severity
    return finding
  }
}

extension Article {
  /// A line of the file, if it belongs to the body.
  func bodyLine(_ number: Int) -> String? {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let index = number - places.bodyLine
    return lines.indices.contains(index) ? String(lines[index].prefix(300)) : nil
  }
}
