//! Photos and files: what may be sent, known by its bytes and never by its name.

use crate::refusal::{Refusal, Remedy};

/// The most that one photo may weigh.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The media type of a photo: JPEG, PNG or WebP.
///
/// # Errors
/// `Field` when it is something else, or weighs more than [`MAX_BYTES`].
pub fn media_type(field: &str, bytes: &[u8]) -> Result<&'static str, Refusal> {
    let kind = match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    };
    kind.filter(|_| bytes.len() <= MAX_BYTES).ok_or_else(|| {
        Refusal::field(field, Remedy::WrongFile { kinds: "JPEG, PNG, WebP".into(), max_mib: 8 })
    })
}

/// The media type of a file: a photo, PDF, or a workbook or document of Office Open XML.
///
/// # Errors
/// `Field` when it is something else, or weighs more than [`MAX_BYTES`].
pub fn file_type(field: &str, bytes: &[u8]) -> Result<&'static str, Refusal> {
    if let Ok(photo) = media_type(field, bytes) {
        return Ok(photo);
    }
    // A ZIP archive spells the names of its parts in clear.
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let kind = match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [b'P', b'K', 3, 4, ..] if holds(b"xl/workbook.xml") => {
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        [b'P', b'K', 3, 4, ..] if holds(b"word/document.xml") => {
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        _ => None,
    };
    kind.filter(|_| bytes.len() <= MAX_BYTES).ok_or_else(|| {
        Refusal::field(
            field,
            Remedy::WrongFile { kinds: "PDF, XLSX, DOCX, JPEG, PNG, WebP".into(), max_mib: 8 },
        )
    })
}

/// The media type of a voice note, as phones and browsers record it: `WebM`, Ogg, MP4, MP3, WAV, AMR or AAC.
///
/// # Errors
/// `Field` when it is something else, or weighs more than [`MAX_BYTES`].
pub fn voice_type(field: &str, bytes: &[u8]) -> Result<&'static str, Refusal> {
    let kind = match bytes {
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some("audio/webm"),
        [b'O', b'g', b'g', b'S', ..] => Some("audio/ogg"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("audio/mp4"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some("audio/wav"),
        [b'#', b'!', b'A', b'M', b'R', ..] => Some("audio/amr"),
        [b'I', b'D', b'3', ..] => Some("audio/mpeg"),
        // Layer bits 00 are ADTS, which is AAC; 01 is layer III.
        [0xff, second, ..] if second & 0xf6 == 0xf0 => Some("audio/aac"),
        [0xff, second, ..] if second & 0xe6 == 0xe2 => Some("audio/mpeg"),
        _ => None,
    };
    kind.filter(|_| bytes.len() <= MAX_BYTES).ok_or_else(|| {
        Refusal::field(
            field,
            Remedy::WrongFile { kinds: "WebM, Ogg, M4A, MP3, WAV, AMR, AAC".into(), max_mib: 8 },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_known_by_its_first_bytes() {
        assert_eq!(media_type("photo", b"\xff\xd8\xff\xe0 jpeg"), Ok("image/jpeg"));
        assert_eq!(media_type("photo", b"\x89PNG\r\n\x1a\n"), Ok("image/png"));
        assert_eq!(media_type("photo", b"RIFF\x10\0\0\0WEBPVP8 "), Ok("image/webp"));
        for other in [&b""[..], b"\xff\xd8", b"GIF89a", b"<svg onload=alert(1)>", b"%PDF-1.7"] {
            assert!(media_type("photo", other).is_err());
        }
    }

    #[test]
    fn a_file_is_known_by_its_bytes_and_a_program_is_none() {
        let kind = |bytes: &[u8]| file_type("file", bytes);
        assert_eq!(kind(b"%PDF-1.7 ..."), Ok("application/pdf"));
        assert!(kind(b"PK\x03\x04....xl/workbook.xml...").is_ok_and(|kind| kind.ends_with("sheet")));
        assert!(kind(b"PK\x03\x04....word/document.xml...").is_ok_and(|kind| kind.ends_with("document")));
        assert_eq!(kind(b"\xff\xd8\xff\xe0 jpeg"), Ok("image/jpeg"));
        for other in [&b""[..], b"PK\x03\x04 a.exe", b"MZ xl/workbook.xml", b"%PD", b"<html>"] {
            assert!(kind(other).is_err());
        }
    }

    #[test]
    fn a_voice_note_is_known_by_its_first_bytes() {
        let kind = |bytes: &[u8]| voice_type("voice", bytes);
        assert_eq!(kind(b"\x1a\x45\xdf\xa3 webm"), Ok("audio/webm"));
        assert_eq!(kind(b"OggS\0"), Ok("audio/ogg"));
        assert_eq!(kind(b"\0\0\0\x18ftypM4A "), Ok("audio/mp4"));
        assert_eq!(kind(b"RIFF\x10\0\0\0WAVEfmt "), Ok("audio/wav"));
        assert_eq!(kind(b"\xff\xf1\x50"), Ok("audio/aac"));
        assert_eq!(kind(b"\xff\xfb\x90"), Ok("audio/mpeg"));
        for other in [&b""[..], b"\xff\xd8\xff\xe0 jpeg", b"<html>", b"RIFF\x10\0\0\0WEBP", b"MZ"] {
            assert!(kind(other).is_err());
        }
    }

    #[test]
    fn a_photo_of_more_than_eight_mebibytes_is_refused() {
        let mut bytes = vec![0; MAX_BYTES];
        bytes[..3].copy_from_slice(b"\xff\xd8\xff");
        assert!(media_type("photo", &bytes).is_ok());
        bytes.push(0);
        assert!(media_type("photo", &bytes).is_err());
    }
}
