//! Conditions that say what keeps them from holding, and a world made to be as they say.

use std::sync::Arc;

use rivers_and_mountains::base::ids::{CourtId, PlaceId};
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::prose::{self, Texts};
use rivers_and_mountains::rules::condition::{FAR, Found, distance, gaps, holds, missing};
use rivers_and_mountains::rules::hand::bring_about;
use rivers_and_mountains::scenario::language::{BattleKind, Good};
use rivers_and_mountains::scenario::model::{Cond, Scenario};

use crate::harness::{Stage, army, book, decision, draft, jin, person, place, post, song};

fn not(condition: Cond) -> Cond {
    Cond::Not(Box::new(condition))
}

/// Every condition of a scenario.
fn all_of(book: &Scenario) -> Vec<Cond> {
    let mut all: Vec<Cond> = book.incidents.iter().map(|i| i.when.clone()).collect();
    for decision in &book.decisions {
        all.push(decision.when.clone());
        all.extend(decision.options.iter().map(|o| o.needs.clone()));
        all.extend(decision.voices.iter().map(|v| v.expected.clone()));
    }
    all.extend(book.checkpoints.iter().map(|c| c.what.clone()));
    all.extend(book.endings.iter().map(|e| e.when.clone()));
    all
}

#[test]
fn something_is_lacking_where_and_only_where_a_condition_does_not_hold() {
    let book = Arc::new(book());
    let conditions = all_of(&book);
    let (mut so, mut lacking) = (0, 0);
    for seed in 1..=4 {
        let mut engine = Engine::new(book.clone(), seed);
        let mut players = policy::table(
            &book,
            seed,
            &[(song(), Kind::Random), (jin(), Kind::Counsel)],
        );
        while engine.ended().is_none() {
            let game = engine.whole();
            for condition in &conditions {
                let holds = holds(game, condition);
                assert_eq!(holds, gaps(game, condition).is_empty(), "{condition:?}");
                assert_eq!(holds, missing(game, condition).is_empty(), "{condition:?}");
                assert_eq!(holds, distance(game, condition, true) == 0, "{condition:?}");
                assert_eq!(
                    !holds,
                    distance(game, condition, false) == 0,
                    "{condition:?}"
                );
                if holds {
                    so += 1;
                } else {
                    lacking += 1;
                }
            }
            for (n, player) in players.iter_mut().enumerate() {
                policy::act(&mut engine, CourtId::of(n), player.as_mut());
            }
            engine.end_turn();
        }
    }
    assert!(so > 100 && lacking > 100, "{so} {lacking}");
}

#[test]
fn what_fails_is_told_with_what_there_is() {
    let stage = Stage::new();
    let game = stage.game();
    let wanted = Cond::All(vec![
        Cond::Holds(song(), place("kaifeng")),
        Cond::Legitimacy(song(), 70),
        not(Cond::Legitimacy(jin(), 40)),
        Cond::Holds(jin(), place("kaifeng")),
    ]);
    let found: Vec<(bool, Found)> = gaps(game, &wanted)
        .iter()
        .map(|g| (g.so, g.found))
        .collect();
    assert_eq!(
        found,
        [
            (true, Found::Number(55)),
            (false, Found::Number(70)),
            (true, Found::Court(Some(song()))),
        ]
    );
    // The nearer the number, the nearer the condition; what has no number is as far as can be.
    let far = |n| distance(game, &Cond::Legitimacy(song(), n), true);
    assert!(0 < far(56) && far(56) < far(70) && far(70) < FAR);
    assert_eq!(distance(game, &Cond::Deposed(song()), true), FAR);
    // Of several ways the nearest is told, but a closed option is told all of them.
    let either = Cond::Any(vec![Cond::Deposed(song()), Cond::Legitimacy(song(), 60)]);
    assert_eq!(gaps(game, &either).len(), 1);
    assert_eq!(gaps(game, &either)[0].part, Cond::Legitimacy(song(), 60));
    assert_eq!(missing(game, &either), [&either]);
}

#[test]
fn a_gap_in_words() {
    let engine = Engine::new(Arc::new(book()), 1);
    let (texts, view) = (Texts::default(), engine.view(song()));
    let told = |condition: &Cond| {
        let gaps = gaps(engine.whole(), condition);
        let told: Vec<String> = gaps
            .iter()
            .map(|gap| prose::gap(&texts, &view, gap))
            .collect();
        told.join(" | ")
    };
    let low = told(&not(Cond::Legitimacy(jin(), 30)));
    assert!(
        low.starts_with("wanted: ") && low.ends_with("; it was 70"),
        "{low}"
    );
    // Who is dead is not free, and who is held is told by whom.
    let prince = person("song_gaozong");
    let held = [Cond::HeldBy(prince, jin())];
    let (captured, _) = Engine::given(Arc::new(book()), 1, &held).expect("it can be set");
    let free = gaps(captured.whole(), &Cond::Free(prince));
    let free = prose::gap(&texts, &captured.view(song()), &free[0]);
    assert!(free.ends_with("no captive; in the hands of Jin"), "{free}");
    let dead = [not(Cond::Alive(prince))];
    let (dead, _) = Engine::given(Arc::new(book()), 1, &dead).expect("it can be set");
    assert!(holds(dead.whole(), &not(Cond::Free(prince))));
    let holder = told(&Cond::Holds(jin(), place("kaifeng")));
    assert!(holder.ends_with("; it was Song"), "{holder}");
    let chosen = told(&Cond::Chose(
        decision("stay_or_go"),
        rivers_and_mountains::base::ids::OptionId::of(0),
    ));
    assert!(chosen.ends_with("; nothing was chosen"), "{chosen}");
    let siege = told(&Cond::Besieged(place("kaifeng"), jin()));
    assert!(
        siege.ends_with("nobody besieged it") || siege.is_empty(),
        "{siege}"
    );
}

/// One of every kind that can be set, as a condition that does not hold on the first morning, or does.
fn settable() -> Vec<Cond> {
    let (kaifeng, taiyuan) = (place("kaifeng"), place("taiyuan"));
    let all = vec![
        Cond::Holds(jin(), kaifeng),
        Cond::Besieged(kaifeng, jin()),
        Cond::Stands(army("southern_relief")),
        Cond::Alive(person("song_qinzong")),
        Cond::Free(person("li_gang")),
        Cond::HeldBy(person("song_gaozong"), jin()),
        Cond::Serves(person("li_gang"), jin()),
        Cond::InPost(person("li_gang"), post("capital_defence")),
        Cond::Vacant(post("chief_councillor")),
        Cond::PersonAt(person("song_gaozong"), taiyuan),
        Cond::Reigns(person("song_gaozong"), song()),
        Cond::Seat(song(), taiyuan),
        Cond::CourtStands(CourtId::of(2)),
        Cond::Deposed(song()),
        Cond::Fact(rivers_and_mountains::base::ids::FactId::of(0)),
        Cond::Laid(decision("accept_terms")),
        Cond::Treasury(song(), Good::Silver, 1),
        Cond::Treasury(jin(), Good::Gold, 77),
        Cond::Legitimacy(song(), 90),
        Cond::Lean(song(), -50),
        Cond::Loyalty(person("li_gang"), 3),
        Cond::Unrest(taiyuan, 60),
        Cond::Morale(taiyuan, 11),
        Cond::Stores(taiyuan, 3),
        Cond::Garrison(taiyuan, 20_000),
        Cond::Offered(draft("terms_1126")),
        Cond::Proposed(draft("terms_1126")),
        Cond::InForce(draft("terms_1126")),
        Cond::Sworn(draft("terms_1126")),
        Cond::AtWar(song(), jin()),
        Cond::Near {
            court: jin(),
            place: kaifeng,
            km: 30,
            men: 5_000,
        },
    ];
    all
}

/// Men and goods counted over everything.
fn sums(stage: &Stage) -> (i64, [i64; 5]) {
    let game = stage.game();
    let tables = game.tables();
    let n = |men: u32| i64::from(men);
    let mut men = tables.home;
    men += game.armies().map(|a| n(game.force(a).men)).sum::<i64>();
    men += game
        .places()
        .map(|p| n(game.town(p).garrison) + n(game.country(p).band))
        .sum::<i64>();
    for list in [&tables.dead, &tables.scattered, &tables.prisoners] {
        men += list
            .iter()
            .map(|n| i64::try_from(*n).unwrap_or(0))
            .sum::<i64>();
    }
    let mut goods = tables.country;
    for (good, sum) in goods.iter_mut().enumerate() {
        *sum += game
            .courts()
            .map(|c| game.realm(c).treasury[good])
            .sum::<i64>();
        *sum += game
            .places()
            .map(|p: PlaceId| game.country(p).wealth[good])
            .sum::<i64>();
    }
    (men, goods)
}

#[test]
fn whatever_can_be_set_is_so_then_and_men_and_money_are_kept() {
    for condition in settable() {
        for wanted in [condition.clone(), not(condition.clone())] {
            let mut stage = Stage::new();
            let (before, held) = (sums(&stage), holds(stage.game(), &wanted));
            let mut brought = None;
            stage.run(|game| brought = Some(bring_about(game, &wanted)));
            let brought = brought.expect("it ran");
            assert_eq!(sums(&stage), before, "{wanted:?}");
            assert_eq!(brought.set.is_empty(), held, "{wanted:?}");
            if brought.left.is_empty() {
                assert!(holds(stage.game(), &wanted), "{wanted:?}");
            } else {
                // Only that something never was so cannot be brought about.
                assert!(matches!(wanted, Cond::Not(_)), "{wanted:?}: {brought:?}");
            }
        }
    }
}

#[test]
fn a_game_does_not_begin_in_a_world_that_nobody_can_set() {
    let lost = Cond::Lost(song(), BattleKind::Field, place("kaifeng"));
    let book = Arc::new(book());
    let asked = [not(Cond::Treasury(song(), Good::Silver, 1)), lost.clone()];
    let gap = Engine::given(book.clone(), 3, &asked).expect_err("nobody can");
    assert_eq!((gap.part, gap.so), (lost, true));
    let (engine, _) = Engine::given(book, 3, &asked[..1]).expect("it can be set");
    assert!(engine.by_hand());
    let silver = engine.whole().realm(song()).treasury[Good::Silver as usize];
    assert_eq!(silver, 0);
}

#[test]
fn a_game_begins_in_a_given_world_on_a_given_day() {
    let book = Arc::new(book());
    let day = book.days[5];
    let given = [Cond::From(day), not(Cond::Alive(person("song_qinzong")))];
    let (engine, values) = Engine::given(book.clone(), 1, &given).expect("it can be set");
    assert_eq!((engine.turn().0, engine.day()), (5, day));
    assert!(!engine.whole().figure(person("song_qinzong")).alive);
    assert!(engine.by_hand());
    // The values that were set make the same game again.
    let again = Engine::set_up(book, 1, &values);
    assert_eq!((again.hash(), again.turn()), (engine.hash(), engine.turn()));
}
