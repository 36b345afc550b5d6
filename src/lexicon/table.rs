//! Word lists read in place.

/// A sorted list of lines, looked up by binary search in the text itself: nothing is built at
/// start-up, whatever its size.
///
/// The form of every list in `data`: lines sorted by byte order, the key up to the first tab, the
/// rest of the line its value; a head of lines that begin with `#` (its licence, its columns) is
/// skipped. A test holds every shipped list to that order.
///
/// ```
/// use relgraph::lexicon::Table;
/// const CITIES: Table = Table::new("# city\tcountry\nLondon\tUK\nParis\tFrance\n");
/// assert_eq!(CITIES.get("Paris"), Some("France"));
/// assert_eq!(CITIES.get("Par"), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Table {
    lines: &'static str,
}

impl Table {
    /// A table over the text of a list.
    pub const fn new(text: &'static str) -> Self {
        let (bytes, mut at) = (text.as_bytes(), 0);
        while at < bytes.len() && bytes[at] == b'#' {
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            at += if at < bytes.len() { 1 } else { 0 };
        }
        Self { lines: text.split_at(at).1 }
    }

    /// What stands behind `key`: the rest of its line after the tab, empty where there is none;
    /// `None` where the list does not have the key.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let (mut low, mut high) = (0, if key.contains('\t') { 0 } else { self.lines.len() });
        while low < high {
            let (start, end) = self.line_around(low + (high - low) / 2);
            let line = &self.lines.as_bytes()[start..end];
            // Most steps end within the first letters: the tab is not looked for.
            match order(line, key.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(self.lines[start..end].get(key.len() + 1..).unwrap_or("")),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Whether the list has `key`.
    pub fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Every key with its value, in byte order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.lines.lines().map(split)
    }

    /// Bounds of the line that holds the byte at `at`, without its line feed.
    fn line_around(&self, at: usize) -> (usize, usize) {
        let bytes = self.lines.as_bytes();
        let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |feed| feed + 1);
        let end = bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |feed| at + feed);
        (start, end)
    }
}

/// How the key of a line stands to another.
fn order(line: &[u8], key: &[u8]) -> std::cmp::Ordering {
    let here = line.len().min(key.len());
    let first = line[..here].cmp(key);
    first.then_with(|| match line.get(here) {
        None | Some(b'\t') => std::cmp::Ordering::Equal,
        Some(_) => std::cmp::Ordering::Greater,
    })
}

/// Key and value of one line.
fn split(line: &'static str) -> (&'static str, &'static str) {
    line.split_once('\t').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_key_is_found_and_nothing_else() {
        let table = Table::new("# head\na\t1\nab\t2\nb\nzeta\t3\tx");
        assert_eq!(table.iter().count(), 4);
        for (key, value) in table.iter() {
            assert_eq!(table.get(key), Some(value));
        }
        for absent in ["", "aa", "abc", "z", "zz", "# head", "a\t1", "a\t"] {
            assert_eq!(table.get(absent), None, "{absent}");
        }
        assert_eq!(Table::new("# only a head").get("x"), None);
    }
}
