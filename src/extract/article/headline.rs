//! A title above its text, unless the text begins with it.
//!
//! Comes in: a title, if there is one, and a text. Goes out: the text as it is read. The title is
//! never repeated, and no word of the text is changed.

use std::borrow::Cow;

/// The text below its title. A first line that says the same (but for case, stops or a heading's
/// `#`) is the title already.
///
/// ```text
/// title "Ana met Raul", text "They smiled."           ->  "Ana met Raul\n\nThey smiled."
/// title "Ana met Raul", text "# ANA MET RAUL\nThey …"  ->  the text
/// ```
pub(super) fn above<'t>(title: Option<&str>, text: &'t str) -> Cow<'t, str> {
    match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) if !is_headed(title, text) => Cow::Owned(format!("{title}\n\n{text}")),
        _ => Cow::Borrowed(text),
    }
}

fn is_headed(title: &str, text: &str) -> bool {
    text.starts_with(title) || letters(title).eq(letters(text.trim_start().lines().next().unwrap_or_default()))
}

fn letters(line: &str) -> impl Iterator<Item = char> {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::above;

    #[test]
    fn a_title_is_put_above_once() {
        for (title, text, whole) in [
            (Some("Ana met Raul"), "They smiled.", "Ana met Raul\n\nThey smiled."),
            (Some("Ana met Raul"), "Ana met Raul\nThey smiled.", "Ana met Raul\nThey smiled."),
            (Some("Ana met Raul!"), "# ANA MET RAUL\nThey smiled.", "# ANA MET RAUL\nThey smiled."),
            (Some(" "), "They smiled.", "They smiled."),
            (None, "They smiled.", "They smiled."),
        ] {
            assert_eq!(above(title, text), whole);
        }
    }
}
