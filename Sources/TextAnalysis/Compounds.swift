/// Words that some write apart and others together, as one form beside their parts: `e-mail`,
/// error codes, telephone numbers, mail addresses, numbers with their unit.
///
///     Compounds.forms(in: "Błąd E-1042, tel. +48 22 123 45 67")  // ["e1042", "48221234567"]
package enum Compounds {
  /// Units that a number is written with, apart or not, folded.
  package static let units = Set(
    ("km m cm mm kg g l ml h min s w kw kwh v mb gb tb eur usd gbp pln zl rub "
      + "км м см мм кг г л мл ч мин сек вт квт в мб гб тб руб")
      .split(separator: " ").map(String.init))
  /// Fewer digits in groups are an amount or a date, not a telephone number.
  private static let minimumDigits = 7

  /// What joins two words: nothing, a sign within a word, what stands between groups of digits, a
  /// space before a unit.
  private enum Link { case none, sign, digits, unit }

  /// The joined forms, as `runs` has them.
  package static func forms(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(in: bytes)
    return runs(of: tokens.map(\.range), in: bytes).compactMap { run in
      let form = tokens[run].map(\.form).joined()
      return form.unicodeScalars.count <= Tokenizer.maximumLength ? form : nil
    }
  }

  /// Which tokens are parts of one form: first those with signs within, then digits in groups, then
  /// numbers with a unit.
  ///
  /// - Parameters:
  ///   - ranges: those of the tokens of `text`.
  ///   - text: UTF-8.
  /// - Complexity: O(*n*) in the length of the text.
  package static func runs(of ranges: [Range<Int>], in text: [UInt8]) -> [ClosedRange<Int>] {
    var runs: [[ClosedRange<Int>]] = [[], [], []]
    // Nearly all words have a space before and after them, and aren't numbers.
    var start = 0
    for position in ranges.indices {
      let isLast = position == ranges.count - 1
      if !isLast, mayJoin(ranges[position], ranges[position + 1], in: text) { continue }
      if start < position {
        let found = Self.runs(ofNear: Array(ranges[start...position]), in: text)
        for (kind, found) in found.enumerated() {
          runs[kind] += found.map { start + $0.lowerBound...start + $0.upperBound }
        }
      }
      start = position + 1
    }
    return Array(runs.joined())
  }

  /// False where a gap has white space and doesn't follow a digit.
  private static func mayJoin(_ left: Range<Int>, _ right: Range<Int>, in text: [UInt8]) -> Bool {
    if (48...57).contains(text[left.upperBound - 1]) { return true }
    var position = left.upperBound
    while position < right.lowerBound {
      if text[position] <= 0x20 { return false }
      position += 1
    }
    return true
  }

  /// The runs of each kind.
  private static func runs(
    ofNear ranges: [Range<Int>], in text: [UInt8]
  ) -> [[ClosedRange<Int>]] {
    let isNumber = ranges.map { range in text[range].allSatisfy { (48...57).contains($0) } }
    let links = links(between: ranges, in: text, isNumber: isNumber)
    let signs = joined(links.indices) { links[$0] == .sign }
    let numbers = joined(links.indices) { position in
      (links[position] == .sign || links[position] == .digits)
        && isNumber[position] && isNumber[position + 1]
    }
    let telephones = numbers.filter { run in
      links[run.lowerBound..<run.upperBound].contains(.digits)
        && ranges[run].reduce(0) { $0 + $1.count } >= minimumDigits
    }
    let amounts = links.indices.filter { links[$0] == .unit }.map { $0...$0 + 1 }
    return [signs, telephones, amounts]
  }

  /// The tokens that unbroken runs of links join.
  private static func joined(
    _ links: Range<Int>, where holds: (Int) -> Bool
  ) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for position in links.lowerBound...links.upperBound {
      if position < links.upperBound, holds(position) {
        start = start ?? position
      } else if let first = start {
        runs.append(first...position)
        start = nil
      }
    }
    return runs
  }

  private static func links(
    between ranges: [Range<Int>], in text: [UInt8], isNumber: [Bool]
  ) -> [Link] {
    // Pairs of ideographs overlap.
    let gaps = zip(ranges, ranges.dropFirst()).map { left, right in
      min(left.upperBound, right.lowerBound)..<right.lowerBound
    }
    let inAddress = partsOfAddress(gaps, in: text)
    return gaps.indices.map { position in
      let areNumbers = isNumber[position] && isNumber[position + 1]
      switch sign(text[gaps[position]]) {
      case "-", "@": return .sign
      case "+": return inAddress[position] ? .sign : .none
      case ".": return inAddress[position] ? .sign : areNumbers ? .digits : .none
      case "/": return areNumbers ? .digits : .none
      case " ":
        if areNumbers { return .digits }
        guard isNumber[position] else { return .none }
        let word = String(decoding: text[ranges[position + 1]], as: UTF8.self)
        return units.contains(Folding.fold(word)) ? .unit : .none
      default: return .none
      }
    }
  }

  /// What stands between two words, as the sign that it counts as.
  private static func sign(_ gap: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = gap.first, let last = gap.last else { return nil }
    switch (gap.count, first, last) {
    case (1, 0x20, _), (2, 0xC2, 0xA0): return " "
    case (1, 0x2D, _), (1, 0x5F, _), (1, 0x27, _): return "-"
    case (3, 0xE2, 0x90), (3, 0xE2, 0x91), (3, 0xE2, 0x99):
      return gap[gap.startIndex + 1] == 0x80 ? "-" : nil
    case (1, 0x40, _): return "@"
    case (1, 0x2E, _): return "."
    case (1, 0x2B, _): return "+"
    case (1, 0x2F, _), (1, 0x28, _), (1, 0x29, _): return "/"
    case (2, 0x20, 0x28), (2, 0x29, 0x20), (2, 0x29, 0x2D): return "/"
    default: return nil
    }
  }

  /// Which gaps stand between two spaces that have an @ between them.
  private static func partsOfAddress(_ gaps: [Range<Int>], in text: [UInt8]) -> [Bool] {
    var marks = [Bool](repeating: false, count: gaps.count)
    guard let first = gaps.first, let last = gaps.last,
      text[first.lowerBound..<last.upperBound].contains(0x40)
    else { return marks }
    var start = 0
    var hasSign = false
    for (position, gap) in gaps.enumerated() {
      if text[gap].contains(where: { $0 <= 32 }) {
        start = position + 1
        hasSign = false
      } else if text[gap].elementsEqual([0x40]) {
        hasSign = true
        for earlier in start..<position { marks[earlier] = true }
        start = position + 1
      } else if hasSign {
        marks[position] = true
      }
    }
    return marks
  }
}
