/// Which articles hold which runs of characters, how often; scored like words, by BM25.
struct CharacterIndex: Sendable {
  /// BM25's *k1* and *b*.
  private static let saturation = 1.2
  private static let lengthNormalisation = 0.75

  private struct Posting {
    let article: Int32
    /// Between 0 and 1: BM25's term weight without the rarity.
    let weight: Float
  }

  /// The runs of a contact by their numbers here.
  struct Query {
    /// In rising order, each once.
    let known: [Int32]
    /// How many runs no article holds.
    let unknown: Int
  }

  private let numbers: [UInt64: Int32]
  private let postings: [Posting]
  /// Where the postings of each run begin; one entry more than there are runs.
  private let starts: [Int]
  private let rarities: [Double]
  /// How much a run in no article counts.
  let rarest: Double

  /// - Parameter texts: by article, in the order of the numbers that scores are given for.
  init(_ texts: [String]) {
    let runs = texts.map { CharacterRuns.of($0) }
    let average = Double(runs.reduce(0) { $0 + $1.count }) / Double(max(1, runs.count))
    var numbers: [UInt64: Int32] = [:]
    var byRun: [[Posting]] = []
    for (article, runs) in runs.enumerated() {
      let relative = Double(runs.count) / max(1, average)
      let length = 1 + Self.lengthNormalisation * (relative - 1)
      var counts: [Int32: Double] = [:]
      for run in runs {
        let number = numbers[run] ?? Int32(numbers.count)
        if numbers[run] == nil {
          numbers[run] = number
          byRun.append([])
        }
        counts[number, default: 0] += 1
      }
      for (number, count) in counts {
        let weight = count / (count + Self.saturation * length)
        byRun[Int(number)].append(Posting(article: Int32(article), weight: Float(weight)))
      }
    }
    self.numbers = numbers
    postings = byRun.flatMap(\.self)
    starts = byRun.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    rarities = byRun.map { Rarity.of($0.count, in: texts.count) }
    rarest = Rarity.of(0, in: texts.count)
  }

  /// How many runs there are.
  var count: Int { rarities.count }

  func query(_ runs: [UInt64]) -> Query {
    let unique = Set(runs)
    let known = unique.compactMap { numbers[$0] }.sorted()
    return Query(known: known, unknown: unique.count - known.count)
  }

  /// The numbers of a text's runs that are known, in rising order.
  func numbers(of text: String) -> [Int32] { query(CharacterRuns.of(text)).known }

  func rarity(of run: Int32) -> Double { rarities[Int(run)] }

  /// Adds the score of each article to `scores`; returns the score of an article that held every
  /// run prominently.
  ///
  /// - Complexity: O(*p*), *p* postings of the runs.
  func score(_ query: Query, into scores: inout [Double]) -> Double {
    var ideal = Double(query.unknown) * rarest
    for run in query.known {
      let rarity = rarities[Int(run)]
      ideal += rarity
      for posting in postings[starts[Int(run)]..<starts[Int(run) + 1]] {
        scores[Int(posting.article)] += rarity * Double(posting.weight)
      }
    }
    return ideal
  }
}
