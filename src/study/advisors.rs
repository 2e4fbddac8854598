//! How often what each voice expected came true.
//!
//! Each matter is answered with each of its open options in turn, with the same luck (see [`branches`](super::branches)); what every voice
//! that was heard expected is put to the test on its day, after the option it argued for and after the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::branches::{Asked, Desk, situations};
use super::odds::share;
use super::outcomes::Outcomes;
use super::results::{About, Advisors, Speaker, VoiceTold};
use super::run::{Line, Study};
use super::{Seats, opening};
use crate::base::ids::{OptionId, PersonId};
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::{Scenario, Voice};

/// How the voices of a scenario do.
#[derive(Debug)]
pub struct Voices {
    book: Arc<Scenario>,
    opening: Opening,
    seats: Seats,
    asked: Asked,
}

/// What is known of every voice of every decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums(Vec<Vec<OfVoice>>);

/// What is known of a voice: times it was right, of times it was put to the test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfVoice {
    taken: (u64, u64),
    not_taken: (u64, u64),
}

fn add(own: &mut (u64, u64), other: (u64, u64)) {
    own.0 += other.0;
    own.1 += other.1;
}

impl Voices {
    /// Those of a scenario, with these players.
    #[must_use]
    pub fn new(book: &Arc<Scenario>, seats: Seats) -> Self {
        Self {
            book: book.clone(),
            opening: opening(book.clone(), &seats),
            seats,
            asked: Asked {
                voices: true,
                ..Asked::all(book, Outcomes::new(Vec::new()))
            },
        }
    }

    /// What is known, with the scenario's names.
    #[must_use]
    pub fn told(&self, about: About, sums: &Sums) -> Advisors {
        let book = &self.book;
        let mut order: Vec<PersonId> = Vec::new();
        let mut speakers: BTreeMap<PersonId, (OfVoice, Vec<String>)> = BTreeMap::new();
        let mut voices = Vec::new();
        for (decision, of) in book.decisions.iter().zip(&sums.0) {
            for (voice, of) in decision.voices.iter().zip(of) {
                if of.taken.1 + of.not_taken.1 == 0 {
                    continue;
                }
                let (sum, courts) = speakers.entry(voice.who).or_insert_with(|| {
                    order.push(voice.who);
                    (OfVoice::default(), Vec::new())
                });
                add(&mut sum.taken, of.taken);
                add(&mut sum.not_taken, of.not_taken);
                let court = &book.courts[decision.court.index()].id;
                if !courts.contains(court) {
                    courts.push(court.clone());
                }
                let option = &decision.options[voice.argues_for.index()];
                voices.push(VoiceTold {
                    decision: decision.id.clone(),
                    decision_title: decision.title.clone(),
                    who: book.people[voice.who.index()].id.clone(),
                    name: book.people[voice.who.index()].name.clone(),
                    option: option.id.clone(),
                    option_label: option.label.clone(),
                    expects: voice.expects.clone(),
                    by: voice.by.to_string(),
                    taken: share(of.taken.0, of.taken.1),
                    not_taken: share(of.not_taken.0, of.not_taken.1),
                });
            }
        }
        let speakers = order.into_iter().filter_map(|who| {
            let (of, courts) = speakers.remove(&who)?;
            let person = &book.people[who.index()];
            Some(Speaker {
                id: person.id.clone(),
                name: person.name.clone(),
                name_zh: person.name_zh.clone(),
                courts,
                taken: share(of.taken.0, of.taken.1),
                not_taken: share(of.not_taken.0, of.not_taken.1),
            })
        });
        Advisors {
            about,
            speakers: speakers.collect(),
            voices,
        }
    }
}

impl Study for Voices {
    type Sums = Sums;

    fn nothing(&self) -> Sums {
        let of = |voices: &Vec<Voice>| vec![OfVoice::default(); voices.len()];
        Sums(self.book.decisions.iter().map(|d| of(&d.voices)).collect())
    }

    fn seed(&self, desk: &mut Desk, _: &Sums, seed: u64, sums: &mut Sums, _: &mut Vec<Line>) {
        for situation in situations(desk, &self.opening, seed, &self.seats, &self.asked) {
            let n = situation.decision.index();
            for (option, end) in situation.ends.iter().enumerate() {
                for (voice, so) in end.iter().flat_map(|end| &end.voices) {
                    let voice = usize::from(*voice);
                    let of = &mut sums.0[n][voice];
                    let taken =
                        self.book.decisions[n].voices[voice].argues_for == OptionId::of(option);
                    let of = if taken {
                        &mut of.taken
                    } else {
                        &mut of.not_taken
                    };
                    add(of, (u64::from(*so), 1));
                }
            }
        }
    }

    fn merge(&self, sums: &mut Sums, other: &Sums) {
        for (own, other) in sums.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            add(&mut own.taken, other.taken);
            add(&mut own.not_taken, other.not_taken);
        }
    }
}
