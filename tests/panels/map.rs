//! The map: what stands on it, what moves it, what a click on it means.

use std::sync::Arc;

use egui::{Event, Id, Key, Modifiers, MouseWheelUnit, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable;
use rivers_and_mountains::base::ids::PlaceId;
use rivers_and_mountains::earth::{Spot, size};
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::panels::desk::{Aim, Camera, OrderKind, Panel, Thing};
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::map::camera::{Frame, bounded};
use rivers_and_mountains::panels::map::names::Named;
use rivers_and_mountains::panels::map::plan::Plan;
use rivers_and_mountains::panels::map::roads::spot;
use rivers_and_mountains::panels::settings::{Settings, Theme};

use crate::support::{Window, book, jingkang};

fn place(id: &str) -> PlaceId {
    book().place(id).expect("a place")
}

/// The map alone, looking at a place.
fn map_at(window: &mut Window, id: &str, km_per_point: f64) {
    window.ask(Intent::Show(Panel::Map));
    window.ask(Intent::Look(Camera {
        centre: spot(&book(), place(id)),
        km_per_point,
    }));
}

fn plan(window: &Window) -> Arc<Plan> {
    window
        .find()
        .ctx
        .data(|d| d.get_temp::<Arc<Plan>>(Id::new("map-plan")))
        .expect("a plan")
}

fn frame(window: &Window) -> Frame {
    let shell = window.shell();
    let beneath = shell.beneath().expect("a map");
    Frame {
        rect: beneath.rect,
        camera: beneath.camera,
    }
}

fn turns(window: &mut Window, n: usize) {
    for _ in 0..n {
        window.ask(Intent::EndTurn);
    }
}

#[test]
fn names_never_overlap_at_any_distance() {
    let mut window = Window::game("song", 1280.0, 720.0);
    turns(&mut window, 8);
    for km_per_point in [0.25, 0.3, 0.45, 0.6, 0.7, 1.0, 1.3, 1.6, 2.4, 4.0] {
        map_at(&mut window, "kaifeng", km_per_point);
        let plan = plan(&window);
        assert!(plan.names.len() > 5, "{km_per_point}: names are shown");
        let capital = Named::Place(place("kaifeng"));
        assert!(
            plan.names.iter().any(|n| n.of == capital),
            "{km_per_point}: the capital has its name"
        );
        for (i, a) in plan.names.iter().enumerate() {
            for b in &plan.names[i + 1..] {
                assert!(
                    !a.rect.shrink(1.1).intersects(b.rect.shrink(1.1)),
                    "{km_per_point}: {a:?} over {b:?}"
                );
            }
            for flag in &plan.flags {
                let over = flag.rect.shrink(1.1).intersects(a.rect.shrink(1.1));
                assert!(!over, "{km_per_point}: {a:?} over {flag:?}");
            }
        }
    }
}

#[test]
fn nothing_moves_on_the_ground_while_it_is_panned() {
    let mut window = Window::game("song", 1280.0, 720.0);
    turns(&mut window, 4);
    map_at(&mut window, "kaifeng", 0.9);
    let before = plan(&window);
    map_at(&mut window, "taiyuan", 0.9);
    let after = plan(&window);
    let of = |plan: &Plan| -> Vec<_> {
        plan.names
            .iter()
            .map(|n| (n.rect.min, n.rect.max))
            .collect()
    };
    assert_eq!(of(&before), of(&after));
    assert_ne!(
        frame(&window).camera.centre,
        spot(&book(), place("kaifeng"))
    );
}

#[test]
fn zooming_keeps_what_is_under_the_cursor() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 1.0);
    let at = pos2(500.0, 300.0);
    let before = frame(&window).spot(at);
    let harness = window.hands();
    harness.event(Event::PointerMoved(at));
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 120.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..6 {
        window.frame();
    }
    let now = frame(&window);
    assert!(
        now.camera.km_per_point < 0.99,
        "{}",
        now.camera.km_per_point
    );
    assert!(now.spot(at).km(before) < 0.5, "{:?}", now.spot(at));
}

#[test]
fn the_camera_stays_on_the_earth() {
    let far = bounded(Camera {
        centre: Spot { x: -900.0, y: 1e9 },
        km_per_point: 77.0,
    });
    assert_eq!((far.centre.x, far.centre.y), (0.0, size().y));
    assert_eq!(far.km_per_point, Camera::KM_PER_POINT.1);
    let frame = Frame {
        rect: egui::Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)),
        camera: far,
    };
    let there = frame.dragged(vec2(1e6, 1e6));
    assert!(there.centre.x >= 0.0 && there.centre.y >= 0.0);
    assert!(frame.zoomed(pos2(10.0, 10.0), 1e9).km_per_point >= Camera::KM_PER_POINT.0);
    let spot = frame.spot(pos2(3.0, 77.0));
    assert!(frame.point(spot).distance(pos2(3.0, 77.0)) < 0.01);
}

#[test]
fn keys_and_buttons_move_the_map() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 1.0);
    let before = frame(&window).camera;
    window.key(Key::ArrowRight);
    let after = frame(&window).camera;
    assert!(after.centre.x > before.centre.x + 50.0);
    window.click("Nearer");
    assert!(frame(&window).camera.km_per_point < 0.8);
    window.click("Farther");
    window.key(Key::Minus);
    assert!(frame(&window).camera.km_per_point > 1.2);
}

#[test]
fn a_click_on_a_town_selects_it_and_says_what_it_is() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 0.6);
    let kaifeng = place("kaifeng");
    window
        .find()
        .get_by_label_contains("Kaifeng 開封, capital, Song")
        .click();
    window.frame();
    let selected = window.shell().desk().expect("a desk").selected;
    assert_eq!(selected, Some(Thing::Place(kaifeng)));
    // Its card stands there, with what can be ordered of a town of one's own.
    window.frame();
    window.find().get_by_label_contains("Lay in food");
    window.find().get_by_label_contains("Send powder");
    window
        .find()
        .get_by_label_contains("Powder weapons: 48 loads");
    window.picture("map-card-place");
    window.click("Put the card away");
    assert_eq!(window.shell().desk().expect("a desk").selected, None);
}

#[test]
fn an_order_is_aimed_by_one_click_and_given_by_the_second() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let army = book().army("western_van").expect("an army");
    map_at(&mut window, "jingzhao", 0.8);
    window.ask(Intent::Show(Panel::Orders));
    window.ask(Intent::Look(Camera {
        centre: spot(&book(), place("shanzhou")),
        km_per_point: 0.6,
    }));
    window.ask(Intent::Aim(Some(Aim {
        army: Some(army),
        ..Aim::new(OrderKind::March)
    })));
    let click = |window: &mut Window| {
        window
            .find()
            .get_by_label_contains("Shanzhou 陝州, prefecture")
            .click();
        window.frame();
    };
    click(&mut window);
    let shanzhou = place("shanzhou");
    let aim = window.shell().desk().expect("a desk").aim.clone();
    assert_eq!(aim.expect("an aim").place, Some(shanzhou));
    window.picture("map-aim");
    click(&mut window);
    let shell = window.shell();
    let asks = shell.session().expect("a game").asks();
    let march = Ask::Order(Order::March { army, to: shanzhou });
    assert!(asks.iter().any(|(_, ask)| *ask == march), "{asks:?}");
}

#[test]
fn an_army_on_its_card_takes_its_letters_while_it_has_the_focus() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "jingzhao", 0.6);
    let army = book().army("western_van").expect("an army");
    window
        .find()
        .get_by_label_contains("Zhong Shidao's western troops, Song")
        .click();
    window.frame();
    let selected = window.shell().desk().expect("a desk").selected;
    assert_eq!(selected, Some(Thing::Army(army)));
    assert!(
        window
            .find()
            .query_all_by_label_contains("Weight here")
            .next()
            .is_some()
    );
    window.key(Key::A);
    let desk = window.shell().desk().expect("a desk").clone();
    assert_eq!(desk.panel, Panel::Orders);
    let aim = desk.aim.expect("an aim");
    assert_eq!((aim.kind, aim.army), (OrderKind::March, Some(army)));
}

#[test]
fn an_order_that_lacks_its_army_takes_the_one_that_is_clicked() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "jingzhao", 0.6);
    window.ask(Intent::Aim(Some(Aim::new(OrderKind::March))));
    window
        .find()
        .get_by_label_contains("Zhong Shidao's western troops, Song")
        .click();
    window.frame();
    let aim = window.shell().desk().expect("a desk").aim.clone();
    let aim = aim.expect("an aim");
    assert_eq!((aim.army, aim.place), (book().army("western_van"), None));
}

#[test]
fn nothing_moves_on_the_map_when_something_is_chosen() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 0.8);
    window.frame();
    let stand = |window: &Window| {
        let plan = plan(window);
        let flags: Vec<_> = plan
            .flags
            .iter()
            .map(|f| (f.armies[0].id, f.rect))
            .collect();
        let names: Vec<_> = plan.names.iter().map(|n| (n.of, n.rect)).collect();
        (flags, names)
    };
    let (flags, names) = stand(&window);
    let known = flags.len();
    assert!(known > 3, "{known} banners");
    let armies: Vec<_> = flags.iter().map(|(army, _)| Thing::Army(*army)).collect();
    for thing in armies.into_iter().chain([Thing::Place(place("kaifeng"))]) {
        window.ask(Intent::Select(Some(thing)));
        let (now_flags, now_names) = stand(&window);
        assert_eq!(now_flags, flags, "{thing:?}");
        assert!(
            names.iter().all(|name| now_names.contains(name)),
            "{thing:?}"
        );
    }
}

#[test]
fn the_keyboard_goes_from_sign_to_sign() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 0.6);
    let found = (0..40).any(|_| {
        window.key(Key::Tab);
        window
            .find()
            .query_by(|node| {
                node.is_focused()
                    && node
                        .label()
                        .is_some_and(|label| label.contains("prefecture, Song"))
            })
            .is_some()
    });
    assert!(found, "a place has the focus");
    window.key(Key::Enter);
    let selected = window.shell().desk().expect("a desk").selected;
    assert!(matches!(selected, Some(Thing::Place(_))), "{selected:?}");
}

#[test]
fn what_is_beyond_the_frame_has_a_tab_that_leads_there() {
    let mut window = Window::game("song", 1280.0, 720.0);
    map_at(&mut window, "kaifeng", 0.45);
    let army = book().army("western_van").expect("an army");
    window.ask(Intent::Select(Some(Thing::Army(army))));
    let tab = "Beyond the frame: Zhong Shidao's western troops";
    window.find().get_by_label_contains(tab).click();
    window.frame();
    let camera = frame(&window).camera;
    let there = spot(&book(), place("jingzhao"));
    assert!(camera.centre.km(there) < 1.0, "{camera:?}");
    assert!(
        window.find().query_by_label_contains(tab).is_none(),
        "it is in sight now"
    );
}

#[test]
fn a_march_foreseen_is_the_march_that_is_made() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let army = book().army("western_van").expect("an army");
    let to = place("shanzhou");
    let foreseen = {
        let shell = window.shell();
        let session = shell.session().expect("a game");
        let view = session.view(jingkang("song").1);
        view.route(army, to).expect("a way")
    };
    let last = foreseen.steps.last().expect("steps");
    assert_eq!(last.place, to);
    window.ask(Intent::Ask(Ask::Order(Order::March { army, to })));
    let xun = last.days.div_ceil(11);
    turns(&mut window, usize::try_from(xun).expect("a few"));
    let shell = window.shell();
    let session = shell.session().expect("a game");
    let own = session
        .view(jingkang("song").1)
        .army(army)
        .expect("it stands");
    let on_the_way: Vec<PlaceId> = foreseen.steps.iter().map(|s| s.place).collect();
    assert!(
        own.at == to || on_the_way.contains(&own.at),
        "{:?} is not on {on_the_way:?}",
        own.at
    );
}

#[test]
fn a_march_from_the_road_is_foreseen_as_it_is_made() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let army = book().army("western_van").expect("an army");
    let own = |window: &Window| {
        let shell = window.shell();
        let view = shell.session().expect("a game").view(jingkang("song").1);
        view.army(army).expect("it stands")
    };
    let foreseen = |window: &Window, to: PlaceId| {
        let shell = window.shell();
        let view = shell.session().expect("a game").view(jingkang("song").1);
        view.route(army, to)
    };
    let order = |window: &mut Window, order: OrderNow| {
        window.ask(Intent::Ask(Ask::Order(order)));
    };
    // Set out, and halted between two towns.
    order(
        &mut window,
        Order::March {
            army,
            to: place("kaifeng"),
        },
    );
    for _ in 0..8 {
        if own(&window).next.is_some() {
            break;
        }
        turns(&mut window, 1);
    }
    let next = own(&window).next.expect("it is on a road");
    assert!(own(&window).done_km > 0);
    order(&mut window, Order::Hold { army });
    assert_eq!(own(&window).next, Some(next), "it halts where it is");
    let from = own(&window).at;
    // One place on the way that it was going, and one that lies elsewhere.
    let book = book();
    let neighbours = book.atlas.neighbours[from.index()].iter();
    let elsewhere = neighbours
        .map(|(_, to)| *to)
        .find(|to| book.atlas.next(from, *to) != next && foreseen(&window, *to).is_some())
        .expect("another way");
    for to in [next, elsewhere] {
        let before = foreseen(&window, to).expect("a way");
        window.ask(Intent::Ask(Ask::Order(Order::March { army, to })));
        let after = foreseen(&window, to).expect("a way");
        assert_eq!(
            before.steps, after.steps,
            "what was shown is what was ordered"
        );
        if to == next {
            window.ask(Intent::Ask(Ask::Order(Order::Hold { army })));
            // Nearer than from the town that it left.
            let shell = window.shell();
            let view = shell.session().expect("a game").view(jingkang("song").1);
            let km = view.km_to(&own(&window), to, &before);
            assert!(km < book.atlas.km(from, to), "{km}");
        }
    }
    let last = foreseen(&window, elsewhere).expect("a way").steps;
    let last = last.last().expect("a step").on;
    for _ in 0..12 {
        let day = {
            let shell = window.shell();
            let view = shell.session().expect("a game").view(jingkang("song").1);
            view.day()
        };
        if day >= last {
            break;
        }
        assert_ne!(
            own(&window).at,
            elsewhere,
            "not before the day that was shown"
        );
        turns(&mut window, 1);
    }
    assert_eq!(own(&window).at, elsewhere, "it is there on that day");
}

/// Where things with these words in their labels are on the screen.
fn rects(window: &Window, part: &str) -> Vec<egui::Rect> {
    let found = window.find().query_all_by_label_contains(part);
    found.map(|node| node.rect()).collect()
}

#[test]
fn tabs_at_the_edge_keep_clear_of_banners_and_names() {
    let mut window = Window::game("song", 1280.0, 720.0);
    turns(&mut window, 10);
    let (mut tabs, mut near) = (0, 0);
    for panel in [Panel::Map, Panel::Council, Panel::Orders] {
        for km_per_point in [0.3, 0.6, 1.0] {
            for id in ["kaifeng", "taiyuan", "jingzhao", "daming"] {
                window.ask(Intent::Show(panel));
                window.ask(Intent::Look(Camera {
                    centre: spot(&book(), place(id)),
                    km_per_point,
                }));
                window.frame();
                let (plan, frame) = (plan(&window), frame(&window));
                let flags = plan.flags.iter().map(|f| f.rect);
                let names = plan.names.iter().map(|n| n.rect);
                let stands: Vec<_> = flags
                    .chain(names)
                    .map(|rect| rect.translate(frame.offset()))
                    .collect();
                for tab in rects(&window, "Beyond the frame: ") {
                    tabs += 1;
                    assert!(frame.rect.contains_rect(tab));
                    near += stands.iter().filter(|r| frame.rect.intersects(**r)).count();
                    for rect in &stands {
                        let over = rect.intersects(tab.shrink(1.0));
                        assert!(!over, "{panel:?} {id} {km_per_point}: {tab:?} on {rect:?}");
                    }
                }
            }
        }
    }
    assert!(tabs > 30 && near > 30, "{tabs} tabs, {near} signs");
    window.picture("map-tabs");
}

#[test]
fn the_card_does_not_lie_on_what_it_speaks_of() {
    let mut window = Window::game("song", 1280.0, 720.0);
    turns(&mut window, 4);
    let card = |window: &Window| -> egui::Rect {
        let shown = window
            .find()
            .ctx
            .memory(|m| m.area_rect(Id::new("map-card")));
        shown.expect("a card")
    };
    let mut moved = 0;
    for panel in [Panel::Council, Panel::Map, Panel::Orders] {
        for id in ["kaifeng", "jingzhao"] {
            let town = spot(&book(), place(id));
            let things = {
                let shell = window.shell();
                let session = shell.session().expect("a game");
                let view = session.view(jingkang("song").1);
                let army = view
                    .armies()
                    .find(|a| a.at == place(id) && a.next.is_none());
                let army = army.map(|a| Thing::Army(a.id));
                army.into_iter()
                    .chain([Thing::Place(place(id))])
                    .collect::<Vec<_>>()
            };
            for thing in things {
                for across in [-0.42, 0.0, 0.42] {
                    for down in [-0.4, 0.0, 0.42] {
                        window.ask(Intent::Select(None));
                        window.ask(Intent::Show(panel));
                        let size = frame(&window).rect.size();
                        let camera = Camera {
                            centre: Spot {
                                x: town.x - f64::from(size.x * across) * 0.6,
                                y: town.y - f64::from(size.y * down) * 0.6,
                            },
                            km_per_point: 0.6,
                        };
                        window.ask(Intent::Look(camera));
                        window.ask(Intent::Select(Some(thing)));
                        window.frame();
                        moved += usize::from(frame(&window).camera != camera);
                        let (plan, frame) = (plan(&window), frame(&window));
                        let sign = match thing {
                            Thing::Place(place) => {
                                let town = plan.town(place).expect("a sign");
                                egui::Rect::from_center_size(town.at, egui::Vec2::splat(town.side))
                            }
                            Thing::Army(army) => {
                                let mut flags = plan.flags.iter();
                                flags
                                    .find(|f| f.armies.iter().any(|a| a.id == army))
                                    .expect("a banner")
                                    .hand
                            }
                        };
                        let sign = sign.translate(frame.offset());
                        let card = card(&window);
                        assert!(
                            !card.intersects(sign),
                            "{panel:?} {thing:?} {across} {down}: {card:?} on {sign:?}"
                        );
                        assert!(
                            frame.rect.contains_rect(card.shrink(1.0)),
                            "{panel:?} {thing:?} {across} {down}: {card:?}"
                        );
                    }
                }
            }
        }
    }
    window.picture("map-card-clear");
    assert!(moved < 20, "as a rule the card finds a corner: {moved}");
}

#[test]
fn the_map_follows_the_order_being_made_and_only_where_it_must() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let army = book().army("western_van").expect("an army");
    let looks = Camera {
        centre: spot(&book(), place("huining")),
        km_per_point: 0.6,
    };
    window.ask(Intent::Show(Panel::Orders));
    window.ask(Intent::Look(looks));
    let aim = Aim {
        army: Some(army),
        ..Aim::new(OrderKind::March)
    };
    let seen = |window: &Window, id: &str| {
        let frame = frame(window);
        let at = frame.point(spot(&book(), place(id)));
        frame.rect.shrink(30.0).contains(at)
    };
    // The army comes into sight; how near one looks stays as it was.
    assert!(!seen(&window, "jingzhao"));
    window.ask(Intent::Aim(Some(aim.clone())));
    assert!(seen(&window, "jingzhao"));
    let near = frame(&window).camera;
    assert!((near.km_per_point - 0.6).abs() < 1e-9);
    // What is in sight moves nothing.
    window.ask(Intent::Aim(Some(Aim {
        place: Some(place("tongguan")),
        ..aim.clone()
    })));
    assert_eq!(frame(&window).camera, near);
    // A goal far away is shown together with the army.
    window.ask(Intent::Aim(Some(Aim {
        place: Some(place("daming")),
        ..aim.clone()
    })));
    window.frame();
    assert!(seen(&window, "jingzhao") && seen(&window, "daming"));
    window.picture("map-follows");
    // Whoever looks elsewhere meanwhile is left alone.
    window.ask(Intent::Look(looks));
    window.frame();
    assert_eq!(frame(&window).camera, looks);
}

#[test]
fn the_legend_names_every_court_that_is_on_the_map() {
    for (file, least) in [("shaoxing.ron", 5), ("haishang.ron", 4)] {
        for (width, height) in [(1280.0, 720.0), (1024.0, 768.0)] {
            let size = (width, height);
            let mut window = Window::game_of(file, "song", Settings::default(), size);
            turns(&mut window, 2);
            let names: Vec<String> = {
                let shell = window.shell();
                let desk = shell.desk().expect("a desk");
                let view = shell.session().expect("a game").view(desk.court);
                let held = view.places().filter_map(|p| view.holder(p));
                let mut courts: Vec<_> = held.chain(view.known().map(|a| a.court)).collect();
                courts.push(view.court());
                courts.sort_unstable();
                courts.dedup();
                let name = |c: &rivers_and_mountains::base::ids::CourtId| {
                    let name = rivers_and_mountains::prose::names::court(view.book(), *c);
                    rivers_and_mountains::prose::capital(&name)
                };
                courts.iter().map(name).collect()
            };
            assert!(names.len() >= least, "{file}: {names:?}");
            for panel in [Panel::Council, Panel::Orders, Panel::Map] {
                window.ask(Intent::Show(panel));
                let lettering = window.lettering();
                let foot = height - 300.0;
                for name in &names {
                    let named = lettering.iter().any(|(words, rect)| {
                        let at = panel == Panel::Orders || rect.min.y > foot;
                        at && words.ends_with(name.as_str()) && words.contains(" · ")
                    });
                    let spoken = rects(&window, "Who holds what: ").len() == 1;
                    // Where the map is a narrow strip the letters stand alone.
                    let narrow = panel == Panel::Council && spoken;
                    assert!(named || narrow, "{file} {width} {panel:?}: {name}");
                }
                window.picture(&format!("legend-{file}-{width}-{panel:?}"));
            }
        }
    }
}

/// Which side of the line from a to b a point lies on.
fn side(a: Pos2, b: Pos2, c: Pos2) -> bool {
    (b - a).rot90().dot(c - a) > 0.0
}

#[test]
fn banners_stand_by_their_armies_from_any_height() {
    let mut window = Window::game("song", 1280.0, 720.0);
    let mut shared = 0;
    for _ in 0..3 {
        turns(&mut window, 5);
        for km_per_point in [0.45, 1.0, 1.5, 2.25, 3.0, 4.0] {
            map_at(&mut window, "kaifeng", km_per_point);
            let (plan, frame) = (plan(&window), frame(&window));
            let mut counted: Vec<_> = plan
                .flags
                .iter()
                .flat_map(|f| f.armies.iter().map(|a| a.id))
                .collect();
            let all = counted.len();
            counted.sort_unstable();
            counted.dedup();
            assert_eq!(counted.len(), all, "nobody has two banners");
            let known = {
                let shell = window.shell();
                let view = shell.session().expect("a game").view(jingkang("song").1);
                view.armies().count() + view.known().count()
            };
            assert_eq!(all, known, "everybody has one");
            for (i, flag) in plan.flags.iter().enumerate() {
                let aside = flag.foot.distance(flag.at);
                assert!(
                    aside < 50.0,
                    "{km_per_point}: {aside} points aside: {flag:?}"
                );
                shared += flag.armies.len() - 1;
                for army in &flag.armies {
                    let from = frame.sheet(army.spot).distance(flag.at);
                    assert!(from < 41.0, "{km_per_point}: shared from {from} points off");
                    assert_eq!(army.court, flag.armies[0].court);
                }
                for other in &plan.flags[i + 1..] {
                    let (a, b, c, d) = (flag.foot, flag.at, other.foot, other.at);
                    let cross = b.distance(d) > 1.0
                        && side(a, b, c) != side(a, b, d)
                        && side(c, d, a) != side(c, d, b);
                    assert!(!cross, "{km_per_point}: {flag:?} across {other:?}");
                    let over = flag.rect.shrink(1.0).intersects(other.rect.shrink(1.0));
                    assert!(!over, "{km_per_point}: {flag:?} over {other:?}");
                }
            }
        }
    }
    assert!(shared > 5, "{shared} share a banner");
}

#[test]
fn pictures_of_the_map() {
    if std::env::var_os("PICTURES").is_none() {
        return;
    }
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, theme, width, height, percent) in [
        ("paper", Theme::Paper, 1280.0, 720.0, 100),
        ("night", Theme::Night, 1280.0, 720.0, 100),
        ("contrast", Theme::Contrast, 1024.0, 768.0, 100),
        ("large", Theme::Paper, 1280.0, 720.0, 200),
        ("wide", Theme::Paper, 1920.0, 1080.0, 100),
    ] {
        if !name.contains(&only) {
            continue;
        }
        let settings = Settings {
            theme,
            text_percent: percent,
            ..Settings::default()
        };
        let mut window = Window::with(settings, width, height);
        let (scenario, court) = jingkang("song");
        window.ask(Intent::Begin { scenario, court });
        turns(&mut window, 8);
        std::thread::sleep(std::time::Duration::from_secs(4));
        for (near, km) in [("near", 0.45), ("middle", 1.0), ("far", 2.4)] {
            map_at(&mut window, "kaifeng", km);
            window.picture(&format!("map-{name}-{near}"));
        }
        map_at(&mut window, "kaifeng", 0.5);
        let army = {
            let shell = window.shell();
            let session = shell.session().expect("a game");
            let view = session.view(court);
            view.armies().max_by_key(|a| a.men).expect("an army").id
        };
        window.ask(Intent::Show(Panel::Orders));
        window.ask(Intent::Select(Some(Thing::Army(army))));
        window.ask(Intent::Aim(Some(Aim {
            army: Some(army),
            place: Some(place("daming")),
            ..Aim::new(OrderKind::March)
        })));
        window.picture(&format!("map-{name}-orders"));
        window.ask(Intent::Show(Panel::Council));
        window.ask(Intent::Select(None));
        window.picture(&format!("map-{name}-council"));
    }
}
