import KnowledgeBase
import SearchIndex
import TextAnalysis

/// An answer for the terminal: number, title, the passage that answers, address.
struct AnswerText {
  private static let width = Terminal.width - 8
  /// In letters; a customer's whole mail may be a question.
  private static let longestQuestion = 80

  let site: Site
  /// Whether titles lead to their articles, as terminals understand it.
  let hasLinks: Bool

  func render(_ answer: AnswerService.Answer, explain: Bool) -> String {
    guard !answer.hits.isEmpty else {
      return "No article in \(answer.language.englishName) answers '\(short(answer.question))'."
    }
    var lines: [String] = []
    if explain {
      lines += explanation(of: answer.terms, in: answer.index)
      lines += (answer.kind.map { [explanation(of: $0)] } ?? []) + [""]
    }
    if let meant = answer.correction { lines += ["Did you mean '\(meant)'?", ""] }
    for (number, hit) in answer.hits.enumerated() {
      let snippet = answer.index.snippet(of: hit, terms: answer.terms).text
      let topic = hit.document.category.isEmpty ? "" : "  (\(hit.document.category))"
      let address = "\(site.baseURL)/\(hit.document.url)"
      lines.append("\(number + 1). \(linked(hit.document.title, to: address))\(topic)")
      lines += wrapped(snippet).map { "   " + $0 }
      lines.append("   \(address)")
      if explain {
        let parts = answer.index.contributions(of: answer.terms, to: hit.number).map {
          "\(name(of: $0.term)) \(rounded($0.score))"
        }
        let shares = answer.kind.map { answer.index.shares(of: hit.number, asking: $0) } ?? []
        let sum = parts.joined(separator: " + ")
        lines.append(
          "   score \(rounded(hit.score)) = " + (shares.isEmpty ? sum : "(\(sum))")
            + shares.map { " ×\(rounded(1 + Double($0) / 256))" }.joined())
      }
    }
    return lines.joined(separator: "\n")
  }

  /// By the sequence OSC 8, which a terminal that doesn't know it leaves out.
  private func linked(_ text: String, to address: String) -> String {
    hasLinks ? "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" : text
  }

  private func explanation(of terms: [QueryTerm], in index: SearchIndex) -> [String] {
    terms.map { term in
      let shown = term.expansions.prefix(8)
      let forms = shown.map { expansion in
        let weight = expansion.weight == 256 ? "" : " ×\(rounded(Double(expansion.weight) / 256))"
        return "\(index.words(of: expansion, in: term)) (\(expansion.reason.rawValue)\(weight))"
      }
      let more = term.expansions.count - shown.count
      return
        "\(name(of: term)): in \(index.documentFrequency(of: term)) of \(index.documents.count) — "
        + forms.joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
    }
  }

  private func explanation(of kind: QuestionKind) -> String {
    switch kind {
    case .yesOrNo: "asks for yes or no: what begins so counts more"
    case .amount: "asks for an amount: a figure in the first sentence counts more, yes or no less"
    case .other: "asks for neither yes nor no: what begins so counts less"
    }
  }

  private func name(of term: QueryTerm) -> String {
    guard term.isRelated else { return term.form }
    let isSimilar = term.expansions.first?.reason == .similar
    return (isSimilar ? "words like " : "other words for ") + term.form
  }

  /// A question on one line, without signs that a terminal would obey, or its beginning.
  private func short(_ question: String) -> String {
    let plain = question.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let words = String(String.UnicodeScalarView(plain)).split(separator: " ").joined(separator: " ")
    return words.count > Self.longestQuestion
      ? words.prefix(Self.longestQuestion - 1) + "…" : words
  }

  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > Self.width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
