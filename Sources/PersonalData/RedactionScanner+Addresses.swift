/// Where people live: a street and the number of a house. A street alone, a town or its postcode is
/// shared by many and stays.
extension RedactionScanner {
  /// Words between `ul.` and the house: `ul. Jana Pawła II 5`.
  private static let longestStreet = 3
  private static let mostHouseDigits = 5
  /// Signs between two words of an address: a point, a comma and a space.
  private static let longestGap = 3
  /// Endings of the German names of streets, folded.
  private static let germanStreets = ["strasse", "straße", "str", "gasse", "allee", "weg", "damm"]
    .map { Array($0.utf8) }

  /// Replaces the address whose house number begins at `index`, if one does.
  mutating func address() -> Bool {
    guard let house = houseEnd(from: index) else { return false }
    if let end = streetAfterHouse(from: house) {
      replace(index..<end, with: .address)
      return true
    }
    guard hasStreet || wordBefore.map(isGermanStreet) == true, let start = streetBeforeHouse()
    else { return false }
    replace(start..<unitEnd(from: house), with: .address)
    return true
  }

  /// `Brīvības iela 21`, `ul. Długa 5`, `Невский проспект 12`, `ул. Ленина, д. 5`, `Hauptstraße 12`.
  private func streetBeforeHouse() -> Int? {
    guard var last = word(before: index) else { return nil }
    let isMarked = vocabulary.isHouseWord(last.hash)
    if isMarked {
      guard let next = word(before: last.start) else { return nil }
      last = next
    }
    if vocabulary.isStreetBehind(last.hash) {
      guard let name = word(before: last.start), name.letters > 3 else { return nil }
      // Names of two words have capitals: `Krišjāņa Barona iela`.
      guard name.isCapitalised, let first = word(before: name.start), first.isCapitalised,
        first.letters > 3, first.end + 1 == name.start
      else { return name.start }
      return first.start
    }
    if isGermanStreet(last) { return last.start }
    var word = last
    for _ in 0..<Self.longestStreet {
      guard let type = self.word(before: word.start) else { return nil }
      if vocabulary.isStreetAhead(type.hash) {
        // "ul dluga 5" is a street in any letters, "na ulicy czekam 5" is none.
        let isNamed = word.isCapitalised || vocabulary.isShortStreet(type.hash) || isMarked
        return isNamed ? type.start : nil
      }
      word = type
    }
    return nil
  }

  /// The end of the street in `221B Baker Street`.
  private func streetAfterHouse(from house: Int) -> Int? {
    var end = house
    for number in 0...Self.longestStreet {
      guard end < text.count, text[end] == 0x20 else { return nil }
      let word = word(at: end + 1)
      guard word.letters > 0, word.isCapitalised else { return nil }
      if number > 0, vocabulary.isEnglishStreet(word.hash) { return word.end }
      end = word.end
    }
    return nil
  }

  /// The end of `12`, `12a`, `5/7` and `21-4`; nil for what goes on as a time, an amount or a word.
  private func houseEnd(from start: Int) -> Int? {
    guard var end = houseNumberEnd(from: start) else { return nil }
    while end + 1 < text.count,
      text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: "-"),
      let next = houseNumberEnd(from: end + 1)
    {
      end = next
    }
    guard end < text.count else { return end }
    if Self.isLetter(text[end]) || Self.isDigit(text[end]) || text[end] == UInt8(ascii: "%") {
      return nil
    }
    let isJoint = [0x3A, 0x2C, 0x2E].contains(text[end])  // : , .
    let goesOn = isJoint && end + 1 < text.count && Self.isDigit(text[end + 1])
    return goesOn || isFollowedByCurrency(end) ? nil : end
  }

  private func houseNumberEnd(from start: Int) -> Int? {
    var end = start
    while end < text.count, Self.isDigit(text[end]) { end += 1 }
    guard 1...Self.mostHouseDigits ~= end - start else { return nil }
    let letter = word(at: end, stoppingAtDigits: true)
    return letter.letters == 1 ? letter.end : end
  }

  /// With the flat behind the house: `, кв. 12`, ` m. 5`.
  private func unitEnd(from house: Int) -> Int {
    var end = house
    while let unit = word(after: end), vocabulary.isUnitWord(unit.hash) {
      var number = unit.end
      while number < text.count, number - unit.end < Self.longestGap, isGap(text[number]) {
        number += 1
      }
      guard let next = houseNumberEnd(from: number) else { break }
      end = next
    }
    return end
  }

  private func isGermanStreet(_ word: Word) -> Bool {
    guard word.end - word.start > 6, word.isCapitalised else { return false }
    let name = text[word.start..<word.end].map { $0 < 0x80 ? $0 | 0x20 : $0 }
    return Self.germanStreets.contains {
      name.count > $0.count + 3 && name.suffix($0.count) == $0[...]
    }
  }

  private func word(after end: Int) -> Word? {
    var start = end
    while start < text.count, start - end < Self.longestGap, isGap(text[start]) { start += 1 }
    let word = word(at: start, stoppingAtDigits: true)
    return word.letters > 0 ? word : nil
  }

  /// The word that ends before `end`, at most a few signs away; nothing that was found before.
  private func word(before end: Int) -> Word? {
    var last = end
    while last > foundEnd, end - last < Self.longestGap, isGap(text[last - 1]) { last -= 1 }
    guard last < end else { return nil }
    var start = last
    while start > foundEnd, Self.isLetter(text[start - 1]) || text[start - 1] >= 0x80 { start -= 1 }
    let word = word(at: start, stoppingAtDigits: true)
    return word.letters > 0 && word.end == last ? word : nil
  }

  private func isGap(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}
