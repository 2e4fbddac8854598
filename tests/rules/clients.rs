//! Courts that live by another's army, armies that are divided or mutiny, people carried off, and when courts sit.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::events::{Account, Call, Event, MenAccount, Stat, Task, Why};
use rivers_and_mountains::orders::{Order, Reign, Treat};
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::formulas::{clients, mutiny as formulas, people};
use rivers_and_mountains::rules::systems::{
    bargain, country, masters, mutiny, palace, sitting, treaties,
};
use rivers_and_mountains::rules::turn;
use rivers_and_mountains::scenario::given::GivenNow;
use rivers_and_mountains::scenario::language::{Clause, Every, Good, Sits};
use rivers_and_mountains::scenario::lesson::Vote;
use rivers_and_mountains::scenario::model::{Scenario, Terms};
use rivers_and_mountains::table::{Keeper, NoKeeper, Session, Step};
use rivers_and_mountains::view::View;

use crate::harness::{Stage, army, court, jin, men, person, place, some_seed, song, stat};

/// The stockades as a court that Jin set up at Zhending.
fn puppet(book: &mut Scenario) {
    let militia = court("militia");
    let jin = jin();
    let client = &mut book.courts[militia.index()];
    client.band = false;
    client.patron = Some(jin);
    client.at_war_with = vec![song()];
    client.treasury = [0, 90_000, 0, 40_000, 5_000];
    book.places[place("zhending").index()].holder = Some(militia);
    book.places[place("zhending").index()].garrison = 2_000;
}

fn dissolve() -> Order<rivers_and_mountains::scenario::language::Resolved> {
    Order::reign(Reign::Dissolve {
        court: court("militia"),
    })
}

#[test]
fn a_patron_puts_an_end_to_its_court_only_with_an_army_at_its_seat() {
    let militia = court("militia");
    let mut stage = Stage::with(1, puppet);
    assert_eq!(
        stage.refusal(song(), &dissolve()),
        Refusal::NotClient(militia)
    );
    assert_eq!(
        stage.refusal(jin(), &dissolve()),
        Refusal::TooWeakThere {
            place: place("zhending"),
            have: 0,
            needed: clients::PROP_MEN
        }
    );
    stage.at("jin_east", "zhending");
    // Whom it held goes with it; the patron's own is free.
    for who in ["li_gang", "liu_yanzong"] {
        stage.given(Event::Taken {
            person: person(who),
            by: militia,
            surrendered: false,
        });
    }
    let events = stage.order(jin(), &dissolve());
    assert_eq!(
        stage.game().captive(person("li_gang")).map(|c| c.of),
        Some(jin())
    );
    assert!(stage.game().captive(person("liu_yanzong")).is_none());
    assert!(events.contains(&Event::Dissolved {
        court: militia,
        by: jin()
    }));
    assert!(events.contains(&Event::Taken {
        person: person("shao_xing"),
        by: jin(),
        surrendered: false
    }));
    assert!(events.contains(&Event::Goods {
        from: Account::Court(militia),
        to: Account::Court(jin()),
        good: Good::Silver,
        amount: 90_000,
        why: rivers_and_mountains::events::Reason::Captured
    }));
    assert!(events.contains(&stat(
        Stat::Legitimacy(jin()),
        clients::DISSOLVED,
        Why::Dissolved
    )));
    assert_eq!(stage.game().holder(place("zhending")), Some(jin()));
    assert!(!stage.game().realm(militia).stands);
    assert_eq!(stage.game().realm(militia).treasury, [0; 5]);
}

#[test]
fn a_throne_alone_takes_what_one_that_is_propped_does_not() {
    let militia = court("militia");
    let peace = Terms::plain(song(), militia, vec![Clause::Peace]);
    let mut stage = Stage::with(1, puppet);
    let alone = bargain::weigh(stage.game(), militia, &peace).total;
    stage.at("jin_east", "zhending");
    let propped = bargain::weigh(stage.game(), militia, &peace).total;
    assert!(alone > propped + 20, "{alone} {propped}");
    // Its patron's going is to it what the enemy's staying would be to another.
    let go = Terms::plain(
        jin(),
        militia,
        vec![Clause::Withdraw {
            by: jin(),
            due_xun: 3,
        }],
    );
    assert!(bargain::weigh(stage.game(), militia, &go).clauses[0] < 0);
}

#[test]
fn a_patron_is_told_before_the_army_goes_by_which_a_throne_stands() {
    let militia = court("militia");
    let mut stage = Stage::with(1, puppet);
    stage.at("jin_east", "zhending");
    let forsakes = |stage: &Stage, to| {
        let view = View::new(stage.game(), jin());
        view.forsaken(army("jin_east"), place(to))
            .collect::<Vec<_>>()
    };
    assert_eq!(forsakes(&stage, "kaifeng"), [(militia, 0)]);
    assert_eq!(forsakes(&stage, "zhending"), []);
    // Another stays.
    stage.at("jin_west", "zhending");
    assert_eq!(forsakes(&stage, "kaifeng"), []);
}

#[test]
fn patron_and_client_bargain_in_their_own_names_and_a_later_tribute_replaces_the_first() {
    let militia = court("militia");
    let mut stage = Stage::with(1, puppet);
    let asks = bargain::compose::offer(stage.game(), militia, jin()).expect("it writes");
    assert!(
        asks.iter()
            .any(|c| matches!(c, Clause::Guard { by, .. } if *by == jin())),
        "{asks:?}"
    );
    let demands = bargain::compose::offer(stage.game(), jin(), militia).expect("it writes");
    assert!(
        demands
            .iter()
            .any(|c| matches!(c, Clause::Yearly { by, .. } if *by == militia)),
        "{demands:?}"
    );
    let paper = |amount| Event::Drawn {
        draft: rivers_and_mountains::base::ids::DraftId::of(2),
        terms: Box::new(Terms::plain(
            jin(),
            militia,
            vec![Clause::Yearly {
                by: militia,
                good: Good::Silver,
                amount,
                every: Every::Year,
                tolerance: 0,
                grace: 3,
                at: None,
            }],
        )),
        envoy: person("liu_yanzong"),
        answers: None,
    };
    let (first, second) = (
        rivers_and_mountains::base::ids::DraftId::of(2),
        rivers_and_mountains::base::ids::DraftId::of(3),
    );
    stage.given(paper(100_000));
    stage.run(|game| rivers_and_mountains::rules::execute::swear(game, first));
    assert_eq!(
        rivers_and_mountains::rules::check::owed(stage.game(), militia, first).len(),
        1
    );
    stage.given(paper(50_000));
    let events = stage.run(|game| rivers_and_mountains::rules::execute::swear(game, second));
    assert!(events.contains(&Event::Superseded {
        draft: first,
        clause: 0
    }));
    assert!(rivers_and_mountains::rules::check::owed(stage.game(), militia, first).is_empty());
}

/// The treaty of 1164 made a nephew of the subject of 1141: how two courts write to each other is one thing.
#[test]
fn a_later_form_of_address_takes_the_place_of_the_one_before() {
    use rivers_and_mountains::base::ids::DraftId;
    use rivers_and_mountains::scenario::language::Rank;
    let militia = court("militia");
    let mut stage = Stage::with(1, puppet);
    let (first, second) = (DraftId::of(2), DraftId::of(3));
    let paper = |draft, by, rank| Event::Drawn {
        draft,
        terms: Box::new(Terms::plain(
            jin(),
            militia,
            vec![Clause::Address {
                by,
                form: "as it is to be written".to_owned(),
                rank,
            }],
        )),
        envoy: person("liu_yanzong"),
        answers: None,
    };
    stage.given(paper(first, militia, Rank::Subject));
    stage.run(|game| rivers_and_mountains::rules::execute::swear(game, first));
    stage.given(paper(second, militia, Rank::Nephew));
    let events = stage.run(|game| rivers_and_mountains::rules::execute::swear(game, second));
    assert!(events.contains(&Event::Superseded {
        draft: first,
        clause: 0
    }));
    let state = |draft| stage.game().paper(draft).clauses[0];
    assert!(state(first).replaced && !state(second).replaced);
}

/// Whoever swears a peace has taken his price for what was broken before it.
#[test]
fn a_new_peace_settles_an_old_breach() {
    use rivers_and_mountains::base::ids::DraftId;
    use rivers_and_mountains::rules::systems::treaties::grievance::{Grievance, against};
    let (first, second) = (DraftId::of(2), DraftId::of(3));
    let paper = |draft, clauses| Event::Drawn {
        draft,
        terms: Box::new(Terms::plain(song(), jin(), clauses)),
        envoy: person("li_gang"),
        answers: None,
    };
    let sworn_again = |clauses: Vec<_>| {
        let mut stage = Stage::new();
        stage.given(paper(first, vec![Clause::NoLure { by: song() }]));
        stage.run(|game| rivers_and_mountains::rules::execute::swear(game, first));
        stage.given(Event::ClauseBroken {
            draft: first,
            clause: 0,
            by: song(),
        });
        assert_eq!(against(stage.game(), jin(), song()), Grievance::Clear);
        stage.given(paper(second, clauses));
        stage.run(|game| rivers_and_mountains::rules::execute::swear(game, second));
        let state = stage.game().paper(first).clauses[0];
        assert_eq!(state.broken, Some(song()), "the books keep it");
        against(stage.game(), jin(), song())
    };
    assert_eq!(sworn_again(vec![Clause::Peace]), Grievance::None);
    let other = vec![Clause::NoLure { by: jin() }];
    assert_eq!(
        sworn_again(other),
        Grievance::Clear,
        "another paper does not"
    );
}

#[test]
fn a_guard_that_goes_home_is_a_broken_word() {
    let militia = court("militia");
    let draft = rivers_and_mountains::base::ids::DraftId::of(2);
    let mut stage = Stage::with(1, puppet);
    stage.at("jin_east", "zhending");
    stage.given(Event::Drawn {
        draft,
        terms: Box::new(Terms::plain(
            militia,
            jin(),
            vec![Clause::Guard {
                by: jin(),
                men: 10_000,
            }],
        )),
        envoy: person("liu_yanzong"),
        answers: None,
    });
    stage.run(|game| rivers_and_mountains::rules::execute::swear(game, draft));
    stage.xun(6);
    let kept = stage.run(treaties::run);
    assert!(!kept.iter().any(|e| matches!(e, Event::ClauseBroken { .. })));
    stage.at("jin_east", "kaifeng");
    let broken = stage.run(treaties::run);
    assert!(broken.contains(&Event::ClauseBroken {
        draft,
        clause: 0,
        by: jin()
    }));
}

/// Zhong Shidao's van as his own army, and Li Bangyan, who is no soldier, put over it at Zhending.
fn bereft(seed: u64) -> Stage {
    let mut stage = Stage::with(seed, |book| {
        book.armies[army("western_van").index()].attachment = 90;
    });
    stage.at("western_van", "zhending");
    stage.run(|game| masters::hand_over(game, army("western_van"), false));
    stage.given(Event::TookCommand {
        person: Some(person("li_bangyan")),
        army: army("western_van"),
    });
    stage
}

#[test]
fn an_army_that_was_another_mans_goes_over_under_one_who_is_no_soldier() {
    let van = army("western_van");
    let (stage, events) = some_seed(|seed| {
        let mut stage = bereft(seed);
        let events = stage.run(mutiny::run);
        let went = events.iter().any(|e| {
            matches!(
                e,
                Event::Mutinied {
                    to: Some(_),
                    killed: Some(_),
                    ..
                }
            )
        });
        went.then_some((stage, events))
    });
    let Some(Event::Mutinied {
        men: gone, killed, ..
    }) = events
        .iter()
        .find(|e| matches!(e, Event::Mutinied { .. }))
        .cloned()
    else {
        panic!("{events:?}")
    };
    assert_eq!(killed, Some(person("li_bangyan")));
    assert!(!stage.game().figure(person("li_bangyan")).alive);
    assert_eq!(stage.game().force(van).court, jin());
    assert_eq!(stage.game().force(van).men, gone);
    assert!(events.contains(&Event::ArmyWentOver {
        army: van,
        to: jin()
    }));
    // Who would not go came in to a town of the court's.
    assert!(events.iter().any(|e| matches!(
        e,
        Event::Men {
            from: MenAccount::Army(_),
            to: MenAccount::Garrison(_),
            ..
        }
    )));
}

#[test]
fn a_man_who_had_it_for_a_season_does_not_make_it_forget_the_old_one() {
    let van = army("western_van");
    let mut stage = bereft(1);
    let old = stage.game().force(van).bereft;
    // Li Bangyan, whose it never was, is taken from it in his turn.
    stage.xun(3);
    stage.given(Event::Stat {
        stat: Stat::Attachment(van),
        by: 5,
        why: Why::Service,
    });
    stage.run(|game| masters::hand_over(game, van, false));
    assert!(old.is_some() && stage.game().force(van).bereft == old);
}

#[test]
fn under_its_old_master_or_a_soldier_it_stays() {
    let van = army("western_van");
    let mut stage = bereft(1);
    let case = mutiny::case(stage.game(), van, Some(person("li_bangyan"))).expect("it lost him");
    assert!(formulas::chance(&case) > 0);
    let soldier = mutiny::case(stage.game(), van, Some(person("wang_bing"))).expect("so it did");
    assert!(formulas::chance(&soldier) < formulas::chance(&case));
    stage.given(Event::TookCommand {
        person: Some(person("zhong_shidao")),
        army: van,
    });
    assert_eq!(stage.game().force(van).bereft, None, "he is back");
    assert!(stage.run(mutiny::run).is_empty());
    // An army of the state has nothing to complain of, whoever commands it.
    let mut plain = Stage::new();
    plain.run(|game| masters::hand_over(game, van, false));
    assert_eq!(plain.game().force(van).bereft, None);
    assert!(!palace::unpaid(plain.game(), song()));
}

#[test]
fn part_of_an_army_becomes_a_corps_or_joins_another() {
    let (van, yao) = (army("western_van"), army("yao_pingzhong_corps"));
    let levy = army("southern_relief");
    let detach = |men, into, under| {
        Order::reign(Reign::Detach {
            army: van,
            men,
            into,
            under,
        })
    };
    // A levy stands ready to be raised and is no corps; one without men is.
    let mut stage = Stage::with(1, |book| book.armies[levy.index()].men = 0);
    assert_eq!(
        Stage::new().refusal(song(), &detach(5_000, levy, None)),
        Refusal::NotACorps(levy)
    );
    assert_eq!(
        stage.refusal(song(), &detach(15_000, levy, None)),
        Refusal::TooFewMen {
            army: van,
            have: 15_000
        }
    );
    let events = stage.order(song(), &detach(5_000, levy, Some(person("li_gang"))));
    assert!(events.contains(&men(MenAccount::Army(van), MenAccount::Army(levy), 5_000)));
    assert_eq!(stage.game().force(levy).commander, Some(person("li_gang")));
    assert_eq!(
        stage.game().force(levy).quality,
        stage.game().force(van).quality
    );
    assert_eq!(
        stage.game().field(levy).map(|f| f.at),
        Some(place("kaifeng"))
    );
    // Each is raised for its share now, and the one that took men in for so many more.
    let meant = |stage: &Stage| [van, levy, yao].map(|a| stage.game().force(a).meant);
    assert_eq!(meant(&stage), [10_000, 5_000, 10_000]);
    stage.order(song(), &detach(5_000, yao, None));
    assert_eq!(
        (stage.game().force(van).men, stage.game().force(yao).men),
        (5_000, 15_000)
    );
    assert_eq!(meant(&stage), [5_000, 5_000, 15_000]);
    stage.at("yao_pingzhong_corps", "huazhou");
    assert_eq!(
        stage.refusal(song(), &detach(1_000, yao, None)),
        Refusal::NotBeside(yao, place("kaifeng"))
    );
}

#[test]
fn people_carried_off_take_the_revenue_with_them_and_the_place_fills_slowly() {
    let (zhending, kaifeng) = (place("zhending"), place("kaifeng"));
    let draft = rivers_and_mountains::base::ids::DraftId::of(2);
    let order = Order::reign(Reign::CarryOff {
        place: zhending,
        to: kaifeng,
    });
    let mut stage = Stage::with(1, |book| {
        book.places[zhending.index()].holder = Some(song());
        book.places[zhending.index()].garrison = 20_000;
    });
    stage.given(Event::Drawn {
        draft,
        terms: Box::new(Terms::plain(
            song(),
            jin(),
            vec![Clause::LeavePeople {
                by: song(),
                places: vec![zhending],
            }],
        )),
        envoy: person("li_gang"),
        answers: None,
    });
    stage.run(|game| rivers_and_mountains::rules::execute::swear(game, draft));
    let before = stage.game().homes(zhending);
    let (had, revenue) = (
        stage.game().homes(kaifeng),
        rivers_and_mountains::rules::systems::treasury::month(stage.game(), song()).revenue,
    );
    let events = stage.order(song(), &order);
    let homes = people::carried(before);
    assert!(events.contains(&Event::CarriedOff {
        place: zhending,
        to: kaifeng,
        by: song(),
        homes
    }));
    assert!(events.contains(&Event::ClauseBroken {
        draft,
        clause: 0,
        by: song()
    }));
    assert_eq!(stage.game().homes(zhending), before - homes);
    assert_eq!(stage.game().homes(kaifeng), had + homes);
    // What they had went with them: nothing was made and nothing lost.
    let moved: i64 = events
        .iter()
        .filter_map(|e| match e {
            Event::Goods {
                from: Account::Town(_),
                to: Account::Town(_),
                amount,
                ..
            } => Some(*amount),
            _ => None,
        })
        .sum();
    assert!(moved > 0);
    assert!(
        stage.game().country(zhending).unrest >= people::LEFT_UNREST,
        "those who are left take it ill"
    );
    let now = rivers_and_mountains::rules::systems::treasury::month(stage.game(), song()).revenue;
    assert!(now[3] != revenue[3]);
    // It fills where it is quiet.
    stage.moved(Stat::Unrest(zhending), -100);
    stage.xun(3);
    let filled = stage.run(country::run);
    assert!(
        filled
            .iter()
            .any(|e| matches!(e, Event::Refilled { homes: n, .. } if *n == people::refill(homes)))
    );
}

#[test]
fn an_emptied_town_has_nobody_to_levy() {
    let kaifeng = place("kaifeng");
    let mut stage = Stage::new();
    let homes = stage.game().homes(kaifeng);
    stage.given(Event::CarriedOff {
        place: kaifeng,
        to: place("huazhou"),
        by: song(),
        homes: homes - 100,
    });
    assert_eq!(
        stage.refusal(
            song(),
            &Order::Levy {
                place: kaifeng,
                men: 2_000
            }
        ),
        Refusal::TooMany {
            place: kaifeng,
            most: 20
        }
    );
}

/// The stage with courts that sit by the month.
fn monthly(change: impl FnOnce(&mut Scenario)) -> Stage {
    Stage::with(1, |book| {
        book.sits = Sits::Month;
        change(book);
    })
}

fn sat(events: &[Event]) -> Vec<(rivers_and_mountains::base::ids::CourtId, Option<Call>)> {
    events
        .iter()
        .filter_map(|e| match e {
            Event::Sat { court, called } => Some((*court, *called)),
            _ => None,
        })
        .collect()
}

#[test]
fn courts_sit_on_the_first_and_give_orders_then_only() {
    let hold = Order::Fortify {
        place: place("huazhou"),
    };
    let mut stage = monthly(|_| {});
    let first = stage.run(sitting::run);
    assert!(sat(&first).contains(&(song(), None)));
    stage.order(song(), &hold);
    assert_eq!(stage.game().realm(song()).edicts, 3);
    stage.given(Event::TurnEnded);
    assert!(
        !sat(&stage.run(sitting::run))
            .iter()
            .any(|(c, _)| *c == song())
    );
    assert_eq!(stage.refusal(song(), &hold), Refusal::NotSitting(Turn(3)));
    assert_eq!(
        stage.game().realm(song()).edicts,
        3,
        "counted by the sitting"
    );
    stage.xun(2);
    assert!(sat(&stage.run(sitting::run)).contains(&(song(), None)));
    assert_eq!(stage.game().realm(song()).edicts, 4);
}

#[test]
fn an_enemy_near_the_seat_and_a_ring_round_a_strong_town_call_a_court_together() {
    let mut stage = monthly(|_| {});
    stage.xun(1);
    stage.about("jin_east", Task::Hold, "kaifeng");
    stage.run(rivers_and_mountains::rules::systems::news::run);
    assert!(sat(&stage.run(sitting::run)).contains(&(song(), Some(Call::Enemy))));
    let mut stage = monthly(|_| {});
    stage.xun(1);
    stage.given(Event::SiegeLaid {
        place: place("taiyuan"),
        by: jin(),
        close: true,
    });
    // Word must slip through the ring: it is not called together for what it cannot know.
    assert!(
        !sat(&stage.run(sitting::run))
            .iter()
            .any(|(c, _)| *c == song())
    );
    stage.xun(1);
    assert!(sat(&stage.run(sitting::run)).contains(&(song(), Some(Call::Siege(place("taiyuan"))))));
    stage.xun(1);
    assert!(
        !sat(&stage.run(sitting::run))
            .iter()
            .any(|(c, called)| *c == song() && called.is_some())
    );
}

#[test]
fn a_war_between_a_client_and_its_patron_ends_the_tie() {
    let militia = court("militia");
    for (by, on) in [(jin(), militia), (militia, jin())] {
        let mut stage = Stage::with(1, puppet);
        assert_eq!(stage.game().patron(militia), Some(jin()));
        let events = stage.order(by, &Order::treat(Treat::War { on }));
        assert!(events.contains(&Event::TieEnded {
            client: militia,
            patron: jin()
        }));
        assert_eq!(stage.game().patron(militia), None);
        assert!(stage.game().at_war(jin(), militia) && !stage.game().allied(jin(), militia));
    }
}

#[test]
fn the_bounty_of_a_levy_is_paid_in_silver_and_silk_where_the_cash_is_short() {
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].treasury = [0, 10_000, 1_000, 2_000, 0];
    });
    let levy = Order::Levy {
        place: place("kaifeng"),
        men: 1_000,
    };
    // Four strings a man: 2,000 in cash, the rest in silver at two strings the tael.
    stage.order(song(), &levy);
    assert_eq!(
        stage.game().realm(song()).treasury[..4],
        [0, 9_000, 1_000, 0]
    );
}

#[test]
fn a_matter_that_would_pass_before_the_day_calls_its_court_and_another_waits() {
    let matter = crate::harness::matter_of(song());
    for (patience, waits) in [(1, false), (9, true)] {
        let mut stage = monthly(|book| {
            let decision = &mut book.decisions[matter.index()];
            decision.when = rivers_and_mountains::scenario::model::Cond::Always;
            decision.patience_xun = patience;
        });
        stage.xun(1);
        let events = stage.run(turn::open);
        let laid = events.contains(&Event::Laid {
            decision: matter,
            again: false,
        });
        assert_eq!(laid, !waits, "{patience}");
        assert_eq!(sat(&events).contains(&(song(), Some(Call::Matter))), !waits);
    }
}

#[test]
fn men_learn_aboard_and_ashore_they_do_not() {
    let (van, yao) = (army("western_van"), army("yao_pingzhong_corps"));
    let mut stage = Stage::with(1, |book| book.armies[van.index()].boats = 100);
    let events = stage.run(masters::run);
    let learns = |id| {
        events
            .iter()
            .any(|e| matches!(e, Event::Stat { stat: Stat::Marines(a), why: Why::Aboard, .. } if *a == id))
    };
    assert!(learns(van) && !learns(yao));
}

#[test]
fn a_band_that_submits_passes_over_with_its_men_under_its_own_leader() {
    let militia = court("militia");
    let draft = rivers_and_mountains::base::ids::DraftId::of(2);
    let mut stage = Stage::with(1, |book| {
        book.places[place("zhending").index()].holder = Some(militia);
        book.armies[army("yao_pingzhong_corps").index()].court = militia;
        book.armies[army("yao_pingzhong_corps").index()].commander = Some(person("shao_xing"));
    });
    stage.given(Event::Drawn {
        draft,
        terms: Box::new(Terms::plain(
            song(),
            militia,
            vec![Clause::Submit { by: militia }],
        )),
        envoy: person("li_gang"),
        answers: None,
    });
    let events = stage.run(|game| rivers_and_mountains::rules::execute::swear(game, draft));
    assert!(events.contains(&Event::Submitted {
        court: militia,
        to: song()
    }));
    let host = stage.game().force(army("yao_pingzhong_corps"));
    assert_eq!(
        (host.court, host.commander),
        (song(), Some(person("shao_xing")))
    );
    assert_eq!(stage.game().figure(person("shao_xing")).court, Some(song()));
    assert_eq!(stage.game().holder(place("zhending")), Some(song()));
    assert!(!stage.game().realm(militia).stands);
}

#[test]
fn a_town_is_given_between_a_patron_and_its_client_only() {
    let militia = court("militia");
    let grant = Order::reign(Reign::Grant {
        place: place("taiyuan"),
        to: militia,
    });
    let mut stage = Stage::with(1, |book| {
        puppet(book);
        book.places[place("taiyuan").index()].holder = Some(jin());
    });
    let events = stage.order(jin(), &grant);
    assert!(events.contains(&Event::Fell {
        place: place("taiyuan"),
        from: Some(jin()),
        to: militia,
        how: rivers_and_mountains::events::How::Given
    }));
    assert_eq!(
        Stage::new().refusal(song(), &grant),
        Refusal::NotClient(militia)
    );
}

#[test]
fn a_part_of_a_realm_that_sets_up_a_throne_of_its_own_is_nobodys_puppet() {
    use rivers_and_mountains::scenario::model::Eff;
    let militia = court("militia");
    let mut stage = Stage::deciding_with(
        1,
        song(),
        vec![Eff::Establish {
            court: militia,
            ruler: person("wang_bing"),
            seat: place("taiyuan"),
            apart: true,
        }],
        |book| book.courts[militia.index()].stands = false,
    );
    stage.at("western_van", "taiyuan");
    let events = stage.choose(song());
    let Some(Event::CourtSetApart { armies, people, .. }) = events
        .iter()
        .find(|e| matches!(e, Event::CourtSetApart { .. }))
    else {
        panic!("{events:?}")
    };
    assert_eq!(armies, &vec![army("western_van")]);
    assert!(people.contains(&person("wang_bing")) && people.contains(&person("zhong_shidao")));
    assert_eq!(stage.game().realm(militia).patron, None);
    assert_eq!(stage.game().force(army("western_van")).court, militia);
    assert_eq!(stage.game().holder(place("taiyuan")), Some(militia));
    assert!(!stage.game().at_war(militia, song()) && stage.game().at_war(militia, jin()));
}

#[test]
fn boats_at_a_town_on_the_water_keep_a_ring_on_the_bank_open() {
    use rivers_and_mountains::rules::systems::{fleet, siege};
    let huazhou = place("huazhou");
    let ring = |boats| {
        let mut stage = Stage::with(1, |book| {
            book.armies[army("western_van").index()].boats = boats;
            book.armies[army("western_van").index()].men = 3_000;
            book.places[huazhou.index()].garrison = 500;
        });
        // The river runs open in May.
        stage.xun(13);
        stage.at("western_van", "huazhou");
        stage.about("jin_east", Task::Besiege, "huazhou");
        stage.run(siege::run);
        (
            fleet::on_water(stage.game(), huazhou),
            stage.game().siege(huazhou).is_some_and(|s| s.close),
        )
    };
    assert_eq!(ring(0), (true, true));
    assert_eq!(ring(100), (true, false));
}

/// Writes everything down.
#[derive(Clone, Debug, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<Vec<Step>>>);

impl Log {
    fn push(&self, step: Step) {
        self.0.lock().expect("nobody else writes").push(step);
    }
}

impl Keeper for Log {
    fn ask(&mut self, _: Turn, court: CourtId, ask: &Ask) -> Result<(), String> {
        self.push(Step::Ask(court, ask.clone()));
        Ok(())
    }
    fn undo(&mut self, _: Turn, court: CourtId) -> Result<(), String> {
        self.push(Step::Undo(court));
        Ok(())
    }
    fn turn_ended(&mut self, _: Turn, moves: &[(CourtId, Ask)], hash: u64) -> Result<(), String> {
        self.push(Step::TurnEnded {
            moves: moves.to_vec(),
            hash,
        });
        Ok(())
    }
    fn vote(&mut self, _: Turn, court: CourtId, vote: &Vote) -> Result<(), String> {
        self.push(Step::Voted(court, vote.clone()));
        Ok(())
    }
    fn set(&mut self, _: Turn, given: &GivenNow) -> Result<(), String> {
        self.push(Step::Set(given.clone()));
        Ok(())
    }
}

#[test]
fn the_end_of_a_turn_goes_to_the_next_sitting_and_the_journal_plays_again_xun_by_xun() {
    let mut book = crate::harness::book();
    book.sits = Sits::Month;
    let book = std::sync::Arc::new(book);
    let log = Log::default();
    let seat = |keeper: Box<dyn Keeper>| {
        Session::new(book.clone(), 7, &[song()], &[], Texts::default(), keeper)
    };
    let mut session = seat(Box::new(log.clone()));
    let ask = Ask::Order(Order::Fortify {
        place: place("huazhou"),
    });
    session.ask(song(), ask).expect("it is lawful");
    let mut skipped = 0;
    while session.engine().ended().is_none() {
        let before = session.engine().turn();
        session.end_turn().expect("there is room");
        let now = session.engine().turn();
        skipped += now.0 - before.0 - 1;
        let view = session.view(song());
        assert!(
            view.in_session() || session.engine().ended().is_some(),
            "{now:?}"
        );
    }
    assert!(skipped > 0, "some xun pass between sittings");
    let mut again = seat(Box::new(NoKeeper));
    for step in log.0.lock().expect("nobody else writes").iter() {
        again.replay(step).expect("the same hashes");
    }
    assert_eq!(again.engine().hash(), session.engine().hash());
}

#[test]
fn a_band_submits_the_more_readily_the_better_it_is_fed() {
    let militia = court("militia");
    let stage = Stage::with(1, |book| {
        book.armies[army("yao_pingzhong_corps").index()].court = militia;
    });
    let men = i64::from(stage.game().force(army("yao_pingzhong_corps")).men);
    let submits = |taels: Option<i64>| {
        let mut clauses = vec![Clause::Submit { by: militia }];
        clauses.extend(taels.map(|amount| Clause::Pay {
            by: song(),
            good: Good::Silver,
            amount,
            due_xun: 6,
            tolerance: 0,
            grace: 0,
            at: None,
        }));
        let terms = Terms::plain(song(), militia, clauses);
        bargain::weigh(stage.game(), militia, &terms).clauses[0]
    };
    assert_eq!(submits(Some(men)), -clients::BAND);
    assert!(submits(None) < submits(Some(men / 2)));
    assert!(submits(Some(men / 2)) < submits(Some(men)));
}
