/// The part of a log in memory: decoded bytes from the row being read on.
///
/// Bytes before `position` have been used and go when more are fetched, so memory doesn't grow
/// with the file.
struct TextWindow: ~Copyable {
  static let chunk = 256 << 10

  private let file: LogFile
  private var decoder: TextDecoder
  /// Read for the survey from a pipe, which doesn't go back.
  private var pending: [UInt8]
  private var mark: Int

  private(set) var bytes: [UInt8] = []
  private(set) var position = 0
  private(set) var isAtEnd = false
  let encoding: TextEncoding
  let encodingIsGuess: Bool

  /// Opens the file, and settles its encoding by the byte order mark or all its bytes.
  init(path: String, encoding stated: TextEncoding?) throws(LogFileFailure) {
    file = try LogFile(path: path)
    let first = try file.read(Self.chunk)
    let announced = TextEncoding.announced(by: first)
    var verdict = (encoding: TextEncoding.utf8, isGuess: false)
    pending = first
    if let stated {
      verdict.encoding = stated
    } else if let announced {
      verdict.encoding = announced.encoding
    } else {
      var survey = EncodingSurvey()
      survey.add(first)
      if file.rewind() {
        _ = try file.read(Self.chunk)
        while case let more = try file.read(Self.chunk), !more.isEmpty { survey.add(more) }
        _ = file.rewind()
        pending = []
      }
      verdict = survey.verdict
    }
    mark = announced?.encoding == verdict.encoding ? announced?.mark ?? 0 : 0
    encoding = verdict.encoding
    encodingIsGuess = verdict.isGuess
    decoder = TextDecoder(verdict.encoding)
    try fetch()
  }

  /// Bytes fetched and not used yet.
  var available: Int { bytes.count - position }

  /// Drops the bytes before `position` and appends a chunk of new ones.
  mutating func fetch() throws(LogFileFailure) {
    guard !isAtEnd else { return }
    bytes.removeSubrange(..<position)
    position = 0
    let chunk = pending.isEmpty ? try file.read(Self.chunk) : pending
    pending = []
    if chunk.isEmpty {
      isAtEnd = true
      decoder.finish(into: &bytes)
    } else {
      decoder.decode(chunk[min(mark, chunk.count)...], into: &bytes)
      mark = 0
    }
  }

  /// Marks the bytes before `index` as used.
  mutating func advance(to index: Int) {
    position = index
  }
}
