//! The paper that sheets are cut from: one picture for each ground, laid on by the place on the screen, so that every sheet looks
//! cut from one piece. In high contrast it is flat.

use egui::epaint::RectShape;
use egui::{Color32, Context, Rect, Shape, vec2};

use super::Look;
use super::pictures::{Ground, Shown, picture};
use crate::painting::paper::paper;
use crate::panels::settings::Theme;

/// How large the picture of a ground is.
const SIZE: (u32, u32) = (1280, 720);

/// A piece of paper.
pub fn piece(ctx: &Context, look: &Look, rect: Rect, ground: Ground) -> Shape {
    let colour = ground.colour(&look.ink);
    if look.theme == Theme::Contrast || ground == Ground::Rail {
        return RectShape::filled(rect, 0.0, colour).into();
    }
    let texture = picture(ctx, &Shown::Paper(look.theme, ground), || {
        let [r, g, b, _] = colour.to_array();
        let rough = if ground == Ground::Hi { 0.55 } else { 0.8 };
        paper([r, g, b], rough, SIZE.0, SIZE.1, 1126)
    });
    let size = vec2(SIZE.0 as f32, SIZE.1 as f32);
    let uv = Rect::from_min_max(
        (rect.min.to_vec2() / size).to_pos2(),
        (rect.max.to_vec2() / size).to_pos2(),
    );
    RectShape::filled(rect, 0.0, Color32::WHITE)
        .with_texture(texture.id(), uv)
        .into()
}
