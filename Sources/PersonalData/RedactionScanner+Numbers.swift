extension RedactionScanner {
  /// Local telephone numbers have as many; whatever is shorter stays.
  private static let fewestDigits = 7

  private struct Match {
    let groups: Int
    let label: RedactionLabel
  }

  /// Handles the run of digits at `index`, which is a digit or the plus before one.
  mutating func number() {
    let hasPlus = text[index] == UInt8(ascii: "+")
    collectRun(from: hasPlus ? digitAfterPlus(at: index) : index)
    guard let after = run.groups.last?.end else { return }
    // A group that goes on as a word, a time or with decimals is none of these numbers.
    let goesOn = after < text.count && continues(at: after)
    var group = 0
    let amountStart = isAfterCurrency ? index : nil
    if isMachineAddress(after: wordBefore) {
      return replace(index..<run.groups[3].end, with: .machine)
    }
    if run.digits.count >= Self.fewestDigits {
      let isPart = isPartOfCode(before: index)
      if hasPlus, let count = groupsAfterPlus(after: after) {
        redact(0..<count, with: .phone, from: index)
        group = count
      }
      let usable = run.groups.count - (goesOn ? 1 : 0)
      while group < usable {
        if canStart(group, isPartOfCode: isPart),
          let match = match(at: group, usable: usable, after: after),
          match.label != .phone || run.groups[group].start != amountStart
        {
          redact(group..<group + match.groups, with: match.label, from: run.groups[group].start)
          group += match.groups
        } else {
          group += 1
        }
      }
    }
    index = after
    numberEnd = after
    if goesOn { index = max(index, word(at: after).end) }
  }

  private func groupsAfterPlus(after end: Int) -> Int? {
    // `+371 26123456 8:00`: the hour isn't the number's; but a word may be glued to it.
    let isGlued = end < text.count && (Self.isLetter(text[end]) || text[end] >= 0x80)
    let goesOn = end < text.count && !isGlued && continues(at: end)
    let limit = run.groups.count - (goesOn ? 1 : 0)
    guard limit > 0, let count = PhoneNumbers.international(run, limit: limit) else { return nil }
    // +1 000 000 zł is an amount, +48601234567 zł isn't.
    let isAmount = count == run.groups.count && isFollowedByCurrency(end)
    return isAmount && !PhoneNumbers.hasKnownLength(run, groups: count) ? nil : count
  }

  /// Replaces groups, and the parenthesis before them if its partner is inside.
  private mutating func redact(_ groups: Range<Int>, with label: RedactionLabel, from start: Int) {
    var start = start
    let end = run.groups[groups.upperBound - 1].end
    if start > 0, text[start - 1] == UInt8(ascii: "("),
      text[start..<end].contains(UInt8(ascii: ")"))
    {
      start -= 1
    }
    replace(start..<end, with: label)
  }

  /// A number is looked for at the first group and after spaces, not inside `2026-601-234`.
  private func canStart(_ group: Int, isPartOfCode: Bool) -> Bool {
    guard group > 0 else { return !isPartOfCode }
    return run.groups[group].gap == .space || run.groups[group].gap == .parenthesis
  }

  private func match(at group: Int, usable: Int, after: Int) -> Match? {
    for end in stride(from: usable, to: group, by: -1) {
      let range = group..<end
      guard isWhole(range, usable: usable), let label = identity(range) else { continue }
      return Match(groups: end - group, label: label)
    }
    for end in stride(from: usable, to: group, by: -1) {
      let range = group..<end
      let isAmount = end == run.groups.count && isFollowedByCurrency(after)
      guard isWhole(range, usable: usable), !isAmount, isPhone(range) else { continue }
      // 500 601 234 567 could be read in two ways; one more group is better than a leak.
      let tail = end < usable && run.groups[end].count == 3 && run.groups[end - 1].count == 3
      let tailIsAmount = end + 1 == run.groups.count && isFollowedByCurrency(after)
      return Match(groups: end - group + (tail && !tailIsAmount ? 1 : 0), label: .phone)
    }
    return nil
  }

  /// Whether nothing but a space joins the groups to what follows.
  private func isWhole(_ range: Range<Int>, usable: Int) -> Bool {
    range.upperBound == run.groups.count
      || (range.upperBound < run.groups.count && run.groups[range.upperBound].gap == .space)
  }

  private func identity(_ range: Range<Int>) -> RedactionLabel? {
    let digits = run.digits(range)
    let gaps = run.groups[range].dropFirst().map(\.gap)
    if run.shape(range) == 0x324, gaps == [.hyphen, .hyphen], Checksums.isSSN(digits) {
      return .nationalID
    }
    guard digits.count >= 10 else { return nil }
    let isEven = gaps.allSatisfy { $0 == gaps.first && $0 != .parenthesis }
    if isEven, gaps.first != .slash, Checksums.isPolishAccount(digits) { return .iban }
    let shape = run.shape(range)
    let isGroupedLikeCard =
      run.groups[range].dropLast().allSatisfy { $0.count == 4 } || [0x465, 0x464].contains(shape)
    if isEven, isGroupedLikeCard, Checksums.isCard(digits) { return .card }
    if context == .nationalID, 10...12 ~= digits.count, !gaps.contains(.slash) {
      return .nationalID
    }
    return isNationalID(digits, shape: shape, firstGap: gaps.first) ? .nationalID : nil
  }

  private func isNationalID(
    _ digits: ArraySlice<UInt8>, shape: Int, firstGap: DigitRun.Gap?
  ) -> Bool {
    switch shape {
    case 0xB:
      Checksums.isPESEL(digits) || Checksums.isOldLatvianID(digits) || Checksums.isSNILS(digits)
        || Checksums.isBalticID(digits) || Checksums.isGermanTaxID(digits)
    case 0x2333: Checksums.isGermanTaxID(digits)
    case 0xC: Checksums.isINN(digits)
    case 0x65:
      Checksums.isPESEL(digits)
        || (firstGap == .hyphen ? Checksums.isLatvianID(digits) : Checksums.isOldLatvianID(digits))
    case 0x2225: Checksums.isPESEL(digits)
    case 0x3332, 0x335: Checksums.isSNILS(digits)
    default: false
    }
  }

  private func isPhone(_ range: Range<Int>) -> Bool {
    // A number right after "order" is the order's, however it is grouped.
    if context == .reference, range.count == 1 || contextWords == Self.contextLength {
      return false
    }
    return PhoneNumbers.isNational(run, range)
      || (context == .phone && PhoneNumbers.isLikelyAfterPhoneWord(run, range))
  }

  // MARK: What stands around

  func startsPhoneAfterPlus() -> Bool {
    let start = digitAfterPlus(at: index)
    return start < text.count && Self.isDigit(text[start])
  }

  /// `+48`, `+ 48` and `+(48`.
  private func digitAfterPlus(at plus: Int) -> Int {
    var index = plus + 1
    if index < text.count, text[index] == 0x20 || text[index] == UInt8(ascii: "(") { index += 1 }
    return index
  }

  /// `E-104`, `8:00`, `3,14`: the digits belong to what is before them.
  private func isPartOfCode(before start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    let isGlue = [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "_")]
      .contains(before)
    guard isGlue, start > 1 else { return before == UInt8(ascii: "_") }
    if Self.isDigit(text[start - 2]) { return true }
    let isCode = before == UInt8(ascii: "-") || before == UInt8(ascii: "_")
    return isCode && context != .phone
      && (Self.isLetter(text[start - 2]) || text[start - 2] >= 0x80)
  }

  /// Whether digits go on as a word (`4x`), time (`8:00`), decimals (`3,14`) or percentage.
  private func continues(at index: Int) -> Bool {
    let byte = text[index]
    if Self.isLetter(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "_") {
      return true
    }
    if byte >= 0x80 { return folding.isLetter(scalar(at: index).scalar) }
    let isJoint = [0x3A, 0x2C, 0x2E, 0x2D, 0x2F].contains(byte)  // : , . - /
    return isJoint && index + 1 < text.count && Self.isDigit(text[index + 1])
  }

  func isFollowedByCurrency(_ end: Int) -> Bool {
    var index = end
    while index < text.count, index - end < 3 {
      let (scalar, length) = scalar(at: index)
      if [0x20AC, 0x24, 0xA3, 0x20BD].contains(scalar) { return true }  // € $ £ ₽
      guard [0x20, 0xA0, 0x202F].contains(scalar) else { break }
      index += length
    }
    return index < text.count && vocabulary.isCurrency(word(at: index).hash)
  }
}
