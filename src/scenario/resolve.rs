//! From names to ids: the raw files become the immutable [`Scenario`].
//!
//! Every name is looked up here and nowhere else. A name that cannot be found is reported with the nearest of its kind
//! and stands for the first of its kind until the loader refuses the file; so one run finds them all.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::language::{
    Clause, Condition, Effect, Figure, ItCondition, Reading, Renames, Resolved, Written, renamed,
};
use super::lesson::{Lesson, RawLesson, Step};
use super::model::{
    Alleged, Army, Aside, Checkpoint, Choice, Claim, ClauseNow, Cond, Court, DatedOrders, Decision,
    Draft, Eff, Ending, Incident, Named, Office, Passing, Person, PlaceSetup, Post, Scenario,
    Sense, Source, Term, Terms, Test, Unclear, Voice,
};
use super::raw::{
    Name, RawAlleged, RawArmy, RawClaim, RawCourt, RawDecision, RawDraft, RawScenario, RawTest,
};
use super::readings::{self, Readings};
use super::tables::{RawOffice, RawPerson, RawPlace, RawRoute, RawSource, RawTerm};
use super::trial::{Expect, Expectation, RawTrial, Trial};
use super::{defaults, roads};
use crate::base::date::{Date, Turn, days_in_month};
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, EndingId, FactId, IncidentId, OptionId, PersonId,
    PlaceId, PostId, SourceId, TermId,
};
use crate::diagnostics::suggest::did_you_mean;
use crate::diagnostics::{Diagnostic, span::Span};
use crate::orders::{Order, OrderNow, Reign, Treat};

/// Most places: the roads between all of them are worked out at once.
const MOST_PLACES: usize = 1_500;
/// Most of anything else in one list.
const MOST_OF_A_KIND: usize = 5000;
/// Stands for the span until it is known, or when it cannot be read: the years 1 to 9999.
const ANY_DAY: (Date, Date) = (Date(1_721_424), Date(5_373_484));
/// Most xun a scenario may run: thirty years, twice the longest planned.
const MOST_TURNS: i32 = 1080;

/// How a title begins, whole or after a comma, that only those of a ruling house bear. Subjects became princes too, but
/// the tables write theirs in small letters.
const PRINCELY: &[&str] = &["emperor", "retired emperor", "heir", "Prince of"];

/// Everything read, with the file it stood in.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Places.
    pub(crate) places: Vec<(String, RawPlace)>,
    /// Routes.
    pub(crate) routes: Vec<(String, RawRoute)>,
    /// Persons.
    pub(crate) people: Vec<(String, RawPerson)>,
    /// Sources.
    pub(crate) sources: Vec<(String, RawSource)>,
    /// Terms.
    pub(crate) terms: Vec<(String, RawTerm)>,
}

/// The ids of one kind of thing.
#[derive(Debug)]
pub(crate) struct Index {
    kind: &'static str,
    at: BTreeMap<String, usize>,
    first: Vec<(String, Span)>,
}

impl Index {
    const fn new(kind: &'static str) -> Self {
        Self {
            kind,
            at: BTreeMap::new(),
            first: Vec::new(),
        }
    }
}

/// Looks names up.
#[derive(Debug)]
pub(crate) struct Resolver {
    file: String,
    /// What is wrong.
    pub(crate) found: Found,
    /// The readings that are played in the place of those taken.
    readings: Readings,
    /// Things in which something is wrong already.
    pub(crate) damaged: BTreeSet<String>,
    /// Facts that some act establishes.
    pub(crate) facts_set: BTreeSet<usize>,
    /// Facts that some condition asks for.
    pub(crate) facts_asked: BTreeSet<usize>,
    /// Drafts that something speaks of.
    pub(crate) drafts_used: BTreeSet<usize>,
    places: Index,
    people: Index,
    sources: Index,
    courts: Index,
    armies: Index,
    posts: Index,
    facts: Index,
    drafts: Index,
    decisions: Index,
    incidents: Index,
    endings: Index,
    terms: Index,
    options: Vec<Index>,
    from: Date,
    until: Date,
    /// Whether those two are known.
    pub(crate) spanned: bool,
}

/// The word for the morale of an army, for whoever wrote another.
const SPIRIT: &str = "the morale of an army in the field is `Spirit`";
/// No condition asks for it.
const NO_SPIRIT: &str = "no condition asks for the morale of an army in the field; name the place whose garrison is meant";

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident $index:ident $id:ident),* $(,)?) => {$(
        $(#[$doc])*
        fn $name(&mut self, name: &Name) -> $id {
            $id::of(look_up(&self.$index, name, &self.file, &self.damaged, &mut self.found))
        }
    )*};
}

/// Finds a name; reports it when there is no such thing.
fn look_up(
    index: &Index,
    name: &Name,
    file: &str,
    damaged: &BTreeSet<String>,
    found: &mut Found,
) -> usize {
    if let Some(at) = index.at.get(&name.value) {
        return *at;
    }
    if index.at.is_empty() {
        found.name_into_nothing();
    }
    if name.value.is_empty() || damaged.contains(&name.value) {
        return 0;
    }
    if found.full() {
        found.skip();
        return 0;
    }
    let help = match did_you_mean(&name.value, index.at.keys().map(String::as_str)) {
        Some(near) => near,
        None if index.at.is_empty() => format!("no {} is declared", index.kind),
        None if index.at.len() <= 12 => format!(
            "there are {}",
            super::read::list(index.at.keys().map(String::as_str))
        ),
        None => {
            let search = match index.kind {
                "place" | "person" | "source" => "; search the tables that `uses` names for it",
                _ => "",
            };
            let n = index.at.len();
            format!("none of the {n} that there are has a name like it{search}")
        }
    };
    found.push(
        Diagnostic::error(
            "unknown-id",
            file,
            name.span,
            format!("there is no {} `{}`", index.kind, name.value),
        )
        .help(help),
    );
    0
}

/// Lower case letters, digits and underscores.
fn well_formed(id: &str) -> bool {
    id.len() <= 60
        && id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn malformed(file: &str, id: &Name) -> Diagnostic {
    let shown: String = id.value.chars().take(60).collect();
    Diagnostic::error("malformed-id", file, id.span, format!("`{shown}` is no id"))
        .help("write lower case letters, digits and underscores, at most sixty")
}

impl Resolver {
    lookups! {
        /// A place.
        place places PlaceId,
        /// A person.
        person people PersonId,
        /// A source.
        source sources SourceId,
        /// A court.
        court courts CourtId,
        /// An army.
        army armies ArmyId,
        /// A post.
        post posts PostId,
        /// A decision.
        decision decisions DecisionId,
        /// An incident.
        incident incidents IncidentId,
        /// An ending.
        ending endings EndingId,
        /// A word of the time.
        term terms TermId,
    }

    /// The place whose garrison is meant. Whoever names an army here is told the word for that.
    fn garrison_of(&mut self, name: &Name, way_out: &str) -> PlaceId {
        if self.places.at.contains_key(&name.value) || !self.armies.at.contains_key(&name.value) {
            return self.place(name);
        }
        let message = format!(
            "`{}` is an army, and `Morale` is that of a place's garrison",
            name.value
        );
        let diagnostic = Diagnostic::error("unknown-id", &self.file, name.span, message);
        self.found.push(diagnostic.help(way_out));
        PlaceId(0)
    }

    fn fact(&mut self, name: &Name) -> FactId {
        FactId::of(look_up(
            &self.facts,
            name,
            &self.file,
            &self.damaged,
            &mut self.found,
        ))
    }

    fn asked(&mut self, name: &Name) -> FactId {
        let id = self.fact(name);
        self.facts_asked.insert(id.index());
        id
    }

    fn draft(&mut self, name: &Name) -> DraftId {
        let at = look_up(
            &self.drafts,
            name,
            &self.file,
            &self.damaged,
            &mut self.found,
        );
        self.drafts_used.insert(at);
        DraftId::of(at)
    }

    fn option(&mut self, decision: DecisionId, name: &Name) -> OptionId {
        let Some(index) = self.options.get(decision.index()) else {
            return OptionId(0);
        };
        OptionId::of(look_up(
            index,
            name,
            &self.file,
            &self.damaged,
            &mut self.found,
        ))
    }

    fn sources(&mut self, names: &[Name]) -> Vec<SourceId> {
        names.iter().map(|name| self.source(name)).collect()
    }

    fn error(&mut self, key: &'static str, span: Span, message: impl Into<String>) {
        let diagnostic = Diagnostic::error(key, &self.file, span, message);
        self.found.push(diagnostic);
    }

    /// A whole date.
    fn day(&mut self, name: &Name) -> Date {
        match Date::parse(&name.value) {
            Ok(date) => date,
            Err(_) if name.value.is_empty() => self.from,
            Err(error) => {
                self.error("malformed-date", name.span, error.to_string());
                self.from
            }
        }
    }

    /// First and last day of a year, a month or a day.
    fn days(&mut self, name: &Name) -> Option<(Date, Date)> {
        let parse = |text: &str| Date::parse(text).ok();
        let days = match name.value.len() {
            0 => return None,
            4 => {
                parse(&format!("{}-01-01", name.value)).zip(parse(&format!("{}-12-31", name.value)))
            }
            7 => parse(&format!("{}-01", name.value)).map(|first| {
                let (year, month, _) = first.ymd();
                (
                    first,
                    Date(first.0 + i32::from(days_in_month(year, month)) - 1),
                )
            }),
            _ => parse(&name.value).map(|day| (day, day)),
        };
        if days.is_none() {
            let message = format!(
                "`{}` is not a date; write a year, a year and month, or a day, as in 1126, 1126-01 or 1126-01-31",
                name.value
            );
            self.error("malformed-date", name.span, message);
        }
        days
    }

    /// A date that must lie in the span, or had better.
    fn day_inside(&mut self, name: &Name, must: bool) -> Date {
        let before = self.found.count();
        let date = self.day(name);
        if self.found.count() == before
            && !name.value.is_empty()
            && !(self.from..=self.until).contains(&date)
        {
            let message = format!(
                "{date} lies outside the scenario, which runs from {} to {}",
                self.from, self.until
            );
            let diagnostic = if must {
                Diagnostic::error("date-outside-span", &self.file, name.span, message)
            } else {
                Diagnostic::warning("date-beyond-span", &self.file, name.span, message)
            };
            self.found.push(diagnostic);
        }
        date
    }

    /// Declares the ids of one kind, in order.
    fn declare<'n>(
        &mut self,
        kind: &'static str,
        most: usize,
        ids: impl Iterator<Item = (&'n str, &'n Name)>,
    ) -> Index {
        let mut index = Index::new(kind);
        for (at, (file, id)) in ids.enumerate() {
            index.first.push((file.to_owned(), id.span));
            if at == most {
                self.found.push(Diagnostic::error(
                    "too-many",
                    file,
                    id.span,
                    format!("a scenario can have {most} of the kind `{kind}` at most, and its files declare more"),
                ));
            }
            if id.value.is_empty() {
                continue;
            }
            if !well_formed(&id.value) {
                self.found.push(malformed(file, id));
            }
            match index.at.get(&id.value) {
                Some(first) => {
                    let (other, span) = &index.first[*first];
                    self.damaged.insert(id.value.clone());
                    let mut diagnostic = Diagnostic::error(
                        "duplicate-id",
                        file,
                        id.span,
                        format!("the {kind} `{}` is declared twice", id.value),
                    );
                    diagnostic.labels.push(crate::diagnostics::Label {
                        file: other.clone(),
                        span: *span,
                        message: "first here".to_owned(),
                    });
                    self.found.push(diagnostic);
                }
                None => {
                    index.at.insert(id.value.clone(), at);
                }
            }
        }
        index
    }

    /// A number; of a disputed one the reading that is played, which is the one taken unless another is asked for.
    fn figure(
        &mut self,
        figure: &Figure<Written>,
        of: &Name,
        dispute: fn(&str) -> String,
    ) -> (u32, Figure<Resolved>) {
        match figure {
            Figure::Given(value, sources) => {
                if sources.is_empty() {
                    self.error("no-source", of.span, "a given number names no source; write `Set(number, \"reason\")` where there is none");
                }
                (*value, Figure::Given(*value, self.sources(sources)))
            }
            Figure::Set(value, reason) => (*value, Figure::Set(*value, reason.clone())),
            Figure::Disputed(readings) => {
                let taken: Vec<u32> = readings
                    .iter()
                    .filter(|reading| reading.taken)
                    .map(|reading| reading.value)
                    .collect();
                if taken.len() != 1 && !self.damaged.contains(&of.value) {
                    let at = readings
                        .first()
                        .map_or(of.span, |reading| reading.source.span);
                    let message = match taken.len() {
                        0 => "none of these readings is `taken: true`, and one must be".to_owned(),
                        n => format!(
                            "{n} of these readings are `taken: true`, and exactly one must be"
                        ),
                    };
                    self.error("readings-taken", at, message);
                }
                let asked = self.readings.of(&dispute(&of.value));
                let played = asked.filter(|n| *n < readings.len());
                let readings: Vec<Reading<Resolved>> = readings
                    .iter()
                    .enumerate()
                    .map(|(n, reading)| Reading {
                        value: reading.value,
                        source: self.source(&reading.source),
                        says: reading.says.clone(),
                        taken: played.map_or(reading.taken, |played| n == played),
                    })
                    .collect();
                let value = readings.iter().find(|reading| reading.taken);
                (
                    value.map_or(0, |reading| reading.value),
                    Figure::Disputed(readings),
                )
            }
        }
    }

    /// A condition.
    fn condition(&mut self, condition: &Condition<Written>) -> Cond {
        use Condition as C;
        match condition {
            C::Always => C::Always,
            C::All(list) => C::All(list.iter().map(|c| self.condition(c)).collect()),
            C::Any(list) => C::Any(list.iter().map(|c| self.condition(c)).collect()),
            C::Not(inner) => C::Not(Box::new(self.condition(inner))),
            C::From(day) => C::From(self.day_inside(day, false)),
            C::Until(day) => C::Until(self.day_inside(day, false)),
            C::Months(months) => C::Months(months.clone()),
            C::Holds(c, p) => C::Holds(self.court(c), self.place(p)),
            C::Besieged(p, c) => C::Besieged(self.place(p), self.court(c)),
            C::Stands(a) => C::Stands(self.army(a)),
            C::ArmyAt(a, p) => C::ArmyAt(self.army(a), self.place(p)),
            C::Near {
                court,
                place,
                km,
                men,
            } => C::Near {
                court: self.court(court),
                place: self.place(place),
                km: *km,
                men: *men,
            },
            C::Stronger {
                court,
                than,
                place,
                percent,
            } => C::Stronger {
                court: self.court(court),
                than: self.court(than),
                place: self.place(place),
                percent: *percent,
            },
            C::AcrossRiver(c) => C::AcrossRiver(self.court(c)),
            C::Alive(p) => C::Alive(self.person(p)),
            C::Free(p) => C::Free(self.person(p)),
            C::HeldBy(p, c) => C::HeldBy(self.person(p), self.court(c)),
            C::Serves(p, c) => C::Serves(self.person(p), self.court(c)),
            C::InPost(p, post) => C::InPost(self.person(p), self.post(post)),
            C::Vacant(post) => C::Vacant(self.post(post)),
            C::Commands(p, a) => C::Commands(self.person(p), self.army(a)),
            C::PersonAt(p, place) => C::PersonAt(self.person(p), self.place(place)),
            C::Reigns(p, c) => C::Reigns(self.person(p), self.court(c)),
            C::Seat(c, p) => C::Seat(self.court(c), self.place(p)),
            C::CourtStands(c) => C::CourtStands(self.court(c)),
            C::Deposed(c) => C::Deposed(self.court(c)),
            C::Fact(f) => C::Fact(self.asked(f)),
            C::Laid(d) => C::Laid(self.decision(d)),
            C::Chose(d, o) => {
                let (decision, option) = self.chosen(d, o);
                C::Chose(decision, option)
            }
            C::Treasury(c, good, n) => C::Treasury(self.court(c), *good, *n),
            C::Legitimacy(c, n) => C::Legitimacy(self.court(c), *n),
            C::Lean(c, n) => C::Lean(self.court(c), *n),
            C::Loyalty(p, n) => C::Loyalty(self.person(p), *n),
            C::Unrest(p, n) => C::Unrest(self.place(p), *n),
            C::Morale(p, n) => C::Morale(self.garrison_of(p, NO_SPIRIT), *n),
            C::Stores(p, n) => C::Stores(self.place(p), *n),
            C::Garrison(p, n) => C::Garrison(self.place(p), *n),
            C::Proposed(d) => C::Proposed(self.draft(d)),
            C::Offered(d) => C::Offered(self.draft(d)),
            C::Crowd(c) => C::Crowd(self.court(c)),
            C::HeirNamed(c) => C::HeirNamed(self.court(c)),
            C::InForce(d) => C::InForce(self.draft(d)),
            C::Sworn(d) => C::Sworn(self.draft(d)),
            C::Intercepted(d) => C::Intercepted(self.draft(d)),
            C::Breached(d, c) => C::Breached(self.draft(d), self.court(c)),
            C::AtWar(a, b) => C::AtWar(self.court(a), self.court(b)),
            C::Lost(c, kind, p) => C::Lost(self.court(c), *kind, self.place(p)),
            C::FellTo(p, c) => C::FellTo(self.place(p), self.court(c)),
            C::Truce(a, b) => C::Truce(self.court(a), self.court(b)),
            C::Bound(a, b) => C::Bound(self.court(a), self.court(b)),
            C::Pledged {
                by,
                to,
                clause,
                place,
            } => C::Pledged {
                by: self.court(by),
                to: self.court(to),
                clause: *clause,
                place: place.as_ref().map(|at| self.place(at)),
            },
            C::Forsworn(a, b) => C::Forsworn(self.court(a), self.court(b)),
        }
    }

    fn it(&mut self, condition: &ItCondition<Written>) -> ItCondition<Resolved> {
        use ItCondition as I;
        match condition {
            I::Of(c) => I::Of(self.court(c)),
            I::Northern => I::Northern,
            I::Men(n) => I::Men(*n),
            I::StoresAtMost(n) => I::StoresAtMost(*n),
            I::SpiritAtMost(n) => I::SpiritAtMost(*n),
            I::Unrest(n) => I::Unrest(*n),
            I::Ceded => I::Ceded,
            I::BesiegedFor(n) => I::BesiegedFor(*n),
            I::SouthOfRiver => I::SouthOfRiver,
            I::Besieging => I::Besieging,
            I::Seat => I::Seat,
            I::Within(p, km) => I::Within(self.place(p), *km),
        }
    }

    fn effects(&mut self, effects: &[Effect<Written>]) -> Vec<Eff> {
        effects.iter().map(|effect| self.effect(effect)).collect()
    }

    fn effect(&mut self, effect: &Effect<Written>) -> Eff {
        use Effect as E;
        match effect {
            E::Order(order) => E::Order(self.order(order)),
            E::Set(f) => {
                let id = self.fact(f);
                self.facts_set.insert(id.index());
                E::Set(id)
            }
            E::Clear(f) => E::Clear(self.fact(f)),
            E::Abdicate(p) => E::Abdicate(self.person(p)),
            E::Detain(p) => E::Detain(self.person(p)),
            E::Execute(p) => E::Execute(self.person(p)),
            E::Exile(p) => E::Exile(self.person(p)),
            E::Send(p, place) => E::Send(self.person(p), self.place(place)),
            E::Legitimacy(n) => E::Legitimacy(*n),
            E::Loyalty(p, n) => E::Loyalty(self.person(p), *n),
            E::Morale(p, n) => E::Morale(self.garrison_of(p, SPIRIT), *n),
            E::Spirit(a, n) => E::Spirit(self.army(a), *n),
            E::Unrest(p, n) => E::Unrest(self.place(p), *n),
            E::Outlay(good, by) => E::Outlay(*good, *by),
            E::OpenGate(p, n) => E::OpenGate(self.place(p), *n),
            E::BurnCrossing(p) => E::BurnCrossing(self.place(p)),
            E::Depose(c) => E::Depose(self.court(c)),
            E::Establish {
                court,
                ruler,
                seat,
                apart,
            } => E::Establish {
                court: self.court(court),
                ruler: self.person(ruler),
                seat: self.place(seat),
                apart: *apart,
            },
            E::Deport(people, place) => E::Deport(
                people.iter().map(|p| self.person(p)).collect(),
                self.place(place),
            ),
            E::Chance(n, first, second) => E::Chance(*n, self.effects(first), self.effects(second)),
            E::Later(n, list) => E::Later(*n, self.effects(list)),
            E::Die(p) => E::Die(self.person(p)),
            E::ItLoses(n) => E::ItLoses(*n),
            E::ItScatters(n) => E::ItScatters(*n),
            E::ItSpirit(n) => E::ItSpirit(*n),
            E::ItUnrest(n) => E::ItUnrest(*n),
        }
    }

    fn order(&mut self, order: &Order<Written>) -> OrderNow {
        use Order as O;
        match order {
            O::March { army, to } => O::March {
                army: self.army(army),
                to: self.place(to),
            },
            O::Besiege { army, place } => O::Besiege {
                army: self.army(army),
                place: self.place(place),
            },
            O::Mask { army, place } => O::Mask {
                army: self.army(army),
                place: self.place(place),
            },
            O::Assault { army, place } => O::Assault {
                army: self.army(army),
                place: self.place(place),
            },
            O::Relieve { army, place } => O::Relieve {
                army: self.army(army),
                place: self.place(place),
            },
            O::Raid { army, place, men } => O::Raid {
                army: self.army(army),
                place: self.place(place),
                men: *men,
            },
            O::Waylay { army, place } => O::Waylay {
                army: self.army(army),
                place: self.place(place),
            },
            O::Withdraw { army, to } => O::Withdraw {
                army: self.army(army),
                to: self.place(to),
            },
            O::Hold { army } => O::Hold {
                army: self.army(army),
            },
            O::Garrison { army, men } => O::Garrison {
                army: self.army(army),
                men: *men,
            },
            O::Disband { army } => O::Disband {
                army: self.army(army),
            },
            O::Raise { army } => O::Raise {
                army: self.army(army),
            },
            O::Levy { place, men } => O::Levy {
                place: self.place(place),
                men: *men,
            },
            O::Fortify { place } => O::Fortify {
                place: self.place(place),
            },
            O::Arm { place } => O::Arm {
                place: self.place(place),
            },
            O::Provision { place } => O::Provision {
                place: self.place(place),
            },
            O::BuildBoats { place } => O::BuildBoats {
                place: self.place(place),
            },
            O::BuildShips { place, boats } => O::BuildShips {
                place: self.place(place),
                boats: *boats,
            },
            O::Embark { army } => O::Embark {
                army: self.army(army),
            },
            O::Moor { army } => O::Moor {
                army: self.army(army),
            },
            O::Transport { place, shi } => O::Transport {
                place: self.place(place),
                shi: *shi,
            },
            O::Rouse { person, place } => O::Rouse {
                person: self.person(person),
                place: self.place(place),
            },
            O::Appoint { person, post } => O::Appoint {
                person: self.person(person),
                post: self.post(post),
            },
            O::Command { person, army } => O::Command {
                person: self.person(person),
                army: self.army(army),
            },
            O::Dismiss { person } => O::Dismiss {
                person: self.person(person),
            },
            O::Recall { person } => O::Recall {
                person: self.person(person),
            },
            O::MoveCourt { to } => O::MoveCourt { to: self.place(to) },
            O::PayDue { draft } => O::PayDue {
                draft: self.draft(draft),
            },
            O::HandOver { place } => O::HandOver {
                place: self.place(place),
            },
            O::FeedPeople { place, shi } => O::FeedPeople {
                place: self.place(place),
                shi: *shi,
            },
            O::Propose { draft } => O::Propose {
                draft: self.draft(draft),
            },
            O::Accept { draft } => O::Accept {
                draft: self.draft(draft),
            },
            O::Refuse { draft } => O::Refuse {
                draft: self.draft(draft),
            },
            O::Treat(treat) => O::treat(self.treat(treat)),
            O::Reign(reign) => O::reign(self.reign(reign)),
            O::Proclaim { what } => O::Proclaim { what: *what },
            O::BreakDike { place } => O::BreakDike {
                place: self.place(place),
            },
        }
    }

    fn clause(&mut self, clause: &Clause<Written>) -> ClauseNow {
        let Ok(clause) = renamed(clause, self);
        clause
    }

    /// A draft's terms: the plain clauses, and after them those of each reading.
    fn terms(&mut self, raw: &RawDraft) -> Terms {
        let (from, to) = (self.court(&raw.from), self.court(&raw.to));
        let mut clauses: Vec<ClauseNow> = raw.clauses.iter().map(|c| self.clause(c)).collect();
        let mut unclear = Vec::new();
        for words in &raw.unclear {
            let mut readings = Vec::new();
            for sense in &words.readings {
                let first = clauses.len();
                clauses.extend(sense.clauses.iter().map(|c| self.clause(c)));
                readings.push(Sense {
                    id: sense.id.value.clone(),
                    held_by: self.court(&sense.held_by),
                    says: sense.says.clone(),
                    first: u8::try_from(first).unwrap_or(u8::MAX),
                    count: u8::try_from(clauses.len() - first).unwrap_or(u8::MAX),
                });
            }
            unclear.push(Unclear {
                words: words.words.clone(),
                readings,
            });
        }
        Terms {
            from,
            to,
            clauses,
            unclear,
        }
    }

    fn alleged(&mut self, raw: &RawAlleged) -> Alleged {
        Alleged {
            by: self.court(&raw.by),
            of: self.court(&raw.of),
            clause: raw.clause.saturating_sub(1),
            since: self.day(&raw.since),
            says: raw.says.clone(),
            sources: self.sources(&raw.sources),
        }
    }

    /// What a court asks for at the negotiating table, with its names looked up.
    fn treat(&mut self, treat: &Treat<Written>) -> Treat<Resolved> {
        match treat {
            Treat::Offer {
                to,
                envoy,
                clauses,
                answers,
                worded,
            } => Treat::Offer {
                to: self.court(to),
                envoy: self.person(envoy),
                clauses: clauses.iter().map(|c| self.clause(c)).collect(),
                answers: answers.as_ref().map(|draft| self.draft(draft)),
                worded: worded.as_ref().map(|draft| self.draft(draft)),
            },
            Treat::Disavow { draft } => Treat::Disavow {
                draft: self.draft(draft),
            },
            Treat::Void { draft } => Treat::Void {
                draft: self.draft(draft),
            },
            Treat::War { on } => Treat::War { on: self.court(on) },
            Treat::Release { person } => Treat::Release {
                person: self.person(person),
            },
            Treat::GiveBack { person } => Treat::GiveBack {
                person: self.person(person),
            },
            Treat::Reclaim { place } => Treat::Reclaim {
                place: self.place(place),
            },
        }
    }

    /// What a sovereign does in his own house, with its names looked up.
    fn reign(&mut self, reign: &Reign<Written>) -> Reign<Resolved> {
        match reign {
            Reign::Enthrone { person } => Reign::Enthrone {
                person: self.person(person),
            },
            Reign::Requisition {
                place,
                good,
                amount,
            } => Reign::Requisition {
                place: self.place(place),
                good: *good,
                amount: *amount,
            },
            Reign::Honour { person } => Reign::Honour {
                person: self.person(person),
            },
            Reign::Arrest { person } => Reign::Arrest {
                person: self.person(person),
            },
            Reign::NameHeir { person } => Reign::NameHeir {
                person: self.person(person),
            },
            Reign::Surety { person, to } => Reign::Surety {
                person: self.person(person),
                to: self.court(to),
            },
            Reign::Seize { person } => Reign::Seize {
                person: self.person(person),
            },
            Reign::Answer { how } => Reign::Answer { how: *how },
            Reign::Employ { person } => Reign::Employ {
                person: self.person(person),
            },
            Reign::Dissolve { court } => Reign::Dissolve {
                court: self.court(court),
            },
            Reign::CarryOff { place, to } => Reign::CarryOff {
                place: self.place(place),
                to: self.place(to),
            },
            Reign::Grant { place, to } => Reign::Grant {
                place: self.place(place),
                to: self.court(to),
            },
            Reign::Detach {
                army,
                men,
                into,
                under,
            } => Reign::Detach {
                army: self.army(army),
                men: *men,
                into: self.army(into),
                under: under.as_ref().map(|person| self.person(person)),
            },
        }
    }

    /// Does this for one thing, and remembers whether there was an error in it.
    fn within<T>(&mut self, id: &Name, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.found.errors();
        let done = work(self);
        if self.found.errors() > before {
            self.damaged.insert(id.value.clone());
        }
        done
    }

    /// A term says something: an empty one would be an empty page.
    fn term_of(&mut self, raw: &RawTerm) -> Term {
        for (field, text) in [("name", &raw.name), ("says", &raw.says)] {
            if text.trim().is_empty() {
                let message = format!("the term `{}` has nothing in `{field}`", raw.id.value);
                self.error("empty-term", raw.id.span, message);
            }
        }
        Term {
            id: raw.id.value.clone(),
            name: raw.name.clone(),
            name_zh: raw.name_zh.clone(),
            says: raw.says.clone(),
            sources: self.sources(&raw.sources),
        }
    }

    fn person_of(&mut self, raw: &RawPerson) -> Person {
        let born = raw
            .born
            .as_ref()
            .and_then(|day| self.days(day))
            .map(|(first, _)| first);
        let end = raw.died.as_ref().and_then(|day| self.days(day));
        let died = end.map(|(_, last)| last);
        if raw.natural && raw.died.is_none() {
            let message = format!(
                "`{}` died of age or illness, and nobody knows when; give `died`, or leave `natural` out",
                raw.id.value
            );
            self.error("missing-field", raw.id.span, message);
        }
        let offices: Vec<Office> = raw
            .offices
            .iter()
            .map(|office| self.office_of(office))
            .collect();
        Person {
            id: raw.id.value.clone(),
            name: raw.name.clone(),
            name_zh: raw.name_zh.clone(),
            other_names: raw.other_names.clone(),
            people: raw.people.clone(),
            born,
            died,
            natural: end.filter(|_| raw.natural),
            court: None,
            house: None,
            stance: raw.stance,
            command: raw.command,
            valour: raw.valour,
            administration: raw.administration,
            intrigue: raw.intrigue,
            loyalty: raw.loyalty * defaults::LOYALTY_SCALE,
            at: None,
            held_by: None,
            reigned: false,
            crowned: None,
            note: raw.note.clone(),
            fate: raw.fate.clone(),
            offices,
        }
    }

    fn office_of(&mut self, raw: &RawOffice) -> Office {
        if let Some(place) = &raw.place {
            self.place(place);
        }
        Office {
            court: raw.court.value.clone(),
            title: raw.title.clone(),
            title_zh: raw.title_zh.clone(),
            from: raw
                .from
                .as_ref()
                .and_then(|day| self.days(day))
                .map(|(first, _)| first),
            until: raw
                .until
                .as_ref()
                .and_then(|day| self.days(day))
                .map(|(_, last)| last),
        }
    }

    fn court_of(&mut self, raw: &RawCourt) -> Court {
        let mut treasury = [0; 5];
        for (good, amount) in &raw.treasury {
            treasury[*good as usize] += amount;
        }
        let mut outlay = [0; 5];
        for (good, amount) in &raw.outlay {
            outlay[*good as usize] += amount;
        }
        Court {
            id: raw.id.value.clone(),
            name: raw.name.clone(),
            name_zh: raw.name_zh.clone(),
            playable: raw.playable,
            stands: raw.stands,
            northern: raw.northern,
            band: raw.band,
            wheelwrights: raw.wheelwrights,
            seat: self.place(&raw.seat),
            ruler: self.person(&raw.ruler),
            heir: raw.heir.as_ref().map(|heir| self.person(heir)),
            brief: raw.brief.clone(),
            legitimacy: raw.legitimacy,
            lean: raw.lean,
            edicts: raw.edicts,
            treasury,
            outlay,
            treasury_note: raw.treasury_note.clone(),
            hosts: UNKNOWN_HOSTS,
            at_war_with: raw
                .at_war_with
                .iter()
                .map(|court| self.court(court))
                .collect(),
            claims: raw.claims.iter().map(|place| self.place(place)).collect(),
            patron: raw.patron.as_ref().map(|court| self.court(court)),
        }
    }

    fn army_of(&mut self, raw: &RawArmy) -> Army {
        let (men, men_figure) = self.figure(&raw.men, &raw.id, readings::of_army);
        Army {
            id: raw.id.value.clone(),
            name: raw.name.clone(),
            name_zh: raw.name_zh.clone(),
            court: self.court(&raw.court),
            commander: raw.commander.as_ref().map(|person| self.person(person)),
            at: self.place(&raw.at),
            stands: raw.stands,
            men,
            men_figure,
            horse_percent: raw.horse_percent,
            quality: raw.quality,
            morale: raw.morale,
            engines: raw.engines,
            food_xun: raw.food_xun,
            boats: raw.boats,
            wheels: raw.wheels,
            marines: raw.marines,
            attachment: raw.attachment,
            needs: self.condition(&raw.needs),
            note: raw.note.clone(),
        }
    }

    fn decision_of(&mut self, at: usize, raw: &RawDecision) -> Decision {
        let id = DecisionId::of(at);
        let voices = raw
            .voices
            .iter()
            .map(|voice| Voice {
                who: self.person(&voice.who),
                argues_for: self.option(id, &voice.argues_for),
                envoy: voice.envoy,
                when: self.condition(&voice.when),
                says: voice.says.clone(),
                expects: voice.expects.clone(),
                expected: self.condition(&voice.expected),
                by: self.day_inside(&voice.by, false),
                sources: self.sources(&voice.sources),
            })
            .collect();
        let options = raw
            .options
            .iter()
            .map(|option| Choice {
                id: option.id.value.clone(),
                grade: option.grade,
                label: option.label.clone(),
                detail: option.detail.clone(),
                temper: option.temper,
                cost: option.cost.clone(),
                needs: self.condition(&option.needs),
                opens_by: option.opens_by.clone(),
                effects: self.effects(&option.effects),
            })
            .collect();
        Decision {
            id: raw.id.value.clone(),
            court: self.court(&raw.court),
            title: raw.title.clone(),
            title_zh: raw.title_zh.clone(),
            when: self.condition(&raw.when),
            again: raw.again,
            patience_xun: raw.patience_xun,
            lesser: raw.lesser,
            brief: raw.brief.clone(),
            asides: raw
                .asides
                .iter()
                .map(|aside| Aside {
                    when: self.condition(&aside.when),
                    says: aside.says.clone(),
                })
                .collect(),
            voices,
            options,
            chose: self.option(id, &raw.record.chose),
            chosen_on: self.day_inside(&raw.record.date, false),
            outcome: raw.record.outcome.clone(),
            sources: self.sources(&raw.record.sources),
            quarrel: raw.quarrel.clone(),
        }
    }

    /// A test. What only a test asks for is asked for by nobody.
    fn trial(&mut self, raw: &RawTrial) -> Trial {
        let asked = (self.facts_asked.clone(), self.drafts_used.clone());
        let begins = raw.from.as_ref().map(|day| self.day_inside(day, true));
        let first = begins.map_or(0, |day| {
            u16::try_from(self.from.xun_until(day).max(0)).unwrap_or(0)
        });
        let trial = Trial {
            id: raw.id.value.clone(),
            span: raw.id.span,
            says: raw.says.clone(),
            given: begins
                .into_iter()
                .map(Cond::From)
                .chain(raw.given.iter().map(|given| self.condition(given)))
                .collect(),
            begins: Turn(first),
            answers: raw
                .answers
                .iter()
                .map(|(decision, option)| self.chosen(decision, option))
                .collect(),
            orders: raw
                .orders
                .iter()
                .flat_map(|bid| {
                    let (turn, court) =
                        (Turn(first.saturating_add(bid.xun)), self.court(&bid.court));
                    bid.orders
                        .iter()
                        .map(|order| (turn, court, self.order(order)))
                        .collect::<Vec<_>>()
                })
                .collect(),
            by: raw.by.clone(),
            seeds: raw.seeds,
            until: raw.xun.map(|xun| Turn(first.saturating_add(xun))),
            expect: raw
                .expect
                .iter()
                .map(|expect| (self.expect(&expect.value), expect.span))
                .collect(),
            at_least: raw.at_least,
        };
        (self.facts_asked, self.drafts_used) = asked;
        trial
    }

    fn lesson_of(&mut self, raw: &RawLesson) -> Lesson {
        Lesson {
            id: raw.id.value.clone(),
            span: raw.id.span,
            title: raw.title.clone(),
            minutes: raw.minutes,
            about: raw.about.clone(),
            aims: raw.aims.clone(),
            vocabulary: raw.vocabulary.iter().map(|term| self.term(term)).collect(),
            content_note: raw.content_note.clone(),
            younger: raw.younger.clone(),
            played_by: raw.played_by,
            opening_minutes: raw.opening.minutes,
            opening: raw.opening.says.clone(),
            steps: raw
                .steps
                .iter()
                .map(|step| Step {
                    decision: self.decision(&step.decision),
                    minutes: step.minutes,
                    you: step.you.clone(),
                    known: step.known.clone(),
                    unknown: step.unknown.clone(),
                    questions: step.questions.clone(),
                })
                .collect(),
            closing_minutes: raw.closing.minutes,
            closing: raw.closing.questions.clone(),
        }
    }

    fn expect(&mut self, raw: &Expectation) -> Expect {
        match raw {
            Expectation::So(condition) => Expect::So(self.condition(condition)),
            Expectation::Ever(condition) => Expect::Ever(self.condition(condition)),
            Expectation::Never(condition) => Expect::Never(self.condition(condition)),
            Expectation::Laid(decision) => Expect::Laid(self.decision(decision)),
            Expectation::Open(decision, option) => {
                let (decision, option) = self.chosen(decision, option);
                Expect::Open(decision, option)
            }
            Expectation::Befell(incident) => Expect::Befell(self.incident(incident)),
            Expectation::Paid(draft) => Expect::Paid(self.draft(draft)),
            Expectation::Ended(ending) => Expect::Ended(self.ending(ending)),
        }
    }

    /// An option of a decision; of an unknown decision nothing is said of the option.
    fn chosen(&mut self, decision: &Name, option: &Name) -> (DecisionId, OptionId) {
        let known = self.decisions.at.contains_key(&decision.value);
        let id = self.decision(decision);
        let option = if known {
            self.option(id, option)
        } else {
            OptionId(0)
        };
        (id, option)
    }

    fn claim_of(&mut self, raw: &RawClaim) -> Claim {
        Claim {
            source: self.source(&raw.source),
            at: raw.at.clone(),
            says: raw.says.clone(),
            dissents: raw.dissents,
        }
    }
}

/// The scenario with the corps into which its armies can be divided: levies without men, that only a division fills.
fn with_columns(raw: &RawScenario) -> RawScenario {
    let mut raw = raw.clone();
    for court in raw.courts.clone() {
        for n in 1..=court.columns {
            let name = |value: String| crate::diagnostics::span::Sp {
                value,
                span: court.id.span,
            };
            raw.setup.armies.push(super::raw::RawArmy {
                id: name(format!("{}_corps_{n}", court.id.value)),
                name: format!("{} detached corps {n}", court.name),
                name_zh: format!("{}別軍{}", court.name_zh, numeral(n)),
                court: court.id.clone(),
                commander: None,
                at: court.seat.clone(),
                stands: false,
                men: Figure::Set(0, "filled by dividing an army".to_owned()),
                horse_percent: 0,
                quality: 0,
                morale: 0,
                engines: 0,
                boats: 0,
                wheels: 0,
                marines: 0,
                attachment: 30,
                food_xun: 0,
                needs: Condition::Always,
                note: String::new(),
            });
        }
    }
    raw
}

/// A small number in Chinese.
fn numeral(n: u8) -> char {
    *['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
        .get(usize::from(n))
        .unwrap_or(&'十')
}

/// Looks every name up and builds the scenario. The result is worth something only when nothing was found wrong.
pub(crate) fn resolve(
    file: &str,
    raw: &RawScenario,
    tables: &Tables,
    content_hash: u64,
    readings: &Readings,
    damaged: BTreeSet<String>,
) -> (Option<Scenario>, Resolver) {
    let columned;
    let raw = if raw.courts.iter().any(|court| court.columns > 0) {
        columned = with_columns(raw);
        &columned
    } else {
        raw
    };
    let mut r = Resolver {
        file: file.to_owned(),
        found: Found::new(),
        readings: readings.clone(),
        damaged,
        facts_set: BTreeSet::new(),
        facts_asked: BTreeSet::new(),
        drafts_used: BTreeSet::new(),
        places: Index::new("place"),
        people: Index::new("person"),
        sources: Index::new("source"),
        courts: Index::new("court"),
        armies: Index::new("army"),
        posts: Index::new("post"),
        facts: Index::new("fact"),
        drafts: Index::new("draft"),
        decisions: Index::new("decision"),
        incidents: Index::new("incident"),
        endings: Index::new("ending"),
        terms: Index::new("term"),
        options: Vec::new(),
        from: ANY_DAY.0,
        until: ANY_DAY.1,
        spanned: false,
    };

    // The span comes first: every other date is measured by it.
    let (from, until) = (r.day(&raw.span.from), r.day(&raw.span.until));
    let mut spanned =
        r.found.count() == 0 && !raw.span.from.value.is_empty() && !raw.span.until.value.is_empty();
    let turns = from.xun_until(until) + 1;
    if spanned && !(1..=MOST_TURNS).contains(&turns) {
        let message = if turns < 1 {
            format!("the scenario begins on {from} and ends before that, on {until}")
        } else {
            format!(
                "from {from} to {until} is {turns} xun, and a scenario has at most {MOST_TURNS}"
            )
        };
        r.error("bad-span", raw.span.until.span, message);
        spanned = false;
    } else if spanned {
        (r.from, r.until) = (from, until);
    }
    r.spanned = spanned;

    // Then every id, so that names may be used before they are declared.
    fn own<'n>(file: &'n str, name: &'n Name) -> (&'n str, &'n Name) {
        (file, name)
    }
    r.places = r.declare(
        "place",
        MOST_PLACES,
        tables.places.iter().map(|(file, raw)| own(file, &raw.id)),
    );
    r.people = r.declare(
        "person",
        MOST_OF_A_KIND,
        tables.people.iter().map(|(file, raw)| own(file, &raw.id)),
    );
    r.sources = r.declare(
        "source",
        MOST_OF_A_KIND,
        tables.sources.iter().map(|(file, raw)| own(file, &raw.id)),
    );
    r.terms = r.declare(
        "term",
        MOST_OF_A_KIND,
        tables.terms.iter().map(|(file, raw)| own(file, &raw.id)),
    );
    r.courts = r.declare(
        "court",
        MOST_OF_A_KIND,
        raw.courts.iter().map(|raw| own(file, &raw.id)),
    );
    r.armies = r.declare(
        "army",
        MOST_OF_A_KIND,
        raw.setup.armies.iter().map(|raw| own(file, &raw.id)),
    );
    r.posts = r.declare(
        "post",
        MOST_OF_A_KIND,
        raw.posts.iter().map(|raw| own(file, &raw.id)),
    );
    r.facts = r.declare(
        "fact",
        MOST_OF_A_KIND,
        raw.facts.iter().map(|raw| own(file, &raw.id)),
    );
    r.drafts = r.declare(
        "draft",
        MOST_OF_A_KIND,
        raw.drafts.iter().map(|raw| own(file, &raw.id)),
    );
    r.decisions = r.declare(
        "decision",
        MOST_OF_A_KIND,
        raw.decisions.iter().map(|raw| own(file, &raw.id)),
    );
    r.options = raw
        .decisions
        .iter()
        .map(|decision| {
            r.declare(
                "option",
                MOST_OF_A_KIND,
                decision.options.iter().map(|raw| own(file, &raw.id)),
            )
        })
        .collect();
    r.incidents = r.declare(
        "incident",
        MOST_OF_A_KIND,
        raw.incidents.iter().map(|raw| own(file, &raw.id)),
    );
    r.declare(
        "checkpoint",
        MOST_OF_A_KIND,
        raw.record.checkpoints.iter().map(|raw| own(file, &raw.id)),
    );
    r.endings = r.declare(
        "ending",
        MOST_OF_A_KIND,
        raw.endings.iter().map(|raw| own(file, &raw.id)),
    );
    r.declare(
        "test",
        MOST_OF_A_KIND,
        raw.tests.iter().map(|raw| own(file, &raw.id)),
    );
    r.declare(
        "lesson",
        MOST_OF_A_KIND,
        raw.lessons.iter().map(|raw| own(file, &raw.id)),
    );
    for (what, none, write) in [
        ("place", tables.places.is_empty(), "`atlas.ron` in `uses`"),
        ("person", tables.people.is_empty(), "`people.ron` in `uses`"),
        (
            "source",
            tables.sources.is_empty(),
            "`sources.ron` in `uses`",
        ),
        ("court", raw.courts.is_empty(), "one in `courts`"),
    ] {
        if none {
            r.error(
                "nothing-of-a-kind",
                raw.id.span,
                format!(
                    "no {what} is declared in the scenario or the files it uses; write {write}"
                ),
            );
        }
    }
    if tables.places.is_empty()
        || tables.people.is_empty()
        || tables.sources.is_empty()
        || raw.courts.is_empty()
        || r.has_too_many()
    {
        return (None, r);
    }
    if !raw.id.value.is_empty() && !well_formed(&raw.id.value) {
        r.found.push(malformed(file, &raw.id));
    }

    // The tables, each in its own file.
    let sources = tables
        .sources
        .iter()
        .map(|(_, raw)| source_of(raw))
        .collect();
    let mut terms = Vec::with_capacity(tables.terms.len());
    for (in_file, raw) in &tables.terms {
        in_file.clone_into(&mut r.file);
        terms.push(r.within(&raw.id, |r| r.term_of(raw)));
    }
    let mut people = Vec::with_capacity(tables.people.len());
    for (in_file, raw) in &tables.people {
        in_file.clone_into(&mut r.file);
        people.push(r.within(&raw.id, |r| r.person_of(raw)));
    }
    let mut routes = Vec::with_capacity(tables.routes.len());
    for (in_file, raw) in &tables.routes {
        in_file.clone_into(&mut r.file);
        let (from, to) = (r.place(&raw.from), r.place(&raw.to));
        routes.push(roads::route(raw, from, to, r.from));
    }
    file.clone_into(&mut r.file);
    let first_day = r.from;
    let atlas = roads::atlas(
        tables
            .places
            .iter()
            .map(|(_, raw)| roads::place(raw, first_day))
            .collect(),
        routes,
    );

    // The scenario.
    let mut courts: Vec<Court> = raw
        .courts
        .iter()
        .map(|raw| r.within(&raw.id, |r| r.court_of(raw)))
        .collect();
    let posts: Vec<Post> = raw
        .posts
        .iter()
        .map(|raw| {
            r.within(&raw.id, |r| Post {
                id: raw.id.value.clone(),
                court: r.court(&raw.court),
                title: raw.title.clone(),
                title_zh: raw.title_zh.clone(),
                role: raw.role,
                holder: raw.holder.as_ref().map(|holder| r.person(holder)),
            })
        })
        .collect();
    let armies: Vec<Army> = raw
        .setup
        .armies
        .iter()
        .map(|raw| r.within(&raw.id, |r| r.army_of(raw)))
        .collect();
    let places = places_of(&mut r, raw, tables, &atlas);
    let drafts = raw
        .drafts
        .iter()
        .map(|raw| {
            r.within(&raw.id, |r| Draft {
                id: raw.id.value.clone(),
                title: raw.title.clone(),
                terms: r.terms(raw),
                alleged: raw
                    .alleged
                    .iter()
                    .map(|alleged| r.alleged(alleged))
                    .collect(),
                needs: r.condition(&raw.needs),
                sources: r.sources(&raw.sources),
                note: raw.note.clone(),
            })
        })
        .collect();
    let treaties = raw
        .setup
        .treaties
        .iter()
        .map(|treaty| {
            let (draft, sworn) = (r.draft(&treaty.draft), r.day(&treaty.sworn));
            if spanned && sworn > r.from {
                let message = format!(
                    "a treaty in force on the first day cannot be sworn after it, on {sworn}"
                );
                r.error("date-outside-span", treaty.sworn.span, message);
            }
            (draft, sworn)
        })
        .collect();
    let incidents: Vec<Incident> = raw
        .incidents
        .iter()
        .map(|raw| {
            r.within(&raw.id, |r| Incident {
                id: raw.id.value.clone(),
                title: raw.title.clone(),
                text: raw.text.clone(),
                scope: raw.scope,
                when: r.condition(&raw.when),
                it: raw.it.iter().map(|it| r.it(it)).collect(),
                chance: raw.chance,
                once: raw.once,
                heard_by: raw.heard_by.iter().map(|c| r.court(c)).collect(),
                others_after: raw.others_after,
                effects: r.effects(&raw.effects),
                sources: r.sources(&raw.sources),
            })
        })
        .collect();
    let decisions = raw
        .decisions
        .iter()
        .enumerate()
        .map(|(at, raw)| r.within(&raw.id, |r| r.decision_of(at, raw)))
        .collect();
    let first = r.from;
    let record = raw
        .record
        .orders
        .iter()
        .map(|dated| {
            let date = r.day_inside(&dated.date, true);
            DatedOrders {
                turn: Turn(u16::try_from(first.xun_until(date).max(0)).unwrap_or(0)),
                date,
                court: r.court(&dated.court),
                orders: dated.orders.iter().map(|order| r.order(order)).collect(),
                sources: r.sources(&dated.sources),
            }
        })
        .collect();
    let checkpoints = raw
        .record
        .checkpoints
        .iter()
        .map(|raw| {
            r.within(&raw.id, |r| Checkpoint {
                id: raw.id.value.clone(),
                title: raw.title.clone(),
                what: r.condition(&raw.what),
                test: match &raw.test {
                    RawTest::Happened(day, days) => Test::Happened(r.day_inside(day, true), *days),
                    RawTest::StoodOn(day) => Test::StoodOn(r.day_inside(day, true)),
                    RawTest::Never => Test::Never,
                },
                weight: raw.weight,
                held_out: raw.held_out,
                claims: raw.claims.iter().map(|claim| r.claim_of(claim)).collect(),
            })
        })
        .collect();
    let endings = raw
        .endings
        .iter()
        .map(|raw| {
            r.within(&raw.id, |r| Ending {
                id: raw.id.value.clone(),
                title: raw.title.clone(),
                when: r.condition(&raw.when),
                at_once: raw.at_once,
                good_for: raw.good_for.iter().map(|court| r.court(court)).collect(),
                text: raw.text.clone(),
            })
        })
        .collect();
    let tests = raw
        .tests
        .iter()
        .map(|raw| r.within(&raw.id, |r| r.trial(raw)))
        .collect();
    let lessons = raw
        .lessons
        .iter()
        .map(|raw| r.within(&raw.id, |r| r.lesson_of(raw)))
        .collect();
    settle_people(
        &mut r,
        (raw, tables),
        &mut people,
        &courts,
        &posts,
        &armies,
        &places,
    );

    let turns = u16::try_from(turns.clamp(1, MOST_TURNS)).unwrap_or(1);
    let days: Vec<Date> =
        std::iter::successors(Some(r.from.xun_start()), |day| Some(day.next_xun()))
            .take(usize::from(turns) + 1)
            .collect();
    let months = days.iter().map(|day| (day.month(), day.ymd().2 == 1));
    let months = months.collect();
    let office = |p: &PersonId| people[p.index()].office_on(r.from.xun_start());
    let in_office = PersonId::all(people.len())
        .filter(|p| office(p).is_some())
        .collect();
    for (n, court) in courts.iter_mut().enumerate() {
        court.hosts = hosts(&armies, CourtId::of(n));
    }
    let passings = passings(&people, &incidents, r.from.xun_start(), turns);
    let scenario = Scenario {
        id: raw.id.value.clone(),
        title: raw.title.clone(),
        title_zh: raw.title_zh.clone(),
        brief: raw.brief.clone(),
        content_note: raw.content_note.clone(),
        minutes: raw.minutes,
        minutes_brief: raw.minutes_brief,
        goes_on: raw.goes_on.clone(),
        sits: raw.sits,
        from: r.from.xun_start(),
        until: Date(r.until.next_xun().0 - 1),
        turns,
        days,
        months,
        content_hash,
        atlas,
        in_office,
        passings,
        people,
        sources,
        terms,
        courts,
        posts,
        facts: raw
            .facts
            .iter()
            .map(|fact| Named {
                id: fact.id.value.clone(),
                says: fact.says.clone(),
            })
            .collect(),
        places,
        armies,
        drafts,
        treaties,
        incidents,
        decisions,
        record,
        checkpoints,
        endings,
        tests,
        lessons,
    };
    (Some(scenario), r)
}

/// Xun before and after the documented day in which a natural death may come: nobody dies to the day of what he ate and whom he met.
const PASSING_XUN: i32 = 3;

/// Who dies of age or illness within the span, and in which turns it may come, by the first of them. Of whom an incident tells that he dies is left to it.
fn passings(people: &[Person], incidents: &[Incident], from: Date, turns: u16) -> Vec<Passing> {
    fn dies(effects: &[Eff], who: PersonId) -> bool {
        effects.iter().any(|effect| match effect {
            Eff::Die(person) => *person == who,
            Eff::Chance(_, yes, no) => dies(yes, who) || dies(no, who),
            Eff::Later(_, inner) => dies(inner, who),
            _ => false,
        })
    }
    let turn = |date: Date, by: i32| from.xun_until(date) + by;
    let mut out: Vec<Passing> = PersonId::all(people.len())
        .filter_map(|person| {
            let (first, last) = people[person.index()].natural?;
            // Who was dead before the first day is so; what is to come comes in play.
            let first = turn(first, -PASSING_XUN).max(1);
            let last = turn(last, PASSING_XUN);
            let told = incidents.iter().any(|i| dies(&i.effects, person));
            if last < first || first >= i32::from(turns) || told {
                return None;
            }
            Some(Passing {
                person,
                first: Turn(u16::try_from(first).ok()?),
                turns: u16::try_from(last - first + 1).ok()?,
            })
        })
        .collect();
    out.sort_by_key(|passing| (passing.first, passing.person));
    out
}

/// The quality and the riders in a hundred of armies of which nothing is known.
const UNKNOWN_HOSTS: (i64, i64) = (40, 10);

/// What a court's armies are like on the whole.
fn hosts(armies: &[Army], court: CourtId) -> (i64, i64) {
    let (mut quality, mut horse, mut n) = (0_i64, 0_i64, 0_i64);
    for army in armies.iter().filter(|a| a.court == court) {
        quality += i64::from(army.quality);
        horse += i64::from(army.horse_percent);
        n += 1;
    }
    if n > 0 {
        (quality / n, horse / n)
    } else {
        UNKNOWN_HOSTS
    }
}

impl Resolver {
    fn has_too_many(&self) -> bool {
        self.found
            .list()
            .iter()
            .any(|diagnostic| diagnostic.key == "too-many")
    }
}

/// Every place as it stands on the first day: the atlas, what the scenario says, and defaults for the rest.
fn places_of(
    r: &mut Resolver,
    raw: &RawScenario,
    tables: &Tables,
    atlas: &super::model::Atlas,
) -> Vec<PlaceSetup> {
    let mut no_year = 0_usize;
    let mut places: Vec<PlaceSetup> = tables
        .places
        .iter()
        .map(|(_, place)| {
            let holder = place
                .holders
                .iter()
                .find(|(year, _)| *year == raw.setup.holders_of.value);
            no_year += usize::from(holder.is_none());
            let holder = holder
                .and_then(|(_, court)| r.courts.at.get(&court.value))
                .map(|at| CourtId::of(*at));
            defaults::place(holder, place.kind, i32::from(place.walls))
        })
        .collect();
    if no_year > 0 && no_year == places.len() && raw.setup.holders_of.value != 0 {
        let years: Vec<String> = tables
            .places
            .first()
            .map(|(_, place)| {
                place
                    .holders
                    .iter()
                    .map(|(year, _)| year.to_string())
                    .collect()
            })
            .unwrap_or_default();
        let message = format!("the atlas has no holders of {}", raw.setup.holders_of.value);
        let diagnostic =
            Diagnostic::error("unknown-year", &r.file, raw.setup.holders_of.span, message)
                .help(format!("`holders_of` may be {}", years.join(", ")));
        r.found.push(diagnostic);
    }
    let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
    for setup in &raw.setup.places {
        let known = r.places.at.contains_key(&setup.id.value);
        let id = r.place(&setup.id);
        if let (true, Some(first)) = (known, seen.insert(id.index(), setup.id.span)) {
            let message = format!("the place `{}` is set up twice", setup.id.value);
            let diagnostic = Diagnostic::error("duplicate-id", &r.file, setup.id.span, message)
                .label(first, "first here");
            r.found.push(diagnostic);
        }
        let holder = setup
            .holder
            .as_ref()
            .filter(|name| name.value != "none")
            .map(|court| r.court(court));
        let garrison = setup
            .garrison
            .as_ref()
            .map(|figure| r.figure(figure, &setup.id, readings::of_garrison));
        let captain = setup.captain.as_ref().map(|person| r.person(person));
        if !known {
            continue;
        }
        let place = &mut places[id.index()];
        if let Some(name) = &setup.holder {
            place.holder = if name.value == "none" { None } else { holder };
            if place.holder.is_some() && garrison.is_none() {
                let (kind, walls) = (
                    atlas.places[id.index()].kind,
                    atlas.places[id.index()].walls,
                );
                place.garrison = defaults::place(place.holder, kind, walls).garrison;
            }
        }
        if let Some((men, figure)) = garrison {
            (place.garrison, place.garrison_figure) = (men, Some(figure));
        }
        place.quality = setup.quality.unwrap_or(place.quality);
        place.morale = setup.morale.unwrap_or(place.morale);
        place.captain = captain;
        place.native = setup.native.as_ref().map(|court| r.court(court));
        place.stores_xun = setup.stores_xun.unwrap_or(place.stores_xun);
        place.unrest = setup.unrest.unwrap_or(place.unrest);
        (place.boats, place.wheels) = (setup.boats, setup.wheels);
        (place.depot, place.band) = (setup.depot, setup.band);
        place.workshop = setup.workshop.unwrap_or(0);
        setup.note.clone_into(&mut place.note);
    }
    for registers in &raw.setup.registers {
        let of_circuit = places
            .iter_mut()
            .zip(&atlas.places)
            .filter(|(_, at)| at.circuit == registers.circuit.value);
        for (place, _) in of_circuit {
            place.stands_for = registers.percent;
        }
    }
    places
}

/// Whom everybody serves on the first day: the ruler his court; then whoever holds a post, leads an army or answers for
/// walls the court that owns it; else the office the table gives him that day; else the last before; else the first
/// court of his list.
fn settle_people(
    r: &mut Resolver,
    (raw, tables): (&RawScenario, &Tables),
    people: &mut [Person],
    courts: &[Court],
    posts: &[Post],
    armies: &[Army],
    places: &[PlaceSetup],
) {
    let mut serves: BTreeMap<PersonId, CourtId> = BTreeMap::new();
    // Who is to be set on a throne that does not stand yet serves elsewhere until then.
    for (at, court) in courts.iter().enumerate().filter(|(_, c)| c.stands) {
        serves.entry(court.ruler).or_insert(CourtId::of(at));
    }
    for post in posts {
        if let Some(holder) = post.holder {
            serves.entry(holder).or_insert(post.court);
        }
    }
    for army in armies.iter().filter(|army| army.stands) {
        if let Some(commander) = army.commander {
            serves.entry(commander).or_insert(army.court);
        }
    }
    for place in places {
        if let (Some(captain), Some(holder)) = (place.captain, place.holder) {
            serves.entry(captain).or_insert(holder);
        }
    }
    for (at, person) in people.iter_mut().enumerate() {
        let alive = person.born.is_none_or(|born| born <= r.from)
            && person.died.is_none_or(|died| r.from <= died);
        if !alive {
            continue;
        }
        let of = |name: &str| {
            r.courts
                .at
                .get(name)
                .map(|at| CourtId::of(*at))
                .filter(|court| courts[court.index()].stands)
        };
        let office = person
            .office_on(r.from)
            .and_then(|office| of(&office.court));
        let last = || {
            let held = person
                .offices
                .iter()
                .filter(|office| office.from.is_some_and(|from| from <= r.from));
            held.max_by_key(|office| office.from)
                .and_then(|office| of(&office.court))
        };
        let listed = || {
            tables
                .people
                .get(at)
                .and_then(|(_, raw)| raw.courts.iter().find_map(|name| of(&name.value)))
        };
        person.court = serves
            .get(&PersonId::of(at))
            .copied()
            .or(office)
            .or_else(last)
            .or_else(listed);
    }
    for (at, court) in courts.iter().enumerate() {
        let house = Some(CourtId::of(at));
        for person in [Some(court.ruler), court.heir].into_iter().flatten() {
            people[person.index()].house = house;
        }
        for person in people.iter_mut().filter(|person| person.house.is_none()) {
            let titled = |office: &Office| {
                office.court == court.id
                    && office
                        .title
                        .split(", ")
                        .any(|part| PRINCELY.iter().any(|word| part.starts_with(word)))
            };
            if person.offices.iter().any(titled) {
                person.house = house;
            }
            let reigned = |office: &Office| {
                office.court == court.id
                    && office.is_throne()
                    && office.until.is_some_and(|until| until < r.from)
            };
            person.reigned |= person.offices.iter().any(reigned);
            let of_this_house = person.house == house;
            let thrones = person
                .offices
                .iter()
                .filter(|office| of_this_house && office.court == court.id && office.is_throne());
            if let Some(day) = thrones.filter_map(|office| office.from).min() {
                person.crowned = Some(day).filter(|day| *day >= r.from);
            }
        }
    }
    for setup in &raw.setup.people {
        let known = r.people.at.contains_key(&setup.id.value);
        let id = r.person(&setup.id);
        let at = setup.at.as_ref().map(|place| r.place(place));
        let serves = setup.serves.as_ref().map(|court| r.court(court));
        let held_by = setup.held_by.as_ref().map(|court| r.court(court));
        if known {
            let person = &mut people[id.index()];
            person.loyalty = setup.loyalty.unwrap_or(person.loyalty);
            person.stance = setup.stance.unwrap_or(person.stance);
            person.at = at;
            person.court = serves.or(person.court);
            person.held_by = held_by;
        }
    }
}

fn source_of(raw: &RawSource) -> Source {
    Source {
        id: raw.id.value.clone(),
        label: raw.label.clone(),
        title: raw.title.clone(),
        title_zh: raw.title_zh.clone(),
        author: raw.author.clone(),
        composed: raw.composed.clone(),
        bias: raw.bias.clone(),
    }
}

/// What is not found was reported, and stands as the first of its kind until the loader refuses the file.
impl Renames<Written, Resolved> for Resolver {
    type Error = std::convert::Infallible;
    fn the_court(&mut self, name: &Name) -> Result<CourtId, Self::Error> {
        Ok(self.court(name))
    }
    fn the_place(&mut self, name: &Name) -> Result<PlaceId, Self::Error> {
        Ok(self.place(name))
    }
    fn the_person(&mut self, name: &Name) -> Result<PersonId, Self::Error> {
        Ok(self.person(name))
    }
}
