//! People and posts, as the court knows them: a list that can be searched, and one person's page.
//!
//! * [`page`] — one person; [`house`] — the council's parties, the throne, the square before the palace

mod house;
mod page;

use egui::Ui;

use super::desk::{Aim, OrderKind, Panel};
use super::intent::Intent;
use super::look::{Holder, Type};
use super::sight::Sight;
use super::widgets::{cell, line_edit, number_cell, row, seal, section, text};
use crate::base::ids::PersonId;
use crate::events::Stat;
use crate::panels::reckoned::Tells;
use crate::prose::numbers::signed;
use crate::prose::texts::tr;
use crate::prose::{capital, names};
use crate::table::{About, roll};

/// Side of a seal in the list.
const SEAL: f32 = 40.0;

/// Width of a column of numbers.
const NUMBER: f32 = 84.0;

/// What of this page is open.
#[derive(Clone, Debug, Default)]
struct Open {
    /// Whose page.
    person: Option<PersonId>,
    /// What the list is filtered by.
    filter: String,
}

/// People and posts, as the court knows them.
pub fn people(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let id = ui.id().with(("people", see.desk.court.0));
    let mut open: Open = ui.data(|d| d.get_temp(id)).unwrap_or_default();
    match open.person {
        Some(person) => super::widgets::page(ui, ("person", person.0), |ui| {
            if page::page(ui, see, person, out) {
                open.person = None;
            }
        }),
        None => super::widgets::page(ui, "people", |ui| list(ui, see, &mut open, out)),
    }
    ui.data_mut(|d| d.insert_temp(id, open));
}

/// What moves a man's loyalty, as his own court knows it.
fn loyalty_moves(see: &Sight<'_>, person: PersonId) -> String {
    see.moves(About::Stat(Stat::Loyalty(person)))
}

/// The seal of a person, in the colours of the court he serves.
pub fn seal_of(ui: &mut Ui, see: &Sight<'_>, person: PersonId, size: f32) {
    let view = see.view();
    let holder = Holder::of(see.book(), view.figure(person).court);
    // A seal is cut with the name he was given, not with the title he reigns by.
    let both = names::name_zh(&view, person);
    let zh = both.rsplit(' ').next().unwrap_or(&both);
    // A page that is read aloud has his name beside it.
    let label = tr!(
        see.texts(),
        "people-seal",
        person = names::name(&view, person)
    );
    seal(ui, see.look, zh, holder, size, &label);
}

/// The list.
fn list(ui: &mut Ui, see: &Sight<'_>, open: &mut Open, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let words = texts.t("people-filter");
    line_edit(ui, look, &words, &mut open.filter);
    ui.add_space(12.0);
    let wanted = names::fold(&open.filter);
    if wanted.is_empty() {
        house::house(ui, see, open, out);
    }
    let fits = |person: &PersonId| {
        let man = &see.book().people[person.index()];
        let all = format!(
            "{} {} {} {}",
            names::name(&view, *person),
            names::name_zh(&view, *person),
            man.other_names,
            names::office(texts, &view, *person).unwrap_or_default()
        );
        wanted.is_empty() || names::fold(&all).contains(&wanted)
    };
    let all = roll::roll(&view);
    let mut any = false;
    for (title, zh, group) in [
        (texts.t("people-group-placed"), "在任", all.placed),
        (texts.t("people-group-others"), "在朝", all.others),
        (texts.t("people-group-away"), "在外", all.away),
        (texts.t("people-group-dead"), "亡", all.dead),
    ] {
        let group: Vec<PersonId> = group.into_iter().filter(|p| fits(p)).collect();
        if group.is_empty() {
            continue;
        }
        any = true;
        section(ui, look, &title, zh);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let rest = ui.available_width() - 2.0 * NUMBER;
            ui.add_space(rest);
            for words in [texts.t("people-loyalty"), texts.t("people-stance")] {
                number_cell(ui, NUMBER, Type::Small, look.ink.ink2, &words);
            }
        });
        for person in group {
            if line(ui, see, person) {
                open.person = Some(person);
            }
        }
        ui.add_space(16.0);
    }
    posts(ui, see, open, &wanted, &mut any, out);
    if !any {
        let none = tr!(texts, "people-nobody", words = open.filter.as_str());
        text(ui, Type::Italic, look.ink.ink2, &none);
    }
}

/// A person of the list: seal, name, office, where, loyalty, stance, command. Whether he was picked.
fn line(ui: &mut Ui, see: &Sight<'_>, person: PersonId) -> bool {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let figure = view.figure(person);
    let name = names::name(&view, person);
    let office = names::office(texts, &view, person);
    let label = match &office {
        Some(office) => tr!(
            texts,
            "people-row-office",
            person = name.as_str(),
            office = office.as_str()
        ),
        None => tr!(texts, "people-row", person = name.as_str()),
    };
    let faint = if view.alive(person) {
        ink.ink
    } else {
        ink.ink3
    };
    let width = ui.available_width();
    let numbers = NUMBER;
    let response = row(ui, look, false, &label, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, SEAL + 12.0, |ui| seal_of(ui, see, person, SEAL));
        cell(ui, width - SEAL - 12.0 - 2.0 * numbers, |ui| {
            let both = names::both(&view, person);
            text(ui, Type::Strong, faint, &both);
            if let Some(office) = office {
                text(ui, Type::Note, ink.ink2, &capital(&office));
            }
            let mut parts = Vec::new();
            if let Some(captive) = view.captive(person) {
                let court = names::court(book, captive.of);
                parts.push(tr!(texts, "person-captive", court = court));
            } else if figure.exiled {
                parts.push(texts.t("people-sent-away"));
            } else if view.alive(person)
                && let Some(at) = view.whereabouts(person)
            {
                parts.push(tr!(texts, "person-at", place = names::place(book, at)));
            }
            if view.alive(person)
                && let Some(command) = names::command(texts, &view, person)
            {
                parts.push(command);
            }
            if !parts.is_empty() {
                text(ui, Type::NoteItalic, ink.ink2, &parts.join(" "));
            }
        });
        if view.alive(person) {
            number_cell(
                ui,
                numbers,
                Type::Strong,
                ink.ink,
                &figure.loyalty.to_string(),
            );
            number_cell(
                ui,
                numbers,
                Type::Strong,
                ink.ink,
                &signed(book.people[person.index()].stance),
            );
        }
    });
    let told = || {
        if view.alive(person) {
            let stance = texts.t("people-stance-why");
            format!("{}\n\n{stance}", loyalty_moves(see, person))
        } else {
            texts.t("person-dead")
        }
    };
    response.tells(told).clicked()
}

/// The posts, with who holds them. A vacant one begins an appointment.
fn posts(
    ui: &mut Ui,
    see: &Sight<'_>,
    open: &mut Open,
    wanted: &str,
    any: &mut bool,
    out: &mut Vec<Intent>,
) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let mut first = true;
    for post in view.posts() {
        let named = &book.posts[post.index()];
        let holder = view.holder_of(post);
        let man = holder.map(|p| names::name(&view, p));
        let all = format!(
            "{} {} {}",
            named.title,
            named.title_zh,
            man.as_deref().unwrap_or_default()
        );
        if !wanted.is_empty() && !names::fold(&all).contains(wanted) {
            continue;
        }
        if first {
            section(ui, look, &texts.t("people-posts"), "官職");
            first = false;
            *any = true;
        }
        let title = capital(&named.title);
        let label = match &man {
            Some(man) => tr!(
                texts,
                "people-post-held",
                title = title.as_str(),
                person = man.as_str()
            ),
            None => tr!(texts, "people-post-vacant", title = title.as_str()),
        };
        let width = ui.available_width();
        let picked = row(ui, look, false, &label, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, width * 0.66, |ui| {
                let both = format!("{title} {}", named.title_zh);
                text(ui, Type::Body, ink.ink, &both);
            });
            cell(ui, width * 0.34, |ui| match man {
                Some(man) => {
                    text(ui, Type::Strong, ink.ink, &man);
                }
                None => {
                    text(ui, Type::Italic, ink.warn, &texts.t("people-vacant"));
                }
            });
        });
        if picked.clicked() {
            match holder {
                Some(person) => open.person = Some(person),
                None => {
                    let mut aim = Aim::new(OrderKind::Appoint);
                    aim.post = Some(post);
                    out.push(Intent::Show(Panel::Orders));
                    out.push(Intent::Aim(Some(aim)));
                }
            }
        }
    }
}
