//! The terminal face: the whole game line by line. No colour, no cursor tricks, eighty columns, so that it works
//! through a pipe and in a screen reader.
//!
//! * [`parse`] — a line of plain words → a command; [`find`] — whom or what a name means
//! * [`screen`] — the turn and the council; [`commands`] — what the asking commands show
//! * [`map`], [`why`], [`debrief`] — the neighbourhood, the reasons, the record
//! * [`write`], `brush`, [`peace`] — reading a clause; the paper under the brush; what it weighs, and the ledger
//! * [`bench`] — the writer's bench: `set`, `show`, and a file that was saved
//! * [`lesson`] — a lesson, slide by slide
//! * [`layout`] — lines that fit
//!
//! The room reads a game through views, reads lines from whoever gives them and writes to whoever takes them. It
//! opens no files, knows no other face, and holds no rules.

pub mod bench;
mod brush;
pub mod commands;
pub mod debrief;
pub mod find;
pub mod layout;
pub mod lesson;
pub mod map;
pub mod parse;
pub mod peace;
pub mod screen;
pub mod why;
pub mod write;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};
use std::sync::Arc;

use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::orders::Order;
use crate::prose::numbers::date;
use crate::prose::stakes::stakes;
use crate::prose::texts::tr;
use crate::prose::{hand, names, orders, refusal, sentence};
use crate::scenario::model::Scenario;
use crate::table::bench::{Bench, Saved, TakenUp, is_same, show, take_up};
use crate::table::{self, NotSet, RUN_XUN, Session, Trouble, dues};
use bench::Asked;
use layout::Page;
use parse::{Command, Misread};

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The game was played to its end.
    Over,
    /// The person left, the input ended, or nobody reads the output any more.
    Left,
}

/// Blank lines that push one court's screen out of sight of the other.
const CLEAR_LINES: usize = 60;
/// No command is longer than this; the rest of such a line is read as another.
const LINE_BYTES: u64 = 4096;

/// Plays a session to its end, or until the person leaves.
///
/// # Errors
/// When reading or writing fails; a closed pipe is no error.
pub fn play(session: Session, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Ended> {
    play_with(session, None, &mut Lines(input), out, Vec::new())
}

/// The same at the writer's bench: whoever listens says when a file was saved, too. The notes are said under the first screen.
///
/// # Errors
/// When reading or writing fails; a closed pipe is no error.
pub fn play_at_bench(
    session: Session,
    bench: Box<dyn Bench>,
    ear: &mut dyn Ear,
    out: &mut dyn Write,
    notes: Vec<String>,
) -> io::Result<Ended> {
    play_with(session, Some(bench), ear, out, notes)
}

fn play_with(
    session: Session,
    bench: Option<Box<dyn Bench>>,
    ear: &mut dyn Ear,
    out: &mut dyn Write,
    notes: Vec<String>,
) -> io::Result<Ended> {
    match (Table {
        session,
        bench,
        broken: false,
        sound: None,
        ear,
        out,
        writing: BTreeMap::new(),
        notes,
        asked: false,
        put_down: false,
    })
    .play()
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ended::Left),
        other => other,
    }
}

/// What is heard while the game waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// Something can be asked of the bench.
    Saved,
    /// No more lines will come.
    End,
}

/// Whoever listens for the person, and for files that are saved.
pub trait Ear {
    /// The next thing heard; waits for it.
    ///
    /// # Errors
    /// When reading fails.
    fn hear(&mut self) -> io::Result<Heard>;
}

/// Lines of a reader, and nothing else.
struct Lines<'a>(&'a mut dyn BufRead);

impl Ear for Lines<'_> {
    fn hear(&mut self) -> io::Result<Heard> {
        line_of(self.0)
    }
}

/// The next line of a reader. Bytes that are no text become marks that nothing answers to.
///
/// # Errors
/// When reading fails.
pub fn line_of(input: &mut (impl BufRead + ?Sized)) -> io::Result<Heard> {
    let mut bytes = Vec::new();
    let read = input.take(LINE_BYTES).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(Heard::End);
    }
    Ok(Heard::Line(
        String::from_utf8_lossy(&bytes).trim().to_owned(),
    ))
}

/// A session between a reader and a writer.
struct Table<'a> {
    session: Session,
    /// The writer's bench, where the game is open on a file.
    bench: Option<Box<dyn Bench>>,
    /// Whether the file as it was saved last has mistakes.
    broken: bool,
    /// A changed scenario that is to be taken up at the next prompt.
    sound: Option<Arc<Scenario>>,
    ear: &'a mut dyn Ear,
    out: &'a mut dyn Write,
    writing: brush::Begun,
    /// What is to be said under the next screen, where it is read last.
    notes: Vec<String>,
    /// Whether the last command asked for the debrief of a game that is not over: asked again, it comes.
    asked: bool,
    /// Whether the player ended the game at this xun to read its debrief.
    put_down: bool,
}

/// What came at a prompt.
enum Got {
    /// A line.
    Text(String),
    /// No more lines will come.
    End,
    /// Another game lies on the table.
    Anew,
}

/// What comes after a command.
enum Next {
    /// The same seat goes on.
    On,
    /// The seat is done with this xun.
    Ended,
    /// The seat wants to end xun until something needs it.
    Ran,
    /// The person leaves.
    Leave,
    /// Another game lies on the table.
    Anew,
}

impl Table<'_> {
    fn show(&mut self, page: Page) -> io::Result<()> {
        self.out.write_all(page.text().as_bytes())?;
        self.out.flush()
    }
    fn say(&mut self, text: &str) -> io::Result<()> {
        let mut page = Page::new();
        page.para(text);
        self.show(page)
    }
    fn words(&self, key: &str) -> String {
        self.session.texts().t(key)
    }

    /// A line; none at the end of the input. What came of a file that was saved meanwhile is said at once, and taken up at the next prompt.
    fn line(&mut self) -> io::Result<Option<String>> {
        loop {
            match self.ear.hear()? {
                Heard::Line(line) => return Ok(Some(line)),
                Heard::End => return Ok(None),
                Heard::Saved => {
                    self.saved()?;
                }
            }
        }
    }

    /// What came of a file that was saved: whether anything was said.
    fn saved(&mut self) -> io::Result<bool> {
        let Some(saved) = self.bench.as_mut().and_then(|bench| bench.saved()) else {
            return Ok(false);
        };
        match saved {
            Saved::Broken(list) => {
                self.broken = true;
                self.sound = None;
                let (shown, page) = bench::mistakes(self.session.texts(), &list);
                self.out.write_all(b"\n\n")?;
                self.out.write_all(shown.as_bytes())?;
                self.show(page)?;
                Ok(true)
            }
            Saved::Sound(book, warnings) => {
                let same = is_same(&book, self.session.engine().book());
                let was_broken = std::mem::take(&mut self.broken);
                self.sound = (!same).then_some(book);
                let told = same && was_broken || !warnings.is_empty();
                if told {
                    self.out.write_all(b"\n\n")?;
                }
                if !warnings.is_empty() {
                    let (shown, page) = bench::warnings(self.session.texts(), &warnings);
                    self.out.write_all(shown.as_bytes())?;
                    self.show(page)?;
                }
                if same && was_broken {
                    let text = self.words("bench-same");
                    self.say(&text)?;
                }
                Ok(told)
            }
        }
    }

    /// Takes the game up again on a changed scenario: whether another game lies on the table now.
    fn taken_up(&mut self, book: &Arc<Scenario>) -> io::Result<bool> {
        let Some(bench) = &mut self.bench else {
            return Ok(false);
        };
        self.out.write_all(b"\n\n")?;
        match take_up(&self.session, bench.as_mut(), book) {
            TakenUp::On(session, told) => {
                self.session = *session;
                self.writing.clear();
                self.notes = told.told(&self.session);
                Ok(true)
            }
            TakenUp::Not(why) => {
                let text = tr!(self.session.texts(), "bench-not-taken-up", why = why);
                self.say(&text)?;
                Ok(false)
            }
        }
    }

    /// A line for the bench. None where the line is for somebody else.
    fn at_bench(&mut self, court: CourtId, line: &str) -> io::Result<Option<Next>> {
        let Some(asked) = bench::read(line, &self.session, court) else {
            return Ok(None);
        };
        let page = match asked {
            Asked::Kinds => bench::kinds(self.session.texts()),
            Asked::Matters => bench::matters(&self.session, court),
            Asked::Unread(why) => {
                let mut page = Page::new();
                page.para(&why);
                page.para(&self.words("nothing-changed"));
                page
            }
            Asked::Set(given) => {
                let mut page = Page::new();
                match self.session.set(&given) {
                    Ok(()) => {
                        let (texts, view) = (self.session.texts(), self.session.view(court));
                        let what = hand::given(texts, &view, &given);
                        page.para(&tr!(texts, "bench-set-done", what = what));
                        page.gap();
                        page.add(&screen::turn(&self.session, court));
                    }
                    Err(NotSet::Unset(why)) => {
                        let (texts, view) = (self.session.texts(), self.session.view(court));
                        page.para(&hand::unset(texts, &view, why));
                        page.para(&texts.t("nothing-changed"));
                    }
                    Err(NotSet::NotKept(reason)) => {
                        self.not_kept(&reason)?;
                        return Ok(Some(Next::On));
                    }
                }
                page
            }
            Asked::Show(decision) => {
                let Some(bench) = &mut self.bench else {
                    return Ok(None);
                };
                match show(&self.session, bench.as_mut(), decision) {
                    Ok(sought) => {
                        self.notes = sought.told();
                        self.session = sought.session;
                        self.writing.clear();
                        return Ok(Some(Next::Anew));
                    }
                    Err(reason) => {
                        self.not_kept(&reason)?;
                        return Ok(Some(Next::On));
                    }
                }
            }
        };
        self.show(page)?;
        Ok(Some(Next::On))
    }

    fn play(&mut self) -> io::Result<Ended> {
        if self.session.is_fresh() {
            if !self.opening()? {
                return self.leave();
            }
        } else if self.session.engine().ended().is_none() {
            let text = self.words("title-goes-on");
            self.say(&text)?;
        }
        loop {
            if let Some(left) = self.turns()? {
                return Ok(left);
            }
            let page = debrief::ending(&self.session);
            self.out.write_all(b"\n")?;
            self.show(page)?;
            self.out.write_all(b"\n")?;
            let page = debrief::debrief(&self.session, debrief::Part::Whole);
            self.show(page)?;
            if let Some(ended) = self.after()? {
                return Ok(ended);
            }
        }
    }

    /// Turn after turn, until the game has ended or the person leaves.
    fn turns(&mut self) -> io::Result<Option<Ended>> {
        'xun: while self.session.engine().ended().is_none() {
            let mut run = false;
            let courts = self.session.courts();
            for &court in &courts {
                // Of several courts only those that sit are asked.
                if courts.len() > 1 && !self.session.view(court).in_session() {
                    continue;
                }
                match self.sit(court)? {
                    Next::Leave => return self.leave().map(Some),
                    Next::Anew => continue 'xun,
                    Next::Ran => run = true,
                    Next::On | Next::Ended => {}
                }
            }
            if !self.close(run)? {
                return self.leave().map(Some);
            }
            self.put_down = false;
        }
        Ok(None)
    }

    /// Title, note and briefs. False if the input ended.
    fn opening(&mut self) -> io::Result<bool> {
        let mut page = screen::title(&self.session);
        let note = self.session.engine().book().content_note.is_some();
        page.gap();
        page.para(&self.words(if note {
            "title-enter-note"
        } else {
            "title-enter"
        }));
        self.show(page)?;
        if self.line()?.is_none() {
            return Ok(false);
        }
        if let [court] = self.session.courts()[..] {
            let page = screen::brief(&self.session, court);
            self.out.write_all(b"\n")?;
            self.show(page)?;
        }
        Ok(true)
    }

    /// Closes the xun, or several. False when the person leaves because it cannot be written down.
    fn close(&mut self, run: bool) -> io::Result<bool> {
        // Where courts sit by the month a sitting is three xun.
        let from = self.session.engine().turn().0;
        let until = from.saturating_add(if run { RUN_XUN } else { 1 });
        loop {
            while let Err(reason) = self.session.end_turn() {
                let text = tr!(self.session.texts(), "not-kept", reason = reason);
                self.say(&text)?;
                let text = self.words("not-kept-again");
                self.say(&text)?;
                if self.line()?.is_none_or(|line| line.starts_with('q')) {
                    return Ok(false);
                }
            }
            let courts = self.session.courts();
            if self.session.engine().ended().is_some()
                || courts.iter().any(|c| table::needs_eyes(&self.session, *c))
            {
                break;
            }
            if self.session.engine().turn().0 >= until {
                if run {
                    let text = tr!(self.session.texts(), "run-limit", n = RUN_XUN);
                    self.notes.push(text);
                }
                break;
            }
            // Days that pass without a screen still leave their news.
            for court in courts {
                let day = date(self.session.texts(), self.session.view(court).day());
                let mut page = Page::new();
                page.heading(&tr!(self.session.texts(), "run-day", day = day));
                page.add(&screen::news(&self.session, court));
                self.out.write_all(b"\n")?;
                self.show(page)?;
            }
        }
        if self.session.engine().ended().is_some() {
            for court in self.session.courts() {
                let mut page = Page::new();
                page.heading(&self.words("screen-last-news"));
                page.add(&screen::news(&self.session, court));
                self.out.write_all(b"\n")?;
                self.show(page)?;
            }
        }
        Ok(true)
    }

    /// One court's sitting.
    fn sit(&mut self, court: CourtId) -> io::Result<Next> {
        if self.session.courts().len() > 1 {
            let name = names::court(self.session.engine().book(), court);
            self.out.write_all("\n".repeat(CLEAR_LINES).as_bytes())?;
            let text = tr!(self.session.texts(), "seat-pass", court = name);
            self.say(&text)?;
            if self.line()?.is_none() {
                return Ok(Next::Leave);
            }
            if self.session.view(court).turn().0 == 0 {
                let page = screen::brief(&self.session, court);
                self.show(page)?;
            }
        }
        let page = screen::turn(&self.session, court);
        self.out.write_all(b"\n")?;
        self.show(page)?;
        let mut warned = false;
        loop {
            let line = match self.prompt(court)? {
                Got::Text(line) => line,
                Got::End => return Ok(Next::Leave),
                Got::Anew => return Ok(Next::Anew),
            };
            if self.bench.is_some()
                && let Some(next) = self.at_bench(court, &line)?
            {
                match next {
                    Next::On => continue,
                    other => return Ok(other),
                }
            }
            let command = parse::parse(&line, &self.session.view(court));
            let book = self.session.engine().book();
            let last_chance: Vec<String> = table::last_chances(&self.session, court)
                .into_iter()
                .map(|d| book.decisions[d.index()].title.clone())
                .collect();
            let lapses = dues::lapsing(self.session.texts(), &self.session.view(court));
            let leaves_something = !last_chance.is_empty() || !lapses.is_empty();
            if matches!(command, Ok(Command::End)) && leaves_something && !warned {
                warned = true;
                if !last_chance.is_empty() {
                    let text = tr!(
                        self.session.texts(),
                        "end-warning",
                        titles = last_chance.join("; "),
                        n = last_chance.len()
                    );
                    self.say(&text)?;
                }
                for lapse in &lapses {
                    self.say(lapse)?;
                }
                if !lapses.is_empty() {
                    let text = self.words("end-warning-due");
                    self.say(&text)?;
                }
                continue;
            }
            let paper = self.session.view(court).proposals().next().is_some();
            if matches!(command, Ok(Command::Run)) && paper && !warned {
                warned = true;
                let text = self.words("run-paper-waits");
                self.say(&text)?;
                continue;
            }
            warned = false;
            match self.obey(court, command)? {
                Next::On => {}
                other => return Ok(other),
            }
        }
    }

    fn prompt(&mut self, court: CourtId) -> io::Result<Got> {
        loop {
            if let Some(book) = self.sound.take()
                && self.taken_up(&book)?
            {
                return Ok(Got::Anew);
            }
            let notes = std::mem::take(&mut self.notes);
            if !notes.is_empty() {
                self.out.write_all(b"\n")?;
            }
            for text in notes {
                self.say(&text)?;
            }
            let view = self.session.view(court);
            let day = date(self.session.texts(), view.day());
            let prompt = format!("\n{}, {day}> ", view.book().courts[court.index()].id);
            self.out.write_all(prompt.as_bytes())?;
            self.out.flush()?;
            let heard = loop {
                match self.ear.hear()? {
                    // Something was said over the prompt, or is to be done before it: it comes again.
                    Heard::Saved if self.saved()? || self.sound.is_some() => break Heard::Saved,
                    Heard::Saved => {}
                    other => break other,
                }
            };
            if heard == Heard::Saved {
                continue;
            }
            // A blank line before the answer; through a pipe, the end of the prompt's own line.
            self.out.write_all(b"\n")?;
            return Ok(match heard {
                Heard::Line(line) => Got::Text(line),
                _ => Got::End,
            });
        }
    }

    fn obey(&mut self, court: CourtId, command: Result<Command, Misread>) -> io::Result<Next> {
        let command = match command {
            Ok(command) => command,
            Err(misread) => {
                let page =
                    commands::misread(self.session.texts(), &self.session.view(court), &misread);
                self.show(page)?;
                return Ok(Next::On);
            }
        };
        let asked = std::mem::take(&mut self.asked);
        match command {
            Command::Debrief if !self.session.view(court).is_over() => {
                self.asked = !asked;
                self.put_down |= asked;
                let page = if asked {
                    debrief::put_down(&self.session)
                } else {
                    debrief::put_down_asked(&self.session)
                };
                self.show(page)?;
            }
            Command::Quit => return Ok(Next::Leave),
            Command::End => return Ok(Next::Ended),
            Command::Run if self.session.courts().len() > 1 => {
                let text = self.words("run-hot-seat");
                self.say(&text)?;
            }
            Command::Run if self.session.answerable(court) => {
                let text = self.words("run-waits");
                self.say(&text)?;
            }
            Command::Run => return Ok(Next::Ran),
            Command::Undo => self.undo(court)?,
            Command::Secretariat => {
                let settles = !self.session.secretariat();
                self.session.set_secretariat(settles);
                let key = if settles {
                    "secretariat-on"
                } else {
                    "secretariat-off"
                };
                let mut page = Page::new();
                page.para(&self.words(key));
                for line in table::settled(&self.session, court) {
                    page.para(&line);
                }
                self.show(page)?;
            }
            Command::Choose(matter, option) => self.choose(court, matter, option)?,
            Command::Order(order) => {
                let mut head =
                    orders::order(self.session.texts(), &self.session.view(court), &order);
                if let Order::Propose { draft } = order {
                    head = tr!(
                        self.session.texts(),
                        "done-proposed",
                        order = head,
                        id = names::paper_id(&self.session.view(court), draft)
                    );
                }
                let mut head = tr!(self.session.texts(), "done-ordered", order = head);
                let at = stakes(self.session.texts(), &self.session.view(court), &order);
                if !at.warnings.is_empty() {
                    head.push('.');
                }
                for words in at.warnings {
                    head.push(' ');
                    head.push_str(&words);
                }
                self.ask(court, Ask::Order(order), &head)?;
            }
            Command::Write(text) => {
                let page = self.write(court, &text);
                self.show(page)?;
            }
            Command::Strike(text) => {
                let page = self.strike(court, &text);
                self.show(page)?;
            }
            Command::Counter(draft) => {
                let page = self.counter(court, draft);
                self.show(page)?;
            }
            Command::Send(person) => self.send(court, person)?,
            asking => {
                let page = self.tell(court, asking);
                self.show(page)?;
            }
        }
        Ok(Next::On)
    }

    /// The commands that only ask.
    fn tell(&self, court: CourtId, command: Command) -> Page {
        let (texts, view) = (self.session.texts(), self.session.view(court));
        match command {
            Command::Help(topic)
                if self.bench.is_some() && matches!(topic.as_str(), "bench" | "set" | "show") =>
            {
                let mut page = Page::new();
                page.para(&texts.t("help-bench"));
                page
            }
            Command::Help(topic) => {
                let mut page = commands::help(texts, &view, &topic);
                if self.bench.is_some() && topic.is_empty() {
                    page.gap();
                    page.para(&texts.t("help-bench"));
                }
                page
            }
            Command::Map(place) => map::around(texts, &view, place.unwrap_or(view.realm().seat)),
            Command::Treasury => commands::treasury(texts, &view),
            Command::Armies => commands::armies(texts, &view),
            Command::People(None) => commands::people(texts, &view),
            Command::People(Some(person)) => commands::person(texts, &view, person),
            Command::Posts => commands::posts(texts, &view),
            Command::House => commands::house(texts, &view),
            Command::Treaties => commands::treaties(texts, &view),
            Command::Ledger => peace::ledger(texts, &view),
            Command::Weigh(Some(draft)) => peace::weigh(texts, &view, draft),
            Command::Weigh(None) => {
                let mut waiting = view.proposals();
                let only = waiting.next().filter(|_| waiting.next().is_none());
                match (self.brush(court), only) {
                    (Some(paper), _) if !paper.clauses.is_empty() => {
                        peace::weigh_own(texts, &view, paper)
                    }
                    (_, Some(draft)) => peace::weigh(texts, &view, draft),
                    _ => peace::nothing_begun(texts, &view),
                }
            }
            Command::Council => screen::council(&self.session, court, true),
            Command::News(None) => screen::news(&self.session, court),
            Command::News(Some(n)) => screen::one_news(&self.session, court, n),
            Command::Chronicle(xun) => commands::chronicle(texts, &view, xun.unwrap_or(6)),
            Command::Orders => commands::orders_list(texts, &view),
            Command::Levies => commands::levies(texts, &view),
            Command::Why(about) => why::why(&self.session, court, about),
            Command::Debrief => debrief::debrief(&self.session, debrief::Part::Whole),
            Command::Record(part) if self.put_down || view.is_over() => {
                debrief::debrief(&self.session, part)
            }
            Command::Record(_) => {
                let mut page = Page::new();
                page.para(&texts.t("record-later"));
                page
            }
            Command::Nothing => {
                let mut page = Page::new();
                page.para(&screen::what_now(&self.session, court));
                page
            }
            Command::Choose(..)
            | Command::Write(_)
            | Command::Strike(_)
            | Command::Counter(_)
            | Command::Send(_)
            | Command::Order(_)
            | Command::End
            | Command::Run
            | Command::Undo
            | Command::Secretariat
            | Command::Quit => Page::new(),
        }
    }

    fn choose(&mut self, court: CourtId, matter: Option<usize>, option: usize) -> io::Result<()> {
        let waiting = self.session.waiting(court);
        let found = match matter {
            Some(n) => waiting.iter().find(|(number, _)| *number == n),
            None => waiting.first(),
        };
        let texts = self.session.texts();
        let Some((_, decision)) = found.copied() else {
            let text = texts.t(if waiting.is_empty() {
                "choose-nothing"
            } else {
                "choose-no-matter"
            });
            let text = format!("{text} {}", texts.t("nothing-changed"));
            return self.say(&text);
        };
        let book = self.session.engine().book();
        let options = &book.decisions[decision.index()].options;
        let order = names::options(book, decision);
        let Some(id) = option.checked_sub(1).and_then(|i| order.get(i).copied()) else {
            let text = tr!(
                texts,
                "choose-no-option",
                n = option.to_string(),
                of = options.len()
            );
            let text = format!("{text} {}", texts.t("nothing-changed"));
            return self.say(&text);
        };
        let head = tr!(
            texts,
            "done-chosen",
            label = options[id.index()].label.as_str()
        );
        self.ask(
            court,
            Ask::Choose {
                decision,
                option: id,
            },
            &head,
        )?;
        if self
            .session
            .waiting(court)
            .iter()
            .any(|(_, d)| *d == decision)
        {
            return Ok(());
        }
        let text = screen::what_now(&self.session, court);
        let mut page = Page::new();
        page.gap();
        if let Some(next) = screen::next_matter(&self.session, court) {
            page.add(&next);
            page.gap();
        }
        page.para(&text);
        self.out.write_all(b"\n")?;
        self.show(page)
    }

    fn ask(&mut self, court: CourtId, ask: Ask, head: &str) -> io::Result<()> {
        match self.session.ask(court, ask.clone()) {
            Ok(done) => {
                let page = screen::done(&self.session, court, head, &ask, &done);
                self.show(page)
            }
            Err(Trouble::Refused(why)) => {
                let page =
                    commands::refused(self.session.texts(), &self.session.view(court), &ask, &why);
                self.show(page)
            }
            Err(Trouble::NotKept(reason)) => self.not_kept(&reason),
        }
    }

    fn not_kept(&mut self, reason: &str) -> io::Result<()> {
        let texts = self.session.texts();
        let text = format!(
            "{} {}",
            tr!(texts, "not-kept", reason = reason),
            texts.t("nothing-changed")
        );
        self.say(&text)
    }

    fn undo(&mut self, court: CourtId) -> io::Result<()> {
        match self.session.undo(court) {
            Ok(Some(ask)) => {
                let texts = self.session.texts();
                let view = self.session.view(court);
                let what = match &ask {
                    Ask::Choose { decision, option } => {
                        let matter = &view.book().decisions[decision.index()];
                        matter
                            .options
                            .get(option.index())
                            .map_or_else(String::new, |o| o.label.clone())
                    }
                    Ask::Order(order) => orders::order(texts, &view, order),
                };
                let mut page = Page::new();
                page.para(&tr!(texts, "undo-done", what = sentence(&what)));
                page.para(&screen::edicts_left(texts, &view));
                self.show(page)
            }
            Ok(None) => {
                let text = format!(
                    "{} {}",
                    self.words("undo-nothing"),
                    self.words("nothing-changed")
                );
                self.say(&text)
            }
            Err(reason) => self.not_kept(&reason),
        }
    }

    /// After the end: whatever can be asked may be asked still. None where another game lies on the table then.
    fn after(&mut self) -> io::Result<Option<Ended>> {
        let text = self.words("now-over");
        self.out.write_all(b"\n")?;
        self.say(&text)?;
        self.onward()?;
        let Some(court) = self.session.courts().first().copied() else {
            return Ok(Some(Ended::Over));
        };
        loop {
            let line = match self.prompt(court)? {
                Got::Text(line) => line,
                Got::End => break,
                Got::Anew => return Ok(None),
            };
            if self.bench.is_some()
                && let Some(next) = self.at_bench(court, &line)?
            {
                match next {
                    Next::Anew => return Ok(None),
                    _ => continue,
                }
            }
            let command = parse::parse(&line, &self.session.view(court));
            match command {
                Ok(Command::Quit) => break,
                Ok(Command::End | Command::Run) => {
                    let text = self.words("now-over");
                    self.say(&text)?;
                }
                Ok(Command::Undo) => {
                    let refused = refusal(
                        self.session.texts(),
                        &self.session.view(court),
                        &crate::rules::check::Refusal::GameOver,
                    );
                    self.say(&refused.join(" "))?;
                }
                other => {
                    self.obey(court, other)?;
                }
            }
        }
        Ok(Some(Ended::Over))
    }

    /// How the world goes on in the scenario that follows, where it does. What is to be typed stands on a line of its own.
    fn onward(&mut self) -> io::Result<()> {
        if let Some(words) = self.session.onward_words() {
            let text = tr!(self.session.texts(), "quit-onward", words = words);
            writeln!(self.out, "{text}")?;
        }
        Ok(())
    }

    fn leave(&mut self) -> io::Result<Ended> {
        let texts = self.session.texts();
        let words = match &self.bench {
            Some(bench) => Some(bench.resume_words()),
            None => self.session.resume_words().map(str::to_owned),
        };
        let text = match words {
            Some(words) => {
                // What is to be typed stands on a line of its own, as it is: a path broken in two is no path.
                let text = tr!(texts, "quit-resume", words = words);
                writeln!(self.out, "{text}")?;
                return Ok(Ended::Left);
            }
            None => texts.t("quit-plain"),
        };
        self.say(&text)?;
        Ok(Ended::Left)
    }
}
