//! The courses of a matter: each with its key, its cost, and under it nobody but those who argue for it.

use egui::{
    Rect, Sense, Shape, Ui, UiBuilder, WidgetInfo, WidgetType, layers::ShapeIdx, pos2, vec2,
};

use super::super::intent::Intent;
use super::super::look::{Holder, Type};
use super::super::sight::Sight;
use super::super::widgets::{
    CommandKind, command, key_chip, link, paint_key, pale_seal, runs, seal,
};
use super::opening::opening;
use super::{chosen, table::hairline};
use crate::base::ids::{DecisionId, OptionId};
use crate::engine::Ask;
use crate::prose::numbers::goods_list;
use crate::prose::texts::tr;
use crate::prose::{names, sentence};
use crate::scenario::language::Grade;
use crate::scenario::model::{Choice, Voice};
use crate::table::lifts;

/// Side of a seal beside a voice.
const SEAL: f32 = 56.0;
/// The least height of a row.
const ROW: f32 = 84.0;

/// Every course, in the order shown.
pub(super) fn options(ui: &mut Ui, see: &Sight<'_>, matter: DecisionId, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (row, option) in names::options(see.book(), matter).into_iter().enumerate() {
        course(ui, see, matter, row, option, out);
        hairline(ui, see);
    }
}

/// What is the case with a course.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Closed,
    Chosen,
    Passed,
}

fn course(
    ui: &mut Ui,
    see: &Sight<'_>,
    matter: DecisionId,
    row: usize,
    option: OptionId,
    out: &mut Vec<Intent>,
) {
    let decision = &see.book().decisions[matter.index()];
    let choice = &decision.options[option.index()];
    let state = match chosen(see, matter) {
        Some(done) if done == option => State::Chosen,
        Some(_) => State::Passed,
        None if see.view().may_choose(matter, option).is_ok() => State::Open,
        None => State::Closed,
    };
    let view = see.view();
    let voices: Vec<&Voice> = view.voices_for(matter, option).map(|(_, v)| v).collect();
    let focused = state != State::Passed && see.desk.focus == Some(row);
    let behind = ui.painter().add(Shape::Noop);
    let laid = ui.scope_builder(
        UiBuilder::new()
            .id_salt(("option", row))
            .sense(Sense::click()),
        |ui| {
            ui.style_mut().interaction.selectable_labels = false;
            ui.spacing_mut().item_spacing.y = 2.0;
            let whole = ui.available_rect_before_wrap();
            let seal_at = if whole.width() > 620.0 { 268.0 } else { 212.0 };
            let column = |x: f32, until: f32| {
                Rect::from_min_max(
                    pos2(whole.min.x + x, whole.min.y + 6.0),
                    pos2(whole.min.x + until, whole.max.y.max(whole.min.y + ROW)),
                )
            };
            let mut key = ui.new_child(UiBuilder::new().id_salt("key").max_rect(column(0.0, 32.0)));
            digit(&mut key, see, row, state);
            let mut left = ui.new_child(
                UiBuilder::new()
                    .id_salt("course")
                    .max_rect(column(32.0, seal_at - 12.0)),
            );
            what(&mut left, see, matter, option, state, out);
            if focused && state == State::Open {
                left.add_space(4.0);
                let words = see.texts().t("option-seal");
                if command(
                    &mut left,
                    see.look,
                    "Enter",
                    &words,
                    "",
                    CommandKind::Primary,
                )
                .clicked()
                {
                    out.push(choose(matter, option));
                }
            }
            let mut bottom = left.min_rect().max.y.max(whole.min.y + ROW - 12.0);
            for (i, voice) in voices.iter().enumerate() {
                let top = if i == 0 {
                    whole.min.y + 4.0
                } else {
                    bottom + 10.0
                };
                let area = Rect::from_min_max(
                    pos2(whole.min.x + seal_at, top),
                    pos2(whole.max.x, top + ROW),
                );
                let spoken = speech(ui, see, voice, i, area, state);
                bottom = if i == 0 { bottom.max(spoken) } else { spoken };
            }
            ui.allocate_rect(
                Rect::from_min_max(whole.min, pos2(whole.max.x, bottom + 8.0)),
                Sense::hover(),
            );
        },
    );
    let response = laid.response;
    let label = label(see, row, choice, &voices, state);
    response.widget_info(|| {
        WidgetInfo::selected(
            WidgetType::RadioButton,
            state == State::Open,
            state == State::Chosen,
            &label,
        )
    });
    ground(
        ui,
        see,
        behind,
        response.rect,
        focused || response.has_focus(),
        focused || state == State::Chosen,
    );
    if response.clicked() && matches!(state, State::Open | State::Closed) {
        out.push(Intent::Focus(row));
    }
    into_view(ui, see, matter, row, &response);
}

/// The digit of a course: in a dashed box where it is closed.
fn digit(ui: &mut Ui, see: &Sight<'_>, row: usize, state: State) {
    let words = (row + 1).to_string();
    if state == State::Closed {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        paint_key(ui, rect, &words, see.look.ink.ink3, true);
    } else {
        key_chip(ui, see.look, &words);
    }
}

/// What choosing a course asks for.
pub(super) const fn choose(decision: DecisionId, option: OptionId) -> Intent {
    Intent::Ask(Ask::Choose { decision, option })
}

/// The ground of a row that has the focus or was chosen: a shade outdented to the sheet's edge, and the cinnabar edge.
pub(super) fn ground(ui: &Ui, see: &Sight<'_>, at: ShapeIdx, row: Rect, shaded: bool, edged: bool) {
    let ink = &see.look.ink;
    let rect = row.expand2(vec2(16.0, 0.0));
    let mut shapes = Vec::new();
    if shaded {
        shapes.push(Shape::rect_filled(rect, 0.0, ink.lo));
    }
    if edged {
        let edge = Rect::from_min_max(rect.min, pos2(rect.min.x + 4.0, rect.max.y));
        shapes.push(Shape::rect_filled(edge, 0.0, ink.song));
    }
    ui.painter().set(at, Shape::Vec(shapes));
}

/// Brings a row into view when the focus comes to it, once.
fn into_view(ui: &Ui, see: &Sight<'_>, matter: DecisionId, row: usize, response: &egui::Response) {
    if see.desk.focus != Some(row) {
        return;
    }
    let now = (matter, row);
    let id = egui::Id::new("council-row-in-view");
    let before = ui.data(|data| data.get_temp::<(DecisionId, usize)>(id));
    if before != Some(now) {
        ui.data_mut(|data| data.insert_temp(id, now));
        response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
    }
}

/// What a course is, what it costs, and why it is closed where it is.
fn what(
    ui: &mut Ui,
    see: &Sight<'_>,
    matter: DecisionId,
    option: OptionId,
    state: State,
    out: &mut Vec<Intent>,
) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let choice = &see.book().decisions[matter.index()].options[option.index()];
    let faded = matches!(state, State::Closed | State::Passed);
    let (strong, weak) = if faded {
        (ink.ink3, ink.ink3)
    } else {
        (ink.ink, ink.ink2)
    };
    runs(ui, &[(Type::Option, strong, &choice.label)]);
    if state == State::Chosen {
        runs(ui, &[(Type::Strong, ink.song, &texts.t("option-chosen"))]);
    }
    if state == State::Closed
        && let Some(opening) = opening(see, matter, option)
    {
        let why = opening.why.join(" ");
        runs(
            ui,
            &[
                (Type::Note, ink.song, &texts.t("option-closed")),
                (Type::Note, ink.ink2, " "),
                (Type::Note, ink.ink2, &why),
            ],
        );
        if !opening.how.is_empty() {
            if opening.way.is_empty() {
                runs(ui, &[(Type::Note, ink.ink2, &opening.how)]);
            } else if link(ui, see.look, Type::Note, &opening.how).clicked() {
                out.extend(opening.way);
            }
        }
    }
    if !choice.cost.is_empty() {
        let cost = tr!(
            texts,
            "council-cost",
            cost = goods_list(texts, &choice.cost)
        );
        runs(
            ui,
            &[(Type::Note, if faded { ink.ink3 } else { ink.ink }, &cost)],
        );
    }
    if !choice.detail.is_empty() {
        runs(ui, &[(Type::Note, weak, &choice.detail)]);
    }
    if !faded && let Some(words) = lifts::sentence(texts, &see.view(), &choice.effects) {
        runs(ui, &[(Type::Note, ink.song, &words)]);
    }
    if choice.grade == Grade::Conjectural {
        let voiced = see.view().voices_for(matter, option).next().is_some();
        let note = texts.t(if voiced {
            "council-conjectural-voices"
        } else {
            "council-conjectural"
        });
        runs(ui, &[(Type::NoteItalic, weak, &note)]);
    }
}

/// One voice. Says where it ends.
fn speech(
    ui: &mut Ui,
    see: &Sight<'_>,
    voice: &Voice,
    index: usize,
    area: Rect,
    state: State,
) -> f32 {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let (strong, weak) = if state == State::Passed {
        (ink.ink3, ink.ink3)
    } else {
        (ink.ink, ink.ink2)
    };
    let name = names::name(&view, voice.who);
    let zh = names::name_zh(&view, voice.who);
    let office = names::office(texts, &view, voice.who);
    let holder = Holder::of(see.book(), Some(see.desk.court));
    let side = Rect::from_min_size(area.min + vec2(0.0, 4.0), vec2(SEAL, SEAL));
    let mut beside = ui.new_child(UiBuilder::new().id_salt(("seal", index)).max_rect(side));
    if state == State::Passed {
        pale_seal(&mut beside, see.look, &zh, holder, SEAL, &name);
    } else {
        seal(&mut beside, see.look, &zh, holder, SEAL, &name);
    }
    let mut words = ui.new_child(UiBuilder::new().id_salt(("voice", index)).max_rect(
        Rect::from_min_max(pos2(area.min.x + SEAL + 12.0, area.min.y), area.max),
    ));
    words.spacing_mut().item_spacing.y = 0.0;
    let office = office.map_or_else(String::new, |office| format!(", {office}"));
    runs(
        &mut words,
        &[
            (Type::Strong, strong, &name),
            (Type::Note, weak, " "),
            (Type::Note, weak, &zh),
            (Type::Note, weak, &office),
        ],
    );
    runs(&mut words, &[(Type::Body, strong, &voice.says)]);
    if !voice.expects.is_empty() {
        let expects = tr!(texts, "council-expects", expects = voice.expects.as_str());
        runs(&mut words, &[(Type::Italic, weak, &expects)]);
    }
    words.min_rect().max.y.max(side.max.y)
}

/// What a screen reader says of a course.
fn label(see: &Sight<'_>, row: usize, choice: &Choice, voices: &[&Voice], state: State) -> String {
    let (texts, view) = (see.texts(), see.view());
    let mut label = tr!(
        texts,
        "option-label",
        n = row + 1,
        label = sentence(&choice.label)
    );
    match state {
        State::Closed => label.push_str(&format!(" {}", texts.t("option-closed"))),
        State::Chosen => label.push_str(&format!(" {}", texts.t("option-chosen"))),
        State::Open | State::Passed => {}
    }
    if !choice.cost.is_empty() {
        let cost = tr!(
            texts,
            "council-cost",
            cost = goods_list(texts, &choice.cost)
        );
        label.push_str(&format!(" {cost}"));
    }
    for voice in voices {
        let name = names::name(&view, voice.who);
        let who = names::office(texts, &view, voice.who)
            .map_or_else(|| name.clone(), |office| format!("{name}, {office}"));
        label.push_str(&format!(" {}", tr!(texts, "option-argued", who = who)));
    }
    label
}
