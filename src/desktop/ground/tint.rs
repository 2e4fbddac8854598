//! Who holds the ground: a tint, a border line and a band of pattern, drawn by a shader over all that is seen of the map from the
//! raster that `painting::holders` describes.

use std::sync::Arc;

use bevy::asset::{RenderAssetUsages, load_internal_asset, uuid_handle};
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, Extent3d, ShaderType, TextureDimension, TextureFormat,
};
use bevy::shader::{Shader, ShaderRef};
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};

use super::painter::Subject;
use super::{HOLDERS, Look};
use crate::base::ids::CourtId;
use crate::desktop::host::colour;
use crate::painting::holders::{HEIGHT, KM, WIDTH};
use crate::panels::look::{Holder, Palette};
use crate::panels::settings::Theme;
use crate::panels::shell::Beneath;

const SHADER: Handle<Shader> = uuid_handle!("5d0c6c2e-4b0e-4d2c-9a52-7d6f6f0b8a31");

/// Courts that can be told apart; others share the last number.
const COURTS: usize = 32;

pub(super) fn plugin(app: &mut App) {
    load_internal_asset!(app, SHADER, "tint.wgsl", Shader::from_wgsl);
    app.add_plugins(Material2dPlugin::<TintMaterial>::default());
}

/// What the shader must know besides the raster.
#[derive(Clone, Copy, Debug, PartialEq, ShaderType)]
struct Terms {
    /// Km to a point of the panels, and km to a texel of the raster.
    km_per_point: f32,
    km_per_texel: f32,
    /// 1 in themes of dark ink on light paper, 0 in the other: how shares of ink add up in linear light.
    dark_on_light: f32,
    /// Pixels of the screen to a point.
    pixels_per_point: f32,
    /// For each number in the raster: its colour, and in the last place its pattern.
    holders: [Vec4; COURTS],
}

/// The tint.
#[derive(Asset, AsBindGroup, Clone, Debug, TypePath)]
pub(super) struct TintMaterial {
    #[uniform(0)]
    terms: Terms,
    #[texture(1, sample_type = "float", filterable = false)]
    field: Handle<Image>,
}

impl Material2d for TintMaterial {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }
    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

/// Marks the quad the shader draws on.
#[derive(Component)]
pub(super) struct TintQuad;

/// What of the quad is set.
type QuadParts = (
    &'static mut Transform,
    &'static mut Visibility,
    &'static MeshMaterial2d<TintMaterial>,
);

/// The quad and nothing else of the ground.
type OnlyQuad = (With<TintQuad>, Without<Camera2d>, Without<super::Land>);

/// The quad.
#[derive(SystemParam)]
pub(super) struct Quad<'w, 's> {
    quads: Query<'w, 's, QuadParts, OnlyQuad>,
    materials: ResMut<'w, Assets<TintMaterial>>,
}

impl Quad<'_, '_> {
    pub(super) fn hide(&mut self) {
        for (_, mut seen, _) in &mut self.quads {
            seen.set_if_neq(Visibility::Hidden);
        }
    }
}

/// The raster that is shown.
#[derive(Debug, Default)]
pub(super) struct Tint {
    /// For which holders of the places it was made, and the raster itself.
    field: Option<(Arc<[u8]>, Handle<Image>)>,
    /// With whose eyes the holders are seen.
    court: Option<CourtId>,
}

pub(super) fn lay(
    mut commands: Commands<'_, '_>,
    mut meshes: ResMut<'_, Assets<Mesh>>,
    mut materials: ResMut<'_, Assets<TintMaterial>>,
) {
    let material = materials.add(TintMaterial {
        terms: Terms {
            km_per_point: 1.0,
            km_per_texel: KM as f32,
            dark_on_light: 1.0,
            pixels_per_point: 1.0,
            holders: [Vec4::ZERO; COURTS],
        },
        field: Handle::default(),
    });
    let mesh = meshes.add(Rectangle::new(1.0, 1.0));
    commands.spawn((
        TintQuad,
        Mesh2d(mesh),
        MeshMaterial2d(material),
        Transform::default(),
        Visibility::Hidden,
    ));
}

impl Tint {
    pub(super) fn forget(&mut self) {
        self.field = None;
    }
    /// With whose eyes it is seen from now on. What another court knew is not shown, not even until the new raster is there.
    pub(super) fn seen_by(&mut self, court: CourtId) {
        if self.court.replace(court) != Some(court) {
            self.forget();
        }
    }
    /// The raster that is wanted, where it is not the one that is there.
    pub(super) fn wants(&self, beneath: &Beneath) -> Option<Subject> {
        let numbers: Arc<[u8]> = beneath.holders.iter().map(|h| number(*h)).collect();
        let fits = self.field.as_ref().is_some_and(|(of, _)| *of == numbers);
        (!fits).then_some(Subject::Field(numbers))
    }
    /// Takes in a raster, if it is still the one that is wanted.
    pub(super) fn take_in(
        &mut self,
        beneath: &Beneath,
        of: Arc<[u8]>,
        field: Vec<u8>,
        images: &mut Assets<Image>,
    ) {
        if !matches!(self.wants(beneath), Some(Subject::Field(wanted)) if wanted == of) {
            return;
        }
        let size = Extent3d {
            width: WIDTH as u32,
            height: HEIGHT as u32,
            depth_or_array_layers: 1,
        };
        let image = Image::new(
            size,
            TextureDimension::D2,
            field,
            TextureFormat::Rgba8Unorm,
            RenderAssetUsages::RENDER_WORLD,
        );
        self.field = Some((of, images.add(image)));
    }
    /// Shows it where the map looks.
    pub(super) fn see(&self, beneath: &Beneath, look: &Look, quad: &mut Quad<'_, '_>) {
        let Ok((mut at, mut seen, material)) = quad.quads.single_mut() else {
            return;
        };
        let Some((_, field)) = &self.field else {
            seen.set_if_neq(Visibility::Hidden);
            return;
        };
        seen.set_if_neq(Visibility::Inherited);
        *at = look.quad(HOLDERS);
        let terms = terms(beneath, look);
        let changed = quad
            .materials
            .get(&material.0)
            .is_some_and(|m| m.terms != terms || m.field != *field);
        if changed && let Some(mut material) = quad.materials.get_mut(&material.0) {
            material.terms = terms;
            material.field = field.clone();
        }
    }
}

/// The number of a holder in the raster: 0 nobody.
fn number(holder: Option<CourtId>) -> u8 {
    holder.map_or(0, |court| (court.index() + 1).min(COURTS - 1) as u8)
}

fn terms(beneath: &Beneath, look: &Look) -> Terms {
    let ink = Palette::of(look.theme);
    let mut holders = [Vec4::ZERO; COURTS];
    for i in 0..beneath.book.courts.len() {
        let court = Some(CourtId::of(i));
        let holder = Holder::of(&beneath.book, court);
        let [r, g, b, _] = colour(holder.colour(&ink)).to_linear().to_f32_array();
        holders[usize::from(number(court))] = Vec4::new(r, g, b, pattern(holder));
    }
    Terms {
        km_per_point: look.km_per_point as f32,
        km_per_texel: KM as f32,
        dark_on_light: if look.theme == Theme::Night { 0.0 } else { 1.0 },
        pixels_per_point: (look.km_per_point / look.km_per_pixel) as f32,
        holders,
    }
}

/// The pattern's number in the shader.
const fn pattern(holder: Holder) -> f32 {
    match holder {
        Holder::Nobody => 0.0,
        Holder::Song => 1.0,
        Holder::Jin => 2.0,
        Holder::Xia => 3.0,
        Holder::Liao(_) => 4.0,
        Holder::Mongol => 5.0,
        Holder::Puppet(_) => 6.0,
        Holder::Other(_) => 7.0,
    }
}
