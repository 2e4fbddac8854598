//! A line of plain words → a command. It reads names through the court's view and decides nothing.

use super::debrief::Part;
use super::find::{self, Unfound};
use crate::base::ids::{ArmyId, DraftId, PersonId, PlaceId};
use crate::events::Stat;
use crate::orders::{Order, OrderNow, Proclamation, Reign, Reply, Treat};
use crate::prose::names::fold;
use crate::prose::numbers::GOODS;
use crate::scenario::language::Good;
use crate::view::View;

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Nothing.
    Nothing,
    /// An option: of which matter (the first that waits, if none is named), and which, both counted from 1.
    Choose(Option<usize>, usize),
    /// An order.
    Order(OrderNow),
    /// End the xun.
    End,
    /// End xun until something needs the player.
    Run,
    /// Take the last choice or order back.
    Undo,
    /// Help, on a topic.
    Help(String),
    /// The neighbourhood of a place.
    Map(Option<PlaceId>),
    /// The books.
    Treasury,
    /// One's own armies, and others as reported.
    Armies,
    /// The people, or one of them.
    People(Option<PersonId>),
    /// The posts.
    Posts,
    /// The council and the house.
    House,
    /// The treaties.
    Treaties,
    /// What was sworn, and how it is kept.
    Ledger,
    /// The paper under the brush: shown, begun or added to.
    Write(String),
    /// A clause of it struck out.
    Strike(String),
    /// A paper that lies before the court taken under the brush.
    Counter(DraftId),
    /// The paper under the brush, sent with an envoy.
    Send(Option<PersonId>),
    /// What a paper weighs: the one under the brush, or the one that lies before the court, where none is named.
    Weigh(Option<DraftId>),
    /// The matters that wait, again.
    Council,
    /// The news, again.
    News(Option<usize>),
    /// The chronicle of so many xun.
    Chronicle(Option<u16>),
    /// The orders there are.
    Orders,
    /// The levies that could be called up.
    Levies,
    /// A secretariat settles the lesser matters, or no longer does.
    Secretariat,
    /// Why a number stands where it does.
    Why(About),
    /// The record, once the game is over.
    Record(Part),
    /// End the game here and read its debrief.
    Debrief,
    /// Leave.
    Quit,
}

/// What `why` asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A number with reasons on record.
    Stat(Stat),
    /// A good in store.
    Good(Good),
    /// A place: its ground, and whether its walls hold.
    Place(PlaceId),
    /// An army: what it weighs.
    Army(ArmyId),
    /// Nothing in particular: which numbers can be asked about.
    Which,
}

/// Why a line was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// No such command; perhaps this one.
    Word(String, Option<&'static str>),
    /// The beginning of more than one command.
    Several(String, Vec<&'static str>),
    /// A command with something missing: this is how it is written.
    Usage(Verb),
    /// A name nobody answers to.
    Name(Unfound),
    /// Not a number.
    Number(String),
}

impl From<Unfound> for Misread {
    fn from(unfound: Unfound) -> Self {
        Self::Name(unfound)
    }
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident $first:literal $(| $other:literal)*),* $(,)?) => {
        /// The first word of a command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Verb { $($(#[$doc])* $name),* }
        /// Every verb with its words, the one that messages use first.
        const VERBS: &[(Verb, &[&str])] = &[$((Verb::$name, &[$first $(, $other)*])),*];
    };
}

verbs! {
    /// End the xun.
    End "end" | "next",
    /// Run.
    Run "run",
    /// Undo.
    Undo "undo",
    /// Help.
    Help "help" | "?",
    /// Map.
    Map "map" | "look",
    /// Treasury.
    Treasury "treasury" | "books",
    /// Armies.
    Armies "armies" | "army",
    /// People.
    People "people" | "person" | "who",
    /// Posts.
    Posts "posts" | "post",
    /// The council and the house.
    House "parties" | "house" | "party",
    /// Treaties.
    Treaties "treaties" | "treaty",
    /// Ledger.
    Ledger "ledger" | "sworn",
    /// Write.
    Write "write" | "draft",
    /// Strike.
    Strike "strike",
    /// Counter.
    Counter "counter" | "answer",
    /// Send.
    Send "send",
    /// Weigh.
    Weigh "weigh",
    /// Council.
    Council "council" | "matters",
    /// News.
    News "news",
    /// Chronicle.
    Chronicle "chronicle",
    /// Orders.
    Orders "orders",
    /// Levies.
    Levies "levies",
    /// The secretariat.
    Secretariat "secretariat",
    /// Why.
    Why "why",
    /// Record.
    Record "record",
    /// Debrief.
    Debrief "debrief",
    /// Quit.
    Quit "quit" | "exit" | "q",
    /// Choose.
    Choose "choose" | "option" | "decide",
    /// March.
    March "march" | "go",
    /// Besiege.
    Besiege "besiege" | "siege",
    /// Mask.
    Mask "mask" | "watch",
    /// Assault.
    Assault "assault" | "storm",
    /// Relieve.
    Relieve "relieve",
    /// Raid.
    Raid "raid",
    /// Waylay.
    Waylay "waylay",
    /// Withdraw.
    Withdraw "withdraw" | "retreat",
    /// Hold.
    Hold "hold" | "halt",
    /// Garrison.
    Garrison "garrison",
    /// Disband.
    Disband "disband",
    /// Raise.
    Raise "raise",
    /// Levy.
    Levy "levy",
    /// Fortify.
    Fortify "fortify",
    /// Arm.
    Arm "arm",
    /// Provision.
    Provision "provision",
    /// Build boats.
    Build "build",
    /// Lay down war-boats.
    Launch "launch" | "ships",
    /// Go aboard.
    Embark "embark",
    /// Leave the boats.
    Moor "moor" | "land",
    /// Send grain to a depot.
    Transport "transport",
    /// Send an officer to bands in occupied country.
    Rouse "rouse",
    /// Appoint.
    Appoint "appoint",
    /// Give a command.
    Give "give" | "command",
    /// Dismiss.
    Dismiss "dismiss",
    /// Recall.
    Recall "recall",
    /// Move the court.
    Move "move",
    /// Pay.
    Pay "pay",
    /// Hand over.
    Hand "hand",
    /// Feed.
    Feed "feed",
    /// Propose.
    Propose "propose",
    /// Accept.
    Accept "accept",
    /// Refuse.
    Refuse "refuse",
    /// Proclaim.
    Proclaim "proclaim",
    /// Break a dike.
    Break "break",
    /// Open war.
    War "war",
    /// Declare a treaty void.
    Void "void",
    /// Disown an envoy.
    Disown "disown" | "disavow",
    /// Let a person go home.
    Free "free" | "release",
    /// Give back one who came over.
    Return "return" | "extradite",
    /// Declare a town one's own again.
    Reclaim "reclaim",
    /// Set a prince on a vacant throne.
    Enthrone "enthrone",
    /// Strip a town.
    Strip "strip" | "requisition",
    /// Honour a person.
    Honour "honour" | "honor",
    /// Arrest a person.
    Arrest "arrest",
    /// Name the heir.
    Heir "heir",
    /// Send a person as surety.
    Surety "surety" | "hostage",
    /// Take a person of an enemy court.
    Seize "seize",
    /// Answer those before the palace.
    Crowd "crowd",
    /// Offer a captive an office.
    Employ "employ",
    /// Put an end to a court of one's own making.
    Dissolve "dissolve",
    /// Carry people off.
    Carry "carry",
    /// Give a town to a client or patron.
    Grant "grant",
    /// Divide an army.
    Detach "detach" | "divide",
}

/// The words of a command, folded.
type Words<'a> = &'a [&'a str];

/// Reads a line.
///
/// # Errors
/// When it is no command, or names something that nobody answers to. Nothing was changed then.
pub fn parse(line: &str, view: &View<'_>) -> Result<Command, Misread> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(Command::Nothing);
    }
    if let Some(rest) = line.strip_prefix('?') {
        return Ok(Command::Help(fold(rest)));
    }
    if line.starts_with(|c: char| c.is_ascii_digit()) {
        return option(line);
    }
    let folded = fold(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let (word, rest) = words
        .split_first()
        .ok_or_else(|| Misread::Word(line.to_owned(), None))?;
    let verb = verb(word)?;
    if verb == Verb::Choose {
        if rest.is_empty() {
            return Err(Misread::Usage(verb));
        }
        return option(rest.first().copied().map_or("", |_| {
            line.split_once(char::is_whitespace).map_or("", |(_, r)| r)
        }));
    }
    // What is sworn is written as it was typed.
    if verb == Verb::Write {
        let text = line.split_once(char::is_whitespace).map_or("", |(_, r)| r);
        return Ok(Command::Write(text.trim().to_owned()));
    }
    command(verb, rest, view)
}

/// `2`, or `2.1` for the first option of the second matter.
fn option(text: &str) -> Result<Command, Misread> {
    let text = text.trim().trim_end_matches('.');
    let number = |part: &str| {
        part.parse::<usize>()
            .map_err(|_| Misread::Number(text.to_owned()))
    };
    match text.split_once('.') {
        Some((matter, option)) => Ok(Command::Choose(Some(number(matter)?), number(option)?)),
        None => Ok(Command::Choose(None, number(text)?)),
    }
}

fn verb(word: &str) -> Result<Verb, Misread> {
    if let Some((verb, _)) = VERBS.iter().find(|(_, words)| words.contains(&word)) {
        return Ok(*verb);
    }
    let begun: Vec<&(Verb, &[&str])> = VERBS
        .iter()
        .filter(|(_, words)| word.chars().count() > 2 && words.iter().any(|w| w.starts_with(word)))
        .collect();
    match begun.as_slice() {
        [one] => return Ok(one.0),
        [] => {}
        many => {
            return Err(Misread::Several(
                word.to_owned(),
                many.iter().map(|(_, words)| words[0]).collect(),
            ));
        }
    }
    let near = VERBS
        .iter()
        .flat_map(|(_, words)| {
            words
                .iter()
                .map(|w| (strsim::damerau_levenshtein(w, word), words[0]))
        })
        .filter(|(distance, near)| *distance <= if near.len() > 4 { 2 } else { 1 })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, near)| near);
    Err(Misread::Word(word.to_owned(), near))
}

/// The rest of a command after one of these little words has been dropped from its head.
fn after<'a>(rest: Words<'a>, little: &[&str]) -> Words<'a> {
    match rest.split_first() {
        Some((first, tail)) if little.contains(first) => tail,
        _ => rest,
    }
}

fn number(text: &str) -> Result<u32, Misread> {
    text.parse().map_err(|_| Misread::Number(text.to_owned()))
}

/// Two names, with one of these little words between them if the person wrote one; else wherever both can be read.
fn pair<A, B>(
    verb: Verb,
    rest: Words<'_>,
    between: &[&str],
    first: impl Fn(&str) -> Result<A, Unfound>,
    second: impl Fn(&str) -> Result<B, Unfound>,
) -> Result<(A, B), Misread> {
    let mut trouble = None;
    for at in (1..rest.len().saturating_sub(1))
        .rev()
        .filter(|at| between.contains(&rest[*at]))
    {
        match (
            first(&rest[..at].join(" ")),
            second(&rest[at + 1..].join(" ")),
        ) {
            (Ok(a), Ok(b)) => return Ok((a, b)),
            (Err(unfound), _) | (_, Err(unfound)) => trouble = Some(unfound),
        }
    }
    if let Some(unfound) = trouble {
        return Err(unfound.into());
    }
    for at in (1..rest.len()).rev() {
        match (first(&rest[..at].join(" ")), second(&rest[at..].join(" "))) {
            (Ok(a), Ok(b)) => return Ok((a, b)),
            // One of the two was read: the other is the one to name.
            (Ok(_), Err(unfound)) | (Err(unfound), Ok(_))
                if unfound.several || trouble.is_none() =>
            {
                trouble = Some(unfound)
            }
            _ => {}
        }
    }
    match trouble {
        Some(unfound) if rest.len() > 1 => Err(unfound.into()),
        _ => Err(Misread::Usage(verb)),
    }
}

const AT: &[&str] = &["to", "at", "before", "against", "on", "in", "near"];

fn army_and_place(
    verb: Verb,
    rest: Words<'_>,
    view: &View<'_>,
) -> Result<(ArmyId, PlaceId), Misread> {
    // `besiege taiyuan with qinfeng` reads the other way round.
    if let Some(at) = rest.iter().rposition(|w| *w == "with")
        && at > 0
        && at + 1 < rest.len()
    {
        let army = find::army(view, &rest[at + 1..].join(" "))?;
        return Ok((army, find::place(view, &rest[..at].join(" "))?));
    }
    pair(
        verb,
        rest,
        AT,
        |t| find::army(view, t),
        |t| find::place(view, t),
    )
}

/// Takes a number off the end or the head: `5000`, `with 5000`, `5000 men`.
fn with_number<'a>(verb: Verb, rest: Words<'a>) -> Result<(Words<'a>, u32), Misread> {
    let plain: Words<'a> = match rest.split_last() {
        Some((last, head)) if ["men", "man", "shi", "troops"].contains(last) => head,
        _ => rest,
    };
    if let Some((last, head)) = plain.split_last()
        && last.starts_with(|c: char| c.is_ascii_digit())
    {
        let head = match head.split_last() {
            Some((little, names)) if ["with", "of"].contains(little) => names,
            _ => head,
        };
        return Ok((head, number(last)?));
    }
    if let Some((first, tail)) = plain.split_first()
        && first.starts_with(|c: char| c.is_ascii_digit())
    {
        let tail = after(
            after(tail, &["men", "man", "shi", "troops"]),
            &["of", "from", "to", "at", "in"],
        );
        return Ok((tail, number(first)?));
    }
    Err(Misread::Usage(verb))
}

fn one<T>(
    verb: Verb,
    rest: Words<'_>,
    find: impl Fn(&str) -> Result<T, Unfound>,
) -> Result<T, Misread> {
    if rest.is_empty() {
        Err(Misread::Usage(verb))
    } else {
        Ok(find(&rest.join(" "))?)
    }
}

/// A draft by name, or the only one there is.
fn one_draft(
    verb: Verb,
    rest: Words<'_>,
    view: &View<'_>,
    only: impl Iterator<Item = DraftId>,
) -> Result<DraftId, Misread> {
    let waiting: Vec<DraftId> = only.collect();
    match (rest, waiting.as_slice()) {
        ([], [draft]) => Ok(*draft),
        _ => one(verb, rest, |t| find::draft(view, t)),
    }
}

fn command(verb: Verb, rest: Words<'_>, view: &View<'_>) -> Result<Command, Misread> {
    let text = rest.join(" ");
    Ok(match verb {
        Verb::End => Command::End,
        Verb::Run => Command::Run,
        Verb::Undo => Command::Undo,
        Verb::Help => Command::Help(text),
        Verb::Map => Command::Map(if text.is_empty() {
            None
        } else {
            Some(find::place(view, &text)?)
        }),
        Verb::Treasury => Command::Treasury,
        Verb::Armies => Command::Armies,
        Verb::People => Command::People(if text.is_empty() {
            None
        } else {
            Some(find::person(view, &text)?)
        }),
        Verb::Posts => Command::Posts,
        Verb::House => Command::House,
        Verb::Treaties => Command::Treaties,
        Verb::Ledger => Command::Ledger,
        Verb::Write => Command::Write(text),
        Verb::Strike => Command::Strike(text),
        Verb::Counter => Command::Counter(one_draft(verb, rest, view, view.proposals())?),
        Verb::Send if rest.is_empty() => Command::Send(None),
        Verb::Send => Command::Send(Some(one(verb, rest, |t| find::person(view, t))?)),
        Verb::Weigh => Command::Weigh(if text.is_empty() || text == "mine" {
            None
        } else {
            Some(find::draft(view, &text)?)
        }),
        Verb::Council => Command::Council,
        Verb::News => Command::News(match rest.first() {
            Some(n) => Some(n.parse().map_err(|_| Misread::Number(text.clone()))?),
            None => None,
        }),
        Verb::Chronicle => Command::Chronicle(match rest.first() {
            Some(n) => Some(n.parse().map_err(|_| Misread::Number(text.clone()))?),
            None => None,
        }),
        Verb::Orders => Command::Orders,
        Verb::Levies => Command::Levies,
        Verb::Secretariat => Command::Secretariat,
        Verb::Why => Command::Why(about(rest, view)?),
        Verb::Record => Command::Record(match rest.first().copied() {
            None => Part::Whole,
            Some("all") => Part::Every,
            Some("choices" | "choice") => Part::Choices,
            Some("sources" | "source") => Part::Sources,
            Some("standing" | "points") => Part::Standing,
            Some(n) => Part::One(n.parse().map_err(|_| Misread::Number(text.clone()))?),
        }),
        Verb::Debrief => Command::Debrief,
        Verb::Quit => Command::Quit,
        Verb::Choose => return Err(Misread::Usage(verb)),
        _ => Command::Order(order(verb, rest, view)?),
    })
}

fn order(verb: Verb, rest: Words<'_>, view: &View<'_>) -> Result<OrderNow, Misread> {
    let place_after = |little: &[&str]| one(verb, after(rest, little), |t| find::place(view, t));
    Ok(match verb {
        Verb::March => {
            let (army, to) = army_and_place(verb, rest, view)?;
            Order::March { army, to }
        }
        Verb::Besiege => {
            let (army, place) = army_and_place(verb, rest, view)?;
            Order::Besiege { army, place }
        }
        Verb::Mask => {
            let (army, place) = army_and_place(verb, rest, view)?;
            Order::Mask { army, place }
        }
        Verb::Assault => {
            let (army, place) = army_and_place(verb, rest, view)?;
            Order::Assault { army, place }
        }
        Verb::Relieve => {
            let (army, place) = army_and_place(verb, rest, view)?;
            Order::Relieve { army, place }
        }
        Verb::Raid => {
            let (names, men) = with_number(verb, rest)?;
            let (army, place) = army_and_place(verb, names, view)?;
            Order::Raid { army, place, men }
        }
        Verb::Waylay => {
            let (army, place) = army_and_place(verb, rest, view)?;
            Order::Waylay { army, place }
        }
        Verb::Withdraw => {
            let (army, to) = army_and_place(verb, rest, view)?;
            Order::Withdraw { army, to }
        }
        Verb::Hold => Order::Hold {
            army: one(verb, rest, |t| find::army(view, t))?,
        },
        Verb::Garrison => {
            let (names, men) = with_number(verb, rest)?;
            Order::Garrison {
                army: one(verb, names, |t| find::army(view, t))?,
                men,
            }
        }
        Verb::Disband => Order::Disband {
            army: one(verb, rest, |t| find::army(view, t))?,
        },
        Verb::Raise => Order::Raise {
            army: one(verb, rest, |t| find::levy(view, t))?,
        },
        Verb::Levy => {
            let (names, men) = with_number(verb, rest)?;
            Order::Levy {
                place: one(verb, after(names, AT), |t| find::place(view, t))?,
                men,
            }
        }
        Verb::Fortify => Order::Fortify {
            place: place_after(AT)?,
        },
        Verb::Arm => Order::Arm {
            place: place_after(AT)?,
        },
        Verb::Provision => Order::Provision {
            place: place_after(AT)?,
        },
        Verb::Build => Order::BuildBoats {
            place: one(
                verb,
                after(after(rest, &["boats", "boat", "bridge"]), AT),
                |t| find::place(view, t),
            )?,
        },
        Verb::Launch => {
            let (names, boats) = with_number(verb, rest)?;
            let names = after(after(names, &["boats", "boat", "ships", "ship"]), AT);
            Order::BuildShips {
                place: one(verb, names, |t| find::place(view, t))?,
                boats,
            }
        }
        Verb::Embark => Order::Embark {
            army: one(verb, rest, |t| find::army(view, t))?,
        },
        Verb::Moor => Order::Moor {
            army: one(verb, rest, |t| find::army(view, t))?,
        },
        Verb::Transport => {
            let (names, shi) = with_number(verb, rest)?;
            let names = after(after(names, &["grain", "shi"]), &["to", "at"]);
            Order::Transport {
                place: one(verb, names, |t| find::place(view, t))?,
                shi,
            }
        }
        Verb::Rouse => {
            let (place, person) = pair(
                verb,
                rest,
                &["with", "under", "by"],
                |t| find::place(view, t),
                |t| find::person(view, t),
            )?;
            Order::Rouse { person, place }
        }
        Verb::Appoint => {
            let (person, post) = pair(
                verb,
                rest,
                &["as", "to", "for"],
                |t| find::person(view, t),
                |t| find::post(view, t),
            )?;
            Order::Appoint { person, post }
        }
        Verb::Give => {
            let (army, person) = pair(
                verb,
                rest,
                &["to"],
                |t| find::army(view, t),
                |t| find::person(view, t),
            )?;
            Order::Command { person, army }
        }
        Verb::Dismiss => Order::Dismiss {
            person: one(verb, rest, |t| find::person(view, t))?,
        },
        Verb::Recall => Order::Recall {
            person: one(verb, rest, |t| find::person(view, t))?,
        },
        Verb::Move => {
            let to = after(after(after(rest, &["the"]), &["court"]), AT);
            Order::MoveCourt {
                to: one(verb, to, |t| find::place(view, t))?,
            }
        }
        Verb::Pay => {
            let due = view
                .papers()
                .map(|(d, _)| d)
                .filter(|d| !view.owed(*d).is_empty());
            Order::PayDue {
                draft: one_draft(verb, rest, view, due)?,
            }
        }
        Verb::Hand => Order::HandOver {
            place: place_after(&["over"])?,
        },
        Verb::Feed => {
            let (names, shi) = with_number(verb, rest)?;
            Order::FeedPeople {
                place: one(verb, names, |t| find::place(view, t))?,
                shi,
            }
        }
        Verb::Propose => Order::Propose {
            draft: one(verb, rest, |t| find::draft(view, t))?,
        },
        Verb::Accept => Order::Accept {
            draft: one_draft(verb, rest, view, view.proposals())?,
        },
        Verb::Refuse => Order::Refuse {
            draft: one_draft(verb, rest, view, view.proposals())?,
        },
        Verb::Proclaim => Order::Proclaim {
            what: match after(rest, &["an", "a", "the", "to"]).first().copied() {
                Some("self" | "blame") => Proclamation::SelfBlame,
                Some("amnesty") => Proclamation::Amnesty,
                Some("arms" | "call") => Proclamation::CallToArms,
                _ => return Err(Misread::Usage(verb)),
            },
        },
        Verb::Break => {
            let at = after(after(after(rest, &["the"]), &["dike", "dikes", "dyke"]), AT);
            Order::BreakDike {
                place: one(verb, at, |t| find::place(view, t))?,
            }
        }
        Verb::War => Order::treat(Treat::War {
            on: super::write::court(view, &after(rest, &["on", "with"]).join(" "))
                .ok_or(Misread::Usage(verb))?,
        }),
        Verb::Void => Order::treat(Treat::Void {
            draft: one(verb, rest, |t| find::draft(view, t))?,
        }),
        Verb::Disown => Order::treat(Treat::Disavow {
            draft: one(verb, rest, |t| find::draft(view, t))?,
        }),
        Verb::Free => Order::treat(Treat::Release {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Return => Order::treat(Treat::GiveBack {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Reclaim => Order::treat(Treat::Reclaim {
            place: place_after(AT)?,
        }),
        Verb::Enthrone => Order::reign(Reign::Enthrone {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Honour => Order::reign(Reign::Honour {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Heir => Order::reign(Reign::NameHeir {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Arrest => Order::reign(Reign::Arrest {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Seize => Order::reign(Reign::Seize {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Employ => Order::reign(Reign::Employ {
            person: one(verb, rest, |t| find::person(view, t))?,
        }),
        Verb::Surety => {
            let at = rest.iter().rposition(|w| *w == "to");
            let (who, to) = at
                .map(|at| (&rest[..at], &rest[at + 1..]))
                .ok_or(Misread::Usage(verb))?;
            Order::reign(Reign::Surety {
                person: one(verb, who, |t| find::person(view, t))?,
                to: super::write::court(view, &to.join(" ")).ok_or(Misread::Usage(verb))?,
            })
        }
        Verb::Strip => strip(rest, view)?,
        Verb::Dissolve => Order::reign(Reign::Dissolve {
            court: super::write::court(view, &rest.join(" ")).ok_or(Misread::Usage(verb))?,
        }),
        Verb::Carry => {
            let (place, to) = pair(
                verb,
                after(after(rest, &["people", "off"]), &["of", "from"]),
                &["to"],
                |t| find::place(view, t),
                |t| find::place(view, t),
            )?;
            Order::reign(Reign::CarryOff { place, to })
        }
        Verb::Detach => detach(rest, view)?,
        Verb::Grant => {
            let (place, to) = rest
                .iter()
                .rposition(|w| *w == "to")
                .map(|at| (&rest[..at], &rest[at + 1..]))
                .ok_or(Misread::Usage(verb))?;
            Order::reign(Reign::Grant {
                place: one(verb, place, |t| find::place(view, t))?,
                to: super::write::court(view, &to.join(" ")).ok_or(Misread::Usage(verb))?,
            })
        }
        Verb::Crowd => Order::reign(Reign::Answer {
            how: match rest.first().copied() {
                Some("yield" | "grant" | "heard") => Reply::Yield,
                Some("disperse" | "clear") => Reply::Disperse,
                _ => return Err(Misread::Usage(verb)),
            },
        }),
        _ => return Err(Misread::Usage(verb)),
    })
}

/// `detach qinfeng 5000 to yao_pingzhong`: a corps of its own under him; `detach qinfeng 5000 to jingyuan`: into an army that stands beside it.
fn detach(rest: Words<'_>, view: &View<'_>) -> Result<OrderNow, Misread> {
    let usage = || Misread::Usage(Verb::Detach);
    let at = rest
        .iter()
        .rposition(|w| ["to", "under"].contains(w))
        .ok_or_else(usage)?;
    let (names, men) = with_number(Verb::Detach, &rest[..at])?;
    let army = one(Verb::Detach, names, |t| find::army(view, t))?;
    let whom = rest[at + 1..].join(" ");
    let (into, under) = match find::army(view, &whom) {
        Ok(into) => (into, None),
        Err(_) => {
            let person = find::person(view, &whom)?;
            let corps = view.command_of(person).or_else(|| view.free_corps());
            (corps.unwrap_or(army), Some(person))
        }
    };
    Ok(Order::reign(Reign::Detach {
        army,
        men,
        into,
        under,
    }))
}

/// `strip kaifeng of 100000 silver`.
fn strip(rest: Words<'_>, view: &View<'_>) -> Result<OrderNow, Misread> {
    let usage = || Misread::Usage(Verb::Strip);
    let (good, head) = rest.split_last().ok_or_else(usage)?;
    let good = GOOD_WORDS
        .iter()
        .position(|w| w == good)
        .map(|n| GOODS[n])
        .ok_or_else(usage)?;
    let (amount, names) = head.split_last().ok_or_else(usage)?;
    let names = names.strip_suffix(&["of"]).unwrap_or(names);
    Ok(Order::reign(Reign::Requisition {
        place: one(Verb::Strip, names, |t| find::place(view, t))?,
        good,
        amount: i64::from(number(amount)?),
    }))
}

/// The goods, as they are typed.
const GOOD_WORDS: [&str; 5] = ["gold", "silver", "silk", "cash", "grain"];

/// What `why` is asked about.
fn about(rest: Words<'_>, view: &View<'_>) -> Result<About, Misread> {
    let Some((first, tail)) = rest.split_first() else {
        return Ok(About::Which);
    };
    let tail = after(tail, &["of", "at", "round", "in"]);
    let place = || one(Verb::Why, tail, |t| find::place(view, t));
    let army = || one(Verb::Why, tail, |t| find::army(view, t));
    if let Some(good) = GOOD_WORDS.iter().position(|w| w == first) {
        return Ok(About::Good(GOODS[good]));
    }
    Ok(match *first {
        "legitimacy" => About::Stat(Stat::Legitimacy(view.court())),
        "lean" => About::Stat(Stat::Lean(view.court())),
        "edicts" => About::Stat(Stat::Edicts(view.court())),
        "loyalty" => About::Stat(Stat::Loyalty(one(Verb::Why, tail, |t| {
            find::person(view, t)
        })?)),
        "favour" | "favor" => About::Stat(Stat::Favour(one(Verb::Why, tail, |t| {
            find::person(view, t)
        })?)),
        "unrest" | "resistance" => About::Stat(Stat::Unrest(place()?)),
        "walls" => About::Stat(Stat::Walls(place()?)),
        "attachment" => About::Stat(Stat::Attachment(army()?)),
        "quality" => About::Stat(Stat::Drill(army()?)),
        "welcome" | "name" => About::Stat(Stat::Welcome(
            super::write::court(view, &tail.join(" ")).unwrap_or(view.court()),
        )),
        // A garrison's morale or an army's, by whichever answers to the name.
        "morale" => match place() {
            Ok(at) => About::Stat(Stat::Morale(at)),
            Err(trouble) => match army() {
                Ok(id) => About::Stat(Stat::Spirit(id)),
                Err(Misread::Name(unfound)) if unfound.several => {
                    return Err(Misread::Name(unfound));
                }
                Err(_) => return Err(trouble),
            },
        },
        // A town's walls and an army's weight are asked for by name alone.
        _ => {
            let name = rest.join(" ");
            match find::place(view, &name) {
                Ok(at) => About::Place(at),
                Err(_) => find::army(view, &name).map_or(About::Which, About::Army),
            }
        }
    })
}

/// The order that this word begins, if it begins one.
#[must_use]
pub fn order_verb(word: &str) -> Option<Verb> {
    VERBS
        .iter()
        .find(|(verb, words)| words.contains(&word) && ORDER_VERBS.contains(verb))
        .map(|(verb, _)| *verb)
}

/// How the orders are written, in the order they are listed.
pub const ORDER_VERBS: [Verb; 53] = [
    Verb::March,
    Verb::Besiege,
    Verb::Mask,
    Verb::Assault,
    Verb::Relieve,
    Verb::Raid,
    Verb::Waylay,
    Verb::Withdraw,
    Verb::Hold,
    Verb::Garrison,
    Verb::Disband,
    Verb::Raise,
    Verb::Levy,
    Verb::Fortify,
    Verb::Arm,
    Verb::Provision,
    Verb::Build,
    Verb::Launch,
    Verb::Embark,
    Verb::Moor,
    Verb::Transport,
    Verb::Rouse,
    Verb::Appoint,
    Verb::Give,
    Verb::Dismiss,
    Verb::Recall,
    Verb::Move,
    Verb::Pay,
    Verb::Hand,
    Verb::Feed,
    Verb::Propose,
    Verb::Accept,
    Verb::Proclaim,
    Verb::Break,
    Verb::War,
    Verb::Void,
    Verb::Disown,
    Verb::Free,
    Verb::Return,
    Verb::Reclaim,
    Verb::Enthrone,
    Verb::Strip,
    Verb::Honour,
    Verb::Arrest,
    Verb::Heir,
    Verb::Surety,
    Verb::Seize,
    Verb::Crowd,
    Verb::Employ,
    Verb::Dissolve,
    Verb::Carry,
    Verb::Detach,
    Verb::Grant,
];
