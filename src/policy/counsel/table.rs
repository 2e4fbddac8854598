//! What a plausible court does at the negotiating table: it answers papers, asks its price, and goes to war over a broken word.

use super::{Counsel, Mood};
use crate::base::ids::{CourtId, DraftId};
use crate::orders::{Order, OrderNow, Treat};
use crate::rules::systems::treaties::grievance::Grievance;
use crate::rules::systems::treaties::truce::{self, Bond};
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, Eff, Terms};
use crate::view::View;

/// How far a court must lean to war to go to it over a broken word.
const REDRESS_LEAN: i32 = 15;
/// A paper that the other court is thought to want as little as this is not written back.
const HAGGLE: i64 = 25;
/// A paper that the other is thought to want no less than this may yet be signed.
const HOPE: i64 = 12;
/// What a war that is in train weighs against an oath that would lay it aside: as much as a strong town.
const IN_TRAIN: i64 = 15;
/// What a word that holds a court back weighs against an option that would break it: as the voices of three councillors on the day after the oath, of one when it
/// has almost run out. Only what outweighs them all is chosen against it.
const FRESH_WORD: i32 = 36;
const OLD_WORD: i32 = 12;
/// After so many papers back and forth a no is a no.
const MOST_ROUNDS: usize = 3;

impl Counsel {
    /// Takes a paper, refuses it, or writes how the court would take it: what it weighs decides. A paper in the words of the scenario is the answer to a matter
    /// that the scenario lays before the court, and is taken or left; one drawn up at the table is answered there. After two rounds a no is a no.
    pub(super) fn answer(&self, view: &View<'_>, draft: DraftId) -> OrderNow {
        let terms = view.terms(draft);
        let weighing = view.weigh_paper(draft);
        // A court whose armies are under orders gives that up when it swears, and wants more for it.
        let gives_up = terms.keeps_quiet() && view.war_in_train(terms.other(view.court()));
        if weighing.takes() && (!gives_up || weighing.total >= IN_TRAIN) {
            return Order::Accept { draft };
        }
        let rounds = rounds(view, draft);
        let counter = || {
            let clauses = view.amended(terms)?;
            let back = Terms::plain(view.court(), terms.from, clauses.clone());
            // What the other side would never read to the end is not written. It would take what it wrote itself, whatever one had guessed.
            let guessed = view.weigh_other(terms).total.min(0);
            if view.weigh_other(&back).total - guessed <= -HAGGLE {
                return None;
            }
            let order = Order::treat(Treat::Offer {
                to: terms.from,
                envoy: view.ablest_envoy()?,
                clauses,
                answers: Some(draft),
                worded: None,
            });
            view.may_order(&order).is_ok().then_some(order)
        };
        if view.drawn(draft).is_some() && rounds < MOST_ROUNDS {
            counter().unwrap_or(Order::Refuse { draft })
        } else {
            Order::Refuse { draft }
        }
    }

    /// A court that wins asks its price; one that is afraid asks for terms.
    pub(super) fn offers(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        if self.roll(view, 0x3000, 100) >= 12 {
            return;
        }
        // Of the papers that its chancery has, the one by which it gains most among those that the other is thought to sign; failing that, the one that the
        // other would mind least.
        let mut best: Option<((bool, i64), DraftId)> = None;
        for i in 0..view.book().drafts.len() {
            let draft = DraftId::of(i);
            let terms = &view.book().drafts[i].terms;
            if terms.from != view.court() || !view.at_war(terms.to) {
                continue;
            }
            let winning = view
                .siege(view.other(terms.to).seat)
                .is_some_and(|s| s.by == view.court());
            if !(winning || (mood.fear > 50 && mood.lean < 10))
                || view.may_order(&Order::Propose { draft }).is_err()
            {
                continue;
            }
            let (own, theirs) = (view.weigh(terms).total, view.weigh_other(terms).total);
            if own <= 0 {
                continue;
            }
            let likely = theirs > -HOPE;
            let rank = (likely, if likely { own } else { theirs });
            if best.is_none_or(|(most, _)| rank > most) {
                best = Some((rank, draft));
            }
        }
        if let Some((_, draft)) = best {
            out.push(Order::Propose { draft });
            return;
        }
        self.own_words(view, mood, out);
    }

    /// A court to which a word was broken that both gave at the table goes to war over it, if it leans to war and is not afraid. What comes of a broken treaty of the
    /// scenario is laid before the court as a matter.
    pub(super) fn redress(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        if mood.lean < REDRESS_LEAN
            || mood.fear > 40
            || mood.hot
            || self.roll(view, 0x5000, 100) >= 25
        {
            return;
        }
        let wronged = view.papers().find(|(draft, paper)| {
            view.drawn(*draft).is_some()
                && paper.sworn.is_some()
                && paper.void.is_none()
                && view.grievance(*draft) == Grievance::Clear
                // Nobody marches on the court that he lives by, or on one that lives by him, over a paper.
                && !view.allied(view.terms(*draft).other(view.court()))
        });
        if let Some((draft, _)) = wronged {
            let on = view.terms(draft).other(view.court());
            let order = Order::treat(Treat::War { on });
            if view.may_order(&order).is_ok() {
                out.push(order);
            }
        }
    }

    /// A court that lives by another's army asks for it to stay, for land, and pays for it; one that set another up asks for its tribute. Says whether it wrote.
    fn clientele(&self, view: &View<'_>, out: &mut Vec<OrderNow>) -> bool {
        let patron = view.patron();
        for to in patron.into_iter().chain(view.clients()) {
            let client = if Some(to) == patron { view.court() } else { to };
            let settled = view.papers().any(|(draft, paper)| {
                let terms = view.terms(draft);
                let open = paper.refused.is_none() && paper.void.is_none();
                let what = |c: &ClauseNow| match c {
                    Clause::Yearly { by, .. } => *by == client,
                    Clause::Guard { .. } | Clause::Campaign { .. } => Some(to) == patron,
                    _ => false,
                };
                // A paper under way is waited for; one in force that says what is wanted is enough.
                terms.binds(to) && open && (paper.sworn.is_none() || terms.clauses.iter().any(what))
            });
            if !settled && write_to(view, to, out) {
                return true;
            }
        }
        false
    }

    /// Where its chancery has no text for a court at all, a court writes its own: a paper that it would take and thinks the other would.
    /// One that neither fears nor wins has nothing to write, and a band has nobody to write it.
    fn own_words(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        if view.book().courts[view.court().index()].band {
            return;
        }
        if self.clientele(view, out) {
            return;
        }
        let wins = |to| {
            let seat = view.other(to).seat;
            view.siege(seat).is_some_and(|s| view.allied(s.by))
        };
        let has_text = |to| {
            let drafts = &view.book().drafts;
            drafts
                .iter()
                .any(|d| d.terms.from == view.court() && d.terms.to == to)
        };
        for to in view.enemies() {
            if view.book().courts[to.index()].band
                || !view.other(to).stands
                || (mood.fear <= 20 && !wins(to))
                || has_text(to)
            {
                continue;
            }
            if write_to(view, to, out) {
                return;
            }
        }
    }
}

/// Sends a court the paper that this one would write to it, by the ablest envoy. Says whether it did.
fn write_to(view: &View<'_>, to: CourtId, out: &mut Vec<OrderNow>) -> bool {
    let Some(envoy) = view.ablest_envoy() else {
        return false;
    };
    let Some(clauses) = view.would_offer(to) else {
        return false;
    };
    let order = Order::treat(Treat::Offer {
        to,
        envoy,
        clauses,
        answers: None,
        worded: None,
    });
    let lawful = view.may_order(&order).is_ok();
    if lawful {
        out.push(order);
    }
    lawful
}

/// What a council makes of the orders that an option would give, in the weight of a voice: a paper is judged by what it says, a storm by the wall.
pub(super) fn prospects(view: &View<'_>, effects: &[Eff]) -> i32 {
    let points = |n: i64| i32::try_from(n.clamp(-MOST, MOST)).unwrap_or(0);
    let broken = (0..view.book().courts.len())
        .map(CourtId::of)
        .filter(|on| truce::opens_war(effects, *on))
        .filter_map(|on| view.held_back(on))
        .map(|bond| word(view, bond))
        .max()
        .unwrap_or(0);
    let given: i32 = effects
        .iter()
        .map(|effect| match effect {
            Eff::Order(Order::Accept { draft }) => points(view.weigh_paper(*draft).total / 3),
            Eff::Order(Order::Propose { draft }) => {
                let terms = view.terms(*draft);
                let own = view.weigh(terms).total;
                let likely = view.weigh_other(terms).total > -HOPE;
                points(if own > 0 && likely {
                    own / 4
                } else {
                    own.min(0) / 4
                })
            }
            Eff::Order(Order::Assault { place, .. }) => match view.scouted_defence(*place) {
                Some(walls) if view.storm_weight(*place) < walls => -points(MOST),
                _ => 0,
            },
            _ => 0,
        })
        .sum();
    given - broken
}

/// What a word still weighs: the less, the nearer its end.
fn word(view: &View<'_>, bond: Bond) -> i32 {
    let whole = i32::from(bond.until.0 - bond.sworn.0).max(1);
    let left = i32::from(bond.until.0.saturating_sub(view.turn().0));
    OLD_WORD + (FRESH_WORD - OLD_WORD) * left / whole
}

/// The most that such a prospect weighs.
const MOST: i64 = 12;

/// How many papers were written in answer to one another before this one.
fn rounds(view: &View<'_>, draft: DraftId) -> usize {
    let mut n = 0;
    let mut at = draft;
    while let Some(before) = view.drawn(at).and_then(|d| d.answers) {
        n += 1;
        at = before;
        if n > MOST_ROUNDS {
            break;
        }
    }
    n
}
