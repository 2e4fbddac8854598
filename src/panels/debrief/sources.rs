//! How it ended and for whom that was good; how often the advisors were right; the sources and how each of them leans.

use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets;
use crate::panels::widgets::Tip;
use crate::table::debrief::words::Debrief;

/// The ending.
pub(super) fn ending(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    widgets::section(ui, see.look, &see.texts().t("page-ending"), "");
    widgets::text(ui, Type::Strong, ink.ink, &told.title);
    widgets::text(ui, Type::Body, ink.ink, &told.ending);
    for line in &told.good {
        widgets::text(ui, Type::Italic, ink.ink2, line);
    }
}

/// How the court did, by its own lights, part by part.
pub(super) fn did(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    widgets::section(ui, see.look, &see.texts().t("page-did"), "");
    widgets::text(
        ui,
        Type::NoteItalic,
        ink.ink2,
        &see.texts().t("standing-means"),
    );
    for line in &told.did {
        widgets::text(ui, Type::Body, ink.ink, line);
    }
}

/// How often those whose advice was taken had expected rightly: a bar and the numbers.
pub(super) fn advisors(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    let texts = see.texts();
    widgets::section(ui, see.look, &texts.t("page-advisors"), "");
    let key = if told.advisors.is_empty() {
        "advisors-none"
    } else {
        "advisors-mean"
    };
    widgets::text(ui, Type::NoteItalic, ink.ink2, &texts.t(key));
    for advisor in &told.advisors {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Label, true, advisor.line.as_str())
        });
        let paint = ui.painter();
        let left = egui::Align2::LEFT_CENTER;
        paint.text(
            rect.left_center(),
            left,
            &advisor.name,
            Type::Body.font(),
            ink.ink,
        );
        let track = Rect::from_min_max(
            pos2(rect.max.x - 140.0, rect.center().y - 5.0),
            pos2(rect.max.x - 52.0, rect.center().y + 5.0),
        );
        paint.rect_filled(track, 0.0, ink.lo);
        #[expect(clippy::cast_precision_loss, reason = "a few expectations")]
        let share = advisor.right as f32 / advisor.of.max(1) as f32;
        let mut bar = track;
        bar.max.x = bar.min.x + track.width() * share;
        paint.rect_filled(bar, 0.0, ink.good);
        paint.rect_stroke(
            track,
            0.0,
            Stroke::new(1.0, ink.rule2),
            egui::StrokeKind::Inside,
        );
        paint.text(
            pos2(track.max.x + 8.0, rect.center().y),
            left,
            format!("{} / {}", advisor.right, advisor.of),
            Type::Strong.font(),
            ink.ink,
        );
        response.tip(&advisor.line);
    }
}

/// Every source the scenario leans on.
pub(super) fn sources(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    widgets::section(ui, see.look, &see.texts().t("page-sources"), "");
    for source in &told.sources {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(64.0, 20.0), |ui| {
                ui.set_min_width(64.0);
                widgets::text(ui, Type::Strong, ink.ink, &source.letters);
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::text(ui, Type::Note, ink.ink, &source.title);
                widgets::text(ui, Type::NoteItalic, ink.ink2, &source.leans);
            });
        });
    }
}
