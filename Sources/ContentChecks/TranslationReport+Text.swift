import KnowledgeBase

extension TranslationReport {
  /// A line for each language, then one for each translation with work to do, the most urgent first.
  package var text: String {
    let counts = languages.map { language in
      let states = State.allCases.compactMap { state -> String? in
        let count = count(state, in: language)
        return count == 0 ? nil : "\(count) \(state.rawValue)"
      }
      return
        "\(language.code): \(states.isEmpty ? "source of all" : states.joined(separator: ", "))"
    }
    let work = tasks.map { task -> String in
      let file = task.translation.article?.sourcePath
      let name = file ?? "\(task.translation.language.code)/\(task.source.id)"
      switch task.translation.state {
      case .missing: return "missing  \(name): \(task.source.title)"
      case .draft: return "draft    \(name): \(task.source.title)"
      case .outdated, .current:
        let lag = task.translation.lag
        let level = (lag?.severity ?? .note).rawValue.padded(to: 8)
        return "\(level) \(name): source changed \(lag?.text ?? "")"
      }
    }
    return (counts + (work.isEmpty ? [] : [""] + work)).joined(separator: "\n")
  }

  struct Task {
    let source: Article
    let translation: Translation
  }

  /// What is to be done: errors, warnings and notes about outdated translations, then what is
  /// missing, then drafts; of equals the older first.
  var tasks: [Task] {
    let all = rows.flatMap { row in
      row.translations.filter { $0.state != .current }.map {
        Task(source: row.source, translation: $0)
      }
    }
    return all.enumerated().sorted { left, right in
      let (a, b) = (left.element.urgency, right.element.urgency)
      return a != b ? a < b : left.offset < right.offset
    }.map(\.element)
  }
}

extension TranslationReport.Task {
  fileprivate struct Urgency: Comparable {
    let rank: Int
    let days: Int

    static func < (left: Urgency, right: Urgency) -> Bool {
      (left.rank, -left.days) < (right.rank, -right.days)
    }
  }

  fileprivate var urgency: Urgency {
    switch translation.state {
    case .outdated, .current:
      let rank =
        switch translation.lag?.severity {
        case .error: 0
        case .warning: 1
        case .note, nil: 2
        }
      return Urgency(rank: rank, days: translation.lag?.days ?? 0)
    case .missing: return Urgency(rank: 3, days: 0)
    case .draft: return Urgency(rank: 4, days: 0)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
