import ArgumentParser
import Foundation
import KnowledgeBase

/// `signpost init`: writes a small help centre that works.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a small help centre to start from.",
    discussion:
      "signpost init --title \"Acme Help\" --languages en,pl --base-url https://help.acme.example")

  @Option(name: .long, help: "The site's title.")
  var title = "Help"

  @Option(name: .long, help: "Languages, the first is the default: en,pl.")
  var languages = "en"

  @Option(name: .long, help: "The site's address.")
  var baseURL = "https://help.example.com"

  @OptionGroup var content: ContentOptions

  func run() throws {
    let codes = languages.split(separator: ",").map { $0.split(separator: " ").joined() }
    let tags = try codes.map { code in
      guard let language = Language(code) else {
        throw ValidationError("'\(code)' isn't a language; use BCP 47 tags: pl, lv, pt-BR.")
      }
      return language
    }
    guard !tags.isEmpty else { throw ValidationError("Name at least one language.") }
    let config = "\(content.content)/signpost.yml"
    guard !FileManager.default.fileExists(atPath: config) else {
      throw ValidationError("\(config) exists already; name another folder with --content.")
    }
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    try OutputFile.write(
      """
      title: "\(quoted)"
      base-url: \(baseURL)
      languages: [\(tags.map(\.code).joined(separator: ", "))]
      brand-colour: "#0b5cad"

      """, to: config)
    try OutputFile.write(Self.contact, to: "\(content.content)/contact.yml")
    for language in tags {
      for (path, text) in StarterArticles.files(in: language, today: Today.iso) {
        try OutputFile.write(text, to: "\(content.content)/\(language.code)/\(path)")
      }
    }
    Terminal.answer(
      "wrote \(content.content): \(tags.count * 2) articles, signpost.yml, contact.yml\n"
        + "next: signpost serve --content \(content.content)")
  }

  private static let contact = """
    # How customers reach you. Everything here is an example: change it.
    time-zone: Europe/Riga
    channels:
      - id: mail
        kind: mail
        title: {en: E-mail, pl: E-mail, lv: E-pasts, ru: Почта}
        value: help@example.com
        answers-within: 1 working day

    """
}

/// The two articles that a new help centre starts with.
enum StarterArticles {
  static func files(in language: Language, today: String) -> [(path: String, text: String)] {
    let words = Words.of(language)
    return [
      (
        "start/_category.yml", "title: \(words.category)\n"
      ),
      (
        "start/contact-us.md",
        """
        ---
        title: "\(words.contactTitle)"
        description: "\(words.contactAnswer)"
        kind: faq
        related: [start/find-an-answer]
        updated: \(today)
        ---
        \(words.contactAnswer) [\(words.contactLink)](/contact/)

        """
      ),
      (
        "start/find-an-answer.md",
        """
        ---
        title: "\(words.findTitle)"
        description: "\(words.findAnswer)"
        kind: how-to
        related: [start/contact-us]
        updated: \(today)
        ---
        \(words.findAnswer)

        1. \(words.findFirst)
        2. \(words.findSecond)

        """
      ),
    ]
  }

  private struct Words {
    let category, contactTitle, contactAnswer, contactLink: String
    let findTitle, findAnswer, findFirst, findSecond: String

    static func of(_ language: Language) -> Words {
      switch language.primary {
      case "pl":
        Words(
          category: "Na początek", contactTitle: "Jak się z nami skontaktować?",
          contactAnswer: "Napisz do nas, odpowiadamy w ciągu jednego dnia roboczego.",
          contactLink: "Wszystkie sposoby kontaktu", findTitle: "Jak znaleźć odpowiedź",
          findAnswer: "Wpisz pytanie własnymi słowami w polu na górze strony.",
          findFirst: "Wpisz, o co chodzi.", findSecond: "Wybierz odpowiedź z listy.")
      case "lv":
        Words(
          category: "Sākumā", contactTitle: "Kā ar mums sazināties?",
          contactAnswer: "Rakstiet mums, atbildam vienas darba dienas laikā.",
          contactLink: "Visi saziņas veidi", findTitle: "Kā atrast atbildi",
          findAnswer: "Ierakstiet jautājumu saviem vārdiem lapas augšā.",
          findFirst: "Ierakstiet, par ko ir runa.", findSecond: "Izvēlieties atbildi sarakstā.")
      case "ru":
        Words(
          category: "С чего начать", contactTitle: "Как с нами связаться?",
          contactAnswer: "Напишите нам, мы отвечаем в течение одного рабочего дня.",
          contactLink: "Все способы связи", findTitle: "Как найти ответ",
          findAnswer: "Введите вопрос своими словами в поле вверху страницы.",
          findFirst: "Введите, о чём речь.", findSecond: "Выберите ответ из списка.")
      default:
        Words(
          category: "Start here", contactTitle: "How do I reach you?",
          contactAnswer: "Write to us, we answer within one working day.",
          contactLink: "All ways to reach us", findTitle: "Find an answer",
          findAnswer: "Type your question in your own words into the field at the top.",
          findFirst: "Type what it is about.", findSecond: "Choose an answer from the list.")
      }
    }
  }
}
