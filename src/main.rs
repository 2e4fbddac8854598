//! The `rivers` command.
fn main() {}
