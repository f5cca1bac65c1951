import TextAnalysis

/// Finds the forms of a table that are one typing mistake or two away.
///
/// One mistake leaves the first two letters or the last two of a word as they are, so that only
/// forms which share either are looked at; for two mistakes all of about the same length. Of these
/// only such whose letters differ in at most two a mistake are compared letter by letter.
struct NearForms: Sendable {
  private let byBeginning: Buckets
  private let byEnding: Buckets

  /// - Complexity: O(*n*) in the bytes of the table.
  init(_ forms: FormTable) {
    byBeginning = Buckets(forms) { $0.prefix(letters: 2) }
    byEnding = Buckets(forms) { $0.suffix(letters: 2) }
  }

  init?(_ reader: inout RawArrayReader) {
    guard let byBeginning = Buckets(&reader), let byEnding = Buckets(&reader) else { return nil }
    self.byBeginning = byBeginning
    self.byEnding = byEnding
  }

  func write(to writer: inout RawArrayWriter) {
    byBeginning.write(to: &writer)
    byEnding.write(to: &writer)
  }

  /// The forms within a distance of `word`, the word itself left out, rising.
  ///
  /// - Parameter forms: the table that this was made of.
  func forms(
    of forms: FormTable, within limit: Int, of word: ArraySlice<UInt8>
  ) -> [(number: Int, distance: Int)] {
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    let lengths = max(0, letters.count - limit)...letters.count + limit
    var search = Search(forms: forms, word: word, letters: letters, limit: limit)
    if limit > 1 || letters.count < 4 {
      for bucket in byBeginning.all(lengths) { search.look(in: bucket) }
      return search.found.sorted { $0.number < $1.number }
    }
    for bucket in byBeginning.buckets(lengths, of: word.prefix(letters: 2)) {
      search.look(in: bucket)
    }
    for bucket in byEnding.buckets(lengths, of: word.suffix(letters: 2)) { search.look(in: bucket) }
    // The one mistake that touches the beginning and the ending.
    if letters.count == 4 {
      var swapped = ""
      for letter in [letters[0], letters[2], letters[1], letters[3]] {
        if let scalar = Unicode.Scalar(letter) { swapped.unicodeScalars.append(scalar) }
      }
      if let number = forms.number(of: Array(swapped.utf8)[...]) { search.compare(number) }
    }
    var unique: [(number: Int, distance: Int)] = []
    for entry in search.found.sorted(by: { $0.number < $1.number })
    where unique.last?.number != entry.number {
      unique.append(entry)
    }
    return unique
  }

  private struct Search {
    let forms: FormTable
    let limit: Int
    let signature: UInt32
    var distances: DamerauDistance
    var found: [(number: Int, distance: Int)] = []

    init(forms: FormTable, word: ArraySlice<UInt8>, letters: [UInt32], limit: Int) {
      self.forms = forms
      self.limit = limit
      signature = NearForms.signature(of: word)
      distances = DamerauDistance(letters, limit: limit)
    }

    mutating func look(in bucket: Bucket) {
      let signatures = bucket.signatures.span
      for position in signatures.indices {
        // No more bits than two a mistake: each round takes the lowest away.
        var different = signatures[position] ^ signature
        for _ in 0..<2 * limit { different &= different &- 1 }
        if different == 0 { compare(Int(bucket.numbers[bucket.numbers.startIndex + position])) }
      }
    }

    mutating func compare(_ number: Int) {
      let distance = distances.distance(to: forms.utf8(number))
      if distance > 0, distance <= limit { found.append((number, distance)) }
    }
  }

  /// Forms with a signature each of the letters it holds.
  private struct Bucket {
    let numbers: ArraySlice<UInt32>
    let signatures: ArraySlice<UInt32>
  }

  /// Forms by their number of letters, then by some of these.
  private struct Buckets: Sendable {
    private static let perLength = 256

    private let starts: [UInt32]
    private let numbers: [UInt32]
    private let signatures: [UInt32]

    init(_ forms: FormTable, by part: (ArraySlice<UInt8>) -> ArraySlice<UInt8>) {
      var longest = 0
      let keys = (0..<forms.count).map { number in
        let form = forms.utf8(number)
        let length = form.letterCount
        longest = max(longest, length)
        return length * Self.perLength + Self.hash(part(form))
      }
      let sorted = grouped(keys, groups: (longest + 1) * Self.perLength)
      starts = sorted.starts
      numbers = sorted.members
      signatures = sorted.members.map { NearForms.signature(of: forms.utf8(Int($0))) }
    }

    init?(_ reader: inout RawArrayReader) {
      guard let starts = reader.numbers(UInt32.self), let numbers = reader.numbers(UInt32.self),
        let signatures = reader.numbers(UInt32.self)
      else { return nil }
      self.starts = starts
      self.numbers = numbers
      self.signatures = signatures
    }

    func write(to writer: inout RawArrayWriter) {
      writer.append(starts)
      writer.append(numbers)
      writer.append(signatures)
    }

    /// The forms of some lengths.
    func all(_ lengths: ClosedRange<Int>) -> [Bucket] {
      lengths.compactMap { bucket($0 * Self.perLength..<($0 + 1) * Self.perLength) }
    }

    /// The forms of some lengths that have the part which they are sorted by.
    func buckets(_ lengths: ClosedRange<Int>, of part: ArraySlice<UInt8>) -> [Bucket] {
      let hash = Self.hash(part)
      return lengths.compactMap { length in
        let key = length * Self.perLength + hash
        return bucket(key..<key + 1)
      }
    }

    private func bucket(_ keys: Range<Int>) -> Bucket? {
      guard keys.upperBound < starts.count else { return nil }
      let range = Int(starts[keys.lowerBound])..<Int(starts[keys.upperBound])
      return Bucket(numbers: numbers[range], signatures: signatures[range])
    }

    private static func hash(_ part: ArraySlice<UInt8>) -> Int {
      var hash: UInt32 = 0
      for byte in part { hash = (hash ^ UInt32(byte)) &* 0x9E37_79B1 }
      return Int(hash >> 24)
    }
  }

  /// One bit for each letter, some sharing theirs.
  private static func signature(of word: ArraySlice<UInt8>) -> UInt32 {
    var bits: UInt32 = 0
    var last: UInt8?
    for byte in word {
      // The last byte of a letter tells most about it; a letter may set but one bit.
      if let last, byte & 0xC0 != 0x80 { bits |= 1 << (UInt32(last & 0x7F) % 31) }
      last = byte
    }
    if let last { bits |= 1 << (UInt32(last & 0x7F) % 31) }
    return bits
  }
}

/// Sorts members by key, by counting: those of key *k* are `members[starts[k]..<starts[k + 1]]`.
func grouped(_ keys: [Int], groups: Int) -> (starts: [UInt32], members: [UInt32]) {
  var starts = [UInt32](repeating: 0, count: groups + 1)
  for key in keys { starts[key + 1] += 1 }
  for group in 0..<groups { starts[group + 1] += starts[group] }
  var next = starts
  var members = [UInt32](repeating: 0, count: keys.count)
  for (member, key) in keys.enumerated() {
    members[Int(next[key])] = UInt32(member)
    next[key] += 1
  }
  return (starts, members)
}

extension ArraySlice<UInt8> {
  /// The first letters of UTF-8.
  func prefix(letters: Int) -> ArraySlice {
    var end = startIndex
    var count = 0
    while end < endIndex {
      if self[end] & 0xC0 != 0x80 {
        if count == letters { break }
        count += 1
      }
      end += 1
    }
    return self[..<end]
  }

  /// The last letters of UTF-8.
  func suffix(letters: Int) -> ArraySlice {
    var start = endIndex
    var count = 0
    while start > startIndex, count < letters {
      start -= 1
      if self[start] & 0xC0 != 0x80 { count += 1 }
    }
    return self[start...]
  }
}
