# The sovereign's house: parties, thrones, crowds before the palace, orders that travel.

order-enthrone = set { $person } on the throne
order-requisition = strip { $goods } from the households of { $place }
order-honour = honour { $person }
order-heir = name { $person } as heir
order-arrest = arrest { $person }
order-surety = send { $person } to { $court } as surety
order-seize = take { $person } into one's hands
order-employ = offer { $person } an office
order-yield = give those before the palace what they ask
order-disperse = have the square before the palace cleared

refusal-throne-held = { $person } sits on the throne and is free: it is not vacant.
refusal-not-to-reign = { $person } cannot take the throne. It must be somebody of the house, of this court, and free.
refusal-not-to-employ = { $person } is of a ruling house, was given as surety or is promised back: he takes no office under this court.
refusal-not-in-reach = { $person } is not of an enemy's court, or not in a town this court holds.
refusal-no-crowd = Nobody stands before the palace.

plea-restore = that { $person } be given back his posts
plea-dismiss = that { $person } be sent away
plea-void = that { $draft } be declared void
plea-abdicate = that the sovereign give up the throne to { $person }

event-succeeded = { $from } is dead, and { $to } sits on the throne of { $court }.
event-succeeded-band = { $from } is dead, and { $to } leads { $court } now.
event-gathered-students = Students and a crowd stand before the palace of { $court } and ask { $plea }.
event-gathered-guards = The palace troops of { $court } are under arms in the square and demand { $plea }.
event-parted-yielded = The court of { $court } gave way, and the square before the palace emptied.
event-parted-dispersed = The square before the palace of { $court } was cleared.
event-parted-forced = The palace troops of { $court } took what they had demanded.
event-parted-unheard = Those who stood before the palace of { $court } went home unheard.
event-dispatched = A courier is on the road to { $army }: { $order }.
event-took-obeyed = { $person } obeyed the order that had come to { $army }.
event-took-delayed = { $person } has the order that came to { $army }, and finds that it cannot be done yet.
event-took-refused = { $person } will not do what was ordered to { $army }.
event-took-moot = The order to { $army } came too late to mean anything.
event-heir = { $court } named { $person } as the one who comes next.
event-honoured = { $person } was honoured by { $court }.
event-arrested = { $person } was arrested by order of { $court }.

why-course = A course taken
why-advice = Advice taken, or not
why-throne = Who sits on the throne, and who does not
why-crowd = The square before the palace
event-outlay = From now on { $goods } { $way ->
    [more] more are
   *[less] less are
} spent every month.
event-unpaid = The month's pay was not found: { $owed } are owed to the troops.
event-unpaid-often = In { $n } months the pay was not found: { $owed } are owed to the troops.
event-paid-in-kind = The cash does not cover the month's pay: the troops are paid with { $goods }.
event-paid-in-kind-short = The cash does not cover the month's pay: the troops are given { $goods }, and { $owed } are still owed to them.
event-paid-in-kind-often = In { $n } months the cash did not cover the pay: the troops were paid with { $goods }.
event-paid-in-kind-often-short = In { $n } months the cash did not cover the pay: the troops were given { $goods }, and { $owed } are still owed to them.
reason-pay-in-kind = Pay of troops, in place of cash
why-paid-in-kind = Of the month's pay of { $pay } strings, { $cash } will be cash; the rest { $silver } taels of silver at { $rate } strings and { $silk } bolts of silk at one{ $unpaid ->
    [0] .
   *[other] , and { $owed } strings are still owed.
}
reason-palace = Palace works, rites and gifts
why-honour = Honours
why-fear = An army that the court cannot match
why-defiance = An order not obeyed
stat-favour = The sovereign's favour for { $name }
why-favour-does = A councillor's voice weighs by it. It rises with advice taken and victory, and sinks with advice passed over, with defeat for those who urge war, and with a broken oath for those who urged it.

cond-offered = { $so ->
    [no] { $draft } was never put forward
   *[yes] { $draft } was put forward
}
cond-crowd = { $so ->
    [no] nobody stands before the palace of { $court }
   *[yes] a crowd stands before the palace of { $court }
}

house-lean = { $lean } Those who are heard would have it at { $mean }, each by what his voice weighs.
house-lean-alone = { $lean } Nobody sits in council.
house-sovereign = { $person } himself leans { $stance }; his voice weighs { $weight }.
house-party-war = For war, { $percent } in a hundred of the voices, led by { $leader }.
house-party-peace = For peace, { $percent } in a hundred of the voices, led by { $leader }.
house-party-neither = Of neither party, { $percent } in a hundred of the voices.
house-voice = { $person }, { $post }: leans { $stance }, favour { $favour }, voice { $weight }
house-why = A voice is a seat in council (a chief councillor has two) times the sovereign's favour. Advice taken raises a man and victory raises those for war; a defeat sinks them, and an oath that the other side breaks sinks those for peace. Each course taken moves the lean by { $course } for each step of its temper.
house-crowd = Before the palace since { $date }: { $who }, who ask { $plea }.
house-crowd-students = students and townspeople
house-crowd-guards = the palace troops, under arms
house-crowd-why-students = To give way costs { $yield } of legitimacy and heartens the walls; to have the square cleared costs { $clear }, or { $blood } if there is blood; every xun without an answer costs { $wait }.
house-crowd-why-guards = Unanswered, they take it. Loyal men at the seat: { $loyal }, against { $mutineers } of the guard.
house-vacant = Nobody who is free sits on the throne. It costs { $by } of legitimacy every month.
house-elder = { $person }, who sat on this throne, lives in the hands of { $court }. If he is sent home, the one who reigns in his place loses { $by } of legitimacy.
house-errand = On the road since { $sent }, there by { $arrives }: { $order }.
house-errand-put-off = { $n ->
    [one] He has put it off once.
   *[other] He has put it off { $n } times.
}
house-feared = { $person } commands { $men } men of { $all }: more than the court can match. It costs him favour every month, and when he knows it, loyalty.
house-reluctant = He will not like this order ({ $n } against it): it goes by courier, and he may put it off or refuse.

parties-head = The house and the council
does-enthrone = A prince of the house takes a throne whose holder is dead, taken or deposed.
does-strip = The households of a town are stripped of a good. One's own people remember it.
does-heir = One of the house is named to come next. Where nobody was, the throne stands the firmer; whoever is passed over remembers it.
does-honour = Gifts and titles: his loyalty rises, the less the higher it is.
does-arrest = He loses everything and is kept under guard. Other commanders mark it.
does-surety = One of one's own goes into another court's hands.
does-employ = A captive in one's hands is offered an office. The more he loves his court the less he will have it, and no firm man ever.
does-seize = One of an enemy's court who is in a town one holds is taken.
does-crowd = Those before the palace are given what they ask, or the square is cleared.
usage-enthrone = enthrone { $person }
usage-strip = strip { $place } of 100000 silver
usage-heir = heir { $person }
usage-honour = honour { $person }
usage-arrest = arrest { $person }
usage-surety = surety { $person } to { $court }
usage-employ = employ { $person }
usage-seize = seize { $person }
usage-crowd = crowd yield (or: crowd disperse)

person-favour = The sovereign's favour: { $n } of 100.
people-house = The council and the house
people-heir = Name him as heir
people-honour = Honour him
people-arrest = Arrest him
people-surety = Send him to { $court } as surety
people-yield = Give them what they ask
people-disperse = Clear the square
people-enthrone = Set { $person } on the throne
people-employ = Offer { $person } an office
people-seize = Seize { $person }

# Courts that live by another's army, armies that are divided or mutiny, people carried off, when a court sits.
order-dissolve = put an end to the court of { $court }
order-carry-off = carry the people of { $place } off to { $to }
order-detach = give { $men } men of { $army } to { $into }
order-detach-under = give { $men } men of { $army } to { $into }, under { $person }
refusal-not-sitting = The court does not sit this xun. It sits again on { $day }, or as soon as something cannot wait.
refusal-not-client = { $court } is not a court of your making, or stands no more.
refusal-too-weak-there = You have { $have } men at or near { $place }; this needs { $needed }. March more men there first.
refusal-not-beside = For that { $army } must stand at { $place } beside the other. March there first.
refusal-not-a-corps = No corps can be formed as { $army }: it stands for a levy, or all the corps of your court are in the field.
event-dissolved = { $by } put an end to the court of { $court }, and took its towns, armies and treasury.
event-mutiny-over = { $army } mutinied at { $place }: about { $men } men left { $court } for { $to }.{ $killed }
event-mutiny-ran = { $army } mutinied at { $place }: about { $men } men ran.{ $killed }
event-mutiny-killed = { " " }{ $person } was killed by the men he had been put over.
event-detached = { $men } men of { $army } went to { $into }.
event-carried-off = { $court } carried about { $homes } households of { $place } off to { $to }.
why-mutiny = An army mutinied
why-carried-off = People were carried off
why-dissolved = A court of its making was put an end to
why-aboard = Months aboard
does-dissolve = A court that you set up, and whose seat your army holds down, ceases: towns, armies, people and treasury become yours.
does-carry-off = Seven households of ten go to another town of yours with what they have. The town’s revenue and levies go with them, and it fills again over years; both places resent it.
does-detach = Part of an army goes to another that stands beside it, or becomes a corps of its own under an officer. To those men it is as if their master were gone.
usage-dissolve = dissolve { $court }
usage-carry-off = carry { $place } to { $target }
usage-detach = detach { $army } 2000 to { $person }
stat-marines = Men of { $name } who can fight afloat
why-marines-does = Men learn it aboard: three in a hundred each month until most can. They weigh in a fight on the water.
house-patron = Your throne rests on the army of { $court }: { $men } of its men stand near your capital, and { $needed } hold it up.
house-client = The throne of { $court } rests on your army: { $own } of your men stand near its capital ({ $needed } hold it up), and { $theirs } of its own. In a year it lost, less what it won: { $burden } fights.
sits-next = Your court sits now, and again on { $day } unless something cannot wait.
sits-called = Your court was called together before its day: { $why }. It sits again on { $day }.
sits-enemy = the enemy is near your capital
sits-siege = { $place } was closed in
sits-paper = { $draft } lies before it
sits-matter = a matter cannot wait
sits-crowd = people stand before the palace
sits-throne = the throne is vacant
mutiny-old-master = it was the army of { $person } ({ $n })
mutiny-civilian = who commands it is no soldier ({ $n })
mutiny-nobody = nobody commands it ({ $n })
mutiny-unpaid = it is not paid ({ $n })
mutiny-morale = its spirit is low ({ $n })
mutiny-grumbled = so much is only grumbled over ({ $n })
mutiny-chance = What it has to complain of: { $parts }. A mutiny in { $n } of a thousand xun.
mutiny-refuge = Then { $n } of a hundred would go over to { $court } at { $place }.
mutiny-no-refuge = No court that would have it is within reach; { $n } of a hundred would run.
people-dissolve = Put an end to the court of { $court }
map-order-join = Give { $men } men to { $army }
map-order-detach = A corps of { $men } men under { $person }
map-order-carry-off = Carry its people off to { $place }
map-homes = { $n } households live here: { $taken } were carried off and are not made up for yet, { $settled } were settled from elsewhere.
why-homes = Revenue, harvest and levies go by the households that live here. A place that was emptied fills by a hundredth of what it lacks in a month, where it is quiet and no enemy lies before it.
why-place-water = Boats of the defenders’ side lie here and keep the water open: no ring on the bank shuts the town in, unless a stronger fleet or ice does.
order-grant = give { $place } to { $court }
event-submitted = { $court } submitted to { $to }: its towns, armies and people passed over under their own leaders.
event-court-apart = { $person } took the throne at { $place } as { $court }, apart from { $from }.
does-grant = A town goes to a court that you set up, or to the one that set you up; its garrison goes home.
usage-grant = grant { $place } to { $court }
map-order-grant = Give it to { $court }
