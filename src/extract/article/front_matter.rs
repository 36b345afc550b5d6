//! The small head by which a text file tells of itself.

/// The fields of a front matter and where the text proper begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter<'t> {
    /// Lower-cased keys with their values, in order.
    pub fields: Vec<(String, &'t str)>,
    /// Lines of the head that are no `key: value`, by number.
    pub unread: Vec<usize>,
    pub body: &'t str,
}

/// Takes a head off a text: a first line of `---`, lines of `key: value`, a line of `---`. A text
/// that does not begin so, or whose head is never closed, is all body.
pub(super) fn split(text: &str) -> FrontMatter<'_> {
    let whole = FrontMatter { body: text, ..FrontMatter::default() };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return whole };
    let mut found = FrontMatter::default();
    let mut at = first.len();
    for (index, line) in lines.enumerate() {
        at += line.len();
        if line.trim_end() == "---" {
            found.body = text[at..].trim_start_matches(['\r', '\n']);
            return found;
        }
        match line.split_once(':') {
            Some((key, value)) if is_key(key) => found.fields.push((key.trim().to_lowercase(), unquote(value.trim()))),
            _ if line.trim().is_empty() => {}
            _ => found.unread.push(index + 2),
        }
    }
    whole
}

fn is_key(key: &str) -> bool {
    let key = key.trim();
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// The value inside a pair of double or single quotes, or as it stands.
fn unquote(value: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_head_is_read_and_taken_off() {
        let found = split("---\nTitle: Ana: a life\nurl: \"https://x.example\"\n# note\n---\n\nAna met Raul.\n");
        assert_eq!(found.fields, [("title".to_owned(), "Ana: a life"), ("url".to_owned(), "https://x.example")]);
        assert_eq!((found.body, found.unread), ("Ana met Raul.\n", vec![4]));
    }

    #[test]
    fn a_text_without_a_whole_head_stays_as_it_is() {
        for text in
            ["", "Ana met Raul.", "---", "---\ntitle: never closed", "-- \ntitle: x\n---\n", "\n---\na: b\n---\n"]
        {
            assert_eq!(split(text).body, text);
        }
    }
}
