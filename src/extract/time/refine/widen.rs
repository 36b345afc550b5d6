//! Takes what stands before an expression and belongs to it: "early", "the end of", "about".

use crate::extract::time::said::Draft;
use crate::extract::time::words::Words;

/// Moves the draft's start to the left over articles, parts ("late", "the middle of") and words
/// that make it rough ("around", "c."), which mark it as approximate.
pub(super) fn widen(words: &Words<'_>, draft: &mut Draft) {
    const MOST: usize = 6;
    for _ in 0..MOST {
        let at = draft.words.start;
        let Some(taken) = piece(words, draft) else { return };
        draft.approximate |= words.is(at - taken, &["around"]);
        draft.words.start = at - taken;
    }
}

/// How many words before `at` belong to the expression, if any.
fn piece(words: &Words<'_>, draft: &Draft) -> Option<usize> {
    let at = draft.words.start;
    let of = words.after(at, &["of"]);
    if of && at > 1 && words.after(at - 1, &["edge", "mid"]) {
        return Some(2);
    }
    if words.after(at, &["in"]) && at > 1 && words.after(at - 1, &["early", "late", "earlier", "later"]) {
        return Some(2);
    }
    let dashed = words.mark(at.wrapping_sub(1), '-') && at > 1 && words.after(at - 1, &["mid", "early", "late"]);
    if dashed {
        return Some(2);
    }
    let dotted = words.mark(at.wrapping_sub(1), '.') && at > 1 && words.glued(at - 1);
    if dotted && matches!(words.letters(at - 2), "c" | "ca") {
        return Some(2);
    }
    let letter = words.letters(at.wrapping_sub(1)) == "c";
    let the = words.after(at, &["the"]) && draft.rule != "year";
    let single = the
        || words.after(at, &["early", "late", "mid", "earlier", "later"])
        || (words.after(at, &["around"]) && !letter);
    single.then_some(1)
}
