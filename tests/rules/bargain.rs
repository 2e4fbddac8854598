//! The negotiating table: papers drawn up in play, what they weigh, what is answered, what envoys do on the way.

use std::sync::Arc;

use rivers_and_mountains::base::ids::{CourtId, DraftId};
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::events::{Event, Shift, Stat, Task};
use rivers_and_mountains::journal::{Entry, resolved_ask, written_ask};
use rivers_and_mountains::orders::{Order, OrderNow, Treat};
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::condition::holds;
use rivers_and_mountains::rules::state::Game;
use rivers_and_mountains::rules::systems::bargain::{self, Weighing};
use rivers_and_mountains::rules::systems::{envoys, treaties};
use rivers_and_mountains::scenario::language::{Clause, ClauseKind, Every, Good, Rank};
use rivers_and_mountains::scenario::model::{ClauseNow, Cond, Scenario, Sense, Terms, Unclear};
use rivers_and_mountains::view::View;

use crate::harness::{Stage, army, draft, jin, person, place, some_seed, song};

/// The first paper drawn up on the stage, which has two drafts of its own.
const FIRST: DraftId = DraftId(2);
const SECOND: DraftId = DraftId(3);

fn silver(by: CourtId, amount: i64) -> ClauseNow {
    Clause::Pay {
        by,
        good: Good::Silver,
        amount,
        due_xun: 6,
        tolerance: 10,
        grace: 2,
        at: None,
    }
}

fn offer(to: CourtId, envoy: &str, clauses: Vec<ClauseNow>) -> OrderNow {
    Order::treat(Treat::Offer {
        to,
        envoy: person(envoy),
        clauses,
        answers: None,
        worded: None,
    })
}

fn from_jin(clauses: Vec<ClauseNow>) -> Terms {
    Terms::plain(jin(), song(), clauses)
}

fn for_song(stage: &Stage, clauses: Vec<ClauseNow>) -> Weighing {
    bargain::weigh(stage.game(), song(), &from_jin(clauses))
}

#[test]
fn a_paper_of_one_s_own_travels_and_is_sworn() {
    let mut stage = some_seed(|seed| {
        let mut stage = Stage::with(seed, |_| {});
        let clauses = vec![silver(song(), 100_000), Clause::Peace];
        stage.order(song(), &offer(jin(), "li_bangyan", clauses));
        (stage.run(envoys::run) == [Event::Delivered { draft: FIRST }]).then_some(stage)
    });
    assert_eq!(
        stage.game().whereabouts(person("li_bangyan")),
        Some(place("yanjing"))
    );
    let sworn = stage.order(jin(), &Order::Accept { draft: FIRST });
    assert!(sworn.contains(&Event::Sworn { draft: FIRST }));
    assert!(sworn.contains(&Event::PeaceMade {
        a: song(),
        b: jin()
    }));
    assert!(sworn.contains(&Event::Recalled {
        person: person("li_bangyan")
    }));
    assert!(!stage.game().at_war(song(), jin()));
    // It is owed, paid and audited as any other.
    let pay = Order::PayDue { draft: FIRST };
    assert!(stage.order(song(), &pay).contains(&Event::ClausePaid {
        draft: FIRST,
        clause: 0,
        amount: 100_000
    }));
}

#[test]
fn a_paper_drawn_up_in_play_is_seen_by_conditions() {
    let mut stage = Stage::with(1, |book| book.treaties.clear());
    let cede = |to: Option<&str>| Cond::Pledged {
        by: song(),
        to: jin(),
        clause: ClauseKind::Cede,
        place: to.map(place),
    };
    let paid_by = |by, to| Cond::Pledged {
        by,
        to,
        clause: ClauseKind::Pay,
        place: None,
    };
    let truce = |by, to| Cond::Pledged {
        by,
        to,
        clause: ClauseKind::Truce,
        place: None,
    };
    let bound = Cond::Bound(jin(), song());
    let so = |stage: &Stage, cond: &Cond| holds(stage.game(), cond);
    let clauses = vec![
        silver(song(), 100_000),
        Clause::Cede {
            by: song(),
            place: place("taiyuan"),
            due_xun: 6,
        },
        Clause::Truce { xun: 2 },
    ];
    stage.order(song(), &offer(jin(), "li_bangyan", clauses));
    stage.given(Event::Delivered { draft: FIRST });
    assert!(!so(&stage, &bound), "an offer is no oath");
    stage.order(jin(), &Order::Accept { draft: FIRST });
    for cond in [
        bound.clone(),
        cede(None),
        cede(Some("taiyuan")),
        paid_by(song(), jin()),
        truce(song(), jin()),
        truce(jin(), song()),
    ] {
        assert!(so(&stage, &cond), "{cond:?}");
    }
    for cond in [
        cede(Some("zhending")),
        paid_by(jin(), song()),
        Cond::Forsworn(song(), jin()),
        Cond::Bound(song(), song()),
    ] {
        assert!(!so(&stage, &cond), "{cond:?}");
    }
    // A truce holds as long as it runs; the paper stays.
    stage.xun(3);
    assert!(!so(&stage, &truce(song(), jin())));
    assert!(so(&stage, &bound));
    stage.given(Event::ClauseBroken {
        draft: FIRST,
        clause: 0,
        by: song(),
    });
    assert!(so(&stage, &Cond::Forsworn(song(), jin())));
    assert!(!so(&stage, &Cond::Forsworn(jin(), song())));
    stage.given(Event::Repudiated {
        draft: FIRST,
        by: jin(),
    });
    assert!(!so(&stage, &bound) && !so(&stage, &cede(None)));
    assert!(
        so(&stage, &Cond::Forsworn(song(), jin())),
        "what was broken stays broken"
    );
}

/// Words of a draft that each side reads in its own way, in a paper of one's own.
#[test]
fn a_paper_of_one_s_own_may_use_unclear_words_of_the_scenario() {
    let (oath, taiyuan, pingzhou) = (draft("oath_1123"), place("taiyuan"), place("pingzhou"));
    let keeps = |by, at| Clause::KeepOut {
        by,
        places: vec![at],
    };
    let stage_where = |needs: Cond| {
        Stage::with(1, |book| {
            book.drafts[oath.index()].needs = needs.clone();
            book.treaties.clear();
            let terms = &mut book.drafts[oath.index()].terms;
            let first = u8::try_from(terms.clauses.len()).expect("few clauses");
            let sense = |id: &str, held_by, first| Sense {
                id: id.to_owned(),
                held_by,
                says: id.to_owned(),
                first,
                count: 1,
            };
            terms
                .clauses
                .extend([keeps(jin(), taiyuan), keeps(song(), pingzhou)]);
            terms.unclear = vec![Unclear {
                words: "the land of Yan".to_owned(),
                readings: vec![
                    sense("wide", song(), first),
                    sense("narrow", jin(), first + 1),
                ],
            }];
        })
    };
    let worded = |words| {
        Order::treat(Treat::Offer {
            to: jin(),
            envoy: person("li_bangyan"),
            clauses: vec![Clause::Peace],
            answers: None,
            worded: Some(words),
        })
    };
    // Nobody uses words that nobody could have spoken yet.
    let never = Cond::Not(Box::new(Cond::Always));
    let early = stage_where(never.clone());
    assert_eq!(
        early.refusal(song(), &worded(oath)),
        Refusal::Needs(vec![never])
    );
    assert_eq!(View::new(early.game(), song()).wordings(jin()).count(), 0);
    let mut stage = stage_where(Cond::Always);
    let plain = draft("terms_1126");
    assert_eq!(
        stage.refusal(song(), &worded(plain)),
        Refusal::PlainWords(plain)
    );
    let view = View::new(stage.game(), song());
    assert!(view.wordings(jin()).eq([oath]));
    stage.order(song(), &worded(oath));
    let terms = stage.game().terms(FIRST);
    assert_eq!(
        terms.clauses,
        [
            Clause::Peace,
            keeps(jin(), taiyuan),
            keeps(song(), pingzhou)
        ]
    );
    assert_eq!(
        (terms.reading_of(0), terms.reading_of(1)),
        (None, Some((0, 0)))
    );
    assert_eq!(terms.reading_of(2), Some((0, 1)));
    // Sworn, it is audited as a paper of the scenario: broken on the one reading alone it is a disputed breach.
    stage.given(Event::Delivered { draft: FIRST });
    stage.order(jin(), &Order::Accept { draft: FIRST });
    stage.at("jin_west", "taiyuan");
    stage.xun(1);
    let broken = Event::ClauseBroken {
        draft: FIRST,
        clause: 1,
        by: jin(),
    };
    assert!(stage.run(treaties::run).contains(&broken));
    let case = treaties::grievance::grievance(stage.game(), FIRST, song());
    assert_eq!(case, treaties::grievance::Grievance::Disputed);
}

#[test]
fn a_court_waits_for_its_answer() {
    let mut stage = Stage::new();
    let peace = || vec![Clause::Peace];
    stage.order(song(), &offer(jin(), "li_bangyan", peace()));
    assert_eq!(
        stage.refusal(song(), &offer(jin(), "li_gang", peace())),
        Refusal::Awaited(FIRST)
    );
    stage.run(envoys::run);
    stage.order(jin(), &Order::Refuse { draft: FIRST });
    stage.order(song(), &offer(jin(), "li_gang", peace()));
}

#[test]
fn a_paper_called_back_never_arrives_and_another_may_go() {
    let mut stage = Stage::new();
    stage.order(song(), &offer(jin(), "li_bangyan", vec![Clause::Peace]));
    stage.given(Event::CalledBack { draft: FIRST });
    assert_eq!(stage.game().paper(FIRST).refused, Some(song()));
    assert_eq!(stage.run(envoys::run), []);
    stage.order(song(), &offer(jin(), "li_gang", vec![Clause::Peace]));
    assert_eq!(
        stage.run(envoys::run).last(),
        Some(&Event::Delivered { draft: SECOND })
    );
}

#[test]
fn a_counter_refuses_what_it_answers_and_goes_back() {
    let mut stage = Stage::new();
    stage.order(song(), &offer(jin(), "li_bangyan", vec![Clause::Peace]));
    stage.run(envoys::run);
    let counter = Order::treat(Treat::Offer {
        to: song(),
        envoy: person("liu_yanzong"),
        clauses: vec![Clause::Peace, silver(song(), 1_000_000)],
        answers: Some(FIRST),
        worded: None,
    });
    let events = stage.order(jin(), &counter);
    assert!(events.contains(&Event::Refused {
        draft: FIRST,
        by: jin()
    }));
    assert!(events.contains(&Event::Proposed { draft: SECOND }));
    assert_eq!(
        stage.game().drawn(SECOND).and_then(|d| d.answers),
        Some(FIRST)
    );
    assert_eq!(stage.refusal(jin(), &counter), Refusal::NotProposed(FIRST));
}

#[test]
fn what_is_given_weighs_against_and_what_is_got_for() {
    let stage = Stage::new();
    let clause = |clause: ClauseNow| for_song(&stage, vec![clause]).clauses[0];
    assert!(clause(silver(song(), 2_000_000)) < 0);
    assert!(clause(silver(song(), 4_000_000)) < clause(silver(song(), 700_000)));
    assert!(clause(silver(jin(), 2_000_000)) > 0);
    let cede = |at: &str| Clause::Cede {
        by: song(),
        place: place(at),
        due_xun: 6,
    };
    assert!(clause(cede("taiyuan")) < clause(cede("xunzhou")));
    assert!(clause(cede("kaifeng")) < -50, "nobody gives his seat");
    let address = |rank| Clause::Address {
        by: song(),
        form: "so".to_owned(),
        rank,
    };
    assert!(clause(address(Rank::Subject)) < clause(address(Rank::Nephew)));
    assert_eq!(clause(address(Rank::Equal)), 0);
    assert!(clause(Clause::Peace) > 0);
}

#[test]
fn what_is_lost_is_signed_away_for_nothing() {
    let mut stage = Stage::new();
    let cede = Clause::Cede {
        by: song(),
        place: place("taiyuan"),
        due_xun: 6,
    };
    let before = for_song(&stage, vec![cede.clone()]).clauses[0];
    stage.given(Event::Fell {
        place: place("taiyuan"),
        from: Some(song()),
        to: jin(),
        how: rivers_and_mountains::events::How::Storm,
    });
    let after = for_song(&stage, vec![cede]).clauses[0];
    assert!(before < 0 && after == 0);
}

/// The enemy before the gates makes a court sign what it refused; a war party makes it refuse again; a broken word is believed less.
#[test]
fn fear_opens_a_court_and_honour_closes_it() {
    let terms = || {
        from_jin(vec![
            silver(song(), 4_000_000),
            Clause::Withdraw {
                by: jin(),
                due_xun: 3,
            },
            Clause::Peace,
        ])
    };
    let mut stage = Stage::new();
    let calm = bargain::weigh(stage.game(), song(), &terms());
    assert!(!calm.takes(), "{calm:?}");
    stage.about("jin_east", Task::Besiege, "kaifeng");
    stage.given(Event::SiegeLaid {
        place: place("kaifeng"),
        by: jin(),
        close: true,
    });
    stage.given(Event::Reported {
        to: song(),
        army: army("jin_east"),
        place: place("kaifeng"),
        men: 60_000,
        seen: stage.game().turn(),
        arrives: stage.game().turn(),
    });
    let pressed = bargain::weigh(stage.game(), song(), &terms());
    assert!(pressed.takes(), "{pressed:?}");
    stage.moved(Stat::Lean(song()), 100);
    let proud = bargain::weigh(stage.game(), song(), &terms());
    assert!(proud.total < pressed.total);
    let promised = bargain::weigh(
        stage.game(),
        song(),
        &from_jin(vec![silver(jin(), 9_000_000)]),
    );
    for clause in 0..2 {
        stage.given(Event::ClauseBroken {
            draft: crate::harness::draft("oath_1123"),
            clause,
            by: jin(),
        });
    }
    let doubted = bargain::weigh(
        stage.game(),
        song(),
        &from_jin(vec![silver(jin(), 9_000_000)]),
    );
    assert!(doubted.clauses[0] < promised.clauses[0]);
}

/// It knows of an army only what was reported to it.
#[test]
fn a_court_weighs_by_what_it_has_heard() {
    let mut stage = Stage::new();
    let weight = |stage: &Stage| bargain::position(stage.game(), song(), jin()).fear;
    let before = weight(&stage);
    stage.at("jin_east", "huazhou");
    assert_eq!(weight(&stage), before, "nobody has told it");
    stage.given(Event::Reported {
        to: song(),
        army: army("jin_east"),
        place: place("huazhou"),
        men: 60_000,
        seen: stage.game().turn(),
        arrives: stage.game().turn(),
    });
    assert!(weight(&stage) > before);
}

#[test]
fn a_court_says_where_it_balks_and_how_it_would_take_it() {
    let mut stage = Stage::new();
    stage.moved(Stat::Lean(song()), -40);
    let terms = from_jin(vec![
        silver(song(), 1_500_000),
        Clause::Cede {
            by: song(),
            place: place("taiyuan"),
            due_xun: 6,
        },
        Clause::Peace,
        Clause::Withdraw {
            by: jin(),
            due_xun: 3,
        },
    ]);
    let weighing = bargain::weigh(stage.game(), song(), &terms);
    assert!(!weighing.takes(), "{weighing:?}");
    assert_eq!(weighing.balks(), Some(1));
    let (clauses, first) = bargain::amend(stage.game(), song(), &terms).expect("it would haggle");
    assert_eq!(first, Some(Shift::Strike));
    assert!(clauses.contains(&Clause::Peace) && clauses != terms.clauses);
    assert!(bargain::weigh(stage.game(), song(), &from_jin(clauses)).takes());
}

/// Where little is wanting, one thing is asked less of and the rest stands; the court writes that instead of a refusal.
#[test]
fn a_paper_that_is_nearly_right_is_answered_with_one_change() {
    let terms = from_jin(vec![
        Clause::Peace,
        silver(song(), 1_500_000),
        Clause::Withdraw {
            by: jin(),
            due_xun: 3,
        },
        Clause::Address {
            by: song(),
            form: "a nephew to his uncle".to_owned(),
            rank: Rank::Nephew,
        },
    ]);
    // A council that leans a little more to war each time, until the paper is not quite enough.
    let mut stage = (-50..50)
        .map(|lean| {
            let mut stage = Stage::new();
            stage.moved(Stat::Lean(song()), -100);
            stage.moved(Stat::Lean(song()), 100 + 2 * lean);
            stage
        })
        .find(|stage| !bargain::weigh(stage.game(), song(), &terms).takes())
        .expect("some council is against it");
    let (clauses, _) = bargain::amend(stage.game(), song(), &terms).expect("it would haggle");
    let kept = clauses.iter().filter(|c| terms.clauses.contains(c)).count();
    assert_eq!(kept, terms.clauses.len() - 1, "{clauses:?}");
    stage.given(Event::Drawn {
        draft: FIRST,
        terms: Box::new(terms),
        envoy: person("wanyan_zongwang"),
        answers: None,
    });
    stage.given(Event::Proposed { draft: FIRST });
    stage.given(Event::Delivered { draft: FIRST });
    stage.xun(2);
    let view = View::new(stage.game(), song());
    let mut counsel = Kind::Counsel.player(view.book(), song(), 1);
    let answers = |order: &OrderNow| match order {
        Order::Treat(treat) => matches!(
            **treat,
            Treat::Offer { answers: Some(FIRST), to, .. } if to == jin()
        ),
        _ => false,
    };
    let orders = counsel.orders(&view);
    assert!(orders.iter().any(answers), "{orders:?}");
}

/// A good envoy hears the clause and what would have moved it; a poor one how far off the paper was, and no more.
#[test]
fn what_an_envoy_hears_depends_on_the_man() {
    let heard = |intrigue: i32, administration: i32| {
        let mut stage = Stage::with(1, |book| {
            let man = &mut book.people[person("li_bangyan").index()];
            (man.intrigue, man.administration, man.valour) = (intrigue, administration, 10);
        });
        let clauses = vec![
            Clause::Cede {
                by: jin(),
                place: place("pingzhou"),
                due_xun: 6,
            },
            Clause::Peace,
        ];
        stage.order(song(), &offer(jin(), "li_bangyan", clauses));
        stage.run(envoys::run);
        stage
            .order(jin(), &Order::Refuse { draft: FIRST })
            .into_iter()
            .find_map(|e| match e {
                Event::Heard { word, .. } => Some(word),
                _ => None,
            })
            .expect("he comes home")
    };
    let good = heard(9, 9);
    assert_eq!(good.clause, Some(0));
    assert_eq!(heard(5, 5).clause, Some(0));
    assert_eq!(heard(5, 5).shift, None);
    let poor = heard(1, 2);
    assert_eq!((poor.clause, poor.shift), (None, None));
    // Even he can tell how far off it was, by the ten, and what of the other's position spoke against it.
    assert!(good.short > 0 && good.ground.is_none(), "{good:?}");
    assert_eq!(poor.short % 10, 0);
    assert!(
        poor.short >= good.short && poor.ground.is_some(),
        "{poor:?}"
    );
}

/// Zhao Liangsi in little: the envoy promises more than he was told, it is sworn, and his court may disown him.
#[test]
fn an_envoy_may_promise_too_much_and_be_disowned() {
    let amount = 200_000;
    let mut stage = some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            let man = &mut book.people[person("li_bangyan").index()];
            (man.intrigue, man.administration, man.valour) = (1, 1, 1);
        });
        let clauses = vec![silver(song(), amount), Clause::Peace];
        stage.order(song(), &offer(jin(), "li_bangyan", clauses));
        let events = stage.run(envoys::run);
        matches!(events[0], Event::Overreached { clause: 0, amount: more, .. } if more > amount)
            .then_some(stage)
    });
    let sworn = stage.order(jin(), &Order::Accept { draft: FIRST });
    assert!(sworn.contains(&Event::CameOut {
        draft: FIRST,
        person: person("li_bangyan")
    }));
    assert_eq!(
        stage.game().paper(FIRST).spoken.map(|s| s.told),
        Some(amount)
    );
    let before = stage.game().realm(song()).legitimacy;
    let disown = Order::treat(Treat::Disavow { draft: FIRST });
    let events = stage.order(song(), &disown);
    assert!(events.contains(&Event::Exiled {
        person: person("li_bangyan")
    }));
    assert!(events.iter().any(|e| matches!(
        e,
        Event::WarOpened { by, on, casus } if (*by, *on, casus.against) == (song(), jin(), Some(FIRST))
    )));
    assert_eq!(stage.game().realm(song()).legitimacy, before - 5);
    // A good man keeps to his paper under every seed.
    for seed in 0..100 {
        let mut stage = Stage::with(seed, |book| {
            let man = &mut book.people[person("li_bangyan").index()];
            (man.intrigue, man.administration, man.valour) = (10, 10, 10);
        });
        stage.order(
            song(),
            &offer(jin(), "li_bangyan", vec![silver(song(), amount)]),
        );
        assert_eq!(stage.run(envoys::run), [Event::Delivered { draft: FIRST }]);
    }
}

/// What he promised beyond his instructions is not known at home until he is answered.
#[test]
fn a_promise_comes_out_with_the_answer() {
    let amount = 200_000;
    let mut stage = some_seed(|seed| {
        let mut stage = Stage::with(seed, |book| {
            let man = &mut book.people[person("li_bangyan").index()];
            (man.intrigue, man.administration, man.valour) = (1, 1, 1);
        });
        stage.order(
            song(),
            &offer(jin(), "li_bangyan", vec![silver(song(), amount)]),
        );
        (stage.run(envoys::run).len() == 2).then_some(stage)
    });
    let at_home = |stage: &Stage| View::new(stage.game(), song()).clause_as_known(FIRST, 0);
    assert_eq!(at_home(&stage), Some(silver(song(), amount)));
    assert_ne!(
        View::new(stage.game(), jin()).clause_as_known(FIRST, 0),
        Some(silver(song(), amount))
    );
    stage.order(jin(), &Order::Refuse { draft: FIRST });
    assert_ne!(at_home(&stage), Some(silver(song(), amount)));
}

/// An able envoy moves a court that wavers.
#[test]
fn an_envoy_speaks_for_his_paper() {
    let weighs = |skill: i32| {
        let mut stage = Stage::with(1, |book| {
            let man = &mut book.people[person("li_bangyan").index()];
            (man.intrigue, man.administration, man.valour) = (skill, skill, 10);
        });
        stage.order(song(), &offer(jin(), "li_bangyan", vec![Clause::Peace]));
        bargain::weigh_paper(stage.game(), jin(), FIRST).total
    };
    assert!(weighs(9) > weighs(5) && weighs(5) > weighs(1));
}

#[test]
fn a_journal_names_papers_drawn_up_in_play() {
    let book = crate::harness::book();
    let asks = [
        Order::Accept { draft: FIRST },
        Order::treat(Treat::Offer {
            to: jin(),
            envoy: person("li_gang"),
            clauses: vec![
                Clause::Peace,
                silver(song(), 5),
                Clause::Cede {
                    by: jin(),
                    place: place("pingzhou"),
                    due_xun: 2,
                },
                Clause::Return {
                    by: jin(),
                    person: person("song_gaozong"),
                    due_xun: 2,
                },
                Clause::Oath {
                    words: "by Heaven".to_owned(),
                },
            ],
            answers: Some(SECOND),
            worded: None,
        }),
    ];
    for order in asks {
        let ask = Ask::Order(order);
        let entry = Entry::Ask {
            turn: 0,
            court: "song".to_owned(),
            asked: written_ask(&ask, &book),
        };
        let line = serde_json::to_string(&entry).expect("a line");
        let Entry::Ask { asked, .. } = serde_json::from_str(&line).expect(&line) else {
            panic!("{line}");
        };
        assert_eq!(
            resolved_ask("song", &asked, &book),
            Ok((song(), ask)),
            "{line}"
        );
    }
}

fn no_text(book: &mut Scenario) {
    // No chancery has a text: both must write their own. The matters of the stage, which speak of its drafts, are not laid.
    for decision in &mut book.decisions {
        decision.when = rivers_and_mountains::scenario::model::Cond::Months(vec![]);
    }
    book.treaties.clear();
    for draft in &mut book.drafts {
        draft.terms.to = draft.terms.from;
    }
    // The eastern army is over the river already, and the war is Jin's to end or to go on with.
    book.armies[army("jin_east").index()].at = place("huazhou");
    book.courts[jin().index()].lean = 20;
}

fn goods(game: &Game) -> [i64; 5] {
    let mut sum = game.tables().country;
    for court in game.courts() {
        for (sum, part) in sum.iter_mut().zip(game.realm(court).treasury) {
            *sum += part;
        }
    }
    for place in game.places() {
        let town = game.town(place);
        sum[Good::Grain as usize] += town.depot + town.convoy.map_or(0, |(shi, _)| shi);
        for (sum, part) in sum.iter_mut().zip(game.country(place).wealth) {
            *sum += part;
        }
    }
    sum
}

/// Two courts that play by their counsel, with no text to hand and no matter before them, fight and come to terms in words of their own; every tael is still there.
#[test]
fn peace_comes_out_of_the_table() {
    let mut book = crate::harness::book();
    no_text(&mut book);
    let book = Arc::new(book);
    let (mut written, mut sworn) = (0, 0);
    for seed in 0..60 {
        let mut engine = Engine::new(book.clone(), seed);
        let before = goods(engine.whole());
        let mut players = policy::table(
            &book,
            seed,
            &[(song(), Kind::Counsel), (jin(), Kind::Counsel)],
        );
        policy::play_out(&mut engine, &mut players);
        assert_eq!(goods(engine.whole()), before, "seed {seed}");
        let drawn = &engine.whole().tables().drawn;
        written += drawn.len();
        sworn += engine
            .whole()
            .papers()
            .filter(|d| engine.whole().drawn(*d).is_some())
            .filter(|d| engine.whole().paper(*d).sworn.is_some())
            .count();
    }
    assert!(written > 0 && sworn > 0, "{written} {sworn}");
}

/// A save in the middle of a negotiation goes on as the game would have.
#[test]
fn a_save_keeps_the_papers_of_play() {
    let mut book = crate::harness::book();
    no_text(&mut book);
    let book = Arc::new(book);
    let mut engine = Engine::new(book.clone(), 3);
    let order = offer(jin(), "li_bangyan", vec![Clause::Peace, silver(song(), 50)]);
    engine
        .submit(song(), &Ask::Order(order))
        .expect("it is lawful");
    engine.end_turn();
    let mut fork = engine.fork();
    assert_eq!(engine.hash(), fork.hash());
    for game in [&mut engine, &mut fork] {
        game.submit(jin(), &Ask::Order(Order::Refuse { draft: FIRST }))
            .expect("it lies there");
        game.end_turn();
    }
    assert_eq!(engine.hash(), fork.hash());
}

#[test]
fn a_letter_goes_to_the_camp_at_the_gates() {
    let mut stage = Stage::new();
    let far = stage.game().letter(song(), jin());
    assert_eq!(far.place, place("yanjing"));
    stage.at("jin_east", "kaifeng");
    let near = stage.game().letter(song(), jin());
    assert!(near.km < far.km, "{near:?} {far:?}");
    assert_eq!(near.place, place("kaifeng"));
    let events = stage.order(song(), &offer(jin(), "li_gang", vec![Clause::Peace]));
    assert!(events.contains(&Event::Went {
        person: person("li_gang"),
        place: place("kaifeng")
    }));
}

#[test]
fn no_court_writes_a_sum_that_the_payer_is_not_believed_able_to_scrape_together() {
    let mut sums = 0;
    for seed in 1..20 {
        let mut stage = Stage::with(seed, |_| {});
        stage.about("jin_east", Task::Besiege, "kaifeng");
        stage.run(rivers_and_mountains::rules::systems::siege::run);
        let game = stage.game();
        for (court, to) in [(jin(), song()), (song(), jin())] {
            let view = View::new(game, court);
            let written = view.would_offer(to).into_iter().flatten();
            let begging = Terms::plain(court, to, vec![Clause::Peace]);
            let added = view.additions(&begging).into_iter().map(|a| a.clause);
            for clause in written.chain(added) {
                if let Clause::Pay {
                    by, good, amount, ..
                }
                | Clause::Yearly {
                    by, good, amount, ..
                } = clause
                {
                    sums += 1;
                    let have = game.realm(by).treasury[good as usize] * 3;
                    let most = bargain::compose::most_asked(game, by, good).max(have);
                    assert!(amount <= most, "{by:?} {good:?} {amount} of {most}");
                }
            }
        }
    }
    assert!(sums > 0);
}

/// Whoever answers a paper speaks of what there is: his own store, what the other is believed to have; and what comes year by year stands in one clause.
#[test]
fn an_answer_asks_for_what_there_is_and_puts_what_comes_every_year_in_one_clause() {
    let yearly = |by: CourtId, amount: i64, every: Every| Clause::Yearly {
        by,
        good: Good::Silver,
        amount,
        every,
        tolerance: 0,
        grace: 3,
        at: None,
    };
    let least = yearly(song(), 10_000, Every::HalfYear);
    let papers = [
        (
            jin(),
            Terms::plain(song(), jin(), vec![Clause::Peace, least.clone()]),
        ),
        (
            song(),
            from_jin(vec![
                Clause::Peace,
                silver(song(), 400_000_000),
                yearly(song(), 90_000_000, Every::Year),
            ]),
        ),
    ];
    for (court, terms) in papers {
        let mut answered = 0;
        for lean in (-100..=100).step_by(10) {
            let mut stage = Stage::new();
            stage.moved(Stat::Lean(court), -100);
            stage.moved(Stat::Lean(court), 100 + lean);
            let game = stage.game();
            let Some((clauses, _)) = bargain::amend(game, court, &terms) else {
                continue;
            };
            if clauses == terms.clauses {
                continue;
            }
            answered += 1;
            let mut every_year = 0;
            for clause in &clauses {
                let (Clause::Pay {
                    by, good, amount, ..
                }
                | Clause::Yearly {
                    by, good, amount, ..
                }) = *clause
                else {
                    continue;
                };
                let store = game.realm(by).treasury[good as usize];
                let believed = bargain::compose::believed(game, by, good);
                let most = if by == court { store } else { believed };
                assert!(amount <= most, "{amount} of {most}: {clauses:?}");
                if let Clause::Yearly {
                    good: Good::Silver,
                    every,
                    ..
                } = clause
                {
                    every_year += 1;
                    assert!(court == song() || *every == Every::HalfYear, "{clauses:?}");
                }
            }
            assert!(every_year <= 1, "{clauses:?}");
        }
        assert!(answered > 0, "{court:?} answers nothing");
    }
}
