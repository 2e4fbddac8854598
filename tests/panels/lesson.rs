//! A lesson on the wall, from the start screen to the printed page, by keys alone.

use egui::Key;
use egui_kittest::kittest::Queryable;
use rivers_and_mountains::panels::intent::Screen;
use rivers_and_mountains::table::lesson::Stage;

use crate::support::Window;

/// From the start screen into one of the lessons of Jingkang: the first takes twenty minutes, the second forty-five.
fn begun(plan: Key, width: f32, height: f32) -> Window {
    let mut window = Window::new(width, height);
    window.frame();
    window.picture(&format!("lesson-start-{width}"));
    window.key(Key::L);
    assert!(matches!(window.shell().screen(), Screen::Lessons(_)));
    window.key(plan);
    window.picture(&format!("lesson-before-{width}"));
    window.key(Key::G);
    assert_eq!(*window.shell().screen(), Screen::Lesson);
    window
}

fn stage(window: &Window) -> Stage {
    let shell = window.shell();
    shell.wall().expect("a lesson").lesson().stage().clone()
}

/// So many minutes of a lesson pass; gives them back.
fn pass(window: &mut Window, minutes: u16) -> u16 {
    let time = std::time::Duration::from_secs(60 * u64::from(minutes));
    window.with_shell(|shell| shell.tick(time));
    window.frame();
    minutes
}

/// What the stage is called in a picture's name.
fn name(stage: &Stage) -> String {
    let name = format!("{stage:?}");
    name.chars().take_while(|c| c.is_alphabetic()).collect()
}

/// Every slide of a lesson at the sizes of projectors: nothing is cut off, and every page can be reached with one key.
#[test]
fn a_whole_lesson_is_driven_by_keys() {
    for (width, height) in [(1024.0, 768.0), (1920.0, 1080.0)] {
        let mut window = begun(Key::Num2, width, height);
        let mut minutes = 0;
        let (mut taken, mut minorities, mut shown) = (0, 0, std::collections::BTreeSet::new());
        for _ in 0..400 {
            let now = stage(&window);
            let page = window.shell().wall().expect("a lesson").page();
            if shown.insert((name(&now), page)) {
                window.picture(&format!("lesson-{width}-{}-{page}", name(&now)));
            }
            match now {
                Stage::Opening | Stage::Closing => {
                    let part = {
                        let shell = window.shell();
                        let lesson = shell.wall().expect("a lesson").lesson();
                        let plan = lesson.plan(shell.session().expect("a game"));
                        assert_eq!(plan.minutes, 45);
                        if now == Stage::Opening {
                            plan.opening_minutes
                        } else {
                            plan.closing_minutes
                        }
                    };
                    if page == 0 {
                        minutes += pass(&mut window, part);
                    }
                    window.key(Key::PageDown);
                }
                Stage::Vote => {
                    let part = {
                        let shell = window.shell();
                        let lesson = shell.wall().expect("a lesson").lesson();
                        lesson
                            .step(shell.session().expect("a game"))
                            .expect("a step")
                            .minutes
                    };
                    minutes += pass(&mut window, part);
                    // One more for the first course than for the others.
                    let rows = {
                        let shell = window.shell();
                        shell.wall().expect("a lesson").lesson().tally().rows.len()
                    };
                    for row in 0..rows {
                        for key in if row == 0 {
                            [Key::Num1, Key::Num2]
                        } else {
                            [Key::Num0, Key::Num9]
                        } {
                            window.key(key);
                        }
                        if row + 1 == rows {
                            window.picture(&format!("lesson-{width}-Vote-{taken}"));
                        }
                        window.key(Key::Enter);
                    }
                    taken += 1;
                    continue;
                }
                Stage::Minority => {
                    // Nothing is shown of what came before the class has decided.
                    assert!(
                        window
                            .find()
                            .query_by_label_contains("What the court of the time did")
                            .is_none()
                    );
                    window
                        .hands()
                        .event(egui::Event::Text("We were afraid.".to_owned()));
                    window.frame();
                    minorities += 1;
                    window.key(Key::PageDown);
                    assert_eq!(stage(&window), Stage::Taken);
                    window.key(Key::R);
                    assert_eq!(stage(&window), Stage::Record);
                    window.picture(&format!("lesson-{width}-Record-{taken}"));
                    continue;
                }
                Stage::Page => break,
                _ => window.key(Key::PageDown),
            }
        }
        assert_eq!(stage(&window), Stage::Page);
        let passed = window
            .shell()
            .wall()
            .expect("a lesson")
            .lesson()
            .clock()
            .minutes();
        assert_eq!(passed, i64::from(minutes), "it takes what its parts take");
        assert!(taken >= 4 && minorities == taken, "{taken} {minorities}");
        let kept: Vec<String> = {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            session.votes().map(|(_, v)| v.minority.clone()).collect()
        };
        assert!(
            kept.iter().all(|said| said == "We were afraid."),
            "{kept:?}"
        );
        window.key(Key::P);
        window.find().get_by_label("Written: page.html");
        window.picture(&format!("lesson-{width}-Page-printed"));
        window.key(Key::D);
        assert_eq!(*window.shell().screen(), Screen::Game);
    }
}

/// The keys that are no part of the path: blank, the clock, help, and leaving.
#[test]
fn the_picture_is_blanked_and_the_clock_stopped() {
    let mut window = begun(Key::Num1, 1280.0, 720.0);
    window.key(Key::PageDown);
    assert_eq!(stage(&window), Stage::Opening);
    let left = |window: &Window| {
        window
            .shell()
            .wall()
            .expect("a lesson")
            .lesson()
            .clock()
            .shown()
    };
    let whole = left(&window);
    window.with_shell(|shell| shell.tick(std::time::Duration::from_secs(20)));
    let later = left(&window);
    assert_ne!(whole, later);
    window.key(Key::Space);
    window.with_shell(|shell| shell.tick(std::time::Duration::from_secs(20)));
    assert_eq!(left(&window), later);
    window.find().get_by_label_contains("clock stopped");
    window.key(Key::Space);
    window.key(Key::H);
    assert!(window.shell().wall().expect("a lesson").is_blank());
    assert!(
        window
            .find()
            .query_by_label("Before the first decision")
            .is_none()
    );
    window.key(Key::PageDown);
    assert_eq!(
        stage(&window),
        Stage::Opening,
        "a blank picture comes back first"
    );
    window.find().get_by_label("Before the first decision");
    window.key(Key::F1);
    window.find().get_by_label("Keys");
    window.picture("lesson-help");
    window.key(Key::PageDown);
    window.find().get_by_label("Before the first decision");
    window.key(Key::PageUp);
    assert_eq!(stage(&window), Stage::Title);
    window.key(Key::R);
    assert_eq!(
        stage(&window),
        Stage::Title,
        "nothing is revealed before a vote"
    );
    window.key(Key::Escape);
    assert_eq!(*window.shell().screen(), Screen::Start);
    assert!(window.shell().wall().is_none());
}

/// In a tie the chair's digit decides, and only between those it is between.
#[test]
fn the_chair_decides_a_tie() {
    let mut window = begun(Key::Num1, 1280.0, 720.0);
    while stage(&window) != Stage::Vote {
        window.key(Key::PageDown);
    }
    for key in [Key::Num5, Key::ArrowDown, Key::Num5, Key::PageDown] {
        window.key(key);
    }
    assert!(matches!(stage(&window), Stage::Chair(_)));
    window.picture("lesson-chair");
    window.key(Key::PageDown);
    assert!(
        matches!(stage(&window), Stage::Chair(_)),
        "next decides nothing"
    );
    window.key(Key::Num1);
    assert_eq!(stage(&window), Stage::Minority);
}
