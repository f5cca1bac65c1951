import KnowledgeBase

/// Lets the headings of a page go down one level at a time: who hears a page takes a level that is
/// left out for a part that is missing (WCAG 2.2, 1.3.1). `signpost check` tells the editor.
enum HeadingLevels {
  /// - Parameters:
  ///   - html: of an article's body, below the page's title.
  ///   - sections: its headings, in their order.
  /// - Returns: the same where no heading is more than a level below the one before.
  static func inOrder(_ html: String, _ sections: [Section]) -> String {
    // The levels, as written, of the headings that a heading stands below.
    var above: [Int] = []
    let shown = sections.map { section in
      // Text before the first heading has none.
      guard section.level > 0 else { return 0 }
      while let last = above.last, last >= section.level { above.removeLast() }
      above.append(section.level)
      return above.count + 1
    }
    guard shown != sections.map(\.level) else { return html }
    var output = ""
    var rest = html[...]
    for (section, level) in zip(sections, shown) where level != section.level {
      let closing = "</h\(section.level)>"
      guard let start = rest.firstRange(of: "<h\(section.level) id=\"\(section.anchor)\">"),
        let end = rest[start.upperBound...].firstRange(of: closing)
      else { continue }
      output += rest[..<start.lowerBound]
      output += "<h\(level) id=\"\(section.anchor)\">"
      output += rest[start.upperBound..<end.lowerBound]
      output += "</h\(level)>"
      rest = rest[end.upperBound...]
    }
    return output + rest
  }
}
