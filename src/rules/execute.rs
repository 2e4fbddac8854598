//! Order → events: what a lawful order does at once. Marches, battles and sieges come in their own phases.

mod reign;
pub mod treat;

use super::check::{self, owed, price};
use super::formulas::{court as court_rules, palace as palace_rules, supply as supply_rules};
use super::state::Game;
use super::systems::treaties::{acts, audit, cession, grievance, truce};
use super::systems::workshop;
use super::systems::{errands, fleet, losses, palace, siege};
use super::systems::{flood, masters, puppets, supply, treasury};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, PersonId, PlaceId, PostId};
use crate::base::luck::Purpose;
use crate::events::{Account, Event, How, MenAccount, Reason, Stat, Task, Why};
use crate::orders::{Order, OrderNow, Proclamation, Treat};
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::{ClauseNow, Terms};
use crate::scenario::raw::Role;

/// Pays what the order costs and carries it out. The order must have passed [`super::check::order`].
pub fn order(game: &mut Game, court: CourtId, order: &OrderNow) {
    let cost = price(game, court, order);
    if cost.edicts > 0 {
        game.emit(Event::Stat {
            stat: Stat::Edicts(court),
            by: -cost.edicts,
            why: Why::Order,
        });
    }
    pay_out(game, court, &cost.goods, Reason::Order);
    decreed(game, court, order);
}

/// Carries out an order whose cost is borne elsewhere: the effect of a choice. It must have passed [`super::check::lawful`].
pub fn decreed(game: &mut Game, court: CourtId, order: &OrderNow) {
    game.emit(Event::Ordered {
        court,
        order: order.clone(),
    });
    if !errands::sends(game, court, order) {
        carried(game, court, order);
    }
}

/// What a choice in council orders: a war says by which.
pub fn chosen(game: &mut Game, court: CourtId, order: &OrderNow, choice: Option<DecisionId>) {
    match order {
        Order::Treat(treat) if let Treat::War { on } = **treat => {
            game.emit(Event::Ordered {
                court,
                order: order.clone(),
            });
            treat::open_war(game, court, on, choice);
        }
        _ => decreed(game, court, order),
    }
}

/// What an order does when it is carried out.
pub fn carried(game: &mut Game, court: CourtId, order: &OrderNow) {
    match *order {
        Order::Reign(ref reign) => reign::carry_out(game, court, reign),
        Order::Treat(ref treat) => treat::carry_out(game, court, treat),
        Order::March { army, to } => task(game, army, Task::March, to),
        Order::Besiege { army, place } => task(game, army, Task::Besiege, place),
        Order::Mask { army, place } => task(game, army, Task::Mask, place),
        Order::Assault { army, place } => task(game, army, Task::Assault, place),
        Order::Relieve { army, place } => task(game, army, Task::Relieve, place),
        Order::Raid { army, place, men } => task(game, army, Task::Raid(men), place),
        Order::Waylay { army, place } => task(game, army, Task::Waylay, place),
        Order::Withdraw { army, to } => task(game, army, Task::Withdraw, to),
        Order::Hold { army } => {
            if let Some(field) = game.field(army) {
                let at = field.at;
                task(game, army, Task::Hold, at);
            }
        }
        Order::Garrison { army, men } => {
            if let Some(place) = game.field(army).map(|f| f.at) {
                blend_quality(game, place, men, game.force(army).quality);
                game.emit(Event::Men {
                    from: MenAccount::Army(army),
                    to: MenAccount::Garrison(place),
                    men,
                });
                if game.force(army).men == 0 {
                    game.emit(Event::Gone {
                        army,
                        scattered: false,
                    });
                }
            }
        }
        Order::Disband { army } => disband(game, army),
        Order::Raise { army } => raise(game, army),
        Order::Levy { place, men } => {
            blend_quality(game, place, men, LEVY_QUALITY);
            game.emit(Event::Men {
                from: MenAccount::Home,
                to: MenAccount::Garrison(place),
                men,
            });
            game.emit(Event::Stat {
                stat: Stat::Unrest(place),
                by: 2,
                why: Why::Order,
            });
        }
        Order::Fortify { place } => {
            game.emit(Event::Stat {
                stat: Stat::Walls(place),
                by: 25,
                why: Why::Order,
            });
            acts::fortified(game, court, place);
        }
        Order::Arm { place } => workshop::share_out(game, court, place),
        Order::Provision { place } => game.emit(Event::Stat {
            stat: Stat::Stores(place),
            by: 30,
            why: Why::Order,
        }),
        Order::BuildBoats { place } => game.emit(Event::CrossingMended { place }),
        Order::BuildShips { place, boats } => lay_down(game, court, place, boats),
        Order::Embark { army } => {
            if let Some(place) = game.field(army).map(|f| f.at) {
                let ships = game.town(place).ships;
                game.emit(Event::Embarked {
                    army,
                    place,
                    boats: ships.boats,
                    wheels: ships.wheels,
                });
            }
        }
        Order::Moor { army } => moor(game, army),
        Order::Transport { place, shi } => supply::send(game, court, place, shi),
        Order::Rouse { person, place } => game.emit(Event::Roused {
            court,
            person,
            place,
        }),
        Order::Appoint { person, post } => {
            appoint(game, person, post);
            masters::treated(game, court, person, masters::HONOURED);
            acts::favoured(game, court, person);
        }
        Order::Command { person, army } => {
            // Whoever is moved to a greater army leaves the one he had.
            if let Some(first) = game.command_of(person).filter(|first| *first != army) {
                masters::hand_over(game, first, true);
                game.emit(Event::TookCommand {
                    person: None,
                    army: first,
                });
            }
            let willing = willing(game, army);
            masters::hand_over(game, army, willing);
            masters::treated(game, court, person, masters::HONOURED);
            game.emit(Event::TookCommand {
                person: Some(person),
                army,
            });
            acts::favoured(game, court, person);
        }
        Order::Dismiss { person } => dismiss(game, court, person),
        Order::Recall { person } => game.emit(Event::Recalled { person }),
        Order::MoveCourt { to } => move_court(game, court, to),
        Order::PayDue { draft } => pay_due(game, court, draft),
        Order::HandOver { place } => ask_to_open(game, court, place),
        Order::FeedPeople { place, shi } => feed_people(game, court, place, shi),
        Order::Propose { draft } => propose(game, draft),
        Order::Accept { draft } => swear(game, draft),
        Order::Refuse { draft } => treat::refuse(game, court, draft),
        Order::Proclaim { what } => proclaim(game, court, what),
        Order::BreakDike { place } => flood::breach(game, court, place),
    }
}

/// Loyalty from which a man gives up his army when he is told to, as Han and Zhang did in 1141.
const GIVES_UP: i32 = 70;

/// Whether the commander of an army gives it up willingly: a loyal man who holds a post of honour beside it.
fn willing(game: &Game, army: ArmyId) -> bool {
    game.force(army).commander.is_some_and(|person| {
        game.figure(person).loyalty >= GIVES_UP && game.tables().posts.contains(&Some(person))
    })
}

/// Lays down boats; paddle-wheel boats where the court's shipwrights know them.
fn lay_down(game: &mut Game, court: CourtId, place: PlaceId, boats: u32) {
    let wheeled = game.book.courts[court.index()].wheelwrights;
    game.emit(Event::ShipsLaid {
        place,
        boats: if wheeled { 0 } else { boats },
        wheels: if wheeled { boats } else { 0 },
        ready: Turn(game.turn().0 + super::formulas::fleet::building_xun(boats)),
    });
}

/// Townsmen with pikes.
const LEVY_QUALITY: i32 = 20;

/// An army leaves its boats at the town where it lies.
fn moor(game: &mut Game, army: ArmyId) {
    if let Some(place) = game.field(army).map(|f| f.at) {
        let ships = game.force(army).ships;
        game.emit(Event::Moored {
            army,
            place,
            boats: ships.boats,
            wheels: ships.wheels,
        });
    }
}

/// Whether an army has to leave its boats for this: what is done ashore, or a way that no water goes.
fn goes_ashore(game: &Game, army: ArmyId, task: Task, goal: PlaceId) -> bool {
    let force = game.force(army);
    if !force.afloat() || !check::may_land(game, force.court, army) {
        return false;
    }
    match task {
        Task::Hold => false,
        Task::March | Task::Withdraw => game
            .field(army)
            .is_some_and(|f| f.at != goal && fleet::step(game, f.at, goal).is_none()),
        _ => true,
    }
}

fn task(game: &mut Game, army: ArmyId, task: Task, goal: PlaceId) {
    if goes_ashore(game, army, task, goal) {
        moor(game, army);
    }
    game.emit(Event::Tasked { army, task, goal });
}

/// A garrison that takes in others becomes what they are by their share.
fn blend_quality(game: &mut Game, place: PlaceId, men: u32, quality: i32) {
    let town = game.town(place);
    let total = i64::from(town.garrison) + i64::from(men);
    if total > 0 {
        let mean = (i64::from(town.garrison) * i64::from(town.quality)
            + i64::from(men) * i64::from(quality))
            / total;
        let by = i32::try_from(mean).unwrap_or(quality) - town.quality;
        if by != 0 {
            game.emit(Event::Stat {
                stat: Stat::Quality(place),
                by,
                why: Why::Order,
            });
        }
    }
}

/// Takes goods out of a treasury into the country, as far as it reaches.
pub fn pay_out(game: &mut Game, court: CourtId, goods: &[(Good, i64)], why: Reason) {
    for (good, amount) in goods {
        let have = game.realm(court).treasury[*good as usize].max(0);
        let amount = (*amount).min(have);
        if amount > 0 {
            game.emit(Event::Goods {
                from: Account::Court(court),
                to: Account::Country,
                good: *good,
                amount,
                why,
            });
        }
    }
}

/// A levy is called up and stands.
pub fn raise(game: &mut Game, army: ArmyId) {
    let levy = &game.book.armies[army.index()];
    let (court, at, men, commander) = (levy.court, levy.at, levy.men, levy.commander);
    game.emit(Event::Raised { army, at });
    game.emit(Event::Men {
        from: MenAccount::Home,
        to: MenAccount::Army(army),
        men,
    });
    if let Some(person) = commander
        && game.is_free(person)
        && game.figure(person).court == Some(court)
        && game.command_of(person).is_none()
    {
        game.emit(Event::TookCommand {
            person: Some(person),
            army,
        });
    }
}

/// The city whose defence is an office: the capital as long as the court holds it, even if it has gone to sit elsewhere and left a vice-regent there; else its seat.
fn capital(game: &Game, court: CourtId) -> PlaceId {
    let first = game.book.courts[court.index()].seat;
    if game.holder(first) == Some(court) {
        first
    } else {
        game.realm(court).seat
    }
}

/// Gives a post. A man may hold two, which is how a divided command is joined; the defence of the seat makes him captain of its walls.
pub fn appoint(game: &mut Game, person: PersonId, post: PostId) {
    if let Some(old) = game.holder_of(post) {
        game.emit(Event::Vacated { person: old, post });
    }
    game.emit(Event::Appointed { person, post });
    let (court, role) = (
        game.book.posts[post.index()].court,
        game.book.posts[post.index()].role,
    );
    if role == Role::Capital {
        let place = capital(game, court);
        game.emit(Event::TookWalls {
            person: Some(person),
            place,
        });
    }
}

/// Takes posts, walls and command from a person. His colleagues in arms take note.
pub fn dismiss(game: &mut Game, court: CourtId, person: PersonId) {
    let posts: Vec<PostId> = (0..game.book.posts.len())
        .map(PostId::of)
        .filter(|p| game.holder_of(*p) == Some(person))
        .collect();
    game.emit(Event::Dismissed {
        court,
        person,
        posts: posts.clone(),
    });
    let held = posts.len();
    for post in posts {
        game.emit(Event::Vacated { person, post });
    }
    for place in game.places() {
        if game.town(place).captain == Some(person) {
            game.emit(Event::TookWalls {
                person: None,
                place,
            });
        }
    }
    masters::treated(game, court, person, masters::CAST_OFF);
    if let Some(army) = game.command_of(person) {
        masters::hand_over(game, army, false);
        game.emit(Event::TookCommand { person: None, army });
    }
    game.emit(Event::Stat {
        stat: Stat::Loyalty(person),
        by: -15,
        why: Why::Dismissal,
    });
    let shock = court_rules::dismissal_shock(
        game.book.people[person.index()].command,
        game.figure(person).loyalty + 15,
    );
    if shock != 0 {
        for army in game.standing_ids() {
            if let Some(colleague) = game.force(army).commander
                && game.force(army).court == court
                && game.field(army).is_some()
            {
                game.emit(Event::Stat {
                    stat: Stat::Loyalty(colleague),
                    by: shock,
                    why: Why::Dismissal,
                });
                game.emit(Event::Stat {
                    stat: Stat::Spirit(army),
                    by: shock,
                    why: Why::Dismissal,
                });
            }
        }
    }
    palace::dismissed(game, court, person, held);
}

/// Chance in a thousand that a court breaking out of a closed ring, or of a town already lost, loses its sovereign on the road.
const BREAKOUT_TAKEN: u32 = 450;
/// The same for a court that leaves with enemy horse two or three days off: a train of palace carts makes thirty li a day.
const PURSUED_TAKEN: u32 = 220;
/// How near that is, and how many men make a pursuit.
const PURSUIT_KM: u32 = 160;
const PURSUIT_MEN: u32 = 5_000;

/// Who might catch a court on the road out of its seat, and with what chance in a thousand.
fn pursuer(game: &Game, court: CourtId) -> Option<(CourtId, u32)> {
    let from = game.realm(court).seat;
    let lost = game.holder(from).filter(|h| game.at_war(court, *h));
    let ring = game
        .siege(from)
        .filter(|s| s.close && game.at_war(court, s.by))
        .map(|s| s.by);
    if let Some(enemy) = lost.or(ring) {
        return Some((enemy, BREAKOUT_TAKEN));
    }
    game.courts()
        .filter(|enemy| game.at_war(court, *enemy))
        .find(|enemy| game.men_near(*enemy, from, PURSUIT_KM) >= PURSUIT_MEN)
        .map(|enemy| (enemy, PURSUED_TAKEN))
}

/// An enemy of so many men within so many km is at hand for those whom the court leaves behind.
const AT_HAND_KM: u32 = 450;
const AT_HAND_MEN: u32 = 8_000;
/// So many of a hundred of the garrison go home when the court leaves them to an enemy at hand: the palace armies of Yangzhou dissolved in a night of 1129.
const DESERT_PERCENT: u32 = 30;

fn desert(game: &mut Game, court: CourtId, from: PlaceId) {
    let at_hand = game
        .courts()
        .filter(|enemy| game.at_war(court, *enemy))
        .any(|enemy| game.men_near(enemy, from, AT_HAND_KM) >= AT_HAND_MEN);
    let men = game.town(from).garrison * DESERT_PERCENT / 100;
    if at_hand && men > 0 {
        game.emit(Event::Men {
            from: MenAccount::Garrison(from),
            to: MenAccount::Scattered(court),
            men,
        });
    }
}

/// How far off the nearest host of an enemy's stands from which a court at this place would be running; none if there is none so near.
fn enemy_km(game: &Game, court: CourtId, seat: PlaceId) -> Option<u32> {
    let ring = game
        .siege(seat)
        .filter(|s| game.at_war(court, s.by))
        .map(|_| 0);
    game.standing()
        .filter(|(_, force, _)| {
            force.men >= palace_rules::ALARM_MEN && game.at_war(court, force.court)
        })
        .map(|(_, _, field)| game.book.atlas.km(field.at, seat))
        .chain(ring)
        .filter(|km| *km <= palace_rules::ALARM_KM)
        .min()
}

fn move_court(game: &mut Game, court: CourtId, to: PlaceId) {
    let from = game.realm(court).seat;
    let price = court_rules::moving_price(enemy_km(game, court, from), enemy_km(game, court, to));
    if price != 0 {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: price,
            why: Why::Flight,
        });
    }
    let there = game.whereabouts(game.realm(court).ruler) == Some(from);
    if there
        && let Some((enemy, chance)) = pursuer(game, court)
        && game.luck.permille(
            game.turn(),
            Purpose::CommanderFate,
            u32::from(court.0),
            0xF11,
            chance,
        )
    {
        let ruler = game.realm(court).ruler;
        game.emit(Event::Taken {
            person: ruler,
            by: enemy,
            surrendered: false,
        });
        return;
    }
    if game.holder(from) == Some(court) {
        // The guards of a fleeing court turn for their families (Li Gang's argument of January 1126).
        game.emit(Event::Stat {
            stat: Stat::Morale(from),
            by: -20,
            why: Why::Flight,
        });
        desert(game, court, from);
    }
    let ruler = game.realm(court).ruler;
    if game.figure(ruler).at.is_some() {
        game.emit(Event::Recalled { person: ruler });
    }
    game.emit(Event::CourtMoved { court, to });
    // Who answers for the walls of a capital stays on them when the court goes.
    if capital(game, court) == to
        && let Some(person) = (0..game.book.posts.len())
            .map(PostId::of)
            .filter(|p| {
                game.book.posts[p.index()].court == court
                    && game.book.posts[p.index()].role == Role::Capital
            })
            .find_map(|p| game.holder_of(p))
    {
        game.emit(Event::TookWalls {
            person: Some(person),
            place: to,
        });
    }
}

fn pay_due(game: &mut Game, court: CourtId, draft: DraftId) {
    let other = game.terms(draft).other(court);
    for (clause, good, left) in owed(game, court, draft) {
        // No court pays an enemy the wages of its own guards: a month's pay and rations stay in the vault.
        let kept = match good {
            Good::Cash => {
                let month = treasury::costs(game, court);
                month.pay + month.offices
            }
            Good::Grain => treasury::pay(game, court).1,
            Good::Silver | Good::Silk | Good::Gold => 0,
        } + game.realm(court).outlay[good as usize];
        let amount = left.min((game.realm(court).treasury[good as usize] - kept).max(0));
        if amount > 0 {
            game.emit(Event::Goods {
                from: Account::Court(court),
                to: Account::Court(other),
                good,
                amount,
                why: Reason::Clause,
            });
            game.emit(Event::ClausePaid {
                draft,
                clause,
                amount,
            });
        }
    }
}

/// Grain is given out in a town: it calms in proportion to the mouths, and where all were fed who had cause to be angry, it is told of.
fn feed_people(game: &mut Game, court: CourtId, place: PlaceId, shi: u32) {
    let felt = supply_rules::relieved(shi, game.homes(place));
    let by = felt.min(game.country(place).unrest);
    if by <= 0 {
        return;
    }
    game.emit(Event::Stat {
        stat: Stat::Unrest(place),
        by: -by,
        why: Why::Fed,
    });
    if felt == supply_rules::RELIEF {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: 1,
            why: Why::Fed,
        });
    }
}

/// A town is told by its own court to open to another: its people and its garrison hear the edict and do as they will.
fn ask_to_open(game: &mut Game, court: CourtId, place: PlaceId) {
    let obeys = cession::obeys(game, place);
    if game
        .luck
        .permille(game.turn(), Purpose::Cession, u32::from(place.0), 1, obeys)
    {
        hand_over(game, place);
        return;
    }
    if game.ceded(place).is_none()
        && let Some(draft) = grievance::named(game, court, place)
    {
        game.emit(Event::CessionOrdered {
            place,
            to: game.terms(draft).other(court),
            draft,
            due: game.turn(),
        });
    }
    game.emit(Event::CessionRefused { place });
}

/// The men of an army go home.
pub fn disband(game: &mut Game, army: ArmyId) {
    let men = game.force(army).men;
    game.emit(Event::Men {
        from: MenAccount::Army(army),
        to: MenAccount::Home,
        men,
    });
    game.emit(Event::Gone {
        army,
        scattered: false,
    });
}

/// A town passes to another court under a treaty; its garrison goes home.
pub fn hand_over(game: &mut Game, place: PlaceId) {
    let to = game.ceded(place).map(|c| c.to).or_else(|| {
        let holder = game.holder(place)?;
        let draft = grievance::named(game, holder, place)?;
        Some(game.terms(draft).other(holder))
    });
    if let Some(to) = to {
        pass(game, place, to, How::Ceded);
    }
}

/// A town passes to another court in peace; its garrison goes home.
fn pass(game: &mut Game, place: PlaceId, to: CourtId, how: How) {
    let town = game.town(place);
    let (from, men) = (town.holder, town.garrison);
    if men > 0 {
        game.emit(Event::Men {
            from: MenAccount::Garrison(place),
            to: MenAccount::Home,
            men,
        });
    }
    game.emit(Event::Fell {
        place,
        from,
        to,
        how,
    });
    if let Some(from) = from {
        march_out(game, place, from);
    }
    if how == How::Ceded && game.country(place).native == Some(to) {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(to),
            by: court_rules::GIVEN_BACK,
            why: Why::TownWon,
        });
    }
}

/// Whoever hands over a town takes his armies out of it, to the nearest that is still his.
fn march_out(game: &mut Game, place: PlaceId, from: CourtId) {
    let armies: Vec<ArmyId> = game
        .standing_at(place)
        .filter(|(_, force, field)| force.court == from && field.next.is_none())
        .map(|(id, _, _)| id)
        .collect();
    let Some(goal) = losses::refuge(game, from, place).filter(|_| !armies.is_empty()) else {
        return;
    };
    for army in armies {
        task(game, army, Task::Withdraw, goal);
    }
}

/// Sends a draft; a letter that names a third court its enemy may be taken on that court's roads.
pub(super) fn propose(game: &mut Game, draft: DraftId) {
    game.emit(Event::Proposed { draft });
    let (from, to) = (game.terms(draft).from, game.terms(draft).to);
    let letter = game.letter_sent().unwrap_or_else(|| game.letter(from, to));
    debug_assert_eq!(letter, game.letter(from, to), "the letter that was sent");
    if letter.hostile_km > 0
        && let Some(by) = letter.hostile
        && game.luck.permille(
            game.turn(),
            Purpose::Interception,
            u32::from(draft.0),
            0,
            court_rules::interception_chance(letter.hostile_km),
        )
    {
        game.emit(Event::Intercepted { draft, by });
        // His papers are worth more on the road than he is.
        treat::home(game, draft);
    }
}

/// Both courts are bound: cessions are ordered, sureties given, peace made where the draft says so.
pub fn swear(game: &mut Game, draft: DraftId) {
    game.emit(Event::Sworn { draft });
    let terms = game.terms(draft).clone();
    supersede(game, draft, &terms);
    for (n, clause) in terms.clauses.iter().enumerate() {
        // A doubtful word binds him at once who reads it so against himself; what else it asks for is not done by the oath.
        let binds = terms
            .reading_of(n)
            .is_none_or(|(u, r)| Some(&terms.unclear[u].readings[r].held_by) == clause.binds());
        if binds {
            bind(game, draft, &terms, clause);
        }
    }
    truce::lay_aside(game, draft);
    treat::home(game, draft);
}

/// A yearly payment that the same two swear anew takes the place of the one sworn before, and so does a form of address: the treaty of 1164 lowered the
/// payments of 1141 so, and made a nephew of the subject. And a peace settles what was broken before it: whoever swears it has taken his price for that, and
/// does not go to war over it ten days later.
fn supersede(game: &mut Game, draft: DraftId, terms: &Terms) {
    let anew = |before: &ClauseNow| {
        terms.clauses.iter().any(|clause| match (before, clause) {
            (Clause::Yearly { by, good, .. }, Clause::Yearly { by: b, good: g, .. }) => {
                (by, good) == (b, g)
            }
            // How two write to each other is one thing: whoever calls himself the elder is not called a subject any more.
            (Clause::Address { .. }, Clause::Address { .. }) => true,
            _ => false,
        })
    };
    let mut old = Vec::new();
    for id in game
        .papers()
        .filter(|id| *id != draft && game.in_force(*id))
    {
        let before = game.terms(id);
        if !(before.binds(terms.from) && before.binds(terms.to)) {
            continue;
        }
        for (n, clause) in before.clauses.iter().enumerate() {
            let state = game.paper(id).clauses[n];
            let settled = terms.makes_peace() && state.broken.is_some() && !state.replaced;
            if settled || !state.kept && anew(clause) {
                old.push((id, u8::try_from(n).unwrap_or(u8::MAX)));
            }
        }
    }
    for (draft, clause) in old {
        game.emit(Event::Superseded { draft, clause });
    }
}

/// What one clause does at once when it is sworn.
fn bind(game: &mut Game, draft: DraftId, terms: &Terms, clause: &ClauseNow) {
    let turn = game.turn();
    match *clause {
        Clause::Cede { by, place, due_xun } => {
            if game.holder(place) == Some(by) {
                game.emit(Event::CessionOrdered {
                    place,
                    to: terms.other(by),
                    draft,
                    due: Turn(turn.0 + u16::from(due_xun)),
                });
            }
            let own = game.country(place).native == Some(by);
            let price = court_rules::cession_price(own, siege::level(game, place));
            // What is lost already is not signed away.
            if price != 0 && game.holder(place) == Some(by) {
                game.emit(Event::Stat {
                    stat: Stat::Legitimacy(by),
                    by: price,
                    why: Why::Cession,
                });
            }
        }
        Clause::Border {
            river,
            north,
            due_xun,
        } => {
            for (place, to) in audit::wrong_bank(game, terms, river, north) {
                game.emit(Event::CessionOrdered {
                    place,
                    to,
                    draft,
                    due: Turn(turn.0 + u16::from(due_xun)),
                });
            }
        }
        Clause::Hostage { by, person }
            if game.figure(person).court == Some(by)
                && game.is_free(person)
                && !audit::surety(game, terms.other(by), person) =>
        {
            game.emit(Event::Taken {
                person,
                by: terms.other(by),
                surrendered: true,
            });
        }
        Clause::Address { by, rank, .. } => {
            let price = court_rules::address_price(rank);
            if price != 0 {
                game.emit(Event::Stat {
                    stat: Stat::Legitimacy(by),
                    by: price,
                    why: Why::Address,
                });
            }
        }
        Clause::Submit { by } if game.realm(by).stands => {
            puppets::submit(game, by, terms.other(by));
        }
        Clause::Peace if game.at_war(terms.from, terms.to) => {
            game.emit(Event::PeaceMade {
                a: terms.from,
                b: terms.to,
            });
            acts::made_peace(game, terms.from, terms.to);
        }
        _ => {}
    }
}

fn proclaim(game: &mut Game, court: CourtId, what: Proclamation) {
    game.emit(Event::Proclaimed { court, what });
    match what {
        Proclamation::SelfBlame => {
            game.emit(Event::Stat {
                stat: Stat::Legitimacy(court),
                by: 3,
                why: Why::Proclamation,
            });
        }
        Proclamation::Amnesty => {
            for place in game.places() {
                if game.holder(place) == Some(court) && game.country(place).unrest > 10 {
                    game.emit(Event::Stat {
                        stat: Stat::Unrest(place),
                        by: -4,
                        why: Why::Proclamation,
                    });
                }
            }
        }
        Proclamation::CallToArms => {
            game.emit(Event::Stat {
                stat: Stat::Lean(court),
                by: 6,
                why: Why::Proclamation,
            });
            for army in game.standing_ids() {
                if game.force(army).court == court && game.field(army).is_some() {
                    game.emit(Event::Stat {
                        stat: Stat::Spirit(army),
                        by: 3,
                        why: Why::Proclamation,
                    });
                }
            }
        }
    }
}
