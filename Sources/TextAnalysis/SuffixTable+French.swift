extension SuffixTable {
  /// French, folded (no accents): plural and feminine, verbs of three groups with the changes of
  /// their stems, actions and adverbs.
  package static let french = SuffixTable(
    """
    # nouns and adjectives: plural, feminine
    suffix 3 s e es x aux ale ales al
    suffix 3 eux euse euses eur eurs rice rices
    suffix 3 ier iers iere ieres
    # verbs in -er: infinitive, present, past, future, conditional, participles
    suffix 3 er ez ee ees ent ant ante ants antes a as erent ons ont
    suffix 3 ais ait aient ions iez era eras erai eront erons erez erais erait eraient erions eriez
    # verbs in -ir: finir, finissons, finira
    suffix 3 ir issez issent issons issant issais issait issaient issions issiez isse isses
    suffix 3 ira iras irai irons irez iront irais irait iraient
    # verbs in -re and -oir: perdu, rendirent, perdrai, recevoir
    suffix 3 oir
    suffix 4 ai
    # derivations: actions, agents, manner
    suffix 3 aison aisons ication ications
    suffix 3 ation ations ateur ateurs atrice ition itions ement ements
    suffix 4 ution utions ion able ables ible ibles
    suffix 5 ance ances ence ences
    # a vowel before the ending, or one that isn't told from an ending: oublie, loue, finit, bouton
    alternation i> u> it> on> ment>m eau>e ag> partag>partag stit>stit
    # the stem's last letters: envoyer - envoie, payer - paie, appeler - appelle, bloquer - blocage
    alternation oi>oy ai>ay ll>l tt>t nn>n ionn> qu>c q>c gu>g ge>g tif>tiv enverr>envoy
    # verbs in -re: vendre, suivre, mettre, joindre, eteindre, connaitre, conduire, inscrire
    alternation dr>d vr>v ttr>t oindr>oin oind>oin oint>oin oign>oin eindr>ein eind>ein eint>ein
    alternation eign>ein
    alternation aindr>ain aind>ain aint>ain aign>ain aitr>ai aiss>ai uir>ui uis>ui uit>ui
    alternation crir>criv crit>criv cri>criv scr>scriv ecr>ecriv pren>prend prenn>prend pri>prend
    alternation pris>prend mi>met mis>met
    # those in -oir and -enir: recevoir - recois, venir - vient, tenir - tiendra
    alternation coiv>cev coi>cev coit>cev vienn>ven vien>ven viendr>ven vin>ven tienn>ten tien>ten
    alternation tiendr>ten tin>ten ouvert>ouv uffert>uffr offert>offr
    irregular recev=recu,recue,recus,recues,recut ven=vient,vint reven=revient,revint prix
    irregular deven=devient conven=convient preven=previent obten=obtient,obtint main=mains
    irregular conten=contient deten=detient mainten=maintient ten=tient reten=retient
    irregular appartien=appartient
    irregular connai=connait,connais,connu,connue
    irregular voir=vu,vue,vus,voit,vois,voyez,voyons,voient,voyais
    irregular lir=lire,lu,lue,lus,lis,lisez,lisent,lit
    irregular dir=dire,dit,dis,disent,dites,dite
    irregular fair=faire,fait,fais,faites,faite,font,faisons,faisait,fera,ferait,ferai,ferez
    irregular sort=sors part=pars serv=sert,sers suiv=suit,suis dorm=dort essay=essaient
    irregular val=vaut,vaudra pouv=pourra,pourrait,pourrai,pourrais,puisse,peuvent,pouvoir,pu
    irregular voul=veulent,voudra,vouloir,veuillez dev=devoir,doivent,du,devra,devrait
    irregular avoir=eu,aura,aurait,aurai,auront,avait,avais,avaient sav=savoir,sait,sais,su,saura
    irregular mis=mise,mises,mettr
    irregular etre=est,sont,etait,ete,sera,serait
    alias loc=lo apparai=appar,appara disparai=dispar,dispara connai=conn,conna condui=cond,condu
    alias expir=exp retir=ret transfer=transf
    irregular compt=compte,comptes compter clic=clique,cliquer,clics,cliquez
    irregular client accident argent agent absent urgent recent evident cent incident parent=parents
    irregular content
    irregular different=differents present=presents permanent=permanents patient=patients
    irregular transfer=transfert,transferts delai=delais maison=maisons
    irregular raison=raisons nouvel=nouveau,nouveaux,nouvelle,nouvelles mot=mots mois fois acces
    irregular pays
    irregular cas carte=cartes visa papier=papiers
    # question words, pronouns, prepositions, courtesy
    weak comment quoi que quel quelle quels quelles quand ou qui pourquoi combien est ce qu
    weak je me moi mon ma mes tu te toi ton ta tes il elle on nous notre nos vous votre vos ils elles
    weak leur leurs se sa son ses le la les l un une des du de d et mais si ne n pas plus en y
    weak au aux a dans sur sous avec sans pour par vers chez c cela ca cette cet ces j ai as avez
    weak avons ont suis es sont etre avoir peut puis pouvez dois doit faut veux voudrais faire fait
    weak bonjour merci svp plait
    """)
}
