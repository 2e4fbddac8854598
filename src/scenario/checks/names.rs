//! People are told apart by their names, and texts can lead to them.

use std::collections::{BTreeMap, BTreeSet};

use super::Cx;
use crate::base::ids::PersonId;
use crate::diagnostics::{Confidence, Diagnostic, Label};
use crate::scenario::found::Found;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_zh: BTreeMap<&str, usize> = BTreeMap::new();
    let acting = acting(cx);
    for (at, (file, person)) in cx.tables.people.iter().enumerate() {
        if !cx.whole(&person.id) {
            continue;
        }
        // Whoever is told apart says of the other that he is not he.
        let apart = |other: usize| {
            let (_, other) = &cx.tables.people[other];
            person.other_names.contains("not ") || other.other_names.contains("not ")
        };
        let first = by_name.get(person.name.as_str()).copied().or_else(|| {
            by_zh
                .get(person.name_zh.as_str())
                .copied()
                .filter(|other| !apart(*other))
        });
        if let Some(other) = first {
            let (other_file, other) = &cx.tables.people[other];
            let message = format!(
                "`{}` and `{}` are both called {} {}",
                person.id.value, other.id.value, person.name, person.name_zh
            );
            let mut diagnostic = Diagnostic::warning("same-name", file, person.id.span, message)
                .help("add in brackets who he is, and say in `other_names` whom he is not to be taken for");
            diagnostic.labels.push(Label {
                file: other_file.clone(),
                span: other.id.span,
                message: "the other".to_owned(),
            });
            found.push(diagnostic);
        }
        by_name.entry(&person.name).or_insert(at);
        if !person.name_zh.is_empty() {
            by_zh.entry(&person.name_zh).or_insert(at);
        }
        let linked = person.name.split(" (").next().unwrap_or_default();
        if acting.contains(&PersonId::of(at))
            && (linked.len() <= 3 || !linked.starts_with(char::is_uppercase))
        {
            let message = format!(
                "`{}` has a part here, and no text can be linked to the name `{linked}`",
                person.id.value
            );
            let help = "write a name of more than three letters that begins with a capital";
            found.push(
                Diagnostic::warning("unlinked-person", file, person.id.span, message)
                    .confidence(Confidence::Certain)
                    .help(help),
            );
        }
    }
}

/// Everybody who has a part: reigns, would follow, holds a post, commands, answers for walls or speaks.
fn acting(cx: &Cx<'_>) -> BTreeSet<PersonId> {
    let book = cx.scenario;
    let courts = book
        .courts
        .iter()
        .flat_map(|court| [Some(court.ruler), court.heir]);
    let posts = book.posts.iter().map(|post| post.holder);
    let armies = book.armies.iter().map(|army| army.commander);
    let towns = book.places.iter().map(|place| place.captain);
    let voices = book.decisions.iter().flat_map(|decision| &decision.voices);
    courts
        .chain(posts)
        .chain(armies)
        .chain(towns)
        .flatten()
        .chain(voices.map(|voice| voice.who))
        .collect()
}
