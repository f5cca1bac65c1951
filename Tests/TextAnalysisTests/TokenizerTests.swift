import TestSupport
import Testing
import TextAnalysis

@Suite struct TokenizerTests {
  @Test(
    arguments: [
      ("", []),
      ("?!… — \0 \u{200B}", []),
      ("Gdzie jest moja KARTA?", ["gdzie", "jest", "moja", "karta"]),
      ("zażółć gęślą jaźń", ["zazolc", "gesla", "jazn"]),
      ("Rēķins, šķūņu", ["rekins", "skunu"]),
      ("Ёлка мой Йод", ["елка", "мой", "йод"]),
      ("don't driver's I'm", ["dont", "drivers", "i", "m"]),
      ("the 'quoted' word", ["the", "quoted", "word"]),
      ("Straße ﬁn ĲS Æon ǅ", ["strasse", "fin", "ijs", "aeon", "dz"]),
      ("İstanbul ISPARTA ılık", ["istanbul", "isparta", "ilik"]),
      ("𝓘 𝔀𝓪𝓷𝓽 𝑡ℎ𝑒 ℝ𝕖𝕗𝕦𝕟𝕕", ["i", "want", "the", "refund"]),
      ("𝟐𝟎𝟐𝟔 ＰＩＮ１２ ｃａｒｄ！ok", ["2026", "pin12", "card", "ok"]),
      ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
      ("日本語 漢", ["日本", "本語", "漢"]),
      ("VIP客户 2 号", ["vip", "客户", "2", "号"]),
      ("שלום عَرَبِيّ أهلا", ["שלום", "عربي", "اهلا"]),
      ("co\u{AD}operate zero\u{200D}width", ["cooperate", "zerowidth"]),
      ("95E10 5km x²", ["95e10", "5km", "x²"]),
      ("<b>bold</b>&amp;", ["b", "bold", "b", "amp"]),
      ("🚗 car 👨‍👩‍👧", ["car"]),
      ("\u{FFFD}a\u{FFFD}", ["a"]),
    ] as [(String, [String])])
  func cutsAndFolds(text: String, forms: [String]) {
    #expect(Tokenizer.tokens(in: text).map(\.form) == forms)
  }

  @Test(arguments: ["é", "Ż", "ķ", "Ё", "й", "Й", "ї", "ế", "ǻ", "ά", "Å", "ṩ", "أ"])
  func composedAndDecomposedFoldAlike(letter: String) {
    let decomposed = "x" + letter.decomposed + "x"
    #expect(
      Tokenizer.tokens(in: "x\(letter)x").map(\.form)
        == Tokenizer.tokens(in: decomposed).map(\.form))
  }

  @Test func rangesCoverTheWordAndNothingElse() {
    let text = "«Żółw», o'clock’ и 'x'"
    let utf8 = Array(text.utf8)
    let words = Tokenizer.tokens(in: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(words == ["Żółw", "o", "clock", "и", "x"])
  }

  @Test func aWordIsCutAtFortyLetters() {
    let token = Tokenizer.tokens(in: String(repeating: "я", count: 50)).first
    #expect(token?.form == String(repeating: "я", count: 40))
    #expect(token?.range == 0..<100)
  }
}

@Suite struct NumberedTokensTests {
  /// Texts of signs, spaces, and words of up to forty-five letters, of which some are no ASCII.
  @Test(arguments: [UInt64(1), 2, 3])
  func areTheTokensOfTheText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var words = FormTable()
    var tokens = NumberedTokens()
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        text += random.word(of: "abzAZ09", upTo: Bool.random(using: &random) ? 5 : 20)
        text += random.word(of: "  \0\u{10}\u{19}.-''@[`{/:Żй漢字x7\u{301}\u{306}’", upTo: 3)
      }
      tokens.read(Array(text.utf8), numbering: &words)
      let expected = Tokenizer.tokens(in: text)
      #expect(tokens.numbers.map { words[Int($0)] } == expected.map(\.form), "\(seed): \(text)")
      #expect(tokens.ranges == expected.map(\.range), "\(seed): \(text)")
    }
    #expect(Set((0..<words.count).map { words[$0] }).count == words.count)
  }
}

@Suite struct CompoundTests {
  @Test(
    arguments: [
      ("", []), ("two words", []), ("end. Next", []), ("and/or", []), ("1 - 2", []),
      ("e-mail", ["email"]),
      ("error E-1042!", ["e1042"]),
      ("ERR_CARD_DECLINED", ["errcarddeclined"]),
      ("write to help@kilometr.example.", ["helpkilometrexample"]),
      ("anna.k+1@post.example, now", ["annak1postexample"]),
      ("call +48 22 123 45 67", ["48221234567"]),
      ("(22) 123-45-67", ["1234567", "221234567"]),
      ("2026-10-03", ["20261003"]),
      ("30 minutes, 20 km or 5\u{A0}h", ["20km", "5h"]),
      ("m'aja", ["maja"]),
      ("100 km/h", ["100km"]),
      ("12 34", []),
    ] as [(String, [String])])
  func joins(text: String, forms: [String]) {
    #expect(Compounds.forms(in: text) == forms)
  }

  @Test func whatWouldBeTooLongIsNoWord() {
    #expect(Compounds.forms(in: String(repeating: "ab-", count: 5000)).isEmpty)
  }
}

@Suite struct SpellingTests {
  @Test(arguments: [
    ("rfhnf", "карта"), ("карта", "rfhnf"), (",typby", "бензин"), ("Ghbdtn", "привет"),
    ("лфкеф зфдшцщцф", "karta paliwowa"), ("zwyot", "яцнще"),
  ])
  func otherLayoutIsTriedKeyByKey(typed: String, meant: String) {
    #expect(Spelling.otherLayouts(of: typed).contains(meant))
  }

  @Test(arguments: [
    ("Где КАРТА @ карта", "ГDE КАРТА а J@PR@"), ("ь_\\[", "\\яьы"),
    ("Ёлка ё ї €", "ЁKJ@ ё ї €"), ("", ""), ("ru/karta/", "ru/karta/"),
  ])
  func smallCyrillicLettersAreExchangedWithSigns(text: String, other: String) {
    #expect(Spelling.exchanged(text) == other)
    #expect(Spelling.exchanged(other) == text)
  }

  @Test func exchangedKeysAreTriedToo() {
    #expect(Spelling.otherLayouts(of: "ywrot").contains("zwrot"))
    #expect(Spelling.otherLayouts(of: "123").isEmpty)
  }

  @Test(
    arguments: [
      ("mashina", "машина"), ("toplivnaya", "топливная"), ("vozvrat", "возврат"), ("moy", "мой"),
      ("dvoynoy", "двойной"), ("shchyot", "щет"), ("scheta", "счета"),
      ("", nil), ("42", nil), ("карта", nil),
    ] as [(String, String?)])
  func latinLettersAreWrittenInCyrillic(latin: String, cyrillic: String?) {
    #expect(Spelling.cyrillic(latin) == cyrillic)
  }
}

@Suite struct FormTableTests {
  @Test func numbersAreThoseOfADictionary() {
    var random = SeededGenerator(seed: 7)
    var table = FormTable()
    var dictionary: [String: Int] = [:]
    for _ in 0..<20_000 {
      let word = random.word(of: "abя漢", upTo: Bool.random(using: &random) ? 6 : 24)
      let number = table.insert(Array(word.utf8)[...])
      #expect(number == dictionary[word, default: dictionary.count])
      dictionary[word] = number
    }
    #expect(table.count == dictionary.count)
    for (word, number) in dictionary {
      #expect(table.number(of: Array(word.utf8)[...]) == number)
      #expect(table[number] == word)
    }
    #expect(table.number(of: Array("unknown".utf8)[...]) == nil)
    let sorted = table.sortedNumbers().map { Array(table[$0].utf8) }
    #expect(sorted == sorted.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// Words of more than eight bytes are told by a hash and by all bytes but the last eight.
  @Test func wordsThatDifferInOneByteAreApart() {
    var table = FormTable()
    for length in [7, 8, 9, 15, 16, 17, 24, 25] {
      for place in 0..<length {
        var word = [UInt8](repeating: 97, count: length)
        word[place] = 98
        let count = table.count
        #expect(table.insert(word[...]) == count)
        #expect(table.insert(word[...]) == count)
      }
    }
  }

  @Test func takesWordsOfAnotherTable() {
    let words = FormTable(["karta", "paliwowa", "na"])
    var table = FormTable(["na"])
    #expect((0..<3).map { table.insert($0, of: words) } == [1, 2, 0])
    #expect((0..<table.count).map { table[$0] } == ["na", "karta", "paliwowa"])
  }
}

extension String {
  /// By the standard library's own canonical equivalence: the letter as base and marks.
  fileprivate var decomposed: String {
    let table: [String: String] = [
      "é": "e\u{301}", "Ż": "Z\u{307}", "ķ": "k\u{327}", "Ё": "Е\u{308}", "й": "и\u{306}",
      "Й": "И\u{306}", "ї": "і\u{308}", "ế": "e\u{302}\u{301}", "ǻ": "a\u{30A}\u{301}",
      "ά": "α\u{301}", "Å": "A\u{30A}", "ṩ": "s\u{323}\u{307}", "أ": "ا\u{654}",
    ]
    return table[self] ?? self
  }
}
