//! The smoke run: the game is begun, played and looked at in the real window without a person. A picture of each panel is handed
//! over, at usual and at the largest text, and one that is blank is a fault. For machines that build the game.

use bevy::prelude::*;
use bevy::render::render_resource::TextureFormat;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::time::Real;

use super::ground::Ground;
use super::host::Drawn;
use super::wake::Wake;
use super::{Report, Sink};
use crate::earth::Spot;
use crate::engine::Ask;
use crate::orders::Order;
use crate::painting::Picture;
use crate::panels::desk::{Camera, Panel};
use crate::panels::intent::{Intent, Screen};
use crate::panels::layout::Layout;
use crate::panels::settings::{Settings, Theme};
use crate::panels::shell::Shell;
use crate::prose::names;

/// The run fails when it takes longer.
const MOST_SECONDS: f32 = 170.0;
/// Frames that are let pass before a picture is taken: a sheet lays itself out, a face comes in.
const FRAMES: u32 = 6;
/// A ground that is not painted after so many seconds is a fault.
const PAINTING_SECONDS: f32 = 40.0;
/// A picture's part with fewer colours than this is blank.
const FEWEST_COLOURS: usize = 12;
/// So is one of which this share or more, in thousandths, is one colour.
const ONE_COLOUR: usize = 998;

/// What is done one after another.
#[derive(Clone, Debug)]
enum Step {
    /// Ask for this.
    Ask(Intent),
    /// Begin the first game there is.
    Begin,
    /// Take the first open choice of every matter that waits.
    Choose,
    /// Give an order that will be taken.
    Order,
    /// End the turn.
    EndTurn,
    /// Take a picture.
    Picture(String),
    /// The run is over.
    Over,
}

/// The run.
pub(super) struct Smoke {
    sink: Sink,
    report: Report,
    steps: std::collections::VecDeque<Step>,
    /// The settings as they were.
    settings: Settings,
    faults: Vec<String>,
    /// Orders still to be tried, and how many asks there were before.
    tries: Option<(Vec<Ask>, usize)>,
    frames: u32,
    seconds: f32,
    since_step: f32,
    taking: bool,
    /// Whether a choice was taken.
    chose: bool,
}

impl Smoke {
    pub(super) fn new(sink: Sink, shell: &Shell, report: Report) -> Self {
        let settings = shell.settings().clone();
        Self {
            sink,
            report,
            steps: plan(&settings).into(),
            settings,
            faults: Vec::new(),
            tries: None,
            frames: 0,
            seconds: 0.0,
            since_step: 0.0,
            taking: false,
            chose: false,
        }
    }
    fn next(&mut self) {
        self.steps.pop_front();
        self.frames = 0;
        self.since_step = 0.0;
    }
    fn fault(&mut self, what: impl Into<String>) {
        self.faults.push(what.into());
    }
}

/// The whole run.
fn plan(settings: &Settings) -> Vec<Step> {
    let mut steps = vec![
        Step::Ask(Intent::Settings(Settings {
            text_percent: 100,
            ..settings.clone()
        })),
        Step::Ask(Intent::Go(Screen::Start)),
        Step::Picture("start".to_owned()),
        Step::Begin,
        Step::Picture("council".to_owned()),
        Step::Choose,
        Step::Order,
    ];
    for _ in 0..6 {
        steps.extend([Step::Choose, Step::EndTurn]);
    }
    let panels = Panel::PLAYING.into_iter().chain([Panel::Map]);
    for (percent, size) in [(100, ""), (200, "-200")] {
        steps.push(Step::Ask(Intent::Settings(Settings {
            text_percent: percent,
            ..settings.clone()
        })));
        for panel in panels.clone() {
            steps.push(Step::Ask(Intent::Show(panel)));
            let name = format!("{panel:?}").to_lowercase();
            steps.push(Step::Picture(format!("{name}{size}")));
        }
    }
    // The ground from far and from near, in each theme.
    for (theme, far) in Theme::ALL.into_iter().zip([2.6, 1.3, 0.5]) {
        steps.extend([
            Step::Ask(Intent::Settings(Settings {
                text_percent: 100,
                theme,
                ..settings.clone()
            })),
            Step::Ask(Intent::Look(Camera {
                centre: Spot::of(114.0, 38.5),
                km_per_point: far,
            })),
            Step::Picture(format!("ground-{theme:?}").to_lowercase()),
        ]);
    }
    steps.extend([
        Step::Ask(Intent::Settings(Settings {
            text_percent: 200,
            ..settings.clone()
        })),
        Step::Ask(Intent::Go(Screen::Start)),
        Step::Picture("start-200".to_owned()),
        Step::Ask(Intent::Settings(settings.clone())),
        Step::Over,
    ]);
    steps
}

/// Does the next thing, once the last has come to rest. Runs between the layout and the carrying out.
#[expect(
    clippy::too_many_arguments,
    reason = "a system asks for what it touches"
)]
pub(super) fn step(
    smoke: Option<NonSendMut<'_, Smoke>>,
    mut shell: NonSendMut<'_, Shell>,
    ground: Res<'_, Ground>,
    drawn: Res<'_, Drawn>,
    time: Res<'_, Time<Real>>,
    mut commands: Commands<'_, '_>,
    wake: Res<'_, Wake>,
    mut exit: MessageWriter<'_, AppExit>,
) {
    let Some(mut smoke) = smoke else {
        return;
    };
    wake.now();
    smoke.seconds += time.delta_secs();
    smoke.since_step += time.delta_secs();
    smoke.frames += 1;
    let Some(step) = smoke.steps.front().cloned() else {
        return;
    };
    if smoke.seconds > MOST_SECONDS {
        smoke.fault(format!("the run took too long; it came to {step:?}"));
        let restore = Step::Ask(Intent::Settings(smoke.settings.clone()));
        smoke.steps = [restore, Step::Over].into();
        smoke.seconds = f32::MIN;
        smoke.taking = false;
        return;
    }
    let in_game = *shell.screen() == Screen::Game;
    // A turn passes, or the last step has not been drawn yet.
    if smoke.taking || smoke.frames < 2 || (in_game && shell.session().is_none()) {
        return;
    }
    match step {
        Step::Ask(intent) => {
            shell.ask_for(intent);
            smoke.next();
        }
        Step::Begin => {
            let begin = shell.cards().iter().find_map(|card| {
                let book = card.book.as_ref().ok()?;
                let court = book.court("song")?;
                Some(Intent::Begin {
                    scenario: card.id.clone(),
                    court,
                })
            });
            match begin {
                Some(begin) => shell.ask_for(begin),
                None => smoke.fault("there is no scenario with a Song court"),
            }
            smoke.next();
        }
        Step::Choose => {
            if !try_next(&mut smoke, &mut shell, choices) {
                smoke.chose |= shell.session().is_some_and(|session| {
                    let mut asks = session.asks().iter();
                    asks.any(|(_, ask)| matches!(ask, Ask::Choose { .. }))
                });
                smoke.next();
            }
        }
        Step::Order => {
            if !try_next(&mut smoke, &mut shell, orders) {
                let given = shell.session().is_some_and(|session| {
                    session
                        .asks()
                        .iter()
                        .any(|(_, ask)| matches!(ask, Ask::Order(_)))
                });
                if !given {
                    smoke.fault("no order could be given");
                }
                smoke.next();
            }
        }
        Step::EndTurn => {
            let before = shell.session().map(|session| session.asks().len());
            if before.is_none() {
                smoke.fault("there is no game whose turn could end");
            }
            shell.ask_for(Intent::EndTurn);
            smoke.next();
        }
        Step::Picture(name) => {
            let painted = ground.is_painted();
            if !painted || shell.is_busy() {
                smoke.frames = 0;
            }
            let rested = smoke.frames >= FRAMES;
            if !(rested && painted) && smoke.since_step < PAINTING_SECONDS {
                return;
            }
            if !painted {
                smoke.fault(format!("{name}: the ground was not painted in time"));
            }
            let parts = parts(&shell, &drawn);
            smoke.taking = true;
            commands.spawn(Screenshot::primary_window()).observe(
                move |shot: On<'_, '_, ScreenshotCaptured>, smoke: NonSendMut<'_, Smoke>| {
                    taken(smoke.into_inner(), &name, &parts, &shot.image);
                },
            );
        }
        Step::Over => {
            if !smoke.chose {
                smoke.fault("no choice could be taken");
            }
            let faults = std::mem::take(&mut smoke.faults);
            smoke.report.with(|known| known.faults = Some(faults));
            smoke.steps.clear();
            exit.write(AppExit::Success);
        }
    }
}

/// Asks for the next of what may be asked, until one is taken. False when nothing is left to try.
fn try_next(smoke: &mut Smoke, shell: &mut Shell, all: fn(&Shell) -> Vec<Ask>) -> bool {
    let given = shell.session().map_or(0, |session| session.asks().len());
    let (mut left, before) = match smoke.tries.take() {
        Some(tries) => tries,
        None => (all(shell), given),
    };
    if given > before {
        // One was taken. Another matter may wait; an order is enough.
        left = if left.iter().any(|ask| matches!(ask, Ask::Choose { .. })) {
            all(shell)
        } else {
            Vec::new()
        };
    }
    let Some(ask) = left.pop() else {
        return false;
    };
    shell.ask_for(Intent::Ask(ask));
    smoke.tries = Some((left, given));
    smoke.frames = 0;
    true
}

/// The choices that may be open, the first to be tried last in the list.
fn choices(shell: &Shell) -> Vec<Ask> {
    let (Some(session), Some(desk)) = (shell.session(), shell.desk()) else {
        return Vec::new();
    };
    let book = session.engine().book();
    let waiting = session.waiting(desk.court);
    let mut all: Vec<Ask> = waiting
        .into_iter()
        .flat_map(|(_, decision)| {
            let options = names::options(book, decision).into_iter();
            options.map(move |option| Ask::Choose { decision, option })
        })
        .collect();
    all.reverse();
    all
}

/// Marches that may be lawful, the first to be tried last in the list.
fn orders(shell: &Shell) -> Vec<Ask> {
    let (Some(session), Some(desk)) = (shell.session(), shell.desk()) else {
        return Vec::new();
    };
    let atlas = &session.engine().book().atlas;
    let mut all: Vec<Ask> = Vec::new();
    for army in session.view(desk.court).armies() {
        for (_, to) in &atlas.neighbours[army.at.index()] {
            let (army, to) = (army.id, *to);
            all.push(Ask::Order(Order::March { army, to }));
        }
    }
    all.reverse();
    all
}

/// The parts of the window that must not be blank, in pixels: left, top, right, bottom.
fn parts(shell: &Shell, drawn: &Drawn) -> Vec<(&'static str, [u32; 4])> {
    let pixels = |rect: egui::Rect| {
        [rect.min.x, rect.min.y, rect.max.x, rect.max.y]
            .map(|at| (at * drawn.pixels_per_point).round().max(0.0) as u32)
    };
    let desk = shell.desk().filter(|_| *shell.screen() == Screen::Game);
    let Some(desk) = desk else {
        return vec![("the window", pixels(drawn.window))];
    };
    let wide = shell.settings().plain_face;
    let layout = Layout::of(drawn.window, desk.panel, wide, desk.map_up);
    [
        ("the sheet", layout.sheet),
        ("the map", layout.map),
        ("the strip", layout.strip),
        ("the rail", layout.rail),
    ]
    .into_iter()
    .filter(|(_, rect)| rect.is_positive())
    .map(|(name, rect)| (name, pixels(rect)))
    .collect()
}

/// A picture has come back from the driver.
fn taken(smoke: &mut Smoke, name: &str, parts: &[(&'static str, [u32; 4])], image: &Image) {
    smoke.taking = false;
    match picture(image) {
        Some(picture) => {
            for (part, rect) in parts {
                if is_blank(&picture, *rect) {
                    smoke.fault(format!("{name}: {part} is blank"));
                }
            }
            if let Err(why) = (smoke.sink)(name, &picture) {
                smoke.fault(format!("{name}: the picture could not be kept: {why}"));
            }
        }
        None => smoke.fault(format!("{name}: the driver gave no picture")),
    }
    smoke.next();
}

/// A screenshot as a picture.
fn picture(image: &Image) -> Option<Picture> {
    let mut rgba = image.data.clone()?;
    let size = image.size();
    match image.texture_descriptor.format {
        TextureFormat::Rgba8UnormSrgb | TextureFormat::Rgba8Unorm => {}
        TextureFormat::Bgra8UnormSrgb | TextureFormat::Bgra8Unorm => {
            for pixel in rgba.chunks_exact_mut(4) {
                pixel.swap(0, 2);
            }
        }
        _ => return None,
    }
    for pixel in rgba.chunks_exact_mut(4) {
        pixel[3] = 255;
    }
    (rgba.len() == (size.x * size.y * 4) as usize).then_some(Picture {
        width: size.x,
        height: size.y,
        rgba,
    })
}

/// Whether hardly anything is to be seen in a part of a picture.
fn is_blank(picture: &Picture, [left, top, right, bottom]: [u32; 4]) -> bool {
    let mut counts = std::collections::BTreeMap::<[u8; 3], usize>::new();
    let mut all = 0;
    for y in top..bottom.min(picture.height) {
        for x in left..right.min(picture.width) {
            let at = ((y * picture.width + x) * 4) as usize;
            let [r, g, b] = [0, 1, 2].map(|i| picture.rgba[at + i] & 0xF8);
            *counts.entry([r, g, b]).or_default() += 1;
            all += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or_default();
    counts.len() < FEWEST_COLOURS || most * 1000 >= all * ONE_COLOUR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_part_is_found_and_a_drawn_one_is_not() {
        let mut picture = Picture {
            width: 64,
            height: 64,
            rgba: vec![200; 64 * 64 * 4],
        };
        assert!(is_blank(&picture, [0, 0, 64, 64]));
        for (i, byte) in picture.rgba.iter_mut().enumerate() {
            if (i / 4) % 64 < 32 {
                *byte = (i / 7 % 256) as u8;
            }
        }
        assert!(!is_blank(&picture, [0, 0, 64, 64]));
        assert!(is_blank(&picture, [32, 0, 64, 64]));
    }
}
