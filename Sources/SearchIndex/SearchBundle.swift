import Foundation
import KnowledgeBase
import TextAnalysis

/// The index as the browser reads it: a manifest, and files of which a query needs few, described byte
/// by byte in `Sources/SEARCHINDEX.md`. Files of a kind that are short together are in the manifest.
///
///     SearchBundle(index).files.map(\.path)  // ["s/0-0.json", "s/0-1.json", …, "g/0.json", "f/0.json"]
package struct SearchBundle: Sendable {
  package static let format = 17
  /// A regular expression.
  private static let neverFound = "(?!)"
  /// How the index is cut into files.
  struct Sizes: Sendable {
    /// Up to so many documents words are looked for by parts of them: all are in the manifest.
    var largestWhole = SearchIndex.largeIndex
    /// Bytes of the files of a kind that are in the manifest.
    var inside = 5_000
    /// The same of postings of words that are looked for by parts: a question needs most of these.
    var insideWhole = 10_000
    /// Words of a list, at least; half as many more on an average.
    var part = 256
    /// Bytes of a file of postings, about: more for a word that has more.
    var postings = 900
    /// Documents in a file.
    var chunk = 4
  }

  /// One of the files beside the manifest; its text is made when it is asked for.
  package struct File: Sendable {
    /// Below the folder: `s/0-3.json`.
    package let path: String
    /// Of everything that the text is made from: with the same the same program makes the same.
    package let source: UInt64
    fileprivate let content: Content
  }

  enum Content: Sendable {
    case list(Int)
    case postings(Range<Int>)
    /// Places in `PairFiles.pairs`, and the first word of their part.
    case pairs(Range<Int>, from: Int)
    case documents(Range<Int>)
    case text(String)
  }

  package let files: [File]
  private let index: SearchIndex
  private let parts: VocabularyParts
  private let postings: WordFiles
  private let pairs: PairFiles
  private let documents: DocumentFiles
  private let suffixes: (known: String, others: String)
  /// Those that are in the manifest.
  private let inside: [File]

  /// - Parameter titles: of the categories, by their paths; a category without one shows its folder.
  package init(_ index: SearchIndex, titles: [[String]: String] = [:]) {
    self.init(index, titles: titles, sizes: Sizes())
  }

  init(_ index: SearchIndex, titles: [[String]: String] = [:], sizes: Sizes) {
    let isWhole = index.documents.count <= sizes.largestWhole
    let parts = VocabularyParts(index, least: isWhole ? nil : sizes.part)
    // Pairs take about as long as the rest.
    let pairsOnTheirCore = Deferred { PairFiles(index, parts: parts, size: sizes) }
    DispatchQueue.global().async { _ = pairsOnTheirCore.value }
    let postings = WordFiles(index, parts: parts, size: sizes)
    let documents = DocumentFiles(index, size: sizes)
    let facets = Self.facets(of: index, titles: titles)
    suffixes = index.suffixRules(areWordsInside: isWhole)
    let guesses = Self.guesses(for: index, suffixes: suffixes.others)
    let others = [("g/0.json", guesses), ("f/0.json", facets)]
      .map { File(path: $0, source: ContentDigest.of($1), content: .text($1)) }
    let pairs = pairsOnTheirCore.value
    let lists = parts.indices.map { place in
      let source = parts.source(
        place, counts: postings.counts[place], pairFiles: pairs.counts[place], of: index)
      return File(path: "v/\(place).json", source: source, content: .list(place))
    }
    let kinds: [(files: [File], isInside: Bool)] = [
      (lists, isWhole),
      (postings.files.map { File($0, source: $1, .postings($2)) }, postings.isInside),
      (pairs.files.map { File($0, source: $1, .pairs($2, from: $3)) }, pairs.isInside),
      (documents.files.map { File($0, source: $1, .documents($2)) }, documents.isInside),
      (others, false),
    ]
    files = kinds.filter { !$0.isInside }.flatMap(\.files)
    inside = kinds.filter(\.isInside).flatMap(\.files)
    (self.index, self.parts, self.postings) = (index, parts, postings)
    (self.pairs, self.documents) = (pairs, documents)
  }

  /// JSON. May be called from many threads at once.
  package func text(of file: File) -> String {
    switch file.content {
    case .list(let place):
      parts.file(
        place, counts: postings.counts[place], pairFiles: pairs.counts[place], of: index)
    case .postings(let words): WordFiles.text(of: words, in: index)
    case .pairs(let places, let start): pairs.text(of: places, from: start, in: index)
    case .documents(let numbers): DocumentFiles.text(of: numbers, in: index)
    case .text(let text): text
    }
  }

  /// The name of the folder of files with these texts, which changes with them.
  ///
  /// - Parameter digests: `ContentDigest.of` the texts, in the order of the files.
  package func folder(of digests: [UInt64]) -> String {
    var all = ContentDigest()
    for digest in digests { all.add(digest) }
    return "\(index.language.code)-\(String(all.value, radix: 36))"
  }

  /// JSON.
  ///
  /// - Parameter folder: where the files are, relative to the manifest.
  package func manifest(folder: String) -> String {
    JSONText.object(
      [
        ("format", "\(Self.format)"),
        ("fold", JSONText.string("\(Folding.groups) \(Folding.kept)\(Folding.kept)")),
        ("pairs", JSONText.string(Folding.pairs)),
        ("units", JSONText.string(units.joined(separator: " "))),
        ("suffixes", JSONText.string(suffixes.known)),
        ("related", JSONText.string(related)), ("phrases", JSONText.list(phrases)),
        (
          "synonyms",
          JSONText.list(
            [index.synonyms.twoWay, index.synonyms.oneWay.map { [$0.asked] + $0.written }]
              .map { JSONText.list($0.map(index.json)) })
        ),
        ("count", "\(index.documents.count)"),
        (
          "sections",
          JSONText.numbers(
            index.documents.indices.dropFirst().filter {
              index.articleNumbers[$0] == index.articleNumbers[$0 - 1]
                && !index.documents[$0].section.isEmpty
            })
        ),
        ("priors", JSONText.list(index.priors.map { JSONText.numbers([$0.document, $0.share]) })),
        ("asks", index.json(of: index.questionWords?.pattern ?? Self.neverFound)),
        ("step", "\(parts.step)"),
        ("borders", JSONText.strings(parts.borders.map { String(decoding: $0, as: UTF8.self) })),
        ("chunk", "\(documents.chunk)"),
        ("folder", JSONText.string(folder + "/")),
        ("files", JSONText.object(inside.map { ($0.path, text(of: $0)) })),
      ] + (index.language.isCyrillic ? [("cyrillic", "true")] : [])
        + (parts.indices.count == 1 ? [] : [("least", "\(parts.least)")])
        + (index.leftOut.isEmpty ? [] : [("most", "\(index.postingsOfMost)")]))
  }

  /// Units that stand with a number as one word: of the others none is looked up.
  private var units: [String] {
    let words = index.vocabulary.words
    let found = (0..<words.count).compactMap { number in
      let word = words.utf8(number)
      let unit = word.drop { (48...57).contains($0) }
      return unit.count < word.count ? String(decoding: unit, as: UTF8.self) : nil
    }
    return Compounds.units.intersection(found).sorted()
  }

  private var related: String {
    guard index.isSmall else { return "" }
    let groups = index.related.lines.filter { $0.known.count > 1 }.map { numbers(of: $0.known) }
    return CodedGroups.text(of: groups, bits: parts.bits)
  }

  private var phrases: [String] {
    guard index.isSmall else { return [] }
    let unknown = Set(Self.unknownPhrases(of: index).map(\.asked))
    // Many ask for the same.
    var asked: [[Int]: [String]] = [:]
    var found: [[Int]] = []
    for phrase in index.related.phrases where !unknown.contains(phrase.asked) {
      let numbers = numbers(of: phrase.known)
      if asked[numbers] == nil { found.append(numbers) }
      asked[numbers, default: []].append(phrase.asked)
    }
    return found.map { numbers in
      let text = (asked[numbers] ?? []).joined(separator: ",")
      return JSONText.list([index.json(of: text)] + numbers.map(String.init))
    }
  }

  /// Phrases of the thesaurus of which a word stands nowhere: only a query with such a word, which
  /// loads what is known of these, may ask for them.
  private static func unknownPhrases(of index: SearchIndex) -> [(asked: String, known: [String])] {
    guard index.isSmall, let suffixes = index.suffixes else { return [] }
    let weak = Set(suffixes.weakWords.map(suffixes.stem))
    func isUnknown(_ stem: Substring) -> Bool {
      !weak.contains(String(stem)) && index.vocabulary.words(ofStem: Array(stem.utf8)[...]).isEmpty
    }
    return index.related.phrases
      .filter { $0.asked.split(separator: " ").contains(where: isUnknown) }
  }

  /// Of the first words of stems.
  private func numbers(of stems: [String]) -> [Int] {
    stems.compactMap { index.vocabulary.words(ofStem: Array($0.utf8)[...]).first }
      .map { parts.numbers[Int($0)] }
  }

  private static func guesses(for index: SearchIndex, suffixes: String) -> String {
    let words = index.related.lines.filter { !$0.unknown.isEmpty }.map { line in
      line.known.joined(separator: " ") + "/" + line.unknown.joined(separator: " ")
    }
    let phrases = unknownPhrases(of: index).map { phrase in
      phrase.known.joined(separator: " ") + "/" + phrase.asked.replacing(mark: " ", with: "+")
    }
    return JSONText.object([
      ("suffixes", JSONText.string(suffixes)),
      ("layouts", JSONText.list(Spelling.layouts.map(JSONText.strings))),
      ("spellings", JSONText.string(index.language.isCyrillic ? Spelling.transliterations : "")),
      ("related", JSONText.string((words + phrases).joined(separator: "\n"))),
    ])
  }

  private static func facets(of index: SearchIndex, titles: [[String]: String]) -> String {
    let facets = SearchFacets(index, titles: titles)
    func list(_ values: [SearchFacets.Value]) -> String {
      JSONText.list(
        values.map { value in
          let gaps = zip(value.documents, [-1] + value.documents).map { $0 - $1 }
          return JSONText.list([
            JSONText.string(value.name), JSONText.string(value.title), JSONText.numbers(gaps),
          ])
        })
    }
    return JSONText.object([
      ("categories", list(facets.categories)), ("kinds", list(facets.kinds)),
      ("tags", list(facets.tags)),
    ])
  }
}

extension SearchIndex {
  /// The rules of stems for the words that it, its synonyms and phrases hold, and the others.
  ///
  /// - Parameter areWordsInside: whether the browser has all words, with marks of weak ones, at once.
  fileprivate func suffixRules(areWordsInside: Bool) -> (known: String, others: String) {
    guard let suffixes else { return ("", "") }
    let weak = Set(suffixes.weakWords.map { suffixes.stem(Array($0.utf8)[...]) })
    return suffixes.rules(
      knowing: { stem in
        !vocabulary.words(ofStem: stem).isEmpty || matcher.isAsked(Array(stem))
          || weak.contains(Array(stem))
      }, marking: areWordsInside ? { vocabulary.words.number(of: $0[...]) != nil } : nil)
  }
}

extension SearchBundle.File {
  fileprivate init(_ path: String, source: UInt64, _ content: SearchBundle.Content) {
    self.init(path: path, source: source, content: content)
  }
}

/// JSON by hand: the same bytes for the same values, in the order they are given.
enum JSONText {
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ",") + "}"
  }

  static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  static func strings(_ texts: [String]) -> String { list(texts.map(string)) }

  static func numbers(_ numbers: [Int]) -> String { list(numbers.map(String.init)) }

  static func string(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      return "\"\(text)\""
    }
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): result += "\\\"".utf8
      case UInt8(ascii: "\\"): result += "\\\\".utf8
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case ..<0x20:
        let hex = String(byte, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }
}
