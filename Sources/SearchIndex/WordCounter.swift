/// Counts the words of one document: those of all fields but the body first.
struct WordCounter: Sendable {
  private static let stride = 8

  /// By word: its place among those of the document it was in last, plus the first stamp of that
  /// document. Stamps only grow, so that nothing is cleared.
  private var stamps: [UInt32] = []
  /// The first stamp of the document.
  private var base: UInt32 = 1
  private var count = 0
  /// By place; the first `count` are in use.
  private var words: [UInt32] = []
  /// By place: how often the body holds the word.
  private var inBody: [UInt32] = []
  /// By place and field: how often other fields hold the word.
  private var inOthers: [UInt32] = []

  mutating func count(_ added: [UInt32], in field: SearchField) {
    guard let highest = added.max() else { return }
    Self.grow(&stamps, to: Int(highest) + 1)
    Self.grow(&words, to: count + added.count)
    Self.grow(&inBody, to: count + added.count)
    if field == .body {
      count = Self.count(
        added, base: base, count: count, stamps: &stamps, words: &words, inBody: &inBody)
      return
    }
    for word in added {
      if stamps[Int(word)] < base {
        stamps[Int(word)] = base + UInt32(count)
        words[count] = word
        inBody[count] = 0
        inOthers += repeatElement(0, count: Self.stride)
        count += 1
      }
      inOthers[Int(stamps[Int(word)] - base) * Self.stride + field.rawValue] += 1
    }
  }

  /// - Returns: The count of places after.
  private static func count(
    _ added: [UInt32], base: UInt32, count: Int, stamps: inout [UInt32], words: inout [UInt32],
    inBody: inout [UInt32]
  ) -> Int {
    var count = count
    var stamps = stamps.mutableSpan
    var words = words.mutableSpan
    var inBody = inBody.mutableSpan
    for word in added {
      let stamp = stamps[Int(word)]
      if stamp < base {
        stamps[Int(word)] = base &+ UInt32(truncatingIfNeeded: count)
        words[count] = word
        inBody[count] = 1
        count += 1
      } else {
        inBody[Int(stamp &- base)] += 1
      }
    }
    return count
  }

  private static func grow(_ array: inout [UInt32], to count: Int) {
    if array.count < count {
      array += repeatElement(0, count: max(count - array.count, array.count))
    }
  }

  /// Appends an entry for each word, and forgets them.
  mutating func take(
    into entries: inout [UInt32], counts: inout [UInt8], fields: inout [UInt32]
  ) {
    entries += words[..<count]
    let body = SearchField.body.rawValue
    for place in 0..<inOthers.count / Self.stride {
      let before = fields.count
      let isMany = inBody[place] > TermVectors.mostInBody
      if isMany { inOthers[place * Self.stride + body] = inBody[place] }
      for field in 0..<Self.stride where inOthers[place * Self.stride + field] > 0 {
        fields.append(inOthers[place * Self.stride + field] << 3 | UInt32(field))
      }
      counts.append(UInt8((isMany ? 0 : inBody[place] << 3) | UInt32(fields.count - before)))
    }
    for place in inOthers.count / Self.stride..<count {
      let isMany = inBody[place] > TermVectors.mostInBody
      if isMany { fields.append(inBody[place] << 3 | UInt32(body)) }
      counts.append(isMany ? 1 : UInt8(truncatingIfNeeded: inBody[place] << 3))
    }
    inOthers.removeAll(keepingCapacity: true)
    base += UInt32(count)
    count = 0
  }
}
