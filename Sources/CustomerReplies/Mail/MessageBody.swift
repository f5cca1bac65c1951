/// What a sender wrote in a mail: its text without quotations of earlier mails and without signature.
///
///     MessageBody("Gdzie jest karta?\n\n-- \nAnna").text  // "Gdzie jest karta?"
package struct MessageBody: Sendable {
  package let text: String

  package init(_ full: String) {
    var kept: [Substring] = []
    let lines = full.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let trimmed = line.trimmed
      if line == "-- " || trimmed == "--" || Self.separatesMessages(trimmed) { break }
      if kept.last?.trimmed.isEmpty != false, Self.isFooter(trimmed) { break }
      let next = number + 1 < lines.count ? lines[number + 1].trimmed : ""
      if Self.introducesQuotation(trimmed) || Self.introducesQuotation(trimmed, wrappedTo: next) {
        break
      }
      if Self.isHeaderOfQuotation(trimmed),
        (number + 1..<min(number + 5, lines.count)).contains(
          where: { Self.isDateOfQuotation(lines[$0].trimmed) })
      {
        break
      }
      if trimmed.hasPrefix(">") { continue }
      kept.append(line)
    }
    text = kept.joined(separator: "\n").trimmed
  }

  // The words of mail programs in the languages of the first users, and English and German.

  private static let separators = [
    "-----original message", "-----wiadomość oryginalna", "-----исходное сообщение",
    "-----sākotnējais ziņojums", "-----sākotnējā ziņa", "-----ursprüngliche nachricht",
    "-------- forwarded message", "-------- wiadomość przekazana",
    "________________________________",
  ]

  private static func separatesMessages(_ line: String) -> Bool {
    let lower = line.prefix(40).lowercased()
    return separators.contains(where: lower.hasPrefix)
  }

  private static let footers = [
    "sent from my ", "wysłane z ", "wysłano z ", "отправлено с ", "отправлено из ", "nosūtīts no ",
    "sūtīts no ", "gesendet von ", "get outlook for ", "pobierz program outlook", "скачать outlook",
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
    "kirjutas:", "rašė:",
  ]

  /// `On 5 Nov 2026 at 10:12, Anna <anna@example.com> wrote:`: ends with the verb, and holds a time or
  /// an address.
  private static func introducesQuotation(_ line: String) -> Bool {
    guard line.last == ":", line.count <= 240 else { return false }
    let lower = line.lowercased()
    return introductions.contains(where: lower.hasSuffix)
      && (lower.contains("@") || lower.contains(where: \.isNumber))
  }

  /// The same on two lines: the time on the first, the verb on the second.
  private static func introducesQuotation(_ line: String, wrappedTo next: String) -> Bool {
    let hasTime = zip(line, line.dropFirst()).contains { $0 == ":" && $1.isNumber }
    return hasTime && introducesQuotation("\(line) \(next)")
      && !next.contains(where: \.isNumber)
  }

  private static let senders = ["from:", "od:", "от:", "no:", "von:", "*from:*", "*od:*", "*от:*"]
  private static let dates = [
    "sent:", "date:", "wysłano:", "data:", "отправлено:", "дата:", "nosūtīts:", "datums:",
    "gesendet:", "datum:", "*sent:*", "*date:*", "*wysłano:*", "*отправлено:*",
  ]

  private static func isHeaderOfQuotation(_ line: String) -> Bool {
    let lower = line.prefix(10).lowercased()
    return senders.contains(where: lower.hasPrefix)
  }

  private static func isDateOfQuotation(_ line: String) -> Bool {
    let lower = line.prefix(16).lowercased()
    return dates.contains(where: lower.hasPrefix)
  }
}
