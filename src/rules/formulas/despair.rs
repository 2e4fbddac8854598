//! Despair and treachery in a siege: whether a gate is opened from within, or terms are asked for. A sum of named parts, so that it can be told.

/// What presses on a besieged town, or holds it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its captain does not love his court.
    Disloyal,
    /// The garrison has no heart left.
    Despair,
    /// The stores are gone.
    Hunger,
    /// The throne commands little belief.
    Throne,
    /// Relief was beaten, and the town knows.
    ReliefBeaten,
    /// The court has left its seat.
    CourtFled,
    /// The seat of the court has fallen.
    SeatFallen,
    /// The sovereign is in enemy hands.
    SovereignTaken,
    /// Its own court has ordered the gates opened to this besieger.
    OrderedOpen,
    /// Relief got in.
    Relieved,
    /// The captain means to hold.
    Firm,
    /// Nobody answers for the walls.
    Nobody,
    /// The sovereign himself is within: his guards and his council stand beside the captain.
    Sovereign,
    /// It is the city that its own court left.
    Forsaken,
    /// And no army of its own side stayed near it.
    Deserted,
    /// And who answers for the walls is no soldier, or is nobody.
    Civil,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 16] = [
        Self::Disloyal,
        Self::Despair,
        Self::Hunger,
        Self::Throne,
        Self::ReliefBeaten,
        Self::CourtFled,
        Self::SeatFallen,
        Self::SovereignTaken,
        Self::OrderedOpen,
        Self::Relieved,
        Self::Firm,
        Self::Nobody,
        Self::Sovereign,
        Self::Forsaken,
        Self::Deserted,
        Self::Civil,
    ];
}

/// What a town knows and has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heart {
    /// Its captain's loyalty and valour, if it has one.
    pub captain: Option<(i32, i32)>,
    /// Morale of the garrison.
    pub morale: i32,
    /// Stores left, tenths of a xun.
    pub stores: i32,
    /// Legitimacy of its court.
    pub legitimacy: i32,
    /// Reliefs beaten of which it has heard, within half a year.
    pub beaten: i32,
    /// Reliefs that got through in that time.
    pub relieved: i32,
    /// Its court has left the seat it had.
    pub fled: bool,
    /// Its court's seat has fallen.
    pub fallen: bool,
    /// Its sovereign is in enemy hands.
    pub taken: bool,
    /// Its court has signed it away to this besieger.
    pub signed_away: bool,
    /// Its court sat in it and sits elsewhere now, and no army of its own side is inside or near.
    pub deserted: bool,
    /// Its captain's skill in command, if it has one.
    pub command: Option<i32>,
    /// Its sovereign is within the walls, a free man.
    pub sovereign: bool,
    /// It is the city in which its court sat and sits no more.
    pub forsaken: bool,
}

/// Below this skill in command a captain is a civil official.
pub const CIVIL: i32 = 3;
/// An army of its own side as near as this is a hope, km.
pub const HOPE_KM: u32 = 60;

/// A man this bold asks for no terms: Wang Bing of Taiyuan fought on in the streets when the wall was lost, and drowned himself (September 1126);
/// Zhang Shuye, taken with the court, starved himself at the border.
pub const LAST_MAN: i32 = 9;
/// Below this loyalty a captain bargains for himself.
pub const DOUBTFUL: i32 = 45;

/// What each point of a captain's doubt weighs, and how much of that his sovereign's presence takes off: no gate of Kaifeng was sold while an emperor of Song or of Jin was
/// in it; Cui Li gave it up in the spring of 1233, two months after Aizong had ridden away.
const DOUBT: i32 = 8;
const WATCHED: i32 = 6;
/// What it weighs in the city itself that its court has gone, beside what that weighs everywhere.
const FORSAKEN: i32 = 18;

/// The parts of the chance, in a thousand a xun, those that are nothing left out.
#[must_use]
pub fn parts(heart: Heart) -> Vec<(Part, i32)> {
    each(heart).filter(|(_, n)| *n != 0).collect()
}

fn each(heart: Heart) -> impl Iterator<Item = (Part, i32)> {
    Part::ALL
        .into_iter()
        .map(move |part| (part, of(part, heart)))
}

fn of(part: Part, heart: Heart) -> i32 {
    let yes = |so: bool, n: i32| if so { n } else { 0 };
    let valour = heart.captain.map_or(0, |(_, valour)| valour);
    let doubt = heart
        .captain
        .map_or(0, |(loyalty, _)| (DOUBTFUL - loyalty).max(0));
    match part {
        Part::Disloyal => doubt * DOUBT,
        Part::Despair => (18 - heart.morale).max(0) * 14,
        Part::Hunger => yes(heart.stores <= 0, 20),
        // Towns of Hebei held for the Zhao through 1127 and 1128 with both emperors gone: a lost throne weighs, it does not decide.
        Part::Throne => (35 - heart.legitimacy).max(0) / 2,
        Part::ReliefBeaten => (heart.beaten * 12).min(36),
        Part::CourtFled => yes(heart.fled, 6),
        Part::SeatFallen => yes(heart.fallen, 6),
        Part::SovereignTaken => yes(heart.taken, 6),
        Part::OrderedOpen => yes(heart.signed_away, 12),
        Part::Relieved => -(heart.relieved * 10).min(20),
        // Zhan Du at Zhongshan and the men of Hejian refused their own court's order.
        Part::Firm => -(valour - 6).max(0) * 3,
        Part::Nobody => yes(heart.captain.is_none(), 8),
        // Yanjing, January 1123: the empress had gone out by night with Xiao Gan's men, and the old ministers walked out to meet Aguda before he had
        // drawn a ring. Yangzhou in 1129 and Lin'an in 1130 were empty of court and army when the riders came.
        Part::Deserted => yes(heart.deserted, 42),
        Part::Civil => yes(
            heart.deserted && heart.command.is_none_or(|skill| skill < CIVIL),
            240,
        ),
        Part::Sovereign => yes(heart.sovereign, -doubt * WATCHED),
        Part::Forsaken => yes(heart.forsaken, FORSAKEN),
    }
}

/// The most that the chance comes to.
pub const MOST: u32 = 700;

/// Chance in a thousand, this xun, that it ends: a gate is opened from within, or terms are asked for.
#[must_use]
pub fn chance(heart: Heart) -> u32 {
    let sum: i32 = each(heart).map(|(_, n)| n).sum();
    u32::try_from(sum).unwrap_or(0).min(MOST)
}

/// How it ends when it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The captain goes over, or a gate is opened behind his back.
    Treachery,
    /// The captain asks for terms, and the garrison marches out without its arms.
    Terms,
    /// The captain will hear of no terms, and there is nobody to open for him.
    Holds,
}

/// How it ends, when the chance has come: a doubtful captain sells the town, a loyal one asks for terms when hunger or despair leaves him nothing
/// else, and one who is bold enough holds to the last man; where nobody answers for the walls, somebody opens a gate.
#[must_use]
pub const fn end(heart: Heart) -> End {
    match heart.captain {
        None => End::Treachery,
        Some((loyalty, _)) if loyalty < DOUBTFUL => End::Treachery,
        Some((_, valour)) if valour >= LAST_MAN => End::Holds,
        Some(_) => End::Terms,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRM: Heart = Heart {
        captain: Some((80, 8)),
        morale: 60,
        stores: 40,
        legitimacy: 60,
        beaten: 0,
        relieved: 0,
        fled: false,
        fallen: false,
        taken: false,
        signed_away: false,
        deserted: false,
        command: Some(7),
        sovereign: false,
        forsaken: false,
    };

    #[test]
    fn a_firm_town_with_food_does_not_open() {
        assert_eq!(chance(FIRM), 0);
        let alone = Heart {
            taken: true,
            fallen: true,
            ..FIRM
        };
        assert!(chance(alone) < 12, "Zhongshan and Hejian in 1127");
    }
    #[test]
    fn a_gate_is_sold_when_the_sovereign_has_gone_and_not_under_his_eyes() {
        let doubtful = Heart {
            captain: Some((25, 4)),
            ..FIRM
        };
        let within = Heart {
            sovereign: true,
            ..doubtful
        };
        let left = Heart {
            fled: true,
            forsaken: true,
            ..doubtful
        };
        assert!(chance(within) * 3 < chance(doubtful) && chance(doubtful) < chance(left));
        let loyal = Heart {
            sovereign: true,
            ..FIRM
        };
        assert_eq!(
            parts(loyal),
            [(Part::Firm, -6)],
            "it takes nothing else off"
        );
    }
    #[test]
    fn the_chance_is_the_sum_of_the_parts_that_are_told() {
        let heart = Heart {
            captain: Some((30, 5)),
            morale: 10,
            stores: 0,
            beaten: 2,
            fled: true,
            ..FIRM
        };
        let told: i32 = parts(heart).iter().map(|(_, n)| n).sum();
        assert_eq!(i64::from(chance(heart)), i64::from(told));
        assert!(parts(heart).contains(&(Part::ReliefBeaten, 24)));
        assert!(!parts(heart).iter().any(|(part, _)| *part == Part::Firm));
    }
    #[test]
    fn a_city_that_its_court_and_army_have_left_opens_at_once_where_an_official_is_left_to_answer()
    {
        let left = Heart {
            deserted: true,
            forsaken: true,
            fled: true,
            ..FIRM
        };
        let official = Heart {
            captain: Some((60, 4)),
            command: Some(2),
            ..left
        };
        assert!((40..100).contains(&chance(left)), "a soldier holds longer");
        assert!((250..400).contains(&chance(official)));
        assert_eq!(end(official), End::Terms);
        let at_home = Heart {
            deserted: false,
            forsaken: false,
            fled: false,
            ..official
        };
        assert_eq!(
            chance(at_home),
            0,
            "an official holds a town that is not given up"
        );
    }
    #[test]
    fn how_it_ends_is_a_matter_of_the_man() {
        let with = |captain| end(Heart { captain, ..FIRM });
        assert_eq!(with(Some((30, 9))), End::Treachery);
        assert_eq!(with(Some((80, 6))), End::Terms);
        assert_eq!(with(Some((80, 9))), End::Holds);
        assert_eq!(with(None), End::Treachery);
    }
}
