import KnowledgeBase
import TextAnalysis

/// Which words of one language stand where another has which: learnt from the translations, line
/// by line, so that a topic can be recognised in an article that wasn't translated.
///
///     words.likeness(of: [("граница", 1)], to: driveAbroad)  // 0.6, by a line of the price list
struct ParallelWords {
  /// A word on more lines than this share tells nothing.
  private static let mostFrequent = 0.1
  /// How much a word counts that is the same in both languages, such as a town's name.
  private static let sameName = 0.8
  private static let shortestName = 4

  private let language: Language
  private let other: Language
  /// For each word the words on the same lines, with the share of its lines that they stand on.
  private let counterparts: [String: [String: Double]]

  /// - Complexity: O(*l* · *w*²), *l* lines that both languages have, *w* words a line.
  init(_ library: Library, from language: Language, to other: Language) {
    self.language = language
    self.other = other
    let tables = (SuffixTable.table(for: language.code), SuffixTable.table(for: other.code))
    var lines: [(Set<String>, Set<String>)] = []
    for article in library.articles(in: language) {
      guard let twin = library.article(article.id, in: other) else { continue }
      for (left, right) in Self.pairs(article, twin) {
        lines.append((Self.stems(left, tables.0), Self.stems(right, tables.1)))
      }
    }
    let most = max(2, Int(Double(lines.count) * Self.mostFrequent))
    let (own, others) = (Self.counts(lines.map(\.0)), Self.counts(lines.map(\.1)))
    var together: [String: [String: Double]] = [:]
    for (left, right) in lines {
      for word in left where own[word, default: 0] <= most {
        for twin in right where others[twin, default: 0] <= most {
          together[word, default: [:]][twin, default: 0] += 1
        }
      }
    }
    // Dice's coefficient: of the lines that hold either word, the share that holds both.
    counterparts = together.reduce(into: [:]) { table, entry in
      table[entry.key] = entry.value.reduce(into: [:]) { row, twin in
        let sum = Double(own[entry.key, default: 0] + others[twin.key, default: 0])
        row[twin.key] = 2 * twin.value / sum
      }
    }
  }

  /// How much of the words' weight an article of the other language has counterparts for, 0…1.
  func likeness(of words: [(stem: String, weight: Double)], to article: Article) -> Double {
    let table = SuffixTable.table(for: other.code)
    let asked = ([article.title] + article.frontMatter.questions).joined(separator: "\n")
    let stems = Self.stems(asked, table).union(
      Self.stems(article.frontMatter.description ?? "", table))
    let total = words.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    let found = words.reduce(0.0) { sum, word in
      let twins = counterparts[word.stem] ?? [:]
      let known = stems.compactMap { twins[$0] }.max() ?? 0
      return sum + word.weight * max(known, isName(word.stem, among: stems) ? Self.sameName : 0)
    }
    return found / total
  }

  /// Whether a word is the beginning of one of the others once both are in Latin letters.
  private func isName(_ stem: String, among stems: Set<String>) -> Bool {
    let name = Transliteration.latin(stem)
    guard name.unicodeScalars.count >= Self.shortestName else { return false }
    return stems.contains { other in
      let other = Transliteration.latin(other)
      let shared = zip(name.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
      return shared >= Self.shortestName
        && shared + 2 >= max(name.unicodeScalars.count, other.unicodeScalars.count)
    }
  }

  /// Lines that stand at the same place in both articles; sections of other lengths as a whole.
  private static func pairs(_ left: Article, _ right: Article) -> [(String, String)] {
    var pairs = [
      (left.title, right.title),
      (left.frontMatter.description ?? "", right.frontMatter.description ?? ""),
    ]
    if left.frontMatter.questions.count == right.frontMatter.questions.count {
      pairs += zip(left.frontMatter.questions, right.frontMatter.questions)
    }
    guard left.sections.count == right.sections.count else { return pairs }
    for (own, twin) in zip(left.sections, right.sections) {
      pairs.append((own.title, twin.title))
      let lines = (own.text.split(separator: "\n"), twin.text.split(separator: "\n"))
      if lines.0.count == lines.1.count {
        pairs += zip(lines.0, lines.1).map { (String($0), String($1)) }
      } else {
        pairs.append((own.text, twin.text))
      }
    }
    return pairs
  }

  /// Without words that say little: `can` stands where `можно` does, whatever is asked.
  private static func stems(_ text: String, _ table: SuffixTable?) -> Set<String> {
    Set(
      Tokenizer.tokens(in: text).map(\.form)
        .filter { table?.isWeak(Array($0.utf8)[...]) != true }
        .map { table?.stem($0) ?? $0 })
  }

  private static func counts(_ lines: [Set<String>]) -> [String: Int] {
    lines.reduce(into: [:]) { counts, words in
      for word in words { counts[word, default: 0] += 1 }
    }
  }
}

/// Russian letters in Latin ones, roughly as names are spelt.
enum Transliteration {
  private static let letters: [Unicode.Scalar: String] = Dictionary(
    uniqueKeysWithValues: zip(
      "абвгдежзийклмнопрстуфхцчшщъыьэюя".unicodeScalars,
      [
        "a", "b", "v", "g", "d", "e", "z", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s",
        "t", "u", "f", "h", "c", "c", "s", "s", "", "i", "", "e", "ju", "ja",
      ]))

  static func latin(_ word: String) -> String {
    word.unicodeScalars.map { letters[$0] ?? String($0) }.joined()
  }
}

/// The articles that other languages have and this one lacks.
struct UntranslatedArticles {
  /// The share of a topic's words that an article must have counterparts for.
  private static let likeness = 0.25

  private let articles: [(article: Article, languages: [Language], words: ParallelWords)]
  private let stem: @Sendable (String) -> String

  init(_ library: Library, language: Language) {
    let table = SuffixTable.table(for: language.code)
    stem = { table?.stem($0) ?? $0 }
    let missing = Set(library.articles.map(\.id)).sorted()
      .filter { library.article($0, in: language) == nil }
    var words: [Language: ParallelWords] = [:]
    articles = missing.flatMap { id in
      let languages = library.languages.filter { library.article(id, in: $0) != nil }
      return languages.compactMap { other in
        library.article(id, in: other).map { article in
          let parallel = words[other] ?? ParallelWords(library, from: language, to: other)
          words[other] = parallel
          return (article, languages, parallel)
        }
      }
    }
  }

  /// The article that has counterparts for most of the words, if it has for enough.
  func article(on words: [TopicWords.Word]) -> (article: ArticleID, languages: [Language])? {
    let weighted = words.map { (stem: stem($0.form), weight: $0.weight) }
    let scored = articles.map { entry in
      (entry: entry, likeness: entry.words.likeness(of: weighted, to: entry.article))
    }
    guard let best = scored.max(by: { $0.likeness < $1.likeness }),
      best.likeness >= Self.likeness
    else { return nil }
    return (best.entry.article.id, best.entry.languages)
  }
}
