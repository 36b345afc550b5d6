//! What the XML formats share: text that every reader gives back as it was.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::name::QName;

/// A writer at the start of a document.
pub(super) fn begin<W: Write>(out: W) -> io::Result<Writer<W>> {
    let mut writer = Writer::new_with_indent(out, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

/// An attribute with any text as its value.
pub(super) fn attribute<'t>(name: &'t str, text: &'t str) -> Attribute<'t> {
    Attribute { key: QName(name), value: escaped(text) }
}

/// Any text between tags.
pub(super) fn content(text: &str) -> BytesText<'_> {
    BytesText::from_escaped(escaped(text))
}

/// Text as it must be written so that every reader gives it back. Whatever some reader takes for
/// the end of a line (XML 1.1 does so with U+0085 and U+2028, XML 1.0 in attributes with tabs, too)
/// is a reference. What no XML document may have, not even as a reference, becomes U+FFFD.
fn escaped(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(|letter| !is_plain(letter)) else { return text.into() };
    let mut escaped = String::with_capacity(text.len() + 16);
    escaped.push_str(&text[..first]);
    for letter in text[first..].chars() {
        match letter {
            _ if is_plain(letter) => escaped.push(letter),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            _ if is_legal(letter) => {
                let _ = write!(escaped, "&#{};", u32::from(letter));
            }
            _ => escaped.push('\u{FFFD}'),
        }
    }
    escaped.into()
}

/// Whether a letter may stand anywhere as it is.
const fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A0}'..)
        && !matches!(letter, '<' | '>' | '&' | '"' | '\'' | '\u{2028}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Whether XML 1.0 allows the character (section 2.2).
const fn is_legal(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_readers_would_change_is_a_reference() {
        for (text, written) in [
            ("Zoë & Söhne <b>", "Zoë &amp; Söhne &lt;b&gt;"),
            ("a\tb\nc\rd\u{85}e\u{2028}f", "a&#9;b&#10;c&#13;d&#133;e&#8232;f"),
            ("\"it's\"", "&quot;it&apos;s&quot;"),
            ("nul\0 \u{7f}\u{9f} \u{FFFE}", "nul\u{FFFD} &#127;&#159; \u{FFFD}"),
        ] {
            assert_eq!(escaped(text), written, "{text:?}");
        }
    }
}
