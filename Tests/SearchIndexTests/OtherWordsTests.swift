import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct RelatedWordsTests {
  private func vocabulary(_ words: [String]) -> Vocabulary {
    var table = FormTable()
    for word in words.sorted() { table.insert(Array(word.utf8)[...]) }
    var stems = FormTable()
    let numbers = (0..<table.count).map { number in
      UInt32(stems.insert(SuffixTable.english.stem(table.utf8(number))[...]))
    }
    return Vocabulary(words: table, pairs: [], stems: stems, stemOfWord: numbers)
  }

  private func related(_ word: String, among words: [String]) -> [String] {
    let thesaurus = Thesaurus(
      "bill invoice receipt\ninvoice statement\nfast quick\nhow long > time days")
    let related = RelatedWords(thesaurus, suffixes: .english, vocabulary: vocabulary(words))
    let stems = word.split(separator: " ").map { SuffixTable.english.stem(String($0)) }
    return related.words(for: Array(stems.joined(separator: " ").utf8)[...])
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("bills", ["invoices", "receipts"], ["invoic", "receipt"]),
      ("invoicing", ["receipt", "bill", "statements"], ["bill", "receipt", "statement"]),
      ("statement", ["bill"], []), ("statement", ["invoice"], ["invoic"]),
      ("quick", ["quickly"], []), ("banana", ["bill"], []),
      ("how long", ["day", "time"], ["time", "day"]), ("how long", ["day"], ["day"]),
      ("how long", ["long"], []), ("long", ["day", "time"], []), ("time", ["day", "long"], []),
    ] as [(String, [String], [String])])
  func wordsOfTheSameLineThatTheIndexHoldsStandForOneAnother(
    word: String, held: [String], found: [String]
  ) {
    #expect(related(word, among: held) == found)
  }

  @Test(arguments: ["en", "lv", "pl", "ru"])
  func everyLineOfTheThesaurusIsOfSingleWordsThatDiffer(code: String) throws {
    let table = try #require(SuffixTable.table(for: code))
    for group in try #require(Thesaurus.thesaurus(for: code)).groups {
      #expect(group.count >= 2, "\(group)")
      let forms = group.map { Tokenizer.tokens(in: $0).map(\.form) }
      #expect(forms.allSatisfy { $0.count == 1 }, "\(group)")
      let stems = forms.joined().map(table.stem)
      #expect(Set(stems).count >= 2, "\(group) are one word")
    }
  }

  @Test(arguments: ["en", "lv", "pl", "ru"])
  func everyPhraseOfTheThesaurusIsOfTwoWordsAndAsksOnce(code: String) throws {
    let table = try #require(SuffixTable.table(for: code))
    var asked: Set<[String]> = []
    for phrase in try #require(Thesaurus.thesaurus(for: code)).phrases {
      #expect(phrase.asked.count == 2 && !phrase.finds.isEmpty, "\(phrase)")
      for word in phrase.asked + phrase.finds {
        #expect(Tokenizer.tokens(in: word).count == 1, "\(phrase)")
      }
      let stems = phrase.asked.flatMap { Tokenizer.tokens(in: $0) }.map { table.stem($0.form) }
      #expect(asked.insert(stems).inserted, "\(phrase) asks again")
    }
  }

  @Test(arguments: [
    ("en", "The transfer did not go through", "Failed transfers"),
    ("en", "how much to transfer", "The price of transfers"),
    ("pl", "ile kosztuje przelew", "Cena przelewu"), ("lv", "atdodiet naudu", "Atmaksa"),
    ("ru", "сколько стоит перевод", "Цена перевода"),
  ])
  func wordsSideBySideAskForWhatNeitherSaysAlone(code: String, asked: String, wanted: String) throws
  {
    let language = try #require(Language(code))
    let titles = [
      "Transfers by post", "Przelew do banku", "Przelew w banku", "Pārskaitīt naudu",
      "Перевод в банк", "Перевод из банка",
    ]
    let index = ContractCorpus.index(
      of: (titles + [wanted]).map {
        ContractCorpus.article($0, front: FrontMatter(title: $0), sections: [], in: language)
      }, in: language)
    let apart = asked.split(separator: " ").reversed().joined(separator: " ")
    #expect(index.search(asked).first?.document.title == wanted)
    #expect(index.terms(of: asked).count > index.terms(of: apart).count)
  }

  @Test(arguments: [
    ("en", "the car broke down", "Help after a breakdown", ["Park the car", "Charge the car"]),
    ("pl", "Auto się zepsuło", "Awaria na drodze", ["Gdzie zostawić auto", "Auto na prąd"]),
  ])
  func aPhraseOfWhichAWordStandsNowhereSaysMoreThanTheOtherWords(
    code: String, asked: String, wanted: String, others: [String]
  ) throws {
    let language = try #require(Language(code))
    let index = ContractCorpus.index(
      of: (others + [wanted]).map {
        ContractCorpus.article($0, front: FrontMatter(title: $0), sections: [], in: language)
      }, in: language)
    #expect(index.search(asked).first?.document.title == wanted)
  }

  @Test(arguments: [
    ("charged twice", true), ("you charged me twice", true), ("charged the car twice", false),
  ])
  func wordsBetweenWhichOnlyWeakOnesStandAskTogether(asked: String, together: Bool) throws {
    let index = ContractCorpus.index(
      of: [
        ContractCorpus.article(
          "a", front: FrontMatter(title: "Refund"), sections: [], in: try #require(Language("en")))
      ],
      in: try #require(Language("en")))
    let forms = index.terms(of: asked).filter(\.isRelated).map(\.form)
    #expect(forms.contains("charged twice") == together)
  }

  @Test func anUnfinishedWordThatStandsNowhereIsNoPartOfAPhraseYet() throws {
    let english = try #require(Language("en"))
    let index = ContractCorpus.index(
      of: [
        ContractCorpus.article(
          "a", front: FrontMatter(title: "Breakdown"), sections: [], in: english)
      ],
      in: english)
    func score(_ asked: String, isTyping: Bool) throws -> Double {
      try #require(index.search(asked, isTyping: isTyping).first).score
    }
    let finished = try score("broke down", isTyping: false)
    #expect(try score("broke down ", isTyping: true) == finished)
    #expect(try score("broke down", isTyping: true) < finished)
  }

  @Test(arguments: [
    ("en", "invoice", "bill"), ("en", "oldest post", "earliest message"),
    ("pl", "faktura", "кфсргтул"), ("ru", "авария", "dtp"),
  ])
  func aWordThatStandsNowhereIsFoundByAnotherForIt(code: String, title: String, asked: String)
    throws
  {
    let language = try #require(Language(code))
    func article(_ id: String, _ title: String) -> Article {
      ContractCorpus.article(id, front: FrontMatter(title: title), sections: [], in: language)
    }
    let index = ContractCorpus.index(
      of: [article("wanted", title), article("other", "Park the car")], in: language)
    #expect(index.search(asked).map(\.document.article.rawValue) == ["wanted"])
    #expect(index.search(title).first?.document.article.rawValue == "wanted")
  }

  @Test(
    arguments: [
      ("money back", ["Get your money back"]), ("refund", ["Get your money back"]),
      ("money back late", ["Get your money back", "Late deliveries"]),
      ("late refund", ["Late deliveries", "Get your money back"]),
      ("money", ["Send money", "Get your money back"]),
      ("back", ["Turn back the clock", "Get your money back"]),
    ] as [(String, [String])])
  func partsOfAPhraseThatHasOtherWordsFindNothingByThemselves(asked: String, found: [String]) throws
  {
    let language = try #require(Language("en"))
    func titles(_ titles: [String]) -> [String] {
      let articles = titles.map {
        ContractCorpus.article($0, front: FrontMatter(title: $0), sections: [], in: language)
      }
      let index = ContractCorpus.index(
        of: articles,
        synonyms: Synonyms(twoWay: [["refund", "money back"]]), in: language)
      return index.search(asked).map(\.document.title)
    }
    let others = ["Turn back the clock", "Send money", "Late deliveries"]
    #expect(Set(titles(others + ["Get your money back"])) == Set(found))
    #expect(Set(titles(others)) == Set(found.filter { $0 != "Get your money back" }))
  }

  @Test func aPhraseThatWasNotTypedCountsAndIsMarkedAsAWholeOnly() throws {
    let language = try #require(Language("en"))
    let texts = ["Refund the key. Back to the list.", "Refund the key. Next to the list."]
    let whole = "The refund is your money back. Come back."
    let articles = (texts + [whole]).map { text in
      ContractCorpus.article(
        text, front: FrontMatter(title: "Keys"),
        sections: [Section(level: 0, anchor: "", title: "", text: text)], in: language)
    }
    let index = ContractCorpus.index(
      of: articles,
      synonyms: Synonyms(twoWay: [["refund", "money back"]]), in: language)
    let terms = index.terms(of: "refund")
    let hits = index.search(terms)
    let scores = Dictionary(uniqueKeysWithValues: hits.map { ($0.document.article.rawValue, $0) })
    #expect(try #require(scores[texts[0]]).score == #require(scores[texts[1]]).score)
    #expect(hits.first?.document.article.rawValue == whole)
    for hit in hits {
      let sum = index.contributions(of: terms, to: hit.number).reduce(0) { $0 + $1.score }
      #expect(sum == hit.score)
      let snippet = index.snippet(of: hit, terms: terms)
      let marked = snippet.matches.map {
        String(decoding: Array(snippet.text.utf8)[$0], as: UTF8.self)
      }
      let isWhole = hit.document.article.rawValue == whole
      #expect(marked == (isWhole ? ["refund", "money", "back"] : ["Refund"]))
    }
  }

  @Test func aWordOfAPhraseThatSaysLittleAddsLittle() throws {
    let language = try #require(Language("en"))
    let index = ContractCorpus.index(
      of: [
        ContractCorpus.article(
          "Plug in", front: FrontMatter(title: "Plug in"), sections: [], in: language)
      ], synonyms: Synonyms(twoWay: [["charge", "plug in"]]), in: language)
    let weights = index.terms(of: "charge").filter { ["plug", "in"].contains($0.form) }
    #expect(weights.map(\.weight) == [128, 45])
  }

  @Test func whatWasTypedBeatsOtherWordsForIt() throws {
    let language = try #require(Language("en"))
    let articles = ["Your bill", "Your invoice", "Your receipt"].map { title in
      ContractCorpus.article(title, front: FrontMatter(title: title), sections: [], in: language)
    }
    let index = ContractCorpus.index(of: articles, in: language)
    for word in ["bill", "invoice", "receipt"] {
      let hits = index.search(word)
      #expect(hits.count == 3)
      #expect(hits[0].document.title == "Your \(word)")
      #expect(hits[0].score > 2 * hits[1].score)
    }
  }
}

@Suite struct SimilarWordsTests {
  /// Dice's coefficient of runs of four letters, as it is defined.
  private func likeness(_ left: String, _ right: String) -> Int {
    func runs(_ word: String) -> Set<[Unicode.Scalar]> {
      let letters = Array(" \(word) ".unicodeScalars)
      guard letters.count > 4 else { return [letters] }
      return Set((0...letters.count - 4).map { Array(letters[$0..<$0 + 4]) })
    }
    let (own, other) = (runs(left), runs(right))
    return 512 * own.intersection(other).count / (own.count + other.count)
  }

  @Test func findsWhatTheSlowVersionFinds() {
    var random = SeededGenerator(seed: 3)
    var table = FormTable()
    let words = Set((0..<600).map { _ in random.word(of: "abя漢", upTo: 9) }).sorted()
    for word in words { table.insert(Array(word.utf8)[...]) }
    let similar = SimilarWords(table)
    for _ in 0..<200 {
      let word = random.word(of: "abя漢", upTo: 9)
      let found = similar.words(to: Array(word.utf8)[...]).map {
        "\(words[$0.number]) \($0.likeness)"
      }
      let expected = words.map { ($0, likeness(word, $0)) }.filter { $0.1 >= 103 }
      #expect(found == expected.map { "\($0) \($1)" }, "\(word)")
    }
  }

  @Test(arguments: [
    ("samaksat", "apmaksat"), ("zaplacic", "oplacic"), ("оплатить", "заплатить"),
    ("unlocking", "locking"),
  ])
  func wordsOfOneRootAreAlike(word: String, other: String) {
    #expect(likeness(word, other) >= 103)
  }
}
