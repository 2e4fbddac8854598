//! The language of the scenarios, chosen in the window where one was translated.

use egui_kittest::kittest::Queryable;
use rivers_and_mountains::panels::desk::Panel;
use rivers_and_mountains::panels::intent::{Intent, Screen};

use crate::support::{Shelf, Window, jingkang};

fn window(languages: &[&str]) -> Window {
    let store = Shelf {
        languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
        ..Shelf::default()
    };
    let mut window = Window::over(Box::new(store), 1280.0, 720.0);
    window.frame();
    window
}

fn title(window: &Window) -> String {
    let shell = window.shell();
    let session = shell.session().expect("a game");
    session.engine().book().title.clone()
}

#[test]
fn where_nothing_is_translated_there_is_no_language_to_choose() {
    let mut window = window(&[]);
    assert!(window.find().query_by_label("English").is_none());
    window.ask(Intent::Go(Screen::Settings));
    assert!(window.find().query_by_label("Language").is_none());
    assert!(window.find().query_by_label("English").is_none());
}

#[test]
fn a_language_is_chosen_and_the_scenarios_are_told_in_it_the_open_game_too() {
    let mut window = window(&["es", "zh-Hant"]);
    window.find().get_by_label("English");
    window.find().get_by_label("中文");
    window.picture("languages-start");
    window.click("Español");
    assert_eq!(window.shell().settings().language, "es");
    let card = window.shell().cards()[0].book.clone();
    assert!(card.expect("it loads").title.ends_with("[es]"));
    // A game goes on in whatever is chosen while it is open.
    let (scenario, court) = jingkang("song");
    window.ask(Intent::Begin { scenario, court });
    assert!(title(&window).ends_with("[es]"));
    window.ask(Intent::Show(Panel::Treasury));
    window.ask(Intent::Go(Screen::Settings));
    window.picture("languages-settings");
    // It stands at the foot of a page that scrolls.
    window.find().get_by_label("English").click_accesskit();
    window.frame();
    assert_eq!(window.shell().settings().language, "en");
    assert!(!title(&window).ends_with("]"));
    assert_eq!(*window.shell().screen(), Screen::Settings);
    assert_eq!(
        window.shell().desk().expect("a desk").panel,
        Panel::Treasury
    );
}
