//! The hand-over: what stands in the whole window while the keyboard goes from one court to another. It shows which court is next and
//! the date, and nothing of the affairs of either.

use egui::{Context, Event, Id, Key, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::intent::{Intent, Screen};
use super::look::{Ground, Holder, Look, Type};
use super::page::pressed;
use super::widgets::{self, CommandKind, command, text};
use crate::base::era::era_date;
use crate::base::ids::CourtId;
use crate::prose::names;
use crate::prose::numbers::date;
use crate::prose::texts::tr;
use crate::table::Session;

/// Size of the sheet.
const SHEET: (f32, f32) = (560.0, 336.0);
/// Side of a court's seal.
const SEAL: f32 = 96.0;
/// So long after the desk before was put away Enter is not heard, in seconds: whoever pressed it once too often does not open the
/// desk of another.
const DEAF: f64 = 0.5;

/// The hand-over to a court; of a game that is over, to all of them.
pub fn handover(
    ui: &mut Ui,
    look: &Look,
    session: &Session,
    court: CourtId,
    out: &mut Vec<Intent>,
) {
    let whole = ui.max_rect();
    widgets::ground(ui, look, whole, Ground::Paper);
    let room = vec2(SHEET.0, SHEET.1).min(whole.size());
    let sheet = Rect::from_center_size(whole.center(), room);
    widgets::sheet(ui, look, sheet, Ground::Hi);
    let over = session.engine().ended().is_some();
    let mut page = ui.new_child(
        UiBuilder::new()
            .id_salt("handover")
            .max_rect(sheet.shrink2(vec2(24.0, 16.0))),
    );
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut page, |ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            if over {
                ending(ui, look, session);
            } else {
                next(ui, look, session, court);
            }
            ui.add_space(8.0);
            commands(ui, look, session, court, out);
            // The frame of the last button is not cut.
            ui.add_space(4.0);
        });
}

/// Which court has the keyboard next, and when it is.
fn next(ui: &mut Ui, look: &Look, session: &Session, court: CourtId) {
    let (texts, engine, ink) = (session.texts(), session.engine(), &look.ink);
    let book = engine.book();
    let name = names::court(book, court);
    let title = texts.t("handover-title");
    widgets::section(ui, look, &title, &texts.t("handover-title-zh"));
    ui.horizontal(|ui| {
        seal(ui, look, session, court);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let zh = &book.courts[court.index()].name_zh;
            text(ui, Type::Heading, ink.ink, &format!("{name} {zh}"));
            text(ui, Type::Date, ink.ink, &date(texts, engine.day()));
            let xun = tr!(
                texts,
                "strip-xun",
                n = (engine.turn().0 + 1).min(book.turns),
                of = book.turns
            );
            let era = era_date(&book.courts[court.index()].id, engine.day());
            let second = era.map_or(xun.clone(), |era| {
                tr!(texts, "strip-era", era = era.chinese(), xun = xun)
            });
            text(ui, Type::Note, ink.ink2, &second);
        });
    });
    let words = tr!(texts, "handover-pass", court = name);
    text(ui, Type::Read, ink.ink, &words);
}

/// The game is over, and nothing is kept apart any more.
fn ending(ui: &mut Ui, look: &Look, session: &Session) {
    let (texts, ink) = (session.texts(), &look.ink);
    let book = session.engine().book();
    let title = texts.t("handover-over");
    widgets::section(ui, look, &title, &texts.t("handover-over-zh"));
    ui.horizontal(|ui| {
        for court in session.courts() {
            seal(ui, look, session, court);
        }
    });
    let day = session.engine().day().min(book.until);
    text(ui, Type::Date, ink.ink, &date(texts, day));
    let words = texts.t("handover-together");
    text(ui, Type::Read, ink.ink, &words);
}

/// The seal of a court.
fn seal(ui: &mut Ui, look: &Look, session: &Session, court: CourtId) {
    let book = session.engine().book();
    let words = tr!(
        session.texts(),
        "handover-seal",
        court = names::court(book, court)
    );
    let zh = &book.courts[court.index()].name_zh;
    let holder = Holder::of(book, Some(court));
    widgets::seal(ui, look, zh, holder, SEAL, &words);
}

/// Sitting down, and leaving.
fn commands(ui: &mut Ui, look: &Look, session: &Session, court: CourtId, out: &mut Vec<Intent>) {
    let texts = session.texts();
    let words = if session.engine().ended().is_some() {
        texts.t("handover-debrief")
    } else {
        let name = names::court(session.engine().book(), court);
        tr!(texts, "handover-open", court = name)
    };
    let leave = texts.t("handover-leave");
    ui.horizontal_wrapped(|ui| {
        let open = command(ui, look, "Enter", &words, "", CommandKind::Primary).clicked();
        let left = command(ui, look, "Esc", &leave, "", CommandKind::Plain).clicked();
        if open || entered(ui.ctx()) {
            out.push(Intent::Sit(court));
        } else if left || pressed(ui.ctx(), Key::Escape) {
            out.push(Intent::Go(Screen::Start));
        }
    });
}

/// Whether Enter was pressed for the hand-over: anew, not too soon, and not for a button that has the focus.
fn entered(ctx: &Context) -> bool {
    let now = ctx.input(|i| i.time);
    // What egui remembers is nobody's during a hand-over, and goes with it: so does this.
    let since = ctx.data_mut(|d| *d.get_temp_mut_or(Id::new("handover since"), now));
    let anew = ctx.input(|i| {
        i.events.iter().any(|event| {
            matches!(
                event,
                Event::Key {
                    key: Key::Enter,
                    pressed: true,
                    repeat: false,
                    ..
                }
            )
        })
    });
    anew && now - since >= DEAF && ctx.memory(|m| m.focused().is_none())
}
