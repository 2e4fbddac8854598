//! What the sources tell of comes out of the general rules, on stages set up for one thing each: the direction is held here, the size of
//! it is for a study to tell.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::study::phenomena::{Measured, SetUp, Stage, measure};

const GAMES: u32 = 120;

fn stage() -> Stage {
    let files = common::texts("scenarios");
    let loaded = load("jingkang.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Stage::of(&loaded.scenario).expect("a northern court and another")
}

#[track_caller]
fn of(stage: &Stage, set_up: SetUp) -> Measured {
    measure(stage, set_up, GAMES).expect("it can be set up")
}

#[test]
fn horse_wins_in_the_open() {
    let stage = stage();
    for set_up in [SetUp::FieldPlain, SetUp::FieldHills] {
        assert!(of(&stage, set_up).interval().0 > 500, "{set_up:?}");
    }
}

#[test]
fn trained_foot_that_has_dug_in_stands_before_horse_and_raw_guards_never_do() {
    let stage = stage();
    let share = |set_up| of(&stage, set_up).interval();
    for raw in [SetUp::FieldRaw, SetUp::FieldRawDug] {
        assert!(share(raw).0 > 950, "{raw:?}");
    }
    let (open, dug) = (share(SetUp::FieldTrained), share(SetUp::FieldDug));
    assert!(dug.1 < 400 && dug.1 < open.0, "{dug:?} against {open:?}");
    assert!(share(SetUp::FieldHeat).0 < open.0);
}

#[test]
fn powder_changes_a_siege_before_it_changes_a_field() {
    let stage = stage();
    let hits = |set_up| of(&stage, set_up).hits;
    let field = hits(SetUp::FieldTrained).abs_diff(hits(SetUp::FieldLances));
    let storm = hits(SetUp::StormFew).abs_diff(hits(SetUp::StormFewBombs));
    assert!(hits(SetUp::StormFewLances) <= hits(SetUp::StormFew));
    assert!(storm > 3 * field, "{storm} against {field}");
}

#[test]
fn a_chase_costs_more_on_the_plain_than_in_hills() {
    let stage = stage();
    let lost = |set_up| of(&stage, set_up).median();
    assert!(lost(SetUp::PursuitPlain) > lost(SetUp::PursuitHills));
}

#[test]
fn walls_with_a_willing_commander_hold_for_longer() {
    let stage = stage();
    for (willing, nobody) in [
        (SetUp::RingWilling, SetUp::RingNobody),
        (SetUp::StormWilling, SetUp::StormNobody),
    ] {
        let half = |set_up| of(&stage, set_up).median().unwrap_or(u16::MAX);
        assert!(half(willing) > half(nobody), "{willing:?}");
    }
    let months = of(&stage, SetUp::RingWilling).quantile(25);
    assert!(
        months.is_none_or(|xun| xun >= 12),
        "four months and more: {months:?}"
    );
}

#[test]
fn a_river_stops_an_army_while_it_is_held_burnt_and_not_frozen() {
    let stage = stage();
    let share = |set_up| of(&stage, set_up).interval();
    let (open, burnt, frozen) = (
        share(SetUp::SummerOpen),
        share(SetUp::SummerBurnt),
        share(SetUp::WinterBurnt),
    );
    assert!(burnt.1 < open.0, "{burnt:?} against {open:?}");
    assert!(burnt.1 < frozen.0, "{burnt:?} against {frozen:?}");
}

#[test]
fn a_puppet_lives_as_long_as_the_army_behind_it() {
    let stage = stage();
    let (guarded, alone) = (
        of(&stage, SetUp::PuppetGuarded),
        of(&stage, SetUp::PuppetAlone),
    );
    assert_eq!(guarded.hits, 0);
    assert!(alone.interval().0 > 800, "{alone:?}");
}

#[test]
fn the_same_games_come_to_the_same() {
    let stage = stage();
    for set_up in SetUp::ALL {
        assert_eq!(measure(&stage, set_up, 20), measure(&stage, set_up, 20));
    }
}

#[test]
fn a_fleet_shuts_a_river_until_it_freezes() {
    let stage = stage();
    let share = |set_up| of(&stage, set_up).interval();
    let (open, fleet, frozen) = (
        share(SetUp::SummerOpen),
        share(SetUp::SummerFleet),
        share(SetUp::WinterFleet),
    );
    assert!(fleet.1 < open.0, "{fleet:?} {open:?}");
    assert!(fleet.1 < frozen.0, "{fleet:?} {frozen:?}");
}

#[test]
fn bands_win_a_country_that_a_thin_garrison_holds() {
    let stage = stage();
    let share = |set_up| of(&stage, set_up).interval();
    let (thin, bands, thick) = (
        share(SetUp::HeldThin),
        share(SetUp::HeldThinBands),
        share(SetUp::HeldThickBands),
    );
    assert!(bands.0 > thin.1, "{bands:?} {thin:?}");
    assert!(bands.0 > thick.1, "{bands:?} {thick:?}");
}

#[test]
fn an_army_that_goes_home_over_a_river_pays_for_an_enemy_in_wait() {
    let stage = stage();
    let struck = of(&stage, SetUp::HomewardWaylaid);
    assert!(struck.interval().0 > 300, "{struck:?}");
    // About half of it was there, and what is beaten there drowns; the rest gets away.
    assert!(
        (15..=50).contains(&struck.median().unwrap_or(0)),
        "{struck:?}"
    );
    let over = |set_up| of(&stage, set_up).interval();
    let (open, waylaid) = (over(SetUp::SummerOpen), over(SetUp::SummerWaylaid));
    assert!(waylaid.1 < open.0, "{waylaid:?} {open:?}");
}
