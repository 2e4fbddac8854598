//! The painted ground: the same each time, without seams, and to be looked at.
//!
//! With `PICTURES` set to a folder the last tests leave pictures there.

use rivers_and_mountains::painting::ground::{Atlas, Bed, Level, SIDE, Tile};
use rivers_and_mountains::painting::pigments::Pigments;

#[test]
fn a_tile_has_its_size() {
    let atlas = Atlas::new(&[], &[]);
    let tile = Tile {
        level: Level::Realm,
        x: 0,
        y: 0,
    };
    let picture = atlas.paint(tile, &Pigments::paper(), Bed::North);
    assert_eq!((picture.width, picture.height), (SIDE, SIDE));
    assert_eq!(picture.rgba.len(), (SIDE * SIDE * 4) as usize);
}
