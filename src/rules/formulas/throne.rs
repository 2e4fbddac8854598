//! Thrones: who sits on one, who is missing from it, and what that is worth.
//!
//! June 1127: Zhao Gou took the throne because his brother was in the north, and ruled for thirty-five years with a brother alive who could be sent home.
//! Jin knew it: in the 1130s it let it be heard that Qinzong, or his son, might be set up at Kaifeng (Song shi 24, 473; dossiers 05 and 06).

/// What a court's word loses each month in which nobody who is free sits on its throne.
pub const HEADLESS: i32 = -3;
/// What it gains when a prince of a house that was declared deposed takes the throne all the same: there is a name again to put under edicts.
pub const RESTORED: i32 = 12;
/// And when he takes it in the place of one who lives in enemy hands: somebody reigns, and somebody else has the better right.
pub const IN_HIS_ABSENCE: i32 = 6;
/// What a sovereign who took a throne in another's absence loses when that other comes home.
pub const ELDER_HOME: i32 = -10;
/// What it weighs at the table with him to have that other back, whatever he must say aloud; and with his captor to let the threat go.
pub const ELDER_WEIGHT: i64 = -10;
/// What it weighs with the captor to let him go.
pub const ELDER_HELD: i64 = -5;
/// Legitimacy that a court gains when an heir is named where nobody stood: what the officials of 1129 to 1137 asked of Gaozong, and Jin's
/// princes of their emperor in 1132.
pub const HEIR_NAMED: i32 = 3;
/// The same when one who stood there is passed over for another.
pub const HEIR_CHANGED: i32 = -4;
/// Loyalty of whoever is passed over.
pub const PASSED_OVER: i32 = -25;
/// A sovereign's death costs his house so much until the next is believed in.
pub const SUCCESSION: i32 = -3;
