//! Where references begin.

use super::draft::{Draft, Item};
use super::{Reader, Setting};
use crate::citation::{Catalogue, Citation, SchemeId};
use crate::token::{TokenKind, tokens};

/// How far back the name of an undeclared repository is looked for, in tokens.
const BEFORE: usize = 24;

/// The archival references in `text`, in order, none inside another. The time it takes is linear in
/// the length of the text.
pub fn find(text: &str, catalogue: &Catalogue) -> Vec<Citation> {
    search(text, catalogue, Setting::Running)
}

/// The same in a source note, where the name of a repository and of a collection is a reference.
pub fn find_in_note(text: &str, catalogue: &Catalogue) -> Vec<Citation> {
    search(text, catalogue, Setting::Note)
}

fn search(text: &str, catalogue: &Catalogue, setting: Setting) -> Vec<Citation> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens, catalogue, setting };
    let mut found: Vec<Citation> = Vec::new();
    let mut before: Option<(usize, SchemeId)> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(draft) = reader.begin(at, before) else {
            at += 1;
            continue;
        };
        at = draft.end.max(at + 1);
        before = Some((at, draft.scheme));
        found.push(reader.finished(draft));
    }
    found
}

/// Reads `text`, which is a reference and nothing else. `None` where nothing in it leads to a file.
pub fn read(text: &str, catalogue: &Catalogue) -> Option<Citation> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens, catalogue, setting: Setting::Reference };
    let mut best = reader.begin(0, None);
    let whole = |draft: &Draft| draft.end + 1 >= tokens.len();
    let settled = |draft: &Draft| {
        let known = draft.repository.is_some() && (draft.marked() > 0 || whole(draft));
        known || whole(draft) && draft.marked() >= 2 || draft.ibid.is_some()
    };
    if !best.as_ref().is_some_and(settled) {
        for other in
            [reader.any_shape(), reader.after_unknown(), reader.later(), reader.words_only()]
                .into_iter()
                .flatten()
        {
            if best.as_ref().is_none_or(|best| other.score() > best.score()) {
                best = Some(other);
            }
        }
    }
    best.map(|draft| reader.finished(draft))
}

impl Reader<'_> {
    /// The reference that begins at `at`. `before` is where the last one ended, and its scheme.
    pub(super) fn begin(self, at: usize, before: Option<(usize, SchemeId)>) -> Option<Draft> {
        let token = self.tokens.get(at)?;
        let inside = at > 0 && !token.spaced && self.tokens[at - 1].is_text();
        if inside {
            return None;
        }
        match token.kind {
            TokenKind::Word => {
                let known = if token.capital { self.after_repository(at) } else { None };
                known
                    .or_else(|| self.after_ibid(at, before))
                    .or_else(|| self.lone_shape(at, Some(token.hash)))
                    .or_else(|| self.label_run(at, before))
            }
            TokenKind::Number => self.lone_shape(at, None),
            TokenKind::Sign(_) => None,
        }
    }

    pub(super) fn best(self, drafts: impl Iterator<Item = Draft>) -> Option<Draft> {
        let scored =
            drafts.map(|draft| (draft.score().saturating_sub(self.missing(&draft)), draft));
        // Of equals the first counts.
        scored
            .reduce(|one, other| if other.0 > one.0 { other } else { one })
            .map(|(_, draft)| draft)
    }

    fn missing(self, draft: &Draft) -> usize {
        let finished = self.finished(draft.clone());
        3 * (finished.faults.len() - draft.faults.len())
    }

    fn after_repository(self, at: usize) -> Option<Draft> {
        let named = self.repositories(at);
        let drafts = named.into_iter().flat_map(|repository| {
            let mut schemes = vec![repository.scheme];
            if repository.scheme == SchemeId::default() {
                // Nobody has said how its references are written.
                schemes.extend(self.candidates(self.separator(repository.end).1));
            }
            schemes.into_iter().map(move |scheme| {
                let mut draft = Draft::new(scheme, at);
                draft.end = repository.end;
                draft.repository = Some(repository.name.clone());
                self.body(repository.end, draft)
            })
        });
        self.best(drafts).filter(|draft| match self.setting {
            Setting::Running => draft.marked() > 0,
            Setting::Note | Setting::Reference => !draft.items.is_empty(),
        })
    }

    fn after_ibid(self, at: usize, before: Option<(usize, SchemeId)>) -> Option<Draft> {
        let end = self.ibid(at)?;
        let (_, next) = self.separator(end);
        let candidates = self.candidates(next);
        let same = before.map(|(_, scheme)| scheme).into_iter();
        let schemes = same.clone().chain([SchemeId::default()]).chain(candidates);
        let drafts = schemes.map(|scheme| {
            let mut draft = Draft::new(scheme, at);
            draft.end = end;
            draft.ibid = Some(self.span(at, end));
            self.body(end, draft)
        });
        let drafts: Vec<Draft> = drafts.collect();
        let leads = |draft: &Draft| !draft.items.is_empty() || draft.locator.is_some();
        // The scheme of the citation before counts, where it explains anything at all.
        if let (Some(_), Some(first)) = (before, drafts.first())
            && leads(first)
        {
            return drafts.into_iter().next();
        }
        let located = drafts.iter().find(|draft| draft.items.is_empty() && draft.locator.is_some());
        located.cloned().or_else(|| self.best(drafts.into_iter()))
    }

    pub(super) fn lone_shape(self, at: usize, first: Option<u64>) -> Option<Draft> {
        let shapes = self.catalogue.lone_shapes.get(&first)?;
        let drafts = shapes.iter().filter_map(|(scheme, index)| {
            let fit = self.shape_at(self.scheme(*scheme), *index, at)?;
            let mut draft = Draft::new(*scheme, at);
            draft.end = self.keep_shape(self.scheme(*scheme), fit, &mut draft)?;
            Some(self.ended(self.body(draft.end, draft)))
        });
        self.best(drafts)
    }

    /// The schemes that have a level whose label stands at `at`.
    pub(super) fn candidates(self, at: usize) -> Vec<SchemeId> {
        let Some(token) = self.tokens.get(at) else { return Vec::new() };
        let number_near = (at + 1..at + 8).any(|near| self.is_number(near));
        let schemes = self.catalogue.label_words.get(&token.hash).filter(|_| number_near);
        let fits = |scheme: &&SchemeId| self.labelled(self.scheme(**scheme), at).is_some();
        schemes.into_iter().flatten().filter(fits).copied().collect()
    }

    /// The reference whose first label stands at `at`.
    fn label_run(self, at: usize, before: Option<(usize, SchemeId)>) -> Option<Draft> {
        let candidates = self.candidates(at);
        let continues =
            before.filter(|(end, _)| self.only_signs(*end, at)).map(|(_, scheme)| scheme);
        if let Some(scheme) = continues.filter(|scheme| candidates.contains(scheme)) {
            let mut draft = Draft::new(scheme, at);
            draft.continues =
                self.labelled(self.scheme(scheme), at).is_none_or(|found| found.level != 0);
            let draft = self.body(at, draft);
            return (draft.marked() > 0).then(|| self.ended(draft));
        }
        let drafts = candidates.into_iter().map(|scheme| self.body(at, Draft::new(scheme, at)));
        let draft = self.ended(self.best(drafts)?);
        let draft = self.with_prefix(draft, before.map_or(0, |(end, _)| end));
        let enough =
            draft.marked() >= 2 || draft.repository.is_some() || self.setting == Setting::Reference;
        enough.then_some(draft)
    }

    /// Whether only signs and `and` stand between two references of a list.
    fn only_signs(self, end: usize, at: usize) -> bool {
        end <= at
            && at - end <= 3
            && (end..at).all(|between| {
                matches!(self.kind(between), Some(TokenKind::Sign(',' | ';' | '.')))
                    || matches!(self.words(between), "and" | "und" | "et" | "и" | "also" | "y")
            })
    }

    /// `draft` with the repository that follows it.
    pub(super) fn ended(self, mut draft: Draft) -> Draft {
        if draft.repository.is_none()
            && draft.ibid.is_none()
            && let Some((repository, scheme, end)) = self.repository_after(draft.end)
        {
            // The archive's own scheme counts, where it explains as much.
            if let Some(scheme) = scheme.filter(|scheme| *scheme != draft.scheme) {
                let again = self.body(draft.first, Draft::new(scheme, draft.first));
                if again.end == draft.end && again.marked() >= draft.marked() {
                    draft = Draft { continues: draft.continues, ..again };
                }
            }
            draft.repository = Some(repository);
            draft.end = end;
        }
        draft
    }

    /// `draft` with the name of an undeclared repository before it, and of what lies between.
    pub(super) fn with_prefix(self, mut draft: Draft, floor: usize) -> Draft {
        let Some((first, segments)) = self.segments_before(draft.first, floor) else {
            return draft;
        };
        let archive = segments
            .iter()
            .position(|(from, to)| self.is_archive(*from, *to) || self.names_siglum(*from, *to));
        let unnamed = self.scheme(draft.scheme).unnamed || draft.repository.is_some();
        let named = match (archive, self.setting) {
            (Some(archive), _) if draft.repository.is_none() => Some(archive),
            (_, Setting::Reference) if first == 0 => {
                let names = !unnamed || self.precedes_collection(draft.scheme, &segments);
                (names && draft.repository.is_none()).then_some(0)
            }
            _ => return draft,
        };
        // `Archive of the President, Russian Federation (APRF)` is one name.
        let siglum =
            segments.iter().rposition(|(from, to)| to - from > 1 && self.names_siglum(*from, *to));
        let last = named.map(|named| siglum.map_or(named, |siglum| siglum.max(named)));
        let between = last.map_or(0, |last| last + 1);
        draft.first = segments[named.unwrap_or(0)].0;
        if let (Some(named), Some(last)) = (named, last) {
            draft.repository = Some(self.unknown(self.span(segments[named].0, segments[last].1)));
        }
        let numbered = !self.scheme(draft.scheme).numbered.is_empty();
        let between = segments[between..].iter().map(|(from, to)| {
            let span = self.span(*from, *to);
            let number = numbered && self.is_number(*from) && self.chunk(*from, false) == Some(*to);
            if number { Item::Number(span) } else { Item::Words(span) }
        });
        draft.items.splice(0..0, between);
        draft
    }

    /// Whether the first segment names no collection and the second does.
    fn precedes_collection(self, scheme: SchemeId, segments: &[(usize, usize)]) -> bool {
        let scheme = self.scheme(scheme);
        let collection = |at: usize| {
            segments
                .get(at)
                .is_some_and(|(from, to)| self.is_container(scheme, self.span(*from, *to)))
        };
        !collection(0) && collection(1)
    }

    pub(super) fn names_siglum(self, from: usize, to: usize) -> bool {
        to - from == 1 && self.is_siglum(from)
            || to - from >= 3
                && self.sign(to - 1, ')')
                && self.is_siglum(to - 2)
                && self.sign(to - 3, '(')
    }

    /// The capitalised words before `at`, parted by commas: the first token and the segments.
    fn segments_before(self, at: usize, floor: usize) -> Option<(usize, Vec<(usize, usize)>)> {
        let stops = |before: usize| match self.tokens[before].kind {
            TokenKind::Sign(';' | '[' | ']' | '“' | '”' | '"' | '?' | '!') => true,
            TokenKind::Sign(':') => self.setting != Setting::Reference,
            TokenKind::Sign('.') => self.is_full_stop(before) && before + 1 < at,
            _ => false,
        };
        let mut first = at;
        let lowest = floor.max(if self.setting == Setting::Reference {
            0
        } else {
            at.saturating_sub(BEFORE)
        });
        while first > lowest && !stops(first - 1) {
            first -= 1;
        }
        while first < at
            && !(self.is_word(first) && self.tokens[first].capital && !self.introduces(first))
        {
            first += 1;
        }
        let mut segments = Vec::new();
        let mut from = first;
        let mut depth = 0_u32;
        for end in first..=at {
            depth += u32::from(self.sign(end, '('));
            depth = depth.saturating_sub(u32::from(self.sign(end, ')')));
            let parts = end == at
                || depth == 0
                    && (self.sign(end, ',')
                        || self.sign(end, ':')
                        || self.sign(end, '.') && end + 1 == at);
            if parts {
                if from < end {
                    segments.push((from, end));
                }
                from = end + 1;
            }
        }
        (!segments.is_empty()).then_some((first, segments))
    }

    /// `See`, `In`: words that stand before a reference.
    fn introduces(self, at: usize) -> bool {
        matches!(
            self.words(at),
            "See"
                | "In"
                | "From"
                | "Cf"
                | "The"
                | "Source"
                | "Vgl"
                | "Siehe"
                | "Voir"
                | "См"
                | "Also"
        )
    }
}
