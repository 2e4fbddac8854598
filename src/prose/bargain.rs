//! The negotiating table in words: orders, what happened there, what is missing, what would move a court.

use super::conditions;
use super::names;
use super::numbers::{goods, number, signed};
use super::texts::{Texts, tr};
use crate::base::ids::{CourtId, DraftId};
use crate::events::{Casus, Event, Shift, Word};
use crate::orders::{Treat, TreatNow};
use crate::rules::check::Refusal;
use crate::rules::formulas::bargain::Ground;
use crate::rules::formulas::court::interception_chance;
use crate::rules::systems::bargain::Weighing;
use crate::scenario::language::{Clause, Every, Rank};
use crate::scenario::model::{ClauseNow, River, Terms};
use crate::view::{Addition, Mover, Opinion, View};

/// How often a payment comes back, as the word by which sentences choose.
#[must_use]
pub const fn every(every: Every) -> &'static str {
    match every {
        Every::Year => "year",
        Every::HalfYear => "half",
        Every::Season => "season",
        Every::Month => "month",
    }
}

/// What a court asks for at the table, as an order.
#[must_use]
pub fn treat(texts: &Texts, view: &View<'_>, treat: &TreatNow) -> String {
    let book = view.book();
    let draft = |id| names::draft(texts, view, id);
    let person = |id| names::name(view, id);
    match *treat {
        Treat::Offer {
            to,
            envoy,
            ref clauses,
            answers,
            worded,
        } => {
            let order = match answers {
                Some(theirs) => tr!(
                    texts,
                    "treat-answer",
                    draft = draft(theirs),
                    person = person(envoy),
                    court = names::court(book, to),
                    n = clauses.len()
                ),
                None => tr!(
                    texts,
                    "treat-offer",
                    person = person(envoy),
                    court = names::court(book, to),
                    n = clauses.len()
                ),
            };
            match worded {
                Some(words) => tr!(texts, "treat-worded", order = order, draft = draft(words)),
                None => order,
            }
        }
        Treat::Disavow { draft: d } => tr!(texts, "treat-disavow", draft = draft(d)),
        Treat::Void { draft: d } => tr!(texts, "treat-void", draft = draft(d)),
        Treat::War { on } => tr!(texts, "treat-war", court = names::court(book, on)),
        Treat::Release { person: p } => tr!(texts, "treat-release", person = person(p)),
        Treat::GiveBack { person: p } => tr!(texts, "treat-give-back", person = person(p)),
        Treat::Reclaim { place } => {
            tr!(texts, "treat-reclaim", place = names::place(book, place))
        }
    }
}

/// What is missing for what was asked at the table; empty for what other rooms say.
#[must_use]
pub fn refused(texts: &Texts, view: &View<'_>, refusal: &Refusal) -> String {
    let draft = |id| names::draft(texts, view, id);
    let person = |id| names::name(view, id);
    match *refusal {
        Refusal::NoSuchPaper(_) => texts.t("refusal-no-paper"),
        Refusal::Blank => texts.t("refusal-blank"),
        Refusal::Unsound(n) => tr!(texts, "refusal-unsound", n = n),
        Refusal::Awaited(d) => tr!(texts, "refusal-awaited", draft = draft(d)),
        Refusal::NotToSend(p) => tr!(texts, "refusal-not-to-send", person = person(p)),
        Refusal::NotOverreached(d) => tr!(texts, "refusal-not-overreached", draft = draft(d)),
        Refusal::NotInForce(d) => tr!(texts, "refusal-not-in-force", draft = draft(d)),
        Refusal::NotHeld(p) => tr!(texts, "refusal-not-held", person = person(p)),
        Refusal::NoFugitive(p) => tr!(texts, "refusal-no-fugitive", person = person(p)),
        Refusal::NoClaim(at) => tr!(
            texts,
            "refusal-no-claim",
            place = names::place(view.book(), at)
        ),
        Refusal::AtWarAlready(on) => tr!(
            texts,
            "refusal-at-war-already",
            court = names::court(view.book(), on)
        ),
        _ => String::new(),
    }
}

/// What happened at the table; none for what other rooms tell.
#[must_use]
pub fn told(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    let book = view.book();
    let draft = |id| names::draft(texts, view, id);
    Some(match *event {
        Event::Heard { draft: d, word } => heard(texts, view, view.terms(d), &draft(d), word),
        Event::CameOut { draft: d, person } => {
            let paper = view.papers().find(|(id, _)| *id == d)?.1;
            let spoken = paper.spoken?;
            let clause = view.terms(d).clauses.get(usize::from(spoken.clause))?;
            let told = match clause {
                Clause::Pay { good, .. } | Clause::Yearly { good, .. } => {
                    goods(texts, *good, spoken.told)
                }
                _ => return None,
            };
            tr!(
                texts,
                "event-came-out",
                person = names::name(view, person),
                draft = draft(d),
                clause = conditions::clause(texts, view, clause),
                told = told
            )
        }
        Event::Disavowed { draft: d, person } => tr!(
            texts,
            "event-disavowed",
            court = names::court(book, view.terms(d).from),
            person = names::name(view, person),
            draft = draft(d)
        ),
        Event::GaveBack { person, by, to } => tr!(
            texts,
            "event-gave-back",
            by = names::court(book, by),
            person = names::name(view, person),
            to = names::court(book, to)
        ),
        _ => return None,
    })
}

fn heard(texts: &Texts, view: &View<'_>, terms: &Terms, draft: &str, word: Word) -> String {
    let clause = word.clause.and_then(|n| terms.clauses.get(usize::from(n)));
    let mut said = vec![if word.short == 0 {
        let court = names::court(view.book(), terms.to);
        tr!(texts, "event-heard-no-fault", draft = draft, court = court)
    } else if let (Some(clause), Some(why)) = (clause, word.ground) {
        tr!(
            texts,
            "event-heard-both",
            draft = draft,
            n = word.short,
            ground = ground(texts, why),
            clause = conditions::clause(texts, view, clause)
        )
    } else if let Some(clause) = clause {
        tr!(
            texts,
            "event-heard-clause",
            draft = draft,
            n = word.short,
            clause = conditions::clause(texts, view, clause)
        )
    } else if let Some(why) = word.ground {
        tr!(
            texts,
            "event-heard-ground",
            draft = draft,
            n = word.short,
            ground = ground(texts, why)
        )
    } else {
        tr!(texts, "event-heard-little", draft = draft, n = word.short)
    }];
    said.extend(word.shift.map(|s| shift(texts, clause, s)));
    said.join(" ")
}

/// A war, with what there was for it and against it.
#[must_use]
pub fn war(texts: &Texts, view: &View<'_>, by: CourtId, on: CourtId, casus: Casus) -> String {
    let book = view.book();
    let (attacker, attacked) = (names::court(book, by), names::court(book, on));
    let mut said = vec![tr!(
        texts,
        "event-war",
        by = attacker.as_str(),
        on = attacked.as_str()
    )];
    let broken = casus.broken.and_then(|(draft, n)| {
        let clause = view.terms(draft).clauses.get(usize::from(n))?;
        Some(tr!(
            texts,
            if casus.disputed {
                "event-war-disputed"
            } else {
                "event-war-broken"
            },
            on = attacked.as_str(),
            draft = names::draft(texts, view, draft),
            clause = conditions::clause(texts, view, clause)
        ))
    });
    said.extend(broken);
    if let Some(draft) = casus.against {
        let draft = names::draft(texts, view, draft);
        said.push(tr!(texts, "event-war-against", draft = draft));
    }
    if let Some(place) = casus.claim {
        said.push(tr!(
            texts,
            "event-war-claim",
            by = attacker.as_str(),
            place = names::place(book, place)
        ));
    }
    if casus == Casus::default() {
        said.push(texts.t("event-war-bare"));
    }
    said.join(" ")
}

/// The road that an envoy would take to a court: how far, how long, round whose country or through it.
#[must_use]
pub fn road(texts: &Texts, view: &View<'_>, to: CourtId) -> String {
    let letter = view.road_to(to);
    let mut words = vec![tr!(
        texts,
        "road-letter",
        km = number(i64::from(letter.km)),
        days = letter.days(),
        n = letter.xun()
    )];
    if let Some(holder) = letter.hostile {
        let court = names::court(view.book(), holder);
        let round = letter.km.saturating_sub(letter.straight_km);
        if round > 0 {
            let km = number(i64::from(round));
            words.push(tr!(texts, "road-round", court = court.as_str(), km = km));
        }
        if letter.hostile_km > 0 {
            words.push(tr!(
                texts,
                "road-through",
                court = court.as_str(),
                km = number(i64::from(letter.hostile_km)),
                n = interception_chance(letter.hostile_km) / 10
            ));
        }
    }
    words.join(" ")
}

/// What would move a court, in words.
#[must_use]
pub fn shift(texts: &Texts, clause: Option<&ClauseNow>, shift: Shift) -> String {
    let good = match clause {
        Some(Clause::Pay { good, .. } | Clause::Yearly { good, .. }) => *good,
        _ => crate::scenario::language::Good::Silver,
    };
    match shift {
        Shift::Strike => texts.t("shift-strike"),
        Shift::Lower(sum) => tr!(texts, "shift-lower", goods = goods(texts, good, sum)),
        Shift::Raise(sum) => tr!(texts, "shift-raise", goods = goods(texts, good, sum)),
        Shift::Soften(to) => tr!(texts, "shift-soften", rank = rank(texts, to)),
    }
}

/// What would move the other party, as something one could do.
#[must_use]
pub fn mover(texts: &Texts, view: &View<'_>, terms: &Terms, mover: &Mover) -> String {
    let clause = terms.clauses.get(mover.clause);
    let good = match clause {
        Some(Clause::Pay { good, .. } | Clause::Yearly { good, .. }) => *good,
        _ => crate::scenario::language::Good::Silver,
    };
    match mover.shift {
        Shift::Strike => tr!(
            texts,
            "mover-strike",
            clause = clause.map_or_else(String::new, |c| conditions::clause(texts, view, c))
        ),
        Shift::Lower(sum) => tr!(texts, "mover-lower", goods = goods(texts, good, sum)),
        Shift::Raise(sum) => tr!(texts, "mover-raise", goods = goods(texts, good, sum)),
        Shift::Soften(to) => tr!(texts, "mover-soften", rank = rank(texts, to)),
    }
}

/// What could be added to a paper, as something one could do.
#[must_use]
pub fn addition(texts: &Texts, view: &View<'_>, addition: &Addition) -> String {
    tr!(
        texts,
        "mover-add",
        clause = conditions::clause(texts, view, &addition.clause)
    )
}

/// A rank in words.
#[must_use]
pub fn rank(texts: &Texts, rank: Rank) -> String {
    texts.t(match rank {
        Rank::Equal => "rank-equal",
        Rank::Younger => "rank-younger",
        Rank::Nephew => "rank-nephew",
        Rank::Subject => "rank-subject",
    })
}

/// What the plain form of address for a rank is called in a paper.
#[must_use]
pub fn form(texts: &Texts, rank: Rank) -> String {
    texts.t(match rank {
        Rank::Equal => "address-equal",
        Rank::Younger => "address-younger",
        Rank::Nephew => "address-nephew",
        Rank::Subject => "address-subject",
    })
}

/// A river's name.
#[must_use]
pub fn river(texts: &Texts, river: River) -> String {
    match river {
        River::Yellow => texts.t("river-yellow"),
        River::Huai => texts.t("river-huai"),
        River::Yangzi => texts.t("river-yangzi"),
        River::None => String::new(),
    }
}

/// A part of a court's position in words.
#[must_use]
pub fn ground(texts: &Texts, ground: Ground) -> String {
    texts.t(match ground {
        Ground::Fear => "weigh-fear",
        Ground::Lean => "weigh-lean",
        Ground::Tide => "weigh-tide",
        Ground::Season => "weigh-season",
        Ground::Captives => "weigh-captives",
        Ground::Pride => "weigh-pride",
        Ground::Client => "weigh-client",
    })
}

/// Why a paper weighs what it does with this court: a line for each part of its position and each clause that weighs anything, then the sum.
#[must_use]
pub fn weighing(texts: &Texts, view: &View<'_>, terms: &Terms, weighing: &Weighing) -> Vec<String> {
    let line = |weight: i64, words: String| {
        tr!(texts, "weigh-line", weight = signed(weight), words = words)
    };
    let mut out: Vec<String> = weighing
        .grounds
        .iter()
        .filter(|(_, weight)| *weight != 0)
        .map(|(part, weight)| line(*weight, ground(texts, *part)))
        .collect();
    for (clause, weight) in terms.clauses.iter().zip(&weighing.clauses) {
        out.push(line(*weight, conditions::clause(texts, view, clause)));
    }
    if weighing.tongue != 0 {
        out.push(line(weighing.tongue, texts.t("weigh-tongue")));
    }
    out.push(tr!(
        texts,
        "weigh-total",
        weight = signed(weighing.total),
        so = if weighing.takes() { "yes" } else { "no" }
    ));
    out
}

/// What this court thinks that the other party would make of a paper.
#[must_use]
pub fn guess(texts: &Texts, view: &View<'_>, terms: &Terms) -> String {
    let other = names::court(view.book(), terms.other(view.court()));
    let weighing = view.weigh_other(terms);
    if weighing.takes() {
        return tr!(
            texts,
            "weigh-other",
            so = "yes",
            court = other,
            clause = String::new(),
            n = String::new()
        );
    }
    let stands = signed(weighing.total);
    match weighing.balks().and_then(|n| terms.clauses.get(n)) {
        Some(clause) => tr!(
            texts,
            "weigh-other",
            so = "no",
            court = other,
            clause = conditions::clause(texts, view, clause),
            n = stands
        ),
        None => tr!(texts, "weigh-other-little", court = other, n = stands),
    }
}

/// What a councillor thinks of a paper.
#[must_use]
pub fn opinion(texts: &Texts, view: &View<'_>, terms: &Terms, opinion: &Opinion) -> String {
    let person = names::name(view, opinion.person);
    let clause = opinion
        .clause
        .and_then(|n| terms.clauses.get(n))
        .map(|c| conditions::clause(texts, view, c));
    match (opinion.total > 0, clause) {
        (true, None) => tr!(texts, "opinion-for", person = person),
        (true, Some(clause)) => {
            tr!(texts, "opinion-for-but", person = person, clause = clause)
        }
        (false, None) => tr!(texts, "opinion-against", person = person),
        (false, Some(clause)) => {
            tr!(
                texts,
                "opinion-against-clause",
                person = person,
                clause = clause
            )
        }
    }
}

/// Until when a paper would hold this court back from war on the other party, were it sworn now; nothing where it would not.
#[must_use]
pub fn would_hold(
    texts: &Texts,
    view: &View<'_>,
    draft: crate::base::ids::DraftId,
) -> Option<String> {
    let until = view.would_hold(draft)?;
    let other = view.terms(draft).other(view.court());
    Some(tr!(
        texts,
        "paper-would-hold",
        court = names::court(view.book(), other),
        day = super::numbers::date(texts, view.book().day(until))
    ))
}

/// The sums that go with an order to pay what is due under a paper: what is due now or, once the order is given, what it paid. Nothing where neither is known.
#[must_use]
pub fn due(texts: &Texts, view: &View<'_>, draft: crate::base::ids::DraftId) -> Option<String> {
    use super::numbers::{GOODS, goods_list};
    let mut list = view.owed(draft);
    if list.is_empty() {
        list = view.paid_now(draft);
    }
    let mut sums = [0; GOODS.len()];
    for (_, good, sum) in list {
        sums[good as usize] += sum;
    }
    let goods: Vec<_> = GOODS
        .into_iter()
        .map(|good| (good, sums[good as usize]))
        .filter(|(_, sum)| *sum > 0)
        .collect();
    (!goods.is_empty()).then(|| goods_list(texts, &goods))
}

/// What war on another court would break, and what it would cost; nothing where no word holds this court back.
#[must_use]
pub fn breach(texts: &Texts, view: &View<'_>, on: crate::base::ids::CourtId) -> Option<String> {
    let bond = view.held_back(on)?;
    let day = super::numbers::date(texts, view.book().day(bond.until));
    Some(tr!(
        texts,
        "ledger-breach",
        draft = names::draft(texts, view, bond.draft),
        day = day,
        n = -view.war_price(on)
    ))
}

/// That a paper carries the peace, and that to declare it void is war; nothing where it does not, as between a court and its client.
#[must_use]
pub fn void_is_war(texts: &Texts, view: &View<'_>, draft: DraftId) -> Option<String> {
    let other = view.terms(draft).other(view.court());
    let war = view.terms(draft).makes_peace() && !view.at_war(other) && !view.allied(other);
    war.then(|| {
        let court = names::court(view.book(), other);
        tr!(texts, "ledger-void-war", court = court)
    })
}
