import Foundation

/// What `mkdocs.yml` says of the order of pages, of sections, and of former addresses.
///
///     MkDocsNavigation(of: "nav:\n  - Pay:\n    - Refund: pay/refund.md").entries
///     // [.section(title: "Pay", description: nil, [.page("pay/refund.md", title: "Refund")])]
struct MkDocsNavigation {
  private(set) var entries: [NavigationEntry] = []
  /// Files that pages had, and the file each has now, from the plugin for redirects.
  private(set) var formerFiles: [(old: String, new: String)] = []

  /// - Complexity: O(*n*) in the lines.
  init(of configuration: String) {
    let lines = configuration.split(whereSeparator: \.isNewline).map(String.init)
    readNavigation(in: lines)
    readRedirects(in: lines)
  }

  private mutating func readNavigation(in lines: [String]) {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("nav:") }) else { return }
    var open: [(indent: Int, title: String, entries: [NavigationEntry])] = []
    func add(_ entry: NavigationEntry) {
      if open.isEmpty { entries.append(entry) } else { open[open.count - 1].entries.append(entry) }
    }
    func close() {
      guard let section = open.popLast() else { return }
      add(.section(title: section.title, description: nil, section.entries))
    }
    for line in lines[(start + 1)...] {
      let content = line.drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard content.hasPrefix("- ") else { break }
      let indent = line.count - content.count
      while let last = open.last, last.indent >= indent { close() }
      let (title, target) = Self.entry(content.dropFirst(2))
      if let target, target.hasSuffix(".md") {
        add(.page(target, title: title))
      } else if target == nil, let title {
        open.append((indent, title, []))
      }
    }
    while !open.isEmpty { close() }
  }

  /// `Title: pay/refund.md`, `Title:` and `pay/refund.md`.
  private static func entry(_ text: Substring) -> (title: String?, target: String?) {
    let quotes = CharacterSet(charactersIn: " \"'")
    if text.hasSuffix(":") { return (text.dropLast().trimmingCharacters(in: quotes), nil) }
    guard let colon = text.ranges(of: ": ").last else {
      return (nil, text.trimmingCharacters(in: quotes))
    }
    return (
      text[..<colon.lowerBound].trimmingCharacters(in: quotes),
      text[colon.upperBound...].trimmingCharacters(in: quotes)
    )
  }

  private mutating func readRedirects(in lines: [String]) {
    guard
      let start = lines.firstIndex(where: {
        $0.trimmingCharacters(in: .whitespaces) == "redirect_maps:"
      })
    else { return }
    let indent = lines[start].prefix { $0 == " " }.count
    for line in lines[(start + 1)...] {
      let content = line.drop { $0 == " " }
      guard line.count - content.count > indent else { break }
      let (old, new) = Self.entry(content)
      if let old, let new { formerFiles.append((old, new)) }
    }
  }
}
