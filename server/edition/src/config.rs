//! `edition.toml`: what an edition is called and how it wants its documents.
//!
//! Everything in it is optional. What is wrong with it is reported with its place, and the rest holds.

mod level;
mod order;
mod overrides;
mod read;
mod style;
mod witness;

use std::path::Path;

pub use level::Level;
pub use order::Order;
pub use overrides::{Override, RuleLevel};
pub use style::{DateForm, LabelDelimiter, LabelForm, Quotes, Style};
pub use witness::Witness;

pub use crate::toml_file::Word;

/// The words that stand for a key: those of a class of brackets, the names of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The class of brackets or the field.
    pub key: Word,
    /// Its words.
    pub words: Vec<Word>,
}

/// What `edition.toml` says. The default is that of an edition that says nothing.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The edition's title.
    pub title: Option<Word>,
    /// The languages of its documents, as IETF tags; the first is that of its own words.
    pub languages: Vec<Word>,
    /// The name of the sign profile; the documentary profile where there is none.
    pub profile: Option<Word>,
    /// The order of its documents.
    pub order: Order,
    /// Its house style.
    pub style: Style,
    /// The levels of rules for all documents.
    pub rules: Vec<RuleLevel>,
    /// The levels of rules for some documents, later ones over earlier ones.
    pub overrides: Vec<Override>,
    /// The witnesses whose sigla its apparatus uses.
    pub witnesses: Vec<Witness>,
    /// Words for classes of brackets beside those of the profile.
    pub brackets: Vec<Vocabulary>,
    /// Names for fields beside those of the profile.
    pub fields: Vec<Vocabulary>,
}

impl Config {
    /// The levels that hold for the document at `path` (relative to the root) of kind `kind`, in the
    /// order in which they are to be applied: what comes later counts.
    pub fn levels_for<'a>(
        &'a self,
        path: &'a Path,
        kind: Option<&'a str>,
    ) -> impl Iterator<Item = (&'a str, Level)> {
        let meant = self.overrides.iter().filter(move |held| held.holds_for(path, kind));
        let all = self.rules.iter().chain(meant.flat_map(|held| &held.rules));
        all.map(|rule| (&*rule.name.text, rule.level))
    }
}
