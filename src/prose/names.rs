//! What things are called: people with their offices, places, armies, courts.

use super::texts::{Texts, tr};
use crate::base::date::Date;
use crate::base::hash::hash_of;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId, PostId};
use crate::scenario::model::{Person, PlaceKind, Post, Scenario};
use crate::view::View;

/// A court's name.
#[must_use]
pub fn court(book: &Scenario, id: CourtId) -> String {
    book.courts[id.index()].name.clone()
}

/// A place's name, without what the atlas puts in brackets; with its Chinese name where another place is called the same.
#[must_use]
pub fn place(book: &Scenario, id: PlaceId) -> String {
    let here = &book.atlas.places[id.index()];
    let name = short(&here.name);
    let mut all = book.atlas.places.iter();
    if all.any(|p| p.id != here.id && short(&p.name) == name) {
        format!("{name} {}", here.name_zh)
    } else {
        name.to_owned()
    }
}

/// A name without what the atlas puts in brackets.
#[must_use]
pub fn short(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

/// A place's name, romanised and in Chinese.
#[must_use]
pub fn place_both(book: &Scenario, id: PlaceId) -> String {
    let here = &book.atlas.places[id.index()];
    format!("{} {}", here.name, here.name_zh)
}

/// What a place is.
#[must_use]
pub fn kind(texts: &Texts, kind: PlaceKind) -> String {
    texts.t(match kind {
        PlaceKind::Capital => "place-capital",
        PlaceKind::SuperiorPrefecture => "place-superior",
        PlaceKind::Prefecture => "place-prefecture",
        PlaceKind::Pass => "place-pass",
        PlaceKind::Ford => "place-ford",
        PlaceKind::Port => "place-port",
        PlaceKind::Depot => "place-depot",
        PlaceKind::TribalSeat => "place-tribal",
    })
}

/// A person's name alone, without what the table puts in brackets. A temple name is only for one who reigns or came
/// into the game reigning: until then the brackets hold the name he goes by.
#[must_use]
pub fn name(view: &View<'_>, id: PersonId) -> String {
    let book = view.book();
    let full = &book.people[id.index()].name;
    let Some((first, rest)) = full.split_once(" (") else {
        return full.clone();
    };
    // Two of one name are told apart by what they are: `Zhang Jun (the general)`.
    let namesake = |other: &Person| {
        let known = other
            .name
            .split_once(" (")
            .map_or(other.name.as_str(), |(own, _)| own);
        other.id != book.people[id.index()].id && known == first
    };
    if book.people.iter().any(namesake) {
        return full.clone();
    }
    let temple = first
        .split(' ')
        .next()
        .is_some_and(|word| word.ends_with("zong"));
    let reigns = (0..book.courts.len())
        .any(|c| book.courts[c].ruler == id || view.other(CourtId::of(c)).ruler == id);
    if temple && !reigns {
        rest.trim_end_matches(')').to_owned()
    } else {
        first.to_owned()
    }
}

/// A person's name in Chinese, as it goes with [`name`]: without the temple name that nobody yet knows.
#[must_use]
pub fn name_zh(view: &View<'_>, id: PersonId) -> String {
    let man = &view.book().people[id.index()];
    let own = man.name.contains(&format!("({})", name(view, id)));
    match man.name_zh.rsplit_once(' ') {
        Some((_, last)) if own => last.to_owned(),
        _ => man.name_zh.clone(),
    }
}

/// A person's name in both scripts: `Li Gang 李綱`.
#[must_use]
pub fn both(view: &View<'_>, id: PersonId) -> String {
    format!("{} {}", name(view, id), name_zh(view, id))
}

/// A person's office on this day: the throne, his post in the game, else the office the record gives him, else his command.
#[must_use]
pub fn office(texts: &Texts, view: &View<'_>, id: PersonId) -> Option<String> {
    let book = view.book();
    for (i, court) in book.courts.iter().enumerate() {
        let realm = view.other(CourtId::of(i));
        if realm.stands && realm.ruler == id {
            let key = if court.band {
                "office-leads"
            } else {
                "office-reigns"
            };
            return Some(tr!(texts, key, court = court.name.as_str()));
        }
    }
    let posts = (0..book.posts.len()).map(PostId::of);
    if let Some(post) = posts.into_iter().find(|p| view.holder_of(*p) == Some(id)) {
        return Some(book.posts[post.index()].title.clone());
    }
    // What the record gives him that day, unless this game knows better: a post of its own that he does not hold, or another court.
    let serves = view.figure(id).court.map(|c| &book.courts[c.index()].id);
    let filled = |title_zh: &str| {
        let is_one = |p: &Post| {
            offices_in(&p.title_zh).any(|one| offices_in(title_zh).any(|other| one == other))
        };
        book.posts.iter().any(is_one)
    };
    let recorded = book.people[id.index()]
        .office_on(view.day())
        .filter(|office| {
            // A throne is his who sits on it.
            Some(&office.court) == serves && !office.is_throne() && !filled(&office.title_zh)
        });
    if let Some(office) = recorded {
        return Some(office.title.clone());
    }
    let command = view.command_of(id).filter(|a| view.army(*a).is_some())?;
    Some(tr!(
        texts,
        "office-commands",
        army = army(texts, book, command)
    ))
}

/// The offices in a title: a councillor may be head of a bureau besides (尚書右僕射、兼知樞密院事), and a post may go by two names.
fn offices_in(title_zh: &str) -> impl Iterator<Item = &str> {
    let parts = title_zh.split(['、', '（', '）']);
    parts
        .map(|part| part.trim_start_matches('兼'))
        .filter(|part| !part.is_empty() && *part != "次")
}

/// Which army he commands, as a sentence, where his office does not say it already.
#[must_use]
pub fn command(texts: &Texts, view: &View<'_>, id: PersonId) -> Option<String> {
    let army = army(texts, view.book(), view.command_of(id)?);
    let said = tr!(texts, "office-commands", army = army.as_str());
    (office(texts, view, id) != Some(said))
        .then(|| super::sentence(&tr!(texts, "people-commands", army = army)))
}

/// A person as he is introduced: `Yao Pingzhong 姚平仲, field commander`.
#[must_use]
pub fn person(texts: &Texts, view: &View<'_>, id: PersonId) -> String {
    let known = &view.book().people[id.index()];
    let own = name(view, id);
    // Whoever reigns is introduced with both his names.
    let shown = if known.name.contains(&format!("({own})")) {
        own
    } else {
        known.name.clone()
    };
    let both = format!("{shown} {}", name_zh(view, id));
    office(texts, view, id).map_or_else(|| both.clone(), |office| format!("{both}, {office}"))
}

/// Whether somebody can be meant by a name in this scenario: one whose offices all begin after its last day, and who has no part in it, is a namesake
/// of whoever is.
#[must_use]
pub fn is_of_the_time(book: &Scenario, who: PersonId) -> bool {
    let offices = &book.people[who.index()].offices;
    let begun = |from: Option<Date>| from.is_none_or(|from| from <= book.until);
    offices.is_empty()
        || offices.iter().any(|office| begun(office.from))
        || book.armies.iter().any(|army| army.commander == Some(who))
        || book.posts.iter().any(|post| post.holder == Some(who))
        || (book.decisions.iter()).any(|d| d.voices.iter().any(|voice| voice.who == who))
}

/// The people whom a text names, as `Guo Yaoshi 郭藥師`; where it calls one by another of his names, with both.
#[must_use]
pub fn named(texts: &Texts, view: &View<'_>, text: &str) -> Vec<String> {
    let book = view.book();
    let mut found: Vec<(usize, String)> = Vec::new();
    for (i, man) in book.people.iter().enumerate() {
        if !is_of_the_time(book, PersonId::of(i)) {
            continue;
        }
        let name = name(view, PersonId::of(i));
        let both = format!("{name} {}", name_zh(view, PersonId::of(i)));
        if let Some(at) = word_at(text, &name) {
            // Where two bear the name, the text alone does not say which is meant.
            let shared =
                (0..book.people.len()).any(|j| j != i && self::name(view, PersonId::of(j)) == name);
            if !shared {
                found.push((at, both));
            }
            continue;
        }
        let other = man.other_names.split(';').find_map(|part| {
            let other = part
                .split(|c: char| !c.is_alphabetic() && !" -'".contains(c) || c > '\u{2e7f}')
                .next()?
                .trim();
            Some((word_at(text, other)?, other))
        });
        if let Some((at, other)) = other {
            found.push((at, tr!(texts, "named-other", other = other, person = both)));
        }
    }
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// Where a name of some length stands in a text, as whole words.
fn word_at(text: &str, name: &str) -> Option<usize> {
    let whole = |at: usize| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    text.match_indices(name)
        .map(|(at, _)| at)
        .find(|at| name.len() > 4 && name.starts_with(char::is_uppercase) && whole(*at))
}

/// An army, as it stands within a sentence: with its article, unless its name begins with a man's.
#[must_use]
pub fn army(texts: &Texts, book: &Scenario, id: ArmyId) -> String {
    let name = &book.armies[id.index()].name;
    let bare = name.contains("'s ")
        || name.contains("’s ")
        || name.starts_with("The ")
        || name.starts_with("the ");
    tr!(
        texts,
        if bare { "army-bare" } else { "army-the" },
        name = name.as_str()
    )
}

/// An army with its commander, where one's own court knows him.
#[must_use]
pub fn army_with_commander(view: &View<'_>, id: ArmyId) -> String {
    let book = view.book();
    let name = &book.armies[id.index()].name;
    let commander = view
        .army(id)
        .and_then(|a| a.commander)
        .map(|p| self::name(view, p));
    match commander {
        Some(commander) if name.contains(&commander) => name.clone(),
        Some(commander) => format!("{name} ({commander})"),
        None => name.clone(),
    }
}

/// A draft's title as it stands within a sentence: in quotes, for titles may be phrases or hold dates.
#[must_use]
pub fn draft(texts: &Texts, view: &View<'_>, id: DraftId) -> String {
    if view.book().drafts.get(id.index()).is_some() {
        format!("“{}”", title(texts, view, id))
    } else {
        title(texts, view, id)
    }
}

/// A paper's title; one drawn up in play is called after the court that wrote it and the day.
#[must_use]
pub fn title(texts: &Texts, view: &View<'_>, id: DraftId) -> String {
    let book = view.book();
    if let Some(written) = book.drafts.get(id.index()) {
        return written.title.clone();
    }
    let (from, day) = view.drawn(id).map_or((view.court(), view.day()), |drawn| {
        (drawn.terms.from, book.day(drawn.turn))
    });
    tr!(
        texts,
        "paper-title",
        court = court(book, from),
        day = super::numbers::date(texts, day)
    )
}

/// What a paper is called in orders: its id, or for one drawn up in play its number.
#[must_use]
pub fn paper_id(view: &View<'_>, id: DraftId) -> String {
    let drafts = &view.book().drafts;
    drafts.get(id.index()).map_or_else(
        || format!("{PAPER_OF_PLAY}{}", id.index() + 1 - drafts.len()),
        |written| written.id.clone(),
    )
}

/// How the number of a paper drawn up in play begins.
const PAPER_OF_PLAY: &str = "paper_";

/// The options of a matter in the order in which they are laid before a person. Writers tend to put what was done
/// first; shown in that order, the list would give the record away. The order is the same in every game and face.
#[must_use]
pub fn options(book: &Scenario, id: DecisionId) -> Vec<OptionId> {
    let decision = &book.decisions[id.index()];
    let mut order: Vec<OptionId> = (0..decision.options.len()).map(OptionId::of).collect();
    order.sort_by_key(|o| {
        (
            hash_of(&(
                decision.id.as_str(),
                decision.options[o.index()].id.as_str(),
            )),
            *o,
        )
    });
    order
}

/// A post's title.
#[must_use]
pub fn post(book: &Scenario, id: PostId) -> String {
    book.posts[id.index()].title.clone()
}

/// How old news is.
#[must_use]
pub fn age(texts: &Texts, xun: u16) -> String {
    match xun {
        0 => texts.t("age-now"),
        1 => texts.t("age-last"),
        n => tr!(texts, "age-days", n = n * 10),
    }
}

/// The text in small letters, without accents, with single blanks for everything else; commas within numbers go.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.trim().chars().peekable();
    let mut last_digit = false;
    while let Some(c) = chars.next() {
        if matches!(c, ',' | '_' | '\'' | '’')
            && last_digit
            && chars.peek().is_some_and(char::is_ascii_digit)
        {
            continue;
        }
        last_digit = c.is_ascii_digit();
        let plain = match c {
            'ü' | 'ú' | 'ù' | 'û' | 'Ü' | 'ǚ' | 'ū' => 'u',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'ē' => 'e',
            'á' | 'à' | 'â' | 'ä' | 'ā' => 'a',
            'ó' | 'ò' | 'ô' | 'ö' | 'ō' => 'o',
            'í' | 'ì' | 'î' | 'ï' | 'ī' => 'i',
            other => other,
        };
        if matches!(c, '\'' | '’') {
            continue;
        }
        if plain.is_alphanumeric() {
            out.extend(plain.to_lowercase());
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_two_offices_is_both() {
        let all = |title| offices_in(title).collect::<Vec<_>>();
        assert_eq!(
            all("尚書右僕射、兼知樞密院事"),
            ["尚書右僕射", "知樞密院事"]
        );
        assert_eq!(all("參知政事（次）"), ["參知政事"]);
        assert_eq!(all("御史中丞"), ["御史中丞"]);
    }
}
