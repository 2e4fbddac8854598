//! Orders of this turn: the tray, the order being made, refusals and their ways out.
//!
//! * `slips` — what was asked this turn, each on its slip
//! * `kinds` — the kinds of order, where each stands and whether it can be given now
//! * `form` — the order being made; `candidates` — what it could name
//! * `refused` — a refusal and what would do it
//! * `words`, `parts` — the words of all this, and the pieces it is drawn from

mod candidates;
mod form;
mod kinds;
mod parts;
mod refused;
mod slips;
mod words;

use egui::{Key, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, vec2};

pub use form::give;

use self::kinds::Group;
use self::parts::{Row, State, boxed, galley, hit, row};
use super::desk::{Aim, OrderKind, Thing, order_of};
use super::intent::Intent;
use super::look::Type;
use super::sight::Sight;
use super::widgets::{section, text};
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::panels::widgets::Tip;
use crate::prose::names;

use crate::prose::texts::tr;
use crate::table::Session;
use crate::table::ways::Part;

/// From the edge of the tray to its text.
const MARGIN: f32 = 20.0;
/// Lines longer than this are hard to read; the tray of a small window is wide.
const WIDEST: f32 = 600.0;

/// Orders of this turn: the tray, the order being made, refusals and their ways out.
pub fn orders(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let ink = &see.look.ink;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, ink.hi);
    ui.painter()
        .vline(whole.min.x, whole.y_range(), Stroke::new(1.0, ink.rule2));
    let inner = Rect::from_min_max(
        whole.min + vec2(MARGIN, 12.0),
        egui::pos2(whole.max.x - 4.0, whole.max.y),
    );
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ScrollArea::vertical()
            .id_salt("tray")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width((ui.available_width() - MARGIN + 4.0).min(WIDEST));
                tray(ui, see, out);
                ui.add_space(24.0);
            });
    });
}

fn tray(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let texts = see.texts();
    section(ui, see.look, &texts.t("orders-heading"), "令");
    edicts_line(ui, see, out);
    ui.add_space(8.0);
    let aim = see.desk.aim.as_ref();
    // What is being made would be refused for the same reason: it is said once, where it is made.
    let made = aim.and_then(order_of).map(Ask::Order);
    if let Some(refused) = &see.desk.refused
        && made.as_ref() != Some(&refused.ask)
    {
        refused::refusal(ui, see, &refused.ask, &refused.why, None, out);
        ui.add_space(16.0);
    }
    if let Some(aim) = aim {
        form::form(ui, see, aim, out);
        ui.add_space(24.0);
        let given = texts.t("orders-given");
        text(ui, Type::NoteItalic, see.look.ink.ink2, &given);
    }
    slips::slips(ui, see, out);
    if aim.is_none() {
        ui.add_space(16.0);
        begin(ui, see, out);
    }
}

/// How many edicts are left, in boxes and words, and the way back.
fn edicts_line(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let full = i32::from(view.book().courts[view.court().index()].edicts);
    let left = view.realm().edicts;
    let words = tr!(texts, "orders-edicts", left = left, full = full);
    ui.horizontal(|ui| {
        text(ui, Type::Note, ink.ink, &words).tip(texts.t("orders-edicts-why"));
        for n in 0..full.max(left).min(8) {
            let (rect, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::hover());
            if n < left {
                ui.painter().rect_filled(rect, 0.0, ink.song);
            }
            ui.painter().rect_stroke(
                rect,
                0.0,
                Stroke::new(1.5, ink.ink),
                egui::StrokeKind::Inside,
            );
        }
        let asked = slips::own(see).len();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (words, label) = (texts.t("orders-undo"), texts.t("orders-undo-label"));
            let pressed = boxed(ui, see.look, &words, &label, asked > 0).clicked();
            if (pressed || hit(ui, Key::Z)) && asked > 0 {
                out.push(Intent::TakeBack(asked - 1));
            }
        });
    });
}

/// The letter of a kind of order, wherever one of the kind can be begun.
#[must_use]
pub fn letter(kind: OrderKind) -> Option<Key> {
    kinds::letter(kind)
}

/// Whether an order of this kind names a place.
#[must_use]
pub fn names_place(kind: OrderKind) -> bool {
    kinds::parts(kind).contains(&Part::Place)
}

/// Whether an order still lacks the army that is to carry it out. A levy that is to be called up does not stand anywhere yet.
#[must_use]
pub fn lacks_army(aim: &Aim) -> bool {
    aim.army.is_none()
        && aim.kind != OrderKind::Raise
        && kinds::parts(aim.kind).contains(&Part::Army)
}

/// The order that would be begun: with what is selected on the map, where it can be named.
fn start(see: &Sight<'_>, kind: OrderKind) -> Aim {
    let view = see.view();
    let wanted = kinds::parts(kind);
    let mut aim = Aim::new(kind);
    let (wants_army, wants_place) = (wanted.contains(&Part::Army), wanted.contains(&Part::Place));
    match see.desk.selected {
        Some(Thing::Army(army)) if view.army(army).is_none() && wants_army && wants_place => {
            aim.place = view.sighting(army).map(|s| s.place);
        }
        // A levy that is to be called up is not one that already stands.
        Some(Thing::Army(army))
            if view.army(army).is_some() && wants_army && kind != OrderKind::Raise =>
        {
            aim.army = Some(army);
        }
        Some(Thing::Place(place))
            if wants_place && candidates::places(&view, &aim).contains(&place) =>
        {
            aim.place = Some(place);
        }
        _ => {}
    }
    aim
}

/// The group that is open: one that was opened by hand, else that of what is selected on the map.
fn group(ui: &Ui, see: &Sight<'_>) -> Group {
    let id = egui::Id::new("order_group");
    let view = see.view();
    let kept: Option<(Option<Thing>, Group)> = ui.data(|d| d.get_temp(id));
    match kept {
        Some((selected, group)) if selected == see.desk.selected => group,
        _ => match see.desk.selected {
            Some(Thing::Place(place)) if view.holder(place) == Some(view.court()) => Group::Towns,
            _ => Group::Armies,
        },
    }
}

/// The kinds of order in their groups, to begin one.
fn begin(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    section(ui, see.look, &texts.t("orders-begin"), "");
    if let Some(thing) = see.desk.selected {
        let name = match thing {
            Thing::Place(place) => words::place(&view, place),
            Thing::Army(army) if view.army(army).is_some() => {
                names::army_with_commander(&view, army)
            }
            Thing::Army(army) => names::army(texts, view.book(), army),
        };
        let words = tr!(texts, "orders-selected", name = name);
        text(ui, Type::NoteItalic, ink.ink2, &words);
    }
    let mut open = group(ui, see);
    for group in Group::ALL {
        if hit(ui, group.key()) {
            open = group;
        }
    }
    for group in Group::ALL {
        let title = group.title(texts);
        let shown = open == group;
        if group_row(ui, see, group, &title, shown) {
            open = group;
        }
        if !shown {
            continue;
        }
        for (key, kind) in group.kinds() {
            kind_row(ui, see, *key, *kind, out);
        }
        ui.add_space(8.0);
    }
    ui.data_mut(|d| d.insert_temp(egui::Id::new("order_group"), (see.desk.selected, open)));
}

fn group_row(ui: &mut Ui, see: &Sight<'_>, group: Group, title: &str, open: bool) -> bool {
    let ink = &see.look.ink;
    let label = tr!(see.texts(), "orders-group-label", group = title);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, open, label.as_str()));
    if ui.is_rect_visible(rect) {
        if response.hovered() || open {
            ui.painter().rect_filled(rect, 0.0, ink.lo);
        }
        let y = rect.center().y;
        parts::chip(
            ui,
            see.look,
            egui::pos2(rect.min.x + 8.0, y - 10.0),
            group.key().name(),
            false,
        );
        let words = galley(ui, Type::Section, ink.ink, title, rect.width() - 60.0);
        let at = egui::pos2(rect.min.x + 44.0, y - words.size().y / 2.0);
        ui.painter().galley(at, words, ink.ink);
        ui.painter()
            .hline(rect.x_range(), rect.max.y, Stroke::new(1.0, ink.rule2));
        parts::focus_ring(ui, see.look, &response);
    }
    response.clicked()
}

fn kind_row(ui: &mut Ui, see: &Sight<'_>, key: Key, kind: OrderKind, out: &mut Vec<Intent>) {
    let (texts, view) = (see.texts(), see.view());
    let aim = start(see, kind);
    let closed = kinds::closed(texts, &view, &aim);
    let title = kinds::title(texts, kind);
    let note = format!(
        "{} {}",
        kinds::does(texts, kind),
        kinds::cost(texts, &view, kind)
    );
    let warning = closed.unwrap_or_default();
    let state = if warning.is_empty() {
        State::Open
    } else {
        State::Closed
    };
    let label = tr!(texts, "orders-kind-label", kind = title.as_str());
    let response = row(
        ui,
        see.look,
        &Row {
            key: key.name(),
            title: &title,
            note: if warning.is_empty() { &note } else { "" },
            warning: &warning,
            label: &label,
            state,
        },
    );
    // A closed row keeps its letter too: nothing under the tray is to take it for its own.
    let pressed = hit(ui, key);
    if state == State::Open && (response.clicked() || pressed) {
        out.push(Intent::Aim(Some(aim)));
    }
}

/// What to say where asks of this turn fell away because another was taken back or changed.
#[must_use]
pub fn dropped(session: &Session, court: CourtId, asks: &[Ask]) -> Option<String> {
    words::dropped(session, court, asks)
}
