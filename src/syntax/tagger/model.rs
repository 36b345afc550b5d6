//! The trained tagger, read in place.
//!
//! Comes in: the bytes of a model file. Goes out: scores. Nothing is built at start-up but the small
//! matrix of the last layer.
//!
//! The net has one hidden layer: each feature key has a row of [`HIDDEN`] small integers, the rows of a
//! word's keys are summed, negative sums become zero, and one row of weights for each class of tag
//! gives its score. All of it is integer arithmetic, so every machine gives the same tags.

use std::sync::LazyLock;

use crate::syntax::{Tag, Upos};

/// Width of the hidden layer.
pub const HIDDEN: usize = 64;
/// What a model file begins with.
pub const MAGIC: &[u8; 8] = b"rgtagger";

/// How many of a key's first bits choose its bucket; its last sixteen are compared.
const BUCKET_BITS: u32 = 14;

/// A tag with its universal part of speech, as the tagger gives them together.
pub type Class = (Tag, Upos);

/// A model over the bytes of its file.
#[derive(Clone, Debug)]
pub struct Model {
    classes: Vec<Class>,
    bias: [i16; HIDDEN],
    output: Vec<[i16; HIDDEN]>,
    output_bias: Vec<i32>,
    dictionary: Keys,
    dictionary_classes: &'static [u8],
    keys: Keys,
    rows: &'static [[u8; HIDDEN]],
}

/// A sorted set of 32-bit keys: where each bucket begins, and the low halves in it.
#[derive(Clone, Copy, Debug)]
struct Keys {
    starts: &'static [[u8; 4]],
    halves: &'static [[u8; 2]],
}

impl Keys {
    fn find(&self, key: u32) -> Option<usize> {
        let bucket = (key >> (32 - BUCKET_BITS)) as usize;
        let start = u32::from_le_bytes(self.starts[bucket]) as usize;
        let end = u32::from_le_bytes(self.starts[bucket + 1]) as usize;
        let half = (key as u16).to_le_bytes();
        self.halves[start..end].iter().position(|other| *other == half).map(|at| start + at)
    }
}

/// Takes the parts of a model file one by one.
struct Reader(&'static [u8]);

impl Reader {
    fn take<const N: usize>(&mut self, count: usize) -> &'static [[u8; N]] {
        let (parts, rest) = self.0.split_at(count * N);
        self.0 = rest;
        parts.as_chunks().0
    }

    fn count(&mut self) -> usize {
        u32::from_le_bytes(self.take::<4>(1)[0]) as usize
    }

    fn keys(&mut self, count: usize) -> Keys {
        Keys { starts: self.take((1 << BUCKET_BITS) + 1), halves: self.take(count) }
    }
}

impl Model {
    /// The model that is shipped, see `data/syntax/README.md`; its last layer is laid out when it is first asked for.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Model> =
            LazyLock::new(|| Model::new(include_bytes!("../../../data/syntax/tagger.bin")));
        &SHIPPED
    }

    /// A model over its file.
    ///
    /// # Panics
    /// When the bytes are not a model file; the shipped one is, and a test holds it to that.
    pub fn new(bytes: &'static [u8]) -> Self {
        let mut reader = Reader(bytes);
        assert_eq!(reader.take(1), [*MAGIC], "not a tagger");
        let [classes, words, rows] = [(); 3].map(|()| reader.count());
        let class = |[tag, upos]: &[u8; 2]| (Tag::ALL[usize::from(*tag)], Upos::ALL[usize::from(*upos)]);
        let classes: Vec<_> = reader.take(classes).iter().map(class).collect();
        let mut row = || {
            let weights = reader.take::<2>(HIDDEN);
            std::array::from_fn(|at| i16::from_le_bytes(weights[at]))
        };
        let bias = row();
        let output = classes.iter().map(|_| row()).collect();
        let output_bias = reader.take(classes.len()).iter().map(|&weight| i32::from_le_bytes(weight)).collect();
        let dictionary = reader.keys(words);
        let dictionary_classes = reader.take::<1>(words).as_flattened();
        let keys = reader.keys(rows);
        Self { classes, bias, output, output_bias, dictionary, dictionary_classes, keys, rows: reader.take(rows) }
    }

    /// The tags of each class, by its number.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The dictionary's class of a form; [`UNKNOWN`](super::features::UNKNOWN) for none.
    pub fn class(&self, form: u32) -> u8 {
        self.dictionary.find(form).map_or(super::features::UNKNOWN, |at| self.dictionary_classes[at])
    }

    /// Fills in how well each class suits a word with these keys, which are used up.
    pub fn score(&self, keys: &mut Vec<u32>, scores: &mut Vec<i32>) {
        let mut hidden = self.bias;
        // All rows are found before the first is read, so that the processor can fetch several at once.
        keys.retain_mut(|key| self.keys.find(*key).map(|row| *key = row as u32).is_some());
        for &row in &*keys {
            for (sum, &weight) in hidden.iter_mut().zip(&self.rows[row as usize]) {
                *sum = sum.wrapping_add(i16::from(weight as i8));
            }
        }
        for sum in &mut hidden {
            *sum = (*sum).max(0);
        }
        let score = |(weights, bias): (&[i16; HIDDEN], &i32)| {
            bias + weights.iter().zip(&hidden).map(|(&w, &h)| i32::from(w) * i32::from(h)).sum::<i32>()
        };
        scores.clear();
        scores.extend(self.output.iter().zip(&self.output_bias).map(score));
    }
}

/// The bytes of a set of sorted keys, as [`Model::new`] reads them.
///
/// # Panics
/// When the keys are not sorted.
pub fn write_keys(keys: &[u32], file: &mut Vec<u8>) {
    assert!(keys.is_sorted(), "keys are looked up by bucket");
    for bucket in 0..=1_u64 << BUCKET_BITS {
        let start = keys.partition_point(|&key| u64::from(key) < bucket << (32 - BUCKET_BITS));
        file.extend((start as u32).to_le_bytes());
    }
    for &key in keys {
        file.extend((key as u16).to_le_bytes());
    }
}
