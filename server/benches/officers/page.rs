//! What an officer sees on a page: where it leads, and what can be done on it.

/// A form that needs no more than a click, or for progress a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A case moved on, or a part signed for: where it is sent, and its hidden fields.
    Step(&'static str, Vec<(&'static str, String)>),
    /// Progress of a part.
    Progress(Vec<(&'static str, String)>),
}

const CASE_STEP: &str = "/api/events/step";
const PART_STEP: &str = "/api/orders/step";
/// Where progress is sent.
pub const PROGRESS: &str = "/api/orders/progress";

/// Ids of the links to this kind of page.
pub fn links(html: &str, to: &str) -> Vec<u64> {
    let start = ["href=\"", to, "/"].concat();
    html.split(start.as_str())
        .skip(1)
        .filter_map(|rest| {
            let digits = rest.find(|letter: char| !letter.is_ascii_digit())?;
            // A link onwards, to an order's recipients or a case's order, is no link to the page itself.
            rest[digits..].starts_with(['"', '?', '#']).then(|| rest[..digits].parse().ok())?
        })
        .collect()
}

/// What can be done at once: forms that ask for a reason are for people.
pub fn deeds(html: &str) -> Vec<Deed> {
    let forms = html.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next());
    forms.filter_map(deed).collect()
}

fn deed(form: &str) -> Option<Deed> {
    let fields = |names: [&'static str; 2]| -> Option<Vec<(&'static str, String)>> {
        names.into_iter().map(|name| Some((name, value(form, name)?))).collect()
    };
    if form.contains(&["action=\"", PROGRESS, "\""].concat()) {
        return Some(Deed::Progress(fields(["assignment", "key"])?));
    }
    let to =
        [CASE_STEP, PART_STEP].into_iter().find(|to| form.contains(&["action=\"", to, "\""].concat()))?;
    let asks = form.contains("name=\"reason\"");
    if asks { None } else { Some(Deed::Step(to, fields(["id", "step"])?)) }
}

/// The value of a hidden field.
fn value(form: &str, name: &str) -> Option<String> {
    let inputs = form.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    let named = ["name=\"", name, "\""].concat();
    let input = inputs.into_iter().find(|input| input.contains(&named))?;
    input.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
}
