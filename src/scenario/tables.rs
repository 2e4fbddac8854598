//! The shape of the files that scenarios share: `atlas.ron`, `people.ron`, `sources.ron` and, where words of the time want
//! explaining, `terms.ron`.
//!
//! As in [`raw`](super::raw), names are text and dates are text. A partial date is a year (`"1082"`), a year and month
//! (`"1082-05"`) or a Julian day (`"1135-06-04"`). Courts go by the name the tables give them (song, jin, liao, xia,
//! mongol, chu, qi and others), which need not be a court of the scenario that reads them.

use serde::Deserialize;

use super::model::{PlaceKind, River, RouteKind};
use super::raw::Name;
use super::read::{fields, words};

fields! {
/// A table of places and the routes between them, as `atlas.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Atlas")]
pub struct RawAtlas {
    /// Places.
    pub places: Vec<RawPlace>,
    /// Routes between them.
    pub routes: Vec<RawRoute>,
}
}

fields! {
/// A place of the map: a town with its country, a pass, a ferry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Place")]
pub struct RawPlace {
    /// Its id.
    pub id: Name,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// The town there today.
    pub modern: String,
    /// Its latitude.
    pub lat_milli: i32,
    /// Its longitude.
    pub lon_milli: i32,
    /// What it is.
    pub kind: PlaceKind,
    /// The circuit it belongs to.
    pub circuit: String,
    /// Households of the whole prefecture; left out where no register names it.
    #[serde(default)]
    pub households: Option<u32>,
    /// The strength of its walls.
    pub walls: u8,
    /// Who held it in 1111, 1125, 1127, 1142, 1206 and 1233; `"none"` for nobody.
    pub holders: Vec<(u16, Name)>,
    /// Names that it bore later. A scenario uses the last one given in or before the year in which it begins, and `name` where there is none.
    #[serde(default)]
    pub called: Vec<RawCalled>,
    /// A note, with its other names.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A name that a place was given later.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Called")]
pub struct RawCalled {
    /// From which year on.
    pub since: u16,
    /// The name.
    pub name: String,
    /// The name in Chinese.
    pub name_zh: String,
}
}

fields! {
/// A route between two places.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Route")]
pub struct RawRoute {
    /// One end; by river, the upper one.
    pub from: Name,
    /// The other end.
    pub to: Name,
    /// What it is.
    pub kind: RouteKind,
    /// Its length by road or water.
    pub km: u16,
    /// The river it crosses.
    pub river: River,
    /// The river it crosses once the Yellow River has moved, in the winter of 1128.
    pub river_after_1128: River,
    /// A note.
    #[serde(default)]
    pub note: String,
}
}

words! {
/// How sure the tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Confidence {
    /// An annal gives it.
    High,
    /// Argued for from texts that differ or say less.
    Medium,
    /// A guess, or a text not to be relied on.
    Low,
}
}

fields! {
/// A table of people, as `people.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "People")]
pub struct RawPeople {
    /// Persons.
    pub people: Vec<RawPerson>,
}
}

fields! {
/// Somebody who lived then.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Person")]
pub struct RawPerson {
    /// His or her id.
    pub id: Name,
    /// His or her name.
    pub name: String,
    /// The name in Chinese.
    pub name_zh: String,
    /// Other names, and whom not to confuse with this person.
    #[serde(default)]
    pub other_names: String,
    /// Of which people: `han`, `jurchen`, `khitan`, `bohai`, `xi`, `tangut`, `mongol` or `other`.
    pub people: String,
    /// When born, where that is known.
    #[serde(default)]
    pub born: Option<Name>,
    /// When died, where that is known.
    #[serde(default)]
    pub died: Option<Name>,
    /// Whether the death was of age or illness. The person then dies about that time in every game in which he is alive, unless the scenario tells of his death in an
    /// incident of its own. Left out for a battle, a sentence, a murder, and for the hardship of exile or captivity: those are events that may not come.
    #[serde(default)]
    pub natural: bool,
    /// How sure both dates are.
    pub dates_confidence: Confidence,
    /// The courts served, in order. Captivity is not service.
    pub courts: Vec<Name>,
    /// Stance to the other great power, from −100 for peace to 100 for war.
    pub stance: i32,
    /// Skill in command; 0 for those who never led men.
    pub command: i32,
    /// Courage.
    pub valour: i32,
    /// Skill in administration.
    pub administration: i32,
    /// Skill in intrigue.
    pub intrigue: i32,
    /// Loyalty to his court.
    pub loyalty: i32,
    /// One line on the person.
    #[serde(default)]
    pub note: String,
    /// What became of him or her.
    #[serde(default)]
    pub fate: String,
    /// Offices held in fact, in order.
    #[serde(default)]
    pub offices: Vec<RawOffice>,
}
}

fields! {
/// An office somebody held.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Office")]
pub struct RawOffice {
    /// At which court.
    pub court: Name,
    /// Its title.
    pub title: String,
    /// Its title in Chinese; empty where none is known.
    #[serde(default)]
    pub title_zh: String,
    /// Where it was held; left out when the court or army moved, or the place is not in the atlas.
    #[serde(default)]
    pub place: Option<Name>,
    /// From when, where that is known.
    #[serde(default)]
    pub from: Option<Name>,
    /// Until when: dismissal, death, promotion or the last day known.
    #[serde(default)]
    pub until: Option<Name>,
    /// How sure the office and its dates are.
    pub confidence: Confidence,
    /// Where it stands: source labels with the juan after them.
    #[serde(default)]
    pub sources: String,
}
}

fields! {
/// A table of sources, as `sources.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Sources")]
pub struct RawSources {
    /// Sources.
    pub sources: Vec<RawSource>,
}
}

words! {
/// What kind of work a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SourceKind {
    /// Written by somebody who was there, or papers of the time.
    Primary,
    /// Put together later from such papers.
    Compilation,
    /// Scholarship of our own time.
    Modern,
    /// An overview without an author.
    Encyclopedia,
}
}

fields! {
/// A book or other source that a scenario can name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Source")]
pub struct RawSource {
    /// Its id.
    pub id: Name,
    /// Short label, or several with `;` between.
    pub label: String,
    /// Its title in English.
    pub title: String,
    /// Its title in Chinese.
    #[serde(default)]
    pub title_zh: String,
    /// Author or compiler.
    pub author: String,
    /// When it was composed.
    #[serde(default)]
    pub composed: String,
    /// What kind of work it is.
    pub kind: SourceKind,
    /// Its side and bias.
    pub bias: String,
}
}

fields! {
/// A table of words of the time that want explaining, as `terms.ron`. A scenario may do without.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Terms")]
pub struct RawTerms {
    /// Terms.
    pub terms: Vec<RawTerm>,
}
}

fields! {
/// A word of the time. What it says must not tell of anything after the scenarios that use it: players read it while they play.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Term")]
pub struct RawTerm {
    /// Its id.
    pub id: Name,
    /// The word as running text has it.
    pub name: String,
    /// The word in Chinese.
    #[serde(default)]
    pub name_zh: String,
    /// What it means, in a few sentences.
    pub says: String,
    /// The sources, by id; none for what is common knowledge.
    #[serde(default)]
    pub sources: Vec<Name>,
}
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::base::date::Date;

    const COURTS: [&str; 12] = [
        "song",
        "jin",
        "liao",
        "xia",
        "mongol",
        "chu",
        "qi",
        "shu",
        "xi_state",
        "western_liao",
        "band",
        "rebel",
    ];

    fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
        ron::from_str(text).unwrap_or_else(|error| panic!("{error}"))
    }
    fn atlas() -> RawAtlas {
        read(include_str!("../../scenarios/atlas.ron"))
    }
    fn people() -> RawPeople {
        read(include_str!("../../scenarios/people.ron"))
    }
    fn sources() -> RawSources {
        read(include_str!("../../scenarios/sources.ron"))
    }
    fn terms() -> RawTerms {
        read(include_str!("../../scenarios/terms.ron"))
    }

    /// First and last day of a partial date; none if it is not one.
    fn days(text: &str) -> Option<(Date, Date)> {
        match text.len() {
            4 => Some((
                Date::parse(&format!("{text}-01-01")).ok()?,
                Date::parse(&format!("{text}-12-31")).ok()?,
            )),
            7 => {
                let first = Date::parse(&format!("{text}-01")).ok()?;
                Some((
                    first,
                    Date(
                        first.0
                            + i32::from(crate::base::date::days_in_month(
                                first.year(),
                                first.month(),
                            ))
                            - 1,
                    ),
                ))
            }
            _ => Date::parse(text).ok().map(|day| (day, day)),
        }
    }

    fn distinct<'a>(ids: impl Iterator<Item = &'a Name>) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        for id in ids {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(id.value.chars().all(plain), "`{}` is no id", id.value);
            assert!(
                seen.insert(id.value.as_str()),
                "`{}` stands twice",
                id.value
            );
        }
        seen
    }

    #[test]
    fn the_atlas_is_whole() {
        let atlas = atlas();
        assert_eq!((atlas.places.len(), atlas.routes.len()), (140, 291));
        let ids = distinct(atlas.places.iter().map(|p| &p.id));
        for place in &atlas.places {
            let years: Vec<u16> = place.holders.iter().map(|(year, _)| *year).collect();
            assert_eq!(
                years,
                [1111, 1125, 1127, 1142, 1206, 1233],
                "{}",
                place.id.value
            );
            for (_, holder) in &place.holders {
                assert!(
                    holder.value == "none" || COURTS[..5].contains(&holder.value.as_str()),
                    "{}",
                    place.id.value
                );
            }
            assert!(
                (18_000..50_000).contains(&place.lat_milli)
                    && (95_000..135_000).contains(&place.lon_milli)
            );
            assert!(place.walls <= 5 && place.households != Some(0));
        }
        let mut touching: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for route in &atlas.routes {
            let (from, to) = (route.from.value.as_str(), route.to.value.as_str());
            assert!(
                ids.contains(from) && ids.contains(to) && from != to && route.km > 0,
                "{from} to {to}"
            );
            touching.entry(from).or_default().push(to);
            touching.entry(to).or_default().push(from);
        }
        let (mut reached, mut open) = (BTreeSet::from(["kaifeng"]), vec!["kaifeng"]);
        while let Some(here) = open.pop() {
            for &next in &touching[here] {
                if reached.insert(next) {
                    open.push(next);
                }
            }
        }
        assert_eq!(reached, ids, "every place can be reached");
    }

    #[test]
    fn holders_as_the_wars_left_them() {
        let atlas = atlas();
        let holder = |id: &str, year: u16| {
            let place = atlas
                .places
                .iter()
                .find(|p| p.id.value == id)
                .expect("a place");
            place
                .holders
                .iter()
                .find(|(y, _)| *y == year)
                .expect("a year")
                .1
                .value
                .clone()
        };
        assert_eq!(
            [1111, 1125, 1127, 1142].map(|year| holder("kaifeng", year)),
            ["song", "song", "song", "jin"]
        );
        assert_eq!(
            [1111, 1125, 1127].map(|year| holder("yanjing", year)),
            ["liao", "song", "jin"]
        );
        assert_eq!(
            [1125, 1127].map(|year| holder("taiyuan", year)),
            ["song", "jin"]
        );
    }

    #[test]
    fn the_people_are_whole() {
        let people = people().people;
        assert_eq!(people.len(), 410);
        assert_eq!(people.iter().map(|p| p.offices.len()).sum::<usize>(), 842);
        distinct(people.iter().map(|p| &p.id));
        let atlas = atlas();
        let places = distinct(atlas.places.iter().map(|p| &p.id));
        let in_order = |from: &Option<Name>, until: &Option<Name>, who: &str| {
            let day = |date: &Option<Name>| {
                date.as_ref()
                    .map(|d| days(&d.value).unwrap_or_else(|| panic!("{who}: {}", d.value)))
            };
            if let (Some((first, _)), Some((_, last))) = (day(from), day(until)) {
                assert!(first <= last, "{who}: ends before it begins");
            }
        };
        for person in &people {
            let who = person.id.value.as_str();
            assert!(!person.natural || person.died.is_some(), "{who}");
            in_order(&person.born, &person.died, who);
            assert!(
                !person.courts.is_empty()
                    && person
                        .courts
                        .iter()
                        .all(|c| COURTS.contains(&c.value.as_str())),
                "{who}"
            );
            let traits = [
                person.command,
                person.valour,
                person.administration,
                person.intrigue,
                person.loyalty,
            ];
            assert!(
                traits.iter().all(|t| (0..=10).contains(t))
                    && (-100..=100).contains(&person.stance),
                "{who}"
            );
            for office in &person.offices {
                in_order(&office.from, &office.until, who);
                assert!(COURTS.contains(&office.court.value.as_str()), "{who}");
                assert!(
                    office
                        .place
                        .as_ref()
                        .is_none_or(|p| places.contains(p.value.as_str())),
                    "{who}"
                );
            }
        }
    }

    /// Dates on which the texts differ, as the notes on the people settle them.
    #[test]
    fn disputed_dates_as_settled() {
        let people = people().people;
        for (id, died) in [
            ("wanyan_zonghan", "1137-08-09"),
            ("deng_xunwu", "1121-01-26"),
            ("song_huizong", "1135-06-04"),
            ("song_qinzong", "1156-06-29"),
            ("liao_tianzuo", "1128"),
            ("wanyan_loushi", "1131-01-09"),
            ("zong_ze", "1128-07-29"),
            ("zhao_li", "1130-10-20"),
            ("huang_qianshan", "1130-02-09"),
            ("nie_chang", "1126-12-27"),
            ("zhang_xiaochun", "1144"),
            ("liu_yu", "1146"),
            ("geng_nanzhong", "1129"),
            ("zhe_keqiu", "1139"),
            ("wanyan_xiyin", "1140-11-03"),
            ("wanyan_kuang", "1209-12"),
            ("an_bing", "1221-12-04"),
            ("tang_ke", "1127-04-06"),
            ("zhang_zhongke", "1159-04"),
        ] {
            let person = people.iter().find(|p| p.id.value == id).expect("a person");
            assert_eq!(
                person.died.as_ref().map(|d| d.value.as_str()),
                Some(died),
                "{id}"
            );
        }
    }

    #[test]
    fn the_sources_are_whole() {
        let sources = sources().sources;
        assert_eq!(sources.len(), 44);
        distinct(sources.iter().map(|s| &s.id));
        assert!(
            sources
                .iter()
                .all(|s| !s.label.is_empty() && !s.title.is_empty() && !s.bias.is_empty())
        );
    }

    #[test]
    fn the_terms_are_whole() {
        let (terms, sources) = (terms().terms, sources().sources);
        let known = distinct(sources.iter().map(|s| &s.id));
        assert!(terms.len() >= 45, "{}", terms.len());
        distinct(terms.iter().map(|t| &t.id));
        let mut names = BTreeSet::new();
        for term in &terms {
            let id = term.id.value.as_str();
            assert!(
                names.insert(term.name.to_lowercase()),
                "{id}: a second `{}`",
                term.name
            );
            assert!(!term.name_zh.is_empty() && !term.sources.is_empty(), "{id}");
            let words = term.says.split_whitespace().count();
            assert!((20..=120).contains(&words), "{id}: {words} words");
            assert!(
                term.sources
                    .iter()
                    .all(|s| known.contains(s.value.as_str())),
                "{id}"
            );
        }
    }

    #[test]
    fn a_misspelt_field_is_refused() {
        let text = r#"Sources(sources: [Source(id: "x", label: "X", titel: "X", author: "", kind: Primary, bias: "")])"#;
        assert!(ron::from_str::<RawSources>(text).is_err());
    }
}
