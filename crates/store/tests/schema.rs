//! The shape of the database, held as text: a migration that changes more than it means to is seen in review.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::{Executor as _, PgPool};
use store::testing::TestDatabase;

#[tokio::test]
async fn the_database_has_the_shape_that_is_kept_here() {
    let database = TestDatabase::create().await;
    let mut connection = database.owner.acquire().await.expect("a connection");
    let lines = store::schema::lines(&mut connection).await.expect("the schema can be read");
    insta::assert_snapshot!(lines.join("\n"));
}

#[tokio::test]
async fn what_lies_in_a_place_is_behind_the_wall() {
    let database = TestDatabase::create().await;
    let open: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'path' and a.atttypid = 'ltree'::regtype
           and not (c.relrowsecurity and c.relforcerowsecurity)",
    )
    .fetch_all(&database.owner)
    .await
    .expect("the catalogue can be read");
    assert_eq!(open, Vec::<String>::new(), "tables with a path and without forced row-level security");
    let owned: i64 = sqlx::query_scalar(
        "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'cityhelm\\_%'",
    )
    .fetch_one(&database.owner)
    .await
    .expect("the catalogue can be read");
    assert_eq!(owned, 0, "no role of the server owns a table: an owner could switch the wall off");
}

/// Queries are files that no compiler reads; here the database does.
#[tokio::test]
async fn every_query_fits_the_schema() {
    let database = TestDatabase::create().await;
    let mut faults = Vec::new();
    for path in queries() {
        let text = fs::read_to_string(&path).expect("a query is UTF-8");
        if let Err(error) = prepared(&database.owner, &text).await {
            faults.push(format!("{}: {error}", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

async fn prepared(owner: &PgPool, text: &str) -> sqlx::Result<()> {
    let mut connection = owner.acquire().await?;
    connection.prepare(text).await.map(drop)
}

fn queries() -> Vec<PathBuf> {
    let (mut found, mut rooms) = (Vec::new(), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("queries")]);
    while let Some(room) = rooms.pop() {
        for entry in fs::read_dir(&room).expect("a folder of queries").flatten() {
            let path = entry.path();
            if path.is_dir() {
                rooms.push(path);
            } else if path.extension().is_some_and(|ending| ending == "sql") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 100, "the queries were not found");
    found.sort();
    found
}
