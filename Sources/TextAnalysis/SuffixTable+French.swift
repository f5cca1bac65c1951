extension SuffixTable {
  /// French, folded (no accents): plural and feminine, verbs of three groups, actions and adverbs.
  package static let french = SuffixTable(
    """
    # nouns and adjectives: plural, feminine
    suffix 3 s e es x
    suffix 3 aux ale ales al
    suffix 3 eux euse euses eur eurs rice rices
    suffix 3 ier iers iere ieres
    # verbs: infinitive, present, past, future, conditional, participles
    suffix 3 er ez ee ees ent ant ante ants antes ais ait aient iez
    suffix 4 ons ions
    suffix 3 era erai eras eront erons erez erais erait eraient
    suffix 5 ie ies iee iees
    suffix 3 ir issez issent issons issant ira irai iront issait
    suffix 3 u ue us ues
    # derivations: actions, agents, manner
    suffix 3 aison aisons ication ications
    suffix 3 ation ations ateur ateurs atrice ition itions ement ements
    suffix 4 ment ments age ages ion ions able ables ible ibles ance ances ence ences
    # the stem's last letters: envoyer - envoie, appeler - appelle, vendre - vendu, actif - active
    alternation oi>oy dr>d tif>tiv ll>l tt>t nn>n qu>q gu>g ge>g
    irregular etre=est,sont,etait,ete avoir=a,ont,avait compt=compte,comptes compter
    irregular pay=paye,payer,paie,paiement,paiements,payez perd=perdu,perdue,perdre,perdus
    irregular recev=recu,recue,recevoir,recois,recoit,recevez rembours=remboursement,remboursements
    irregular client accident argent gratuit transfer=transfert delai=delais maison=maisons
    irregular raison=raisons nouvel=nouveau,nouveaux,nouvelle,nouvelles mot=mots mois fois prix
    irregular acces pays
    # question words, pronouns, prepositions, courtesy
    weak comment quoi que quel quelle quels quelles quand ou qui pourquoi combien est ce qu
    weak je me moi mon ma mes tu te toi ton ta tes il elle on nous notre nos vous votre vos ils elles
    weak leur leurs se sa son ses le la les l un une des du de d et mais si ne n pas plus en y
    weak au aux a dans sur sous avec sans pour par vers chez c cela ca cette cet ces j ai as avez
    weak avons ont suis es sont etre avoir peut puis pouvez dois doit faut veux voudrais faire fait
    weak bonjour merci svp plait
    """)
}
