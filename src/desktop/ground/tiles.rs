//! The painted tiles: which are needed, which are shown, and which are let go.
//!
//! The level nearest to the screen's own scale is wanted; until a tile of it is painted whatever else is there shows beneath it,
//! and where nothing is, a tile of the farthest level is painted first, since one of those covers many.

use std::collections::BTreeMap;

use bevy::asset::RenderAssetUsages;
use bevy::ecs::system::SystemParam;
use bevy::image::ImageSampler;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

use super::{Look, TILES, world};
use crate::earth::{Bed, Spot};
use crate::painting::Picture;
use crate::painting::ground::{HEM, Level, Tile};
use crate::panels::settings::Theme;

/// So many tiles are kept that are not seen: a mebibyte each, and with software rendering that is the program's own memory.
const KEPT: usize = 4;

/// Which tile, and in which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) tile: Tile,
    pub(super) theme: Theme,
    pub(super) bed: Bed,
}

/// Marks the sprite of a tile.
#[derive(Component)]
pub(super) struct TileSprite;

/// The sprites of tiles and nothing else of the ground.
type OnlyTiles = (
    With<TileSprite>,
    Without<super::Land>,
    Without<super::tint::TintQuad>,
    Without<super::roads::RoadLines>,
);

/// The sprites.
#[derive(SystemParam)]
pub(super) struct Shown<'w, 's> {
    sprites: Query<'w, 's, &'static mut Visibility, OnlyTiles>,
}

impl Shown<'_, '_> {
    fn set(&mut self, sprite: Entity, seen: bool) {
        if let Ok(mut visibility) = self.sprites.get_mut(sprite) {
            visibility.set_if_neq(if seen {
                Visibility::Inherited
            } else {
                Visibility::Hidden
            });
        }
    }
}

#[derive(Debug)]
struct Painted {
    sprite: Entity,
    /// The frame in which it was last seen.
    seen: u64,
}

/// The tiles that are painted.
#[derive(Debug, Default)]
pub(super) struct Tiles {
    painted: BTreeMap<Key, Painted>,
    frame: u64,
    /// The colours wanted now: what was painted in others is dropped when it comes in.
    colours: Option<(Theme, Bed)>,
}

impl Tiles {
    /// Drops everything.
    pub(super) fn forget(&mut self, commands: &mut Commands<'_, '_>) {
        for painted in std::mem::take(&mut self.painted).into_values() {
            commands.entity(painted.sprite).despawn();
        }
    }
    /// Shows nothing.
    pub(super) fn hide(&self, shown: &mut Shown<'_, '_>) {
        for painted in self.painted.values() {
            shown.set(painted.sprite, false);
        }
    }
    /// Shows what is painted of what is looked at, and says what is missing, the most urgent first.
    pub(super) fn see(
        &mut self,
        look: &Look,
        shown: &mut Shown<'_, '_>,
        commands: &mut Commands<'_, '_>,
    ) -> Vec<Key> {
        self.frame += 1;
        if self.colours != Some((look.theme, look.bed)) {
            self.colours = Some((look.theme, look.bed));
            self.forget(commands);
        }
        let key = |tile| Key {
            tile,
            theme: look.theme,
            bed: look.bed,
        };
        let nearest = nearest(look.km_per_pixel);
        let mut missing: Vec<Key> = Tile::over(nearest, look.from, look.to)
            .into_iter()
            .map(key)
            .filter(|key| !self.painted.contains_key(key))
            .collect();
        let whole = missing.is_empty();
        for (key, painted) in &mut self.painted {
            let wanted = key.tile.level == nearest;
            let touched = touches(key.tile, look);
            if touched && (wanted || !whole) {
                painted.seen = self.frame;
            }
            shown.set(painted.sprite, touched && (wanted || !whole));
        }
        if !whole {
            let middle = Spot {
                x: f64::midpoint(look.from.x, look.to.x),
                y: f64::midpoint(look.from.y, look.to.y),
            };
            // From the middle outwards.
            missing.sort_by(|a, b| {
                let km = |key: &Key| middle_of(key.tile).km(middle);
                km(a).total_cmp(&km(b))
            });
            let mut coarse: Vec<Key> = Tile::over(Level::Realm, look.from, look.to)
                .into_iter()
                .map(key)
                .filter(|key| !self.painted.contains_key(key) && !missing.contains(key))
                .collect();
            coarse.append(&mut missing);
            missing = coarse;
        }
        self.let_go(commands);
        missing
    }
    /// Takes in a tile.
    pub(super) fn take_in(
        &mut self,
        key: Key,
        picture: Picture,
        images: &mut Assets<Image>,
        commands: &mut Commands<'_, '_>,
    ) {
        if self.colours != Some((key.theme, key.bed)) || self.painted.contains_key(&key) {
            return;
        }
        let size = Extent3d {
            width: picture.width,
            height: picture.height,
            depth_or_array_layers: 1,
        };
        let mut image = Image::new(
            size,
            TextureDimension::D2,
            picture.rgba,
            TextureFormat::Rgba8UnormSrgb,
            // The driver has it; a second copy would only fill memory.
            RenderAssetUsages::RENDER_WORLD,
        );
        image.sampler = ImageSampler::linear();
        let side = Vec2::splat(key.tile.level.span() as f32);
        // The hem is not shown: it is what the tile's last pixels are blended with.
        let hem = HEM as f32;
        let inner = Rect::new(
            hem,
            hem,
            picture.width as f32 - hem,
            picture.height as f32 - hem,
        );
        let depth = Level::ALL.iter().position(|l| *l == key.tile.level);
        let corner = world(key.tile.corner());
        let middle = corner + Vec2::new(side.x, -side.y) / 2.0;
        let sprite = Sprite {
            image: images.add(image),
            custom_size: Some(side),
            rect: Some(inner),
            ..default()
        };
        let place =
            Transform::from_translation(middle.extend(TILES + depth.unwrap_or_default() as f32));
        // Seen at once: there may be no other frame for a while.
        let sprite = commands
            .spawn((TileSprite, sprite, place, Visibility::Inherited))
            .id();
        let seen = self.frame;
        self.painted.insert(key, Painted { sprite, seen });
    }
    /// Lets the tiles go that were not seen for longest.
    fn let_go(&mut self, commands: &mut Commands<'_, '_>) {
        let mut unseen: Vec<(u64, Key)> = self
            .painted
            .iter()
            .filter(|(_, painted)| painted.seen < self.frame)
            .map(|(key, painted)| (painted.seen, *key))
            .collect();
        unseen.sort_unstable();
        let too_many = unseen.len().saturating_sub(KEPT);
        for (_, key) in unseen.into_iter().take(too_many) {
            if let Some(painted) = self.painted.remove(&key) {
                commands.entity(painted.sprite).despawn();
            }
        }
    }
}

/// The level whose pixels are nearest in size to the screen's.
fn nearest(km_per_pixel: f64) -> Level {
    let far = |level: &Level| {
        let times = level.km() / km_per_pixel.max(1e-6);
        times.max(1.0 / times)
    };
    Level::ALL
        .into_iter()
        .min_by(|a, b| far(a).total_cmp(&far(b)))
        .unwrap_or(Level::Region)
}

fn middle_of(tile: Tile) -> Spot {
    let (corner, half) = (tile.corner(), tile.level.span() / 2.0);
    Spot {
        x: corner.x + half,
        y: corner.y + half,
    }
}

fn touches(tile: Tile, look: &Look) -> bool {
    let (corner, span) = (tile.corner(), tile.level.span());
    corner.x < look.to.x
        && corner.y < look.to.y
        && corner.x + span > look.from.x
        && corner.y + span > look.from.y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_level_is_the_one_least_stretched() {
        assert_eq!(nearest(4.0), Level::Realm);
        assert_eq!(nearest(1.6), Level::Realm);
        assert_eq!(nearest(1.5), Level::Region);
        assert_eq!(nearest(0.6), Level::County);
        assert_eq!(nearest(0.125), Level::County);
    }
}
