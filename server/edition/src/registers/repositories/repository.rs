//! A repository.

use obelus_text::Span;

use crate::citation::Scheme;
use crate::toml_file::Word;

/// How a repository's references are read.
#[derive(Clone, Debug)]
pub enum SchemeChoice {
    /// By the scheme of the catalogue that has this id.
    Named(Word),
    /// By a scheme of its own.
    Own(Box<Scheme>),
}

/// Templates by which a citation resolves; `{siglum}`, `{leaf}` and the keys of levels stand for what
/// the citation has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolve {
    /// A page of the finding aid.
    pub finding_aid: Option<Word>,
    /// A picture of the leaf, relative to the edition's root or on the network.
    pub scan: Option<Word>,
    /// A transcription of the leaf, relative to the edition's root.
    pub transcription: Option<Word>,
    /// A IIIF manifest or canvas.
    pub iiif: Option<Word>,
}

/// An archival unit that the edition describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its reference without the repository: `f. 45, op. 1, d. 329`.
    pub path: Word,
    /// Its title.
    pub title: Option<Word>,
    /// What else is worth knowing.
    pub note: Option<Word>,
    /// The whole entry.
    pub span: Span,
}

/// A repository.
#[derive(Clone, Debug)]
pub struct Repository {
    /// The siglum by which it is cited.
    pub siglum: Word,
    /// Its name.
    pub name: Option<Word>,
    /// Other names and sigla.
    pub variants: Vec<Word>,
    /// Where it is.
    pub place: Option<Word>,
    /// How its references are read; inferred where nothing is said.
    pub scheme: Option<SchemeChoice>,
    /// How its citations resolve.
    pub resolve: Resolve,
    /// Units that are described.
    pub units: Vec<Unit>,
    /// The whole entry.
    pub span: Span,
}
