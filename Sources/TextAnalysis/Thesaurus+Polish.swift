extension Thesaurus {
  /// Polish: words of orders, payments, accounts, devices, travel, work, health.
  package static let polish = Thesaurus(
    """
    email mail poczta
    wiadomość list mail
    wiadomość komunikat powiadomienie
    kupić nabyć
    zamówić zakup
    usunąć skasować wymazać
    usunąć odinstalować
    anulować odwołać zrezygnować
    rezygnacja wypowiedzenie odstąpienie
    zatrzymać wstrzymać przerwać
    zakończyć skończyć koniec
    zamknąć wyjść zakończyć
    zablokować zamrozić
    zakaz zabronić
    ograniczenie limit restrykcja
    rozpocząć zacząć początek
    uruchomić włączyć otworzyć
    uruchomić start
    zmienić edytować
    zmienić modyfikować przekształcić
    zmienić aktualizować
    wymienić zamienić zastąpić
    przełączyć zmienić
    konwertować przekształcić
    wybrać zaznaczyć wskazać
    znaleźć wyszukać odszukać
    szukać znaleźć
    zobaczyć wyświetlić pokazać
    widok podgląd
    obejrzeć zobaczyć
    ukryć schować niewidoczny
    naprawić usterka awaria
    rozwiązać problem
    zepsuty uszkodzony wadliwy niesprawny
    działać funkcjonować pracować
    błąd problem usterka
    błąd pomyłka nieprawidłowy
    kłopot problem trudność
    odmowa odrzucić
    pozwolić zezwolić umożliwić
    pozwolenie zezwolenie uprawnienie zgoda
    uprawnienie prawo
    można wolno
    musieć obowiązek wymagany
    obowiązkowy konieczny wymagany
    obowiązek nakaz
    potrzebny konieczny niezbędny
    aktywować uruchomić włączyć
    wyłączyć dezaktywować
    zapobiec uniknąć
    otrzymać dostać odebrać
    otrzymać uzyskać
    wysłać przesłać nadać
    dostawa wysyłka przesyłka
    paczka przesyłka
    kurier dostawca
    opóźnienie spóźnić późno
    czekać oczekiwać
    szybko prędko
    szybkość prędkość tempo
    wolno powoli
    duży wielki
    powiększyć zwiększyć lupa
    zwiększyć podnieść wzrost
    zmniejszyć obniżyć ograniczyć
    wydłużyć przedłużyć
    maksymalny najwyższy
    minimalny najniższy
    poprzedni stary dawny
    nowy ostatni najnowszy
    cena koszt opłata
    koszt wydatek
    opłata prowizja taryfa
    drogi kosztowny
    tani darmowy
    darmowy bezpłatny gratis
    zniżka rabat promocja
    kupon kod bon
    rachunek faktura paragon
    paragon dowód potwierdzenie
    pieniądze gotówka środki kasa
    pieniądze kwota suma
    zwrot refundacja
    zwrot oddać
    wynagrodzenie pensja płaca
    zasiłek świadczenie dodatek
    pomoc wsparcie
    wsparcie dofinansowanie dotacja
    pożyczka kredyt
    dług zadłużenie
    depozyt kaucja
    przelew transfer wpłata
    transakcja płatność
    wypłata bankomat
    podatek skarbowy
    składka zus
    subskrypcja abonament
    klient użytkownik
    człowiek osoba
    obywatel osoba mieszkaniec
    zadzwonić telefon infolinia
    telefon komórka smartfon
    komputer laptop
    urządzenie sprzęt
    ekran monitor wyświetlacz
    obraz zdjęcie fotografia
    zrzut obraz
    film wideo
    muzyka dźwięk utwór
    dźwięk głośność
    spotkanie wizyta wydarzenie
    zgromadzenie spotkanie impreza
    kalendarz harmonogram termin
    termin data dzień
    godzina czas pora
    długo czas
    wynająć wypożyczyć
    samochód auto pojazd
    rower jednoślad
    jechać podróż przejazd
    podróż wyjazd
    komunikacja transport autobus
    pociąg kolej
    samolot lot lotnisko
    tankować paliwo benzyna
    droga trasa
    mapa nawigacja
    miejsce lokalizacja położenie
    adres miejsce
    zagranica granica
    kraj państwo
    przepis prawo ustawa
    zasada reguła przepis
    zasada wytyczne
    wypadek zdarzenie kolizja
    kradzież skradziony
    zgubić utracić brak
    uszkodzenie szkoda rysa
    ubezpieczenie polisa
    reklamacja skarga
    umowa kontrakt
    mandat kara grzywna
    dowód dokument tożsamość
    dokument plik
    plik załącznik
    folder katalog
    wniosek formularz podanie
    złożyć wniosek
    aplikacja program
    program oprogramowanie
    witryna strona
    internet sieć
    sieć połączenie
    bezprzewodowy wifi
    przewodowy kabel
    podłączyć połączyć
    odnośnik adres link
    przeglądarka firefox
    konto profil
    użytkownik konto
    hasło pin kod
    sprawdzić zweryfikować
    weryfikacja potwierdzenie
    potwierdzić zatwierdzić
    kontrola sprawdzić
    opinia ocena komentarz
    udostępnić współdzielić
    prywatny osobisty
    bezpieczny ochrona
    chronić zabezpieczyć
    oszustwo wyłudzenie
    wirus złośliwy
    kopia zapasowa
    zapisać przechować
    pobrać ściągnąć
    wczytać importować
    dodać wstawić
    utworzyć stworzyć
    tworzyć nowy
    wpisać wprowadzić
    pisać klawiatura
    skopiować powielić
    powtórzyć ponownie
    automatyczny samoczynny
    domyślny standardowy
    zwykły normalny
    inny różny
    różnica porównać
    podzielić rozdzielić
    połączyć scalić
    wszystko każdy
    cały pełny
    pusty brak
    grupa zespół
    lista spis
    tabela arkusz
    numer liczba
    suma razem
    ikona symbol
    znak litera
    czcionka pismo
    styl wygląd
    motyw wygląd tło
    kolor barwa
    układ rozmieszczenie
    menu opcje
    ustawienia preferencje opcje
    ustawienia konfiguracja
    powiadomienie alert ostrzeżenie
    przypomnienie powiadomienie
    informacja wiadomość
    informować powiadomić
    rozmowa czat
    instrukcja podręcznik poradnik
    wskazówka porada
    opis wyjaśnienie
    powód przyczyna
    dlaczego powód
    używać korzystać stosować
    próbować test
    lekarz przychodnia
    szpital oddział
    pacjent chory
    choroba chory zachorować
    zakażenie zakażony infekcja
    koronawirus covid wirus
    epidemia pandemia
    lek lekarstwo
    objaw symptom
    szczepienie szczepionka
    maseczka maska
    kwarantanna izolacja
    rodzic opiekun
    opieka opiekun
    szkoła uczeń
    szkoła placówka
    przedszkole żłobek
    uczeń student
    nauka lekcja
    nauczanie zdalny
    zadanie ćwiczenie
    egzamin matura
    praca zatrudnienie
    pracodawca firma
    firma przedsiębiorca przedsiębiorstwo
    sklep sprzedawca
    handel sklep
    dom mieszkanie
    pokój nocleg
    hotel nocleg
    jedzenie posiłek
    restauracja bar
    pies zwierzę
    bateria akumulator
    ładować zasilanie
    prąd energia
    dysk pamięć
    pamięć miejsce
    drukarka drukować
    mysz kursor wskaźnik
    skrót klawisz
    klawisz przycisk
    nacisnąć kliknąć
    dotknąć stuknąć
    niepełnosprawny dostępność
    wzrok widzieć
    słuch słyszeć
    zepsuć popsuć uszkodzić
    zawiesić zaciąć
    dostarczyć doręczyć dostawa
    doręczenie dostawa
    odbiorca adresat
    śledzić status
    zaległość dług
    zapłacić uiścić
    płatność opłata
    obciążyć pobrać
    naliczyć pobrać
    wycofać odwołać
    wypowiedzieć rozwiązać
    zrezygnować wypisać
    wylogować wyjść
    zapomnieć przypomnieć
    wymiana zamiana
    gwarancja rękojmia
    towar produkt
    zamówienie zakup
    parking postój
    odblokować otworzyć
    pilny natychmiast
    odszkodowanie rekompensata zadośćuczynienie
    oszukać wyłudzić
    wada usterka defekt
    stłuczka wypadek kolizja
    holowanie laweta
    doładować zasilić
    cennik cena
    znajomy kolega przyjaciel
    porysować rysa uszkodzić
    wypożyczyć wynająć
    kontrolka lampka ostrzeżenie
    zepsuty awaria
    uderzyć kolizja wypadek
    odpalić uruchomić
    dwukrotnie podwójnie
    wgniecenie szkoda uszkodzenie
    pomyłka omyłkowo błąd
    mąż żona partner rodzina
    hałas głośność
    szyfrować chronić
    guma koło opona
    prawko prawo
    kasa siano pieniądze
    fotka zdjęcie
    apka aplikacja
    faktura fv
    hajs pieniądze
    forsa pieniądze
    nadpłata zwrot
    rozbić potłuc uszkodzić
    pęknięty uszkodzony
    odesłać zwrot
    darmo bezpłatny
    przepłacić zwrot
    księgowość faktura
    księgowy faktura
    fakturka faktura
    paczkomat odbiór
    hasło resetować
    resetować przywrócić
    zapomnieć odzyskać
    zapomnieć resetować
    odblokować dostęp
    zbanować zablokować
    login użytkownik
    nick nazwa użytkownik
    mejl mail email
    sms wiadomość
    esemes sms
    rodo prywatność dane
    foto zdjęcie
    tel telefon
    nr numer
    appka aplikacja
    komp komputer
    mulić wolno
    zacinać zawiesić
    wieszać zawiesić zaciąć
    wywalać błąd
    net internet
    zasięg sygnał sieć
    rozładować bateria
    przewód kabel
    gniazdko gniazdo
    wtyczka gniazdo
    ikonka ikona
    okienko okno
    literka litera tekst
    pendrive usb
    konsultant obsługa pracownik
    dodzwonić kontakt infolinia
    skontaktować infolinia
    pogadać kontakt
    zażalenie skarga reklamacja
    fura samochód
    wóz samochód
    wacha paliwo
    ropa paliwo
    diesel paliwo
    bak paliwo
    puknąć uderzyć kolizja
    obicie uszkodzenie
    przerysować rysa porysować
    obetrzeć rysa
    otarcie rysa
    obtarcie rysa
    spóźnić przedłużyć
    dłużej przedłużyć
    zaklepać rezerwacja
    zabukować rezerwacja
    przełożyć zmienić
    nieznany oszustwo
    ukraść oszustwo
    zastrzec zablokować
    nieautoryzowany nieznany oszustwo
    kapeć opona koło
    paść awaria rozładować
    zamówić zarezerwować
    pusty rozładować
    drogo cena koszt
    wywalać zawiesić awaria
    ulubione zakładka
    urwać przerwać
    przesłać udostępnić
    milczeć dźwięk głos
    rozmyślić anulować
    kaucja preautoryzacja blokada
    tani cena koszt
    dym awaria
    dymić awaria
    korek opóźnienie spóźnić
    nip faktura
    vat faktura
    potrącić wypadek kolizja
    zderzyć wypadek kolizja
    urwać uszkodzić szkoda
    zbić uszkodzić
    mandat parkowanie
    kopia eksportować
    dwukrotnie zwrot
    podwójnie zwrot
    2x dwukrotnie podwójnie
    stawka cena taryfa
    najtańszy tani cena
    wtyczka kabel
    pieniążki kaska pieniądze
    bryka auto samochód
    autko auto samochód
    furka samochód
    gablota samochód
    benzyna wacha
    paliwko paliwo
    komóra telefon
    gliny policja
    kundel pies
    psiak pies
    szczeniak pies
    refund zwrot
    booking rezerwacja
    buking rezerwacja
    cancel anulować
    support obsługa pomoc
    płacić blik
    płacić paypal
    karta visa mastercard
    karta revolut
    rozbić wypadek kolizja
    prajs cena cennik
    sim numer
    simka numer
    sim telefon
    zwrot odzyskać
    pinezka lokalizacja
    ile kosztuje > cena koszt opłata
    ile razy > limit liczba
    do kiedy > termin data
    o której > godzina
    ile lat > wiek
    mam lat > wiek
    dwa razy > dwukrotnie podwójny zwrot
    nie działa > problem awaria błąd
    nie przechodzi > odrzucić
    nie przyszedł > brak
    oddać pieniądze > zwrot
    się zepsuło > awaria usterka
    za dużo > zwrot
    zwrot pieniędzy > refundacja
    jak długo > czas termin dni godziny
    ile trwa > czas termin dni
    ile czekać > czas termin dni
    jak szybko > czas termin
    jak często > limit
    ile wynosi > kwota wysokość koszt
    od kiedy > termin data
    nie dotarł > brak opóźnienie
    nie doszedł > brak opóźnienie
    nie widzę > brak
    nie pamiętam > zapomnieć przypomnieć
    nie rozpoznaję > nieznany oszustwo
    nie odpala > awaria usterka
    chce odpalić > awaria usterka
    założyć konto > rejestracja
    zamknąć konto > usunąć
    nie chcę > rezygnacja odwołać
    nie potrzebuję > rezygnacja odwołać
    przez pomyłkę > błąd
    kiedy dojdzie > termin dostawa
    kiedy przyjdzie > termin dostawa
    kiedy dostanę > termin czas
    kiedy otrzymam > termin czas
    nie przyjmuje > odrzucić odmowa
    nie otwiera > otworzyć odblokować
    złapać gumę > koło awaria
    drugi raz > ponownie dwukrotnie
    zdać auto > zakończyć zwrot
    zdać samochód > zakończyć zwrot
    oddać auto > zakończyć
    oddać samochód > zakończyć
    za darmo > bezpłatny
    ile wychodzi > cena koszt
    gdzie paczka > śledzić status dostawa
    nie dostałem > brak
    nie otrzymałem > brak
    zły rozmiar > wymiana zwrot
    nie pasuje > wymiana zwrot rozmiar
    za mały > wymiana rozmiar
    nie loguje > logowanie hasło
    nie wchodzi > logowanie
    nie wpuszcza > logowanie dostęp hasło
    nie znam > zapomnieć
    nowy telefon > zmienić
    nie ładuje > ładowanie
    nie łączy > połączenie bluetooth zasięg internet
    nie włącza > uruchomić awaria
    nie reaguje > zawiesić
    nie odpowiada > zawiesić
    do kogo > kontakt
    gdzie zadzwonić > infolinia telefon
    zakończyć umowę > wypowiedzenie
    rozwiązać umowę > wypowiedzenie
    mi wjechał > kolizja wypadek
    wjechał we > kolizja wypadek
    nie zapala > awaria
    nie rusza > awaria
    zapaliła kontrolka > awaria
    zapalił się > kontrolka
    nie zdążę > przedłużyć opóźnienie
    nie wyrobię > przedłużyć opóźnienie
    zostawić auto > zaparkować
    zostawić samochód > zaparkować
    postawić auto > zaparkować
    postawić samochód > zaparkować
    zmiana planów > anulować odwołać
    plany zmieniły > anulować odwołać
    nie pojadę > odwołać anulować
    ktoś inny > oszustwo
    nie zapłacić > odrzucić
    chce przyjąć > odrzucić odmowa
    zdążyć oddać > przedłużyć
    przyjąć karty > odrzucić
    oddać kasę > zwrot
    nie ma > brak
    zablokować pieniądze > preautoryzacja blokada
    dwa konta > podwójny
    zaplanować trasę > nawigacja
    brak środków > odrzucić
    nie starczyło > odrzucić
    godzinę później > przedłużyć
    oddać później > przedłużyć
    wrócić później > przedłużyć
    na czas > spóźnić przedłużyć
    gdzie jestem > lokalizacja położenie
    2 razy > dwukrotnie podwójny zwrot
    na zawsze > usunąć skasować
    z silnika > awaria usterka
    spod maski > awaria usterka
    jednak nie > odwołać anulować
    zarezerwowałem przypadkiem > anulować odwołać
    skończyć paliwo > tankować zatankować
    skończyć benzyna > tankować zatankować
    brakło paliwa > tankować zatankować
    zabrakło paliwa > tankować zatankować
    zabrakło benzyny > tankować zatankować
    skończyć prąd > ładowanie
    skończyć bateria > ładowanie
    padła bateria > ładowanie
    zero procent > ładowanie
    oddać kaucję > preautoryzacja blokada
    zwrócić kaucję > preautoryzacja blokada
    odzyskać kaucję > preautoryzacja blokada
    kaucja wróciła > preautoryzacja blokada
    pieniądze wrócą > zwrot
    otrzymać pieniądze > zwrot
    gdzie pieniądze > zwrot
    czekać pieniądze > zwrot
    hajs wrócił > zwrot
    nie połączy > bluetooth zasięg internet
    nie wykrywa > bluetooth połączenie
    nie paruje > bluetooth połączenie
    zrywa połączenie > zasięg bluetooth internet
    apple pay > płatność karta
    google pay > płatność karta
    dalej leci > trwać zakończyć
    nalicza dalej > zakończyć
    dalej nalicza > zakończyć
    licznik bije > trwać zakończyć
    nie kończy > zakończyć
    rozbić auto > wypadek kolizja
    rozbić samochód > wypadek kolizja
    rozwalić auto > wypadek kolizja
    skasować auto > wypadek kolizja
    walnąć w > wypadek kolizja
    przywalić w > wypadek kolizja
    uderzyć w > wypadek kolizja
    """)
}
