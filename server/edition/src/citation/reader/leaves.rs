//! Leaves: `ll. 9-17`, `fol. 33 f.`, `cc. 354r-356v, 359r-v`, `Арк. 12 зв.`, `Bl. 121–2`.

use std::sync::Arc;

use super::Reader;
use super::label::Label;
use crate::citation::scheme::LabelUse;
use crate::citation::{Fault, Leaf, LeafRange, Locator, Scheme, SchemeId, Side};
use crate::fold::fold;

/// A locator that has been read.
pub(super) struct Leaves {
    pub locator: Locator,
    pub faults: Vec<Fault>,
    /// The token after it.
    pub end: usize,
}

impl Reader<'_> {
    /// The locator at `at`: one of the scheme's, else one that is known in general.
    pub(super) fn leaves(self, scheme: &Scheme, at: usize) -> Option<Leaves> {
        if let Some(label) = self.label(scheme, at)
            && let Some(found) = self.after_label(scheme, &label)
        {
            return Some(found);
        }
        let general = self.catalogue.scheme(SchemeId::default());
        if let Some(label) = self.label(general, at)
            && let Some(mut found) = self.after_label(general, &label)
        {
            let known = scheme.locators.iter().any(|rule| rule.kind == found.locator.kind);
            found.faults.retain(|fault| !matches!(fault, Fault::LabelNumber { .. }));
            if let (false, Some(usual)) = (known, scheme.locators.first()) {
                let (found_kind, expected) = (found.locator.kind, usual.kind);
                found.faults.push(Fault::WrongLocator {
                    label: label.span,
                    found: found_kind,
                    expected,
                });
            }
            return Some(found);
        }
        let bare = scheme.locators.iter().find(|rule| rule.bare)?;
        let (ranges, end) = self.ranges(at)?;
        let sided = ranges.iter().all(|range| range.from.side.is_some());
        let locator = Locator { kind: bare.kind, label: None, span: self.span(at, end), ranges };
        sided.then(|| Leaves { faults: reversed(&locator), locator, end })
    }

    fn after_label(self, scheme: &Scheme, label: &Label) -> Option<Leaves> {
        let locators: Vec<_> =
            label.uses.iter().filter(|one| matches!(one, LabelUse::Locator { .. })).collect();
        let LabelUse::Locator { rule, plural } = **locators.first()? else { return None };
        let (ranges, end) = self.ranges(label.end)?;
        let several = ranges.len() > 1 || ranges.iter().any(LeafRange::is_several);
        let rule = &scheme.locators[rule];
        let locator = Locator {
            kind: rule.kind,
            label: Some(label.span),
            span: self.span(label.end, end),
            ranges,
        };
        let mut faults = reversed(&locator);
        // A label of one leaf and of several at once leaves nothing to say.
        if locators.len() == 1 && !rule.plural.is_empty() && plural != several {
            faults.push(Fault::LabelNumber { label: label.span, several });
        }
        Some(Leaves { locator, faults, end })
    }

    fn ranges(self, at: usize) -> Option<(Vec<LeafRange>, usize)> {
        let (first, mut end) = self.range(at)?;
        let mut ranges = vec![first];
        loop {
            let comma = self.sign(end, ',') || self.sign(end, '·');
            let mut next = if comma { end + 1 } else { end };
            if matches!(
                self.words(next),
                "and" | "und" | "et" | "y" | "e" | "i" | "и" | "і" | "og" | "&"
            ) {
                next += 1;
            }
            if next == end {
                break;
            }
            match self.range(next) {
                Some((range, after)) if self.goes_with(&ranges, &range, next, after) => {
                    ranges.push(range);
                    end = after;
                }
                _ => break,
            }
        }
        Some((ranges, end))
    }

    /// Whether a number in a list is a leaf still, and no date, year or number of something else.
    fn goes_with(self, ranges: &[LeafRange], range: &LeafRange, at: usize, after: usize) -> bool {
        let last = ranges.last().map_or(0, |range| range.to.number);
        let like_year = self.words(at).len() == 4 && (1400..2100).contains(&range.from.number);
        let parted = self.joined(after) && !self.ends(after);
        let words_follow = self.is_word(after)
            && !matches!(self.words(after), "and" | "und" | "et" | "y" | "и" | "i");
        let date = crate::date::find(self.span(at, (at + 4).min(self.tokens.len())).of(self.text));
        let is_date = date.first().is_some_and(|date| date.span.start().get() == 0);
        let is_year = like_year && last < 1000;
        !(parted || words_follow || is_date || is_year)
    }

    fn range(self, at: usize) -> Option<(LeafRange, usize)> {
        let (from, mut end) = self.leaf(at)?;
        let mut to = from.clone();
        if self.is_dash(end) {
            // `359r-v`: both sides.
            if let Some((side, after)) = self.side(end + 1).filter(|_| from.side.is_some()) {
                to.side = Some(side);
                end = after;
            } else if let Some((last, after)) = self.leaf(end + 1) {
                to = completed(&from, last);
                end = after;
            }
        }
        let mut following = 0;
        if matches!(self.words(end), "f" | "ff" | "sq" | "sqq") && self.ends(end + 1) {
            following =
                if self.words(end).len() == 1 || self.words(end) == "sq" { 1 } else { u8::MAX };
            end += 1;
            if self.sign(end, '.') && !(self.is_full_stop(end) && self.tokens.len() > end + 1) {
                end += 1;
            }
        }
        Some((LeafRange { span: self.span(at, end), from, to, following }, end))
    }

    fn leaf(self, at: usize) -> Option<(Leaf, usize)> {
        let number: u32 = self.is_number(at).then(|| self.words(at).parse().ok()).flatten()?;
        let mut end = at + 1;
        let mut suffix: Arc<str> = "".into();
        if let Some((side, after)) = self.side(end) {
            return Some((Leaf { number, suffix, side: Some(side) }, after));
        }
        let follows = matches!(self.words(end), "f" | "ff");
        if self.joined(end) && self.is_word(end) && !follows && self.words(end).chars().count() <= 3
        {
            suffix = self.words(end).into();
            end += 1;
            let numbered = self.joined(end) && self.is_number(end);
            if numbered {
                return None;
            }
            if let Some((side, after)) = self.side(end) {
                return Some((Leaf { number, suffix, side: Some(side) }, after));
            }
        }
        Some((Leaf { number, suffix, side: None }, end))
    }

    /// The side of a leaf at `at`, joined to its number or apart.
    fn side(self, at: usize) -> Option<(Side, usize)> {
        if !self.is_word(at) || !self.ends(at + 1) && !self.is_dash(at + 1) {
            return None;
        }
        let side = match fold(self.words(at)).as_str() {
            "r" | "recto" | "rº" => Side::Recto,
            "v" | "verso" | "vo" | "vº" | "ob" | "об" | "зв" | "oborot" => Side::Verso,
            _ => return None,
        };
        let point = self.sign(at + 1, '.') && self.joined(at + 1);
        let abbreviated = matches!(fold(self.words(at)).as_str(), "ob" | "об" | "зв" | "v" | "r");
        let last = at + 2 >= self.tokens.len();
        Some((
            side,
            if point && abbreviated && !(last && self.words(at).len() == 1) {
                at + 2
            } else {
                at + 1
            },
        ))
    }
}

/// `121-2` is `121-122`: an end with fewer digits takes the first ones of the beginning.
fn completed(from: &Leaf, last: Leaf) -> Leaf {
    let mut scale = 10;
    while scale <= last.number {
        scale *= 10;
    }
    if last.number < from.number && scale <= from.number {
        let number = from.number - from.number % scale + last.number;
        if number >= from.number {
            return Leaf { number, ..last };
        }
    }
    last
}

fn reversed(locator: &Locator) -> Vec<Fault> {
    let ranges = locator.ranges.iter().filter(|range| range.to.number < range.from.number);
    ranges.map(|range| Fault::ReversedRange { span: range.span }).collect()
}
