//! The treasury: what is in store of each good, where every tael came from and went, what the next month brings, what is owed.
//!
//! * [`due`] — what a button that pays says; [`plot`] — what was in store, turn by turn; [`strip`] — what can be had from the households of a seat

pub(super) mod due;
mod plot;
mod strip;

use egui::Ui;

use super::desk::Topic;
use super::give::give;
use super::intent::Intent;
use super::look::Type;
use super::sight::Sight;
use super::widgets::{
    CommandKind, Trend, cell, chip, command, number_cell, page, row, section, text,
};
use crate::base::date::{Date, Turn};
use crate::events::Reason;
use crate::orders::Order;
use crate::panels::reckoned::{Tells, reckoned};
use crate::panels::widgets::Tip;
use crate::prose::house::wants;
use crate::prose::numbers::{GOODS, date, good, goods, measure, number, signed};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names};
use crate::scenario::language::Good;
use crate::table::ledger::account;
use crate::table::{About, papers};

/// Over which turns the account runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    /// From the first of the month.
    Month,
    /// The month before.
    #[default]
    LastMonth,
    /// From the first day of the game.
    Game,
}

/// What is chosen on this page.
#[derive(Clone, Copy, Debug)]
struct Open {
    good: Good,
    span: Option<Span>,
}

/// The treasury: where every tael came from and went.
pub fn treasury(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let id = ui.id().with(("treasury", see.desk.court.0));
    let mut open: Open = ui.data(|d| d.get_temp(id)).unwrap_or(Open {
        good: Good::Silver,
        span: None,
    });
    page(ui, "treasury", |ui| {
        let (look, texts) = (see.look, see.texts());
        section(ui, look, &texts.t("treasury-title"), "財");
        stores(ui, see, &mut open);
        ui.add_space(16.0);
        books(ui, see, &mut open);
        ui.add_space(16.0);
        forecast(ui, see, open.good);
        ui.add_space(16.0);
        plot::plot(ui, see, open.good);
        ui.add_space(16.0);
        strip::strip(ui, see, open.good, out);
        owed(ui, see, out);
        let note = &see.book().courts[see.desk.court.index()].treasury_note;
        if !note.is_empty() {
            ui.add_space(16.0);
            section(ui, look, &texts.t("treasury-note-title"), "注");
            text(ui, Type::Note, look.ink.ink2, note);
        }
    });
    ui.data_mut(|d| d.insert_temp(id, open));
}

/// What the forecast says of a good: what comes in, what goes out, and under which heads.
fn month(see: &Sight<'_>, good: Good) -> Vec<(Reason, i64)> {
    let month = see.view().month();
    let mut rows = vec![(Reason::Revenue, month.revenue[good as usize])];
    match good {
        Good::Cash => rows.extend([
            (Reason::Pay, -(month.handed.cash + month.handed.unpaid)),
            (Reason::Offices, -month.offices),
        ]),
        Good::Silver if month.handed.silver > 0 => {
            rows.push((Reason::PayInKind, -month.handed.silver));
        }
        Good::Silk if month.handed.silk > 0 => rows.push((Reason::PayInKind, -month.handed.silk)),
        Good::Grain => {
            rows.push((Reason::Rations, -month.rations));
            if month.city > 0 {
                rows.push((Reason::City, -month.city));
            }
            if month.spoils > 0 {
                rows.push((Reason::Spoiled, -month.spoils));
            }
        }
        Good::Gold | Good::Silver | Good::Silk => {}
    }
    let palace = month.palace[good as usize];
    if palace > 0 {
        rows.push((Reason::Palace, -palace));
    }
    rows
}

/// The table of the goods; a row opens its account below.
fn stores(ui: &mut Ui, see: &Sight<'_>, open: &mut Open) {
    let (look, texts) = (see.look, see.texts());
    let ink = &look.ink;
    let realm = see.view().realm();
    ui.spacing_mut().item_spacing.x = 0.0;
    let width = ui.available_width();
    let columns = [0.15, 0.26, 0.19, 0.2, 0.2].map(|part| width * part);
    ui.horizontal_top(|ui| {
        let small = |ui: &mut Ui, width, words: &str| {
            number_cell(ui, width, Type::Small, ink.ink2, words);
        };
        cell(ui, columns[0], |ui| {
            text(ui, Type::Small, ink.ink2, &texts.t("treasury-col-good"));
        });
        small(ui, columns[1], &texts.t("treasury-column-store"));
        small(ui, columns[2], &texts.t("treasury-col-since"));
        small(ui, columns[3], &texts.t("treasury-col-in"));
        small(ui, columns[4], &texts.t("treasury-col-out"));
    });
    let before = see.session.seat(see.desk.court).and_then(|seat| {
        let n = seat.sittings.len();
        n.checked_sub(2).and_then(|i| seat.sittings.get(i))
    });
    for (i, what) in GOODS.into_iter().enumerate() {
        let have = realm.treasury[i];
        let since = have - before.map_or(have, |s| s.treasury[i]);
        let rows = month(see, what);
        let sum = |f: fn(i64) -> bool| rows.iter().map(|(_, n)| *n).filter(|n| f(*n)).sum::<i64>();
        let (comes, goes) = (sum(|n| n > 0), sum(|n| n < 0));
        let label = tr!(
            texts,
            "treasury-row",
            good = capital(&good(texts, what)),
            n = number(have),
            measure = measure(texts, what)
        );
        let opened = row(ui, look, open.good == what, &label, |ui| {
            cell(ui, columns[0], |ui| {
                text(ui, Type::Strong, ink.ink, &capital(&good(texts, what)));
            });
            number_cell(
                ui,
                columns[1],
                Type::Strong,
                ink.ink,
                &tr!(
                    texts,
                    "treasury-amount",
                    n = number(have),
                    measure = measure(texts, what)
                ),
            );
            let (colour, mark) = trend(see, since);
            let words = if since == 0 {
                texts.t("treasury-same")
            } else {
                format!("{mark} {}", signed(since))
            };
            number_cell(ui, columns[2], Type::Body, colour, &words);
            let shown = |n: i64| match n {
                0 => "–".to_owned(),
                n => signed(n),
            };
            number_cell(ui, columns[3], Type::Body, ink.ink, &shown(comes));
            number_cell(ui, columns[4], Type::Body, ink.ink, &shown(goes));
        })
        .tells(|| see.moves(About::Good(what)));
        if opened.clicked() {
            open.good = what;
        }
    }
}

/// The colour and the mark of a change: never the colour alone.
fn trend(see: &Sight<'_>, by: i64) -> (egui::Color32, &'static str) {
    let trend = match by {
        0 => Trend::Steady,
        n if n > 0 => Trend::Rising,
        _ => Trend::Falling,
    };
    match trend {
        Trend::Rising => (see.look.ink.good, "▲"),
        Trend::Steady => (see.look.ink.ink2, ""),
        Trend::Falling => (see.look.ink.song, "▼"),
    }
}

/// The first turn of the month that a turn lies in.
fn month_of(see: &Sight<'_>, turn: Turn) -> Turn {
    let book = see.book();
    let (year, month, _) = book.day(turn).ymd();
    let first = (0..=turn.0).rev().take_while(|t| {
        let (y, m, _) = book.day(Turn(*t)).ymd();
        (y, m) == (year, month)
    });
    Turn(first.last().unwrap_or(turn.0))
}

/// The turns an account runs over, from and until before.
fn turns(see: &Sight<'_>, span: Span) -> (Turn, Turn) {
    let now = see.view().turn();
    let this = month_of(see, now);
    match span {
        Span::Month => (this, Turn(now.0 + 1)),
        Span::LastMonth => {
            let last = month_of(see, Turn(this.0.saturating_sub(1)));
            (last, this)
        }
        Span::Game => (Turn(0), Turn(now.0 + 1)),
    }
}

/// The account of a good: what there was, every line, what there is.
fn books(ui: &mut Ui, see: &Sight<'_>, open: &mut Open) {
    let (look, texts, book) = (see.look, see.texts(), see.book());
    let ink = &look.ink;
    let what = open.good;
    let title = tr!(texts, "treasury-account", good = good(texts, what));
    section(ui, look, &title, "帳");
    let young = month_of(see, see.view().turn()) == Turn(0);
    let span = open
        .span
        .unwrap_or(if young { Span::Month } else { Span::LastMonth });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (offered, key) in [
            (Span::LastMonth, texts.t("treasury-span-last")),
            (Span::Month, texts.t("treasury-span-this")),
            (Span::Game, texts.t("treasury-span-game")),
        ] {
            if offered == Span::LastMonth && young {
                continue;
            }
            if chip(ui, look, &key, span == offered).clicked() {
                open.span = Some(offered);
            }
        }
    });
    ui.add_space(4.0);
    let (since, until) = turns(see, span);
    let account = reckoned(ui, see, "account", (what, since, until), || {
        account(see.session, see.desk.court, what, since, until)
    });
    let width = ui.available_width();
    let columns = [width * 0.2, width * 0.56, width * 0.24];
    let line = |ui: &mut Ui, day: &str, words: &str, n: &str, style: Type, why: &str| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, columns[0], |ui| {
                text(ui, Type::Note, ink.ink2, day);
            });
            cell(ui, columns[1], |ui| {
                text(ui, style, ink.ink, words);
            });
            number_cell(ui, columns[2], style, ink.ink, n).tip(why);
        });
    };
    let all = reckoned(ui, see, "moves of the account", what, || {
        see.moves(About::Good(what))
    });
    line(
        ui,
        &short(see, book.day(since)),
        &texts.t("treasury-before"),
        &number(account.before),
        Type::Strong,
        &all,
    );
    for entry in &account.lines {
        line(
            ui,
            &short(see, book.day(entry.turn)),
            &entry.words,
            &signed(entry.by),
            Type::Body,
            &reason_why(texts, entry.why),
        );
    }
    if account.lines.is_empty() {
        text(ui, Type::Italic, ink.ink2, &texts.t("treasury-no-lines"));
    }
    ui.separator();
    let (day, words) = if span == Span::LastMonth {
        (short(see, book.day(until)), texts.t("treasury-after"))
    } else {
        (String::new(), texts.t("treasury-now"))
    };
    line(ui, &day, &words, &number(account.after), Type::Strong, &all);
}

/// A day without its year.
fn short(see: &Sight<'_>, day: Date) -> String {
    let (_, month, d) = day.ymd();
    tr!(
        see.texts(),
        "treasury-day",
        day = d,
        month = crate::prose::numbers::month(see.texts(), month)
    )
}

/// What moves the figures under a head.
fn reason_why(texts: &Texts, why: Reason) -> String {
    match why {
        Reason::Revenue => texts.t("treasury-why-revenue"),
        Reason::Pay => texts.t("treasury-why-pay"),
        Reason::PayInKind => texts.t("treasury-why-pay-in-kind"),
        Reason::Rations => texts.t("treasury-why-rations"),
        Reason::Offices => texts.t("treasury-why-offices"),
        Reason::Clause => texts.t("treasury-why-clause"),
        Reason::Order => texts.t("treasury-why-order"),
        Reason::Choice => texts.t("treasury-why-choice"),
        Reason::Requisition | Reason::Plunder => texts.t("treasury-why-taken"),
        Reason::Workshop => texts.t("treasury-why-workshop"),
        Reason::Spoiled => texts.t("treasury-why-spoiled"),
        Reason::Relief
        | Reason::Captured
        | Reason::Convoy
        | Reason::Raided
        | Reason::Foraged
        | Reason::Harvest
        | Reason::City
        | Reason::Palace
        | Reason::Recruits
        | Reason::Flood
        | Reason::ByHand => events::reason(texts, why),
    }
}

/// What the next month's account will be, as things stand.
fn forecast(ui: &mut Ui, see: &Sight<'_>, what: Good) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    section(ui, look, &texts.t("treasury-forecast"), "來月");
    // Revenue and pay are booked as the first xun of a month ends.
    let mut turn = view.turn();
    while see.book().day(turn).ymd().2 != 1 {
        turn = Turn(turn.0 + 1);
        if turn.0 > see.book().turns {
            break;
        }
    }
    let day = see.book().day(turn);
    let intro = if turn == view.turn() {
        texts.t("treasury-forecast-now")
    } else {
        tr!(texts, "treasury-forecast-on", day = date(texts, day))
    };
    text(ui, Type::Italic, ink.ink2, &intro);
    let width = ui.available_width();
    let mut sum = view.realm().treasury[what as usize];
    let line = |ui: &mut Ui, words: &str, n: &str, style: Type, why: &str| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, width * 0.72, |ui| {
                text(ui, style, ink.ink, words);
            });
            number_cell(ui, width * 0.28, style, ink.ink, n).tip(why);
        });
    };
    for (why, n) in month(see, what) {
        sum += n;
        line(
            ui,
            &events::reason(texts, why),
            &signed(n),
            Type::Body,
            &reason_why(texts, why),
        );
    }
    // A treasury pays as far as it reaches.
    let (left, short) = (sum.max(0), (-sum).max(0));
    line(
        ui,
        &texts.t("treasury-forecast-left"),
        &number(left),
        Type::Strong,
        &reckoned(ui, see, "moves of what is left", what, || {
            see.moves(About::Good(what))
        }),
    );
    if short > 0 {
        let words = tr!(
            texts,
            "treasury-forecast-short",
            goods = goods(texts, what, short)
        );
        text(ui, Type::Strong, ink.song, &words);
    }
    for words in wants(texts, &view) {
        text(ui, Type::Note, ink.ink2, &words);
    }
}

/// What is owed, and to whom.
fn owed(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    section(ui, look, &texts.t("treasury-owed"), "欠");
    let mut any = false;
    for (draft, _) in view.papers() {
        let to = view.terms(draft).other(view.court());
        let owed = view.owed(draft);
        if owed.is_empty() {
            continue;
        }
        any = true;
        for (clause, what, left) in owed {
            let (_, due) = papers::standing(&view, draft, usize::from(clause));
            let goods = goods(texts, what, left);
            let words = due.map_or_else(
                || {
                    tr!(
                        texts,
                        "treasury-owed-line",
                        goods = goods.as_str(),
                        court = names::court(book, to)
                    )
                },
                |day| {
                    tr!(
                        texts,
                        "treasury-owed-by",
                        goods = goods.as_str(),
                        court = names::court(book, to),
                        day = date(texts, day)
                    )
                },
            );
            text(ui, Type::Body, ink.ink, &words).tip(texts.t("treasury-why-clause"));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let order = Order::PayDue { draft };
            give(ui, see, &due::pay_words(see, draft), order, out);
            let words = tr!(
                texts,
                "treasury-read",
                draft = names::draft(texts, &view, draft)
            );
            if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
                out.push(Intent::Open(Topic::Draft(draft)));
            }
        });
        ui.add_space(8.0);
    }
    if !any {
        text(ui, Type::Italic, ink.ink2, &texts.t("treasury-owed-none"));
    }
}
