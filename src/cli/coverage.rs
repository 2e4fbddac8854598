//! `rivers study --coverage`: what of a scenario ever comes up, told in tables and in the margin of a copy of its file; and a game of it played again.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::replay::refused;
use super::shelf::{Found, Shelf};
use super::table::{Side, table};
use super::{Failure, Outcome, Streams};
use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::diagnostics::span::Span;
use crate::engine::{Ask, Engine};
use crate::journal::{self, Header, JournalError, PERSON, Recorder, written_given};
use crate::policy::Kind;
use crate::prose::{self, Texts, names};
use crate::scenario::marks::{Marks, marks, with_notes};
use crate::scenario::model::{Cond, Scenario, Test};
use crate::study::coverage::watch::Stall;
use crate::study::coverage::{Bounds, Covered, Tally, Target, Way, cover};
use crate::study::staged::{Plan, Watch, play};

/// What is asked for beside the games.
pub(super) struct Asked<'a> {
    /// As it was named on the command line.
    pub(super) named: &'a str,
    /// A copy of the scenario's file with notes.
    pub(super) annotate: Option<&'a Path>,
    /// Whether it is a mistake that something never came up.
    pub(super) deny: bool,
    /// No game is begun after so many minutes.
    pub(super) minutes: Option<u64>,
    /// Bounds of the games.
    pub(super) bounds: Bounds,
}

/// What became of everything, in tables. The title and the rows are returned too, for whoever writes a page of them, and whether something never
/// came up that should.
pub(super) fn run(
    asked: &Asked<'_>,
    found: &Found,
    book: &Arc<Scenario>,
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Result<(String, Vec<Vec<String>>, bool), Failure> {
    let seeds = asked.bounds.seeds;
    let err = &mut streams.err;
    let most = asked.minutes.map(|n| Duration::from_secs(n * 60));
    #[expect(
        clippy::disallowed_methods,
        reason = "how long somebody is willing to wait is no part of any game"
    )]
    let begun = Instant::now();
    let covered = cover(book, asked.bounds, &mut |seed, never| {
        // Whoever looks on may stop looking; the study goes on.
        let _ = writeln!(err, "{seed} of {seeds} seeds, {never} not come up yet");
        most.is_none_or(|most| begun.elapsed() < most)
    });
    let told = Told::new(asked, book, &covered);
    let title = told.title();
    let rows = told.rows();
    write!(
        streams.out,
        "{title}\n\n{}\n{}",
        table(&SIDES, &rows),
        told.rest()
    )?;
    if let Some(path) = asked.annotate {
        let text = shelf.text(found)?;
        let copy = with_notes(&text, &told.notes(&marks(&found.file, &text)));
        std::fs::write(path, copy).map_err(|error| {
            Failure::Wrong(format!("cannot write `{}`: {error}", path.display()))
        })?;
        writeln!(streams.out, "\nwritten to {}", path.display())?;
    }
    let failed = asked.deny && told.never().next().is_some();
    Ok((title, rows, failed))
}

const SIDES: [Side; 10] = [
    Side::Left,
    Side::Left,
    Side::Right,
    Side::Right,
    Side::Left,
    Side::Right,
    Side::Right,
    Side::Right,
    Side::Right,
    Side::Right,
];

struct Told<'a> {
    asked: &'a Asked<'a>,
    book: &'a Arc<Scenario>,
    covered: &'a Covered,
    texts: Texts,
    /// A game that nobody plays, for names.
    engine: Engine,
}

impl<'a> Told<'a> {
    fn new(asked: &'a Asked<'a>, book: &'a Arc<Scenario>, covered: &'a Covered) -> Self {
        Self {
            asked,
            book,
            covered,
            texts: Texts::default(),
            engine: Engine::new(book.clone(), 1),
        }
    }

    fn title(&self) -> String {
        let ways: Vec<String> = Way::ALL
            .into_iter()
            .map(|way| format!("{} {}", self.covered.games[way as usize], way.name()))
            .collect();
        format!(
            "{}: what comes up in {} games ({})",
            self.book.title,
            self.covered.all_games(),
            ways.join(", ")
        )
    }

    /// What never came up and should.
    fn never(&self) -> impl Iterator<Item = &'a Tally> {
        self.covered.never().filter(|tally| match tally.target {
            Target::Checkpoint(_) => false,
            Target::Option(decision, _) => {
                let laid = self.covered.of(Target::Decision(decision));
                laid.is_some_and(|laid| laid.times() > 0)
            }
            // What is told where nothing else fits need not be told.
            Target::Ending(e) => self.book.endings[e.index()].when != Cond::Always,
            _ => true,
        })
    }

    /// A line for everything: how often it came up, and of options how often they were chosen, in all and by each way of playing.
    fn rows(&self) -> Vec<Vec<String>> {
        let heads = ["what", "option", "came up", "chosen", "never"];
        let mut rows = vec![
            heads
                .into_iter()
                .map(str::to_owned)
                .chain(Way::ALL.into_iter().map(|way| way.name().to_owned()))
                .collect::<Vec<_>>(),
        ];
        for tally in &self.covered.tallies {
            let option = match tally.target {
                Target::Option(d, o) => {
                    Some(self.book.decisions[d.index()].options[o.index()].id.clone())
                }
                _ => None,
            };
            let (what, chosen, by) = match &option {
                Some(_) => (
                    String::new(),
                    tally.times_chosen().to_string(),
                    &tally.chosen,
                ),
                None => (tally.target.name(self.book), String::new(), &tally.came),
            };
            let never = match tally.target {
                _ if tally.times() == 0 && option.is_some() => "open",
                _ if tally.times() == 0 => "never",
                Target::Option(..) if tally.times_chosen() == 0 => "chosen",
                _ if by[..Way::UNBENT].iter().sum::<u32>() == 0 => "steered only",
                _ => "",
            };
            let mut row = vec![
                what,
                option.unwrap_or_default(),
                tally.times().to_string(),
                chosen,
                never.to_owned(),
            ];
            row.extend(by.iter().map(u32::to_string));
            rows.push(row);
        }
        rows
    }

    /// What never came up, with its nearest miss; and where games stood still.
    fn rest(&self) -> String {
        let mut out = String::new();
        let never: Vec<&Tally> = self.never().collect();
        if never.is_empty() {
            out.push_str("everything came up, and every option was chosen\n");
        } else {
            out.push_str("never came up, and how near it came:\n");
            for tally in never {
                out.push_str(&format!("\n  {}\n", self.headline(tally)));
                for line in self.miss(tally) {
                    out.push_str(&format!("    {line}\n"));
                }
            }
        }
        let unmet: Vec<String> = self
            .covered
            .never()
            .filter(|tally| self.should_come(tally))
            .map(|tally| tally.target.name(self.book))
            .collect();
        if !unmet.is_empty() {
            out.push_str(&format!("\nmet in no game: {}\n", unmet.join(", ")));
        }
        if self.covered.not_begun > 0 {
            out.push_str(&format!(
                "\n{} games could not be begun: what was to be taken away cannot be set\n",
                self.covered.not_begun
            ));
        }
        out.push_str("\nloops and stalls: ");
        if self.covered.stalls.is_empty() {
            out.push_str("none\n");
        } else {
            out.push('\n');
            for (stall, way, plan) in &self.covered.stalls {
                let (what, until) = self.stall(stall);
                out.push_str(&format!(
                    "  {what} ({}); {}\n",
                    way.name(),
                    self.again(plan, until)
                ));
            }
        }
        out
    }

    /// A checkpoint that should be met at some time.
    fn should_come(&self, tally: &Tally) -> bool {
        matches!(tally.target, Target::Checkpoint(c)
            if self.book.checkpoints[c.index()].test != Test::Never)
    }

    fn headline(&self, tally: &Tally) -> String {
        let name = tally.target.name(self.book);
        match tally.target {
            Target::Option(..) if tally.times() > 0 => {
                format!(
                    "option {name}: open in {} games, chosen in none",
                    tally.times()
                )
            }
            Target::Option(..) => format!("option {name}: never open"),
            Target::Decision(_) => format!("decision {name}: never laid"),
            _ => name,
        }
    }

    /// The nearest miss in words, and how to see it.
    fn miss(&self, tally: &Tally) -> Vec<String> {
        let Some((miss, way, plan)) = &tally.nearest else {
            return vec!["it was never waited for".to_owned()];
        };
        let view = self.engine.view(CourtId(0));
        let mut out: Vec<String> = miss
            .gaps
            .iter()
            .map(|gap| prose::gap(&self.texts, &view, gap))
            .collect();
        if out.is_empty() {
            out.push(match tally.target {
                Target::Incident(i) => {
                    let incident = &self.book.incidents[i.index()];
                    if incident.it.is_empty() {
                        format!("its condition held, and its chance, {} in a hundred, did not come", incident.chance)
                    } else {
                        format!(
                            "its condition held; nothing was as its `it` asks when its chance, {} in a hundred, came",
                            incident.chance
                        )
                    }
                }
                Target::Ending(e) => {
                    let before: Vec<&str> = self.book.endings[..e.index()]
                        .iter()
                        .map(|ending| ending.id.as_str())
                        .collect();
                    format!(
                        "its condition held, and an ending before it was told: one of {}",
                        before.join(", ")
                    )
                }
                Target::Decision(_) => "its condition held while its court did not sit".to_owned(),
                Target::Option(..) => "it was open, and another was chosen".to_owned(),
                Target::Checkpoint(_) => "its condition held, but not on its day".to_owned(),
            });
        }
        out.push(format!(
            "on {}, {}; {}",
            self.book.day(miss.turn),
            way.name(),
            self.again(plan, miss.turn)
        ));
        out
    }

    fn stall(&self, stall: &Stall) -> (String, Turn) {
        let place = |at| names::place(self.book, at);
        match *stall {
            Stall::Same { first, again } => (
                format!(
                    "on {} the world is as it was on {}",
                    self.book.day(again),
                    self.book.day(first)
                ),
                again,
            ),
            Stall::ToAndFro {
                army,
                places: [a, b],
                times,
                until,
            } => (
                format!(
                    "`{}` goes {times} times to and fro between {} and {}",
                    self.book.armies[army.index()].id,
                    place(a),
                    place(b)
                ),
                until,
            ),
            Stall::Still { xun, until } => (format!("nothing is told for {xun} xun"), until),
        }
    }

    /// What to type to see a game as it stood on a turn.
    fn again(&self, plan: &Plan, turn: Turn) -> String {
        format!(
            "rivers study {} --replay '{}' --until {}",
            self.asked.named,
            plan.text(self.book),
            turn.0
        )
    }

    /// The same as notes beside the things of the file.
    fn notes(&self, marks: &Marks) -> Vec<(Span, String)> {
        let mut notes = Vec::new();
        let games = self.covered.all_games();
        for tally in &self.covered.tallies {
            let n = tally.times();
            let (span, mut note) = match tally.target {
                Target::Decision(d) => (
                    marks.decisions.get(d.index()).map(|(span, _)| *span),
                    format!("coverage: laid in {n} of {games} games"),
                ),
                Target::Option(d, o) => (
                    marks
                        .decisions
                        .get(d.index())
                        .and_then(|(_, options)| options.get(o.index()).copied()),
                    format!(
                        "coverage: open in {n}, chosen in {} games",
                        tally.times_chosen()
                    ),
                ),
                Target::Incident(i) => (
                    marks.incidents.get(i.index()).copied(),
                    format!("coverage: befell in {n} of {games} games"),
                ),
                Target::Ending(e) => (
                    marks.endings.get(e.index()).copied(),
                    format!("coverage: told in {n} of {games} games"),
                ),
                Target::Checkpoint(c) => (
                    marks.checkpoints.get(c.index()).copied(),
                    format!("coverage: so in {n} of {games} games"),
                ),
            };
            if n == 0
                && !matches!(tally.target, Target::Checkpoint(c)
                if self.book.checkpoints[c.index()].test == Test::Never)
            {
                for line in self.miss(tally) {
                    note.push_str(&format!("\n    {line}"));
                }
            }
            notes.extend(span.map(|span| (span, note)));
        }
        notes
    }
}

/// Plays a game of a study again up to a turn, into a journal that the text game and the window open.
pub(super) fn again(
    book: &Arc<Scenario>,
    plan: &str,
    until: u16,
    out: Option<&Path>,
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Outcome {
    let plan = Plan::read(book, plan).map_err(Failure::Usage)?;
    let path: PathBuf = match out {
        Some(path) => path.to_owned(),
        None => shelf.journals()?.join(format!(
            "{}-study-seed{}-turn{until}.jsonl",
            book.id, plan.seed
        )),
    };
    // One that was played before gives way: it is the same game.
    if path.extension().is_some_and(|e| e == "jsonl") && path.is_file() {
        let _ = std::fs::remove_file(&path);
    }
    let last = plan.seats.iter().map(|(court, _)| court.index()).max();
    let seats: BTreeMap<String, String> = book
        .courts
        .iter()
        .enumerate()
        .map(|(n, court)| {
            // What those did who act before the last of the seated is kept in its order.
            let seat = if last.is_some_and(|last| n <= last) {
                PERSON.to_owned()
            } else {
                Kind::Counsel.name().into_owned()
            };
            (court.id.clone(), seat)
        })
        .collect();
    let begun = plan.begun_with(book);
    let (_, set) =
        begun.map_err(|_| Failure::Wrong("what was to be taken away cannot be set".to_owned()))?;
    let given = set.iter().map(|value| written_given(value, book)).collect();
    let header = Header::new(&book.id, book.content_hash, plan.seed, seats).given(given);
    let writer = journal::create(&path, &header).map_err(refused)?;
    let mut keeper = Keeper {
        recorder: Recorder::new(writer, book.clone()),
        header,
        book: book.clone(),
        moves: Vec::new(),
        failed: None,
    };
    let engine = play(book, &plan, Some(Turn(until)), &mut keeper)
        .map_err(|_| Failure::Wrong("what was to be taken away cannot be set".to_owned()))?;
    if let Some(error) = keeper.failed {
        return Err(refused(error));
    }
    writeln!(
        streams.out,
        "played to the morning of {} and kept in {}\ngo on from there with: rivers text --resume {}",
        engine.day(),
        path.display(),
        path.display()
    )?;
    Ok(())
}

/// Keeps a game that is played by a study.
struct Keeper {
    recorder: Recorder<File>,
    header: Header,
    book: Arc<Scenario>,
    /// What courts did that nobody plays.
    moves: Vec<(CourtId, Ask)>,
    failed: Option<JournalError>,
}

impl Watch for Keeper {
    fn asked(&mut self, turn: Turn, court: CourtId, ask: &Ask) {
        if self.header.is_person(&self.book.courts[court.index()].id) {
            if let Err(error) = self.recorder.ask(turn, court, ask) {
                self.failed = Some(error);
            }
        } else {
            self.moves.push((court, ask.clone()));
        }
    }

    fn closed(&mut self, engine: &Engine) {
        let turn = Turn(engine.turn().0.saturating_sub(1));
        let moves = std::mem::take(&mut self.moves);
        if let Err(error) = self.recorder.turn_closed(turn, &moves, engine.hash()) {
            self.failed = Some(error);
        }
    }
}
