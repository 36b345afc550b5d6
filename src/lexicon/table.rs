//! Word lists read in place.

use std::cmp::Ordering;

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
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, if key.contains(['\t', '\n']) { 0 } else { bytes.len() });
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |feed| feed + 1);
            match order(&bytes[start..], key.as_bytes()) {
                Ordering::Equal => {
                    let value = (start + key.len() + 1).min(bytes.len());
                    let empty = bytes.get(value - 1) != Some(&b'\t');
                    return Some(if empty { "" } else { &self.lines[value..line_end(bytes, value)] });
                }
                Ordering::Less => low = line_end(bytes, middle) + 1,
                Ordering::Greater => high = start,
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
}

/// Where the line ends that holds the byte at `at`: at its line feed or the end of all.
fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |feed| at + feed)
}

/// How the key of the line with which `lines` begin stands to another; most differ within the first
/// letters, which is why they are compared one by one.
fn order(lines: &[u8], key: &[u8]) -> Ordering {
    for (at, letter) in key.iter().enumerate() {
        match lines.get(at) {
            None | Some(b'\t' | b'\n') => return Ordering::Less,
            Some(other) if other != letter => return other.cmp(letter),
            Some(_) => {}
        }
    }
    match lines.get(key.len()) {
        None | Some(b'\t' | b'\n') => Ordering::Equal,
        Some(_) => Ordering::Greater,
    }
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
