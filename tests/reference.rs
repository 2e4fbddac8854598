//! The reference of the scenario format: the page that is kept in the repository is the one that the program writes.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use rivers_and_mountains::reference;

/// `BLESS=1 cargo test --test reference` writes the page anew.
#[test]
fn the_page_in_the_repository_is_the_one_the_program_writes() {
    let path = common::folder("scenarios").join("format.md");
    let now = reference::markdown().expect("it is written");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &now).expect("the page is writable");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept
        .lines()
        .zip(now.lines())
        .find(|(kept, now)| kept != now);
    assert!(
        kept == now,
        "scenarios/format.md is not what `rivers docs --format md` writes; renew it with BLESS=1. First difference: {differs:#?}"
    );
}
