//! Pictures that were made for the look: paper, seals, the scroll. Each is made once, kept as a texture of the egui context, and
//! its pixels for as long as the program runs, since another window of the same look wants the same ones.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use egui::util::IdTypeMap;
use egui::{ColorImage, Context, Id, TextureHandle, TextureOptions, TextureWrapMode};

use super::{Holder, Palette};
use crate::panels::settings::Theme;

/// A ground that something lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A sheet, the strip, the tray.
    Hi,
    /// A slip, an inset, the start page.
    Paper,
    /// What has focus or is selected.
    Lo,
    /// The rail.
    Rail,
}

impl Ground {
    /// Its colour, without texture.
    #[must_use]
    pub const fn colour(self, ink: &Palette) -> egui::Color32 {
        match self {
            Self::Hi => ink.hi,
            Self::Paper => ink.paper,
            Self::Lo => ink.lo,
            Self::Rail => ink.rail,
        }
    }
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The paper of a ground.
    Paper(Theme, Ground),
    /// A seal: the characters, whose, pixels on a side.
    Seal(Theme, String, Holder, u32),
    /// The scroll of the start screen: pixels across and down.
    Scroll(Theme, u32, u32),
}

type Textures = Arc<Mutex<BTreeMap<Shown, TextureHandle>>>;
/// Where the textures of a context are kept.
fn kept() -> Id {
    Id::new("pictures")
}

/// Textures go over from what egui remembers to what it is to remember instead: they show nothing of any game.
pub fn hand_on(from: &mut IdTypeMap, to: &mut IdTypeMap) {
    if let Some(textures) = from.get_temp::<Textures>(kept()) {
        to.insert_temp(kept(), textures);
    }
}

type Pixels = Mutex<BTreeMap<Shown, Arc<ColorImage>>>;

/// The picture as a texture of this context.
pub fn picture(
    ctx: &Context,
    shown: &Shown,
    make: impl FnOnce() -> crate::painting::Picture,
) -> TextureHandle {
    static PIXELS: OnceLock<Pixels> = OnceLock::new();
    let textures: Textures =
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Textures>(kept()).clone());
    let mut textures = textures.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(texture) = textures.get(shown) {
        return texture.clone();
    }
    let mut pixels = PIXELS
        .get_or_init(Pixels::default)
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let image = pixels
        .entry(shown.clone())
        .or_insert_with(|| {
            let made = make();
            let size = [made.width as usize, made.height as usize];
            Arc::new(ColorImage::from_rgba_unmultiplied(size, &made.rgba))
        })
        .clone();
    let options = TextureOptions {
        // Paper that is too small for a window goes on as its own mirror image.
        wrap_mode: match shown {
            Shown::Paper(..) => TextureWrapMode::MirroredRepeat,
            _ => TextureWrapMode::ClampToEdge,
        },
        ..TextureOptions::LINEAR
    };
    let texture = ctx.load_texture(format!("{shown:?}"), image, options);
    textures.insert(shown.clone(), texture.clone());
    texture
}
