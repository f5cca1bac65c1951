import CCMark
import KnowledgeBase

extension MarkdownParser {
  /// False for what has no sign of a task; so with most articles.
  static func mayHoldTasks(_ source: String) -> Bool {
    source.contains(mark: "[ ]") || source.contains(mark: "[x]") || source.contains(mark: "[X]")
  }

  /// GitHub's task lists: an item that begins with `[ ]` or `[x]`.
  func buildTasks(below root: OpaquePointer) {
    for item in root.descendants(CMARK_NODE_ITEM) {
      guard let paragraph = item.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
        let text = paragraph.firstChild, text.kind == CMARK_NODE_TEXT
      else { continue }
      let literal = text.literal
      let mark = literal.prefix(3)
      guard ["[ ]", "[x]", "[X]"].contains(mark),
        let next = literal.dropFirst(3).first, next.isWhitespace
      else { continue }
      cmark_node_set_literal(text, String(literal.dropFirst(4)))
      let checked = mark == "[ ]" ? "" : " checked"
      // The label names the box for those who don't see it.
      guard
        let label = OpaquePointer.custom(
          CMARK_NODE_CUSTOM_INLINE,
          opening: "<label class=\"task\"><input type=\"checkbox\" disabled\(checked)> ",
          closing: "</label>")
      else { continue }
      for child in paragraph.children { cmark_node_append_child(label, child) }
      cmark_node_append_child(paragraph, label)
    }
  }

  /// Gives each step of a how-to article an id: `step-3`, in a second list `step-2-3`.
  mutating func numberSteps(of root: OpaquePointer) {
    guard kind == .howTo else { return }
    var lists = 0
    for list in root.children where list.kind == CMARK_NODE_LIST {
      guard cmark_node_get_list_type(list) == CMARK_ORDERED_LIST else { continue }
      lists += 1
      let first = Int(cmark_node_get_list_start(list))
      guard
        let steps = OpaquePointer.custom(
          CMARK_NODE_CUSTOM_BLOCK, opening: first == 1 ? "<ol>" : "<ol start=\"\(first)\">",
          closing: "</ol>")
      else { continue }
      for (index, item) in list.children.enumerated() {
        let number = first + index
        let id = anchors.claim(lists == 1 ? "step-\(number)" : "step-\(lists)-\(number)")
        guard
          let step = OpaquePointer.custom(
            CMARK_NODE_CUSTOM_BLOCK, opening: "<li id=\"\(id)\">", closing: "</li>")
        else { continue }
        for child in item.children { cmark_node_append_child(step, child) }
        if cmark_node_get_list_tight(list) != 0 { Self.unwrapParagraphs(of: step) }
        cmark_node_append_child(steps, step)
      }
      cmark_node_replace(list, steps)
      cmark_node_free(list)
    }
  }

  /// In a list without blank lines the text of an item is no paragraph.
  private static func unwrapParagraphs(of step: OpaquePointer) {
    for paragraph in step.children where paragraph.kind == CMARK_NODE_PARAGRAPH {
      paragraph.replace(with: CMARK_NODE_CUSTOM_BLOCK, opening: "", closing: "")
    }
  }
}
