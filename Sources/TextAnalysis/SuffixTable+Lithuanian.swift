extension SuffixTable {
  /// Lithuanian, folded (no ogoneks, carons, macrons): five declensions, definite adjectives, three
  /// conjugations with their reflexives and participles, verbal nouns; stems of the present, the
  /// past and the infinitive are led to one.
  package static let lithuanian = SuffixTable(
    """
    # nouns: 1st to 5th declension, singular and plural
    suffix 3 as o ui a u e ai us ams ais uose
    suffix 3 is io iui i iu yje iai ius iams iais iuose ys
    suffix 3 os oje oms omis ose ia ios ioje ias ioms
    suffix 3 es ei eje emis ems ese ies imi imis ims yse
    suffix 3 aus iumi umi uje ums umis iaus uo ens eni enio eniui enimi enyje enys enims
    # adjectives, definite endings, degrees
    suffix 3 am ame iems iam iausia iausias iausiai iausiu iausios iausio iausi iausius esnis esne
    suffix 3 esnio esni esnes esniu iau
    suffix 3 asis ojo ajam aji uoju ajame ieji uju iesiems uosius aisiais oji osios ajai aja
    # verbs: present and past, reflexive
    suffix 3 iame ate iate ome ote ime om iuoju iuoja uoja iauju iauja auju
    suffix 3 au uosi iuosi iesi asi iasi osi ausi esi ames iames ates iates omes otes
    # future, conditional, imperative, habitual past, gerunds
    suffix 3 ti tis siu si s sime site sim sit sis siuos sies simes sites
    suffix 3 eciau yciau ociau uociau etu ytu otu uotu tum tume tumet tumete
    suffix 3 k ki kite kit kime kim kis kites
    suffix 3 davau davai davo davome davote davosi
    suffix 3 damas dama dami damos damasis
    suffix 3 ant antis anti iant iantis ianti int intis inti
    suffix 3 ancio anciam anciu ancius anciais anciai ancia ancios ancioje ancias iancio ianciam
    suffix 3 ianciu iancius ianciais ianciai iancia iancios iancioje iancias incio inciam inciu
    suffix 3 incius inciais inciai incia incios incioje incias antys iantys antiems
    suffix 3 usi usios usio usius usiu usiam
    # verbal nouns and doers
    suffix 4 imas imo imui ima imu imai imus imams imais imuose
    suffix 3 ymas ymo ymui yma ymu ymai ymus ymams ymais ymuose yme ejimas ejimo ejimui ejima ejimu
    suffix 3 ejimai ejimus ejimams ejimais ejimuose ejime ojimas ojimo ojimui ojima ojimu ojimai
    suffix 3 ojimus ojimams ojimais ojimuose ojime avimas avimo avimui avima avimu avimai avimus
    suffix 3 avimams avimais avimuose avime inimas inimo inimui inima inimu inimai inimus inimams
    suffix 3 inimais inimuose inime
    suffix 4 tojas tojo tojai toja toju tojui tojus tojams tojais
    # verbs in -inti: skambinti, patvirtino, atnaujins
    suffix 4 inu inam iname inate ino inau inome inote inus inant inantis inama inamas inami
    suffix 4 insiu ins insime insite inki inkit ink inkite inkime inciau intum intume indavo
    suffix 4 indamas indama indami inasi inosi
    suffix 4 ina
    # not: neveikia
    prefix ne
    # the vowel before the ending: mokejo, atidarys, vaziuoja, keliavo
    alternation e> ej> y> o> oj> uo> uoj> iuo> iuoj> iav> au> auj> iau> iauj>
    # passive participles, and verbs in -inti: pamirstas, skambino
    alternation oket>ok yt> ot> uot> iuot> int> av>
    # palatalised: medzio - medis, siuncia - siunte
    alternation dz>d c>t
    # present with -st- and -n-: dingsta - dingo, tenka - teko; before k of commands: ijunkite
    alternation kst>k gst>g zt>z kt>k gt>g st>s lt>l mt>m kc>k gc>g jun>jung trau>trauk lau>lauk
    alternation vei>veik pir>pirk
    # t and d before the t of the infinitive; changed vowels: rasti - rado - randa, siusti - siuncia
    alternation praded>prad paded>pad prided>prid ided>id tenk>tek tink>tik rad>ras rand>ras
    alternation rasd>ras met>mes siunt>sius siunc>sius keit>keis keic>keis kviet>kvies kviec>kvies
    alternation leid>leis leidz>leis spaud>spaus spaudz>spaus ved>ves vedz>ves ged>ges gend>ges
    alternation krit>kris krent>kris
    alternation prat>pras prant>pras liek>lik perk>pirk renk>rink vag>vog paem>paim priem>priim
    alternation isem>isim
    alias duo=dav,duod,du atid=atidav,atiduod,atidu pard=pardav,parduod,pardu isd=isdav,isduod,isdu
    alias gau=gav,gaun,gaut ei=ein,ej,eit atei=atein,atej,at isei=isein,isej,is iei=iein,iej
    irregular asmen=asmuo,asmeni,asmenis,asmens,asmenys duomen=duomenys,duomenis
    irregular buti=yra,esu,buvo,bus,nera sutart=sutarti,sutartis zali=zalia,zalias,zalios,zaliai
    irregular pames=pameciau metai=metus,metams,metas,metu,metais
    irregular saskait=saskaita,saskaitos
    irregular pinig=pinigai,pinigu,pinigus
    # question words, pronouns, prepositions, courtesy
    weak kaip kas ka kur kada kodel ar koks kokia kokie kokios kuris kuri kiek kam
    weak as mane man mano tu tau tavo jus jums jusu mes mums musu jis ji jie jos jo ju sis si sie sios
    weak tas ta tai tie tos ir arba bet o ne nera yra buti buvo bus i is su be uz nuo iki prie per po
    weak pas apie del kad jei jeigu galiu gali galima reikia noriu prasau aciu labas sveiki laba diena
    weak dar jau tik taip pat
    """)
}
