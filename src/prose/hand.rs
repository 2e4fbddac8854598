//! Values set by hand, in words: for the chronicle of such a game and for the writer's bench.

use super::numbers::{date, goods, number, signed};
use super::texts::{Texts, tr};
use super::{names, sentence};
use crate::base::ids::{ArmyId, CourtId, DecisionId, PersonId, PlaceId};
use crate::rules::hand::Unset;
use crate::scenario::given::{Given, GivenNow};
use crate::view::View;

/// What the chronicle says of a value set by hand.
#[must_use]
pub fn told(texts: &Texts, view: &View<'_>, what: &GivenNow) -> String {
    let what = given(texts, view, what);
    tr!(texts, "event-by-hand", what = what)
}

/// A value and what it is set to, as a clause without a stop.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each kind of value")]
pub fn given(texts: &Texts, view: &View<'_>, what: &GivenNow) -> String {
    let book = view.book();
    let court = |id: CourtId| names::court(book, id);
    let place = |id: PlaceId| names::place(book, id);
    let person = |id: PersonId| names::name(view, id);
    let army = |id: ArmyId| names::army(texts, book, id);
    let matter = |id: DecisionId| book.decisions[id.index()].title.clone();
    let so = |yes: bool| if yes { "yes" } else { "no" };
    let of_court = |key: &str, id: CourtId, n: String| tr!(texts, key, court = court(id), n = n);
    let of_place = |key: &str, id: PlaceId, n: String| tr!(texts, key, place = place(id), n = n);
    let of_army = |key: &str, id: ArmyId, n: String| tr!(texts, key, army = army(id), n = n);
    let of_person = |key: &str, id: PersonId, n: i32| tr!(texts, key, person = person(id), n = n);
    match *what {
        Given::Day(day) => tr!(texts, "given-day", day = date(texts, day)),
        Given::Treasury(id, good, n) => of_court("given-treasury", id, goods(texts, good, n)),
        Given::Legitimacy(id, n) => of_court("given-legitimacy", id, n.to_string()),
        Given::Lean(id, n) => of_court("given-lean", id, signed(n)),
        Given::Edicts(id, n) => of_court("given-edicts", id, n.to_string()),
        Given::Welcome(id, n) => of_court("given-welcome", id, n.to_string()),
        Given::Seat(id, at) => tr!(texts, "given-seat", court = court(id), place = place(at)),
        Given::Reigns(who, id) => {
            tr!(
                texts,
                "given-reigns",
                person = person(who),
                court = court(id)
            )
        }
        Given::CourtStands(id, yes) => {
            tr!(texts, "given-court", court = court(id), so = so(yes))
        }
        Given::Deposed(id, yes) => tr!(texts, "given-deposed", court = court(id), so = so(yes)),
        Given::AtWar(a, b, yes) => {
            tr!(texts, "given-war", a = court(a), b = court(b), so = so(yes))
        }
        Given::Alive(who, yes) => tr!(texts, "given-alive", person = person(who), so = so(yes)),
        Given::Serves(who, id) => {
            tr!(
                texts,
                "given-serves",
                person = person(who),
                court = court(id)
            )
        }
        Given::Loyalty(who, n) => of_person("given-loyalty", who, n),
        Given::Favour(who, n) => of_person("given-favour", who, n),
        Given::HeldBy(who, Some(id)) => {
            tr!(texts, "given-held", person = person(who), court = court(id))
        }
        Given::HeldBy(who, None) => tr!(texts, "given-free", person = person(who)),
        Given::PersonAt(who, Some(at)) => {
            tr!(
                texts,
                "given-person-at",
                person = person(who),
                place = place(at)
            )
        }
        Given::PersonAt(who, None) => tr!(texts, "given-person-home", person = person(who)),
        Given::Post(post, Some(who)) => {
            tr!(
                texts,
                "given-post",
                person = person(who),
                post = names::post(book, post)
            )
        }
        Given::Post(post, None) => {
            tr!(texts, "given-vacant", post = names::post(book, post))
        }
        Given::Holds(id, at) => tr!(texts, "given-holds", court = court(id), place = place(at)),
        Given::Garrison(at, n) => of_place("given-garrison", at, number(n)),
        Given::Morale(at, n) => of_place("given-morale", at, n.to_string()),
        Given::Stores(at, n) => of_place("given-stores", at, n.to_string()),
        Given::Walls(at, n) => of_place("given-walls", at, n.to_string()),
        Given::Unrest(at, n) => of_place("given-unrest", at, n.to_string()),
        Given::Depot(at, n) => of_place("given-depot", at, number(n)),
        Given::Besieged(at, Some(id)) => {
            tr!(
                texts,
                "given-besieged",
                court = court(id),
                place = place(at)
            )
        }
        Given::Besieged(at, None) => tr!(texts, "given-relieved", place = place(at)),
        Given::Stands(id, yes) => tr!(texts, "given-stands", army = army(id), so = so(yes)),
        Given::Men(id, n) => of_army("given-men", id, number(n)),
        Given::ArmyAt(id, at) => tr!(texts, "given-army-at", army = army(id), place = place(at)),
        Given::Commands(id, Some(who)) => {
            tr!(
                texts,
                "given-commands",
                army = army(id),
                person = person(who)
            )
        }
        Given::Commands(id, None) => tr!(texts, "given-no-commander", army = army(id)),
        Given::Spirit(id, n) => of_army("given-spirit", id, n.to_string()),
        Given::Food(id, n) => of_army("given-food", id, n.to_string()),
        Given::Fact(fact, yes) => {
            let fact = &book.facts[fact.index()];
            tr!(
                texts,
                "given-fact",
                id = fact.id.as_str(),
                says = fact.says.trim_end_matches('.'),
                so = so(yes)
            )
        }
        Given::Laid(id) => tr!(texts, "given-laid", title = matter(id)),
        Given::Chose(id, option) => {
            let label = book.decisions[id.index()].options.get(option.index());
            let label = label.map_or("", |o| o.label.trim_end_matches('.'));
            tr!(texts, "given-chose", title = matter(id), label = label)
        }
        Given::Proposed(draft) => {
            tr!(
                texts,
                "given-proposed",
                draft = names::draft(texts, view, draft)
            )
        }
        Given::Sworn(draft) => {
            tr!(
                texts,
                "given-sworn",
                draft = names::draft(texts, view, draft)
            )
        }
        Given::Sought(id) => tr!(texts, "given-sought", title = matter(id)),
    }
}

/// Why a value cannot be set, as a sentence.
#[must_use]
pub fn unset(texts: &Texts, view: &View<'_>, why: Unset) -> String {
    let book = view.book();
    sentence(&match why {
        Unset::Over => texts.t("unset-over"),
        Unset::OutOfRange { least, most } => tr!(
            texts,
            "unset-range",
            least = number(least),
            most = number(most)
        ),
        Unset::Past(day) => tr!(
            texts,
            "unset-past",
            day = date(texts, day),
            now = date(texts, view.day())
        ),
        Unset::Beyond(day) => tr!(
            texts,
            "unset-beyond",
            day = date(texts, day),
            last = date(texts, book.until)
        ),
        Unset::NotInField(army) => {
            tr!(
                texts,
                "unset-no-army",
                army = names::army(texts, book, army)
            )
        }
        Unset::Dead(who) => tr!(texts, "unset-dead", person = names::name(view, who)),
        Unset::ItsOwn => texts.t("unset-own"),
        Unset::NoCourt => texts.t("unset-no-court"),
    })
}
