//! Evaluation and reviews with nothing but plain pages and forms, as a browser without JavaScript uses them.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, place};

async fn page(visitor: &Visitor, path: &str) -> String {
    let response = visitor.visits(path).await;
    assert_eq!(response.status(), 200, "{path}");
    response.text().await.expect("a page")
}

/// Sends a plain form from a page; it leads back there, and nothing went wrong.
async fn sent(visitor: &Visitor, path: &str, form: &[(&str, &str)]) {
    let response = visitor.posts(path, form).await;
    assert!(response.status().is_redirection(), "{path}: {}", response.status());
    assert!(!place(&response).contains("__err"), "{path}: {}", place(&response));
}

#[tokio::test]
async fn a_figure_opens_its_cases_and_a_case_is_appealed_and_decided() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let site = door.site("500106", "500106003").await;
    let township = door.enter("director", "500106003", Role::TownshipDirector).await;
    let district = door.enter("duty", "500106", Role::DistrictDuty).await;

    let evaluation = page(&district, "/evaluation").await;
    let cases = "/evaluation/cases?rate=closed_in_time&amp;centre=500106003";
    assert!(evaluation.contains(cases), "every figure opens its cases");
    assert!(evaluation.contains("0/1") && evaluation.contains("分母不足 10"), "shown, not ranked, said why");
    assert!(page(&district, "/evaluation/rates").await.contains("GB/T 30428.2"));
    let file = page(&district, "/evaluation/file?level=townships&lang=en").await;
    assert!(file.contains("\"500106003\"") && file.contains("\"0.00\",\"0\",\"1\""), "{file}");

    let listed = page(&township, "/evaluation/cases?rate=closed_in_time&part=missed").await;
    assert!(listed.contains("超时 15 分钟"), "why it counts so");
    let entry = site["entry"].as_str();
    assert!(listed.contains(&format!("name=\"new[entry]\" value=\"{entry}\"")), "it may be appealed here");
    let appeal = [("new[entry]", entry), ("new[wanted]", "leave_out"), ("new[reason]", "非我方责任")];
    sent(&township, "/api/rates/appeal", &appeal).await;
    let appeals = page(&district, "/evaluation/appeals").await;
    assert!(appeals.contains("非我方责任"));
    let id =
        appeals.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
    sent(&district, "/api/rates/decide", &[("id", id), ("step", "grant"), ("answer", "查实")]).await;
    let listed = page(&township, "/evaluation/cases?rate=closed_in_time").await;
    assert!(
        listed.contains("修订(申诉") && listed.contains("0/-1"),
        "the old figure stays, the revision beside it"
    );
}

#[tokio::test]
async fn a_review_is_written_and_its_improvement_ordered_with_plain_forms() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let site = door.site("500106", "500106003").await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let (review, event) = (site["review"].as_str(), site["event"].as_str());
    sent(&duty, "/api/reviews/find", &[("id", review), ("kind", "sensing"), ("text", "水位计离线")]).await;
    let improvement = [
        ("id", review),
        ("new[action]", "更换水位计"),
        ("new[owner]", "500106003"),
        ("new[owner_name]", "王工"),
        ("new[due_on]", "2099-01-01"),
        ("new[changes]", ""),
        ("new[changes_code]", ""),
    ];
    sent(&duty, "/api/reviews/improve", &improvement).await;
    let shown = page(&duty, &format!("/reviews/{review}")).await;
    assert!(shown.contains("水位计离线") && shown.contains("已下达为指令"));
    let list = page(&duty, "/reviews?q=%E6%B0%B4%E4%BD%8D%E8%AE%A1").await;
    assert!(list.contains(&format!("/reviews/{review}\"")), "found by what was found");
    assert!(list.contains("橙色及以上事件"), "the rules stand there");
    sent(&duty, "/api/reviews/loss", &[("event", event), ("loss", "一车被淹")]).await;
    assert!(page(&duty, &format!("/events/{event}")).await.contains("一车被淹"));
}
