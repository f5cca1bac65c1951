import Foundation

/// An article's text as another generator wrote it, whose front matter is changed key by key.
///
///     var text = FrontMatterText("---\ntitle: A\n---\nText\n")
///     text.insert("order", "2")  // "---\norder: 2\ntitle: A\n---\nText\n"
struct FrontMatterText {
  /// The lines between the marks; nil where the text has no front matter.
  private(set) var matter: [String]?
  /// What follows the closing mark.
  var body: String

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.first == "---",
      let end = lines.dropFirst().firstIndex(where: {
        $0.hasPrefix("---") && $0.allSatisfy { " -".contains($0) }
      })
    else {
      body = text
      return
    }
    matter = lines[1..<end].map(String.init)
    lines = lines[(end + 1)...]
    body = lines.joined(separator: "\n")
  }

  var text: String {
    guard let matter else { return body }
    return (["---"] + matter + ["---", body]).joined(separator: "\n")
  }

  /// The text of a key on one line.
  func value(_ key: String) -> String? {
    guard let line = matter?.first(where: { $0.hasPrefix("\(key):") }) else { return nil }
    let value = line.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
    let quotes = CharacterSet(charactersIn: "\"'")
    let bare = value.trimmingCharacters(in: quotes)
    return bare.isEmpty ? nil : bare
  }

  /// How many addresses `aliases` and `redirect_from` name.
  var addresses: Int {
    let matter = matter ?? []
    return matter.indices.reduce(0) { count, index in
      guard matter[index].hasPrefix("aliases:") || matter[index].hasPrefix("redirect_from:") else {
        return count
      }
      let written = matter[index].drop { $0 != ":" }.dropFirst().trimmingCharacters(
        in: .whitespaces)
      if written.hasPrefix("[") { return count + written.split(separator: ",").count }
      if !written.isEmpty { return count + 1 }
      return count
        + matter[(index + 1)...].prefix { $0.drop { $0 == " " }.hasPrefix("- ") }.count
    }
  }

  /// What front matter says, else the first-level heading.
  var title: String? {
    value("title")
      ?? body.linesAndCode.first { !$0.isCode && $0.line.hasPrefix("# ") }
      .map { $0.line.dropFirst(2).trimmingCharacters(in: .whitespaces) }
  }

  /// Adds a key, unless it is there.
  mutating func insert(_ key: String, _ yaml: String) {
    guard matter?.contains(where: { $0.hasPrefix("\(key):") }) != true else { return }
    matter = ["\(key): \(yaml)"] + (matter ?? [])
  }

  mutating func remove(_ key: String) {
    matter?.removeAll { $0.hasPrefix("\(key):") }
  }

  /// Adds a former address.
  mutating func addAlias(_ address: String) {
    let entry = "- \(YAMLText.quoted(address))"
    var lines = matter ?? []
    defer { matter = lines }
    guard let own = lines.firstIndex(where: { $0.hasPrefix("aliases:") }) else {
      lines.insert(contentsOf: ["aliases:", "  \(entry)"], at: 0)
      return
    }
    let value = lines[own].dropFirst("aliases:".count).trimmingCharacters(in: .whitespaces)
    if value.isEmpty {
      let next = lines.indices.contains(own + 1) ? lines[own + 1] : ""
      let isList = next.drop { $0 == " " }.hasPrefix("- ")
      lines.insert("\(isList ? String(next.prefix { $0 == " " }) : "  ")\(entry)", at: own + 1)
    } else if value.hasPrefix("[") {
      lines[own] = "aliases: [\(YAMLText.quoted(address)), " + value.dropFirst()
    } else {
      lines[own] = "aliases: [\(YAMLText.quoted(address)), \(value)]"
    }
  }
}
