//! What happened, and why numbers moved: a sober sentence each. Bookkeeping has none.

use super::conditions::clause;
use super::names;
use super::numbers::{about, goods, join, number};
use super::orders::order;
use super::sentence;
use super::texts::{Texts, tr};
use crate::base::ids::PlaceId;
use crate::events::{Event, How, Reason, Stat, Why};
use crate::orders::Proclamation;
use crate::scenario::language::{BattleKind, Clause};
use crate::view::View;

/// What happened, in a sentence; none for what is of no note.
#[must_use]
pub fn event(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    tell(texts, view, event).map(|text| sentence(&text))
}

/// How several places fell or were signed away at once, in one sentence. They must be alike: see [`alike`].
#[must_use]
pub fn together(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Option<String> {
    let first = *events.first()?;
    let places: Vec<PlaceId> = events
        .iter()
        .filter_map(|e| match e {
            Event::Fell { place, .. } | Event::CessionOrdered { place, .. } => Some(*place),
            _ => None,
        })
        .collect();
    if let Event::Befell { .. } = first
        && events.len() > 1
    {
        let others: Vec<String> = events[1..]
            .iter()
            .filter_map(|e| befallen(texts, view, e))
            .collect();
        let text = event(texts, view, first)?;
        return Some(tr!(
            texts,
            "event-befell-also",
            text = text,
            others = join(texts, &others)
        ));
    }
    if places.len() < 2 {
        event(texts, view, first)
    } else {
        tell_places(texts, view, first, &places).map(|t| sentence(&t))
    }
}

/// The same incident at all these, once its story is known: its title and where.
#[must_use]
pub fn again(texts: &Texts, view: &View<'_>, events: &[&Event]) -> Option<String> {
    let Event::Befell { incident, .. } = events.first()? else {
        return None;
    };
    let title = view.book().incidents[incident.index()].title.as_str();
    let list: Vec<String> = events
        .iter()
        .filter_map(|e| befallen(texts, view, e))
        .collect();
    Some(tr!(
        texts,
        "event-befell-again",
        title = title,
        list = join(texts, &list)
    ))
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
    match (a, b) {
        (
            Event::Fell {
                from: f1,
                to: t1,
                how: h1,
                ..
            },
            Event::Fell {
                from: f2,
                to: t2,
                how: h2,
                ..
            },
        ) => (f1, t1, h1) == (f2, t2, h2),
        (Event::Befell { incident: a, .. }, Event::Befell { incident: b, .. }) => a == b,
        (
            Event::CessionOrdered {
                to: t1, draft: d1, ..
            },
            Event::CessionOrdered {
                to: t2, draft: d2, ..
            },
        ) => (t1, d1) == (t2, d2),
        _ => false,
    }
}

fn tell_places(
    texts: &Texts,
    view: &View<'_>,
    event: &Event,
    places: &[PlaceId],
) -> Option<String> {
    let book = view.book();
    let list = join(
        texts,
        &places
            .iter()
            .map(|p| names::place(book, *p))
            .collect::<Vec<_>>(),
    );
    match event {
        Event::Fell { to, how, .. } => {
            let key = match how {
                How::Storm => "event-fell-storm",
                How::Hunger => "event-fell-hunger",
                How::Treachery => "event-fell-treachery",
                How::Abandoned => "event-fell-abandoned",
                How::Ceded => "event-fell-ceded",
                How::Rising => "event-fell-rising",
            };
            Some(tr!(texts, key, places = list, to = names::court(book, *to)))
        }
        Event::CessionOrdered { to, .. } => Some(tr!(
            texts,
            "event-cession-ordered",
            places = list,
            to = names::court(book, *to)
        )),
        _ => None,
    }
}

fn tell(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    let book = view.book();
    let court = |id| names::court(book, id);
    let place = |id| names::place(book, id);
    let person = |id| names::name(view, id);
    let army = |id| names::army(texts, book, id);
    let draft = |id| names::draft(book, id);
    let own = |id| book.armies[crate::base::ids::ArmyId::index(id)].court == view.court();
    Some(match *event {
        Event::Laid { decision } => {
            let matter = &book.decisions[decision.index()];
            tr!(
                texts,
                "event-laid",
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
            tr!(texts, "event-reached", army = army(id), place = place(at))
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
            tr!(
                texts,
                "event-stopped",
                army = army(id),
                at = place(at),
                before = place(before)
            )
        }
        Event::Raised { army: id, at } => {
            tr!(texts, "event-raised", army = army(id), place = place(at))
        }
        Event::Gone {
            army: id,
            scattered,
        } => {
            tr!(
                texts,
                if scattered {
                    "event-scattered"
                } else {
                    "event-gone"
                },
                army = army(id)
            )
        }
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
        Event::SiegeLaid {
            place: at,
            by,
            close,
        } => {
            tr!(
                texts,
                if close {
                    "event-siege-close"
                } else {
                    "event-siege-loose"
                },
                place = place(at),
                court = court(by)
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
        Event::SiegeLifted { place: at } => tr!(texts, "event-siege-lifted", place = place(at)),
        Event::Fell { place: at, .. } | Event::CessionOrdered { place: at, .. } => {
            tell_places(texts, view, event, &[at])?
        }
        Event::CessionRefused { place: at } => {
            tr!(texts, "event-cession-refused", place = place(at))
        }
        Event::GateOpened { place: at, men } => tr!(
            texts,
            "event-gate-opened",
            place = place(at),
            men = number(men)
        ),
        Event::CrossingBurnt { place: at } => tr!(texts, "event-crossing-burnt", place = place(at)),
        Event::CrossingMended { place: at } => {
            tr!(texts, "event-crossing-mended", place = place(at))
        }
        Event::DikeBroken { place: at } => tr!(texts, "event-dike", place = place(at)),
        Event::Died {
            person: who,
            in_battle,
        } => {
            tr!(
                texts,
                if in_battle {
                    "event-died-battle"
                } else {
                    "event-died"
                },
                person = person(who)
            )
        }
        Event::Executed { person: who } => tr!(texts, "event-executed", person = person(who)),
        Event::Exiled { person: who } => tr!(texts, "event-exiled", person = person(who)),
        Event::Recalled { person: who } => tr!(texts, "event-recalled", person = person(who)),
        Event::Taken {
            person: who,
            by,
            surrendered,
        } => {
            tr!(
                texts,
                if surrendered {
                    "event-surrendered"
                } else {
                    "event-taken"
                },
                person = person(who),
                court = court(by)
            )
        }
        Event::Detained { person: who } => tr!(texts, "event-detained", person = person(who)),
        Event::Freed { person: who } => tr!(texts, "event-freed", person = person(who)),
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
        Event::CourtFell { court: of } => tr!(texts, "event-court-fell", court = court(of)),
        Event::CourtMoved { court: of, to } => tr!(
            texts,
            "event-court-moved",
            court = court(of),
            place = place(to)
        ),
        Event::Proposed { draft: d } => {
            let paper = &book.drafts[d.index()];
            tr!(
                texts,
                "event-proposed",
                from = court(paper.from),
                to = court(paper.to),
                draft = draft(d)
            )
        }
        Event::Delivered { draft: d } => {
            tr!(
                texts,
                "event-delivered",
                draft = draft(d),
                to = court(book.drafts[d.index()].to)
            )
        }
        Event::Intercepted { draft: d, by } => tr!(
            texts,
            "event-intercepted",
            draft = draft(d),
            court = court(by)
        ),
        Event::Sworn { draft: d } => {
            let paper = &book.drafts[d.index()];
            tr!(
                texts,
                "event-sworn",
                from = court(paper.from),
                to = court(paper.to),
                draft = draft(d)
            )
        }
        Event::Refused { draft: d, by } => {
            tr!(texts, "event-refused", draft = draft(d), court = court(by))
        }
        Event::Repudiated { draft: d, by } => tr!(
            texts,
            "event-repudiated",
            draft = draft(d),
            court = court(by)
        ),
        Event::ClauseKept {
            draft: d,
            clause: c,
            by,
        }
        | Event::ClauseBroken {
            draft: d,
            clause: c,
            by,
        } => {
            let key = if matches!(event, Event::ClauseKept { .. }) {
                "event-clause-kept"
            } else {
                "event-clause-broken"
            };
            let words = clause(
                texts,
                view,
                book.drafts[d.index()].clauses.get(usize::from(c))?,
            );
            tr!(
                texts,
                key,
                court = court(by),
                draft = draft(d),
                clause = words
            )
        }
        Event::ClausePaid {
            draft: d,
            clause: c,
            amount,
        } => {
            let good = match book.drafts[d.index()].clauses.get(usize::from(c))? {
                Clause::Pay { good, .. } | Clause::Yearly { good, .. } => *good,
                _ => return None,
            };
            tr!(
                texts,
                "event-clause-paid",
                draft = draft(d),
                goods = goods(texts, good, amount)
            )
        }
        Event::WarOpened { by, on } => tr!(texts, "event-war", by = court(by), on = court(on)),
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
        Event::Panicked { army: id } => tr!(texts, "event-panicked", army = army(id)),
        Event::Rose { place: at } => tr!(texts, "event-rose", place = place(at)),
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
        Why::Cession => "why-cession",
        Why::Occupation => "why-occupation",
        Why::Garrisons => "why-garrisons",
        Why::Requisition => "why-requisition",
        Why::Flight => "why-flight",
        Why::Foraging => "why-foraging",
        Why::Proclamation => "why-proclamation",
        Why::Relief => "why-relief",
        Why::Fed => "why-fed",
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
    })
}

/// What a number is called.
#[must_use]
pub fn stat(texts: &Texts, view: &View<'_>, stat: Stat) -> String {
    let book = view.book();
    let army = |id| names::army(texts, book, id);
    let place = |id| names::place(book, id);
    match stat {
        Stat::Legitimacy(_) => texts.t("stat-legitimacy"),
        Stat::Lean(_) => texts.t("stat-lean"),
        Stat::Edicts(_) => texts.t("stat-edicts"),
        Stat::Loyalty(who) => tr!(texts, "stat-loyalty", name = names::name(view, who)),
        Stat::Morale(at) => tr!(texts, "stat-morale", name = place(at)),
        Stat::Quality(at) => tr!(texts, "stat-quality", name = place(at)),
        Stat::Walls(at) => tr!(texts, "stat-walls", name = place(at)),
        Stat::Stores(at) => tr!(texts, "stat-stores", name = place(at)),
        Stat::Unrest(at) => tr!(texts, "stat-unrest", name = place(at)),
        Stat::Works(at) => tr!(texts, "stat-works", name = place(at)),
        Stat::Spirit(id) => tr!(texts, "stat-spirit", name = army(id)),
        Stat::Food(id) => tr!(texts, "stat-food", name = army(id)),
        Stat::Engines(id) => tr!(texts, "stat-engines", name = army(id)),
    }
}
