/// The templates of a site by name, each of which may be put together with others.
struct TemplateLibrary: Sendable {
  private let templates: [String: Template]

  /// - Throws: `TemplateCycle`.
  init(_ templates: [String: Template]) throws(TemplateCycle) {
    self.templates = templates
    if let name = firstInCycle() { throw TemplateCycle(name: name) }
  }

  /// - Parameter values: what each asks for is looked up in the last first; texts, truths, numbers,
  ///   and dictionaries and arrays of them.
  /// - Returns: UTF-8; nothing for a template that isn't there.
  func render(_ name: String, with values: [String: TemplateValue]...) -> [UInt8] {
    var renderer = TemplateRenderer(templates, values: values)
    renderer.render(name)
    return renderer.output
  }

  /// A template that is part of itself, which would never end.
  private func firstInCycle() -> String? {
    var done: Set<String> = []
    for start in templates.keys.sorted() where !done.contains(start) {
      var path: [(name: String, rest: [String])] = [(start, others(of: start))]
      while let (name, rest) = path.last {
        guard let next = rest.last else {
          done.insert(name)
          path.removeLast()
          continue
        }
        path[path.count - 1].rest.removeLast()
        if path.contains(where: { $0.name == next }) { return next }
        if !done.contains(next) { path.append((next, others(of: next))) }
      }
    }
    return nil
  }

  private func others(of name: String) -> [String] {
    templates[name]?.others.sorted(by: >) ?? []
  }
}

struct TemplateCycle: Error { let name: String }

/// Renders one page. Bytes are appended to one buffer, whatever the depth.
private struct TemplateRenderer {
  private let templates: [String: Template]
  private(set) var output: [UInt8] = []
  private var stack: [TemplateValue]
  /// What fills places, the outermost template's first.
  private var blocks: [String: [Template.Part]] = [:]
  private var indentation: [UInt8] = []
  private var isLineStart = true

  init(_ templates: [String: Template], values: [[String: TemplateValue]]) {
    self.templates = templates
    stack = values.map { .object($0) }
    output.reserveCapacity(1 << 15)
  }

  mutating func render(_ name: String) {
    if let template = templates[name] { render(template.parts) }
  }

  private mutating func render(_ parts: [Template.Part]) {
    for part in parts {
      switch part {
      case .text(let bytes):
        indent()
        output += bytes
        isLineStart = bytes.last == UInt8(ascii: "\n")
      case .value(let name, let isEscaped):
        guard let value = value(of: name) else { continue }
        indent()
        append(value, isEscaped: isEscaped)
      case .section(let name, let inner, let isInverted):
        renderSection(value(of: name), inner, isInverted: isInverted)
      case .partial(let name, let white):
        indented(by: white) { $0.render(name) }
      case .block(let name, let inner):
        // A filling that holds the place itself shows what stood there.
        let filling = blocks.removeValue(forKey: name)
        render(filling ?? inner)
        blocks[name] = filling
      case .parent(let name, let filled, let white):
        let outer = blocks
        blocks.merge(filled) { first, _ in first }
        indented(by: white) { $0.render(name) }
        blocks = outer
      }
    }
  }

  private mutating func renderSection(
    _ value: TemplateValue?, _ parts: [Template.Part], isInverted: Bool
  ) {
    switch value {
    case nil: if isInverted { render(parts) }
    case .flag(let flag): if flag != isInverted { render(parts) }
    case .list(let values):
      if isInverted {
        if values.isEmpty { render(parts) }
      } else {
        for value in values { render(parts, about: value) }
      }
    case .text, .object:
      if !isInverted, let value { render(parts, about: value) }
    }
  }

  private mutating func render(_ parts: [Template.Part], about value: TemplateValue) {
    stack.append(value)
    render(parts)
    stack.removeLast()
  }

  private func value(of name: Template.Name) -> TemplateValue? {
    guard let first = name.keys.first else { return stack.last }
    var found = stack.last?[first]
    var depth = stack.count - 2
    while found == nil, !name.isInnermost, depth >= 0 {
      found = stack[depth][first]
      depth -= 1
    }
    for key in name.keys.dropFirst() { found = found?[key] }
    return found
  }

  // MARK: - Output

  private mutating func indented(by white: [UInt8], _ body: (inout Self) -> Void) {
    indentation += white
    body(&self)
    indentation.removeLast(white.count)
  }

  private mutating func indent() {
    if isLineStart, !indentation.isEmpty { output += indentation }
    isLineStart = false
  }

  private mutating func append(_ value: TemplateValue, isEscaped: Bool) {
    switch value {
    case .text(var text):
      text.withUTF8 { bytes in
        if isEscaped { PageText.escape(bytes, into: &output) } else { output += bytes }
      }
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .list, .object: break
    }
  }
}
