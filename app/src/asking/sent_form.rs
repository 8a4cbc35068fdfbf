//! Forms that carry files: what a page's plain multipart form sent, read in bounds.

use domain::orders::Photo;
use domain::{Refusal, Remedy};
use leptos::server_fn::codec::MultipartData;

use super::{Trouble, answer};

/// Fields a form may have, files included.
const FIELDS: usize = 40;
/// Bytes a text may have: 2,000 characters of any script with room to spare.
const TEXT_BYTES: usize = 16 * 1024;
/// Bytes a photo may have.
const PHOTO_BYTES: usize = 8 * 1024 * 1024;

/// What was sent.
#[derive(Debug, Default)]
pub struct SentForm {
    texts: Vec<(String, String)>,
    /// Files that were chosen; a file field left empty sends none.
    pub photos: Vec<Photo>,
}

impl SentForm {
    /// Reads a form to its end.
    ///
    /// # Errors
    /// `Field` when it was cut off, is too large, or is no such form at all.
    pub async fn read(data: MultipartData) -> Result<Self, Trouble> {
        answer(read(data).await.map_err(Into::into))
    }

    /// A field's text; empty if it was not sent.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.texts.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

fn broken<E>(_: E) -> Refusal {
    Refusal::field("form", Remedy::Reload)
}

async fn read(data: MultipartData) -> Result<SentForm, Refusal> {
    let mut parts = data.into_inner().ok_or(()).map_err(broken)?;
    let mut form = SentForm::default();
    for _ in 0..FIELDS {
        let Some(mut part) = parts.next_field().await.map_err(broken)? else { return Ok(form) };
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let limit = if file.is_some() { PHOTO_BYTES } else { TEXT_BYTES };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            if bytes.len() + chunk.len() > limit {
                return Err(too_large(name, file.is_some()));
            }
            bytes.extend_from_slice(&chunk);
        }
        match file {
            Some(name) if !bytes.is_empty() => form.photos.push(Photo { name, bytes }),
            Some(_) => {}
            None => form.texts.push((name, String::from_utf8(bytes).map_err(broken)?)),
        }
    }
    Err(Refusal::field("form", Remedy::Reload))
}

fn too_large(field: String, file: bool) -> Refusal {
    let remedy = if file {
        Remedy::WrongFile { kinds: "JPEG, PNG, WebP".to_owned(), max_mib: 8 }
    } else {
        Remedy::TooLong { max: 2000 }
    };
    Refusal::field(field, remedy)
}
