import Synchronization

/// The scores of all documents for one query, and the frequencies of one of its terms.
///
/// A board is made once and used again, since memory for each document costs more to get than most
/// queries to answer.
struct ScoreBoard: Sendable {
  /// By document. A score is below 2^16 for each word of a query, and a document would have to hold
  /// tens of thousands of the rarest words for a sum to wrap.
  private(set) var scores: [Int32]
  /// By document, in 1/1024; zero between terms.
  private var frequencies: [Int32]
  /// The documents whose frequency is not zero, each once, in the first `touchedCount` places.
  private var touched: [UInt32]
  private var touchedCount = 0

  /// A term that stands in one of so many documents is added to all.
  static let fewWithout = 4

  /// Documents whose scores are looked at together.
  private static let block = 32

  static func blocks(of documents: Int) -> Int { (documents + block - 1) / block }

  static func block(of document: Int) -> Int { document / block }

  /// The documents of a block.
  static func block(_ number: Int, of documents: Int) -> Range<Int> {
    number * block..<min((number + 1) * block, documents)
  }

  init(documents: Int) {
    scores = [Int32](repeating: 0, count: documents)
    frequencies = scores
    touched = [UInt32](repeating: 0, count: documents)
  }

  mutating func clear() {
    var scores = scores.mutableSpan
    scores.update(repeating: 0)
  }

  subscript(document: Int) -> Int {
    get { Int(scores[document]) }
    set { scores[document] = Int32(truncatingIfNeeded: newValue) }
  }

  /// Adds the score of an impact to each of the documents that a form stands in.
  ///
  /// - Parameters:
  ///   - added: by impact.
  ///   - mayFind: without it, only to documents that have a score.
  mutating func add(
    _ added: Impact.Table, for documents: Span<UInt32>, impacts: Span<UInt8>, mayFind: Bool
  ) {
    let added = added.span
    var scores = scores.mutableSpan
    let impacts = impacts.extracting(first: documents.count)
    if mayFind {
      for posting in documents.indices {
        scores[Int(documents[posting])] &+= added[Int(impacts[posting] & 31)]
      }
    } else {
      for posting in documents.indices where scores[Int(documents[posting])] > 0 {
        scores[Int(documents[posting])] &+= added[Int(impacts[posting] & 31)]
      }
    }
  }

  /// Adds a score each to the documents of a block, several at a time.
  ///
  /// - Parameter weight: how much of it, of 256.
  mutating func add(_ added: Span<UInt16>, weight: Int, in block: Range<Int>) {
    var scores = scores.mutableSpan
    let added = added.extracting(first: block.count)
    let first = block.lowerBound
    // Checked once, so that it isn't for each.
    precondition(block.upperBound <= scores.count)
    if weight == QueryExpander.full {
      for place in added.indices { scores[first &+ place] &+= Int32(added[place]) }
    } else {
      for place in added.indices {
        scores[first &+ place] &+= (Int32(added[place]) &* Int32(weight)) &>> 8
      }
    }
  }

  /// By block: the highest score in it.
  func highestScores() -> [Int32] {
    let scores = scores.span
    return (0..<Self.blocks(of: scores.count)).map { number in
      let first = number &* Self.block
      // Of as many as the compiler knows several are compared at a time.
      return first &+ Self.block <= scores.count
        ? Self.highest(of: scores.extracting(first..<first &+ Self.block))
        : Self.highest(of: scores.extracting(first..<scores.count))
    }
  }

  @inline(__always)
  private static func highest(of scores: Span<Int32>) -> Int32 {
    var highest: Int32 = 0
    for document in scores.indices { highest = max(highest, scores[document]) }
    return highest
  }

  /// Adds the frequency of an impact for each of the documents that a form stands in.
  ///
  /// - Parameter added: by impact, above zero for those that occur.
  /// - Returns: How many documents no form before stood in.
  mutating func count(
    _ added: Impact.Table, for documents: Span<UInt32>, impacts: Span<UInt8>
  ) -> Int {
    let before = touchedCount
    touchedCount = Self.count(
      added, for: documents, impacts: impacts, in: &frequencies, touching: &touched,
      from: before)
    return touchedCount - before
  }

  /// Adds to the frequency of each document, several at a time. It is no more kept which documents
  /// were touched, so that there must be so many that the term is added to all.
  ///
  /// - Parameters:
  ///   - added: by document, zero for those without the form.
  ///   - weight: how much of it, of 256.
  /// - Returns: How many documents no form before stood in.
  mutating func count(_ added: Span<UInt16>, weight: Int) -> Int {
    var frequencies = frequencies.mutableSpan
    precondition(added.count == frequencies.count)
    let weight = Int32(weight)
    var first: Int32 = 0
    for document in added.indices {
      let known = frequencies[document]
      let frequency = (Int32(added[document]) &* weight) &>> 8
      first &+= known == 0 && frequency != 0 ? 1 : 0
      frequencies[document] = known &+ frequency
    }
    touchedCount += Int(first)
    return Int(first)
  }

  /// - Returns: The end of the touched documents.
  private static func count(
    _ added: Impact.Table, for documents: Span<UInt32>, impacts: Span<UInt8>,
    in frequencies: inout [Int32], touching touched: inout [UInt32], from start: Int
  ) -> Int {
    let added = added.span
    let impacts = impacts.extracting(first: documents.count)
    var frequencies = frequencies.mutableSpan
    var touched = touched.mutableSpan
    var end = start
    for posting in documents.indices {
      let document = documents[posting]
      let known = frequencies[Int(document)]
      if known == 0 {
        touched[end] = document
        end += 1
      }
      frequencies[Int(document)] = known &+ added[Int(impacts[posting] & 31)]
    }
    return end
  }

  /// Adds the score of a term to the documents that it was counted in, and forgets its frequencies.
  ///
  /// - Parameters:
  ///   - rarity: in 1/1024.
  ///   - weight: of 256.
  ///   - mayFind: without it, only to documents that have a score.
  mutating func addCounted(rarity: Int, weight: Int, mayFind: Bool) {
    // Of many documents several are divided for at a time, those without the term too.
    guard mayFind, touchedCount * Self.fewWithout >= scores.count else {
      takeCounted { _, frequency, score in
        guard mayFind || score > 0 else { return }
        score &+= Impact.score(
          Impact.saturated(Int32(truncatingIfNeeded: frequency)), rarity: Int32(rarity),
          weight: Int32(weight))
      }
      return
    }
    // Most terms count in full, which spares a multiplication.
    if weight == QueryExpander.full {
      Self.addAll(
        &frequencies, to: &scores, rarity: Int32(rarity), weight: Int32(QueryExpander.full))
    } else {
      Self.addAll(&frequencies, to: &scores, rarity: Int32(rarity), weight: Int32(weight))
    }
    touchedCount = 0
  }

  @inline(__always)
  private static func addAll(
    _ frequencies: inout [Int32], to scores: inout [Int32], rarity: Int32, weight: Int32
  ) {
    var frequencies = frequencies.mutableSpan
    var scores = scores.mutableSpan
    precondition(frequencies.count == scores.count)
    for document in frequencies.indices {
      scores[document] &+= Impact.score(
        Impact.saturated(frequencies[document]), rarity: rarity, weight: weight)
      frequencies[document] = 0
    }
  }

  /// Gives each document that was counted with its frequency, to change its score, and forgets it.
  mutating func takeCounted(
    _ body: (_ document: Int, _ frequency: Int, _ score: inout Int32) -> Void
  ) {
    Self.take(touched[..<touchedCount], from: &frequencies, to: &scores, body)
    touchedCount = 0
  }

  private static func take(
    _ touched: ArraySlice<UInt32>, from frequencies: inout [Int32], to scores: inout [Int32],
    _ body: (_ document: Int, _ frequency: Int, _ score: inout Int32) -> Void
  ) {
    var frequencies = frequencies.mutableSpan
    var scores = scores.mutableSpan
    for touched in touched {
      let document = Int(touched)
      body(document, Int(frequencies[document]), &scores[document])
      frequencies[document] = 0
    }
  }
}

/// Boards that no search is using.
final class ScoreBoards: Sendable {
  private let documents: Int
  private let spare = Mutex<[ScoreBoard]>([])

  init(documents: Int) {
    self.documents = documents
  }

  /// Lends a board of zeros.
  func withBoard<Result>(_ body: (inout ScoreBoard) -> Result) -> Result {
    var board = spare.withLock { $0.popLast() } ?? ScoreBoard(documents: documents)
    let result = body(&board)
    board.clear()
    spare.withLock { $0.append(board) }
    return result
  }
}
