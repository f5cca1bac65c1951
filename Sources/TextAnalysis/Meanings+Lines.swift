extension Meanings {
  /// What customers of any service speak of, in base forms: English, Polish, Latvian, Russian.
  package static let common = Meanings(
    """
    forget | zapomnieć | aizmirst | забыть
    leave left lost | zostawić zostać | atstāt palikt | оставить остаться
    lose lost | zgubić utracić stracić | pazaudēt nozaudēt zaudēt | потерять утерять
    steal stolen theft | ukraść kradzież skradziony | nozagt zādzība | украсть кража похитить
    find found | znaleźć odnaleźć | atrast atrasts | найти находка
    thing belongings property stuff | rzecz przedmiot | manta lieta | вещь вещи предмет
    bag luggage suitcase baggage | torba torebka bagaż walizka plecak | soma bagāža koferis | сумка багаж чемодан рюкзак
    umbrella | parasol parasolka | lietussargs | зонт
    toy | zabawka | rotaļlieta | игрушка
    wallet | portfel | maks | кошелёк бумажник
    glasses | okulary | brilles | очки
    clothes jacket hat | kurtka czapka ubranie | jaka cepure drēbes | куртка шапка одежда
    key | klucz kluczyk | atslēga | ключ
    car vehicle | samochód auto pojazd | auto mašīna automašīna automobilis | машина авто автомобиль
    boot trunk | bagażnik | bagāžnieks | багажник
    seat | fotel siedzenie miejsce fotelik | sēdeklis krēsls vieta sēdeklītis | сиденье кресло место
    child kid baby | dziecko dziecięcy | bērns | ребёнок дети детский
    dog cat pet animal | pies kot zwierzę | suns kaķis dzīvnieks | собака кошка животное
    door | drzwi | durvis | дверь
    window | okno szyba | logs stikls | окно стекло
    engine motor | silnik | dzinējs motors | двигатель мотор
    battery | bateria akumulator | baterija akumulators | батарея аккумулятор
    charger charging | ładowarka ładowanie ładować | lādētājs uzlāde uzlādēt | зарядка заряжать зарядник
    cable wire | kabel przewód | kabelis vads | кабель провод
    tyre tire wheel | opona koło | riepa ritenis | шина колесо покрышка
    pressure | ciśnienie | spiediens | давление
    brake | hamulec | bremze | тормоз
    light lamp indicator | kontrolka lampka światło | lampiņa gaisma lampa | лампа лампочка свет индикатор
    warning | ostrzeżenie | brīdinājums | предупреждение
    fuel petrol gasoline diesel | paliwo benzyna | degviela benzīns | топливо бензин
    refuel refueling | tankować zatankować tankowanie | uzpildīt uzpilde tankot | заправить заправка заправиться
    station | stacja | stacija | станция
    road | droga | ceļš | дорога
    drive driving | jechać jeździć prowadzić | braukt vadīt | ехать ездить водить
    driver | kierowca | vadītājs šoferis | водитель
    licence | prawo prawko uprawnienie | apliecība tiesības | права удостоверение
    accident crash collision | wypadek kolizja stłuczka | avārija negadījums sadursme | авария дтп столкновение
    scratch | rysa zadrapanie | skrāpējums | царапина
    damage damaged | szkoda uszkodzenie uszkodzić | bojājums sabojāt | повреждение ущерб повредить
    breakdown | awaria | avārija bojājums | поломка
    broken | zepsuty zepsuć złamany popsuć | salūzis salauzts saplīsis sabojāts | сломаться сломан разбит
    repair fix | naprawa naprawić | remonts labot salabot | ремонт починить чинить
    clean dirty | czysty brudny sprzątać | tīrs netīrs tīrīt | чистый грязный чистить
    smell smoke smoking | zapach dym palić | smaka dūmi smēķēt | запах дым курить
    wash | myć umyć myjnia | mazgāt mazgātava | мыть помыть мойка
    police fine ticket | mandat policja | sods policija | штраф полиция
    park parking | parkować parking zaparkować | stāvēt stāvvieta novietot | парковка парковать припарковать
    garage | garaż | garāža | гараж
    zone area | strefa obszar | zona teritorija | зона район
    border abroad | granica zagranica | robeža ārzemes | граница заграница
    country | kraj państwo | valsts | страна
    airport | lotnisko | lidosta | аэропорт
    hotel | hotel nocleg | viesnīca | отель гостиница
    room | pokój | istaba numurs | комната номер
    flight plane | lot samolot | lidojums reiss lidmašīna | рейс самолёт полёт
    train | pociąg | vilciens | поезд
    bus | autobus | autobuss | автобус
    travel trip journey | podróż wyjazd | ceļojums brauciens | поездка путешествие
    passenger | pasażer | pasažieris | пассажир
    taxi | taksówka | taksometrs | такси
    bike bicycle scooter | rower hulajnoga | velosipēds skūteris | велосипед самокат
    visa | wiza | vīza | виза
    passport | paszport | pase | паспорт
    identity | dowód tożsamość | identitāte | удостоверение личность
    insurance insured | ubezpieczenie ubezpieczyć polisa | apdrošināšana polise | страховка страхование полис
    claim | roszczenie reklamacja | pretenzija prasība | претензия требование
    complaint complain | skarga reklamacja | sūdzība | жалоба
    pay payment | płacić zapłacić płatność opłacić | maksāt samaksāt maksājums apmaksa | платить заплатить оплата платёж оплатить
    money | pieniądz pieniądze | nauda | деньги
    cash | gotówka | skaidrs | наличные
    card | karta | karte | карта карточка
    bank | bank | banka | банк
    account | konto | konts | аккаунт счёт учётка
    transfer | przelew przelać | pārskaitījums pārskaitīt | перевод перевести
    refund | zwrot zwrócić oddać | atmaksa atmaksāt atdot | возврат вернуть
    invoice bill | faktura rachunek | rēķins | счёт фактура
    receipt | paragon rachunek | čeks kvīts | чек квитанция
    price cost | cena koszt kosztować | cena maksāt izmaksas | цена стоимость стоить
    fee charge | opłata | maksa | плата комиссия сбор
    debt arrears overdue | dług zaległość | parāds | долг задолженность
    discount | rabat zniżka | atlaide | скидка
    voucher coupon promo | bon kupon kod | kupons kods | купон промокод
    bonus points loyalty | bonus punkt | bonuss punkti | бонус балл
    deposit prepayment | kaucja depozyt zaliczka | depozīts drošības avanss | депозит залог аванс
    currency exchange rate | waluta kurs | valūta kurss | валюта курс
    loan credit mortgage | kredyt pożyczka hipoteka | kredīts aizdevums | кредит заём ипотека
    interest | odsetki oprocentowanie | procenti | проценты
    limit | limit | limits | лимит
    tax vat | podatek | nodoklis | налог ндс
    salary wage | pensja wynagrodzenie wypłata | alga | зарплата
    pension | emerytura | pensija | пенсия
    benefit allowance | zasiłek świadczenie | pabalsts | пособие
    contract agreement | umowa | līgums | договор контракт
    sign signature | podpis podpisać | paraksts parakstīt | подпись подписать
    document | dokument | dokuments | документ
    certificate | zaświadczenie świadectwo certyfikat | izziņa apliecība sertifikāts | справка сертификат свидетельство
    form | formularz | veidlapa anketa | форма бланк анкета
    application apply | wniosek złożyć | pieteikums iesniegums iesniegt | заявление заявка подать
    subscription | abonament subskrypcja | abonements | подписка абонемент
    cancel | anulować odwołać zrezygnować | atcelt anulēt | отменить отмена аннулировать
    terminate | wypowiedzieć rozwiązać zerwać | lauzt izbeigt | расторгнуть
    extend renew | przedłużyć odnowić | pagarināt atjaunot | продлить возобновить
    change | zmienić zmiana | mainīt nomainīt maiņa | изменить поменять сменить
    update | aktualizacja zaktualizować | atjauninājums atjaunināt | обновление обновить
    delete remove | usunąć skasować | dzēst izdzēst | удалить стереть
    add | dodać | pievienot | добавить
    open | otworzyć otwierać | atvērt | открыть
    close | zamknąć zamykać | aizvērt slēgt | закрыть
    lock locked block blocked | zablokować zablokowany blokada | bloķēt nobloķēt bloķēts | заблокировать блокировка
    unlock | odblokować | atbloķēt atslēgt | разблокировать
    start begin | zacząć rozpocząć uruchomić | sākt iesākt | начать запустить
    end finish | zakończyć skończyć | beigt pabeigt | завершить закончить
    stop | zatrzymać | apturēt apstāties | остановить
    wait waiting | czekać oczekiwanie | gaidīt | ждать ожидание
    late delay | opóźnienie spóźnić | kavēt kavēšanās nokavēt | опоздание задержка опоздать
    book booking reservation reserve | rezerwacja rezerwować zarezerwować | rezervācija rezervēt | бронь бронирование забронировать
    rent rental hire | wynajem wypożyczyć wynająć najem | noma nomāt īre īrēt | аренда арендовать прокат
    order | zamówienie zamówić | pasūtījums pasūtīt | заказ заказать
    delivery deliver shipping | dostawa dostarczyć wysyłka | piegāde piegādāt | доставка доставить
    courier | kurier | kurjers | курьер
    parcel package | paczka przesyłka | sūtījums paka paciņa | посылка пакет
    tracking track | śledzić śledzenie | izsekot izsekošana | отследить отслеживание
    address | adres | adrese | адрес
    pickup collect | odbiór odebrać | saņemt saņemšana | получить забрать
    return | zwrot zwrócić | atgriezt atgriešana | вернуть возврат
    exchange swap | wymiana wymienić | apmainīt maiņa | обмен обменять
    warranty guarantee | gwarancja | garantija | гарантия
    product goods item | produkt towar | prece produkts | товар продукт
    size | rozmiar | izmērs | размер
    colour color | kolor | krāsa | цвет
    quantity amount | ilość kwota suma | daudzums summa | количество сумма
    stock available availability | dostępny dostępność | pieejams pieejamība | наличие доступный
    shop store | sklep | veikals | магазин
    missing lack | brak brakować | trūkst nav | нет отсутствует нехватать
    wrong incorrect | błędny zły niewłaściwy | nepareizs kļūdains | неправильный неверный
    error mistake | błąd pomyłka | kļūda | ошибка
    password | hasło | parole | пароль
    login sign | zalogować logowanie | pieslēgties ielogoties | войти вход
    register registration | rejestracja zarejestrować | reģistrācija reģistrēties | регистрация зарегистрировать
    verify verification | weryfikacja zweryfikować | pārbaude pārbaudīt verifikācija | проверка проверить верификация
    confirm confirmation | potwierdzenie potwierdzić | apstiprinājums apstiprināt | подтверждение подтвердить
    code | kod | kods | код
    pin | pin | pin | пин
    sms message text | sms wiadomość | īsziņa ziņa | смс сообщение
    email mail | mail poczta | pasts epasts | почта письмо
    phone telephone mobile | telefon komórka | telefons tālrunis mobilais | телефон мобильный
    number | numer | numurs | номер
    call | dzwonić zadzwonić | zvanīt zvans piezvanīt | звонить звонок позвонить
    app application | aplikacja apka | lietotne aplikācija | приложение
    website page site | strona witryna | lapa vietne | сайт страница
    internet wifi network | internet sieć | internets tīkls | интернет сеть вайфай
    signal coverage roaming | zasięg roaming | signāls pārklājums viesabonēšana | сигнал покрытие роуминг
    computer laptop | komputer laptop | dators | компьютер ноутбук
    screen display | ekran | ekrāns | экран
    camera photo picture | zdjęcie aparat | bilde foto fotogrāfija | фото фотография камера
    printer print | drukarka drukować wydrukować | printeris drukāt izdrukāt | принтер печать распечатать
    file | plik | fails datne | файл
    download | pobrać | lejupielādēt | скачать загрузить
    upload attach | wgrać załączyć | augšupielādēt pievienot | загрузить прикрепить
    install installation | instalacja zainstalować | instalēt instalācija | установить установка
    settings | ustawienie ustawienia | iestatījumi | настройки
    notification | powiadomienie | paziņojums | уведомление
    language | język | valoda | язык
    button | przycisk | poga | кнопка
    link | link odnośnik | saite links | ссылка
    video | film wideo | video | видео
    sound volume | dźwięk głośność | skaņa skaļums | звук громкость
    remote | pilot zdalny | pults attālināti | пульт удалённо
    television tv | telewizor telewizja | televizors televīzija | телевизор телевидение
    device equipment | urządzenie sprzęt | ierīce iekārta | устройство оборудование
    meter reading | licznik odczyt | skaitītājs rādījums | счётчик показания
    electricity power energy | prąd energia | elektrība strāva enerģija | электричество свет энергия
    water | woda | ūdens | вода
    gas | gaz | gāze | газ
    heating | ogrzewanie | apkure | отопление
    rubbish waste | śmieci odpady | atkritumi | мусор отходы
    house home | dom | māja | дом
    flat apartment | mieszkanie | dzīvoklis | квартира
    building | budynek | ēka | здание
    office branch | biuro oddział urząd | birojs filiāle | офис отделение
    queue line | kolejka | rinda | очередь
    appointment visit | wizyta termin | vizīte pieraksts | приём запись визит
    doctor physician | lekarz doktor | ārsts dakteris | врач доктор
    hospital clinic | szpital przychodnia | slimnīca klīnika | больница клиника поликлиника
    prescription | recepta | recepte | рецепт
    medicine drug | lek | zāles | лекарство
    test analysis | badanie test | analīze tests | анализ тест
    result | wynik | rezultāts | результат
    pain hurt | ból boleć | sāpes sāpēt | боль болеть
    sick ill illness | choroba chory | slims slimība | болезнь больной больничный
    vaccine vaccination | szczepienie szczepionka | vakcīna vakcinācija potēt | прививка вакцина
    pregnant maternity | ciąża macierzyński | grūtniecība bērniņš | беременность декрет
    school | szkoła | skola | школа
    university study | studia uczelnia | universitāte studijas augstskola | университет учёба вуз
    course lesson | kurs lekcja zajęcia | kurss nodarbība stunda | курс урок занятие
    exam | egzamin | eksāmens | экзамен
    teacher | nauczyciel | skolotājs | учитель
    student pupil | student uczeń | students skolēns | студент ученик
    work job | praca pracować | darbs strādāt | работа работать
    employee colleague | pracownik kolega | darbinieks kolēģis | сотрудник коллега
    company firm business | firma przedsiębiorstwo | uzņēmums firma | компания фирма предприятие
    manager boss | kierownik szef menedżer | vadītājs priekšnieks menedžeris | начальник менеджер руководитель
    holiday vacation leave | urlop wakacje | atvaļinājums brīvdienas | отпуск каникулы
    meeting | spotkanie zebranie | sapulce tikšanās | встреча собрание совещание
    weather | pogoda | laikapstākļi laiks | погода
    temperature | temperatura | temperatūra | температура
    rain snow | deszcz śnieg | lietus sniegs | дождь снег
    news | wiadomości aktualności | ziņas jaunumi | новости
    music | muzyka | mūzika | музыка
    game | gra | spēle | игра
    food meal | jedzenie posiłek | ēdiens maltīte | еда блюдо
    restaurant | restauracja | restorāns | ресторан
    table | stolik stół | galds galdiņš | стол столик
    ticket | bilet | biļete | билет
    event concert | wydarzenie koncert | pasākums koncerts | мероприятие концерт
    gift present | prezent | dāvana | подарок
    birthday | urodziny | dzimšana | рождения
    name | imię nazwa nazwisko | vārds nosaukums uzvārds | имя название фамилия
    family wife husband | rodzina żona mąż | ģimene sieva vīrs | семья жена муж
    friend | przyjaciel znajomy kolega | draugs | друг подруга
    person people | osoba człowiek ludzie | persona cilvēks | человек люди лицо
    woman man | kobieta mężczyzna | sieviete vīrietis | женщина мужчина
    young old age | młody stary wiek | jauns vecs vecums | молодой старый возраст
    week | tydzień | nedēļa | неделя
    month | miesiąc | mēnesis | месяц
    year | rok | gads | год
    hour | godzina | stunda | час
    minute | minuta | minūte | минута
    today | dziś dzisiaj | šodien | сегодня
    tomorrow | jutro | rīt rītdiena | завтра
    yesterday | wczoraj | vakar | вчера
    morning | rano | rīts | утро
    evening night | wieczór noc | vakars nakts | вечер ночь
    weekend saturday sunday | weekend sobota niedziela | nedēļas sestdiena svētdiena | выходные суббота воскресенье
    opening hours schedule | otwarcia harmonogram rozkład | darba grafiks saraksts | график расписание режим
    deadline term | termin | termiņš | срок
    question ask | pytanie pytać | jautājums jautāt | вопрос спросить
    answer reply | odpowiedź odpowiedzieć | atbilde atbildēt | ответ ответить
    help support | pomoc pomóc | palīdzība palīdzēt atbalsts | помощь помочь поддержка
    contact | kontakt skontaktować | kontakts sazināties | контакт связаться
    operator agent consultant | konsultant operator | operators konsultants | оператор консультант
    human robot bot | człowiek robot bot | cilvēks robots bots | человек робот бот
    advice recommend | porada polecić | padoms ieteikt | совет посоветовать
    explain | wyjaśnić wytłumaczyć | paskaidrot izskaidrot | объяснить
    show see | pokazać zobaczyć | parādīt redzēt | показать увидеть
    search | szukać wyszukać | meklēt | искать поиск
    send | wysłać przesłać | nosūtīt sūtīt | отправить послать
    receive get | otrzymać dostać | saņemt dabūt | получить
    retrieve recover | odzyskać | atgūt | забрать вернуть восстановить
    buy purchase | kupić zakup | pirkt pirkums nopirkt | купить покупка
    sell | sprzedać sprzedaż | pārdot | продать продажа
    use usage | używać korzystać użyć | lietot izmantot | использовать пользоваться
    work works function | działać | darboties strādāt | работать действовать
    load loading | ładować wczytać | ielādēt lādēt | загружать грузить
    crash freeze | zawiesić zawieszać | uzkārties | зависать вылетать
    restart reset | restart zresetować ponownie | restartēt pārstartēt | перезапустить сбросить
    connect connection | połączenie połączyć | savienojums savienot pieslēgt | подключение подключить соединение
    disconnect | rozłączyć odłączyć | atvienot atslēgt | отключить
    speed slow fast | prędkość wolny szybki | ātrums lēns ātrs | скорость медленный быстрый
    history statement | historia wyciąg | vēsture izraksts | история выписка
    report | raport zgłosić | pārskats ziņot | отчёт сообщить
    offer | oferta | piedāvājums | предложение
    tariff plan package | taryfa pakiet plan | tarifs plāns pakete | тариф пакет план
    rule condition terms | zasada warunek regulamin | noteikums nosacījums | правило условие
    permission allowed | pozwolenie wolno | atļauja drīkstēt | разрешение можно
    privacy personal data | prywatność dane osobowe | privātums dati | конфиденциальность данные персональные
    security safe | bezpieczeństwo bezpieczny | drošība drošs | безопасность безопасный
    fraud scam suspicious | oszustwo oszust podejrzany | krāpšana krāpnieks aizdomīgs | мошенничество мошенник подозрительный
    emergency urgent | pilny nagły | steidzams ārkārtas | срочный экстренный
    fire | pożar ogień | ugunsgrēks uguns | пожар огонь
    spare replacement | zapasowy zamiennik | rezerves | запасной запчасть
    part component | część | detaļa daļa | деталь часть
    wall ceiling floor | ściana sufit podłoga | siena griesti grīda | стена потолок пол
    noise loud | hałas głośny | troksnis skaļš | шум громкий
    neighbour | sąsiad | kaimiņš | сосед
    lift elevator | winda | lifts | лифт
    stairs | schody | kāpnes | лестница
    garden yard | ogród podwórko | dārzs pagalms | сад двор
    mailbox post | skrzynka | pastkaste | ящик
    label sticker | etykieta naklejka | etiķete uzlīme | этикетка наклейка
    box | pudełko karton | kaste | коробка
    sample trial | próbka próbny | paraugs izmēģinājums | образец пробный
    membership member | członkostwo członek | biedrs dalība | членство участник
    partner | partner | partneris | партнёр
    vacancy career | rekrutacja kariera | vakance karjera | вакансия карьера
    donation donate | darowizna | ziedojums | пожертвование
    translate translation | tłumaczenie przetłumaczyć | tulkojums tulkot | перевод перевести
    """, languages: ["en", "pl", "lv", "ru"])
}
