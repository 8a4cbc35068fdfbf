//! The second wall with everything behind it: whatever the code above does, another district's rows are not there.

mod front_door;

use domain::actors::Role;
use front_door::FrontDoor;

/// Rows of the tree and of the catalogue of people are public inside the installation.
const PUBLIC: [&str; 1] = ["centre"];

#[tokio::test]
async fn nothing_of_another_district_is_seen_through_one_connection() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    door.site("500106", "500106003").await;
    door.site("500107", "500107001").await;
    let owner = &door.city.database.owner;
    let guarded: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'path'
         where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity order by 1",
    )
    .fetch_all(owner)
    .await
    .expect("the catalogue can be read");
    let insider = door.employs("inside", "500106", Role::DistrictDuty).await;
    let outsider = door.employs("outside", "500107", Role::DistrictDuty).await;
    let (db, mut filled) = (door.city.database.narrow(), 0);
    for table in guarded.iter().filter(|table| !PUBLIC.contains(&table.as_str())) {
        let rows_of = ["select count(*) from ", table, " where path <@ text2ltree($1)"].concat();
        for turn in 0..2 {
            let mut tx = db.people(&outsider).await.expect("a transaction");
            // A table that people may not read at all shows them nothing either.
            let foreign =
                sqlx::query_scalar::<_, i64>(&rows_of).bind(insider.scope.as_str()).fetch_one(&mut *tx).await;
            assert!(foreign.is_err() || foreign.is_ok_and(|n| n == 0), "{table}, turn {turn}");
            // What broke in one's transaction leaves nothing of it to the next on the same connection.
            drop(sqlx::query("select 1 / 0").execute(&mut *tx).await);
            drop(tx);
            let mut tx = db.people(&insider).await.expect("a transaction");
            let own =
                sqlx::query_scalar::<_, i64>(&rows_of).bind(insider.scope.as_str()).fetch_one(&mut *tx).await;
            filled += i64::from(own.is_ok_and(|n| n > 0));
        }
    }
    assert!(filled >= 20, "the fixture fills too little to prove anything: {filled}");
}
