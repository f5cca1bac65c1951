/// Writes arrays of numbers one after another as they lie in memory, for this machine to read back.
package struct RawArrayWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count)) { bytes.append(contentsOf: $0) }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func append(_ strings: [String]) {
    append(strings.flatMap(\.utf8))
    append(strings.map { UInt32($0.utf8.count) })
  }
}

/// Reads what `RawArrayWriter` wrote, in the same order; nil for anything that is cut off.
package struct RawArrayReader {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) -> [Number]? {
    guard bytes.count - position >= 8 else { return nil }
    let count = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    }
    position += 8
    let stride = MemoryLayout<Number>.stride
    guard count <= UInt64((bytes.count - position) / stride) else { return nil }
    let length = Int(count) * stride
    // Within bounds by the line above; every pattern of bits is a number.
    let numbers = [Number](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[position..<position + length]))
      }
      initialized = Int(count)
    }
    position += length
    return numbers
  }

  package mutating func strings() -> [String]? {
    guard let text = numbers(UInt8.self), let lengths = numbers(UInt32.self),
      lengths.reduce(0, { $0 + Int($1) }) == text.count
    else { return nil }
    var start = 0
    return lengths.map { length in
      defer { start += Int(length) }
      return String(decoding: text[start..<start + Int(length)], as: UTF8.self)
    }
  }
}

/// Tells changed bytes: eight at a time, for large files.
///
/// - Complexity: O(*n*).
package func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.withContiguousStorageIfAvailable { buffer in
    let raw = UnsafeRawBufferPointer(buffer)
    var sum = UInt64(raw.count)
    var position = 0
    while position + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
      position += 8
    }
    for byte in raw[position...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return sum
  } ?? 0
}
