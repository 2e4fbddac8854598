//! A scenario on the shelf: slip, title, span, courts, what it is about, and how well its record line holds.

use egui::text::LayoutJob;
use egui::{
    Color32, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::intent::{Intent, Screen};
use super::look::{Ground, Holder, Type};
use super::page::beginning;
use super::start::{Hall, first_focus};
use super::store::{Card, RecordLine};
use super::widgets;
use crate::base::ids::CourtId;
use crate::prose::numbers::length;
use crate::prose::texts::tr;
use crate::prose::{Texts, date};
use crate::scenario::model::Scenario;

/// Width of a card.
pub(super) const WIDTH: f32 = 296.0;
/// How wide a card becomes where there are few.
pub(super) const WIDEST: f32 = 480.0;
/// Height of a card.
pub(super) const HEIGHT: f32 = 328.0;

/// A card. One that can be played leads to its brief; one that does not load says what is wrong with it.
pub(super) fn card(
    ui: &mut Ui,
    hall: &Hall<'_>,
    index: usize,
    card: &Card,
    width: f32,
    out: &mut Vec<Intent>,
) {
    let (rect, response) = match &card.book {
        Ok(_) => ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click()),
        Err(_) => ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover()),
    };
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        // It still is a stop for the keyboard, which then scrolls to it.
        name(&response, hall, card);
        return;
    }
    let ink = &hall.look.ink;
    let shadow = egui::Shadow {
        offset: [2, 2],
        blur: 8,
        spread: 0,
        color: ink.shadow.gamma_multiply(0.6),
    };
    ui.painter().add(shadow.as_shape(rect, 0.0));
    widgets::ground(ui, hall.look, rect, Ground::Hi);
    let inner = rect.shrink(16.0);
    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt(("card", index))
            .layout(egui::Layout::top_down(egui::Align::Min))
            .max_rect(inner),
    );
    match &card.book {
        Ok(book) => {
            name(&response, hall, card);
            first_focus(ui, &response);
            let line = hall.lines.get(&card.id);
            sound(&inside, hall, index, book, line, inner);
            let lit = response.has_focus() || response.hovered();
            let stroke = if lit {
                Stroke::new(2.0, ink.ink)
            } else {
                Stroke::new(1.0, ink.rule2)
            };
            ui.painter()
                .rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
            if lit {
                let top = Rect::from_min_size(rect.min, vec2(rect.width(), 5.0));
                ui.painter().rect_filled(top, 0.0, ink.song);
            }
            widgets::focus_ring(ui, hall.look, &response);
            // Not where it has the focus from the beginning: the title of the game stands above it.
            if response.gained_focus() && ui.input(|i| !i.keys_down.is_empty()) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                out.push(Intent::Go(Screen::Brief(card.id.clone())));
            }
        }
        Err(why) => {
            let words = hall.texts.t("card-broken");
            widgets::text(&mut inside, Type::Option, ink.ink, &card.id.0);
            widgets::text(&mut inside, Type::Strong, ink.song, &words);
            ScrollArea::both()
                .id_salt(("mistakes", index))
                .auto_shrink(false)
                .show(&mut inside, |ui| {
                    widgets::text(ui, Type::Small, ink.ink, why);
                });
            widgets::dashed(ui, rect, Stroke::new(1.0, ink.rule2));
        }
    }
}

/// What a screen reader says of a card.
fn name(response: &Response, hall: &Hall<'_>, card: &Card) {
    response.widget_info(|| {
        let label = card.book.as_ref().map_or_else(
            |_| card.id.0.clone(),
            |book| {
                tr!(
                    hall.texts,
                    "card-label",
                    title = book.title.as_str(),
                    zh = book.title_zh.as_str(),
                    span = span(hall.texts, book),
                    length = length(hall.texts, book)
                )
            },
        );
        WidgetInfo::labeled(WidgetType::Button, card.book.is_ok(), label)
    });
}

/// From when to when: `November 1125 – June 1127`.
pub(super) fn span(texts: &Texts, book: &Scenario) -> String {
    let month = |day: crate::base::date::Date| {
        // The day alone is dropped: a card tells months.
        let words = date(texts, day);
        words
            .split_once(' ')
            .map_or(words.clone(), |(_, rest)| rest.to_owned())
    };
    format!("{} – {}", month(book.from), month(book.until))
}

/// The courts that people may play.
pub(super) fn playable(book: &Scenario) -> impl Iterator<Item = CourtId> + '_ {
    (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| book.courts[c.index()].playable)
}

fn sound(
    ui: &Ui,
    hall: &Hall<'_>,
    index: usize,
    book: &Scenario,
    line: Option<&RecordLine>,
    inner: Rect,
) {
    let ink = &hall.look.ink;
    let lay = |job: LayoutJob| ui.fonts_mut(|fonts| fonts.layout_job(job));
    let plain = |words: &str, style: Type, colour: Color32, width: f32, rows: usize| {
        let mut job = beginning(words, style, hall.look, width, rows);
        for section in &mut job.sections {
            section.format.color = colour;
        }
        lay(job)
    };
    // As many whole sentences as there is room for; of a first one that is too long, as many whole words.
    let opening = |words: &str, style: Type, colour: Color32, width: f32, rows: usize| {
        let ends = |after: char, more: &'static str| {
            let ends = words.match_indices(after).map(|(at, c)| at + c.len());
            ends.filter(|at| words[*at..].starts_with(' ') || more == " …")
                .map(move |at| format!("{}{more}", words[..at].trim_end()))
                .collect::<Vec<_>>()
        };
        let whole = plain(words, style, colour, width, rows);
        if !whole.elided {
            return whole;
        }
        [ends('.', ""), ends(' ', " …")]
            .iter()
            .find_map(|shorter| {
                let fits =
                    shorter.partition_point(|some| !plain(some, style, colour, width, rows).elided);
                shorter.get(fits.checked_sub(1)?)
            })
            .map_or(whole, |some| plain(some, style, colour, width, rows))
    };
    let slip = Rect::from_min_size(inner.min, vec2(48.0, 160.0));
    let count = book.title_zh.chars().count();
    let (size, pitch) = if count <= 2 {
        (34.0, 48.0)
    } else if count <= 4 {
        (30.0, 36.0)
    } else {
        (22.0, 25.0)
    };
    widgets::paint_slip(ui, hall.look, &book.title_zh, slip, size, pitch);
    let left = slip.right() + 16.0;
    let room = inner.right() - left;
    let mut y = inner.top() - 2.0;
    let painter = ui.painter();
    let mut put = |galley: std::sync::Arc<egui::Galley>, gap: f32| {
        let height = galley.size().y;
        painter.galley(pos2(left, y), galley, ink.ink);
        y += height + gap;
    };
    // The key stands in the corner, and the title leaves it room.
    let mut title = plain(&book.title, Type::Heading, ink.ink, room - 28.0, 1);
    if title.elided {
        title = plain(&book.title, Type::Option, ink.ink, room - 28.0, 2);
    }
    put(title, 0.0);
    put(plain(&book.title_zh, Type::Body, ink.ink2, room, 1), 4.0);
    put(
        plain(&span(hall.texts, book), Type::Body, ink.ink, room, 2),
        0.0,
    );
    let minutes = tr!(hall.texts, "card-length", length = length(hall.texts, book));
    put(plain(&minutes, Type::Body, ink.ink2, room, 1), 6.0);
    let mut x = left;
    for court in playable(book) {
        let holder = Holder::of(book, Some(court));
        let words = format!("{} · {}", holder.letter(), book.courts[court.index()].name);
        let galley = plain(&words, Type::Body, ink.ink, room, 1);
        let wide = 27.0 + galley.size().x;
        if x > left && x + wide > inner.right() {
            x = left;
            y += 24.0;
        }
        let sign = Rect::from_min_size(pos2(x, y), vec2(20.0, 18.0));
        widgets::paint_swatch(painter, hall.look, holder, sign);
        painter.galley(pos2(x + 27.0, y), galley, ink.ink);
        x += wide + 14.0;
    }
    let key = if index < 9 {
        (index + 1).to_string()
    } else {
        String::new()
    };
    let chip = Rect::from_min_size(pos2(inner.right() - 20.0, inner.top()), vec2(20.0, 20.0));
    widgets::paint_key(ui, chip, &key, ink.ink, false);
    let wide = inner.width();
    let mut top = slip.bottom() + 10.0;
    let room = inner.bottom() - 44.0 - top;
    let note = book
        .content_note
        .as_ref()
        .map(|note| opening(note, Type::NoteItalic, ink.ink2, wide, 2));
    let left_for = room - note.as_ref().map_or(0.0, |note| note.size().y + 2.0);
    let rows = (left_for / 19.0).floor().max(1.0) as usize;
    let brief = opening(&book.brief, Type::Body, ink.ink, wide, rows);
    let next = top + brief.size().y + 2.0;
    painter.galley(pos2(inner.left(), top), brief, ink.ink);
    top = next;
    if let Some(note) = note {
        painter.galley(pos2(inner.left(), top), note, ink.ink2);
    }
    record_line(ui, hall, line, inner);
}

/// How well the model keeps to the record: a scale from 0 to 100, filled where it was tuned and hollow where it was held out.
fn record_line(ui: &Ui, hall: &Hall<'_>, line: Option<&RecordLine>, inner: Rect) {
    let ink = &hall.look.ink;
    let painter = ui.painter();
    let y = inner.bottom() - 8.0;
    let text = |words: String, right: bool, style: Type, colour: Color32| {
        let (at, align) = if right {
            (pos2(inner.right(), y - 14.0), egui::Align2::RIGHT_BOTTOM)
        } else {
            (pos2(inner.left(), y - 14.0), egui::Align2::LEFT_BOTTOM)
        };
        painter.text(at, align, words, style.font(), colour);
    };
    let scale = inner.left() + 0.5..=inner.right() - 0.5;
    painter.hline(scale.clone(), y, Stroke::new(1.4, ink.ink));
    let at = |percent: f32| egui::lerp(scale.clone(), percent / 100.0);
    for i in 0u8..=10 {
        let reach = if i % 5 == 0 { 7.0 } else { 3.5 };
        painter.vline(
            at(f32::from(i) * 10.0),
            y - reach..=y + reach,
            Stroke::new(1.2, ink.ink),
        );
    }
    let Some(line) = line else {
        text(
            hall.texts.t("card-line-waits"),
            false,
            Type::NoteItalic,
            ink.ink2,
        );
        return;
    };
    let percent = |share: crate::record::Share| (share.permille() + 5) / 10;
    text(
        tr!(hall.texts, "card-line", games = line.games),
        false,
        Type::NoteItalic,
        ink.ink2,
    );
    text(
        tr!(
            hall.texts,
            "card-line-shares",
            tuned = percent(line.tuned),
            held = percent(line.held_out)
        ),
        true,
        Type::Note,
        ink.ink,
    );
    let place = |share: crate::record::Share| pos2(at(share.permille() as f32 / 10.0), y);
    painter.circle(place(line.held_out), 6.0, ink.hi, Stroke::new(2.0, ink.ink));
    painter.circle(place(line.tuned), 6.0, ink.song, Stroke::new(1.0, ink.ink));
}
