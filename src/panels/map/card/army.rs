//! The card of an army: one's own with its figures and what can be ordered of it, another's as it was last reported.

use egui::Ui;

use super::{Offer, figure, offers, parts_of, title, why};
use crate::base::ids::{ArmyId, PersonId};
use crate::events::{Stat, Task};
use crate::orders::{Order as Command, OrderNow, Reign};
use crate::panels::desk::{Aim, OrderKind, Panel};
use crate::panels::give::give;
use crate::panels::intent::Intent;
use crate::panels::look::{Holder, Type};
use crate::panels::map::banners;
use crate::panels::sight::Sight;
use crate::panels::widgets;
use crate::prose::numbers::{about, number};
use crate::prose::texts::tr;
use crate::prose::{capital, names, orders, refusal};
use crate::table::About;
use crate::view::OwnArmy;

pub(super) fn army(ui: &mut Ui, see: &Sight<'_>, id: ArmyId, listens: bool, out: &mut Vec<Intent>) {
    match see.view().army(id) {
        Some(own) => own_army(ui, see, &own, listens, out),
        None => other_army(ui, see, id, out),
    }
}

fn own_army(ui: &mut Ui, see: &Sight<'_>, own: &OwnArmy, listens: bool, out: &mut Vec<Intent>) {
    let (view, book, texts, ink) = (see.view(), see.book(), see.texts(), &see.look.ink);
    let known = &book.armies[own.id.index()];
    let holder = Holder::of(book, Some(view.court()));
    ui.horizontal_top(|ui| {
        if let Some(who) = own.commander {
            let (zh, name) = (names::name_zh(&view, who), names::name(&view, who));
            widgets::seal(ui, see.look, &zh, holder, 64.0, &name);
        }
        ui.vertical(|ui| {
            title(ui, see, &known.name, &known.name_zh, out);
            let under = own.commander.map_or_else(
                || texts.t("map-card-nobody"),
                |who| tr!(texts, "map-card-under", who = names::both(&view, who)),
            );
            let n = view.number_of(own.id);
            let under = tr!(texts, "map-card-number", n = n, under = under);
            widgets::text(ui, Type::Body, ink.ink2, &under);
            let place = names::place(book, own.at);
            let where_ = own.next.map_or_else(
                || tr!(texts, "map-card-at", place = place.as_str()),
                |next| {
                    tr!(
                        texts,
                        "map-card-road",
                        place = place.as_str(),
                        next = names::place(book, next)
                    )
                },
            );
            let task = capital(&orders::task(texts, book, own));
            widgets::text(ui, Type::NoteItalic, ink.ink, &format!("{task}. {where_}"));
        });
    });
    if let Some(place) = view.shut_in(own.id) {
        let words = tr!(texts, "map-card-shut", place = names::place(book, place));
        widgets::text(ui, Type::Strong, ink.song, &words);
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        let t = |key: String| why(see, key, None);
        figure(
            ui,
            see,
            &texts.t("map-figure-men"),
            &number(own.men),
            &t(tr!(texts, "map-why-men", meant = number(own.meant))),
        );
        let riders = i64::from(own.men) * i64::from(own.horse_percent) / 100;
        figure(
            ui,
            see,
            &texts.t("map-figure-horse"),
            &number(riders),
            &t(texts.t("map-why-horse")),
        );
        figure(
            ui,
            see,
            &texts.t("map-figure-food"),
            &tr!(texts, "map-days", n = own.food),
            &t(texts.t("map-why-food")),
        );
        figure(
            ui,
            see,
            &texts.t("map-figure-morale"),
            &own.morale.to_string(),
            &why(see, texts.t("map-why-morale"), Some(Stat::Spirit(own.id))),
        );
        figure(
            ui,
            see,
            &texts.t("map-figure-quality"),
            &own.quality.to_string(),
            &why(see, texts.t("map-why-quality"), Some(Stat::Drill(own.id))),
        );
        if own.powder.loads > 0 {
            figure(
                ui,
                see,
                &texts.t("map-figure-powder"),
                &own.powder.loads.to_string(),
                &t(crate::prose::war::stock(texts, own.powder)),
            );
        }
        if let Some((_, weight)) = view.factors(own.id) {
            figure(
                ui,
                see,
                &texts.t("map-figure-weight"),
                &number(weight),
                &parts_of(see, About::Army(own.id)),
            );
        }
        if own.engines > 0 {
            figure(
                ui,
                see,
                &texts.t("map-figure-engines"),
                &own.engines.to_string(),
                &t(texts.t("map-why-engines")),
            );
        }
        if own.attachment > 30 {
            figure(
                ui,
                see,
                &texts.t("map-figure-attachment"),
                &own.attachment.to_string(),
                &why(
                    see,
                    texts.t("map-why-attachment"),
                    Some(Stat::Attachment(own.id)),
                ),
            );
        }
        if !own.ships.is_none() {
            figure(
                ui,
                see,
                &texts.t("map-figure-boats"),
                &number(own.ships.all()),
                &t(texts.t("map-why-boats")),
            );
        }
    });
    for words in crate::prose::land::army(texts, &view, own) {
        widgets::text(ui, Type::Note, ink.ink2, &words);
    }
    // Beside the list of orders they would be said twice.
    if see.is_over() || see.desk.panel == Panel::Orders {
        return;
    }
    offers(ui, see, listens, army_offers(see, own), out);
    divide(ui, see, own, out);
    ui.add_space(4.0);
}

/// Half of the army under an officer who stands by, as a corps of its own, or into an army beside it.
fn divide(ui: &mut Ui, see: &Sight<'_>, own: &OwnArmy, out: &mut Vec<Intent>) {
    let (view, texts) = (see.view(), see.texts());
    let men = own.men / 2;
    let mut acts: Vec<(OrderNow, String)> = Vec::new();
    for other in view.armies().filter(|a| a.id != own.id && a.at == own.at) {
        let name = names::army(texts, see.book(), other.id);
        acts.push((
            OrderNow::reign(Reign::Detach {
                army: own.id,
                men,
                into: other.id,
                under: None,
            }),
            tr!(texts, "map-order-join", men = number(men), army = name),
        ));
    }
    if let Some(into) = view.free_corps() {
        let officer = (0..see.book().people.len())
            .map(PersonId::of)
            .filter(|p| {
                view.figure(*p).court == Some(view.court())
                    && view.is_free(*p)
                    && view.realm().ruler != *p
                    && view.command_of(*p).is_none()
            })
            .max_by_key(|p| (see.book().people[p.index()].command, std::cmp::Reverse(*p)));
        if let Some(person) = officer {
            acts.push((
                OrderNow::reign(Reign::Detach {
                    army: own.id,
                    men,
                    into,
                    under: Some(person),
                }),
                tr!(
                    texts,
                    "map-order-detach",
                    men = number(men),
                    person = names::name(&view, person)
                ),
            ));
        }
    }
    for (order, words) in acts.into_iter().take(3) {
        if view.may_order(&order).is_ok() {
            give(ui, see, &words, order, out);
        }
    }
}

fn army_offers(see: &Sight<'_>, own: &OwnArmy) -> Vec<Offer> {
    let (view, texts) = (see.view(), see.texts());
    let war = view.enemies().next().is_some();
    let relief = view.places().any(|p| {
        view.siege(p)
            .is_some_and(|s| view.at_war(s.by) && view.holder(p).is_some_and(|h| view.allied(h)))
    });
    let no_war = (!war).then(|| texts.t("map-closed-peace"));
    let no_siege = (!relief).then(|| texts.t("map-closed-relief"));
    let refused = |order: Command<_>| {
        view.may_order(&order)
            .err()
            .map(|why| refusal(texts, &view, &why).join("\n"))
    };
    let hold = refused(Command::Hold { army: own.id });
    let no_river = if own.task != Task::Waylay && view.by_great_river(own.at) {
        no_war.clone()
    } else {
        refused(Command::Waylay {
            army: own.id,
            place: own.at,
        })
    };
    let list = [
        (OrderKind::March, texts.t("map-order-march"), None),
        (
            OrderKind::Besiege,
            texts.t("map-order-besiege"),
            no_war.clone(),
        ),
        (OrderKind::Mask, texts.t("map-order-mask"), no_war.clone()),
        (
            OrderKind::Assault,
            texts.t("map-order-assault"),
            no_war.clone(),
        ),
        (OrderKind::Relieve, texts.t("map-order-relieve"), no_siege),
        (OrderKind::Raid, texts.t("map-order-raid"), no_war.clone()),
        (OrderKind::Waylay, texts.t("map-order-waylay"), no_river),
        (OrderKind::Withdraw, texts.t("map-order-withdraw"), None),
        (OrderKind::Hold, texts.t("map-order-hold"), hold),
    ];
    list.into_iter()
        .map(|(kind, words, closed)| Offer {
            words,
            closed,
            aim: Aim {
                army: Some(own.id),
                ..Aim::new(kind)
            },
        })
        .collect()
}

fn other_army(ui: &mut Ui, see: &Sight<'_>, id: ArmyId, out: &mut Vec<Intent>) {
    let (view, book, texts, ink) = (see.view(), see.book(), see.texts(), &see.look.ink);
    let known = &book.armies[id.index()];
    title(ui, see, &known.name, &known.name_zh, out);
    let Some(last) = view.known().find(|a| a.id == id) else {
        widgets::text(ui, Type::Body, ink.ink2, &texts.t("map-card-no-news"));
        return;
    };
    let commander = (0..book.people.len())
        .map(PersonId::of)
        .find(|p| view.command_of(*p) == Some(id));
    let court = names::court(book, last.court);
    let line = commander.map_or_else(
        || court.clone(),
        |who| {
            tr!(
                texts,
                "map-card-other",
                court = court.as_str(),
                who = names::person(texts, &view, who)
            )
        },
    );
    widgets::text(ui, Type::Body, ink.ink2, &line);
    let age = view.turn().0.saturating_sub(last.seen.0);
    let words = tr!(
        texts,
        "map-card-report",
        men = about(last.men),
        place = names::place_both(book, last.place),
        seen = banners::seen(see, age)
    );
    widgets::text(ui, Type::Read, ink.ink, &words);
    widgets::text(
        ui,
        Type::NoteItalic,
        ink.ink2,
        &texts.t("map-card-reported"),
    );
}
