# The negotiating table: clauses, papers, envoys, what is weighed and why, the ledger of what was sworn.

# Clauses beyond those of the first scenarios; a clause is said without a stop.
clause-pay-at = { $clause }, at { $place }
clause-share = { $n ->
    [one] if { $court } takes { $place }, it hands it over within one xun
   *[other] if { $court } takes { $place }, it hands it over within { $n } xun
}
clause-return = { $n ->
    [one] { $court } sends { $person } home within one xun
   *[other] { $court } sends { $person } home within { $n } xun
}
clause-give-up = { $n ->
    [one] { $court } gives up { $person }, who came over to it, within one xun
   *[other] { $court } gives up { $person }, who came over to it, within { $n } xun
}
clause-keep-out = { $court } sends no army to { $places }
clause-border = { $n ->
    [one] { $river } is the border, { $court } to the north of it; towns on the wrong bank pass within one xun
   *[other] { $river } is the border, { $court } to the north of it; towns on the wrong bank pass within { $n } xun
}
clause-no-works = { $court } strengthens no walls along the border
clause-no-shelter = { $court } shelters neither men nor towns that come over to it
clause-no-lure = { $court } gives no post to one who came over
clause-campaign = { $n ->
    [one] { $court } makes war on { $against } and lies before { $place } within one xun
   *[other] { $court } makes war on { $against } and lies before { $place } within { $n } xun
}
clause-separate = { $court } makes no peace of its own with { $with }
clause-market = there is a market at { $place }
clause-oath = they swear: { $words }
clause-guard = { $court } keeps at least { $men } men near the other’s capital
clause-guard-at = { $court } keeps at least { $men } men near { $place }, the capital of { $other }
clause-submit = { $court } submits, with its towns, armies and people
clause-leave-people = { $court } leaves the people of { $places } where they live

# Papers drawn up in play.
paper-title = { $court }’s paper of { $day }

# Orders.
treat-offer = { $n ->
    [one] send { $person } to { $court } with a paper of one clause
   *[other] send { $person } to { $court } with a paper of { $n } clauses
}
treat-worded = { $order } and the words of { $draft }
treat-answer = { $n ->
    [one] answer { $draft }: { $person } goes to { $court } with a paper of one clause
   *[other] answer { $draft }: { $person } goes to { $court } with a paper of { $n } clauses
}
treat-disavow = disown what your envoy swore to in { $draft }
treat-void = declare { $draft } void
treat-war = open war on { $court }
treat-release = let { $person } go home
treat-give-back = give { $person } back to the court he left
treat-reclaim = declare { $place } your own again

# What is missing.
refusal-no-paper = There is no such paper.
refusal-blank = A paper must say something, and not too much.
refusal-unsound = Clause { $n } cannot be meant so between these two courts, or stands there twice.
refusal-awaited = { $draft } is still with them. A court waits for its answer.
refusal-not-to-send = { $person } cannot be sent: he reigns, commands, is away, or was sent away.
refusal-not-overreached = No envoy of yours went beyond his instructions in { $draft }, or it is too late to say so.
refusal-not-in-force = { $draft } is not in force.
refusal-not-held = { $person } is not in your hands.
refusal-no-fugitive = { $person } did not come over to you.
refusal-no-claim = Nothing gives you a claim on { $place }: you did not hand it over under a treaty that its holder has broken.
refusal-at-war-already = You are at war with { $court } already.

# What happened.
event-heard-clause = Your envoy heard where { $draft } failed, by { $n }: { $clause }.
event-heard-ground = Your envoy heard of { $draft } that it was too little, by about { $n }. What spoke against it most: { $ground }.
event-heard-both = Your envoy heard of { $draft } that it was too little, by about { $n }. What spoke against it most: { $ground }; and of its own words: { $clause }.
event-heard-little = Your envoy heard of { $draft } that it was too little, by about { $n }.
event-heard-no-fault = Your envoy heard nothing against the words of { $draft }: { $court } would not have it all the same.
event-came-out = { $person } had promised more in { $draft } than he was told to: { $clause }, where he had been told { $told }.
event-disavowed = { $court } disowned { $person } and what he swore to in { $draft }.
event-gave-back = { $by } gave { $person } back to { $to }.
shift-strike = They would want it struck out.
shift-lower = They spoke of { $goods }.
shift-raise = They would want more: { $goods }.
shift-soften = They would write { $rank }.
rank-equal = as one sovereign to another
rank-younger = as a younger brother
rank-nephew = as a nephew
rank-subject = as a subject
address-equal = one sovereign to another
address-younger = a younger brother to his elder
address-nephew = a nephew to his uncle
address-subject = a subject to his lord
why-address = Another was placed above the sovereign

# What a paper weighs.
weigh-line = { $weight }  { $words }
weigh-total = { $weight }  all of it: your court would { $so ->
    [no] not take it
   *[yes] take it
}
weigh-other = { $so ->
    [no] They think at your court that { $court } would not take it: it stands at { $n }, and above zero it would be signed. They would balk at: { $clause }.
   *[yes] They think at your court that { $court } would take it.
}
mover-head = What would move them:
mover-line = { $gain }  clause { $n }: { $words }
mover-add-line = { $gain }  { $words }
mover-add = Added: { $clause }
mover-strike = Struck out: { $clause }
mover-lower = Asked of them only { $goods }
mover-raise = Raised to { $goods }
mover-soften = Written { $rank }
weigh-other-little = They think at your court that { $court } would find too little in it: it stands at { $n }, and above zero it would be signed.
weigh-fear = fear for the capital
weigh-lean = the war and peace parties
weigh-tide = who wins in the field
weigh-season = the season
weigh-captives = those of the house in their hands
weigh-tongue = how their envoy speaks for it
weigh-pride = what a sovereign thinks he is owed
weigh-client = whose army the throne rests on
opinion-for = { $person } is for it.
opinion-for-but = { $person } is for it, and likes least: { $clause }.
opinion-against = { $person } is against it.
opinion-against-clause = { $person } is against it, and balks at: { $clause }.

# Writing.
write-head = Your paper to { $court }:
write-taken-up = You go on with what you had begun. To begin anew: strike all
write-in-the-way = You are writing to them already. Send it, or strike all and take their paper up then.
write-empty = It says nothing yet.
write-clause = { $n }. { $words }
write-nothing-begun = You are writing no paper. Begin one: write to { $court }
write-no-court = To which court? There is: { $courts }.
write-words-of = { $n }. In the words of { $draft }:
write-words-sense = { $court } reads: { $says }
write-words-how = Put such words into your paper with write words 1; take them out with write words none. What each side makes of them binds it as it does in the paper they come from.
write-words-none = No paper of this time has words between the two courts that can be read in more than one way.
write-struck = Struck out: { $clause }
write-struck-many = Struck out: { $n } clauses.
write-added = Added as clause { $n }: { $clause } The whole paper: write
write-no-clause = There is no clause { $n }. One is struck out with strike 2, several with strike 2, 5 or strike 1-9, and all with strike all.
write-none-to-answer = No paper lies before your court to be answered.
write-cannot-read = That is no clause. See how they are written: ? write
write-envoys = You could send: { $list }.
write-envoy = { $person } ({ $id }, { $n } of 10)
write-no-envoys = There is nobody whom you could send.
road-letter = { $n ->
    [0] { $days ->
        [0] They are at hand: the paper is handed over within this xun.
       *[other] The road is { $km } km, and a relay courier is there with it in about { $days } days, within this xun.
    }
    [one] The road is { $km } km, and a relay courier is there with it in about { $days } days: the paper is handed over next xun.
   *[other] The road is { $km } km, and a relay courier is there with it in about { $days } days: the paper is handed over after { $n } xun.
}
road-round = It goes { $km } km out of the straight way to keep out of the country of { $court }.
road-through = { $km } km of it lie in the country of { $court }, which would take the paper { $n } times in a hundred.
write-how = Add a clause: write we pay 200000 silver within 6. Strike out: strike 2, or strike 1-9. Weigh it: weigh. Send it with the first of these: send, or send { $person }
write-offer = Your court’s own draft to { $court } would be:
write-no-offer = Your court sees nothing that both would sign.

# The ledger.
ledger-head = What was sworn, and how it is kept:
ledger-none = Nothing is sworn and in force.
ledger-paper = { $title }, with { $court }, sworn { $day }.
ledger-clause = { $n }. { $words }: { $state }
ledger-kept = kept.
ledger-broken = broken by { $court }.
ledger-released = no longer binds, { $court } having broken the peace.
ledger-late = late; it was due by { $day }.
ledger-withheld = withheld by you, { $court } having broken its word.
ledger-waits = due by { $day }.
ledger-holds = holds.
ledger-replaced = settled by a later paper between the same two.
ledger-ended = ended by the war that { $by } opened, { $court } having broken its word first.
ledger-gone = ended: { $court } is no more.
ledger-rests = rests while the parties are at war; nothing falls due.
ledger-idle = not in force.
ledger-paid = { $state } Paid: { $paid }. Left: { $left }.
ledger-unclear = “{ $words }” is read in more ways than one.
ledger-reading = As { $court } reads it: { $says }
ledger-verdict-broken = On this reading { $court } has broken its word.
ledger-verdict-kept = On this reading nobody has broken his word.
ledger-alleged = { $by } says that { $of } broke clause { $n } already: { $says }
ledger-remedy-withhold = You may withhold what you owe in money: the breach is disputed.
ledger-remedy-all = You may withhold whatever is still due from you.
ledger-remedy-persons = You may keep those whom you should send home.
ledger-remedy-reclaim = You may take { $place } back: reclaim { $id }
ledger-remedy-half = War would cost you half of what a broken peace costs.
ledger-remedy-war = War would cost you no legitimacy.
paper-would-hold = Sworn now, it holds you back from war on { $court } until { $day }.
ledger-holds-back = It keeps you from attacking until { $day }. Whatever you had set in train against them was laid aside with the oath.
ledger-void-war = It carries the peace: to declare it void is war with { $court }.
ledger-breach = War now breaks { $draft }, which holds you back until { $day }: it is entered as your breach, it costs you { $n } of legitimacy, and nobody will trust your next oath as he did this one.
ledger-war-price = War on { $court } would cost you { $n } of legitimacy.

weigh-head = What { $draft } weighs with your court. Above zero it would be taken.
weigh-head-own = What your paper to { $court } weighs with your own court. Above zero it would be taken.
opinion-head = What your councillors think of it:
amend-head = Your court would take it so:
amend-none = Your court sees no paper of this kind that it would take.

# How it is typed.
word-court = COURT
usage-war = war { $court }
usage-void = void { $draft }
usage-disown = disown { $draft }
usage-free = free { $person }
usage-return = return { $person }
usage-reclaim = reclaim { $place }
usage-write = write to { $court }, then for instance: write we pay 200000 silver within 6, strike 1, weigh, send PERSON
does-war = War is opened. Against a sworn peace, or while a truce runs, it is a breach and costs legitimacy, unless the other broke it first.
does-void = A treaty is declared void; what made peace is war again. It costs legitimacy, unless the other broke it.
does-disown = An envoy who swore to more than he was told is sent away, and the treaty with him. It costs less than breaking one.
does-free = One of another court whom you hold goes home.
does-return = One who came over to you is given back to the court he left. Others who came over take note.
does-reclaim = A town you handed over under a treaty that its holder broke is yours to take again without war.
help-write =
    A paper of your own words is written clause by clause. Begin it:
    write to COURT, which also shows what your own court would write; write
    draft takes that over. Then, with we or they before each duty:

    write we pay 200000 silver within 6    write they pay 100000 silk yearly
    (or half-yearly, every season, monthly)
    write they cede PLACE within 6         write they return PERSON
    write we give PERSON as surety       write they withdraw within 4
    write we write as nephew (or: equal, younger, subject)
    write they return fugitives            write we shelter nobody
    write they build nothing               write they lure nobody
    write we keep out of PLACE and PLACE   write market at PLACE
    write border huai they north within 9  write truce for 36
    write they fight COURT at PLACE within 12
    write they share PLACE of common spoils
    write we make no peace with COURT      write peace
    write swear by Heaven and the altars
    write words                            write words 1

    The last shows the words of this time's papers that each side reads in
    its own way, and puts them into yours; write words none takes them out.
    strike 2 strikes a clause out, strike 1-9 nine, strike all all of them;
    weigh says what it weighs; send PERSON sends it. counter takes a paper that lies before you under the brush, to
    be sent back changed; weigh PAPER says what that one weighs, and what
    your councillors think. An able envoy hears where a paper failed and what
    would have moved them; a poor one only how far it fell short, and he may
    promise more than he was told: disown PAPER.
