import ContentParsing
import Diagnostics
import KnowledgeBase

/// Runs all rules over content and takes each as seriously as the site says.
///
///     ContentChecker().check(loaded, root: "content", today: "2026-10-05")
package struct ContentChecker: Sendable {
  package static let rules: [any ContentRule] = [
    AnswerFirstRule(), ArchivedWithoutSuccessorRule(), AvailabilityPromiseRule(),
    BrandContrastRule(), BulletSignRule(), ChannelTimesRule(), DuplicateQuestionRule(),
    DuplicateTitleRule(), EmptyArticleRule(), EmptyLanguageRule(), ExampleAddressRule(),
    ExpiredRule(), ExternalImageRule(), FutureUpdateRule(), HeadingJumpRule(), HeavyImageRule(),
    LongSentenceRule(), MissingAlternativeTextRule(), MissingDescriptionRule(), NearDuplicateRule(),
    OrphanRule(), PersonalDataRule(),
    ProcessWithoutTimesRule(), ReviewOverdueRule(), ShortMessageLengthRule(),
    ShortMessageOutdatedRule(), TimePromiseRule(), TranslationMissingRule(),
    TranslationOutdatedRule(), UnknownReferenceRule(), UntranslatedTextRule(), UnusedAssetRule(),
  ]

  package init() {}

  /// The findings of reading and of all rules, in the order of their places.
  ///
  /// - Parameters:
  ///   - others: findings from elsewhere than the content, such as the log.
  ///   - pastSources: what the content's history knows, by the file of the translation.
  ///   - pastAnswers: what articles said when their short messages were written, by file.
  package func check(
    _ loaded: LoadedContent, and others: [Diagnostic] = [], root: String, today: String,
    pastSources: [String: PastSource] = [:], pastAnswers: [String: PastSource] = [:]
  ) -> [Diagnostic] {
    let content = CheckedContent(
      loaded, root: root, today: today, pastSources: pastSources, pastAnswers: pastAnswers)
    let levels = loaded.library.site.checks
    let found = Self.rules.flatMap { rule in
      levels[rule.name] == .off ? [] : rule.check(content).map { $0.diagnostic(of: rule) }
    }
    let unknown = unknownRules(in: levels, root: root)
    return (loaded.diagnostics + others + found + unknown).compactMap {
      $0.taken(as: levels[$0.rule])
    }
    .sorted {
      $0.location != $1.location
        ? $0.location < $1.location : ($0.rule, $0.summary) < ($1.rule, $1.summary)
    }
  }

  private func unknownRules(in levels: [String: CheckLevel], root: String) -> [Diagnostic] {
    let known = Self.rules.map(\.name) + ReadingRules.all.map(\.name)
    return levels.keys.sorted().filter { !known.contains($0) }.map { name in
      let meant = didYouMean(name, among: known).map { "did you mean '\($0)'?" }
      return Diagnostic(
        .warning, rule: "checks", at: SourceLocation(file: "\(root)/signpost.yml"),
        "unknown rule '\(name)'", cures: [meant ?? "'signpost check --list' names all"])
    }
  }
}

extension Finding {
  fileprivate func diagnostic(of rule: any ContentRule) -> Diagnostic {
    Diagnostic(
      severity ?? rule.severity, rule: rule.name, at: location, summary, cures: cures,
      sourceLine: sourceLine)
  }
}

extension Diagnostic {
  /// Nil for a rule that is off.
  fileprivate func taken(as level: CheckLevel?) -> Diagnostic? {
    guard let level else { return self }
    guard let severity = Severity(rawValue: level.rawValue) else { return nil }
    return Diagnostic(
      severity, rule: rule, at: location, summary, cures: cures, sourceLine: sourceLine,
      caret: caret, fix: fix)
  }
}
