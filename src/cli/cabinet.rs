//! What the window finds and keeps on the disk: scenarios, saved games, settings. The window itself opens no files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::games::{self, Seated};
use super::list::line_of;
use super::shelf::{Found, Shelf};
use super::study::turning::live;
use super::{Failure, lesson};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::Ask;
use crate::journal::{self, Header, Journal};
use crate::panels::settings::Settings;
use crate::panels::store::{
    Branching, Card, LineJob, Opened, RecordLine, SaveId, Saved, ScenarioId, Store, TurningJob,
};
use crate::policy::Kind;
use crate::prose::texts::tr;
use crate::prose::{Texts, names, orders, sentence};
use crate::scenario::lesson::Held;
use crate::scenario::model::Scenario;
use crate::table::{self, Session, Step};

/// Games of a record line as the start screen shows it.
const LINE_GAMES: u64 = 100;

/// The scenarios by the name of their file, and by their id, read once.
#[derive(Default)]
struct Books(BTreeMap<String, Result<Arc<Scenario>, String>>);

/// The window's cabinet.
pub(super) struct Cabinet {
    shelf: Shelf,
    /// What was opened by its path.
    open: Vec<Found>,
    books: Books,
    texts: Texts,
    /// Saved games as they were when their file had this age and length.
    told: BTreeMap<PathBuf, (u64, u64, Saved)>,
}

impl Cabinet {
    /// A cabinet over the folders of this run, in the language that was asked for, else in the one of the settings; `open` is what was
    /// opened by its path.
    pub(super) fn new(shelf: Shelf, open: Vec<Found>) -> Self {
        let mut cabinet = Self {
            shelf,
            open,
            books: Books::default(),
            texts: Texts::default(),
            told: BTreeMap::new(),
        };
        if cabinet.shelf.language().is_none() {
            let language = cabinet.kept_settings().language;
            cabinet.shelf = cabinet.shelf.clone().in_language(Some(language));
        }
        cabinet
    }

    /// The shelf, in the language that scenarios are told in.
    pub(super) fn shelf(&self) -> Shelf {
        self.shelf.clone()
    }

    fn kept_settings(&self) -> Settings {
        // Settings that cannot be read are as good as none: nothing in them is worth refusing a start for.
        self.settings_path()
            .and_then(|path| fs::read(path).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    fn read_books(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        for found in self.shelf.all() {
            let name = found.name().to_owned();
            let shelf = &self.shelf;
            self.books.0.entry(name.clone()).or_insert_with(|| {
                let read = shelf.read(&found);
                read.scenario.clone().ok_or_else(|| read.told())
            });
            names.push(name);
        }
        names
    }

    /// A scenario of the shelf.
    fn book(&mut self, scenario: &ScenarioId) -> Result<Arc<Scenario>, String> {
        self.read_books();
        match self.books.0.get(&scenario.0) {
            Some(book) => book.clone(),
            None => self
                .shelf
                .find(&scenario.0)
                .and_then(|found| self.shelf.load(&found))
                .map_err(words),
        }
    }

    /// The scenario of a journal: the very text it was begun with, else one of the same id.
    fn book_of(&mut self, header: &Header) -> Option<Arc<Scenario>> {
        self.read_books();
        let books = || self.books.0.values().flatten();
        books()
            .find(|b| b.id == header.scenario && b.content_hash == header.content)
            .or_else(|| books().find(|b| b.id == header.scenario))
            .cloned()
    }

    fn path_of(&self, save: &SaveId) -> Result<PathBuf, String> {
        Ok(self.shelf.journals().map_err(words)?.join(&save.0))
    }

    /// What the store hands to the window.
    pub(super) fn opened(seated: Result<Seated, Failure>) -> Result<Opened, String> {
        let seated = seated.map_err(words)?;
        Ok(Opened {
            save: SaveId::of(&seated.path),
            session: seated.session,
            notes: seated.notes,
        })
    }

    /// A saved game as the list shows it.
    fn tell(&mut self, path: &Path, written: u64) -> Saved {
        let id = SaveId::of(path);
        let file = path.file_name().unwrap_or(path.as_os_str());
        let broken = |why: String| Saved {
            name: file.to_string_lossy().into_owned(),
            id: id.clone(),
            scenario: String::new(),
            courts: Vec::new(),
            day: None,
            turn: Turn(0),
            over: false,
            summary: why,
            written,
        };
        let journal = match journal::read(path) {
            Ok(journal) => journal,
            Err(error) => return broken(error.to_string()),
        };
        let Some(book) = self.book_of(&journal.header) else {
            return broken(tr!(
                self.texts,
                "save-no-scenario",
                scenario = journal.header.scenario.as_str()
            ));
        };
        let people: Vec<CourtId> = (0..book.courts.len())
            .map(CourtId::of)
            .filter(|c| journal.header.is_person(&book.courts[c.index()].id))
            .collect();
        let courts: Vec<String> = people.iter().map(|c| names::court(&book, *c)).collect();
        let name = journal.header.name.clone().unwrap_or_else(|| {
            tr!(
                self.texts,
                "save-usual-name",
                title = book.title.as_str(),
                courts = courts.join(", ")
            )
        });
        let mut saved = Saved {
            name,
            id,
            scenario: book.title.clone(),
            courts,
            day: None,
            turn: Turn(0),
            over: false,
            summary: String::new(),
            written,
        };
        match journal::replay(&book, &journal) {
            Err(error) => saved.summary = error.to_string(),
            Ok(played) => {
                let engine = &played.engine;
                let view = engine.view(people.first().copied().unwrap_or(CourtId(0)));
                saved.day = Some(view.day());
                saved.turn = view.turn();
                let ending = engine
                    .ended()
                    .map(|e| book.endings[e.index()].title.clone());
                saved.over = ending.is_some();
                // Whoever plays at this keyboard too is told nothing of the first court's affairs.
                let line = || match people.len() {
                    0 | 1 => table::in_a_line(&self.texts, &view),
                    _ => Some(self.texts.t("save-in-turn")),
                };
                saved.summary = ending
                    .or_else(line)
                    .map_or_else(|| self.texts.t("save-just-begun"), |line| sentence(&line));
            }
        }
        saved
    }

    /// What was asked in each turn of a saved game.
    fn turns_of(&mut self, journal: &Journal) -> Result<Vec<Branching>, String> {
        let Some(book) = self.book_of(&journal.header) else {
            return Err(tr!(
                self.texts,
                "save-no-scenario",
                scenario = journal.header.scenario.as_str()
            ));
        };
        let mut session = games::session(&book, &journal.header, self.shelf.texts());
        let shared = session.courts().len() > 1;
        let begun = |session: &Session| Branching {
            turn: session.engine().turn(),
            day: session.engine().day(),
            asked: Vec::new(),
        };
        let mut turns = vec![begun(&session)];
        for step in games::steps(&book, journal) {
            let asked = match &step {
                Step::Ask(court, ask) => Some(self.asked(&session, *court, ask)),
                Step::Undo(_) | Step::TurnEnded { .. } | Step::Set(_) | Step::Voted(..) => None,
            };
            session
                .replay(&step)
                .map_err(|mismatch| games::told(&mismatch))?;
            match step {
                Step::Ask(..) => {
                    if let (Some(turn), Some(asked)) = (turns.last_mut(), asked) {
                        turn.asked.push(asked);
                    }
                }
                Step::Undo(_) => {
                    if let Some(turn) = turns.last_mut() {
                        turn.asked.pop();
                    }
                }
                Step::TurnEnded { .. } if session.engine().ended().is_none() => {
                    turns.push(begun(&session));
                }
                Step::TurnEnded { .. } | Step::Set(_) | Step::Voted(..) => {}
            }
        }
        // Two people at one keyboard may not read here what the other asked for.
        if shared && session.engine().ended().is_none() {
            for turn in &mut turns {
                turn.asked = vec![self.texts.t("save-asked-apart")];
            }
        }
        Ok(turns)
    }

    fn asked(&self, session: &Session, court: CourtId, ask: &Ask) -> String {
        let view = session.view(court);
        match ask {
            Ask::Choose { decision, option } => chosen(view.book(), *decision, *option),
            Ask::Order(order) => sentence(&orders::order(&self.texts, &view, order)),
        }
    }

    fn settings_path(&self) -> Option<PathBuf> {
        self.shelf.data().map(|data| data.join("settings.json"))
    }
}

fn chosen(book: &Scenario, decision: DecisionId, option: OptionId) -> String {
    let matter = &book.decisions[decision.index()];
    let label = matter
        .options
        .get(option.index())
        .map_or("", |o| o.label.as_str());
    format!("{} {}", sentence(&matter.title), sentence(label))
}

/// What a failure says.
fn words(failure: Failure) -> String {
    match failure {
        Failure::Usage(text) | Failure::Wrong(text) => text,
        Failure::Output(error) => error.to_string(),
        Failure::Said | Failure::Misread | Failure::Helped => String::new(),
    }
}

impl Store for Cabinet {
    fn cards(&mut self) -> Vec<Card> {
        let names = self.read_books();
        names
            .into_iter()
            .filter_map(|name| {
                let book = self.books.0.get(&name)?.clone();
                Some(Card {
                    id: ScenarioId(name),
                    book,
                })
            })
            .collect()
    }

    fn record_line(&self, book: &Arc<Scenario>) -> LineJob {
        let book = book.clone();
        Box::new(move || {
            let (tuned, held_out) = line_of(&book, LINE_GAMES, NonZero::<usize>::MIN);
            RecordLine {
                games: LINE_GAMES,
                tuned,
                held_out,
            }
        })
    }

    fn turning(&self, save: &SaveId) -> TurningJob {
        let (path, shelf) = (self.path_of(save), self.shelf.clone());
        Box::new(move |stop, found| live(&path?, &shelf, (stop, found)).map_err(words))
    }

    fn saves(&mut self) -> Vec<Saved> {
        let Ok(folder) = self.shelf.journals() else {
            return Vec::new();
        };
        let mut files: Vec<(PathBuf, u64, u64)> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                let since = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
                (path.extension()? == "jsonl").then_some((
                    path,
                    since.as_nanos() as u64,
                    about.len(),
                ))
            })
            .collect();
        files.sort_by(|a, b| (b.1, &b.0).cmp(&(a.1, &a.0)));
        let mut out = Vec::new();
        for (path, written, len) in files {
            let saved = match self.told.get(&path) {
                Some((then, long, saved)) if (*then, *long) == (written, len) => saved.clone(),
                _ => {
                    let saved = self.tell(&path, written / 1_000_000_000);
                    self.told.insert(path, (written, len, saved.clone()));
                    saved
                }
            };
            out.push(saved);
        }
        out
    }

    fn begin(
        &mut self,
        scenario: &ScenarioId,
        courts: &[CourtId],
        seed: Option<u64>,
        against: Kind,
    ) -> Result<Opened, String> {
        let book = self.book(scenario)?;
        // Where people play every court there is nobody to play against.
        let mut open = (0..book.courts.len()).map(CourtId::of);
        let left = open.any(|c| book.courts[c.index()].playable && !courts.contains(&c));
        Self::opened(games::begin(
            &book,
            courts,
            left.then_some(against),
            seed,
            None,
            &self.shelf,
        ))
    }

    fn begin_lesson(&mut self, scenario: &ScenarioId, held: Held) -> Result<Opened, String> {
        let book = self.book(scenario)?;
        Self::opened(lesson::begin(&book, held, None, &self.shelf))
    }

    fn pages(&mut self, session: &Session, save: &SaveId) -> Result<Vec<String>, String> {
        lesson::pages_told(session, &self.path_of(save)?)
    }

    fn carry_on(&mut self, save: &SaveId, court: CourtId) -> Result<Opened, String> {
        let path = self.path_of(save)?;
        let before = journal::read(&path).map_err(|error| error.to_string())?;
        let (book, world) = games::world_after(&path, &self.shelf).map_err(words)?;
        // Whoever sat at a court sits at it again, and the other side is played as before.
        let old = self.book_of(&before.header);
        let own = old.and_then(|old| old.courts.get(court.index()).map(|c| c.id.clone()));
        let mut people: Vec<CourtId> = before
            .header
            .seats
            .keys()
            .filter(|id| before.header.is_person(id) || own.as_ref() == Some(*id))
            .filter_map(|id| book.court(id))
            .collect();
        people.sort();
        let against = before
            .header
            .seats
            .iter()
            .filter(|(id, _)| {
                book.court(id)
                    .is_some_and(|c| book.courts[c.index()].playable)
            })
            .find_map(|(_, seat)| Kind::of(seat));
        Self::opened(games::begin(
            &book,
            &people,
            against,
            None,
            Some(world),
            &self.shelf,
        ))
    }

    fn resume(&mut self, save: &SaveId) -> Result<Opened, String> {
        let path = self.path_of(save)?;
        Self::opened(games::resume(&path, None, &self.shelf))
    }

    fn turns(&mut self, save: &SaveId) -> Result<Vec<Branching>, String> {
        let path = self.path_of(save)?;
        let journal = journal::read(&path).map_err(|error| error.to_string())?;
        self.turns_of(&journal)
    }

    fn branch(&mut self, save: &SaveId, turn: Turn, name: &str) -> Result<Opened, String> {
        let path = self.path_of(save)?;
        Self::opened(games::branch(&path, turn, name, &self.shelf))
    }

    fn rename(&mut self, save: &SaveId, name: &str) -> Result<(), String> {
        let path = self.path_of(save)?;
        journal::rename(&path, name).map_err(|error| error.to_string())
    }

    fn discard(&mut self, save: &SaveId) -> Result<(), String> {
        let path = self.path_of(save)?;
        fs::remove_file(&path).map_err(|error| {
            tr!(
                self.texts,
                "save-not-discarded",
                path = path.display().to_string(),
                reason = error.to_string()
            )
        })
    }

    fn languages(&mut self) -> Vec<String> {
        self.shelf.languages(&self.open)
    }

    fn settings(&mut self) -> Settings {
        let mut settings = self.kept_settings();
        // What was asked for on the command line goes before what was set once.
        if let Some(language) = self.shelf.language() {
            language.clone_into(&mut settings.language);
        }
        settings
    }

    fn keep(&mut self, settings: &Settings) -> Result<(), String> {
        if self.shelf.language() != Some(settings.language.as_str()) {
            let language = Some(settings.language.clone());
            self.shelf = self.shelf.clone().in_language(language);
            self.books = Books::default();
            self.told.clear();
        }
        let Some(path) = self.settings_path() else {
            return Ok(());
        };
        let beside = path.with_extension("new");
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| {
                let mut file = fs::File::create(&beside)?;
                file.write_all(&serde_json::to_vec_pretty(settings)?)?;
                file.sync_data()?;
                fs::rename(&beside, &path)
            });
        written.map_err(|error| {
            let _ = fs::remove_file(&beside);
            tr!(
                self.texts,
                "settings-not-kept",
                path = path.display().to_string(),
                reason = error.to_string()
            )
        })
    }

    fn folder(&self) -> String {
        self.shelf
            .journals()
            .map_or_else(words, |path| path.display().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::Order;
    use crate::table::Trouble;

    fn cabinet(folder: &Path) -> Cabinet {
        Cabinet::new(Shelf::new(Some(folder.to_owned())), Vec::new())
    }

    /// A game is begun, played two turns, named, branched at its second turn and thrown away; each shows in the list.
    #[test]
    fn a_saved_game_from_its_beginning_to_the_bin() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cabinet = cabinet(folder.path());
        assert!(cabinet.saves().is_empty());
        let card = cabinet.cards().remove(0);
        let book = card.book.clone().expect("it loads");
        let song = book.court("song").expect("a court");
        let mut opened = cabinet
            .begin(&card.id, &[song], Some(3), Kind::Counsel)
            .expect("room");
        let order = Ask::Order(Order::Levy {
            place: book.place("kaifeng").expect("a place"),
            men: 1_000,
        });
        opened.session.ask(song, order).expect("lawful");
        opened.session.end_turn().expect("room");
        let hash = opened.session.engine().hash();
        opened.session.end_turn().expect("room");
        let save = opened.save.clone();
        // While it is on a desk nobody else may change it.
        assert!(cabinet.rename(&save, "Mine").is_err());
        drop(opened);
        cabinet.rename(&save, "  Mine ").expect("it is free");
        let list = cabinet.saves();
        assert_eq!((list.len(), list[0].name.as_str()), (1, "Mine"));
        assert_eq!((list[0].turn, list[0].over), (Turn(2), false));
        assert!(list[0].day.is_some() && !list[0].summary.is_empty());
        let turns = cabinet.turns(&save).expect("it plays");
        assert_eq!(turns.len(), 3);
        assert_eq!((turns[0].asked.len(), turns[1].asked.len()), (1, 0));
        let branch = cabinet.branch(&save, Turn(1), "What if").expect("room");
        assert_eq!(branch.session.engine().hash(), hash);
        let second = branch.save.clone();
        assert_ne!(second, save);
        drop(branch);
        assert!(cabinet.branch(&save, Turn(9), "Nothing").is_err());
        assert_eq!(cabinet.saves().len(), 2);
        let again = cabinet.resume(&save).expect("it plays");
        assert_eq!(again.session.engine().turn(), Turn(2));
        drop(again);
        // A copy that lies elsewhere is as good a game.
        let elsewhere = tempfile::tempdir().expect("a folder");
        let copy = elsewhere.path().join("copy.jsonl");
        fs::copy(&save.0, &copy).expect("room");
        let copied = cabinet.resume(&SaveId::of(&copy)).expect("it plays");
        assert_eq!(cabinet.turns(&copied.save).map(|turns| turns.len()), Ok(3));
        drop(copied);
        cabinet.discard(&second).expect("it is there");
        assert_eq!(cabinet.saves().len(), 1);
        assert!(cabinet.discard(&second).is_err());
    }

    /// Two people at one keyboard: the list of saved games tells neither of the affairs of the other, and the game goes on with both.
    #[test]
    fn a_game_of_two_is_kept_and_its_list_tells_nothing_of_either() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cabinet = cabinet(folder.path());
        let cards = cabinet.cards();
        let card = cards.iter().find(|card| card.id.0 == "jingkang");
        let card = card.expect("it is shipped").clone();
        let book = card.book.clone().expect("it loads");
        let courts = ["song", "jin"].map(|id| book.court(id).expect("a court"));
        let mut opened = cabinet
            .begin(&card.id, &courts, Some(3), Kind::Counsel)
            .expect("nobody is left to play against");
        let order = Ask::Order(Order::Levy {
            place: book.place("kaifeng").expect("a place"),
            men: 1_000,
        });
        opened.session.ask(courts[0], order).expect("lawful");
        let save = opened.save.clone();
        drop(opened);
        let again = cabinet.resume(&save).expect("it plays");
        assert_eq!(again.session.courts(), courts);
        assert_eq!(again.session.asks().len(), 1);
        drop(again);
        let apart = cabinet.texts.t("save-in-turn");
        assert_eq!(cabinet.saves()[0].summary, apart);
        let turns = cabinet.turns(&save).expect("it plays");
        assert_eq!(turns[0].asked, [cabinet.texts.t("save-asked-apart")]);
    }

    #[test]
    fn a_broken_save_is_shown_with_what_is_wrong() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cabinet = cabinet(folder.path());
        fs::create_dir_all(folder.path().join("journals")).expect("a folder");
        fs::write(folder.path().join("journals/odd.jsonl"), "no journal").expect("room");
        let list = cabinet.saves();
        assert_eq!((list.len(), list[0].day), (1, None));
        assert!(list[0].summary.contains("odd.jsonl"), "{}", list[0].summary);
        assert!(cabinet.resume(&list[0].id).is_err());
    }

    #[test]
    fn settings_are_kept_and_a_spoilt_file_does_no_harm() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = cabinet(folder.path());
        let settings = Settings {
            text_percent: 150,
            ..Settings::default()
        };
        first.keep(&settings).expect("room");
        assert_eq!(cabinet(folder.path()).settings(), settings);
        fs::write(folder.path().join("settings.json"), "{").expect("room");
        assert_eq!(cabinet(folder.path()).settings(), Settings::default());
    }

    #[test]
    fn where_nothing_can_be_written_games_and_settings_say_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("room");
        // A file stands where the folder should be.
        let mut cabinet = cabinet(&file);
        let card = cabinet.cards().remove(0);
        let why = cabinet
            .begin(&card.id, &[CourtId(0)], None, Kind::Counsel)
            .expect_err("no room");
        assert!(why.contains("--data"), "{why}");
        assert!(cabinet.keep(&Settings::default()).is_err());
        assert!(cabinet.saves().is_empty());
    }

    #[test]
    fn a_refused_order_is_no_trouble_to_the_journal() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cabinet = cabinet(folder.path());
        let card = cabinet.cards().remove(0);
        let book = card.book.clone().expect("it loads");
        let song = book.court("song").expect("a court");
        let mut opened = cabinet
            .begin(&card.id, &[song], Some(3), Kind::Counsel)
            .expect("room");
        let place = book.place("datong").expect("a place");
        let refused = opened
            .session
            .ask(song, Ask::Order(Order::Fortify { place }));
        assert!(matches!(refused, Err(Trouble::Refused(_))));
    }
}
