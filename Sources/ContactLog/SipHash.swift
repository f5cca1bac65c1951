/// SipHash-2-4, a keyed 64-bit hash: without the key nobody can try out customers' addresses.
///
/// Swift's own `Hasher` is seeded anew in every process, so it can't recognise last month's
/// customer. Aumasson and Bernstein, https://www.aumasson.jp/siphash/siphash.pdf
struct SipHash: Sendable {
  private let key: (UInt64, UInt64)

  init(key: (UInt64, UInt64)) {
    self.key = key
  }

  /// - Complexity: O(*n*), *n* the number of bytes.
  func hash(_ bytes: [UInt8]) -> UInt64 {
    var state = State(key: key)
    let whole = bytes.count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      state.absorb(Self.word(bytes[start..<start + 8]))
    }
    let rest = Self.word(bytes[whole...])
    state.absorb(rest | UInt64(bytes.count & 0xFF) << 56)
    return state.finish()
  }

  /// Up to eight bytes, the lowest first.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private struct State {
    var v0, v1, v2, v3: UInt64

    init(key: (UInt64, UInt64)) {
      v0 = key.0 ^ 0x736f_6d65_7073_6575
      v1 = key.1 ^ 0x646f_7261_6e64_6f6d
      v2 = key.0 ^ 0x6c79_6765_6e65_7261
      v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> UInt64 {
      v2 ^= 0xFF
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
      v0 &+= v1
      v1 = rotated(v1, by: 13) ^ v0
      v0 = rotated(v0, by: 32)
      v2 &+= v3
      v3 = rotated(v3, by: 16) ^ v2
      v0 &+= v3
      v3 = rotated(v3, by: 21) ^ v0
      v2 &+= v1
      v1 = rotated(v1, by: 17) ^ v2
      v2 = rotated(v2, by: 32)
    }

    private func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
      word << bits | word >> (64 - bits)
    }
  }
}

/// Sixteen hexadecimal digits: `a129ca6149be45e5`.
func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
