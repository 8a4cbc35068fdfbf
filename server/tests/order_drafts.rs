//! Writing an order with nothing but plain forms, as a browser without JavaScript sends them.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, Visitor, place};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

/// The value of a hidden field on a page.
fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let from = page.find(&field).unwrap_or_else(|| panic!("no field {name} on the page")) + field.len();
    page[from..].split('"').next().expect("a value ends").to_owned()
}

async fn page(visitor: &Visitor, path: &str) -> String {
    let response = visitor.visits(path).await;
    assert_eq!(response.status(), 200, "{path}");
    response.text().await.expect("a page")
}

/// Where a form leads.
async fn sent(visitor: &Visitor, path: &str, form: &[(&str, &str)]) -> String {
    let response = visitor.posts(path, form).await;
    assert!(response.status().is_redirection(), "{path}: {}", response.status());
    place(&response)
}

#[tokio::test]
async fn an_order_is_written_checked_and_sent_with_plain_forms() {
    let door = FrontDoor::open().await;
    let duty = door.enter("duty", "500000", Role::CityDuty).await;
    let form = page(&duty, "/orders/new").await;
    assert!(form.contains("value=\"500106003\""), "every township stands in the form");
    let key = hidden(&form, "key");
    let written = [
        ("draft", ""),
        ("key", key.as_str()),
        ("spec[event]", ""),
        ("spec[plan]", ""),
        ("spec[letter][title]", "全市排查"),
        ("spec[letter][text]", "今日完成"),
        ("spec[letter][level]", "yellow"),
        ("spec[letter][deadline_kind]", "minutes"),
        ("spec[letter][deadline]", "90"),
        ("spec[letter][receipts][photo]", "true"),
        ("spec[letter][receipts][unit]", "处"),
        ("moment", ""),
        ("spec[choice][townships_of]", "500106"),
        ("spec[choice][lane]", ""),
        ("spec[choice][group]", ""),
        ("spec[choice][centres][]", "500107001"),
        ("spec[choice][centres][]", "500107"),
        ("spec[choice][area]", ""),
    ];
    let draft = sent(&duty, "/api/order-drafts/save", &written).await;
    let id = draft.strip_prefix("/orders/drafts/").expect("on to the draft").to_owned();
    // The same form sent again is the same draft.
    assert_eq!(sent(&duty, "/api/order-drafts/save", &written).await, draft);
    let checked = page(&duty, &draft).await;
    for code in ["500106003", "500107001", "500107"] {
        assert!(checked.contains(&format!(">{code}<")), "{code} would receive it");
    }

    let file = Part::bytes(b"%PDF-1.7 plan".to_vec()).file_name("方案.pdf");
    let files = Form::new().text("draft", id.clone()).part("files", file);
    let answer = duty
        .asks(Method::POST, "/api/order-drafts/attach")
        .header("accept", "text/html")
        .multipart(files)
        .send()
        .await
        .expect("an answer");
    assert!(answer.status().is_redirection(), "{}", answer.status());
    assert!(page(&duty, &draft).await.contains("方案.pdf"));
    sent(&duty, "/api/recipient-groups/keep", &[("draft", &id), ("name", "沿江")]).await;
    sent(&duty, "/api/order-templates/keep", &[("draft", &id)]).await;
    let saved = page(&duty, "/orders/saved").await;
    assert!(saved.contains("沿江") && saved.contains("全市排查"));

    let order = sent(&duty, "/api/order-drafts/send", &[("id", &id)]).await;
    assert_eq!(sent(&duty, "/api/order-drafts/send", &[("id", &id)]).await, order, "a second click");
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    let received = page(&staff, &order).await;
    assert!(received.contains("今日完成") && received.contains("方案.pdf"));
    let unread = page(&duty, &format!("{order}/recipients?missing=read")).await;
    assert!(unread.contains("500107001中心") && !unread.contains("500106003中心"));
}

#[tokio::test]
async fn what_was_written_is_not_lost_when_it_cannot_be_sent() {
    let door = FrontDoor::open().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let written = [
        ("key", "k"),
        ("spec[letter][title]", "越界"),
        ("spec[letter][text]", "写了很久的正文"),
        ("spec[choice][centres][]", "500107001"),
    ];
    let draft = sent(&duty, "/api/order-drafts/save", &written).await;
    let checked = page(&duty, &draft).await;
    assert!(
        checked.contains("role=\"alert\"") && checked.contains("500107001"),
        "it says what is in the way"
    );
    let id = draft.strip_prefix("/orders/drafts/").expect("on to the draft");
    let form = page(&duty, &format!("/orders/new?draft={id}")).await;
    assert!(form.contains("写了很久的正文"));
}

#[tokio::test]
async fn a_template_or_plan_taken_while_writing_loses_nothing_that_was_typed() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let plan = door.site("500106", "500106003").await.remove("plan").expect("a plan");
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let kept = [("key", "t"), ("spec[letter][title]", "夜巡"), ("spec[letter][text]", "逐点巡查")];
    let kept = sent(&duty, "/api/order-drafts/save", &kept).await;
    let kept = kept.strip_prefix("/orders/drafts/").expect("a draft");
    sent(&duty, "/api/order-templates/keep", &[("draft", kept)]).await;
    let empty = page(&duty, "/orders/new").await;
    let template = empty.split("夜巡 · ").next().and_then(|head| head.rsplit("value=\"").next());
    let template = template.and_then(|tail| tail.split('"').next()).expect("the template is offered");

    let written = [
        ("key", "k"),
        ("spec[letter][title]", "今夜值守"),
        ("spec[letter][text]", "水已到 20 cm"),
        ("spec[choice][centres][]", "500106003"),
        ("spec[plan]", ""),
        ("refill[asked]", "true"),
        ("refill[template]", template),
        ("refill[find]", "p-500106"),
    ];
    let back = sent(&duty, "/api/order-drafts/save", &written).await;
    assert!(back.starts_with("/orders/new?draft="), "{back}");
    let form = page(&duty, &back).await;
    for text in ["今夜值守", "水已到 20 cm\n\n逐点巡查"] {
        assert!(form.contains(text), "{text}");
    }
    assert!(form.contains(&format!("<option value=\"{plan}\"")), "the plan is found by its code");

    // The plan is taken, too; steps that were left out of another plan are none of this one's.
    let id = hidden(&form, "draft");
    let mut again = written.to_vec();
    again[4] = ("spec[plan]", &plan);
    again[6] = ("refill[template]", "");
    again.extend([("draft", id.as_str()), ("steps[plan]", "999"), ("steps[shown][]", "1")]);
    let form = page(&duty, &sent(&duty, "/api/order-drafts/save", &again).await).await;
    assert!(form.contains("今夜值守") && form.contains("封路"));
    let field = form.split("name=\"steps[ticked][]\"").nth(1).expect("a step has a tick");
    assert!(field.split('>').next().expect("a tag ends").contains("checked"));
    let township =
        form.split("<input").find(|tag| tag.contains("\"500106003\"")).expect("the township is offered");
    assert!(township.split('>').next().expect("a tag ends").contains("checked"), "it is still chosen");
}

#[tokio::test]
async fn a_plan_s_steps_are_ticked_checked_and_sent_with_plain_forms() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let site = door.site("500106", "500106003").await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let (event, plan) = (&site["event"], &site["plan"]);
    let form = page(&duty, &format!("/orders/new?event={event}")).await;
    assert_eq!(hidden(&form, "steps[plan]"), *plan, "the plan that fits arrives filled in");
    assert!(form.contains("封路") && form.contains("500106003中心"), "the step and who takes it");
    let ticks = |form: &str| {
        let field = form.split("name=\"steps[ticked][]\"").nth(1).expect("a step has a tick");
        field.split('>').next().expect("a tag ends").contains("checked")
    };
    assert!(ticks(&form), "ticked at first");
    let none = page(&duty, &format!("/orders/new?event={event}&find=&plan=")).await;
    assert!(!none.contains("steps[ticked][]"), "the picker takes the plan away");
    let key = hidden(&form, "key");
    let written = |draft: &str, ticked: bool| {
        let mut fields = vec![
            ("draft".to_owned(), draft.to_owned()),
            ("key".to_owned(), key.clone()),
            ("spec[event]".to_owned(), event.clone()),
            ("spec[plan]".to_owned(), plan.clone()),
            ("spec[place]".to_owned(), String::new()),
            ("steps[plan]".to_owned(), plan.clone()),
            ("steps[shown][]".to_owned(), "1".to_owned()),
            ("spec[letter][title]".to_owned(), "积水处置".to_owned()),
        ];
        fields.extend(ticked.then(|| ("steps[ticked][]".to_owned(), "1".to_owned())));
        fields
    };
    let save = async |fields: Vec<(String, String)>| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sent(&duty, "/api/order-drafts/save", &fields).await
    };
    let draft = save(written("", false)).await;
    assert!(page(&duty, &draft).await.contains("role=\"alert\""), "nobody would receive anything");
    let id = draft.strip_prefix("/orders/drafts/").expect("on to the draft").to_owned();
    let form = page(&duty, &format!("/orders/new?draft={id}")).await;
    assert!(!ticks(&form), "what was left out stays so");
    assert_eq!(save(written(&id, true)).await, draft);
    let checked = page(&duty, &draft).await;
    assert!(checked.contains("1. 封路") && checked.contains(">500106003<"), "who receives which step");
    let order = sent(&duty, "/api/order-drafts/send", &[("id", &id)]).await;
    let staff = door.enter("staff", "500106003", Role::TownshipStaff).await;
    assert!(page(&staff, &order).await.contains("封路"));
}
