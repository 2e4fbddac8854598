# The ending and the debrief.

ending-head = THE END. { $title }
ending-good = It is one of the ends that the court of { $court } hoped for.
debrief-unfinished = Not played to its end
debrief-stands = The game stands at { $day }. What the record has after that day is not asked yet.
ending-other = This is not among the ends that the court of { $court } hoped for.

put-down-ask = End the game here and read its debrief?
put-down-means = The page that follows lays the game as it stands on { $day } beside the record. The scenario runs until { $last }: of what the record has after today nothing is asked, and for the rest it tells what your court could not know.
put-down-kept = Nothing is written in the journal. The game is kept as it stands, and can be played on from this day, knowing what you then know.
put-down-yes = Read the debrief
put-down-on = Play on
put-down-on-hint = Take the game up again where it was ended
put-down-title = Ended by the player on { $day }
put-down-text = The player ended this game on { $day }; it would have run until { $last }. { $ahead ->
    [0] Every checkpoint was decided.
    [one] One of the { $of } checkpoints had not come by then, and counts neither for nor against.
   *[other] Of the { $of } checkpoints { $ahead } had not come by then, and count neither for nor against.
}
put-down-head = ENDED BY THE PLAYER ON { $day }
put-down-sure = To read it, type debrief again. Anything else goes on with the game.
put-down-goes-on = The game goes on from here if you like: it is kept as it stands. record and its parts are open now; quit leaves.

standing-head = HOW { $court } DID
standing-means = In points, measured against the opening day, which counts for nothing: what was won counts for the court, what was lost against it. It says how well the court came out of it by its own lights, and nothing of likeness to the record.
standing-total = In all: { $points }.
standing-part = { $part }: { $points }. { $why }.
standing-row = { $what } ({ $points })
standing-same = { $part }: as on the opening day.
standing-recorded = The record's own end, as far as its checkpoints tell, would count { $points } for land.
standing-land = Land
standing-throne = Seat and sovereign
standing-people = People and men
standing-treasury = Treasury
standing-legitimacy = Legitimacy
standing-obligations = Obligations
standing-ending = The ending
standing-won = { $place } won
standing-puppet-lost = { $place } lost by a court under it
standing-lost = { $place } lost
standing-puppet = { $place } held by a court it set up
standing-seat-lost = its seat { $place } in other hands
standing-court-gone = the court is no more
standing-deposed = its house deposed
standing-sovereign-held = { $person }, who reigns, in the hands of { $court }
standing-seat-taken = { $place }, the seat of { $court }, taken
standing-house-ended = the house of { $court } at an end
standing-sovereign-taken = { $person }, who reigns there, in its hands
standing-died = { $person } dead
standing-held = { $person } in the hands of { $court }
standing-came-home = { $person } free again
standing-let-go = { $person } no longer in its hands
standing-left = { $person } in another's service
standing-joined = { $person } come over
standing-holds = { $person } in its hands
standing-men = { $men } soldiers dead or scattered
standing-store = in store, in taels of silver, { $then } then and { $now } now
standing-obeyed = { $then } then and { $now } now
standing-owes = { $taels } taels still owed under “{ $treaty }”
standing-is-owed = { $taels } taels still owing to it under “{ $treaty }”
standing-must-hand-over = { $place } signed away and still held
standing-is-promised = { $place } promised and not handed over
standing-broke =
    { $n ->
        [one] one clause of “{ $treaty }” broken
       *[other] { $n } clauses of “{ $treaty }” broken
    }
standing-was-broken =
    { $n ->
        [one] one clause of “{ $treaty }” broken by the other side
       *[other] { $n } clauses of “{ $treaty }” broken by the other side
    }
standing-good-ending = “{ $title }” is an end it hoped for
standing-good-ending-today = as things stand it would come to “{ $title }”, an end it hoped for
standing-others-ending-today = as things stand it would come to “{ $title }”, an end that only others hoped for
standing-others-ending = “{ $title }” is an end that only others hoped for

debrief-head = YOUR GAME BESIDE THE RECORD
debrief-means = Each thing below is dated by the record. Inside means that in your game it came within the range counted, or stayed away as it did then. The range allows for sources that disagree. A game far from the record is no worse played.
share-all = All checkpoints, by weight: { $share } in a hundred inside ({ $inside } of { $of }).
share-tuned = Of those the rules were tuned on: { $share } ({ $inside } of { $of }).
share-held = Of those not looked at when the rules were tuned: { $share } ({ $inside } of { $of }).
debrief-outcomes = THING BY THING
debrief-recorded = Record: { $day }, counted from { $from } to { $until }.
debrief-recorded-day = Record: { $day }.
debrief-recorded-stood = Record: so on { $day }.
debrief-recorded-never = Record: it did not happen.
debrief-yours = In your game { $yours }
debrief-yours-on = it came in the xun of { $day }.
debrief-yours-never = it did not happen.
debrief-yours-so = it stood so.
debrief-yours-not-so = it did not stand so.
debrief-yours-open = it had not come, and still might.
debrief-inside = Inside.
debrief-outside = Outside.
debrief-weight = Weight { $n } of 5.
debrief-held-out = Not looked at when the model was adjusted.
claims-for = Sources: { $sources }.
claims-against = Against it, { $source }: { $says }
claim-says = { $source }{ $at }: { $says }
claim-dissents = Against it, { $source }{ $at }: { $says }
claim-juan = , juan { $at }

debrief-choices = WHAT { $court } CHOSE
debrief-no-choices = No matter came before this court.
choice-head = { $title } ({ $day })
choice-yours = You: { $label }
choice-none = No answer; the moment passed.
choice-same = The court of that time did the same, about { $day }.
choice-record = The court of that time: { $label } About { $day }.
choice-again = The matter was before the court again; the documents tell of the first time.
choice-outcome = What came of it then: { $text }
choice-quarrel = Where the sources differ: { $text }

debrief-departure = WHERE { $court } LEFT THE RECORD
departure-none = Every choice was the documented one.
departure-first = First on “{ $title }”, { $day }: { $label }
departure-followed = What followed in the six xun after:

debrief-advisors = THE ADVISORS
advisors-none = None of those whose advice was taken named a day that has come.
advisors-mean = How often those whose advice was taken had expected rightly:
advisors-line = { $person }: { $right } of { $of }.

debrief-more =
    To read on, type
    record 7           one of these things, with all that its sources say
    record all         all of them so
    record choices     each choice, what came of the documented one, and
                       where the sources differ
    record standing    how you did, every point with its reason
    record sources     the sources, and how each of them leans
debrief-no-number = There is no such number; they go from 1 to { $of }.

debrief-sources = SOURCES
