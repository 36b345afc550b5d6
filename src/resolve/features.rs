//! What speaks for and against two names being one person's: one documented row each.

use std::sync::LazyLock;

use super::align::Alignment;
use super::lists::given_sex;
use super::name::Name;
use super::profile::Context;
use super::word::Likeness;
use crate::lexicon::{Table, list};

/// Two names side by side, with what is known of their bearers.
#[derive(Debug)]
pub(super) struct Pair<'p> {
    pub(super) a: &'p Name,
    pub(super) b: &'p Name,
    pub(super) alignment: Alignment,
    /// `None` where only the names are compared.
    pub(super) context: Option<&'p Context>,
}

/// One clue. Its weight stands in `data/resolve/weights.tsv`, in log-odds for a value of 1.
pub(super) struct Feature {
    pub(super) name: &'static str,
    /// The strength of the clue in a pair; 0 where it is absent.
    pub(super) of: fn(&Pair<'_>) -> f64,
}

/// Every clue, those of the names before those of the context. What each means stands beside its
/// weight.
pub(super) const FEATURES: [Feature; 26] = [
    Feature { name: "prior", of: |_| 1.0 },
    Feature { name: "covered", of: covered },
    Feature { name: "misspelling", of: |pair| count(pair.alignment.count(Likeness::Misspelling)) },
    Feature { name: "variant", of: |pair| count(pair.alignment.count(Likeness::Variant)) },
    Feature { name: "nickname", of: |pair| count(pair.alignment.count(Likeness::Nickname)) },
    Feature { name: "initial", of: |pair| count(pair.alignment.count(Likeness::Initial)) },
    Feature { name: "joined", of: |pair| count(pair.alignment.joined) },
    Feature { name: "order", of: |pair| truth(pair.alignment.reordered()) },
    Feature { name: "extra", of: extra },
    Feature { name: "conflict", of: conflict },
    Feature { name: "middle", of: middle },
    Feature { name: "lone", of: |pair| truth(pair.a.is_lone() != pair.b.is_lone() && pair.alignment.joined == 0) },
    Feature { name: "generation", of: generation },
    Feature { name: "title", of: |pair| truth(pair.a.titles != pair.b.titles) },
    Feature { name: "gender", of: gender },
    Feature { name: "tie", of: |pair| shared(pair, |context| context.shared_ties.len()) },
    Feature { name: "company", of: |pair| shared(pair, |context| context.shared_company.len()) },
    Feature { name: "trade", of: |pair| holds(pair, |context| !context.shared_trades.is_empty()) },
    Feature { name: "trades", of: |pair| holds(pair, |context| context.trades_differ) },
    Feature { name: "alias", of: |pair| holds(pair, |context| context.is_alias) },
    Feature { name: "pronoun", of: |pair| holds(pair, |context| context.pronouns_differ) },
    Feature { name: "birth", of: |pair| holds(pair, |context| context.births_differ) },
    Feature { name: "spouse", of: |pair| holds(pair, |context| context.spouses_differ) },
    Feature { name: "years", of: |pair| pair.context.map_or(0.0, |context| f64::from(context.years_apart) / 10.0) },
    Feature { name: "co-mention", of: |pair| holds(pair, |context| context.together > 0) },
    Feature { name: "attested", of: |pair| holds(pair, |context| context.attested >= 3 && !context.is_shared()) },
];

#[expect(clippy::cast_precision_loss, reason = "names have few words")]
fn count(number: usize) -> f64 {
    number as f64
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// How much of the shorter name the longer one answers to.
fn covered(pair: &Pair<'_>) -> f64 {
    let telling = |name: &Name, left: &[usize]| {
        let all = name.telling().len();
        if all == 0 { 0.0 } else { count(all - left.len()) / count(all) }
    };
    telling(pair.a, &pair.alignment.left_a).max(telling(pair.b, &pair.alignment.left_b))
}

/// Words of one name alone, where the other has none that is left over.
fn extra(pair: &Pair<'_>) -> f64 {
    let (a, b) = (pair.alignment.left_a.len(), pair.alignment.left_b.len());
    if a.min(b) == 0 { count(a.max(b)) } else { 0.0 }
}

/// Words left over on both sides: one name instead of another.
fn conflict(pair: &Pair<'_>) -> f64 {
    count(pair.alignment.left_a.len().min(pair.alignment.left_b.len()))
}

/// Both have middle initials, and not the same: George W. and George H. W.
fn middle(pair: &Pair<'_>) -> f64 {
    let initials = |name: &Name| -> Vec<char> {
        let inner = name.words.len().saturating_sub(2);
        name.words.iter().skip(1).take(inner).filter_map(|word| word.chars().next()).collect()
    };
    let is_initial = |name: &Name| name.words.iter().skip(1).any(|word| word.len() == 1);
    let (a, b) = (initials(pair.a), initials(pair.b));
    truth(!a.is_empty() && !b.is_empty() && a != b && (is_initial(pair.a) || is_initial(pair.b)))
}

/// Junior and senior, or the second and the third; half as much where only one says which.
fn generation(pair: &Pair<'_>) -> f64 {
    match (pair.a.suffix, pair.b.suffix) {
        (a, b) if a == b => 0.0,
        (Some(_), Some(_)) => 1.0,
        _ => 0.5,
    }
}

/// First names of different gender.
fn gender(pair: &Pair<'_>) -> f64 {
    let gender = |name: &Name| name.words.first().filter(|_| !name.is_lone()).and_then(|word| given_sex(word));
    truth(matches!((gender(pair.a), gender(pair.b)), (Some(a), Some(b)) if a != b))
}

/// More shared names say more, but not without end.
fn shared(pair: &Pair<'_>, names: impl Fn(&Context) -> usize) -> f64 {
    let shared = pair.context.map_or(0, names);
    count(shared.min(3)).sqrt()
}

fn holds(pair: &Pair<'_>, says: impl Fn(&Context) -> bool) -> f64 {
    truth(pair.context.is_some_and(says))
}

const ROWS: Table = list!("resolve/weights");

/// The weights, parsed once.
static WEIGHTS: LazyLock<[f64; FEATURES.len()]> = LazyLock::new(|| {
    FEATURES.each_ref().map(|feature| {
        let row = ROWS.get(feature.name).unwrap_or_default();
        row.split('\t').next().and_then(|weight| weight.parse().ok()).unwrap_or_default()
    })
});

/// What a feature means, in a sentence.
pub(super) fn meaning(feature: &str) -> &'static str {
    ROWS.get(feature).and_then(|row| row.split_once('\t')).map_or("", |(_, meaning)| meaning)
}

/// What each clue adds to the log-odds of a pair, those that are absent left out.
pub(super) fn weigh(pair: &Pair<'_>) -> Vec<(&'static str, f64)> {
    let clues = FEATURES.iter().zip(*WEIGHTS);
    clues.map(|(feature, weight)| (feature.name, weight * (feature.of)(pair))).filter(|clue| clue.1 != 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, ROWS};

    #[test]
    fn every_feature_has_a_weight_and_a_meaning_and_every_weight_a_feature() {
        assert_eq!(ROWS.iter().count(), FEATURES.len());
        for feature in &FEATURES {
            let row = ROWS.get(feature.name).unwrap_or_else(|| panic!("{} has no weight", feature.name));
            let (weight, meaning) = row.split_once('\t').expect(feature.name);
            assert!(weight.parse::<f64>().is_ok() && !meaning.is_empty(), "{}", feature.name);
        }
    }
}
