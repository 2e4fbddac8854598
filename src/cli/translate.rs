//! `rivers translate`: the overlay of a scenario in another language, begun or brought up to date.

use std::path::PathBuf;

use super::fmt::write_whole;
use super::shelf::{Found, Origin, Shelf};
use super::{Failure, Outcome, Streams};
use crate::diagnostics::render;
use crate::diagnostics::source::Source;
use crate::scenario::load::held_by;
use crate::scenario::model::Scenario;
use crate::scenario::overlay::{Overlay, Part, update};

/// Begin or bring up to date the texts of a scenario in another language
///
/// The file lies beside the scenario and has its name with the language, as `my_siege.es.ftl`. Texts that are not translated are
/// written into it as notes. What is translated stays as it is; where the scenario's text has changed since, the new one is written
/// above it. `rivers check` tells what is missing, stale or of no use, and `--lang` shows the scenario so. Laid over a scenario, a
/// translation changes its words and nothing of the game; saved games go on in any language.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers translate my_siege.ron --lang es\n  rivers translate my_siege.ron --lang es --tables   its tables too: atlas.es.ftl, people.es.ftl …\n  rivers text my_siege.ron --lang es         play it so\n  rivers check my_siege.ron                  what is missing or stale"
)]
pub(super) struct Args {
    /// A scenario: its name, or the path of a file
    scenario: String,
    /// Write it to this file; else beside the scenario, or for one that comes with the game into your data folder
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The tables that it uses too, each in an overlay of its own: names and notes of places and people, titles of sources, terms
    #[arg(long, conflicts_with = "out")]
    tables: bool,
}

pub(super) fn run(
    args: &Args,
    lang: Option<&str>,
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Outcome {
    let Some(lang) = lang else {
        return Err(Failure::Usage(
            "say into which language, as `--lang es` or `--lang zh-Hant`".to_owned(),
        ));
    };
    let found = shelf.find(&args.scenario)?;
    let book = shelf.load(&found)?;
    let own = Sheet {
        file: &found.file,
        of: Part::Scenario,
        out: args.out.clone(),
    };
    own.write(&found, &book, lang, shelf, streams)?;
    if !args.tables {
        return Ok(());
    }
    for (file, text) in &shelf.read(&found).tables {
        // A table that cannot be read would not have let the scenario load.
        let Some(held) = held_by(file, text) else {
            continue;
        };
        let table = Sheet {
            file,
            of: Part::Table(&held),
            out: None,
        };
        table.write(&found, &book, lang, shelf, streams)?;
    }
    Ok(())
}

/// An overlay that is to be written.
struct Sheet<'s> {
    /// The file whose texts it translates.
    file: &'s str,
    of: Part<'s>,
    /// Where to, if not to where it is looked for.
    out: Option<PathBuf>,
}

impl Sheet<'_> {
    fn write(
        &self,
        found: &Found,
        book: &Scenario,
        lang: &str,
        shelf: &Shelf,
        streams: &mut Streams<'_>,
    ) -> Outcome {
        let stem = self.file.strip_suffix(".ron").unwrap_or(self.file);
        let name = format!("{stem}.{lang}.ftl");
        let path = match (&self.out, &found.origin) {
            (Some(path), _) => path.clone(),
            (None, Origin::File(file)) => file.with_file_name(&name),
            (None, Origin::Shipped) => shelf.scenarios()?.join(&name),
        };
        let there = if path.exists() {
            std::fs::read_to_string(&path).map_err(|error| {
                Failure::Wrong(format!("cannot read `{}`: {error}", path.display()))
            })?
        } else {
            // One that comes with the game, or lies elsewhere, is gone on with.
            let mut overlays = shelf.overlays(self.file, &found.origin).into_iter();
            overlays
                .find(|o| o.lang == lang)
                .map(|o| o.text)
                .unwrap_or_default()
        };
        let overlay = Overlay::read(&there);
        if !overlay.is_whole() {
            let shown = path.display().to_string();
            let source = Source::new(shown.as_str(), there.as_str());
            for diagnostic in overlay.check(&shown, book, self.of) {
                if diagnostic.key == "overlay-unreadable" {
                    writeln!(streams.out, "{}", render::human(&diagnostic, Some(&source)))?;
                }
            }
            return Err(Failure::Wrong(format!(
                "`{shown}` is not written anew while something in it cannot be read: it would be lost"
            )));
        }
        let (text, tally) = update(book, (self.file, self.of), lang, &overlay);
        write_whole(&path, &text).map_err(|error| {
            Failure::Wrong(format!("cannot write `{}`: {error}", path.display()))
        })?;
        Ok(writeln!(
            streams.out,
            "{} written: {} translated, {} stale, {} to be translated, {} of no use",
            path.display(),
            tally.done,
            tally.stale,
            tally.missing,
            tally.unused
        )?)
    }
}
