extension SuffixTable {
  /// Spanish, folded (no accents, ñ as n): plural and gender, verbs of three conjugations with
  /// pronouns, actions and adverbs.
  package static let spanish = SuffixTable(
    """
    # nouns and adjectives: gender, plural, small ones
    suffix 3 o a os as e es s
    suffix 4 i
    suffix 3 ito ita itos itas
    # verbs: infinitive, with pronouns
    suffix 3 ar er ir arse erse irse arlo arla arlos arlas erlo irlo arme arte arnos
    # verbs: present, past, future, conditional, subjunctive, participles
    suffix 3 amos emos imos ais eis an en
    suffix 3 aste aron iste ieron aba abas aban abamos ias ian iamos
    suffix 3 are ara aran aras aremos ere era eran eras eremos ire ira iran iras iremos
    suffix 3 aria arian eria erian iria irian
    suffix 3 ado ada ados adas ido ida idos idas ando iendo yendo
    suffix 3 ase iese iera ieran ieras
    # derivations: actions, agents, manner
    suffix 3 acion aciones icion iciones amiento amientos imiento imientos ador adora adores
    suffix 4 cion ciones sion siones mente idad idades able ables ible ibles
    # g before e and i: pagar - pague; c and qu, z and c: busque, realice
    alternation gu>g qu>c z>c
    # verbs whose stem changes
    irregular ser=es,son,era,fue estar=esta,estan haber=ha,han
    irregular pod=puedo,puede,pueden,poder,podemos,pude,podria
    irregular ten=tengo,tiene,tienen,tener,tenia,tuve encontr=encuentro,encuentra,encuentran
    irregular cerr=cierro,cierra,cierre perd=pierdo,pierde envi=envio,envia,enviar,envios,enviado
    irregular cuent=cuenta,cuentas cont=cuento cost=cuesta,cuestan eleg=elijo,elige,elegir,elija
    irregular us=usar,uso,usos,usado,usa,use usuari=usuaria,usuarias imagen mes pais=paises
    # question words, pronouns, prepositions, courtesy
    weak como que cual cuales quien donde cuando cuanto cuanta cuantos cuantas por porque para
    weak yo me mi mis tu te tus el la los las lo le les se su sus nos nuestro nuestra usted ustedes
    weak ellos ellas un una unos unas del de al a en con sin sobre y o u pero si no es son esta estan
    weak ser estar he ha hay han puedo puede pueden tengo tiene quiero debo debe hacer hago muy mas
    weak este esto esta ese eso hola gracias favor
    """)
}
