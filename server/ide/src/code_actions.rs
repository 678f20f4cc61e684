//! What can be done about the findings at a place.

use obelus_edition::index::DocumentId;
use obelus_rules::{PlacedFinding, Safety};
use obelus_text::{Change, Span};

use crate::Analysis;

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it does, as an order.
    pub title: String,
    /// The finding that it mends, where it mends one.
    pub finding: Option<PlacedFinding>,
    /// Whether it is the first thing to do about its finding.
    pub preferred: bool,
    /// Whether the reading text stays as it is.
    pub safe: bool,
    /// The changes, in the document in question.
    pub changes: Vec<Change>,
}

impl Analysis {
    /// What can be done about the findings that touch `span`: their fixes, and allowing them.
    pub fn code_actions(&self, id: DocumentId, span: Span) -> Vec<Action> {
        let all = self.all_diagnostics(id);
        let here: Vec<_> = all.into_iter().filter(|found| found.span().meets(span)).collect();
        let mut actions = Vec::new();
        for found in &here {
            for (at, fix) in found.fixes().enumerate() {
                actions.push(Action {
                    title: fix.title,
                    finding: Some(found.clone()),
                    preferred: at == 0,
                    safe: fix.safety == Safety::Safe,
                    changes: fix.changes,
                });
            }
        }
        let mut allowed = Vec::new();
        for found in &here {
            if !allowed.contains(&found.rule().name) {
                allowed.push(found.rule().name);
                actions.extend(self.allow(id, found));
            }
        }
        actions
    }

    /// A comment above the block that allows the finding to stand.
    fn allow(&self, id: DocumentId, found: &PlacedFinding) -> Option<Action> {
        let facts = self.facts(id)?;
        let (placed, _, item) = facts.item_at(found.span().start())?;
        let start = (item.span + placed.start).start();
        let name = found.rule().name;
        Some(Action {
            title: format!("Allow {name} here"),
            finding: Some(found.clone()),
            preferred: false,
            safe: true,
            changes: vec![Change::insert(start, format!("% obelus: allow {name}\n\n"))],
        })
    }
}
