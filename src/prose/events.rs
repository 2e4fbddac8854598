//! What happened, and why numbers moved: a sober sentence each. Bookkeeping has none.

use super::conditions::clause;
use super::names;
use super::numbers::{about, few, goods, join, number};
use super::orders::order;
use super::sentence;
use super::texts::{Texts, tr};
use crate::base::ids::{ArmyId, CourtId, DraftId, PersonId, PlaceId};
use crate::events::{Chased, Downfall, Event, How, Reason, Stat, Why};
use crate::orders::Proclamation;
use crate::rules::formulas::throne;
use crate::rules::systems::treaties::grievance::Grievance;
use crate::scenario::language::{BattleKind, Clause, Effect, Good};
use crate::scenario::model::{Eff, PlaceKind};
use crate::view::View;

/// What happened, in a sentence; none for what is of no note.
#[must_use]
pub fn event(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    tell(texts, view, event).map(|text| sentence(&text))
}

/// A sentence on one event or on several that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The events that it tells of, by their index; the first is the one it begins with.
    pub of: Vec<usize>,
    /// In words.
    pub text: String,
}

/// What happened in one turn, in as few sentences as say it: what another sentence says already is left out, and what
/// is alike shares one.
#[must_use]
pub fn tellings(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Vec<Telling> {
    let mut done: Vec<bool> = (0..events.len())
        .map(|i| event(texts, view, events[i]).is_none() || is_said(view, events, i))
        .collect();
    let mut out = Vec::new();
    for (i, first) in events.iter().enumerate() {
        if done[i] {
            continue;
        }
        let like: Vec<usize> = (i..events.len())
            .filter(|j| *j == i || (!done[*j] && alike(first, events[*j])))
            .collect();
        for j in &like {
            done[*j] = true;
        }
        let group: Vec<&Event> = like.iter().map(|j| events[*j]).collect();
        let text = match first {
            Event::Fought {
                kind: kind @ (BattleKind::Assault | BattleKind::Crossing),
                place,
                attacker,
                defender,
                attackers,
                defenders,
                won: true,
            } if stormed(events, *place) => Some(sentence(&tr!(
                texts,
                match kind {
                    BattleKind::Assault => "event-assault-taken",
                    _ => "event-pass-taken",
                },
                place = names::place(view.book(), *place),
                attacker = names::court(view.book(), *attacker),
                defender = names::court(view.book(), *defender),
                attackers = about(*attackers),
                defenders = about(*defenders)
            ))),
            // Where, and that it was beaten off, the fight said.
            Event::Halted { army, at, before } if fought(events, *before, false) => {
                Some(sentence(&tr!(
                    texts,
                    "event-halted-there",
                    army = names::army(texts, view.book(), *army),
                    at = names::place(view.book(), *at)
                )))
            }
            Event::WentOver { person, to } => match led(events, i) {
                Some(army) => Some(sentence(&tr!(
                    texts,
                    "event-went-over-army",
                    person = names::name(view, *person),
                    court = names::court(view.book(), *to),
                    army = names::army(texts, view.book(), army)
                ))),
                None => together(texts, view, &group),
            },
            _ => together(texts, view, &group),
        };
        out.extend(text.map(|text| Telling { of: like, text }));
    }
    out
}

/// Whether the place fell in these events.
fn fell(events: &[&Event], at: PlaceId) -> bool {
    events
        .iter()
        .any(|e| matches!(e, Event::Fell { place, .. } if *place == at))
}

/// Whether it fell by storm.
fn stormed(events: &[&Event], at: PlaceId) -> bool {
    events
        .iter()
        .any(|e| matches!(e, Event::Fell { place, how: How::Storm, .. } if *place == at))
}

/// Whether a crossing or a pass was fought for at a place in these events, on land or water, and forced or not.
fn fought(events: &[&Event], at: PlaceId, forced: bool) -> bool {
    events.iter().any(|e| {
        matches!(e, Event::Fought { kind: BattleKind::Crossing | BattleKind::River, place, won, .. } if (*place, *won) == (at, forced))
    })
}

/// The army that went over right after this person did.
fn led(events: &[&Event], i: usize) -> Option<ArmyId> {
    match (events[i], events.get(i + 1)?) {
        (Event::WentOver { to, .. }, Event::ArmyWentOver { army, to: too }) if to == too => {
            Some(*army)
        }
        _ => None,
    }
}

/// Whether another of these events says this one too.
fn is_said(view: &View<'_>, events: &[&Event], i: usize) -> bool {
    let any = |test: &dyn Fn(&Event) -> bool| events.iter().any(|e| test(e));
    match *events[i] {
        Event::Fell {
            place,
            how: How::Storm,
            ..
        } => any(
            &|e| matches!(e, Event::Fought { kind: BattleKind::Assault | BattleKind::Crossing, place: at, won: true, .. } if *at == place),
        ),
        // Whoever forced a crossing is over the river.
        Event::Crossed { place, .. } => any(
            &|e| matches!(e, Event::Fought { kind: BattleKind::Crossing, place: at, won: true, .. } if *at == place),
        ),
        Event::SiegeLaid { place, .. } => fell(events, place),
        // What stopped an army before a crossing is told with how it was forced, or was not.
        Event::Stopped { army, before, .. } => {
            fought(events, before, true)
                || fought(events, before, false)
                || any(&|e| match *e {
                    Event::Crossed { army: who, place }
                    | Event::Halted {
                        army: who,
                        before: place,
                        ..
                    } => (who, place) == (army, before),
                    _ => false,
                })
        }
        Event::SiegeLifted { place } => {
            fell(events, place)
                || any(
                    &|e| matches!(e, Event::Fought { kind: BattleKind::Relief, place: at, won: true, .. } if *at == place),
                )
        }
        Event::ArmyWentOver { .. } => i > 0 && led(events, i - 1).is_some(),
        Event::Enthroned { court, .. } => {
            any(&|e| matches!(e, Event::Abdicated { court: of, .. } if *of == court))
        }
        Event::Died {
            person,
            in_battle: false,
        } => {
            let name = names::name(view, person);
            any(&|e| {
                matches!(e, Event::Befell { incident, .. } if {
                    let told = &view.book().incidents[incident.index()];
                    let dies = |effect: &Eff| matches!(effect, Effect::Die(who) if *who == person);
                    told.effects.iter().any(dies)
                        || told.title.contains(&name)
                        || told.text.contains(&name)
                })
            })
        }
        Event::ClauseKept { draft, clause, .. } => any(
            &|e| matches!(e, Event::ClausePaid { draft: d, clause: c, .. } if (*d, *c) == (draft, clause)),
        ),
        _ => false,
    }
}

/// Several events in one sentence. They must be alike: see [`alike`].
fn together(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Option<String> {
    let first = *events.first()?;
    if events.len() < 2 {
        return event(texts, view, first);
    }
    if let Event::Befell { .. } = first {
        let others: Vec<String> = events[1..]
            .iter()
            .filter_map(|e| befallen(texts, view, e))
            .collect();
        let text = event(texts, view, first)?;
        return Some(tr!(
            texts,
            "event-befell-also",
            text = text,
            others = few(texts, &others)
        ));
    }
    tell_many(texts, view, events).map(|t| sentence(&t))
}

/// Incidents whose stories are known: the title of each, and where.
#[must_use]
pub fn again(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Vec<String> {
    let mut out: Vec<(&str, Vec<String>)> = Vec::new();
    for event in events {
        let Event::Befell { incident, .. } = event else {
            continue;
        };
        let title = view.book().incidents[incident.index()].title.as_str();
        let what = befallen(texts, view, event);
        match out.iter_mut().find(|(t, _)| *t == title) {
            // Where it befell the same twice, once is enough.
            Some((_, list)) => list.extend(what.filter(|name| !list.contains(name))),
            None => out.push((title, what.into_iter().collect())),
        }
    }
    out.into_iter()
        .map(|(title, list)| {
            let title = title.trim_end_matches('.');
            if list.is_empty() {
                return title.to_owned();
            }
            tr!(
                texts,
                "event-befell-again",
                title = title,
                list = few(texts, &list)
            )
        })
        .collect()
}

/// What it means that one who sits or sat on a throne is free again; none for anybody else.
fn came_home(texts: &Texts, view: &View<'_>, who: PersonId) -> Option<String> {
    let court = view.figure(who).court?;
    let (book, realm) = (view.book(), view.other(court));
    let of = names::court(book, court);
    let seat = names::place(book, realm.seat);
    if realm.ruler == who {
        return Some(tr!(texts, "event-freed-ruler", court = of, seat = seat));
    }
    let elder = view.figure(who).reigned && realm.stands;
    elder.then(|| {
        let ruler = names::name(view, realm.ruler);
        let n = -throne::ELDER_HOME;
        tr!(
            texts,
            "event-freed-elder",
            court = of,
            seat = seat,
            ruler = ruler,
            n = n
        )
    })
}

/// Whether a way goes through hills there and not over water.
fn is_pass(view: &View<'_>, at: PlaceId) -> bool {
    view.book().atlas.places[at.index()].kind == PlaceKind::Pass
}

/// What an incident befell, by name.
fn befallen(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    match event {
        Event::Befell { army: Some(id), .. } => Some(names::army(texts, view.book(), *id)),
        Event::Befell {
            place: Some(at), ..
        } => Some(names::place(view.book(), *at)),
        _ => None,
    }
}

/// Whether two events are told together.
#[must_use]
pub fn alike(a: &Event, b: &Event) -> bool {
    use Event as E;
    match (a, b) {
        (
            E::Fell {
                from: f1,
                to: t1,
                how: h1,
                ..
            },
            E::Fell {
                from: f2,
                to: t2,
                how: h2,
                ..
            },
        ) => (f1, t1, h1) == (f2, t2, h2),
        (E::Befell { incident: a, .. }, E::Befell { incident: b, .. }) => a == b,
        (
            E::CessionOrdered {
                to: t1, draft: d1, ..
            },
            E::CessionOrdered {
                to: t2, draft: d2, ..
            },
        ) => (t1, d1) == (t2, d2),
        (
            E::SiegeLaid {
                by: a, close: c1, ..
            },
            E::SiegeLaid {
                by: b, close: c2, ..
            },
        ) => (a, c1) == (b, c2),
        (E::Reached { place: a, .. }, E::Reached { place: b, .. })
        | (E::Raised { at: a, .. }, E::Raised { at: b, .. }) => a == b,
        (E::Gone { scattered: a, .. }, E::Gone { scattered: b, .. })
        | (E::Died { in_battle: a, .. }, E::Died { in_battle: b, .. }) => a == b,
        (
            E::Taken {
                by: a,
                surrendered: s1,
                ..
            },
            E::Taken {
                by: b,
                surrendered: s2,
                ..
            },
        ) => (a, s1) == (b, s2),
        (E::ClausePaid { draft: a, .. }, E::ClausePaid { draft: b, .. }) => a == b,
        (
            E::ClauseKept {
                draft: d1, by: a, ..
            },
            E::ClauseKept {
                draft: d2, by: b, ..
            },
        )
        | (
            E::ClauseBroken {
                draft: d1, by: a, ..
            },
            E::ClauseBroken {
                draft: d2, by: b, ..
            },
        ) => (d1, a) == (d2, b),
        (E::Entered { to: a, .. }, E::Entered { to: b, .. })
        | (E::PaidInKind { court: a, .. }, E::PaidInKind { court: b, .. }) => a == b,
        (E::BandGathered { .. }, E::BandGathered { .. })
        | (E::BandDispersed { .. }, E::BandDispersed { .. })
        | (E::CessionRefused { .. }, E::CessionRefused { .. })
        | (E::SiegeLifted { .. }, E::SiegeLifted { .. })
        | (E::CrossingBurnt { .. }, E::CrossingBurnt { .. })
        | (E::CrossingMended { .. }, E::CrossingMended { .. })
        | (E::Rose { .. }, E::Rose { .. }) => true,
        _ => false,
    }
}

/// Tells events that are alike, one or more.
fn tell_many(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Option<String> {
    let book = view.book();
    let n = events.len();
    let places: Vec<String> = events
        .iter()
        .filter_map(|e| match e {
            Event::Fell { place, .. }
            | Event::CessionOrdered { place, .. }
            | Event::CessionRefused { place }
            | Event::SiegeLaid { place, .. }
            | Event::SiegeLifted { place }
            | Event::CrossingBurnt { place }
            | Event::CrossingMended { place }
            | Event::Rose { place }
            | Event::BandGathered { place, .. }
            | Event::BandDispersed { place, .. } => Some(names::place(book, *place)),
            _ => None,
        })
        .collect();
    let armies: Vec<String> = events
        .iter()
        .filter_map(|e| match e {
            Event::Reached { army, .. } | Event::Raised { army, .. } | Event::Gone { army, .. } => {
                Some(names::army(texts, book, *army))
            }
            _ => None,
        })
        .collect();
    let people: Vec<String> = events
        .iter()
        .filter_map(|e| match e {
            Event::Taken { person, .. }
            | Event::Died { person, .. }
            | Event::Entered { person, .. } => Some(names::name(view, *person)),
            _ => None,
        })
        .collect();
    let (all, some) = (join(texts, &places), few(texts, &places));
    let some_people = few(texts, &people);
    let (armies, people) = (join(texts, &armies), join(texts, &people));
    Some(match **events.first()? {
        Event::Fell { to, how, .. } => {
            let key = match how {
                How::Storm => "event-fell-storm",
                How::Hunger => "event-fell-hunger",
                How::Treachery => "event-fell-treachery",
                How::Terms => "event-fell-terms",
                How::Abandoned => "event-fell-abandoned",
                How::Ceded => "event-fell-ceded",
                How::Rising => "event-fell-rising",
                How::Given => "event-fell-given",
            };
            tr!(texts, key, places = all, to = names::court(book, to))
        }
        Event::CessionOrdered { to, .. } => tr!(
            texts,
            "event-cession-ordered",
            places = all,
            to = names::court(book, to)
        ),
        Event::CessionRefused { .. } => tr!(texts, "event-cession-refused", places = some),
        Event::SiegeLaid { by, close, .. } => {
            let key = if close {
                "event-siege-close"
            } else {
                "event-siege-loose"
            };
            tr!(
                texts,
                key,
                // A watch from afar is no siege: of many a few are enough.
                places = if close { all } else { some },
                court = names::court(book, by),
                n = n
            )
        }
        Event::BandGathered { .. } => tr!(texts, "event-band-gathered", place = some),
        Event::BandDispersed { .. } => tr!(texts, "event-band-dispersed", place = some),
        Event::Entered { to, .. } => tr!(
            texts,
            "event-entered",
            person = some_people,
            court = names::court(book, to)
        ),
        Event::PaidInKind { .. } => {
            let (mut silver, mut silk, mut owed) = (0, 0, 0);
            for event in events {
                if let Event::PaidInKind {
                    silver: taels,
                    silk: bolts,
                    unpaid,
                    ..
                } = event
                {
                    silver += taels;
                    silk += bolts;
                    owed += unpaid;
                }
            }
            let given = [(Good::Silver, silver), (Good::Silk, silk)];
            let given: Vec<String> = given
                .into_iter()
                .filter(|(_, amount)| *amount > 0)
                .map(|(good, amount)| goods(texts, good, amount))
                .collect();
            let key = if given.is_empty() {
                "event-unpaid-often"
            } else if owed > 0 {
                "event-paid-in-kind-often-short"
            } else {
                "event-paid-in-kind-often"
            };
            tr!(
                texts,
                key,
                n = n,
                goods = join(texts, &given),
                owed = goods(texts, Good::Cash, owed)
            )
        }
        Event::SiegeLifted { .. } => tr!(texts, "event-siege-lifted", places = all, n = n),
        Event::CrossingBurnt { .. } => tr!(texts, "event-crossing-burnt", places = all),
        Event::CrossingMended { .. } => tr!(texts, "event-crossing-mended", places = all),
        Event::Rose { .. } => tr!(texts, "event-rose", places = some),
        Event::Reached { place, .. } => tr!(
            texts,
            "event-reached",
            armies = armies,
            place = names::place(book, place)
        ),
        Event::Raised { at, .. } => tr!(
            texts,
            "event-raised",
            armies = armies,
            place = names::place(book, at)
        ),
        Event::Gone { scattered, .. } => {
            let key = if scattered {
                "event-scattered"
            } else {
                "event-gone"
            };
            tr!(texts, key, armies = armies)
        }
        Event::Died { in_battle, .. } => {
            let key = if in_battle {
                "event-died-battle"
            } else {
                "event-died"
            };
            tr!(texts, key, people = people, n = n)
        }
        Event::Taken {
            by, surrendered, ..
        } => {
            let key = if surrendered {
                "event-surrendered"
            } else {
                "event-taken"
            };
            tr!(
                texts,
                key,
                people = people,
                court = names::court(book, by),
                n = n
            )
        }
        Event::ClausePaid { draft, .. } => {
            let list: Vec<String> = events
                .iter()
                .filter_map(|e| match e {
                    Event::ClausePaid { clause, amount, .. } => {
                        match view.terms(draft).clauses.get(usize::from(*clause))? {
                            Clause::Pay { good, .. } | Clause::Yearly { good, .. } => {
                                Some(goods(texts, *good, *amount))
                            }
                            _ => None,
                        }
                    }
                    _ => None,
                })
                .collect();
            tr!(
                texts,
                "event-clause-paid",
                draft = names::draft(texts, view, draft),
                goods = join(texts, &list)
            )
        }
        Event::ClauseKept { draft, by, .. } => tr!(
            texts,
            "event-clause-kept",
            court = names::court(book, by),
            draft = names::draft(texts, view, draft),
            clause = of_clauses(texts, view, draft, events)
        ),
        Event::ClauseBroken { draft, by, .. } => {
            let broken = tr!(
                texts,
                "event-clause-broken",
                court = names::court(book, by),
                draft = names::draft(texts, view, draft),
                clause = of_clauses(texts, view, draft, events)
            );
            match entails(texts, view, draft, by) {
                Some(entails) => format!("{broken} {entails}"),
                None => broken,
            }
        }
        _ => return None,
    })
}

/// What it gives the other party of a paper that this one broke its word; told to the two of them.
fn entails(texts: &Texts, view: &View<'_>, draft: DraftId, by: CourtId) -> Option<String> {
    let terms = view.terms(draft);
    // Where it has come to war everything is withheld.
    if !terms.binds(view.court()) || view.at_war(terms.other(view.court())) {
        return None;
    }
    let court = names::court(view.book(), terms.other(view.court()));
    let key = if by == view.court() {
        "event-broken-yours"
    } else if view.grievance(draft) == Grievance::Disputed {
        "event-broken-disputed"
    } else {
        "event-broken-theirs"
    };
    Some(tr!(texts, key, court = court))
}

/// Who kept or broke a clause.
const fn by(event: &Event) -> Option<CourtId> {
    match event {
        Event::ClauseKept { by, .. } | Event::ClauseBroken { by, .. } => Some(*by),
        _ => None,
    }
}

/// What the clauses of these events ask for; towns to be handed over share one.
fn of_clauses(texts: &Texts, view: &View<'_>, draft: DraftId, events: &[&Event]) -> String {
    let book = view.book();
    let list = &view.terms(draft).clauses;
    let (mut towns, mut others) = (Vec::new(), Vec::new());
    for event in events {
        let (Event::ClauseKept { clause: c, .. } | Event::ClauseBroken { clause: c, .. }) = event
        else {
            continue;
        };
        match list.get(usize::from(*c)) {
            Some(Clause::Cede { place, by, due_xun }) => towns.push((*place, *by, *due_xun)),
            // Where one side breaks the peace, what the other owed is void as well; that is no word of the breaker.
            Some(other) if other.binds().is_none_or(|court| Some(*court) == by(event)) => {
                others.push(clause(texts, view, other));
            }
            Some(_) | None => {}
        }
    }
    if let Some((_, by, due)) = towns.first() {
        let places: Vec<String> = towns
            .iter()
            .map(|(at, ..)| names::place(book, *at))
            .collect();
        others.insert(
            0,
            tr!(
                texts,
                "clause-cede-many",
                court = names::court(book, *by),
                n = *due,
                places = few(texts, &places)
            ),
        );
    }
    others.join("; ")
}

fn tell(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    let book = view.book();
    let court = |id| names::court(book, id);
    let place = |id| names::place(book, id);
    let person = |id| names::name(view, id);
    let army = |id| names::army(texts, book, id);
    let draft = |id| names::draft(texts, view, id);
    let own = |id| book.armies[crate::base::ids::ArmyId::index(id)].court == view.court();
    Some(match *event {
        Event::Laid { decision, again } => {
            let matter = &book.decisions[decision.index()];
            tr!(
                texts,
                if again {
                    "event-laid-again"
                } else {
                    "event-laid"
                },
                court = court(matter.court),
                title = matter.title.as_str()
            )
        }
        Event::Chose { decision, option } => {
            let matter = &book.decisions[decision.index()];
            let label = matter
                .options
                .get(option.index())?
                .label
                .trim_end_matches('.');
            tr!(
                texts,
                "event-chose",
                court = court(matter.court),
                title = matter.title.as_str(),
                label = label
            )
        }
        Event::CameDue { decision, option } => {
            let matter = &book.decisions[decision.index()];
            let chosen = matter.options.get(option.index())?;
            tr!(
                texts,
                "event-came-due",
                title = matter.title.as_str(),
                label = chosen.label.trim_end_matches('.')
            )
        }
        Event::Lapsed { decision } => tr!(
            texts,
            "event-lapsed",
            title = book.decisions[decision.index()].title.as_str()
        ),
        Event::Ordered {
            court: by,
            order: ref what,
        } => {
            tr!(
                texts,
                "event-ordered",
                court = court(by),
                order = order(texts, view, what)
            )
        }
        // Only the end of a march is of note.
        Event::Reached {
            army: id,
            place: at,
        } => {
            let own = view.army(id)?;
            if own.goal != at {
                return None;
            }
            tell_many(texts, view, &[event])?
        }
        Event::Crossed {
            army: id,
            place: at,
        } => tr!(texts, "event-crossed", army = army(id), place = place(at)),
        Event::Stopped {
            army: id,
            at,
            before,
        } => {
            let key = if is_pass(view, before) {
                "event-stopped-pass"
            } else {
                "event-stopped"
            };
            tr!(
                texts,
                key,
                army = army(id),
                at = place(at),
                before = place(before)
            )
        }
        Event::Halted {
            army: id,
            at,
            before,
        } => tr!(
            texts,
            "event-halted",
            army = army(id),
            at = place(at),
            before = place(before)
        ),
        Event::NotLetIn {
            army: id,
            at,
            place: before,
            by,
        } => tr!(
            texts,
            "event-not-let-in",
            army = army(id),
            at = place(at),
            place = place(before),
            court = court(by)
        ),
        Event::Raised { .. }
        | Event::Gone { .. }
        | Event::SiegeLaid { .. }
        | Event::SiegeLifted { .. }
        | Event::Fell { .. }
        | Event::CessionOrdered { .. }
        | Event::CessionRefused { .. }
        | Event::CrossingBurnt { .. }
        | Event::CrossingMended { .. }
        | Event::Rose { .. }
        | Event::Died { .. }
        | Event::Taken { .. }
        | Event::ClauseKept { .. }
        | Event::ClausePaid { .. }
        | Event::ClauseBroken { .. } => tell_many(texts, view, &[event])?,
        Event::Fought {
            kind,
            place: at,
            attacker,
            defender,
            attackers,
            defenders,
            won,
        } => {
            let key = match (kind, won) {
                (BattleKind::Field, true) => "event-field-won",
                (BattleKind::Field, false) => "event-field-lost",
                (BattleKind::Crossing, true) if is_pass(view, at) => "event-pass-won",
                (BattleKind::Crossing, false) if is_pass(view, at) => "event-pass-lost",
                (BattleKind::Crossing, true) => "event-crossing-won",
                (BattleKind::Crossing, false) => "event-crossing-lost",
                (BattleKind::Relief, true) => "event-relief-won",
                (BattleKind::Relief, false) => "event-relief-lost",
                (BattleKind::Raid, true) => "event-raid-won",
                (BattleKind::Raid, false) => "event-raid-lost",
                (BattleKind::Assault, true) => "event-assault-won",
                (BattleKind::Assault, false) => "event-assault-lost",
                (BattleKind::Sortie, true) => "event-sortie-won",
                (BattleKind::Sortie, false) => "event-sortie-lost",
                (BattleKind::River, true) => "event-river-won",
                (BattleKind::River, false) => "event-river-lost",
                (BattleKind::Midstream, true) => "event-midstream-won",
                (BattleKind::Midstream, false) => "event-midstream-lost",
            };
            tr!(
                texts,
                key,
                place = place(at),
                attacker = court(attacker),
                defender = court(defender),
                attackers = about(attackers),
                defenders = about(defenders)
            )
        }
        Event::RingChanged { place: at, close } => {
            tr!(
                texts,
                if close {
                    "event-ring-tight"
                } else {
                    "event-ring-loose"
                },
                place = place(at)
            )
        }
        Event::GateOpened { place: at, men } => tr!(
            texts,
            "event-gate-opened",
            place = place(at),
            men = number(men)
        ),
        Event::DikeBroken { place: at } => tr!(texts, "event-dike", place = place(at)),
        Event::RiverMoved { .. }
        | Event::Flooded { .. }
        | Event::Resettled { .. }
        | Event::ShipsLaid { .. }
        | Event::ShipsReady { .. }
        | Event::Embarked { .. }
        | Event::Moored { .. }
        | Event::ShipsLost { .. }
        | Event::IceStopped { .. }
        | Event::ConvoySent { .. }
        | Event::ConvoyCame { .. }
        | Event::ConvoyRaided { .. }
        | Event::Dearth { .. }
        | Event::Roused { .. }
        | Event::BandGathered { .. }
        | Event::BandDispersed { .. } => super::land::event(texts, view, event)?,
        Event::Executed { person: who } => tr!(texts, "event-executed", person = person(who)),
        Event::Exiled { person: who } => tr!(texts, "event-exiled", person = person(who)),
        Event::Recalled { person: who } => tr!(texts, "event-recalled", person = person(who)),
        Event::Detained { person: who } => tr!(texts, "event-detained", person = person(who)),
        Event::Freed { person: who } => {
            let free = tr!(texts, "event-freed", person = person(who));
            match came_home(texts, view, who) {
                Some(home) => format!("{free} {home}"),
                None => free,
            }
        }
        Event::Went {
            person: who,
            place: at,
        } => {
            if view.figure(who).court != Some(view.court()) {
                return None;
            }
            tr!(texts, "event-went", person = person(who), place = place(at))
        }
        Event::WentOver { person: who, to } => tr!(
            texts,
            "event-went-over",
            person = person(who),
            court = court(to)
        ),
        Event::Entered { person: who, to } => tr!(
            texts,
            "event-entered",
            person = person(who),
            court = court(to)
        ),
        Event::Declined { person: who, by } => tr!(
            texts,
            "event-declined",
            person = person(who),
            court = court(by)
        ),
        Event::ArmyWentOver { army: id, to } => {
            tr!(texts, "event-army-over", army = army(id), court = court(to))
        }
        Event::Appointed { person: who, post } => {
            if book.posts[post.index()].court != view.court() {
                return None;
            }
            tr!(
                texts,
                "event-appointed",
                person = person(who),
                post = names::post(book, post)
            )
        }
        Event::Vacated { person: who, post } => {
            if book.posts[post.index()].court != view.court() {
                return None;
            }
            tr!(
                texts,
                "event-vacated",
                person = person(who),
                post = names::post(book, post)
            )
        }
        Event::TookCommand {
            person: who,
            army: id,
        } => {
            if !own(id) {
                return None;
            }
            match who {
                Some(who) => tr!(
                    texts,
                    "event-took-command",
                    person = person(who),
                    army = army(id)
                ),
                None => tr!(texts, "event-lost-command", army = army(id)),
            }
        }
        Event::TookWalls {
            person: who,
            place: at,
        } => {
            view.town(at)?;
            match who {
                Some(who) => tr!(
                    texts,
                    "event-took-walls",
                    person = person(who),
                    place = place(at)
                ),
                None => tr!(texts, "event-lost-walls", place = place(at)),
            }
        }
        Event::Abdicated {
            court: of,
            from,
            to,
        } => {
            tr!(
                texts,
                "event-abdicated",
                court = court(of),
                from = person(from),
                to = person(to)
            )
        }
        Event::Enthroned {
            court: of,
            person: who,
        } => tr!(
            texts,
            "event-enthroned",
            court = court(of),
            person = person(who)
        ),
        Event::HouseDeposed { court: of, by } => {
            tr!(texts, "event-deposed", court = court(of), by = court(by))
        }
        Event::CourtSetUp {
            court: of,
            ruler,
            seat,
            by,
        } => {
            tr!(
                texts,
                "event-court-up",
                court = court(of),
                person = person(ruler),
                place = place(seat),
                by = court(by)
            )
        }
        Event::WarChosen { on, decision, .. } => tr!(
            texts,
            "event-war-choice",
            on = court(on),
            title = view.book().decisions[decision.index()].title.as_str()
        ),
        Event::TieEnded { client, patron } => tr!(
            texts,
            "event-tie-ended",
            client = court(client),
            patron = court(patron)
        ),
        Event::CourtFell { court: of, why } => {
            let fell = tr!(texts, "event-court-fell", court = court(of));
            match why {
                Downfall::NoHouse => fell,
                Downfall::Unguarded { patron, near, own } => {
                    let key = if near == 0 {
                        "event-court-forsaken"
                    } else {
                        "event-court-unguarded"
                    };
                    let why = tr!(
                        texts,
                        key,
                        court = court(of),
                        patron = court(patron),
                        near = about(near),
                        own = about(own)
                    );
                    format!("{fell} {why}")
                }
            }
        }
        Event::CourtMoved { court: of, to } => tr!(
            texts,
            "event-court-moved",
            court = court(of),
            place = place(to)
        ),
        Event::Proposed { draft: d } => {
            let paper = view.terms(d);
            tr!(
                texts,
                "event-proposed",
                from = court(paper.from),
                to = court(paper.to),
                draft = draft(d)
            )
        }
        Event::Heard { .. }
        | Event::CameOut { .. }
        | Event::Disavowed { .. }
        | Event::GaveBack { .. } => return super::bargain::told(texts, view, event),
        Event::Succeeded { .. }
        | Event::Gathered { .. }
        | Event::Parted { .. }
        | Event::Dispatched { .. }
        | Event::Took { .. }
        | Event::Honoured { .. }
        | Event::HeirNamed { .. }
        | Event::Outlay { .. }
        | Event::PaidInKind { .. }
        | Event::Arrested { .. }
        | Event::Dissolved { .. }
        | Event::Submitted { .. }
        | Event::CourtSetApart { .. }
        | Event::Mutinied { .. }
        | Event::Detached { .. }
        | Event::CarriedOff { .. } => return super::house::told(texts, view, event),
        Event::Bereft { .. }
        | Event::Refilled { .. }
        | Event::Superseded { .. }
        | Event::Sat { .. } => return None,
        Event::Dismissed { .. } | Event::Replied { .. } => return None,
        Event::Drawn { .. } | Event::Overreached { .. } => return None,
        Event::Delivered { draft: d } => {
            tr!(
                texts,
                "event-delivered",
                draft = draft(d),
                to = court(view.terms(d).to)
            )
        }
        Event::Intercepted { draft: d, by } => tr!(
            texts,
            "event-intercepted",
            draft = draft(d),
            court = court(by)
        ),
        Event::Sworn { draft: d } => {
            let paper = view.terms(d);
            tr!(
                texts,
                "event-sworn",
                from = court(paper.from),
                to = court(paper.to),
                draft = draft(d)
            )
        }
        Event::CalledBack { draft: d } => tr!(
            texts,
            "event-called-back",
            draft = draft(d),
            court = court(view.terms(d).from)
        ),
        Event::LaidAside {
            decision, option, ..
        } => {
            let matter = &book.decisions[decision.index()];
            tr!(
                texts,
                "event-laid-aside",
                court = court(matter.court),
                label = matter.options[option.index()].label.as_str()
            )
        }
        Event::Refused { draft: d, by } => {
            tr!(texts, "event-refused", draft = draft(d), court = court(by))
        }
        Event::LeftLying { draft: d, by } => tr!(
            texts,
            "event-left-lying",
            draft = draft(d),
            court = court(by)
        ),
        Event::Repudiated { draft: d, by } => tr!(
            texts,
            "event-repudiated",
            draft = draft(d),
            court = court(by)
        ),
        Event::WarOpened { by, on, casus } => super::bargain::war(texts, view, by, on, casus),
        Event::PeaceMade { a, b } => tr!(texts, "event-peace", a = court(a), b = court(b)),
        Event::FactSet { fact } => book.facts[fact.index()].says.clone(),
        Event::Befell {
            incident,
            army: id,
            place: at,
        } => {
            let what = &book.incidents[incident.index()];
            let it = befallen(texts, view, event)
                .or_else(|| id.map(army))
                .or_else(|| at.map(place))
                .unwrap_or_default();
            tr!(
                texts,
                "event-befell",
                title = what.title.as_str(),
                text = what.text.replace("{it}", &it)
            )
        }
        Event::Pursued {
            army: id,
            lost,
            how,
            ..
        } => {
            let key = match how {
                Chased::Ridden => "event-pursued-ridden",
                Chased::Slowly => "event-pursued-slowly",
                Chased::Walls => "event-pursued-walls",
                Chased::Drowned => "event-pursued-drowned",
            };
            tr!(texts, key, army = army(id), men = about(lost))
        }
        Event::CraftsmenTaken { place: at, by } => tr!(
            texts,
            "event-craftsmen",
            place = place(at),
            court = court(by)
        ),
        Event::HeldOut { place: at } => tr!(texts, "event-held-out", place = place(at)),
        Event::Powder { .. } | Event::Rallying { .. } => return None,
        Event::TooLate {
            army: id,
            at,
            place: fell,
        } => tr!(
            texts,
            "event-too-late",
            army = army(id),
            at = place(at),
            place = place(fell)
        ),
        Event::Panicked { army: id } => tr!(texts, "event-panicked", army = army(id)),
        Event::Proclaimed { court: by, what } => {
            let key = match what {
                Proclamation::SelfBlame => "event-proclaimed-blame",
                Proclamation::Amnesty => "event-proclaimed-amnesty",
                Proclamation::CallToArms => "event-proclaimed-arms",
            };
            tr!(texts, key, court = court(by))
        }
        Event::Ended { ending } => tr!(
            texts,
            "event-ended",
            title = book.endings.get(ending.index())?.title.as_str()
        ),
        Event::SetByHand { ref what } => super::hand::told(texts, view, what),
        Event::Men { .. }
        | Event::Goods { .. }
        | Event::Stat { .. }
        | Event::Tasked { .. }
        | Event::Advanced { .. }
        | Event::FactCleared { .. }
        | Event::Deferred { .. }
        | Event::DeferredDone { .. }
        | Event::Reported { .. }
        | Event::Met { .. }
        | Event::Stood { .. }
        | Event::Tested { .. }
        | Event::TurnEnded => return None,
    })
}

/// Why a number moved.
#[must_use]
pub fn why(texts: &Texts, view: &View<'_>, why: Why) -> String {
    let book = view.book();
    let key = match why {
        Why::Choice(decision, option) => {
            let label = book.decisions[decision.index()]
                .options
                .get(option.index())
                .map_or("", |o| o.label.as_str());
            return tr!(texts, "why-choice", label = label.trim_end_matches('.'));
        }
        Why::Incident(incident) => {
            return tr!(
                texts,
                "why-incident",
                title = book.incidents[incident.index()].title.as_str()
            );
        }
        Why::Order => "why-order",
        Why::Time => "why-time",
        Why::Victory => "why-victory",
        Why::Defeat => "why-defeat",
        Why::Hunger => "why-hunger",
        Why::Cold => "why-cold",
        Why::Heat => "why-heat",
        Why::Siege => "why-siege",
        Why::TownLost => "why-town-lost",
        Why::TownWon => "why-town-won",
        Why::Council => "why-council",
        Why::Dismissal => "why-dismissal",
        Why::Arrears => "why-arrears",
        Why::BrokenWord => "why-broken-word",
        Why::Address => "why-address",
        Why::Cession => "why-cession",
        Why::Occupation => "why-occupation",
        Why::Garrisons => "why-garrisons",
        Why::Requisition => "why-requisition",
        Why::Flight => "why-flight",
        Why::Foraging => "why-foraging",
        Why::Proclamation => "why-proclamation",
        Why::Relief => "why-relief",
        Why::Fed => "why-fed",
        Why::Service => "why-service",
        Why::NewMaster => "why-new-master",
        Why::Treatment => "why-treatment",
        Why::Flood => "why-flood",
        Why::Engines => "why-engines",
        Why::Repair => "why-repair",
        Why::Course => "why-course",
        Why::Advice => "why-advice",
        Why::Throne => "why-throne",
        Why::Crowd => "why-crowd",
        Why::Honour => "why-honour",
        Why::Fear => "why-fear",
        Why::Defiance => "why-defiance",
        Why::Mutiny => "why-mutiny",
        Why::CarriedOff => "why-carried-off",
        Why::Dissolved => "why-dissolved",
        Why::Aboard => "why-aboard",
        Why::Recruits => "why-recruits",
        Why::Drilled => "why-drilled",
        Why::Quiet => "why-quiet",
        Why::ByHand => "why-by-hand",
    };
    texts.t(key)
}

/// Why goods moved.
#[must_use]
pub fn reason(texts: &Texts, reason: Reason) -> String {
    texts.t(match reason {
        Reason::Revenue => "reason-revenue",
        Reason::Pay => "reason-pay",
        Reason::Rations => "reason-rations",
        Reason::Offices => "reason-offices",
        Reason::Clause => "reason-clause",
        Reason::Order => "reason-order",
        Reason::Choice => "reason-choice",
        Reason::Requisition => "reason-requisition",
        Reason::Plunder => "reason-plunder",
        Reason::Relief => "reason-relief",
        Reason::Captured => "reason-captured",
        Reason::Convoy => "reason-convoy",
        Reason::Raided => "reason-raided",
        Reason::Foraged => "reason-foraged",
        Reason::Harvest => "reason-harvest",
        Reason::Recruits => "reason-recruits",
        Reason::Palace => "reason-palace",
        Reason::City => "reason-city",
        Reason::Spoiled => "reason-spoiled",
        Reason::Flood => "reason-flood",
        Reason::Workshop => "reason-workshop",
        Reason::ByHand => "reason-by-hand",
        Reason::PayInKind => "reason-pay-in-kind",
    })
}

/// What a number is called.
#[must_use]
pub fn stat(texts: &Texts, view: &View<'_>, stat: Stat) -> String {
    stats(texts, view, &[stat])
}

/// What numbers of one kind are called together.
#[must_use]
pub fn stats(texts: &Texts, view: &View<'_>, stats: &[Stat]) -> String {
    let book = view.book();
    let names: Vec<String> = stats
        .iter()
        .filter_map(|stat| match *stat {
            Stat::Loyalty(who) | Stat::Favour(who) => Some(names::name(view, who)),
            Stat::Morale(at)
            | Stat::Quality(at)
            | Stat::Walls(at)
            | Stat::Stores(at)
            | Stat::Unrest(at)
            | Stat::Works(at) => Some(names::place(book, at)),
            Stat::Welcome(id) => Some(names::court(book, id)),
            Stat::Spirit(id)
            | Stat::Food(id)
            | Stat::Engines(id)
            | Stat::Attachment(id)
            | Stat::Marines(id)
            | Stat::Drill(id) => Some(names::army(texts, book, id)),
            Stat::Legitimacy(_) | Stat::Lean(_) | Stat::Edicts(_) => None,
        })
        .collect();
    let key = match stats.first() {
        Some(Stat::Legitimacy(_)) => "stat-legitimacy",
        Some(Stat::Lean(_)) => "stat-lean",
        Some(Stat::Edicts(_)) | None => "stat-edicts",
        Some(Stat::Loyalty(_)) => "stat-loyalty",
        Some(Stat::Favour(_)) => "stat-favour",
        Some(Stat::Morale(_)) => "stat-morale",
        Some(Stat::Quality(_)) => "stat-quality",
        Some(Stat::Walls(_)) => "stat-walls",
        Some(Stat::Stores(_)) => "stat-stores",
        Some(Stat::Unrest(_)) => "stat-unrest",
        Some(Stat::Works(_)) => "stat-works",
        Some(Stat::Spirit(_)) => "stat-spirit",
        Some(Stat::Food(_)) => "stat-food",
        Some(Stat::Engines(_)) => "stat-engines",
        Some(Stat::Attachment(_)) => "stat-attachment",
        Some(Stat::Drill(_)) => "stat-drill",
        Some(Stat::Welcome(_)) => "stat-welcome",
        Some(Stat::Marines(_)) => "stat-marines",
    };
    if names.is_empty() {
        texts.t(key)
    } else {
        tr!(texts, key, name = few(texts, &names))
    }
}
