import KnowledgeBase
import SearchIndex
import TextAnalysis

/// Which words the articles of one language know: in any inflection, mistyped, or as a synonym.
struct ArticleVocabulary {
  /// Two words of which this share of the longer is a common beginning are one word inflected.
  private static let commonBeginning = 0.75
  private static let shortestBeginning = 5
  private static let chunk = 32

  private struct Stems {
    /// Of title, questions and headings.
    let asked: Set<String>
    let all: Set<String>
  }

  private let index: SearchIndex
  private let stems: [ArticleID: Stems]
  private let every: Set<String>

  init(_ library: Library, index: SearchIndex) {
    self.index = index
    stems = Dictionary(
      concurrently(library.articles(in: index.language), chunk: Self.chunk) { articles in
        let asked = articles.map { article in
          ([article.title] + article.frontMatter.questions + article.sections.map(\.title))
            .joined(separator: "\n")
        }
        // Articles share most of their words: each is stemmed once.
        let texts = NumberedTexts(asked + articles.map(\.wholeText), suffixes: index.suffixes)
        let stems = (0..<texts.stems.count).map { texts.stems[$0] }
        func stemsOf(_ text: Int) -> Set<String> {
          Set(texts.distinctStems(of: text).map { stems[Int($0)] })
        }
        return articles.enumerated().map { number, article in
          (
            article.id,
            Stems(asked: stemsOf(number), all: stemsOf(number + asked.count))
          )
        }
      }, uniquingKeysWith: { first, _ in first })
    every = stems.values.reduce(into: []) { $0.formUnion($1.all) }
  }

  var language: Language { index.language }

  /// Whether the word tells nothing about what is asked: `when`, `vai`, `się`.
  func isWeak(_ word: String) -> Bool {
    index.suffixes?.isWeak(Array(word.utf8)[...]) == true
  }

  /// Whether the article holds `word`, in other forms or as a synonym.
  ///
  /// - Complexity: O(*v*), *v* words of the article.
  func knows(_ word: String, article: ArticleID) -> Bool {
    stems[article].map { isKnown(word, to: $0.all) } ?? false
  }

  /// Whether the article's title, a question or a heading holds it.
  func asks(_ word: String, article: ArticleID) -> Bool {
    stems[article].map { isKnown(word, to: $0.asked) } ?? false
  }

  /// The section with most of the weight of some words; nil where they stand before all headings, or
  /// nowhere.
  ///
  /// - Complexity: O(*n*) in the length of the article.
  func section(of article: Article, on words: [TopicWords.Word]) -> Section? {
    let telling = words.filter { !isWeak($0.form) }.map {
      (stem: index.stem($0.form), weight: $0.weight)
    }
    var best: (section: Section?, weight: Double) = (nil, 0)
    for section in article.sections {
      let text = "\(section.title)\n\(section.text)"
      let stems = Set(Tokenizer.tokens(in: text).map { index.stem($0.form) })
      let weight = telling.reduce(0) { stems.contains($1.stem) ? $0 + $1.weight : $0 }
      if weight > best.weight { best = (section.title.isEmpty ? nil : section, weight) }
    }
    return best.section
  }

  /// Whether any article holds it.
  func isKnown(_ word: String) -> Bool { isKnown(word, to: every) }

  private func isKnown(_ word: String, to stems: Set<String>) -> Bool {
    let stem = index.stem(word)
    if stems.contains(stem) { return true }
    let synonyms = index.synonyms.expansions.filter { phrase, _ in
      Tokenizer.tokens(in: phrase).map { index.stem($0.form) } == [stem]
    }
    let isSynonym = synonyms.flatMap(\.finds).contains { phrase in
      Tokenizer.tokens(in: phrase).allSatisfy { stems.contains(index.stem($0.form)) }
    }
    return isSynonym || stems.contains { Self.isInflection(of: $0, word) }
  }

  private static func isInflection(of stem: String, _ word: String) -> Bool {
    let shared = zip(stem.unicodeScalars, word.unicodeScalars).prefix { $0 == $1 }.count
    let longer = max(stem.unicodeScalars.count, word.unicodeScalars.count)
    return shared >= shortestBeginning && Double(shared) >= commonBeginning * Double(longer)
  }
}

extension Article {
  /// Everything that is said in it, title first.
  var wholeText: String {
    let stages = frontMatter.stages.map(\.title)
    let sections = sections.flatMap { [$0.title, $0.text] }
    return
      ([title, frontMatter.description ?? "", frontMatter.goal ?? ""] + frontMatter.questions
      + frontMatter.needs + stages + sections).joined(separator: "\n")
  }
}
