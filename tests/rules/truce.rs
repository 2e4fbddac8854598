//! What a sworn truce keeps a court from, what opening war in spite of it is, and what an oath lays aside.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, DecisionId, OptionId};
use rivers_and_mountains::events::{Casus, Event, Stat, Why};
use rivers_and_mountains::orders::{Order, Treat};
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::condition::holds;
use rivers_and_mountains::rules::systems::treaties::{
    self,
    truce::{Bond, holds_back},
};
use rivers_and_mountains::scenario::language::{Clause, Good};
use rivers_and_mountains::scenario::model::{ClauseNow, Cond, Eff};
use rivers_and_mountains::table::papers::{Standing, standing};
use rivers_and_mountains::view::View;

use crate::harness::{Stage, draft, jin, song, stat};

/// Jin and Song under the oath of 1123, which says this, at peace.
fn under(clauses: Vec<ClauseNow>) -> Stage {
    let oath = draft("oath_1123");
    let mut stage = Stage::with(1, |book| book.drafts[oath.index()].terms.clauses = clauses);
    stage.given(Event::PeaceMade {
        a: jin(),
        b: song(),
    });
    stage
}

fn held(stage: &Stage, court: CourtId, other: CourtId) -> bool {
    let held = holds_back(stage.game(), court, other).is_some();
    assert_eq!(held, holds(stage.game(), &Cond::Truce(court, other)));
    held
}

#[test]
fn a_truce_holds_both_back_as_long_as_it_runs() {
    let mut stage = under(vec![Clause::Truce { xun: 6 }]);
    assert_eq!(
        holds_back(stage.game(), jin(), song()),
        Some(Bond {
            draft: draft("oath_1123"),
            sworn: Turn(0),
            until: Turn(6)
        })
    );
    stage.xun(6);
    assert!(held(&stage, jin(), song()) && held(&stage, song(), jin()));
    stage.xun(1);
    assert!(!held(&stage, jin(), song()) && !held(&stage, song(), jin()));
}

#[test]
fn an_old_peace_keeps_nobody_from_thinking_of_war() {
    let stage = under(vec![Clause::Peace]);
    assert!(
        !held(&stage, jin(), song()),
        "it was sworn before the first day"
    );
}

#[test]
fn whose_word_is_broken_to_him_is_free() {
    let pay = Clause::Pay {
        by: song(),
        good: Good::Silver,
        amount: 100_000,
        due_xun: 1,
        tolerance: 0,
        grace: 0,
        at: None,
    };
    let mut stage = under(vec![Clause::Truce { xun: 30 }, pay]);
    assert!(held(&stage, jin(), song()));
    stage.xun(2);
    stage.run(treaties::run);
    assert!(!held(&stage, jin(), song()), "Song did not pay");
    assert!(held(&stage, song(), jin()), "and is bound all the same");
}

#[test]
fn war_in_a_truce_is_a_breach_and_is_counted_at_once() {
    let mut stage = under(vec![Clause::Truce { xun: 6 }]);
    let war = Order::treat(Treat::War { on: song() });
    let events = stage.order(jin(), &war);
    assert_eq!(
        events[2..5],
        [
            stat(Stat::Legitimacy(jin()), -12, Why::BrokenWord),
            Event::WarOpened {
                by: jin(),
                on: song(),
                casus: Casus {
                    against: Some(draft("oath_1123")),
                    ..Casus::default()
                },
            },
            Event::ClauseBroken {
                draft: draft("oath_1123"),
                clause: 0,
                by: jin()
            },
        ]
    );
    // After it has run out, war breaks nothing and costs nothing.
    let mut stage = under(vec![Clause::Truce { xun: 6 }]);
    stage.xun(7);
    let events = stage.order(jin(), &war);
    assert_eq!(
        events[2..],
        [Event::WarOpened {
            by: jin(),
            on: song(),
            casus: Casus::default(),
        }]
    );
}

#[test]
fn an_oath_lays_aside_the_war_that_was_in_train() {
    let (decision, option) = (DecisionId::of(0), OptionId::of(0));
    let terms = draft("terms_1126");
    let swear = |on_the_other: bool, clause: ClauseNow| {
        let mut stage = Stage::with(1, |book| {
            let matter = &mut book.decisions[decision.index()];
            let other = if matter.court == song() {
                jin()
            } else {
                song()
            };
            let on = if on_the_other { other } else { matter.court };
            let war = Eff::Order(Order::treat(Treat::War { on }));
            matter.options[option.index()].effects = vec![Eff::Later(3, vec![war])];
            book.drafts[terms.index()].terms.clauses = vec![clause];
        });
        stage.given(Event::Deferred {
            decision,
            option,
            due: Turn(3),
            path: vec![0],
        });
        stage.given(Event::Proposed { draft: terms });
        stage.given(Event::Delivered { draft: terms });
        let events = stage.order(song(), &Order::Accept { draft: terms });
        (stage, events)
    };
    let aside = Event::LaidAside {
        decision,
        option,
        index: 0,
    };
    for clause in [Clause::Truce { xun: 6 }, Clause::Peace] {
        let (stage, events) = swear(true, clause);
        assert!(events.contains(&aside), "{events:?}");
        assert!(stage.game().tables().deferred.is_empty());
    }
    let market = Clause::Address {
        by: song(),
        form: "elder".to_owned(),
        rank: rivers_and_mountains::scenario::language::Rank::Equal,
    };
    let (stage, events) = swear(true, market);
    assert!(!events.contains(&aside), "a form of address stops no army");
    assert_eq!(stage.game().tables().deferred.len(), 1);
    let (_, events) = swear(false, Clause::Truce { xun: 6 });
    assert!(!events.contains(&aside), "it is against somebody else");
}

#[test]
fn a_payment_of_a_peace_rests_while_the_parties_are_at_war_and_is_no_breach() {
    let pay = Clause::Pay {
        by: song(),
        good: Good::Silver,
        amount: 100_000,
        due_xun: 1,
        tolerance: 0,
        grace: 0,
        at: None,
    };
    let oath = draft("oath_1123");
    let mut stage = under(vec![Clause::Peace, pay.clone()]);
    stage.given(Event::WarOpened {
        by: song(),
        on: jin(),
        casus: Casus::default(),
    });
    stage.run(treaties::run);
    stage.xun(3);
    stage.run(treaties::run);
    let state = &stage.game().paper(oath).clauses;
    assert_eq!(state[0].broken, Some(song()), "the war is the breach");
    assert_eq!(state[1].broken, None, "the silver is not");
    let view = View::new(stage.game(), song());
    assert_eq!(standing(&view, oath, 1).0, Standing::Rests);
    assert_eq!(
        stage.refusal(song(), &Order::PayDue { draft: oath }),
        Refusal::NothingDue(oath)
    );
    // A ransom under a paper that makes no peace is due whoever fights.
    let mut stage = under(vec![pay]);
    stage.given(Event::WarOpened {
        by: jin(),
        on: song(),
        casus: Casus::default(),
    });
    stage.xun(3);
    stage.run(treaties::run);
    assert_eq!(stage.game().paper(oath).clauses[0].broken, Some(song()));
}

#[test]
fn a_peace_that_the_wronged_side_ended_does_not_read_as_if_it_held() {
    let oath = draft("oath_1123");
    let mut stage = under(vec![Clause::Peace, Clause::NoShelter { by: song() }]);
    let reads = |stage: &Stage| standing(&View::new(stage.game(), song()), oath, 0).0;
    assert_eq!(reads(&stage), Standing::Holds);
    stage.given(Event::ClauseBroken {
        draft: oath,
        clause: 1,
        by: song(),
    });
    assert_eq!(reads(&stage), Standing::Holds, "a breach alone is no war");
    stage.given(Event::WarOpened {
        by: jin(),
        on: song(),
        casus: Casus::default(),
    });
    stage.run(treaties::run);
    let state = &stage.game().paper(oath).clauses;
    assert_eq!(state[0].broken, None, "Jin had cause");
    assert_eq!(reads(&stage), Standing::Ended(jin()));
    // Whoever goes to war without cause has broken the peace, and no more is to be said.
    let mut stage = under(vec![Clause::Peace]);
    stage.given(Event::WarOpened {
        by: jin(),
        on: song(),
        casus: Casus::default(),
    });
    assert_eq!(reads(&stage), Standing::Holds, "it is not audited yet");
    stage.run(treaties::run);
    assert_eq!(reads(&stage), Standing::Broken(jin()));
}
