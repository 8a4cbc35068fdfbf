//! The shape of the house, held by tests: which crate may know which, what never reaches the browser, how long a
//! file may grow, where SQL may stand (DESIGN.md §3 and §10).

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Who may know whom. An arrow that is not here is a decision to write down in docs/ARCHITECTURE.md first.
const ARROWS: [(&str, &[&str]); 7] = [
    ("frontend", &["app"]),
    ("app", &["domain"]),
    ("domain", &[]),
    ("store", &["domain"]),
    ("engine", &["domain", "store"]),
    ("server", &["app", "domain", "engine", "store"]),
    ("xtask", &[]),
];

/// What may never be compiled for the browser: it has no database, no threads, and must stay small.
const BEHIND_THE_WALL: [&str; 8] =
    ["sqlx", "tokio", "axum", "store", "engine", "server", "charming", "leptos_axum"];

/// Names that say nothing about what is inside; such files collect what belongs elsewhere.
const EMPTY_NAMES: [&str; 10] =
    ["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "shared", "stuff"];

/// What names a field that is refused.
const FIELDS: [&str; 5] =
    ["Refusal::field(", "Refusal::unknown(", "required_text(", "optional_text(", "form_key("];

/// Fields that no page shows: of gateways' messages, of the API, of the command line and the settings.
const OF_MACHINES: [&str; 14] = [
    "cursor",
    "device",
    "gateway",
    "incident",
    "limit",
    "login",
    "path",
    "payload",
    "quantity",
    "reading",
    "readings",
    "reference",
    "role",
    "rooms",
];

#[test]
fn crates_know_only_whom_they_may() {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("cargo metadata speaks JSON");
    let packages = metadata["packages"].as_array().expect("the workspace has packages");
    let members: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();

    let mut strangers = Vec::new();
    for package in packages {
        let name = package["name"].as_str().expect("a package has a name");
        let Some(may_know) = allowed.get(name) else {
            strangers.push(format!("crate `{name}` has no line in ARROWS"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let known = dependency["name"].as_str().unwrap_or_default();
            // A crate may name itself among its dev-dependencies, to switch its own `testing` feature on.
            if members.contains(known) && known != name && !may_know.contains(&known) {
                strangers.push(format!("`{name}` may not depend on `{known}`"));
            }
        }
    }
    none_of(&strangers);
}

#[test]
fn nothing_of_the_server_reaches_the_browser() {
    let tree = cargo(&[
        "tree",
        "--locked",
        "--package=frontend",
        "--target=wasm32-unknown-unknown",
        "--edges=normal",
        "--prefix=none",
        "--format={p}",
    ]);
    let compiled: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(compiled.contains("leptos"), "this is not the tree of the page: {tree}");
    let through: Vec<String> = compiled
        .iter()
        .filter(|name| {
            BEHIND_THE_WALL.iter().any(|wall| **name == *wall || name.starts_with(&format!("{wall}-")))
        })
        .map(|name| {
            format!("`{name}` is compiled for the browser; `cargo tree -p frontend -i {name}` tells why")
        })
        .collect();
    none_of(&through);
}

#[test]
fn files_stay_short_and_are_named_by_what_they_hold() {
    let mut faults = Vec::new();
    for (path, text) in sources("rs") {
        if is_test(&path) {
            continue;
        }
        let lines = text.lines().count();
        if lines > 400 {
            faults.push(format!("{}: {lines} lines; split by meaning, 400 at most", path.display()));
        }
        if text.contains("#[component]") && lines > 150 {
            faults.push(format!("{}: {lines} lines; a component's file has 150 at most", path.display()));
        }
        let empty = path.with_extension("");
        let empty = empty.components().filter_map(|part| part.as_os_str().to_str());
        for part in empty.filter(|part| EMPTY_NAMES.contains(part)) {
            faults.push(format!("{}: `{part}` names nothing", path.display()));
        }
    }
    none_of(&faults);
}

#[test]
fn a_view_fits_on_a_screen() {
    let mut faults = Vec::new();
    for (path, text) in sources("rs") {
        let lines: Vec<&str> = text.lines().collect();
        for (start, line) in lines.iter().enumerate() {
            if !line.contains("view! {") || line.trim_start().starts_with("//") {
                continue;
            }
            let mut depth = 0_i64;
            let length = lines[start..].iter().position(|line| {
                depth += balance(line);
                depth <= 0
            });
            let length = length.unwrap_or_default() + 1;
            if length > 40 {
                faults.push(format!(
                    "{}:{}: a view! of {length} lines, 40 at most",
                    path.display(),
                    start + 1
                ));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn twins_are_chosen_where_modules_are_named() {
    let mut faults = Vec::new();
    for (path, text) in sources("rs").into_iter().filter(|(path, _)| path.starts_with("app/src")) {
        let mut lines = text.lines().enumerate().peekable();
        while let Some((number, line)) = lines.next() {
            if !line.trim_start().starts_with("#[cfg(feature") {
                continue;
            }
            let what = lines.find(|(_, line)| !line.trim_start().starts_with("#["));
            let what = what.map_or("", |(_, line)| line.trim_start());
            let what = what.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            if !what.starts_with("mod ") && !what.starts_with("use ") {
                faults.push(format!(
                    "{}:{}: cfg on `{what}`; put it on a mod line",
                    path.display(),
                    number + 1
                ));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn every_field_that_is_refused_has_a_word() {
    let words = fs::read_to_string(root().join("app/src/words/remedies.rs")).expect("the words of fields");
    let mut faults = Vec::new();
    for (path, text) in sources("rs").into_iter().filter(|(path, _)| !is_test(path)) {
        let named = FIELDS.iter().flat_map(|by| text.split(by).skip(1)).filter_map(|rest| {
            let (field, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
            Some(field)
        });
        for field in named.filter(|field| !OF_MACHINES.contains(field)) {
            if !words.contains(&["\"", field, "\""].concat()) {
                faults
                    .push(format!("{}: `{field}` has no word in app/src/words/remedies.rs", path.display()));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn only_the_store_speaks_sql() {
    let mut faults = Vec::new();
    for (path, text) in sources("rs") {
        if path.starts_with("crates/store") || is_test(&path) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if line.contains("sqlx::query") || line.contains("sqlx::raw_sql") {
                faults.push(format!("{}:{}: SQL outside crates/store", path.display(), number + 1));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn queries_are_lower_case_and_name_their_columns() {
    let shouted =
        ["SELECT", "FROM", "WHERE", "INSERT", "UPDATE", "DELETE", "JOIN", "VALUES", "RETURNING", "WITH"];
    let mut faults = Vec::new();
    for (path, text) in sources("sql") {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("--").next().unwrap_or_default();
            // Between quotes stands data: `tg_op = 'INSERT'`.
            let code: String = code.split('\'').step_by(2).collect();
            let mut words = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if let Some(word) = words.find(|word| shouted.contains(word)) {
                faults.push(format!("{}:{}: {word} is written small here", path.display(), number + 1));
            }
            let squeezed = code.split_whitespace().collect::<Vec<_>>().join(" ");
            // What a program reads back is listed; the seed only carries rows from one step of its own to the next.
            let read_back =
                path.starts_with("crates/store/queries") && !path.starts_with("crates/store/queries/seed");
            if read_back && squeezed.contains("select *") {
                faults.push(format!("{}:{}: list the columns", path.display(), number + 1));
            }
        }
    }
    none_of(&faults);
}

#[test]
fn dependencies_come_once_and_from_one_registry() {
    let bans = fs::read_to_string(root().join("deny.toml")).expect("deny.toml is there");
    let bans: toml::Table = bans.parse().expect("deny.toml is TOML");
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is there");
    let lock: toml::Table = lock.parse().expect("Cargo.lock is TOML");

    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in lock["package"].as_array().expect("Cargo.lock has packages") {
        let name = package["name"].as_str().expect("a package has a name");
        versions.entry(name).or_default().push(package["version"].as_str().expect("a package has a version"));
        if let Some(source) = package.get("source").and_then(toml::Value::as_str)
            && source != "registry+https://github.com/rust-lang/crates.io-index"
        {
            faults.push(format!("`{name}` comes from {source}"));
        }
    }
    for ban in bans["bans"]["deny"].as_array().expect("deny.toml bans crates") {
        let name = ban["crate"].as_str().expect("a ban names a crate");
        let once = ban.get("deny-multiple-versions").and_then(toml::Value::as_bool).unwrap_or_default();
        match versions.get(name).map(Vec::as_slice) {
            Some([_, _, ..]) if once => faults.push(format!("`{name}` is there twice: {:?}", versions[name])),
            Some(_) if !once => faults.push(format!("`{name}` is banned: deny.toml says why")),
            _ => {}
        }
    }
    none_of(&faults);
}

/// How many braces a line opens more than it closes, those in string literals left out.
fn balance(line: &str) -> i64 {
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    for letter in line.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '{' if !in_text => depth += 1,
            '}' if !in_text => depth -= 1,
            _ => {}
        }
    }
    depth
}

fn none_of(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("server/ lies in the workspace").to_path_buf()
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "testing")
}

/// Every source file of ours with this ending, by its path from the root.
fn sources(ending: &str) -> Vec<(PathBuf, String)> {
    let (root, mut found) = (root(), Vec::new());
    let mut rooms: Vec<PathBuf> = ["app", "crates", "frontend", "migrations", "scripts", "server"]
        .iter()
        .map(|room| root.join(room))
        .collect();
    while let Some(room) = rooms.pop() {
        for entry in fs::read_dir(&room).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                rooms.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path.strip_prefix(&root).expect("found below the root").to_path_buf(), text));
            }
        }
    }
    assert!(ending != "rs" || found.len() > 5, "the sources were not found");
    found.sort();
    found
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output =
        Command::new(cargo).args(arguments).current_dir(root()).output().expect("cargo can be called");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo speaks UTF-8")
}
