import TextAnalysis

/// Finds words that share runs of letters with another, whatever stands before or after: what is
/// made of one root by prefixes and suffixes (`apmaksa`, `samaksāt`).
///
/// Words are likened by the runs of four letters they share, beginning and end counted as letters:
/// twice the runs shared by the runs of both (Dice's coefficient).
struct SimilarWords: Sendable {
  private static let runLength = 4
  /// In 1/256: .4.
  private static let leastLikeness = 103

  private var runs = FormTable()
  /// By run: the words that hold it, rising.
  private var words: [[UInt32]] = []
  /// By word: how many different runs it has.
  private var sizes: [Int] = []

  /// - Complexity: O(*b*) in the bytes of the vocabulary.
  init(_ vocabulary: FormTable) {
    for number in 0..<vocabulary.count {
      var size = 0
      Self.forEachRun(of: vocabulary.utf8(number)) { run in
        let place = runs.insert(run)
        if place == words.count { words.append([]) }
        if words[place].last == UInt32(number) { return }
        words[place].append(UInt32(number))
        size += 1
      }
      sizes.append(size)
    }
  }

  /// Words that are like another, rising, with how like, in 1/256.
  ///
  ///     similar.words(to: "samaksat")  // "apmaksa", 109 …
  ///
  /// - Complexity: O(*p*) in the words that share a run.
  func words(to word: ArraySlice<UInt8>) -> [(number: Int, likeness: Int)] {
    var own = FormTable()
    Self.forEachRun(of: word) { own.insert($0) }
    var shared: [UInt32: Int] = [:]
    for run in 0..<own.count {
      guard let place = runs.number(of: own.utf8(run)) else { continue }
      for number in words[place] { shared[number, default: 0] += 1 }
    }
    return shared.map { number, count in
      (number: Int(number), likeness: 512 * count / (own.count + sizes[Int(number)]))
    }.filter { $0.likeness >= Self.leastLikeness }.sorted { $0.number < $1.number }
  }

  /// Each run of the word between its two ends; the whole when it is shorter.
  private static func forEachRun(of word: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    let padded = [0x20] + word + [0x20]
    var starts = padded.indices.filter { padded[$0] & 0xC0 != 0x80 }
    starts.append(padded.count)
    guard starts.count > runLength else { return body(padded[...]) }
    for (start, end) in zip(starts, starts.dropFirst(runLength)) { body(padded[start..<end]) }
  }
}
