//! What was in store of a good, turn by turn.

use egui::{Stroke, Ui, Vec2b};
use egui_plot::{GridMark, HLine, Line, Plot, PlotPoints};

use crate::base::date::Turn;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{section, text};
use crate::prose::numbers::{big, date, good, number};
use crate::prose::texts::tr;
use crate::scenario::language::Good;

/// Marks along a side of the plot, at most.
const MARKS: usize = 6;
/// Height of the plot.
const HEIGHT: f32 = 176.0;

/// A step that parts a range into a few: 1, 2 or 5 and noughts.
fn step(range: f64, least: f64) -> f64 {
    let mut step = least;
    loop {
        for times in [1.0, 2.0, 5.0] {
            if range / (step * times) <= MARKS as f64 {
                return step * times;
            }
        }
        step *= 10.0;
    }
}

/// The plot of one good.
pub(super) fn plot(ui: &mut Ui, see: &Sight<'_>, what: Good) {
    let (look, texts, book) = (see.look, see.texts(), see.book());
    let ink = look.ink;
    let Some(seat) = see.session.seat(see.desk.court) else {
        return;
    };
    let title = tr!(texts, "treasury-plot", good = good(texts, what));
    section(ui, look, &title, "盈虛");
    let mut stood: Vec<i64> = seat
        .sittings
        .iter()
        .map(|s| s.treasury[what as usize])
        .collect();
    if let Some(last) = stood.last_mut() {
        *last = see.view().realm().treasury[what as usize];
    }
    let (Some(first), Some(last)) = (stood.first().copied(), stood.last().copied()) else {
        return;
    };
    // The same in words, for whoever does not see the line.
    let lowest = stood.iter().enumerate().min_by_key(|(_, n)| **n);
    let low = lowest.map_or((first, 0), |(i, n)| (*n, i));
    let day = book.day(Turn(u16::try_from(low.1).unwrap_or(u16::MAX)));
    text(
        ui,
        Type::Italic,
        ink.ink2,
        &tr!(
            texts,
            "treasury-plot-words",
            first = number(first),
            last = number(last),
            low = number(low.0),
            day = date(texts, day)
        ),
    );
    if stood.len() < 2 {
        text(ui, Type::Italic, ink.ink2, &texts.t("treasury-plot-young"));
        return;
    }
    let points: Vec<[f64; 2]> = stood
        .iter()
        .enumerate()
        .map(|(i, n)| [i as f64, *n as f64])
        .collect();
    let most = stood.iter().copied().max().unwrap_or(0).max(1) as f64;
    let end = (stood.len() - 1) as f64;
    let marks = |bounds: (f64, f64), by: f64| -> Vec<GridMark> {
        let mut out = Vec::new();
        let mut value = 0.0;
        while value <= bounds.1 && out.len() <= 2 * MARKS {
            if value >= bounds.0 {
                out.push(GridMark {
                    value,
                    step_size: by,
                });
            }
            value += by;
        }
        out
    };
    let (across, up) = (step(end, 1.0), step(most, 1.0));
    let label = |n: f64| big(texts, n as i64);
    // A day that has not come has no mark, and one at the very edge would be cut.
    let last = if end > EDGE { end * 0.97 } else { end };
    let when = move |n: f64| {
        if n > last {
            return String::new();
        }
        let (year, month, day) = book.day(Turn(n.max(0.0) as u16)).ymd();
        if end > f64::from(YEAR_XUN) {
            return tr!(
                texts,
                "treasury-month",
                month = crate::prose::numbers::month(texts, month),
                year = year.to_string()
            );
        }
        tr!(
            texts,
            "treasury-day",
            day = day,
            month = crate::prose::numbers::month(texts, month)
        )
    };
    ui.scope(|ui| {
        let style = ui.style_mut();
        style.visuals.override_text_color = Some(ink.ink2);
        style
            .text_styles
            .insert(egui::TextStyle::Body, Type::Small.font());
        Plot::new(("treasury", what as usize))
            .height(HEIGHT)
            .width(ui.available_width())
            .show_background(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_crosshair(Vec2b::FALSE.x)
            .default_x_bounds(0.0, end * 1.06)
            .default_y_bounds(0.0, most * 1.08)
            .grid_color(ink.rule)
            .x_grid_spacer(move |input| marks(input.bounds, across))
            .y_grid_spacer(move |input| marks(input.bounds, up))
            .x_axis_formatter(move |mark, _| when(mark.value))
            .y_axis_formatter(move |mark, _| label(mark.value))
            .y_axis_min_width(72.0)
            .label_formatter(|_| None)
            .show(ui, |plot| {
                plot.hline(
                    HLine::new("zero", 0.0)
                        .stroke(Stroke::new(1.4, ink.ink))
                        .allow_hover(false),
                );
                plot.line(
                    Line::new(good(texts, what), PlotPoints::from(points))
                        .stroke(Stroke::new(2.0, ink.ink))
                        .allow_hover(false),
                );
            });
    });
}

/// Over more xun than a year has, months and years are marked, not days.
const YEAR_XUN: u16 = 36;
/// From so many xun on a mark may stand at the very edge, xun.
const EDGE: f64 = 12.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_parts_a_range_into_a_few() {
        assert_eq!(step(5.0, 1.0), 1.0);
        assert_eq!(step(58.0, 1.0), 10.0);
        assert_eq!(step(4_000_000.0, 1.0), 1_000_000.0);
        assert_eq!(step(14_000_000.0, 1.0), 5_000_000.0);
    }
}
