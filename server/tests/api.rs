//! The API as other systems meet it: tokens, scopes, quotas, the same thing sent twice, and what is refused how.

mod front_door;
mod systems;

use domain::actors::{Actor, Role};
use domain::events::EventDesk;
use domain::orders::OrderDesk;
use domain::plans::Recipient;
use front_door::{FrontDoor, header};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use systems::{ALL, System, a_flood, added, administrator, answer};

async fn city_with(scopes: &[&str]) -> (FrontDoor, front_door::Visitor, System, String) {
    let door = FrontDoor::open().await;
    let admin = administrator(&door).await;
    let (system, page) = added(&door, &admin, "500106", scopes, &[]).await;
    (door, admin, system, page)
}

async fn scalar(door: &FrontDoor, question: &str) -> Option<String> {
    sqlx::query_scalar(question).fetch_one(&door.city.database.owner).await.expect("the database answers")
}

#[tokio::test]
async fn a_token_lives_from_the_page_that_shows_it_until_it_is_revoked() {
    let (door, admin, system, page) = city_with(&["events:read"]).await;
    assert_eq!(system.gets("/api/v1/events").await.0, 200);

    let kept = scalar(&door, "select encode(token_hash, 'hex') || token_start from api_client")
        .await
        .expect("a row");
    assert!(
        !kept.contains(&system.token) && kept.ends_with(&system.token[..10]),
        "only its hash is kept: {kept}"
    );
    for shown in ["/api-clients", &page] {
        let shown = admin.visits(shown).await.text().await.expect("a page");
        assert!(!shown.contains(&system.token), "it is shown once");
        assert!(shown.contains(&system.token[..10]), "people recognise it by its beginning");
    }
    // The same form sent twice is the same system.
    let form = [("new[name]", "12345"), ("new[token]", &system.token), ("new[scopes][]", "events:read")];
    let form = [&form[..], &[("new[per_minute]", "9"), ("new[per_day]", "9")]].concat();
    let again = admin.posts("/api/api-clients/add", &form).await;
    assert_eq!(front_door::place(&again), page);

    let id = page.rsplit('/').next().expect("an id");
    admin.posts("/api/api-clients/revoke", &[("id", id)]).await;
    let (status, problem) = system.gets("/api/v1/events").await;
    assert_eq!((status, &problem["type"]), (401, &json!("/api/docs#token")));
    let logged =
        scalar(&door, "select string_agg(verb, ' ' order by seq) from audit where noun = 'api_client'").await;
    assert_eq!(logged.as_deref(), Some("api_client_added api_client_revoked"));
}

#[tokio::test]
async fn a_token_ends_on_its_day() {
    let door = FrontDoor::open().await;
    let admin = administrator(&door).await;
    let (system, _) = added(&door, &admin, "500106", ALL, &[("new[expires]", "2999-12-31")]).await;
    assert_eq!(system.gets("/api/v1/events").await.0, 200);
    sqlx::query("update api_client set expires_at = now()")
        .execute(&door.city.database.owner)
        .await
        .expect("time");
    assert_eq!(system.gets("/api/v1/events").await.0, 401);
}

#[tokio::test]
async fn nobody_but_the_system_administrator_keeps_systems() {
    let (door, _, _, page) = city_with(ALL).await;
    let duty = door.enter("duty", "500000", Role::CityDuty).await;
    assert_eq!(duty.gets("/api/api-clients/list").await.status(), 403);
    assert_eq!(duty.visits(&page).await.status(), 403);
    let revoke = duty.asks(Method::POST, "/api/api-clients/revoke").form(&[("id", "1")]).send().await;
    assert_eq!(revoke.expect("an answer").status(), 403);
}

/// Every call of the description: without a token nobody gets in, and with a token that has every scope but the one it
/// names, it says which is missing.
#[tokio::test]
async fn every_call_needs_a_token_and_the_scope_it_names() {
    let door = FrontDoor::open().await;
    let admin = administrator(&door).await;
    let document =
        System { token: String::new(), client: reqwest::Client::new(), address: door.address.clone() };
    let (status, document) = document.gets("/api/openapi.json").await;
    assert_eq!((status, document["openapi"].as_str()), (200, Some("3.1.0")));
    let mut calls = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, call) in item.as_object().expect("calls") {
            let scope =
                call["security"][0]["token"][0].as_str().unwrap_or_else(|| panic!("{path} names no scope"));
            let others: Vec<&str> = ALL.iter().copied().filter(|other| *other != scope).collect();
            let (system, _) = added(&door, &admin, "500106", &others, &[]).await;
            let (method, path) =
                (method.to_uppercase().parse::<Method>().expect("a method"), path.replace("{id}", "1"));
            let body = if path.ends_with("/events") { a_flood("500106003") } else { json!({"percent": 1}) };
            let body = if path.ends_with("/done") { json!({}) } else { body };
            let ask = || {
                let request = system.asks(method.clone(), &path).header("idempotency-key", "k");
                if method == Method::POST { request.json(&body) } else { request }
            };
            let (status, problem) = answer(ask().send().await.expect("an answer")).await;
            assert_eq!((status, problem["scope"].as_str()), (403, Some(scope)), "{method} {path}: {problem}");
            let nobody = system.client.request(method.clone(), format!("{}{path}", door.address));
            let nobody = nobody.send().await.expect("an answer");
            assert_eq!(nobody.status(), 401, "{method} {path}");
            assert_eq!(header(nobody.headers(), "www-authenticate"), "Bearer realm=\"cityhelm\"");
            assert_eq!(header(nobody.headers(), "content-type"), "application/problem+json");
            calls += 1;
        }
    }
    assert!(calls >= 12, "the description lists what there is: {calls}");
}

#[tokio::test]
async fn beyond_the_quota_it_says_when_to_come_back() {
    let door = FrontDoor::open().await;
    let admin = administrator(&door).await;
    let (system, _) = added(&door, &admin, "500106", ALL, &[("new[per_day]", "2")]).await;
    let first = system.asks(Method::GET, "/api/v1/events").send().await.expect("an answer");
    assert_eq!(first.status(), 200);
    assert_eq!(header(first.headers(), "ratelimit-policy"), "\"minute\";q=1000;w=60, \"day\";q=2;w=86400");
    assert!(header(first.headers(), "ratelimit").contains("\"day\";r=1;t="), "{:?}", first.headers());
    // Another server counts in the same row: as many at once as would make four get in no more than one.
    let more = (0..4).map(|_| async { system.gets("/api/v1/events").await.0 });
    let mut more = futures::future::join_all(more).await;
    more.sort_unstable();
    assert_eq!(more, [200, 429, 429, 429]);
    let over = system.asks(Method::GET, "/api/v1/events").send().await.expect("an answer");
    let seconds: u32 = header(over.headers(), "retry-after").parse().expect("seconds");
    assert!((1..=86_401).contains(&seconds), "{seconds}");
    assert_eq!(answer(over).await.1["type"], "/api/docs#quota");
}

#[tokio::test]
async fn the_same_thing_sent_twice_is_done_once() {
    let (door, _, system, _) = city_with(ALL).await;
    let flood = a_flood("500106003");
    let twins =
        futures::future::join_all((0..3).map(|_| system.posts("/api/v1/events", "call-1", &flood))).await;
    assert!(twins.iter().all(|(status, _)| [201, 409].contains(status)), "{twins:?}");
    let again = system.sent("/api/v1/events", "call-1", &flood).await;
    assert_eq!(header(again.headers(), "idempotent-replayed"), "true");
    let location = header(again.headers(), "location");
    let (status, case) = answer(again).await;
    assert_eq!(status, 201);
    assert_eq!(location, format!("/api/v1/events/{}", case["id"]));
    assert!(twins.iter().filter(|(status, _)| *status == 201).all(|(_, twin)| *twin == case));
    assert_eq!(scalar(&door, "select count(*)::text from event").await.as_deref(), Some("1"));

    let (status, problem) = system.posts("/api/v1/events", "call-1", &a_flood("500106")).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/api/docs#key-reused")), "{problem}");
    let none = system.asks(Method::POST, "/api/v1/events").json(&flood).send().await.expect("an answer");
    let (status, problem) = answer(none).await;
    assert_eq!((status, &problem["field"]), (400, &json!("Idempotency-Key")));

    // A server that died in the middle: the answer was never kept, and the case is there all the same.
    let begun = "update api_answer set status = null, begun_at = now() - interval '2 minutes'";
    sqlx::query(begun).execute(&door.city.database.owner).await.expect("a dead server");
    assert_eq!(system.posts("/api/v1/events", "call-1", &flood).await.1["id"], case["id"]);
    assert_eq!(scalar(&door, "select count(*)::text from event").await.as_deref(), Some("1"));
}

#[tokio::test]
async fn a_case_is_sent_with_its_place_and_followed() {
    let (door, _, system, _) = city_with(ALL).await;
    let township: Value =
        sqlx::query_scalar("select st_asgeojson(label)::jsonb from centre where code = '500106003'")
            .fetch_one(&door.city.database.owner)
            .await
            .expect("a place");
    let mut flood = a_flood("500106003");
    flood.as_object_mut().expect("an object").remove("centre");
    flood["place"] = json!({"type": "Point", "coordinates": township["coordinates"]});
    let (status, case) = system.posts("/api/v1/events", "k1", &flood).await;
    assert_eq!(status, 201, "{case}");
    assert_eq!(case["place"], flood["place"]);
    assert_eq!((&case["state"], &case["source"]), (&json!("reported"), &json!("hotline")));
    assert_eq!(case["reference"], "12345-500106003");
    assert_eq!(case["centre"]["code"], "500106", "the responsibility list names the district");
    let at = format!("/api/v1/events/{}", case["id"]);
    assert_eq!(system.gets(&at).await, (200, case.clone()));

    // The district accepts it on its page; the system sees that.
    let duty = door.employs("王小明", "500106", Role::DistrictDuty).await;
    let id = domain::EventId(case["id"].as_i64().expect("an id"));
    let step = domain::events::EventMove::Accept;
    EventDesk::step(&door.server.engine, &duty, id, step, String::new()).await.expect("the district may");
    let since = case["changed_at"].as_str().expect("a moment").replace('+', "%2B");
    let (_, page) = system.gets(&format!("/api/v1/events?state=accepted&changed_since={since}")).await;
    assert_eq!(page["rows"][0]["id"], case["id"], "{page}");
    assert!(page["rows"][0]["changed_at"].as_str() > case["changed_at"].as_str());
    let (_, page) = system.gets("/api/v1/events?reference=12345-500106003").await;
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(1), "{page}");
    let (_, history) = system.gets(&format!("{at}/history")).await;
    let verbs: Vec<_> = history.as_array().expect("lines").iter().map(|line| &line["verb"]).collect();
    assert_eq!(verbs, ["event_reported", "event_moved"]);
    assert!(!history.to_string().contains("王小明"), "persons are not named: {history}");
    let who = scalar(&door, "select who || ' ' || as_what_zh from audit where verb = 'event_reported'").await;
    assert_eq!(who.as_deref(), Some("12345 对接系统"));
}

#[tokio::test]
async fn a_list_goes_on_where_it_ended() {
    let (_door, _, system, _) = city_with(ALL).await;
    let mut sent = Vec::new();
    for n in 0..5 {
        sent.push(system.reports(&format!("k{n}"), "500106003").await["id"].clone());
    }
    let (mut seen, mut next) = (Vec::new(), String::new());
    loop {
        let (_, page) = system.gets(&format!("/api/v1/events?limit=2{next}")).await;
        seen.extend(page["rows"].as_array().expect("rows").iter().map(|row| row["id"].clone()));
        let Some(more) = page["next"].as_str() else { break };
        next = format!("&cursor={more}");
    }
    assert_eq!(seen, sent);
}

#[tokio::test]
async fn outside_its_centre_nothing_is_there() {
    let (door, admin, system, _) = city_with(ALL).await;
    let (other, _) = added(&door, &admin, "500107", ALL, &[]).await;
    let own = system.reports("k", "500106003").await;
    let far = other.reports("k", "500107001").await;
    assert_ne!(own["id"], far["id"], "keys are a client's own");
    for path in ["", "/history"] {
        let (status, problem) = system.gets(&format!("/api/v1/events/{}{path}", far["id"])).await;
        assert_eq!((status, &problem["type"]), (404, &json!("/api/docs#not-found")));
    }
    assert_eq!(system.gets("/api/v1/events?centre=500107").await.0, 404);
    assert_eq!(system.posts("/api/v1/events", "k2", &a_flood("500107001")).await.0, 404);
    let (_, page) = system.gets("/api/v1/events").await;
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(1), "{page}");
    let mut flood = a_flood("500106003");
    flood["place"] = json!({"type": "Point", "coordinates": [2.35, 48.85]});
    let (status, problem) = system.posts("/api/v1/events", "k3", &flood).await;
    assert_eq!(
        (status, &problem["field"], &problem["remedy"]),
        (422, &json!("place"), &json!("out_of_scope"))
    );
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let (_door, _, system, _) = city_with(ALL).await;
    let wrong = |name: &str, value: Value| {
        let mut flood = a_flood("500106003");
        flood[name] = value;
        flood
    };
    for (n, (body, status, field)) in [
        (wrong("title", json!("")), 422, "title"),
        (wrong("title", json!("长".repeat(81))), 422, "title"),
        (wrong("title", json!(7)), 400, "title"),
        (wrong("title", json!("a\0b")), 400, "title"),
        (wrong("category", json!("unheard-of")), 422, "category"),
        (wrong("level", json!("purple")), 400, "level"),
        (wrong("place", json!({"type": "Point", "coordinates": [1]})), 400, "place.coordinates"),
        (wrong("surprise", json!(1)), 400, "surprise"),
        (json!({"source": "hotline", "category": "flood"}), 400, "title"),
        (json!([]), 400, "body"),
    ]
    .into_iter()
    .enumerate()
    {
        let response = system.sent("/api/v1/events", &format!("k{n}"), &body).await;
        assert_eq!(header(response.headers(), "content-type"), "application/problem+json");
        let (is, problem) = answer(response).await;
        assert_eq!((is, problem["field"].as_str()), (status, Some(field)), "{problem}");
        assert_eq!(problem["status"], status);
    }
    for (path, status, field) in [
        ("/api/v1/events?state=asleep", 422, "state"),
        ("/api/v1/events?limit=101", 422, "limit"),
        ("/api/v1/events?changed_since=yesterday", 422, "changed_since"),
        ("/api/v1/events?cursor=9223372036854775807~1", 422, "cursor"),
        ("/api/v1/events?cursor=", 422, "cursor"),
        ("/api/v1/events?centre=%00", 400, "centre"),
        ("/api/v1/events/zero", 400, "id"),
    ] {
        let (is, problem) = system.gets(path).await;
        assert_eq!((is, problem["field"].as_str()), (status, Some(field)), "{path}: {problem}");
    }
    let request = system.asks(Method::GET, "/api/v1/events?limit=0").header("accept-language", "en");
    assert_eq!(
        answer(request.send().await.expect("an answer")).await.1["remedy"]["out_of_range"]["max"],
        100.0
    );
    assert_eq!(system.gets("/api/v1/nothing").await.0, 404);
    let other = system.asks(Method::DELETE, "/api/v1/events").send().await.expect("an answer");
    assert_eq!(other.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(header(other.headers(), "allow").contains("GET"), "{:?}", other.headers());
    let text = system.asks(Method::POST, "/api/v1/events").header("idempotency-key", "t").body("x");
    assert_eq!(text.send().await.expect("an answer").status(), 415);
    let large = wrong("description", json!("x".repeat(70_000)));
    assert_eq!(system.posts("/api/v1/events", "large", &large).await.0, 413);
}

/// An order of the city's to the district and its township, on a case.
async fn an_order(door: &FrontDoor, system: &System) -> (Actor, i64) {
    let event = system.reports("flood", "500106003").await["id"].as_i64().expect("an id");
    let plan = door.city.a_plan("flood").for_category("flood");
    let plan = plan.step("封道", Recipient::Township, 30).step("抽排", Recipient::District, 60).kept().await;
    let duty = door.employs("duty", "500000", Role::CityDuty).await;
    let engine = &door.server.engine;
    let order =
        engine.issue(&duty, domain::EventId(event), plan, "k".into()).await.expect("the city may order");
    (duty, order.0)
}

#[tokio::test]
async fn a_recipient_signs_reports_and_is_done() {
    let (door, admin, district, _) = city_with(ALL).await;
    let (township, _) = added(&door, &admin, "500106003", ALL, &[]).await;
    let (duty, order) = an_order(&door, &district).await;

    let (_, orders) = township.gets("/api/v1/orders").await;
    assert_eq!(orders["rows"][0]["id"], order);
    let (_, owed) = township.gets("/api/v1/assignments").await;
    let part = &owed["rows"][0];
    assert_eq!(part["state"], "delivered", "fetching it with receipts:write is its delivery: {owed}");
    let (_, whole) = township.gets(&format!("/api/v1/orders/{order}")).await;
    assert_eq!(
        whole["assignments"].as_array().map(Vec::len),
        Some(1),
        "the district's part is not the township's"
    );
    assert_eq!(whole["assignments"][0]["state"], "read");
    let at = format!("/api/v1/assignments/{}", part["id"]);

    let (status, problem) = district.posts(&format!("{at}/accept"), "a", &json!({})).await;
    assert_eq!((status, &problem["type"]), (403, &json!("/api/docs#belongs-to")), "only the recipient signs");
    let (status, problem) = township.posts(&format!("{at}/done"), "early", &json!({"note": "好了"})).await;
    assert_eq!((status, &problem["type"]), (409, &json!("/api/docs#not-now")));
    for _ in 0..2 {
        assert_eq!(township.posts(&format!("{at}/accept"), "a", &json!({})).await.1["state"], "accepted");
    }
    let report = json!({"percent": 60, "note": "泵车到位"});
    assert_eq!(township.posts(&format!("{at}/progress"), "p", &report).await.1["state"], "doing");
    let wrong = township.posts(&format!("{at}/progress"), "w", &json!({"percent": 101})).await;
    assert_eq!((wrong.0, &wrong.1["field"]), (422, &json!("percent")));
    assert_eq!(township.posts(&format!("{at}/done"), "d", &json!({"note": "排干"})).await.1["state"], "done");

    let seen = door.server.engine.order(&duty, domain::OrderId(order)).await.expect("its issuer sees it");
    assert!(seen.progress.iter().any(|report| report.who == "12345" && report.percent == 60));
    let detail = door.server.engine.event(&duty, seen.event.expect("a case").id).await.expect("the case");
    assert_eq!(detail.row.state.as_str(), "handling", "the case follows its orders");
    assert_eq!(district.gets(&format!("/api/v1/orders/{order}/assignments")).await.0, 404, "issued above");
}

#[tokio::test]
async fn a_system_that_only_reads_orders_marks_nothing() {
    let (door, admin, district, _) = city_with(ALL).await;
    let (reader, _) = added(&door, &admin, "500106003", &["orders:read"], &[]).await;
    let (_, order) = an_order(&door, &district).await;
    assert_eq!(reader.gets("/api/v1/assignments").await.1["rows"][0]["state"], "issued");
    let (_, whole) = reader.gets(&format!("/api/v1/orders/{order}")).await;
    assert_eq!(whole["assignments"][0]["state"], "issued");
}

#[tokio::test]
async fn the_description_is_shown_without_anything_from_elsewhere() {
    let door = FrontDoor::open().await;
    let visitor = door.visitor();
    let response = visitor.gets("/api/docs").await;
    assert_eq!(response.status(), 200, "no token is needed to read it");
    let policy = header(response.headers(), "content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("style-src 'self'"), "{policy}");
    let page = response.text().await.expect("a page");
    assert!(
        !page.contains("<script") && !page.contains(" style="),
        "it needs neither scripts nor inline styles"
    );
    let elsewhere = page.split("src=\"").skip(1).chain(page.split("href=\"").skip(1));
    for link in elsewhere.filter_map(|rest| rest.split('"').next()) {
        assert!(link.starts_with('/') || link.starts_with('#'), "{link}");
    }
    for said in
        ["/api/v1/events", "events:write", "Idempotency-Key", "id=\"shape-Event\"", "id=\"key-reused\""]
    {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(visitor.gets("/api/docs.css").await.status(), 200);
}
