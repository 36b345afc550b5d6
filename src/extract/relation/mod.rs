//! Who is said to be what to whom.
//!
//! Comes in: everything that was read of an article. Goes out: [`Relation`]s. Frames (syntactic
//! shapes) are shared by all predicates; the words come from their files. Each hit of a frame is
//! then judged: what the article makes of it ([`scope`]), when ([`dates`]), where ([`occasions`]),
//! how sure that is ([`confidence`]); and hits that say the same are one ([`merge`]).

mod acknowledgements;
mod attribution;
mod confidence;
mod dates;
mod deaths;
mod endings;
mod frames;
mod guards;
mod hit;
mod merge;
mod occasions;
mod phrase;
mod rebuttals;
mod scene;
mod scope;
mod setting;
mod stance;
mod weddings;

use super::Article;
use super::coref::{ChainId, Coref};
use super::mention::Mention;
use super::time::Times;
use crate::lexicon::Lexicon;
use crate::model::{Edtf, Span, Status};
use crate::syntax::Syntax;
use dates::Dates;
use hit::Hit;
use scene::Scene;

/// The bonds of love: one pair may have one after the other, a rumour may tell of each, and a death ends them.
const ROMANCE: &[&str] = &["married_to", "engaged_to", "dating"];

/// Everything that earlier stages read of one article.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its words and chunks.
    pub syntax: &'a Syntax<'a>,
    /// Its mentions, in text order.
    pub mentions: &'a [Mention],
    /// Its dates.
    pub times: &'a Times,
    /// Its chains.
    pub coref: &'a Coref,
}

/// A claim whose ends are still chains.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Who or what it is said of.
    pub source: ChainId,
    /// A predicate's name.
    pub predicate: String,
    /// To whom or what it links the source.
    pub target: ChainId,
    /// The article's stance.
    pub status: Status,
    /// Whether it is over.
    pub ended: bool,
    /// When it holds or happened.
    pub date: Option<Edtf>,
    /// Whether a part of the date comes from context.
    pub date_implied: bool,
    /// Whether the date is that of an end or of a confirmation, which came after the beginning.
    pub date_is_late: bool,
    /// The venue of the occasion.
    pub place: Option<ChainId>,
    /// The event of the occasion.
    pub event: Option<ChainId>,
    /// To whom the article attributes it, in its words.
    pub said_by: Option<String>,
    /// Where it stands.
    pub evidence: Span,
    /// The rule that made it.
    pub rule: String,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
}

/// Finds the relations of an article.
pub fn find(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<Relation> {
    let scene = Scene::of(reading, &lexicon.predicates);
    let hits = frames::find(&scene);
    let dates = Dates::of(&scene);
    let (mut relations, mut partings) = (Vec::new(), Vec::new());
    for hit in &hits {
        relate(&scene, &dates, hit, if hit.trigger.parting { &mut partings } else { &mut relations });
    }
    merge::part(&mut relations, partings);
    rebuttals::deny(&scene, &mut relations);
    acknowledgements::confirm(&scene, &mut relations);
    endings::end(&scene, &mut relations);
    deaths::part(&scene, &mut relations);
    weddings::join(&scene, &mut relations);
    occasions::place(&scene, &mut relations);
    merge::merge(&scene, relations)
}

/// The relations of one hit: one for each pair that it joins.
fn relate(scene: &Scene<'_>, dates: &Dates, hit: &Hit<'_>, relations: &mut Vec<Relation>) {
    let Some(stance) = guards::allow(scene, hit).then(|| scope::judge(scene, hit)).flatten() else { return };
    let Some(confidence) = confidence::of(hit) else { return };
    let date = dates.of_hit(scene, hit).or_else(|| if stance.ended { None } else { dates::since(scene, hit) });
    if !hit.predicate.lasting && date.as_ref().is_some_and(|(date, _)| is_ahead(scene, date)) {
        return;
    }
    for &(source, target) in &hit.pairs {
        let date = date.clone().or_else(|| dates.of_pair(scene, hit, [source, target]));
        relations.push(Relation {
            source,
            predicate: merge::bond(scene, hit).to_owned(),
            target,
            status: stance.status,
            ended: stance.ended,
            date: date.as_ref().map(|(date, _)| date.clone()),
            date_implied: date.as_ref().is_some_and(|(_, implied)| *implied),
            date_is_late: hit.trigger.ended || stance.status == Status::Confirmed,
            place: None,
            event: None,
            said_by: stance.said_by.clone(),
            evidence: scene.span(&hit.tokens),
            rule: format!("{}:{}", hit.frame, hit.trigger.words.join("-")),
            confidence,
        });
    }
}

/// Whether a date is later than the article: what has not happened yet is no occasion.
fn is_ahead(scene: &Scene<'_>, date: &Edtf) -> bool {
    let published = scene.reading.article.document.published.as_ref();
    let last = published.and_then(Edtf::latest);
    last.zip(date.earliest()).is_some_and(|(last, first)| last < first)
}
