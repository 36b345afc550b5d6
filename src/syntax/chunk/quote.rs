//! Quotations: what stands between quotation marks.
//!
//! Comes in: words. Goes out: [`Quotation`]s, one level of nesting. A straight mark opens or closes
//! by the white space around it; a mark left open ends with its paragraph.

use super::{Chunks, Quotation};
use crate::model::Span;
use crate::syntax::Syntax;

/// Finds the quotations of a text.
pub(super) fn find(syntax: &Syntax<'_>, chunks: &mut Chunks) {
    for paragraph in &syntax.paragraphs {
        let sentences = &syntax.sentences[paragraph.sentences.clone()];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { continue };
        let mut open: Vec<Open> = Vec::new();
        for at in first.tokens.start..last.tokens.end {
            step(syntax, at, &mut open, chunks);
        }
        let end = last.tokens.end;
        while let Some(left) = open.pop() {
            left.close(syntax, end, end, false, !open.is_empty(), chunks);
        }
    }
    chunks.quotations.sort_by_key(|quotation| (quotation.span.start, std::cmp::Reverse(quotation.span.end)));
}

/// A quotation whose end is not yet found.
struct Open {
    token: usize,
    mark: char,
}

impl Open {
    /// Records the quotation that ends before token `inner`, its closing mark before `outer`.
    fn close(self, syntax: &Syntax<'_>, inner: usize, outer: usize, closed: bool, nested: bool, chunks: &mut Chunks) {
        if self.mark == '\'' && !closed {
            return;
        }
        let tokens = self.token + 1..inner.max(self.token + 1);
        let speech = tokens.clone().any(|at| syntax.tokens[at].tag.is_finite());
        let span = Span::new(syntax.tokens[self.token].span.start, syntax.tokens[outer - 1].span.end);
        chunks.quotations.push(Quotation { span, tokens, nested, closed, speech });
    }
}

fn step(syntax: &Syntax<'_>, at: usize, open: &mut Vec<Open>, chunks: &mut Chunks) {
    let Some((mark, opens, closes)) = role(syntax, at) else { return };
    let level = open.iter().rposition(|quotation| quotation.mark == mark);
    match level {
        Some(level) if closes => {
            while open.len() > level + 1 {
                if let Some(inner) = open.pop() {
                    inner.close(syntax, at, at, false, true, chunks);
                }
            }
            if let Some(quotation) = open.pop() {
                quotation.close(syntax, at, at + 1, true, !open.is_empty(), chunks);
            }
        }
        _ if opens && open.len() < 2 && level.is_none() => open.push(Open { token: at, mark }),
        _ => {}
    }
}

/// The kind of quotation mark at a token, and whether it may open and close.
fn role(syntax: &Syntax<'_>, at: usize) -> Option<(char, bool, bool)> {
    let span = syntax.tokens[at].span;
    let before = syntax.text[..span.start].chars().next_back();
    let after = syntax.text[span.end..].chars().next();
    let opens = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?'))
        && after.is_some_and(|c| !c.is_whitespace());
    let closes = before.is_some_and(|c| !c.is_whitespace());
    match syntax.word(at) {
        "“" | "„" | "«" | "``" => Some(('"', true, false)),
        "”" | "»" | "''" | "’’" => Some(('"', false, true)),
        "\"" | "＂" => Some(('"', opens, closes)),
        "‘" => Some(('\'', opens, false)),
        "’" | "'" => Some(('\'', opens, closes)),
        _ => None,
    }
}
