//! The tray of orders: beginning, giving, changing and taking back; refusals and their ways out; all of it without a mouse.

use std::collections::BTreeMap;

use egui::Key;
use egui_kittest::kittest::{NodeT, Queryable};
use rivers_and_mountains::base::ids::{ArmyId, DraftId, PersonId, PostId};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::orders::{Order, OrderNow, Proclamation};
use rivers_and_mountains::panels::desk::{Aim, OrderKind, Overlay, Panel, Thing, aim_of, order_of};
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::settings::{Settings, Theme};
use rivers_and_mountains::prose::names;
use rivers_and_mountains::prose::refusals::refusal_of;
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::table::ways::{self, Way};
use rivers_and_mountains::view::View;

use crate::support::{Window, jingkang};

/// A game of Song with the tray up, in a window tall enough to hold all of it.
fn tray() -> Window {
    let mut window = Window::game("song", 1280.0, 3600.0);
    window.ask(Intent::Show(Panel::Orders));
    window
}

/// What the court may know, for a moment.
fn seen<T>(window: &Window, ask: impl FnOnce(&View<'_>) -> T) -> T {
    let shell = window.shell();
    let desk = shell.desk().expect("a desk");
    ask(&shell.session().expect("a game").view(desk.court))
}

fn asks(window: &Window) -> Vec<Ask> {
    let shell = window.shell();
    let asks = shell.session().expect("a game").asks().iter();
    asks.map(|(_, ask)| ask.clone()).collect()
}

fn has(window: &Window, label: &str) -> bool {
    window.find().query_all_by_label(label).next().is_some()
}

fn has_part(window: &Window, label: &str) -> bool {
    window
        .find()
        .query_all_by_label_contains(label)
        .next()
        .is_some()
}

/// Two orders that can be given on the first day, and one that the rules forbid.
fn marches(window: &Window) -> (OrderNow, OrderNow, OrderNow) {
    seen(window, |view| {
        let army = view.armies().next().expect("an army").id;
        let mut open = view
            .places()
            .map(|to| Order::March { army, to })
            .filter(|order| view.may_order(order).is_ok());
        let (a, b) = (open.next().expect("a road"), open.next().expect("a road"));
        let home = view.realm().seat;
        (a, b, Order::Besiege { army, place: home })
    })
}

#[test]
fn every_kind_of_order_can_be_reached() {
    let mut window = tray();
    let mut reached = 0;
    for group in ["Armies", "Towns", "People", "The court", "Envoys"] {
        window.click(&format!("Orders for {group}"));
        reached += window
            .find()
            .query_all_by_label_contains("Begin an order: ")
            .count();
    }
    assert_eq!(reached, OrderKind::ALL.len());
    // Each group by its digit, and a kind by its letter.
    window.key(Key::Num2);
    assert!(has(&window, "Begin an order: Fortify"));
    window.key(Key::F);
    let shell = window.shell();
    let aim = shell.desk().expect("a desk").aim.clone();
    assert_eq!(aim.map(|a| a.kind), Some(OrderKind::Fortify));
}

#[test]
fn letters_of_panels_and_of_the_turn_mean_the_same_beside_the_orders() {
    let desk = |window: &Window| window.shell().desk().expect("a desk").clone();
    let panels = [
        (Key::C, Panel::Council),
        (Key::T, Panel::Treasury),
        (Key::P, Panel::People),
        (Key::Y, Panel::Treaties),
        (Key::H, Panel::Chronicle),
        (Key::X, Panel::Codex),
    ];
    let mut window = tray();
    for group in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        for (key, panel) in panels {
            window.ask(Intent::Show(Panel::Orders));
            window.key(group);
            window.key(key);
            let desk = desk(&window);
            assert_eq!((desk.panel, desk.aim), (panel, None), "{group:?} {key:?}");
        }
    }
    // So it is while an order is half written, whatever it names already.
    let army = seen(&window, |view| view.armies().next().expect("an army").id);
    for aim in [
        Aim::new(OrderKind::March),
        Aim {
            army: Some(army),
            place: Some(seen(&window, |view| view.realm().seat)),
            ..Aim::new(OrderKind::March)
        },
    ] {
        for (key, panel) in panels {
            window.ask(Intent::Show(Panel::Orders));
            window.ask(Intent::Aim(Some(aim.clone())));
            window.key(key);
            assert_eq!((desk(&window).panel, desk(&window).aim), (panel, None));
        }
    }
    window.ask(Intent::Show(Panel::Orders));
    window.key(Key::N);
    assert!(desk(&window).overview && desk(&window).panel == Panel::Council);
    window.ask(Intent::Show(Panel::Orders));
    window.key(Key::M);
    assert_eq!(desk(&window).overlay, Some(Overlay::Menu));
    window.key(Key::Escape);
    let turn = seen(&window, |view| view.turn());
    window.ask(Intent::Show(Panel::Orders));
    window.key(Key::R);
    let asked = desk(&window).overlay == Some(Overlay::Ending);
    assert!(asked || seen(&window, |view| view.turn()) > turn);
}

#[test]
fn a_kind_that_nobody_could_give_now_is_closed() {
    let mut window = tray();
    window.key(Key::Num5);
    assert!(seen(&window, |view| view.proposals().next().is_none()));
    window.picture("orders-closed");
    window.key(Key::A);
    assert!(window.shell().desk().expect("a desk").aim.is_none());
    window.key(Key::Num1);
    window.key(Key::A);
    assert!(window.shell().desk().expect("a desk").aim.is_some());
}

#[test]
fn a_march_is_ordered_with_the_keyboard_alone() {
    let mut window = tray();
    window.key(Key::A);
    assert!(has(&window, "Which army?"));
    window.key(Key::Num1);
    assert!(has(&window, "Where to?"));
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    let aim = window.shell().desk().expect("a desk").aim.clone();
    let order = order_of(&aim.expect("an aim")).expect("an order");
    assert!(has(&window, "Give the order"));
    window.key(Key::Enter);
    assert_eq!(asks(&window), vec![Ask::Order(order)]);
    assert!(window.shell().desk().expect("a desk").aim.is_none());
    assert!(has_part(&window, "Order 1. "));
}

/// The armies that an order could name as they are listed: number and name.
fn listed(window: &mut Window) -> BTreeMap<String, String> {
    window.ask(Intent::Aim(Some(Aim::new(OrderKind::March))));
    let armies: Vec<String> = seen(window, |view| {
        view.armies()
            .map(|a| names::army_with_commander(view, a.id))
            .collect()
    });
    let found = armies.into_iter().map(|name| {
        let part = format!(". {name}. ");
        let label = window
            .find()
            .get_by_label_contains(&part)
            .accesskit_node()
            .label();
        let label = label.expect("a label");
        let (number, _) = label.split_once(". ").expect("a number");
        (name, number.to_owned())
    });
    found.collect()
}

#[test]
fn an_army_keeps_its_number_when_others_are_called_up() {
    let mut window = tray();
    let open = |window: &Window| -> Vec<Ask> {
        seen(window, |view| {
            let levies = view.levies().map(|army| Order::Raise { army });
            levies
                .filter(|order| view.may_order(order).is_ok())
                .map(Ask::Order)
                .collect()
        })
    };
    let pass = |window: &mut Window| {
        window.ask(Intent::EndTurn);
        window.ask(Intent::Understood);
        window.ask(Intent::Show(Panel::Orders));
    };
    for _ in 0..40 {
        if !open(&window).is_empty() {
            break;
        }
        pass(&mut window);
    }
    let levies = open(&window);
    assert!(!levies.is_empty(), "a levy can be called up");
    let before = listed(&mut window);
    for levy in levies {
        window.ask(Intent::Ask(levy));
        pass(&mut window);
    }
    let after = listed(&mut window);
    assert!(after.keys().any(|name| !before.contains_key(name)));
    let mut numbers: Vec<&String> = after.values().collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), after.len(), "each its own: {after:?}");
    let mut stayed = 0;
    for (name, number) in &after {
        if let Some(was) = before.get(name) {
            assert_eq!(number, was, "{name}");
            stayed += 1;
        }
    }
    assert!(stayed > 3, "{stayed} armies are still there");
    window.picture("orders-numbers");
    // Its digit still means the same army.
    let (name, _) = after.iter().find(|(_, n)| *n == "2").expect("the second");
    window.key(Key::Num2);
    let army = window.shell().desk().expect("a desk").aim.clone();
    let army = army.expect("an aim").army.expect("an army");
    assert_eq!(
        &seen(&window, |view| names::army_with_commander(view, army)),
        name
    );
}

#[test]
fn a_place_is_found_by_its_name() {
    let mut window = tray();
    window.key(Key::A);
    window.key(Key::Num1);
    window.key(Key::Slash);
    window
        .hands()
        .event(egui::Event::Text("hengzhou".to_owned()));
    window.frame();
    window.key(Key::Enter);
    let aim = window.shell().desk().expect("a desk").aim.clone();
    let place = aim.expect("an aim").place.expect("a place");
    let name = seen(&window, |view| {
        view.book().atlas.places[place.index()].name.clone()
    });
    assert!(name.to_lowercase().contains("hengzhou"), "{name}");
}

#[test]
fn escape_leaves_the_order_and_no_slip_is_lost() {
    let mut window = tray();
    let (first, ..) = marches(&window);
    window.ask(Intent::Ask(Ask::Order(first.clone())));
    window.key(Key::A);
    assert!(window.shell().desk().expect("a desk").aim.is_some());
    window.key(Key::Escape);
    assert!(window.shell().desk().expect("a desk").aim.is_none());
    assert_eq!(asks(&window), vec![Ask::Order(first)]);
}

#[test]
fn what_is_selected_on_the_map_is_taken_into_the_order() {
    let mut window = tray();
    let army = seen(&window, |view| view.armies().last().expect("an army").id);
    window.ask(Intent::Select(Some(Thing::Army(army))));
    window.key(Key::A);
    let aim = window.shell().desk().expect("a desk").aim.clone();
    assert_eq!(aim.expect("an aim").army, Some(army));
    assert!(has(&window, "Where to?"));
}

#[test]
fn an_order_is_given_changed_and_taken_back() {
    let mut window = tray();
    let (first, second, _) = marches(&window);
    window.ask(Intent::Ask(Ask::Order(first.clone())));
    let slip = "Order 1. ";
    window.find().get_by_label_contains(slip).click();
    window.frame();
    let aim = window.shell().desk().expect("a desk").aim.clone();
    assert_eq!(
        aim,
        Some(Aim {
            replaces: Some(0),
            ..aim_of(&first).expect("a form")
        })
    );
    window.ask(Intent::Aim(Some(Aim {
        replaces: Some(0),
        ..aim_of(&second).expect("a form")
    })));
    window.click("Give it instead");
    assert_eq!(asks(&window), vec![Ask::Order(second)]);
    window.click("Take back order 1");
    assert_eq!(asks(&window), Vec::new());
    assert!(has(&window, "Nothing is ordered yet this xun."));
}

#[test]
fn z_takes_back_the_last_and_arrows_walk_the_slips() {
    let mut window = tray();
    let (first, second, _) = marches(&window);
    window.ask(Intent::Ask(Ask::Order(first.clone())));
    window.ask(Intent::Ask(Ask::Order(second.clone())));
    window.key(Key::Z);
    assert_eq!(asks(&window), vec![Ask::Order(first.clone())]);
    window.ask(Intent::Ask(Ask::Order(second.clone())));
    window.key(Key::ArrowDown);
    window.key(Key::Delete);
    assert_eq!(asks(&window), vec![Ask::Order(second.clone())]);
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    let aim = window.shell().desk().expect("a desk").aim.clone();
    assert_eq!(aim.and_then(|a| order_of(&a)), Some(second));
}

#[test]
fn an_order_is_not_lost_when_what_was_to_replace_it_is_refused() {
    let mut window = tray();
    let (first, second, unlawful) = marches(&window);
    window.ask(Intent::Ask(Ask::Order(first.clone())));
    window.ask(Intent::Ask(Ask::Order(Order::Proclaim {
        what: Proclamation::Amnesty,
    })));
    let before = asks(&window);
    window.ask(Intent::Replace {
        index: 0,
        ask: Ask::Order(unlawful.clone()),
    });
    assert_eq!(asks(&window), before);
    let refused = window.shell().desk().expect("a desk").refused.clone();
    assert_eq!(refused.map(|r| r.ask), Some(Ask::Order(unlawful)));
    // A lawful one takes its place, and the later ones stand.
    window.ask(Intent::Replace {
        index: 0,
        ask: Ask::Order(second.clone()),
    });
    assert_eq!(asks(&window), vec![Ask::Order(second), before[1].clone()]);
    assert!(window.shell().desk().expect("a desk").refused.is_none());
}

#[test]
fn without_edicts_an_order_can_stand_in_anothers_place() {
    let mut window = tray();
    let (first, ..) = marches(&window);
    window.ask(Intent::Ask(Ask::Order(first.clone())));
    let amnesty = Ask::Order(Order::Proclaim {
        what: Proclamation::Amnesty,
    });
    while seen(&window, |view| view.realm().edicts) > 0 {
        window.ask(Intent::Ask(amnesty.clone()));
    }
    let arms = Ask::Order(Order::Proclaim {
        what: Proclamation::CallToArms,
    });
    let full = asks(&window).len();
    window.ask(Intent::Ask(arms.clone()));
    assert!(has(&window, "Too few edicts are left this xun."));
    assert!(has(&window, "Edicts needed: 1"));
    assert!(has(&window, "Missing: 1"));
    window.picture("orders-refused");
    window.key(Key::A);
    let after = asks(&window);
    assert_eq!((after.len(), after.last()), (full, Some(&arms)));
    assert!(window.shell().desk().expect("a desk").refused.is_none());
}

/// Orders of many kinds over whatever there is, for finding what is refused and why.
fn everything(view: &View<'_>) -> Vec<OrderNow> {
    let book = view.book();
    let armies: Vec<ArmyId> = (0..book.armies.len()).map(ArmyId::of).collect();
    let mut found = Vec::new();
    for army in armies {
        found.push(Order::Hold { army });
        found.push(Order::Raise { army });
        found.push(Order::Garrison { army, men: 900_000 });
        for to in view.places() {
            found.push(Order::March { army, to });
        }
        if view.army(army).is_some() {
            for place in view.places() {
                found.push(Order::Besiege { army, place });
                found.push(Order::Relieve { army, place });
            }
        }
    }
    for place in view.places() {
        found.push(Order::Levy { place, men: 30_000 });
        found.push(Order::Fortify { place });
        found.push(Order::Provision { place });
        found.push(Order::BuildBoats { place });
        found.push(Order::HandOver { place });
        found.push(Order::FeedPeople {
            place,
            shi: 900_000_000,
        });
    }
    for draft in (0..book.drafts.len()).map(DraftId::of) {
        found.push(Order::Propose { draft });
        found.push(Order::Accept { draft });
        found.push(Order::PayDue { draft });
    }
    let own = view.armies().next().map(|a| a.id);
    for person in (0..book.people.len()).map(PersonId::of) {
        found.push(Order::Dismiss { person });
        found.extend(own.map(|army| Order::Command { person, army }));
        for post in (0..book.posts.len()).map(PostId::of) {
            found.push(Order::Appoint { person, post });
        }
    }
    found
}

#[test]
fn every_refusal_shows_its_reason_and_its_ways() {
    let mut window = tray();
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..30 {
        // One example of each reason as the game stands.
        let mut examples: BTreeMap<String, (OrderNow, Refusal)> = BTreeMap::new();
        seen(&window, |view| {
            for order in everything(view) {
                if let Err(why) = view.may_order(&order) {
                    let name = format!("{why:?}");
                    let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
                    if !shown.contains_key(name) {
                        examples.entry(name.to_owned()).or_insert((order, why));
                    }
                }
            }
        });
        for (name, (order, why)) in examples {
            let ask = Ask::Order(order);
            window.ask(Intent::Ask(ask.clone()));
            let refused = window.shell().desk().expect("a desk").refused.clone();
            assert_eq!(refused.map(|r| r.why), Some(why.clone()));
            assert!(has(&window, "Refused"), "{name}");
            let (lines, found) = {
                let shell = window.shell();
                let session = shell.session().expect("a game");
                let court = shell.desk().expect("a desk").court;
                let view = session.view(court);
                (
                    refusal_of(session.texts(), &view, &ask, &why),
                    ways::ways(session, court, &ask, &why),
                )
            };
            if let Some(sum) = ways::sum(&ask, &why) {
                assert!(sum.missing() > 0);
                assert!(has_part(&window, "Missing: "), "{name}");
            } else {
                assert!(has(&window, &lines[0]), "{name}: {lines:?}");
            }
            if found.is_empty() {
                assert!(has(&window, "Nothing this court can do would do it."));
            }
            for (way, key) in found.iter().zip(["A. ", "B. ", "D. ", "F. "]) {
                assert!(has_part(&window, key), "{name}: {way:?}");
                if let Way::Order(order) = &way.way {
                    let lawful = seen(&window, |view| view.may_order(order));
                    assert_eq!(lawful.err(), way.closed, "{name}");
                }
            }
            shown.insert(name, found.len());
            window.ask(Intent::PutAway);
        }
        window.ask(Intent::EndTurn);
        window.ask(Intent::Show(Panel::Orders));
        window.ask(Intent::Understood);
    }
    for name in [
        "AlreadySo",
        "Besieged",
        "CommandsAlready",
        "HoldsNothing",
        "Needs",
        "NoRiver",
        "NoSuchArmy",
        "NotALevy",
        "NotAtHand",
        "NotBesieged",
        "NotCeded",
        "NotHostile",
        "NotProposed",
        "NotYourArmy",
        "NotYourDraft",
        "NotYourPost",
        "NotYours",
        "NothingDue",
        "NothingToDo",
        "ShutIn",
        "TooFewMen",
        "TooPoor",
    ] {
        assert!(
            shown.contains_key(name),
            "{name} was never shown: {shown:?}"
        );
    }
}

#[test]
fn a_way_out_opens_the_order_that_it_names() {
    let mut window = tray();
    let (who, army) = seen(&window, |view| {
        let armies: Vec<_> = view.armies().collect();
        let captain = armies.iter().find_map(|a| a.commander).expect("a captain");
        let other = armies
            .iter()
            .find(|a| a.commander != Some(captain))
            .expect("another army");
        (captain, other.id)
    });
    window.ask(Intent::Ask(Ask::Order(Order::Command {
        person: who,
        army,
    })));
    window.key(Key::A);
    let aim = window.shell().desk().expect("a desk").aim.clone();
    assert_eq!(
        aim.and_then(|a| order_of(&a)),
        Some(Order::Dismiss { person: who })
    );
}

#[test]
fn an_amount_is_bounded_by_what_there_is() {
    let mut window = tray();
    let place = seen(&window, |view| view.realm().seat);
    window.ask(Intent::Aim(Some(Aim {
        place: Some(place),
        ..Aim::new(OrderKind::Levy)
    })));
    window.key(Key::Num3);
    let amount = |window: &Window| {
        let aim = window.shell().desk().expect("a desk").aim.clone();
        aim.expect("an aim").amount
    };
    assert_eq!(amount(&window), 5_000);
    window.key(Key::ArrowRight);
    assert_eq!(amount(&window), 5_500);
    window.click("Set it to 20,000");
    window.key(Key::ArrowRight);
    assert_eq!(amount(&window), 20_000);
}

#[test]
fn it_holds_in_every_window_and_theme() {
    let sizes = [
        ("1280x720", 1280.0, 720.0, 100, Theme::Paper),
        ("1024x768", 1024.0, 768.0, 100, Theme::Night),
        ("1920x1080", 1920.0, 1080.0, 100, Theme::Contrast),
        ("200pct", 1280.0, 720.0, 200, Theme::Paper),
    ];
    for (name, width, height, text_percent, theme) in sizes {
        let settings = Settings {
            text_percent,
            theme,
            ..Settings::default()
        };
        let mut window = Window::with(settings, width, height);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        window.ask(Intent::Show(Panel::Orders));
        window.picture(&format!("orders-{name}-empty"));
        let (first, second, unlawful) = marches(&window);
        window.ask(Intent::Ask(Ask::Order(first)));
        window.ask(Intent::Ask(Ask::Order(second.clone())));
        window.picture(&format!("orders-{name}-slips"));
        window.ask(Intent::Ask(Ask::Order(unlawful)));
        window.picture(&format!("orders-{name}-refused"));
        window.ask(Intent::Aim(Some(Aim::new(OrderKind::March))));
        window.picture(&format!("orders-{name}-who"));
        window.ask(Intent::Aim(aim_of(&second)));
        window.picture(&format!("orders-{name}-whole"));
        assert!(has(&window, "Orders of this xun 令") || has(&window, "Orders of this xun"));
        // Nothing of the tray reaches over its edge.
        let tray = window.find().get_by_label("Take back the last one").rect();
        assert!(tray.max.x * f32::from(text_percent) / 100.0 <= width);
    }
}
