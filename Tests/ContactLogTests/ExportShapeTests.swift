import Diagnostics
import Testing

@testable import ContactLog

/// One small faithful sample of each system's export, and what must be read from it.
@Suite struct ExportShapeTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let system: String
    let text: String
    /// `field=header`, in the order of the fields.
    let columns: [String]
    let first: [String]
    var times: [String] = []
    var testDescription: String { system }
  }

  static let samples: [Sample] = [
    Sample(
      system: "Zendesk CSV",
      text: """
        Id,Requester,Requester id,Subject,Tags,Status,Via,Created at,Solved at,Satisfaction Score,\
        Reopens,Replies,First reply time in minutes,Full resolution time in minutes,Reason [list]
        4711,Jan Kowalski,360012,"Fuel card, missing",car card,Solved,Web Form,2026-10-15 08:30:00 \
        +0200,2026-10-15 09:00:00 +0200,Good,0,2,12,30,Cards
        """,
      columns: [
        "id=Id", "time=Created at", "channel=Via", "customer=Requester id", "reason=Subject",
        "category=Tags", "first-reply-time=First reply time in minutes",
      ],
      first: [
        "4711", "2026-10-15T08:30:00+02:00", "Web Form", "Fuel card, missing", "car card", "12.0",
      ]),
    Sample(
      system: "Zendesk JSON lines",
      text: """
        {"id":35436,"subject":"Fuel card","description":"There is no card.\\nWhat now?",\
        "via":{"channel":"web","source":{"from":{}}},"created_at":"2026-10-15T08:30:00Z",\
        "requester_id":20978392,"tags":["car","card"],"satisfaction_rating":null}

        """,
      columns: [
        "id=id", "time=created_at", "channel=via.channel", "customer=requester_id",
        "reason=subject", "details=description", "category=tags",
      ],
      first: [
        "35436", "2026-10-15T08:30:00Z", "web", "Fuel card – There is no card.\nWhat now?",
        "car, card", "-",
      ]),
    Sample(
      system: "telephone system's CSV",
      text: """
        id,created_at,channel,language,message,wait_seconds
        7,2026-10-15T08:30:00+02:00,phone,pl,How late?,90

        """,
      columns: [
        "id=id", "time=created_at", "channel=channel", "language=language", "details=message",
        "first-reply-time=wait_seconds",
      ],
      first: ["7", "2026-10-15T08:30:00+02:00", "phone", "How late?", "-", "1.5"]),
    Sample(
      system: "Freshdesk CSV",
      text: """
        Ticket ID,Subject,Status,Priority,Source,Type,Created time,Resolved time,\
        First response time (in hrs),Resolution time (in hrs),Agent interactions,Tags,Summary,Contact ID
        12,Car does not open,Closed,Low,Phone,Problem,2026-10-15 08:30:00,2026-10-15 10:30:00,\
        00:15:30,02:00:00,1,doors,,9001
        """,
      columns: [
        "id=Ticket ID", "time=Created time", "channel=Source", "customer=Contact ID",
        "reason=Subject", "details=Summary", "category=Type",
        "first-reply-time=First response time (in hrs)",
      ],
      first: ["12", "2026-10-15T08:30:00", "Phone", "Car does not open", "Problem", "15.5"]),
    Sample(
      system: "Intercom CSV",
      text: """
        Conversation ID,Conversation started at (America/New_York),Channel,Topics,AI Topic,\
        First response time (seconds),Conversation rating,Title
        215469,2026-10-15 08:30:00,Email,Billing,Refunds,90,,Where is my refund?
        """,
      columns: [
        "id=Conversation ID", "time=Conversation started at (America/New_York)", "channel=Channel",
        "reason=Title", "category=Topics", "first-reply-time=First response time (seconds)",
      ],
      first: ["215469", "2026-10-15T08:30:00", "Email", "Where is my refund?", "Billing", "1.5"]),
    Sample(
      system: "HubSpot CSV",
      text: """
        "Ticket ID","Ticket name","Pipeline","Ticket status","Create date","Source"
        "981","App crashes","Support","New","2026-03-01 15:17","Chat"
        """,
      columns: ["id=Ticket ID", "time=Create date", "channel=Source", "reason=Ticket name"],
      first: ["981", "2026-03-01T15:17:00", "Chat", "App crashes", "-", "-"]),
    Sample(
      system: "Zammad CSV",
      text: """
        #;Title;State;Group;Customer;Create Channel;Tags;Created At;Closed At;First Response At;\
        First Response In Min;Article Count
        31007;Rechnung fehlt;closed;Support;C-17;email;rechnung;2026-10-15T08:30:00.000Z;;;42;3
        """,
      columns: [
        "id=#", "time=Created At", "channel=Create Channel", "customer=Customer", "reason=Title",
        "category=Tags", "first-reply-time=First Response In Min",
      ],
      first: ["31007", "2026-10-15T08:30:00Z", "email", "Rechnung fehlt", "rechnung", "42.0"]),
    Sample(
      system: "Jira Service Management CSV",
      text:
        "\u{FEFF}Summary,Issue key,Issue Type,Status,Created,Resolved,Description,Labels,Labels,"
        + "Custom field (Request Type),Custom field (Time to first response)\r\n"
        + "Cannot log in,HELP-7,Service Request,Done,12/Mar/24 9:41 AM,,"
        + "\"It says:\r\n\"\"wrong password\"\"\",,login,Access,-1:20\r\n",
      columns: [
        "id=Issue key", "time=Created", "reason=Summary", "details=Description",
        "category=Custom field (Request Type)",
      ],
      first: [
        "HELP-7", "2024-03-12T09:41:00", "-", "Cannot log in – It says:\n\"wrong password\"",
        "Access",
        "-",
      ]),
    Sample(
      system: "Jira CSV with American dates and repeated labels",
      text: """
        Summary,Issue key,Status,Created,Labels,Labels
        Cannot log in,HELP-7,Done,6/21/2025 16:14,,vpn
        """,
      columns: ["id=Issue key", "time=Created", "reason=Summary", "category=Labels"],
      first: ["HELP-7", "2025-06-21T16:14:00", "-", "Cannot log in", "vpn", "-"]),
    Sample(
      system: "OTRS CSV",
      text: """
        TicketNumber;Age;Created;Closed;FirstLock;FirstResponse;State;Queue;CustomerID;From;Subject;\
        FirstResponseInMin;SolutionInMin
        2026101510000012;2 d;2026-10-15 08:30:00;;;2026-10-15 08:45:00;open;Raw;acme;a@x.pl;No card;15;
        """,
      columns: [
        "id=TicketNumber", "time=Created", "customer=CustomerID", "reason=Subject",
        "category=Queue", "first-reply-time=FirstResponseInMin",
      ],
      first: ["2026101510000012", "2026-10-15T08:30:00", "-", "No card", "Raw", "15.0"]),
    Sample(
      system: "OTRS CSV in Russian",
      text: """
        Ticket#;Создан/а;Очередь;Состояние;Заголовок;Дата первого ответа
        10012;2026-10-15 08:30:00;Support;открыта;Нет карты;2026-10-15 08:45:00
        """,
      columns: ["id=Ticket#", "time=Создан/а", "reason=Заголовок", "category=Очередь"],
      first: ["10012", "2026-10-15T08:30:00", "-", "Нет карты", "Support", "-"]),
    Sample(
      system: "Polish spreadsheet",
      text: """
        Data;Kanał;Powód kontaktu;Opis;Rozwiązano przy pierwszym kontakcie;Czas obsługi (min)
        15.10.2026;telefon;karta;"Brak karty; gdzie jest?";tak;3,5
        """,
      columns: [
        "time=Data", "channel=Kanał", "reason=Powód kontaktu", "details=Opis",
        "resolved-first-contact=Rozwiązano przy pierwszym kontakcie",
        "handling-time=Czas obsługi (min)",
      ],
      first: [
        "row-2", "2026-10-15T00:00:00", "telefon", "karta – Brak karty; gdzie jest?", "-", "-",
      ]),
    Sample(
      system: "Latvian spreadsheet",
      text: """
        sep=;
        Datums;Kanāls;Iemesls;Apraksts;Atrisināts
        15.10.2026.;tālrunis;karte;Nav kartes;jā
        """,
      columns: [
        "time=Datums", "channel=Kanāls", "reason=Iemesls", "details=Apraksts",
        "resolved-first-contact=Atrisināts",
      ],
      first: ["row-3", "2026-10-15T00:00:00", "tālrunis", "karte – Nav kartes", "-", "-"]),
    Sample(
      system: "Russian spreadsheet",
      text: "Дата\tКанал\tПричина обращения\tОписание\tРешено\n"
        + "15.10.2026\tтелефон\tкарта\tНет карты\tда\n",
      columns: [
        "time=Дата", "channel=Канал", "reason=Причина обращения", "details=Описание",
        "resolved-first-contact=Решено",
      ],
      first: ["row-2", "2026-10-15T00:00:00", "телефон", "карта – Нет карты", "-", "-"]),
    Sample(
      system: "Zendesk API response",
      text: """
        {
          "tickets": [
            {"id": 1, "subject": "No card", "created_at": "2026-10-15T08:30:00Z"},
            {"id": 2, "subject": "No key", "created_at": "2026-10-15T08:31:00Z"}
          ],
          "next_page": null, "count": 2
        }
        """,
      columns: ["id=id", "time=created_at", "reason=subject"],
      first: ["1", "2026-10-15T08:30:00Z", "-", "No card", "-", "-"]),
    Sample(
      system: "Intercom API response",
      text: """
        {"type": "conversation.list", "pages": {"type": "pages", "page": 1}, "total_count": 1,
         "conversations": [
          {"type": "conversation", "id": "7", "created_at": 1792053000,
           "source": {"type": "email", "subject": "", "body": "No card",
                      "author": {"type": "user", "email": "a@inbox.example"}},
           "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "1"}]}}]}
        """,
      columns: [
        "id=id", "time=created_at", "channel=source.type", "customer=source.author.email",
        "reason=source.subject", "details=source.body", "category=type",
      ],
      first: ["7", "2026-10-15T08:30:00Z", "email", "No card", "conversation", "-"]),
    Sample(
      system: "Jira API response",
      text: """
        {"expand": "names", "startAt": 0, "maxResults": 50, "total": 1,
         "issues": [{"key": "HELP-1", "fields": {"summary": "No card"}}]}
        """,
      columns: ["id=key", "reason=fields.summary"],
      first: ["HELP-1", "-", "-", "No card", "-", "-"]),
    Sample(
      system: "JSON lines with an array of objects before the reason",
      text: #"{"id": 1, "items": [{"sku": "x"}], "subject": "No card"}"#,
      columns: ["id=id", "reason=subject"],
      first: ["1", "-", "-", "No card", "-", "-"]),
    Sample(
      system: "Outlook",
      text: """
        "Subject","Body","From: (Name)","From: (Address)","From: (Type)","To: (Name)"
        "Card","No card","A","a@inbox.example","SMTP","help"
        """,
      columns: ["customer=From: (Address)", "reason=Subject", "details=Body"],
      first: ["row-2", "-", "-", "Card – No card", "-", "-"]),
    Sample(
      system: "Polish list of calls",
      text: """
        Data;Godzina;Pytanie;Język;Czas (min);Załatwione od razu
        3.11.2026;9:05;Brak karty;PL;7;tak
        """,
      columns: [
        "time=Data", "language=Język", "reason=Pytanie",
        "resolved-first-contact=Załatwione od razu", "handling-time=Czas (min)",
      ],
      first: ["row-2", "2026-11-03T09:05:00", "-", "Brak karty", "-", "-"]),
  ]

  @Test(arguments: samples)
  func readsAsItComes(_ sample: Sample) throws {
    let log = try LogFixture(sample.text)
    #expect(log.summary.columns.map { "\($0.field.rawValue)=\($0.header)" } == sample.columns)
    #expect(log.summary.rejected == 0, "\(log.said)")
    let first = try #require(log.contacts.first)
    #expect(
      [
        first.id, first.time?.description ?? "-", first.channel ?? "-", first.reason,
        first.category ?? "-", first.firstReplyMinutes.map { "\($0)" } ?? "-",
      ] == sample.first)
  }

  @Test func statesTheTimeZone() throws {
    let zones = try Self.samples.map { try LogFixture($0.text).summary.timeZone ?? "-" }
    #expect(
      zones == [
        "UTC+02:00", "UTC", "UTC+02:00", "-", "America/New_York", "-", "UTC", "-", "-", "-", "-",
        "-", "-",
        "-", "UTC", "UTC", "-", "-", "-", "-",
      ])
  }

  @Test(arguments: [
    "Data;Kanalas;Priežastis", "Kuupäev;Kanal;Põhjus", "Datum;Kanal;Grund", "DATE;channel;Reason",
    "Datums;Saziņas kanāls;Jautājums", "Дата и время;Канал связи;Вопрос",
    "data_kontaktu;zrodlo;Pytanie",
  ])
  func headersAreKnownInManyLanguages(_ header: String) throws {
    let log = try LogFixture(header + "\n2026-10-15;telefon;x\n")
    #expect(log.summary.columns.map(\.field) == [.time, .channel, .reason])
  }

  @Test(arguments: [
    "Gelöst", "Erstkontakt gelöst", "Atrisināts", "Atrisināts uzreiz", "Решено", "Решено сразу",
    "Załatwione od razu", "FCR",
  ])
  func headersOfWhatWasSolvedAreKnown(_ header: String) throws {
    let log = try LogFixture("Grund;\(header)\nx;ja\ny;nein\n")
    #expect(log.contacts.map(\.resolvedAtFirstContact) == [true, false])
  }

  @Test func yesAndNoAreReadInFourLanguages() throws {
    let log = try LogFixture(
      "reason;fcr\na;tak\nb;nie\nc;jā\nd;nē\ne;да\nf;нет\ng;YES\nh;0\ni;\nj;maybe\n")
    #expect(
      log.contacts.map(\.resolvedAtFirstContact)
        == [true, false, true, false, true, false, true, false, nil, nil])
    #expect(
      log.said.first?.hasPrefix("log:11: note: 1 value in column 'fcr' can't be read") == true)
  }

  @Test(arguments: [
    ("Handling time", "12.5", 12.5), ("Handling time (seconds)", "90", 1.5),
    ("Czas obsługi (godz)", "1,5", 90), ("Handling time", "1:30:00", 90),
    ("Handling time", "5:30", 5.5), ("Handling time (in hrs)", "5:30", 330),
    ("Handling time (ms)", "60000", 1), ("AHT", "1 234,5", 1234.5), ("Minūtes", "7", 7),
    ("Time tracked", "00:12", 12), ("Time tracked", "1:05:30", 65.5),
    ("Czas (min)", "7", 7), ("Laiks (min)", "7", 7),
  ])
  func durationsAreReadInMinutes(_ header: String, _ cell: String, _ minutes: Double) throws {
    let log = try LogFixture("reason;\(header)\nx;\(cell)\n")
    #expect(log.contacts.first?.handlingMinutes == minutes)
  }

  @Test func aLogWithoutTimesIsTold() throws {
    let log = try LogFixture("Subject,Body\nCard,No card\n")
    let told = try #require(log.summary.lackOfTimes(in: "log"))
    #expect(
      DiagnosticFormatter().format(told)
        == """
        log:1: warning: no column says when customers made contact; the review of a month leaves \
        these contacts out [log-columns]
          cure: export the log with its dates, or say which column has them: --column time=NAME
        """)
    let dated = try LogFixture("Date,Body\n2026-10-15,No card\n")
    #expect(dated.summary.lackOfTimes(in: "log") == nil)
  }
}
