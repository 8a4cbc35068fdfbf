//! A report with photos and voice, sent by the plain form of a browser without JavaScript.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, place};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

fn form(title: &str) -> Form {
    Form::new()
        .text("new[key]", "k1")
        .text("new[title]", title.to_owned())
        .text("new[category]", "road_flooding")
        .text("new[centre]", "500106003")
        .text("new[address]", "公园西路 3 号")
        .text("new[source]", "hotline")
        .text("new[contact_name]", "张小明")
        .text("new[contact_phone]", "13812345678")
        .text("new[longitude]", "")
        .text("new[latitude]", "")
}

async fn sent(visitor: &Visitor, form: Form) -> String {
    let request = visitor.asks(Method::POST, "/api/events/report").header("accept", "text/html");
    let response = request.multipart(form).send().await.expect("an answer");
    assert!(response.status().is_redirection(), "{}", response.status());
    place(&response)
}

async fn page(visitor: &Visitor, path: &str) -> String {
    visitor.visits(path).await.text().await.expect("a page")
}

/// The first attachment after a mark on a page.
fn attachment(page: &str, mark: &str) -> String {
    let rest = page.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark} on the page: {page}"));
    rest.split('"').find(|part| part.starts_with("/attachments/")).expect("an attachment").to_owned()
}

#[tokio::test]
async fn a_refused_form_comes_back_with_all_that_was_typed_and_sent() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let photo = Part::bytes(b"\xff\xd8\xff\xe0 jpeg".to_vec()).file_name("现场.jpg");
    let voice = Part::bytes(b"OggS voice".to_vec()).file_name("voice.ogg");
    let large = Part::bytes(vec![0; (8 << 20) + 1]).file_name("large.jpg");
    let untitled = form("").part("photos", photo).part("photos", large).part("voice", voice);
    let back = sent(&staff, untitled).await;
    let draft = back.strip_prefix("/events/new?draft=").expect("back to the form").to_owned();
    let again = page(&staff, &back).await;
    for kept in ["公园西路 3 号", "张小明", "13812345678", "现场.jpg", "role=\"alert\""] {
        assert!(again.contains(kept), "{kept} stays: {again}");
    }
    let case = sent(&staff, form("下穿道积水").text("new[draft]", draft)).await;
    assert!(case.starts_with("/events/") && !case.contains("draft"), "{case}");
    let shown = page(&staff, &case).await;
    assert!(shown.contains("公园西路 3 号") && shown.contains("13812345678") && shown.contains("12345 热线"));
    let heard = staff.visits(&attachment(&shown, "<audio")).await;
    assert_eq!(heard.headers()["content-type"], "audio/ogg");
    let seen = staff.visits(&attachment(&shown, "<li><a ")).await;
    assert_eq!(seen.headers()["content-type"], "image/jpeg");

    let leader = door.enter("leader", "500000", Role::CityLeader).await;
    let masked = page(&leader, &case).await;
    assert!(masked.contains("138****78") && !masked.contains("13812345678"), "the leader does not handle it");
    assert!(!page(&staff, "/events").await.contains("13812345678"), "no list tells it");
    let elsewhere = door.enter("elsewhere", "500107", Role::DistrictDuty).await;
    assert_eq!(elsewhere.visits(&attachment(&shown, "<audio")).await.status(), 404);
}

#[tokio::test]
async fn a_place_outside_the_scope_is_said_under_its_field() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let far = Form::new().text("new[longitude]", "1.5").text("new[latitude]", "2.5");
    let far = far.text("new[key]", "k").text("new[title]", "x").text("new[category]", "road_flooding");
    let again = page(&staff, &sent(&staff, far).await).await;
    assert!(again.contains("管辖范围") && again.contains("value=\"1.5\""), "{again}");
}
