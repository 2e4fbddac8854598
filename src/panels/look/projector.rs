//! Type for a picture on a wall, measured by the height of the picture and not in points.
//!
//! A letter is read with ease when its capitals stand 20 minutes of arc high in the eye, and still when they stand 16 (the heights that standards for
//! screens, such as ISO 9241, ask for and allow). At 8 m, the last row of a class, that is 47 and 37 mm. Of a picture 1.5 m high, which is a
//! small one, these are 3.1 and 2.5 parts in a hundred; capitals of EB Garamond are 0.65 of its size. So what a class reads is set at a
//! twenty-first of the picture's height or more, and nothing meant for it below a twenty-sixth.

use egui::{FontFamily, FontId};

/// The sizes on a picture of this height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projector {
    /// The unit: what a class reads is this large, points.
    pub unit: f32,
}

/// Of the picture's height, what a class reads.
const READ: f32 = 1.0 / 21.0;
/// Of that, the least that is meant for a class.
const SMALL: f32 = 21.0 / 26.0;
/// Of that, what is only for whoever stands at the keys.
const KEYS: f32 = 21.0 / 32.0;

impl Projector {
    /// For a picture so many points high.
    #[must_use]
    pub fn of(height: f32) -> Self {
        Self {
            unit: height * READ,
        }
    }
    /// What is read out: memorials, voices, questions.
    #[must_use]
    pub fn read(self) -> FontId {
        FontId::new(self.unit, FontFamily::Proportional)
    }
    /// Names, headings within a slide.
    #[must_use]
    pub fn strong(self) -> FontId {
        FontId::new(self.unit, named("semibold"))
    }
    /// What somebody expects.
    #[must_use]
    pub fn italic(self) -> FontId {
        FontId::new(self.unit, named("italic"))
    }
    /// The heading of a slide.
    #[must_use]
    pub fn title(self) -> FontId {
        FontId::new(self.unit * 1.5, named("semibold"))
    }
    /// A course that can be voted for.
    #[must_use]
    pub fn course(self) -> FontId {
        FontId::new(self.unit * 1.2, named("semibold"))
    }
    /// Hands that were counted.
    #[must_use]
    pub fn count(self) -> FontId {
        FontId::new(self.unit * 1.7, named("semibold"))
    }
    /// The date, sources, a line at the foot.
    #[must_use]
    pub fn small(self) -> FontId {
        FontId::new(self.unit * SMALL, FontFamily::Proportional)
    }
    /// The same, to stand out.
    #[must_use]
    pub fn small_strong(self) -> FontId {
        FontId::new(self.unit * SMALL, named("semibold"))
    }
    /// Keys, for whoever stands at them.
    #[must_use]
    pub fn keys(self) -> FontId {
        FontId::new(self.unit * KEYS, FontFamily::Proportional)
    }
}

fn named(name: &str) -> FontFamily {
    FontFamily::Name(name.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reckoning at the head of this file, done again.
    #[test]
    fn the_last_row_can_read_it() {
        const METRES: f32 = 8.0;
        const PICTURE: f32 = 1.5;
        const CAPITALS: f32 = 0.65;
        // For angles as small as these the arc is the tangent.
        let arc = |minutes: f32| METRES * (minutes / 60.0).to_radians();
        let capitals = |size: f32| size * CAPITALS * PICTURE;
        assert!(capitals(READ) >= arc(20.0) * 0.995, "{}", capitals(READ));
        assert!(capitals(READ * SMALL) >= arc(16.0) * 0.995);
    }
}
