/// The templates of a site as one row of steps, in which names are numbers. Following it takes a
/// fraction of what walking the trees of the templates does, whose every branch is counted and
/// released.
struct TemplateProgram: Sendable {
  /// What stands inside of a step follows it, up to its end.
  enum Step: Sendable {
    case text(Range<Int>)
    case value(name: Int, isEscaped: Bool)
    case section(name: Int, isInverted: Bool, end: Int)
    /// A template that isn't there has no number.
    case partial(Int?, indentation: Range<Int>)
    case block(Int, end: Int)
    case parent(Int?, fillings: Range<Int>, indentation: Range<Int>, end: Int)
  }

  struct Name: Sendable {
    /// Nil for the value itself that a section is about.
    let first: TemplateKey?
    /// Among `keys`.
    let rest: Range<Int>
    let isInnermost: Bool
  }

  /// What fills a block.
  struct Filling: Sendable {
    let block: Int
    let steps: Range<Int>
  }

  private(set) var steps: [Step] = []
  private(set) var texts: [UInt8] = []
  private(set) var names: [Name] = []
  private(set) var keys: [TemplateKey] = []
  private(set) var fillings: [Filling] = []
  private let numbers: [String: Int]
  /// The steps of each template.
  private(set) var templates: [Range<Int>] = []
  private var namesByText: [String: Int] = [:]
  private var blocks: [String: Int] = [:]

  var blockCount: Int { blocks.count }

  init(_ templates: [String: Template]) {
    let sorted = templates.sorted { $0.key < $1.key }
    numbers = Dictionary(
      sorted.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (_, template) in sorted { self.templates.append(add(template.parts)) }
  }

  func steps(of template: String) -> Range<Int>? { numbers[template].map { templates[$0] } }

  /// - Returns: Where the steps of these parts stand.
  private mutating func add(_ parts: [Template.Part]) -> Range<Int> {
    let start = steps.count
    var isAfterText = false
    for part in parts {
      add(part, isAfterText: isAfterText)
      isAfterText = if case .text = part { true } else { false }
    }
    return start..<steps.count
  }

  private mutating func add(_ part: Template.Part, isAfterText: Bool) {
    let place = steps.count
    switch part {
    case .text(let bytes):
      let range = add(bytes)
      if isAfterText, case .text(let before) = steps.last {
        steps[place - 1] = .text(before.lowerBound..<range.upperBound)
      } else {
        steps.append(.text(range))
      }
    case .value(let name, let isEscaped):
      steps.append(.value(name: number(of: name), isEscaped: isEscaped))
    case .section(let name, let inner, let isInverted):
      let name = number(of: name)
      steps.append(.section(name: name, isInverted: isInverted, end: 0))
      let end = add(inner).upperBound
      steps[place] = .section(name: name, isInverted: isInverted, end: end)
    case .partial(let name, let white):
      steps.append(.partial(numbers[name], indentation: add(white)))
    case .block(let name, let inner):
      let block = number(ofBlock: name)
      steps.append(.block(block, end: 0))
      steps[place] = .block(block, end: add(inner).upperBound)
    case .parent(let name, let filled, let white):
      steps.append(.text(0..<0))
      let filled = filled.sorted { $0.key < $1.key }.map { block, inner in
        Filling(block: number(ofBlock: block), steps: add(inner))
      }
      steps[place] = .parent(
        numbers[name], fillings: fillings.count..<fillings.count + filled.count,
        indentation: add(white), end: steps.count)
      fillings += filled
    }
  }

  private mutating func add(_ bytes: [UInt8]) -> Range<Int> {
    let start = texts.count
    texts += bytes
    return start..<texts.count
  }

  private mutating func number(of name: Template.Name) -> Int {
    let text = (name.isInnermost ? "." : "") + name.keys.joined(separator: ".")
    if let known = namesByText[text] { return known }
    let start = keys.count
    keys += name.keys.dropFirst().map { TemplateKey($0) }
    namesByText[text] = names.count
    names.append(
      Name(
        first: name.keys.first.map { TemplateKey($0) }, rest: start..<keys.count,
        isInnermost: name.isInnermost))
    return names.count - 1
  }

  private mutating func number(ofBlock name: String) -> Int {
    if let known = blocks[name] { return known }
    blocks[name] = blocks.count
    return blocks.count - 1
  }
}
