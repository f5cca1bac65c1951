import Foundation
import TextAnalysis

/// Matches texts batch by batch. What words add to the scores of articles is worked out once and
/// shared by all cores; results don't depend on what came before.
///
///     var matching = matcher.matching()
///     matching.matches(["fuel card"]).first?.article  // refuel
package struct ContactMatching {
  /// Texts and bytes that are matched at a time, so that memory stays bounded.
  private static let batch = (texts: 32_768, bytes: 4 << 20)
  /// Texts that a core takes at a time: many, so that those which are compared with the same article
  /// are compared one after another.
  private static let chunk = 8_192
  /// Words that are worked out at a time, and those of them that a core takes.
  private static let newWords = (batch: 4_096, chunk: 64)
  /// What is kept of words from batch to batch, in bytes; beyond that all are forgotten.
  private static let mostBytes = 48 << 20

  private let matcher: ContactMatcher
  private var forms = FormTable()
  private var words: MatchedWords

  init(_ matcher: ContactMatcher) {
    self.matcher = matcher
    words = MatchedWords(reserving: Self.mostBytes)
  }

  /// The matches of the texts, in their order, on all cores.
  package mutating func matches(_ texts: [String]) -> [ContactMatch] {
    var matches: [ContactMatch] = []
    matches.reserveCapacity(texts.count)
    var first = 0
    while first < texts.count {
      var (end, bytes) = (first, 0)
      while end < texts.count, end - first < Self.batch.texts, bytes < Self.batch.bytes {
        bytes += texts[end].utf8.count
        end += 1
      }
      matches += self.matches(batch: Array(texts[first..<end]))
      first = end
    }
    return matches
  }

  private mutating func matches(batch: [String]) -> [ContactMatch] {
    guard !matcher.articles.isEmpty else {
      return batch.map { _ in ContactMatch(candidates: []) }
    }
    if words.bytes > Self.mostBytes {
      forms = FormTable()
      words.removeAll()
    }
    let known = forms.count
    var scanned = scan(batch)
    for chunk in scanned.indices { scanned[chunk].number(in: &forms, known: known) }
    while words.count < forms.count {
      let end = min(words.count + Self.newWords.batch, forms.count)
      for part in learn(words.count..<end) { words.append(contentsOf: part) }
    }
    let (matcher, words) = (matcher, words)
    return concurrently(scanned, chunk: 1, start: { ComparedTexts(matcher) }) { scanned, compared in
      scanned.flatMap { compared.matches(of: $0, words: words) }
    }
  }

  private func scan(_ batch: [String]) -> [ScannedTexts] {
    let (forms, matcher) = (forms, matcher)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let chunk = min(Self.chunk, max(64, batch.count / (2 * cores)))
    return concurrently(batch, chunk: chunk) {
      [ScannedTexts($0, forms: forms, articleWords: matcher.known)]
    }
  }

  /// Works out what new words add.
  private func learn(_ numbers: Range<Int>) -> [MatchedWords] {
    let (forms, matcher) = (forms, matcher)
    return concurrently(Array(numbers), chunk: Self.newWords.chunk, start: { matcher.scorer }) {
      numbers, scorer in
      var words = MatchedWords()
      for number in numbers { scorer.add(forms.utf8(number), to: &words) }
      return [words]
    }
  }
}
