import TextAnalysis

extension SearchIndex {
  /// A word of so many letters may be two mistakes from what was meant.
  private static let longForCorrection = 8

  /// What was probably meant by a text with typing mistakes, spelt as the hits spell it; nil when no
  /// word was taken for another, or most of the text was understood as it stands: that finds the
  /// answer, and an offer to ask otherwise would put it in doubt.
  ///
  ///     index.correction(of: "zwort pieniędzy", terms: terms, hits: hits)  // "zwrot pieniędzy"
  ///
  /// - Parameters:
  ///   - terms: those of the text.
  ///   - hits: what they found, best first.
  /// - Complexity: O(*n*) in the text of the first hits.
  package func correction(
    of text: String, terms: [QueryTerm], hits: [SearchHit]
  ) -> String? {
    var meant: [String: Int] = [:]
    for term in terms {
      guard term.expansions.first?.reason == .typo else { continue }
      meant[term.form] = nearest(to: term)
    }
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(in: bytes)
    let telling = tokens.count { suffixes?.isWeak(Array($0.form.utf8)[...]) != true }
    guard !meant.isEmpty, meant.count * 2 >= telling else { return nil }
    let spellings = spellings(of: Set(meant.values), in: hits.prefix(3))
    // Never half in one alphabet and half in another.
    let isTransliterated = meant.keys.contains { cyrillic($0) != nil }
    var result: [UInt8] = []
    var end = 0
    for token in tokens {
      let corrected = meant[token.form].map { spellings[$0] ?? form($0) }
      let other = isTransliterated && !isWord(token.form) ? cyrillic(token.form) : nil
      guard let word = corrected ?? other, token.range.lowerBound >= end else { continue }
      result += bytes[end..<token.range.lowerBound]
      result += word.utf8
      end = token.range.upperBound
    }
    // Of a text on another keyboard none of the words was typed.
    return end == 0 ? nil : String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// Of the forms that a mistyped word was taken for, the one with the fewest mistakes, unless they
  /// are more than are made in such a word: it was taken for that by its stem alone.
  private func nearest(to term: QueryTerm) -> Int? {
    let typos = term.expansions.filter { $0.reason == .typo }
    let distances = [term.form, cyrillic(term.form)].compactMap(\.self).flatMap { typed in
      var mistakes = DamerauDistance(
        typed.unicodeScalars.map(\.value), limit: typed.unicodeScalars.count)
      return typos.map { (mistakes.distance(to: vocabulary.words.utf8($0.form)), $0.form) }
    }
    let limit = term.form.unicodeScalars.count >= Self.longForCorrection ? 2 : 1
    return distances.min { $0 < $1 }.flatMap { $0.0 <= limit ? $0.1 : nil }
  }

  /// A word of Latin letters as it may have been meant, in a language that has others.
  private func cyrillic(_ form: String) -> String? {
    language.isCyrillic ? Spelling.cyrillic(form) : nil
  }

  private func isWord(_ form: String) -> Bool {
    vocabulary.words.number(of: Array(form.utf8)[...]) != nil
  }

  /// How the hits write forms, in small letters.
  private func spellings(
    of forms: Set<Int>, in hits: ArraySlice<SearchHit>
  ) -> [Int: String] {
    var found: [Int: String] = [:]
    for hit in hits {
      for text in [Array(hit.document.title.utf8), self.text(of: hit.number)] {
        var scanner = TokenScanner(text)
        while let range = scanner.next() {
          guard let number = vocabulary.words.number(of: scanner.form[...]),
            forms.contains(number), found[number] == nil
          else { continue }
          found[number] = String(decoding: text[range], as: UTF8.self).lowercased()
        }
      }
    }
    return found
  }
}
