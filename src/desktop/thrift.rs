//! Memory that nobody needs is not kept. With software rendering all of it is the program's own.
//!
//! The panels' pictures are kept once: bevy_egui keeps two copies of each in memory besides the one that is drawn: the first is
//! never read again, and the second only where a picture changes in part, which none but the letters' does.
//! And the few meshes have a buffer each: Bevy's shared ones, made for thousands of meshes, begin with mebibytes of bookkeeping.

use bevy::asset::RenderAssetUsages;
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::mesh::allocator::MeshAllocatorSettings;
use bevy_egui::EguiManagedTextures;

/// egui's own name for the picture of all letters.
const LETTERS: u64 = 0;

/// Adds thrift to an app that has its plugins for drawing.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, let_go);
    if let Some(drawing) = app.get_sub_app_mut(RenderApp) {
        drawing
            .world_mut()
            .get_resource_or_init::<MeshAllocatorSettings>()
            .large_threshold = 0;
    }
}

/// Lets go of copies that came in this frame.
fn let_go(mut pictures: ResMut<EguiManagedTextures>, mut images: ResMut<Assets<Image>>) {
    if !pictures.is_changed() {
        return;
    }
    let fresh = pictures
        .bypass_change_detection()
        .iter_mut()
        .filter(|(_, picture)| !picture.color_image.pixels.is_empty());
    for ((_, name), picture) in fresh {
        picture.color_image = egui::ColorImage::default();
        if *name != LETTERS
            && let Some(mut image) = images.get_mut(picture.handle.id())
        {
            image.asset_usage = RenderAssetUsages::RENDER_WORLD;
        }
    }
}
