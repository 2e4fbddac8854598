//! Armies: a pole, a square flag with the commander's character, a fly in the holder's pattern, and beside it how strong and who,
//! or how old the news is. Armies at one place fan out: besiegers on the side they came from, everybody else on the other.

use egui::text::LayoutJob;
use egui::{Align2, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::brush::{self, Brush};
use super::camera::Frame;
use super::plan::{self, Taken, Town};
use super::zoom::{Class, Lettering};
use super::{roads, sieges};
use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::earth::Spot;
use crate::panels::look::{Holder, Palette};
use crate::panels::sight::Sight;
use crate::prose::names;
use crate::prose::numbers::{about, number};
use crate::prose::texts::tr;

/// Width of the fly.
const FLY: f32 = 7.0;
/// How far the pole goes on below the flag.
const FOOT: f32 = 14.0;
/// News this old, in xun, is drawn paler and in a dashed frame; news older than that paler still.
const STALE: u16 = 1;

/// An army as the court knows of it.
#[derive(Clone, Debug)]
pub struct Army {
    /// Which.
    pub id: ArmyId,
    /// Whose.
    pub court: CourtId,
    /// Where it is, or was seen; where it left, if it is on a road.
    pub place: PlaceId,
    /// The point of the ground.
    pub spot: Spot,
    /// Whether it is under way there.
    pub marching: bool,
    /// Men.
    pub men: u32,
    /// How old the news is, in xun; none for one's own.
    pub age: Option<u16>,
    /// Who commands, as far as anybody knows.
    pub commander: Option<PersonId>,
}

/// A banner on the sheet.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Whose banner: the first is the one shown, the others share it where there is no room for their own.
    pub armies: Vec<Army>,
    /// Where they stand, on the sheet.
    pub at: Pos2,
    /// The foot of the pole.
    pub foot: Pos2,
    /// Whether flag and words are to the left of the pole.
    pub mirrored: bool,
    /// Flag and words together.
    pub rect: Rect,
    /// The flag with its pole.
    pub hand: Rect,
    /// Whose colours.
    pub holder: Holder,
    /// The character on it.
    pub glyph: String,
    /// How strong.
    pub strength: LayoutJob,
    /// Who, or how old the news is.
    pub who: Option<LayoutJob>,
}

/// Every army the court knows of, one's own first.
pub(super) fn armies(see: &Sight<'_>) -> Vec<Army> {
    let (view, book) = (see.view(), see.book());
    let own = view.armies().map(|a| {
        let spot = a
            .next
            .and_then(|next| {
                let line = roads::between(see, a.at, next);
                roads::point_at(&line, roads::share_done(&view, &a))
            })
            .unwrap_or_else(|| roads::spot(book, a.at));
        Army {
            id: a.id,
            court: view.court(),
            place: a.at,
            spot,
            marching: a.next.is_some() && a.done_km > 0,
            men: a.men,
            age: None,
            commander: a.commander,
        }
    });
    let commanders: Vec<(ArmyId, PersonId)> = (0..book.people.len())
        .map(PersonId::of)
        .filter_map(|p| Some((view.command_of(p)?, p)))
        .collect();
    let others = view.known().map(|a| Army {
        id: a.id,
        court: a.court,
        place: a.place,
        spot: roads::spot(book, a.place),
        marching: false,
        men: a.men,
        age: Some(view.turn().0.saturating_sub(a.seen.0)),
        commander: commanders
            .iter()
            .find(|(army, _)| *army == a.id)
            .map(|(_, who)| *who),
    });
    own.chain(others).collect()
}

/// The character of an army's flag: its commander's surname; of a Jurchen, the first of the name he went by.
pub(super) fn glyph(see: &Sight<'_>, army: &Army) -> String {
    let (view, book) = (see.view(), see.book());
    let first = |text: &str| text.chars().find(|c| *c > '\u{2e7f}').map(String::from);
    let named = army.commander.and_then(|who| {
        let man = &book.people[who.index()];
        if man.people == "Han" {
            first(&names::name_zh(&view, who))
        } else {
            first(&man.other_names)
                .or_else(|| first(names::name_zh(&view, who).trim_start_matches("完顏")))
        }
    });
    named
        .or_else(|| first(&book.armies[army.id.index()].name_zh))
        .unwrap_or_else(|| Holder::of(book, Some(army.court)).letter().to_string())
}

/// How strong an army is, as its banner says it: counted for one's own, about for others'.
pub(super) fn strength(see: &Sight<'_>, army: &Army, more: u32) -> String {
    let _ = see;
    match army.age {
        None => number(army.men + more),
        Some(_) => format!("≈ {}", about(army.men + more)),
    }
}

/// How old the news of an army is, in a word or two.
pub(super) fn seen(see: &Sight<'_>, age: u16) -> String {
    match age {
        0 => see.texts().t("map-seen-now"),
        n => tr!(see.texts(), "map-seen-ago", n = n * 10),
    }
}

fn words(
    see: &Sight<'_>,
    class: Class,
    army: &Army,
    shared: &[Army],
) -> (LayoutJob, Option<LayoutJob>) {
    let (ink, book) = (&see.look.ink, see.book());
    let holder = Holder::of(book, Some(army.court));
    let more: u32 = shared.iter().map(|a| a.men).sum();
    let font = Lettering::Strength.font(class);
    let letter = format!("{} ", holder.letter());
    let mut count = strength(see, army, more);
    if !shared.is_empty() {
        count = tr!(
            see.texts(),
            "map-banner-more",
            men = count,
            n = shared.len()
        );
    }
    let first = brush::line(&[
        (letter.as_str(), font.clone(), holder.colour(ink)),
        (count.as_str(), font, ink.ink),
    ]);
    let who = army.commander.map(|p| names::name(&see.view(), p));
    let second = match (army.age, who) {
        (None, Some(who)) => Some(who),
        (None, None) => None,
        (Some(age), Some(who)) if class == Class::Near => {
            Some(format!("{who}, {}", seen(see, age)))
        }
        (Some(age), _) => Some(seen(see, age)),
    };
    let old = army.age.is_some_and(|age| age > STALE);
    let second = second
        .filter(|_| class.tells_who() || old)
        .map(|text| brush::line(&[(text.as_str(), Lettering::Who.font(class), ink.ink2)]));
    (first, second)
}

/// Where the banners stand.
pub(super) fn lay(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    class: Class,
    towns: &[Town],
    taken: &mut Taken,
) -> Vec<Flag> {
    let mut all = armies(see);
    let view = see.view();
    all.sort_by_key(|a| {
        // Not by what is selected: choosing must not move anything.
        let rank = match (view.siege(a.place).is_some(), a.age.is_none()) {
            (true, _) => 1,
            (_, true) => 2,
            _ => 3,
        };
        (rank, std::cmp::Reverse(a.men), a.id)
    });
    let mut flags: Vec<Flag> = Vec::new();
    for army in all {
        let at = frame.sheet(army.spot);
        // From afar the armies of one court at one place share a banner.
        let shared = flags.iter().position(|f| {
            class == Class::Far
                && f.armies[0].court == army.court
                && f.armies[0].place == army.place
        });
        if let Some(i) = shared {
            share(see, class, &mut flags[i], army);
            continue;
        }
        match stand(ui, see, class, towns, taken, &army, at, 0..5) {
            Some(flag) => {
                taken.add(flag.rect);
                flags.push(flag);
            }
            None => {
                // No room: it shares the nearest banner of its court, which then speaks for both.
                let nearest = flags
                    .iter_mut()
                    .filter(|f| f.armies[0].court == army.court)
                    .min_by(|a, b| a.at.distance(at).total_cmp(&b.at.distance(at)));
                match nearest {
                    Some(flag) if flag.at.distance(at) < 90.0 => share(see, class, flag, army),
                    _ => {
                        // Far aside, with a thread to where it is; over the rest only where the whole sheet is full.
                        let aside = stand(ui, see, class, towns, taken, &army, at, 5..24);
                        let flag = aside.unwrap_or_else(|| {
                            make(ui, see, class, &army, at, at + vec2(6.0, -6.0), false)
                        });
                        taken.add(flag.rect);
                        flags.push(flag);
                    }
                }
            }
        }
    }
    flags
}

fn share(see: &Sight<'_>, class: Class, flag: &mut Flag, army: Army) {
    flag.armies.push(army);
    let (first, rest) = flag.armies.split_at(1);
    // The words keep to the room they have: the count changes, and the names give way to it.
    flag.strength = words(see, class, &first[0], rest).0;
}

#[expect(clippy::too_many_arguments, reason = "a banner hangs on all of this")]
fn stand(
    ui: &Ui,
    see: &Sight<'_>,
    class: Class,
    towns: &[Town],
    taken: &Taken,
    army: &Army,
    at: Pos2,
    rings: std::ops::Range<u8>,
) -> Option<Flag> {
    let town = towns
        .iter()
        .find(|t| t.place == army.place && !army.marching);
    let siege = town.and_then(|t| see.view().siege(t.place).map(|s| (t, s)));
    let side = siege.map_or(vec2(1.0, -0.15), |(town, siege)| {
        let from = sieges::towards(see, town, siege);
        if siege.by == army.court { from } else { -from }
    });
    let least = match (town, siege) {
        (Some(town), Some(_)) => town.side * 0.5 + 14.0,
        (Some(town), None) => town.side * 0.5 + 5.0,
        _ => 4.0,
    };
    for ring in rings {
        let radius = least + 13.0 * f32::from(ring);
        let mut ways: Vec<Vec2> = (0_u8..16)
            .map(|i| Vec2::angled(std::f32::consts::TAU / 16.0 * f32::from(i)))
            .filter(|way| siege.is_none() || way.dot(side) > -0.2)
            .collect();
        ways.sort_by(|a, b| b.dot(side).total_cmp(&a.dot(side)));
        for way in ways {
            let mirrored = way.x < -0.1;
            let size = make(ui, see, class, army, at, Pos2::ZERO, mirrored)
                .rect
                .size();
            let middle = at
                + vec2(
                    way.x * (radius + size.x * 0.5),
                    way.y * (radius + size.y * 0.5),
                );
            let foot = pos2(
                if mirrored {
                    middle.x + size.x * 0.5
                } else {
                    middle.x - size.x * 0.5
                },
                middle.y + size.y * 0.5,
            );
            let flag = make(ui, see, class, army, at, foot, mirrored);
            if taken.is_free(flag.rect) {
                return Some(flag);
            }
        }
    }
    None
}

fn make(
    ui: &Ui,
    see: &Sight<'_>,
    class: Class,
    army: &Army,
    at: Pos2,
    foot: Pos2,
    mirrored: bool,
) -> Flag {
    let (strength, who) = words(see, class, army, &[]);
    let first = plan::measure(ui, &strength);
    let second = who.as_ref().map_or(Vec2::ZERO, |w| plan::measure(ui, w));
    let flag = class.flag();
    let high = flag + FOOT;
    // Room for the count to grow where banners are shared.
    let wide = flag + FLY + 6.0 + first.x.max(second.x) + 12.0;
    let (hand, rect) = if mirrored {
        (
            Rect::from_min_max(foot + vec2(-flag - FLY, -high), foot + vec2(2.0, 2.0)),
            Rect::from_min_max(foot + vec2(-wide, -high), foot + vec2(2.0, 2.0)),
        )
    } else {
        (
            Rect::from_min_max(foot + vec2(-2.0, -high), foot + vec2(flag + FLY, 2.0)),
            Rect::from_min_max(foot + vec2(-2.0, -high), foot + vec2(wide, 2.0)),
        )
    };
    Flag {
        armies: vec![army.clone()],
        at,
        foot,
        mirrored,
        rect,
        hand,
        holder: Holder::of(see.book(), Some(army.court)),
        glyph: glyph(see, army),
        strength,
        who,
    }
}

/// How much of its colour news of this age keeps.
pub(super) const fn part(age: Option<u16>) -> f32 {
    match age {
        None | Some(0) => 1.0,
        Some(n) if n <= STALE => 0.8,
        Some(_) => 0.55,
    }
}

/// Draws a banner, moved from the sheet to the screen by `by`.
pub(super) fn draw(brush: &Brush<'_>, class: Class, flag: &Flag, by: Vec2, words: bool) {
    let ink = brush.ink;
    let age = flag.armies.first().and_then(|a| a.age);
    let part = part(age);
    let foot = flag.foot + by;
    let side = class.flag();
    let toward = if flag.mirrored { -1.0 } else { 1.0 };
    // A foot on the ground, and a thread to where the army is when the banner had to stand aside.
    let at = flag.at + by;
    if foot.distance(at) > 30.0 {
        brush
            .painter
            .line_segment([foot, at], Stroke::new(1.0, ink.ink2.gamma_multiply(part)));
    }
    brush
        .painter
        .circle_filled(foot, 2.6, ink.ink.gamma_multiply(part));
    brush.painter.line_segment(
        [foot, foot - vec2(0.0, side + FOOT)],
        Stroke::new(2.0, ink.ink.gamma_multiply(part)),
    );
    let top = foot.y - side - FOOT + 3.0;
    let near = foot.x + toward;
    let cloth = Rect::from_two_pos(pos2(near, top), pos2(near + toward * side, top + side));
    let fly = Rect::from_two_pos(
        pos2(near + toward * side, top),
        pos2(near + toward * (side + FLY), top + side),
    );
    let old = age.is_some_and(|a| a > 0);
    cloth_of(brush, class, flag, cloth, part, old);
    brush.swatch(fly, flag.holder, part);
    if words {
        let mut y = top - 2.0;
        for (job, high) in [(Some(&flag.strength), 18.0), (flag.who.as_ref(), 17.0)] {
            let Some(job) = job else {
                continue;
            };
            let wide = brush.galley(job).size().x;
            let x = if flag.mirrored {
                fly.left() - 5.0 - wide
            } else {
                fly.right() + 5.0
            };
            brush.lettering(pos2(x, y), job, 1.0);
            y += high;
        }
    }
}

fn cloth_of(brush: &Brush<'_>, class: Class, flag: &Flag, cloth: Rect, part: f32, old: bool) {
    let ink: &Palette = brush.ink;
    let colour = flag.holder.colour(ink).gamma_multiply(part);
    // What shows through old news is paper and not the ground.
    brush.painter.rect_filled(cloth, 0.0, ink.paper);
    let letter = if flag.holder.solid() {
        brush.painter.rect_filled(cloth, 0.0, colour);
        ink.on_seal
    } else {
        brush.painter.rect_stroke(
            cloth.shrink(1.5),
            0.0,
            Stroke::new(3.0, colour),
            StrokeKind::Middle,
        );
        colour
    };
    if old {
        brush.dashed(cloth.expand(1.0), Stroke::new(1.4, ink.ink));
    }
    let font = Lettering::Flag.font(class);
    let glyph = brush
        .painter
        .layout_no_wrap(flag.glyph.clone(), font, letter);
    // The face's line is taller than its characters; what was inked is set in the middle.
    let inked = glyph.mesh_bounds;
    let at = cloth.center() - inked.center().to_vec2();
    let at = if inked.is_positive() {
        at
    } else {
        Align2::CENTER_CENTER
            .anchor_size(cloth.center(), glyph.size())
            .min
    };
    brush.painter.add(Shape::galley(at, glyph, letter));
}
