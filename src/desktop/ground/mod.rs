//! The ground under the map's signs. World units are km of `earth`, with y growing to the north.
//!
//! * `painter` — the threads that paint, and what they are asked for
//! * `tiles` — the painted tiles: which are needed, which are shown, which are let go
//! * `tint` — who holds the ground: tint, border and pattern
//! * `roads` — the routes, as a mesh that is as thin at every height
//!
//! The panels say where the map is and where it looks; [`follow`] puts everything there within the same frame, since the signs
//! that egui has just drawn must lie on it.

mod painter;
mod roads;
mod tiles;
mod tint;

use std::sync::Arc;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use self::painter::{Done, Painter, Subject, Survey, Task};
use self::roads::Roads;
use self::tiles::Tiles;
use self::tint::Tint;
use super::host::{Drawn, colour};
use super::wake::Wake;
use crate::earth::{Bed, Spot};
use crate::panels::look::Palette;
use crate::panels::settings::Theme;
use crate::panels::shell::{Beneath, Shell};

/// Depths.
const LAND: f32 = -1.0;
const TILES: f32 = 0.0;
const HOLDERS: f32 = 10.0;
const ROADS: f32 = 20.0;

/// Adds the ground to the app.
pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Ground::default());
    app.add_plugins(tint::plugin);
    app.add_systems(Startup, (lay_land, tint::lay, roads::lay));
    app.add_systems(PostUpdate, follow.in_set(Following));
}

/// When the ground follows the map: after the panels were laid out, before anything is worked out from where the camera stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, SystemSet)]
pub(super) struct Following;

/// What the ground is a picture of, and how far it is painted.
#[derive(Default, Resource)]
pub(super) struct Ground {
    painter: Option<Painter>,
    /// The scenario, by its hash.
    of: Option<u64>,
    /// Its survey; none while it is made.
    survey: Option<Arc<Survey>>,
    tiles: Tiles,
    tint: Tint,
    roads: Roads,
    waiting: bool,
}

impl Ground {
    /// Whether everything the map shows is painted, as finely as it will be.
    pub(super) const fn is_painted(&self) -> bool {
        !self.waiting
    }

    /// Takes in what was painted since the last frame.
    fn take_in(
        &mut self,
        beneath: &Beneath,
        images: &mut Assets<Image>,
        commands: &mut Commands<'_, '_>,
    ) {
        let Some(painter) = &self.painter else {
            return;
        };
        for done in painter.done() {
            match done {
                Done::Survey(of, survey) if self.of == Some(of) => {
                    self.survey = Some(Arc::new(survey));
                }
                Done::Survey(..) => {}
                Done::Field(asked, field) => self.tint.take_in(beneath, asked, field, images),
                Done::Tile(key, picture) => self.tiles.take_in(key, picture, images, commands),
            }
        }
    }
}

/// Where the map looks, worked out for this frame.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    /// North-west corner of what is seen.
    from: Spot,
    /// South-east corner.
    to: Spot,
    /// Km to a point of the panels.
    km_per_point: f64,
    /// Km to a pixel of the screen.
    km_per_pixel: f64,
    theme: Theme,
    bed: Bed,
}

impl Look {
    fn of(beneath: &Beneath, pixels_per_point: f32) -> Self {
        let camera = beneath.camera;
        let half_x = f64::from(beneath.rect.width()) / 2.0 * camera.km_per_point;
        let half_y = f64::from(beneath.rect.height()) / 2.0 * camera.km_per_point;
        Self {
            from: Spot {
                x: camera.centre.x - half_x,
                y: camera.centre.y - half_y,
            },
            to: Spot {
                x: camera.centre.x + half_x,
                y: camera.centre.y + half_y,
            },
            km_per_point: camera.km_per_point,
            km_per_pixel: camera.km_per_point / f64::from(pixels_per_point.max(0.1)),
            theme: beneath.theme,
            bed: beneath.bed,
        }
    }
    /// A quad over all that is seen.
    fn quad(&self, z: f32) -> Transform {
        let size = Vec2::new(
            (self.to.x - self.from.x) as f32,
            (self.to.y - self.from.y) as f32,
        );
        let middle = Spot {
            x: f64::midpoint(self.from.x, self.to.x),
            y: f64::midpoint(self.from.y, self.to.y),
        };
        Transform::from_translation(world(middle).extend(z)).with_scale(size.extend(1.0))
    }
}

/// A point of the earth in the world.
fn world(spot: Spot) -> Vec2 {
    Vec2::new(spot.x as f32, -spot.y as f32)
}

/// Plain land under everything, until it is painted.
#[derive(Component)]
struct Land;

fn lay_land(mut commands: Commands<'_, '_>) {
    let sprite = Sprite {
        custom_size: Some(Vec2::ONE),
        ..default()
    };
    commands.spawn((Land, sprite, Visibility::Hidden));
}

/// What of the land is set.
type LandParts = (
    &'static mut Transform,
    &'static mut Sprite,
    &'static mut Visibility,
);

/// Follows the map: the camera, the tiles, the tint and the roads.
#[expect(
    clippy::too_many_arguments,
    reason = "a system asks for what it touches"
)]
fn follow(
    shell: NonSend<'_, Shell>,
    drawn: Res<'_, Drawn>,
    wake: Res<'_, Wake>,
    mut ground: ResMut<'_, Ground>,
    mut commands: Commands<'_, '_>,
    mut images: ResMut<'_, Assets<Image>>,
    mut meshes: ResMut<'_, Assets<Mesh>>,
    window: Query<'_, '_, &Window, With<PrimaryWindow>>,
    mut camera: Query<'_, '_, (&mut Transform, &mut Projection), With<Camera2d>>,
    mut land: Query<'_, '_, LandParts, (With<Land>, Without<Camera2d>)>,
    mut tiles: tiles::Shown<'_, '_>,
    mut tint: tint::Quad<'_, '_>,
    mut roads: roads::Lines<'_, '_>,
) {
    let ground = &mut *ground;
    let (Ok(window), Ok((mut eye, mut projection)), Ok((mut at, mut sprite, mut seen))) =
        (window.single(), camera.single_mut(), land.single_mut())
    else {
        return;
    };
    let Some(beneath) = shell.beneath() else {
        // Another screen, or a turn that passes: nothing is to be seen of the ground.
        seen.set_if_neq(Visibility::Hidden);
        ground.tiles.hide(&mut tiles);
        tint.hide();
        roads.hide();
        ground.waiting = false;
        return;
    };
    let look = Look::of(beneath, drawn.pixels_per_point);

    // The middle of the map is to be where the camera looks; the middle of the window is somewhere else.
    let aside = (drawn.window.center() - beneath.rect.center()) * look.km_per_point as f32;
    let middle = world(beneath.camera.centre) + Vec2::new(aside.x, -aside.y);
    eye.translation = middle.extend(eye.translation.z);
    if let Projection::Orthographic(flat) = &mut *projection {
        let zoom = drawn.pixels_per_point / window.scale_factor().max(0.1);
        flat.scale = look.km_per_point as f32 / zoom.max(0.01);
    }

    seen.set_if_neq(Visibility::Inherited);
    *at = look.quad(LAND);
    let under = colour(Palette::of(look.theme).map);
    if sprite.color != under {
        sprite.color = under;
    }

    ground.tint.seen_by(beneath.court);
    ground.take_in(beneath, &mut images, &mut commands);
    let mut wanted: Vec<Task> = Vec::new();
    let of = beneath.book.content_hash;
    if ground.of != Some(of) {
        ground.of = Some(of);
        ground.survey = None;
        ground.tiles.forget(&mut commands);
        ground.tint.forget();
        ground.roads.forget();
    }
    if let Some(survey) = &ground.survey {
        let about = |subject| Task::of(subject, survey.clone());
        wanted.extend(ground.tint.wants(beneath).map(about));
        let missing = ground.tiles.see(&look, &mut tiles, &mut commands);
        wanted.extend(missing.into_iter().map(Subject::Tile).map(about));
        ground.tint.see(beneath, &look, &mut tint);
        ground
            .roads
            .see(survey.atlas.roads(), &look, &mut roads, &mut meshes);
    } else {
        ground.tiles.hide(&mut tiles);
        tint.hide();
        roads.hide();
        // The shell lays the routes over the earth, for the signs need them too.
        let atlas = beneath.atlas.clone();
        wanted.extend(atlas.map(|atlas| Task::survey(beneath.book.clone(), atlas)));
    }
    ground.waiting = ground.survey.is_none() || !wanted.is_empty();
    ground
        .painter
        .get_or_insert_with(|| Painter::new(&wake))
        .want(wanted);
}
