import KnowledgeBase

/// What the starter articles say, in the languages that the site has words in; else in English.
struct StarterWords {
  let category, contactTitle, contactAnswer, contactLink: String
  let findTitle, findAnswer, findFirst, findSecond: String

  static func of(_ language: Language) -> StarterWords {
    byLanguage[language.primary] ?? english
  }

  private static let english = StarterWords(
    category: "Start here",
    contactTitle: "How do I reach you?",
    contactAnswer: "Write to us, we answer within one working day.",
    contactLink: "All ways to reach us",
    findTitle: "Find an answer",
    findAnswer: "Type your question in your own words into the field at the top.",
    findFirst: "Type what it is about.",
    findSecond: "Choose an answer from the list.")

  private static let byLanguage = [
    "ar": StarterWords(
      category: "من هنا تبدأ",
      contactTitle: "كيف أصل إليكم؟",
      contactAnswer: "اكتب إلينا، نرد خلال يوم عمل واحد.",
      contactLink: "كل طرق التواصل معنا",
      findTitle: "كيف تجد الجواب",
      findAnswer: "اكتب سؤالك بكلماتك في الحقل أعلى الصفحة.",
      findFirst: "اكتب عمّ تسأل.",
      findSecond: "اختر جوابًا من القائمة."),
    "de": StarterWords(
      category: "Zum Einstieg",
      contactTitle: "Wie erreiche ich Sie?",
      contactAnswer: "Schreiben Sie uns, wir antworten innerhalb eines Arbeitstags.",
      contactLink: "Alle Wege zu uns",
      findTitle: "Eine Antwort finden",
      findAnswer: "Schreiben Sie Ihre Frage in eigenen Worten in das Feld oben.",
      findFirst: "Schreiben Sie, worum es geht.",
      findSecond: "Wählen Sie eine Antwort aus der Liste."),
    "es": StarterWords(
      category: "Para empezar",
      contactTitle: "¿Cómo puedo contactarles?",
      contactAnswer: "Escríbanos, respondemos en un día laborable.",
      contactLink: "Todas las formas de contacto",
      findTitle: "Encontrar una respuesta",
      findAnswer: "Escriba su pregunta con sus palabras en el campo de arriba.",
      findFirst: "Escriba de qué se trata.",
      findSecond: "Elija una respuesta de la lista."),
    "et": StarterWords(
      category: "Alustuseks",
      contactTitle: "Kuidas teiega ühendust saada?",
      contactAnswer: "Kirjuta meile, vastame ühe tööpäeva jooksul.",
      contactLink: "Kõik viisid ühendust võtta",
      findTitle: "Kuidas leida vastus",
      findAnswer: "Kirjuta küsimus oma sõnadega lehe ülaosas olevasse välja.",
      findFirst: "Kirjuta, millest on jutt.",
      findSecond: "Vali loendist vastus."),
    "fr": StarterWords(
      category: "Pour commencer",
      contactTitle: "Comment vous joindre ?",
      contactAnswer: "Écrivez-nous, nous répondons sous un jour ouvré.",
      contactLink: "Tous les moyens de nous joindre",
      findTitle: "Trouver une réponse",
      findAnswer: "Écrivez votre question avec vos mots dans le champ en haut de la page.",
      findFirst: "Écrivez de quoi il s’agit.",
      findSecond: "Choisissez une réponse dans la liste."),
    "lt": StarterWords(
      category: "Nuo ko pradėti",
      contactTitle: "Kaip su jumis susisiekti?",
      contactAnswer: "Parašykite mums, atsakome per vieną darbo dieną.",
      contactLink: "Visi būdai susisiekti",
      findTitle: "Kaip rasti atsakymą",
      findAnswer: "Įrašykite klausimą savais žodžiais lauke puslapio viršuje.",
      findFirst: "Įrašykite, ko ieškote.",
      findSecond: "Pasirinkite atsakymą iš sąrašo."),
    "lv": StarterWords(
      category: "Sākumā",
      contactTitle: "Kā ar jums sazināties?",
      contactAnswer: "Raksti mums, atbildam vienas darba dienas laikā.",
      contactLink: "Visi saziņas veidi",
      findTitle: "Kā atrast atbildi",
      findAnswer: "Ieraksti jautājumu saviem vārdiem lapas augšā.",
      findFirst: "Ieraksti, par ko ir runa.",
      findSecond: "Izvēlies atbildi sarakstā."),
    "pl": StarterWords(
      category: "Na początek",
      contactTitle: "Jak się z Wami skontaktować?",
      contactAnswer: "Napisz do nas, odpowiadamy w ciągu jednego dnia roboczego.",
      contactLink: "Wszystkie sposoby kontaktu",
      findTitle: "Jak znaleźć odpowiedź",
      findAnswer: "Wpisz pytanie własnymi słowami w polu na górze strony.",
      findFirst: "Wpisz, o co chodzi.",
      findSecond: "Wybierz odpowiedź z listy."),
    "ru": StarterWords(
      category: "С чего начать",
      contactTitle: "Как с вами связаться?",
      contactAnswer: "Напишите нам, мы отвечаем в течение одного рабочего дня.",
      contactLink: "Все способы связи",
      findTitle: "Как найти ответ",
      findAnswer: "Введите вопрос своими словами в поле вверху страницы.",
      findFirst: "Введите, о чём речь.",
      findSecond: "Выберите ответ из списка."),
    "uk": StarterWords(
      category: "З чого почати",
      contactTitle: "Як із вами зв’язатися?",
      contactAnswer: "Напишіть нам, ми відповідаємо протягом одного робочого дня.",
      contactLink: "Усі способи зв’язку",
      findTitle: "Як знайти відповідь",
      findAnswer: "Введіть запитання своїми словами в поле вгорі сторінки.",
      findFirst: "Введіть, про що йдеться.",
      findSecond: "Виберіть відповідь зі списку."),
  ]
}
