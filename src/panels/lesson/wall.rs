//! A slide: its head and foot, and its parts laid out in as many pages as they need at a size that the last row can read.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Galley, Pos2, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{Act, Seen, said};
use crate::panels::intent::Intent;
use crate::panels::look::Holder;
use crate::panels::look::projector::Projector;
use crate::panels::widgets::paint_seal;
use crate::prose::names;
use crate::prose::texts::tr;
use crate::table::lesson::Stage;
use crate::table::lesson::slides::{Part, Slide};

/// From the picture's edges to what stands on it, in units.
const EDGE: f32 = 1.4;
/// From line to line, by the size of the type.
const LEADING: f32 = 1.22;
/// Side of a seal, in units.
const SEAL: f32 = 2.6;

/// A text laid out, no wider than so much.
pub(super) fn laid(ui: &Ui, words: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut format = TextFormat::simple(font.clone(), colour);
    format.line_height = Some(font.size * LEADING);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The day and the clock over a double rule, the step and the heading: gives back the room that is left between them and the foot.
pub(super) fn frame(ui: &Ui, seen: &Seen<'_>, slide: &Slide, of: Projector) -> Rect {
    let (whole, ink, u) = (ui.max_rect(), &seen.look.ink, of.unit);
    let (left, right) = (whole.left() + EDGE * u, whole.right() - EDGE * u);
    let painter = ui.painter();
    let clock = seen.wall.lesson().clock();
    let base = whole.top() + 0.55 * u;
    let titled = !slide.day.is_empty();
    let mut top = base;
    if titled {
        let colour = if clock.is_over() { ink.song } else { ink.ink };
        let shown = if clock.is_set() {
            clock.shown()
        } else {
            String::new()
        };
        let time = painter.text(
            pos2(right, base),
            Align2::RIGHT_TOP,
            &shown,
            of.strong(),
            colour,
        );
        let mut words = shown;
        if clock.is_stopped() || clock.is_over() {
            let why = seen.texts.t(if clock.is_stopped() {
                "lesson-stopped"
            } else {
                "lesson-over"
            });
            painter.text(
                pos2(time.left() - 0.5 * u, base + 0.2 * u),
                Align2::RIGHT_TOP,
                &why,
                of.keys(),
                ink.ink2,
            );
            words = format!("{words}, {why}");
        }
        said(ui, time, "clock", &words);
        let day = laid(ui, &slide.day, of.small(), ink.ink2, right - left - 8.0 * u);
        said(
            ui,
            Rect::from_min_size(pos2(left, base), day.size()),
            "day",
            &slide.day,
        );
        painter.galley(pos2(left, base + 0.1 * u), day, ink.ink2);
        top = base + 1.45 * u;
        painter.hline(left..=right, top, Stroke::new(u * 0.1, ink.ink));
        painter.hline(left..=right, top + u * 0.18, Stroke::new(u * 0.04, ink.ink));
        top += 0.35 * u;
        let step = laid(ui, &slide.step, of.small(), ink.ink2, right - left);
        let rect = Rect::from_min_size(pos2(left, top), step.size());
        said(ui, rect, "step", &slide.step);
        painter.galley(rect.min, step, ink.ink2);
        top = rect.bottom();
    }
    let title = laid(ui, &slide.title, of.title(), ink.ink, right - left);
    let rect = Rect::from_min_size(pos2(left, top), title.size());
    let response = ui.interact(rect, ui.id().with("title"), egui::Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, slide.title.clone())
    });
    painter.galley(rect.min, title, ink.ink);
    Rect::from_min_max(
        pos2(left, rect.bottom() + 0.3 * u),
        pos2(right, whole.bottom() - 2.8 * u),
    )
}

/// The line at the foot, which page this is, and the keys.
pub(super) fn foot(ui: &Ui, seen: &Seen<'_>, slide: &Slide, pages: usize, of: Projector) {
    let (whole, ink, u) = (ui.max_rect(), &seen.look.ink, of.unit);
    let (left, right) = (whole.left() + EDGE * u, whole.right() - EDGE * u);
    let top = whole.bottom() - 2.4 * u;
    let painter = ui.painter();
    painter.hline(left..=right, top, Stroke::new(u * 0.05, ink.rule2));
    let keys_left = keys(ui, seen, pages, of, pos2(right, top + 0.2 * u));
    let time = seen.wall.lesson().time(seen.session);
    let words = if slide.foot.is_empty() {
        time
    } else {
        slide.foot.clone()
    };
    let galley = laid(ui, &words, of.small(), ink.ink, keys_left - left - u);
    said(
        ui,
        Rect::from_min_size(pos2(left, top), galley.size()),
        "foot",
        &words,
    );
    painter.galley(pos2(left, top + 0.15 * u), galley, ink.ink);
}

/// The keys that are of use now, right-aligned in two lines: gives back where they begin.
fn keys(ui: &Ui, seen: &Seen<'_>, pages: usize, of: Projector, corner: Pos2) -> f32 {
    let (ink, u, texts) = (&seen.look.ink, of.unit, seen.texts);
    let (lesson, wall) = (seen.wall.lesson(), seen.wall);
    let mut shown: Vec<(&str, String)> = vec![("→", texts.t("lesson-key-next"))];
    if pages > 1 {
        let of = tr!(texts, "lesson-page-of", n = wall.page() + 1, of = pages);
        shown[0].1 = of;
    }
    if lesson.may_reveal() {
        shown.push(("R", texts.t("lesson-key-reveal")));
        if lesson.held().odds {
            shown.push(("O", texts.t("lesson-key-odds")));
        }
    }
    if *lesson.stage() == Stage::Vote && lesson.tally().hands() == 0 {
        shown.push(("K", texts.t("lesson-key-pick")));
    }
    if lesson.is_at_its_end() {
        shown.push(("P", texts.t("lesson-key-page")));
    }
    shown.push(("Space", texts.t("lesson-key-stop")));
    shown.push(("H", texts.t("lesson-key-blank")));
    shown.push(("?", texts.t("lesson-key-help")));
    let painter = ui.painter();
    let line = 1.05 * u;
    let half = shown.len().div_ceil(2);
    let mut least = corner.x;
    for (n, row) in shown.chunks(half.max(1)).enumerate() {
        let mut x = corner.x;
        let y = corner.y + line * n as f32;
        for (key, words) in row.iter().rev() {
            let word = laid(ui, words, of.keys(), ink.ink2, f32::INFINITY);
            x -= word.size().x;
            painter.galley(pos2(x, y + 0.06 * u), word, ink.ink2);
            let letter = laid(ui, key, of.keys(), ink.ink, f32::INFINITY);
            let wide = (letter.size().x + 0.4 * u).max(0.9 * u);
            x -= wide + 0.2 * u;
            let chip = Rect::from_min_size(pos2(x, y), vec2(wide, 0.9 * u));
            painter.rect_stroke(
                chip,
                0.0,
                Stroke::new(u * 0.04, ink.ink),
                egui::StrokeKind::Inside,
            );
            painter.galley(chip.center() - letter.size() / 2.0, letter, ink.ink);
            x -= 0.6 * u;
        }
        least = least.min(x);
    }
    least
}

/// A text and where it stands in the column of the slide.
struct Block {
    at: Pos2,
    galley: Arc<Galley>,
    colour: Color32,
    words: String,
    /// Whether the next block may not be parted from it.
    heads: bool,
    /// A dot before it, or somebody's seal: characters, whose, where.
    dot: bool,
    seal: Option<(String, Holder)>,
}

/// The parts of a slide: draws the page that is up, and says how many there are.
pub(super) fn parts(
    ui: &mut Ui,
    seen: &Seen<'_>,
    slide: &Slide,
    area: Rect,
    of: Projector,
    out: &mut Vec<Intent>,
) -> usize {
    let mut blocks = blocks(ui, seen, slide, area.width(), of);
    if *seen.wall.lesson().stage() == Stage::Page && !seen.wall.help {
        printed(ui, seen, area.width(), of, &mut blocks);
    }
    let asks = *seen.wall.lesson().stage() == Stage::Minority && !seen.wall.help;
    let room = if asks {
        area.height() - 2.4 * of.unit
    } else {
        area.height()
    };
    let starts = balanced(&blocks, room);
    let page = seen.wall.page().min(starts.len().saturating_sub(1));
    let from = starts.get(page).copied().unwrap_or(0.0);
    let until = starts.get(page + 1).copied().unwrap_or(f32::INFINITY);
    let height = (until - from + 0.1 * of.unit).min(room + of.unit * 0.3);
    // What hangs below a line still belongs to it; what hung below the last line of the page before does not come along.
    let mut clip = Rect::from_min_size(area.min, vec2(area.width(), height))
        .expand2(vec2(EDGE * of.unit, 0.0));
    if page > 0 {
        clip.min.y += 0.14 * of.unit;
    }
    let painter = ui.painter().with_clip_rect(clip);
    for (n, block) in blocks.iter().enumerate() {
        let (top, bottom) = (block.at.y, block.at.y + block.galley.size().y);
        if bottom <= from || top >= until {
            continue;
        }
        let at = area.min + block.at.to_vec2() - vec2(0.0, from);
        said(
            ui,
            Rect::from_min_size(at, block.galley.size()),
            ("part", n),
            &block.words,
        );
        if block.dot && top >= from {
            let middle = at + vec2(-0.55 * of.unit, 0.62 * of.unit);
            painter.circle_filled(middle, 0.13 * of.unit, seen.look.ink.ink);
        }
        if let Some((zh, holder)) = &block.seal
            && top >= from
        {
            let side = SEAL * of.unit;
            let rect =
                Rect::from_min_size(pos2(area.left(), at.y + 0.1 * of.unit), vec2(side, side));
            paint_seal(ui, seen.look, zh, *holder, rect, Color32::WHITE);
        }
        painter.galley(at, block.galley.clone(), block.colour);
    }
    if asks {
        minority(ui, seen, area, of, out);
    }
    starts.len().max(1)
}

/// Where pages begin, so that they are about as full as one another: no page has but the two last lines of a text.
fn balanced(blocks: &[Block], room: f32) -> Vec<f32> {
    let full = pages(blocks, room);
    let height = blocks
        .last()
        .map_or(0.0, |last| last.at.y + last.galley.size().y);
    let line = blocks
        .iter()
        .flat_map(|block| &block.galley.rows)
        .map(|row| row.rect().height())
        .fold(0.0, f32::max);
    let even = pages(blocks, (height / full.len() as f32 + line).min(room));
    if even.len() == full.len() { even } else { full }
}

/// Where pages begin: before a row that would not fit, and never between a heading and what it heads.
fn pages(blocks: &[Block], room: f32) -> Vec<f32> {
    let mut starts = vec![0.0_f32];
    let mut start = 0.0;
    let mut head: Option<f32> = None;
    for block in blocks {
        for (n, row) in block.galley.rows.iter().enumerate() {
            let top = block.at.y + row.rect().top();
            let bottom = block.at.y + row.rect().bottom();
            if bottom - start > room && top > start {
                // A heading just above goes along.
                start = match head.filter(|head| n == 0 && *head > start) {
                    Some(head) => head,
                    None => top,
                };
                starts.push(start);
            }
        }
        head = block.heads.then_some(block.at.y);
    }
    starts
}

fn blocks(ui: &Ui, seen: &Seen<'_>, slide: &Slide, width: f32, of: Projector) -> Vec<Block> {
    let (ink, u) = (&seen.look.ink, of.unit);
    let mut out: Vec<Block> = Vec::new();
    let mut y = 0.0;
    let mut add = |x: f32, gap: f32, words: &str, font: FontId, colour: Color32| {
        let galley = laid(ui, words, font, colour, width - x);
        if !out.is_empty() {
            y += gap;
        }
        let block = Block {
            at: pos2(x, y),
            colour,
            words: words.to_owned(),
            heads: false,
            dot: false,
            seal: None,
            galley,
        };
        y += block.galley.size().y;
        out.push(block);
        out.len() - 1
    };
    let mut heads = Vec::new();
    let mut dots = Vec::new();
    let mut seals = Vec::new();
    for part in &slide.parts {
        match part {
            Part::Text(text) => {
                add(0.0, 0.45 * u, text, of.read(), ink.ink);
            }
            Part::Point(text) => {
                dots.push(add(1.1 * u, 0.25 * u, text, of.read(), ink.ink));
            }
            Part::Label(text) => {
                heads.push(add(0.0, 0.6 * u, text, of.strong(), ink.ink));
            }
            Part::Small(text) => {
                add(0.0, 0.35 * u, text, of.small(), ink.ink2);
            }
            Part::Voice {
                who,
                name,
                says,
                expects,
            } => {
                let x = (SEAL + 0.6) * u;
                let head = add(x, 0.6 * u, name, of.small_strong(), ink.ink2);
                heads.push(head);
                add(x, 0.1 * u, says, of.read(), ink.ink);
                add(x, 0.25 * u, expects, of.italic(), ink.ink2);
                let view = seen.session.view(seen.wall.lesson().court(seen.session));
                let court = seen.wall.lesson().court(seen.session);
                let holder = Holder::of(view.book(), Some(court));
                seals.push((head, names::name_zh(&view, *who), holder));
            }
        }
    }
    for at in heads {
        out[at].heads = true;
    }
    for at in dots {
        out[at].dot = true;
    }
    for (at, zh, holder) in seals {
        out[at].seal = Some((zh, holder));
    }
    out
}

/// Where the printed pages are.
fn printed(ui: &Ui, seen: &Seen<'_>, width: f32, of: Projector, blocks: &mut Vec<Block>) {
    let mut y = blocks
        .last()
        .map_or(0.0, |last| last.at.y + last.galley.size().y);
    for line in &seen.wall.printed {
        y += 0.4 * of.unit;
        let galley = laid(ui, line, of.small(), seen.look.ink.ink2, width);
        let block = Block {
            at: pos2(0.0, y),
            colour: seen.look.ink.ink2,
            words: line.clone(),
            heads: false,
            dot: false,
            seal: None,
            galley,
        };
        y += block.galley.size().y;
        blocks.push(block);
    }
}

/// A line for what those who were outvoted want remembered.
fn minority(ui: &mut Ui, seen: &Seen<'_>, area: Rect, of: Projector, out: &mut Vec<Intent>) {
    let ink = &seen.look.ink;
    let rect = Rect::from_min_max(
        pos2(area.left(), area.bottom() - 2.2 * of.unit),
        pos2(area.right(), area.bottom()),
    );
    let mut typed = seen.wall.lesson().minority.clone();
    let mut line = ui.new_child(UiBuilder::new().id_salt("minority").max_rect(rect));
    let words = seen.texts.t("lesson-minority-ask");
    let edit = egui::TextEdit::singleline(&mut typed)
        .font(of.read())
        .text_color(ink.ink)
        .char_limit(MOST)
        .margin(egui::Margin::same(8))
        .desired_width(rect.width());
    let response = line.add(edit);
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, words.clone());
        info.current_text_value = Some(typed.clone());
        info
    });
    // Whoever comes to it types at once.
    let matter = seen
        .wall
        .lesson()
        .step(seen.session)
        .map(|step| step.decision);
    let asked = ui.id().with(("minority asked", matter));
    if !ui.data(|data| data.get_temp(asked).unwrap_or(false)) {
        ui.data_mut(|data| data.insert_temp(asked, true));
        response.request_focus();
    }
    if typed != seen.wall.lesson().minority {
        out.push(Intent::Lesson(Act::Minority(typed)));
    }
}

/// The longest sentence that is kept of those who were outvoted.
const MOST: usize = 200;
