//! Archival citations: a catalogue of the schemes of archives, and one reader for them all.
//!
//! A scheme is data (`citation/schemes/*.toml`, or an edition's `repositories.toml`): which levels
//! lead to a file, how they are abbreviated, in which order, and what counts its leaves. [`find`]
//! looks for references in running text, [`find_in_note`] in a source note, where names may stand
//! without numbers, and [`read`] takes a text that is a reference and nothing else.

mod catalogue;
mod fault;
mod locator;
mod outline;
mod reader;
mod result;
mod scheme;
mod unit;

pub use catalogue::{Catalogue, KnownRepository, SchemeId, builtin_scheme_ids};
pub use fault::Fault;
pub use locator::{Leaf, LeafRange, Locator, LocatorKind, Side};
pub use reader::{find, find_in_note, read};
pub use result::{Citation, Extra, ExtraKind, LevelValue, RepositoryName};
pub use scheme::{Example, LevelRule, LocatorRule, Scheme, Shape, ValueRule};
pub use unit::UnitKey;

#[cfg(test)]
mod tests;
