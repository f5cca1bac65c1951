import KnowledgeBase
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct SearchTests {
  private func ids(_ text: String, _ code: String, isTyping: Bool = false) throws -> [String] {
    try ContractCorpus.index(code).search(text, limit: 3, isTyping: isTyping)
      .map(\.document.article.rawValue)
  }

  private func reasons(_ text: String, _ code: String) throws -> [QueryTerm.Reason] {
    try ContractCorpus.index(code).terms(of: text).flatMap { $0.expansions.map(\.reason) }
  }

  @Test(arguments: [
    ("pl", "karta paliwowa"), ("pl", "kartą paliwową"), ("pl", "KARTY PALIWOWEJ"),
    ("pl", "karta palwiowa"), ("pl", "лфкеф зфдшцщцф"),
    ("lv", "degvielas karte"), ("lv", "degvielas karti"), ("lv", "degveilas karte"),
    ("lv", "вупмшудфы лфкеу"),
    ("ru", "топливная карта"), ("ru", "топливной картой"), ("ru", "топлвиная карта"),
    ("ru", "njgkbdyfz rfhnf"), ("ru", "toplivnaya karta"),
    ("en", "fuel card"), ("en", "Fuel CARDS"), ("en", "feul card"), ("en", "агуд сфкв"),
    ("en", "fule card"), ("en", "fuel crd"), ("en", "hwere is teh fuel cadr"),
  ])
  func theFuelCardIsFoundHoweverItIsTyped(code: String, query: String) throws {
    #expect(try ids(query, code).first == "fuel/refuel-the-car")
  }

  @Test(arguments: [
    ("en", "refunds", QueryTerm.Reason.inflection), ("en", "refund", .exact),
    ("en", "refnud", .typo), ("ru", "rfhnf", .keyboard), ("ru", "karta", .transliteration),
    ("en", "fuel card", .pair), ("en", "reimbursement", .synonym),
    ("en", "pre-authorisation", .compound),
    ("en", "fuelcard", .parts), ("lv", "neatveras", .parts), ("en", "insuxq", .beginning),
    ("en", "icence", .typo),
  ])
  func everyExpansionSaysWhy(code: String, query: String, reason: QueryTerm.Reason) throws {
    #expect(try reasons(query, code).contains(reason))
  }

  @Test(arguments: [
    ("ar", "إلغاء الحجز", "حجز"), ("he", "החזר כספי לכרטיס", "כרטיס"), ("ko", "카드로 환불합니다", "환불하고"),
    ("ko", "예약을 취소하세요", "취소"), ("th", "ลืมรหัสผ่าน", "รหัส"), ("th", "ยกเลิกการจอง", "จอง"),
    ("zh", "忘记密码", "密"), ("zh", "退款到银行卡", "怎么退款"), ("ja", "予約をキャンセルする", "キャンセル"),
    ("fi", "Varauksen peruuttaminen", "peruutan varaukseni"),
    ("tr", "Rezervasyonu iptal etmek", "rezervasyonumu"),
    ("cs", "Zapomenuté heslo", "heslem"),
  ])
  func aWordIsFoundByAPartInAnyScript(code: String, title: String, query: String) throws {
    let titles = ["Wi-Fi", title, "5G"]
    let hits = try ContractCorpus.index(ofTitles: titles, in: code).search(query, limit: 3)
    #expect(hits.map(\.document.article.rawValue) == ["1"])
  }

  @Test(arguments: [("en", "card", "ar"), ("ru", "карта", "арт"), ("el", "κάρτα", "αρτ")])
  func ofAnAlphabetWithVowelsTwoLettersAreNoWord(code: String, title: String, query: String) throws
  {
    #expect(try ContractCorpus.index(ofTitles: [title], in: code).search(query, limit: 3).isEmpty)
  }

  @Test(arguments: ["charg", "chargebac"])
  func aWordOfSynonymsIsCompletedWhileItIsTyped(typed: String) throws {
    let language = try #require(Language("en"))
    let synonyms = Synonyms(
      twoWay: [], oneWay: [Synonyms.OneWay(asked: "chargeback", written: ["refund"])])
    let articles = ["Close the door", "Refund", "Change a phone"].map { title in
      ContractCorpus.article(title, front: FrontMatter(title: title), sections: [], in: language)
    }
    let index = ContractCorpus.index(of: articles, synonyms: synonyms, in: language)
    let first = index.search(typed, limit: 3, isTyping: true).first
    #expect(first?.document.title == "Refund")
  }

  @Test(arguments: [("hwo", true), ("hwat", true), ("teh", true), ("wehn", true), ("fule", false)])
  func aMistypedWordThatSaysLittleStillSaysLittle(word: String, isWeak: Bool) throws {
    let terms = try ContractCorpus.index("en").terms(of: "\(word) refund")
    #expect(terms.first { $0.form == word }?.isWeak == isWeak)
  }

  @Test(arguments: [
    ("en", "Still photos", "still no refund, please help", "Refund"),
    ("pl", "Nadal czekasz", "nadal nie ma zwrotu, niestety", "Zwrot"),
    ("lv", "Joprojām gaidi", "atmaksas joprojām nav", "Atmaksa"),
    ("ru", "Опять звонят", "опять нет возврата, помогите", "Возврат"),
  ])
  func whatIsToldBesideAQuestionFindsNothingUnlessNothingElseIsAsked(
    code: String, beside: String, asked: String, wanted: String
  ) throws {
    let language = try #require(Language(code))
    let index = ContractCorpus.index(
      of: [beside, wanted].map {
        ContractCorpus.article($0, front: FrontMatter(title: $0), sections: [], in: language)
      }, in: language)
    #expect(index.search(asked).map(\.document.title) == [wanted])
    let word = String(beside.prefix { $0 != " " })
    #expect(index.search(word).map(\.document.title) == [beside])
  }

  @Test func aWordThatSaysLittleAndStandsNowhereIsTakenForNoOther() throws {
    let russian = try #require(Language("ru"))
    let index = ContractCorpus.index(
      of: [
        ContractCorpus.article("a", front: FrontMatter(title: "Сборы"), sections: [], in: russian)
      ], in: russian)
    #expect(index.search("скорей").isEmpty)
  }

  @Test(arguments: ["I'm", "I’ve", "it's", "I'd", "we're", "he'll"])
  func whatAnApostropheLeavesOfTwoWordsSaysLittle(words: String) throws {
    let index = try ContractCorpus.index("en")
    let telling = index.terms(of: "\(words) refund").filter { !$0.isWeak }
    #expect(telling.map(\.form) == index.terms(of: "refund").map(\.form))
  }

  @Test(arguments: [
    ("got", QueryExpander.commonWeight), ("gotten", QueryExpander.commonWeight),
    ("refunding", QueryExpander.full),
  ])
  func aWordOfAnotherInflectionSaysNoMoreThanThoseThatStandInTheIndex(word: String, weight: Int)
    throws
  {
    let index = try ContractCorpus.index("en")
    #expect(index.vocabulary.words.number(of: Array(word.utf8)[...]) == nil)
    #expect(index.terms(of: word).first?.weight == weight)
  }

  @Test func aPairIsKnownThoughAWordOfItIsMistyped() throws {
    let index = try ContractCorpus.index("en")
    let pair = index.terms(of: "feul card").flatMap(\.expansions).filter { $0.reason == .pair }
    #expect(pair.map { index.form($0.form) } == ["fuel card"])
    #expect(index.terms(of: "mistyped fuel cards").last?.form == "fuel cards", "as typed")
    #expect(pair.map(\.weight) == [128])
  }

  @Test func wordsThatSayLittleDoNotPartAPair() throws {
    let index = try ContractCorpus.index("en")
    for query in ["fuel card", "fuel for my card", "the fuel on a card"] {
      let pairs = index.terms(of: query).filter { $0.form == "fuel card" }
      #expect(pairs.flatMap(\.expansions).map { index.form($0.form) } == ["fuel card"], "\(query)")
    }
    #expect(!index.terms(of: "fuel without card").contains { $0.form == "fuel card" })
  }

  @Test(arguments: [
    ("mistyped fuel cards", "fuel cards"), ("feul card", "fuel card"),
  ])
  func aPairIsSaidInWordsRatherThanStems(query: String, said: String) throws {
    let index = try ContractCorpus.index("en")
    let pairs = index.terms(of: query).flatMap { term in
      term.expansions.filter { $0.reason == .pair }.map { index.words(of: $0, in: term) }
    }
    #expect(pairs.contains(said), "\(pairs)")
  }

  @Test func ofALongTextTheFirstWordsAreLookedUp() throws {
    let index = try ContractCorpus.index("en")
    let others = String(repeating: "zqxj ", count: 199)
    #expect(!index.search(others + "refund").isEmpty)
    #expect(index.search(others + "zqxj refund").isEmpty)
  }

  @Test func twoMistakesAreLookedForInLongWordsOnly() throws {
    let index = try ContractCorpus.index("en")
    #expect(index.terms(of: "resrevtion").flatMap(\.expansions).contains { $0.reason == .typo })
    #expect(!index.terms(of: "resrevte").flatMap(\.expansions).contains { $0.reason == .typo })
  }

  @Test func theLastWordMayBeUnfinished() throws {
    #expect(try ids("fuel ca", "en", isTyping: true).first == "fuel/refuel-the-car")
    #expect(try reasons("refu", "en").contains(.completion) == false)
    let terms = try ContractCorpus.index("en").terms(of: "refu", isTyping: true)
    #expect(terms.flatMap { $0.expansions.map(\.reason) }.contains(.completion))
  }

  @Test(arguments: [
    ("e-mail", "Change your email"), ("change my e-mail", "Change your email"),
    ("e", "Smoke e-cigarettes"),
    ("e cigarettes", "Smoke e-cigarettes"), ("E-104", nil),
    ("category b licence", "Category B licence"),
  ])
  func aLetterOfAnotherWordSaysLittle(asked: String, first: String?) throws {
    let index = try ContractCorpus.index(
      ofTitles: [
        "Smoke e-cigarettes", "Change your email", "Category B licence", "Category C licence",
      ], in: "en")
    #expect(index.search(asked).first?.document.title == first)
  }

  @Test func inALargeIndexAnUnfinishedWordBecomesThoseOfMostDocuments() throws {
    // Of `re1` to `re40` each stands in as many texts.
    let titles = (1...40).map { number in (number...40).map { "re\($0)" }.joined(separator: " ") }
    let others = (1...300).map { "article \($0)" }
    let index = try ContractCorpus.index(ofTitles: titles + others, in: "en")
    func completions(_ text: String) -> [String] {
      index.terms(of: text, isTyping: true).flatMap(\.expansions)
        .filter { $0.reason == .completion }.map { index.form($0.form) }
    }
    // As many binary digits count as equal.
    #expect(
      Set(completions("re")).isSubset(of: (32...40).map { "re\($0)" } + ["re16", "re17", "re18"]))
    #expect(completions("re").count == 12)
    #expect(completions("re4") == ["re40"])
    #expect(
      try ContractCorpus.index(ofTitles: titles, in: "en").terms(of: "re", isTyping: true)[0]
        .expansions.count == 40)
  }

  @Test func whatStandsInMoreDocumentsThanAreKeptHasItsRarity() throws {
    let titles = (1...50).map { number in
      "lost" + String(repeating: " lost", count: number % 5) + " card \(number)"
    }
    let documents = try ContractCorpus.index(ofTitles: titles, in: "en").documents
    let english = try #require(Language("en"))
    let cut = SearchIndex(
      Array(documents), language: english,
      postings: IndexPostings(Array(documents), language: english), keeping: 10)
    let whole = SearchIndex(Array(documents), language: english)
    let (best, others) = (cut.search("lost", limit: 10), whole.search("lost", limit: 10))
    #expect(best.map(\.number) == others.map(\.number) && best.map(\.score) == others.map(\.score))
    #expect(
      cut.search("lost", limit: 20).count == 10 && whole.search("lost", limit: 20).count == 20)
    #expect(cut.documentFrequency(of: cut.terms(of: "lost")[0]) == 50)
  }

  @Test func everyFormStandsOnceTheHeaviestFirst() throws {
    for query in try ContractQuery.read("pl") {
      for term in try ContractCorpus.index("pl").terms(of: query.text) {
        #expect(Set(term.expansions.map(\.form)).count == term.expansions.count)
        #expect(term.expansions == term.expansions.sorted())
        #expect(term.expansions.allSatisfy { (1...256).contains($0.weight) })
      }
    }
  }

  @Test func contributionsAddUpToTheScore() throws {
    let index = try ContractCorpus.index("en")
    let terms = index.terms(of: "how do I pay for petrol with the fuel card")
    for hit in index.search(terms, limit: 10) {
      let sum = index.contributions(of: terms, to: hit.number).reduce(0) { $0 + $1.score }
      #expect(sum == hit.score)
    }
  }

  @Test(arguments: [
    "", " ", "a", "?!…", "\0", "\u{FFFD}", "<script>alert(1)</script>", "漢字", "שלום עולם", "🚗",
    "a-a-a", "@@@", "''''", "+++", "\n\n",
  ])
  func whateverIsTypedGivesAnAnswerOrNone(text: String) throws {
    let index = try ContractCorpus.index("en")
    for isTyping in [true, false] {
      let hits = index.search(text, isTyping: isTyping)
      #expect(hits.allSatisfy { $0.score > 0 })
      for hit in hits {
        #expect(!index.snippet(of: hit, terms: index.terms(of: text)).text.isEmpty)
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "x", count: 100_000), String(repeating: "a-", count: 5_000),
      String(repeating: "a.b@", count: 5_000), String(repeating: "fuel ", count: 10_000),
      (0..<10_000).map { "word\($0)" }.joined(separator: " "),
      (0..<10_000).map { "xq\($0)zj" }.joined(separator: ","),
    ])
  func tenThousandWordsEnd(text: String) throws {
    _ = try ContractCorpus.index("en").search(text)
  }

  @Test(arguments: [("en", "how do I zqxj"), ("pl", "czy mogę zqxj"), ("ru", "как мне жщцх")])
  func wordsThatSayLittleFindNothingByThemselves(code: String, query: String) throws {
    #expect(try ids(query, code) == [])
    #expect(try ids("how do I", "en") != [], "unless nothing else is asked")
  }

  @Test func whatCustomersAskMostWinsAmongEqualsOnly() throws {
    let language = try #require(Language("en"))
    func article(_ id: String, _ title: String, contacts: Int) -> Article {
      var article = ContractCorpus.article(
        id, front: FrontMatter(title: title), sections: [], in: language)
      article.contacts = contacts
      return article
    }
    let index = ContractCorpus.index(
      of: [
        article("a", "Refund by card", contacts: 0), article("b", "Refund by bank", contacts: 900),
        article("c", "Refund by cash", contacts: 500), article("d", "Accident", contacts: 2),
      ], in: language)
    let found = { (text: String) in index.search(text).map(\.document.article.rawValue) }
    #expect(found("refund") == ["b", "c", "a"])
    #expect(found("refund card") == ["a", "b", "c"])
    #expect(found("accident") == ["d"])
  }

  @Test func aPinnedArticleWinsAmongEqualsOnly() throws {
    let language = try #require(Language("en"))
    func article(_ id: String, _ title: String) -> Article {
      ContractCorpus.article(id, front: FrontMatter(title: title), sections: [], in: language)
    }
    let index = ContractCorpus.index(
      of: [
        article("a", "Refund by card"), article("b", "Refund by bank"), article("c", "Parking"),
        article("d", "Accident"),
      ], pinned: [ArticleID("b"), ArticleID("c")], in: language)
    let found = { (text: String) in index.search(text).map(\.document.article.rawValue) }
    #expect(found("refund") == ["b", "a"])
    #expect(found("refund card") == ["a", "b"])
    #expect(found("accident") == ["d"])
  }

  @Test(
    arguments: [
      (SearchFilter(), ["a/x/1", "a/2", "b/3"]),
      (SearchFilter(categories: [["a"]]), ["a/x/1", "a/2"]),
      (SearchFilter(categories: [["a", "x"]]), ["a/x/1"]),
      (SearchFilter(categories: [["a", "x"], ["b"]]), ["a/x/1", "b/3"]),
      (SearchFilter(kinds: [.faq]), ["b/3"]),
      (SearchFilter(kinds: [.faq, .howTo]), ["a/2", "b/3"]),
      (SearchFilter(tags: ["ĶĪLA"]), ["a/x/1"]),
      (SearchFilter(categories: [["a"]], kinds: [.faq]), []),
    ] as [(SearchFilter, [String])])
  func hitsAreFilteredByCategoryKindAndTag(filter: SearchFilter, found: [String]) throws {
    let language = try #require(Language("en"))
    func article(_ id: String, _ kind: ArticleKind, _ tags: [String]) -> Article {
      var front = FrontMatter(title: "Deposit")
      front.kind = kind
      front.tags = tags
      return ContractCorpus.article(id, front: front, sections: [], in: language)
    }
    let index = ContractCorpus.index(
      of: [
        article("a/x/1", .page, ["Ķīla"]), article("a/2", .howTo, ["card"]),
        article("b/3", .faq, []),
      ], in: language)
    let hits = index.search("deposit", filter: filter).map(\.document.article.rawValue)
    #expect(Set(hits) == Set(found))
  }

  @Test(
    arguments: [
      ("pl", "Gdzie zaparkowć?", "Gdzie zaparkować?"), ("en", "fuel card", nil),
      ("pl", "zapłacic za paliiwo", "zapłacic za paliwo"),
      ("lv", "degveilas karte", "degvielas karte"),
      // Never half in one alphabet and half in another.
      ("ru", "vernite dengi", "верните деньги"),
      ("en", "zqxj", nil), ("ru", "rfhnf", nil),
      // Not a text on another keyboard, as it was typed.
      ("en", "руддщ кугтв", nil),
      // One word of three finds nothing that the others don't.
      ("en", "fuel card stattion", nil),
      // Not what shares but the beginning with a word.
      ("ru", "ехать в польшу", nil),
      // Not what a word with a beginning that negates it means.
      ("lv", "mašīna neatveras", nil),
    ] as [(String, String, String?)])
  func aMistypedWordIsSpeltAsTheHitsSpellIt(code: String, query: String, meant: String?) throws {
    let index = try ContractCorpus.index(code)
    let terms = index.terms(of: query)
    let hits = index.search(terms)
    #expect(index.correction(of: query, terms: terms, hits: hits) == meant)
  }

  @Test func anEmptyIndexFindsNothing() throws {
    let language = try #require(Language("en"))
    let index = SearchIndex([], language: language)
    #expect(index.search("anything at all").isEmpty)
    #expect(index.terms(of: "anything").flatMap(\.expansions).isEmpty)
  }

  @Test func aLanguageWithoutATableIsSearchedByBeginnings() throws {
    let language = try #require(Language("et"))
    #expect(SuffixTable.table(for: language.code) == nil)
    let article = ContractCorpus.article(
      "pay", front: FrontMatter(title: "Makse kaardiga"), sections: [], in: language)
    let other = ContractCorpus.article(
      "park", front: FrontMatter(title: "Auto parkimine"), sections: [], in: language)
    let index = ContractCorpus.index(of: [article, other], in: language)
    #expect(index.search("kaardigi maksmine").first?.document.article == article.id)
  }

  @Test func aQuestionOfManyIsFoundByItself() throws {
    let hit = try #require(ContractCorpus.index("en").search("pets").first)
    #expect(hit.document.article.rawValue == "account/common-questions")
    #expect(!hit.document.section.isEmpty)
    #expect(hit.document.url.hasSuffix("#\(hit.document.section)"))
  }
}

@Suite struct BundleTests {
  @Test func facetsNameCategoriesByTheirTitles() throws {
    let bundle = SearchBundle(
      try ContractCorpus.index("en"), titles: [["payments"]: "Payments and refunds"])
    let facets = try #require(bundle.files.first { $0.path == "f/0.json" })
    let text = bundle.text(of: facets)
    #expect(text.contains(#"["payments","Payments and refunds","#))
    #expect(text.contains(#"["fuel","fuel","#))
  }
}

@Suite struct SnippetTests {
  @Test func thePassageHoldsTheWordsInAnyInflectionAndMarksThem() throws {
    let index = try ContractCorpus.index("pl")
    let terms = index.terms(of: "karta paliwowa")
    let hit = try #require(index.search(terms, limit: 1).first)
    let snippet = index.snippet(of: hit, terms: terms)
    let utf8 = Array(snippet.text.utf8)
    let marked = snippet.matches.map { String(decoding: utf8[$0], as: UTF8.self) }
    #expect(marked.contains("kartą"))
    #expect(marked.contains("paliwową"))
  }

  @Test(arguments: [
    ("close car", "Close it. Then open the car.", ["Close", "car"]),
    ("parking", "While working: parking is free.", ["parking"]),
    ("cards", "Cards of both yards.", ["Cards"]),
    // In another form or mistyped it is the same word.
    ("parked", "While working: parking is free.", ["parking"]),
    ("parkign", "While working: parking is free.", ["parking"]),
  ])
  func wordsThatAreMerelySpeltAlikeAreNotMarked(
    asked: String, text: String, words: [String]
  ) throws {
    let language = try #require(Language("en"))
    let article = ContractCorpus.article(
      "a", front: FrontMatter(title: "Title"),
      sections: [Section(level: 0, anchor: "", title: "", text: text)], in: language)
    let index = ContractCorpus.index(of: [article], in: language)
    let terms = index.terms(of: asked)
    let hit = try #require(index.search(terms, limit: 1).first)
    let snippet = index.snippet(of: hit, terms: terms)
    let utf8 = Array(snippet.text.utf8)
    #expect(snippet.matches.map { String(decoding: utf8[$0], as: UTF8.self) } == words)
  }

  @Test(arguments: [
    (
      "limit",
      "The bank may say no.\nCheck in turn:\nthe limit,\nthe date of the card.\nThen call us.",
      "Check in turn: the limit, the date of the card."
    ),
    (
      "codes",
      "We ask for two ways of proving who you are whenever you sign in from a computer that we have "
        + "not seen before, since passwords alone are guessed too often by others. If you lose one, "
        + "e.g. the phone with the app for codes, the other still opens the account.",
      "If you lose one, e.g. the phone with the app for codes, the other still opens the account."
    ),
  ])
  func aPassageIsReadWhole(asked: String, text: String, passage: String) throws {
    let language = try #require(Language("en"))
    let article = ContractCorpus.article(
      "declined", front: FrontMatter(title: "Declined"),
      sections: [Section(level: 0, anchor: "", title: "", text: text)], in: language)
    let index = ContractCorpus.index(of: [article], in: language)
    let terms = index.terms(of: asked)
    let hit = try #require(index.search(terms, limit: 1).first)
    let snippet = index.snippet(of: hit, terms: terms)
    #expect(snippet.text == passage)
  }

  @Test func aStageOfAProcessMayBeThePassage() throws {
    let language = try #require(Language("en"))
    var front = FrontMatter(title: "How long does a refund take?")
    front.stages = ["You ask", "We approve and send the money"].map {
      Stage(title: $0, who: nil, takes: nil)
    }
    let article = ContractCorpus.article(
      "refund", front: front,
      sections: [Section(level: 0, anchor: "", title: "", text: "Ask in the app.")], in: language)
    let index = ContractCorpus.index(of: [article], in: language)
    let terms = index.terms(of: "when is it approved")
    let hit = try #require(index.search(terms, limit: 1).first)
    #expect(index.snippet(of: hit, terms: terms).text == "We approve and send the money")
  }

  @Test(arguments: ["E-2041", "2041", "chargebacks"])
  func codesOfAnArticleLeadToIt(asked: String) throws {
    let language = try #require(Language("en"))
    let articles = ["refund", "card"].map { id in
      var front = FrontMatter(title: "About the \(id)")
      if id == "card" { front.answers = ["E-2041", "chargeback"] }
      return ContractCorpus.article(
        id, front: front, sections: [Section(level: 0, anchor: "", title: "", text: "An answer.")],
        in: language)
    }
    let found = ContractCorpus.index(of: articles, in: language).search(asked, limit: 3)
    #expect(found.map(\.document.article.rawValue) == ["card"])
  }

  @Test(arguments: [
    ("can i bring my dog", "Can I take a pet? Yes, in a carrier. Many do."),
    // The car is in two answers, the pet in one.
    ("a dog in the car", "Can I take a pet? Yes, in a carrier. Many do."),
    ("may children of 12 drive", "How old must I be? At least 19; children can't drive."),
    ("common questions", "Short answers to what we are asked most."),
    ("can i travel", "Short answers to what we are asked most."),
  ])
  func ofSeveralQuestionsTheOneThatAnswersIsShown(
    asked: String, passage: String
  ) throws {
    let language = try #require(Language("en"))
    var front = FrontMatter(title: "Common questions")
    front.kind = .faq
    front.questions = ["Can I travel with my dog?", "May my children drive?"]
    let texts = [
      (0, "", "", "Short answers to what we are asked most."),
      (2, "age", "How old must I be?", "At least 19; children can't drive."),
      (2, "seat", "Are there child seats?", "Some cars that we rent have one."),
      (2, "pet", "Can I take a pet?", "Yes, in a carrier. Many do."),
      (2, "smoke", "Can I smoke in the car?", "No car of ours is for smokers."),
    ]
    let article = ContractCorpus.article(
      "common", front: front,
      sections: texts.map { Section(level: $0, anchor: $1, title: $2, text: $3) }, in: language)
    let index = ContractCorpus.index(of: [article], in: language)
    let terms = index.terms(of: asked)
    let whole = SearchHit(number: 0, score: 0, documents: index.documents)
    let snippet = index.snippet(of: whole, terms: terms)
    #expect(snippet.text == passage)
  }
}
