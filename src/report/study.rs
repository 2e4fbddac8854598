//! What a study found, as a page: how games end, when things come, how courts fare, what each choice moves, which quarrels matter and how
//! often advisors were right. Every table stands under the label of its study: in which model, and by which policy.
//!
//! * [`spread`] — endings, checkpoints and courts over many games
//! * [`shifts`] — what choices and disputed numbers move

mod shifts;
mod spread;

use askama::Template;

use super::text::{self, Words};
use crate::prose::capital;
use crate::prose::numbers::number;
use crate::prose::odds::share;
use crate::prose::texts::{Texts, tr};
use crate::study::results::{About, Advisors, Impact, Quarrels, Spread};

/// What there is of a study; at least one part of it.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How games are spread.
    pub spread: Option<Spread>,
    /// What each option changes.
    pub impact: Option<Impact>,
    /// Which disputes matter.
    pub quarrels: Option<Quarrels>,
    /// How often the advisors were right.
    pub advisors: Option<Advisors>,
}

impl Found {
    /// What its parts are of; none where there is no part.
    #[must_use]
    pub fn about(&self) -> Option<&About> {
        let spread = self.spread.as_ref().map(|s| &s.about);
        let impact = self.impact.as_ref().map(|s| &s.about);
        let quarrels = self.quarrels.as_ref().map(|s| &s.about);
        let advisors = self.advisors.as_ref().map(|s| &s.about);
        spread.or(impact).or(quarrels).or(advisors)
    }
}

/// The page, as one HTML file that needs no other; none where nothing was found.
///
/// # Errors
/// Never with the templates as they are.
pub fn page(texts: &Texts, found: &Found) -> Result<Option<String>, askama::Error> {
    let Some(about) = found.about() else {
        return Ok(None);
    };
    Page::of(texts, found, about)?
        .render()
        .map(|page| Some(page + "\n"))
}

#[derive(Template)]
#[template(path = "report/study.html")]
struct Page<'a> {
    texts: &'a Texts,
    lang: &'static str,
    title: String,
    scenario: Words,
    spread: Option<spread::Part>,
    impact: Option<shifts::Impacts>,
    quarrels: Option<shifts::Disputes>,
    advisors: Option<Counsel>,
    made: Words,
}

/// How often advisors were right.
struct Counsel {
    label: Words,
    speakers: Vec<Speaker>,
}

struct Speaker {
    name: Words,
    /// Where the advice was taken, and where it was not.
    taken: Words,
    not_taken: Words,
}

impl<'a> Page<'a> {
    fn of(texts: &'a Texts, found: &Found, about: &About) -> Result<Self, askama::Error> {
        let scenario = format!("{} {}", about.title, about.title_zh);
        let spread = found.spread.as_ref();
        Ok(Self {
            texts,
            lang: texts.lang().name(),
            title: text::plain(&format!("{scenario} – {}", texts.t("report-study"))),
            scenario: Words::of(&format!("{scenario}. {}", texts.t("report-study"))),
            spread: spread.map(|s| spread::Part::of(texts, s)).transpose()?,
            impact: found.impact.as_ref().map(|i| shifts::Impacts::of(texts, i)),
            quarrels: found
                .quarrels
                .as_ref()
                .map(|q| shifts::Disputes::of(texts, q)),
            advisors: found.advisors.as_ref().map(|a| counsel(texts, a)),
            made: Words::of(&tr!(
                texts,
                "report-study-made",
                version = about.program.as_str(),
                content = about.content.as_str(),
            )),
        })
    }
}

fn counsel(texts: &Texts, advisors: &Advisors) -> Counsel {
    Counsel {
        label: label(texts, &advisors.about),
        speakers: advisors
            .speakers
            .iter()
            .filter(|speaker| speaker.taken.of + speaker.not_taken.of > 0)
            .map(|speaker| Speaker {
                name: Words::of(&format!("{} {}", speaker.name, speaker.name_zh)),
                taken: Words::of(&share(texts, &speaker.taken)),
                not_taken: Words::of(&share(texts, &speaker.not_taken)),
            })
            .collect(),
    }
}

/// In which model and by which policy, and of how many games.
fn label(texts: &Texts, about: &About) -> Words {
    Words::of(&tr!(
        texts,
        "report-label",
        label = capital(&about.label),
        games = count(about.games)
    ))
}

/// A count in figures.
fn count(n: u64) -> String {
    number(i64::try_from(n).unwrap_or(i64::MAX))
}
