//! The routes on the ground, as one mesh: as thin at every height, so it is built anew when the map has come nearer or farther.
//! Rivers, canals and the sea are painted with the ground and have no line of their own.

use bevy::asset::RenderAssetUsages;
use bevy::ecs::system::SystemParam;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;

use super::{Look, ROADS, world};
use crate::desktop::host::colour;
use crate::painting::ground::{Road, Way};
use crate::panels::look::Palette;
use crate::panels::settings::Theme;

/// Width of a line in points, and half of the soft edge on either side.
const WIDTH: f32 = 1.1;
const SOFT: f32 = 0.5;
/// Lines may be this much too thin or thick before they are drawn anew.
const SLACK: f64 = 1.04;
/// The dashes of passes and fords: line and gap, in points.
const PASS: (f32, f32) = (2.0, 3.0);
const FORD: (f32, f32) = (6.0, 3.0);

/// Marks the lines.
#[derive(Component)]
pub(super) struct RoadLines;

/// The lines and nothing else of the ground.
type OnlyLines = (
    With<RoadLines>,
    Without<super::Land>,
    Without<super::tint::TintQuad>,
);

/// The lines.
#[derive(SystemParam)]
pub(super) struct Lines<'w, 's> {
    lines: Query<'w, 's, (&'static mut Mesh2d, &'static mut Visibility), OnlyLines>,
}

impl Lines<'_, '_> {
    pub(super) fn hide(&mut self) {
        for (_, mut seen) in &mut self.lines {
            seen.set_if_neq(Visibility::Hidden);
        }
    }
}

/// For what the lines were drawn.
#[derive(Debug, Default)]
pub(super) struct Roads {
    drawn: Option<(f64, Theme)>,
}

pub(super) fn lay(
    mut commands: Commands<'_, '_>,
    mut meshes: ResMut<'_, Assets<Mesh>>,
    mut materials: ResMut<'_, Assets<ColorMaterial>>,
) {
    let material = materials.add(ColorMaterial::default());
    let mesh = meshes.add(Strokes::default().mesh());
    commands.spawn((
        RoadLines,
        Mesh2d(mesh),
        MeshMaterial2d(material),
        Transform::from_xyz(0.0, 0.0, ROADS),
        Visibility::Hidden,
        // It reaches over the whole earth.
        bevy::camera::visibility::NoFrustumCulling,
    ));
}

impl Roads {
    pub(super) const fn forget(&mut self) {
        self.drawn = None;
    }
    /// Shows the routes, drawn anew where that is due.
    pub(super) fn see(
        &mut self,
        roads: &[Road],
        look: &Look,
        lines: &mut Lines<'_, '_>,
        meshes: &mut Assets<Mesh>,
    ) {
        let Ok((mut mesh, mut seen)) = lines.lines.single_mut() else {
            return;
        };
        seen.set_if_neq(Visibility::Inherited);
        let fits = self.drawn.is_some_and(|(km, theme)| {
            let times = km / look.km_per_point;
            theme == look.theme && times < SLACK && times > 1.0 / SLACK
        });
        if fits {
            return;
        }
        self.drawn = Some((look.km_per_point, look.theme));
        let mut ink = colour(Palette::of(look.theme).road).to_linear();
        if look.theme != Theme::Contrast {
            ink.alpha = 0.5;
        }
        let mut strokes = Strokes {
            ink: ink.to_f32_array(),
            km: look.km_per_point as f32,
            ..Strokes::default()
        };
        for road in roads {
            let line: Vec<Vec2> = road.line.iter().map(|spot| world(*spot)).collect();
            match road.way {
                Way::Road => strokes.line(&line),
                Way::Pass => strokes.dashes(&line, PASS),
                Way::Ford => strokes.dashes(&line, FORD),
                Way::River | Way::Canal | Way::Sea => {}
            }
        }
        meshes.remove(&mesh.0);
        mesh.0 = meshes.add(strokes.mesh());
    }
}

/// Soft-edged lines as triangles.
#[derive(Debug, Default)]
struct Strokes {
    ink: [f32; 4],
    /// Km to a point.
    km: f32,
    places: Vec<[f32; 3]>,
    inks: Vec<[f32; 4]>,
    corners: Vec<u32>,
}

impl Strokes {
    /// A line through these points: an opaque core one vertex wide, fading to both sides.
    fn line(&mut self, points: &[Vec2]) {
        let half = (WIDTH / 2.0 + SOFT) * self.km;
        let mut points: Vec<Vec2> = points.to_vec();
        points.dedup();
        if points.len() < 2 {
            return;
        }
        let last = points.len() - 1;
        for (i, point) in points.iter().enumerate() {
            let before = points[i.saturating_sub(1)];
            let after = points[(i + 1).min(last)];
            let along = (after - before).normalize_or_zero();
            let across = Vec2::new(-along.y, along.x) * half;
            let from = self.places.len() as u32;
            for (place, alpha) in [
                (*point - across, 0.0),
                (*point, 1.0),
                (*point + across, 0.0),
            ] {
                let [r, g, b, a] = self.ink;
                self.places.push([place.x, place.y, 0.0]);
                self.inks.push([r, g, b, a * alpha]);
            }
            if i > 0 {
                let (a, b) = (from - 3, from);
                for side in 0..2 {
                    let (p, q, r, s) = (a + side, a + side + 1, b + side, b + side + 1);
                    self.corners.extend([p, q, r, q, s, r]);
                }
            }
        }
    }
    /// The same in dashes.
    fn dashes(&mut self, points: &[Vec2], (dash, gap): (f32, f32)) {
        let (dash, period) = (dash * self.km, (dash + gap) * self.km);
        if period <= 0.0 {
            return;
        }
        let mut piece: Vec<Vec2> = Vec::new();
        // How far into the pattern the line has come.
        let mut phase = 0.0_f32;
        for ends in points.windows(2) {
            let (from, to) = (ends[0], ends[1]);
            let length = from.distance(to);
            let mut gone = 0.0_f32;
            while gone < length {
                let inked = phase < dash;
                let step = if inked { dash - phase } else { period - phase };
                let step = step.max(period * 0.01).min(length - gone);
                if inked {
                    if piece.is_empty() {
                        piece.push(from.lerp(to, gone / length));
                    }
                    piece.push(from.lerp(to, (gone + step) / length));
                }
                gone += step;
                phase += step;
                if inked && phase >= dash * 0.999 {
                    self.line(&std::mem::take(&mut piece));
                }
                if phase >= period * 0.999 {
                    phase = 0.0;
                } else if inked && phase >= dash * 0.999 {
                    phase = dash;
                }
            }
        }
        self.line(&piece);
    }
    fn mesh(mut self) -> Mesh {
        if self.corners.is_empty() {
            // Bevy cannot keep a mesh without any triangle.
            self.places = vec![[0.0; 3]; 3];
            self.inks = vec![[0.0; 4]; 3];
            self.corners = vec![0, 1, 2];
        }
        Mesh::new(
            PrimitiveTopology::TriangleList,
            RenderAssetUsages::RENDER_WORLD,
        )
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.places)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, self.inks)
        .with_inserted_indices(Indices::U32(self.corners))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_come_in_their_rhythm_round_corners_too() {
        let mut strokes = Strokes {
            km: 1.0,
            ..Strokes::default()
        };
        // Twenty km with a bend: dashes begin at 0, 5, 10 and 15.
        let line = [Vec2::ZERO, Vec2::new(7.0, 0.0), Vec2::new(7.0, 13.0)];
        strokes.dashes(&line, PASS);
        assert_eq!(strokes.places.len(), 4 * 2 * 3);
        // The one from 5 to 7 ends at the bend.
        assert!(strokes.places.contains(&[7.0, 0.0, 0.0]));
    }
}
