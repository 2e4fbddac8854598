//! The matter that lies open: the memorial with its title slip, its courses, and, once it is decided, what that did.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::super::desk::Panel;
use super::super::intent::Intent;
use super::super::layout::Room;
use super::super::look::Type;
use super::super::reckoned::reckoned;
use super::super::sight::Sight;
use super::super::widgets::{
    self, CommandKind, command, key_chip, link, running, runs, section, slip,
};
use super::{chosen, end, options, patience};
use crate::base::date::Turn;
use crate::base::ids::DecisionId;
use crate::engine::Ask;
use crate::prose::texts::tr;
use crate::prose::{names, sentence};

/// From the left edge of the slip to the text.
const TEXT_AT: f32 = 64.0;
/// A line of a memorial is never longer than this.
const MEASURE: f32 = 576.0;
/// Width of margin notes, and the gap before them.
const MARGIN: (f32, f32) = (148.0, 24.0);

/// Which decision was last brought into view: the turn, the matter, and the asks by then.
type Decided = (Turn, DecisionId, usize);
/// Where that is kept.
const DECIDED: &str = "council-decided-in-view";

/// One matter with everything that belongs to it.
pub(super) fn matter(ui: &mut Ui, see: &Sight<'_>, decision: DecisionId, out: &mut Vec<Intent>) {
    let texts = see.texts();
    memorial(ui, see, decision, out);
    ui.add_space(8.0);
    section(
        ui,
        see.look,
        &texts.t("matter-counsel"),
        &texts.t("matter-counsel-zh"),
    );
    ui.scope(|ui| options::options(ui, see, decision, out));
    if chosen(see, decision).is_some() {
        decided(ui, see, decision, out);
    } else {
        // Decided again after it was taken back, it is shown again.
        ui.data_mut(|data| data.remove::<Decided>(egui::Id::new(DECIDED)));
    }
}

/// What it is, which of how many, how long it waits; and the way back to the table.
fn head(ui: &mut Ui, see: &Sight<'_>, decision: DecisionId, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let matters = see
        .session
        .seat(see.desk.court)
        .map_or(&[][..], |s| &s.matters);
    let at = matters.iter().position(|d| *d == decision).unwrap_or(0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let again = see.view().laid_before(decision);
        let kind = texts.t(if again {
            "matter-memorial-again"
        } else {
            "matter-memorial"
        });
        widgets::text(ui, Type::Italic, ink.ink2, &kind);
        if see.layout.room == Room::Small {
            let zh = &see.book().decisions[decision.index()].title_zh;
            widgets::text(ui, Type::Slip, ink.ink, zh);
        }
        if matters.len() > 1 {
            let which = tr!(texts, "matter-which", n = at + 1, of = matters.len());
            widgets::text(ui, Type::Note, ink.ink2, &which);
        }
        if chosen(see, decision).is_none() {
            let last = see.session.patience(see.desk.court, decision) == 0;
            let colour = if last { ink.song } else { ink.ink2 };
            widgets::text(ui, Type::Note, colour, &patience(see, decision));
        }
        ui.add_space(8.0);
        key_chip(ui, see.look, "N");
        if link(ui, see.look, Type::Note, &texts.t("matter-table")).clicked() {
            out.push(Intent::Overview);
        }
    });
}

/// The slip, the title, the text, and who is named in it.
fn memorial(ui: &mut Ui, see: &Sight<'_>, decision: DecisionId, out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let book = &see.book().decisions[decision.index()];
    let said = reckoned(ui, see, "brief", decision, || {
        let brief = view.brief(decision);
        let named = names::named(texts, &view, &brief);
        (brief, named)
    });
    let (brief, named) = &*said;
    let whole = ui.available_rect_before_wrap();
    let small = see.layout.room == Room::Small;
    let noted = see.layout.room == Room::Wide && !named.is_empty();
    let left = match book.title_zh.chars().count() {
        _ if small => 0.0,
        // Such a title takes two columns.
        11.. => TEXT_AT + 27.0,
        _ => TEXT_AT,
    };
    let room = whole.width() - left;
    let below = |top: f32, x: f32, width: f32| {
        Rect::from_min_size(pos2(whole.min.x + x, top), vec2(width, 64.0))
    };
    let mut title = ui.new_child(UiBuilder::new().id_salt("title").max_rect(below(
        whole.min.y,
        left,
        room,
    )));
    title.spacing_mut().item_spacing.y = 4.0;
    head(&mut title, see, decision, out);
    runs(&mut title, &[(Type::Heading, ink.ink, &book.title)]);
    let top = title.min_rect().max.y + 4.0;
    let measure = if noted {
        room - MARGIN.0 - MARGIN.1
    } else {
        room
    };
    let measure = measure.min(MEASURE);
    let mut text = ui.new_child(
        UiBuilder::new()
            .id_salt("memorial")
            .max_rect(below(top, left, measure)),
    );
    running(&mut text, see, brief, Type::Read, ink.ink, measure, out);
    if !named.is_empty() && !noted {
        let line = tr!(texts, "council-named", list = named.join("; "));
        runs(&mut text, &[(Type::Note, ink.ink2, &line)]);
    }
    let mut bottom = text.min_rect().max.y;
    if noted {
        let x = left + room - MARGIN.0;
        let mut notes = ui.new_child(
            UiBuilder::new()
                .id_salt("named")
                .max_rect(below(top, x, MARGIN.0)),
        );
        notes.spacing_mut().item_spacing.y = 6.0;
        runs(
            &mut notes,
            &[(Type::NoteItalic, ink.ink2, &texts.t("matter-named"))],
        );
        for name in named {
            runs(&mut notes, &[(Type::Note, ink.ink2, &sentence(name))]);
        }
        let end = notes.min_rect().max.y;
        bottom = bottom.max(end);
        ui.painter().vline(
            whole.min.x + x - 12.0,
            top..=end,
            egui::Stroke::new(1.0, ink.rule),
        );
    }
    if !small {
        let tall = (bottom - whole.min.y).max(64.0);
        let mut side = ui.new_child(UiBuilder::new().id_salt("slip").max_rect(below(
            whole.min.y,
            0.0,
            left - 20.0,
        )));
        let drawn = slip(&mut side, see.look, &book.title_zh, tall);
        bottom = bottom.max(drawn.rect.max.y);
    }
    ui.allocate_space(vec2(whole.width(), bottom - whole.min.y));
}

/// What the choice did at once, and what to do next.
fn decided(ui: &mut Ui, see: &Sight<'_>, decision: DecisionId, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    ui.add_space(8.0);
    let top = ui.cursor().min;
    section(
        ui,
        see.look,
        &texts.t("matter-decided"),
        &texts.t("matter-decided-zh"),
    );
    // What an order did after it is not what was decided here.
    let last = see
        .session
        .asks()
        .iter()
        .rev()
        .find(|(by, _)| *by == see.desk.court);
    let here =
        matches!(last, Some((_, Ask::Choose { decision: chosen, .. })) if *chosen == decision);
    if here && (see.desk.chosen == Some(decision) || see.desk.matter == Some(decision)) {
        for line in &see.desk.done {
            runs(ui, &[(Type::Body, ink.ink, line)]);
        }
    }
    runs(
        ui,
        &[(Type::NoteItalic, ink.ink2, &texts.t("matter-decided-note"))],
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        match see.session.waiting(see.desk.court).first() {
            Some((_, next)) => {
                let title = &see.book().decisions[next.index()].title;
                let words = tr!(texts, "matter-next", title = title.as_str());
                if command(ui, see.look, "Enter", &words, "", CommandKind::Plain).clicked() {
                    out.push(Intent::Matter(*next));
                }
            }
            None => {
                if command(
                    ui,
                    see.look,
                    "E",
                    &tr!(
                        texts,
                        "table-end",
                        of = crate::prose::house::stretch(see.book().sits)
                    ),
                    "",
                    CommandKind::Plain,
                )
                .clicked()
                {
                    out.push(end(see));
                }
                let orders = texts.t("table-orders");
                if command(ui, see.look, "O", &orders, "", CommandKind::Plain).clicked() {
                    out.push(Intent::Show(Panel::Orders));
                }
            }
        }
        let back = texts.t("matter-undo");
        if command(ui, see.look, "Z", &back, "", CommandKind::Plain).clicked() {
            out.extend(super::undo(see));
        }
    });
    // What was just decided is shown, wherever the list of courses was scrolled to.
    let id = egui::Id::new(DECIDED);
    let now: Decided = (see.view().turn(), decision, see.session.asks().len());
    if ui.data(|data| data.get_temp(id)) != Some(now) {
        ui.data_mut(|data| data.insert_temp(id, now));
        let whole = Rect::from_min_max(top, ui.min_rect().max);
        ui.scroll_to_rect_animation(whole, None, egui::style::ScrollAnimation::none());
    }
}
