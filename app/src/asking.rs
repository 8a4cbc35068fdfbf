//! How pages ask: through the desks that the server provides, answered with a value or with [`Trouble`].

mod calls;
mod deed;
#[cfg(feature = "ssr")]
mod desks;
#[cfg(not(feature = "ssr"))]
#[path = "asking/browser.rs"]
mod here;
#[cfg(feature = "ssr")]
#[path = "asking/server.rs"]
mod here;
mod question;
pub mod reading;
#[cfg(feature = "ssr")]
mod uploads;
mod wire;

use domain::{Fault, Refusal, Remedy};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::{Deserialize, Serialize};

pub use calls::Get;
pub use deed::Deed;
pub(crate) use deed::posted_trouble;
#[cfg(feature = "ssr")]
pub use desks::Desks;
pub use here::*;
pub use question::Question;
pub(crate) use question::{Answer, Paper};
#[cfg(feature = "ssr")]
pub use uploads::Upload;

/// Why a question was not answered. Travels from the server to the page that asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trouble(pub Fault);

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Trouble {}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self(Fault::Refused(refusal))
    }
}

impl FromServerFnError for Trouble {
    type Encoder = TroubleEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let fault = match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Serialization(_) => Fault::Refused(Refusal::field("form", Remedy::Reload)),
            // The browser could not reach the server, or a proxy between them answered in its place.
            _ => Fault::Refused(Refusal::Unavailable { retry_after_s: 5 }),
        };
        say_status(&fault);
        Self(fault)
    }
}

/// Troubles travel as JSON.
pub struct TroubleEncoding;

impl ContentType for TroubleEncoding {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for TroubleEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl Encodes<Trouble> for TroubleEncoding {
    type Error = serde_json::Error;

    fn encode(trouble: &Trouble) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(trouble).map(Bytes::from)
    }
}

impl Decodes<Trouble> for TroubleEncoding {
    type Error = serde_json::Error;

    fn decode(json: Bytes) -> Result<Trouble, Self::Error> {
        reading::read(&json)
    }
}
