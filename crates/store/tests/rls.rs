//! The second wall alone: what row-level security lets people's requests see, whatever the code above it does.

use domain::actors::Role;
use domain::centres::CentrePath;
use domain::live::Topic;
use store::live;
use store::testing::TestCity;

async fn seen(tx: &mut store::db::Tx) -> i64 {
    live::changes_after(tx, 0, 100).await.expect("changes can be read").len().try_into().expect("few")
}

#[tokio::test]
async fn a_scope_holds_for_its_transaction_and_leaves_nothing_on_the_connection() {
    let city = TestCity::found().await;
    let here = city.a_township("500106003").await;
    let there = city.a_township("500107001").await;
    let insider = city.person("inside").of("500106").as_(Role::DistrictDuty).await;
    let outsider = city.person("outside").of("500107").as_(Role::DistrictDuty).await;
    let leader = city.person("leader").as_(Role::CityLeader).await;
    // One connection for everybody, so that whatever one leaves behind the next would find.
    let db = city.database.narrow();

    let mut tx = db.people(&insider).await.expect("a transaction");
    live::announce(&mut tx, Topic::Events, 1, &[&here.path]).await.expect("their own centre");
    tx.commit().await.expect("a commit");

    for turn in 0..20 {
        let mut tx = db.people(&outsider).await.expect("a transaction");
        assert_eq!(seen(&mut tx).await, 0, "turn {turn}: another district's change");
        if turn % 2 == 0 {
            let outside = live::announce(&mut tx, Topic::Events, None, &[&here.path]).await;
            assert!(outside.is_err(), "turn {turn}: a change announced into another's scope");
        }
        drop(tx);
        let mut tx = db.people(&insider).await.expect("a transaction");
        assert_eq!(seen(&mut tx).await, 1, "turn {turn}: one's own change");
        drop(tx);
        let mut tx = db.people(&leader).await.expect("a transaction");
        assert_eq!(seen(&mut tx).await, 1, "turn {turn}: the city sees all below it");
        drop(tx);
    }
    // A shared row is seen by whom it is shared with.
    let mut tx = db.people(&insider).await.expect("a transaction");
    live::announce(&mut tx, Topic::Orders, None, &[&here.path, &there.path]).await.expect("shared");
    tx.commit().await.expect("a commit");
    let mut tx = db.people(&outsider).await.expect("a transaction");
    assert_eq!(seen(&mut tx).await, 1);
}

#[tokio::test]
async fn a_label_that_begins_alike_is_not_inside() {
    let city = TestCity::found().await;
    city.a_district("50010").await;
    let longer = city.a_district("500106").await;
    let actor = city.person("short").of("50010").as_(Role::DistrictDuty).await;
    let mut tx = city.db().tick().await.expect("a transaction");
    live::announce(&mut tx, Topic::Warnings, None, &[&longer.path]).await.expect("a change");
    tx.commit().await.expect("a commit");
    let mut tx = city.db().people(&actor).await.expect("a transaction");
    assert_eq!(seen(&mut tx).await, 0);
    assert!(!actor.scope.contains(&CentrePath::parse("500000.500106").expect("a path")));
}
