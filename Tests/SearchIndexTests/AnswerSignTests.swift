import KnowledgeBase
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct AnswerSignTests {
  private func index(_ texts: [(title: String, text: String)]) throws -> SearchIndex {
    let language = try #require(Language("en"))
    let articles = texts.enumerated().map { number, entry in
      ContractCorpus.article(
        "\(number)", front: FrontMatter(title: entry.title),
        sections: [Section(level: 0, anchor: "", title: "", text: entry.text)], in: language)
    }
    return ContractCorpus.index(of: articles, in: language)
  }

  private func order(_ question: String, of texts: [(title: String, text: String)]) throws
    -> [String]
  {
    try index(texts).search(question).map(\.document.article.rawValue)
  }

  private static let dogs = [
    (title: "One", text: "A dog rides in the boot of the car."),
    (title: "Two", text: "Yes, a dog rides in the boot here."),
  ]

  @Test func aQuestionOfYesOrNoFindsWhatBeginsSoFirst() throws {
    #expect(try order("Can my dog ride in the boot?", of: Self.dogs) == ["1", "0"])
    #expect(try order("Where does my dog ride, in the boot?", of: Self.dogs) == ["0", "1"])
  }

  @Test func whatAsksNothingIsRankedByItsWordsAlone() throws {
    let index = try index(Self.dogs)
    let terms = index.terms(of: "dog boot")
    let found = index.search("dog boot").map(\.score)
    #expect(found == index.search(terms).map(\.score))
  }

  @Test func aQuestionForAnAmountFindsAFigureInTheFirstSentenceFirst() throws {
    let texts = [
      (title: "One", text: "The deposit is held by the bank until then. Pay 5 euros."),
      (title: "Two", text: "The deposit is held by the bank for approx. 3 days. Wait."),
    ]
    #expect(try order("how long is the deposit held", of: texts) == ["1", "0"])
  }

  @Test func aClearMatchIsNotBeaten() throws {
    let texts = [
      (title: "Taking a dog along", text: "A dog rides in the boot of the car."),
      (title: "Prices", text: "Yes, prices are per hour, whoever rides along in the car."),
    ]
    #expect(try order("Can I take a dog along in the car?", of: texts).first == "0")
  }

  @Test(arguments: [
    ("It takes 3 days.", true), ("It takes approx. 3 days.", true), ("No figure", false),
    ("Wait. It takes 3 days.", false), ("", false),
  ])
  func aFigureCountsInTheFirstSentence(text: String, isSo: Bool) {
    #expect(AnswerSign.signs(of: text, in: .english).contains(.figure) == isSo)
  }

  @Test func noTextHoldsASign() {
    for sign in AnswerSign.allCases {
      #expect(Tokenizer.tokens(in: "a \(sign.rawValue) b").map(\.form) == ["a", "b"])
    }
  }
}
