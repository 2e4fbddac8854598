//! The main screen: the council with its matters, the strip, the rail, the keys, the slips over everything and the hints.

use egui::Key;
use egui_kittest::kittest::{NodeT, Queryable};
use rivers_and_mountains::base::ids::{CourtId, DecisionId, OptionId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::panels::desk::{Overlay, Panel};
use rivers_and_mountains::panels::intent::{Intent, Screen};
use rivers_and_mountains::panels::settings::{Reveal, Settings, Theme};
use rivers_and_mountains::prose::{Texts, names};

use crate::support::{Window, book, jingkang};

/// A game of Song in these settings, with every hint read.
fn song(settings: Settings, width: f32, height: f32) -> Window {
    let mut settings = settings;
    for hint in ["undo", "memorial", "table", "orders", "map", "end", "run"] {
        settings.hints_read.insert(hint.to_owned());
    }
    let mut window = Window::with(settings, width, height);
    let (scenario, court) = jingkang("song");
    window.ask(Intent::Begin { scenario, court });
    window
}

fn plain() -> Window {
    song(Settings::default(), 1280.0, 720.0)
}

fn court() -> CourtId {
    jingkang("song").1
}

/// The matters that wait, oldest first.
fn waiting(window: &Window) -> Vec<DecisionId> {
    let shell = window.shell();
    let session = shell.session().expect("a game");
    session
        .waiting(court())
        .into_iter()
        .map(|(_, d)| d)
        .collect()
}

/// What the court asked in this turn.
fn asks(window: &Window) -> Vec<Ask> {
    let shell = window.shell();
    let session = shell.session().expect("a game");
    session.asks().iter().map(|(_, ask)| ask.clone()).collect()
}

fn turn(window: &Window) -> u16 {
    window.shell().session().expect("a game").engine().turn().0
}

/// The rows of a matter as shown, and whether each is open.
fn rows(window: &Window, matter: DecisionId) -> Vec<(OptionId, bool)> {
    let shell = window.shell();
    let view = shell.session().expect("a game").view(court());
    names::options(&book(), matter)
        .into_iter()
        .map(|o| (o, view.may_choose(matter, o).is_ok()))
        .collect()
}

/// Ends turns, deciding each matter by its last open option, until this holds.
fn play_until(window: &mut Window, holds: impl Fn(&Window) -> bool) {
    for _ in 0..58 {
        if holds(window) {
            return;
        }
        for matter in waiting(window) {
            let open = rows(window, matter).into_iter().rfind(|(_, open)| *open);
            if let Some((option, _)) = open {
                window.ask(Intent::Ask(Ask::Choose {
                    decision: matter,
                    option,
                }));
            }
        }
        window.ask(Intent::EndTurn);
    }
    panic!("it never came to pass");
}

/// Until a matter lies before the court, which is then opened.
fn to_a_matter(window: &mut Window) -> DecisionId {
    play_until(window, |w| !waiting(w).is_empty());
    let matter = waiting(window)[0];
    window.ask(Intent::Matter(matter));
    matter
}

/// Whether a node's words begin so, be it a control or a text.
fn says(node: &egui_kittest::kittest::AccessKitNode<'_>, head: &str) -> bool {
    [node.label(), node.value()]
        .into_iter()
        .flatten()
        .any(|words| words.starts_with(head))
}

const DIGITS: [Key; 6] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
];

#[test]
fn each_open_option_is_chosen_by_its_digit_pressed_twice_and_taken_back() {
    let mut window = plain();
    let matter = to_a_matter(&mut window);
    for (row, (option, open)) in rows(&window, matter).into_iter().enumerate() {
        window.key(DIGITS[row]);
        assert!(asks(&window).is_empty(), "the first press only reads");
        assert_eq!(window.shell().desk().expect("a desk").focus, Some(row));
        window.key(DIGITS[row]);
        if open {
            let chosen = Ask::Choose {
                decision: matter,
                option,
            };
            assert_eq!(asks(&window), vec![chosen]);
            window.key(Key::Z);
        }
        assert!(asks(&window).is_empty());
        assert_eq!(waiting(&window).first(), Some(&matter));
    }
}

#[test]
fn each_open_option_is_chosen_by_click_on_its_row_and_button() {
    let mut window = plain();
    let matter = to_a_matter(&mut window);
    for (row, (option, open)) in rows(&window, matter).into_iter().enumerate() {
        if !open {
            continue;
        }
        let head = format!("Option {}.", row + 1);
        window
            .find()
            .get_by(|node| node.label().is_some_and(|l| l.starts_with(&head)))
            .click();
        window.frame();
        assert_eq!(window.shell().desk().expect("a desk").focus, Some(row));
        window.frame();
        window.click("Choose this");
        assert_eq!(
            asks(&window),
            vec![Ask::Choose {
                decision: matter,
                option
            }]
        );
        // What was decided comes into view.
        window.frame();
        window.click("Take it back");
        assert!(asks(&window).is_empty());
    }
}

#[test]
fn arrows_move_the_focus_and_enter_chooses() {
    let mut window = plain();
    let matter = to_a_matter(&mut window);
    let rows = rows(&window, matter);
    let (row, (option, _)) = rows
        .iter()
        .enumerate()
        .find(|(_, (_, open))| *open)
        .expect("an open option");
    for _ in 0..=row {
        window.key(Key::ArrowDown);
    }
    window.key(Key::ArrowUp);
    if row > 0 {
        window.key(Key::ArrowDown);
    }
    window.key(Key::Enter);
    assert_eq!(
        asks(&window),
        vec![Ask::Choose {
            decision: matter,
            option: *option
        }]
    );
}

#[test]
fn no_number_of_the_realm_leaves_the_strip_unsaid() {
    for (file, court) in [
        ("shaoxing.ron", "song"),
        ("shaoxing.ron", "jin"),
        ("jingkang.ron", "song"),
        ("haishang.ron", "song"),
    ] {
        for (width, percent) in [(1280.0, 100), (1180.0, 100), (1024.0, 100), (1280.0, 125)] {
            let settings = Settings {
                text_percent: percent,
                ..Settings::default()
            };
            let mut window = Window::game_of(file, court, settings, (width, 720.0));
            for _ in 0..3 {
                window.ask(Intent::EndTurn);
            }
            let strip = f32::from(percent) / 100.0 * width;
            let lettering = window.lettering();
            let heads: Vec<_> = lettering
                .iter()
                .filter(|(_, rect)| rect.max.y < 56.0 && rect.min.x > 64.0)
                .collect();
            for (i, (words, rect)) in heads.iter().enumerate() {
                assert!(rect.max.x <= strip, "{words} is cut");
                for (other, at) in &heads[i + 1..] {
                    let over = rect.shrink(2.0).intersects(at.shrink(2.0));
                    assert!(!over, "{file} {width}: {words} over {other}");
                }
            }
            let behind = heads.iter().any(|(words, _)| words.starts_with("Realm"));
            let court = window.shell().desk().expect("a desk").court;
            let stored = {
                let shell = window.shell();
                let session = shell.session().expect("a game");
                session.view(court).realm().treasury
            };
            for (name, have) in ["Gold", "Silver", "Silk", "Cash", "Grain"]
                .iter()
                .zip(stored)
            {
                let said = heads.iter().any(|(words, _)| words.starts_with(name));
                assert!(
                    said || behind || have == 0,
                    "{file} {court:?} {width} {percent}: {name}"
                );
                if width > 1200.0 && percent == 100 {
                    assert!(said || have == 0, "{file} {court:?}: {name} has room");
                }
            }
            window.picture(&format!("strip-{file}-{}-{width}-{percent}", court.0));
        }
    }
}

/// What lies under the pointer as a tip, if anything does.
fn tips(window: &Window) -> Vec<egui::Rect> {
    let ctx = &window.find().ctx;
    ctx.memory(|m| {
        let layers = m.areas().visible_layer_ids();
        let tips = layers.iter().filter(|l| l.order == egui::Order::Tooltip);
        tips.filter_map(|l| m.area_rect(l.id)).collect()
    })
}

#[test]
fn a_tip_lies_neither_on_what_it_explains_nor_on_a_hint() {
    let (mut seen, mut hints) = (0, 0);
    for (percent, panel) in [
        (100, Panel::Council),
        (100, Panel::Orders),
        (100, Panel::Treasury),
        (200, Panel::Council),
        (200, Panel::Treasury),
    ] {
        let settings = Settings {
            text_percent: percent,
            ..Settings::default()
        };
        let mut window = Window::with(settings, 1280.0, 720.0);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        window.ask(Intent::EndTurn);
        window.ask(Intent::Show(panel));
        window.ask(Intent::SkipMotion);
        let things: Vec<egui::Rect> = window
            .find()
            .root()
            .children_recursive()
            .filter(|node| node.accesskit_node().label().is_some())
            .map(|node| node.rect())
            .filter(|rect| rect.width() < 400.0 && rect.height() < 80.0)
            .collect();
        let whole = window.find().ctx.content_rect();
        for thing in things
            .into_iter()
            .filter(|t| whole.contains_rect(*t))
            .step_by(3)
        {
            window.hands().event(egui::Event::PointerGone);
            window.hands().step();
            window
                .hands()
                .event(egui::Event::PointerMoved(thing.center()));
            for _ in 0..5 {
                window.hands().step();
            }
            let hint = window.find().ctx.memory(|m| {
                let id = egui::Id::new("hint");
                let layer = egui::LayerId::new(egui::Order::Middle, id);
                m.areas()
                    .is_visible(&layer)
                    .then(|| m.area_rect(id))
                    .flatten()
            });
            for tip in tips(&window) {
                seen += 1;
                let over = tip.intersect(thing).shrink(1.0).is_positive();
                assert!(!over, "{percent} {panel:?}: {tip:?} over {thing:?}");
                if let Some(hint) = hint {
                    hints += 1;
                    let over = tip.intersect(hint).shrink(1.0).is_positive();
                    assert!(!over, "{percent} {panel:?}: {tip:?} over the hint {hint:?}");
                }
                assert!(whole.expand(1.0).contains_rect(tip), "{tip:?} is cut");
            }
        }
        window.picture(&format!("tips-{panel:?}-{percent}"));
    }
    assert!(seen > 30 && hints > 10, "{seen} tips, {hints} beside hints");
}

#[test]
fn a_closed_option_says_why_and_does_nothing() {
    let mut window = plain();
    let closed = |w: &Window| {
        waiting(w)
            .into_iter()
            .find(|m| rows(w, *m).iter().any(|(_, open)| !open))
    };
    play_until(&mut window, |w| closed(w).is_some());
    let matter = closed(&window).expect("a matter with a closed option");
    window.ask(Intent::Matter(matter));
    let (row, _) = rows(&window, matter)
        .into_iter()
        .enumerate()
        .find(|(_, (_, open))| !open)
        .expect("a closed option");
    let says = window
        .find()
        .query_all_by(|node| {
            node.value()
                .is_some_and(|v| v.starts_with("Closed.") && v.len() > 12)
        })
        .count();
    assert!(says >= 1, "the reason stands beside it");
    window.key(DIGITS[row]);
    window.key(DIGITS[row]);
    window.key(Key::Enter);
    assert!(asks(&window).is_empty());
    window.picture("council-closed");
}

#[test]
fn the_xun_does_not_end_over_a_waiting_matter_without_a_question() {
    let mut window = plain();
    to_a_matter(&mut window);
    let before = turn(&window);
    window.click("End the xun");
    assert_eq!(turn(&window), before);
    assert_eq!(
        window.shell().desk().expect("a desk").overlay,
        Some(Overlay::Ending)
    );
    window.picture("council-ending");
    window.click("Go back");
    assert_eq!(window.shell().desk().expect("a desk").overlay, None);
    window.key(Key::E);
    assert_eq!(turn(&window), before);
    window.key(Key::Escape);
    assert_eq!(window.shell().desk().expect("a desk").overlay, None);
    window.key(Key::R);
    assert_eq!(turn(&window), before, "running on asks the same question");
    window.click("End the xun all the same");
    assert_eq!(turn(&window), before + 1);
}

#[test]
fn with_nothing_waiting_e_ends_the_xun_and_r_runs_on() {
    let mut window = plain();
    play_until(&mut window, |w| waiting(w).is_empty());
    let before = turn(&window);
    window.key(Key::E);
    assert_eq!(turn(&window), before + 1);
    play_until(&mut window, |w| waiting(w).is_empty());
    let before = turn(&window);
    window.key(Key::R);
    assert!(turn(&window) > before);
}

#[test]
fn every_panel_has_its_letter_and_its_tab() {
    let mut window = plain();
    let all = [
        (Key::O, "Orders", Panel::Orders),
        (Key::T, "Treasury", Panel::Treasury),
        (Key::P, "People", Panel::People),
        (Key::Y, "Treaties", Panel::Treaties),
        (Key::H, "Chronicle", Panel::Chronicle),
        (Key::X, "Codex", Panel::Codex),
        (Key::C, "Council", Panel::Council),
    ];
    for (key, _, panel) in all {
        window.key(key);
        assert_eq!(window.shell().desk().expect("a desk").panel, panel);
    }
    for (_, name, panel) in all {
        window.ask(Intent::Show(Panel::Council));
        let tab = window
            .find()
            .query_all_by(|n| n.label().as_deref() == Some(name))
            .next()
            .expect("a tab");
        tab.click();
        window.frame();
        assert_eq!(
            window.shell().desk().expect("a desk").panel,
            panel,
            "{name}"
        );
    }
}

#[test]
fn the_council_tab_says_how_much_waits() {
    let mut window = plain();
    to_a_matter(&mut window);
    let waits = waiting(&window).len();
    let says = |w: &Window| {
        w.find()
            .query_all_by(|n| n.label().as_deref() == Some("Council"))
            .find_map(|n| n.value())
    };
    let papers = {
        let shell = window.shell();
        shell
            .session()
            .expect("a game")
            .view(court())
            .proposals()
            .count()
    };
    assert_eq!(says(&window), Some((waits + papers).to_string()));
}

#[test]
fn escape_goes_back_step_by_step_to_the_menu() {
    let mut window = plain();
    window.ask(Intent::Show(Panel::People));
    window.key(Key::Escape);
    assert_eq!(window.shell().desk().expect("a desk").panel, Panel::Council);
    window.key(Key::Escape);
    assert_eq!(
        window.shell().desk().expect("a desk").overlay,
        Some(Overlay::Menu)
    );
    window.picture("council-menu");
    window.click("Continue");
    assert_eq!(window.shell().desk().expect("a desk").overlay, None);
    window.key(Key::M);
    window.key(Key::S);
    assert_eq!(*window.shell().screen(), Screen::Settings);
    window.ask(Intent::Go(Screen::Game));
    assert_eq!(window.shell().desk().expect("a desk").overlay, None);
}

#[test]
fn a_slip_keeps_the_keys_from_what_lies_under_it() {
    let mut window = plain();
    window.key(Key::F1);
    assert_eq!(
        window.shell().desk().expect("a desk").overlay,
        Some(Overlay::Help)
    );
    window.picture("council-help");
    let before = turn(&window);
    window.key(Key::E);
    window.key(Key::T);
    assert_eq!(turn(&window), before);
    let panel = window.shell().desk().expect("a desk").panel;
    assert_eq!(panel, Panel::Council);
    window.key(Key::Escape);
    assert_eq!(window.shell().desk().expect("a desk").overlay, None);
}

#[test]
fn a_number_of_the_realm_says_what_moves_it() {
    let mut window = plain();
    window.find().get_by(|n| says(n, "Legitimacy")).click();
    window.frame();
    assert!(matches!(
        window.shell().desk().expect("a desk").overlay,
        Some(Overlay::Why(_))
    ));
    window.picture("council-why");
    assert!(window.find().query_by_label("What moves it").is_some());
}

#[test]
fn hints_go_for_good() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.picture("council-hint");
    let mut read = 0;
    while window.find().query_by_label("Understood").is_some() {
        if read == 0 {
            window.click("Understood");
        } else {
            window.key(Key::K);
        }
        read += 1;
        let kept = window.shell().settings().hints_read.len();
        assert_eq!(kept, read);
    }
    assert!(read >= 2, "the first screen has more than one thing to say");
    window.ask(Intent::EndTurn);
    let kept = window.shell().settings().hints_read.clone();
    let again = window.find().query_by_label("Understood").is_some();
    if again {
        window.key(Key::K);
        assert!(
            window.shell().settings().hints_read.len() > kept.len(),
            "a new hint, not one read before"
        );
    }
}

#[test]
fn the_record_is_shown_only_to_those_who_want_it_at_once() {
    for (wanted, shown) in [(Reveal::EachChoice, true), (Reveal::AtTheEnd, false)] {
        let settings = Settings {
            reveal: wanted,
            ..Settings::default()
        };
        let mut window = song(settings, 1280.0, 720.0);
        let matter = to_a_matter(&mut window);
        let (option, _) = rows(&window, matter)
            .into_iter()
            .find(|(_, open)| *open)
            .expect("an open option");
        window.ask(Intent::Ask(Ask::Choose {
            decision: matter,
            option,
        }));
        let outcome = &book().decisions[matter.index()].outcome;
        let told = window
            .find()
            .query_all_by(|n| n.value().is_some_and(|v| v == *outcome))
            .count();
        assert_eq!(told > 0, shown);
        if shown {
            window.picture("council-reveal");
            window.click("Go on");
            assert!(window.find().query_by_label("Go on").is_none());
            assert!(window.find().query_by_label("Take it back").is_some());
        }
    }
}

#[test]
fn a_small_window_has_menus_and_a_bar_of_keys() {
    let settings = Settings {
        text_percent: 200,
        ..Settings::default()
    };
    let mut window = song(settings, 1280.0, 720.0);
    to_a_matter(&mut window);
    window.click("Council ▼");
    window.picture("council-200pct-panels");
    window.click("Treasury");
    assert_eq!(
        window.shell().desk().expect("a desk").panel,
        Panel::Treasury
    );
    window.click("Realm ▼");
    window.picture("council-200pct-realm");
    assert!(window.find().query_by(|n| says(n, "Legitimacy")).is_some());
    window.key(Key::Escape);
    window.key(Key::M);
    assert!(window.shell().desk().expect("a desk").map_up);
    window.key(Key::M);
    assert!(!window.shell().desk().expect("a desk").map_up);
}

#[test]
fn every_size_and_theme_can_be_looked_at() {
    let sizes = [
        ("1280", 1280.0, 720.0, 100),
        ("1024", 1024.0, 768.0, 100),
        ("1920", 1920.0, 1080.0, 100),
        ("200pct", 1280.0, 720.0, 200),
    ];
    for (name, width, height, percent) in sizes {
        for theme in Theme::ALL {
            if theme != Theme::Paper && name != "1280" {
                continue;
            }
            let settings = Settings {
                theme,
                text_percent: percent,
                ..Settings::default()
            };
            let mut window = song(settings, width, height);
            to_a_matter(&mut window);
            window.ask(Intent::Overview);
            window.picture(&format!("council-table-{name}-{theme:?}"));
            let matter = waiting(&window)[0];
            window.ask(Intent::Matter(matter));
            window.ask(Intent::Focus(1));
            window.picture(&format!("council-{name}-{theme:?}"));
            let title = book().decisions[matter.index()].title.clone();
            assert!(
                window
                    .find()
                    .query_all_by(|n| n.value().is_some_and(|v| v == title))
                    .count()
                    > 0
            );
            let (option, _) = rows(&window, matter)
                .into_iter()
                .find(|(_, open)| *open)
                .expect("open");
            window.ask(Intent::Ask(Ask::Choose {
                decision: matter,
                option,
            }));
            window.picture(&format!("council-chosen-{name}-{theme:?}"));
        }
    }
    let words = Texts::default().t("table-end");
    assert_eq!(words, "End the xun");
}
