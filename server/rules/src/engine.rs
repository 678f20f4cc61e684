//! Running the rules.

use std::ops::Range;
use std::sync::Arc;

use obelus_edition::Edition;
use obelus_edition::facts::DocumentFacts;
use obelus_syntax::Replaced;
use obelus_text::Offset;

use crate::allow::Allowances;
use crate::{
    ALL, BlockScope, Check, DocumentScope, EditionScope, Finding, Levels, PlacedFinding, Sink,
};

/// The findings of the rules for blocks, kept block by block.
#[derive(Clone, Debug, Default)]
pub struct BlockFindings {
    blocks: Vec<Arc<[Arc<Finding>]>>,
}

impl BlockFindings {
    /// Looks at all blocks of `document`.
    pub fn of(document: &DocumentFacts, edition: &Edition) -> Self {
        Self { blocks: look(document, 0..document.blocks().len(), edition) }
    }

    /// Looks at the blocks that a change has `replaced`.
    pub fn update(&mut self, document: &DocumentFacts, replaced: &Replaced, edition: &Edition) {
        let fresh = look(document, replaced.new.clone(), edition);
        self.blocks.splice(replaced.old.clone(), fresh);
    }

    fn placed<'a>(
        &'a self,
        document: &'a DocumentFacts,
    ) -> impl Iterator<Item = PlacedFinding> + 'a {
        document.blocks().zip(&self.blocks).flat_map(|(placed, findings)| {
            findings.iter().map(move |finding| PlacedFinding::new(placed.start, finding.clone()))
        })
    }
}

fn look(
    document: &DocumentFacts,
    blocks: Range<usize>,
    edition: &Edition,
) -> Vec<Arc<[Arc<Finding>]>> {
    let indices = blocks.start as u32..blocks.end as u32;
    indices
        .filter_map(|index| document.block(index))
        .map(|placed| {
            let mut sink = Sink::default();
            let scope = BlockScope { block: placed.block, facts: placed.facts, edition };
            for rule in ALL {
                if let Check::Block(check) = rule.check {
                    check(&scope, &mut sink);
                }
            }
            sink.findings.into()
        })
        .collect()
}

/// All findings in one document that need no other: those of blocks and those of the document. What
/// the edition has switched off or a comment allows is left out. In order of place.
pub fn check_document(
    scope: &DocumentScope<'_>,
    blocks: &BlockFindings,
    levels: &Levels,
) -> Vec<PlacedFinding> {
    let mut sink = Sink::default();
    for rule in ALL {
        if let Check::Document(check) = rule.check {
            check(scope, &mut sink);
        }
    }
    let whole = sink.findings.into_iter().map(|finding| PlacedFinding::new(Offset::ZERO, finding));
    let found =
        blocks.placed(scope.document).chain(whole).filter(|found| levels.shows(found.rule()));
    let allowances = Allowances::of(scope.document);
    let mut found = allowances.filter(found);
    found.sort_by_key(|found| (found.span(), found.rule().name));
    found
}

/// The findings that need the whole edition, in one of its documents. Allowances are applied by
/// [`Allowances`] where the text is at hand. In order of place.
pub fn check_edition(scope: &EditionScope<'_>, levels: &Levels) -> Vec<PlacedFinding> {
    let mut sink = Sink::default();
    for rule in ALL {
        if let Check::Edition(check) = rule.check {
            check(scope, &mut sink);
        }
    }
    let mut found: Vec<_> = sink
        .findings
        .into_iter()
        .map(|finding| PlacedFinding::new(Offset::ZERO, finding))
        .filter(|found| levels.shows(found.rule()))
        .filter(|found| !scope.summary.allows(found.rule().name, found.span()))
        .collect();
    found.sort_by_key(|found| (found.span(), found.rule().name));
    found
}
