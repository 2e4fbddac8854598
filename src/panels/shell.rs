//! The shell: which screen is up, where its parts stand, and the carrying out of what was asked for. Everything the window does
//! but for drawing the ground under the map happens here, so that a test without a window can play a whole game.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

use egui::{Rect, Ui, UiBuilder};

use super::desk::{self, Camera, Desk, Glide, Overlay, Panel, Tab, Thing};
use super::desks::{Desks, has_news, spot};
use super::intent::{Intent, Screen};
use super::layout::{Layout, Room};
use super::lesson::Wall;
use super::look::{Look, Type};
use super::looking::{self, Looking};
use super::settings::{Settings, Theme};
use super::sight::Sight;
use super::start::Hall;
use super::store::{Branching, Card, Opened, RecordLine, SaveId, Saved, ScenarioId, Store};
use super::{
    brief, chronicle, codex, council, debrief, handover, hints, key_bar, keys, lesson, map,
    message, orders, overlay, people, rail, saves, settings_sheet, start, strip, sure, treasury,
    treaties, what_if, widgets, word,
};
use crate::base::ids::CourtId;
use crate::earth::{Bed, Spot};
use crate::engine::Ask;
use crate::orders::{Order, Treat};
use crate::painting::ground::Atlas;
use crate::policy::Kind;
use crate::prose::texts::tr;
use crate::prose::{Lang, Texts, hand};
use crate::scenario::model::Scenario;
use crate::table::bench::{Bench, Come, Saved as files, TakenUp, is_same, take_up};
use crate::table::lesson::Lesson;
use crate::table::seek::{Sought, seek};
use crate::table::{self, NotSet, RUN_XUN, Session, Trouble};

/// A turn that takes longer than this is waited for with the window alive.
const FRAME: Duration = Duration::from_millis(12);

/// A game on the desk.
#[derive(Debug)]
struct Playing {
    /// The desk that is up.
    desk: Desk,
    /// The desks of the other courts that people play.
    desks: Desks,
    save: SaveId,
    at: At,
}

/// Where the game is: on the desk, or away while a turn passes.
#[derive(Debug)]
enum At {
    Desk(Box<Session>),
    Away(Receiver<Passed>),
}

/// A game that left the desk to be branched, and its desks: the way back leads to it.
#[derive(Debug)]
struct Left {
    save: SaveId,
    desk: Desk,
    desks: Desks,
}

/// A game back from a turn or several: whether that could be kept, and whether a run came to its limit.
type Passed = (Box<Session>, Result<(), String>, bool);

/// What lies under the panels in this frame: what the ground's painter must know.
#[derive(Clone, Debug)]
pub struct Beneath {
    /// Where the map is, in points.
    pub rect: Rect,
    /// Where it looks.
    pub camera: Camera,
    /// In which theme.
    pub theme: Theme,
    /// With whose eyes: what is known of who holds what is not for another court.
    pub court: CourtId,
    /// The scenario whose places and roads are shown.
    pub book: Arc<Scenario>,
    /// Who is said to hold each place, in the order of the atlas.
    pub holders: Vec<Option<CourtId>>,
    /// In which bed the Yellow River runs in this game.
    pub bed: Bed,
    /// Rivers and roads as they lie on the ground; none until they are read.
    pub atlas: Option<Arc<Atlas>>,
}

/// The shell.
#[derive(Debug)]
pub struct Shell {
    store: Box<dyn Store>,
    texts: Texts,
    settings: Settings,
    look: Look,
    applied: Option<Look>,
    cards: Vec<Card>,
    lines: BTreeMap<ScenarioId, RecordLine>,
    playing_lines: Option<Receiver<(ScenarioId, RecordLine)>>,
    saves: Vec<Saved>,
    languages: Vec<String>,
    folder: String,
    screen: Screen,
    /// The screen before the settings.
    before: Screen,
    /// The turns of the saved game that is to be branched, fetched when that screen opens.
    turns: Result<Vec<Branching>, String>,
    game: Option<Playing>,
    left: Option<Left>,
    message: Option<String>,
    intents: Vec<Intent>,
    beneath: Option<Beneath>,
    /// Rivers and roads of a scenario, by the hash of its contents.
    atlas: Option<(u64, Arc<Atlas>)>,
    surveying: Option<Receiver<(u64, Arc<Atlas>)>>,
    /// The writer's bench of the game on the desk, and what wakes the window for it, once it rings that.
    bench: Option<Box<dyn Bench>>,
    wakes: Option<egui::Context>,
    /// A game on its way to a matter.
    seeking: Option<Receiver<Box<Sought>>>,
    /// The lesson on the wall, where the game on the desk is one.
    wall: Option<Wall>,
    /// The search for the turning points of the game on the desk.
    looking: Looking,
    leave: bool,
}

impl Shell {
    /// A shell at its start screen.
    #[must_use]
    pub fn new(mut store: Box<dyn Store>) -> Self {
        let settings = store.settings().bounded();
        let (cards, saves, folder) = (store.cards(), store.saves(), store.folder());
        let languages = store.languages();
        let look = Look::of(&settings);
        Self {
            store,
            texts: Texts::default(),
            settings,
            look,
            applied: None,
            cards,
            lines: BTreeMap::new(),
            playing_lines: None,
            saves,
            languages,
            folder,
            screen: Screen::Start,
            before: Screen::Start,
            turns: Ok(Vec::new()),
            game: None,
            left: None,
            message: None,
            intents: Vec::new(),
            beneath: None,
            atlas: None,
            surveying: None,
            bench: None,
            wakes: None,
            seeking: None,
            wall: None,
            looking: Looking::default(),
            leave: false,
        }
    }

    /// Puts a game on the desk at the writer's bench: its scenario lies open in a file, or it was led to a matter.
    pub fn lay_at_bench(&mut self, opened: Opened, bench: Box<dyn Bench>) {
        self.lay(opened);
        self.bench = Some(bench);
        self.wakes = None;
        if let Some(game) = &mut self.game {
            game.desk.bench = Some(desk::Bench::default());
        }
    }

    /// Takes in what came of the files, and a game that was led to a matter.
    fn at_bench(&mut self) {
        let Some(bench) = &mut self.bench else {
            return;
        };
        let Some(Playing {
            desk,
            desks,
            at: At::Desk(session),
            save,
        }) = &mut self.game
        else {
            // A turn passes: the file waits.
            return;
        };
        let Some(beside) = &mut desk.bench else {
            return;
        };
        match self.seeking.as_ref().map(Receiver::try_recv) {
            Some(Ok(mut sought)) => {
                self.seeking = None;
                self.wakes.iter().for_each(egui::Context::request_repaint);
                beside.seeking = false;
                match bench.keep(&mut sought.session, Come::Sought) {
                    Ok(()) => {
                        beside.told = sought.told();
                        let matter = sought.decision;
                        *save = SaveId::of(&bench.journal());
                        **session = sought.session;
                        fresh_desk(desk, desks, session);
                        desk.matter = Some(matter);
                        desk.overview = false;
                        desk.panel = Panel::Council;
                        desk.overlay = Some(Overlay::Bench(Tab::File));
                    }
                    Err(why) => beside.told = vec![why],
                }
                return;
            }
            Some(Err(TryRecvError::Disconnected)) => {
                self.seeking = None;
                beside.seeking = false;
            }
            // What is sought is sought on the scenario as it is: the file waits.
            Some(Err(TryRecvError::Empty)) => return,
            None => {}
        }
        let saved = bench.saved();
        if saved.is_some() {
            // What comes of it is shown in the next frame.
            self.wakes.iter().for_each(egui::Context::request_repaint);
        }
        match saved {
            None => {}
            Some(files::Broken(mistakes)) => {
                beside.mistakes = mistakes;
                beside.warnings.clear();
                beside.told.clear();
                desk.word = None;
                desk.overlay = Some(Overlay::Bench(Tab::File));
            }
            Some(files::Sound(book, warnings)) => {
                let was_broken = !std::mem::take(&mut beside.mistakes).is_empty();
                beside.warnings = warnings;
                if is_same(&book, session.engine().book()) {
                    if was_broken {
                        let same = self.texts.t("bench-same");
                        beside.told = vec![same.clone()];
                        desk.word = Some(same);
                        if matches!(desk.overlay, Some(Overlay::Bench(Tab::File))) {
                            desk.overlay = None;
                        }
                    }
                    return;
                }
                match take_up(session, bench.as_mut(), &book) {
                    TakenUp::On(new, again) => {
                        beside.told = again.told(&new);
                        let warned = beside.warnings.len();
                        let warned =
                            (warned > 0).then(|| tr!(self.texts, "bench-word-warned", n = warned));
                        let words: Vec<String> = beside
                            .told
                            .first()
                            .cloned()
                            .into_iter()
                            .chain(warned)
                            .collect();
                        let word = again.is_whole().then(|| words.join(" "));
                        *save = SaveId::of(&bench.journal());
                        *session = new;
                        fresh_desk(desk, desks, session);
                        desk.word = word;
                        // Where all of it applies there is nothing to read before one goes on.
                        let shown = matches!(desk.overlay, Some(Overlay::Bench(Tab::File)));
                        if !again.is_whole() {
                            desk.overlay = Some(Overlay::Bench(Tab::File));
                        } else if shown {
                            desk.overlay = None;
                        }
                    }
                    TakenUp::Not(why) => {
                        beside.told = vec![tr!(self.texts, "bench-not-taken-up", why = why)];
                        desk.overlay = Some(Overlay::Bench(Tab::File));
                    }
                }
            }
        }
    }

    /// Puts a game on the desk that was opened elsewhere: from the command line.
    pub fn lay(&mut self, opened: Opened) {
        self.bench = None;
        self.seeking = None;
        self.left = None;
        self.looking = Looking::default();
        let mut session = opened.session;
        session.set_secretariat(self.settings.secretariat);
        let (desk, desks) = Desks::laid(&session);
        if !opened.notes.is_empty() {
            self.message = Some(opened.notes.join("\n\n"));
        }
        self.game = Some(Playing {
            desk,
            desks,
            save: opened.save,
            at: At::Desk(Box::new(session)),
        });
        self.screen = Screen::Game;
        self.wall = self.session().and_then(Lesson::of).map(Wall::new);
        if self.wall.is_some() {
            self.screen = Screen::Lesson;
        }
    }

    /// The lesson on the wall.
    #[must_use]
    pub const fn wall(&self) -> Option<&Wall> {
        self.wall.as_ref()
    }

    /// So much time has passed on the clock on the wall: a lesson has minutes, a game has not.
    pub fn tick(&mut self, passed: Duration) {
        if let Some(wall) = self.wall.as_mut().filter(|_| self.screen == Screen::Lesson) {
            wall.tick(u32::try_from(passed.as_millis()).unwrap_or(u32::MAX));
        }
    }

    /// How large text is to be, as a factor.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        f32::from(self.settings.text_percent) / 100.0
    }
    /// The settings in force.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }
    /// The screen that is up.
    #[must_use]
    pub const fn screen(&self) -> &Screen {
        &self.screen
    }
    /// The game at the table, if one is there and no turn is passing.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match &self.game.as_ref()?.at {
            At::Desk(session) => Some(session),
            At::Away(_) => None,
        }
    }
    /// The desk that lies open, if one does: none while the keyboard is handed over.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        let game = self.game.as_ref().filter(|g| !g.desks.is_between());
        game.map(|g| &g.desk)
    }
    /// The journal of the game on the desk.
    #[must_use]
    pub fn save(&self) -> Option<&SaveId> {
        self.game.as_ref().map(|g| &g.save)
    }
    /// Whether the person wants to leave.
    #[must_use]
    pub const fn wants_to_leave(&self) -> bool {
        self.leave
    }
    /// Whether frames are wanted though nobody touches anything: a turn passes, something moves, or a record line is being played.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.playing_lines.is_some()
            || self.seeking.is_some()
            || self.game.as_ref().is_some_and(|g| {
                let moves =
                    (g.desk.motion < 1.0 || g.desk.glide.is_some()) && !g.desks.is_between();
                matches!(g.at, At::Away(_)) || (self.screen == Screen::Game && moves)
            })
    }
    /// What lies under the panels, after [`Shell::draw`].
    #[must_use]
    pub const fn beneath(&self) -> Option<&Beneath> {
        self.beneath.as_ref()
    }
    /// Asks for something as a panel would: for tests and the smoke run.
    pub fn ask_for(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    /// Whether something was asked for that [`Shell::settle`] has not carried out yet.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        !self.intents.is_empty()
    }
    /// The scenarios on the shelf.
    #[must_use]
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }
    /// What the window is called.
    #[must_use]
    pub fn title(&self) -> String {
        self.texts.t("window-title")
    }
    /// Sets a context up for the look in force. Its faces can be used from the next layout on: call this before the first.
    pub fn dress(&mut self, ctx: &egui::Context) {
        if self.applied.as_ref().is_none_or(|l| *l != self.look) {
            self.look.apply(ctx);
            self.applied = Some(self.look.clone());
        }
    }

    /// Draws the screen into the whole window. May be called more than once a frame: nothing is carried out here.
    pub fn draw(&mut self, ui: &mut Ui) {
        if self.applied.is_none() {
            // Whoever did not dress the context before has no faces yet: to draw without them would be a fault.
            self.dress(ui.ctx());
            ui.ctx()
                .request_discard("the faces come with the next layout");
            ui.ctx().request_repaint();
            return;
        }
        self.dress(ui.ctx());
        if let Some(bench) = self.bench.as_mut().filter(|_| self.wakes.is_none()) {
            let ctx = ui.ctx().clone();
            self.wakes = Some(ctx.clone());
            bench.ring(Box::new(move || ctx.request_repaint()));
        }
        let mut out = Vec::new();
        self.beneath = None;
        // A message lies over everything, and takes the keys.
        if let Some(message) = &self.message {
            message::message(ui.ctx(), &self.look, &self.texts, message, &mut out);
        }
        match self.screen {
            Screen::Game => self.draw_game(ui, &mut out),
            Screen::Lesson => self.draw_lesson(ui, &mut out),
            _ => self.draw_hall(ui, &mut out),
        }
        // Where egui lays a frame out twice, only the first pass sees the clicks and keys.
        self.intents.extend(out);
    }

    fn draw_hall(&self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let hall = Hall {
            cards: &self.cards,
            lines: &self.lines,
            saves: &self.saves,
            folder: &self.folder,
            turns: &self.turns,
            before: &self.before,
            leads_back: self.left.is_some(),
            look: &self.look,
            settings: &self.settings,
            texts: &self.texts,
            languages: &self.languages,
        };
        match &self.screen {
            Screen::Start | Screen::Game | Screen::Lesson => start::start(ui, &hall, out),
            Screen::Lessons(scenario) => lesson::before::before(ui, &hall, scenario, out),
            Screen::Brief(scenario) => brief::brief(ui, &hall, scenario, out),
            Screen::Saves => saves::saves(ui, &hall, out),
            Screen::WhatIf(save) => what_if::what_if(ui, &hall, save.as_ref(), out),
            Screen::Settings => settings_sheet::settings(ui, &hall, out),
        }
    }

    fn draw_lesson(&self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let (Some(wall), Some(session)) = (&self.wall, self.session()) else {
            return;
        };
        let seen = lesson::Seen {
            wall,
            session,
            look: &self.look,
            texts: &self.texts,
        };
        lesson::lesson(ui, &seen, out);
    }

    fn draw_game(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let Some(game) = &mut self.game else {
            return;
        };
        game.desks.remember(ui.ctx(), &game.desk);
        let At::Desk(session) = &game.at else {
            passing(ui, &self.look, &self.texts);
            return;
        };
        if game.desks.is_between() {
            handover::handover(ui, &self.look, session, game.desk.court, out);
            return;
        }
        if self.surveying.is_some() {
            ui.ctx().request_repaint_after(Duration::from_millis(200));
        }
        let panel = game.desk.panel;
        let layout = Layout::of(ui.max_rect(), panel, self.look.plain_face, game.desk.map_up);
        let see = Sight {
            session,
            desk: &game.desk,
            look: &self.look,
            settings: &self.settings,
            layout,
            save: Some(&game.save),
            atlas: self.atlas.as_ref().map(|(_, atlas)| &**atlas),
            looking: &self.looking,
        };
        if *self.looking.state() == looking::State::On {
            ui.ctx().request_repaint_after(Duration::from_millis(500));
        }
        // A slip over everything takes the keys first; what the panels leave of them is read last.
        overlay::overlay(ui.ctx(), &see, out);
        hints::take(ui, &see, out);
        word::take(ui, &see, out);
        if layout.map.is_positive() {
            part(ui, layout.map, "map", |ui| map::map(ui, &see, out));
            let view = see.view();
            self.beneath = Some(Beneath {
                rect: layout.map,
                camera: game.desk.camera,
                theme: self.settings.theme,
                court: game.desk.court,
                book: session.engine().book().clone(),
                holders: view.places().map(|p| view.holder(p)).collect(),
                bed: map::rivers::bed(&view),
                atlas: self.atlas.as_ref().map(|(_, atlas)| atlas.clone()),
            });
        }
        if layout.sheet.is_positive() {
            widgets::sheet(ui, &self.look, layout.sheet, widgets::Ground::Hi);
            part(ui, layout.sheet, "sheet", |ui| match panel {
                Panel::Council => council::council(ui, &see, out),
                Panel::Orders => orders::orders(ui, &see, out),
                Panel::Treasury => treasury::treasury(ui, &see, out),
                Panel::People => people::people(ui, &see, out),
                Panel::Treaties => treaties::treaties(ui, &see, out),
                Panel::Chronicle => chronicle::chronicle(ui, &see, out),
                Panel::Codex => codex::codex(ui, &see, out),
                Panel::Debrief => debrief::debrief(ui, &see, out),
                Panel::Map => {}
            });
        }
        // The debrief is a page of its own, with its title where the realm was.
        let titled = panel == Panel::Debrief && see.is_over() && layout.room != Room::Small;
        part(ui, layout.strip, "strip", |ui| {
            if titled {
                debrief::head(ui, &see, out);
            } else {
                strip::strip(ui, &see, out);
            }
        });
        if layout.room != Room::Small {
            part(ui, layout.rail, "rail", |ui| rail::rail(ui, &see, out));
        } else {
            part(ui, layout.key_bar, "keys", |ui| {
                key_bar::key_bar(ui, &see, out);
            });
        }
        hints::hint(ui, &see, out);
        word::word(ui, &see, out);
        keys::keys(ui.ctx(), &see, out);
    }

    /// Carries out what was asked for since the last call. `seconds` is how long ago that was.
    pub fn settle(&mut self, seconds: f32) {
        self.fetch();
        for intent in std::mem::take(&mut self.intents) {
            self.carry_out(intent);
        }
        // Nothing moves on a desk that nobody sees.
        let Some(Playing { desk, .. }) = self.game.as_mut().filter(|g| !g.desks.is_between())
        else {
            return;
        };
        if desk.motion < 1.0 {
            desk.motion = (desk.motion + seconds / 0.6).min(1.0);
        }
        if let Some(glide) = &mut desk.glide {
            glide.part += seconds / Glide::SECONDS;
            desk.camera = glide.now();
            if glide.part >= 1.0 {
                desk.glide = None;
            }
        }
    }

    /// Lays the roads of the scenario on the desk over the ground, off the window's thread, unless they lie there.
    fn survey(&mut self) {
        if let Some(back) = &self.surveying {
            match back.try_recv() {
                Ok(atlas) => self.atlas = Some(atlas),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {}
            }
            self.surveying = None;
            return;
        }
        let Some(book) = self.session().map(|s| s.engine().book().clone()) else {
            return;
        };
        let key = book.content_hash;
        if self.atlas.as_ref().is_none_or(|(of, _)| *of != key) {
            let (send, receive) = channel();
            self.surveying = Some(receive);
            std::thread::spawn(move || {
                // Nobody waits any more where the window was closed.
                let _ = send.send((key, map::survey::kept(&book)));
            });
        }
    }

    /// Takes in what other threads have done.
    fn fetch(&mut self) {
        self.survey();
        self.looking.fetch();
        if let Some(wall) = &mut self.wall {
            wall.fetch();
        }
        self.at_bench();
        if self.screen == Screen::Start && self.playing_lines.is_none() {
            self.play_lines();
        }
        loop {
            match self.playing_lines.as_ref().map(Receiver::try_recv) {
                Some(Ok((id, line))) => {
                    self.lines.insert(id, line);
                }
                Some(Err(TryRecvError::Disconnected)) => {
                    self.playing_lines = None;
                    break;
                }
                Some(Err(TryRecvError::Empty)) | None => break,
            }
        }
        let back = match &self.game {
            Some(Playing {
                at: At::Away(back), ..
            }) => match back.try_recv() {
                Ok(back) => back,
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => return self.lost(),
            },
            _ => return,
        };
        self.turn_passed(back);
    }

    /// A thread that passed a turn died: a fault of ours. The journal has all that was decided.
    fn lost(&mut self) {
        self.game = None;
        self.message = Some(self.texts.t("window-turn-lost"));
        self.go(Screen::Start);
    }

    /// Plays the record lines that were not played yet, off the window's thread.
    fn play_lines(&mut self) {
        let jobs: Vec<_> = self
            .cards
            .iter()
            .filter(|card| !self.lines.contains_key(&card.id))
            .filter_map(|card| {
                let book = card.book.as_ref().ok()?;
                Some((card.id.clone(), self.store.record_line(book)))
            })
            .collect();
        if jobs.is_empty() {
            return;
        }
        let (send, receive) = channel();
        self.playing_lines = Some(receive);
        std::thread::spawn(move || {
            for (id, job) in jobs {
                if send.send((id, job())).is_err() {
                    return;
                }
            }
        });
    }

    fn carry_out(&mut self, intent: Intent) {
        match intent {
            Intent::Go(screen) => self.go(screen),
            Intent::Begin { scenario, court } => {
                let opened = self.store.begin(&scenario, &[court], None, Kind::Counsel);
                self.opened(opened);
            }
            Intent::BeginWith {
                scenario,
                court,
                seed,
                against,
            } => {
                let opened = self.store.begin(&scenario, &[court], seed, against);
                self.opened(opened);
            }
            Intent::BeginLesson { scenario, held } => {
                let opened = self.store.begin_lesson(&scenario, held);
                self.opened(opened);
            }
            Intent::Lesson(act) => self.in_lesson(act),
            Intent::BeginTogether {
                scenario,
                courts,
                seed,
            } => {
                let opened = self.store.begin(&scenario, &courts, seed, Kind::Counsel);
                self.opened(opened);
            }
            Intent::CarryOn { save, court } => {
                let opened = self.store.carry_on(&save, court);
                self.opened(opened);
            }
            Intent::Resume(save) => {
                let opened = self.store.resume(&save);
                self.opened(opened);
            }
            Intent::Branch { save, turn, name } => {
                let opened = self.store.branch(&save, turn, &name);
                self.opened(opened);
            }
            Intent::Rename(save, name) => {
                let done = self.store.rename(&save, &name);
                self.tell(done);
                self.saves = self.store.saves();
            }
            Intent::Discard(save) => {
                let done = self.store.discard(&save);
                self.tell(done);
                self.saves = self.store.saves();
            }
            Intent::Settings(settings) => self.set(settings),
            Intent::Hint(hint) => {
                let mut settings = self.settings.clone();
                if settings.hints_read.insert(hint) {
                    self.set(settings);
                }
            }
            Intent::Understood => self.message = None,
            Intent::Leave => self.leave = true,
            other => self.in_game(other),
        }
    }

    fn opened(&mut self, opened: Result<Opened, String>) {
        match opened {
            Ok(opened) => self.lay(opened),
            Err(why) => self.message = Some(why),
        }
    }

    fn tell(&mut self, done: Result<(), String>) {
        if let Err(why) = done {
            self.message = Some(why);
        }
    }

    fn set(&mut self, settings: Settings) {
        let settings = settings.bounded();
        if settings == self.settings {
            return;
        }
        let kept = self.store.keep(&settings);
        self.tell(kept);
        self.look = Look::of(&settings);
        if let Some(lang) = Lang::named(&settings.language)
            && lang != self.texts.lang()
        {
            self.texts = Texts::new(lang);
        }
        let spoken = settings.language != self.settings.language;
        self.settings = settings;
        if let Some(Playing {
            at: At::Desk(session),
            ..
        }) = &mut self.game
            && session.secretariat() != self.settings.secretariat
        {
            session.set_secretariat(self.settings.secretariat);
        }
        if spoken {
            self.cards = self.store.cards();
            self.saves = self.store.saves();
            self.told_anew();
        }
    }

    /// The game on the desk goes on in the language that was chosen: all of it is in its journal. One at the writer's bench keeps its
    /// words until its file is saved.
    fn told_anew(&mut self) {
        let on_desk = |game: &mut Playing| matches!(game.at, At::Desk(_));
        if self.bench.is_some() {
            return;
        }
        let Some(game) = self.game.take_if(on_desk) else {
            return;
        };
        let Playing {
            desk,
            desks,
            save,
            at,
        } = game;
        // Its journal is free before it is opened again.
        drop(at);
        let screen = self.screen.clone();
        self.laid_again(Left { save, desk, desks }, screen);
    }

    /// A game is taken up again as it lay on the desk, and this screen is up then.
    fn laid_again(&mut self, left: Left, screen: Screen) {
        match self.store.resume(&left.save) {
            Ok(opened) => {
                self.lay(opened);
                if let Some(game) = &mut self.game {
                    game.desks.take_after(&mut game.desk, left.desks, left.desk);
                }
                self.screen = screen;
            }
            Err(why) => {
                self.message = Some(why);
                self.screen = Screen::Start;
            }
        }
    }

    fn go(&mut self, screen: Screen) {
        if screen == Screen::Settings {
            if self.screen != Screen::Settings {
                self.before = std::mem::replace(&mut self.screen, screen);
            }
            return;
        }
        if matches!(screen, Screen::Start | Screen::Saves | Screen::WhatIf(_)) {
            // The game leaves the desk, so that its journal is free; all of it is written down.
            let game = self.game.take();
            self.left = game.and_then(|game| {
                let branched = matches!(&screen, Screen::WhatIf(Some(save)) if *save == game.save);
                (branched && self.bench.is_none()).then_some(Left {
                    save: game.save,
                    desk: game.desk,
                    desks: game.desks,
                })
            });
            self.wall = None;
            self.bench = None;
            self.seeking = None;
            self.looking = Looking::default();
            self.saves = self.store.saves();
        }
        if screen == Screen::Game && self.game.is_none() {
            match self.left.take() {
                Some(left) => self.laid_again(left, screen),
                None => self.screen = Screen::Start,
            }
            return;
        }
        // From the wall to the desk, when the lesson is over.
        if screen == Screen::Game
            && let Some(game) = &mut self.game
            && let At::Desk(session) = &game.at
            && session.engine().ended().is_some()
        {
            game.desk.panel = Panel::Debrief;
        }
        if let Screen::WhatIf(Some(save)) = &screen {
            self.turns = self.store.turns(save);
        }
        self.screen = screen;
    }

    /// Where the settings lead back to.
    #[must_use]
    pub const fn before(&self) -> &Screen {
        &self.before
    }

    fn in_lesson(&mut self, act: lesson::Act) {
        let (Some(wall), Some(game)) = (&mut self.wall, &mut self.game) else {
            return;
        };
        if let At::Desk(session) = &mut game.at
            && let Err(why) = wall.act(act, session, self.store.as_mut(), &game.save)
        {
            self.message = Some(tr!(self.texts, "not-kept", reason = why));
        }
    }

    fn in_game(&mut self, intent: Intent) {
        let Some(game) = &mut self.game else {
            return;
        };
        let At::Desk(session) = &mut game.at else {
            return;
        };
        // A desk that nobody has opened is not touched.
        if game.desks.is_between() && !matches!(intent, Intent::Sit(_)) {
            return;
        }
        let desk = &mut game.desk;
        let court = desk.court;
        match intent {
            // What binds the court is asked about once; what is refused is not asked about.
            Intent::Ask(ask)
                if !desk.put_down
                    && sure::binds(&ask)
                    && desk.sure.as_ref() != Some(&ask)
                    && matches!(&ask, Ask::Order(order) if session.view(court).may_order(order).is_ok()) =>
            {
                desk.sure = Some(ask);
                desk.overlay = Some(Overlay::Sure);
            }
            // Nothing is decided over a debrief.
            Intent::Ask(_)
            | Intent::TakeBack(_)
            | Intent::Replace { .. }
            | Intent::EndTurn
            | Intent::RunOn
                if desk.put_down => {}
            Intent::PutDown(down) => {
                for desk in game.desks.every(desk) {
                    desk.put_down = down && session.engine().ended().is_none();
                    desk.panel = if down {
                        Panel::Debrief
                    } else {
                        Panel::default()
                    };
                    desk.aim = None;
                    desk.map_up = false;
                    desk.overlay = None;
                }
            }
            Intent::Sit(court) => game.desks.sit(desk, court, session, &mut self.message),
            Intent::Ask(ask) => match session.ask(court, ask.clone()) {
                Ok(done) => {
                    desk.done = table::doings(session, court, &ask, &done);
                    desk.refused = None;
                    desk.aim = None;
                    desk.focus = None;
                    desk.sure = None;
                    sent(desk, &ask);
                    if let Ask::Choose { decision, .. } = ask {
                        desk.chosen = Some(decision);
                        desk.matter = None;
                    }
                }
                Err(Trouble::Refused(why)) => {
                    desk.refused = Some(super::desk::Refused { ask, why });
                }
                Err(Trouble::NotKept(why)) => {
                    self.message = Some(tr!(self.texts, "not-kept", reason = why));
                }
            },
            Intent::TakeBack(index) => match session.take_back(court, index) {
                Ok(dropped) => {
                    desk.chosen = None;
                    desk.focus = None;
                    desk.done.clear();
                    anew(desk);
                    self.message = orders::dropped(session, court, &dropped);
                }
                Err(why) => self.message = Some(tr!(self.texts, "not-kept", reason = why)),
            },
            Intent::Replace { index, ask } => match session.replace(court, index, ask.clone()) {
                Ok(dropped) => {
                    desk.refused = None;
                    desk.aim = None;
                    sent(desk, &ask);
                    self.message = orders::dropped(session, court, &dropped);
                }
                Err(Trouble::Refused(why)) => {
                    desk.refused = Some(super::desk::Refused { ask, why });
                }
                Err(Trouble::NotKept(why)) => {
                    self.message = Some(tr!(self.texts, "not-kept", reason = why));
                }
            },
            Intent::SetByHand(given) => {
                let Some(beside) = &mut desk.bench else {
                    return;
                };
                let done = session.set(&given);
                let (texts, view) = (session.texts(), session.view(court));
                beside.set = Some(match done {
                    Ok(()) => {
                        let what = hand::given(texts, &view, &given);
                        tr!(texts, "bench-set-done", what = what)
                    }
                    Err(NotSet::Unset(why)) => hand::unset(texts, &view, why),
                    Err(NotSet::NotKept(why)) => tr!(texts, "not-kept", reason = why),
                });
                desk.refused = None;
                anew(desk);
            }
            Intent::WordRead => {
                desk.word = None;
            }
            Intent::Seek(decision) => {
                let Some(beside) = desk.bench.as_mut().filter(|b| !b.seeking) else {
                    return;
                };
                beside.seeking = true;
                let (send, receive) = channel();
                self.seeking = Some(receive);
                let book = session.engine().book().clone();
                std::thread::spawn(move || {
                    // Nobody waits any more where the window was closed.
                    let _ = send.send(Box::new(seek(&book, decision)));
                });
            }
            Intent::LookBack(go) => {
                self.looking = if go && session.engine().ended().is_some() {
                    Looking::begin(self.store.turning(&game.save))
                } else {
                    let mut stopped = std::mem::take(&mut self.looking);
                    stopped.stop();
                    stopped
                };
            }
            Intent::EndTurn | Intent::RunOn => {
                let run = intent == Intent::RunOn;
                if let Some(run) = game.desks.end(desk, run, &mut self.message) {
                    self.pass(if run { RUN_XUN } else { 1 });
                }
            }
            Intent::Show(panel) => {
                desk.panel = panel;
                desk.map_up = false;
                desk.aim = None;
            }
            Intent::Matter(decision) => {
                desk.matter = Some(decision);
                desk.chosen = None;
                desk.focus = None;
                desk.overview = false;
                desk.panel = Panel::Council;
                desk.map_up = false;
            }
            Intent::Overview => {
                desk.overview = true;
                desk.panel = Panel::Council;
                desk.map_up = false;
                desk.aim = None;
            }
            Intent::Lay(overlay) => {
                desk.overlay = overlay;
                desk.sure = None;
            }
            Intent::Focus(row) => desk.focus = Some(row),
            Intent::Select(thing) => desk.selected = thing,
            Intent::Aim(aim) => {
                desk.refused = None;
                desk.aim = aim;
            }
            Intent::Brush(brush) => {
                desk.refused = None;
                desk.brush = brush.map(|brush| *brush);
                desk.panel = Panel::Treaties;
                desk.map_up = false;
            }
            Intent::Open(topic) => {
                desk.topics.retain(|t| *t != topic);
                desk.topics.push(topic);
                desk.panel = Panel::Codex;
                desk.map_up = false;
            }
            Intent::Back => drop(desk.topics.pop()),
            Intent::Search(words) => desk.search = words,
            Intent::Look(camera) => {
                desk.camera = camera;
                desk.glide = None;
            }
            Intent::Glide(camera) => {
                let still = self.settings.reduced_motion;
                glide(desk, camera, still, self.beneath.as_ref());
            }
            Intent::Centre(thing) => {
                if let Some(spot) = where_is(session, court, thing) {
                    let camera = Camera {
                        centre: spot,
                        ..desk.camera
                    };
                    let still = self.settings.reduced_motion;
                    glide(desk, camera, still, self.beneath.as_ref());
                    desk.selected = Some(thing);
                }
            }
            Intent::SwapMap => desk.map_up = !desk.map_up,
            Intent::PutAway => {
                desk.refused = None;
                // What was decided stays open; only the slip about it goes.
                desk.matter = desk.chosen.take().or(desk.matter);
            }
            Intent::SkipMotion => desk.motion = 1.0,
            _ => {}
        }
    }

    /// Ends turns: one, or up to so many until something needs eyes.
    fn pass(&mut self, most: u16) {
        let Some(game) = &mut self.game else {
            return;
        };
        let (send, receive) = channel();
        let before = std::mem::replace(&mut game.at, At::Away(receive));
        let At::Desk(mut session) = before else {
            game.at = before;
            return;
        };
        for desk in game.desks.every(&mut game.desk) {
            desk.word = None;
            desk.was = map::standing(&session.view(desk.court));
        }
        std::thread::spawn(move || {
            let mut limit = most > 1;
            // Where courts sit by the month a sitting is three xun.
            let until = session.engine().turn().0.saturating_add(most);
            let done = loop {
                let done = session.end_turn();
                let courts = session.courts();
                if done.is_err() || courts.iter().any(|c| table::needs_eyes(&session, *c)) {
                    limit = false;
                    break done;
                }
                if session.engine().turn().0 >= until {
                    break done;
                }
                // Nobody has read what these days brought; what the last of them opens on is put before somebody.
                session.unread();
            };
            // The table lies open now, whether or not the court sits: what is on it is not told again.
            if let [court] = session.courts()[..] {
                session.read(court);
            }
            // Nobody waits any more where the window was closed.
            let _ = send.send((session, done, limit));
        });
        let back = match &game.at {
            At::Away(receive) => receive.recv_timeout(FRAME),
            At::Desk(_) => return,
        };
        match back {
            Ok(back) => self.turn_passed(back),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => self.lost(),
        }
    }

    /// A turn has passed: a fresh desk for every court, the same map.
    fn turn_passed(&mut self, (session, done, limit): Passed) {
        let Some(game) = &mut self.game else {
            return;
        };
        let over = session.engine().ended().is_some();
        let word = (limit && !over).then(|| tr!(self.texts, "run-limit", n = RUN_XUN));
        let moving = self.settings.show_marches && !self.settings.reduced_motion;
        for desk in game.desks.every(&mut game.desk) {
            desk.chosen = None;
            desk.refused = None;
            desk.aim = None;
            desk.matter = None;
            desk.focus = None;
            desk.done.clear();
            anew(desk);
            desk.overlay = None;
            desk.word.clone_from(&word);
            desk.motion = if moving { 0.0 } else { 1.0 };
            if over {
                desk.panel = Panel::Debrief;
            } else {
                // News first, then what waits.
                desk.overview = has_news(&session, desk.court);
                if !session.waiting(desk.court).is_empty() {
                    desk.panel = Panel::Council;
                }
            }
        }
        game.desks.passed(&mut game.desk, &session);
        game.at = At::Desk(session);
        if let Err(why) = done {
            self.message = Some(tr!(self.texts, "not-kept", reason = why));
        }
    }
}

/// Another game lies on the desk: what was chosen, selected or half written belonged to the one before.
fn fresh_desk(desk: &mut Desk, desks: &mut Desks, session: &Session) {
    let courts = session.courts();
    let sits = courts.iter().find(|court| **court == desk.court);
    let court = sits.or(courts.first()).copied().unwrap_or(desk.court);
    let book = session.engine().book();
    let seat = session.view(court).realm().seat;
    let new = Desk::new(court, spot(book, seat.index()));
    let camera = if court == desk.court {
        desk.camera
    } else {
        new.camera
    };
    *desk = Desk {
        camera,
        panel: desk.panel,
        overlay: desk.overlay,
        search: std::mem::take(&mut desk.search),
        bench: desk.bench.take(),
        ..new
    };
    if session.engine().ended().is_some() {
        desk.panel = Panel::Debrief;
    } else if desk.panel == Panel::Debrief {
        desk.panel = Panel::default();
    }
    desks.anew(desk, session);
}

/// Sends the map gliding; a cut where nothing is to move, or where the way is longer than two screens.
fn glide(desk: &mut Desk, to: Camera, still: bool, beneath: Option<&Beneath>) {
    let width = beneath.map_or(0.0, |b| f64::from(b.rect.width().max(b.rect.height())));
    let far = desk.camera.centre.km(to.centre) > 2.0 * width * desk.camera.km_per_point;
    if still || far {
        desk.camera = to;
        desk.glide = None;
    } else {
        desk.glide = Some(Glide {
            from: desk.camera,
            to,
            part: 0.0,
        });
    }
}

/// The window while a turn passes.
fn passing(ui: &Ui, look: &Look, texts: &Texts) {
    let whole = ui.max_rect();
    widgets::ground(ui, look, whole, widgets::Ground::Hi);
    ui.painter().text(
        whole.center(),
        egui::Align2::CENTER_CENTER,
        texts.t("shell-passing"),
        Type::Heading.font(),
        look.ink.ink2,
    );
}

/// A part of the window with its own corner and clip.
fn part(ui: &mut Ui, rect: Rect, salt: &str, draw: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    draw(&mut child);
}

/// What a paper under the brush was to replace is gone: it is sent for itself.
const fn anew(desk: &mut Desk) {
    if let Some(brush) = &mut desk.brush {
        brush.replaces = None;
    }
}

/// A paper that was sent is no longer under the brush.
fn sent(desk: &mut Desk, ask: &Ask) {
    if let Ask::Order(Order::Treat(treat)) = ask
        && matches!(**treat, Treat::Offer { .. })
    {
        desk.brush = None;
    }
}

/// Where something on the map is, as far as a court knows.
fn where_is(session: &Session, court: CourtId, thing: Thing) -> Option<Spot> {
    let (view, book) = (session.view(court), session.engine().book());
    let place = match thing {
        Thing::Place(place) => place,
        Thing::Army(army) => view
            .army(army)
            .map(|a| a.at)
            .or_else(|| view.sighting(army).map(|s| s.place))?,
    };
    Some(spot(book, place.index()))
}
