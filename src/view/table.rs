//! What a court may know at the negotiating table: what papers say, what it makes of them, what it may do when a word was broken.

use super::View;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::events::{Event, Shift};
use crate::rules::check::treat;
use crate::rules::state::components::{Drawn, Fugitive};
use crate::rules::state::road::Letter;
use crate::rules::systems::bargain::{self, Weighing, compose};
use crate::rules::systems::treaties::audit;
use crate::rules::systems::treaties::cession;
use crate::rules::systems::treaties::grievance::{self, Grievance, Remedy};
use crate::rules::systems::treaties::truce::{self, Bond};
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::{ClauseNow, Terms};
use crate::scenario::raw::Role;

/// What would move the other party to a paper, as this court guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// In which clause.
    pub clause: usize,
    /// What would be changed there.
    pub shift: Shift,
    /// How much more the paper would then weigh with them.
    pub gain: i64,
}

/// What could be added to a paper to move the other party, as this court guesses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The clause; a form of address or a sum of the same good takes the place of the one that stands there.
    pub clause: ClauseNow,
    /// How much more the paper would then weigh with them.
    pub gain: i64,
}

/// What one of the court's councillors thinks of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Who.
    pub person: PersonId,
    /// What it weighs with him; above none he is for it.
    pub total: i64,
    /// The clause he likes least, if one is to the court's cost.
    pub clause: Option<usize>,
}

impl<'a> View<'a> {
    /// Every paper there is: those of the scenario, then those drawn up in play.
    pub fn all_papers(&self) -> impl Iterator<Item = DraftId> + use<> {
        self.game.papers()
    }
    /// What a paper says.
    #[must_use]
    pub fn terms(&self, draft: DraftId) -> &'a Terms {
        self.game.terms(draft)
    }
    /// A paper drawn up in play: who carries it, what it answers; none for one of the scenario's.
    #[must_use]
    pub fn drawn(&self, draft: DraftId) -> Option<&'a Drawn> {
        self.game.drawn(draft)
    }
    /// Whether a person went over from one court to another and serves it still: that is known far and wide.
    #[must_use]
    pub fn came_over(&self, person: PersonId, to: CourtId, from: CourtId) -> bool {
        audit::came_over(self.game, to, from, person)
    }
    /// The scenario's papers with words between this court and another that can be read in more than one way: a paper of one's own may use them too.
    pub fn wordings(&self, other: CourtId) -> impl Iterator<Item = DraftId> + use<'a> {
        let (game, court) = (self.game, self.court);
        (0..game.book.drafts.len())
            .map(DraftId::of)
            .filter(move |id| treat::may_word(game, court, other, *id))
    }
    /// How a letter of this court goes to another: everybody knows the roads, and whose country they lead through.
    #[must_use]
    pub fn road_to(&self, other: CourtId) -> Letter {
        self.game.letter(self.court, other)
    }
    /// What a paper weighs with this court, clause by clause.
    #[must_use]
    pub fn weigh(&self, terms: &Terms) -> Weighing {
        bargain::weigh(self.game, self.court, terms)
    }
    /// The same for a paper that lies before this court: its envoy speaks for it.
    #[must_use]
    pub fn weigh_paper(&self, draft: DraftId) -> Weighing {
        bargain::weigh_paper(self.game, self.court, draft)
    }
    /// A clause of a paper as this court knows it: what its envoy promised beyond his instructions comes out when he is answered.
    #[must_use]
    pub fn clause_as_known(&self, draft: DraftId, n: usize) -> Option<ClauseNow> {
        let terms = self.game.terms(draft);
        let clause = terms.clauses.get(n)?;
        let paper = self.game.paper(draft);
        let open = paper.sworn.is_none() && paper.refused.is_none();
        match paper.spoken {
            Some(spoken) if open && terms.from == self.court && usize::from(spoken.clause) == n => {
                bargain::shifted(clause, Shift::Lower(spoken.told))
            }
            _ => Some(clause.clone()),
        }
    }
    /// What a court is believed to have in store of a good, by what is known of its towns.
    #[must_use]
    pub fn believed(&self, of: CourtId, good: Good) -> i64 {
        bargain::compose::believed(self.game, of, good)
    }
    /// The most that a court in its senses asks of another at once.
    #[must_use]
    pub fn most_asked(&self, of: CourtId, good: Good) -> i64 {
        bargain::compose::most_asked(self.game, of, good)
    }
    /// What this court thinks that a paper weighs with the other party.
    #[must_use]
    pub fn weigh_other(&self, terms: &Terms) -> Weighing {
        bargain::weigh_other(self.game, self.court, terms)
    }
    /// What would move the other party to a paper, one clause changed and the rest as it is: what moves it most stands first.
    #[must_use]
    pub fn movers(&self, terms: &Terms) -> Vec<Mover> {
        let before = self.weigh_other(terms).total;
        let mut out: Vec<Mover> = Vec::new();
        for clause in (0..terms.clauses.len()).filter(|n| terms.reading_of(*n).is_none()) {
            for shift in bargain::shifts(&terms.clauses[clause], self.court) {
                let mut changed = terms.clone();
                match bargain::shifted(&terms.clauses[clause], shift) {
                    // Nobody is told to promise what he has not got.
                    Some(words) if !compose::within(self.game, self.court, &words) => continue,
                    Some(words) => changed.clauses[clause] = words,
                    None => changed = terms.without(clause),
                }
                let gain = self.weigh_other(&changed).total - before;
                if gain > 0 {
                    out.push(Mover {
                        clause,
                        shift,
                        gain,
                    });
                }
            }
        }
        out.sort_by_key(|m| (std::cmp::Reverse(m.gain), m.clause));
        out
    }
    /// What this court could add to a paper of its own to move the other party: of each kind of clause the one that moves it most.
    #[must_use]
    pub fn additions(&self, terms: &Terms) -> Vec<Addition> {
        let to = terms.other(self.court);
        let before = self.weigh_other(terms).total;
        let mut out: Vec<Addition> = Vec::new();
        for clause in compose::gifts(self.game, self.court, to) {
            let mut clauses: Vec<ClauseNow> = terms.plain_clauses().cloned().collect();
            compose::put(&mut clauses, clause.clone());
            let gain = self
                .weigh_other(&Terms::plain(self.court, to, clauses).worded(terms))
                .total
                - before;
            let kind = std::mem::discriminant(&clause);
            let known = out
                .iter_mut()
                .find(|a| std::mem::discriminant(&a.clause) == kind);
            match known {
                _ if gain <= 0 => {}
                Some(known) if known.gain >= gain => {}
                Some(known) => *known = Addition { clause, gain },
                None => out.push(Addition { clause, gain }),
            }
        }
        out.sort_by_key(|a| std::cmp::Reverse(a.gain));
        out
    }
    /// A paper as this court would take it; none if nothing in reason would do.
    #[must_use]
    pub fn amended(&self, terms: &Terms) -> Option<Vec<ClauseNow>> {
        bargain::amend(self.game, self.court, terms).map(|(clauses, _)| clauses)
    }
    /// What this court would write to another, if there is anything that it thinks both could sign.
    #[must_use]
    pub fn would_offer(&self, to: CourtId) -> Option<Vec<ClauseNow>> {
        compose::offer(self.game, self.court, to)
    }
    /// What those who sit in council think of a paper, each by his own lean.
    #[must_use]
    pub fn opinions(&self, terms: &Terms) -> Vec<Opinion> {
        let mut out: Vec<Opinion> = Vec::new();
        for post in self.posts() {
            if self.book().posts[post.index()].role == Role::Field {
                continue;
            }
            let Some(person) = self.holder_of(post).filter(|p| self.is_free(*p)) else {
                continue;
            };
            if out.iter().any(|o| o.person == person) {
                continue;
            }
            let stance = self.book().people[person.index()].stance;
            let weighing = bargain::weigh_as(self.game, self.court, terms, stance);
            out.push(Opinion {
                person,
                total: weighing.total,
                clause: weighing.balks(),
            });
        }
        out
    }
    /// Whom this court can send as envoy now, the ablest first: those who held an office on the first day. Who would rise later is the record's affair.
    #[must_use]
    pub fn envoys(&self) -> Vec<PersonId> {
        let mut out: Vec<PersonId> = self.sendable().collect();
        out.sort_by_key(|p| (std::cmp::Reverse(self.envoy_skill(*p)), *p));
        out
    }
    /// The ablest of them.
    #[must_use]
    pub fn ablest_envoy(&self) -> Option<PersonId> {
        self.sendable()
            .min_by_key(|p| (std::cmp::Reverse(self.envoy_skill(*p)), *p))
    }
    fn sendable(&self) -> impl Iterator<Item = PersonId> {
        let in_office = self.book().in_office.iter().copied();
        in_office.filter(|p| {
            self.game.figure(*p).court == Some(self.court)
                && treat::sendable(self.game, self.court, *p).is_ok()
        })
    }
    /// How well a person would speak and listen as envoy, 0 to 10.
    #[must_use]
    pub fn envoy_skill(&self, person: PersonId) -> i32 {
        bargain::skill(self.game, person)
    }
    /// Whether a payment rests because the parties to the peace that it belongs to are at war.
    #[must_use]
    pub fn rests(&self, draft: DraftId, clause: &ClauseNow) -> bool {
        audit::rests(self.game, self.game.terms(draft), clause)
    }
    /// What is still to be paid under a clause of a paper.
    #[must_use]
    pub fn outstanding(&self, draft: DraftId, clause: usize) -> i64 {
        audit::outstanding(self.game, draft, clause)
    }
    /// Until when a town that was signed away, and not handed over, has time to open.
    #[must_use]
    pub fn signed_away_until(&self, place: PlaceId) -> Option<Turn> {
        self.game.ceded(place).map(|ceded| ceded.due)
    }
    /// What this court has paid under a paper since it sits: clause, good, amount.
    #[must_use]
    pub fn paid_now(&self, draft: DraftId) -> Vec<(u8, Good, i64)> {
        let terms = self.game.terms(draft);
        let events = self.game.events_now().iter();
        events
            .filter_map(|event| match *event {
                Event::ClausePaid {
                    draft: d,
                    clause,
                    amount,
                } if d == draft => match terms.clauses.get(usize::from(clause))? {
                    Clause::Pay { by, good, .. } | Clause::Yearly { by, good, .. }
                        if *by == self.court =>
                    {
                        Some((clause, *good, amount))
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect()
    }
    /// Until when a paper that is not sworn yet would keep this court from the other party, were it sworn now; none if nothing in it would.
    #[must_use]
    pub fn would_hold(&self, draft: DraftId) -> Option<Turn> {
        truce::would_hold(self.game, draft)
    }
    /// The party to a paper that is no more, if one is.
    #[must_use]
    pub fn gone(&self, draft: DraftId) -> Option<CourtId> {
        audit::gone(self.game, self.game.terms(draft))
    }
    /// Who ended by war what a clause was to hold for, the other having broken the paper first.
    #[must_use]
    pub fn ended_by(&self, draft: DraftId, clause: &ClauseNow) -> Option<CourtId> {
        audit::ended(self.game, draft, clause)
    }
    /// What this court has against the other party to a paper.
    #[must_use]
    pub fn grievance(&self, draft: DraftId) -> Grievance {
        grievance::grievance(self.game, draft, self.court)
    }
    /// What this court may do without blame because of how the other has kept a paper.
    #[must_use]
    pub fn remedies(&self, draft: DraftId) -> Vec<Remedy> {
        grievance::remedies(self.game, draft, self.court)
    }
    /// What opening war on another court would cost this one in legitimacy.
    #[must_use]
    pub fn war_price(&self, on: CourtId) -> i32 {
        grievance::war_price(self.game, self.court, on)
    }
    /// The word that keeps this court from attacking another, if one does.
    #[must_use]
    pub fn held_back(&self, from: CourtId) -> Option<Bond> {
        truce::holds_back(self.game, self.court, from)
    }
    /// Whether a choice of this court's has set a war on another in train that is not opened yet.
    #[must_use]
    pub fn war_in_train(&self, on: CourtId) -> bool {
        self.game.tables().deferred.iter().any(|waits| {
            let matter = &self.book().decisions[waits.decision.index()];
            matter.court == self.court
                && truce::opens_war(&matter.options[waits.option.index()].effects, on)
        }) && !self.game.at_war(self.court, on)
    }
    /// In how many cases of a thousand a town of this court's own that was signed away would open if it were told to.
    #[must_use]
    pub fn would_open(&self, place: PlaceId) -> Option<u32> {
        let own = self.game.holder(place) == Some(self.court);
        own.then(|| cession::obeys(self.game, place))
    }
    /// What declaring a treaty void would cost this court in legitimacy.
    #[must_use]
    pub fn void_price(&self, draft: DraftId) -> i32 {
        grievance::void_price(self.game, draft, self.court)
    }
    /// Those who came over to this court and serve it.
    pub fn fugitives(&self) -> impl Iterator<Item = &'a Fugitive> + use<'a> {
        let view = *self;
        view.game.tables().fugitives.iter().filter(move |f| {
            f.to == view.court && view.figure(f.person).alive && view.is_free(f.person)
        })
    }
    /// Towns that this court may declare its own again.
    pub fn reclaimable(&self) -> impl Iterator<Item = PlaceId> + use<'a> {
        let (game, court) = (self.game, self.court);
        game.places()
            .filter(move |p| grievance::reclaimable(game, court, *p).is_some())
    }
}
