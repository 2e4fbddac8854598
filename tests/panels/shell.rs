//! The shell: screens, and games played through it.

use rivers_and_mountains::panels::desk::Panel;
use rivers_and_mountains::panels::intent::{Intent, Screen};

use crate::support::{Window, jingkang};

#[test]
fn a_game_is_begun_played_and_saved_through_the_shell() {
    let mut window = Window::new(1280.0, 720.0);
    window.frame();
    assert_eq!(*window.shell().screen(), Screen::Start);
    let (scenario, court) = jingkang("song");
    window.ask(Intent::Begin { scenario, court });
    assert_eq!(*window.shell().screen(), Screen::Game);
    let before = window.shell().session().expect("a game").engine().turn();
    window.ask(Intent::EndTurn);
    let after = window.shell().session().expect("a game").engine().turn();
    assert_eq!(after.0, before.0 + 1);
    for panel in Panel::PLAYING {
        window.ask(Intent::Show(panel));
        window.picture(&format!("game-{panel:?}"));
    }
}
