//! The format described from the code that reads it: every type, field and word, for the reference that `rivers docs` writes.
//!
//! The macros `fields!` and `words!` of `scenario::read` give each type its [`Kind`]; nothing here repeats what they know. What
//! the code cannot know stands in two tables: [`meanings`](mod@meanings) says in what unit a number is and what a name names,
//! [`examples`](mod@examples) shows how each thing is written. Tests hold both to the list of kinds, and every example to the loader.

pub mod examples;
pub mod meanings;

use ron2::ast::parse_document_lossy;

use super::read::{Read, Reader};
use super::{language as l, lesson, model as m, raw as r, tables as t, trial};
use crate::orders as o;

/// A type that a writer can write.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name in the code.
    pub name: &'static str,
    /// The word before its bracket, where it has one.
    pub shown: &'static str,
    /// What it is, in lines as they stand in the code.
    pub doc: &'static [&'static str],
    /// What it is made of.
    pub body: Body,
    /// Reads a text as one, and says what is wrong with it.
    pub reads: fn(&str) -> Vec<String>,
}

/// What a kind is made of.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// Fields by name.
    Fields(&'static [Field]),
    /// One of these words.
    Words(&'static [Word]),
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type as the code writes it.
    pub ty: &'static str,
    /// What it means.
    pub doc: &'static [&'static str],
    /// What it is where it is left out.
    pub or: Or,
}

/// What a field is where it is left out.
#[derive(Clone, Copy, Debug)]
pub enum Or {
    /// It must be there.
    Required,
    /// Nothing: none, no text, an empty list, zero, or the first of a kind's words.
    Empty,
    /// This, as it would be written.
    Value(fn() -> String),
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The word.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static [&'static str],
    /// What stands in its bracket.
    pub takes: Shape,
}

/// What stands in the bracket of a word.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// There is no bracket.
    Nothing,
    /// Values in order, of these types.
    Values(&'static [&'static str]),
    /// Fields by name.
    Fields(&'static [Field]),
}

/// A type with its description, which the macros write.
pub(crate) trait Described {
    /// The description.
    const KIND: Kind;
}

/// Reads a text as one thing, and says what is wrong with it.
pub(crate) fn reads<T: Read>(text: &str) -> Vec<String> {
    let (document, errors) = parse_document_lossy(text);
    let mut wrong: Vec<String> = errors
        .iter()
        .map(|error| error.kind().to_string())
        .collect();
    let mut reader = Reader::new("example", true, Default::default(), Default::default());
    match &document.value {
        Some(value) => drop(T::read(value, &mut reader)),
        None => wrong.push("nothing is written".to_owned()),
    }
    wrong.extend(
        reader
            .found
            .finish(&[])
            .into_iter()
            .map(|found| found.message),
    );
    wrong
}

/// A part of the format, told together.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// Its heading.
    pub title: &'static str,
    /// What a reader should know first.
    pub intro: &'static str,
    /// Its kinds.
    pub kinds: &'static [Kind],
}

type W = l::Written;

const fn of<T: Described>() -> Kind {
    T::KIND
}

/// Every kind, in the order in which a writer meets them.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        title: "The scenario file",
        intro: "A scenario is one text file whose name ends in `.ron`. Its first line is `#![enable(implicit_some)]`, then comes one `Scenario( … )` with everything else inside. The order of fields does not matter; that of lists mostly does not either, but endings are tried from the first to the last.",
        kinds: &[of::<r::RawScenario>(), of::<r::RawSpan>(), of::<l::Sits>()],
    },
    Chapter {
        title: "Courts, posts and facts",
        intro: "Who acts, through whom, and what their acts can establish for good.",
        kinds: &[
            of::<r::RawCourt>(),
            of::<l::Good>(),
            of::<r::RawPost>(),
            of::<r::Role>(),
            of::<r::RawFact>(),
        ],
    },
    Chapter {
        title: "The first day",
        intro: "How things stand when the scenario begins. Whatever is not said here is as the tables have it, or as is usual for such a place.",
        kinds: &[
            of::<r::RawSetup>(),
            of::<r::RawPlaceSetup>(),
            of::<r::RawArmy>(),
            of::<l::Figure<W>>(),
            of::<l::Reading<W>>(),
            of::<r::RawPersonSetup>(),
            of::<r::RawTreatyInForce>(),
            of::<r::RawRegisters>(),
        ],
    },
    Chapter {
        title: "Decisions",
        intro: "What is laid before a court, who argues what, and what the court may choose.",
        kinds: &[
            of::<r::RawDecision>(),
            of::<r::RawAside>(),
            of::<r::RawVoice>(),
            of::<r::RawOption>(),
            of::<l::Grade>(),
            of::<r::RawChosen>(),
        ],
    },
    Chapter {
        title: "Conditions",
        intro: "Whatever waits for something has a condition: `when`, `needs`, `expected`, `what`. A condition asks how the world stands at the opening of a turn.",
        kinds: &[of::<l::Condition<W>>(), of::<l::BattleKind>()],
    },
    Chapter {
        title: "Effects",
        intro: "What an option or an incident does. An option may do only what its own court can do by itself; what the other side makes of it is left to the rules.",
        kinds: &[of::<l::Effect<W>>()],
    },
    Chapter {
        title: "Orders",
        intro: "What a court can be told to do. Orders stand in the record as they were given, and in effects within `Order( … )`. Most cost an edict and something in money, grain or men.",
        kinds: &[
            of::<o::Order<W>>(),
            of::<o::Treat<W>>(),
            of::<o::Reign<W>>(),
            of::<o::Proclamation>(),
            of::<o::Reply>(),
        ],
    },
    Chapter {
        title: "Treaties",
        intro: "Papers between two courts. A draft is written once and can be put forward, sworn, kept, broken and quarrelled over.",
        kinds: &[
            of::<r::RawDraft>(),
            of::<l::Clause<W>>(),
            of::<l::ClauseKind>(),
            of::<l::Every>(),
            of::<l::Rank>(),
            of::<r::RawUnclear>(),
            of::<r::RawSense>(),
            of::<r::RawAlleged>(),
        ],
    },
    Chapter {
        title: "Incidents",
        intro: "What befalls without anybody's choosing it: fever, frost, a mutiny. An incident has a chance in each xun in which its conditions hold.",
        kinds: &[
            of::<r::RawIncident>(),
            of::<l::Scope>(),
            of::<l::ItCondition<W>>(),
        ],
    },
    Chapter {
        title: "The record and the endings",
        intro: "What happened, by which every game is measured, and how a game can end.",
        kinds: &[
            of::<r::RawRecord>(),
            of::<r::RawDated>(),
            of::<r::RawCheckpoint>(),
            of::<r::RawTest>(),
            of::<r::RawClaim>(),
            of::<r::RawEnding>(),
        ],
    },
    Chapter {
        title: "Tests",
        intro: "What a writer wants to be sure of: from this state, after these answers, expect that. `rivers check --tests` plays them; they change no game.",
        kinds: &[
            of::<trial::RawTrial>(),
            of::<trial::RawBid>(),
            of::<trial::By>(),
            of::<trial::Expectation>(),
        ],
    },
    Chapter {
        title: "Lessons",
        intro: "A path through the scenario for a class with one computer and a projector: which decisions it takes, how long each has, what is asked. `rivers play --lesson` and `rivers text --lesson` hold them; they change no game.",
        kinds: &[
            of::<lesson::RawLesson>(),
            of::<lesson::RawOpening>(),
            of::<lesson::RawStep>(),
            of::<lesson::RawClosing>(),
        ],
    },
    Chapter {
        title: "Tables",
        intro: "Files that scenarios share, named in `uses`. Those of the game are built in; write your own only for what they lack. A partial date in them is a year (`\"1082\"`), a month (`\"1082-05\"`) or a day (`\"1135-06-04\"`), by the Julian calendar.",
        kinds: &[
            of::<t::RawAtlas>(),
            of::<t::RawPlace>(),
            of::<t::RawCalled>(),
            of::<m::PlaceKind>(),
            of::<t::RawRoute>(),
            of::<m::RouteKind>(),
            of::<m::River>(),
            of::<t::RawPeople>(),
            of::<t::RawPerson>(),
            of::<t::RawOffice>(),
            of::<t::Confidence>(),
            of::<t::RawSources>(),
            of::<t::RawSource>(),
            of::<t::SourceKind>(),
            of::<t::RawTerms>(),
            of::<t::RawTerm>(),
        ],
    },
];

/// Every kind.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    CHAPTERS.iter().flat_map(|chapter| chapter.kinds)
}

/// The kind of this name in the code.
#[must_use]
pub fn named(name: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.name == name)
}

impl Kind {
    /// Its name as the reference has it.
    #[must_use]
    pub fn title(&self) -> &'static str {
        let bare = self.name.strip_prefix("Raw").unwrap_or(self.name);
        match bare {
            // Two things are written `Place` and two `Person`: one in a scenario, one in a table.
            "PlaceSetup" => "Place (first day)",
            "PersonSetup" => "Person (first day)",
            "Place" => "Place (table)",
            "Person" => "Person (table)",
            "Test" => "Checkpoint test",
            "TreatyInForce" | "Dated" | "Trial" => self.shown,
            other => other,
        }
    }
    /// What it is, in one text.
    #[must_use]
    pub fn says(&self) -> String {
        joined(self.doc)
    }
    /// Its words, where it is one of words.
    #[must_use]
    pub const fn words(&self) -> &'static [Word] {
        match self.body {
            Body::Words(words) => words,
            Body::Fields(_) => &[],
        }
    }
    /// Its fields, where it has any.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self.body {
            Body::Fields(fields) => fields,
            Body::Words(_) => &[],
        }
    }
}

/// The lines of a comment as one text.
#[must_use]
pub fn joined(doc: &[&str]) -> String {
    let lines = doc.iter().map(|line| line.trim());
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// A type of the code, taken apart.
#[derive(Clone, Debug)]
pub enum Type {
    /// A list of something.
    List(Box<Self>),
    /// Something that may be missing.
    Maybe(Box<Self>),
    /// Two things in brackets.
    Pair(Box<Self>, Box<Self>),
    /// An id or a date in quotation marks; what it names, where the type says so.
    Name(Option<&'static str>),
    /// A text in quotation marks.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number within these bounds.
    Number(&'static str),
    /// Another kind, by its name in the code.
    Kind(&'static Kind),
    /// Nothing that the reference knows.
    Unknown(String),
}

impl Type {
    /// Takes a type apart.
    #[must_use]
    pub fn of(ty: &str) -> Self {
        let ty: String = ty.split_whitespace().collect();
        let inner = |wrap: &str| {
            ty.strip_prefix(wrap)
                .and_then(|rest| rest.strip_suffix('>'))
        };
        if let Some(inner) = inner("Vec<") {
            return Self::List(Box::new(Self::of(inner)));
        }
        if let Some(inner) = inner("Option<") {
            return Self::Maybe(Box::new(Self::of(inner)));
        }
        if let Some(inner) = inner("Box<").or_else(|| inner("Sp<")) {
            return Self::of(inner);
        }
        if let Some((first, second)) = ty
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .and_then(|rest| rest.split_once(','))
        {
            return Self::Pair(Box::new(Self::of(first)), Box::new(Self::of(second)));
        }
        let name = |what| Self::Name(Some(what));
        match ty.as_str() {
            "N::Place" => name("place"),
            "N::Person" => name("person"),
            "N::Court" => name("court"),
            "N::Army" => name("army"),
            "N::Post" => name("post"),
            "N::Fact" => name("fact"),
            "N::Draft" => name("draft"),
            "N::Decision" => name("decision"),
            "N::Choice" => name("option"),
            "N::Source" => name("source"),
            "N::Day" => name("date"),
            "Name" => Self::Name(None),
            "String" => Self::Text,
            "bool" => Self::Flag,
            "u8" => Self::Number("0 to 255"),
            "u16" => Self::Number("0 to 65,535"),
            "u32" => Self::Number("0 to 4,294,967,295"),
            "i8" => Self::Number("−128 to 127"),
            "i32" => Self::Number("−2,147,483,648 to 2,147,483,647"),
            "i64" => Self::Number(""),
            other => {
                let bare = other.split('<').next().unwrap_or(other);
                named(bare).map_or_else(|| Self::Unknown(bare.to_owned()), Self::Kind)
            }
        }
    }
    /// The kind within it, if it is made of one.
    #[must_use]
    pub fn kinds(&self) -> Vec<&'static Kind> {
        match self {
            Self::List(inner) | Self::Maybe(inner) => inner.kinds(),
            Self::Pair(first, second) => [first.kinds(), second.kinds()].concat(),
            Self::Kind(kind) => vec![kind],
            _ => Vec::new(),
        }
    }
    /// Whether there is a number in it, or a name of which the type does not say what it names: such a field has its row in
    /// [`meanings`](mod@meanings).
    #[must_use]
    pub fn wants_a_meaning(&self) -> bool {
        match self {
            Self::List(inner) | Self::Maybe(inner) => inner.wants_a_meaning(),
            Self::Pair(first, second) => first.wants_a_meaning() || second.wants_a_meaning(),
            Self::Number(_) | Self::Name(None) => true,
            _ => false,
        }
    }
    /// Whether there is a number in it.
    #[must_use]
    pub fn has_a_number(&self) -> bool {
        match self {
            Self::List(inner) | Self::Maybe(inner) => inner.has_a_number(),
            Self::Pair(first, second) => first.has_a_number() || second.has_a_number(),
            _ => matches!(self, Self::Number(_)),
        }
    }
    /// What it is where it is left out and nothing else is said.
    #[must_use]
    pub fn empty(&self) -> String {
        match self {
            Self::List(_) => "[]".to_owned(),
            Self::Maybe(_) => "none".to_owned(),
            Self::Text => "\"\"".to_owned(),
            Self::Flag => "false".to_owned(),
            Self::Number(_) => "0".to_owned(),
            Self::Kind(kind) => match kind.name {
                "Every" => format!("{:?}", l::Every::default()),
                "Rank" => format!("{:?}", l::Rank::default()),
                "Sits" => format!("{:?}", l::Sits::default()),
                _ => String::new(),
            },
            Self::Pair(..) | Self::Name(_) | Self::Unknown(_) => String::new(),
        }
    }
}

impl Field {
    /// What is written in it, where its type does not say all.
    #[must_use]
    pub fn written(&self, kind: &Kind) -> &'static str {
        if self.kind().wants_a_meaning() {
            meanings::written(kind.name, self.name)
        } else {
            ""
        }
    }
    /// Its type.
    #[must_use]
    pub fn kind(&self) -> Type {
        Type::of(self.ty)
    }
    /// What it is where it is left out; none where it must be there.
    #[must_use]
    pub fn default(&self) -> Option<String> {
        match self.or {
            Or::Required => None,
            Or::Empty => Some(self.kind().empty()),
            Or::Value(value) => Some(value()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types within a type that the reference does not know.
    fn unknown(ty: &Type, out: &mut Vec<String>) {
        match ty {
            Type::List(inner) | Type::Maybe(inner) => unknown(inner, out),
            Type::Pair(first, second) => {
                unknown(first, out);
                unknown(second, out);
            }
            Type::Unknown(name) => out.push(name.clone()),
            _ => {}
        }
    }

    #[test]
    fn whatever_a_file_may_contain_is_described() {
        let (mut missing, mut mute, mut used) = (Vec::new(), Vec::new(), Vec::new());
        for kind in all() {
            let mut look = |ty: Type| {
                unknown(&ty, &mut missing);
                used.extend(ty.kinds().iter().map(|kind| kind.name));
            };
            for field in kind.fields() {
                look(field.kind());
                if joined(field.doc).is_empty() {
                    mute.push(format!("{}.{}", kind.name, field.name));
                }
                let lacks = field.default().is_some_and(|or| or.is_empty());
                assert!(
                    !lacks,
                    "{}.{} has a default that cannot be told",
                    kind.name, field.name
                );
            }
            for word in kind.words() {
                match word.takes {
                    Shape::Nothing => {}
                    Shape::Values(types) => types.iter().for_each(|ty| look(Type::of(ty))),
                    Shape::Fields(fields) => fields.iter().for_each(|field| look(field.kind())),
                }
                if joined(word.doc).is_empty() {
                    mute.push(format!("{} {}", kind.name, word.name));
                }
            }
            if kind.says().is_empty() {
                mute.push(kind.name.to_owned());
            }
        }
        missing.sort();
        missing.dedup();
        assert!(
            missing.is_empty(),
            "add to `CHAPTERS` of scenario/format: {missing:?}"
        );
        assert!(mute.is_empty(), "nothing is said of {mute:?}");
        let roots = [
            "RawScenario",
            "RawAtlas",
            "RawPeople",
            "RawSources",
            "RawTerms",
        ];
        for kind in all().filter(|kind| !roots.contains(&kind.name)) {
            assert!(
                used.contains(&kind.name),
                "{} stands nowhere in a file",
                kind.name
            );
        }
    }

    #[test]
    fn no_two_kinds_are_called_the_same() {
        let mut titles: Vec<&str> = all().map(Kind::title).collect();
        titles.sort_unstable();
        assert!(titles.windows(2).all(|two| two[0] != two[1]), "{titles:?}");
    }
}
