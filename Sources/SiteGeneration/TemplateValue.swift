/// What templates are filled with.
enum TemplateValue: Sendable {
  case text(String)
  case flag(Bool)
  case list([TemplateValue])
  case object(TemplateObject)

  static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }

  static func objects(_ objects: some Sequence<TemplateObject>) -> TemplateValue {
    .list(objects.map { .object($0) })
  }

  /// Of what is made once for many pages; nil for anything but texts, truths, whole numbers, and
  /// collections of them.
  init?(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let flag as Bool: self = .flag(flag)
    case let object as [String: Any]: self = .object(TemplateObject(object))
    case let list as [[String: Any]]: self = .objects(list.map { TemplateObject($0) })
    case let list as [Any]: self = .list(list.compactMap { TemplateValue($0) })
    case let number as Int: self = .text(String(number))
    case let text as Substring: self = .text(String(text))
    default: return nil
    }
  }

  subscript(key: TemplateKey) -> TemplateValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }
}

/// Values by name. Most are made for one page, asked for a few times and thrown away, so that they
/// stand in a row, which takes less than a dictionary takes to be made.
///
///     let link: TemplateObject = ["title": .text("Refunds"), "href": .text("/en/refunds/")]
///     link["href"]  // .text("/en/refunds/")
struct TemplateObject: Sendable, ExpressibleByDictionaryLiteral {
  private var members: [(TemplateKey, TemplateValue?)]

  /// What is nil isn't there.
  init(dictionaryLiteral members: (TemplateKey, TemplateValue?)...) { self.members = members }

  init(_ values: [String: Any]) {
    members = values.map { (TemplateKey($0), TemplateValue($1)) }
  }

  /// The same without empty texts.
  static func present(_ object: consuming TemplateObject) -> TemplateObject {
    for number in object.members.indices {
      if case .text(let text) = object.members[number].1, text.isEmpty {
        object.members[number].1 = nil
      }
    }
    return object
  }

  /// The members of both; those of the other win.
  func adding(_ other: TemplateObject) -> TemplateObject {
    var sum = self
    sum.members += other.members
    return sum
  }

  /// - Complexity: O(*n*) in the number of members.
  subscript(key: TemplateKey) -> TemplateValue? {
    var number = members.count - 1
    while number >= 0 {
      if members[number].0 == key, let value = members[number].1 { return value }
      number -= 1
    }
    return nil
  }
}

/// The name of a value. Kept as a number, since names are compared more often than made; two names
/// have the same number once in 2^64.
struct TemplateKey: Equatable, Sendable, ExpressibleByStringLiteral {
  private let digest: UInt64

  init(_ name: String) {
    var name = name
    digest = name.withUTF8 { Self.digest(of: $0) }
  }

  init(stringLiteral name: StaticString) {
    digest = name.withUTF8Buffer { Self.digest(of: $0) }
  }

  /// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  private static func digest(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
