//! Every reason for which an order or a choice is refused, and that a refusal changes nothing.

use std::collections::BTreeSet;

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{DraftId, OptionId};
use rivers_and_mountains::events::{Downfall, Event, Stat, Task};
use rivers_and_mountains::orders::{Order, OrderNow, Proclamation, Reign, Reply, Treat};
use rivers_and_mountains::rules::check::{self, Refusal};
use rivers_and_mountains::rules::systems::siege;
use rivers_and_mountains::scenario::language::{Clause, Good, Sits};
use rivers_and_mountains::scenario::model::{ClauseNow, Cond};

use crate::harness::{Stage, army, court, decision, draft, jin, person, place, post, song};

/// The names of all reasons. A new one does not compile until it has its place here, and then not pass until it is reached.
fn name(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::GameOver => "GameOver",
        Refusal::NoCourt => "NoCourt",
        Refusal::NoEdicts { .. } => "NoEdicts",
        Refusal::TooPoor { .. } => "TooPoor",
        Refusal::NotYourArmy(_) => "NotYourArmy",
        Refusal::NoSuchArmy(_) => "NoSuchArmy",
        Refusal::ShutIn(..) => "ShutIn",
        Refusal::NoRoad(..) => "NoRoad",
        Refusal::AlreadySo => "AlreadySo",
        Refusal::NotHostile(_) => "NotHostile",
        Refusal::NotYetDue(_) => "NotYetDue",
        Refusal::NotYours(_) => "NotYours",
        Refusal::NotBesieged(_) => "NotBesieged",
        Refusal::Besieged(_) => "Besieged",
        Refusal::TooFewMen { .. } => "TooFewMen",
        Refusal::NotALevy(_) => "NotALevy",
        Refusal::Needs(_) => "Needs",
        Refusal::NotAtHand(_) => "NotAtHand",
        Refusal::CommandsAlready(..) => "CommandsAlready",
        Refusal::HoldsNothing(_) => "HoldsNothing",
        Refusal::NotYourPost => "NotYourPost",
        Refusal::NotYourDraft(_) => "NotYourDraft",
        Refusal::DraftBusy(_) => "DraftBusy",
        Refusal::NotProposed(_) => "NotProposed",
        Refusal::NoSuchPaper(_) => "NoSuchPaper",
        Refusal::Blank => "Blank",
        Refusal::Unsound(_) => "Unsound",
        Refusal::Awaited(_) => "Awaited",
        Refusal::NotToSend(_) => "NotToSend",
        Refusal::NotOverreached(_) => "NotOverreached",
        Refusal::NotInForce(_) => "NotInForce",
        Refusal::NotHeld(_) => "NotHeld",
        Refusal::NoFugitive(_) => "NoFugitive",
        Refusal::NoClaim(_) => "NoClaim",
        Refusal::AtWarAlready(_) => "AtWarAlready",
        Refusal::ThroneHeld(_) => "ThroneHeld",
        Refusal::NotToReign(_) => "NotToReign",
        Refusal::NotInReach(_) => "NotInReach",
        Refusal::NotToEmploy(_) => "NotToEmploy",
        Refusal::NotSitting(_) => "NotSitting",
        Refusal::NotClient(_) => "NotClient",
        Refusal::TooWeakThere { .. } => "TooWeakThere",
        Refusal::NotBeside(..) => "NotBeside",
        Refusal::NotACorps(_) => "NotACorps",
        Refusal::NotLetIn(..) => "NotLetIn",
        Refusal::PlainWords(_) => "PlainWords",
        Refusal::NoCrowd => "NoCrowd",
        Refusal::NothingDue(_) => "NothingDue",
        Refusal::NotCeded(_) => "NotCeded",
        Refusal::NoRiver(_) => "NoRiver",
        Refusal::NoPowder(_) => "NoPowder",
        Refusal::NothingToDo(_) => "NothingToDo",
        Refusal::NoWater(_) => "NoWater",
        Refusal::Afloat(_) => "Afloat",
        Refusal::NoShips(_) => "NoShips",
        Refusal::NoneMoored(_) => "NoneMoored",
        Refusal::OnTheWay(_) => "OnTheWay",
        Refusal::SlipsFull(..) => "SlipsFull",
        Refusal::TooMany { .. } => "TooMany",
        Refusal::ConvoyUnderWay(..) => "ConvoyUnderWay",
        Refusal::CutOff(_) => "CutOff",
        Refusal::NotOccupied(_) => "NotOccupied",
        Refusal::NotLaid(_) => "NotLaid",
        Refusal::Closed(..) => "Closed",
    }
}
const REASONS: usize = 64;

/// A closely besieged Taiyuan with an army of its own inside.
fn shut_in() -> Stage {
    let mut stage = Stage::new();
    stage.about("jin_west", Task::Besiege, "taiyuan");
    stage.at("western_van", "taiyuan");
    stage.given(Event::Tasked {
        army: army("western_van"),
        task: Task::Hold,
        goal: place("taiyuan"),
    });
    stage.run(siege::run);
    assert!(
        stage
            .game()
            .siege(place("taiyuan"))
            .is_some_and(|s| s.close)
    );
    stage
}

#[test]
fn every_reason_has_its_case_and_changes_nothing() {
    let mut reached = BTreeSet::new();
    let mut refused = |stage: &Stage, by: &str, order: OrderNow, expected: Refusal| {
        let before = stage.game().snapshot().hash();
        assert_eq!(stage.refusal(court(by), &order), expected, "{order:?}");
        assert_eq!(stage.game().snapshot().hash(), before);
        reached.insert(name(&expected));
    };
    let (van, yao, levy) = (
        army("western_van"),
        army("yao_pingzhong_corps"),
        army("southern_relief"),
    );
    let east = army("jin_east");
    let (kaifeng, huazhou, taiyuan, zhending, yanjing) = (
        place("kaifeng"),
        place("huazhou"),
        place("taiyuan"),
        place("zhending"),
        place("yanjing"),
    );
    let march = |army, to| Order::March { army, to };
    let (terms, oath) = (draft("terms_1126"), draft("oath_1123"));
    let plain = Stage::new();

    // Boats, grain and bands.
    let mut wet = Stage::with(1, |book| book.armies[van.index()].boats = 100);
    // At a town of its own it would leave its boats for this; on the water it cannot.
    wet.given(Event::Advanced {
        army: van,
        next: huazhou,
        done_km: 5,
    });
    refused(
        &wet,
        "song",
        march(van, zhending),
        Refusal::NoWater(zhending),
    );
    refused(
        &wet,
        "song",
        Order::Besiege {
            army: van,
            place: yanjing,
        },
        Refusal::Afloat(van),
    );
    refused(
        &wet,
        "song",
        Order::Moor { army: van },
        Refusal::OnTheWay(van),
    );
    refused(
        &plain,
        "song",
        Order::Moor { army: van },
        Refusal::NoShips(van),
    );
    refused(
        &plain,
        "song",
        Order::Embark { army: van },
        Refusal::NoneMoored(kaifeng),
    );
    let ships = |boats| Order::BuildShips {
        place: huazhou,
        boats,
    };
    refused(
        &plain,
        "song",
        ships(401),
        Refusal::TooMany {
            place: huazhou,
            most: 400,
        },
    );
    let carts = |place| Order::Transport { place, shi: 1_000 };
    let mut busy = Stage::new();
    busy.order(song(), &ships(10));
    busy.order(song(), &carts(huazhou));
    let (ready, due) = (busy.game().turn().0 + 1, busy.game().turn().0 + 1);
    refused(
        &busy,
        "song",
        ships(10),
        Refusal::SlipsFull(huazhou, Turn(ready)),
    );
    refused(
        &busy,
        "song",
        carts(huazhou),
        Refusal::ConvoyUnderWay(huazhou, Turn(due)),
    );
    let mut shut = Stage::new();
    shut.given(Event::SiegeLaid {
        place: kaifeng,
        by: jin(),
        close: true,
    });
    refused(&shut, "song", carts(huazhou), Refusal::CutOff(huazhou));
    refused(
        &plain,
        "song",
        Order::Rouse {
            person: person("li_gang"),
            place: zhending,
        },
        Refusal::NotOccupied(zhending),
    );

    // Whose, and where.
    refused(
        &plain,
        "song",
        march(east, kaifeng),
        Refusal::NotYourArmy(east),
    );
    refused(
        &plain,
        "song",
        march(levy, kaifeng),
        Refusal::NoSuchArmy(levy),
    );
    refused(
        &plain,
        "song",
        Order::Raise { army: east },
        Refusal::NotYourArmy(east),
    );
    refused(&plain, "song", march(van, kaifeng), Refusal::AlreadySo);
    refused(
        &plain,
        "song",
        Order::Hold { army: van },
        Refusal::AlreadySo,
    );
    refused(
        &plain,
        "song",
        Order::Besiege {
            army: van,
            place: huazhou,
        },
        Refusal::NotHostile(huazhou),
    );
    refused(
        &plain,
        "song",
        Order::Raid {
            army: van,
            place: huazhou,
            men: 1_000,
        },
        Refusal::NotHostile(huazhou),
    );
    refused(
        &plain,
        "song",
        Order::Relieve {
            army: van,
            place: taiyuan,
        },
        Refusal::NotBesieged(taiyuan),
    );
    refused(
        &plain,
        "song",
        Order::Levy {
            place: yanjing,
            men: 1_000,
        },
        Refusal::NotYours(yanjing),
    );
    refused(
        &plain,
        "song",
        Order::MoveCourt { to: kaifeng },
        Refusal::AlreadySo,
    );
    refused(
        &plain,
        "jin",
        Order::Fortify { place: kaifeng },
        Refusal::NotYours(kaifeng),
    );
    let few = |have| Refusal::TooFewMen { army: van, have };
    refused(
        &plain,
        "song",
        Order::Garrison {
            army: van,
            men: 15_001,
        },
        few(15_000),
    );
    refused(
        &plain,
        "song",
        Order::Garrison { army: van, men: 0 },
        few(15_000),
    );
    let cut_off = Stage::with(1, |book| {
        let n = book.atlas.places.len();
        book.atlas.km[kaifeng.index() * n + yanjing.index()] = u16::MAX;
    });
    refused(
        &cut_off,
        "song",
        march(van, yanjing),
        Refusal::NoRoad(van, yanjing),
    );

    // A town shut in.
    let shut = shut_in();
    refused(
        &shut,
        "song",
        march(van, kaifeng),
        Refusal::ShutIn(van, taiyuan),
    );
    refused(
        &shut,
        "song",
        Order::Disband { army: van },
        Refusal::ShutIn(van, taiyuan),
    );
    refused(
        &shut,
        "song",
        Order::Levy {
            place: taiyuan,
            men: 1_000,
        },
        Refusal::Besieged(taiyuan),
    );
    refused(
        &shut,
        "song",
        Order::Provision { place: taiyuan },
        Refusal::Besieged(taiyuan),
    );
    refused(
        &shut,
        "song",
        Order::MoveCourt { to: taiyuan },
        Refusal::Besieged(taiyuan),
    );

    // Levies.
    refused(
        &plain,
        "song",
        Order::Raise { army: van },
        Refusal::NotALevy(van),
    );
    let bare = Stage::with(1, |book| {
        book.courts[song().index()].treasury[Good::Cash as usize] = 99_999
    });
    refused(
        &bare,
        "song",
        Order::Raise { army: levy },
        Refusal::Needs(vec![Cond::Treasury(song(), Good::Cash, 100_000)]),
    );
    let mut lost = Stage::new();
    lost.given(Event::Fell {
        place: huazhou,
        from: Some(song()),
        to: jin(),
        how: rivers_and_mountains::events::How::Storm,
    });
    refused(
        &lost,
        "song",
        Order::Raise { army: levy },
        Refusal::NotYours(huazhou),
    );

    // Works.
    refused(
        &plain,
        "song",
        Order::Levy {
            place: kaifeng,
            men: 20_001,
        },
        Refusal::NothingToDo(kaifeng),
    );
    refused(
        &plain,
        "song",
        Order::Fortify { place: kaifeng },
        Refusal::NothingToDo(kaifeng),
    );
    refused(
        &plain,
        "song",
        Order::FeedPeople {
            place: kaifeng,
            shi: 0,
        },
        Refusal::NothingToDo(kaifeng),
    );
    refused(
        &plain,
        "song",
        Order::BuildBoats { place: huazhou },
        Refusal::NothingToDo(huazhou),
    );
    refused(
        &plain,
        "song",
        Order::BuildBoats { place: zhending },
        Refusal::NoRiver(zhending),
    );
    refused(
        &plain,
        "song",
        Order::BreakDike { place: zhending },
        Refusal::NoRiver(zhending),
    );

    // People.
    let (gang, zhong) = (person("li_gang"), person("zhong_shidao"));
    let mut dead = Stage::new();
    dead.given(Event::Died {
        person: gang,
        in_battle: false,
    });
    let walls = post("capital_defence");
    refused(
        &dead,
        "song",
        Order::Appoint {
            person: gang,
            post: walls,
        },
        Refusal::NotAtHand(gang),
    );
    let mut taken = Stage::new();
    taken.given(Event::Taken {
        person: gang,
        by: jin(),
        surrendered: false,
    });
    refused(
        &taken,
        "song",
        Order::Appoint {
            person: gang,
            post: walls,
        },
        Refusal::NotAtHand(gang),
    );
    refused(
        &plain,
        "jin",
        Order::Recall { person: gang },
        Refusal::NotAtHand(gang),
    );
    refused(
        &plain,
        "song",
        Order::Recall { person: gang },
        Refusal::AlreadySo,
    );
    refused(
        &plain,
        "song",
        Order::Dismiss { person: gang },
        Refusal::HoldsNothing(gang),
    );
    refused(
        &plain,
        "song",
        Order::Command {
            person: zhong,
            army: yao,
        },
        Refusal::CommandsAlready(zhong, van),
    );
    refused(
        &plain,
        "song",
        Order::Command {
            person: zhong,
            army: van,
        },
        Refusal::AlreadySo,
    );
    refused(
        &plain,
        "song",
        Order::Appoint {
            person: gang,
            post: post("east_marshal"),
        },
        Refusal::NotYourPost,
    );
    refused(
        &plain,
        "song",
        Order::Appoint {
            person: zhong,
            post: post("pacification"),
        },
        Refusal::AlreadySo,
    );
    let ruler = person("song_qinzong");
    let mut captive = Stage::new();
    captive.given(Event::Taken {
        person: ruler,
        by: jin(),
        surrendered: true,
    });
    refused(
        &captive,
        "song",
        Order::MoveCourt { to: huazhou },
        Refusal::NotAtHand(ruler),
    );

    // Letters.
    refused(
        &plain,
        "song",
        Order::Propose { draft: terms },
        Refusal::NotYourDraft(terms),
    );
    refused(
        &plain,
        "jin",
        Order::Propose { draft: terms },
        Refusal::Needs(vec![Cond::AcrossRiver(jin())]),
    );
    refused(
        &plain,
        "jin",
        Order::Propose { draft: oath },
        Refusal::DraftBusy(oath),
    );
    refused(
        &plain,
        "song",
        Order::Accept { draft: terms },
        Refusal::NotProposed(terms),
    );
    refused(
        &plain,
        "jin",
        Order::PayDue { draft: oath },
        Refusal::NothingDue(oath),
    );
    refused(
        &plain,
        "song",
        Order::HandOver { place: taiyuan },
        Refusal::NotCeded(taiyuan),
    );

    // A town that has still time to open.
    let mut signed = Stage::new();
    signed.given(Event::PeaceMade {
        a: court("jin"),
        b: court("song"),
    });
    signed.given(Event::CessionOrdered {
        place: taiyuan,
        to: court("jin"),
        draft: terms,
        due: Turn(6),
    });
    refused(
        &signed,
        "jin",
        Order::Assault {
            army: army("jin_west"),
            place: taiyuan,
        },
        Refusal::NotYetDue(taiyuan),
    );

    // The table.
    let offer = |to, envoy: &str, clauses: Vec<ClauseNow>| {
        Order::treat(Treat::Offer {
            to,
            envoy: person(envoy),
            clauses,
            answers: None,
            worded: None,
        })
    };
    let peace = || vec![Clause::Peace];
    let treat = Order::treat;
    let never = DraftId(7);
    for order in [
        Order::Accept { draft: never },
        Order::PayDue { draft: never },
        Order::Propose { draft: never },
        treat(Treat::Void { draft: never }),
        treat(Treat::Disavow { draft: never }),
    ] {
        refused(&plain, "song", order, Refusal::NoSuchPaper(never));
    }
    refused(
        &plain,
        "song",
        offer(song(), "li_gang", peace()),
        Refusal::NoCourt,
    );
    refused(
        &plain,
        "song",
        offer(jin(), "li_gang", vec![]),
        Refusal::Blank,
    );
    refused(
        &plain,
        "song",
        treat(Treat::Offer {
            to: jin(),
            envoy: person("li_gang"),
            clauses: peace(),
            answers: None,
            worded: Some(terms),
        }),
        Refusal::PlainWords(terms),
    );
    let nothing = Clause::Pay {
        by: song(),
        good: Good::Silver,
        amount: 0,
        due_xun: 3,
        tolerance: 0,
        grace: 0,
        at: None,
    };
    refused(
        &plain,
        "song",
        offer(jin(), "li_gang", vec![Clause::Peace, nothing]),
        Refusal::Unsound(2),
    );
    refused(
        &plain,
        "song",
        offer(jin(), "song_qinzong", peace()),
        Refusal::NotToSend(person("song_qinzong")),
    );
    let mut waiting = Stage::new();
    waiting.order(song(), &offer(jin(), "li_gang", peace()));
    refused(
        &waiting,
        "song",
        offer(jin(), "li_bangyan", peace()),
        Refusal::Awaited(DraftId(2)),
    );
    refused(
        &plain,
        "jin",
        treat(Treat::Disavow { draft: oath }),
        Refusal::NotOverreached(oath),
    );
    refused(
        &plain,
        "jin",
        treat(Treat::Void { draft: terms }),
        Refusal::NotInForce(terms),
    );
    let li_gang = person("li_gang");
    refused(
        &plain,
        "jin",
        treat(Treat::Release { person: li_gang }),
        Refusal::NotHeld(li_gang),
    );
    refused(
        &plain,
        "song",
        treat(Treat::GiveBack { person: li_gang }),
        Refusal::NoFugitive(li_gang),
    );
    refused(
        &plain,
        "song",
        treat(Treat::Reclaim { place: yanjing }),
        Refusal::NoClaim(yanjing),
    );
    refused(
        &plain,
        "song",
        treat(Treat::War { on: jin() }),
        Refusal::AtWarAlready(jin()),
    );

    // In the sovereign's own house.
    let qinzong = person("song_qinzong");
    let reign = |act| Order::reign(act);
    refused(
        &plain,
        "song",
        reign(Reign::Enthrone { person: li_gang }),
        Refusal::ThroneHeld(qinzong),
    );
    let mut headless = Stage::new();
    headless.given(Event::Taken {
        person: qinzong,
        by: jin(),
        surrendered: false,
    });
    refused(
        &headless,
        "song",
        reign(Reign::Enthrone { person: li_gang }),
        Refusal::NotToReign(li_gang),
    );
    refused(
        &plain,
        "jin",
        reign(Reign::Seize { person: qinzong }),
        Refusal::NotInReach(qinzong),
    );
    let mut held = Stage::new();
    held.given(Event::Taken {
        person: qinzong,
        by: jin(),
        surrendered: false,
    });
    refused(
        &held,
        "jin",
        reign(Reign::Employ { person: qinzong }),
        Refusal::NotToEmploy(qinzong),
    );
    refused(
        &plain,
        "song",
        reign(Reign::Answer { how: Reply::Yield }),
        Refusal::NoCrowd,
    );
    refused(
        &plain,
        "song",
        reign(Reign::Dissolve { court: jin() }),
        Refusal::NotClient(jin()),
    );
    let thin = Stage::with(1, |book| book.places[huazhou.index()].garrison = 100);
    refused(
        &thin,
        "song",
        reign(Reign::CarryOff {
            place: huazhou,
            to: kaifeng,
        }),
        Refusal::TooWeakThere {
            place: huazhou,
            have: 100,
            needed: 618,
        },
    );
    let detach = |into| {
        reign(Reign::Detach {
            army: van,
            men: 1_000,
            into,
            under: None,
        })
    };
    refused(&plain, "song", detach(levy), Refusal::NotACorps(levy));
    let mut quiet = Stage::new();
    quiet.given(Event::PeaceMade {
        a: song(),
        b: jin(),
    });
    refused(
        &quiet,
        "jin",
        march(east, kaifeng),
        Refusal::NotLetIn(kaifeng, song()),
    );
    let mut apart = Stage::new();
    apart.at("yao_pingzhong_corps", "huazhou");
    refused(
        &apart,
        "song",
        detach(yao),
        Refusal::NotBeside(yao, kaifeng),
    );
    let mut monthly = Stage::with(1, |book| book.sits = Sits::Month);
    monthly.xun(1);
    refused(
        &monthly,
        "song",
        Order::Fortify { place: huazhou },
        Refusal::NotSitting(Turn(3)),
    );

    // What it costs.
    let poor = Stage::with(1, |book| book.courts[song().index()].treasury = [0; 5]);
    refused(
        &poor,
        "song",
        Order::Fortify { place: huazhou },
        Refusal::TooPoor {
            good: Good::Cash,
            needed: 60_000,
            have: 0,
        },
    );
    refused(
        &poor,
        "song",
        Order::Provision { place: kaifeng },
        Refusal::TooPoor {
            good: Good::Grain,
            needed: 30_000,
            have: 0,
        },
    );
    let proclaim = Order::Proclaim {
        what: Proclamation::SelfBlame,
    };
    let mut busy = Stage::new();
    busy.moved(Stat::Edicts(song()), -3);
    refused(
        &busy,
        "song",
        Order::MoveCourt { to: huazhou },
        Refusal::NoEdicts { needed: 2, left: 1 },
    );
    busy.order(song(), &proclaim);
    refused(
        &busy,
        "song",
        proclaim.clone(),
        Refusal::NoEdicts { needed: 1, left: 0 },
    );

    // Powder: nobody makes it on this stage, so that nobody can send it.
    refused(
        &plain,
        "song",
        Order::Arm { place: huazhou },
        Refusal::NoPowder(huazhou),
    );
    refused(
        &plain,
        "song",
        Order::Arm { place: yanjing },
        Refusal::NotYours(yanjing),
    );

    // No court, no game.
    let mut fallen = Stage::new();
    fallen.given(Event::CourtFell {
        court: song(),
        why: Downfall::NoHouse,
    });
    refused(&fallen, "song", proclaim.clone(), Refusal::NoCourt);
    let mut over = Stage::new();
    over.given(Event::Ended {
        ending: rivers_and_mountains::base::ids::EndingId(0),
    });
    refused(&over, "song", proclaim, Refusal::GameOver);

    // Matters.
    let stay = decision("stay_or_go");
    let mut refused = |stage: &Stage, by, which, option, expected: Refusal| {
        let before = stage.game().snapshot().hash();
        assert_eq!(
            check::choice(stage.game(), by, which, OptionId(option)),
            Err(expected.clone())
        );
        assert_eq!(stage.game().snapshot().hash(), before);
        reached.insert(name(&expected));
    };
    refused(&plain, song(), stay, 0, Refusal::NotLaid(stay));
    let mut laid = Stage::new();
    laid.given(Event::Laid {
        decision: stay,
        again: false,
    });
    assert_eq!(
        check::choice(laid.game(), song(), stay, OptionId(0)),
        Ok(())
    );
    refused(&laid, jin(), stay, 0, Refusal::NotLaid(stay));
    refused(&laid, song(), stay, 2, Refusal::NotLaid(stay));
    let accept = decision("accept_terms");
    let prince = person("song_gaozong");
    let mut closed = Stage::new();
    closed.given(Event::Laid {
        decision: accept,
        again: false,
    });
    closed.given(Event::Died {
        person: prince,
        in_battle: false,
    });
    refused(
        &closed,
        song(),
        accept,
        0,
        Refusal::Closed(accept, OptionId(0), vec![Cond::Alive(prince)]),
    );
    let mut dear = Stage::with(1, |book| {
        book.decisions[stay.index()].options[0].cost = vec![(Good::Gold, 200_001)]
    });
    dear.given(Event::Laid {
        decision: stay,
        again: false,
    });
    refused(
        &dear,
        song(),
        stay,
        0,
        Refusal::TooPoor {
            good: Good::Gold,
            needed: 200_001,
            have: 200_000,
        },
    );

    assert_eq!(
        reached.len(),
        REASONS,
        "only these were reached: {reached:?}"
    );
}

#[test]
fn a_band_pays_nobody_and_owes_nobody() {
    let militia = court("militia");
    let stage = Stage::new();
    assert_eq!(
        check::afford_goods(stage.game(), militia, &[(Good::Cash, 1_000_000)]),
        Ok(())
    );
    assert_eq!(
        check::afford_goods(stage.game(), song(), &[(Good::Cash, 3_000_001)]),
        Err(Refusal::TooPoor {
            good: Good::Cash,
            needed: 3_000_001,
            have: 3_000_000
        })
    );
}
