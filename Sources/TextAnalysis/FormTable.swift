/// Numbers folded words in the order they were added, and finds them again. All words lie in one
/// array of bytes, so that a hundred thousand of them cost no allocation each.
///
///     var table = FormTable()
///     table.insert(Array("karta".utf8)[...])  // 0
///     table.number(of: Array("karta".utf8)[...])  // 0
package struct FormTable: Sendable {
  /// The words one after another, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Where each word starts in `bytes`; one entry more than there are words.
  package private(set) var starts: [UInt32] = [0]
  /// Upper half: the hash's upper half; lower half: the word's number plus one, 0 for a free slot.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 64)

  package init() {}

  package init(_ forms: some Sequence<String>) {
    for form in forms { insert(Array(form.utf8)[...]) }
  }

  /// The table that `write(to:)` wrote.
  package init?(_ reader: inout RawArrayReader) {
    guard let bytes = reader.numbers(UInt8.self), let starts = reader.numbers(UInt32.self),
      let slots = reader.numbers(UInt64.self), !starts.isEmpty, !slots.isEmpty
    else { return nil }
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  package func write(to writer: inout RawArrayWriter) {
    writer.append(bytes)
    writer.append(starts)
    writer.append(slots)
  }

  package var count: Int { starts.count - 1 }

  /// The word of a number.
  package subscript(number: Int) -> String { String(decoding: utf8(number), as: UTF8.self) }

  package func utf8(_ number: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// - Complexity: O(*n*) in the length of the word.
  package func number(of form: ArraySlice<UInt8>) -> Int? {
    let hash = Self.hash(form)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(number, form) { return number }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a word unless it is known, and returns its number.
  @discardableResult
  package mutating func insert(_ form: ArraySlice<UInt8>) -> Int {
    let hash = Self.hash(form)
    var mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(number, form) { return number }
      }
      slot = (slot + 1) & mask
    }
    if (count + 1) * 2 > slots.count {
      grow()
      mask = slots.count - 1
      slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
    }
    let number = count
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    bytes.append(contentsOf: form)
    starts.append(UInt32(bytes.count))
    return number
  }

  /// The numbers in the order of their words' bytes.
  ///
  /// - Complexity: O(*v* log *v*).
  package func sortedNumbers() -> [Int] {
    // Most words differ in their first eight bytes.
    let keyed = (0..<count).map { number in
      var key: UInt64 = 0
      let form = utf8(number)
      for byte in form.prefix(8) { key = key << 8 | UInt64(byte) }
      if form.count < 8 { key <<= UInt64(8 * (8 - form.count)) }
      return (key: key, number: number)
    }
    return keyed.sorted { left, right in
      left.key != right.key
        ? left.key < right.key : utf8(left.number).lexicographicallyPrecedes(utf8(right.number))
    }.map(\.number)
  }

  private func equals(_ number: Int, _ form: ArraySlice<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == form.count else { return false }
    var offset = start
    for byte in form {
      if bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for number in 0..<count {
      let hash = Self.hash(utf8(number))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
  }

  /// FNV-1a of 64 bits, its halves mixed so that both are of use.
  private static func hash(_ form: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
