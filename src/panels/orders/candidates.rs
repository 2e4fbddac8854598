//! Whom, where and what an order could name, the sensible ones first. What the rules say of each is asked of the view, never guessed.

use crate::base::ids::{ArmyId, DraftId, PersonId, PlaceId, PostId};
use crate::orders::{OrderNow, Proclamation};
use crate::panels::desk::{Aim, OrderKind, order_of};
use crate::prose::names;
use crate::prose::texts::Texts;
use crate::rules::check::Refusal;
use crate::scenario::model::PlaceKind;
use crate::table;
use crate::view::View;

use super::kinds::parts;
use crate::table::ways::Part;

/// Something an order may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    Army(ArmyId),
    Place(PlaceId),
    Person(PersonId),
    Post(PostId),
    Draft(DraftId),
    What(Proclamation),
}

impl Pick {
    /// The aim that names it.
    pub(super) fn put_in(self, aim: &Aim) -> Aim {
        let mut aim = aim.clone();
        match self {
            Self::Army(army) => aim.army = Some(army),
            Self::Place(place) => aim.place = Some(place),
            Self::Person(person) => aim.person = Some(person),
            Self::Post(post) => aim.post = Some(post),
            Self::Draft(draft) => aim.draft = Some(draft),
            Self::What(what) => aim.what = Some(what),
        }
        aim
    }
}

/// Whether an order is lawful in itself; what it costs may be missing.
pub(super) fn fits(view: &View<'_>, order: &OrderNow) -> bool {
    matches!(
        view.may_order(order),
        Ok(()) | Err(Refusal::NoEdicts { .. } | Refusal::TooPoor { .. })
    )
}

/// Whether an aim could still become a lawful order with this pick, as far as it names enough to say so.
fn could(view: &View<'_>, aim: &Aim, pick: Pick) -> bool {
    let mut with = pick.put_in(aim);
    if parts(aim.kind).contains(&Part::Amount) && with.amount == 0 {
        with.amount = 1;
    }
    order_of(&with).is_none_or(|order| fits(view, &order))
}

/// Own armies, or for a call to arms the levies that may be spoken of: those that could do it first, then by their nearness to the place
/// that is named, if one is, and by their numbers.
pub(super) fn armies(view: &View<'_>, aim: &Aim) -> Vec<ArmyId> {
    if aim.kind == OrderKind::Raise {
        let spoken = |army: &ArmyId| match view.may_order(&OrderNow::Raise { army: *army }) {
            Err(Refusal::Needs(needs)) => !needs.iter().any(table::is_to_come),
            _ => true,
        };
        let mut levies: Vec<ArmyId> = view.levies().filter(spoken).collect();
        levies.sort_by_key(|army| !could(view, aim, Pick::Army(*army)));
        return levies;
    }
    let mut armies: Vec<_> = view
        .armies()
        .map(|army| {
            let fits = could(view, aim, Pick::Army(army.id));
            let km = |place| view.book().atlas.km(army.at, place);
            let number = view.number_of(army.id);
            (!fits, aim.place.map_or(0, km), number, army.id)
        })
        .collect();
    if matches!(
        aim.kind,
        OrderKind::Hold | OrderKind::Garrison | OrderKind::Embark | OrderKind::Moor
    ) {
        armies.retain(|(not, ..)| !not);
    }
    armies.sort();
    armies.into_iter().map(|(.., army)| army).collect()
}

/// From where distances are counted: the army that goes, else the seat of the court.
pub(super) fn origin(view: &View<'_>, aim: &Aim) -> PlaceId {
    aim.army
        .and_then(|army| view.army(army))
        .map_or(view.realm().seat, |army| army.at)
}

/// Places that an order of the kind is given for, the likely ones first and then by their nearness.
pub(super) fn places(view: &View<'_>, aim: &Aim) -> Vec<PlaceId> {
    let own = |place: PlaceId| view.holder(place) == Some(view.court());
    let friendly = |place: PlaceId| view.holder(place).is_some_and(|h| view.allied(h));
    let hostile = |place: PlaceId| view.holder(place).is_some_and(|h| view.at_war(h));
    let ringed = |place: PlaceId| view.siege(place).is_some_and(|s| view.at_war(s.by));
    let camp = |place: PlaceId| {
        view.known()
            .any(|army| army.place == place && view.at_war(army.court))
    };
    let from = origin(view, aim);
    let atlas = &view.book().atlas;
    let next_door = |place: PlaceId| {
        atlas.neighbours[from.index()]
            .iter()
            .any(|(_, next)| *next == place)
    };
    let mut found: Vec<(u8, u32, PlaceId)> = view
        .places()
        .filter_map(|place| {
            let rank = match aim.kind {
                OrderKind::March => match () {
                    () if place == from => return None,
                    () if friendly(place) && ringed(place) => 0,
                    () if next_door(place) => 1,
                    () if friendly(place) || camp(place) => 2,
                    () => 3,
                },
                OrderKind::Withdraw => match () {
                    () if !friendly(place) => return None,
                    () if next_door(place) => 0,
                    () => 1,
                },
                OrderKind::Besiege | OrderKind::Mask | OrderKind::Assault => match () {
                    () if !hostile(place) => return None,
                    () if place == from => 0,
                    () => 1,
                },
                OrderKind::Relieve => match () {
                    () if !(ringed(place) || friendly(place) && camp(place)) => return None,
                    () if own(place) => 0,
                    () => 1,
                },
                OrderKind::Raid => match () {
                    () if !camp(place) => return None,
                    () => 0,
                },
                OrderKind::Waylay => match () {
                    () if !view.by_great_river(place) => return None,
                    () if place == from => 0,
                    () if friendly(place) => 1,
                    () => 2,
                },
                OrderKind::Rouse => match () {
                    () if view.native(place) != Some(view.court()) || !hostile(place) => {
                        return None;
                    }
                    () if view.band(place).is_some() => 0,
                    () => 1,
                },
                OrderKind::MoveCourt => match view.book().atlas.places[place.index()].kind {
                    PlaceKind::Capital | PlaceKind::SuperiorPrefecture => 0,
                    _ => 1,
                },
                // A town that a siege threatens comes first.
                _ if ringed(place) => 0,
                _ => 1,
            };
            let town = !parts(aim.kind).contains(&Part::Army);
            if town && !could(view, aim, Pick::Place(place)) {
                return None;
            }
            Some((rank, atlas.km(from, place), place))
        })
        .filter(|(_, km, _)| *km < u32::from(u16::MAX))
        .collect();
    found.sort();
    found.into_iter().map(|(.., place)| place).collect()
}

/// People at hand whom the order may concern: those free for it first. A captain whom only the record will make famous is nobody yet.
pub(super) fn people(texts: &Texts, view: &View<'_>, aim: &Aim) -> Vec<PersonId> {
    let mut found: Vec<(bool, bool, std::cmp::Reverse<i32>, PersonId)> =
        (0..view.book().people.len())
            .map(PersonId::of)
            .filter_map(|who| {
                let figure = view.figure(who);
                let here = figure.alive
                    && figure.court == Some(view.court())
                    && view.captive(who).is_none()
                    && names::office(texts, view, who).is_some();
                if !here || view.realm().ruler == who {
                    return None;
                }
                let fits = match aim.kind {
                    // Nobody commands two armies; the others may be asked about all the same.
                    OrderKind::Appoint | OrderKind::Command | OrderKind::Rouse => {
                        if !view.sits(who) {
                            return None;
                        }
                        could(view, aim, Pick::Person(who))
                    }
                    _ => {
                        if !could(view, aim, Pick::Person(who)) {
                            return None;
                        }
                        true
                    }
                };
                let man = &view.book().people[who.index()];
                let skill = match aim.kind {
                    OrderKind::Command | OrderKind::Rouse => man.command,
                    _ => man.administration,
                };
                let busy = view.command_of(who).is_some();
                Some((!fits, busy, std::cmp::Reverse(skill), who))
            })
            .collect();
    found.sort();
    found.into_iter().map(|(.., who)| who).collect()
}

/// Drafts that an order of the kind may name.
pub(super) fn drafts(view: &View<'_>, kind: OrderKind) -> Vec<DraftId> {
    match kind {
        OrderKind::Accept | OrderKind::Refuse => view.proposals().collect(),
        OrderKind::PayDue => view
            .papers()
            .map(|(draft, _)| draft)
            .filter(|draft| !view.owed(*draft).is_empty())
            .collect(),
        // What can only be written after something else has happened would tell that it will happen.
        _ => (0..view.book().drafts.len())
            .map(DraftId::of)
            .filter(|draft| view.book().drafts[draft.index()].terms.from == view.court())
            // What was sent since the court sits keeps its place, so that no digit comes to mean another paper.
            .filter(|draft| {
                fits(view, &OrderNow::Propose { draft: *draft }) || sent_now(view, *draft)
            })
            .collect(),
    }
}

/// Whether this court has sent a paper since it sits.
fn sent_now(view: &View<'_>, draft: DraftId) -> bool {
    let mut papers = view.papers();
    papers.any(|(d, paper)| d == draft && paper.sent == Some(view.turn()))
}

/// All proclamations.
pub(super) const PROCLAMATIONS: [Proclamation; 3] = [
    Proclamation::SelfBlame,
    Proclamation::Amnesty,
    Proclamation::CallToArms,
];

/// From how many to how many an order may name, if the view can say.
pub(super) fn bounds(view: &View<'_>, aim: &Aim) -> (u32, u32) {
    let most = match aim.kind {
        OrderKind::Raid | OrderKind::Garrison => aim
            .army
            .and_then(|army| view.army(army))
            .map_or(0, |army| army.men),
        OrderKind::Levy => 20_000,
        OrderKind::BuildShips => crate::rules::formulas::fleet::MOST,
        OrderKind::Transport => {
            let grain = view.realm().treasury[crate::scenario::language::Good::Grain as usize];
            u32::try_from(grain)
                .unwrap_or(0)
                .min(crate::rules::check::land::MOST_SHI)
        }
        _ => u32::try_from(view.realm().treasury[crate::scenario::language::Good::Grain as usize])
            .unwrap_or(0),
    };
    (1.min(most), most)
}

/// A lawful order of the kind, its cost aside, if one is found at once; else any that is whole.
pub(super) fn sample(view: &View<'_>, start: &Aim) -> Option<OrderNow> {
    let mut aim = start.clone();
    for part in parts(aim.kind) {
        match part {
            Part::Army => aim.army = aim.army.or_else(|| armies(view, &aim).first().copied()),
            Part::Place => aim.place = aim.place.or_else(|| places(view, &aim).first().copied()),
            Part::Person => aim.person = aim.person.or(Some(view.realm().ruler)),
            Part::Post => aim.post = aim.post.or_else(|| view.posts().next()),
            Part::Draft => {
                aim.draft = aim.draft.or_else(|| {
                    let list = drafts(view, aim.kind);
                    let open = list.iter().find(|d| could(view, &aim, Pick::Draft(**d)));
                    open.or(list.first()).copied()
                })
            }
            Part::Amount => aim.amount = aim.amount.max(1),
            Part::What => aim.what = aim.what.or(Some(Proclamation::Amnesty)),
        }
    }
    order_of(&aim)
}
