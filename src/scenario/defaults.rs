//! What a place has on the first day when the scenario says nothing of it. No source counts these: each is a judgement, with its reason.

use super::model::{PlaceKind, PlaceSetup};
use crate::base::ids::CourtId;

/// A capital nobody speaks of is far from the war; its guards are on paper ten times this.
const GARRISON_CAPITAL: u32 = 5000;
/// A superior prefecture keeps a few commands of regulars (a Song command was 500 men on paper).
const GARRISON_SUPERIOR: u32 = 3000;
/// A prefecture keeps three or four commands at the half strength of which memorials complain.
const GARRISON_PREFECTURE: u32 = 1500;
/// A pass is held by what its wall has room for.
const GARRISON_PASS: u32 = 800;
/// A ferry, depot or county town has a patrol.
const GARRISON_OTHER: u32 = 200;
/// Garrison troops stand below the regulars of the field armies, who are 50.
const QUALITY: i32 = 40;
/// Neither eager nor afraid.
const MORALE: i32 = 50;
/// Every walled town has granaries for two months of its own people.
const STORES_XUN: i32 = 6;
/// The stronger the walls, the larger the granaries the state kept behind them: a month for each degree, so that the
/// strongest hold out seven months, a little short of Taiyuan's eight and a half.
const STORES_XUN_PER_WALL: i32 = 3;
/// Country at peace still has its bandits.
const UNREST: i32 = 5;
/// The table gives loyalty from 0 to 10, the rules want 0 to 100.
pub(crate) const LOYALTY_SCALE: i32 = 10;

/// A place of which nothing is said. Where none of the scenario's courts holds it there is no garrison to count.
pub(crate) const fn place(holder: Option<CourtId>, kind: PlaceKind, walls: i32) -> PlaceSetup {
    let garrison = match kind {
        PlaceKind::Capital => GARRISON_CAPITAL,
        PlaceKind::SuperiorPrefecture => GARRISON_SUPERIOR,
        PlaceKind::Prefecture => GARRISON_PREFECTURE,
        PlaceKind::Pass => GARRISON_PASS,
        PlaceKind::Ford | PlaceKind::Port | PlaceKind::Depot | PlaceKind::TribalSeat => {
            GARRISON_OTHER
        }
    };
    PlaceSetup {
        holder,
        native: None,
        garrison: if holder.is_some() { garrison } else { 0 },
        garrison_figure: None,
        quality: QUALITY,
        morale: MORALE,
        captain: None,
        stores_xun: STORES_XUN + STORES_XUN_PER_WALL * walls,
        unrest: UNREST,
        boats: 0,
        wheels: 0,
        depot: 0,
        band: 0,
        workshop: 0,
        stands_for: 100,
        note: String::new(),
    }
}
