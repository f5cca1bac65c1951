import ArgumentParser
import Availability
import ContentParsing
import CustomerMessages
import CustomerReplies
import Foundation
import GapAnalysis
import KnowledgeBase
import SiteGeneration
import TextAnalysis

/// `signpost reply`: an automatic reply to a message, as a filter for mail systems.
struct Reply: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "Writes an automatic reply to a message: received, answered by then, what helps now.",
    discussion: """
      The message is a mail as it stands on the server, or plain text, from a file or from standard \
      input. The reply is in its language, promises what contact.yml promises, and names up to \
      three articles if they fit well. Automatic mail, lists, bounces and our own mail are never \
      answered (RFC 3834): then nothing is written, the reason stands on standard error, and the \
      exit code is 1.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json, eml }

  @Argument(help: "A file with the message; standard input when there is none.")
  var message: String?

  @Option(name: .long, help: "The id of the channel that the message came by; else the first mail.")
  var channel: String?

  @Option(name: .long, help: "When it came: 2026-12-24T15:00 in the channel's time zone; else now.")
  var at: String?

  @Option(name: .long, help: "The language of the reply; else that of the message.")
  var lang: String?

  @Option(name: .long, help: "The address that the reply comes from; else the channel's.")
  var from: String?

  @Option(name: .long, help: "text, html, json or eml: a whole mail.")
  var format = Format.text

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let loaded = try content.loadUsable()
    let received = try IncomingMessage(try read())
    for limit in received.limits { Terminal.say("note: \(limit)") }
    let channel =
      try self.channel.map { try loaded.contactPlan().channel(named: $0) }
      ?? loaded.contact?.channels.first { $0.kind == .mail }
    let sender = try senderAddress(channel)
    if let mail = received.mail {
      let own = (loaded.contact?.channels ?? []).filter { $0.kind == .mail }.map(\.value)
      if let refusal = AnsweringRules.refusal(
        of: mail, ownAddresses: own + [sender?.text].compactMap(\.self))
      {
        Terminal.say("no reply to this mail: \(refusal.reason)")
        throw ExitCode(1)
      }
    } else if received.text.isEmpty || received.text.utf8.contains(0) {
      Terminal.say("no reply to this message: it is \(received.text.isEmpty ? "empty" : "no text")")
      throw ExitCode(1)
    }
    let reader = AnswerFinder(loaded: loaded, shortLinks: content.shortLinkFile.links)
    let language =
      try lang.map { try reader.language($0) } ?? reader.language(of: received.question)
    let zone = loaded.contact?.zone ?? .utc
    let now = try at.map { try zone.instant(written: $0, today: Date()) } ?? Instant(Date())
    let reply = AutomaticReply(
      subject: received.subject, answers: reader.answers(to: received.question, in: language),
      words: content.words(in: language, of: loaded.library.site), plan: loaded.contact,
      channel: channel, at: now)
    Terminal.write(
      try render(reply, to: received, from: sender, language: language, at: now, in: zone))
  }

  private func render(
    _ reply: AutomaticReply, to received: IncomingMessage, from sender: MailAddress?,
    language: Language, at now: Instant, in zone: TimeZoneRules
  ) throws -> String {
    switch format {
    case .text: return reply.text
    case .html: return reply.html
    case .json:
      return try PrintedJSON.indented(
        Wire(
          language: language.code, subject: reply.subject, text: reply.text, html: reply.html,
          due: reply.due.map { zone.text(of: $0) },
          answers: reply.answers.map {
            Wire.Answer(
              title: $0.title, summary: $0.summary, url: $0.url,
              coverage: ($0.coverage * 1000).rounded() / 1000)
          })) + "\n"
    case .eml:
      guard let sender else {
        throw ValidationError("A mail needs a sender; give --from help@example.com.")
      }
      let written = received.mail.flatMap {
        ReplyMail(
          to: $0, reply: reply, from: sender, date: zone.mailDate(of: now),
          language: language.code)
      }
      guard let written else {
        throw ValidationError("--format eml answers a mail; this message has no sender.")
      }
      return written.text
    }
  }

  private struct Wire: Encodable {
    struct Answer: Encodable {
      let title: String
      let summary: String
      let url: String
      let coverage: Double
    }
    let language: String
    let subject: String
    let text: String
    let html: String
    let due: String?
    let answers: [Answer]
  }

  private func senderAddress(_ channel: Channel?) throws -> MailAddress? {
    if let from {
      guard let address = MailAddress(from) else {
        throw ValidationError("'\(from)' isn't a mail address.")
      }
      return address
    }
    return channel.flatMap { $0.kind == .mail ? MailAddress($0.value) : nil }
  }

  /// The message, but never more of it than a mail server would take.
  private func read() throws -> [UInt8] {
    let handle: FileHandle
    if let message, message != "-" {
      guard let opened = FileHandle(forReadingAtPath: message) else {
        throw ValidationError(
          "\(message) can't be read; give a file with a message, or - for standard input.")
      }
      handle = opened
    } else {
      handle = .standardInput
    }
    var bytes: [UInt8] = []
    while bytes.count <= IncomingMessage.maximumBytes,
      let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty
    {
      bytes += chunk
    }
    return bytes
  }
}

/// A message to answer: a mail, or text without a header.
private struct IncomingMessage {
  static let maximumBytes = MailMessage.maximumBytes

  let mail: MailMessage?
  let subject: String
  /// What the customer wrote.
  let text: String
  let limits: [String]

  init(_ bytes: [UInt8]) throws {
    mail = MailMessage(bytes)
    if let mail {
      subject = MessageSubject(mail.subject).text
      text = mail.body.text
      limits = mail.limits
    } else {
      subject = ""
      text = MessageBody(String(decoding: bytes.prefix(64 << 10), as: UTF8.self)).text
      limits = bytes.count > 64 << 10 ? ["only the first 64 kB of the text were read"] : []
    }
  }

  /// Subject and the beginning of the text, which is where people ask.
  var question: String {
    let words = text.split(whereSeparator: \.isWhitespace).prefix(120)
    return ([subject] + [words.joined(separator: " ")]).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

/// Finds the articles that answer a message well enough to be sent without a person.
private struct AnswerFinder {
  private static let limit = 3
  /// Of 7,443 questions from five sets in English, Latvian and Russian, 1,795 of them without an
  /// article, 2,107 get an answer at this coverage: 94 % the right one, and 3.7 % of those without.
  private static let leastCoverage = 0.35
  /// Further answers must come this near to the best.
  private static let leastShare = 0.7
  /// People ask early, and what comes after so many sentences is more often told than asked.
  private static let sentences = 12
  private static let wordsOfAClause = 3

  private let loaded: LoadedContent
  private let shortLinks: ShortLinks
  private let service: AnswerService

  init(loaded: LoadedContent, shortLinks: ShortLinks) {
    self.loaded = loaded
    self.shortLinks = shortLinks
    service = AnswerService(loaded: loaded)
  }

  func language(_ code: String) throws -> Language { try service.language(code) }

  /// The site's language that the message is written in, else the one whose articles fit it best.
  func language(of question: String) -> Language {
    MessageLanguage.of(question, among: loaded.library.languages)
      ?? service.answer(question, in: nil, limit: 1).language
  }

  func answers(to question: String, in language: Language) -> [AutomaticReply.Answer] {
    let matcher = ContactMatcher(loaded.library, index: service.index(for: language))
    // Greetings and stories dilute a question: the clause that an article covers best counts.
    let sentences = question.split(separator: "\n").flatMap { Sentences.of(String($0)) }
    let clauses = sentences.prefix(Self.sentences).flatMap { sentence in
      [sentence]
        + sentence.split(separator: ",").map(String.init).filter {
          $0.split(separator: " ").count >= Self.wordsOfAClause
        }
    }
    let passages = [question] + clauses
    let matches = passages.map { matcher.match($0) }
    guard let match = matches.max(by: { $0.coverage < $1.coverage }) else { return [] }
    guard match.coverage >= Self.leastCoverage else { return [] }
    return match.candidates.prefix(Self.limit)
      .filter { $0.score >= match.coverage * Self.leastShare }
      .compactMap { candidate in
        loaded.library.article(candidate.article, in: language).map { article in
          let site = loaded.library.site
          let code = shortLinks.code(of: article.id)
          return AutomaticReply.Answer(
            title: article.title, summary: article.summary,
            url: code.map { site.shortURL(ofCode: $0) } ?? "\(site.baseURL)/\(article.permalink)",
            coverage: candidate.score)
        }
      }
  }
}

extension TimeZoneRules {
  /// `Thu, 24 Dec 2026 15:00:00 +0200`, as RFC 5322 writes it.
  func mailDate(of instant: Instant) -> String {
    let time = wallTime(at: instant)
    let offset = offset(at: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = time.day.civil
    return "\(weekdays[time.day.weekday - 1]), \(day) \(months[month - 1]) \(year) "
      + "\(two(time.minute / 60)):\(two(time.minute % 60)):00 "
      + (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + two(abs(offset) % 60)
  }
}
