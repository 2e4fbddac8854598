# The window: pages.

page-chronicle = Chronicle
page-search = Search the chronicle
page-search-hint = Words, names or characters
page-search-clear = Clear
page-newest-first = Newest first
page-oldest-first = Oldest first
page-own-acts = Our own acts
page-by-place = By place
page-by-person = By person
page-only = Only { $name } ×
page-only-hint = Show everything again
page-named = { $name }, { $n }
page-count = { $n ->
    [one] { $n } entry of { $of }
   *[other] { $n } entries of { $of }
}
page-nothing-heard = Nothing has been heard yet.
page-nothing-found = Nothing that was heard answers to this. Use fewer words, or take a filter off.
page-heard-later = Heard on { $day }.
page-to-codex = { $name } in the codex
page-to-map = { $name } on the map

page-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
page-month = { $month } { $year }
page-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }

page-debrief = After the game
page-not-over = The game is not over. When it ends, or when you end it from the menu, this page shows how it ended beside the record: what happened then and what happened here, what each source says, and where they differ.
page-played = { $scenario } as { $court }, ended { $day }
page-played-so-far = { $scenario } as { $court }, played until { $day }
page-measure = { $n } of { $of } checkpoints as recorded, { $share } by weight
page-measure-so-far = { $of ->
    [0] none of the { $ahead } checkpoints was decided yet
   *[other] { $n } of { $of } checkpoints as recorded, { $ahead } still open
}
page-ahead = not yet
page-spoken-yours = Yours: { $yours }
page-carry-on = Carry this world on
page-carry-on-hint = The scenario that follows begins where this one ended: towns, treasuries, thrones, oaths, wars and people as they now are. Armies come to its numbers in the proportion in which they stand.
page-turning-means = From each matter on, the same game is played again many times, once for each option that was open, with the same luck for each. Below is what another option would have moved beyond doubt. In this model, with this policy.
page-turning-on = The search goes on: { $n } games for each option so far.
page-turning-stop = Stop the search
page-turning-go = Search on
page-turning-move = “{ $option }” would have moved the odds of “{ $outcome }” by { $by } points of a hundred.
page-turning-came = “{ $outcome }” came about in this game. The odds of it with other luck: { $odds }.
page-turning-came-not = “{ $outcome }” did not come about in this game. The odds of it with other luck: { $odds }.
page-what-if = What if I had…
page-what-if-hint = Go back to a turn of this game and decide otherwise, in a game of its own
page-record-hidden = The settings say that the record is never shown. This page tells the ending and your own path.
page-show-record = Show the record of this game

page-your-game = Your game
page-the-record = The record
page-after-departure = after your first departure, { $day }

page-outcomes = Outcome beside record
page-column-checkpoint = Checkpoint
page-column-recorded = Recorded
page-column-range = Range and yours
page-column-yours = Yours
page-column-sources = Sources, and where they differ
page-held-out = not looked at when the model was adjusted
page-recorded-yours = Recorded: { $recorded }. Yours: { $yours }
page-row-open = Press for all that the sources say
page-row-close = Press to close
page-stood = so on { $day }
page-so = so
page-not-so = not so
page-never = never

page-choices = Your choices beside the record
page-own-path = What you chose
page-as-recorded = as recorded
page-again = laid again
page-departed = otherwise than recorded
page-departure = Your first departure
page-expected = { $who } expected: { $what }
page-came-true = It came true.
page-came-false = It did not come true.
page-not-tested = It was not put to the test.
page-nobody-argued = Nobody in council argued for it.
page-followed = What followed
page-nothing-followed = Nothing of note in the two months after.

page-ending = How it ended
page-did = How you did
page-advisors = The advisors
page-sources = The sources, and how each leans
page-course = The course of it
page-legitimacy = Legitimacy
page-silver = Silver, taels
page-grain = Grain, shi
page-course-of = { $name }: { $first } at the start, { $last } at the end; least { $least }, { $day }.
page-course-at = { $name }, { $day }: { $n }
