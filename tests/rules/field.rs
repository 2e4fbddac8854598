//! Roads, rivers, battles in the open, night attacks, what is heard of them.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::events::{Chased, Event, How, MenAccount, Stat, Task, Why};
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::events::tellings;
use rivers_and_mountains::prose::texts::Texts;
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::systems::{battle, losses, march, news, passage, siege};
use rivers_and_mountains::scenario::language::BattleKind;
use rivers_and_mountains::view::View;

use crate::harness::{Stage, army, jin, men, person, place, some_seed, song, stat};

/// A winter without ice on the river.
fn open_water(seed: u64) -> Option<Stage> {
    let mut stage = Stage::with(seed, |_| {});
    stage.at("jin_east", "xunzhou");
    (!march::frozen(stage.game(), place("huazhou"))).then_some(stage)
}

fn moves(events: Vec<Event>) -> Vec<Event> {
    events
        .into_iter()
        .filter(|e| {
            matches!(
                e,
                Event::Advanced { .. }
                    | Event::Reached { .. }
                    | Event::Crossed { .. }
                    | Event::Stopped { .. }
                    | Event::Tasked { .. }
            )
        })
        .collect()
}

fn reached(id: &str, at: &str) -> Event {
    Event::Reached {
        army: army(id),
        place: place(at),
    }
}
fn crossed(id: &str, at: &str) -> Event {
    Event::Crossed {
        army: army(id),
        place: place(at),
    }
}
fn tasked(id: &str, task: Task, at: &str) -> Event {
    Event::Tasked {
        army: army(id),
        task,
        goal: place(at),
    }
}

#[test]
fn an_army_crosses_by_the_bridge_and_goes_on() {
    let mut stage = some_seed(open_water);
    let to_kaifeng = Order::March {
        army: army("jin_east"),
        to: place("kaifeng"),
    };
    assert_eq!(
        stage.order(jin(), &to_kaifeng),
        [
            stat(Stat::Edicts(jin()), -1, Why::Order),
            Event::Ordered {
                court: jin(),
                order: to_kaifeng
            },
            tasked("jin_east", Task::March, "kaifeng"),
        ]
    );
    assert_eq!(
        moves(stage.run(march::run)),
        [
            reached("jin_east", "huazhou"),
            crossed("jin_east", "huazhou"),
            reached("jin_east", "kaifeng"),
        ]
    );
}

#[test]
fn where_the_boats_are_burnt_the_crossing_costs_days() {
    let mut stage = some_seed(open_water);
    stage.given(Event::CrossingBurnt {
        place: place("huazhou"),
    });
    stage.given(tasked("jin_east", Task::March, "kaifeng"));
    let events = moves(stage.run(march::run));
    assert_eq!(
        events[..2],
        [
            reached("jin_east", "huazhou"),
            crossed("jin_east", "huazhou")
        ]
    );
    assert!(
        matches!(events[2..], [Event::Advanced { next, done_km, .. }] if next == place("kaifeng") && done_km < 106),
        "{events:?}"
    );
}

#[test]
fn an_army_on_the_far_bank_holds_the_crossing_until_it_is_forced() {
    let mut stage = some_seed(open_water);
    stage.at("yao_pingzhong_corps", "huazhou");
    stage.given(tasked("jin_east", Task::March, "kaifeng"));
    assert_eq!(
        moves(stage.run(march::run)),
        [Event::Stopped {
            army: army("jin_east"),
            at: place("xunzhou"),
            before: place("huazhou"),
        }]
    );
    let events = stage.run(battle::run);
    assert_eq!(
        events[0],
        Event::Fought {
            kind: BattleKind::Crossing,
            place: place("huazhou"),
            attacker: jin(),
            defender: song(),
            attackers: 60_000,
            defenders: 10_000,
            won: true,
        }
    );
    assert_eq!(
        moves(events),
        [
            reached("yao_pingzhong_corps", "kaifeng"),
            tasked("yao_pingzhong_corps", Task::Hold, "kaifeng"),
            reached("jin_east", "huazhou"),
            crossed("jin_east", "huazhou"),
        ]
    );
}

#[test]
fn a_garrison_alone_does_not_hold_a_river() {
    let mut stage = some_seed(open_water);
    stage.given(tasked("jin_east", Task::March, "huazhou"));
    assert_eq!(
        moves(stage.run(march::run)),
        [
            reached("jin_east", "huazhou"),
            crossed("jin_east", "huazhou")
        ]
    );
}

/// Two armies in the open before Huazhou, whose walls were pulled down for it.
fn field_of_huazhou(seed: u64, even: bool) -> Stage {
    let mut stage = Stage::with(seed, |book| {
        book.atlas.places[place("huazhou").index()].walls = 1;
        if even {
            let east = book.armies[army("jin_east").index()].clone();
            let yao = &mut book.armies[army("yao_pingzhong_corps").index()];
            yao.men = east.men * 6 / 5;
            yao.horse_percent = east.horse_percent;
            yao.quality = east.quality;
            yao.morale = east.morale;
        }
    });
    stage.at("yao_pingzhong_corps", "huazhou");
    stage.at("jin_east", "huazhou");
    stage
}

#[test]
fn six_to_one_in_the_open_is_never_lost_and_the_beaten_fall_back() {
    for seed in 0..30 {
        let mut stage = field_of_huazhou(seed, false);
        let events = stage.run(battle::run);
        assert_eq!(
            events[0],
            Event::Fought {
                kind: BattleKind::Field,
                place: place("huazhou"),
                attacker: jin(),
                defender: song(),
                attackers: 60_000,
                defenders: 10_000,
                won: true,
            },
            "seed {seed}"
        );
        assert_eq!(
            events[events.len() - 2..],
            [
                reached("yao_pingzhong_corps", "kaifeng"),
                tasked("yao_pingzhong_corps", Task::Hold, "kaifeng"),
            ]
        );
    }
}

#[test]
fn equals_may_each_win() {
    let won: Vec<bool> = (0..40)
        .map(|seed| {
            let events = field_of_huazhou(seed, true).run(battle::run);
            match events[0] {
                Event::Fought { won, .. } => won,
                ref other => panic!("{other:?}"),
            }
        })
        .collect();
    assert!(won.contains(&true) && won.contains(&false), "{won:?}");
}

#[test]
fn the_losses_of_a_battle_are_booked_man_by_man() {
    for seed in 0..10 {
        let mut stage = field_of_huazhou(seed, false);
        let events = stage.run(battle::run);
        for (id, of, before) in [
            ("jin_east", jin(), 60_000),
            ("yao_pingzhong_corps", song(), 10_000),
        ] {
            let mut left = before;
            for event in &events {
                if let Event::Men { from, to, men } = *event
                    && from == MenAccount::Army(army(id))
                {
                    assert!(
                        to == MenAccount::Dead(of) || to == MenAccount::Scattered(of),
                        "{event:?}"
                    );
                    left -= men;
                }
            }
            assert!(left < before, "{id} lost nobody");
            assert_eq!(stage.game().force(army(id)).men, left);
        }
        let tables = stage.game().tables();
        let (dead, gone) = (
            tables.dead.iter().sum::<u64>(),
            tables.scattered.iter().sum::<u64>(),
        );
        let left: u32 = ["jin_east", "yao_pingzhong_corps"]
            .map(|id| stage.game().force(army(id)).men)
            .iter()
            .sum();
        assert_eq!(dead + gone + u64::from(left), 70_000);
    }
}

/// Wolibu lies before Kaifeng with so many men; eight thousand of Yao's go out by night.
fn raid(seed: u64, camp: u32) -> (bool, Vec<Event>) {
    let mut stage = Stage::with(seed, |book| {
        book.armies[army("jin_east").index()].men = camp;
    });
    stage.about("jin_east", Task::Besiege, "kaifeng");
    stage.order(
        song(),
        &Order::Raid {
            army: army("yao_pingzhong_corps"),
            place: place("kaifeng"),
            men: 8_000,
        },
    );
    let events = stage.run(battle::run);
    match events[0] {
        Event::Fought {
            kind: BattleKind::Raid,
            attackers: 8_000,
            defenders,
            won,
            ..
        } if defenders == camp => (won, events[1..].to_vec()),
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn a_night_attack_that_comes_off() {
    let events = some_seed(|seed| Some(raid(seed, 10_000)).filter(|(won, _)| *won)).1;
    let (yao, east) = (army("yao_pingzhong_corps"), army("jin_east"));
    assert_eq!(
        events,
        [
            men(MenAccount::Army(east), MenAccount::Dead(jin()), 500),
            men(MenAccount::Army(east), MenAccount::Scattered(jin()), 1_000),
            stat(Stat::Spirit(east), -20, Why::Defeat),
            stat(Stat::Spirit(yao), 10, Why::Victory),
            // Seen from the camps beside them and from the walls.
            stat(Stat::Spirit(army("western_van")), 3, Why::Victory),
            stat(Stat::Morale(place("kaifeng")), 3, Why::Victory),
            tasked("yao_pingzhong_corps", Task::Hold, "kaifeng"),
        ]
    );
}

#[test]
fn a_night_attack_that_was_talked_of() {
    let events = some_seed(|seed| Some(raid(seed, 60_000)).filter(|(won, _)| !*won)).1;
    let yao = army("yao_pingzhong_corps");
    assert_eq!(
        events,
        [
            men(MenAccount::Army(yao), MenAccount::Dead(song()), 600),
            // In the dark, and with the walls of the capital behind them.
            men(MenAccount::Army(yao), MenAccount::Scattered(song()), 1_000),
            stat(Stat::Spirit(yao), -15, Why::Defeat),
            stat(Stat::Loyalty(person("yao_pingzhong")), -5, Why::Defeat),
            stat(Stat::Spirit(army("jin_east")), 6, Why::Victory),
            stat(Stat::Spirit(army("western_van")), -4, Why::Defeat),
            stat(Stat::Morale(place("kaifeng")), -4, Why::Defeat),
            tasked("yao_pingzhong_corps", Task::Hold, "kaifeng"),
        ]
    );
}

/// Nianhan has closed Taiyuan in; the next xun Zhong Shidao comes up with so many men.
fn relief(seed: u64, men: u32, task: Task) -> (bool, Vec<Event>) {
    let mut stage = Stage::with(seed, |book| {
        book.armies[army("western_van").index()].men = men;
    });
    stage.about("jin_west", Task::Besiege, "taiyuan");
    stage.run(siege::run);
    stage.xun(1);
    stage.about("western_van", task, "taiyuan");
    let events = stage.run(battle::run);
    match events[0] {
        Event::Fought {
            kind: BattleKind::Relief,
            attacker,
            won,
            ..
        } if attacker == song() => (won, events[1..].to_vec()),
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn who_marches_into_a_closed_town_cuts_his_way_through_part_of_the_ring() {
    let events =
        some_seed(|seed| Some(relief(seed, 60_000, Task::March)).filter(|(won, _)| *won)).1;
    assert_eq!(
        events.last(),
        Some(&stat(Stat::Morale(place("taiyuan")), 8, Why::Relief))
    );
    let events =
        some_seed(|seed| Some(relief(seed, 8_000, Task::March)).filter(|(won, _)| !*won)).1;
    assert!(
        matches!(events.last(), Some(Event::Tasked { army: a, .. }) if *a == army("western_van")),
        "beaten, he falls back: {events:?}"
    );
}

#[test]
fn a_relief_that_wins_drives_the_besiegers_off_and_stays() {
    let events =
        some_seed(|seed| Some(relief(seed, 120_000, Task::Relieve)).filter(|(won, _)| *won)).1;
    let last = moves(events);
    assert!(
        matches!(last[0], Event::Reached { army: a, .. } if a == army("jin_west")),
        "{last:?}"
    );
    assert_eq!(
        last.last(),
        Some(&tasked("western_van", Task::Hold, "taiyuan"))
    );
}

#[test]
fn word_comes_the_later_from_farther_and_from_within_a_ring() {
    let seen = |stage: &mut Stage, id: &str| -> Vec<(Turn, Turn)> {
        stage
            .run(news::run)
            .into_iter()
            .filter_map(|e| match e {
                Event::Reported {
                    to,
                    army: a,
                    seen,
                    arrives,
                    ..
                } if to == song() && a == army(id) => Some((seen, arrives)),
                _ => None,
            })
            .collect()
    };
    let known = |stage: &Stage| {
        let n = stage.game().book.armies.len();
        stage.game().tables().known[song().index() * n + army("jin_west").index()].map(|s| s.place)
    };
    // At Zhending, an open road away: at once.
    let mut near = Stage::new();
    near.at("jin_west", "zhending");
    assert_eq!(seen(&mut near, "jin_west"), [(Turn(0), Turn(0))]);
    assert_eq!(known(&near), Some(place("zhending")));
    // The same, were the road four times as long: a xun later.
    let mut far = Stage::with(1, |book| {
        let n = book.atlas.places.len();
        book.atlas.km[place("zhending").index() * n + place("kaifeng").index()] = 1_800;
    });
    far.at("jin_west", "zhending");
    assert_eq!(seen(&mut far, "jin_west"), [(Turn(0), Turn(1))]);
    assert_eq!(known(&far), None);
    far.xun(1);
    assert_eq!(known(&far), Some(place("zhending")));
    // Before a town shut in closely: the messenger has to slip through.
    let mut shut = Stage::new();
    shut.about("jin_west", Task::Besiege, "taiyuan");
    shut.run(siege::run);
    assert_eq!(seen(&mut shut, "jin_west"), [(Turn(0), Turn(1))]);
    // Where nobody looks there is no word.
    assert_eq!(seen(&mut Stage::new(), "jin_west"), []);
}

#[test]
fn an_army_called_back_turns_where_it_left() {
    let mut stage = Stage::new();
    let march = |to| Order::March {
        army: army("jin_east"),
        to: place(to),
    };
    stage.order(jin(), &march("kaifeng"));
    stage.run(march::run);
    let on_the_road = *stage.game().field(army("jin_east")).expect("a field");
    assert_eq!(
        (on_the_road.at, on_the_road.next),
        (place("yanjing"), Some(place("zhending")))
    );
    stage.order(jin(), &march("yanjing"));
    for _ in 0..5 {
        stage.run(march::run);
        stage.xun(1);
    }
    let field = *stage.game().field(army("jin_east")).expect("a field");
    assert_eq!((field.at, field.next), (place("yanjing"), None));
}

/// A ring that is broken through has dead of its own, and so has one that holds.
#[test]
fn who_cuts_his_way_into_a_closed_town_costs_the_ring_men_too() {
    let (west, taiyuan) = (army("jin_west"), place("taiyuan"));
    let lost = |seed: u64| {
        let mut stage = Stage::with(seed, |_| {});
        stage.xun(2);
        stage.about("jin_west", Task::Besiege, "taiyuan");
        stage.given(Event::SiegeLaid {
            place: taiyuan,
            by: jin(),
            close: true,
        });
        stage.sent_home(
            MenAccount::Army(west),
            stage.game().force(west).men - 20_000,
        );
        let before = stage.game().force(west).men;
        stage.about("western_van", Task::March, "taiyuan");
        let events = stage.run(battle::run);
        let won = events.iter().find_map(|event| match event {
            Event::Fought {
                kind: BattleKind::Relief,
                won,
                ..
            } => Some(*won),
            _ => None,
        });
        (won, before - stage.game().force(west).men)
    };
    let (won, dead) = some_seed(|seed| Some(lost(seed)).filter(|(won, _)| *won == Some(true)));
    assert!(won == Some(true) && dead > 0, "{dead}");
}

#[test]
fn what_was_heard_once_is_not_heard_again_from_a_new_seat() {
    let (kaifeng, huazhou, taiyuan) = (place("kaifeng"), place("huazhou"), place("taiyuan"));
    let mut stage = Stage::with(1, |book| {
        let n = book.places.len();
        book.atlas.km[taiyuan.index() * n + kaifeng.index()] = 400;
        book.atlas.km[taiyuan.index() * n + huazhou.index()] = 40_000;
    });
    let laid = Event::SiegeLaid {
        place: taiyuan,
        by: jin(),
        close: false,
    };
    let heard = |stage: &Stage| {
        let view = View::new(stage.game(), song());
        let all: Vec<(Turn, u16)> = view
            .heard(Turn(0))
            .filter(|n| *n.event == laid)
            .map(|n| (n.turn, n.age))
            .collect();
        all
    };
    stage.given(laid.clone());
    stage.xun(4);
    let then = heard(&stage);
    assert_eq!(then.len(), 1);
    // A ring closes, and the court flees: neither makes old news of it.
    stage.given(Event::RingChanged {
        place: taiyuan,
        close: true,
    });
    stage.given(Event::CourtMoved {
        court: song(),
        to: huazhou,
    });
    assert_eq!(heard(&stage), then);
}

#[test]
fn in_peace_nobody_is_let_into_anothers_town_but_by_a_paper() {
    let peace = || Event::PeaceMade {
        a: song(),
        b: jin(),
    };
    let (east, zhending) = (army("jin_east"), place("zhending"));
    let march_in = Order::March {
        army: east,
        to: zhending,
    };
    // In peace: refused; home it may always go, and where it stands it stands.
    let mut stage = Stage::new();
    stage.given(peace());
    assert_eq!(
        stage.refusal(jin(), &march_in),
        Refusal::NotLetIn(zhending, song())
    );
    stage.at("jin_east", "zhending");
    assert_eq!(
        passage::kept_out(stage.game(), jin(), zhending),
        Some(song())
    );
    stage.order(
        jin(),
        &Order::March {
            army: east,
            to: place("yanjing"),
        },
    );
    // Peace on the way: it is stopped before the gate, and stays where it was.
    let mut stage = Stage::new();
    stage.order(jin(), &march_in);
    stage.given(peace());
    let mut stopped = false;
    for _ in 0..9 {
        let events = stage.run(march::run);
        stopped |= events.contains(&Event::NotLetIn {
            army: east,
            at: place("yanjing"),
            place: zhending,
            by: song(),
        });
        stage.xun(1);
    }
    let field = *stage.game().field(east).expect("a field");
    assert!(stopped);
    assert_eq!(
        (field.at, field.next, field.task),
        (place("yanjing"), None, Task::Hold)
    );
    // Signed away, or in a war that both wage on a third court by a paper: let in.
    let mut stage = Stage::new();
    stage.given(peace());
    stage.given(Event::CessionOrdered {
        place: zhending,
        to: jin(),
        draft: crate::harness::draft("terms_1126"),
        due: Turn(6),
    });
    stage.order(jin(), &march_in);
}

/// What counsel orders for the relief of Kaifeng when so many men lie before it, and half of the court's own stand in the next town.
fn relieves(camp: u32) -> Vec<OrderNow> {
    let mut stage = Stage::with(1, |book| {
        book.armies[army("jin_east").index()].men = camp;
    });
    stage.about("jin_east", Task::Besiege, "kaifeng");
    stage.run(siege::run);
    stage.run(news::run);
    stage.xun(1);
    let view = View::new(stage.game(), song());
    let mut counsel = Kind::Counsel.player(view.book(), song(), 1);
    let mut orders = counsel.orders(&view);
    orders.retain(|order| matches!(order, Order::Relieve { .. }));
    orders
}

#[test]
fn counsel_goes_to_the_relief_with_all_it_has_or_waits() {
    assert_eq!(relieves(60_000), []);
    assert_eq!(relieves(4_000).len(), 2, "both armies, in the same xun");
}

/// Jin's eastern army with so many men on one bank, about to go to the other, and Song's relief of so many in wait at Huazhou.
fn in_wait(from: &str, to: &str, jin_men: u32, song_men: u32) -> Stage {
    some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            book.armies[army("jin_east").index()].men = jin_men;
            let corps = &mut book.armies[army("yao_pingzhong_corps").index()];
            (corps.men, corps.quality, corps.morale) = (song_men, 80, 80);
        });
        stage.at("jin_east", from);
        stage.at("yao_pingzhong_corps", "huazhou");
        stage.about("yao_pingzhong_corps", Task::Waylay, "huazhou");
        stage.given(tasked("jin_east", Task::March, to));
        (!march::frozen(stage.game(), place("huazhou"))).then_some(stage)
    })
}

fn struck(events: &[Event]) -> Option<(u32, u32, bool)> {
    events.iter().find_map(|event| match event {
        Event::Fought {
            kind: BattleKind::Midstream,
            attackers,
            defenders,
            won,
            ..
        } => Some((*attackers, *defenders, *won)),
        _ => None,
    })
}

#[test]
fn a_van_that_is_struck_half_across_stays_on_its_side_and_the_strikers_hold_the_bank() {
    let mut stage = in_wait("xunzhou", "huazhou", 20_000, 40_000);
    let events = stage.run(march::run);
    let (attackers, caught, won) = struck(&events).expect("struck");
    assert_eq!((attackers, won), (40_000, true));
    assert!((8_000..12_000).contains(&caught), "{caught}");
    let drowned = |e: &Event| {
        matches!(
            e,
            Event::Pursued {
                how: Chased::Drowned,
                ..
            }
        )
    };
    assert!(events.iter().any(drowned), "{events:?}");
    let left = stage.game().force(army("jin_east")).men;
    assert!(left >= 20_000 - caught && left < 19_000, "{left}");
    assert_eq!(
        moves(events),
        [
            tasked("yao_pingzhong_corps", Task::Hold, "huazhou"),
            Event::Stopped {
                army: army("jin_east"),
                at: place("xunzhou"),
                before: place("huazhou"),
            },
        ]
    );
}

#[test]
fn a_rear_that_is_struck_is_lost_and_the_rest_gets_home() {
    let mut stage = in_wait("huazhou", "xunzhou", 20_000, 40_000);
    let events = stage.run(march::run);
    assert!(struck(&events).is_some_and(|(.., won)| won));
    assert_eq!(
        moves(events)[..3],
        [
            tasked("yao_pingzhong_corps", Task::Hold, "huazhou"),
            reached("jin_east", "xunzhou"),
            crossed("jin_east", "xunzhou"),
        ]
    );
    assert!(stage.game().force(army("jin_east")).men < 19_000);
}

#[test]
fn a_host_whose_half_is_too_strong_goes_by_and_ice_helps_nobody() {
    let mut stage = in_wait("huazhou", "xunzhou", 60_000, 3_000);
    assert_eq!(struck(&stage.run(march::run)), None);
    let mut frozen = some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            book.armies[army("yao_pingzhong_corps").index()].men = 90_000;
        });
        stage.at("jin_east", "huazhou");
        stage.at("yao_pingzhong_corps", "huazhou");
        stage.about("yao_pingzhong_corps", Task::Waylay, "huazhou");
        stage.given(tasked("jin_east", Task::March, "xunzhou"));
        march::frozen(stage.game(), place("xunzhou")).then_some(stage)
    });
    assert_eq!(struck(&frozen.run(march::run)), None);
}

#[test]
fn one_lies_in_wait_by_a_great_river_only() {
    let stage = Stage::new();
    let order = |at: &str| Order::Waylay {
        army: army("yao_pingzhong_corps"),
        place: place(at),
    };
    assert_eq!(
        stage.refusal(song(), &order("zhending")),
        Refusal::NoRiver(place("zhending"))
    );
    let view = View::new(stage.game(), song());
    assert_eq!(view.may_order(&order("huazhou")), Ok(()));
    let shares: Vec<_> = view.midstream(place("huazhou")).collect();
    assert!(
        shares.iter().all(|(_, share)| (30..60).contains(share)),
        "{shares:?}"
    );
}

#[test]
fn news_is_of_whoever_had_a_thing_when_it_happened() {
    let mut stage = Stage::new();
    let moved = Event::Reached {
        army: army("jin_east"),
        place: place("zhending"),
    };
    let dear = Event::Dearth {
        place: place("xunzhou"),
    };
    let heard = |stage: &Stage, court, event: &Event| {
        View::new(stage.game(), court)
            .heard(Turn(0))
            .any(|n| n.event == event)
    };
    stage.given(moved.clone());
    stage.given(dear.clone());
    stage.xun(9);
    for _ in 0..2 {
        assert!(heard(&stage, jin(), &moved) && !heard(&stage, song(), &moved));
        assert!(heard(&stage, song(), &dear) && !heard(&stage, jin(), &dear));
        // Army and town change hands, and nothing old becomes news by it.
        stage.given(Event::ArmyWentOver {
            army: army("jin_east"),
            to: song(),
        });
        stage.given(Event::Fell {
            place: place("xunzhou"),
            from: Some(song()),
            to: jin(),
            how: How::Terms,
        });
        stage.xun(9);
    }
}

#[test]
fn word_of_an_army_that_is_no_more_comes_from_where_it_stood() {
    let mut stage = Stage::new();
    stage.at("jin_east", "taiyuan");
    stage.run(|game| losses::scatter(game, army("jin_east")));
    let places: Vec<_> = stage
        .game()
        .chronicle()
        .iter()
        .filter(|e| matches!(e.event, Event::Gone { .. }))
        .map(|e| e.at)
        .collect();
    assert_eq!(places, [Some(place("taiyuan"))]);
}

#[test]
fn the_road_through_a_country_at_peace_is_shut_and_the_way_out_of_it_is_not() {
    let mut stage = Stage::new();
    stage.given(Event::PeaceMade {
        a: song(),
        b: jin(),
    });
    // From Yanjing to Taiyuan the road goes by Zhending, which is Song's.
    let (taiyuan, zhending) = (place("taiyuan"), place("zhending"));
    let go = Order::March {
        army: army("jin_east"),
        to: taiyuan,
    };
    stage.given(Event::Fell {
        place: taiyuan,
        from: Some(song()),
        to: jin(),
        how: How::Terms,
    });
    assert_eq!(
        stage.refusal(jin(), &go),
        Refusal::NotLetIn(zhending, song())
    );
    stage.at("jin_east", "zhending");
    assert_eq!(passage::shut(stage.game(), jin(), zhending, taiyuan), None);
    assert!(!stage.order(jin(), &go).is_empty());
    let mut stage = Stage::new();
    stage.given(Event::Fell {
        place: taiyuan,
        from: Some(song()),
        to: jin(),
        how: How::Terms,
    });
    assert!(
        !stage.order(jin(), &go).is_empty(),
        "in war the way is open"
    );
}

#[test]
fn an_army_that_is_beaten_off_at_a_crossing_halts_until_its_court_says_more() {
    let mut stage = some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            book.armies[army("jin_east").index()].men = 9_000;
            book.armies[army("yao_pingzhong_corps").index()].men = 60_000;
        });
        stage.at("jin_east", "xunzhou");
        (!march::frozen(stage.game(), place("huazhou"))).then_some(stage)
    });
    stage.at("yao_pingzhong_corps", "huazhou");
    stage.given(tasked("jin_east", Task::March, "kaifeng"));
    let mut all = stage.run(march::run);
    let events = stage.run(battle::run);
    all.extend(events.iter().cloned());
    let told = told(&stage, jin(), &all);
    assert!(told[0].contains("tried to force the crossing"), "{told:?}");
    let halts = told.last().expect("there is one");
    assert!(halts.contains("tries no more"), "{told:?}");
    let twice = |line: &String| line.contains("came to a stop") || line.contains("beaten off");
    assert!(!told.iter().any(twice), "{told:?}");
    assert_eq!(
        events.last(),
        Some(&Event::Halted {
            army: army("jin_east"),
            at: place("xunzhou"),
            before: place("huazhou"),
        })
    );
    let field = stage.game().field(army("jin_east")).expect("it stands");
    assert_eq!((field.task, field.goal), (Task::Hold, place("xunzhou")));
    stage.xun(1);
    assert_eq!(moves(stage.run(march::run)), []);
    let fought = |e: &Event| matches!(e, Event::Fought { .. });
    assert!(!stage.run(battle::run).iter().any(fought));
}

/// What these events are told as to a court.
fn told(stage: &Stage, court: CourtId, events: &[Event]) -> Vec<String> {
    let (texts, view) = (Texts::default(), View::new(stage.game(), court));
    let events: Vec<&Event> = events.iter().collect();
    let told = tellings(&texts, &view, &events).into_iter();
    told.map(|telling| telling.text).collect()
}

#[test]
fn a_pass_that_is_forced_is_told_once() {
    let mut stage = some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            book.armies[army("jin_east").index()].men = 90_000;
            book.armies[army("yao_pingzhong_corps").index()].men = 3_000;
        });
        stage.at("jin_east", "xunzhou");
        (!march::frozen(stage.game(), place("huazhou"))).then_some(stage)
    });
    stage.at("yao_pingzhong_corps", "huazhou");
    stage.given(tasked("jin_east", Task::March, "kaifeng"));
    let mut all = stage.run(march::run);
    all.extend(stage.run(battle::run));
    assert!(all.contains(&crossed("jin_east", "huazhou")), "{all:?}");
    let told = told(&stage, jin(), &all);
    assert!(told[0].contains("forced the crossing"), "{told:?}");
    let twice = |line: &String| line.contains("came to a stop") || line.contains("crossed");
    assert!(!told.iter().any(twice), "{told:?}");
}

#[test]
fn whoever_was_to_relieve_a_town_that_is_free_holds_it() {
    let mut stage = Stage::new();
    stage.about("western_van", Task::Relieve, "taiyuan");
    let holds = tasked("western_van", Task::Hold, "taiyuan");
    assert!(moves(stage.run(march::run)).contains(&holds));
    stage.given(Event::SiegeLaid {
        place: place("taiyuan"),
        by: jin(),
        close: true,
    });
    stage.about("western_van", Task::Relieve, "taiyuan");
    assert_eq!(moves(stage.run(march::run)), [], "the ring is still there");
}

/// So many of Jin's men camp before Kaifeng and close nothing in; Song's armies are inside.
fn camped(men: u32) -> Stage {
    let mut stage = Stage::with(1, |book| {
        book.armies[army("jin_east").index()].men = men;
    });
    stage.about("jin_east", Task::March, "kaifeng");
    stage.given(tasked("jin_east", Task::Hold, "kaifeng"));
    stage.run(news::run);
    stage.xun(1);
    stage
}

#[test]
fn an_army_comes_out_against_whoever_only_stands_before_its_town() {
    let (van, at) = (army("western_van"), place("kaifeng"));
    let order = Order::Relieve {
        army: van,
        place: at,
    };
    let mut stage = camped(2_000);
    let fought = |e: &Event| matches!(e, Event::Fought { kind: BattleKind::Field, attacker, .. } if *attacker == song());
    assert!(
        !stage.run(battle::run).iter().any(fought),
        "behind its walls it is let alone"
    );
    stage.order(song(), &order);
    assert_eq!(moves(stage.run(march::run)), [], "he is still there");
    let events = stage.run(battle::run);
    assert!(events.iter().any(fought), "{events:?}");
    assert!(events.contains(&tasked("western_van", Task::Hold, "kaifeng")));
    assert!(
        stage
            .game()
            .field(army("jin_east"))
            .is_none_or(|f| f.at != at || f.next.is_some())
    );
    assert_eq!(stage.refusal(song(), &order), Refusal::NotBesieged(at));
    // Beaten, it goes back in and does not leave the town to him.
    let mut stage = camped(60_000);
    stage.order(song(), &order);
    assert!(stage.run(battle::run).iter().any(fought));
    assert_eq!(
        stage.game().field(van).map(|f| (f.at, f.task)),
        Some((at, Task::Hold))
    );
}

#[test]
fn counsel_drives_off_the_weaker_with_as_few_as_will_do() {
    let orders = |men: u32| -> usize {
        let stage = camped(men);
        let view = View::new(stage.game(), song());
        let mut counsel = Kind::Counsel.player(view.book(), song(), 1);
        let orders = counsel.orders(&view);
        let relieves = |o: &&OrderNow| matches!(o, Order::Relieve { .. });
        orders.iter().filter(relieves).count()
    };
    assert_eq!(orders(2_000), 1);
    assert_eq!(orders(60_000), 0);
}
