//! When a condition may hold, as far as that can be known without playing: on which days, or never, and why never.
//!
//! What the rules decide (who holds what, who wins) is taken to be possible whenever its people live and its courts may
//! stand. So a condition that is called impossible is impossible in every game.

use super::walk;
use crate::base::date::Date;
use crate::base::ids::{CourtId, DecisionId, FactId, PersonId};
use crate::scenario::language::{Condition, Effect};
use crate::scenario::model::{Cond, Eff, Scenario};

/// Days from the first to the last, both among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
}

/// Why a condition never holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Never {
    /// By itself; the words follow on "this can never hold:".
    Plain(String),
    /// By itself: it names a day outside the scenario, which was told with that day.
    Outside,
    /// It waits for a decision that is never laid.
    Laid(DecisionId),
    /// It waits for a fact that nothing establishes.
    Fact(FactId),
}

/// What may come about in a scenario, and from which day on.
#[derive(Debug)]
pub(super) struct Reach<'s> {
    scenario: &'s Scenario,
    /// The first day on which each decision can be laid.
    pub(super) laid: Vec<Option<Date>>,
    /// The first day on which each fact can be established.
    facts: Vec<Option<Date>>,
    /// Courts that stand, or may be set up.
    stand: Vec<bool>,
    /// Courts whose house may be deposed.
    deposed: Vec<bool>,
}

impl<'s> Reach<'s> {
    /// Works it out: what can be laid opens what its options do, until nothing more opens.
    pub(super) fn of(scenario: &'s Scenario) -> Self {
        let mut reach = Self {
            scenario,
            laid: vec![None; scenario.decisions.len()],
            facts: vec![None; scenario.facts.len()],
            stand: scenario.courts.iter().map(|court| court.stands).collect(),
            deposed: vec![false; scenario.courts.len()],
        };
        // Every round opens something or is the last; days only ever move earlier.
        while reach.round() {}
        reach
    }

    fn round(&mut self) -> bool {
        let mut changed = false;
        let scenario = self.scenario;
        for (at, decision) in scenario.decisions.iter().enumerate() {
            let stands = self.stand[decision.court.index()];
            let Some(days) = self.days(&decision.when).ok().filter(|_| stands) else {
                continue;
            };
            changed |= earlier(&mut self.laid[at], days.first);
            for option in &decision.options {
                if self.days(&option.needs).is_ok() {
                    changed |= self.does(&option.effects, days.first);
                }
            }
        }
        for incident in &scenario.incidents {
            if let Ok(days) = self.days(&incident.when) {
                changed |= self.does(&incident.effects, days.first);
            }
        }
        changed
    }

    /// What effects open, on this day at the earliest.
    fn does(&mut self, effects: &[Eff], day: Date) -> bool {
        let mut changed = false;
        walk::effects(effects, &mut |effect| match effect {
            Effect::Set(fact) => changed |= earlier(&mut self.facts[fact.index()], day),
            Effect::Establish { court, .. } => {
                changed |= !std::mem::replace(&mut self.stand[court.index()], true);
            }
            Effect::Depose(court) => {
                changed |= !std::mem::replace(&mut self.deposed[court.index()], true);
            }
            _ => {}
        });
        changed
    }

    /// Whether a court stands or may be set up.
    pub(super) fn may_stand(&self, court: CourtId) -> bool {
        self.stand[court.index()]
    }

    const fn whole(&self) -> Days {
        Days {
            first: self.scenario.from,
            last: self.scenario.until,
        }
    }

    /// The days on which a condition may hold.
    pub(super) fn days(&self, condition: &Cond) -> Result<Days, Never> {
        self.so(condition, true)
    }

    /// The days on which a condition may hold, or may not hold.
    fn so(&self, condition: &Cond, yes: bool) -> Result<Days, Never> {
        let whole = self.whole();
        match (condition, yes) {
            (Condition::Always, true) => Ok(whole),
            (Condition::Always, false) => Err(plain("it is the opposite of `Always`")),
            (Condition::Not(inner), _) => self.so(inner, !yes),
            (Condition::All(list), true) | (Condition::Any(list), false) => self.all(list, yes),
            (Condition::Any(list), true) | (Condition::All(list), false) => self.any(list, yes),
            (Condition::From(day), true) | (Condition::Until(day), false) => {
                let first = whole.first.max(*day);
                if first > whole.last {
                    return Err(Never::Outside);
                }
                Ok(Days { first, ..whole })
            }
            (Condition::Until(day), true) | (Condition::From(day), false) => {
                let last = whole.last.min(Date(day.0 - 1));
                // The scenario's own first day lies in it and was not told.
                if last < whole.first && *day == whole.first {
                    let why = format!("it asks for a day before the first, {day}");
                    return Err(Never::Plain(why));
                }
                if last < whole.first {
                    return Err(Never::Outside);
                }
                Ok(Days { last, ..whole })
            }
            (Condition::Months(months), _) => {
                within(months, yes, whole)?;
                Ok(whole)
            }
            (_, true) => self.atom(condition),
            (_, false) => {
                // Scales have a bottom, and whatever asks for no more than that always holds.
                if level(condition).is_some_and(|level| level.least <= level.bottom) {
                    return Err(plain(
                        "its number is the least there can be, so that its opposite always holds",
                    ));
                }
                Ok(whole)
            }
        }
    }

    /// Every one of these.
    fn all(&self, list: &[Cond], yes: bool) -> Result<Days, Never> {
        let mut days = self.whole();
        let mut atoms = Vec::new();
        for inner in list {
            let each = self.so(inner, yes)?;
            days.first = days.first.max(each.first);
            days.last = days.last.min(each.last);
            flat(inner, yes, &mut atoms);
        }
        if days.first > days.last {
            let why = format!(
                "one part holds from {} on at the earliest, another until {} at the latest",
                days.first, days.last
            );
            return Err(Never::Plain(why));
        }
        for (n, (one, so)) in atoms.iter().enumerate() {
            if let Condition::Months(months) = one {
                within(months, *so, days)?;
            }
            for (other, so_too) in &atoms[n + 1..] {
                let at_odds = if so != so_too {
                    let (yes, no) = if *so { (one, other) } else { (other, one) };
                    opposed(yes, no)
                } else {
                    *so && exclusive(one, other)
                };
                if at_odds {
                    let (a, b) = (self.shown(one, *so), self.shown(other, *so_too));
                    return Err(Never::Plain(format!("`{a}` and `{b}` exclude each other")));
                }
            }
        }
        Ok(days)
    }

    /// At least one of these: from the first day on which one may hold to the last.
    fn any(&self, list: &[Cond], yes: bool) -> Result<Days, Never> {
        let mut found: Option<Days> = None;
        let mut never = None;
        for inner in list {
            match self.so(inner, yes) {
                Ok(each) => {
                    let so_far = found.get_or_insert(each);
                    so_far.first = so_far.first.min(each.first);
                    so_far.last = so_far.last.max(each.last);
                }
                // A part that waits for something else is told there.
                Err(why) if never.is_none() || !matches!(why, Never::Plain(_)) => never = Some(why),
                Err(_) => {}
            }
        }
        found.ok_or_else(|| {
            never.unwrap_or_else(|| plain("it asks for one of a list, and the list is empty"))
        })
    }

    /// Whether somebody is alive at all in these years, and from when on he may be.
    fn alive(&self, who: PersonId) -> Result<Days, Never> {
        let (whole, person) = (self.whole(), &self.scenario.people[who.index()]);
        if let Some(died) = person.died.filter(|died| *died < whole.first) {
            return Err(Never::Plain(format!("`{}` died by {died}", person.id)));
        }
        if let Some(born) = person.born.filter(|born| *born > whole.last) {
            return Err(Never::Plain(format!(
                "`{}` was born on {born} at the earliest",
                person.id
            )));
        }
        Ok(whole)
    }

    fn standing(&self, court: CourtId) -> Result<Days, Never> {
        if self.may_stand(court) {
            return Ok(self.whole());
        }
        let id = &self.scenario.courts[court.index()].id;
        Err(Never::Plain(format!(
            "the court `{id}` does not stand on the first day, and nothing sets it up"
        )))
    }

    /// What is neither made of others nor a date.
    fn atom(&self, condition: &Cond) -> Result<Days, Never> {
        let whole = self.whole();
        if let Some(level) = level(condition)
            && level.least > level.top
        {
            let why = format!(
                "{} is asked for, on a scale that ends at {}",
                level.least, level.top
            );
            return Err(Never::Plain(why));
        }
        match condition {
            Condition::Alive(who)
            | Condition::Free(who)
            | Condition::Loyalty(who, _)
            | Condition::PersonAt(who, _)
            | Condition::InPost(who, _)
            | Condition::Commands(who, _) => self.alive(*who),
            Condition::Serves(who, court)
            | Condition::Reigns(who, court)
            | Condition::HeldBy(who, court) => {
                self.standing(*court)?;
                self.alive(*who)
            }
            Condition::Holds(court, _)
            | Condition::Besieged(_, court)
            | Condition::Near { court, .. }
            | Condition::Stronger { court, .. }
            | Condition::AcrossRiver(court)
            | Condition::CourtStands(court)
            | Condition::Crowd(court)
            | Condition::HeirNamed(court)
            | Condition::FellTo(_, court) => self.standing(*court),
            Condition::Bound(a, b)
            | Condition::Forsworn(a, b)
            | Condition::Pledged { by: a, to: b, .. }
                if a == b =>
            {
                Err(Never::Plain("a court swears nothing to itself".to_owned()))
            }
            Condition::Pledged {
                clause,
                place: Some(_),
                ..
            } if !clause.names_places() => Err(Never::Plain(format!(
                "a clause `{clause:?}` names no place"
            ))),
            Condition::AtWar(a, b)
            | Condition::Truce(a, b)
            | Condition::Bound(a, b)
            | Condition::Forsworn(a, b)
            | Condition::Pledged { by: a, to: b, .. } => {
                self.standing(*a)?;
                self.standing(*b)
            }
            Condition::Deposed(court) if !self.deposed[court.index()] => {
                let id = &self.scenario.courts[court.index()].id;
                Err(Never::Plain(format!("no choice has `Depose(\"{id}\")`")))
            }
            Condition::Fact(fact) => match self.facts[fact.index()] {
                Some(first) => Ok(Days { first, ..whole }),
                None => Err(Never::Fact(*fact)),
            },
            Condition::Laid(decision) | Condition::Chose(decision, _) => {
                match self.laid[decision.index()] {
                    Some(first) => Ok(Days { first, ..whole }),
                    None => Err(Never::Laid(*decision)),
                }
            }
            Condition::Proposed(draft)
            | Condition::Offered(draft)
            | Condition::InForce(draft)
            | Condition::Sworn(draft)
            | Condition::Intercepted(draft)
            | Condition::Breached(draft, _) => {
                let terms = &self.scenario.drafts[draft.index()].terms;
                // A treaty of old may have been sworn by a court that stands no more.
                if self
                    .scenario
                    .treaties
                    .iter()
                    .any(|(sworn, _)| sworn == draft)
                {
                    return Ok(whole);
                }
                self.standing(terms.from)?;
                self.standing(terms.to)
            }
            _ => Ok(whole),
        }
    }

    /// A condition as a writer writes it, as far as messages need it.
    fn shown(&self, condition: &Cond, yes: bool) -> String {
        let book = self.scenario;
        let court = |id: &CourtId| book.courts[id.index()].id.as_str();
        let place = |id: &crate::base::ids::PlaceId| book.atlas.places[id.index()].id.as_str();
        let person = |id: &PersonId| book.people[id.index()].id.as_str();
        let post = |id: &crate::base::ids::PostId| book.posts[id.index()].id.as_str();
        let army = |id: &crate::base::ids::ArmyId| book.armies[id.index()].id.as_str();
        let word = match condition {
            Condition::Holds(c, p) => format!("Holds(\"{}\", \"{}\")", court(c), place(p)),
            Condition::Besieged(p, c) => format!("Besieged(\"{}\", \"{}\")", place(p), court(c)),
            Condition::Seat(c, p) => format!("Seat(\"{}\", \"{}\")", court(c), place(p)),
            Condition::Reigns(p, c) => format!("Reigns(\"{}\", \"{}\")", person(p), court(c)),
            Condition::Serves(p, c) => format!("Serves(\"{}\", \"{}\")", person(p), court(c)),
            Condition::InPost(p, at) => format!("InPost(\"{}\", \"{}\")", person(p), post(at)),
            Condition::Vacant(at) => format!("Vacant(\"{}\")", post(at)),
            Condition::Alive(p) => format!("Alive(\"{}\")", person(p)),
            Condition::Free(p) => format!("Free(\"{}\")", person(p)),
            Condition::ArmyAt(a, p) => format!("ArmyAt(\"{}\", \"{}\")", army(a), place(p)),
            Condition::Commands(p, a) => format!("Commands(\"{}\", \"{}\")", person(p), army(a)),
            Condition::PersonAt(p, at) => format!("PersonAt(\"{}\", \"{}\")", person(p), place(at)),
            Condition::Fact(f) => format!("Fact(\"{}\")", book.facts[f.index()].id),
            Condition::Laid(d) => format!("Laid(\"{}\")", book.decisions[d.index()].id),
            Condition::Chose(d, o) => {
                let decision = &book.decisions[d.index()];
                let option = decision.options.get(o.index()).map_or("", |o| &o.id);
                format!("Chose(\"{}\", \"{option}\")", decision.id)
            }
            Condition::Treasury(c, good, n) => format!("Treasury(\"{}\", {good:?}, {n})", court(c)),
            Condition::Legitimacy(c, n) => format!("Legitimacy(\"{}\", {n})", court(c)),
            Condition::Lean(c, n) => format!("Lean(\"{}\", {n})", court(c)),
            Condition::Loyalty(p, n) => format!("Loyalty(\"{}\", {n})", person(p)),
            Condition::Unrest(p, n) => format!("Unrest(\"{}\", {n})", place(p)),
            Condition::Morale(p, n) => format!("Morale(\"{}\", {n})", place(p)),
            Condition::Garrison(p, n) => format!("Garrison(\"{}\", {n})", place(p)),
            Condition::AtWar(a, b) => format!("AtWar(\"{}\", \"{}\")", court(a), court(b)),
            other => {
                let word = format!("{other:?}");
                let end = word
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(word.len());
                format!("{}(…)", &word[..end])
            }
        };
        if yes { word } else { format!("Not({word})") }
    }
}

fn plain(why: &str) -> Never {
    Never::Plain(why.to_owned())
}

fn earlier(known: &mut Option<Date>, day: Date) -> bool {
    let earlier = known.is_none_or(|so_far| day < so_far);
    if earlier {
        *known = Some(day);
    }
    earlier
}

/// Whether one of these months, or one that is none of them, lies in these days.
fn within(months: &[u8], yes: bool, days: Days) -> Result<(), Never> {
    if yes && !months.iter().any(|month| (1..=12).contains(month)) {
        return Err(plain("it names no month from 1 to 12"));
    }
    let (mut year, mut month, _) = days.first.ymd();
    let (last_year, last_month, _) = days.last.ymd();
    while (year, month) <= (last_year, last_month) {
        if months.contains(&month) == yes {
            return Ok(());
        }
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    let why = format!(
        "none of the months that it asks for lies between {} and {}",
        days.first, days.last
    );
    Err(Never::Plain(why))
}

/// The parts that all have to be so, or not so.
fn flat<'c>(condition: &'c Cond, yes: bool, out: &mut Vec<(&'c Cond, bool)>) {
    match (condition, yes) {
        (Condition::All(list), true) | (Condition::Any(list), false) => {
            list.iter().for_each(|inner| flat(inner, yes, out));
        }
        (Condition::Not(inner), _) => flat(inner, !yes, out),
        _ => out.push((condition, yes)),
    }
}

/// What a condition measures, apart from how much of it.
struct Level {
    of: Cond,
    least: i64,
    bottom: i64,
    top: i64,
}

/// A condition that asks for at least so much of something.
fn level(condition: &Cond) -> Option<Level> {
    let (of, least, bottom, top) = match condition {
        Condition::Treasury(c, good, n) => (Condition::Treasury(*c, *good, 0), *n, 0, i64::MAX),
        Condition::Legitimacy(c, n) => (Condition::Legitimacy(*c, 0), i64::from(*n), 0, 100),
        Condition::Lean(c, n) => (Condition::Lean(*c, 0), i64::from(*n), -100, 100),
        Condition::Loyalty(p, n) => (Condition::Loyalty(*p, 0), i64::from(*n), 0, 100),
        Condition::Unrest(p, n) => (Condition::Unrest(*p, 0), i64::from(*n), 0, 100),
        Condition::Morale(p, n) => (Condition::Morale(*p, 0), i64::from(*n), 0, 100),
        Condition::Stores(p, n) => (Condition::Stores(*p, 0), i64::from(*n), 0, i64::MAX),
        Condition::Garrison(p, n) => (Condition::Garrison(*p, 0), i64::from(*n), 0, i64::MAX),
        _ => return None,
    };
    Some(Level {
        of,
        least,
        bottom,
        top,
    })
}

/// Whether one cannot be so while the other is not so.
fn opposed(yes: &Cond, no: &Cond) -> bool {
    if yes == no {
        return true;
    }
    match (level(yes), level(no)) {
        (Some(yes), Some(no)) => yes.of == no.of && yes.least >= no.least,
        _ => false,
    }
}

/// Whether two cannot both be so.
fn exclusive(a: &Cond, b: &Cond) -> bool {
    use Condition as C;
    match (a, b) {
        (C::Holds(one, p), C::Holds(other, q)) => p == q && one != other,
        (C::Holds(one, p), C::Besieged(q, other)) | (C::Besieged(q, other), C::Holds(one, p)) => {
            p == q && one == other
        }
        (C::Besieged(p, one), C::Besieged(q, other)) => p == q && one != other,
        (C::Seat(one, p), C::Seat(other, q)) => one == other && p != q,
        (C::Reigns(p, one), C::Reigns(q, other)) => one == other && p != q,
        (C::Serves(p, one), C::Serves(q, other)) => p == q && one != other,
        (C::InPost(p, one), C::InPost(q, other)) => one == other && p != q,
        (C::InPost(_, one), C::Vacant(other)) | (C::Vacant(one), C::InPost(_, other)) => {
            one == other
        }
        (C::ArmyAt(one, p), C::ArmyAt(other, q)) => one == other && p != q,
        (C::PersonAt(one, p), C::PersonAt(other, q)) => one == other && p != q,
        (C::Commands(p, one), C::Commands(q, other)) => one == other && p != q,
        (C::Chose(one, p), C::Chose(other, q)) => one == other && p != q,
        _ => false,
    }
}
