//! The `rivers` command.

fn main() -> std::process::ExitCode {
    rivers_and_mountains::cli::run()
}
