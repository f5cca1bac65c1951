extension ReportWords {
  static let polish: [Key: String] = [
    .title: "Przegląd luk",
    .headline: "{0} z {1} kontaktów nie znalazło odpowiedzi",
    .headlineNone: "Artykuły odpowiadają na wszystkie tematy (kontakty: {0})",
    .biggest: "Najczęściej",
    .months:
      "styczeń,luty,marzec,kwiecień,maj,czerwiec,lipiec,sierpień,wrzesień,październik,listopad,"
      + "grudzień",
    .quarter: "{1}. kwartał {0}", .week: "{1}. tydzień {0}", .wholeLog: "cały dziennik",
    .decimalSeparator: ",",
    .contacts: "Kontakty", .unanswered: "bez odpowiedzi", .unansweredShare: "Bez odpowiedzi",
    .solved: "Rozwiązane od razu", .repeats: "Ponowne kontakty", .cost: "Koszt",
    .unansweredCost: "Koszt braku odpowiedzi", .atRisk: "Klienci zagrożeni odejściem",
    .topic: "Temat", .language: "Język", .before: "Przedtem", .change: "Zmiana",
    .trend: "Trend", .running: "Udział narastająco", .toDo: "Co zrobić", .why: "Dlaczego",
    .quotes: "Słowami klientów", .nearest: "Najbliższy artykuł: {0}", .id: "Id",
    .sectionUnanswered: "Bez odpowiedzi", .sectionAsked: "Jest odpowiedź, a pytają",
    .sectionOther: "Nie dla artykułów", .sectionFirst: "Co zrobić najpierw",
    .sectionPareto: "80% kontaktów to tylko część tematów: {0} z {1}", .sectionTime: "W czasie",
    .sectionHeat: "Tematy według kanałów", .sectionService: "Jak szybko odpowiadamy",
    .sectionEffects: "Czy poprawione artykuły pomogły?", .sectionDecisions: "Co postanowiono",
    .sectionCounted: "Jak to policzono",
    .introUnanswered: "Żaden artykuł nie odpowiada albo klienci nie mogą go znaleźć.",
    .introAsked:
      "Artykuł odpowiada, a klienci i tak się kontaktują: przeczytaj go obok ich słów.",
    .introOther: "Awarie, powitania, testy i to, co uznano za sprawę nie dla artykułów.",
    .introPareto:
      "Słupki: kontakty, pod numerami tematów z tabel poniżej. Linia: udział narastająco.",
    .introHeat: "Jaka część kontaktów tematu przyszła danym kanałem.",
    .introEffects:
      "Kontakty na temat artykułu przed poprawką i po niej, wobec wszystkich innych kontaktów.",
    .missing: "brak artykułu", .notFound: "nieznajdowany", .foundYetAsked: "jest, a pytają",
    .otherLanguageOnly: "tylko w innym języku", .outdatedTranslation: "nieaktualne tłumaczenie",
    .notContent: "nie dla artykułów", .noise: "to nie pytanie", .unsure: "niepewne",
    .adviceMissing: "Napisz artykuł, który odpowie na „{0}”",
    .adviceNotFound: "Dopisz do pytań artykułu „{0}”: {1}",
    .adviceNotFoundPlain: "Dopisz te sformułowania do pytań artykułu „{0}”",
    .adviceTranslate: "Przetłumacz „{0}” ({1})",
    .adviceOutdated: "Zaktualizuj tłumaczenie „{0}” ({1})",
    .escalated: "Przekazane dalej", .handling: "Czas obsługi",
    .adviceAskedSection: "Popraw „{0}”, część „{1}”",
    .adviceAsked: "Popraw „{0}”",
    .adviceNotContent: "Nie ma czego pisać; następnym razem uprzedź klientów",
    .adviceNoise: "Nie ma czego pisać",
    .reasonNotAsked: "Żadne pytanie, tytuł ani nagłówek artykułu nie zawiera: {0}",
    .reasonUnknownWords: "Słowa, których artykuł nie zna: {0}",
    .reasonAsked: "Tytuł lub pytania artykułu mówią właśnie o tym: {0}",
    .reasonNearArticle: "{0} kontaktów leży najbliżej tego artykułu",
    .reasonNoArticle: "Żaden artykuł nie jest wyraźnie najbliższy; pierwszy ma {0} kontaktów",
    .reasonSolvedAtOnce: "Dotąd konsultanci rozwiązali od razu {0}, więc odpowiedź jest znana",
    .reasonSeldomSolved: "Dotąd konsultanci rozwiązali od razu tylko {0}",
    .reasonBurst: "{0} z nich przyszło naraz: {1}",
    .reasonExistsIn: "Artykuł istnieje w językach: {0}",
    .reasonAskedElsewhere:
      "Klienci w innym języku pytają o to samo, a ten artykuł odpowiada: „{0}”",
    .reasonSourceRevised: "Oryginał poprawiono {0}, tłumaczenia nie",
    .reasonDecided: "Tak postanowiono",
    .single: "Kontakty o sprawy, o które pyta niewielu: {0}.",
    .more: "i mniejszych tematów: {0}", .period: "Okres", .channel: "Kanał",
    .median: "Połowa w ciągu", .ninetieth: "Dziewięć z dziesięciu w ciągu",
    .promised: "Obiecano", .kept: "Dotrzymano", .minutes: "{0} min", .hours: "{0} godz.",
    .days: "{0} dnia", .article: "Artykuł", .revised: "Poprawiony", .after: "Potem",
    .others: "Wszystkie inne", .effect: "Skutek",
    .effectFewer: "{0} ({1}): mniej kontaktów", .effectMore: "{0} ({1}): więcej kontaktów",
    .effectTooFew: "Za mało, by stwierdzić ({1})", .decision: "Decyzja", .owner: "Kto",
    .due: "Termin", .done: "Zrobione", .overdue: "po terminie", .open: "otwarte",
    .actionWrite: "napisać artykuł", .actionRename: "użyć słów klientów",
    .actionFix: "poprawić artykuł", .actionNotContent: "nie dla artykułów",
    .actionIgnore: "na razie zostawić",
    .footCost: "Koszt: minuty obsługi × {0} {1}, założenie.",
    .footRepeat:
      "Ponowny kontakt: ten sam klient w tym samym temacie w ciągu {0} dni od poprzedniego.",
    .footCoverage:
      "Pokrycie: wynik najbliższego artykułu podzielony przez wynik artykułu, który miałby każde "
      + "słowo na widocznym miejscu; poniżej {0} kontakt jest luką, od {1} jest pokryty.",
    .footInterval: "Zakresy w nawiasach: przedziały 95%, dla udziałów Wilsona.",
    .footChange:
      "Zmiana: kontakty na dzień wobec poprzedniego okresu; szara, gdy może być przypadkiem.",
    .footRisk:
      "Klienci zagrożeni odejściem: {0} tych z jednym kontaktem i {1} tych z kilkoma, założenie.",
    .footEffect:
      "Skutek: zmiana ponad zmianę wszystkich innych kontaktów, z przedziałem 95%.",
    .footPrivacy: "Nazwiska, numery i adresy usunięto z tekstów, zanim cokolwiek policzono.",
    .footCategories:
      "Kolumna z kategorią: ma tę samą {0} par podobnych kontaktów, przypadkiem miałoby "
      + "{1}; jako wskazówce, które kontakty są jednym tematem, ufano jej w {2}.",
    .footCategoriesUnused:
      "Kolumna z kategorią: ma tę samą {0} par podobnych kontaktów, przypadkiem miałoby "
      + "{1}; o tematach nic nie mówi, więc jej nie użyto.",
    .footUnanswered:
      "Bez odpowiedzi: tematy, których brak, których klienci nie znajdują lub nie ma w ich języku.",
    .solvedShort: "od razu", .repeatsShort: "ponowne",
    .lede: "kontakty: {0}, {1}", .customers: "Na 1000 klientów",
    .adviceAskedSolved: "Pokaż „{0}” wcześniej: konsultanci tylko go powtarzają",
    .adviceNotFoundUnclear:
      "Spytaj konsultantów, z którego artykułu odpowiadają, i dopisz tam te sformułowania",
    .new: "nowe", .channels: "Kanały",
    .moreRows: "i jeszcze {0}", .sectionSelfService: "Co klienci zrobili sami",
    .introSelfService: "Przeczytane artykuły: {0}. Wyszukiwania: {1}, bez wyniku: {2} ({3}).",
    .beforeSelfService:
      "Przedtem: przeczytane artykuły {0}, wyszukiwania {1}, bez wyniku {2} ({3}).",
    .viewsPerContact: "Odsłony na jeden kontakt: {0}.", .selfService: "Samodzielnie",
    .topicUse: "odsłony {0} · wyszukiwania {1} · bez wyniku {2}", .views: "Odsłony",
    .search: "Wyszukiwanie", .searches: "Wyszukiwania", .withoutResult: "Bez wyniku",
    .contactsPerHundred: "Kontakty na 100 odsłon",
    .sectionSearches: "Wyszukiwania bez wyniku",
    .introSearches: "Grupowane i dopasowane tak jak kontakty, liczone osobno.",
    .ungroupedSearches: "Najrzadsze różne wyszukiwania, których nie pogrupowano: {0}.",
    .alsoContacts: "Pytają o to też w kontaktach: „{0}” [{1}]",
    .sectionStickers: "Naklejki według miejsc",
    .introStickers: "Wejścia z krótkich adresów na naklejkach i w wiadomościach.",
    .place: "Miejsce", .unknownCode: "Kod, który donikąd nie prowadzi",
    .late: "Spóźnienie", .truthful: "Można obiecać",
    .footTruthful:
      "Spóźnienie: połowa spóźnionych odpowiedzi o mniej, połowa o więcej. Można obiecać: to, czego dotrzymują cztery odpowiedzi z pięciu.",
    .sectionHours: "Jak długo to trwa według godzin",
    .introHours:
      "Na cztery z pięciu kontaktów tej godziny odpowiedziano w tym czasie; w nawiasie odsetek "
      + "zgodnych z obietnicą.",
    .footHours: "Godziny, w których odpowiedzi jest mniej niż {0}, o niczym nie mówią.",
    .hour: "Godzina",
    .promiseMinutes: "{0} min", .promiseHours: "{0} godz.", .promiseDays: "{0} d.",
    .promiseWorkingHours: "{0} godz. rob.", .promiseWorkingDays: "{0} d. rob.",
    .sectionChanges: "Co się zmieniło od poprzedniego okresu",
    .introChanges:
      "Tematy, w których liczba kontaktów na dzień zmieniła się bardziej, niż tłumaczy to przypadek, z przedziałem 95%.",
    .gone: "zniknął",
    .footChangeText:
      "Zmiana: kontakty na dzień w porównaniu z poprzednim okresem; w nawiasie, gdy może to być przypadek.",
    .actionKeep: "zostawić, jak jest",
    .headlineFew: "Zbyt mało podobnych pytań, by coś stwierdzić (kontakty: {0})",
    .rising: "Przybywa",
    .helped: "Pomogło",
    .lateDecision: "Po terminie",
    .promiseBroken: "Niedotrzymana obietnica",
    .reasonNoneNear: "Żaden artykuł nie jest bliski",
    .channelPhone: "telefon",
    .channelMail: "poczta",
    .channelChat: "czat",
    .channelForm: "formularz",
  ]
}
