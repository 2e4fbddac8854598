//! What a person is told in time: how things stand on the first day, armies that hunger, what was sworn for a short while, and which siege a
//! choice would lift.

use std::sync::Arc;

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, OptionId};
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::events::{Petitioners, Plea};
use rivers_and_mountains::orders::Order;
use rivers_and_mountains::prose::texts::Texts;
use rivers_and_mountains::rules::state::components::Crowd;
use rivers_and_mountains::scenario::language::{Clause, Effect, Good, Sits};
use rivers_and_mountains::scenario::model::{Cond, Eff, Scenario};
use rivers_and_mountains::table::doings::doings;
use rivers_and_mountains::table::session::NoKeeper;
use rivers_and_mountains::table::war::outlook;
use rivers_and_mountains::table::{Session, dues, hardship, lifts, needs_eyes, news};

use crate::harness::{army, book, decision, draft, jin, person, place, song};

fn session(change: impl FnOnce(&mut Scenario)) -> Session {
    let mut book = book();
    book.decisions.clear();
    book.incidents.clear();
    change(&mut book);
    let (book, seats) = (Arc::new(book), [song(), jin()]);
    Session::new(book, 1, &seats, &[], Texts::default(), Box::new(NoKeeper))
}

fn told(session: &Session, court: CourtId, words: &str) -> bool {
    news(session, court).iter().any(|n| n.text.contains(words))
}

#[test]
fn an_army_that_begins_to_hunger_stops_a_run_once_and_is_named_while_it_hungers() {
    const WORDS: &str = "Nothing is left to eat";
    let mut session = session(|book| {
        let host = &mut book.armies[army("jin_east").index()];
        // More than any country feeds.
        (host.at, host.men, host.food_xun) = (place("huazhou"), 600_000, 0);
    });
    assert!(!told(&session, jin(), WORDS));
    session.end_turn().expect("there is room");
    assert!(told(&session, jin(), WORDS) && told(&session, jin(), "Wolibu's eastern army"));
    assert!(hardship::began(&session.view(jin())) && needs_eyes(&session, jin()));
    assert!(
        !told(&session, song(), WORDS),
        "an enemy's hunger is his own affair"
    );
    session.end_turn().expect("there is room");
    assert!(told(&session, jin(), WORDS));
    assert!(!hardship::began(&session.view(jin())));
}

#[test]
fn what_is_sworn_for_less_than_the_notice_is_told_as_soon_as_it_is_sworn() {
    const WORDS: &str = "Jin takes its armies back over the Yellow River";
    let terms = draft("terms_1126");
    let mut session = session(|book| book.drafts[terms.index()].needs = Cond::Always);
    let say = |session: &mut Session, court, order| {
        let ask = Ask::Order(order);
        session.ask(court, ask).expect("it is lawful");
    };
    say(&mut session, jin(), Order::Propose { draft: terms });
    let sworn = |session: &Session| {
        session
            .view(jin())
            .papers()
            .any(|(id, paper)| id == terms && paper.sworn.is_some())
    };
    for _ in 0..4 {
        session.end_turn().expect("there is room");
        if session
            .view(song())
            .may_order(&Order::Accept { draft: terms })
            .is_ok()
        {
            say(&mut session, song(), Order::Accept { draft: terms });
        }
        if sworn(&session) {
            break;
        }
        assert!(!told(&session, jin(), "Falls due"));
    }
    assert!(sworn(&session));
    session.end_turn().expect("there is room");
    assert!(told(&session, jin(), "Falls due") && told(&session, jin(), WORDS));
    assert!(needs_eyes(&session, jin()));
    session.end_turn().expect("there is room");
    assert!(!told(&session, jin(), "Falls due"), "it is told once");
}

#[test]
fn the_first_day_says_with_whom_one_is_at_war_and_the_second_no_longer() {
    const WORDS: &str = "You are at war with";
    let mut session = session(|_| {});
    assert!(told(
        &session,
        song(),
        "You are at war with Jin (its seat is Yanjing)"
    ));
    assert!(told(&session, jin(), "Song (its seat is Kaifeng)"));
    session.end_turn().expect("there is room");
    assert!(!told(&session, song(), WORDS) && !told(&session, jin(), WORDS));
}

#[test]
fn an_option_that_takes_an_army_from_a_siege_says_so_and_one_that_does_not_is_silent() {
    let mut session = session(|_| {});
    let west = army("jin_west");
    let besiege = Order::Besiege {
        army: west,
        place: place("taiyuan"),
    };
    // Where it lies before the town already, the order is refused, and nothing is lost.
    let _ = session.ask(jin(), Ask::Order(besiege));
    for _ in 0..6 {
        if session.view(jin()).siege(place("taiyuan")).is_some() {
            break;
        }
        session.end_turn().expect("there is room");
    }
    let view = session.view(jin());
    let goes = |to: &str| {
        let march = Order::March {
            army: west,
            to: place(to),
        };
        lifts::lifted(&view, &[Effect::Order(march)])
    };
    assert_eq!(goes("huazhou"), [(west, place("taiyuan"))]);
    assert_eq!(goes("taiyuan"), []);
    assert_eq!(lifts::lifted(&session.view(song()), &[]), []);
    let words = lifts::sentence(
        session.texts(),
        &view,
        &[Effect::Order(Order::Hold { army: west })],
    );
    assert_eq!(words, None);
}

#[test]
fn what_is_due_before_the_court_sits_again_is_told_at_the_last_sitting_and_once_more_when_it_would_rise()
 {
    const LAST: &str = "Your court does not sit again in time";
    let oath = draft("oath_1123");
    let mut session = session(|book| {
        book.sits = Sits::Month;
        let clauses = &mut book.drafts[oath.index()].terms.clauses;
        *clauses = vec![Clause::Pay {
            by: song(),
            good: Good::Silver,
            amount: 50_000,
            due_xun: 4,
            tolerance: 0,
            grace: 0,
            at: None,
        }];
        book.treaties = vec![(oath, book.from)];
        for court in &mut book.courts {
            court.at_war_with.clear();
        }
    });
    let mut warned = 0;
    for _ in 0..6 {
        let view = session.view(song());
        let lapses = !dues::lapsing(session.texts(), &view).is_empty();
        assert_eq!(lapses, told(&session, song(), LAST));
        if lapses {
            warned += 1;
            assert!(view.turn().0 <= 4 && view.sits_next().0 > 4);
            assert!(needs_eyes(&session, song()));
        }
        if view.turn().0 > 4 {
            break;
        }
        session.end_turn().expect("there is room");
    }
    assert_eq!(warned, 1);
    // Then the word is broken, and both are told whose default it is and what it allows.
    assert!(told(&session, song(), "Song broke its word"));
    assert!(told(&session, song(), "Jin may now withhold"));
    assert!(told(
        &session,
        jin(),
        "You may withhold what you still owe Song"
    ));
}

#[test]
fn an_order_to_storm_says_how_it_looks_by_what_the_court_knows() {
    let session = session(|_| {});
    let view = session.view(jin());
    let storm = |army, at: &str| {
        let place = place(at);
        outlook(session.texts(), &view, &Order::Assault { army, place }).expect("another's town")
    };
    let west = army("jin_west");
    let strong = storm(west, "kaifeng");
    assert!(
        strong.contains("perhaps") && strong.contains("thrown back"),
        "{strong}"
    );
    let weak = storm(west, "huazhou");
    assert!(weak.contains("carry the walls"), "{weak}");
    let own = Order::Assault {
        army: west,
        place: place("yanjing"),
    };
    assert_eq!(outlook(session.texts(), &view, &own), None);
    let hold = Order::Hold { army: west };
    assert_eq!(outlook(session.texts(), &view, &hold), None);
}

#[test]
fn whoever_is_sent_against_the_same_town_goes_up_with_the_rest() {
    let mut session = session(|_| {});
    let at = place("kaifeng");
    let storm = |army| Order::Assault { army, place: at };
    let (east, west) = (army("jin_east"), army("jin_west"));
    let alone = session.view(jin()).outlook(west, at).expect("another's");
    session.ask(jin(), Ask::Order(storm(east))).expect("lawful");
    let view = session.view(jin());
    let both = view.outlook(west, at).expect("another's");
    let men = |id| view.army(id).expect("it stands").men;
    assert_eq!((alone.men, both.men), (men(west), men(west) + men(east)));
    assert!(both.percent > alone.percent);
    let town = place("huazhou");
    let elsewhere = view.outlook(west, town).expect("another's");
    assert_eq!(elsewhere.men, men(west));
}

#[test]
fn an_order_to_relieve_says_how_the_fight_looks_by_what_the_court_knows() {
    let town = place("taiyuan");
    let mut session = session(|_| {});
    let west = army("jin_west");
    let besiege = Order::Besiege {
        army: west,
        place: town,
    };
    session.ask(jin(), Ask::Order(besiege)).expect("lawful");
    for _ in 0..9 {
        if session.view(song()).siege(town).is_some()
            && session.view(song()).known().any(|k| k.place == town)
        {
            break;
        }
        session.end_turn().expect("there is room");
    }
    let view = session.view(song());
    let reported: u32 = view
        .known()
        .filter(|k| k.place == town)
        .map(|k| k.men)
        .sum();
    assert!(reported > 0);
    let ours: Vec<_> = view.armies().filter(|a| a.at != town).collect();
    let says = |army| {
        let order = Order::Relieve { army, place: town };
        outlook(session.texts(), &view, &order).expect("a town of one's own")
    };
    for own in &ours {
        let looks = view.encounter(own.id, town).expect("a town of one's own");
        assert_eq!(looks.against, reported);
        assert!(looks.men >= own.men && looks.sally > 0 && looks.dug_in > 0);
        assert!(says(own.id).contains("The garrison falls on their backs"));
    }
    let (small, large) = (
        ours.iter().min_by_key(|a| a.men).expect("there are some"),
        ours.iter().max_by_key(|a| a.men).expect("there are some"),
    );
    let odds = |army| view.encounter(army, town).and_then(|l| l.percent);
    assert!(odds(small.id) < odds(large.id));
    assert!(
        says(small.id).contains("would be lost"),
        "{}",
        says(small.id)
    );
    // Nobody was reported before a town where nobody lies.
    let quiet = place("kaifeng");
    let order = Order::Relieve {
        army: large.id,
        place: quiet,
    };
    let unseen = outlook(session.texts(), &view, &order).expect("a town of one's own");
    assert!(unseen.contains("no host was reported"), "{unseen}");
}

#[test]
fn those_before_the_palace_stop_a_run() {
    let quiet = session(|_| {});
    assert!(!needs_eyes(&quiet, song()));
    let mut save = quiet.engine().save();
    save.state.tables.crowds.push(Crowd {
        court: song(),
        who: Petitioners::Guards,
        plea: Plea::Abdicate(person("song_gaozong")),
        since: Turn(0),
    });
    let engine = Engine::load(quiet.engine().book().clone(), &save);
    let (seats, keeper) = ([song(), jin()], Box::new(NoKeeper));
    let session = Session::begun(engine, &seats, &[], Texts::default(), keeper);
    assert!(needs_eyes(&session, song()));
    assert!(!needs_eyes(&session, jin()));
}

#[test]
fn a_choice_says_where_it_sends_armies() {
    let mut book = book();
    let matter = decision("stay_or_go");
    let march = Order::March {
        army: army("yao_pingzhong_corps"),
        to: place("huazhou"),
    };
    book.decisions[matter.index()].when = Cond::Always;
    let option = &mut book.decisions[matter.index()].options[0];
    (option.needs, option.effects) = (Cond::Always, vec![Eff::Order(march)]);
    let (book, keeper) = (Arc::new(book), Box::new(NoKeeper));
    let mut session = Session::new(book, 1, &[song()], &[], Texts::default(), keeper);
    assert!(session.can_answer(song(), matter));
    let ask = Ask::Choose {
        decision: matter,
        option: OptionId::of(0),
    };
    let done = session.ask(song(), ask.clone()).expect("it is lawful");
    let said = doings(&session, song(), &ask, &done);
    assert!(
        said.iter()
            .any(|line| line.starts_with("Ordered with it: march")),
        "{said:?}"
    );
}
