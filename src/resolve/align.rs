//! Which word of one name answers to which of another.

use super::name::Name;
use super::word::{Likeness, likeness};

/// Two names laid side by side.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    /// Positions of words that answer to each other, in the order of the first name, with how.
    pub(super) pairs: Vec<(usize, usize, Likeness)>,
    /// Telling words of the first name that nothing of the second answers to.
    pub(super) left_a: Vec<usize>,
    /// Telling words of the second name that nothing of the first answers to.
    pub(super) left_b: Vec<usize>,
    /// How many words of one name stand as two in the other ("Jan Daniel", "JanDaniel").
    pub(super) joined: usize,
}

impl Alignment {
    /// Pairs the words of two names, the surest pairs first, near ones before far ones.
    pub(super) fn of(a: &Name, b: &Name) -> Self {
        let mut candidates = Vec::new();
        for (i, one) in a.words.iter().enumerate() {
            for (j, other) in b.words.iter().enumerate() {
                if let Some(how) = likeness(one, other) {
                    candidates.push((how, i.abs_diff(j), i, j));
                }
            }
        }
        candidates.sort_unstable();
        let (mut of_a, mut of_b) = (vec![None; a.words.len()], vec![false; b.words.len()]);
        for (how, _, i, j) in candidates {
            if of_a[i].is_none() && !of_b[j] {
                of_a[i] = Some((j, how));
                of_b[j] = true;
            }
        }
        let pairs = of_a.iter().enumerate().filter_map(|(i, pair)| pair.map(|(j, how)| (i, j, how))).collect();
        let left_a = a.telling().into_iter().filter(|&i| of_a[i].is_none()).collect();
        let left_b = b.telling().into_iter().filter(|&j| !of_b[j]).collect();
        let mut alignment = Self { pairs, left_a, left_b, joined: 0 };
        alignment.joined = join(a, &mut alignment.left_a, b, &mut alignment.left_b)
            + join(b, &mut alignment.left_b, a, &mut alignment.left_a);
        alignment
    }

    /// How many words are alike in this way.
    pub(super) fn count(&self, how: Likeness) -> usize {
        self.pairs.iter().filter(|pair| pair.2 == how).count()
    }

    /// Whether the words that answer to each other stand in another order.
    pub(super) fn reordered(&self) -> bool {
        !self.pairs.is_sorted_by_key(|pair| pair.1)
    }
}

/// Takes out of what is left the words of `whole` that two neighbouring words of `parts` make up.
fn join(whole: &Name, left_whole: &mut Vec<usize>, parts: &Name, left_parts: &mut Vec<usize>) -> usize {
    let before = left_whole.len();
    left_whole.retain(|&at| {
        let word = &whole.words[at];
        let two = left_parts.windows(2).find(|two| {
            let (first, second) = (&parts.words[two[0]], &parts.words[two[1]]);
            two[1] == two[0] + 1 && word.strip_prefix(first.as_str()) == Some(second)
        });
        let Some(&[first, second]) = two else { return true };
        left_parts.retain(|part| *part != first && *part != second);
        false
    });
    before - left_whole.len()
}
