//! Trains the tagger and measures `syntax` on UD English EWT.
//!
//! ```sh
//! cargo run --release --example ewt -- train FOLDER data/syntax/tagger.bin
//! cargo run --release --example ewt -- eval FOLDER
//! ```
//!
//! FOLDER holds `train.conllu.gz`, `dev.conllu.gz` and `test.conllu.gz`.

#![allow(clippy::disallowed_methods, reason = "a tool for developers, not a part of the product")]

mod conllu;
mod measure;
mod net;
mod train;

use std::path::Path;
use std::process::ExitCode;

use relgraph::syntax::tagger::model::Model;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    match arguments {
        ["train", folder, model] => {
            std::fs::write(model, learn(Path::new(folder), &["train", "dev"], 12)?)?;
            Ok(())
        }
        ["try", folder, epochs] => {
            let model = learn(Path::new(folder), &["train"], epochs.parse()?)?;
            println!("{} bytes", model.len());
            let dev = conllu::read(&Path::new(folder).join("dev.conllu.gz"))?;
            println!("{}", measure::tags(&dev, Model::new(model.leak()), |_, _, _| {}));
            Ok(())
        }
        ["eval", folder, part] => evaluate(&Path::new(folder).join(format!("{part}.conllu.gz"))),
        ["eval", folder] => evaluate(&Path::new(folder).join("test.conllu.gz")),
        ["show", file] => show(Path::new(file)),
        ["errors", file] => errors(Path::new(file)),
        _ => Err("ewt train FOLDER MODEL | ewt try FOLDER EPOCHS | ewt eval FOLDER".into()),
    }
}

fn learn(folder: &Path, parts: &[&str], epochs: usize) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut sentences = Vec::new();
    for part in parts {
        let paragraphs = conllu::read(&folder.join(format!("{part}.conllu.gz")))?;
        sentences.extend(paragraphs.into_iter().flat_map(|paragraph| paragraph.sentences));
    }
    let env = |name: &str, other: usize| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(other);
    let plan = train::Plan { epochs, rows: env("ROWS", 55_000), averaged: env("AVG", 4) };
    Ok(train::train(&sentences, plan, |epoch, right| eprintln!("epoch {epoch}: {:.2} % right", right * 100.0)))
}

fn evaluate(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let paragraphs = conllu::read(file)?;
    let raw = measure::raw(&paragraphs, |_, _, _| {});
    println!("raw text: words {}", raw.words);
    println!("raw text: sentences {}", raw.sentences);
    println!("raw text: XPOS {}", raw.xpos);
    println!("raw text: UPOS {}", raw.upos);
    println!("raw text: lemmas {}", raw.lemmas);
    println!("{}", measure::tags(&paragraphs, Model::shipped(), |_, _, _| {}));
    Ok(())
}

/// What went wrong: wrong tags by frequency, then each stretch of wrong words.
fn errors(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let paragraphs = conllu::read(file)?;
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    measure::tags(&paragraphs, Model::shipped(), |word, gold, found| {
        *counts.entry(format!("{gold} {found}")).or_default() += 1;
        *counts.entry(format!("{gold} {found} {word}")).or_default() += 1;
    });
    let mut counts: Vec<_> = counts.into_iter().filter(|&(_, count)| count > 2).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (what, count) in counts {
        println!("tag\t{count}\t{what}");
    }
    measure::raw(&paragraphs, |_, gold, found| {
        let same = gold.iter().zip(found).take_while(|(gold, found)| gold == found).count();
        let show = |words: &[&str]| words[same.saturating_sub(2)..words.len().min(same + 5)].join("|");
        println!("word\t{}\t{}", show(gold), show(found));
    });
    Ok(())
}

/// A text as `syntax` reads it: a line for each sentence, words with their tags.
fn show(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(file)?;
    let syntax = relgraph::syntax::analyse(&text, &relgraph::lexicon::Lexicon::shipped());
    for (index, paragraph) in syntax.paragraphs.iter().enumerate() {
        let label = paragraph.label.as_ref().map(|label| (label.kind, syntax.words(label.tokens.clone())));
        println!("\n{index} {:?} {label:?}", paragraph.kind);
        for sentence in &syntax.sentences[paragraph.sentences.clone()] {
            let words: Vec<String> = sentence
                .tokens
                .clone()
                .map(|at| format!("{}_{}", syntax.word(at), syntax.tokens[at].tag.as_str()))
                .collect();
            println!("  {}", words.join(" "));
        }
    }
    Ok(())
}
