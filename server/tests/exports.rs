//! Lists as files: asked for by a plain form, made in the asker's scope, fetched by nobody else.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, header, place};
use reqwest::StatusCode;

async fn city() -> FrontDoor {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    // Somebody must have issued the orders.
    door.enter("issuer", "500000", Role::CityDuty).await;
    door.site("500106", "500106003").await;
    door.site("500107", "500107001").await;
    sqlx::query("update event set title_zh = '=HYPERLINK(\"http://evil\")' where path <@ '500000.500106'")
        .execute(&door.city.database.owner)
        .await
        .expect("a hostile title");
    door
}

async fn asked(visitor: &Visitor, format: &str, more: &[(&str, &str)]) -> reqwest::Response {
    let mut form = vec![("format", format), ("key", "export-0001")];
    form.extend(more);
    visitor.posts("/api/exports/events", &form).await
}

/// The addresses of the files on the asker's page.
async fn files(visitor: &Visitor) -> Vec<String> {
    let page = visitor.visits("/exports").await.text().await.expect("a page");
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.ends_with("/file")).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_list_becomes_a_file_of_ones_own_scope() {
    let door = city().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let other = door.enter("other", "500106", Role::DistrictDuty).await;
    for _ in 0..2 {
        let answer = asked(&duty, "csv", &[]).await;
        assert_eq!((answer.status().as_u16(), place(&answer).as_str()), (302, "/exports"));
    }
    assert!(files(&duty).await.is_empty(), "not made yet");
    server::exports::make(&door.server.engine).await.expect("made");
    let links = files(&duty).await;
    assert_eq!(links.len(), 1, "the same form sent twice is one file");
    let answer = duty.gets(&links[0]).await;
    assert_eq!(header(answer.headers(), "content-type"), "text/csv; charset=utf-8");
    assert!(header(answer.headers(), "content-disposition").starts_with("attachment; filename=\"events-"));
    let text = answer.text().await.expect("text");
    assert!(text.starts_with('\u{feff}') && text.contains("编号,事件,类别"), "{text}");
    assert!(text.contains("\"'=HYPERLINK"), "a hostile title is text: {text}");
    assert!(!text.contains("500107"), "nothing of another district: {text}");
    assert_eq!(other.gets(&links[0]).await.status(), StatusCode::NOT_FOUND, "one's own alone");
}

#[tokio::test]
async fn a_workbook_opens_and_computes_nothing() {
    let door = city().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    asked(&duty, "xlsx", &[("filter[all]", "true")]).await;
    server::exports::make(&door.server.engine).await.expect("made");
    let links = files(&duty).await;
    let bytes = duty.gets(&links[0]).await.bytes().await.expect("a file");
    assert_eq!(&bytes[..2], b"PK", "a workbook is a zip");
}

#[tokio::test]
async fn what_may_not_be_seen_is_refused_when_it_is_asked_for_and_a_wish_may_be_taken_back() {
    let door = city().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    asked(&duty, "csv", &[("filter[centre]", "500107")]).await;
    asked(&duty, "csv", &[("filter[search]", "水")]).await;
    server::exports::make(&door.server.engine).await.expect("nothing to make");
    assert!(files(&duty).await.is_empty());
    asked(&duty, "csv", &[]).await;
    let id: i64 = sqlx::query_scalar("select max(id) from export")
        .fetch_one(&door.city.database.owner)
        .await
        .expect("a wish");
    duty.posts("/api/exports/cancel", &[("id", &id.to_string())]).await;
    server::exports::make(&door.server.engine).await.expect("nothing to make");
    assert!(files(&duty).await.is_empty(), "cancelled");
}

/// The file that a district's duty officer gets of a list.
async fn file_of(door: &FrontDoor, duty: &Visitor, noun: &str, more: &[(&str, &str)]) -> String {
    let key = format!("export-{noun}-{}", files(duty).await.len());
    let mut form = vec![("format", "csv"), ("key", key.as_str())];
    form.extend(more);
    let answer = duty.posts(&format!("/api/exports/{noun}"), &form).await;
    assert_eq!((answer.status().as_u16(), place(&answer).as_str()), (302, "/exports"), "{noun}");
    server::exports::make(&door.server.engine).await.expect("made");
    let links = files(duty).await;
    let answer = duty.gets(links.first().expect("the latest file")).await;
    let name = format!("attachment; filename=\"{noun}-");
    assert!(header(answer.headers(), "content-disposition").starts_with(&name), "{noun}: {answer:?}");
    answer.text().await.expect("text")
}

#[tokio::test]
async fn every_list_becomes_a_file_of_ones_own_scope() {
    let door = city().await;
    sqlx::query("update orders set title_zh = '=1+1'")
        .execute(&door.city.database.owner)
        .await
        .expect("hostile");
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    for (noun, more, head) in [
        ("orders", vec![("filter[all]", "true")], "编号,指令,等级"),
        ("supervision", vec![], "编号,任务,指令"),
        ("cases", vec![("filter[rate]", "closed_in_time")], "编号,事件,责任中心,计入时间"),
        ("reviews", vec![("filter[all]", "true")], "编号,事件,责任中心,等级"),
    ] {
        let text = file_of(&door, &duty, noun, &more).await;
        assert!(text.contains(head), "{noun}: {text}");
        assert!(!text.contains("500107"), "{noun}: nothing of another district: {text}");
        assert!(!text.contains(",=") && !text.contains("\n="), "{noun}: nothing is computed: {text}");
        let elsewhere = [more, vec![("filter[centre]", "500107")]].concat();
        let before = files(&duty).await.len();
        let key = ["elsewhere-", noun].concat();
        let mut form = vec![("format", "csv"), ("key", key.as_str())];
        form.extend(elsewhere);
        duty.posts(&format!("/api/exports/{noun}"), &form).await;
        server::exports::make(&door.server.engine).await.expect("nothing to make");
        assert_eq!(files(&duty).await.len(), before, "{noun} of another district is refused");
    }
    let orders = file_of(&door, &duty, "orders", &[("filter[all]", "true"), ("filter[lane]", "")]).await;
    assert!(orders.contains("'=1+1"), "the district's order, as text: {orders}");
}

#[tokio::test]
async fn a_file_takes_the_filter_that_its_list_has() {
    let door = city().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let page = duty.visits("/orders?all=true").await.text().await.expect("a page");
    assert!(
        page.contains("action=\"/api/exports/orders\"") && page.contains("name=\"filter[all]\""),
        "{page}"
    );
    let none = file_of(&door, &duty, "orders", &[("filter[all]", "true"), ("filter[lamp]", "amber")]).await;
    assert!(none.contains("lamp=amber"), "says what it was narrowed to: {none}");
    assert!(!none.contains("ZL-"), "and holds no other rows: {none}");
}
