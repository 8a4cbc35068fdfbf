//! A report about what is there already, with nothing but plain forms, as a browser without JavaScript sends them.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, place};
use reqwest::Method;
use reqwest::multipart::Form;

async fn page(visitor: &Visitor, path: &str) -> String {
    let response = visitor.visits(path).await;
    assert_eq!(response.status(), 200, "{path}");
    response.text().await.expect("a page")
}

async fn reported(visitor: &Visitor, key: &str, more: &[(&str, &str)]) -> String {
    let form = [
        ("new[key]", key),
        ("new[title]", "下穿道积水"),
        ("new[category]", "road_flooding"),
        ("new[centre]", "500106003"),
        ("new[level]", "yellow"),
        ("new[description]", "约三十厘米,车辆熄火"),
    ];
    let response = visitor
        .asks(Method::POST, "/api/events/report")
        .header("accept", "text/html")
        .multipart(
            [&form, more]
                .concat()
                .into_iter()
                .fold(Form::new(), |form, (name, value)| form.text(name.to_owned(), value.to_owned())),
        )
        .send()
        .await
        .expect("an answer");
    assert!(response.status().is_redirection(), "{}", response.status());
    place(&response)
}

/// The number of a case, as its page says it.
fn number(page: &str) -> String {
    let from = page.find("SJ-20").expect("a number on the page");
    page[from..].split(['<', '"', ' ']).next().expect("it ends").to_owned()
}

#[tokio::test]
async fn a_report_that_may_be_a_known_case_comes_back_filled_in() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let first = reported(&staff, "1", &[]).await;
    assert!(first.starts_with("/events/") && !first.contains("draft"), "{first}");
    let number = number(&page(&staff, &first).await);

    let back = reported(&staff, "2", &[]).await;
    assert!(back.starts_with("/events/new?draft="), "{back}");
    let form = page(&staff, &back).await;
    assert!(
        form.contains("value=\"下穿道积水\"") && form.contains("约三十厘米,车辆熄火"),
        "what was typed stays"
    );
    let join = format!("name=\"new[join]\" value=\"{number}\"");
    assert!(form.contains(&join), "the known case is offered: {form}");
    let other = door.enter("other", "500106003", Role::TownshipStaff).await;
    assert!(!page_text(&other, &back).await.contains("车辆熄火"), "nobody else reads it");

    let merged = reported(&staff, "2", &[("new[join]", &number)]).await;
    let merged = page(&staff, &merged).await;
    assert!(merged.contains("已并入") && merged.contains(&number), "its page says where it went");
    assert!(page(&staff, &first).await.contains("并入本事件的"), "and the other lists it");
    let own = reported(&staff, "3", &[("new[anyway]", "true")]).await;
    assert!(!own.contains("draft"), "{own}");
}

/// A page, whatever its status.
async fn page_text(visitor: &Visitor, path: &str) -> String {
    visitor.visits(path).await.text().await.expect("a page")
}
