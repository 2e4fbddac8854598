//! How the court stood at the opening of each turn: legitimacy, silver and grain, each on its own scale.

use egui::{Stroke, Ui};
use egui_plot::{GridInput, GridMark, HoverPosition, Line, Plot, PlotPoints, VLine};

use crate::base::date::Date;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets;
use crate::prose::numbers::big;
use crate::prose::texts::tr;
use crate::table::debrief::words::{Debrief, Sitting, day_short};

/// A number that is followed.
struct Curve {
    key: &'static str,
    of: fn(&Sitting) -> i64,
    /// The scale goes at least so far.
    up_to: i64,
}

const CURVES: [Curve; 3] = [
    Curve {
        key: "page-legitimacy",
        of: |s| s.legitimacy as i64,
        up_to: 100,
    },
    Curve {
        key: "page-silver",
        of: |s| s.treasury[1],
        up_to: 0,
    },
    Curve {
        key: "page-grain",
        of: |s| s.treasury[4],
        up_to: 0,
    },
];

/// The section, with the day of the first departure where that may be shown.
pub(super) fn course(ui: &mut Ui, see: &Sight<'_>, told: &Debrief, departed: Option<Date>) {
    let texts = see.texts();
    widgets::section(ui, see.look, &texts.t("page-course"), "");
    let (Some(first), Some(last)) = (told.course.first(), told.course.last()) else {
        return;
    };
    for curve in &CURVES {
        let at = |sitting: &Sitting| (curve.of)(sitting);
        let least = told.course.iter().min_by_key(|s| at(s)).unwrap_or(first);
        let name = texts.t(curve.key);
        // The picture in words: what a screen reader has of it.
        let words = tr!(
            texts,
            "page-course-of",
            name = name.as_str(),
            first = big(texts, at(first)),
            last = big(texts, at(last)),
            least = big(texts, at(least)),
            day = day_short(texts, least.day)
        );
        widgets::text(ui, Type::Note, see.look.ink.ink, &words);
        plot(ui, see, told, curve, &name, departed);
    }
}

#[expect(clippy::cast_precision_loss, reason = "days and amounts, to be drawn")]
fn plot(
    ui: &mut Ui,
    see: &Sight<'_>,
    told: &Debrief,
    curve: &Curve,
    name: &str,
    departed: Option<Date>,
) {
    let (ink, texts) = (see.look.ink, see.texts());
    let points: PlotPoints<'_> = told
        .course
        .iter()
        .map(|s| [f64::from(s.day.0), (curve.of)(s) as f64])
        .collect();
    let highest = told.course.iter().map(curve.of).max().unwrap_or(0);
    let top = highest.max(curve.up_to).max(1) as f64;
    let nearest = |x: f64| {
        told.course
            .iter()
            .min_by_key(|s| (f64::from(s.day.0) - x).abs() as i64)
    };
    let near = move |position: &HoverPosition<'_>| {
        let x = match position {
            HoverPosition::NearDataPoint { position, .. }
            | HoverPosition::Elsewhere { position } => position.x,
        };
        nearest(x).map(|s| {
            tr!(
                texts,
                "page-course-at",
                name = name,
                day = day_short(texts, s.day),
                n = big(texts, (curve.of)(s))
            )
        })
    };
    ui.scope(|ui| {
        ui.style_mut().override_font_id = Some(Type::Small.font());
        ui.visuals_mut().override_text_color = Some(ink.ink2);
        Plot::new(("course", curve.key))
            .height(108.0)
            .show_background(false)
            .show_grid([false, true])
            .grid_color(ink.rule)
            .show_crosshair(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .include_y(0.0)
            .include_y(top * 1.05)
            .y_axis_min_width(64.0)
            .x_grid_spacer(quarters)
            .y_grid_spacer(move |_| {
                [0.0, 0.5, 1.0]
                    .into_iter()
                    .map(|part| GridMark {
                        value: top * part,
                        step_size: top / 2.0,
                    })
                    .collect()
            })
            .x_axis_formatter(move |mark, _| quarter(texts, mark.value))
            .y_axis_formatter(move |mark, _| big(texts, mark.value as i64))
            .label_formatter(near)
            .show(ui, |plot| {
                plot.line(Line::new(name, points).stroke(Stroke::new(2.0, ink.ink)));
                if let Some(day) = departed {
                    plot.vline(
                        VLine::new("", f64::from(day.0))
                            .stroke(Stroke::new(1.5, ink.song))
                            .allow_hover(false),
                    );
                }
            });
    });
}

/// The first day of every third month in sight.
fn quarters(input: GridInput) -> Vec<GridMark> {
    let (from, until) = input.bounds;
    let (mut year, mut month, _) = Date(from as i32).ymd();
    let mut marks = Vec::new();
    while let Some(day) = Date::from_ymd(year, month, 1)
        && f64::from(day.0) <= until
    {
        if month % 3 == 1 && f64::from(day.0) >= from {
            marks.push(GridMark {
                value: f64::from(day.0),
                step_size: 91.0,
            });
        }
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    marks
}

fn quarter(texts: &crate::prose::Texts, day: f64) -> String {
    let (year, month, _) = Date(day as i32).ymd();
    tr!(
        texts,
        "page-month-short",
        month = month,
        year = year.to_string()
    )
}
