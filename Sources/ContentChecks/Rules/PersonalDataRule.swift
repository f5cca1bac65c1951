import Availability
import Diagnostics
import KnowledgeBase
import PersonalData

/// Finds what belongs to a person in articles: addresses, phone numbers, cards, accounts, ids.
struct PersonalDataRule: ContentRule {
  let name = "personal-data"
  let severity = Diagnostic.Severity.warning
  let headline = "No article holds a real person's addresses or numbers"
  let reason = """
    Examples are copied from real cases, and what is published stays in search engines. Found are \
    mail addresses, phone numbers, payment cards, bank accounts, and national ids of Poland, the \
    Baltics, Russia and others, by their check digits where they have some. The channels of contact.yml, addresses of \
    a role such as info@ or pomoc@, free numbers, numbers that are a link 'tel:', what the article \
    names in 'answers', as the company's bank account, and examples (example.com, 555-0123, zeros) \
    aren't meant. The finding doesn't repeat the data.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let own = OwnAddresses(content)
    let redactor = Redactor()
    return content.library.articles.flatMap { article in
      let known = own.adding(publishedBy: article)
      return inText(article, redactor, known) + inFrontMatter(article, redactor, known)
    }
  }

  private func inText(
    _ article: Article, _ redactor: Redactor, _ own: OwnAddresses
  ) -> [Finding] {
    let findings = article.sections.lazy.flatMap { section in
      (section.title + "\n" + section.text).split(separator: "\n").lazy.flatMap { line in
        redactor.passages(in: String(line)).lazy.compactMap { passage -> Finding? in
          guard let kind = passage.label.kind, !own.hold(passage) else { return nil }
          return Finding(
            "\(kind) of a person stands in the text", cures: [passage.label.cure], in: article,
            line: article.line(of: passage.text, in: section), showsLine: false)
        }
      }
    }
    return Finding.first(of: findings)
  }

  private func inFrontMatter(
    _ article: Article, _ redactor: Redactor, _ own: OwnAddresses
  ) -> [Finding] {
    let matter = article.frontMatter
    let texts: [(key: String, texts: [String])] = [
      ("title", [matter.title]), ("description", [matter.description].compactMap { $0 }),
      ("questions", matter.questions), ("goal", [matter.goal].compactMap { $0 }),
      ("needs", matter.needs), ("sms", [matter.sms].compactMap { $0 }),
      ("stages", matter.stages.flatMap { [$0.title, $0.who].compactMap { $0 } }),
    ]
    return texts.flatMap { key, texts in
      texts.flatMap { redactor.passages(in: $0) }.compactMap { passage in
        guard let kind = passage.label.kind, !own.hold(passage) else { return nil }
        return Finding(
          "\(kind) of a person stands in '\(key)'", cures: [passage.label.cure], in: article,
          key: key)
      }
    }
  }
}

extension RedactionLabel {
  /// What an article must not hold; nil for names, which articles may be about, for where the company
  /// is, and for examples of dates, PINs and the like.
  fileprivate var kind: String? {
    switch self {
    case .mail: "mail address"
    case .phone: "phone number"
    case .card: "payment card number"
    case .iban: "bank account number"
    case .nationalID: "national id number"
    case .name, .address, .birthDate, .vehicle, .machine, .secret, .reference, .nothing: nil
    }
  }

  fileprivate var cure: String {
    let place = self == .mail || self == .phone ? "add it to contact.yml" : "name it in 'answers'"
    return "replace it by an invented one, or \(place) if it is the company's"
  }
}

/// Addresses and numbers that are nobody's in person.
private struct OwnAddresses {
  private var mails: Set<String> = []
  private var numbers: [[Character]] = []
  private var answers: Set<String> = []

  /// What the company publishes itself.
  init(_ content: CheckedContent) {
    let channels = content.contact?.channels ?? []
    let addresses =
      channels.flatMap { [$0.value, $0.callBack?.value].compactMap { $0 } }
      + [content.library.site.feedback].compactMap { $0 }
    mails = Set(addresses.filter { $0.contains("@") }.map { $0.lowercased() })
    numbers = channels.filter { $0.kind == .phone }.map { $0.value.filter(\.isASCIIDigit) }
      .map(Array.init)
  }

  /// Numbers that an editor made a link of are meant to be called, and what people shall find an
  /// article by is meant to be seen.
  func adding(publishedBy article: Article) -> OwnAddresses {
    var all = self
    all.answers = Set(article.frontMatter.answers.map(Self.signs))
    for case .external(let address) in article.links.map(\.target)
    where address.lowercased().hasPrefix("tel:") {
      all.numbers.append(Array(address.filter(\.isASCIIDigit)))
    }
    return all
  }

  /// Letters and figures: accounts are written in groups of four, and in one.
  private static func signs(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }.uppercased()
  }

  func hold(_ passage: Redactor.Passage) -> Bool {
    if answers.contains(Self.signs(passage.text)) { return true }
    return switch passage.label {
    case .mail: hold(mail: passage.text.lowercased())
    case .phone: hold(number: passage.text)
    default: false
    }
  }

  private func hold(mail: String) -> Bool {
    if mails.contains(mail) { return true }
    let parts = mail.split(separator: "@")
    guard parts.count == 2 else { return false }
    // What stands between signs, as '!@%' among the signs of a password, is no address.
    guard parts[1].contains("."), parts[0].contains(where: \.isLetter) else { return true }
    let role = parts[0].split { !$0.isLetter }.first.map(String.init) ?? ""
    return Self.roles.contains(role) || Self.placeholders.contains(role)
      || Self.isExample(parts[1])
  }

  /// RFC 2606 and 6761: names that nobody has.
  private static func isExample(_ domain: Substring) -> Bool {
    let labels = domain.split(separator: ".")
    guard let last = labels.last else { return false }
    return ["example", "test", "invalid", "localhost"].contains(last)
      || labels.suffix(2).first == "example"
  }

  private func hold(number text: String) -> Bool {
    let digits = text.filter(\.isASCIIDigit)
    let national = digits.drop { $0 == "0" }
    // The company's own, with or without the code of its country.
    if numbers.contains(where: { Self.isSame($0, Array(national)) }) { return true }
    let subscriber = national.suffix(7)
    let american = digits.hasPrefix("1") ? digits.dropFirst() : digits[...]
    return Set(subscriber).count == 1 || subscriber.hasPrefix("55501")
      || ["123456789", "12345678"].contains { national.hasSuffix($0) }
      || Self.free.contains { digits.hasPrefix($0) }
      || (american.count == 10 && Self.freeInAmerica.contains { american.hasPrefix($0) })
  }

  private static func isSame(_ own: [Character], _ other: [Character]) -> Bool {
    let (short, long) = own.count < other.count ? (own, other) : (other, own)
    return short.count >= 7 && long.suffix(short.count).elementsEqual(short)
  }

  /// Beginnings of numbers that are free to call, and of companies only.
  private static let free = ["800", "0800", "8800", "7800", "48800", "371800", "00800"]
  private static let freeInAmerica = ["800", "833", "844", "855", "866", "877", "888"]

  /// First words of addresses that stand for any.
  private static let placeholders: Set<String> = [
    "adres", "email", "example", "firstname", "imie", "imię", "login", "name", "nazwa", "nom",
    "nombre", "someone", "twoj", "twój", "user", "username", "vards", "vārds", "you", "your",
    "имя", "почта", "пример",
  ]

  /// First words of addresses that a team reads.
  private static let roles: Set<String> = [
    "abuse", "accounts", "admin", "atbalsts", "billing", "birojs", "biuro", "bok", "careers",
    "claims", "complaints", "contact", "customer", "customers", "dpo", "faktury", "feedback",
    "finance", "gdpr", "hello", "help", "helpdesk", "hi", "hilfe", "hr", "info", "inspektor",
    "invoice", "invoices", "iod", "klient", "klienti", "kontakt", "kontakti", "legal", "mail",
    "marketing", "noreply", "no", "office", "orders", "palidziba", "partners", "pomoc", "post",
    "postmaster", "praca", "press", "privacy", "reklamacje", "rodo", "sales", "security",
    "sekretariat",
    "service", "serwis", "shop", "sklep", "support", "team", "webmaster", "zwroty",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
