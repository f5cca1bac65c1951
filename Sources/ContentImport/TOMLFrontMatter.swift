import Foundation
import KnowledgeBase

/// Hugo's and Zola's front matter between lines of '+++', as YAML: texts, numbers, dates, true and
/// false, lists over several lines, tables.
///
///     TOMLFrontMatter.yaml(of: "+++\ntitle = 'A: b'\n+++\nText").text  // "---\ntitle: \"A: b\"\n---\nText"
enum TOMLFrontMatter {
  /// - Returns: the article with YAML, and the keys that mean nothing here or can't be read.
  static func yaml(of text: String) -> (text: String, unread: [String]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(of: "+++") else { return (text, []) }
    var yaml = ["---"]
    var unread: [String] = []
    var table = ""
    var rest = lines[1..<end]
    while let line = rest.popFirst() {
      let content = line.trimmingCharacters(in: .whitespaces)
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix("[") {
        table = content.trimmingCharacters(in: CharacterSet(charactersIn: "[] \t"))
        continue
      }
      guard let equals = content.firstIndex(of: "=") else {
        unread.append(String(content.prefix(40)))
        continue
      }
      let key = content[..<equals].trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
      var value = content[content.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      complete(&value, from: &rest)
      guard let known = name(of: key, in: table), let written = scalarOrList(value) else {
        unread.append(table.isEmpty ? key : "\(table).\(key)")
        continue
      }
      yaml.append("\(known): \(written)")
    }
    return ((yaml + ["---"] + lines[(end + 1)...].map(String.init)).joined(separator: "\n"), unread)
  }

  /// What a key of a table is called in our front matter; nil when it has no meaning there.
  private static func name(of key: String, in table: String) -> String? {
    switch table {
    case "": key
    // Zola's order of pages, and what themes keep in Hugo's parameters.
    case "extra", "params": ["order", "weight", "description", "owner"].contains(key) ? key : nil
    case "taxonomies": key == "tags" ? key : nil
    default: nil
    }
  }

  /// Takes further lines while a list or a text over several lines is open.
  private static func complete(_ value: inout String, from rest: inout ArraySlice<Substring>) {
    for mark in ["\"\"\"", "'''"] where value.hasPrefix(mark) {
      while !value.dropFirst(3).hasSuffix(mark), let next = rest.popFirst() { value += "\n" + next }
      value =
        "\""
        + String(value.dropFirst(3).dropLast(3)).replacing(mark: "\\", with: "\\\\")
        .replacing(mark: "\"", with: "\\\"").replacing(mark: "\n", with: " ") + "\""
      return
    }
    guard value.hasPrefix("[") else { return }
    while !isClosed(value), let next = rest.popFirst() {
      value += " " + next.trimmingCharacters(in: .whitespaces)
    }
  }

  private static func isClosed(_ list: String) -> Bool {
    var depth = 0
    var quote: Character?
    for character in list {
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "[": depth += 1
        case "]": depth -= 1
        default: break
        }
      }
    }
    return depth <= 0
  }

  private static func scalarOrList(_ value: String) -> String? {
    guard value.hasPrefix("[") else { return scalar(value) }
    guard let close = value.lastIndex(of: "]") else { return nil }
    let entries = split(value[value.index(after: value.startIndex)..<close])
    let written = entries.map(scalar)
    guard !written.contains(nil) else { return nil }
    return "[\(written.compactMap { $0 }.joined(separator: ", "))]"
  }

  /// The entries of a list, cut at the commas outside of quotes.
  private static func split(_ list: Substring) -> [String] {
    var entries: [String] = []
    var current = ""
    var quote: Character?
    for character in list {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," {
        entries.append(current)
        current = ""
        continue
      }
      current.append(character)
    }
    return (entries + [current]).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Nil for what isn't one value: a list in a list, a table on one line.
  private static func scalar(_ value: String) -> String? {
    if value.hasPrefix("'") {
      let text = value.dropFirst().prefix { $0 != "'" }
      return YAMLText.quoted(String(text))
    }
    if value.hasPrefix("\"") {
      // YAML's double quotes know all of TOML's escapes; a remark may follow.
      var isEscaped = false
      for index in value.indices.dropFirst() {
        if value[index] == "\"", !isEscaped { return String(value[...index]) }
        isEscaped = value[index] == "\\" && !isEscaped
      }
      return nil
    }
    let bare = value.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
    guard !bare.isEmpty, !bare.contains(where: { "[]{}".contains($0) }) else { return nil }
    return bare
  }
}
