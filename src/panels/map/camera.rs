//! Where the map looks: from the ground to the screen and back, and everything that moves it. The window's painter of the
//! ground uses the same arithmetic: [`Camera::centre`](crate::panels::desk::Camera) is at the middle of the map's rectangle.

use egui::{EventFilter, Key, Pos2, Rect, Response, Ui, Vec2, vec2};

use crate::earth::{Spot, size};
use crate::panels::desk::{Camera, Panel};
use crate::panels::intent::Intent;
use crate::panels::sight::Sight;

/// One step of the + and − keys and buttons.
const STEP: f64 = 1.5;
/// How much one notch of a wheel zooms, for each point it turns.
const WHEEL: f32 = 0.005;
/// Points that an arrow key moves the map.
const ARROW: f32 = 96.0;

/// A view of the ground: a rectangle of the screen and what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Where on the screen.
    pub rect: Rect,
    /// Looking where.
    pub camera: Camera,
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "points of a screen are small numbers"
)]
impl Frame {
    /// Where a point of the ground lies on the sheet of the whole map at this scale, in points.
    #[must_use]
    pub fn sheet(&self, spot: Spot) -> Pos2 {
        let k = self.camera.km_per_point;
        Pos2::new((spot.x / k) as f32, (spot.y / k) as f32)
    }
    /// What leads from the sheet of the whole map to the screen.
    #[must_use]
    pub fn offset(&self) -> Vec2 {
        self.rect.center() - self.sheet(self.camera.centre)
    }
    /// Where a point of the ground lies on the screen.
    #[must_use]
    pub fn point(&self, spot: Spot) -> Pos2 {
        let (k, centre) = (self.camera.km_per_point, self.camera.centre);
        let by = vec2(
            ((spot.x - centre.x) / k) as f32,
            ((spot.y - centre.y) / k) as f32,
        );
        self.rect.center() + by
    }
    /// Which point of the ground lies here on the screen.
    #[must_use]
    pub fn spot(&self, point: Pos2) -> Spot {
        let (k, by) = (self.camera.km_per_point, point - self.rect.center());
        Spot {
            x: self.camera.centre.x + f64::from(by.x) * k,
            y: self.camera.centre.y + f64::from(by.y) * k,
        }
    }
    /// Looking nearer (more than 1) or from farther off, the ground under `at` staying where it is as far as the bounds allow.
    #[must_use]
    pub fn zoomed(&self, at: Pos2, factor: f64) -> Camera {
        let (least, most) = Camera::KM_PER_POINT;
        let k = (self.camera.km_per_point / factor).clamp(least, most);
        let (spot, by) = (self.spot(at), at - self.rect.center());
        bounded(Camera {
            centre: Spot {
                x: spot.x - f64::from(by.x) * k,
                y: spot.y - f64::from(by.y) * k,
            },
            km_per_point: k,
        })
    }
    /// Looking elsewhere: the ground moves by so many points.
    #[must_use]
    pub fn dragged(&self, by: Vec2) -> Camera {
        let k = self.camera.km_per_point;
        bounded(Camera {
            centre: Spot {
                x: self.camera.centre.x - f64::from(by.x) * k,
                y: self.camera.centre.y - f64::from(by.y) * k,
            },
            km_per_point: k,
        })
    }
}

/// The same within the bounds of the painted earth and of what can be told apart.
#[must_use]
pub fn bounded(camera: Camera) -> Camera {
    let (least, most) = Camera::KM_PER_POINT;
    let earth = size();
    Camera {
        centre: Spot {
            x: camera.centre.x.clamp(0.0, earth.x),
            y: camera.centre.y.clamp(0.0, earth.y),
        },
        km_per_point: camera.km_per_point.clamp(least, most),
    }
}

/// Moves the map by what was done to its ground. `listens` says whether the keys are the map's.
pub(super) fn steer(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    ground: &Response,
    listens: bool,
    out: &mut Vec<Intent>,
) {
    if ground.dragged() && ground.drag_delta() != Vec2::ZERO {
        out.push(Intent::Look(frame.dragged(ground.drag_delta())));
    }
    if let Some(at) = ground.interact_pointer_pos()
        && ground.double_clicked()
    {
        out.push(Intent::Glide(frame.zoomed(at, STEP * STEP)));
    } else if ground.clicked() {
        ground.request_focus();
    }
    if ground.contains_pointer() {
        let (turned, pinched, at) = ui.input(|i| {
            (
                i.smooth_scroll_delta().y,
                i.zoom_delta(),
                i.pointer.hover_pos(),
            )
        });
        let factor = (turned * WHEEL).exp() * pinched;
        if (factor - 1.0).abs() > 1e-4 {
            let at = at.unwrap_or(frame.rect.center());
            out.push(Intent::Look(frame.zoomed(at, f64::from(factor))));
        }
    }
    if ground.has_focus() {
        // The arrows move the ground and not the focus, while the ground has it.
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(ground.id, filter));
    }
    let alone = see.desk.panel == Panel::Map && ui.memory(|m| m.focused().is_none());
    if ground.has_focus() || alone {
        // Beside another panel the letters are that panel's.
        pan_by_key(ui, frame, see.desk.panel == Panel::Map, out);
    }
    if listens || alone {
        let (nearer, farther) = ui.input(|i| {
            (
                i.key_pressed(Key::Plus) || i.key_pressed(Key::Equals),
                i.key_pressed(Key::Minus),
            )
        });
        if nearer != farther {
            out.push(Intent::Glide(step(frame, nearer)));
        }
    }
}

/// One step nearer or farther, the middle staying where it is.
pub(super) fn step(frame: &Frame, nearer: bool) -> Camera {
    frame.zoomed(frame.rect.center(), if nearer { STEP } else { 1.0 / STEP })
}

fn pan_by_key(ui: &Ui, frame: &Frame, letters: bool, out: &mut Vec<Intent>) {
    const KEYS: [(Key, Key, Vec2); 4] = [
        (Key::ArrowLeft, Key::A, Vec2::new(ARROW, 0.0)),
        (Key::ArrowRight, Key::D, Vec2::new(-ARROW, 0.0)),
        (Key::ArrowUp, Key::W, Vec2::new(0.0, ARROW)),
        (Key::ArrowDown, Key::S, Vec2::new(0.0, -ARROW)),
    ];
    let mut by = Vec2::ZERO;
    ui.input(|i| {
        for (arrow, letter, way) in KEYS {
            if i.modifiers.is_none() && (i.key_pressed(arrow) || (letters && i.key_pressed(letter)))
            {
                by += way;
            }
        }
    });
    if by != Vec2::ZERO {
        out.push(Intent::Glide(frame.dragged(by)));
    }
}
