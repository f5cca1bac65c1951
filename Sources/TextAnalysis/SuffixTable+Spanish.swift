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
    irregular es>ser son>ser era>ser fue>ser esta>estar estan>estar ha>haber han>haber
    irregular puedo>pod puede>pod pueden>pod poder>pod podemos>pod pude>pod podria>pod
    irregular tengo>ten tiene>ten tienen>ten tener>ten tenia>ten tuve>ten
    irregular encuentro>encontr encuentra>encontr encuentran>encontr
    irregular cierro>cerr cierra>cerr cierre>cerr pierdo>perd pierde>perd
    irregular envio>envi envia>envi enviar>envi envios>envi enviado>envi
    irregular cuenta>cuent cuentas>cuent cuento>cont cuesta>cost cuestan>cost
    irregular elijo>eleg elige>eleg elegir>eleg elija>eleg
    irregular usar>us uso>us usos>us usado>us usa>us use>us usuaria>usuari usuarias>usuari
    irregular imagen>imagen
    irregular mes>mes pais>pais paises>pais
    # question words, pronouns, prepositions, courtesy
    weak como que cual cuales quien donde cuando cuanto cuanta cuantos cuantas por porque para
    weak yo me mi mis tu te tus el la los las lo le les se su sus nos nuestro nuestra usted ustedes
    weak ellos ellas un una unos unas del de al a en con sin sobre y o u pero si no es son esta estan
    weak ser estar he ha hay han puedo puede pueden tengo tiene quiero debo debe hacer hago muy mas
    weak este esto esta ese eso hola gracias favor
    """)
}
