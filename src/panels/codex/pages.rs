//! A page of the codex of each kind. What came after the first day stands on none of them before the game is over.

use egui::{Response, Ui};

use super::links::running;
use super::rows;
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId, SourceId};
use crate::panels::desk::{Thing, Topic};
use crate::panels::intent::Intent;
use crate::panels::look::{Holder, Type};
use crate::panels::people::seal_of;
use crate::panels::sight::Sight;
use crate::panels::treaties::clauses;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{CommandKind, cell, command, row, section, swatch, text};
use crate::prose::numbers::{date, number, signed};
use crate::prose::texts::tr;
use crate::prose::{capital, names, sentence};
use crate::scenario::model::RouteKind;
use crate::table::{papers, roll};

/// The page of a topic.
pub(super) fn page(ui: &mut Ui, see: &Sight<'_>, topic: Topic, out: &mut Vec<Intent>) {
    match topic {
        Topic::Person(id) => person(ui, see, id, out),
        Topic::Place(id) => place(ui, see, id, out),
        Topic::Court(id) => court(ui, see, id, out),
        Topic::Draft(id) => draft(ui, see, id, out),
        Topic::Term(at) => term(ui, see, at, out),
    }
}

/// The head of a page: a name, its characters, a line under it.
fn head(ui: &mut Ui, see: &Sight<'_>, name: &str, zh: &str, line: &str) {
    let ink = &see.look.ink;
    let both = format!("{} {zh}", capital(name));
    text(ui, Type::Heading, ink.ink, both.trim_end());
    if !line.is_empty() {
        text(ui, Type::Read, ink.ink2, &capital(line));
    }
    ui.add_space(8.0);
}

/// A fact: what it is, and how it is.
fn fact(ui: &mut Ui, see: &Sight<'_>, what: &str, is: &str) -> Response {
    let ink = &see.look.ink;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, width * 0.32, |ui| {
            text(ui, Type::Note, ink.ink2, what);
        });
        cell(ui, width * 0.68, |ui| {
            text(ui, Type::Body, ink.ink, is);
        });
    })
    .response
}

fn person(ui: &mut Ui, see: &Sight<'_>, id: PersonId, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let (man, figure) = (&book.people[id.index()], view.figure(id));
    let (name, zh) = (names::name(&view, id), names::name_zh(&view, id));
    ui.horizontal_top(|ui| {
        seal_of(ui, see, id, 64.0);
        ui.add_space(8.0);
        ui.vertical(|ui| {
            let office = names::office(texts, &view, id).unwrap_or_default();
            head(ui, see, &name, &zh, &office);
        });
    });
    if !roll::is_known(texts, &view, id) {
        text(ui, Type::Read, ink.ink, &texts.t("person-unheard"));
        return;
    }
    let here = Topic::Person(id);
    if !man.note.is_empty() {
        running(ui, see, Type::Read, &man.note, here, out);
    }
    if view.is_over() && !man.fate.is_empty() {
        running(ui, see, Type::Read, &man.fate, here, out);
    }
    ui.add_space(8.0);
    if !view.alive(id) {
        text(ui, Type::Strong, ink.ink, &texts.t("person-dead"));
    } else if let Some(court) = figure.court {
        let serves = names::court(book, court);
        fact(ui, see, &texts.t("codex-serves"), &serves);
    }
    if let Some(captive) = view.captive(id) {
        let words = tr!(
            texts,
            "person-captive",
            court = names::court(book, captive.of)
        );
        fact(ui, see, &texts.t("codex-where"), &words);
    } else if view.alive(id)
        && figure.court == Some(view.court())
        && let Some(at) = view.whereabouts(id)
    {
        fact(ui, see, &texts.t("codex-where"), &names::place(book, at));
    }
    if let Some(born) = man.born {
        let year = born.ymd().0.to_string();
        fact(ui, see, &texts.t("codex-born"), &year);
    }
    if view.alive(id) {
        fact(ui, see, &texts.t("codex-stance"), &signed(man.stance));
    }
    // Offices of the record, as far as the game has not gone its own way.
    let held: Vec<String> = man
        .offices
        .iter()
        .filter(|o| view.is_over() || o.from.is_some_and(|from| from <= book.from))
        .map(|o| {
            let years = o.from.map_or_else(String::new, |d| d.ymd().0.to_string());
            tr!(
                texts,
                "codex-office",
                title = capital(&o.title),
                zh = o.title_zh.as_str(),
                year = years
            )
        })
        .collect();
    if !held.is_empty() {
        ui.add_space(12.0);
        section(ui, look, &texts.t("codex-offices"), "歷官");
        for office in held {
            text(ui, Type::Body, ink.ink, office.trim_end());
        }
    }
}

/// The name of a kind of road.
fn way(see: &Sight<'_>, kind: RouteKind) -> String {
    let texts = see.texts();
    match kind {
        RouteKind::Road => texts.t("road-road"),
        RouteKind::MountainPass => texts.t("road-pass"),
        RouteKind::RiverDown => texts.t("road-river"),
        RouteKind::Canal => texts.t("road-canal"),
        RouteKind::Sea => texts.t("road-sea"),
        RouteKind::Ford => texts.t("road-ford"),
    }
}

fn place(ui: &mut Ui, see: &Sight<'_>, id: PlaceId, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let place = &book.atlas.places[id.index()];
    let what = names::kind(texts, place.kind);
    head(ui, see, &names::place(book, id), &place.name_zh, &what);
    // A place's note tells what befell it, up to the end of the wars.
    if view.is_over() && !place.note.is_empty() {
        running(ui, see, Type::Read, &place.note, Topic::Place(id), out);
        ui.add_space(8.0);
    }
    let holder = view.holder(id);
    let held_by = holder.map_or_else(|| texts.t("codex-nobody"), |c| names::court(book, c));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = ui.available_width();
        cell(ui, width * 0.32, |ui| {
            text(ui, Type::Note, look.ink.ink2, &texts.t("codex-holder"));
        });
        swatch(ui, look, Holder::of(book, holder), &held_by);
    });
    let walls = tr!(texts, "codex-walls-of", n = place.walls);
    fact(ui, see, &texts.t("codex-walls"), &walls).tip(texts.t("codex-walls-why"));
    if let Some(siege) = view.siege(id) {
        let by = tr!(
            texts,
            "codex-siege",
            court = names::court(book, siege.by),
            day = date(texts, book.day(siege.since))
        );
        fact(ui, see, &texts.t("codex-besieged"), &by);
    }
    if !place.circuit.is_empty() {
        fact(ui, see, &texts.t("codex-circuit"), &place.circuit);
    }
    if place.households > 0 {
        let homes = number(place.households);
        fact(ui, see, &texts.t("codex-households"), &homes).tip(texts.t("codex-households-why"));
        let percent = book.places[id.index()].stands_for;
        if percent != 100 {
            let registered = tr!(texts, "codex-registers-of", n = percent);
            fact(ui, see, &texts.t("codex-registers"), &registered)
                .tip(texts.t("codex-registers-why"));
        }
    }
    if !place.modern.is_empty() {
        fact(ui, see, &texts.t("codex-modern"), &place.modern);
    }
    ui.add_space(8.0);
    let words = texts.t("people-show");
    if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
        out.push(Intent::Centre(Thing::Place(id)));
    }
    ui.add_space(12.0);
    section(ui, look, &texts.t("codex-roads"), "道里");
    let mut roads: Vec<_> = book.atlas.neighbours[id.index()].clone();
    roads.sort_by_key(|(route, _)| book.atlas.routes[route.index()].km);
    for (route, to) in roads {
        let route = &book.atlas.routes[route.index()];
        let label = tr!(
            texts,
            "codex-road",
            place = names::place_both(book, to),
            km = number(i64::from(route.km)),
            way = way(see, route.kind)
        );
        let response = row(ui, look, false, &label, |ui| {
            text(ui, Type::Body, look.ink.ink, &label);
        });
        if response.clicked() {
            out.push(Intent::Open(Topic::Place(to)));
        }
    }
}

fn court(ui: &mut Ui, see: &Sight<'_>, id: CourtId, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let (court, realm) = (&book.courts[id.index()], view.other(id));
    let line = if realm.stands {
        String::new()
    } else {
        texts.t("codex-court-fallen")
    };
    head(ui, see, &capital(&court.name), &court.name_zh, &line);
    // A brief is written to the court it is about, and names what only that court knows.
    if id == view.court() || view.is_over() {
        running(ui, see, Type::Read, &court.brief, Topic::Court(id), out);
        ui.add_space(8.0);
    }
    if realm.stands {
        let ruler = names::both(&view, realm.ruler);
        fact(ui, see, &texts.t("codex-ruler"), &ruler);
        fact(
            ui,
            see,
            &texts.t("codex-seat"),
            &names::place_both(book, realm.seat),
        );
        let held = view
            .places()
            .filter(|p| view.holder(*p) == Some(id))
            .count();
        let held = number(i64::try_from(held).unwrap_or(i64::MAX));
        fact(ui, see, &texts.t("codex-holds"), &held).tip(texts.t("codex-holds-why"));
    }
    if id != view.court() && realm.stands {
        let how = if view.at_war(id) {
            texts.t("codex-at-war")
        } else if view.allied(id) {
            texts.t("codex-allied")
        } else {
            texts.t("codex-at-peace")
        };
        fact(ui, see, &texts.t("codex-with-us"), &how);
    }
    let entries: Vec<_> = super::links::entries(see)
        .into_iter()
        .filter(|e| e.topic == Topic::Person(realm.ruler) || e.topic == Topic::Place(realm.seat))
        .collect();
    ui.add_space(12.0);
    section(ui, look, &texts.t("codex-see-also"), "參見");
    if let Some(topic) = rows(ui, see, &entries) {
        out.push(Intent::Open(topic));
    }
}

/// The sources by label and title.
fn sources(ui: &mut Ui, see: &Sight<'_>, list: &[SourceId]) {
    if list.is_empty() {
        return;
    }
    let (look, texts, book) = (see.look, see.texts(), see.book());
    let named: Vec<String> = list
        .iter()
        .map(|id| {
            let source = &book.sources[id.index()];
            let title = source.title.split(" (").next().unwrap_or(&source.title);
            format!("{title} {}", source.title_zh).trim_end().to_owned()
        })
        .collect();
    let words = tr!(texts, "codex-sources", list = named.join("; "));
    ui.add_space(8.0);
    text(ui, Type::Note, look.ink.ink2, &sentence(&words));
}

fn draft(ui: &mut Ui, see: &Sight<'_>, id: DraftId, out: &mut Vec<Intent>) {
    let (texts, view, book) = (see.texts(), see.view(), see.book());
    let Some(written) = book.drafts.get(id.index()) else {
        return;
    };
    if !papers::is_known(&view, id) {
        let words = texts.t("codex-unknown");
        text(ui, Type::Read, see.look.ink.ink, &words);
        return;
    }
    let state = papers::papers(&view)
        .into_iter()
        .find(|(d, _)| *d == id)
        .map_or_else(
            || texts.t("codex-unsent"),
            |(_, state)| state.words(texts, book),
        );
    let line = tr!(
        texts,
        "treaties-between",
        from = names::court(book, written.terms.from),
        to = names::court(book, written.terms.to),
        state = state
    );
    head(ui, see, &written.title, "", &sentence(&line));
    clauses(ui, see, id);
    // The note knows how it ended.
    if view.is_over() && !written.note.is_empty() {
        running(ui, see, Type::Read, &written.note, Topic::Draft(id), out);
    }
    sources(ui, see, &written.sources);
}

fn term(ui: &mut Ui, see: &Sight<'_>, at: u16, out: &mut Vec<Intent>) {
    let Some(term) = see.book().terms.get(usize::from(at)) else {
        return;
    };
    head(ui, see, &term.name, &term.name_zh, "");
    running(ui, see, Type::Read, &term.says, Topic::Term(at), out);
    sources(ui, see, &term.sources);
}
