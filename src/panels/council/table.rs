//! The table between matters: the news since the court last sat, what waits, papers of other courts, and what can be done now.

use egui::{Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, vec2};

use super::super::desk::{Panel, Thing};
use super::super::intent::Intent;
use super::super::layout::Room;
use super::super::look::Type;
use super::super::sight::Sight;
use super::super::widgets::{self, CommandKind, command, key_chip, link, runs, section};
use super::{chosen, end, patience, run_on};
use crate::base::ids::{DecisionId, DraftId};
use crate::engine::Ask;
use crate::orders::Order;
use crate::panels::widgets::Tip;
use crate::prose::clauses::clauses;
use crate::prose::texts::tr;
use crate::prose::{names, refusal, sentence};
use crate::table;

/// Width of the column with the place of a piece of news.
const PLACE: f32 = 128.0;

/// The table.
pub(super) fn table(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    news(ui, see, out);
    matters(ui, see, out);
    for (i, draft) in super::papers(see).into_iter().enumerate() {
        paper(ui, see, draft, i == 0, out);
    }
    if see.session.waiting(see.desk.court).is_empty() && !see.is_over() {
        now(ui, see, out);
    }
}

fn news(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    section(
        ui,
        see.look,
        &texts.t("table-news"),
        &texts.t("table-news-zh"),
    );
    let items = table::news(see.session, see.desk.court);
    if items.is_empty() {
        widgets::text(ui, Type::Read, ink.ink2, &texts.t("news-none"));
    }
    for item in &items {
        let wide = see.layout.room != Room::Small;
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.vertical(|ui| {
                ui.set_width(if wide { width - PLACE - 16.0 } else { width });
                runs(ui, &[(Type::Read, ink.ink, &item.text)]);
                detail(ui, see, item);
                if !wide {
                    place(ui, see, item, out);
                }
            });
            if wide {
                ui.vertical(|ui| {
                    ui.add_space(4.0);
                    place(ui, see, item, out);
                });
            }
        });
        hairline(ui, see);
    }
    ui.add_space(16.0);
}

/// What stands behind a line that tells of much: each by itself, once it is asked for.
fn detail(ui: &mut Ui, see: &Sight<'_>, item: &table::NewsItem) {
    if item.detail.is_empty() {
        return;
    }
    let (texts, ink) = (see.texts(), &see.look.ink);
    let id = egui::Id::new(("news-detail", see.view().turn().0, &item.text));
    let mut open: bool = ui.data_mut(|d| d.get_temp(id)).unwrap_or_default();
    let words = if open {
        texts.t("table-news-less")
    } else {
        tr!(texts, "table-news-all", n = item.detail.len())
    };
    if link(ui, see.look, Type::Note, &words).clicked() {
        open = !open;
        ui.data_mut(|d| d.insert_temp(id, open));
    }
    if open {
        for line in &item.detail {
            runs(ui, &[(Type::Note, ink.ink2, line)]);
        }
    }
}

/// Where a piece of news is from, as a way to see it on the map.
fn place(ui: &mut Ui, see: &Sight<'_>, item: &table::NewsItem, out: &mut Vec<Intent>) {
    let Some(at) = item.place else {
        return;
    };
    let name = names::place(see.book(), at);
    let hover = tr!(see.texts(), "table-on-map", place = name.as_str());
    if link(ui, see.look, Type::Note, &name).tip(hover).clicked() {
        out.push(Intent::Centre(Thing::Place(at)));
        if see.layout.room == Room::Small {
            out.push(Intent::SwapMap);
        }
    }
}

fn matters(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let texts = see.texts();
    let Some(seat) = see.session.seat(see.desk.court) else {
        return;
    };
    if seat.matters.is_empty() {
        return;
    }
    section(
        ui,
        see.look,
        &texts.t("table-matters"),
        &texts.t("table-matters-zh"),
    );
    for (i, decision) in seat.matters.iter().enumerate() {
        matter(ui, see, i + 1, *decision, out);
    }
    ui.add_space(16.0);
}

/// A matter on the table: its key, its title, and how long it waits or what was decided.
fn matter(
    ui: &mut Ui,
    see: &Sight<'_>,
    number: usize,
    decision: DecisionId,
    out: &mut Vec<Intent>,
) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let book = &see.book().decisions[decision.index()];
    let state = chosen(see, decision).map_or_else(
        || patience(see, decision),
        |option| {
            let label = &book.options[option.index()].label;
            tr!(texts, "table-decided", label = label.as_str())
        },
    );
    let ground = ui.painter().add(egui::Shape::Noop);
    let row = ui.scope_builder(
        UiBuilder::new()
            .id_salt(("matter", number))
            .sense(Sense::click()),
        |ui| {
            ui.set_min_size(vec2(ui.available_width(), 56.0));
            ui.add_space(4.0);
            ui.horizontal_top(|ui| {
                key_chip(ui, see.look, &number.to_string());
                ui.add_space(4.0);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    runs(
                        ui,
                        &[
                            (Type::Option, ink.ink, &book.title),
                            (Type::Note, ink.ink2, "  "),
                            (Type::Note, ink.ink2, &book.title_zh),
                        ],
                    );
                    runs(ui, &[(Type::Note, ink.ink2, &state)]);
                });
            });
        },
    );
    let response = row.response;
    let label = tr!(
        texts,
        "table-matter",
        n = number,
        title = book.title.as_str()
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    super::options::ground(
        ui,
        see,
        ground,
        response.rect,
        response.hovered() || response.has_focus(),
        response.has_focus(),
    );
    if response.clicked() {
        out.push(Intent::Matter(decision));
    }
    hairline(ui, see);
}

/// A paper of another court, to be accepted or refused.
fn paper(ui: &mut Ui, see: &Sight<'_>, draft: DraftId, first: bool, out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    section(
        ui,
        see.look,
        &texts.t("table-paper"),
        &texts.t("table-paper-zh"),
    );
    widgets::text(
        ui,
        Type::Heading,
        ink.ink,
        &sentence(&names::title(texts, &view, draft)),
    );
    let from = tr!(
        texts,
        "table-paper-from",
        court = names::court(see.book(), view.terms(draft).from)
    );
    widgets::text(ui, Type::Italic, ink.ink2, &from);
    for clause in clauses(texts, &view, draft) {
        ui.horizontal_top(|ui| {
            widgets::text(ui, Type::Body, ink.ink2, "·");
            runs(ui, &[(Type::Body, ink.ink, &clause)]);
        });
    }
    if let Some(words) = crate::prose::bargain::would_hold(texts, &view, draft) {
        runs(ui, &[(Type::Note, ink.ink2, &words)]);
    }
    let (accept, refuse) = (Order::Accept { draft }, Order::Refuse { draft });
    let mut notes = Vec::new();
    ui.horizontal_wrapped(|ui| {
        for (key, words, order) in [
            ("A", texts.t("table-accept"), accept),
            ("F", texts.t("table-refuse"), refuse),
        ] {
            let closed = view.may_order(&order).err();
            let kind = if closed.is_some() {
                CommandKind::Closed
            } else {
                CommandKind::Plain
            };
            if command(ui, see.look, if first { key } else { "" }, &words, "", kind).clicked() {
                out.push(Intent::Ask(Ask::Order(order)));
            }
            if let Some(why) = closed {
                let why = refusal(texts, &view, &why).join(" ");
                notes.push(tr!(texts, "table-not-now", words = words, why = why));
            }
        }
        let treaties = texts.t("table-to-treaties");
        if command(ui, see.look, "Y", &treaties, "", CommandKind::Plain).clicked() {
            out.push(Intent::Show(Panel::Treaties));
        }
    });
    for note in notes {
        runs(ui, &[(Type::Note, ink.ink2, &note)]);
    }
    ui.add_space(16.0);
}

/// What can be done while nothing waits.
fn now(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    section(
        ui,
        see.look,
        &texts.t("table-now"),
        &texts.t("table-now-zh"),
    );
    let decided = see
        .session
        .seat(see.desk.court)
        .is_some_and(|s| !s.matters.is_empty());
    let of = crate::prose::house::stretch(see.book().sits);
    let key = if !super::papers(see).is_empty() {
        "table-now-paper"
    } else if decided {
        "table-now-decided"
    } else {
        "table-now-none"
    };
    let words = tr!(texts, key, of = of);
    runs(ui, &[(Type::Read, ink.ink, &words)]);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let orders = texts.t("table-orders");
        if command(ui, see.look, "O", &orders, "", CommandKind::Plain).clicked() {
            out.push(Intent::Show(Panel::Orders));
        }
        let close = tr!(texts, "table-end", of = of);
        if command(ui, see.look, "E", &close, "", CommandKind::Plain).clicked() {
            out.push(end(see));
        }
        let run = texts.t("table-run");
        if command(ui, see.look, "R", &run, "", CommandKind::Plain)
            .tip(texts.t("table-run-note"))
            .clicked()
        {
            out.push(run_on(see));
        }
    });
    runs(
        ui,
        &[(Type::NoteItalic, ink.ink2, &texts.t("table-run-note"))],
    );
}

/// The line between rows.
pub(super) fn hairline(ui: &mut Ui, see: &Sight<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, see.look.ink.rule),
    );
}
