//! The debug drawer: what is to be set, whose it is, and the value, one after the other from searchable lists.

use egui::{Id, Key, Ui, vec2};

use crate::base::date::Date;
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, FactId, OptionId, PersonId, PlaceId, PostId,
};
use crate::panels::desk::Bench;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{CommandKind, command, line_edit, row, runs};
use crate::prose::names::fold;
use crate::prose::numbers::{GOODS, good};
use crate::prose::{capital, names};
use crate::table::values::{KINDS, Kind, Slot, Value};

/// No more of a list are shown; whoever wants another types more of its name.
const MOST: usize = 40;

/// What is chosen so far, and what is typed.
#[derive(Clone, Default)]
struct Form {
    kind: Option<Kind>,
    done: Vec<(Value, String)>,
    typed: String,
}

/// The drawer.
pub(super) fn values(ui: &mut Ui, see: &Sight<'_>, bench: &Bench, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let id = Id::new("bench-values");
    let mut form: Form = ui.data_mut(|d| d.get_temp(id)).unwrap_or_default();
    if let Some(told) = &bench.set {
        runs(ui, &[(Type::Body, ink.ink, told)]);
    }
    if let Some(kind) = form.kind {
        let what = texts.t(kind.key);
        let said: Vec<&str> = form.done.iter().map(|(_, name)| name.as_str()).collect();
        let line = std::iter::once(what.as_str()).chain(said);
        let line = line.collect::<Vec<_>>().join(" · ");
        runs(ui, &[(Type::Strong, ink.ink, &line)]);
        let back = texts.t("bench-back");
        if command(ui, see.look, "", &back, "", CommandKind::Plain).clicked() {
            if form.done.pop().is_none() {
                form.kind = None;
            }
            form.typed.clear();
        }
    }
    match form.kind {
        None => kinds(ui, see, &mut form),
        Some(kind) => next(ui, see, kind, &mut form, out),
    }
    ui.data_mut(|d| d.insert_temp(id, form));
}

/// The kinds, to choose one.
fn kinds(ui: &mut Ui, see: &Sight<'_>, form: &mut Form) {
    let texts = see.texts();
    line_edit(
        ui,
        see.look,
        &texts.t("bench-search-values"),
        &mut form.typed,
    );
    let wanted = fold(&form.typed);
    let mut chosen = None;
    for kind in KINDS {
        let what = texts.t(kind.key);
        if fold(&what).contains(&wanted) && pick(ui, see, &what) {
            chosen = Some(*kind);
        }
    }
    if chosen.is_some() {
        form.kind = chosen;
        form.typed.clear();
    }
}

/// The next thing to name, from a list or by typing it.
fn next(ui: &mut Ui, see: &Sight<'_>, kind: Kind, form: &mut Form, out: &mut Vec<Intent>) {
    let texts = see.texts();
    let Some(slot) = kind.slots.get(form.done.len()).copied() else {
        form.done.clear();
        return;
    };
    let label = capital(&texts.t(slot.key()));
    let typing = line_edit(ui, see.look, &label, &mut form.typed);
    let entered = typing.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    let named = if matches!(slot, Slot::Number | Slot::Day) {
        let value = typed(slot, &form.typed);
        let words = texts.t("bench-set");
        let open = if value.is_some() {
            CommandKind::Plain
        } else {
            CommandKind::Closed
        };
        let pressed = ui
            .horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                command(ui, see.look, "", &words, "", open).clicked()
            })
            .inner;
        value
            .filter(|_| pressed || entered)
            .map(|value| (value, form.typed.clone()))
    } else {
        let wanted = fold(&form.typed);
        let all = candidates(see, slot, form.done.last().map(|(value, _)| *value));
        let fits = |name: &&(Value, String, String)| {
            fold(&name.1).contains(&wanted) || fold(&name.2).contains(&wanted)
        };
        let mut found = None;
        for (value, name, _) in all.iter().filter(fits).take(MOST) {
            if pick(ui, see, name) {
                found = Some((*value, name.clone()));
            }
        }
        found
    };
    let Some(named) = named else {
        return;
    };
    form.done.push(named);
    form.typed.clear();
    if form.done.len() == kind.slots.len() {
        let values: Vec<Value> = form.done.iter().map(|(value, _)| *value).collect();
        match kind.given(&values) {
            Some(given) => out.push(Intent::SetByHand(given)),
            None => drop(form.done.pop()),
        }
        if form.done.len() == kind.slots.len() {
            *form = Form::default();
        }
    }
}

fn typed(slot: Slot, text: &str) -> Option<Value> {
    let text = text.trim();
    if slot == Slot::Day {
        return Date::parse(text).ok().map(Value::Day);
    }
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '_' | ' '))
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    digits.parse().ok().map(Value::Number)
}

fn pick(ui: &mut Ui, see: &Sight<'_>, words: &str) -> bool {
    row(ui, see.look, false, words, |ui| {
        runs(ui, &[(Type::Body, see.look.ink.ink, words)]);
    })
    .clicked()
}

/// What may stand here: the value, what it is called, and its id.
fn candidates(see: &Sight<'_>, slot: Slot, before: Option<Value>) -> Vec<(Value, String, String)> {
    let (texts, book, view) = (see.texts(), see.book(), see.view());
    let mut out = Vec::new();
    if slot.may_be_none() {
        out.push((Value::Nothing, texts.t("bench-none"), String::new()));
    }
    let mut add = |value: Value, name: String, id: &str| out.push((value, name, id.to_owned()));
    match slot {
        Slot::Court | Slot::CourtOrNone => {
            for (n, court) in book.courts.iter().enumerate() {
                let id = CourtId::of(n);
                add(Value::Court(id), names::court(book, id), &court.id);
            }
        }
        Slot::Place | Slot::PlaceOrNone => {
            for (n, place) in book.atlas.places.iter().enumerate() {
                let id = PlaceId::of(n);
                add(Value::Place(id), names::place(book, id), &place.id);
            }
        }
        Slot::Person | Slot::PersonOrNone => {
            for (n, person) in book.people.iter().enumerate() {
                let id = PersonId::of(n);
                add(Value::Person(id), names::name(&view, id), &person.id);
            }
        }
        Slot::Army => {
            for (n, army) in book.armies.iter().enumerate() {
                let id = ArmyId::of(n);
                add(Value::Army(id), names::army(texts, book, id), &army.id);
            }
        }
        Slot::Post => {
            for (n, post) in book.posts.iter().enumerate() {
                let id = PostId::of(n);
                add(Value::Post(id), names::post(book, id), &post.id);
            }
        }
        Slot::Fact => {
            for (n, fact) in book.facts.iter().enumerate() {
                add(Value::Fact(FactId::of(n)), fact.says.clone(), &fact.id);
            }
        }
        Slot::Draft => {
            for (n, draft) in book.drafts.iter().enumerate() {
                add(Value::Draft(DraftId::of(n)), draft.title.clone(), &draft.id);
            }
        }
        Slot::Decision => {
            for (n, matter) in book.decisions.iter().enumerate() {
                let id = DecisionId::of(n);
                add(Value::Decision(id), matter.title.clone(), &matter.id);
            }
        }
        Slot::Choice => {
            let options = match before {
                Some(Value::Decision(of)) => &book.decisions[of.index()].options[..],
                _ => &[],
            };
            for (n, option) in options.iter().enumerate() {
                add(
                    Value::Choice(OptionId::of(n)),
                    option.label.clone(),
                    &option.id,
                );
            }
        }
        Slot::Good => {
            for what in GOODS {
                add(Value::Good(what), capital(&good(texts, what)), "");
            }
        }
        Slot::Yes => {
            for (yes, key) in [(true, "bench-yes"), (false, "bench-no")] {
                add(Value::Yes(yes), texts.t(key), "");
            }
        }
        Slot::Number | Slot::Day => {}
    }
    out
}
