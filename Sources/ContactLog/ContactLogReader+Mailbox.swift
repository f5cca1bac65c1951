import CustomerMessages

extension ContactLogReader {
  /// What is known of a mail, under names that columns have.
  private static let headers = ["message-id", "date", "from", "subject", "text"]

  /// Whether the text begins like a mailbox (RFC 4155): an envelope line, then a header field.
  static func isMailbox(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: Mailbox.envelope), let end = bytes.firstIndex(of: 0x0A) else {
      return false
    }
    let field = bytes[(end + 1)...].prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 }
    return !field.isEmpty && bytes.indices.contains(field.endIndex)
      && bytes[field.endIndex] == UInt8(ascii: ":")
  }

  /// Whether the file is a mailbox; false for a pipe, which can be looked at only once.
  package static func isMailbox(at path: String) -> Bool {
    guard let file = try? LogFile(path: path), file.rewind(),
      let beginning = try? file.read(TextWindow.chunk)
    else { return false }
    return isMailbox(beginning)
  }

  /// Reads a mailbox as mail programs and Google's Takeout write them: what the sender wrote in each
  /// mail, without quotations and signature. Mail that no customer wrote is passed over: automatic
  /// mail, lists, bounces, spam, the company's own answers.
  func readMailbox(
    isPipe: Bool, _ assembler: inout ContactAssembler, _ tally: inout ReadTally,
    _ admit: (Contact, ContactIdentity) throws -> Admission
  ) throws -> Layout {
    // It is read anew, since the mails of one are in many encodings.
    if isPipe { throw error(.mailboxFromPipe, line: nil) }
    let mapping = ColumnMapping(headers: Self.headers, chosen: options.columns)
    try check(mapping, of: Self.headers, line: 1)
    assembler.use(mapping, headers: Self.headers)
    var box = try Mailbox(path: file, longest: longestRow)
    var passedOver = Occurrences()
    while let (bytes, line) = try box.next() {
      guard bytes.count <= longestRow else {
        tally.reject(.tooLong, line: line)
        continue
      }
      guard let mail = MailMessage(bytes) else {
        tally.reject(.notMail, line: line)
        continue
      }
      guard isOfCustomer(mail) else {
        passedOver.add(line)
        continue
      }
      var row: [UInt8] = []
      let fields = [
        mail.messageID, mail.date, mail.answerAddress?.text, MessageSubject(mail.subject).text,
        mail.body.text,
      ].map { text -> FieldSlice in
        guard let text, !text.isEmpty else { return .absent }
        let start = row.count
        row += text.utf8
        return FieldSlice(start: start, end: row.count, coding: .plain)
      }
      try take(fields, row, line: line, &assembler, &tally, admit)
    }
    if passedOver.count > 0 {
      tally.note(.automaticMail(count: passedOver.count), line: passedOver.firstLine)
    }
    return Layout(format: .mailbox, mapping: mapping, shown: Self.headers)
  }

  private func isOfCustomer(_ mail: MailMessage) -> Bool {
    switch AnsweringRules.refusal(of: mail, ownAddresses: options.ownAddresses) {
    case .ourselves, .bounce, .list, .spam: false
    // A form of the company's own pages names the customer as the one to answer.
    case .automatic("sender"): mail.answerAddress != mail.sender
    case .automatic: false
    case .noSender, .answerToAutomaticReply, .nothingWritten, .looping, .longHeader, nil: true
    }
  }
}

extension MailMessage {
  /// `27 Nov 2026 08:12:00 +0200` of `Fri, 27 Nov 2026 08:12:00 +0200 (EET)`.
  fileprivate var date: String? {
    header.text("date").map { field in
      let day = field.firstIndex(of: ",").map { field[field.index(after: $0)...] } ?? field[...]
      return day.prefix { $0 != "(" }.trimmed
    }
  }
}

/// The mails of a mailbox one after the other, each from its envelope line to the next one's.
private struct Mailbox: ~Copyable {
  static let envelope = Array("From ".utf8)

  private let file: LogFile
  /// A mail that is longer is cut off one byte later: that it is too long is all that counts.
  private let longest: Int
  private var bytes: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false

  init(path: String, longest: Int) throws(LogFileFailure) {
    file = try LogFile(path: path)
    self.longest = longest
  }

  /// The next mail, and the line of its envelope.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the mail.
  mutating func next() throws(LogFileFailure) -> (mail: [UInt8], line: Int)? {
    var mail: [UInt8] = []
    let first = line
    var isAfterEmptyLine = false
    while let end = try endOfLine() {
      let text = bytes[position..<end]
      if isAfterEmptyLine, text.starts(with: Self.envelope) { return (mail, first) }
      isAfterEmptyLine = text.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      if mail.count <= longest { mail += text }
      position = end
      line += 1
    }
    return mail.isEmpty ? nil : (mail, first)
  }

  /// After the line break of the line at `position`; nil when nothing is left.
  private mutating func endOfLine() throws(LogFileFailure) -> Int? {
    var searched = position
    while true {
      if let lineFeed = bytes[searched...].firstIndex(of: 0x0A) { return lineFeed + 1 }
      if isAtEnd { return position < bytes.count ? bytes.count : nil }
      bytes.removeSubrange(..<position)
      position = 0
      searched = bytes.count
      let chunk = try file.read(TextWindow.chunk)
      isAtEnd = chunk.isEmpty
      bytes += chunk
    }
  }
}
