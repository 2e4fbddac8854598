//! What a paper weighs: with them as far as one can guess, and with one's own court; what would move them; what the councillors think.

use egui::{Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::numeral;
use crate::base::ids::{CourtId, DraftId};
use crate::panels::look::Type;
use crate::panels::people::seal_of;
use crate::panels::reckoned::reckoned;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::panels::widgets::text::double_rule;
use crate::panels::widgets::{cell, number_cell, section, text};
use crate::prose::numbers::signed;
use crate::prose::texts::tr;
use crate::prose::{bargain, capital, conditions, names, sentence};
use crate::rules::systems::bargain::Weighing;
use crate::scenario::model::Terms;

/// Side of a seal.
const SEAL: f32 = 40.0;
/// The heaviest weight that a bar shows at its full length, at least.
const FULL: i64 = 20;
/// How many changes are named that would move them.
const MOVERS: usize = 4;

/// What is on the scales: the paper under the brush, else the paper that waits and was opened.
pub(super) fn scales(ui: &mut Ui, see: &Sight<'_>, open: Option<DraftId>) {
    let view = see.view();
    if view.is_over() {
        return;
    }
    match (&see.desk.brush, open) {
        (Some(brush), _) if !brush.writing.is_blank() => {
            let terms = brush.writing.terms(&view);
            theirs(ui, see, brush.writing.to, &terms);
            let weighing = reckoned(ui, see, "our weighing", terms.clone(), || {
                view.weigh(&terms)
            });
            ours(ui, see, &terms, &weighing);
        }
        (None, Some(draft)) => {
            let terms = view.terms(draft);
            let weighing = reckoned(ui, see, "paper weighed", draft, || view.weigh_paper(draft));
            ours(ui, see, terms, &weighing);
            amended(ui, see, terms);
        }
        _ => {}
    }
}

/// How the other court may weigh it, and what would move it.
fn theirs(ui: &mut Ui, see: &Sight<'_>, to: CourtId, terms: &Terms) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    let court = names::court(see.book(), to);
    let title = tr!(texts, "scales-theirs", court = court.as_str());
    section(ui, look, &title, "度");
    let theirs = reckoned(ui, see, "their weighing", terms.clone(), || {
        (
            view.weigh_other(terms),
            view.movers(terms),
            view.additions(terms),
        )
    });
    let (weighing, movers, additions) = &*theirs;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        seal_of(ui, see, view.other(to).ruler, 56.0);
        ui.add_space(8.0);
        cell(ui, width - 76.0, |ui| {
            let ruler = names::person(texts, &view, view.other(to).ruler);
            text(ui, Type::Strong, ink.ink, &ruler);
            text(ui, Type::NoteItalic, ink.ink2, &texts.t("scales-guessed"));
        });
    });
    ui.add_space(6.0);
    bars(ui, see, terms, weighing);
    if !(weighing.takes() || movers.is_empty() && additions.is_empty()) {
        ui.add_space(6.0);
        text(ui, Type::Italic, ink.ink2, &texts.t("mover-head"));
        for mover in movers.iter().take(MOVERS) {
            let words = bargain::mover(texts, &view, terms, mover);
            let line = tr!(
                texts,
                "scales-mover",
                n = numeral(mover.clause + 1),
                words = words
            );
            named_number(ui, see, &line, &signed(mover.gain), Type::Note);
        }
        for addition in additions.iter().take(MOVERS) {
            let words = bargain::addition(texts, &view, addition);
            named_number(ui, see, &words, &signed(addition.gain), Type::Note);
        }
    }
    ui.add_space(14.0);
}

/// How one's own court weighs it, and what each councillor thinks.
fn ours(ui: &mut Ui, see: &Sight<'_>, terms: &Terms, weighing: &Weighing) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    section(ui, look, &texts.t("scales-ours"), "議");
    bars(ui, see, terms, weighing);
    let opinions = reckoned(ui, see, "opinions", terms.clone(), || view.opinions(terms));
    if !opinions.is_empty() {
        ui.add_space(6.0);
        text(ui, Type::Italic, ink.ink2, &texts.t("opinion-head"));
        ui.add_space(4.0);
    }
    let width = ui.available_width();
    for opinion in opinions.iter() {
        ui.horizontal_top(|ui| {
            seal_of(ui, see, opinion.person, SEAL);
            ui.add_space(4.0);
            cell(ui, width - SEAL - 24.0, |ui| {
                let words = bargain::opinion(texts, &view, terms, opinion);
                text(ui, Type::Body, ink.ink, &words);
                if let Some(office) = names::office(texts, &view, opinion.person) {
                    text(ui, Type::Note, ink.ink2, &office);
                }
            });
        });
        ui.add_space(6.0);
    }
    ui.add_space(10.0);
}

/// A paper that waits, as one's own court would take it.
fn amended(ui: &mut Ui, see: &Sight<'_>, terms: &Terms) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    let amended = reckoned(ui, see, "paper amended", terms.clone(), || {
        (!view.weigh(terms).takes()).then(|| view.amended(terms))
    });
    let Some(amended) = &*amended else {
        return;
    };
    match amended {
        Some(clauses) => {
            text(ui, Type::Italic, ink.ink2, &texts.t("amend-head"));
            for (n, clause) in clauses.iter().enumerate() {
                let words = sentence(&conditions::clause(texts, &view, clause));
                let line = tr!(texts, "treaties-clause", n = numeral(n + 1), words = words);
                text(ui, Type::Note, ink.ink, &line);
            }
        }
        None => {
            text(ui, Type::Italic, ink.ink2, &texts.t("amend-none"));
        }
    }
    ui.add_space(14.0);
}

/// Every part of a weighing as a bar to the left or to the right, then the sum.
fn bars(ui: &mut Ui, see: &Sight<'_>, terms: &Terms, weighing: &Weighing) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    let mut parts: Vec<(String, String, i64)> = weighing
        .grounds
        .iter()
        .map(|(part, weight)| {
            (
                capital(&bargain::ground(texts, *part)),
                String::new(),
                *weight,
            )
        })
        .collect();
    for (n, (clause, weight)) in terms.clauses.iter().zip(&weighing.clauses).enumerate() {
        let name = tr!(texts, "scales-clause", n = numeral(n + 1));
        let words = capital(&conditions::clause(texts, &view, clause));
        parts.push((name, words, *weight));
    }
    if weighing.tongue != 0 {
        parts.push((
            capital(&texts.t("weigh-tongue")),
            String::new(),
            weighing.tongue,
        ));
    }
    let most = parts
        .iter()
        .map(|(.., w)| w.abs())
        .max()
        .unwrap_or(0)
        .max(FULL);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for (name, hover, weight) in parts.into_iter().filter(|(.., weight)| *weight != 0) {
            bar(ui, see, &name, &hover, weight, most);
        }
    });
    let x = ui.max_rect().x_range();
    let top = ui.cursor().top() + 2.0;
    double_rule(ui, look, x, top);
    ui.add_space(8.0);
    let total = signed(weighing.total);
    named_number(ui, see, &texts.t("scales-total"), &total, Type::Strong);
    let note = texts.t(if weighing.takes() {
        "scales-takes"
    } else {
        "scales-spurns"
    });
    text(ui, Type::NoteItalic, ink.ink2, &note);
}

/// A name at the left and a number at the right.
fn named_number(ui: &mut Ui, see: &Sight<'_>, name: &str, number: &str, style: Type) {
    let ink = &see.look.ink;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, width - 64.0, |ui| {
            text(ui, style, ink.ink, name);
        });
        number_cell(ui, 64.0, Type::Strong, ink.ink, number);
    });
}

/// A bar about an axis: against the paper hatched and to the left, for it full and to the right.
fn bar(ui: &mut Ui, see: &Sight<'_>, name: &str, hover: &str, weight: i64, most: i64) {
    let ink = &see.look.ink;
    let width = ui.available_width();
    let words = width * 0.5;
    let response = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            cell(ui, words, |ui| {
                ui.set_max_width(words - 8.0);
                text(ui, Type::Body, ink.ink, name);
            });
            let size = vec2(width - words - 56.0, 22.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let label = format!("{name}: {}", signed(weight));
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label.as_str()));
            if ui.is_rect_visible(rect) {
                let axis = rect.center().x;
                let part = (weight.unsigned_abs() as f32 / most as f32).clamp(0.02, 1.0);
                let reach = rect.width() / 2.0 * part;
                let (x0, x1) = if weight < 0 {
                    (axis - reach, axis)
                } else {
                    (axis, axis + reach)
                };
                let bar = Rect::from_min_max(
                    pos2(x0, rect.center().y - 7.0),
                    pos2(x1, rect.center().y + 7.0),
                );
                let painter = ui.painter();
                if weight < 0 {
                    let mut y = bar.top() + 1.0;
                    while y < bar.bottom() {
                        painter.hline(bar.x_range(), y, Stroke::new(2.0, ink.song));
                        y += 4.0;
                    }
                } else {
                    painter.rect_filled(bar, 0.0, ink.good);
                }
                painter.vline(axis, rect.y_range(), Stroke::new(1.0, ink.ink));
            }
            number_cell(ui, 56.0, Type::Strong, ink.ink, &signed(weight));
            response
        })
        .inner;
    if !hover.is_empty() {
        response.tip(hover);
    }
}
