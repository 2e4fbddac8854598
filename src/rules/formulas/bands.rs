//! Loyalists in occupied country: bands in the hills, stockades, and what they cost those who hold it.

/// Resistance from which men take to the hills.
pub const GATHER: i32 = 40;
/// Men a month for each point of resistance above that.
const A_POINT: i32 = 18;
/// Legitimacy of their court below which nobody waits for it: the bands of Zong Ze's time went back to plunder within months of his death (1128).
const HOPE: i32 = 20;
/// Nobody gathers more than one man of so many households.
const HOUSEHOLDS_A_MAN: u32 = 12;
/// Strings that an officer takes with him, and titles.
pub const ROUSE_CASH: i64 = 20_000;
/// Men who hold a town in which people rise, where no bands come down to it; with bands, half as many as they are.
pub const HOLDS_A_TOWN: u32 = 600;
/// Men of a host in reach that keep a country from rising, where its bands are not half as many.
pub const RIDDEN_DOWN: u32 = 10_000;
/// Most of the revenue that bands keep from the holder, percent.
const MOST_LOST: u32 = 60;

/// What a court and its people find in a place where bands may gather.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hearth {
    /// Men in bands now.
    pub band: u32,
    /// Resistance to the holder.
    pub unrest: i32,
    /// Households of the country.
    pub households: u32,
    /// Whether it has hills: the Taihang, and Wuma in Hebei, held out where the plain could not.
    pub hills: bool,
    /// Command of the officer who leads them; 0 for none.
    pub leader: i32,
    /// Legitimacy of the court whose country it was; none if it no longer stands or has made peace.
    pub hope: Option<i32>,
}

/// How many men come to the bands in a month, or go home.
#[must_use]
pub fn change(at: Hearth) -> i32 {
    let hope = at.hope.unwrap_or(0);
    if at.unrest < GATHER || hope < HOPE {
        let part = if at.hope.is_none() { 2 } else { 4 };
        let home = i32::try_from(at.band / part).unwrap_or(i32::MAX);
        return if at.band < 200 {
            -i32::try_from(at.band).unwrap_or(0)
        } else {
            -home
        };
    }
    let hills = if at.hills { 2 } else { 1 };
    let come = (at.unrest - GATHER) * A_POINT * hills * (100 + at.leader * 15) / 100;
    let most = at.households / HOUSEHOLDS_A_MAN;
    let room = i32::try_from(most.saturating_sub(at.band)).unwrap_or(0);
    come.min(room)
}

/// Revenue of a hundred that the holder loses to them.
#[must_use]
pub fn lost_percent(band: u32, garrison: u32) -> u32 {
    if band == 0 {
        return 0;
    }
    let share = u64::from(band) * 100 / (u64::from(band) + u64::from(garrison)).max(1);
    u32::try_from(share).unwrap_or(0).min(MOST_LOST)
}

/// Men of the garrison that they tie down beside those whom the country needs anyway.
#[must_use]
pub const fn tied_down(band: u32) -> u32 {
    band / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAIHANG: Hearth = Hearth {
        band: 1_000,
        unrest: 70,
        households: 60_000,
        hills: true,
        leader: 0,
        hope: Some(50),
    };

    #[test]
    fn they_grow_in_hills_under_a_leader_and_fade_without_hope() {
        assert!(change(TAIHANG) > 0);
        assert!(
            change(Hearth {
                hills: false,
                ..TAIHANG
            }) < change(TAIHANG)
        );
        assert!(
            change(Hearth {
                leader: 6,
                ..TAIHANG
            }) > change(TAIHANG)
        );
        assert!(
            change(Hearth {
                hope: Some(10),
                ..TAIHANG
            }) < 0
        );
        assert!(
            change(Hearth {
                hope: None,
                ..TAIHANG
            }) < change(Hearth {
                hope: Some(10),
                ..TAIHANG
            })
        );
        assert!(
            change(Hearth {
                unrest: 20,
                ..TAIHANG
            }) < 0
        );
        assert!(
            change(Hearth {
                band: 9_000,
                ..TAIHANG
            }) <= 0
        );
    }
    #[test]
    fn a_thin_garrison_loses_the_taxes() {
        assert!(lost_percent(4_000, 500) > lost_percent(4_000, 8_000));
        assert_eq!(lost_percent(0, 0), 0);
    }
}
