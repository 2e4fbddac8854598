//! What is selected, on a card over the foot of the map: one's own army with what can be ordered of it, another's as it was last
//! reported, or a place with all that is known of it.

use egui::{
    Align2, Area, Frame as Box, Id, Key, Layout, Margin, Modifiers, Order, Rect, ScrollArea, Sense,
    Stroke, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::{banners, tips};
use crate::base::ids::{ArmyId, PersonId, PlaceId};
use crate::engine::Ask;
use crate::events::Stat;
use crate::orders::Order as Command;
use crate::panels::desk::{Aim, OrderKind, Panel, Thing, Topic};
use crate::panels::intent::Intent;
use crate::panels::look::{Holder, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets::{self, CommandKind};
use crate::prose::numbers::{about, number};
use crate::prose::texts::tr;
use crate::prose::{capital, names, orders, places, refusal};
use crate::scenario::model::PlaceKind;
use crate::table::{About, Told, moves};
use crate::view::OwnArmy;

/// How wide the card is where there is room.
const WIDE: f32 = 544.0;
/// Between the card and the map's edge.
const MARGIN: f32 = 16.0;
/// How many roads and people a place's card names.
const MANY: usize = 6;

/// Draws the card of what is selected over the foot of `area`. `listens` says whether letters are the card's. Gives the room it took.
pub(super) fn card(
    ui: &Ui,
    see: &Sight<'_>,
    area: Rect,
    listens: bool,
    out: &mut Vec<Intent>,
) -> Option<Rect> {
    let thing = see.desk.selected?;
    let wide = WIDE.min(area.width() - 2.0 * MARGIN);
    let tall = area.height() - 2.0 * MARGIN;
    if wide < 200.0 || tall < 80.0 {
        return None;
    }
    let shown = Area::new(Id::new("map-card"))
        .order(Order::Middle)
        .movable(false)
        .fade_in(false)
        .pivot(Align2::LEFT_BOTTOM)
        .fixed_pos(area.left_bottom() + vec2(MARGIN, -MARGIN))
        .constrain_to(area)
        .default_width(wide)
        .show(ui.ctx(), |ui| {
            let ink = &see.look.ink;
            Box::new()
                .fill(ink.hi)
                .stroke(Stroke::new(1.5, ink.ink))
                .shadow(egui::Shadow {
                    offset: [2, 2],
                    blur: 8,
                    spread: 0,
                    color: ink.shadow,
                })
                .inner_margin(Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(wide - 35.0);
                    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                    ScrollArea::vertical()
                        .max_height((tall - 28.0).min(420.0))
                        .auto_shrink([false, true])
                        .show(ui, |ui| match thing {
                            Thing::Army(id) => army(ui, see, id, listens, out),
                            Thing::Place(place) => self::place(ui, see, place, listens, out),
                        });
                });
        });
    Some(shown.response.rect)
}

/// The title of a card, its characters beside it, and the button that puts it away.
fn title(ui: &mut Ui, see: &Sight<'_>, name: &str, zh: &str, out: &mut Vec<Intent>) {
    let ink = &see.look.ink;
    ui.horizontal_top(|ui| {
        let close = 40.0;
        ui.allocate_ui_with_layout(
            vec2((ui.available_width() - close - 8.0).max(80.0), 0.0),
            Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    widgets::text(ui, Type::Date, ink.ink, name);
                    widgets::text(ui, Type::Read, ink.ink2, zh);
                });
            },
        );
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(close), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, see.texts().t("map-card-close"))
        });
        let mark = Rect::from_center_size(rect.center(), Vec2::splat(11.0));
        if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, ink.lo);
        }
        let stroke = Stroke::new(2.0, ink.ink);
        ui.painter()
            .line_segment([mark.left_top(), mark.right_bottom()], stroke);
        ui.painter()
            .line_segment([mark.right_top(), mark.left_bottom()], stroke);
        if response.has_focus() {
            ui.painter()
                .rect_stroke(rect.shrink(2.0), 0.0, stroke, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            out.push(Intent::Select(None));
        }
    });
}

/// A number with its label; `why` is what moves it.
fn figure(ui: &mut Ui, see: &Sight<'_>, label: &str, value: &str, why: &[String]) {
    let ink = &see.look.ink;
    let response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::text(ui, Type::Small, ink.ink2, label);
            widgets::text(ui, Type::Value, ink.ink, value);
        })
        .response;
    let response = ui.interact(
        response.rect,
        ui.id().with(("map-figure", label)),
        Sense::focusable_noninteractive() | Sense::HOVER,
    );
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{label} {value}")));
    if response.has_focus() {
        response.show_tooltip_text(why.join("\n"));
        ui.painter().rect_stroke(
            response.rect.expand(3.0),
            0.0,
            Stroke::new(2.0, ink.ink),
            egui::StrokeKind::Outside,
        );
    }
    response.on_hover_text(why.join("\n"));
    ui.add_space(14.0);
}

/// What moved a number, after a sentence on what the number is.
fn why(see: &Sight<'_>, what: String, stat: Option<Stat>) -> Vec<String> {
    let mut out = vec![what];
    if let Some(stat) = stat {
        out.extend(
            moves(see.session, see.desk.court, About::Stat(stat))
                .into_iter()
                .map(|told| match told {
                    Told::Line(words) => words,
                    Told::Sum { reason, by } => format!("{by} {reason}"),
                }),
        );
    }
    out
}

/// A command with its key. Closed where a refusal says so.
struct Offer {
    key: Key,
    words: String,
    closed: Option<String>,
    aim: Aim,
}

/// Draws commands in rows, and takes their letters.
fn offers(ui: &mut Ui, see: &Sight<'_>, listens: bool, offers: Vec<Offer>, out: &mut Vec<Intent>) {
    if offers.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let made = see.desk.aim.as_ref().map(|a| a.kind);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for offer in offers {
            let kind = if offer.closed.is_some() {
                CommandKind::Closed
            } else {
                CommandKind::Plain
            };
            let response = widgets::command(ui, see.look, offer.key.name(), &offer.words, "", kind);
            if made == Some(offer.aim.kind) {
                let rect = response.rect;
                let foot = Rect::from_min_max(
                    egui::pos2(rect.left(), rect.bottom() - 3.0),
                    rect.right_bottom(),
                );
                ui.painter().rect_filled(foot, 0.0, see.look.ink.song);
            }
            let pressed = listens
                && offer.closed.is_none()
                && ui.input_mut(|i| i.consume_key(Modifiers::NONE, offer.key));
            let clicked = response.clicked();
            if let Some(reason) = &offer.closed {
                response.on_hover_text(reason);
            }
            if clicked || pressed {
                if !matches!(see.desk.panel, Panel::Orders) {
                    out.push(Intent::Show(Panel::Orders));
                }
                out.push(Intent::Aim(Some(offer.aim)));
            }
        }
    });
}

fn army(ui: &mut Ui, see: &Sight<'_>, id: ArmyId, listens: bool, out: &mut Vec<Intent>) {
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
                |who| {
                    tr!(
                        texts,
                        "map-card-under",
                        who = names::person(texts, &view, who)
                    )
                },
            );
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
            &t(texts.t("map-why-men")),
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
            &t(texts.t("map-why-quality")),
        );
        if own.engines > 0 {
            figure(
                ui,
                see,
                &texts.t("map-figure-engines"),
                &own.engines.to_string(),
                &t(texts.t("map-why-engines")),
            );
        }
    });
    if view.is_over() {
        return;
    }
    offers(ui, see, listens, army_offers(see, own), out);
    ui.add_space(4.0);
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
    let list = [
        (Key::M, OrderKind::March, texts.t("map-order-march"), None),
        (
            Key::B,
            OrderKind::Besiege,
            texts.t("map-order-besiege"),
            no_war.clone(),
        ),
        (
            Key::W,
            OrderKind::Mask,
            texts.t("map-order-mask"),
            no_war.clone(),
        ),
        (
            Key::S,
            OrderKind::Assault,
            texts.t("map-order-assault"),
            no_war.clone(),
        ),
        (
            Key::R,
            OrderKind::Relieve,
            texts.t("map-order-relieve"),
            no_siege,
        ),
        (Key::N, OrderKind::Raid, texts.t("map-order-raid"), no_war),
        (
            Key::K,
            OrderKind::Withdraw,
            texts.t("map-order-withdraw"),
            None,
        ),
        (Key::H, OrderKind::Hold, texts.t("map-order-hold"), hold),
    ];
    list.into_iter()
        .map(|(key, kind, words, closed)| Offer {
            key,
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

fn place(ui: &mut Ui, see: &Sight<'_>, place: PlaceId, listens: bool, out: &mut Vec<Intent>) {
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
    if !view.is_over() {
        offers(ui, see, listens, place_offers(see, place), out);
    }
    let more = widgets::command(
        ui,
        see.look,
        "C",
        &texts.t("map-card-codex"),
        "",
        CommandKind::Plain,
    );
    let pressed = listens && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::C));
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
        let more = people.len().saturating_sub(MANY);
        let list = people[..people.len().min(MANY)].join(", ");
        let words = if more > 0 {
            tr!(texts, "map-card-people-more", people = list, n = more)
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

fn place_offers(see: &Sight<'_>, place: PlaceId) -> Vec<Offer> {
    let (view, book, texts) = (see.view(), see.book(), see.texts());
    let own = view.holder(place) == Some(view.court());
    let refused = |order: Command<_>| {
        view.may_order(&order)
            .err()
            .map(|why| refusal(texts, &view, &why).join("\n"))
    };
    let mut out = Vec::new();
    let mut add = |key, kind, words, closed| {
        out.push(Offer {
            key,
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
        add(Key::L, OrderKind::Levy, texts.t("map-order-levy"), levy);
        let fortify = refused(Command::Fortify { place });
        add(
            Key::F,
            OrderKind::Fortify,
            texts.t("map-order-fortify"),
            fortify,
        );
        let provision = refused(Command::Provision { place });
        add(
            Key::P,
            OrderKind::Provision,
            texts.t("map-order-provision"),
            provision,
        );
        let river = book.atlas.neighbours[place.index()]
            .iter()
            .any(|(route, _)| {
                book.atlas.routes[route.index()].river != crate::scenario::model::River::None
            });
        if river || book.atlas.places[place.index()].kind == PlaceKind::Ford {
            let boats = refused(Command::BuildBoats { place });
            add(
                Key::B,
                OrderKind::BuildBoats,
                texts.t("map-order-boats"),
                boats,
            );
        }
        if view.ceded(place).is_some() {
            let hand = refused(Command::HandOver { place });
            add(Key::H, OrderKind::HandOver, texts.t("map-order-hand"), hand);
        }
    }
    out
}

/// An order that needs nothing more is asked for; one that lacks something is aimed.
pub(super) fn give(aim: Aim, out: &mut Vec<Intent>) {
    match crate::panels::desk::order_of(&aim) {
        Some(order) => out.push(match aim.replaces {
            Some(index) => Intent::Replace {
                index,
                ask: Ask::Order(order),
            },
            None => Intent::Ask(Ask::Order(order)),
        }),
        None => out.push(Intent::Aim(Some(aim))),
    }
}
