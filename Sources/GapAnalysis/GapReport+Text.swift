extension GapReport {
  /// The review for the terminal: what is missing, what is not found, what is still asked.
  ///
  /// - Parameter limit: topics shown in each part.
  package func text(limit: Int = 10) -> String {
    var lines = [
      "Contacts in \(period): \(contacts)"
        + " ("
        + languages.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ") + ")",
      "covered \(share(.covered)), unsure \(share(.unsure)), gap \(share(.gap))",
    ]
    for (heading, verdicts) in Self.parts {
      let all = topics(with: verdicts)
      guard !all.isEmpty else { continue }
      lines += ["", heading]
      for (number, topic) in all.prefix(limit).enumerated() { lines += entry(number + 1, topic) }
      if all.count > limit { lines.append("  … and \(all.count - limit) smaller topics") }
    }
    if single > 0 {
      lines += ["", "\(single) contacts ask for something that few others ask for."]
    }
    lines += [
      "",
      "Cost: handling minutes × \(assumptions.costPerMinute) \(assumptions.currency) (assumed). "
        + "Repeat: same customer and topic within \(assumptions.repeatDays) days.",
    ]
    return lines.joined(separator: "\n")
  }

  static let parts: [(heading: String, verdicts: Set<Verdict>)] = [
    (
      "NOT ANSWERED: no article, or one that isn't found",
      [.missing, .notFound, .otherLanguageOnly, .outdatedTranslation]
    ),
    ("ANSWERED, YET ASKED: read the article with these contacts beside it", [.foundYetAsked]),
    ("NOT QUESTIONS", [.notContent, .noise]),
  ]

  private func share(_ band: Band) -> String {
    Self.percent(Double(bands[band.rawValue] ?? 0) / Double(max(1, contacts)))
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func entry(_ number: Int, _ topic: Topic) -> [String] {
    let measures = topic.measures
    var facts = [
      "\(measures.contacts) contacts", Self.percent(measures.share), topic.language,
      topic.verdict.words,
    ]
    if let before = topic.before { facts.append("before: \(before)") }
    if let resolved = measures.firstContactResolution {
      facts.append("solved at first contact \(Self.percent(resolved))")
    }
    if measures.repeats > 0 { facts.append("repeats \(measures.repeats)") }
    if measures.cost > 0 { facts.append("\(Int(measures.cost)) \(assumptions.currency)") }
    var lines = [
      "\(number < 10 ? " " : "")\(number). \(topic.name)", "    " + facts.joined(separator: " · "),
    ]
    if !topic.words.isEmpty { lines.append("    words: " + topic.words.joined(separator: ", ")) }
    if let title = topic.articleTitle, let id = topic.article {
      lines.append(
        "    nearest article: \(title) (\(id), coverage \(Self.percent(topic.coverage)))")
    }
    lines.append(
      "    why: "
        + topic.reasons.map {
          "\($0.kind.rawValue) \($0.words.joined(separator: ",")) \($0.share ?? 0)"
        }.joined(separator: "; "))
    lines.append("    to do: \(topic.advice)")
    return lines
  }
}

extension GapReport.Verdict {
  package var words: String {
    switch self {
    case .missing: "missing"
    case .notFound: "not found"
    case .foundYetAsked: "found, yet asked"
    case .otherLanguageOnly: "in another language only"
    case .outdatedTranslation: "translation out of date"
    case .notContent: "not a matter of content"
    case .noise: "not a question"
    }
  }
}

extension GapReport.Topic {
  /// What to do about the topic, as a sentence without its stop.
  package var advice: String {
    switch verdict {
    case .missing: "write an article that answers '\(name)'"
    case .notFound:
      wordsToAdd.isEmpty
        ? "add these wordings to 'questions' of \(article ?? "the article")"
        : "add to 'questions' of \(article ?? "the article"): \(wordsToAdd.joined(separator: ", "))"
    case .foundYetAsked: "read \(article ?? "the article") against these contacts"
    case .otherLanguageOnly: "translate \(article ?? "the article")"
    case .outdatedTranslation: "bring the translation of \(article ?? "the article") up to date"
    case .notContent: "nothing to write; announce it next time"
    case .noise: "nothing to write"
    }
  }
}
