//! One clause in the making: its kind, and what it must name.

use egui::{DragValue, Key, Ui};

use super::picks;
use crate::base::ids::CourtId;
use crate::panels::desk::Brush;
use crate::panels::look::Type;
use crate::panels::page::pressed;
use crate::panels::sight::Sight;
use crate::panels::widgets::{CommandKind, chip, command, inset, line_edit, text};
use crate::prose::conditions::clause_kind;
use crate::prose::numbers::{GOODS, about, good, number};
use crate::prose::texts::{Texts, tr};
use crate::prose::{bargain, capital, conditions, names, sentence};
use crate::scenario::language::{Every, Rank};
use crate::scenario::model::River;
use crate::table::writing::{ClauseKind, Field, Sketch, most};

/// The most men that a form offers to write beside another's throne.
const MOST_GUARDS: i64 = 100_000;

/// The kinds of clauses, to choose from.
pub(super) fn kinds(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let (look, texts) = (see.look, see.texts());
    text(ui, Type::Strong, look.ink.ink, &texts.t("brush-which"));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for kind in ClauseKind::ALL {
            if chip(ui, look, &clause_kind(texts, kind), false).clicked() {
                brush.kinds = false;
                brush.chosen = None;
                brush.sketch = Some((None, Sketch::begun(&see.view(), kind, brush.writing.to)));
            }
        }
    });
}

/// The clause in the making. It goes into the paper once it names all it must.
pub(super) fn form(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let Some((at, mut sketch)) = brush.sketch.clone() else {
        return;
    };
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let to = brush.writing.to;
    let left = pressed(ui.ctx(), Key::Escape);
    ui.add_space(10.0);
    let mut written = None;
    let mut leaves = left;
    inset(ui, look, |ui| {
        ui.set_min_width(ui.available_width());
        text(
            ui,
            Type::Option,
            look.ink.ink,
            &clause_kind(texts, sketch.kind),
        );
        for field in sketch.kind.fields() {
            ui.add_space(6.0);
            self::field(ui, see, to, *field, &mut sketch);
        }
        ui.add_space(10.0);
        let clause = sketch.clause(&bargain::form(texts, sketch.rank));
        let (kind, note) = match (&clause, sketch.missing()) {
            (Some(clause), _) => {
                let words = sentence(&conditions::clause(texts, &view, clause));
                (CommandKind::Primary, words)
            }
            (None, missing) => (
                CommandKind::Closed,
                tr!(
                    texts,
                    "brush-missing",
                    field = missing.map_or_else(String::new, |f| label(texts, f, sketch.kind))
                ),
            ),
        };
        text(ui, Type::Italic, look.ink.ink2, &note);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
            let words = texts.t("brush-write-in");
            let clicked = command(ui, look, "Enter", &words, "", kind).clicked();
            // Enter presses whatever has the focus, if anything has.
            let free = ui.memory(|m| m.focused().is_none());
            if clause.is_some() && (clicked || free && pressed(ui.ctx(), Key::Enter)) {
                written = clause;
            }
            let words = texts.t("brush-leave");
            leaves |= command(ui, look, "Esc", &words, "", CommandKind::Plain).clicked();
        });
    });
    if let Some(clause) = written {
        match at.filter(|at| *at < brush.writing.clauses.len()) {
            Some(at) => {
                brush.writing.clauses[at] = clause;
                brush.chosen = Some(at);
            }
            None => brush.writing.clauses.push(clause),
        }
        brush.sketch = None;
        picks::forget(ui);
    } else if leaves {
        brush.sketch = None;
        picks::forget(ui);
    } else {
        brush.sketch = Some((at, sketch));
    }
}

/// What a field asks for.
fn label(texts: &Texts, field: Field, kind: ClauseKind) -> String {
    texts.t(match field {
        Field::By if kind == ClauseKind::Border => "brush-field-north",
        Field::By => "brush-field-by",
        Field::Good => "brush-field-good",
        Field::Amount => "brush-field-amount",
        Field::Every => "brush-field-every",
        Field::Place | Field::Places => "brush-field-place",
        Field::At => "brush-field-at",
        Field::Person => "brush-field-person",
        Field::Third => "brush-field-third",
        Field::River => "brush-field-river",
        Field::Rank => "brush-field-rank",
        Field::Xun if kind == ClauseKind::Truce => "brush-field-for",
        Field::Xun => "brush-field-xun",
        Field::Words => "brush-field-words",
    })
}

fn field(ui: &mut Ui, see: &Sight<'_>, to: CourtId, field: Field, sketch: &mut Sketch) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let asked = text(
        ui,
        Type::Strong,
        look.ink.ink,
        &label(texts, field, sketch.kind),
    );
    let own = view.court();
    let chips = |ui: &mut Ui, list: Vec<(String, bool)>| -> Option<usize> {
        let mut picked = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for (i, (words, on)) in list.into_iter().enumerate() {
                if chip(ui, look, &words, on).clicked() {
                    picked = Some(i);
                }
            }
        });
        picked
    };
    match field {
        Field::By => {
            let sides = [own, to];
            let list = sides.map(|c| (names::court(book, c), sketch.by == c));
            if let Some(i) = chips(ui, list.into()) {
                if sketch.by != sides[i] {
                    // Places and people are one side's or the other's.
                    (sketch.place, sketch.person) = (None, None);
                    sketch.places.clear();
                }
                sketch.by = sides[i];
            }
        }
        Field::Good => {
            let list = GOODS.map(|g| (capital(&good(texts, g)), sketch.good == g));
            if let Some(i) = chips(ui, list.into()) {
                sketch.good = GOODS[i];
            }
        }
        Field::Amount => amount(ui, see, asked.id, sketch),
        Field::Every => {
            let word = |every| tr!(texts, "brush-every", every = bargain::every(every));
            let list = Every::ALL.map(|every| (word(every), sketch.every == every));
            if let Some(i) = chips(ui, list.into()) {
                sketch.every = Every::ALL[i];
            }
        }
        Field::Xun => {
            ui.horizontal(|ui| {
                let edit = DragValue::new(&mut sketch.xun).range(1..=200).speed(0.2);
                ui.add_sized([96.0, 40.0], edit).labelled_by(asked.id);
                let days = tr!(texts, "brush-xun", n = sketch.xun);
                text(ui, Type::Note, look.ink.ink2, &days);
            });
        }
        Field::Place | Field::Places | Field::At => picks::places(ui, see, to, field, sketch),
        Field::Person => picks::people(ui, see, to, sketch),
        Field::Third => {
            let thirds: Vec<CourtId> = super::waiting::others(see)
                .into_iter()
                .filter(|c| *c != to)
                .collect();
            if thirds.is_empty() {
                text(ui, Type::Note, look.ink.song, &texts.t("brush-no-third"));
            }
            let list = thirds
                .iter()
                .map(|c| (names::court(book, *c), sketch.third == Some(*c)))
                .collect();
            if let Some(i) = chips(ui, list) {
                sketch.third = Some(thirds[i]);
            }
        }
        Field::River => {
            let rivers = [River::Yellow, River::Huai, River::Yangzi];
            let list = rivers.map(|r| (capital(&bargain::river(texts, r)), sketch.river == r));
            if let Some(i) = chips(ui, list.into()) {
                sketch.river = rivers[i];
            }
        }
        Field::Rank => {
            let ranks = [Rank::Equal, Rank::Younger, Rank::Nephew, Rank::Subject];
            let list = ranks.map(|r| (capital(&bargain::rank(texts, r)), sketch.rank == r));
            if let Some(i) = chips(ui, list.into()) {
                sketch.rank = ranks[i];
                sketch.form = None;
            }
        }
        Field::Words => {
            line_edit(ui, look, &texts.t("brush-words-hint"), &mut sketch.words);
        }
    }
}

/// How much: less and more by halves and doubles, and the number itself to be typed.
fn amount(ui: &mut Ui, see: &Sight<'_>, label: egui::Id, sketch: &mut Sketch) {
    let (look, texts) = (see.look, see.texts());
    // A clause that was written for more keeps what it says.
    let most = match sketch.kind {
        ClauseKind::Guard => MOST_GUARDS,
        _ => most(&see.view(), sketch.by, sketch.good),
    }
    .max(sketch.amount)
    .max(1);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        if chip(ui, look, &texts.t("brush-half"), false).clicked() {
            sketch.amount = (sketch.amount / 2).max(1);
        }
        let edit = DragValue::new(&mut sketch.amount)
            .range(1..=most)
            .speed(1_000.0)
            .custom_formatter(|n, _| number(n as i64))
            .custom_parser(|typed| {
                let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
                digits.parse().ok()
            });
        ui.add_sized([136.0, 40.0], edit).labelled_by(label);
        if chip(ui, look, &texts.t("brush-double"), false).clicked() {
            sketch.amount = sketch.amount.saturating_mul(2).min(most);
        }
        let words = if sketch.kind == ClauseKind::Guard {
            return;
        } else if sketch.by == see.desk.court {
            let have = see.view().realm().treasury[sketch.good as usize];
            tr!(texts, "brush-have", n = number(have))
        } else {
            let have = see.view().believed(sketch.by, sketch.good);
            tr!(
                texts,
                "brush-believed",
                n = about(u32::try_from(have).unwrap_or(u32::MAX))
            )
        };
        text(ui, Type::Note, look.ink.ink2, &words);
    });
}
