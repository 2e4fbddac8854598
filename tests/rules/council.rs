//! Matters laid before a court, and what its choices do: now, later, or no more.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, DecisionId, OptionId};
use rivers_and_mountains::events::{Downfall, Event, How, Stat, Why};
use rivers_and_mountains::orders::{Order, Reign, Treat};
use rivers_and_mountains::rules::check::{self, Refusal};
use rivers_and_mountains::rules::systems::council;
use rivers_and_mountains::rules::{effects, turn};
use rivers_and_mountains::scenario::language::Good;
use rivers_and_mountains::scenario::model::{Aside, Cond, Eff};
use rivers_and_mountains::view::View;

use crate::harness::{
    Stage, army, by_choice, chose, decision, draft, jin, matter_of, person, place, post, song, stat,
};

fn about(events: Vec<Event>, matter: DecisionId) -> Vec<Event> {
    events
        .into_iter()
        .filter(|e| {
            matches!(e, Event::Laid { decision, .. } | Event::Lapsed { decision } | Event::Chose { decision, .. } if *decision == matter)
        })
        .collect()
}

#[test]
fn a_matter_is_laid_once_and_passes_when_its_patience_is_out() {
    let matter = decision("stay_or_go");
    let mut stage = Stage::with(1, |book| book.decisions[matter.index()].when = Cond::Always);
    let mut told = Vec::new();
    for _ in 0..5 {
        let opened = about(stage.run(turn::open), matter);
        let closed = about(stage.run(turn::close), matter);
        told.push((opened, closed));
    }
    let laid = vec![Event::Laid {
        decision: matter,
        again: false,
    }];
    let lapsed = vec![Event::Lapsed { decision: matter }];
    let none = Vec::new;
    assert_eq!(
        told,
        [
            (laid, none()),
            (none(), lapsed),
            (none(), none()),
            (none(), none()),
            (none(), none()),
        ]
    );
    assert_eq!(
        check::choice(stage.game(), song(), matter, OptionId(0)),
        Err(Refusal::NotLaid(matter))
    );
}

#[test]
fn a_matter_that_may_come_again_is_laid_as_often_as_it_is_true() {
    let matter = decision("stay_or_go");
    let mut stage = Stage::with(1, |book| {
        let decision = &mut book.decisions[matter.index()];
        decision.when = Cond::Always;
        decision.again = Some(2);
        decision.options[0].effects = vec![Eff::Legitimacy(1)];
        decision.options[1].effects = vec![Eff::Legitimacy(-1)];
    });
    let (stay, go) = (OptionId(0), OptionId(1));
    stage.run(turn::open);
    stage.run(|game| effects::choose(game, matter, stay));
    let mut laid = Vec::new();
    for xun in 1..=4 {
        stage.run(turn::close);
        let told = about(stage.run(turn::open), matter);
        laid.extend(told.into_iter().map(|event| (xun, event)));
    }
    // Two xun after it was closed, and not while it lies open.
    let again = Event::Laid {
        decision: matter,
        again: true,
    };
    assert_eq!(laid, [(2, again)]);
    // It passed unanswered: what was answered last is still what was answered.
    let game = stage.game();
    assert_eq!(game.answered(matter), Some(stay));
    assert_eq!(game.layings(matter).count(), 2);
    assert!(game.tables().matters[matter.index()].closed.is_some());
    let asked = |stage: &Stage, option| {
        let chose = Cond::Chose(matter, option);
        rivers_and_mountains::rules::condition::holds(stage.game(), &chose)
    };
    assert!(asked(&stage, stay) && !asked(&stage, go));
    // The third time another course is taken, and the record tells of the first.
    stage.run(turn::close);
    stage.run(turn::open);
    stage.run(|game| effects::choose(game, matter, go));
    assert!(asked(&stage, go) && !asked(&stage, stay));
    assert_eq!(stage.game().first_laying(matter).chose, Some(stay));
    assert_eq!(stage.game().layings(matter).count(), 3);
}

#[test]
fn a_matter_does_not_come_again_where_there_is_nothing_to_choose() {
    let matter = decision("accept_terms");
    for (answer, comes) in [
        (Cond::Always, true),
        (Cond::Not(Box::new(Cond::Always)), false),
    ] {
        let mut stage = Stage::with(1, |book| {
            let decision = &mut book.decisions[matter.index()];
            (decision.when, decision.again) = (Cond::Always, Some(1));
            decision.options[0].effects = vec![Eff::Legitimacy(-1)];
            decision.options[1].effects = vec![Eff::Legitimacy(1)];
            decision.options[1].needs = answer;
        });
        stage.run(turn::open);
        stage.run(|game| effects::choose(game, matter, OptionId(0)));
        stage.run(turn::close);
        assert_eq!(!about(stage.run(turn::open), matter).is_empty(), comes);
    }
}

#[test]
fn a_course_that_was_written_for_one_day_is_closed_where_its_paper_cannot_be_sent_again() {
    let matter = decision("ask_for_the_north");
    let mut stage = Stage::with(1, |book| {
        let decision = &mut book.decisions[matter.index()];
        (decision.when, decision.again) = (Cond::Always, Some(1));
        decision.options[1].effects = vec![Eff::Legitimacy(1)];
        // What keeps it shut is the paper itself.
        let other = rivers_and_mountains::scenario::model::Choice {
            id: "wait".to_owned(),
            ..decision.options[1].clone()
        };
        decision.options.push(other);
        book.drafts[draft("terms_1126").index()].needs = Cond::Always;
    });
    stage.run(turn::open);
    let may = |stage: &Stage| check::choice(stage.game(), jin(), matter, OptionId(0));
    assert_eq!(may(&stage), Ok(()));
    stage.run(|game| effects::choose(game, matter, OptionId(0)));
    stage.run(turn::close);
    stage.run(turn::open);
    assert_eq!(may(&stage), Err(Refusal::DraftBusy(draft("terms_1126"))));
    assert_eq!(
        check::choice(stage.game(), jin(), matter, OptionId(1)),
        Ok(())
    );
}

#[test]
fn a_matter_waits_for_its_condition_and_its_court() {
    let matter = decision("stay_or_go");
    let mut stage = Stage::new();
    assert_eq!(
        about(stage.run(council::lay), matter),
        [],
        "too early, too far"
    );
    stage.xun(2);
    assert_eq!(about(stage.run(council::lay), matter), [], "too far");
    stage.at("jin_east", "zhending");
    stage.given(Event::CourtFell {
        court: song(),
        why: Downfall::NoHouse,
    });
    assert_eq!(about(stage.run(council::lay), matter), [], "no court");
    stage.given(Event::Enthroned {
        court: song(),
        person: person("song_qinzong"),
    });
    assert_eq!(
        about(stage.run(council::lay), matter),
        [Event::Laid {
            decision: matter,
            again: false
        }]
    );
}

#[test]
fn what_was_answered_does_not_lapse() {
    let mut stage = Stage::deciding(1, song(), vec![Eff::Legitimacy(4)]);
    assert_eq!(
        stage.choose(song()),
        [
            chose(song()),
            stat(Stat::Legitimacy(song()), 4, by_choice(song()))
        ]
    );
    stage.xun(3);
    assert_eq!(about(stage.run(council::lapse), matter_of(song())), []);
}

#[test]
fn what_has_become_impossible_does_nothing() {
    let (gang, prince, huazhou) = (person("li_gang"), person("song_gaozong"), place("huazhou"));
    let mut stage = Stage::deciding(
        1,
        song(),
        vec![
            Eff::Order(Order::Appoint {
                person: gang,
                post: post("capital_defence"),
            }),
            Eff::Order(Order::reign(Reign::Enthrone { person: gang })),
            Eff::Abdicate(gang),
            Eff::Execute(gang),
            Eff::Exile(gang),
            Eff::Loyalty(gang, 10),
            Eff::Loyalty(prince, 4),
            Eff::Order(Order::reign(Reign::Surety {
                person: prince,
                to: jin(),
            })),
            Eff::Send(prince, huazhou),
            Eff::Order(Order::treat(Treat::Release {
                person: person("liu_yanzong"),
            })),
            Eff::Detain(person("wanyan_zongwang")),
            Eff::BurnCrossing(huazhou),
            Eff::Order(Order::reign(Reign::Requisition {
                place: huazhou,
                good: Good::Silver,
                amount: 1_000,
            })),
            Eff::OpenGate(place("kaifeng"), 1_000),
            Eff::Spirit(army("southern_relief"), 5),
            Eff::Order(Order::Refuse {
                draft: draft("terms_1126"),
            }),
            Eff::Order(Order::Accept {
                draft: draft("terms_1126"),
            }),
            Eff::Order(Order::treat(Treat::Void {
                draft: draft("terms_1126"),
            })),
            Eff::Order(Order::treat(Treat::War { on: jin() })),
            Eff::Depose(jin()),
            Eff::Order(Order::MoveCourt { to: huazhou }),
        ],
    );
    stage.given(Event::Died {
        person: gang,
        in_battle: false,
    });
    stage.given(Event::Taken {
        person: prince,
        by: jin(),
        surrendered: true,
    });
    stage.given(Event::Fell {
        place: huazhou,
        from: Some(song()),
        to: jin(),
        how: How::Storm,
    });
    assert_eq!(stage.choose(song()), [chose(song())]);
}

#[test]
fn what_is_put_off_comes_due_out_of_a_chance_and_out_of_itself() {
    for (percent, road) in [(100, 0_u8), (0, 1)] {
        let later = vec![Eff::Later(
            2,
            vec![Eff::Legitimacy(3), Eff::Later(1, vec![Eff::Legitimacy(4)])],
        )];
        let (yes, no) = if road == 0 {
            (later, Vec::new())
        } else {
            (Vec::new(), later)
        };
        let mut stage = Stage::deciding(
            1,
            song(),
            vec![Eff::Legitimacy(1), Eff::Chance(percent, yes, no)],
        );
        let lean = |by| stat(Stat::Legitimacy(song()), by, by_choice(song()));
        let put_off = |due, path: &[u8]| Event::Deferred {
            decision: matter_of(song()),
            option: OptionId(0),
            due: Turn(due),
            path: path.to_vec(),
        };
        let done = Event::DeferredDone { index: 0 };
        assert_eq!(
            stage.choose(song()),
            [chose(song()), lean(1), put_off(2, &[1, road, 0])]
        );
        stage.xun(1);
        assert_eq!(stage.run(effects::come_due), []);
        stage.xun(1);
        assert_eq!(
            stage.run(effects::come_due),
            [done.clone(), lean(3), put_off(3, &[1, road, 0, 1])]
        );
        stage.xun(1);
        assert_eq!(stage.run(effects::come_due), [done, lean(4)]);
        stage.xun(1);
        assert_eq!(stage.run(effects::come_due), []);
    }
}

/// Whoever ordered a thing for later is told, when its day comes, whose order it is that goes out.
#[test]
fn an_order_that_was_put_off_says_whose_choice_it_was() {
    let (van, to) = (army("western_van"), place("huazhou"));
    let order = Order::March { army: van, to };
    let later = |effect| vec![Eff::Later(2, vec![effect])];
    let came_due = Event::CameDue {
        decision: matter_of(song()),
        option: OptionId(0),
    };
    let mut stage = Stage::deciding(1, song(), later(Eff::Order(order.clone())));
    stage.choose(song());
    stage.xun(2);
    let events = stage.run(effects::come_due);
    assert_eq!(
        events[..2],
        [Event::DeferredDone { index: 0 }, came_due.clone()]
    );
    let goes =
        |e: &Event| matches!(e, Event::Tasked { army, goal, .. } if (*army, *goal) == (van, to));
    assert!(events[2..].iter().any(goes), "{events:?}");
    let mut stage = Stage::deciding(1, song(), later(Eff::Legitimacy(3)));
    stage.choose(song());
    stage.xun(2);
    assert!(!stage.run(effects::come_due).contains(&came_due));
    // Nor is anything said to be ordered that nobody is there to do.
    let unraised = Order::March {
        army: army("southern_relief"),
        to,
    };
    let mut stage = Stage::deciding(1, song(), later(Eff::Order(unraised)));
    stage.choose(song());
    stage.xun(2);
    assert!(!stage.run(effects::come_due).contains(&came_due));
}

#[test]
fn a_choice_does_what_the_file_says() {
    let matter = decision("stay_or_go");
    let (gang, kaifeng) = (person("li_gang"), place("kaifeng"));
    let mut stage = Stage::new();
    stage.given(Event::Laid {
        decision: matter,
        again: false,
    });
    let why = by_choice(song());
    let order = Order::Appoint {
        person: gang,
        post: post("capital_defence"),
    };
    assert_eq!(
        stage.choose(song()),
        [
            chose(song()),
            // The course has a temper of one; who argued for it is heard, who argued against it is not.
            stat(Stat::Lean(song()), 3, why),
            stat(Stat::Favour(gang), 3, Why::Advice),
            stat(Stat::Favour(person("li_bangyan")), -2, Why::Advice),
            Event::FactSet {
                fact: rivers_and_mountains::base::ids::FactId(0)
            },
            Event::Ordered {
                court: song(),
                order
            },
            Event::Appointed {
                person: gang,
                post: post("capital_defence")
            },
            Event::TookWalls {
                person: Some(gang),
                place: kaifeng
            },
            stat(Stat::Morale(kaifeng), 8, why),
        ]
    );
}

#[test]
fn a_brief_says_only_what_is_true_and_a_voice_speaks_only_where_it_fits() {
    let matter = decision("stay_or_go");
    let stage = |open: bool| {
        let mut stage = Stage::with(1, |book| {
            let taiyuan = Cond::Holds(jin(), place("taiyuan"));
            let decision = &mut book.decisions[matter.index()];
            decision.when = Cond::Always;
            decision.asides = vec![
                Aside {
                    when: taiyuan.clone(),
                    says: "Taiyuan has opened.".to_owned(),
                },
                Aside {
                    when: Cond::Not(Box::new(taiyuan.clone())),
                    says: "Taiyuan holds.".to_owned(),
                },
            ];
            decision.voices[1].when = taiyuan;
        });
        if open {
            stage.given(Event::Fell {
                place: place("taiyuan"),
                from: Some(song()),
                to: jin(),
                how: How::Terms,
            });
        }
        stage.given(Event::Laid {
            decision: matter,
            again: false,
        });
        stage
    };
    let told = |stage: &Stage| {
        let view = View::new(stage.game(), song());
        let brief = view.brief(matter);
        let spoke: Vec<usize> = (0..2).filter(|v| view.speaks(matter, *v)).collect();
        (brief.contains("holds."), brief.contains("opened."), spoke)
    };
    assert_eq!(told(&stage(false)), (true, false, vec![0]));
    assert_eq!(told(&stage(true)), (false, true, vec![0, 1]));
    // What was said when the matter was closed stays said, whatever comes after.
    let mut closed = stage(true);
    closed.run(|game| effects::choose(game, matter, OptionId(0)));
    closed.given(Event::Fell {
        place: place("taiyuan"),
        from: Some(jin()),
        to: song(),
        how: How::Rising,
    });
    assert_eq!(told(&closed), (true, false, vec![0, 1]));
}

#[test]
fn what_a_court_does_for_a_man_reaches_him_in_its_own_hands_alone() {
    let prince = person("song_gaozong");
    let told = |by: CourtId| {
        let mut stage = Stage::deciding(1, by, vec![Eff::Loyalty(prince, 4)]);
        stage.given(Event::Taken {
            person: prince,
            by: jin(),
            surrendered: true,
        });
        let stat = |e: &Event| matches!(e, Event::Stat { stat: Stat::Loyalty(who), by: 4, .. } if *who == prince);
        stage.choose(by).iter().any(stat)
    };
    assert!(!told(song()) && told(jin()));
}
