import CustomerMessages
import KnowledgeBase
import SiteGeneration

/// An automatic reply as a mail (RFC 5322), marked as one so that no program answers it (RFC 3834).
///
///     ReplyMail(to: mail, reply: reply, from: "help@example.com", at: now).text
package struct ReplyMail {
  private let header: [String]
  private let reply: AutomaticReply
  private let boundary: String

  /// - Parameters:
  ///   - mail: what is answered.
  ///   - sender: the address that the reply comes from.
  ///   - date: as RFC 5322 writes it, `Thu, 24 Dec 2026 15:00:00 +0200`.
  /// - Returns: Nil when the mail has no address to answer to.
  package init?(
    to mail: MailMessage, reply: AutomaticReply, from sender: MailAddress, date: String,
    language: String
  ) {
    guard let recipient = mail.answerAddress else { return nil }
    let domain = sender.text.split(separator: "@").last ?? "localhost"
    // The same mail gets the same id, so that a mail server that runs the filter twice sends one.
    let seed = Fingerprint.of("\(mail.messageID ?? "")\n\(recipient.text)\n\(mail.subject)")
    let id = "<\(AnsweringRules.idPrefix)\(seed)@\(domain)>"
    boundary = "=_signpost_\(seed)"
    self.reply = reply
    var header = [
      "From: \(sender.text)", "To: \(recipient.text)",
      "Subject: \(HeaderText.encoded(reply.subject, after: "Subject: ".count))",
      "Date: \(date)", "Message-ID: \(id)",
    ]
    if let answered = mail.messageID {
      header.append("In-Reply-To: \(answered)")
      let references = mail.references.filter { $0 != answered }.suffix(19) + [answered]
      header.append("References: \(references.joined(separator: "\r\n "))")
    }
    header += [
      "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "Precedence: bulk",
      "Content-Language: \(language)", "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
    ]
    self.header = header
  }

  /// The whole mail, lines ending in CR LF.
  package var text: String {
    let parts = [("text/plain", reply.text), ("text/html", reply.html)].map { type, text in
      """
      --\(boundary)
      Content-Type: \(type); charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      \(QuotedPrintable.encoded(text))
      """.replacing(mark: "\r\n", with: "\n").replacing(mark: "\n", with: "\r\n")
    }
    return header.joined(separator: "\r\n") + "\r\n\r\n" + parts.joined(separator: "\r\n")
      + "\r\n--\(boundary)--\r\n"
  }
}

/// Text in a header field: as it is when it is ASCII, else in encoded words (RFC 2047).
enum HeaderText {
  /// A word's length is at most 75 characters; 45 bytes make 60 of base64 and 12 around them.
  private static let bytesPerWord = 45

  /// - Parameter length: what already stands on the line.
  static func encoded(_ text: String, after length: Int) -> String {
    let text = text.onOneLine
    let isPlain = text.utf8.allSatisfy { 32...126 ~= $0 } && !text.contains("=?")
    if isPlain, text.utf8.count + length <= 78 { return text }
    var words: [[UInt8]] = [[]]
    for character in text {
      let bytes = Array(character.utf8)
      if words[words.count - 1].count + bytes.count > bytesPerWord { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Base64.encoded($0))?=" }.joined(separator: "\r\n ")
  }
}

/// Text in lines of at most 76 ASCII characters (RFC 2045, 6.7).
enum QuotedPrintable {
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var encoded = ""
      var length = 0
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isPlain = (33...126 ~= byte && byte != UInt8(ascii: "=")) || (byte == 32 && !isLast)
        let width = isPlain ? 1 : 3
        if length + width > 75 {
          encoded += "=\n"
          length = 0
        }
        if isPlain {
          encoded.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          encoded += "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        length += width
      }
      return encoded
    }.joined(separator: "\n")
  }
}

enum Base64 {
  static func encoded(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
      for place in 0...group.count { text.append(alphabet[bits >> (18 - place * 6) & 63]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}
