//! What the codex knows by name, for its search and for the links in running text. Whoever is nobody yet has no name here.

use std::collections::BTreeMap;
use std::ops::Range;

use egui::{RichText, Ui};

use crate::base::ids::{CourtId, DraftId, PersonId};
use crate::panels::desk::Topic;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::prose::names;
use crate::table::{papers, roll};

/// A name, and the page it leads to.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The page.
    pub(super) topic: Topic,
    /// The name as it stands in running text.
    pub(super) name: String,
    /// The same in Chinese.
    pub(super) zh: String,
    /// Other names to find it by.
    pub(super) other: String,
}

/// Whether this court may have a page on a court: one that was never set up would be foretold.
fn court_is_known(see: &Sight<'_>, court: CourtId) -> bool {
    let view = see.view();
    let begun = see.book().courts[court.index()].stands;
    view.is_over() || begun || view.other(court).stands
}

/// Everything there is a page of, as far as this court may know.
pub(super) fn entries(see: &Sight<'_>) -> Vec<Entry> {
    let (texts, view, book) = (see.texts(), see.view(), see.book());
    let mut out = Vec::new();
    for i in 0..book.people.len() {
        let id = PersonId::of(i);
        if roll::is_known(texts, &view, id) {
            out.push(Entry {
                topic: Topic::Person(id),
                name: names::name(&view, id),
                zh: names::name_zh(&view, id),
                other: book.people[i].other_names.clone(),
            });
        }
    }
    for id in view.places() {
        let place = &book.atlas.places[id.index()];
        out.push(Entry {
            topic: Topic::Place(id),
            name: names::place(book, id),
            zh: place.name_zh.clone(),
            other: place.modern.clone(),
        });
    }
    for (i, court) in book.courts.iter().enumerate() {
        if court_is_known(see, CourtId::of(i)) {
            out.push(Entry {
                topic: Topic::Court(CourtId::of(i)),
                name: court.name.clone(),
                zh: court.name_zh.clone(),
                other: String::new(),
            });
        }
    }
    for (i, draft) in book.drafts.iter().enumerate() {
        let id = DraftId::of(i);
        if papers::is_known(&view, id) {
            out.push(Entry {
                topic: Topic::Draft(id),
                name: draft.title.clone(),
                zh: String::new(),
                other: String::new(),
            });
        }
    }
    for (i, term) in book.terms.iter().enumerate() {
        out.push(Entry {
            topic: Topic::Term(u16::try_from(i).unwrap_or(u16::MAX)),
            name: term.name.clone(),
            zh: term.name_zh.clone(),
            other: String::new(),
        });
    }
    out
}

/// What answers to the words typed: names that begin with them first, then those that hold them.
pub(super) fn found(entries: &[Entry], typed: &str) -> Vec<Entry> {
    let wanted = names::fold(typed);
    let mut out: Vec<(u8, &Entry)> = entries
        .iter()
        .filter_map(|entry| {
            let name = names::fold(&entry.name);
            let zh = names::fold(&entry.zh);
            let rank = if name == wanted || zh == wanted {
                0
            } else if name.starts_with(&wanted) || zh.starts_with(&wanted) {
                1
            } else if name.contains(&wanted) || zh.contains(&wanted) {
                2
            } else if names::fold(&entry.other).contains(&wanted) {
                3
            } else {
                return None;
            };
            Some((rank, entry))
        })
        .collect();
    out.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.name.cmp(&b.1.name)));
    out.into_iter().map(|(_, entry)| entry.clone()).collect()
}

/// Where a text names something, each thing once, in order.
fn named(see: &Sight<'_>, text: &str, but: Topic) -> Vec<(Range<usize>, Topic)> {
    let mut entries = entries(see);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &entries {
        *times.entry(entry.name.clone()).or_default() += 1;
    }
    // What two things are called names neither; a draft's title is a phrase.
    entries.retain(|e| {
        e.topic != but && times.get(&e.name) == Some(&1) && !matches!(e.topic, Topic::Draft(_))
    });
    entries.sort_by_key(|e| (std::cmp::Reverse(e.name.len()), e.topic));
    let small = text.to_ascii_lowercase();
    let mut out: Vec<(Range<usize>, Topic)> = Vec::new();
    for entry in &entries {
        let is_term = matches!(entry.topic, Topic::Term(_));
        // A short word of the time is only itself in small letters: with a capital it is somebody's name.
        let (text, name) = if is_term && entry.name.len() > 4 {
            (small.as_str(), entry.name.to_ascii_lowercase())
        } else {
            (text, entry.name.clone())
        };
        if !is_term && name.len() < 3 {
            continue;
        }
        let at = text.match_indices(&name).find_map(|(start, _)| {
            let mut end = start + name.len();
            if is_term && text[end..].starts_with('s') {
                end += 1;
            }
            let whole = !text[..start].ends_with(char::is_alphanumeric)
                && !text[end..].starts_with(char::is_alphanumeric);
            let free = out
                .iter()
                .all(|(taken, _)| taken.end <= start || end <= taken.start);
            (whole && free).then_some(start..end)
        });
        if let Some(at) = at {
            out.push((at, entry.topic));
        }
    }
    out.sort_by_key(|(at, _)| at.start);
    out
}

/// A running text in which what it names can be followed.
pub(super) fn running(
    ui: &mut Ui,
    see: &Sight<'_>,
    style: Type,
    words: &str,
    but: Topic,
    out: &mut Vec<Intent>,
) {
    let ink = see.look.ink;
    let links = named(see, words, but);
    let rich = |part: &str| {
        RichText::new(part)
            .font(style.font())
            .line_height(Some(style.line()))
            .color(ink.ink)
    };
    let between = ui.spacing().interact_size.y;
    // Lines stand as far apart as the style says, not as controls do.
    ui.spacing_mut().interact_size.y = style.line();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        ui.visuals_mut().hyperlink_color = ink.ink;
        let mut from = 0;
        for (at, topic) in links {
            if let Some(plain) = words.get(from..at.start).filter(|p| !p.is_empty()) {
                ui.label(rich(plain));
            }
            if let Some(name) = words.get(at.clone())
                && ui.link(rich(name).underline()).clicked()
            {
                out.push(Intent::Open(topic));
            }
            from = at.end;
        }
        if let Some(rest) = words.get(from..).filter(|p| !p.is_empty()) {
            ui.label(rich(rest));
        }
    });
    ui.spacing_mut().interact_size.y = between;
}
