# Ground, camps, powder and despair: war in the field and at the walls.

ground-plain = open ground
ground-hills = hills
ground-wet = paddies, dikes and water
ground-heat = { $ground }, in summer heat
ground-ice = { $ground }, frozen hard

craft-none = none
craft-thunderclap = fire arrows and thunderclap bombs (霹靂砲)
craft-lance = fire lances (火槍)
craft-boat = fire lances and bombs for boats
craft-iron = iron bombs (鐵火砲)
craft-heaven = heaven-shaking thunder (震天雷) and flying-fire lances (飛火槍)

powder-none = No powder weapons.
powder-stock = Powder weapons: { $n ->
    [one] 1 load
   *[other] { $n } loads
} of { $craft }; a load arms a thousand men for a fight.

despair-disloyal = the captain does not love his court
despair-morale = the garrison has no heart left
despair-hunger = the stores are gone
despair-throne = the throne commands little belief
despair-beaten = relief was beaten, and the town knows
despair-fled = the court has left its seat
despair-fallen = the court's seat has fallen
despair-taken = the sovereign is in enemy hands
despair-ordered = its own court has ordered the gates opened
despair-relieved = relief got in
despair-firm = the captain means to hold
despair-nobody = nobody answers for the walls
despair-deserted = and no army of its own side is near
despair-civil = and no soldier answers for it
despair-sovereign = the sovereign is within, and watches the captain
despair-forsaken = it is the city that its court left

factor-quality = how good the men are
factor-morale = their morale
factor-horse = horse on this ground in this season
factor-array = spear and crossbow against horse
factor-camp = the camp they have dug
factor-powder = powder weapons
factor-command = who leads them
factor-food = no food

map-despair = That its gates open from within this xun: { $n } in 1,000.

why-place-ground = { $place }: { $ground }.
why-place-workshop = Its workshop makes { $n } loads of powder weapons a month.
why-place-open = Nobody lies before it.
why-place-walls = Its walls and those who stand on them weigh { $n } men of middling skill in the open.
why-place-not-known = What its people think of opening the gates is not known here.
why-place-despair = That it ends from within this xun: { $n } in 1,000. The parts:
why-place-does = When it comes to that, a captain who does not love his court sells the town, a loyal one asks for terms, one of the boldest holds to the last man, and where nobody answers for the walls somebody opens a gate.

why-army-head = { $army }: { $men } men that weigh as much as { $weight } of middling skill here ({ $ground }).
why-midstream = Between { $from } and { $to } a host goes over the river in boats: struck half across by an enemy as well led, it has about { $n } men in a hundred together. Burnt boats, high water and an abler captain in wait leave it fewer, its own captain more.
why-waylay = Its captain strikes whoever crosses here, coming or going, unless what he could catch outweighs him by a quarter. If he wins, those who are caught have the river behind them: those who were to come stay on their side, and those who were going get away without them. Once he has struck he holds the bank.
why-army-times = × { $n } %
why-army-does = Against an enemy two things change: steady foot lets less of the shock of his horse through, and its spears and crossbows tell against it. A beaten army loses more where horse can chase it and where no bridge is behind it, less by night, in heat, in hills and near walls of its own.
