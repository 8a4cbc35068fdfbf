//! What pages say as plain HTML, before any script: kept as text, so that a change of words or structure is seen in review.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor};

/// The page's body with one tag a line, without scripts, and with what differs from run to run by its name.
async fn body(visitor: &Visitor, path: &str) -> String {
    let response = visitor.visits(path).await;
    assert_eq!(response.status(), 200, "{path}");
    let page = response.text().await.expect("a page");
    let body = page.split("<body>").nth(1).and_then(|rest| rest.split("</body>").next()).expect("a body");
    let mut said = String::new();
    for (n, part) in body.split("<script").enumerate() {
        said.push_str(if n == 0 { part } else { part.split("</script>").nth(1).unwrap_or_default() });
    }
    // Comments mark where the browser takes over.
    let mut plain = String::new();
    for (n, part) in said.split("<!").enumerate() {
        let end = if part.starts_with("--") { "-->" } else { ">" };
        plain.push_str(if n == 0 { part } else { part.split_once(end).map_or("", |(_, rest)| rest) });
    }
    plain.replace("><", ">\n<")
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    for (what, name) in [
        (r"\d{4}-\d{2}-\d{2}T[0-9:.+]+Z?", "[moment]"),
        (r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}", "[moment]"),
        (r"\d{2}-\d{2} \d{2}:\d{2}", "[clock]"),
        (r"\d{2}:\d{2}(:\d{2})?", "[clock]"),
        (r"SJ-[0-9-]+|ZL-[0-9-]+", "[number]"),
        (r"[0-9a-f]{32}", "[key]"),
        (r"(/(?:orders|events|warnings|reviews|plans|risk-points|attachments)/)\d+", "${1}[id]"),
        (r#"value="\d+""#, r#"value="[id]""#),
    ] {
        settings.add_filter(what, name);
    }
    settings
}

#[tokio::test]
async fn the_door_in_both_languages() {
    let door = FrontDoor::open().await;
    let visitor = door.visitor();
    let chinese = body(&visitor, "/sign-in").await;
    visitor.posts("/preferences", &[("lang", "en"), ("to", "/sign-in")]).await;
    let english = body(&visitor, "/sign-in").await;
    settings().bind(|| insta::assert_snapshot!("sign-in", [chinese, english].join("\n\n")));
}

#[tokio::test]
async fn what_a_township_owes_without_a_script() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    door.site("500106", "500106003").await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let owed = body(&staff, "/owed").await;
    settings().bind(|| insta::assert_snapshot!("owed", owed));
}

#[tokio::test]
async fn the_form_of_a_report_without_a_script() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let form = body(&staff, "/events/new").await;
    settings().bind(|| insta::assert_snapshot!("report", form));
}

#[tokio::test]
async fn a_case_as_its_district_sees_it() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let site = door.site("500106", "500106003").await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let case = body(&duty, &format!("/events/{}", site["event"])).await;
    settings().bind(|| insta::assert_snapshot!("event", case));
}

#[tokio::test]
async fn the_responsibility_list_and_a_row_of_it() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let duty = door.enter("city duty", "500000", Role::CityDuty).await;
    let site = door.site("500106", "500106003").await;
    let list = body(&duty, "/responsibilities?search=积水").await;
    let row = body(&duty, &format!("/responsibilities/{}", site["category"])).await;
    settings().bind(|| insta::assert_snapshot!("responsibilities", [list, row].join("\n\n")));
}

#[tokio::test]
async fn how_a_case_came_down_and_where_it_may_go() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let director = door.enter("director", "500106003", Role::TownshipDirector).await;
    let site = door.site("500106", "500106003").await;
    let case = body(&director, &format!("/events/{}", site["event"])).await;
    let card = case.split("id=\"hand-offs\"").nth(1).and_then(|rest| rest.split("</section>").next());
    settings().bind(|| insta::assert_snapshot!("hand-offs", card.expect("the card of its ways")));
}
