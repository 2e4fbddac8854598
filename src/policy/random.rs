//! Any lawful thing, by keyed luck. Its use is to try what nobody would.

use super::Player;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId};
use crate::base::luck::{Luck, Purpose};
use crate::orders::{Order, OrderNow, Proclamation, Reign, Treat, TreatNow};
use crate::view::View;

/// A player without sense.
#[derive(Clone, Debug)]
pub struct Random {
    luck: Luck,
}

impl Random {
    /// A player with this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self {
            luck: Luck::new(seed ^ 0x5EED_0FAA_D011_0000),
        }
    }

    fn roll(&self, view: &View<'_>, key: u32, bound: usize) -> usize {
        let bound = u32::try_from(bound).unwrap_or(u32::MAX);
        self.luck.roll(
            view.turn(),
            Purpose::Policy,
            u32::from(view.court().0),
            key,
            bound,
        ) as usize
    }
}

impl Player for Random {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        view.pending()
            .filter_map(|decision| {
                let options = view.book().decisions[decision.index()].options.len();
                let open: Vec<OptionId> = (0..options)
                    .map(OptionId::of)
                    .filter(|o| view.may_choose(decision, *o).is_ok())
                    .collect();
                let pick = self.roll(view, 0x100 + u32::from(decision.0), open.len());
                open.get(pick).map(|option| (decision, *option))
            })
            .collect()
    }

    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        (0..2)
            .filter_map(|n| self.one(view, n))
            .filter(|o| view.may_order(o).is_ok())
            .collect()
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        Box::new(self.clone())
    }
}

impl Random {
    /// Something at the table: mostly papers, seldom their end.
    fn treat(&self, view: &View<'_>, n: u32) -> Option<TreatNow> {
        let pick = |salt: u32, bound: usize| self.roll(view, 0x2_0000 + n * 0x100 + salt, bound);
        let courts: Vec<CourtId> = (0..view.book().courts.len())
            .map(CourtId::of)
            .filter(|c| *c != view.court())
            .collect();
        let to = *courts.get(pick(0, courts.len()))?;
        let papers: Vec<DraftId> = view.papers().map(|(d, _)| d).collect();
        let paper = papers.get(pick(1, papers.len())).copied();
        let people: Vec<PersonId> = (0..view.book().people.len()).map(PersonId::of).collect();
        let anybody = *people.get(pick(2, people.len()))?;
        Some(match pick(3, 12) {
            0 => Treat::War { on: to },
            1 => Treat::Void { draft: paper? },
            2 => Treat::Disavow { draft: paper? },
            3 => Treat::Release { person: anybody },
            4 => Treat::GiveBack {
                person: view.fugitives().next()?.person,
            },
            5 => Treat::Reclaim {
                place: view.reclaimable().next()?,
            },
            6..=8 => {
                let draft = view.proposals().next()?;
                let terms = view.terms(draft);
                Treat::Offer {
                    to: terms.from,
                    envoy: *view.envoys().first()?,
                    clauses: view.amended(terms)?,
                    answers: Some(draft),
                    worded: None,
                }
            }
            _ => Treat::Offer {
                to,
                envoy: *view.envoys().first()?,
                clauses: view.would_offer(to)?,
                answers: None,
                worded: None,
            },
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each kind of order")]
    fn one(&self, view: &View<'_>, n: u32) -> Option<OrderNow> {
        let pick = |salt: u32, bound: usize| self.roll(view, 0x1_0000 + n * 0x100 + salt, bound);
        let armies: Vec<ArmyId> = view.armies().map(|a| a.id).collect();
        let army = armies.get(pick(1, armies.len())).copied();
        let at = army.and_then(|a| view.army(a)).map(|a| a.at);
        // Somewhere within ten marches, so that random play still goes somewhere.
        let near: Vec<PlaceId> = view
            .places()
            .filter(|p| at.is_some_and(|at| *p != at && view.book().atlas.km(at, *p) < 400))
            .collect();
        let place = near.get(pick(2, near.len())).copied();
        let own: Vec<PlaceId> = view
            .places()
            .filter(|p| view.holder(*p) == Some(view.court()))
            .collect();
        let town = own.get(pick(3, own.len())).copied();
        let people: Vec<PersonId> = (0..view.book().people.len())
            .map(PersonId::of)
            .filter(|p| view.figure(*p).court == Some(view.court()) && view.is_free(*p))
            .collect();
        let person = people.get(pick(4, people.len())).copied();
        let posts: Vec<_> = view.posts().collect();
        let post = posts.get(pick(5, posts.len())).copied();
        let drafts = view.book().drafts.len();
        let draft = (drafts > 0).then(|| DraftId::of(pick(6, drafts)));
        let levies: Vec<ArmyId> = view.levies().collect();
        let levy = levies.get(pick(7, levies.len())).copied();
        Some(match pick(0, 34) {
            0..=3 => Order::March {
                army: army?,
                to: place?,
            },
            4..=6 => Order::Besiege {
                army: army?,
                place: place?,
            },
            7 if pick(8, 3) == 0 => Order::Waylay {
                army: army?,
                place: place?,
            },
            7 => Order::Mask {
                army: army?,
                place: place?,
            },
            8 | 9 => Order::Assault {
                army: army?,
                place: place?,
            },
            10 => Order::Relieve {
                army: army?,
                place: place?,
            },
            11 => Order::Raid {
                army: army?,
                place: at?,
                men: 5_000,
            },
            12 => Order::Withdraw {
                army: army?,
                to: place?,
            },
            13 => Order::Hold { army: army? },
            14 => Order::Garrison {
                army: army?,
                men: 1_000,
            },
            15 if pick(8, 10) == 0 => Order::Disband { army: army? },
            15 | 16 => Order::Raise { army: levy? },
            17 => Order::Levy {
                place: town?,
                men: 2_000,
            },
            18 if pick(9, 2) == 0 => Order::Arm { place: town? },
            18 => Order::Fortify { place: town? },
            19 => Order::Provision { place: town? },
            20 => Order::BuildBoats { place: at? },
            21 => Order::Appoint {
                person: person?,
                post: post?,
            },
            22 => Order::Command {
                person: person?,
                army: army?,
            },
            23 if pick(8, 3) == 0 => Order::Dismiss { person: person? },
            23 => Order::Recall { person: person? },
            24 if pick(8, 6) == 0 => Order::MoveCourt { to: town? },
            24 => Order::FeedPeople {
                place: town?,
                shi: 5_000,
            },
            25 => Order::Propose { draft: draft? },
            26 => Order::PayDue { draft: draft? },
            27 if pick(8, 2) == 0 => Order::Accept {
                draft: view.proposals().next()?,
            },
            27 => Order::Refuse {
                draft: view.proposals().next()?,
            },
            29 => Order::BuildShips {
                place: town?,
                boats: 50,
            },
            30 => Order::Embark { army: army? },
            31 if pick(8, 4) == 0 => Order::Moor { army: army? },
            31 => match pick(8, 4) {
                1 => Order::reign(Reign::Detach {
                    army: army?,
                    men: 2_000,
                    into: view.free_corps()?,
                    under: person,
                }),
                2 => Order::reign(Reign::CarryOff {
                    place: town?,
                    to: *own.get(pick(9, own.len()))?,
                }),
                _ => Order::reign(Reign::Dissolve {
                    court: *view.clients().first()?,
                }),
            },
            32 => Order::Transport {
                place: town?,
                shi: 20_000,
            },
            33 => Order::Rouse {
                person: person?,
                place: place?,
            },
            28 if pick(8, 20) == 0 => Order::BreakDike { place: town? },
            28 if pick(8, 3) == 0 => Order::treat(self.treat(view, n)?),
            _ => Order::Proclaim {
                what: [
                    Proclamation::SelfBlame,
                    Proclamation::Amnesty,
                    Proclamation::CallToArms,
                ][pick(9, 3)],
            },
        })
    }
}
