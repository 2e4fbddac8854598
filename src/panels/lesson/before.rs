//! What is settled before a lesson: which plan, how many hands, one bench or two, what decides a tie, whether odds can be shown.

use egui::{Key, Ui};

use crate::panels::intent::{Intent, Screen};
use crate::panels::keys::DIGITS;
use crate::panels::look::Type;
use crate::panels::page::{keep, kept, page_with, paragraph, pressed, row};
use crate::panels::start::{Hall, teaches};
use crate::panels::store::{Card, ScenarioId};
use crate::panels::widgets::{self, CommandKind, command};
use crate::prose::texts::tr;
use crate::scenario::lesson::{Held, Lesson, Tie};
use crate::scenario::model::Scenario;
use crate::table::lesson::{courts, slides::tie};

/// What was settled so far.
#[derive(Clone, Debug, Default)]
struct Settled {
    plan: usize,
    class: String,
    hands: String,
    two_benches: bool,
    tie: Tie,
    odds: bool,
}

/// Where that is kept.
const SETTLED: &str = "settled before a lesson";

/// The plans of a scenario, and what is settled for one of them.
pub fn before(ui: &mut Ui, hall: &Hall<'_>, scenario: &ScenarioId, out: &mut Vec<Intent>) {
    let card = hall.cards.iter().find(|card| card.id == *scenario);
    let Some(Card { book: Ok(book), .. }) = card else {
        out.push(Intent::Go(Screen::Start));
        return;
    };
    let mut settled: Settled = kept(ui, SETTLED);
    settled.plan = settled.plan.min(book.lessons.len().saturating_sub(1));
    let title = hall.texts.t("lesson-before");
    let title = (title.as_str(), book.title_zh.as_str());
    let others: Vec<&Card> = hall.cards.iter().filter(|card| teaches(card)).collect();
    let at = others.iter().position(|card| card.id == *scenario);
    let mut go = None;
    let mut begin = false;
    let two = book
        .lessons
        .get(settled.plan)
        .is_some_and(|plan| courts(book, plan).len() > 1);
    let body = |ui: &mut Ui, _: &mut Vec<Intent>| {
        go = scenarios(ui, hall, &others, at);
        plans(ui, hall, book, &mut settled);
        if let Some(plan) = book.lessons.get(settled.plan) {
            about(ui, hall, book, plan);
        }
        settle(ui, hall, two, &mut settled);
    };
    let ways = |ui: &mut Ui, _: &mut Vec<Intent>| {
        let words = hall.texts.t("lesson-begin");
        let clicked = command(ui, hall.look, "G", &words, "", CommandKind::Primary).clicked();
        begin = clicked || pressed(ui.ctx(), Key::G);
    };
    page_with(ui, hall, title, &Screen::Start, out, body, ways);
    if let Some(other) = go {
        settled.plan = 0;
        out.push(Intent::Go(Screen::Lessons(other)));
    }
    if let (true, Some(plan)) = (begin, book.lessons.get(settled.plan)) {
        out.push(Intent::BeginLesson {
            scenario: scenario.clone(),
            held: Held {
                class: settled.class.trim().to_owned(),
                two_benches: settled.two_benches && two,
                hands: settled.hands.parse().unwrap_or(0),
                tie: settled.tie,
                odds: settled.odds,
                ..Held::usual(&plan.id)
            },
        });
    }
    keep(ui, SETTLED, settled);
}

/// Which scenario: those that have lessons.
fn scenarios(
    ui: &mut Ui,
    hall: &Hall<'_>,
    others: &[&Card],
    at: Option<usize>,
) -> Option<ScenarioId> {
    if others.len() < 2 {
        return None;
    }
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        widgets::key_chip(ui, hall.look, "S");
        for (n, card) in others.iter().enumerate() {
            if let Ok(book) = &card.book
                && widgets::rows::chip(ui, hall.look, &book.title, Some(n) == at).clicked()
            {
                taken = Some(n);
            }
        }
    });
    ui.add_space(8.0);
    if pressed(ui.ctx(), Key::S) {
        taken = Some(at.map_or(0, |at| (at + 1) % others.len()));
    }
    taken
        .filter(|n| Some(*n) != at)
        .map(|n| others[n].id.clone())
}

fn plans(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario, settled: &mut Settled) {
    let ink = &hall.look.ink;
    for (n, (plan, key)) in book.lessons.iter().zip(DIGITS).enumerate() {
        let words = tr!(
            hall.texts,
            "lesson-plan",
            title = plan.title.as_str(),
            minutes = plan.minutes,
            n = plan.steps.len()
        );
        let drawn = row(ui, hall.look, n == settled.plan, &words, |ui| {
            ui.horizontal_wrapped(|ui| {
                widgets::key_chip(ui, hall.look, key.name());
                widgets::text(ui, Type::Option, ink.ink, &words);
            });
        });
        if drawn.clicked() || pressed(ui.ctx(), key) {
            settled.plan = n;
        }
    }
}

fn about(ui: &mut Ui, hall: &Hall<'_>, book: &Scenario, plan: &Lesson) {
    let (look, texts) = (hall.look, hall.texts);
    ui.add_space(8.0);
    paragraph(ui, look, Type::Read, &plan.about);
    let list = |ui: &mut Ui, key: &str, lines: &[String]| {
        if !lines.is_empty() {
            ui.add_space(6.0);
            widgets::text(ui, Type::Strong, look.ink.ink, &texts.t(key));
            for line in lines {
                paragraph(ui, look, Type::Body, &format!("· {line}"));
            }
        }
    };
    list(ui, "lesson-aims", &plan.aims);
    let steps: Vec<String> = plan
        .steps
        .iter()
        .map(|step| {
            let decision = &book.decisions[step.decision.index()];
            tr!(
                texts,
                "lesson-step-of-plan",
                title = decision.title.as_str(),
                minutes = step.minutes
            )
        })
        .collect();
    list(ui, "lesson-steps", &steps);
    let words: Vec<String> = plan
        .vocabulary
        .iter()
        .map(|term| {
            let term = &book.terms[term.index()];
            format!("{} {}: {}", term.name, term.name_zh, term.says)
        })
        .collect();
    list(ui, "lesson-vocabulary", &words);
    for (key, text) in [
        ("lesson-content-note", &plan.content_note),
        ("lesson-younger", &plan.younger),
    ] {
        if !text.is_empty() {
            ui.add_space(6.0);
            widgets::inset(ui, look, |ui| {
                ui.set_max_width(ui.available_width().min(576.0));
                widgets::text(ui, Type::Strong, look.ink.ink, &texts.t(key));
                widgets::text(ui, Type::Body, look.ink.ink2, text);
            });
        }
    }
    ui.add_space(8.0);
}

fn settle(ui: &mut Ui, hall: &Hall<'_>, two: bool, settled: &mut Settled) {
    let (look, texts) = (hall.look, hall.texts);
    widgets::section(ui, look, &texts.t("lesson-settled"), "");
    ui.add_space(4.0);
    ui.scope(|ui| {
        ui.set_max_width(360.0);
        let words = texts.t("lesson-class");
        widgets::rows::line_edit(ui, look, &words, &mut settled.class);
        ui.add_space(4.0);
        let words = texts.t("lesson-how-many");
        widgets::rows::line_edit(ui, look, &words, &mut settled.hands);
    });
    settled.hands.retain(|c| c.is_ascii_digit());
    settled.hands.truncate(3);
    let choose = |ui: &mut Ui, key: &str, letter: &str, of: &[(String, bool)]| -> Option<usize> {
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            widgets::key_chip(ui, look, letter);
            widgets::text(ui, Type::Strong, look.ink.ink, &texts.t(key));
        });
        let mut taken = None;
        ui.horizontal_wrapped(|ui| {
            for (n, (words, chosen)) in of.iter().enumerate() {
                if widgets::rows::chip(ui, look, words, *chosen).clicked() {
                    taken = Some(n);
                }
            }
        });
        taken
    };
    let rules: Vec<(String, bool)> = Tie::ALL
        .into_iter()
        .map(|rule| (tie(texts, rule), rule == settled.tie))
        .collect();
    let now = Tie::ALL
        .iter()
        .position(|rule| *rule == settled.tie)
        .unwrap_or(0);
    let mut rule = choose(ui, "lesson-tie", "T", &rules);
    if pressed(ui.ctx(), Key::T) {
        rule = Some((now + 1) % Tie::ALL.len());
    }
    if let Some(rule) = rule.and_then(|n| Tie::ALL.get(n)) {
        settled.tie = *rule;
    }
    let yes_no = |is: bool, no: &str, yes: &str| vec![(texts.t(no), !is), (texts.t(yes), is)];
    if two {
        let of = yes_no(
            settled.two_benches,
            "lesson-one-bench",
            "lesson-two-benches",
        );
        if let Some(n) = choose(ui, "lesson-benches", "B", &of) {
            settled.two_benches = n == 1;
        }
        if pressed(ui.ctx(), Key::B) {
            settled.two_benches = !settled.two_benches;
        }
    }
    let of = yes_no(settled.odds, "lesson-no-odds", "lesson-with-odds");
    if let Some(n) = choose(ui, "lesson-show-odds", "O", &of) {
        settled.odds = n == 1;
    }
    if pressed(ui.ctx(), Key::O) {
        settled.odds = !settled.odds;
    }
    paragraph(ui, look, Type::NoteItalic, &texts.t("lesson-odds-note"));
}
