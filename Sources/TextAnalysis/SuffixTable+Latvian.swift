extension SuffixTable {
  /// Latvian, folded (no macrons, carons, cedillas): five declensions, adjectives with definite
  /// endings, three conjugations, verbal nouns; palatalised stem endings are led back.
  package static let latvian = SuffixTable(
    """
    # nouns: 1st to 5th declension, singular and plural
    suffix 3 s a u am ai as is im i us es e ei em os iem ie iem um ums ams
    suffix 3 ja ju jam jiem jos ija ijas iju ijai ijam ijas
    suffix 4 acija acijas aciju acijai acijam
    # adjectives, definite endings, degrees
    suffix 3 ais aja ajam ajai ajos ajas ajiem aks aka aki akas akais
    # verbal nouns in -sana and -ums, doers in -tajs, -ejs
    suffix 3 asana asanas asanu asanai esana esanas esanu esanai isana isanas isanu isanai osana
    suffix 3 osanas osanu osanai
    suffix 4 sana sanas sanu sanai
    suffix 3 ajums ajuma ajumu ajumam ajumi ajumiem ajumos ijums ijuma ijumu ijumam ijumi ijumiem
    suffix 3 ijumos
    suffix 3 ojums ojuma ojumu ojumam ojumi ojumiem ejums ejuma ejumu ejumi ums uma umam umu umi
    suffix 3 umiem umos
    suffix 3 ejs eja ejam ejiem tajs tajiem tajam
    # verbs: infinitive, present, past, future, imperative, participles, reflexive
    suffix 3 t at et it ot ut ties aties eties ities oties
    suffix 3 aju eju iju oju ajat ejat ijat ojat oja ajiet ejiet ojiet
    suffix 4 asu esu isu osu asim esim isim osim asiet esiet isiet osiet iet
    suffix 3 ats ata ati atas its ita iti itas ots ota oti otas
    suffix 6 ets eta eti etas
    suffix 3 usi usas usies dams dama sos jas
    # not: nedarbojas; must: jāmaksā
    prefix ne ja
    # palatalised and changed: biletes - bilesu, piegade - piegazu, beigt - beidzu
    alternation dz>d zn>sn ll>l
    alias piegad=piegaz bilet=biles kart=kars beig=beid stavviet=stavvi atcel=atcelt
    alias sanem=sanems,sanemt dzes=dzesan,izd,dzest,izdzes,izdzest maks=samaks,jamaks,apmaks,nomaks
    alias atver=atverts,atvert pirk=nopirk apdrosin=apdrosinat
    # present tenses: atslēgt - atslēdz
    alias atsleg=atsled iesleg=iesled izsleg=izsled piesleg=piesled aizsleg=aizsled
    # stems that are no prefix of their forms
    irregular atd=atdod,atdodiet,atdosiet,atdeva,atdevat
    irregular but=ir,bija,bus,esmu,esam nav varet=var,varu,varat
    irregular kart=karte,kartes,karti,kartei,kartem,karsu,kartis
    irregular gadijum=gadijums,gadijuma,gadijumu,gadijumi,gadijumos auto
    irregular adresat=adresats,adresata,adresatu dzes=dzest,dzesu,dzests
    irregular atsleg=atslega,atslegas,atslegt,atslegu aizsleg=aizslegt durv=durvis,durvju,durvim
    # question words, pronouns, prepositions, courtesy
    weak ka kas ko kur kad kapec vai man mans mana mani manu es jus jusu tu tavs ir nav but bija bus
    weak var varu varat lai un
    weak uz no ar par pie pec lidz bez kura kurs kuru sis si so sie tas ta to tie ludzu paldies
    weak labdien ja bet ari vel jau tikai
    weak savu sava savs velos gribu vajag
    # words common in any text
    common agrak aiz apmeram arpus atbilde atkal atkariba atrast atri attieciba biezi bijis bijusi
    common bridis butu cik cilveki cilveks cita citas citi cits citu dala darisana darit daudz
    common dazadas dazadi dazas dazi dazreiz diena dienas divi dod domat dot drikst drikstu esat esi
    common esmu gadijums gads gandriz gribet iespeja iespejams iespejas iet izdarit izmantojiet
    common izmantojot izmantosana izmantot jabut jadara jauna jauns jaunu jautajums jautat jo kada
    common kadas kadi kads kadu katra katrs kaut klut kuram kuras kuri kuriem laba labak labs laika
    common laiks liela liels lieta lietot loti maz mazak mazs nakt nekad nekas nemt nesen neviens
    common nevis otrais palidzet palidziba palidziet parasti paslaik pateikt pati pats persona
    common piemers pirma pirmais redzet reize reizes sads sakiet sanemt seit spet starp strada
    common stradat tad tada tadi tads tadu tagad talak tapec teikt tiesam tiesi tomer tur vairak
    common vajadzetu veida veids velak velaties veleties velreiz vieglak viegli viena vienkarsi
    common vienmer viens vieta virs visas visi vispirms viss visu zem zina zinat zinu
    """)
}
