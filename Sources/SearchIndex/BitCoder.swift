/// Packs decisions between two into bytes by how likely each has been in its context: binary
/// arithmetic coding. A form costs a third less so than as text for gzip.
///
/// Chances are learnt while coding, by whole numbers alone, so that every reader learns the same.
/// Contexts are numbers; that of 0 is always even and learns nothing.
struct BitCoder {
  /// Chances are in 1/65536, and none is certain.
  private static let even: UInt32 = 32768
  private static let lowest: UInt32 = 64
  private static let highest: UInt32 = 65472
  /// A chance follows the last decisions the slower the more there were, up to so many.
  private static let mostCounted: UInt32 = 30

  /// By context: the chance that the next bit is 1, << 8 | how many there were.
  private var states: [UInt32]
  private var interval = Interval()
  private var bytes: [UInt8] = []

  /// - Parameter contexts: how many there are.
  init(contexts: Int) {
    states = [UInt32](repeating: Self.even << 8 | 1, count: contexts)
  }

  mutating func append(bit: Bool, _ context: Int) {
    if context == 0 {
      interval.narrow(to: bit, Self.even, writing: &bytes)
    } else {
      Self.append(bit, &states[context], &interval, &bytes, Self.reciprocals.span)
    }
  }

  /// Codes a bit by a chance, which learns from it. Both values are treated by the same steps, since
  /// no processor foresees which way to go. None of the steps can overflow.
  @inline(__always)
  private static func append(
    _ bit: Bool, _ state: inout UInt32, _ interval: inout Interval, _ bytes: inout [UInt8],
    _ reciprocals: Span<UInt32>
  ) {
    let chance = state >> 8
    interval.narrow(to: bit, chance, writing: &bytes)
    let count = state & 0xFF
    let distance = chance ^ (bit ? UInt32(UInt16.max) : 0)
    let step = step(distance, reciprocals[Int(count)])
    let learnt = bit ? chance &+ step : chance &- step
    state = min(max(learnt, lowest), highest) << 8 | min(count &+ 1, mostCounted)
  }

  /// Twice a distance of 16 bits divided by a number of 6 bits, exactly.
  @inline(__always)
  static func step(_ distance: UInt32, _ reciprocal: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt64(distance &* 2) &* UInt64(reciprocal)) >> 32)
  }

  /// By how many decisions there were: 2^32 divided by twice as many and 3, rounded up.
  static let reciprocals: [UInt32] = (0...mostCounted).map { count in
    let divisor = 2 * UInt64(count) + 3
    return UInt32((UInt64(1) << 32 + divisor - 1) / divisor)
  }

  /// The lowest `bits` of a number, the highest first, each in the context of those above it:
  /// `context` and as many after it as there are numbers.
  mutating func append(_ number: Int, bits: Int, _ context: Int) {
    Self.append(number, bits: bits, context, &states, &interval, &bytes)
  }

  /// On its own, so that the states are known once for all bits to belong to nobody else, and with an
  /// interval of its own, which stays in the processor.
  private static func append(
    _ number: Int, bits: Int, _ context: Int, _ states: inout [UInt32],
    _ interval: inout Interval, _ bytes: inout [UInt8]
  ) {
    var states = states.mutableSpan
    let reciprocals = reciprocals.span
    var own = interval
    var node = 1
    for place in (0..<bits).reversed() {
      let bit = number &>> place & 1
      append(bit == 1, &states[context &+ node], &own, &bytes, reciprocals)
      node = node << 1 | bit
    }
    interval = own
  }

  /// As many bits as a number has after its first, in ones and a zero, then these: the first three
  /// in the context of their count and of one another, the others even.
  ///
  /// - Parameter context: that and `numberContexts` after it.
  mutating func append(number: Int, _ context: Int) {
    Self.append(number: number, context, &states, &interval, &bytes)
  }

  private static func append(
    number: Int, _ context: Int, _ states: inout [UInt32], _ interval: inout Interval,
    _ bytes: inout [UInt8]
  ) {
    var states = states.mutableSpan
    let reciprocals = reciprocals.span
    var own = interval
    let value = number + 1
    let length = value.bitWidth - 1 - value.leadingZeroBitCount
    for place in 0..<length {
      append(true, &states[context &+ place], &own, &bytes, reciprocals)
    }
    append(false, &states[context &+ length], &own, &bytes, reciprocals)
    let first = context &+ 32 &+ length &* 8
    let even = max(0, length &- 3)
    var node = 1
    for place in (even..<length).reversed() {
      let bit = value &>> place & 1
      append(bit == 1, &states[first &+ node], &own, &bytes, reciprocals)
      node = node << 1 | bit
    }
    for place in (0..<even).reversed() {
      own.narrow(to: value &>> place & 1 == 1, Self.even, writing: &bytes)
    }
    interval = own
  }

  static let numberContexts = 288

  /// All that was appended, in base64.
  consuming func text() -> String {
    // One byte more settles where between low and high the rest would be.
    bytes.append(UInt8(interval.high >> 24))
    return Base64.encode(bytes)
  }
}

/// Where the number lies that stands for all bits so far.
private struct Interval {
  private(set) var low: UInt32 = 0
  private(set) var high: UInt32 = .max

  /// - Parameters:
  ///   - chance: that the bit is 1, in 1/65536.
  ///   - bytes: what the bounds begin with alike goes there.
  @inline(__always)
  mutating func narrow(to bit: Bool, _ chance: UInt32, writing bytes: inout [UInt8]) {
    let middle = low &+ ((high &- low) >> 16) &* chance
    let isOne: UInt32 = bit ? .max : 0
    high ^= (high ^ middle) & isOne
    low ^= (low ^ (middle &+ 1)) & ~isOne
    while (low ^ high) >> 24 == 0 {
      Self.write(UInt8(high >> 24), to: &bytes)
      low <<= 8
      high = high << 8 | 0xFF
    }
  }

  /// Apart, since it is seldom done: the bounds needn't be put away for it before.
  @inline(never)
  private static func write(_ byte: UInt8, to bytes: inout [UInt8]) { bytes.append(byte) }
}

/// Base64 as in RFC 4648, section 4.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var value: UInt32 = 0
      for offset in 0..<3 {
        value = value << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
      }
      for digit in 0...count { output.append(digits[Int(value >> (18 - 6 * UInt32(digit)) & 63)]) }
      output.append(contentsOf: [UInt8](repeating: UInt8(ascii: "="), count: 3 - count))
    }
    return String(decoding: output, as: UTF8.self)
  }
}
