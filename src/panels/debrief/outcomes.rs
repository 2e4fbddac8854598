//! The checkpoints: what is recorded, what the game made of it, and what the sources say. Rows open to every claim.

use egui::{Painter, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::base::date::Date;
use crate::panels::look::{Palette, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets;
use crate::panels::widgets::Tip;
use crate::prose::sentence;
use crate::prose::texts::tr;
use crate::table::debrief::words::{Chart, Debrief, Row};

/// From this width on a row has columns.
const WIDE: f32 = 640.0;
/// Room above and below what is in a row.
const PAD: f32 = 6.0;
/// Days to either side of the recorded one that a chart shows.
const DAYS: i32 = 60;

/// The columns of a row: where each begins, from the left.
struct Columns {
    title: f32,
    recorded: f32,
    chart: f32,
    yours: f32,
    sources: f32,
    end: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let title = 22.0;
        let recorded = title + (width * 0.25).clamp(150.0, 300.0);
        // A day such as 11 May 1126 stands in one line.
        let chart = recorded + 100.0;
        let yours = chart + 106.0;
        // And 11 Mar 1135, in bold.
        let sources = yours + 106.0;
        Self {
            title,
            recorded,
            chart,
            yours,
            sources,
            end: width,
        }
    }
}

/// The section.
pub(super) fn outcomes(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    let texts = see.texts();
    widgets::section(ui, see.look, &texts.t("page-outcomes"), "");
    let width = ui.available_width();
    let columns = Columns::of(width);
    if width >= WIDE {
        let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
        for (x, key) in [
            (0.0, "page-column-checkpoint"),
            (columns.recorded, "page-column-recorded"),
            (columns.chart, "page-column-range"),
            (columns.yours, "page-column-yours"),
            (columns.sources, "page-column-sources"),
        ] {
            ui.painter().text(
                pos2(rect.min.x + x, rect.center().y),
                egui::Align2::LEFT_CENTER,
                texts.t(key),
                Type::NoteItalic.font(),
                ink.ink2,
            );
        }
        ui.painter()
            .hline(rect.x_range(), rect.max.y, Stroke::new(1.0, ink.rule));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, row) in told.rows.iter().enumerate() {
            let id = ui.make_persistent_id(("checkpoint", number));
            let mut open: bool = ui.data(|d| d.get_temp(id)).unwrap_or_default();
            let pressed = if width >= WIDE {
                wide(ui, see, row, &columns, open)
            } else {
                narrow(ui, see, row, open)
            };
            if pressed {
                open = !open;
                ui.data_mut(|d| d.insert_temp(id, open));
            }
            if open {
                claims(ui, see, row);
            }
            let bottom = ui.min_rect().max.y;
            let across = ui.max_rect().x_range();
            ui.painter()
                .hline(across, bottom, Stroke::new(1.0, ink.rule));
        }
    });
    for line in &told.shares {
        widgets::text(ui, Type::NoteItalic, ink.ink2, line);
    }
}

/// What a row says to whoever cannot see it.
fn spoken(see: &Sight<'_>, row: &Row) -> String {
    let key = match (row.open, row.within) {
        (true, _) => "report-open",
        (false, true) => "debrief-inside",
        (false, false) => "debrief-outside",
    };
    let yours = tr!(
        see.texts(),
        "page-spoken-yours",
        yours = sentence(&row.yours)
    );
    format!(
        "{} {} {yours} {}",
        sentence(&row.title),
        row.range,
        see.texts().t(key)
    )
}

/// The ground and the focus of a row, and whether it was pressed.
fn row_ground(ui: &Ui, see: &Sight<'_>, row: &Row, rect: Rect, open: bool) -> bool {
    let ink = &see.look.ink;
    let id = ui.id().with(("row", row.title.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let label = spoken(see, row);
    response.widget_info(|| {
        egui::WidgetInfo::selected(
            egui::WidgetType::CollapsingHeader,
            true,
            open,
            label.as_str(),
        )
    });
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, ink.lo);
    } else if !row.within && !row.open {
        ui.painter()
            .rect_filled(rect, 0.0, ink.song.gamma_multiply(0.07));
    }
    if response.has_focus() {
        let edge = Rect::from_min_size(rect.min - vec2(6.0, 0.0), vec2(4.0, rect.height()));
        ui.painter().rect_filled(edge, 0.0, ink.song);
    }
    let hint = if open {
        "page-row-close"
    } else {
        "page-row-open"
    };
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .tip(format!("{}\n{}", row.range, see.texts().t(hint)))
        .clicked()
}

/// ● as recorded, ◆ departed, ○ not asked yet.
fn sign(paint: &Painter, at: egui::Pos2, row: &Row, ink: &Palette) {
    if row.open {
        paint.circle_stroke(at, 5.0, Stroke::new(1.5, ink.ink3));
    } else if row.within {
        paint.circle_filled(at, 6.0, ink.ink);
    } else {
        paint.add(Shape::convex_polygon(
            vec![
                at + vec2(0.0, -7.0),
                at + vec2(7.0, 0.0),
                at + vec2(0.0, 7.0),
                at + vec2(-7.0, 0.0),
            ],
            ink.song,
            Stroke::NONE,
        ));
    }
}

/// The colour in which a row says how it came out.
const fn verdict(row: &Row, ink: &Palette) -> egui::Color32 {
    match (row.open, row.within) {
        (true, _) => ink.ink3,
        (false, true) => ink.ink,
        (false, false) => ink.song,
    }
}

fn wide(ui: &mut Ui, see: &Sight<'_>, row: &Row, columns: &Columns, open: bool) -> bool {
    let ink = &see.look.ink;
    let paint = ui.painter().clone();
    let lay = |words: &str, style: Type, colour, width: f32| {
        paint.layout(words.to_owned(), style.font(), colour, width - 10.0)
    };
    let title = lay(
        &row.title,
        Type::Strong,
        ink.ink,
        columns.recorded - columns.title,
    );
    let held = row.held_out.then(|| {
        lay(
            &see.texts().t("page-held-out"),
            Type::NoteItalic,
            ink.ink2,
            columns.recorded - columns.title,
        )
    });
    let recorded = lay(
        &row.recorded,
        Type::Body,
        ink.ink,
        columns.chart - columns.recorded,
    );
    let yours = lay(
        &row.yours,
        Type::Strong,
        verdict(row, ink),
        columns.sources - columns.yours,
    );
    let sources = lay(
        &row.sources,
        Type::Note,
        ink.ink2,
        columns.end - columns.sources + 10.0,
    );
    let titles = title.size().y + held.as_ref().map_or(0.0, |h| h.size().y);
    let tall = [
        titles,
        recorded.size().y,
        yours.size().y,
        sources.size().y,
        28.0,
    ]
    .into_iter()
    .fold(0.0, f32::max);
    let (rect, _) = ui.allocate_exact_size(vec2(columns.end, tall + PAD * 2.0), Sense::hover());
    let pressed = row_ground(ui, see, row, rect, open);
    let top = rect.min.y + PAD;
    let at = |x: f32| pos2(rect.min.x + x, top);
    sign(&paint, at(8.0) + vec2(0.0, 10.0), row, ink);
    let below = title.size().y;
    paint.galley(at(columns.title), title, ink.ink);
    if let Some(held) = held {
        paint.galley(at(columns.title) + vec2(0.0, below), held, ink.ink2);
    }
    paint.galley(at(columns.recorded), recorded, ink.ink);
    if let Some(chart) = row.chart {
        let place = Rect::from_min_size(at(columns.chart), vec2(98.0, 28.0));
        draw(&paint, chart, place, ink);
    }
    paint.galley(at(columns.yours), yours, ink.ink);
    paint.galley(at(columns.sources), sources, ink.ink2);
    pressed
}

/// The same in a narrow column: title and chart, dates, sources under one another.
fn narrow(ui: &mut Ui, see: &Sight<'_>, row: &Row, open: bool) -> bool {
    let ink = &see.look.ink;
    let texts = see.texts();
    let width = ui.available_width();
    let paint = ui.painter().clone();
    let left = 22.0;
    let title = paint.layout(
        row.title.clone(),
        Type::Strong.font(),
        ink.ink,
        width - left - 116.0,
    );
    let mut dates = tr!(
        texts,
        "page-recorded-yours",
        recorded = row.recorded.as_str(),
        yours = row.yours.as_str()
    );
    if row.held_out {
        dates = format!("{dates} · {}", texts.t("page-held-out"));
    }
    let colour = verdict(row, ink);
    let dates = paint.layout(dates, Type::Body.font(), colour, width - left);
    let sources = paint.layout(
        row.sources.clone(),
        Type::Note.font(),
        ink.ink2,
        width - left,
    );
    let first = title.size().y.max(28.0);
    let tall = first + dates.size().y + sources.size().y;
    let (rect, _) = ui.allocate_exact_size(vec2(width, tall + PAD * 2.0), Sense::hover());
    let pressed = row_ground(ui, see, row, rect, open);
    let corner = rect.min + vec2(left, PAD);
    sign(&paint, pos2(rect.min.x + 8.0, corner.y + 10.0), row, ink);
    paint.galley(corner, title, ink.ink);
    if let Some(chart) = row.chart {
        let place = Rect::from_min_size(pos2(rect.max.x - 104.0, corner.y), vec2(98.0, 28.0));
        draw(&paint, chart, place, ink);
    }
    let second = dates.size().y;
    paint.galley(corner + vec2(0.0, first), dates, colour);
    paint.galley(corner + vec2(0.0, first + second), sources, ink.ink2);
    pressed
}

/// The recorded day, the days around it that count as recorded, and the game's own: a dot, an arrow where it lies farther off,
/// a cross where it never came.
fn draw(paint: &Painter, chart: Chart, place: Rect, ink: &Palette) {
    let middle = place.center();
    #[expect(clippy::cast_precision_loss, reason = "some days")]
    let x = |day: Date| {
        let off = (day.0 - chart.day.0).clamp(-DAYS, DAYS);
        middle.x + place.width() / 2.0 * off as f32 / DAYS as f32
    };
    paint.hline(place.x_range(), middle.y, Stroke::new(1.0, ink.rule2));
    let counted = Rect::from_min_max(
        pos2(x(chart.from), middle.y - 6.5),
        pos2(x(chart.until), middle.y + 6.5),
    );
    paint.rect(
        counted,
        0.0,
        ink.lo,
        Stroke::new(1.0, ink.rule2),
        egui::StrokeKind::Inside,
    );
    paint.vline(
        middle.x,
        (middle.y - 9.0)..=(middle.y + 9.0),
        Stroke::new(2.0, ink.ink),
    );
    match chart.yours {
        Some(day) if (day.0 - chart.day.0).abs() <= DAYS => {
            paint.circle_filled(pos2(x(day), middle.y), 4.5, ink.song);
        }
        Some(day) => {
            let way = if day < chart.day { -1.0 } else { 1.0 };
            let tip = pos2(middle.x + way * place.width() / 2.0, middle.y);
            paint.add(Shape::convex_polygon(
                vec![
                    tip,
                    tip + vec2(-way * 9.0, -6.0),
                    tip + vec2(-way * 9.0, 6.0),
                ],
                ink.song,
                Stroke::NONE,
            ));
        }
        None => {
            for way in [-1.0, 1.0] {
                paint.line_segment(
                    [
                        middle + vec2(-5.0, -5.0 * way),
                        middle + vec2(5.0, 5.0 * way),
                    ],
                    Stroke::new(2.5, ink.song),
                );
            }
        }
    }
}

/// Everything the sources say of it.
fn claims(ui: &mut Ui, see: &Sight<'_>, row: &Row) {
    let ink = &see.look.ink;
    egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 22,
            right: 0,
            top: 2,
            bottom: 10,
        })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::text(ui, Type::Note, ink.ink, &row.range);
            for (claim, against) in &row.claims {
                let style = if *against {
                    Type::NoteItalic
                } else {
                    Type::Note
                };
                let colour = if *against { ink.ink2 } else { ink.ink };
                widgets::text(ui, style, colour, claim);
            }
            let mut weight = row.weight.clone();
            if row.held_out {
                weight = format!("{weight} {}", see.texts().t("debrief-held-out"));
            }
            widgets::text(ui, Type::NoteItalic, ink.ink2, &weight);
        });
}
