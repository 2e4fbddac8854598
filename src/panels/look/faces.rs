//! The faces that come with the window, as bytes. Where each is from and under which licence stands in `assets/fonts/README.md`.

/// EB Garamond Medium: the normal weight.
pub const MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/eb-garamond-medium.ttf");
/// EB Garamond SemiBold.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/eb-garamond-semibold.ttf");
/// EB Garamond Medium Italic.
pub const ITALIC: &[u8] = include_bytes!("../../../assets/fonts/eb-garamond-medium-italic.ttf");
/// Atkinson Hyperlegible Next, in place of the medium.
pub const PLAIN: &[u8] = include_bytes!("../../../assets/fonts/atkinson-next-regular.ttf");
/// Atkinson Hyperlegible Next SemiBold.
pub const PLAIN_SEMIBOLD: &[u8] =
    include_bytes!("../../../assets/fonts/atkinson-next-semibold.ttf");
/// Atkinson Hyperlegible Next Italic.
pub const PLAIN_ITALIC: &[u8] = include_bytes!("../../../assets/fonts/atkinson-next-italic.ttf");
/// Old small capitals, for headings.
pub const CAPITALS: &[u8] = include_bytes!("../../../assets/fonts/old-capitals.ttf");
/// Noto Serif, Traditional shapes.
pub const SERIF_ZH: &[u8] = include_bytes!("../../../assets/fonts/noto-serif-tc.otf");
/// Its bold, which is also the face of the seals.
pub const SERIF_ZH_BOLD: &[u8] = include_bytes!("../../../assets/fonts/noto-serif-tc-bold.otf");
/// The brush.
pub const BRUSH: &[u8] = include_bytes!("../../../assets/fonts/yuji-boku.ttf");
/// The brush behind the brush.
pub const BRUSH_WIDE: &[u8] = include_bytes!("../../../assets/fonts/brush-kai.ttf");
