extension Thesaurus {
  /// English: words of orders, payments, accounts, devices, travel, work, health.
  package static let english = Thesaurus(
    """
    message mail email
    order buy purchase
    delete remove erase
    delete wipe clear
    remove uninstall
    cancel annul revoke
    cancel terminate end
    stop halt end
    stop quit exit close
    pause suspend freeze
    block freeze lock
    block ban prohibit forbid
    begin start launch
    begin commence
    open launch
    open unlock
    close lock shut
    change modify edit alter
    change update
    change replace swap exchange
    change switch
    exchange convert
    convert transform
    choose select pick
    find locate search
    find discover
    search look
    see view
    see show display
    show display reveal
    hide conceal invisible
    invisible hidden
    repair fix mend
    fix solve resolve
    broken faulty defective damaged
    broken malfunction
    work function operate
    fail failure unsuccessful
    fail crash
    fault error problem issue
    error bug
    problem trouble
    problem difficulty
    refuse decline reject deny
    allow permit enable
    permission access authorisation
    permission right
    permission consent
    enable activate
    disable deactivate
    prevent avoid
    prevent stop block
    turn switch
    get receive obtain
    get retrieve
    receive arrive
    arrive delivery
    deliver shipping dispatch
    deliver send
    send transmit forward
    send dispatch post
    shipment delivery
    courier carrier
    postpone delay
    delay late
    wait pending
    late overdue
    quick fast rapid
    fast speed
    slow sluggish
    speed accelerate
    big large huge
    bigger enlarge zoom
    small little tiny
    small reduce
    increase raise grow
    increase extend
    decrease reduce lower
    reduce shrink
    extend prolong lengthen
    limit restrict
    limit maximum cap
    minimum least
    most maximum
    old previous former
    oldest earliest first
    newest latest recent
    new recent
    last latest
    price cost
    cost fee charge
    fee charge commission
    tariff rate price
    expensive costly
    cheap inexpensive
    free complimentary
    discount reduction promotion
    voucher coupon
    coupon promo
    bill invoice receipt
    receipt proof confirmation
    money cash funds
    money amount sum
    refund reimbursement reimburse
    refund repay return
    return back
    salary wage pay
    debt owe
    deposit prepay
    balance amount
    transfer send
    transaction payment
    transaction transfer
    withdrawal atm
    atm cashpoint
    subscription plan membership
    plan tariff
    member membership
    unsubscribe cancel
    customer client user
    user person people
    someone somebody
    friend contact
    contact reach
    call phone telephone
    phone telephone mobile
    phone smartphone mobile
    smartphone handset
    computer pc laptop
    laptop notebook
    device machine
    device gadget
    screen display monitor
    picture photo image
    picture photograph
    image screenshot
    film video movie
    music song audio
    sound audio
    sound volume
    volume loud
    book reserve
    appointment meeting
    meeting event
    calendar schedule
    schedule plan
    timetable schedule
    time duration
    duration long
    rent hire lease
    rental hire
    car vehicle automobile
    bicycle bike
    fuel petrol gas gasoline
    petrol diesel
    garage workshop
    trip journey ride
    trip travel
    travel journey
    route directions
    map navigation
    place location
    place spot
    location position address
    country abroad
    abroad foreign international
    foreign overseas
    accident crash collision
    accident incident
    theft stolen
    lose missing
    missing absent
    lost disappear vanish
    damage harm
    damage scratch
    insurance cover
    insurance policy
    claim complaint
    complain complaint
    contract agreement
    terms conditions
    rule policy
    law legal
    fine penalty
    licence license permit
    passport id identity
    identity identification
    document file
    file attachment
    folder directory
    form application
    application app
    app program software
    software application
    website site page
    webpage page
    internet web online
    network connection
    wifi wireless
    connect link
    connect join
    link url
    browser chrome firefox
    login signin
    login log
    register signup
    register enrol
    account profile
    profile user
    password passcode
    password pin
    code password
    verify confirm check
    verify authenticate
    verification confirmation
    confirm approve
    approve accept
    accept agree
    check inspect
    check control
    review rating
    rating score
    comment feedback
    opinion review
    share publish
    share distribute
    publish post
    private secret
    private privacy
    secure safe
    security safety
    protect secure
    protection security
    hack compromise
    fraud scam
    spam junk
    virus malware
    backup copy
    backup save
    backup archive
    save store
    save keep
    store keep
    archive store
    download save
    download export
    export save
    upload import
    upload add
    import add
    add insert
    add include
    add create
    create make
    create new
    make build
    make produce
    generate create
    write type
    type enter
    type kind
    enter input
    input keyboard
    copy duplicate
    duplicate repeat
    duplicate double
    double twice
    repeat again
    recur regular
    automatic automatically
    manual manually
    default standard
    standard normal
    usual normal
    strange odd unusual
    unknown unrecognised
    unrecognized unknown
    wrong incorrect
    incorrect mistake
    mistake error
    correct right
    correct proper
    same identical
    different other
    different another
    another other
    difference compare
    separate split
    split divide
    divide separate
    combine merge join
    merge unite
    all every
    every each
    everything all
    entire whole
    whole complete
    complete finish
    finish end
    empty blank
    none zero
    part section
    section chapter
    group team
    group category
    category label
    label tag
    label folder
    list table
    table spreadsheet
    row line
    column field
    number amount
    number count
    count amount
    quantity number
    calculate compute
    sum total
    total whole
    graph chart
    chart diagram
    icon symbol
    symbol character
    character letter
    font typeface
    format style
    style theme
    theme appearance
    appearance look
    layout arrangement
    arrange sort
    sort order
    filter sort
    window tab
    tab page
    menu options
    option setting
    settings preferences
    settings configuration
    setup install
    notification alert
    alert warning
    reminder notification
    notify inform
    inform tell
    tell say
    speak talk
    talk chat
    chat conversation
    conversation discussion
    discussion thread
    thread conversation
    answer reply
    question ask
    request ask
    apply request
    help assist
    help support
    assistance help
    support service
    service help
    instruction guide
    guide manual
    manual handbook
    explain describe
    describe description
    reason why
    purpose goal
    possible able
    impossible unable
    must required
    required necessary
    need necessary
    eligible qualify
    suitable appropriate
    use utilise
    use usage
    test trial
    test check
    try attempt
    doctor physician
    hospital clinic
    illness disease
    disease sick
    ill sick
    medicine drug
    drug medication
    symptom sign
    vaccinate jab
    test screening
    quarantine isolation
    spread transmit
    transmission spread
    child kid
    child baby
    childcare babysitting
    school education
    student pupil
    student learner
    course class
    course lesson
    lesson class
    lecture lesson
    homework assignment
    assignment task
    task exercise
    exam test
    certificate diploma
    deadline due
    work job
    job employment
    employee worker
    worker staff
    staff employee
    employer company
    company business
    business firm
    shop store
    shop merchant
    merchant seller
    seller vendor
    house home
    home flat
    flat apartment
    room accommodation
    hotel accommodation
    pet animal
    dog pet
    food meal
    restaurant cafe
    battery power
    battery charge
    charge recharge
    power electricity
    power energy
    plug socket
    cable wire
    memory storage
    storage space
    disk drive
    disk storage
    printer print
    pointer cursor
    touchpad mouse
    keyboard key
    shortcut hotkey
    button key
    press click
    click tap
    press push
    touch tap
    recharge refill reload
    unauthorised unauthorized fraudulent
    debit deduct
    pending outstanding
    recipient beneficiary receiver
    inbox mailbox
    bookmark favourite favorite
    subscribe follow
    track trace
    package parcel shipment
    item product article
    guarantee warranty
    postcode zip
    luggage baggage suitcase
    flight plane
    ticket fare
    holiday vacation leave
    tyre wheel
    tax vat
    loan credit mortgage borrow
    salary paycheck
    statement report
    hear listen
    blurry fuzzy unclear
    highlight emphasise bold
    undo revert reverse
    restart reboot
    reset restore recover
    expire outdated
    stuck jam
    swap trade
    cheque check
    age young minor
    elderly senior older
    infect positive contagious
    wash clean hygiene
    pregnant pregnancy
    die death dead
    risk danger dangerous
    effect impact influence
    immune immunity antibody
    mother father parent guardian
    domestic local national
    worldwide international global
    replacement spare
    sign signature
    surname lastname
    translate language
    bright brightness dim
    timer alarm
    border abroad
    hit collision accident
    lamp light
    rent book hire
    tow breakdown
    dent damage scratch
    puncture tyre breakdown
    overcharge refund
    cryptocurrency crypto bitcoin
    nickname username
    mistake accident accidentally
    trash bin rubbish
    wallpaper background
    mute silent quiet
    microphone mic
    webcam camera
    earphones headphones headset
    crop cut trim
    rotate flip
    spy track
    husband wife spouse partner
    credentials login
    reject unsuccessful
    refuse fail
    bounce reject
    money payment
    cancel undo
    cancel reverse
    wait long delay
    arrive come
    renewal subscription
    wage payday
    history statement transactions
    contactless nfc
    ship deliver dispatch
    smashed broken cracked
    cracked damaged
    locker pickup
    suspended blocked banned
    authenticator verification
    otp verification
    sms text
    prove verify
    verification identity
    frozen stuck unresponsive
    freeze stuck crash
    lag slow delay
    charger charge
    pair connect
    offline disconnected
    disconnect unplug
    downgrade plan
    tablet ipad
    cord cable
    router modem
    agent representative advisor
    hotline helpline
    ev electric
    scuff scratch
    scrape scratch
    ding dent
    fender bumper
    clamp tow
    toll fee
    tank fuel
    longer extend
    excess deductible
    deductible insurance
    hold authorisation
    reschedule postpone
    reschedule change
    itinerary trip
    coverage insurance
    jab shot
    roaming abroad
    outage downtime
    move relocate
    allowance benefit
    citizen resident
    retire pension
    unemployed jobless
    synchronise sync synchronize
    admin administrator owner
    colleague coworker teammate
    coworker member
    overview dashboard
    chargeback dispute
    dispute complain
    invoice statement
    expenses receipt invoice
    robbed stolen
    sim number
    biometric fingerprint
    load download
    quiet silent sound
    deposit hold authorisation
    cheaper price cost
    cheap price
    steam breakdown
    vat invoice
    nonpayment declined
    hack fraud suspicious
    phishing scam fraud
    merge duplicate
    backup export
    insufficient declined
    2x twice double
    accountant invoice
    bookkeeper invoice accounting
    hacked suspicious unauthorised
    hacked fraud compromise
    dough money
    bucks money
    quid money
    moola money
    juice fuel petrol
    gasoline petrol fuel
    cops police
    policeman police
    cell phone mobile
    sim phone
    puppy dog
    tarif price tariff rate
    gdpr privacy data
    mastercard card
    paypal payment
    bump accident collision
    smash accident crash
    connect bluetooth
    pair bluetooth
    age old
    how long > time days duration hours
    how much > cost price fee amount
    how many > limit maximum number
    how often > limit frequency
    how old > age
    years old > age
    how soon > time days
    how fast > time days
    how quickly > time days
    how far > distance range
    how big > size
    how large > size
    what time > hours
    too much > overcharged extra wrong
    too long > delay pending slow
    still waiting > pending delayed
    go through > failed declined
    broke down > breakdown
    sign up > register registration
    sign in > login
    log in > login sign
    log on > login
    sign out > logout
    log out > logout
    set up > setup configure install
    top up > deposit
    add money > top deposit
    put money > top deposit
    money back > refund reimbursement
    get back > return refund restore recover
    pick up > collect collection
    drop off > return
    give back > return
    get rid > remove delete
    turn on > enable activate
    turn off > disable deactivate
    switch on > enable activate
    switch off > disable deactivate
    shut down > close power
    find out > check
    look up > search find
    run out > empty
    used up > empty limit
    fill in > enter form
    fill up > refuel
    call off > cancel
    put off > postpone
    go back > return undo previous
    in touch > contact
    speak to > contact
    talk to > contact
    customer service > contact support
    no longer > stop cancel
    let me > allow allowed
    cash machine > atm
    bank machine > atm
    didnt make > unauthorised unrecognised recognised fraud
    not make > unauthorised unrecognised recognised fraud
    didnt do > unauthorised unrecognised recognised fraud
    pay back > repay refund
    pay in > deposit
    take out > withdraw withdrawal
    cash out > withdraw withdrawal
    send money > transfer
    move money > transfer
    two times > twice duplicate
    not received > missing arrive
    hasnt arrived > delivery missing
    never arrived > delivery missing
    get started > begin start
    not show > missing pending
    doesnt show > missing pending
    isnt show > missing pending
    hasnt show > missing pending
    cant see > missing
    dont see > missing
    not accept > declined rejected
    wasnt accepted > declined rejected
    didnt work > failed declined
    doesnt work > failed broken
    isnt working > failed broken
    not work > failed broken
    wont work > failed broken
    dont recognise > unauthorised unknown unrecognised recognised
    dont recognize > unauthorised unknown unrecognised recognised
    dont remember > unrecognised recognised
    in person > physical branch
    actual card > physical
    real card > physical
    second card > spare additional extra
    another card > spare additional extra
    more cards > spare additional extra
    more than > multiple several
    which countries > supported
    due date > deadline
    under 18 > age
    right away > instantly immediately
    at once > instantly immediately
    straight away > instantly immediately
    business days > time
    working days > time
    get out > withdraw
    get cash > withdraw withdrawal
    wont start > breakdown fault failed
    flat tyre > puncture breakdown
    charged twice > duplicate refund
    double charged > duplicate twice refund
    charged double > duplicate twice refund
    no show > cancel
    any more > cancel stop
    dont want > cancel refuse
    dont need > cancel return
    my mind > cancel return refund
    locked out > blocked access password
    parking ticket > fine penalty
    speeding ticket > fine penalty
    havent received > missing pending
    havent got > missing pending
    still not > pending delayed missing
    hasnt come > missing delivery
    not here > missing delivery
    by mistake > wrong accidentally error
    by accident > accidentally wrong mistake
    wrong person > recipient mistake
    wrong account > recipient mistake
    someone else > unauthorised person
    without permission > unauthorised fraud
    back up > backup
    speed up > fast accelerate
    slow down > slow
    turn up > increase
    turn down > decrease reject
    make bigger > enlarge zoom increase
    make larger > enlarge zoom increase
    make smaller > reduce shrink
    get into > access open login
    send back > return
    bring back > return restore
    take down > remove delete
    taken from > deducted charged debit
    hold of > contact
    get through > contact
    real person > contact agent support
    speak with > contact
    talk with > contact
    last name > surname
    first name > name
    zip code > postcode
    foreign currency > exchange
    log into > login sign
    sign into > login
    same time > simultaneously multiple
    every time > always default automatically
    in bulk > multiple several
    only me > private
    how come > why reason
    money gone > missing deducted
    money disappeared > missing deducted
    ripped off > overcharged refund fraud
    extra charge > fee overcharged
    extra fee > charge
    hidden fee > charge
    why charged > fee
    auto renew > renewal subscription
    never came > missing delivery
    didnt arrive > missing delivery
    still hasnt > pending delayed missing
    wheres my > track status
    get here > delivery arrive
    wrong item > return exchange
    wrong size > return exchange
    doesnt fit > return exchange size
    too small > exchange size
    too big > exchange size
    arrived broken > damaged return
    arrived damaged > return
    sold out > available stock
    gift card > voucher
    cant login > access password
    forget password > reset recover
    forgot pin > reset
    forget username > recover
    password wrong > reset
    account locked > blocked suspended access
    text message > sms
    new phone > device change replace
    lost phone > device
    close account > delete
    shut account > delete close
    prove identity > verification
    black screen > blank display
    blank screen > black display
    not load > error
    wont load > error
    keeps crashing > crash
    wont charge > battery charger power
    battery dies > power
    dead battery > charge
    wont open > error
    wont connect > connection network bluetooth
    no internet > connection offline
    no signal > connection network reception
    usb stick > flash drive
    dark mode > theme
    speak human > contact agent
    no reply > response contact
    no answer > contact response
    nobody answers > contact
    stop paying > cancel subscription
    opt out > unsubscribe disable
    opt in > enable subscribe
    stop emails > unsubscribe
    stop sending > unsubscribe
    flat battery > breakdown charge
    engine light > warning breakdown
    warning light > breakdown
    light came > warning
    check engine > warning breakdown
    rear ended > collision accident
    crashed into > accident collision
    hit by > collision accident
    gas station > fuel petrol
    fill tank > refuel
    left behind > lost property
    return car > end
    late return > delay extend
    running late > delay late extend
    bring later > extend
    keep longer > extend
    more time > extend
    another hour > extend
    extra hour > extend
    more hours > extend
    extra day > extend
    another day > extend
    extra time > extend
    baby seat > child
    change date > reschedule
    plans changed > cancel reschedule
    cant come > cancel
    keep number > transfer port
    power cut > outage
    no power > outage battery
    no water > outage
    move house > address
    add people > invite
    give money > refund
    return money > refund
    get money > refund withdraw
    bump into > collision accident
    light on > warning
    money blocked > hold authorisation
    funds blocked > hold authorisation
    money frozen > hold authorisation
    two accounts > duplicate
    second account > duplicate
    isnt there > missing
    not there > missing
    not listed > missing
    plan trip > route
    plan journey > route
    change mind > cancel return refund
    paid twice > refund duplicate
    paid double > refund duplicate
    took twice > refund duplicate
    not enough > insufficient declined
    hour later > extend
    where am > location position
    not come > cancel
    dont show > cancel
    wont make > extend cancel late
    in time > late extend
    2 times > twice duplicate refund
    in traffic > late extend
    traffic jam > late extend
    is smoking > breakdown
    smoke coming > breakdown
    smoke from > breakdown
    leave good > delete close
    leave forever > delete close
    close forever > delete
    wrong password > forgot reset
    password again > forgot reset
    phone gone > lost
    booked mistake > cancel
    steam coming > breakdown
    steam from > breakdown
    drove into > accident collision
    ran into > accident collision
    fender bender > accident collision
    run petrol > refuel
    run fuel > refuel
    run gas > refuel
    no petrol > refuel
    no fuel > refuel
    no gas > refuel
    tank empty > refuel
    empty tank > refuel
    out petrol > refuel
    out fuel > refuel
    out gas > refuel
    battery empty > charge
    battery dead > charge
    out charge > charge
    ran charge > charge
    return deposit > hold authorisation
    deposit back > hold authorisation
    get deposit > hold authorisation
    give deposit > hold authorisation
    deposit returned > hold authorisation
    not connect > bluetooth connection
    doesnt connect > bluetooth connection
    cant connect > bluetooth connection
    keeps disconnecting > bluetooth connection signal
    lost connection > bluetooth signal
    apple pay > payment card
    google pay > payment card
    age limit > old
    minimum age > old
    doesnt start > breakdown fault failed
    not start > breakdown fault failed
    dough back > refund
    money come > refund
    money arrive > refund
    wheres money > refund
    waiting money > refund
    meter running > end
    still running > end
    keeps running > end
    app connect > bluetooth
    phone connect > bluetooth
    """)
}
