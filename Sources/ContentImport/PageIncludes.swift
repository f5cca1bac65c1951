import Foundation
import KnowledgeBase

/// Puts what a page includes from other files in its place.
///
/// Read are Jekyll's `{% include tip.md %}`, `{{% include "tip.md" %}}` of themes for Hugo, snippets
/// of MkDocs (`--8<-- "tip.md"`, `{% include "tip.md" %}`), and parts of Docusaurus (`<Tip />` with
/// `import Tip from './_tip.mdx'`).
///
/// - Complexity: O(*n*) in the text that comes of it, which is at most `maximumLength`.
struct PageIncludes {
  private static let maximumDepth = 5
  private static let maximumLength = 4_000_000

  let project: GeneratorProject
  /// Includes whose file isn't there, or isn't Markdown; they stay as they are.
  private(set) var missing: [String] = []
  private var length = 0

  init(_ project: GeneratorProject) { self.project = project }

  /// - Parameter path: of the page, below the project.
  mutating func expanded(_ body: String, of path: String) -> String {
    missing = []
    length = 0
    return expanded(body, in: path.split(separator: "/").dropLast().map(String.init), depth: 0)
  }

  private mutating func expanded(_ body: String, in folder: [String], depth: Int) -> String {
    guard depth < Self.maximumDepth else { return body }
    switch project.generator {
    case .docusaurus: return withParts(body, in: folder, depth: depth)
    case .jekyll, .mkdocs, .hugo:
      guard body.contains("include") || body.contains("-8<-") || body.contains("readfile") else {
        return body
      }
      let snippet = /^\s*-+8<-+\s+["']([^"']+)["']\s*$/
      let tag =
        /\{[\{%][%<-]?\s*(include|include_relative|include-markdown|readfile|snippet)\s+(?:file=)?["']?([^\s"'%>}]+)["']?(.*?)[-%>]?[%}]\}/
      return body.changingLinesOutsideCode { line in
        if let match = line.wholeMatch(of: snippet) {
          return part(String(match.1), in: folder, isRelative: false, depth: depth) ?? String(line)
        }
        var result = String(line)
        for match in line.matches(of: tag) {
          guard
            var text = part(
              String(match.2), in: folder, isRelative: match.1 != "include", depth: depth)
          else { continue }
          for (key, value) in MarkupTag(element: "<include \(match.3)>")?.named ?? [:] {
            text = text.replacing(mark: "{{ include.\(key) }}", with: value)
          }
          result = result.replacing(match.0, with: text)
        }
        return result
      }
    }
  }

  private mutating func withParts(_ body: String, in folder: [String], depth: Int) -> String {
    var parts: [Substring: String] = [:]
    for match in body.matches(of: /(?m)^import\s+(\w+)\s+from\s+["']([^"']+\.mdx?)["']/) {
      parts[match.1] = String(match.2)
    }
    guard !parts.isEmpty else { return body }
    return body.changingLinesOutsideCode { line in
      guard let match = line.wholeMatch(of: /\s*<(\w+)\b[^>]*\/>\s*/), let file = parts[match.1]
      else { return String(line) }
      let name = file.replacing(mark: "@site/", with: "/")
      return part(name, in: folder, isRelative: true, depth: depth) ?? String(line)
    }
  }

  /// The text of a file, without front matter and with what it includes itself.
  private mutating func part(
    _ name: String, in folder: [String], isRelative: Bool, depth: Int
  ) -> String? {
    let parts = name.split(separator: "/").map(String.init).filter { $0 != "." }
    for base in bases(of: folder, isRelative: isRelative && !name.hasPrefix("/")) {
      var path = base
      for part in parts { if part != ".." { path.append(part) } else { _ = path.popLast() } }
      guard
        path.last?.hasSuffix(".md") == true || path.last?.hasSuffix(".mdx") == true
          || path.last?.hasSuffix(".markdown") == true,
        let bytes = try? Data(
          contentsOf: project.folder.appending(path: path.joined(separator: "/"))),
        let text = String(validating: bytes, as: UTF8.self),
        length + text.utf8.count
          <= Self.maximumLength
      else { continue }
      length += text.utf8.count
      let body = FrontMatterText(text.replacing(mark: "\r\n", with: "\n")).body
      return expanded(body, in: path.dropLast(), depth: depth + 1)
        .trimmingCharacters(in: .newlines)
    }
    missing.append(name)
    return nil
  }

  /// Where a name may be looked up, below the project.
  private func bases(of folder: [String], isRelative: Bool) -> [[String]] {
    switch project.generator {
    case .jekyll: isRelative ? [folder] : [["_includes"]]
    case .docusaurus: isRelative ? [folder] : [[]]
    case .mkdocs: isRelative ? [folder] : [[], project.root, folder]
    case .hugo: [folder, project.root, []]
    }
  }
}
