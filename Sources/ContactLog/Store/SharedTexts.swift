/// Texts that come again and again share one value: of a million contacts many have the same category,
/// customer or reason.
///
/// It remembers one text for each of some thousand hashes, so that its memory is bounded.
struct SharedTexts {
  private static let places = 1 << 14
  /// Shorter ones lie within the value itself.
  private static let shortest = 16

  private var texts = [String](repeating: "", count: places)

  /// - Complexity: O(*n*) in the length of the text.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count >= Self.shortest else { return String(decoding: bytes, as: UTF8.self) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.places - 1)
    let isSame =
      texts[place].utf8.withContiguousStorageIfAvailable {
        $0.count == bytes.count && $0.elementsEqual(bytes)
      } ?? false
    if !isSame { texts[place] = String(decoding: bytes, as: UTF8.self) }
    return texts[place]
  }
}
