//! From sentences to the bytes of a model file.

use std::collections::BTreeMap;

use relgraph::syntax::tagger::START;
use relgraph::syntax::tagger::features::{UNKNOWN, Views};
use relgraph::syntax::tagger::model::{Class, HIDDEN, MAGIC, write_keys};

use crate::conllu::Sentence;
use crate::net::{Net, Random};

/// How training goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub epochs: usize,
    /// At most so many rows are kept, the most frequent keys.
    pub rows: usize,
    /// Weights are averaged over the ends of so many last epochs.
    pub averaged: usize,
}

impl Plan {
    /// How the shipped model was trained.
    pub(crate) const SHIPPED: Self = Self { epochs: 12, rows: 55_000, averaged: 4 };
}

/// A form is in the dictionary when it was seen so often.
const DICTIONARY_FLOOR: usize = 3;
/// A tag counts among a form's own with this share, one in so many.
const CLASS_SHARE: usize = 25;
/// Share of sentences that each epoch sees in lower case, as a title, and in capitals.
const CASE_NOISE: [f32; 3] = [0.03, 0.05, 0.03];

/// Learns a model; `report` hears of each epoch: its number and the share of right tags in it.
pub(crate) fn train(sentences: &[Sentence], plan: Plan, mut report: impl FnMut(usize, f32)) -> Vec<u8> {
    let classes = classes(sentences);
    let gold: Vec<Vec<u8>> = sentences.iter().map(|sentence| gold(sentence, &classes)).collect();
    let counts = form_counts(sentences, &gold);
    let dictionary = dictionary(&counts);
    let keys = frequent_keys(sentences, &gold, &dictionary, plan.rows);
    let mut random = Random(20_261_123);
    let mut net = Net::new(keys.len(), classes.len(), &mut random);
    let mut average: Option<Net> = None;
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        let mut school =
            School { keys: &keys, dictionary: &dictionary, counts: &counts, own_history: epoch > 1, seen: 0, right: 0 };
        for (step, &index) in order.iter().enumerate() {
            let progress = (epoch as f32 + step as f32 / order.len() as f32) / plan.epochs as f32;
            school.sentence(&mut net, &sentences[index], &gold[index], progress, &mut random);
        }
        report(epoch + 1, school.right as f32 / school.seen as f32);
        if epoch + plan.averaged >= plan.epochs {
            match &mut average {
                Some(sum) => sum.add(&net),
                None => average = Some(net.clone()),
            }
        }
    }
    let mut net = average.unwrap_or(net);
    net.scale(1.0 / plan.averaged.max(1) as f32);
    write(&classes, &dictionary, &keys, &net)
}

fn classes(sentences: &[Sentence]) -> Vec<Class> {
    let mut classes: Vec<Class> =
        sentences.iter().flat_map(|sentence| &sentence.words).map(|word| word.class).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

fn gold(sentence: &Sentence, classes: &[Class]) -> Vec<u8> {
    sentence.words.iter().filter_map(|word| classes.binary_search(&word.class).ok()).map(|class| class as u8).collect()
}

/// Of each form how often it was seen as each class.
type Counts = BTreeMap<u32, BTreeMap<u8, usize>>;

fn form_counts(sentences: &[Sentence], gold: &[Vec<u8>]) -> Counts {
    let mut counts = Counts::new();
    let mut views = Views::default();
    for (sentence, gold) in sentences.iter().zip(gold) {
        views.fill(sentence.words.iter().map(|word| word.form.as_str()), |_| UNKNOWN);
        for (at, &class) in gold.iter().enumerate() {
            *counts.entry(views.view(at).form).or_default().entry(class).or_default() += 1;
        }
    }
    counts
}

/// Forms with the number of their set of classes. Sets that few forms share give way to the form's
/// most frequent class alone.
fn dictionary(counts: &Counts) -> BTreeMap<u32, u8> {
    let sets: BTreeMap<u32, Vec<u8>> = counts
        .iter()
        .filter(|(_, classes)| classes.values().sum::<usize>() >= DICTIONARY_FLOOR)
        .map(|(&form, classes)| (form, class_set(classes)))
        .collect();
    let mut sizes: BTreeMap<&[u8], usize> = BTreeMap::new();
    for set in sets.values() {
        *sizes.entry(set).or_default() += 1;
        *sizes.entry(&set[..1]).or_default() += 1;
    }
    let mut ranked: Vec<(&[u8], usize)> = sizes.into_iter().collect();
    ranked.sort_by_key(|&(set, size)| (set.len() > 1, std::cmp::Reverse(size)));
    let numbers: BTreeMap<&[u8], u8> =
        ranked.iter().take(254).zip(1..).map(|(&(set, _), number)| (set, number)).collect();
    let number = |set: &[u8]| numbers.get(set).or_else(|| numbers.get(&set[..1])).copied().unwrap_or(UNKNOWN);
    sets.iter().map(|(&form, set)| (form, number(set))).collect()
}

/// The classes of a form, most frequent first, three at most.
fn class_set(classes: &BTreeMap<u8, usize>) -> Vec<u8> {
    let all: usize = classes.values().sum();
    let mut ranked: Vec<(usize, u8)> = classes.iter().map(|(&class, &count)| (count, class)).collect();
    ranked.sort_by_key(|&(count, class)| (std::cmp::Reverse(count), class));
    ranked.iter().filter(|(count, _)| count * CLASS_SHARE >= all).take(3).map(|&(_, class)| class).collect()
}

/// The most frequent keys, sorted.
fn frequent_keys(sentences: &[Sentence], gold: &[Vec<u8>], dictionary: &BTreeMap<u32, u8>, most: usize) -> Vec<u32> {
    let mut all = Vec::new();
    let mut views = Views::default();
    for (sentence, gold) in sentences.iter().zip(gold) {
        look(&mut views, sentence.words.iter().map(|word| word.form.as_str()), dictionary);
        for at in 0..gold.len() {
            views.static_keys(at, &mut all);
            let history = |back: usize| at.checked_sub(back).map_or(START, |at| gold[at]);
            views.history_keys(at, history(1), history(2), &mut all);
        }
    }
    all.sort_unstable();
    let mut counted: Vec<(usize, u32)> = all.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).collect();
    counted.sort_by_key(|&(count, key)| (std::cmp::Reverse(count), key));
    counted.truncate(most);
    eprintln!("{} keys, seen {} times at least", counted.len(), counted.last().map_or(0, |&(count, _)| count));
    let mut keys: Vec<u32> = counted.into_iter().map(|(_, key)| key).collect();
    keys.sort_unstable();
    keys
}

fn look<'w>(views: &mut Views, words: impl Iterator<Item = &'w str>, dictionary: &BTreeMap<u32, u8>) {
    views.fill(words, |form| dictionary.get(&form).copied().unwrap_or(UNKNOWN));
}

/// One epoch.
struct School<'a> {
    keys: &'a [u32],
    dictionary: &'a BTreeMap<u32, u8>,
    counts: &'a Counts,
    /// Whether the net sees its own tags before a word, mistakes included.
    own_history: bool,
    seen: usize,
    right: usize,
}

impl School<'_> {
    fn sentence(&mut self, net: &mut Net, sentence: &Sentence, gold: &[u8], progress: f32, random: &mut Random) {
        let words = noisy(sentence, random);
        let mut views = Views::default();
        look(&mut views, words.iter().map(String::as_str), self.dictionary);
        self.forget(&mut views, random);
        let (mut last, mut last_but_one) = (START, START);
        let (mut keys, mut rows) = (Vec::new(), Vec::new());
        for (at, &class) in gold.iter().enumerate() {
            keys.clear();
            rows.clear();
            views.static_keys(at, &mut keys);
            views.history_keys(at, last, last_but_one, &mut keys);
            rows.extend(keys.iter().filter_map(|key| self.keys.binary_search(key).ok()).map(|row| row as u32));
            let said = net.learn(&mut rows, usize::from(class), progress, random) as u8;
            self.seen += 1;
            self.right += usize::from(said == class);
            let own = self.own_history && random.share() < 0.9;
            (last_but_one, last) = (last, if own { said } else { class });
        }
    }

    /// Makes some words unknown, rare ones more often.
    fn forget(&self, views: &mut Views, random: &mut Random) {
        for at in 0..views.len() {
            let view = views.view_mut(at);
            let seen: usize = self.counts.get(&view.form).map_or(0, |classes| classes.values().sum());
            if random.share() < 0.5 / (0.5 + seen as f32) {
                view.class = UNKNOWN;
                view.form = 0;
            }
        }
    }
}

/// A sentence's words, now and then in another case.
fn noisy(sentence: &Sentence, random: &mut Random) -> Vec<String> {
    let draw = random.share();
    let [lower, title, upper] = CASE_NOISE;
    let change: fn(&str) -> String = match draw {
        _ if draw < lower => |word| word.to_lowercase(),
        _ if draw < lower + title => capitalise,
        _ if draw < lower + title + upper => |word| word.to_uppercase(),
        _ => str::to_owned,
    };
    sentence.words.iter().map(|word| change(&word.form)).collect()
}

fn capitalise(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The model file: weights as integers.
fn write(classes: &[Class], dictionary: &BTreeMap<u32, u8>, keys: &[u32], net: &Net) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for count in [classes.len(), dictionary.len(), keys.len()] {
        file.extend((count as u32).to_le_bytes());
    }
    for &(tag, upos) in classes {
        file.extend([tag as u8, upos as u8]);
    }
    let rows = quantum(net.rows.iter().flat_map(|row| row.weights), 127.0);
    let output = quantum(net.output.iter().flat_map(|row| row.weights), 2047.0);
    let small = |weight: f32, quantum: f32, most: f32| (weight / quantum).round().clamp(-most, most);
    for weight in net.bias.weights {
        file.extend((small(weight, rows, 32000.0) as i16).to_le_bytes());
    }
    for weight in net.output.iter().flat_map(|row| row.weights) {
        file.extend((small(weight, output, 2047.0) as i16).to_le_bytes());
    }
    for row in &net.output {
        file.extend((small(row.bias, rows * output, 1e8) as i32).to_le_bytes());
    }
    let forms: Vec<u32> = dictionary.keys().copied().collect();
    write_keys(&forms, &mut file);
    file.extend(dictionary.values());
    write_keys(keys, &mut file);
    for row in &net.rows {
        file.extend(row.weights.map(|weight| small(weight, rows, 127.0) as i8 as u8));
    }
    assert_eq!(net.rows[0].weights.len(), HIDDEN);
    file
}

/// What one step of an integer is worth, so that all but the farthest of 10,000 weights fit.
fn quantum(weights: impl Iterator<Item = f32>, most: f32) -> f32 {
    let mut sizes: Vec<f32> = weights.map(f32::abs).collect();
    sizes.sort_by(f32::total_cmp);
    sizes[sizes.len() - 1 - sizes.len() / 10_000] / most
}
