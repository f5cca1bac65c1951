/// What templates are filled with.
enum TemplateValue: Sendable {
  case text(String)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])

  /// Nil for anything but texts, truths, whole numbers, and collections of them.
  init?(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let flag as Bool: self = .flag(flag)
    case let object as [String: Any]: self = .object(Self.object(object))
    case let list as [[String: Any]]: self = .list(list.map { .object(Self.object($0)) })
    case let list as [Any]: self = .list(list.compactMap { TemplateValue($0) })
    case let number as Int: self = .text(String(number))
    case let text as Substring: self = .text(String(text))
    default: return nil
    }
  }

  static func object(_ values: [String: Any]) -> [String: TemplateValue] {
    values.compactMapValues { TemplateValue($0) }
  }

  subscript(key: String) -> TemplateValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}
