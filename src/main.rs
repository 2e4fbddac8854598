//! The `rivers` command.

/// Loading a scenario is mostly small allocations, and games on several threads are not few of them: a twentieth faster in all,
/// half the time to load.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    rivers_and_mountains::cli::run()
}
