//! Where something stands in an article's text.

/// A half-open range of **byte** offsets into an article's text, always on character boundaries.
///
/// Bytes are what Rust slices by; they become Unicode code points only when an
/// [`Extraction`](crate::model::Extraction) is written.
///
/// ```
/// use relgraph::model::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("met Paris"), "Paris");
/// assert!(span.overlaps(Span::new(8, 12)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words that the span covers in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}
