//! What a scenario is about, before a court is taken: the note on what it tells first, then the matter itself and each court.

use egui::{Key, Ui};

use super::intent::{Intent, Screen};
use super::keys::DIGITS;
use super::look::{Holder, Type};
use super::page::{keep, kept, page, page_with, paragraph, pressed};
use super::scenario_card::{playable, span};
use super::settings_sheet::switch;
use super::start::Hall;
use super::store::{Card, ScenarioId};
use super::widgets::{self, CommandKind, command};
use crate::base::ids::CourtId;
use crate::policy::{GAMES, Kind};
use crate::prose::Texts;
use crate::prose::numbers::length;
use crate::prose::texts::tr;
use crate::scenario::model::Scenario;

/// Where the seed that is being typed is kept.
const SEED: &str = "seed of a new game";
/// Where the opponent is kept.
const AGAINST: &str = "opponent of a new game";
/// Those that a person may play against.
const LEVELS: [Kind; 4] = [
    Kind::Counsel,
    Kind::CounselCautious,
    Kind::CounselBold,
    Kind::Planner(GAMES),
];

/// The brief of a scenario.
pub fn brief(ui: &mut Ui, hall: &Hall<'_>, scenario: &ScenarioId, out: &mut Vec<Intent>) {
    let card = hall.cards.iter().find(|card| card.id == *scenario);
    let Some(Card { book: Ok(book), .. }) = card else {
        let title = (scenario.0.as_str(), "");
        return page(ui, hall, title, &Screen::Start, out, |ui, _| {
            let why = card.and_then(|card| card.book.as_ref().err());
            let gone = hall.texts.t("brief-gone");
            paragraph(ui, hall.look, Type::Body, why.unwrap_or(&gone));
        });
    };
    let title = (book.title.as_str(), book.title_zh.as_str());
    let body = |ui: &mut Ui, out: &mut Vec<Intent>| {
        about(ui, hall, book);
        for court in playable(book) {
            court_of(ui, hall, book, court);
        }
        opponent(ui, hall);
        secretariat(ui, hall, book, out);
        together(ui, hall, book);
        seed(ui, hall);
    };
    // Whoever knows the scenario need not scroll through its brief to play.
    let ways = |ui: &mut Ui, out: &mut Vec<Intent>| {
        for (court, key) in playable(book).zip(DIGITS) {
            let name = book.courts[court.index()].name.as_str();
            let words = tr!(hall.texts, "brief-play", court = name);
            let plain = CommandKind::Plain;
            let clicked = command(ui, hall.look, key.name(), &words, "", plain).clicked();
            if clicked || pressed(ui.ctx(), key) {
                out.push(begin(ui, scenario, court));
            }
        }
        let courts: Vec<CourtId> = playable(book).collect();
        if let Some(key) = DIGITS.get(courts.len()).filter(|_| courts.len() > 1) {
            let words = tr!(hall.texts, "brief-together", n = courts.len());
            let plain = CommandKind::Plain;
            let clicked = command(ui, hall.look, key.name(), &words, "", plain).clicked();
            if clicked || pressed(ui.ctx(), *key) {
                out.push(Intent::BeginTogether {
                    scenario: scenario.clone(),
                    courts,
                    seed: typed_seed(ui),
                });
            }
        }
    };
    page_with(ui, hall, title, &Screen::Start, out, body, ways);
}

/// The scenario itself.
fn about(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario) {
    let look = hall.look;
    let told = tr!(
        hall.texts,
        "brief-span",
        span = span(hall.texts, book),
        turns = book.turns,
        length = length(hall.texts, book)
    );
    paragraph(ui, look, Type::Italic, &told);
    if book.minutes_brief.is_some() {
        let shorter = hall.texts.t("brief-shorter");
        paragraph(ui, look, Type::NoteItalic, &shorter);
    }
    if let Some(note) = &book.content_note {
        widgets::inset(ui, look, |ui| {
            ui.set_max_width(ui.available_width().min(576.0));
            let title = hall.texts.t("brief-note");
            widgets::text(ui, Type::Strong, look.ink.ink, &title);
            widgets::text(ui, Type::Italic, look.ink.ink2, note);
        });
        ui.add_space(4.0);
    }
    paragraph(ui, look, Type::Read, &book.brief);
    ui.add_space(12.0);
}

/// One court.
fn court_of(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario, id: CourtId) {
    let court = &book.courts[id.index()];
    let look = hall.look;
    widgets::section(ui, look, &court.name, &court.name_zh);
    ui.add_space(4.0);
    widgets::swatch(ui, look, Holder::of(book, Some(id)), &court.name);
    paragraph(ui, look, Type::Body, &court.brief);
    ui.add_space(12.0);
}

/// Who plays the other court.
fn opponent(ui: &mut Ui, hall: &Hall<'_>) {
    let texts = hall.texts;
    let mut chosen: usize = kept(ui, AGAINST);
    ui.horizontal(|ui| {
        widgets::key_chip(ui, hall.look, "O");
        widgets::text(
            ui,
            Type::Strong,
            hall.look.ink.ink,
            &texts.t("brief-against"),
        );
    });
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for (i, kind) in LEVELS.into_iter().enumerate() {
            if widgets::rows::chip(ui, hall.look, &level(texts, kind), i == chosen).clicked() {
                chosen = i;
            }
        }
    });
    if pressed(ui.ctx(), Key::O) {
        chosen = (chosen + 1) % LEVELS.len();
    }
    keep(ui, AGAINST, chosen);
    let note = texts.t("brief-against-note");
    paragraph(ui, hall.look, Type::NoteItalic, &note);
    ui.add_space(8.0);
}

/// What a level is called.
fn level(texts: &Texts, kind: Kind) -> String {
    match kind {
        Kind::CounselCautious => texts.t("level-cautious"),
        Kind::CounselBold => texts.t("level-bold"),
        Kind::Planner(_) => texts.t("level-planner"),
        _ => texts.t("level-counsel"),
    }
}

/// Whether the lesser matters are left to a secretariat, where there are such.
fn secretariat(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario, out: &mut Vec<Intent>) {
    if !book.decisions.iter().any(|d| d.lesser) {
        return;
    }
    let mut wanted = hall.settings.clone();
    let title = hall.texts.t("settings-secretariat");
    let note = match book.minutes_brief {
        Some(n) => tr!(hall.texts, "brief-secretariat", n = n),
        None => hall.texts.t("settings-secretariat-note"),
    };
    switch(
        ui,
        hall,
        ("L", Key::L),
        (&title, &note),
        &mut wanted.secretariat,
    );
    if wanted != *hall.settings {
        out.push(Intent::Settings(wanted));
    }
    ui.add_space(8.0);
}

/// How several people play at one keyboard.
fn together(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario) {
    let n = playable(book).count();
    if n < 2 {
        return;
    }
    let title = tr!(hall.texts, "brief-together", n = n);
    widgets::text(ui, Type::Strong, hall.look.ink.ink, &title);
    let note = hall.texts.t("brief-together-note");
    paragraph(ui, hall.look, Type::NoteItalic, &note);
    ui.add_space(8.0);
}

/// The seed that was typed, if any.
fn typed_seed(ui: &Ui) -> Option<u64> {
    kept::<String>(ui, SEED).parse().ok()
}

/// The seed, for those who want the luck of another game again.
fn seed(ui: &mut Ui, hall: &Hall<'_>) {
    let mut typed: String = kept(ui, SEED);
    ui.scope(|ui| {
        ui.set_max_width(280.0);
        let words = hall.texts.t("brief-seed");
        widgets::rows::line_edit(ui, hall.look, &words, &mut typed);
    });
    typed.retain(|c| c.is_ascii_digit());
    typed.truncate(19);
    keep(ui, SEED, typed);
    paragraph(
        ui,
        hall.look,
        Type::NoteItalic,
        &hall.texts.t("brief-seed-note"),
    );
}

fn begin(ui: &Ui, scenario: &ScenarioId, court: CourtId) -> Intent {
    let scenario = scenario.clone();
    let against = LEVELS.get(kept::<usize>(ui, AGAINST)).copied();
    Intent::BeginWith {
        scenario,
        court,
        seed: typed_seed(ui),
        against: against.unwrap_or(Kind::Counsel),
    }
}
