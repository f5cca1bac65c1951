import Availability
import KnowledgeBase

/// What rules must know of a language to read its promises. Languages without an entry aren't checked
/// for what depends on words.
struct LanguageWords: Sendable {
  /// Ways to say that somebody is there day and night; beginnings of words, in lower case.
  let aroundTheClock: [String]
  /// Words of sentences about service: who is there, and what one does to reach them.
  let service: [String]
  /// Words for the kinds of channels, as `contact.yml` names them.
  let channels: [(kind: String, words: [String])]
  /// Beginnings of words for units, the longer phrases first.
  let units: [(unit: AnswerPromise.Unit, words: [String])]
  /// Words for one, two and so on, in the forms that stand before a unit.
  let numbers: [[String]]
  /// Ways to say that the company answers; parts of sentences, in lower case.
  let answering: [String]
  /// Ways to say that something takes a time.
  let lasting: [String]
  /// More words than this in one sentence are hard to follow on a phone.
  let sentenceLimit: Int

  static func of(_ language: Language) -> LanguageWords? {
    first[language.primary] ?? european[language.primary] ?? further[language.primary]
  }

  private static let first: [String: LanguageWords] = [
    "en": LanguageWords(
      aroundTheClock: [
        "24/7", "24x7", "24 hours a day", "around the clock", "round the clock", "day and night",
        "at any hour", "at any time of day", "non-stop", "nonstop", "seven days a week, 24",
      ],
      service: [
        "we ", "us ", "call", "phone", "write", "contact", "support", "hotline", "help", "team",
        "answer",
      ],
      channels: [
        ("phone", ["phone", "call", "hotline"]), ("chat", ["chat"]),
        ("mail", ["e-mail", "email", "mail"]), ("form", ["form"]),
      ],
      units: [
        (.workingDays, ["working day", "business day"]),
        (.workingHours, ["working hour", "business hour"]), (.days, ["day"]), (.hours, ["hour"]),
        (.minutes, ["minute"]),
      ],
      numbers: [["one"], ["two"], ["three"], ["four"], ["five"], ["six"], ["seven"]],
      answering: [
        "we answer", "we reply", "we respond", "we'll answer", "we'll reply", "we will answer",
        "we will reply", "get back to you", "write back", "our answer", "our reply", "an answer",
        "a reply", "is answered", "are answered", "response time", "team answers",
        "support answers",
      ], lasting: [" take", " last", " need"], sentenceLimit: 32),
    "pl": LanguageWords(
      aroundTheClock: [
        "24/7", "całodobow", "24 godziny na dobę", "24 h na dobę", "24h", "przez całą dobę",
        "o każdej porze", "non stop", "non-stop", "nonstop", "dniem i nocą", "w dzień i w nocy",
      ],
      service: [
        "nas", "jesteśmy", "dzwoń", "zadzwo", "telefon", "infolini", "napisz", "kontakt", "pomoc",
        "obsług", "zespół", "odpowiada",
      ],
      channels: [
        ("phone", ["telefon", "zadzwo", "dzwoń", "infolini"]), ("chat", ["czat", "czac"]),
        ("mail", ["e-mail", "mail"]), ("form", ["formularz"]),
      ],
      units: [
        (.workingDays, ["dni robocz", "dnia robocz", "dzień robocz"]),
        (.workingHours, ["godzin robocz", "godziny robocz", "godzinę robocz"]),
        (.days, ["dni", "dzień", "dnia"]), (.hours, ["godzin"]), (.minutes, ["minut"]),
      ],
      numbers: [
        ["jeden", "jednego", "jedną", "jednej"], ["dwa", "dwóch", "dwie"], ["trzy", "trzech"],
        ["cztery", "czterech"], ["pięć", "pięciu"], ["sześć", "sześciu"], ["siedem", "siedmiu"],
      ],
      answering: [
        "odpowiadamy", "odpowiemy", "odpisujemy", "odpiszemy", "odezwiemy", "odpowiedź",
        "odpowiedzi ", "czas reakcji",
      ], lasting: ["trwa", "zajmuje", "zajmie"], sentenceLimit: 28),
    "lv": LanguageWords(
      aroundTheClock: [
        "24/7", "diennakti", "diennakts", "24 stundas", "jebkurā laikā", "jebkurā stundā",
        "dienu un nakti", "dienā un naktī", "non-stop", "nepārtraukti pieejam",
      ],
      service: [
        "mēs", "mums", "zvani", "zvaniet", "tālru", "rakst", "sazin", "atbalst", "palīdz", "atbild",
      ],
      channels: [
        ("phone", ["tālru", "zvan"]), ("chat", ["čat", "tērzē"]), ("mail", ["e-past"]),
        ("form", ["veidlap"]),
      ],
      units: [
        (.workingDays, ["darba dien", "darbdien"]), (.workingHours, ["darba stund"]),
        (.days, ["dien"]), (.hours, ["stund"]), (.minutes, ["minūt"]),
      ],
      numbers: [
        ["viena", "vienas", "vienu"], ["divas", "divu", "divām", "divi"],
        ["trīs", "triju", "trijām"],
        ["četras", "četru"], ["piecas", "piecu"], ["sešas", "sešu"], ["septiņas", "septiņu"],
      ],
      answering: ["atbildam", "atbildēsim", "atbilde", "atbildi", "atrakst"],
      lasting: ["ilgst", "ilgs", "aizņem"], sentenceLimit: 26),
    "ru": LanguageWords(
      aroundTheClock: [
        "24/7", "круглосуточн", "круглые сутки", "24 часа в сутки", "24 часа",
        "в любое время суток",
        "в любое время дня", "днём и ночью", "днем и ночью", "нон-стоп", "нонстоп",
      ],
      service: [
        "мы ", "нам ", "нас ", "звони", "позвон", "телефон", "пиш", "напиш", "связ", "поддержк",
        "помощ", "помож", "отвеча", "ответ",
      ],
      channels: [
        ("phone", ["телефон", "звон"]), ("chat", ["чат"]), ("mail", ["почт", "e-mail", "письм"]),
        ("form", ["форм"]),
      ],
      units: [
        (.workingHours, ["рабочих час", "рабочего час", "рабочий час"]), (.workingDays, ["рабоч"]),
        (.days, ["дн", "день", "сут"]), (.hours, ["часа", "часов", "час ", "час.", "час,"]),
        (.minutes, ["минут"]),
      ],
      numbers: [
        ["один", "одного"], ["два", "двух"], ["три", "трёх", "трех"],
        ["четыре", "четырёх", "четырех"], ["пять", "пяти"], ["шесть", "шести"], ["семь", "семи"],
      ],
      answering: ["отвечаем", "ответим", "ответ ", "ответа ", "напишем", "перезвоним"],
      lasting: ["занима", "займ", "займёт", "длит", "продлит"], sentenceLimit: 28),
  ]
}
