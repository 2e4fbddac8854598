//! Hands being counted: every course with its key, its advocates' seals, a bar of its hands and their number.

use egui::{
    Align2, Color32, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::wall::laid;
use super::{Act, Seen};
use crate::base::ids::OptionId;
use crate::panels::intent::Intent;
use crate::panels::look::Holder;
use crate::panels::look::projector::Projector;
use crate::panels::widgets::{dashed, paint_seal};
use crate::prose::names;
use crate::prose::texts::tr;
use crate::table::lesson::Stage;

/// Hands in each piece of a bar.
const PIECE: u16 = 5;
/// The most seals beside a course: more would leave no room for its words.
const SEALS: usize = 2;

/// The courses and their hands.
pub(super) fn vote(ui: &Ui, seen: &Seen<'_>, area: Rect, of: Projector, out: &mut Vec<Intent>) {
    let lesson = seen.wall.lesson();
    let courses = lesson.courses(seen.session);
    if courses.is_empty() {
        return;
    }
    let height = (area.height() / courses.len() as f32).min(6.0 * of.unit);
    for (n, (option, open)) in courses.iter().enumerate() {
        let rect = Rect::from_min_size(
            pos2(area.left(), area.top() + height * n as f32),
            vec2(area.width(), height),
        );
        course(ui, seen, rect, of, (n, *option, *open), out);
    }
}

fn course(
    ui: &Ui,
    seen: &Seen<'_>,
    rect: Rect,
    of: Projector,
    (n, option, open): (usize, OptionId, bool),
    out: &mut Vec<Intent>,
) {
    let (lesson, ink, u) = (seen.wall.lesson(), &seen.look.ink, of.unit);
    let Some(step) = lesson.step(seen.session) else {
        return;
    };
    let book = seen.session.engine().book();
    let decision = &book.decisions[step.decision.index()];
    let label = decision.options[option.index()].label.as_str();
    let tally = lesson.tally();
    let row = tally.rows.iter().position(|(o, _)| *o == option);
    let chair = match lesson.stage() {
        Stage::Chair(between) => Some(between.contains(&option)),
        _ => None,
    };
    let lit = match chair {
        Some(of_these) => of_these,
        None => row == Some(tally.row),
    };
    let painter = ui.painter();
    let response = ui.interact(rect, ui.id().with(("course", n)), Sense::click());
    let hands = row.and_then(|row| tally.rows[row].1);
    let words = match (open, hands) {
        (false, _) => format!("{}. {label} {}", n + 1, seen.texts.t("lesson-closed")),
        (true, Some(hands)) => tr!(
            seen.texts,
            "lesson-row-counted",
            n = n + 1,
            label = label,
            hands = hands
        ),
        (true, None) => format!("{}. {label}", n + 1),
    };
    response
        .widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, open, lit, words.clone()));
    if response.clicked() {
        out.extend(match (chair, row) {
            (Some(true), _) => Some(Intent::Lesson(Act::Pick(n))),
            (None, Some(row)) => Some(Intent::Lesson(Act::GoTo(row))),
            _ => None,
        });
    }
    if lit {
        let wide = rect.expand2(vec2(0.7 * u, -0.08 * u));
        painter.rect_filled(wide, 0.0, ink.lo);
        let edge = Rect::from_min_size(wide.min, vec2(0.28 * u, wide.height()));
        painter.rect_filled(edge, 0.0, ink.song);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(u * 0.03, ink.rule),
    );
    let colour = if open { ink.ink } else { ink.ink3 };
    let middle = rect.center().y;
    // The number.
    let key = Rect::from_center_size(pos2(rect.left() + 0.95 * u, middle), vec2(1.9 * u, 1.9 * u));
    let stroke = Stroke::new(u * 0.09, colour);
    if open {
        painter.rect_stroke(key, 0.0, stroke, StrokeKind::Inside);
    } else {
        dashed(ui, key, stroke);
    }
    painter.text(
        key.center(),
        Align2::CENTER_CENTER,
        (n + 1).to_string(),
        of.course(),
        colour,
    );
    // Those who argue for it.
    let view = seen.session.view(lesson.court(seen.session));
    let holder = Holder::of(book, Some(decision.court));
    let side = (rect.height() * 0.72).min(2.9 * u);
    let mut x = key.right() + 0.6 * u;
    for (_, voice) in view.voices_for(step.decision, option).take(SEALS) {
        let seal = Rect::from_min_size(pos2(x, middle - side / 2.0), vec2(side, side));
        let zh = names::name_zh(&view, voice.who);
        paint_seal(ui, seen.look, &zh, holder, seal, Color32::WHITE);
        x += side + 0.3 * u;
    }
    // Its hands.
    let box_ = Rect::from_center_size(
        pos2(rect.right() - 1.9 * u, middle),
        vec2(3.8 * u, (rect.height() * 0.72).min(2.6 * u)),
    );
    let most = tally.rows.iter().filter_map(|(_, n)| *n).max().unwrap_or(0);
    if open && chair.is_none() {
        painter.rect_filled(box_, 0.0, ink.hi);
        painter.rect_stroke(
            box_,
            0.0,
            Stroke::new(u * 0.09, ink.ink),
            StrokeKind::Inside,
        );
    }
    match hands {
        Some(hands) => {
            painter.text(
                box_.center(),
                Align2::CENTER_CENTER,
                hands.to_string(),
                of.count(),
                ink.ink,
            );
        }
        // Where the next digit goes.
        None if lit && chair.is_none() => {
            painter.vline(
                box_.center().x,
                box_.shrink(0.45 * u).y_range(),
                Stroke::new(u * 0.1, ink.ink),
            );
        }
        None => {}
    }
    // Its words, and the bar under them.
    let left = x + 0.2 * u;
    let room = box_.left() - 0.6 * u - left;
    let galley = laid(ui, label, of.course(), colour, room);
    let bar = if hands.is_some() { 0.85 * u } else { 0.0 };
    let top = middle - (galley.size().y + bar) / 2.0;
    let bar_top = top + galley.size().y + 0.2 * u;
    painter.galley(pos2(left, top), galley, colour);
    if let Some(hands) = hands.filter(|hands| *hands > 0) {
        let each = room / f32::from(most.max(1));
        let mut done = 0;
        while done < hands {
            let piece = PIECE.min(hands - done);
            let from = left + each * f32::from(done);
            let piece = Rect::from_min_size(
                pos2(from, bar_top),
                vec2((each * f32::from(piece) - 0.08 * u).max(1.0), 0.5 * u),
            );
            painter.rect_filled(piece, 0.0, ink.ink);
            done += PIECE;
        }
    } else if !open {
        let why = seen.texts.t("lesson-closed");
        painter.text(
            pos2(left, bar_top),
            Align2::LEFT_TOP,
            why,
            of.keys(),
            ink.ink3,
        );
    }
}
