//! `rivers completions`: what a shell needs to complete the command line.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Outcome, Streams};

/// Print a script that teaches your shell to complete `rivers`
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  rivers completions bash > ~/.local/share/bash-completion/completions/rivers\n  rivers completions fish > ~/.config/fish/completions/rivers.fish")]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Outcome {
    // Into memory first: the generator itself panics where its output cannot be written.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "rivers", &mut script);
    Ok(streams.out.write_all(&script)?)
}
