//! A lesson on the wall of a classroom: large type, one thing at a time, every step by a key that a clicker has.
//!
//! * `before` — what is settled before it
//! * `wall` — a slide, laid out in pages that fit; `vote` — hands being counted
//! * `keys` — the keyboard
//!
//! What is said on a slide is made at the table ([`crate::table::lesson`]); here it is put on the wall.

pub mod before;
mod keys;
mod vote;
mod wall;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::{Rect, Ui};

use super::intent::Intent;
use super::look::Look;
use super::look::projector::Projector;
use super::store::{SaveId, Store};
use super::widgets::{self, Ground};
use crate::prose::Texts;
use crate::table::Session;
use crate::table::lesson::odds::Weighed;
use crate::table::lesson::slides::{Part, Slide};
use crate::table::lesson::{Lesson, Moved, Stage};

/// What a person at the keys asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The next slide.
    Next,
    /// The slide before.
    Back,
    /// Another page of this slide.
    Page(usize),
    /// What the court of the time did.
    Reveal,
    /// What the model makes of it.
    Odds,
    /// Stop the clock, or let it go on.
    Clock,
    /// Blank the picture, or show it again.
    Blank,
    /// The keys.
    Help,
    /// A digit of a tally.
    Digit(u16),
    /// The last digit away.
    RubOut,
    /// So many rows down.
    Row(isize),
    /// To this row of those that can be voted for.
    GoTo(usize),
    /// The chair takes this course, as shown.
    Pick(usize),
    /// What those who were outvoted say, as far as it is typed.
    Minority(String),
    /// Write the printed pages.
    Print,
}

/// A lesson as it is on the wall.
#[derive(Debug)]
pub struct Wall {
    lesson: Lesson,
    /// Which page of the slide.
    page: usize,
    blank: bool,
    help: bool,
    /// Where the printed pages are, once they were written.
    printed: Vec<String>,
    weighing: Option<(Receiver<Weighed>, Arc<AtomicBool>)>,
}

impl Drop for Wall {
    fn drop(&mut self) {
        self.stop_weighing();
    }
}

impl Wall {
    /// A lesson at its first slide.
    #[must_use]
    pub const fn new(lesson: Lesson) -> Self {
        Self {
            lesson,
            page: 0,
            blank: false,
            help: false,
            printed: Vec::new(),
            weighing: None,
        }
    }
    /// The lesson.
    #[must_use]
    pub const fn lesson(&self) -> &Lesson {
        &self.lesson
    }
    /// Whether the picture is blank.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.blank
    }
    /// Which page of the slide is up.
    #[must_use]
    pub const fn page(&self) -> usize {
        self.page
    }
    /// Time has passed.
    pub fn tick(&mut self, milliseconds: u32) {
        self.lesson.tick(milliseconds);
    }

    fn stop_weighing(&mut self) {
        if let Some((_, stop)) = self.weighing.take() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Takes in what is known of the odds by now.
    pub fn fetch(&mut self) {
        while let Some((back, _)) = &self.weighing {
            match back.try_recv() {
                Ok(weighed) => self.lesson.weighed(weighed),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => self.weighing = None,
            }
        }
    }

    /// Does what was asked for.
    ///
    /// # Errors
    /// When something could not be written down: ready to be shown.
    pub fn act(
        &mut self,
        act: Act,
        session: &mut Session,
        store: &mut dyn Store,
        save: &SaveId,
    ) -> Result<(), String> {
        let moved = match act {
            Act::Next => {
                self.stop_weighing();
                self.lesson.next(session)?
            }
            Act::Back => self.lesson.back(session),
            Act::Page(page) => {
                self.page = page;
                return Ok(());
            }
            Act::Reveal => self.lesson.reveal(),
            Act::Odds => {
                let moved = self.lesson.odds();
                self.weigh(session);
                moved
            }
            Act::Clock => {
                self.lesson.stop_or_go();
                return Ok(());
            }
            Act::Blank => {
                self.blank = !self.blank;
                return Ok(());
            }
            Act::Help => {
                self.help = !self.help;
                Moved::Yes
            }
            Act::Pick(row) => self.lesson.pick(session, row)?,
            Act::Minority(text) => {
                self.lesson.minority = text;
                return Ok(());
            }
            Act::Print => {
                self.printed = store.pages(session, save)?;
                return Ok(());
            }
            Act::Digit(_) | Act::RubOut | Act::Row(_) | Act::GoTo(_) => {
                if let Some(tally) = self.lesson.counting() {
                    match act {
                        Act::Digit(digit) => tally.digit(digit),
                        Act::RubOut => tally.rub_out(),
                        Act::Row(by) => tally.step(by),
                        Act::GoTo(row) => tally.go_to(row),
                        _ => {}
                    }
                }
                return Ok(());
            }
        };
        if moved == Moved::Yes {
            self.page = 0;
        }
        Ok(())
    }

    /// Begins to reckon the odds, off the window's thread.
    fn weigh(&mut self, session: &Session) {
        let Some(weighing) = self.lesson.weighing(session) else {
            return;
        };
        let (send, receive) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        self.weighing = Some((receive, stop.clone()));
        std::thread::spawn(move || {
            weighing.run(&stop, &mut |weighed| {
                // Nobody waits any more where the lesson went on.
                let _ = send.send(weighed);
            });
        });
    }
}

/// What the wall may see.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The lesson.
    pub wall: &'a Wall,
    /// Its game.
    pub session: &'a Session,
    /// The look.
    pub look: &'a Look,
    /// The messages.
    pub texts: &'a Texts,
}

/// The lesson on the wall.
pub fn lesson(ui: &mut Ui, seen: &Seen<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    // The clock goes on though nobody touches anything; a search sends what it knows.
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(500));
    if seen.wall.blank {
        ui.painter().rect_filled(whole, 0.0, egui::Color32::BLACK);
        keys::blank(ui.ctx(), out);
        return;
    }
    widgets::ground(ui, seen.look, whole, Ground::Hi);
    let slide = if seen.wall.help {
        help(seen.texts)
    } else {
        seen.wall.lesson.slide(seen.session)
    };
    let type_ = Projector::of(whole.height());
    let counting =
        !seen.wall.help && matches!(seen.wall.lesson.stage(), Stage::Vote | Stage::Chair(_));
    let area = wall::frame(ui, seen, &slide, type_);
    let pages = if counting {
        vote::vote(ui, seen, area, type_, out);
        1
    } else {
        wall::parts(ui, seen, &slide, area, type_, out)
    };
    wall::foot(ui, seen, &slide, pages, type_);
    keys::keys(ui.ctx(), seen, pages, out);
}

/// The keys, as a slide.
fn help(texts: &Texts) -> Slide {
    Slide {
        title: texts.t("lesson-help"),
        parts: texts
            .t("lesson-help-keys")
            .lines()
            .map(|line| Part::Point(line.to_owned()))
            .collect(),
        foot: texts.t("lesson-help-foot"),
        ..Slide::default()
    }
}

/// Where something stands on the wall, for a screen reader and for tests.
fn said(ui: &Ui, rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, words: &str) {
    let response = ui.interact(rect, ui.id().with(salt), egui::Sense::hover());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, words.to_owned()));
}
