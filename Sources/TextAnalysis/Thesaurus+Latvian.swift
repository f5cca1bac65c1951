extension Thesaurus {
  /// Latvian: words of orders, payments, accounts, devices, travel, work, health.
  package static let latvian = Thesaurus(
    """
    pasts vēstule epasts
    ziņa vēstule
    pirkt iegādāties
    dzēst noņemt
    noņemt atinstalēt
    atcelt anulēt
    atteikties izbeigt
    apturēt pārtraukt
    beigt pabeigt
    aizvērt iziet
    bloķēt liegt
    aizliegt liegt
    ierobežot limits
    sākt uzsākt
    palaist atvērt startēt
    mainīt rediģēt
    mainīt pielāgot
    mainīt nomainīt aizstāt
    atjaunināt atjaunot
    pārslēgt mainīt
    pārveidot konvertēt
    izvēlēties atlasīt norādīt
    atrast meklēt
    skatīt apskatīt redzēt
    rādīt parādīt attēlot
    slēpt paslēpt neredzams
    labot salabot remonts
    risināt novērst
    bojāts salauzts
    bojājums defekts
    darboties strādāt
    kļūda problēma
    kļūda nepareizs
    problēma grūtības
    noraidīt atteikt
    atļaut ļaut
    atļauja tiesības
    vajadzīgs nepieciešams
    obligāts prasība
    ieslēgt aktivizēt iespējot
    izslēgt deaktivizēt
    novērst izvairīties
    saņemt iegūt
    sūtīt nosūtīt
    piegāde sūtījums
    paka sūtījums
    kurjers piegāde
    kavēt aizkavēt nokavēt
    liels palielināt
    palielināt pietuvināt
    palielināt pagarināt
    samazināt mazs
    pagarināt ilgāks
    maksimālais lielākais
    minimālais mazākais
    vecs iepriekšējs
    jauns pēdējs
    cena maksa izmaksas
    maksa tarifs komisija
    lēts bezmaksas
    atlaide akcija
    kupons kods
    rēķins čeks kvīts
    nauda summa
    nauda līdzekļi
    atmaksa atgriezt
    atgriezt atdot
    pabalsts atbalsts
    kredīts aizdevums
    depozīts ķīla
    pārskaitījums maksājums
    darījums maksājums
    izmaksāt bankomāts
    abonements abonēt
    klients lietotājs
    draugs draudzene
    cilvēks persona
    zvanīt tālrunis telefons
    tālrunis telefons mobilais
    dators klēpjdators
    ierīce aparāts
    ekrāns monitors displejs
    attēls bilde fotogrāfija
    ekrānattēls attēls
    video filma
    mūzika skaņa
    skaņa skaļums
    tikšanās notikums
    kalendārs grafiks
    datums diena
    laiks stunda
    ilgs laiks
    nomāt īrēt
    auto mašīna automašīna
    ritenis velosipēds
    braukt brauciens
    ceļot brauciens
    degviela benzīns
    maršruts ceļš
    karte navigācija
    vieta atrašanās
    adrese vieta
    valsts ārzemes
    noteikumi nosacījumi
    likums noteikums
    avārija negadījums sadursme
    zādzība nozagt
    pazaudēt nozaudēt
    bojāt skrāpējums
    apdrošināšana polise
    sūdzība pretenzija
    līgums vienošanās
    pase dokuments identitāte
    dokuments fails
    fails pielikums
    mape direktorija
    pieteikums anketa veidlapa
    lietotne programma lietojumprogramma
    programmatūra programma
    lapa vietne
    internets tīmeklis tīkls
    tīkls savienojums
    bezvadu wifi
    vads kabelis
    savienot pievienot
    saite adrese
    pārlūks tīmeklis
    ielogoties pierakstīties pieteikties pieslēgties
    konts profils
    parole pin kods
    pārbaudīt verificēt
    apstiprināt apliecināt
    atsauksme vērtējums
    kopīgot dalīties
    privāts personisks
    drošs drošība
    aizsargāt drošība
    vīruss ļaunprātīgs
    rezerves kopija
    saglabāt glabāt
    augšupielādēt importēt
    pievienot ielikt
    izveidot radīt
    ievadīt rakstīt
    rakstīt tastatūra
    kopēt dublēt
    atkārtot vēlreiz
    noklusējums standarta
    parasts normāls
    cits atšķirīgs
    atšķirība salīdzināt
    sadalīt atdalīt
    apvienot savienot
    grupa komanda
    numurs skaits
    ikona simbols
    burts rakstzīme
    fonts burti teksts
    izskats stils
    tēma izskats fons
    izkārtojums kārtot
    logs cilne
    izvēlne opcijas
    iestatījumi konfigurācija opcijas
    instalēt uzstādīt
    paziņojums brīdinājums
    atgādinājums paziņojums
    informēt paziņot
    saruna čats
    palīdzība atbalsts
    instrukcija rokasgrāmata pamācība
    padoms ieteikums
    apraksts skaidrojums
    iemesls cēlonis
    lietot izmantot
    mēģināt tests
    ārsts slimnīca
    vakcīna pote
    skola skolēns
    mācības kurss
    uzdevums darbs
    eksāmens pārbaudījums
    darbs nodarbinātība
    uzņēmums firma
    veikals tirgotājs
    māja dzīvoklis
    istaba numurs
    suns dzīvnieks
    ēdiens maltīte
    baterija akumulators
    lādēt uzlādēt
    strāva elektrība
    enerģija jauda
    disks atmiņa
    atmiņa vieta
    printeris drukāt
    pele kursors rādītājs
    skārienpanelis pele
    saīsne taustiņš
    taustiņš poga
    spiest nospiest klikšķināt
    pieskāriens piesist
    piekļūstamība pieejamība
    atteikties atcelt
    atsaukt atcelt
    atmaksa kompensācija
    atlīdzība kompensācija
    saplīst salūzt sabojāties
    bojāts sabojāties
    uzkārties iestrēgt
    pārsūtīt nosūtīt
    saņēmējs adresāts
    izsekot statuss
    steidzams ātrs
    dārgs cena
    parāds nesamaksāts
    norēķins maksājums
    sods līgumsods
    izrakstīties iziet
    slēgt dzēst
    reģistrēties pieteikties
    krāpniecība viltus
    apmaiņa nomaiņa
    garantija remonts
    prece produkts
    pasūtījums pirkums
    stāvvieta novietot novietne
    atslēgt atvērt
    aizslēgt aizvērt
    vilkšana evakuators
    defekts brāķis
    cenrādis cena
    saskrāpēt bojājums
    īrēt rezervēt
    lampiņa brīdinājums indikators
    ietriekties sadursme avārija
    ilgāk pagarināt
    atmaksa atdot
    salūzt bojājums avārija
    iedarbināt ieslēgt
    divreiz dubultot
    apliecība tiesības
    nepaspēt kavēt pagarināt
    nestrādāt bojājums kļūda
    šifrēt aizsargāt
    izsekot atrašanās
    riepa ritenis
    nauda maksājums
    kļūdaini kļūda
    vadīt braukt
    norakstīt ieturēt
    noņemt ieturēt
    pārmaksāt atmaksa
    pārmaksa atmaksa
    grāmatvedība rēķins
    grāmatvedis rēķins
    bilance atlikums
    velti bezmaksas
    lētāks atlaide
    paciņa paka sūtījums
    pakomāts paka
    atnākt pienākt
    atnākt piegāde
    nederēt apmaiņa atgriezt
    ieiet pierakstīties pieteikties
    aizmirst atjaunot
    atiestatīt atjaunot
    aizmirst atiestatīt
    parole atiestatīt
    nobloķēt bloķēt
    lietotājvārds lietotājs
    īsziņa sms
    meils epasts
    mails epasts
    foto attēls bilde
    bilde fotogrāfija
    appa lietotne
    aplikācija lietotne
    kompis dators
    nokārties uzkārties
    iesprūst iestrēgt
    nets internets
    zona signāls tīkls
    pārstartēt restartēt
    rozete ligzda
    tapete fons
    runāt zvanīt sazināties
    aprunāties sazināties
    operators konsultants darbinieks
    sūdzēties sūdzība
    pārdomāt atcelt
    pārdomāt atteikties
    dīzelis degviela
    bāka tvertne
    bāka degviela
    ieliet uzpildīt
    skramba skrāpējums
    švīka skrāpējums
    nobrāzums skrāpējums
    nobrāzt skrāpējums
    iespiedums bojājums
    bukte bojājums
    iebraukt sadursme avārija
    sasist sadursme avārija
    sadauzīt bojāt
    pārdurt riepa
    caurdurt riepa
    iedegties lampiņa brīdinājums
    nepagūt kavēt pagarināt
    nolikt novietot
    parkot novietot
    noparkot novietot
    parkoties novietot
    stāvlaukums stāvvieta
    stāvlaukums novietot
    robeža ārzemes
    rezervēt pasūtīt
    bronēt rezervēt
    pārcelt mainīt
    soma bagāža
    nozagt bloķēt
    pazaudēt bloķēt
    svešs nezināms
    nezināms krāpniecība
    apkrāpt krāpniecība
    uzlauzt krāpniecība
    sms kods
    runāt konsultants
    ieskriet sadursme avārija
    neiet salūzt
    klusēt skaņa balss
    mīļākais izlase grāmatzīme
    depozīts priekšautorizācija rezervēt
    ķīla priekšautorizācija
    lēts cena maksa
    dūmi avārija bojājums
    dūmot avārija bojājums
    tvaiks avārija bojājums
    sastrēgums kavēt
    pvn rēķins
    notriekt negadījums sadursme
    satriekties sadursme negadījums
    saskrieties sadursme negadījums
    noraut bojāt
    stāvēt stāvvieta novietot
    kopija eksportēt
    nepietikt noraidīt
    neatnākt atcelt
    2x divreiz
    sasist bojāt bojājums
    kontaktdakša kabelis
    piķis nauda
    naudiņa nauda
    kešs nauda
    tačka mašīna auto
    vāģis mašīna auto
    mašīnīte auto
    appka lietotne
    programma lietotne
    benza degviela benzīns
    simkarte numurs tālrunis
    sim numurs tālrunis
    mobilais numurs
    menti policija
    policists policija
    šunelis suns
    sunītis suns
    refunds atmaksa
    refund atmaksa
    bukings rezervācija
    booking rezervācija
    kancelēt atcelt
    logins pierakstīties pieslēgties pieteikties
    login pierakstīties pieslēgties pieteikties
    reģistrācija pieteikties
    revolut karte
    startēt iedarbināt
    nestartēt iedarbināt salūzt avārija
    palaist iedarbināt
    sasist avārija negadījums
    neiet salūzt
    nesavienoties bluetooth savienojums internets
    nepieslēgties bluetooth savienojums internets
    kaite bojājums
    cik ilgi > laiks termiņš diena ilgums
    cik maksā > cena maksa izmaksas
    cik daudz > skaits daudzums limits
    cik liels > lielums izmērs
    cik gadu > vecums
    līdz kuram > datums termiņš
    nav saņemts > trūkst pazust
    divas reizes > divreiz
    otro reizi > atkārtoti
    atdot naudu > atmaksa atgriezt
    naudu atpakaļ > atmaksa atgriezt
    nav atnācis > trūkst piegāde
    cik ātri > laiks termiņš
    cik bieži > limits skaits
    kad pienāks > termiņš piegāde
    kad saņemšu > termiņš laiks
    nav pienācis > trūkst piegāde
    par daudz > atmaksa atgriezt
    par vēlu > kavēt
    neatceros paroli > aizmirst atjaunot
    netiek pieņemta > noraidīt atteikt
    vairs negribu > atteikties dzēst atcelt
    vairs nevajag > atteikties atcelt
    vairs nav > pazaudēt mainīt
    vadītāja apliecība > tiesības
    izveidot kontu > reģistrēties
    nevar iedarbināt > bojājums avārija
    pārāk daudz > atmaksa
    noņēma naudu > ieturēt rezervēt
    paņēma naudu > ieturēt
    nevar samaksāt > noraidīt
    neizdodas samaksāt > noraidīt
    neļauj samaksāt > noraidīt
    karte netiek > noraidīt
    nepieņem karti > noraidīt
    cik sanāk > cena maksa
    cik iznāk > cena maksa
    par velti > bezmaksas
    par brīvu > bezmaksas
    kur paka > izsekot statuss
    sūtīt atpakaļ > atgriezt
    nosūtīt atpakaļ > atgriezt
    dot atpakaļ > atgriezt
    neder izmērs > apmaiņa
    tikt iekšā > pierakstīties parole
    netieku iekšā > pierakstīties parole
    nelaiž iekšā > pierakstīties parole
    jauns numurs > mainīt
    jauns telefons > mainīt
    met ārā > kļūda
    izmet ārā > kļūda
    tukša baterija > uzlādēt
    nenāk ārā > iestrēgt
    dzīvs cilvēks > operators konsultants
    kam zvanīt > tālrunis
    lauzt līgumu > izbeigt
    pārtraukt līgumu > izbeigt
    plāni mainījās > atcelt
    mainījās plāni > atcelt
    nevarēšu atnākt > atcelt
    iebrauca aizmugurē > sadursme avārija
    man iebrauca > sadursme avārija
    iebrauca man > sadursme avārija
    tukša riepa > bojājums avārija
    iedegās lampiņa > brīdinājums avārija
    deg lampiņa > brīdinājums
    dzinēja lampiņa > brīdinājums avārija
    nepagūt atdot > pagarināt
    nepaspēju atdot > pagarināt
    nodot auto > pabeigt
    atdot auto > pabeigt
    atdot mašīnu > pabeigt
    nodot mašīnu > pabeigt
    atstāt auto > novietot
    atstāt mašīnu > novietot
    nolikt mašīnu > novietot
    nolikt auto > novietot
    saņemt naudu > atmaksa
    nauda nav > trūkst kavēt
    joprojām nav > trūkst kavēt
    vēl nav > trūkst kavēt
    par ilgu > kavēt
    ilgi gaidīt > termiņš
    cik gaidīt > laiks termiņš
    cik jāgaida > laiks termiņš
    cik dienas > laiks termiņš
    neiet cauri > noraidīt
    nauda bloķēta > ieturēt rezervēt
    divi konti > dublēt
    nav redzams > trūkst
    stundu vēlāk > pagarināt
    atdot vēlāk > pagarināt
    nepagūt atgriezties > pagarināt
    kur esmu > atrašanās vieta
    naudu divreiz > atmaksa
    maksāt divreiz > atmaksa
    2 reizes > divreiz atmaksa
    aiziet pavisam > dzēst
    no dzinēja > bojājums avārija
    no motora > bojājums avārija
    tomēr nebraukšu > atcelt
    tomēr nevajag > atcelt
    nepietiek līdzekļu > noraidīt
    nepietiek naudas > noraidīt
    rezervēju nejauši > atcelt
    beigties degviela > uzpildīt
    beigties benzīns > uzpildīt
    bez degvielas > uzpildīt
    bez benzīna > uzpildīt
    tukša bāka > uzpildīt
    bāka tukša > uzpildīt
    nav degvielas > uzpildīt
    nav benzīna > uzpildīt
    izbeigties degviela > uzpildīt
    izbeigties benzīns > uzpildīt
    beigties baterija > uzlādēt
    izlādējies auto > uzlādēt
    baterija tukša > uzlādēt
    nav strāvas > uzlādēt
    atdot ķīlu > priekšautorizācija rezervēt
    ķīla nav > priekšautorizācija rezervēt
    atmaksāt ķīlu > priekšautorizācija rezervēt
    saņemt ķīlu > priekšautorizācija rezervēt
    nauda pienāks > atmaksa
    kur nauda > atmaksa
    gaidu naudu > atmaksa
    nauda atnāks > atmaksa
    nevar savienoties > bluetooth savienojums internets
    neredz auto > bluetooth savienojums
    neredz mašīnu > bluetooth savienojums
    pazuda savienojums > bluetooth signāls internets
    apple pay > maksājums karte
    google pay > maksājums karte
    skaitās vēl > pabeigt
    vēl skaitās > pabeigt
    turpina skaitīt > pabeigt
    skaitītājs griežas > pabeigt
    sasist mašīnu > avārija negadījums
    sasist auto > avārija negadījums
    avarēju ar > avārija negadījums
    neiet ciet > aizvērt aizslēgt
    neiet vaļā > atvērt atslēgt
    lietotne savienojas > bluetooth
    telefons savienojas > bluetooth
    """)
}
