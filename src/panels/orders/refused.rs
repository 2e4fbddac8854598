//! A refusal, as it is drawn: what was asked, why not, a small sum, and what would do it.

use egui::{Key, Rect, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use super::form;
use super::kinds::without;
use super::parts::{Row, State, dashed_frame, galley, hit, row};
use super::words;
use crate::engine::Ask;
use crate::panels::desk::{Aim, Panel, aim_of};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::text;
use crate::prose::numbers::{edicts, good, measure, number};
use crate::prose::refusals::refusal_of;
use crate::prose::texts::tr;
use crate::prose::{capital, orders};
use crate::rules::check::Refusal;
use crate::table::ways::{Book, Counted, Sum, Way, sum, ways};

/// The letters of the ways out: none that a panel or a key of the turn has.
const KEYS: [Key; 4] = [Key::A, Key::B, Key::D, Key::F];

/// Draws a refusal. `aim` is the order being made, if it is that which is refused.
pub(super) fn refusal(
    ui: &mut Ui,
    see: &Sight<'_>,
    ask: &Ask,
    why: &Refusal,
    aim: Option<&Aim>,
    out: &mut Vec<Intent>,
) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let frame = egui::Frame::new().inner_margin(16.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.set_width(ui.available_width());
        heading(ui, see);
        text(ui, Type::Strong, ink.ink, &words::ask(texts, &view, ask));
        let total = sum(ask, why);
        for line in reasons(see, ask, why, total) {
            text(ui, Type::Body, ink.ink, &line);
        }
        if let Some(total) = total {
            ui.add_space(8.0);
            sums(ui, see, total);
        }
        let found = ways(see.session, view.court(), ask, why);
        ui.add_space(8.0);
        if found.is_empty() {
            text(ui, Type::NoteItalic, ink.ink2, &texts.t("orders-no-way"));
        } else {
            text(ui, Type::NoteItalic, ink.ink2, &texts.t("orders-ways"));
        }
        for (out_way, key) in found.iter().zip(KEYS) {
            let letter = key.name();
            let (title, note) = said(see, &out_way.way);
            let closed = out_way.closed.is_some() || matches!(out_way.way, Way::Wait);
            let warning = match (&out_way.closed, &out_way.way) {
                (Some(why), Way::Order(order)) => {
                    let order = Ask::Order(order.clone());
                    refusal_of(texts, &view, &order, why).join(" ")
                }
                (Some(why), _) => crate::prose::refusal(texts, &view, why).join(" "),
                _ => String::new(),
            };
            let label = tr!(
                texts,
                "orders-way-label",
                key = letter,
                way = title.as_str()
            );
            let response = row(
                ui,
                see.look,
                &Row {
                    key: letter,
                    title: &title,
                    note: &note,
                    warning: &warning,
                    label: &label,
                    state: if closed { State::Closed } else { State::Open },
                },
            );
            if !closed && (response.clicked() || hit(ui, key)) {
                go(ui, &out_way.way, ask, aim, out);
            }
        }
        if aim.is_none() {
            let words = texts.t("orders-put-away");
            let response = row(
                ui,
                see.look,
                &Row {
                    key: "Esc",
                    title: &words,
                    note: "",
                    warning: "",
                    label: &words,
                    state: State::Open,
                },
            );
            if response.clicked() || hit(ui, Key::Escape) {
                out.push(Intent::PutAway);
            }
        }
    });
    dashed_frame(ui, frame.response.rect, Stroke::new(2.0, ink.song), 3.0);
}

/// "Refused", with its cross drawn.
fn heading(ui: &mut Ui, see: &Sight<'_>) {
    let (ink, words) = (&see.look.ink, see.texts().t("orders-refused"));
    let line = galley(ui, Type::Option, ink.song, &words, ui.available_width());
    let size = vec2(ui.available_width(), line.size().y);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words.as_str()));
    let cross = Rect::from_center_size(rect.left_center() + vec2(6.0, 0.0), vec2(9.0, 9.0));
    let stroke = Stroke::new(2.0, ink.song);
    ui.painter()
        .line_segment([cross.left_top(), cross.right_bottom()], stroke);
    ui.painter()
        .line_segment([cross.right_top(), cross.left_bottom()], stroke);
    ui.painter()
        .galley(rect.left_top() + vec2(18.0, 0.0), line, ink.song);
}

/// Why not; where the sum beside it has the numbers, the words leave them to it.
fn reasons(see: &Sight<'_>, ask: &Ask, why: &Refusal, total: Option<Sum>) -> Vec<String> {
    let (texts, view) = (see.texts(), see.view());
    match (why, total) {
        (Refusal::NoEdicts { .. }, Some(_)) => vec![texts.t("orders-why-edicts")],
        (Refusal::TooPoor { good: what, .. }, Some(_)) => {
            vec![tr!(texts, "orders-why-poor", good = good(texts, *what))]
        }
        _ => refusal_of(texts, &view, ask, why),
    }
}

/// Needed, at hand, and under a line what is missing.
fn sums(ui: &mut Ui, see: &Sight<'_>, sum: Sum) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let [needed, have, missing] = match sum.of {
        Counted::Edicts => [
            texts.t("orders-sum-edicts-needed"),
            texts.t("orders-sum-edicts-left"),
            texts.t("orders-sum-missing"),
        ],
        Counted::Men => [
            texts.t("orders-sum-men-needed"),
            texts.t("orders-sum-men-have"),
            texts.t("orders-sum-missing"),
        ],
        Counted::Good(what) => [
            tr!(
                texts,
                "orders-sum-good-needed",
                good = capital(&good(texts, what)),
                measure = measure(texts, what)
            ),
            texts.t("orders-sum-good-have"),
            texts.t("orders-sum-missing"),
        ],
    };
    sum_line(ui, see, &needed, &number(sum.needed), ink.ink);
    sum_line(ui, see, &have, &number(sum.have), ink.ink);
    let x = ui.available_rect_before_wrap().x_range();
    ui.painter()
        .hline(x, ui.cursor().min.y, Stroke::new(1.0, ink.ink));
    sum_line(ui, see, &missing, &number(sum.missing()), ink.song);
}

fn sum_line(ui: &mut Ui, see: &Sight<'_>, words: &str, figure: &str, colour: egui::Color32) {
    let width = ui.available_width();
    let style = if colour == see.look.ink.song {
        Type::Strong
    } else {
        Type::Body
    };
    let right = galley(ui, Type::Strong, colour, figure, width);
    let left = galley(ui, style, colour, words, width - right.size().x - 12.0);
    let size = vec2(width, left.size().y.max(right.size().y) + 2.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    let label = format!("{words}: {figure}");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label.as_str()));
    let x = rect.max.x - right.size().x;
    ui.painter().galley(rect.min, left, colour);
    ui.painter()
        .galley(egui::pos2(x, rect.min.y), right, colour);
}

/// What a way says, and what more one would know of it.
fn said(see: &Sight<'_>, way: &Way) -> (String, String) {
    let (texts, view) = (see.texts(), see.view());
    match way {
        Way::Order(order) => (
            capital(&orders::order(texts, &view, order)),
            tr!(
                texts,
                "orders-slip-note",
                cost = capital(&orders::cost(texts, &view.cost(order))),
                time = words::when(texts, &view, order)
            ),
        ),
        Way::Instead(index) => {
            let given = super::slips::own(see);
            let what = given
                .get(*index)
                .map_or_else(String::new, |ask| words::ask(texts, &view, ask));
            (
                tr!(texts, "orders-way-instead", n = index + 1),
                tr!(texts, "orders-way-instead-note", what = what),
            )
        }
        Way::Other(part) => (
            tr!(
                texts,
                "orders-way-other",
                part = words::another(texts, *part)
            ),
            String::new(),
        ),
        Way::Wait => {
            let full = i32::from(view.book().courts[view.court().index()].edicts);
            (
                tr!(texts, "orders-way-wait", edicts = edicts(texts, full)),
                String::new(),
            )
        }
        Way::See(Book::Treasury) => (texts.t("orders-way-treasury"), String::new()),
        Way::See(Book::Treaties) => (texts.t("orders-way-treaties"), String::new()),
        Way::See(Book::Matter(_)) => (texts.t("orders-way-council"), String::new()),
    }
}

/// Goes a way.
fn go(ui: &Ui, way: &Way, ask: &Ask, aim: Option<&Aim>, out: &mut Vec<Intent>) {
    let replaces = aim.and_then(|aim| aim.replaces);
    match way {
        // What is to be done first leaves the order it is done for where it was given.
        Way::Order(order) => {
            if let Some(aim) = aim_of(order) {
                out.push(Intent::Aim(Some(Aim {
                    replaces: replaces
                        .filter(|_| matches!(ask, Ask::Order(o) if same_kind(o, order))),
                    ..aim
                })));
            }
        }
        Way::Instead(index) => out.push(Intent::Replace {
            index: *index,
            ask: ask.clone(),
        }),
        Way::Other(part) => {
            let Ask::Order(order) = ask else {
                return;
            };
            let Some(aim) = aim.cloned().or_else(|| aim_of(order)) else {
                return;
            };
            form::open(ui, *part);
            out.push(Intent::Aim(Some(without(aim, *part))));
        }
        Way::Wait => {}
        Way::See(Book::Treasury) => out.push(Intent::Show(Panel::Treasury)),
        Way::See(Book::Treaties) => out.push(Intent::Show(Panel::Treaties)),
        Way::See(Book::Matter(decision)) => out.push(Intent::Matter(*decision)),
    }
}

fn same_kind(a: &crate::orders::OrderNow, b: &crate::orders::OrderNow) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// The letters of the ways out.
#[cfg(test)]
pub(super) fn letters() -> Vec<Key> {
    KEYS.to_vec()
}
