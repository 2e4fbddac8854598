# The screens of the terminal.

title-game = RIVERS AND MOUNTAINS. 江山
title-scenario = { $title } { $zh }
title-span = { $from } to { $until }, { $n } xun of ten days. About { $length }.
title-secretariat = Lesser matters can be left to a secretariat: type secretariat when the court sits. A game then takes about { $n } minutes.
title-note = BEFORE YOU BEGIN
title-enter = Press Enter to begin.
title-enter-note = Press Enter when you have read this and wish to begin.
title-court = YOU ARE { $court } { $zh }
title-help = Type ? at any time for help.
title-goes-on = The game goes on where it was left.

screen-title = RIVERS AND MOUNTAINS. { $title }, as { $court }. Xun { $n } of { $of }.
screen-date = DATE
screen-realm = THE REALM
screen-news = NEWS SINCE YOU LAST SAT
screen-last-news = THE LAST NEWS
screen-no-court = The court of { $court } stands no more. Type end or run to see what becomes of the country.
screen-of-hundred = of 100
screen-edicts = Edicts left: { $n } of { $of }.
trend-rising = rising
trend-falling = falling
trend-steady = steady
lean-none = The court leans neither to peace nor to war.
lean-war = The court leans to war, by { $n } of 100.
lean-peace = The court leans to peace, by { $n } of 100.

news-from = { $place }. { $text }
news-from-old = { $place }, { $age }. { $text }
news-old = { $age }. { $text }
news-due = Falls due by { $day } under { $draft }: { $clause }.
news-due-last = Your court does not sit again in time. What is sworn for { $day } under { $draft } must be done now, or your word is broken: { $clause }.
news-hunger = Nothing is left to eat, and men die or leave every day: { $armies }.
news-heat = The heat takes men and horses: { $armies }.
news-hardship-army = { $army } (now { $men } of { $meant } men, at { $place })
news-client-shaken = The throne of { $court } at { $seat } is not safe: { $near } of your men stand near it, and of its own it can count on { $own }. With { $wanted } of yours near it nobody would touch it; so it may fall any day, and its towns go back to the country they were cut from.
news-settled = Settled by the secretariat: “{ $title }”. { $option }.
news-settled-paid = Settled by the secretariat: “{ $title }”. { $option }. It cost { $cost }.
news-again = As before: { $stories }.
news-lately = In the last { $n } days: { $text }
news-detail = (All { $n }: news { $number })
news-no-such = There is no news { $n }; the list has { $of }.
news-none = Nothing of note.
outset-war = You are at war with { $courts }.
outset-enemy = { $court } (its seat is { $seat })
outset-peace = You are at war with nobody.
outset-sworn = Sworn and in force: { $papers }.
age-now = today
age-last = in the last ten days
age-days = { $n } days old

council-head = { $n ->
    [0] COUNCIL. No matter waits.
    [one] COUNCIL. One matter waits.
   *[other] COUNCIL. { $count } matters wait.
}
council-matter = A matter for the court. { $zh }
council-matter-numbered = Matter { $n }. { $zh }
council-courses = { $n ->
    [one] One course is argued.
   *[other] { $all } courses are argued.
} { $open ->
    [0] None is open.
    [one] { $n ->
        [one] It is open.
       *[other] One is open.
    }
   *[other] { $every ->
        [yes] All are open.
       *[no] { $some } are open.
    }
}
council-named = Named here: { $list }.
council-list = { $n }. { $title }
council-first = Each is read in turn as you decide. To read all of them now: council
council-again = It is before the court again.
council-patience = { $n ->
    [0] It must be answered this xun.
    [one] It can wait until the next xun.
   *[other] It can wait { $n } xun more.
}
council-closed = CLOSED.
council-cost = Cost: { $cost }.
order-forsakes = The throne of { $court } at { $seat } rests on your men near it. With this army gone they are { $left }; with fewer than { $wanted } it may fall any day, and its towns with it.
option-lifts = It takes { $armies }.
option-lifts-army = { $army } from the siege of { $place }
council-conjectural = A conjecture: no source says that this was argued.
council-conjectural-voices = A conjecture: no source says that this was argued. Who speaks for it, and how, is supposed.
council-for = For it: { $person }.
council-says = “{ $says }”
council-expects = Expects: { $expects }
council-proposal = A paper lies before the court. { $title }, from { $court }:
council-answer = To answer, type: accept { $id }, or: refuse { $id }, or: counter { $id } to write back. What it weighs: weigh { $id }

now-orders = You may give orders, or type: end (or: run)
now-decide = Type { $options } to decide, or ? for help. Nothing is settled until you do.
now-or = { $a } or { $b }
now-none-open = No course is open now. You may give orders that open one, or type: end
now-over = The game is over. Type record to read the debrief again, record 7 or record choices for more of it, chronicle 99 for all that was heard, or quit.

done-chosen = Chosen: { $label }
done-ordered = Ordered: { $order }
done-with-orders = Ordered with it: { $orders }.
done-proposed = { $order } ({ $id })
done-paid = Paid: { $goods }.
done-got = Came in: { $goods }.
done-legitimacy = Legitimacy: { $from } to { $to }.
done-men = Called up for { $to }: { $men } men.
done-left = Left at { $to }: { $men } men.
done-way = By road it is about { $km } km. Foot make some 140 km of good road in a xun, horse more; hills and rivers take longer.
done-moved = { $name }: { $by }.
done-written = Written in the journal. To take it back before the xun ends: undo

choose-nothing = Not possible: no matter waits.
choose-no-matter = Not possible: no matter with that number waits. (To read them: council.)
choose-no-option = Not possible: there is no option { $n }; this matter has { $of }.

undo-done = Taken back: { $what }
undo-nothing = There is nothing of yours to take back this xun.
end-warning = { $n ->
    [one] This matter cannot wait beyond this xun: { $titles }. Type end once more to let the moment pass.
   *[other] These matters cannot wait beyond this xun: { $titles }. Type end once more to let the moment pass.
}
end-warning-due = Type end once more to let it be broken.
outlook-scouted = { $place }: about { $men } of yours against { $within } within, as deserters and scouts tell, behind { $walls ->
    [0] no walls
    [1] a palisade
    [2] low walls
    [3] the walls of a prefecture
    [4] strong walls
   *[other] the walls of a great city
}.
outlook-guessed = { $place }: about { $men } of yours against perhaps { $within } within, as such a town is held and as far as was reported, behind { $walls ->
    [0] no walls
    [1] a palisade
    [2] low walls
    [3] the walls of a prefecture
    [4] strong walls
   *[other] the walls of a great city
}. An army inside that nobody saw is not counted.
outlook-means = Engines { $engines } of 100, works { $works } of 100 at the wall; food for { $xun } xun.
outlook-ladders = There are ladders and nothing else; food for { $xun } xun.
outlook-hopeless = A storm now would be thrown back with heavy loss.
outlook-dear = A storm now would cost more than it wins.
outlook-even = A storm now could go either way.
outlook-likely = A storm now would more likely carry the walls than not.
outlook-sure = A storm now would carry the walls.
outlook-relief = { $place }: about { $men } of yours against about { $against } before the town, as last reported, on { $ground }.
outlook-relief-unseen = { $place }: no host was reported before the town, so that nobody can say how a fight there would go.
outlook-relief-camp = { $xun ->
    [one] They will have been dug in for 1 xun.
    [2] They will have been dug in for 2 xun.
   *[other] Their camp will be as strong as camps get.
}
outlook-relief-sally = The garrison falls on their backs, as good as { $n } men of middling skill.
outlook-relief-stay = About { $n } of yours stay inside: an army within comes out only if it is told to relieve the town too.
outlook-relief-hopeless = If the report is right and they are led as most are, this fight would be lost.
outlook-relief-unlikely = If the report is right and they are led as most are, this fight would more likely be lost than won.
outlook-relief-even = If the report is right and they are led as most are, this fight could go either way.
outlook-relief-likely = If the report is right and they are led as most are, this fight would more likely be won than lost.
outlook-relief-sure = If the report is right and they are led as most are, this fight would be won.
outlook-ring = With so many the ring can be drawn tight; it takes { $n }.
outlook-no-ring = With so few the place can only be watched; a tight ring takes { $n }.
run-day = { $day }. The xun passes.
run-limit = { $n } xun have passed, and nothing needed you; the run stops there by itself, so that no more slips by unread.
secretariat-on = From here on a secretariat settles the lesser matters, and the news says how. What it settled this xun can be taken back: undo
secretariat-off = Every matter is laid before you again.
run-paper-waits = A paper lies before the court, and one that is left lying is as good as refused. Accept, refuse or counter it, or type run once more to leave it.
run-waits = A matter waits. Decide it first, or type end to let one xun pass.
run-hot-seat = Two courts play at this table; each ends its own xun. Type: end
seat-pass = Pass the seat to { $court }. Press Enter.
record-later = The record is kept shut until the game is over. Debrief ends it here and reads it.
not-kept = Not written in the journal: { $reason }.
not-kept-again = The xun stays open. Press Enter to try again, or type quit.
quit-resume =
    The journal is kept. To go on:
    { $words }
quit-onward =
    This world can be carried on into the scenario that follows:
    { $words }
quit-plain = You have left the game.

not-possible = Not possible: { $why }
nothing-changed = Nothing was changed.
misread-word = Not understood: { $word }. Type ? for the commands, or orders for the orders.
misread-near = Not understood: { $word }. Did you mean: { $near }
misread-several = Not understood: { $word } could be { $list }.
misread-usage = Not understood: something is missing. It is written: { $usage }. For example: { $example }
misread-name = Not understood: no { $kind } answers to “{ $text }”. { $see }
misread-name-near = Not understood: no { $kind } answers to “{ $text }”. Did you mean: { $list }
misread-name-several = Not understood: more than one { $kind } answers to “{ $text }”: { $list }
misread-number = Not understood: “{ $text }” is not a number that will do here.
kind-place = place
kind-army = army
kind-levy = levy
kind-person = person
kind-post = post
kind-draft = paper
see-places = To look about: map
see-armies = To see your armies: armies
see-levies = To see your levies: levies
see-people = To see your people: people
see-posts = To see your posts: posts
see-treaties = To see the papers: treaties

map-around = Around { $place }, { $kind }, { $holder }.
map-walls = Walls { $n } of 5.
map-besieged = Closely besieged by { $court } since { $day }.
map-watched = Watched by { $court } since { $day }.
map-ceded = Signed away to { $court }, due by { $day }.
map-would-open = If it is told to open, it does so in { $n } cases of a thousand. The weaker its heart and the emptier its stores, and the more its court's word counts, the sooner; a garrison in country that is not its court's own always does.
map-refuses = It has refused to open. If it is told to again, it does so in { $n } cases of a thousand: the weaker its heart and the emptier its stores, and the more its court's word counts, the sooner.
map-here = Here
map-nobody = Nobody that the court knows of.
map-nobodys = nobody's
map-garrison = Garrison of { $men }, morale { $morale }, under { $captain }. Food for { $days } days of close siege.
map-guess = A garrison, of the strength usual in such a town: about { $men }.
map-no-captain = nobody in particular
map-burnt = The boats and the bridge are burnt.
map-unrest = Resistance in the country round: { $n } of 100.
map-own-here = { $army }, { $men } men; { $task }.
map-own-leaving = { $line } On the road to { $place }.
map-own-there = Yours: { $army }, { $men } men.
map-sighting = { $army }, { $court }, about { $men } men, seen { $seen }.
map-road = { $place }, { $holder }.
map-crossing = { $way }; across { $river }
map-also = Also: { $way }, { $km } km.
map-besieged-by = Besieged by { $court }.
map-barred = The way is barred.
road-road = road
road-pass = mountain road
road-river = by river
road-canal = by canal
road-sea = by sea
road-ford = road to the crossing
river-none = no river
river-yellow = the Yellow River
river-huai = the Huai
river-yangzi = the Yangzi
wind-n = N
wind-ne = NE
wind-e = E
wind-se = SE
wind-s = S
wind-sw = SW
wind-w = W
wind-nw = NW

why-which = Ask for one of these: why legitimacy, why lean, why favour PERSON, why edicts, why silver (or gold, silk, cash, grain), why loyalty PERSON, why morale PLACE or ARMY, why unrest PLACE, why walls PLACE, why PLACE (its ground, and whether a besieged town holds), why ARMY (what it weighs).
why-unknown = { $name }: this court has no count of that.
why-now = { $name } is { $n } of 100.
why-now-walls = { $name }: { $n } of 500.
why-edicts = { $n } of { $of } edicts are left. Most orders take one, moving the court two; standing fast, leaving a garrison and handing a town over take none. All come back when the xun ends.
why-since-start = { $moved ->
    [no] Nothing has moved it yet: so it stood when the game began.
   *[yes] Since the game began:
}
why-since-start-span = { $moved ->
    [no] Nothing has moved it yet: so it stood when the game began.
   *[yes] Since the game began: { $from } to { $to }.
}
why-since-last = { $moved ->
    [no] Since the last xun nothing moved it.
   *[yes] Since the last xun:
}
why-since-last-span = { $moved ->
    [no] Since the last xun nothing moved it.
   *[yes] Since the last xun: { $from } to { $to }.
}
why-since-six = { $moved ->
    [no] Over the last six xun nothing moved it.
   *[yes] Over the last six xun:
}
why-since-six-span = { $moved ->
    [no] Over the last six xun nothing moved it.
   *[yes] Over the last six xun: { $from } to { $to }.
}
why-legitimacy-does = Where it is low, towns ordered to open their gates to another keep them shut, a throne set up by others is obeyed by nobody, and lost country rises less for its old house. It comes back by a point in each season in which no town is lost and the pay is met, the higher for a safe seat, a sovereign at liberty and land of one's own held.
why-lean-does = It drifts each xun towards those who sit in council; appoint and dismiss to turn it.
why-loyalty-does = Below 45, a commander pressed by a stronger enemy may go over with his army. What was done for a man or against him is forgotten by a sixth each season.
why-morale-does = It falls with hunger, cold, heat and defeat, and in each month in which less than half the pay is found; it rises with victory and relief, and an army’s by rest in a town of one’s own up to 60, if the troops are paid.
why-unrest-does = It grows where too few men hold a country that is not theirs, and ends in risings.
why-good-now = In store: { $goods }.
why-good-moved = Since the last xun: { $by }.
why-good-month = In the first xun of each month, as things stand:
why-good-owed = Due from you under { $draft }: { $goods }.
why-good-owed-yearly = { $every ->
    [half] Due from you every half-year under { $draft }, now: { $goods }.
    [season] Due from you every season under { $draft }, now: { $goods }.
    [month] Due from you every month under { $draft }, now: { $goods }.
   *[year] Due from you every year under { $draft }: { $goods }.
}

clause-state-kept = : kept.
clause-state-replaced = : settled by a later paper.
clause-state-broken = : broken by { $court }.
clause-state-released = : no longer binds, { $court } having broken the peace.
clause-state-paid = Paid so far: { $goods }.

treasury-head = What is in store, what the first xun of a month brings, and what it takes:
treasury-column-store = In store
treasury-column-in = Comes in
treasury-column-out = Goes out
treasury-out = Each month: pay of troops { $pay } strings, offices { $offices } strings, rations { $rations } shi.
treasury-arrears = That is less than half of the pay. Each such month costs your armies 4 points of morale and the court a point of legitimacy; and troops whose chest is empty take no heart from rest, and nobody comes back to them or enlists.
treasury-arrears-land = That is less than half of the pay. Northern troops live by their land and their shares, and lose nothing by it in a month; but an army that its court does not pay becomes its commander’s own the sooner.
treasury-no-rations = Of the rations { $goods } will be missing. An army finds them where it lies, in depots and the country round it; what an empty granary cannot do is send convoys, give to the people, and feed a city that no water reaches.
treasury-note = On these numbers: { $note }

armies-own = Your armies:
armies-line = { $army }: { $men } men, { $horse } in 100 mounted, quality { $quality }, morale { $morale }, food for { $days } days. At { $place }; { $task }.
armies-id = In orders: { $id }
armies-shut-in = { " " }Shut in by a close siege.
armies-held-up = { " " }Held up before a crossing or a pass.
armies-none = None in the field.
armies-divided = Field command is divided between posts in different hands; your armies fight the worse for it.
armies-others = Others, as last reported:
armies-known = { $place }: { $sighting }
armies-none-known = No reports.

people-placed = Those who hold a post or a command:
people-line = { $person }. Loyalty { $loyalty }.
people-commands = commands { $army }
people-others = Others at hand:
people-away = In other hands, or sent away:
people-more = For one of them, type: people NAME
person-dead = Dead.
person-unheard = He holds no office, post or command, and the court has not heard of his deeds.
person-serves = Serves { $court }.
person-captive = In the hands of { $court }.
person-exiled = Sent away from the court. To bring him back: recall
person-at = Now at { $place }.
person-traits = Command { $command }, courage { $valour }, administration { $administration }, intrigue { $intrigue }, each of 10. No source counts these; they are judged from deeds.
person-loyalty = Loyalty { $n } of 100.
person-stance = Stance, from −100 for peace to +100 for war: { $n }.
person-id = In orders: { $id }

posts-head = The posts of the court:
posts-line = { $title } { $zh }: { $holder }. In orders: { $id }
posts-vacant = vacant

treaties-head = Treaties and papers:
treaties-none = None.
treaty-line = { $title }, from { $from } to { $to }: { $state } In orders: { $id }
treaty-sworn = sworn { $day }.
treaty-counted = in force from before; its years are counted from { $day }.
treaty-void = declared void by { $court } on { $day }.
treaty-called-back = called back on the road.
treaty-refused = refused by { $court }.
treaty-unanswered = left unanswered by { $court }.
treaty-intercepted = taken on the road by { $court }.
treaty-waits = delivered, and not answered.
treaty-sent = on its way, or not heard of since.
treaties-could = What you could put forward now:
treaties-open = { $title }. Type: propose { $id }
treaties-closed = { $title }. Not now. { $why }

chronicle-none = Nothing of note was heard.

levies-head = Levies that could be called up:
levies-line = { $name }: { $men } men at { $place }, under { $commander }. Cost: { $cost }. Type: raise { $id }
levies-none = None.
levies-later = Others wait on a day, a word or an event that has not come.
levies-no-commander = nobody named
