//! `rivers play`: the game in a window; where there can be none, it says so and starts the text game.

use std::path::PathBuf;

use super::auto::policy;
use super::{lesson, text};
use crate::policy::Kind;

/// Play in a window
///
/// Without a scenario the window opens at its start screen. Where no window can be opened, the text game starts instead.
#[derive(Debug, Default, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers play                          the start screen\n  rivers play jingkang --court jin     straight into a game\n  \
                  rivers play jingkang --court both    two people in turn at one keyboard\n  \
                  rivers play --resume saved.jsonl     go on with a saved game or lesson\n  rivers play jingkang --lesson        a lesson for a class, on the wall"
)]
pub(super) struct Args {
    /// A scenario: its name, or the path of a file
    scenario: Option<String>,
    /// Which court you play: song, jin, or both for two people in turn [default: song]
    #[arg(long, value_name = "COURT", conflicts_with = "resume")]
    court: Option<String>,
    /// Who plays the other court: counsel, counsel-cautious, counsel-bold, planner, record or random [default: counsel]
    #[arg(long, value_name = "LEVEL", value_parser = policy, conflicts_with = "resume")]
    against: Option<Kind>,
    /// The seed of the game's luck; any if left out
    #[arg(long, value_name = "N", conflicts_with = "resume")]
    seed: Option<u64>,
    /// Go on with a saved game
    #[arg(long, value_name = "JOURNAL")]
    resume: Option<PathBuf>,
    /// Begin the scenario that follows, in the world in which a saved game ended
    #[arg(long, value_name = "JOURNAL", conflicts_with_all = ["resume", "scenario"])]
    after: Option<PathBuf>,
    /// For writers: read the scenario's file anew whenever it is saved, and go on from the same xun; the writer's bench is open (key F2)
    #[arg(long, requires = "scenario")]
    watch: bool,
    /// For writers: lead a new game to this matter; the writer's bench is open (key F2)
    #[arg(long, value_name = "MATTER")]
    show: Option<String>,
    #[command(flatten)]
    taught: lesson::Args,
    /// Play by itself, leave pictures of every panel in this folder, and fail where one is blank
    #[arg(long, value_name = "DIR", hide = true)]
    smoke: Option<PathBuf>,
}

impl Args {
    /// The same for the text game.
    fn text(&self) -> text::Args {
        text::Args {
            scenario: self.scenario.clone(),
            court: self.court.clone(),
            against: self.against,
            seed: self.seed,
            resume: self.resume.clone(),
            after: self.after.clone(),
            watch: self.watch,
            show: self.show.clone(),
            taught: self.taught.clone(),
        }
    }
}

pub(super) use window::run;

#[cfg(not(feature = "desktop"))]
mod window {
    use super::super::{Failure, Outcome, Streams, shelf::Shelf, text};
    use super::Args;

    /// Why there is no window in this build.
    const WHY: &str = "this program was built without one";

    /// The text game stands in.
    pub(in super::super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
        if args.smoke.is_some() {
            return Err(Failure::Wrong(format!("no window: {WHY}")));
        }
        writeln!(
            streams.out,
            "No window is opened: {WHY}. This is the text game.\n"
        )?;
        text::run(&args.text(), shelf, streams)
    }
}

#[cfg(feature = "desktop")]
mod window {
    use std::fs;
    use std::io;
    use std::path::PathBuf;

    use super::super::bench::{self, Bench, Watched};
    use super::super::cabinet::Cabinet;
    use super::super::{
        Failure, Outcome, Streams, games, lesson, shelf::FIRST, shelf::Shelf, text,
    };
    use super::Args;
    use crate::desktop::{self, Ended, Options, Sink};
    use crate::painting::Picture;
    use crate::panels::intent::{Intent, Screen};
    use crate::panels::shell::Shell;
    use crate::panels::store::ScenarioId;

    pub(in super::super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
        args.text().led_only()?;
        if let Err(why) = desktop::can_start() {
            if args.smoke.is_some() {
                return Err(Failure::Wrong(format!("no window: {why}")));
            }
            writeln!(
                streams.out,
                "No window is opened: {why}. This is the text game.\n"
            )?;
            return text::run(&args.text(), shelf, streams);
        }
        let named = match &args.scenario {
            Some(named) => Some(shelf.find(named)?),
            None => None,
        };
        let cabinet = Cabinet::new(shelf.clone(), named.into_iter().collect());
        let shelf = &cabinet.shelf();
        let mut shell = Shell::new(Box::new(cabinet));
        let watched = match &args.scenario {
            Some(named) => Some(Watched::new(shelf.find(named)?, shelf)),
            None if args.show.is_some() => Some(Watched::new(shelf.find(FIRST)?, shelf)),
            None => None,
        };
        // Whoever opens a file by its path is its writer; a scenario that is called by its name is played.
        let at_bench = args.show.is_some()
            || args.watch
            || args.scenario.as_deref().is_some_and(|named| {
                args.taught.lesson.is_none()
                    && named.ends_with(".ron")
                    && watched.as_ref().is_some_and(Watched::is_a_file)
            });
        let led = match &args.show {
            Some(matter) => {
                let named = args.scenario.as_deref().unwrap_or(FIRST);
                let book = shelf.load(&shelf.find(named)?)?;
                Some(bench::led(&book, matter, shelf)?)
            }
            None => None,
        };
        let seated = match led {
            Some(led) => Some(led),
            None => match (&args.resume, &args.scenario) {
                (None, named) if args.taught.lesson.is_some() => {
                    let plan = args.taught.lesson.as_deref().unwrap_or_default();
                    let named = shelf.find(named.as_deref().unwrap_or(FIRST))?;
                    if plan.is_empty() {
                        let id = ScenarioId(named.name().to_owned());
                        shell.ask_for(Intent::Go(Screen::Lessons(id)));
                        None
                    } else {
                        let book = shelf.load(&named)?;
                        Some(lesson::begin(
                            &book,
                            args.taught.held(plan),
                            args.seed,
                            shelf,
                        )?)
                    }
                }
                (Some(path), named) => Some(games::resume(path, named.as_deref(), shelf)?),
                (None, None)
                    if args.court.is_none()
                        && args.against.is_none()
                        && args.seed.is_none()
                        && args.after.is_none() =>
                {
                    None
                }
                (None, named) => {
                    let (book, world) = match &args.after {
                        Some(journal) => games::world_after(journal, shelf)
                            .map(|(book, world)| (book, Some(world)))?,
                        None => {
                            let named = named.as_deref().unwrap_or(FIRST);
                            (shelf.load(&shelf.find(named)?)?, None)
                        }
                    };
                    let people = games::courts(&book, args.court.as_deref().unwrap_or("song"))?;
                    Some(games::begin(
                        &book,
                        &people,
                        args.against,
                        args.seed,
                        world,
                        shelf,
                    )?)
                }
            },
        };
        if let Some(seated) = seated {
            let bench = watched
                .filter(|_| at_bench)
                .map(|watched| Bench::new(watched, &seated, shelf));
            let opened = Cabinet::opened(Ok(seated)).map_err(Failure::Wrong)?;
            match bench {
                Some(bench) => shell.lay_at_bench(opened, Box::new(bench)),
                None => shell.lay(opened),
            }
        }
        if args.smoke.is_none() {
            let folder = shelf.journals().map_or_else(
                |_| "nowhere: give a folder with --data DIR".to_owned(),
                |path| path.display().to_string(),
            );
            writeln!(streams.out, "Games are saved in {folder}")?;
            streams.out.flush()?;
        }
        let options = Options {
            smoke: args.smoke.clone().map(sink).transpose()?,
        };
        match desktop::run(shell, options) {
            Ok(Ended::Left) => Ok(()),
            Ok(Ended::Broken(why)) => Err(Failure::Wrong(why)),
            Err(why) => Err(Failure::Wrong(format!(
                "the window could not be opened: {why}; `rivers text` plays in the terminal"
            ))),
        }
    }

    /// Writes pictures into a folder.
    fn sink(folder: PathBuf) -> io::Result<Sink> {
        fs::create_dir_all(&folder)?;
        Ok(Box::new(move |name: &str, picture: &Picture| {
            let file = fs::File::create(folder.join(format!("{name}.png")))?;
            let mut encoder =
                png::Encoder::new(io::BufWriter::new(file), picture.width, picture.height);
            encoder.set_color(png::ColorType::Rgba);
            encoder.set_depth(png::BitDepth::Eight);
            encoder
                .write_header()
                .and_then(|mut writer| writer.write_image_data(&picture.rgba))
                .map_err(io::Error::other)
        }))
    }
}
