# The ending and the debrief.

ending-head = THE END. { $title }
ending-good = By its own lights, the court of { $court } came out well.
ending-other = This is not among the ends that the court of { $court } hoped for.

debrief-head = YOUR GAME BESIDE THE RECORD
debrief-means = A checkpoint is a thing the record dates. Inside means that it came, or did not come, in your game within the range named. A game far from the record is no worse played.
share-all = All checkpoints, by weight: { $share } in a hundred inside ({ $inside } of { $of }).
share-tuned = Of those the rules were tuned on: { $share } ({ $inside } of { $of }).
share-held = Of those held out from tuning: { $share } ({ $inside } of { $of }).
debrief-outcomes = THING BY THING
debrief-recorded = Record: { $day }. Counted from { $from } to { $until }.
debrief-recorded-day = Record: { $day }.
debrief-recorded-stood = Record: so on { $day }.
debrief-recorded-never = Record: it did not happen.
debrief-yours = Yours: { $yours } { $verdict }
debrief-yours-on = in the xun of { $day }.
debrief-yours-never = it did not happen.
debrief-yours-so = so.
debrief-yours-not-so = not so.
debrief-inside = Inside.
debrief-outside = Outside.
debrief-weight = Weight { $n } of 5.
debrief-held-out = Held out from tuning.
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

debrief-sources = SOURCES
