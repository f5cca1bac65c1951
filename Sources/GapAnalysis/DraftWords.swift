import KnowledgeBase

/// What the skeleton of an article says in each language, in English where there are no words.
struct DraftWords {
  let answer: String
  let step: String
  /// A heading that the site's pages know the section by.
  let otherwise: String
  let `case`: String

  static func of(_ language: String) -> DraftWords {
    Language(language).flatMap { byLanguage[$0.primary] } ?? english
  }

  private static let english = DraftWords(
    answer: "Answer in one or two sentences: what to do now, who pays, how long it takes.",
    step: "The first step, one a line.",
    otherwise: "If it does not work",
    case: "*What happens*: what to do then.")

  private static let byLanguage = [
    "ar": DraftWords(
      answer: "أجب في جملة أو جملتين: ما العمل الآن، ومن يدفع، وكم يستغرق ذلك.",
      step: "الخطوة الأولى، خطوة في كل سطر.",
      otherwise: "إذا لم ينجح",
      case: "*ما الذي يحدث*: ما العمل عندئذ."),
    "de": DraftWords(
      answer:
        "Antworten Sie in ein, zwei Sätzen: was jetzt zu tun ist, wer zahlt, wie lange es dauert.",
      step: "Der erste Schritt, einer je Zeile.",
      otherwise: "Wenn es nicht klappt",
      case: "*Was geschieht*: was dann zu tun ist."),
    "es": DraftWords(
      answer: "Responda en una o dos frases: qué hacer ahora, quién paga, cuánto tarda.",
      step: "El primer paso, uno por línea.",
      otherwise: "Si no funciona",
      case: "*Lo que ocurre*: qué hacer entonces."),
    "et": DraftWords(
      answer: "Vasta ühe või kahe lausega: mida nüüd teha, kes maksab, kui kaua see kestab.",
      step: "Esimene samm, igaüks omal real.",
      otherwise: "Kui see ei õnnestu",
      case: "*Mis juhtub*: mida siis teha."),
    "fr": DraftWords(
      answer:
        "Répondez en une ou deux phrases : que faire maintenant, qui paie, combien de temps cela prend.",
      step: "La première étape, une par ligne.",
      otherwise: "Si cela ne marche pas",
      case: "*Ce qui se passe* : que faire alors."),
    "lt": DraftWords(
      answer: "Atsakykite vienu ar dviem sakiniais: ką daryti dabar, kas moka, kiek tai trunka.",
      step: "Pirmas žingsnis, po vieną eilutėje.",
      otherwise: "Jei nepavyksta",
      case: "*Kas vyksta*: ką tada daryti."),
    "lv": DraftWords(
      answer: "Atbildi vienā vai divos teikumos: ko darīt tagad, kas maksā, cik ilgi tas notiek.",
      step: "Pirmais solis, katrs savā rindā.",
      otherwise: "Ja neizdodas",
      case: "*Kas notiek*: ko tad darīt."),
    "pl": DraftWords(
      answer:
        "Odpowiedz w jednym lub dwóch zdaniach: co zrobić teraz, kto płaci, jak długo to trwa.",
      step: "Pierwszy krok, po jednym w wierszu.",
      otherwise: "Jeśli nie działa",
      case: "*Co się dzieje*: co wtedy zrobić."),
    "ru": DraftWords(
      answer:
        "Ответьте в одном-двух предложениях: что делать сейчас, кто платит, сколько это длится.",
      step: "Первый шаг, каждый на своей строке.",
      otherwise: "Если не получается",
      case: "*Что происходит*: что тогда делать."),
    "uk": DraftWords(
      answer:
        "Дайте відповідь одним-двома реченнями: що робити зараз, хто платить, скільки це триває.",
      step: "Перший крок, кожен в окремому рядку.",
      otherwise: "Якщо не виходить",
      case: "*Що відбувається*: що тоді робити."),
  ]
}
