//! Where each mention stands in its sentence.
//!
//! Comes in: syntax and mentions. Goes out: one [`Setting`] a mention: what later steps weigh when
//! they choose between somebodies. It chooses nobody.

use super::super::mention::Mention;
use crate::syntax::Syntax;

/// What a mention is to the verb of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The subject of a clause.
    Subject,
    /// Not known.
    Other,
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) paragraph: usize,
    pub(super) role: Role,
}

/// The setting of every mention.
pub(super) fn of_all(syntax: &Syntax<'_>, mentions: &[Mention]) -> Vec<Setting> {
    let mut before = usize::MAX;
    let mut settings = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let role = if before == mention.sentence { Role::Other } else { Role::Subject };
        before = mention.sentence;
        settings.push(Setting { paragraph: syntax.sentences[mention.sentence].paragraph, role });
    }
    settings
}
