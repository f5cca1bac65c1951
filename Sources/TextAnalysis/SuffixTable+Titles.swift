extension SuffixTable {
  /// Where a title begins to say what it is about: after question words and others that say little or
  /// stand in any text; at its beginning if it has no others.
  ///
  ///     let title = "How long does a refund take?"
  ///     title[english.topicStart(of: title)...]  // "refund take?"
  ///
  /// - Complexity: O(*n*) in the length of the title.
  package func topicStart(of title: String) -> String.Index {
    let first = Tokenizer.tokens(in: title).first { token in
      let form = Array(token.form.utf8)[...]
      return !isWeak(form) && !isCommon(form)
    }
    return title.utf8.index(title.startIndex, offsetBy: first?.range.lowerBound ?? 0)
  }
}
