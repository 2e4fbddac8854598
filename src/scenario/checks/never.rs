//! What can never come about: conditions, decisions, endings, checkpoints and expectations.

use std::collections::BTreeSet;

use super::days::{Never, Reach};
use super::{Cx, walk};
use crate::base::ids::{DecisionId, DraftId, FactId, PersonId};
use crate::diagnostics::span::Span;
use crate::diagnostics::{Confidence, Diagnostic};
use crate::scenario::found::Found;
use crate::scenario::language::{Condition, Effect, Written};
use crate::scenario::model::{Cond, Decision, Eff, Scenario, Test};
use crate::scenario::raw::{Name, RawDecision};

/// Decisions and facts that never come about because of something that is told elsewhere.
struct Told {
    decisions: BTreeSet<DecisionId>,
    facts: BTreeSet<FactId>,
}

impl Told {
    fn of(cx: &Cx<'_>, reach: &Reach<'_>) -> Self {
        let scenario = cx.scenario;
        let mut told = Self {
            decisions: BTreeSet::new(),
            facts: BTreeSet::new(),
        };
        // A fact that nothing sets at all is told as such.
        for at in (0..scenario.facts.len()).filter(|at| !cx.names.facts_set.contains(at)) {
            told.facts.insert(FactId::of(at));
        }
        loop {
            let before = told.decisions.len() + told.facts.len();
            for (at, decision) in scenario.decisions.iter().enumerate() {
                let absent = !reach.may_stand(decision.court);
                if absent
                    || reach
                        .days(&decision.when)
                        .is_err_and(|why| told.knows(&why))
                {
                    told.decisions.insert(DecisionId::of(at));
                    for option in &decision.options {
                        told.facts.extend(facts_of(&option.effects));
                    }
                }
                for option in &decision.options {
                    if reach.days(&option.needs).is_err() {
                        told.facts.extend(facts_of(&option.effects));
                    }
                }
            }
            for incident in &scenario.incidents {
                if reach
                    .days(&incident.when)
                    .is_err_and(|why| told.knows(&why))
                {
                    told.facts.extend(facts_of(&incident.effects));
                }
            }
            if told.decisions.len() + told.facts.len() == before {
                return told;
            }
        }
    }

    /// Whether the reason is one that is told, here or where it lies.
    fn knows(&self, why: &Never) -> bool {
        match why {
            Never::Plain(_) | Never::Outside => true,
            Never::Laid(decision) => self.decisions.contains(decision),
            Never::Fact(fact) => self.facts.contains(fact),
        }
    }

    /// The words for a reason; none when it is told where it lies.
    fn words(&self, why: &Never, scenario: &Scenario) -> Option<String> {
        match why {
            Never::Plain(why) => Some(why.clone()),
            Never::Outside => None,
            other if self.knows(other) => None,
            Never::Laid(decision) => Some(format!(
                "it waits for the decision `{}`, and that is never laid without it",
                scenario.decisions[decision.index()].id
            )),
            Never::Fact(fact) => Some(format!(
                "it waits for the fact `{}`, and that is never established without it",
                scenario.facts[fact.index()].id
            )),
        }
    }
}

/// The facts that effects establish.
fn facts_of(effects: &[Eff]) -> Vec<FactId> {
    let mut facts = Vec::new();
    walk::effects(effects, &mut |effect| {
        if let Effect::Set(fact) = effect {
            facts.push(*fact);
        }
    });
    facts
}

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.names.spanned {
        return;
    }
    let reach = Reach::of(cx.scenario);
    let told = Told::of(cx, &reach);
    let look = Look { cx, reach, told };
    look.decisions(found);
    look.rest(found);
    look.endings(found);
    look.checkpoints(found);
    look.treaties(found);
}

struct Look<'c, 's> {
    cx: &'c Cx<'s>,
    reach: Reach<'c>,
    told: Told,
}

impl Look<'_, '_> {
    /// A warning if a condition can never hold.
    fn never(
        &self,
        key: &'static str,
        span: Span,
        what: &str,
        condition: &Cond,
    ) -> Option<Diagnostic> {
        let why = self.reach.days(condition).err()?;
        let why = self.told.words(&why, self.cx.scenario)?;
        Some(
            self.cx
                .warning(key, span, format!("{what} can never hold: {why}"))
                .confidence(Confidence::Certain),
        )
    }

    fn decisions(&self, found: &mut Found) {
        let (cx, scenario) = (self.cx, self.cx.scenario);
        for (at, (raw, decision)) in cx.raw.decisions.iter().zip(&scenario.decisions).enumerate() {
            let id = &raw.id;
            if !cx.whole(id) {
                continue;
            }
            let never = self.reach.days(&decision.when).is_err();
            if let Some(day) =
                first_named(&decision.when).filter(|day| never && *day > scenario.until)
            {
                let message = format!(
                    "`{}` is laid from {day} on, and the scenario ends on {}",
                    id.value, scenario.until
                );
                // That the day itself lies outside is the same mistake, and told with more here.
                let mut days = Vec::new();
                days_named(&raw.when, &mut days);
                found
                    .list_mut()
                    .retain(|other| other.key != "date-beyond-span" || !days.contains(&other.span));
                let diagnostic = cx.warning("decision-after-end", id.span, message);
                found.push(diagnostic.confidence(Confidence::Certain));
            } else if !self.reach.may_stand(decision.court) {
                let message = format!(
                    "`{}` is laid before `{}`, a court that never comes to stand",
                    id.value, raw.court.value
                );
                let diagnostic = cx.warning("never-holds", raw.court.span, message);
                found.push(diagnostic.confidence(Confidence::Certain));
            } else if let Some(diagnostic) = self.never(
                "never-holds",
                id.span,
                &format!("what `{}` waits for", id.value),
                &decision.when,
            ) {
                found.push(diagnostic);
            }
            if let (Some(again), Ok(days)) = (decision.again, self.reach.days(&decision.when)) {
                let second = days.first.plus_xun(again);
                let last = days.last.min(scenario.until);
                if second > last {
                    let message = format!(
                        "`{}` may be laid again {again} xun after it was closed, on {second} at the earliest, and what it waits for is so until {last} at the latest",
                        id.value
                    );
                    let diagnostic = cx.warning("never-again", id.span, message);
                    found.push(diagnostic.confidence(Confidence::Certain));
                }
            }
            let laid = self.reach.laid[at];
            self.recorded(raw, decision, found);
            for (raw, option) in raw.options.iter().zip(&decision.options) {
                let what = format!("what the option `{}` needs", option.id);
                if let Some(diagnostic) =
                    self.never("never-holds", raw.id.span, &what, &option.needs)
                {
                    found.push(diagnostic);
                }
                if let Some(first) = laid
                    && let Some(xun) = longest_wait(&option.effects)
                    && first.plus_xun(xun) > scenario.until
                {
                    let message = format!(
                        "an effect of the option `{}` comes {xun} xun later, after the end on {}",
                        option.id, scenario.until
                    );
                    let diagnostic = cx.warning("later-after-end", raw.id.span, message);
                    found.push(diagnostic.confidence(Confidence::Certain));
                }
            }
            for aside in &decision.asides {
                let what = format!("an aside of `{}`", id.value);
                if let Some(diagnostic) = self.never("never-holds", id.span, &what, &aside.when) {
                    found.push(diagnostic);
                }
            }
            for (raw, voice) in raw.voices.iter().zip(&decision.voices) {
                let what = format!("the `when` of `{}`", raw.who.value);
                if let Some(diagnostic) =
                    self.never("never-holds", raw.who.span, &what, &voice.when)
                {
                    found.push(diagnostic);
                }
                let what = format!("what `{}` expects", raw.who.value);
                let key = "expectation-impossible";
                if let Some(diagnostic) = self.never(key, raw.by.span, &what, &voice.expected) {
                    found.push(diagnostic);
                    continue;
                }
                let Ok(days) = self.reach.days(&voice.expected) else {
                    continue;
                };
                let message = if days.first.xun_start() > voice.by {
                    format!(
                        "{what} is so from {} on at the earliest, and is tested on {}",
                        days.first, voice.by
                    )
                } else if voice.by.xun_start() > days.last {
                    format!(
                        "{what} is so until {} at the latest, and is tested on {}",
                        days.last, voice.by
                    )
                } else if let Some(first) = laid.filter(|first| *first > voice.by) {
                    format!(
                        "{what} is tested on {}, before the decision can be laid, on {first}",
                        voice.by
                    )
                } else {
                    continue;
                };
                found.push(
                    cx.warning(key, raw.by.span, message)
                        .confidence(Confidence::Certain),
                );
            }
        }
    }

    /// The recorded choice lies where the decision may lie before its court, give or take a xun.
    fn recorded(&self, raw: &RawDecision, decision: &Decision, found: &mut Found) {
        let (Ok(days), day) = (self.reach.days(&decision.when), decision.chosen_on) else {
            return;
        };
        if !(self.cx.scenario.from..=self.cx.scenario.until).contains(&day) {
            return;
        }
        let lapses = days.last.plus_xun(u16::from(decision.patience_xun) + 1);
        let what = format!("what was chosen in `{}` is recorded for {day}", decision.id);
        let message = if day.plus_xun(1) < days.first {
            format!("{what}, and it is laid from {} on", days.first)
        } else if day > lapses {
            format!("{what}, and it is laid until {} at the latest", days.last)
        } else {
            return;
        };
        found.push(
            self.cx
                .warning("record-outside-window", raw.record.date.span, message),
        );
    }

    /// Incidents, levies and drafts.
    fn rest(&self, found: &mut Found) {
        let (cx, scenario) = (self.cx, self.cx.scenario);
        let mut tell = |id: &Name, what: String, condition: &Cond| {
            if cx.whole(id)
                && let Some(diagnostic) = self.never("never-holds", id.span, &what, condition)
            {
                found.push(diagnostic);
            }
        };
        for (raw, incident) in cx.raw.incidents.iter().zip(&scenario.incidents) {
            tell(
                &raw.id,
                format!("what the incident `{}` needs", incident.id),
                &incident.when,
            );
        }
        for (raw, army) in cx.raw.setup.armies.iter().zip(&scenario.armies) {
            tell(
                &raw.id,
                format!("what the levy `{}` needs", army.id),
                &army.needs,
            );
        }
        for (raw, draft) in cx.raw.drafts.iter().zip(&scenario.drafts) {
            tell(
                &raw.id,
                format!("what the draft `{}` needs", draft.id),
                &draft.needs,
            );
        }
    }

    fn endings(&self, found: &mut Found) {
        let (cx, scenario) = (self.cx, self.cx.scenario);
        let mut always: Option<&str> = None;
        for (raw, ending) in cx.raw.endings.iter().zip(&scenario.endings) {
            let (id, key) = (&raw.id, "unreachable-ending");
            if !cx.whole(id) {
                continue;
            }
            // An ending at once may be told on any day, whatever stands before it for the last one.
            if let Some(first) = always.filter(|_| !ending.at_once) {
                let message = format!(
                    "the ending `{}` stands after `{first}`, which always holds",
                    ending.id
                );
                let diagnostic = cx
                    .warning(key, id.span, message)
                    .confidence(Confidence::Certain);
                found.push(diagnostic.help("put the ending that always holds last"));
            } else if let Some(diagnostic) = self.never(
                key,
                id.span,
                &format!("the ending `{}`", ending.id),
                &ending.when,
            ) {
                found.push(diagnostic);
            }
            if ending.when == Condition::Always {
                always = always.or(Some(&ending.id));
            }
        }
        if let (None, Some(last)) = (always, cx.raw.endings.last())
            && cx.whole(&last.id)
        {
            let message = "no ending always holds, so that a game may end without one that is true";
            found.push(
                cx.warning("no-last-ending", last.id.span, message.to_owned())
                    .help("let the last ending have `when: Always`"),
            );
        }
    }

    fn checkpoints(&self, found: &mut Found) {
        let (cx, scenario) = (self.cx, self.cx.scenario);
        for (raw, checkpoint) in cx.raw.record.checkpoints.iter().zip(&scenario.checkpoints) {
            let id = &raw.id;
            if !cx.whole(id) || checkpoint.test == Test::Never {
                continue;
            }
            let what = format!("the checkpoint `{}`", checkpoint.id);
            if let Some(diagnostic) =
                self.never("checkpoint-without-cause", id.span, &what, &checkpoint.what)
            {
                found.push(diagnostic);
            } else if let Test::Happened(day, within) = checkpoint.test
                && day.0 - i32::from(within) > scenario.from.0
                && at_first(&checkpoint.what, scenario) == Some(true)
            {
                let message =
                    format!("{what} is true on the first day already, and is recorded for {day}");
                let diagnostic = cx.warning("checkpoint-true-at-start", id.span, message);
                found.push(
                    diagnostic
                        .confidence(Confidence::Certain)
                        .help("ask whether it stood on a later day, with `StoodOn`"),
                );
            }
        }
    }

    fn treaties(&self, found: &mut Found) {
        let (cx, scenario) = (self.cx, self.cx.scenario);
        let mut sworn: BTreeSet<DraftId> = BTreeSet::new();
        let key = "treaty-party-absent";
        for (raw, (draft, _)) in cx.raw.setup.treaties.iter().zip(&scenario.treaties) {
            sworn.insert(*draft);
            let terms = &scenario.drafts[draft.index()].terms;
            for court in [terms.from, terms.to].map(|court| &scenario.courts[court.index()]) {
                if !court.stands && !raw.draft.value.is_empty() {
                    let message = format!(
                        "`{}` is in force on the first day, and its party `{}` does not stand then",
                        raw.draft.value, court.id
                    );
                    found.push(cx.warning(key, raw.draft.span, message));
                }
            }
        }
        for (at, (raw, draft)) in cx.raw.drafts.iter().zip(&scenario.drafts).enumerate() {
            if sworn.contains(&DraftId::of(at)) || !cx.whole(&raw.id) {
                continue;
            }
            for (name, court) in [(&raw.from, draft.terms.from), (&raw.to, draft.terms.to)] {
                if !self.reach.may_stand(court) {
                    let message = format!(
                        "the draft `{}` speaks to `{}`, a court that never comes to stand",
                        draft.id, name.value
                    );
                    found.push(cx.warning(key, name.span, message));
                }
            }
        }
    }
}

/// The latest day from which on a condition may hold, as its own dates say.
fn first_named(condition: &Cond) -> Option<crate::base::date::Date> {
    match condition {
        Condition::From(day) => Some(*day),
        Condition::All(list) => list.iter().filter_map(first_named).max(),
        _ => None,
    }
}

/// Where the days stand from which on a condition may hold.
fn days_named(condition: &Condition<Written>, out: &mut Vec<Span>) {
    match condition {
        Condition::From(day) => out.push(day.span),
        Condition::All(list) => list.iter().for_each(|part| days_named(part, out)),
        _ => {}
    }
}

/// How many xun the last of these effects waits.
fn longest_wait(effects: &[Eff]) -> Option<u16> {
    let wait = |effect: &Eff| match effect {
        Effect::Later(xun, inner) => Some(u16::from(*xun) + longest_wait(inner).unwrap_or(0)),
        Effect::Chance(_, first, second) => longest_wait(first).max(longest_wait(second)),
        _ => None,
    };
    effects.iter().filter_map(wait).max()
}

/// Whether a condition holds on the first day; none where only a game can tell.
fn at_first(condition: &Cond, book: &Scenario) -> Option<bool> {
    let lives = |person: PersonId| {
        book.people[person.index()]
            .died
            .is_none_or(|died| died >= book.from)
    };
    Some(match condition {
        Condition::Always => true,
        Condition::Not(inner) => !at_first(inner, book)?,
        Condition::All(list) => {
            let parts: Vec<_> = list.iter().map(|c| at_first(c, book)).collect();
            if parts.contains(&Some(false)) {
                return Some(false);
            }
            return parts.iter().all(Option::is_some).then_some(true);
        }
        Condition::Any(list) => {
            let parts: Vec<_> = list.iter().map(|c| at_first(c, book)).collect();
            if parts.contains(&Some(true)) {
                return Some(true);
            }
            return parts.iter().all(Option::is_some).then_some(false);
        }
        Condition::Holds(court, place) => book.places[place.index()].holder == Some(*court),
        Condition::Seat(court, place) => book.courts[court.index()].seat == *place,
        Condition::CourtStands(court) => book.courts[court.index()].stands,
        Condition::Reigns(person, court) => {
            let court = &book.courts[court.index()];
            court.stands && court.ruler == *person
        }
        Condition::InPost(person, post) => book.posts[post.index()].holder == Some(*person),
        Condition::Serves(person, court) => book.people[person.index()].court == Some(*court),
        Condition::Alive(person) => lives(*person),
        Condition::Free(person) => lives(*person) && book.people[person.index()].held_by.is_none(),
        Condition::AtWar(a, b) => {
            let at_war = |a: usize, b| book.courts[a].at_war_with.contains(b);
            at_war(a.index(), b) || at_war(b.index(), a)
        }
        Condition::Bound(a, b) => book.treaties.iter().any(|(sworn, _)| {
            let terms = &book.drafts[sworn.index()].terms;
            terms.binds(*a) && terms.binds(*b)
        }),
        Condition::InForce(draft) => book.treaties.iter().any(|(sworn, _)| sworn == draft),
        Condition::Fact(_) | Condition::Laid(_) | Condition::Chose(..) | Condition::Deposed(_) => {
            false
        }
        _ => return None,
    })
}
