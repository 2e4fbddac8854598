//! What there is to tell beside the record, in words: made once, for the window's page and the printed one.

use super::{About, Standing, argued, calibration, followed, is_open, points, sources};
use crate::base::date::Date;
use crate::base::ids::{CheckpointId, CourtId, SourceId};
use crate::engine::Engine;
use crate::events::Event;
use crate::prose::numbers::date;
use crate::prose::record as words;
use crate::prose::standing as points_words;
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names, sentence};
use crate::record::standing::standing;
use crate::record::{self, Outcome, Range, Taken};
use crate::scenario::model::{Checkpoint, Decision, Scenario, Test};
use crate::table::Session;
use crate::view::View;

/// The words of a debrief.
#[derive(Debug)]
pub struct Debrief {
    /// The ending's title; that it is not played out, where it is not.
    pub title: String,
    /// Scenario, court, and when it ended.
    pub played: String,
    /// How much was as recorded.
    pub measure: String,
    /// What the ending tells; where the game stands, where it has none yet.
    pub ending: String,
    /// For whom it was good.
    pub good: Vec<String>,
    /// How the court did: all of it, then part by part.
    pub did: Vec<String>,
    /// The scenario's first day.
    pub from: Date,
    /// Its last.
    pub until: Date,
    /// When the game ended, or where it stands.
    pub ended: Date,
    /// What stands on the two time lines, in the order of the record.
    pub points: Vec<Point>,
    /// The checkpoints, in the order of the file.
    pub rows: Vec<Row>,
    /// What the shares mean, and how great they are.
    pub shares: Vec<String>,
    /// The court's choices, in the order they were made.
    pub choices: Vec<Choice>,
    /// The first that was not the documented one.
    pub departure: Option<Departure>,
    /// What followed it: the day, and a sentence for each thing of note.
    pub followed: Vec<(String, Vec<String>)>,
    /// The advisors of all courts that people play, the most tested first.
    pub advisors: Vec<Advisor>,
    /// Every source that the scenario leans on.
    pub sources: Vec<Source>,
    /// How the court stood at each opening; empty for a court that nobody plays.
    pub course: Vec<Sitting>,
}

/// A point on the time lines.
#[derive(Debug)]
pub struct Point {
    /// What it is about.
    pub about: About,
    /// Its name, without a stop.
    pub label: String,
    /// What the record says of it and what the game made of it.
    pub why: String,
    /// When, by the record.
    pub recorded: Option<Date>,
    /// When, in this game.
    pub yours: Option<Date>,
    /// 1 to 5.
    pub weight: u8,
    /// How they stand to each other.
    pub standing: Standing,
}

impl Point {
    /// Whether it is a choice that was not the documented one.
    #[must_use]
    pub const fn is_departure(&self) -> bool {
        matches!(self.about, About::Departure(_))
    }
}

/// A checkpoint.
#[derive(Debug)]
pub struct Row {
    /// Which.
    pub checkpoint: CheckpointId,
    /// What it asks, as the file has it.
    pub title: String,
    /// Never tuned on.
    pub held_out: bool,
    /// Inside the recorded range.
    pub within: bool,
    /// The game has not come far enough to tell.
    pub open: bool,
    /// The record, in short.
    pub recorded: String,
    /// At length, with the range that counts.
    pub range: String,
    /// The game, in short.
    pub yours: String,
    /// The days, where it is about a day.
    pub chart: Option<Chart>,
    /// The sources in short: who agrees, and what those say that do not.
    pub sources: String,
    /// Each claim at length, and whether it speaks against.
    pub claims: Vec<(String, bool)>,
    /// How much it weighs.
    pub weight: String,
}

/// The recorded day, the days that count as recorded, and the game's day.
#[derive(Clone, Copy, Debug)]
pub struct Chart {
    /// The recorded day.
    pub day: Date,
    /// The first day that counts as recorded.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// The game's day, if it came.
    pub yours: Option<Date>,
}

/// A choice beside the documented one.
#[derive(Debug)]
pub struct Choice {
    /// What was chosen, when.
    pub taken: Taken,
    /// The matter.
    pub title: String,
    /// The matter in Chinese.
    pub title_zh: String,
    /// The day it was closed.
    pub day: String,
    /// What was chosen, in a sentence with `You:` before it.
    pub yours: String,
    /// What the court of the time did, in a sentence.
    pub record: String,
    /// What came of that; empty where nothing is told.
    pub outcome: String,
    /// Where the sources differ; empty where they do not.
    pub quarrel: String,
    /// The sources by their letters, in a sentence; empty where none are named.
    pub sources: String,
    /// Who argued for what was chosen.
    pub voices: Vec<Voice>,
}

/// The first choice that was not the documented one.
#[derive(Debug)]
pub struct Departure {
    /// The day.
    pub day: Date,
    /// The matter and the day.
    pub on: String,
    /// What was chosen, in a sentence with `You:` before it.
    pub was: String,
    /// What the court of the time did, in a sentence.
    pub record: String,
    /// Who argued for what was chosen.
    pub voices: Vec<Voice>,
}

/// Who argued for it, what he expected, and whether it came true.
#[derive(Debug)]
pub struct Voice {
    /// His name in both scripts.
    pub name: String,
    /// His name in Chinese.
    pub zh: String,
    /// The court he spoke before.
    pub court: CourtId,
    /// Who expected what, in a sentence.
    pub expected: String,
    /// What he expected, in a sentence.
    pub expects: String,
    /// Whether it came true; none where it was not put to the test.
    pub came_true: Option<bool>,
}

/// How often an advisor was right.
#[derive(Debug)]
pub struct Advisor {
    /// His name in both scripts.
    pub name: String,
    /// How often he was right.
    pub right: u32,
    /// Of how many expectations.
    pub of: u32,
    /// The same in a sentence.
    pub line: String,
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Which.
    pub source: SourceId,
    /// The letters by which it is cited.
    pub letters: String,
    /// Titles, author and when it was written.
    pub title: String,
    /// Its side and bias.
    pub leans: String,
}

/// How the court stood at the opening of a turn.
#[derive(Clone, Copy, Debug)]
pub struct Sitting {
    /// The first day of the turn.
    pub day: Date,
    /// Gold, silver, silk, cash, grain.
    pub treasury: [i64; 5],
    /// Legitimacy, 0 to 100.
    pub legitimacy: i32,
}

impl Debrief {
    /// The words for a court. A game that is not over has no ending, and checkpoints that it has not come to are open.
    #[must_use]
    pub fn of(session: &Session, court: CourtId) -> Self {
        let (texts, engine, view) = (session.texts(), session.engine(), session.view(court));
        let book = engine.book();
        let ending = engine.ended().and_then(|id| book.endings.get(id.index()));
        let outcomes = record::outcomes(engine);
        // What the game has not come to is not asked, for it or against it.
        let (ahead, asked): (Vec<Outcome>, Vec<Outcome>) =
            outcomes.iter().partition(|o| is_open(engine, o));
        let (tuned, held) = record::shares(book, &asked);
        let mut all = tuned;
        all.add(held);
        let hundredths = (all.permille() + 5) / 10;
        let within = asked.iter().filter(|o| o.within).count();
        let choices = record::choices(engine, Some(court));
        let first = record::first_departure(engine, court);
        // The last xun closes on the day after the last.
        let ended = engine.day().min(book.until);
        let stands = || tr!(texts, "debrief-stands", day = date(texts, ended));
        let shares = [
            ("share-all", all),
            ("share-tuned", tuned),
            ("share-held", held),
        ]
        .into_iter()
        .filter(|(_, share)| share.of > 0)
        .map(|(key, share)| {
            tr!(
                texts,
                key,
                share = words::percent(share),
                inside = share.inside.to_string(),
                of = share.of.to_string()
            )
        });
        Self {
            title: ending.map_or_else(|| texts.t("debrief-unfinished"), |e| e.title.clone()),
            played: tr!(
                texts,
                if ending.is_some() {
                    "page-played"
                } else {
                    "page-played-so-far"
                },
                scenario = format!("{} {}", book.title, book.title_zh),
                court = names::court(book, court),
                day = date(texts, ended)
            ),
            measure: if ahead.is_empty() {
                tr!(
                    texts,
                    "page-measure",
                    n = within,
                    of = outcomes.len(),
                    share = format!("{}.{:02}", hundredths / 100, hundredths % 100)
                )
            } else {
                tr!(
                    texts,
                    "page-measure-so-far",
                    n = within,
                    of = asked.len(),
                    ahead = ahead.len()
                )
            },
            ending: ending.map_or_else(stands, |e| e.text.clone()),
            good: ending.map_or_else(Vec::new, |ending| {
                (0..book.courts.len())
                    .map(CourtId::of)
                    .filter(|c| *c == court || ending.good_for.contains(c))
                    .map(|c| words::ending_for(texts, book, ending, c))
                    .collect()
            }),
            did: did(texts, engine, &view),
            from: book.from,
            until: book.until,
            ended,
            points: marks(texts, engine, court, &outcomes),
            rows: outcomes.iter().map(|o| row(texts, engine, o)).collect(),
            shares: std::iter::once(texts.t("debrief-means"))
                .chain(shares)
                .collect(),
            choices: choices
                .iter()
                .map(|t| choice(texts, engine, &view, t))
                .collect(),
            departure: first.as_ref().map(|t| departure(texts, engine, &view, t)),
            followed: first
                .as_ref()
                .map_or_else(Vec::new, |t| after(texts, engine, &view, t)),
            advisors: advisors(session, &view),
            sources: sources(book, true)
                .into_iter()
                .map(|id| {
                    let source = &book.sources[id.index()];
                    let by: Vec<&str> = [&source.title_zh, &source.author, &source.composed]
                        .into_iter()
                        .map(String::as_str)
                        .filter(|part| !part.is_empty())
                        .collect();
                    Source {
                        source: id,
                        letters: words::letters(source).to_owned(),
                        title: sentence(&format!("{}. {}", source.title, capital(&by.join(", ")))),
                        leans: sentence(&capital(&source.bias)),
                    }
                })
                .collect(),
            course: session.seat(court).map_or_else(Vec::new, |seat| {
                seat.sittings
                    .iter()
                    .zip(&book.days)
                    .map(|(sitting, day)| Sitting {
                        day: *day,
                        treasury: sitting.treasury,
                        legitimacy: sitting.legitimacy,
                    })
                    .collect()
            }),
        }
    }

    /// The words for a court whose player ended the game before its end came: plainly so, with the day.
    #[must_use]
    pub fn put_down(session: &Session, court: CourtId) -> Self {
        let (texts, engine) = (session.texts(), session.engine());
        let mut told = Self::of(session, court);
        if engine.ended().is_none() {
            let day = date(texts, told.ended);
            told.title = tr!(texts, "put-down-title", day = day.as_str());
            told.ending = put_down(texts, engine);
        }
        told
    }
}

/// That the player ended the game on its day, and what that leaves unasked.
#[must_use]
pub fn put_down(texts: &Texts, engine: &Engine) -> String {
    let book = engine.book();
    let outcomes = record::outcomes(engine);
    tr!(
        texts,
        "put-down-text",
        day = date(texts, engine.day()),
        last = date(texts, book.until),
        ahead = outcomes.iter().filter(|o| is_open(engine, o)).count(),
        of = outcomes.len()
    )
}

fn did(texts: &Texts, engine: &Engine, view: &View<'_>) -> Vec<String> {
    if engine.by_hand() {
        return vec![texts.t("standing-by-hand")];
    }
    let standing = standing(engine, view.court());
    std::iter::once(points_words::total(texts, &standing))
        .chain(
            standing
                .parts
                .iter()
                .filter_map(|part| points_words::part(texts, view, part)),
        )
        .collect()
}

/// A day in short: `4 Jan 1126`.
#[must_use]
pub fn day_short(texts: &Texts, day: Date) -> String {
    let (y, m, d) = day.ymd();
    tr!(texts, "page-day", day = d, month = m, year = y.to_string())
}

fn marks(texts: &Texts, engine: &Engine, court: CourtId, outcomes: &[Outcome]) -> Vec<Point> {
    let book = engine.book();
    let taken = record::choices(engine, Some(court));
    points(engine, court)
        .into_iter()
        .map(|point| {
            let (label, why) = match point.about {
                About::Checkpoint(id) => {
                    let checkpoint = &book.checkpoints[id.index()];
                    let outcome = &outcomes[id.index()];
                    let yours = if is_open(engine, outcome) {
                        texts.t("debrief-yours-open")
                    } else {
                        words::yours(texts, checkpoint, outcome)
                    };
                    let why = format!(
                        "{}\n{}\n{}\n{}",
                        sentence(&checkpoint.title),
                        words::recorded(texts, checkpoint),
                        tr!(texts, "debrief-yours", yours = yours),
                        words::claims(texts, book, checkpoint)
                    );
                    (checkpoint.title.clone(), why)
                }
                About::Departure(id) => {
                    let decision = &book.decisions[id.index()];
                    let option = taken
                        .iter()
                        .find(|t| t.decision == id)
                        .and_then(|t| t.option);
                    let yours = words::option(texts, decision, option);
                    let record = words::option(texts, decision, Some(decision.chose));
                    let why = format!(
                        "{}\n{}\n{}",
                        sentence(&decision.title),
                        tr!(texts, "choice-yours", label = yours.as_str()),
                        tr!(
                            texts,
                            "choice-record",
                            label = record,
                            day = date(texts, decision.chosen_on)
                        )
                    );
                    // A moment that passed is called by its matter.
                    let label = option.map_or(decision.title.as_str(), |_| yours.as_str());
                    (label.trim_end_matches('.').to_owned(), why)
                }
            };
            Point {
                about: point.about,
                label,
                why,
                recorded: point.recorded,
                yours: point.yours,
                weight: point.weight,
                standing: point.standing,
            }
        })
        .collect()
}

fn row(texts: &Texts, engine: &Engine, outcome: &Outcome) -> Row {
    let book = engine.book();
    let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
    let open = is_open(engine, outcome);
    let yours = match (checkpoint.test, outcome.happened) {
        _ if open => texts.t("page-ahead"),
        (Test::StoodOn(_), Some(_)) => texts.t("page-so"),
        (Test::StoodOn(_), None) => texts.t("page-not-so"),
        (_, Some(day)) => day_short(texts, day),
        (_, None) => texts.t("page-never"),
    };
    Row {
        checkpoint: outcome.checkpoint,
        title: checkpoint.title.clone(),
        held_out: checkpoint.held_out,
        within: outcome.within,
        open,
        recorded: match checkpoint.test {
            Test::Happened(day, _) => day_short(texts, day),
            Test::StoodOn(day) => tr!(texts, "page-stood", day = day_short(texts, day)),
            Test::Never => texts.t("page-never"),
        },
        range: words::recorded(texts, checkpoint),
        yours,
        chart: chart(checkpoint, outcome).filter(|_| !open),
        sources: words::claims(texts, book, checkpoint),
        claims: checkpoint
            .claims
            .iter()
            .map(|c| (words::claim(texts, book, c), c.dissents))
            .collect(),
        weight: tr!(texts, "debrief-weight", n = i32::from(checkpoint.weight)),
    }
}

/// Only what happened on some day has a range to be drawn.
fn chart(checkpoint: &Checkpoint, outcome: &Outcome) -> Option<Chart> {
    let Test::Happened(day, _) = checkpoint.test else {
        return None;
    };
    let Range::Between(from, until) = record::range(checkpoint.test) else {
        return None;
    };
    Some(Chart {
        day,
        from,
        until: Date(until.next_xun().0 - 1),
        yours: outcome
            .happened
            .map(|yours| if day.xun_start() == yours { day } else { yours }),
    })
}

/// What the court of the time did on a matter, beside a choice that was the same or was not.
#[must_use]
pub fn recorded(texts: &Texts, decision: &Decision, same: bool) -> String {
    let day = date(texts, decision.chosen_on);
    if same {
        return tr!(texts, "choice-same", day = day);
    }
    let label = words::option(texts, decision, Some(decision.chose));
    tr!(texts, "choice-record", label = label, day = day)
}

fn choice(texts: &Texts, engine: &Engine, view: &View<'_>, taken: &Taken) -> Choice {
    let book = engine.book();
    let decision = &book.decisions[taken.decision.index()];
    let letters: Vec<&str> = decision
        .sources
        .iter()
        .map(|id| words::letters(&book.sources[id.index()]))
        .collect();
    Choice {
        taken: *taken,
        title: decision.title.clone(),
        title_zh: decision.title_zh.clone(),
        day: date(texts, book.day(taken.turn)),
        yours: tr!(
            texts,
            "choice-yours",
            label = words::option(texts, decision, taken.option)
        ),
        record: if taken.again {
            texts.t("choice-again")
        } else {
            recorded(texts, decision, taken.documented)
        },
        outcome: if taken.again || decision.outcome.is_empty() {
            String::new()
        } else {
            tr!(texts, "choice-outcome", text = decision.outcome.as_str())
        },
        quarrel: if taken.again || decision.quarrel.is_empty() {
            String::new()
        } else {
            tr!(texts, "choice-quarrel", text = decision.quarrel.as_str())
        },
        sources: if taken.again || letters.is_empty() {
            String::new()
        } else {
            tr!(texts, "claims-for", sources = letters.join("; "))
        },
        voices: voices(texts, engine, view, taken),
    }
}

fn voices(texts: &Texts, engine: &Engine, view: &View<'_>, taken: &Taken) -> Vec<Voice> {
    let decision = &engine.book().decisions[taken.decision.index()];
    argued(engine, taken)
        .into_iter()
        .map(|argued| {
            let expects = sentence(&decision.voices[argued.voice].expects);
            let name = names::name(view, argued.who);
            Voice {
                expected: tr!(
                    texts,
                    "page-expected",
                    who = name.as_str(),
                    what = expects.as_str()
                ),
                expects,
                name: names::both(view, argued.who),
                zh: names::name_zh(view, argued.who),
                court: decision.court,
                came_true: argued.came_true,
            }
        })
        .collect()
}

fn departure(texts: &Texts, engine: &Engine, view: &View<'_>, taken: &Taken) -> Departure {
    let book: &Scenario = engine.book();
    let decision = &book.decisions[taken.decision.index()];
    Departure {
        day: book.day(taken.turn),
        on: format!("{}. {}", decision.title, date(texts, book.day(taken.turn))),
        was: tr!(
            texts,
            "choice-yours",
            label = words::option(texts, decision, taken.option)
        ),
        record: tr!(
            texts,
            "choice-record",
            label = words::option(texts, decision, Some(decision.chose)),
            day = date(texts, decision.chosen_on)
        ),
        voices: voices(texts, engine, view, taken),
    }
}

fn after(
    texts: &Texts,
    engine: &Engine,
    view: &View<'_>,
    taken: &Taken,
) -> Vec<(String, Vec<String>)> {
    let book = engine.book();
    followed(engine, taken)
        .chunk_by(|a, b| a.turn == b.turn)
        .map(|entries| {
            let told: Vec<&Event> = entries.iter().map(|e| &e.event).collect();
            let lines = events::tellings(texts, view, &told);
            (
                date(texts, book.day(entries[0].turn)),
                lines.into_iter().map(|telling| telling.text).collect(),
            )
        })
        .collect()
}

fn advisors(session: &Session, view: &View<'_>) -> Vec<Advisor> {
    calibration(session)
        .into_iter()
        .map(|row| {
            let name = names::both(view, row.who);
            Advisor {
                line: tr!(
                    session.texts(),
                    "advisors-line",
                    person = name.as_str(),
                    right = row.right,
                    of = row.of
                ),
                name,
                right: row.right,
                of: row.of,
            }
        })
        .collect()
}
