//! A lesson in the terminal: the same slides as in the window, one after another, an empty line for the next.

use std::io::{self, BufRead, Write};
use std::sync::atomic::AtomicBool;

use super::layout::{Page, pad};
use super::{Ended, Heard, line_of};
use crate::prose::texts::tr;
use crate::table::Session;
use crate::table::lesson::slides::{Part, Slide};
use crate::table::lesson::{Lesson, Moved, Stage};

/// What a lesson needs of whoever opens files and knows the time.
pub trait Outside {
    /// Milliseconds since this was last asked.
    fn passed(&mut self) -> u32;
    /// Writes the printed pages, and says where they are: a line each.
    ///
    /// # Errors
    /// When they cannot be written: ready to be shown.
    fn pages(&mut self, session: &Session) -> Result<Vec<String>, String>;
}

/// Holds a lesson to its end, or until somebody leaves.
///
/// # Errors
/// When reading or writing fails; a closed pipe is no error.
pub fn hold(
    session: Session,
    lesson: Lesson,
    outside: &mut dyn Outside,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Ended> {
    let held = Room {
        session,
        lesson,
        outside,
        out,
    }
    .hold(input);
    match held {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ended::Left),
        other => other,
    }
}

struct Room<'r> {
    session: Session,
    lesson: Lesson,
    outside: &'r mut dyn Outside,
    out: &'r mut dyn Write,
}

/// What comes after a line.
enum Next {
    /// The slide is shown.
    Show,
    /// Only an answer is.
    Say(String),
    /// The lesson is over for today.
    Leave,
}

impl Room<'_> {
    fn hold(mut self, input: &mut dyn BufRead) -> io::Result<Ended> {
        // What was read before the lesson began is no part of it.
        let _ = self.outside.passed();
        self.show()?;
        loop {
            let Heard::Line(line) = line_of(input)? else {
                self.tell(&self.left())?;
                return Ok(Ended::Left);
            };
            self.lesson.tick(self.outside.passed());
            match self.line(&line) {
                Next::Show => self.show()?,
                Next::Say(text) => self.say(&text)?,
                Next::Leave => {
                    self.tell(&self.left())?;
                    let over = *self.lesson.stage() == Stage::Page;
                    return Ok(if over { Ended::Over } else { Ended::Left });
                }
            }
        }
    }

    fn words(&self, key: &str) -> String {
        self.session.texts().t(key)
    }

    /// How to go on another day.
    fn left(&self) -> String {
        let texts = self.session.texts();
        match self.session.resume_words() {
            Some(words) => tr!(texts, "quit-resume", words = words),
            None => texts.t("quit-plain"),
        }
    }

    fn line(&mut self, line: &str) -> Next {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match word.to_lowercase().as_str() {
            "" | "n" | "next" => self.next(),
            "back" => moved(self.lesson.back(&self.session), || {
                self.words("lesson-not-back")
            }),
            "vote" | "v" => self.vote(rest),
            "pick" => self.pick(rest),
            "say" => self.minority(rest),
            "reveal" | "record" | "r" => {
                moved(self.lesson.reveal(), || self.words("lesson-not-yet"))
            }
            "odds" => self.odds(),
            "clock" | "pause" => {
                self.lesson.stop_or_go();
                Next::Say(self.clock())
            }
            "time" => Next::Say(self.clock()),
            "page" => self.pages(),
            "help" | "?" => Next::Say(self.words("lesson-help-text")),
            "quit" | "exit" => Next::Leave,
            _ => Next::Say(tr!(self.session.texts(), "lesson-unread", line = line)),
        }
    }

    fn next(&mut self) -> Next {
        if *self.lesson.stage() == Stage::Page {
            return self.pages();
        }
        match self.lesson.next(&mut self.session) {
            Ok(Moved::Yes) => Next::Show,
            Ok(Moved::No) if *self.lesson.stage() == Stage::Vote => Next::Say(self.vote_how()),
            Ok(Moved::No) => Next::Say(self.words("lesson-chair-foot")),
            Err(why) => Next::Say(tr!(self.session.texts(), "not-kept", reason = why)),
        }
    }

    /// `vote 9 14 3`: the hands for each course that is open, in the order shown.
    fn vote(&mut self, hands: &str) -> Next {
        if *self.lesson.stage() != Stage::Vote {
            return Next::Say(self.words("lesson-no-vote"));
        }
        let numbers: Option<Vec<u16>> = hands
            .split_whitespace()
            .map(|word| word.parse().ok())
            .collect();
        let rows = self.lesson.tally().rows.len();
        match numbers {
            Some(numbers) if numbers.len() == rows => {
                if let Some(tally) = self.lesson.counting() {
                    for (row, n) in numbers.into_iter().enumerate() {
                        tally.set(row, n);
                    }
                }
                self.next()
            }
            _ => Next::Say(self.vote_how()),
        }
    }

    fn vote_how(&self) -> String {
        let rows = self.lesson.tally().rows.len();
        tr!(self.session.texts(), "lesson-vote-how", n = rows)
    }

    fn pick(&mut self, row: &str) -> Next {
        let row: Option<usize> = row.parse().ok();
        let Some(row) = row.and_then(|row| row.checked_sub(1)) else {
            return Next::Say(self.words("lesson-pick-how"));
        };
        match self.lesson.pick(&mut self.session, row) {
            Ok(Moved::Yes) => Next::Show,
            Ok(Moved::No) => Next::Say(self.words("lesson-pick-how")),
            Err(why) => Next::Say(tr!(self.session.texts(), "not-kept", reason = why)),
        }
    }

    fn minority(&mut self, text: &str) -> Next {
        if *self.lesson.stage() != Stage::Minority {
            return Next::Say(self.words("lesson-no-minority"));
        }
        text.clone_into(&mut self.lesson.minority);
        self.next()
    }

    fn odds(&mut self) -> Next {
        if self.lesson.odds() == Moved::No {
            let why = if self.lesson.held().odds {
                "lesson-not-yet"
            } else {
                "lesson-odds-off"
            };
            return Next::Say(self.words(why));
        }
        // A terminal waits for it: seconds.
        if let Some(weighing) = self.lesson.weighing(&self.session) {
            let stop = AtomicBool::new(false);
            let lesson = &mut self.lesson;
            weighing.run(&stop, &mut |weighed| lesson.weighed(weighed));
        }
        Next::Show
    }

    fn pages(&mut self) -> Next {
        match self.outside.pages(&self.session) {
            Ok(lines) => Next::Say(lines.join("\n")),
            Err(why) => Next::Say(why),
        }
    }

    fn clock(&self) -> String {
        let texts = self.session.texts();
        let clock = self.lesson.clock();
        let time = self.lesson.time(&self.session);
        if !clock.is_set() {
            return time;
        }
        let mut line = format!("{} · {time}", clock.shown());
        if clock.is_stopped() {
            line.push_str(" · ");
            line.push_str(&texts.t("lesson-stopped"));
        }
        line
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.tell(text)?;
        self.prompt()
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        let mut page = Page::new();
        page.para(text);
        // A pipe does not end the line that the prompt stands in.
        writeln!(self.out)?;
        self.out.write_all(page.text().as_bytes())
    }

    fn prompt(&mut self) -> io::Result<()> {
        write!(self.out, "> ")?;
        self.out.flush()
    }

    fn show(&mut self) -> io::Result<()> {
        let slide = self.lesson.slide(&self.session);
        let mut page = Page::new();
        page.gap();
        page.para(&"=".repeat(super::layout::WIDTH));
        page.para(&format!("{} · {}", slide.day, slide.step));
        page.para(&self.clock());
        page.gap();
        page.para(&slide.title.to_uppercase());
        page.gap();
        parts(&mut page, &slide);
        if matches!(self.lesson.stage(), Stage::Vote | Stage::Chair(_)) {
            self.courses(&mut page);
        }
        if !slide.foot.is_empty() {
            page.gap();
            page.para(&slide.foot);
        }
        if *self.lesson.stage() == Stage::Vote {
            page.para(&self.vote_how());
        }
        writeln!(self.out)?;
        self.out.write_all(page.text().as_bytes())?;
        self.prompt()
    }

    /// The courses with their numbers; those that are closed are said to be.
    fn courses(&self, page: &mut Page) {
        let Some(step) = self.lesson.step(&self.session) else {
            return;
        };
        let decision = &self.session.engine().book().decisions[step.decision.index()];
        for (n, (option, open)) in self.lesson.courses(&self.session).into_iter().enumerate() {
            let label = &decision.options[option.index()].label;
            let closed = if open {
                String::new()
            } else {
                format!(" ({})", self.words("lesson-closed"))
            };
            page.beside(2, &format!("{}.", n + 1), 4, &format!("{label}{closed}"));
        }
    }
}

fn moved(moved: Moved, why: impl FnOnce() -> String) -> Next {
    match moved {
        Moved::Yes => Next::Show,
        Moved::No => Next::Say(why()),
    }
}

fn parts(page: &mut Page, slide: &Slide) {
    for part in &slide.parts {
        match part {
            Part::Text(text) => {
                page.para(text);
                page.gap();
            }
            Part::Point(text) => page.hang("  - ", text, "    "),
            Part::Label(text) => {
                page.gap();
                page.para(text);
            }
            Part::Small(text) => page.indent(2, text),
            Part::Voice {
                name,
                says,
                expects,
                ..
            } => {
                page.gap();
                page.para(&format!("{}:", pad(name, 0)));
                page.indent(4, says);
                page.indent(4, expects);
            }
        }
    }
}
