//! The messages of one language, through Fluent. A key that is missing shows itself, so that nobody overlooks it.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language the game speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Every language the game speaks.
    pub const ALL: [Self; 1] = [Self::En];

    /// The language of this name, if the game speaks it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.name() == name)
    }
    /// What it calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
        }
    }
    /// Its files.
    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("../../assets/lang/en/words.ftl"),
                include_str!("../../assets/lang/en/conditions.ftl"),
                include_str!("../../assets/lang/en/orders.ftl"),
                include_str!("../../assets/lang/en/events.ftl"),
                include_str!("../../assets/lang/en/refusals.ftl"),
                include_str!("../../assets/lang/en/screen.ftl"),
                include_str!("../../assets/lang/en/land.ftl"),
                include_str!("../../assets/lang/en/help.ftl"),
                include_str!("../../assets/lang/en/war.ftl"),
                include_str!("../../assets/lang/en/debrief.ftl"),
                include_str!("../../assets/lang/en/table_of_peace.ftl"),
                include_str!("../../assets/lang/en/house.ftl"),
                include_str!("../../assets/lang/en/window.ftl"),
                include_str!("../../assets/lang/en/window_start.ftl"),
                include_str!("../../assets/lang/en/window_council.ftl"),
                include_str!("../../assets/lang/en/window_orders.ftl"),
                include_str!("../../assets/lang/en/window_map.ftl"),
                include_str!("../../assets/lang/en/window_books.ftl"),
                include_str!("../../assets/lang/en/window_pages.ftl"),
                include_str!("../../assets/lang/en/bench.ftl"),
                include_str!("../../assets/lang/en/report.ftl"),
                include_str!("../../assets/lang/en/lesson.ftl"),
            ],
        }
    }
    /// Its name by the standard of such names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }
}

/// The messages of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new(Lang::default())
    }
}

impl Texts {
    /// The messages of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.name().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are invisible characters that pipes, screen readers and tests would stumble over.
        bundle.set_use_isolating(false);
        for file in lang.files() {
            // A file with a mistake gives what it can; a test holds the files to having none.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// Which language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of this key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.t_with(key, &[])
    }

    /// The message of this key with values for its names.
    #[must_use]
    pub fn t_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return format!("[{key}]");
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&given), &mut errors)
            .into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// A message with values: `tr!(texts, "event-died", person = name)`.
macro_rules! tr {
    ($texts:expr, $key:expr $(,)?) => { $texts.t($key) };
    ($texts:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $texts.t_with($key, &[$((stringify!($name), fluent_bundle::FluentValue::from($value))),+])
    };
}
pub(crate) use tr;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// Keys defined in the files of a language, each once.
    fn defined(lang: Lang) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for file in lang.files() {
            assert!(
                FluentResource::try_new((*file).to_owned()).is_ok(),
                "a file of messages does not read: {:?}",
                file.lines().next()
            );
            for line in file.lines() {
                if let Some((key, _)) = line.split_once('=')
                    && line.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(
                        keys.insert(key.trim().to_owned()),
                        "`{}` is defined twice",
                        key.trim()
                    );
                }
            }
        }
        keys
    }

    /// Text in quotes that has the form of a key: small words with hyphens between.
    fn keys_in(source: &str, into: &mut BTreeSet<String>) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        for part in source.split('"').skip(1).step_by(1) {
            let words: Vec<&str> = part.split('-').collect();
            let plain = |w: &&str| {
                !w.is_empty()
                    && w.chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            };
            if words.len() > 1 && words.iter().all(plain) {
                into.insert(part.to_owned());
            }
        }
    }

    /// Keys that stand in the source: whatever in quotes has the form of a key, and those that are certainly asked for.
    fn used() -> (BTreeSet<String>, BTreeSet<String>) {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let (mut any, mut sure) = (BTreeSet::new(), BTreeSet::new());
        for room in [
            "prose",
            "table",
            "terminal",
            "report",
            "panels",
            "desktop",
            "cli",
            "../templates",
        ] {
            let mut folders = vec![src.join(room)];
            while let Some(folder) = folders.pop() {
                for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                    if entry.path().is_dir() {
                        folders.push(entry.path());
                        continue;
                    }
                    let source = std::fs::read_to_string(entry.path()).expect("a source file");
                    keys_in(&source, &mut any);
                    if ["prose", "table", "terminal", "report"].contains(&room) {
                        keys_in(&source, &mut sure);
                        continue;
                    }
                    // The window and the commands name other things in quotes too: there only what is handed to the messages is a key.
                    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
                    for (at, _) in source
                        .match_indices(".t(")
                        .chain(source.match_indices("tr!("))
                    {
                        let call = &source[at..];
                        let call = call.split([')', ';']).next().unwrap_or_default();
                        if let Some(first) = call.split('"').nth(1) {
                            keys_in(&format!("\"{first}\""), &mut sure);
                        }
                    }
                }
            }
        }
        (any, sure)
    }

    #[test]
    fn every_key_used_is_defined_and_every_key_defined_is_used() {
        let (defined, (any, sure)) = (defined(Lang::En), used());
        let missing: Vec<_> = sure.difference(&defined).collect();
        let idle: Vec<_> = defined.difference(&any).collect();
        assert!(
            missing.is_empty() && idle.is_empty(),
            "missing: {missing:#?}\nidle: {idle:#?}"
        );
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(Texts::default().t("no-such-key"), "[no-such-key]");
    }

    #[test]
    fn no_isolation_marks() {
        let text = tr!(Texts::default(), "list-and", a = "one", b = "two");
        assert_eq!(text, "one and two");
    }
}
