//! Finding what a person means by a name: ids, names, Chinese names, other names, the name of whoever commands;
//! small or large letters, with or without accents, the beginning of a name if it can be only one.

use crate::base::ids::{ArmyId, CourtId, DraftId, PersonId, PlaceId, PostId};
use crate::prose::names;
use crate::prose::names::fold;
use crate::view::View;

/// What kind of thing was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A place.
    Place,
    /// An army.
    Army,
    /// A levy.
    Levy,
    /// A person.
    Person,
    /// A post.
    Post,
    /// A draft.
    Draft,
}

/// A name that nothing, or more than one thing, answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfound {
    /// What was looked for.
    pub kind: Kind,
    /// As typed.
    pub text: String,
    /// What comes near, or what answers to it.
    pub near: Vec<String>,
    /// Whether several answer to it.
    pub several: bool,
}

/// One thing that may be meant: its id, how it is shown, what it answers to.
struct Entry<T> {
    id: T,
    shown: String,
    aliases: Vec<String>,
}

impl<T> Entry<T> {
    fn new(id: T, key: &str, names: &[&str]) -> Self {
        let mut aliases = vec![fold(key)];
        for name in names {
            for part in name.split([';', '(', ')']) {
                aliases.push(fold(part));
            }
            aliases.push(fold(name));
        }
        aliases.retain(|a| !a.is_empty());
        Self {
            id,
            shown: key.to_owned(),
            aliases,
        }
    }
}

/// The one thing meant. Earlier groups of entries are preferred to later ones when the name is only begun.
fn pick<T: Copy + PartialEq>(
    kind: Kind,
    text: &str,
    groups: &[Vec<Entry<T>>],
) -> Result<T, Unfound> {
    let wanted = fold(text);
    let unfound = |near: Vec<String>, several| Unfound {
        kind,
        text: text.trim().to_owned(),
        near,
        several,
    };
    if wanted.is_empty() {
        return Err(unfound(Vec::new(), false));
    }
    // The id itself is always unambiguous.
    if let Some(entry) = groups
        .iter()
        .flatten()
        .find(|e| e.aliases.first() == Some(&wanted))
    {
        return Ok(entry.id);
    }
    let begins = |alias: &str| alias.starts_with(&wanted);
    let within = |alias: &str| {
        alias
            .match_indices(&wanted)
            .any(|(at, _)| at > 0 && alias[..at].ends_with(' '))
    };
    let tiers: [&dyn Fn(&str) -> bool; 3] = [&|a| a == wanted, &begins, &within];
    for tier in tiers {
        for group in groups {
            let mut hits: Vec<&Entry<T>> = Vec::new();
            for entry in group.iter().filter(|e| e.aliases.iter().any(|a| tier(a))) {
                if hits.iter().all(|h| h.id != entry.id) {
                    hits.push(entry);
                }
            }
            match hits.as_slice() {
                [] => {}
                [one] => return Ok(one.id),
                many => {
                    return Err(unfound(
                        many.iter().take(6).map(|e| e.shown.clone()).collect(),
                        true,
                    ));
                }
            }
        }
    }
    let mut near: Vec<(f64, &str)> = groups
        .iter()
        .flatten()
        .map(|e| {
            (
                e.aliases
                    .iter()
                    .map(|a| strsim::jaro_winkler(a, &wanted))
                    .fold(0.0, f64::max),
                e.shown.as_str(),
            )
        })
        .filter(|(score, _)| *score > 0.84)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup_by(|a, b| a.1 == b.1);
    Err(unfound(
        near.into_iter()
            .take(3)
            .map(|(_, shown)| shown.to_owned())
            .collect(),
        false,
    ))
}

/// The place meant.
///
/// # Errors
/// When nothing or more than one place answers to the name.
pub fn place(view: &View<'_>, text: &str) -> Result<PlaceId, Unfound> {
    let entries = view
        .places()
        .map(|id| {
            let place = &view.book().atlas.places[id.index()];
            let modern = place.modern.split(',').next().unwrap_or_default();
            (id, place, modern)
        })
        .collect::<Vec<_>>();
    let by_name = entries
        .iter()
        .map(|(id, p, _)| Entry::new(*id, &p.id, &[&p.name, &p.name_zh]))
        .collect();
    let by_modern = entries
        .iter()
        .map(|(id, p, modern)| {
            let mut names = vec![*modern];
            for (name, zh) in &p.other_names {
                names.extend([name.as_str(), zh.as_str()]);
            }
            Entry::new(*id, &p.id, &names)
        })
        .collect();
    pick(Kind::Place, text, &[by_name, by_modern])
}

fn army_entry(view: &View<'_>, id: ArmyId, commander: Option<PersonId>) -> Entry<ArmyId> {
    let (book, army) = (view.book(), &view.book().armies[id.index()]);
    let mut entry = Entry::new(id, &army.id, &[&army.name, &army.name_zh]);
    if let Some(person) = commander {
        let man = &book.people[person.index()];
        entry
            .aliases
            .extend(Entry::new(id, &man.id, &[&man.name, &man.name_zh]).aliases);
    }
    entry
}

/// The army meant: one of one's own in the field, else any the court knows of, so that the refusal can name it.
///
/// # Errors
/// When nothing or more than one army answers to the name.
pub fn army(view: &View<'_>, text: &str) -> Result<ArmyId, Unfound> {
    let own = view
        .armies()
        .map(|a| army_entry(view, a.id, a.commander))
        .collect();
    let others = (0..view.book().armies.len())
        .map(|i| army_entry(view, ArmyId::of(i), None))
        .collect();
    pick(Kind::Army, text, &[own, others])
}

/// The levy meant.
///
/// # Errors
/// When nothing or more than one levy answers to the name.
pub fn levy(view: &View<'_>, text: &str) -> Result<ArmyId, Unfound> {
    let commander = |id: ArmyId| view.book().armies[id.index()].commander;
    let waiting = view
        .levies()
        .map(|id| army_entry(view, id, commander(id)))
        .collect();
    let court: CourtId = view.court();
    let own = (0..view.book().armies.len())
        .map(ArmyId::of)
        .filter(|id| view.book().armies[id.index()].court == court)
        .map(|id| army_entry(view, id, None))
        .collect();
    pick(Kind::Levy, text, &[waiting, own])
}

/// The person meant: of one's own court first.
///
/// # Errors
/// When nobody or more than one answers to the name.
pub fn person(view: &View<'_>, text: &str) -> Result<PersonId, Unfound> {
    let (mut own, mut others, mut styled) = (Vec::new(), Vec::new(), Vec::new());
    for (i, man) in view.book().people.iter().enumerate() {
        let id = PersonId::of(i);
        let entry = Entry::new(id, &man.id, &[&man.name, &man.name_zh]);
        if view.figure(id).court == Some(view.court()) {
            own.push(entry)
        } else {
            others.push(entry)
        }
        styled.push(Entry::new(id, &man.id, &[&man.other_names]));
    }
    pick(Kind::Person, text, &[own, others, styled])
}

/// The post meant: of one's own court first.
///
/// # Errors
/// When nothing or more than one post answers to the name.
pub fn post(view: &View<'_>, text: &str) -> Result<PostId, Unfound> {
    let entry = |id: PostId| {
        let post = &view.book().posts[id.index()];
        Entry::new(id, &post.id, &[&post.title, &post.title_zh])
    };
    let own = view.posts().map(entry).collect();
    let all = (0..view.book().posts.len())
        .map(PostId::of)
        .map(entry)
        .collect();
    pick(Kind::Post, text, &[own, all])
}

/// The draft meant: those that lie before the court, then those it could put forward, then all others.
///
/// # Errors
/// When nothing or more than one draft answers to the name.
pub fn draft(view: &View<'_>, text: &str) -> Result<DraftId, Unfound> {
    let entry = |id: DraftId| {
        let Some(draft) = view.book().drafts.get(id.index()) else {
            let name = names::paper_id(view, id);
            return Entry::new(id, &name, &[&name.replace('_', " ")]);
        };
        Entry::new(
            id,
            &draft.id,
            &[
                &draft.title,
                draft.title.strip_prefix("The ").unwrap_or(&draft.title),
            ],
        )
    };
    let all = || view.all_papers();
    let before = view.proposals().map(entry).collect();
    let own = all()
        .filter(|d| view.terms(*d).from == view.court())
        .map(entry)
        .collect();
    pick(
        Kind::Draft,
        text,
        &[before, own, all().map(entry).collect()],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry<u8>> {
        vec![
            Entry::new(0, "weizhou_hebei", &["Weizhou", "衛州"]),
            Entry::new(1, "weizhou_pingliang", &["Weizhou", "渭州"]),
            Entry::new(
                2,
                "han_shizhong",
                &[
                    "Han Shizhong",
                    "韓世忠",
                    "Liangchen; Prince of Qi (posthumous)",
                ],
            ),
            Entry::new(3, "yelu_dashi", &["Yelü Dashi", "耶律大石"]),
        ]
    }

    #[test]
    fn names_are_folded() {
        assert_eq!(fold("  Yelü_Dashi! "), "yelu dashi");
        assert_eq!(fold("10,000 men"), "10000 men");
        assert_eq!(fold("岳飛"), "岳飛");
    }

    #[test]
    fn whoever_answers_to_it() {
        let find = |text| pick(Kind::Person, text, &[entries()]);
        for (text, id) in [
            ("han_shizhong", 2),
            ("HAN SHIZHONG", 2),
            ("han", 2),
            ("shizhong", 2),
            ("韓世忠", 2),
            ("prince of qi", 2),
            ("yelu", 3),
            ("Yelü Dashi", 3),
            ("weizhou_hebei", 0),
            ("渭州", 1),
        ] {
            assert_eq!(find(text).ok(), Some(id), "{text}");
        }
        let two = find("weizhou").expect_err("there are two");
        assert!(two.several && two.near == ["weizhou_hebei", "weizhou_pingliang"]);
        let slip = find("han shizong").expect_err("a slip");
        assert_eq!(
            (slip.several, slip.near.first().map(String::as_str)),
            (false, Some("han_shizhong"))
        );
        assert!(find("").is_err() && find("***").is_err());
    }
}
