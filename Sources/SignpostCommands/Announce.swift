import ArgumentParser
import Availability
import ContentParsing
import CustomerReplies
import Foundation
import KnowledgeBase
import SiteGeneration

/// `signpost announce`: what a telephone line or a chat says by itself.
struct Announce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce",
    abstract: "Writes the announcement of a telephone line or a chat: open or closed, until when.",
    discussion: """
      The announcement says whether the channel is open at that time, why not, when it opens, how \
      long one usually waits, and where the answer is meanwhile; in each language of the site, or in \
      those asked for. As csv or ics, all openings and holidays of the year ahead, for a telephone \
      system or a calendar.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ssml, json, csv, ics }

  @Option(name: .long, help: "The id of a channel in contact.yml.")
  var channel: String

  @Option(
    name: .long, help: "When: 2026-12-24T15:00 or 15:00 in the channel's time zone; else now.")
  var at: String?

  @Option(name: .long, help: "A language, such as pl; repeat for several. Else all of the site.")
  var lang: [String] = []

  @Option(name: .long, help: "text, ssml, json, csv or ics.")
  var format = Format.text

  @OptionGroup var content: ContentOptions

  func run() throws {
    let loaded = try content.loadUsable()
    let plan = try loaded.contactPlan()
    let channel = try plan.channel(named: self.channel)
    let service = AnswerService(loaded: loaded)
    let languages = lang.isEmpty ? loaded.library.languages : try lang.map(service.language)
    let zone = plan.zone(of: channel)
    let now = try at.map { try zone.instant(written: $0, today: Date()) } ?? Instant(Date())
    switch format {
    case .csv, .ics:
      guard let language = languages.first else { return }
      let words = content.words(in: language, of: loaded.library.site)
      Terminal.write(try calendar(of: channel, in: plan, from: now, words: words))
    case .text, .ssml, .json:
      let pages = SitePlan(loaded.library)
      let announcements = try languages.map { language in
        let words = content.words(in: language, of: loaded.library.site)
        guard
          let made = Announcement(channel: channel, plan: plan, words: words, pages: pages, at: now)
        else { throw ValidationError("Channel '\(channel.id)' has no hours to announce.") }
        return (language, made)
      }
      Terminal.answer(try render(announcements, at: now, in: zone))
    }
  }

  private func calendar(
    of channel: Channel, in plan: ContactPlan, from now: Instant, words: ContactWords
  ) throws -> String {
    let first = plan.zone(of: channel).wallTime(at: now).day
    let calendar = OpeningsCalendar(
      of: channel, in: plan, days: first...first.adding(days: 364), words: words)
    guard let calendar else {
      throw ValidationError("Channel '\(channel.id)' has no openings to list: it never closes.")
    }
    return format == .csv ? calendar.rows.map(CSVText.row).joined() : calendar.ics
  }

  private func render(
    _ announcements: [(Language, Announcement)], at now: Instant, in zone: TimeZoneRules
  ) throws -> String {
    switch format {
    case .ssml: return announcements.map(\.1.ssml).joined(separator: "\n")
    case .json:
      let entries = announcements.map { language, announcement in
        Entry(
          channel: announcement.channel.id, language: language.code, at: zone.text(of: now),
          open: announcement.state.isOpen,
          until: announcement.state.until.map { zone.text(of: $0) }, text: announcement.text)
      }
      return try PrintedJSON.indented(entries)
    default: return announcements.map(\.1.text).joined(separator: "\n\n")
    }
  }

  private struct Entry: Encodable {
    let channel: String
    let language: String
    let at: String
    let open: Bool
    let until: String?
    let text: String
  }
}
