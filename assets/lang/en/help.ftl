# Help, and how the commands are written.

word-army = ARMY
word-place = PLACE
word-person = PERSON
word-post = POST
word-draft = PAPER
word-levy = LEVY

usage-march = march { $army } to { $place }
usage-besiege = besiege { $place } with { $army }
usage-mask = mask { $place } with { $army }
usage-assault = assault { $place } with { $army }
usage-relieve = relieve { $place } with { $army }
usage-raid = raid { $army } at { $place } with 1000
usage-waylay = waylay { $place } with { $army }
usage-withdraw = withdraw { $army } to { $place }
usage-hold = hold { $army }
usage-garrison = garrison { $army } 1000
usage-disband = disband { $army }
usage-raise = raise { $levy }
usage-levy = levy 1000 at { $place }
usage-fortify = fortify { $place }
usage-arm = arm { $place }
usage-provision = provision { $place }
usage-build = build boats at { $place }
usage-appoint = appoint { $person } { $post }
usage-give = give { $army } to { $person }
usage-dismiss = dismiss { $person }
usage-recall = recall { $person }
usage-move = move court to { $place }
usage-pay = pay { $draft }
usage-hand = hand over { $place }
usage-feed = feed { $place } 1000
usage-propose = propose { $draft }
usage-accept = accept { $draft } (or: refuse { $draft })
usage-proclaim = proclaim amnesty (or: self-blame, arms)
usage-break = break dike at { $place }
usage-why = why morale PLACE (or: loyalty PERSON, quality ARMY, unrest PLACE, walls PLACE, PLACE, ARMY)
usage-choose = a number of an option: 2, or 2.1 for the first option of the second matter

orders-head = The orders. Capitals stand for names; for an example of one, type for instance: ? march
orders-line = { $does } Cost: { $cost }.
orders-example = For example: { $example }
does-march = It goes there, xun by xun, and stands.
does-besiege = It goes there and closes the town in, to starve it; with too few men it only watches.
does-mask = It goes there and watches the town from outside, which takes few men.
does-assault = It goes there and storms the walls.
does-relieve = It goes to a town of yours and fights those who besiege it, or who only stand before it.
does-raid = So many men fall on the enemy's camp there by night.
does-waylay = It waits by a great river and falls on an enemy when half of him is over, coming or going. Until then the crossing stands open.
does-withdraw = It goes back, and avoids battle.
does-hold = It stops and stands where it is.
does-garrison = So many of its men stay in the town where it stands.
does-disband = Its men go home.
does-raise = A levy named under levies is called up, and marches after a xun or more.
does-levy = Townsmen join the garrison, 1 to 20,000 at a time; they are poor soldiers.
does-arm = Powder weapons go from the nearest workshop of yours with any in store, within 300 km by road, to the garrison and to your armies that stand there: a load for every thousand men.
does-fortify = The walls gain a quarter of one of their five degrees.
does-provision = Food is laid in for thirty days more of close siege.
does-build = Burnt boats and bridges at a river crossing are replaced.
does-appoint = He takes the post, and whoever held it loses it.
does-give = He takes command of the army.
does-dismiss = He loses his post and his command. His colleagues mark it.
does-recall = A man who was sent away comes back to the court.
does-move = The court goes to another town. It looks like flight.
does-pay = What is due under a treaty is paid, as far as the treasury reaches.
does-hand = A town that was signed away is told to open its gates. Its people and its garrison may refuse.
does-feed = So many shi of grain go to the people. A shi for every five households is felt in full: less resistance there, and where there was any, a little more legitimacy. Less grain does less.
does-propose = An envoy takes the paper to the other court.
does-accept = A paper that lies before the court is sworn, or refused.
does-proclaim = Self-blame raises legitimacy; an amnesty calms the country; arms puts heart into the armies and turns the court to war.
does-break = The river floods the country round, whoever stands in it, for a long time.

help-no-topic = There is no help on “{ $topic }”. The commands:
help-commands =
    To decide, type the number of an option: 2. Where several matters wait,
    2.1 is the first option of the second matter.

    end           end the xun
    run           end xun until something needs you
    undo          take the last choice or order of this xun back
    secretariat   leave the lesser matters to it, or no longer
    council       the matters that wait, all of them at length
    news          what is new, again
    map PLACE     what stands at a place and what roads lead out of it
    armies        your armies, and others as last reported
    levies        men you could call up
    treasury      what is in store, what a month brings and takes
    people NAME   your people, or one person
    posts         the posts of the court and who holds them
    parties       who is heard at court, the throne, the palace gate, couriers
    treaties      what was sworn, what was sent, what you could propose
    ledger        what is due, paid, late and broken, and what that allows
    write ...     a paper of your own words; ? write says how
    weigh PAPER   what a paper weighs with your court, and why
    why ...       what moved a number: why legitimacy, why silver,
                  why loyalty PERSON, why morale PLACE, why quality
                  ARMY; why PLACE and why ARMY for walls that hold
                  and what men weigh
    chronicle 9   what was heard over so many xun
    orders        the orders you can give, what they do and cost
    quit          leave; the journal is kept

    More: ? march, and so for every order; ? xun, ? council, ? names,
    ? news, ? war, ? money, ? court, ? treaties, ? write, ? undo, ? record
help-xun =
    One turn is a xun, the ten-day week by which Song offices worked. Each
    xun the court can attend to only so much: most orders take one edict.
    Choices in council take none. All edicts come back when the xun ends.
    Type run to let xun pass, nine at most, until something needs you: a
    matter or a paper before the court, a siege or a battle of yours, a town
    lost or won.
help-council =
    Matters come before the court when the state of the world brings them,
    and wait a while. Each option shows what it costs at once and who argues
    for it; what an advisor expects is put to the test on a day he names, and
    the debrief says how often he was right. A closed option says what is
    missing. What an option leads to is not known to the court. Lesser
    matters (rites, coinage, a single prefecture) can be left to a
    secretariat, which settles them as your councillors would: type
    secretariat, and again to have them laid before you.
help-names =
    Names are taken as you would write them: an id such as han_shizhong, a
    name, its beginning if it can be only one, or Chinese characters. An army
    answers to its own name and to that of its commander. Large and small
    letters and accents do not matter.
help-news =
    “news” and a number tells one by one what stands behind a line that tells of
    much.
    You know your own affairs as they are, and those of others as last
    reported. News comes by courier, and is old when it comes from far; out
    of a besieged town it takes ten days longer. Counts of enemy men are
    rough. A sighting more than ninety days old is dropped.
help-war =
    An army ordered to march goes on each xun until it is there. In peace no
    other court lets it in, unless a paper brings it there. Great rivers
    stop it where there are no boats and no ice, or where the other bank is
    held. To take a town: besiege it to close it in and starve it, assault it
    to storm its walls, or mask it to watch it with few men. Relieve fights
    those who besiege a town of yours, or stand before it. An army at a ford or a
    pass holds it; one that lies in wait there (waylay) lets an enemy begin
    to cross and strikes when half of him is over, coming or going. Horse tells in the plain against men who are not steady;
    hills, paddies, heat and a camp held for some xun tell against it. What a
    beaten army loses is decided by who can chase it, and by what lies behind
    it. Engines break walls by day; an able captain mends them by night, and
    a bold one comes out. Powder weapons are made in workshops and tell on
    walls and rivers before they tell in the field: ? arm. Type why and the
    name of a place or an army for the parts of the sum.
help-money =
    Money and grain come in with the first xun of each month, and pay and
    rations go out with it. Where the cash falls short, the troops are paid
    in silver at two strings a tael, then in silk at a string a bolt. Where
    less than half the pay is found, southern armies lose heart and get no
    men, and their court loses its name; northern ones live by land and
    shares. Type treasury for the books, and why silver or why grain for what
    is due.
help-court =
    Legitimacy is how far the court is obeyed as of right, 0 to 100. Its lean,
    from peace to war, drifts towards those who sit in council. Every man has
    a loyalty to his court; a commander below 45, hard pressed, may go over.
    To dismiss a trusted general costs the loyalty of his colleagues. Where
    two field posts are in different hands, command is divided.
help-treaties =
    A treaty is a list of clauses, each with a due date. Treaties shows which
    were kept and which broken, and by whom. A paper sent to another court
    travels as fast as an envoy; it may be taken on the road. Pay pays what
    is due as far as the treasury reaches; hand over gives up a town that was
    signed away.
help-journal =
    Every choice and order is written in the journal before it takes effect.
    Undo takes back the last one of this xun; once the xun has ended nothing
    can be taken back. Quit says how to go on later.
help-record =
    When the game is over, the debrief lays your outcome beside the record:
    when each thing happened, what the sources say and where they differ, and
    where your choices first left those of the court of that time. It begins
    with how your court did, in points; record standing gives every reason. Then
    record 7 gives one thing with all its sources, record choices what came
    of each choice, and record sources how each source leans. Before its end,
    debrief ends the game where it stands and reads all this as of that day.
