//! Other systems at the front door: added on the administrator's page, asking with their token.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use domain::actors::Role;
use domain::centres::Tier;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::front_door::{FrontDoor, Visitor};

/// Everything a system may.
pub const ALL: &[&str] = &["events:read", "events:write", "orders:read", "receipts:write"];

/// The city's system administrator, in a city that knows floods.
pub async fn administrator(door: &FrontDoor) -> Visitor {
    door.city.a_category("flood", Tier::District).await;
    door.enter("sysadmin", "500000", Role::SystemAdmin).await
}

/// A system.
#[derive(Clone)]
pub struct System {
    pub token: String,
    pub client: Client,
    pub address: String,
}

/// What a page's input of this name holds.
pub fn input(page: &str, name: &str) -> String {
    let field = page.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")));
    let field = field.unwrap_or_else(|| panic!("the page has an input {name}"));
    let value = field.split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.expect("it holds something").to_owned()
}

/// Adds a system on the administrator's page, and reads its token there; gives its page too.
pub async fn added(
    door: &FrontDoor,
    admin: &Visitor,
    centre: &str,
    scopes: &[&str],
    more: &[(&str, &str)],
) -> (System, String) {
    let page = admin.visits("/api-clients").await.text().await.expect("a page");
    let token = input(&page, "new[token]");
    let mut form = vec![
        ("new[name]".to_owned(), "12345".to_owned()),
        ("new[centre]".to_owned(), centre.to_owned()),
        ("new[token]".to_owned(), token.clone()),
    ];
    for (name, usual) in [("new[per_minute]", "1000"), ("new[per_day]", "10000")] {
        let own = more.iter().find(|(own, _)| *own == name).map_or(usual, |(_, value)| value);
        form.push((name.to_owned(), own.to_owned()));
    }
    form.extend(
        more.iter().filter(|(name, _)| !name.contains("per_")).map(|(k, v)| ((*k).into(), (*v).into())),
    );
    form.extend(scopes.iter().map(|scope| ("new[scopes][]".to_owned(), (*scope).to_owned())));
    let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let response = admin.posts("/api/api-clients/add", &form).await;
    let to = crate::front_door::place(&response);
    assert!(to.starts_with("/api-clients/"), "the administrator is sent on to {to}");
    let system = System { token, client: Client::new(), address: door.address.clone() };
    (system, to)
}

impl System {
    /// A request with the token.
    pub fn asks(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address)).bearer_auth(&self.token)
    }

    /// What a path answers: status and body.
    pub async fn gets(&self, path: &str) -> (u16, Value) {
        answer(self.asks(Method::GET, path).send().await.expect("an answer")).await
    }

    /// Sends something once.
    pub async fn posts(&self, path: &str, key: &str, body: &Value) -> (u16, Value) {
        answer(self.sent(path, key, body).await).await
    }

    /// The same with the whole answer.
    pub async fn sent(&self, path: &str, key: &str, body: &Value) -> Response {
        let request = self.asks(Method::POST, path).header("idempotency-key", key).json(body);
        request.send().await.expect("an answer")
    }

    /// Sends a flood; gives the case.
    pub async fn reports(&self, key: &str, centre: &str) -> Value {
        let (status, case) = self.posts("/api/v1/events", key, &a_flood(centre)).await;
        assert_eq!(status, 201, "{case}");
        case
    }
}

/// A flood as the hotline tells of it.
pub fn a_flood(centre: &str) -> Value {
    json!({"source": "hotline", "category": "flood", "title": "下穿道积水", "centre": centre,
           "address": "公园西路 3 号", "reference": format!("12345-{centre}")})
}

/// Status and JSON.
pub async fn answer(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    (status, response.json().await.unwrap_or_default())
}
