//! How each thing is written: an example for every kind and every word. Tests read each as its kind, and look the names of
//! conditions, effects, orders and clauses up in *Jingkang*.

/// Examples of whole kinds, by their names in the code. Of a kind of words, its words are the examples.
const KINDS: &[(&str, &str)] = &[
    (
        "RawScenario",
        r#"Scenario(
    id: "my_siege", title: "My siege", title_zh: "守城",
    uses: ["atlas.ron", "people.ron", "sources.ron"],
    span: (from: "1126-01-01", until: "1126-03-31"),
    minutes: 10,
    brief: "January 1126. An army has come down from the north.",
    courts: [], posts: [], facts: [],
    setup: Setup(holders_of: 1125, places: [], armies: [], treaties: []),
    drafts: [], incidents: [], decisions: [],
    record: Record(orders: [], checkpoints: []),
    endings: [Ending(id: "end", title: "The end of March", when: Always, good_for: [], text: "March is over.")],
)"#,
    ),
    ("RawSpan", r#"(from: "1125-11-01", until: "1127-06-30")"#),
    (
        "RawCourt",
        r#"Court(
    id: "jin", name: "Jin", name_zh: "金", playable: true, northern: true,
    seat: "huining", ruler: "jin_taizong", heir: "wanyan_gao",
    brief: "You sit with Wuqimai at Huining.",
    legitimacy: 70, lean: 45, edicts: 3,
    treasury: [(Silver, 3000000), (Silk, 4000000), (Grain, 1500000)],
    treasury_note: "Set; no source counts it.",
    at_war_with: ["song"],
)"#,
    ),
    (
        "RawPost",
        r#"Post(id: "capital_defence", court: "song", title: "commander of the walls", title_zh: "京城四壁守禦使", role: Capital, holder: "li_gang")"#,
    ),
    (
        "RawFact",
        r#"Fact(id: "resolved_to_stay", says: "The court resolved to stay in Kaifeng.")"#,
    ),
    (
        "RawSetup",
        r#"Setup(
    holders_of: 1125,
    places: [Place(id: "zhending", unrest: 20)],
    armies: [],
    treaties: [Treaty(draft: "oath_1123", sworn: "1123-05-01")],
    people: [Person(id: "li_gang", loyalty: 95)],
)"#,
    ),
    (
        "RawPlaceSetup",
        r#"Place(id: "linan", holder: "jin", native: "song", garrison: Set(200, "a guard on the gates of a looted city"), quality: 50, morale: 60, stores_xun: 3, unrest: 45, note: "Taken on 22 January 1130 (Song shi 25).")"#,
    ),
    (
        "RawArmy",
        r#"Army(
    id: "han_fleet", name: "Han Shizhong's sea-ships", name_zh: "韓世忠水軍",
    court: "song", commander: "han_shizhong", at: "pingjiang",
    men: Given(8000, ["song_shi", "xinian_yaolu"]),
    horse_percent: 0, quality: 55, morale: 75, food_xun: 4,
    boats: 100, marines: 60, attachment: 80,
    note: "Eight thousand fighting men by every Song account.",
)"#,
    ),
    (
        "Reading",
        r#"(value: 40000, source: "xinian_yaolu", says: "juan 32: rather more than a hundred thousand, read low", taken: true)"#,
    ),
    (
        "RawPersonSetup",
        r#"Person(id: "song_qinzong", serves: "song", held_by: "jin", at: "huining", note: "The emperor's elder brother, captive since 1127.")"#,
    ),
    (
        "RawTreatyInForce",
        r#"Treaty(draft: "oath_1123", sworn: "1123-05-01", note: "Each says that the other broke it first.")"#,
    ),
    (
        "RawRegisters",
        r#"Registers(circuit: "Jingji", percent: 80, note: "Set: a tenth of a year's war and two of flight.")"#,
    ),
    (
        "RawDecision",
        r#"Decision(
    id: "stay_or_go", court: "song",
    title: "To stay or to go", title_zh: "議去留",
    when: All([From("1126-01-11"), Near(court: "jin", place: "kaifeng", km: 300, men: 20000)]),
    patience_xun: 2,
    brief: "Riders say that the northern horse has passed Zhending.",
    voices: [],
    options: [
        (id: "stay", grade: Documented, label: "Stay and man the walls", detail: "Li Gang is given the walls.", temper: 1, effects: [Set("resolved_to_stay")]),
        (id: "go", grade: Proposed, label: "Leave by night", detail: "The court leaves with what guards will follow.", temper: -1, effects: [Legitimacy(-4)]),
    ],
    record: (chose: "stay", date: "1126-01-29", outcome: "The emperor stayed.", sources: ["song_shi"]),
)"#,
    ),
    (
        "RawAside",
        r#"(when: Fact("huizong_went_south"), says: "The retired emperor is already on the road to Bozhou.")"#,
    ),
    (
        "RawVoice",
        r#"Voice(
    who: "li_gang", argues_for: "stay",
    says: "No wall in the realm is higher than this one.",
    expects: "The capital will be held into spring.", expected: Holds("song", "kaifeng"), by: "1126-04-01",
    sources: ["song_shi"],
)"#,
    ),
    (
        "RawOption",
        r#"(
    id: "ransom", grade: Proposed, label: "Buy them off",
    detail: "The treasury pays, and the army on the river goes home.", temper: -2,
    cost: [(Silver, 500000)], needs: Alive("song_gaozong"), opens_by: "a prince must live to be sent",
    effects: [Legitimacy(-3)],
)"#,
    ),
    (
        "RawChosen",
        r#"(chose: "stay", date: "1126-01-29", outcome: "The emperor stayed, and Li Gang was given the walls that evening.", sources: ["song_shi"])"#,
    ),
    (
        "RawDraft",
        r#"Draft(
    id: "terms_1126", title: "The terms of February 1126", from: "jin", to: "song",
    clauses: [
        Pay(by: "song", good: Silver, amount: 5000000, due_xun: 2, tolerance: 10),
        Withdraw(by: "jin", due_xun: 3),
        Peace,
    ],
    needs: AcrossRiver("jin"),
    sources: ["song_shi"],
)"#,
    ),
    (
        "RawUnclear",
        r#"Unclear(
    words: "those who fled are to be given back",
    readings: [
        Sense(id: "all", held_by: "jin", says: "Whoever came over, at any time.", clauses: [ReturnFugitives(by: "song")]),
        Sense(id: "from_now", held_by: "song", says: "Whoever comes over from now on.", clauses: [NoShelter(by: "song")]),
    ],
)"#,
    ),
    (
        "RawSense",
        r#"Sense(id: "all", held_by: "jin", says: "Whoever came over, at any time.", clauses: [ReturnFugitives(by: "song")])"#,
    ),
    (
        "RawAlleged",
        r#"Alleged(by: "jin", of: "song", clause: 2, since: "1123-06-01", says: "Song took in Zhang Jue, who had gone over to it with Pingzhou.", sources: ["jin_shi"])"#,
    ),
    (
        "RawIncident",
        r#"Incident(
    id: "camp_fever", title: "Fever in the camp",
    text: "Men of {it} lie down and do not get up.",
    scope: EachArmy, when: Months([5, 6, 7, 8]), it: [Northern, Besieging, Men(5000)],
    chance: 30, effects: [ItLoses(3), ItSpirit(-4)],
    sources: ["jin_shi"],
)"#,
    ),
    (
        "RawRecord",
        r#"Record(
    orders: [On(date: "1126-01-31", court: "jin", orders: [Besiege(army: "jin_east", place: "kaifeng")], sources: ["jin_shi"])],
    checkpoints: [],
)"#,
    ),
    (
        "RawDated",
        r#"On(date: "1126-01-31", court: "jin", orders: [Besiege(army: "jin_east", place: "kaifeng")], sources: ["jin_shi", "song_shi"])"#,
    ),
    (
        "RawCheckpoint",
        r#"Checkpoint(
    id: "kaifeng_besieged", title: "Kaifeng was besieged",
    what: Besieged("kaifeng", "jin"),
    test: Happened("1126-01-31", 10), weight: 4,
    claims: [(source: "song_shi", at: "23", says: "They came up on the last day of January.")],
)"#,
    ),
    (
        "RawClaim",
        r#"(source: "jin_shi", at: "3", says: "The army went home with the oath.", dissents: true)"#,
    ),
    (
        "RawEnding",
        r#"Ending(id: "taken", title: "The capital is taken", when: Holds("jin", "kaifeng"), at_once: true, good_for: ["jin"], text: "The northern gate was opened before noon.")"#,
    ),
    (
        "RawTrial",
        r#"Test(
    id: "an_offer_is_answered",
    says: "When Jin offers its plunder for a free river, the offer is laid before Song's court.",
    given: [Proposed("passage")], xun: 1,
    expect: [Laid("passage_asked")],
)"#,
    ),
    (
        "RawBid",
        r#"Bid(xun: 0, court: "jin", orders: [March(army: "wuzhu_army", to: "jiankang")])"#,
    ),
    (
        "RawLesson",
        r#"Lesson(
    id: "the_first_siege", title: "The first siege", minutes: 20,
    about: "Five decisions of the winter of 1126, for a class that has not heard of the war.",
    aims: ["Weigh advice by what the adviser could know"],
    vocabulary: ["xun"],
    opening: (minutes: 3, says: "January 1126. An army has come down from the north."),
    steps: [Step(
        decision: "stay_or_go", minutes: 12, you: "You are the council of a new emperor.",
        known: ["The enemy is ten days off."], unknown: ["How many he is."],
        questions: ["Who loses what if the court leaves?"],
    )],
    closing: (minutes: 5, questions: ["Which adviser would you hear again?"]),
)"#,
    ),
    (
        "RawOpening",
        r#"(minutes: 3, says: "January 1126. An army has come down from the north.")"#,
    ),
    (
        "RawStep",
        r#"Step(
    decision: "stay_or_go", minutes: 12, you: "You are the council of a new emperor.",
    known: ["The enemy is ten days off."], unknown: ["How many he is."],
    questions: ["Who loses what if the court leaves?"],
)"#,
    ),
    (
        "RawClosing",
        r#"(minutes: 5, questions: ["Which adviser would you hear again?"])"#,
    ),
    ("RawAtlas", r#"Atlas(places: [], routes: [])"#),
    (
        "RawPlace",
        r#"Place(
    id: "kaifeng", name: "Kaifeng", name_zh: "開封", modern: "Kaifeng",
    lat_milli: 34797, lon_milli: 114307, kind: Capital, circuit: "Jingji",
    households: 261117, walls: 5,
    holders: [(1111, "song"), (1125, "song"), (1127, "song"), (1142, "jin"), (1206, "jin"), (1233, "jin")],
)"#,
    ),
    (
        "RawCalled",
        r#"Called(since: 1129, name: "Lin'an (Hangzhou)", name_zh: "臨安")"#,
    ),
    (
        "RawRoute",
        r#"Route(from: "huazhou", to: "kaifeng", kind: Ford, km: 105, river: Yellow, river_after_1128: None)"#,
    ),
    ("RawPeople", r#"People(people: [])"#),
    (
        "RawPerson",
        r#"Person(
    id: "li_gang", name: "Li Gang", name_zh: "李綱", people: "han", born: "1083", died: "1140-02-05",
    dates_confidence: High, courts: ["song"], stance: 80,
    command: 5, valour: 7, administration: 8, intrigue: 4, loyalty: 10,
    note: "Defender of Kaifeng in 1126.",
    offices: [(court: "song", title: "commissioner of the field headquarters", from: "1126-02", confidence: High, sources: "Song shi 358")],
)"#,
    ),
    (
        "RawOffice",
        r#"(court: "song", title: "commissioner of the field headquarters", title_zh: "親征行營使", from: "1126-02", until: "1126-03", confidence: High, sources: "Song shi 358")"#,
    ),
    ("RawSources", r#"Sources(sources: [])"#),
    (
        "RawSource",
        r#"Source(id: "jin_shi", label: "Jin shi", title: "History of the Jin", title_zh: "金史", author: "Toghto and others", composed: "1344", kind: Compilation, bias: "From Jin archives, put together under the Yuan.")"#,
    ),
    ("RawTerms", r#"Terms(terms: [])"#),
    (
        "RawTerm",
        r#"Term(id: "xun", name: "xun", name_zh: "旬", says: "A third of a month, ten days.")"#,
    ),
];

/// Examples of words, by the kind's name in the code and the word. A word that stands alone is its own example.
const WORDS: &[(&str, &[&str])] = &[
    (
        "Figure",
        &[
            r#"Given(8000, ["song_shi", "xinian_yaolu"])"#,
            r#"Set(400, "boatmen's families and a guard of Han Shizhong's")"#,
            r#"Disputed([(value: 60000, source: "song_shi", says: "Sixty thousand.", taken: true), (value: 100000, source: "jin_shi", says: "A hundred thousand with the auxiliaries.")])"#,
        ],
    ),
    (
        "RawTest",
        &[r#"Happened("1126-01-31", 10)"#, r#"StoodOn("1126-05-31")"#],
    ),
    (
        "Expectation",
        &[
            r#"So(Holds("song", "kaifeng"))"#,
            r#"Ever(Besieged("kaifeng", "jin"))"#,
            r#"Never(Deposed("song"))"#,
            r#"Laid("abdication")"#,
            r#"Open("abdication", "regent")"#,
            r#"Befell("great_snow")"#,
            r#"Paid("terms_1126")"#,
            r#"Ended("end_of_june")"#,
        ],
    ),
    (
        "Condition",
        &[
            r#"All([Holds("song", "kaifeng"), AtWar("song", "jin")])"#,
            r#"Any([Vacant("field_hq"), Not(Alive("li_gang"))])"#,
            r#"Not(Holds("jin", "kaifeng"))"#,
            r#"From("1126-01-11")"#,
            r#"Until("1126-02-21")"#,
            r#"Months([11, 12, 1, 2])"#,
            r#"Holds("song", "kaifeng")"#,
            r#"Besieged("kaifeng", "jin")"#,
            r#"Stands("jin_east")"#,
            r#"ArmyAt("jin_east", "kaifeng")"#,
            r#"Near(court: "jin", place: "kaifeng", km: 300, men: 20000)"#,
            r#"Stronger(court: "song", than: "jin", place: "kaifeng", percent: 150)"#,
            r#"AcrossRiver("jin")"#,
            r#"Alive("li_gang")"#,
            r#"Free("li_gang")"#,
            r#"HeldBy("song_qinzong", "jin")"#,
            r#"Serves("guo_yaoshi", "jin")"#,
            r#"InPost("li_gang", "field_hq")"#,
            r#"Vacant("field_hq")"#,
            r#"Commands("wanyan_zongwang", "jin_east")"#,
            r#"PersonAt("song_gaozong", "kaifeng")"#,
            r#"Reigns("song_qinzong", "song")"#,
            r#"Seat("song", "kaifeng")"#,
            r#"CourtStands("chu")"#,
            r#"Deposed("song")"#,
            r#"Fact("resolved_to_stay")"#,
            r#"Laid("abdication")"#,
            r#"Chose("abdication", "regent")"#,
            r#"Treasury("song", Silver, 1000000)"#,
            r#"Legitimacy("song", 40)"#,
            r#"Lean("song", 20)"#,
            r#"Loyalty("guo_yaoshi", 50)"#,
            r#"Unrest("kaifeng", 30)"#,
            r#"Morale("taiyuan", 40)"#,
            r#"Stores("taiyuan", 6)"#,
            r#"Garrison("kaifeng", 20000)"#,
            r#"Offered("terms_1126")"#,
            r#"Crowd("song")"#,
            r#"HeirNamed("jin")"#,
            r#"Proposed("terms_1126")"#,
            r#"InForce("oath_1123")"#,
            r#"Sworn("terms_1126")"#,
            r#"Intercepted("yudu_letter")"#,
            r#"Breached("oath_1123", "song")"#,
            r#"AtWar("song", "jin")"#,
            r#"Lost("song", Field, "zhending")"#,
            r#"FellTo("taiyuan", "jin")"#,
            r#"Truce("jin", "song")"#,
            r#"Bound("jin", "song")"#,
            r#"Pledged(by: "song", to: "jin", clause: Cede, place: "taiyuan")"#,
            r#"Forsworn("song", "jin")"#,
        ],
    ),
    (
        "Effect",
        &[
            r#"Order(Appoint(person: "li_gang", post: "field_hq"))"#,
            r#"Set("resolved_to_stay")"#,
            r#"Clear("resolved_to_stay")"#,
            r#"Abdicate("song_qinzong")"#,
            r#"Detain("song_gaozong")"#,
            r#"Execute("tong_guan")"#,
            r#"Exile("li_gang")"#,
            r#"Send("li_gang", "luoyang")"#,
            r#"Legitimacy(-4)"#,
            r#"Loyalty("guo_yaoshi", -10)"#,
            r#"Morale("kaifeng", 5)"#,
            r#"Spirit("jin_east", -5)"#,
            r#"Unrest("kaifeng", 10)"#,
            r#"Outlay(Cash, -100000)"#,
            r#"OpenGate("kaifeng", 7777)"#,
            r#"BurnCrossing("huazhou")"#,
            r#"Depose("song")"#,
            r#"Establish(court: "chu", ruler: "zhang_bangchang", seat: "kaifeng")"#,
            r#"Deport(["song_huizong", "song_qinzong"], "yanjing")"#,
            r#"Chance(40, [Legitimacy(-4)], [])"#,
            r#"Later(2, [Morale("kaifeng", -3)])"#,
            r#"Die("zhong_shidao")"#,
            r#"ItLoses(3)"#,
            r#"ItScatters(8)"#,
            r#"ItSpirit(-4)"#,
            r#"ItUnrest(10)"#,
        ],
    ),
    (
        "ItCondition",
        &[
            r#"Of("jin")"#,
            r#"Men(5000)"#,
            r#"StoresAtMost(2)"#,
            r#"SpiritAtMost(30)"#,
            r#"Unrest(40)"#,
            r#"BesiegedFor(6)"#,
            r#"Within("kaifeng", 150)"#,
        ],
    ),
    (
        "Clause",
        &[
            r#"Pay(by: "song", good: Silver, amount: 5000000, due_xun: 2, tolerance: 10)"#,
            r#"Yearly(by: "song", good: Silver, amount: 200000)"#,
            r#"Cede(by: "song", place: "taiyuan", due_xun: 6)"#,
            r#"Share(by: "jin", place: "yanjing", due_xun: 15)"#,
            r#"Hostage(by: "song", person: "song_gaozong")"#,
            r#"Return(by: "jin", person: "song_gaozong", due_xun: 9)"#,
            r#"Withdraw(by: "jin", due_xun: 3)"#,
            r#"KeepOut(by: "song", places: ["taiyuan", "zhending"])"#,
            r#"Border(river: Yellow, north: "jin", due_xun: 12)"#,
            r#"NoWorks(by: "song")"#,
            r#"ReturnFugitives(by: "song")"#,
            r#"NoShelter(by: "song")"#,
            r#"NoLure(by: "song")"#,
            r#"Address(by: "song", form: "the nephew's state to its uncle", rank: Nephew)"#,
            r#"Campaign(by: "jin", against: "liao", place: "dading", due_xun: 72)"#,
            r#"NoSeparatePeace(by: "song", with: "liao")"#,
            r#"Market(place: "xiongzhou")"#,
            r#"Truce(xun: 6)"#,
            r#"Oath(words: "If we break this, may heaven cut off our line.")"#,
            r#"Guard(by: "jin", men: 10000)"#,
            r#"LeavePeople(by: "jin", places: ["yanjing"])"#,
            r#"Submit(by: "chu")"#,
        ],
    ),
    (
        "Treat",
        &[
            r#"Offer(to: "jin", envoy: "li_gang", clauses: [Peace])"#,
            r#"Disavow(draft: "terms_1126")"#,
            r#"Void(draft: "oath_1123")"#,
            r#"War(on: "song")"#,
            r#"Release(person: "song_gaozong")"#,
            r#"GiveBack(person: "guo_yaoshi")"#,
            r#"Reclaim(place: "taiyuan")"#,
        ],
    ),
    (
        "Order",
        &[
            r#"March(army: "jin_east", to: "xunzhou")"#,
            r#"Besiege(army: "jin_west", place: "taiyuan")"#,
            r#"Mask(army: "jin_cordon", place: "taiyuan")"#,
            r#"Assault(army: "jin_east", place: "kaifeng")"#,
            r#"Relieve(army: "xie_qian", place: "taiyuan")"#,
            r#"Raid(army: "yao_pingzhong", place: "kaifeng", men: 7000)"#,
            r#"Waylay(army: "western_van", place: "huazhou")"#,
            r#"Withdraw(army: "jin_east", to: "yanjing")"#,
            r#"Hold(army: "western_van")"#,
            r#"Garrison(army: "western_van", men: 3000)"#,
            r#"Disband(army: "hedong_levy")"#,
            r#"Raise(army: "southern_relief")"#,
            r#"Levy(place: "kaifeng", men: 2000)"#,
            r#"Fortify(place: "kaifeng")"#,
            r#"Arm(place: "kaifeng")"#,
            r#"Provision(place: "taiyuan")"#,
            r#"BuildBoats(place: "huazhou")"#,
            r#"BuildShips(place: "zhenjiang", boats: 20)"#,
            r#"Embark(army: "western_van")"#,
            r#"Moor(army: "western_van")"#,
            r#"Transport(place: "zhending", shi: 20000)"#,
            r#"Rouse(person: "li_gang", place: "zhending")"#,
            r#"Appoint(person: "li_gang", post: "field_hq")"#,
            r#"Command(person: "zhong_shidao", army: "western_van")"#,
            r#"Dismiss(person: "li_gang")"#,
            r#"Recall(person: "li_gang")"#,
            r#"MoveCourt(to: "yingtian")"#,
            r#"PayDue(draft: "terms_1126")"#,
            r#"HandOver(place: "taiyuan")"#,
            r#"FeedPeople(place: "kaifeng", shi: 10000)"#,
            r#"Propose(draft: "terms_1126")"#,
            r#"Accept(draft: "terms_1126")"#,
            r#"Refuse(draft: "terms_1126")"#,
            r#"Treat(Offer(to: "jin", envoy: "li_gang", clauses: [Peace]))"#,
            r#"Reign(Enthrone(person: "song_gaozong"))"#,
            r#"Proclaim(what: SelfBlame)"#,
            r#"BreakDike(place: "huazhou")"#,
        ],
    ),
    (
        "Reign",
        &[
            r#"Enthrone(person: "song_gaozong")"#,
            r#"Requisition(place: "kaifeng", good: Silver, amount: 100000)"#,
            r#"Honour(person: "li_gang")"#,
            r#"Arrest(person: "tong_guan")"#,
            r#"Surety(person: "song_gaozong", to: "jin")"#,
            r#"Seize(person: "song_qinzong")"#,
            r#"Answer(how: Yield)"#,
            r#"Employ(person: "zhang_bangchang")"#,
            r#"NameHeir(person: "song_gaozong")"#,
            r#"Dissolve(court: "chu")"#,
            r#"CarryOff(place: "taiyuan", to: "yanjing")"#,
            r#"Grant(place: "kaifeng", to: "chu")"#,
            r#"Detach(army: "western_van", men: 5000, into: "qinfeng")"#,
        ],
    ),
];

/// The word that an example begins with.
fn begins(example: &str) -> &str {
    example.split('(').next().unwrap_or(example)
}

/// How a whole kind is written.
#[must_use]
pub fn of_kind(kind: &str) -> Option<&'static str> {
    KINDS
        .iter()
        .find(|(name, _)| *name == kind)
        .map(|(_, example)| *example)
}

/// How a word is written, where it does not stand alone.
#[must_use]
pub fn of_word(kind: &str, word: &str) -> Option<&'static str> {
    let (_, examples) = WORDS.iter().find(|(name, _)| *name == kind)?;
    examples
        .iter()
        .copied()
        .find(|example| begins(example) == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::format::{Shape, all};
    use crate::scenario::load::{Files, load};

    #[test]
    fn every_kind_and_word_has_an_example_that_reads() {
        let mut wrong = Vec::new();
        for kind in all() {
            let (words, fields) = (kind.words(), kind.fields());
            if !fields.is_empty() {
                match of_kind(kind.name) {
                    None => wrong.push(format!("{}: no example", kind.name)),
                    Some(example) => {
                        let told = (kind.reads)(example);
                        wrong.extend(told.iter().map(|told| format!("{}: {told}", kind.name)));
                    }
                }
            }
            for word in words {
                let example = match word.takes {
                    Shape::Nothing => word.name,
                    _ => match of_word(kind.name, word.name) {
                        Some(example) => example,
                        None => {
                            wrong.push(format!("{} {}: no example", kind.name, word.name));
                            continue;
                        }
                    },
                };
                let told = (kind.reads)(example);
                wrong.extend(
                    told.iter()
                        .map(|told| format!("{}: {example}: {told}", kind.name)),
                );
            }
        }
        for (name, examples) in WORDS {
            for example in *examples {
                let kind = all().find(|kind| kind.name == *name);
                let known = kind.is_some_and(|kind| {
                    kind.words().iter().any(|word| word.name == begins(example))
                });
                if !known {
                    wrong.push(format!("{name}: {example} is of no word"));
                }
            }
        }
        for (name, _) in KINDS {
            if !all().any(|kind| kind.name == *name && !kind.fields().is_empty()) {
                wrong.push(format!("{name} is no kind with fields"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// A wrong example is caught: the readers are those of the loader.
    #[test]
    fn an_example_that_does_not_read_is_told() {
        let condition = all()
            .find(|kind| kind.name == "Condition")
            .expect("it is there");
        for wrong in [
            "Holds(\"song\")",
            "Hodls(\"song\", \"kaifeng\")",
            "Holds(",
            "",
        ] {
            assert!(!(condition.reads)(wrong).is_empty(), "{wrong}");
        }
    }

    /// The names in the examples of what a scenario is written with are names of *Jingkang*.
    #[test]
    fn the_names_in_the_examples_are_names() {
        let of = |kind: &str| {
            let (_, examples) = WORDS
                .iter()
                .find(|(name, _)| *name == kind)
                .expect("a kind");
            examples.join(", ")
        };
        let text = include_str!("../../../scenarios/jingkang.ron");
        let put = |text: String, before: &str, new: String| {
            assert!(text.contains(before), "{before}");
            text.replacen(before, &format!("{before}{new}"), 1)
        };
        let text = put(
            text.to_owned(),
            "\n    endings: [",
            format!(
                "Ending(id: \"example_ending\", title: \"x\", when: Any([{}]), good_for: [], text: \"x\"),",
                of("Condition")
            ),
        );
        let text = put(
            text,
            "\n    incidents: [",
            format!(
                "Incident(id: \"example_incident\", title: \"x\", text: \"x\", scope: EachArmy, when: Always, it: [{}], chance: 1, effects: [{}], sources: []),",
                of("ItCondition"),
                of("Effect")
            ),
        );
        let text = put(
            text,
            "\n    drafts: [",
            format!(
                "Draft(id: \"example_draft\", title: \"x\", from: \"song\", to: \"jin\", clauses: [{}], sources: []),",
                of("Clause")
            ),
        );
        let orders = |kind: &str| {
            let wrap = |example: &&str| format!("{kind}({example})");
            let (_, examples) = WORDS
                .iter()
                .find(|(name, _)| *name == kind)
                .expect("a kind");
            examples.iter().map(wrap).collect::<Vec<_>>().join(", ")
        };
        let text = put(
            text,
            "\n        orders: [",
            format!(
                "On(date: \"1126-01-01\", court: \"song\", orders: [{}, {}, {}], sources: []),",
                of("Order"),
                orders("Treat"),
                orders("Reign")
            ),
        );
        let unknown = |text: &str| -> Vec<String> {
            let files = [
                ("jingkang.ron", text),
                ("atlas.ron", include_str!("../../../scenarios/atlas.ron")),
                ("people.ron", include_str!("../../../scenarios/people.ron")),
                (
                    "sources.ron",
                    include_str!("../../../scenarios/sources.ron"),
                ),
                ("terms.ron", include_str!("../../../scenarios/terms.ron")),
                (
                    "terms_jingkang.ron",
                    include_str!("../../../scenarios/terms_jingkang.ron"),
                ),
            ];
            let list = match load("jingkang.ron", &Files(&files)) {
                Ok(loaded) => loaded.warnings,
                Err(list) => list,
            };
            let told = |key: &str| {
                ["unknown", "malformed", "wrong"]
                    .iter()
                    .any(|k| key.starts_with(k))
            };
            list.iter()
                .filter(|d| told(d.key))
                .map(|d| format!("{}: {}", d.key, d.message))
                .collect()
        };
        let (found, none) = (unknown(&text), Vec::<String>::new());
        assert_eq!(found, none);
        let broken = text.replacen("Mask(army: \"jin_cordon\"", "Mask(army: \"jin_cordn\"", 1);
        assert_eq!(unknown(&broken).len(), 1, "a wrong name is found");
    }
}
