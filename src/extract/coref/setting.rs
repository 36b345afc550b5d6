//! Where each mention stands in its sentence.
//!
//! Comes in: syntax and mentions. Goes out: one [`Setting`] a mention: what later steps weigh when
//! they choose between somebodies. It chooses nobody.

use super::super::mention::Mention;
use crate::syntax::{NounGroup, NounKind, Syntax, Tag};

/// What a mention is to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The subject of a clause.
    Subject,
    /// Its object.
    Object,
    /// What a preposition governs.
    Oblique,
    /// The owner of a noun: "her", "Vega's".
    Owner,
    /// None of these: in a heading, an apposition, a list.
    Other,
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// Its sentence.
    pub(super) sentence: usize,
    /// The paragraph of its sentence.
    pub(super) paragraph: usize,
    /// Its place among the mentions of its sentence.
    pub(super) order: usize,
    /// Its last token.
    pub(super) head: usize,
    /// Index of its noun group.
    pub(super) noun: Option<usize>,
    /// What it is in its clause.
    pub(super) role: Role,
    /// Index of its innermost clause.
    pub(super) clause: Option<usize>,
    /// Index of the speech that it stands in.
    pub(super) speech: Option<usize>,
}

/// The setting of every mention.
pub(super) fn of_all(syntax: &Syntax<'_>, mentions: &[Mention]) -> Vec<Setting> {
    let roles = roles(syntax);
    let mut settings: Vec<Setting> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let head = mention.tokens.end.max(mention.tokens.start + 1) - 1;
        let before = settings.last().filter(|before| before.sentence == mention.sentence);
        let noun = syntax.noun_of(head).or_else(|| syntax.noun_of(mention.tokens.start));
        settings.push(Setting {
            sentence: mention.sentence,
            paragraph: syntax.sentences[mention.sentence].paragraph,
            order: before.map_or(0, |before| before.order + 1),
            head,
            noun,
            role: role(syntax, mention, head, noun.map(|noun| roles[noun])),
            clause: syntax.clause_of(head),
            speech: speech_of(syntax, head),
        });
    }
    settings
}

/// The role of a mention: that of its noun group where it is the group's head.
fn role(syntax: &Syntax<'_>, mention: &Mention, head: usize, group: Option<Role>) -> Role {
    if owns(syntax, mention.tokens.end, mention) {
        return Role::Owner;
    }
    let heads = syntax.noun_of(head).is_some_and(|noun| syntax.noun(noun).head == head);
    match group {
        Some(role) if heads => role,
        _ if heads => Role::Other,
        // A name that the chunker cut otherwise: by the words around it.
        _ => beside(syntax, mention.tokens.start, mention.tokens.end),
    }
}

fn owns(syntax: &Syntax<'_>, end: usize, mention: &Mention) -> bool {
    let next_is_mark = syntax.tokens.get(end).is_some_and(|token| token.tag == Tag::POS);
    let word = mention.span.of(syntax.text);
    let own =
        syntax.tokens[mention.tokens.start].tag == Tag::PRPS || word.ends_with("'s") || word.ends_with("\u{2019}s");
    next_is_mark || own
}

/// What each noun group is in its clause.
fn roles(syntax: &Syntax<'_>) -> Vec<Role> {
    let chunks = &syntax.chunks;
    let mut roles: Vec<Role> =
        chunks.nouns.iter().map(|group| beside(syntax, group.tokens.start, group.tokens.end)).collect();
    for clause in &chunks.clauses {
        for (noun, role) in [(clause.object, Role::Object), (clause.subject, Role::Subject)] {
            if let Some(noun) = noun.filter(|&noun| clause.tokens.contains(&chunks.nouns[noun].head)) {
                roles[noun] = role;
            }
        }
    }
    for preposition in &chunks.prepositions {
        if let Some(noun) = preposition.object {
            roles[noun] = Role::Oblique;
        }
    }
    for coordination in &chunks.coordinations {
        let first = roles[coordination.groups[0]];
        coordination.groups.iter().for_each(|&noun| roles[noun] = first);
    }
    // "the singer's sister, Ana, called"
    let named = |noun: usize| chunks.nouns[noun].kind == NounKind::Name;
    for apposition in chunks.appositions.iter().filter(|apposition| apposition.noun < apposition.described_by) {
        let beside = !named(apposition.noun) && named(apposition.described_by);
        let subject = roles[apposition.noun] == Role::Subject;
        if beside && subject && roles[apposition.described_by] == Role::Other {
            roles[apposition.described_by] = Role::Subject;
        }
    }
    for owner in chunks.nouns.iter().filter_map(|group: &NounGroup| group.possessor) {
        roles[owner] = Role::Owner;
    }
    roles
}

/// What the words before and behind a run of tokens make of it.
fn beside(syntax: &Syntax<'_>, start: usize, end: usize) -> Role {
    let tag = |at: usize| syntax.tokens.get(at).map(|token| token.tag);
    let before = (start > 0).then(|| tag(start - 1)).flatten();
    let verb_before = start > 0 && syntax.verb_of(start - 1).is_some();
    let mut next = end;
    while matches!(tag(next), Some(Tag::RB)) {
        next += 1;
    }
    if matches!(before, Some(Tag::IN | Tag::TO)) {
        Role::Oblique
    } else if tag(next).is_some_and(|tag| tag.is_verb() || tag == Tag::MD) {
        Role::Subject
    } else if verb_before {
        Role::Object
    } else {
        Role::Other
    }
}

/// The quotation around a token, if somebody speaks in it.
fn speech_of(syntax: &Syntax<'_>, token: usize) -> Option<usize> {
    syntax.quotation_of(token).filter(|&quotation| syntax.quotation(quotation).speech)
}
