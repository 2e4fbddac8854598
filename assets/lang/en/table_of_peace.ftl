# The negotiating table: clauses, papers, envoys, what is weighed and why, the ledger of what was sworn.

# Clauses beyond those of the first scenarios; a clause is said without a stop.
clause-pay-at = { $clause }, at { $place }
clause-share = { $n ->
    [one] if { $court } takes { $place }, it hands it over within one xun
   *[other] if { $court } takes { $place }, it hands it over within { $n } xun
}
clause-return = { $n ->
    [one] { $court } sends { $person } home within one xun
   *[other] { $court } sends { $person } home within { $n } xun
}
clause-keep-out = { $court } sends no army to { $places }
clause-border = { $n ->
    [one] { $river } is the border, { $court } to the north of it; towns on the wrong bank pass within one xun
   *[other] { $river } is the border, { $court } to the north of it; towns on the wrong bank pass within { $n } xun
}
clause-no-works = { $court } strengthens no walls along the border
clause-no-shelter = { $court } shelters neither men nor towns that come over to it
clause-no-lure = { $court } gives no post to one who came over
clause-campaign = { $n ->
    [one] { $court } makes war on { $against } and lies before { $place } within one xun
   *[other] { $court } makes war on { $against } and lies before { $place } within { $n } xun
}
clause-separate = { $court } makes no peace of its own with { $with }
clause-market = there is a market at { $place }
clause-oath = they swear: { $words }

# Papers drawn up in play.
paper-title = { $court }’s paper of { $day }

# Orders.
treat-offer = { $n ->
    [one] send { $person } to { $court } with a paper of one clause
   *[other] send { $person } to { $court } with a paper of { $n } clauses
}
treat-answer = { $n ->
    [one] answer { $draft }: { $person } goes to { $court } with a paper of one clause
   *[other] answer { $draft }: { $person } goes to { $court } with a paper of { $n } clauses
}
treat-disavow = disown what your envoy swore to in { $draft }
treat-void = declare { $draft } void
treat-war = open war on { $court }
treat-release = let { $person } go home
treat-give-back = give { $person } back to the court he left
treat-reclaim = declare { $place } your own again

# What is missing.
refusal-no-paper = There is no such paper.
refusal-blank = A paper must say something, and not too much.
refusal-unsound = Clause { $n } cannot be meant so between these two courts, or stands there twice.
refusal-awaited = { $draft } is still with them. A court waits for its answer.
refusal-not-to-send = { $person } cannot be sent: he reigns, commands, is away, or was sent away.
refusal-not-overreached = No envoy of yours went beyond his instructions in { $draft }, or it is too late to say so.
refusal-not-in-force = { $draft } is not in force.
refusal-not-held = { $person } is not in your hands.
refusal-no-fugitive = { $person } did not come over to you.
refusal-no-claim = Nothing gives you a claim on { $place }: you did not hand it over under a treaty that its holder has broken.
refusal-at-war-already = You are at war with { $court } already.

# What happened.
event-heard-clause-shift = Your envoy heard where { $draft } failed: { $clause }. { $shift }
event-heard-clause = Your envoy heard where { $draft } failed: { $clause }.
event-heard-shift = Your envoy heard of { $draft } that it was not enough. { $shift }
event-heard-nothing = Your envoy came away from { $draft } without a reason.
event-came-out = { $person } had promised more in { $draft } than he was told to: { $clause }, where he had been told { $told }.
event-disavowed = { $court } disowned { $person } and what he swore to in { $draft }.
event-gave-back = { $by } gave { $person } back to { $to }.
shift-strike = They would want it struck out.
shift-lower = They spoke of { $goods }.
shift-raise = They would want more: { $goods }.
shift-soften = They would write { $rank }.
rank-equal = as one sovereign to another
rank-younger = as a younger brother
rank-nephew = as a nephew
rank-subject = as a subject
why-address = Another was placed above the sovereign

# What a paper weighs.
weigh-line = { $weight }  { $words }
weigh-total = { $weight }  all of it: your court would { $so ->
    [no] not take it
   *[yes] take it
}
weigh-other = { $so ->
    [no] They think at your court that { $court } would not take it; they would balk at: { $clause }.
   *[yes] They think at your court that { $court } would take it.
}
weigh-other-little = They think at your court that { $court } would find too little in it.
weigh-fear = fear for the capital
weigh-lean = the war and peace parties
weigh-tide = who wins in the field
weigh-season = the season
weigh-captives = those of the house in their hands
weigh-pride = what a sovereign thinks he is owed
opinion-for = { $person } is for it.
opinion-for-but = { $person } is for it, and likes least: { $clause }.
opinion-against = { $person } is against it.
opinion-against-clause = { $person } is against it, and balks at: { $clause }.
