/// Takes personal data out of free text, putting the kind of what stood there in its place.
///
/// Mail addresses, phone numbers, payment cards (Luhn), IBANs (mod 97), national ids of Poland,
/// Latvia and Russia (checksums), names after phrases such as "my name is" or "best regards",
/// and the queries of URLs. Amounts, dates, times, order numbers and error codes stay.
///
///     Redactor().redact("call +48 601 234 567, error E-104")  // "call [phone], error E-104"
///
/// It errs towards redacting: a number that looks like a mobile number is one.
package struct Redactor: Sendable {
  private let vocabulary = RedactionVocabulary.standard
  private let redactsReferences: Bool

  /// - Parameter redactsReferences: whether numbers of orders, invoices and tickets go as well,
  ///   for a company whose customers are known by them.
  package init(redactsReferences: Bool = false) {
    self.redactsReferences = redactsReferences
  }

  /// - Complexity: O(*n*), *n* the bytes of the text; each is looked at a fixed number of times.
  package func redact(_ text: String) -> String {
    var scanner = RedactionScanner(
      Array(text.utf8), vocabulary: vocabulary, redactsReferences: redactsReferences)
    guard let redacted = scanner.redacted() else { return text }
    return String(decoding: redacted, as: UTF8.self)
  }

  /// Whether an id would give its customer away: a mail address, a written phone number, an IBAN.
  ///
  /// Bare digits are not looked at, for most ids are just that.
  func isPersonal(id: String) -> Bool {
    id.utf8.contains { !(0x30...0x39 ~= $0) } && redact(id) != id
  }
}

/// What is put in the place of personal data.
enum RedactionLabel: String, Sendable {
  case mail = "[e-mail]"
  case phone = "[phone]"
  case card = "[card]"
  case iban = "[iban]"
  case nationalID = "[national id]"
  case name = "[name]"
  case reference = "[number]"
  /// The query of a URL simply goes.
  case nothing = ""
}
