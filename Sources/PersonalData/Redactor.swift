/// Takes personal data out of free text, putting the kind of what stood there in its place.
///
/// Mail addresses, phone numbers, payment cards (Luhn), IBANs (mod 97), national ids (checksums),
/// numbers of documents and days of birth after their word, streets with the number of a house,
/// British postcodes, vehicle identification numbers, IP addresses, names after phrases such as "my
/// name is" or "best regards", passwords, and the queries of URLs. Amounts, dates, times, order
/// numbers, number plates and error codes stay.
///
///     Redactor().redact("call +48 601 234 567, error E-104")  // "call [phone], error E-104"
///
/// It errs towards redacting: a number that looks like a mobile number is one.
package struct Redactor: Sendable {
  private let vocabulary = RedactionVocabulary.standard
  private let isReference: (@Sendable (String) -> Bool)?

  /// - Parameter isReference: whether what stands after words such as "order" is a number of one,
  ///   and no date; for a company whose customers are known by numbers of orders, invoices and
  ///   tickets. Without it these numbers stay.
  package init(isReference: (@Sendable (String) -> Bool)? = nil) {
    self.isReference = isReference
  }

  /// - Complexity: O(*n*), *n* the bytes of the text; each is looked at a fixed number of times.
  package func redact(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let findings = findings(in: bytes)
    guard !findings.isEmpty else { return text }
    var redacted: [UInt8] = []
    redacted.reserveCapacity(bytes.count)
    var copied = 0
    for finding in findings {
      redacted += bytes[copied..<finding.range.lowerBound]
      redacted += finding.label.rawValue.utf8
      copied = finding.range.upperBound
    }
    redacted += bytes[copied...]
    return String(decoding: redacted, as: UTF8.self)
  }

  /// What `redact` would put labels in the place of, in the text's order.
  ///
  ///     Redactor().passages(in: "call +48 601 234 567").first?.text  // "+48 601 234 567"
  ///
  /// - Complexity: as `redact`.
  package func passages(in text: String) -> [Passage] {
    let bytes = Array(text.utf8)
    return findings(in: bytes).map {
      Passage(label: $0.label, text: String(decoding: bytes[$0.range], as: UTF8.self))
    }
  }

  /// A piece of text that is personal data, and of which kind.
  package struct Passage: Sendable, Equatable {
    package let label: RedactionLabel
    package let text: String
  }

  /// Whether an id would give its customer away: a mail address, a written phone number, an IBAN.
  ///
  /// Bare digits are not looked at, for most ids are just that.
  package func isPersonal(id: String) -> Bool {
    id.utf8.contains { !(0x30...0x39 ~= $0) } && redact(id) != id
  }

  private func findings(in bytes: [UInt8]) -> [RedactionScanner.Finding] {
    let view = PlainView(bytes)
    var scanner = RedactionScanner(
      view?.bytes ?? bytes, vocabulary: vocabulary, isReference: isReference)
    let findings = scanner.findings()
    guard let view else { return findings }
    return findings.map { .init(range: view.place(of: $0.range), label: $0.label) }
  }
}

/// What is put in the place of personal data.
package enum RedactionLabel: String, Sendable, CaseIterable {
  case mail = "[e-mail]"
  case phone = "[phone]"
  case card = "[card]"
  case iban = "[iban]"
  case nationalID = "[national id]"
  case name = "[name]"
  case address = "[address]"
  case birthDate = "[date of birth]"
  /// A vehicle identification number.
  case vehicle = "[vehicle]"
  /// An IP address.
  case machine = "[ip]"
  /// A password or a PIN.
  case secret = "[secret]"
  case reference = "[number]"
  /// The query of a URL simply goes.
  case nothing = ""

  /// The labels that stand in redacted texts.
  package static let shown = allCases.map(\.rawValue).filter { !$0.isEmpty }
}
