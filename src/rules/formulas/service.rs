//! Officials of a town that changed hands: who serves the victor, at once or after a time in his hands.

use crate::events::How;

/// Where the gate was opened whole offices passed over with their seals: Zuo Qigong, Kang Gongbi, Liu Yanzong and Shi Li'ai at Yanjing in January 1123.
const OPENED: i32 = 620;
/// After a storm those who did not die were bound first and asked later: Kaifeng's who served Jin in 1127 were few, and most of those under Chu.
const STORMED: i32 = 180;
/// What each point of loyalty under or over this changes it by, in a thousand.
const MIDDLE: i32 = 55;
const A_POINT: i32 = 12;

/// Chance in a thousand that an official left in a fallen town enters the victor's service.
#[must_use]
pub fn enters(how: How, loyalty: i32) -> u32 {
    let first = match how {
        How::Storm | How::Hunger => STORMED,
        _ => OPENED,
    };
    u32::try_from(first + (MIDDLE - loyalty) * A_POINT)
        .unwrap_or(0)
        .min(950)
}

/// From this loyalty on a captive takes no office, however often he is asked: Hong Hao, held from 1129 to 1143, and Zhang Shao and Zhu Bian with him.
pub const STEADFAST: i32 = 75;

/// Chance in a thousand that a captive takes the office he is offered. Yuwen Xuzhong, who was held from 1128, took one after years and wrote Jin's state papers.
#[must_use]
pub fn consents(loyalty: i32) -> u32 {
    u32::try_from((STEADFAST - loyalty) * A_POINT)
        .unwrap_or(0)
        .min(800)
}

/// What it does to a captive's loyalty to his own court that he refused.
pub const REFUSED_FIRMER: i32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_go_over_where_the_gate_was_opened_and_the_loyal_do_not() {
        assert!(enters(How::Terms, 50) > 3 * enters(How::Storm, 50) / 2);
        assert!(enters(How::Terms, 50) > 600);
        assert!(enters(How::Terms, 90) < 250);
        assert_eq!(enters(How::Storm, 80), 0);
    }
    #[test]
    fn a_steadfast_captive_is_not_to_be_had() {
        assert_eq!(consents(STEADFAST), 0);
        assert!(consents(40) > 300);
    }
}
