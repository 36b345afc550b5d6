//! `--predicates` and `--min-confidence`: what is looked for, and how sure a claim must be.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use relgraph::lexicon::{Lexicon, Predicates};
use relgraph::model::{Extraction, Predicate};

/// What is looked for in articles.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Words {
    /// Folder of predicate files (.toml) of your own, beside those that are shipped; a file of the same name replaces one
    #[arg(long, value_name = "FOLDER")]
    predicates: Option<PathBuf>,
    /// Leave out claims that are less sure than this, from 0 to 1
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0, value_parser = share)]
    min_confidence: f64,
}

impl Words {
    /// The shipped lexicon with the user's predicates.
    ///
    /// # Errors
    /// When the folder cannot be read or one of its files is malformed; the message names it.
    #[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
    pub(crate) fn lexicon(&self) -> Result<Lexicon> {
        let mut lexicon = Lexicon::shipped();
        for file in self.predicates.as_deref().map(files).transpose()?.unwrap_or_default() {
            let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            lexicon.predicates.add(&name, &file.display().to_string(), &text)?;
        }
        Ok(lexicon)
    }

    /// What sets this apart from the usual: the user's predicate files and the least confidence; empty
    /// where neither is given.
    ///
    /// # Errors
    /// When the folder or a file cannot be read.
    #[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
    pub(crate) fn told(&self) -> Result<String> {
        let mut told = if self.min_confidence > 0.0 { self.min_confidence.to_string() } else { String::new() };
        for file in self.predicates.as_deref().map(files).transpose()?.unwrap_or_default() {
            let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
            told.extend(["\n", &file.file_name().unwrap_or_default().to_string_lossy(), "\n", &text]);
        }
        Ok(told)
    }

    /// Takes out the claims that are not sure enough.
    pub(crate) fn keep_sure(&self, found: &mut Extraction) {
        found.claims.retain(|claim| claim.confidence >= self.min_confidence);
    }
}

/// The predicates of a lexicon that are not as they are shipped.
pub(crate) fn own_predicates(lexicon: &Lexicon) -> Vec<Predicate> {
    let shipped = Predicates::shipped();
    let same = |one: &Predicate| shipped.get(&one.name).is_some_and(|entry| entry.predicate == *one);
    let all = lexicon.predicates.iter().map(|entry| entry.predicate.clone());
    all.filter(|predicate| !same(predicate)).collect()
}

/// The predicate files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    anyhow::ensure!(!files.is_empty(), "{}: no predicate files (.toml) in this folder", folder.display());
    Ok(files)
}

fn share(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a number from 0 to 1".to_owned())
}
