/// The words that tell what follows them, looked up by hash so that no word need be made a String.
struct RedactionVocabulary: Sendable {
  /// What a number is likely to be, by the words before it.
  enum NumberContext: Sendable {
    case none, phone, nationalID
    /// The day a person was born.
    case birth
    /// Of an order, invoice or ticket.
    case reference
  }

  enum PhraseKind: Sendable {
    /// "My name is": a name follows, in capitals or not.
    case introduction
    /// "Best regards": a name may follow, and has a capital.
    case closing
    /// "Thanks": a name may follow after a comma or on the next line, if nothing follows that; a given
    /// and a family name after a comma in any case.
    case thanks
    /// "Surname:" in a form, with its colon.
    case label
    /// "Dear", "Hi": a name follows after a space, and a comma or the line's end follows that.
    case greeting
    /// "Здравствуйте": the same, but a comma may stand before the name.
    case greetingWithComma
    /// "Mr", "Pani": whatever follows with a capital is a name.
    case title
    /// "Klientka", "hier spricht": a given and a family name follow, both with capitals.
    case person
    /// "Kungs": the word before it is a name.
    case titleBehind
  }

  struct Phrase: Sendable {
    let rest: [UInt64]
    let kind: PhraseKind
  }

  struct Trigger: Sendable {
    var context = NumberContext.none
    /// Longest first.
    var phrases: [Phrase] = []
    var isURLScheme = false
    /// "Password", "PIN": what follows is nobody's business if there are digits in it.
    var isSecretWord = false
    /// "Ulica", "iela", "street": a house may follow.
    var isStreet = false
  }

  static let standard = RedactionVocabulary()

  private var triggers: [UInt64: Trigger] = [:]
  /// Words that can't be a name and end one: "my name is wrong", "Anna and".
  private var stops: Set<UInt64> = []
  /// Words between the phrase and the name: "pozdrawiam serdecznie, Anna", "Mr".
  private var fillers: Set<UInt64> = []
  private var currencies: Set<UInt64> = []
  /// Words between an order and its number.
  private var numberWords: Set<UInt64> = []
  /// Those that are written before amounts too.
  private var currencyCodes: Set<UInt64> = []
  /// One bit for each value that a trigger's hash has modulo its size: most words stop here.
  private var filter = [Bool](repeating: false, count: 4_096)

  func trigger(_ hash: UInt64) -> Trigger? {
    filter[Int(hash & 4_095)] ? triggers[hash] : nil
  }

  func isStop(_ hash: UInt64) -> Bool { stops.contains(hash) }
  func isFiller(_ hash: UInt64) -> Bool { fillers.contains(hash) }
  func isNumberWord(_ hash: UInt64) -> Bool { numberWords.contains(hash) }
  func isCurrency(_ hash: UInt64) -> Bool { currencies.contains(hash) }
  func isCurrencyCode(_ hash: UInt64) -> Bool { currencyCodes.contains(hash) }
  func isSecretFiller(_ hash: UInt64) -> Bool { Self.secretFillers.contains(hash) }
  func isMachineWord(_ hash: UInt64) -> Bool { Self.machineWords.contains(hash) }
  func isSpelledAt(_ hash: UInt64) -> Bool { Self.spelledAt.contains(hash) }
  func isSpelledDot(_ hash: UInt64) -> Bool { Self.spelledDot.contains(hash) }

  private init() {
    add(.introduction, Self.introductions)
    add(.closing, Self.closings)
    add(.thanks, Self.thanks)
    add(.label, Self.labels)
    add(.greeting, Self.greetings)
    add(.greetingWithComma, Self.greetingsWithComma)
    add(.title, Self.titles)
    add(.person, Self.persons)
    add(.titleBehind, Self.titlesBehind)
    add(.phone, Self.phoneWords)
    add(.nationalID, Self.nationalIDWords)
    add(.reference, Self.referenceWords)
    add(.birth, Self.birthWords)
    for scheme in ["http", "https", "www"] {
      triggers[Self.hash(scheme), default: Trigger()].isURLScheme = true
    }
    for hash in Self.hashes(Self.secretWords) {
      triggers[hash, default: Trigger()].isSecretWord = true
    }
    for hash in Self.streets { triggers[hash, default: Trigger()].isStreet = true }
    for hash in triggers.keys { filter[Int(hash & 4_095)] = true }
    for hash in triggers.keys {
      triggers[hash]?.phrases.sort { $0.rest.count > $1.rest.count }
    }
    stops = Self.hashes(Self.stopWords).union(Self.hashes(Self.addressees))
    fillers = Self.hashes(Self.fillerWords)
    numberWords = Self.hashes("no nr num number numer numeru id numurs numur номер nummer o")
    currencyCodes = Self.hashes(Self.currencyCodeWords)
    currencies = Self.hashes(Self.currencyWords).union(currencyCodes)
  }

  private mutating func add(_ kind: PhraseKind, _ phrases: String) {
    for phrase in phrases.split(separator: ",") {
      let words = phrase.split(separator: " ").map { Self.hash($0) }
      guard let first = words.first else { continue }
      triggers[first, default: Trigger()].phrases
        .append(Phrase(rest: Array(words.dropFirst()), kind: kind))
    }
  }

  private mutating func add(_ context: NumberContext, _ words: String) {
    for word in Self.hashes(words) { triggers[word, default: Trigger()].context = context }
  }

  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { hash($0) })
  }

  private static func hash(_ word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(WordHash.start) { hash, scalar in
      WordHash.add(LetterFolding.table.fold(scalar.value), to: hash)
    }
  }
}

/// FNV-1a over folded scalars, 0 (a combining accent) left out.
enum WordHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func add(_ scalar: UInt32, to hash: UInt64) -> UInt64 {
    scalar == 0 ? hash : (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
  }
}

extension RedactionVocabulary {
  fileprivate static let introductions = """
    my name is, my name s, my full name is, i am called, \
    mam na imię, na imię mam, nazywam się, moje imię to, moje imię i nazwisko to, \
    moje nazwisko to, mans vārds ir, mans vārds un uzvārds ir, mans uzvārds ir, mani sauc, меня зовут, мое имя, моя фамилия, мои фио, \
    mein name ist, ich heiße, ich heisse, mano vardas, mano vardas ir pavardė, aš vardu, \
    minu nimi on, mu nimi on
    """
  fileprivate static let closings = """
    best regards, kind regards, kindest regards, warm regards, regards, best wishes, \
    yours sincerely, sincerely yours, sincerely, yours faithfully, yours truly, many thanks, \
    pozdrawiam, pozdrowienia, z poważaniem, łączę pozdrowienia, z wyrazami szacunku, \
    ar cieņu, ar sveicieniem, с уважением, с наилучшими пожеланиями, всего доброго, \
    mit freundlichen grüßen, mit freundlichen gruessen, freundliche grüße, viele grüße, \
    liebe grüße, beste grüße, mfg, pagarbiai, su pagarba, lugupidamisega, parimate soovidega
    """
  fileprivate static let thanks = """
    thanks, thank you, thanks a lot, thank you in advance, thanks in advance, dziękuję, dzięki, \
    z góry dziękuję, paldies, liels paldies, jau iepriekš paldies, спасибо, заранее спасибо, \
    благодарю, дякую, danke, vielen dank, ačiū, dėkoju, aitäh, tänan
    """
  fileprivate static let labels = """
    name, full name, first name, last name, surname, customer name, imię i nazwisko, imię, \
    nazwisko, vārds uzvārds, vārds un uzvārds, vārds, uzvārds, фамилия имя отчество, фио, имя, \
    фамилия, отчество, vor und nachname, nachname, vorname, \
    vardas pavardė, vardas ir pavardė, ees ja perekonnanimi, nimi
    """
  fileprivate static let greetings = """
    dear, hi, hello, hey, cześć, hej, witaj, drogi, droga, szanowny, szanowna, hallo, lieber, liebe
    """
  fileprivate static let greetingsWithComma = """
    sveiki, sveiks, sveika, čau, cienījamais, cienījamā, cienītais, cienītā, godātais, godātā, \
    здравствуйте, здравствуй, привет, уважаемый, уважаемая, дорогой, дорогая
    """
  fileprivate static let titles = """
    mr, mrs, ms, dr, pan, pani, panie, panią, panu, pana, panem, herr, herrn, frau, господин, \
    господина, господину, господином, госпожа, госпожи, госпоже, госпожу, госпожой
    """
  fileprivate static let persons = """
    customer, client, klient, klientka, klienta, klientki, klients, kliente, klientes, \
    клиент, клиентка, клиента, клиентки, kunde, kundin, klientas, klientė, \
    caller, dzwoni, dzwonił, dzwoniła, zvana, zvanīja, звонит, звонил, звонила, \
    z tej strony, tu, hier ist, hier spricht, šeit, te, skambina, helistas
    """
  fileprivate static let titlesBehind = """
    kungs, kunga, kungam, kungu, kundze, kundzes, kundzei, kundzi
    """
  fileprivate static let phoneWords = """
    phone telephone tel mobile cell cellphone call calling callback whatsapp viber sms fax \
    telefon telefonu telefonem telefonie komórka komórkowy kom zadzwoń zadzwonić dzwonić \
    dzwoniłem dzwoniłam oddzwońcie tālrunis tālruņa tālruni tālr zvanīt zvaniet mobilais \
    телефон телефона телефону тел моб мобильный звоните позвоните перезвоните звонить ватсап \
    handy handynummer telefonnummer rufnummer anrufen
    """
  fileprivate static let nationalIDWords = """
    pesel snils inn снилс инн personas pk паспорт паспорта passport passports paszport paszportu \
    dowód dowodu pase pases reisepass ausweis asmens isikukood nino ssn steueridentifikationsnummer
    """
  fileprivate static let birthWords = """
    born dob birth birthday birthdate ur urodz urodzony urodzona urodzenia urodziłem urodziłam \
    dzim dzimis dzimusi dzimšanas рожд рождения родился родилась др гр geb geboren geburtsdatum \
    geburtstag gim gimęs gimusi gimimo sünd sündinud sünniaeg
    """
  fileprivate static let secretWords = """
    password passcode pin pincode hasło haslo parole paroli пароль пин пинкод passwort kennwort \
    slaptažodis parool
    """
  private static let machineWords = hashes("ip айпи")
  private static let secretFillers = hashes("is code to kod ir kods ist код это mano on")
  private static let spelledAt = hashes("at et a małpa собака")
  private static let spelledDot = hashes("dot kropka punkts punkt точка")
  fileprivate static let referenceWords = """
    nip regon krs vat kpp кпп огрн бик order orders invoice ticket case reference ref tracking parcel shipment contract policy \
    transaction account meter serial zamówienie zamówienia zamówieniu faktura faktury fakturze \
    przesyłka przesyłki paczka paczki umowa umowy zgłoszenie zgłoszenia sprawa sprawy \
    transakcja transakcji licznik licznika konto konta pasūtījums pasūtījuma pasūtījumu rēķins \
    rēķina rēķinu sūtījums sūtījuma sūtījumu līgums līguma pieteikums pieteikuma \
    заказ заказа заказу счет счета накладная договор договора заявка заявки заявке трек \
    посылка посылки bestellung bestellnummer rechnung rechnungsnummer sendung vertrag auftrag
    """
  fileprivate static let stopWords = """
    a about after already also an and answer are as at be but by can cannot change changed could \
    dear did different do does for from had has have hello help hi how i if in incorrect \
    incorrectly is it listed me misspelled misspelt missing my need no not now of on or our \
    please put sent shown so spelled spelt still team thank thanks that the this to unable was \
    we what when where why will with would written wrong wrongly you your ps \
    ale bez błędnie błędne chcę chciałbym chciałabym czekam czy dla do dziękuję dzień i inaczej \
    jak jestem jest lub mam mi mnie mój moje na nie nie niepoprawnie o oraz państwa po proszę \
    się są tak to w we wysłano wysłane z za zespół że źle dobry witam \
    ar bet citādi es ir kā ka kāpēc labdien lūdzu man mans mana nav ne nepareizi no nosūtīts \
    paldies par pie un uz vai vēlos \
    а без был в вас вы для до его жду здравствуйте и из или как ли меня мне мой моя мы на не \
    неверно неправильно но о от отправлено по пожалуйста почему при с спасибо у хочу что это я \
    aber auch bitte danke das der die ein eine falsch guten hallo ich ist kein mein mit nicht \
    oder sie tag und von wegen wie zu
    """
  fileprivate static let fillerWords = """
    serdecznie ciepło gorąco mr mrs ms miss dr pan pani panie prof doktor dyrektor konsultant \
    konsultantka kierownik prezes herr frau kungs kundze господин госпожа
    """
  /// Whom letters are addressed to when nobody's name is known.
  fileprivate static let addressees = """
    sir sirs madam support customer customers service services team all everyone everybody folks \
    there colleagues manager guys friends again world państwo państwa wszyscy wszystkich klient \
    klienci obsługo zespole cienījamais cienījamā cienītais cienītā godātais godātā klienti \
    kolēģi visi коллеги поддержка клиент клиенты друзья все всем подскажите скажите помогите \
    объясните damen herren leute zusammen kunde kunden
    """
  fileprivate static let currencyCodeWords = "pln eur usd gbp chf rub"
  fileprivate static let currencyWords = """
    zł zl złotych złote gr euro euros eiro dollars руб рублей рубля р \
    dkk sek nok czk uah грн tys mln млн тыс kg km szt gb mb kwh
    """
}
