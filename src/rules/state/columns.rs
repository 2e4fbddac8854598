//! Where the columns of a game lie: what every place, army, person and court has, each a slice in the order of the ids.
//!
//! A game keeps them in a private ECS world. The same columns as plain vectors are the floor that the benches measure it against: the rules read
//! and write slices either way.

use bevy_ecs::change_detection::ContiguousMut;
use bevy_ecs::prelude::{Query, World};
use bevy_ecs::query::ContiguousQueryData;
use bevy_ecs::system::SystemState;

use super::components::{
    Captive, Ceded, Country, Field, Figure, Force, Perhaps, Realm, Siege, Town,
};

/// What a game lives in.
pub(super) enum Home {
    /// An ECS world, with an entity for each thing.
    Ecs(Box<World>),
    /// A vector for each column.
    Plain(Box<Plain>),
}

impl Home {
    /// The columns in it.
    pub(super) fn columns(&mut self) -> Columns<'_> {
        match self {
            Self::Ecs(world) => Columns::of(world),
            Self::Plain(plain) => plain.columns(),
        }
    }
}

/// The columns as plain vectors.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) towns: Vec<Town>,
    pub(super) countries: Vec<Country>,
    pub(super) sieges: Vec<Perhaps<Siege>>,
    pub(super) ceded: Vec<Perhaps<Ceded>>,
    pub(super) forces: Vec<Force>,
    pub(super) fields: Vec<Field>,
    pub(super) figures: Vec<Figure>,
    pub(super) captives: Vec<Perhaps<Captive>>,
    pub(super) realms: Vec<Realm>,
}

impl Plain {
    fn columns(&mut self) -> Columns<'_> {
        Columns {
            towns: &mut self.towns,
            countries: &mut self.countries,
            sieges: &mut self.sieges,
            ceded: &mut self.ceded,
            forces: &mut self.forces,
            fields: &mut self.fields,
            figures: &mut self.figures,
            captives: &mut self.captives,
            realms: &mut self.realms,
        }
    }
}

/// The columns of the world, each a slice in the order of the ids: what every place, army, person and court has.
#[derive(Debug, Default)]
pub(super) struct Columns<'w> {
    pub(super) towns: &'w mut [Town],
    pub(super) countries: &'w mut [Country],
    pub(super) sieges: &'w mut [Perhaps<Siege>],
    pub(super) ceded: &'w mut [Perhaps<Ceded>],
    pub(super) forces: &'w mut [Force],
    pub(super) fields: &'w mut [Field],
    pub(super) figures: &'w mut [Figure],
    pub(super) captives: &'w mut [Perhaps<Captive>],
    pub(super) realms: &'w mut [Realm],
}

impl<'w> Columns<'w> {
    /// Those of a world in which places, armies, people and courts were spawned in the order of their ids. Nothing is spawned, despawned or
    /// given another component after that, so each kind lies in one table, and a row is an id.
    fn of(world: &'w mut World) -> Self {
        type Places<'a> = (
            &'a mut Town,
            &'a mut Country,
            &'a mut Perhaps<Siege>,
            &'a mut Perhaps<Ceded>,
        );
        type All<'w, 's> = (
            Query<'w, 's, Places<'static>>,
            Query<'w, 's, (&'static mut Force, &'static mut Field)>,
            Query<'w, 's, (&'static mut Figure, &'static mut Perhaps<Captive>)>,
            Query<'w, 's, &'static mut Realm>,
        );
        let mut asked = SystemState::<All<'_, '_>>::new(world);
        let Ok((places, armies, people, courts)) = asked.get_mut(world) else {
            return Self::default();
        };
        let mut columns = Self::default();
        if let Some((towns, countries, sieges, ceded)) = table(places) {
            columns.towns = slice(towns);
            columns.countries = slice(countries);
            columns.sieges = slice(sieges);
            columns.ceded = slice(ceded);
        }
        if let Some((forces, fields)) = table(armies) {
            columns.forces = slice(forces);
            columns.fields = slice(fields);
        }
        if let Some((figures, captives)) = table(people) {
            columns.figures = slice(figures);
            columns.captives = slice(captives);
        }
        if let Some(realms) = table(courts) {
            columns.realms = slice(realms);
        }
        columns
    }
}

/// The one table that a query goes through; none if there is nothing of the kind.
fn table<'w, 's, D: ContiguousQueryData>(query: Query<'w, 's, D>) -> Option<D::Contiguous<'w, 's>> {
    query.contiguous_iter_inner().ok()?.next()
}

/// A column of it.
fn slice<'w, T>(column: ContiguousMut<'w, T>) -> &'w mut [T] {
    column.into_iter().into_slice()
}
