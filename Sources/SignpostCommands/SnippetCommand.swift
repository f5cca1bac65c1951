import ArgumentParser
import ContentParsing
import CustomerReplies
import Foundation
import KnowledgeBase
import TextAnalysis

/// `signpost snippet`: an article as it is sent to a customer.
struct SnippetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snippet",
    abstract:
      "Writes an article as a short message, a mail, text, HTML, Markdown or a page to print.",
    discussion: """
      The short message is the article's 'sms', else the first sentences of its answer, with the \
      short address. How many segments it takes, and what leaving the marks of its letters out \
      would save, is said on standard error; --plain leaves them out.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case sms, mail, text, html, markdown, print, pdf
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The id of an article, such as payments/refund.")
  var article: String

  @Option(
    name: .customLong("as"),
    help: "sms, mail, text, html, markdown, print (a page of its own) or pdf.")
  var form = Form.text

  @Option(name: .long, help: "A language, such as pl; else the site's first.")
  var lang: String?

  @Flag(
    name: .long, help: "For sms: without the marks of letters, where that takes fewer segments.")
  var plain = false

  @Option(
    name: .long,
    help: "For sms without a text of its own: how many segments it may take; else as signpost.yml.")
  var segments: Int?

  @Option(name: .long, help: "text, or json with all that is known of a short message or mail.")
  var format = Format.text

  @Option(name: .long, help: "The file to write to; a pdf needs one.")
  var output: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if let segments, segments < 1 { throw ValidationError("--segments must be 1 or more.") }
    if form == .pdf, output == nil { throw ValidationError("A pdf needs --output FILE.") }
  }

  func run() throws {
    let loaded = try content.loadUsable()
    let library = loaded.library
    let article = try find(in: loaded)
    let words = content.words(in: article.language, of: library.site)
    let code = content.shortLinkFile.links.code(of: article.id)
    let link =
      code.map { library.site.shortURL(ofCode: $0) }
      ?? "\(library.site.baseURL)/\(article.permalink)"
    let snippet = ArticleSnippet(article, words: words, link: link)
    switch form {
    case .sms:
      try answer(snippet.shortMessage(segments: segments ?? library.site.smsSegments))
    case .mail:
      let body = snippet.mail(contacts: loaded.contact)
      try answer(
        format == .json
          ? try PrintedJSON.indented(["subject": snippet.subject, "body": body])
          : "Subject: \(snippet.subject)\n\n\(body)")
    case .text: try answer(snippet.text)
    case .html: try answer(snippet.html)
    case .markdown: try answer(snippet.markdown)
    case .print: try answer(snippet.page(contacts: loaded.contact))
    case .pdf: try PrintedPDF.write(snippet.page(contacts: loaded.contact), to: output ?? "")
    }
  }

  private func find(in loaded: LoadedContent) throws -> Article {
    let library = loaded.library
    let id = ArticleID(article)
    let source = try library.source(named: article)
    guard let lang else { return source }
    let language = try AnswerService(loaded: loaded).language(lang)
    guard let translated = library.article(id, in: language) else {
      let others = library.languages.filter { library.article(id, in: $0) != nil }
      throw ValidationError(
        "'\(article)' isn't translated to \(language); it is there in: "
          + others.map(\.code).joined(separator: ", ") + ".")
    }
    return translated
  }

  private func answer(_ text: String) throws {
    let line = String(text.trimmingSuffix(while: \.isNewline))
    guard let output else { return Terminal.answer(line) }
    try OutputFile.write(line + "\n", to: output)
  }

  private func answer(_ message: ShortMessage) throws {
    let unmarked = message.withoutMarks
    let saves = (unmarked?.segments ?? message.segments) < message.segments
    let chosen = plain && saves ? unmarked ?? message : message
    if format == .json {
      return try answer(
        try PrintedJSON.indented(Wire(chosen, unmarked: saves && !plain ? unmarked : nil)))
    }
    try answer(chosen.text)
    Terminal.say(Self.described(chosen))
    if saves, !plain, let unmarked {
      Terminal.say("without the marks of letters (--plain): \(Self.described(unmarked))")
    }
  }

  /// `UCS-2, 3 segments, 158 characters, 43 left`.
  private static func described(_ message: ShortMessage) -> String {
    "\(message.alphabet.rawValue), \(message.segments) segment\(message.segments == 1 ? "" : "s"), "
      + "\(message.places) characters, \(message.placesLeft) left"
  }

  private struct Wire: Encodable {
    let text: String
    let alphabet: String
    let segments: Int
    let characters: Int
    let left: Int
    /// The text without the marks of letters, where that saves segments, and how many it takes.
    let plain: String?
    let plainSegments: Int?

    init(_ message: ShortMessage, unmarked: ShortMessage?) {
      text = message.text
      alphabet = message.alphabet.rawValue
      segments = message.segments
      characters = message.places
      left = message.placesLeft
      plain = unmarked?.text
      plainSegments = unmarked?.segments
    }
  }
}
