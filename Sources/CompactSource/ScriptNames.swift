/// Gives the names that only a script itself knows a letter or two, and puts those of numbers
/// (`const FULL = 256`) where their names stand.
///
/// A name gets the same new one wherever it stands, which no other word of the script is. It must
/// be declared around each place where it stands, so that it is no name of the browser's, and must
/// nowhere be a property, so that no other script or markup knows it. What is exported keeps its
/// name.
struct ScriptNames {
  /// Words of the language.
  private static let reserved = Set(
    """
    as async await break case catch class const continue debugger default delete do else export \
    extends false finally for from function get if import in instanceof let new null of return set \
    static super switch this throw true try typeof var void while with yield
    """.split(separator: " ").map(String.init))
  /// What stands before parentheses and a block without being a function's name.
  private static let statements = ["await", "for", "if", "switch", "while", "with"]
  private static let declarators = ["class", "const", "function", "let", "var"]
  /// Signs that an expression goes on after, on the next line or at its beginning.
  private static let joining = Set("?:.+-*/%&|=<>!([,".utf8)

  private let script: ScriptTokens
  /// The tokens that are no space, and their texts.
  private let code: [Int]
  private let texts: [String]
  private var words: [String] = []
  private var numberOfWord: [String: Int] = [:]
  /// By position in `code`: the number of the word, or nil.
  private var wordAt: [Int?] = []
  /// By position in `code`: the innermost bracket around it, -1 outside of all.
  private var around: [Int] = []
  /// By word: the positions where it stands.
  private var places: [[Int]] = []
  /// By position of an opening bracket: that of the closing one, or the end.
  private var closing: [Int]
  /// By word: where it is declared.
  private var scopes: [[Range<Int>]] = []
  private var kept: Set<Int> = []

  init(_ script: ScriptTokens) {
    self.script = script
    code = script.tokens.indices.filter { script.tokens[$0].kind != .space }
    texts = code.map { String(decoding: script.utf8(script.tokens[$0]), as: UTF8.self) }
    closing = Array(repeating: code.count, count: code.count)
    readWords()
    readBrackets()
    for position in code.indices { declare(at: position) }
    for position in code.indices where isProperty(position) || isExported(position) {
      if let word = wordAt[position] { kept.insert(word) }
    }
  }

  /// By token: what stands for it; nil for itself.
  ///
  /// - Complexity: O(*n*) in the tokens, times the declarations of a name.
  func short() -> [String?] {
    var short = numbers()
    let renamed = (0..<words.count).filter { word in
      words[word].utf8.count > 1 && isOwn(word)
        && places[word].allSatisfy { short[code[$0]] == nil }
    }.sorted { (-places[$0].count, $0) < (-places[$1].count, $1) }
    var next = 0
    for word in renamed {
      var name: String
      repeat {
        name = Self.name(next)
        next += 1
      } while Self.reserved.contains(name) || numberOfWord[name] != nil
      for position in places[word] { short[code[position]] = name }
    }
    return short
  }

  /// Whether it is declared around each place where it stands, and no other script knows it.
  private func isOwn(_ word: Int) -> Bool {
    !kept.contains(word) && !Self.reserved.contains(words[word])
      && places[word].allSatisfy { position in
        scopes[word].contains { $0.contains(position) }
      }
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// `a`…`z`, `A`…`Z`, then two letters.
  private static func name(_ number: Int) -> String {
    let first = String(letters[number % letters.count])
    return number < letters.count ? first : name(number / letters.count - 1) + first
  }

  // MARK: - Numbers

  /// By token: the number that a name stands for; nothing, where only such names are declared.
  private func numbers() -> [String?] {
    var texts = [String?](repeating: nil, count: script.tokens.count)
    for position in code.indices where around[position] < 0 && text(position) == "const" {
      guard let (names, values, end) = numbers(declaredAfter: position),
        names.allSatisfy(isNumber)
      else { continue }
      for (name, value) in zip(names, values) {
        for place in places[name] { texts[code[place]] = value }
      }
      let next = end < code.count ? code[end] : script.tokens.count
      for token in code[position]..<next { texts[token] = "" }
    }
    return texts
  }

  /// Whether a word can be nothing but the number that it is declared as.
  private func isNumber(_ word: Int) -> Bool {
    isOwn(word) && scopes[word].count == 1
      && places[word].allSatisfy { text($0 + 1) != "." }
  }

  /// The names and numbers of `a = 1` or `[a, b] = [1, 2]`, and the position after it.
  private func numbers(
    declaredAfter position: Int
  ) -> (names: [Int], values: [String], end: Int)? {
    let names = list(from: position + 1)
    guard text(names.upperBound) == "=" else { return nil }
    let values = list(from: names.upperBound + 1)
    let end = values.upperBound
    guard end == code.count || isNewStatement(end) else { return nil }
    let numbers = values.map(text).filter { !["[", ",", "]"].contains($0) }
    let words = names.compactMap { wordAt[$0] }
    let isPlain = numbers.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    return isPlain && words.count == numbers.count && names.count == values.count
      ? (words, numbers, end) : nil
  }

  /// A word, or what stands in brackets with them.
  private func list(from position: Int) -> Range<Int> {
    let last = text(position) == "[" ? closing[position] : position
    return min(position, code.count)..<min(last + 1, code.count)
  }

  // MARK: - Structure

  private mutating func readWords() {
    for (position, token) in code.enumerated() {
      let isName =
        script.tokens[token].kind == .word && !(48...57).contains(texts[position].utf8.first ?? 48)
      wordAt.append(isName ? number(of: texts[position]) : nil)
      if let word = wordAt[position] { places[word].append(position) }
    }
  }

  private mutating func number(of word: String) -> Int {
    if let number = numberOfWord[word] { return number }
    numberOfWord[word] = words.count
    words.append(word)
    places.append([])
    scopes.append([])
    return words.count - 1
  }

  private mutating func readBrackets() {
    var open: [Int] = []
    for position in code.indices {
      let isTemplate = script.tokens[code[position]].kind == .text
      let text = script.utf8(script.tokens[code[position]])
      let (first, last) = (text.first, text.last)
      let closes =
        isTemplate
        ? first == UInt8(ascii: "}") : text.count == 1 && first.map(")]}".utf8.contains) == true
      let opens =
        isTemplate
        ? last == UInt8(ascii: "{") && (closes || first == UInt8(ascii: "`"))
        : text.count == 1 && first.map("([{".utf8.contains) == true
      if closes, let opened = open.popLast() { closing[opened] = position }
      around.append(open.last ?? -1)
      if opens { open.append(position) }
    }
  }

  private func text(_ position: Int) -> String {
    texts.indices.contains(position) ? texts[position] : ""
  }

  private func isArrow(_ position: Int) -> Bool {
    text(position) == "=" && text(position + 1) == ">"
  }

  /// From a bracket to its end; all of the script outside of brackets.
  private func block(_ opened: Int) -> Range<Int> {
    opened < 0 ? 0..<code.count : opened..<closing[opened]
  }

  private func isClass(_ opened: Int) -> Bool {
    guard text(opened) == "{" else { return false }
    var position = opened - 1
    while position >= 0, wordAt[position] != nil || text(position) == "." {
      if text(position) == "class" { return true }
      position -= 1
    }
    return false
  }

  // MARK: - Declarations

  private mutating func declare(at position: Int) {
    let text = text(position)
    if Self.declarators.contains(text) {
      let outer = around[position]
      let isOfLoop = outer >= 0 && self.text(outer) == "("
      let scope =
        isOfLoop ? body(after: closing[outer], from: outer) : block(outer)
      // What stands in parentheses after `function` is declared there, not here.
      if self.text(position + 1) != "(" { declare(pattern: position + 1, in: scope) }
    } else if wordAt[position] != nil, isArrow(position + 1) {
      declare(pattern: position, in: body(after: position + 2, from: position))
    } else if text == "(" {
      let end = closing[position]
      if isArrow(end + 1) {
        declare(pattern: position, in: body(after: end + 2, from: position))
      } else if self.text(end + 1) == "{", !Self.statements.contains(self.text(position - 1)) {
        declare(pattern: position, in: body(after: end, from: position))
      }
    }
  }

  /// To the end of the block or expression after a position.
  private func body(after position: Int, from start: Int) -> Range<Int> {
    if text(position + 1) == "{" { return start..<closing[position + 1] }
    let outer = block(around[start])
    var end = position + 1
    while end < outer.upperBound {
      if around[end] == around[start], [",", ";"].contains(text(end)) || isNewStatement(end) {
        break
      }
      end += 1
    }
    return start..<max(end, start)
  }

  /// Whether it stands on another line than what is before it, and doesn't go on with it.
  private func isNewStatement(_ position: Int) -> Bool {
    let between = script.tokens[code[position - 1] + 1..<code[position]]
    guard between.contains(where: { script.utf8($0).first == UInt8(ascii: "\n") }),
      let last = script.utf8(script.tokens[code[position - 1]]).last,
      let first = script.utf8(script.tokens[code[position]]).first
    else { return false }
    return !Self.joining.contains(last) && !Self.joining.contains(first)
  }

  /// A name, or those in brackets.
  private mutating func declare(pattern position: Int, in scope: Range<Int>) {
    guard code.indices.contains(position) else { return }
    if let word = wordAt[position] {
      scopes[word].append(scope)
      return
    }
    guard ["(", "[", "{"].contains(text(position)) else { return }
    for inner in block(position).dropFirst() where around[inner] == position {
      guard ["(", "[", "{", ",", ".", ":"].contains(text(inner - 1)) else { continue }
      declare(pattern: inner, in: scope)
    }
  }

  // MARK: - Names that others know

  private func isProperty(_ position: Int) -> Bool {
    guard wordAt[position] != nil else { return false }
    let (before, after) = (text(position - 1), text(position + 1))
    if before == "." { return text(position - 2) != "." }
    let outer = around[position]
    guard outer >= 0, text(outer) == "{" else { return false }
    if isClass(outer) { return true }
    if after == "(", before != "function" {
      return text(closing[position + 1] + 1) == "{"
    }
    return ["{", ","].contains(before) && [",", "}", ":", "="].contains(after)
  }

  /// Whether it is declared for other scripts.
  private func isExported(_ position: Int) -> Bool {
    guard around[position] < 0 || around[around[position]] < 0 else { return false }
    var keyword = around[position] < 0 ? position - 1 : around[position] - 1
    guard Self.declarators.contains(text(keyword)) else { return false }
    keyword -= text(keyword - 1) == "async" ? 2 : 1
    return text(keyword) == "export"
  }
}
