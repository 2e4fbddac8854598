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
use crate::prose::texts::tr;
use crate::prose::{capital, hand, names, sentence};
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

fn form_of(ui: &Ui) -> Form {
    ui.data_mut(|d| d.get_temp(Id::new("bench-values")))
        .unwrap_or_default()
}

fn keep(ui: &Ui, form: Form) {
    ui.data_mut(|d| d.insert_temp(Id::new("bench-values"), form));
}

/// What is chosen so far, what it is now, and the line to type into: these stay over the list.
pub(super) fn head(ui: &mut Ui, see: &Sight<'_>, bench: &Bench, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let mut form = form_of(ui);
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
    let slot = match form.kind {
        Some(kind) => kind.slots.get(form.done.len()).copied(),
        None => None,
    };
    if let Some(kind) = form.kind {
        let named: Vec<Value> = form.done.iter().map(|(value, _)| *value).collect();
        if let Some(now) = now(see, kind, &named) {
            let now = tr!(texts, "bench-now", what = now);
            runs(ui, &[(Type::Body, ink.ink, &now)]);
        }
    }
    let hint = match slot {
        Some(slot) => capital(&texts.t(slot.key())),
        None => texts.t("bench-search-values"),
    };
    let typing = line_edit(ui, see.look, &hint, &mut form.typed);
    if let (Some(kind), Some(slot @ (Slot::Number | Slot::Day))) = (form.kind, slot) {
        let entered = typing.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
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
        if let Some(value) = value.filter(|_| pressed || entered) {
            let said = form.typed.clone();
            name(kind, (value, said), &mut form, out);
        }
    }
    keep(ui, form);
}

/// What a value is now, as a sentence, once its subject is named.
fn now(see: &Sight<'_>, kind: Kind, named: &[Value]) -> Option<String> {
    let now = see.session.value_now(&kind.of_subject(named)?)?;
    let told = hand::given(see.texts(), &see.view(), &now);
    Some(sentence(&told))
}

/// The drawer: the list to choose from.
pub(super) fn values(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let mut form = form_of(ui);
    match form.kind {
        None => kinds(ui, see, &mut form),
        Some(kind) => next(ui, see, kind, &mut form, out),
    }
    keep(ui, form);
}

/// The kinds, to choose one.
fn kinds(ui: &mut Ui, see: &Sight<'_>, form: &mut Form) {
    let texts = see.texts();
    let wanted = fold(&form.typed);
    let mut chosen = None;
    for kind in KINDS {
        let what = texts.t(kind.key);
        let now = now(see, *kind, &[]);
        if fold(&what).contains(&wanted) && pick(ui, see, &what, now.as_deref()) {
            chosen = Some(*kind);
        }
    }
    if chosen.is_some() {
        form.kind = chosen;
        form.typed.clear();
    }
}

/// The next thing to name, from a list; each with what its value is now, where it is the last that must be named for it.
fn next(ui: &mut Ui, see: &Sight<'_>, kind: Kind, form: &mut Form, out: &mut Vec<Intent>) {
    let Some(slot) = kind.slots.get(form.done.len()).copied() else {
        form.done.clear();
        return;
    };
    let wanted = fold(&form.typed);
    let named: Vec<Value> = form.done.iter().map(|(value, _)| *value).collect();
    let all = candidates(see, slot, named.last().copied());
    let fits = |name: &&(Value, String, String)| {
        fold(&name.1).contains(&wanted) || fold(&name.2).contains(&wanted)
    };
    let (mut found, mut shown) = (None, 0);
    for (value, said, id) in all.iter().filter(fits).take(MOST) {
        shown += 1;
        let mut with = named.clone();
        with.push(*value);
        let now = now(see, kind, &with);
        // Where a name says no more than its id does, the id is what a writer knows it by.
        let note = now.or_else(|| (!id.is_empty()).then(|| id.clone()));
        if pick(ui, see, said, note.as_deref()) {
            found = Some((*value, said.clone()));
        }
    }
    let left = all.iter().filter(fits).count() - shown;
    let texts = see.texts();
    let foot = match (all.len(), shown, left) {
        (0, _, _) => None,
        (_, 0, _) => Some(texts.t("bench-found-none")),
        (_, _, 0) => None,
        (_, _, more) => Some(tr!(texts, "bench-more", n = more)),
    };
    if let Some(foot) = foot {
        runs(ui, &[(Type::Body, see.look.ink.ink2, &foot)]);
    }
    if let Some(found) = found {
        name(kind, found, form, out);
    }
}

/// One more thing is named; where it was the last, the value is asked for.
fn name(kind: Kind, named: (Value, String), form: &mut Form, out: &mut Vec<Intent>) {
    form.done.push(named);
    form.typed.clear();
    if form.done.len() < kind.slots.len() {
        return;
    }
    let values: Vec<Value> = form.done.iter().map(|(value, _)| *value).collect();
    match kind.given(&values) {
        Some(given) => {
            out.push(Intent::SetByHand(given));
            *form = Form::default();
        }
        None => drop(form.done.pop()),
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

fn pick(ui: &mut Ui, see: &Sight<'_>, words: &str, note: Option<&str>) -> bool {
    let ink = &see.look.ink;
    row(ui, see.look, false, words, |ui| {
        ui.vertical(|ui| {
            runs(ui, &[(Type::Body, ink.ink, words)]);
            if let Some(note) = note {
                runs(ui, &[(Type::Note, ink.ink2, note)]);
            }
        });
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
