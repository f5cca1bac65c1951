import KnowledgeBase
import TextAnalysis

/// The runs of characters of one article, and which of its passages hold them.
struct ArticleRuns: Sendable {
  /// BM25's *k1* and *b*.
  private static let saturation = 1.2
  private static let lengthNormalisation = 0.75
  /// Longer sentences are cut; nobody asks in so many words.
  private static let longestPassage = 240
  /// As many passages of an article are compared; questions and headings come before sentences.
  private static let mostPassages = 255

  /// The keys of the runs, rising.
  let keys: [UInt32]
  private let counts: [UInt8]
  private let length: Int
  /// Where the passages of each run begin; one entry more than there are runs.
  private let starts: [UInt16]
  private let passages: [UInt8]
  private let passageCount: Int
  /// By run: between 0 and 1, BM25's term weight without the rarity.
  private var weights: [Float] = []
  /// By passage: one through the length of its vector.
  private var scales: [Float] = []

  /// A run of a contact.
  struct Run: Sendable {
    let key: UInt32
    let rarity: Float
  }

  /// - Complexity: O(*n* log *n*) in the length of the article.
  init(_ article: Article) {
    var runs = Self.keys(in: article.wholeText)
    length = runs.count
    runs.sort()
    var keys: [UInt32] = []
    var counts: [UInt8] = []
    for key in runs {
      if keys.last == key {
        if counts[counts.count - 1] < .max { counts[counts.count - 1] += 1 }
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
    var places: [(key: UInt32, passage: UInt8)] = []
    var passage = 0
    for text in Self.passages(of: article) where passage < Self.mostPassages {
      let own = Set(Self.keys(in: text)).sorted()
      guard places.count + own.count <= Int(UInt16.max) else { break }
      places += own.map { ($0, UInt8(passage)) }
      passage += 1
    }
    places.sort { ($0.key, $0.passage) < ($1.key, $1.passage) }
    var starts: [UInt16] = [0]
    var passages: [UInt8] = []
    var position = 0
    for key in keys {
      while position < places.count, places[position].key <= key {
        if places[position].key == key { passages.append(places[position].passage) }
        position += 1
      }
      starts.append(UInt16(passages.count))
    }
    self.keys = keys
    self.counts = counts
    self.starts = starts
    self.passages = passages
    passageCount = passage
  }

  var runCount: Int { length }

  /// Weighs the runs once all articles are known.
  mutating func weigh(averageLength: Double, rarity: (UInt32) -> Float) {
    let relative = Double(length) / max(1, averageLength)
    let longer = Self.saturation * (1 + Self.lengthNormalisation * (relative - 1))
    weights = counts.map { Float(Double($0) / (Double($0) + longer)) }
    var squares = [Float](repeating: 0, count: passageCount)
    for (position, key) in keys.enumerated() {
      let rarity = rarity(key)
      for passage in passages[Int(starts[position])..<Int(starts[position + 1])] {
        squares[Int(passage)] += rarity * rarity
      }
    }
    scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }

  /// How much of the runs' rarity the article holds, and the cosine of the closest passage before it
  /// is divided by the length of the runs' vector.
  ///
  /// - Parameter products: room for a number a passage, used again from article to article.
  /// - Complexity: O(*r* + *p*), *r* runs, *p* places of them in passages.
  func likeness(
    to runs: [Run], products: inout [Float]
  ) -> (held: Float, closest: Float) {
    for passage in 0..<passageCount { products[passage] = 0 }
    var held: Float = 0
    for run in runs {
      guard let position = position(of: run.key) else { continue }
      held += run.rarity * weights[position]
      let square = run.rarity * run.rarity
      for place in Int(starts[position])..<Int(starts[position + 1]) {
        products[Int(passages[place])] += square
      }
    }
    var closest: Float = 0
    for passage in 0..<passageCount {
      closest = max(closest, products[passage] * scales[passage])
    }
    return (held, closest)
  }

  static var roomForProducts: [Float] { [Float](repeating: 0, count: mostPassages) }

  /// The keys are evenly spread, so that each stands near its share of the list.
  private func position(of key: UInt32) -> Int? {
    var position = Int(UInt64(key) * UInt64(keys.count) >> 32)
    guard position < keys.count else { return nil }
    if keys[position] < key {
      repeat { position += 1 } while position < keys.count && keys[position] < key
      return position < keys.count && keys[position] == key ? position : nil
    }
    while position > 0, keys[position] > key { position -= 1 }
    return keys[position] == key ? position : nil
  }

  private static func keys(in text: String) -> [UInt32] {
    var scanner = TokenScanner(Array(text.utf8))
    var runs: [UInt64] = []
    while scanner.next() != nil { CharacterRuns.append(scanner.form, to: &runs) }
    return runs.map(CharacterRuns.key)
  }

  /// What a customer's words may repeat: title, questions, headings, sentences.
  private static func passages(of article: Article) -> [String] {
    let matter = article.frontMatter
    let sentences = article.sections.flatMap { section in
      section.text.split(whereSeparator: { ".?!\n".contains($0) }).map(String.init)
    }
    var seen: Set<String> = []
    return
      ([article.title, matter.description ?? ""] + matter.questions
      + article.sections.map(\.title) + sentences)
      .map { String($0.prefix(longestPassage)) }
      .filter { $0.utf8.count > 2 && seen.insert($0).inserted }
  }
}
