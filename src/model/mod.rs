//! The waist: plain values that pass between reading and asking.
//!
//! Comes in: nothing. Goes out: the types that every other module speaks. It imports nothing of
//! the crate but itself and never opens, prints or looks anything up.

mod claim;
mod document;
mod edtf;
mod extraction;
mod judgement;
mod linked;
mod node;
mod predicate;
mod reading;
mod span;

pub use claim::{Claim, Evidence, Status, claim_id, content_hash};
pub use document::{Document, PublishedBy};
pub use edtf::{Edtf, EdtfError};
pub use extraction::{Extraction, Form, MentionRow, TimeRow};
pub use judgement::{Decision, Judgement, NameRef, Retraction, Verdict};
pub use linked::{ClaimHandle, Link, LinkedClaim, NodeHandle, SourceRow};
pub use node::{Node, NodeKind};
pub use predicate::{Group, Predicate};
pub use reading::{Appearance, Context, Doubt, KeyedNode, Reading, ReadingKind, ResolvedNode, SourcedClaim, Tie};
pub use span::Span;
