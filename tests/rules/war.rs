//! Ground, camps, pursuit, powder, breaches, sorties, and what opens a gate.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::events::{Chased, Event, How, MenAccount, Stat, Store, Task, Why};
use rivers_and_mountains::orders::Order;
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::formulas::despair;
use rivers_and_mountains::rules::formulas::despair::Part;
use rivers_and_mountains::rules::formulas::powder::Craft;
use rivers_and_mountains::rules::systems::{battle, ground, siege, surrender, workshop};
use rivers_and_mountains::scenario::language::BattleKind;
use rivers_and_mountains::scenario::model::Scenario;

use crate::harness::{Stage, army, jin, person, place, some_seed, song, stat};

/// Kaifeng has a workshop that makes four loads a month.
fn arsenal(book: &mut Scenario) {
    book.places[place("kaifeng").index()].workshop = 4;
}

fn stored(stage: &Stage, id: &str) -> u16 {
    stage.game().town(place(id)).powder.loads
}

/// Yao Pingzhong's corps and the eastern army in the open at a place that is nobody's.
fn meet(seed: u64, at: &str, held: u16) -> Stage {
    let mut stage = Stage::with(seed, |book| {
        book.places[place(at).index()].holder = None;
        book.places[place(at).index()].garrison = 0;
    });
    stage.about("yao_pingzhong_corps", Task::Hold, at);
    stage.xun(held);
    stage.about("jin_east", Task::Hold, at);
    stage
}

#[test]
fn a_camp_that_was_held_weighs_more_and_a_march_ends_it() {
    let yao = army("yao_pingzhong_corps");
    let mut stage = meet(1, "huazhou", 3);
    assert_eq!(ground::dug_in(stage.game(), yao), 3);
    assert_eq!(ground::dug_in(stage.game(), army("jin_east")), 0);
    let (factors, weight) = battle::army_factors(stage.game(), yao);
    let product = factors.iter().fold(10_000_i64, |w, (_, p)| w * p / 100);
    assert_eq!(product, weight, "what is told is what is reckoned");
    stage.about("yao_pingzhong_corps", Task::March, "huazhou");
    assert_eq!(ground::dug_in(stage.game(), yao), 0, "it has come anew");
}

#[test]
fn the_beaten_are_chased_and_must_gather_their_men() {
    let yao = army("yao_pingzhong_corps");
    let events = some_seed(|seed| {
        let mut stage = meet(seed, "huazhou", 0);
        let events = stage.run(battle::run);
        let lost = events
            .iter()
            .any(|e| matches!(e, Event::Pursued { army, .. } if *army == yao));
        lost.then_some((stage, events))
    });
    let (stage, events) = events;
    let chased = events.iter().find_map(|e| match e {
        Event::Pursued { lost, how, .. } => Some((*lost, *how)),
        _ => None,
    });
    let (lost, how) = chased.expect("it is told");
    assert_eq!(how, Chased::Ridden, "horse on open ground");
    let all: u32 = events
        .iter()
        .filter_map(|e| match e {
            Event::Men {
                from: MenAccount::Army(id),
                men,
                ..
            } if *id == yao => Some(*men),
            _ => None,
        })
        .sum();
    assert!(lost < all && lost * 2 > all, "{lost} of {all}");
    let until = events.iter().find_map(|e| match e {
        Event::Rallying { army, until } if *army == yao => Some(*until),
        _ => None,
    });
    if let Some(field) = stage.game().field(yao) {
        assert_eq!(Some(field.ready), until);
        assert!(field.ready > Turn(1));
    }
}

#[test]
fn a_workshop_makes_what_its_craftsmen_know_as_far_as_there_is_money_and_room() {
    let at = place("kaifeng");
    let mut stage = Stage::with(1, arsenal);
    assert_eq!(
        stored(&stage, "kaifeng"),
        32,
        "eight months of it on the first day"
    );
    assert!(
        stage.run(workshop::run).is_empty(),
        "there is no room for more"
    );
    stage.given(Event::Powder {
        from: Some(Store::Town(at)),
        to: None,
        loads: 31,
        craft: Craft::Thunderclap,
    });
    let events = stage.run(workshop::run);
    assert!(
        events.contains(&Event::Powder {
            from: None,
            to: Some(Store::Town(at)),
            loads: 4,
            craft: Craft::Thunderclap,
        }),
        "{events:?}"
    );
    assert_eq!(events.len(), 2, "money for it goes into the country");
    stage.xun(1);
    assert!(stage.run(workshop::run).is_empty(), "by the month");
    let mut poor = Stage::with(1, |book| {
        arsenal(book);
        book.courts[song().index()].treasury[3] = 700;
        book.places[at.index()].workshop = 1;
    });
    poor.given(Event::Powder {
        from: Some(Store::Town(at)),
        to: None,
        loads: 8,
        craft: Craft::Thunderclap,
    });
    assert_eq!(poor.run(workshop::run).len(), 2);
    assert!(
        poor.run(workshop::run).is_empty(),
        "a hundred strings are left"
    );
}

#[test]
fn powder_goes_where_it_is_sent_and_no_load_is_lost_on_the_way() {
    let mut stage = Stage::with(1, arsenal);
    let before = stored(&stage, "kaifeng");
    let events = stage.order(
        song(),
        &Order::Arm {
            place: place("kaifeng"),
        },
    );
    let van = stage.game().force(army("western_van")).powder;
    let yao = stage.game().force(army("yao_pingzhong_corps")).powder;
    assert_eq!(
        (van.loads, yao.loads),
        (15, 10),
        "a load for a thousand men"
    );
    assert_eq!(stored(&stage, "kaifeng"), before - 25);
    assert!(matches!(events.last(), Some(Event::Powder { .. })));
    assert_eq!(
        stage.refusal(
            song(),
            &Order::Arm {
                place: place("kaifeng")
            }
        ),
        Refusal::NothingToDo(place("kaifeng"))
    );
    let huazhou = Order::Arm {
        place: place("huazhou"),
    };
    stage.order(song(), &huazhou);
    let garrison = stage.game().town(place("huazhou")).garrison;
    let has = u32::from(stored(&stage, "huazhou"));
    assert_eq!(has, garrison.div_ceil(1_000).min(7));
}

#[test]
fn craftsmen_go_with_the_town_that_is_taken() {
    let mut stage = Stage::with(1, arsenal);
    assert!(stage.game().realm(song()).craftsmen && !stage.game().realm(jin()).craftsmen);
    let events = stage.run(|game| siege::take(game, place("kaifeng"), jin(), How::Storm));
    let taken = Event::CraftsmenTaken {
        place: place("kaifeng"),
        by: jin(),
    };
    assert!(events.contains(&taken));
    assert!(stage.game().realm(jin()).craftsmen);
    assert_eq!(
        workshop::workshops(stage.game(), jin()),
        [(place("kaifeng"), 4)]
    );
}

#[test]
fn a_fight_uses_powder_up() {
    let mut stage = meet(1, "huazhou", 0);
    let yao = Store::Army(army("yao_pingzhong_corps"));
    stage.given(Event::Powder {
        from: None,
        to: Some(yao),
        loads: 9,
        craft: Craft::FireLance,
    });
    let events = stage.run(battle::run);
    let used = Event::Powder {
        from: Some(yao),
        to: None,
        loads: 3,
        craft: Craft::FireLance,
    };
    assert!(events.contains(&used) || stage.game().field(army("yao_pingzhong_corps")).is_none());
}

/// Nianhan before Taiyuan with works far on.
fn before_taiyuan(seed: u64, works: i32) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    stage.about("jin_west", Task::Besiege, "taiyuan");
    stage.run(siege::run);
    stage.moved(Stat::Works(place("taiyuan")), works);
    stage
}

#[test]
fn engines_break_the_wall_and_whoever_can_mends_it_by_night() {
    let at = place("taiyuan");
    let mut stage = before_taiyuan(1, 60);
    let (mut broken, mut mended) = (0, 0);
    for event in stage.run(siege::run) {
        match event {
            Event::Stat {
                stat: Stat::Walls(_),
                by,
                why: Why::Engines,
            } => broken -= by,
            Event::Stat {
                stat: Stat::Walls(_),
                by,
                why: Why::Repair,
            } => mended += by,
            _ => {}
        }
    }
    assert!(broken > 0 && mended <= broken, "{mended} of {broken}");
    let mut nobody = before_taiyuan(1, 60);
    nobody.given(Event::TookWalls {
        person: None,
        place: at,
    });
    let events = nobody.run(siege::run);
    assert!(!events.iter().any(|e| matches!(
        e,
        Event::Stat {
            why: Why::Repair,
            ..
        }
    )));
    assert!(nobody.game().town(at).walls <= stage.game().town(at).walls);
}

#[test]
fn a_bold_garrison_comes_out_against_works_and_not_against_none() {
    let at = place("taiyuan");
    let sortie = |seed, works| {
        let mut stage = before_taiyuan(seed, works);
        let events = stage.run(siege::run);
        events.iter().find_map(|e| match e {
            Event::Fought {
                kind: BattleKind::Sortie,
                place,
                attacker,
                won,
                ..
            } => {
                assert_eq!((*place, *attacker), (at, song()));
                Some(*won)
            }
            _ => None,
        })
    };
    some_seed(|seed| sortie(seed, 60).filter(|won| *won));
    some_seed(|seed| sortie(seed, 60).filter(|won| !*won));
    assert!((0..60).all(|seed| sortie(seed, 0).is_none()));
}

#[test]
fn what_presses_on_a_town_is_the_sum_of_its_parts() {
    let at = place("taiyuan");
    let mut stage = before_taiyuan(1, 0);
    let heart = |stage: &Stage| surrender::heart(stage.game(), at, jin()).expect("a siege");
    assert_eq!(despair::chance(heart(&stage)), 0, "Wang Bing holds");
    stage.given(Event::Fought {
        kind: BattleKind::Relief,
        place: at,
        attacker: song(),
        defender: jin(),
        attackers: 20_000,
        defenders: 50_000,
        won: false,
    });
    stage.moved(Stat::Morale(at), -70);
    let parts = despair::parts(heart(&stage));
    for part in [Part::ReliefBeaten, Part::Despair, Part::Firm] {
        assert!(parts.iter().any(|(p, _)| *p == part), "{part:?}");
    }
    assert!(despair::chance(heart(&stage)) > 0);
}

#[test]
fn the_boldest_hold_out_and_a_loyal_man_asks_for_terms() {
    let at = place("taiyuan");
    let ends = |valour: i32| {
        some_seed(|seed| {
            let mut stage = Stage::with(seed, |book| {
                book.people[person("wang_bing").index()].valour = valour;
            });
            stage.about("jin_west", Task::Besiege, "taiyuan");
            stage.moved(Stat::Morale(at), -66);
            let events = stage.run(|game| {
                surrender::run(game, at, jin());
            });
            (!events.is_empty()).then_some(events)
        })
    };
    assert_eq!(ends(9), [Event::HeldOut { place: at }]);
    let terms = ends(6);
    assert!(terms.iter().any(|e| matches!(
        e,
        Event::Fell {
            how: How::Terms,
            ..
        }
    )));
    let home: u32 = terms
        .iter()
        .filter_map(|e| match e {
            Event::Men {
                from: MenAccount::Garrison(_),
                to: MenAccount::Home,
                men,
            } => Some(*men),
            _ => None,
        })
        .sum();
    assert_eq!(home, 9_000, "the garrison marches out");
    assert!(!terms.contains(&stat(Stat::Loyalty(person("wang_bing")), -5, Why::Defeat)));
}
