//! What stands where on the map, decided for a state of the game and a scale: signs, banners and names on the sheet of the whole
//! map. Moving the map moves the sheet and decides nothing anew, so that no name jumps while it is panned.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Id, Pos2, Rect, Ui, Vec2};

use super::banners::{self, Flag};
use super::camera::Frame;
use super::names::{self, Name, Which};
use super::rivers::{self, Letter};
use super::roads;
use super::towns;
use super::zoom::Class;
use crate::base::ids::PlaceId;
use crate::panels::desk::Thing;
use crate::panels::look::Holder;
use crate::panels::sight::Sight;

/// A place's sign.
#[derive(Clone, Debug)]
pub struct Town {
    /// The place.
    pub place: PlaceId,
    /// Its middle, on the sheet.
    pub at: Pos2,
    /// Its side.
    pub side: f32,
    /// Half the side of the square that answers to the hand.
    pub reach: f32,
    /// Who is said to hold it.
    pub holder: Holder,
    /// Whether something goes on there that must be seen from any height.
    pub matters: bool,
    /// Whether it lies in a theatre of war.
    pub theatre: bool,
}

/// Everything on the sheet.
#[derive(Clone, Debug)]
pub struct Plan {
    key: u64,
    /// How near.
    pub class: Class,
    /// Signs, in the order of the atlas.
    pub towns: Vec<Town>,
    /// Banners, the weightiest first.
    pub flags: Vec<Flag>,
    /// Names that found a place.
    pub names: Vec<Name>,
    /// The letters of the rivers' names.
    pub rivers: Vec<Letter>,
}

impl Plan {
    /// The plan for this moment, from memory where nothing has changed.
    #[must_use]
    pub fn of(ui: &Ui, see: &Sight<'_>, frame: &Frame) -> Arc<Self> {
        let key = fingerprint(ui, see, frame);
        let id = Id::new("map-plan");
        if let Some(plan) = ui.data(|d| d.get_temp::<Arc<Self>>(id))
            && plan.key == key
        {
            return plan;
        }
        let plan = Arc::new(Self::make(ui, see, frame, key));
        ui.data_mut(|d| d.insert_temp(id, plan.clone()));
        plan
    }

    fn make(ui: &Ui, see: &Sight<'_>, frame: &Frame, key: u64) -> Self {
        let class = Class::of(frame.camera.km_per_point);
        let towns = towns::lay(see, frame, class);
        let mut taken = Taken::default();
        for town in &towns {
            // A ring of besiegers takes its room too.
            let ring = see.view().siege(town.place).is_some();
            taken.add(Rect::from_center_size(
                town.at,
                Vec2::splat(town.side + if ring { 14.0 } else { 3.0 }),
            ));
        }
        for (place, ..) in towns::battles(see) {
            let at = frame.sheet(roads::spot(see.book(), place)) + towns::BATTLE;
            taken.add(Rect::from_center_size(at, Vec2::splat(26.0)));
        }
        let lay =
            |which, taken: &mut Taken| names::lay(ui, see, frame, class, &towns, which, taken);
        let mut names = lay(Which::First, &mut taken);
        let flags = banners::lay(ui, see, frame, class, &towns, &mut taken);
        // A banner that had no ground but under a name has it: the name looks for another place.
        let moved: Vec<Name> = names
            .extract_if(.., |n| flags.iter().any(|f| f.rect.intersects(n.rect)))
            .collect();
        for name in &moved {
            taken.leave(names::room(name.rect));
        }
        let moved: Vec<_> = moved.iter().map(|name| name.of).collect();
        names.extend(lay(Which::These(&moved), &mut taken));
        names.extend(lay(Which::Others, &mut taken));
        let rivers = rivers::lay(ui, see, frame, class, &mut taken);
        Self {
            key,
            class,
            towns,
            flags,
            names,
            rivers,
        }
    }

    /// The sign of a place, if it has one now.
    #[must_use]
    pub fn town(&self, place: PlaceId) -> Option<&Town> {
        self.towns.iter().find(|t| t.place == place)
    }
}

/// What is taken on the sheet.
#[derive(Clone, Debug, Default)]
pub struct Taken(Vec<Rect>);

impl Taken {
    /// Takes a rectangle.
    pub fn add(&mut self, rect: Rect) {
        self.0.push(rect);
    }
    /// Gives a rectangle back that was taken.
    pub fn leave(&mut self, rect: Rect) {
        if let Some(i) = self.0.iter().position(|taken| *taken == rect) {
            self.0.remove(i);
        }
    }
    /// Whether nothing there is taken yet.
    #[must_use]
    pub fn is_free(&self, rect: Rect) -> bool {
        self.0.iter().all(|taken| !taken.intersects(rect))
    }
}

/// How large lettering is.
pub(super) fn measure(ui: &Ui, job: &LayoutJob) -> Vec2 {
    ui.painter().layout_job(job.clone()).size()
}

/// Everything the plan hangs on, as a number.
fn fingerprint(ui: &Ui, see: &Sight<'_>, frame: &Frame) -> u64 {
    let (view, desk) = (see.view(), see.desk);
    let mut hash = DefaultHasher::new();
    (desk.court, view.turn(), desk.selected).hash(&mut hash);
    frame.camera.km_per_point.to_bits().hash(&mut hash);
    ui.pixels_per_point().to_bits().hash(&mut hash);
    (see.look.plain_face, see.look.theme, &see.book().id).hash(&mut hash);
    see.atlas.is_some().hash(&mut hash);
    for place in view.places() {
        view.holder(place).hash(&mut hash);
        if let Some(siege) = view.siege(place) {
            (place, siege.by, siege.close).hash(&mut hash);
        }
        view.ceded(place).is_some().hash(&mut hash);
    }
    for army in view.armies() {
        (army.id, army.at, army.next, army.done_km).hash(&mut hash);
        (army.men, army.commander).hash(&mut hash);
    }
    for (place, entry, ..) in towns::battles(see) {
        (place, entry).hash(&mut hash);
    }
    for army in view.known() {
        (army.id, army.court, army.place, army.men, army.seen).hash(&mut hash);
    }
    hash.finish()
}

/// Whether a thing is the selected one.
pub(super) fn is_selected(see: &Sight<'_>, thing: Thing) -> bool {
    see.desk.selected == Some(thing)
}

/// The places where an army stands that the court knows of.
pub(super) fn camps(see: &Sight<'_>) -> Vec<PlaceId> {
    let view = see.view();
    let mut out: Vec<PlaceId> = view
        .armies()
        .map(|a| a.at)
        .chain(view.known().map(|a| a.place))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether a place lies within reach of one of these, as the crow flies.
pub(super) fn near_any(see: &Sight<'_>, place: PlaceId, others: &[PlaceId], km: f64) -> bool {
    let book = see.book();
    let here = roads::spot(book, place);
    others.iter().any(|o| roads::spot(book, *o).km(here) <= km)
}
