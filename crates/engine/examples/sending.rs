//! How long one order to 1,031 recipients takes, against the same number of assignments added one by one in one transaction:
//! `scripts/with-postgres cargo run -p engine --example sending`. Prints both and their ratio; asserts nothing about time.

use std::time::Instant;

use anyhow::Context;
use domain::actors::Role;
use domain::names::Name;
use domain::order_drafts::{Choice, Letter, OrderDraftDesk, OrderSpec, Receipts};
use domain::time::Clock;
use domain::warnings::Level;
use engine::{Engine, SystemClock};
use store::assignments::NewPart;
use store::orders::NewOrder;
use store::testing::TestCity;

const TOWNSHIPS: i32 = 1031;
const ROUNDS: usize = 7;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let city = TestCity::found().await;
    city.many_townships(TOWNSHIPS, 39).await;
    let duty = city.person("duty").as_(Role::CityDuty).await;
    let engine = Engine::new(city.db().clone());
    let (mut sent, mut one_by_one) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let spec = OrderSpec {
            letter: Letter { title: format!("全市排查 {round}"), ..Letter::default() },
            choice: Choice { townships_of: "500000".into(), ..Choice::default() },
            ..OrderSpec::default()
        };
        let draft = engine.save(&duty, None, spec, format!("round {round}")).await?;
        let start = Instant::now();
        engine.send(&duty, draft).await?;
        sent.push(start.elapsed());

        let mut tx = engine.db.people(&duty).await?;
        let below = store::order_drafts::below(&mut tx, &duty.centre).await?;
        let now = SystemClock.now();
        let start = Instant::now();
        let order = NewOrder {
            centre: duty.centre.id,
            shared_with: Vec::new(),
            event: None,
            plan: None,
            above: None,
            title: Name::typed("一件一件"),
            note: String::new(),
            level: Level::Blue,
            issued_by: (duty.person, duty.post),
            issued_at: now,
            key: format!("baseline {round}"),
            receipts: Receipts::default(),
            cosigned_by: None,
        };
        let order = store::orders::add(&mut tx, order).await?.context("a new key makes a new order")?;
        let townships = below.iter().filter(|centre| centre.tier == domain::centres::Tier::Township);
        for (n, centre) in townships.enumerate() {
            let part = NewPart {
                centre: centre.id,
                plan_step: None,
                action: Name::typed("一件"),
                post: Name::typed("值班长"),
                photo: false,
                due_at: now + chrono::Duration::hours(1),
            };
            store::assignments::add(&mut tx, order.id, None, n + 1, &[part]).await?;
        }
        tx.commit().await?;
        one_by_one.push(start.elapsed());
    }
    let middle = |mut times: Vec<std::time::Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1000.0
    };
    let (sent, one_by_one) = (middle(sent), middle(one_by_one));
    println!(
        "one order to {TOWNSHIPS} recipients, median of {ROUNDS}: {sent:.0} ms, from the click to the commit"
    );
    println!("the same assignments one by one:             {one_by_one:.0} ms");
    println!("ratio: {:.1}", one_by_one / sent);
    Ok(())
}
