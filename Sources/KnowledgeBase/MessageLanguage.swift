/// Tells which of some languages a message is written in, by the words that every text has and by
/// letters that others don't use.
///
///     MessageLanguage.of("Gdzie jest karta?", among: [english, polish])?.code  // "pl"
package enum MessageLanguage {
  /// Nil when nothing tells, or two languages are as likely.
  package static func of(_ text: String, among languages: [Language]) -> Language? {
    let scores = evidence(in: text, of: languages)
    guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1 else {
      return nil
    }
    return scores.firstIndex(of: best).map { languages[$0] }
  }

  /// How much tells of each of the languages; 0 where nothing does.
  ///
  ///     MessageLanguage.evidence(in: "nav kartes mašīnā", of: [english, latvian])  // [0, 3]
  package static func evidence(in text: String, of languages: [Language]) -> [Int] {
    let words = words(of: text)
    return languages.map { score(of: words, in: $0.primary) }
  }

  private static func words(of text: String) -> [String] {
    text.prefix(4000).lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
  }

  /// Two for a function word, one for each word with a letter of the language's own.
  private static func score(of words: [String], in language: String) -> Int {
    guard let marks = marks[language] else { return 0 }
    return words.reduce(0) { score, word in
      score + (marks.words.contains(word) ? 2 : 0)
        + (word.contains(where: marks.letters.contains) ? 1 : 0)
    }
  }

  /// Words are listed with and without their marks, since customers leave them out.
  private static let marks: [String: (words: Set<String>, letters: Set<Character>)] = [
    "en": (
      set(
        """
        the a an and or is are was were i my me you your it in on of for with not can can't don't \
        how what where when why do does did have has had will would this that there hi hello dear
        """), []
    ),
    "pl": (
      set(
        """
        i w z na do że ze się sie nie jest są czy jak co gdzie kiedy dlaczego po za od dla mam mogę \
        moge mi mnie mój moj moja to ten ta ale już juz proszę prosze dzień dzien dobry czemu nie
        """), Set("ąćęłńóśźż")
    ),
    "lv": (
      set(
        """
        un vai ir nav kā ka kur kad kāpēc kapec par no ar uz pie es man mans mana jūs jus jūsu tas \
        šis bet arī ari lai var varu nevar nevaru labdien lūdzu ludzu sveiki paldies kāds kas ko
        """), Set("āčēģīķļņšūž")
    ),
    "ru": (
      set(
        """
        и в не на что с по как где когда почему я мне у меня мой моя это но из за от для или ли \
        нет да можно могу здравствуйте добрый день пожалуйста вы ваш к до
        """), Set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
    ),
    "lt": (
      set(
        """
        ir ar kaip kur kada kodėl kodel aš as man mano jūs jus ne nėra nera yra su iš is į bet tai \
        laba diena labas prašau prasau ačiū aciu
        """), Set("ąčęėįšųūž")
    ),
    "et": (
      set(
        """
        ja ei on kas kuidas kus millal miks mina minu ma te teie see aga kui palun tere aitäh või
        """), Set("äöõü")
    ),
    "de": (
      set(
        """
        und der die das ist nicht ich mein meine wie wo wann warum sie mit auf für ein eine hallo \
        guten tag bitte kann
        """), Set("äöüß")
    ),
    "fr": (
      set(
        """
        le la les un une des est et je ma mon mes ne pas où comment quand pourquoi vous avec pour \
        dans sur que qui bonjour merci votre peux puis ça ca c'est j'ai n'est
        """), Set("àâçèêëîïôœùû")
    ),
    "es": (
      set(
        """
        el la los las un una es y mi mis no cómo como dónde donde cuándo cuando por qué que con para \
        en del hola gracias buenos días su puedo está esta tengo pero hay
        """), Set("áíñóúü¿¡")
    ),
    "ar": (
      set(
        """
        في من على إلى هل كيف أين متى لماذا أنا هذا هذه لا ما مع عن أو لم لن كان مرحبا شكرا السلام
        """), Set("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئ")
    ),
    "uk": (
      set(
        """
        і в не на що з як де коли чому я мені у мене мій моя це але або чи ні так можна добрий день \
        будь ласка ви ваш до
        """), Set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
    ),
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
