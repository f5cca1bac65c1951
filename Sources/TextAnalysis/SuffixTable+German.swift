extension SuffixTable {
  /// German, folded (ä as a, ß as ss): plurals and cases, adjectives, verbs, `-ung` and `-keit`.
  package static let german = SuffixTable(
    """
    # nouns: plural and cases; adjectives: all endings, degrees
    suffix 3 e en er es em ern n
    suffix 4 s
    suffix 4 ere eren erer eres erem ste sten ster stes stem
    suffix 4 innen in
    # verbs: present, past, participles; ge- stays, since it belongs to nouns as well
    suffix 4 st t te ten tet test est et ete eten etet end ende enden ender endes endem
    # derivations
    suffix 3 ung ungen
    suffix 4 heit heiten keit keiten lich liche lichen licher liches lichem
    suffix 4 bar bare baren barer bares barem ier iere ieren iert ierte ierten ierung ierungen
    suffix 4 isch ische ischen ischer isches
    # doubled before an ending: erstatten, Erstattung
    alternation tt>t
    # words that only look inflected; verbs in -ern
    irregular preis kostenlos problem system sicher=sichere,sicheren,sichern
    irregular gerat=gerate,geraten,gerats liefer=liefern ander=andern,geandert versicher=versichern
    irregular speicher=speichern
    # verbs whose stem changes, and participles with ge-
    irregular sein=ist,sind,war,waren haben=hat,hatte,hatten gehen=geht,ging,gegangen
    irregular kauf=kaufen,gekauft zahl=bezahlt,gezahlt,bezahlen,zahlen,zahlung send=gesendet
    irregular lad=geladen losch=geloscht sperr=gesperrt
    irregular verlier=verloren,verlor,verlieren,verliere stehl=gestohlen,stehlen
    irregular find=gefunden,finden,fand buch=gebucht,buchung,buchungen,buchen
    irregular kont=konto,konten,kontos
    # question words, pronouns, prepositions, courtesy
    weak wie was wo wer wann warum wieso weshalb welche welcher welches wohin woher
    weak ich mir mich mein meine meinen meinem meiner du dir dich dein deine er sie es wir uns unser
    weak ihr ihre ihren ihrem ihn ihm man sich der die das den dem des ein eine einen einem einer
    weak eines und oder aber ist sind war bin hat habe haben wird werden wurde kann konnen konnte
    weak muss mussen soll sollte mochte will darf zu zum zur in im am an auf aus bei mit nach von vom
    weak fur um uber unter vor nicht kein keine keinen noch nur auch wenn dass ob als bitte danke
    weak hallo gibt es
    """)
}
