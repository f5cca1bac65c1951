import Foundation
import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

/// Runs `site-templates/assets/search.js` in Node and compares it with this engine, on inputs that
/// no file could list.
@Suite(.enabled(if: Node.isInstalled, "Node.js runs the browser's script"))
struct BrowserAgreementTests {
  /// Seeds are printed with a failure; `SEARCH_SEED=n` repeats one.
  private let seed =
    ProcessInfo.processInfo.environment["SEARCH_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0..<1_000_000)

  private struct Answer: Codable, Equatable {
    let terms: [String]
    let hits: [String]
  }

  /// Cut so small that every query needs many files.
  private static let small = SearchBundle.Sizes(
    largestWhole: 0, inside: 0, part: 90, postings: 60, chunk: 3)

  @Test(arguments: ContractCorpus.languages, [SearchBundle.Sizes(), small])
  func anyQueryRanksAlikeInBoth(code: String, sizes: SearchBundle.Sizes) throws {
    try expectAgreement(code: code, ContractCorpus.index(code), sizes)
  }

  /// Where words that say little are left out, less is guessed, and words that begin alike are none.
  @Test(arguments: [("en", 12), ("lv", 12), ("pl", 12), ("ru", 12), ("pl", 72)])
  func anyQueryOfALargeIndexRanksAlikeInBoth(code: String, copies: Int) throws {
    try expectAgreement(code: code, ContractCorpus.index(code, copies: copies), Self.small)
  }

  /// Where words stand in more documents than are kept of them.
  @Test(arguments: ContractCorpus.languages)
  func anyQueryOfAnIndexWithoutSomePostingsRanksAlikeInBoth(code: String) throws {
    let index = try ContractCorpus.index(code, copies: 12, keeping: 20)
    #expect(index.leftOut.count > 100)
    try expectAgreement(code: code, index, Self.small)
  }

  /// Of the words that `Tests/Contract/words.*.txt` list.
  @Test(arguments: ["de", "es", "fr", "lt", "uk"])
  func anyQueryOfALanguageWithATableRanksAlikeInBoth(code: String) throws {
    let file = ContractCorpus.folder.appendingPathComponent("words.\(code).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let titles = lines.map { String($0.drop { "=!# ".contains($0) }) }
    try expectAgreement(
      code: code, ContractCorpus.index(ofTitles: titles, in: code), SearchBundle.Sizes())
  }

  @Test func anyQueryOfAnotherScriptRanksAlikeInBoth() throws {
    let titles = [
      "استرداد الأموال إلى البطاقة", "إلغاء الحجز", "החזר כספי לכרטיס", "退款到银行卡", "取消预订",
      "予約をキャンセルする", "카드로 환불", "예약을 취소하세요", "คืนเงินเข้าบัตร", "ลืมรหัสผ่าน", "वापसी कार्ड",
    ]
    try expectAgreement(
      code: "ko", ContractCorpus.index(ofTitles: titles, in: "ko"), SearchBundle.Sizes())
  }

  private func expectAgreement(
    code: String, _ index: SearchIndex, _ sizes: SearchBundle.Sizes
  ) throws {
    var queries = QueryMaker(seed: seed, language: code, index: index)
    let texts = (0..<150).map { _ in queries.next() }
    let folder = try Node.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let bundle = SearchBundle(index, sizes: sizes).rendered
    for file in [(path: "bundle.json", text: bundle.manifest)] + bundle.files {
      let target = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: target, atomically: false, encoding: .utf8)
    }
    try JSONEncoder().encode(texts).write(to: folder.appendingPathComponent("texts.json"))
    let output = try Node.run(
      """
      const read = name => JSON.parse(readFileSync(folder + name, "utf8"))
      const manifest = read("bundle.json")
      const index = new SearchIndex(manifest, async name => read(manifest.folder + name))
      const texts = JSON.parse(readFileSync(folder + "texts.json", "utf8"))
      const answers = []
      for (const text of texts) for (const typing of [true, false]) {
        const hits = await index.search(text, { limit: 5, typing })
        answers.push({
          terms: index.terms(text, typing).map(term => term.form + "*" + term.weight + " "
            + term.expansions.map(({ form, weight }) => form + "*" + weight).sort().join(" ")),
          hits: hits.map(hit => hit.number + ":" + hit.score * 1024),
        })
      }
      console.log(JSON.stringify(answers))
      """, folder: folder)
    let browser = try JSONDecoder().decode([Answer].self, from: output)
    let own = texts.flatMap { text in
      [true, false].map { isTyping in
        let terms = index.terms(of: text, isTyping: isTyping)
        return Answer(
          terms: terms.map { term in
            "\(term.form)*\(term.weight) "
              + term.expansions.map { "\(index.form($0.form))*\($0.weight)" }
              .sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }.joined(separator: " ")
          },
          hits: index.search(text, limit: 5, isTyping: isTyping).map {
            "\($0.number):\(Int($0.score * 1024))"
          })
      }
    }
    #expect(browser.count == own.count)
    for (position, pair) in zip(browser, own).enumerated() {
      #expect(pair.0 == pair.1, "seed \(seed), query \(texts[position / 2].debugDescription)")
    }
  }

  @Test func everyCharacterFoldsAlikeInBoth() throws {
    let bundle = try ContractCorpus.bundle(ContractCorpus.index("en"))
    let folder = try Node.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try bundle.write(to: folder.appendingPathComponent("bundle.json"))
    let output = try Node.run(
      """
      const { analyzer } = new SearchIndex(JSON.parse(readFileSync(folder + "bundle.json", "utf8")).manifest)
      const lines = []
      for (let code = 0; code < 0x32400; code++) {
        if (code >= 0xd800 && code < 0xe000) continue
        const letter = String.fromCodePoint(code)
        const known = /\\p{Cn}/u.test(letter) ? "?" : ""
        lines.push(known + analyzer.tokens("x" + letter + "y").map(token => token.form).join(" "))
      }
      console.log(lines.join("\\n"))
      """, folder: folder)
    let lines = String(decoding: output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var line = 0
    var different: [String] = []
    for value in UInt32(0)..<0x32400 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      defer { line += 1 }
      // The two may be built with other versions of Unicode.
      if lines[line].hasPrefix("?") || scalar.properties.generalCategory == .unassigned { continue }
      let own = Tokenizer.tokens(in: "x\(scalar)y").map(\.form).joined(separator: " ")
      if own.unicodeScalars.elementsEqual(lines[line].unicodeScalars) { continue }
      different.append("U+\(String(value, radix: 16)): \(own), in the browser \(lines[line])")
    }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(20))")
  }
}

/// Queries as people make them and as no one would: words of the index changed at random.
private struct QueryMaker {
  private var random: SeededGenerator
  private let words: [String]
  private static let strange = [
    "\0", "\u{301}", "<b>", "漢字", "🚗", "שלום", "e-mail", "+371 2000 00 00", "95 km", "a.b@c.lv",
    "ß", "ﬁ", "'",
    "\u{2019}", "\u{A0}", "x", "И\u{306}", "E-1042", "don't", "__", "１２", "\u{1D400}",
  ]

  private static let openings = [
    "Can I", "How much", "When", "Why", "Hello. Is", "Vai", "Cik", "Kā", "Czy", "Ile", "Jak",
    "Nie wiem! Czy", "Można", "Могу ли", "Сколько", "Как",
  ]

  init(seed: UInt64, language: String, index: SearchIndex) {
    random = SeededGenerator(seed: seed)
    let weak = index.suffixes?.text.split(separator: "\n").filter { $0.hasPrefix("weak") } ?? []
    let phrases = Thesaurus.thesaurus(for: language)?.phrases ?? []
    words =
      (0..<index.formCount).map(index.form)
      + weak.flatMap { $0.split(separator: " ").map(String.init) }
      + phrases.map { $0.asked.joined(separator: " ") }
  }

  mutating func next() -> String {
    var parts: [String] = []
    if Int.random(in: 0..<3, using: &random) == 0 {
      parts.append(Self.openings.randomElement(using: &random) ?? "")
    }
    for _ in 0..<Int.random(in: 1...5, using: &random) { parts.append(word()) }
    let separators = [" ", " ", " ", "  ", "-", ", ", "\n", ""]
    return parts.map { $0 + (separators.randomElement(using: &random) ?? " ") }.joined()
  }

  private mutating func word() -> String {
    let word = words.randomElement(using: &random) ?? ""
    let scalars = Array(word.unicodeScalars)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return Self.strange.randomElement(using: &random) ?? ""
    case 1: return word.uppercased()
    case 2, 3:
      return String(String.UnicodeScalarView(scalars.prefix(Int.random(in: 1...8, using: &random))))
    case 4: return Spelling.otherLayouts(of: word).randomElement(using: &random) ?? word
    case 5, 6, 7:
      guard let place = scalars.indices.randomElement(using: &random) else { return word }
      var changed = scalars
      switch Int.random(in: 0..<3, using: &random) {
      case 0: changed.remove(at: place)
      case 1: changed.insert("e", at: place)
      default: changed.swapAt(place, scalars.count - 1 - place)
      }
      return String(String.UnicodeScalarView(changed))
    case 8: return random.word(of: "aeiouktrs", upTo: 9)
    case 9: return String(String.UnicodeScalarView(scalars.dropFirst(2)))
    default: return word
    }
  }
}

/// Node.js with the search script imported.
private enum Node {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("site-templates/assets/search.js")

  static var isInstalled: Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node", "--version"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("signpost-search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static func run(_ body: String, folder: URL) throws -> Data {
    let source = """
      import { readFileSync } from "node:fs"
      import { SearchIndex } from "\(script.path)"
      const folder = "\(folder.path)/"
      \(body)
      """
    let file = folder.appendingPathComponent("run.mjs")
    try source.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return output
  }
}
