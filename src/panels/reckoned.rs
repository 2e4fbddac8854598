//! What takes some reckoning is reckoned once for a state of the game, and not anew in every frame that is drawn.

use std::sync::Arc;

use egui::{Id, Response, Ui};

use super::sight::Sight;
use crate::base::ids::CourtId;
use crate::panels::widgets::Tip;

/// What was reckoned last under a name, and of what.
struct Kept<K, T> {
    stamp: u64,
    court: CourtId,
    of: K,
    what: Arc<T>,
}

impl<K: Clone, T> Clone for Kept<K, T> {
    fn clone(&self) -> Self {
        Self {
            stamp: self.stamp,
            court: self.court,
            of: self.of.clone(),
            what: Arc::clone(&self.what),
        }
    }
}

/// What `reckon` makes of this, for the court that sits, as things stand: reckoned when either has changed since the last frame.
pub(super) fn reckoned<K, T>(
    ui: &Ui,
    see: &Sight<'_>,
    name: &'static str,
    of: K,
    reckon: impl FnOnce() -> T,
) -> Arc<T>
where
    K: PartialEq + Clone + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let id = Id::new(("reckoned", name));
    let (stamp, court) = (see.session.stamp(), see.desk.court);
    let kept: Option<Kept<K, T>> = ui.data(|d| d.get_temp(id));
    if let Some(kept) = kept
        && kept.stamp == stamp
        && kept.court == court
        && kept.of == of
    {
        return kept.what;
    }
    let what = Arc::new(reckon());
    let kept = Kept {
        stamp,
        court,
        of,
        what: Arc::clone(&what),
    };
    ui.data_mut(|d| d.insert_temp(id, kept));
    what
}

/// Words for the hover that are found only when somebody hovers.
pub(super) trait Tells {
    /// Says them while the pointer rests here.
    fn tells(self, words: impl FnOnce() -> String) -> Self;
}

impl Tells for Response {
    fn tells(self, words: impl FnOnce() -> String) -> Self {
        self.tip_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.label(words());
        })
    }
}
