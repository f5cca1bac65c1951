extension SuffixTable {
  /// English: plurals, verb forms, common derivations; irregular verbs by hand.
  package static let english = SuffixTable(
    """
    # nouns: plural and possessive
    suffix 3 s es
    suffix 2 ies
    # verbs: participles and past
    suffix 3 ing ings ed eds
    suffix 2 ied
    # derivations: agents, actions, manner
    suffix 4 er ers ment ments ation ations ion ions ly able al als
    suffix 3 e y
    # words that only look inflected
    irregular this>this his>his has>have had>have was>be were>be is>be are>be been>be does>do did>do done>do
    irregular bus>bus gas>gas news>news address>address addresses>address access>access process>process processes>process
    irregular pass>pass status>status business>business thing>thing things>thing anything>anything nothing>nothing
    irregular during>during string>string bring>bring spring>spring need>need needed>need speed>speed
    irregular paid>pay pays>pay paying>pay lost>lose losing>lose sent>send sending>send broke>break broken>break
    irregular bought>buy buying>buy forgot>forget forgotten>forget got>get getting>get gotten>get left>leave leaving>leave
    irregular stole>steal stolen>steal took>take taken>take taking>take found>find made>make making>make
    irregular went>go gone>go going>go chose>choose chosen>choose began>begin begun>begin came>come coming>come
    irregular drove>drive driven>drive driving>driv drive>driv drives>driv driver>driv drivers>driv
    irregular told>tell said>say saw>see seen>see wrote>write written>write spent>spend kept>keep held>hold
    irregular met>meet read>read car>car cars>car card>card cards>card user>us users>us
    irregular other>other others>other over>over under>under order>order orders>order number>number numbers>number
    irregular never>never ever>ever every>every after>after water>water paper>paper letter>letter
    # doubled consonants: stopped, running; y and i: carried, carry
    alternation pp>p tt>t nn>n mm>m gg>g bb>b dd>d rr>r ll>l
    """)
}
