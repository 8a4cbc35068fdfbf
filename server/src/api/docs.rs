//! The API's description as a page: drawn once from the document, without scripts and without anything from elsewhere.

use leptos::prelude::*;
use serde_json::Value;

/// The page.
pub fn page(document: &utoipa::openapi::OpenApi) -> String {
    let document = serde_json::to_value(document).unwrap_or_default();
    let about = text(&document["info"]["description"]);
    let about = about.split("\n\n").map(|part| view! { <p>{marked(part)}</p> }).collect_view();
    let tags = items(&document["tags"]).map(|tag| section(&document, tag)).collect_view();
    let problems =
        PROBLEMS.map(|(kind, words)| view! { <dt id=kind>{kind}</dt><dd>{words}</dd> }).collect_view();
    let body = view! {
        <header>
            <h1>"接口文档 · API"</h1>
            <p>"OpenAPI 3.1: " <a href="/api/openapi.json">"/api/openapi.json"</a></p>
        </header>
        <main>
            <section>{about}</section>
            {tags}
            <section>
                <h2>"Kinds of problems"</h2>
                <dl>{problems}</dl>
            </section>
            <section>
                <h2>"Shapes"</h2>
                {fields(&document["components"]["schemas"]).map(|(name, schema)| shape(name, schema)).collect_view()}
            </section>
        </main>
    };
    let head = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>cityhelm API</title>\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
        <link rel=\"stylesheet\" href=\"/api/docs.css\"></head><body>";
    [head, &body.to_html(), "</body></html>"].concat()
}

/// What `type` of a problem ends in, and what it means.
const PROBLEMS: [(&str, &str); 23] = [
    ("unreadable", "400: the field cannot be read as what it must be."),
    ("token", "401: no token, or one that is unknown, revoked or over."),
    ("scope", "403: the token has not the scope that `scope` names."),
    ("not-allowed", "403: the token may not do this at all."),
    ("belongs-to", "403: another centre decides this."),
    ("not-found", "404: it does not exist, or lies outside the token's centre."),
    ("method", "405: this path is asked otherwise."),
    ("not-now", "409: the thing is in a state that does not allow it."),
    ("settled", "409: an arbiter has decided whose case it is."),
    ("parts-open", "409: what was passed down must be done first."),
    ("orders-open", "409: orders on the case are open; their centre recalls or verifies them first."),
    ("children-open", "409: cases under it are open."),
    ("parent-over", "409: the case above is over."),
    ("work-open", "409: things are open and nobody would take them over."),
    ("overtaken", "409: somebody else moved it a moment ago; the detail says who."),
    ("conflict", "409: somebody changed it in the meantime."),
    ("under-way", "409: the same request is still being answered; ask again."),
    ("too-large", "413: the body is larger than 64 KiB."),
    ("not-json", "415: the body is no JSON."),
    ("field", "422: the field can be read and does not hold; `remedy` says what would."),
    ("key-reused", "422: the Idempotency-Key was used for another request."),
    ("quota", "429: more than may be asked; `Retry-After` says when to ask again."),
    (
        "unavailable",
        "503: come back later. What broke is 500 with `incident`, the number to tell the administrator.",
    ),
];

fn section(document: &Value, tag: &Value) -> AnyView {
    let name = text(&tag["name"]);
    let of_tag = fields(&document["paths"]).flat_map(|(path, item)| {
        fields(item)
            .filter(|(_, call)| items(&call["tags"]).any(|of| *of == tag["name"]))
            .map(move |(method, call)| operation(path, method, call))
    });
    view! {
        <section>
            <h2 id=name.clone()>{name.clone()}</h2>
            <p>{text(&tag["description"])}</p>
            {of_tag.collect_view()}
        </section>
    }
    .into_any()
}

fn operation(path: &str, method: &str, call: &Value) -> AnyView {
    let scopes = items(&call["security"]).flat_map(|entry| items(&entry["token"])).map(text);
    let about = [text(&call["summary"]), text(&call["description"])].join(" ");
    let takes = &call["requestBody"]["content"]["application/json"]["schema"];
    let takes = (!takes.is_null()).then(|| view! { <p>"Body: " {kind(takes)}</p> });
    let answers = fields(&call["responses"]).map(|(status, answer)| {
        let content = fields(&answer["content"]).next();
        let shape = content.map(|(_, content)| kind(&content["schema"]));
        view! { <tr><td>{status.to_owned()}</td><td>{text(&answer["description"])}</td><td>{shape}</td></tr> }
    });
    view! {
        <details id=text(&call["operationId"])>
            <summary><b class="method">{method.to_uppercase()}</b> " " <code>{path.to_owned()}</code></summary>
            <p>{marked(&about)}</p>
            <p>"Scope: " <code>{scopes.collect::<Vec<_>>().join(" ")}</code></p>
            {table(items(&call["parameters"]).map(parameter).collect())}
            {takes}
            <table><tbody>{answers.collect_view()}</tbody></table>
        </details>
    }
    .into_any()
}

fn parameter(parameter: &Value) -> AnyView {
    let needed = if parameter["required"] == true { "required" } else { "" };
    view! {
        <tr>
            <td><code>{text(&parameter["name"])}</code></td>
            <td>{text(&parameter["in"])} " " {needed}</td>
            <td>{kind(&parameter["schema"])}</td>
            <td>{marked(&text(&parameter["description"]))}</td>
        </tr>
    }
    .into_any()
}

fn shape(name: &str, schema: &Value) -> AnyView {
    let required: Vec<String> = items(&schema["required"]).map(text).collect();
    let rows = fields(&schema["properties"]).map(|(field, schema)| {
        let needed = if required.iter().any(|name| name == field) { "required" } else { "" };
        view! {
            <tr>
                <td><code>{field.to_owned()}</code></td>
                <td>{needed}</td>
                <td>{kind(schema)}</td>
                <td>{marked(&text(&schema["description"]))}</td>
            </tr>
        }
        .into_any()
    });
    let example = &schema["example"];
    let example = example.is_object().then(|| {
        view! { <pre>{serde_json::to_string_pretty(example).unwrap_or_default()}</pre> }
    });
    view! {
        <details id=format!("shape-{name}")>
            <summary><code>{name.to_owned()}</code></summary>
            <p>{marked(&text(&schema["description"]))} " " {choices(schema)}</p>
            {table(rows.collect())}
            {example}
        </details>
    }
    .into_any()
}

fn table(rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <table><tbody>{rows}</tbody></table> }.into_any())
}

/// A schema in a few words, with a way to the shape it names.
fn kind(schema: &Value) -> AnyView {
    if let Some(name) = schema["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
        return view! { <a href=format!("#shape-{name}")>{name.to_owned()}</a> }.into_any();
    }
    if let Some(of) = schema["oneOf"].as_array().or_else(|| schema["allOf"].as_array()) {
        let of = of.iter().filter(|of| of["type"] != "null").map(kind);
        return view! { {of.collect_view()} }.into_any();
    }
    if schema["type"] == "array" {
        return view! { "list of " {kind(&schema["items"])} }.into_any();
    }
    let mut words = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" or "),
        other => text(other),
    };
    for limit in ["format", "minLength", "maxLength", "minimum", "maximum"] {
        if !schema[limit].is_null() {
            words = [words, limit.to_owned(), text(&schema[limit])].join(" ");
        }
    }
    view! { {words} " " {choices(schema)} }.into_any()
}

fn choices(schema: &Value) -> Option<AnyView> {
    let words: Vec<String> = items(&schema["enum"]).map(text).collect();
    (!words.is_empty()).then(|| view! { <code>{words.join(" | ")}</code> }.into_any())
}

/// A paragraph with its `code` and **weight**.
fn marked(words: &str) -> AnyView {
    let part = |(n, part): (usize, &str)| -> AnyView {
        if n % 2 == 1 {
            return view! { <code>{part.to_owned()}</code> }.into_any();
        }
        let bold = part.split("**").enumerate().map(|(n, part)| {
            let part = part.to_owned();
            if n % 2 == 1 { view! { <b>{part}</b> }.into_any() } else { part.into_any() }
        });
        bold.collect_view().into_any()
    };
    words.split('`').enumerate().map(part).collect_view().into_any()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn fields(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}
