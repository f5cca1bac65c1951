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
  let units: [(unit: TimeSpan.Unit, words: [String])]
  /// More words than this in one sentence are hard to follow on a phone.
  let sentenceLimit: Int

  static func of(_ language: Language) -> LanguageWords? { all[language.primary] }

  private static let all: [String: LanguageWords] = [
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
        (.workingDays, ["working day", "business day"]), (.days, ["day"]), (.hours, ["hour"]),
        (.minutes, ["minute"]),
      ], sentenceLimit: 32),
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
        (.days, ["dni", "dzień", "dnia"]),
        (.hours, ["godzin"]), (.minutes, ["minut"]),
      ], sentenceLimit: 28),
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
        (.workingDays, ["darba dien", "darbdien"]), (.days, ["dien"]), (.hours, ["stund"]),
        (.minutes, ["minūt"]),
      ], sentenceLimit: 26),
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
        (.workingDays, ["рабоч", "рабочих дн", "рабочего дня"]), (.days, ["дн", "день", "суток"]),
        (.hours, ["час"]), (.minutes, ["минут"]),
      ], sentenceLimit: 28),
  ]
}
