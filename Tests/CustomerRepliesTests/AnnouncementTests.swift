import Availability
import CivilCalendar
import KnowledgeBase
import SiteGeneration
import Testing

@testable import CustomerReplies

@Suite struct AnnouncementTests {
  private let plan: ContactPlan
  private let phone: Channel

  init() throws {
    let day = try #require(TimeRange(start: 480, end: 1200))
    let morning = try #require(TimeRange(start: 480, end: 600))
    let hours = OpeningHours(week: Array(repeating: [day], count: 5))
    phone = Channel(
      id: "phone", kind: .phone, title: ["": "Phone"], value: "+371 1", hours: hours,
      callBack: CallBack(value: "call@a.example", slot: 60, notice: 30),
      waits: Array(repeating: [ExpectedWait(range: morning, minutes: 2)], count: 7))
    let chat = Channel(
      id: "chat", kind: .chat, title: ["": "Chat"], value: "https://a.example/<chat>",
      hours: .always)
    let mail = Channel(
      id: "mail", kind: .mail, title: ["": "Mail"], value: "help@a.example",
      promise: AnswerPromise(amount: 1, unit: .workingDays))
    plan = ContactPlan(
      channels: [phone, chat, mail], zone: .utc, holidays: HolidayCalendar(country: "LV"),
      workingHours: hours)
  }

  /// - Parameter hours: of the phone, else those of the plan.
  private func announcement(
    _ code: String, day: String, minute: Int, articlePath: String = "start",
    hours: OpeningHours? = nil
  ) throws -> Announcement {
    let phone = hours.map { Channel(id: "late", kind: .phone, title: [:], value: "+1", hours: $0) }
    let language = try #require(Language(code))
    let site = Site(title: ["": "Help"], baseURL: "https://a.example", languages: [language])
    let words = ContactWords(language: language, site: site, strings: SiteStrings(language))
    let now = TimeZoneRules.utc.instant(
      of: try #require(CalendarDay(day)), minute: minute, .earliest)
    return try #require(
      Announcement(
        channel: phone ?? self.phone,
        plan: phone.map {
          ContactPlan(
            channels: [$0], zone: .utc, holidays: plan.holidays, workingHours: plan.workingHours)
        } ?? plan,
        words: words,
        pages: pages(of: site, articlePath: articlePath), at: now))
  }

  private func pages(of site: Site, articlePath: String) -> SitePlan {
    let articles = site.languages.map { language in
      Article(
        id: ArticleID(articlePath), language: language, sourcePath: "", categoryPath: [],
        permalink: Permalink("\(language.code)/\(articlePath)/"),
        frontMatter: FrontMatter(title: "T"), html: "", markdown: "", sections: [])
    }
    return SitePlan(Library(site: site, articles: articles, categories: []))
  }

  @Test(arguments: [
    ("Tu {company}. Słucham.", "Tu Żytnia Sp. z o.o. Słucham."),
    ("{company}…", "Żytnia Sp. z o.o.…"),
  ])
  func aNameThatEndsInAStopEndsTheSentence(pattern: String, said: String) {
    let parts = SpokenPart.parts(of: pattern, filledWith: ["company": .text("Żytnia Sp. z o.o.")])
    #expect(parts.map(\.text).joined() == said)
  }

  @Test func namesThePageOfContactsWhereItIs() throws {
    let text = try announcement("en", day: "2026-11-25", minute: 540, articlePath: "contact").text
    #expect(text.contains("Ask for a call back on a.example/en/contact-channels."))
  }

  @Test func aDayEndsAt24() throws {
    let evening = try #require(TimeRange(start: 1200, end: 1440))
    let night = try #require(TimeRange(start: 1200, end: 1500))
    for (range, text) in [(evening, "until 24:00."), (night, "until 1:00.")] {
      let hours = OpeningHours(week: Array(repeating: [range], count: 7))
      let said = try announcement("en", day: "2026-11-25", minute: 1230, hours: hours).text
      #expect(said.contains(text))
    }
  }

  @Test func saysUntilWhenItIsOpenAndHowLongOneWaits() throws {
    #expect(
      try announcement("en", day: "2026-11-25", minute: 540).text
        == "Thank you for calling Help. We are here until 20:00. You usually wait 2 minutes. "
        + "Ask for a call back on a.example/en/contact. "
        + "You find answers at any hour on a.example/en.")
    #expect(
      try announcement("ru", day: "2026-11-25", minute: 600).text
        == "Здравствуйте! Это Help. Мы работаем до 20:00. "
        + "Закажите обратный звонок: a.example/ru/contact. "
        + "Ответы в любое время: a.example/ru.")
  }

  @Test(arguments: [
    (
      "en",
      "Thank you for calling Help. We are closed now: Christmas Eve. We are back on Monday at 8:00. "
        + "Open now: Chat, a.example/<chat>. "
        + "Write to help@a.example now and we answer on Monday by 20:00. "
        + "Ask for a call back on a.example/en/contact. "
        + "You find answers at any hour on a.example/en."
    ),
    (
      "pl",
      "Dzień dobry, tu Help. Teraz nie pracujemy: Wigilia Bożego Narodzenia. "
        + "Zapraszamy w poniedziałek od godziny 8:00. Teraz czynne: Chat, a.example/<chat>. "
        + "Napisz na help@a.example, odpowiemy w poniedziałek do godziny 20:00. "
        + "Poproś o oddzwonienie: a.example/pl/contact. "
        + "Odpowiedzi o każdej porze: a.example/pl."
    ),
    (
      "lv",
      "Labdien! Šeit Help. Pašlaik nestrādājam: Ziemassvētku vakars. "
        + "Atkal strādāsim pirmdien no pulksten 8:00. Tagad pieejams: Chat, a.example/<chat>. "
        + "Raksti uz help@a.example, atbildēsim pirmdien līdz pulksten 20:00. "
        + "Piesaki atzvanīšanu: a.example/lv/contact. "
        + "Atbildes jebkurā laikā: a.example/lv."
    ),
  ])
  func saysWhyItIsClosedWhenItOpensAndWhatHelpsMeanwhile(code: String, text: String) throws {
    #expect(try announcement(code, day: "2026-12-24", minute: 600).text == text)
  }

  @Test func marksTimesForASynthesiserAndEscapesTheRest() throws {
    let ssml = try announcement("en", day: "2026-12-24", minute: 600).ssml
    #expect(
      ssml.contains(
        "<s>We are back on Monday at <say-as interpret-as=\"time\" format=\"hms24\">8:00"
          + "</say-as>.</s>"))
    #expect(ssml.contains("a.example/&lt;chat&gt;"))
    #expect(ssml.contains("xml:lang=\"en\""))
  }

  @Test func hasNothingToSayOfAChannelWithoutHours() throws {
    let language = try #require(Language("en"))
    let site = Site(title: [:], baseURL: "https://a.example", languages: [language])
    let words = ContactWords(language: language, site: site, strings: SiteStrings(language))
    let announcement = Announcement(
      channel: plan.channels[2], plan: plan, words: words,
      pages: pages(of: site, articlePath: "start"), at: Instant(minutes: 0))
    #expect(announcement == nil)
  }
}
