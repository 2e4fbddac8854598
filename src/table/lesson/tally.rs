//! Raised hands counted, and what they decide.

use crate::base::ids::OptionId;
use crate::base::luck::{Luck, Purpose};
use crate::engine::Engine;
use crate::scenario::lesson::{DecidedBy, Tie};

/// The most hands that can be typed for a course: three digits.
const MOST: u16 = 999;

/// Hands as they are being counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The courses that are open, in the order shown, each with its hands once they were counted.
    pub rows: Vec<(OptionId, Option<u16>)>,
    /// Which row is being counted, from 0.
    pub row: usize,
}

/// What hands decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decides {
    /// This.
    One(OptionId, DecidedBy),
    /// Nothing: as many are for each of these, and the chair has to say.
    Chair(Vec<OptionId>),
    /// Nothing: as many are for each of these, and the class votes again.
    Again(Vec<OptionId>),
}

impl Tally {
    /// Nobody was counted yet.
    #[must_use]
    pub fn new(open: impl IntoIterator<Item = OptionId>) -> Self {
        Self {
            rows: open.into_iter().map(|option| (option, None)).collect(),
            row: 0,
        }
    }
    /// Moves to another row, as far as there are some.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(by).min(last);
    }
    /// Goes to a row.
    pub fn go_to(&mut self, row: usize) {
        if row < self.rows.len() {
            self.row = row;
        }
    }
    /// A digit is typed behind those of the row.
    pub fn digit(&mut self, digit: u16) {
        if let Some((_, hands)) = self.rows.get_mut(self.row) {
            let now = hands.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            if now <= MOST {
                *hands = Some(now);
            }
        }
    }
    /// The last digit of the row is taken away.
    pub fn rub_out(&mut self) {
        if let Some((_, hands)) = self.rows.get_mut(self.row) {
            *hands = hands.map(|n| n / 10).filter(|n| *n > 0);
        }
    }
    /// How many hands a row has.
    pub fn set(&mut self, row: usize, hands: u16) {
        if let Some((_, counted)) = self.rows.get_mut(row) {
            *counted = Some(hands.min(MOST));
        }
    }
    /// How many hands were counted.
    #[must_use]
    pub fn hands(&self) -> u32 {
        self.rows
            .iter()
            .filter_map(|(_, n)| *n)
            .map(u32::from)
            .sum()
    }
    /// The hands for each course.
    #[must_use]
    pub fn counted(&self) -> Vec<(OptionId, u16)> {
        self.rows
            .iter()
            .map(|(o, n)| (*o, n.unwrap_or(0)))
            .collect()
    }
    /// What these hands decide. The lot is drawn from the luck of the game: the same in every game of this seed, and no roll of the rules.
    #[must_use]
    pub fn decides(&self, tie: Tie, engine: &Engine) -> Decides {
        let counted = self.counted();
        let most = counted.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let first: Vec<OptionId> = counted
            .iter()
            .filter(|(_, n)| *n == most)
            .map(|(o, _)| *o)
            .collect();
        match (&first[..], tie) {
            ([only], _) if most > 0 => Decides::One(*only, DecidedBy::Hands),
            // Where no hand was counted there is nothing to vote on again.
            (_, Tie::Chair) => Decides::Chair(first),
            _ if most == 0 => Decides::Chair(first),
            (_, Tie::Again) => Decides::Again(first),
            (_, Tie::Lot) => {
                let count = u32::try_from(first.len()).unwrap_or(1);
                let luck = Luck::new(engine.seed());
                let drawn = luck.roll(engine.turn(), Purpose::Policy, LOT, u32::from(most), count);
                match first.get(drawn as usize) {
                    Some(option) => Decides::One(*option, DecidedBy::Lot),
                    None => Decides::Chair(first),
                }
            }
        }
    }
}

/// What parts the lots of a class from the rolls of policies.
const LOT: u32 = 0xC1A5_5000;
