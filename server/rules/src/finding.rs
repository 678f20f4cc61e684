//! What a rule has to say of a place.

use std::path::PathBuf;
use std::sync::Arc;

use obelus_text::{Change, Offset, Span};

use crate::Rule;

/// Whether a fix may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// The reading text stays as it is, character for character.
    Safe,
    /// The reading text changes; the editor decides.
    Suggested,
}

/// A way to mend what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "Close the bracket after “[he”".
    pub title: String,
    /// Whether it may be applied without asking.
    pub safety: Safety,
    /// The changes, all counted in the text as it is; relative to the same place as the finding.
    pub changes: Vec<Change>,
}

impl Fix {
    /// A fix that leaves the reading text as it is.
    pub fn safe(title: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { title: title.into(), safety: Safety::Safe, changes }
    }

    /// A fix that the editor has to agree to.
    pub fn suggested(title: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { title: title.into(), safety: Safety::Suggested, changes }
    }
}

/// Another place that has to do with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The file, relative to the edition's root; none for the file of the finding itself.
    pub path: Option<PathBuf>,
    /// Where in that file: counted from its start where a path is given, else relative to the same
    /// place as the finding.
    pub span: Span,
    /// What it has to do with it.
    pub message: String,
}

/// What a rule has to say of a place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The place: relative to a block where a rule for blocks made it, else counted from the start
    /// of the document. [`PlacedFinding`] knows which.
    pub span: Span,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// Names a further place.
    #[must_use]
    pub fn relate(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { path: None, span, message: message.into() });
        self
    }

    /// Names a further place in the file `path`.
    #[must_use]
    pub fn relate_in(mut self, path: PathBuf, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { path: Some(path), span, message: message.into() });
        self
    }

    /// Offers a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }
}

/// A finding and the place from which its spans are counted.
///
/// Findings of a block are shared between states of a document, and only their base moves.
#[derive(Clone, Debug)]
pub struct PlacedFinding {
    base: Offset,
    finding: Arc<Finding>,
}

impl PlacedFinding {
    /// Places `finding`, whose spans are relative to `base`.
    pub fn new(base: Offset, finding: Arc<Finding>) -> Self {
        Self { base, finding }
    }

    /// The rule that was broken.
    pub fn rule(&self) -> &'static Rule {
        self.finding.rule
    }

    /// The place in the document.
    pub fn span(&self) -> Span {
        self.finding.span + self.base
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.finding.message
    }

    /// Other places; those without a path are places in the document.
    pub fn related(&self) -> impl Iterator<Item = Related> {
        self.finding.related.iter().map(|related| match related.path {
            Some(_) => related.clone(),
            None => Related { span: related.span + self.base, ..related.clone() },
        })
    }

    /// Ways to mend it, counted in the document.
    pub fn fixes(&self) -> impl Iterator<Item = Fix> {
        self.finding.fixes.iter().map(|fix| Fix {
            changes: fix
                .changes
                .iter()
                .map(|change| Change::replace(change.span + self.base, change.replacement.clone()))
                .collect(),
            ..fix.clone()
        })
    }

    /// Whether a fix is offered.
    pub fn has_fix(&self) -> bool {
        !self.finding.fixes.is_empty()
    }
}
