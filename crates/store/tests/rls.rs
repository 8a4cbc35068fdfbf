//! The second wall alone: what row-level security lets people's requests see, whatever the code above it does.

use domain::OrderId;
use domain::actors::Role;
use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::Name;
use store::audit::{self, Entry};
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

#[tokio::test]
async fn an_order_to_all_districts_tells_each_only_of_its_own_part() {
    let city = TestCity::found().await;
    city.a_district("500106").await;
    city.a_district("500107").await;
    let leader = city.person("leader").as_(Role::CityLeader).await;
    let here = city.person("here").of("500106").as_(Role::DistrictDuty).await;
    let there = city.person("there").of("500107").as_(Role::DistrictDuty).await;
    let root: i64 = sqlx::query_scalar(
        "insert into orders (district, centre, path, shared_with, number, title_zh, title_en, level, issued_by, issued_as, issued_at, key)
         select c.district, c.id, c.path, array['500000.500106', '500000.500107']::ltree[], '', '巡查', 'patrol', 1, $2, $3, now(), 'k'
         from centre c where c.id = $1 returning id",
    )
    .bind(leader.centre.id.0)
    .bind(leader.person.0)
    .bind(leader.post.0)
    .fetch_one(&city.database.owner)
    .await
    .expect("an order");
    for actor in [&leader, &here, &there] {
        let mut tx = city.db().people(actor).await.expect("a transaction");
        let entry =
            Entry::by(actor, Verb::OrderIssued, "2026-11-23T06:32:00Z".parse().expect("a test's own time"))
                .on("order", root, Name::typed("巡查".to_owned()));
        audit::append_all(&mut tx, vec![entry.of_root(OrderId(root))])
            .await
            .expect("a line in one's own scope");
        tx.commit().await.expect("a commit");
    }
    let mut tx = city.db().people(&here).await.expect("a transaction");
    let told = audit::of_root(&mut tx, OrderId(root)).await.expect("a timeline");
    let who: Vec<&str> = told.iter().map(|entry| entry.who.as_str()).collect();
    assert_eq!(who, ["leader", "here"]);
}

#[tokio::test]
async fn nobody_writes_rules_or_holdings_beyond_their_scope() {
    let city = TestCity::found().await;
    city.a_district("500106").await;
    let there = city.a_district("500107").await;
    let here = city.person("here").of("500106").as_(Role::DistrictDirector).await;
    let other = city.person("other").of("500107").as_(Role::DistrictDuty).await;
    // The same person also holds a post in the other district: they see it, and cannot change it from here.
    let theirs = city.person("here").of("500107").as_(Role::TownshipStaff).await;
    let rules = "insert into supervision_rules (district, centre, path, version, valid_from, note, made_at)
        values (1, null, $1::text::ltree, 9, now(), '', now())";
    for (path, may) in [("500000", false), ("", false), (there.path.as_str(), false), ("500000.500106", true)]
    {
        let mut tx = city.db().people(&here).await.expect("a transaction");
        let written = sqlx::query(rules).bind(path).execute(&mut *tx).await;
        assert_eq!(written.is_ok(), may, "rules at '{path}'");
    }
    let holding = "insert into holding (district, centre, path, post, person, from_at)
        select p.district, p.centre, p.path, p.id, $2, now() from post p where p.id = $1";
    let mut tx = city.db().people(&here).await.expect("a transaction");
    let written = sqlx::query(holding).bind(theirs.post.0).bind(here.person.0).execute(&mut *tx).await;
    assert!(written.is_err(), "a holding in another district");
    drop(tx);
    let mut tx = city.db().people(&here).await.expect("a transaction");
    let question = "update post set person = $2 where id = any($1)";
    let posts = [theirs.post.0, other.post.0];
    let moved = sqlx::query(question).bind(posts.as_slice()).bind(here.person.0).execute(&mut *tx).await;
    assert_eq!(moved.expect("an update").rows_affected(), 0, "posts of another district");
    let ended = sqlx::query("delete from holding where post = any($1)").bind(posts.as_slice());
    assert_eq!(ended.execute(&mut *tx).await.expect("a delete").rows_affected(), 0);
}
