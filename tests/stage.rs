//! The shared stage: it loads without a word of complaint, and means what it says.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use rivers_and_mountains::base::date::Date;
use rivers_and_mountains::scenario::load::{Loaded, load};
use rivers_and_mountains::scenario::roads::NO_ROAD;

fn stage() -> Loaded {
    let files = common::stage();
    load("stage.ron", &files).unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
}

#[test]
fn the_stage_loads_without_a_warning() {
    let files = common::stage();
    assert_eq!(common::told(&stage().warnings, &files), "");
}

#[test]
fn the_stage_means_what_it_says() {
    let book = stage().scenario;
    let place = |id: &str| book.place(id).expect("a place");
    let at = |id: &str| &book.places[place(id).index()];
    let person = |id| &book.people[book.person(id).expect("a person").index()];
    let song = book.court("song");

    assert_eq!(book.turns, 15);
    assert_eq!(book.days.len(), 16);
    assert_eq!(book.until, Date::from_ymd(1126, 5, 31).expect("a day"));
    assert_eq!((at("kaifeng").garrison, at("kaifeng").holder), (30_000, song));
    // Nothing is said of Huazhou: a prefecture with walls of two.
    assert_eq!((at("huazhou").garrison, at("huazhou").quality, at("huazhou").stores_xun, at("huazhou").unrest), (1500, 40, 12, 5));
    assert_eq!(at("yanjing").holder, book.court("jin"));
    assert_eq!(at("taiyuan").captain, book.person("wang_bing"));

    assert_eq!((person("li_gang").loyalty, person("li_gang").court), (95, song));
    assert_eq!(person("li_bangyan").loyalty, 40);
    assert_eq!(person("liu_yanzong").court, book.court("jin"), "the office he holds, not the first court he served");
    assert_eq!(person("shao_xing").court, book.court("militia"), "he leads it, whatever the table calls it");
    assert_eq!(person("song_gaozong").house, song);
    assert_eq!(person("li_gang").house, None);

    let east = &book.armies[book.army("jin_east").expect("an army").index()];
    assert_eq!(east.men, 60_000);
    let levy = &book.armies[book.army("southern_relief").expect("an army").index()];
    assert!(!levy.stands);
    assert_eq!(book.record.iter().map(|on| on.turn.0).collect::<Vec<_>>(), [0, 2, 2, 6]);
}

#[test]
fn roads_and_banks() {
    let book = stage().scenario;
    let place = |id: &str| book.place(id).expect("a place");
    let (kaifeng, yanjing, taiyuan) = (place("kaifeng"), place("yanjing"), place("taiyuan"));
    assert_eq!(book.atlas.km(kaifeng, yanjing), 106 + 12 + 330 + 300);
    assert_eq!(book.atlas.km(yanjing, kaifeng), 748);
    assert_eq!(book.atlas.km(kaifeng, kaifeng), 0);
    assert_eq!(book.atlas.next(yanjing, kaifeng), place("zhending"));
    assert_eq!(book.atlas.next(kaifeng, taiyuan), taiyuan);
    assert!(book.atlas.km.iter().all(|km| *km != NO_ROAD));
    let south: Vec<&str> = book.atlas.places.iter().filter(|p| p.south_of_river).map(|p| p.id.as_str()).collect();
    assert_eq!(south, ["kaifeng", "huazhou"]);
}

#[test]
fn the_hash_moves_with_any_letter() {
    let before = stage().scenario.content_hash;
    assert_eq!(before, stage().scenario.content_hash);
    let mut files = common::stage();
    let text = files.get_mut("stage_sources.ron").expect("a table");
    *text = text.replace("History of Jin", "A history of Jin");
    assert_ne!(before, load("stage.ron", &files).expect("it loads").scenario.content_hash);
}
