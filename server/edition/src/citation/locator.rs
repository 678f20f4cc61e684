//! The leaves that a citation names.

use std::fmt;
use std::sync::Arc;

use obelus_text::{Offset, Span};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LocatorKind {
    /// Leaves: `l.`, `ll.`, `л.`, `Bl.`, `арк.`
    Leaf,
    /// Folios: `f.`, `ff.`, `fol.`
    Folio,
    /// Carte: `c.`, `cc.`
    Carta,
    /// Pages: `p.`, `pp.`, `S.`, `с.`
    Page,
    /// Pictures of a microfilm or scan.
    Frame,
    /// Numbered pieces of a file.
    Item,
}

impl LocatorKind {
    /// The kind of this name, as schemes write it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Leaf, Self::Folio, Self::Carta, Self::Page, Self::Frame, Self::Item];

    /// The kind's name, as schemes write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leaf => "leaf",
            Self::Folio => "folio",
            Self::Carta => "carta",
            Self::Page => "page",
            Self::Frame => "frame",
            Self::Item => "item",
        }
    }
}

/// A side of a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The front: `r`, `a`.
    Recto,
    /// The back: `v`, `b`, `ob.`, `об.`, `зв.`
    Verso,
}

/// A leaf.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Leaf {
    /// Its number.
    pub number: u32,
    /// What follows the number: `a`, `bis`; empty mostly.
    pub suffix: Arc<str>,
    /// Which side is meant, where it is said.
    pub side: Option<Side>,
}

impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.suffix)?;
        match self.side {
            Some(Side::Recto) => f.write_str("r"),
            Some(Side::Verso) => f.write_str("v"),
            None => Ok(()),
        }
    }
}

/// One leaf, or leaves from one to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LeafRange {
    /// Where it stands.
    pub span: Span,
    /// The first.
    pub from: Leaf,
    /// The last; the same as the first for one leaf. An abbreviated end is completed: `121-2` is
    /// `121-122`.
    pub to: Leaf,
    /// How many leaves `f.` (one) or `ff.` (several, `u8::MAX`) add to the last.
    pub following: u8,
}

impl LeafRange {
    /// Whether it names more than one leaf.
    pub fn is_several(&self) -> bool {
        self.from.number != self.to.number || self.following > 0
    }

    /// Whether the two name a leaf in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from.number <= other.to.number && other.from.number <= self.to.number
    }
}

impl fmt::Display for LeafRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        if self.from != self.to {
            write!(f, "-{}", self.to)?;
        }
        match self.following {
            0 => Ok(()),
            1 => f.write_str("f"),
            _ => f.write_str("ff"),
        }
    }
}

/// The leaves that a citation names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Locator {
    /// What the label counts.
    pub kind: LocatorKind,
    /// The label, where there is one.
    pub label: Option<Span>,
    /// The leaves, without the label.
    pub span: Span,
    /// One range or more.
    pub ranges: Vec<LeafRange>,
}

impl Locator {
    /// The first leaf.
    pub fn first(&self) -> Option<&Leaf> {
        self.ranges.first().map(|range| &range.from)
    }

    /// The last leaf.
    pub fn last(&self) -> Option<&Leaf> {
        self.ranges.last().map(|range| &range.to)
    }

    pub(super) fn shift(&mut self, base: Offset) {
        self.label = self.label.map(|span| span + base);
        self.span = self.span + base;
        for range in &mut self.ranges {
            range.span = range.span + base;
        }
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.kind.name())?;
        for (at, range) in self.ranges.iter().enumerate() {
            write!(f, "{}{range}", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}
