import CCMark
import KnowledgeBase

/// The notes of an article: what they say, and in what order the text first refers to them.
struct Footnotes {
  private var quotes: [String: OpaquePointer] = [:]
  private var order: [String] = []
  private var references: [String: Int] = [:]
  private var numbers: [String: Int] = [:]

  struct Reference {
    let number: Int
    /// How often the note was referred to before, counted from 1.
    let occurrence: Int
  }

  mutating func define(_ label: String, _ quote: OpaquePointer) {
    if quotes[label] == nil {
      quotes[label] = quote
    } else {
      cmark_node_free(quote)
    }
  }

  /// Nil when no note has that label.
  mutating func refer(to label: String) -> Reference? {
    guard quotes[label] != nil else { return nil }
    let count = (references[label] ?? 0) + 1
    references[label] = count
    if count == 1 { order.append(label) }
    guard let index = numbers[label] else {
      numbers[label] = order.count
      return Reference(number: order.count, occurrence: 1)
    }
    return Reference(number: index, occurrence: count)
  }

  /// The ids that the notes have on the page.
  var anchors: [String] { order.indices.map { "note-\($0 + 1)" } }

  static func reference(_ reference: Reference) -> String {
    let id = id(ofReference: reference.occurrence, to: reference.number)
    return "<sup class=\"note-ref\"><a href=\"#note-\(reference.number)\" id=\"\(id)\">"
      + "\(reference.number)</a></sup>"
  }

  private static func id(ofReference occurrence: Int, to number: Int) -> String {
    occurrence == 1 ? "note-ref-\(number)" : "note-ref-\(number)-\(occurrence)"
  }

  /// All notes, also inside those that nothing refers to.
  var contents: [OpaquePointer] { quotes.sorted { $0.key < $1.key }.map(\.value) }

  /// Appends the notes that the text refers to, in its order, and frees the others.
  mutating func append(to root: OpaquePointer) {
    defer {
      for (label, quote) in quotes where references[label] == nil { cmark_node_free(quote) }
      quotes = [:]
    }
    guard !order.isEmpty,
      let section = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK,
        opening: "<section class=\"notes\">\n<p class=\"notes-title\">"
          + "\(TextPlaceholder.notes.comment)</p>\n<ol>",
        closing: "</ol>\n</section>")
    else { return }
    for (index, label) in order.enumerated() {
      guard let quote = quotes[label],
        let item = OpaquePointer.custom(
          CMARK_NODE_CUSTOM_BLOCK, opening: "<li id=\"note-\(index + 1)\">", closing: "</li>")
      else { continue }
      for child in quote.children { cmark_node_append_child(item, child) }
      cmark_node_free(quote)
      appendWaysBack(to: item, number: index + 1, count: references[label] ?? 1)
      cmark_node_append_child(section, item)
    }
    cmark_node_append_child(root, section)
  }

  /// A link back to each place that refers to the note, at the end of its last paragraph.
  private func appendWaysBack(to item: OpaquePointer, number: Int, count: Int) {
    let links = (1...count).map { occurrence in
      " <a class=\"note-back\" href=\"#\(Self.id(ofReference: occurrence, to: number))\">"
        + "↩<span class=\"unseen\">\(TextPlaceholder.backToText.comment)</span></a>"
    }
    guard
      let back = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_INLINE, opening: links.joined(), closing: "")
    else { return }
    let last = cmark_node_last_child(item)
    cmark_node_append_child(last?.kind == CMARK_NODE_PARAGRAPH ? last : item, back)
  }
}
