//! Printed text into an edition in Obelus markup.
//!
//! [`import`] reads a text from print or OCR, finds its documents, turns, notes and persons, and writes each
//! document as markup. It changes nothing silently: every character of the print is in a document or named, with
//! the reason, in the [`Accounting`] and in the [`Report`]. What print got wrong is kept as printed.
//!
//! All decisions come from the text itself: labels are speakers because they come again, because the heading or
//! the list of participants names them; a paragraph goes on in the next because its sentence breaks off.

mod accounting;
mod assemble;
mod begins;
mod compose;
mod continuation;
mod dates;
mod document;
mod edition;
mod escape;
mod field;
mod footnote;
mod front_matter;
mod furniture;
mod head;
mod heading;
mod hyphen;
mod interleave;
mod joint;
mod kind;
mod language;
mod ledger;
mod lines;
mod name;
mod opening;
mod paragraph;
mod participants;
mod passage;
mod person;
mod report;
mod repository;
mod role;
mod run;
mod shape;
mod sketch;
mod source;
mod source_note;
mod speaker;
mod splice;
mod streams;
mod tag;
mod term;
mod turn;
mod verb;
mod words;
mod write;

use std::path::PathBuf;

pub use accounting::{
    Accounting, AccountingError, Addition, FileAccount, Omission, Omitted, Origin, Piece,
};
pub use report::{Certainty, Found, Remark, Report};
pub use run::import;
pub use source::SourceText;
pub use write::{WriteError, Written, write};

/// How to import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The title of the edition; without one, the first heading of the text.
    pub title: Option<String>,
}

/// A file of the new edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// Its path, relative to the root of the edition.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// A new edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Its files: documents, registers, `edition.toml`, and the report as a page.
    pub files: Vec<ImportedFile>,
    /// What was found, changed and doubtful.
    pub report: Report,
    /// What became of every character.
    pub accounting: Accounting,
}
