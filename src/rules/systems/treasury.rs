//! Phase 7: revenue and upkeep, in the first xun of each month. Double entry: every tael has a source and an end.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Account, Event, Reason, Stat, Why};
use crate::rules::formulas::{bands, treasury};
use crate::rules::state::Game;
use crate::rules::state::components::Country;
use crate::rules::state::yields::Yield;
use crate::rules::systems::supply;
use crate::scenario::language::{Clause, Good};

const GOODS: [Good; 5] = [
    Good::Gold,
    Good::Silver,
    Good::Silk,
    Good::Cash,
    Good::Grain,
];

/// What a month brings a court and costs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Revenue, by good.
    pub revenue: [i64; 5],
    /// Pay, strings.
    pub pay: i64,
    /// In what it will be handed out, with what is in store and what comes in.
    pub handed: treasury::Handed,
    /// Rations, shi.
    pub rations: i64,
    /// Grain of places from which nothing reaches the seat: it stays in their depots, and is not in the revenue.
    pub stays: i64,
    /// What the city at the seat eats of the granary because no canal feeds it, shi.
    pub city: i64,
    /// Grain that spoils in store, shi.
    pub spoils: i64,
    /// The court and its offices, strings.
    pub offices: i64,
    /// What the palace spends, by good.
    pub palace: [i64; 5],
}

impl Month {
    /// Whether less than half the pay can be handed out: a month in arrears.
    #[must_use]
    pub const fn in_arrears(&self) -> bool {
        self.handed.unpaid * 2 > self.pay
    }
    /// Shi of the rations that a granary with so much in store cannot give.
    #[must_use]
    pub fn hungers(&self, store: i64) -> i64 {
        (self.rations - store - self.revenue[Good::Grain as usize]).max(0)
    }
}

/// What a month's pay and rations come to for everybody a court has under arms: strings, and shi.
#[must_use]
pub fn pay(game: &Game, court: CourtId) -> (i64, i64) {
    let garrisons = i64::try_from(game.garrisons(court)).unwrap_or(i64::MAX);
    let field: i64 = game
        .ranks(court)
        .map(|(_, force, _)| i64::from(force.men))
        .sum();
    let men = garrisons + field;
    let percent = if game.book.courts[court.index()].northern {
        treasury::NORTHERN_PAY_PERCENT
    } else {
        100
    };
    (
        men * treasury::PAY_TENTHS / 10 * percent / 100,
        men * treasury::RATION_TENTHS / 10 * percent / 100,
    )
}

/// Whether a court's troops live by their pay: a northern host has its land and its shares of what is taken, and a band what it takes.
#[must_use]
pub fn lives_by_pay(game: &Game, court: CourtId) -> bool {
    let court = &game.book.courts[court.index()];
    !court.northern && !court.band
}

/// The month's account of a court as things stand.
#[must_use]
pub fn month(game: &Game, court: CourtId) -> Month {
    let mut cut = Vec::new();
    supply::cut_off(game, court, &mut cut);
    account(game, court, &cut, |_, _| {})
}

/// What a month costs a court, and nothing of what it brings.
#[must_use]
pub fn costs(game: &Game, court: CourtId) -> Month {
    let all = game.yields_of(court, |place| yields(game, court, place));
    outgo(game, court, all.governed)
}

/// The same of a court that governs so many households.
fn outgo(game: &Game, court: CourtId, governed: i64) -> Month {
    let (pay, rations) = pay(game, court);
    Month {
        pay,
        rations,
        // Offices cost in proportion to what is governed; eleven million households is the whole of Song in the atlas.
        offices: treasury::OFFICES * governed / 11_000_000,
        palace: game.realm(court).outlay,
        ..Month::default()
    }
}

/// The month's account of a court; `stay` is told what grain stays where nothing reaches the seat.
fn account(
    game: &Game,
    court: CourtId,
    cut: &[PlaceId],
    mut stay: impl FnMut(PlaceId, i64),
) -> Month {
    let Yield {
        governed,
        mut revenue,
    } = game.yields_of(court, |place| yields(game, court, place));
    let mut stays = 0;
    // What is cut off is of what it holds.
    for &place in cut {
        let known = game.yield_of(place).copied();
        let from = known.unwrap_or_else(|| yields(game, court, place));
        let grain = from.revenue[Good::Grain as usize];
        revenue[Good::Grain as usize] -= grain;
        stays += grain;
        stay(place, grain);
    }
    let mut out = Month {
        revenue,
        stays,
        ..outgo(game, court, governed)
    };
    out.revenue[Good::Cash as usize] += markets(game, court) * treasury::MARKET;
    out.city = supply::city(game, court).unwrap_or(0);
    let mut chest = game.realm(court).treasury;
    for (have, comes) in chest.iter_mut().zip(out.revenue) {
        *have += comes;
    }
    out.handed = treasury::handed(out.pay, &chest);
    let eaten = out.rations + out.city + out.palace[Good::Grain as usize];
    out.spoils = treasury::spoils(chest[Good::Grain as usize] - eaten, out.rations);
    out
}

/// Households that pay and are governed through a place: its own, and as many of its circuit as it stands for.
#[must_use]
pub fn registered(game: &Game, place: PlaceId, country: &Country) -> u32 {
    let percent = i64::from(game.book.places[place.index()].stands_for);
    u32::try_from(i64::from(game.homes_in(place, country)) * percent / 100).unwrap_or(u32::MAX)
}

/// What a place brings its holder in a month: less where households fled the water, nothing while it lies or an enemy does, and less where bands
/// keep the taxes.
fn yields(game: &Game, court: CourtId, place: PlaceId) -> Yield {
    let (town, country) = game.land(place);
    let homes = registered(game, place, country);
    let held = game.siege(place).is_some() || game.under_water(place);
    // A court set up in the country has its registers, its clerks and its tithe, and hands part of it on.
    let grip = if country.native == Some(court) {
        treasury::GRIP
    } else if game.realm(court).patron.is_some() {
        treasury::GRIP_OF_PUPPET
    } else {
        treasury::GRIP_OF_CONQUEROR
    };
    let mut revenue = treasury::revenue(homes, country.unrest, held, grip);
    if country.band > 0 {
        let lost = i64::from(bands::lost_percent(country.band, town.garrison));
        for good in &mut revenue {
            *good -= *good * lost / 100;
        }
    }
    Yield {
        governed: i64::from(homes),
        revenue,
    }
}

/// Treaty markets from which a court takes its toll: open as long as there is peace, and the place is a party's and not besieged.
fn markets(game: &Game, court: CourtId) -> i64 {
    let mut open = 0;
    for &id in game.bound(court) {
        if !game.in_force(id) {
            continue;
        }
        let terms = game.terms(id);
        if game.at_war(terms.from, terms.to) {
            continue;
        }
        for clause in &terms.clauses {
            if let Clause::Market { place } = clause
                && game.siege(*place).is_none()
                && game.holder(*place).is_some_and(|h| terms.binds(h))
            {
                open += 1;
            }
        }
    }
    open
}

/// Takes in and pays out, once a month.
pub fn run(game: &mut Game) {
    if !game.month_begins() {
        return;
    }
    for court in game.courts() {
        if !game.realm(court).stands || game.book.courts[court.index()].band {
            continue;
        }
        let cut = game.take_cut_off(court, |game, out| supply::cut_off(game, court, out));
        // Water falls by itself: what lies under it is reckoned anew every time.
        game.keep_yields(court, |game, place| {
            (!game.under_water(place)).then(|| yields(game, court, place))
        });
        let mut staying = Vec::with_capacity(cut.len());
        let month = account(game, court, &cut, |place, grain| {
            staying.push((place, grain));
        });
        game.keep_cut_off(court, cut);
        // Grain that cannot be carried to the seat stays in the depots of the places it grew in.
        for (place, amount) in staying {
            if amount > 0 {
                game.emit(Event::Goods {
                    from: Account::Country,
                    to: Account::Depot(place),
                    good: Good::Grain,
                    amount,
                    why: Reason::Revenue,
                });
            }
        }
        for (good, amount) in GOODS.into_iter().zip(month.revenue) {
            if amount > 0 {
                game.emit(Event::Goods {
                    from: Account::Country,
                    to: Account::Court(court),
                    good,
                    amount,
                    why: Reason::Revenue,
                });
            }
        }
        hand_out(game, court, month.handed);
        spend(game, court, Good::Grain, month.rations, Reason::Rations);
        spend(game, court, Good::Cash, month.offices, Reason::Offices);
        for good in GOODS {
            spend(
                game,
                court,
                good,
                month.palace[good as usize],
                Reason::Palace,
            );
        }
        supply::feed_city(game, court);
        spend(game, court, Good::Grain, month.spoils, Reason::Spoiled);
        if month.in_arrears() && lives_by_pay(game, court) {
            let unpaid: Vec<ArmyId> = game.ranks(court).map(|(id, ..)| id).collect();
            for army in unpaid {
                game.emit(Event::Stat {
                    stat: Stat::Spirit(army),
                    by: treasury::ARREARS_MORALE,
                    why: Why::Arrears,
                });
            }
            game.emit(Event::Stat {
                stat: Stat::Legitimacy(court),
                by: -1,
                why: Why::Arrears,
            });
        }
    }
}

/// Pays the troops, in kind where the cash does not reach.
fn hand_out(game: &mut Game, court: CourtId, pay: treasury::Handed) {
    spend(game, court, Good::Cash, pay.cash, Reason::Pay);
    spend(game, court, Good::Silver, pay.silver, Reason::PayInKind);
    spend(game, court, Good::Silk, pay.silk, Reason::PayInKind);
    if pay.in_kind() || pay.unpaid > 0 {
        game.emit(Event::PaidInKind {
            court,
            silver: pay.silver,
            silk: pay.silk,
            unpaid: pay.unpaid,
        });
    }
}

/// Pays as far as the treasury reaches; what is missing comes back.
fn spend(game: &mut Game, court: CourtId, good: Good, due: i64, why: Reason) -> i64 {
    let amount = due.min(game.realm(court).treasury[good as usize].max(0));
    if amount > 0 {
        game.emit(Event::Goods {
            from: Account::Court(court),
            to: Account::Country,
            good,
            amount,
            why,
        });
    }
    due - amount
}
