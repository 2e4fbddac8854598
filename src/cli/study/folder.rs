//! The folder of a study: its sums, from which it goes on, its results, and tables for other programs.
//!
//! The sums are replaced as a whole, so that whoever pulls the plug finds the old ones or the new. They say how long the table of games was
//! when they were written; what came after that is cut off before the study goes on.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::super::Failure;
use super::plan::{Plan, What};
use crate::study::run::Progress;

/// The form of the files.
const FORMAT: u32 = 1;

/// A study as it is kept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept<S> {
    format: u32,
    /// What was asked for.
    pub(super) plan: Plan,
    /// How far it has come.
    pub(super) progress: Progress<S>,
    /// How long the table of games was, bytes.
    pub(super) table: u64,
}

/// The folder of a study.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    what: What,
}

fn cannot(doing: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::Wrong(format!("cannot {doing} `{}`: {error}", path.display()))
}

impl Folder {
    /// The files of one kind of study in this folder.
    pub(super) fn new(path: &Path, what: What) -> Self {
        Self {
            path: path.to_owned(),
            what,
        }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the folder if it is not there.
    pub(super) fn make(&self) -> Result<(), Failure> {
        std::fs::create_dir_all(&self.path)
            .map_err(|error| cannot("make the folder", &self.path, &error))
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.path.join(format!("{}.{ending}", self.what.name()))
    }

    /// Where the sums are.
    pub(super) fn sums(&self) -> PathBuf {
        self.file("sums.json")
    }

    /// Where the table of games is.
    pub(super) fn table(&self) -> PathBuf {
        self.file("games.csv")
    }

    /// The study as it is kept here, if it is.
    pub(super) fn kept<S: DeserializeOwned>(&self) -> Result<Option<Kept<S>>, Failure> {
        let path = self.sums();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(cannot("read", &path, &error)),
        };
        let kept: Kept<S> = serde_json::from_str(&text).map_err(|error| {
            Failure::Wrong(format!("`{}` is not a study's: {error}", path.display()))
        })?;
        if kept.format != FORMAT {
            return Err(Failure::Wrong(format!(
                "`{}` was written by another version of the program; begin anew in another folder",
                path.display()
            )));
        }
        Ok(Some(kept))
    }

    /// What was asked for here, if anything.
    pub(super) fn plan(&self) -> Result<Option<Plan>, Failure> {
        Ok(self.kept::<serde::de::IgnoredAny>()?.map(|kept| kept.plan))
    }

    /// Keeps a study: the sums after the table.
    pub(super) fn keep<S: Serialize>(
        &self,
        plan: &Plan,
        progress: &Progress<S>,
        table: u64,
    ) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Keeping<'a, S> {
            format: u32,
            plan: &'a Plan,
            progress: &'a Progress<S>,
            table: u64,
        }
        self.replace(
            &self.sums(),
            &Keeping {
                format: FORMAT,
                plan,
                progress,
                table,
            },
        )
    }

    /// Writes what a study came to.
    pub(super) fn result(&self, result: &impl Serialize) -> Result<(), Failure> {
        self.replace(&self.file("json"), result)
    }

    /// Writes a table of what it came to.
    pub(super) fn small_table(&self, name: &str, rows: &[Vec<String>]) -> Result<(), Failure> {
        let path = self.file(&format!("{name}.csv"));
        let write = || {
            let mut writer = csv::Writer::from_path(&path)?;
            rows.iter().try_for_each(|row| writer.write_record(row))?;
            writer.flush()?;
            Ok(())
        };
        write().map_err(|error: csv::Error| cannot("write", &path, &error.into()))
    }

    fn replace(&self, path: &Path, value: &impl Serialize) -> Result<(), Failure> {
        let beside = path.with_extension("json.new");
        let write = || {
            let mut writer = io::BufWriter::new(File::create(&beside)?);
            serde_json::to_writer(&mut writer, value)?;
            writer.write_all(b"\n")?;
            writer
                .into_inner()
                .map_err(io::IntoInnerError::into_error)?
                .sync_data()?;
            std::fs::rename(&beside, path)
        };
        write().map_err(|error| cannot("write", path, &error))
    }

    /// The table of games, to be written from this byte on; at nought with its head.
    pub(super) fn games(&self, columns: &[String], from: u64) -> Result<Games, Failure> {
        let path = self.table();
        let open = || {
            let mut file = OpenOptions::new()
                .create(true)
                .write(true)
                .truncate(false)
                .open(&path)?;
            let length = file.metadata()?.len();
            if length < from {
                return Err(io::Error::other("it is shorter than it was"));
            }
            file.set_len(from)?;
            file.seek(SeekFrom::Start(from))?;
            Ok(file)
        };
        let file = open().map_err(|error| cannot("go on with", &path, &error))?;
        let mut games = Games {
            writer: csv::Writer::from_writer(file),
            path,
        };
        if from == 0 {
            games.add(std::slice::from_ref(&columns.to_vec()))?;
        }
        Ok(games)
    }
}

/// A table that grows with every game.
pub(super) struct Games {
    writer: csv::Writer<File>,
    path: PathBuf,
}

impl Games {
    /// Adds lines.
    pub(super) fn add(&mut self, lines: &[Vec<String>]) -> Result<(), Failure> {
        let mut write = || {
            lines
                .iter()
                .try_for_each(|line| self.writer.write_record(line))?;
            self.writer.flush()?;
            Ok(())
        };
        write().map_err(|error: csv::Error| cannot("write", &self.path, &error.into()))
    }

    /// Adds what another table has below its head.
    pub(super) fn add_table(&mut self, path: &Path) -> Result<(), Failure> {
        let mut copy = || {
            let mut reader = csv::Reader::from_path(path)?;
            for record in reader.byte_records() {
                self.writer.write_byte_record(&record?)?;
            }
            self.writer.flush()?;
            Ok(())
        };
        copy().map_err(|error: csv::Error| cannot("put together", path, &error.into()))
    }

    /// How long it is, bytes.
    pub(super) fn length(&self) -> Result<u64, Failure> {
        let length = self.writer.get_ref().metadata();
        Ok(length
            .map_err(|error| cannot("look at", &self.path, &error))?
            .len())
    }
}
