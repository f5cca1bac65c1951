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
  /// Two numbers a slot: the word's key, then its length << 32 | its number plus one, 0 for a free
  /// slot. So most words are found without a look at their bytes.
  private var slots = [UInt64](repeating: 0, count: 2 * FormTable.fewestSlots)

  private static let fewestSlots = 32

  package init() {}

  package init(_ forms: some Sequence<String>) {
    for form in forms { insert(Array(form.utf8)[...]) }
  }

  /// Words of another table, each once, numbered anew.
  private init(_ other: FormTable, _ numbers: [Int]) {
    starts.reserveCapacity(numbers.count + 1)
    for number in numbers {
      bytes += other.utf8(number)
      starts.append(UInt32(bytes.count))
    }
    makeSlots(for: count)
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
  package func number(of form: ArraySlice<UInt8>) -> Int? { number(of: form.span) }

  package func number(of form: Span<UInt8>) -> Int? {
    let key = Self.key(form)
    return number(in: slot(of: form, key))
  }

  /// Adds a word unless it is known, and returns its number.
  @discardableResult
  package mutating func insert(_ form: ArraySlice<UInt8>) -> Int { insert(form.span) }

  @discardableResult
  package mutating func insert(_ form: Span<UInt8>) -> Int {
    let key = Self.key(form)
    var slot = slot(of: form, key)
    if let known = number(in: slot) { return known }
    if (count + 1) * 4 > slots.count / 2 * 3 {
      makeSlots(for: count + 1)
      slot = self.slot(of: form, key)
    }
    let number = count
    slots[slot] = key
    slots[slot + 1] = UInt64(form.count) << 32 | UInt64(number + 1)
    bytes.append(addingCapacity: form.count) { bytes in
      for index in form.indices { bytes.append(form[index]) }
    }
    starts.append(UInt32(bytes.count))
    return number
  }

  /// The words of some numbers, each once, numbered in this order.
  package func reordered(_ numbers: [Int]) -> FormTable { FormTable(self, numbers) }

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

  /// Where a word's slot starts, or the free one that it would get.
  private func slot(of form: Span<UInt8>, _ key: UInt64) -> Int {
    let slots = slots.span
    let mask = slots.count / 2 - 1
    var slot = Int(truncatingIfNeeded: Self.mixed(key, UInt64(form.count))) & mask
    while slots[slot * 2 + 1] != 0 {
      if slots[slot * 2] == key, slots[slot * 2 + 1] >> 32 == form.count,
        form.count <= 8 || equals(Int(slots[slot * 2 + 1] & 0xFFFF_FFFF) - 1, form)
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot * 2
  }

  private func number(in slot: Int) -> Int? {
    let entry = slots[slot + 1]
    return entry == 0 ? nil : Int(entry & 0xFFFF_FFFF) - 1
  }

  private func equals(_ number: Int, _ form: Span<UInt8>) -> Bool {
    let bytes = bytes.span.extracting(Int(starts[number])..<Int(starts[number + 1]))
    for index in form.indices where bytes[index] != form[index] { return false }
    return true
  }

  /// Gives each word a slot, a quarter of them free at least.
  private mutating func makeSlots(for words: Int) {
    var size = Self.fewestSlots
    while words * 4 > size * 3 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size * 2)
    for number in 0..<count {
      let form = utf8(number)
      let key = Self.key(form.span)
      let slot = slot(of: form.span, key)
      slots[slot] = key
      slots[slot + 1] = UInt64(form.count) << 32 | UInt64(number + 1)
    }
  }

  /// Of up to eight bytes, all of them: no two words of a length share it. Of longer words a hash.
  ///
  /// Few loads, some of which overlap, take the place of a loop, whose end no processor foresees.
  private static func key(_ form: Span<UInt8>) -> UInt64 {
    let (bytes, count) = (form.bytes, form.count)
    switch count {
    case 0: return 0
    case 1...3:
      return UInt64(form[0]) | UInt64(form[count / 2]) << 8 | UInt64(form[count - 1]) << 16
    case 4...8:
      let first = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    default:
      var key = bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      var offset = 0
      while offset < count - 8 {
        key = mixed(key, bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      return key
    }
  }

  /// A step of a multiplicative hash (Knuth, The Art of Computer Programming, volume 3, 6.4).
  private static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
