extension SuffixTable {
  /// Lithuanian, folded (no ogoneks, carons, macrons): five declensions, definite adjectives, three
  /// conjugations with their reflexives, verbal nouns; `č` and `dž` led back to `t` and `d`.
  package static let lithuanian = SuffixTable(
    """
    # nouns: 1st to 5th declension, singular and plural
    suffix 3 as o ui a u e ai us ams ais uose
    suffix 3 is io iui i iu yje iai ius iams iais iuose ys
    suffix 3 os ai oje oms omis ose
    suffix 3 es ei eje emis ems ese iai ies imi imis ims yse iu
    suffix 3 aus umi uje ums umis iaus ens eniui eni enyje
    # adjectives, definite endings, degrees
    suffix 3 am ame iems iam iame aus iausia iausias esnis esne
    suffix 3 asis ojo ajam aji uoju ajame ieji uju iesiems uosius aisiais oji osios ajai aja
    # verbs: infinitive, present, past, future, imperative, reflexive
    suffix 3 ti ytis intis etis otis ia ate ite ote ame ime ome a i o e
    suffix 3 au iau ejau ejo eja ejome oja oju ojame ojo ojau uoja uoju uojame uojate avo avau avome
    suffix 3 siu si s sime site kite k kis kites
    suffix 3 yti inti eti oti uoti auti ina inu iname inate ino inau yta ytas inta intas
    suffix 3 tomis otas ota oto otam otu otai otos otus otais damas dama dami
    suffix 3 ant antis anti
    # verbal nouns and doers
    suffix 3 imas imo imui ima imu imai imus imams imais ymas ymo ymui yma ymu ymai ymus
    suffix 3 ejimas ejimo ejimui ejima ejimu ejimai ejimus ejimais ojimas ojimo ojimui ojima ojimu
    suffix 3 ojimai ojimus ojimais avimas avimo avimui avima avimu avimai avimus
    suffix 3 inimas inimo inimui inima inimu inimai inimus umas umo uma umai
    suffix 3 tojas tojo tojai toja ejas ejo ejai eja
    # not: neveikia
    prefix ne
    # palatalised: mėnesio stays, medžio - medis, čio - tis
    alternation dz>d c>t
    irregular buti=yra,esu,buvo,bus,nera sutart=sutarti saskait=saskaita,saskaitos
    irregular pinig=pinigai,pinigu,pinigus
    # question words, pronouns, prepositions, courtesy
    weak kaip kas ka kur kada kodel ar koks kokia kokie kokios kuris kuri kiek kam
    weak as mane man mano tu tau tavo jus jums jusu mes mums musu jis ji jie jos jo ju sis si sie sios
    weak tas ta tai tie tos ir arba bet o ne nera yra buti buvo bus i is su be uz nuo iki prie per po
    weak pas apie del kad jei jeigu galiu gali galima reikia noriu prasau aciu labas sveiki laba diena
    weak dar jau tik taip pat
    """)
}
