//! The shipped scenarios load and mean the same to plain `ron`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use rivers_and_mountains::prose::names;
use rivers_and_mountains::scenario::layout::laid_out;
use rivers_and_mountains::scenario::load::load;

#[test]
fn every_shipped_scenario_loads_without_a_warning() {
    let files = common::texts("scenarios");
    for (name, _) in files
        .iter()
        .filter(|(_, text)| text.contains("\nScenario("))
    {
        let loaded =
            load(name, &files).unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
        assert_eq!(common::told(&loaded.warnings, &files), "", "{name}");
    }
}

/// What `rivers fmt` does to a writer's file it has done to ours.
#[test]
fn every_shipped_file_is_laid_out() {
    let files = common::texts("scenarios");
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".ron")) {
        let laid = laid_out(name, text).expect("its brackets close");
        assert!(laid == *text, "`rivers fmt` would change {name}");
    }
}

/// The real map: the Yellow River parts it where history says, before it moved.
#[test]
fn the_north_lies_north_of_the_river() {
    let files = common::texts("scenarios");
    let book = load("jingkang.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
        .scenario;
    let south = |id| book.atlas.places[book.place(id).expect("a place").index()].south_of_river;
    for id in [
        "kaifeng", "huazhou", "luoyang", "yingtian", "jiankang", "jingzhao",
    ] {
        assert!(south(id), "{id} lies south of the river");
    }
    for id in [
        "xunzhou",
        "xiangzhou",
        "daming",
        "zhending",
        "yanjing",
        "taiyuan",
        "datong",
        "huining",
        "heyang",
    ] {
        assert!(!south(id), "{id} lies north of the river");
    }
}

/// A place is called as it was called when the scenario begins, and two of one name are told apart.
#[test]
fn places_bear_the_names_of_their_year() {
    let files = common::texts("scenarios");
    let called = |scenario: &str, id: &str| {
        let book = load(scenario, &files)
            .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
            .scenario;
        names::place(&book, book.place(id).expect("a place"))
    };
    for (id, in_1118, in_1125, in_1130) in [
        ("linan", "Hangzhou", "Hangzhou", "Lin'an"),
        ("jiankang", "Jiangning", "Jiangning", "Jiankang"),
        ("yanjing", "Yanjing", "Yanshan", "Yanjing"),
        ("pingjiang", "Pingjiang", "Pingjiang", "Pingjiang"),
        ("yuezhou", "Yuezhou 越州", "Yuezhou 越州", "Yuezhou 越州"),
        (
            "yuezhou_hunan",
            "Yuezhou 岳州",
            "Yuezhou 岳州",
            "Yuezhou 岳州",
        ),
    ] {
        assert_eq!(called("haishang.ron", id), in_1118);
        assert_eq!(called("jingkang.ron", id), in_1125);
        assert_eq!(called("shaoxing.ron", id), in_1130);
    }
}

/// A name in a text does not lead to a namesake who was nobody yet.
#[test]
fn a_general_of_a_later_war_is_not_the_officer_of_an_earlier_one() {
    let files = common::texts("scenarios");
    let meant = |scenario: &str, id: &str| {
        let book = load(scenario, &files)
            .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
            .scenario;
        names::is_of_the_time(&book, book.person(id).expect("a person"))
    };
    // Wang Gui 王瓌 went over the sea in 1120; Wang Gui 王貴 led Yue Fei's men from 1135.
    assert!(!meant("haishang.ron", "wang_gui"));
    assert!(meant("shaoxing.ron", "wang_gui"));
    assert!(meant("haishang.ron", "yinshuke"));
}

/// A death of age or illness comes in every game, told by an incident or not; one by sentence, battle or in exile is an event that may not come.
#[test]
fn only_who_died_in_his_bed_dies_of_the_calendar() {
    let files = common::texts("scenarios");
    let book = load("shaoxing.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
        .scenario;
    let passes = |id: &str| {
        let person = book.person(id).expect("a person");
        book.passings.iter().find(|p| p.person == person)
    };
    for id in ["fan_zongyin", "lu_yihao", "li_gang", "chen_gui"] {
        let passing = passes(id).unwrap_or_else(|| panic!("{id} dies"));
        let died = book.people[passing.person.index()].died.expect("a date");
        let first = book.day(passing.first);
        let last = first.plus_xun(passing.turns);
        assert!(first <= died && died <= last, "{id}");
    }
    // Of some an incident tells; others were executed, killed, or lived on.
    for id in [
        "wu_jie",
        "jin_taizong",
        "yue_fei",
        "qu_duan",
        "lu_zhi",
        "qin_hui",
    ] {
        assert!(passes(id).is_none(), "{id}");
    }
}
