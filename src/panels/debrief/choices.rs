//! The court's choices beside the documented ones, and the first that was another.

use egui::{Stroke, Ui, vec2};

use crate::panels::look::{Holder, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{self, Mark};
use crate::table::debrief::words::{Choice, Debrief, Departure, Voice};

/// What stands in the place of a first departure where there is none.
pub(super) fn none(see: &Sight<'_>, told: &Debrief) -> String {
    see.texts().t(if told.choices.is_empty() {
        "debrief-no-choices"
    } else {
        "departure-none"
    })
}

/// A section for every choice: what was chosen, the documented one, what came of that, where the sources differ.
pub(super) fn choices(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let texts = see.texts();
    widgets::section(ui, see.look, &texts.t("page-choices"), "");
    if told.choices.is_empty() {
        widgets::text(
            ui,
            Type::Body,
            see.look.ink.ink,
            &texts.t("debrief-no-choices"),
        );
    }
    for choice in &told.choices {
        title(ui, see, choice);
        let ink = &see.look.ink;
        widgets::text(ui, Type::Body, ink.ink, &choice.yours);
        widgets::text(ui, Type::Body, ink.ink, &choice.record);
        for (style, words) in [
            (Type::Note, &choice.outcome),
            (Type::NoteItalic, &choice.quarrel),
            (Type::Note, &choice.sources),
        ] {
            if !words.is_empty() {
                widgets::text(ui, style, ink.ink2, words);
            }
        }
        rule(ui, see);
    }
}

/// The court's own choices alone, without the record.
pub(super) fn path(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    widgets::section(ui, see.look, &see.texts().t("page-own-path"), "");
    for choice in &told.choices {
        let head = format!("{} {}. {}", choice.title, choice.title_zh, choice.day);
        widgets::text(ui, Type::Strong, ink.ink, &head);
        widgets::text(ui, Type::Body, ink.ink, &choice.yours);
        rule(ui, see);
    }
}

/// The matter, its day, and whether the choice was the documented one.
fn title(ui: &mut Ui, see: &Sight<'_>, choice: &Choice) {
    let texts = see.texts();
    ui.horizontal_top(|ui| {
        let (mark, label) = if choice.taken.again {
            (Mark::AsRecorded, texts.t("page-again"))
        } else if choice.taken.documented {
            (Mark::AsRecorded, texts.t("page-as-recorded"))
        } else {
            (Mark::Departed, texts.t("page-departed"))
        };
        widgets::mark(ui, see.look, mark, 16.0, &label).tip(&label);
        ui.vertical(|ui| {
            let head = format!("{} {}", choice.title, choice.title_zh);
            widgets::text(ui, Type::Strong, see.look.ink.ink, &head);
            let line = format!("{} · {label}", choice.day);
            widgets::text(ui, Type::NoteItalic, see.look.ink.ink2, &line);
        });
    });
}

fn rule(ui: &mut Ui, see: &Sight<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), egui::Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, see.look.ink.rule),
    );
}

/// The card of the first departure: who argued for it, what it was, what he expected and whether that came true.
pub(super) fn departure(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    let frame = egui::Frame::new()
        .fill(ink.paper)
        .stroke(Stroke::new(1.0, ink.rule2))
        .inner_margin(16);
    let card = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        match &told.departure {
            Some(departure) => whole(ui, see, departure),
            None => {
                heading(ui, see);
                widgets::text(ui, Type::Body, ink.ink, &none(see, told));
            }
        }
    });
    let mut edge = card.response.rect;
    edge.max.x = edge.min.x + 4.0;
    ui.painter().rect_filled(edge, 0.0, ink.song);
}

fn heading(ui: &mut Ui, see: &Sight<'_>) {
    widgets::text(
        ui,
        Type::Section,
        see.look.ink.ink,
        &see.texts().t("page-departure"),
    );
}

fn whole(ui: &mut Ui, see: &Sight<'_>, departure: &Departure) {
    let ink = &see.look.ink;
    ui.horizontal_top(|ui| {
        if let Some(voice) = departure.voices.first() {
            widgets::seal(
                ui,
                see.look,
                &voice.zh,
                Holder::of(see.book(), Some(voice.court)),
                64.0,
                &voice.name,
            );
            ui.add_space(8.0);
        }
        ui.vertical(|ui| {
            heading(ui, see);
            widgets::text(ui, Type::NoteItalic, ink.ink2, &departure.on);
            widgets::text(ui, Type::Body, ink.ink, &departure.was);
        });
    });
    widgets::text(ui, Type::Note, ink.ink2, &departure.record);
    for voice in &departure.voices {
        expectation(ui, see, voice);
    }
    if departure.voices.is_empty() {
        widgets::text(
            ui,
            Type::NoteItalic,
            ink.ink2,
            &see.texts().t("page-nobody-argued"),
        );
    }
}

fn expectation(ui: &mut Ui, see: &Sight<'_>, voice: &Voice) {
    let ink = &see.look.ink;
    let (key, colour) = match voice.came_true {
        Some(true) => ("page-came-true", ink.good),
        Some(false) => ("page-came-false", ink.song),
        None => ("page-not-tested", ink.ink2),
    };
    widgets::text(ui, Type::NoteItalic, ink.ink2, &voice.expected);
    widgets::text(ui, Type::Note, colour, &see.texts().t(key));
}

/// What of note happened after the first departure.
pub(super) fn followed(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    if told.departure.is_none() {
        return;
    }
    let ink = &see.look.ink;
    widgets::section(ui, see.look, &see.texts().t("page-followed"), "");
    if told.followed.is_empty() {
        widgets::text(
            ui,
            Type::Body,
            ink.ink,
            &see.texts().t("page-nothing-followed"),
        );
    }
    for (day, lines) in &told.followed {
        widgets::text(ui, Type::Strong, ink.ink, day);
        for line in lines {
            widgets::text(ui, Type::Note, ink.ink, line);
        }
    }
}
