//! Values set by hand, at the writer's bench: men and goods stay on the books, the chronicle says it, and a condition can be brought about.

use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::base::ids::OptionId;
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::events::{Account, Event, MenAccount, Reason, Stat, Why};
use rivers_and_mountains::journal::{resolved_given, written_given};
use rivers_and_mountains::rules::condition::holds;
use rivers_and_mountains::rules::hand::{self, Unset};
use rivers_and_mountains::scenario::given::{Given, GivenNow};
use rivers_and_mountains::scenario::language::Good;
use rivers_and_mountains::scenario::model::Cond;

use crate::harness::{
    Stage, army, book, decision, draft, jin, men, person, place, post, song, stat,
};

fn by_hand(given: &GivenNow) -> Event {
    Event::SetByHand {
        what: Box::new(given.clone()),
    }
}

fn set(stage: &mut Stage, given: &GivenNow) -> Vec<Event> {
    hand::check(stage.game(), given).unwrap_or_else(|why| panic!("{given:?}: {why:?}"));
    stage.run(|game| hand::set(game, given))
}

#[test]
fn what_is_set_comes_from_somewhere_and_goes_somewhere() {
    let mut stage = Stage::new();
    let given = Given::Treasury(song(), Good::Silver, 100);
    assert_eq!(
        set(&mut stage, &given),
        [
            by_hand(&given),
            Event::Goods {
                from: Account::Court(song()),
                to: Account::Country,
                good: Good::Silver,
                amount: 3_999_900,
                why: Reason::ByHand,
            },
        ]
    );
    let given = Given::Garrison(place("kaifeng"), 31_000);
    assert_eq!(
        set(&mut stage, &given),
        [
            by_hand(&given),
            men(
                MenAccount::Home,
                MenAccount::Garrison(place("kaifeng")),
                1_000
            ),
        ]
    );
    let given = Given::Loyalty(person("li_gang"), 20);
    assert_eq!(
        set(&mut stage, &given),
        [
            by_hand(&given),
            stat(Stat::Loyalty(person("li_gang")), -75, Why::ByHand),
        ]
    );
    // A levy comes into the field with the men it is raised for; an army that is taken out of it sends them home.
    let given = Given::Stands(army("southern_relief"), true);
    let home = MenAccount::Home;
    let levy = MenAccount::Army(army("southern_relief"));
    assert_eq!(
        set(&mut stage, &given),
        [by_hand(&given), men(home, levy, 12_000)]
    );
    assert_eq!(
        stage.game().field(army("southern_relief")).map(|f| f.at),
        Some(place("huazhou"))
    );
    let given = Given::Stands(army("southern_relief"), false);
    assert_eq!(
        set(&mut stage, &given),
        [by_hand(&given), men(levy, home, 12_000)]
    );
    assert!(stage.game().field(army("southern_relief")).is_none());
}

#[test]
fn places_people_papers_and_facts_are_as_they_were_set() {
    let mut stage = Stage::new();
    for given in [
        Given::Holds(jin(), place("taiyuan")),
        Given::ArmyAt(army("jin_east"), place("kaifeng")),
        Given::Besieged(place("kaifeng"), Some(jin())),
        Given::Commands(army("jin_east"), Some(person("wanyan_zonghan"))),
        Given::Post(post("capital_defence"), Some(person("li_gang"))),
        Given::Post(post("chief_councillor"), None),
        Given::HeldBy(person("song_gaozong"), Some(jin())),
        Given::Alive(person("yao_pingzhong"), false),
        Given::Seat(song(), place("huazhou")),
        Given::Proposed(draft("terms_1126")),
        Given::Chose(decision("stay_or_go"), OptionId(1)),
        Given::AtWar(song(), jin(), false),
    ] {
        set(&mut stage, &given);
    }
    let game = stage.game();
    assert_eq!(game.holder(place("taiyuan")), Some(jin()));
    assert_eq!(game.town(place("taiyuan")).captain, None);
    assert_eq!(
        game.field(army("jin_east")).map(|f| f.at),
        Some(place("kaifeng"))
    );
    assert_eq!(game.siege(place("kaifeng")).map(|s| s.by), Some(jin()));
    // Nobody commands two armies, and the dead command none.
    assert_eq!(game.force(army("jin_west")).commander, None);
    assert_eq!(game.force(army("yao_pingzhong_corps")).commander, None);
    assert_eq!(
        game.holder_of(post("capital_defence")),
        Some(person("li_gang"))
    );
    assert_eq!(game.holder_of(post("chief_councillor")), None);
    assert_eq!(game.captives(), [person("song_gaozong")]);
    assert_eq!(game.realm(song()).seat, place("huazhou"));
    assert!(holds(game, &Cond::Proposed(draft("terms_1126"))));
    assert!(holds(
        game,
        &Cond::Chose(decision("stay_or_go"), OptionId(1))
    ));
    assert!(!game.at_war(song(), jin()));
}

#[test]
fn a_value_that_cannot_be_is_refused_with_what_stands_in_the_way() {
    let mut stage = Stage::new();
    let why = |stage: &Stage, given: &GivenNow| hand::check(stage.game(), given).expect_err("no");
    let range = |least, most| Unset::OutOfRange { least, most };
    assert_eq!(why(&stage, &Given::Legitimacy(song(), 101)), range(0, 100));
    assert_eq!(why(&stage, &Given::Lean(song(), -101)), range(-100, 100));
    assert_eq!(
        why(&stage, &Given::Men(army("southern_relief"), 5)),
        Unset::NotInField(army("southern_relief"))
    );
    assert_eq!(
        why(&stage, &Given::Besieged(place("kaifeng"), Some(song()))),
        Unset::ItsOwn
    );
    let day = |text: &str| Date::parse(text).expect("a day");
    let (past, beyond) = (day("1126-01-09"), day("1126-06-01"));
    assert_eq!(why(&stage, &Given::Day(past)), Unset::Past(past));
    assert_eq!(why(&stage, &Given::Day(beyond)), Unset::Beyond(beyond));
    set(&mut stage, &Given::Alive(person("li_gang"), false));
    assert_eq!(
        why(&stage, &Given::Loyalty(person("li_gang"), 5)),
        Unset::Dead(person("li_gang"))
    );
}

/// A day opens its xun as any other xun opens: what waits for it is laid.
#[test]
fn time_goes_forward_and_the_xun_opens() {
    let mut stage = Stage::new();
    set(
        &mut stage,
        &Given::ArmyAt(army("jin_east"), place("xunzhou")),
    );
    let events = set(
        &mut stage,
        &Given::Day(Date::parse("1126-01-15").expect("a day")),
    );
    assert_eq!(stage.game().turn(), Turn(1));
    assert!(events.contains(&Event::Laid {
        decision: decision("stay_or_go"),
        again: false,
    }));
}

/// Every matter of the stage is led to, and the game says for good that a hand did it.
#[test]
fn what_a_matter_asks_can_be_brought_about() {
    let all = std::sync::Arc::new(book());
    for matter in &all.decisions {
        let mut engine = Engine::new(all.clone(), 1);
        assert!(!engine.by_hand());
        let done = engine.bring_about(&matter.when);
        assert_eq!(done.left, [], "{}", matter.id);
        assert!(!done.set.is_empty(), "{}", matter.id);
        assert!(holds(engine.whole(), &matter.when), "{}", matter.id);
        assert!(engine.by_hand());
    }
    // What happened in the past no hand brings about.
    let mut engine = Engine::new(all, 1);
    let fell = Cond::FellTo(place("taiyuan"), jin());
    let done = engine.bring_about(&Cond::All(vec![Cond::AtWar(song(), jin()), fell.clone()]));
    assert_eq!((done.set.len(), done.left), (0, vec![fell]));
    assert!(!engine.by_hand());
}

#[test]
fn every_value_is_written_by_names_and_read_again() {
    let book = book();
    let all = [
        Given::Day(Date::parse("1126-01-15").expect("a day")),
        Given::Treasury(song(), Good::Silver, -3),
        Given::HeldBy(person("li_gang"), None),
        Given::HeldBy(person("li_gang"), Some(jin())),
        Given::Post(post("chief_councillor"), None),
        Given::Chose(decision("stay_or_go"), OptionId(1)),
        Given::Fact(rivers_and_mountains::base::ids::FactId(1), true),
        Given::Sworn(draft("terms_1126")),
        Given::Sought(decision("accept_terms")),
    ];
    for given in all {
        let text = serde_json::to_string(&written_given(&given, &book)).expect("it is written");
        let read = serde_json::from_str(&text).expect("it is read");
        assert_eq!(resolved_given(&read, &book), Ok(given), "{text}");
    }
    let text = serde_json::to_string(&written_given(
        &Given::Chose(decision("stay_or_go"), OptionId(1)),
        &book,
    ));
    assert_eq!(
        text.expect("it is written"),
        r#"{"Chose":["stay_or_go","go"]}"#
    );
}
