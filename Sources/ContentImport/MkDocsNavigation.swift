import Foundation

/// What `mkdocs.yml` says of the order of pages, of sections, and of former addresses.
///
///     MkDocsNavigation(of: "nav:\n  - Pay:\n    - Refund: pay/refund.md").titles  // ["pay/refund.md": "Refund"]
struct MkDocsNavigation {
  /// By the page's file below `docs`; from 1.
  private(set) var orders: [String: Int] = [:]
  private(set) var titles: [String: String] = [:]
  /// Sections whose pages lie in one folder, by that folder.
  private(set) var sections: [String: (title: String, order: Int)] = [:]
  /// Sections whose pages lie in several folders.
  private(set) var scattered: [String] = []
  /// Files that pages had, by the file they have now, from the plugin for redirects.
  private(set) var formerFiles: [String: [String]] = [:]

  /// - Complexity: O(*n*) in the lines, times the depth of the navigation.
  init(of configuration: String) {
    let lines = configuration.split(whereSeparator: \.isNewline).map(String.init)
    readNavigation(in: lines)
    readRedirects(in: lines)
  }

  private mutating func readNavigation(in lines: [String]) {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("nav:") }) else { return }
    var open: [(indent: Int, title: String, order: Int, files: [String])] = []
    var sectionOrder = 0
    for line in lines[(start + 1)...] {
      let content = line.drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard content.hasPrefix("- ") else { break }
      let indent = line.count - content.count
      while let last = open.last, last.indent >= indent { close(&open) }
      let (title, target) = Self.entry(content.dropFirst(2))
      if let target, target.hasSuffix(".md") {
        if orders[target] == nil { orders[target] = orders.count + 1 }
        if let title { titles[target] = title }
        for level in open.indices { open[level].files.append(target) }
      } else if target == nil, let title {
        sectionOrder += 1
        open.append((indent, title, sectionOrder, []))
      }
    }
    while !open.isEmpty { close(&open) }
  }

  private mutating func close(
    _ open: inout [(indent: Int, title: String, order: Int, files: [String])]
  ) {
    guard let section = open.popLast() else { return }
    let folders = section.files.map { $0.split(separator: "/").dropLast().map(String.init) }
    guard var shared = folders.first else { return }
    for folder in folders {
      shared = Array(zip(shared, folder).prefix { $0 == $1 }.map(\.0))
    }
    let path = shared.joined(separator: "/")
    if path.isEmpty || sections[path] != nil {
      scattered.append(section.title)
    } else {
      sections[path] = (section.title, section.order)
    }
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
      if let old, let new { formerFiles[new, default: []].append(old) }
    }
  }
}
