//! Levels of rules that hold for some documents only.

use std::path::Path;

use globset::GlobSet;

use super::{Level, Word};

/// The level of a rule or of a group of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLevel {
    /// `group/name`, or the name of a group.
    pub name: Word,
    /// The level.
    pub level: Level,
}

/// Levels for documents by path or kind.
#[derive(Clone, Debug, Default)]
pub struct Override {
    /// Patterns of paths relative to the root; none stands for every path.
    pub paths: Option<GlobSet>,
    /// Kinds of documents as their front matter names them; none stands for every kind.
    pub kinds: Vec<Word>,
    /// The levels.
    pub rules: Vec<RuleLevel>,
}

impl Override {
    /// Whether it is meant for the document at `path` of kind `kind`.
    pub fn holds_for(&self, path: &Path, kind: Option<&str>) -> bool {
        let path_meant = self.paths.as_ref().is_none_or(|paths| paths.is_match(path));
        let kind_meant =
            self.kinds.is_empty() || self.kinds.iter().any(|one| Some(&*one.text) == kind);
        path_meant && kind_meant
    }
}
