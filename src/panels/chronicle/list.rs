//! The entries of the chronicle that can be seen: a line for each date, and under it what was heard. All are measured once for
//! a width and a search; only those in sight are laid out and drawn.

use std::sync::Arc;

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Galley, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Reading, TARGET};
use crate::base::date::Turn;
use crate::base::era::era_date;
use crate::base::hash::hash_of;
use crate::panels::desk::{Thing, Topic};
use crate::panels::intent::Intent;
use crate::panels::layout::Room;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::prose::index::Named;
use crate::prose::names;
use crate::prose::numbers::date;
use crate::prose::texts::tr;
use crate::table::chronicle::Heard;

/// Width of the button that leads to the map.
const TO_MAP: f32 = 132.0;
/// Room above and below the words of an entry.
const PAD: f32 = 8.0;

/// What stands in one row.
#[derive(Clone, Copy)]
enum Row {
    Date(Turn),
    Entry(usize),
}

/// The rows of a search, with the top of each.
pub(super) struct Laid {
    key: u64,
    rows: Vec<Row>,
    tops: Vec<f32>,
    total: f32,
}

impl Laid {
    /// The rows within a span of heights.
    fn within(&self, from: f32, until: f32) -> std::ops::Range<usize> {
        let first = self.tops.partition_point(|top| *top <= from);
        let end = self.tops.partition_point(|top| *top < until);
        first.saturating_sub(1)..end
    }
    /// The row of the entry with this number among those shown.
    fn row_of(&self, number: usize) -> Option<usize> {
        let entries = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| matches!(row, Row::Entry(_)));
        entries.map(|(i, _)| i).nth(number)
    }
    /// Where a row ends.
    fn bottom(&self, row: usize) -> f32 {
        self.tops.get(row + 1).copied().unwrap_or(self.total)
    }
}

/// The words of an entry, with the names in them underlined.
fn words(ui: &Ui, see: &Sight<'_>, entry: &Heard, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        font_id: Type::Body.font(),
        color: see.look.ink.ink,
        line_height: Some(Type::Body.line() + 1.0),
        ..TextFormat::default()
    };
    let named = TextFormat {
        underline: Stroke::new(1.0, see.look.ink.ink2),
        ..plain.clone()
    };
    let mut from = 0;
    for found in &entry.named {
        job.append(&entry.text[from..found.at.start], 0.0, plain.clone());
        job.append(&entry.text[found.at.clone()], 0.0, named.clone());
        from = found.at.end;
    }
    job.append(&entry.text[from..], 0.0, plain);
    // What of the last ten days is heard at once needs no second date.
    if entry.heard.0 > entry.turn.0 + 1 {
        let day = see.book().day(entry.heard);
        let late = tr!(
            see.texts(),
            "page-heard-later",
            day = date(see.texts(), day)
        );
        job.append(
            &format!("\n{late}"),
            0.0,
            TextFormat {
                font_id: Type::NoteItalic.font(),
                color: see.look.ink.ink2,
                line_height: Some(Type::NoteItalic.line()),
                ..TextFormat::default()
            },
        );
    }
    ui.painter().layout_job(job)
}

fn words_width(width: f32) -> f32 {
    (width - TO_MAP - 40.0).clamp(120.0, 576.0)
}

fn lay(
    ui: &Ui,
    see: &Sight<'_>,
    entries: &[Heard],
    kept: &[usize],
    oldest_first: bool,
    key: u64,
    width: f32,
) -> Laid {
    let mut laid = Laid {
        key,
        rows: Vec::with_capacity(kept.len() * 2),
        tops: Vec::with_capacity(kept.len() * 2),
        total: 0.0,
    };
    let mut add = |row: Row, height: f32| {
        laid.rows.push(row);
        laid.tops.push(laid.total);
        laid.total += height;
    };
    // The dates turn round; what happened within ten days keeps its order.
    let mut days: Vec<&[usize]> = kept
        .chunk_by(|a, b| entries[*a].turn == entries[*b].turn)
        .collect();
    if !oldest_first {
        days.reverse();
    }
    for day in days {
        add(Row::Date(entries[day[0]].turn), 44.0);
        for i in day {
            let galley = words(ui, see, &entries[*i], words_width(width));
            let least = match entries[*i].place {
                Some(_) => TARGET + PAD,
                None => 0.0,
            };
            add(Row::Entry(*i), (galley.size().y + PAD * 2.0).max(least));
        }
    }
    laid
}

/// Draws what can be seen of the list, and takes in keys and clicks.
pub(super) fn list(
    ui: &mut Ui,
    see: &Sight<'_>,
    entries: &[Heard],
    kept: Vec<usize>,
    state: u64,
    reading: &mut Reading,
    out: &mut Vec<Intent>,
) {
    let width = ui.available_width() - 16.0;
    let key = hash_of(&(
        state,
        &kept,
        reading.oldest_first,
        width.to_bits(),
        ui.ctx().pixels_per_point().to_bits(),
        see.look.plain_face,
    ));
    let laid = match &reading.laid {
        Some(laid) if laid.key == key => laid.clone(),
        _ => {
            let laid = lay(ui, see, entries, &kept, reading.oldest_first, key, width);
            let laid = Arc::new(laid);
            reading.laid = Some(laid.clone());
            laid
        }
    };
    let mut area = egui::ScrollArea::vertical()
        .id_salt("entries")
        .auto_shrink(false);
    if let Some(offset) = keys(ui, kept.len(), &laid, reading) {
        area = area.vertical_scroll_offset(offset);
    }
    let focus = reading.focus.and_then(|n| laid.row_of(n));
    let shown = area.show_viewport(ui, |ui, seen| {
        ui.set_height(laid.total);
        let corner = ui.max_rect().min;
        for row in laid.within(seen.min.y, seen.max.y) {
            let rect = Rect::from_min_max(
                pos2(corner.x, corner.y + laid.tops[row]),
                pos2(corner.x + width, corner.y + laid.bottom(row)),
            );
            match laid.rows[row] {
                Row::Date(turn) => head(ui, see, turn, rect),
                Row::Entry(i) => {
                    if entry(ui, see, &entries[i], i, rect, focus == Some(row), out) {
                        reading.focus = (0..kept.len()).find(|n| laid.row_of(*n) == Some(row));
                    }
                }
            }
        }
    });
    reading.offset = shown.state.offset.y;
    reading.height = shown.inner_rect.height();
    if ui.memory(|m| m.focused().is_none())
        && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter))
        && let Some(Row::Entry(i)) = focus.map(|row| laid.rows[row])
        && let Some(place) = entries[i].place
    {
        to_map(see, Thing::Place(place), out);
    }
}

/// The keys that move the focus: arrows by one, pages by what can be seen. Says where to scroll to, if the focus left what is seen.
fn keys(ui: &Ui, shown: usize, laid: &Laid, reading: &mut Reading) -> Option<f32> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let last = shown.saturating_sub(1);
    let page = |from: usize, down: bool| {
        let top = laid.row_of(from).map_or(0.0, |row| laid.tops[row]);
        let step = (reading.height - TARGET * 2.0).max(TARGET);
        let aim = if down { top + step } else { top - step };
        let before = laid.rows[..laid.within(aim, aim + 1.0).end.min(laid.rows.len())]
            .iter()
            .filter(|row| matches!(row, Row::Entry(_)))
            .count();
        before.saturating_sub(1)
    };
    let at = reading.focus;
    let next = if pressed(Key::ArrowDown) {
        at.map_or(0, |n| n + 1)
    } else if pressed(Key::ArrowUp) {
        at.map_or(0, |n| n.saturating_sub(1))
    } else if pressed(Key::PageDown) {
        page(at.unwrap_or(0), true).max(at.map_or(0, |n| n + 1))
    } else if pressed(Key::PageUp) {
        page(at.unwrap_or(0), false).min(at.unwrap_or(0).saturating_sub(1))
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        return None;
    };
    let next = next.min(last);
    reading.focus = Some(next);
    let row = laid.row_of(next)?;
    // A date stands with the first entry under it.
    let head = row
        .checked_sub(1)
        .filter(|before| matches!(laid.rows[*before], Row::Date(_)));
    let (top, bottom) = (laid.tops[head.unwrap_or(row)], laid.bottom(row));
    if top < reading.offset {
        Some(top)
    } else if bottom > reading.offset + reading.height {
        Some(bottom - reading.height)
    } else {
        None
    }
}

/// A date, in both calendars.
fn head(ui: &Ui, see: &Sight<'_>, turn: Turn, rect: Rect) {
    let day = see.book().day(turn);
    let ink = &see.look.ink;
    let paint = ui.painter();
    let base = rect.max.y - 8.0;
    let own = paint.layout_no_wrap(date(see.texts(), day), Type::Strong.font(), ink.ink);
    let size = own.size();
    paint.galley(pos2(rect.min.x, base - size.y), own, ink.ink);
    let court = &see.book().courts[see.desk.court.index()].id;
    if let Some(era) = era_date(court, day) {
        let words = format!("{} {}", era.english(), era.chinese());
        let era = paint.layout_no_wrap(words, Type::Note.font(), ink.ink2);
        let at = pos2(rect.min.x + size.x + 16.0, base - era.size().y - 1.0);
        if at.x + era.size().x <= rect.max.x {
            paint.galley(at, era, ink.ink2);
        }
    }
    paint.hline(rect.x_range(), rect.max.y - 4.0, Stroke::new(1.0, ink.rule));
}

/// Draws an entry; says whether it was clicked.
fn entry(
    ui: &mut Ui,
    see: &Sight<'_>,
    entry: &Heard,
    number: usize,
    rect: Rect,
    focused: bool,
    out: &mut Vec<Intent>,
) -> bool {
    let ink = &see.look.ink;
    let id = ui.id().with(("entry", number));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::Label, true, focused, entry.text.as_str())
    });
    if focused || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, ink.lo);
        let edge = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        ui.painter().rect_filled(edge, 0.0, ink.song);
    }
    let galley = words(ui, see, entry, words_width(rect.width()));
    let at = rect.min + vec2(16.0, PAD);
    ui.painter().galley(at, galley.clone(), ink.ink);
    let mut clicked = response.clicked();
    let view = see.view();
    for (i, found) in entry.named.iter().enumerate() {
        let chars = |bytes: usize| CCursor::new(entry.text[..bytes].chars().count());
        let from = galley.pos_from_cursor(chars(found.at.start));
        let until = galley.pos_from_cursor(chars(found.at.end));
        // A name broken between two lines is taken hold of where it begins.
        let spot = if (from.min.y - until.min.y).abs() < 1.0 {
            from.union(until)
        } else {
            Rect::from_min_max(from.min, pos2(galley.size().x, from.max.y))
        };
        let (name, topic) = match found.what {
            Named::Person(who) => (names::name(&view, who), Topic::Person(who)),
            Named::Place(place) => (names::place(see.book(), place), Topic::Place(place)),
        };
        let label = tr!(see.texts(), "page-to-codex", name = name);
        let spot = spot.translate(at.to_vec2()).expand2(vec2(2.0, 3.0));
        let link = ui.interact(spot, id.with(i), Sense::click());
        link.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Link, true, label.as_str())
        });
        if link.has_focus() || link.hovered() {
            ui.painter().rect_stroke(
                spot,
                0.0,
                Stroke::new(if link.has_focus() { 2.0 } else { 1.0 }, ink.ink),
                StrokeKind::Outside,
            );
        }
        if link
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .tip(&label)
            .clicked()
        {
            out.push(Intent::Open(topic));
            clicked = false;
        }
    }
    if let Some(place) = entry.place {
        let name = names::place(see.book(), place);
        let shown = ui
            .painter()
            .layout(name.clone(), Type::Note.font(), ink.ink, TO_MAP - 16.0);
        let size = vec2(TO_MAP, (shown.size().y + 12.0).max(TARGET));
        let spot = Rect::from_min_size(pos2(rect.max.x - TO_MAP, rect.min.y + PAD / 2.0), size);
        let label = tr!(see.texts(), "page-to-map", name = name);
        let button = ui.interact(spot, id.with("map"), Sense::click());
        button.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Button, true, label.as_str())
        });
        if button.hovered() {
            ui.painter().rect_filled(spot, 0.0, ink.lo);
        }
        ui.painter()
            .rect_stroke(spot, 0.0, Stroke::new(1.0, ink.rule2), StrokeKind::Inside);
        if button.has_focus() {
            ui.painter()
                .rect_stroke(spot, 0.0, Stroke::new(2.0, ink.ink), StrokeKind::Outside);
        }
        let corner = spot.center() - shown.size() / 2.0;
        ui.painter().galley(corner, shown, ink.ink);
        if button
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .tip(&label)
            .clicked()
        {
            to_map(see, Thing::Place(place), out);
        }
    }
    clicked
}

/// Shows a thing on the map, which takes the sheet's place where there is no room for both.
fn to_map(see: &Sight<'_>, thing: Thing, out: &mut Vec<Intent>) {
    out.push(Intent::Centre(thing));
    if see.layout.room == Room::Small && !see.desk.map_up {
        out.push(Intent::SwapMap);
    }
}
