import Foundation
import KnowledgeBase
import Testing

@testable import ContentParsing

/// Every example of the specifications of CommonMark and of GitHub's Markdown, against what
/// `Sources/MARKDOWN.md` says of them: alike, or different for a reason that stands there.
///
/// `make test` fetches the specifications and names their folder in `SIGNPOST_SPECIFICATIONS`.
@Suite struct SpecificationTests {
  private static let folder = ProcessInfo.processInfo.environment["SIGNPOST_SPECIFICATIONS"]
  private static let manual = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/MARKDOWN.md")

  @Test(.enabled(if: folder != nil), arguments: ["commonmark", "gfm"])
  func examplesAreAsTheManualSays(name: String) throws {
    let folder = try #require(Self.folder)
    let text = try String(contentsOf: URL(filePath: "\(folder)/\(name).txt"), encoding: .utf8)
    let examples = SpecificationExample.all(in: text)
    #expect(examples.count > 640)
    let parse = try BodyParser()
    let different = examples.filter { example in
      let ours = ComparableHTML(parse.html(example.markdown))
      return ours != ComparableHTML(example.html)
    }
    if ProcessInfo.processInfo.environment["SIGNPOST_SHOW_EXAMPLES"] != nil {
      for example in different {
        print("== \(name) \(example.number) \(example.section)\n\(example.markdown)")
        print("-- \(ComparableHTML(example.html).text)")
        print("++ \(ComparableHTML(parse.html(example.markdown)).text)")
      }
    }
    let explained = try Self.explained(name)
    let numbers = Set(different.map(\.number))
    #expect(numbers.subtracting(explained).sorted() == [], "different without a reason")
    #expect(explained.subtracting(numbers).sorted() == [], "alike, though the manual has a reason")
  }

  /// The numbers in the manual's table of that specification: `12, 140-160`.
  private static func explained(_ name: String) throws -> Set<Int> {
    let text = try String(contentsOf: manual, encoding: .utf8)
    let column = name == "commonmark" ? 0 : 1
    let table = text.split(separator: "\n").drop { !$0.hasPrefix("| CommonMark ") }
    let rows = table.dropFirst(2).prefix { $0.hasPrefix("| ") }
    return rows.reduce(into: []) { numbers, row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
      let cell = Array(cells)[column]
      for part in cell.split(whereSeparator: { $0 == "," || $0 == " " }) {
        let ends = part.split(separator: "-").compactMap { Int($0) }
        if let first = ends.first, let last = ends.last { numbers.formUnion(first...last) }
      }
    }
  }
}

/// An example as the specifications write it: Markdown, a line with a point, HTML.
struct SpecificationExample {
  let number: Int
  let section: String
  let markdown: String
  let html: String

  static func all(in specification: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var lines = specification.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("#") { section = String(line.drop { $0 == "#" || $0 == " " }) }
      guard line.hasPrefix(fence + " example") else { continue }
      let body = lines.prefix { !$0.hasPrefix(fence) }
      lines = lines.dropFirst(body.count + 1)
      let point = body.firstIndex(of: ".") ?? body.endIndex
      func text(_ lines: ArraySlice<Substring>) -> String {
        lines.map { $0 + "\n" }.joined().replacing("→", with: "\t")
      }
      examples.append(
        SpecificationExample(
          number: examples.count + 1, section: section, markdown: text(body[..<point]),
          html: text(body[point...].dropFirst())))
    }
    return examples
  }
}

/// HTML without what is different on purpose everywhere, so that all else can be compared.
///
/// Headings have ids and start at the second level, links and images need a target that exists,
/// columns are aligned by classes, and white space between tags means nothing.
struct ComparableHTML: Equatable {
  let text: String

  init(_ html: String) {
    var text = html
    text = text.replacing(/<(\/?)h1\b/) { "<\($0.1)h2" }
    text = text.replacing(/<h([2-6]) id="[^"]*">/) { "<h\($0.1)>" }
    text = text.replacing(/<img src="(?!https?:)[^"]*" alt="([^"]*)"[^>]*>/) { "\($0.1)" }
    text = Self.withoutLocalLinks(text)
    text = text.replacing(/\ align="(\w+)"/) { match in
      let name = ["left": "start", "right": "end"][match.1] ?? "\(match.1)"
      return match.1 == "left" ? "" : " class=\"align-\(name)\""
    }
    text = text.replacing(/\s*\n\s*/, with: "\n").replacing(/>\n/, with: ">")
      .replacing(/\n</, with: "<")
    self.text = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Links to pages of the specification's own lead nowhere here; their text is kept.
  private static func withoutLocalLinks(_ html: String) -> String {
    var isOpen: [Bool] = []
    return html.replacing(/<a href="([^"]*)"[^>]*>|<\/a>/) { match in
      guard let address = match.1 else { return isOpen.popLast() == false ? "" : "\(match.0)" }
      let isKept = address.firstMatch(of: /^(https?|mailto|tel|sms):/) != nil
      isOpen.append(isKept)
      return isKept ? "<a href=\"\(address)\">" : ""
    }
  }
}
