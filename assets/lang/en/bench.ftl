# The writer's bench: values set by hand, mistakes of a file that was saved, matters sought out.

event-by-hand = Set by hand: { $what }.
why-by-hand = Set by hand
reason-by-hand = Set by hand

given-day = the date is { $day }
given-treasury = { $court } has { $n }
given-legitimacy = the legitimacy of { $court } is { $n }
given-lean = the lean of { $court } to war is { $n }
given-edicts = { $court } has { $n } edicts left this xun
given-welcome = the name of { $court } with those who would come over is { $n }
given-seat = { $court } sits at { $place }
given-reigns = { $person } reigns over { $court }
given-court = { $so ->
    [no] { $court } is no court any more
   *[yes] { $court } stands
}
given-deposed = { $so ->
    [no] the house of { $court } is not deposed
   *[yes] the house of { $court } is deposed
}
given-war = { $so ->
    [no] { $a } and { $b } are at peace
   *[yes] { $a } and { $b } are at war
}
given-alive = { $so ->
    [no] { $person } is dead
   *[yes] { $person } is alive
}
given-serves = { $person } serves { $court }
given-loyalty = the loyalty of { $person } is { $n }
given-favour = the sovereign's favour for { $person } is { $n }
given-held = { $person } is in the hands of { $court }
given-free = { $person } is in nobody's hands
given-person-at = { $person } is at { $place }
given-person-home = { $person } is where his court or his army is
given-post = { $person } is { $post }
given-vacant = nobody is { $post }
given-holds = { $court } holds { $place }
given-garrison = the garrison of { $place } is { $n } men
given-morale = the morale of the garrison of { $place } is { $n }
given-stores = { $place } has food for { $n } xun
given-walls = the walls of { $place } stand at { $n }
given-unrest = resistance round { $place } is { $n }
given-depot = { $n } shi of grain lie in the depot of { $place }
given-besieged = { $court } besieges { $place }
given-relieved = nobody besieges { $place }
given-stands = { $so ->
    [no] { $army } is not in the field
   *[yes] { $army } is in the field
}
given-men = { $army } has { $n } men
given-army-at = { $army } is at { $place }
given-commands = { $person } commands { $army }
given-no-commander = nobody commands { $army }
given-spirit = the morale of { $army } is { $n }
given-food = { $army } has food for { $n } xun
given-fact = { $so ->
    [no] the fact { $id } does not hold ({ $says })
   *[yes] the fact { $id } holds ({ $says })
}
given-laid = “{ $title }” is laid before its court
given-chose = “{ $title }” was answered with “{ $label }”
given-proposed = { $draft } lies before the court it is addressed to
given-sworn = { $draft } is sworn
given-sought = this game was led to “{ $title }”

unset-over = the game is over; nothing can be set any more
unset-range = the number must lie from { $least } to { $most }
unset-past = { $day } is not later than today, { $now }; time goes forward only
unset-beyond = { $day } lies after the last xun of the scenario, which ends on { $last }
unset-no-army = { $army } is not in the field; set it there first
unset-dead = { $person } is dead; set him alive first
unset-own = a court has no war with itself and besieges nothing that is its own or nobody's
unset-no-court = the court before which this matter comes does not stand; set it up first

bench-taken-up = The scenario was read anew. The game goes on in xun { $n }, { $day }.
bench-stop = From there on the old game no longer applies: in xun { $n }, { $day }, { $court } had chosen or ordered: { $what }. { $why }
bench-stop-set = From there on the old game no longer applies: in xun { $n }, { $day }, it was set by hand that { $what }. { $why }
bench-stop-ended = From there on the old game no longer applies: on the changed scenario it is over in xun { $n }, { $day }.
bench-ends-now = The game is over by then.
bench-lost = { $n ->
    [one] One step of it was left undone; the journal of the game as it was is kept.
   *[other] { $n } steps of it were left undone; the journal of the game as it was is kept.
}
bench-left-out = { $n ->
    [one] One move of a court that nobody plays is no longer open and was left out.
   *[other] { $n } moves of courts that nobody plays are no longer open and were left out.
}
bench-choice = “{ $title }”: { $label }
bench-broken = { $n ->
    [one] One mistake in the file as it was saved. The game goes on with the scenario as it was read before.
   *[other] { $n } mistakes in the file as it was saved. The game goes on with the scenario as it was read before.
}
bench-warned = { $n ->
    [one] The file as it was saved can be played, with one warning.
   *[other] The file as it was saved can be played, with { $n } warnings.
}
bench-word-warned = { $n ->
    [one] One warning; the writer's bench (F2) shows it.
   *[other] { $n } warnings; the writer's bench (F2) shows them.
}
bench-or = { $names } or { $last }
bench-set-spirit = That is an army, and its morale is “spirit”; “morale” is that of the garrison of a place.
bench-now = Now: { $what }
bench-found-none = Nothing here is called so.
bench-more = { $n } more; type more of the name to see them.
bench-same = The mistakes are gone; the scenario is as it was read before, and the game goes on.
bench-not-taken-up = The changed scenario was not taken up: { $why } The game goes on as it was.
bench-by-record = the record
bench-by-counsel = counsel
bench-sought = “{ $title }” lies before { $court } on { $day }: played by { $by } with seed { $seed }, game { $tried } of the search.
bench-sought-set = “{ $title }” was not laid in { $tried } { $tried ->
    [one] game
   *[other] games
}. It lies before { $court } on { $day } in a game played by { $by } with seed { $seed }, in which this was set by hand:
bench-sought-left = It asks besides, and no hand can set: { $list }.
bench-no-play = A game that was led or set by hand says so in its chronicle, has no standing, and is not carried on.
bench-set-done = Set by hand: { $what }.

bench-slot-court = court
bench-slot-court-none = court or none
bench-slot-place = place
bench-slot-place-none = place or none
bench-slot-person = person
bench-slot-person-none = person or nobody
bench-slot-army = army
bench-slot-post = post
bench-slot-fact = fact
bench-slot-draft = draft
bench-slot-decision = matter
bench-slot-choice = option
bench-slot-good = good
bench-slot-number = number
bench-slot-yes = yes or no
bench-slot-day = year-month-day

bench-kind-treasury = What a court has of a good
bench-kind-legitimacy = Legitimacy of a court, 0 to 100
bench-kind-lean = Lean of a court to war, −100 to 100
bench-kind-edicts = Edicts left to a court this xun
bench-kind-welcome = Name of a court with those who would come over, 0 to 100
bench-kind-seat = Where a court sits
bench-kind-stands = Whether a court stands
bench-kind-deposed = Whether the house of a court is deposed
bench-kind-war = Whether two courts are at war
bench-kind-reigns = Who reigns over a court
bench-kind-alive = Whether a person is alive
bench-kind-serves = Whom a person serves
bench-kind-loyalty = Loyalty of a person, 0 to 100
bench-kind-favour = The sovereign's favour for a person, 0 to 100
bench-kind-captive = In whose hands a person is
bench-kind-person = Where a person is
bench-kind-post = Who holds a post
bench-kind-holder = Who holds a place
bench-kind-garrison = Garrison of a place, men
bench-kind-morale = Morale of a garrison, 0 to 100
bench-kind-stores = Food of a place, xun of siege
bench-kind-walls = Walls of a place, 0 to 500
bench-kind-unrest = Resistance round a place, 0 to 100
bench-kind-depot = Grain in the depot of a place, shi
bench-kind-siege = Who besieges a place
bench-kind-field = Whether an army is in the field
bench-kind-men = Men of an army
bench-kind-army = Where an army is
bench-kind-commander = Who commands an army
bench-kind-spirit = Morale of an army, 0 to 100
bench-kind-food = Food of an army, xun
bench-kind-fact = Whether a fact holds
bench-kind-lay = A matter is laid before its court now
bench-kind-chose = How a matter was answered
bench-kind-proposed = A draft lies before the court it is addressed to
bench-kind-sworn = A draft is sworn
bench-kind-day = The date; what lies between does not happen

bench-set-head = SET A VALUE BY HAND
bench-set-usage = Write “set”, what is to be set, whose it is and the value: “set { $usage }”. A court may be left out where it is your own; for nobody and nothing write “none”.
bench-set-example = treasury silver 0
bench-set-unknown = There is no value “{ $word }”. “set” alone lists what can be set.
bench-set-too-large = The number is far too large for it.
bench-set-unread = This could not be read at “{ $rest }”; a { $slot } was wanted there.
bench-show-head = EVERY MATTER OF THE SCENARIO
bench-show-court = Before { $court }
bench-show-line = { $title } ({ $id })
bench-show-asks = is laid when { $when }
bench-show-usage = “show” and the name of a matter leads a new game to it; this game stays in its journal.
bench-show-unknown = There is no matter “{ $name }”. “show” alone lists them all.
bench-show-near = There is no matter “{ $name }”. Did you mean { $near }?
help-bench =
    You sit at the writer's bench: the scenario is open in a file, and whenever you save it, it is read anew. Mistakes are shown here with their line and column, and the game goes on as it was; where there are none, the game goes on in the same xun on the changed scenario, with everything that was chosen and ordered done again by name, as far as it still applies. “show” lists the matters of the scenario, and “show” with the name of one leads a new game to it. “set” lists the values that can be set by hand. Such a game says so in its chronicle and counts as no play.

standing-by-hand-head = NO STANDING
standing-by-hand = Values were set by hand in this game, or it was led to a matter. It counts as no play: no court has a standing in it, and it is not carried on.

bench-title = The writer's bench
bench-tab-file = The file
bench-tab-matters = Every matter
bench-tab-values = Set by hand
bench-quiet = The scenario's file is watched: whenever it is saved it is read anew, its mistakes are shown here, and the game goes on in the same xun where there are none.
bench-at = { $file }, line { $line }, column { $column }
bench-search-matters = Find a matter
bench-search-values = Find a value
bench-seeking = Games are played in search of the matter…
bench-set = Set it
bench-back = Back
bench-none = Nobody, nothing
bench-yes = Yes
bench-no = No
menu-bench = The writer's bench
slip-key-bench = The writer's bench.
