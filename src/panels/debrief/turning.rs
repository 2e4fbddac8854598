//! The turning points of the game, luck apart, as they are found while the page is read.

use egui::Ui;

use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::looking::State;
use crate::panels::sight::Sight;
use crate::panels::widgets::{self, CommandKind};
use crate::prose::numbers::number;
use crate::prose::odds::{points, share, shift};
use crate::prose::texts::tr;
use crate::study::results::Turning;
use crate::table::turning::{day, matters, title, wonders};

/// What another choice would have moved, and how lucky the game was. The search begins when the page is first read.
pub(super) fn turning(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    widgets::section(ui, see.look, &texts.t("report-turning"), "轉折");
    let state = see.looking.state();
    if *state == State::Idle {
        out.push(Intent::LookBack(true));
    }
    if let State::None(why) = state {
        widgets::text(ui, Type::NoteItalic, ink.ink2, why);
        return;
    }
    widgets::text(
        ui,
        Type::NoteItalic,
        ink.ink2,
        &texts.t("page-turning-means"),
    );
    let told = see.looking.told();
    let games = told.map_or(0, |turning| turning.about.games);
    let key = match state {
        State::On | State::Idle => "page-turning-on",
        State::Stopped | State::Done | State::None(_) => "report-turning-games",
    };
    let words = tr!(texts, key, n = games.to_string());
    widgets::text(ui, Type::Note, ink.ink2, &words);
    match state {
        State::On => command(ui, see, "page-turning-stop", false, out),
        State::Stopped => command(ui, see, "page-turning-go", true, out),
        State::Idle | State::Done | State::None(_) => {}
    }
    let Some(turning) = told else { return };
    what_moved(ui, see, turning);
    luck(ui, see, turning);
    widgets::text(ui, Type::NoteItalic, ink.ink2, &turning.about.label);
}

fn command(ui: &mut Ui, see: &Sight<'_>, key: &str, go: bool, out: &mut Vec<Intent>) {
    let words = see.texts().t(key);
    if widgets::command(ui, see.look, "", &words, "", CommandKind::Plain).clicked() {
        out.push(Intent::LookBack(go));
    }
}

fn what_moved(ui: &mut Ui, see: &Sight<'_>, turning: &Turning) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let matters = matters(turning);
    if matters.is_empty() {
        let words = texts.t("report-turning-none");
        widgets::text(ui, Type::Body, ink.ink, &words);
    }
    for matter in matters {
        ui.add_space(4.0);
        let head = format!("{}. {}", matter.point.title, day(texts, &matter.point.day));
        widgets::text(ui, Type::Strong, ink.ink, &head);
        let chosen = format!("{} {}", texts.t("report-chosen"), matter.chosen);
        widgets::text(ui, Type::Note, ink.ink2, &chosen);
        for of in matter.moves {
            let words = tr!(
                texts,
                "page-turning-move",
                option = of.option.label.as_str(),
                outcome = title(turning, &of.shift.headline),
                by = shift(texts, of.shift)
            );
            widgets::text(ui, Type::Body, ink.ink, &words);
        }
    }
}

fn luck(ui: &mut Ui, see: &Sight<'_>, turning: &Turning) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    if turning.standings.is_empty() {
        return;
    }
    ui.add_space(8.0);
    widgets::text(ui, Type::Strong, ink.ink, &texts.t("report-luck"));
    for of in wonders(turning) {
        let key = if of.happened {
            "page-turning-came"
        } else {
            "page-turning-came-not"
        };
        let words = tr!(
            texts,
            key,
            outcome = title(turning, &of.headline),
            odds = share(texts, &of.odds)
        );
        widgets::text(ui, Type::Body, ink.ink, &words);
    }
    for standing in &turning.standings {
        let words = tr!(
            texts,
            "report-turning-standing",
            court = standing.name.as_str(),
            points = number(standing.points),
            part = points(standing.better_than)
        );
        widgets::text(ui, Type::Body, ink.ink, &words);
    }
}
