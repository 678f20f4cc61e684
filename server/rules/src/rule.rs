//! What a rule is.

use std::fmt;

use obelus_edition::config::Level;
use obelus_text::Span;

use crate::{BlockScope, DocumentScope, EditionScope, Example, Finding, Sink};

/// A rule: the one source of its name, documentation, examples, level and check.
pub struct Rule {
    /// `group/name`, as it stands in `edition.toml` and in allowances.
    pub name: &'static str,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// Why that matters to an editor; one or more paragraphs of Markdown.
    pub why: &'static str,
    /// A text in which it finds something, and one in which it finds nothing. Both are tests.
    pub example: Example,
    /// How much a finding weighs unless the edition says otherwise.
    pub level: Level,
    /// What looks for it.
    pub check: Check,
}

/// What looks for a breach of a rule, and how much of an edition it has to see.
#[derive(Clone, Copy)]
pub enum Check {
    /// One block. Spans are relative to the block. Run again only when the block changes.
    Block(fn(&BlockScope<'_>, &mut Sink)),
    /// One document. Spans are counted from its start. Run again at every change of the document.
    Document(fn(&DocumentScope<'_>, &mut Sink)),
    /// One document among all others, by its summary and the index. Spans are counted from the
    /// document's start. Run again when a summary changes.
    Edition(fn(&EditionScope<'_>, &mut Sink)),
}

impl Rule {
    /// A finding of this rule.
    pub fn finding(&'static self, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: self,
            span,
            message: message.into(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// The group: what stands before `/`.
    pub fn group(&self) -> &'static str {
        self.name.split_once('/').map_or(self.name, |(group, _)| group)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}
