//! The screens around a game, by label and by keyboard.

use std::sync::{Arc, Mutex};

use egui::Key;
use egui_kittest::kittest::Queryable;
use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::panels::intent::{Intent, Screen};
use rivers_and_mountains::panels::settings::{Reveal, Settings, Theme};
use rivers_and_mountains::panels::store::{
    Branching, Card, LineJob, Opened, SaveId, Saved, ScenarioId, Store, TurningJob,
};
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::scenario::lesson::Held;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::table::Session;

use crate::support::{Shelf, Window, book};

/// A store with saved games and a scenario that does not load. It writes down what it is asked to do.
#[derive(Default)]
struct Full {
    shelf: Shelf,
    gone: Vec<SaveId>,
    deeds: Arc<Mutex<Vec<String>>>,
}

impl Full {
    fn did(&self, deed: String) {
        self.deeds.lock().expect("no panic").push(deed);
    }
}

fn saved(id: &str, name: &str, summary: &str, day: Option<Date>) -> Saved {
    Saved {
        id: SaveId(id.to_owned()),
        name: name.to_owned(),
        scenario: "Jingkang".to_owned(),
        courts: vec!["Song".to_owned()],
        day,
        turn: Turn(12),
        over: id == "old",
        summary: summary.to_owned(),
        written: 0,
    }
}

impl Store for Full {
    fn cards(&mut self) -> Vec<Card> {
        let mut cards = self.shelf.cards();
        cards.push(Card {
            id: ScenarioId("haishang".to_owned()),
            book: Err(
                "haishang.ron:41:18: no person has the id `li_gnag`\n   did you mean `li_gang`?"
                    .to_owned(),
            ),
        });
        cards
    }
    fn record_line(&self, book: &Arc<Scenario>) -> LineJob {
        self.shelf.record_line(book)
    }
    fn turning(&self, save: &SaveId) -> TurningJob {
        self.shelf.turning(save)
    }
    fn saves(&mut self) -> Vec<Saved> {
        let day = book().days[12];
        let mut saves = vec![
            saved(
                "one",
                "The long siege",
                "Two armies stand before Kaifeng.",
                Some(day),
            ),
            saved("two", "Jin, and quickly", "Taiyuan holds out.", Some(day)),
            saved(
                "old",
                "Paid in full",
                "A peace that both can keep.",
                Some(day),
            ),
            saved(
                "bad",
                "From another year",
                "This game was written by another version of the rules.",
                None,
            ),
        ];
        saves.retain(|s| !self.gone.contains(&s.id));
        saves
    }
    fn begin(
        &mut self,
        scenario: &ScenarioId,
        courts: &[CourtId],
        seed: Option<u64>,
        against: Kind,
    ) -> Result<Opened, String> {
        self.did(format!(
            "begin {} {courts:?} {seed:?} against {}",
            scenario.0,
            against.name()
        ));
        self.shelf.begin(scenario, courts, seed, against)
    }
    fn begin_lesson(&mut self, scenario: &ScenarioId, held: Held) -> Result<Opened, String> {
        self.shelf.begin_lesson(scenario, held)
    }
    fn pages(&mut self, session: &Session, save: &SaveId) -> Result<Vec<String>, String> {
        self.shelf.pages(session, save)
    }
    fn carry_on(&mut self, _: &SaveId, _: CourtId) -> Result<Opened, String> {
        Err("no scenario follows".to_owned())
    }
    fn resume(&mut self, save: &SaveId) -> Result<Opened, String> {
        self.did(format!("resume {}", save.0));
        self.shelf.begin(
            &ScenarioId("jingkang".to_owned()),
            &[CourtId(0)],
            None,
            Kind::Counsel,
        )
    }
    fn turns(&mut self, _: &SaveId) -> Result<Vec<Branching>, String> {
        Ok((0..13)
            .map(|t| Branching {
                turn: Turn(t),
                day: book().days[usize::from(t)],
                asked: if t == 3 {
                    vec!["Zhang Xiaochun is to hold Taiyuan".to_owned()]
                } else {
                    Vec::new()
                },
            })
            .collect())
    }
    fn branch(&mut self, save: &SaveId, turn: Turn, name: &str) -> Result<Opened, String> {
        self.did(format!("branch {} {} {name}", save.0, turn.0));
        Err("The disk is full.\n\nNothing was lost.".to_owned())
    }
    fn rename(&mut self, save: &SaveId, name: &str) -> Result<(), String> {
        self.did(format!("rename {} {name}", save.0));
        Ok(())
    }
    fn discard(&mut self, save: &SaveId) -> Result<(), String> {
        self.did(format!("discard {}", save.0));
        self.gone.push(save.clone());
        Ok(())
    }
    fn languages(&mut self) -> Vec<String> {
        self.shelf.languages()
    }
    fn settings(&mut self) -> Settings {
        self.shelf.settings()
    }
    fn keep(&mut self, settings: &Settings) -> Result<(), String> {
        self.shelf.keep(settings)
    }
    fn folder(&self) -> String {
        "the drawer".to_owned()
    }
}

fn full(settings: Settings, width: f32, height: f32) -> (Window, Arc<Mutex<Vec<String>>>) {
    let store = Full {
        shelf: Shelf {
            settings,
            ..Shelf::default()
        },
        ..Full::default()
    };
    let deeds = store.deeds.clone();
    let mut window = Window::over(Box::new(store), width, height);
    window.frame();
    (window, deeds)
}

fn did(deeds: &Arc<Mutex<Vec<String>>>) -> Vec<String> {
    deeds.lock().expect("no panic").clone()
}

fn usual() -> (Window, Arc<Mutex<Vec<String>>>) {
    full(Settings::default(), 1280.0, 720.0)
}

#[test]
fn the_start_leads_to_a_game_by_the_keyboard_alone() {
    let (mut window, deeds) = usual();
    window
        .find()
        .get_by_label_contains("Jingkang 靖康. November 1125 – June 1127");
    window.key(Key::Num1);
    assert!(matches!(window.shell().screen(), Screen::Brief(_)));
    window.find().get_by_label("Before you begin");
    window.find().get_by_label("Play as Jin");
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Start);
    window.key(Key::Num1);
    window.key(Key::Num2);
    assert_eq!(*window.shell().screen(), Screen::Game);
    assert_eq!(
        did(&deeds),
        ["begin jingkang [CourtId(1)] None against counsel"]
    );
}

#[test]
fn a_scenario_that_does_not_load_says_why_and_leads_nowhere() {
    let (mut window, _) = usual();
    window.find().get_by_label("This scenario does not load.");
    window.find().get_by_label_contains("did you mean");
    window.key(Key::Num2);
    assert_eq!(*window.shell().screen(), Screen::Start);
}

#[test]
fn a_seed_that_was_typed_is_used() {
    let (mut window, deeds) = usual();
    window.key(Key::Num1);
    window
        .find()
        .get_by_label("Seed of luck (optional)")
        .focus();
    window.frame();
    window
        .find()
        .get_by_label("Seed of luck (optional)")
        .type_text("1127x");
    window.frame();
    // It stands below what is shown: the keyboard scrolls to it.
    window.find().get_by_label("Play as Song").click_accesskit();
    window.frame();
    assert_eq!(
        did(&deeds),
        ["begin jingkang [CourtId(0)] Some(1127) against counsel"]
    );
}

#[test]
fn the_opponent_that_was_chosen_plays() {
    let (mut window, deeds) = usual();
    window.key(Key::Num1);
    window.find().get_by_label("The other court");
    window.key(Key::O);
    window.key(Key::O);
    window.key(Key::Num1);
    assert_eq!(
        did(&deeds),
        ["begin jingkang [CourtId(0)] None against counsel-bold"]
    );
}

#[test]
fn continue_goes_on_with_the_newest_game() {
    let (mut window, deeds) = usual();
    window.key(Key::C);
    assert_eq!(did(&deeds), ["resume one"]);
    assert_eq!(*window.shell().screen(), Screen::Game);
    // All of it is written down: from the start, the same game is one click away again.
    window.ask(Intent::Go(Screen::Start));
    window.click("Continue");
    assert_eq!(*window.shell().screen(), Screen::Game);
    assert_eq!(did(&deeds), ["resume one", "resume one"]);
}

#[test]
fn saved_games_are_gone_on_with_renamed_and_discarded() {
    let (mut window, deeds) = usual();
    window.key(Key::S);
    assert_eq!(*window.shell().screen(), Screen::Saves);
    window.find().get_by_label_contains("the drawer");
    window.key(Key::ArrowDown);
    // Discarding asks first, and Escape takes the question back.
    window.key(Key::D);
    window
        .find()
        .get_by_label_contains("cannot be brought back");
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Saves);
    assert!(window.find().query_by_label("Discard it").is_none());
    window.key(Key::R);
    window.find().get_by_label("Its name").type_text("!");
    window.frame();
    window.click("Keep this name");
    window.key(Key::D);
    window.key(Key::Y);
    window.key(Key::ArrowDown);
    window.key(Key::G);
    let done = did(&deeds);
    assert!(
        done[0].starts_with("rename two ") && done[0].contains('!'),
        "{done:?}"
    );
    assert_eq!(done[1..], ["discard two", "resume old"]);
}

#[test]
fn a_game_that_cannot_be_gone_on_with_says_so_and_can_only_be_named_or_discarded() {
    let (mut window, deeds) = usual();
    window.key(Key::S);
    window.click("From another year");
    window
        .find()
        .get_by_label("This game was written by another version of the rules.");
    window.key(Key::G);
    assert_eq!(did(&deeds), [""; 0]);
}

#[test]
fn what_if_branches_a_turn_under_a_name_and_tells_when_it_cannot() {
    let (mut window, deeds) = usual();
    window.key(Key::B);
    window.click("The long siege");
    window
        .find()
        .get_by_label_contains("From which turn of “The long siege”?");
    window.key(Key::ArrowUp);
    window.key(Key::ArrowUp);
    window.key(Key::B);
    assert_eq!(did(&deeds), ["branch one 10 The long siege, otherwise"]);
    window.find().get_by_label("The disk is full.");
    // What lies beneath a message hears no key.
    window.key(Key::B);
    assert_eq!(did(&deeds).len(), 1);
    window.key(Key::Enter);
    assert!(window.find().query_by_label("Understood").is_none());
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::WhatIf(None));
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Start);
}

#[test]
fn settings_take_effect_at_once_and_lead_back_to_where_one_was() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Go(Screen::Settings));
    window.key(Key::T);
    assert_eq!(window.shell().settings().theme, Theme::Night);
    window.click("High contrast");
    assert_eq!(window.shell().settings().theme, Theme::Contrast);
    window.click("Larger");
    window.key(Key::Minus);
    window.key(Key::Minus);
    assert_eq!(window.shell().settings().text_percent, 90);
    window.click("Reduced motion");
    window.key(Key::F);
    window.key(Key::W);
    let settles = |window: &Window| {
        let shell = window.shell();
        let session = shell.session().expect("a game");
        (shell.settings().secretariat, session.secretariat())
    };
    assert_eq!(settles(&window), (false, false));
    window.key(Key::L);
    assert_eq!(settles(&window), (true, true));
    window
        .find()
        .get_by_label("After each choice")
        .click_accesskit();
    window.frame();
    let settings = window.shell().settings().clone();
    assert!(settings.reduced_motion && settings.plain_face && !settings.show_marches);
    assert_eq!(settings.reveal, Reveal::EachChoice);
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Game);
}

#[test]
fn every_screen_can_be_looked_at_in_every_size_and_theme() {
    let sizes = [
        ("720p", 1280.0, 720.0, 100, Theme::Paper),
        ("night", 1280.0, 720.0, 100, Theme::Night),
        ("contrast", 1280.0, 720.0, 100, Theme::Contrast),
        ("old", 1024.0, 768.0, 100, Theme::Paper),
        ("large", 1920.0, 1080.0, 100, Theme::Paper),
        ("200", 1280.0, 720.0, 200, Theme::Paper),
    ];
    for (name, width, height, text_percent, theme) in sizes {
        let (mut window, _) = full(
            Settings {
                text_percent,
                theme,
                ..Settings::default()
            },
            width,
            height,
        );
        let one = SaveId("one".to_owned());
        let jingkang = ScenarioId("jingkang".to_owned());
        for (screen, label, at) in [
            ("start", "Continue", Screen::Start),
            ("brief", "Before you begin", Screen::Brief(jingkang)),
            ("saves", "The long siege", Screen::Saves),
            ("which", "Which game?", Screen::WhatIf(None)),
            ("whatif", "Begin from this turn", Screen::WhatIf(Some(one))),
            ("settings", "Text size", Screen::Settings),
        ] {
            window.ask(Intent::Go(at));
            let found = window.find().get_by_label(label).rect();
            let room = egui::Rect::from_min_size(
                egui::Pos2::ZERO,
                egui::vec2(width, height) * 100.0 / f32::from(text_percent),
            );
            assert!(
                found.left() >= 0.0 && found.right() <= room.right() + 0.5,
                "{name} {screen} {found:?}"
            );
            window.picture(&format!("{screen}-{name}"));
        }
    }
}
