//! The negotiating table: a paper composed, weighed, sent and changed, by label and by key.

use egui::Key;
use egui_kittest::kittest::Queryable;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::orders::{Order, Treat};
use rivers_and_mountains::panels::desk::{Brush, Overlay, Panel};
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::settings::{Settings, Theme};
use rivers_and_mountains::prose::{Texts, names};
use rivers_and_mountains::scenario::language::Clause;
use rivers_and_mountains::scenario::model::ClauseNow;
use rivers_and_mountains::table::papers;
use rivers_and_mountains::table::writing::{ClauseKind, Sketch, Writing};

use crate::support::{Window, book, jingkang};

fn jin() -> CourtId {
    book().court("jin").expect("a court")
}

/// The clauses under the brush.
fn clauses(window: &Window) -> Vec<ClauseNow> {
    let shell = window.shell();
    let desk = shell.desk().expect("a game");
    desk.brush
        .as_ref()
        .map(|brush| brush.writing.clauses.clone())
        .unwrap_or_default()
}

/// The papers that were sent this turn.
fn sent(window: &Window) -> Vec<(CourtId, usize)> {
    let shell = window.shell();
    let session = shell.session().expect("a game");
    session
        .asks()
        .iter()
        .filter_map(|ask| match &ask.1 {
            Ask::Order(Order::Treat(treat)) => match &**treat {
                Treat::Offer { to, clauses, .. } => Some((*to, clauses.len())),
                _ => None,
            },
            _ => None,
        })
        .collect()
}

fn has(window: &Window, part: &str) -> bool {
    window
        .find()
        .query_all_by_label_contains(part)
        .next()
        .is_some()
}

/// The first thing whose label holds these words, pressed.
fn press(window: &mut Window, part: &str) {
    let node = window
        .find()
        .query_all_by_label_contains(part)
        .next()
        .unwrap_or_else(|| panic!("nothing is called {part}"));
    node.click_accesskit();
    window.frame();
}

#[test]
fn a_paper_is_composed_sent_and_taken_under_the_brush_again() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.ask(Intent::Show(Panel::Treaties));
    press(&mut window, "Write to Jin");
    assert!(has(&window, "It says nothing yet."));
    // An empty paper is not sent, and it is said why.
    assert!(has(&window, "A paper must say something"));
    press(&mut window, "Add a clause");
    press(&mut window, "A payment");
    window.picture("table-form");
    press(&mut window, "× 2");
    press(&mut window, "Write it in");
    window.key(Key::A);
    press(&mut window, "No shelter");
    press(&mut window, "Write it in");
    assert!(matches!(
        clauses(&window)[..],
        [
            Clause::Pay {
                amount: 400_000,
                ..
            },
            Clause::NoShelter { .. }
        ]
    ));
    window.picture("table-brush");
    assert!(has(&window, "How Jin may weigh it"));
    assert!(has(&window, "How it weighs with your own court"));
    // The first clause is chosen by key and struck out, the other changed: the other side is bound.
    window.key(Key::ArrowDown);
    window.key(Key::K);
    assert_eq!(clauses(&window).len(), 1);
    window.key(Key::ArrowDown);
    window.key(Key::Q);
    window.click("Jin");
    window.key(Key::Enter);
    assert!(matches!(clauses(&window)[..], [Clause::NoShelter { by }] if by == jin()));
    window.key(Key::S);
    assert_eq!(sent(&window), [(jin(), 1)]);
    assert!(window.shell().desk().expect("a game").brush.is_none());
    // From its slip among the orders it comes back, and takes its own place when it is sent again.
    window.ask(Intent::Show(Panel::Orders));
    press(&mut window, "with a paper of one clause");
    assert_eq!(
        window.shell().desk().expect("a game").panel,
        Panel::Treaties
    );
    window.key(Key::A);
    press(&mut window, "Truce");
    press(&mut window, "Write it in");
    window.key(Key::S);
    assert_eq!(sent(&window), [(jin(), 2)]);
}

#[test]
fn every_kind_of_clause_has_a_form_that_leads_to_it() {
    let mut window = Window::game("jin", 1280.0, 720.0);
    let song = book().court("song").expect("a court");
    for kind in ClauseKind::ALL {
        let mut brush = Brush::on(Writing::to(song));
        brush.sketch = Some((None, Sketch::new(kind, jin())));
        window.ask(Intent::Brush(Some(Box::new(brush))));
        let sketch = |window: &Window| {
            let shell = window.shell();
            let desk = shell.desk().expect("a game");
            desk.brush
                .clone()
                .and_then(|brush| brush.sketch)
                .expect("a clause in the making")
                .1
        };
        for _ in 0..4 {
            let Some(missing) = sketch(&window).missing() else {
                break;
            };
            assert!(has(&window, "Still to be named"), "{kind:?}");
            let mut named = sketch(&window);
            use rivers_and_mountains::table::writing::Field;
            match missing {
                Field::Words => "May heaven turn from us.".clone_into(&mut named.words),
                Field::Third => named.third = book().court("liao"),
                Field::Person => {
                    if kind == ClauseKind::Return {
                        // Nobody is in anybody's hands on the first day.
                        assert!(has(&window, "There is nobody"), "{kind:?}");
                        break;
                    }
                    press(&mut window, "Wanyan");
                    continue;
                }
                Field::Place if matches!(kind, ClauseKind::Share | ClauseKind::Campaign) => {
                    // Hardly a place is neither's here.
                    named.place = book().place("datong");
                }
                _ => {
                    // The likeliest places stand first: the enemy's towns by the border, one's own by his.
                    let shown = book()
                        .atlas
                        .places
                        .iter()
                        .map(|place| format!("{} {}", place.name, place.name_zh))
                        .find(|name| window.find().query_by_label(name).is_some())
                        .expect("a place to choose");
                    press(&mut window, &shown);
                    continue;
                }
            }
            let mut brush = Brush::on(Writing::to(song));
            brush.sketch = Some((None, named));
            window.ask(Intent::Brush(Some(Box::new(brush))));
        }
        if sketch(&window).missing().is_none() {
            press(&mut window, "Write it in");
            let kinds: Vec<ClauseKind> = clauses(&window).iter().map(ClauseKind::of).collect();
            assert_eq!(kinds, [kind]);
        }
    }
}

#[test]
fn leaving_a_clause_or_the_panel_loses_nothing() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let writing = Writing {
        clauses: vec![Clause::Peace],
        ..Writing::to(jin())
    };
    window.ask(Intent::Brush(Some(Box::new(Brush::on(writing)))));
    window.key(Key::A);
    press(&mut window, "A cession");
    window.key(Key::Escape);
    assert_eq!(clauses(&window).len(), 1);
    window.key(Key::Escape);
    assert_eq!(window.shell().desk().expect("a game").panel, Panel::Council);
    window.key(Key::Y);
    assert_eq!(clauses(&window).len(), 1);
    press(&mut window, "Put the paper away");
    assert!(window.shell().desk().expect("a game").brush.is_none());
}

#[test]
fn the_table_in_every_size_and_theme() {
    for (name, width, height, text_percent, theme) in [
        ("1280", 1280.0, 720.0, 100, Theme::Paper),
        ("night", 1280.0, 720.0, 100, Theme::Night),
        ("1024", 1024.0, 768.0, 100, Theme::Paper),
        ("1920", 1920.0, 1080.0, 100, Theme::Contrast),
        ("200", 1280.0, 720.0, 200, Theme::Paper),
    ] {
        let settings = Settings {
            text_percent,
            theme,
            ..Settings::default()
        };
        let mut window = Window::with(settings, width, height);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        window.ask(Intent::Show(Panel::Treaties));
        window.picture(&format!("table-none-{name}"));
        let place = |id: &str| book().place(id).expect("a place");
        let song = book().court("song").expect("a court");
        let clauses = vec![
            Clause::Pay {
                by: song,
                good: rivers_and_mountains::scenario::language::Good::Silver,
                amount: 500_000,
                due_xun: 6,
                tolerance: 10,
                grace: 2,
                at: Some(place("hejian")),
            },
            Clause::Cede {
                by: song,
                place: place("yanjing"),
                due_xun: 6,
            },
            Clause::Withdraw {
                by: jin(),
                due_xun: 3,
            },
            Clause::NoShelter { by: song },
            Clause::Peace,
        ];
        let writing = Writing {
            clauses,
            ..Writing::to(jin())
        };
        let mut brush = Brush::on(writing);
        brush.chosen = Some(1);
        window.ask(Intent::Brush(Some(Box::new(brush))));
        assert!(has(&window, "A paper to Jin"));
        window.picture(&format!("table-{name}"));
    }
}

/// How many things were asked this turn.
fn asked(window: &Window) -> usize {
    let shell = window.shell();
    shell.session().expect("a game").asks().len()
}

#[test]
fn no_dike_is_broken_by_one_click() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let breach = {
        let shell = window.shell();
        let view = shell.session().expect("a game").view(jingkang("song").1);
        view.places()
            .map(|place| Order::BreakDike { place })
            .find(|order| view.may_order(order).is_ok())
            .expect("a town of one's own by the river")
    };
    window.ask(Intent::Ask(Ask::Order(breach)));
    let overlay = window.shell().desk().expect("a game").overlay;
    assert_eq!((asked(&window), overlay), (0, Some(Overlay::Sure)));
    window
        .find()
        .get_by_label_contains("The water will lie for about 90 days over");
    window.find().get_by_label_contains("20 in a hundred drown");
    window.click("Let it be done");
    assert_eq!(asked(&window), 1);
}

#[test]
fn a_word_is_neither_given_nor_broken_by_one_click() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let void = {
        let shell = window.shell();
        let view = shell.session().expect("a game").view(jingkang("song").1);
        view.papers()
            .map(|(draft, _)| Order::treat(Treat::Void { draft }))
            .find(|order| view.may_order(order).is_ok())
            .expect("an oath of the first day")
    };
    let laid = |window: &Window| window.shell().desk().expect("a game").overlay;
    window.ask(Intent::Ask(Ask::Order(void.clone())));
    assert_eq!((asked(&window), laid(&window)), (0, Some(Overlay::Sure)));
    assert!(has(&window, "This binds your court"));
    assert!(has(&window, "it is war") || has(&window, "is war with Jin"));
    assert!(has(&window, "legitimacy"));
    window.picture("table-sure");
    window.key(Key::Escape);
    assert_eq!((asked(&window), laid(&window)), (0, None));
    // It is asked again the next time, and done when it is meant.
    window.ask(Intent::Ask(Ask::Order(void)));
    assert_eq!(asked(&window), 0);
    window.key(Key::Enter);
    assert_eq!((asked(&window), laid(&window)), (1, None));
}

#[test]
fn a_written_paper_is_proposed_from_the_table() {
    let mut window = Window::game("song", 1280.0, 3600.0);
    let could = |window: &Window| {
        let shell = window.shell();
        let desk = shell.desk().expect("a game");
        let view = shell.session().expect("a game").view(desk.court);
        let mut all = papers::could_propose(&view).into_iter();
        all.find(|(_, answer)| answer.is_ok())
            .map(|(draft, _)| (draft, names::draft(&Texts::default(), &view, draft)))
    };
    for _ in 0..40 {
        if could(&window).is_some() {
            break;
        }
        window.ask(Intent::EndTurn);
        window.ask(Intent::Understood);
    }
    let (draft, name) = could(&window).expect("a paper that can be put forward");
    window.ask(Intent::Show(Panel::Treaties));
    window.click(&format!("Propose {name}"));
    let desk = window.shell().desk().expect("a game").clone();
    let aim = desk.aim.expect("an order in the making");
    assert_eq!((desk.panel, aim.draft), (Panel::Orders, Some(draft)));
    window.picture("treaties-propose");
    // So it is also where the form was left while it asked for a paper.
    window.key(Key::D);
    assert!(has(&window, "Which paper?"));
    window.ask(Intent::Show(Panel::Treaties));
    window.click(&format!("Propose {name}"));
    assert!(!has(&window, "Which paper?") && has(&window, "Change which paper: "));
    window.key(Key::Enter);
    let shell = window.shell();
    let asks = shell.session().expect("a game").asks();
    let ask = Ask::Order(Order::Propose { draft });
    assert!(asks.iter().any(|(_, asked)| *asked == ask), "{asks:?}");
}

#[test]
fn the_question_before_an_oath_shows_its_clauses_and_both_answers() {
    for (name, theme, percent) in [
        ("paper-100", Theme::Paper, 100),
        ("night-200", Theme::Night, 200),
        ("contrast-150", Theme::Contrast, 150),
    ] {
        let settings = Settings {
            theme,
            text_percent: percent,
            ..Settings::default()
        };
        let mut window = Window::with(settings, 1280.0, 720.0);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        let paper = |window: &Window| {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let view = session.view(court);
            let may = |d: &_| view.may_order(&Order::Accept { draft: *d }).is_ok();
            view.proposals().find(may)
        };
        for _ in 0..40 {
            if paper(&window).is_some() {
                break;
            }
            window.ask(Intent::EndTurn);
        }
        let draft = paper(&window).expect("somebody writes in the course of it");
        window.ask(Intent::Ask(Ask::Order(Order::Accept { draft })));
        window.picture(&format!("sure-accept-{name}"));
        let whole = window.find().ctx.content_rect();
        for answer in ["Go back", "Let it be done"] {
            let rect = window.find().get_by_label(answer).rect();
            assert!(whole.contains_rect(rect), "{name}: {answer} at {rect:?}");
        }
        window.click("Let it be done");
        let shell = window.shell();
        let asks = shell.session().expect("a game").asks().len();
        assert_eq!(asks, 1, "{name}: it was asked for");
    }
}
