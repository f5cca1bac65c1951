import KnowledgeBase

/// A mail as it comes from a mail server: the header, and what the sender wrote in it.
///
///     MailMessage(bytes)?.body.text  // without quotations and signature
package struct MailMessage: Sendable {
  package let header: MailHeader
  /// The text of the mail, quotations of earlier mails included.
  package let fullText: String
  /// What was left out of a mail that is too large or too deep, for a word to the operator.
  package let limits: [String]

  /// What is longer than these is left out: nobody's question is.
  package static let maximumBytes = 25 << 20
  private static let maximumDepth = 8
  private static let maximumParts = 200
  private static let maximumText = 64 << 10

  /// Fields of which a mail has one at least, and other text that begins with `name: value` has none.
  private static let marks = [
    "from", "received", "return-path", "message-id", "mime-version", "content-type",
  ]

  /// Nil unless the bytes begin with the header of a mail.
  package init?(_ bytes: [UInt8]) {
    var source = bytes.prefix(Self.maximumBytes)
    var limits: [String] = []
    if source.count < bytes.count {
      limits.append("only the first \(Self.maximumBytes >> 20) MB were read")
    }
    // The envelope line of mailbox files.
    if source.starts(with: "From ".utf8), let end = source.firstIndex(of: 10) {
      source = source[(end + 1)...]
    }
    let (header, body) = MailHeader.read(source)
    // What is fields as far as it is read is a mail too, one whose header hides what it is.
    let isHeader = header.isCut && body - source.startIndex >= MailHeader.maximumBytes
    guard isHeader || Self.marks.contains(where: { header.raw($0) != nil }) else { return nil }
    self.header = header
    var walk = Walk()
    let text = walk.text(header, source[body...], depth: 0) ?? ""
    if walk.isCut { limits.append("parts nested too deep or too many were left out") }
    if text.utf8.count > Self.maximumText {
      limits.append("only the first \(Self.maximumText >> 10) kB of the text were read")
    }
    fullText = String(
      decoding: text.utf8.prefix(Self.maximumText), as: UTF8.self
    ).replacing(mark: "\r\n", with: "\n")
    self.limits = limits
  }

  package var subject: String { header.text("subject") ?? "" }
  package var messageID: String? { header.text("message-id").flatMap(Self.id) }

  /// The ids of the mails that this one follows, oldest first.
  package var references: [String] {
    let fields = [header.text("references"), header.text("in-reply-to")]
    return fields.compactMap(\.self).flatMap {
      $0.split(separator: " ").compactMap { Self.id(String($0)) }
    }
  }

  package var body: MessageBody { MessageBody(fullText) }

  package var sender: MailAddress? { header.text("from").flatMap(MailAddress.init(field:)) }

  /// Where an answer goes.
  package var answerAddress: MailAddress? {
    header.text("reply-to").flatMap(MailAddress.init(field:)) ?? sender
  }

  /// `<…@…>` without anything that could end a field.
  private static func id(_ text: String) -> String? {
    let text = text.trimmed
    guard text.hasPrefix("<"), text.hasSuffix(">"), 3...200 ~= text.utf8.count,
      text.utf8.allSatisfy({ 33...126 ~= $0 })
    else { return nil }
    return text
  }

  /// Walks the parts of a mail for the one that its reader is shown first.
  private struct Walk {
    private var parts = 0
    private(set) var isCut = false

    /// The text of a part; nil when it has none.
    mutating func text(
      _ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int
    ) -> String? {
      parts += 1
      guard depth <= MailMessage.maximumDepth, parts <= MailMessage.maximumParts else {
        isCut = true
        return nil
      }
      if header.structured("content-disposition")?.value == "attachment" { return nil }
      let type = header.structured("content-type")
      switch type?.value ?? "text/plain" {
      case let kind where kind.hasPrefix("multipart/"):
        guard let boundary = type?.parameters["boundary"], !boundary.isEmpty else { return nil }
        return multipart(kind, body, boundary: boundary, depth: depth)
      case "text/html":
        return HTMLText.plain(decoded(header, type?.parameters["charset"], body))
      case let kind where kind.hasPrefix("text/plain") || kind.isEmpty || kind == "text":
        return decoded(header, type?.parameters["charset"], body)
      default: return nil
      }
    }

    private func decoded(
      _ header: MailHeader, _ charset: String?, _ body: ArraySlice<UInt8>
    ) -> String {
      let encoding = header.raw("content-transfer-encoding") ?? ""
      return CharsetDecoder.text(
        of: TransferDecoding.decode(body, encoding: encoding), charset: charset)
    }

    private mutating func multipart(
      _ kind: String, _ body: ArraySlice<UInt8>, boundary: String, depth: Int
    ) -> String? {
      var texts: [(isHTML: Bool, text: String)] = []
      for part in MultipartSplitter.parts(of: body, boundary: boundary) {
        let (header, start) = MailHeader.read(part)
        guard let text = text(header, part[start...], depth: depth + 1), !text.trimmed.isEmpty
        else { continue }
        texts.append((header.structured("content-type")?.value == "text/html", text))
      }
      // Of alternatives the plain one; of a mixture everything that is text.
      guard kind == "multipart/alternative" else {
        return texts.isEmpty ? nil : texts.map(\.text).joined(separator: "\n\n")
      }
      return (texts.first { !$0.isHTML } ?? texts.first)?.text
    }
  }
}

/// Cuts a multipart body at its boundary lines (RFC 2046, 5.1).
enum MultipartSplitter {
  /// - Complexity: O(*n*) in the length of the body.
  static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 10) ?? body.endIndex
      if body[line..<end].starts(with: delimiter) {
        let rest = body[(line + delimiter.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        let isDelimiter = isLast || rest.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
        if isDelimiter {
          if let start { parts.append(body[start..<max(start, line)]) }
          start = isLast ? nil : min(end + 1, body.endIndex)
          if isLast { break }
        }
      }
      line = min(end + 1, body.endIndex)
      if end == body.endIndex { break }
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }
}

/// The address of a mail's sender: `local@domain`, nothing that could end a field or add another.
package struct MailAddress: Sendable, Hashable {
  package let text: String

  package var local: String { text.split(separator: "@").first.map { $0.lowercased() } ?? "" }

  /// Nil unless the text is one plain address.
  package init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...64 ~= parts[0].utf8.count, 1...253 ~= parts[1].utf8.count,
      parts[0].unicodeScalars.allSatisfy(Self.isLocal),
      parts[1].unicodeScalars.allSatisfy(Self.isDomain), !parts[1].hasPrefix("."),
      !parts[1].hasSuffix(".")
    else { return nil }
    self.text = text
  }

  /// The first address of a field: `Anna Nowak <anna@example.com>`, `anna@example.com (Anna)`.
  package init?(field: String) {
    var unquoted = ""
    var isQuoted = false
    var comments = 0
    for character in field {
      switch character {
      case "\"" where comments == 0: isQuoted.toggle()
      case "(" where !isQuoted: comments += 1
      case ")" where !isQuoted && comments > 0: comments -= 1
      default: if !isQuoted, comments == 0 { unquoted.append(character) }
      }
    }
    let first = unquoted.split(separator: ",").first ?? ""
    if let open = first.firstIndex(of: "<"), let close = first[open...].firstIndex(of: ">") {
      self.init(first[first.index(after: open)..<close].trimmed)
    } else {
      self.init(first.trimmed)
    }
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    isDomain(scalar) || "!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar)
  }

  private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "." || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }
}
