import Diagnostics
import KnowledgeBase

/// Writes values one after another, for `ValueReader` to read back in the same order.
struct ValueWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Seven bits a byte, the lowest first; the sign is the lowest bit.
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> 63)
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ digest: UInt64) {
    withUnsafeBytes(of: digest.littleEndian) { bytes += $0 }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ raw: some RawRepresentable<String>) { write(raw.rawValue) }

  mutating func write<Value>(_ value: Value?, _ body: (inout Self, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write<Value>(_ values: [Value], _ body: (inout Self, Value) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }
  mutating func write(_ number: Int?) { write(number) { $0.write($1) } }
  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  mutating func append(_ written: ArraySlice<UInt8>) { bytes += written }
}

/// - Throws: `ValueReader.Damage` for bytes that `ValueWriter` didn't write.
struct ValueReader {
  struct Damage: Error {}

  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.endIndex else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(Damage) -> Int {
    var (number, shift) = (UInt(0), UInt(0))
    while true {
      let next = try byte()
      guard shift < 64 else { throw Damage() }
      number |= UInt(next & 127) << shift
      if next < 128 { break }
      shift += 7
    }
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  /// How many of something follow, each of which takes a byte at least.
  private mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw Damage() }
    return count
  }

  mutating func digest() throws(Damage) -> UInt64 {
    guard bytes.endIndex - position >= 8 else { throw Damage() }
    defer { position += 8 }
    return bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func flag() throws(Damage) -> Bool { try byte() == 1 }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func raw<Value: RawRepresentable<String>>() throws(Damage) -> Value {
    guard let value = Value(rawValue: try text()) else { throw Damage() }
    return value
  }

  mutating func optional<Value>(
    _ body: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func list<Value>(
    _ body: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func textIfAny() throws(Damage) -> String? {
    try optional { (reader) throws(Damage) in try reader.text() }
  }

  mutating func numberIfAny() throws(Damage) -> Int? {
    try optional { (reader) throws(Damage) in try reader.number() }
  }

  mutating func texts() throws(Damage) -> [String] {
    try list { (reader) throws(Damage) in try reader.text() }
  }
}
