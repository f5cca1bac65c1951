import Testing
import TextAnalysis

@testable import GapAnalysis

@Suite struct TopicMeaningsTests {
  private static let lost: [String: [String]] = [
    "pl": ["zostawiłem parasol w aucie", "w samochodzie zostały klucze", "zostawiłam torbę"],
    "lv": ["aizmirsu telefonu mašīnā", "mana cepure palika auto", "atstāju somu mašīnā"],
    "ru": ["забыл вещи в машине", "оставил сумку в машине", "осталась шапка в авто"],
  ]
  private static let charging: [String: [String]] = [
    "pl": ["jak ładować auto", "ładowanie auta", "ładowarka samochodu"],
    "lv": ["kā uzlādēt mašīnu", "auto lādētājs", "mašīnas uzlāde"],
    "ru": ["как заряжать машину", "зарядка авто", "зарядка машины"],
  ]

  /// What is asked in a language, each topic by itself.
  private static func groups(_ language: String) -> [(vector: SparseVector, size: Int)] {
    let topics = [lost, charging].map { $0[language] ?? [] }
    let words = TopicWords(topics.flatMap(\.self), suffixes: .table(for: language))
    let meanings = TopicMeanings(words, language: language)
    return [(meanings.vector(of: [0, 1, 2]), 3), (meanings.vector(of: [3, 4, 5]), 3)]
  }

  @Test func whatMeansTheSameIsOneInThreeLanguagesThoughAllSpeakOfCars() {
    let groups = ["pl", "lv", "ru"].flatMap(Self.groups)
    let together = TopicMeanings.together(groups).map { $0.sorted() }.sorted { $0[0] < $1[0] }
    #expect(together == [[0, 2, 4], [1, 3, 5]])
  }

  @Test func wordsThatNobodyKnowsKeepTopicsApart() {
    let topics = ["pl": "kamyczek w samochodzie", "ru": "щёголь в машине", "lv": "vāvere mašīnā"]
    let groups = topics.sorted { $0.key < $1.key }.map { language, text in
      let words = TopicWords([text, text, "dom", "x"], suffixes: .table(for: language))
      return (vector: TopicMeanings(words, language: language).vector(of: [0, 1]), size: 2)
    }
    // A car is a good part of what each speaks of, and no more.
    #expect(groups.allSatisfy { $0.vector.count == 1 && $0.vector[0].weight < 0.75 })
  }

  @Test(
    arguments: [
      // But for what says little nothing is shared.
      ("ru", ["есть ли фургоны", "есть ли скидка", "есть ли фургоны"], [[0, 2], [1]]),
      ("lv", ["vai ir bērnu sēdeklis", "vai ir atlaides"], [[0], [1]]),
      // A word is, or its meaning.
      ("ru", ["есть ли скидка", "есть ли фургоны", "скидка студентам"], [[0, 1, 2]]),
      ("ru", ["где моя сумка", "чемодан остался"], [[0, 1]]),
      // The same text, in whatever order.
      ("en", ["how do you do", "do you how do"], [[0, 1]]),
    ] as [(String, [String], [[Int]])])
  func textsThatShareOnlyWhatSaysLittleAreNoTopic(
    language: String, texts: [String], parts: [[Int]]
  ) {
    let words = TopicWords(texts, suffixes: .table(for: language))
    let meanings = TopicMeanings(words, language: language)
    #expect(meanings.parted(Array(texts.indices)) == parts)
  }

  @Test func nothingIsLikeNothing() {
    #expect(TopicMeanings.together([]).isEmpty)
    #expect(TopicMeanings.together([([], 3), ([], 4)]).isEmpty)
  }

  @Test(arguments: [
    // The nearest article by words is another than the one that answers in English.
    (["kad atnāks paka", "kur ir mana paka", "paka vēl nav te"], GapReport.Verdict.missing),
    (["gribu sūtīt paku atpakaļ", "paka jāsūta atpakaļ", "paku atpakaļ"], .notFound),
  ])
  func onlyTheNearestArticleIsLentByAnotherLanguage(
    texts: [String], verdict: GapReport.Verdict
  ) throws {
    let latvian = Fixture.language("lv")
    let library = Fixture.library([
      Fixture.article(
        "returns", "Return a parcel", questions: ["How do I send a parcel back?"]),
      Fixture.article("lockers", "Lockers", text: "A locker is open day and night."),
      Fixture.article(
        "returns", "Preces atgriešana", text: "Sūtiet preci atpakaļ 14 dienās.", language: latvian),
      Fixture.article("lockers", "Pakomāts", text: "Paka gaida pakomātā.", language: latvian),
    ])
    let english = (0..<6).map {
      Fixture.contact($0, ["send a parcel back", "how do I return a parcel"][$0 % 2])
    }
    let other = texts.enumerated().map {
      Fixture.contact(100 + $0, $1, language: "lv")
    }
    let report = Fixture.analyzer(library).review(english + other, period: nil).report
    let topic = try #require(report.topics.first { $0.language == "lv" })
    #expect(topic.verdict == verdict, "\(topic)")
  }
}
