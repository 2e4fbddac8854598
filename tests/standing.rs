//! How a court did: every part of a standing on the stage, each point with its reason, and nothing of the record in it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::sync::{Arc, LazyLock};

use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::base::ids::{CourtId, EndingId};
use rivers_and_mountains::engine::{Engine, Save};
use rivers_and_mountains::policy::{Kind, play_out, table};
use rivers_and_mountains::record::standing::{
    Aspect, Row, Standing, What, recorded_land, standing,
};
use rivers_and_mountains::rules::state::components::{Captive, Ceded};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;

static STAGE: LazyLock<Arc<Scenario>> = LazyLock::new(|| book("stage.ron", &common::stage()));
static JINGKANG: LazyLock<Arc<Scenario>> =
    LazyLock::new(|| book("jingkang.ron", &common::texts("scenarios")));

fn book(name: &str, files: &std::collections::BTreeMap<String, String>) -> Arc<Scenario> {
    let loaded = load(name, files).unwrap_or_else(|list| panic!("{}", common::told(&list, files)));
    Arc::new(loaded.scenario)
}

fn court(id: &str) -> CourtId {
    STAGE.court(id).expect("a court")
}

/// How song and jin stand after the opening is changed.
fn after(change: impl FnOnce(&Scenario, &mut Save)) -> [Standing; 2] {
    let mut save = Engine::new(STAGE.clone(), 1).save();
    change(&STAGE, &mut save);
    let engine = Engine::load(STAGE.clone(), &save);
    [
        standing(&engine, court("song")),
        standing(&engine, court("jin")),
    ]
}

#[track_caller]
fn rows(standing: &Standing, aspect: Aspect) -> Vec<Row> {
    let part = standing
        .parts
        .iter()
        .find(|part| part.aspect == aspect)
        .expect("every part is there");
    part.rows.clone()
}

fn row(points: i32, what: What) -> Row {
    Row { points, what }
}

#[test]
fn a_court_that_has_just_sat_down_stands_at_nothing() {
    for book in [&*STAGE, &*JINGKANG] {
        let engine = Engine::new(book.clone(), 1);
        for id in 0..book.courts.len() {
            let stands = standing(&engine, CourtId::of(id));
            for part in stands.parts.iter().filter(|p| p.aspect != Aspect::Ending) {
                assert_eq!(part.rows, [], "{}: {:?}", book.courts[id].id, part.aspect);
            }
            assert_eq!(stands.total(), stands.of(Aspect::Ending));
        }
    }
}

#[test]
fn a_seat_counts_as_a_town_and_as_a_seat() {
    let kaifeng = STAGE.place("kaifeng").expect("a place");
    let [song, jin] = after(|_, save| {
        save.state.places[kaifeng.index()].0.holder = Some(court("jin"));
    });
    assert_eq!(rows(&song, Aspect::Land), [row(-20, What::Lost(kaifeng))]);
    assert_eq!(
        rows(&song, Aspect::Throne),
        [row(-30, What::SeatLost(kaifeng))]
    );
    assert_eq!(rows(&jin, Aspect::Land), [row(20, What::Won(kaifeng))]);
    assert_eq!(
        rows(&jin, Aspect::Throne),
        [row(15, What::SeatTaken(court("song"), kaifeng))]
    );
    // While the game goes on the ending is the one that it would have today.
    let taken = EndingId::of(0);
    assert_eq!(
        rows(&jin, Aspect::Ending),
        [row(30, What::GoodEnding(taken))]
    );
    assert_eq!(
        rows(&song, Aspect::Ending),
        [row(-15, What::OthersEnding(taken))]
    );
    assert_eq!(song.total(), -20 - 30 - 15);
}

#[test]
fn whom_age_would_have_taken_by_now_is_not_counted_as_lost() {
    let who = STAGE.person("li_gang").expect("a person");
    let lost = |day: Option<Date>| {
        let mut book = (**STAGE).clone();
        book.people[who.index()].natural = day.map(|day| (day, day));
        let book = Arc::new(book);
        let mut save = Engine::new(book.clone(), 1).save();
        save.state.people[who.index()].0.alive = false;
        let song = standing(&Engine::load(book, &save), court("song"));
        let people = rows(&song, Aspect::People);
        people.iter().any(|row| row.what == What::Died(who))
    };
    assert!(lost(None) && lost(Some(Date(STAGE.from.0 + 1))));
    assert!(!lost(Some(STAGE.from)));
}

#[test]
fn people_and_sovereigns() {
    let who = |id: &str| STAGE.person(id).expect("a person");
    let (song_id, jin_id) = (court("song"), court("jin"));
    let [song, jin] = after(|_, save| {
        for id in ["song_qinzong", "song_gaozong"] {
            save.state.people[who(id).index()].1 = Some(Captive {
                of: jin_id,
                detained: true,
            });
        }
        save.state.people[who("li_gang").index()].0.alive = false;
        save.state.people[who("zhong_shidao").index()].0.court = Some(jin_id);
        save.state.tables.dead[song_id.index()] = 25_000;
        save.state.tables.scattered[song_id.index()] = 6_000;
        save.state.courts[song_id.index()].deposed = true;
    });
    assert_eq!(
        rows(&song, Aspect::Throne),
        [
            row(-20, What::HouseDeposed),
            row(-25, What::SovereignHeld(who("song_qinzong"), jin_id)),
        ]
    );
    assert_eq!(
        rows(&jin, Aspect::Throne),
        [
            row(10, What::HouseEnded(song_id)),
            row(12, What::SovereignTaken(song_id, who("song_qinzong"))),
        ]
    );
    let lost = rows(&song, Aspect::People);
    assert!(
        lost.contains(&row(-4, What::Held(who("song_gaozong"), jin_id))),
        "{lost:?}"
    );
    assert!(lost.contains(&row(-3, What::Men(31_000))), "{lost:?}");
    assert!(
        lost.iter()
            .any(|r| r.what == What::Died(who("li_gang")) && r.points < 0)
    );
    assert!(
        lost.iter()
            .any(|r| r.what == What::Left(who("zhong_shidao")) && r.points < 0)
    );
    let won = rows(&jin, Aspect::People);
    assert!(
        won.contains(&row(2, What::Holds(who("song_gaozong")))),
        "{won:?}"
    );
    assert!(
        won.iter()
            .any(|r| r.what == What::Joined(who("zhong_shidao")) && r.points > 0)
    );
}

#[test]
fn who_is_meant_for_a_throne_that_was_never_set_up_is_no_sovereign() {
    let book = &*JINGKANG;
    let chu = book.court("chu").expect("a court");
    let meant = book.courts[chu.index()].ruler;
    assert!(!book.courts[chu.index()].stands);
    let engine = Engine::new(JINGKANG.clone(), 1);
    let mut save = engine.save();
    let captive = Captive {
        of: book.court("jin").expect("a court"),
        detained: true,
    };
    save.state.people[meant.index()].1 = Some(captive);
    let stands = standing(&Engine::load(JINGKANG.clone(), &save), captive.of);
    assert!(
        rows(&stands, Aspect::Throne)
            .iter()
            .all(|r| !matches!(r.what, What::SovereignTaken(court, _) if court == chu)),
    );
}

#[test]
fn money_obedience_and_debts() {
    let (terms, taiyuan) = (
        STAGE.draft("terms_1126").expect("a draft"),
        STAGE.place("taiyuan").expect("a place"),
    );
    let [song, jin] = after(|_, save| {
        for good in &mut save.state.courts[court("song").index()].treasury {
            *good /= 2;
        }
        save.state.courts[court("song").index()].legitimacy -= 11;
        // What is owed under a peace rests while there is war.
        save.state.tables.wars.fill(false);
        save.state.tables.papers[terms.index()].sworn = Some(Turn(0));
        save.state.tables.papers[terms.index()].clauses[1].broken = Some(court("song"));
        save.state.places[taiyuan.index()].3 = Some(Ceded {
            to: court("jin"),
            draft: terms,
            due: Turn(6),
            refused: false,
            lapsed: false,
        });
    });
    let store = rows(&song, Aspect::Treasury);
    assert!(
        matches!(store[..], [Row { points: -10, what: What::Store(then, now) }] if then == now * 2),
        "{store:?}"
    );
    assert_eq!(
        rows(&song, Aspect::Legitimacy),
        [row(-5, What::Legitimacy(55, 44))]
    );
    let value = match rows(&song, Aspect::Obligations)[..] {
        [owes, broke, hand_over] => {
            assert_eq!(owes, row(-3, What::Owes(terms, 5_000_000)));
            assert_eq!(broke, row(-2, What::Broke(terms, 1)));
            assert_eq!(hand_over.what, What::MustHandOver(taiyuan));
            hand_over.points
        }
        ref other => panic!("{other:?}"),
    };
    assert_eq!(
        rows(&jin, Aspect::Obligations),
        [
            row(1, What::IsOwed(terms, 5_000_000)),
            row(1, What::WasBroken(terms, 1)),
            row(-value, What::IsPromised(taiyuan)),
        ]
    );
}

#[test]
fn every_point_has_its_reason_in_whole_games() {
    for seed in 1..=3 {
        let mut engine = Engine::new(JINGKANG.clone(), seed);
        play_out(&mut engine, &mut table(&JINGKANG, seed, &[]));
        for id in 0..JINGKANG.courts.len() {
            let stands = standing(&engine, CourtId::of(id));
            assert_eq!(stands.parts.len(), Aspect::ALL.len());
            let sum: i32 = stands
                .parts
                .iter()
                .flat_map(|p| &p.rows)
                .map(|r| r.points)
                .sum();
            assert_eq!(stands.total(), sum);
            assert!(
                stands
                    .parts
                    .iter()
                    .flat_map(|p| &p.rows)
                    .all(|r| r.points != 0)
            );
        }
    }
}

/// The record is laid beside a standing and never counted in it.
#[test]
fn the_record_moves_no_point() {
    let song = JINGKANG.court("song").expect("a court");
    assert!(recorded_land(&JINGKANG, song).is_some_and(|points| points < 0));
    let mut other = Scenario::clone(&JINGKANG);
    other.checkpoints.clear();
    other.record.clear();
    for decision in &mut other.decisions {
        decision.chose = rivers_and_mountains::base::ids::OptionId::of(0);
    }
    let other = Arc::new(other);
    assert_eq!(recorded_land(&other, song), None);
    let total = |book: &Arc<Scenario>| {
        let mut engine = Engine::new(book.clone(), 9);
        let seats = [(song, Kind::CounselBold)];
        play_out(&mut engine, &mut table(book, 9, &seats));
        standing(&engine, song)
    };
    assert_eq!(total(&JINGKANG), total(&other));
}

/// The documents tell of the first time that a matter came before its court: the record policy answers it so and goes by its own counsel
/// when it comes again, and the debrief counts no departure then.
#[test]
fn a_matter_that_came_again_is_no_departure_from_the_record() {
    use rivers_and_mountains::base::ids::OptionId;
    use rivers_and_mountains::engine::Ask;
    use rivers_and_mountains::record::{choices, first_departure};
    use rivers_and_mountains::scenario::model::{Cond, Eff};
    use rivers_and_mountains::table::debrief::argued;

    let mut changed = (**STAGE).clone();
    let matter = changed.decision("stay_or_go").expect("a matter");
    let decision = &mut changed.decisions[matter.index()];
    let documented = decision.chose;
    let other = OptionId::of(1 - documented.index());
    decision.when = Cond::Always;
    decision.again = Some(1);
    // No counsel would choose what the documents have.
    decision.options[documented.index()].effects = vec![Eff::Legitimacy(-20)];
    decision.options[other.index()].effects = vec![Eff::Legitimacy(20)];
    let book = Arc::new(changed);
    let song = book.court("song").expect("a court");
    let mut engine = Engine::new(book.clone(), 1);
    let mut player = Kind::Record.player(&book, song, 1);
    let mut chose = Vec::new();
    for _ in 0..6 {
        for (decision, option) in player.choices(&engine.view(song)) {
            if decision == matter {
                chose.push(option);
            }
            engine
                .submit(song, &Ask::Choose { decision, option })
                .expect("it is open");
        }
        engine.end_turn();
    }
    assert!(chose.len() >= 2, "it came {} times", chose.len());
    assert_eq!(chose[0], documented);
    assert!(chose[1..].contains(&other), "{chose:?}");

    let of_matter: Vec<_> = choices(&engine, Some(song))
        .into_iter()
        .filter(|taken| taken.decision == matter)
        .collect();
    assert_eq!(of_matter.len(), chose.len());
    assert!(of_matter[0].documented && !of_matter[0].again);
    assert!(of_matter[1..].iter().all(|taken| taken.again));
    let later = of_matter
        .iter()
        .find(|taken| !taken.documented)
        .expect("another course was taken");
    assert!(!later.departs());
    assert!(first_departure(&engine, song).is_none_or(|taken| taken.decision != matter));
    // What a voice expected was put to the test the first time.
    assert!(
        argued(&engine, later)
            .iter()
            .all(|voice| voice.came_true.is_none())
    );
}

/// The opening day counts for nothing, whoever was a captive on it.
#[test]
fn nobody_has_lost_or_won_anything_on_the_first_day() {
    let files = common::texts("scenarios");
    for name in ["haishang.ron", "jingkang.ron", "shaoxing.ron"] {
        let book = book(name, &files);
        let engine = Engine::new(book.clone(), 1);
        for id in ["song", "jin"] {
            let standing = standing(&engine, book.court(id).expect("a court"));
            for aspect in [
                Aspect::Land,
                Aspect::People,
                Aspect::Treasury,
                Aspect::Legitimacy,
            ] {
                assert_eq!(standing.of(aspect), 0, "{name} {id} {aspect:?}");
            }
        }
    }
}
