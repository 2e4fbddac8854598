//! The chronicle and the debrief, in games that were played.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use rivers_and_mountains::base::ids::{OptionId, PlaceId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::panels::desk::{Overlay, Panel, Thing, Topic};
use rivers_and_mountains::panels::intent::{Intent, Screen};
use rivers_and_mountains::panels::settings::{Reveal, Settings, Theme};

use rivers_and_mountains::panels::store::SaveId;

use crate::support::{Shelf, Window, book, jingkang};

/// Plays until the game is over: what may be chosen is decided by the last option in the file, which is seldom the documented one.
fn play_out(window: &mut Window) {
    for _ in 0..80 {
        let over = window
            .shell()
            .session()
            .expect("a game")
            .engine()
            .ended()
            .is_some();
        if over {
            return;
        }
        let waiting: Vec<Ask> = {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let court = session.courts()[0];
            let view = session.view(court);
            view.pending()
                .filter_map(|decision| {
                    let options = view.book().decisions[decision.index()].options.len();
                    let option = (0..options)
                        .rev()
                        .map(OptionId::of)
                        .find(|o| view.may_choose(decision, *o).is_ok())?;
                    Some(Ask::Choose { decision, option })
                })
                .collect()
        };
        for ask in waiting {
            window.ask(Intent::Ask(ask));
        }
        window.ask(Intent::EndTurn);
    }
    panic!("the game does not end");
}

fn played(settings: Settings, width: f32, height: f32) -> Window {
    let mut window = Window::with(settings, width, height);
    let (scenario, court) = jingkang("song");
    window.ask(Intent::Begin { scenario, court });
    play_out(&mut window);
    window
}

fn some_turns(turns: usize) -> Window {
    let mut window = Window::game("song", 1280.0, 720.0);
    for _ in 0..turns {
        window.ask(Intent::EndTurn);
    }
    window.ask(Intent::Show(Panel::Chronicle));
    window
}

/// A place of which something was heard: its name and its characters.
fn heard_of(window: &Window) -> (PlaceId, String, String) {
    let told = labels(window, " on the map");
    let book = book();
    let (i, place) = book
        .atlas
        .places
        .iter()
        .enumerate()
        .find(|(_, place)| told.contains(&format!("{} on the map", place.name)))
        .expect("a place of which something was heard");
    (PlaceId::of(i), place.name.clone(), place.name_zh.clone())
}

/// Whether something on the screen says this.
fn says(window: &Window, words: &str) -> bool {
    window
        .find()
        .query_all_by_label_contains(words)
        .next()
        .is_some()
}

/// The labels of everything on the screen that holds these words.
fn labels(window: &Window, words: &str) -> Vec<String> {
    window
        .find()
        .query_all_by_label_contains(words)
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        })
        .collect()
}

#[test]
fn a_game_to_its_end_is_laid_beside_the_record() {
    let mut window = played(Settings::default(), 1280.0, 720.0);
    assert_eq!(window.shell().desk().expect("a desk").panel, Panel::Debrief);
    let ending = {
        let shell = window.shell();
        let engine = shell.session().expect("a game").engine();
        let ending = engine.ended().expect("an ending");
        let book = engine.book();
        book.endings[ending.index()].title.clone()
    };
    assert!(says(&window, &ending));
    assert!(says(&window, "checkpoints as recorded"));
    assert!(says(
        &window,
        "Kaifeng was under siege. Record: 31 January 1126"
    ));
    assert!(says(&window, "Your first departure"));
    assert!(says(&window, "Where the sources differ:"));
    assert!(says(&window, "How it ended"));
    assert!(says(&window, "Legitimacy: "));
    assert!(says(&window, "The sources, and how each leans"));
    window.picture("debrief-1280");
    for page in 1..9 {
        window.key(Key::PageDown);
        window.picture(&format!("debrief-1280-{page}"));
    }
    window.key(Key::Home);
    // A row opens to every claim, and closes again.
    let claim = "ompiles two dates for it";
    let row = "A Jin field army stood inside Song's borders. Record:";
    let before = labels(&window, claim).len();
    let label = labels(&window, row)
        .into_iter()
        .find(|l| l.ends_with("side."))
        .expect("the row of a checkpoint");
    window.click(&label);
    assert!(labels(&window, claim).len() > before);
    window.picture("debrief-1280-open");
    window.click(&label);
    assert_eq!(labels(&window, claim).len(), before);
    // B leads to branching this very game.
    let save = window.shell().save().cloned();
    window.key(Key::B);
    assert_eq!(*window.shell().screen(), Screen::WhatIf(save));
}

#[test]
fn from_branching_a_game_that_is_over_the_way_back_leads_to_its_debrief() {
    let store = Shelf {
        over: true,
        ..Shelf::default()
    };
    let mut window = Window::over(Box::new(store), 1280.0, 720.0);
    window.ask(Intent::Resume(SaveId("test".to_owned())));
    assert!(says(&window, "How it ended"));
    let save = window.shell().save().cloned();
    window.ask(Intent::Show(Panel::Chronicle));
    window.ask(Intent::Show(Panel::Debrief));
    window.key(Key::B);
    assert_eq!(*window.shell().screen(), Screen::WhatIf(save.clone()));
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Game);
    assert_eq!(window.shell().save().cloned(), save);
    assert!(says(&window, "How it ended"));
    // From the list of games it is the list that one goes back to, and then the start.
    window.ask(Intent::Go(Screen::Start));
    window.ask(Intent::Go(Screen::WhatIf(None)));
    window.ask(Intent::Go(Screen::WhatIf(save)));
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::WhatIf(None));
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Start);
}

#[test]
fn turning_points_fill_in_while_the_page_is_read_until_the_search_is_stopped() {
    let mut window = played(Settings::default(), 1280.0, 720.0);
    for _ in 0..500 {
        window.frame();
        if says(&window, "The search goes on: 40 games") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(says(&window, "The search goes on: 40 games"));
    assert!(says(&window, "A matter of weight. "));
    assert_eq!(
        labels(&window, "Go south"),
        [
            "“Go south” would have moved the odds of “Kaifeng falls” by −30.0 (−35.0 … −25.0) points of a hundred."
        ]
    );
    assert_eq!(
        labels(&window, "with other luck"),
        [
            "“Kaifeng falls” came about in this game. The odds of it with other luck: 25.0 % (14.0–40.0), 10 of 40."
        ]
    );
    assert!(says(&window, "better than 31.0 in a hundred"));
    assert!(says(
        &window,
        "in this model, with this policy: Song by counsel"
    ));
    window.picture("debrief-turning");
    assert!(says(&window, "Stop the search"));
    window.ask(Intent::LookBack(false));
    assert!(says(&window, "40 games for each option."));
    assert!(
        says(&window, "A matter of weight. "),
        "what was found stays"
    );
    assert!(says(&window, "Search on"));
    window.ask(Intent::LookBack(true));
    for _ in 0..500 {
        window.frame();
        if says(&window, "The search goes on: 40 games") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("it does not set out again");
}

#[test]
fn before_the_end_the_debrief_says_when_the_record_is_shown() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Show(Panel::Debrief));
    assert!(says(&window, "The game is not over."));
    assert!(!says(&window, "Record: "));
}

#[test]
fn a_game_is_ended_at_will_read_and_played_on() {
    for (name, theme, width, height, percent) in [
        ("1280", Theme::Paper, 1280.0, 720.0, 100),
        ("night-200pct", Theme::Night, 1280.0, 720.0, 200),
        ("1024", Theme::Contrast, 1024.0, 768.0, 100),
    ] {
        let settings = Settings {
            theme,
            text_percent: percent,
            ..Settings::default()
        };
        let mut window = Window::with(settings, width, height);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        for _ in 0..9 {
            window.ask(Intent::EndTurn);
        }
        let state = |window: &Window| {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let engine = session.engine();
            (engine.hash(), session.asks().len(), engine.ended())
        };
        let before = state(&window);
        // In the menu, and a question before it.
        window.ask(Intent::Lay(Some(Overlay::Menu)));
        window.picture(&format!("put-down-{name}-menu"));
        window.click("End here and read the debrief");
        assert!(says(&window, "Nothing is written in the journal."));
        window.picture(&format!("put-down-{name}-question"));
        window.key(Key::Escape);
        assert!(!says(&window, "Outcome beside record"), "not unless meant");
        window.ask(Intent::Lay(Some(Overlay::PutDown)));
        window.key(Key::Enter);
        // It says who ended it, when, and what is not asked; checkpoints to come are neither inside nor outside.
        assert!(says(&window, "Ended by the player on 1 February 1126"));
        assert!(says(&window, "count neither for nor against"));
        assert!(says(&window, " still open"));
        assert!(says(&window, "Outcome beside record"));
        let rows = labels(&window, "Not asked yet.");
        assert!(rows.len() > 10, "{rows:?}");
        assert!(!rows.iter().any(|row| row.contains("Outside.")));
        window.picture(&format!("put-down-{name}"));
        window.key(Key::PageDown);
        window.picture(&format!("put-down-{name}-below"));
        // Nothing is decided over it, and nothing was.
        window.key(Key::E);
        window.ask(Intent::EndTurn);
        window.ask(Intent::RunOn);
        assert!(state(&window) == before);
        assert!(says(&window, "Play on"));
        window.key(Key::U);
        assert!(!says(&window, "Outcome beside record"));
        assert!(state(&window) == before);
        window.ask(Intent::EndTurn);
        assert!(state(&window).0 != before.0);
    }
}

#[test]
fn where_the_record_is_never_shown_it_is_shown_on_asking() {
    let settings = Settings {
        reveal: Reveal::Never,
        ..Settings::default()
    };
    let mut window = played(settings, 1280.0, 720.0);
    assert!(says(&window, "What you chose"));
    assert!(!says(&window, "checkpoints as recorded"));
    assert!(!says(&window, "Kaifeng was under siege"));
    assert!(!says(&window, "The court of that time"));
    window.picture("debrief-hidden");
    window.click("Show the record of this game");
    assert!(says(&window, "checkpoints as recorded"));
    assert!(says(&window, "Kaifeng was under siege"));
    let shell = window.shell();
    assert_eq!(shell.settings().reveal, Reveal::Never);
}

#[test]
fn the_chronicle_is_searched_filtered_and_leads_to_the_map() {
    let mut window = some_turns(12);
    let all = labels(&window, "entries of");
    assert_eq!(all.len(), 1);
    window.picture("chronicle-1280");
    // A name without its accents or in characters finds the same.
    window.ask(Intent::Search("yanjing".to_owned()));
    window.ask(Intent::Search(String::new()));
    let (place, name, zh) = heard_of(&window);
    window.ask(Intent::Search(zh));
    let found = labels(&window, "entr");
    assert_ne!(found, all);
    let label = format!("{name} on the map");
    window
        .find()
        .get_all_by_label(&label)
        .next()
        .expect("a way to the map")
        .click();
    window.frame();
    assert_eq!(
        window.shell().desk().expect("a desk").selected,
        Some(Thing::Place(place))
    );
    window.ask(Intent::Search("nobody wrote this".to_owned()));
    assert!(says(&window, "Nothing that was heard answers to this."));
    window.click("Clear");
    assert_eq!(window.shell().desk().expect("a desk").search, "");
    // Names lead to the codex.
    window
        .find()
        .get_all_by_label_contains("in the codex")
        .next()
        .expect("a name")
        .click();
    window.frame();
    let shell = window.shell();
    let desk = shell.desk().expect("a desk");
    assert_eq!(desk.panel, Panel::Codex);
    assert!(matches!(
        desk.topics.last(),
        Some(Topic::Person(_) | Topic::Place(_))
    ));
}

#[test]
fn the_chronicle_is_filtered_by_place_and_by_own_acts() {
    let mut window = some_turns(12);
    let all = labels(&window, "entries of");
    window.click("Our own acts");
    assert_ne!(labels(&window, "entr"), all);
    window.click("Our own acts");
    assert_eq!(labels(&window, "entries of"), all);
    window.click("By place");
    let listed = |place: &&rivers_and_mountains::scenario::model::Place| {
        !labels(&window, &format!("{}, ", place.name)).is_empty()
    };
    let book = book();
    let name = book
        .atlas
        .places
        .iter()
        .find(listed)
        .expect("a place")
        .name
        .clone();
    let first = labels(&window, &format!("{name}, "))
        .pop()
        .expect("a place");
    window.click(&first);
    assert!(says(&window, &format!("Only {name}")));
    assert_ne!(labels(&window, "entr"), all);
    window.click(&format!("Only {name} ×"));
    assert_eq!(labels(&window, "entries of"), all);
}

#[test]
fn the_chronicle_by_keys() {
    let mut window = some_turns(12);
    let (_, name, _) = heard_of(&window);
    // The slash leads into the box and is not itself sought.
    window.hands().event(egui::Event::Text("/".to_owned()));
    window.key(Key::Slash);
    window.hands().event(egui::Event::Text(name.clone()));
    window.frame();
    assert_eq!(window.shell().desk().expect("a desk").search, name);
    // Down leaves the box; return shows where it was.
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::PageDown);
    window.key(Key::Home);
    assert_eq!(window.shell().desk().expect("a desk").selected, None);
    let mut tries = 0;
    while window.shell().desk().expect("a desk").selected.is_none() && tries < 6 {
        window.key(Key::Enter);
        window.key(Key::ArrowDown);
        tries += 1;
    }
    assert!(matches!(
        window.shell().desk().expect("a desk").selected,
        Some(Thing::Place(_))
    ));
    window
        .hands()
        .key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.frame();
    window.hands().event(egui::Event::Text(" x".to_owned()));
    window.frame();
    assert!(window.shell().desk().expect("a desk").search.contains('x'));
}

#[test]
fn the_pages_in_every_size_and_theme() {
    for (name, theme, width, height, percent) in [
        ("1024", Theme::Paper, 1024.0, 768.0, 100),
        ("1920", Theme::Paper, 1920.0, 1080.0, 100),
        ("200pct", Theme::Paper, 1280.0, 720.0, 200),
        ("night", Theme::Night, 1280.0, 720.0, 100),
        ("contrast", Theme::Contrast, 1280.0, 720.0, 100),
    ] {
        let settings = Settings {
            theme,
            text_percent: percent,
            ..Settings::default()
        };
        let mut window = played(settings, width, height);
        assert!(says(&window, "Outcome beside record"), "{name}");
        assert!(says(&window, "What if I had"), "{name}");
        window.picture(&format!("debrief-{name}"));
        window.key(Key::PageDown);
        window.picture(&format!("debrief-{name}-below"));
        window.ask(Intent::Show(Panel::Chronicle));
        assert!(says(&window, "entries of"), "{name}");
        window.picture(&format!("chronicle-{name}"));
    }
}
