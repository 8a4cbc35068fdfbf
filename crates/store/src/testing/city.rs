//! The city in words: `city.a_township("500106003")`, `city.person("Li").of("500106").as_(Role::DistrictDuty)`.

use domain::PersonId;
use domain::actors::{Actor, Role};
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::names::Name;
use domain::{CentreId, PostId};

use super::TestDatabase;
use crate::db::Db;

/// Code of the city every test city is.
pub const CITY: &str = "500000";

/// A city on a database of its own. It starts as one centre; what a test needs it says.
#[derive(Debug)]
pub struct TestCity {
    /// The database.
    pub database: TestDatabase,
}

#[derive(sqlx::FromRow)]
struct CentreRow {
    id: i64,
    code: String,
    path: String,
    tier: String,
    name_zh: String,
    name_en: String,
    short_zh: String,
    short_en: String,
    district: i64,
}

impl TestCity {
    /// A city of one centre, `500000`.
    ///
    /// # Panics
    /// When there is no test server, saying how to get one.
    pub async fn found() -> Self {
        let city = Self { database: TestDatabase::create().await };
        city.build(CITY, CITY, Tier::City, None).await;
        city
    }

    /// The database, entered by role.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.database.db
    }

    /// A district of this six-digit code.
    pub async fn a_district(&self, code: &str) -> CentreTag {
        if let Some((tag, _)) = self.look_up(code).await {
            return tag;
        }
        self.build(code, &format!("{CITY}.{code}"), Tier::District, None).await
    }

    /// A township of this nine-digit code, in the district that its first six digits name.
    pub async fn a_township(&self, code: &str) -> CentreTag {
        if let Some((tag, _)) = self.look_up(code).await {
            return tag;
        }
        let district = self.a_district(&code[..6]).await;
        self.build(code, &format!("{}.{code}", district.path), Tier::Township, Some(district.id.0)).await
    }

    /// As many townships as that, spread over so many new districts.
    ///
    /// # Panics
    /// When they are there already.
    pub async fn many_townships(&self, townships: i32, districts: i32) {
        sqlx::query(include_str!("../../queries/testing/many_townships.sql"))
            .bind(CITY)
            .bind(townships)
            .bind(districts)
            .execute(&self.database.owner)
            .await
            .expect("townships can be built in one go");
    }

    /// A centre by its code.
    ///
    /// # Panics
    /// When the test did not build it.
    pub async fn centre(&self, code: &str) -> CentreTag {
        self.look_up(code).await.expect("the test built this centre before").0
    }

    /// Somebody: say where they are `of` and `as_` what they act.
    #[must_use]
    pub fn person<'a>(&'a self, name: &'a str) -> Person<'a> {
        Person { city: self, name, centre: CITY, lane: None, password_hash: None }
    }

    /// Lets a post end now.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn end_post(&self, post: PostId) {
        sqlx::query(include_str!("../../queries/testing/end_post.sql"))
            .bind(post.0)
            .execute(&self.database.owner)
            .await
            .expect("a post can end");
    }

    pub(super) async fn build(&self, code: &str, path: &str, tier: Tier, district: Option<i64>) -> CentreTag {
        let _: i64 = sqlx::query_scalar(include_str!("../../queries/testing/a_centre.sql"))
            .bind(code)
            .bind(path)
            .bind(tier.as_str())
            .bind(format!("{code}中心"))
            .bind(district)
            .fetch_one(&self.database.owner)
            .await
            .expect("a centre can be built");
        self.centre(code).await
    }

    async fn look_up(&self, code: &str) -> Option<(CentreTag, i64)> {
        let row: Option<CentreRow> = sqlx::query_as(include_str!("../../queries/testing/the_centre.sql"))
            .bind(code)
            .fetch_optional(&self.database.owner)
            .await
            .expect("centres can be read");
        row.map(|row| {
            let tag = CentreTag {
                id: CentreId(row.id),
                code: row.code,
                name: Name::new(row.name_zh, row.name_en),
                short: Name::new(row.short_zh, row.short_en),
                tier: row.tier.parse().expect("the tier was checked by the table"),
                path: CentrePath::parse(&row.path).expect("an ltree is a path"),
            };
            (tag, row.district)
        })
    }
}

/// A person about to get a post.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    city: &'a TestCity,
    name: &'a str,
    centre: &'a str,
    lane: Option<&'a str>,
    password_hash: Option<&'a str>,
}

impl<'a> Person<'a> {
    /// Of the centre with this code; the city's, if not said.
    #[must_use]
    pub fn of(self, centre: &'a str) -> Self {
        Self { centre, ..self }
    }

    /// Answering for a lane.
    #[must_use]
    pub fn for_lane(self, lane: &'a str) -> Self {
        Self { lane: Some(lane), ..self }
    }

    /// Who can sign in, with the password of this argon2 hash. Their login is their name.
    #[must_use]
    pub fn with_password_hash(self, hash: &'a str) -> Self {
        Self { password_hash: Some(hash), ..self }
    }

    /// Gives them the post. The same name again is the same person with one more post.
    ///
    /// # Panics
    /// When the test did not build the centre, or the post may not be held.
    pub async fn as_(self, role: Role) -> Actor {
        let owner = &self.city.database.owner;
        let person: i64 = sqlx::query_scalar(include_str!("../../queries/testing/a_person.sql"))
            .bind(self.name)
            .bind(self.password_hash)
            .fetch_one(owner)
            .await
            .expect("a person can be added");
        let post: i64 = sqlx::query_scalar(include_str!("../../queries/testing/a_post.sql"))
            .bind(person)
            .bind(role.as_str())
            .bind(self.centre)
            .bind(self.lane)
            .fetch_one(owner)
            .await
            .expect("the post can be held and its centre was built before");
        let centre = self.city.centre(self.centre).await;
        Actor {
            person: PersonId(person),
            person_name: self.name.to_owned(),
            post: PostId(post),
            role,
            title: Name::new(role.as_str(), role.as_str()),
            scope: centre.path.clone(),
            centre,
            lane: self.lane.map(str::to_owned),
            only: None,
        }
    }
}
