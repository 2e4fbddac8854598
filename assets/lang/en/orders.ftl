# Orders, tasks and costs.

order-march = march { $army } to { $place }
order-besiege = besiege { $place } with { $army }
order-mask = watch { $place } with { $army }
order-assault = storm { $place } with { $army }
order-relieve = relieve { $place } with { $army }
order-raid = raid the camp at { $place } by night, { $men } men of { $army }
order-withdraw = withdraw { $army } to { $place }
order-hold = { $army }: stand and hold
order-garrison = leave { $men } men of { $army } as garrison
order-disband = send { $army } home
order-raise = call up { $army }
order-levy = levy { $men } men at { $place }
order-arm = send powder weapons to { $place }
order-fortify = strengthen the walls of { $place }
order-provision = lay in food at { $place }
order-boats = build boats at { $place }
order-appoint = make { $person } { $post }
order-command = give { $person } the command of { $army }
order-dismiss = dismiss { $person }
order-recall = recall { $person }
order-court = move the court to { $place }
order-pay = pay what is due under { $draft }
order-hand-over = hand over { $place }
order-feed = give { $n } shi of grain to the people of { $place }
order-propose = send an envoy to { $court } with { $draft }
order-accept = swear to { $draft }
order-refuse = refuse { $draft }
order-proclaim-blame = proclaim that the sovereign takes the blame on himself
order-proclaim-amnesty = proclaim an amnesty
order-proclaim-arms = call the country to arms
order-dike = break the dike at { $place }

task-hold = holds
task-march = marches to { $place }
task-besiege = besieges { $place }
task-besiege-going = marches to besiege { $place }
task-mask = watches { $place }
task-mask-going = marches to watch { $place }
task-assault = storms { $place }
task-assault-going = marches to storm { $place }
task-relieve = fights to relieve { $place }
task-relieve-going = marches to relieve { $place }
task-raid = raids the camp at { $place }
task-withdraw = withdraws to { $place }

cost-none = nothing
