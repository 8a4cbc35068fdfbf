//! What is turned away at the door, and what browsers are told.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, header};
use reqwest::Method;
use reqwest::redirect::Policy;

#[tokio::test]
async fn a_write_from_another_sites_page_is_refused() {
    let door = FrontDoor::open().await;
    let visitor = door.enter("wang", "500106", Role::DistrictDuty).await;
    let client = reqwest::Client::builder().redirect(Policy::none()).build().expect("a client");
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
        ("x-nothing", "neither says"),
    ] {
        for path in ["/sign-in", "/sign-out", "/post", "/preferences", "/api/orders/issue"] {
            let request = client.post(format!("{}{path}", door.address)).header(name, value);
            assert_eq!(request.send().await.expect("an answer").status(), 403, "{path} with {name}: {value}");
        }
    }
    assert!(visitor.is_known().await);
    let ours = client.post(format!("{}/preferences", door.address)).header("sec-fetch-site", "same-origin");
    assert_eq!(ours.form(&[("lang", "en")]).send().await.expect("an answer").status(), 303);
}

#[tokio::test]
async fn a_forged_host_is_refused() {
    let door = FrontDoor::open().await;
    let ask = |path: &str| {
        reqwest::Client::new().get(format!("{}{path}", door.address)).header("host", "evil.example")
    };
    assert_eq!(ask("/sign-in").send().await.expect("an answer").status(), 421);
    assert_eq!(ask("/healthz").send().await.expect("an answer").status(), 200, "probes ask by number");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let door = FrontDoor::open().await;
    let visitor = door.enter("wang", "500106", Role::DistrictDuty).await;
    let large = "x".repeat(70_000);
    assert_eq!(visitor.posts("/preferences", &[("to", &large)]).await.status(), 413);
    // One that does not tell its length is cut off.
    let chunks = futures::stream::iter((0..200).map(|_| Ok::<_, std::io::Error>("to=x&".repeat(200))));
    let request = visitor.asks(Method::POST, "/preferences").body(reqwest::Body::wrap_stream(chunks));
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    assert!(request.send().await.expect("an answer").status().is_client_error());
}

#[tokio::test]
async fn pages_run_no_script_but_those_the_server_marked() {
    let door = FrontDoor::open().await;
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let response = door.visitor().visits("/sign-in").await;
        assert_eq!(response.status(), 200);
        let policy = header(response.headers(), "content-security-policy");
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("object-src 'none'"),
            "{policy}"
        );
        assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("worker-src 'self'"), "{policy}");
        let scripts = policy.split("script-src").nth(1).and_then(|p| p.split(';').next()).unwrap_or_default();
        assert!(!scripts.contains("unsafe-inline") && !scripts.contains("'unsafe-eval'"), "{policy}");
        let nonce =
            policy.split("'nonce-").nth(1).and_then(|p| p.split('\'').next()).expect("a nonce").to_owned();
        for name in ["x-content-type-options", "x-frame-options", "referrer-policy", "cache-control"] {
            assert!(!header(response.headers(), name).is_empty(), "{name}");
        }
        let page = response.text().await.expect("a page");
        for script in page.split("<script").skip(1) {
            assert!(
                script.split('>').next().is_some_and(|tag| tag.contains(&nonce)),
                "an unmarked script: {script}"
            );
        }
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1], "a nonce is used once");
}

#[tokio::test]
async fn what_is_not_there_is_not_found_in_the_apps_own_words() {
    let door = FrontDoor::open().await;
    let response = door.visitor().visits("/no/such/page").await;
    assert_eq!(response.status(), 404);
    assert!(header(response.headers(), "content-security-policy").contains("nonce-"));
    assert_eq!(door.visitor().gets("/../Cargo.toml").await.status(), 404);
}

#[tokio::test]
async fn the_server_says_whether_it_is_ready_and_what_it_did() {
    let door = FrontDoor::open().await;
    let visitor = door.visitor();
    let ready: serde_json::Value = visitor.gets("/readyz").await.json().await.expect("JSON");
    assert_eq!(ready, serde_json::json!({"database": true, "migrations": true, "mqtt": true}));
    door.server.readiness.mqtt(false);
    assert_eq!(visitor.gets("/readyz").await.status(), 503);
    let metrics = visitor.gets("/metrics").await.text().await.expect("text");
    assert!(metrics.contains("cityhelm_http_requests_total"), "{metrics}");
}
