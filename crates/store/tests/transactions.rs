//! Whoever asks may go away at any moment.

use std::time::Duration;

use store::testing::TestCity;

const IN_TRANSACTION: &str = "
    select count(*) from pg_stat_activity
    where datname = current_database() and usename = 'cityhelm_gate' and state like 'idle in transaction%'";

async fn soon_nobody_is_in_a_transaction(city: &TestCity) -> bool {
    for _ in 0..50 {
        let open: i64 =
            sqlx::query_scalar(IN_TRANSACTION).fetch_one(&city.database.owner).await.expect("a count");
        if open == 0 {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

#[tokio::test]
async fn a_transaction_given_up_while_it_begins_leaves_none_open() {
    let city = TestCity::found().await;
    drop(city.db().gate().await.expect("a transaction"));
    let mut begun = 0;
    for patience in 0..2000 {
        let give_up = async {
            for _ in 0..patience {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            tx = city.db().gate() => {
                drop(tx.expect("a transaction"));
                begun += 1;
            }
            () = give_up => {}
        }
        assert!(soon_nobody_is_in_a_transaction(&city).await, "given up after {patience} turns");
        if begun == 20 {
            return;
        }
    }
    panic!("no transaction began");
}
