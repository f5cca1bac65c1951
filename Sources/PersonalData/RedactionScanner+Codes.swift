/// Codes of capital letters and digits that belong to few: a vehicle's number, a British postcode;
/// and the address of somebody's machine.
extension RedactionScanner {
  private static let vehicleNumberLength = 17
  /// Versions have fewer digits (`10.0.4.1`), unless the word before says what it is.
  private static let fewestMachineDigits = 8
  private static let hexLetters = Set("abcdefABCDEF".utf8)
  /// British postal areas of one letter.
  /// https://ideal-postcodes.co.uk/guides/uk-postcode-format
  private static let shortAreas = Set("BEGLMNSW".utf8)
  private static let noInwardLetters = Set("CIKMOV".utf8)

  /// Replaces the vehicle identification number (ISO 3779) that begins at `index`: seventeen letters
  /// and digits without I, O and Q, the last four digits.
  mutating func vehicleNumber() -> Bool {
    let end = index + Self.vehicleNumberLength
    guard end <= text.count, text[end - 4..<end].allSatisfy(Self.isDigit), isCodeEnd(end) else {
      return false
    }
    var letters = 0
    for byte in text[index..<end] {
      if Self.isDigit(byte) { continue }
      guard Self.isLetter(byte), !"IOQioq".utf8.contains(byte) else { return false }
      letters += 1
    }
    guard letters >= 3 else { return false }
    replace(index..<end, with: .vehicle)
    return true
  }

  /// Replaces the British postcode that begins at `index`, `SW1A 1AA`: some fifteen houses have it;
  /// those of other countries are a town's.
  mutating func postcode() -> Bool {
    var end = index
    while end < text.count, Self.isCapital(text[end]), end - index < 3 { end += 1 }
    guard 1...2 ~= end - index, end < text.count, Self.isDigit(text[end]),
      end - index == 2 || Self.shortAreas.contains(text[index])
    else { return false }
    end += 1
    if end < text.count, Self.isDigit(text[end]) || Self.isCapital(text[end]) { end += 1 }
    guard end + 4 <= text.count, text[end] == 0x20, Self.isDigit(text[end + 1]),
      text[end + 2..<end + 4].allSatisfy({
        Self.isCapital($0) && !Self.noInwardLetters.contains($0)
      }), isCodeEnd(end + 4)
    else { return false }
    replace(index..<end + 4, with: .address)
    return true
  }

  /// Whether the run's first groups are the address of a machine that isn't of a local network.
  func isMachineAddress(after word: Word?) -> Bool {
    guard run.groups.count >= 4, run.groups[1...3].allSatisfy({ $0.gap == .dot }),
      run.groups.count == 4 || run.groups[4].gap != .dot
    else { return false }
    let parts = run.groups.prefix(4).map { group in
      group.count > 3
        ? 256
        : run.digits[group.offset..<group.offset + group.count].reduce(0) { $0 * 10 + Int($1) }
    }
    guard parts.allSatisfy({ $0 < 256 }) else { return false }
    switch (parts[0], parts[1]) {
    // https://www.iana.org/assignments/iana-ipv4-special-registry
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168): return false
    default:
      let digits = run.groups.prefix(4).reduce(0) { $0 + $1.count }
      return digits >= Self.fewestMachineDigits
        || word.map { vocabulary.isMachineWord($0.hash) } == true
    }
  }

  /// Replaces the longer address of a machine (RFC 4291) that begins at `index`, unless it is of a
  /// local network: eight groups of up to four digits, some of which `::` may stand for.
  mutating func longMachineAddress() -> Bool {
    var end = index
    var groups = 0
    var isShortened = false
    while let digits = hexDigits(from: end) {
      end += digits
      groups += 1
      guard end < text.count, text[end] == UInt8(ascii: ":") else { break }
      if hexDigits(from: end + 1) != nil {
        end += 1
      } else if end + 1 < text.count, text[end + 1] == UInt8(ascii: ":"), !isShortened {
        isShortened = true
        end += 2
      } else {
        break
      }
    }
    guard isShortened ? 3...7 ~= groups : groups == 8, isCodeEnd(end), !isLocalMachine() else {
      return false
    }
    replace(index..<end, with: .machine)
    return true
  }

  /// How many hexadecimal digits stand there; nil for none, and for more than four.
  private func hexDigits(from start: Int) -> Int? {
    guard start < text.count else { return nil }
    let count = text[start...].prefix(5).prefix { Self.isDigit($0) || Self.hexLetters.contains($0) }
      .count
    return 1...4 ~= count ? count : nil
  }

  /// https://www.iana.org/assignments/iana-ipv6-special-registry: fc00::/7 and fe80::/10.
  private func isLocalMachine() -> Bool {
    guard hexDigits(from: index) == 4, text[index] | 0x20 == UInt8(ascii: "f") else { return false }
    switch text[index + 1] | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "d"): return true
    case UInt8(ascii: "e"): return "89abAB".utf8.contains(text[index + 2])
    default: return false
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

  private func isCodeEnd(_ index: Int) -> Bool {
    guard index < text.count else { return true }
    return text[index] < 0x80 && !Self.isLetter(text[index]) && !Self.isDigit(text[index])
      && text[index] != UInt8(ascii: "-") && text[index] != UInt8(ascii: "_")
  }
}
