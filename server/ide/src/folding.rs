//! What can be folded: front matter, sections, turns of several blocks, notes.

use obelus_edition::facts::{ItemKind, Outline};
use obelus_edition::index::DocumentId;
use obelus_text::Span;

use crate::Analysis;

impl Analysis {
    /// The spans that can be folded away, each from its first line to its last.
    pub fn folding(&self, id: DocumentId) -> Vec<Span> {
        let Some(facts) = self.facts(id) else { return Vec::new() };
        let outline = Outline::of(&facts);
        let mut folds = Vec::new();
        for (placed, _, item) in facts.items() {
            if matches!(item.kind, ItemKind::FrontMatter(_) | ItemKind::NoteDefinition(_)) {
                folds.push(item.span + placed.start);
            }
        }
        for turn in &outline.turns {
            if let (Some((from, first)), Some((to, last))) =
                (facts.item(turn.opening), facts.item(turn.last))
            {
                folds.push((first.span + from.start).join(last.span + to.start));
            }
        }
        for (at, heading) in outline.headings.iter().enumerate() {
            let Some((placed, item)) = facts.item(heading.item) else { continue };
            let next = outline.headings[at + 1..].iter().find(|next| next.level <= heading.level);
            let end = next
                .and_then(|next| facts.item(next.item))
                .map_or(facts.text().end(), |(placed, item)| (item.span + placed.start).start());
            let span = Span::new((item.span + placed.start).start(), end);
            let words = facts.text().slice(span);
            folds.push(Span::at(span.start(), words.trim_end().len()));
        }
        let lines =
            |span: &Span| facts.text().line_of(span.start()) < facts.text().line_of(span.end());
        folds.retain(lines);
        folds.sort();
        folds
    }
}
