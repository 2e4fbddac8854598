# Numbers, goods, dates, names.

length-about = { $n } minutes
length-between = { $least } to { $most } minutes
number-million = { $n } million
number-million-short = { $n } m
word-none = none
word-one = one
word-two = two
word-three = three
word-four = four
word-five = five
word-six = six
word-seven = seven
word-eight = eight
word-nine = nine
word-ten = ten
word-eleven = eleven
word-twelve = twelve
list-and = { $a } and { $b }
list-more = { $list } and { $n } more
edicts-count = { $n ->
    [one] 1 edict
   *[other] { $n } edicts
}

good-gold = gold
good-silver = silver
good-silk = silk
good-cash = cash
good-grain = grain
measure-taels = taels
measure-bolts = bolts
measure-strings = strings
measure-shi = shi
goods-amount = { $n } { $measure } of { $good }

date-full = { $day } { $month } { $year }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

place-capital = capital
place-superior = superior prefecture
place-prefecture = prefecture
place-pass = pass
place-ford = river crossing
place-port = port
place-depot = market and depot
place-tribal = tribal seat

office-reigns = sovereign of { $court }
office-leads = leader of { $court }
office-commands = commander of { $army }
named-other = { $other } is { $person }
army-the = the { $name }
army-bare = { $name }
