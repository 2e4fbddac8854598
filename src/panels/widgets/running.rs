//! Running text in which the people and places it names can be followed to the codex.

use std::ops::Range;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Color32, CursorIcon, Galley, Id, Pos2, Rect, Response, Sense, Shape, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::frames::ring;
use super::text::format;
use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::panels::desk::Topic;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::prose::index::{Found, Index, Named};

/// Of which game, court and turn an index was made: names come with thrones.
type Made = (usize, CourtId, Turn);

/// A paragraph as wide as given. Names that the court knows are underlined with dots: a click or Enter opens their page.
pub fn running(
    ui: &mut Ui,
    see: &Sight<'_>,
    text: &str,
    style: Type,
    colour: Color32,
    width: f32,
    out: &mut Vec<Intent>,
) -> Response {
    let found = named(ui, see, text);
    let mut job = LayoutJob::single_section(text.to_owned(), format(style, colour));
    job.wrap.max_width = width;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    for (i, name) in found.iter().enumerate() {
        let words = &text[name.at.clone()];
        let before = text[..name.at.start].chars().count();
        let boxes = boxes(&galley, rect.min, before..before + words.chars().count());
        let parts = boxes.iter().enumerate().map(|(part, place)| {
            // Lines stand close: a target reaches as far as the next line allows.
            let id = response.id.with((i, part));
            let sense = if part == 0 {
                Sense::click()
            } else {
                // The rest of a name that broke over a line is no second stop for the keyboard.
                Sense::CLICK
            };
            ui.interact(place.expand2(vec2(1.0, 2.0)), id, sense)
        });
        let Some(link) = parts.reduce(|a, b| a | b) else {
            continue;
        };
        link.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, words));
        let lit = link.hovered() || link.has_focus();
        for place in &boxes {
            underline(
                ui,
                *place,
                if lit { colour } else { see.look.ink.ink2 },
                lit,
            );
            if link.has_focus() {
                ring(ui, see.look, *place);
            }
        }
        if link.clicked() {
            out.push(Intent::Open(match name.what {
                Named::Person(person) => Topic::Person(person),
                Named::Place(place) => Topic::Place(place),
            }));
        }
        link.on_hover_cursor(CursorIcon::PointingHand);
    }
    ui.painter().galley(rect.min, galley, colour);
    response
}

/// Dots under a name; a line while the pointer or the keyboard is on it.
fn underline(ui: &Ui, place: Rect, colour: Color32, lit: bool) {
    let y = place.bottom() - 1.0;
    if lit {
        ui.painter()
            .hline(place.x_range(), y, egui::Stroke::new(1.0, colour));
    } else {
        let line = [pos2(place.left(), y), pos2(place.right(), y)];
        ui.painter()
            .extend(Shape::dotted_line(&line, colour, 3.5, 0.75));
    }
}

/// Where characters of a laid-out text stand: a box for each line they are on.
fn boxes(galley: &Galley, origin: Pos2, characters: Range<usize>) -> Vec<Rect> {
    let mut boxes = Vec::new();
    let mut first = 0;
    for placed in &galley.rows {
        let count = placed.row.glyphs.len();
        let from = characters.start.max(first);
        let to = characters.end.min(first + count);
        if from < to {
            let glyphs = &placed.row.glyphs[from - first..to - first];
            if let (Some(a), Some(b)) = (glyphs.first(), glyphs.last()) {
                let row = placed.rect();
                boxes.push(Rect::from_min_max(
                    origin + vec2(row.left() + a.pos.x, row.top()),
                    origin + vec2(row.left() + b.max_x(), row.bottom()),
                ));
            }
        }
        first += count + usize::from(placed.ends_with_newline);
    }
    boxes
}

/// Whom and what a text names. Kept from frame to frame: the names of a hundred people are looked for in every paragraph.
fn named(ui: &Ui, see: &Sight<'_>, text: &str) -> Arc<Vec<Found>> {
    let made: Made = (
        std::ptr::from_ref(see.book()) as usize,
        see.desk.court,
        see.session.engine().turn(),
    );
    let key = Id::new(("named", made, text));
    if let Some(found) = ui.data(|data| data.get_temp::<Arc<Vec<Found>>>(key)) {
        return found;
    }
    let whose = Id::new("index of names");
    let kept = ui.data(|data| data.get_temp::<(Made, Arc<Index>)>(whose));
    let index = match kept {
        Some((of, index)) if of == made => index,
        _ => {
            let index = Arc::new(Index::new(&see.view()));
            ui.data_mut(|data| data.insert_temp(whose, (made, index.clone())));
            index
        }
    };
    let found = Arc::new(index.of(text));
    ui.data_mut(|data| data.insert_temp(key, found.clone()));
    found
}
