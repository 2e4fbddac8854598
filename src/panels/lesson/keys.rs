//! The keyboard of a lesson, and a clicker's keys.

use egui::{Context, Event, Key, Modifiers};

use super::{Act, Seen};
use crate::panels::intent::{Intent, Screen};
use crate::table::lesson::Stage;

/// Digits, by what they are.
const DIGITS: [Key; 10] = [
    Key::Num0,
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

/// The keys pressed in this frame.
fn pressed(ctx: &Context) -> Vec<Key> {
    ctx.input(|i| {
        i.events
            .iter()
            .filter_map(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if *modifiers == Modifiers::NONE || *modifiers == Modifiers::SHIFT => Some(*key),
                _ => None,
            })
            .collect()
    })
}

/// Any key shows a blank picture again; the clock stands at whatever it was.
pub(super) fn blank(ctx: &Context, out: &mut Vec<Intent>) {
    if !pressed(ctx).is_empty() {
        out.push(Intent::Lesson(Act::Blank));
    }
}

/// What the keys ask for.
pub(super) fn keys(ctx: &Context, seen: &Seen<'_>, pages: usize, out: &mut Vec<Intent>) {
    let typing = ctx.text_edit_focused();
    for key in pressed(ctx) {
        if let Some(intent) = one(seen, key, pages, typing) {
            out.push(intent);
        }
    }
}

fn one(seen: &Seen<'_>, key: Key, pages: usize, typing: bool) -> Option<Intent> {
    let act = |act: Act| Some(Intent::Lesson(act));
    let wall = seen.wall;
    if wall.help {
        return act(Act::Help);
    }
    // A clicker's keys go on whatever is being typed; letters and digits are typed.
    match key {
        Key::PageDown => return act(forward(wall.page, pages)),
        Key::PageUp => return act(back(wall.page)),
        Key::Enter if typing => return act(Act::Next),
        _ if typing => return None,
        _ => {}
    }
    let stage = wall.lesson.stage();
    let digit = DIGITS.iter().position(|d| *d == key);
    if let (Stage::Vote, Some(digit)) = (stage, digit) {
        return act(Act::Digit(u16::try_from(digit).unwrap_or(0)));
    }
    if let (Stage::Chair(_), Some(digit)) = (stage, digit) {
        return digit.checked_sub(1).and_then(|row| act(Act::Pick(row)));
    }
    let tally = wall.lesson.tally();
    match (stage, key) {
        (Stage::Vote, Key::Backspace | Key::Delete) => act(Act::RubOut),
        (Stage::Vote, Key::ArrowDown | Key::Tab) => act(Act::Row(1)),
        (Stage::Vote, Key::ArrowUp) => act(Act::Row(-1)),
        // Enter goes from row to row, and from the last of them it counts.
        (Stage::Vote, Key::Enter) if tally.row + 1 < tally.rows.len() => act(Act::Row(1)),
        (Stage::Vote, Key::K) => {
            let (option, _) = tally.rows.get(tally.row)?;
            let courses = wall.lesson.courses(seen.session);
            let row = courses.iter().position(|(o, _)| o == option)?;
            act(Act::Pick(row))
        }
        (Stage::Page, Key::D) => Some(Intent::Go(Screen::Game)),
        (_, Key::ArrowRight | Key::ArrowDown | Key::Enter) => act(forward(wall.page, pages)),
        (_, Key::ArrowLeft | Key::ArrowUp) => act(back(wall.page)),
        (_, Key::R) => act(Act::Reveal),
        (_, Key::O) => act(Act::Odds),
        (_, Key::Space) => act(Act::Clock),
        (_, Key::H | Key::B | Key::Period) => act(Act::Blank),
        (_, Key::P) if wall.lesson.is_at_its_end() => act(Act::Print),
        (_, Key::F1 | Key::Questionmark | Key::Slash) => act(Act::Help),
        (_, Key::Escape) => Some(Intent::Go(Screen::Start)),
        _ => None,
    }
}

const fn forward(page: usize, pages: usize) -> Act {
    if page + 1 < pages {
        Act::Page(page + 1)
    } else {
        Act::Next
    }
}

const fn back(page: usize) -> Act {
    match page.checked_sub(1) {
        Some(page) => Act::Page(page),
        None => Act::Back,
    }
}
