//! The keyboard of the whole game screen. It reads last: a panel that has use for a key takes it first with `consume_key`.
//!
//! Panels have letters, options digits; none of them clash. Escape goes back one step and never loses anything.

use egui::{Context, Event, Key, Modifiers};

use super::council::{chosen, end, matter_open, papers, rows, run_on, undo};
use super::desk::{Overlay, Panel, Tab};
use super::intent::Intent;
use super::layout::Room;
use super::rail;
use super::sight::Sight;
use crate::engine::Ask;
use crate::orders::Order;

/// Digits, in the order of what they stand for.
pub(super) const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the keys pressed in this frame ask for.
pub fn keys(ctx: &Context, see: &Sight<'_>, out: &mut Vec<Intent>) {
    if ctx.text_edit_focused() {
        return;
    }
    let undone = ctx.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Z));
    if undone {
        out.extend(undo(see));
    }
    let pressed: Vec<Key> = ctx.input(|i| {
        i.events
            .iter()
            .filter_map(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if !modifiers.command && !modifiers.alt => Some(*key),
                _ => None,
            })
            .collect()
    });
    let focused = ctx.memory(|m| m.focused().is_some());
    for key in pressed {
        // Enter presses the button that has the focus, if one has.
        if key == Key::Enter && focused {
            continue;
        }
        one(ctx, see, key, out);
    }
}

fn one(ctx: &Context, see: &Sight<'_>, key: Key, out: &mut Vec<Intent>) {
    match key {
        Key::Escape => back(ctx, see, out),
        // Some keyboards send the question mark as the key it stands on.
        Key::F1 | Key::Questionmark | Key::Slash => out.push(Intent::Lay(Some(Overlay::Help))),
        Key::F2 if see.desk.bench.is_some() => {
            out.push(Intent::Lay(Some(Overlay::Bench(Tab::default()))));
        }
        Key::M if see.layout.room == Room::Small => out.push(Intent::SwapMap),
        Key::M => out.push(Intent::Lay(Some(Overlay::Menu))),
        _ => {
            let panel = rail::panels(see)
                .iter()
                .find(|panel| Key::from_name(rail::letter(**panel)) == Some(key));
            if let Some(panel) = panel {
                out.push(if *panel == Panel::Council && see.desk.panel == *panel {
                    Intent::Overview
                } else {
                    Intent::Show(*panel)
                });
            } else if !see.is_over() {
                playing(see, key, out);
            }
        }
    }
}

/// One step back: what is being made or shown goes, then the panel, then the menu comes.
fn back(ctx: &Context, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let desk = see.desk;
    if ctx.memory(|m| m.focused().is_some()) {
        ctx.memory_mut(|m| {
            if let Some(id) = m.focused() {
                m.surrender_focus(id);
            }
        });
        return;
    }
    let home = if see.is_over() {
        Panel::Debrief
    } else {
        Panel::Council
    };
    out.push(if desk.aim.is_some() {
        Intent::Aim(None)
    } else if desk.refused.is_some() {
        Intent::PutAway
    } else if desk.map_up {
        Intent::SwapMap
    } else if desk.selected.is_some() {
        Intent::Select(None)
    } else if desk.panel != home {
        Intent::Show(home)
    } else {
        Intent::Lay(Some(Overlay::Menu))
    });
}

/// The keys of a game that is not over.
fn playing(see: &Sight<'_>, key: Key, out: &mut Vec<Intent>) {
    match key {
        // Time does not pass while an order is half written.
        Key::E | Key::R if see.desk.panel == Panel::Orders && see.desk.aim.is_some() => {}
        Key::E => out.push(end(see)),
        Key::R => out.push(run_on(see)),
        Key::Z => out.extend(undo(see)),
        Key::N => out.push(Intent::Overview),
        _ if see.desk.panel == Panel::Council && !see.desk.map_up => council(see, key, out),
        _ => {}
    }
}

/// The keys of the council: options, or what lies on the table.
fn council(see: &Sight<'_>, key: Key, out: &mut Vec<Intent>) {
    let digit = DIGITS.iter().position(|d| *d == key);
    let Some(matter) = matter_open(see) else {
        on_the_table(see, key, digit, out);
        return;
    };
    if chosen(see, matter).is_some() {
        let next = see.session.waiting(see.desk.court).first().copied();
        if key == Key::Enter {
            out.push(next.map_or_else(|| end(see), |(_, next)| Intent::Matter(next)));
        }
        return;
    }
    let rows = rows(see, matter);
    let choose = |row: usize| {
        let (option, _) = rows.get(row).filter(|(_, open)| *open)?;
        Some(Intent::Ask(Ask::Choose {
            decision: matter,
            option: *option,
        }))
    };
    let focus = see.desk.focus;
    match (key, digit) {
        (_, Some(row)) if row < rows.len() => {
            // The first press reads, the second seals.
            if focus == Some(row) {
                out.extend(choose(row));
            } else {
                out.push(Intent::Focus(row));
            }
        }
        (Key::ArrowDown, _) => {
            let row = focus.map_or(0, |row| (row + 1).min(rows.len().saturating_sub(1)));
            out.push(Intent::Focus(row));
        }
        (Key::ArrowUp, _) => out.push(Intent::Focus(focus.unwrap_or(0).saturating_sub(1))),
        (Key::Enter, _) => out.extend(focus.and_then(choose)),
        _ => {}
    }
}

/// The keys of the table: matters by number, the first paper, and what can be done while nothing waits.
fn on_the_table(see: &Sight<'_>, key: Key, digit: Option<usize>, out: &mut Vec<Intent>) {
    let first = see.session.waiting(see.desk.court).first().copied();
    match (key, digit) {
        (_, Some(row)) => {
            let matters = see
                .session
                .seat(see.desk.court)
                .map_or(&[][..], |s| &s.matters);
            out.extend(matters.get(row).map(|d| Intent::Matter(*d)));
        }
        (Key::Enter, _) => {
            out.push(first.map_or_else(|| end(see), |(_, matter)| Intent::Matter(matter)));
        }
        (Key::A | Key::F, _) => {
            if let Some(draft) = papers(see).first().copied() {
                let order = if key == Key::A {
                    Order::Accept { draft }
                } else {
                    Order::Refuse { draft }
                };
                out.push(Intent::Ask(Ask::Order(order)));
            }
        }
        _ => {}
    }
}
