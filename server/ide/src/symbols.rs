//! The outline of a document, and finding things by name in an edition.

use obelus_edition::facts::{ItemId, ItemKind, Outline};
use obelus_edition::index::DocumentId;
use obelus_text::Span;

use crate::{Analysis, Location};

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// A document.
    Document,
    /// A heading.
    Heading,
    /// A turn of speech.
    Turn,
    /// A note.
    Note,
    /// A person of the register.
    Person,
    /// An anchor.
    Anchor,
    /// An archival unit that is cited.
    Unit,
}

/// A part of a document’s outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The words shown.
    pub name: String,
    /// What stands beside them.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// Its name in the text.
    pub name_span: Span,
    /// What belongs to it.
    pub children: Vec<Symbol>,
}

/// A thing found by name in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words shown.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// The document it stands in, or the title.
    pub container: String,
    /// Where it stands.
    pub location: Location,
}

impl Analysis {
    /// The outline of a document: headings with what belongs to them, turns with their first words, notes.
    pub fn document_symbols(&self, id: DocumentId) -> Vec<Symbol> {
        let Some(facts) = self.facts(id) else { return Vec::new() };
        let outline = Outline::of(&facts);
        let end_of = |item: ItemId| {
            facts.item(item).map_or_else(
                || facts.text().end(),
                |(placed, item)| (item.span + placed.start).end(),
            )
        };
        let mut roots: Vec<Symbol> = Vec::new();
        let mut open: Vec<(u8, Symbol)> = Vec::new();
        let mut turns = outline.turns.iter();
        for (placed, _, item) in facts.items() {
            let text = placed.block.text();
            let span = item.span + placed.start;
            match &item.kind {
                ItemKind::Heading { level, title } => {
                    close(&mut open, &mut roots, *level, span);
                    open.push((
                        *level,
                        symbol(
                            title.of(text),
                            "",
                            SymbolKind::Heading,
                            span,
                            *title + placed.start,
                        ),
                    ));
                }
                ItemKind::Turn(turn) => {
                    let end = turns.next().map_or(span.end(), |turn| end_of(turn.last));
                    let detail: String = turn.body.of(text).chars().take(60).collect();
                    let whole = Span::new(span.start(), end);
                    let symbol = symbol(
                        &turn.label,
                        &detail,
                        SymbolKind::Turn,
                        whole,
                        turn.label_span + placed.start,
                    );
                    add(&mut open, &mut roots, symbol);
                }
                ItemKind::NoteDefinition(note) => {
                    let words = text.split_once("]:").map_or("", |(_, words)| words).trim();
                    let detail: String = words.chars().take(60).collect();
                    let symbol = symbol(
                        &note.label,
                        &detail,
                        SymbolKind::Note,
                        span,
                        note.label_span + placed.start,
                    );
                    add(&mut open, &mut roots, symbol);
                }
                _ => {}
            }
        }
        close(&mut open, &mut roots, 0, Span::empty(facts.text().end()));
        roots
    }

    /// The documents, headings, persons, anchors and cited files whose name holds all letters of `query` in
    /// order; at most 512.
    pub fn workspace_symbols(&self, query: &str) -> Vec<Found> {
        const MOST: usize = 512;
        let query: Vec<char> = query
            .chars()
            .filter(|char| !char.is_whitespace())
            .flat_map(char::to_lowercase)
            .collect();
        let mut found = Vec::new();
        for project in self.projects() {
            for id in self.documents(project) {
                if found.len() >= MOST {
                    return found;
                }
                self.symbols_of(id, &query, &mut found);
            }
        }
        found.truncate(MOST);
        found
    }

    fn symbols_of(&self, id: DocumentId, query: &[char], found: &mut Vec<Found>) {
        let (Some(summary), Some(name)) = (self.summary(id), self.name(id)) else { return };
        let mut offer = |words: &str, kind, span| {
            if holds(words, query) {
                let location = Location { document: id, span };
                found.push(Found {
                    name: words.to_owned(),
                    kind,
                    container: name.to_string(),
                    location,
                });
            }
        };
        let title = summary.title.clone().unwrap_or_else(|| name.clone());
        offer(&format!("{name} {title}"), SymbolKind::Document, summary.title_span);
        for (anchor, span) in &summary.anchors {
            offer(anchor, SymbolKind::Anchor, *span);
        }
        for citation in summary.citations.iter().filter(|one| one.is_source) {
            if let Some(unit) = &citation.unit {
                offer(unit.as_str(), SymbolKind::Unit, citation.citation.span);
            }
        }
        let mut speakers: Vec<&str> = Vec::new();
        for turn in &summary.turns {
            if !speakers.contains(&&*turn.label) {
                speakers.push(&turn.label);
                offer(&turn.label, SymbolKind::Person, turn.span);
            }
        }
    }
}

fn symbol(name: &str, detail: &str, kind: SymbolKind, span: Span, name_span: Span) -> Symbol {
    // An editor refuses a symbol without a name.
    let name = if name.trim().is_empty() { "—" } else { name };
    Symbol {
        name: name.to_owned(),
        detail: detail.replace('\n', " "),
        kind,
        span: span.join(name_span),
        name_span,
        children: Vec::new(),
    }
}

fn add(open: &mut [(u8, Symbol)], roots: &mut Vec<Symbol>, symbol: Symbol) {
    match open.last_mut() {
        Some((_, parent)) => parent.children.push(symbol),
        None => roots.push(symbol),
    }
}

/// Closes the headings of `level` and below; they reach up to `next`.
fn close(open: &mut Vec<(u8, Symbol)>, roots: &mut Vec<Symbol>, level: u8, next: Span) {
    while let Some((_, mut symbol)) = open.pop_if(|(own, _)| *own >= level) {
        symbol.span = Span::new(symbol.span.start(), next.start());
        add(open, roots, symbol);
    }
}

fn holds(words: &str, query: &[char]) -> bool {
    let mut chars = words.chars().flat_map(char::to_lowercase);
    query.iter().all(|wanted| chars.any(|char| char == *wanted))
}
