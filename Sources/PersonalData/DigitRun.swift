/// Digits that stand together, as groups with at most a sign or space between: `601 234-567`.
struct DigitRun {
  enum Gap {
    case none, space, hyphen, dot, slash, parenthesis
  }

  struct Group {
    let start: Int
    let end: Int
    /// What is between the group before and this one.
    let gap: Gap
    /// How many digits of the run come before it.
    let offset: Int

    var count: Int { end - start }
  }

  /// More than any number of interest has; a longer run is looked at in parts.
  static let mostGroups = 16
  static let mostDigits = 64

  var groups: [Group] = []
  /// The digits of all groups, as values.
  var digits: [UInt8] = []

  mutating func removeAll() {
    groups.removeAll(keepingCapacity: true)
    digits.removeAll(keepingCapacity: true)
  }

  func digits(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard let first = groups[range].first, let last = groups[range].last else { return [] }
    return digits[first.offset..<last.offset + last.count]
  }

  /// The groups' lengths as hexadecimal digits: 601 234 567 has the shape 0x333.
  func shape(_ range: Range<Int>) -> Int {
    groups[range].reduce(0) { $0 << 4 | min($1.count, 15) }
  }

  /// The value of up to four digits from the start of a group.
  func value(_ group: Int, first count: Int) -> Int {
    let start = groups[group].offset
    return digits[start..<min(start + count, digits.count)].reduce(0) { $0 * 10 + Int($1) }
  }
}

extension RedactionScanner {
  /// Collects the run that begins at `start`, a digit.
  mutating func collectRun(from start: Int) {
    run.removeAll()
    var index = start
    var gap = DigitRun.Gap.none
    while run.groups.count < DigitRun.mostGroups {
      let first = index
      let offset = run.digits.count
      while index < text.count, Self.isDigit(text[index]),
        run.digits.count < DigitRun.mostDigits
      {
        run.digits.append(text[index] - 0x30)
        index += 1
      }
      run.groups.append(.init(start: first, end: index, gap: gap, offset: offset))
      guard let next = gapBetweenDigits(from: index) else { break }
      (index, gap) = next
    }
  }

  /// One sign or space between two digits, or parentheses with them: `22) 1`, ` (22`.
  private func gapBetweenDigits(from start: Int) -> (end: Int, gap: DigitRun.Gap)? {
    var index = start
    var gap = DigitRun.Gap.none
    if index < text.count, text[index] == UInt8(ascii: ")") {
      gap = .parenthesis
      index += 1
    }
    if index < text.count {
      let (scalar, length) = scalar(at: index)
      let sign: DigitRun.Gap? =
        switch scalar {
        // Mails break their lines within numbers too.
        case 0x20, 0xA0, 0x202F, 0x2009, 0x0A: .space
        case 0x2D, 0x2010...0x2013: .hyphen
        case 0x2E: .dot
        case 0x2F: .slash
        default: nil
        }
      if let sign {
        index += length
        if gap == .none { gap = sign }
      }
    }
    if index < text.count, text[index] == UInt8(ascii: "(") {
      gap = .parenthesis
      index += 1
    }
    guard gap != .none, index < text.count, Self.isDigit(text[index]) else { return nil }
    return (index, gap)
  }
}
