//! What an editor shows of an edition: one feature a file, in the project's own types.
//!
//! [`Host`] holds open documents and editions, and is the only one that changes them. A [`Analysis`] is
//! a state of it that stays as it is, cheap to make and to read from on any thread. All places are
//! [`Place`]s and [`Location`]s, counted in bytes; this crate has never heard of lines and columns.

mod analysis;
mod closed;
mod host;
mod open;
mod place;
mod project;

pub use analysis::Analysis;
pub use host::Host;
pub use obelus_edition::index::DocumentId;
pub use place::{Location, Place, Target};
pub use project::{ProjectId, Unreadable};
