//! Repositories: those the catalogue knows, and words that are the name of one.

use obelus_text::Span;

use super::{Reader, Setting};
use crate::citation::result::folded_space;
use crate::citation::{RepositoryName, SchemeId};
use crate::fold::fold;
use crate::token::TokenKind;

/// A repository that is named.
pub(super) struct NamedRepository {
    pub name: RepositoryName,
    pub scheme: SchemeId,
    /// The token after it.
    pub end: usize,
}

/// Beginnings and stems of words for archives and libraries, folded.
const STEMS: &[&str] = &[
    "archiv",
    "arhiv",
    "arkhiv",
    "arquiv",
    "archief",
    "arsiv",
    "arkiv",
    "архив",
    "архів",
    "levelt",
    "librar",
    "bibliot",
    "bibliot",
    "библиот",
    "museum",
    "αρχει",
    "ארכיון",
    "arxiv",
    "record",
    "institut",
    "könyvt",
    "universit",
    "knihovn",
    "biblioth",
    "society",
    "stift",
];

impl Reader<'_> {
    /// The repositories that the words at `at` may name, that which was entered last before others.
    pub(super) fn repositories(self, at: usize) -> Vec<NamedRepository> {
        let inside = at > 0 && self.joined(at) && self.tokens[at - 1].is_text();
        let Some((count, uses)) =
            self.tokens.get(at..).and_then(|rest| self.catalogue.names.longest(rest))
        else {
            return Vec::new();
        };
        let end = at + count;
        let words = self.span(at, end).of(self.text);
        let capitals = words.chars().filter(|char| char.is_uppercase()).count();
        let cut = self.joined(end) && self.tokens[end].is_text();
        if inside || cut {
            return Vec::new();
        }
        let mut found = Vec::new();
        for name in uses.iter().rev() {
            let Some(entry) = self.catalogue.entries.get(name.repository as usize) else {
                continue;
            };
            let needed =
                if name.siglum { 2.min(entry.repository.siglum.chars().count()) } else { 1 };
            if capitals < needed {
                continue;
            }
            let end = self.after_siglum(end, name.repository);
            let end = self.after_place(end, entry.repository.place.as_deref());
            let span = self.span(at, end);
            let siglum = Some(entry.repository.siglum.clone());
            let name = RepositoryName { span, words: folded_space(span.of(self.text)), siglum };
            found.push(NamedRepository { name, scheme: entry.scheme, end });
        }
        found
    }

    /// After `(APRF)` behind the name of the same repository.
    fn after_siglum(self, end: usize, repository: u32) -> usize {
        if !self.sign(end, '(') {
            return end;
        }
        let again = self.tokens.get(end + 1..).and_then(|rest| self.catalogue.names.longest(rest));
        let same = again.filter(|(_, uses)| uses.iter().any(|name| name.repository == repository));
        let unknown = self.is_word(end + 1) && self.is_siglum(end + 1);
        match same.map(|(count, _)| end + 1 + count).or(unknown.then_some(end + 2)) {
            Some(close) if self.sign(close, ')') => close + 1,
            _ => end,
        }
    }

    /// After `, Moscow` where the repository is there.
    fn after_place(self, end: usize, place: Option<&str>) -> usize {
        let Some(place) = place else { return end };
        let count = crate::token::tokens(place).len();
        let named = self.sign(end, ',')
            && fold(self.span(end + 1, end + 1 + count).of(self.text)) == fold(place);
        if named { end + 1 + count } else { end }
    }

    /// `GATO`, `ЦГАОР`: a word of capitals.
    pub(super) fn is_siglum(self, at: usize) -> bool {
        let word = self.words(at);
        let letters = word.chars().count();
        let capitals = word.chars().filter(|char| char.is_uppercase()).count();
        (2..=10).contains(&letters) && capitals * 2 > letters
    }

    /// Whether the tokens from `first` to `end` sound like the name of an archive or library.
    pub(super) fn is_archive(self, first: usize, end: usize) -> bool {
        (first..end).any(|at| {
            let word = fold(self.words(at));
            let stem = STEMS.iter().any(|stem| word.contains(stem))
                && word != "records"
                && word != "record";
            let office = (word == "record" || word == "records")
                && matches!(
                    fold(self.words(at + 1)).as_str(),
                    "office" | "center" | "centre" | "service"
                );
            self.is_word(at) && self.tokens[at].capital && (stem || office)
        })
    }

    /// Whether the words at `at`, up to the next comma, name a repository.
    pub(super) fn names_repository(self, at: usize) -> bool {
        let Some(end) = self.phrase(at, |_| false) else { return false };
        let known = self.repositories(at).iter().any(|known| known.end >= end);
        let place_follows = self.tokens.get(end).is_none_or(|next| !next.is_text());
        place_follows && (known || self.is_archive(at, end))
    }

    /// Takes the repository that follows a reference: `…, ll. 4-6, Archive of Foreign Policy, Moscow`.
    /// With the scheme of the repository, where it is known.
    pub(super) fn repository_after(
        self,
        end: usize,
    ) -> Option<(RepositoryName, Option<SchemeId>, usize)> {
        let at = if self.sign(end, ',') || self.sign(end, ';') { end + 1 } else { return None };
        if let Some(known) = self.repositories(at).into_iter().next() {
            return Some((known.name, Some(known.scheme), known.end));
        }
        let mut stop = self.phrase(at, |_| false)?;
        if self.setting == Setting::Running && !self.tokens[at].capital
            || !self.is_archive(at, stop)
        {
            return None;
        }
        // A place after it: one capitalised word at the end.
        let place = self.sign(stop, ',')
            && self.is_word(stop + 1)
            && self.tokens[stop + 1].capital
            && self
                .tokens
                .get(stop + 2)
                .is_none_or(|next| matches!(next.kind, TokenKind::Sign('.' | ';' | ']' | ')')));
        if place {
            stop += 2;
        }
        Some((self.unknown(self.span(at, stop)), None, stop))
    }

    /// Words that name a repository which nobody has declared.
    pub(super) fn unknown(self, span: Span) -> RepositoryName {
        RepositoryName { span, words: folded_space(span.of(self.text)), siglum: None }
    }
}
