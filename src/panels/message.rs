//! A message over whatever is on the screen: repairs to a saved game, or what went wrong. It stays until it was read.

use egui::{Context, Event, Id, Key, Modal, Modifiers, ScrollArea, vec2};

use super::intent::Intent;
use super::look::{Look, Type};
use super::widgets::{CommandKind, command, text};
use crate::prose::Texts;

/// The message. While it lies there nothing beneath it hears a key.
pub fn message(ctx: &Context, look: &Look, texts: &Texts, words: &str, out: &mut Vec<Intent>) {
    let understood = ctx.input_mut(|i| {
        i.consume_key(Modifiers::NONE, Key::Escape) || i.consume_key(Modifiers::NONE, Key::Enter)
    });
    let ink = &look.ink;
    let frame = egui::Frame::NONE
        .fill(ink.hi)
        .stroke(egui::Stroke::new(1.5, ink.ink))
        .inner_margin(24.0)
        .shadow(ctx.global_style().visuals.window_shadow);
    let room = ctx.content_rect().size() - vec2(96.0, 160.0);
    let pressed = Modal::new(Id::new("message"))
        .frame(frame)
        .backdrop_color(egui::Color32::from_black_alpha(64))
        .show(ctx, |ui| {
            ui.set_width(room.x.clamp(200.0, 560.0));
            ScrollArea::vertical()
                .id_salt("message")
                .max_height(room.y.max(80.0))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for paragraph in words.split("\n\n") {
                        text(ui, Type::Read, ink.ink, paragraph);
                    }
                });
            ui.add_space(8.0);
            let words = texts.t("message-understood");
            command(ui, look, "Esc", &words, "", CommandKind::Plain).clicked()
        })
        .inner;
    if understood || pressed {
        out.push(Intent::Understood);
    }
    ctx.input_mut(|i| {
        i.events
            .retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_)));
    });
}
