/// The templates of a site by name, each of which may be put together with others.
struct TemplateLibrary: Sendable {
  private let program: TemplateProgram

  /// - Throws: `TemplateCycle`.
  init(_ templates: [String: Template]) throws(TemplateCycle) {
    if let name = Self.firstInCycle(of: templates) { throw TemplateCycle(name: name) }
    program = TemplateProgram(templates)
  }

  /// - Parameter values: what each asks for is looked up in the last first.
  /// - Returns: UTF-8; nothing for a template that isn't there.
  func render(_ name: String, with values: [TemplateObject]) -> [UInt8] {
    guard let steps = program.steps(of: name) else { return [] }
    var renderer = TemplateRenderer(program, values: values)
    renderer.follow(steps)
    return renderer.output
  }

  /// A template that is part of itself, which would never end.
  private static func firstInCycle(of templates: [String: Template]) -> String? {
    func others(of name: String) -> [String] { templates[name]?.others.sorted(by: >) ?? [] }
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
}

struct TemplateCycle: Error { let name: String }

/// Renders one page. Bytes are appended to one buffer, whatever the depth.
private struct TemplateRenderer {
  private let program: TemplateProgram
  private(set) var output: [UInt8] = []
  private var stack: [TemplateValue]
  /// What fills each block, the outermost template's first.
  private var fillings: [Range<Int>?]
  private var indentation: [UInt8] = []
  private var isLineStart = true

  init(_ program: TemplateProgram, values: [TemplateObject]) {
    self.program = program
    stack = values.map { .object($0) }
    fillings = Array(repeating: nil, count: program.blockCount)
    output.reserveCapacity(1 << 15)
  }

  mutating func follow(_ range: Range<Int>) {
    // Held once: else each step would count that they are held.
    let steps = program.steps
    var position = range.lowerBound
    while position < range.upperBound {
      let inner = position + 1
      position = inner
      switch steps[inner - 1] {
      case .text(let range): appendText(range)
      case .value(let name, let isEscaped):
        guard let value = value(of: name) else { continue }
        indent()
        append(value, isEscaped: isEscaped)
      case .section(let name, let isInverted, let end):
        renderSection(value(of: name), inner..<end, isInverted: isInverted)
        position = end
      case .partial(let template, let white):
        if let template { follow(program.templates[template], indentedBy: white) }
      case .block(let block, let end):
        // A filling that holds the block itself shows what stood there.
        let filling = fillings[block]
        fillings[block] = nil
        follow(filling ?? inner..<end)
        fillings[block] = filling
        position = end
      case .parent(let template, let filled, let white, let end):
        position = end
        guard let template else { continue }
        let outer = fillings
        for filling in program.fillings[filled] where fillings[filling.block] == nil {
          fillings[filling.block] = filling.steps
        }
        follow(program.templates[template], indentedBy: white)
        fillings = outer
      }
    }
  }

  private mutating func renderSection(
    _ value: TemplateValue?, _ steps: Range<Int>, isInverted: Bool
  ) {
    switch value {
    case nil: if isInverted { follow(steps) }
    case .flag(let flag): if flag != isInverted { follow(steps) }
    case .list(let values):
      if isInverted {
        if values.isEmpty { follow(steps) }
      } else {
        for value in values { follow(steps, about: value) }
      }
    case .text, .object:
      if !isInverted, let value { follow(steps, about: value) }
    }
  }

  private mutating func follow(_ steps: Range<Int>, about value: TemplateValue) {
    stack.append(value)
    follow(steps)
    stack.removeLast()
  }

  private func value(of number: Int) -> TemplateValue? {
    let name = program.names[number]
    guard let first = name.first, !stack.isEmpty else { return stack.last }
    var depth = stack.count
    var found: TemplateValue?
    repeat {
      depth -= 1
      found = stack[depth][first]
    } while found == nil && !name.isInnermost && depth > 0
    for place in name.rest { found = found?[program.keys[place]] }
    return found
  }

  // MARK: - Output

  private mutating func follow(_ steps: Range<Int>, indentedBy white: Range<Int>) {
    indentation += program.texts[white]
    follow(steps)
    indentation.removeLast(white.count)
  }

  private mutating func appendText(_ range: Range<Int>) {
    let text = program.texts[range]
    guard let last = text.last else { return }
    if indentation.isEmpty {
      output += text
    } else {
      for byte in text {
        indent()
        output.append(byte)
        isLineStart = byte == Self.lineFeed
      }
    }
    isLineStart = last == Self.lineFeed
  }

  private mutating func indent() {
    if isLineStart, !indentation.isEmpty { output += indentation }
    isLineStart = false
  }

  private mutating func append(_ value: TemplateValue, isEscaped: Bool) {
    switch value {
    case .text(let text):
      if isEscaped { PageText.escape(text, into: &output) } else { output += text.utf8 }
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .list, .object: break
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
}
