import TextAnalysis

/// The passage of a document that shows why it answers.
package struct Snippet: Sendable, Hashable {
  package let text: String
  /// UTF-8 offsets in `text` of the words that matched, in any inflection.
  package let matches: [Range<Int>]
}

extension SearchIndex {
  /// The passage of a hit that holds most of the terms, cut at sentences or words, about 200
  /// characters long; the summary if the document has no text.
  ///
  /// Of an article that answers several questions, the one that answers best, unless what stands
  /// before them all holds as many of the terms.
  ///
  /// - Complexity: O(*n*) in the length of the document's text; where there are several questions,
  ///   for each of them also the postings of the terms.
  package func snippet(of hit: SearchHit, terms: [QueryTerm]) -> Snippet {
    var wanted: [Int: Int] = [:]
    for (position, term) in terms.enumerated() {
      // What is merely spelt like a word is as often its opposite: close, open.
      for expansion in term.expansions
      where expansion.weight >= QueryExpander.full / 2 && expansion.reason != .similar {
        wanted[expansion.form] = position
      }
    }
    let whole = text(of: hit.number)
    let own = passage(
      in: whole.isEmpty ? Array(hit.document.summary.utf8) : whole,
      wanted: wanted, terms: terms)
    guard let question = bestQuestion(of: hit, terms: terms) else { return own.cut() }
    let passage = passage(
      in: Array("\(documents[question].title) ".utf8) + text(of: question),
      wanted: wanted, terms: terms)
    return (passage.weight > own.weight ? passage : own).cut()
  }

  /// Of the documents that are questions of the article which the hit is the whole of, the one that
  /// most of what the article was found by stands in, itself or in other words; of equals the one
  /// that was found best itself.
  private func bestQuestion(of hit: SearchHit, terms: [QueryTerm]) -> Int? {
    guard hit.document.section.isEmpty else { return nil }
    func telling(_ document: Int) -> [(term: QueryTerm, score: Double)] {
      contributions(of: terms, to: document).filter { !$0.term.isWeak }
    }
    let first = hit.number + 1
    let end = articleNumbers[first...].firstIndex { $0 != articleNumbers[hit.number] }
    let questions = first..<(end ?? documents.count)
    let found = questions.isEmpty ? [] : telling(hit.number)
    let shares = Dictionary(found.map { ($0.term.form, $0.score) }, uniquingKeysWith: +)
    let ranked = questions.map { question in
      let parts = telling(question)
      return (
        share: parts.reduce(0) { $0 + (shares[$1.term.form] ?? 0) },
        own: parts.reduce(0) { $0 + $1.score }, question: question
      )
    }
    let best = ranked.max { ($0.share, $0.own, -$0.question) < ($1.share, $1.own, -$1.question) }
    return best.flatMap { $0.share > 0 ? $0.question : nil }
  }

  private func passage(
    in text: [UInt8], wanted: [Int: Int], terms: [QueryTerm]
  ) -> Passage {
    let words = matchingWords(in: text, wanted: wanted, terms: terms)
    let best = bestPassage(Passages(text).ranges, words: words, terms: terms)
    return Passage(
      text: text, words: words, range: best?.passage ?? 0..<0, weight: best?.weight ?? -1)
  }

  /// Words of a phrase that synonyms have for what was typed match only beside another of them: what
  /// pays money back is no match of `back` alone.
  private func matchingWords(
    in text: [UInt8], wanted: [Int: Int], terms: [QueryTerm]
  ) -> [(range: Range<Int>, term: Int)] {
    var scanner = TokenScanner(text)
    var found: [(range: Range<Int>, term: Int, place: Int)] = []
    var place = 0
    while let range = scanner.next() {
      if let form = vocabulary.words.number(of: scanner.form[...]), let term = wanted[form] {
        found.append((range, term, place))
      }
      place += 1
    }
    func areBeside(_ left: Int, _ right: Int) -> Bool {
      left >= 0 && right < found.count && found[right].place - found[left].place == 1
        && terms[found[left].term].unit == terms[found[right].term].unit
    }
    return found.indices.filter {
      !terms[found[$0].term].isPartOfOther || areBeside($0 - 1, $0) || areBeside($0, $0 + 1)
    }.map { (found[$0].range, found[$0].term) }
  }

  /// Words that say little count less; of equals the first passage.
  private func bestPassage(
    _ passages: [Range<Int>], words: [(range: Range<Int>, term: Int)], terms: [QueryTerm]
  ) -> (passage: Range<Int>, weight: Int)? {
    var best: (passage: Range<Int>, weight: Int)?
    var next = words.startIndex
    for passage in passages {
      var seen: Set<Int> = []
      while next < words.endIndex, words[next].range.lowerBound < passage.upperBound {
        seen.insert(words[next].term)
        next += 1
      }
      let weight = seen.reduce(0) { $0 + terms[$1].weight }
      if weight > best?.weight ?? -1 { best = (passage, weight) }
    }
    return best
  }
}

/// Part of a document's text.
private struct Passage {
  let text: [UInt8]
  /// All that match in the text.
  let words: [(range: Range<Int>, term: Int)]
  let range: Range<Int>
  /// Of the terms in it.
  let weight: Int

  /// As it is shown.
  func cut() -> Snippet {
    let first = words.first { range.contains($0.range.lowerBound) }
    let cut = Passages.cut(range, of: text, around: first?.range)
    let shown = String(decoding: text[cut].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    let matches = words.map(\.range).filter {
      cut.contains($0.lowerBound) && $0.upperBound <= cut.upperBound
    }
    let start = cut.lowerBound > range.lowerBound ? "… " : ""
    let end = cut.upperBound < range.upperBound ? " …" : ""
    let offset = start.utf8.count - cut.lowerBound
    return Snippet(
      text: start + shown + end,
      matches: matches.map { $0.lowerBound + offset..<$0.upperBound + offset })
  }
}

/// A text in pieces of whole sentences up to the length of a snippet, none across a line feed unless
/// the line goes on, as one that introduces a list does.
private struct Passages {
  private static let length = 200
  private static let before = 60

  private(set) var ranges: [Range<Int>] = []

  init(_ text: [UInt8]) {
    var start = 0
    var end = 0
    func isSpace(_ position: Int) -> Bool { position >= text.count || text[position] <= 0x20 }
    for position in text.indices {
      let byte = text[position]
      let isEndOfLine = byte == 0x0A && !Self.goesOn(text[start..<position])
      let isEndOfSentence =
        (byte == 0x2E || byte == 0x21 || byte == 0x3F) && isSpace(position + 1)
        && !Self.beginsSmall(text[(position + 1)...])
      guard isEndOfLine || isEndOfSentence || position == text.count - 1 else { continue }
      let stop = isEndOfLine ? position : position + 1
      if end > start, text[start..<stop].letterCount > Self.length {
        append(start..<end, of: text)
        start = end
      }
      end = stop
      if isEndOfLine {
        append(start..<end, of: text)
        start = position + 1
        end = start
      }
    }
    append(start..<end, of: text)
  }

  /// Whether the next letter is a small one, as after an abbreviation.
  private static func beginsSmall(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.firstIndex(where: { $0 != 0x20 }) else { return false }
    return String(decoding: rest[first...].prefix(4), as: UTF8.self).first?.isLowercase ?? false
  }

  /// After a comma, a semicolon or a colon.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last(where: { $0 > 0x20 }) else { return false }
    return last == 0x2C || last == 0x3B || last == 0x3A
  }

  /// Without space at either end; nothing when nothing is left.
  private mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    guard let first = text[range].firstIndex(where: { $0 > 0x20 }),
      let last = text[range].lastIndex(where: { $0 > 0x20 })
    else { return }
    ranges.append(first..<last + 1)
  }

  /// A passage as it is, or if it is far too long a part of it around a word, between two spaces.
  static func cut(
    _ passage: Range<Int>, of text: [UInt8], around word: Range<Int>?
  ) -> Range<Int> {
    guard text[passage].letterCount > length * 2 else { return passage }
    var start = passage.lowerBound
    if let word, text[start..<word.upperBound].letterCount > length {
      start = word.lowerBound
      var letters = 0
      while start > passage.lowerBound, letters < before || text[start - 1] > 0x20 {
        start -= 1
        letters += text[start] & 0xC0 == 0x80 ? 0 : 1
        if letters > length { break }
      }
      while start < passage.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
    }
    var end = start
    var letters = 0
    while end < passage.upperBound, letters < length || text[end] & 0xC0 == 0x80 {
      letters += text[end] & 0xC0 == 0x80 ? 0 : 1
      end += 1
    }
    let space = text[start..<end].lastIndex { $0 <= 0x20 }
    if end < passage.upperBound, let space, space > start { end = space }
    return start..<end
  }
}
