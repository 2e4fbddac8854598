# What happened, in the past tense, and why numbers moved.

event-laid = A matter came before the court of { $court }: { $title }.
event-laid-again = A matter came before the court of { $court } again: { $title }.
event-chose = The court of { $court } chose, on “{ $title }”: { $label }.
event-lapsed = The moment for “{ $title }” passed without an answer.
event-ordered = Ordered by { $court }: { $order }.
event-reached = { $armies } reached { $place }.
event-crossed = { $army } crossed the river at { $place }.
event-stopped = { $army } came to a stop at { $at }: the way to { $before } is held or has no boats.
event-not-let-in = { $court } holds { $place } and is at peace with you: { $army } was not let in, and stays at { $at }.
event-raised = { $armies } mustered at { $place }.
event-gone = { $armies } went home.
event-scattered = { $armies } scattered, and cannot be called together again.
event-field-won = { $attacker } attacked { $defender } in the open near { $place }, about { $attackers } men against { $defenders }, and won.
event-field-lost = { $attacker } attacked { $defender } in the open near { $place }, about { $attackers } men against { $defenders }, and lost.
event-crossing-won = { $attacker } forced the crossing at { $place } against { $defender }, about { $attackers } men against { $defenders }.
event-crossing-lost = { $attacker } tried to force the crossing at { $place } against { $defender }, about { $attackers } men against { $defenders }, and failed.
event-midstream-won = { $attacker } lay in wait at { $place } until half of { $defender } was over the river, and struck: about { $attackers } men against the { $defenders } who were still together on that bank. The river did the rest.
event-midstream-lost = { $attacker } struck { $defender } at { $place } in the middle of the crossing, about { $attackers } men against the { $defenders } on that bank, and was thrown back.
event-relief-won = { $attacker } broke the ring that { $defender } had drawn round { $place }, about { $attackers } men against { $defenders }.
event-relief-lost = { $attacker } came up to relieve { $place } with about { $attackers } men and lost to { $defender }, who had { $defenders }.
event-raid-won = { $attacker } fell on the camp of { $defender } at { $place } by night, about { $attackers } men against { $defenders }, and broke it.
event-raid-lost = { $attacker } fell on the camp of { $defender } at { $place } by night with about { $attackers } men, in vain.
event-assault-won = { $attacker } stormed { $place }, about { $attackers } men against { $defenders }, and got over the wall.
event-assault-taken = { $attacker } stormed { $place }, about { $attackers } men against { $defenders }, and took it.
event-assault-lost = { $attacker } stormed { $place }, about { $attackers } men against { $defenders }, and did not get over the wall.
event-sortie-won = The men of { $attacker } came out of { $place }, about { $attackers } against { $defenders } of { $defender }, and drove them off.
event-sortie-lost = The men of { $attacker } came out of { $place }, about { $attackers } against { $defenders } of { $defender }, and were driven back in.
event-siege-close = { $n ->
    [one] { $places } was closed in by { $court }.
   *[other] { $places } were closed in by { $court }.
}
event-siege-loose = { $court } set a watch on { $places }.
event-ring-tight = The ring round { $place } was drawn tight.
event-ring-loose = The ring round { $place } was loosened.
event-siege-lifted = { $n ->
    [one] The siege of { $places } was lifted.
   *[other] The sieges of { $places } were lifted.
}
event-fell-storm = { $places } fell to { $to } by storm.
event-fell-hunger = { $places } fell to { $to } by hunger.
event-fell-treachery = { $places } opened to { $to } by treachery or surrender.
event-fell-terms = { $places } asked { $to } for terms; the garrison marched out without its arms.
event-fell-abandoned = { $places } passed to { $to } undefended.
event-fell-ceded = { $places } passed to { $to } by agreement.
event-fell-given = { $places } was given to { $to }.
event-fell-rising = { $places } rose and went over to { $to }.
event-cession-ordered = The order went out to hand over to { $to }: { $places }.
event-cession-refused = { $places } refused to be handed over.
event-gate-opened = The gates of { $place } were opened and { $men } men sent out.
event-crossing-burnt = The boats and the bridge at { $places } were burnt.
event-crossing-mended = There are boats again at { $places }.
event-dike = The dike at { $place } was broken, and the river is in the fields.
event-died = { $people } died.
event-died-battle = { $n ->
    [one] { $people } was killed.
   *[other] { $people } were killed.
}
event-executed = { $person } was put to death by order of the court.
event-exiled = { $person } was sent away from the court.
event-recalled = { $person } is back at the court.
event-taken = { $n ->
    [one] { $people } was taken by { $court }.
   *[other] { $people } were taken by { $court }.
}
event-surrendered = { $people } went into the hands of { $court }.
event-detained = { $person } is kept and may not return.
event-freed = { $person } is free again.
event-went = { $person } went to { $place }.
event-entered = { $person } took office under { $court }.
event-declined = { $person } would take no office under { $court }.
event-went-over = { $person } went over to { $court }.
event-went-over-army = { $person } went over to { $court } with { $army }.
event-army-over = { $army } went over to { $court } with its commander.
event-appointed = { $person } became { $post }.
event-vacated = { $person } is no longer { $post }.
event-took-command = { $person } took command of { $army }.
event-lost-command = Nobody commands { $army } now.
event-took-walls = { $person } took charge of the walls of { $place }.
event-lost-walls = Nobody answers for the walls of { $place }.
event-abdicated = { $from } gave up the throne of { $court } to { $to }.
event-enthroned = { $person } took the throne of { $court }.
event-deposed = { $by } declared the ruling house of { $court } deposed.
event-court-up = { $by } set up a court of { $court } at { $place } under { $person }.
event-court-fell = The court of { $court } is no more.
event-court-moved = The court of { $court } moved to { $place }.
event-proposed = An envoy of { $from } set out to { $to } with { $draft }.
event-delivered = { $draft } came before the court of { $to }.
event-intercepted = { $draft } was taken on the road by { $court }.
event-sworn = { $from } and { $to } swore to { $draft }.
event-called-back = { $court } called { $draft } back on the road: another paper goes in its place.
event-laid-aside = { $court } has sworn not to fight, and what it had set in train is laid aside: { $label }.
event-refused = { $court } refused { $draft }.
event-repudiated = { $court } declared { $draft } void.
event-clause-kept = { $court } kept its word under { $draft } ({ $clause }).
event-clause-paid = Paid under { $draft }: { $goods }.
event-clause-broken = { $court } broke its word under { $draft } ({ $clause }).
event-war = { $by } opened war on { $on }.
event-war-choice = War on { $on }: so it was chosen in council ({ $title }).
event-tie-ended = { $client } lives by the grace of { $patron } no longer: what bound the one to the other ended with the war.
event-war-broken = { $on } had broken its word in { $draft }: { $clause }.
event-war-disputed = { $on } had broken its word in { $draft } as the other side reads it: { $clause }.
event-war-against = It is war in spite of { $draft }.
event-war-claim = { $by } has an old claim on { $place }.
event-war-bare = No sworn paper stood between them.
event-peace = { $a } and { $b } made peace.
event-befell = { $title }. { $text }
event-befell-also = { $text } The same was told of { $others }.
event-befell-again = { $title } ({ $list })
event-pursued-ridden = Horse rode down { $army } in flight: about { $men } dead or scattered on the road.
event-pursued-slowly = { $army } was followed, with little horse or on ground that is bad for it: about { $men } lost on the road.
event-pursued-walls = { $army } ran for walls near at hand, and the pursuers turned back before them: about { $men } lost on the way.
event-pursued-drowned = { $army } was driven against a river without a bridge: about { $men } drowned, cut down on the bank or scattered.
event-craftsmen = With { $place } its powder workshops came into the hands of { $court }, and the craftsmen with them.
event-held-out = { $place }: there was talk of terms. Its captain would hear of none.
event-panicked = An alarm ran through { $army } in the night.
event-rose = The country round { $places } rose against those who hold it.
event-proclaimed-blame = The sovereign of { $court } took the blame on himself in an edict to the whole country.
event-proclaimed-amnesty = { $court } proclaimed an amnesty.
event-proclaimed-arms = { $court } called the country to arms.
event-ended = The game ended: { $title }.

why-choice = The choice: { $label }
why-incident = { $title }
why-order = Orders given
why-time = The passing of time
why-victory = Victory
why-defeat = Defeat
why-hunger = Hunger
why-cold = Cold
why-heat = Heat
why-siege = The siege wears on
why-town-lost = A town lost
why-town-won = A town won
why-council = Those who sit in council
why-dismissal = A colleague dismissed
why-arrears = Pay in arrears
why-quiet = A quiet season
why-broken-word = A word broken
why-cession = Land signed away
why-occupation = Foreign troops live on the country
why-garrisons = Garrisons put resistance down
why-requisition = Households stripped
why-flight = The court fled
why-foraging = Foraging and carts
why-proclamation = A proclamation
why-relief = Relief came
why-engines = Engines broke the wall
why-repair = Breaches mended by night
why-fed = The hungry were fed

reason-revenue = Taxes and monopolies
reason-pay = Pay of troops
reason-rations = Rations of troops
reason-offices = The court and its offices
reason-clause = Due under a treaty
reason-order = The cost of orders
reason-choice = The cost of a choice
reason-requisition = Taken from households
reason-plunder = Taken from a conquered town
reason-relief = Relief of the hungry
reason-workshop = The powder workshops
reason-captured = Stores of a fallen town

stat-legitimacy = Legitimacy
stat-lean = Lean to war
stat-loyalty = Loyalty of { $name }
stat-morale = Morale at { $name }
stat-quality = Quality of the garrison of { $name }
stat-walls = Walls of { $name }
stat-stores = Stores of { $name }, days of siege
stat-unrest = Resistance round { $name }
stat-works = Siege works before { $name }
stat-spirit = Morale of { $name }
stat-food = Food of { $name }, days
stat-engines = Siege train of { $name }
stat-edicts = Edicts
