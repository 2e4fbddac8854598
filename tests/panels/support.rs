//! A shell without a window, over a store that keeps nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use egui::Color32;
use egui_kittest::Harness;
use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::panels::intent::Intent;
use rivers_and_mountains::panels::look::Palette;
use rivers_and_mountains::panels::settings::Settings;
use rivers_and_mountains::panels::shell::Shell;
use rivers_and_mountains::panels::store::{
    Branching, Card, LineJob, Opened, RecordLine, SaveId, Saved, ScenarioId, Store, TurningJob,
};
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::record::Share;
use rivers_and_mountains::scenario::lesson::Held;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::study::results::Turning;
use rivers_and_mountains::table::lesson::{courts, others};
use rivers_and_mountains::table::{NoKeeper, Session};

use crate::common;
use crate::raster::Raster;

/// Jingkang and one of its courts.
pub(crate) fn jingkang(court: &str) -> (ScenarioId, CourtId) {
    let book = book();
    let court = book.court(court).expect("a court");
    (ScenarioId(book.id.clone()), court)
}

/// The shipped scenario, read once.
pub(crate) fn book() -> Arc<Scenario> {
    static BOOK: std::sync::OnceLock<Arc<Scenario>> = std::sync::OnceLock::new();
    BOOK.get_or_init(|| {
        let files: BTreeMap<String, String> = common::texts("scenarios");
        Arc::new(load("jingkang.ron", &files).expect("it loads").scenario)
    })
    .clone()
}

/// Another shipped scenario.
fn shipped(file: &str) -> Arc<Scenario> {
    let files: BTreeMap<String, String> = common::texts("scenarios");
    Arc::new(load(file, &files).expect("it loads").scenario)
}

/// A store that keeps nothing on any disk.
#[derive(Default)]
pub(crate) struct Shelf {
    pub(crate) settings: Settings,
    /// Languages in which there is an overlay: the only text it has is the title.
    pub(crate) languages: Vec<String>,
    /// The game that is saved is over, and can be looked back on again.
    pub(crate) over: bool,
    /// The scenario on the shelf; Jingkang where none is named.
    pub(crate) of: Option<Arc<Scenario>>,
}

impl Shelf {
    /// A game in that language.
    fn seated(&self, courts: &[CourtId], seed: u64) -> Opened {
        let (texts, keeper) = (Texts::default(), Box::new(NoKeeper));
        Opened {
            session: Session::new(self.told(), seed, courts, &[], texts, keeper),
            save: SaveId("test".to_owned()),
            notes: Vec::new(),
        }
    }
    /// The scenario in the language of the settings.
    fn told(&self) -> Arc<Scenario> {
        if let Some(book) = &self.of {
            return book.clone();
        }
        let language = &self.settings.language;
        if !self.languages.contains(language) {
            return book();
        }
        let mut told = (*book()).clone();
        told.title = format!("{} [{language}]", told.title);
        Arc::new(told)
    }
}

/// What is known of the turning points of some game after forty draws of luck.
fn turning() -> Turning {
    let share = r#"{"times": 10, "of": 40, "share": 2500, "low": 1400, "high": 4000}"#;
    let quantiles = r#"{"p05": 1, "p25": 2, "p50": 3, "p75": 4, "p95": 5}"#;
    let text = format!(
        r#"{{
            "about": {{
                "scenario": "jingkang", "title": "Jingkang", "title_zh": "靖康", "content": "0", "program": "0", "seats": [],
                "first_seed": 1, "games": 40, "planned": 240, "label": "in this model, with this policy: Song by counsel"
            }},
            "policy": "counsel", "seed": 7, "over": true,
            "headlines": [{{"id": "falls:kaifeng", "title": "Kaifeng falls", "kind": "falls"}}],
            "luck": [{{"headline": "falls:kaifeng", "happened": true, "odds": {share}, "luck": 7500}}],
            "standings": [{{"court": "song", "name": "Song", "points": -12, "better_than": 3100, "others": {quantiles}}}],
            "points": [{{
                "turn": 3, "day": "1125-12-01", "court": "song", "decision": "some_matter", "title": "A matter of weight",
                "chose": "stay", "weight": 3000, "options": [
                    {{"id": "stay", "label": "Stay", "chosen": true, "documented": false, "odds": [{share}], "standing_tenths": 0, "shifts": []}},
                    {{"id": "go", "label": "Go south", "chosen": false, "documented": true, "odds": [{share}], "standing_tenths": 0, "shifts": [{{
                        "headline": "falls:kaifeng", "reference": {share}, "changed": {share}, "by": -3000, "low": -3500, "high": -2500,
                        "only_reference": 12, "only_changed": 0, "unpaired": 1900, "verdict": "lowered"
                    }}]}}
                ]
            }}]
        }}"#
    );
    serde_json::from_str(&text).expect("it is what a study comes to")
}

impl Store for Shelf {
    fn cards(&mut self) -> Vec<Card> {
        vec![Card {
            id: ScenarioId("jingkang".to_owned()),
            book: Ok(self.told()),
        }]
    }
    fn record_line(&self, _: &Arc<Scenario>) -> LineJob {
        Box::new(|| RecordLine {
            games: 200,
            tuned: Share {
                inside: 89,
                of: 100,
            },
            held_out: Share {
                inside: 88,
                of: 100,
            },
        })
    }
    fn turning(&self, _: &SaveId) -> TurningJob {
        Box::new(|stop, found| {
            found(turning());
            while !stop.load(Ordering::Relaxed) {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            Ok(())
        })
    }
    fn saves(&mut self) -> Vec<Saved> {
        Vec::new()
    }
    fn begin(
        &mut self,
        _: &ScenarioId,
        courts: &[CourtId],
        seed: Option<u64>,
        _: Kind,
    ) -> Result<Opened, String> {
        Ok(self.seated(courts, seed.unwrap_or(7)))
    }
    fn begin_lesson(&mut self, _: &ScenarioId, held: Held) -> Result<Opened, String> {
        let book = self.told();
        let plan = book.lessons.iter().find(|plan| plan.id == held.plan);
        let plan = plan.ok_or("there is no such plan")?;
        let session = Session::new(
            book.clone(),
            7,
            &courts(&book, plan),
            &others(&book, plan),
            Texts::default(),
            Box::new(NoKeeper),
        );
        Ok(Opened {
            session: session.with_lesson(Some(held)),
            save: SaveId("test".to_owned()),
            notes: Vec::new(),
        })
    }
    fn pages(&mut self, _: &Session, _: &SaveId) -> Result<Vec<String>, String> {
        Ok(vec!["Written: page.html".to_owned()])
    }
    fn carry_on(&mut self, _: &SaveId, _: CourtId) -> Result<Opened, String> {
        Err("no scenario follows".to_owned())
    }
    fn resume(&mut self, save: &SaveId) -> Result<Opened, String> {
        let song = book().court("song").expect("a court");
        let mut opened = self.seated(&[song], 7);
        if self.over && save.0 == "test" {
            while opened.session.engine().ended().is_none() {
                opened.session.end_turn().expect("nothing is kept");
            }
            return Ok(opened);
        }
        if self.languages.is_empty() || save.0 != "test" {
            return Err("nothing is saved here".to_owned());
        }
        Ok(opened)
    }
    fn languages(&mut self) -> Vec<String> {
        self.languages.clone()
    }
    fn turns(&mut self, _: &SaveId) -> Result<Vec<Branching>, String> {
        if self.over {
            return Ok(Vec::new());
        }
        Err("nothing is saved here".to_owned())
    }
    fn branch(&mut self, _: &SaveId, _: Turn, _: &str) -> Result<Opened, String> {
        Err("nothing is saved here".to_owned())
    }
    fn rename(&mut self, _: &SaveId, _: &str) -> Result<(), String> {
        Ok(())
    }
    fn discard(&mut self, _: &SaveId) -> Result<(), String> {
        Ok(())
    }
    fn settings(&mut self) -> Settings {
        self.settings.clone()
    }
    fn keep(&mut self, settings: &Settings) -> Result<(), String> {
        self.settings = settings.clone();
        Ok(())
    }
    fn folder(&self) -> String {
        "nowhere".to_owned()
    }
}

/// The shell in a window of a size, without the window.
pub(crate) struct Window {
    shell: Rc<RefCell<Shell>>,
    harness: Harness<'static>,
    raster: Raster,
}

impl Window {
    /// At the start screen, with the settings as they come.
    pub(crate) fn new(width: f32, height: f32) -> Self {
        Self::with(Settings::default(), width, height)
    }
    /// At the start screen. The size is in pixels; larger text makes the window smaller in points, as in the real one.
    pub(crate) fn with(settings: Settings, width: f32, height: f32) -> Self {
        let store = Shelf {
            settings,
            ..Shelf::default()
        };
        Self::over(Box::new(store), width, height)
    }
    /// At the start screen over a store of one's own.
    pub(crate) fn over(store: Box<dyn Store>, width: f32, height: f32) -> Self {
        let shell = Rc::new(RefCell::new(Shell::new(store)));
        let zoom = shell.borrow().zoom();
        let drawn = shell.clone();
        let raster = Raster::default();
        let harness = Harness::builder()
            .with_size(egui::vec2(width / zoom, height / zoom))
            .with_pixels_per_point(zoom)
            .renderer(raster.clone())
            .build_ui(move |ui| {
                // The bench keeps a margin of its own; the window has none.
                let whole = ui.ctx().content_rect();
                let mut window = ui.new_child(egui::UiBuilder::new().max_rect(whole));
                window.set_clip_rect(whole);
                drawn.borrow_mut().draw(&mut window);
            });
        Self {
            shell,
            harness,
            raster,
        }
    }
    /// A game of Jingkang, in the settings as they come.
    pub(crate) fn game(court: &str, width: f32, height: f32) -> Self {
        let mut window = Self::new(width, height);
        let (scenario, court) = jingkang(court);
        window.ask(Intent::Begin { scenario, court });
        window
    }
    /// A game of another shipped scenario.
    pub(crate) fn game_of(file: &str, court: &str, settings: Settings, size: (f32, f32)) -> Self {
        let book = shipped(file);
        let court = book.court(court).expect("a court");
        let scenario = ScenarioId(book.id.clone());
        let store = Shelf {
            settings,
            of: Some(book),
            ..Shelf::default()
        };
        let mut window = Self::over(Box::new(store), size.0, size.1);
        window.ask(Intent::Begin { scenario, court });
        window
    }
    /// All lettering in sight, and where it is.
    pub(crate) fn lettering(&self) -> Vec<(String, egui::Rect)> {
        fn read(shape: &egui::Shape, clip: egui::Rect, out: &mut Vec<(String, egui::Rect)>) {
            match shape {
                egui::Shape::Vec(all) => all.iter().for_each(|one| read(one, clip, out)),
                egui::Shape::Text(text) => {
                    let rect = text.visual_bounding_rect();
                    if clip.contains_rect(rect.shrink(2.0)) {
                        out.push((text.galley.text().to_owned(), rect));
                    }
                }
                _ => {}
            }
        }
        let mut out = Vec::new();
        for clipped in &self.harness.output().shapes {
            read(&clipped.shape, clipped.clip_rect, &mut out);
        }
        out
    }
    /// The shell.
    pub(crate) fn shell(&self) -> std::cell::Ref<'_, Shell> {
        self.shell.borrow()
    }
    /// Does something to the shell that no panel asks for.
    pub(crate) fn with_shell(&mut self, act: impl FnOnce(&mut Shell)) {
        act(&mut self.shell.borrow_mut());
    }
    /// What is on the screen, by label: `window.find().get_by_label("…").click()`, then [`Window::frame`].
    pub(crate) fn find(&self) -> &Harness<'static> {
        &self.harness
    }
    /// The same, for keys: `window.hands().key_press(…)`.
    pub(crate) fn hands(&mut self) -> &mut Harness<'static> {
        &mut self.harness
    }
    /// Draws, carries out what was asked for, and draws again.
    pub(crate) fn frame(&mut self) {
        for _ in 0..2 {
            self.harness.step();
            self.shell.borrow_mut().settle(1.0);
        }
        // A turn may pass on another thread, and on a machine with other work take its time.
        let mut steps = 1;
        for _ in 0..20_000 {
            if !self.shell.borrow().is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
            self.shell.borrow_mut().settle(1.0);
            // What it brought up is drawn as often as if it had taken no time: a hand-over is deaf for a while.
            steps = 3;
        }
        for _ in 0..steps {
            self.harness.step();
        }
    }
    /// Asks for something as a panel would.
    pub(crate) fn ask(&mut self, intent: Intent) {
        self.shell.borrow_mut().ask_for(intent);
        self.shell.borrow_mut().settle(1.0);
        self.frame();
    }
    /// Clicks what has this label.
    pub(crate) fn click(&mut self, label: &str) {
        use egui_kittest::kittest::Queryable;
        self.harness.get_by_label(label).click();
        self.frame();
    }
    /// Presses a key.
    pub(crate) fn key(&mut self, key: egui::Key) {
        self.harness.key_press(key);
        self.frame();
    }
    /// Paints the screen into `$PICTURES/name.png`, if that is set. The ground of the map is the window's own and left plain.
    pub(crate) fn picture(&mut self, name: &str) {
        let ground = Palette::of(self.shell().settings().theme).map;
        picture(&self.harness, &self.raster, ground, name);
    }
}

/// Paints what a harness shows, over a ground, into `$PICTURES/name.png`, if that is set.
pub(crate) fn picture(harness: &Harness<'_>, raster: &Raster, ground: Color32, name: &str) {
    let Some(folder) = std::env::var_os("PICTURES") else {
        return;
    };
    let image = raster.paint(&harness.ctx, harness.output(), ground);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = std::path::Path::new(&folder).join(format!("{name}.png"));
    let file = std::io::BufWriter::new(std::fs::File::create(path).expect("a file"));
    let size = image.size.map(|n| u32::try_from(n).expect("a picture"));
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    let mut encoder = png::Encoder::new(file, size[0], size[1]);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&bytes))
        .expect("room on the disk");
}
