//! Armies: a pole, a square flag with the commander's character, a fly in the holder's pattern, and beside it how strong and who,
//! or how old the news is. A banner stands by its army whatever the distance: armies that stand together share one with their count on
//! it, and where there is no room the words give way and not the place. Besiegers stand on the side they came from, everybody else on
//! the other.

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
/// From one circle round an army, on which its pole may stand, to the next, and how many there are: a banner farther off would be
/// anybody's.
const RINGS: (f32, u8) = (9.0, 4);
/// From afar, armies of a court no farther apart than this stand together.
const TOGETHER: f32 = 20.0;
/// Where there is no room for a banner of its own, an army is counted with one of its court that is no farther off than this.
const COUNTED: f32 = 40.0;
/// A pole farther than this from its army has a thread to it.
const THREAD: f32 = 15.0;
/// Radius of the disc that counts the armies under a banner.
const COUNT: f32 = 8.5;
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
    /// How strong, and who or how old the news is: as many of these lines as there is room for.
    pub lines: Vec<LayoutJob>,
}

impl Flag {
    /// The thread from the foot of the pole to where the army is.
    fn thread(&self) -> (Pos2, Pos2) {
        (self.foot, self.at)
    }
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

/// How strong armies of one court are together, as their banner says it: counted for one's own, about for others'.
fn strength(armies: &[Army]) -> String {
    let men: u32 = armies.iter().map(|a| a.men).sum();
    match armies.first().and_then(|a| a.age) {
        None => number(men),
        Some(_) => format!("≈ {}", about(men)),
    }
}

/// How old the news of an army is, in a word or two.
pub(super) fn seen(see: &Sight<'_>, age: u16) -> String {
    match age {
        0 => see.texts().t("map-seen-now"),
        n => tr!(see.texts(), "map-seen-ago", n = n * 10),
    }
}

/// The lines beside a banner: how strong; then who, or how old the news is, where that is told.
fn words(see: &Sight<'_>, class: Class, armies: &[Army]) -> Vec<LayoutJob> {
    let Some(army) = armies.first() else {
        return Vec::new();
    };
    let (ink, book, texts) = (&see.look.ink, see.book(), see.texts());
    let holder = Holder::of(book, Some(army.court));
    let font = Lettering::Strength.font(class);
    let letter = format!("{} ", holder.letter());
    let men = strength(armies);
    let first = brush::line(&[
        (letter.as_str(), font.clone(), holder.colour(ink)),
        (men.as_str(), font, ink.ink),
    ]);
    let who = army.commander.map(|p| names::name(&see.view(), p));
    let who = who.map(|who| match armies.len() - 1 {
        0 => who,
        more => tr!(texts, "map-banner-more", who = who, n = more),
    });
    let second = match (army.age, who) {
        (None, who) => who,
        (Some(age), Some(who)) if class == Class::Near => {
            Some(format!("{who}, {}", seen(see, age)))
        }
        (Some(age), _) => Some(seen(see, age)),
    };
    let old = army.age.is_some_and(|age| age > STALE);
    let second = second
        .filter(|_| class.tells_who() || old)
        .map(|text| brush::line(&[(text.as_str(), Lettering::Who.font(class), ink.ink2)]));
    std::iter::once(first).chain(second).collect()
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
    let ground = Ground {
        ui,
        see,
        frame,
        class,
        towns,
    };
    let mut flags: Vec<Flag> = Vec::new();
    for armies in together(see, frame, class) {
        // The words give way before the place does.
        let all = words(see, class, &armies).len();
        let own = (0..=all)
            .rev()
            .find_map(|lines| ground.stand(&flags, taken, &armies, lines));
        if let Some(flag) = own {
            taken.add(flag.rect);
            flags.push(flag);
            continue;
        }
        // No room at all: they are counted with the nearest of their court.
        let at = frame.sheet(armies[0].spot);
        let nearest = flags
            .iter()
            .enumerate()
            .filter(|(_, f)| f.armies[0].court == armies[0].court)
            .map(|(i, f)| (i, f.at.distance(at)))
            .filter(|(_, far)| *far <= COUNTED)
            .min_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((i, _)) = nearest {
            let mut old = flags.remove(i);
            taken.leave(old.rect);
            old.armies.extend(armies);
            let all = old.lines.len();
            let new = (0..=all)
                .rev()
                .find_map(|lines| ground.stand(&flags, taken, &old.armies, lines));
            // A longer number may have no room: then the banner stands where it stood, without words.
            let new = new.unwrap_or_else(|| ground.make(&old.armies, 0, old.foot, old.mirrored));
            taken.add(new.rect);
            flags.insert(i, new);
        } else {
            // A siege may have to be shown from the other side; over the rest only where there is no ground at all.
            let anywhere = ground.stand_on(&flags, taken, &armies, 0, -1.1);
            let over = || ground.make(&armies, 0, at + vec2(4.0, -2.0), false);
            let flag = anywhere.unwrap_or_else(over);
            taken.add(flag.rect);
            flags.push(flag);
        }
    }
    flags
}

/// The armies by the banners they stand under, the weightiest first.
fn together(see: &Sight<'_>, frame: &Frame, class: Class) -> Vec<Vec<Army>> {
    let view = see.view();
    let besieged = |army: &Army| view.siege(army.place).is_some();
    let mut all = armies(see);
    all.sort_by_key(|a| {
        // Not by what is selected: choosing must not move anything.
        let rank = match (besieged(a), a.age.is_none()) {
            (true, _) => 1,
            (_, true) => 2,
            _ => 3,
        };
        (rank, std::cmp::Reverse(a.men), a.id)
    });
    let mut out: Vec<Vec<Army>> = Vec::new();
    for army in all {
        let at = frame.sheet(army.spot);
        let with = out.iter_mut().find(|with| {
            let first = &with[0];
            let near = frame.sheet(first.spot).distance(at) <= TOGETHER;
            // Who is besieged, and who besieges, stands for himself.
            let apart = first.place != army.place && (besieged(first) || besieged(&army));
            class == Class::Far && first.court == army.court && near && !apart
        });
        match with {
            Some(with) => with.push(army),
            None => out.push(vec![army]),
        }
    }
    out
}

/// What banners are set up on.
struct Ground<'a> {
    ui: &'a Ui,
    see: &'a Sight<'a>,
    frame: &'a Frame,
    class: Class,
    towns: &'a [Town],
}

impl Ground<'_> {
    /// The banner by its army with so many lines of words, where there is room for that.
    fn stand(&self, flags: &[Flag], taken: &Taken, armies: &[Army], lines: usize) -> Option<Flag> {
        self.stand_on(flags, taken, armies, lines, -0.2)
    }

    /// The same, at a siege only on ways that go as much to the side of the siege as `least_side` says, of −1 to 1.
    fn stand_on(
        &self,
        flags: &[Flag],
        taken: &Taken,
        armies: &[Army],
        lines: usize,
        least_side: f32,
    ) -> Option<Flag> {
        let army = armies.first()?;
        let at = self.frame.sheet(army.spot);
        let town = self
            .towns
            .iter()
            .find(|t| t.place == army.place && !army.marching);
        let siege = town.and_then(|t| self.see.view().siege(t.place).map(|s| (t, s)));
        let side = siege.map_or(vec2(0.8, -0.6), |(town, siege)| {
            let from = sieges::towards(self.see, town, siege);
            if siege.by == army.court { from } else { -from }
        });
        let least = match (town, siege) {
            (Some(town), Some(_)) => town.side * 0.5 + 11.0,
            (Some(town), None) => town.side * 0.5 + 4.0,
            _ => 3.0,
        };
        let mut ways: Vec<Vec2> = (0_u8..16)
            .map(|i| Vec2::angled(std::f32::consts::TAU / 16.0 * f32::from(i)))
            .filter(|way| siege.is_none() || way.dot(side) > least_side)
            .collect();
        ways.sort_by(|a, b| b.dot(side).total_cmp(&a.dot(side)));
        let right = self.make(armies, lines, Pos2::ZERO, false);
        let left = self.make(armies, lines, Pos2::ZERO, true);
        for ring in 0..RINGS.1 {
            for way in &ways {
                let foot = at + *way * (least + RINGS.0 * f32::from(ring));
                let first = way.x < -0.1;
                for mirrored in [first, !first] {
                    let flag = if mirrored { &left } else { &right };
                    let free = taken.is_free(flag.rect.translate(foot.to_vec2()))
                        && !flags.iter().any(|f| crosses(f.thread(), (foot, at)));
                    if free {
                        return Some(self.make(armies, lines, foot, mirrored));
                    }
                }
            }
        }
        None
    }

    fn make(&self, armies: &[Army], lines: usize, foot: Pos2, mirrored: bool) -> Flag {
        let army = &armies[0];
        let mut words = words(self.see, self.class, armies);
        words.truncate(lines);
        let widest = words
            .iter()
            .map(|line| plan::measure(self.ui, line).x)
            .fold(0.0, f32::max);
        let flag = self.class.flag();
        let high = flag + FOOT;
        let count = if armies.len() > 1 { COUNT } else { 0.0 };
        let wide = if words.is_empty() {
            flag + FLY + count
        } else {
            flag + FLY + 8.0 + count + widest
        };
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
            armies: armies.to_vec(),
            at: self.frame.sheet(army.spot),
            foot,
            mirrored,
            rect,
            hand,
            holder: Holder::of(self.see.book(), Some(army.court)),
            glyph: glyph(self.see, army),
            lines: words,
        }
    }
}

/// Whether two threads cross. Two that lead to one place do not.
fn crosses(one: (Pos2, Pos2), other: (Pos2, Pos2)) -> bool {
    if one.1.distance(other.1) < 1.0 {
        return false;
    }
    let turn = |a: Pos2, b: Pos2, c: Pos2| (b - a).rot90().dot(c - a);
    let parts =
        |(a, b): (Pos2, Pos2), (c, d): (Pos2, Pos2)| (turn(a, b, c) > 0.0) != (turn(a, b, d) > 0.0);
    parts(one, other) && parts(other, one)
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
    if foot.distance(at) > THREAD {
        let stroke = Stroke::new(1.2, ink.ink.gamma_multiply(part));
        brush.painter.line_segment([foot, at], stroke);
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
    let count = flag.armies.len();
    let mut beside = 5.0;
    if count > 1 {
        // Several stand here: how many, on the lower corner away from the pole.
        let middle = pos2(near + toward * (side + FLY), top + side - 3.0);
        brush.painter.circle_filled(middle, COUNT, ink.hi);
        brush
            .painter
            .circle_stroke(middle, COUNT, Stroke::new(1.2, ink.ink));
        brush.painter.text(
            middle,
            Align2::CENTER_CENTER,
            count,
            Lettering::Disc.font(class),
            ink.ink,
        );
        beside += COUNT;
    }
    if words {
        let mut y = top - 2.0;
        for job in &flag.lines {
            let size = brush.galley(job).size();
            let x = if flag.mirrored {
                fly.left() - beside - size.x
            } else {
                fly.right() + beside
            };
            brush.lettering(pos2(x, y), job, 1.0);
            y += 18.0;
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
