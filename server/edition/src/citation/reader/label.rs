//! Labels with their values: `op. 1`, `fond (f.) 45`, `Karton 159 a`.

use obelus_text::Span;

use super::Reader;
use crate::citation::scheme::LabelUse;
use crate::citation::{Scheme, SchemeId};
use crate::token::TokenKind;

/// A label, and where what follows it begins.
pub(super) struct Label {
    /// What it may stand for.
    pub uses: Vec<LabelUse>,
    /// The label with its point.
    pub span: Span,
    /// The token after it.
    pub end: usize,
}

/// A level with its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled {
    /// The index of the level.
    pub level: usize,
    /// The label.
    pub label: Span,
    /// The first token of the value.
    pub value: usize,
    /// The token after the value.
    pub end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn scheme(self, id: SchemeId) -> &'a Scheme {
        self.catalogue.scheme(id)
    }

    /// The label of `scheme` at `at`.
    pub(super) fn label(self, scheme: &Scheme, at: usize) -> Option<Label> {
        let token = self.tokens.get(at)?;
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let inside =
            !token.spaced && before.is_some_and(|before| before.is_text() || before.is_dash());
        // `B1324` is a number with a letter, no label.
        let letter = token.kind == TokenKind::Word && self.words(at).chars().count() == 1;
        if inside || letter && self.joined(at + 1) && self.is_number(at + 1) {
            return None;
        }
        let (count, uses) = scheme.labels().longest(&self.tokens[at..])?;
        let uses = uses.to_vec();
        let mut end = self.after_point(at + count);
        // `fond (f.) 45`: at first use both the word and its abbreviation.
        if self.sign(end, '(')
            && let Some((more, again)) =
                self.tokens.get(end + 1..).and_then(|rest| scheme.labels().longest(rest))
            && again.iter().any(|one| uses.iter().any(|other| same_level(*one, *other)))
        {
            let close = self.after_point(end + 1 + more);
            if self.sign(close, ')') {
                end = close + 1;
            }
        }
        let span = self.span(at, end);
        if self.sign(end, ':') || self.sign(end, '#') {
            end += 1;
        }
        Some(Label { uses, span, end })
    }

    fn after_point(self, end: usize) -> usize {
        let apostrophe = matches!(self.words(end), "'" | "’" | "ʹ") && self.joined(end);
        let end = if apostrophe { end + 1 } else { end };
        if self.sign(end, '.') && self.joined(end) { end + 1 } else { end }
    }

    /// A level of `scheme` with its value at `at`.
    pub(super) fn labelled(self, scheme: &Scheme, at: usize) -> Option<Labelled> {
        self.labelled_where(scheme, at, |_| true)
    }

    /// The same, of the levels that `fits` allows.
    pub(super) fn labelled_where(
        self,
        scheme: &Scheme,
        at: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Option<Labelled> {
        let label = self.label(scheme, at)?;
        label.uses.iter().find_map(|one| {
            let LabelUse::Level(level) = *one else { return None };
            let rule = &scheme.levels[level];
            let is_label = |at| self.begins_item(scheme, at);
            let end = self.value(label.end, rule.value, is_label).filter(|_| fits(level))?;
            Some(Labelled { level, label: label.span, value: label.end, end })
        })
    }

    /// Whether a label with a number stands at `at`: a value that has words goes no further.
    pub(super) fn begins_item(self, scheme: &Scheme, at: usize) -> bool {
        let Some(label) = self.label(scheme, at) else { return false };
        // Levels that may stand anywhere are as often part of a name: `Defense Volume I`.
        let parts = label.uses.iter().any(|one| match one {
            LabelUse::Level(level) => !scheme.levels[*level].anywhere,
            LabelUse::Locator { .. } => true,
        });
        let parts = parts && scheme.container_words().longest(&self.tokens[at..]).is_none();
        let long = self.words(at).chars().count() >= 2 || self.sign(at + 1, '.');
        parts && long && self.tokens[at].spaced && self.chunk(label.end, true).is_some()
    }
}

fn same_level(one: LabelUse, other: LabelUse) -> bool {
    match (one, other) {
        (LabelUse::Level(one), LabelUse::Level(other)) => one == other,
        (LabelUse::Locator { rule: one, .. }, LabelUse::Locator { rule: other, .. }) => {
            one == other
        }
        _ => false,
    }
}
