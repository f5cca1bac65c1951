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
    irregular preis>preis kostenlos>kostenlos problem>problem system>system sicher>sicher
    irregular sichere>sicher sicheren>sicher
    irregular gerat>gerat gerate>gerat geraten>gerat gerats>gerat liefern>liefer andern>ander
    irregular versichern>versicher sichern>sicher speichern>speicher
    # verbs whose stem changes, and participles with ge-
    irregular ist>sein sind>sein war>sein waren>sein hat>haben hatte>haben hatten>haben
    irregular geht>gehen ging>gehen gegangen>gehen gehen>gehen
    irregular kaufen>kauf gekauft>kauf bezahlt>zahl gezahlt>zahl bezahlen>zahl zahlen>zahl zahlung>zahl
    irregular gesendet>send geandert>ander geladen>lad geloscht>losch gesperrt>sperr
    irregular verloren>verlier verlor>verlier verlieren>verlier verliere>verlier
    irregular gestohlen>stehl stehlen>stehl gefunden>find finden>find fand>find
    irregular gebucht>buch buchung>buch buchungen>buch buchen>buch
    irregular konto>kont konten>kont kontos>kont
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
