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
    let address = try Self.address(baseURL)
    let config = "\(content.content)/signpost.yml"
    guard !FileManager.default.fileExists(atPath: config) else {
      throw ValidationError("\(config) exists already; name another folder with --content.")
    }
    try OutputFile.write(
      """
      title: \(title.quotedForYAML)
      base-url: \(address)
      languages: [\(tags.map(\.code).joined(separator: ", "))]
      brand-colour: "#0b5cad"

      """, to: config)
    try OutputFile.write(Self.contact(in: tags), to: "\(content.content)/contact.yml")
    for language in tags {
      for (path, text) in StarterArticles.files(in: language, today: Today.iso) {
        try OutputFile.write(text, to: "\(content.content)/\(language.code)/\(path)")
      }
    }
    Terminal.answer(
      "wrote \(content.content): \(tags.count * 2) articles, signpost.yml, contact.yml\n"
        + "next: signpost serve --content \(content.content)")
  }

  /// As it was given, or below https:// where that was left out.
  private static func address(_ text: String) throws -> String {
    let address = text.contains("://") ? text : "https://\(text)"
    guard let url = URL(string: address), ["http", "https"].contains(url.scheme),
      url.host()?.contains(".") == true || url.host() == "localhost"
    else {
      throw ValidationError(
        "'\(text)' isn't an address; write it in full: https://help.example.com.")
    }
    return address
  }

  private static let mail = [
    "en": "E-mail", "pl": "E-mail", "lv": "E-pasts", "ru": "Почта", "lt": "El. paštas",
    "et": "E-post", "uk": "Пошта", "de": "E-Mail", "fr": "E-mail", "es": "Correo electrónico",
    "ar": "البريد الإلكتروني",
  ]
  /// Where most who write a language live, of those that have one time zone.
  private static let zones = [
    "pl": "Europe/Warsaw", "lv": "Europe/Riga", "lt": "Europe/Vilnius", "et": "Europe/Tallinn",
    "uk": "Europe/Kyiv", "de": "Europe/Berlin", "fr": "Europe/Paris",
  ]

  private static func contact(in languages: [Language]) -> String {
    let titles = languages.map { language in
      let title = mail[String(language.code.prefix(2))] ?? "E-mail"
      return "\(language.code): \(title)"
    }
    return """
      # How customers reach you. Everything here is an example: change it.
      time-zone: \(zones[languages[0].code] ?? "Europe/Riga")
      channels:
        - id: mail
          kind: mail
          title: {\(titles.joined(separator: ", "))}
          value: help@example.com
          answers-within: 1 working day

      """
  }
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
