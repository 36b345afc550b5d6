//! Bytes to text, whatever their character set.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// A text, and a note where its character set had to be guessed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub note: Option<String>,
}

/// Decodes bytes: by their byte order mark, else as UTF-8, else by the set that the page declares,
/// else by the set that their letters suggest.
///
/// # Errors
/// Says why, for bytes that are no text at all.
pub(super) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, String> {
    let marked = Encoding::for_bom(&bytes);
    if marked.is_none() && is_binary(&bytes) {
        return Err("binary, not text: give the text, HTML or feed itself".to_owned());
    }
    if marked.is_none() {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Decoded { text, note: None }),
            Err(error) => Ok(guess(&error.into_bytes(), declared)),
        }
    } else {
        let (text, encoding, damaged) = UTF_8.decode(&bytes);
        let note = damaged.then(|| format!("some bytes are no {}; each became \u{FFFD}", encoding.name()));
        Ok(Decoded { text: text.into_owned(), note })
    }
}

/// Text of any character set but UTF-16 (which brings its mark) holds no NUL.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.contains(&0)
}

fn guess(bytes: &[u8], declared: Option<&str>) -> Decoded {
    let encoding = declared.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });
    let (text, encoding, damaged) = encoding.decode(bytes);
    let lost = if damaged { "; some bytes became \u{FFFD}" } else { "" };
    let note = Some(format!("not UTF-8; read as {}{lost}: convert it with iconv if names look wrong", encoding.name()));
    Decoded { text: text.into_owned(), note }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_of_many_character_sets_is_read() {
        let text = "Karolina Pūkaitė met Beyoncé";
        assert_eq!(decode(text.into(), None).unwrap().text, text);
        assert_eq!(decode(format!("\u{FEFF}{text}").into(), None).unwrap().text, text);
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(wide, None).unwrap().text, text);
        let old = decode(b"Beyonc\xE9 was at the caf\xE9 with Zo\xEB".to_vec(), None).unwrap();
        assert_eq!(old.text, "Beyoncé was at the café with Zoë");
        assert!(old.note.unwrap().starts_with("not UTF-8; read as windows-1252"));
        assert_eq!(decode(b"\xC4\xCC".to_vec(), Some("koi8-r")).unwrap().text, "дл");
    }

    #[test]
    fn a_binary_is_refused() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0".to_vec(), None).is_err());
    }
}
