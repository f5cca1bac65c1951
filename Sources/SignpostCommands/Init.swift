import ArgumentParser
import Foundation
import KnowledgeBase

/// `signpost init`: writes a small help centre that works.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
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
    try OutputFile.write(
      """
      title: \(title.quotedForYAML)
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
        title:
          {en: E-mail, pl: E-mail, lv: E-pasts, ru: Почта, lt: El. paštas, et: E-post, uk: Пошта,
           de: E-Mail, fr: E-mail, es: Correo electrónico, ar: البريد الإلكتروني}
        value: help@example.com
        answers-within: 1 working day

    """
}

/// The two articles that a new help centre starts with.
enum StarterArticles {
  static func files(in language: Language, today: String) -> [(path: String, text: String)] {
    let words = StarterWords.of(language)
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
}
