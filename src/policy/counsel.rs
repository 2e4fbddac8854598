//! A plausible court. It weighs what its advisors say, what it fears and what it wants; it sees only what that court knows.
//!
//! It knows nothing of the record: not the documented choice, not the grade of an option, not the checkpoints.

mod campaign;
mod court;
mod field;
mod relief;
mod river;
mod standing;
mod table;

use std::cell::{OnceCell, RefCell};

use super::Player;
use super::temper::Temper;
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId};
use crate::base::luck::{About, Luck, Purpose};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::season;
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::{Eff, PlaceKind, Scenario};
use crate::view::{KnownArmy, OwnArmy, Seen, View};
use campaign::Campaign;
use field::{besieging, defend, go_home, leave_garrison, nearly_done, sally, summer_quarters};
use relief::Relief;

/// How much a court must want a thing to go for it, and how much more it wants a town that was its own.
const WANTED: i32 = 10;
const LOST: i32 = 15;
/// From what lean on a court at war goes for what it claims. Song's council of 1122 was divided and its army marched all the same.
const CLAIM_LEAN: i32 = -40;
/// Food (tenths of a xun) without which an army does not set out from a town where it can be fed.
const PROVISIONED: i32 = 20;
/// How far a threat to the seat is felt, km.
const THREAT_KM: u32 = 260;
/// What an enemy's seat is worth beyond its people and walls, for who sits there; and a capital city for its altars, granaries and craftsmen, whoever sits
/// elsewhere. Wolibu's host came for Kaifeng in January 1126 and learnt on the way that there was a new emperor in it.
const SEAT: i64 = 30;
const CAPITAL: i64 = 40;
/// The fear above which a court calls men up wherever they live.
const THREATENED: i32 = 30;
/// How many men of the enemy's near the seat call its armies in.
const CALLS: u32 = 8_000;
/// How far armies come to the defence of the seat.
const CALL_KM: u32 = 1_100;
/// How far an army looks for something to take.
const REACH_KM: u32 = 420;
/// After so many xun before a crossing that it cannot force an army looks for something else.
const HELD_UP: u8 = 4;
/// In how many games of a hundred the cautious prevail at a court, and in how many they or the bold do.
const CAUTIOUS: u32 = 30;
const NOT_MIDDLE: u32 = 68;
/// How near an enemy's army must be to a town to be counted with it, km.
const HOSTS_KM: u32 = 60;
/// How far it goes to relieve a town.
const RELIEF_KM: u32 = 320;
/// Odds (percent) at which it storms.
const STORM_ODDS: i64 = 125;
/// Odds at which a shut-in army comes out.
const SALLY_ODDS: i64 = 150;
/// How near a place enemies count who might come to relieve it, km.
const RELIEVED_KM: u32 = 90;
/// Odds against it at which a besieger goes.
const LEAVE_ODDS: i64 = 170;

/// How hard it is for a court to leave its altars, its storehouses and its guards' families, in the weight of a voice.
const ALTARS: i32 = 25;

/// A court's habits.
#[derive(Clone, Debug)]
pub struct Counsel {
    luck: Luck,
    /// Whom it listens to.
    temper: Temper,
    /// Whom the courts know as officers: able men who held an office on the first day. Found once; the table of people is long.
    officers: OnceCell<Vec<PersonId>>,
    /// Whom they know as administrators, likewise.
    ministers: OnceCell<Vec<PersonId>>,
    /// Room for the enemies that were reported, while nobody has it.
    room: RefCell<Vec<KnownArmy>>,
}

/// Which of its habits a court is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habits {
    /// All of them.
    All,
    /// Not those that move thrones, seats in council, captives and honours: whoever asks knows of these from elsewhere.
    ButThePalace,
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
    /// With whom a truce binds it, once somebody asks: it does not attack them.
    truced: OnceCell<Vec<CourtId>>,
    /// Whether there is nobody else it is at war with, once somebody asks: then it attacks nobody.
    bound: OnceCell<bool>,
    /// Armies about what a council ordered, and not yet there, or told by it to stay; known once armies are to be ordered.
    ordered: Vec<ArmyId>,
    /// Which army props a throne that the court set up, once somebody asks.
    prop: OnceCell<Option<ArmyId>>,
    /// What it means to take this season, and with what, once somebody asks.
    campaign: OnceCell<Option<Campaign>>,
    /// What it means to do about a town of its own that is besieged, once somebody asks.
    relief: OnceCell<Option<Relief>>,
    /// Northern horse in the hot months.
    hot: bool,
    /// Northern horse in spring: time to think of going home.
    spring: bool,
}

impl<'a> Mood<'a> {
    /// The enemies that were reported.
    fn seen(&self) -> &Seen<'a> {
        self.seen.get_or_init(|| self.view.enemies_seen())
    }
    /// What the enemies reported within `km` of a place weigh together, of those that count.
    fn weight_near(&self, place: PlaceId, km: u32, counts: impl Fn(&KnownArmy) -> bool) -> i64 {
        self.seen()
            .near(place, km)
            .filter(|known| counts(known))
            .map(|known| self.view.guessed_weight(known.court, known.men))
            .sum()
    }
    /// The army without which a throne that the court set up would not stand, if one is near it.
    fn prop(&self) -> Option<ArmyId> {
        *self.prop.get_or_init(|| court::prop(&self.view))
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
            truced: OnceCell::new(),
            bound: OnceCell::new(),
            ordered: Vec::new(),
            prop: OnceCell::new(),
            campaign: OnceCell::new(),
            relief: OnceCell::new(),
            hot: false,
            spring: false,
        }
    }
    /// Whether a court may be attacked: there is war with it, no truce, and it is not the court by whose army this one lives.
    fn foe(&self, court: CourtId) -> bool {
        self.view.at_war(court) && !self.truced().contains(&court) && !self.view.allied(court)
    }
    /// With whom a truce binds it.
    fn truced(&self) -> &[CourtId] {
        self.truced.get_or_init(|| truces(&self.view))
    }
    /// Whether there is nobody else it is at war with: it attacks nobody.
    fn bound(&self) -> bool {
        let all = || self.view.enemies().all(|c| self.truced().contains(&c));
        *self.bound.get_or_init(all)
    }
    /// Whether a place that another holds may be gone for: he is a foe, or it was signed away to this court and was not handed over. The same
    /// brings an army there and keeps it there.
    fn open_to(&self, place: PlaceId, holder: CourtId) -> bool {
        let ceded = |place| {
            self.view
                .ceded(place)
                .is_some_and(|c| c.to == self.view.court())
        };
        self.foe(holder) || !self.view.allied(holder) && ceded(place)
    }
    /// Whether the enemy stands at the seat.
    fn pressed(&self) -> bool {
        self.fear > 30 && self.near > CALLS
    }
    /// How much it wants war, from −100: a northern court lives by it, a southern one has to be moved.
    fn eager(&self) -> i32 {
        let northern = self.view.book().courts[self.view.court().index()].northern;
        self.lean + if northern { 25 } else { -20 }
    }
    /// How much it wants a place that another holds. What bands and rebels hold it wants back whatever it thinks of foreign war, and what was its own before
    /// strangers took it the more.
    fn wants(&self, place: PlaceId, holder: CourtId) -> i32 {
        let view = &self.view;
        if view.native(place) != Some(view.court()) {
            if !view.claims(place) {
                return self.eager();
            }
            // A court that is at war with whoever sits on what it claims is there for it, unless peace has the upper hand at home.
            let least = if self.lean >= CLAIM_LEAN && self.fear < 40 {
                WANTED
            } else {
                -100
            };
            return (self.eager() + LOST).max(least);
        }
        if rebels(view, holder) {
            self.eager().max(WANTED)
        } else {
            self.eager() + LOST
        }
    }
}

impl Counsel {
    /// With this seed, hearing everybody.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self::with(seed, Temper::Middle)
    }

    /// As this court is in the game of this seed: in some the cautious prevail in it, in some the bold. Whoever has no seat at the table, the lesser courts and the
    /// bands, hears everybody.
    #[must_use]
    pub fn drawn(book: &Scenario, seed: u64, court: CourtId) -> Self {
        let mut counsel = Self::new(seed);
        if book.courts[court.index()].playable {
            let at = u32::from(court.0);
            let roll = counsel.luck.roll(Turn(0), Purpose::Policy, at, 0x0100, 100);
            counsel.temper = match roll {
                0..CAUTIOUS => Temper::Cautious,
                CAUTIOUS..NOT_MIDDLE => Temper::Bold,
                _ => Temper::Middle,
            };
        }
        counsel
    }

    /// With this seed and temper.
    #[must_use]
    pub const fn with(seed: u64, temper: Temper) -> Self {
        Self {
            luck: Luck::new(seed ^ 0xC0C0_C0C0_1126_1127),
            temper,
            officers: OnceCell::new(),
            ministers: OnceCell::new(),
            room: RefCell::new(Vec::new()),
        }
    }

    /// This court's rolls of this turn.
    fn rolls(&self, view: &View<'_>) -> About {
        let court = u32::from(view.court().0);
        self.luck.about(view.turn(), Purpose::Policy, court)
    }

    fn roll(&self, view: &View<'_>, key: u32, bound: u32) -> u32 {
        self.rolls(view).roll(key, bound)
    }

    /// The option this court takes: by its advisors' weight, its lean, its fear and its purse, with some chance in it.
    #[must_use]
    pub fn choose(&self, view: &View<'_>, decision: DecisionId) -> Option<OptionId> {
        let book = view.book();
        let matter = &book.decisions[decision.index()];
        let mood = self.mood(view);
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
    pub fn orders_for(
        &self,
        view: &View<'_>,
        habits: Habits,
        mine: impl Fn(ArmyId) -> bool,
    ) -> Vec<OrderNow> {
        // A band without an army has nobody to order about, only people to call up.
        if view.armies().next().is_none() && view.papers().next().is_none() {
            let mut out = Vec::new();
            self.levies(view, &Mood::quiet(view, self.temper), &mut out);
            return out;
        }
        let mut mood = self.mood(view);
        let commands = view.army_ids().any(&mine);
        if commands {
            mood.ordered = standing::orders(view);
            // Whom others order about is not counted on.
            mood.ordered.extend(view.army_ids().filter(|a| !mine(*a)));
        }
        // A court can attend only to so much: those who are to strike together are told first.
        let (mut out, mut rest) = (Vec::new(), Vec::new());
        if commands {
            (out, rest) = view
                .armies()
                .filter(|army| mine(army.id))
                .filter_map(|army| self.one(view, &mood, army))
                .filter(|o| view.may_order(o).is_ok())
                .partition(|o| matches!(o, Order::Relieve { .. }));
        }
        self.routine(view, habits, &mood, &mut out);
        // Of those who are to go up the same wall the strong are told first: where the court cannot attend to all, the weak do not storm alone.
        let men = |order: &OrderNow| match order {
            Order::Assault { army, .. } => view.army(*army).map_or(0, |a| a.men),
            _ => 0,
        };
        rest.sort_by_key(|order| std::cmp::Reverse(men(order)));
        out.append(&mut rest);
        out.extend(campaign::depot(view, &mood).filter(|o| view.may_order(o).is_ok()));
        out.extend(super::towns::orders(view, mood.seen()));
        if let Some(seen) = mood.seen.take() {
            self.room.replace(seen.into_room());
        }
        out
    }

    /// What the court makes of its position.
    fn mood<'a>(&self, view: &View<'a>) -> Mood<'a> {
        mood(view, self.temper, view.enemies_seen_in(self.room.take()))
    }

    fn routine(&self, view: &View<'_>, habits: Habits, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
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
        for (draft, paper) in view.papers() {
            // Nothing is owed under most of them.
            if paper.sworn.is_none() || paper.void.is_some() {
                continue;
            }
            let tribute = view.patron() == Some(view.terms(draft).other(view.court()));
            if mood.fear <= 40 && mood.lean >= -10 && !tribute {
                continue;
            }
            let owed = view.owed(draft);
            // Carts go when a twentieth of the debt can go with them.
            let able = owed
                .iter()
                .any(|(_, good, left)| view.realm().treasury[*good as usize] * 20 > *left);
            if able {
                out.push(Order::PayDue { draft });
            }
        }
        self.redress(view, mood, out);
        self.posts(view, mood, out);
        self.house(view, habits, mood, out);
        self.levies(view, mood, out);
        self.offers(view, mood, out);
        super::land::orders(view, mood.seen(), self.officers(view), out);
        let seat = view.realm().seat;
        if mood.fear > 20
            && mood.fear < 90
            && view.realm().treasury[Good::Cash as usize] > 1_500_000
        {
            out.push(Order::Fortify { place: seat });
        }
    }

    fn levies(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        // Nobody is called up where nothing threatens and no enemy is anywhere.
        if mood.fear <= THREATENED && view.enemies().next().is_none() {
            return;
        }
        let court = view.court();
        let band = view.book().courts[court.index()].band;
        // A court that means to have peace calls nobody up; one in fear calls everybody.
        let will = if band {
            30
        } else {
            u32::try_from(35 + mood.fear / 2 + mood.lean / 3).unwrap_or(5)
        };
        let rolls = self.rolls(view);
        for army in view.levies() {
            if rolls.roll(0x2000 + u32::from(army.0), 100) >= will {
                continue;
            }
            let levy = &view.book().armies[army.index()];
            let need = mood.fear > THREATENED
                || mood.seen().men_near(levy.at, if band { 150 } else { 350 }) > 5_000;
            // Most levies wait for something that has not come about, and a refusal would say at length for what.
            if need && view.holds(&levy.needs) && view.may_order(&Order::Raise { army }).is_ok() {
                out.push(Order::Raise { army });
                break;
            }
        }
    }

    fn one(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
        if view.shut_in(army.id).is_some() {
            return sally(view, mood, army);
        }
        if army.held_up >= HELD_UP && army.next.is_some() {
            return field::gives_up(view, army);
        }
        if army.next.is_some() && army.task != Task::Hold && army.food > 3 {
            return None; // it is on its way
        }
        // What a council ordered stands until it is done, unless the enemy stands at the seat.
        if mood.ordered.contains(&army.id)
            && army.food > 3
            && (!mood.pressed() || army.at == view.realm().seat)
            && !self.minds(view, mood, army)
        {
            return None;
        }
        let home = view.holder(army.at).is_some_and(|h| view.allied(h));
        if !home && (army.food <= 3 || army.morale < 25) {
            return go_home(view, army);
        }
        let south = view.book().atlas.places[army.at.index()].lat_milli < season::COOL_LAT_MILLI;
        if self.props(view, mood, army) {
            return court::props_up(view, army);
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
        // A town that was taken is no siege any more: the army goes on.
        if matches!(army.task, Task::Besiege | Task::Assault | Task::Mask)
            && army.at == army.goal
            && !home
        {
            return besieging(view, mood, army);
        }
        if let Some(order) = leave_garrison(view, army) {
            return Some(order);
        }
        if let Some(order) = defend(view, mood, army) {
            return Some(order);
        }
        if home && let Some(order) = river::wait(view, mood, army) {
            return order;
        }
        if mood.bound() || mood.hot || (mood.spring && south) {
            return None;
        }
        match mood
            .campaign
            .get_or_init(|| self.campaign(view, mood))
            .as_ref()
            .filter(|c| c.hosts.contains(&army.id))
        {
            Some(campaign) => campaign.order(view, army),
            None => self.attack(view, mood, army),
        }
    }

    /// The best thing to take within reach, if the court wants war.
    fn attack(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
        let at_home = view.holder(army.at).is_some_and(|h| view.allied(h));
        let fed = if at_home { PROVISIONED } else { 8 };
        if army.morale < 40 || army.men < 3_000 || army.food < fed {
            return None;
        }
        if matches!(
            army.task,
            Task::Besiege | Task::Assault | Task::Mask | Task::March
        ) && army.at != army.goal
        {
            return None; // its orders stand
        }
        if keeps_capital(view, army) {
            return None;
        }
        let atlas = &view.book().atlas;
        let own = view.weight(army.id, true);
        let mut best: Option<(i64, PlaceId, bool)> = None;
        // While others are on campaign the rest hold, but for what rebels took.
        let massed = mood.campaign.get().is_some_and(Option::is_some);
        for place in atlas.within(army.at, REACH_KM) {
            let Some(holder) = view.holder(place) else {
                continue;
            };
            let ceded = view.ceded(place).is_some_and(|c| c.to == view.court());
            if !mood.open_to(place, holder) || mood.wants(place, holder) < WANTED {
                continue;
            }
            let km = atlas.km(army.at, place);
            let home = view.native(place) == Some(view.court()) && rebels(view, holder);
            if massed && !home {
                continue;
            }
            // Where it would have to leave again before a relief, it does not lie down.
            let relief = mood.weight_near(place, RELIEVED_KM, |k| {
                k.place != place && mood.foe(k.court)
            });
            if relief * 100 > own * LEAVE_ODDS {
                continue;
            }
            let hard = hardness(view, place, holder) + mood.weight_near(place, HOSTS_KM, |_| true);
            let value = worth(view, place, holder) + if ceded { 25 } else { 0 };
            let doubt = i64::from(self.roll(
                view,
                0x4000 + u32::from(army.id.0) * 256 + u32::from(place.0),
                18,
            ));
            let score = value - i64::from(km) / 9 - (hard * 40 / own.max(1)).min(80) + doubt;
            let weak = hard * 2 < own && atlas.places[place.index()].walls <= 3;
            if best.is_none_or(|(most, _, _)| score > most) {
                best = Some((score, place, weak));
            }
        }
        let (score, place, weak) = best?;
        if score < 0 || !field::gets_through(view, mood, army, place) {
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
        self.orders_for(view, Habits::All, |_| true)
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        Box::new(self.clone())
    }
}

/// Whether an effect takes the court away from its seat.
const fn uproots(effect: &Eff) -> bool {
    matches!(effect, Eff::Order(Order::MoveCourt { .. }))
}

fn mood<'a>(view: &View<'a>, temper: Temper, seen: Seen<'a>) -> Mood<'a> {
    let court = view.court();
    let realm = view.realm();
    let seat = realm.seat;
    let near = seen.men_near(seat, THREAT_KM);
    let own =
        view.own_near(seat, 120) + view.patron_near() + view.town(seat).map_or(0, |t| t.garrison);
    let besieged = view.siege(seat).is_some_and(|s| !view.allied(s.by));
    let press = i64::from(near) * 60 / i64::from(own.max(5_000));
    let fear = i32::try_from(press.min(70)).unwrap_or(70)
        + if besieged { 25 } else { 0 }
        + (50 - realm.legitimacy).max(0) / 4;
    let month = view.month_of_year();
    let northern = view.book().courts[court.index()].northern;
    Mood {
        view: *view,
        seen: seen.into(),
        near,
        temper,
        fear: fear.clamp(0, 100),
        lean: (realm.lean + temper.lean(view)).clamp(-100, 100),
        truced: OnceCell::new(),
        bound: OnceCell::new(),
        ordered: Vec::new(),
        prop: OnceCell::new(),
        campaign: OnceCell::new(),
        relief: OnceCell::new(),
        hot: northern && (5..=8).contains(&month),
        spring: northern && (3..=4).contains(&month),
    }
}

/// Whether an army keeps a foreign capital: that in hand is enough for one winter, and the strongest of those in it stays and makes it pay.
fn keeps_capital(view: &View<'_>, army: OwnArmy) -> bool {
    let foreign = view.book().atlas.places[army.at.index()].kind == PlaceKind::Capital
        && view
            .country(army.at)
            .is_some_and(|c| c.native.is_some_and(|n| n != view.court()));
    let strongest = || {
        let here = view.armies_at(army.at).filter(|a| a.next.is_none());
        here.max_by_key(|a| (a.men, std::cmp::Reverse(a.id)))
    };
    // Whether it is enough depends on the winter.
    let enough = u32::from(army.at.0) + u32::from(view.turn().0 / 9);
    foreign && (enough % 4 < 2 || strongest().is_some_and(|a| a.id == army.id))
}

/// With whom a truce binds a court now.
fn truces(view: &View<'_>) -> Vec<CourtId> {
    let in_force = view.papers().filter_map(|(draft, paper)| {
        let sworn = paper.sworn.filter(|_| paper.void.is_none())?;
        let terms = view.terms(draft);
        let lasts = terms.clauses.iter().any(|c| match c {
            Clause::Truce { xun } => {
                view.turn().0 < sworn.0 + u16::from(*xun) && !injured(view, draft, paper)
            }
            _ => false,
        });
        lasts.then(|| terms.other(view.court()))
    });
    in_force.collect()
}

/// Whether a court is a band, or sits in what is this court's own country: no foreign power, whatever it calls itself.
fn rebels(view: &View<'_>, court: CourtId) -> bool {
    let other = view.other(court);
    view.book().courts[court.index()].band
        || other.patron.is_none() && view.native(other.seat) == Some(view.court())
}

/// What a town weighs as far as the court can tell: its garrison, behind its walls.
fn hardness(view: &View<'_>, place: PlaceId, holder: CourtId) -> i64 {
    let seat = view.other(holder).seat == place;
    let garrison = view.guessed_garrison(place) + if seat { 30_000 } else { 0 };
    let walls = i64::from(view.book().atlas.places[place.index()].walls);
    view.guessed_weight(holder, garrison) * (100 + walls * 60) / 100
}

/// What a town is worth to whoever takes it.
fn worth(view: &View<'_>, place: PlaceId, holder: CourtId) -> i64 {
    let at = &view.book().atlas.places[place.index()];
    let seat = view.other(holder).seat == place;
    let capital = at.kind == PlaceKind::Capital;
    i64::from(at.households) / 4_000
        + i64::from(at.walls) * 6
        + if seat { SEAT } else { 0 }
        + if capital { CAPITAL } else { 0 }
}

/// Whether the other side has broken this treaty: an injured court does not feel bound.
fn injured(view: &View<'_>, _: DraftId, paper: &crate::rules::state::components::Paper) -> bool {
    paper
        .clauses
        .iter()
        .any(|c| !c.replaced && c.broken.is_some_and(|by| by != view.court()))
}
