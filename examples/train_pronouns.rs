//! Learns the weights of `data/coref/pronoun.tsv`: for each feature of a candidate, how much it
//! speaks for a third-person pronoun meaning it.
//!
//! ```sh
//! cargo run --release --example train_pronouns -- GAP.jsonl GUM.jsonl >data/coref/pronoun.tsv
//! ```
//!
//! GAP.jsonl has lines of `{"text", "pronoun", "a", "b", "a_coref", "b_coref"}` (the GAP coreference
//! data set), GUM.jsonl lines of `{"text", "people": [{"mentions": [{"start", "end", "kind"}]}]}`
//! (persons of whole texts); offsets are Unicode code points. A log-linear model over the
//! candidates that the walk offers, fitted by gradient descent with L2 regularisation, from zero
//! and with a fixed number of steps: the same input gives the same file, byte for byte. As earlier
//! pronouns are candidates' mentions for later ones, reading and fitting take turns.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, Result};
use relgraph::extract::coref::{ChainId, Coref, Features, Weights, feature_names, resolve_with};
use relgraph::extract::mention::{self, Mention};
use relgraph::extract::{Article, Source};
use relgraph::lexicon::Lexicon;
use relgraph::model::Form;
use relgraph::syntax::{self, Syntax};
use serde::Deserialize;

/// How often reading and fitting take turns.
const ROUNDS: usize = 3;
const STEPS: usize = 400;
const RATE: f64 = 1.0;
/// What keeps weights small.
const REGULARISATION: f64 = 2e-4;
/// Whole texts are rarer than snippets and nearer to news.
const WHOLE_TEXT: f64 = 2.0;
/// What these texts cannot teach, set by hand when all else is learnt. Snippets have no headlines; and where a
/// wife shares her husband's surname they take her for him, so that genders seem to tell less than in news.
const FIXED: [(&str, f64); 2] = [("gender-other", -3.8), ("headline-only", 0.8)];

#[derive(Deserialize)]
struct Document {
    text: String,
    pronoun: Option<Place>,
    a: Option<Place>,
    b: Option<Place>,
    #[serde(default)]
    a_coref: bool,
    #[serde(default)]
    b_coref: bool,
    #[serde(default)]
    people: Vec<Somebody>,
}

#[derive(Deserialize)]
struct Somebody {
    #[serde(default)]
    mentions: Vec<Place>,
}

#[derive(Deserialize, Clone)]
struct Place {
    start: usize,
    end: usize,
    #[serde(default)]
    kind: String,
}

/// One pronoun: its candidates, and which of them are right.
struct Case {
    candidates: Vec<Features>,
    right: Vec<bool>,
    weight: f64,
}

fn main() -> Result<()> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let mut documents: Vec<Document> = Vec::new();
    for path in &paths {
        let text = read(path)?;
        for line in text.lines() {
            documents.push(serde_json::from_str(line).with_context(|| path.clone())?);
        }
    }
    let lexicon = Lexicon::shipped();
    let articles: Vec<Article> =
        documents.iter().map(|document| Article::read(&Source::text(&document.text))).collect();
    let read: Vec<(Syntax<'_>, Vec<Mention>)> = articles.iter().map(|article| analyse(article, &lexicon)).collect();
    let mut weights = Weights::new(vec![0.0; feature_names().len()]);
    for round in 0..ROUNDS {
        let all = documents.iter().zip(&articles).zip(&read);
        let cases: Vec<Case> = all
            .flat_map(|((document, article), (syntax, mentions))| {
                cases(document, article, syntax, mentions, &lexicon, &weights)
            })
            .collect();
        weights = Weights::new(fit(&cases));
        eprintln!("round {round}: {} pronouns, {:.3} right", cases.len(), accuracy(&cases, &weights));
    }
    write(&weights)
}

#[expect(clippy::disallowed_methods, reason = "a program of its own opens its files")]
fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.to_owned())
}

fn analyse<'a>(article: &'a Article, lexicon: &Lexicon) -> (Syntax<'a>, Vec<Mention>) {
    let mut syntax = syntax::analyse(&article.text, lexicon);
    let mentions = mention::find(article, &syntax, lexicon);
    syntax::lock(&mut syntax, &mention::people(&mentions));
    (syntax, mentions)
}

/// The pronouns of one document whose answer is known.
fn cases(
    document: &Document,
    article: &Article,
    syntax: &Syntax<'_>,
    mentions: &[Mention],
    lexicon: &Lexicon,
    weights: &Weights,
) -> Vec<Case> {
    let mut asked: BTreeMap<usize, Vec<(Option<ChainId>, Features)>> = BTreeMap::new();
    let mut observe = |mention: usize, candidates: &[(Option<ChainId>, Features)]| {
        asked.insert(mention, candidates.to_vec());
    };
    let coref = resolve_with(article, syntax, mentions, lexicon, weights, &mut observe);
    let reading = Reading { bytes: byte_offsets(&document.text), mentions, coref: &coref };
    if document.pronoun.is_some() {
        reading.of_snippet(document, &asked).into_iter().collect()
    } else {
        reading.of_text(document, &asked)
    }
}

/// One document as the program reads it.
struct Reading<'a> {
    /// The byte of each code point.
    bytes: Vec<usize>,
    mentions: &'a [Mention],
    coref: &'a Coref,
}

type Asked = BTreeMap<usize, Vec<(Option<ChainId>, Features)>>;

impl Reading<'_> {
    /// The one pronoun of a snippet.
    fn of_snippet(&self, document: &Document, asked: &Asked) -> Option<Case> {
        let (pronoun, a, b) = (document.pronoun.as_ref()?, document.a.as_ref()?, document.b.as_ref()?);
        let candidates = asked.get(&self.pronoun_at(pronoun)?)?;
        let (a, b) = (self.chain_at(a), self.chain_at(b));
        if a.is_none() || b.is_none() || a == b {
            return None;
        }
        // Where neither is meant it may be anybody else, but for those whom "he" or "she" rules out.
        let ruled_out = feature_names().iter().position(|name| name == "gender-other");
        let fits = |features: &Features| features.values().iter().all(|&(feature, _)| Some(feature) != ruled_out);
        let right = |chain: Option<ChainId>, features: &Features| match (document.a_coref, document.b_coref) {
            (true, _) => chain == a,
            (_, true) => chain == b,
            _ => chain.is_none() || chain != a && chain != b && fits(features),
        };
        Case::of(candidates, right, 1.0)
    }

    /// Every pronoun of a whole text.
    fn of_text(&self, document: &Document, asked: &Asked) -> Vec<Case> {
        let mut cases = Vec::new();
        for somebody in &document.people {
            let chains: Vec<ChainId> = somebody
                .mentions
                .iter()
                .filter(|place| place.kind == "name")
                .filter_map(|place| self.chain_at(place))
                .collect();
            for place in somebody.mentions.iter().filter(|place| place.kind == "pronoun") {
                let candidates = self.pronoun_at(place).and_then(|mention| asked.get(&mention));
                let right = |chain: Option<ChainId>, _: &Features| chain.is_some_and(|chain| chains.contains(&chain));
                cases.extend(candidates.and_then(|candidates| Case::of(candidates, right, WHOLE_TEXT)));
            }
        }
        cases
    }

    fn pronoun_at(&self, place: &Place) -> Option<usize> {
        let start = self.bytes[place.start];
        self.mentions.iter().position(|mention| mention.form == Form::Pronoun && mention.span.start == start)
    }

    fn chain_at(&self, place: &Place) -> Option<ChainId> {
        let (start, end) = (self.bytes[place.start], self.bytes[place.end]);
        let named =
            |mention: &Mention| mention.form == Form::Name && mention.span.start < end && start < mention.span.end;
        let found =
            (0..self.mentions.len()).find(|&at| named(&self.mentions[at]) && !self.coref.members(at).is_empty())?;
        self.coref.members(found).first().copied()
    }
}

impl Case {
    /// `None` where no candidate is right: nothing is learnt from it but that nobody in view is meant.
    fn of(
        candidates: &[(Option<ChainId>, Features)],
        right: impl Fn(Option<ChainId>, &Features) -> bool,
        weight: f64,
    ) -> Option<Self> {
        let mut marks: Vec<bool> = candidates.iter().map(|(chain, features)| right(*chain, features)).collect();
        if !marks.contains(&true) {
            marks = candidates.iter().map(|(chain, _)| chain.is_none()).collect();
        }
        Some(Self {
            candidates: candidates.iter().map(|(_, features)| features.clone()).collect(),
            right: marks,
            weight,
        })
    }
}

fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect()
}

/// Weights by gradient ascent on the likelihood of the right candidates.
fn fit(cases: &[Case]) -> Vec<f64> {
    let count = feature_names().len();
    let (mut values, mut squares) = (vec![0.0; count], vec![1e-8; count]);
    for _ in 0..STEPS {
        let gradient = gradient(cases, &values);
        for (feature, slope) in gradient.into_iter().enumerate() {
            let slope = slope - REGULARISATION * values[feature];
            squares[feature] += slope * slope;
            values[feature] += RATE * slope / f64::sqrt(squares[feature]);
        }
    }
    values
}

fn gradient(cases: &[Case], values: &[f64]) -> Vec<f64> {
    let weights = Weights::new(values.to_vec());
    let mut gradient = vec![0.0; values.len()];
    let total: f64 = cases.iter().map(|case| case.weight).sum();
    for case in cases {
        let chances = weights.probabilities(case.candidates.iter());
        let of_right: f64 =
            chances.iter().zip(&case.right).filter(|&(_, &right)| right).map(|(chance, _)| chance).sum();
        for ((features, chance), &right) in case.candidates.iter().zip(&chances).zip(&case.right) {
            let wanted = if right && of_right > 0.0 { chance / of_right } else { 0.0 };
            for &(feature, value) in features.values() {
                gradient[feature] += case.weight * (wanted - chance) * value / total;
            }
        }
    }
    gradient
}

/// The share of pronouns whose likeliest candidate is right.
fn accuracy(cases: &[Case], weights: &Weights) -> f64 {
    let right = cases.iter().filter(|case| {
        let chances = weights.probabilities(case.candidates.iter());
        let best = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]));
        best.is_some_and(|best| case.right[best])
    });
    right.count() as f64 / cases.len().max(1) as f64
}

/// The file of weights: its head, and one line a feature in byte order.
fn write(weights: &Weights) -> Result<()> {
    let names = feature_names();
    let mut rows: Vec<(String, f64)> = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let told = FIXED.iter().find(|(told, _)| *told == name).map(|&(_, weight)| weight);
        rows.push((name, told.unwrap_or(weights.values()[index])));
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut out = std::io::stdout().lock();
    writeln!(out, "# How much each feature of a candidate speaks for a third-person pronoun meaning it (log odds).")?;
    writeln!(out, "# Columns: feature (src/extract/coref/weigh.rs), weight")?;
    writeln!(
        out,
        "# The weights of gender-other and headline-only are set by hand, as these texts cannot teach them."
    )?;
    writeln!(
        out,
        "# Source: written by examples/train_pronouns.rs from GAP (Apache-2.0) and GUM (CC BY 4.0) development texts."
    )?;
    for (name, weight) in rows.into_iter().filter(|(_, weight)| weight.abs() >= 0.0005) {
        writeln!(out, "{name}\t{weight:.3}")?;
    }
    Ok(())
}
