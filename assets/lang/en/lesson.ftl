# The lesson: what stands on the wall of a classroom.

lesson-step = Decision { $n } of { $of }. You are the court of { $court }.
lesson-step-bench = Decision { $n } of { $of }. The { $court } bench decides.
lesson-time = { $passed } of { $of } minutes
lesson-over = time is over
lesson-stopped = clock stopped

lesson-shape = { $minutes } minutes, { $n } decisions. You decide first; what the court of the time did is shown afterwards.
lesson-rules = At each decision you hear what the court knew and who argued for what. You talk, you raise your hands, and the game goes on from what you decided.
lesson-resumed =
    { $n ->
        [0] The lesson goes on. Nothing has been decided yet.
        [one] The lesson goes on. One decision of { $of } has been taken.
       *[other] The lesson goes on. { $n } decisions of { $of } have been taken.
    }
lesson-resumed-row = { $title }: { $label }.
lesson-benches-two = Two benches: each court is decided for by its own half of the room.
lesson-title-foot = Press the key for next when the class is ready.
lesson-opening = Before the first decision
lesson-between = What has happened
lesson-between-nothing = Nothing of weight has been heard.
lesson-in-month = { $month } { $year }. { $text }
lesson-who = Who are you?
lesson-known = What you know
lesson-unknown = What you do not know
lesson-closed = Closed to you now.
lesson-expects = He expects: { $what }
lesson-talk = Talk about it

lesson-vote = What should the court do?
lesson-vote-bench = { $court }: what should the court do?
lesson-hands = { $n ->
        [one] One hand.
       *[other] { $n } hands.
    }
lesson-hands-of = { $n } of { $of } hands.
lesson-too-many = More hands than there are: count again.
lesson-again = As many for each of these: vote again.
lesson-tie-is = A tie: { $rule }.
lesson-tie-chair = the chair decides
lesson-tie-again = the class votes again
lesson-tie-lot = the lot decides
lesson-chair = The chair decides
lesson-chair-foot = As many hands for one as for another. The chair says which: press its number.

lesson-by-hands = You decided: { $label }.
lesson-by-chair = The chair decided: { $label }.
lesson-by-lot = The lot decided: { $label }.
lesson-hands-for = { $n } for “{ $label }”
lesson-minority = Those who were outvoted
lesson-minority-ask = What should be remembered of their view? One sentence is kept in the chronicle.
lesson-minority-foot = Type it, or go on without.
lesson-minority-was = Those who were outvoted: “{ $text }”
lesson-taken = It is decided
lesson-done = At once
lesson-taken-foot = What did the court of the time do? The teacher’s key shows it; next goes on.
lesson-record = What the court of the time did
lesson-record-was = { $day }: { $label }
lesson-quarrel = Where the sources differ
lesson-sources = Told in: { $list }.
lesson-odds = What the model makes of it
lesson-odds-foot = In this model, with the courts played on by { $policy }. It is no proof of what would have happened.
lesson-odds-none = No course that was open would have moved any of the great outcomes beyond doubt.
lesson-odds-wait = Games are being played.
lesson-odds-games = { $n } games after each course, with the same luck; the interval holds nineteen times in twenty.
lesson-odds-row = { $label }: “{ $headline }” { $by } points ({ $low } … { $high })
lesson-odds-taken = Measured against what you decided: { $label }.

lesson-path = Your path beside the record
lesson-never-laid = It was never laid before you: in your game it did not come to that.
lesson-closing = Talk about it
lesson-page = The printed page
lesson-page-text = The page has your path with your votes beside the documented path, the map of both outcomes, the sources and their quarrels. It is made without a network and prints on A4 and Letter.
lesson-page-made = Written: { $path }
lesson-page-pupils = For pupils, without answers: { $path }
lesson-page-key = For the teacher: { $path }

lesson-key-next = next
lesson-key-reveal = record
lesson-key-odds = odds
lesson-key-stop = clock
lesson-key-blank = blank
lesson-key-help = help
lesson-key-page = page
lesson-key-pick = pick

lesson-not-back = What was voted is voted.
lesson-not-yet = The class decides first.
lesson-odds-off = It was not switched on when the lesson began.
lesson-no-vote = There is nothing to vote on now.
lesson-vote-how =
    { $n ->
        [one] Type `vote` and the number of hands.
       *[other] Type `vote` and the hands for each of the { $n } courses that are open, as `vote 9 14`; or `pick` and the number of a course.
    }
lesson-pick-how = Type `pick` and the number of a course that is open; in a tie, of one of those it is between.
lesson-no-minority = Nobody was outvoted just now.
lesson-unread = “{ $line }” is no command of a lesson. An empty line goes on; `help` lists the others.
lesson-help-text =
    An empty line, or `next`: the next slide.
    `back`: the one before.
    `vote 9 14 3`: the hands for each course, in the order shown. `pick 2`: the chair decides.
    `say …`: what those who were outvoted want remembered.
    `reveal`: what the court of the time did, after the vote. `odds`: what the model makes of it, where that is switched on.
    `clock`: stop the clock or let it go on. `time`: how much is left.
    `page`: write the printed pages. `quit`: leave; everything is kept.

lesson-page-of = next page ({ $n } of { $of })
lesson-row-counted = { $n }. { $label }: { $hands }
lesson-help = Keys
lesson-help-foot = Any key puts this away.
lesson-help-keys =
    → or Page Down: next. ← or Page Up: back.
    Digits: the hands for the course that is marked. ↓ ↑ or Enter: another course.
    K: the chair takes the course that is marked, without counting.
    R: what the court of the time did, after the vote.
    O: what the model makes of it, where that was switched on.
    Space: the clock stops or goes on. H, B or a full stop: a blank picture.
    P: write the printed pages, at the end. D: the debrief on the map.
    Esc: leave. Everything is kept; the lesson goes on from the start screen.

lesson-way = Hold a lesson
lesson-way-note = for a class
lesson-before = A lesson
lesson-plan = { $title } ({ $minutes } minutes, { $n } decisions)
lesson-aims = Afterwards the class can
lesson-steps = Its decisions
lesson-step-of-plan = { $title } ({ $minutes } min)
lesson-vocabulary = Words to know before
lesson-content-note = What is hard in it
lesson-younger = With a younger class
lesson-settled = Before it begins
lesson-class = What the class is called, for the printed page
lesson-how-many = How many can vote, on each bench
lesson-tie = What decides a tie
lesson-benches = Benches
lesson-one-bench = one: the class sits in each court’s place
lesson-two-benches = two: each court has its half of the room
lesson-show-odds = What the model makes of the courses not taken
lesson-no-odds = never shown
lesson-with-odds = shown after a vote, by a key
lesson-odds-note = Odds are of this model, not of history. A class that sees them after each vote begins to play the model.
lesson-begin = Begin the lesson
