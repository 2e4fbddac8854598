//! From the tree of a text to the raw types: unknown fields denied, every mistake reported, none hiding another.
//!
//! [`fields!`] and [`words!`] declare a type once and give it `serde::Deserialize` (for plain `ron`), [`Read`]
//! (for the tree, with positions) and [`Described`](super::format::Described) (for the reference). What cannot be read leaves a hole: the mistake is noted, the rest goes on, and the
//! loader refuses the file at the end. The room may not touch the disk.

use std::collections::BTreeSet;

use ron2::ast::{Expr, StructBody};

use super::found::Found;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::span::{Sp, Span};
use crate::diagnostics::suggest::{did_you_mean, nearest};

/// Declares a struct that a writer fills in field by field.
///
/// A default of serde is repeated as `#[or(function)]`, since a macro cannot make a path of a text; a test reads the
/// shipped files both ways.
macro_rules! fields {
    (
        $(#[doc = $doc:literal])*
        #[derive($($derive:path),* $(,)?)]
        #[serde($($how:tt)*)]
        pub struct $name:ident $(<$n:ident : $naming:ident>)? {
            $(
                $(#[doc = $fdoc:literal])*
                $(#[serde(default $(= $named:literal)?)])?
                $(#[or($or:ident)])?
                pub $field:ident : $ty:ty
            ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive($($derive),*)]
        #[serde($($how)*)]
        pub struct $name $(<$n : $naming>)? {
            $(
                $(#[doc = $fdoc])*
                $(#[serde(default $(= $named)?)])?
                pub $field : $ty
            ),*
        }

        impl $crate::scenario::read::Read for $name $(<$crate::scenario::read::fields!(@written $n)>)? {
            fn wanted() -> String {
                $crate::scenario::read::shape($crate::scenario::read::fields!(@shown $($how)*))
            }
            fn read(tree: &ron2::ast::Expr<'_>, reader: &mut $crate::scenario::read::Reader<'_>) -> Option<Self> {
                const FIELDS: &[(&str, bool)] =
                    &[$((stringify!($field), $crate::scenario::read::fields!(@optional $([$($named)?])?))),*];
                let part = reader.part(tree, $crate::scenario::read::fields!(@shown $($how)*), FIELDS)?;
                $(let $field = $crate::scenario::read::fields!(
                    @get part reader $field [$([$($named)?])?] [$($or)?]
                );)*
                Some(Self { $($field: $field?),* })
            }
        }

        impl $crate::scenario::format::Described for $name $(<$crate::scenario::read::fields!(@written $n)>)? {
            const KIND: $crate::scenario::format::Kind = $crate::scenario::format::Kind {
                name: stringify!($name),
                shown: $crate::scenario::read::fields!(@shown $($how)*),
                doc: &[$($doc),*],
                body: $crate::scenario::format::Body::Fields(&[$($crate::scenario::format::Field {
                    name: stringify!($field),
                    ty: stringify!($ty),
                    doc: &[$($fdoc),*],
                    or: $crate::scenario::read::fields!(@or $([$($named)?])? $($or)?),
                }),*]),
                reads: $crate::scenario::format::reads::<Self>,
            };
        }
    };
    (@or) => { $crate::scenario::format::Or::Required };
    (@or []) => { $crate::scenario::format::Or::Empty };
    (@or [$named:literal] $or:ident) => { $crate::scenario::format::Or::Value(|| format!("{:?}", $or())) };
    (@written $n:ident) => { $crate::scenario::language::Written };
    (@shown deny_unknown_fields, rename = $shown:literal $(, $($more:tt)*)?) => { $shown };
    (@shown $($how:tt)*) => { "" };
    (@optional) => { false };
    (@optional [$($named:literal)?]) => { true };
    (@get $part:ident $reader:ident $field:ident [] []) => { $part.required(stringify!($field), $reader) };
    (@get $part:ident $reader:ident $field:ident [[]] []) => {
        $part.optional(stringify!($field), $reader, Default::default)
    };
    (@get $part:ident $reader:ident $field:ident [[$named:literal]] [$or:ident]) => {
        $part.optional(stringify!($field), $reader, $or)
    };
}

/// Declares an enum whose variants are words a writer uses. When the first stands alone, it fills a hole. A named field of a
/// word may be left out where it says `#[serde(default)]`.
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        #[derive($($derive:path),* $(,)?)]
        $(#[serde($($how:tt)*)])?
        pub enum $name:ident $(<$n:ident : $naming:ident>)? {
            $(
                $(#[doc = $vdoc:literal])*
                $word:ident $(($($ty:ty),* $(,)?))? $({ $($(#[serde($or:ident)])? $arg:ident : $aty:ty),* $(,)? })?
            ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive($($derive),*)]
        $(#[serde($($how)*)])?
        pub enum $name $(<$n : $naming>)? {
            $(
                $(#[doc = $vdoc])*
                $word $(($($ty),*))? $({ $(#[doc = concat!("Its ", stringify!($arg), ".")] $(#[serde($or)])? $arg : $aty),* })?
            ),*
        }

        impl $crate::scenario::read::Read for $name $(<$crate::scenario::read::fields!(@written $n)>)? {
            fn wanted() -> String {
                format!("a word of `{}`", stringify!($name))
            }
            fn read(tree: &ron2::ast::Expr<'_>, reader: &mut $crate::scenario::read::Reader<'_>) -> Option<Self> {
                const WORDS: &[(&str, $crate::scenario::read::Takes)] =
                    &[$((stringify!($word), $crate::scenario::read::words!(@takes $(($($ty),*))? $({$($arg [$($or)?]),*})?))),*];
                let (word, part) = reader.word(tree, stringify!($name), WORDS)?;
                $(if word == stringify!($word) {
                    return $crate::scenario::read::words!(@build part reader $word $(($($ty),*))? $({$($arg [$($or)?]),*})?);
                })*
                None
            }
            fn hole() -> Option<Self> {
                $crate::scenario::read::words!(@hole $($word $(($($ty),*))? $({$($arg),*})? ;)*)
            }
        }

        impl $crate::scenario::format::Described for $name $(<$crate::scenario::read::fields!(@written $n)>)? {
            const KIND: $crate::scenario::format::Kind = $crate::scenario::format::Kind {
                name: stringify!($name),
                shown: "",
                doc: &[$($doc),*],
                body: $crate::scenario::format::Body::Words(&[$($crate::scenario::format::Word {
                    name: stringify!($word),
                    doc: &[$($vdoc),*],
                    takes: $crate::scenario::read::words!(@described $(($($ty),*))? $({$($arg [$($or)?] $aty),*})?),
                }),*]),
                reads: $crate::scenario::format::reads::<Self>,
            };
        }
    };
    (@described) => { $crate::scenario::format::Shape::Nothing };
    (@described ($($ty:ty),*)) => { $crate::scenario::format::Shape::Values(&[$(stringify!($ty)),*]) };
    (@described {$($arg:ident [$($or:ident)?] $aty:ty),*}) => {
        $crate::scenario::format::Shape::Fields(&[$($crate::scenario::format::Field {
            name: stringify!($arg),
            ty: stringify!($aty),
            doc: &[],
            or: $crate::scenario::read::words!(@or $($or)?),
        }),*])
    };
    (@or) => { $crate::scenario::format::Or::Required };
    (@or default) => { $crate::scenario::format::Or::Empty };
    (@hole $word:ident ; $($rest:tt)*) => { Some(Self::$word) };
    (@hole $($any:tt)*) => { None };
    (@takes) => { $crate::scenario::read::Takes::Nothing };
    (@takes ($($ty:ty),*)) => { $crate::scenario::read::Takes::Values(&[$(stringify!($ty)),*]) };
    (@takes {$($arg:ident [$($or:ident)?]),*}) => {
        $crate::scenario::read::Takes::Fields(&[$((stringify!($arg), $crate::scenario::read::words!(@optional $($or)?))),*])
    };
    (@optional) => { false };
    (@optional default) => { true };
    (@get $part:ident $reader:ident $arg:ident) => { $part.required(stringify!($arg), $reader) };
    (@get $part:ident $reader:ident $arg:ident default) => {
        $part.optional(stringify!($arg), $reader, Default::default)
    };
    (@build $part:ident $reader:ident $word:ident) => {{
        let _ = &$part;
        Some(Self::$word)
    }};
    (@build $part:ident $reader:ident $word:ident ($($ty:ty),*)) => {{
        let mut values = $part.values();
        Some(Self::$word($($crate::scenario::read::words!(@next values $reader $ty)),*))
    }};
    (@next $values:ident $reader:ident $ty:ty) => { $reader.value($values.next()?)? };
    (@build $part:ident $reader:ident $word:ident {$($arg:ident [$($or:ident)?]),*}) => {{
        $(let $arg = $crate::scenario::read::words!(@get $part $reader $arg $($or)?);)*
        Some(Self::$word { $($arg: $arg?),* })
    }};
}

pub(crate) use {fields, words};

/// Something that can be read out of the tree of a text.
pub(crate) trait Read: Sized {
    /// What a writer should put here, for messages.
    fn wanted() -> String;
    /// Reads it; notes every mistake in it; none when nothing can be made of it.
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self>;
    /// What stands in for one that could not be read, so that the rest can be looked at.
    fn hole() -> Option<Self> {
        None
    }
}

/// What a word takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Takes {
    /// Nothing.
    Nothing,
    /// Values in order, of these types.
    Values(&'static [&'static str]),
    /// Named fields; whether each may be left out.
    Fields(&'static [(&'static str, bool)]),
}

/// How a struct is written, for messages.
pub(crate) fn shape(shown: &str) -> String {
    if shown.is_empty() {
        "fields in brackets, `(…)`".to_owned()
    } else {
        format!("`{shown}(…)`")
    }
}

/// Reads one file.
#[derive(Debug)]
pub(crate) struct Reader<'s> {
    file: &'s str,
    implicit_some: bool,
    blank: BTreeSet<u32>,
    /// What is wrong.
    pub(crate) found: Found,
    /// Ids of things in which something is wrong: nothing more is said of them than that.
    pub(crate) damaged: BTreeSet<String>,
}

/// The inside of a struct or of a word.
pub(crate) struct Part<'t, 's> {
    fields: Vec<(&'static str, &'t Expr<'s>)>,
    values: Vec<&'t Expr<'s>>,
}

impl<'t, 's> Part<'t, 's> {
    fn find(&self, name: &str) -> Option<&'t Expr<'s>> {
        self.fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| *value)
    }
    /// A field that must be there. That it is missing was said when the part was opened.
    pub(crate) fn required<T: Read>(&self, name: &str, reader: &mut Reader<'_>) -> Option<T> {
        self.find(name)
            .map_or_else(T::hole, |value| reader.value(value))
    }
    /// A field that may be left out.
    pub(crate) fn optional<T: Read>(
        &self,
        name: &str,
        reader: &mut Reader<'_>,
        or: impl FnOnce() -> T,
    ) -> Option<T> {
        match self.find(name) {
            None => Some(or()),
            Some(value) => Some(reader.value(value).unwrap_or_else(or)),
        }
    }
    /// The values of a word, in order.
    pub(crate) fn values(&self) -> std::vec::IntoIter<&'t Expr<'s>> {
        self.values.clone().into_iter()
    }
}

impl<'s> Reader<'s> {
    /// A reader of this file. `blank` are the places of things too broken to parse, already reported.
    pub(crate) const fn new(
        file: &'s str,
        implicit_some: bool,
        blank: BTreeSet<u32>,
        damaged: BTreeSet<String>,
    ) -> Self {
        Self {
            file,
            implicit_some,
            blank,
            found: Found::new(),
            damaged,
        }
    }

    fn error(
        &mut self,
        key: &'static str,
        at: &ron2::error::Span,
        message: String,
        help: impl FnOnce() -> Option<String>,
    ) {
        if self.found.full() {
            self.found.skip();
        } else {
            self.found
                .push(Diagnostic::error(key, self.file, span(at), message).maybe_help(help()));
        }
    }

    fn wrong<T: Read>(&mut self, tree: &Expr<'_>) {
        self.error(
            "wrong-type",
            tree.span(),
            format!("found {} where {} was wanted", shown(tree), T::wanted()),
            || None,
        );
    }

    /// Reads a value, or leaves a hole.
    pub(crate) fn value<T: Read>(&mut self, tree: &Expr<'_>) -> Option<T> {
        T::read(tree, self).or_else(T::hole)
    }

    /// The struct of this name in the tree, its field names looked over.
    pub(crate) fn part<'t, 'a>(
        &mut self,
        tree: &'t Expr<'a>,
        name: &str,
        fields: &'static [(&'static str, bool)],
    ) -> Option<Part<'t, 'a>> {
        let given = match tree {
            Expr::AnonStruct(inner) => Some((tree.span(), &inner.fields)),
            Expr::Struct(inner) if inner.name.name == name => match &inner.body {
                Some(StructBody::Fields(body)) => Some((&inner.name.span, &body.fields)),
                Some(StructBody::Tuple(body)) if body.elements.is_empty() => {
                    return Some(self.named(&inner.name.span, &[], name, fields));
                }
                _ => None,
            },
            _ => None,
        };
        let Some((at, given)) = given else {
            let help = match tree {
                Expr::Struct(inner) => did_you_mean(&inner.name.name, [name]),
                _ => None,
            };
            self.error(
                "wrong-type",
                tree.span(),
                format!("found {} where {} was wanted", shown(tree), shape(name)),
                || help,
            );
            return None;
        };
        Some(self.named(at, given, name, fields))
    }

    fn named<'t, 'a>(
        &mut self,
        at: &ron2::error::Span,
        given: &'t [ron2::ast::StructField<'a>],
        name: &str,
        fields: &'static [(&'static str, bool)],
    ) -> Part<'t, 'a> {
        let of = if name.is_empty() {
            "this".to_owned()
        } else {
            format!("`{name}`")
        };
        let mut known: Vec<(&'static str, &'t Expr<'a>)> = Vec::new();
        let mut meant: Vec<&str> = Vec::new();
        for field in given {
            let written = field.name.name.as_ref();
            let Some((field_name, _)) = fields.iter().find(|(name, _)| *name == written) else {
                let free: Vec<&str> = fields
                    .iter()
                    .map(|(name, _)| *name)
                    .filter(|name| given.iter().all(|f| f.name.name != *name))
                    .collect();
                let (guess, told) = if self.found.full() {
                    (None, None)
                } else {
                    let all = free.iter().copied();
                    (nearest(written, all.clone()), did_you_mean(written, all))
                };
                meant.extend(guess);
                self.error(
                    "unknown-field",
                    &field.name.span,
                    format!("{of} has no field `{written}`"),
                    || {
                        Some(told.unwrap_or_else(|| {
                            format!(
                                "its fields are {}",
                                list(fields.iter().map(|(name, _)| *name))
                            )
                        }))
                    },
                );
                continue;
            };
            if known.iter().any(|(name, _)| name == field_name) {
                self.error(
                    "duplicate-field",
                    &field.name.span,
                    format!("the field `{written}` stands twice in {of}"),
                    || Some("keep one of them".to_owned()),
                );
                continue;
            }
            known.push((field_name, &field.value));
        }
        let missing: Vec<&str> = fields
            .iter()
            .filter(|(name, optional)| {
                !optional && known.iter().all(|(n, _)| n != name) && !meant.contains(name)
            })
            .map(|(name, _)| *name)
            .collect();
        if !missing.is_empty() {
            let (word, rest) = if missing.len() == 1 {
                ("field", "is")
            } else {
                ("fields", "are")
            };
            self.error(
                "missing-field",
                at,
                format!(
                    "the {word} {} {rest} missing in {of}",
                    list(missing.iter().copied())
                ),
                || None,
            );
        }
        Part {
            fields: known,
            values: Vec::new(),
        }
    }

    /// One of these words, with what it takes.
    pub(crate) fn word<'t, 'a>(
        &mut self,
        tree: &'t Expr<'a>,
        kind: &str,
        words: &'static [(&'static str, Takes)],
    ) -> Option<(&'static str, Part<'t, 'a>)> {
        let (written, at, body) = match tree {
            Expr::Struct(inner) => (
                inner.name.name.as_ref(),
                &inner.name.span,
                inner.body.as_ref(),
            ),
            // A word of ours may be called `None`, as the river that a road does not cross.
            Expr::Option(inner) if inner.value.is_none() => ("None", &inner.span, None),
            _ => {
                let some: Vec<&str> = words.iter().take(4).map(|(word, _)| *word).collect();
                let help = format!("write one of its words, as {}", list(some.iter().copied()));
                let message = format!("found {} where a word of `{kind}` was wanted", shown(tree));
                self.error("wrong-type", tree.span(), message, || Some(help));
                return None;
            }
        };
        let Some((word, takes)) = words.iter().find(|(word, _)| *word == written) else {
            self.error(
                "unknown-word",
                at,
                format!("`{written}` is no word of `{kind}`"),
                || {
                    misplaced(kind, written)
                        .or_else(|| did_you_mean(written, words.iter().map(|(word, _)| *word)))
                        .or_else(|| {
                            (words.len() <= 12).then(|| {
                                format!(
                                    "its words are {}",
                                    list(words.iter().map(|(word, _)| *word))
                                )
                            })
                        })
                        .or_else(|| {
                            Some(format!(
                                "its words stand under {kind} in scenarios/format.md, which `rivers docs` writes too"
                            ))
                        })
                },
            );
            return None;
        };
        let part = match (takes, body) {
            (Takes::Nothing, None) => Some(Part {
                fields: Vec::new(),
                values: Vec::new(),
            }),
            (Takes::Values(types), Some(StructBody::Tuple(body)))
                if body.elements.len() == types.len() =>
            {
                Some(Part {
                    fields: Vec::new(),
                    values: body.elements.iter().map(|element| &element.expr).collect(),
                })
            }
            (Takes::Fields(fields), Some(StructBody::Fields(body))) => {
                Some(self.named(at, &body.fields, word, fields))
            }
            _ => None,
        };
        if part.is_none() {
            self.error(
                "wrong-shape",
                tree.span(),
                format!("`{word}` is not written so"),
                || Some(usage(word, *takes)),
            );
        }
        part.map(|part| (*word, part))
    }

    /// Notes which thing a mistake was in.
    fn damage(&mut self, tree: &Expr<'_>) {
        let fields = match tree {
            Expr::AnonStruct(inner) => &inner.fields,
            Expr::Struct(inner) => match &inner.body {
                Some(StructBody::Fields(body)) => &body.fields,
                _ => return,
            },
            _ => return,
        };
        for field in fields {
            if let (true, Expr::String(text)) = (field.name.name == "id", &field.value) {
                self.damaged.insert(text.value.clone());
            }
        }
    }
}

/// How a word is written.
fn usage(word: &str, takes: Takes) -> String {
    match takes {
        Takes::Nothing => format!("write `{word}` alone"),
        Takes::Values(types) => {
            let types: Vec<String> = types.iter().map(|ty| plain(ty)).collect();
            format!("write `{word}({})`", types.join(", "))
        }
        Takes::Fields(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, _)| format!("{name}: …"))
                .collect();
            format!("write `{word}({})`", fields.join(", "))
        }
    }
}

/// A Rust type in a writer's words.
fn plain(ty: &str) -> String {
    let ty: String = ty.split_whitespace().collect();
    let inner = |prefix: &str| {
        ty.strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix('>'))
            .map(plain)
    };
    if let Some(inner) = inner("Vec<") {
        return format!("[{inner}, …]");
    }
    if let Some(inner) = inner("Box<") {
        return inner;
    }
    if let Some(name) = ty.strip_prefix("N::") {
        return if name == "Day" {
            "\"year-month-day\"".to_owned()
        } else {
            format!("\"{}\"", name.to_lowercase())
        };
    }
    match ty.as_str() {
        "u8" | "u16" | "u32" | "i8" | "i32" | "i64" => "number".to_owned(),
        "String" => "\"text\"".to_owned(),
        "Name" => "\"name\"".to_owned(),
        other => other.split('<').next().unwrap_or(other).to_owned(),
    }
}

/// Where a word of another kind belongs.
fn misplaced(kind: &str, word: &str) -> Option<String> {
    const ORDERS: &[&str] = &[
        "March",
        "Besiege",
        "Mask",
        "Assault",
        "Relieve",
        "Raid",
        "Waylay",
        "Withdraw",
        "Hold",
        "Garrison",
        "Disband",
        "Raise",
        "Levy",
        "Fortify",
        "Arm",
        "Provision",
        "BuildBoats",
        "BuildShips",
        "Embark",
        "Moor",
        "Transport",
        "Rouse",
        "Appoint",
        "Command",
        "Dismiss",
        "Recall",
        "MoveCourt",
        "PayDue",
        "HandOver",
        "FeedPeople",
        "Propose",
        "Accept",
        "Refuse",
        "Proclaim",
        "BreakDike",
    ];
    match (kind, word) {
        ("Effect", word) if ORDERS.contains(&word) => {
            Some(format!("`{word}` is an order; write `Order({word}(…))`"))
        }
        ("Order", "Order") => {
            Some("an order stands here by itself; leave `Order(…)` out around it".to_owned())
        }
        ("Condition", "Set") => {
            Some("to ask whether a fact was established, write `Fact(\"…\")`".to_owned())
        }
        ("Effect", "Fact") => Some("to establish a fact, write `Set(\"…\")`".to_owned()),
        ("Condition", "And") => Some("write `All([…])`".to_owned()),
        ("Condition", "Or") => Some("write `Any([…])`".to_owned()),
        _ => None,
    }
}

/// Names in backticks, with commas.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names
        .into_iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Where it stands.
pub(crate) fn span(at: &ron2::error::Span) -> Span {
    let byte = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span {
        start: byte(at.start_offset),
        end: byte(at.end_offset),
    }
}

/// What was found, in words.
fn shown(tree: &Expr<'_>) -> String {
    match tree {
        Expr::Unit(_) => "`()`".to_owned(),
        Expr::Bool(inner) => format!("`{}`", inner.value),
        Expr::Char(_) => "a character".to_owned(),
        Expr::Byte(_) | Expr::Bytes(_) => "bytes".to_owned(),
        Expr::Number(inner) if inner.raw.len() < 24 => format!("the number {}", inner.raw),
        Expr::Number(_) => "a number".to_owned(),
        Expr::String(inner) if inner.value.chars().count() <= 24 => {
            format!("the text {:?}", inner.value)
        }
        Expr::String(_) => "a text".to_owned(),
        Expr::Option(inner) => if inner.value.is_some() {
            "`Some(…)`"
        } else {
            "`None`"
        }
        .to_owned(),
        Expr::Seq(_) => "a list".to_owned(),
        Expr::Map(_) => "a map".to_owned(),
        Expr::Tuple(_) => "values in brackets".to_owned(),
        Expr::AnonStruct(_) => "fields in brackets".to_owned(),
        Expr::Struct(inner) => match &inner.body {
            None => format!("the word `{}`", inner.name.name),
            Some(_) => format!("`{}(…)`", inner.name.name),
        },
        Expr::Error(_) => "something unreadable".to_owned(),
    }
}

impl Read for String {
    fn wanted() -> String {
        "a text in quotes".to_owned()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Expr::String(inner) = tree {
            return Some(inner.value.clone());
        }
        reader.wrong::<Self>(tree);
        None
    }
    fn hole() -> Option<Self> {
        Some(Self::new())
    }
}

impl Read for Sp<String> {
    fn wanted() -> String {
        "a name in quotes".to_owned()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Expr::String(inner) = tree else {
            reader.wrong::<Self>(tree);
            return None;
        };
        if inner.value.is_empty() {
            reader.error(
                "malformed-id",
                &inner.span,
                "a name was wanted here, and the text is empty".to_owned(),
                || None,
            );
        }
        Some(Self {
            value: inner.value.clone(),
            span: span(&inner.span),
        })
    }
    /// An empty name: whoever looks it up knows that its mistake was told already.
    fn hole() -> Option<Self> {
        Some(Self::default())
    }
}

impl Read for bool {
    fn wanted() -> String {
        "`true` or `false`".to_owned()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Expr::Bool(inner) = tree {
            return Some(inner.value);
        }
        reader.wrong::<Self>(tree);
        None
    }
    fn hole() -> Option<Self> {
        Some(false)
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Read for $ty {
            fn wanted() -> String {
                // The ends of the wide types are nothing that a writer would come near.
                if size_of::<$ty>() > 2 {
                    "a whole number".to_owned()
                } else {
                    format!("a whole number from {} to {}", <$ty>::MIN, <$ty>::MAX)
                }
            }
            fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                if let Expr::Number(inner) = tree {
                    if let Some(wide) = whole(&inner.raw) {
                        if let Ok(value) = <$ty>::try_from(wide) {
                            return Some(value);
                        }
                        let message = format!("the number {} lies outside {} to {}", inner.raw, <$ty>::MIN, <$ty>::MAX);
                        reader.error("number-out-of-range", &inner.span, message, || None);
                        return None;
                    }
                }
                reader.wrong::<Self>(tree);
                None
            }
            fn hole() -> Option<Self> {
                Some(0)
            }
        }
    )*};
}
numbers!(u8, u16, u32, i8, i32, i64);

impl Read for Sp<u16> {
    fn wanted() -> String {
        u16::wanted()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        u16::read(tree, reader).map(|value| Self {
            value,
            span: span(tree.span()),
        })
    }
    fn hole() -> Option<Self> {
        Some(Self::default())
    }
}

impl Read for Sp<super::trial::Expectation> {
    fn wanted() -> String {
        super::trial::Expectation::wanted()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        super::trial::Expectation::read(tree, reader).map(|value| Self {
            value,
            span: span(tree.span()),
        })
    }
}

/// A whole number as RON writes it.
fn whole(raw: &str) -> Option<i128> {
    let digits: String = raw.chars().filter(|c| *c != '_').collect();
    let (minus, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits.strip_prefix('+').unwrap_or(&digits)),
    };
    let value = if let Some(hex) = digits.strip_prefix("0x") {
        i128::from_str_radix(hex, 16)
    } else if let Some(binary) = digits.strip_prefix("0b") {
        i128::from_str_radix(binary, 2)
    } else if let Some(octal) = digits.strip_prefix("0o") {
        i128::from_str_radix(octal, 8)
    } else if digits.bytes().all(|b| b.is_ascii_digit()) {
        // Too many digits for any type here are still a number, and out of range.
        digits.parse().or(if digits.is_empty() {
            Ok(0)
        } else {
            Ok(i128::MAX)
        })
    } else {
        return None;
    };
    value
        .ok()
        .map(|value: i128| if minus { -value } else { value })
}

impl<T: Read> Read for Vec<T> {
    fn wanted() -> String {
        "a list, `[…]`".to_owned()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Expr::Seq(inner) = tree else {
            reader.wrong::<Self>(tree);
            return None;
        };
        let mut items = Self::with_capacity(inner.items.len());
        for item in &inner.items {
            if reader.blank.contains(&span(item.expr.span()).start) {
                continue;
            }
            let before = reader.found.count();
            items.extend(T::read(&item.expr, reader));
            if reader.found.count() > before {
                reader.damage(&item.expr);
            }
        }
        Some(items)
    }
    fn hole() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Read> Read for Option<T> {
    fn wanted() -> String {
        T::wanted()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match tree {
            Expr::Option(inner) => match &inner.value {
                None => Some(None),
                Some(value) => T::read(&value.expr, reader).map(Some),
            },
            bare => {
                if !std::mem::replace(&mut reader.implicit_some, true) {
                    reader.error(
                        "no-implicit-some",
                        bare.span(),
                        "a value that may be left out stands here without `Some(…)`".to_owned(),
                        || {
                            Some(
                                "put `#![enable(implicit_some)]` on the first line of the file"
                                    .to_owned(),
                            )
                        },
                    );
                }
                T::read(bare, reader).map(Some)
            }
        }
    }
    fn hole() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Box<T> {
    fn wanted() -> String {
        T::wanted()
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(tree, reader).map(Self::new)
    }
    fn hole() -> Option<Self> {
        T::hole().map(Self::new)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn wanted() -> String {
        format!("a pair, `({}, {})`", A::wanted(), B::wanted())
    }
    fn read(tree: &Expr<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Expr::Tuple(inner) = tree
            && let [first, second] = inner.elements.as_slice()
        {
            let (first, second) = (reader.value(&first.expr), reader.value(&second.expr));
            return Some((first?, second?));
        }
        reader.wrong::<Self>(tree);
        None
    }
}
