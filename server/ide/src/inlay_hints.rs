//! Small hints beside the text: the class of a bracket that was inferred.

use obelus_edition::index::DocumentId;
use obelus_edition::profile::{Certainty, Class};
use obelus_text::{Offset, Span};

use crate::Analysis;

/// A hint beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown.
    pub offset: Offset,
    /// Its words.
    pub label: String,
}

impl Analysis {
    /// The classes of brackets in `range` that are inferred and not certain.
    pub fn inlay_hints(&self, id: DocumentId, range: Span) -> Vec<Hint> {
        let Some(facts) = self.facts(id) else { return Vec::new() };
        let mut hints = Vec::new();
        for placed in facts.blocks() {
            for bracket in &placed.facts.brackets {
                let unsure = bracket.inference.certainty != Certainty::Sure
                    && bracket.inference.class != Class::Remark;
                let end = (bracket.span + placed.start).end();
                if unsure && range.touches(end) {
                    hints.push(Hint {
                        offset: end,
                        label: bracket.inference.class.shown().to_owned(),
                    });
                }
            }
        }
        hints
    }
}
