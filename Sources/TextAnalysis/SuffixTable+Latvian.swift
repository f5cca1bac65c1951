extension SuffixTable {
  /// Latvian, folded (no macrons, carons, cedillas): five declensions, adjectives with definite
  /// endings, three conjugations; palatalised stem endings are led back.
  package static let latvian = SuffixTable(
    """
    # nouns: 1st to 5th declension, singular and plural
    suffix 3 s a u am ai as is im i us es e ei em os iem ie iem um ums ams
    suffix 3 ja ju jam jiem jos
    # adjectives, definite endings, degrees
    suffix 3 ais aja ajam ajai ajos ajas ajiem ajam aks aka aki akas akais
    # verbal nouns -sana, -ums, -ajs, -eja; diminutive
    suffix 3 sana sanas sanu sanai sanam sanas ums uma umam umu umi umiem umos
    suffix 3 ejs eja ejam ejiem tajs tajiem tajam
    # verbs: infinitive, present, past, future, participles, reflexive
    suffix 3 t at et it ot ut ties aties eties ities oties
    suffix 3 aju eju iju oju ajat ejat ijat ajam ejam ijam oja aja eja ija ojat
    suffix 3 asu esu isu osu as es is os asim esim isim asiet esiet isiet
    suffix 3 ats ata ats ati atas ets eta eti etas its ita iti itas ots ota oti otas ts ta ti tas
    suffix 3 usi usas usies uss dams dama sos jos jas as ies
    # stems that are no prefix of their forms
    irregular ir>but bija>but bus>but esmu>but esam>but nav>nav var>varet varu>varet varat>varet
    irregular karte>kart kartes>kart karti>kart kartei>kart kartem>kart karsu>kart kartis>kart
    irregular atmaksa>atmaks atmaksas>atmaks atmaksu>atmaks atmaksat>atmaks atmaksasana>atmaks atmaksasanas>atmaks atmaksajat>atmaks
    irregular nauda>naud naudas>naud naudu>naud naudai>naud masina>masin masinas>masin masinu>masin masina>masin masinai>masin
    irregular auto>auto atslega>atsleg atslegas>atsleg atslegt>atsleg atslegu>atsleg aizslegt>aizsleg
    irregular degviela>degviel degvielas>degviel degvielu>degviel
    # palatalised consonants: lacis - laca, piegade - piegazu, karte - karsu
    alternation dz>d zn>sn sn>sn ll>l
    """)
}
