//! Two people at one keyboard: each court its own desk, and between two of them nothing of either.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable};
use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, DecisionId, PersonId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::panels::desk::{Overlay, Panel, Topic};
use rivers_and_mountains::panels::desks::Desks;
use rivers_and_mountains::panels::intent::{Intent, Screen};
use rivers_and_mountains::panels::settings::Settings;
use rivers_and_mountains::panels::store::{Opened, SaveId};
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::scenario::given::Given;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::table::{self, NoKeeper, RUN_XUN, Session};

use crate::common;
use crate::support::{Window, book};

/// A game of Jingkang with a person at either court.
fn session() -> Session {
    seated(book())
}

fn seated(book: Arc<Scenario>) -> Session {
    let courts = [court(&book, "song"), court(&book, "jin")];
    Session::new(book, 7, &courts, &[], Texts::default(), Box::new(NoKeeper))
}

fn court(book: &Scenario, name: &str) -> CourtId {
    book.court(name).expect("a court")
}

fn song() -> CourtId {
    court(&book(), "song")
}

fn jin() -> CourtId {
    court(&book(), "jin")
}

fn lay(window: &mut Window, session: Session) {
    let opened = Opened {
        session,
        save: SaveId("test".to_owned()),
        notes: Vec::new(),
    };
    window.with_shell(|shell| shell.lay(opened));
    window.frame();
}

/// The keyboard is being handed over in a game that was begun from the start screen, by keys.
fn begun(settings: Settings) -> Window {
    let mut window = Window::with(settings, 1280.0, 720.0);
    window.frame();
    window.key(Key::Num1);
    window.find().get_by_label("Play as Jin");
    window.key(Key::Num3);
    assert_eq!(*window.shell().screen(), Screen::Game);
    window
}

/// Everything that the screen says to a screen reader.
fn said(window: &Window) -> Vec<String> {
    window
        .find()
        .query_all_by(|_| true)
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description()]
        })
        .flatten()
        .filter(|words| !words.is_empty())
        .collect()
}

/// Whose desk lies open.
fn sits(window: &Window) -> Option<CourtId> {
    window.shell().desk().map(|desk| desk.court)
}

fn turn(window: &Window) -> u16 {
    window.shell().session().expect("a game").engine().turn().0
}

/// Ends the xun of the court that sits by its keys, over the question that comes where matters wait.
fn end(window: &mut Window) {
    window.key(Key::E);
    let asks = |w: &Window| w.shell().desk().and_then(|d| d.overlay) == Some(Overlay::Ending);
    if asks(window) {
        window.key(Key::E);
    }
}

/// Takes the keyboard that is handed over.
fn take(window: &mut Window) {
    assert_eq!(sits(window), None, "nobody sits yet");
    window.key(Key::Enter);
}

/// Does what is asked and opens the desk that comes, until that of this court lies open.
fn until(window: &mut Window, court: CourtId) {
    for _ in 0..4 {
        if sits(window) == Some(court) {
            return;
        }
        if sits(window).is_some() {
            end(window);
        }
        take(window);
    }
    panic!("{court:?} does not sit");
}

#[test]
fn two_courts_play_two_turns_by_keys() {
    let mut window = begun(Settings::default());
    for n in 0..2 {
        for court in [song(), jin()] {
            assert_eq!((sits(&window), turn(&window)), (None, n));
            take(&mut window);
            assert_eq!((sits(&window), turn(&window)), (Some(court), n));
            end(&mut window);
        }
    }
    assert_eq!((sits(&window), turn(&window)), (None, 2));
    window.find().get_by_label("Open the desk of Song");
    // Leaving is the other way out, and the game is kept.
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Start);
}

#[test]
fn while_the_keyboard_is_handed_over_nothing_of_either_court_is_told() {
    let mut window = begun(Settings::default());
    take(&mut window);
    // Whatever lies open on the desk that is put away, the very next frame shows none of it.
    window.ask(Intent::Show(Panel::Orders));
    window.hands().step();
    let before = said(&window);
    window.with_shell(|shell| {
        shell.ask_for(Intent::EndTurn);
        shell.settle(1.0);
    });
    window.hands().step();
    let mut words = said(&window);
    words.sort();
    let mut wanted = vec![
        "Pass the keyboard 交案",
        "Seal of Jin",
        "Jin 金",
        "1 November 1125",
        "天會三年十月初五壬寅 · xun 1 of 60",
        "Pass the keyboard to Jin. Whoever plays another court looks away now.",
        "Open the desk of Jin",
        "Leave; the game is kept",
    ];
    wanted.sort_unstable();
    assert_eq!(words, wanted);
    assert!(before.len() > wanted.len(), "{before:?}");
    assert!(window.shell().beneath().is_none(), "nor of the map");
    // No key and nothing that was asked for reaches a desk that nobody has opened.
    for key in [Key::C, Key::O, Key::E, Key::R, Key::Z, Key::M, Key::F1] {
        window.key(key);
    }
    window.ask(Intent::Show(Panel::Treasury));
    window.ask(Intent::Sit(song()));
    assert_eq!(sits(&window), None);
    let mut words = said(&window);
    words.sort();
    assert_eq!(words, wanted);
    take(&mut window);
    let panel = window.shell().desk().map(|desk| desk.panel);
    assert_eq!((sits(&window), panel), (Some(jin()), Some(Panel::Council)));
}

#[test]
fn enter_pressed_once_too_often_opens_no_desk_of_another() {
    let mut window = begun(Settings::default());
    take(&mut window);
    window.with_shell(|shell| {
        shell.ask_for(Intent::EndTurn);
        shell.settle(1.0);
    });
    window.hands().step();
    window.hands().key_press(Key::Enter);
    window.hands().step();
    window.with_shell(|shell| shell.settle(1.0));
    assert_eq!(sits(&window), None);
    take(&mut window);
    assert_eq!(sits(&window), Some(jin()));
}

/// The titles of what has been laid before a court and not before the other.
fn titles(session: &Session, court: CourtId) -> Vec<String> {
    let book = session.engine().book();
    session
        .waiting(court)
        .iter()
        .map(|(_, d)| book.decisions[d.index()].title.clone())
        .collect()
}

#[test]
fn the_desk_of_one_court_never_shows_the_memorials_of_the_other() {
    let mut window = begun(Settings::default());
    let (mut of_song, mut of_jin) = (0, 0);
    while (of_song == 0 || of_jin == 0) && turn(&window) + 1 < book().turns {
        for court in [song(), jin()] {
            until(&mut window, court);
            let other = if court == song() { jin() } else { song() };
            let (own, others) = {
                let shell = window.shell();
                let session = shell.session().expect("a game");
                (titles(session, court), titles(session, other))
            };
            let mut found = 0;
            for panel in Panel::PLAYING {
                window.ask(Intent::Show(panel));
                let words = said(&window);
                for title in &others {
                    assert!(
                        !words.iter().any(|w| w.contains(title)),
                        "{court:?} reads “{title}” in {panel:?}"
                    );
                }
                found += own
                    .iter()
                    .filter(|title| words.iter().any(|w| w.contains(*title)))
                    .count();
            }
            *(if court == song() {
                &mut of_song
            } else {
                &mut of_jin
            }) += found;
        }
    }
    assert!(
        of_song > 0 && of_jin > 0,
        "each reads its own: {of_song}, {of_jin}"
    );
}

#[test]
fn what_lies_on_a_desk_waits_there_and_is_seen_by_nobody_else() {
    let mut window = begun(Settings::default());
    take(&mut window);
    window.ask(Intent::Show(Panel::Codex));
    window.ask(Intent::Open(Topic::Person(PersonId(3))));
    window.ask(Intent::Search("a word of Song".to_owned()));
    let word = |shell: &mut rivers_and_mountains::panels::shell::Shell| {
        let desk = shell.desk().expect("a desk");
        (desk.search.clone(), desk.topics.clone(), desk.panel)
    };
    let mut of_song = None;
    window.with_shell(|shell| of_song = Some(word(shell)));
    end(&mut window);
    take(&mut window);
    window.ask(Intent::Show(Panel::Chronicle));
    assert!(!said(&window).iter().any(|w| w.contains("a word of Song")));
    let mut of_jin = None;
    window.with_shell(|shell| of_jin = Some(word(shell)));
    assert_eq!(
        of_jin,
        Some((String::new(), Vec::new(), Panel::Chronicle)),
        "its own desk"
    );
    end(&mut window);
    take(&mut window);
    let mut again = None;
    window.with_shell(|shell| again = Some(word(shell)));
    let (search, topics, _) = of_song.expect("it sat");
    let (found, open, _) = again.expect("it sits again");
    assert_eq!((found, open), (search, topics));
}

#[test]
fn what_egui_remembers_of_a_desk_goes_with_it() {
    let mut window = begun(Settings::default());
    let id = egui::Id::new("of Song alone");
    let kept =
        |window: &mut Window| -> Option<u8> { window.hands().ctx.data(|data| data.get_temp(id)) };
    take(&mut window);
    window
        .hands()
        .ctx
        .data_mut(|data| data.insert_temp(id, 1_u8));
    end(&mut window);
    assert_eq!(kept(&mut window), None);
    take(&mut window);
    assert_eq!(kept(&mut window), None);
    end(&mut window);
    take(&mut window);
    assert_eq!((sits(&window), kept(&mut window)), (Some(song()), Some(1)));
}

#[test]
fn a_message_that_was_not_read_is_there_when_its_court_sits_again() {
    let session = session();
    let (mut desk, mut desks) = Desks::laid(&session);
    let mut message = None;
    desks.sit(&mut desk, song(), &session, &mut message);
    message = Some("of Song alone".to_owned());
    assert_eq!(desks.end(&mut desk, false, &mut message), None);
    assert_eq!((desk.court, message.clone()), (jin(), None));
    desks.sit(&mut desk, jin(), &session, &mut message);
    assert_eq!(message, None);
    assert_eq!(desks.end(&mut desk, false, &mut message), Some(false));
    desks.passed(&mut desk, &session);
    assert_eq!((desk.court, message.clone()), (song(), None));
    desks.sit(&mut desk, song(), &session, &mut message);
    assert_eq!(message.as_deref(), Some("of Song alone"));
}

/// The same game, played again from what was done in it.
fn resumed(session: &Session) -> Session {
    let mut again = self::session();
    for step in session.history() {
        again.replay(step).expect("it goes as it went");
    }
    again
}

#[test]
fn a_saved_game_of_two_goes_on_behind_a_hand_over_where_it_stood() {
    let mut window = begun(Settings::default());
    until(&mut window, song());
    let ask = |window: &mut Window, order: OrderNow| {
        window.ask(Intent::Ask(Ask::Order(order)));
    };
    let place = |name: &str| book().place(name).expect("a place");
    let levy = Order::Levy {
        place: place("kaifeng"),
        men: 1_000,
    };
    let walls = Order::Fortify {
        place: place("huining"),
    };
    let again = |window: &Window| resumed(window.shell().session().expect("a game"));
    end(&mut window);
    take(&mut window);
    end(&mut window);
    // Nobody has asked anything in this xun: the first court begins it.
    let mut other = Window::new(1280.0, 720.0);
    lay(&mut other, again(&window));
    assert_eq!((sits(&other), turn(&other)), (None, 1));
    take(&mut other);
    assert_eq!(sits(&other), Some(song()));
    // Song has asked and handed on, and Jin has asked: it is Jin's to go on, and after it the xun passes.
    take(&mut window);
    ask(&mut window, levy);
    end(&mut window);
    take(&mut window);
    ask(&mut window, walls);
    {
        let shell = window.shell();
        let asks = shell.session().expect("a game").asks();
        assert_eq!(asks.len(), 2, "{asks:?}");
    }
    let mut other = Window::new(1280.0, 720.0);
    lay(&mut other, again(&window));
    assert_eq!((sits(&other), turn(&other)), (None, 1));
    take(&mut other);
    assert_eq!(sits(&other), Some(jin()));
    // It may take back what it asked, and nothing else.
    other.key(Key::Z);
    other.key(Key::Z);
    let left = other.shell().session().expect("a game").asks().to_vec();
    assert!(matches!(&left[..], [(by, _)] if *by == song()), "{left:?}");
    end(&mut other);
    assert_eq!((sits(&other), turn(&other)), (None, 2));
}

#[test]
fn days_run_on_only_where_both_courts_let_them() {
    let mut window = begun(Settings::default());
    for n in 0..3 {
        let last = turn(&window);
        let both = n > 0;
        take(&mut window);
        window.ask(Intent::RunOn);
        take(&mut window);
        window.ask(if both { Intent::RunOn } else { Intent::EndTurn });
        let now = turn(&window);
        if both {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let looks = |c: &CourtId| table::needs_eyes(session, *c);
            let most = last + RUN_XUN;
            assert!(now == most || now < most && session.courts().iter().any(looks));
        } else {
            assert_eq!(now, last + 1);
        }
    }
}

#[test]
fn after_a_run_the_court_that_has_to_look_sits_first() {
    let mut session = session();
    let looks = |session: &Session, court: CourtId| table::needs_eyes(session, court);
    while looks(&session, song()) || looks(&session, jin()) {
        session.end_turn().expect("nobody keeps it");
    }
    let book = book();
    let mut matters = (0..book.decisions.len()).map(DecisionId::of);
    let matter = matters.find(|d| book.decisions[d.index()].court == jin());
    let laid = Given::Laid(matter.expect("Jin has matters"));
    session.set(&laid).expect("it may be laid");
    assert!(looks(&session, jin()) && !looks(&session, song()));
    for (run, first) in [(false, song()), (true, jin())] {
        let (mut desk, mut desks) = Desks::laid(&session);
        for court in [song(), jin()] {
            desks.sit(&mut desk, court, &session, &mut None);
            desks.end(&mut desk, run, &mut None);
        }
        desks.passed(&mut desk, &session);
        assert_eq!(desk.court, first);
    }
}

#[test]
fn a_court_that_has_fallen_is_passed_over() {
    let mut session = session();
    session
        .set(&Given::CourtStands(song(), false))
        .expect("a court may fall");
    let mut window = Window::new(1280.0, 720.0);
    lay(&mut window, session);
    for n in 0..2 {
        take(&mut window);
        assert_eq!((sits(&window), turn(&window)), (Some(jin()), n));
        end(&mut window);
    }
}

#[test]
fn a_court_that_does_not_sit_is_passed_over() {
    let files: BTreeMap<String, String> = common::texts("scenarios");
    let shaoxing = load("shaoxing.ron", &files).expect("it loads").scenario;
    let mut session = seated(Arc::new(shaoxing));
    let alone = |session: &Session| {
        let sits = |c: &CourtId| session.view(*c).in_session() && session.view(*c).realm().stands;
        let all: Vec<CourtId> = session.courts().into_iter().filter(sits).collect();
        <[CourtId; 1]>::try_from(all).ok()
    };
    while alone(&session).is_none() && session.engine().ended().is_none() {
        session.end_turn().expect("nobody keeps it");
    }
    let [court] = alone(&session).expect("one of them is called together alone");
    let (mut desk, mut desks) = Desks::laid(&session);
    assert!(desks.is_between());
    assert_eq!(desk.court, court);
    desks.sit(&mut desk, court, &session, &mut None);
    assert_eq!(desks.end(&mut desk, true, &mut None), Some(true));
}

#[test]
fn the_debrief_is_open_to_both() {
    let mut session = session();
    let last = book().turns;
    while session.engine().turn() < Turn(last - 1) && session.engine().ended().is_none() {
        session.end_turn().expect("nobody keeps it");
    }
    let mut window = Window::new(1280.0, 720.0);
    lay(&mut window, session);
    for _ in 0..2 {
        take(&mut window);
        end(&mut window);
    }
    assert_eq!(sits(&window), None);
    window
        .find()
        .get_by_label_contains("Nothing is kept apart any more");
    window.find().get_by_label("Seal of Song");
    window.find().get_by_label("Seal of Jin");
    window.picture("handover-over");
    window.click("Read the debrief");
    for court in [song(), jin(), song()] {
        let panel = window.shell().desk().map(|desk| desk.panel);
        assert_eq!((sits(&window), panel), (Some(court), Some(Panel::Debrief)));
        window.key(Key::M);
        window.key(Key::C);
    }
}

#[test]
fn the_hand_over_can_be_read_in_every_size_and_theme() {
    use rivers_and_mountains::panels::settings::Theme;
    for (name, width, height, text_percent, theme) in [
        ("720p", 1280.0, 720.0, 100, Theme::Paper),
        ("night", 1280.0, 720.0, 100, Theme::Night),
        ("contrast", 1280.0, 720.0, 100, Theme::Contrast),
        ("old", 1024.0, 768.0, 100, Theme::Paper),
        ("200", 1280.0, 720.0, 200, Theme::Paper),
    ] {
        let settings = Settings {
            text_percent,
            theme,
            ..Settings::default()
        };
        let mut window = Window::with(settings, width, height);
        lay(&mut window, session());
        window.picture(&format!("handover-{name}"));
        let room = egui::Rect::from_min_size(
            egui::Pos2::ZERO,
            egui::vec2(width, height) * 100.0 / f32::from(text_percent),
        );
        for label in ["Open the desk of Song", "Leave; the game is kept"] {
            let found = window.find().get_by_label(label).rect();
            assert!(room.expand(0.5).contains_rect(found), "{name}: {found:?}");
        }
        window.click("Open the desk of Song");
        assert_eq!(sits(&window), Some(song()));
    }
}
