//! A campaign: one front, a goal next to one's own country or a friend's, a town before it where the armies gather and are fed, and so many armies that together they
//! outweigh what is known to stand there.
//!
//! A court keeps no plan between one xun and the next. It chooses again from what it sees, by a fancy that lasts a season and with a bonus on what its
//! armies are already about, so that it comes to the same choice as long as things stand as they did.

use super::{Counsel, Mood, WANTED, hardness, rebels, worth};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::{season, supply};
use crate::scenario::language::Good;
use crate::view::{OwnArmy, View};

/// Xun in a season of campaigning, and in a year.
const SEASON: u16 = 9;
const YEAR: u16 = 36;
/// How many goals are looked at closely, and how many armies march.
const GOALS: usize = 6;
const MOST_HOSTS: usize = 4;
/// How far armies come to where they gather, km.
const GATHER_KM: u32 = 900;
/// How near an enemy's army must be to a goal to be counted with it, km.
const COVER_KM: u32 = 120;
/// Odds (percent) at which they gather, at which they set out, and at which no more are called.
const GATHER_ODDS: i64 = 90;
const SET_OUT_ODDS: i64 = 130;
const ENOUGH_ODDS: i64 = 170;
/// What it is worth that armies are already about it, and what a barred crossing costs.
const UNDER_WAY: i64 = 18;
const BARRED: i64 = 30;
/// What a town is worth beyond its people and walls because it was one's own.
const OWN_ONCE: i64 = 30;
/// An army of fewer men, or of a lower heart, is not called; and one with less food waits for carts (tenths of a xun).
const FEWEST: u32 = 3_000;
const HEART: i32 = 40;
const FED: i32 = 8;
/// What the depot where they gather should feed them for, tenths of a xun, and what part of the granary goes there.
const DEPOT: i32 = 40;
const GRANARY_PART: i64 = 3;
/// Part of a cargo that may be eaten on the way, permille.
const TOO_DEAR: u32 = 700;
/// The fewest shi worth a convoy.
const WORTH: i64 = 5_000;
/// Chance in a hundred that a court which is not out for war looks to its lost towns in a year, at a lean of nothing; and the legitimacy without which nobody would.
const GOOD_YEAR: i32 = 45;
const OBEYED: i32 = 25;

/// What a court means to take, and with what.
#[derive(Clone, Debug)]
pub(super) struct Campaign {
    /// The town.
    pub(super) goal: PlaceId,
    /// The town of its own side before it, where the armies gather.
    pub(super) muster: PlaceId,
    /// The armies.
    pub(super) hosts: Vec<ArmyId>,
    /// Their men.
    men: u32,
    /// Whether enough of them are there.
    sets_out: bool,
}

impl Campaign {
    /// What an army of the campaign is told.
    pub(super) fn order(&self, view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
        let (id, goal) = (army.id, self.goal);
        if army.at == self.muster
            || view.book().atlas.km(army.at, goal) <= view.book().atlas.km(self.muster, goal)
        {
            let ready = self.sets_out && army.food >= FED;
            return ready.then_some(Order::Besiege {
                army: id,
                place: goal,
            });
        }
        (army.goal != self.muster || army.task != Task::March).then_some(Order::March {
            army: id,
            to: self.muster,
        })
    }
}

/// A goal, as it looks before anybody has counted who could go.
struct Goal {
    score: i64,
    place: PlaceId,
    muster: PlaceId,
    hard: i64,
}

impl Counsel {
    /// The campaign of this season, if there is one to be made.
    pub(super) fn campaign(&self, view: &View<'_>, mood: &Mood<'_>) -> Option<Campaign> {
        if mood.bound() || mood.hot || mood.pressed() {
            return None;
        }
        let free = callable(self, view, mood);
        if free.is_empty() {
            return None;
        }
        let mut goals = self.goals(view, mood);
        goals.sort_by_key(|g| (std::cmp::Reverse(g.score), g.place));
        goals.truncate(GOALS);
        let mut best: Option<(i64, Campaign)> = None;
        for goal in goals {
            if let Some((score, campaign)) = muster(view, mood, &goal, &free)
                && best.as_ref().is_none_or(|(most, _)| score > *most)
            {
                best = Some((score, campaign));
            }
        }
        best.filter(|(score, _)| *score > 0).map(|(_, c)| c)
    }

    /// What lies next to one's own country or a friend's and could be wanted.
    fn goals(&self, view: &View<'_>, mood: &Mood<'_>) -> Vec<Goal> {
        let atlas = &view.book().atlas;
        let good_year = self.good_year(view, mood);
        let mut about = vec![false; atlas.places.len()];
        for army in view.armies().filter(|a| a.task != Task::Hold) {
            about[army.goal.index()] = true;
        }
        let mut out = Vec::new();
        for place in view.places() {
            let Some(holder) = view.holder(place).filter(|h| mood.foe(*h)) else {
                continue;
            };
            let lost = view.native(place) == Some(view.court()) || view.claims(place);
            let own_war = mood.wants(place, holder) >= WANTED;
            let looked_to = own_war || lost && good_year;
            if !looked_to {
                continue;
            }
            if mood.spring && atlas.places[place.index()].lat_milli < season::COOL_LAT_MILLI {
                continue;
            }
            let before = atlas.neighbours[place.index()]
                .iter()
                .map(|(_, p)| *p)
                .filter(|p| view.holder(*p).is_some_and(|h| view.allied(h)))
                .filter(|p| view.siege(*p).is_none())
                .map(|p| (view.barred(p, place), atlas.km(p, place), p))
                .min();
            let Some((barred, _, muster)) = before else {
                continue;
            };
            let hard = hardness(view, place, holder) + mood.weight_near(place, COVER_KM, |_| true);
            let fancy = self.luck.roll(
                Turn(view.turn().0 / SEASON),
                Purpose::Policy,
                u32::from(view.court().0),
                0x8000 + u32::from(place.0),
                18,
            );
            // What is hard to take is looked at last.
            let score = worth(view, place, holder)
                + i64::from(fancy)
                + if lost { OWN_ONCE } else { 0 }
                + if rebels(view, holder) {
                    OWN_ONCE / 2
                } else {
                    0
                }
                + if about[place.index()] || about[muster.index()] {
                    UNDER_WAY
                } else {
                    0
                }
                - if barred { BARRED } else { 0 }
                - hard / 2_500;
            out.push(Goal {
                score,
                place,
                muster,
                hard,
            });
        }
        out
    }

    /// Whether a court that does not live for war looks to what it lost this year: it is obeyed, nobody threatens it, and it has bread.
    fn good_year(&self, view: &View<'_>, mood: &Mood<'_>) -> bool {
        let realm = view.realm();
        let chance = (GOOD_YEAR + mood.lean).clamp(0, 95).unsigned_abs();
        realm.legitimacy >= OBEYED
            && mood.fear < 40
            && self.luck.roll(
                Turn(view.turn().0 / YEAR),
                Purpose::Policy,
                u32::from(view.court().0),
                0x7f00,
                100,
            ) < chance
    }
}

/// Armies that could be called: whole, led from a quiet place or already in the field, and not those that hold a border, a throne or what a council told them.
fn callable(counsel: &Counsel, view: &View<'_>, mood: &Mood<'_>) -> Vec<(OwnArmy, i64)> {
    view.armies()
        .filter(|a| {
            a.men >= FEWEST
                && a.morale >= HEART
                && a.ships.is_none()
                && a.held_up < 3
                && a.ready <= view.turn()
                && view.shut_in(a.id).is_none()
                && !mood.ordered.contains(&a.id)
                && !super::keeps_capital(view, *a)
                && !counsel.props(view, mood, *a)
        })
        .map(|a| (a, view.weight(a.id, true)))
        .collect()
}

/// The armies that would go for a goal, the strong and near first, until there are enough.
fn muster(
    view: &View<'_>,
    mood: &Mood<'_>,
    goal: &Goal,
    free: &[(OwnArmy, i64)],
) -> Option<(i64, Campaign)> {
    let atlas = &view.book().atlas;
    let mut near: Vec<(i64, u32, &(OwnArmy, i64))> = free
        .iter()
        .filter_map(|host| {
            let (army, weight) = host;
            let km = atlas.km(army.at, goal.muster);
            let about = army.goal == goal.place || army.goal == goal.muster;
            // An army before another town goes on with it, and one that holds a border against somebody else stays.
            let busy = army.task != Task::Hold && !about && army.goal != army.at;
            let holds = km > 60 && super::field::holds_border(view, mood, *army);
            (km <= GATHER_KM && !busy && !holds).then_some((
                weight * 100 / i64::from(150 + km) * if about { 2 } else { 1 },
                km,
                host,
            ))
        })
        .collect();
    near.sort_by_key(|(draw, _, host)| (std::cmp::Reverse(*draw), host.0.id));
    let (mut hosts, mut men, mut sum, mut there, mut way) = (Vec::new(), 0, 0, 0, 0);
    for (_, km, (army, weight)) in near.into_iter().take(MOST_HOSTS) {
        if sum * 100 >= goal.hard * ENOUGH_ODDS {
            break;
        }
        sum += weight;
        men += army.men;
        way += i64::from(km);
        hosts.push(army.id);
        let at_goal = army.at == goal.place || army.at == goal.muster;
        if at_goal && army.next.is_none() && army.food >= FED {
            there += weight;
        }
    }
    let n = i64::try_from(hosts.len()).ok().filter(|n| *n > 0)?;
    if sum * 100 < goal.hard * GATHER_ODDS {
        return None;
    }
    let score = goal.score - way / n / 20 - (goal.hard * 30 / sum.max(1)).min(40);
    Some((
        score,
        Campaign {
            goal: goal.place,
            muster: goal.muster,
            hosts,
            men,
            sets_out: there * 100 >= goal.hard * SET_OUT_ODDS,
        },
    ))
}

/// Grain for the armies where they gather.
pub(super) fn depot(view: &View<'_>, mood: &Mood<'_>) -> Option<OrderNow> {
    let campaign = mood.campaign.get()?.as_ref()?;
    let place = campaign.muster;
    let town = view.town(place)?;
    if town.convoy.is_some() || view.holder(place) != Some(view.court()) {
        return None;
    }
    let granary = view.realm().treasury[Good::Grain as usize];
    let wanted = supply::eaten(campaign.men, DEPOT) - town.depot;
    let shi = wanted.min(granary / GRANARY_PART);
    if shi < WORTH {
        return None;
    }
    let way = view.carriage(place)?;
    let shi = u32::try_from(shi)
        .ok()?
        .min(crate::rules::check::land::MOST_SHI);
    (supply::carriage_permille(way.cart_km, way.boat_km) <= TOO_DEAR)
        .then_some(Order::Transport { place, shi })
}
