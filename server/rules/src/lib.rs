//! The rules of an edition: one file each, their registry, and how they are run.
//!
//! A rule sees a block, a document or an edition ([`Check`]). It says what is wrong and how it could
//! be mended ([`Finding`], [`Fix`]); it never reads or writes a file. How much a finding weighs is
//! the edition's business ([`Levels`]).

mod allow;
mod engine;
mod example;
mod finding;
mod levels;
mod registry;
mod rule;
pub mod rules;
mod scope;
mod words;

pub use engine::{BlockFindings, check_document, check_edition};
pub use example::{Example, ExampleFile};
pub use finding::{Finding, Fix, PlacedFinding, Related, Safety};
pub use levels::Levels;
pub use obelus_edition::config::Level;
pub use registry::{ALL, find, nearest};
pub use rule::{Check, Rule};
pub use scope::{BlockScope, DocumentScope, EditionScope, Sink};
