//! A citation while it is being read.

use std::sync::Arc;

use obelus_text::Span;

use super::Reader;
use crate::citation::result::folded_space;
use crate::citation::{
    Citation, Extra, ExtraKind, Fault, LevelValue, Locator, RepositoryName, SchemeId,
};
use crate::date::EditionDate;

/// A part of a reference, in the order in which it stands.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A level with its label.
    Level {
        /// Its index in the scheme.
        level: usize,
        /// Its label.
        label: Span,
        /// Its value.
        value: Span,
        /// The whole.
        span: Span,
    },
    /// A level that is not one of the scheme's with a label: part of a shape, words after a number, or
    /// a level that the scheme does not know.
    Part {
        /// Its key.
        key: Arc<str>,
        /// Its label, where it has one.
        label: Option<Span>,
        /// Its value.
        value: Span,
    },
    /// Words that stand for a level by their place.
    Words(Span),
    /// A number that stands for a level by its place.
    Number(Span),
}

/// A citation while it is being read.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub scheme: SchemeId,
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    pub repository: Option<RepositoryName>,
    pub ibid: Option<Span>,
    pub continues: bool,
    pub items: Vec<Item>,
    pub locator: Option<Locator>,
    pub extras: Vec<Extra>,
    pub date: Option<EditionDate>,
    pub faults: Vec<Fault>,
}

impl Draft {
    pub(super) fn new(scheme: SchemeId, first: usize) -> Self {
        Self {
            scheme,
            first,
            end: first,
            repository: None,
            ibid: None,
            continues: false,
            items: Vec::new(),
            locator: None,
            extras: Vec::new(),
            date: None,
            faults: Vec::new(),
        }
    }

    /// How many levels have a label or are part of a shape.
    pub(super) fn marked(&self) -> usize {
        let marked = |item: &&Item| matches!(item, Item::Level { .. } | Item::Part { .. });
        self.items.iter().filter(marked).count()
    }

    /// How well the scheme explains what has been read; of several schemes that with most counts.
    pub(super) fn score(&self) -> usize {
        let faults = self.faults.iter().map(|fault| match fault {
            Fault::MissingLevel { .. } | Fault::OutOfOrder { .. } | Fault::UnknownLevel { .. } => 2,
            Fault::WrongLocator { .. } => 1,
            _ => 0,
        });
        let leaves = usize::from(self.locator.is_some()) * 3;
        let named = usize::from(self.repository.is_some()) * 4;
        // A scheme that was made for the archive explains more than the one for archives in general.
        let general = usize::from(self.scheme == SchemeId::default()) * 2;
        let read = self.marked() * 4 + self.items.len() + leaves + named;
        (read + (self.end - self.first) / 2).saturating_sub(faults.sum::<usize>() + general)
    }
}

impl Reader<'_> {
    pub(super) fn extra(self, kind: ExtraKind, span: Span) -> Extra {
        Extra { kind, span, words: folded_space(span.of(self.text)) }
    }

    pub(super) fn level_value(self, kind: Arc<str>, label: Option<Span>, span: Span) -> LevelValue {
        LevelValue { kind, label, span, value: folded_space(span.of(self.text)) }
    }

    /// The citation that `draft` has become.
    pub(super) fn finished(self, draft: Draft) -> Citation {
        let span = self.span(draft.first, draft.end);
        let levels = self.assigned(&draft);
        let mut faults = draft.faults;
        faults.extend(self.order_faults(draft.scheme, &draft.items));
        faults.extend(self.missing_levels(
            draft.scheme,
            &draft.items,
            draft.ibid.is_some() || draft.continues,
        ));
        faults.sort_by_key(Fault::span);
        Citation {
            span,
            scheme: draft.scheme,
            repository: draft.repository,
            ibid: draft.ibid,
            continues: draft.continues,
            levels,
            locator: draft.locator,
            extras: draft.extras,
            date: draft.date,
            faults,
        }
    }

    fn order_faults(self, scheme: SchemeId, items: &[Item]) -> Vec<Fault> {
        let rules = &self.scheme(scheme).levels;
        let mut faults = Vec::new();
        let mut highest: Option<usize> = None;
        for item in items {
            let Item::Level { level, span, .. } = item else { continue };
            if rules[*level].anywhere {
                continue;
            }
            if let Some(before) = highest.filter(|before| *before > *level) {
                let (level, after) = (rules[*level].key.clone(), rules[before].key.clone());
                faults.push(Fault::OutOfOrder { span: *span, level, after });
            }
            highest = highest.max(Some(*level));
        }
        faults
    }

    /// Levels without which the file cannot be found, though one above or below them is named. Where
    /// the citation leans on the one before, only those between two that are named.
    fn missing_levels(self, scheme: SchemeId, items: &[Item], leans: bool) -> Vec<Fault> {
        let rules = &self.scheme(scheme).levels;
        let named: Vec<(usize, Span)> = items
            .iter()
            .filter_map(|item| match item {
                Item::Level { level, span, .. } if !rules[*level].anywhere => Some((*level, *span)),
                _ => None,
            })
            .collect();
        let (Some(lowest), Some(highest)) = (
            named.iter().min_by_key(|(level, _)| *level),
            named.iter().max_by_key(|(level, _)| *level),
        ) else {
            return Vec::new();
        };
        let missing = (0..highest.0).filter(|level| {
            rules[*level].required
                && !named.iter().any(|(other, _)| other == level)
                && (!leans || *level > lowest.0)
        });
        let near = |level: usize| {
            let after =
                named.iter().filter(|(other, _)| *other > level).min_by_key(|(other, _)| *other);
            after.map_or(highest.1, |(_, span)| *span)
        };
        missing
            .map(|level| Fault::MissingLevel { level: rules[level].key.clone(), near: near(level) })
            .collect()
    }
}
