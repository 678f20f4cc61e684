//! A stretch of text.

use std::fmt;
use std::ops::{Add, Range, Sub};

use crate::Offset;

/// A stretch of text from `start` up to, not including, `end`; in bytes of UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Offset,
    end: Offset,
}

impl Span {
    /// From `start` to `end`; an end before the start gives the empty span at `start`.
    pub fn new(start: Offset, end: Offset) -> Self {
        Self { start, end: end.max(start) }
    }

    /// From `start` to `end`, in bytes.
    pub fn from_usize(range: Range<usize>) -> Self {
        Self::new(Offset::from_usize(range.start), Offset::from_usize(range.end))
    }

    /// `length` bytes from `start`.
    pub fn at(start: Offset, length: usize) -> Self {
        Self::new(start, start + Offset::from_usize(length))
    }

    /// The empty span at `offset`: a place between two characters.
    pub fn empty(offset: Offset) -> Self {
        Self { start: offset, end: offset }
    }

    /// Where it begins.
    pub fn start(self) -> Offset {
        self.start
    }

    /// The first place after it.
    pub fn end(self) -> Offset {
        self.end
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start).to_usize()
    }

    /// Whether it holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// For indexing a `str`.
    pub fn range(self) -> Range<usize> {
        self.start.to_usize()..self.end.to_usize()
    }

    /// Whether `offset` lies inside, or at either edge (where a cursor still touches it).
    pub fn touches(self, offset: Offset) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether the character at `offset` belongs to it.
    pub fn contains(self, offset: Offset) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a character, or touch where one of them is empty.
    pub fn meets(self, other: Self) -> bool {
        if self.is_empty() || other.is_empty() {
            self.start <= other.end && other.start <= self.end
        } else {
            self.start < other.end && other.start < self.end
        }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of `text` that it stands for; nothing where it lies outside.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Moves a span that is relative to a block to where the block begins.
impl Add<Offset> for Span {
    type Output = Self;

    fn add(self, base: Offset) -> Self {
        Self { start: self.start + base, end: self.end + base }
    }
}

/// Makes a span relative to `base`.
impl Sub<Offset> for Span {
    type Output = Self;

    fn sub(self, base: Offset) -> Self {
        Self { start: self.start - base, end: self.end - base }
    }
}
