//! A place in a text.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

/// A place in a text, counted in bytes of UTF-8 from its start.
///
/// Texts are at most 4 GiB long; [`crate::read_file`] refuses longer ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(u32);

impl Offset {
    /// The start of the text.
    pub const ZERO: Self = Self(0);

    /// The place `bytes` bytes from the start.
    pub const fn new(bytes: u32) -> Self {
        Self(bytes)
    }

    /// The place `bytes` bytes from the start; a length past 4 GiB becomes 4 GiB.
    pub fn from_usize(bytes: usize) -> Self {
        Self(u32::try_from(bytes).unwrap_or(u32::MAX))
    }

    /// Bytes from the start.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Bytes from the start, for indexing.
    pub const fn to_usize(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The place reached by going on from `self` by `other`'s distance from the start.
impl Add for Offset {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Offset {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

/// The distance from `other` to `self`; nothing lies before the start.
impl Sub for Offset {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}
