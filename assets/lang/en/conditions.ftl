# Conditions and clauses. A condition is a clause without a stop. $so is yes or no.

cond-always = always
cond-and = { $a }, and { $b }
cond-or = { $a }, or { $b }
cond-either = either { $list }
cond-always-so = { $so ->
    [no] never
   *[yes] always
}
# What keeps a condition from holding, and what there was instead.
gap-plain = wanted: { $condition }
gap-found = wanted: { $condition }; it was { $found }
gap-court = wanted: { $condition }; it was { $found }
gap-captor = wanted: { $condition }; in the hands of { $found }
gap-nobody = wanted: { $condition }; it was nobody’s
gap-no-siege = wanted: { $condition }; nobody besieged it
gap-nowhere = wanted: { $condition }; it was nowhere
gap-at = wanted: { $condition }; at { $found }
gap-person = wanted: { $condition }; { $found } had it
gap-no-person = wanted: { $condition }; nobody had it
gap-not-chosen = wanted: { $condition }; nothing was chosen
gap-chose = wanted: { $condition }; it chose “{ $found }”
cond-from = { $so ->
    [no] it is before { $day }
   *[yes] it is { $day } or later
}
cond-until = { $so ->
    [no] it is { $day } or later
   *[yes] it is before { $day }
}
cond-months = { $so ->
    [no] the month is not { $months }
   *[yes] the month is { $months }
}
cond-holds = { $so ->
    [no] { $place } is not held by { $court }
   *[yes] { $place } is held by { $court }
}
cond-besieged = { $so ->
    [no] { $place } is not besieged by { $court }
   *[yes] { $place } is besieged by { $court }
}
cond-stands = { $so ->
    [no] { $army } cannot be found in the field
   *[yes] { $army } can be found in the field
}
cond-army-at = { $so ->
    [no] { $army } cannot be found at { $place }
   *[yes] { $army } can be found at { $place }
}
cond-near = { $so ->
    [no] { $court } has fewer than { $men } men in the field within { $km } km of { $place }
   *[yes] { $court } has at least { $men } men in the field within { $km } km of { $place }
}
cond-stronger = { $so ->
    [no] round { $place }, { $court } has fewer than { $percent } men to every hundred of { $than }
   *[yes] round { $place }, { $court } has at least { $percent } men to every hundred of { $than }
}
cond-across = { $so ->
    [no] no field army of { $court } is south of the Yellow River
   *[yes] a field army of { $court } is south of the Yellow River
}
cond-alive = { $so ->
    [no] { $person } is dead
   *[yes] { $person } is alive
}
cond-free = { $so ->
    [no] { $person } is dead or a captive
   *[yes] { $person } is alive and no captive
}
cond-held = { $so ->
    [no] { $person } is not in the hands of { $court }
   *[yes] { $person } is in the hands of { $court }
}
cond-serves = { $so ->
    [no] { $person } does not serve { $court }
   *[yes] { $person } serves { $court }
}
cond-post = { $so ->
    [no] { $person } is not { $post }
   *[yes] { $person } is { $post }
}
cond-vacant = { $so ->
    [no] there is a { $post }
   *[yes] nobody is { $post }
}
cond-commands = { $so ->
    [no] { $person } does not command { $army }
   *[yes] { $person } commands { $army }
}
cond-person-at = { $so ->
    [no] { $person } is not at { $place }
   *[yes] { $person } is at { $place }
}
cond-reigns = { $so ->
    [no] { $person } does not reign over { $court }
   *[yes] { $person } reigns over { $court }
}
cond-heir-named = { $so ->
    [no] nobody is named to follow the sovereign of { $court }
   *[yes] somebody is named to follow the sovereign of { $court }
}
cond-seat = { $so ->
    [no] the court of { $court } does not sit at { $place }
   *[yes] the court of { $court } sits at { $place }
}
cond-court = { $so ->
    [no] there is no court of { $court }
   *[yes] the court of { $court } stands
}
cond-deposed = { $so ->
    [no] the ruling house of { $court } has not been deposed
   *[yes] the ruling house of { $court } has been deposed
}
cond-fact = { $so ->
    [no] this has not come about: { $says }
   *[yes] this has come about: { $says }
}
cond-laid = { $so ->
    [no] the matter “{ $title }” has not come before its court
   *[yes] the matter “{ $title }” has come before its court
}
cond-chose = { $so ->
    [no] the court of { $court } has not chosen: { $label }
   *[yes] the court of { $court } has chosen: { $label }
}
cond-treasury = { $so ->
    [no] { $court } has less than { $n } { $measure } of { $good }
   *[yes] { $court } has at least { $n } { $measure } of { $good }
}
cond-legitimacy = { $so ->
    [no] the legitimacy of { $court } is below { $n }
   *[yes] the legitimacy of { $court } is { $n } or more
}
cond-lean = { $so ->
    [no] the court of { $court } leans less to war than { $n }
   *[yes] the court of { $court } leans to war by { $n } or more
}
cond-loyalty = { $so ->
    [no] the loyalty of { $person } is below { $n }
   *[yes] the loyalty of { $person } is { $n } or more
}
cond-unrest = { $so ->
    [no] resistance round { $place } is below { $n }
   *[yes] resistance round { $place } is { $n } or more
}
cond-morale = { $so ->
    [no] the morale of the garrison of { $place } is below { $n }
   *[yes] the morale of the garrison of { $place } is { $n } or more
}
cond-stores = { $so ->
    [no] { $place } has food for less than { $n } xun
   *[yes] { $place } has food for { $n } xun or more
}
cond-garrison = { $so ->
    [no] fewer than { $n } men defend { $place }
   *[yes] at least { $n } men defend { $place }
}
cond-proposed = { $so ->
    [no] { $draft } does not wait for an answer
   *[yes] { $draft } waits for an answer
}
cond-in-force = { $so ->
    [no] { $draft } is not in force
   *[yes] { $draft } is in force
}
cond-sworn = { $so ->
    [no] { $draft } was never sworn
   *[yes] { $draft } has been sworn
}
cond-intercepted = { $so ->
    [no] { $draft } was not taken on the road
   *[yes] { $draft } was taken on the road
}
cond-breached = { $so ->
    [no] { $court } is not in breach of { $draft }
   *[yes] { $court } is in breach of { $draft }
}
cond-war = { $so ->
    [no] { $a } and { $b } are not at war
   *[yes] { $a } and { $b } are at war
}
cond-truce = { $so ->
    [no] no truce and no fresh oath holds { $a } back from { $b }
   *[yes] a truce or a fresh oath holds { $a } back from { $b }
}
cond-bound = { $so ->
    [no] no sworn paper is in force between { $a } and { $b }
   *[yes] a sworn paper is in force between { $a } and { $b }
}
cond-pledged = { $so ->
    [no] no paper in force binds { $by } to { $to } to this: { $what }
   *[yes] a paper in force binds { $by } to { $to } to this: { $what }
}
cond-pledged-place = { $so ->
    [no] no paper in force binds { $by } to { $to } to this, at { $place }: { $what }
   *[yes] a paper in force binds { $by } to { $to } to this, at { $place }: { $what }
}
cond-forsworn = { $so ->
    [no] { $a } has broken no word it gave { $b }
   *[yes] { $a } has broken its word to { $b }
}
cond-lost = { $so ->
    [no] { $court } has not lost { $kind } at { $place }
   *[yes] { $court } has lost { $kind } at { $place }
}
cond-fell = { $so ->
    [no] { $place } never fell to { $court }
   *[yes] { $place } has fallen to { $court }
}

battle-field = a battle in the open
battle-crossing = a fight for the crossing
battle-midstream = a blow at an army half across a river
battle-relief = a battle of relief
battle-raid = a night raid
battle-assault = a storm of the walls
battle-sortie = a sortie

clause-pay = { $n ->
    [one] { $court } pays { $goods } within one xun
   *[other] { $court } pays { $goods } within { $n } xun
}
clause-yearly = { $every ->
    [half] { $court } pays { $goods } every half-year
    [season] { $court } pays { $goods } every season
    [month] { $court } pays { $goods } every month
   *[year] { $court } pays { $goods } every year
}
clause-cede = { $n ->
    [one] { $court } hands over { $place } within one xun
   *[other] { $court } hands over { $place } within { $n } xun
}
clause-cede-many = { $n ->
    [one] { $court } hands over within one xun: { $places }
   *[other] { $court } hands over within { $n } xun: { $places }
}
clause-hostage = { $court } gives { $person } as surety
clause-withdraw = { $n ->
    [one] { $court } takes its armies back over the Yellow River within one xun
   *[other] { $court } takes its armies back over the Yellow River within { $n } xun
}
clause-fugitives = { $court } gives back those who fled to it
clause-address = the sovereign of { $court } writes as { $form }
clause-truce = { $n ->
    [one] neither attacks the other for one xun
   *[other] neither attacks the other for { $n } xun
}
clause-peace = there is peace between them
