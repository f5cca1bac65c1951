import Diagnostics
import KnowledgeBase

/// The block constructs beyond CommonMark that articles use, found line by line before cmark parses:
/// `:::` containers, MkDocs' `!!!`, `???` and `===` blocks, footnotes. Their marks become HTML
/// comments that no article can hold, which a pass over the tree turns into blocks.
///
/// - Complexity: O(*n*) for each level of indented blocks.
struct ContainerSyntax {
  enum Directive: Equatable {
    case alert(Alert, title: String?)
    case details(title: String?)
    case tabs
    case tab(label: String)
    case footnote(label: String)
    case end
  }

  struct Mark {
    let directive: Directive
    /// What stands in the file, to be shown where the mark turns out to be code.
    let source: String
  }

  struct Finding {
    let line: Int
    let summary: String
    let cure: String
  }

  /// The text to parse.
  private(set) var text = ""
  /// The line of the body that each line of `text` comes from.
  private(set) var lineNumbers: [Int] = []
  private(set) var marks: [Mark] = []
  private(set) var findings: [Finding] = []
  private(set) var footnoteLabels: Set<String> = []
  /// The containers that are open, outermost first.
  private var open: [(colons: Int, line: Int, isTab: Bool)] = []
  private var output: [Substring] = []

  init(in body: String) {
    guard Self.mayHoldAny(body) else {
      text = body
      return
    }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    rewrite(lines.enumerated().map { Line(text: $1, number: $0 + 1) })
    guard !marks.isEmpty else {
      text = body
      lineNumbers = []
      return
    }
    text = output.joined(separator: "\n")
  }

  /// The line of the body for a line of `text`, both counted from 1.
  func bodyLine(_ line: Int) -> Int {
    lineNumbers.indices.contains(line - 1) ? lineNumbers[line - 1] : line
  }

  private struct Line {
    var text: Substring
    let number: Int
  }

  private static func mayHoldAny(_ body: String) -> Bool {
    body.contains(mark: ":::") || body.contains(mark: "!!!") || body.contains(mark: "???")
      || body.contains(mark: "===") || body.contains(mark: "[^")
  }

  // MARK: Lines

  private mutating func rewrite(_ lines: [Line]) {
    var fence: Fence?
    var index = 0
    let openBefore = open.count
    while index < lines.count {
      let line = lines[index]
      let before = fence
      fence = Fence.after(line.text.utf8, within: fence)
      if before != nil || fence != nil {
        emit(line)
        index += 1
      } else if let end = takeIndentedBlock(lines, at: index) ?? takeFootnote(lines, at: index) {
        index = end
      } else {
        if !takeColons(line) { emit(line) }
        index += 1
      }
    }
    while open.count > openBefore { close(at: lines.last?.number ?? 1, reports: true) }
  }

  private mutating func emit(_ line: Line) {
    output.append(line.text)
    lineNumbers.append(line.number)
  }

  private mutating func emit(_ directive: Directive, at line: Line, indent: Substring = "") {
    marks.append(Mark(directive: directive, source: String(line.text)))
    emit(Line(text: "\(indent)\(ContainerMark.comment(marks.count - 1))", number: line.number))
  }

  // MARK: Colons

  /// `:::note Title`, `::: details Title`, `:::tabs`, `== Label` in tabs, and `:::` that ends each.
  private mutating func takeColons(_ line: Line) -> Bool {
    let indent = line.text.prefix { $0 == " " }
    let content = line.text.dropFirst(indent.count)
    if content.hasPrefix("== "), let tabs = open.lastIndex(where: { !$0.isTab }),
      open[tabs].colons < 0
    {
      if open.last?.isTab == true {
        open.removeLast()
        emit(.end, at: line, indent: indent)
      }
      let label = content.dropFirst(3).trimmed
      emit(.tab(label: label), at: line, indent: indent)
      open.append((0, line.number, true))
      return true
    }
    let colons = content.prefix { $0 == ":" }.count
    guard colons >= 3 else { return false }
    let rest = content.dropFirst(colons).trimmed
    if rest.isEmpty { return takeEnd(colons, line, indent: indent) }
    guard let directive = directive(rest, line) else { return false }
    emit(directive, at: line, indent: indent)
    open.append((directive == .tabs ? -colons : colons, line.number, false))
    return true
  }

  private mutating func takeEnd(_ colons: Int, _ line: Line, indent: Substring) -> Bool {
    // A longer fence than the innermost container's ends one further out.
    guard let ended = open.lastIndex(where: { !$0.isTab && abs($0.colons) >= 3 }) else {
      findings.append(
        Finding(
          line: line.number, summary: "':::' ends a block that never began",
          cure: "remove it, or write ':::note' where the block begins"))
      return false
    }
    let target = open.lastIndex { !$0.isTab && abs($0.colons) == colons } ?? ended
    while open.count > target {
      reportTabless(open.removeLast())
      emit(.end, at: line, indent: indent)
    }
    return true
  }

  /// Tabs whose first tab was never begun, so that they are text like any other.
  private mutating func reportTabless(_ container: (colons: Int, line: Int, isTab: Bool)) {
    guard container.colons < 0, marks.last?.directive == .tabs else { return }
    findings.append(
      Finding(
        line: container.line, summary: "tabs have no tab",
        cure: "begin each with a line of '== Android'"))
  }

  private mutating func close(at number: Int, reports: Bool) {
    guard let last = open.popLast() else { return }
    emit(.end, at: Line(text: "", number: number))
    guard reports, !last.isTab else { return }
    findings.append(
      Finding(
        line: last.line, summary: "block has no end",
        cure: "end it with a line of '\(String(repeating: ":", count: abs(last.colons)))'"))
  }

  /// What stands after the colons: a name, and a title in brackets or bare.
  private mutating func directive(_ text: String, _ line: Line) -> Directive? {
    let name = text.prefix { $0.isLetter || $0 == "-" }.lowercased()
    var title = text.dropFirst(name.count).trimmed
    if title.hasPrefix("["), title.hasSuffix("]") { title = String(title.dropFirst().dropLast()) }
    if title.hasPrefix("{") { title = "" }
    if let directive = Self.directive(named: name, title: title.isEmpty ? nil : title) {
      return directive
    }
    if name == "tabs" { return .tabs }
    if name == "tab", !title.isEmpty { return .tab(label: title) }
    let meant = didYouMean(name, among: Self.names).map { "did you mean '\($0)'?" }
    findings.append(
      Finding(
        line: line.number, summary: "unknown block '\(name)'",
        cure: meant ?? "use one of: \(Self.names.joined(separator: ", "))"))
    return nil
  }

  private static let names = ["note", "tip", "important", "warning", "caution", "details", "tabs"]

  /// The names of Docusaurus, VitePress, Starlight and MkDocs for the five kinds of alert.
  private static func directive(named name: String, title: String?) -> Directive? {
    switch name {
    case "note", "info", "abstract", "summary", "todo", "question", "example", "quote", "seealso":
      .alert(.note, title: title)
    case "tip", "hint", "success", "check", "done": .alert(.tip, title: title)
    case "important": .alert(.important, title: title)
    case "warning", "attention": .alert(.warning, title: title)
    case "caution", "danger", "error", "failure", "bug": .alert(.caution, title: title)
    case "details": .details(title: title)
    default: nil
    }
  }

  // MARK: Indented blocks

  /// MkDocs' `!!! note "Title"`, `??? note "Title"` and `=== "Label"` with what is indented below.
  /// Returns the index of the first line after it.
  private mutating func takeIndentedBlock(_ lines: [Line], at index: Int) -> Int? {
    let line = lines[index]
    let indent = line.text.prefix { $0 == " " }
    let content = line.text.dropFirst(indent.count)
    guard let mark = ["!!! ", "???+ ", "??? ", "=== "].first(where: content.hasPrefix) else {
      return nil
    }
    let rest = content.dropFirst(mark.count).trimmed
    let quoted = rest.split(separator: "\"", omittingEmptySubsequences: false)
    let title = quoted.count >= 3 ? String(quoted[1]) : nil
    let name = (quoted.first ?? "").split(separator: " ").first?.lowercased() ?? ""
    let directive: Directive?
    switch mark {
    case "=== ": directive = title.map { .tab(label: $0) }
    case "!!! ": directive = Self.directive(named: name, title: title)
    default:
      directive = .details(
        title: title ?? (name.isEmpty ? nil : name.prefix(1).uppercased() + name.dropFirst()))
    }
    guard let directive else { return nil }
    var end = index + 1
    var block: [Line] = []
    while end < lines.count {
      let text = lines[end].text
      let isBlank = text.allSatisfy { $0 == " " || $0 == "\t" }
      guard isBlank || text.hasPrefix("\(indent)    ") || text.hasPrefix("\(indent)\t") else {
        break
      }
      let dedented =
        isBlank ? "" : text.dropFirst(indent.count + (text.hasPrefix("\(indent)\t") ? 1 : 4))
      block.append(Line(text: dedented, number: lines[end].number))
      end += 1
    }
    guard block.contains(where: { !$0.text.isEmpty }) else { return nil }
    emit(directive, at: line)
    emit(Line(text: "", number: line.number))
    rewrite(block)
    emit(.end, at: Line(text: "", number: lines[end - 1].number))
    return end
  }

  /// `[^1]: text` with the lines that belong to it. They are quoted, so that nothing in them can
  /// reach further than the note.
  private mutating func takeFootnote(_ lines: [Line], at index: Int) -> Int? {
    let line = lines[index]
    let indent = line.text.prefix { $0 == " " }
    let content = line.text.dropFirst(indent.count)
    guard indent.count < 4, content.hasPrefix("[^"), let bracket = content.firstIndex(of: "]"),
      content[bracket...].hasPrefix("]:")
    else { return nil }
    let label = content[..<bracket].dropFirst(2)
    guard !label.isEmpty, !label.contains(where: \.isWhitespace) else { return nil }
    var block = [
      Line(text: content[bracket...].dropFirst(2).drop { $0 == " " }, number: line.number)
    ]
    var end = index + 1
    var isParagraph = true
    while end < lines.count {
      let text = lines[end].text
      if text.allSatisfy({ $0 == " " || $0 == "\t" }) {
        block.append(Line(text: "", number: lines[end].number))
        isParagraph = false
      } else if text.hasPrefix("    ") || text.hasPrefix("\t") {
        block.append(
          Line(text: text.dropFirst(text.hasPrefix("\t") ? 1 : 4), number: lines[end].number))
      } else if isParagraph, !text.drop(while: { $0 == " " }).hasPrefix("[^") {
        block.append(Line(text: text, number: lines[end].number))
      } else {
        break
      }
      end += 1
    }
    while block.count > 1, block.last?.text.isEmpty == true {
      block.removeLast()
      end -= 1
    }
    footnoteLabels.insert(label.lowercased())
    emit(.footnote(label: label.lowercased()), at: line)
    for line in block { emit(Line(text: "> \(line.text)", number: line.number)) }
    emit(.end, at: Line(text: "", number: line.number))
    return end
  }
}

/// The comment that stands for a mark while cmark parses.
enum ContainerMark {
  private static let opening = "<!--" + Noncharacters.mark(0)
  private static let closing = "-->"

  static func comment(_ number: Int) -> String { "\(opening)\(number)\(closing)" }

  /// The number of a mark that is all of an HTML block, if it is one.
  static func number(in html: String) -> Int? {
    let text = html.trimmed
    guard text.hasPrefix(opening), text.hasSuffix(closing) else { return nil }
    return Int(text.dropFirst(opening.count).dropLast(closing.count))
  }

  /// Text with every mark replaced by what stands in the file; nil when it has none.
  static func restored(_ text: String, _ marks: [ContainerSyntax.Mark]) -> String? {
    let start = Array(opening.utf8)
    guard text.utf8.firstOffset(of: start) != nil else { return nil }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let offset = rest.firstOffset(of: start) {
      result += rest.prefix(offset)
      rest = rest.dropFirst(offset + start.count)
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      let number = Int(String(decoding: digits, as: UTF8.self))
      rest = rest.dropFirst(digits.count + closing.utf8.count)
      if let number, marks.indices.contains(number) { result += marks[number].source.trimmed.utf8 }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}

extension StringProtocol {
  /// Without whitespace at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

extension String {
  /// With one space wherever white space stands between words, and none at the ends.
  ///
  ///     " Opening\u{A0} hours".singleSpaced  // "Opening hours"
  var singleSpaced: String {
    var previous = UInt8(ascii: " ")
    let mayHoldOthers = utf8.contains { byte in
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: " "): return previous == byte
      // White space beyond ASCII begins with these bytes.
      case ..<0x20, 0xC2, 0xE1...0xE3: return true
      default: return false
      }
    }
    if !mayHoldOthers, previous != UInt8(ascii: " ") || isEmpty { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
