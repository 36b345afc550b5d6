//! Hits that say the same are one claim.
//!
//! Comes in: all relations of an article. Goes out: of those that agree in ends, predicate,
//! status and date the surest; partings moved to the bond that they end.

use std::collections::{BTreeMap, BTreeSet};

use super::hit::Hit;
use super::scene::Scene;
use super::scope;
use super::{ROMANCE, Relation};
use crate::extract::coref::ChainId;
use crate::model::{Edtf, Status};
use crate::syntax::Tense;

/// Joins what is the same, in text order.
pub(super) fn merge(scene: &Scene<'_>, mut relations: Vec<Relation>) -> Vec<Relation> {
    for relation in &mut relations {
        if is_symmetric(scene, &relation.predicate) && relation.source > relation.target {
            std::mem::swap(&mut relation.source, &mut relation.target);
        }
    }
    end_together(scene, &mut relations);
    drop_late_dates(&mut relations);
    drop_vague(&mut relations);
    drop_unsupported(scene, &mut relations);
    drop_other_ties(&mut relations);
    drop_reconciled(&mut relations);
    drop_second_spouse(&mut relations);
    drop_impossible(&mut relations);
    drop_met_kin(&mut relations);
    drop_raised(&mut relations);
    drop_of_one_family(scene, &mut relations);
    relations.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.evidence.cmp(&b.evidence)));
    let mut kept: Vec<Relation> = Vec::new();
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    for relation in relations {
        let key = (relation.predicate.clone(), relation.source, relation.target, relation.status);
        match seen.get(&key) {
            Some(&index) => absorb(scene, &mut kept[index], relation),
            None => {
                seen.insert(key, kept.len());
                kept.push(relation);
            }
        }
    }
    kept.sort_by(|a, b| {
        a.evidence
            .cmp(&b.evidence)
            .then_with(|| a.predicate.cmp(&b.predicate))
            .then(a.source.cmp(&b.source))
            .then(a.target.cmp(&b.target))
    });
    kept
}

/// What a hit claims: of a parting "after ten years of marriage" a marriage, of a wedding ahead an
/// engagement.
pub(super) fn bond<'a>(scene: &Scene<'_>, hit: &Hit<'a>) -> &'a str {
    // "will divorce", "will celebrate their anniversary": of those who are married.
    let wedding = !hit.trigger.ended && !hit.trigger.words.iter().any(|word| word == "anniversary" || word == "renew");
    if hit.predicate.name == "married_to" && wedding && scope::is_ahead(scene, hit) {
        return "engaged_to";
    }
    // "Before her marriage she dated Bo, but they broke up."
    let before = |token: usize| {
        let group = scene.noun_at(token).and_then(|group| scene.governor(group));
        group.is_some_and(|index| scene.preposition(index) == "before")
    };
    let married = |token: usize| {
        matches!(scene.lemma(token), "marriage" | "divorce") && scene.name_at(token).is_none() && !before(token)
    };
    let marriage = hit.trigger.parting && scene.sentence(hit.anchor.start).any(married);
    if marriage { "married_to" } else { &hit.predicate.name }
}

/// Moves each parting to the closest bond that the article tells of the two: who is married and
/// splits, ends a marriage.
pub(super) fn part(relations: &mut Vec<Relation>, partings: Vec<Relation>) {
    const BONDS: &[&str] = &["married_to", "engaged_to"];
    let bonds: BTreeSet<_> = relations
        .iter()
        .filter(|relation| BONDS.contains(&relation.predicate.as_str()) && relation.status != Status::Denied)
        .map(|relation| (relation.predicate.clone(), pair(relation)))
        .collect();
    for mut parting in partings {
        let closest = BONDS.iter().find(|bond| bonds.contains(&((**bond).to_owned(), pair(&parting))));
        if let Some(bond) = closest {
            (*bond).clone_into(&mut parting.predicate);
        }
        relations.push(parting);
    }
}

/// When a bond began says more of it than when it ended or was confirmed.
fn drop_late_dates(relations: &mut [Relation]) {
    let first = |relation: &Relation| relation.date.as_ref().and_then(Edtf::earliest);
    let told = |relation: &&Relation| {
        let romance = ROMANCE.contains(&relation.predicate.as_str()) && relation.status != Status::Denied;
        romance && !relation.date_is_late && !is_reunion(relation)
    };
    let mut began = BTreeMap::new();
    for relation in relations.iter().filter(told) {
        if let Some(day) = first(relation) {
            let best = began.entry((relation.predicate.clone(), pair(relation))).or_insert(day);
            *best = day.min(*best);
        }
    }
    for relation in relations.iter_mut().filter(|relation| relation.date_is_late || is_reunion(relation)) {
        let began = began.get(&(relation.predicate.clone(), pair(relation)));
        if began.zip(first(relation)).is_some_and(|(began, late)| *began <= late) {
            relation.date = None;
        }
    }
}

type Key = (String, ChainId, ChainId, Status);

/// What the weaker of two claims that say the same adds to the stronger.
fn absorb(_scene: &Scene<'_>, kept: &mut Relation, other: Relation) {
    if kept.date.is_none() {
        (kept.date, kept.date_implied) = (other.date, other.date_implied);
    }
    kept.place = kept.place.or(other.place);
    kept.event = kept.event.or(other.event);
    if kept.said_by.is_none() {
        kept.said_by = other.said_by;
    }
    kept.confidence = (1.0 - (1.0 - kept.confidence) * (1.0 - other.confidence * 0.3)).min(0.97);
    kept.confidence = (kept.confidence * 100.0).round() / 100.0;
}

/// "The couple", "his partner" say of spouses no more than that they are.
fn drop_vague(relations: &mut Vec<Relation>) {
    let married: BTreeSet<_> = relations
        .iter()
        .filter(|relation| relation.predicate == "married_to" && relation.status >= Status::Reported)
        .map(|relation| (relation.source, relation.target))
        .collect();
    relations.retain(|relation| {
        let vague = relation.rule.starts_with("pair-noun") || relation.rule.ends_with(":partner");
        relation.predicate != "dating" || !vague || !married.contains(&(relation.source, relation.target))
    });
}

/// "The couple", said of two of whom the article tells no other love and who are not those whom it is about, is
/// a couple that was not recognised.
fn drop_unsupported(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    let alone = |relation: &Relation| relation.rule == "pair-noun-alone:couple";
    let love = |relation: &&Relation| ROMANCE.contains(&relation.predicate.as_str()) && !alone(relation);
    let loving: BTreeSet<_> = relations.iter().filter(love).map(pair).collect();
    relations.retain(|relation| {
        !alone(relation) || loving.contains(&pair(relation)) || scene.is_main_pair(relation.source, relation.target)
    });
}

/// "They parted ways", "they have made up", "she moved in with her aunt" tell of whatever tie the two had: where the
/// article tells of a friendship, a feud, work or kin and of no love, it was that.
fn drop_other_ties(relations: &mut Vec<Relation>) {
    const OPEN: &[&str] = &[
        "over",
        "part-way",
        "go-separate-way",
        "separate",
        "drift-apart",
        "grow-apart",
        "reconcile",
        "part",
        "move-in",
    ];
    const TIES: &[&str] = &["worked_with", "friend_of", "feuding_with", "sibling_of", "parent_of", "relative_of"];
    let open = |relation: &Relation| relation.predicate == "dating" && OPEN.contains(&words(relation));
    let love = |relation: &&Relation| ROMANCE.contains(&relation.predicate.as_str()) && !open(relation);
    let loving: BTreeSet<_> = relations.iter().filter(love).map(pair).collect();
    let tied = relations.iter().filter(|relation| TIES.contains(&relation.predicate.as_str()));
    let tied: BTreeSet<_> = tied.map(pair).collect();
    relations.retain(|relation| !open(relation) || loving.contains(&pair(relation)) || !tied.contains(&pair(relation)));
}

/// Lovers who "patched things up" are together again, and no friends.
fn drop_reconciled(relations: &mut Vec<Relation>) {
    const RECONCILED: &[&str] = &["patch-thing-up", "make-up", "mend-fence", "bury-hatchet"];
    let love = |relation: &&Relation| ROMANCE.contains(&relation.predicate.as_str()) && !relation.ended;
    let loving: BTreeSet<_> = relations.iter().filter(love).map(pair).collect();
    let reconciled = |relation: &Relation| relation.predicate == "friend_of" && RECONCILED.contains(&words(relation));
    relations.retain(|relation| !reconciled(relation) || !loving.contains(&pair(relation)));
}

/// Nobody has two spouses: of a marriage that hangs on an unsure reading, and a husband or wife who is told more
/// surely, the latter.
fn drop_second_spouse(relations: &mut Vec<Relation>) {
    const SURER: f64 = 0.05;
    let holds = |relation: &Relation| {
        relation.predicate == "married_to" && !relation.ended && relation.status != Status::Denied
    };
    let mut surest: BTreeMap<ChainId, (f64, (ChainId, ChainId))> = BTreeMap::new();
    for relation in relations.iter().filter(|relation| holds(relation) && relation.rule.starts_with("role-")) {
        for chain in [relation.source, relation.target] {
            let best = surest.entry(chain).or_insert((0.0, (0, 0)));
            if relation.confidence > best.0 {
                *best = (relation.confidence, pair(relation));
            }
        }
    }
    let other = |relation: &Relation, chain: ChainId| {
        surest.get(&chain).is_some_and(|&(sure, two)| two != pair(relation) && sure - relation.confidence > SURER)
    };
    relations
        .retain(|relation| !holds(relation) || !other(relation, relation.source) && !other(relation, relation.target));
}

/// Nobody first meets a parent or a sibling: "their mother brought them together" is no meeting.
fn drop_met_kin(relations: &mut Vec<Relation>) {
    const KIN: &[&str] = &["parent_of", "sibling_of", "grandparent_of"];
    let kin = relations.iter().filter(|relation| KIN.contains(&relation.predicate.as_str()));
    let kin: BTreeSet<_> = kin.filter(|relation| relation.status != Status::Denied).map(pair).collect();
    relations.retain(|relation| relation.predicate != "met" || !kin.contains(&pair(relation)));
}

/// What nobody is to one person at once: of such readings the surest stays.
const EXCLUSIVE: &[&str] = &["parent_of", "grandparent_of", "sibling_of", "married_to", "engaged_to", "dating"];

/// Drops the less sure of two readings that cannot both be meant: a misread pronoun makes somebody
/// the wife of her father, or the father of his mother.
fn drop_impossible(relations: &mut Vec<Relation>) {
    let mut surest: BTreeMap<(ChainId, ChainId), (String, ChainId, f64)> = BTreeMap::new();
    let exclusive =
        |relation: &Relation| EXCLUSIVE.contains(&relation.predicate.as_str()) && relation.status != Status::Denied;
    for relation in relations.iter().filter(|relation| exclusive(relation)) {
        let best = surest.entry(pair(relation)).or_insert_with(|| (String::new(), 0, 0.0));
        if relation.confidence > best.2 {
            *best = (relation.predicate.clone(), relation.source, relation.confidence);
        }
    }
    relations.retain(|relation| {
        let Some((predicate, source, sure)) = surest.get(&pair(relation)).filter(|_| exclusive(relation)) else {
            return true;
        };
        let romance = ROMANCE.contains(&predicate.as_str()) && ROMANCE.contains(&relation.predicate.as_str());
        let same = *predicate == relation.predicate && (*source == relation.source || predicate == "sibling_of");
        romance || same || relation.confidence >= *sure
    });
}

/// A stepfather, an aunt or a brother who raised her is no father or mother.
fn drop_raised(relations: &mut Vec<Relation>) {
    const OTHERS: &[&str] = &["relative_of", "sibling_of", "grandparent_of"];
    let others = relations.iter().filter(|relation| OTHERS.contains(&relation.predicate.as_str()));
    let others: BTreeSet<_> = others.map(pair).collect();
    relations.retain(|relation| {
        relation.predicate != "parent_of" || relation.rule.starts_with("role-") || !others.contains(&pair(relation))
    });
}

/// The relationship of two who share a surname and are not told to be a couple in so many words is
/// that of kin.
fn drop_of_one_family(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    let family = |chain: ChainId| scene.reading.coref.chains[chain].name.rsplit_once(' ').map(|(_, last)| last);
    relations.retain(|relation| {
        let vague = relation.rule.starts_with("bond-") || relation.rule.starts_with("pair-noun-alone");
        let dating = relation.predicate == "dating" && vague && relation.status != Status::Denied;
        !dating || family(relation.source).is_none() || family(relation.source) != family(relation.target)
    });
}

/// The words that claim a relation: "part-way" of the rule "together:part-way".
fn words(relation: &Relation) -> &str {
    relation.rule.rsplit_once(':').map_or("", |(_, words)| words)
}

fn pair(relation: &Relation) -> (ChainId, ChainId) {
    (relation.source.min(relation.target), relation.source.max(relation.target))
}

/// A relationship that the article tells to be over is over in all its claims, unless it tells after that that the
/// two are together again.
fn end_together(scene: &Scene<'_>, relations: &mut [Relation]) {
    let (mut over, mut again) = (BTreeMap::new(), BTreeMap::new());
    for relation in relations.iter().filter(|relation| relation.status != Status::Denied) {
        let told = if relation.ended { &mut over } else { &mut again };
        if relation.ended || is_reunion(relation) && relation.status >= Status::Reported {
            let last = told.entry(ends(relation)).or_insert(0);
            *last = place(scene, relation).max(*last);
        }
    }
    for relation in relations.iter_mut().filter(|relation| relation.status != Status::Denied) {
        let key = ends(relation);
        let ended = over.get(&key).is_some_and(|over| again.get(&key).is_none_or(|again| over > again));
        // When a bond broke says nothing of one that goes on.
        if relation.ended && !ended && relation.date_is_late {
            relation.date = None;
        }
        relation.ended = ended;
    }
}

/// Where a claim's words end; what holds now is told last, wherever it stands: "They are back together. They had
/// split in May."
fn place(scene: &Scene<'_>, relation: &Relation) -> usize {
    let syntax = scene.reading.syntax;
    let end = syntax.tokens.partition_point(|token| token.span.start < relation.evidence.end);
    let verb = end.checked_sub(1).and_then(|token| scene.clause(scene.clause_of(token)).verb);
    let now = verb.is_some_and(|verb| scene.verb(verb).tense == Tense::Present);
    if now && is_reunion(relation) { usize::MAX } else { relation.evidence.end }
}

/// Whether a claim tells that two are together once more.
fn is_reunion(relation: &Relation) -> bool {
    const WORDS: &[&str] =
        &["reconcile", "get-back-together", "be-back-together", "back-together", "be-back-on", "remarry"];
    let words = words(relation);
    WORDS.contains(&words) || words.starts_with("rekindle") || words.starts_with("reignite")
}

fn ends(relation: &Relation) -> (String, ChainId, ChainId) {
    (relation.predicate.clone(), relation.source, relation.target)
}

fn is_symmetric(scene: &Scene<'_>, predicate: &str) -> bool {
    scene.predicates.get(predicate).is_some_and(|entry| entry.predicate.symmetric)
}
