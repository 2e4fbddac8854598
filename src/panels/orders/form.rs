//! The order being made: what it names, part by part, what it costs, and whether it may be given.

use egui::{Key, TextEdit, Ui};

use super::candidates::{self, PROCLAMATIONS, Pick};
use super::kinds::{does, names, parts, title, without};
use super::parts::{Row, State, boxed, enter, hit, row, taken};
use super::refused::refusal;
use super::words;
use crate::base::ids::{PersonId, PlaceId};
use crate::engine::Ask;
use crate::orders::OrderNow;
use crate::panels::desk::{Aim, OrderKind, order_of};
use crate::panels::intent::Intent;
use crate::panels::keys::DIGITS;
use crate::panels::layout::Room;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{CommandKind, command, text};
use crate::prose::numbers::{big, edicts, good, join, number};
use crate::prose::texts::{Texts, tr};
use crate::prose::{orders, sentence};
use crate::rules::check::Refusal;
use crate::rules::formulas::costs::Cost;
use crate::table::lifts::thrones;
use crate::table::war::outlook;
use crate::table::ways::Part;
use crate::view::View;

/// So many rows of a list are shown, unless it is of armies; a search finds the others.
const SHOWN: usize = DIGITS.len();

/// What the form remembers between frames: nothing that any other part needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Memory {
    /// The kind it is for; for another it begins anew.
    kind: Option<OrderKind>,
    /// The part that was opened though it is named.
    open: Option<Part>,
    /// The row of the list with the keyboard's focus.
    at: usize,
    /// What the list is searched for.
    search: String,
    /// Whether the search had the keyboard in the last frame.
    typing: bool,
    /// The frame in which the form was last drawn.
    frame: u64,
}

fn id() -> egui::Id {
    egui::Id::new("order_form")
}

fn memory(ui: &Ui) -> Memory {
    ui.data(|d| d.get_temp(id())).unwrap_or_default()
}

fn keep(ui: &Ui, memory: Memory) {
    ui.data_mut(|d| d.insert_temp(id(), memory));
}

/// Opens a part of the order to be named anew.
pub(super) fn open(ui: &Ui, part: Part) {
    let mut memory = memory(ui);
    memory.open = Some(part);
    memory.at = 0;
    memory.search.clear();
    keep(ui, memory);
}

/// The intent that gives the order of an aim, once it names all it must: in the place of the one it replaces, if it replaces one.
#[must_use]
pub fn give(aim: &Aim) -> Option<Intent> {
    let ask = Ask::Order(order_of(aim)?);
    Some(match aim.replaces {
        Some(index) => Intent::Replace { index, ask },
        None => Intent::Ask(ask),
    })
}

/// Whether the order may be given, where it is to stand.
fn may(see: &Sight<'_>, aim: &Aim, order: &OrderNow) -> Result<(), Refusal> {
    see.may_order(order, aim.replaces)
}

/// Draws the form.
pub(super) fn form(ui: &mut Ui, see: &Sight<'_>, aim: &Aim, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let mut memory = memory(ui);
    let frame = ui.ctx().cumulative_frame_nr();
    // Where another panel was up meanwhile, what comes now is another order: a part that lay open there is not to hide what it names.
    if memory.kind != Some(aim.kind) || frame > memory.frame + 1 {
        memory = Memory {
            kind: Some(aim.kind),
            ..Memory::default()
        };
    }
    memory.frame = frame;
    // The part that is asked for: one that was opened again, else the first that is not named.
    let wanted = parts(aim.kind);
    let asked = memory
        .open
        .filter(|part| wanted.contains(part))
        .or_else(|| wanted.iter().copied().find(|part| !names(aim, *part)));

    head(ui, see, aim, &mut memory, out);
    for part in wanted {
        if *part == Part::Amount {
            amount(ui, see, aim, asked == Some(Part::Amount), out);
            continue;
        }
        if asked == Some(*part) {
            text(
                ui,
                Type::Strong,
                ink.ink,
                &words::question(texts, aim.kind, *part),
            );
            list(ui, see, aim, *part, &mut memory, out);
        } else if named(ui, see, aim, *part) {
            memory.open = Some(*part);
            memory.at = 0;
            memory.search.clear();
        }
        ui.add_space(4.0);
    }
    ui.add_space(4.0);
    match order_of(aim) {
        None => {
            let missing: Vec<String> = wanted
                .iter()
                .filter(|part| !names(aim, **part))
                .map(|part| words::part(texts, *part))
                .collect();
            let note = tr!(texts, "orders-missing", parts = join(texts, &missing));
            let words = texts.t("orders-give");
            command(ui, see.look, "Enter", &words, &note, CommandKind::Closed);
        }
        Some(order) => {
            costs(ui, see, aim, &order);
            match may(see, aim, &order) {
                Ok(()) => {
                    let words = texts.t(if aim.replaces.is_some() {
                        "orders-give-instead"
                    } else {
                        "orders-give"
                    });
                    let pressed =
                        command(ui, see.look, "Enter", &words, "", CommandKind::Primary).clicked();
                    let entered = asked.is_none_or(|part| part == Part::Amount) && enter(ui);
                    if (pressed || entered)
                        && let Some(intent) = give(aim)
                    {
                        memory = Memory::default();
                        out.push(intent);
                    }
                }
                Err(why) => {
                    keep(ui, memory.clone());
                    refusal(ui, see, &Ask::Order(order), &why, Some(aim), out);
                    memory = self::memory(ui);
                }
            }
        }
    }
    keep(ui, memory);
}

/// The kind, what it does, and the way out of the form.
fn head(ui: &mut Ui, see: &Sight<'_>, aim: &Aim, memory: &mut Memory, out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    ui.horizontal(|ui| {
        text(ui, Type::Option, ink.ink, &title(texts, aim.kind));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = texts.t("orders-leave");
            let label = texts.t("orders-leave-label");
            if boxed(ui, see.look, &words, &label, true).clicked() {
                *memory = Memory::default();
                out.push(Intent::Aim(None));
            }
        });
    });
    if taken(ui, Key::Escape) {
        if memory.typing {
            memory.typing = false;
            memory.search.clear();
        } else if memory.open.is_some() {
            memory.open = None;
        } else {
            *memory = Memory::default();
            out.push(Intent::Aim(None));
        }
    }
    if let Some(index) = aim.replaces {
        let changed = tr!(texts, "orders-changes", n = index + 1);
        text(ui, Type::Note, ink.warn, &changed);
    }
    text(ui, Type::NoteItalic, ink.ink2, &does(texts, aim.kind));
    if order_of(aim).is_none() {
        let cost = super::kinds::cost(texts, &view, aim.kind);
        text(ui, Type::Note, ink.ink2, &cost);
    }
    ui.add_space(4.0);
}

/// A part that is named, in a row that opens it again. Says whether it was pressed.
fn named(ui: &mut Ui, see: &Sight<'_>, aim: &Aim, part: Part) -> bool {
    let (texts, view) = (see.texts(), see.view());
    let key = key_of(part);
    let title = words::part(texts, part);
    let Some(pick) = picked(aim, part) else {
        text(
            ui,
            Type::Note,
            see.look.ink.ink3,
            &tr!(texts, "orders-then", part = title),
        );
        return false;
    };
    let name = words::name(texts, &view, pick);
    let label = tr!(
        texts,
        "orders-field-label",
        part = title,
        name = name.as_str()
    );
    let response = row(
        ui,
        see.look,
        &Row {
            key: key.name(),
            title: &name,
            note: &words::note(texts, &view, &without(aim.clone(), part), pick),
            warning: "",
            label: &label,
            state: State::Open,
        },
    );
    response.clicked() || hit(ui, key)
}

/// The letter that opens a part again: none that a panel or a key of the turn has.
const fn key_of(part: Part) -> Key {
    match part {
        Part::Army => Key::A,
        Part::Place => Key::L,
        Part::Person => Key::W,
        Part::Post => Key::S,
        Part::Draft => Key::D,
        Part::Amount => Key::U,
        Part::What => Key::V,
    }
}

fn picked(aim: &Aim, part: Part) -> Option<Pick> {
    match part {
        Part::Army => aim.army.map(Pick::Army),
        Part::Place => aim.place.map(Pick::Place),
        Part::Person => aim.person.map(Pick::Person),
        Part::Post => aim.post.map(Pick::Post),
        Part::Draft => aim.draft.map(Pick::Draft),
        Part::What => aim.what.map(Pick::What),
        Part::Amount => None,
    }
}

/// Everything a part could be, the sensible first.
fn choices(texts: &Texts, view: &View<'_>, aim: &Aim, part: Part) -> Vec<Pick> {
    match part {
        Part::Army => candidates::armies(view, aim)
            .into_iter()
            .map(Pick::Army)
            .collect(),
        Part::Place => candidates::places(view, aim)
            .into_iter()
            .map(Pick::Place)
            .collect(),
        Part::Person => candidates::people(texts, view, aim)
            .into_iter()
            .map(Pick::Person)
            .collect(),
        Part::Post => view.posts().map(Pick::Post).collect(),
        Part::Draft => candidates::drafts(view, aim.kind)
            .into_iter()
            .map(Pick::Draft)
            .collect(),
        Part::What => PROCLAMATIONS.into_iter().map(Pick::What).collect(),
        Part::Amount => Vec::new(),
    }
}

/// What a search finds: places and people anywhere, and what else is in the list.
fn searched(texts: &Texts, view: &View<'_>, aim: &Aim, part: Part, search: &str) -> Vec<Pick> {
    let words = search.trim().to_lowercase();
    if words.is_empty() {
        return choices(texts, view, aim, part);
    }
    let all: Vec<Pick> = match part {
        Part::Place => {
            let from = candidates::origin(view, aim);
            let mut places: Vec<PlaceId> = view.places().collect();
            places.sort_by_key(|place| (view.book().atlas.km(from, *place), *place));
            places.into_iter().map(Pick::Place).collect()
        }
        Part::Person => (0..view.book().people.len())
            .map(PersonId::of)
            .filter(|who| crate::prose::names::office(texts, view, *who).is_some())
            .map(Pick::Person)
            .collect(),
        _ => choices(texts, view, aim, part),
    };
    let mut found: Vec<(bool, Pick)> = all
        .into_iter()
        .filter_map(|pick| {
            let name = words::name(texts, view, pick).to_lowercase();
            if matches!(pick, Pick::Army(army) if view.number_of(army).to_string() == words) {
                return Some((true, pick));
            }
            let begins = name.split(' ').any(|word| word.starts_with(&words));
            name.contains(&words).then_some((begins, pick))
        })
        .collect();
    // A word that begins so comes first: "han" means Han Shizhong before Zhang Jun.
    found.sort_by_key(|(begins, _)| !begins);
    found.into_iter().map(|(_, pick)| pick).collect()
}

/// The list of what a part could be, with its search.
fn list(
    ui: &mut Ui,
    see: &Sight<'_>,
    aim: &Aim,
    part: Part,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let found = searched(texts, &view, aim, part, &memory.search);
    let searches = matches!(part, Part::Place | Part::Person) || found.len() > SHOWN;
    if searches || !memory.search.is_empty() {
        search(ui, see, part, memory);
    }
    // An army in the field is picked by its number, which it keeps; whatever else by its row.
    let numbered = part == Part::Army && aim.kind != OrderKind::Raise;
    let shown = if numbered {
        found.len()
    } else {
        found.len().min(SHOWN)
    };
    let was = memory.at;
    if taken(ui, Key::ArrowDown) {
        memory.at = (memory.at + 1).min(shown.saturating_sub(1));
    }
    if taken(ui, Key::ArrowUp) {
        memory.at = memory.at.saturating_sub(1);
    }
    memory.at = memory.at.min(shown.saturating_sub(1));
    let mut pick = None;
    let typed = memory.typing && taken(ui, Key::Enter);
    if (typed || enter(ui)) && shown > 0 {
        pick = Some(found[memory.at]);
    }
    for (i, candidate) in found.iter().take(shown).enumerate() {
        let n = match candidate {
            Pick::Army(army) if numbered => view.number_of(*army),
            _ => i + 1,
        };
        let digit = n.to_string();
        let key = n.checked_sub(1).and_then(|n| DIGITS.get(n)).copied();
        let name = words::name(texts, &view, *candidate);
        let note = words::note(texts, &view, aim, *candidate);
        let warning = warning(see, aim, *candidate);
        let label = tr!(
            texts,
            "orders-pick-label",
            n = n,
            name = name.as_str(),
            note = note.as_str()
        );
        let focused = i == memory.at;
        let response = row(
            ui,
            see.look,
            &Row {
                key: &digit,
                title: &name,
                note: &note,
                warning: &warning,
                label: &label,
                state: if focused { State::Focused } else { State::Open },
            },
        );
        if focused && memory.at != was {
            response.scroll_to_me(None);
        }
        if response.clicked() || key.is_some_and(|key| hit(ui, key)) {
            pick = Some(*candidate);
        }
    }
    if found.is_empty() {
        text(ui, Type::Note, ink.ink2, &texts.t("orders-list-none"));
    } else if found.len() > shown {
        let more = tr!(texts, "orders-list-more", n = found.len() - shown);
        text(ui, Type::Note, ink.ink2, &more);
    }
    if let Some(pick) = pick {
        memory.open = None;
        memory.at = 0;
        memory.search.clear();
        memory.typing = false;
        out.push(Intent::Aim(Some(pick.put_in(aim))));
    }
}

/// What stands in the way of a pick, where the order would be whole with it.
fn warning(see: &Sight<'_>, aim: &Aim, pick: Pick) -> String {
    let mut with = pick.put_in(aim);
    if parts(aim.kind).contains(&Part::Amount) && with.amount == 0 {
        with.amount = 1;
    }
    let (texts, view) = (see.texts(), see.view());
    let Some(order) = order_of(&with).filter(|order| !candidates::fits(&view, order)) else {
        return String::new();
    };
    view.may_order(&order)
        .err()
        .map_or_else(String::new, |why| {
            let ask = Ask::Order(order);
            crate::prose::refusals::refusal_of(texts, &view, &ask, &why)
                .into_iter()
                .next()
                .unwrap_or_default()
        })
}

fn search(ui: &mut Ui, see: &Sight<'_>, part: Part, memory: &mut Memory) {
    let texts = see.texts();
    let small = see.layout.room == Room::Small;
    let hint = match part {
        Part::Place if small => texts.t("orders-search-map-small"),
        Part::Place => texts.t("orders-search-map"),
        _ => texts.t("orders-search"),
    };
    let said = text(ui, Type::Note, see.look.ink.ink2, &hint);
    let edit = TextEdit::singleline(&mut memory.search)
        .id(id().with("search"))
        .font(Type::Body.font())
        .margin(egui::Margin::symmetric(8, 4))
        .min_size(egui::vec2(0.0, 40.0))
        .vertical_align(egui::Align::Center)
        .hint_text(texts.t("orders-search-hint"))
        .desired_width(ui.available_width());
    let response = ui.add(edit).labelled_by(said.id);
    if response.changed() {
        memory.at = 0;
    }
    memory.typing =
        response.has_focus() || response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if hit(ui, Key::Slash) {
        response.request_focus();
    }
}

/// How many: less and more, boxes with round numbers, and the number itself to be typed.
fn amount(ui: &mut Ui, see: &Sight<'_>, aim: &Aim, asked: bool, out: &mut Vec<Intent>) {
    let (texts, view, look) = (see.texts(), see.view(), see.look);
    let (least, most) = candidates::bounds(&view, aim);
    let question = words::question(texts, aim.kind, Part::Amount);
    text(ui, Type::Strong, look.ink.ink, &question);
    if most == 0 {
        text(
            ui,
            Type::Note,
            look.ink.ink2,
            &texts.t("orders-amount-after"),
        );
        return;
    }
    let step = if most > 20_000 { 1_000 } else { 500 };
    let mut value = aim.amount;
    ui.horizontal(|ui| {
        let (less, more) = (texts.t("orders-fewer"), texts.t("orders-more"));
        if boxed(ui, look, "−", &less, value > least).clicked() || hit(ui, Key::ArrowLeft) {
            value = value.saturating_sub(step).max(least);
        }
        ui.add_sized(
            [96.0, 40.0],
            egui::DragValue::new(&mut value)
                .range(0..=most)
                .speed(f64::from(step) / 10.0)
                .custom_formatter(|n, _| number(n as i64)),
        );
        if boxed(ui, look, "+", &more, value < most).clicked() || hit(ui, Key::ArrowRight) {
            value = (value / step * step + step).min(most);
        }
    });
    ui.horizontal_wrapped(|ui| {
        let round = [1_000, 2_000, 5_000, 10_000, 20_000];
        let mut boxes: Vec<u32> = round.into_iter().filter(|n| *n < most).collect();
        boxes.push(most);
        for (n, key) in boxes.into_iter().zip(DIGITS) {
            let words = number(n);
            let label = tr!(texts, "orders-amount-label", n = words.as_str());
            let pressed = boxed(ui, look, &words, &label, true).clicked();
            if pressed || asked && hit(ui, key) {
                value = n;
            }
        }
    });
    let bounds = tr!(
        texts,
        "orders-amount-bounds",
        least = number(least),
        most = number(most)
    );
    text(ui, Type::Note, look.ink.ink2, &bounds);
    if value != aim.amount {
        out.push(Intent::Aim(Some(Aim {
            amount: value,
            ..aim.clone()
        })));
    }
}

/// What the order costs, what is left after it, and when it takes effect.
fn costs(ui: &mut Ui, see: &Sight<'_>, aim: &Aim, order: &OrderNow) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let cost = view.cost(order);
    let words = tr!(texts, "orders-cost", cost = orders::cost(texts, &cost));
    text(ui, Type::Body, ink.ink, &words);
    // What the order that it replaces had cost comes back first.
    let back = aim
        .replaces
        .and_then(|index| super::slips::own(see).into_iter().nth(index))
        .map_or_else(Cost::default, |ask| match ask {
            Ask::Order(order) => view.cost(&order),
            Ask::Choose { .. } => Cost::default(),
        });
    let realm = view.realm();
    let mut left = Vec::new();
    if cost.edicts > 0 {
        left.push(edicts(
            texts,
            (realm.edicts + back.edicts - cost.edicts).max(0),
        ));
    }
    for (what, amount) in &cost.goods {
        let returned: i64 = back
            .goods
            .iter()
            .filter(|(good, _)| good == what)
            .map(|(_, n)| *n)
            .sum();
        let after = realm.treasury[*what as usize] + returned - amount;
        left.push(tr!(
            texts,
            "orders-left-good",
            n = big(texts, after.max(0)),
            good = good(texts, *what)
        ));
    }
    if !left.is_empty() && may(see, aim, order).is_ok() {
        let words = tr!(texts, "orders-left", left = join(texts, &left));
        text(ui, Type::Note, ink.ink2, &words).tip(texts.t("orders-left-why"));
    }
    if let Some(words) = outlook(texts, &view, order) {
        text(ui, Type::Note, ink.ink, &words);
    }
    for words in thrones(texts, &view, order) {
        text(ui, Type::Note, ink.ink, &words);
    }
    let time = sentence(&words::when(texts, &view, order));
    text(ui, Type::Note, ink.ink2, &time);
    ui.add_space(4.0);
}

/// The letters of all parts.
#[cfg(test)]
pub(super) fn letters() -> Vec<Key> {
    use Part::{Amount, Army, Draft, Person, Place, Post, What};
    let parts = [Army, Place, Person, Post, Draft, Amount, What];
    parts.into_iter().map(key_of).collect()
}
