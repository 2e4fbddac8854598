//! `rivers new`: a scenario to begin from.

use std::path::{Path, PathBuf};

use super::fmt::write_whole;
use super::shelf::{Shelf, shipped};
use super::{Failure, Outcome, Streams};
use crate::scenario::layout::laid_out;

/// The small scenario that shows one of everything.
const BLANK: &str = include_str!("../../assets/new/blank.ron");

/// Begin a scenario of your own: a file that passes `rivers check` and plays as it stands
///
/// The file is written into the working folder, or with --shelf into the scenarios of your data folder; `play`, `text`, `list`
/// and `auto` find it by its name in either.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers new my_siege\n  rivers new my_jingkang --from jingkang\n  rivers new my_siege && rivers text my_siege"
)]
pub(super) struct Args {
    /// Its name and id: lower case letters, digits and underscores
    name: String,
    /// What to begin from: a small one with comments, or the whole of a scenario that comes with the game
    #[arg(long, value_name = "WHAT", default_value = "blank")]
    from: String,
    /// Into the scenarios of your data folder, not the working folder
    #[arg(long)]
    shelf: bool,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let name = args.name.strip_suffix(".ron").unwrap_or(&args.name);
    if !is_id(name) {
        return Err(Failure::Usage(format!(
            "`{name}` is no name for a scenario; write lower case letters, digits and underscores, as in `my_siege`"
        )));
    }
    // The tables go by names of their own, which a scenario beside them must not take.
    let taken = shelf.all().iter().any(|found| found.name() == name)
        || shipped(&format!("{name}.ron")).is_some();
    if taken {
        return Err(Failure::Usage(format!(
            "there is a scenario or table `{name}` already; take another name, as `{name}_2`"
        )));
    }
    let text = begun(name, &args.from)?;
    let folder = if args.shelf {
        shelf.scenarios()?
    } else {
        PathBuf::new()
    };
    let path = folder.join(format!("{name}.ron"));
    if path.exists() {
        return Err(Failure::Usage(format!(
            "there is a file `{}` already; take another name, or move it away",
            path.display()
        )));
    }
    write_whole(&path, &text)
        .map_err(|error| Failure::Wrong(format!("cannot write `{}`: {error}", path.display())))?;
    let shown = path.display();
    writeln!(
        streams.out,
        "{shown} written\n\n  rivers check {shown}\n  rivers text {name}\n  rivers fmt {shown}\n\nThe writer's guide is scenarios/README.md of the game's source."
    )?;
    Ok(())
}

/// The text of a new scenario.
fn begun(name: &str, from: &str) -> Result<String, Failure> {
    let title = title(name);
    if from == "blank" {
        return Ok(BLANK.replace("@NAME@", name).replace("@TITLE@", &title));
    }
    let file = format!("{}.ron", from.strip_suffix(".ron").unwrap_or(from));
    let scenario = shipped(&file).filter(|text| text.contains("\nScenario("));
    let Some(text) = scenario else {
        return Err(Failure::Usage(format!(
            "there is nothing called `{from}` to begin from; it may be `blank`, or a scenario that comes with the game: `jingkang`, `haishang`, `shaoxing`"
        )));
    };
    let stem = file.trim_end_matches(".ron");
    let (id, own) = (format!("id: \"{stem}\""), format!("id: \"{name}\""));
    let mut text = text.replacen(&id, &own, 1);
    // Its title stands after its id, and says that this is not the one that comes with the game.
    if let Some(at) = text
        .find(&own)
        .and_then(|at| text[at..].find("title: \"").map(|n| at + n))
        && let Some(end) = text[at + 8..].find("\",").map(|n| at + 8 + n)
    {
        text.replace_range(at..end, &format!("title: \"{title}"));
    }
    // A copy may be laid out anew; the file it comes from is not touched.
    Ok(laid_out(&file, &text).unwrap_or(text))
}

/// `My siege` for `my_siege`.
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).take(32).collect()
}

fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 60
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && Path::new(name).components().count() == 1
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
