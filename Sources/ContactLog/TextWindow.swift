/// The part of a log in memory: decoded bytes from the row being read on.
///
/// Bytes before `position` have been used and go when more are fetched, so memory doesn't grow
/// with the file.
struct TextWindow: ~Copyable {
  static let chunk = 256 << 10
  private static let archiveMarks: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x1F, 0x8B],
  ]

  private let file: LogFile
  private var decoder: TextDecoder
  /// Read for the survey from a pipe, which doesn't go back.
  private var pending: [UInt8]
  private var mark: Int

  private(set) var bytes: [UInt8] = []
  private(set) var position = 0
  private(set) var isAtEnd = false
  let verdict: EncodingSurvey.Verdict
  /// Whether it begins like a workbook or an archive: ZIP (also XLSX), OLE (XLS), gzip.
  let isArchive: Bool
  /// Whether it can be read only once.
  let isPipe: Bool

  /// Opens the file, and settles its encoding by the byte order mark or by all its bytes.
  init(path: String, encoding stated: TextEncoding?) throws(LogFileFailure) {
    let file = try LogFile(path: path)
    var head = try file.read(Self.chunk)
    let start = Array(head.prefix(4))
    let announced = TextEncoding.announced(by: head)
    var survey = EncodingSurvey()
    survey.add(head)
    var isWhole = false
    if file.rewind() {
      _ = try file.read(Self.chunk)
      while case let more = try file.read(Self.chunk), !more.isEmpty { survey.add(more) }
      isWhole = file.rewind()
      head = []
    }
    var verdict = survey.verdict()
    if let settled = stated ?? announced?.encoding, settled != verdict.encoding {
      verdict = EncodingSurvey.Verdict(encoding: settled, codePage: verdict.codePage)
    }
    verdict.isGuess = verdict.isGuess && stated == nil && announced == nil
    verdict.isWellFormed = verdict.isWellFormed && isWhole
    self.file = file
    isPipe = !isWhole
    isArchive = Self.archiveMarks.contains { start.starts(with: $0) }
    pending = head
    mark = announced?.encoding == verdict.encoding ? announced?.mark ?? 0 : 0
    self.verdict = verdict
    decoder = TextDecoder(verdict, isStated: stated != nil)
  }

  /// Lines in another encoding than the file, and lines with broken characters, so far.
  var otherEncoding: Occurrences { decoder.otherEncoding }
  var brokenText: Occurrences { decoder.broken }

  /// Bytes fetched and not used yet.
  var available: Int { bytes.count - position }

  /// Fetches until twice as much is available, so that a long row is looked at a few times only.
  mutating func fetchMore() throws(LogFileFailure) {
    let wanted = max(2 * available, Self.chunk)
    repeat { try fetch() } while available < wanted && !isAtEnd
  }

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

  /// Marks everything up to the next line break, and the break, as used.
  mutating func skipLine() throws(LogFileFailure) {
    while true {
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      guard let end else {
        position = bytes.count
        if isAtEnd { return }
        try fetch()
        continue
      }
      if bytes[end] == 0x0D, end + 1 == bytes.count, !isAtEnd {
        position = end
        try fetch()
        continue
      }
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      position = end + (isPair ? 2 : 1)
      return
    }
  }
}
