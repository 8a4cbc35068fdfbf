//! What a person may hear when something cannot be done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Right, Role};
use crate::api_clients::ApiScope;
use crate::centres::Tier;
use crate::names::Name;

/// How a field is put right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the variants' sentences name their fields")]
pub enum Remedy {
    /// Fill it in.
    Required,
    /// Shorten it to this many characters.
    TooLong { max: u32 },
    /// Write at least this many characters.
    TooShort { min: u32 },
    /// Write a number.
    NotANumber,
    /// Choose a value from `min` to `max`, in the field's unit.
    OutOfRange { min: f64, max: f64 },
    /// Choose one of the known values; `given` is not one.
    Unknown { given: String },
    /// Choose a moment that is still to come.
    InThePast,
    /// Send one of these kinds of file, of at most this many MiB.
    WrongFile { kinds: String, max_mib: u32 },
    /// Choose an end that comes after the beginning.
    EndsBeforeStart,
    /// The person is on duty at `centre` then: choose another time or person.
    OnDutyThen { centre: Name, from: DateTime<Utc>, to: DateTime<Utc> },
    /// The person is away then: choose another time or person.
    AwayThen { from: DateTime<Utc>, to: DateTime<Utc> },
    /// Send a file with these columns.
    WrongColumns { wanted: String },
    /// Choose another name; `given` is taken.
    Taken { given: String },
    /// Draw a polygon whose line comes back to where it began.
    NotAPolygon,
    /// Draw a line that does not cross itself.
    Crosses,
    /// Draw where the city is; longitude comes before latitude.
    Elsewhere,
    /// Choose a place in the area that the person's post answers for.
    OutOfScope,
    /// Choose one that is in force there: this one was withdrawn, replaced, or is for other places.
    NotInForce,
    /// Choose what somebody in the area of the person's post takes: of this, nobody there does.
    TakenByNobody,
    /// Choose another one than the thing itself.
    Itself,
    /// Choose one that is open; this one is over.
    Over { state: String },
    /// It stands under another already: take it out there first.
    HangsAlready,
    /// What has parts of its own goes only under one that stands at the top.
    NotAtTop,
    /// Choose somebody else: an administration may not be combined with another post.
    NotCombined,
    /// Leave it to somebody else: this is the reader's own.
    SomebodyElse,
    /// Choose what comes no later than the city's rule does.
    Milder,
    /// Choose what comes no earlier than the step below it.
    BeforeTheStepBelow,
    /// Write a whole address, beginning with `https://` or `http://`.
    NotAnAddress,
    /// The form is from another place or too old: load the page again.
    Reload,
}

/// What somebody hears who was overtaken by a colleague.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overtaken {
    /// What was moved, e.g. `event`.
    pub noun: String,
    /// Its state now.
    pub state: String,
    /// The move that was wanted.
    pub wanted: String,
    /// Who moved it.
    pub who: String,
    /// Of which centre.
    pub centre: Name,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why something was refused. Shown to the person as it is, in their language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the variants' sentences name their fields")]
pub enum Refusal {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignedOut,
    /// Name or password is wrong; which of them is not said.
    #[error("the name or the password is wrong")]
    WrongCredentials,
    /// It does not exist, or lies outside the asker's scope.
    #[error("not found")]
    NotFound,
    /// The post has not the right; `who` has it.
    #[error("{right} needs another post")]
    NotAllowed { right: Right, who: Vec<Role> },
    /// The client that asks through the API has not the scope.
    #[error("this needs the scope {scope}")]
    NeedsScope { scope: ApiScope },
    /// Another centre decides this.
    #[error("this is decided by {centre}")]
    BelongsTo { centre: String },
    /// The thing is in a state from which this move is not possible.
    #[error("{noun} is {state}: {wanted} is not possible")]
    NotNow { noun: String, state: String, wanted: String },
    /// An arbiter has decided whose case it is, and that binds.
    #[error("{centre} has decided this for good")]
    Settled { centre: String },
    /// The responsibility list gives the category to another tier, so that it is not passed down to this one.
    #[error("{category:?} is not on the list for {tier}")]
    NotOnList { category: Name, tier: Tier, listed: Tier },
    /// A part must come first, e.g. an order that was passed down must be done below.
    #[error("{count} parts below are not done")]
    PartsOpen { count: u32 },
    /// Orders on the case are open: the centre that issued them recalls or verifies them first.
    #[error("{count} parts of orders are open; {centre} recalls or verifies them")]
    OrdersOpen { count: u32, centre: String },
    /// Cases under this one are open.
    #[error("{count} cases under it are open")]
    ChildrenOpen { count: u32 },
    /// The case above is over, so that this one cannot be open under it: take it out first.
    #[error("the case above is {state}")]
    ParentOver { state: String },
    /// Somebody else moved it a moment ago, and what was wanted is not possible in the new state.
    #[error("{} moved it: {} is {}, {} is not possible", .0.who, .0.noun, .0.state, .0.wanted)]
    Overtaken(Box<Overtaken>),
    /// Things are open, and nobody would take them over.
    #[error("{count} things are open and nobody would take them over")]
    WorkOpen { count: u32 },
    /// One field is wrong.
    #[error("{field}: {remedy:?}")]
    Field { field: String, remedy: Remedy },
    /// Somebody else changed it in the meantime.
    #[error("somebody changed it in the meantime")]
    Conflict,
    /// Too many tries.
    #[error("too many tries; again in {retry_after_s} s")]
    TooMany { retry_after_s: u32 },
    /// The database or another part is away.
    #[error("the service is not available; again in {retry_after_s} s")]
    Unavailable { retry_after_s: u32 },
}

impl Refusal {
    /// A field that must be put right.
    pub fn field(field: impl Into<String>, remedy: Remedy) -> Self {
        Self::Field { field: field.into(), remedy }
    }

    /// A value that is none of the known ones.
    pub fn unknown(field: impl Into<String>, given: impl Into<String>) -> Self {
        Self::field(field, Remedy::Unknown { given: given.into() })
    }

    /// A move that the present state does not allow.
    pub fn not_now(noun: &str, state: impl Into<&'static str>, wanted: impl Into<&'static str>) -> Self {
        Self::NotNow { noun: noun.into(), state: state.into().into(), wanted: wanted.into().into() }
    }

    /// The HTTP status that says the same.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignedOut | Self::WrongCredentials => 401,
            Self::NotFound => 404,
            Self::NotAllowed { .. } | Self::NeedsScope { .. } | Self::BelongsTo { .. } => 403,
            Self::NotNow { .. }
            | Self::NotOnList { .. }
            | Self::PartsOpen { .. }
            | Self::OrdersOpen { .. }
            | Self::ChildrenOpen { .. }
            | Self::ParentOver { .. }
            | Self::Overtaken { .. }
            | Self::WorkOpen { .. }
            | Self::Settled { .. }
            | Self::Conflict => 409,
            Self::Field { .. } => 422,
            Self::TooMany { .. } => 429,
            Self::Unavailable { .. } => 503,
        }
    }
}

/// Checks a required text of bounded length; gives it back trimmed.
///
/// # Errors
/// `Field` when it is empty or longer than `max` characters.
pub fn required_text(field: &str, text: &str, max: u32) -> Result<String, Refusal> {
    let text = optional_text(field, text, max)?;
    if text.is_empty() { Err(Refusal::field(field, Remedy::Required)) } else { Ok(text) }
}

/// Checks an optional text of bounded length; gives it back trimmed.
///
/// # Errors
/// `Field` when it is longer than `max` characters.
pub fn optional_text(field: &str, text: &str, max: u32) -> Result<String, Refusal> {
    let text: String = text.trim().chars().filter(|c| *c != '\0').collect();
    if text.chars().count() > max as usize {
        return Err(Refusal::field(field, Remedy::TooLong { max }));
    }
    Ok(text)
}

/// How a desk answers when it cannot: a refusal, or an incident whose number the log knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The person may hear why.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// Something broke; the number leads to the log line.
    #[error("incident {0}")]
    Incident(String),
}

impl Fault {
    /// The HTTP status that says the same.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Refused(refusal) => refusal.status(),
            Self::Incident(_) => 500,
        }
    }
}
