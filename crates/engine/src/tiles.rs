//! The map's layers, within the asker's scope.

use domain::actors::{Actor, Right};
use domain::{Fault, Refusal};
use store::tiles::{Layer, TileKey};

use crate::centres::seen;
use crate::{Engine, Error};

impl Engine {
    /// A layer's tile of a centre and all below it; the actor's own centre when none is named. `place` is zoom, column, row.
    ///
    /// # Errors
    /// `NotFound` for an unknown layer, tile or centre.
    pub async fn tile(
        &self,
        actor: &Actor,
        layer: &str,
        place: (i32, i32, i32),
        centre: &str,
    ) -> Result<Vec<u8>, Fault> {
        let made = async {
            actor.has(Right::ViewCity)?;
            let layer = Layer::ALL.into_iter().find(|l| l.name() == layer).ok_or(Refusal::NotFound)?;
            let key = TileKey::new(place.0, place.1, place.2).ok_or(Refusal::NotFound)?;
            let mut tx = self.db.people(actor).await?;
            let centre = seen(&mut tx, actor, Right::ViewCity, centre).await?;
            Ok::<_, Error>(store::tiles::tile(&mut tx, layer, key, &centre.path).await?)
        };
        Ok(made.await?)
    }
}
