import Availability
import KnowledgeBase
import SiteGeneration

/// The first answer to a message, sent at once: received, by when a person answers, what may help
/// already, and who can be reached now.
///
///     AutomaticReply(subject: "Karta", answers: found, words: words, plan: plan, channel: mail, at: now).text
package struct AutomaticReply {
  /// An article that answers, as far as a program can tell.
  package struct Answer: Sendable {
    package let title: String
    package let summary: String
    package let url: String
    /// How well the article covers what was asked, 0…1.
    package let coverage: Double

    package init(title: String, summary: String, url: String, coverage: Double) {
      self.title = title
      self.summary = summary
      self.url = url
      self.coverage = coverage
    }
  }

  /// A sentence or a list, in the order they are read.
  private enum Block {
    case paragraph(String)
    case answers(String, [Answer])
    case lines(String, [String])
    case closing([String])
  }

  /// Of the message that is answered; empty for one without.
  private let received: String
  package let answers: [Answer]
  private let words: ContactWords
  private let plan: ContactPlan?
  /// The channel that the message came by, whose promise counts.
  private let channel: Channel?
  private let now: Instant

  package init(
    subject: String, answers: [Answer], words: ContactWords, plan: ContactPlan?,
    channel: Channel?, at now: Instant
  ) {
    received = subject
    self.answers = answers
    self.words = words
    self.plan = plan
    self.channel = channel
    self.now = now
  }

  /// `Automatic reply: Card` in the language of the reply.
  package var subject: String {
    let prefix = words.strings("reply.subject")
    return received.isEmpty ? prefix : "\(prefix): \(String(received.prefix(120)))"
  }

  /// When a person answers at the latest; nil without a promise.
  package var due: Instant? {
    channel.flatMap { channel in plan?.answerDue(on: channel, after: now) }
  }

  package var text: String {
    blocks.map { block in
      switch block {
      case .paragraph(let text): text
      case .answers(let lead, let answers):
        lead + "\n\n"
          + answers.map { "* \($0.title)\n  \($0.summary)\n  \($0.url)" }.joined(separator: "\n\n")
      case .lines(let lead, let lines): ([lead] + lines).joined(separator: "\n")
      case .closing(let lines): lines.joined(separator: "\n")
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// The same as a page without anything that is loaded from elsewhere.
  package var html: String {
    func escaped(_ text: String) -> String { ArticleSnippet.escaped(text) }
    let parts = blocks.map { block in
      switch block {
      case .paragraph(let text): "<p>\(escaped(text))</p>"
      case .answers(let lead, let answers):
        "<p>\(escaped(lead))</p>\n<ul>\n"
          + answers.map {
            "<li><a href=\"\(escaped($0.url))\">\(escaped($0.title))</a><br>\(escaped($0.summary))</li>\n"
          }.joined() + "</ul>"
      case .lines(let lead, let lines):
        "<p>\(([lead] + lines).map(escaped).joined(separator: "<br>\n"))</p>"
      case .closing(let lines): "<p>\(lines.map(escaped).joined(separator: "<br>\n"))</p>"
      }
    }
    return """
      <!doctype html>
      <html lang="\(words.language.code)" dir="\(words.language.isRightToLeft ? "rtl" : "ltr")">
      <head><meta charset="utf-8"><title>\(escaped(subject))</title></head>
      <body>
      \(parts.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  // MARK: What is said

  private var blocks: [Block] {
    var blocks = [Block.paragraph(words.strings("mail.greeting")), .paragraph(receipt)]
    if !answers.isEmpty { blocks.append(.answers(words.strings("reply.answers"), answers)) }
    if let urgent { blocks.append(urgent) }
    blocks.append(.paragraph(words.strings("reply.add")))
    blocks.append(.closing([words.strings("mail.closing"), company]))
    return blocks
  }

  private var receipt: String {
    let received = words.strings("reply.received")
    guard let plan, let due else { return "\(received) \(words.strings("reply.person"))" }
    let moment = words.moment(due, from: now, in: zone(in: plan))
    let promise = words.strings("reply.due", ["day": moment.day, "time": moment.time])
    return "\(received) \(promise)"
  }

  /// All times of a reply are told in one zone.
  private func zone(in plan: ContactPlan) -> TimeZoneRules {
    channel.map(plan.zone(of:)) ?? plan.zone
  }

  /// The channels that are open now; when none is, the one that opens next.
  private var urgent: Block? {
    guard let plan else { return nil }
    let others = plan.byAvailability(at: now).filter { $0.channel.id != channel?.id }
    let open = others.filter { $0.state?.isOpen == true }
    let shown = open.isEmpty ? Array(others.filter { $0.state?.until != nil }.prefix(1)) : open
    guard !shown.isEmpty else { return nil }
    let lines = shown.compactMap { channel, state in
      state.map { state in
        let said = words.state(state, at: now, in: zone(in: plan))
        return "\(words.text(channel.title)): \(channel.value) (\(said.lowercasedFirst))"
      }
    }
    return .lines(words.strings("reply.urgent"), lines)
  }

  private var company: String { words.site.company ?? words.text(words.site.title) }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
