//! Each kind of clause on the stage: how it is kept, how it is broken and by whom, and what a breach gives the injured side.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, DraftId, PlaceId};
use rivers_and_mountains::events::{
    Account, Casus, Downfall, Event, How, MenAccount, Reason, Stat, Task, Why,
};
use rivers_and_mountains::orders::{Order, OrderNow, Treat};
use rivers_and_mountains::rules::check::{self, Refusal};
use rivers_and_mountains::rules::systems::treaties::{
    self,
    grievance::{Grievance, Remedy, grievance, remedies, war_price},
};
use rivers_and_mountains::rules::systems::{court as courts, treasury};
use rivers_and_mountains::scenario::language::{Clause, Every, Good};
use rivers_and_mountains::scenario::model::{ClauseNow, River, Sense, Unclear};

use crate::harness::{Stage, army, draft, jin, person, place, post, song, stat};

fn oath() -> DraftId {
    draft("oath_1123")
}

/// Jin and Song at peace under the oath of 1123, which says this.
fn under(clauses: Vec<ClauseNow>) -> Stage {
    under_with(clauses, |_| {})
}

fn under_with(
    clauses: Vec<ClauseNow>,
    change: impl FnOnce(&mut rivers_and_mountains::scenario::model::Terms),
) -> Stage {
    let mut stage = Stage::with(1, |book| {
        let terms = &mut book.drafts[oath().index()].terms;
        terms.clauses = clauses;
        change(terms);
    });
    stage.given(Event::PeaceMade {
        a: jin(),
        b: song(),
    });
    stage
}

fn silver(by: CourtId, amount: i64) -> ClauseNow {
    Clause::Pay {
        by,
        good: Good::Silver,
        amount,
        due_xun: 1,
        tolerance: 0,
        grace: 0,
        at: None,
    }
}

fn yearly(amount: i64) -> ClauseNow {
    Clause::Yearly {
        by: song(),
        good: Good::Silver,
        amount,
        every: Every::Year,
        tolerance: 0,
        grace: 2,
        at: None,
    }
}

fn broken(clause: u8, by: CourtId) -> Event {
    Event::ClauseBroken {
        draft: oath(),
        clause,
        by,
    }
}
fn kept(clause: u8, by: CourtId) -> Event {
    Event::ClauseKept {
        draft: oath(),
        clause,
        by,
    }
}

/// A town without a garrison, which has nobody to refuse for it.
fn empty(stage: &mut Stage, at: PlaceId) {
    let garrison = stage.game().town(at).garrison;
    stage.given(Event::Men {
        from: MenAccount::Garrison(at),
        to: MenAccount::Home,
        men: garrison,
    });
}

/// What the audit finds after so many xun. Whom it costs his sovereign's favour is the house's affair.
fn audit(stage: &mut Stage, xun: u16) -> Vec<Event> {
    stage.xun(xun);
    let mut found = stage.run(treaties::run);
    found.retain(|e| {
        !matches!(
            e,
            Event::Stat {
                stat: Stat::Favour(_),
                ..
            }
        )
    });
    found
}

#[test]
fn a_yearly_payment_is_settled_by_the_year_late_in_its_grace_and_then_broken() {
    let mut stage = under(vec![yearly(200_000)]);
    let pay = Order::PayDue { draft: oath() };
    let goods = Event::Goods {
        from: Account::Court(song()),
        to: Account::Court(jin()),
        good: Good::Silver,
        amount: 200_000,
        why: Reason::Clause,
    };
    assert!(stage.order(song(), &pay).contains(&goods));
    assert_eq!(audit(&mut stage, 1), [kept(0, song())]);
    // Paid for this year; nothing more is due until the next begins, and it does when the days of grace of this one are over.
    assert_eq!(stage.refusal(song(), &pay), Refusal::NothingDue(oath()));
    assert_eq!(audit(&mut stage, 34), []);
    stage.xun(4);
    assert!(stage.order(song(), &pay).contains(&goods));
    assert_eq!(audit(&mut stage, 0), [kept(0, song())]);
    assert_eq!(
        audit(&mut stage, 71),
        [],
        "paid to the end of the second year, and two xun of grace after the third"
    );
    assert_eq!(audit(&mut stage, 1), [broken(0, song())]);
}

#[test]
fn what_is_paid_by_the_month_or_the_season_is_due_by_then() {
    for (every, xun) in [(Every::Month, 3), (Every::Season, 9), (Every::HalfYear, 18)] {
        let mut clause = yearly(10_000);
        if let Clause::Yearly { every: of, .. } = &mut clause {
            *of = every;
        }
        let mut stage = under(vec![clause]);
        let pay = Order::PayDue { draft: oath() };
        let goods = |amount| Event::Goods {
            from: Account::Court(song()),
            to: Account::Court(jin()),
            good: Good::Silver,
            amount,
            why: Reason::Clause,
        };
        assert!(stage.order(song(), &pay).contains(&goods(10_000)));
        assert_eq!(audit(&mut stage, 1), [kept(0, song())], "{every:?}");
        assert_eq!(stage.refusal(song(), &pay), Refusal::NothingDue(oath()));
        // The next is due by the end of the next term, and whoever pays on the day pays it alone.
        assert_eq!(audit(&mut stage, xun - 2), [], "{every:?}");
        stage.xun(xun + 1);
        assert!(
            stage.order(song(), &pay).contains(&goods(10_000)),
            "{every:?}"
        );
        assert_eq!(audit(&mut stage, 0), [kept(0, song())]);
        // What was missed goes with what is due now.
        stage.xun(xun + 3);
        assert!(
            stage.order(song(), &pay).contains(&goods(20_000)),
            "{every:?}"
        );
    }
}

#[test]
fn what_was_sworn_with_a_court_that_is_no_more_has_ended() {
    let mut stage = under(vec![yearly(10_000), Clause::Peace]);
    stage.xun(20);
    assert!(war_price(stage.game(), song(), jin()) < 0);
    assert_eq!(check::owed(stage.game(), song(), oath()).len(), 1);
    stage.given(Event::CourtFell {
        court: jin(),
        why: Downfall::NoHouse,
    });
    assert_eq!(audit(&mut stage, 40), []);
    assert_eq!(check::owed(stage.game(), song(), oath()), []);
    assert_eq!(war_price(stage.game(), song(), jin()), 0);
    assert_eq!(remedies(stage.game(), oath(), song()), []);
    let void = Order::treat(Treat::Void { draft: oath() });
    assert_eq!(stage.refusal(song(), &void), Refusal::NotInForce(oath()));
}

#[test]
fn what_is_not_paid_by_the_month_is_broken_after_its_grace() {
    let mut clause = yearly(10_000);
    if let Clause::Yearly { every, .. } = &mut clause {
        *every = Every::Month;
    }
    let mut stage = under(vec![clause]);
    assert_eq!(audit(&mut stage, 5), [], "three xun and two of grace");
    assert_eq!(audit(&mut stage, 1), [broken(0, song())]);
}

#[test]
fn what_cannot_be_delivered_is_not_late() {
    let at = place("zhending");
    let mut stage = under(vec![Clause::Pay {
        by: song(),
        good: Good::Silver,
        amount: 100_000,
        due_xun: 1,
        tolerance: 0,
        grace: 0,
        at: Some(at),
    }]);
    stage.given(Event::SiegeLaid {
        place: at,
        by: crate::harness::court("militia"),
        close: true,
    });
    assert_eq!(
        stage.refusal(song(), &Order::PayDue { draft: oath() }),
        Refusal::NothingDue(oath())
    );
    assert_eq!(audit(&mut stage, 5), []);
    stage.given(Event::SiegeLifted { place: at });
    assert_eq!(audit(&mut stage, 0), [broken(0, song())]);
}

#[test]
fn a_share_of_the_spoils_is_due_once_it_is_taken() {
    let at = place("pingzhou");
    let share = Clause::Share {
        by: song(),
        place: at,
        due_xun: 3,
    };
    let mut stage = under(vec![share]);
    stage.given(Event::Fell {
        place: at,
        from: Some(jin()),
        to: crate::harness::court("militia"),
        how: How::Storm,
    });
    assert_eq!(audit(&mut stage, 9), [], "nobody took it");
    stage.given(Event::Fell {
        place: at,
        from: None,
        to: song(),
        how: How::Storm,
    });
    assert_eq!(
        audit(&mut stage, 0),
        [Event::CessionOrdered {
            place: at,
            to: jin(),
            draft: oath(),
            due: Turn(12)
        }]
    );
    assert_eq!(audit(&mut stage, 3), []);
    assert_eq!(audit(&mut stage, 1), [broken(0, song())]);
    // A day late, and handed over after all: what is broken stays broken.
    empty(&mut stage, at);
    stage.order(song(), &Order::HandOver { place: at });
    assert_eq!(stage.game().holder(at), Some(jin()));
}

#[test]
fn a_person_is_sent_home_or_kept() {
    let prince = person("song_gaozong");
    let home = Clause::Return {
        by: jin(),
        person: prince,
        due_xun: 2,
    };
    let held = || {
        let mut stage = under(vec![home.clone()]);
        stage.given(Event::Taken {
            person: prince,
            by: jin(),
            surrendered: true,
        });
        stage
    };
    let mut stage = held();
    stage.order(jin(), &Order::treat(Treat::Release { person: prince }));
    assert_eq!(audit(&mut stage, 0), [kept(0, jin())]);
    let mut stage = held();
    assert_eq!(audit(&mut stage, 2), []);
    assert_eq!(audit(&mut stage, 1), [broken(0, jin())]);
}

/// Zhang Jue by name: one who came over is given up, or dies; or the word is broken.
#[test]
fn one_who_came_over_may_be_demanded_by_name() {
    let man = person("liu_yanzong");
    let demand = || {
        let mut stage = under(vec![Clause::Return {
            by: song(),
            person: man,
            due_xun: 2,
        }]);
        stage.given(Event::WentOver {
            person: man,
            to: song(),
        });
        stage
    };
    let mut stage = demand();
    assert_eq!(audit(&mut stage, 2), [], "he is there, and there is time");
    assert_eq!(audit(&mut stage, 1), [broken(0, song())]);
    let mut stage = demand();
    stage.order(song(), &Order::treat(Treat::GiveBack { person: man }));
    assert_eq!(audit(&mut stage, 0), [kept(0, song())]);
    let mut stage = demand();
    stage.given(Event::Executed { person: man });
    assert_eq!(audit(&mut stage, 0), [kept(0, song())]);
    // One of a third court's, who is hidden in a town of the promiser's, is to be given up as well; he need not go and look for him.
    let hidden = |at: &str| {
        let shao = person("shao_xing");
        let mut stage = under(vec![Clause::Return {
            by: song(),
            person: shao,
            due_xun: 2,
        }]);
        stage.given(Event::Went {
            person: shao,
            place: place(at),
        });
        stage
    };
    let mut stage = hidden("kaifeng");
    assert_eq!(audit(&mut stage, 2), []);
    assert_eq!(audit(&mut stage, 1), [broken(0, song())]);
    let mut stage = hidden("pingzhou");
    assert_eq!(audit(&mut stage, 2), []);
    assert_eq!(audit(&mut stage, 1), [kept(0, song())]);
    // A paper may be drawn up that names him, and none that names a man who never went over.
    let offer = |stage: &Stage, who| {
        let order = Order::treat(Treat::Offer {
            to: song(),
            envoy: person("wanyan_gao"),
            clauses: vec![Clause::Return {
                by: song(),
                person: who,
                due_xun: 2,
            }],
            answers: None,
            worded: None,
        });
        check::order(stage.game(), jin(), &order)
    };
    let stage = demand();
    assert_eq!(offer(&stage, man), Ok(()));
    assert_eq!(offer(&stage, person("li_gang")), Err(Refusal::Unsound(1)));
}

#[test]
fn armies_keep_out_and_stay_on_their_bank() {
    let out = Clause::KeepOut {
        by: jin(),
        places: vec![place("zhending")],
    };
    let border = Clause::Border {
        river: River::Yellow,
        north: jin(),
        due_xun: 2,
    };
    let mut stage = under(vec![out, border]);
    // The bank towns of the stage are Huazhou in the south and Xunzhou, Song's, in the north.
    assert_eq!(audit(&mut stage, 2), []);
    assert_eq!(
        audit(&mut stage, 1),
        [broken(1, song())],
        "Xunzhou is not Jin's"
    );
    stage.at("jin_east", "zhending");
    assert_eq!(
        audit(&mut stage, 1),
        [],
        "Song broke its word first: Jin is excused"
    );
    let mut stage = under(vec![Clause::KeepOut {
        by: jin(),
        places: vec![place("zhending")],
    }]);
    stage.at("jin_east", "zhending");
    assert_eq!(audit(&mut stage, 1), [broken(0, jin())]);
}

#[test]
fn works_along_the_border_are_seen_when_they_are_done() {
    let fortify = Order::Fortify {
        place: place("yanjing"),
    };
    let mut stage = under(vec![Clause::NoWorks { by: jin() }]);
    assert!(
        !stage.order(jin(), &fortify).contains(&broken(0, jin())),
        "Zhending is three hundred km off"
    );
    let mut stage = under(vec![Clause::NoWorks { by: song() }]);
    stage.given(Event::Fell {
        place: place("xunzhou"),
        from: Some(song()),
        to: jin(),
        how: How::Ceded,
    });
    let works = Order::Fortify {
        place: place("huazhou"),
    };
    assert!(stage.order(song(), &works).contains(&broken(0, song())));
}

/// Zhang Jue in little: one comes over, is given a post, and is not given back.
#[test]
fn who_shelters_and_who_lures_breaks_his_word() {
    let man = person("liu_yanzong");
    let mut stage = under(vec![
        Clause::NoLure { by: song() },
        Clause::NoShelter { by: song() },
        Clause::ReturnFugitives { by: song() },
    ]);
    stage.given(Event::WentOver {
        person: man,
        to: song(),
    });
    let favour: OrderNow = Order::Appoint {
        person: man,
        post: post("capital_defence"),
    };
    assert!(stage.order(song(), &favour).contains(&broken(0, song())));
    assert_eq!(audit(&mut stage, 6), []);
    assert_eq!(audit(&mut stage, 1), [broken(1, song()), broken(2, song())]);
}

#[test]
fn one_given_back_keeps_the_word_and_teaches_the_others() {
    let (man, other) = (person("liu_yanzong"), person("wanyan_gao"));
    let mut stage = under(vec![Clause::ReturnFugitives { by: song() }]);
    for person in [man, other] {
        stage.given(Event::WentOver { person, to: song() });
    }
    let order = Order::treat(Treat::GiveBack { person: man });
    assert_eq!(
        stage.order(song(), &order)[2..],
        [
            stat(Stat::Welcome(song()), -25, Why::Treatment),
            Event::GaveBack {
                person: man,
                by: song(),
                to: jin()
            },
            stat(Stat::Legitimacy(song()), -2, Why::Order),
            stat(Stat::Loyalty(other), -10, Why::BrokenWord),
        ]
    );
    assert!(stage.game().captive(man).is_some_and(|c| c.of == jin()));
}

#[test]
fn a_common_war_is_waged_or_the_word_is_broken() {
    let militia = crate::harness::court("militia");
    let at = place("zhending");
    let campaign = |by| Clause::Campaign {
        by,
        against: militia,
        place: at,
        due_xun: 3,
    };
    let mut stage = under(vec![campaign(jin()), campaign(song())]);
    stage.given(Event::Fell {
        place: at,
        from: Some(song()),
        to: militia,
        how: How::Rising,
    });
    stage.given(Event::SiegeLaid {
        place: at,
        by: jin(),
        close: true,
    });
    assert_eq!(audit(&mut stage, 1), [kept(0, jin())]);
    assert_eq!(audit(&mut stage, 3), [broken(1, song())]);
}

#[test]
fn a_peace_apart_breaks_the_word_of_an_ally() {
    let militia = crate::harness::court("militia");
    let apart = |by| Clause::NoSeparatePeace { by, with: militia };
    let mut stage = Stage::with(1, |book| {
        book.drafts[oath().index()].terms.clauses = vec![apart(jin()), apart(song())];
        let other = &mut book.drafts[draft("terms_1126").index()].terms;
        other.to = militia;
        other.clauses = vec![Clause::Peace];
    });
    stage.given(Event::PeaceMade {
        a: jin(),
        b: song(),
    });
    stage.given(Event::WarOpened {
        by: song(),
        on: militia,
        casus: Casus::default(),
    });
    let terms = draft("terms_1126");
    stage.given(Event::Proposed { draft: terms });
    stage.given(Event::Delivered { draft: terms });
    let sworn = stage.order(militia, &Order::Accept { draft: terms });
    assert!(sworn.contains(&broken(0, jin())), "{sworn:?}");
    assert!(!sworn.contains(&broken(1, song())));
}

#[test]
fn a_market_pays_both_while_there_is_peace() {
    let mut stage = under(vec![Clause::Market {
        place: place("xunzhou"),
    }]);
    let with = (
        treasury::month(stage.game(), song()).revenue[Good::Cash as usize],
        treasury::month(stage.game(), jin()).revenue[Good::Cash as usize],
    );
    stage.given(Event::WarOpened {
        by: jin(),
        on: song(),
        casus: Casus::default(),
    });
    let without = (
        treasury::month(stage.game(), song()).revenue[Good::Cash as usize],
        treasury::month(stage.game(), jin()).revenue[Good::Cash as usize],
    );
    assert!(with.0 > without.0 && with.1 > without.1);
}

#[test]
fn a_broken_oath_under_a_curse_costs_more_than_a_plain_one() {
    let oath = Clause::Oath {
        words: "Heaven destroy him".to_owned(),
    };
    let mut plain = under(vec![silver(song(), 100)]);
    assert_eq!(audit(&mut plain, 2), [broken(0, song())]);
    let mut cursed = under(vec![silver(song(), 100), oath]);
    assert_eq!(
        audit(&mut cursed, 2),
        [
            broken(0, song()),
            stat(Stat::Legitimacy(song()), -3, Why::BrokenWord)
        ]
    );
}

/// Jin owes a town as Song reads the paper, and nothing as Jin reads it.
fn doubtful() -> Stage {
    under_with(
        vec![
            Clause::Peace,
            Clause::Pay {
                by: song(),
                good: Good::Silver,
                amount: 100,
                due_xun: 3,
                tolerance: 0,
                grace: 0,
                at: None,
            },
            Clause::Cede {
                by: jin(),
                place: place("pingzhou"),
                due_xun: 1,
            },
            Clause::NoWorks { by: song() },
        ],
        |terms| {
            let sense = |id: &str, held_by, first| Sense {
                id: id.to_owned(),
                held_by,
                says: String::new(),
                first,
                count: 1,
            };
            terms.unclear = vec![Unclear {
                words: "the country of Yan".to_owned(),
                readings: vec![sense("wide", song(), 2), sense("narrow", jin(), 3)],
            }];
        },
    )
}

#[test]
fn a_breach_on_one_reading_only_gives_less() {
    let mut stage = doubtful();
    let found = audit(&mut stage, 2);
    assert!(found.contains(&broken(2, jin())), "{found:?}");
    assert_eq!(grievance(stage.game(), oath(), song()), Grievance::Disputed);
    assert_eq!(
        remedies(stage.game(), oath(), song()),
        [Remedy::Withhold, Remedy::KeepPersons, Remedy::WarAtHalf]
    );
    assert_eq!(war_price(stage.game(), song(), jin()), -6);
    // Song withholds its payment, and that is no breach: Jin has no cause.
    assert_eq!(audit(&mut stage, 3), []);
    assert_eq!(war_price(stage.game(), jin(), song()), -12);
}

#[test]
fn the_injured_side_withholds_takes_back_and_goes_to_war_without_blame() {
    let town = place("zhending");
    let mut stage = under(vec![
        Clause::Peace,
        Clause::Cede {
            by: song(),
            place: town,
            due_xun: 1,
        },
        silver(jin(), 100_000),
        silver(song(), 100_000),
    ]);
    assert_eq!(war_price(stage.game(), song(), jin()), -12);
    empty(&mut stage, town);
    stage.order(song(), &Order::HandOver { place: town });
    let found = audit(&mut stage, 2);
    // Jin did not pay; Song, injured, need not.
    assert_eq!(found, [kept(1, song()), broken(2, jin())]);
    assert_eq!(grievance(stage.game(), oath(), song()), Grievance::Clear);
    assert_eq!(
        remedies(stage.game(), oath(), song()),
        [
            Remedy::WithholdAll,
            Remedy::KeepPersons,
            Remedy::War,
            Remedy::Reclaim(town)
        ]
    );
    let reclaim = Order::treat(Treat::Reclaim { place: town });
    assert_eq!(
        stage.order(song(), &reclaim)[2..],
        [Event::CessionOrdered {
            place: town,
            to: song(),
            draft: oath(),
            due: Turn(2)
        }]
    );
    // It may be closed in without war.
    stage.order(
        song(),
        &Order::Besiege {
            army: army("western_van"),
            place: town,
        },
    );
    assert!(
        stage
            .game()
            .field(army("western_van"))
            .is_some_and(|f| f.task == Task::Besiege)
    );
    let war = Order::treat(Treat::War { on: jin() });
    assert_eq!(
        stage.order(song(), &war)[2..],
        [Event::WarOpened {
            by: song(),
            on: jin(),
            casus: Casus {
                broken: Some((oath(), 2)),
                ..Casus::default()
            },
        }]
    );
    stage.run(courts::run);
    assert_eq!(audit(&mut stage, 0), [], "a war with cause breaks no word");
}

/// War in spite of the oath, and with nothing to answer it.
fn against_oath() -> Casus {
    Casus {
        against: Some(oath()),
        ..Casus::default()
    }
}

#[test]
fn a_war_without_cause_has_its_price() {
    let mut stage = under(vec![Clause::Peace]);
    let war = Order::treat(Treat::War { on: song() });
    assert_eq!(
        stage.order(jin(), &war)[2..],
        [
            stat(Stat::Legitimacy(jin()), -12, Why::BrokenWord),
            Event::WarOpened {
                by: jin(),
                on: song(),
                casus: against_oath(),
            }
        ]
    );
    assert_eq!(audit(&mut stage, 0), [broken(0, jin())]);
    let mut stage = under(vec![Clause::Peace]);
    let void = Order::treat(Treat::Void { draft: oath() });
    assert_eq!(
        stage.order(song(), &void)[2..],
        [
            stat(Stat::Legitimacy(song()), -8, Why::BrokenWord),
            Event::Repudiated {
                draft: oath(),
                by: song()
            },
            Event::WarOpened {
                by: song(),
                on: jin(),
                casus: against_oath(),
            }
        ]
    );
}
