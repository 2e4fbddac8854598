//! The ring, hunger, storms, treachery, opened gates.

use rivers_and_mountains::events::{Event, How, MenAccount, Stat, Task, Why};
use rivers_and_mountains::rules::systems::{fall, siege};
use rivers_and_mountains::scenario::language::BattleKind;
use rivers_and_mountains::scenario::model::Eff;

use crate::harness::{Stage, army, chose, court, jin, men, person, place, some_seed, song, stat};

/// Nianhan before Taiyuan, in the second xun of January.
fn taiyuan(seed: u64) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    stage.xun(1);
    stage.about("jin_west", Task::Besiege, "taiyuan");
    stage
}

/// What a victor leaves in the town and what its loss means: the end of every fall.
fn aftermath(by: &str, at: &str, leaves: u32, quality: i32, morale: i32) -> [Event; 3] {
    [
        stat(Stat::Quality(place(at)), quality, Why::Order),
        stat(Stat::Morale(place(at)), morale, Why::TownWon),
        men(
            MenAccount::Army(army(by)),
            MenAccount::Garrison(place(at)),
            leaves,
        ),
    ]
}

#[test]
fn a_ring_is_drawn_and_the_town_begins_to_eat_its_stores() {
    let at = place("taiyuan");
    let mut stage = taiyuan(1);
    assert_eq!(
        stage.run(siege::run),
        [
            Event::SiegeLaid {
                place: at,
                by: jin(),
                close: true
            },
            stat(Stat::Stores(at), -10, Why::Siege),
            stat(Stat::Morale(at), -4, Why::Cold),
            stat(Stat::Works(at), 8, Why::Siege),
        ]
    );
    assert_eq!(
        stage.run(siege::run),
        [
            stat(Stat::Stores(at), -10, Why::Siege),
            stat(Stat::Morale(at), -4, Why::Cold),
            stat(Stat::Works(at), 8, Why::Siege),
        ]
    );
}

#[test]
fn watching_a_town_is_no_ring_and_going_home_ends_it() {
    let at = place("taiyuan");
    let mut stage = taiyuan(1);
    stage.about("jin_west", Task::Mask, "taiyuan");
    assert_eq!(
        stage.run(siege::run),
        [Event::SiegeLaid {
            place: at,
            by: jin(),
            close: false
        }]
    );
    stage.about("jin_west", Task::Besiege, "taiyuan");
    assert_eq!(
        stage.run(siege::run)[0],
        Event::RingChanged {
            place: at,
            close: true
        }
    );
    stage.about("jin_west", Task::Withdraw, "yanjing");
    assert_eq!(stage.run(siege::run), [Event::SiegeLifted { place: at }]);
}

#[test]
fn when_the_stores_are_gone_hunger_kills_and_then_opens_the_gate() {
    let at = place("taiyuan");
    let (events, garrison) = some_seed(|seed| {
        let mut stage = taiyuan(seed);
        stage.run(siege::run);
        stage.moved(Stat::Stores(at), -225);
        assert_eq!(
            stage.run(siege::run),
            [
                stat(Stat::Stores(at), -5, Why::Siege),
                stat(Stat::Morale(at), -13, Why::Hunger),
                men(
                    MenAccount::Garrison(at),
                    MenAccount::Dead(song()),
                    540 // six in a hundred of nine thousand
                ),
                stat(Stat::Works(at), 8, Why::Siege),
            ]
        );
        for _ in 0..12 {
            let before = stage.game().town(at).garrison;
            let events = stage.run(siege::run);
            if let Some(n) = events.iter().position(
                |e| matches!(e, Event::Fell { place, how: How::Hunger, .. } if *place == at),
            ) {
                let hungry = before * 6 / 100;
                return Some((events[..=n].to_vec(), before - hungry));
            }
            if stage.game().holder(at) != Some(song()) {
                return None; // somebody opened the gate first
            }
        }
        panic!("nobody holds out for ever")
    });
    // Wang Bing asks for no terms, and his men die with him.
    let (dead, scattered) = (garrison * 60 / 100, garrison * 10 / 100);
    assert_eq!(
        events[events.len() - 4..],
        [
            men(MenAccount::Garrison(at), MenAccount::Dead(song()), dead),
            men(
                MenAccount::Garrison(at),
                MenAccount::Scattered(song()),
                scattered
            ),
            men(
                MenAccount::Garrison(at),
                MenAccount::Prisoners(jin()),
                garrison - dead - scattered
            ),
            Event::Fell {
                place: at,
                from: Some(song()),
                to: jin(),
                how: How::Hunger
            },
        ]
    );
}

/// It has done what it was told to, or cannot, and waits.
fn holds(id: &str, at: &str) -> Event {
    Event::Tasked {
        army: army(id),
        task: Task::Hold,
        goal: place(at),
    }
}

#[test]
fn a_town_with_nobody_on_its_walls_opens() {
    let at = place("xunzhou");
    let mut stage = Stage::new();
    stage.xun(1);
    stage.sent_home(MenAccount::Garrison(at), 2_800);
    stage.about("jin_east", Task::Assault, "xunzhou");
    stage.given(Event::Tasked {
        army: army("western_van"),
        task: Task::Relieve,
        goal: at,
    });
    let mut expected = vec![
        men(MenAccount::Garrison(at), MenAccount::Scattered(song()), 140),
        men(MenAccount::Garrison(at), MenAccount::Prisoners(jin()), 60),
        Event::Fell {
            place: at,
            from: Some(song()),
            to: jin(),
            how: How::Abandoned,
        },
        holds("jin_east", "xunzhou"),
        // Whoever was to save it hears that it is gone.
        holds("western_van", "kaifeng"),
        Event::TooLate {
            army: army("western_van"),
            at: place("kaifeng"),
            place: at,
        },
    ];
    expected.extend(aftermath("jin_east", "xunzhou", 400, 50, 35));
    expected.extend([
        stat(Stat::Legitimacy(song()), -1, Why::TownLost),
        stat(Stat::Unrest(at), 12, Why::Occupation),
    ]);
    assert_eq!(stage.run(siege::run), expected);
}

fn from_the_storm(events: Vec<Event>) -> Vec<Event> {
    events
        .into_iter()
        .skip_while(|e| !matches!(e, Event::Fought { .. }))
        .collect()
}

#[test]
fn a_weak_wall_is_stormed() {
    let at = place("huazhou");
    let mut stage = Stage::new();
    stage.xun(1);
    stage.about("jin_east", Task::Assault, "huazhou");
    let events = from_the_storm(stage.run(siege::run));
    let morale = events.iter().find_map(|e| match e {
        Event::Stat {
            stat: Stat::Morale(_),
            by,
            why: Why::TownWon,
        } => Some(*by),
        _ => None,
    });
    let mut expected = vec![
        Event::Fought {
            kind: BattleKind::Assault,
            place: at,
            attacker: jin(),
            defender: song(),
            attackers: 60_000,
            defenders: 1_500,
            won: true,
        },
        men(
            MenAccount::Army(army("jin_east")),
            MenAccount::Dead(jin()),
            1_800,
        ),
        stat(Stat::Spirit(army("jin_east")), 5, Why::Victory),
        men(MenAccount::Garrison(at), MenAccount::Dead(song()), 600),
        men(MenAccount::Garrison(at), MenAccount::Scattered(song()), 450),
        men(MenAccount::Garrison(at), MenAccount::Prisoners(jin()), 450),
        Event::Fell {
            place: at,
            from: Some(song()),
            to: jin(),
            how: How::Storm,
        },
        holds("jin_east", "huazhou"),
    ];
    expected.extend(aftermath(
        "jin_east",
        "huazhou",
        400,
        40,
        morale.expect("the garrison takes heart"),
    ));
    expected.extend([
        stat(Stat::Legitimacy(song()), -1, Why::TownLost),
        stat(Stat::Unrest(at), 25, Why::Occupation),
    ]);
    assert_eq!(events, expected);
    assert_eq!(stage.game().town(at).morale, 60);
}

#[test]
fn a_held_capital_throws_a_storm_back() {
    let at = place("kaifeng");
    for seed in 0..20 {
        let mut stage = Stage::with(seed, |_| {});
        stage.xun(1);
        stage.about("jin_west", Task::Assault, "kaifeng");
        let west = army("jin_west");
        assert_eq!(
            from_the_storm(stage.run(siege::run)),
            [
                Event::Fought {
                    kind: BattleKind::Assault,
                    place: at,
                    attacker: jin(),
                    defender: song(),
                    attackers: 60_000,
                    defenders: 55_000,
                    won: false,
                },
                men(MenAccount::Army(west), MenAccount::Dead(jin()), 7_200),
                stat(Stat::Spirit(west), -6, Why::Defeat),
                Event::Tasked {
                    army: west,
                    task: Task::Besiege,
                    goal: at
                },
                men(MenAccount::Garrison(at), MenAccount::Dead(song()), 600),
                stat(Stat::Morale(at), 4, Why::Victory),
                stat(Stat::Works(at), -8, Why::Defeat),
            ],
            "seed {seed}"
        );
    }
}

#[test]
fn a_disloyal_captain_goes_over_and_takes_the_town_with_him() {
    let (at, wang) = (place("taiyuan"), person("wang_bing"));
    let doubtful = |seed, by| {
        let mut stage = taiyuan(seed);
        stage.moved(Stat::Loyalty(wang), by);
        stage.run(siege::run)
    };
    let events = some_seed(|seed| Some(doubtful(seed, -100)).filter(|e| e.len() > 4));
    let mut expected = vec![
        Event::SiegeLaid {
            place: at,
            by: jin(),
            close: true,
        },
        Event::WentOver {
            person: wang,
            to: jin(),
        },
        men(
            MenAccount::Garrison(at),
            MenAccount::Scattered(song()),
            6_300,
        ),
        men(
            MenAccount::Garrison(at),
            MenAccount::Prisoners(jin()),
            2_700,
        ),
        Event::Fell {
            place: at,
            from: Some(song()),
            to: jin(),
            how: How::Treachery,
        },
        holds("jin_west", "taiyuan"),
    ];
    expected.extend(aftermath("jin_west", "taiyuan", 2_500, 13, -15));
    expected.extend([
        stat(Stat::Legitimacy(song()), -4, Why::TownLost),
        stat(Stat::Unrest(at), 12, Why::Occupation),
    ]);
    assert_eq!(events, expected);
    for seed in 0..200 {
        assert_eq!(doubtful(seed, 0).len(), 4, "a loyal man never does: {seed}");
    }
}

fn gate(seed: u64) -> Stage {
    let mut stage = Stage::deciding(seed, song(), vec![Eff::OpenGate(place("kaifeng"), 9_000)]);
    stage.xun(1);
    stage
}

#[test]
fn a_gate_is_opened_only_where_there_is_a_siege() {
    assert_eq!(gate(1).choose(song()), [chose(song())]);
    let at = place("kaifeng");
    let mut stage = gate(1);
    stage.about("jin_east", Task::Besiege, "kaifeng");
    stage.run(siege::run);
    assert_eq!(
        stage.choose(song()),
        [
            chose(song()),
            Event::GateOpened {
                place: at,
                men: 9_000
            },
            men(MenAccount::Garrison(at), MenAccount::Dead(song()), 3_000),
        ]
    );
}

/// A gate opened for a sortie stands open for that xun only.
#[test]
fn an_opened_gate_is_shut_after_the_xun() {
    let at = place("kaifeng");
    let mut stage = gate(1);
    stage.about("jin_east", Task::Besiege, "kaifeng");
    stage.run(siege::run);
    stage.choose(song());
    for _ in 0..3 {
        stage.run(rivers_and_mountains::rules::turn::close);
        stage.run(rivers_and_mountains::rules::turn::open);
    }
    assert!(!stage.game().siege(at).expect("still besieged").gate_open);
}

/// Song's van and the stockades' ten thousand before Pingzhou, which is Jin's: what each is about, and how many the stockades are.
fn two_courts(van: Task, stockades: Task, men: u32) -> Stage {
    let mut stage = Stage::with(1, |book| {
        let theirs = &mut book.armies[army("yao_pingzhong_corps").index()];
        (theirs.court, theirs.men, theirs.commander) = (court("militia"), men, None);
        book.places[place("pingzhou").index()].garrison = 2_000;
    });
    stage.about("western_van", van, "pingzhou");
    stage.about("yao_pingzhong_corps", stockades, "pingzhou");
    stage
}

#[test]
fn the_siege_is_the_court_s_whose_army_is_the_strongest_that_besieges() {
    let at = place("pingzhou");
    let laid_by = |van, stockades, men| {
        two_courts(van, stockades, men)
            .run(siege::run)
            .into_iter()
            .find_map(|event| match event {
                Event::SiegeLaid { by, .. } => Some(by),
                _ => None,
            })
    };
    let militia = court("militia");
    assert_eq!(laid_by(Task::Besiege, Task::Besiege, 10_000), Some(song()));
    assert_eq!(laid_by(Task::Besiege, Task::Besiege, 20_000), Some(militia));
    assert_eq!(laid_by(Task::Mask, Task::Besiege, 10_000), Some(militia));
    assert_eq!(laid_by(Task::Mask, Task::Mask, 20_000), Some(militia));
    // Whoever has the ring keeps it while the other is not stronger by half.
    let mut stage = two_courts(Task::Besiege, Task::Besiege, 20_000);
    stage.given(Event::SiegeLaid {
        place: at,
        by: song(),
        close: true,
    });
    let events = stage.run(siege::run);
    assert!(
        !events.contains(&Event::SiegeLifted { place: at }),
        "{events:?}"
    );
}

#[test]
fn a_town_falls_to_him_who_stormed_it() {
    let at = place("pingzhou");
    let mut stage = two_courts(Task::Besiege, Task::Assault, 40_000);
    stage.sent_home(MenAccount::Garrison(at), 1_500);
    let events = stage.run(siege::run);
    assert!(
        events.contains(&Event::Fell {
            place: at,
            from: Some(jin()),
            to: court("militia"),
            how: How::Storm
        }),
        "{events:?}"
    );
    // And the other's fewer men, who only lay there, took no part in it.
    let fought = events.iter().find_map(|event| match event {
        Event::Fought { attackers, .. } => Some(*attackers),
        _ => None,
    });
    assert_eq!(fought, Some(40_000));
    // An empty town opens to the strongest that came for it, not to the first on the list.
    let mut stage = two_courts(Task::Mask, Task::Besiege, 5_000);
    stage.sent_home(MenAccount::Garrison(at), 2_000);
    let events = stage.run(siege::run);
    assert_eq!(
        stage.game().holder(at),
        Some(court("militia")),
        "{events:?}"
    );
}

/// Kaifeng with its court at Huazhou, its armies with the court, and an official or nobody to answer for it; Wolibu's riders are in sight.
fn forsaken(seed: u64, armies_gone: bool, captain: &str) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    stage.xun(1);
    stage.given(Event::CourtMoved {
        court: song(),
        to: place("huazhou"),
    });
    if armies_gone {
        stage.at("western_van", "huazhou");
        stage.at("yao_pingzhong_corps", "huazhou");
    }
    stage.given(Event::TookWalls {
        person: Some(person(captain)),
        place: place("kaifeng"),
    });
    // He loves his court well enough to ask for terms and not to sell it.
    let loyalty = stage.game().figure(person(captain)).loyalty;
    stage.moved(Stat::Loyalty(person(captain)), 60 - loyalty);
    stage.about("jin_east", Task::Mask, "kaifeng");
    stage
}

#[test]
fn a_city_that_its_court_and_army_left_opens_before_a_ring_is_drawn() {
    let opens = |armies_gone, captain| {
        (0..200)
            .filter(|seed| {
                let mut stage = forsaken(*seed, armies_gone, captain);
                stage.run(siege::run).iter().any(|event| {
                    matches!(event, Event::Fell { how: How::Terms, to, .. } if *to == jin())
                })
            })
            .count()
    };
    let official = opens(true, "li_bangyan");
    assert!((45..90).contains(&official), "{official} of 200");
    assert!(opens(false, "li_bangyan") < 5, "the army is still there");
    assert!(
        opens(true, "wang_bing") < 5,
        "a soldier is not so soon done"
    );
}

/// Li Bangyan and Li Gang are left at Taiyuan, which opens its gates or is stormed; what becomes of them.
fn left_behind(seed: u64, how: How, loyalty: i32) -> (Stage, Vec<Event>) {
    let mut stage = Stage::with(seed, |_| {});
    let at = place("taiyuan");
    stage.given(Event::Went {
        person: person("li_bangyan"),
        place: at,
    });
    let now = stage.game().figure(person("li_bangyan")).loyalty;
    stage.moved(Stat::Loyalty(person("li_bangyan")), loyalty - now);
    let events = stage.run(|game| siege::take(game, at, jin(), how));
    (stage, events)
}

#[test]
fn officials_of_a_fallen_town_serve_the_victor_or_are_taken() {
    let man = person("li_bangyan");
    let entered = Event::Entered {
        person: man,
        to: jin(),
    };
    let taken = Event::Taken {
        person: man,
        by: jin(),
        surrendered: false,
    };
    let count = |how, loyalty, what: &Event| {
        (0..200)
            .filter(|seed| left_behind(*seed, how, loyalty).1.contains(what))
            .count()
    };
    let opened = count(How::Treachery, 40, &entered);
    let stormed = count(How::Storm, 40, &entered);
    assert!(
        opened > 130 && stormed < 100,
        "{opened} and {stormed} of 200"
    );
    assert_eq!(count(How::Storm, 40, &taken), 200 - stormed);
    assert_eq!(count(How::Storm, 90, &taken), 200, "the loyal do not");
    // On terms he goes out with the garrison.
    assert_eq!(count(How::Terms, 100, &taken), 0);
    let (stage, _) = some_seed(|seed| {
        Some(left_behind(seed, How::Treachery, 40)).filter(|(_, e)| e.contains(&entered))
    });
    assert_eq!(stage.game().figure(man).court, Some(jin()));
    assert!(stage.game().is_free(man));
    assert!(
        !stage
            .game()
            .tables()
            .fugitives
            .iter()
            .any(|f| f.person == man),
        "nobody can ask for him as for one who ran away"
    );
}

#[test]
fn a_court_shut_in_with_its_sovereign_is_not_scattered() {
    let mut stage = Stage::new();
    let events = stage.run(|game| siege::take(game, place("kaifeng"), jin(), How::Storm));
    assert!(
        !events
            .iter()
            .any(|e| matches!(e, Event::Entered { .. } | Event::Taken { .. })),
        "{events:?}"
    );
    // Whose sovereign is elsewhere is in the victor's hands with the city.
    let mut stage = Stage::new();
    stage.given(Event::Went {
        person: person("song_qinzong"),
        place: place("huazhou"),
    });
    let events = stage.run(|game| siege::take(game, place("kaifeng"), jin(), How::Storm));
    let touched = |who: &str| {
        events.iter().any(|e| {
            matches!(e, Event::Entered { person: p, .. } | Event::Taken { person: p, .. } if *p == person(who))
        })
    };
    assert!(touched("li_gang") && touched("li_bangyan"), "{events:?}");
    assert!(!touched("song_gaozong"), "a prince is no official");
    assert!(!touched("zhong_shidao"), "nor is one who has an army");
    // An official who serves an ally of the loser's, and is there, shares the town's lot.
    let mut stage = Stage::with(1, |book| {
        book.people[person("li_bangyan").index()].court = Some(court("militia"));
    });
    let at = place("taiyuan");
    stage.given(Event::Went {
        person: person("li_bangyan"),
        place: at,
    });
    let events = stage.run(|game| siege::take(game, at, jin(), How::Storm));
    assert!(
        events.iter().any(|e| {
            matches!(e, Event::Entered { person: p, .. } | Event::Taken { person: p, .. } if *p == person("li_bangyan"))
        }),
        "{events:?}"
    );
}

/// What the fall of a town does to the names of both courts: `(loser, victor)`.
fn names(stage: &mut Stage, at: &str, how: How) -> (i32, i32) {
    let events = stage.run(|game| fall::take(game, place(at), jin(), how));
    let of = |court, why| {
        events
            .iter()
            .filter_map(|event| match event {
                Event::Stat {
                    stat,
                    by,
                    why: for_it,
                } if *stat == Stat::Legitimacy(court) && *for_it == why => Some(*by),
                _ => None,
            })
            .sum()
    };
    (of(song(), Why::TownLost), of(jin(), Why::TownWon))
}

/// A court that left its capital in time has lost less than one that was in it; who took either has a name by it, and nobody has one by what was given.
#[test]
fn a_capital_that_fell_is_felt_at_both_courts() {
    assert_eq!(names(&mut Stage::new(), "kaifeng", How::Storm), (-25, 5));
    let away = || {
        let mut stage = Stage::new();
        stage.given(Event::CourtMoved {
            court: song(),
            to: place("huazhou"),
        });
        stage
    };
    assert_eq!(names(&mut away(), "kaifeng", How::Storm), (-8, 2));
    assert_eq!(names(&mut away(), "kaifeng", How::Ceded), (-8, 0));
    assert_eq!(names(&mut away(), "taiyuan", How::Storm), (-4, 0));
}
