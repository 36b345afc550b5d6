//! `relgraph build`: articles into one graph.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread;

use anyhow::Result;
use indicatif::ProgressBar;
use relgraph::extract::article::InputFormat;
use relgraph::extract::{Article, Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::{Edtf, Extraction, Form, NodeKind, Reading, Status};
use relgraph::resolve::Contradiction;
use relgraph::store::Store;

use super::Outcome;
use super::graph_file::GraphFile;
use super::input::{self, Sink};
use super::reading;
use super::redact::Redaction;
use super::settle::settle;
use super::words::{Words, own_predicates};

/// Read articles into one graph; what was read before and has not changed is skipped
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relgraph build articles/                  # into graphs/relgraph.db
  relgraph build --graph stars.db a.txt b.html feed.xml.gz
  cat articles.jsonl | relgraph build --format jsonl -")]
pub(crate) struct Args {
    #[command(flatten)]
    graph: GraphFile,
    /// Publication date of the inputs that do not tell their own (EDTF: 2018-05-04, 2018-05, 2018)
    #[arg(long, value_name = "DATE")]
    published: Option<Edtf>,
    /// Form of the inputs: text, html, feed or jsonl; told by the name's ending unless given
    #[arg(long)]
    format: Option<InputFormat>,
    #[command(flatten)]
    words: Words,
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    input: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let mut build = Build {
        graph: &args.graph,
        words: &args.words,
        wanted: args.words.told()?,
        lexicon: args.words.lexicon()?,
        store: None,
        waiting: Vec::new(),
        size: 0,
        tally: Tally::default(),
        progress: ProgressBar::new_spinner(),
    };
    let mut outcome = Outcome::Found;
    let progress = build.progress.clone();
    let mut each = |mut source: Source| {
        source.published = source.published.or_else(|| args.published.clone());
        build.take(Article::read(&source), source)
    };
    let mut failed = |error: anyhow::Error| {
        progress.suspend(|| eprintln!("relgraph: {error:#}"));
        outcome = Outcome::Incomplete;
    };
    input::read(&args.input, args.format, &mut Sink { each: &mut each, failed: &mut failed })?;
    build.keep()?;
    build.progress.finish_and_clear();
    build.tell()?;
    Ok(if build.tally.clashes > 0 { Outcome::Incomplete } else { outcome })
}

/// A build under way.
struct Build<'a> {
    graph: &'a GraphFile,
    words: &'a Words,
    /// What of it is not as usual: what was read for something else is read again.
    wanted: String,
    lexicon: Lexicon,
    /// Opened when there is something to keep.
    store: Option<Store>,
    waiting: Vec<(Article, Source)>,
    /// Bytes of text that wait.
    size: usize,
    tally: Tally,
    progress: ProgressBar,
}

impl Build<'_> {
    /// Articles are kept in batches, each in one transaction. A batch is as large as the graph
    /// already is, so that resolving each anew costs no more than a constant share of reading.
    const SMALLEST_BATCH: usize = 1000;
    /// No batch holds more bytes of text than this at once.
    const LARGEST_SIZE: usize = 64 << 20;

    fn take(&mut self, article: Article, source: Source) -> Result<()> {
        self.size += article.text.len();
        self.waiting.push((article, source));
        self.progress.inc(1);
        let batch = Self::SMALLEST_BATCH.max(self.tally.known);
        if self.waiting.len() >= batch || self.size >= Self::LARGEST_SIZE { self.keep() } else { Ok(()) }
    }

    /// Reads what waits and has changed, and keeps it.
    fn keep(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.size = 0;
        if waiting.is_empty() {
            return Ok(());
        }
        let store = match &mut self.store {
            Some(store) => store,
            none => none.insert(self.graph.open_or_create()?),
        };
        let redaction = Redaction::of(store.suppressed()?);
        let changed = changed(store, &redaction, waiting, &self.wanted, &mut self.tally)?;
        if changed.is_empty() {
            return Ok(());
        }
        let (lexicon, words, tally, progress) = (&self.lexicon, self.words, &mut self.tally, &self.progress);
        self.graph.write(store, |writer| {
            for predicate in own_predicates(lexicon) {
                writer.put_predicate(&predicate)?;
            }
            for some in changed.chunks(Self::AT_ONCE) {
                for mut found in read_all(some, lexicon, words) {
                    redaction.apply(&mut found.reading);
                    tally.replaced += usize::from(writer.put(&found.reading)?);
                    tally.count(&found);
                    progress.suspend(|| found.notes.iter().for_each(|note| eprintln!("{}: {note}", found.reading.key)));
                }
                progress.set_message("reading");
            }
            progress.set_message("resolving");
            tally.contradictions.extend(settle(writer)?);
            Ok(())
        })?;
        self.tally.known = usize::try_from(store.counts()?.readings).unwrap_or_default();
        Ok(())
    }

    /// So many articles are read before any is written, to be shared among the processor's cores.
    const AT_ONCE: usize = 512;
}

/// An article that must be read, and the hash under which it will be kept.
struct Changed {
    article: Article,
    source: Source,
    hash: String,
}

/// Those that are not kept as they are; the last of several with one key.
fn changed(
    store: &Store,
    redaction: &Redaction,
    waiting: Vec<(Article, Source)>,
    wanted: &str,
    tally: &mut Tally,
) -> Result<Vec<Changed>> {
    let mut by_key: BTreeMap<String, Changed> = BTreeMap::new();
    for (article, source) in waiting {
        let (key, hash) = (redaction.key(&article.document.id), reading::hash(&article, wanted));
        tally.meet(&key, &hash, source.path.as_ref() == Some(&article.document.id));
        if store.hash_of(&key)?.as_ref() == Some(&hash) && !by_key.contains_key(&key) {
            tally.skipped += 1;
        } else {
            by_key.insert(key, Changed { article, source, hash });
        }
    }
    Ok(by_key.into_values().collect())
}

/// What was read of one article.
struct Found {
    reading: Reading,
    notes: Vec<String>,
    unresolved: usize,
}

/// Reads articles on all cores, in their order.
fn read_all(articles: &[Changed], lexicon: &Lexicon, words: &Words) -> Vec<Found> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = articles.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = articles
            .chunks(share)
            .map(|some| scope.spawn(move || some.iter().map(|one| read(one, lexicon, words)).collect::<Vec<_>>()))
            .collect();
        let joined = parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect()
    })
}

fn read(changed: &Changed, lexicon: &Lexicon, words: &Words) -> Found {
    let mut found: Extraction = extract(&changed.source, lexicon);
    words.keep_sure(&mut found);
    let unresolved = |found: &Extraction| {
        found.mentions.iter().filter(|mention| mention.node.is_none() && mention.form != Form::Description).count()
    };
    Found {
        unresolved: unresolved(&found),
        notes: found.notes.clone(),
        reading: reading::of_article(&changed.article, changed.hash.clone(), found),
    }
}

/// What a build did.
#[derive(Default)]
struct Tally {
    read: usize,
    replaced: usize,
    skipped: usize,
    /// The hash of each input so far, by its key.
    met: BTreeMap<String, String>,
    /// Files in whose place another of the same name was kept.
    clashes: usize,
    /// Readings in the graph.
    known: usize,
    claims: BTreeMap<Status, usize>,
    nodes: BTreeMap<NodeKind, usize>,
    unresolved: usize,
    contradictions: Vec<Contradiction>,
}

impl Tally {
    /// Notes an input. Two that differ under one id may be an article and its correction; two files
    /// of one name are two articles, one of which is lost.
    fn meet(&mut self, key: &str, hash: &str, is_file: bool) {
        let former = self.met.insert(key.to_owned(), hash.to_owned());
        if former.is_none_or(|former| former == hash) {
            return;
        }
        eprintln!("relgraph: {key}: two inputs have this id and differ; the later one is kept");
        if is_file {
            eprintln!("relgraph: {key}: name the folder above both, or give each an `id` or `url`");
            self.clashes += 1;
        }
    }

    fn count(&mut self, found: &Found) {
        self.read += 1;
        self.unresolved += found.unresolved;
        for claim in &found.reading.claims {
            *self.claims.entry(claim.claim.status).or_default() += 1;
        }
        for node in &found.reading.nodes {
            *self.nodes.entry(node.node.kind).or_default() += 1;
        }
    }
}

impl Build<'_> {
    /// Prints what was read, found and left open.
    fn tell(&self) -> Result<()> {
        let tally = &self.tally;
        println!(
            "read {} articles ({} of them changed), skipped {} unchanged",
            tally.read, tally.replaced, tally.skipped
        );
        let kinds: Vec<String> =
            NodeKind::ALL.iter().map(|kind| format!("{} {kind}s", tally.nodes.get(kind).unwrap_or(&0))).collect();
        println!("found {} by article", kinds.join(", "));
        let claims: Vec<String> =
            Status::ALL.iter().map(|status| format!("{} {status}", tally.claims.get(status).unwrap_or(&0))).collect();
        println!("found {} claims: {}", tally.claims.values().sum::<usize>(), claims.join(", "));
        println!("left unresolved: {} names and pronouns", tally.unresolved);
        for contradiction in &tally.contradictions {
            println!("judgements {:?} contradict each other: those they speak of stay apart", contradiction.judgements);
        }
        if let Some(store) = &self.store {
            let counts = store.counts()?;
            println!(
                "{}: {} sources, {} nodes, {} claims",
                self.graph.shown(),
                counts.documents,
                counts.nodes,
                counts.claims
            );
        }
        Ok(())
    }
}
