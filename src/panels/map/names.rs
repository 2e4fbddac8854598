//! The names of towns and regions: each tries eight places round its sign, those that matter most first, and is left out where
//! none is free. So names never overlap, and since all is decided on the sheet of the whole map, none moves while it is panned.

use egui::text::LayoutJob;
use egui::{Pos2, Rect, Ui, Vec2, vec2};

use super::brush;
use super::camera::Frame;
use super::plan::{self, Taken, Town};
use super::roads;
use super::zoom::{Class, Lettering};
use crate::base::ids::PlaceId;
use crate::earth::Spot;
use crate::panels::desk::Thing;
use crate::panels::sight::Sight;
use crate::scenario::model::PlaceKind;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A place.
    Place(PlaceId),
    /// A region.
    Region,
}

/// A name that found its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// Of what.
    pub of: Named,
    /// Its lines, each with its corner on the sheet.
    pub lines: Vec<(Pos2, LayoutJob)>,
    /// All of it, on the sheet.
    pub rect: Rect,
}

/// Between a sign and its name.
const GAP: f32 = 4.0;

/// A name that looks for a place.
struct Wish {
    rank: (u8, u32),
    of: Named,
    lines: Vec<LayoutJob>,
    sizes: Vec<Vec2>,
    places: Vec<Pos2>,
}

/// Names of this rank and before it are placed before the banners: the besieged and the capitals.
const FIRST: u8 = 2;
/// The rank of a name that shows only because its town is chosen. It comes last: choosing must not move anything.
const CHOSEN: u8 = 9;

/// Which names look for a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    /// Those that go before the banners.
    First,
    /// These, that had to leave theirs.
    These(&'a [Named]),
    /// Those that go after the banners.
    Others,
}

/// The room that a name takes.
pub(super) fn room(rect: Rect) -> Rect {
    rect.expand2(vec2(3.0, 0.0))
}

/// The names and where they stand.
pub(super) fn lay(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    class: Class,
    towns: &[Town],
    which: Which<'_>,
    taken: &mut Taken,
) -> Vec<Name> {
    let mut wishes: Vec<Wish> = towns
        .iter()
        .filter_map(|town| wish(ui, see, class, town))
        .collect();
    wishes.extend(regions(ui, see, frame, class));
    wishes.retain(|w| match which {
        Which::First => w.rank.0 <= FIRST,
        Which::These(these) => these.contains(&w.of),
        Which::Others => w.rank.0 > FIRST,
    });
    wishes.sort_by_key(|w| w.rank);
    let mut out = Vec::new();
    for wish in wishes {
        let size = wish.sizes.iter().fold(Vec2::ZERO, |all, line| {
            vec2(all.x.max(line.x), all.y + line.y)
        });
        let found = wish
            .places
            .iter()
            .map(|corner| Rect::from_min_size(*corner, size))
            .find(|rect| taken.is_free(rect.shrink(1.0)));
        let anywhere = || Some(Rect::from_min_size(*wish.places.first()?, size));
        let found = found.or_else(|| anywhere().filter(|_| wish.rank.0 == CHOSEN));
        let Some(rect) = found else {
            continue;
        };
        taken.add(room(rect));
        let mut y = rect.top();
        let lines = wish
            .lines
            .into_iter()
            .zip(wish.sizes)
            .map(|(job, size)| {
                let at = Pos2::new(rect.center().x - size.x * 0.5, y);
                y += size.y;
                (at, job)
            })
            .collect();
        out.push(Name {
            of: wish.of,
            lines,
            rect,
        });
    }
    out
}

fn wish(ui: &Ui, see: &Sight<'_>, class: Class, town: &Town) -> Option<Wish> {
    let (view, book, ink) = (see.view(), see.book(), &see.look.ink);
    let place = &book.atlas.places[town.place.index()];
    let selected = plan::is_selected(see, Thing::Place(town.place));
    let aimed = see
        .desk
        .aim
        .as_ref()
        .is_some_and(|a| a.place == Some(town.place));
    let anyway = town.matters || class.shows_name(place.kind, town.theatre);
    if !(selected || aimed || anyway) {
        return None;
    }
    let capital = place.kind == PlaceKind::Capital || view.realm().seat == town.place;
    let rank = match place.kind {
        _ if !anyway => CHOSEN,
        _ if view.siege(town.place).is_some() => 1,
        _ if capital => 2,
        PlaceKind::SuperiorPrefecture => 5,
        _ if town.theatre => 6,
        PlaceKind::Prefecture | PlaceKind::Pass => 7,
        _ => 8,
    };
    let (face, zh) = if capital {
        (Lettering::Capital, Lettering::CapitalZh)
    } else {
        (Lettering::Town, Lettering::TownZh)
    };
    let name = crate::prose::names::short(&place.name);
    let job = brush::line(&[
        (name, face.font(class), ink.ink),
        (" ", face.font(class), ink.ink),
        (place.name_zh.as_str(), zh.font(class), ink.ink2),
    ]);
    let size = plan::measure(ui, &job);
    let km = book.atlas.km(view.realm().seat, town.place);
    let ring = if view.siege(town.place).is_some() {
        9.0
    } else {
        0.0
    };
    let half = town.side * 0.5 + ring;
    let mut places = round(town.at, half, size);
    if rank <= FIRST {
        // These may stand a little farther off rather than not at all.
        for aside in [9.0, 18.0, 27.0] {
            places.extend(round(town.at, half + aside, size));
        }
    }
    Some(Wish {
        rank: (rank, km),
        of: Named::Place(town.place),
        places,
        lines: vec![job],
        sizes: vec![size],
    })
}

/// The eight places of a name round a sign, the best first: the corner of each.
fn round(at: Pos2, half: f32, size: Vec2) -> Vec<Pos2> {
    let (w, h) = (size.x, size.y);
    let (near, low) = (half + GAP, half + 1.0);
    [
        vec2(near, -h * 0.5),
        vec2(-near - w, -h * 0.5),
        vec2(near * 0.7, low * 0.6),
        vec2(near * 0.7, -low * 0.6 - h),
        vec2(-near * 0.7 - w, low * 0.6),
        vec2(-near * 0.7 - w, -low * 0.6 - h),
        vec2(-w * 0.5, low),
        vec2(-w * 0.5, -low - h),
    ]
    .into_iter()
    .map(|by| at + by)
    .collect()
}

/// The regions whose names are written over the ground, by the beginning of the circuits that make them up.
fn region_key(circuit: &str) -> Option<&'static str> {
    const KEYS: [(&str, &str); 18] = [
        ("Hebei", "region-hebei"),
        ("Hedong", "region-hedong"),
        ("Jingxi", "region-jingxi"),
        ("Jingdong", "region-jingdong"),
        ("Huainan", "region-huainan"),
        ("Liangzhe", "region-liangzhe"),
        ("Jinghu", "region-jinghu"),
        ("Jiangnan", "region-jiangnan"),
        ("Fujian", "region-fujian"),
        ("Yongxing", "region-shaanxi"),
        ("Qinfeng", "region-shaanxi"),
        ("Fuyan", "region-shaanxi"),
        ("Lizhou", "region-sichuan"),
        ("Kuizhou", "region-sichuan"),
        ("Xia", "region-xia"),
        ("Liao Nanjing", "region-yan"),
        ("Liao Xijing", "region-yun"),
        ("Liao Dongjing", "region-liaodong"),
    ];
    KEYS.iter()
        .find(|(start, _)| circuit.starts_with(start))
        .map(|(_, key)| *key)
}

fn region_words(see: &Sight<'_>, key: &str) -> String {
    let texts = see.texts();
    match key {
        "region-hebei" => texts.t("region-hebei"),
        "region-hedong" => texts.t("region-hedong"),
        "region-jingxi" => texts.t("region-jingxi"),
        "region-jingdong" => texts.t("region-jingdong"),
        "region-huainan" => texts.t("region-huainan"),
        "region-liangzhe" => texts.t("region-liangzhe"),
        "region-jinghu" => texts.t("region-jinghu"),
        "region-jiangnan" => texts.t("region-jiangnan"),
        "region-fujian" => texts.t("region-fujian"),
        "region-shaanxi" => texts.t("region-shaanxi"),
        "region-sichuan" => texts.t("region-sichuan"),
        "region-xia" => texts.t("region-xia"),
        "region-yan" => texts.t("region-yan"),
        "region-yun" => texts.t("region-yun"),
        _ => texts.t("region-liaodong"),
    }
}

fn regions(ui: &Ui, see: &Sight<'_>, frame: &Frame, class: Class) -> Vec<Wish> {
    let (book, ink) = (see.book(), &see.look.ink);
    let mut found: Vec<(&'static str, Vec<Spot>)> = Vec::new();
    for (i, place) in book.atlas.places.iter().enumerate() {
        let Some(key) = region_key(&place.circuit) else {
            continue;
        };
        let spot = roads::spot(book, PlaceId::of(i));
        match found.iter_mut().find(|(k, _)| *k == key) {
            Some((_, spots)) => spots.push(spot),
            None => found.push((key, vec![spot])),
        }
    }
    found
        .into_iter()
        .filter(|(_, spots)| spots.len() > 1)
        .map(|(key, spots)| {
            #[expect(clippy::cast_precision_loss, reason = "a region has few places")]
            let n = spots.len() as f64;
            let middle = Spot {
                x: spots.iter().map(|s| s.x).sum::<f64>() / n,
                y: spots.iter().map(|s| s.y).sum::<f64>() / n,
            };
            let words = region_words(see, key);
            let (name, zh) = words.rsplit_once(' ').unwrap_or((words.as_str(), ""));
            let mut latin = brush::line(&[(name, Lettering::Region.font(class), ink.ink2)]);
            let mut han = brush::line(&[(zh, Lettering::RegionZh.font(class), ink.ink2)]);
            for job in [&mut latin, &mut han] {
                for section in &mut job.sections {
                    section.format.extra_letter_spacing = section.format.font_id.size * 0.3;
                }
            }
            let lines = vec![latin, han];
            let sizes: Vec<Vec2> = lines.iter().map(|l| plan::measure(ui, l)).collect();
            let half = vec2(sizes[0].x.max(sizes[1].x), sizes[0].y + sizes[1].y) * 0.5;
            let at = frame.sheet(middle);
            // The middle of the region first, then ever wider round it.
            let mut places = Vec::new();
            for ring in 0_u8..(if class == Class::Far { 3 } else { 5 }) {
                for i in 0_u8..(if ring == 0 { 1 } else { 12 }) {
                    let way = Vec2::angled(std::f32::consts::TAU / 12.0 * f32::from(i));
                    places.push(at + way * 22.0 * f32::from(ring) - half);
                }
            }
            Wish {
                rank: (if class == Class::Far { 3 } else { 4 }, 0),
                of: Named::Region,
                lines,
                sizes,
                places,
            }
        })
        .collect()
}
