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

use relgraph::syntax::Syntax;
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
            std::fs::write(model, learn(Path::new(folder), &["train", "dev"], train::Plan::SHIPPED.epochs)?)?;
            Ok(())
        }
        ["try", folder, epochs] => {
            let model = learn(Path::new(folder), &["train"], epochs.parse()?)?;
            println!("{} bytes", model.len());
            let dev = conllu::read(&Path::new(folder).join("dev.conllu.gz"))?;
            println!("{}", measure::tags(&dev, &Model::new(model.leak()), |_, _, _| {}));
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
    let plan = train::Plan { epochs, ..train::Plan::SHIPPED };
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
            chunks(&syntax, &sentence.tokens);
        }
    }
    Ok(())
}

/// The chunks of one sentence, a line for each.
fn chunks(syntax: &Syntax<'_>, sentence: &std::ops::Range<usize>) {
    let inside = |tokens: &std::ops::Range<usize>| sentence.contains(&tokens.start);
    let noun = |noun: Option<usize>| noun.map_or("-", |noun| syntax.words(syntax.noun(noun).tokens.clone()));
    for group in syntax.chunks.nouns.iter().filter(|group| inside(&group.tokens)) {
        let roles: Vec<&str> = group.roles.iter().map(|&at| syntax.word(at)).collect();
        let name = group.name.clone().map_or("", |name| syntax.words(name));
        let age = group.age.map_or("", |age| syntax.word(age));
        println!(
            "    N [{}] {:?} name={name} roles={roles:?} age={age} of={}",
            syntax.words(group.tokens.clone()),
            group.kind,
            noun(group.possessor)
        );
    }
    for group in syntax.chunks.verbs.iter().filter(|group| inside(&group.tokens)) {
        println!(
            "    V [{}] {:?} {:?} passive={} progressive={} perfect={} not={} copula={} particle={}",
            syntax.words(group.tokens.clone()),
            group.form,
            group.tense,
            group.passive,
            group.progressive,
            group.perfect,
            group.negation.is_some(),
            group.copula,
            group.particle.map_or("", |at| syntax.word(at))
        );
    }
    for link in syntax.chunks.prepositions.iter().filter(|link| inside(&link.tokens)) {
        let verb = link.verb.map_or("-", |verb| syntax.words(syntax.verb(verb).tokens.clone()));
        println!(
            "    P [{}] {} verb={verb} noun={}",
            syntax.words(link.tokens.clone()),
            noun(link.object),
            noun(link.noun)
        );
    }
    for pair in syntax.chunks.appositions.iter().filter(|pair| inside(&syntax.noun(pair.noun).tokens)) {
        println!("    = {} | {}", noun(Some(pair.noun)), noun(Some(pair.described_by)));
    }
    for list in syntax.chunks.coordinations.iter().filter(|list| inside(&list.tokens)) {
        let members: Vec<&str> = list.groups.iter().map(|&group| noun(Some(group))).collect();
        println!("    & {}", members.join(" | "));
    }
    for clause in syntax.chunks.clauses.iter().filter(|clause| inside(&clause.tokens)) {
        let verb = clause.verb.map_or("-", |verb| syntax.words(syntax.verb(verb).tokens.clone()));
        println!(
            "    C {:?} [{}] S={} V={verb} O={} A={}",
            clause.kind,
            syntax.words(clause.tokens.clone()),
            noun(clause.subject),
            noun(clause.object),
            noun(clause.antecedent)
        );
    }
}
