//! The writer's bench over a game: only where it was opened at it, with the mistakes of a saved file, every matter and every value.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use rivers_and_mountains::panels::desk::{Overlay, Tab};
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::shell::Shell;
use rivers_and_mountains::panels::store::{Opened, SaveId};
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::table::bench::{Bench, Come, Mistake, Saved};
use rivers_and_mountains::table::{NoKeeper, Session};

use crate::support::{Window, book};

type Slot = Arc<Mutex<Option<Saved>>>;

/// A bench on whose table a test lays what was saved.
struct Laid(Slot);

fn seated(book: &Arc<Scenario>) -> Session {
    let song = book.court("song").expect("a court");
    let named = [(book.court("jin").expect("a court"), Kind::Counsel)];
    let keeper = Box::new(NoKeeper);
    Session::new(book.clone(), 7, &[song], &named, Texts::default(), keeper)
}

impl Bench for Laid {
    fn saved(&mut self) -> Option<Saved> {
        self.0.lock().expect("nobody panicked").take()
    }
    fn ring(&mut self, _: Box<dyn Fn() + Send>) {}
    fn fresh(&self, book: &Arc<Scenario>) -> Result<Session, String> {
        Ok(seated(book))
    }
    fn keep(&mut self, _: &mut Session, _: Come) -> Result<(), String> {
        Ok(())
    }
    fn resume_words(&self) -> String {
        String::new()
    }
    fn journal(&self) -> PathBuf {
        PathBuf::from("journals/again.jsonl")
    }
}

/// A window with a game at the bench, and the table on which to lay what was saved.
fn at_bench() -> (Window, Slot) {
    let slot = Slot::default();
    let mut window = Window::new(1280.0, 720.0);
    let opened = Opened {
        session: seated(&book()),
        save: SaveId("test".to_owned()),
        notes: Vec::new(),
    };
    let lay = |shell: &mut Shell| shell.lay_at_bench(opened, Box::new(Laid(slot.clone())));
    window.with_shell(lay);
    window.frame();
    (window, slot)
}

fn save(window: &mut Window, slot: &Slot, saved: Saved) {
    *slot.lock().expect("nobody panicked") = Some(saved);
    window.frame();
}

fn press(window: &mut Window, label: &str) {
    let all: Vec<_> = window
        .find()
        .get_all_by_role_and_label(Role::Button, label)
        .collect();
    // A row may stand beyond the part of the list that is seen.
    all.last().expect("it is there").click_accesskit();
    window.frame();
}

fn overlay(window: &Window) -> Option<Overlay> {
    window.shell().desk().and_then(|desk| desk.overlay)
}

#[test]
fn a_game_that_is_played_has_no_bench() {
    let mut window = Window::game("song", 1280.0, 720.0);
    window.key(Key::F2);
    assert_eq!(overlay(&window), None);
    window.key(Key::M);
    assert!(window.find().query_by_label("The writer's bench").is_none());
}

#[test]
fn mistakes_lie_over_the_game_until_they_are_put_away_and_the_game_plays_on() {
    let (mut window, slot) = at_bench();
    let before = window.shell().session().expect("a game").engine().hash();
    let mistake = Mistake {
        file: "mine.ron".to_owned(),
        line: 12,
        column: 5,
        mild: false,
        message: "`Court` has no field `lein`; did you mean `lean`?".to_owned(),
        shown: String::new(),
    };
    save(&mut window, &slot, Saved::Broken(vec![mistake]));
    let find = window.find();
    find.get_by_label("mine.ron, line 12, column 5");
    find.get_by_label_contains("did you mean `lean`?");
    window.picture("bench-mistakes");
    window.key(Key::Escape);
    assert_eq!(overlay(&window), None);
    assert_eq!(
        window.shell().session().expect("a game").engine().hash(),
        before
    );
    window.ask(Intent::EndTurn);
    // The mistakes are still there to be looked up, and gone once the file is sound.
    window.key(Key::F2);
    window.find().get_by_label("mine.ron, line 12, column 5");
    let mut changed = (*book()).clone();
    changed.content_hash ^= 1;
    changed.courts[0].legitimacy = 33;
    save(
        &mut window,
        &slot,
        Saved::Sound(Arc::new(changed), Vec::new()),
    );
    assert_eq!(overlay(&window), None);
    {
        let shell = window.shell();
        let session = shell.session().expect("a game");
        assert_eq!(session.engine().turn().0, 1);
        assert_ne!(session.engine().book().content_hash, book().content_hash);
        assert_eq!(
            shell.save(),
            Some(&SaveId::of(Path::new("journals/again.jsonl")))
        );
        assert!(shell.desk().expect("a desk").bench.is_some());
    }
    // A word lies over the game, until it is read or the xun ends.
    window
        .find()
        .get_by_label_contains("The game goes on in xun 2");
    window.picture("bench-word");
    window.key(Key::K);
    assert!(
        window
            .find()
            .query_by_label_contains("The game goes on in xun 2")
            .is_none()
    );
    window.key(Key::F2);
    window
        .find()
        .get_by_label_contains("The game goes on in xun 2");
}

fn warning(line: usize) -> Mistake {
    Mistake {
        file: "mine.ron".to_owned(),
        line,
        column: 1,
        mild: true,
        message: format!(
            "number {line} of what may be wrong, which is worth a look before the game goes on"
        ),
        shown: String::new(),
    }
}

/// Warnings do not stop a game: a word says that there are some, and the page of the file holds them, as high as they are.
#[test]
fn warnings_are_counted_over_the_game_and_the_slip_grows_with_them() {
    let (mut window, slot) = at_bench();
    window.key(Key::F2);
    let foot = |window: &Window| window.find().get_by_label("Put away").rect().bottom();
    let (before, top) = (
        foot(&window),
        window.find().get_by_label("The file").rect().top(),
    );
    window.key(Key::Escape);
    let mut changed = (*book()).clone();
    changed.content_hash ^= 1;
    let many = (1..=4).map(warning).collect();
    save(
        &mut window,
        &slot,
        Saved::Sound(Arc::new(changed.clone()), many),
    );
    assert_eq!(overlay(&window), None);
    window
        .find()
        .get_by_label_contains("4 warnings; the writer's bench");
    window.key(Key::F2);
    window.find().get_by_label("mine.ron, line 4, column 1");
    window.picture("bench-warnings");
    assert!(
        foot(&window) > before + 40.0,
        "{} after {before}",
        foot(&window)
    );
    assert!(window.find().get_by_label("The file").rect().top() < top);
    // So many that they scroll: the way out is still in sight, and the pages too.
    let many = (1..=60).map(warning).collect();
    changed.content_hash ^= 2;
    save(&mut window, &slot, Saved::Sound(Arc::new(changed), many));
    window.key(Key::F2);
    window.picture("bench-many-warnings");
    assert!(foot(&window) < 720.0, "{}", foot(&window));
    assert!(window.find().get_by_label("Set by hand").rect().top() > 0.0);
    // The lists stand at one height, whatever is typed.
    window.click("Every matter");
    let before = foot(&window);
    let search = window.find().get_by_label("Find a matter");
    search.focus();
    search.type_text("no such matter at all");
    window.frame();
    window.find().get_by_label("Nothing here is called so.");
    assert!((foot(&window) - before).abs() < 1.0);
}

/// Other words over the same text are taken up as well: an overlay is no part of what the text's hash is made of.
#[test]
fn a_changed_overlay_is_taken_up() {
    let (mut window, slot) = at_bench();
    let mut laid = (*book()).clone();
    laid.title = "El paso de Jing-kang".to_owned();
    save(&mut window, &slot, Saved::Sound(Arc::new(laid), Vec::new()));
    {
        let shell = window.shell();
        let session = shell.session().expect("a game");
        assert_eq!(session.engine().book().title, "El paso de Jing-kang");
    }
    window
        .find()
        .get_by_label_contains("The game goes on in xun 1");
    window.key(Key::K);
    // The same words again are nothing to tell of.
    let same = window
        .shell()
        .session()
        .expect("a game")
        .engine()
        .book()
        .clone();
    save(&mut window, &slot, Saved::Sound(same, Vec::new()));
    assert!(
        window
            .find()
            .query_by_label_contains("The game goes on")
            .is_none()
    );
}

#[test]
fn a_value_is_set_from_the_drawer_step_by_step() {
    let (mut window, _) = at_bench();
    window.key(Key::F2);
    window.click("Set by hand");
    assert_eq!(overlay(&window), Some(Overlay::Bench(Tab::Values)));
    press(&mut window, "Whether a fact holds");
    window.picture("bench-drawer");
    let says = book().facts[0].says.clone();
    press(&mut window, &says);
    press(&mut window, "Yes");
    {
        let shell = window.shell();
        let engine = shell.session().expect("a game").engine();
        assert!(engine.whole().tables().facts[0]);
        assert!(engine.by_hand());
    }
    // A number is typed; what it cannot be is said.
    press(&mut window, "Food of a place, xun of siege");
    let place = rivers_and_mountains::prose::names::place(
        &book(),
        book().place("kaifeng").expect("a place"),
    );
    let search = window.find().get_by_label("Place");
    search.focus();
    search.type_text("kaifeng");
    window.frame();
    press(&mut window, &place);
    // What it is now stands over the line where it is typed.
    let now = |window: &Window| {
        let shell = window.shell();
        let engine = shell.session().expect("a game").engine();
        let kaifeng = book().place("kaifeng").expect("a place");
        engine.whole().town(kaifeng).stores / 10
    };
    let said = format!("Now: {place} has food for {} xun", now(&window));
    window.find().get_by_label_contains(&said);
    window.picture("bench-number");
    let number = window.find().get_by_label("Number");
    number.focus();
    number.type_text("7");
    window.frame();
    press(&mut window, "Set it");
    let kaifeng = book().place("kaifeng").expect("a place");
    let stores = |window: &Window| {
        let shell = window.shell();
        let engine = shell.session().expect("a game").engine();
        engine.whole().town(kaifeng).stores
    };
    assert_eq!(stores(&window), 70);
}

#[test]
fn a_matter_is_sought_from_the_list() {
    let (mut window, _) = at_bench();
    window.key(Key::F2);
    window.click("Every matter");
    let first = book().decisions[0].clone();
    window.picture("bench-matters");
    press(&mut window, &first.title);
    // The search may take its time.
    for _ in 0..600 {
        if overlay(&window) == Some(Overlay::Bench(Tab::File)) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.frame();
    }
    {
        let shell = window.shell();
        let session = shell.session().expect("a game");
        let waits = session.waiting(first.court);
        assert!(waits.iter().any(|(_, d)| d.index() == 0));
        assert!(session.engine().by_hand());
    }
    window.find().get_by_label_contains("has no standing");
}
