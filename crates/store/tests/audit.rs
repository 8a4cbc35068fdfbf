//! The audit chain, bent in every way a superuser could.

use domain::actors::{Actor, Role};
use domain::audit::Verb;
use domain::names::Name;
use store::audit::{self, Entry};
use store::testing::TestCity;

async fn a_log(city: &TestCity) -> Actor {
    city.a_district("500106").await;
    let actor = city.person("auditee").of("500106").as_(Role::DistrictDuty).await;
    for row in 1..=5 {
        let mut tx = city.db().people(&actor).await.expect("a transaction");
        let entry = Entry::by(&actor, Verb::EventMoved, "2026-11-23T06:00:00Z".parse().expect("a time"))
            .on("event", row, Name::typed("溢水"))
            .moved("reported", "accepted");
        audit::append(&mut tx, entry).await.expect("a line");
        tx.commit().await.expect("a commit");
    }
    actor
}

async fn first_fault(city: &TestCity, harm: &str) -> Option<(i64, &'static str)> {
    let mut tx = city.database.owner.begin().await.expect("a transaction");
    sqlx::query(harm).execute(&mut *tx).await.expect("the owner may do anything");
    let (_, faults) = audit::verify(&mut tx).await.expect("the log can be read");
    faults.first().map(|fault| (fault.seq, fault.what))
}

#[tokio::test]
async fn an_untouched_chain_is_sound_and_a_bent_one_is_named() {
    let city = TestCity::found().await;
    a_log(&city).await;
    assert_eq!(first_fault(&city, "select 1").await, None);
    let edit = "update audit set note = 'nothing happened' where seq = 3";
    assert_eq!(first_fault(&city, edit).await, Some((3, "its content was changed")));
    assert_eq!(
        first_fault(&city, "delete from audit where seq = 2").await,
        Some((2, "a line is missing or doubled"))
    );
    assert_eq!(
        first_fault(&city, "delete from audit where seq = 5").await,
        Some((5, "the chain was cut short"))
    );
    let swap = "update audit set row_id = 9 - row_id where seq in (4, 5)";
    assert_eq!(first_fault(&city, swap).await, Some((4, "its content was changed")));
    assert!(first_fault(&city, "delete from audit_head").await.is_some());
}

#[tokio::test]
async fn no_role_may_change_what_was_written() {
    let city = TestCity::found().await;
    let actor = a_log(&city).await;
    for harm in ["update audit set note = 'x'", "delete from audit", "update audit_head set seq = 0"] {
        let mut tx = city.db().people(&actor).await.expect("a transaction");
        assert!(sqlx::query(harm).execute(&mut *tx).await.is_err(), "{harm}");
    }
}
