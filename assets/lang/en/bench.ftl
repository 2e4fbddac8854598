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
given-favour = the sovereign’s favour for { $person } is { $n }
given-held = { $person } is in the hands of { $court }
given-free = { $person } is in nobody’s hands
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
unset-own = a court has no war with itself and besieges nothing that is its own or nobody’s
unset-no-court = the court before which this matter comes does not stand; set it up first
