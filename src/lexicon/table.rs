//! Word lists read in place.

use super::slots::{PLACE_BITS, hash, home};

/// A list of `data`, looked up in its own text by an index that was made with the crate: nothing is
/// built at start-up, whatever its size.
///
/// The form of every list: lines sorted by byte order, the key up to the first tab, the rest of the
/// line its value; a head of lines that begin with `#` (its licence, its columns) is skipped. A test
/// holds every shipped list to that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    text: &'static str,
    slots: &'static [[u8; 4]],
}

/// The list `data/PATH.tsv` as a [`Table`].
macro_rules! list {
    ($path:expr) => {
        $crate::lexicon::Table::new(
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/", $path, ".tsv")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $path, ".slots")),
        )
    };
}
pub(crate) use list;

impl Table {
    /// The list of this text, with the slots that the build script wrote of it.
    pub(crate) const fn new(text: &'static str, slots: &'static [u8]) -> Self {
        Self { text, slots: slots.as_chunks().0 }
    }

    /// What stands behind `key`: the rest of its line after the tab, empty where there is none;
    /// `None` where the list does not have the key.
    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let hash = hash(key);
        let slots = self.slots[home(hash, self.slots.len())..].iter().map(|&slot| u32::from_le_bytes(slot));
        slots
            .take_while(|&slot| slot != 0)
            .filter_map(|slot| place(slot, hash))
            .find_map(|place| self.value(place, key))
    }

    /// Whether the list has `key`.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Every key with its value, in byte order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let lines = self.text.lines().skip_while(|line| line.starts_with('#'));
        lines.map(|line| line.split_once('\t').unwrap_or((line, "")))
    }

    /// The value of the line at `place`, if it is that of `key`.
    fn value(&self, place: usize, key: &str) -> Option<&'static str> {
        let behind = self.text[place..].strip_prefix(key)?;
        let value = &behind[..behind.bytes().position(|letter| letter == b'\n').unwrap_or(behind.len())];
        let whole = !key.bytes().any(|letter| letter == b'\t' || letter == b'\n');
        if value.is_empty() { whole.then_some("") } else { value.strip_prefix('\t').filter(|_| whole) }
    }
}

/// Where the line of a taken slot begins, if its key can be of this hash.
fn place(slot: u32, hash: u32) -> Option<usize> {
    let counted = slot ^ hash << PLACE_BITS;
    (counted >> PLACE_BITS == 0).then(|| counted as usize - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Table;

    const LISTS: [Table; 4] =
        [list!("names/given"), list!("names/titles"), list!("words/common"), list!("events/known")];

    #[test]
    fn every_key_is_found_and_nothing_else() {
        for list in LISTS {
            let keys: BTreeSet<&str> = list.iter().map(|(key, _)| key).collect();
            assert!(keys.len() > 50);
            for (key, value) in list.iter() {
                assert_eq!(list.get(key), Some(value), "{key}");
                for other in [format!("{key}\t{value}"), format!("{key}q"), format!("#{key}"), key.to_uppercase()] {
                    assert_eq!(list.contains(&other), keys.contains(&*other), "{other}");
                }
            }
            assert_eq!((list.get(""), list.get("\n"), list.get("# key")), (None, None, None));
        }
    }
}
