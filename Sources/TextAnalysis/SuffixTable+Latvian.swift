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
    suffix 3 ais aja ajam ajai ajos ajas ajiem aks aka aki akas akais ak aku akam akos akie akaja
    suffix 3 akajai
    suffix 3 akus akiem akajam akajos
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
    suffix 3 t at et it ot ties aties eties ities oties
    suffix 3 aju eju iju oju ajat ejat ijat ojat oja ajiet ejiet ojiet
    suffix 4 o asu esu isu osu asim esim isim osim asiet esiet isiet osiet iet
    suffix 3 ats ata ati atas its ita iti itas ots ota oti otas atu itu otu ato ito oto
    suffix 5 ets eta eti etas etu eto
    suffix 3 usi usas usies dams dama sos jas ajos ejos ijos ojos
    suffix 4 asos esos isos osos asies esies isies osies
    suffix 3 ama amas amu amai ami amos amo amais amie amam amus amiem amajam amajiem amaja amajai
    suffix 3 amaka
    suffix 3 ojas ojamies ojaties ejas ejamies ajamies ajaties ijamies
    # not: nedarbojas; must: jāmaksā
    prefix ne ja
    # palatalised and changed: biletes - bilesu, piegade - piegazu, beigt - beidzu
    alternation zn>sn ll>l
    # of one verb: braukt - braucu - braukšu, segt - sedzu, saņemt - saņemts
    alternation c>k dz>g ks>k gs>g ms>m maks>maks kt>k gt>g mt>m celt>cel zt>z tvert>tver tvers>tver
    alternation zvert>zver zvers>zver aut>au jaut>jaut
    alias piegad=piegaz bilet=biles kart=kars stavviet=stavvi
    alias dzes=dzesan,izg,dzest,izdzes,izdzest maks=samaks,jamaks,apmaks,nomaks apdrosin=apdrosinat
    # changed vowels: pirkt - pērku, atrast - atradu - atrodu, paņemt - paņēmu
    alias pirk=nopirk,perk,noperk lik=liek nolik=noliek ielik=ieliek atlik=atliek netik=netiek
    alias vilk=velk parvilk=parvelk atras=atrad,atrod,atrast pazus=pazud zag=zog nozag=nozog
    alias atves=atved izves=izved nokris=nokrit kris=krit aizmirs=aizmirst luz=lus saluz=salus
    alias norau=norav pagu=pagust,paguv,pagus nepagu=nepagust,nepaguv
    alias saskr=saskri,saskre,saskrie,saskrien ieskr=ieskri,ieskre,ieskrie,ieskrien
    alias ieklu=ieklust,iekluv izklu=izklust,izkluv
    alias atd=atdod,atdev,atdos izd=izdod,izdev,izdos nod=nodod,nodev,nodos
    alias pard=pardod,pardev,pardos
    alias ied=iedod,iedev,iedos
    alias zvan=piezvan
    # stems that are no prefix of their forms
    irregular sapras=saprotu,saprot,sapratu atteik=atsaka,atsaku,atsakos
    irregular pieteik=piesaku,piesaka,piesakos
    irregular atnak pienak ienak nonak iznak sanem pienem iznem nonem grib=gribetu
    irregular atd=atdosiet dot=dodu,dod,devu,deva,dosu,dodiet iet=eju,ej,gaju,gaja,iesu
    irregular aizi=aizeju,aizgaju,aizgaja,aiziesu iei=ieeju,iegaju,iegaja izi=izeju,izgaju,izgaja
    irregular sasis=sasitu,sasita,sasists nosis=nosita,nosists sis=situ,sit,sita
    irregular lab=labo skait=skaits,skaita,skaitu,skaiti,skaitam,skaitis internet=internetu
    irregular vairak=vairaku,vairakus,vairakiem,vairakas,vairaki parak video radio metro sms
    irregular simt=simts,simta,simti,simtiem
    irregular planset=planseti
    irregular but=ir,bija,bus,esmu,esam nav
    irregular varet=var,varu,varat
    irregular kart=karte,kartes,karti,kartei,kartem,karsu,kartis
    irregular gadijum=gadijums,gadijuma,gadijumu,gadijumi,gadijumos auto
    irregular adresat=adresats,adresata,adresatu dzes=dzest,dzesu,dzests
    irregular atsleg=atslega,atslegas,atslegt,atslegu aizsleg=aizslegt durv=durvis,durvju,durvim
    irregular suns=suna,suni,sunim,suniem,sunus,sunu
    # question words, pronouns, prepositions, courtesy
    weak ka kas ko kur kad kapec vai man mans mana mani manu es jus jusu tu tavs ir nav but bija bus
    weak var varu varat lai un
    weak uz no ar par pie pec lidz bez kura kurs kuru sis si so sie tas ta to tie ludzu paldies
    weak labdien ja bet ari vel jau tikai
    weak savu sava savs velos gribu vajag
    # circumstances, moods and courtesy that many tell beside what they ask
    aside joprojam atkal peksni steidzami steidzams diemzel sveiki sveika cau labvakar labrit cienu
    aside sveicieniem atvainojiet piedodiet tagad tiesam parasti velreiz normali vilusies vilies
    aside jautajums jautajumi palidziet palidzi paliga bridi vakardienas kops atrak ieprieks uzzinat
    aside traucejumu tiesi
    # words common in any text
    common agrak aiz apmeram arpus atbilde atkariba atrast atri attieciba biezi bijis bijusi
    common bridis butu cik cilveki cilveks cita citas citi cits citu dala darisana darit daudz
    common dazadas dazadi dazas dazi dazreiz diena dienas divi dod domat dot drikst drikstu esat
    common esi esmu gadijums gads gaidam gaidit gaidu gandriz gribet iespeja iespejams iespejas
    common iet izdarit izmantojiet izmantojot izmantosana izmantot jabut jadara jauna jauns jaunu
    common jautat jo kada kadas kadi kads kadu katra katrs kaut klut kuram kuras kuri kuriem laba
    common labak labs laika laiks liela liels lieta lietot loti maz mazak mazs nakt nekad nekas
    common nemt nesen neviens nevis otrais palidzet palidziba paslaik pateikt pati pats persona
    common piemers pirma pirmais redzet reize reizes sads sakiet sanemt seit sodien spet starp
    common strada stradat tad tada tadi tads tadu talak tapec teikt tomer tresa tresais treso tur
    common vairak vajadzetu vakar veida veids velak velaties veleties vieglak viegli viena
    common vienkarsi vienmer viens vieta virs visas visi vispirms viss visu zem zina zinat zinu
    """)
}
