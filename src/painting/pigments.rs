//! The colours the pictures are made of, in the three themes. The tokens of the look say which; the panels have their own.

/// Red, green, blue.
pub type Colour = [u8; 3];

/// What the brush is dipped in.
#[derive(Clone, Debug, PartialEq)]
pub struct Pigments {
    /// The plain.
    pub land: Colour,
    /// The upland, as far as height warms the land.
    pub upland: Colour,
    /// Sea and lakes.
    pub sea: Colour,
    /// The sea beside the coast, and how much of it.
    pub shore: (Colour, f32),
    /// The four lines of water along the coast.
    pub swell: Colour,
    /// The coast.
    pub coast: Colour,
    /// Slopes that face away from the light, and how much.
    pub lee: (Colour, f32),
    /// What a mountain is filled with, and slopes that face the light.
    pub mist: Colour,
    /// How much of it the lit slopes get.
    pub light: f32,
    /// The lit side of a mountain, and how much.
    pub umber: (Colour, f32),
    /// The shaded side of a mountain.
    pub wash: Colour,
    /// The strokes down a mountain's slope, and how much.
    pub hatch: (Colour, f32),
    /// The ridge of a mountain, and how much.
    pub ridge: (Colour, f32),
    /// Rivers and canals.
    pub river: Colour,
    /// The water between a canal's two banks.
    pub canal: Colour,
    /// The Yellow River's water.
    pub yellow: Colour,
    /// Its banks.
    pub bank: Colour,
    /// How rough the paper is: 1 as in the pictures, 0 for none.
    pub grain: f32,
    /// The scroll's brush.
    pub scroll: Scroll,
}

/// The pigments of the scroll on the first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Scroll {
    /// The silk, and the mist between the mountains.
    pub mist: Colour,
    /// What the mountains are filled with.
    pub body: Colour,
    /// The haze above them.
    pub sky: Colour,
    /// What the picture fades into at its foot: the page.
    pub page: Colour,
    /// The wash far away and near.
    pub wash: (Colour, Colour),
    /// Malachite, azurite and ochre, and how much of the three.
    pub colours: (Colour, Colour, Colour, f32),
    /// Ink of strokes and ridges.
    pub ink: Colour,
    /// The lines of the water.
    pub water: Colour,
}

impl Pigments {
    /// Ink on paper.
    #[must_use]
    pub const fn paper() -> Self {
        Self {
            land: [0xF1, 0xE9, 0xD5],
            upland: [0xE7, 0xDA, 0xBD],
            sea: [0xD6, 0xD9, 0xD1],
            shore: ([0x7E, 0x92, 0x9A], 0.30),
            swell: [0x4E, 0x66, 0x70],
            coast: [0x3A, 0x37, 0x30],
            lee: ([0x8D, 0x7F, 0x66], 0.42),
            mist: [0xF3, 0xEB, 0xDA],
            light: 0.45,
            umber: ([0xA9, 0x77, 0x3F], 0.20),
            wash: [0x46, 0x60, 0x6B],
            hatch: ([0x26, 0x21, 0x1B], 0.30),
            ridge: ([0x26, 0x21, 0x1B], 0.80),
            river: [0x41, 0x60, 0x6E],
            canal: [0xE9, 0xE7, 0xDA],
            yellow: [0xD5, 0xB2, 0x71],
            bank: [0x6A, 0x4C, 0x1C],
            grain: 0.9,
            scroll: Scroll {
                mist: [0xF8, 0xF2, 0xE3],
                body: [0xF8, 0xF2, 0xE3],
                sky: [0xCF, 0xCB, 0xB9],
                page: [0xF3, 0xEB, 0xD9],
                wash: ([0x93, 0xA5, 0xA9], [0x3A, 0x46, 0x45]),
                colours: (
                    [0x2E, 0x82, 0x77],
                    [0x2B, 0x5E, 0x8C],
                    [0xB5, 0x80, 0x3F],
                    1.0,
                ),
                ink: [0x22, 0x1E, 0x19],
                water: [0x56, 0x72, 0x7C],
            },
        }
    }

    /// Pale ink on a dark ground.
    #[must_use]
    pub const fn night() -> Self {
        Self {
            land: [0x23, 0x21, 0x1E],
            upland: [0x1E, 0x1C, 0x19],
            sea: [0x17, 0x1B, 0x1E],
            shore: ([0x88, 0x99, 0xA0], 0.30),
            swell: [0x6F, 0x87, 0x91],
            coast: [0x8B, 0x85, 0x77],
            lee: ([0x6A, 0x60, 0x55], 0.42),
            mist: [0x2C, 0x29, 0x26],
            light: 0.45,
            umber: ([0x4A, 0x35, 0x20], 0.20),
            wash: [0x22, 0x30, 0x3A],
            hatch: ([0x8D, 0x85, 0x76], 0.20),
            ridge: ([0xA8, 0x9F, 0x8E], 0.55),
            river: [0x6E, 0x92, 0xA3],
            canal: [0x20, 0x27, 0x2B],
            yellow: [0x8C, 0x6A, 0x30],
            bank: [0xD8, 0xB2, 0x6A],
            grain: 0.9,
            scroll: Scroll {
                mist: [0x26, 0x23, 0x1F],
                body: [0x2C, 0x29, 0x26],
                sky: [0x14, 0x13, 0x12],
                page: [0x26, 0x23, 0x1F],
                wash: ([0x3A, 0x42, 0x44], [0x10, 0x14, 0x14]),
                colours: (
                    [0x2E, 0x82, 0x77],
                    [0x2B, 0x5E, 0x8C],
                    [0xB5, 0x80, 0x3F],
                    0.8,
                ),
                ink: [0xB8, 0xAE, 0x9A],
                water: [0x6F, 0x87, 0x91],
            },
        }
    }

    /// Black on white: no paper, no wash of the hills.
    #[must_use]
    pub const fn contrast() -> Self {
        Self {
            land: [0xFF, 0xFF, 0xFF],
            upland: [0xFF, 0xFF, 0xFF],
            sea: [0xD4, 0xDE, 0xE6],
            shore: ([0x88, 0x99, 0xA0], 0.30),
            swell: [0x2A, 0x3A, 0x44],
            coast: [0x00, 0x00, 0x00],
            lee: ([0x6A, 0x60, 0x55], 0.0),
            mist: [0xFF, 0xFF, 0xFF],
            light: 0.0,
            umber: ([0xFF, 0xFF, 0xFF], 0.0),
            wash: [0x8A, 0x8A, 0x8A],
            hatch: ([0x8D, 0x85, 0x76], 0.20),
            ridge: ([0x6A, 0x6A, 0x6A], 0.75),
            river: [0x0B, 0x3E, 0x5C],
            canal: [0xFF, 0xFF, 0xFF],
            yellow: [0xF0, 0xC8, 0x69],
            bank: [0x3A, 0x26, 0x00],
            grain: 0.0,
            scroll: Scroll {
                mist: [0xFF, 0xFF, 0xFF],
                body: [0xFF, 0xFF, 0xFF],
                sky: [0xFF, 0xFF, 0xFF],
                page: [0xFF, 0xFF, 0xFF],
                wash: ([0xA0, 0xA0, 0xA0], [0x50, 0x50, 0x50]),
                colours: (
                    [0x2E, 0x82, 0x77],
                    [0x2B, 0x5E, 0x8C],
                    [0xB5, 0x80, 0x3F],
                    0.0,
                ),
                ink: [0x00, 0x00, 0x00],
                water: [0x2A, 0x3A, 0x44],
            },
        }
    }
}
