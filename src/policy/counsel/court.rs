//! How a plausible court keeps its house: posts, honours, the throne, those before the palace, and what is stripped from households.

use std::cmp::Reverse;

use super::{Counsel, Habits, Mood};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Petitioners, Plea, Task};
use crate::orders::{Order, OrderNow, Reign, Reply, Treat};
use crate::policy::temper::Temper;
use crate::rules::formulas::parties::{self, Party};
use crate::rules::formulas::{clients, mutiny};
use crate::scenario::language::{Clause, Good};
use crate::scenario::raw::Role;
use crate::view::{OwnArmy, View};

/// A court gives a man up whose favour has sunk so low, and honours a commander whose loyalty has.
const OUT_OF_FAVOUR: i32 = 26;
const WAVERING: i32 = 48;
/// One of less loyalty than this is dismissed where he is feared.
const DOUBTFUL: i32 = 40;
/// An army so far its commander's own is not taken from him where it could go over to somebody.
const OWN_ARMY: i32 = 60;
/// Below this legitimacy nobody dares to strip households any further.
const LEAST_LEGITIMACY: i32 = 22;
/// What is asked of a town at a time: a part in so many of what it has.
const PART: i64 = 4;
/// How often in a hundred xun a captive is offered an office, and from what skill in administration on he is worth it.
const EMPLOYS: u32 = 8;
const ABLE: i32 = 6;
/// How near an army must stand to a throne to prop it, km, and in how many courts of a hundred somebody thinks of that.
const PROP_KM: u32 = 140;
const PROPS: u32 = 85;
/// How far an army is sent to a throne that nobody props, km, and with how many men.
const SENT_KM: u32 = 420;
const SENT_MEN: u32 = 8_000;
/// With so many men of its own about its seat a throne is thought to stand by itself.
const ALONE_SAFE: u32 = 30_000;
/// So many points in a hundred of a court's faith in the thrones that it set up bear one defeat of theirs more.
const FAITH_A_DEFEAT: i32 = 12;
/// And in how many that is thought of even where the council ordered the army away.
const MINDS: u32 = 45;

/// A general is sent for from so much further away, km, if he is abler by a point.
const KM_A_SKILL: u32 = 500;
/// So near his walls a captain may be given an army as well, km.
const NEAR_WALLS_KM: u32 = 300;

/// Of a hundred xun in which a house has nobody named to follow, in how many it names one: courts put it off for years.
const HEIR: u32 = 6;

impl Counsel {
    /// Fills the command of the walls when the seat is threatened, and armies that have no commander.
    pub(super) fn posts(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let court = view.court();
        let wants_captain = mood.fear > 35;
        let headless = view
            .headless()
            .find(|(_, force)| force.men > 4_000)
            .map(|(army, _)| army);
        if !wants_captain && headless.is_none() {
            return;
        }
        let vacant = view.posts().find(|p| {
            view.book().posts[p.index()].role == Role::Capital && view.holder_of(*p).is_none()
        });
        let vacant = vacant.filter(|_| wants_captain);
        let Some(at) = vacant
            .map(|_| view.realm().seat)
            .or_else(|| view.army(headless?).map(|army| army.at))
        else {
            return;
        };
        let best = self
            .officers(view)
            .iter()
            .copied()
            .filter(|p| view.figure(*p).court == Some(court))
            .filter(|p| {
                view.is_free(*p)
                    && view.realm().ruler != *p
                    && view.command_of(*p).is_none()
                    // Nor is a host put into the hands of a man who may carry it over.
                    && view.figure(*p).loyalty >= WAVERING
                    // Nor is a captain called far from the walls that he answers for.
                    && !view
                        .own_towns()
                        .any(|town| {
                            town.captain == Some(*p)
                                && view.book().atlas.km(town.id, at) > NEAR_WALLS_KM
                        })
                    // Nobody is given in the afternoon what was taken from him in the morning.
                    && !view
                        .dismissals()
                        .any(|d| d.person == *p && d.turn.0 + 3 > view.turn().0)
            })
            .max_by_key(|p| {
                (
                    fitness(view, *p, at),
                    view.figure(*p).loyalty,
                    std::cmp::Reverse(*p),
                )
            });
        let Some(person) = best else { return };
        if let Some(post) = vacant {
            out.push(Order::Appoint { person, post });
        } else if let Some(army) = headless {
            out.push(Order::Command { person, army });
        }
    }

    /// Able men who held an office on the first day. Who would rise later is the record's affair.
    pub(super) fn officers(&self, view: &View<'_>) -> &[PersonId] {
        self.officers.get_or_init(|| {
            let people = &view.book().people;
            let in_office = view.book().in_office.iter().copied();
            in_office
                .filter(|p| people[p.index()].command >= 5)
                .collect()
        })
    }

    /// Able administrators who held an office on the first day, likewise.
    fn ministers(&self, view: &View<'_>) -> &[PersonId] {
        self.ministers.get_or_init(|| {
            let people = &view.book().people;
            let in_office = view.book().in_office.iter().copied();
            in_office
                .filter(|p| people[p.index()].administration >= 5)
                .collect()
        })
    }

    /// How little this court cares for the thrones that it set up, of a hundred: always the same in one game.
    fn loyal_to_its_own(&self, view: &View<'_>) -> u32 {
        self.luck.roll(
            crate::base::date::Turn(0),
            Purpose::Policy,
            u32::from(view.court().0),
            0x6900,
            100,
        )
    }

    /// Whether somebody minds, before an army has left, that a throne would fall behind it, whatever the council ordered.
    pub(super) fn minds(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> bool {
        self.loyal_to_its_own(view) < MINDS && self.props(view, mood, army)
    }

    /// Whether an army stays where it is because a throne that its court set up would not stand without it. Some courts do that and some go home.
    pub(super) fn props(&self, view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> bool {
        mood.prop() == Some(army.id) && army.food > 3 && self.loyal_to_its_own(view) < PROPS
    }

    /// A court that means to keep its word has its towns opened, and one that does not means to be asked again. What it sold on a paper of its own, as Jin did
    /// Yan in 1123, it means to be paid for.
    fn hand_over(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let roll = self.roll(view, 0x7000, 100);
        let meek = (mood.lean <= 10 || mood.fear >= 50) && roll < 15;
        let place = view.all_ceded().iter().copied().find(|p| {
            view.holder(*p) == Some(view.court())
                && view.ceded(*p).is_some_and(|c| {
                    let sold = view.terms(c.draft).from == view.court() && roll < 60;
                    c.to != view.court() && !c.refused && (meek || sold)
                })
        });
        if let Some(place) = place {
            push(view, Order::HandOver { place }, out);
        }
    }

    /// Who was promised back by name is sent, by a court that is not for war.
    fn send_back(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        if mood.lean > 10 && mood.fear < 50 {
            return;
        }
        let court = view.court();
        let sworn = view
            .papers()
            .filter(|(_, paper)| paper.sworn.is_some() && paper.void.is_none());
        for (draft, _) in sworn {
            for clause in &view.terms(draft).clauses {
                let Clause::Return { by, person, .. } = *clause else {
                    continue;
                };
                if by != court || self.roll(view, 0x7300 + u32::from(person.0), 100) >= 25 {
                    continue;
                }
                let held = view.captive(person).is_some_and(|c| c.of == court);
                let order = if held {
                    Treat::Release { person }
                } else {
                    Treat::GiveBack { person }
                };
                if held || view.came_over(person, court, view.terms(draft).other(court)) {
                    push(view, Order::treat(order), out);
                    return;
                }
            }
        }
    }

    /// The sovereign's own house: who reigns, who is heard, who is honoured, who stands before the gate.
    pub(super) fn house(
        &self,
        view: &View<'_>,
        habits: Habits,
        mood: &Mood<'_>,
        out: &mut Vec<OrderNow>,
    ) {
        if view.book().courts[view.court().index()].band {
            return;
        }
        let palace = habits == Habits::All;
        self.square(view, mood, out);
        if palace {
            self.crown(view, mood, out);
            self.council(view, mood, out);
            self.generals(view, out);
        }
        self.strip(view, mood, out);
        if palace {
            self.seize(view, mood, out);
            self.hand_over(view, mood, out);
        }
        self.send_back(view, mood, out);
        if palace {
            self.employ(view, out);
            self.clients(view, mood, out);
        }
        self.soothe(view, out);
        if palace {
            self.empty(view, mood, out);
        }
    }

    /// A court that one set up and that does nothing but lose is put an end to, when there are men at its seat to do it with.
    fn clients(&self, view: &View<'_>, mood: &Mood, out: &mut Vec<OrderNow>) {
        for client in view.clients() {
            let own = view.realm();
            // Some think of it after the first bad year, and some when there has been nothing else.
            let faith = i32::try_from(100 - self.loyal_to_its_own(view)).unwrap_or(0);
            let patience = clients::A_BURDEN + faith / FAITH_A_DEFEAT;
            let over = view.burden(client) - patience;
            // One that is itself afraid does not throw a shield away.
            if over < 0 || mood.fear > 40 || own.legitimacy < 30 {
                continue;
            }
            let will = u32::try_from(1 + over * 2).unwrap_or(0).min(15);
            let order = Order::reign(Reign::Dissolve { court: client });
            if self.roll(view, 0x7100 + u32::from(client.0), 100) < will {
                push(view, order, out);
            }
        }
    }

    /// An army that was another man's and is near mutiny gets him back where he can be had and is trusted, else the best soldier at hand; one who is feared is not
    /// asked twice.
    fn soothe(&self, view: &View<'_>, out: &mut Vec<OrderNow>) {
        let bereaved = view.bereaved();
        for (army, force) in bereaved.filter(|(_, force)| view.misses_master(force)) {
            let Some(case) = view.complaint(army, force.commander) else {
                continue;
            };
            let now = mutiny::chance(&case);
            if now < 30 {
                continue;
            }
            let old = view.bereft(army).map(|b| b.person).filter(|p| {
                let figure = view.figure(*p);
                figure.loyalty >= WAVERING && figure.favour > OUT_OF_FAVOUR
            });
            let soldiers = self.officers(view).iter().copied();
            let best = old.into_iter().chain(soldiers).find(|person| {
                let order = Order::Command {
                    person: *person,
                    army,
                };
                let then = view
                    .complaint(army, Some(*person))
                    .map_or(0, |case| mutiny::chance(&case));
                then * 2 < now && view.realm().ruler != *person && view.may_order(&order).is_ok()
            });
            if let Some(person) = best {
                out.push(Order::Command { person, army });
                return;
            }
        }
    }

    /// What must be handed over and was never one's own country is handed over empty, where no oath forbids it and somebody thinks of it.
    fn empty(&self, view: &View<'_>, mood: &Mood, out: &mut Vec<OrderNow>) {
        let court = view.court();
        if mood.fear > 30 || mood.lean < 0 || self.roll(view, 0x7200, 100) >= 25 {
            return;
        }
        let sworn = |place: PlaceId| {
            view.papers().any(|(draft, paper)| {
                paper.sworn.is_some()
                    && paper.void.is_none()
                    && view.terms(draft).clauses.iter().any(|c| {
                        matches!(c, Clause::LeavePeople { by, places } if *by == court && places.contains(&place))
                    })
            })
        };
        let from = view.all_ceded().iter().copied().find(|p| {
            view.holder(*p) == Some(court)
                && view.ceded(*p).is_some_and(|c| c.to != court)
                && view
                    .country(*p)
                    .is_some_and(|c| c.native != Some(court) && c.taken == 0)
                && !sworn(*p)
        });
        let Some(place) = from else { return };
        let atlas = &view.book().atlas;
        let to = view
            .places()
            .filter(|p| {
                view.holder(*p) == Some(court)
                    && view.country(*p).is_some_and(|c| c.native == Some(court))
                    && view.siege(*p).is_none()
                    && atlas.places[p.index()].households > 0
            })
            .min_by_key(|p| (atlas.km(place, *p), *p));
        if let Some(to) = to {
            push(view, Order::reign(Reign::CarryOff { place, to }), out);
        }
    }

    /// Those before the palace get what they ask, or the square is cleared; what a matter deals with is left to it.
    fn square(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        // A day passes before the council knows what it is asked.
        let stood = view.crowd().filter(|c| c.since < view.turn());
        let Some(crowd) = stood.filter(|_| view.pending().next().is_none()) else {
            return;
        };
        let (loyal, mutineers) = view.guards();
        let how = match (crowd.who, crowd.plea) {
            (Petitioners::Guards, _) if loyal > mutineers => Reply::Disperse,
            (Petitioners::Guards, _) => Reply::Yield,
            // Whoever is bent on peace does not take a soldier back, and whoever is bent on war gladly throws a treaty over.
            (_, Plea::Restore(_))
                if mood.lean < -45 || mood.temper == Temper::Cautious && mood.lean < -20 =>
            {
                Reply::Disperse
            }
            (_, Plea::Void(_)) if mood.lean < 25 => return,
            _ => Reply::Yield,
        };
        push(view, Order::reign(Reign::Answer { how }), out);
    }

    /// A vacant throne is filled, the sooner when the house was declared at an end; a new sovereign sits where he is safe.
    fn crown(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let realm = view.realm();
        if view.throne_is_vacant() {
            let will = if realm.deposed { 22 } else { 4 };
            if self.roll(view, 0x6000, 100) < will
                && let Some(person) = view.could_reign().first().copied()
            {
                push(view, Order::reign(Reign::Enthrone { person }), out);
            }
        } else if view.holder(realm.seat).is_some_and(|h| view.at_war(h))
            && view.whereabouts(realm.ruler) != Some(realm.seat)
            && let Some(to) = self.refuge(view, mood)
        {
            push(view, Order::MoveCourt { to }, out);
        }
        // A house without a named heir names the next in it, when there is leisure for it.
        let named = realm.heir.is_some_and(|p| view.figure(p).alive);
        if !named
            && mood.fear < 20
            && self.roll(view, 0x6100, 100) < HEIR
            // An heir stays at home and keeps the country while others lead armies, as the great heir of Jin did (Jin shi 3).
            && let Some(person) = view
                .could_reign()
                .iter()
                .copied()
                .min_by_key(|p| view.command_of(*p).is_some())
        {
            push(view, Order::reign(Reign::NameHeir { person }), out);
        }
    }

    /// The largest town of one's own, far from any enemy that is known of, and not too far from the sovereign.
    fn refuge(&self, view: &View<'_>, mood: &Mood<'_>) -> Option<crate::base::ids::PlaceId> {
        let at = view.whereabouts(view.realm().ruler)?;
        let atlas = &view.book().atlas;
        view.places()
            .filter(|p| {
                view.holder(*p) == Some(view.court())
                    && view.siege(*p).is_none()
                    && mood.seen().men_near(*p, 150) < 5_000
            })
            .max_by_key(|p| {
                let here = &atlas.places[p.index()];
                (
                    i64::from(here.households) / 200 - i64::from(atlas.km(at, *p)),
                    Reverse(*p),
                )
            })
    }

    /// A chief councillor whose course has failed goes, and an empty seat is given to an able man who leans as the sovereign does now.
    fn council(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        // The die is keyed and cheap: it is asked before those who sit are gone through.
        if self.roll(view, 0x6100, 100) < 20 {
            let sunk = view
                .voices()
                .into_iter()
                .filter(|v| v.post.is_some())
                .map(|v| v.person)
                .find(|p| view.figure(*p).favour < OUT_OF_FAVOUR && view.command_of(*p).is_none());
            if let Some(person) = sunk {
                push(view, Order::Dismiss { person }, out);
                return;
            }
        }
        if self.roll(view, 0x6200, 100) >= 25 {
            return;
        }
        let empty = view.posts().find(|p| {
            matches!(
                view.book().posts[p.index()].role,
                Role::ChiefCouncil | Role::Council
            ) && view.holder_of(*p).is_none()
        });
        let Some(post) = empty else { return };
        let best = self
            .ministers(view)
            .iter()
            .copied()
            .filter(|p| {
                let figure = view.figure(*p);
                figure.court == Some(view.court())
                    && view.is_free(*p)
                    && figure.at.is_none()
                    && figure.favour >= 40
                    && view.realm().ruler != *p
                    && view.command_of(*p).is_none()
                    && !view.posts().any(|q| view.holder_of(q) == Some(*p))
            })
            .max_by_key(|p| {
                let man = &view.book().people[p.index()];
                let near = (man.stance - mood.lean).abs() / 12;
                (man.administration + man.intrigue / 2 - near, Reverse(*p))
            });
        if let Some(person) = best {
            push(view, Order::Appoint { person, post }, out);
        }
    }

    /// A wavering commander is honoured; one whom the court fears and has near is dismissed before he is needed no more.
    fn generals(&self, view: &View<'_>, out: &mut Vec<OrderNow>) {
        let seat = view.realm().seat;
        for (army, force, field) in view.ranks().filter(|(_, force, _)| force.men >= 8_000) {
            let Some(person) = force.commander.filter(|p| view.realm().ruler != *p) else {
                continue;
            };
            let figure = view.figure(person);
            if figure.loyalty >= WAVERING {
                continue;
            }
            let near = view.book().atlas.km(field.at, seat) < 300;
            if near
                && figure.loyalty < DOUBTFUL
                && self.roll(view, 0x6300 + u32::from(army.0), 100) < 15
                && view.fears(army)
                && parties::party(view.book().people[person.index()].stance) != Party::Neither
                && (force.attachment < OWN_ARMY || view.refuge(army).is_none())
            {
                push(view, Order::Dismiss { person }, out);
                return;
            }
            if view.realm().treasury[Good::Silver as usize] > 400_000
                && self.roll(view, 0x6400 + u32::from(army.0), 100) < 25
                && !honoured_lately(view, person)
            {
                push(view, Order::reign(Reign::Honour { person }), out);
                return;
            }
        }
    }

    /// What is owed and not in store is taken from the households of the seat, and what a conquered capital has is taken from it.
    fn strip(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let seat = view.realm().seat;
        if view.realm().legitimacy >= LEAST_LEGITIMACY
            && (mood.fear > 40 || mood.lean < -10)
            && self.roll(view, 0x6500, 100) < 50
        {
            for (draft, _) in view.papers() {
                for (_, good, left) in view.owed(draft) {
                    let short = left - view.realm().treasury[good as usize];
                    let has = view.country(seat).map_or(0, |c| c.wealth[good as usize]);
                    let amount = short.min(has / PART);
                    if amount > 1_000 {
                        push(
                            view,
                            Order::reign(Reign::Requisition {
                                place: seat,
                                good,
                                amount,
                            }),
                            out,
                        );
                        return;
                    }
                }
            }
        }
        // The die is keyed and cheap: it is asked before the enemies are gone through.
        if self.roll(view, 0x6600, 100) >= 30 {
            return;
        }
        let loot = view.enemies().map(|c| view.other(c).seat).find(|p| {
            view.holder(*p) == Some(view.court())
                && view
                    .country(*p)
                    .is_some_and(|c| c.native != Some(view.court()))
        });
        if let Some(place) = loot {
            let wealth = view.country(place).map_or([0; 5], |c| c.wealth);
            let good = [Good::Silver, Good::Silk, Good::Gold][self.roll(view, 0x6700, 3) as usize];
            let amount = wealth[good as usize] / PART;
            if amount > 1_000 {
                push(
                    view,
                    Order::reign(Reign::Requisition {
                        place,
                        good,
                        amount,
                    }),
                    out,
                );
            }
        }
    }

    /// An able official in one's hands is asked now and then whether he would serve.
    fn employ(&self, view: &View<'_>, out: &mut Vec<OrderNow>) {
        if self.roll(view, 0x6a00, 100) >= EMPLOYS {
            return;
        }
        let traits = |p: PersonId| &view.book().people[p.index()];
        let ablest = view
            .held()
            .filter(|p| traits(*p).administration >= ABLE)
            .filter(|p| {
                view.may_order(&Order::reign(Reign::Employ { person: *p }))
                    .is_ok()
            })
            .max_by_key(|p| (traits(*p).administration, Reverse(*p)));
        if let Some(person) = ablest {
            out.push(Order::reign(Reign::Employ { person }));
        }
    }

    /// A sovereign in a town that was taken is not left there for long, by a court that means to have more than money.
    fn seize(&self, view: &View<'_>, mood: &Mood<'_>, out: &mut Vec<OrderNow>) {
        let will = u32::try_from(30 + mood.lean / 4).unwrap_or(5);
        // Whoever is of a ruling house is at its seat; one looks for him when that was taken.
        let taken = view.enemies().find(|c| {
            view.other(*c).stands
                && !view.book().courts[c.index()].band
                && view.holder(view.other(*c).seat) == Some(view.court())
        });
        let Some(of) = taken.filter(|_| self.roll(view, 0x6800, 100) < will) else {
            return;
        };
        let reigns = view.other(of).ruler;
        let house = (0..view.book().people.len())
            .map(PersonId::of)
            .filter(|p| *p != reigns && view.book().people[p.index()].house == Some(of));
        let found = std::iter::once(reigns).chain(house).find(|person| {
            let order = Order::reign(Reign::Seize { person: *person });
            view.may_order(&order).is_ok()
        });
        if let Some(person) = found {
            out.push(Order::reign(Reign::Seize { person }));
        }
    }
}

/// The army without which a throne that the court set up would not stand: the strongest that stands near it; where none does, the nearest that can be sent.
pub(super) fn prop(view: &View<'_>) -> Option<ArmyId> {
    let puppet = view.clients().first().copied()?;
    let seat = view.other(puppet).seat;
    let atlas = &view.book().atlas;
    let near = view
        .armies()
        .filter(|a| atlas.km(a.at, seat) <= PROP_KM && a.next.is_none())
        .max_by_key(|a| (a.men, Reverse(a.id)))
        .map(|a| a.id);
    near.or_else(|| {
        if view.strength_at(puppet).1 >= ALONE_SAFE {
            return None;
        }
        view.armies()
            .filter(|a| a.men >= SENT_MEN && atlas.km(a.at, seat) <= SENT_KM)
            .filter(|a| view.shut_in(a.id).is_none() && a.ready <= view.turn())
            .min_by_key(|a| (atlas.km(a.at, seat), a.id))
            .map(|a| a.id)
    })
}

/// What a propping army is told: to stay, or to go to the throne where it is not.
pub(super) fn props_up(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let seat = view.other(view.clients().first().copied()?).seat;
    if view.book().atlas.km(army.at, seat) > PROP_KM {
        return (army.goal != seat).then_some(Order::March {
            army: army.id,
            to: seat,
        });
    }
    (army.task != Task::Hold).then_some(Order::Hold { army: army.id })
}

/// How fit a man is to be put over an army or walls at a place: his skill, less what it is worth to have somebody nearer.
fn fitness(view: &View<'_>, person: PersonId, at: PlaceId) -> i32 {
    let stands = view.whereabouts(person);
    let km = stands.map_or(0, |from| view.book().atlas.km(from, at));
    let away = i32::try_from(km / KM_A_SKILL).unwrap_or(0);
    view.book().people[person.index()].command - away
}

fn push(view: &View<'_>, order: OrderNow, out: &mut Vec<OrderNow>) {
    if view.may_order(&order).is_ok() {
        out.push(order);
    }
}

/// How much a speaker weighs: his post, his skill at court, and whether he is there at all.
pub(super) fn influence(view: &View<'_>, who: PersonId) -> i32 {
    let figure = view.figure(who);
    if !figure.alive || figure.court != Some(view.court()) || !view.is_free(who) {
        return 0;
    }
    let person = &view.book().people[who.index()];
    let post = view
        .posts()
        .filter(|p| view.holder_of(*p) == Some(who))
        .map(|p| match view.book().posts[p.index()].role {
            Role::ChiefCouncil => 8,
            Role::Field => 5,
            Role::Council | Role::Capital => 4,
        })
        .max()
        .unwrap_or(0);
    let reigns = if view.realm().ruler == who { 10 } else { 0 };
    // A man is heard for his post, for his skill at court, and for not being afraid.
    5 + post
        + reigns
        + person.intrigue / 3
        + person.administration / 3
        + person.valour * 2 / 3
        + figure.loyalty / 25
}

/// For how long what a general was honoured with is remembered, xun: half a year.
const REMEMBERED: u16 = 18;

/// Whether a man was honoured so lately that the same again would be pay, not honour.
fn honoured_lately(view: &View<'_>, who: PersonId) -> bool {
    let since = Turn(view.turn().0.saturating_sub(REMEMBERED));
    view.was_honoured(who, since)
}
