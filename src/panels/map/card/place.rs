//! The card of a place: what it is, who holds it, what lies in it and what can be ordered there.

use egui::{Key, Modifiers, Ui};

use super::{Offer, figure, offers, parts_of, title};
use crate::base::ids::{PersonId, PlaceId};
use crate::orders::{Order as Command, OrderNow, Reign};
use crate::panels::desk::{Aim, OrderKind, Panel, Topic};
use crate::panels::give::give;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::map::tips;
use crate::panels::sight::Sight;
use crate::panels::widgets::{self, CommandKind};
use crate::prose::texts::tr;
use crate::prose::{capital, names, places, refusal};
use crate::scenario::model::PlaceKind;
use crate::table::About;

/// How many roads and people a place's card names.
const MANY: usize = 6;

pub(super) fn place(
    ui: &mut Ui,
    see: &Sight<'_>,
    place: PlaceId,
    listens: bool,
    out: &mut Vec<Intent>,
) {
    let (view, book, texts, ink) = (see.view(), see.book(), see.texts(), &see.look.ink);
    let here = &book.atlas.places[place.index()];
    title(ui, see, &here.name, &here.name_zh, out);
    let line = tr!(
        texts,
        "map-card-place",
        kind = capital(&names::kind(texts, here.kind)),
        holder = places::holder(texts, &view, place),
        modern = here.modern.as_str()
    );
    widgets::text(ui, Type::Body, ink.ink2, &line);
    for words in tips::town(see, place) {
        widgets::text(ui, Type::Body, ink.ink, &words);
    }
    if let Some((chance, _)) = view.despair(place) {
        let label = texts.t("map-figure-despair");
        let value = tr!(texts, "map-in-thousand", n = chance);
        ui.horizontal_wrapped(|ui| {
            figure(ui, see, &label, &value, &parts_of(see, About::Place(place)));
        });
    }
    // Beside the list of orders they would be said twice.
    if !see.is_over() && see.desk.panel != Panel::Orders {
        offers(ui, see, listens, place_offers(see, place), out);
        carry_off(ui, see, place, out);
    }
    let more = widgets::command(
        ui,
        see.look,
        "J",
        &texts.t("map-card-codex"),
        "",
        CommandKind::Plain,
    );
    let pressed = listens && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::J));
    if more.clicked() || pressed {
        out.push(Intent::Open(Topic::Place(place)));
    }
    ui.add_space(4.0);
    for words in tips::armies(see, place) {
        widgets::text(ui, Type::Body, ink.ink, &words);
    }
    let people: Vec<String> = (0..book.people.len())
        .map(PersonId::of)
        .filter(|p| {
            let figure = view.figure(*p);
            figure.alive
                && figure.court == Some(view.court())
                && view.captive(*p).is_none()
                && view.whereabouts(*p) == Some(place)
        })
        .map(|p| names::name(&view, p))
        .collect();
    if !people.is_empty() {
        let more = people.len() > MANY;
        let list = people[..people.len().min(MANY)].join(", ");
        let words = if more {
            tr!(texts, "map-card-people-more", people = list)
        } else {
            tr!(texts, "map-card-people", people = list)
        };
        widgets::text(ui, Type::Note, ink.ink2, &words);
    }
    let roads: Vec<String> = places::roads(&view, place)
        .into_iter()
        .take(MANY)
        .map(|(other, ways)| {
            let there = &book.atlas.places[other.index()];
            tr!(
                texts,
                "map-card-road-to",
                place = names::place(book, other),
                km = ways.first().map_or(0, |w| w.km),
                wind = places::compass(texts, here, there)
            )
        })
        .collect();
    if !roads.is_empty() {
        let words = tr!(texts, "map-card-roads", roads = roads.join(", "));
        widgets::text(ui, Type::Note, ink.ink2, &words);
    }
    ui.add_space(4.0);
}

/// The people of a town that one holds and that was never one's own country, to the seat or the nearest town that was.
fn carry_off(ui: &mut Ui, see: &Sight<'_>, place: PlaceId, out: &mut Vec<Intent>) {
    let (view, book, texts) = (see.view(), see.book(), see.texts());
    let court = view.court();
    for to in view.clients().into_iter().chain(view.patron()) {
        let order = OrderNow::reign(Reign::Grant { place, to });
        if view.may_order(&order).is_ok() {
            let words = tr!(texts, "map-order-grant", court = names::court(book, to));
            give(ui, see, &words, order, out);
        }
    }
    let foreign = view
        .country(place)
        .is_some_and(|c| c.native != Some(court) && view.holder(place) == Some(court));
    if !foreign {
        return;
    }
    let nearest = view
        .places()
        .filter(|p| {
            *p != place
                && view.holder(*p) == Some(court)
                && view.country(*p).is_some_and(|c| c.native == Some(court))
        })
        .min_by_key(|p| (book.atlas.km(place, *p), *p));
    let mut goals: Vec<PlaceId> = nearest.into_iter().chain([view.realm().seat]).collect();
    goals.dedup();
    for to in goals {
        let order = OrderNow::reign(Reign::CarryOff { place, to });
        if view.may_order(&order).is_ok() {
            let words = tr!(texts, "map-order-carry-off", place = names::place(book, to));
            give(ui, see, &words, order, out);
        }
    }
}

fn place_offers(see: &Sight<'_>, place: PlaceId) -> Vec<Offer> {
    let (view, book, texts) = (see.view(), see.book(), see.texts());
    let own = view.holder(place) == Some(view.court());
    let refused = |order: Command<_>| {
        view.may_order(&order)
            .err()
            .map(|why| refusal(texts, &view, &why).join("\n"))
    };
    let mut out = Vec::new();
    let mut add = |kind, words, closed| {
        out.push(Offer {
            words,
            closed,
            aim: Aim {
                place: Some(place),
                ..Aim::new(kind)
            },
        });
    };
    if own {
        let levy = refused(Command::Levy { place, men: 100 });
        add(OrderKind::Levy, texts.t("map-order-levy"), levy);
        let fortify = refused(Command::Fortify { place });
        add(OrderKind::Fortify, texts.t("map-order-fortify"), fortify);
        let arm = refused(Command::Arm { place });
        add(OrderKind::Arm, texts.t("map-order-arm"), arm);
        let provision = refused(Command::Provision { place });
        add(
            OrderKind::Provision,
            texts.t("map-order-provision"),
            provision,
        );
        let river = view.by_great_river(place);
        if river || book.atlas.places[place.index()].kind == PlaceKind::Ford {
            let boats = refused(Command::BuildBoats { place });
            add(OrderKind::BuildBoats, texts.t("map-order-boats"), boats);
        }
        if view.on_water(place) {
            let ships = refused(Command::BuildShips { place, boats: 1 });
            add(OrderKind::BuildShips, texts.t("map-order-ships"), ships);
        }
        if view.ceded(place).is_some() {
            let hand = refused(Command::HandOver { place });
            add(OrderKind::HandOver, texts.t("map-order-hand"), hand);
        }
    }
    out
}
