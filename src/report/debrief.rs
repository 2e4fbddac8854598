//! The debrief of one game as a page: the game beside the record, with what it leaves out and what to ask about it.
//!
//! What it says of the game is what every face says ([`crate::table::debrief`]); here it is put in order for paper, with maps and charts,
//! questions that this game raises, and an exercise on its sources. The student's sheet ([`Sheet::Worksheet`]) tells nothing that a pupil
//! is to find out, the teacher's ([`Sheet::Key`]) adds the answers.
//!
//! * [`path`] — the courts' choices beside the documented ones, and what their advisors expected
//! * [`maps`] — the two maps, and the towns in which they differ
//! * [`questions`] — questions that this game's departures raise
//! * [`exercise`] — claims of the sources to be held against the game
//! * [`turning`] — the turning points, where a study has looked for them

mod exercise;
mod maps;
mod path;
mod questions;
mod turning;

use askama::Template;

use super::charts::curve::Curve;
use super::charts::marks::{Days, Range};
use super::charts::timeline::{Look, Mark, Timeline};
use super::text::{self, Words};
use crate::base::date::Date;
use crate::base::ids::CourtId;
use crate::prose::numbers::{big, date};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, names, sentence};
use crate::record;
use crate::scenario::model::Scenario;
use crate::study::results::Turning;
use crate::table::Session;
use crate::table::debrief::words::{Debrief, Point, Row, Sitting, day_short};
use crate::table::debrief::{About, Standing};
use crate::table::lesson::slides;

/// Which sheet of a debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The whole of it, for everybody.
    #[default]
    Page,
    /// The student's: the game, questions and an exercise, without the record and without answers.
    Worksheet,
    /// The teacher's: the whole of it, with answers.
    Key,
}

/// What a debrief is of.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The game at the table, as far as it was played.
    pub session: &'a Session,
    /// What its player or class called it.
    pub name: Option<&'a str>,
    /// Which sheet.
    pub sheet: Sheet,
    /// Its turning points, if a study has looked for them.
    pub turning: Option<&'a Turning>,
}

/// The page, as one HTML file that needs no other.
///
/// # Errors
/// Never with the templates as they are.
pub fn page(asked: &Asked<'_>) -> Result<String, askama::Error> {
    let told = Told::of(asked);
    Page::of(asked, &told)?.render().map(|page| page + "\n")
}

/// The words of the courts whose game it was.
struct Told {
    courts: Vec<(CourtId, Debrief)>,
}

impl Told {
    /// The courts that people played; every playable one in a game without people.
    fn of(asked: &Asked<'_>) -> Self {
        let session = asked.session;
        let book = session.engine().book();
        let mut courts = session.courts();
        if courts.is_empty() {
            let all = (0..book.courts.len()).map(CourtId::of);
            courts = all.filter(|c| book.courts[c.index()].playable).collect();
        }
        let courts = courts.into_iter();
        Self {
            courts: courts
                .map(|court| (court, Debrief::of(session, court)))
                .collect(),
        }
    }
    /// What is the same for all of them.
    fn first(&self) -> &Debrief {
        &self.courts[0].1
    }
}

#[derive(Template)]
#[template(path = "report/debrief.html")]
struct Page<'a> {
    texts: &'a Texts,
    lang: &'static str,
    title: String,
    worksheet: bool,
    key: bool,
    /// What the game was called.
    name: Option<String>,
    /// The lesson it was, and how it was held.
    lesson: Vec<Words>,
    scenario: Words,
    played: Vec<Words>,
    /// What a teacher should know before.
    note: Option<Words>,
    ending: Words,
    ending_text: Words,
    good: Vec<Words>,
    measure: Words,
    shares: Vec<Words>,
    courts: Vec<Court>,
    timeline: String,
    /// The signs of the time lines that no table explains.
    signs: Vec<(String, Words)>,
    maps: maps::Maps,
    checkpoints: Vec<Checkpoint>,
    turning: Option<turning::Part>,
    expectations: Vec<path::Expectation>,
    totals: Vec<Words>,
    leaves_out: Vec<Words>,
    questions: Vec<questions::Question>,
    exercise: Vec<exercise::Thing>,
    sources: Vec<Source>,
    made: Words,
}

/// A court whose game it was.
struct Court {
    name: Words,
    did: Vec<Words>,
    path: Vec<path::Step>,
    /// The day of the first departure, and what followed.
    departed: Option<Words>,
    followed: Vec<(Words, Vec<Words>)>,
    curves: Vec<(Words, String)>,
}

/// A checkpoint.
struct Checkpoint {
    number: usize,
    title: Words,
    /// `inside`, `outside` or `open`, for the style.
    class: &'static str,
    verdict: Words,
    weight: Words,
    recorded: Words,
    yours: Words,
    range: Option<Range>,
    claims: Vec<(Words, bool)>,
}

struct Source {
    letters: Words,
    title: Words,
    leans: Words,
}

impl<'a> Page<'a> {
    fn of(asked: &Asked<'a>, told: &Told) -> Result<Self, askama::Error> {
        let session = asked.session;
        let (texts, engine) = (session.texts(), session.engine());
        let book: &Scenario = engine.book();
        let first = told.first();
        let name = asked.name.and_then(text::name);
        let scenario = format!("{} {}", book.title, book.title_zh);
        let sheet = texts.t(match asked.sheet {
            Sheet::Page => "report-debrief",
            Sheet::Worksheet => "report-worksheet",
            Sheet::Key => "report-key",
        });
        let marks = marks(told, asked.sheet);
        Ok(Self {
            texts,
            lang: texts.lang().name(),
            title: text::plain(&match &name {
                Some(name) => format!("{name} – {scenario} – {sheet}"),
                None => format!("{scenario} – {sheet}"),
            }),
            worksheet: asked.sheet == Sheet::Worksheet,
            key: asked.sheet == Sheet::Key,
            name,
            lesson: lesson(session),
            scenario: Words::of(&format!("{scenario}. {sheet}")),
            played: Words::all(told.courts.iter().map(|(_, debrief)| &debrief.played)),
            note: book
                .content_note
                .as_deref()
                .filter(|_| asked.sheet == Sheet::Key)
                .map(Words::of),
            ending: Words::of(&first.title),
            ending_text: Words::of(&first.ending),
            good: Words::all(unique(
                told.courts.iter().flat_map(|(_, debrief)| &debrief.good),
            )),
            measure: Words::of(&sentence(&first.measure)),
            shares: Words::all(&first.shares),
            courts: told
                .courts
                .iter()
                .map(|(court, debrief)| self::court(session, *court, debrief))
                .collect::<Result<_, _>>()?,
            timeline: timeline(texts, first, &marks, asked.sheet)?,
            signs: marks
                .iter()
                .filter(|mark| asked.sheet == Sheet::Worksheet || mark.recorded.is_none())
                .map(|mark| (mark.sign.clone(), Words::of(&sentence(&mark.name))))
                .collect(),
            maps: maps::Maps::of(session, told.courts[0].0, first.ended, asked.sheet)?,
            checkpoints: first
                .rows
                .iter()
                .enumerate()
                .map(|(i, row)| checkpoint(texts, i + 1, row))
                .collect(),
            turning: asked
                .turning
                .map(|turning| turning::Part::of(texts, turning)),
            expectations: path::expectations(texts, told),
            totals: Words::all(first.advisors.iter().map(|advisor| &advisor.line)),
            leaves_out: leaves_out(texts, session),
            questions: questions::raised(texts, session, told),
            exercise: exercise::things(texts, book, first),
            sources: first
                .sources
                .iter()
                .map(|source| Source {
                    letters: Words::of(&source.letters),
                    title: Words::of(&source.title),
                    leans: Words::of(&source.leans),
                })
                .collect(),
            made: Words::of(&tr!(
                texts,
                "report-made",
                version = env!("CARGO_PKG_VERSION"),
                seed = engine.seed().to_string()
            )),
        })
    }
}

/// Which lesson it was, how many had hands, and what decided ties; nothing of a game that was none.
fn lesson(session: &Session) -> Vec<Words> {
    let (texts, book) = (session.texts(), session.engine().book());
    let Some(held) = session.lesson() else {
        return Vec::new();
    };
    let plan = book.lessons.iter().find(|plan| plan.id == held.plan);
    let title = plan.map_or(held.plan.as_str(), |plan| plan.title.as_str());
    let tie = slides::tie(texts, held.tie);
    let mut lines = vec![tr!(texts, "report-lesson", title = title, rule = tie)];
    if held.hands > 0 {
        lines.push(tr!(texts, "report-lesson-hands", n = held.hands));
    }
    Words::all(lines)
}

/// Each of them once, in order.
fn unique<'t>(lines: impl Iterator<Item = &'t String>) -> Vec<&'t String> {
    let mut out: Vec<&String> = Vec::new();
    for line in lines {
        if !out.contains(&line) {
            out.push(line);
        }
    }
    out
}

fn court(session: &Session, court: CourtId, debrief: &Debrief) -> Result<Court, askama::Error> {
    let (texts, book) = (session.texts(), session.engine().book());
    let departed = debrief.departure.as_ref();
    Ok(Court {
        name: Words::of(&names::court(book, court)),
        did: Words::all(&debrief.did),
        path: debrief
            .choices
            .iter()
            .map(|choice| path::Step::of(session, choice))
            .collect(),
        departed: departed.map(|departure| Words::of(&departure.on)),
        followed: debrief
            .followed
            .iter()
            .map(|(day, lines)| (Words::of(day), Words::all(lines)))
            .collect(),
        curves: curves(texts, debrief, departed.map(|departure| departure.day))?,
    })
}

/// A number of a sitting that is followed: the key of its name, where it is, and how far its scale goes at least.
type Followed = (&'static str, fn(&Sitting) -> i64, i64);

const CURVES: [Followed; 3] = [
    ("page-legitimacy", |s| s.legitimacy as i64, 100),
    ("page-silver", |s| s.treasury[1], 0),
    ("page-grain", |s| s.treasury[4], 0),
];

fn curves(
    texts: &Texts,
    debrief: &Debrief,
    departed: Option<Date>,
) -> Result<Vec<(Words, String)>, askama::Error> {
    let course = &debrief.course;
    let (Some(first), Some(last)) = (course.first(), course.last()) else {
        return Ok(Vec::new());
    };
    CURVES
        .iter()
        .map(|(key, of, up_to)| {
            let least = course.iter().min_by_key(|s| of(s)).unwrap_or(first);
            let words = tr!(
                texts,
                "page-course-of",
                name = texts.t(key),
                first = big(texts, of(first)),
                last = big(texts, of(last)),
                least = big(texts, of(least)),
                day = day_short(texts, least.day)
            );
            let drawn = Curve {
                words: words.clone(),
                days: (debrief.from, debrief.until),
                up_to: *up_to,
                line: course.iter().map(|s| (s.day, of(s))).collect(),
                bands: Vec::new(),
                marked: departed,
                number: &|n| big(texts, n),
                month: &|day| month_short(texts, day),
            }
            .draw()?;
            Ok((Words::of(&words), drawn))
        })
        .collect()
}

/// A month in short.
fn month_short(texts: &Texts, day: Date) -> String {
    let (year, month, _) = day.ymd();
    tr!(
        texts,
        "page-month-short",
        month = month,
        year = year.to_string()
    )
}

/// What stands on the time lines: checkpoints by their number, departures by letters. On a sheet without the record only what came about in
/// the game, without saying how that stands to the record.
fn marks(told: &Told, sheet: Sheet) -> Vec<Mark> {
    let mut letters = (0..).map(letters);
    let mut mark = |point: &Point| Mark {
        sign: match point.about {
            About::Checkpoint(id) => (id.index() + 1).to_string(),
            About::Departure(_) => letters.next().unwrap_or_default(),
        },
        name: capital(point.label.trim_end_matches('.')),
        recorded: point.recorded,
        yours: point.yours,
        look: match point.standing {
            Standing::AsRecorded => Look::AsRecorded,
            Standing::Departed => Look::Departed,
            Standing::NotInGame | Standing::Open => Look::Missing,
        },
        weight: point.weight,
    };
    // Checkpoints are the same for every court; departures are each court's own.
    // Of a game that was put down early, what had not come yet is no gap in it.
    let checkpoints = told
        .first()
        .points
        .iter()
        .filter(|p| !p.is_departure() && p.standing != Standing::Open);
    let mut out: Vec<Mark> = checkpoints.map(&mut mark).collect();
    if sheet == Sheet::Worksheet {
        out.retain(|mark| mark.yours.is_some());
        for (i, mark) in out.iter_mut().enumerate() {
            mark.sign = (i + 1).to_string();
            mark.look = Look::AsRecorded;
        }
        return out;
    }
    let mut departures: Vec<&Point> = told
        .courts
        .iter()
        .flat_map(|(_, debrief)| debrief.points.iter().filter(|p| p.is_departure()))
        .collect();
    departures.sort_by_key(|point| point.yours);
    for (i, point) in departures.into_iter().enumerate() {
        let mut mark = mark(point);
        // The first departure has room before all else.
        if i == 0 {
            mark.weight = u8::MAX;
        }
        out.push(mark);
    }
    out
}

/// `a`, `b`, … `z`, `aa`, …
fn letters(n: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    match n / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

fn timeline(
    texts: &Texts,
    first: &Debrief,
    marks: &[Mark],
    sheet: Sheet,
) -> Result<String, askama::Error> {
    let count = |look: Look| marks.iter().filter(|m| m.look == look).count();
    let record = sheet != Sheet::Worksheet;
    let key = if record {
        "report-timeline-words"
    } else {
        "report-timeline-game-words"
    };
    Timeline {
        words: tr!(
            texts,
            key,
            from = date(texts, first.from),
            until = date(texts, first.until),
            came = marks.iter().filter(|m| m.yours.is_some()).count(),
            same = count(Look::AsRecorded),
            other = count(Look::Departed),
            missing = count(Look::Missing)
        ),
        names: (texts.t("report-game"), texts.t("page-the-record")),
        days: (first.from, first.until),
        ended: first.ended,
        marks,
        record,
        month: &|day| month_short(texts, day),
    }
    .draw()
}

fn checkpoint(texts: &Texts, number: usize, row: &Row) -> Checkpoint {
    let (class, verdict) = match (row.open, row.within) {
        (true, _) => ("open", "report-open"),
        (false, true) => ("inside", "debrief-inside"),
        (false, false) => ("outside", "debrief-outside"),
    };
    let weight = if row.held_out {
        format!("{} {}", row.weight, texts.t("debrief-held-out"))
    } else {
        row.weight.clone()
    };
    Checkpoint {
        number,
        title: Words::of(&sentence(&row.title)),
        class,
        verdict: Words::of(&texts.t(verdict)),
        weight: Words::of(&weight),
        recorded: Words::of(&row.range),
        yours: Words::of(&capital(&row.yours)),
        range: row.chart.map(|chart| {
            Range::of(&Days {
                counts: (chart.from, chart.until),
                day: Some(chart.day),
                spread: None,
                yours: chart.yours,
            })
        }),
        claims: row
            .claims
            .iter()
            .map(|(claim, dissents)| (Words::of(claim), *dissents))
            .collect(),
    }
}

/// What the model leaves out, as far as it can be said in general and counted for this scenario.
fn leaves_out(texts: &Texts, session: &Session) -> Vec<Words> {
    let engine = session.engine();
    let book = engine.book();
    let taken = record::choices(engine, None).len();
    let mut lines = vec![
        texts.t("report-leaves-time"),
        tr!(
            texts,
            "report-leaves-space",
            places = book.atlas.places.len(),
            routes = book.atlas.routes.len()
        ),
        tr!(
            texts,
            "report-leaves-matters",
            matters = book.decisions.len(),
            taken = taken
        ),
        texts.t("report-leaves-people"),
        texts.t("report-leaves-country"),
        texts.t("report-leaves-numbers"),
        texts.t("report-leaves-writers"),
        texts.t("report-leaves-luck"),
    ];
    if engine.by_hand() {
        lines.push(texts.t("standing-by-hand"));
    }
    Words::all(lines)
}
