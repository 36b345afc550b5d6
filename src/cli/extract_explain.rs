//! `relgraph extract --explain`: an article as the program reads it, for people who mend rules.
//!
//! Each sentence is followed by its mentions, times, speech and relations, one a line, with the
//! rule behind each; the chains stand at the end. Words of the article are shown as they are.

use std::io::{self, Write};

use relgraph::extract::coref::{self, Coref};
use relgraph::extract::mention::{self, Gender, Mention, Number};
use relgraph::extract::relation::{self, Relation};
use relgraph::extract::time::{self, Time, Times};
use relgraph::extract::{Article, Source};
use relgraph::lexicon::Lexicon;
use relgraph::model::{NodeKind, Span};
use relgraph::syntax::{self, Syntax};

/// Writes how one article was read.
///
/// # Errors
/// Those of `out`.
pub(crate) fn write(out: &mut impl Write, source: &Source, lexicon: &Lexicon) -> io::Result<()> {
    let article = Article::read(source);
    let syntax = syntax::analyse(&article.text, lexicon);
    let mentions = mention::find(&article, &syntax, lexicon);
    let times = time::find(&article, &syntax, lexicon);
    let coref = coref::resolve(&article, &syntax, &mentions, lexicon);
    let reading =
        relation::Reading { article: &article, syntax: &syntax, mentions: &mentions, times: &times, coref: &coref };
    let relations = relation::find(&reading, lexicon);
    let page = Page { syntax: &syntax, mentions: &mentions, times: &times, coref: &coref, relations: &relations };
    writeln!(out, "# {}", article.document.title.as_deref().unwrap_or(&article.document.id))?;
    page.paragraphs(out)?;
    page.chains(out)
}

/// Everything that was read of one article.
struct Page<'a> {
    syntax: &'a Syntax<'a>,
    mentions: &'a [Mention],
    times: &'a Times,
    coref: &'a Coref,
    relations: &'a [Relation],
}

impl Page<'_> {
    fn paragraphs(&self, out: &mut impl Write) -> io::Result<()> {
        for paragraph in &self.syntax.paragraphs {
            writeln!(out, "\n[{:?}]", paragraph.kind)?;
            for sentence in paragraph.sentences.clone() {
                let span = self.syntax.sentences[sentence].span;
                writeln!(out, "{}", one_line(span.of(self.syntax.text)))?;
                self.sentence(out, sentence, span)?;
            }
        }
        Ok(())
    }

    fn sentence(&self, out: &mut impl Write, sentence: usize, span: Span) -> io::Result<()> {
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let here = self.mentions[first..].iter().take_while(|mention| mention.sentence == sentence);
        for (offset, mention) in here.enumerate() {
            self.mention(out, first + offset, mention)?;
        }
        for time in self.times.expressions.iter().filter(|time| time.sentence == sentence) {
            self.time(out, time)?;
        }
        for (quotation, speaker) in self.syntax.chunks.quotations.iter().zip(&self.coref.speakers) {
            if let Some(speaker) = speaker.filter(|_| (span.start..span.end).contains(&quotation.span.start)) {
                let words = one_line(quotation.span.of(self.syntax.text));
                writeln!(out, "    speech    {words} by {}", self.meant(speaker))?;
            }
        }
        for relation in self.relations.iter().filter(|relation| span.contains(relation.evidence)) {
            self.relation(out, relation)?;
        }
        Ok(())
    }

    fn mention(&self, out: &mut impl Write, index: usize, mention: &Mention) -> io::Result<()> {
        let form = format!("{:?}", mention.form).to_lowercase();
        let words = one_line(mention.span.of(self.syntax.text));
        let several = if mention.number == Number::One { "" } else { ", several" };
        write!(out, "    {form:<11} {words} ({}{several}) -> {}", mention.rule, self.meant(index))?;
        let others = self.coref.readings[index].iter().skip(usize::from(!self.coref.members(index).is_empty()));
        for reading in others.take(3) {
            write!(out, "; or {} {:.2}", self.names(&reading.members), reading.confidence)?;
        }
        writeln!(out)
    }

    /// Whom a mention means, how sure that is and by what rule.
    fn meant(&self, mention: usize) -> String {
        match (self.coref.members(mention), self.coref.readings[mention].first()) {
            ([], _) | (_, None) => "?".to_owned(),
            (members, Some(best)) => format!("{} {:.2} ({})", self.names(members), best.confidence, best.rule),
        }
    }

    fn names(&self, members: &[coref::ChainId]) -> String {
        let names = members.iter().map(|&chain| format!("c{chain} {}", one_line(&self.coref.chains[chain].name)));
        names.collect::<Vec<_>>().join(" + ")
    }

    fn time(&self, out: &mut impl Write, time: &Time) -> io::Result<()> {
        let words = one_line(time.span.of(self.syntax.text));
        let value = time.value.as_ref().map_or("?", |value| value.as_str());
        let implied = if time.implied { ", in part implied" } else { "" };
        writeln!(out, "    time        {words} ({}) -> {value}{implied}", time.rule)
    }

    fn relation(&self, out: &mut impl Write, relation: &Relation) -> io::Result<()> {
        let end = |chain: coref::ChainId| one_line(&self.coref.chains[chain].name);
        let (source, target) = (end(relation.source), end(relation.target));
        let date = relation.date.as_ref().map_or(String::new(), |date| format!(", {}", date.as_str()));
        let (predicate, status, rule) = (&relation.predicate, relation.status, &relation.rule);
        writeln!(
            out,
            "    relation    {source} {predicate} {target}, {status}{date} {:.2} ({rule})",
            relation.confidence
        )
    }

    fn chains(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\n[Chains]")?;
        for (index, chain) in self.coref.chains.iter().enumerate() {
            let gender = match (chain.kind, chain.gender) {
                (NodeKind::Person, Gender::Female) => ", female",
                (NodeKind::Person, Gender::Male) => ", male",
                _ => "",
            };
            let node = if chain.makes_node { "" } else { ", no node" };
            write!(out, "c{index} {} ({}{gender}{node})", one_line(&chain.name), chain.kind)?;
            if !chain.aliases.is_empty() {
                write!(out, ": {}", one_line(&chain.aliases.join(", ")))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Words of the article in one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
