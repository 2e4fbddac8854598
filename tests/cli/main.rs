//! The command line as a process, and the journal that it keeps.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod bench;
mod commands;
mod coverage;
mod guide;
mod journal;
mod kill;
mod languages;
mod lesson;
mod study;
mod watch;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The scenario all tests share.
fn stage() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stage/stage.ron")
}

/// How a command ended.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

/// A command, with a data folder of its own.
struct Rivers {
    command: Command,
    input: String,
}

/// `rivers` with these arguments and this data folder.
fn rivers(data: &Path, args: &[&str]) -> Rivers {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rivers"));
    command
        .arg("--data")
        .arg(data)
        .args(args)
        // No test opens a window on the machine of whoever runs it.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Rivers {
        command,
        input: String::new(),
    }
}

impl Rivers {
    /// With this on its input.
    fn says(mut self, input: &str) -> Self {
        input.clone_into(&mut self.input);
        self
    }
    /// Runs to the end.
    fn ends(mut self) -> Ended {
        use std::io::Write;
        let mut child = self.command.spawn().expect("rivers starts");
        // A command that does not read is free not to.
        let _ = child
            .stdin
            .take()
            .expect("piped")
            .write_all(self.input.as_bytes());
        let output = child.wait_with_output().expect("rivers ends");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("output is text");
        Ended {
            code: output.status.code().expect("it was not killed"),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }
}

impl Ended {
    /// It ended with this code.
    #[track_caller]
    fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out:\n{}\nerr:\n{}", self.out, self.err);
        self
    }
    /// Its output holds this.
    #[track_caller]
    fn out(self, part: &str) -> Self {
        assert!(
            self.out.contains(part),
            "`{part}` is missing in:\n{}",
            self.out
        );
        self
    }
    /// Its errors hold this.
    #[track_caller]
    fn err(self, part: &str) -> Self {
        assert!(
            self.err.contains(part),
            "`{part}` is missing in:\n{}\nout:\n{}",
            self.err,
            self.out
        );
        self
    }
}

/// The journals in a data folder, sorted.
fn journals(data: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(data.join("journals"))
        .map(|dir| dir.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.sort();
    files
}
