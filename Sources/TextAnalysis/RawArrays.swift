/// Writes arrays of numbers, or of what consists of numbers alone, one after another as they lie in
/// memory, for this machine to read back.
package struct RawArrayWriter {
  /// Empty where what is written goes elsewhere.
  package private(set) var bytes: [UInt8] = []
  private let write: ((UnsafeRawBufferPointer) -> Void)?
  private var sum: UInt64 = 0

  package init() { write = nil }

  /// Writes straight to a file, which saves a copy of all.
  ///
  /// - Parameter write: takes the next bytes.
  package init(write: @escaping (UnsafeRawBufferPointer) -> Void) { self.write = write }

  package mutating func append<Number: BitwiseCopyable>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count)) { append($0) }
    numbers.withUnsafeBytes { raw in
      append(raw)
      sum = step(sum, checksum(raw))
    }
  }

  private mutating func append(_ raw: UnsafeRawBufferPointer) {
    if let write { write(raw) } else { bytes.append(contentsOf: raw) }
  }

  package mutating func append(_ strings: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(strings.reduce(0) { $0 + $1.utf8.count })
    for string in strings { bytes += string.utf8 }
    append(bytes)
    append(strings.map { UInt32($0.utf8.count) })
  }

  /// Ends with a number that tells changed bytes: see `RawArrayReader.isWhole`.
  package mutating func seal() { append([sum]) }
}

/// Reads what `RawArrayWriter` wrote, in the same order; nil for anything that is cut off.
package struct RawArrayReader {
  private let length: Int
  private let read: (UnsafeMutableRawBufferPointer) -> Bool
  private var position = 0
  private var sum: UInt64 = 0

  package init(_ bytes: [UInt8]) {
    var position = 0
    self.init(length: bytes.count) { buffer in
      bytes.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + buffer.count]))
      }
      position += buffer.count
      return true
    }
  }

  /// Reads from a file straight to where the numbers stay, which takes half as long as by way of its
  /// bytes.
  ///
  /// - Parameters:
  ///   - length: how many bytes there are.
  ///   - read: fills memory with the next of them, never more than are left; false if it can't.
  package init(length: Int, read: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
    self.length = length
    self.read = read
  }

  /// - Parameter type: every pattern of bits is one.
  package mutating func numbers<Number: BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) -> [Number]? {
    guard length - position >= 8 else { return nil }
    var count: UInt64 = 0
    guard withUnsafeMutableBytes(of: &count, { read($0) }) else { return nil }
    position += 8
    let stride = MemoryLayout<Number>.stride
    guard count <= UInt64((length - position) / stride) else { return nil }
    var isRead = false
    // Within bounds by the line above.
    let numbers = [Number](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(
        UnsafeMutableBufferPointer(rebasing: buffer[..<Int(count)]))
      isRead = read(bytes)
      initialized = isRead ? Int(count) : 0
      if isRead { sum = step(sum, checksum(UnsafeRawBufferPointer(bytes))) }
    }
    position += Int(count) * stride
    return isRead ? numbers : nil
  }

  /// Texts, each of which is made when it is asked for.
  package mutating func texts() -> TextList? {
    guard let bytes = numbers(UInt8.self), let lengths = numbers(UInt32.self) else { return nil }
    var starts = [0]
    starts.reserveCapacity(lengths.count + 1)
    for length in lengths { starts.append(starts[starts.count - 1] + Int(length)) }
    return starts.last == bytes.count ? TextList(bytes: bytes, starts: starts) : nil
  }

  package mutating func strings() -> [String]? { texts().map { Array($0) } }

  /// After all else: whether every byte read is as it was written.
  package mutating func isWhole() -> Bool {
    let sum = sum
    return numbers(UInt64.self) == [sum] && position == length
  }
}

/// Texts that lie one after another.
package struct TextList: RandomAccessCollection, Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let starts: [Int]

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts.count - 1 }

  package subscript(number: Int) -> String {
    String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
  }
}

extension Array where Element: FixedWidthInteger & BitwiseCopyable {
  /// Room for numbers that are written in any order: what isn't written to yet takes no memory.
  ///
  /// - Precondition: each number is written before it is read.
  /// - Complexity: O(1).
  package init(unwritten count: Int, capacity: Int) {
    precondition(count <= capacity, "more numbers than there is room for")
    // Every pattern of bits is a number.
    self.init(unsafeUninitializedCapacity: capacity) { _, initialized in initialized = count }
  }
}

/// Tells changed bytes: 32 at a time, for large files.
///
/// - Complexity: O(*n*).
private func checksum(_ raw: UnsafeRawBufferPointer) -> UInt64 {
  func word(_ position: Int) -> UInt64 {
    raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
  }
  // Four sums that don't wait for one another.
  var (first, second, third, fourth) = (UInt64(raw.count), UInt64(1), UInt64(2), UInt64(3))
  var position = 0
  while position + 32 <= raw.count {
    first = step(first, word(position))
    second = step(second, word(position + 8))
    third = step(third, word(position + 16))
    fourth = step(fourth, word(position + 24))
    position += 32
  }
  var sum = step(step(step(first, second), third), fourth)
  for byte in raw[position...] { sum = step(sum, UInt64(byte)) }
  return sum
}

/// A step of a multiplicative hash, which can be undone: no change of one word goes unseen.
private func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  let product = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
  return product ^ product >> 32
}
