extension GapReport {
  /// How many contacts asked what each article answers, as `volumes.yml` in the content folder:
  /// the site lists what is asked most and prefers it where articles answer equally well.
  ///
  /// What no article answers isn't counted for the article that merely lies near.
  package var volumes: String {
    let answered = topics.filter { $0.verdict.isAnswered }
    let counts = answered.reduce(into: [String: Int]()) { counts, topic in
      if let article = topic.article { counts[article, default: 0] += topic.measures.contacts }
    }
    let lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { article, count in
      "  \(CustomerWording.yaml(article)): \(count)"
    }
    let articles = lines.isEmpty ? ["articles: {}"] : ["articles:"] + lines
    return (["period: \(CustomerWording.yaml(period))"] + articles).joined(separator: "\n") + "\n"
  }
}
