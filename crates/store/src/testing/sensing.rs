//! What senses: `city.a_water_rule(60, 300)`, `city.an_underpass("U1", "500106003")`, `city.a_gateway("g1", hash, "500106")`.

use domain::DatastreamId;

use super::TestCity;

impl TestCity {
    /// The rule for water in underpasses (blue 10, yellow 15, orange 25, red 30 cm; clear at 7, 10, 18, 20), with how long
    /// water must stand, and be gone, in seconds. A district takes what it raises.
    ///
    /// # Panics
    /// When it is there already.
    pub async fn a_water_rule(&self, for_raise_s: i32, for_clear_s: i32) {
        sqlx::query(include_str!("../../queries/testing/a_water_rule.sql"))
            .bind(for_raise_s)
            .bind(for_clear_s)
            .execute(&self.database.owner)
            .await
            .expect("a rule can be made");
    }

    /// An underpass in a centre, with a gauge of the same code. Make the water rule first.
    ///
    /// # Panics
    /// When the test did not build the centre, or the code is taken.
    pub async fn an_underpass(&self, code: &str, centre: &str) -> DatastreamId {
        let id = sqlx::query_scalar(include_str!("../../queries/testing/an_underpass.sql"))
            .bind(code)
            .bind(centre)
            .fetch_one(&self.database.owner)
            .await
            .expect("an underpass can be built in a centre that was built before");
        DatastreamId(id)
    }

    /// Another gauge in an underpass that was built before.
    ///
    /// # Panics
    /// When it was not, or the code is taken.
    pub async fn another_gauge(&self, code: &str, underpass: &str) {
        sqlx::query(include_str!("../../queries/testing/another_gauge.sql"))
            .bind(code)
            .bind(underpass)
            .execute(&self.database.owner)
            .await
            .expect("a gauge can be added to an underpass that was built before");
    }

    /// The sign `underpass_depth`, on the front of every tier: yellow from 15, red from 30 cm. Make the water rule first.
    ///
    /// # Panics
    /// When it is there already.
    pub async fn a_depth_sign(&self) {
        sqlx::query(include_str!("../../queries/testing/a_depth_sign.sql"))
            .execute(&self.database.owner)
            .await
            .expect("a sign can be made");
    }

    /// A gateway for a centre and all below, with the password of this argon2 hash.
    ///
    /// # Panics
    /// When the login is taken.
    pub async fn a_gateway(&self, login: &str, password_hash: &str, centre: &str) {
        sqlx::query(include_str!("../../queries/testing/a_gateway.sql"))
            .bind(login)
            .bind(password_hash)
            .bind(centre)
            .execute(&self.database.owner)
            .await
            .expect("a gateway can be added");
    }
}
