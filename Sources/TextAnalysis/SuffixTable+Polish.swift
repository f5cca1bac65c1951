extension SuffixTable {
  /// Polish, folded (`ą`, `ę` as `a`, `e`): declension of nouns and adjectives, conjugation, verbal
  /// nouns; softened stem endings are led back to the hard ones.
  package static let polish = SuffixTable(
    """
    # nouns: singular and plural of the three genders
    suffix 3 a e y u i o om ow ami ach em owi owie iem iom iami iach ie ia iu io
    suffix 3 ek ka ki ke ko kom kami kach
    # neuter -enie, -anie, -cie and their cases; feminine -osc
    suffix 3 enie enia eniu eniem enia eniami eniach anie ania aniu aniem aniami aniach
    suffix 3 cie cia ciu ciem osc osci oscia
    # adjectives and participles
    suffix 3 ego emu ej ych ym ymi ij iej iego iemu ich im imi
    suffix 3 any ana ane anego anej anych anym ony ona one onego onej onych onym ety eta ete
    # verbs: infinitive, present, past, imperative
    suffix 3 ac ec ic yc owac iwac ywac uje ujesz ujemy ujecie uja ujac
    suffix 3 am asz amy acie aja esz emy ecie isz imy icie ysz ymy ycie
    suffix 3 al ala alo ali aly alem alam alismy ales alas il ila ilo ili ily ilem ilam
    suffix 3 yl yla ylo yli yly ylem ylam ilismy owal owala owali owalem owalam nal nela neli nac ne niesz
    # stems that are no prefix of their forms
    irregular jest>byc sa>byc byl>byc byla>byc bylo>byc bede>byc bedzie>byc moge>moc mozna>moc moze>moc mozesz>moc mozemy>moc
    irregular chce>chciec chcialbym>chciec chcialabym>chciec mam>miec masz>miec ma>miec mamy>miec
    irregular pieniadze>pieniadz pieniedzy>pieniadz pieniedzmi>pieniadz aut>aut auto>aut auta>aut autem>aut aucie>aut
    irregular dni>dzien dzien>dzien dnia>dzien dniach>dzien tydzien>tydzien tygodnie>tydzien tygodni>tydzien
    irregular ludzie>czlowiek reke>rek rece>rek stacji>stacj stacja>stacj stacje>stacj stacjach>stacj
    irregular paliwo>paliw paliwa>paliw paliwie>paliw paliwem>paliw paliwowa>paliw paliwowej>paliw paliwowe>paliw paliwowych>paliw paliwowy>paliw
    irregular zwrot>zwrot zwrotu>zwrot zwroty>zwrot zwrotow>zwrot zwrotem>zwrot zwrocic>zwrot zwroca>zwrot zwroci>zwrot zwrocie>zwrot zwracac>zwrot zwroccie>zwrot zwracacie>zwrot zwrocono>zwrot
    irregular platnosc>plat platnosci>plat zaplata>plat zaplacic>plat placic>plat zaplacilem>plat zaplacilam>plat
    irregular wysylka>wysyl przesylka>przesyl wypozyczenie>wypozycz najmu>najem najem>najem najmem>najem najmie>najem
    # softened consonants: karta - karcie, droga - drodze, samochod - samochodzie
    alternation szcz>st dzi>d dz>d ci>t cz>k sz>s rz>r zd>zd c>t
    """)
}
