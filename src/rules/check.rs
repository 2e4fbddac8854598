//! Order → refusal: whether a court may give an order now, and if not, what is missing.

#![expect(
    missing_docs,
    reason = "the fields of these words are named for what they are; each word's own line says the rest"
)]

use super::condition::{holds, is_proposed, missing};
use super::formulas::costs::{self, Cost};
use super::formulas::{people, treasury};
use super::state::Game;
use super::systems::treaties::{audit, cession, grievance};
use super::systems::{fleet, passage, sitting};
pub mod land;
use super::systems::workshop;
mod reign;
pub mod treat;

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::{Cond, Eff};

/// Why an order or a choice cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The game is over.
    GameOver,
    /// The court does not stand.
    NoCourt,
    /// Too few edicts are left this xun.
    NoEdicts { needed: i32, left: i32 },
    /// The treasury does not reach.
    TooPoor { good: Good, needed: i64, have: i64 },
    /// Not an army of this court.
    NotYourArmy(ArmyId),
    /// The army does not stand in the field.
    NoSuchArmy(ArmyId),
    /// The army is shut in by a close siege.
    ShutIn(ArmyId, PlaceId),
    /// There is no road.
    NoRoad(ArmyId, PlaceId),
    /// It is already there, or has that task.
    AlreadySo,
    /// The place is not held by an enemy.
    NotHostile(PlaceId),
    /// The place was signed away to the court and has still time to open.
    NotYetDue(PlaceId),
    /// The place is not one's own.
    NotYours(PlaceId),
    /// Nobody besieges it.
    NotBesieged(PlaceId),
    /// The place is besieged closely.
    Besieged(PlaceId),
    /// The army has too few men.
    TooFewMen { army: ArmyId, have: u32 },
    /// The levy stands already, or was used up.
    NotALevy(ArmyId),
    /// The levy cannot be raised now; these conditions are missing.
    Needs(Vec<Cond>),
    /// The person is dead, captive or not at this court.
    NotAtHand(PersonId),
    /// He commands another army; nobody commands two.
    CommandsAlready(PersonId, ArmyId),
    /// He holds nothing that could be taken away.
    HoldsNothing(PersonId),
    /// The post is another court's.
    NotYourPost,
    /// The draft is another court's to put forward.
    NotYourDraft(DraftId),
    /// The draft is under way, or in force.
    DraftBusy(DraftId),
    /// The draft does not lie before this court.
    NotProposed(DraftId),
    /// There is no such paper.
    NoSuchPaper(DraftId),
    /// A paper says nothing.
    Blank,
    /// This clause of a paper, counted from 1, cannot be meant so.
    Unsound(u8),
    /// An earlier paper of this court's is still with the other.
    Awaited(DraftId),
    /// The person serves as envoy, commands an army or reigns, and cannot be sent.
    NotToSend(PersonId),
    /// No envoy of this court's went beyond his instructions there, or it is too late to say so.
    NotOverreached(DraftId),
    /// The treaty is not in force between this court and another.
    NotInForce(DraftId),
    /// This court holds no such person.
    NotHeld(PersonId),
    /// The person did not come over to this court.
    NoFugitive(PersonId),
    /// Nothing gives this court a claim on the place.
    NoClaim(PlaceId),
    /// The throne is not vacant: this person sits on it.
    ThroneHeld(PersonId),
    /// The person cannot take the throne.
    NotToReign(PersonId),
    /// The person is not of an enemy court, or is not in a town this court holds.
    NotInReach(PersonId),
    /// He is of a ruling house, was given as surety, or is promised back: he takes no office.
    NotToEmploy(PersonId),
    /// Nobody stands before the palace.
    NoCrowd,
    /// There is war with that court already, or it is this one.
    AtWarAlready(CourtId),
    /// Nothing is due.
    NothingDue(DraftId),
    /// The place was not ceded.
    NotCeded(PlaceId),
    /// There is no great river here.
    NoRiver(PlaceId),
    /// No water that bears boats leads there.
    NoWater(PlaceId),
    /// The army goes by water; it must leave its boats first.
    Afloat(ArmyId),
    /// The army has no boats.
    NoShips(ArmyId),
    /// No boats lie there.
    NoneMoored(PlaceId),
    /// The army is between two places.
    OnTheWay(ArmyId),
    /// Boats are on the slips there already; nothing else can be laid down until this turn.
    SlipsFull(PlaceId, Turn),
    /// No more than this many boats, or this much grain, can be ordered at once.
    TooMany { place: PlaceId, most: u32 },
    /// A convoy is on the road there until this turn.
    ConvoyUnderWay(PlaceId, Turn),
    /// No way leads there from the granary through country of one's own side.
    CutOff(PlaceId),
    /// The country is not one's own, held by an enemy.
    NotOccupied(PlaceId),
    /// No workshop of one's own near the place has powder weapons in store.
    NoPowder(PlaceId),
    /// Nothing there needs doing.
    NothingToDo(PlaceId),
    /// The matter does not lie before this court.
    NotLaid(DecisionId),
    /// That course is closed; these conditions are missing.
    Closed(DecisionId, OptionId, Vec<Cond>),
    /// It is not the court's day: it sits again on this turn.
    NotSitting(Turn),
    /// This court did not set that one up, or it stands no more.
    NotClient(CourtId),
    /// Too few men of one's own stand there.
    TooWeakThere {
        place: PlaceId,
        have: u32,
        needed: u32,
    },
    /// The army does not stand beside the other, at that place.
    NotBeside(ArmyId, PlaceId),
    /// No corps can be formed under that name.
    NotACorps(ArmyId),
    /// That paper has no words between the two that can be read in more than one way.
    PlainWords(DraftId),
    /// The place is another court's, at peace with this one, which lets no army of it in.
    NotLetIn(PlaceId, CourtId),
}

/// Whether the place has a great river's crossing.
#[must_use]
pub fn on_river(game: &Game, place: PlaceId) -> bool {
    game.book.atlas.neighbours[place.index()]
        .iter()
        .any(|(route, _)| game.river(*route) != crate::scenario::model::River::None)
}

/// Whether an army is shut in by a close siege of the town it stands in. A ring that has just been beaten back from the wall is open for that time: Wang Gui's
/// men came out of Yingchang after the great assault of August 1140 and went home.
#[must_use]
pub fn shut_in(game: &Game, army: ArmyId) -> Option<PlaceId> {
    let field = game.field(army)?;
    let force = game.force(army);
    let siege = game.siege(field.at)?;
    let beaten_back = || {
        game.tables()
            .battles
            .iter()
            .rev()
            .take_while(|b| b.turn.0 + 1 >= game.turn().0)
            .any(|b| b.place == field.at && b.loser == siege.by)
    };
    (siege.close && game.is_inside(force, field) && !beaten_back()).then_some(field.at)
}

fn own_army(game: &Game, court: CourtId, army: ArmyId) -> Result<(), Refusal> {
    if game.field(army).is_none() {
        return Err(Refusal::NoSuchArmy(army));
    }
    if game.force(army).court != court {
        return Err(Refusal::NotYourArmy(army));
    }
    Ok(())
}

fn may_go(game: &Game, court: CourtId, army: ArmyId, to: PlaceId) -> Result<(), Refusal> {
    own_army(game, court, army)?;
    if let Some(place) = shut_in(game, army)
        && place != to
    {
        return Err(Refusal::ShutIn(army, place));
    }
    let at = game.field(army).map_or(to, |f| f.at);
    if game.force(army).afloat() {
        if at == to || fleet::step(game, at, to).is_some() {
            return Ok(());
        }
        if !may_land(game, court, army) {
            return Err(Refusal::NoWater(to));
        }
    }
    if game.book.atlas.km(at, to) == u32::from(u16::MAX) {
        return Err(Refusal::NoRoad(army, to));
    }
    Ok(())
}

/// Whether an army with boats lies at a town of its own court, where it can leave them: whoever sends it where no water goes has it do so.
#[must_use]
pub fn may_land(game: &Game, court: CourtId, army: ArmyId) -> bool {
    game.field(army)
        .is_some_and(|f| f.next.is_none() && game.holder(f.at) == Some(court))
}

/// Whether the army is there already, or whoever holds the place lets it in.
fn let_in(game: &Game, court: CourtId, army: ArmyId, to: PlaceId) -> Result<(), Refusal> {
    match passage::kept_out(game, court, to) {
        Some(holder) if game.field(army).is_none_or(|f| f.at != to) => {
            Err(Refusal::NotLetIn(to, holder))
        }
        _ => Ok(()),
    }
}

/// Whether nobody who is at peace with the court shuts the road to a place.
fn let_through(game: &Game, court: CourtId, army: ArmyId, to: PlaceId) -> Result<(), Refusal> {
    let Some(field) = game.field(army) else {
        return Ok(());
    };
    if game.force(army).afloat() {
        return Ok(());
    }
    let atlas = &game.book.atlas;
    let mut at = field.at;
    for _ in 0..atlas.places.len() {
        let next = atlas.next(at, to);
        if next == to || at == to {
            break;
        }
        if let Some(holder) = passage::shut(game, court, at, next) {
            return Err(Refusal::NotLetIn(next, holder));
        }
        at = next;
    }
    Ok(())
}

/// Only an army ashore, or one that can leave its boats here, lays siege, storms, relieves or raids.
fn ashore(game: &Game, court: CourtId, army: ArmyId) -> Result<(), Refusal> {
    if game.field(army).is_some() && game.force(army).afloat() && !may_land(game, court, army) {
        Err(Refusal::Afloat(army))
    } else {
        Ok(())
    }
}

fn hostile(game: &Game, court: CourtId, place: PlaceId) -> Result<(), Refusal> {
    if game.hostile_place(court, place) || cession::may_ring(game, court, place) {
        Ok(())
    } else if game.ceded(place).is_some_and(|c| c.to == court) {
        Err(Refusal::NotYetDue(place))
    } else {
        Err(Refusal::NotHostile(place))
    }
}

fn same_task(game: &Game, army: ArmyId, task: Task, goal: PlaceId) -> Result<(), Refusal> {
    match game.field(army) {
        Some(field) if field.task == task && field.goal == goal => Err(Refusal::AlreadySo),
        _ => Ok(()),
    }
}

fn own_town(game: &Game, court: CourtId, place: PlaceId) -> Result<(), Refusal> {
    if game.holder(place) == Some(court) {
        Ok(())
    } else {
        Err(Refusal::NotYours(place))
    }
}

fn open_town(game: &Game, court: CourtId, place: PlaceId) -> Result<(), Refusal> {
    own_town(game, court, place)?;
    if game.siege(place).is_some_and(|s| s.close) {
        Err(Refusal::Besieged(place))
    } else {
        Ok(())
    }
}

/// Whether powder weapons can be sent to a town: it is one's own and open, somebody there can use them, and a workshop has some.
fn arm(game: &Game, court: CourtId, place: PlaceId) -> Result<(), Refusal> {
    own_town(game, court, place)?;
    // What lies in the town itself can be given out behind closed gates.
    if workshop::source(game, court, place) != Some(place) {
        open_town(game, court, place)?;
    }
    if workshop::wanted(game, court, place).next().is_none() {
        return Err(Refusal::NothingToDo(place));
    }
    workshop::source(game, court, place)
        .map(|_| ())
        .ok_or(Refusal::NoPowder(place))
}

/// Whether there is such a paper: a journal may name one that was never drawn up.
fn exists(game: &Game, draft: DraftId) -> Result<(), Refusal> {
    if game.has_paper(draft) {
        Ok(())
    } else {
        Err(Refusal::NoSuchPaper(draft))
    }
}

fn at_hand(game: &Game, court: CourtId, person: PersonId) -> Result<(), Refusal> {
    let figure = game.figure(person);
    if figure.alive && figure.court == Some(court) && game.captive(person).is_none() {
        Ok(())
    } else {
        Err(Refusal::NotAtHand(person))
    }
}

/// What is still to be paid under the clauses of a sworn draft by this court: clause index, good, amount.
#[must_use]
pub fn owed(game: &Game, court: CourtId, draft: DraftId) -> Vec<(u8, Good, i64)> {
    let terms = game.terms(draft);
    let mut out = Vec::new();
    for (i, clause) in terms.clauses.iter().enumerate() {
        if let Clause::Pay { by, good, at, .. } | Clause::Yearly { by, good, at, .. } = clause
            && *by == court
        {
            let left = audit::outstanding(game, draft, i);
            if left > 0 && audit::deliverable(game, terms, *at) {
                out.push((u8::try_from(i).unwrap_or(u8::MAX), *good, left));
            }
        }
    }
    out
}

/// What an order costs a court now. The bounty of men who are called up is paid as the troops are: in silver and silk where the cash does not reach
/// (*Song shi* 193 would give recruits both for coin).
#[must_use]
pub fn price(game: &Game, court: CourtId, order: &OrderNow) -> Cost {
    let mut cost = costs::of(order, levy_men(game, order), wheeled(game, court));
    let bounty = matches!(order, Order::Raise { .. } | Order::Levy { .. });
    if let (true, [(Good::Cash, strings)]) = (bounty, cost.goods.as_slice()) {
        let strings = *strings;
        let pay = treasury::handed(strings, &game.realm(court).treasury);
        let cash = pay.cash + pay.unpaid;
        let goods = [
            (Good::Cash, cash),
            (Good::Silver, pay.silver),
            (Good::Silk, pay.silk),
        ];
        if pay.unpaid == 0 {
            cost.goods = goods.into_iter().filter(|(_, n)| *n > 0).collect();
        }
    }
    cost
}

/// Whether the court can bear what the order costs.
///
/// # Errors
/// When edicts or goods are missing.
pub fn afford(game: &Game, court: CourtId, order: &OrderNow) -> Result<(), Refusal> {
    let cost = price(game, court, order);
    let realm = game.realm(court);
    if cost.edicts > realm.edicts {
        return Err(Refusal::NoEdicts {
            needed: cost.edicts,
            left: realm.edicts,
        });
    }
    afford_goods(game, court, &cost.goods)
}

/// Whether the treasury holds these goods.
///
/// # Errors
/// With the first good that is missing.
pub fn afford_goods(game: &Game, court: CourtId, goods: &[(Good, i64)]) -> Result<(), Refusal> {
    for (good, needed) in goods {
        let have = game.realm(court).treasury[*good as usize];
        if have < *needed && !game.book.courts[court.index()].band {
            return Err(Refusal::TooPoor {
                good: *good,
                needed: *needed,
                have,
            });
        }
    }
    Ok(())
}

/// Whether a court's shipwrights build paddle-wheel boats.
#[must_use]
pub fn wheeled(game: &Game, court: CourtId) -> bool {
    game.book.courts[court.index()].wheelwrights
}

/// Men a levy order would bring.
#[must_use]
pub fn levy_men(game: &Game, order: &OrderNow) -> u32 {
    match order {
        Order::Raise { army } => game.book.armies[army.index()].men,
        _ => 0,
    }
}

/// Whether the order is lawful in itself, its cost aside.
///
/// # Errors
/// With the first thing that is missing.
pub fn lawful(game: &Game, court: CourtId, order: &OrderNow) -> Result<(), Refusal> {
    if game.is_over() {
        return Err(Refusal::GameOver);
    }
    if !game.realm(court).stands {
        return Err(Refusal::NoCourt);
    }
    match *order {
        Order::March { army, to } => {
            may_go(game, court, army, to)?;
            let_in(game, court, army, to)?;
            let_through(game, court, army, to)?;
            same_task(game, army, Task::March, to)?;
            match game.field(army) {
                Some(f) if f.at == to && f.next.is_none() && f.task == Task::Hold => {
                    Err(Refusal::AlreadySo)
                }
                _ => Ok(()),
            }
        }
        Order::Withdraw { army, to } => {
            may_go(game, court, army, to)?;
            let_in(game, court, army, to)?;
            same_task(game, army, Task::Withdraw, to)
        }
        Order::Besiege { army, place } => {
            ashore(game, court, army)?;
            may_go(game, court, army, place)?;
            hostile(game, court, place)?;
            let_through(game, court, army, place)?;
            same_task(game, army, Task::Besiege, place)
        }
        Order::Mask { army, place } => {
            ashore(game, court, army)?;
            may_go(game, court, army, place)?;
            hostile(game, court, place)?;
            let_through(game, court, army, place)?;
            same_task(game, army, Task::Mask, place)
        }
        Order::Assault { army, place } => {
            ashore(game, court, army)?;
            may_go(game, court, army, place)?;
            hostile(game, court, place)?;
            if !game.hostile_place(court, place) && !cession::may_take(game, court, place) {
                return Err(Refusal::NotYetDue(place));
            }
            let_through(game, court, army, place)?;
            same_task(game, army, Task::Assault, place)
        }
        Order::Relieve { army, place } => {
            own_army(game, court, army)?;
            ashore(game, court, army)?;
            if !game.beset(court, place) {
                return Err(Refusal::NotBesieged(place));
            }
            may_go(game, court, army, place)?;
            let_through(game, court, army, place)?;
            same_task(game, army, Task::Relieve, place)
        }
        Order::Raid { army, place, men } => {
            own_army(game, court, army)?;
            ashore(game, court, army)?;
            let enemy = game
                .standing_at(place)
                .any(|(_, force, _)| game.at_war(court, force.court));
            if !enemy {
                return Err(Refusal::NotHostile(place));
            }
            if game.force(army).men < men || men == 0 {
                return Err(Refusal::TooFewMen {
                    army,
                    have: game.force(army).men,
                });
            }
            may_go(game, court, army, place)
        }
        Order::Waylay { army, place } => {
            ashore(game, court, army)?;
            may_go(game, court, army, place)?;
            let_in(game, court, army, place)?;
            let_through(game, court, army, place)?;
            if !on_river(game, place) {
                return Err(Refusal::NoRiver(place));
            }
            same_task(game, army, Task::Waylay, place)
        }
        Order::Hold { army } => {
            own_army(game, court, army)?;
            match game.field(army) {
                Some(f) if f.task == Task::Hold => Err(Refusal::AlreadySo),
                _ => Ok(()),
            }
        }
        Order::Garrison { army, men } => {
            own_army(game, court, army)?;
            let Some(field) = game.field(army) else {
                return Err(Refusal::NoSuchArmy(army));
            };
            own_town(game, court, field.at)?;
            if field.next.is_some() || game.force(army).men < men || men == 0 {
                return Err(Refusal::TooFewMen {
                    army,
                    have: game.force(army).men,
                });
            }
            Ok(())
        }
        Order::Disband { army } => {
            own_army(game, court, army)?;
            shut_in(game, army).map_or(Ok(()), |place| Err(Refusal::ShutIn(army, place)))
        }
        Order::Raise { army } => {
            let levy = &game.book.armies[army.index()];
            if levy.court != court {
                return Err(Refusal::NotYourArmy(army));
            }
            if levy.stands || levy.men == 0 || game.tables().raised[army.index()] {
                return Err(Refusal::NotALevy(army));
            }
            let band = game.book.courts[court.index()].band;
            if !band {
                own_town(game, court, levy.at)?;
            }
            if game.siege(levy.at).is_some_and(|s| s.close) {
                return Err(Refusal::Besieged(levy.at));
            }
            if !holds(game, &levy.needs) {
                return Err(Refusal::Needs(
                    missing(game, &levy.needs).into_iter().cloned().collect(),
                ));
            }
            Ok(())
        }
        Order::Levy { place, men } => {
            open_town(game, court, place)?;
            if men == 0 || men > 20_000 {
                return Err(Refusal::NothingToDo(place));
            }
            // An emptied town has nobody to levy.
            let most = people::levy(game.homes(place));
            if game.country(place).taken > 0 && men > most {
                return Err(Refusal::TooMany { place, most });
            }
            Ok(())
        }
        Order::Fortify { place } => {
            own_town(game, court, place)?;
            if game.town(place).walls
                >= 500.min(game.book.atlas.places[place.index()].walls * 100 + 100)
            {
                return Err(Refusal::NothingToDo(place));
            }
            Ok(())
        }
        Order::Arm { place } => arm(game, court, place),
        Order::Provision { place } => {
            open_town(game, court, place)?;
            if game.town(place).stores >= 600 {
                Err(Refusal::NothingToDo(place))
            } else {
                Ok(())
            }
        }
        Order::BuildBoats { place } => {
            // On the enemy's bank the boats are built by whoever stands there.
            let ours = game.holder(place) == Some(court) || game.men_at(court, place) > 0;
            if !ours {
                return Err(Refusal::NotYours(place));
            }
            if !on_river(game, place) {
                return Err(Refusal::NoRiver(place));
            }
            if game.town(place).burnt {
                Ok(())
            } else {
                Err(Refusal::NothingToDo(place))
            }
        }
        Order::BuildShips { .. }
        | Order::Embark { .. }
        | Order::Moor { .. }
        | Order::Transport { .. }
        | Order::Rouse { .. } => land::lawful(game, court, order),
        Order::Appoint { person, post } => {
            if game.book.posts[post.index()].court != court {
                return Err(Refusal::NotYourPost);
            }
            at_hand(game, court, person)?;
            if game.holder_of(post) == Some(person) {
                Err(Refusal::AlreadySo)
            } else {
                Ok(())
            }
        }
        Order::Command { person, army } => {
            own_army(game, court, army)?;
            at_hand(game, court, person)?;
            if game.figure(person).exiled {
                return Err(Refusal::NotAtHand(person));
            }
            match game.command_of(person) {
                Some(other) if other == army => Err(Refusal::AlreadySo),
                // To a greater army he is simply moved.
                Some(other) if game.force(army).men <= game.force(other).men => {
                    Err(Refusal::CommandsAlready(person, other))
                }
                _ => Ok(()),
            }
        }
        Order::Dismiss { person } => {
            at_hand(game, court, person)?;
            let posted = game.tables().posts.contains(&Some(person));
            let captain = game.places().any(|p| game.town(p).captain == Some(person));
            if posted || captain || game.command_of(person).is_some() {
                Ok(())
            } else {
                Err(Refusal::HoldsNothing(person))
            }
        }
        Order::Recall { person } => {
            at_hand(game, court, person)?;
            if game.figure(person).exiled || game.figure(person).at.is_some() {
                Ok(())
            } else {
                Err(Refusal::AlreadySo)
            }
        }
        Order::MoveCourt { to } => {
            own_town(game, court, to)?;
            if game.realm(court).seat == to {
                return Err(Refusal::AlreadySo);
            }
            if game.captive(game.realm(court).ruler).is_some() {
                return Err(Refusal::NotAtHand(game.realm(court).ruler));
            }
            open_town(game, court, to)
        }
        Order::PayDue { draft } => {
            exists(game, draft)?;
            if owed(game, court, draft).is_empty() {
                Err(Refusal::NothingDue(draft))
            } else {
                Ok(())
            }
        }
        Order::HandOver { place } => {
            own_town(game, court, place)?;
            let named = grievance::named(game, court, place).is_some();
            if named || game.ceded(place).is_some() {
                Ok(())
            } else {
                Err(Refusal::NotCeded(place))
            }
        }
        Order::FeedPeople { place, shi } => {
            own_town(game, court, place)?;
            if shi == 0 {
                Err(Refusal::NothingToDo(place))
            } else {
                Ok(())
            }
        }
        Order::Propose { draft } => {
            let Some(book) = game.book.drafts.get(draft.index()) else {
                return Err(Refusal::NoSuchPaper(draft));
            };
            if book.terms.from != court {
                return Err(Refusal::NotYourDraft(draft));
            }
            let paper = game.paper(draft);
            let under_way = paper.sent.is_some()
                && paper.refused.is_none()
                && paper.sworn.is_none()
                && paper.intercepted.is_none();
            let in_force = paper.sworn.is_some() && paper.void.is_none();
            if under_way || in_force {
                return Err(Refusal::DraftBusy(draft));
            }
            if !game.realm(book.terms.to).stands {
                return Err(Refusal::NoCourt);
            }
            if !holds(game, &book.needs) {
                return Err(Refusal::Needs(
                    missing(game, &book.needs).into_iter().cloned().collect(),
                ));
            }
            Ok(())
        }
        Order::Accept { draft } | Order::Refuse { draft } => {
            exists(game, draft)?;
            if game.terms(draft).to != court || !is_proposed(game, draft) {
                return Err(Refusal::NotProposed(draft));
            }
            Ok(())
        }
        Order::Treat(ref treat) => treat::lawful(game, court, treat),
        Order::Reign(ref reign) => reign::lawful(game, court, reign),
        Order::Proclaim { .. } => Ok(()),
        Order::BreakDike { place } => {
            own_town(game, court, place)?;
            if !on_river(game, place) {
                return Err(Refusal::NoRiver(place));
            }
            if game.country(place).flooded {
                Err(Refusal::NothingToDo(place))
            } else {
                Ok(())
            }
        }
    }
}

/// Whether the court sits this xun.
fn in_session(game: &Game, court: CourtId) -> Result<(), Refusal> {
    if game.sits(court) || game.is_over() || !game.realm(court).stands {
        Ok(())
    } else {
        Err(Refusal::NotSitting(sitting::next(&game.book, game.turn())))
    }
}

/// Whether the court may give the order now.
///
/// # Errors
/// With the first thing that is missing.
pub fn order(game: &Game, court: CourtId, order: &OrderNow) -> Result<(), Refusal> {
    in_session(game, court)?;
    lawful(game, court, order)?;
    afford(game, court, order)
}

/// Whether the matter lies before the court, unanswered.
#[must_use]
pub fn is_pending(game: &Game, decision: DecisionId) -> bool {
    let matter = game.tables().matters[decision.index()];
    matter.laid.is_some() && matter.closed.is_none()
}

/// Whether the court may choose this option now.
///
/// # Errors
/// With what is missing.
pub fn choice(
    game: &Game,
    court: CourtId,
    decision: DecisionId,
    option: OptionId,
) -> Result<(), Refusal> {
    if game.is_over() {
        return Err(Refusal::GameOver);
    }
    in_session(game, court)?;
    let book = &game.book.decisions[decision.index()];
    if book.court != court || !is_pending(game, decision) || option.index() >= book.options.len() {
        return Err(Refusal::NotLaid(decision));
    }
    let open = &book.options[option.index()];
    let lacking = missing(game, &open.needs);
    if !lacking.is_empty() || !holds(game, &open.needs) {
        return Err(Refusal::Closed(
            decision,
            option,
            lacking.into_iter().cloned().collect(),
        ));
    }
    if game.laid_before(decision) {
        to_do(game, court, &open.effects)?;
    }
    afford_goods(game, court, &open.cost)
}

/// Whether there is still something to do in a course that was written for one day and is taken on another: a paper of its can be sent or answered, and of its
/// orders to armies, towns and offices one at least can be given.
///
/// # Errors
/// With what is missing for the first that cannot be given.
pub fn to_do(game: &Game, court: CourtId, effects: &[Eff]) -> Result<(), Refusal> {
    let (mut given, mut refused) = (false, None);
    for effect in effects {
        let Eff::Order(order) = effect else { continue };
        match lawful(game, court, order) {
            Ok(()) => given = true,
            Err(refusal) => match order {
                Order::Propose { .. } | Order::Accept { .. } | Order::Refuse { .. } => {
                    return Err(refusal);
                }
                _ => refused = refused.or(Some(refusal)),
            },
        }
    }
    match refused {
        Some(refusal) if !given => Err(refusal),
        _ => Ok(()),
    }
}
