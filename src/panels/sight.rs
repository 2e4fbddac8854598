//! What a panel may see while it is drawn. It can change none of it: what it wants goes into the list of intents.

use super::desk::Desk;
use super::layout::Layout;
use super::look::Look;
use super::looking::Looking;
use super::settings::Settings;
use super::store::SaveId;
use crate::engine::Ask;
use crate::orders::OrderNow;
use crate::painting::ground::Atlas;
use crate::prose::Texts;
use crate::rules::check::Refusal;
use crate::scenario::model::Scenario;
use crate::table::{self, About, Session, Told};
use crate::view::View;

/// Everything in a panel's sight.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    /// The game at the table.
    pub session: &'a Session,
    /// The desk of the court that sits.
    pub desk: &'a Desk,
    /// The look.
    pub look: &'a Look,
    /// The settings.
    pub settings: &'a Settings,
    /// Where things stand in the window.
    pub layout: Layout,
    /// The journal of the game.
    pub save: Option<&'a SaveId>,
    /// Rivers and roads as they lie on the ground; none until they are read.
    pub atlas: Option<&'a Atlas>,
    /// The search for the turning points of the game, once it is over.
    pub looking: &'a Looking,
}

impl<'a> Sight<'a> {
    /// What the sitting court may know.
    #[must_use]
    pub fn view(&self) -> View<'a> {
        self.session.view(self.desk.court)
    }
    /// Whether nothing can be decided any more: the game is over, or its player ended it here to read the debrief.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.desk.put_down || self.view().is_over()
    }
    /// The messages.
    #[must_use]
    pub const fn texts(&self) -> &'a Texts {
        self.session.texts()
    }
    /// Whether an order may be given, in the place of the ask with an index where one is named.
    ///
    /// # Errors
    /// With what is missing.
    pub fn may_order(&self, order: &OrderNow, replaces: Option<usize>) -> Result<(), Refusal> {
        match replaces {
            None => self.view().may_order(order),
            Some(index) => {
                let ask = Ask::Order(order.clone());
                self.session.may_replace(self.desk.court, index, &ask)
            }
        }
    }
    /// What moves a number, a line each, for the hover.
    #[must_use]
    pub fn moves(&self, about: About) -> String {
        table::moves(self.session, self.desk.court, about)
            .into_iter()
            .map(|told| match told {
                Told::Line(words) => words,
                Told::Sum { reason, by } => format!("{reason}: {by}"),
            })
            .collect::<Vec<_>>()
            .join("\n")
    }
    /// The scenario.
    #[must_use]
    pub fn book(&self) -> &'a Scenario {
        self.session.engine().book()
    }
}
