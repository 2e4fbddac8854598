//! Numbers, goods and dates as they are read.

use super::texts::{Texts, tr};
use crate::base::date::Date;
use crate::base::era::era_date;
use crate::scenario::language::Good;
use crate::scenario::model::Scenario;

/// Every good, in the order of a treasury.
pub const GOODS: [Good; 5] = [
    Good::Gold,
    Good::Silver,
    Good::Silk,
    Good::Cash,
    Good::Grain,
];

/// A whole number with separators: `412,000`.
#[must_use]
pub fn number(n: impl Into<i64>) -> String {
    let n: i64 = n.into();
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    if n < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// About how long a game takes: `120 minutes`, or `60 to 100 minutes` where a secretariat can make it shorter.
#[must_use]
pub fn length(texts: &Texts, book: &Scenario) -> String {
    match book.minutes_brief {
        Some(least) => tr!(texts, "length-between", least = least, most = book.minutes),
        None => tr!(texts, "length-about", n = book.minutes),
    }
}

/// A number to read at a glance: whole below a million, then `3.1 million` or `1.26 million`.
#[must_use]
pub fn big(texts: &Texts, n: i64) -> String {
    millions(n).map_or_else(|| number(n), |n| tr!(texts, "number-million", n = n))
}

/// The same where there is little room: `3.1 m`.
#[must_use]
pub fn short(texts: &Texts, n: i64) -> String {
    millions(n).map_or_else(|| number(n), |n| tr!(texts, "number-million-short", n = n))
}

/// A number of a million or more, in millions.
fn millions(n: i64) -> Option<String> {
    let size = n.unsigned_abs();
    if size < 1_000_000 {
        return None;
    }
    let hundredths = if size >= 10_000_000 {
        (size + 50_000) / 100_000 * 10
    } else {
        (size + 5_000) / 10_000
    };
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let sign = if n < 0 { "−" } else { "" };
    Some(match part {
        0 => format!("{sign}{whole}"),
        p if p % 10 == 0 => format!("{sign}{whole}.{}", p / 10),
        p => format!("{sign}{whole}.{p:02}"),
    })
}

/// A count of men as one speaks of it: to the nearest thousand above five thousand, else to the nearest hundred.
#[must_use]
pub fn about(men: u32) -> String {
    let step = if men >= 5_000 { 1_000 } else { 100 };
    let rounded = (u64::from(men) + step / 2) / step * step;
    number(
        i64::try_from(if rounded == 0 {
            u64::from(men)
        } else {
            rounded
        })
        .unwrap_or(i64::MAX),
    )
}

/// A change with its sign: `+2`, `−4`.
#[must_use]
pub fn signed(n: impl Into<i64>) -> String {
    let n: i64 = n.into();
    if n > 0 {
        format!("+{}", number(n))
    } else {
        number(n)
    }
}

/// A small number as a word, a greater one in figures.
#[must_use]
pub fn word(texts: &Texts, n: usize) -> String {
    const WORDS: [&str; 13] = [
        "word-none",
        "word-one",
        "word-two",
        "word-three",
        "word-four",
        "word-five",
        "word-six",
        "word-seven",
        "word-eight",
        "word-nine",
        "word-ten",
        "word-eleven",
        "word-twelve",
    ];
    WORDS.get(n).map_or_else(
        || number(i64::try_from(n).unwrap_or(i64::MAX)),
        |key| texts.t(key),
    )
}

/// The name of a good.
#[must_use]
pub fn good(texts: &Texts, good: Good) -> String {
    texts.t(match good {
        Good::Gold => "good-gold",
        Good::Silver => "good-silver",
        Good::Silk => "good-silk",
        Good::Cash => "good-cash",
        Good::Grain => "good-grain",
    })
}

/// The measure of a good: taels, bolts, strings, shi.
#[must_use]
pub fn measure(texts: &Texts, good: Good) -> String {
    texts.t(match good {
        Good::Gold | Good::Silver => "measure-taels",
        Good::Silk => "measure-bolts",
        Good::Cash => "measure-strings",
        Good::Grain => "measure-shi",
    })
}

/// An amount of a good: `2,400,000 taels of silver`.
#[must_use]
pub fn goods(texts: &Texts, what: Good, amount: i64) -> String {
    tr!(
        texts,
        "goods-amount",
        n = number(amount),
        measure = measure(texts, what),
        good = good(texts, what)
    )
}

/// Several amounts, one after the other.
#[must_use]
pub fn goods_list(texts: &Texts, list: &[(Good, i64)]) -> String {
    join(
        texts,
        &list
            .iter()
            .map(|(what, amount)| goods(texts, *what, *amount))
            .collect::<Vec<_>>(),
    )
}

/// Edicts: `1 edict`, `2 edicts`.
#[must_use]
pub fn edicts(texts: &Texts, n: i32) -> String {
    tr!(texts, "edicts-count", n = n)
}

/// The lean of a court in words.
#[must_use]
pub fn lean_in_words(texts: &Texts, lean: i32) -> String {
    match lean {
        -4..=4 => texts.t("lean-none"),
        n if n > 0 => tr!(texts, "lean-war", n = n),
        n => tr!(texts, "lean-peace", n = -n),
    }
}

/// Items in a row: `a, b and c`.
#[must_use]
pub fn join(texts: &Texts, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => tr!(texts, "list-and", a = first.join(", "), b = last.as_str()),
    }
}

/// How many of a long list are named.
pub const FEW: usize = 3;

/// A list of which only the first few are named: `Daming, Zhending, Baozhou and 9 more`.
#[must_use]
pub fn few(texts: &Texts, items: &[String]) -> String {
    if items.len() <= FEW + 1 {
        return join(texts, items);
    }
    tr!(
        texts,
        "list-more",
        list = items[..FEW].join(", "),
        n = items.len() - FEW
    )
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(texts: &Texts, month: u8) -> String {
    const MONTHS: [&str; 12] = [
        "month-january",
        "month-february",
        "month-march",
        "month-april",
        "month-may",
        "month-june",
        "month-july",
        "month-august",
        "month-september",
        "month-october",
        "month-november",
        "month-december",
    ];
    texts.t(MONTHS[usize::from(month).clamp(1, 12) - 1])
}

/// A day: `24 February 1126`.
#[must_use]
pub fn date(texts: &Texts, day: Date) -> String {
    let (y, m, d) = day.ymd();
    tr!(
        texts,
        "date-full",
        day = d,
        month = month(texts, m),
        year = y.to_string()
    )
}

/// The same day as a court counts it, romanised and in Chinese; none where the court has no era of its own then.
#[must_use]
pub fn era(court: &str, day: Date) -> Option<String> {
    era_date(court, day).map(|era| format!("{}. {}", era.english(), era.chinese()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_read() {
        assert_eq!(number(412_000), "412,000");
        assert_eq!(number(-1_000), "−1,000");
        assert_eq!(number(7), "7");
        let texts = Texts::default();
        assert_eq!(big(&texts, 3_100_000), "3.1 million");
        assert_eq!(big(&texts, 1_260_000), "1.26 million");
        assert_eq!(big(&texts, 14_000_000), "14 million");
        assert_eq!(big(&texts, 1_050_000), "1.05 million");
        assert_eq!(big(&texts, 999_999), "999,999");
        assert_eq!(about(61_400), "61,000");
        assert_eq!(about(40), "40");
        assert_eq!(
            goods(&texts, Good::Silver, 2_400_000),
            "2,400,000 taels of silver"
        );
    }

    #[test]
    fn a_day_in_both_calendars() {
        let day = Date::parse("1126-02-24").expect("a date");
        assert_eq!(date(&Texts::default(), day), "24 February 1126");
        assert_eq!(
            era("song", day).as_deref(),
            Some("Jingkang 1, second month, first day, dingyou. 靖康元年二月初一丁酉")
        );
        assert_eq!(era("militia", day), None);
    }
}
