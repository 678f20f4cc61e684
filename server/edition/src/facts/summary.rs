//! What other documents need to know of a document.

use std::sync::Arc;

use obelus_text::Span;

use super::reference::heading_name;
use super::{DocumentFacts, Fragment, FrontMatterFacts, ItemKind, Outline};
use crate::citation::{Citation, UnitKey};
use crate::registers::PersonKey;

/// The opening of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryTurn {
    /// The name as it stands.
    pub label: Arc<str>,
    /// Who speaks, where the register knows.
    pub person: Option<PersonKey>,
    /// The name, counted from the document's start.
    pub span: Span,
}

/// A citation.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryCitation {
    /// What is cited, with all spans counted from the document's start.
    pub citation: Citation,
    /// The unit by which citations of one file are brought together.
    pub unit: Option<UnitKey>,
    /// Whether it stands in the document's source note.
    pub is_source: bool,
}

/// A cross-reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryReference {
    /// The document's name; none for a place in the same document.
    pub target: Option<Arc<str>>,
    /// The place in it.
    pub fragment: Option<Fragment>,
    /// The whole of it, counted from the document's start.
    pub span: Span,
    /// The document's name, counted from the document's start.
    pub target_span: Option<Span>,
}

/// What other documents need to know of a document. All spans are counted from its start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// The title: that of the front matter, else the first heading.
    pub title: Option<Arc<str>>,
    /// Where the title stands.
    pub title_span: Span,
    /// The words of the first heading, and where they stand.
    pub first_heading: Option<(Arc<str>, Span)>,
    /// Whether the document says where its source is kept.
    pub has_source: bool,
    /// The entries at the top.
    pub front_matter: FrontMatterFacts,
    /// The headings by the name by which they can be referred to.
    pub headings: Vec<(Arc<str>, Span)>,
    /// The turns, in order.
    pub turns: Vec<SummaryTurn>,
    /// The notes by label, each where it is defined.
    pub notes: Vec<(Arc<str>, Span)>,
    /// The anchors by name.
    pub anchors: Vec<(Arc<str>, Span)>,
    /// The citations of archives and publications, in order.
    pub citations: Vec<SummaryCitation>,
    /// The cross-references, in order.
    pub references: Vec<SummaryReference>,
    /// Every mention of a person of the register, labels of turns apart.
    pub mentions: Vec<(PersonKey, Span)>,
    /// What comments allow, and where.
    pub allowed: Vec<(Arc<str>, Span)>,
    /// The length of the document in bytes.
    pub length: usize,
}

impl Summary {
    /// Sums up `document`, whose outline is `outline`.
    pub fn of(document: &DocumentFacts, outline: &Outline) -> Self {
        let mut summary = Self { length: document.text().len(), ..Self::default() };
        let mut waiting: Vec<Arc<str>> = Vec::new();
        for placed in document.blocks() {
            let (start, facts) = (placed.start, placed.facts);
            let mut source_notes: Vec<Span> = Vec::new();
            for (_, item) in placed.items() {
                let span = item.span + start;
                match &item.kind {
                    ItemKind::FrontMatter(front_matter) => summary.see_front_matter(front_matter),
                    ItemKind::Heading { title, .. } => {
                        let words = title.of(placed.block.text());
                        if summary.first_heading.is_none() {
                            summary.first_heading = Some((words.into(), *title + start));
                        }
                        if summary.title.is_none() {
                            summary.title = Some(words.into());
                            summary.title_span = *title + start;
                        }
                        summary.headings.push((heading_name(words).into(), *title + start));
                    }
                    ItemKind::Turn(turn) => summary.turns.push(SummaryTurn {
                        label: (*turn.label).into(),
                        person: turn.person.clone(),
                        span: turn.label_span + start,
                    }),
                    ItemKind::NoteDefinition(note) => {
                        summary.notes.push(((*note.label).into(), note.label_span + start));
                    }
                    ItemKind::SourceNote => {
                        summary.has_source = true;
                        source_notes.push(item.span);
                    }
                    _ => {}
                }
                if item.kind == ItemKind::Comment {
                    let here = facts.allowances.iter().filter(|one| item.span.covers(one.span));
                    waiting.extend(here.map(|one| Arc::from(&*one.rule)));
                } else {
                    summary.allowed.extend(waiting.drain(..).map(|rule| (rule, span)));
                }
            }
            for fact in &facts.citations {
                let is_source = source_notes.iter().any(|note| note.meets(fact.span));
                summary.cite(fact.citation.shifted(start), is_source);
            }
            summary.references.extend(facts.cross_references.iter().map(|one| SummaryReference {
                target: one.target.as_deref().map(Arc::from),
                fragment: one.fragment.clone(),
                span: one.span + start,
                target_span: one.target_span.map(|span| span + start),
            }));
            let anchors = facts.anchors.iter();
            summary.anchors.extend(anchors.map(|one| ((*one.name).into(), one.name_span + start)));
            let mentions = facts.mentions.iter().filter_map(|one| Some((one.sole()?, one.span)));
            summary.mentions.extend(mentions.map(|(key, span)| (key.clone(), span + start)));
        }
        debug_assert_eq!(summary.turns.len(), outline.turns.len());
        summary
    }

    /// Takes a citation up; what it says only by `ibid.` is that of the one before.
    fn cite(&mut self, citation: Citation, is_source: bool) {
        let before = self.citations.last().map(|one| &one.citation);
        let citation = before.map_or_else(|| citation.clone(), |before| citation.completed(before));
        let unit = citation.unit();
        self.citations.push(SummaryCitation { citation, unit, is_source });
    }

    fn see_front_matter(&mut self, facts: &FrontMatterFacts) {
        self.front_matter = facts.clone();
        if let Some(title) = facts.get("title").filter(|entry| !entry.value.is_empty()) {
            self.title = Some((*title.value).into());
            self.title_span = title.value_span;
        }
    }

    /// The kind of document that the front matter names.
    pub fn kind(&self) -> Option<&str> {
        self.front_matter.get("kind").map(|entry| &*entry.value)
    }

    /// Whether a comment allows `rule` (`group/name`) to be broken at `span`.
    pub fn allows(&self, rule: &str, span: Span) -> bool {
        let group = rule.split_once('/').map_or(rule, |(group, _)| group);
        let mut allowed = self.allowed.iter();
        allowed.any(|(name, held)| (**name == *rule || **name == *group) && held.meets(span))
    }

    /// The place that `fragment` names.
    pub fn find(&self, fragment: &Fragment) -> Option<Span> {
        let named = |list: &[(Arc<str>, Span)], name: &str| {
            list.iter().find(|(other, _)| **other == *name).map(|(_, span)| *span)
        };
        match fragment {
            Fragment::Turn(number) => {
                Some(self.turns.get((*number as usize).checked_sub(1)?)?.span)
            }
            Fragment::Note(label) => named(&self.notes, label),
            Fragment::Name(name) => {
                named(&self.anchors, name).or_else(|| named(&self.headings, name))
            }
        }
    }
}
