//! What a document says: facts of its blocks, its outline, its summary.
//!
//! [`BlockFacts`] are read from one chunk at a time, with all spans relative to it, and kept with it.
//! [`DocumentFacts`] line them up; [`Outline`] is what needs several of them: turns with their
//! continuations, sections, notes. [`Summary`] is what other documents need to know.

mod acronym;
mod allowance;
mod block;
mod bracket;
mod citation;
mod document;
mod front_matter;
mod item;
mod mention;
mod opening;
mod outline;
mod place;
pub mod reference;
mod summary;
mod thousands;
mod turn;

pub use acronym::AcronymFact;
pub use allowance::Allowance;
pub use block::BlockFacts;
pub use bracket::BracketFact;
pub use citation::{CitationFact, PublicationFact};
pub use document::{DocumentFacts, PlacedFacts};
pub use front_matter::{EntryFact, FrontMatterFacts};
pub use item::{Item, ItemKind};
pub use mention::Mention;
pub use outline::{NoteEntry, Outline, OutlineHeading, OutlineTurn};
pub use place::{ItemId, Place};
pub use reference::{AnchorFact, CrossReferenceFact, Fragment, MilestoneFact, NoteFact};
pub use summary::{Summary, SummaryCitation, SummaryReference, SummaryTurn};
pub use thousands::ThousandsFact;
pub use turn::{Style, TurnFact};
