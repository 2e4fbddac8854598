//! Boats, ice, grain, the broken dike, bands, whose an army is.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::events::{Account, Event, How, MenAccount, Reason, Stat, Task, Why};
use rivers_and_mountains::orders::Order;
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::formulas::{fleet, masters, recruits, supply};
use rivers_and_mountains::rules::systems::{
    battle, country, march, masters as growing, recruits as filling, supply as carts,
};
use rivers_and_mountains::scenario::language::{BattleKind, Good};
use rivers_and_mountains::scenario::model::{River, Scenario};

use crate::harness::{Stage, army, jin, men, person, place, some_seed, song, stat};

/// Song's western van has a hundred boats at Huazhou, in a month without ice.
fn afloat(seed: u64) -> Stage {
    let van = army("western_van");
    let mut stage = Stage::with(seed, |book: &mut Scenario| {
        book.armies[van.index()].boats = 100;
        book.armies[van.index()].marines = 60;
        book.armies[van.index()].men = 8_000;
    });
    stage.at("western_van", "huazhou");
    while !(4..=9).contains(&stage.game().day().month()) {
        stage.xun(1);
    }
    stage
}

#[test]
fn a_fleet_bars_the_ferry_from_either_bank_until_the_river_bears() {
    let mut stage = afloat(1);
    let (huazhou, xunzhou) = (place("huazhou"), place("xunzhou"));
    assert!(march::opposed(stage.game(), jin(), xunzhou, huazhou));
    stage.at("western_van", "xunzhou");
    assert!(march::opposed(stage.game(), jin(), xunzhou, huazhou));
    // Its own side goes over as it likes.
    assert!(!march::opposed(stage.game(), song(), xunzhou, huazhou));
    let frozen = some_seed(|seed| {
        let mut stage = afloat(seed);
        while stage.game().day().month() != 1 {
            stage.xun(1);
        }
        march::frozen(stage.game(), huazhou).then_some(stage)
    });
    assert!(!march::opposed(frozen.game(), jin(), xunzhou, huazhou));
}

#[test]
fn men_in_ferry_boats_are_thrown_back_by_a_fleet_and_burn_it_in_a_calm() {
    let fought = |seed: u64| {
        let mut stage = afloat(seed);
        stage.about("jin_east", Task::March, "xunzhou");
        stage.given(Event::Tasked {
            army: army("jin_east"),
            task: Task::March,
            goal: place("kaifeng"),
        });
        stage.given(Event::Men {
            from: MenAccount::Army(army("jin_east")),
            to: MenAccount::Home,
            men: 40_000,
        });
        stage.run(march::run);
        stage.run(battle::run)
    };
    let river = |events: &[Event]| {
        events.iter().find_map(|event| match event {
            Event::Fought {
                kind: BattleKind::River,
                won,
                ..
            } => Some(*won),
            _ => None,
        })
    };
    let lost = some_seed(|seed| Some(fought(seed)).filter(|e| river(e) == Some(false)));
    assert!(
        !lost.iter().any(|e| matches!(e, Event::Crossed { .. })),
        "{lost:?}"
    );
    // Whether they try again is for their court to say.
    assert!(
        lost.contains(&Event::Halted {
            army: army("jin_east"),
            at: place("xunzhou"),
            before: place("huazhou"),
        }),
        "{lost:?}"
    );
    let burnt = some_seed(|seed| {
        Some(fought(seed)).filter(|e| {
            e.iter().any(|e| {
                matches!(
                    e,
                    Event::ShipsLost {
                        burnt: true,
                        boats: 100,
                        ..
                    }
                )
            })
        })
    });
    assert_eq!(river(&burnt), Some(true), "{burnt:?}");
    let wins = (0..100)
        .filter(|seed| river(&fought(*seed)) == Some(true))
        .count();
    assert!((2..45).contains(&wins), "a calm is rare: {wins}");
}

#[test]
fn boats_are_laid_down_launched_boarded_and_left() {
    let mut stage = Stage::new();
    let (huazhou, van) = (place("huazhou"), army("western_van"));
    let build = Order::BuildShips {
        place: huazhou,
        boats: 90,
    };
    let ready = Turn(stage.game().turn().0 + fleet::building_xun(90));
    let events = stage.order(song(), &build);
    assert!(events.contains(&Event::ShipsLaid {
        place: huazhou,
        boats: 90,
        wheels: 0,
        ready,
    }));
    assert_eq!(
        stage.refusal(song(), &build),
        Refusal::SlipsFull(huazhou, ready)
    );
    stage.at("western_van", "huazhou");
    assert_eq!(
        stage.refusal(song(), &Order::Embark { army: van }),
        Refusal::NoneMoored(huazhou)
    );
    assert_eq!(
        stage.refusal(song(), &Order::Moor { army: van }),
        Refusal::NoShips(van)
    );
    stage.xun(3);
    assert_eq!(
        stage.run(carts::run),
        [Event::ShipsReady { place: huazhou }]
    );
    assert_eq!(
        stage.order(song(), &Order::Embark { army: van })[1..],
        [Event::Embarked {
            army: van,
            place: huazhou,
            boats: 90,
            wheels: 0,
        }]
    );
    // By water it comes to the other bank, and no further. For any other way, and for what is done ashore, it leaves its boats.
    let moored = Event::Moored {
        army: van,
        place: huazhou,
        boats: 90,
        wheels: 0,
    };
    for order in [
        Order::March {
            army: van,
            to: place("kaifeng"),
        },
        Order::Besiege {
            army: van,
            place: place("yanjing"),
        },
    ] {
        assert!(stage.order(song(), &order).contains(&moored), "{order:?}");
        stage.given(Event::Tasked {
            army: van,
            task: Task::Hold,
            goal: huazhou,
        });
        stage.order(song(), &Order::Embark { army: van });
    }
    assert_eq!(
        stage.order(song(), &Order::Moor { army: van })[1..],
        [moored]
    );
    assert_eq!(stage.game().town(huazhou).ships.boats, 90);
}

#[test]
fn the_summer_takes_northern_men_in_the_field_and_none_in_quarters() {
    let east = army("jin_east");
    let lost = |task: Task| {
        let mut stage = Stage::new();
        if task == Task::Hold {
            stage.given(Event::Fell {
                place: place("huazhou"),
                from: Some(song()),
                to: jin(),
                how: How::Terms,
            });
        }
        stage.about("jin_east", task, "huazhou");
        while stage.game().day().month() != 5 {
            stage.xun(1);
        }
        stage.run(march::run).iter().any(|event| {
            matches!(event, Event::Men { from, to: MenAccount::Dead(_), .. }
                if *from == MenAccount::Army(east))
        })
    };
    assert!(lost(Task::Mask), "under canvas");
    assert!(!lost(Task::Hold), "under roofs");
}

#[test]
fn an_army_before_a_town_that_is_no_enemys_any_more_holds() {
    let east = army("jin_east");
    let holds = |stage: &mut Stage| {
        stage.run(march::run).contains(&Event::Tasked {
            army: east,
            task: Task::Hold,
            goal: place("huazhou"),
        })
    };
    for task in [Task::Besiege, Task::Mask, Task::Assault] {
        let mut stage = Stage::new();
        stage.about("jin_east", task, "huazhou");
        assert!(!holds(&mut stage), "{task:?}: it is Song's");
        stage.given(Event::Fell {
            place: place("huazhou"),
            from: Some(song()),
            to: jin(),
            how: How::Ceded,
        });
        assert!(holds(&mut stage), "{task:?}: it was signed over");
        assert!(!holds(&mut stage), "{task:?}: once");
    }
}

#[test]
fn shipwrights_who_know_them_build_paddle_wheels() {
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].wheelwrights = true;
    });
    let events = stage.order(
        song(),
        &Order::BuildShips {
            place: place("huazhou"),
            boats: 40,
        },
    );
    assert!(events.iter().any(|e| matches!(
        e,
        Event::ShipsLaid {
            boats: 0,
            wheels: 40,
            ..
        }
    )));
}

#[test]
fn drifting_ice_stops_a_ferry_and_only_late_in_the_month() {
    let (huazhou, xunzhou) = (place("huazhou"), place("xunzhou"));
    let drifts = some_seed(|seed| {
        let mut stage = Stage::with(seed, |_| {});
        while stage.game().day().ymd().1 != 2 || stage.game().day().ymd().2 < 21 {
            stage.xun(1);
            if stage.game().turn().0 > 60 {
                return None;
            }
        }
        march::drifting(stage.game(), huazhou).then_some(stage)
    });
    let mut stage = drifts;
    stage.at("jin_east", "xunzhou");
    stage.given(Event::Tasked {
        army: army("jin_east"),
        task: Task::March,
        goal: huazhou,
    });
    let events = stage.run(march::run);
    assert!(
        events.contains(&Event::IceStopped {
            army: army("jin_east"),
            at: xunzhou,
            before: huazhou,
        }),
        "{events:?}"
    );
    stage.xun(1);
    assert!(!march::drifting(stage.game(), huazhou), "not in March");
}

#[test]
fn grain_goes_by_cart_dearly_and_comes_when_it_is_due() {
    let mut stage = Stage::new();
    let zhending = place("zhending");
    let send = Order::Transport {
        place: zhending,
        shi: 100_000,
    };
    let way = carts::carriage(stage.game(), song(), zhending).expect("a way");
    let eaten = supply::carriage_permille(way.cart_km, way.boat_km);
    let arrives = 100_000 * i64::from(1_000 - eaten) / 1_000;
    let due = Turn(stage.game().turn().0 + supply::convoy_xun(way.cart_km, way.boat_km));
    let events = stage.order(song(), &send);
    assert!(events.contains(&Event::ConvoySent {
        court: song(),
        place: zhending,
        shi: u32::try_from(arrives).expect("few"),
        due,
    }));
    assert!(arrives < 80_000, "{arrives}");
    assert_eq!(
        stage.refusal(song(), &send),
        Refusal::ConvoyUnderWay(zhending, due)
    );
    assert_eq!(stage.run(carts::run), []);
    stage.xun(due.0 - stage.game().turn().0);
    assert_eq!(
        stage.run(carts::run),
        [
            Event::Goods {
                from: Account::Road(zhending),
                to: Account::Depot(zhending),
                good: Good::Grain,
                amount: arrives,
                why: Reason::Convoy,
            },
            Event::ConvoyCame { place: zhending },
        ]
    );
    assert_eq!(stage.game().town(zhending).depot, arrives);
}

#[test]
fn nothing_is_carried_through_a_ring_and_what_grows_behind_it_stays_there() {
    let mut stage = Stage::new();
    stage.given(Event::SiegeLaid {
        place: place("kaifeng"),
        by: jin(),
        close: true,
    });
    let zhending = place("zhending");
    assert_eq!(
        stage.refusal(
            song(),
            &Order::Transport {
                place: zhending,
                shi: 1_000,
            }
        ),
        Refusal::CutOff(zhending)
    );
    let mut cut = Vec::new();
    carts::cut_off(stage.game(), song(), &mut cut);
    assert!(cut.contains(&zhending), "{cut:?}");
    let month = rivers_and_mountains::rules::systems::treasury::month(stage.game(), song());
    assert!(month.stays > 0 && month.revenue[Good::Grain as usize] == 0);
}

#[test]
fn an_army_abroad_eats_the_country_then_draws_on_the_depot_next_door() {
    let at = place("zhending");
    let mut stage = Stage::new();
    stage.at("jin_east", "zhending");
    let full = stage.game().country(at).wealth[Good::Grain as usize];
    let events = stage.run(march::run);
    let eaten: i64 = events
        .iter()
        .filter_map(|e| match e {
            Event::Goods {
                from: Account::Town(p),
                good: Good::Grain,
                amount,
                why: Reason::Foraged,
                ..
            } if *p == at => Some(*amount),
            _ => None,
        })
        .sum();
    assert!(eaten > 0, "{events:?}");
    assert_eq!(
        stage.game().country(at).wealth[Good::Grain as usize],
        full - eaten
    );
    let change = |stage: &Stage| march::food_change(stage.game(), jin(), 60_000, at, 11, 0, 0);
    let before = change(&stage);
    stage.given(Event::Goods {
        from: Account::Town(at),
        to: Account::Country,
        good: Good::Grain,
        amount: full - eaten,
        why: Reason::Foraged,
    });
    assert!(change(&stage) < before, "a stripped country feeds nobody");
}

#[test]
fn a_broken_dike_turns_the_river_drowns_the_low_country_and_opens_the_old_fords() {
    let mut stage = Stage::new();
    let (huazhou, kaifeng, xunzhou) = (place("huazhou"), place("kaifeng"), place("xunzhou"));
    let ford = stage
        .game()
        .book
        .atlas
        .route(huazhou, xunzhou)
        .expect("a road");
    let road = stage
        .game()
        .book
        .atlas
        .route(kaifeng, huazhou)
        .expect("a road");
    assert_eq!(stage.game().river(ford), River::Yellow);
    assert!(stage.game().south_of_river(huazhou));
    let events = stage.order(song(), &Order::BreakDike { place: huazhou });
    assert!(events.contains(&Event::RiverMoved { from: huazhou }));
    assert_eq!(stage.game().river(ford), River::None);
    assert_eq!(stage.game().river(road), River::Yellow);
    assert!(
        !stage.game().south_of_river(huazhou),
        "it lies north of the new bed"
    );
    assert!(stage.game().under_water(huazhou));
    let away = stage.game().country(huazhou).away;
    assert!(away > 0);
    // Wading takes time, the country pays nothing, and it ends.
    let leg = march::leg(stage.game(), false, kaifeng, huazhou, false)
        .expect("a way")
        .1;
    assert!(leg >= 106 + 60, "{leg}");
    stage.xun(9);
    assert!(!stage.game().under_water(huazhou));
    while stage.game().day().ymd().2 != 1 {
        stage.xun(1);
    }
    let back = stage.run(country::run);
    assert!(
        back.iter()
            .any(|e| matches!(e, Event::Resettled { place, .. } if *place == huazhou)),
        "{back:?}"
    );
    // There is nothing left to turn.
    let events = stage.order(song(), &Order::BreakDike { place: kaifeng });
    assert!(!events.iter().any(|e| matches!(e, Event::RiverMoved { .. })));
}

/// Zhending is Jin's, its people Song's and angry.
fn occupied(seed: u64, unrest: i32) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    stage.given(Event::Fell {
        place: place("zhending"),
        from: Some(song()),
        to: jin(),
        how: rivers_and_mountains::events::How::Storm,
    });
    stage.moved(Stat::Unrest(place("zhending")), unrest);
    while stage.game().day().ymd().2 != 1 {
        stage.xun(1);
    }
    stage
}

#[test]
fn bands_gather_where_people_are_angry_and_more_under_an_officer() {
    let zhending = place("zhending");
    let grown = |led: bool| {
        let mut stage = occupied(3, 50);
        if led {
            let rouse = Order::Rouse {
                person: person("li_gang"),
                place: zhending,
            };
            let events = stage.order(song(), &rouse);
            assert!(events.contains(&Event::Roused {
                court: song(),
                person: person("li_gang"),
                place: zhending,
            }));
            assert_eq!(stage.refusal(song(), &rouse), Refusal::AlreadySo);
        }
        stage.run(country::run);
        stage.game().country(zhending).band
    };
    assert!(grown(false) > 0);
    assert!(grown(true) > grown(false));
    let mut calm = occupied(3, -100);
    calm.run(country::run);
    assert_eq!(calm.game().country(zhending).band, 0);
}

#[test]
fn bands_keep_taxes_back_raid_convoys_and_garrison_what_they_win() {
    let zhending = place("zhending");
    let mut stage = occupied(1, 30);
    let month = |stage: &Stage| {
        rivers_and_mountains::rules::systems::treasury::month(stage.game(), jin()).revenue
            [Good::Cash as usize]
    };
    let before = month(&stage);
    stage.given(men(MenAccount::Home, MenAccount::Band(zhending), 5_000));
    assert!(month(&stage) < before);
    // Back with its own court, they hold its walls.
    stage.given(Event::Fell {
        place: zhending,
        from: Some(jin()),
        to: song(),
        how: rivers_and_mountains::events::How::Rising,
    });
    let garrison = stage.game().town(zhending).garrison;
    stage.run(country::run);
    assert_eq!(stage.game().country(zhending).band, 0);
    assert_eq!(stage.game().town(zhending).garrison, garrison + 5_000);
}

#[test]
fn nobody_is_sent_to_country_that_is_not_occupied_or_away_from_his_army() {
    let stage = Stage::new();
    assert_eq!(
        stage.refusal(
            song(),
            &Order::Rouse {
                person: person("li_gang"),
                place: place("zhending"),
            }
        ),
        Refusal::NotOccupied(place("zhending"))
    );
    assert_eq!(
        stage.refusal(
            song(),
            &Order::Rouse {
                person: person("zhong_shidao"),
                place: place("zhending"),
            }
        ),
        Refusal::CommandsAlready(person("zhong_shidao"), army("western_van"))
    );
}

#[test]
fn an_army_becomes_its_commanders_and_is_dear_to_take_from_him() {
    let van = army("western_van");
    let mut stage = Stage::with(1, |book| book.armies[van.index()].attachment = 90);
    let own = battle::army_weight(
        stage.game(),
        van,
        battle::ground(stage.game(), place("kaifeng")),
    );
    let plain = Stage::new();
    let states = battle::army_weight(
        plain.game(),
        van,
        battle::ground(plain.game(), place("kaifeng")),
    );
    assert!(own > states);
    // Zhong Shidao is loyal and keeps his post: he gives it up willingly.
    let (leave, morale) = masters::handing_over(90, true);
    let strength = stage.game().force(van).men;
    let events = stage.order(
        song(),
        &Order::Command {
            person: person("li_gang"),
            army: van,
        },
    );
    assert!(events.contains(&men(
        MenAccount::Army(van),
        MenAccount::Scattered(song()),
        strength * leave / 100
    )));
    assert!(events.contains(&stat(Stat::Spirit(van), morale, Why::NewMaster)));
    assert_eq!(stage.game().force(van).attachment, masters::STATE);
    // Under him it becomes his, far from the court.
    stage.at("western_van", "taiyuan");
    while stage.game().day().ymd().2 != 1 {
        stage.xun(1);
    }
    let grown = stage.run(growing::run);
    assert!(grown.contains(&stat(Stat::Attachment(van), masters::MONTH, Why::Service)));
}

#[test]
fn those_who_are_not_his_own_do_not_go_over_with_him() {
    let van = army("western_van");
    for (attachment, stay) in [(90, 0), (30, 20)] {
        let mut stage = Stage::with(1, |book| book.armies[van.index()].attachment = attachment);
        let before = stage.game().force(van).men;
        stage.run(|game| growing::follow(game, van));
        assert_eq!(
            before - stage.game().force(van).men,
            before * stay / 100,
            "{attachment}"
        );
    }
}

#[test]
fn an_army_at_rest_fills_up_again_for_money_and_is_the_worse_for_it() {
    let van = army("western_van");
    let lost =
        |book: &mut Scenario| book.courts[song().index()].treasury[Good::Cash as usize] = 1_000_000;
    let rested = || {
        let mut stage = Stage::with(1, lost);
        stage.given(men(
            MenAccount::Army(van),
            MenAccount::Scattered(song()),
            7_000,
        ));
        stage.xun(3);
        while stage.game().day().ymd().2 != 1 {
            stage.xun(1);
        }
        stage
    };
    let mut stage = rested();
    // Seven thousand are lacking of fifteen; the country is quiet, and the old general knows his work.
    let force = stage.game().force(van);
    let (back, raw) = recruits::come(recruits::Rest {
        meant: 15_000,
        men: 8_000,
        scattered: 7_000,
        unrest: stage.game().country(place("kaifeng")).unrest,
        command: stage.game().book.people[person("zhong_shidao").index()].command,
        cash: 800_000,
    });
    assert!(back > 0 && raw > 0);
    let worse = recruits::dilution(force.quality, 8_000 + back, raw);
    let events = stage.run(filling::run);
    assert_eq!(
        events,
        [
            men(MenAccount::Scattered(song()), MenAccount::Army(van), back),
            men(MenAccount::Home, MenAccount::Army(van), raw),
            Event::Goods {
                from: Account::Court(song()),
                to: Account::Country,
                good: Good::Cash,
                amount: i64::from(raw) * recruits::CASH,
                why: Reason::Recruits,
            },
            stat(Stat::Drill(van), worse, Why::Recruits),
            stat(Stat::Drill(van), 1, Why::Drilled),
        ]
    );
    // The old teach the new, as far as they know and no further.
    let standard = stage.game().book.armies[van.index()].quality;
    stage.given(stat(Stat::Drill(van), -9, Why::Recruits));
    for _ in 0..40 {
        stage.xun(1);
        stage.run(filling::run);
    }
    assert!((standard - 1..=standard).contains(&stage.game().force(van).quality));
    // Divided while it is weak, it is raised for half of what it was and fills up to that.
    let mut stage = rested();
    stage.given(Event::Detached {
        army: van,
        into: army("yao_pingzhong_corps"),
        at: place("kaifeng"),
        men: 4_000,
    });
    stage.given(men(
        MenAccount::Army(van),
        MenAccount::Army(army("yao_pingzhong_corps")),
        4_000,
    ));
    assert_eq!(stage.game().force(van).meant, 7_500);
    let halved = stage.run(filling::run);
    let came = |events: &[Event]| {
        let to = |e: &Event| match e {
            Event::Men {
                to: MenAccount::Army(a),
                men,
                ..
            } if *a == van => *men,
            _ => 0,
        };
        events.iter().map(to).sum::<u32>()
    };
    assert!(came(&halved) > 0 && came(&halved) < back + raw);
    // Not on the march, and not with an enemy at hand.
    let mut stage = rested();
    stage.about("western_van", Task::March, "huazhou");
    assert_eq!(stage.run(filling::run), []);
    let mut stage = rested();
    stage.at("jin_east", "huazhou");
    assert_eq!(stage.run(filling::run), []);
}

/// Zhending is Jin's and in uproar, and a host of Jin's stands somewhere.
fn uproar(seed: u64, host_at: &str) -> Vec<Event> {
    let mut stage = occupied(seed, 100);
    let garrison = stage.game().town(place("zhending")).garrison;
    stage.sent_home(MenAccount::Garrison(place("zhending")), garrison);
    stage.at("jin_east", host_at);
    stage.run(country::run)
}

#[test]
fn a_country_rises_where_no_host_is_in_reach_and_not_beside_one() {
    let rose = Event::Rose {
        place: place("zhending"),
    };
    assert!((0..100).any(|seed| uproar(seed, "yanjing").contains(&rose)));
    assert!((0..100).all(|seed| !uproar(seed, "zhending").contains(&rose)));
}
