import Foundation
import Testing
import TextAnalysis

/// The lists of `Tests/Contract/words.*.txt`: people's words for support, which forms must meet and
/// which must not.
@Suite struct WordTests {
  private static let tables: [(String, SuffixTable)] = [
    ("de", .german), ("en", .english), ("es", .spanish), ("fr", .french), ("lt", .lithuanian),
    ("lv", .latvian), ("pl", .polish), ("ru", .russian), ("uk", .ukrainian),
  ]
  /// The languages whose lists are long.
  private static let first: Set = ["en", "lv", "pl", "ru"]

  private struct WordList {
    var meeting: [[String]] = []
    var apart: [[String]] = []

    init(_ code: String) throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Contract/words.\(code).txt")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        switch words.first {
        case "=": meeting.append(Array(words.dropFirst()))
        case "!": apart.append(Array(words.dropFirst()))
        default: continue
        }
      }
    }
  }

  private func stem(_ word: String, _ table: SuffixTable) -> String {
    Tokenizer.tokens(in: word).first.map { table.stem($0.form) } ?? ""
  }

  @Test(arguments: tables) func formsOfOneWordShareTheirStem(code: String, table: SuffixTable)
    throws
  {
    let words = try WordList(code)
    #expect(words.meeting.joined().count >= 150)
    for forms in words.meeting {
      let stems = Set(forms.map { stem($0, table) })
      #expect(stems.count == 1, "\(forms.joined(separator: " ")): \(stems.sorted())")
    }
  }

  @Test(arguments: tables) func otherWordsThatLookAlikeDoNot(code: String, table: SuffixTable)
    throws
  {
    let words = try WordList(code)
    #expect(words.apart.count >= (Self.first.contains(code) ? 75 : 19))
    for pair in words.apart {
      try #require(pair.count == 2)
      #expect(stem(pair[0], table) != stem(pair[1], table), "\(pair[0]) \(pair[1])")
    }
  }

  @Test(arguments: tables) func aStemStaysItsOwnWithinItsClass(code: String, table: SuffixTable)
    throws
  {
    // A rule that sends a word to a stem must not depend on what else stands in the table.
    for forms in try WordList(code).meeting {
      for form in forms { #expect(stem(form, table) == stem(form.uppercased(), table), "\(form)") }
    }
  }

  @Test(arguments: tables) func aWordIsWeakOrCommonButNotBoth(code: String, table: SuffixTable) {
    #expect(table.weakWords.filter { table.isCommon(Array($0.utf8)[...]) } == [])
  }

  @Test func ruleKindsWorkAsDescribed() {
    let table = SuffixTable(
      """
      # comment
      suffix 3 ami a
      suffix 5 nami
      alternation c>t szcz>st
      irregular pay=paid
      alias return=zwrot
      prefix nie
      weak jak czy
      aside nadal
      common nowy
      """)
    #expect(table.stem("kartami") == "kart")
    #expect(table.stem("dnami") == "dnami", "neither minimum is met")
    #expect(table.stem("kolumnami") == "kolum", "the longest ending whose minimum is met")
    #expect(table.stem("zwroca") == "return", "ending, alternation, alias")
    #expect(table.stem("jeszcza") == "jest", "the longest alternation")
    #expect(table.stem("paid") == "pay")
    #expect(table.stem("pay") == "pay")
    #expect(table.prefixes == [Array("nie".utf8)])
    #expect(table.stem("a1a") == "a1a", "a word with a digit is its own stem")
    #expect(table.stem("") == "")
    #expect(table.isWeak(Array("jak".utf8)[...]))
    #expect(table.isWeak(Array("nadal".utf8)[...]))
    #expect(!table.isWeak(Array("karta".utf8)[...]))
    #expect(table.isCommon(Array("nowy".utf8)[...]))
    #expect(!table.isCommon(Array("jak".utf8)[...]))
    #expect(!table.text.contains("#"))
  }

  @Test func rulesOfWordsThatAreNotKnownAreApart() {
    let table = SuffixTable(
      """
      suffix 3 s
      alternation c>t
      irregular pay=paid lose=lost news
      alias return=zwrot card=kart
      weak jak
      common nowy
      """)
    let known = ["pay", "new", "card"].map { Array($0.utf8)[...] }
    let rules = table.rules(knowing: known.contains)
    #expect(
      rules.known == """
        suffix 3 0s
        alternation c>t
        irregular pay=paid news
        alias card=kart
        weak jak
        """, "without its line, news would be new")
    #expect(rules.others == "irregular lose=lost\nalias return=zwrot")
  }

  @Test func weakWordsThatAreMarkedElsewhereAreInNoRule() {
    let table = SuffixTable("weak jak czy\naside nadal znowu")
    let all = table.rules(knowing: { _ in false })
    #expect(all.known == "weak jak czy nadal znowu")
    #expect(all.others == "")
    let marked = ["jak", "nadal"].map { Array($0.utf8) }
    let some = table.rules(knowing: { _ in false }, marking: marked.contains)
    #expect(some.known == "weak czy")
    #expect(some.others == "weak znowu", "it comes with what is known of other words")
  }

  @Test(arguments: tables) func aWordIsListedOnce(code: String, table: SuffixTable) {
    for kind in ["irregular", "alias"] {
      var seen: Set<Substring> = []
      var twice: [Substring] = []
      for line in table.text.split(separator: "\n") where line.hasPrefix("\(kind) ") {
        for group in line.split(separator: " ").dropFirst() {
          let forms = group.split { $0 == "=" || $0 == "," }
          for form in forms.dropFirst(kind == "alias" ? 1 : 0) where !seen.insert(form).inserted {
            twice.append(form)
          }
        }
      }
      #expect(twice == [], "\(kind)")
    }
  }
}
