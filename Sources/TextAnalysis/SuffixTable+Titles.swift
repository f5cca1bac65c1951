extension SuffixTable {
  /// Where a title begins to say what it is about: after question words and others that say little or
  /// stand in any text; at its beginning if it has no others, or begins with words that belong
  /// together, `Getting started with the app`.
  ///
  ///     let title = "How long does a refund take?"
  ///     title[english.topicStart(of: title)...]  // "refund take?"
  ///
  /// - Complexity: O(*n*) in the length of the title.
  package func topicStart(of title: String) -> String.Index {
    let tokens = Tokenizer.tokens(in: title)
    let beginning = tokens.prefix(3).map(\.form)
    if Self.phrases.contains(where: beginning.starts(with:)) { return title.startIndex }
    let first = tokens.first { token in
      let form = Array(token.form.utf8)[...]
      return !isWeak(form) && !isCommon(form)
    }
    return title.utf8.index(title.startIndex, offsetBy: first?.range.lowerBound ?? 0)
  }

  /// What the first article is called, whose single words say nothing. Folded.
  private static let phrases = """
    getting started,get started,first steps,before you start,before you begin,start here,
    pierwsze kroki,zanim zaczniesz,zanim zaczniemy,od czego zaczac,jak zaczac,
    pirmie soli,pirms sakat,pirms saciet,ka sakt,первые шаги,перед началом,прежде чем начать,
    с чего начать,как начать,перші кроки,перш ніж почати,з чого почати,як почати,
    erste schritte,so gehts los,bevor du,bevor sie,premiers pas,avant de commencer,primeros pasos,
    antes de empezar,pirmieji zingsniai,esimesed sammud
    """.split { $0 == "," || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }
}
