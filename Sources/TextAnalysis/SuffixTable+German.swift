extension SuffixTable {
  /// German, folded (ä as a, ß as ss): plurals and cases, adjectives, verbs with their
  /// participles and changed vowels, also behind what may stand before them (`angemeldet`), `-ung` and `-keit`.
  package static let german = SuffixTable(
    """
    # nouns: plural and cases; adjectives: all endings, degrees
    suffix 3 e en er es em ene enen ener enes enem
    suffix 4 s ern
    suffix 4 ere eren erer eres erem ste sten ster stes stem
    suffix 4 innen
    # verbs: present, past, participles; the t of a stem goes with them, as in warten, wartet
    suffix 3 t st est tst te ten ter tes tem tet test et ete eten etet etest eter etes etem tete
    suffix 3 teten tetet
    suffix 3 end ende enden ender endes endem
    suffix 4 tung tungen
    # verbs in -ern: andern, andert, Anderung
    suffix 4 ert erte erten erter ertes ertem erst ertest ertet ernd erung erungen
    # derivations
    suffix 3 ung ungen
    suffix 4 heit heiten keit keiten lich liche lichen licher liches lichem
    suffix 4 bar bare baren barer bares barem isch ische ischen ischer isches
    suffix 4 ier iere ieren ierst iert ierte ierten ierter iertes ierung ierungen ation ationen
    # Termine, Kundinnen; doubled and last letters: erstatten - erstattet, losen - lost
    alternation in> ein>ein eln>el ern>er tt>t s> ss> chsl>chsel
    # ge- of participles, also within: angemeldet, abgebucht
    alternation gekauf>kauf gezahl>zahl gesend>send geschick>schick gesperr>sperr gemeld>meld
    alternation gebuch>buch gelosch>losch gesag>sag gemach>mach gefrag>frag gesuch>such
    alternation gebrauch>brauch gepark>park getank>tank gedruck>druck gespeich>speich geteil>teil
    alternation gepruf>pruf genutz>nutz gestell>stell gerechn>rechn geklick>klick getipp>tipp
    alternation gelogg>logg gehol>hol gesteck>steck getausch>tausch gefug>fug gelehn>lehn
    alternation gewahl>wahl getrenn>trenn gezeig>zeig geleg>leg gesetz>setz gehor>hor gereich>reich
    alternation gepack>pack gemahn>mahn gewarn>warn gescann>scann gedreh>dreh gefolg>folg
    alternation gefull>full gekratz>kratz geknick>knick gericht>richt gelager>lager gestor>stor
    alternation gearbei>arbei geantwor>antwor gemie>mie gestar>star geschal>schal gewechsel>wechsel
    alternation geoffn>offn gelief>lief gelern>lern geplan>plan gereinig>reinig gelo>lo gelock>lock
    alternation gezeichn>zeichn geordn>ordn gekundig>kundig gewechs>wechs gekoppel>koppel
    alternation gefuhr>fuhr geand>ander gelos>lo geles>le gewies>wei gelass>la
    # zu within infinitives: anzumelden, zuruckzugeben
    alternation zugeb>geb zusend>send zuschick>schick zumeld>meld zunehm>nehm zuschal>schal
    alternation zulogg>logg zuzahl>zahl zuhol>hol zuruf>ruf zufug>fug zulehn>lehn zutrag>trag
    alternation zulauf>lauf zufang>fang zuzieh>zieh zutausch>tausch zuricht>richt zulad>lad
    alternation zubuch>buch zurechn>rechn zugeh>geh zukomm>komm zuheb>heb zusteck>steck zusetz>setz
    alternation zuwechsel>wechsel zuleih>leih zudruck>druck zupack>pack zubrech>brech zunutz>nutz
    alternation zulos>lo zules>le zuschliess>schlie hinzufug>hinzufug hinzuzufug>hinzufug
    alternation vorzuschlag>vorschlag
    # verbs whose vowel changes: geben - gibt - gegeben, schliessen - geschlossen
    alternation gegeb>geb gib>geb genomm>nehm nimm>nehm geseh>seh sieh>seh gebroch>brech brich>brech
    alternation gesproch>sprech sprich>sprech getroff>treff triff>treff geholf>helf hilf>helf
    alternation gestohl>stehl stiehl>stehl gestorb>sterb geworf>werf wirf>werf gefund>find
    alternation gefahr>fahr gelad>lad geruf>ruf rief>ruf geschrieb>schreib schrieb>schreib
    alternation geschloss>schlie geschlos>schlie schloss>schlie schlos>schlie sproch>sprech
    alternation gegang>geh ging>geh gekomm>komm gebrach>bring gestand>steh verstand>versteh
    alternation entstand>entsteh bestand>besteh gela>la gehal>hal hiel>hal gebli>bleib geblieb>bleib
    alternation blieb>bleib gelieh>leih lieh>leih gezog>zieh zog>zieh gebo>bie angebo>anbie
    alternation verbo>verbie gewasch>wasch geschni>schneid geschlag>schlag getrag>trag gestieg>steig
    alternation stieg>steig geschob>schieb schob>schieb gehob>heb hob>heb gelauf>lauf gefall>fall
    alternation fiel>fall gele>le verbund>verbind verschwund>verschwind verschwand>verschwind
    alternation begonn>beginn begann>beginn gefang>fang fing>fang gewonn>gewinn wies>wei
    alternation verlor>verlier gesand>send versand>versend vergiss>verge vergis>verge vergass>verge
    alternation vergas>verge gab>geb sah>seh half>helf traf>treff fand>find schlug>schlag lud>lad
    alternation bot>bie angebot>anbie verband>verbind kam>komm nahm>nehm entschied>entscheid
    alternation schied>scheid erschien>erschein schien>schein
    # words that only look inflected; -ern and -ert of others
    alias verlier=verl mie=gemi beschwer=beschw anbie=anbi vermie=vermi bie=bi verbie=verbi
    alias verwend=verw
    alias zuruckgeb=ruckgeb storn=storni beend=be
    irregular problem system sicher=sichere,sicheren,sichern,sicherer
    irregular gerat=gerate,geraten,gerats konto=kont,konten,kontos
    irregular liefer=liefern,liefere,liefert,lieferte,geliefert,gelieferte,lieferung,lieferungen
    irregular versicher=versichern,versichert,versicherte,versicherung,versicherungen
    irregular schwer=schwere
    irregular sein=ist,sind,war,waren haben=hat,hatte,hatten werd=wird,wurde,wurden,worden,geworden
    irregular konn=kann,kannst,gekonnt muss=mussen,musste,mussten wart=warten,warte,wartet,gewartet
    irregular wiss=weiss,weisst,wusste,gewusst tun=tut,tat,getan,tue
    irregular zahl=bezahlt,bezahlen,bezahle,bezahlte,bezahlung
    irregular storn=storno,stornos pass=passen,passt,passend,passende
    irregular passier=passieren,passiert,passierte
    irregular reis=reise,reisen,reist,gereist haus=hauser,hauses,hause
    irregular rein=reine,reinen schon nacht=nachte,nachten spat=spater,spate,spaten,spatere,spateren
    irregular wein=weine,weins sitz=sitze,sitzen,sitzt,sass,sassen,gesessen
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
