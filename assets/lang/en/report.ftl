# Printed pages: the debrief of a game, the study of many.

report-contents = Contents
report-skip = To the text
report-debrief = A game beside the record
report-worksheet = Worksheet
report-key = Teacher's key
report-study = A study of many games
report-pupil = Name
report-date = Date
report-note = Before the lesson
report-made = Made by Rivers and Mountains { $version }; luck { $seed }. The same journal gives the same page.
report-game = This game
report-nobody = nobody

report-path = The path chosen, beside the documented one
report-path-means = Each matter that came before the court, in the order it was settled. A line at the left marks a choice that is not the documented one.
report-path-sheet-means = Each matter that came before the court, in the order it was settled. On the right, write what you think the court of the time did, and why.
report-column-matter = Matter
report-column-chosen = Chosen in this game
report-column-record = The court of the time
report-chose = { $label } About { $day }.

report-timeline = The time line of both
report-timeline-sheet = The time line
report-timeline-means = Above, this game; below, the record. A full dot came as recorded, a diamond otherwise or at another time, a ring is in the record only. Numbers are those of the checkpoints below, letters are choices that are not the documented ones.
report-timeline-sheet-means = Above, what came about in this game, by its number in the list. The line below is for what you find out about the record.
report-timeline-words = Two time lines from { $from } to { $until }: of what stands on them { $same } came in this game as recorded, { $other } otherwise or at another time, and { $missing } stand in the record only. The table of checkpoints has them one by one.
report-timeline-game-words = A time line from { $from } to { $until } with { $came } things that came about in this game. A list of them follows.

report-map = The map at the end
report-maps = The map of the outcome, beside that of the record
report-map-game = This game,
report-map-record = The record,
report-map-game-words = Map of who holds the towns in this game on { $day }: { $counts }.
report-map-record-words = Map of who held the towns by the record on { $day }, as far as checkpoints tell: { $counts }.
report-map-means = No source lists who held every town on a given day. The record's map has the holders of the scenario's first day, changed by each checkpoint up to this day that tells of a town held or fallen: { $told } of { $of } towns. A hollow mark is a town of which no checkpoint tells.
report-held = Towns and passes held
report-differ = Held otherwise than a checkpoint of the record tells
report-column-court = Court
report-column-place = Place

report-checkpoints-mean = The bar is the range of days that count as recorded, the upright stroke the recorded day, the dot or diamond this game. A line beside a claim marks one that speaks against the reading that is followed.
report-column-both = The record, and this game
report-open = Not asked yet.

report-turning = Turning points, luck apart
report-turning-means = From each matter on the same game was played many times, once for each option that was open, with the same luck for each. The table has what another option would have moved beyond doubt, the greatest shift of each.
report-turning-games = { $n } games for each option.
report-turning-none = No other option would have moved any of the outcomes that are compared beyond doubt.
report-turning-caption = A shift is in points of a hundred, with the interval in which the true one lies nineteen times in twenty.
report-chosen = Chosen:
report-column-instead = Instead
report-column-outcome = Outcome
report-column-shift = By how much
report-luck = How lucky this game was
report-luck-means = The same choices and orders with other luck: how often each outcome comes about.
report-column-odds = Odds
report-came = came about
report-came-not = did not
report-turning-standing = { $court } stands at { $points } points: better than { $part } in a hundred of the games with the same choices and other luck. In this model, with this policy.

report-after = After the first departure
report-advisors = What each advisor expected, and what came
report-advisors-none = Nobody argued for what was chosen.
report-advisors-mean = Those who argued for what was chosen. An expectation is put to the test on a day that its speaker had in mind; what was expected of advice not taken is never tested.
report-column-advisor = Advisor
report-column-expected = Expected
report-column-came = What came

report-leaves = What this model leaves out
report-leaves-time = A turn is a xun, a third of a month: what came first within one, and how long a council sat, is not told apart.
report-leaves-space = The country is { $places } towns, passes and fords with { $routes } roads and waterways between them. Villages, fields and most county towns are not there, and a town stands for the country round it.
report-leaves-matters = { $matters } matters are written for this scenario, of which { $taken } came up; what the courts settled besides is not there, and nobody can choose what nobody wrote down as a course.
report-leaves-people = People are a few numbers each: how well they command and administer, how loyal they are. Friendship, faith, illness, and what changes a mind overnight are left to the texts.
report-leaves-country = Those who neither sat in council nor bore arms are counts at most: taxes paid, grain eaten, resistance to a holder. What sieges, requisitions and captivity did to them is told and not reckoned, and there are no prices, no trade and no bad harvests.
report-leaves-numbers = Where no source has a number the rules have a judgement. The reason for each stands beside it in the program; none of them is evidence.
report-leaves-writers = The sources were written by officials, for courts and often long afterwards. Whoever could not write, and most whose books were lost, speak in neither the record nor the game.
report-leaves-luck = One game is one draw of luck. The same choices can end otherwise; what a single game shows is what could happen in this model, not what would have happened.

report-questions = Questions for discussion
report-q-departure = “{ $matter }”, { $day }. This game chose: { $chose } { $who } argued for it; the court of the time chose otherwise. What did the court know on that day that spoke for each course?
report-q-alone = “{ $matter }”, { $day }. This game chose: { $chose } Nobody in council had argued for it, and the court of the time chose otherwise. Why might nobody have spoken for it, and who would have paid for it?
report-q-passed = “{ $matter }”, { $day }. No answer was given in this game until the moment passed; the court of the time gave one. Is giving no answer a choice? Whom did it serve?
report-q-mistaken = “{ $matter }”: { $who } expected: { $what } It did not come true. Could it have been known better on that day, or was it a fair guess?
report-q-missing = In the record this came about, and in this game it did not: { $what }. Which of the choices made may have kept it away, and how could one tell that from luck?
report-q-another-time = This came in the game at another time than in the record: { $what }. What hurried it or held it up, and did the difference matter?
report-q-only-here = This came about in the game and never in the record: { $what }. What would have had to be different for it to happen then?
report-q-same = The game left the record with “{ $matter }”, and yet this came as it did then: { $what }. What may have been stronger than that choice?
report-q-none = Every choice was the documented one. What came otherwise all the same, and what does that say about luck, and about the model?
report-q-quarrel = The sources do not agree about “{ $matter }”. What had each of their writers to gain by his version, and what would help to decide between them?
report-a-record = The court of the time: { $what }
report-a-game = This game: { $yours }.
report-a-mistaken = What { $who } said, and what the court was told that day, is in the chronicle of { $day }. A good answer sets what was known then apart from what is known now.

report-exercise = An exercise on the sources
report-exercise-means = Each claim below is in a source. Find one that this game bears out, and one that it speaks against. For each, ask who wrote it, when, and from which side; then whether a game can bear out or speak against a source at all.
report-claim = { $source }: { $says }
report-exercise-for = A claim that this game bears out, and why I would or would not rely on it:
report-exercise-against = A claim that this game speaks against, and what follows from that:
report-a-borne-out = The game bears it out: it came within the range that counts as recorded.
report-a-spoken-against = The game speaks against it: it came otherwise or at another time. That says something of the game and nothing against the source.
report-a-dissent-inside = This claim differs from the reading that the record's range follows, and the game came out within that range; compare the words, for sources that differ in a day may agree in the matter.
report-a-dissent-outside = This claim differs from the reading that the record's range follows, and so does the game; see whether they differ in the same way.

report-sources = Sources
report-sources-mean = The letters by which each is cited, what it is, and how it leans.

report-study-made = Made by Rivers and Mountains { $version } from the scenario's text { $content }.
report-label = { $label }. { $games } games.
report-study-means = Every number on this page is one in this model, with the policies named beside it; none of them is evidence of what happened. Intervals are those in which the true number lies nineteen times in twenty.
report-endings = How it ends
report-no-ending = No ending
report-turns = Half of the games take { $half } xun or fewer; nineteen in twenty between { $low } and { $high } at the outside.
report-column-ending = Ending
report-column-good = Hoped for by
report-column-share = Share of games
report-share = { $share } % ({ $low }–{ $high }), { $times } of { $of }
report-no-games = no games
report-checkpoints = When things come, beside the record
report-tuned = Inside their recorded range, by weight: { $share } in a hundred of the checkpoints that the rules were tuned on.
report-held-out = Of those held out from tuning: { $share } in a hundred.
report-range-means = In the small drawings the bar is the recorded range of days, the thin line holds nine games of ten, the thick one half of them, and the dot is the middle game. Days are the first of the xun in which a thing came.
report-checkpoints-tuned = Checkpoints that the rules were tuned on
report-checkpoints-held-out = Checkpoints held out from tuning
report-between = { $from } to { $until }
report-column-within = As recorded
report-column-when = When
report-when = { $half }; nine in ten from { $early } to { $late }
report-happened = It came about at all:
report-courts = How the courts fare
report-bands-mean = The line is the middle game; the narrow band holds half of the games, the wide one nine in ten. A game that is over counts on as it ended.
report-places = Towns and passes held
report-treasury = Treasury, in taels of silver
report-dead = Soldiers dead
report-curve = { $what }: { $first } at the start; at the end { $half } in the middle game, { $low } to { $high } in nine of ten.
report-good-for = The end is one that { $court } hoped for: { $share }.
report-standing = Its standing at the end is { $half } points in the middle game, { $low } to { $high } in nine of ten.
report-impact = What each choice moves
report-impact-means = The same games with the same luck and one choice changed; everything else is left to the policies named below. Shifts are in points of a hundred. Of each course the three outcomes are told that it moved most, as far as the interval leaves no doubt; the scale of the small drawings runs from a hundred points less to a hundred more.
report-came-up = It came up with more than one course open: { $share }.
report-against = Compared with: { $option }
report-pairs = Pairs of games: { $n }.
report-shift = { $by } points ({ $low } … { $high })
report-raised = likelier
report-lowered = less likely
report-did-not-matter = did not matter
report-unclear = too few games to say
report-rest-moved = { $n ->
    [one] One more outcome moved less.
   *[other] { $n } more moved less.
}
report-rest-unclear = { $n ->
    [one] For one outcome the games are too few to say.
   *[other] For { $n } the games are too few to say.
}
report-still = Nothing moved beyond doubt:
report-still-quarrels = What moved nothing beyond doubt
report-profile = All the numbers of: { $source }.
report-when-same = { $half }, in nine games of ten
report-quarrels = Whether the sources' quarrels matter
report-quarrels-mean = Each disputed number was replaced by another reading, with the same luck, and the outcomes were compared.
report-reading = { $n } ({ $source }: { $says })
report-taken = Taken: { $reading }
report-drawn = Every disputed number drawn from its readings
report-profiles = A source's numbers all at once
report-column-reading = Reading
report-column-source = Source
report-counsel = How often the advisors were right
report-counsel-means = Each matter was answered with each of its open options in turn, with the same luck: so the same games say what came of an advice that was taken and of one that was not.
report-column-taken = Where the advice was taken
report-column-not-taken = Where it was not
