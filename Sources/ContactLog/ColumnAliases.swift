import PersonalData

/// The names that exports give their columns, the surest first.
///
/// English, Polish, Latvian, Russian and German, with a few in Lithuanian and Estonian; case, accents, spaces and punctuation don't
/// matter. A dot stands for an inner JSON object. Jira's "Time to first response" isn't here: it
/// is the time left until the promise is broken.
enum ColumnAliases {
  static func names(of field: ContactField) -> String {
    switch field {
    case .id:
      """
      id, message-id, ticket id, conversation id, contact number, ticket number, issue key, case id, \
      case number, request id, ticket#, ticket no, ticket, key, #, number, no, issue id, \
      id zgłoszenia, numer zgłoszenia, nr zgłoszenia, numer sprawy, numer, nr, lp, \
      pieteikuma numurs, pieteikuma nr, numurs, nr p k, номер заявки, номер обращения, \
      id обращения, id заявки, номер, №, ticketnummer, vorgangsnummer, fallnummer, nummer
      """
    case .time:
      englishTimes + """
        , data utworzenia, data zgłoszenia, data kontaktu, data i godzina, utworzono, data, \
        izveidots, izveides datums, pieteikuma datums, saziņas datums, datums un laiks, datums, \
        laiks, дата создания, создан/а, создан, создано, дата обращения, дата и время, дата, время, \
        erstellt am, erstellt, erstelldatum, eingegangen am, eingang, datum, zeitpunkt, zeit, \
        sukurta, data ir laikas, laikas, loodud, kuupäev, kellaaeg, data otrzymania, \
        data rejestracji, data wpływu, data przyjęcia, otrzymano, zarejestrowano, \
        saņemšanas datums, saņemšanas laiks, saņemts, reģistrācijas datums, reģistrēts, \
        дата получения, дата регистрации, дата поступления, получено, поступило, зарегистрировано
        """
    case .channel:
      """
      channel, contact channel, create channel, via.channel, via, source.type, source, origin, \
      medium, kanał, kanał kontaktu, źródło, kanāls, saziņas kanāls, avots, канал, \
      канал обращения, канал связи, источник, kanal, kontaktkanal, kontaktweg, quelle, \
      kanalas, allikas
      """
    case .language:
      """
      language, lang, locale, ticket language, customer language, język, język klienta, \
      valoda, klienta valoda, язык, язык клиента, sprache
      """
    case .customer:
      """
      customer user id, customer user, customer id, requester id, contact id, user id, client id, \
      customer email, requester.email, contact.email, customer.email, source.author.email, \
      requester email, from: (address), od: (adres), от: (адрес), customer, requester, reporter id, \
      reporter, from, sender, email, contact, \
      client, id klienta, numer klienta, klient, klienta numurs, klienta id, klients, \
      id клиента, номер клиента, клиент, заявитель, kundennummer, kunden-id, kunde, absender
      """
    case .reason:
      """
      reason, subject, ticket subject, title, ticket name, source.subject, question, \
      contact reason, reason for contact, reason for contacting, inquiry, query, temat, tytuł, \
      tytuł zgłoszenia, powód kontaktu, przyczyna kontaktu, powód, pytanie, temats, tēma, \
      virsraksts, nosaukums, saziņas iemesls, kontakta iemesls, iemesls, jautājums, \
      тема, тема обращения, заголовок, причина обращения, причина, вопрос, \
      betreff, titel, kontaktgrund, anliegen, grund, frage, summary, kreipimosi priežastis, \
      priežastis, klausimas, pöördumise põhjus, põhjus, küsimus, pealkiri, call reason, \
      powód rozmowy, powód zgłoszenia, zvana iemesls, причина звонка, суть обращения, pytanie klienta, \
      klienta jautājums, вопрос клиента, customer question, customer's question, kundenfrage
      """
    case .details:
      """
      description, body, source.body, message, first message, text, details, content, \
      transcript, comment, comments, notes, note, opis, opis zgłoszenia, treść, \
      treść zgłoszenia, treść wiadomości, wiadomość, apraksts, ziņa, ziņojums, teksts, saturs, \
      описание, текст, текст обращения, сообщение, содержание, комментарий, \
      beschreibung, nachricht, inhalt, summary, aprašymas, žinutė, kirjeldus, sõnum, \
      wrap-up notes, call notes, opis rozmowy, sarunas apraksts
      """
    case .category:
      """
      category, contact category, request type, topics, topic, ticket type, issue type, type, \
      ai topic, tags, labels, contact reason, kategoria, rodzaj zgłoszenia, rodzaj, typ, tagi, \
      etykiety, powód kontaktu, kategorija, veids, birkas, iemesls, категория, тип обращения, \
      тип, метки, теги, причина обращения, kategorie, art, schlagwörter, kontaktgrund, \
      queue, group, kolejka, grupa, rinda, очередь, группа, warteschlange, disposition, \
      wrap-up code, reason code, тематика, тематика обращения
      """
    case .resolvedAtFirstContact:
      """
      resolved first contact, resolved at first contact, resolved on first contact, \
      first contact resolution, first contact resolved, fcr, one touch, solved at once, \
      załatwione od razu, załatwiono od razu, rozwiązane od razu, rozwiązano od razu, \
      atrisināts uzreiz, atrisināts tūlīt, решено сразу, сразу решено, sofort gelöst, \
      rozwiązano przy pierwszym kontakcie, rozwiązane przy pierwszym kontakcie, \
      atrisināts pirmajā reizē, atrisināts pirmajā saziņā, atrisināts pirmajā kontaktā, \
      atrisināts, решено при первом обращении, решено с первого раза, решено, \
      beim ersten kontakt gelöst, erstkontakt gelöst, erstlösung, gelöst
      """
    case .escalated:
      """
      escalated, is escalated, escalation, eskalowano, eskalacja, przekazano wyżej, eskalēts, \
      eskalēta, eskalācija, эскалировано, эскалация, передано выше, eskaliert, eskalation
      """
    case .handlingTime:
      """
      handling time, handle time, average handle time, agent handling time, aht, time spent, \
      time tracked, talk time, handling, minutes, minuty, minūtes, минуты, minuten, czas min, \
      laiks min, время мин, czas obsługi, czas rozmowy, apstrādes laiks, \
      apkalpošanas laiks, sarunas ilgums, время обработки, время обслуживания, \
      bearbeitungszeit, bearbeitungsdauer, talk, call duration, duration, czas trwania rozmowy, \
      czas trwania, zvana ilgums, ilgums, длительность разговора, длительность звонка, длительность, \
      gesprächsdauer, dauer
      """
    case .firstReplyTime:
      """
      first reply time, first response time, time to first reply, first reply, first response, \
      czas pierwszej odpowiedzi, czas do pierwszej odpowiedzi, pirmās atbildes laiks, \
      время первого ответа, erste antwortzeit, zeit bis zur ersten antwort, wait time, waiting time, \
      wait, queue time, time in queue, speed of answer, time to answer, czas oczekiwania, \
      gaidīšanas laiks, время ожидания, wartezeit
      """
    }
  }

  /// Whether a column isn't the customer's words, but the company's, or where somebody lives.
  static func isOfTheCompany(_ header: String) -> Bool {
    let key = HeaderName.key(header)
    return beginningsOfCompanyWords.contains { key.contains($0) }
  }

  /// Whether a column beside one of days is called like the time of day.
  static func isTimeOfDay(_ header: String) -> Bool {
    HeaderName(header).keys.contains { timesOfDay.contains($0) }
  }

  private static let timesOfDay = Set(
    """
    time, time of day, time of call, call time, contact time, start time, created time, hour, \
    godzina, godz, godzina rozmowy, godzina kontaktu, godzina zgłoszenia, czas, laiks, zvana laiks, \
    saziņas laiks, pulksten, stunda, время, время звонка, время обращения, час, uhrzeit, zeit, \
    laikas, kellaaeg
    """.split(separator: ",").map { HeaderName.key($0) })

  private static let beginningsOfCompanyWords = """
    answer, reply, response, resolution, solution, agent, operator, address, odpowied, rozwiąz, \
    pracown, konsultant, adres, atbild, risinā, darbinie, adrese, ответ, решени, сотрудни, оператор, \
    адрес, antwort, lösung, mitarbeiter, adresse, anschrift
    """.split(separator: ",").map { HeaderName.key($0) }

  private static let englishTimes = """
    created at, created time, create date, created date, creation date, date created, created, \
    conversation started at, started at, opened at, opened, received at, received, \
    contact date, contact time, date and time, datetime, timestamp, date, time
    """

  /// Whether a column of times has its name in English, where 3/4/2025 may be the fourth of March.
  static func isEnglishTime(_ header: String) -> Bool {
    let english = Set(englishTimes.split(separator: ",").map { HeaderName.key($0) })
    return HeaderName(header).keys.contains { english.contains($0) }
  }

  /// Names that are a duration only when the header also has its unit: OTRS' `FirstResponse` is
  /// a date, its `FirstResponseInMin` is not; a telephone system's `Duration` is in seconds or minutes.
  static let needingUnit = Set(
    """
    handling, first reply, first response, wait, talk, call duration, duration, czas trwania rozmowy, \
    czas trwania, zvana ilgums, ilgums, длительность разговора, длительность звонка, длительность, \
    gesprächsdauer, dauer
    """.split(separator: ",").map { HeaderName.key($0) })

  /// Whether a column without a unit holds hours: Freshdesk's `Time tracked` is `00:12`.
  static func areHours(_ name: HeaderName) -> Bool { name.keys.contains("timetracked") }

  /// Minutes in a unit, by the words that headers use for it.
  static let minutesPerUnit: [String: Double] = {
    let words: [(Double, String)] = [
      (1 / 60_000.0, "ms milliseconds"),
      (1 / 60.0, "s sec secs second seconds sek sekundy sekund sekundes sekundēs с сек секунды"),
      (1 / 60.0, "секунд секундах sekunden"),
      (1, "m min mins minute minutes minuty minut minutach minūtes minūtēs мин минуты минут"),
      (1, "минутах minuten"),
      (60, "h hr hrs hour hours godz godziny godzinach st stundas stundās ч час часы часов часах"),
      (60, "std stunden"),
    ]
    var table: [String: Double] = [:]
    for (minutes, names) in words {
      for name in names.split(separator: " ") {
        table[LetterFolding.table.key(name)] = minutes
      }
    }
    return table
  }()

  /// Every alias, as a key, with the fields it may mean and how sure each is (0 is surest).
  static let table: [String: [(field: ContactField, rank: Int)]] = {
    var table: [String: [(field: ContactField, rank: Int)]] = [:]
    for field in ContactField.allCases {
      for (rank, name) in names(of: field).split(separator: ",").enumerated() {
        let key = HeaderName.key(name)
        if !(table[key]?.contains { $0.field == field } ?? false) {
          table[key, default: []].append((field, rank))
        }
      }
    }
    return table
  }()
}
