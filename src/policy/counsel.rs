//! A plausible court. It weighs what its advisors say, what it fears and what it wants; it sees only what that court knows.
//!
//! It knows nothing of the record: not the documented choice, not the grade of an option, not the checkpoints.

mod court;
mod table;

use std::cell::OnceCell;

use super::Player;
use super::temper::Temper;
use crate::base::ids::{ArmyId, DecisionId, DraftId, OptionId, PersonId, PlaceId};
use crate::base::luck::{Luck, Purpose};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::court::occupation_need;
use crate::rules::formulas::season;
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::{Atlas, Eff, PlaceKind, River};
use crate::view::{OwnArmy, Seen, View};

/// How far a threat to the seat is felt, km.
const THREAT_KM: u32 = 260;
/// What an enemy's seat is worth beyond its people and walls, for who sits there; and a capital city for its altars, granaries and craftsmen, whoever sits
/// elsewhere. Wolibu's host came for Kaifeng in January 1126 and learnt on the way that there was a new emperor in it.
const SEAT: i64 = 30;
const CAPITAL: i64 = 40;
/// How far armies come to the defence of the seat.
const CALL_KM: u32 = 1_100;
/// How far an army looks for something to take.
const REACH_KM: u32 = 420;
/// How far it goes to relieve a town.
const RELIEF_KM: u32 = 320;
/// Odds (percent) at which it storms, and at which it fights a besieger.
const STORM_ODDS: i64 = 125;
const FIGHT_ODDS: i64 = 110;
/// Odds at which a shut-in army comes out.
const SALLY_ODDS: i64 = 150;
/// Odds against it at which a besieger goes.
const LEAVE_ODDS: i64 = 170;

/// How hard it is for a court to leave its altars, its storehouses and its guards' families, in the weight of a voice.
const ALTARS: i32 = 16;

/// A court's habits.
#[derive(Debug)]
pub struct Counsel {
    luck: Luck,
    /// Whom it listens to.
    temper: Temper,
    /// Whom the courts know as officers: able men who held an office on the first day. Found once; the table of people is long.
    officers: OnceCell<Vec<PersonId>>,
    /// Whom they know as administrators, likewise.
    ministers: OnceCell<Vec<PersonId>>,
}

/// What a court makes of its position this turn.
struct Mood<'a> {
    /// Whose.
    view: View<'a>,
    /// The enemies that were reported, once somebody asks.
    seen: OnceCell<Seen<'a>>,
    /// How many of them are near the seat.
    near: u32,
    /// Whom it listens to.
    temper: Temper,
    /// 0 to 100: how near the enemy stands to the seat, and how strong.
    fear: i32,
    /// −100 to 100.
    lean: i32,
    /// A truce or peace binds it: it does not attack.
    bound: bool,
    /// Northern horse in the hot months.
    hot: bool,
    /// Northern horse in spring: time to think of going home.
    spring: bool,
}

impl<'a> Mood<'a> {
    /// The enemies that were reported, by place.
    fn seen(&self) -> &Seen<'a> {
        self.seen.get_or_init(|| self.view.enemies_seen())
    }
    /// Nothing threatens and nothing binds.
    fn quiet(view: &View<'a>, temper: Temper) -> Self {
        Self {
            view: *view,
            seen: OnceCell::new(),
            near: 0,
            temper,
            fear: 0,
            lean: view.realm().lean,
            bound: false,
            hot: false,
            spring: false,
        }
    }
}

impl Counsel {
    /// With this seed, hearing everybody.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self::with(seed, Temper::Middle)
    }

    /// With this seed and temper.
    #[must_use]
    pub const fn with(seed: u64, temper: Temper) -> Self {
        Self {
            luck: Luck::new(seed ^ 0xC0C0_C0C0_1126_1127),
            temper,
            officers: OnceCell::new(),
            ministers: OnceCell::new(),
        }
    }

    fn roll(&self, view: &View<'_>, key: u32, bound: u32) -> u32 {
        self.luck.roll(
            view.turn(),
            Purpose::Policy,
            u32::from(view.court().0),
            key,
            bound,
        )
    }

    /// The option this court takes: by its advisors' weight, its lean, its fear and its purse, with some chance in it.
    #[must_use]
    pub fn choose(&self, view: &View<'_>, decision: DecisionId) -> Option<OptionId> {
        let book = view.book();
        let matter = &book.decisions[decision.index()];
        let mood = mood(view, self.temper);
        let mut weights = Vec::new();
        for (i, option) in matter.options.iter().enumerate() {
            let id = OptionId::of(i);
            if view.may_choose(decision, id).is_err() {
                continue;
            }
            let mut score = 12;
            for (_, voice) in view.voices_for(decision, id) {
                score += self
                    .temper
                    .heeds(view, voice.who, court::influence(view, voice.who));
            }
            let temper = i32::from(option.temper);
            score += temper * mood.lean / 6;
            score -= if temper < 0 {
                temper * mood.fear / 15
            } else {
                temper * mood.fear / 30
            };
            for (good, amount) in &option.cost {
                if *amount * 2 > view.realm().treasury[*good as usize] {
                    score -= 6;
                }
            }
            score += table::prospects(view, &option.effects);
            if option.effects.iter().any(uproots) {
                score -= ALTARS;
            }
            let score = u32::try_from(score.max(3)).unwrap_or(3);
            weights.push((id, score * score));
        }
        let total: u32 = weights.iter().map(|(_, w)| w).sum();
        let mut pick = self.roll(view, 0x1000 + u32::from(decision.0), total);
        for (id, weight) in weights {
            if pick < weight {
                return Some(id);
            }
            pick -= weight;
        }
        None
    }

    /// Answers, payments, posts and levies, the housekeeping of a court; then orders for the armies for which `mine` says so.
    #[must_use]
    pub fn orders_for(&self, view: &View<'_>, mine: impl Fn(ArmyId) -> bool) -> Vec<OrderNow> {
        // A band without an army has nobody to order about, only people to call up.
        if view.armies().next().is_none() && view.papers().next().is_none() {
            let mut out = Vec::new();
            self.levies(view, &Mood::quiet(view, self.temper), &mut out);
            return out;
        }
        let mood = mood(view, self.temper);
        let mut out = self.routine(view, &mood);
        out.extend(
            view.armies()
                .filter(|a| mine(a.id))
                .filter_map(|a| self.one(view, &mood, a))
                .filter(|o| view.may_order(o).is_ok()),
        );
        out.extend(super::towns::orders(view, mood.seen()));
        out
    }

    fn routine(&self, view: &View<'_>, mood: &Mood) -> Vec<OrderNow> {
        let mut out = Vec::new();
        for draft in view.proposals() {
            // What a matter before the council deals with is left to it.
            let waited = view
                .papers()
                .find(|(d, _)| *d == draft)
                .and_then(|(_, p)| p.delivered)
                .is_none_or(|d| view.turn().0 > d.0 + 1);
            // No matter of the scenario can know a paper that was drawn up in play.
            if waited && (view.drawn(draft).is_some() || view.pending().next().is_none()) {
                out.push(self.answer(view, draft));
            }
        }
        for (draft, _) in view.papers() {
            let owed = view.owed(draft);
            // Carts go when a twentieth of the debt can go with them.
            let able = owed
                .iter()
                .any(|(_, good, left)| view.realm().treasury[*good as usize] * 20 > *left);
            let tribute = view.patron() == Some(view.terms(draft).other(view.court()));
            if !owed.is_empty() && able && (mood.fear > 40 || mood.lean < -10 || tribute) {
                out.push(Order::PayDue { draft });
            }
        }
        self.redress(view, mood, &mut out);
        self.posts(view, mood, &mut out);
        self.house(view, mood, &mut out);
        self.levies(view, mood, &mut out);
        self.offers(view, mood, &mut out);
        super::land::orders(view, self.officers(view), &mut out);
        let seat = view.realm().seat;
        if mood.fear > 20
            && mood.fear < 90
            && view.realm().treasury[Good::Cash as usize] > 1_500_000
        {
            out.push(Order::Fortify { place: seat });
        }
        out
    }

    fn levies(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let court = view.court();
        let band = view.book().courts[court.index()].band;
        for army in view.levies() {
            let levy = &view.book().armies[army.index()];
            // A court that means to have peace calls nobody up; one in fear calls everybody.
            let will = if band {
                30
            } else {
                u32::try_from(35 + mood.fear / 2 + mood.lean / 3).unwrap_or(5)
            };
            if self.roll(view, 0x2000 + u32::from(army.0), 100) >= will {
                continue;
            }
            let need = mood.fear > 30
                || mood.seen().men_near(levy.at, if band { 150 } else { 350 }) > 5_000;
            if need && view.may_order(&Order::Raise { army }).is_ok() {
                out.push(Order::Raise { army });
                break;
            }
        }
    }

    fn one(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
        if view.shut_in(army.id).is_some() {
            return sally(view, mood, army);
        }
        if army.next.is_some() && army.task != Task::Hold && army.food > 3 {
            return None; // it is on its way
        }
        let home = view.holder(army.at).is_some_and(|h| view.allied(h));
        if !home && (army.food <= 3 || army.morale < 25) {
            return go_home(view, army);
        }
        let south = view.book().atlas.places[army.at.index()].lat_milli < season::COOL_LAT_MILLI;
        if self.props(view, army) {
            return (army.task != Task::Hold).then_some(Order::Hold { army: army.id });
        }
        if mood.hot
            && south
            && !nearly_done(view, army)
            && view
                .siege(army.at)
                .is_none_or(|s| !view.allied(s.by) || u32::from(army.id.0) % 2 == 0)
        {
            return summer_quarters(view, army);
        }
        if matches!(army.task, Task::Besiege | Task::Assault | Task::Mask) && army.at == army.goal {
            return besieging(view, mood, army);
        }
        if let Some(order) = leave_garrison(view, army) {
            return Some(order);
        }
        if let Some(order) = defend(view, mood, army) {
            return Some(order);
        }
        if mood.bound || mood.hot || (mood.spring && south) {
            return None;
        }
        self.attack(view, mood, army)
    }

    /// The best thing to take within reach, if the court wants war.
    fn attack(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
        let northern = view.book().courts[view.court().index()].northern;
        let eager = mood.lean + if northern { 25 } else { -20 };
        if eager < 10 || army.morale < 40 || army.men < 3_000 || army.food < 8 {
            return None;
        }
        if matches!(
            army.task,
            Task::Besiege | Task::Assault | Task::Mask | Task::March
        ) && army.at != army.goal
        {
            return None; // its orders stand
        }
        // The enemy's capital in hand is enough for one winter: it is kept, and made to pay.
        let here = &view.book().atlas.places[army.at.index()];
        if here.kind == PlaceKind::Capital
            && view
                .country(army.at)
                .is_some_and(|c| c.native.is_some_and(|n| n != view.court()))
        {
            return None;
        }
        let atlas = &view.book().atlas;
        let own = view.weight(army.id, true);
        let mut best: Option<(i64, PlaceId, bool)> = None;
        for place in atlas.within(army.at, REACH_KM) {
            let Some(holder) = view.holder(place) else {
                continue;
            };
            let ceded = view.ceded(place).is_some_and(|c| c.to == view.court());
            if !view.at_war(holder) && !ceded {
                continue;
            }
            let km = atlas.km(army.at, place);
            let at = &atlas.places[place.index()];
            let seat = view.other(holder).seat == place;
            let garrison = view.guessed_garrison(place) + if seat { 30_000 } else { 0 };
            let walls = i64::from(at.walls);
            let hard = view.guessed_weight(holder, garrison) * (100 + walls * 60) / 100;
            let value = i64::from(at.households) / 4_000
                + walls * 6
                + if seat { SEAT } else { 0 }
                + if at.kind == PlaceKind::Capital {
                    CAPITAL
                } else {
                    0
                }
                + if ceded { 25 } else { 0 };
            let doubt = i64::from(self.roll(
                view,
                0x4000 + u32::from(army.id.0) * 256 + u32::from(place.0),
                18,
            ));
            let score = value - i64::from(km) / 9 - (hard * 40 / own.max(1)).min(80) + doubt;
            let weak = hard * 2 < own && walls <= 3;
            if best.is_none_or(|(most, _, _)| score > most) {
                best = Some((score, place, weak));
            }
        }
        let (score, place, weak) = best?;
        if score < 0 {
            return None;
        }
        Some(if weak {
            Order::Assault {
                army: army.id,
                place,
            }
        } else {
            Order::Besiege {
                army: army.id,
                place,
            }
        })
    }
}

impl Player for Counsel {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        view.pending()
            .filter_map(|d| self.choose(view, d).map(|o| (d, o)))
            .collect()
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        self.orders_for(view, |_| true)
    }
}

/// Whether a siege is so far on that nobody breaks it off for the heat: the works are at the wall, or the enemy's own seat is starving behind it.
fn nearly_done(view: &View<'_>, army: OwnArmy) -> bool {
    let seat = view.enemies().any(|c| view.other(c).seat == army.at);
    seat && army.food > 8
        && army.morale >= 50
        && view.siege(army.at).is_some_and(|s| {
            view.allied(s.by) && s.close && (s.works >= 50 || view.turn().0 >= s.since.0 + 6)
        })
}

/// Whether an effect takes the court away from its seat.
const fn uproots(effect: &Eff) -> bool {
    matches!(effect, Eff::Order(Order::MoveCourt { .. }))
}

fn mood<'a>(view: &View<'a>, temper: Temper) -> Mood<'a> {
    let court = view.court();
    let realm = view.realm();
    let seat = realm.seat;
    let seen = view.enemies_seen();
    let near = seen.men_near(seat, THREAT_KM);
    let own =
        view.own_near(seat, 120) + view.patron_near() + view.town(seat).map_or(0, |t| t.garrison);
    let besieged = view.siege(seat).is_some_and(|s| !view.allied(s.by));
    let press = i64::from(near) * 60 / i64::from(own.max(5_000));
    let fear = i32::try_from(press.min(70)).unwrap_or(70)
        + if besieged { 25 } else { 0 }
        + (50 - realm.legitimacy).max(0) / 4;
    let bound = view.papers().any(|(draft, paper)| {
        let terms = view.terms(draft);
        paper.void.is_none()
            && paper.sworn.is_some_and(|sworn| {
                terms.clauses.iter().any(|c| match c {
                    Clause::Truce { xun } => {
                        view.turn().0 < sworn.0 + u16::from(*xun) && !injured(view, draft, paper)
                    }
                    _ => false,
                })
            })
    }) || view.enemies().next().is_none();
    let month = view.day().month();
    let northern = view.book().courts[court.index()].northern;
    Mood {
        view: *view,
        seen: seen.into(),
        near,
        temper,
        fear: fear.clamp(0, 100),
        lean: (realm.lean + temper.lean(view)).clamp(-100, 100),
        bound,
        hot: northern && (5..=8).contains(&month),
        spring: northern && (3..=4).contains(&month),
    }
}

/// Whether the other side has broken this treaty: an injured court does not feel bound.
fn injured(view: &View<'_>, _: DraftId, paper: &crate::rules::state::components::Paper) -> bool {
    paper
        .clauses
        .iter()
        .any(|c| c.broken.is_some_and(|by| by != view.court()))
}

fn go_home(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let to = nearest(view, army.at, |p| view.siege(p).is_none())?;
    (army.goal != to).then_some(Order::Withdraw { army: army.id, to })
}

/// What a country one has taken needs to be kept quiet, left behind before the army goes on; no more than a sixth of it.
fn leave_garrison(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let court = view.court();
    if view.holder(army.at) != Some(court) || army.next.is_some() || army.men < 6_000 {
        return None;
    }
    let foreign = view.country(army.at)?.native.is_some_and(|n| n != court);
    let need = occupation_need(view.book().atlas.places[army.at.index()].households).min(4_500);
    let missing = need.saturating_sub(view.town(army.at)?.garrison);
    (foreign && missing >= 300).then_some(Order::Garrison {
        army: army.id,
        men: missing.min(army.men / 6),
    })
}

/// The nearest cool town of one's own.
fn summer_quarters(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let to = nearest(view, army.at, |p| {
        view.book().atlas.places[p.index()].lat_milli >= season::COOL_LAT_MILLI
    })?;
    (army.goal != to || army.task == Task::Besiege).then_some(Order::Withdraw { army: army.id, to })
}

fn nearest(view: &View<'_>, from: PlaceId, fits: impl Fn(PlaceId) -> bool) -> Option<PlaceId> {
    let atlas = &view.book().atlas;
    let fits = |p: &PlaceId| view.holder(*p).is_some_and(|h| view.allied(h)) && fits(*p);
    let key = |p: &PlaceId| (atlas.km(from, *p), *p);
    // Whatever is near is nearer than what is not.
    let near = atlas.within(from, Atlas::NEAR_KM).filter(fits);
    near.min_by_key(key)
        .or_else(|| view.places().filter(fits).min_by_key(key))
}

/// A shut-in army comes out when it is the stronger.
fn sally(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let siege = view.siege(army.at)?;
    let enemy = view.guessed_weight(siege.by, mood.seen().men_near(army.at, 40));
    let own: i64 = view
        .armies_at(army.at)
        .filter(|a| a.next.is_none())
        .map(|a| view.weight(a.id, true))
        .sum();
    let odds = SALLY_ODDS + mood.temper.odds(view, army.commander);
    (own * 100 > enemy * odds && army.task != Task::Relieve).then_some(Order::Relieve {
        army: army.id,
        place: army.at,
    })
}

fn besieging(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let own: i64 = view
        .armies_at(army.at)
        .map(|a| view.weight(a.id, true))
        .sum();
    let relief: i64 = mood
        .seen()
        .near(army.at, 90)
        .filter(|k| k.place != army.at)
        .map(|k| view.guessed_weight(k.court, k.men))
        .sum();
    let shift = mood.temper.odds(view, army.commander);
    if relief * 100 > own * (LEAVE_ODDS - shift) || mood.bound {
        return go_home(view, army);
    }
    let storm = view.storm_weight(army.at);
    let walls = view.scouted_defence(army.at)?;
    if army.task != Task::Assault && storm * 100 > walls * (STORM_ODDS + shift) {
        return Some(Order::Assault {
            army: army.id,
            place: army.at,
        });
    }
    None
}

/// The seat first, then towns that can be relieved, then the river.
fn defend(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let atlas = &view.book().atlas;
    let seat = view.realm().seat;
    if mood.fear > 30 && atlas.km(army.at, seat) <= CALL_KM && army.at != seat && mood.near > 8_000
    {
        // An army that holds a river between the enemy and the seat stays.
        let holds_river = atlas.neighbours[army.at.index()].iter().any(|(r, p)| {
            view.river(*r) == River::Yellow
                && view.south_of_river(*p) != view.south_of_river(army.at)
        }) && view.south_of_river(army.at)
            && view.siege(seat).is_none();
        if holds_river {
            return (army.task != Task::Hold).then_some(Order::Hold { army: army.id });
        }
        return (army.goal != seat).then_some(Order::March {
            army: army.id,
            to: seat,
        });
    }
    let besieged = view
        .besieged()
        .iter()
        .copied()
        .filter(|p| {
            view.holder(*p).is_some_and(|h| view.allied(h))
                && view.siege(*p).is_some_and(|s| view.at_war(s.by))
        })
        .filter(|p| atlas.km(army.at, *p) <= RELIEF_KM)
        .min_by_key(|p| (atlas.km(army.at, *p), *p))?;
    let siege = view.siege(besieged)?;
    let enemy = view.guessed_weight(siege.by, mood.seen().men_near(besieged, 60).max(5_000));
    let own: i64 = atlas
        .within(besieged, RELIEF_KM / 2 + 60)
        .flat_map(|at| view.armies_at(at))
        .filter(|a| view.shut_in(a.id).is_none())
        .map(|a| view.weight(a.id, true))
        .sum();
    // A war party fights at worse odds.
    let odds = FIGHT_ODDS - i64::from(mood.lean) / 2 + mood.temper.odds(view, army.commander);
    (own * 100 > enemy * odds
        && !mood.bound
        && (army.task != Task::Relieve || army.goal != besieged))
        .then_some(Order::Relieve {
            army: army.id,
            place: besieged,
        })
}
