//! `% obelus: allow GROUP/RULE`: what an editor allows to stand.

use obelus_edition::facts::{DocumentFacts, ItemKind};
use obelus_text::Span;

use crate::PlacedFinding;

/// The allowances of a document and the blocks they hold for.
#[derive(Debug, Default)]
pub(crate) struct Allowances {
    allowed: Vec<(Box<str>, Span)>,
}

impl Allowances {
    /// The allowances of `document`. One holds for the block after its comment; several comments may
    /// stand above one block.
    pub(crate) fn of(document: &DocumentFacts) -> Self {
        let mut allowed = Vec::new();
        if document.blocks().all(|placed| placed.facts.allowances.is_empty()) {
            return Self { allowed };
        }
        let mut waiting: Vec<Box<str>> = Vec::new();
        for (placed, _, item) in document.items() {
            if item.kind == ItemKind::Comment {
                let here = &placed.facts.allowances;
                let here = here.iter().filter(|allowance| item.span.covers(allowance.span));
                waiting.extend(here.map(|allowance| allowance.rule.clone()));
            } else {
                allowed.extend(waiting.drain(..).map(|rule| (rule, item.span + placed.start)));
            }
        }
        Self { allowed }
    }

    /// `found` without what is allowed.
    pub(crate) fn filter(&self, found: impl Iterator<Item = PlacedFinding>) -> Vec<PlacedFinding> {
        found.filter(|found| !self.allow(found)).collect()
    }

    fn allow(&self, found: &PlacedFinding) -> bool {
        self.allowed.iter().any(|(rule, span)| {
            (**rule == *found.rule().name || **rule == *found.rule().group())
                && span.meets(found.span())
        })
    }
}
