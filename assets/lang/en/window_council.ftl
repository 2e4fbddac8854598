# The window: the main screen.

rail-council = Council
rail-council-zh = 議
rail-orders = Orders
rail-orders-zh = 令
rail-treasury = Treasury
rail-treasury-zh = 財
rail-people = People
rail-people-zh = 人
rail-treaties = Treaties
rail-treaties-zh = 盟
rail-chronicle = Chronicle
rail-chronicle-zh = 史
rail-codex = Codex
rail-codex-zh = 典
rail-debrief = Debrief
rail-debrief-zh = 鑑
rail-map = Map
rail-map-zh = 圖
rail-menu = Menu
rail-house = Rivers and Mountains: menu
rail-house-zh = 江山
rail-game = Rivers and Mountains

strip-xun = xun { $n } of { $of }
strip-era = { $era } · { $xun }
strip-waits = { $n ->
    [one] one matter waits
   *[other] { $count } matters wait
}
strip-edicts = edicts left: { $n } of { $of }
strip-edicts-label = Edicts
strip-of = { $n } of { $of }
strip-end-waits = { $of ->
    [month] Something still waits for an answer. You may end the month all the same; you are asked first.
    [season] Something still waits for an answer. You may end the season all the same; you are asked first.
   *[xun] Something still waits for an answer. You may end the xun all the same; you are asked first.
}
strip-end-free = { $of ->
    [month] Close this month. The other courts act, armies march, and the news of it comes in.
    [season] Close this season. The other courts act, armies march, and the news of it comes in.
   *[xun] Close these ten days. The other courts act, armies march, and the news of it comes in.
}
strip-open = { $name } ▼
strip-realm = Realm
strip-war = War 戰
strip-peace = 和 Peace

table-news = News since the court last sat
table-news-all = All { $n }, one by one
table-news-less = In one line
table-news-zh = 邸報
table-on-map = Show { $place } on the map
table-matters = Before the court
table-matters-zh = 奏事
table-matter = Matter { $n }. { $title }
table-decided = Decided: { $label }
table-paper = A paper from another court
table-paper-zh = 國書
table-paper-from = It was put forward by { $court } and waits for an answer.
table-accept = Accept
table-refuse = Refuse
table-not-now = { $words }: not now. { $why }
table-to-treaties = See the treaties
table-now = What you can do now
table-now-zh = 施行
table-now-paper = { $of ->
    [month] No memorial waits, but a paper does. You may answer it, give orders, or end the month.
    [season] No memorial waits, but a paper does. You may answer it, give orders, or end the season.
   *[xun] No memorial waits, but a paper does. You may answer it, give orders, or end the xun.
}
table-now-none = { $of ->
    [month] No matter waits. You may give orders, end the month, or run on until something needs you.
    [season] No matter waits. You may give orders, end the season, or run on until something needs you.
   *[xun] No matter waits. You may give orders, end the xun, or run on until something needs you.
}
table-now-decided = { $of ->
    [month] Every matter is decided. You may give orders, end the month, or run on until something needs you.
    [season] Every matter is decided. You may give orders, end the season, or run on until something needs you.
   *[xun] Every matter is decided. You may give orders, end the xun, or run on until something needs you.
}
table-orders = Give orders
table-end = { $of ->
    [month] End the month
    [season] End the season
   *[xun] End the xun
}
table-run = Run on
table-run-note = Running on ends one xun after another, nine at most, and stops as soon as a matter waits, a paper comes or is answered, a word is broken, your armies fight, people stand before the palace, a throne passes on, a court rises or falls, or a town of yours or one that you claim is taken. Where courts sit by the month it stops at the next sitting.

matter-memorial = A memorial to the throne
matter-memorial-again = A memorial to the throne, again before the court
matter-which = { $n } of { $of }
matter-table = News and papers
matter-named = Named here
matter-counsel = The council speaks
matter-counsel-zh = 廷議
matter-decided = So it was decided
matter-decided-zh = 制可
matter-decided-note = It is written down. Until the xun ends you may take it back.
matter-next = Next: { $title }
matter-undo = Take it back

option-seal = Choose this
option-chosen = Chosen.
option-closed = Closed.
option-label = Option { $n }. { $label }
option-argued = Argued by { $who }.
opening-treasury = See what comes in and what goes out.

menu-title = Menu
menu-continue = Continue
menu-other-desk = The desk of { $court }
menu-put-down = End here and read the debrief
menu-settings = Settings
menu-saves = Saved games
menu-what-if = What if…
menu-start = Start screen
menu-leave = Leave
menu-kept = The game is kept as you play; nothing is lost by leaving.

slip-away = Put away
why-slip = What moves it
why-to-treasury = To the treasury

ending-title = { $n ->
    [one] One matter waits
   *[other] { $count } matters wait
}
ending-lost = It must be answered in this xun. If the xun ends now, the moment passes:
ending-later = It can wait until later:
ending-papers = From another court, and unanswered; a paper that is left lying is as good as refused:
ending-title-paper = { $n ->
    [one] A paper waits
   *[other] Papers wait
}
ending-dues = You are bound by oath to do this, and do not sit again in time:
ending-title-due = Your word is about to be broken
sure-title = This binds your court
sure-title-dike = What the river takes it does not give back
sure-note = Until the xun ends it can still be taken back.
sure-yes = Let it be done
stakes-beyond = It promises { $owed }; in store are { $have }.
stakes-flood = The water will lie for about { $days } days over { $places }. About { $homes } households there lose their homes, half of the grain in those towns is spoilt, and of the soldiers who stand in it or near it, your own too, { $percent } in a hundred drown.
stakes-flood-river = The river leaves its bed here and will not go back.
stakes-flood-name = It is held against whoever does it: legitimacy { $n }.
stakes-trespass = An army of yours stands at { $place }, which it is to keep out of: unless it is gone within this xun and the next, the word is broken.
stakes-sieges = With peace your siege of { $places } is at an end.
stakes-sworn = It breaks { $papers }.
ending-back = Go back
ending-end = { $of ->
    [month] End the month all the same
    [season] End the season all the same
   *[xun] End the xun all the same
}

reveal-kicker = The record
reveal-yours = You chose:
reveal-same = So did the court at the time.
reveal-other = The court at the time chose otherwise.
reveal-fact = What was done
reveal-fact-zh = 史載
reveal-quarrel = Where the sources differ:
reveal-sources = Sources: { $list }
reveal-on = Go on

slip-key-title = Keys
slip-key-digits = An option: once to read it, once more to choose it. On the table: a matter. Among orders: a group of them, or an army by its number, which it keeps.
slip-key-arrows = From option to option.
slip-key-enter = Choose the option you are at; go to the next matter.
slip-key-news = News, and everything that waits.
slip-key-end = End the xun, or the month where courts sit by the month.
slip-key-run = Run on until something needs you.
slip-key-run-together = End the xun, and let the days run on until a court has to look, if every court at this keyboard ends it so.
slip-key-undo = Take the last choice or order back. Ctrl+Z does the same.
slip-key-tab = From button to button; Enter presses it.
slip-key-why = On a number of the realm: what moves it.
slip-key-help = This slip.
slip-key-escape = One step back. Nothing is lost by it.
slip-key-menu = The menu.
slip-key-swap = From the sheet to the map and back.
slip-key-panels = Panels

bar-digits = 1–{ $n }
bar-choose = Choose
bar-read = Read
bar-news = News
bar-sheet = Sheet

hint-memorial = A memorial asks for a decision. Below it stand the courses, each with those who argue for it. Press a course's number to read it, and once more to choose it; or click on it and choose.
hint-table = This is the table: the news since the court last sat, and whatever waits for an answer. Click on a place to see it on the map.
hint-undo = It is done, but not beyond recall: until the xun ends, Z takes back the last choice or order.
hint-orders = Orders go to armies, towns and people. Pick an army on the map, then what it is to do. Most orders cost one edict; your edicts come back each time the court sits.
hint-map = Drag the map to move it, turn the wheel to come closer. Colour, pattern and letter say who holds a town; a faded banner is old news.
hint-end = Nothing waits. When you have given your orders, E ends the sitting: time passes until the court sits again or something needs it, the other courts act, and you hear of it.
hint-run = In quiet times R ends one xun after another and stops when something needs you.
hint-read = Understood

shell-passing = The xun passes…
