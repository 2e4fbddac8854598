//! Paints what egui lays out, without a graphics driver: plain triangles with textures, blended as egui means them. For looking
//! at panels while they are built, and for asking whether a screen is blank.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// The textures egui has handed out so far.
#[derive(Clone, Default)]
pub(crate) struct Raster(Rc<RefCell<BTreeMap<TextureId, ColorImage>>>);

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        let all = std::mem::take(&mut delta.set).into_iter();
        for (id, delta) in all.flat_map(|(id, parts)| parts.into_iter().map(move |part| (id, part)))
        {
            let ImageData::Color(image) = delta.image;
            match delta.pos {
                None => {
                    textures.insert(id, (*image).clone());
                }
                Some([x, y]) => {
                    let whole = textures.get_mut(&id).expect("a part comes after the whole");
                    for row in 0..image.height() {
                        let to = (y + row) * whole.width() + x;
                        let from = row * image.width();
                        whole.pixels[to..to + image.width()]
                            .copy_from_slice(&image.pixels[from..from + image.width()]);
                    }
                }
            }
        }
    }
}

impl Raster {
    /// The picture of a frame, on this ground.
    pub(crate) fn paint(
        &self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
        ground: Color32,
    ) -> ColorImage {
        let scale = output.pixels_per_point;
        let size = ctx.viewport_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut image = ColorImage::filled([width, height], ground);
        let textures = self.0.borrow();
        for ClippedPrimitive {
            clip_rect,
            primitive,
        } in ctx.tessellate(output.shapes.clone(), scale)
        {
            let Primitive::Mesh(mesh) = primitive else {
                continue;
            };
            let Some(texture) = textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = Rect::from_min_max(
                (clip_rect.min.to_vec2() * scale).to_pos2(),
                (clip_rect.max.to_vec2() * scale).to_pos2(),
            );
            for corners in mesh.indices.as_chunks::<3>().0 {
                let corners = corners.map(|i| mesh.vertices[i as usize]);
                triangle(&mut image, texture, clip, scale, corners);
            }
        }
        image
    }
}

fn cross(a: Pos2, b: Pos2, p: Pos2) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}

fn triangle(
    image: &mut ColorImage,
    texture: &ColorImage,
    clip: Rect,
    scale: f32,
    mut corners: [Vertex; 3],
) {
    for corner in &mut corners {
        corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
    }
    let [mut a, mut b, c] = corners;
    let mut area = cross(a.pos, b.pos, c.pos);
    if area == 0.0 {
        return;
    }
    if area < 0.0 {
        std::mem::swap(&mut a, &mut b);
        area = -area;
    }
    let within = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
    if !within.is_positive() {
        return;
    }
    let (right, bottom) = (image.width(), image.height());
    let rows = (within.min.y.max(0.0) as usize)..(within.max.y.ceil() as usize).min(bottom);
    for y in rows {
        for x in (within.min.x.max(0.0) as usize)..(within.max.x.ceil() as usize).min(right) {
            let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            // A pixel on an edge belongs to one of the two triangles only.
            let inside = |from: Pos2, to: Pos2| {
                let side = cross(from, to, at);
                side > 0.0 || (side == 0.0 && (to.y < from.y || (to.y == from.y && to.x > from.x)))
            };
            let covered = clip.contains(at)
                && inside(a.pos, b.pos)
                && inside(b.pos, c.pos)
                && inside(c.pos, a.pos);
            if !covered {
                continue;
            }
            let weights = [
                cross(b.pos, c.pos, at) / area,
                cross(c.pos, a.pos, at) / area,
                cross(a.pos, b.pos, at) / area,
            ];
            let mix = |of: fn(&Vertex) -> f32| {
                weights[0] * of(&a) + weights[1] * of(&b) + weights[2] * of(&c)
            };
            let texel = sample(texture, mix(|v| v.uv.x), mix(|v| v.uv.y));
            let tint = [
                mix(|v| f32::from(v.color.r())),
                mix(|v| f32::from(v.color.g())),
                mix(|v| f32::from(v.color.b())),
                mix(|v| f32::from(v.color.a())),
            ];
            let under = &mut image.pixels[y * right + x];
            let old = under.to_array();
            let cover = texel[3] * tint[3] / 255.0 / 255.0;
            let new: [u8; 4] = std::array::from_fn(|i| {
                let over = texel[i] * tint[i] / 255.0;
                (over + f32::from(old[i]) * (1.0 - cover)).round() as u8
            });
            *under = Color32::from_rgba_premultiplied(new[0], new[1], new[2], new[3]);
        }
    }
}

/// The texture at a point, between its four nearest texels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let (width, height) = (texture.width(), texture.height());
    let (x, y) = (
        (u * width as f32 - 0.5).clamp(0.0, (width - 1) as f32),
        (v * height as f32 - 0.5).clamp(0.0, (height - 1) as f32),
    );
    let (left, top) = (x as usize, y as usize);
    let (fx, fy) = (x - left as f32, y - top as f32);
    let at = |x: usize, y: usize| {
        texture.pixels[y.min(height - 1) * width + x.min(width - 1)].to_array()
    };
    let corners = [
        (at(left, top), (1.0 - fx) * (1.0 - fy)),
        (at(left + 1, top), fx * (1.0 - fy)),
        (at(left, top + 1), (1.0 - fx) * fy),
        (at(left + 1, top + 1), fx * fy),
    ];
    std::array::from_fn(|i| corners.iter().map(|(c, w)| f32::from(c[i]) * w).sum())
}
