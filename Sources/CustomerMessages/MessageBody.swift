/// What a sender wrote in a mail: its text without quotations of earlier mails and without signature.
///
///     MessageBody("Gdzie jest karta?\n\n-- \nAnna").text  // "Gdzie jest karta?"
package struct MessageBody: Sendable {
  package let text: String

  package init(_ full: String) {
    var kept: [Substring] = []
    let lines = full.split(separator: "\n", omittingEmptySubsequences: false)
    // The last line of what introduces a quotation.
    var skipped = -1
    for (number, line) in lines.enumerated() where number > skipped {
      let trimmed = line.trimmed
      if line == "-- " || trimmed == "--" || Self.separatesMessages(trimmed) { break }
      if kept.last?.trimmed.isEmpty != false, Self.isFooter(trimmed) { break }
      let next = number + 1 < lines.count ? lines[number + 1].trimmed : ""
      let isWrapped = Self.introducesQuotation(trimmed, wrappedTo: next)
      if isWrapped || Self.introducesQuotation(trimmed) {
        // Where the quotation is marked line by line, the answer may stand below it.
        let below = lines[(number + (isWrapped ? 2 : 1))...].first { !$0.trimmed.isEmpty }
        guard below?.trimmed.hasPrefix(">") == true else { break }
        skipped = number + (isWrapped ? 1 : 0)
        continue
      }
      if Self.beginsHeaderOfQuotation(lines[number..<min(number + 5, lines.count)]) { break }
      if trimmed.hasPrefix(">") { continue }
      kept.append(line)
    }
    while let last = kept.last?.trimmed, last.allSatisfy({ $0 == "-" }) { kept.removeLast() }
    text = kept.joined(separator: "\n").trimmed
  }

  // The words of mail programs in the languages of the first users, and English and German.

  private static let separators = [
    "original message", "wiadomość oryginalna", "oryginalna wiadomość", "исходное сообщение",
    "sākotnējais ziņojums", "sākotnējā ziņa", "ursprüngliche nachricht", "forwarded message",
    "wiadomość przekazana", "пересылаемое сообщение", "пересланное сообщение",
    "pārsūtītais ziņojums",
  ]

  /// `-----Original Message-----`, `---- Forwarded message ----`, a line of underscores.
  private static func separatesMessages(_ line: String) -> Bool {
    if line.count >= 30, line.allSatisfy({ $0 == "_" }) { return true }
    let dashes = line.prefix { $0 == "-" }.count
    guard dashes >= 3 else { return false }
    let words = line.dropFirst(dashes).prefix(40)
    let lower = words.lowercased().trimmed
    return separators.contains(where: lower.hasPrefix)
  }

  private static let footers = [
    "sent from my ", "wysłane z ", "wysłano z ", "отправлено с ", "отправлено из ", "nosūtīts no ",
    "sūtīts no ", "gesendet von ", "get outlook for ", "pobierz program outlook", "скачать outlook",
    "sent from outlook", "sent from yahoo", "sent from mail for ", "envoyé de mon ",
    "enviado desde ",
    "надіслано з ", "išsiųsta iš ", "saadetud minu ", "أُرسلت من ", "مرسل من ",
  ]

  /// A line that a program adds below a message: short, and after an empty line.
  private static func isFooter(_ line: String) -> Bool {
    guard line.count <= 60 else { return false }
    let lower = line.lowercased()
    return footers.contains(where: lower.hasPrefix)
  }

  private static let introductions = [
    "wrote:", "writes:", "napisał:", "napisała:", "napisał(a):", "pisze:", "писал:", "писала:",
    "написал:", "написала:", "написал(а):", "пишет:", "rakstīja:", "raksta:", "schrieb:",
    "kirjutas:", "rašė:", "a écrit :", "a écrit:", "escribió:", "написав:", "написала:", "пише:",
    "كتب:", "كتبت:",
  ]

  /// `On 5 Nov 2026 at 10:12, Anna <anna@example.com> wrote:`: ends with the verb, and holds a time or
  /// an address; or ends with the address, and holds a time.
  private static func introducesQuotation(_ line: String) -> Bool {
    guard line.last == ":", line.count <= 240 else { return false }
    let lower = line.lowercased()
    if lower.hasSuffix(">:"), lower.contains("@"), hasTime(lower) { return true }
    return introductions.contains(where: lower.hasSuffix)
      && (lower.contains("@") || lower.contains(where: \.isNumber))
  }

  /// The same on two lines: the time on the first, the verb on the second.
  private static func introducesQuotation(_ line: String, wrappedTo next: String) -> Bool {
    hasTime(line) && introducesQuotation("\(line) \(next)")
      && !next.contains(where: \.isNumber)
  }

  /// A colon before a digit, as in `10:12`.
  private static func hasTime(_ line: String) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == ":" && $1.isNumber }
  }

  private static let senders = ["from:", "od:", "от:", "no:", "von:", "*from:*", "*od:*", "*от:*"]
  private static let dates = [
    "sent:", "date:", "wysłano:", "data:", "отправлено:", "дата:", "nosūtīts:", "datums:",
    "gesendet:", "datum:", "*sent:*", "*date:*", "*wysłano:*", "*отправлено:*",
  ]

  /// The sender and soon the date, or the other way round.
  private static func beginsHeaderOfQuotation(_ lines: ArraySlice<Substring>) -> Bool {
    func has(_ names: [String], _ line: Substring) -> Bool {
      let lower = line.trimmed.prefix(16).lowercased()
      return names.contains(where: lower.hasPrefix)
    }
    guard let first = lines.first else { return false }
    return has(senders, first) && lines.dropFirst().contains { has(dates, $0) }
      || has(dates, first) && lines.dropFirst().contains { has(senders, $0) }
  }
}
