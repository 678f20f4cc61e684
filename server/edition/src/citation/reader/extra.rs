//! What belongs to a reference and leads to no leaf: credits, dates, kinds of documents.

use std::sync::LazyLock;

use super::Reader;
use super::draft::Draft;
use crate::citation::ExtraKind;
use crate::date;
use crate::token::TokenKind;
use crate::word_trie::WordTrie;

/// Words that introduce a credit.
const CREDITS: &[(&str, ExtraKind)] = &[
    ("translation by", ExtraKind::Translator),
    ("translated by", ExtraKind::Translator),
    ("translated for CWIHP by", ExtraKind::Translator),
    ("trans. by", ExtraKind::Translator),
    ("translated from Russian by", ExtraKind::Translator),
    ("translated from the Russian by", ExtraKind::Translator),
    ("translated from Chinese by", ExtraKind::Translator),
    ("translated", ExtraKind::Translator),
    ("übersetzt von", ExtraKind::Translator),
    ("Übersetzung", ExtraKind::Translator),
    ("traduit par", ExtraKind::Translator),
    ("traduction de", ExtraKind::Translator),
    ("traduzione di", ExtraKind::Translator),
    ("перевод", ExtraKind::Translator),
    ("contributed by", ExtraKind::Contributor),
    ("obtained by", ExtraKind::Contributor),
    ("document obtained by", ExtraKind::Contributor),
    ("obtained for CWIHP by", ExtraKind::Contributor),
    ("provided by", ExtraKind::Contributor),
    ("made available by", ExtraKind::Contributor),
    ("document provided by", ExtraKind::Contributor),
    ("courtesy of", ExtraKind::Contributor),
    ("as quoted in", ExtraKind::QuotedIn),
    ("quoted in", ExtraKind::QuotedIn),
    ("cited in", ExtraKind::QuotedIn),
    ("as cited in", ExtraKind::QuotedIn),
    ("zit. nach", ExtraKind::QuotedIn),
    ("zitiert nach", ExtraKind::QuotedIn),
    ("цит. по", ExtraKind::QuotedIn),
    ("reprinted in", ExtraKind::PrintedIn),
    ("printed in", ExtraKind::PrintedIn),
    ("published in", ExtraKind::PrintedIn),
    ("gedruckt in", ExtraKind::PrintedIn),
    ("опубл.", ExtraKind::PrintedIn),
];

/// Kinds of documents that a reference to a decimal file names after a colon.
const GENRES: &[&str] = &[
    "telegram",
    "airgram",
    "circular telegram",
    "circular airgram",
    "despatch",
    "dispatch",
    "letter",
    "instruction",
    "memorandum",
    "cablegram",
    "unnumbered telegram",
    "niact telegram",
];

/// No credit has more tokens: keeps the search linear.
const LONGEST: usize = 160;

impl Reader<'_> {
    /// The credit at `at`: what it is and the token after the words that introduce it.
    fn credit_words(self, at: usize) -> Option<(ExtraKind, usize)> {
        static NAMES: LazyLock<WordTrie<ExtraKind>> = LazyLock::new(|| {
            let mut names = WordTrie::default();
            for (words, kind) in CREDITS {
                names.insert(words, *kind);
            }
            names
        });
        let (count, kinds) = NAMES.longest(self.tokens.get(at..)?)?;
        let end = at + count;
        let end = if self.sign(end, ':') || self.sign(end, '.') { end + 1 } else { end };
        self.tokens.get(end).filter(|next| next.is_text() || next.is('"') || next.is('“'))?;
        Some((*kinds.first()?, end))
    }

    /// Whether the point at `at` ends a credit and not only an initial. Titles of publications hold points.
    fn ends_credit(self, at: usize, publication: bool) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        let before = at.checked_sub(1).map(|before| self.words(before)).unwrap_or_default();
        let initial = before.chars().count() <= 2;
        !publication && next.spaced && !initial && (next.capital || !next.is_text())
    }

    /// Takes the credit at `at`; the token after it.
    pub(super) fn take_credit(self, at: usize, draft: &mut Draft) -> Option<usize> {
        let (kind, first) = self.credit_words(at)?;
        // A credit names persons, a quotation a publication with all its commas.
        let whole = matches!(kind, ExtraKind::QuotedIn | ExtraKind::PrintedIn);
        let mut end = first;
        let mut depth = 0_u32;
        while let Some(token) = self.tokens.get(end).filter(|_| end - first < LONGEST) {
            depth += u32::from(token.is('['));
            let closes = token.is(']') && depth > 0;
            depth -= u32::from(closes);
            let stops = match token.kind {
                TokenKind::Sign(';' | ']') => !closes && depth == 0,
                TokenKind::Sign('.') => self.ends_credit(end, whole),
                TokenKind::Sign(',') => !whole && self.credit_words(end + 1).is_some(),
                TokenKind::Word => {
                    !whole
                        && end > first
                        && matches!(self.words(end), "and" | "und" | "et" | "и")
                        && self.credit_words(end + 1).is_some()
                }
                _ => false,
            };
            if stops {
                break;
            }
            end += 1;
        }
        if end == first {
            return None;
        }
        draft.extras.push(self.extra(kind, self.span(first, end)));
        let goes_on = matches!(self.words(end), "and" | "und" | "et" | "и");
        Some(if goes_on { end + 1 } else { end })
    }

    /// Takes the kind of document at `at`, after a colon.
    pub(super) fn take_genre(self, at: usize, draft: &mut Draft) -> Option<usize> {
        static NAMES: LazyLock<WordTrie<()>> = LazyLock::new(|| {
            let mut names = WordTrie::default();
            for word in GENRES {
                names.insert(word, ());
            }
            names
        });
        let (count, ()) = NAMES.longest(self.tokens.get(at..)?).map(|(count, _)| (count, ()))?;
        draft.extras.push(self.extra(ExtraKind::Genre, self.span(at, at + count)));
        Some(at + count)
    }

    /// The date at `at`: the token after it.
    pub(super) fn date_end(self, at: usize) -> Option<usize> {
        let window = self.tokens.get(at..(at + 10).min(self.tokens.len()))?;
        let base = window.first()?.span.start();
        let text = self.span(at, at + window.len()).of(self.text);
        let found =
            date::find(text).into_iter().next().filter(|found| found.span.start().get() == 0)?;
        let stop = base + found.span.end();
        let count = window.iter().take_while(|token| token.span.end() <= stop).count();
        (count > 0).then_some(at + count)
    }

    /// `38 folios`: how large the file is.
    pub(super) fn extent(self, at: usize) -> Option<usize> {
        let counted = matches!(
            self.words(at + 1),
            "folios"
                | "leaves"
                | "pages"
                | "Blatt"
                | "feuillets"
                | "carte"
                | "листов"
                | "fols"
                | "pp"
                | "ff"
        );
        (self.is_number(at) && counted && self.ends(at + 2)).then_some(at + 2)
    }

    /// `o. Nr.`, `n.d.`: that something is not there.
    pub(super) fn absent(self, at: usize) -> Option<usize> {
        static NAMES: LazyLock<WordTrie<()>> = LazyLock::new(|| {
            let mut names = WordTrie::default();
            for words in [
                "o. Nr.",
                "o. D.",
                "o. U.",
                "n. d.",
                "s. d.",
                "s. n.",
                "б. н.",
                "б/н",
                "б. д.",
                "без номера",
            ] {
                names.insert(words, ());
            }
            names
        });
        let (count, _) = NAMES.longest(self.tokens.get(at..)?)?;
        let end = at + count;
        let end = if self.sign(end, '.') { end + 1 } else { end };
        self.tokens.get(end).is_none_or(|next| !next.is_text()).then_some(end)
    }

    /// Takes what stands in the parentheses that open before `at`, if it is a date or, where a
    /// reference is all there is, a remark. The token after the parenthesis.
    pub(super) fn take_parenthesis(
        self,
        at: usize,
        remarks: bool,
        draft: &mut Draft,
    ) -> Option<usize> {
        let close = (at..(at + 24).min(self.tokens.len())).find(|end| self.sign(*end, ')'))?;
        let span = self.span(at, close);
        let words = span.of(self.text);
        let is_year = close == at + 1 && self.is_number(at) && self.words(at).len() == 4;
        let kind = if is_year || !date::find(words).is_empty() {
            ExtraKind::Date
        } else {
            ExtraKind::Remark
        };
        if kind == ExtraKind::Remark && !remarks || close == at {
            return None;
        }
        draft.extras.push(self.extra(kind, span));
        Some(close + 1)
    }
}
