//! The exercise on the sources: claims to be held against the game. Find one that it bears out, and one that it speaks against.

use crate::prose::sentence;
use crate::prose::texts::{Texts, tr};
use crate::report::text::Words;
use crate::scenario::model::Scenario;
use crate::table::debrief::words::{Debrief, Row};

/// How many things are put before a pupil.
const THINGS: usize = 3;

/// Something that the sources tell, with their claims.
pub(super) struct Thing {
    pub(super) title: Words,
    pub(super) claims: Vec<Claim>,
    /// What the game made of it, for the teacher.
    pub(super) game: Words,
}

/// A claim, and what the game says to it.
pub(super) struct Claim {
    pub(super) sign: String,
    pub(super) says: Words,
    /// For the teacher.
    pub(super) answer: Words,
}

/// One thing on which the sources differ, one that came otherwise and one that came as recorded, as far as the game has them; the weightiest
/// of each.
pub(super) fn things(texts: &Texts, book: &Scenario, first: &Debrief) -> Vec<Thing> {
    let weight = |row: &&Row| {
        let weight = book.checkpoints[row.checkpoint.index()].weight;
        (weight, std::cmp::Reverse(row.checkpoint))
    };
    let mut rows: Vec<&Row> = Vec::new();
    let wanted: [fn(&Row) -> bool; 4] = [
        |row| row.claims.iter().any(|claim| claim.1),
        |row| !row.within,
        |row| row.within,
        |_| true,
    ];
    for wants in wanted {
        let fit = |row: &&Row| {
            !row.open
                && !row.claims.is_empty()
                && wants(row)
                && !rows.iter().any(|r| r.checkpoint == row.checkpoint)
        };
        let found = first.rows.iter().filter(fit).max_by_key(weight);
        if rows.len() < THINGS {
            rows.extend(found);
        }
    }
    rows.sort_by_key(|row| row.checkpoint);
    let mut number = 0;
    rows.into_iter()
        .map(|row| {
            let checkpoint = &book.checkpoints[row.checkpoint.index()];
            Thing {
                title: Words::of(&sentence(&row.title)),
                game: Words::of(&tr!(texts, "report-a-game", yours = row.yours.as_str())),
                claims: checkpoint
                    .claims
                    .iter()
                    .map(|claim| {
                        number += 1;
                        let source = &book.sources[claim.source.index()];
                        let key = match (claim.dissents, row.within) {
                            (false, true) => "report-a-borne-out",
                            (false, false) => "report-a-spoken-against",
                            (true, true) => "report-a-dissent-inside",
                            (true, false) => "report-a-dissent-outside",
                        };
                        // Whether it dissents from the others is for the pupil to find.
                        let said = tr!(
                            texts,
                            "report-claim",
                            source = source.title.split(" (").next().unwrap_or(&source.title),
                            says = sentence(&claim.says)
                        );
                        Claim {
                            sign: number.to_string(),
                            says: Words::of(&said),
                            answer: Words::of(&texts.t(key)),
                        }
                    })
                    .collect(),
            }
        })
        .collect()
}
