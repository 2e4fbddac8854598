//! The desks of a game that several people play at one keyboard: which of them is up, who still sits this xun, and what each court
//! alone may see again. A game that one person plays has one desk, and nothing of this is felt in it.
//!
//! Nothing of one court goes over to another. While another desk is up, a court's own lies here whole, and with it the message that
//! was not read and what egui remembers of its panels: lists that were scrolled, words that were typed.

use std::collections::BTreeMap;

use egui::util::IdTypeMap;
use egui::{Context, Popup};

use super::desk::{Desk, Panel};
use super::look::pictures;
use crate::base::ids::CourtId;
use crate::earth::Spot;
use crate::scenario::model::Scenario;
use crate::table::{self, Session};

/// All desks of a game but the one that is up.
#[derive(Debug)]
pub struct Desks {
    away: Vec<Desk>,
    /// The courts that have not ended this xun, in the order they sit; the first sits, or is about to.
    round: Vec<CourtId>,
    /// Whether every court that has ended this xun gave leave to run on.
    leave: bool,
    /// Whether the keyboard is being handed over: nobody's desk lies open.
    between: bool,
    /// Messages that were not read when their court's desk was put away.
    messages: BTreeMap<CourtId, String>,
    /// What egui remembers of each desk that is away.
    minds: BTreeMap<CourtId, IdTypeMap>,
    /// Whose memory egui has now: that of a court or, between two, nobody's. None before the first frame.
    whose: Option<Option<CourtId>>,
}

impl Desks {
    /// Lays out a game: the desk that is up first, and the others.
    #[must_use]
    pub fn laid(session: &Session) -> (Desk, Self) {
        let courts = session.courts();
        let (round, leave) = gone_on(session);
        let first = round.first().or(courts.first()).copied();
        let first = first.unwrap_or(CourtId(0));
        let mut desks = Self {
            away: Vec::new(),
            round,
            leave,
            between: courts.len() > 1,
            messages: BTreeMap::new(),
            minds: BTreeMap::new(),
            whose: None,
        };
        desks.away = others(session, first);
        (desk_of(session, first), desks)
    }

    /// Whether several people play at this keyboard.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        !self.away.is_empty()
    }

    /// Whether the keyboard is being handed over: nothing of any court may be shown.
    #[must_use]
    pub const fn is_between(&self) -> bool {
        self.between
    }

    /// Every desk, the one that is up first.
    pub fn every<'d>(&'d mut self, up: &'d mut Desk) -> impl Iterator<Item = &'d mut Desk> {
        std::iter::once(up).chain(&mut self.away)
    }

    /// The court whose desk is up ends its xun; `run` gives leave to run on. Once all have ended, whether the days run on; before that
    /// the next court is handed the keyboard.
    pub fn end(&mut self, up: &mut Desk, run: bool, message: &mut Option<String>) -> Option<bool> {
        if !self.is_shared() {
            return Some(run);
        }
        self.leave &= run;
        self.round.retain(|court| *court != up.court);
        if let Some(words) = message.take() {
            self.messages.insert(up.court, words);
        }
        let Some(next) = self.round.first().copied() else {
            return Some(self.leave);
        };
        self.bring(up, next);
        self.between = true;
        None
    }

    /// A xun has passed, or several: the keyboard goes to the court that sits first now. After a run that is the one that has to look.
    pub fn passed(&mut self, up: &mut Desk, session: &Session) {
        if !self.is_shared() {
            return;
        }
        self.round = sitting(session, self.leave);
        self.leave = true;
        if let Some(first) = self.round.first().copied() {
            self.bring(up, first);
        }
        self.between = true;
    }

    /// Opens the desk of a court: of the one that is handed the keyboard; of any, once the game is over.
    pub fn sit(
        &mut self,
        up: &mut Desk,
        court: CourtId,
        session: &Session,
        message: &mut Option<String>,
    ) {
        if self.between && court == up.court {
            self.between = false;
            if let Some(kept) = self.messages.remove(&court) {
                let said = message.take();
                *message = Some(said.map_or(kept.clone(), |said| format!("{said}\n\n{kept}")));
            }
        } else if !self.between && (up.put_down || session.engine().ended().is_some()) {
            self.bring(up, court);
        }
    }

    /// The court after this one, where several people look back on a game.
    #[must_use]
    pub fn next_to(session: &Session, court: CourtId) -> Option<CourtId> {
        let courts = session.courts();
        let here = courts.iter().position(|c| *c == court)?;
        let next = courts[(here + 1) % courts.len()];
        (next != court).then_some(next)
    }

    /// Another game lies on the table, with this desk up: what the others have of the one before goes.
    pub fn anew(&mut self, up: &Desk, session: &Session) {
        let courts = session.courts();
        self.away = others(session, up.court);
        self.round.retain(|court| courts.contains(court));
        if self.round.is_empty() {
            self.round = sitting(session, false);
        }
        self.between &= self.is_shared();
        self.messages.clear();
    }

    /// The same game was laid out anew: whoever sat goes on sitting, and every desk shows what it showed.
    pub fn take_after(&mut self, up: &mut Desk, old: Self, was_up: Desk) {
        self.bring(up, was_up.court);
        for was in std::iter::once(&was_up).chain(&old.away) {
            let mut every = std::iter::once(&mut *up).chain(&mut self.away);
            if let Some(desk) = every.find(|desk| desk.court == was.court) {
                desk.panel = was.panel;
                desk.camera = was.camera;
                desk.put_down = was.put_down;
            }
        }
        *self = Self {
            away: std::mem::take(&mut self.away),
            ..old
        };
    }

    /// Sees to it that egui remembers nothing but what belongs to the desk that is drawn next.
    pub fn remember(&mut self, ctx: &Context, up: &Desk) {
        let now = (!self.between).then_some(up.court);
        if !self.is_shared() || self.whose == Some(now) {
            return;
        }
        let mut mind = now
            .and_then(|court| self.minds.remove(&court))
            .unwrap_or_default();
        Popup::close_all(ctx);
        let before = ctx.memory_mut(|memory| {
            memory.stop_text_input();
            pictures::hand_on(&mut memory.data, &mut mind);
            std::mem::replace(&mut memory.data, mind)
        });
        if let Some(Some(court)) = self.whose.replace(now) {
            self.minds.insert(court, before);
        }
    }

    /// Takes a desk out and puts the one that was up away. The writer's bench stands beside whichever is up.
    fn bring(&mut self, up: &mut Desk, court: CourtId) {
        if let Some(other) = self.away.iter_mut().find(|desk| desk.court == court) {
            let bench = up.bench.take();
            std::mem::swap(up, other);
            up.bench = bench;
        }
    }
}

/// The desks of all courts but one, as they are laid out.
fn others(session: &Session, up: CourtId) -> Vec<Desk> {
    let courts = session.courts().into_iter();
    courts
        .filter(|court| *court != up)
        .map(|court| desk_of(session, court))
        .collect()
}

/// A court's desk as it is laid out: the map over its seat, the news first.
fn desk_of(session: &Session, court: CourtId) -> Desk {
    let seat = session.view(court).realm().seat;
    let mut desk = Desk::new(court, spot(session.engine().book(), seat.index()));
    desk.overview = has_news(session, court);
    if session.engine().ended().is_some() {
        desk.panel = Panel::Debrief;
    }
    desk
}

/// The courts that sit in the xun that is open, in their order; after a run those that have to look come first. One that has fallen
/// or does not sit is passed over; where none sits, the first that stands has the keyboard, for somebody must.
fn sitting(session: &Session, ran: bool) -> Vec<CourtId> {
    let courts = session.courts();
    if session.engine().ended().is_some() {
        return courts.into_iter().take(1).collect();
    }
    let stands = |court: &CourtId| session.view(*court).realm().stands;
    let sits = |court: &CourtId| stands(court) && session.view(*court).in_session();
    let mut round: Vec<CourtId> = courts.iter().copied().filter(sits).collect();
    if round.is_empty() {
        let somebody = courts.iter().find(|court| stands(court));
        round.extend(somebody.or(courts.first()));
    }
    if ran {
        round.sort_by_key(|court| !table::needs_eyes(session, *court));
    }
    round
}

/// Who still sits in a game that is laid out, and whether all that have ended gave leave to run on. A journal tells what was asked and
/// not who has ended: whoever asked last goes on, and the others have ended if they asked anything.
fn gone_on(session: &Session) -> (Vec<CourtId>, bool) {
    let mut round = sitting(session, false);
    let asked: Vec<CourtId> = session.asks().iter().map(|(court, _)| *court).collect();
    let last = asked.last().copied();
    let before = round.len();
    round.retain(|court| Some(*court) == last || !asked.contains(court));
    let leave = round.len() == before;
    round.sort_by_key(|court| Some(*court) != last);
    (round, leave)
}

/// Whether anything is new to a court since it last sat.
pub(super) fn has_news(session: &Session, court: CourtId) -> bool {
    !table::news(session, court).is_empty()
}

/// Where a place of the scenario lies.
pub(super) fn spot(book: &Scenario, place: usize) -> Spot {
    let place = &book.atlas.places[place];
    Spot::of_milli(place.lon_milli, place.lat_milli)
}
