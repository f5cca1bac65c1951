extension SuffixTable {
  /// Spanish, folded (no accents, ñ as n): plural and gender, verbs of three conjugations with
  /// pronouns, actions and adverbs; changed vowels and consonants of stems are led back.
  package static let spanish = SuffixTable(
    """
    # nouns and adjectives: gender, plural
    suffix 3 o a os as e es s
    suffix 4 i
    # verbs in -ar: present, past, future, conditional, subjunctive
    suffix 3 amos ais an aba abas abamos abais aban aste asteis aron
    suffix 3 are aras ara aran aremos areis aria arias ariamos ariais arian
    suffix 3 emos eis en aramos arais ase ases asemos aseis asen
    # verbs in -er and -ir
    suffix 3 imos ia ias iamos iais ian io iste isteis ieron
    suffix 3 ere eras era eremos ereis eran eria erias eriamos eriais erian
    suffix 3 ire iras ira iremos ireis iran iria irias iriamos iriais irian
    suffix 3 iera ieras ieramos ierais ieran iese ieses iesemos iesen
    suffix 3 yo yeron yera yeras yeran yendo
    # of those whose past has another stem: condujeron, condujera
    suffix 4 jeron jera jeras jeramos jeran jese jesen jimos jiste jisteis
    # participles; infinitive and gerund with pronouns, commands: enviarmelo, digame
    suffix 3 ado ada ados adas ido ida idos idas
    suffix 3 ar arme arte arse arlo arla arlos arlas arle arles arnos armelo armela armelos armelas
    suffix 3 artelo artela arselo arsela arselos arselas er erme erte erse erlo erla erlos erlas
    suffix 3 erle erles ernos ermelo ermela ermelos ermelas ertelo ertela erselo ersela erselos
    suffix 3 erselas ir irme irte irse irlo irla irlos irlas irle irles irnos irmelo irmela irmelos
    suffix 3 irmelas irtelo irtela irselo irsela irselos irselas
    suffix 3 ando andome andote andose andolo andola andolos andolas andole andoles andonos andomelo
    suffix 3 andomela andomelos andomelas andotelo andotela andoselo andosela andoselos andoselas
    suffix 3 iendo iendome iendote iendose iendolo iendola iendolos iendolas iendole iendoles
    suffix 3 iendonos iendomelo iendomela iendomelos iendomelas iendotelo iendotela iendoselo
    suffix 3 iendosela iendoselos iendoselas
    suffix 4 eme enme eselo enselo anme
    # derivations: actions, agents, manner
    suffix 3 acion aciones icion iciones amiento amientos imiento imientos
    suffix 3 ador adora adores adoras edor edora edores idor idores
    suffix 4 cion ciones sion siones mente idad idades able ables ible ibles
    # nouns in -ar: lugares
    suffix 4 ares
    # a vowel before the ending: cambio, envia, pierdio
    alternation i>
    # g before e and i: pagar - pague; c and qu, z and c: busque, realice; zc: aparezco
    alternation gu>g qu>c z>c zc>c coj>cog tej>teg uy>u
    # e to ie: cerrar - cierro, perder - pierdo, sentir - siento, empezar - empiece
    alternation ierr>err ierd>erd iend>end ient>ent iert>ert ierv>erv ienz>enc ienc>enc iens>ens
    alternation iebl>ebl ieg>eg iegu>eg quier>quer tien>ten vien>ven fier>fer fir>fer gier>ger
    alternation gir>ger
    # o and u to ue: encontrar - encuentro, volver - vuelvo, probar - pruebo, jugar - juego
    alternation uentr>ontr uent>ont uest>ost uestr>ostr uelv>olv uerd>ord uerm>orm uert>ort uev>ov
    alternation ueb>ob uel>ol uelg>olg uelgu>olg jueg>jug juegu>jug uerc>orc uerz>orc pued>pod
    # e to i: pedir - pide, seguir - sigo, elegir - elija, servir - sirve
    alternation pid>ped sig>seg sigu>seg sirv>serv repit>repet mid>med rij>reg rig>reg lij>leg
    alternation lig>leg
    # another consonant in the present, past and future: tengo - tuvo - tendra
    alternation teng>ten tuv>ten tendr>ten pong>pon pus>pon pondr>pon veng>ven vendr>ven salg>sal
    alternation saldr>sal valg>val hag>hac hic>hac hiz>hac dig>dec dij>dec traig>tra traj>tra
    alternation caig>ca
    alternation cay>ca quis>quer querr>quer pud>pod podr>pod condu>conduc produ>produc duj>duc
    alternation estuv>est har>hac vin>ven piez>pec piec>pec
    # participles of their own and actions: devuelto, escrito, abierto, roto, impreso
    alternation uelt>olv olu>olv scrit>scrib scrip>scrib biert>br puest>pon respuest>respond
    alternation hech>hac
    alternation rot>romp impres>imprim
    irregular respuesta=respuestas
    alias transf=transfer dec=dic
    # verbs whose stem changes entirely
    irregular ser=es,son,era,fue estar=esta,estan haber=ha,han
    irregular cuent=cuenta,cuentas us=usar,uso,usos,usado,usa,use usuar=usuaria,usuarias
    irregular quer=quiere,quiera,quieras,quieran confirm=confirme,confirmen encend=enciendo
    irregular entend=entiendo compart=comparte repart=reparte retir=retira,retire,retiro,retiran
    irregular repar=repara,reparan prepar=prepara
    irregular compar=compara,comparan olvid=olvida,olvido,olvidas decid=decida,decido
    irregular tir=tira,tire mir=mira,mire caer=cae,caen,caido,caida,cai
    # nouns that look inflected
    irregular imagen orden=ordenes almacen=almacenes mes=meses mesa=mesas chico=chicos,chica,chicas
    irregular pais=paises interes=intereses
    irregular alquil=alquileres mujer=mujeres taller=talleres clave=claves
    # question words, pronouns, prepositions, courtesy
    weak como que cual cuales quien donde cuando cuanto cuanta cuantos cuantas por porque para
    weak yo me mi mis tu te tus el la los las lo le les se su sus nos nuestro nuestra usted ustedes
    weak ellos ellas un una unos unas del de al a en con sin sobre y o u pero si no es son esta estan
    weak ser estar he ha hay han puedo puede pueden tengo tiene quiero debo debe hacer hago muy mas
    weak este esto esta ese eso hola gracias favor
    """)
}
