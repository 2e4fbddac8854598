//! The orders of this turn, each on its slip.

use egui::{Key, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::parts::{dashed_frame, enter, focus_ring, galley, hit};
use super::words;
use crate::engine::Ask;
use crate::orders::{Order, Treat};
use crate::panels::desk::{Aim, Brush, aim_of};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::prose::capital;
use crate::prose::texts::tr;
use crate::table::writing::Writing;

/// The column of the number.
const NUMBER: f32 = 32.0;
/// The corner that takes it back.
const BACK: f32 = 40.0;
/// The least height of a slip.
const SLIP: f32 = 72.0;

/// What the sitting court asked this turn.
pub(super) fn own(see: &Sight<'_>) -> Vec<Ask> {
    let court = see.desk.court;
    let asks = see.session.asks().iter();
    asks.filter(|(by, _)| *by == court)
        .map(|(_, ask)| ask.clone())
        .collect()
}

/// Draws the slips. The keyboard walks them while no order is being made.
pub(super) fn slips(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let asks = own(see);
    let texts = see.texts();
    if asks.is_empty() {
        return empty(ui, see);
    }
    let walking = see.desk.aim.is_none() && see.desk.refused.is_none();
    let id = ui.id().with("slip");
    let mut at: Option<usize> = ui.data(|d| d.get_temp(id)).filter(|at| *at < asks.len());
    if walking {
        if hit(ui, Key::ArrowDown) {
            at = Some(at.map_or(0, |at| (at + 1).min(asks.len() - 1)));
        }
        if hit(ui, Key::ArrowUp) {
            at = Some(at.map_or(asks.len() - 1, |at| at.saturating_sub(1)));
        }
        if let Some(at) = at {
            if enter(ui) {
                change(at, &asks[at], out);
            } else if hit(ui, Key::Delete) || hit(ui, Key::Backspace) {
                out.push(Intent::TakeBack(at));
            }
        }
    }
    for (index, ask) in asks.iter().enumerate() {
        slip(ui, see, index, ask, at == Some(index) && walking, out);
    }
    let at = at.filter(|_| walking);
    ui.data_mut(|d| {
        if let Some(at) = at {
            d.insert_temp(id, at);
        } else {
            d.remove::<usize>(id);
        }
    });
    if walking {
        let note = texts.t("orders-slips-keys");
        crate::panels::widgets::text(ui, Type::Small, see.look.ink.ink3, &note);
    }
}

/// Opens what was asked, to be changed: an order as an aim, a choice before the council again.
fn change(index: usize, ask: &Ask, out: &mut Vec<Intent>) {
    match ask {
        // A paper goes back under the brush.
        Ask::Order(Order::Treat(treat)) => {
            if let Treat::Offer {
                to,
                envoy,
                clauses,
                answers,
                worded,
            } = &**treat
            {
                let writing = Writing {
                    clauses: clauses.clone(),
                    answers: *answers,
                    worded: *worded,
                    ..Writing::to(*to)
                };
                out.push(Intent::Brush(Some(Box::new(Brush {
                    envoy: Some(*envoy),
                    replaces: Some(index),
                    ..Brush::on(writing)
                }))));
            }
        }
        Ask::Order(order) => {
            if let Some(aim) = aim_of(order) {
                out.push(Intent::Aim(Some(Aim {
                    replaces: Some(index),
                    ..aim
                })));
            }
        }
        Ask::Choose { decision, .. } => {
            out.push(Intent::TakeBack(index));
            out.push(Intent::Matter(*decision));
        }
    }
}

fn slip(
    ui: &mut Ui,
    see: &Sight<'_>,
    index: usize,
    ask: &Ask,
    focused: bool,
    out: &mut Vec<Intent>,
) {
    let (texts, view, look) = (see.texts(), see.view(), see.look);
    let ink = &look.ink;
    let changing = see
        .desk
        .aim
        .as_ref()
        .is_some_and(|aim| aim.replaces == Some(index));
    let (who, what) = match ask {
        Ask::Order(order) => (
            words::who(texts, &view, order),
            words::what(texts, &view, order),
        ),
        Ask::Choose { decision, option } => {
            let decision = &view.book().decisions[decision.index()];
            (
                decision.title.clone(),
                decision.options[option.index()].label.clone(),
            )
        }
    };
    let when = match ask {
        Ask::Order(order) => words::when(texts, &view, order),
        Ask::Choose { .. } => texts.t("orders-when-now"),
    };
    let note = tr!(
        texts,
        "orders-slip-note",
        cost = capital(&words::cost(texts, &view, ask)),
        time = when
    );
    let n = index + 1;
    let label = tr!(
        texts,
        "orders-slip-label",
        n = n,
        who = who.as_str(),
        what = what.as_str(),
        note = note.as_str()
    );
    let width = ui.available_width();
    let room = width - NUMBER - 12.0 - BACK;
    let lines = [
        galley(ui, Type::Strong, ink.ink, &who, room),
        galley(ui, Type::Body, ink.ink, &what, room),
        galley(ui, Type::Note, ink.ink2, &note, room),
    ];
    let height: f32 = lines.iter().map(|g| g.size().y).sum::<f32>() + 16.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(SLIP)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label.as_str()));
    let marked = focused || changing;
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.rect_filled(
            rect,
            0.0,
            if response.hovered() {
                ink.lo
            } else {
                ink.paper
            },
        );
        let column = Rect::from_min_size(rect.min, vec2(NUMBER, rect.height()));
        if marked {
            painter.rect_filled(column, 0.0, ink.song);
        } else {
            painter.vline(column.max.x, rect.y_range(), Stroke::new(1.0, ink.rule2));
        }
        let stroke = if marked {
            Stroke::new(2.0, ink.song)
        } else {
            Stroke::new(1.0, ink.rule2)
        };
        painter.rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
        let colour = if marked { ink.on_seal } else { ink.ink };
        let number = galley(ui, Type::Strong, colour, &n.to_string(), NUMBER);
        let x = column.center().x - number.size().x / 2.0;
        ui.painter()
            .galley(pos2(x, rect.min.y + 8.0), number, colour);
        let mut y = rect.min.y + 8.0;
        for line in lines {
            let step = line.size().y;
            ui.painter()
                .galley(pos2(column.max.x + 12.0, y), line, ink.ink);
            y += step;
        }
        focus_ring(ui, look, &response);
    }
    let back = Rect::from_min_max(pos2(rect.max.x - BACK, rect.min.y), rect.max);
    let id = response.id.with("back");
    let taken = ui.interact(back, id, Sense::click());
    let label = tr!(texts, "orders-take-back", n = n);
    taken.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label.as_str()));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let colour = if taken.hovered() { ink.song } else { ink.ink2 };
        let cross =
            Rect::from_center_size(pos2(back.center().x, rect.min.y + 20.0), vec2(10.0, 10.0));
        let stroke = Stroke::new(1.8, colour);
        painter.line_segment([cross.left_top(), cross.right_bottom()], stroke);
        painter.line_segment([cross.right_top(), cross.left_bottom()], stroke);
        focus_ring(ui, look, &taken);
    }
    if taken.clicked() {
        out.push(Intent::TakeBack(index));
    } else if response.clicked() {
        change(index, ask, out);
    }
    taken.tip(label);
    response.tip(texts.t("orders-slip-hover"));
}

/// The dashed slip of a turn in which nothing was asked yet.
fn empty(ui: &mut Ui, see: &Sight<'_>) {
    let ink = &see.look.ink;
    let words = see.texts().t("orders-empty");
    let width = ui.available_width();
    let line = galley(ui, Type::Italic, ink.ink2, &words, width - NUMBER - 24.0);
    let size = vec2(width, (line.size().y + 16.0).max(56.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words.as_str()));
    dashed_frame(ui, rect, Stroke::new(1.0, ink.rule2), 3.0);
    let y = rect.center().y - line.size().y / 2.0;
    ui.painter()
        .galley(pos2(rect.min.x + NUMBER + 12.0, y), line, ink.ink2);
}
