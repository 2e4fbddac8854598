//! The strip along the top: the date, the realm, the end of the turn. Every number says what moves it, on hover and when it is
//! picked. What there is no room for stands behind "Realm".

use egui::{Key, Popup, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::council::{end, waiting};
use super::desk::{Overlay, Panel};
use super::intent::Intent;
use super::layout::Room;
use super::look::Type;
use super::rail;
use super::sight::Sight;
use super::why;
use super::widgets::{Ground, Trend, beam_named, dashed, ground, metric, ring, text};
use crate::base::era::era_date;
use crate::events::Stat;
use crate::panels::widgets::Tip;
use crate::prose::capital;
use crate::prose::numbers::{GOODS, date, era, good, measure, number, short};
use crate::prose::texts::tr;
use crate::table::About;

/// The button that ends the turn.
const END: (f32, f32) = (168.0, 40.0);
/// The war–peace beam.
const BEAM: f32 = 144.0;
/// After a number, where there is little room.
const TIGHT: f32 = 6.0;
/// How soon the edicts give way: first of all.
const EDICTS: u8 = 6;
/// Before a number: the divider and the room round it.
const GAP: f32 = 16.0;

/// The strip along the top: the date, the realm, the end of the turn.
pub fn strip(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    let ink = &see.look.ink;
    ground(ui, see.look, whole, Ground::Hi);
    ui.painter().hline(
        whole.x_range(),
        whole.max.y - 0.5,
        Stroke::new(1.0, ink.rule2),
    );
    let small = see.layout.room == Room::Small;
    let pad = if small { 12.0 } else { 16.0 };
    let mut right = whole.max.x - pad;
    if !see.is_over() {
        let button = Rect::from_min_size(
            pos2(right - END.0, whole.center().y - END.1 / 2.0),
            vec2(END.0, END.1),
        );
        end_button(ui, see, button, out);
        right = button.min.x - 24.0;
    }
    let mut left = whole.min.x + if small { 12.0 } else { 24.0 };
    if small {
        let seal = Rect::from_min_size(pos2(left, whole.center().y - 20.0), vec2(40.0, 40.0));
        rail::house_seal(ui, see, seal, out);
        left = seal.max.x + 8.0;
    }
    left = day(ui, see, left, whole);
    if small {
        left = panels_menu(ui, see, left + 8.0, whole, out);
    }
    if small || see.layout.low {
        realm_menu(ui, see, left + 8.0, whole, out);
    } else {
        realm(ui, see, left, right, whole, out);
    }
}

/// A part of the strip with its own place.
fn at<R>(ui: &mut Ui, salt: &str, rect: Rect, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    child.spacing_mut().item_spacing = vec2(4.0, 0.0);
    draw(&mut child)
}

/// The day in both calendars, and which xun it is. Says where it ends.
fn day(ui: &mut Ui, see: &Sight<'_>, left: f32, whole: Rect) -> f32 {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let court = &see.book().courts[see.desk.court.index()].id;
    let small = see.layout.room == Room::Small;
    let rect = Rect::from_min_max(
        pos2(left, whole.min.y + 7.0),
        pos2(whole.max.x, whole.max.y),
    );
    at(ui, "day", rect, |ui| {
        let day = text(ui, Type::Date, ink.ink, &date(texts, view.day()));
        let xun = tr!(
            texts,
            "strip-xun",
            n = (view.turn().0 + 1).min(see.book().turns),
            of = see.book().turns
        );
        let era_words = era_date(court, view.day()).map(|era| era.chinese());
        let second = match era_words {
            Some(era) if small => era,
            Some(era) => tr!(texts, "strip-era", era = era, xun = xun),
            None => xun,
        };
        let below = text(ui, Type::Note, ink.ink2, &second);
        let sits = crate::prose::house::sitting(texts, &view);
        let mut hover = era(court, view.day()).unwrap_or_default();
        if let Some(sits) = sits {
            if !hover.is_empty() {
                hover.push('\n');
            }
            hover.push_str(&sits);
        }
        if !hover.is_empty() {
            day.tip(&hover);
            below.tip(hover);
        }
        ui.min_rect().max.x
    })
}

/// The button that ends the turn: dashed, and saying why, while something waits; then a question comes first.
fn end_button(ui: &mut Ui, see: &Sight<'_>, rect: Rect, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let waits = see.session.waiting(see.desk.court).len();
    let response = ui.interact(rect, ui.id().with("end"), Sense::click());
    let of = crate::prose::house::stretch(see.book().sits);
    let words = tr!(texts, "table-end", of = of);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &words));
    let note = if waits > 0 {
        tr!(
            texts,
            "strip-waits",
            n = waits,
            count = crate::prose::numbers::word(texts, waits)
        )
    } else {
        tr!(
            texts,
            "strip-edicts",
            n = see.view().realm().edicts,
            of = i32::from(see.book().courts[see.desk.court.index()].edicts)
        )
    };
    let painter = ui.painter();
    let (fill, colour) = if waits > 0 {
        (if response.hovered() { ink.lo } else { ink.hi }, ink.ink2)
    } else {
        (ink.song, ink.on_seal)
    };
    painter.rect_filled(rect, 0.0, fill);
    if waits > 0 {
        dashed(ui, rect.shrink(0.5), Stroke::new(1.0, ink.rule2));
    }
    if response.has_focus() || (waits == 0 && response.hovered()) {
        ring(ui, see.look, rect);
    }
    let middle = rect.center().x;
    painter.text(
        pos2(middle, rect.min.y + 2.0),
        egui::Align2::CENTER_TOP,
        &words,
        Type::Button.font(),
        colour,
    );
    painter.text(
        pos2(middle, rect.max.y - 2.0),
        egui::Align2::CENTER_BOTTOM,
        &note,
        Type::Small.font(),
        colour,
    );
    painter.text(
        pos2(rect.max.x - 8.0, rect.min.y + 3.0),
        egui::Align2::RIGHT_TOP,
        "E",
        Type::Small.font(),
        colour,
    );
    let key = if waits > 0 {
        "strip-end-waits"
    } else {
        "strip-end-free"
    };
    let response = response.tip(tr!(texts, key, of = of));
    if response.clicked() {
        out.push(end(see));
    }
}

/// A number of the realm: its name, its unit, how it reads, how it moved, and what it is asked about by.
pub(super) struct Number {
    /// What it is called.
    pub(super) label: String,
    /// In what it is counted.
    unit: String,
    /// How it reads.
    value: String,
    trend: Trend,
    /// What it is.
    pub(super) about: About,
    /// How soon it gives way where there is little room; 0 never.
    gives_way: u8,
}

/// The numbers of the realm, in the order shown.
pub(super) fn numbers(see: &Sight<'_>) -> Vec<Number> {
    let (texts, view) = (see.texts(), see.view());
    let realm = view.realm();
    let seat = see.session.seat(see.desk.court);
    let before = seat.and_then(|s| s.sittings.len().checked_sub(2).map(|i| s.sittings[i]));
    let mut out = Vec::new();
    for (i, what) in GOODS.into_iter().enumerate() {
        let have = realm.treasury[i];
        // What the court never had is left out; an empty chest that was once full is what it most needs to see.
        if have == 0 && seat.is_none_or(|s| s.sittings.iter().all(|b| b.treasury[i] == 0)) {
            continue;
        }
        out.push(Number {
            label: capital(&good(texts, what)),
            unit: measure(texts, what),
            value: short(texts, have),
            trend: trend(before.map(|b| b.treasury[i]), have),
            about: About::Good(what),
            // Silk gives way first, then cash and gold; grain and silver last.
            gives_way: [3, 1, 5, 4, 2][i],
        });
    }
    out.push(Number {
        label: capital(&texts.t("stat-legitimacy")),
        unit: String::new(),
        value: number(realm.legitimacy),
        trend: trend(
            before.map(|b| i64::from(b.legitimacy)),
            i64::from(realm.legitimacy),
        ),
        about: About::Stat(Stat::Legitimacy(see.desk.court)),
        gives_way: 0,
    });
    out.push(Number {
        label: texts.t("strip-edicts-label"),
        unit: String::new(),
        value: tr!(
            texts,
            "strip-of",
            n = realm.edicts,
            of = i32::from(see.book().courts[see.desk.court.index()].edicts)
        ),
        trend: Trend::Steady,
        about: About::Stat(Stat::Edicts(see.desk.court)),
        gives_way: EDICTS,
    });
    out
}

/// Which way a number went: a hundredth of what there was counts as movement.
fn trend(before: Option<i64>, now: i64) -> Trend {
    let Some(before) = before else {
        return Trend::Steady;
    };
    let least = (before.abs() / 100).max(1);
    match now - before {
        by if by >= least => Trend::Rising,
        by if by <= -least => Trend::Falling,
        _ => Trend::Steady,
    }
}

/// The numbers that there is room for, the beam after them.
fn realm(ui: &mut Ui, see: &Sight<'_>, left: f32, right: f32, whole: Rect, out: &mut Vec<Intent>) {
    let mut shown: Vec<Number> = numbers(see);
    let after = std::cell::Cell::new(GAP);
    let wanted = |shown: &[Number]| {
        let widths = shown.iter().map(|n| width(ui, n, after.get()));
        widths.sum::<f32>()
    };
    let room = right - left - 8.0 - GAP - BEAM;
    // The edicts go first: they stand on the button, and over the orders. Then the units, then some of the room between; then
    // numbers, and all of them stand behind one word.
    if wanted(&shown) > room {
        shown.retain(|n| n.gives_way != EDICTS);
    }
    if wanted(&shown) > room {
        shown.iter_mut().for_each(|n| n.unit.clear());
    }
    if wanted(&shown) > room {
        after.set(TIGHT);
    }
    let mut more = 0.0;
    while wanted(&shown) > room - more {
        let weakest = shown
            .iter()
            .enumerate()
            .filter(|(_, n)| n.gives_way > 0)
            .max_by_key(|(_, n)| n.gives_way)
            .map(|(i, _)| i);
        let Some(weakest) = weakest else {
            break;
        };
        shown.remove(weakest);
        more = more_width(ui, see);
    }
    let top = whole.center().y - 20.0;
    let beam_at = right - BEAM;
    let mut x = (beam_at - GAP - wanted(&shown) - more).max(left + 8.0);
    if more > 0.0 {
        realm_menu(ui, see, x, whole, out);
        x += more;
    }
    for n in shown {
        let width = width(ui, &n, after.get());
        let rect = Rect::from_min_size(pos2(x, top), vec2(width, 40.0));
        at(ui, &n.label, rect, |ui| one(ui, see, &n, out));
        x += width;
    }
    ui.painter().vline(
        beam_at - GAP,
        whole.center().y - 16.0..=whole.center().y + 16.0,
        Stroke::new(1.0, see.look.ink.rule),
    );
    let rect = Rect::from_min_size(pos2(beam_at, top), vec2(BEAM, 40.0));
    at(ui, "beam", rect, |ui| lean(ui, see, out));
}

/// The word behind which all numbers stand where not all have room.
fn realm_word(see: &Sight<'_>) -> String {
    let texts = see.texts();
    tr!(texts, "strip-open", name = texts.t("strip-realm"))
}

/// How wide that word is.
fn more_width(ui: &Ui, see: &Sight<'_>) -> f32 {
    let words = realm_word(see);
    let job = ui.painter();
    let laid = job.layout_no_wrap(words, Type::Button.font(), see.look.ink.ink);
    laid.size().x + 12.0 + 4.0
}

/// How wide a number is with the line before it, the room round it, and so much after it.
fn width(ui: &Ui, n: &Number, after: f32) -> f32 {
    let wide = |style: Type, words: String| {
        ui.painter()
            .layout_no_wrap(words, style.font(), egui::Color32::BLACK)
            .size()
            .x
    };
    let unit = if n.unit.is_empty() { 0.0 } else { 4.0 };
    let above = wide(Type::Small, n.label.clone()) + unit + wide(Type::Small, n.unit.clone());
    let below = wide(Type::Value, n.value.clone()) + 14.0;
    above.max(below) + GAP + after
}

/// One number, with what moves it.
fn one(ui: &mut Ui, see: &Sight<'_>, n: &Number, out: &mut Vec<Intent>) {
    let why = why::lines(see, n.about);
    let response = metric(ui, see.look, &n.label, &n.unit, &n.value, n.trend, &why);
    asked(ui, &response, n.about, out);
}

fn lean(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let about = About::Stat(Stat::Lean(see.desk.court));
    let (war, peace) = (see.texts().t("strip-war"), see.texts().t("strip-peace"));
    let lean = see.view().realm().lean;
    let why = why::lines(see, about);
    let response = beam_named(ui, see.look, lean, &war, &peace, &why);
    asked(ui, &response, about, out);
}

/// A click on a number, or `?` while it has the focus, asks what moves it.
fn asked(ui: &Ui, response: &egui::Response, about: About, out: &mut Vec<Intent>) {
    let key = response.has_focus()
        && ui.input_mut(|i| {
            let before = i.events.len();
            i.events.retain(|e| {
                !matches!(
                    e,
                    egui::Event::Key {
                        key: Key::Questionmark | Key::Slash,
                        pressed: true,
                        ..
                    }
                ) && !matches!(e, egui::Event::Text(t) if t == "?")
            });
            i.events.len() < before
        });
    if response.clicked() || key {
        out.push(Intent::Lay(Some(Overlay::Why(about))));
    }
}

/// The panels behind the name of the one that is up, where there is no rail.
fn panels_menu(ui: &mut Ui, see: &Sight<'_>, left: f32, whole: Rect, out: &mut Vec<Intent>) -> f32 {
    let texts = see.texts();
    let (zh, name) = rail::named(see, see.desk.panel);
    let words = tr!(texts, "strip-open", name = name);
    let rect = Rect::from_min_max(
        pos2(left, whole.center().y - 20.0),
        pos2(whole.max.x, whole.center().y + 20.0),
    );
    at(ui, "panels", rect, |ui| {
        let button = opener(ui, see, &zh, &words);
        Popup::menu(&button).show(|ui| {
            ui.set_min_width(200.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            for panel in rail::panels(see) {
                let (zh, name) = rail::named(see, *panel);
                let key = rail::letter(*panel);
                let waits = if *panel == Panel::Council {
                    waiting(see)
                } else {
                    0
                };
                let row = rail::menu_row(ui, see, key, &zh, &name, waits);
                if row.clicked() {
                    out.push(Intent::Show(*panel));
                }
            }
        });
        button.rect.max.x
    })
}

/// The numbers of the realm behind one word, where the strip is low or narrow.
fn realm_menu(ui: &mut Ui, see: &Sight<'_>, left: f32, whole: Rect, out: &mut Vec<Intent>) {
    let rect = Rect::from_min_max(
        pos2(left, whole.center().y - 20.0),
        pos2(whole.max.x, whole.center().y + 20.0),
    );
    let words = realm_word(see);
    at(ui, "realm", rect, |ui| {
        let button = opener(ui, see, "", &words);
        Popup::menu(&button)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.spacing_mut().item_spacing = vec2(24.0, 8.0);
                egui::Grid::new("realm").num_columns(2).show(ui, |ui| {
                    for (i, n) in numbers(see).iter().enumerate() {
                        ui.vertical(|ui| one(ui, see, n, out));
                        if i % 2 == 1 {
                            ui.end_row();
                        }
                    }
                });
                ui.scope(|ui| {
                    ui.set_max_width(BEAM);
                    lean(ui, see, out);
                });
            });
    });
}

/// A word that opens something below it.
fn opener(ui: &mut Ui, see: &Sight<'_>, zh: &str, words: &str) -> egui::Response {
    let ink = &see.look.ink;
    let brush = ui
        .painter()
        .layout_no_wrap(zh.to_owned(), Type::Glyph.font(), ink.ink);
    let name = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Button.font(), ink.ink);
    let gap = if zh.is_empty() { 0.0 } else { 4.0 };
    let width = brush.size().x + gap + name.size().x + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, words));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, ink.lo);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            0.0,
            Stroke::new(2.0, ink.ink),
            egui::StrokeKind::Inside,
        );
    }
    let middle = rect.center().y;
    let x = rect.min.x + 6.0;
    let brush_width = brush.size().x;
    ui.painter()
        .galley(pos2(x, middle - brush.size().y / 2.0), brush, ink.ink);
    ui.painter().galley(
        pos2(x + brush_width + gap, middle - name.size().y / 2.0),
        name,
        ink.ink,
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_counts_as_movement() {
        assert_eq!(trend(None, 5), Trend::Steady);
        assert_eq!(trend(Some(1000), 1009), Trend::Steady);
        assert_eq!(trend(Some(1000), 1010), Trend::Rising);
        assert_eq!(trend(Some(54), 53), Trend::Falling);
    }
}
