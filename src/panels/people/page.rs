//! One person: what he is, what he said in council in this game and whether it came true, and what the court can do with him.

use egui::{Key, Modifiers, Ui};

use super::{loyalty_moves, seal_of};
use crate::base::ids::PersonId;
use crate::engine::Ask;
use crate::events::Stat;
use crate::orders::{Order, OrderNow, Reign};
use crate::panels::desk::{Aim, OrderKind, Panel, Thing, Topic};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::reckoned::Tells;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{CommandKind, command, mark, section, text};
use crate::panels::widgets::{Mark, cell};
use crate::prose::numbers::signed;
use crate::prose::texts::tr;
use crate::prose::{capital, names, refusal, sentence};
use crate::rules::check::Refusal;
use crate::table::About;
use crate::table::roll;

/// Side of the seal.
const SEAL: f32 = 64.0;

/// Whether a key was pressed for this page: not while something is being typed.
fn pressed(ui: &Ui, key: Key) -> bool {
    !ui.ctx().egui_wants_keyboard_input()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// A person's page. Whether it is to be closed.
pub(super) fn page(ui: &mut Ui, see: &Sight<'_>, person: PersonId, out: &mut Vec<Intent>) -> bool {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let (man, figure) = (&book.people[person.index()], view.figure(person));
    let back = command(
        ui,
        look,
        "Esc",
        &texts.t("people-back"),
        "",
        CommandKind::Plain,
    );
    let leave = back.clicked() || pressed(ui, Key::Escape) || pressed(ui, Key::Backspace);
    ui.add_space(8.0);
    ui.horizontal_top(|ui| {
        seal_of(ui, see, person, SEAL);
        ui.add_space(8.0);
        ui.vertical(|ui| {
            let both = names::both(&view, person);
            text(ui, Type::Heading, ink.ink, &both);
            if let Some(office) = names::office(texts, &view, person) {
                text(ui, Type::Read, ink.ink2, &capital(&office));
            }
        });
    });
    if !roll::is_known(texts, &view, person) {
        text(ui, Type::Read, ink.ink, &texts.t("person-unheard"));
        commands(ui, see, person, out);
        return leave;
    }
    if !man.note.is_empty() {
        text(ui, Type::Read, ink.ink, &man.note);
    }
    if view.is_over() && !man.fate.is_empty() {
        let fate = tr!(texts, "people-fate", fate = man.fate.as_str());
        text(ui, Type::Read, ink.ink, &fate);
    }
    if !view.alive(person) {
        text(ui, Type::Strong, ink.ink, &texts.t("person-dead"));
        counsel(ui, see, person);
        return leave;
    }
    let own = figure.court == Some(view.court());
    let mut facts: Vec<String> = Vec::new();
    if let Some(captive) = view.captive(person) {
        let court = names::court(book, captive.of);
        facts.push(tr!(texts, "person-captive", court = court));
    } else if figure.exiled {
        facts.push(texts.t("people-sent-away"));
    } else if own && let Some(at) = view.whereabouts(person) {
        facts.push(tr!(texts, "person-at", place = names::place(book, at)));
    }
    if own && let Some(command) = names::command(texts, &view, person) {
        facts.push(command);
    }
    if !facts.is_empty() {
        text(ui, Type::Read, ink.ink, &facts.join(" "));
    }
    if own {
        let words = tr!(texts, "person-loyalty", n = figure.loyalty);
        text(ui, Type::Body, ink.ink, &words).tells(|| loyalty_moves(see, person));
        let words = tr!(texts, "person-favour", n = figure.favour);
        text(ui, Type::Body, ink.ink, &words)
            .tells(|| see.moves(About::Stat(Stat::Favour(person))));
    }
    let words = tr!(texts, "person-stance", n = signed(man.stance));
    text(ui, Type::Body, ink.ink, &words).tip(texts.t("people-stance-why"));
    let words = tr!(
        texts,
        "person-traits",
        command = man.command,
        valour = man.valour,
        administration = man.administration,
        intrigue = man.intrigue
    );
    text(ui, Type::Body, ink.ink, &words).tip(texts.t("people-traits-why"));
    commands(ui, see, person, out);
    counsel(ui, see, person);
    leave
}

/// What can be ordered of him, and where else to look.
fn commands(ui: &mut Ui, see: &Sight<'_>, person: PersonId, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    ui.add_space(12.0);
    section(ui, look, &texts.t("people-do"), "處分");
    let figure = view.figure(person);
    let own = figure.court == Some(view.court()) && view.alive(person);
    let closed = |order: OrderNow| {
        view.may_order(&order)
            .err()
            .map(|why| refusal(texts, &view, &why).join(" "))
    };
    let bound = (!view.is_free(person)).then(|| texts.t("people-not-free"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        if own && !see.is_over() && view.realm().ruler != person {
            let orders = [
                (OrderKind::Appoint, texts.t("people-appoint"), bound.clone()),
                (OrderKind::Command, texts.t("people-command"), bound),
                (
                    OrderKind::Dismiss,
                    texts.t("people-dismiss"),
                    closed(Order::Dismiss { person }),
                ),
                (
                    OrderKind::Recall,
                    texts.t("people-recall"),
                    closed(Order::Recall { person }),
                ),
            ];
            for (order, words, closed) in orders {
                let kind = if closed.is_some() {
                    CommandKind::Closed
                } else {
                    CommandKind::Plain
                };
                let note = closed.clone().unwrap_or_default();
                let key = crate::panels::orders::letter(order);
                let shown = key.map_or("", Key::name);
                let clicked = command(ui, look, shown, &words, &note, kind).clicked();
                let typed = || key.is_some_and(|key| pressed(ui, key));
                if closed.is_none() && (clicked || typed()) {
                    let mut aim = Aim::new(order);
                    aim.person = Some(person);
                    out.push(Intent::Show(Panel::Orders));
                    out.push(Intent::Aim(Some(aim)));
                }
            }
        }
        house(ui, see, person, out);
        if own && let Some(place) = view.whereabouts(person) {
            let words = texts.t("people-show");
            let clicked = command(ui, look, "S", &words, "", CommandKind::Plain).clicked();
            if clicked || pressed(ui, Key::S) {
                let army = view.command_of(person);
                out.push(Intent::Centre(
                    army.map_or(Thing::Place(place), Thing::Army),
                ));
            }
        }
        let words = texts.t("people-codex");
        let clicked = command(ui, look, "L", &words, "", CommandKind::Plain).clicked();
        if clicked || pressed(ui, Key::L) {
            out.push(Intent::Open(Topic::Person(person)));
        }
    });
}

/// What the sovereign can do with him in his own house, or with one of an enemy's who is in reach: given at once, and taken back like any order.
fn house(ui: &mut Ui, see: &Sight<'_>, person: PersonId, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    if see.is_over() || !view.alive(person) {
        return;
    }
    let name = names::name(&view, person);
    let mut acts = vec![
        (Reign::Honour { person }, "", texts.t("people-honour")),
        (Reign::Arrest { person }, "", texts.t("people-arrest")),
        (Reign::NameHeir { person }, "", texts.t("people-heir")),
        (
            Reign::Enthrone { person },
            "",
            tr!(texts, "people-enthrone", person = name.as_str()),
        ),
        (
            Reign::Seize { person },
            "",
            tr!(texts, "people-seize", person = name.as_str()),
        ),
        (
            Reign::Employ { person },
            "",
            tr!(texts, "people-employ", person = name.as_str()),
        ),
    ];
    acts.extend(view.enemies().filter(|c| view.other(*c).stands).map(|to| {
        let court = names::court(see.book(), to);
        (
            Reign::Surety { person, to },
            "",
            tr!(texts, "people-surety", court = court),
        )
    }));
    for (act, key, words) in acts {
        let order = OrderNow::reign(act);
        // What is not open to this man, or to anybody, would only fill the page.
        match view.may_order(&order) {
            Ok(()) => {
                let note = view
                    .reluctance(&order)
                    .map_or_else(String::new, |n| tr!(texts, "house-reluctant", n = n));
                if command(ui, look, key, &words, &note, CommandKind::Plain).clicked() {
                    out.push(Intent::Ask(Ask::Order(order)));
                }
            }
            Err(why @ (Refusal::NoEdicts { .. } | Refusal::TooPoor { .. })) => {
                let note = refusal(texts, &view, &why).join(" ");
                command(ui, look, key, &words, &note, CommandKind::Closed);
            }
            Err(_) => {}
        }
    }
}

/// What he said in council in this game, and whether what he expected came true.
fn counsel(ui: &mut Ui, see: &Sight<'_>, person: PersonId) {
    let (look, texts, book) = (see.look, see.texts(), see.book());
    let ink = &look.ink;
    let said = roll::advice(see.session, see.desk.court, person);
    if said.is_empty() {
        return;
    }
    ui.add_space(16.0);
    section(ui, look, &texts.t("people-counsel"), "進言");
    let tested: Vec<bool> = said.iter().filter_map(|a| a.came_true).collect();
    if !tested.is_empty() {
        let right = tested.iter().filter(|so| **so).count();
        let words = tr!(texts, "people-score", right = right, of = tested.len());
        text(ui, Type::Strong, ink.ink, &words).tip(texts.t("people-score-why"));
    }
    let width = ui.available_width();
    for advice in said {
        let decision = &book.decisions[advice.decision.index()];
        let (Some(voice), Some(option)) = (
            decision.voices.get(advice.voice),
            decision.options.get(advice.argued_for.index()),
        ) else {
            continue;
        };
        let (how, words) = match (advice.heeded, advice.came_true) {
            (_, Some(true)) => (Mark::Agrees, texts.t("people-came-true")),
            (_, Some(false)) => (Mark::Balks, texts.t("people-came-false")),
            (Some(true), None) => (Mark::OnCondition, texts.t("people-heeded")),
            (Some(false), None) => (Mark::NotInYourGame, texts.t("people-unheeded")),
            (None, None) => (Mark::OnCondition, texts.t("people-undecided")),
        };
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, width - 168.0, |ui| {
                let head = tr!(
                    texts,
                    "people-said",
                    title = decision.title.as_str(),
                    option = option.label.as_str()
                );
                text(ui, Type::Strong, ink.ink, &head);
                text(ui, Type::Body, ink.ink, &voice.says);
                let expects = tr!(texts, "people-expected", expects = sentence(&voice.expects));
                text(ui, Type::Italic, ink.ink2, &expects);
            });
            ui.add_space(12.0);
            mark(ui, look, how, 18.0, &words);
            ui.add_space(6.0);
            cell(ui, 120.0, |ui| {
                text(ui, Type::Note, ink.ink, &words);
            });
        });
        ui.separator();
    }
}
