//! Era dates: the year, lunar month and day as the courts themselves counted them, and the sixty day signs.
//!
//! The months are those of the Song calendar, from the 11th month of 1110 to the end of lunar year 1235, and are used
//! for every court. Jin and Liao months are the same but for a day here and there after the 1130s, when Jin issued an
//! almanac of its own. Xia eras are known to the year only, see [`EraDate::era_start`].

use std::fmt;
use std::sync::OnceLock;

use super::date::Date;

const SIGNS_ZH: &str = "甲子乙丑丙寅丁卯戊辰己巳庚午辛未壬申癸酉甲戌乙亥丙子丁丑戊寅己卯庚辰辛巳壬午癸未甲申乙酉丙戌丁亥戊子己丑\
庚寅辛卯壬辰癸巳甲午乙未丙申丁酉戊戌己亥庚子辛丑壬寅癸卯甲辰乙巳丙午丁未戊申己酉庚戌辛亥壬子癸丑甲寅乙卯丙辰丁巳戊午己未庚申辛酉壬戌癸亥";
const SIGNS_PINYIN: [&str; 60] = [
    "jiazi", "yichou", "bingyin", "dingmao", "wuchen", "jisi", "gengwu", "xinwei", "renshen",
    "guiyou", //
    "jiaxu", "yihai", "bingzi", "dingchou", "wuyin", "jimao", "gengchen", "xinsi", "renwu",
    "guiwei", //
    "jiashen", "yiyou", "bingxu", "dinghai", "wuzi", "jichou", "gengyin", "xinmao", "renchen",
    "guisi", //
    "jiawu", "yiwei", "bingshen", "dingyou", "wuxu", "jihai", "gengzi", "xinchou", "renyin",
    "guimao", //
    "jiachen", "yisi", "bingwu", "dingwei", "wushen", "jiyou", "gengxu", "xinhai", "renzi",
    "guichou", //
    "jiayin", "yimao", "bingchen", "dingsi", "wuwu", "jiwei", "gengshen", "xinyou", "renxu",
    "guihai",
];
/// A character of the signs takes three bytes, a sign two characters.
const SIGN_BYTES: usize = 6;

/// A sign of the cycle of sixty, by which days and years are counted; 0 is 甲子 jiazi.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cyclic(u8);

impl Cyclic {
    /// Reads `丙辰` or `bingchen`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (0..60)
            .map(Self)
            .find(|sign| sign.zh() == text || sign.pinyin() == text)
    }

    /// The sign of a year of the lunar calendar.
    #[must_use]
    pub fn of_year(lunar_year: i32) -> Self {
        Self::at(lunar_year - 4)
    }

    /// In Chinese.
    #[must_use]
    pub fn zh(self) -> &'static str {
        let start = usize::from(self.0) * SIGN_BYTES;
        SIGNS_ZH.get(start..start + SIGN_BYTES).unwrap_or_default()
    }

    /// In pinyin, without tones.
    #[must_use]
    pub fn pinyin(self) -> &'static str {
        SIGNS_PINYIN
            .get(usize::from(self.0))
            .copied()
            .unwrap_or_default()
    }

    /// How many days from a day of this sign to the next one of the other, 0 to 59.
    #[must_use]
    pub fn until(self, other: Self) -> i32 {
        (i32::from(other.0) - i32::from(self.0)).rem_euclid(60)
    }

    fn at(count: i32) -> Self {
        u8::try_from(count.rem_euclid(60)).map_or(Self(0), Self)
    }
}

impl fmt::Display for Cyclic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.pinyin())
    }
}

/// The sign of a day.
#[must_use]
pub fn cyclic_of(day: Date) -> Cyclic {
    Cyclic::at(day.0 + 49)
}

/// A day by the count of a court.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EraDate {
    /// Whose era.
    pub court: &'static str,
    /// The era, in pinyin.
    pub era_pinyin: &'static str,
    /// The era, in Chinese.
    pub era_zh: &'static str,
    /// Year of the era, from 1.
    pub year: u16,
    /// The lunar year, as the Western year that most of it lies in.
    pub lunar_year: i32,
    /// Lunar month, 1 to 12.
    pub month: u8,
    /// Whether it is the intercalary month that follows the month of that number.
    pub intercalary: bool,
    /// Day of the month, 1 to 30.
    pub day: u8,
    /// Sign of the day, in pinyin.
    pub cyclic_pinyin: &'static str,
    /// Sign of the day, in Chinese.
    pub cyclic_zh: &'static str,
    /// How well the first day of the era is known.
    pub era_start: EraStart,
}

/// How well the first day of an era is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraStart {
    /// To the day.
    Day,
    /// About the day.
    About,
    /// To the month.
    Month,
    /// To the year, so that near its ends the era and its year may be another.
    Year,
}

impl EraDate {
    /// `Jingkang 1, second month, first day, dingyou`.
    #[must_use]
    pub fn english(&self) -> String {
        let intercalary = if self.intercalary { "intercalary " } else { "" };
        format!(
            "{} {}, {intercalary}{} month, {} day, {}",
            self.era_pinyin,
            self.year,
            ordinal(self.month),
            ordinal(self.day),
            self.cyclic_pinyin
        )
    }

    /// `靖康元年二月初一丁酉`.
    #[must_use]
    pub fn chinese(&self) -> String {
        let year = if self.year == 1 {
            "元".to_owned()
        } else {
            numeral_zh(self.year)
        };
        let month = if self.month == 1 {
            "正".to_owned()
        } else {
            numeral_zh(u16::from(self.month))
        };
        let leap = if self.intercalary { "閏" } else { "" };
        format!(
            "{}{year}年{leap}{month}月{}{}",
            self.era_zh,
            day_zh(self.day),
            self.cyclic_zh
        )
    }
}

impl fmt::Display for EraDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

/// The day by the count of a court: `song`, `jin`, `liao`, `xia`, `qi`; also `northern_liao` for the rival claimants of
/// 1122–23 and `miao_liu` for the mutineers of 1129. None for other courts, and for days outside a court's eras or
/// outside the calendar. Where two eras of a court overlap, as when Shizong rose against Hailing in 1161, the later begun.
#[must_use]
pub fn era_date(court: &str, day: Date) -> Option<EraDate> {
    let era = eras()
        .iter()
        .filter(|era| era.court == court && era.first <= day && day <= era.last)
        .max_by_key(|era| era.first)?;
    let months = months();
    let month = months.get(
        months
            .partition_point(|month| month.first <= day)
            .checked_sub(1)?,
    )?;
    let into = u8::try_from(day.0 - month.first.0)
        .ok()
        .filter(|into| *into < month.length)?;
    let sign = cyclic_of(day);
    Some(EraDate {
        court: era.court,
        era_pinyin: era.pinyin,
        era_zh: era.zh,
        year: u16::try_from(month.year - era.year1 + 1).ok()?,
        lunar_year: month.year,
        month: month.number,
        intercalary: month.intercalary,
        day: into + 1,
        cyclic_pinyin: sign.pinyin(),
        cyclic_zh: sign.zh(),
        era_start: era.start,
    })
}

/// The Julian day of a sign in a lunar month. None if there is no such month or the sign does not fall in it.
#[must_use]
pub fn lunar_to_julian(
    lunar_year: i32,
    month: u8,
    intercalary: bool,
    cyclic: &str,
) -> Option<Date> {
    let sign = Cyclic::parse(cyclic)?;
    let months = months();
    let key = (lunar_year, month, intercalary);
    let at = months
        .binary_search_by_key(&key, |m| (m.year, m.number, m.intercalary))
        .ok()?;
    let month = months.get(at)?;
    let into = cyclic_of(month.first).until(sign);
    (into < i32::from(month.length)).then_some(Date(month.first.0 + into))
}

/// Reads `1126/r11/丙辰`: lunar year, month (`r` for an intercalary one) and sign. None if there is no such day.
#[must_use]
pub fn code_to_julian(code: &str) -> Option<Date> {
    let mut parts = code.split('/');
    let (year, month, sign) = (parts.next()?, parts.next()?, parts.next()?);
    let number = month.strip_prefix('r');
    let date = lunar_to_julian(
        year.parse().ok()?,
        number.unwrap_or(month).parse().ok()?,
        number.is_some(),
        sign,
    );
    date.filter(|_| parts.next().is_none())
}

/// A name of eras, in one script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EraName {
    /// The name.
    pub text: &'static str,
    /// Whether it is in Chinese.
    pub chinese: bool,
}

/// The names of all eras, in both scripts, each once.
#[must_use]
pub fn names() -> &'static [EraName] {
    static NAMES: OnceLock<Vec<EraName>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let both = |era: &Era| [(era.pinyin, false), (era.zh, true)];
        let mut names: Vec<EraName> = eras()
            .iter()
            .flat_map(both)
            .map(|(text, chinese)| EraName { text, chinese })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    })
}

/// The first and the last lunar year of every era of this name: two courts may have had one of the same.
#[must_use]
pub fn spans(name: &str) -> Vec<(i32, i32)> {
    eras()
        .iter()
        .filter(|era| era.pinyin == name || era.zh == name)
        .map(|era| (era.year1, era.last.year().max(era.year1)))
        .collect()
}

struct Month {
    first: Date,
    year: i32,
    number: u8,
    intercalary: bool,
    length: u8,
}

struct Era {
    court: &'static str,
    pinyin: &'static str,
    zh: &'static str,
    first: Date,
    last: Date,
    year1: i32,
    start: EraStart,
}

/// The lines of a table below its comments and its heading.
fn rows(table: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split(','))
}

fn months() -> &'static [Month] {
    static MONTHS: OnceLock<Vec<Month>> = OnceLock::new();
    MONTHS.get_or_init(|| {
        rows(include_str!("../../assets/calendar/months.csv"))
            .filter_map(|mut row| {
                Some(Month {
                    first: Date(row.next()?.parse().ok()?),
                    year: row.next()?.parse().ok()?,
                    number: row.next()?.parse().ok()?,
                    intercalary: row.next()? == "1",
                    length: row.next()?.parse().ok()?,
                })
            })
            .collect()
    })
}

fn eras() -> &'static [Era] {
    static ERAS: OnceLock<Vec<Era>> = OnceLock::new();
    ERAS.get_or_init(|| {
        rows(include_str!("../../assets/calendar/eras.csv"))
            .filter_map(|mut row| {
                Some(Era {
                    court: row.next()?,
                    pinyin: row.next()?,
                    zh: row.next()?,
                    first: Date(row.next()?.parse().ok()?),
                    last: Date(row.next()?.parse().ok()?),
                    year1: row.next()?.parse().ok()?,
                    start: match row.next()? {
                        "d" => EraStart::Day,
                        "~" => EraStart::About,
                        "m" => EraStart::Month,
                        _ => EraStart::Year,
                    },
                })
            })
            .collect()
    })
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// `first` to `thirtieth`.
fn ordinal(number: u8) -> String {
    let plain = |n: u8| {
        ORDINALS
            .get(usize::from(n).wrapping_sub(1))
            .copied()
            .unwrap_or_default()
    };
    match number {
        21..=29 => format!("twenty-{}", plain(number - 20)),
        30 => "thirtieth".to_owned(),
        _ => plain(number).to_owned(),
    }
}

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number from 1 to 99, as 三十二.
fn numeral_zh(number: u16) -> String {
    let digit = |n: u16| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    match number {
        0..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        _ => format!("{}十{}", digit(number / 10), digit(number % 10)),
    }
}

/// A day of the month, as 初一, 十五, 二十, 廿一, 三十.
fn day_zh(day: u8) -> String {
    match day {
        1..=10 => format!("初{}", numeral_zh(u16::from(day))),
        21..=29 => format!("廿{}", numeral_zh(u16::from(day - 20))),
        _ => numeral_zh(u16::from(day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn the_calendar_is_whole() {
        let months = months();
        assert_eq!(months.len(), 1548);
        assert_eq!(months.iter().filter(|m| m.intercalary).count(), 46);
        assert_eq!(months[0].first, day("1110-12-13"));
        for (a, b) in months.iter().zip(&months[1..]) {
            assert_eq!(
                a.first.0 + i32::from(a.length),
                b.first.0,
                "months follow each other"
            );
            assert!((a.year, a.number, a.intercalary) < (b.year, b.number, b.intercalary));
        }
        let last = &months[months.len() - 1];
        assert_eq!(
            last.first.0 + i32::from(last.length) - 1,
            day("1236-02-08").0
        );
        assert_eq!(eras().len(), 63);
        assert!(eras().iter().all(|era| era.first <= era.last));
    }

    #[test]
    fn signs_run_in_sixties() {
        assert_eq!(SIGNS_ZH.len(), 60 * SIGN_BYTES);
        assert_eq!(cyclic_of(day("1127-01-09")).zh(), "丙辰");
        assert_eq!(Cyclic::of_year(1127).zh(), "丁未");
        let (stems, branches) = ("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥");
        let stem_words = [
            "jia", "yi", "bing", "ding", "wu", "ji", "geng", "xin", "ren", "gui",
        ];
        let branch_words = [
            "zi", "chou", "yin", "mao", "chen", "si", "wu", "wei", "shen", "you", "xu", "hai",
        ];
        for n in 0..60_u8 {
            let (sign, i) = (Cyclic(n), usize::from(n));
            assert_eq!(
                sign.zh(),
                format!(
                    "{}{}",
                    &stems[i % 10 * 3..][..3],
                    &branches[i % 12 * 3..][..3]
                )
            );
            assert_eq!(
                sign.pinyin(),
                format!("{}{}", stem_words[i % 10], branch_words[i % 12])
            );
            assert_eq!(
                (Cyclic::parse(sign.zh()), Cyclic::parse(sign.pinyin())),
                (Some(sign), Some(sign))
            );
        }
        assert_eq!(Cyclic::parse("甲丑"), None);
    }

    #[test]
    fn fixed_points_of_the_dossiers() {
        for (court, julian, english, chinese) in [
            (
                "song",
                "1126-01-31",
                "Jingkang 1, first month, seventh day, guiyou",
                "靖康元年正月初七癸酉",
            ),
            (
                "song",
                "1126-02-24",
                "Jingkang 1, second month, first day, dingyou",
                "靖康元年二月初一丁酉",
            ),
            (
                "song",
                "1127-01-09",
                "Jingkang 1, intercalary eleventh month, twenty-fifth day, bingchen",
                "靖康元年閏十一月廿五丙辰",
            ),
            (
                "song",
                "1127-06-12",
                "Jianyan 1, fifth month, first day, gengyin",
                "建炎元年五月初一庚寅",
            ),
            (
                "song",
                "1127-06-11",
                "Jingkang 2, fourth month, thirtieth day, jichou",
                "靖康二年四月三十己丑",
            ),
            (
                "song",
                "1126-01-19",
                "Xuanhe 7, twelfth month, twenty-fourth day, xinyou",
                "宣和七年十二月廿四辛酉",
            ),
            (
                "song",
                "1118-12-15",
                "Chonghe 1, eleventh month, first day, jiyou",
                "重和元年十一月初一己酉",
            ),
            (
                "jin",
                "1115-01-28",
                "Shouguo 1, first month, first day, renshen",
                "收國元年正月初一壬申",
            ),
            (
                "jin",
                "1125-11-03",
                "Tianhui 3, tenth month, seventh day, jiachen",
                "天會三年十月初七甲辰",
            ),
            (
                "jin",
                "1125-03-26",
                "Tianhui 3, second month, twentieth day, renxu",
                "天會三年二月二十壬戌",
            ),
            (
                "jin",
                "1127-08-01",
                "Tianhui 5, sixth month, twenty-second day, gengchen",
                "天會五年六月廿二庚辰",
            ),
            (
                "jin",
                "1150-01-11",
                "Tiande 1, twelfth month, eleventh day, jiwei",
                "天德元年十二月十一己未",
            ),
            (
                "liao",
                "1122-07-29",
                "Baoda 2, sixth month, twenty-fourth day, xinhai",
                "保大二年六月廿四辛亥",
            ),
            (
                "northern_liao",
                "1122-07-01",
                "Jianfu 1, fifth month, twenty-sixth day, guiwei",
                "建福元年五月廿六癸未",
            ),
            (
                "qi",
                "1131-01-31",
                "Fuchang 1, first month, first day, jihai",
                "阜昌元年正月初一己亥",
            ),
            (
                "song",
                "1162-07-24",
                "Shaoxing 32, sixth month, eleventh day, bingzi",
                "紹興三十二年六月十一丙子",
            ),
        ] {
            let date = era_date(court, day(julian)).unwrap_or_else(|| panic!("{court} {julian}"));
            assert_eq!(
                (date.english().as_str(), date.chinese().as_str()),
                (english, chinese),
                "{court} {julian}"
            );
            assert_eq!(date.to_string(), english);
        }
    }

    #[test]
    fn courts_without_an_era_have_no_date() {
        for (court, julian) in [
            ("mongol", "1233-01-01"),
            ("chu", "1127-05-01"),
            ("jin", "1115-01-27"),
            ("liao", "1125-03-27"),
            ("qi", "1138-01-02"),
            ("song", "1110-12-12"),
            ("song", "1236-02-09"),
        ] {
            assert_eq!(era_date(court, day(julian)), None, "{court} {julian}");
        }
        assert_eq!(
            era_date("xia", day("1126-06-01")).map(|d| (d.era_zh, d.year, d.era_start)),
            Some(("元德", 8, EraStart::Year))
        );
        assert_eq!(
            era_date("jin", day("1161-11-30")).map(|d| d.era_pinyin),
            Some("Dading"),
            "of two, the later begun"
        );
    }

    /// Song has an era on every day of the calendar, Jin from its founding to its end.
    #[test]
    fn no_day_is_missed() {
        for (court, from, until) in [
            ("song", "1110-12-13", "1236-02-08"),
            ("jin", "1115-01-28", "1234-02-09"),
        ] {
            for jdn in day(from).0..=day(until).0 {
                let date =
                    era_date(court, Date(jdn)).unwrap_or_else(|| panic!("{court} {}", Date(jdn)));
                assert!(date.year >= 1 && (1..=30).contains(&date.day));
                let back = lunar_to_julian(
                    date.lunar_year,
                    date.month,
                    date.intercalary,
                    date.cyclic_zh,
                );
                assert_eq!(back, Some(Date(jdn)));
            }
        }
    }

    #[test]
    fn codes_that_name_no_day() {
        assert_eq!(code_to_julian("1126/r11/丙辰"), Some(day("1127-01-09")));
        assert_eq!(code_to_julian("1126/r11/bingchen"), Some(day("1127-01-09")));
        for code in [
            "",
            "1126/r11",
            "1126/r10/丙辰",
            "1126/13/丙辰",
            "1126/x/丙辰",
            "1126/11/丙辰",
            "1126/r11/丙辰/1",
        ] {
            assert_eq!(code_to_julian(code), None, "{code}");
        }
    }

    /// Every dated code of the accounts of 1111 to 1127, against the Julian date that stands beside it: a day, or first
    /// and last day. None is known to deviate; one that does belongs in `DEVIATIONS` with its reason.
    #[test]
    fn dated_events_agree() {
        const DEVIATIONS: [(&str, &str); 0] = [];
        let (mut days, mut spans, mut off) = (0, 0, Vec::new());
        for mut row in rows(include_str!("../../tests/data/dated_events.csv")) {
            let mut cell = || row.next().expect("three columns");
            let (id, julian, code) = (cell(), cell(), cell());
            let found = code_to_julian(code);
            let (first, last) = julian.split_once('/').unwrap_or((julian, julian));
            let (first, last) = (day(first), day(last));
            *if first == last { &mut days } else { &mut spans } += 1;
            if found.is_none_or(|found| !(first..=last).contains(&found)) {
                off.push(id);
            }
        }
        assert_eq!(
            (days, spans),
            (102, 15),
            "102 single days and 15 stretches of days"
        );
        assert_eq!(off, DEVIATIONS.map(|(id, _)| id), "all 117 agree");
    }
}
