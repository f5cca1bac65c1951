extension SuffixTable {
  /// English: plurals, verb forms, common derivations; irregular verbs, and words that only look
  /// inflected, by hand.
  package static let english = SuffixTable(
    """
    # nouns: plural
    suffix 3 s es
    suffix 2 ies
    # verbs: participles and past
    suffix 3 ing ings ed eds ying
    suffix 2 ied
    # derivations: actions, manner
    suffix 4 ment ments ion ions ly able al als
    suffix 3 ate ates ated ating ation ations ication ications e y
    # five letters are often no more than a prefix: transfer, transaction; control, contract
    shared 6
    # doubled consonants: stopped, running
    alternation pp>p tt>t nn>n mm>m gg>g bb>b dd>d rr>r ll>l
    # other stems of the same word
    alias extens>extend subscript>subscrib registr>register permiss>permit receiv>receiv
    # words that only look inflected
    irregular this>this his>his has>have had>have was>be were>be is>be are>be been>be does>do did>do
    irregular done>do
    irregular bus>bus buses>bus gas>gas news>news address>address addresses>address
    irregular addressed>address access>access
    irregular process>process processes>process pass>pass status>status business>business
    irregular thing>thing things>thing
    irregular anything>anything nothing>nothing during>during string>string bring>bring
    irregular spring>spring need>need needed>need speed>speed
    irregular care>care cares>care cared>care caring>care plane>plane planes>plane pine>pine
    irregular code>code codes>code coded>code
    irregular rate>rate rates>rate rated>rate rating>rating tape>tape tapes>tape hope>hope
    irregular hopes>hope hoped>hope hoping>hope
    irregular star>star stars>star stare>stare mate>mate site>site sites>site note>note notes>note
    irregular noted>note
    irregular use>use uses>use used>use using>use us>us billion>billion date>date dates>date
    irregular late>late later>late
    irregular fine>fine fines>fine fined>fine line>line lines>line mine>mine time>time times>time
    irregular name>name names>name named>name
    irregular file>file files>file page>page pages>page image>image images>image online>online
    # irregular verbs and nouns
    irregular pay>pay paid>pay pays>pay paying>pay payment>pay payments>pay lost>lose lose>lose
    irregular loses>lose losing>lose
    irregular sent>send broke>break broken>break bought>buy buying>buy forgot>forget
    irregular forgotten>forget got>get getting>get gotten>get
    irregular left>leave leaving>leave leave>leave leaves>leave stole>steal stolen>steal took>take
    irregular taken>take taking>take take>take takes>take
    irregular found>find made>make making>make make>make makes>make went>go gone>go going>go goes>go
    irregular chose>choose chosen>choose choose>choose
    irregular began>begin begun>begin came>come coming>come come>come comes>come drove>drive
    irregular driven>drive driving>drive drive>drive drives>drive
    irregular driver>drive drivers>drive told>tell said>say saw>see seen>see wrote>write
    irregular written>write write>write writing>write spent>spend
    irregular kept>keep held>hold met>meet withdrew>withdraw withdrawn>withdraw tries>try tried>try
    irregular children>child
    irregular statement>statement statements>statement
    irregular bill>bill bills>bill billed>bill billing>bill
    irregular police>police policy>policy policies>policy personal>personal story>story
    irregular stories>story mile>mile miles>mile
    # question words, pronouns, prepositions, courtesy
    weak how do i my me can you to the a an is are it what why when where which who of on in for
    weak with from this that
    weak does did will would could should please thank thanks hello hi there be been was were am if
    weak and or so but at as by not no
    weak have has had im ive id your yours we our us they them their he she his her its about into
    weak up out get want need like know
    weak any some just also
    # words common in any text
    common able above across actually after again against ago all almost alone along already
    common although always among another anybody anymore anyone anything anyway anywhere around ask
    common away back basically because become before begin behind believe below best better between
    common big bit both bring call came case certain certainly clear come couldnt couple currently
    common day days didnt different doing done dont down during each easiest easily easy either else
    common end enough entire especially even ever every everybody everyone everything everywhere
    common exactly example except far feel few find first following found full further gave general
    common gets getting give given gives go goes going gone good got great guess happen happened
    common happens hard hear heard help helps here hes hopefully however hows instead isnt itself
    common keep keeps kind knew known knows last lately least left less let lets little long look
    common looking looks lot lots made main make makes making many matter maybe mean means might
    common mind moment more most much must myself near never new next nice none nor nothing now
    common obviously off often oh ok okay old once one ones only onto other others otherwise ought
    common over own part particular past per perhaps person place point possible possibly probably
    common problem properly put quite rather reach really reason recently regarding right said same
    common saw say says see seem seems seen several shall shouldnt show side simple simply since
    common small somebody somehow someone something sometimes somewhere soon sort still such sure
    common take taken takes taking tell tells than theirs themselves then these thing things think
    common thinking those though thought through thus till time times today together told too took
    common toward tried tries trouble try trying turn two under unless until upon use used useful
    common using usually various very via wanted wants wasnt way ways week well went werent whatever
    common whats whenever whether while whole wish within without wonder wondering wont work working
    common works worry wouldnt wrong yes yet youre yourself
    """)
}
