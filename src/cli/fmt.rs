//! `rivers fmt`: scenario files laid out alike.

use std::path::{Path, PathBuf};

use super::shelf::ron_files;
use super::{Failure, Outcome, Streams};
use crate::diagnostics::render;
use crate::diagnostics::source::Source;
use crate::scenario::layout::laid_out;

/// Lay scenario files out alike: indents, spaces and commas; lines stay where you broke them
///
/// Comments and texts are kept to the letter, and what a file means never changes. A file that cannot be read is left alone
/// and its mistakes are told.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes:\n  0  done; with --check, every file is laid out so\n  1  a file cannot be read, or with --check would change\n  2  used wrongly\n\nExamples:\n  rivers fmt my-scenario.ron\n  rivers fmt --check scenarios/"
)]
pub(super) struct Args {
    /// Files, or folders of them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Change nothing; name the files that would change
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Outcome {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in &args.files {
        if path.is_dir() {
            let found = ron_files(path);
            if found.is_empty() {
                let message = format!("there is no `.ron` file in the folder `{}`", path.display());
                return Err(Failure::Usage(message));
            }
            files.extend(found);
        } else if path.is_file() {
            files.push(path.clone());
        } else {
            let message = format!("there is no file `{}`", path.display());
            return Err(Failure::Usage(message));
        }
    }
    let (mut wrong, mut changed) = (false, 0_usize);
    for path in &files {
        let name = path.display().to_string();
        let bytes = std::fs::read(path)
            .map_err(|error| Failure::Wrong(format!("cannot read `{name}`: {error}")))?;
        let source = match Source::from_bytes(&name, bytes) {
            Ok(source) => source,
            Err(diagnostic) => {
                wrong = true;
                writeln!(streams.out, "{}", render::human(&diagnostic, None))?;
                continue;
            }
        };
        match laid_out(&name, source.text()) {
            Err(found) => {
                wrong = true;
                for diagnostic in &found {
                    writeln!(streams.out, "{}", render::human(diagnostic, Some(&source)))?;
                }
            }
            Ok(text) if text == source.text() => {}
            Ok(text) => {
                changed += 1;
                if args.check {
                    writeln!(streams.out, "{name} would change")?;
                } else {
                    write_whole(path, &text).map_err(|error| {
                        Failure::Wrong(format!("cannot write `{name}`: {error}"))
                    })?;
                    writeln!(streams.out, "{name} laid out")?;
                }
            }
        }
    }
    if changed == 0 && !wrong {
        let n = files.len();
        writeln!(
            streams.out,
            "{n} file{} laid out alike already",
            if n == 1 { "" } else { "s" }
        )?;
    }
    if wrong || (args.check && changed > 0) {
        return Err(Failure::Said);
    }
    Ok(())
}

/// Writes a file so that it is never there in part: beside it first, then in its place.
pub(super) fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, text)?;
    if let Ok(there) = std::fs::metadata(path) {
        std::fs::set_permissions(&beside, there.permissions())?;
    }
    std::fs::rename(&beside, path).inspect_err(|_| drop(std::fs::remove_file(&beside)))
}
