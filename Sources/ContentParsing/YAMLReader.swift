import Diagnostics
import KnowledgeBase
import Yams

/// Reads a YAML mapping key by key and collects what is wrong with it: wrong types, unknown keys.
///
///     var reader = YAMLReader(text, in: file, firstLine: 2)
///     let title = reader.string("title")
///     reader.finish(ignoring: [])
struct YAMLReader {
  let file: SourceFile
  /// Line of the file on which the YAML text starts, counted from 1.
  let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// All keys in the order of the file. Apart from their values, which are copied when they are
  /// looked at.
  let keys: [String]
  private let pairs: [Pair]
  /// The line of each key.
  let keyLines: [String: Int]
  private var asked: [String] = []
  /// False when the text isn't a mapping, so that nothing could be read.
  let isReadable: Bool

  init(_ text: String, in file: SourceFile, firstLine: Int = 1) {
    self.file = file
    self.firstLine = firstLine
    guard !Self.mayExplode(text) else {
      (keys, pairs) = ([], [])
      keyLines = [:]
      isReadable = false
      diagnostics = [
        file.diagnostic(
          .error, rule: "yaml", line: firstLine, "YAML has too many aliases",
          cures: ["write each value out instead of '*name'"])
      ]
      return
    }
    do {
      // Told, since the library looks in the environment for it otherwise, each time.
      let node = try Yams.compose(yaml: text, .default, .default, .utf8)
      isReadable = node == nil || node?.mapping != nil
      (keys, pairs) = Self.pairs(of: node?.mapping)
      keyLines = Self.lines(of: keys, pairs, firstLine: firstLine)
      if !isReadable {
        diagnostics = [
          file.diagnostic(
            .error, rule: "yaml", line: firstLine, "expected 'key: value' lines",
            cures: ["write one key a line, 'title: …'"])
        ]
      }
    } catch {
      (keys, pairs) = ([], [])
      keyLines = [:]
      isReadable = false
      diagnostics = [Self.syntaxError(error, in: file, firstLine: firstLine)]
    }
  }

  init(_ mapping: Node.Mapping, in file: SourceFile, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
    (keys, pairs) = Self.pairs(of: mapping)
    keyLines = Self.lines(of: keys, pairs, firstLine: firstLine)
    isReadable = true
  }

  /// A reader that doesn't know on which column of its line something stands, so that it isn't fit
  /// for findings. Nil unless the text is nothing but lines of `key: value`.
  init?(plain text: String, in file: SourceFile, firstLine: Int) {
    guard let plain = PlainMapping.pairs(in: text) else { return nil }
    self.file = file
    self.firstLine = firstLine
    keys = plain.map(\.key)
    pairs = plain.map { Pair(key: nil, value: $0.value) }
    keyLines = Dictionary(
      plain.enumerated().map { ($1.key, firstLine + $0) }, uniquingKeysWith: { first, _ in first })
    isReadable = true
  }

  /// True for a text whose aliases could expand to more than memory holds. Each alias at most
  /// doubles or triples what there is, so a few are harmless.
  private static func mayExplode(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return false }
    var aliases = 0
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "*"), " \n[{,".utf8.contains(previous) { aliases += 1 }
      previous = byte
    }
    return aliases > maximumAliases
  }

  private static let maximumAliases = 32

  private struct Pair {
    /// Nil where it isn't known on which column it stands.
    let key: Node?
    let value: Node
  }

  private static func pairs(of mapping: Node.Mapping?) -> ([String], [Pair]) {
    let named = (mapping ?? [:]).filter { $0.key.string != nil }
    return (
      named.compactMap(\.key.string), named.map { Pair(key: $0.key, value: $0.value) }
    )
  }

  private static let tab = UInt8(ascii: "\t")

  private static func syntaxError(
    _ error: any Error, in file: SourceFile, firstLine: Int
  ) -> Diagnostic {
    let cures = ["quote values that contain ': ' or start with one of [ ] { } # & * ! | > ' \" %"]
    switch error {
    case YamlError.scanner(_, "mapping values are not allowed in this context", let mark, _):
      let line = firstLine + mark.line - 1
      return file.diagnostic(
        .error, rule: "yaml", line: line, column: mark.column,
        "value holds ': ' and isn't in quotes",
        cures: [quoted(file.line(line)).map { "write \($0)" } ?? cures[0]])
    case YamlError.scanner(let context?, _, _, _)
    where context.text == "while scanning a quoted scalar":
      return file.diagnostic(
        .error, rule: "yaml", line: firstLine + context.mark.line - 1, column: context.mark.column,
        "quotation mark has no end", cures: ["close it with another at the end of the value"])
    case YamlError.scanner(_, _, let mark, _)
    where file.line(firstLine + mark.line - 1).utf8.dropFirst(mark.column - 1).first == tab:
      return file.diagnostic(
        .error, rule: "yaml", line: firstLine + mark.line - 1, column: mark.column,
        "lines are indented by a tab", cures: ["indent them by spaces"])
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return file.diagnostic(
        .error, rule: "yaml", line: firstLine + mark.line - 1, column: mark.column, problem,
        cures: cures)
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      return file.diagnostic(
        .error, rule: "yaml", line: firstLine + context.mark.line - 1,
        column: context.mark.column, "key '\(duplicates.first ?? "")' stands twice",
        cures: ["keep one of them"])
    default:
      return file.diagnostic(
        .error, rule: "yaml", line: firstLine, "YAML can't be read", cures: cures)
    }
  }

  /// A line of key and value with the value in quotes; nil where that isn't just one more sign at
  /// each end.
  ///
  ///     quoted("title: Moving: what now")  // "title: \"Moving: what now\""
  private static func quoted(_ line: Substring) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let key = line[..<colon.lowerBound].drop { $0 == " " || $0 == "-" }
    let value = line[colon.upperBound...]
    let isPlain = key.allSatisfy { $0.isLetter || $0 == "-" }
    guard isPlain, !key.isEmpty, !value.contains(where: { "\"\\{}[]#".contains($0) }) else {
      return nil
    }
    return "\(key): \"\(value)\""
  }

  private static func lines(
    of keys: [String], _ pairs: [Pair], firstLine: Int
  ) -> [String: Int] {
    Dictionary(
      zip(keys, pairs).map { ($0, firstLine + ($1.key?.mark?.line ?? 1) - 1) },
      uniquingKeysWith: { first, _ in first })
  }

  private func place(of node: Node) -> (line: Int, column: Int?) {
    let mark = node.mark
    return (firstLine + (mark?.line ?? 1) - 1, mark?.column)
  }

  mutating func report(
    _ severity: Diagnostic.Severity, rule: String, at node: Node?, _ summary: String,
    cures: [String], fix: TextFix? = nil
  ) {
    let place = node.map(place(of:)) ?? (line: firstLine, column: nil)
    diagnostics.append(
      file.diagnostic(
        severity, rule: rule, line: place.line, column: place.column, summary, cures: cures,
        fix: fix))
  }

  mutating func node(_ key: String) -> Node? {
    asked.append(key)
    guard let number = keys.firstIndex(of: key) else { return nil }
    let found = pairs[number].value
    return found.scalar?.style == .plain && found.null != nil ? nil : found
  }

  private mutating func wrongType(_ key: String, _ node: Node, expected: String, cure: String) {
    report(
      .error, rule: "wrong-type", at: node, "'\(key)' should be \(expected)", cures: [cure])
  }

  /// The text of a key that may hold something else as well, without a finding if it does.
  mutating func scalar(_ key: String) -> String? { node(key)?.scalar?.string }

  mutating func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.scalar?.string else {
      wrongType(key, node, expected: "a text", cure: "write \(key): \"…\" on one line")
      return nil
    }
    return text
  }

  mutating func integer(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    guard let value = node.scalar.flatMap({ Int($0.string) }) else {
      wrongType(key, node, expected: "a whole number", cure: "write \(key): 1")
      return nil
    }
    return value
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    guard let value = node.bool else {
      wrongType(key, node, expected: "true or false", cure: "write \(key): true")
      return nil
    }
    return value
  }

  /// A list of texts; one text counts as a list of one.
  mutating func strings(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    if let text = node.scalar?.string { return [text] }
    guard let sequence = node.sequence else {
      wrongType(key, node, expected: "a list of texts", cure: "write one '- …' line for each")
      return []
    }
    var texts: [String] = []
    for element in sequence {
      if let text = element.scalar?.string {
        texts.append(text)
      } else {
        wrongType(
          key, element, expected: "a list of texts",
          cure: element.sequence == nil
            ? "quote an entry that contains ': '"
            : "write one '- …' line for each text, without a list in it")
      }
    }
    return texts
  }

  /// A text by language code, or one text for all languages under the empty key.
  mutating func localised(_ key: String) -> [String: String] {
    guard let node = node(key) else { return [:] }
    if let text = node.scalar?.string { return ["": text] }
    func report(_ node: Node) {
      wrongType(
        key, node, expected: "a text, or texts by language", cure: "write \(key): {en: \"…\"}")
    }
    guard let mapping = node.mapping else {
      report(node)
      return [:]
    }
    var texts: [String: String] = [:]
    for (code, value) in mapping {
      guard let text = value.scalar?.string else {
        report(value)
        continue
      }
      guard let name = code.string, Language(name) != nil else {
        self.report(
          .error, rule: "language", at: code, "'\(code.string ?? "")' isn't a language",
          cures: [
            text.isEmpty
              ? "put a text with a comma in quotes: {en: \"…, …\"}"
              : "use BCP 47 tags: pl, lv, pt-BR"
          ])
        continue
      }
      texts[name] = text
    }
    return texts
  }

  /// A list of mappings, each with a reader of its own; call `absorb` with each when done.
  mutating func mappings(_ key: String) -> [YAMLReader] {
    guard let node = node(key) else { return [] }
    var readers: [YAMLReader] = []
    for element in node.sequence ?? [] {
      if let mapping = element.mapping {
        readers.append(YAMLReader(mapping, in: file, firstLine: firstLine))
      } else {
        wrongType(
          key, element, expected: "a list of 'key: value' entries", cure: "write '- id: …'")
      }
    }
    if node.sequence == nil {
      wrongType(
        key, node, expected: "a list of 'key: value' entries", cure: "write '- id: …' lines")
    }
    return readers
  }

  /// A mapping, with a reader of its own; call `absorb` with it when done.
  mutating func mapping(_ key: String) -> YAMLReader? {
    guard let node = node(key) else { return nil }
    guard let mapping = node.mapping else {
      wrongType(key, node, expected: "'key: value' entries", cure: "write lines below '\(key):'")
      return nil
    }
    return YAMLReader(mapping, in: file, firstLine: firstLine)
  }

  mutating func absorb(_ reader: YAMLReader) {
    diagnostics += reader.diagnostics
  }

  /// Reports the keys that nothing asked for; those in `foreign` only as a note.
  ///
  /// - Parameter offered: the keys to suggest; else those that were asked for.
  mutating func finish(ignoring foreign: Set<String> = [], offering offered: [String]? = nil) {
    let strays = keys.indices.filter { !asked.contains(keys[$0]) }
    guard !strays.isEmpty else { return }
    let offered = offered ?? Set(asked).sorted()
    // A key that stands already isn't written a second time.
    var taken = Set(keys)
    for (key, keyNode) in strays.map({ (keys[$0], pairs[$0].key) }) {
      if foreign.contains(key) {
        reportForeign(key, at: keyNode)
      } else if let meant = didYouMean(key, among: offered) {
        report(
          .warning, rule: "unknown-key", at: keyNode, "unknown key '\(key)'",
          cures: ["did you mean '\(meant)'?"],
          fix: taken.insert(meant).inserted ? TextFix(old: key, new: meant) : nil)
      } else {
        report(
          .warning, rule: "unknown-key", at: keyNode, "unknown key '\(key)'",
          cures: ["remove it, or use one of: \(offered.joined(separator: ", "))"])
      }
    }
  }

  mutating func reportForeign(_ key: String, at node: Node?) {
    report(
      .note, rule: "foreign-key", at: node,
      "key '\(key)' belongs to another system and is kept without effect", cures: [])
  }
}
