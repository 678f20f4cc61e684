//! Growing the selection: word, bracket, block, turn, section.

use obelus_edition::facts::Outline;
use obelus_text::Span;

use crate::{Analysis, Place};

impl Analysis {
    /// The spans around `place`, the smallest first, each inside the next.
    pub fn selection_ranges(&self, place: Place) -> Vec<Span> {
        let Some(facts) = self.facts(place.document) else { return Vec::new() };
        let mut spans = Vec::new();
        if let Some((start, nodes)) = facts.document().nodes_at(place.offset) {
            spans.extend(nodes.iter().map(|node| node.span() + start));
        }
        if let Some((_, id, _)) = facts.item_at(place.offset)
            && let Some(turn) = Outline::of(&facts).turn_of(id)
            && let (Some((from, first)), Some((to, last))) =
                (facts.item(turn.opening), facts.item(turn.last))
        {
            spans.push((first.span + from.start).join(last.span + to.start));
        }
        spans.push(Span::new(obelus_text::Offset::ZERO, facts.text().end()));
        spans.sort_by_key(|span| span.len());
        spans.dedup();
        let mut nested: Vec<Span> = Vec::new();
        for span in spans {
            if nested.last().is_none_or(|inner| span.covers(*inner) && span != *inner) {
                nested.push(span);
            }
        }
        nested
    }
}
