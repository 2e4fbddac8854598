//! The books of the court: treasury, people, treaties, codex.

use egui_kittest::kittest::Queryable;
use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{DecisionId, OptionId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::panels::desk::{OrderKind, Panel, Thing, Topic};
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::settings::{Settings, Theme};
use rivers_and_mountains::scenario::language::Good;
use rivers_and_mountains::table::ledger::account;
use rivers_and_mountains::table::{papers, roll};

use crate::support::{Window, book, jingkang};

/// The sizes and themes that are looked at.
const LOOKS: [(&str, f32, f32, u16, Theme); 6] = [
    ("1280", 1280.0, 720.0, 100, Theme::Paper),
    ("night", 1280.0, 720.0, 100, Theme::Night),
    ("contrast", 1280.0, 720.0, 100, Theme::Contrast),
    ("1024", 1024.0, 768.0, 100, Theme::Paper),
    ("1920", 1920.0, 1080.0, 100, Theme::Paper),
    ("200", 1280.0, 720.0, 200, Theme::Paper),
];

/// A game of Jingkang under a look.
fn game(court: &str, (_, width, height, text, theme): (&str, f32, f32, u16, Theme)) -> Window {
    let settings = Settings {
        text_percent: text,
        theme,
        ..Settings::default()
    };
    let mut window = Window::with(settings, width, height);
    let (scenario, court) = jingkang(court);
    window.ask(Intent::Begin { scenario, court });
    window
}

/// Answers what waits with the first open option, and ends so many xun.
fn play(window: &mut Window, xun: u16) {
    for _ in 0..xun {
        loop {
            let ask: Option<(DecisionId, OptionId)> = {
                let shell = window.shell();
                let (Some(session), Some(desk)) = (shell.session(), shell.desk()) else {
                    return;
                };
                let view = session.view(desk.court);
                session.waiting(desk.court).iter().find_map(|(_, d)| {
                    let n = book().decisions[d.index()].options.len();
                    (0..n)
                        .map(OptionId::of)
                        .find(|o| view.may_choose(*d, *o).is_ok())
                        .map(|o| (*d, o))
                })
            };
            let Some((decision, option)) = ask else {
                break;
            };
            window.ask(Intent::Ask(Ask::Choose { decision, option }));
        }
        window.ask(Intent::EndTurn);
    }
}

fn has(window: &Window, label: &str) -> bool {
    window.find().query_all_by_label(label).next().is_some()
}

fn has_part(window: &Window, part: &str) -> bool {
    window
        .find()
        .query_all_by_label_contains(part)
        .next()
        .is_some()
}

#[test]
fn every_line_of_an_account_adds_up_to_what_is_in_store() {
    let mut window = Window::game("song", 1280.0, 720.0);
    play(&mut window, 8);
    let shell = window.shell();
    let (session, court) = (
        shell.session().expect("a game"),
        shell.desk().expect("a desk").court,
    );
    let seat = session.seat(court).expect("a seat");
    let now = session.view(court).turn();
    let mut lines = 0;
    for good in [
        Good::Gold,
        Good::Silver,
        Good::Silk,
        Good::Cash,
        Good::Grain,
    ] {
        let start = book().courts[court.index()].treasury[good as usize];
        let all = account(session, court, good, Turn(0), Turn(now.0 + 1));
        let sum: i64 = all.lines.iter().map(|l| l.by).sum();
        assert_eq!(all.before, start, "{good:?}: what there was at first");
        assert_eq!(all.before + sum, all.after, "{good:?}");
        assert_eq!(
            all.after,
            session.view(court).realm().treasury[good as usize]
        );
        lines += all.lines.len();
        // A month within the game joins those beside it.
        let (early, late) = (
            account(session, court, good, Turn(0), Turn(4)),
            account(session, court, good, Turn(4), Turn(now.0 + 1)),
        );
        assert_eq!(early.after, late.before, "{good:?}");
        assert!(seat.sittings.len() > 4);
    }
    assert!(
        lines > 5,
        "taxes, pay, offices, rations and choices: {lines}"
    );
}

#[test]
fn a_choice_taken_back_leaves_the_books() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let court = window.shell().desk().expect("a desk").court;
    let booked = |window: &Window| {
        let shell = window.shell();
        shell.session().expect("a game").books(court).len()
    };
    // Wait for a matter with an option that costs something.
    for _ in 0..20 {
        let found = {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let view = session.view(court);
            session.waiting(court).iter().find_map(|(_, d)| {
                let options = &book().decisions[d.index()].options;
                (0..options.len())
                    .map(OptionId::of)
                    .find(|o| {
                        !options[o.index()].cost.is_empty() && view.may_choose(*d, *o).is_ok()
                    })
                    .map(|o| (*d, o))
            })
        };
        if let Some((decision, option)) = found {
            let before = booked(&window);
            window.ask(Intent::Ask(Ask::Choose { decision, option }));
            assert!(booked(&window) > before, "a cost is booked at once");
            window.ask(Intent::TakeBack(0));
            assert_eq!(booked(&window), before);
            return;
        }
        play(&mut window, 1);
    }
    panic!("no matter with a cost in twenty xun");
}

#[test]
fn the_treasury_tells_every_good_and_opens_its_account() {
    let mut window = Window::game("song", 1280.0, 720.0);
    play(&mut window, 5);
    window.ask(Intent::Show(Panel::Treasury));
    assert!(has_part(&window, "Account of silver"));
    assert!(has_part(&window, "taels"));
    let label = {
        let shell = window.shell();
        let (session, desk) = (shell.session().expect("a game"), shell.desk().expect("one"));
        let cash = session.view(desk.court).realm().treasury[Good::Cash as usize];
        format!(
            "Cash: {} strings",
            rivers_and_mountains::prose::number(cash)
        )
    };
    window.click(&label);
    assert!(has_part(&window, "Account of cash"));
    window.click("Since the game began");
    assert!(has(&window, "Pay of troops"));
    assert!(has_part(&window, "Taxes and monopolies"));
}

#[test]
fn people_are_found_opened_and_given_orders_about() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Show(Panel::People));
    let tong = book().person("tong_guan").expect("Tong Guan");
    assert!(has_part(&window, "Tong Guan"));
    window
        .find()
        .get_by_label("Find a name, an office or a post")
        .focus();
    window.frame();
    window
        .find()
        .get_by_label("Find a name, an office or a post")
        .type_text("tong guan");
    window.frame();
    assert!(!has_part(&window, "Bai Shizhong"));
    let row = window
        .find()
        .get_all_by_label_contains("Tong Guan, ")
        .next()
        .map(|n| n.rect());
    assert!(row.is_some());
    window
        .find()
        .get_all_by_label_contains("Tong Guan, ")
        .next()
        .expect("his row")
        .click();
    window.frame();
    assert!(has(&window, "Dismiss"));
    assert!(has_part(&window, "Loyalty"));
    let fate = &book().people[tong.index()].fate;
    assert!(fate.is_empty() || !has(&window, fate), "his fate waits");
    window.click("Show on the map");
    {
        let shell = window.shell();
        assert!(matches!(
            shell.desk().expect("a desk").selected,
            Some(Thing::Place(_) | Thing::Army(_))
        ));
    }
    window.click("Give a command");
    {
        let shell = window.shell();
        let aim = shell.desk().expect("a desk").aim.clone().expect("an aim");
        assert_eq!((aim.kind, aim.person), (OrderKind::Command, Some(tong)));
    }
}

#[test]
fn counsel_is_scored_only_where_it_was_heeded_and_its_day_has_come() {
    let mut window = Window::game("song", 1280.0, 720.0);
    play(&mut window, 16);
    let shell = window.shell();
    let (session, desk) = (shell.session().expect("a game"), shell.desk().expect("one"));
    let mut said = 0;
    for person in 0..book().people.len() {
        let person = rivers_and_mountains::base::ids::PersonId::of(person);
        for advice in roll::advice(session, desk.court, person) {
            said += 1;
            let decision = &book().decisions[advice.decision.index()];
            let voice = &decision.voices[advice.voice];
            assert_eq!(voice.who, person);
            if advice.came_true.is_some() {
                assert_eq!(advice.heeded, Some(true));
                assert!(voice.by <= session.view(desk.court).day());
            }
        }
    }
    assert!(said > 5, "{said}");
}

#[test]
fn treaties_keep_a_ledger_and_foretell_no_draft() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Show(Panel::Treaties));
    assert!(has_part(&window, "Ledger of papers"));
    let hidden: Vec<String> = {
        let shell = window.shell();
        let (session, desk) = (shell.session().expect("a game"), shell.desk().expect("one"));
        let view = session.view(desk.court);
        let drafts = 0..book().drafts.len();
        drafts
            .map(rivers_and_mountains::base::ids::DraftId::of)
            .filter(|d| !papers::is_known(&view, *d))
            .map(|d| book().drafts[d.index()].title.clone())
            .collect()
    };
    assert!(!hidden.is_empty(), "some drafts wait for their time");
    for title in &hidden {
        assert!(!has_part(&window, title), "{title}");
    }
    // Nor does the codex know them.
    window.ask(Intent::Show(Panel::Codex));
    let search = "Search people, places, courts, treaties and words";
    window.find().get_by_label(search).focus();
    window.frame();
    window.find().get_by_label(search).type_text(&hidden[0]);
    window.frame();
    assert!(has_part(&window, "Nothing here answers to"));
}

#[test]
fn the_codex_is_searched_followed_and_left_again() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Show(Panel::Codex));
    let search = "Search people, places, courts, treaties and words";
    window.find().get_by_label(search).focus();
    window.frame();
    window.find().get_by_label(search).type_text("taiyuan");
    window.frame();
    window.click("Taiyuan, place");
    let taiyuan = book().place("taiyuan").expect("Taiyuan");
    assert_eq!(
        window.shell().desk().expect("a desk").topics.last(),
        Some(&Topic::Place(taiyuan))
    );
    assert!(has_part(&window, "Roads from here"));
    window.key(egui::Key::Escape);
    assert!(window.shell().desk().expect("a desk").topics.is_empty());
    assert!(has(&window, "Tael, word"));
    window.find().get_by_label(search).focus();
    window.frame();
    window.find().get_by_label(search).type_text("誓書");
    window.frame();
    window.click("Oath letter, word");
    assert!(has_part(&window, "The form that a treaty takes"));
    // A term that another's page names is a link there.
    window.ask(Intent::Open(Topic::Term(u16::MAX)));
    window.key(egui::Key::Escape);
    assert!(has_part(&window, "The form that a treaty takes"));
}

#[test]
fn nobody_who_is_nobody_yet_is_in_the_codex() {
    let window = Window::game("song", 1280.0, 720.0);
    let shell = window.shell();
    let (session, desk) = (shell.session().expect("a game"), shell.desk().expect("one"));
    let view = session.view(desk.court);
    let yue = book().person("yue_fei").expect("Yue Fei");
    assert!(!roll::is_known(session.texts(), &view, yue));
    let li = book().person("li_gang").expect("Li Gang");
    assert!(roll::is_known(session.texts(), &view, li));
}

/// Every page in every look; with `PICTURES` they are painted.
#[test]
fn the_books_in_every_look() {
    for look in LOOKS {
        let mut window = game("song", look);
        play(&mut window, 12);
        let name = look.0;
        for panel in [
            Panel::Treasury,
            Panel::People,
            Panel::Treaties,
            Panel::Codex,
        ] {
            window.ask(Intent::Show(panel));
            window.picture(&format!("books-{panel:?}-{name}"));
        }
        let li = book().person("li_gang").expect("Li Gang");
        window.ask(Intent::Open(Topic::Person(li)));
        window.picture(&format!("books-codex-person-{name}"));
        let place = book().place("taiyuan").expect("Taiyuan");
        window.ask(Intent::Open(Topic::Place(place)));
        window.picture(&format!("books-codex-place-{name}"));
        let term = book()
            .terms
            .iter()
            .position(|t| t.id == "sea_alliance")
            .expect("a term");
        window.ask(Intent::Open(Topic::Term(
            u16::try_from(term).expect("a small table"),
        )));
        window.picture(&format!("books-codex-term-{name}"));
        assert!(has_part(&window, "Shandong"), "{name}");
        window.ask(Intent::Show(Panel::People));
        let filter = "Find a name, an office or a post";
        window.find().get_by_label(filter).focus();
        window.frame();
        window.find().get_by_label(filter).type_text("li gang");
        window.frame();
        window
            .find()
            .get_all_by_label_contains("Li Gang, ")
            .next()
            .expect("his row")
            .click();
        window.frame();
        window.picture(&format!("books-person-{name}"));
        assert!(has(&window, "Dismiss"), "{name}");
    }
}
