/// Tells whether something is what it was when it was last looked at: a number for any amount of
/// text, the same in every run of the program.
///
///     var digest = ContentDigest()
///     digest.add("title")
///     digest.value  // 64 bits
///
/// Two different things have the same number once in 2^64; it guards against chance, not malice.
package struct ContentDigest: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Of a text alone.
  package static func of(_ text: String) -> UInt64 {
    var digest = ContentDigest()
    digest.add(text)
    return digest.value
  }

  package mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// - Complexity: O(*n*), eight bytes at a time.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // The length tells "a", "b" from "ab", "".
    add(UInt64(bytes.count))
    var position = 0
    while position + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    for byte in bytes[position...] { add(UInt64(byte)) }
  }
}

/// What an article was when it was read.
package struct ArticleDigest: Hashable, Sendable {
  /// Of all that other pages may show of it: its front matter, address and summary.
  package let head: UInt64
  /// Of the article as it is shown, its links resolved.
  package let whole: UInt64
  /// Of where it is: its file, its name, its folder and its addresses.
  package let place: UInt64

  package init(head: UInt64, whole: UInt64, place: UInt64) {
    self.head = head
    self.whole = whole
    self.place = place
  }
}
