//! Which date of its own sentence a hit has.
//!
//! Comes in: a hit and the dates of a sentence. Goes out: the date of the hit's clause, or whether one
//! elsewhere in the sentence may be the hit's. It never looks into another sentence.

use super::{Dated, births, bracketed};
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase;
use crate::extract::relation::scene::Scene;
use crate::extract::relation::stance;
use crate::extract::time::{Bound, Time};
use crate::lexicon::Part;
use crate::model::{Edtf, Group};
use crate::syntax::{ClauseKind, Tag, Tense};

/// How far from the words of a lasting relation the one date of their sentence may stand.
const NEAR: usize = 12;

/// The nearest date of the hit's own clause.
pub(super) fn in_clause<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    if let Some(time) = of_noun(scene, hit, sentence).or_else(|| of_beginning(scene, hit, sentence)) {
        return Some(time);
    }
    let clause = scene.clause_of(hit.anchor.start);
    if let Some(time) = of_picture(scene, hit, sentence) {
        return Some(time);
    }
    let times =
        in_sentence(scene, sentence).iter().filter(|time| dates(scene, time, hit) && belongs(scene, time, clause));
    // "Born in 1946, he married in 1979": the clause's own date comes first.
    let aside = |time: &Time| scene.clause_of(time.tokens.start) != clause;
    times
        .min_by_key(|time| (aside(time), distance(time, hit)))
        .or_else(|| before_when(scene, clause, sentence))
        .or_else(|| since_when(scene, hit, sentence))
        .or_else(|| of_work(scene, hit, sentence))
}

/// "shared a photo with Bo on Sunday, taken in 2015": of two dates when it was taken, and not when it was shown.
fn of_picture<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    const SHOWING: &[&str] = &["share", "post", "repost", "upload", "tweet"];
    const PICTURES: &[&str] =
        &["photo", "photograph", "picture", "snap", "snapshot", "selfie", "shot", "image", "video", "clip"];
    let here = scene.sentence(hit.anchor.start);
    let shown = here.clone().find(|&token| scene.tag(token).is_verb() && SHOWING.contains(&scene.lemma(token)));
    let picture =
        (shown.filter(|_| !hit.predicate.lasting)?..here.end).find(|&at| PICTURES.contains(&scene.lemma(at)))?;
    let told = || in_sentence(scene, sentence).iter().filter(|time| time.value.is_some() && !time.modifier);
    let first = |time: &&Time| time.value.as_ref().and_then(Edtf::earliest);
    let taken = told().filter(|time| time.tokens.start > picture && !is_relative(scene, time)).min_by_key(first)?;
    told().any(|time| first(&time) > first(&taken)).then_some(taken)
}

/// "starred with Bo in the 2009 film Tides": the year of what they made.
fn of_work<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    let clause = scene.clause_of(hit.anchor.start);
    let behind = |time: &&Time| time.tokens.start >= hit.anchor.end && scene.clause_of(time.tokens.start) == clause;
    let made = in_sentence(scene, sentence).iter().find(behind).filter(|_| hit.predicate.group == Group::Work);
    made.filter(|time| time.modifier && time.rule == "year" && hit.frame.starts_with("verb-"))
}

/// "her 2015 wedding to Bo", "their June 2012 split": the date before a noun for the bond.
fn of_noun<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    let group = scene.noun_at(hit.anchor.start).filter(|_| hit.frame.starts_with("bond-"))?;
    let before = scene.group(group).tokens.start..hit.anchor.start;
    in_sentence(scene, sentence).iter().find(|time| {
        let inside = time.tokens.start + 1 >= before.start && time.tokens.end == before.end;
        inside && time.modifier && time.value.is_some()
    })
}

/// "the feud, which began in 2015", "a romance that dates back to May": when a relative clause tells that it began.
fn of_beginning<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    const BEGINNINGS: &[&str] = &["begin", "start", "date", "originate"];
    let group = scene.noun_at(hit.anchor.start).filter(|_| hit.frame.starts_with("bond-"))?;
    let all = &scene.chunks().clauses;
    let from = all.partition_point(|clause| clause.tokens.start < scene.sentence(hit.anchor.start).start);
    let here = (from..all.len()).take_while(|&clause| all[clause].tokens.start < scene.sentence(hit.anchor.start).end);
    let begins =
        |clause: usize| all[clause].verb.is_some_and(|verb| BEGINNINGS.contains(&scene.lemma(scene.verb(verb).head)));
    let told = here.filter(|&clause| all[clause].kind == ClauseKind::Relative && begins(clause));
    let close = |clause: &usize| (hit.anchor.end..=hit.tokens.end + 1).contains(&all[*clause].tokens.start);
    let mut told = told.filter(|clause| all[*clause].antecedent == Some(group) || close(clause));
    of_clause(scene, told.next()?, sentence)
}

/// The date of what a bond has lasted since, or lasted until: "have dated since they met in 2021", "was
/// engaged to Bo until he left in 2018".
fn since_when<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    let clause = scene.clause_of(hit.anchor.start);
    let verb = scene.verb(scene.clause(clause).verb.filter(|_| hit.predicate.lasting)?);
    let word = if verb.perfect { &["since"][..] } else { &["until", "till"] };
    let lasts = |inner: &usize| {
        let marker = scene.clause(*inner).marker;
        marker.is_some_and(|marker| marker >= hit.anchor.end && word.contains(&scene.lemma(marker)))
    };
    // "since they met at the 2016 Gannet Awards"
    let event = |inner: usize| {
        let told = |time: &&Time| time.rule == "year" && scene.clause_of(time.tokens.start) == inner;
        in_sentence(scene, sentence).iter().find(told)
    };
    let since = scene.children_of(clause).filter(lasts);
    since.into_iter().find_map(|inner| of_clause(scene, inner, sentence).or_else(|| event(inner)))
}

/// The one date of a clause, or of what is joined loosely to it.
pub(super) fn of_clause<'a>(scene: &Scene<'a>, clause: usize, sentence: usize) -> Option<&'a Time> {
    let mut times =
        in_sentence(scene, sentence).iter().filter(|time| time.value.is_some() && belongs(scene, time, clause));
    let told = times.next().filter(|time| !time.modifier && !is_bracketed(scene, time));
    told.filter(|_| times.next().is_none()).or_else(|| before_when(scene, clause, sentence))
}

/// Whether a clause tells of a birth: "Luca was born in 2015", "born in 1980".
pub(super) fn is_born(scene: &Scene<'_>, clause: usize) -> bool {
    let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb).head);
    verb.is_some_and(|verb| matches!(scene.lemma(verb), "bear" | "born"))
}

/// Whether a hit tells where somebody lives.
pub(super) fn is_home(hit: &Hit<'_>) -> bool {
    hit.frame == "act-place" && hit.trigger.words.iter().any(|word| matches!(word.as_str(), "live" | "reside"))
}

/// The date that a clause with "when" tells more of: "since 2012, when they met".
fn before_when<'a>(scene: &Scene<'a>, clause: usize, sentence: usize) -> Option<&'a Time> {
    let marker = scene.clause(clause).marker.filter(|&marker| scene.is(marker, "when"))?;
    let times = in_sentence(scene, sentence).iter();
    times
        .filter(|time| time.value.is_some())
        .find(|time| (marker.saturating_sub(1)..=marker).contains(&time.tokens.end))
}

/// "her husband since 2013", "his secretary from 1968 to 2014": the date since when, or from when to
/// when, somebody has been what a noun says.
pub(super) fn right_behind(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    let times = in_sentence(scene, scene.sentence_index(hit.anchor.start)).iter();
    // Behind the noun, or behind the name that it is of or for.
    let ends = [hit.anchor.end, hit.tokens.end];
    let behind = |time: &&Time| ends.iter().any(|&end| (end..=end + 1).contains(&time.tokens.start));
    let told = |time: &&Time| {
        let from = time.tokens.start.checked_sub(1).is_some_and(|at| matches!(scene.lemma(at), "from" | "between"));
        time.bound == Bound::Since || from && time.rule == "range"
    };
    times.filter(behind).find(told).and_then(dated)
}

/// Whether a date may tell when the hit happened: not one that only describes a noun, nor for an
/// occasion one since when something else lasts.
fn dates(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let lasts = matches!(time.bound, Bound::Since | Bound::Until);
    let lasting = hit.predicate.lasting || is_home(hit);
    let birth = is_birthday(scene, time) && !births::tells(hit);
    let aside = is_bracketed(scene, time) || is_in_brackets(scene, time, hit.anchor.start);
    let aside = aside || bracketed::behind(scene, time).is_some();
    let modifier = time.modifier && !(lasting && is_since(scene, time));
    let told = time.value.is_some() && !modifier && !aside && !birth;
    let apart = || bystander(scene, time.tokens.start) != bystander(scene, hit.anchor.start);
    told && !apart() && !is_apposed(scene, time, hit) && if lasting { !is_nowadays(scene, time, hit) } else { !lasts }
}

/// "since the 2015 Gannet Awards": since when, though the year tells of the awards.
fn is_since(scene: &Scene<'_>, time: &Time) -> bool {
    let before = time.tokens.start.saturating_sub(2)..time.tokens.start + 1;
    before.into_iter().any(|token| scene.is(token, "since"))
}

/// "Ana, once engaged to Bo, wed Al in 2008": what is said of her in passing has no date of her clause, unless it
/// held then.
fn is_apposed(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let (anchor, when) = (&hit.anchor, time.tokens.start);
    let verb = scene.clause(scene.clause_of(anchor.start)).verb.map(|verb| scene.verb(verb).tokens.start);
    let parted = || (anchor.end.min(when)..anchor.end.max(when)).any(|token| scene.word(token) == ",");
    let then = |token: usize| scene.is(token, "then") || scene.is(token, "those");
    let around = anchor.start.saturating_sub(2)..hit.tokens.end.max(anchor.end);
    let aside = hit.frame == "adjective" && verb.is_none_or(|verb| verb >= anchor.start);
    aside && parted() && !around.into_iter().any(then)
}

/// "was seen in May, weeks after her split from Bo": the word that puts another happening beside the one that is
/// told, where a token belongs to that other one. Neither has the date of the other.
fn bystander(scene: &Scene<'_>, token: usize) -> Option<usize> {
    const REACH: usize = 14;
    const BONDS: &[Part] = &[Part::Bonds, Part::Adjectives, Part::Verbs, Part::Together];
    let first = scene.sentence(token).start.max(token.saturating_sub(REACH));
    let ends = |&at: &usize| {
        let verb =
            matches!(scene.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD | Tag::TO) && scene.noun_at(at).is_none();
        !verb && !matches!(scene.word(at), "," | ";" | ":" | "(" | "-")
    };
    let before = (first..token + 1).rev().take_while(ends);
    let word =
        before.into_iter().find(|&at| at < token && matches!(scene.lemma(at), "after" | "before" | "following"))?;
    let bond = |at: usize| phrase::at(scene, at, BONDS).iter().any(|(predicate, ..)| predicate.lasting);
    (word + 1..token + 1).any(bond).then_some(word)
}

/// "Today she lives in Leeds": the word means no day beside what lasts.
fn is_nowadays(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    let present = verb.is_some_and(|verb| verb.tense == Tense::Present && !verb.perfect);
    present && !time.future && scene.lemma(time.tokens.start) == "today"
}

/// Whether a date elsewhere in its sentence may be that of the hit.
pub(super) fn reaches(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let near = distance(time, hit) <= NEAR && !hit.frame.starts_with("pair-noun");
    // "was seen on Friday, a year after she divorced Bo": neither date is the other's.
    let (when, here) = (time.tokens.start, hit.anchor.start);
    let apart = scene.clause_of(when) != scene.clause_of(here)
        && (is_before_or_after(scene, when)
            || is_before_or_after(scene, here) && (when < here || is_fronted(scene, here)));
    // "Vega, who won in 2012, is dating Bo": what a relative clause tells is dated by itself.
    let aside = is_aside(scene, when, here) || hit.predicate.lasting && is_aside(scene, here, when);
    let wedding = hit.predicate.name == "married_to" && hit.trigger.words.iter().any(|word| word == "wedding");
    let aside = aside || hit.predicate.lasting && is_of_saying(scene, when, here);
    // "met in 2012 and married months later": when is not known.
    let adrift = |one: &Time| one.value.is_none() && one.rule == "offset" && !one.tokens.is_empty();
    let own = |one: &Time| scene.clause_of(one.tokens.start) == scene.clause_of(here);
    let apart = apart
        || scene.clause_of(when) != scene.clause_of(here)
            && in_sentence(scene, time.sentence).iter().any(|one| adrift(one) && own(one));
    // "met in 2012 and are now dating": since when is not said.
    let apart =
        apart || hit.predicate.lasting && scene.clause_of(when) != scene.clause_of(here) && holds_now(scene, hit);
    dates(scene, time, hit) && !apart && !aside && (near || wedding || !hit.predicate.lasting)
}

/// Whether a hit's verb tells of what holds now: "are dating".
fn holds_now(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    verb.is_some_and(|verb| verb.tense == Tense::Present && !verb.perfect && (verb.progressive || verb.copula))
}

/// "announced in May that they had split", "confirmed on Friday that she is engaged": an end or a promise of marriage
/// is dated by its announcement, where nothing else dates it.
pub(super) fn of_news<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    let told = scene.clause(scene.clause_of(hit.anchor.start));
    let news = hit.trigger.ended || hit.predicate.name == "engaged_to";
    let said = told.parent.filter(|_| news && told.kind == ClauseKind::Complement)?;
    let verb = scene.verb(scene.clause(said).verb?);
    let announced = matches!(scene.lemma(verb.head), "announce" | "confirm") && verb.negation.is_none();
    of_clause(scene, said, sentence).filter(|time| announced && time.bound == Bound::At)
}

/// "revealed last month that Ana was dating Bo": when it was said, and not since when it holds.
fn is_of_saying(scene: &Scene<'_>, when: usize, here: usize) -> bool {
    let (said, told) = (scene.clause_of(when), scene.clause(scene.clause_of(here)));
    let verb = scene.clause(said).verb.map(|verb| scene.lemma(scene.verb(verb).head));
    let says = verb.is_some_and(|verb| ["say", "confirm", "deny"].iter().any(|class| stance::is(verb, class)));
    told.kind == ClauseKind::Complement && told.parent == Some(said) && says
}

/// Whether a date tells when the story goes on: not in a relative clause, not as a noun's date.
pub(super) fn is_outright(scene: &Scene<'_>, time: &Time) -> bool {
    if is_bracketed(scene, time) {
        return false;
    }
    let lasts = matches!(time.bound, Bound::Since | Bound::Until);
    let aside = is_relative(scene, time) || is_before_or_after(scene, time.tokens.start);
    time.value.is_some() && !time.modifier && !lasts && !aside && !is_birthday(scene, time)
}

/// Whether a date tells when somebody was born, and so no story.
fn is_birthday(scene: &Scene<'_>, time: &Time) -> bool {
    is_born(scene, scene.clause_of(time.tokens.start))
}

/// Whether a date is as fine as a day or a weekend.
pub(super) fn is_day(time: &Time) -> bool {
    days(time).is_some_and(|days| days <= DAYS)
}

/// A day or a weekend.
const DAYS: i32 = 2;

/// How many days a date spans, less one.
pub(super) fn days(time: &Time) -> Option<i32> {
    let value = time.value.as_ref()?;
    Some((value.latest()? - value.earliest()?).get_days())
}

/// The one date of a sentence that has only one.
pub(super) fn only(times: &[Time]) -> Option<&Time> {
    let mut dated = times.iter().filter(|time| time.value.is_some());
    dated.next().filter(|_| dated.next().is_none())
}

pub(super) fn dated(time: &Time) -> Option<Dated> {
    time.value.clone().map(|value| (value, time.implied))
}

/// The dated expressions of a sentence.
pub(super) fn in_sentence<'a>(scene: &Scene<'a>, sentence: usize) -> &'a [Time] {
    let all = &scene.reading.times.expressions;
    let from = all.partition_point(|time| time.sentence < sentence);
    let to = all.partition_point(|time| time.sentence <= sentence);
    &all[from..to]
}

/// "The Orchard Wall (1961)": the year of a work.
fn is_bracketed(scene: &Scene<'_>, time: &Time) -> bool {
    let before = time.tokens.start.checked_sub(1).map(|token| scene.word(token));
    before == Some("(") && time.tokens.end < scene.len() && scene.word(time.tokens.end) == ")"
}

/// "Theroux, of The Leftovers (returning Oct. 4), says ...": whether brackets around a date tell something
/// of their own, and a token stands outside of them.
fn is_in_brackets(scene: &Scene<'_>, time: &Time, token: usize) -> bool {
    const LONG: usize = 12;
    let (start, end) = (time.tokens.start, time.tokens.end);
    let first = scene.sentence(token).start.max(start.saturating_sub(LONG));
    let mut inside = (first..start).rev().take_while(|&token| scene.word(token) != ")");
    let Some(open) = inside.find(|&token| scene.word(token) == "(") else { return false };
    let left = token > start && (end..token).any(|token| scene.word(token) == ")");
    (token < open || left) && (open..start).any(|token| scene.tag(token).is_verb())
}

/// Whether the first of two tokens stands in a relative clause that the second is no part of.
fn is_aside(scene: &Scene<'_>, token: usize, other: usize) -> bool {
    let clause = scene.clause_of(token);
    scene.clause(clause).kind == ClauseKind::Relative && clause != scene.clause_of(other)
}

/// Whether a token's clause tells of another time than that around it: "since he proposed in May".
fn is_before_or_after(scene: &Scene<'_>, token: usize) -> bool {
    let clause = scene.clause(scene.clause_of(token));
    // Right before a date it is a preposition: "since 2014".
    let marker = clause.marker.filter(|&marker| marker + 1 < token && clause.tokens.contains(&token));
    marker.is_some_and(|marker| matches!(scene.lemma(marker), "since" | "before" | "after" | "until" | "till"))
}

/// "Before he met Mia, he was seen with Ana in 2012": whether a token's clause opens its sentence.
fn is_fronted(scene: &Scene<'_>, token: usize) -> bool {
    scene.clause(scene.clause_of(token)).marker == Some(scene.sentence(token).start)
}

/// Whether a date stands in a relative clause, which tells of something aside.
pub(super) fn is_relative(scene: &Scene<'_>, time: &Time) -> bool {
    const DEEPEST: usize = 4;
    let token = time.tokens.start;
    let around =
        |&clause: &usize| scene.clause(clause).parent.filter(|&parent| scene.clause(parent).tokens.contains(&token));
    !time.tokens.is_empty()
        && std::iter::successors(Some(scene.clause_of(token)), around)
            .take(DEEPEST)
            .any(|clause| scene.clause(clause).kind == ClauseKind::Relative)
}

/// Whether the time stands in the clause, or in a participle or infinitive around or inside it.
fn belongs(scene: &Scene<'_>, time: &Time, clause: usize) -> bool {
    if time.tokens.is_empty() {
        return false;
    }
    let at = scene.clause_of(time.tokens.start);
    // "Born in 1980, Vega married in …": a birth dates nothing else.
    let loose = |clause: usize| {
        matches!(scene.clause(clause).kind, ClauseKind::Participial | ClauseKind::Infinitive) && !is_born(scene, clause)
    };
    at == clause
        || loose(at) && scene.clause(at).parent == Some(clause)
        || loose(clause) && scene.clause(clause).parent == Some(at)
}

fn distance(time: &Time, hit: &Hit<'_>) -> usize {
    time.tokens.start.abs_diff(hit.anchor.start)
}
