//! `rivers docs`: the reference of the scenario format.

use std::path::{Path, PathBuf};

use super::fmt::write_whole;
use super::{Failure, Outcome, Streams};
use crate::reference;

/// Write the reference of the scenario format: every field and word, with its meaning, unit, default and an example
///
/// One page, as HTML that needs no network or as Markdown, goes to the standard output or into a folder. The page has what
/// `rivers check` can say as well.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers docs > format.html                      and open it in a browser\n  rivers docs --format md --out .                format.md"
)]
pub(super) struct Args {
    /// As what
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    format: Format,
    /// Into this folder, not to the standard output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One HTML file
    Html,
    /// One Markdown file
    Md,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Outcome {
    let unwritten =
        |error: askama::Error| Failure::Wrong(format!("cannot write the page: {error}"));
    let (name, text) = match args.format {
        Format::Html => ("format.html", reference::html().map_err(unwritten)?),
        Format::Md => ("format.md", reference::markdown().map_err(unwritten)?),
    };
    let Some(folder) = &args.out else {
        return Ok(streams.out.write_all(text.as_bytes())?);
    };
    let path = folder.join(name);
    written(&path, &text)?;
    Ok(writeln!(streams.out, "{} written", path.display())?)
}

fn written(path: &Path, text: &str) -> Outcome {
    let cannot = |error| Failure::Wrong(format!("cannot write `{}`: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    write_whole(path, text).map_err(cannot)
}
