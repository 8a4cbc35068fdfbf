//! Every setting is documented once, and the documentation is what the program says.

#[test]
fn the_table_in_the_documentation_is_what_the_program_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/operations.md");
    let text = std::fs::read_to_string(path).expect("docs/operations.md is there");
    let (before, rest) = text.split_once("<!-- settings -->\n").expect("the table's beginning is marked");
    let (table, after) = rest.split_once("<!-- /settings -->").expect("the table's end is marked");
    let settings = server::cli::settings();
    if table != settings {
        #[expect(clippy::disallowed_methods, reason = "how snapshots are renewed everywhere")]
        if std::env::var("INSTA_UPDATE").is_ok_and(|v| v == "always") {
            std::fs::write(path, format!("{before}<!-- settings -->\n{settings}<!-- /settings -->{after}"))
                .expect("the documentation can be written");
            return;
        }
        panic!(
            "docs/operations.md is not what `cityhelm export settings` prints; INSTA_UPDATE=always writes it"
        );
    }
}
