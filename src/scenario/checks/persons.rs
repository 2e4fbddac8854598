//! Nobody speaks, commands or holds a post before he is born or after he is dead, and a voice at court has an office there.

use super::{Cx, walk};
use crate::base::date::Date;
use crate::base::ids::{CourtId, PersonId};
use crate::diagnostics::span::Span;
use crate::orders::{Order, Reign};
use crate::scenario::found::Found;
use crate::scenario::language::{Condition, Effect};
use crate::scenario::model::{Cond, Decision};

/// The days on which a decision may lie before its court, as far as its condition says.
fn window(cx: &Cx<'_>, decision: &Decision) -> (Date, Date) {
    let (mut first, mut last) = (cx.scenario.from, cx.scenario.until);
    let mut bound = |condition: &Cond| match condition {
        Condition::From(day) => first = first.max(*day),
        Condition::Until(day) => last = last.min(*day),
        _ => {}
    };
    match &decision.when {
        Condition::All(list) => list.iter().for_each(bound),
        other => bound(other),
    }
    (first, last.max(first))
}

/// Reports a person who is not alive in these days at all. An unborn or dead man can do nothing, whatever the game does.
fn alive(
    cx: &Cx<'_>,
    found: &mut Found,
    span: Span,
    who: PersonId,
    does: &str,
    (first, last): (Date, Date),
) -> bool {
    let person = &cx.scenario.people[who.index()];
    if let Some(died) = person.died.filter(|died| *died < first) {
        let message = format!("`{}` {does}, and died by {died}", person.id);
        found.push(cx.error("person-dead", span, message));
        return false;
    }
    if let Some(born) = person.born.filter(|born| *born > last) {
        let message = format!(
            "`{}` {does}, and was born on {born} at the earliest",
            person.id
        );
        found.push(cx.error("person-unborn", span, message));
        return false;
    }
    true
}

/// Whether anything gives this person an office at this court in these days: the tables, the setup, or the scenario's own acts.
fn has_office(cx: &Cx<'_>, who: PersonId, court: CourtId, (first, last): (Date, Date)) -> bool {
    let scenario = cx.scenario;
    let person = &scenario.people[who.index()];
    let name = &scenario.courts[court.index()].id;
    let by_table = person.offices.iter().any(|office| {
        office.court == *name
            && office.from.is_none_or(|from| from <= last)
            && office.until.is_none_or(|until| until >= first)
    });
    let of_court = &scenario.courts[court.index()];
    by_table
        || of_court.ruler == who
        || of_court.heir == Some(who)
        || scenario.posts.iter().any(|post| post.court == court && post.holder == Some(who))
        || scenario.armies.iter().any(|army| army.court == court && army.commander == Some(who))
        || scenario.places.iter().any(|place| place.holder == Some(court) && place.captain == Some(who))
        // Whoever is set up with a note is a special case, and the note says which.
        || cx.raw.setup.people.iter().any(|setup| setup.id.value == person.id && !setup.note.is_empty())
        || appointed(cx, who, court)
}

fn appointed(cx: &Cx<'_>, who: PersonId, court: CourtId) -> bool {
    let mut so = false;
    for decision in cx
        .scenario
        .decisions
        .iter()
        .filter(|decision| decision.court == court)
    {
        for option in &decision.options {
            walk::effects(&option.effects, &mut |effect| {
                so |= matches!(effect, Effect::Order(Order::Appoint { person, .. } | Order::Command { person, .. }) if *person == who);
            });
        }
    }
    so
}

/// Reports an heir who could not be named: the order would be dropped, and the option's words would stay.
fn of_the_house(cx: &Cx<'_>, found: &mut Found, span: Span, who: PersonId, court: CourtId) {
    let person = &cx.scenario.people[who.index()];
    if person.house == Some(court) {
        return;
    }
    let message = format!(
        "`{}` is named heir, and is not of the ruling house of `{}`",
        person.id,
        cx.scenario.courts[court.index()].id
    );
    let help = "give him a title in the table's offices that only those of the house bear (`heir`, `Prince of`), or name another";
    found.push(cx.warning("not-of-the-house", span, message).help(help));
}

/// Reports a charge at a court that the tables never let the man serve.
fn of_that_court(
    cx: &Cx<'_>,
    found: &mut Found,
    span: Span,
    who: PersonId,
    court: CourtId,
    has: &str,
) {
    let (person, court) = (
        &cx.scenario.people[who.index()],
        &cx.scenario.courts[court.index()],
    );
    let served = cx
        .tables
        .people
        .get(who.index())
        .is_some_and(|(_, raw)| raw.courts.iter().any(|name| name.value == court.id));
    let set_up = |setup: &crate::scenario::raw::RawPersonSetup| {
        setup.id.value == person.id && (setup.serves.is_some() || !setup.note.is_empty())
    };
    if served
        || court.band
        || person.offices.iter().any(|office| office.court == court.id)
        || cx.raw.setup.people.iter().any(set_up)
    {
        return;
    }
    let message = format!(
        "`{}` {has} of `{}`, a court that the tables never let him serve",
        person.id, court.id
    );
    let help =
        "add the court to his `courts` in the table, or set him up here with `serves` or a note";
    found.push(cx.warning("serves-another", span, message).help(help));
}

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    if !cx.names.spanned {
        return;
    }
    let scenario = cx.scenario;
    let first_day = (scenario.from, scenario.from);
    for (raw, court) in cx
        .raw
        .courts
        .iter()
        .zip(&scenario.courts)
        .filter(|(raw, court)| cx.whole(&raw.id) && court.stands)
    {
        alive(
            cx,
            found,
            raw.ruler.span,
            court.ruler,
            "reigns on the first day",
            first_day,
        );
        if let (Some(raw), Some(heir)) = (&raw.heir, court.heir) {
            alive(
                cx,
                found,
                raw.span,
                heir,
                "is heir on the first day",
                first_day,
            );
        }
    }
    for (raw, post) in cx
        .raw
        .posts
        .iter()
        .zip(&scenario.posts)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        if let (Some(raw), Some(holder)) = (&raw.holder, post.holder) {
            alive(
                cx,
                found,
                raw.span,
                holder,
                "holds a post on the first day",
                first_day,
            );
            of_that_court(cx, found, raw.span, holder, post.court, "holds a post");
        }
    }
    let whole_span = (scenario.from, scenario.until);
    for (raw, army) in cx
        .raw
        .setup
        .armies
        .iter()
        .zip(&scenario.armies)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        if let (Some(raw), Some(commander)) = (&raw.commander, army.commander) {
            let days = if army.stands { first_day } else { whole_span };
            alive(cx, found, raw.span, commander, "commands an army", days);
            of_that_court(
                cx,
                found,
                raw.span,
                commander,
                army.court,
                "commands an army",
            );
        }
    }
    for setup in &cx.raw.setup.places {
        let captain = scenario
            .place(&setup.id.value)
            .and_then(|place| scenario.places[place.index()].captain);
        if let (Some(raw), Some(captain)) = (&setup.captain, captain) {
            alive(
                cx,
                found,
                raw.span,
                captain,
                "answers for walls on the first day",
                first_day,
            );
            let holder = scenario
                .place(&setup.id.value)
                .and_then(|place| scenario.places[place.index()].holder);
            if let Some(holder) = holder {
                of_that_court(cx, found, raw.span, captain, holder, "answers for walls");
            }
        }
    }
    for (raw, decision) in cx
        .raw
        .decisions
        .iter()
        .zip(&scenario.decisions)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        let days = window(cx, decision);
        for (raw, voice) in raw.voices.iter().zip(&decision.voices) {
            if !alive(cx, found, raw.who.span, voice.who, "speaks", days) {
                continue;
            }
            // An envoy holds his office at the court that sent him.
            let sent = voice.envoy
                && (0..scenario.courts.len())
                    .map(CourtId::of)
                    .any(|court| has_office(cx, voice.who, court, days));
            if !sent && !has_office(cx, voice.who, decision.court, days) {
                let (person, court) = (
                    &scenario.people[voice.who.index()],
                    &scenario.courts[decision.court.index()],
                );
                let message = format!(
                    "`{}` speaks at `{}` without an office there between {} and {}",
                    person.id, court.id, days.0, days.1
                );
                let offices: Vec<String> = person
                    .offices
                    .iter()
                    .filter(|office| office.court == court.id)
                    .map(|office| {
                        let day = |date: Option<Date>| {
                            date.map_or_else(|| "?".to_owned(), |date| date.to_string())
                        };
                        format!(
                            "{} ({} to {})",
                            office.title,
                            day(office.from),
                            day(office.until)
                        )
                    })
                    .collect();
                let help = if offices.is_empty() {
                    "the tables give him none there".to_owned()
                } else {
                    format!("he was {}", offices.join("; "))
                };
                found.push(
                    cx.warning("voice-without-office", raw.who.span, message)
                        .help(help),
                );
            }
        }
        for (raw, option) in raw.options.iter().zip(&decision.options) {
            walk::effects(&option.effects, &mut |effect| {
                if let Effect::Order(
                    Order::Appoint { person, .. } | Order::Command { person, .. },
                ) = effect
                {
                    alive(cx, found, raw.id.span, *person, "is given a charge", days);
                }
                if let Effect::Order(Order::Reign(reign)) = effect
                    && let Reign::NameHeir { person } = **reign
                {
                    of_the_house(cx, found, raw.id.span, person, decision.court);
                }
            });
        }
    }
}
