/// What kind of answer a question asks for.
package enum QuestionKind: CaseIterable, Sendable {
  case yesOrNo
  /// How much, how long, when.
  case amount
  case other
}

/// By which words a language asks, and how it begins an answer of yes or no.
///
///     QuestionWords.english.kind(of: "I lost my card. Can I order another?")  // .yesOrNo
///
/// Lists have beginnings of what follows a space in the folded question: `_` is a space, `*` leaves
/// open how the word goes on, and `<` stands before a sentence.
package struct QuestionWords: Sendable {
  /// In the order of `QuestionKind`, each with a space before it or the sign of a sentence.
  private let beginnings: [[String]]
  private let answers: Set<String>
  /// What a sentence begins with.
  private static let sentence = "< "

  private init(yesOrNo: String, amount: String, other: String, answers: String) {
    beginnings = [yesOrNo, amount, other].map { list in
      list.split(separator: " ").map { item in
        let words = item.replacing("_", with: " ")
        let open = words.hasSuffix("*") ? String(words.dropLast()) : words + " "
        return open.hasPrefix("<") ? Self.sentence + open.dropFirst() : " " + open
      }
    }
    self.answers = Set(answers.split(separator: " ").map(String.init))
  }

  /// The kind that the first words say that tell one; nil for a text that asks nothing.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func kind(of text: String) -> QuestionKind? {
    let sentences = text.utf8.split(omittingEmptySubsequences: false) { ".!?".utf8.contains($0) }
    let line = sentences.flatMap { sentence in
      Self.sentence.utf8 + Tokenizer.tokens(in: Array(sentence)).flatMap { "\($0.form) ".utf8 }
    }
    for start in line.indices {
      for (kind, beginnings) in zip(QuestionKind.allCases, beginnings)
      where beginnings.contains(where: { line[start...].starts(with: $0.utf8) }) {
        return kind
      }
    }
    return nil
  }

  /// For the browser: a regular expression that finds what tells a question's kind; its first group
  /// takes part for the first kind, its second for the second.
  package var pattern: String {
    let kinds = beginnings.map { beginnings in
      let first = beginnings.filter { $0.hasPrefix(Self.sentence) }
        .map { $0.dropFirst(Self.sentence.count) }
      let others = beginnings.filter { !$0.hasPrefix(Self.sentence) }
      let sentences = first.count < 2 ? first.joined() : "(?:\(first.joined(separator: "|")))"
      return ((first.isEmpty ? [] : [Self.sentence + sentences]) + others).joined(separator: "|")
    }
    return "(\(kinds[0]))|(\(kinds[1]))|\(kinds[2])"
  }

  /// Whether a text begins with yes or no. Diacritics count: `ja` is no `jā` but an if.
  package func answersYesOrNo(_ text: String) -> Bool {
    let word = text.drop { !$0.isLetter }.prefix { $0.isLetter }
    return answers.contains(word.lowercased())
  }
}

extension QuestionWords {
  /// Those of a language, by the first part of its tag.
  package static func words(for language: String) -> QuestionWords? {
    switch language.split(separator: "-").first {
    case "de": german
    case "en": english
    case "lt": lithuanian
    case "lv": latvian
    case "pl": polish
    case "ru": russian
    case "uk": ukrainian
    default: nil
    }
  }

  package static let english = QuestionWords(
    yesOrNo: """
      <can <could <is <are <do <does <did <will <would <should <may <must <has <have <am <was
      """,
    amount: "how_much how_many how_long how_often how_soon how_fast <when",
    other: "how why <what* <where <which <who <whom <whose", answers: "yes no")

  static let german = QuestionWords(
    yesOrNo: "<kann <konnen <ist <sind <gibt <darf* <muss* <soll* <hat <haben <wird <werden",
    amount: "<wie_viel* <wieviel* <wie_lange <wie_oft <wie_schnell wann",
    other: "<wie <wo <woher <wohin <wer <wem <wen <was <welch* warum wieso weshalb",
    answers: "ja nein")

  static let lithuanian = QuestionWords(
    yesOrNo: "<ar", amount: "kiek* <kada <iki_kada", other: "<kaip <kur <kas <ko <koki* kodel",
    answers: "taip ne")

  static let latvian = QuestionWords(
    yesOrNo: "<vai", amount: "cik* <kad", other: "<ka <kas <kads <kada <kadi <kur <ko kapec",
    answers: "jā nē protams")

  package static let polish = QuestionWords(
    yesOrNo: "<czy to_czy", amount: "<kied* ile* <od_kied* <do_kied* <jak_dlug*",
    other: "<jak* <gdzie <kto* <co <czym dlacz*", answers: "tak nie oczywiście owszem")

  static let russian = QuestionWords(
    yesOrNo: "ли", amount: "скольк* <когда <как_дол*",
    other: "<как* <где <куда <кто <что почему", answers: "да нет конечно")

  static let ukrainian = QuestionWords(
    yesOrNo: "<чи", amount: "скільк* <коли до_коли <як_дов* <як_част*",
    other: "<як* <де <куди <звідки <хто <що <чим чому навіщо",
    answers: "так ні звичайно")
}
