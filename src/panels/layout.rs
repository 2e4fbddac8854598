//! Where things stand in a window of a size. Sizes are logical points, after text size: larger text means a smaller window.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::desk::Panel;

/// How much there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// One thing at a time: no rail, a key bar at the foot.
    Small,
    /// Rail, sheet and a narrow map; margin notes fold into the text.
    Narrow,
    /// Everything.
    Wide,
}

/// Width of the rail.
pub const RAIL: f32 = 64.0;
/// Height of the strip.
pub const STRIP: f32 = 56.0;
/// Height of the key bar of a small window.
pub const KEY_BAR: f32 = 48.0;
/// Width of the tray of orders.
pub const TRAY: f32 = 344.0;

/// The places of a window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// How much there is room for.
    pub room: Room,
    /// Whether the strip hides the realm behind a menu, being low.
    pub low: bool,
    /// The rail; empty in a small window.
    pub rail: Rect,
    /// The strip.
    pub strip: Rect,
    /// The sheet of the panel that is up; empty where only the map is.
    pub sheet: Rect,
    /// The map; empty where only the sheet is.
    pub map: Rect,
    /// The key bar; empty but in a small window.
    pub key_bar: Rect,
}

impl Layout {
    /// The layout of a window for a panel. `wide_face` is for faces that run wider; `map_up` swaps sheet and map in a small one.
    #[must_use]
    pub fn of(window: Rect, panel: Panel, wide_face: bool, map_up: bool) -> Self {
        let size = window.size();
        let width = if wide_face { size.x * 0.85 } else { size.x };
        let room = if width >= 1180.0 {
            Room::Wide
        } else if width >= 900.0 {
            Room::Narrow
        } else {
            Room::Small
        };
        let rail_width = if room == Room::Small { 0.0 } else { RAIL };
        let key_bar = if room == Room::Small { KEY_BAR } else { 0.0 };
        let at = |x: f32, y: f32, size: Vec2| Rect::from_min_size(window.min + vec2(x, y), size);
        let body = Rect::from_min_max(
            window.min + vec2(rail_width, STRIP),
            Pos2::new(window.max.x, window.max.y - key_bar),
        );
        let nothing = Rect::from_min_size(body.min, Vec2::ZERO);
        // The tray of orders stands at the right of the map, every other sheet at its left.
        let (sheet, map) = match (room, panel) {
            (Room::Small, Panel::Map) => (nothing, body),
            (Room::Small, _) if map_up => (nothing, body),
            (Room::Small, _) => (body, nothing),
            (_, Panel::Map) => (nothing, body),
            // A book that needs two columns of its own.
            (_, Panel::Debrief | Panel::Treaties) => (body, nothing),
            (_, Panel::Orders) => {
                let x = body.max.x - TRAY.min(body.width() * 0.5);
                (
                    Rect::from_min_max(pos2(x, body.min.y), body.max),
                    Rect::from_min_max(body.min, pos2(x, body.max.y)),
                )
            }
            _ => {
                let sheet = match room {
                    Room::Wide if size.x > 1440.0 => (720.0 + (size.x - 1440.0) * 0.25).min(800.0),
                    Room::Wide => 720.0,
                    _ => 608.0,
                };
                let x = body.min.x + sheet.min(body.width());
                (
                    Rect::from_min_max(body.min, pos2(x, body.max.y)),
                    Rect::from_min_max(pos2(x, body.min.y), body.max),
                )
            }
        };
        Self {
            room,
            low: size.y < 560.0,
            rail: at(0.0, 0.0, vec2(rail_width, size.y)),
            strip: at(rail_width, 0.0, vec2(size.x - rail_width, STRIP)),
            sheet,
            map,
            key_bar: Rect::from_min_max(pos2(window.min.x, window.max.y - key_bar), window.max),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(width: f32, height: f32, panel: Panel) -> Layout {
        Layout::of(
            Rect::from_min_size(Pos2::ZERO, vec2(width, height)),
            panel,
            false,
            false,
        )
    }

    #[test]
    fn nothing_is_lost_and_nothing_overlaps_in_any_window() {
        let panels = [Panel::Council, Panel::Orders, Panel::Debrief, Panel::Map];
        for panel in panels {
            for (width, height) in [
                (640.0, 360.0),
                (1024.0, 768.0),
                (1280.0, 720.0),
                (3840.0, 2160.0),
            ] {
                let layout = of(width, height, panel);
                let parts = [
                    layout.rail,
                    layout.strip,
                    layout.sheet,
                    layout.map,
                    layout.key_bar,
                ];
                let area: f32 = parts.iter().map(|r| r.area()).sum();
                assert!(
                    (area - width * height).abs() < 1.0,
                    "{panel:?} {width}: {area}"
                );
                for (i, a) in parts.iter().enumerate() {
                    for b in &parts[i + 1..] {
                        assert!(a.intersect(*b).area() < 1.0 || !a.intersect(*b).is_positive());
                    }
                }
            }
        }
    }

    #[test]
    fn the_drawn_sizes() {
        let layout = of(1280.0, 720.0, Panel::Council);
        assert_eq!(layout.room, Room::Wide);
        assert_eq!((layout.sheet.min.x, layout.sheet.max.x), (64.0, 784.0));
        let layout = of(1024.0, 768.0, Panel::Council);
        assert_eq!((layout.room, layout.sheet.max.x), (Room::Narrow, 672.0));
        assert_eq!(of(640.0, 360.0, Panel::Council).room, Room::Small);
    }
}
