//! Letters, oaths, what is paid, what is ceded, what is broken.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::events::{Account, Casus, Event, How, MenAccount, Reason, Stat, Why};
use rivers_and_mountains::orders::Order;
use rivers_and_mountains::rules::systems::bargain;
use rivers_and_mountains::rules::systems::treaties::cession;
use rivers_and_mountains::rules::systems::{court as courts, envoys, treaties};
use rivers_and_mountains::scenario::language::Good;
use rivers_and_mountains::scenario::model::Cond;

use crate::harness::{Stage, court, draft, jin, men, person, place, some_seed, song, stat};

/// The terms lie before Song, which has so much silver.
fn terms(seed: u64, silver: i64) -> Stage {
    let mut stage = Stage::with(seed, |book| {
        book.courts[song().index()].treasury[Good::Silver as usize] = silver;
    });
    let draft = draft("terms_1126");
    stage.given(Event::Proposed { draft });
    stage.given(Event::Delivered { draft });
    stage
}

fn sworn(seed: u64, silver: i64) -> Stage {
    let mut stage = terms(seed, silver);
    stage.order(
        song(),
        &Order::Accept {
            draft: draft("terms_1126"),
        },
    );
    stage
}

fn kept(clause: u8, by: rivers_and_mountains::base::ids::CourtId) -> Event {
    Event::ClauseKept {
        draft: draft("terms_1126"),
        clause,
        by,
    }
}
fn broken(clause: u8) -> Event {
    Event::ClauseBroken {
        draft: draft("terms_1126"),
        clause,
        by: song(),
    }
}

#[test]
fn an_oath_binds_at_once() {
    let (terms_1126, prince) = (draft("terms_1126"), person("song_gaozong"));
    let order = Order::Accept { draft: terms_1126 };
    let ceded = |at| Event::CessionOrdered {
        place: place(at),
        to: jin(),
        draft: terms_1126,
        due: Turn(6),
    };
    let mut stage = terms(1, 0);
    assert_eq!(
        stage.order(song(), &order),
        [
            stat(Stat::Edicts(song()), -1, Why::Order),
            Event::Ordered {
                court: song(),
                order
            },
            Event::Sworn { draft: terms_1126 },
            ceded("taiyuan"),
            stat(Stat::Legitimacy(song()), -2, Why::Cession),
            ceded("zhending"),
            stat(Stat::Legitimacy(song()), -2, Why::Cession),
            Event::Taken {
                person: prince,
                by: jin(),
                surrendered: true
            },
            Event::PeaceMade {
                a: jin(),
                b: song()
            },
        ]
    );
    assert!(!stage.game().at_war(song(), jin()));
}

/// He is with that of his captor's armies which stands nearest his own court.
#[test]
fn a_hostage_is_with_his_captors_army() {
    let stage = sworn(1, 0);
    let prince = person("song_gaozong");
    assert!(stage.game().captive(prince).is_some_and(|c| c.of == jin()));
    let camp = stage.game().whereabouts(prince);
    assert!(
        stage
            .game()
            .standing()
            .any(|(_, force, field)| force.court == jin() && Some(field.at) == camp)
    );
}

#[test]
fn what_is_due_is_paid_as_far_as_the_treasury_reaches() {
    let due = draft("terms_1126");
    let paid = |stage: &mut Stage| {
        let order = Order::PayDue { draft: due };
        stage.order(song(), &order)[2..].to_vec()
    };
    let goods = |amount| Event::Goods {
        from: Account::Court(song()),
        to: Account::Court(jin()),
        good: Good::Silver,
        amount,
        why: Reason::Clause,
    };
    let under_clause = |amount| Event::ClausePaid {
        draft: due,
        clause: 0,
        amount,
    };
    for (silver, pays) in [
        (9_000_000, 5_000_000),
        (4_500_000, 4_500_000),
        (4_499_999, 4_499_999),
    ] {
        let mut stage = sworn(1, silver);
        assert_eq!(paid(&mut stage), [goods(pays), under_clause(pays)]);
        // A tenth short still counts as kept; the surety was given with the oath.
        let audit = stage.run(treaties::run);
        if pays >= 4_500_000 {
            assert_eq!(audit, [kept(0, song()), kept(3, song())]);
        } else {
            assert_eq!(audit, [kept(3, song())]);
        }
        assert_eq!(stage.game().realm(jin()).treasury[1], 500_000 + pays);
    }
}

#[test]
fn what_is_not_paid_or_handed_over_is_broken_the_xun_after_its_day() {
    let mut stage = sworn(1, 0);
    let audits: Vec<Vec<Event>> = (0..9)
        .map(|_| {
            let audit = stage.run(treaties::run);
            stage.xun(1);
            audit
        })
        .collect();
    let expected: [Vec<Event>; 9] = [
        vec![kept(3, song())],
        vec![kept(4, jin())], // their armies are across the river again
        vec![],
        vec![broken(0)], // due in two
        vec![],
        vec![],
        vec![],
        vec![broken(1), broken(2)], // due in six
        vec![],
    ];
    assert_eq!(audits, expected);
}

#[test]
fn an_army_still_across_the_river_breaks_its_court_s_word() {
    let mut stage = sworn(1, 5_000_000);
    // Song pays: who is not paid is excused.
    stage.order(
        song(),
        &Order::PayDue {
            draft: draft("terms_1126"),
        },
    );
    stage.at("jin_east", "huazhou");
    stage.run(treaties::run);
    stage.xun(3);
    assert!(!stage.run(treaties::run).contains(&kept(4, jin())));
    stage.xun(1);
    assert!(stage.run(treaties::run).contains(&Event::ClauseBroken {
        draft: draft("terms_1126"),
        clause: 4,
        by: jin()
    }));
}

#[test]
fn war_breaks_a_sworn_peace() {
    let mut stage = sworn(1, 0);
    stage.run(treaties::run);
    stage.xun(1);
    let audit = stage.run(|game| {
        game.emit(Event::WarOpened {
            by: jin(),
            on: song(),
            casus: Casus::default(),
        });
        treaties::run(game);
    });
    for clause in [5, 6] {
        assert!(
            audit.contains(&Event::ClauseBroken {
                draft: draft("terms_1126"),
                clause,
                by: jin()
            }),
            "{audit:?}"
        );
    }
}

/// What becomes of Taiyuan, by the xun, when it is ordered to open.
fn cession(seed: u64, morale: i32, stores: i32) -> Vec<Vec<Event>> {
    let at = place("taiyuan");
    let mut stage = sworn(seed, 0);
    stage.moved(Stat::Morale(at), morale);
    stage.moved(Stat::Stores(at), stores);
    (0..16)
        .map(|_| {
            let events = stage.run(courts::run);
            stage.xun(1);
            events
                .into_iter()
                .filter(|e| match e {
                    Event::CessionRefused { place } | Event::Fell { place, .. } => *place == at,
                    Event::Men { from, .. } => *from == MenAccount::Garrison(at),
                    _ => false,
                })
                .collect()
        })
        .collect()
}

#[test]
fn a_well_found_town_refuses_to_be_handed_over_and_says_so_once() {
    let by_xun = some_seed(|seed| {
        Some(cession(seed, 25, 300)).filter(|all| {
            !all.iter()
                .flatten()
                .any(|e| matches!(e, Event::Fell { .. }))
        })
    });
    for (xun, events) in by_xun.iter().enumerate() {
        if xun == 6 {
            assert_eq!(
                *events,
                [Event::CessionRefused {
                    place: place("taiyuan")
                }]
            );
        } else {
            assert_eq!(*events, [], "xun {xun}");
        }
    }
}

#[test]
fn nobody_storms_a_town_that_has_still_time_to_be_handed_over() {
    let at = place("taiyuan");
    let mut stage = sworn(1, 0);
    stage.given(Event::SiegeLifted { place: at });
    let may = |stage: &Stage| {
        let game = stage.game();
        (
            cession::may_ring(game, jin(), at),
            cession::may_take(game, jin(), at),
        )
    };
    // The towns have six xun.
    assert_eq!(may(&stage), (false, false));
    stage.xun(6);
    assert_eq!(may(&stage), (false, false), "its day");
    stage.xun(1);
    assert_eq!(may(&stage), (true, true), "the day is past");
    // A ring that lay there already is not broken off; the storm waits all the same.
    let mut stage = sworn(1, 0);
    if stage.game().siege(at).is_none() {
        stage.given(Event::SiegeLaid {
            place: at,
            by: jin(),
            close: true,
        });
    }
    assert_eq!(may(&stage), (true, false));
    stage.given(Event::CessionRefused { place: at });
    assert_eq!(may(&stage), (true, true), "it refused");
}

#[test]
fn a_town_that_had_to_be_stormed_was_not_handed_over() {
    let at = place("taiyuan");
    let about = |how: How| {
        let mut stage = sworn(1, 0);
        stage.given(Event::Fell {
            place: at,
            from: Some(song()),
            to: jin(),
            how,
        });
        stage.xun(7);
        let terms = stage.game().terms(draft("terms_1126"));
        let of_town = |c: &rivers_and_mountains::scenario::model::ClauseNow| matches!(c, rivers_and_mountains::scenario::language::Clause::Cede { place, .. } if *place == at);
        let n = terms.clauses.iter().position(of_town).expect("a clause");
        let n = u8::try_from(n).expect("few");
        let found = stage.run(treaties::run);
        (found.contains(&kept(n, song())), found.contains(&broken(n)))
    };
    assert_eq!(about(How::Ceded), (true, false));
    assert_eq!(about(How::Storm), (false, true));
}

#[test]
fn a_hungry_town_may_obey() {
    let at = place("taiyuan");
    let by_xun = some_seed(|seed| {
        Some(cession(seed, -100, -1_000)).filter(|all| {
            all.iter()
                .flatten()
                .any(|e| matches!(e, Event::Fell { .. }))
        })
    });
    assert!(by_xun[..6].iter().all(Vec::is_empty), "not before its day");
    let obeyed = by_xun
        .iter()
        .find(|events| events.iter().any(|e| matches!(e, Event::Fell { .. })))
        .expect("it obeys");
    assert_eq!(
        *obeyed,
        [
            men(MenAccount::Garrison(at), MenAccount::Home, 9_000),
            Event::Fell {
                place: at,
                from: Some(song()),
                to: jin(),
                how: How::Ceded
            },
        ]
    );
}

#[test]
fn a_town_is_not_handed_over_under_a_paper_that_binds_nobody() {
    let at = place("taiyuan");
    let mut stage = sworn(0, 0);
    assert!(stage.game().ceded(at).is_some());
    let draft = draft("terms_1126");
    stage.given(Event::Repudiated { draft, by: song() });
    assert!(stage.game().ceded(at).is_none());
    assert!(
        stage.game().signed_away(at).is_some(),
        "its people remember"
    );
    stage.moved(Stat::Morale(at), -100);
    stage.moved(Stat::Stores(at), -1_000);
    for _ in 0..16 {
        let events = stage.run(courts::run);
        assert!(!events.iter().any(|e| matches!(e, Event::Fell { .. })));
        stage.xun(1);
    }
    assert_eq!(stage.game().holder(at), Some(song()));
}

/// Zhongshan, Hejian and Taiyuan were told to open in 1126 and did not.
#[test]
fn a_town_that_is_told_to_open_may_refuse_and_may_be_told_again() {
    let at = place("zhending");
    let order = Order::HandOver { place: at };
    let told = |stage: &mut Stage| stage.order(song(), &order)[1..].to_vec();
    let mut stage = some_seed(|seed| {
        let mut stage = sworn(seed, 0);
        (told(&mut stage) == [Event::CessionRefused { place: at }]).then_some(stage)
    });
    assert!(stage.game().ceded(at).is_some_and(|c| c.refused));
    assert_eq!(stage.game().holder(at), Some(song()));
    // It has heart and stores. Without them it opens far sooner.
    let before = cession::obeys(stage.game(), at);
    let morale = stage.game().town(at).morale;
    stage.given(stat(Stat::Morale(at), -morale, Why::Siege));
    assert!(cession::obeys(stage.game(), at) > before * 2);
}

#[test]
fn a_court_may_hand_a_town_over_itself() {
    let at = place("zhending");
    let order = Order::HandOver { place: at };
    let (mut stage, garrison, events) = some_seed(|seed| {
        let mut stage = sworn(seed, 0);
        let morale = stage.game().town(at).morale;
        stage.given(stat(Stat::Morale(at), -morale, Why::Siege));
        let garrison = stage.game().town(at).garrison;
        let events = stage.order(song(), &order);
        (stage.game().holder(at) == Some(jin())).then_some((stage, garrison, events))
    });
    assert_eq!(
        events,
        [
            Event::Ordered {
                court: song(),
                order
            },
            men(MenAccount::Garrison(at), MenAccount::Home, garrison),
            Event::Fell {
                place: at,
                from: Some(song()),
                to: jin(),
                how: How::Ceded
            },
        ]
    );
    assert!(stage.game().ceded(at).is_none());
    assert!(stage.run(treaties::run).contains(&kept(2, song())));
}

/// A garrison in country that its court only occupies goes when it is called: Jin's left Yan in 1123.
#[test]
fn a_garrison_abroad_goes_when_it_is_called() {
    let at = place("zhending");
    let mut stage = sworn(1, 0);
    assert!(cession::obeys(stage.game(), at) < 1_000);
    stage.given(Event::Fell {
        place: at,
        from: Some(song()),
        to: jin(),
        how: How::Storm,
    });
    stage.given(men(MenAccount::Home, MenAccount::Garrison(at), 2_000));
    assert_eq!(cession::obeys(stage.game(), at), 1_000);
}

/// Jin writes to Song over a road on which the stockades sit.
fn letter(seed: u64, stockades: bool) -> Stage {
    Stage::with(seed, |book| {
        book.drafts[draft("terms_1126").index()].needs = Cond::Always;
        if stockades {
            // And there is no other road: nobody goes round by Taiyuan, which they hold too.
            for id in ["zhending", "taiyuan"] {
                book.places[place(id).index()].holder = Some(court("militia"));
            }
        }
    })
}

#[test]
fn a_letter_may_be_taken_on_an_enemy_s_road_and_nowhere_else() {
    let draft = draft("terms_1126");
    let order = Order::Propose { draft };
    let taken = Event::Intercepted {
        draft,
        by: court("militia"),
    };
    let send = |seed, stockades| {
        let mut stage = letter(seed, stockades);
        let events = stage.order(jin(), &order)[2..].to_vec();
        (stage, events)
    };
    let (mut stage, events) = some_seed(|seed| Some(send(seed, true)).filter(|(_, e)| e.len() > 1));
    assert_eq!(events, [Event::Proposed { draft }, taken]);
    assert_eq!(stage.run(envoys::run), [], "it never comes");
    let (mut stage, events) =
        some_seed(|seed| Some(send(seed, true)).filter(|(_, e)| e.len() == 1));
    assert_eq!(events, [Event::Proposed { draft }]);
    assert_eq!(stage.run(envoys::run), [Event::Delivered { draft }]);
    for seed in 0..200 {
        assert_eq!(send(seed, false).1, [Event::Proposed { draft }]);
    }
}

#[test]
fn an_envoy_goes_round_an_enemy_s_country_where_there_is_a_road() {
    // Yanjing to Kaifeng by Zhending, Xunzhou and Huazhou; or at Zhending over the pass to Taiyuan and down to Kaifeng.
    let road = |held: &[&str], at_war: bool| {
        let stage = Stage::with(1, |book| {
            for id in held {
                book.places[place(id).index()].holder = Some(court("militia"));
            }
            if !at_war {
                book.courts[court("militia").index()].at_war_with.clear();
            }
        });
        stage.game().letter(jin(), song())
    };
    let straight = road(&[], true);
    assert_eq!(
        (straight.km, straight.hostile_km, straight.hostile),
        (748, 0, None)
    );
    // Those who hold the ferry are at war with Jin: by Taiyuan it is further.
    let round = road(&["xunzhou"], true);
    assert_eq!((round.km, round.straight_km), (300 + 250 + 480, 748));
    assert_eq!(
        (round.hostile_km, round.hostile),
        (0, Some(court("militia")))
    );
    assert_eq!(road(&["xunzhou"], false), straight, "nobody stops a friend");
    // Where both roads are theirs he takes the one with less of their country.
    let through = road(&["xunzhou", "taiyuan"], true);
    assert_eq!((through.km, through.hostile_km), (300 + 250 + 480, 250));
}

#[test]
fn a_letter_left_lying_is_refused_by_silence() {
    let draft = draft("terms_1126");
    let mut stage = terms(1, 0);
    for _ in 0..6 {
        assert_eq!(stage.run(envoys::run), []);
        stage.xun(1);
    }
    let events = stage.run(envoys::run);
    assert_eq!(events[0], Event::LeftLying { draft, by: song() });
    assert!(stage.game().paper(draft).unanswered);
    assert_eq!(stage.game().paper(draft).refused, Some(song()));
    // No envoy of name carried it, and still it is heard at home what spoke against it most: of how Song stands, and of what the paper asks.
    let Event::Heard { draft: of, word } = events[1] else {
        panic!("{events:?}");
    };
    let heaviest = bargain::weigh(stage.game(), song(), stage.game().terms(draft)).balks();
    assert_eq!(of, draft);
    assert!(word.ground.is_some() && heaviest.is_some(), "{word:?}");
    assert_eq!(word.clause.map(usize::from), heaviest);
    assert_eq!(events.len(), 2);
}
