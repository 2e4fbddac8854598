//! Writing a paper: a line of plain words → a clause.

use std::collections::BTreeSet;

use super::find::{self, Unfound};
use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::prose::names::fold;
use crate::prose::numbers::GOODS;
use crate::prose::{Texts, bargain};
use crate::scenario::language::{Clause, Every, Good, Rank};
use crate::scenario::model::{ClauseNow, River};
use crate::table::writing::{TRUCE_XUN, WITHIN_XUN, payment as once, tribute};
use crate::view::View;

/// Why a clause was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no clause.
    NoClause,
    /// A name nobody answers to.
    Name(Unfound),
}

impl From<Unfound> for Unread {
    fn from(unfound: Unfound) -> Self {
        Self::Name(unfound)
    }
}

/// The court of this name: by its id, its name, or the beginning of either.
#[must_use]
pub fn court(view: &View<'_>, text: &str) -> Option<CourtId> {
    let wanted = fold(text);
    let courts = || view.book().courts.iter().enumerate();
    let found = courts()
        .find(|(_, c)| fold(&c.id) == wanted || fold(&c.name) == wanted || c.name_zh == text.trim())
        .or_else(|| {
            courts().find(|(_, c)| !wanted.is_empty() && fold(&c.name).starts_with(&wanted))
        });
    found.map(|(i, _)| CourtId::of(i))
}

/// The clauses, counted from nought, that a line names among so many: `2`, `2, 5`, `1-9`, `all`.
///
/// # Errors
/// The word that names none.
pub fn chosen(text: &str, clauses: usize) -> Result<BTreeSet<usize>, String> {
    let number = |word: &str| {
        word.parse::<usize>()
            .ok()
            .filter(|n| (1..=clauses).contains(n))
            .map(|n| n - 1)
    };
    let mut chosen = BTreeSet::new();
    for word in text.split([',', ' ']).filter(|w| !w.is_empty()) {
        let range = match word.split_once(['-', '–']) {
            _ if fold(word) == "all" => (clauses > 0).then(|| 0..=clauses - 1),
            Some((first, last)) => number(first).zip(number(last)).map(|(a, b)| a..=b),
            None => number(word).map(|n| n..=n),
        };
        let range = range.filter(|r| !r.is_empty());
        chosen.extend(range.ok_or_else(|| word.to_owned())?);
    }
    if chosen.is_empty() {
        return Err(text.trim().to_owned());
    }
    Ok(chosen)
}

/// The words of a clause, and the xun named at its end (`within 6`, `within 6 xun`).
fn within<'a>(words: &'a [&'a str]) -> (&'a [&'a str], Option<u8>) {
    let plain = match words.split_last() {
        Some((last, head)) if *last == "xun" => head,
        _ => words,
    };
    match plain {
        [head @ .., "within" | "in" | "for", n] => match n.parse() {
            Ok(n) => (head, Some(n)),
            Err(_) => (words, None),
        },
        _ => (words, None),
    }
}

fn place(view: &View<'_>, words: &[&str]) -> Result<PlaceId, Unread> {
    Ok(find::place(view, &words.join(" "))?)
}
fn person(view: &View<'_>, words: &[&str]) -> Result<PersonId, Unread> {
    Ok(find::person(view, &words.join(" "))?)
}

/// Reads a clause of a paper to a court: `we pay 200000 silver within 6`, `they cede taiyuan`, `peace`.
///
/// # Errors
/// When it is no clause, or names something that nobody answers to.
pub fn clause(
    texts: &Texts,
    view: &View<'_>,
    to: CourtId,
    line: &str,
) -> Result<ClauseNow, Unread> {
    let folded = fold(line);
    let all: Vec<&str> = folded.split_whitespace().collect();
    let (words, xun) = within(&all);
    let due_xun = xun.unwrap_or(WITHIN_XUN);
    let own = view.court();
    match words {
        ["peace"] => return Ok(Clause::Peace),
        ["truce"] => {
            return Ok(Clause::Truce {
                xun: xun.unwrap_or(TRUCE_XUN),
            });
        }
        ["market", rest @ ..] => {
            return Ok(Clause::Market {
                place: place(view, after(rest, &["at", "in"]))?,
            });
        }
        ["swear", _, ..] => {
            let words = line.trim().split_once(' ').map_or("", |(_, rest)| rest);
            return Ok(Clause::Oath {
                words: words.trim().to_owned(),
            });
        }
        ["border", river, who, "north" | "northern"] => {
            let river = match *river {
                "yellow" => River::Yellow,
                "huai" => River::Huai,
                "yangzi" | "yangtze" => River::Yangzi,
                _ => return Err(Unread::NoClause),
            };
            let north = match *who {
                "we" => own,
                "they" => to,
                _ => return Err(Unread::NoClause),
            };
            return Ok(Clause::Border {
                river,
                north,
                due_xun,
            });
        }
        _ => {}
    }
    let by = match words.first() {
        Some(&"we") => own,
        Some(&"they") => to,
        _ => return Err(Unread::NoClause),
    };
    duty(texts, view, by, &words[1..], due_xun)
}

fn after<'a, 'b>(words: &'b [&'a str], little: &[&str]) -> &'b [&'a str] {
    match words.split_first() {
        Some((first, rest)) if little.contains(first) => rest,
        _ => words,
    }
}

/// What one side is to do.
fn duty(
    texts: &Texts,
    view: &View<'_>,
    by: CourtId,
    words: &[&str],
    due_xun: u8,
) -> Result<ClauseNow, Unread> {
    Ok(match words {
        ["pay", rest @ ..] => return payment(view, by, rest, due_xun),
        ["cede", rest @ ..] => Clause::Cede {
            by,
            place: place(view, rest)?,
            due_xun,
        },
        ["share", rest @ .., "of", "common", "spoils"] | ["share", rest @ ..] => Clause::Share {
            by,
            place: place(view, rest)?,
            due_xun,
        },
        ["return" | "give", "back", "fugitives"] | ["return", "fugitives"] => {
            Clause::ReturnFugitives { by }
        }
        ["give", rest @ .., "as", "surety" | "hostage"] | ["give", rest @ ..] => Clause::Hostage {
            by,
            person: person(view, rest)?,
        },
        ["return", rest @ ..] => Clause::Return {
            by,
            person: person(view, rest)?,
            due_xun,
        },
        ["withdraw"] => Clause::Withdraw { by, due_xun },
        ["keep", "out", rest @ ..] => Clause::KeepOut {
            by,
            places: after(rest, &["of"])
                .split(|w| *w == "and")
                .map(|words| place(view, words))
                .collect::<Result<_, _>>()?,
        },
        ["leave", "people", rest @ ..] => Clause::LeavePeople {
            by,
            places: after(rest, &["of"])
                .split(|w| *w == "and")
                .map(|words| place(view, words))
                .collect::<Result<_, _>>()?,
        },
        ["guard", "with", men] | ["guard", men] => Clause::Guard {
            by,
            men: men.parse().map_err(|_| Unread::NoClause)?,
        },
        ["build", "nothing"] => Clause::NoWorks { by },
        ["shelter", "nobody"] => Clause::NoShelter { by },
        ["lure", "nobody"] => Clause::NoLure { by },
        ["submit"] => Clause::Submit { by },
        ["write", "as", rank] => {
            let rank = match *rank {
                "equal" => Rank::Equal,
                "younger" | "brother" => Rank::Younger,
                "nephew" => Rank::Nephew,
                "subject" => Rank::Subject,
                _ => return Err(Unread::NoClause),
            };
            Clause::Address {
                by,
                form: bargain::form(texts, rank),
                rank,
            }
        }
        ["fight", against, rest @ ..] => Clause::Campaign {
            by,
            against: court(view, against).ok_or(Unread::NoClause)?,
            place: place(view, after(rest, &["at", "before"]))?,
            due_xun,
        },
        ["make", "no", "peace", rest @ ..] => Clause::NoSeparatePeace {
            by,
            with: court(view, &after(rest, &["with"]).join(" ")).ok_or(Unread::NoClause)?,
        },
        _ => return Err(Unread::NoClause),
    })
}

/// `200000 silver`, `200000 silver yearly`, `20000 silver every month at sizhou`.
fn payment(view: &View<'_>, by: CourtId, words: &[&str], due_xun: u8) -> Result<ClauseNow, Unread> {
    const GOOD_WORDS: [&str; 5] = ["gold", "silver", "silk", "cash", "grain"];
    let (words, at) = match words.iter().rposition(|w| *w == "at") {
        Some(n) => (&words[..n], Some(place(view, &words[n + 1..])?)),
        None => (words, None),
    };
    let (words, every) = often(words);
    let (amount, good) = match after(words, &["every", "a"]) {
        [amount, good] | [amount, "of", good] => (*amount, *good),
        _ => return Err(Unread::NoClause),
    };
    let amount: i64 = amount.parse().map_err(|_| Unread::NoClause)?;
    let good: Good = GOOD_WORDS
        .iter()
        .position(|w| *w == good)
        .and_then(|n| GOODS.get(n).copied())
        .ok_or(Unread::NoClause)?;
    Ok(match every {
        Some(every) => tribute(by, good, amount, every, at),
        None => once(by, good, amount, due_xun, at),
    })
}

/// The words before, and how often a payment comes back if the last of them say so: `yearly`, `every season`, `half yearly`, `monthly`.
fn often<'a>(words: &'a [&'a str]) -> (&'a [&'a str], Option<Every>) {
    let (head, every) = match words {
        [head @ .., "half", "yearly" | "year"] => (head, Every::HalfYear),
        [head @ .., "yearly" | "year" | "annually"] => (head, Every::Year),
        [head @ .., "quarterly" | "quarter" | "season"] => (head, Every::Season),
        [head @ .., "monthly" | "month"] => (head, Every::Month),
        _ => return (words, None),
    };
    match head {
        [before @ .., "every" | "each" | "a" | "by"] => (before, Some(every)),
        _ => (head, Some(every)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Every, chosen, often};

    fn list(text: &str) -> Result<Vec<usize>, String> {
        chosen(text, 5).map(|set| set.into_iter().collect())
    }

    #[test]
    fn clauses_are_named_by_number_list_range_or_all() {
        assert_eq!(list("2"), Ok(vec![1]));
        assert_eq!(list("2, 5"), Ok(vec![1, 4]));
        assert_eq!(list("4 2-3"), Ok(vec![1, 2, 3]));
        assert_eq!(list("all"), Ok(vec![0, 1, 2, 3, 4]));
    }

    #[test]
    fn how_often_is_said_in_the_last_words() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            let (head, every) = often(&words);
            (head.join(" "), every)
        };
        let said = |every| ("5 silk".to_owned(), Some(every));
        assert_eq!(read("5 silk yearly"), said(Every::Year));
        assert_eq!(read("5 silk every half year"), said(Every::HalfYear));
        assert_eq!(read("5 silk half yearly"), said(Every::HalfYear));
        assert_eq!(read("5 silk every season"), said(Every::Season));
        assert_eq!(read("5 silk a month"), said(Every::Month));
        assert_eq!(read("5 silk"), ("5 silk".to_owned(), None));
    }

    #[test]
    fn what_names_no_clause_is_given_back() {
        assert_eq!(list("6"), Err("6".to_owned()));
        assert_eq!(list("0"), Err("0".to_owned()));
        assert_eq!(list("4-2"), Err("4-2".to_owned()));
        assert_eq!(list("2-9"), Err("2-9".to_owned()));
        assert_eq!(list("oath"), Err("oath".to_owned()));
        assert_eq!(list(" "), Err(String::new()));
        assert_eq!(chosen("all", 0), Err("all".to_owned()));
    }
}
