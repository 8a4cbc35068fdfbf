//! Forms with photos, as a browser sends them (`multipart/form-data`), with or without WASM.

use domain::orders::Photo;
use domain::{Refusal, Remedy};
use leptos::server_fn::codec::MultipartData;

use super::{Trouble, answer};

/// Bytes a photo may have.
const PHOTO_LIMIT: usize = 8 << 20;
/// Photos a form may carry.
const PHOTOS: usize = 6;
/// Bytes a text field may have: 2,000 characters in UTF-8 and some.
const TEXT_LIMIT: usize = 16 << 10;
/// Fields a form may have.
const FIELDS: usize = 64;

/// What a form brought.
#[derive(Debug, Default)]
pub struct Upload {
    texts: Vec<(String, String)>,
    /// Its files, whatever the field was called, but for a signature; an empty file input brings none.
    pub photos: Vec<Photo>,
    /// What came in the field `signature`.
    pub signature: Option<Photo>,
    /// What came in the field `voice`.
    pub voice: Option<Photo>,
    /// What was wrong with a file that was left out, where the rest of the form is wanted all the same.
    pub left_out: Option<Refusal>,
}

impl Upload {
    /// Reads a form.
    ///
    /// # Errors
    /// `Field` when a file or text is too large, or the form is broken.
    pub async fn read(data: MultipartData) -> Result<Self, Trouble> {
        answer(Self::take(data, false).await.map_err(Into::into))
    }

    /// Reads a form whose texts are not to be lost to a file that is too large: it is left out, and `left_out` says so.
    ///
    /// # Errors
    /// `Field` when a text is too large, or the form is broken.
    pub async fn read_on(data: MultipartData) -> Result<Self, Trouble> {
        answer(Self::take(data, true).await.map_err(Into::into))
    }

    async fn take(data: MultipartData, read_on: bool) -> Result<Self, Refusal> {
        let broken = || Refusal::field("form", Remedy::Reload);
        let mut form = data.into_inner().ok_or_else(broken)?;
        let mut upload = Self::default();
        while let Some(mut field) = form.next_field().await.map_err(|_| broken())? {
            let (name, file) =
                (field.name().unwrap_or_default().to_owned(), field.file_name().map(ToOwned::to_owned));
            let limit = if file.is_some() { PHOTO_LIMIT } else { TEXT_LIMIT };
            let (mut bytes, mut over) = (Vec::new(), false);
            while let Some(chunk) = field.chunk().await.map_err(|_| broken())? {
                over |= bytes.len() + chunk.len() > limit;
                if over && !(read_on && file.is_some()) {
                    return Err(too_large(&name, file.is_some()));
                }
                if !over {
                    bytes.extend_from_slice(&chunk);
                }
            }
            if over {
                upload.left_out.get_or_insert_with(|| too_large(&name, true));
                continue;
            }
            match file {
                Some(_) if bytes.is_empty() => {}
                Some(file) if name == "signature" => upload.signature = Some(Photo { name: file, bytes }),
                Some(file) if name == "voice" => upload.voice = Some(Photo { name: file, bytes }),
                Some(_) if upload.photos.len() == PHOTOS && read_on => {
                    upload.left_out.get_or_insert_with(out_of_photos);
                }
                Some(_) if upload.photos.len() == PHOTOS => return Err(out_of_photos()),
                Some(file) => upload.photos.push(Photo { name: file, bytes }),
                None if upload.texts.len() == FIELDS => return Err(broken()),
                None => upload.texts.push((name, String::from_utf8(bytes).map_err(|_| broken())?)),
            }
        }
        Ok(upload)
    }

    /// A text field; empty when the form has none of that name.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(each, _)| each == name).map_or("", |(_, text)| text)
    }

    /// The bytes of the one file of a form that asks for one; none when it was left out.
    #[must_use]
    pub fn only_file(self) -> Vec<u8> {
        self.photos.into_iter().next().map(|file| file.bytes).unwrap_or_default()
    }

    /// A field read as something else.
    ///
    /// # Errors
    /// `Field` when it cannot be read.
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Result<T, Trouble> {
        let text = self.text(name).trim();
        answer(text.parse().map_err(|_| Refusal::unknown(name, text).into()))
    }
}

fn too_large(field: &str, file: bool) -> Refusal {
    if field == "file" {
        Refusal::field(field, Remedy::WrongFile { kinds: "CSV (UTF-8)".to_owned(), max_mib: 8 })
    } else if field == "voice" {
        Refusal::field(
            field,
            Remedy::WrongFile { kinds: "WebM, Ogg, M4A, MP3, WAV, AMR, AAC".to_owned(), max_mib: 8 },
        )
    } else if file {
        Refusal::field("photos", Remedy::WrongFile { kinds: "JPEG, PNG, WebP".to_owned(), max_mib: 8 })
    } else {
        Refusal::field(field, Remedy::TooLong { max: 2000 })
    }
}

fn out_of_photos() -> Refusal {
    Refusal::field("photos", Remedy::OutOfRange { min: 0.0, max: 6.0 })
}
