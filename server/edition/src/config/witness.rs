//! The witnesses of a critical edition.

use super::Word;

/// A witness: a manuscript, typescript or print that the apparatus cites by its siglum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The siglum that the apparatus uses.
    pub siglum: Word,
    /// Its name.
    pub name: Option<Word>,
    /// What it is and where it is kept.
    pub description: Option<Word>,
}
