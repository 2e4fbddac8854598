# The ending and the debrief.

ending-head = THE END. { $title }
ending-good = By its own lights, the court of { $court } came out well.
ending-other = This is not among the ends that the court of { $court } hoped for.

debrief-head = YOUR GAME BESIDE THE RECORD
debrief-means = Each thing below is dated by the record. Inside means that in your game it came within the range counted, or stayed away as it did then. The range allows for sources that disagree. A game far from the record is no worse played.
share-all = All checkpoints, by weight: { $share } in a hundred inside ({ $inside } of { $of }).
share-tuned = Of those the rules were tuned on: { $share } ({ $inside } of { $of }).
share-held = Of those held out from tuning: { $share } ({ $inside } of { $of }).
debrief-outcomes = THING BY THING
debrief-recorded = Record: { $day }, counted from { $from } to { $until }.
debrief-recorded-day = Record: { $day }.
debrief-recorded-stood = Record: so on { $day }.
debrief-recorded-never = Record: it did not happen.
debrief-yours = Yours: { $yours }
debrief-yours-on = in the xun of { $day }.
debrief-yours-never = it did not happen.
debrief-yours-so = so.
debrief-yours-not-so = not so.
debrief-inside = Inside.
debrief-outside = Outside.
debrief-weight = Weight { $n } of 5.
debrief-held-out = Held out from tuning.
claims-for = Sources: { $sources }.
claims-against = Against it, { $source }: { $says }
claim-says = { $source }{ $at }: { $says }
claim-dissents = Against it, { $source }{ $at }: { $says }
claim-juan = , juan { $at }

debrief-choices = WHAT { $court } CHOSE
debrief-no-choices = No matter came before this court.
choice-head = { $title }. { $day }.
choice-yours = You: { $label }
choice-none = No answer; the moment passed.
choice-same = The court of that time did the same, about { $day }.
choice-record = The court of that time: { $label } About { $day }.
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
    record sources     the sources, and how each of them leans
debrief-no-number = There is no such number; they go from 1 to { $of }.

debrief-sources = SOURCES
