//! Supervision and posts with nothing but plain forms, as a browser without JavaScript sends them.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, place};
use reqwest::Method;

async fn page(visitor: &Visitor, path: &str) -> String {
    let response = visitor.visits(path).await;
    assert_eq!(response.status(), 200, "{path}");
    response.text().await.expect("a page")
}

/// Where a form on a page leads: after a refusal back there, with what was wrong.
async fn sent(visitor: &Visitor, path: &str, form: &[(&str, &str)]) -> String {
    let request = visitor.asks(Method::POST, path).header("accept", "text/html");
    let request = request.header("referer", "http://127.0.0.1/from-here").form(form);
    let response = request.send().await.expect("an answer");
    assert!(response.status().is_redirection(), "{path}: {}", response.status());
    place(&response)
}

#[tokio::test]
async fn a_card_is_looked_at_pressed_explained_and_accepted_with_plain_forms() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let names = door.site("500106", "500106003").await;
    let director = door.enter("director", "500106003", Role::TownshipDirector).await;
    let part = names["assignment"].as_str();
    let order = format!("/orders/{}", names["order"]);

    let look = page(&duty, &format!("/supervision/press?to=yellow&id={part}&id=999999")).await;
    assert!(
        look.contains("将把 1 项提升为“黄牌督办”") && look.contains("另有 1 项"),
        "the number comes beforehand"
    );
    assert!(look.contains(&format!("name=\"ids[0]\" value=\"{part}\"")));
    let wordless = [("ids[0]", part), ("to", "yellow"), ("reason", "")];
    assert!(sent(&duty, "/api/supervision/press", &wordless).await.contains("__err="), "a reason is needed");
    let press = [("ids[0]", part), ("to", "yellow"), ("reason", "区领导批示")];
    assert_eq!(sent(&duty, "/api/supervision/press", &press).await, "/supervision");
    let board = page(&duty, "/supervision").await;
    assert!(board.contains("封路") && board.contains("黄牌督办") && board.contains(&order));
    assert!(board.contains("form=\"chosen\"") && board.contains("action=\"/supervision/press\""));
    assert!(board.contains("type=\"checkbox\""));
    let reds = page(&duty, "/supervision?supervision=red").await;
    assert!(!reds.contains("form=\"chosen\""), "no red one is on the board");

    // The fixture asked for an explanation of a post of somebody else; its holder is changed to the director by the form.
    let change = [
        ("change[post]", names["post"].as_str()),
        ("change[successor]", "director"),
        ("change[note]", "轮岗"),
    ];
    sent(&director, "/api/posts/change", &change).await;
    let posts = page(&director, "/posts").await;
    assert!(posts.contains("director") && posts.contains("轮岗") && posts.contains("change[successor]"));
    let asked = names["explanation"].as_str();
    let under = door.signed_in("director").await;
    sent(&under, "/post", &[("post", names["post"].as_str())]).await;
    assert!(page(&under, &order).await.contains("红牌说明"));
    let give = [("id", asked), ("step", "give"), ("text", "泵车晚到两小时")];
    sent(&under, "/api/supervision/explain", &give).await;
    let read = page(&duty, &order).await;
    assert!(read.contains("泵车晚到两小时") && read.contains("接受说明"));
    sent(&duty, "/api/supervision/explain", &[("id", asked), ("step", "accept")]).await;
    assert!(page(&duty, &order).await.contains("已认定"));
}

#[tokio::test]
async fn rules_are_changed_with_a_plain_form_and_refused_when_milder() {
    let door = FrontDoor::open().await;
    let city = door.enter("city", "500000", Role::CityDuty).await;
    let director = door.enter("director", "500106", Role::DistrictDirector).await;
    let form = page(&city, "/supervision/rules").await;
    assert!(form.contains("name=\"new[lines][3][red_share]\"") && form.contains("初始规则"));
    let lines = |red: &'static str| {
        let mut fields = vec![("new[day]".to_owned(), "2099-01-01".to_owned())];
        for (place, level) in ["blue", "yellow", "orange", "red"].into_iter().enumerate() {
            let values =
                [("level", level), ("urged_share", "100"), ("yellow_share", "110"), ("yellow_past", "5")];
            for (name, value) in values.into_iter().chain([("red_share", red), ("red_past", "9")]) {
                fields.push((format!("new[lines][{place}][{name}]"), value.to_owned()));
            }
        }
        fields
    };
    let post = async |who: &Visitor, red| {
        let fields = lines(red);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sent(who, "/api/supervision/change-rules", &fields).await
    };
    assert!(!post(&city, "120").await.contains("__err="));
    let kept = page(&city, "/supervision/rules").await;
    assert!(kept.contains("第 1 版") && kept.contains("尚未生效"));
    assert!(post(&director, "130").await.contains("__err="), "a district is never milder");
    assert!(!post(&director, "120").await.contains("__err="));
}
