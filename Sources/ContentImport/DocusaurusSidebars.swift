/// The order and the sections of `sidebars.js`, as far as they are written and not programmed.
///
///     DocusaurusSidebars(of: "module.exports = {docs: ['intro', {Pay: ['pay/refund']}]}")?.entries
///     // [.page("intro", title: nil), .section(title: "Pay", description: nil, [.page("pay/refund", …)])]
struct DocusaurusSidebars {
  private(set) var entries: [NavigationEntry] = []

  /// Nil for a file whose sidebars a program makes.
  init?(of text: String) {
    let marks = ["module.exports =", "export default", "SidebarsConfig =", "sidebars ="]
    guard
      case .object(let sidebars)? = ScriptLiteral(afterFirstOf: marks, in: text)
        ?? (text.first { !$0.isWhitespace } == "{"
          ? ScriptLiteral(afterFirstOf: [""], in: text) : nil)
    else { return nil }
    for sidebar in sidebars { entries += Self.entries(of: sidebar.value) }
  }

  private static func entries(of literal: ScriptLiteral) -> [NavigationEntry] {
    switch literal {
    case .text(let page): [.page(page, title: nil)]
    case .list(let list): list.flatMap(entries)
    case .object(let pairs): entry(literal, pairs)
    case .other: []
    }
  }

  private static func entry(
    _ literal: ScriptLiteral, _ pairs: [(key: String, value: ScriptLiteral)]
  ) -> [NavigationEntry] {
    switch literal["type"]?.text {
    case "doc", "ref":
      return literal["id"]?.text.map { [.page($0, title: nil)] } ?? []
    case "category":
      let page = literal["link"]?["id"]?.text.map { [NavigationEntry.page($0, title: nil)] } ?? []
      let description = literal["link"]?["description"] ?? literal["description"]
      let inner = page + (literal["items"].map(entries) ?? [])
      guard let label = literal["label"]?.text else { return inner }
      return [.section(title: label, description: description?.text, inner)]
    case nil:
      // The short form: a label and its pages.
      return pairs.map { .section(title: $0.key, description: nil, entries(of: $0.value)) }
    default: return []
    }
  }
}
