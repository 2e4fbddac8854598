//! The question before a xun ends while matters wait.

use egui::{Key, Ui, vec2};

use super::council;
use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs};
use crate::base::ids::DecisionId;
use crate::prose::numbers::word;
use crate::prose::texts::tr;
use crate::prose::{capital, names, sentence};
use crate::table::{self, dues};

/// Which matters pass unanswered, which may wait on, and whether to end the xun all the same.
pub fn ending(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let (texts, ink, court) = (see.texts(), &see.look.ink, see.desk.court);
    let waiting = see.session.waiting(court);
    let last = table::last_chances(see.session, court);
    let papers = council::papers(see);
    let lapses = dues::lapsing(texts, &see.view());
    let words = if waiting.is_empty() && papers.is_empty() {
        texts.t("ending-title-due")
    } else if waiting.is_empty() {
        tr!(texts, "ending-title-paper", n = papers.len())
    } else {
        let count = capital(&word(texts, waiting.len()));
        tr!(texts, "ending-title", n = waiting.len(), count = count)
    };
    title(ui, see, &words);
    let line = |ui: &mut Ui, key: &str, titles: &[String]| {
        if titles.is_empty() {
            return;
        }
        runs(ui, &[(Type::Body, ink.ink, &texts.t(key))]);
        for title in titles {
            runs(
                ui,
                &[
                    (Type::Body, ink.ink2, "·  "),
                    (Type::Strong, ink.ink, title),
                ],
            );
        }
    };
    let titled = |decision: DecisionId| sentence(&see.book().decisions[decision.index()].title);
    let lost: Vec<String> = last.iter().map(|d| titled(*d)).collect();
    line(ui, "ending-lost", &lost);
    let on: Vec<String> = waiting
        .iter()
        .map(|(_, d)| *d)
        .filter(|d| !last.contains(d))
        .map(titled)
        .collect();
    line(ui, "ending-later", &on);
    let lie: Vec<String> = papers
        .into_iter()
        .map(|draft| sentence(&names::title(texts, &see.view(), draft)))
        .collect();
    line(ui, "ending-papers", &lie);
    line(ui, "ending-dues", &lapses);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let back = texts.t("ending-back");
        if command(ui, see.look, "Esc", &back, "", CommandKind::Plain).clicked() {
            out.push(Intent::Lay(None));
        }
        let of = crate::prose::house::stretch(see.book().sits);
        let all_the_same = tr!(texts, "ending-end", of = of);
        if command(ui, see.look, "E", &all_the_same, "", CommandKind::Primary).clicked()
            || keys.contains(&Key::E)
            || keys.contains(&Key::Enter)
        {
            out.push(Intent::Lay(None));
            out.push(Intent::EndTurn);
        }
    });
}
