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
    alias extend=extens subscrib=subscript register=registr permit=permiss
    # words that only look inflected
    irregular this his be=was,were,is,are,been do=does,did,done bus=buses gas news
    irregular address=addresses,addressed access process=processes pass status business thing=things
    irregular anything nothing during string spring need=needed speed care=cares,cared,caring
    irregular plane=planes pine code=codes,coded rate=rates,rated rating tape=tapes
    irregular hope=hopes,hoped,hoping star=stars stare mate site=sites note=notes,noted
    irregular use=uses,used,using us billion date=dates,dated late=later fine=fines,fined line=lines
    irregular mine
    irregular time=times name=names,named,naming file=files,filed,filing page=pages image=images
    irregular online
    # irregular verbs and nouns
    irregular pay=paid,pays,paying,payment,payments lose=lost,loses,losing send=sent
    irregular break=broke,broken buy=bought,buying forget=forgot,forgotten get=got,getting,gotten
    irregular leave=left,leaving,leaves steal=stole,stolen take=took,taken,taking,takes find=found
    irregular make=made,making,makes go=went,gone,going,goes choose=chose,chosen,chooses,choosing
    irregular begin=began,begun
    irregular come=came,coming,comes drive=drove,driven,driving,drives,driver,drivers
    irregular tell=told,tells,telling
    irregular say=said see=saw,seen write=wrote,written,writing,writes spend=spent keep=kept
    irregular hold=held
    irregular meet=met withdraw=withdrew,withdrawn try=tries,tried child=children
    irregular die=died,dying ring=rang,rung sleep=slept
    irregular statement=statements bill=bills,billed,billing police policy=policies personal
    irregular story=stories mile=miles freeze=froze,frozen,freezes,freezing eat=ate,eaten run=ran
    irregular sell=sold,selling,sells speak=spoke,spoken give=gave,given,gives,giving bring=brought
    irregular think=thought
    irregular catch=caught hear=heard feel=felt fall=fell,fallen wear=wore,worn grow=grew,grown
    irregular hide=hid,hidden,hides,hiding lend=lent win=won fly=flew,flown,flies throw=threw,thrown
    irregular ride=rode,ridden,rides,riding draw=drew,drawn undo=undid,undone know=knew,known
    irregular show=shown wake=woke,woken rise=rose,risen build=built shoot=shot teach=taught
    irregular lead=led read shut=shuts,shutting set=sets,setting put=puts,putting cut=cuts,cutting
    irregular person=people mouse=mice
    # British and American
    irregular tyre=tyres,tire,tires colour=color,colours,colors centre=center cheque=cheques
    # question words, pronouns, prepositions, courtesy
    weak how do i my me can you to the a an is are it what why when where which who of on in for
    weak with from this that
    weak does did will would could should please thank thanks hello hi there be been was were am if
    weak and or so but at as by not no
    # what an apostrophe leaves of two words: I'm, it's, I'd, I'll, we're, I've
    weak m s d ll re ve
    weak have has had im ive id your yours we our us they them their he she his her its about into
    weak up out get want need like know
    weak any some just also
    weak wont cant dont doesnt didnt isnt arent wasnt werent hasnt havent couldnt wouldnt shouldnt
    weak cannot
    # circumstances, moods and courtesy that many tell beside what they ask
    aside still again already suddenly urgent urgently asap unfortunately sorry regards dear
    aside question questions disappointed unacceptable plz pls thx help very really bother advance
    aside now
    # words common in any text
    common able above across actually after afternoon against ago all almost alone along although
    common always among another anybody anymore anyone anything anyway anywhere around ask away
    common back basically because become before begin behind believe below best better between big
    common bit both bring call came case certain certainly clear come couple currently day days
    common different doing done down during each easiest easily easy either else end enough entire
    common especially even evening ever every everybody everyone everything everywhere exactly
    common example except far feel few find first following found full further gave general gets
    common getting give given gives go goes going gone good got great guess happen happened
    common happens hard hear heard helps here hes hopefully however hows instead itself keep keeps
    common kind knew known knows last late lately least left less let lets little long look
    common looking looks lot lots made main make makes making many matter maybe mean means might
    common mind moment more morning most much must myself near never new next nice none nor
    common nothing obviously off often oh ok okay old once one ones only onto other others
    common otherwise ought over own part particular past per perhaps person place point possible
    common possibly probably problem properly put quite rather reach reason recently regarding
    common right said same saw say says see seem seems seen several shall show side simple simply
    common since small somebody somehow someone something sometimes somewhere soon sort such sure
    common take taken takes taking tell tells than theirs themselves then these thing things think
    common thinking third those though thought through thus till time times today together told
    common too took toward tried tries trouble try trying turn two under unless until upon use
    common used useful using usual usually various via wait waited waiting wanted wants way ways
    common week well went whatever whats whenever whether while whole wish within without wonder
    common wondering work working works worry wrong yes yesterday yet youre yourself
    """)
}
