/// Attributes, icons and keys that extensions of Markdown write into the text.
enum AttributeMarks {
  /// kramdown's `{: .note }` before or after a paragraph or quotation, as an alert.
  ///
  ///     AttributeMarks.alerts(in: "{: .tip }\nPay early")  // "::: tip\nPay early\n:::"
  ///
  /// - Complexity: O(*n*).
  static func alerts(in body: String) -> String {
    guard body.contains("{:") else { return body }
    let lines = body.linesAndCode
    var result: [String] = []
    var index = 0
    /// The lines of a block without the marks of a quotation.
    func unquoted(_ block: [String]) -> [String] {
      block.allSatisfy { $0.hasPrefix(">") }
        ? block.map { String($0.dropFirst($0.hasPrefix("> ") ? 2 : 1)) } : block
    }
    while index < lines.count {
      let (line, isCode) = lines[index]
      index += 1
      guard !isCode, let kind = alert(line) else {
        result.append(String(line))
        continue
      }
      var before = 0
      while before < result.count, !result[result.count - 1 - before].isEmpty { before += 1 }
      var after: [String] = []
      while index + after.count < lines.count, !lines[index + after.count].line.isEmpty {
        after.append(String(lines[index + after.count].line))
      }
      var block: [String]
      if before > 0, result[result.count - before].hasPrefix(">") || after.isEmpty {
        block = unquoted(Array(result.suffix(before)))
        result.removeLast(before)
      } else if !after.isEmpty {
        block = unquoted(after)
        index += after.count
      } else {
        result.append(String(line))
        continue
      }
      var title = ""
      if kind.hasTitle, let first = block.first {
        title = " " + first
        block.removeFirst()
      }
      if result.last != "" { result.append("") }
      result += ["::: \(kind.name)\(title)"] + block + [":::"]
      if index < lines.count, !lines[index].line.isEmpty { result.append("") }
    }
    return result.joined(separator: "\n")
  }

  private static func alert(_ line: Substring) -> (name: String, hasTitle: Bool)? {
    guard let match = line.wholeMatch(of: /\{:\s*\.(?:prompt-)?([a-z]+)(-title)?\s*\}\s*/) else {
      return nil
    }
    let kinds = ["info": "note", "danger": "caution"]
    let name = kinds[String(match.1)] ?? String(match.1)
    guard ["note", "tip", "important", "warning", "caution"].contains(name) else { return nil }
    return (name, match.2 != nil)
  }

  /// Leaves out icons and attributes of MkDocs; a tick and a cross are text. Keys become elements.
  ///
  ///     AttributeMarks.withoutStyle("[Pay](pay.md){ .md-button } :material-check:")  // "[Pay](pay.md) ✓"
  ///
  /// - Returns: the text, and whether it has keys.
  /// - Complexity: O(*n*).
  static func withoutStyle(_ body: String) -> (text: String, hasKeys: Bool) {
    var hasKeys = false
    let text = body.changingLinesOutsideCode { line in
      guard line.contains("{") || line.contains(":") || line.contains("++") else {
        return String(line)
      }
      // Attributes alone on a line are those of the block above.
      if line.wholeMatch(of: /\s*\{:?\s*\.[^{}]*\}\s*/) != nil { return nil }
      return
        String(line)
        .replacing(
          /(`[^`]*`)|:(?:material|octicons|fontawesome|simple)-([a-z0-9-]+):(?:\{[^{}]*\})? ?/
        ) { match in
          if let code = match.1 { return String(code) }
          let words = (match.2 ?? "").split(separator: "-")
          if words.contains("check") { return "✓ " }
          return words.contains("close") || words.contains("cross") ? "✗ " : ""
        }
        .replacing(mark: " ](", with: "](")
        .replacing(/\[\](\([^()]*\))\{[^{}]*title="([^"{}]+)"[^{}]*\}/) { "[\($0.2)]\($0.1)" }
        .replacing(/([)\]*_`✓✗] ?)\{(:?[^{}]*)\}/) { match in
          let content = match.2.drop { $0 == " " || $0 == ":" }
          return content.hasPrefix(".") || content.contains("=")
            ? String(match.1) : String(match.0)
        }
        .replacing(/(`[^`]*`)|\+\+([a-z0-9]+(?:[+-][a-z0-9]+)*)\+\+/) { match in
          if let code = match.1 { return String(code) }
          hasKeys = true
          return (match.2 ?? "").split(separator: "+").map(key).joined(separator: "+")
        }
    }
    return (text, hasKeys)
  }

  private static let signs = [
    "arrow-down": "↓", "arrow-left": "←", "arrow-right": "→", "arrow-up": "↑", "cmd": "⌘",
    "down": "↓", "left": "←", "question-mark": "?", "right": "→", "up": "↑",
  ]

  private static func key(_ name: Substring) -> String {
    let words = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "<kbd>\(signs[String(name)] ?? words.joined(separator: " "))</kbd>"
  }
}
