//! The slips that lie over everything until they are put away: the menu, the keys, what moves a number, the question before a xun
//! ends, and the record beside a choice. While one lies there, nothing beneath it hears a key.

use egui::{Context, Event, Id, Key, Modal, Ui, vec2};

use super::desk::Overlay;
use super::intent::Intent;
use super::look::Type;
use super::settings::Reveal;
use super::sight::Sight;
use super::widgets::{CommandKind, command, text};
use super::{bench, ending, help, menu, put_down, reveal, sure, why};
use crate::base::ids::DecisionId;

/// What lies over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lying {
    /// A slip that was asked for.
    Asked(Overlay),
    /// The record beside the choice just made.
    Record(DecisionId),
}

/// What lies over everything, if anything does.
#[must_use]
pub fn lying(see: &Sight<'_>) -> Option<Lying> {
    if let Some(overlay) = see.desk.overlay {
        return Some(Lying::Asked(overlay));
    }
    let wanted = see.settings.reveal == Reveal::EachChoice;
    // The documents tell of the first time that a matter was laid.
    let told = |decision: &DecisionId| wanted && !see.view().laid_before(*decision);
    see.desk.chosen.filter(told).map(Lying::Record)
}

/// The slip that lies over everything, if one does.
pub fn overlay(ctx: &Context, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some(lying) = lying(see) else {
        return;
    };
    let away = match lying {
        Lying::Asked(_) => Intent::Lay(None),
        Lying::Record(_) => Intent::PutAway,
    };
    let wide = if matches!(lying, Lying::Asked(Overlay::Menu)) {
        320.0
    } else {
        560.0
    };
    let room = ctx.content_rect().size() - vec2(96.0, 64.0);
    let ink = &see.look.ink;
    let frame = egui::Frame::NONE
        .fill(ink.hi)
        .stroke(egui::Stroke::new(1.5, ink.ink))
        .inner_margin(24.0)
        .shadow(egui::Shadow {
            offset: [2, 2],
            blur: 8,
            spread: 0,
            color: ink.shadow,
        });
    let keys = pressed(ctx);
    // The pages of the bench are one slip.
    let id = match lying {
        Lying::Asked(Overlay::Bench(_)) => Id::new("overlay-bench"),
        other => Id::new(("overlay", format!("{other:?}"))),
    };
    let shown = Modal::new(id)
        .area(Modal::default_area(id).default_size(vec2(room.x.min(wide), room.y)))
        .frame(frame)
        .backdrop_color(egui::Color32::from_black_alpha(64))
        .show(ctx, |ui| {
            ui.set_width(room.x.min(wide));
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            // A slip is as high as what it says now, and not as it was when it was laid there.
            ui.set_max_height(room.y);
            if let Lying::Asked(Overlay::Bench(tab)) = lying {
                // Its lists scroll, and it does not.
                bench::bench(ui, see, tab, (&keys, room.y), out);
                return;
            }
            egui::ScrollArea::vertical()
                .id_salt(("overlay", format!("{lying:?}")))
                .max_height(room.y)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - 8.0);
                    match lying {
                        Lying::Asked(Overlay::Menu) => menu::menu(ui, see, &keys, out),
                        Lying::Asked(Overlay::PutDown) => put_down::put_down(ui, see, &keys, out),
                        Lying::Asked(Overlay::Help) => help::help(ui, see, &keys, out),
                        Lying::Asked(Overlay::Why(about)) => why::why(ui, see, about, &keys, out),
                        Lying::Asked(Overlay::Ending) => ending::ending(ui, see, &keys, out),
                        Lying::Asked(Overlay::Sure) => sure::sure(ui, see, &keys, out),
                        Lying::Asked(Overlay::Bench(_)) => {}
                        Lying::Record(decision) => reveal::reveal(ui, see, decision, &keys, out),
                    }
                    // The frame of the last button is not cut.
                    ui.add_space(4.0);
                });
        });
    if keys.contains(&Key::Escape) || shown.backdrop_response.clicked() {
        out.push(away);
    }
    silence(ctx);
}

/// The keys pressed without anything held, while no button has the focus that Enter would press.
fn pressed(ctx: &Context) -> Vec<Key> {
    let focused = ctx.memory(|m| m.focused().is_some());
    ctx.input(|i| {
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
            .filter(|key| !(focused && matches!(key, Key::Enter | Key::Space)))
            .collect()
    })
}

/// Nothing beneath a slip hears a key.
fn silence(ctx: &Context) {
    ctx.input_mut(|i| {
        i.events
            .retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_)));
    });
}

/// The title of a slip.
pub(super) fn title(ui: &mut Ui, see: &Sight<'_>, words: &str) {
    text(ui, Type::Heading, see.look.ink.ink, words);
}

/// The two answers to a question: back, and this. Says which was given, if one was.
pub(super) fn answer(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], yes: &str) -> Option<bool> {
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let back = see.texts().t("ending-back");
        let no = command(ui, see.look, "Esc", &back, "", CommandKind::Plain).clicked();
        let pressed = command(ui, see.look, "Enter", yes, "", CommandKind::Primary).clicked();
        if pressed || keys.contains(&Key::Enter) {
            return Some(true);
        }
        no.then_some(false)
    })
    .inner
}
