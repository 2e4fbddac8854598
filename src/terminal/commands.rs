//! What the commands that only ask show: books, armies, people, posts, treaties, chronicle, orders, help.

use super::find::{Kind, Unfound};
use super::layout::{Page, pad, right};
use super::parse::{self, Misread, ORDER_VERBS, Verb};
use crate::base::date::Turn;
use crate::base::ids::{DraftId, PersonId, PlaceId, PostId};
use crate::engine::Ask;
use crate::events::Event;
use crate::orders::{Order, OrderNow, Proclamation, Reign, Reply, Treat};
use crate::prose::clauses::clauses;
use crate::prose::house::wants;
use crate::prose::numbers::{GOODS, big, date, good, goods, join, measure, number, signed};
use crate::prose::places::sighting;
use crate::prose::refusals::nearer;
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names, orders, refusal, sentence};
use crate::rules::check::Refusal;
use crate::table::{self, Roll, papers, roll};
use crate::view::View;

/// The books of the court.
#[must_use]
pub fn treasury(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    let (realm, month) = (view.realm(), view.month());
    page.para(&texts.t("treasury-head"));
    page.para(&format!(
        "  {}{} {}{}{}",
        pad("", 8),
        right(&texts.t("treasury-column-store"), 14),
        pad("", 8),
        right(&texts.t("treasury-column-in"), 16),
        right(&texts.t("treasury-column-out"), 16),
    ));
    for (i, what) in GOODS.into_iter().enumerate() {
        let out = match i {
            1 => month.handed.silver,
            2 => month.handed.silk,
            3 => month.handed.cash + month.handed.unpaid + month.offices,
            4 => month.rations,
            _ => 0,
        } + month.palace[i];
        page.para(&format!(
            "  {}{} {}{}{}",
            pad(&capital(&good(texts, what)), 8),
            right(&big(texts, realm.treasury[i]), 14),
            pad(&measure(texts, what), 8),
            right(&signed(month.revenue[i]), 16),
            right(&signed(-out), 16),
        ));
    }
    page.para(&tr!(
        texts,
        "treasury-out",
        pay = number(month.pay),
        offices = number(month.offices),
        rations = number(month.rations)
    ));
    for words in wants(texts, view) {
        page.para(&words);
    }
    for (draft, _) in view.papers() {
        let owed: Vec<String> = view
            .owed(draft)
            .into_iter()
            .map(|(_, what, left)| goods(texts, what, left))
            .collect();
        if !owed.is_empty() {
            page.para(&tr!(
                texts,
                "why-good-owed",
                goods = join(texts, &owed),
                draft = names::draft(texts, view, draft)
            ));
        }
    }
    let note = &view.book().courts[view.court().index()].treasury_note;
    if !note.is_empty() {
        page.para(&tr!(texts, "treasury-note", note = note.as_str()));
    }
    page
}

/// One's own armies, and others as last reported.
#[must_use]
pub fn armies(texts: &Texts, view: &View<'_>) -> Page {
    let book = view.book();
    let mut page = Page::new();
    page.para(&texts.t("armies-own"));
    let mut any = false;
    for army in view.armies() {
        any = true;
        let mut text = tr!(
            texts,
            "armies-line",
            army = names::army_with_commander(view, army.id),
            men = number(army.men),
            horse = army.horse_percent,
            quality = army.quality,
            morale = army.morale,
            days = army.food.max(0),
            place = names::place(book, army.at),
            task = orders::task(texts, book, &army)
        );
        if army.meant > army.men {
            text.push(' ');
            text.push_str(&tr!(texts, "armies-meant", men = number(army.meant)));
        }
        if view.shut_in(army.id).is_some() {
            text.push_str(&texts.t("armies-shut-in"));
        }
        if army.held_up > 0 {
            text.push_str(&texts.t("armies-held-up"));
        }
        for line in crate::prose::land::army(texts, view, &army) {
            text.push(' ');
            text.push_str(&line);
        }
        page.hang("  ", &text, "    ");
        page.indent(
            4,
            &tr!(
                texts,
                "armies-id",
                id = book.armies[army.id.index()].id.as_str()
            ),
        );
    }
    if !any {
        page.indent(2, &texts.t("armies-none"));
    }
    if view.divided() {
        page.para(&texts.t("armies-divided"));
    }
    page.heading(&texts.t("armies-others"));
    let mut any = false;
    for army in view.known() {
        any = true;
        let at = names::place(book, army.place);
        page.hang(
            "  ",
            &tr!(
                texts,
                "armies-known",
                place = at,
                sighting = sighting(texts, view, &army)
            ),
            "    ",
        );
    }
    if !any {
        page.indent(2, &texts.t("armies-none-known"));
    }
    page
}

/// Those who hold something, and the names of the others at hand.
#[must_use]
pub fn people(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    let Roll {
        placed,
        others,
        away,
        ..
    } = roll::roll(view);
    page.para(&texts.t("people-placed"));
    for id in placed {
        let mut text = tr!(
            texts,
            "people-line",
            person = names::person(texts, view, id),
            loyalty = view.figure(id).loyalty
        );
        if let Some(command) = names::command(texts, view, id) {
            text.push(' ');
            text.push_str(&command);
        }
        page.hang("  ", &text, "    ");
    }
    let list = |ids: &[PersonId]| {
        ids.iter()
            .map(|p| format!("{} {}", names::name(view, *p), names::name_zh(view, *p)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    if !others.is_empty() {
        page.heading(&texts.t("people-others"));
        page.indent(2, &sentence(&list(&others)));
    }
    if !away.is_empty() {
        page.heading(&texts.t("people-away"));
        page.indent(2, &sentence(&list(&away)));
    }
    page.gap();
    page.para(&texts.t("people-more"));
    page
}

/// One person, as his own court or another knows him.
#[must_use]
pub fn person(texts: &Texts, view: &View<'_>, id: PersonId) -> Page {
    let book = view.book();
    let (man, figure) = (&book.people[id.index()], view.figure(id));
    let mut page = Page::new();
    page.para(&sentence(&names::person(texts, view, id)));
    // A captain of a company whom the record will make famous is nobody yet.
    if !roll::is_known(texts, view, id) {
        page.para(&texts.t("person-unheard"));
        page.para(&tr!(texts, "person-id", id = man.id.as_str()));
        return page;
    }
    if !man.note.is_empty() {
        page.para(&man.note);
    }
    if !view.alive(id) {
        page.para(&texts.t("person-dead"));
        return page;
    }
    let own = figure.court == Some(view.court());
    if let Some(court) = figure.court {
        page.para(&tr!(
            texts,
            "person-serves",
            court = names::court(book, court)
        ));
    }
    if let Some(captive) = view.captive(id) {
        page.para(&tr!(
            texts,
            "person-captive",
            court = names::court(book, captive.of)
        ));
    } else if figure.exiled {
        page.para(&texts.t("person-exiled"));
    } else if own && let Some(at) = view.whereabouts(id) {
        page.para(&tr!(texts, "person-at", place = names::place(book, at)));
    }
    if own && let Some(command) = names::command(texts, view, id) {
        page.para(&command);
    }
    page.para(&tr!(
        texts,
        "person-traits",
        command = man.command,
        valour = man.valour,
        administration = man.administration,
        intrigue = man.intrigue
    ));
    if own {
        page.para(&tr!(texts, "person-loyalty", n = figure.loyalty));
        page.para(&tr!(texts, "person-favour", n = figure.favour));
    }
    page.para(&tr!(texts, "person-stance", n = signed(man.stance)));
    page.para(&tr!(texts, "person-id", id = man.id.as_str()));
    page
}

/// The council and the house of the court.
#[must_use]
pub fn house(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    page.heading(&texts.t("parties-head"));
    for told in crate::table::house::house(texts, view) {
        match told {
            crate::table::house::Line::Head(text) => page.para(&text),
            crate::table::house::Line::Item(text, _) => page.hang("  ", &text, "    "),
        }
    }
    page
}

/// The posts of the court.
#[must_use]
pub fn posts(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    page.para(&texts.t("posts-head"));
    for id in view.posts() {
        let post = &view.book().posts[id.index()];
        let holder = view
            .holder_of(id)
            .map_or_else(|| texts.t("posts-vacant"), |p| names::name(view, p));
        let text = tr!(
            texts,
            "posts-line",
            title = capital(&post.title),
            zh = post.title_zh.as_str(),
            holder = holder,
            id = post.id.as_str()
        );
        page.hang("  ", &text, "    ");
    }
    page
}

/// Treaties and papers, and what could be put forward.
#[must_use]
pub fn treaties(texts: &Texts, view: &View<'_>) -> Page {
    let book = view.book();
    let mut page = Page::new();
    page.para(&texts.t("treaties-head"));
    let mut any = false;
    for (id, state) in papers::papers(view) {
        let terms = view.terms(id);
        any = true;
        page.gap();
        let state = state.words(texts, book);
        page.para(&tr!(
            texts,
            "treaty-line",
            title = names::title(texts, view, id),
            from = names::court(book, terms.from),
            to = names::court(book, terms.to),
            state = state,
            id = names::paper_id(view, id)
        ));
        for line in clauses(texts, view, id) {
            page.hang("  - ", &line, "    ");
        }
        // The note knows how it ended.
        if let Some(draft) = book.drafts.get(id.index())
            && view.is_over()
            && !draft.note.is_empty()
        {
            page.indent(2, &draft.note);
        }
    }
    if !any {
        page.indent(2, &texts.t("treaties-none"));
    }
    page.heading(&texts.t("treaties-could"));
    let mut any = false;
    for (id, answer) in papers::could_propose(view) {
        let draft = &book.drafts[id.index()];
        let text = match answer {
            Ok(()) => tr!(
                texts,
                "treaties-open",
                title = draft.title.as_str(),
                id = draft.id.as_str()
            ),
            Err(why) => tr!(
                texts,
                "treaties-closed",
                title = draft.title.as_str(),
                why = why_and_how(texts, view, &why).join(" ")
            ),
        };
        any = true;
        page.hang("  ", &text, "    ");
        if view.road_to(draft.terms.to).hostile.is_some() {
            page.indent(4, &crate::prose::bargain::road(texts, view, draft.terms.to));
        }
    }
    if !any {
        page.indent(2, &texts.t("treaties-none"));
    }
    page
}

/// What the court has heard over so many xun, by date.
#[must_use]
pub fn chronicle(texts: &Texts, view: &View<'_>, xun: u16) -> Page {
    let since = (view.turn().0 + 1).saturating_sub(xun.max(1));
    let mut page = Page::new();
    let mut heard: Vec<_> = view.heard(Turn(0)).filter(|n| n.turn.0 >= since).collect();
    heard.sort_by_key(|n| n.turn);
    for news in heard.chunk_by(|a, b| a.turn == b.turn) {
        let events: Vec<&Event> = news.iter().map(|n| n.event).collect();
        let told = events::tellings(texts, view, &events);
        if told.is_empty() {
            continue;
        }
        page.heading(&format!("{}.", date(texts, view.book().day(news[0].turn))));
        for telling in told {
            page.hang("  ", &telling.text, "    ");
        }
    }
    if page.is_empty() {
        page.para(&texts.t("chronicle-none"));
    }
    page
}

/// Levies that could be called up, and what they wait for.
#[must_use]
pub fn levies(texts: &Texts, view: &View<'_>) -> Page {
    let book = view.book();
    let mut page = Page::new();
    page.para(&texts.t("levies-head"));
    let mut any = false;
    let mut later = false;
    for id in view.levies() {
        if let Err(Refusal::Needs(needs)) = view.may_order(&Order::Raise { army: id })
            && needs.iter().any(table::is_to_come)
        {
            later = true;
            continue;
        }
        any = true;
        let levy = &book.armies[id.index()];
        let order = Order::Raise { army: id };
        let commander = levy
            .commander
            .map_or_else(|| texts.t("levies-no-commander"), |p| names::name(view, p));
        page.hang(
            "  ",
            &tr!(
                texts,
                "levies-line",
                name = levy.name.as_str(),
                men = number(levy.men),
                place = names::place(book, levy.at),
                commander = commander,
                cost = orders::cost(texts, &view.cost(&order)),
                id = levy.id.as_str()
            ),
            "    ",
        );
        if let Err(why) = view.may_order(&order) {
            page.indent(4, &why_and_how(texts, view, &why).join(" "));
        }
    }
    if !any {
        page.indent(2, &texts.t("levies-none"));
    }
    if later {
        page.gap();
        page.para(&texts.t("levies-later"));
    }
    page
}

/// An order of each kind, for its cost; what it names does not matter to that.
fn sample(verb: Verb) -> Option<OrderNow> {
    let (army, place, person, post, draft) = (
        crate::base::ids::ArmyId(0),
        PlaceId(0),
        PersonId(0),
        PostId(0),
        DraftId(0),
    );
    Some(match verb {
        Verb::March => Order::March { army, to: place },
        Verb::Besiege => Order::Besiege { army, place },
        Verb::Mask => Order::Mask { army, place },
        Verb::Assault => Order::Assault { army, place },
        Verb::Relieve => Order::Relieve { army, place },
        Verb::Raid => Order::Raid {
            army,
            place,
            men: 1000,
        },
        Verb::Waylay => Order::Waylay { army, place },
        Verb::Withdraw => Order::Withdraw { army, to: place },
        Verb::Hold => Order::Hold { army },
        Verb::Garrison => Order::Garrison { army, men: 1000 },
        Verb::Disband => Order::Disband { army },
        Verb::Levy => Order::Levy { place, men: 1000 },
        Verb::Fortify => Order::Fortify { place },
        Verb::Arm => Order::Arm { place },
        Verb::Provision => Order::Provision { place },
        Verb::Build => Order::BuildBoats { place },
        Verb::Launch => Order::BuildShips { place, boats: 100 },
        Verb::Embark => Order::Embark { army },
        Verb::Moor => Order::Moor { army },
        Verb::Transport => Order::Transport { place, shi: 1000 },
        Verb::Rouse => Order::Rouse { person, place },
        Verb::Appoint => Order::Appoint { person, post },
        Verb::Give => Order::Command { person, army },
        Verb::Dismiss => Order::Dismiss { person },
        Verb::Recall => Order::Recall { person },
        Verb::Move => Order::MoveCourt { to: place },
        Verb::Pay => Order::PayDue { draft },
        Verb::Hand => Order::HandOver { place },
        Verb::Feed => Order::FeedPeople { place, shi: 1000 },
        Verb::Propose => Order::Propose { draft },
        Verb::Accept => Order::Accept { draft },
        Verb::Proclaim => Order::Proclaim {
            what: Proclamation::Amnesty,
        },
        Verb::Break => Order::BreakDike { place },
        Verb::War => Order::treat(Treat::War {
            on: crate::base::ids::CourtId(0),
        }),
        Verb::Void => Order::treat(Treat::Void { draft }),
        Verb::Disown => Order::treat(Treat::Disavow { draft }),
        Verb::Free => Order::treat(Treat::Release { person }),
        Verb::Return => Order::treat(Treat::GiveBack { person }),
        Verb::Reclaim => Order::treat(Treat::Reclaim { place }),
        Verb::Enthrone => Order::reign(Reign::Enthrone { person }),
        Verb::Strip => Order::reign(Reign::Requisition {
            place,
            good: crate::scenario::language::Good::Silver,
            amount: 1000,
        }),
        Verb::Honour => Order::reign(Reign::Honour { person }),
        Verb::Arrest => Order::reign(Reign::Arrest { person }),
        Verb::Heir => Order::reign(Reign::NameHeir { person }),
        Verb::Surety => Order::reign(Reign::Surety {
            person,
            to: crate::base::ids::CourtId(0),
        }),
        Verb::Seize => Order::reign(Reign::Seize { person }),
        Verb::Employ => Order::reign(Reign::Employ { person }),
        Verb::Crowd => Order::reign(Reign::Answer { how: Reply::Yield }),
        Verb::Dissolve => Order::reign(Reign::Dissolve {
            court: crate::base::ids::CourtId(0),
        }),
        Verb::Carry => Order::reign(Reign::CarryOff { place, to: place }),
        Verb::Grant => Order::reign(Reign::Grant {
            place,
            to: crate::base::ids::CourtId(0),
        }),
        Verb::Detach => Order::reign(Reign::Detach {
            army,
            men: 1000,
            into: army,
            under: None,
        }),
        _ => return None,
    })
}

/// Names to put into an example.
struct Example {
    army: String,
    place: String,
    /// A place to march to or to attack.
    target: String,
    person: String,
    post: String,
    draft: String,
    levy: String,
    court: String,
}

impl Example {
    /// The words that stand for a name.
    fn general(texts: &Texts) -> Self {
        Self {
            army: texts.t("word-army"),
            place: texts.t("word-place"),
            target: texts.t("word-place"),
            person: texts.t("word-person"),
            post: texts.t("word-post"),
            draft: texts.t("word-draft"),
            levy: texts.t("word-levy"),
            court: texts.t("word-court"),
        }
    }
    /// Names from this game.
    fn of(texts: &Texts, view: &View<'_>) -> Self {
        let (book, general) = (view.book(), Self::general(texts));
        let army = view
            .armies()
            .find(|a| a.commander.is_some())
            .or_else(|| view.armies().next());
        let person = army
            .and_then(|a| a.commander)
            .unwrap_or_else(|| view.realm().ruler);
        let drafts = (0..book.drafts.len()).find(|d| book.drafts[*d].terms.from == view.court());
        Self {
            army: army.map_or(general.army, |a| book.armies[a.id.index()].id.clone()),
            place: book.atlas.places[view.realm().seat.index()].id.clone(),
            target: view
                .places()
                .filter(|p| view.holder(*p).is_some_and(|h| h != view.court()))
                .min_by_key(|p| {
                    (
                        !view.holder(*p).is_some_and(|h| view.at_war(h)),
                        book.atlas.km(view.realm().seat, *p),
                    )
                })
                .map_or(general.target, |p| book.atlas.places[p.index()].id.clone()),
            person: book.people[person.index()].id.clone(),
            post: view
                .posts()
                .next()
                .map_or(general.post, |p| book.posts[p.index()].id.clone()),
            draft: drafts.map_or(general.draft, |d| book.drafts[d].id.clone()),
            levy: view
                .levies()
                .next()
                .map_or(general.levy, |l| book.armies[l.index()].id.clone()),
            court: view
                .enemies()
                .next()
                .map_or(general.court, |c| book.courts[c.index()].id.clone()),
        }
    }
    fn put(&self, texts: &Texts, verb: Verb) -> String {
        let (army, place, target) = (
            self.army.as_str(),
            self.place.as_str(),
            self.target.as_str(),
        );
        match verb {
            Verb::March => tr!(texts, "usage-march", army = army, place = place),
            Verb::Besiege => tr!(texts, "usage-besiege", army = army, place = target),
            Verb::Mask => tr!(texts, "usage-mask", army = army, place = target),
            Verb::Assault => tr!(texts, "usage-assault", army = army, place = target),
            Verb::Relieve => tr!(texts, "usage-relieve", army = army, place = place),
            Verb::Raid => tr!(texts, "usage-raid", army = army, place = target),
            Verb::Waylay => tr!(texts, "usage-waylay", army = army, place = place),
            Verb::Withdraw => tr!(texts, "usage-withdraw", army = army, place = place),
            Verb::Hold => tr!(texts, "usage-hold", army = army),
            Verb::Garrison => tr!(texts, "usage-garrison", army = army),
            Verb::Disband => tr!(texts, "usage-disband", army = army),
            Verb::Raise => tr!(texts, "usage-raise", levy = self.levy.as_str()),
            Verb::Levy => tr!(texts, "usage-levy", place = place),
            Verb::Fortify => tr!(texts, "usage-fortify", place = place),
            Verb::Arm => tr!(texts, "usage-arm", place = place),
            Verb::Provision => tr!(texts, "usage-provision", place = place),
            Verb::Build => tr!(texts, "usage-build", place = place),
            Verb::Launch => tr!(texts, "usage-launch", place = place),
            Verb::Embark => tr!(texts, "usage-embark", army = army),
            Verb::Moor => tr!(texts, "usage-moor", army = army),
            Verb::Transport => tr!(texts, "usage-transport", place = place),
            Verb::Rouse => tr!(
                texts,
                "usage-rouse",
                place = target,
                person = self.person.as_str()
            ),
            Verb::Appoint => tr!(
                texts,
                "usage-appoint",
                person = self.person.as_str(),
                post = self.post.as_str()
            ),
            Verb::Give => tr!(
                texts,
                "usage-give",
                army = army,
                person = self.person.as_str()
            ),
            Verb::Dismiss => tr!(texts, "usage-dismiss", person = self.person.as_str()),
            Verb::Recall => tr!(texts, "usage-recall", person = self.person.as_str()),
            Verb::Move => tr!(texts, "usage-move", place = place),
            Verb::Pay => tr!(texts, "usage-pay", draft = self.draft.as_str()),
            Verb::Hand => tr!(texts, "usage-hand", place = place),
            Verb::Feed => tr!(texts, "usage-feed", place = place),
            Verb::Propose => tr!(texts, "usage-propose", draft = self.draft.as_str()),
            Verb::Accept | Verb::Refuse => tr!(texts, "usage-accept", draft = self.draft.as_str()),
            Verb::Proclaim => texts.t("usage-proclaim"),
            Verb::Break => tr!(texts, "usage-break", place = place),
            Verb::War => tr!(texts, "usage-war", court = self.court.as_str()),
            Verb::Void => tr!(texts, "usage-void", draft = self.draft.as_str()),
            Verb::Disown => tr!(texts, "usage-disown", draft = self.draft.as_str()),
            Verb::Free => tr!(texts, "usage-free", person = self.person.as_str()),
            Verb::Return => tr!(texts, "usage-return", person = self.person.as_str()),
            Verb::Reclaim => tr!(texts, "usage-reclaim", place = place),
            Verb::Enthrone => tr!(texts, "usage-enthrone", person = self.person.as_str()),
            Verb::Strip => tr!(texts, "usage-strip", place = place),
            Verb::Honour => tr!(texts, "usage-honour", person = self.person.as_str()),
            Verb::Arrest => tr!(texts, "usage-arrest", person = self.person.as_str()),
            Verb::Heir => tr!(texts, "usage-heir", person = self.person.as_str()),
            Verb::Surety => tr!(
                texts,
                "usage-surety",
                person = self.person.as_str(),
                court = self.court.as_str()
            ),
            Verb::Seize => tr!(texts, "usage-seize", person = self.person.as_str()),
            Verb::Employ => tr!(texts, "usage-employ", person = self.person.as_str()),
            Verb::Crowd => texts.t("usage-crowd"),
            Verb::Dissolve => tr!(texts, "usage-dissolve", court = self.court.as_str()),
            Verb::Carry => tr!(
                texts,
                "usage-carry-off",
                place = place,
                target = self.target.as_str()
            ),
            Verb::Grant => tr!(
                texts,
                "usage-grant",
                place = place,
                court = self.court.as_str()
            ),
            Verb::Detach => tr!(
                texts,
                "usage-detach",
                army = self.army.as_str(),
                person = self.person.as_str()
            ),
            Verb::Write | Verb::Strike | Verb::Counter | Verb::Send | Verb::Weigh => {
                tr!(texts, "usage-write", court = self.court.as_str())
            }
            Verb::Why => texts.t("usage-why"),
            _ => texts.t("usage-choose"),
        }
    }
}

/// The orders there are, each with what it does and costs.
#[must_use]
pub fn orders_list(texts: &Texts, view: &View<'_>) -> Page {
    let general = Example::general(texts);
    let mut page = Page::new();
    page.para(&texts.t("orders-head"));
    page.gap();
    for verb in ORDER_VERBS {
        page.para(&general.put(texts, verb));
        page.indent(4, &does(texts, view, verb));
    }
    page
}

/// What an order does and costs.
fn does(texts: &Texts, view: &View<'_>, verb: Verb) -> String {
    let cost = match (sample(verb), view.levies().next()) {
        (Some(order), _) => orders::cost(texts, &view.cost(&order)),
        (None, Some(levy)) => orders::cost(texts, &view.cost(&Order::Raise { army: levy })),
        (None, None) => crate::prose::numbers::edicts(texts, 1),
    };
    let key = match verb {
        Verb::March => "does-march",
        Verb::Besiege => "does-besiege",
        Verb::Mask => "does-mask",
        Verb::Assault => "does-assault",
        Verb::Relieve => "does-relieve",
        Verb::Raid => "does-raid",
        Verb::Waylay => "does-waylay",
        Verb::Withdraw => "does-withdraw",
        Verb::Hold => "does-hold",
        Verb::Garrison => "does-garrison",
        Verb::Disband => "does-disband",
        Verb::Raise => "does-raise",
        Verb::Levy => "does-levy",
        Verb::Fortify => "does-fortify",
        Verb::Arm => "does-arm",
        Verb::Provision => "does-provision",
        Verb::Build => "does-build",
        Verb::Launch => "does-ships",
        Verb::Embark => "does-embark",
        Verb::Moor => "does-moor",
        Verb::Transport => "does-transport",
        Verb::Rouse => "does-rouse",
        Verb::Appoint => "does-appoint",
        Verb::Give => "does-give",
        Verb::Dismiss => "does-dismiss",
        Verb::Recall => "does-recall",
        Verb::Move => "does-move",
        Verb::Pay => "does-pay",
        Verb::Hand => "does-hand",
        Verb::Feed => "does-feed",
        Verb::Propose => "does-propose",
        Verb::Accept | Verb::Refuse => "does-accept",
        Verb::Proclaim => "does-proclaim",
        Verb::War => "does-war",
        Verb::Void => "does-void",
        Verb::Disown => "does-disown",
        Verb::Free => "does-free",
        Verb::Return => "does-return",
        Verb::Reclaim => "does-reclaim",
        Verb::Enthrone => "does-enthrone",
        Verb::Strip => "does-strip",
        Verb::Honour => "does-honour",
        Verb::Arrest => "does-arrest",
        Verb::Heir => "does-heir",
        Verb::Surety => "does-surety",
        Verb::Seize => "does-seize",
        Verb::Crowd => "does-crowd",
        Verb::Employ => "does-employ",
        Verb::Dissolve => "does-dissolve",
        Verb::Carry => "does-carry-off",
        Verb::Detach => "does-detach",
        Verb::Grant => "does-grant",
        _ => "does-break",
    };
    tr!(texts, "orders-line", does = texts.t(key), cost = cost)
}

/// Help on one order, with an example from this game.
fn help_order(texts: &Texts, view: &View<'_>, verb: Verb) -> Page {
    let mut page = Page::new();
    page.para(&Example::general(texts).put(texts, verb));
    page.indent(4, &does(texts, view, verb));
    page.indent(
        4,
        &tr!(
            texts,
            "orders-example",
            example = Example::of(texts, view).put(texts, verb)
        ),
    );
    page
}

/// Help, on a topic or at large.
#[must_use]
pub fn help(texts: &Texts, view: &View<'_>, topic: &str) -> Page {
    let mut page = Page::new();
    let word = topic.split(' ').next().unwrap_or_default();
    if let Some(verb) = parse::order_verb(word) {
        return help_order(texts, view, verb);
    }
    let key = match word {
        "" => "help-commands",
        "xun" | "turn" | "end" | "run" | "time" | "edicts" => "help-xun",
        "council" | "matters" | "options" | "voices" | "choose" | "secretariat" => "help-council",
        "names" | "ids" => "help-names",
        "news" | "sightings" => "help-news",
        "war" | "sieges" | "battle" => "help-war",
        "money" | "treasury" | "grain" => "help-money",
        "court" | "legitimacy" | "lean" | "loyalty" | "posts" | "people" => "help-court",
        "treaties" | "drafts" | "envoys" | "ledger" => "help-treaties",
        "write" | "strike" | "send" | "counter" | "weigh" | "table" => "help-write",
        "undo" | "journal" | "quit" | "resume" => "help-journal",
        "record" | "debrief" => "help-record",
        "orders" => return orders_list(texts, view),
        _ => {
            page.para(&tr!(texts, "help-no-topic", topic = topic));
            "help-commands"
        }
    };
    page.para(&texts.t(key));
    page
}

/// Why a line was not understood, with what comes near.
#[must_use]
pub fn misread(texts: &Texts, view: &View<'_>, misread: &Misread) -> Page {
    let mut page = Page::new();
    let text = match misread {
        Misread::Word(word, Some(near)) => {
            tr!(texts, "misread-near", word = word.as_str(), near = *near)
        }
        Misread::Word(word, None) => tr!(texts, "misread-word", word = word.as_str()),
        Misread::Several(word, several) => tr!(
            texts,
            "misread-several",
            word = word.as_str(),
            list = several.join(", ")
        ),
        Misread::Usage(verb) => {
            let (general, example) = (Example::general(texts), Example::of(texts, view));
            tr!(
                texts,
                "misread-usage",
                usage = general.put(texts, *verb),
                example = example.put(texts, *verb)
            )
        }
        Misread::Name(unfound) => name(texts, unfound),
        Misread::Number(text) => tr!(texts, "misread-number", text = text.as_str()),
    };
    page.para(&text);
    page.para(&texts.t("nothing-changed"));
    page
}

fn name(texts: &Texts, unfound: &Unfound) -> String {
    let kind = texts.t(match unfound.kind {
        Kind::Place => "kind-place",
        Kind::Army => "kind-army",
        Kind::Levy => "kind-levy",
        Kind::Person => "kind-person",
        Kind::Post => "kind-post",
        Kind::Draft => "kind-draft",
    });
    let list = unfound.near.join(", ");
    if unfound.several {
        tr!(
            texts,
            "misread-name-several",
            kind = kind,
            text = unfound.text.as_str(),
            list = list
        )
    } else if unfound.near.is_empty() {
        let see = texts.t(match unfound.kind {
            Kind::Place => "see-places",
            Kind::Army => "see-armies",
            Kind::Levy => "see-levies",
            Kind::Person => "see-people",
            Kind::Post => "see-posts",
            Kind::Draft => "see-treaties",
        });
        tr!(
            texts,
            "misread-name",
            kind = kind,
            text = unfound.text.as_str(),
            see = see
        )
    } else {
        tr!(
            texts,
            "misread-name-near",
            kind = kind,
            text = unfound.text.as_str(),
            list = list
        )
    }
}

/// Why something cannot be done, and what to type to get it, a line each.
#[must_use]
pub fn why_and_how(texts: &Texts, view: &View<'_>, why: &Refusal) -> Vec<String> {
    let book = view.book();
    let mut lines = refusal(texts, view, why);
    let how = match why {
        Refusal::NoEdicts { .. } => texts.t("refusal-no-edicts-how"),
        Refusal::TooPoor { .. } => texts.t("refusal-poor-how"),
        Refusal::NotYourArmy(_) => texts.t("refusal-your-armies-how"),
        Refusal::NoSuchArmy(_) => texts.t("refusal-raise-how"),
        Refusal::ShutIn(_, at) => {
            tr!(
                texts,
                "refusal-shut-in-how",
                place = names::place(book, *at)
            )
        }
        Refusal::Besieged(at) => tr!(
            texts,
            "refusal-besieged-how",
            place = book.atlas.places[at.index()].id.as_str()
        ),
        Refusal::NotALevy(_) => texts.t("refusal-levies-how"),
        Refusal::NotAtHand(_) => texts.t("refusal-people-how"),
        Refusal::CommandsAlready(who, _) => tr!(
            texts,
            "refusal-commands-how",
            id = book.people[who.index()].id.as_str()
        ),
        Refusal::NotYourPost => texts.t("refusal-posts-how"),
        Refusal::DraftBusy(_) | Refusal::NotProposed(_) => texts.t("refusal-treaties-how"),
        _ => return lines,
    };
    lines.push(capital(&how));
    lines
}

/// What a refusal says, line by line.
#[must_use]
pub fn refused(texts: &Texts, view: &View<'_>, ask: &Ask, why: &Refusal) -> Page {
    let mut page = Page::new();
    let lines = nearer(texts, view, ask, why)
        .map_or_else(|| why_and_how(texts, view, why), |line| vec![line]);
    if let Some((first, rest)) = lines.split_first() {
        page.para(&tr!(texts, "not-possible", why = first.as_str()));
        for line in rest {
            page.hang("  ", line, "    ");
        }
    }
    page.para(&texts.t("nothing-changed"));
    page
}
